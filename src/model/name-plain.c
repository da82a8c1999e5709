/* Case, accents, vowel marks, hamzas and punctuation are what two people write differently of one name, and what nobody types who
 * looks for it. */
#include "config.h"

#include "name-plain.h"

#include "dictionary.h"

#include <string.h>

#define ARTICLE      "ال"
#define LEAST_NOUN   2      /* letters behind an article */

/* Letters that have no accent to take off. */
static const char *
plain_letter (gunichar c)
{
  switch (c)
    {
    case 0xe6: return "ae";
    case 0xf0: case 0x111: return "d";
    case 0xf8: return "o";
    case 0x131: return "i";
    case 0x142: return "l";
    case 0x153: return "oe";
    case 0x629: return "ه";               /* teh marbuta */
    case 0x649: case 0x6cc: return "ي";   /* alef maksura, Farsi yeh */
    case 0x671: return "ا";               /* alef wasla */
    case 0x6a9: return "ك";               /* keheh */
    default: return NULL;
    }
}

/* What stands inside a word and is left out of it: tatweel, full stops and apostrophes. */
static gboolean
is_silent (gunichar c)
{
  return c == 0x640 || c == '.' || c == '\'' || c == '`' || c == 0xb4 || c == 0x2019 || c == 0x2018 || c == 0x2bc || c == 0x2bb
         || c == 0x2be || c == 0x2bf;
}

/**
 * nida_name_plain:
 * @name: a name as somebody wrote it
 *
 * Returns: (transfer full): its letters and digits in lower case without marks, Arabic letters that are written for each other as
 *   one, words with one space between
 */
char *
nida_name_plain (const char *name)
{
  g_autofree char *folded = nida_name_fold (name);
  g_autofree char *apart = g_utf8_normalize (folded, -1, G_NORMALIZE_NFKD);
  GString *plain = g_string_sized_new (strlen (folded));
  gboolean gap = FALSE;

  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *letter = plain_letter (c);

      if (g_unichar_ismark (c) || is_silent (c))
        continue;
      if (!g_unichar_isalnum (c))
        {
          gap = TRUE;
          continue;
        }
      if (gap && plain->len > 0)
        g_string_append_c (plain, ' ');
      gap = FALSE;
      if (letter != NULL)
        g_string_append (plain, letter);
      else
        g_string_append_unichar (plain, c);
    }
  return g_string_free (plain, FALSE);
}

/**
 * nida_names_plain:
 * @names: (array length=n): what one thing is called, in any language; %NULL for none
 *
 * Returns: (transfer full): all of them in their plain form, a line each: what nida_names_found() looks in
 */
char *
nida_names_plain (const char * const *names,
                  guint               n)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *plain = names[i] != NULL ? nida_name_plain (names[i]) : NULL;

      if (plain != NULL)
        g_string_append_printf (lines, "%s\n", plain);
    }
  return g_string_free (lines, FALSE);
}

/**
 * nida_names_found:
 * @lines: of nida_names_plain()
 * @wanted: what is looked for, in its plain form
 *
 * Returns: whether each word of @wanted stands somewhere in a name, whole or in part, in whatever order: "government kuw" finds
 *   "Kuwait, Government of"
 */
gboolean
nida_names_found (const char *lines,
                  const char *wanted)
{
  g_auto (GStrv) words = g_strsplit (wanted, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (lines, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/**
 * nida_names_begun:
 * @lines: of nida_names_plain()
 * @wanted: what is looked for, in its plain form
 *
 * Returns: whether @wanted is the beginning of a word of a name, or of several that follow each other; nothing is none
 */
gboolean
nida_names_begun (const char *lines,
                  const char *wanted)
{
  if (*wanted == '\0')
    return FALSE;
  for (const char *found = strstr (lines, wanted); found != NULL; found = strstr (found + 1, wanted))
    if (found == lines || found[-1] == ' ' || found[-1] == '\n')
      return TRUE;
  return FALSE;
}

/* Behind the article of @word, which may be one with more words behind it; @word itself where it has none. */
static const char *
skip_article (const char *word)
{
  const char *noun = word + strlen (ARTICLE), *end = noun;

  if (!g_str_has_prefix (word, ARTICLE))
    return word;
  for (guint i = 0; i < LEAST_NOUN; i++, end = g_utf8_next_char (end))
    if (!g_unichar_isalpha (g_utf8_get_char (end)))
      return word;
  return noun;
}

/**
 * nida_names_without_article:
 * @lines: of nida_names_plain()
 *
 * Returns: (transfer full) (nullable): @lines without the Arabic article of any word; %NULL where none has one
 */
char *
nida_names_without_article (const char *lines)
{
  g_autoptr (GString) without = g_string_sized_new (strlen (lines));
  gboolean any = FALSE;

  for (const char *p = lines; *p != '\0';)
    {
      const char *noun = skip_article (p);
      gsize length = strcspn (noun, " \n");

      any = any || noun != p;
      length += noun[length] != '\0';
      g_string_append_len (without, noun, (gssize) length);
      p = noun + length;
    }
  return any ? g_strdup (without->str) : NULL;
}
