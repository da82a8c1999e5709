/* Sorting rows never compares two of them by their text: names get ranks once, then rows are ordered by one number each,
 * a few digits at a time. */
#include "row-sort.h"

#include <string.h>

/* Rows with equal keys stay in row order. */
typedef struct {
  guint64 key;
  guint   row;
} NidaSortKey;

typedef struct {
  const char *text;
  guint32     index;
} NidaSortName;

/* --- ranks of names --- */

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const NidaRowSort *sort = data;
  const char *one = ((const NidaSortName *) a)->text, *other = ((const NidaSortName *) b)->text;
  int order;

  /* what is not stated comes last in either direction, as NULL */
  if (one == NULL || other == NULL)
    return (one == NULL) - (other == NULL);
  order = sort->compare != NULL ? sort->compare (one, other, sort->compare_data) : strcmp (one, other);
  return order;
}

/* By index of @names: 1 for the first in order, the same for equal ones; 0 for none. */
static guint32 *
rank_names (const NidaRowSort *sort,
            NidaSortName   *names,
            guint           n)
{
  guint32 *ranks = g_new0 (guint32, n + 1);
  guint32 rank = 0;

  g_qsort_with_data (names, n, sizeof *names, compare_names, (gpointer) sort);
  for (guint i = 0; i < n && names[i].text != NULL; i++)
    {
      if (i == 0 || compare_names (&names[i - 1], &names[i], (gpointer) sort) != 0)
        rank++;
      ranks[names[i].index] = rank;
    }
  return ranks;
}

static const char *
label_of (NidaDictionary *dictionary,
          guint32         code,
          gboolean        arabic)
{
  const char *label = arabic ? nida_dictionary_get_arabic (dictionary, code) : NULL;

  return label != NULL ? label : nida_dictionary_get_name (dictionary, code);
}

static guint32 *
rank_codes (const NidaRowSort *sort)
{
  NidaDictionary *dictionary = nida_dataset_get_dictionary (sort->dataset, sort->field);
  guint32 size = nida_dictionary_get_size (dictionary);
  g_autofree NidaSortName *names = g_new0 (NidaSortName, size + 1);

  for (guint32 code = 1; code <= size; code++)
    names[code] = (NidaSortName) { label_of (dictionary, code, sort->arabic), code };
  return rank_names (sort, names, size + 1);
}

/* --- keys --- */

/* Signed to unsigned, in order; 0 is kept for "none". */
static guint64
key_of_number (gint64 number)
{
  return (guint64) number ^ (G_GUINT64_CONSTANT (1) << 63);
}

static guint64
key_of_money (NidaMoney money)
{
  return money == NIDA_MONEY_NONE ? 0 : key_of_number (money);
}

static guint64
key_of_date (NidaDate date)
{
  if (date.precision == NIDA_PRECISION_NONE)
    return 0;
  return key_of_number ((gint64) date.day * 8 + date.precision);
}

static guint64
key_of_usage (NidaDataset *dataset,
              guint        row)
{
  int first, last;

  if (!nida_dataset_get_usage_years (dataset, row, &first, &last))
    return 0;
  return (guint64) first << 32 | (guint32) last;
}

static guint64
key_of_row (NidaDataset *dataset,
            NidaField    field,
            guint        row)
{
  const gint32 *ends;

  switch ((int) field)
    {
    case NIDA_FIELD_AMOUNT:
      return key_of_money (nida_dataset_get_amount (dataset, row));
    case NIDA_FIELD_AMOUNT_USD:
      return key_of_money (nida_dataset_get_amount_usd (dataset, row));
    case NIDA_FIELD_DATE:
      return key_of_date (nida_dataset_get_period (dataset, row).start);
    case NIDA_FIELD_DATE_END:
      ends = nida_dataset_get_date_ends (dataset);
      return ends == NULL ? 0 : key_of_date (nida_date_unpack (ends[row]));
    case NIDA_FIELD_USAGE_YEAR:
      return key_of_usage (dataset, row);
    case NIDA_FIELD_UPDATED_AT:
      return key_of_number (nida_dataset_get_updated_at (dataset, row));
    case NIDA_FIELD_SOURCE_ROW:
      return (guint64) (nida_dataset_get_source (dataset, row) + 1) << 32 | nida_dataset_get_source_row (dataset, row);
    default:
      return 0;
    }
}

/* Texts of their own, row by row: descriptions and ids, by code points, since a million collations take seconds. */
static void
fill_text_keys (const NidaRowSort *sort,
                NidaSortKey       *keys)
{
  NidaRowSort by_code_points = *sort;
  guint n = sort->rows->len;
  g_autofree NidaSortName *names = g_new (NidaSortName, n + 1);
  g_autofree guint32 *ranks = NULL;
  g_autoptr (GStringChunk) ids = g_string_chunk_new (64 * 1024);

  for (guint i = 0; i < n; i++)
    {
      guint row = keys[i].row;
      const char *text;

      if (sort->field == NIDA_FIELD_DESCRIPTION)
        {
          text = nida_dataset_get_description (sort->dataset, row, sort->arabic);
          if (text == NULL && sort->arabic)
            text = nida_dataset_get_description (sort->dataset, row, FALSE);
        }
      else
        {
          g_autofree char *id = nida_dataset_dup_text (sort->dataset, row, sort->field, sort->arabic);

          text = id == NULL || *id == '\0' ? NULL : g_string_chunk_insert (ids, id);
        }
      names[i] = (NidaSortName) { text, i };
    }
  by_code_points.compare = NULL;
  ranks = rank_names (&by_code_points, names, n);
  for (guint i = 0; i < n; i++)
    keys[i].key = ranks[i];
}

static gboolean
is_text (NidaField field)
{
  return field == NIDA_FIELD_DESCRIPTION || field == NIDA_FIELD_ID || field > NIDA_FIELD_UPDATED_AT;
}

static NidaSortKey *
make_keys (const NidaRowSort *sort)
{
  guint n = sort->rows->len;
  NidaSortKey *keys = g_new (NidaSortKey, n + 1);
  g_autofree guint32 *ranks = nida_field_is_code (sort->field) ? rank_codes (sort) : NULL;
  NidaCodes codes = ranks == NULL ? (NidaCodes) { NULL, 1 } : nida_dataset_get_codes (sort->dataset, sort->field);

  for (guint i = 0; i < n; i++)
    {
      guint row = g_array_index (sort->rows, guint, i);

      keys[i].row = row;
      keys[i].key = ranks != NULL ? ranks[nida_codes_get (codes, row)] : key_of_row (sort->dataset, sort->field, row);
    }
  if (is_text (sort->field))
    fill_text_keys (sort, keys);
  return keys;
}

/* --- sorting --- */

#define DIGIT_BITS 11
#define N_DIGITS (1 << DIGIT_BITS)

/* One stable pass of a radix sort. */
static void
sort_by_digit (const NidaSortKey *from,
               NidaSortKey       *to,
               guint              n,
               guint              shift)
{
  guint starts[N_DIGITS + 1] = { 0 };

  for (guint i = 0; i < n; i++)
    starts[(from[i].key >> shift & (N_DIGITS - 1)) + 1]++;
  for (guint digit = 0; digit < N_DIGITS; digit++)
    starts[digit + 1] += starts[digit];
  for (guint i = 0; i < n; i++)
    to[starts[from[i].key >> shift & (N_DIGITS - 1)]++] = from[i];
}

/* What has no value (0) comes last in either direction. Keys begin at their smallest, so few digits differ. */
static void
direct_keys (NidaSortKey *keys,
             guint        n,
             gboolean     descending,
             guint64     *largest)
{
  guint64 least = G_MAXUINT64, most = 0;

  for (guint i = 0; i < n; i++)
    if (keys[i].key != 0)
      {
        least = MIN (least, keys[i].key);
        most = MAX (most, keys[i].key);
      }
  *largest = most == 0 ? 0 : most - least + 1;
  for (guint i = 0; i < n; i++)
    if (keys[i].key == 0)
      keys[i].key = *largest;
    else
      keys[i].key = descending ? most - keys[i].key : keys[i].key - least;
}

static NidaSortKey *
sort_keys (NidaSortKey  *keys,
           guint         n,
           gboolean      descending,
           GCancellable *cancellable)
{
  NidaSortKey *spare = g_new (NidaSortKey, n + 1);
  guint64 largest;

  direct_keys (keys, n, descending, &largest);
  for (guint shift = 0; shift < 64 && largest >> shift > 0 && !g_cancellable_is_cancelled (cancellable); shift += DIGIT_BITS)
    {
      NidaSortKey *sorted = spare;

      sort_by_digit (keys, spare, n, shift);
      spare = keys;
      keys = sorted;
    }
  g_free (spare);
  return keys;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  guint one = *(const guint *) a, other = *(const guint *) b;

  return one < other ? -1 : one > other;
}

/* Ties are in row order, so the keys start there. */
static void
restore_row_order (GArray *rows)
{
  for (guint i = 1; i < rows->len; i++)
    if (g_array_index (rows, guint, i - 1) > g_array_index (rows, guint, i))
      {
        g_array_sort (rows, compare_rows);
        return;
      }
}

void
nida_row_sort_run (NidaRowSort  *sort,
                   GCancellable *cancellable)
{
  g_autofree NidaSortKey *keys = NULL;

  restore_row_order (sort->rows);
  keys = sort_keys (make_keys (sort), sort->rows->len, sort->descending, cancellable);
  for (guint i = 0; i < sort->rows->len; i++)
    g_array_index (sort->rows, guint, i) = keys[i].row;
}
