/* One row of the table in words: what a builder compares and a dataset hands out. */
#include "dataset-table.h"

#include "dataset.h"
#include "dataset-aliases.h"
#include "dataset-wholes.h"
#include "spellings.h"

#include <string.h>

void
nida_table_init (NidaTable *self)
{
  memset (self, 0, sizeof *self);
  self->report = nida_report_new ();
  self->rates = nida_rates_new ();
  nida_string_pool_init (&self->ids);
  nida_text_store_init (&self->texts);
  self->families = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->families, g_strdup (""));
  self->merged = g_array_new (FALSE, FALSE, sizeof (NidaMergedRow));
  self->wholes = g_array_new (FALSE, FALSE, sizeof (NidaWhole));
  self->spellings = nida_spellings_new ();
  self->joined = g_array_new (FALSE, FALSE, sizeof (NidaJoinedName));
  g_array_set_clear_func (self->joined, nida_joined_name_clear);
  for (NidaField field = NIDA_FIELD_NONE + 1; field < NIDA_N_CODE_FIELDS; field++)
    {
      const char * const *words = nida_field_get_words (field);

      self->dictionaries[field] = nida_dictionary_new ();
      for (guint i = 0; words != NULL && words[i] != NULL; i++)
        nida_dictionary_intern (self->dictionaries[field], words[i], -1);
    }
}

void
nida_table_clear (NidaTable *self)
{
  nida_columns_clear (&self->columns);
  for (NidaField field = NIDA_FIELD_NONE + 1; field < NIDA_N_CODE_FIELDS; field++)
    g_clear_object (&self->dictionaries[field]);
  g_clear_object (&self->report);
  g_clear_pointer (&self->rates, nida_rates_unref);
  nida_string_pool_clear (&self->ids);
  nida_text_store_clear (&self->texts);
  g_clear_pointer (&self->families, g_ptr_array_unref);
  g_clear_pointer (&self->merged, g_array_unref);
  g_clear_pointer (&self->wholes, g_array_unref);
  g_clear_pointer (&self->spellings, g_hash_table_unref);
  g_clear_pointer (&self->joined, g_array_unref);
  g_clear_object (&self->base);
  g_clear_pointer (&self->gone, g_array_unref);
}

/* A decimal number without leading zeros that leaves room for the family. */
static gboolean
parse_number (const char *id,
              gsize       length,
              guint64    *number)
{
  *number = 0;
  if (length == 0 || length > 17 || (id[0] == '0' && length > 1))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (id[i]))
        return FALSE;
      *number = *number * 10 + (id[i] - '0');
    }
  return *number < NIDA_ID_PAYLOAD;
}

guint64
nida_table_make_id (NidaTable  *self,
                    const char *id,
                    gsize       length)
{
  guint64 number;

  if (length == 0)
    return 0;
  if (parse_number (id, length, &number))
    return number + 1;
  return NIDA_ID_TEXT | nida_string_pool_intern (&self->ids, id, length);
}

/* Returns: the family of the row's id, "" when there is none. */
const char *
nida_table_get_family (const NidaTable *self,
                       guint            row)
{
  guint64 id = nida_columns_get (&self->columns, NIDA_COLUMN_ID, row);
  guint family = id >> NIDA_ID_FAMILY_SHIFT & NIDA_ID_MAX_FAMILY;
  const NidaSourceInfo *info;

  if (family > 0)
    return self->families->pdata[family];
  info = nida_report_get_source (self->report, nida_columns_get (&self->columns, NIDA_COLUMN_SOURCE_INDEX, row));
  return info != NULL && info->family != NULL ? info->family : "";
}

/* Families whose ids do not move, which a file without a family of its own may name ("iati:…"). */
const char * const nida_fixed_families[] = { "iati", "crs", "360giving", NULL };

gboolean
nida_table_states_move (const NidaTable *self,
                        guint            row)
{
  guint source = nida_columns_get (&self->columns, NIDA_COLUMN_SOURCE_INDEX, row);
  const NidaSourceInfo *info = nida_report_get_source (self->report, source);

  return (info == NULL || info->states_move) && !g_strv_contains (nida_fixed_families, nida_table_get_family (self, row));
}

/* May a row of the table be one whose id does not move? Cheap, and sure only when the answer is no. */
gboolean
nida_table_may_stay (const NidaTable *self)
{
  for (guint i = 0; i < nida_report_get_n_sources (self->report); i++)
    if (!nida_report_get_source (self->report, i)->states_move)
      return TRUE;
  for (guint i = 0; i < self->families->len; i++)
    if (g_strv_contains (nida_fixed_families, self->families->pdata[i]))
      return TRUE;
  return FALSE;
}

/* Returns: "fts:376156"; "" for a row without an id. */
char *
nida_table_dup_id (const NidaTable *self,
                   guint            row)
{
  guint64 id = nida_columns_get (&self->columns, NIDA_COLUMN_ID, row);
  const char *family = nida_table_get_family (self, row);
  const char *colon = *family != '\0' ? ":" : "";

  if (id == 0)
    return g_strdup ("");
  if (id & NIDA_ID_TEXT)
    return g_strconcat (family, colon, nida_string_pool_get (&self->ids, id & NIDA_ID_PAYLOAD), NULL);
  return g_strdup_printf ("%s%s%" G_GUINT64_FORMAT, family, colon, (id & NIDA_ID_PAYLOAD) - 1);
}

NidaPeriod
nida_table_get_period (const NidaTable *self,
                       guint            row)
{
  gint32 end = nida_columns_get (&self->columns, NIDA_COLUMN_DATE_END, row);
  NidaPeriod period;

  period.start = nida_date_unpack (nida_columns_get (&self->columns, NIDA_COLUMN_DATE, row));
  period.end = end == 0 ? period.start : nida_date_unpack (end);
  return period;
}

static char *
dup_usage_years (const NidaTable *self,
                 guint            row)
{
  guint32 years = nida_columns_get (&self->columns, NIDA_COLUMN_USAGE_YEARS, row);

  if (years == 0)
    return g_strdup ("");
  if (years >> 16 == (years & 0xffff))
    return g_strdup_printf ("%04u", years >> 16);
  return g_strdup_printf ("%04u..%04u", years >> 16, years & 0xffff);
}

/* A moment as ISO 8601 in UTC. */
static char *
dup_moment (gint64 seconds)
{
  gint64 days = seconds / 86400 - (seconds % 86400 < 0);
  int rest = (int) (seconds - days * 86400);
  int year, month, day;

  if (seconds == G_MININT64 || ABS (days) > 365 * 8000)
    return g_strdup ("");
  nida_civil_from_days ((gint32) days, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02dZ", year, month, day, rest / 3600, rest / 60 % 60, rest % 60);
}

static char *
dup_name (const NidaTable *self,
          guint            row,
          NidaField        field,
          gboolean         arabic)
{
  NidaDictionary *dictionary = self->dictionaries[field];
  guint32 code = nida_columns_get (&self->columns, (NidaColumnId) field, row);
  const char *label = arabic ? nida_dictionary_get_arabic (dictionary, code) : NULL;

  return g_strdup (label != NULL ? label : nida_dictionary_get_name (dictionary, code));
}

/* The text of a field as Nida's own CSV holds it; "" when not stated. */
char *
nida_table_dup_text (const NidaTable *self,
                     guint            row,
                     NidaField        field,
                     gboolean         arabic)
{
  const NidaColumns *columns = &self->columns;

  if (nida_field_is_code (field))
    return dup_name (self, row, field, arabic);
  switch ((int) field)
    {
    case NIDA_FIELD_ID:
      return nida_table_dup_id (self, row);
    case NIDA_FIELD_DATE:
      return nida_date_to_string (nida_date_unpack (nida_columns_get (columns, NIDA_COLUMN_DATE, row)));
    case NIDA_FIELD_DATE_END:
      return nida_date_to_string (nida_date_unpack (nida_columns_get (columns, NIDA_COLUMN_DATE_END, row)));
    case NIDA_FIELD_VALUE_DATE:
      return nida_date_to_string (nida_date_unpack (nida_columns_get (columns, NIDA_COLUMN_VALUE_DATE, row)));
    case NIDA_FIELD_USAGE_YEAR:
      return dup_usage_years (self, row);
    case NIDA_FIELD_AMOUNT:
      return nida_money_to_string (nida_columns_get (columns, NIDA_COLUMN_AMOUNT, row));
    case NIDA_FIELD_AMOUNT_USD:
      return nida_money_to_string (nida_columns_get (columns, NIDA_COLUMN_AMOUNT_USD, row));
    case NIDA_FIELD_DESCRIPTION:
      {
        guint64 place = nida_columns_get (columns, NIDA_COLUMN_DESCRIPTION, row);
        const char *text = nida_text_store_get (&self->texts, place, arabic);

        return g_strdup (*text != '\0' ? text : nida_text_store_get (&self->texts, place, FALSE));
      }
    case NIDA_FIELD_SOURCE_ROW:
      return g_strdup_printf ("%u", (guint) nida_columns_get (columns, NIDA_COLUMN_LINE, row));
    case NIDA_FIELD_PART:
      {
        guint part = nida_columns_get (columns, NIDA_COLUMN_PART, row);

        return part == 0 ? g_strdup ("") : g_strdup_printf ("%u", part);
      }
    case NIDA_FIELD_UPDATED_AT:
      return dup_moment (nida_columns_get (columns, NIDA_COLUMN_UPDATED_AT, row));
    default:
      return g_strdup ("");
    }
}

int
nida_merged_row_compare (gconstpointer a,
                         gconstpointer b)
{
  const NidaMergedRow *x = a, *y = b;

  if (x->row != y->row)
    return x->row < y->row ? -1 : 1;
  if (x->source != y->source)
    return x->source < y->source ? -1 : 1;
  return (x->line > y->line) - (x->line < y->line);
}
