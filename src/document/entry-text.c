/* An entry as a key file, for documents: readable, and open to what a newer Nida adds. Unknown keys are passed over; an unknown
 * kind or status and an amount or date that is none refuse the text, since a figure that is not the one entered is worse than
 * none. */
#include "config.h"

#include "entry.h"

#include "key-text.h"
#include "translate.h"

#include <string.h>

#define GROUP     "Nida entry"
#define MAX_TEXT  (1024 * 1024)   /* bytes */

G_DEFINE_QUARK (nida-entry-error-quark, nida_entry_error)

static const char * const kind_names[NIDA_N_ENTRY_KINDS] = { "money", "requirement", "event", "indicator", "goal" };
static const char * const status_names[NIDA_ENTRY_PART + 1] = { "pledged", "committed", "paid", "cancelled", "part" };
static const char * const text_keys[] = { "next-step", "note", "note-ar", "said-by", "source" };

const char *
nida_entry_kind_get_name (NidaEntryKind kind)
{
  return kind_names[kind];
}

const char *
nida_entry_status_get_name (NidaEntryStatus status)
{
  return status_names[status];
}

/* In the order of text_keys. */
static char **
text_at (NidaEntry *self,
         guint      index)
{
  char **texts[G_N_ELEMENTS (text_keys)] = { &self->next_step, &self->notes[0], &self->notes[1], &self->said_by, &self->source };

  return texts[index];
}

/* "donor-country" */
static char *
name_key (NidaEntryName name,
          gboolean      arabic)
{
  char *key = g_strconcat (nida_field_get_name (nida_entry_name_field (name)), arabic ? "-ar" : NULL, NULL);

  return g_strdelimit (key, "_", '-');
}

/* --- writing --- */

static void
put_names (GKeyFile        *file,
           const NidaEntry *self)
{
  for (guint name = 0; name < NIDA_N_ENTRY_NAMES; name++)
    for (guint arabic = 0; arabic < 2; arabic++)
      {
        g_autofree char *key = name_key (name, arabic);

        nida_key_text_put (file, GROUP, key, self->names[name][arabic]);
      }
}

static void
put_amount (GKeyFile   *file,
            const char *group,
            NidaMoney   amount)
{
  g_autofree char *text = amount != NIDA_MONEY_NONE ? nida_money_to_string (amount) : NULL;

  nida_key_text_put (file, group, "amount", text);
}

static void
put_figures (GKeyFile        *file,
             const NidaEntry *self)
{
  put_amount (file, GROUP, self->amount);
  nida_key_text_put (file, GROUP, "currency", self->currency);
  if (self->qualifier != NIDA_QUALIFIER_NONE)
    nida_key_text_put (file, GROUP, "qualifier", nida_field_get_words (NIDA_FIELD_QUALIFIER)[self->qualifier - 1]);
  nida_key_text_put_date (file, GROUP, "date", self->period.start);
  if (nida_period_is_span (self->period))
    nida_key_text_put_date (file, GROUP, "date-end", self->period.end);
  if (self->usage_year > 0)
    g_key_file_set_integer (file, GROUP, "usage-year", self->usage_year);
  nida_key_text_put_date (file, GROUP, "due", self->due);
}

static void
put_steps (GKeyFile        *file,
           const NidaEntry *self)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      const NidaEntryStep *step = &g_array_index (self->steps, NidaEntryStep, i);
      g_autofree char *group = g_strdup_printf ("Step %u", i + 1);

      nida_key_text_put (file, group, "status", status_names[step->status]);
      nida_key_text_put_date (file, group, "date", step->date);
      nida_key_text_put (file, group, "who", step->who);
      if (step->at != 0)
        g_key_file_set_int64 (file, group, "at", step->at);
      put_amount (file, group, step->amount);
    }
}

char *
nida_entry_to_text (const NidaEntry *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_key_file_set_integer (file, GROUP, "version", 1);
  nida_key_text_put (file, GROUP, "kind", kind_names[self->kind]);
  put_names (file, self);
  put_figures (file, self);
  for (guint i = 0; i < G_N_ELEMENTS (text_keys); i++)
    nida_key_text_put (file, GROUP, text_keys[i], *text_at ((NidaEntry *) self, i));
  if (self->links->len > 0)
    g_key_file_set_string_list (file, GROUP, "links", (const char * const *) self->links->pdata, self->links->len);
  put_steps (file, self);
  return g_key_file_to_data (file, NULL, NULL);
}

/* --- reading --- */

static gboolean
refuse (GError     **error,
        const char  *key,
        const char  *found)
{
  g_set_error (error, NIDA_ENTRY_ERROR, NIDA_ENTRY_ERROR_VALUE,
               /* Translators: %1$s is the name of a value of an entry of the ledger ("amount"), %2$s what stands there */
               _("“%2$s” cannot be the value of “%1$s”. Enter it again."), key, found);
  return FALSE;
}

/* NULL for nothing. Text that is broken is treated as absent: it was never written so. */
static gboolean
take_date (GKeyFile    *file,
           const char  *group,
           const char  *key,
           NidaDate    *date,
           GError     **error)
{
  g_autofree char *text = nida_key_text_take (file, group, key);

  *date = NIDA_DATE_NONE;
  return text == NULL || nida_date_parse (text, strlen (text), date) == NIDA_DATE_OK || refuse (error, key, text);
}

static int
find_word (const char * const *words,
           guint               n_words,
           const char         *word)
{
  for (guint i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i], word) == 0)
      return (int) i;
  return -1;
}

static gboolean
refuse_unknown (GError     **error,
                const char  *word)
{
  g_set_error (error, NIDA_ENTRY_ERROR, NIDA_ENTRY_ERROR_UNKNOWN,
               /* Translators: %s is a word that a newer version of Nida wrote */
               _("The entry says “%s”, which this version of Nida does not know. Open it with a newer one."), word);
  return FALSE;
}

static gboolean
take_currency (GKeyFile   *file,
               NidaEntry  *self,
               GError    **error)
{
  g_autofree char *text = nida_key_text_take (file, GROUP, "currency");

  if (text == NULL)
    return TRUE;
  if (strlen (text) != 3 || !g_ascii_isupper (text[0]) || !g_ascii_isupper (text[1]) || !g_ascii_isupper (text[2]))
    return refuse (error, "currency", text);
  memcpy (self->currency, text, sizeof self->currency);
  return TRUE;
}

static gboolean
take_amount (GKeyFile    *file,
             const char  *group,
             NidaMoney   *amount,
             GError     **error)
{
  g_autofree char *text = nida_key_text_take (file, group, "amount");

  *amount = NIDA_MONEY_NONE;
  return text == NULL || nida_money_parse (text, strlen (text), NIDA_DECIMAL_DOT, amount) == NIDA_MONEY_OK
         || refuse (error, "amount", text);
}

static gboolean
take_figures (GKeyFile   *file,
              NidaEntry  *self,
              GError    **error)
{
  g_autofree char *qualifier = nida_key_text_take (file, GROUP, "qualifier");
  const char * const *words = nida_field_get_words (NIDA_FIELD_QUALIFIER);

  if (qualifier != NULL)
    self->qualifier = (NidaQualifier) (find_word (words, g_strv_length ((char **) words), qualifier) + 1);
  if (!take_amount (file, GROUP, &self->amount, error) || !take_currency (file, self, error)
      || !take_date (file, GROUP, "date", &self->period.start, error)
      || !take_date (file, GROUP, "date-end", &self->period.end, error)
      || !take_date (file, GROUP, "due", &self->due, error))
    return FALSE;
  if (self->period.end.precision == NIDA_PRECISION_NONE || self->period.start.precision == NIDA_PRECISION_NONE)
    self->period.end = self->period.start;
  self->usage_year = CLAMP (g_key_file_get_integer (file, GROUP, "usage-year", NULL), 0, 9999);
  return TRUE;
}

static void
take_texts (GKeyFile  *file,
            NidaEntry *self)
{
  g_auto (GStrv) links = g_key_file_get_string_list (file, GROUP, "links", NULL, NULL);

  for (guint name = 0; name < NIDA_N_ENTRY_NAMES; name++)
    for (guint arabic = 0; arabic < 2; arabic++)
      {
        g_autofree char *key = name_key (name, arabic);

        self->names[name][arabic] = nida_key_text_take (file, GROUP, key);
      }
  for (guint i = 0; i < G_N_ELEMENTS (text_keys); i++)
    *text_at (self, i) = nida_key_text_take (file, GROUP, text_keys[i]);
  for (guint i = 0; links != NULL && links[i] != NULL; i++)
    if (links[i][0] != '\0')
      g_ptr_array_add (self->links, g_strdup (links[i]));
}

static gboolean
take_step (GKeyFile    *file,
           const char  *group,
           NidaEntry   *self,
           GError     **error)
{
  g_autofree char *word = nida_key_text_take (file, group, "status"), *who = nida_key_text_take (file, group, "who");
  int status = find_word (status_names, G_N_ELEMENTS (status_names), word);
  gint64 at = g_key_file_get_int64 (file, group, "at", NULL);
  NidaMoney amount;
  NidaDate date;

  if (status < 0)
    return refuse_unknown (error, word != NULL ? word : "status");
  if (!take_date (file, group, "date", &date, error) || !take_amount (file, group, &amount, error))
    return FALSE;
  if (status == NIDA_ENTRY_PART)
    return nida_entry_add_part (self, amount, date, at, who) || refuse (error, "amount", word);
  nida_entry_add_step (self, (NidaEntryStatus) status, date, at, who);
  return TRUE;
}

/* As many as the text has room for. */
static gboolean
take_steps (GKeyFile   *file,
            NidaEntry  *self,
            GError    **error)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *group = g_strdup_printf ("Step %u", i);

      if (!g_key_file_has_group (file, group))
        return TRUE;
      if (!take_step (file, group, self, error))
        return FALSE;
    }
}

/**
 * nida_entry_from_text:
 * @text: what nida_entry_to_text() wrote, or anything else
 *
 * Returns: (transfer full) (nullable): the entry, or %NULL with @error of #NidaEntryError
 */
NidaEntry *
nida_entry_from_text (const char  *text,
                      gssize       length,
                      GError     **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (NidaEntry) self = NULL;
  g_autofree char *word = NULL;
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  int kind;

  if (size == 0 || size > MAX_TEXT || memchr (text, '\0', size) != NULL || !g_utf8_validate (text, (gssize) size, NULL)
      || !g_key_file_load_from_data (file, text, size, G_KEY_FILE_NONE, NULL) || !g_key_file_has_group (file, GROUP))
    {
      g_set_error_literal (error, NIDA_ENTRY_ERROR, NIDA_ENTRY_ERROR_NOT_AN_ENTRY, _("This is not an entry of Nida’s ledger."));
      return NULL;
    }
  word = nida_key_text_take (file, GROUP, "kind");
  kind = find_word (kind_names, G_N_ELEMENTS (kind_names), word);
  if (kind < 0)
    {
      refuse_unknown (error, word != NULL ? word : "kind");
      return NULL;
    }
  self = nida_entry_new ((NidaEntryKind) kind);
  take_texts (file, self);
  return take_figures (file, self, error) && take_steps (file, self, error) ? g_steal_pointer (&self) : NULL;
}
