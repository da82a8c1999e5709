/* One way for all texts of a document to leave out what is not said. */
#include "config.h"

#include "key-text.h"

#include <string.h>

void
nida_key_text_put (GKeyFile   *file,
                   const char *group,
                   const char *key,
                   const char *text)
{
  if (text != NULL && *text != '\0')
    g_key_file_set_string (file, group, key, text);
}

void
nida_key_text_put_date (GKeyFile   *file,
                        const char *group,
                        const char *key,
                        NidaDate    date)
{
  g_autofree char *text = date.precision != NIDA_PRECISION_NONE ? nida_date_to_string (date) : NULL;

  nida_key_text_put (file, group, key, text);
}

/* GLib refuses other escapes, and warns of itself where a value has two of them. */
static gboolean
is_sound (const char *raw)
{
  for (; (raw = strchr (raw, '\\')) != NULL; raw += 2)
    if (raw[1] == '\0' || strchr ("sntr\\", raw[1]) == NULL)
      return FALSE;
  return TRUE;
}

char *
nida_key_text_take (GKeyFile   *file,
                    const char *group,
                    const char *key)
{
  g_autofree char *raw = g_key_file_get_value (file, group, key, NULL);
  char *text = raw != NULL && is_sound (raw) ? g_key_file_get_string (file, group, key, NULL) : NULL;

  if (text != NULL && *text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

gboolean
nida_key_text_take_choice (GKeyFile            *file,
                           const char          *group,
                           const char          *key,
                           const char * const  *words,
                           guint                n_words,
                           guint               *choice,
                           char               **unknown)
{
  g_autofree char *word = nida_key_text_take (file, group, key);

  *choice = 0;
  if (word == NULL)
    return TRUE;
  for (guint i = 0; i < n_words; i++)
    if (g_str_equal (words[i], word))
      {
        *choice = i;
        return TRUE;
      }
  *unknown = g_steal_pointer (&word);
  return FALSE;
}

gboolean
nida_key_text_take_currency (GKeyFile    *file,
                             const char  *group,
                             const char  *key,
                             char       **currency)
{
  *currency = nida_key_text_take (file, group, key);
  return *currency == NULL || strlen (*currency) == 3;
}

NidaDate
nida_key_text_take_date (GKeyFile   *file,
                         const char *group,
                         const char *key)
{
  g_autofree char *text = nida_key_text_take (file, group, key);
  NidaDate date = NIDA_DATE_NONE;

  if (text != NULL && nida_date_parse (text, strlen (text), &date) != NIDA_DATE_OK)
    date = NIDA_DATE_NONE;
  return date;
}
