/* Nida's own CSV, written: one line a row, every field that any of the rows states, cells that no spreadsheet takes for
 * formulas. What is written here reads back the same. */
#include "config.h"

#include "loader.h"

#include "formula.h"
#include "nida-csv.h"
#include "written.h"
#include "safe-file.h"

#include <string.h>

/* The columns in the order of the file. */
static const struct {
  NidaField field;
  gboolean  bilingual;      /* a column "…_ar" follows */
} written[] = {
  { NIDA_FIELD_ID, FALSE },
  { NIDA_FIELD_PART, FALSE },
  { NIDA_FIELD_KIND, FALSE },
  { NIDA_FIELD_LEVEL, FALSE },
  { NIDA_FIELD_DIRECTION, FALSE },
  { NIDA_FIELD_DATE, FALSE },
  { NIDA_FIELD_DATE_END, FALSE },
  { NIDA_FIELD_VALUE_DATE, FALSE },
  { NIDA_FIELD_USAGE_YEAR, FALSE },
  { NIDA_FIELD_STATE, FALSE },
  { NIDA_FIELD_QUALIFIER, FALSE },
  { NIDA_FIELD_DONOR, TRUE },
  { NIDA_FIELD_DONOR_COUNTRY, FALSE },
  { NIDA_FIELD_DONOR_TYPE, FALSE },
  { NIDA_FIELD_RECIPIENT, TRUE },
  { NIDA_FIELD_PARTNER, TRUE },
  { NIDA_FIELD_CATEGORY, TRUE },
  { NIDA_FIELD_APPEAL, TRUE },
  { NIDA_FIELD_COUNTRY, TRUE },
  { NIDA_FIELD_EMERGENCY, TRUE },
  { NIDA_FIELD_BOUNDARY, FALSE },
  { NIDA_FIELD_ON_BOUNDARY, FALSE },
  { NIDA_FIELD_FLOW_TYPE, FALSE },
  { NIDA_FIELD_EARMARKING, FALSE },
  { NIDA_FIELD_METHOD, FALSE },
  { NIDA_FIELD_CONTRIBUTION, FALSE },
  { NIDA_FIELD_CURRENCY, FALSE },
  { NIDA_FIELD_AMOUNT, FALSE },
  { NIDA_FIELD_AMOUNT_USD, FALSE },
  { NIDA_FIELD_DESCRIPTION, TRUE },
  { NIDA_FIELD_SAID_BY, FALSE },
  { NIDA_FIELD_BASIS, FALSE },
  { NIDA_FIELD_SOURCE, FALSE },
  { NIDA_FIELD_UPDATED_AT, FALSE },
};

gboolean
nida_written_is_number (NidaField field)
{
  return field == NIDA_FIELD_AMOUNT || field == NIDA_FIELD_AMOUNT_USD;
}

static void
append_quoted (GString    *out,
               const char *text,
               gboolean    guard)
{
  gsize length = strlen (text);
  gboolean quote = strpbrk (text, ",\"\n\r") != NULL
                   || (length > 0 && (g_ascii_isspace (text[0]) || g_ascii_isspace (text[length - 1])));

  if (quote)
    g_string_append_c (out, '"');
  if (guard)
    g_string_append_c (out, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  if (quote)
    g_string_append_c (out, '"');
}

/**
 * nida_csv_append_cell:
 * @text: what the cell says
 *
 * Append a cell, quoted where it must be, that no spreadsheet takes for a formula: it gets an apostrophe in front when it
 * begins like one or with an apostrophe, which reading takes off again.
 */
void
nida_csv_append_cell (GString    *out,
                      const char *text)
{
  g_return_if_fail (out != NULL && text != NULL);

  append_quoted (out, text, text[0] == '\'' || nida_formula_begins (text, strlen (text)));
}

/* The Arabic text alone: "" where there is none of its own. */
static char *
dup_arabic (NidaDataset *dataset,
            guint        row,
            NidaField    field)
{
  const char *arabic;

  if (field == NIDA_FIELD_DESCRIPTION)
    arabic = nida_dataset_get_description (dataset, row, TRUE);
  else
    arabic = nida_dictionary_get_arabic (nida_dataset_get_dictionary (dataset, field),
                                         nida_codes_get (nida_dataset_get_codes (dataset, field), row));
  return g_strdup (arabic != NULL ? arabic : "");
}

/* A merged flow has the boundaries of all its copies; the words of both columns stand in the same order. */
static char *
dup_boundaries (NidaDataset *dataset,
                guint        row,
                NidaField    field)
{
  const guint16 *boundaries = nida_dataset_get_boundaries (dataset);
  guint bits = boundaries != NULL ? boundaries[row] : 0;
  const char * const *words = nida_field_get_words (field);
  GString *list;

  if ((bits & (bits - 1)) == 0)
    return nida_dataset_dup_text (dataset, row, field, FALSE);
  list = g_string_new (NULL);
  for (guint bit = 0; bit < 12; bit++)
    {
      guint code = field == NIDA_FIELD_BOUNDARY ? bit / 3 : bit % 3;

      if (!(bits >> bit & 1))
        continue;
      g_string_append_printf (list, "%s%s", bits & ((1u << bit) - 1) ? ", " : "", code > 0 ? words[code - 1] : "");
    }
  return g_string_free (list, FALSE);
}

static char *
dup_english (NidaDataset *dataset,
             guint        row,
             NidaField    field)
{
  const char *description;

  switch ((int) field)
    {
    case NIDA_FIELD_DATE_END:
      return nida_period_is_span (nida_dataset_get_period (dataset, row))
             ? nida_dataset_dup_text (dataset, row, field, FALSE) : g_strdup ("");
    case NIDA_FIELD_BOUNDARY:
    case NIDA_FIELD_ON_BOUNDARY:
      return dup_boundaries (dataset, row, field);
    case NIDA_FIELD_DESCRIPTION:
      description = nida_dataset_get_description (dataset, row, FALSE);
      return g_strdup (description != NULL ? description : "");
    default:
      return nida_dataset_dup_text (dataset, row, field, FALSE);
    }
}

char *
nida_written_dup (NidaDataset       *dataset,
                  guint              row,
                  NidaWrittenColumn  column)
{
  return column.arabic ? dup_arabic (dataset, row, column.field) : dup_english (dataset, row, column.field);
}

/* Does any row say something in @column? */
static gboolean
is_used (NidaDataset  *dataset,
         const GArray *rows,
         NidaWrittenColumn        column)
{
  guint n = rows != NULL ? rows->len : nida_dataset_get_n_rows (dataset);

  if (!column.arabic && nida_field_is_code (column.field)
      && nida_dataset_get_codes (dataset, column.field).data == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = nida_written_dup (dataset, rows != NULL ? g_array_index (rows, guint, i) : i, column);

      if (*text != '\0')
        return TRUE;
    }
  return FALSE;
}

/* Kind, date and amount are always there, so that an empty file is read again as what it is. */
static gboolean
is_essential (NidaWrittenColumn column)
{
  return column.field == NIDA_FIELD_KIND || column.field == NIDA_FIELD_DATE || column.field == NIDA_FIELD_AMOUNT;
}

GArray *
nida_written_columns (NidaDataset  *dataset,
                      const GArray *rows)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (NidaWrittenColumn));

  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    for (guint arabic = 0; arabic <= (guint) written[i].bilingual; arabic++)
      {
        NidaWrittenColumn column = { written[i].field, arabic == 1 };

        if (is_essential (column) || is_used (dataset, rows, column))
          g_array_append_val (columns, column);
      }
  return columns;
}

static void
append_header (GString      *out,
               const GArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    {
      NidaWrittenColumn column = g_array_index (columns, NidaWrittenColumn, i);

      g_string_append_printf (out, "%s%s%s", i > 0 ? "," : "", nida_field_get_name (column.field),
                              column.arabic ? "_ar" : "");
    }
  g_string_append_c (out, '\n');
}

static void
append_row (GString      *out,
            NidaDataset  *dataset,
            guint         row,
            const GArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    {
      NidaWrittenColumn column = g_array_index (columns, NidaWrittenColumn, i);
      g_autofree char *text = nida_written_dup (dataset, row, column);

      if (i > 0)
        g_string_append_c (out, ',');
      if (nida_written_is_number (column.field))
        append_quoted (out, text, FALSE);
      else
        nida_csv_append_cell (out, text);
    }
  g_string_append_c (out, '\n');
}

static gboolean
append_all (GString      *out,
            NidaDataset  *dataset,
            const GArray *rows,
            GCancellable *cancellable,
            GError      **error)
{
  g_autoptr (GArray) columns = nida_written_columns (dataset, rows);
  guint n = rows != NULL ? rows->len : nida_dataset_get_n_rows (dataset);

  append_header (out, columns);
  for (guint i = 0; i < n; i++)
    {
      if (i % 1024 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      append_row (out, dataset, rows != NULL ? g_array_index (rows, guint, i) : i, columns);
    }
  return TRUE;
}

/**
 * nida_csv_append:
 * @rows: (nullable) (element-type guint): the rows in their order, or %NULL for all
 *
 * Append Nida's own CSV, with a header, to @out.
 */
void
nida_csv_append (GString      *out,
                 NidaDataset  *dataset,
                 const GArray *rows)
{
  g_return_if_fail (out != NULL && NIDA_IS_DATASET (dataset));

  append_all (out, dataset, rows, NULL, NULL);
}

/**
 * nida_csv_write:
 * @rows: (nullable) (element-type guint): the rows in their order, or %NULL for all
 * @bom: begin with a byte-order mark, for spreadsheets that take UTF-8 for something else without it
 *
 * Write Nida's own CSV (formats.md §2). An error of any step keeps the old @file whole.
 * Returns: FALSE with @error
 */
gboolean
nida_csv_write (NidaDataset   *dataset,
                const GArray  *rows,
                GFile         *file,
                gboolean       bom,
                GCancellable  *cancellable,
                GError       **error)
{
  GString *out = g_string_new (bom ? "\xef\xbb\xbf" : NULL);
  g_autoptr (GBytes) bytes = NULL;
  gboolean ok;

  g_return_val_if_fail (NIDA_IS_DATASET (dataset) && G_IS_FILE (file), FALSE);

  ok = append_all (out, dataset, rows, cancellable, error);
  bytes = g_string_free_to_bytes (out);
  return ok && nida_safe_file_write (file, bytes, cancellable, error);
}
