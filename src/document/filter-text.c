/* Words of the command line for fields, steps and rules. A field that is not known refuses the text: figures under fewer
 * filters than a person chose are wrong figures. */
#include "config.h"

#include "filter-text.h"

#include "arrangement-text.h"
#include "key-text.h"
#include "translate.h"

#include <string.h>

#define MAX_FIELDS NIDA_N_FIELDS

G_DEFINE_QUARK (nida-filter-error-quark, nida_filter_error)

static const char * const rule_names[] = { "auto", "distinct", "boundary" };

/* --- writing --- */

static void
put_date (GKeyFile   *file,
          const char *group,
          const char *key,
          NidaDate    date)
{
  g_autofree char *text = date.precision != NIDA_PRECISION_NONE ? nida_date_to_string (date) : NULL;

  if (text != NULL)
    g_key_file_set_string (file, group, key, text);
}

static void
put_fields (const NidaFilterSet *self,
            GKeyFile            *file)
{
  for (guint i = 0; i < nida_filter_set_get_n (self); i++)
    {
      const char * const *values;
      NidaField field = nida_filter_set_get (self, i, &values);
      g_autofree char *group = g_strdup_printf ("Filter %u", i + 1);

      g_key_file_set_string (file, group, "field", nida_field_get_name (field));
      g_key_file_set_string_list (file, group, "values", values, g_strv_length ((char **) values));
      if (nida_filter_set_is_alone (self, nida_filter_set_get (self, i, NULL)))
        g_key_file_set_boolean (file, group, "alone", TRUE);
      if (nida_filter_set_is_closer (self, field))
        g_key_file_set_boolean (file, group, "closer", TRUE);
    }
}

static void
put_time (const NidaFilterSet *self,
          GKeyFile            *file,
          const char          *group)
{
  NidaDate from = NIDA_DATE_NONE, to = NIDA_DATE_NONE;
  NidaPeriod wider = nida_filter_set_get_wider (self);

  if (nida_filter_set_get_range (self, &from, &to))
    {
      put_date (file, group, "from", from);
      put_date (file, group, "to", to);
    }
  if (nida_filter_set_get_step (self) == NIDA_STEP_NONE)
    return;
  g_key_file_set_string (file, group, "step", nida_step_get_name (nida_filter_set_get_step (self)));
  put_date (file, group, "wider-from", wider.start);
  put_date (file, group, "wider-to", wider.end);
}

void
nida_filter_set_put (const NidaFilterSet *self,
                     GKeyFile            *file,
                     const char          *group)
{
  const char * const *off = nida_filter_set_get_off (self);

  put_time (self, file, group);
  if (nida_filter_set_get_rule (self) != NIDA_RULE_AUTO)
    g_key_file_set_string (file, group, "count", rule_names[nida_filter_set_get_rule (self)]);
  g_key_file_set_string (file, group, "currency", nida_filter_set_get_currency (self));
  if (*nida_filter_set_get_second (self) != '\0')
    g_key_file_set_string (file, group, "second-currency", nida_filter_set_get_second (self));
  if (nida_filter_set_get_prices (self) != 0)
    g_key_file_set_integer (file, group, "prices", nida_filter_set_get_prices (self));
  if (nida_filter_set_get_as_of (self) != 0)
    g_key_file_set_int64 (file, group, "as-of", nida_filter_set_get_as_of (self));
  if (*off != NULL)
    g_key_file_set_string_list (file, group, "off", off, g_strv_length ((char **) off));
  put_fields (self, file);
  nida_arrangement_put (nida_filter_set_get_arrangement (self), file);
}

/* --- reading --- */

static gboolean
refuse (GError    **error,
        const char *what)
{
  g_autofree char *valid = g_utf8_make_valid (what, -1);

  /* Translators: a board of a document names a field, step or rule (%s) that this program does not have */
  g_set_error (error, NIDA_FILTER_ERROR, NIDA_FILTER_ERROR_UNKNOWN, _("This board asks for “%s”, which this version of Nida does not know."), valid);
  return FALSE;
}

static gboolean
take_date (GKeyFile    *file,
           const char  *group,
           const char  *key,
           NidaDate    *date,
           GError     **error)
{
  g_autofree char *text = g_key_file_get_string (file, group, key, NULL);

  *date = NIDA_DATE_NONE;
  return text == NULL || nida_date_parse (text, strlen (text), date) == NIDA_DATE_OK || refuse (error, text);
}

static gboolean
take_step (GKeyFile       *file,
           const char     *group,
           NidaFilterSet  *filters,
           GError        **error)
{
  g_autofree char *word = g_key_file_get_string (file, group, "step", NULL);
  NidaPeriod wider;
  NidaStep step;

  if (word == NULL)
    return TRUE;
  if (!nida_step_from_name (word, &step))
    return refuse (error, word);
  if (!take_date (file, group, "wider-from", &wider.start, error) || !take_date (file, group, "wider-to", &wider.end, error))
    return FALSE;
  nida_filter_set_set_step (filters, step, wider);
  return TRUE;
}

static gboolean
take_rule (GKeyFile       *file,
           const char     *group,
           NidaFilterSet  *filters,
           GError        **error)
{
  g_autofree char *unknown = NULL;
  guint rule;

  if (!g_key_file_has_key (file, group, "count", NULL))
    return TRUE;
  if (!nida_key_text_take_choice (file, group, "count", rule_names, G_N_ELEMENTS (rule_names), &rule, &unknown))
    return refuse (error, unknown);
  nida_filter_set_set_rule (filters, rule);
  return TRUE;
}

static gboolean
take_currency (GKeyFile    *file,
               const char  *group,
               const char  *key,
               char       **currency,
               GError     **error)
{
  return nida_key_text_take_currency (file, group, key, currency) || refuse (error, *currency);
}

static gboolean
take_currencies (GKeyFile       *file,
                 const char     *group,
                 NidaFilterSet  *filters,
                 GError        **error)
{
  g_autofree char *currency = NULL, *second = NULL;

  if (!take_currency (file, group, "currency", &currency, error)
      || !take_currency (file, group, "second-currency", &second, error))
    return FALSE;
  nida_filter_set_set_currency (filters, currency);
  nida_filter_set_set_second (filters, second);
  return TRUE;
}

static gboolean
take_fields (GKeyFile       *file,
             NidaFilterSet  *filters,
             GError        **error)
{
  for (guint i = 1; i <= MAX_FIELDS; i++)
    {
      g_autofree char *group = g_strdup_printf ("Filter %u", i);
      g_autofree char *name = g_key_file_get_string (file, group, "field", NULL);
      g_auto (GStrv) values = g_key_file_get_string_list (file, group, "values", NULL, NULL);
      NidaField field = name != NULL ? nida_field_from_name (name) : NIDA_FIELD_NONE;

      if (!g_key_file_has_group (file, group))
        break;
      if (field == NIDA_FIELD_NONE || values == NULL)
        return refuse (error, name != NULL ? name : group);
      for (guint j = 0; values[j] != NULL; j++)
        nida_filter_set_add (filters, field, values[j]);
      nida_filter_set_set_alone (filters, field, g_key_file_get_boolean (file, group, "alone", NULL));
      nida_filter_set_set_closer (filters, field, g_key_file_get_boolean (file, group, "closer", NULL));
    }
  return TRUE;
}

static gboolean
take_all (GKeyFile       *file,
          const char     *group,
          NidaFilterSet  *filters,
          GError        **error)
{
  g_auto (GStrv) off = g_key_file_get_string_list (file, group, "off", NULL, NULL);
  g_autoptr (NidaArrangement) arrangement = NULL;
  NidaDate from, to;

  if (!take_date (file, group, "from", &from, error) || !take_date (file, group, "to", &to, error)
      || !take_fields (file, filters, error) || !take_step (file, group, filters, error)
      || !take_rule (file, group, filters, error) || !take_currencies (file, group, filters, error)
      || !nida_arrangement_take (file, &arrangement, error))
    return FALSE;
  nida_filter_set_set_range (filters, from, to);
  nida_filter_set_set_prices (filters, CLAMP (g_key_file_get_integer (file, group, "prices", NULL), 0, 9999));
  nida_filter_set_set_as_of (filters, MAX (g_key_file_get_int64 (file, group, "as-of", NULL), 0));
  nida_filter_set_set_arrangement (filters, arrangement);
  for (guint i = 0; off != NULL && off[i] != NULL; i++)
    nida_filter_set_set_off (filters, off[i], TRUE);
  return TRUE;
}

NidaFilterSet *
nida_filter_set_take (GKeyFile    *file,
                      const char  *group,
                      GError     **error)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_new ();

  return take_all (file, group, filters, error) ? g_steal_pointer (&filters) : NULL;
}
