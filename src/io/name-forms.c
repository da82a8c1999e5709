/* Case, accents, vowel marks, hamzas, punctuation, small words and the forms of state are what sources write differently
 * of one name. What tells two names apart must stay: Niger is not Nigeria, Sudan not South Sudan. */
#include "config.h"

#include "name-forms.h"

#include <string.h>

#define LEAST_LETTERS 6     /* of a word in which one letter may be wrong: "Iran" and "Iraq" are two */

gboolean
nida_name_is_arabic (const char *name)
{
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_ARABIC)
      return TRUE;
  return FALSE;
}

/* --- words --- */

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

char **
nida_name_dup_words (const char *plain)
{
  static const char * const small[] = { "and", "for", "of", "the", NULL };
  g_auto (GStrv) all = g_strsplit (plain, " ", -1);
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; all[i] != NULL; i++)
    if (*all[i] != '\0' && !g_strv_contains (small, all[i]))
      g_ptr_array_add (words, g_strdup (all[i]));
  g_ptr_array_sort (words, compare_texts);
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (words, FALSE);
}

gboolean
nida_name_is_one_edit (const char *one,
                       const char *other)
{
  glong n_one, n_other, start = 0, end = 0;
  g_autofree gunichar *a = g_utf8_to_ucs4_fast (one, -1, &n_one);
  g_autofree gunichar *b = g_utf8_to_ucs4_fast (other, -1, &n_other);

  while (start < MIN (n_one, n_other) && a[start] == b[start])
    start++;
  while (end < MIN (n_one, n_other) - start && a[n_one - 1 - end] == b[n_other - 1 - end])
    end++;
  n_one -= start + end;
  n_other -= start + end;
  if (n_one == 2 && n_other == 2)
    return a[start] == b[start + 1] && a[start + 1] == b[start];
  return MAX (n_one, n_other) == 1;
}

static gboolean
has_digit (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isdigit (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* @word behind the Arabic article. */
static const char *
stem (const char *word)
{
  return g_str_has_prefix (word, "ال") ? word + strlen ("ال") : word;
}

/* One letter apart, and two. */
static gboolean
are_known_two (const char *one,
               const char *other)
{
  static const char * const pairs[][2] = { { "dominica", "dominican" }, { "nigerian", "nigerien" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if ((strcmp (one, pairs[i][0]) == 0 && strcmp (other, pairs[i][1]) == 0)
        || (strcmp (one, pairs[i][1]) == 0 && strcmp (other, pairs[i][0]) == 0))
      return TRUE;
  return nida_country_from_plain (one) != NULL && nida_country_from_plain (other) != NULL;
}

gboolean
nida_name_words_alike (const char *one,
                       const char *other)
{
  /* Who writes from memory knows how a word begins: Zambia is no slip for Gambia. */
  return g_utf8_get_char (stem (one)) == g_utf8_get_char (stem (other))
         && g_utf8_strlen (stem (one), -1) >= LEAST_LETTERS && g_utf8_strlen (stem (other), -1) >= LEAST_LETTERS
         && !has_digit (one) && !has_digit (other) && nida_name_is_one_edit (one, other) && !are_known_two (one, other);
}

/* --- countries --- */

/* Around the name of a country these say that its government is meant. */
static const char * const government_before[] = {
  "government of the ", "government of ", "royal government of ", "federal government of ", "govt of ", "gov of ",
  "حكومه ", NULL
};
static const char * const government_after[] = { " government of the", " government of", " government", " govt", " gov", NULL };
/* And these are forms of state. */
static const char * const state_before[] = {
  "state of the ", "state of ", "kingdom of the ", "kingdom of ", "sultanate of ", "federal republic of ", "islamic republic of ",
  "republic of the ", "republic of ", "دوله ", "مملكه ", "سلطنه ", "جمهوريه ", NULL
};
static const char * const state_after[] = {
  " state of", " kingdom of the", " kingdom of", " sultanate of", " republic of the", " republic of", NULL
};

static gboolean
strip (char               *plain,
       const char * const *before,
       const char * const *after)
{
  gsize length = strlen (plain);

  for (; *before != NULL; before++)
    if (g_str_has_prefix (plain, *before))
      {
        memmove (plain, plain + strlen (*before), length - strlen (*before) + 1);
        return TRUE;
      }
  for (; *after != NULL; after++)
    if (length > strlen (*after) && g_str_has_suffix (plain, *after))
      {
        plain[length - strlen (*after)] = '\0';
        return TRUE;
      }
  return FALSE;
}

/* As names of organisations short words are acronyms (DRC is the Danish Refugee Council), but for those of some states. */
static gboolean
may_be_country (const char *plain)
{
  static const char * const states[] = { "ksa", "uae", "uk", "us", "usa", NULL };

  return g_utf8_strlen (plain, -1) > 3 || g_strv_contains (states, plain) || nida_name_is_arabic (plain);
}

/* What only the form of state tells from another country. */
static gboolean
needs_its_form (const char *plain)
{
  static const char * const two[] = { "china", "congo", "korea", "الصين", "كوريا", NULL };

  return g_strv_contains (two, plain);
}

const NidaCountry *
nida_name_find_country (const char *name)
{
  g_autofree char *plain = nida_name_plain (name);
  const NidaCountry *country = may_be_country (plain) ? nida_country_from_plain (plain) : NULL;
  gboolean governs = FALSE;

  while (country == NULL && strip (plain, government_before, government_after))
    {
      governs = TRUE;
      country = nida_country_from_plain (plain);
    }
  if (country == NULL && strip (plain, state_before, state_after) && !needs_its_form (plain)
      && (governs || may_be_country (plain)))
    country = nida_country_from_plain (plain);
  return country;
}

/* --- references --- */

char *
nida_reference_plain (const char *reference)
{
  GString *plain = g_string_new (NULL);
  gboolean digits = TRUE;

  for (const char *p = reference; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (plain, g_ascii_toupper (*p));
  /* Before there were prefixes the codes of the DAC stood alone. */
  if (g_str_has_prefix (plain->str, "XMDAC"))
    g_string_erase (plain, 0, strlen ("XMDAC"));
  for (gsize i = 0; i < plain->len; i++)
    digits = digits && g_ascii_isdigit (plain->str[i]);
  if (plain->len >= (digits ? 5 : 4))
    return g_string_free (plain, FALSE);
  g_string_free (plain, TRUE);
  return NULL;
}
