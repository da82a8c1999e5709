/* Merging: the same flow stands in several files, or several times in one (a copy per destination country).
 *
 * The newest updated_at wins; on a tie the row whose text compares greater (between formats, the one with more fields
 * filled), so that the order of files never matters. What contradicts the winner is told; boundaries are kept as a set. */
#include "dataset-merge.h"

#include "dataset.h"
#include "dataset-copies.h"
#include "dataset-members.h"
#include "dataset-wholes.h"

#include <string.h>

#define MAX_TOLD 50       /* conflicts of one flow that are compared with each other */

typedef struct {
  NidaTable *table;
  GArray    *losers;            /* guint, rows that go */
  GArray    *told;              /* guint, losers of one flow whose conflict has been told */
} Merger;

/* What a conflict is looked for in, and told by, the most telling first; then what else decides a tie. */
static const int compared_fields[] = {
  NIDA_FIELD_AMOUNT_USD, NIDA_FIELD_AMOUNT, NIDA_FIELD_KIND, NIDA_FIELD_CURRENCY, NIDA_FIELD_DATE, NIDA_FIELD_DATE_END,
  NIDA_FIELD_VALUE_DATE, NIDA_FIELD_USAGE_YEAR, NIDA_FIELD_DONOR, NIDA_FIELD_RECIPIENT, NIDA_FIELD_APPEAL, NIDA_FIELD_CATEGORY,
  NIDA_FIELD_COUNTRY, NIDA_FIELD_EMERGENCY, NIDA_FIELD_PARTNER, NIDA_FIELD_LEVEL, NIDA_FIELD_DIRECTION,
  NIDA_FIELD_DONOR_COUNTRY, NIDA_FIELD_DONOR_TYPE, NIDA_FIELD_FLOW_TYPE, NIDA_FIELD_EARMARKING, NIDA_FIELD_METHOD,
  NIDA_FIELD_CONTRIBUTION, NIDA_FIELD_QUALIFIER, NIDA_FIELD_STATE, NIDA_FIELD_SAID_BY, NIDA_FIELD_BASIS,
  NIDA_FIELD_DESCRIPTION,
  /* no conflicts */
  NIDA_FIELD_BOUNDARY, NIDA_FIELD_ON_BOUNDARY, NIDA_FIELD_SOURCE,
};
#define N_CONFLICT_FIELDS (G_N_ELEMENTS (compared_fields) - 3)

static NidaColumnId
column_of_field (NidaField field)
{
  switch ((int) field)
    {
    case NIDA_FIELD_DATE: return NIDA_COLUMN_DATE;
    case NIDA_FIELD_DATE_END: return NIDA_COLUMN_DATE_END;
    case NIDA_FIELD_VALUE_DATE: return NIDA_COLUMN_VALUE_DATE;
    case NIDA_FIELD_USAGE_YEAR: return NIDA_COLUMN_USAGE_YEARS;
    case NIDA_FIELD_AMOUNT: return NIDA_COLUMN_AMOUNT;
    case NIDA_FIELD_AMOUNT_USD: return NIDA_COLUMN_AMOUNT_USD;
    case NIDA_FIELD_DESCRIPTION: return NIDA_COLUMN_DESCRIPTION;
    default: return (NidaColumnId) field;
    }
}

static inline gint64
get (const Merger *self,
     NidaColumnId  id,
     guint         row)
{
  return nida_columns_get (&self->table->columns, id, row);
}

static const NidaSourceInfo *
get_source (const Merger *self,
            guint         row)
{
  return nida_report_get_source (self->table->report, get (self, NIDA_COLUMN_SOURCE_INDEX, row));
}

/* --- which copy wins --- */

static gboolean
is_present (const Merger *self,
            NidaField     field)
{
  return self->table->columns.present >> column_of_field (field) & 1;
}

/* Below, equal to or above 0, by the text of one field. */
static int
compare_field (const Merger *self,
               NidaField     field,
               guint         a,
               guint         b)
{
  NidaColumnId id = column_of_field (field);
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;

  if (get (self, id, a) == get (self, id, b))
    return 0;
  if (field == NIDA_FIELD_DESCRIPTION)
    {
      const NidaTextStore *texts = &self->table->texts;
      int order = strcmp (nida_text_store_get (texts, get (self, id, a), FALSE),
                          nida_text_store_get (texts, get (self, id, b), FALSE));

      return order != 0 ? order : strcmp (nida_text_store_get (texts, get (self, id, a), TRUE),
                                          nida_text_store_get (texts, get (self, id, b), TRUE));
    }
  x = nida_table_dup_text (self->table, a, field, FALSE);
  y = nida_table_dup_text (self->table, b, field, FALSE);
  return strcmp (x, y);
}

static gboolean
is_filled (const Merger *self,
           NidaField     field,
           guint         row)
{
  NidaColumnId id = column_of_field (field);

  return get (self, id, row) != nida_column_missing (id);
}

static guint
count_filled (const Merger *self,
              guint         row)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (compared_fields); i++)
    n += is_filled (self, compared_fields[i], row);
  return n;
}

static gboolean
same_format (const Merger *self,
             guint         a,
             guint         b)
{
  const NidaSourceInfo *x = get_source (self, a), *y = get_source (self, b);

  return x == y || (x != NULL && y != NULL && g_strcmp0 (x->format, y->format) == 0);
}

static int
compare_texts (const Merger *self,
               guint         a,
               guint         b)
{
  for (guint i = 0; i < G_N_ELEMENTS (compared_fields); i++)
    {
      int order = is_present (self, compared_fields[i]) ? compare_field (self, compared_fields[i], a, b) : 0;

      if (order != 0)
        return order;
    }
  return 0;
}

/* A total order that knows nothing of the order of files, but for rows that say the same. */
static int
compare_rows (const Merger *self,
              guint         a,
              guint         b,
              gboolean      by_filled)
{
  gint64 x = get (self, NIDA_COLUMN_UPDATED_AT, a), y = get (self, NIDA_COLUMN_UPDATED_AT, b);
  int order;

  if (x != y)
    return x < y ? -1 : 1;
  if (by_filled && count_filled (self, a) != count_filled (self, b))
    return count_filled (self, a) < count_filled (self, b) ? -1 : 1;
  order = compare_texts (self, a, b);
  if (order != 0)
    return order;
  x = get (self, NIDA_COLUMN_LINE, a), y = get (self, NIDA_COLUMN_LINE, b);
  return x != y ? (x < y ? 1 : -1) : (a < b) - (a > b);
}

/* --- conflicts --- */

/* The first field in which @b contradicts @a, or NIDA_FIELD_NONE. What another format does not say is no contradiction. */
static NidaField
find_conflict (const Merger *self,
               guint         a,
               guint         b)
{
  gboolean strict = same_format (self, a, b);

  for (guint i = 0; i < N_CONFLICT_FIELDS; i++)
    {
      NidaField field = compared_fields[i];

      if (!is_present (self, field))
        continue;
      if ((strict || (is_filled (self, field, a) && is_filled (self, field, b))) && compare_field (self, field, a, b) != 0)
        return field;
    }
  return NIDA_FIELD_NONE;
}

static NidaConflictRule
find_rule (const Merger *self,
           guint         winner,
           guint         loser)
{
  if (get (self, NIDA_COLUMN_UPDATED_AT, winner) != get (self, NIDA_COLUMN_UPDATED_AT, loser))
    return NIDA_CONFLICT_NEWER;
  return same_format (self, winner, loser) || count_filled (self, winner) == count_filled (self, loser)
         ? NIDA_CONFLICT_GREATER : NIDA_CONFLICT_FULLER;
}

static void
report_conflict (Merger    *self,
                 NidaField  field,
                 guint      winner,
                 guint      loser)
{
  g_autofree char *found = nida_table_dup_text (self->table, loser, field, FALSE);
  g_autofree char *kept = nida_table_dup_text (self->table, winner, field, FALSE);
  NidaProblem problem = {
    .kind = NIDA_PROBLEM_CONFLICT,
    .source = get (self, NIDA_COLUMN_SOURCE_INDEX, loser),
    .source2 = get (self, NIDA_COLUMN_SOURCE_INDEX, winner),
    .line = get (self, NIDA_COLUMN_LINE, loser),
    .line2 = get (self, NIDA_COLUMN_LINE, winner),
    .column = (char *) nida_field_get_name (field),
    .found = found,
    .kept = kept,
    .count = 1,
    .rule = find_rule (self, winner, loser),
  };

  nida_report_add_problem (self->table->report, &problem);
}

/* Does one of the copies told so far say the same as @row? Beyond a number that nobody reads, each is told by itself. */
static gboolean
told_before (const Merger *self,
             GArray       *told,
             guint         row)
{
  for (guint i = 0; i < told->len && told->len < MAX_TOLD; i++)
    if (find_conflict (self, g_array_index (told, guint, i), row) == NIDA_FIELD_NONE)
      return TRUE;
  return FALSE;
}

/* Tell in what the losing copies contradict the winner, which comes first. */
static void
report_conflicts (Merger      *self,
                  const guint *rows,
                  guint        n_rows)
{
  g_array_set_size (self->told, 0);
  for (guint i = 1; i < n_rows; i++)
    {
      NidaField field = find_conflict (self, rows[0], rows[i]);

      if (field == NIDA_FIELD_NONE || told_before (self, self->told, rows[i]))
        continue;
      report_conflict (self, field, rows[0], rows[i]);
      g_array_append_val (self->told, rows[i]);
    }
}

/* --- one flow --- */

static guint
boundary_bit (const Merger *self,
              guint         row)
{
  guint boundary = get (self, (NidaColumnId) NIDA_FIELD_BOUNDARY, row);
  guint on_boundary = get (self, (NidaColumnId) NIDA_FIELD_ON_BOUNDARY, row);

  if ((boundary == 0 && on_boundary == 0) || boundary > NIDA_BOUNDARY_INTERNAL || on_boundary > NIDA_ON_BOUNDARY_SHARED)
    return 0;
  return 1u << (boundary * 3 + on_boundary);
}

/* The entry of a fixed vocabulary's dictionary for all the words that @bits say. */
static guint32
intern_words (NidaDictionary *dictionary,
              guint           bits,
              gboolean        is_boundary)
{
  guint32 codes[12];
  guint n = 0;

  for (guint bit = 0; bit < 12; bit++)
    if (bits >> bit & 1)
      codes[n++] = is_boundary ? bit / 3 : bit % 3;
  return nida_members_intern (dictionary, codes, n);
}

/* Keep the boundaries of all copies with the winner, in words too. */
static void
keep_boundaries (Merger      *self,
                 const guint *rows,
                 guint        n_rows)
{
  static const NidaField fields[] = { NIDA_FIELD_BOUNDARY, NIDA_FIELD_ON_BOUNDARY };
  NidaTable *table = self->table;
  guint bits = 0;

  for (guint i = 0; i < n_rows; i++)
    bits |= boundary_bit (self, rows[i]);
  if (bits == boundary_bit (self, rows[0]))
    return;
  nida_columns_set (&table->columns, NIDA_COLUMN_BOUNDARIES, rows[0], bits);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    nida_columns_set (&table->columns, (NidaColumnId) fields[i], rows[0],
                      intern_words (table->dictionaries[fields[i]], bits, fields[i] == NIDA_FIELD_BOUNDARY));
}

static gboolean
several_formats (const Merger *self,
                 const guint  *rows,
                 guint         n_rows)
{
  for (guint i = 1; i < n_rows; i++)
    if (!same_format (self, rows[0], rows[i]))
      return TRUE;
  return FALSE;
}

typedef struct {
  const Merger *merger;
  gboolean      by_filled;
} Order;

static int
compare_descending (gconstpointer a,
                    gconstpointer b,
                    gpointer      data)
{
  const Order *order = data;

  return -compare_rows (order->merger, *(const guint *) a, *(const guint *) b, order->by_filled);
}

/* Remember for the row that stays where the one that goes came from. */
static void
note_merged (Merger *self,
             guint   winner,
             guint   loser)
{
  NidaMergedRow merged = { winner, get (self, NIDA_COLUMN_SOURCE_INDEX, loser), get (self, NIDA_COLUMN_LINE, loser) };

  g_array_append_val (self->table->merged, merged);
}

static void
merge_flow (Merger *self,
            guint  *rows,
            guint   n_rows)
{
  Order order = { self, several_formats (self, rows, n_rows) };

  g_qsort_with_data (rows, n_rows, sizeof *rows, compare_descending, &order);
  report_conflicts (self, rows, n_rows);
  keep_boundaries (self, rows, n_rows);
  for (guint i = 1; i < n_rows; i++)
    note_merged (self, rows[0], rows[i]);
  g_array_append_vals (self->losers, rows + 1, n_rows - 1);
}

static void
merge_flows (Merger *self,
             GArray *copies)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint start = 0, end; start < copies->len; start = end)
    {
      guint head = g_array_index (copies, NidaCopy, start).head;

      g_array_set_size (rows, 0);
      g_array_append_val (rows, head);
      for (end = start; end < copies->len && g_array_index (copies, NidaCopy, end).head == head; end++)
        g_array_append_val (rows, g_array_index (copies, NidaCopy, end).row);
      merge_flow (self, (guint *) rows->data, rows->len);
    }
}

/* --- all rows --- */

static void
fill_boundaries (Merger *self)
{
  NidaColumns *columns = &self->table->columns;

  if (columns->columns[NIDA_FIELD_BOUNDARY].data == NULL && columns->columns[NIDA_FIELD_ON_BOUNDARY].data == NULL)
    return;
  for (guint row = 0; row < columns->n_rows; row++)
    nida_columns_set (columns, NIDA_COLUMN_BOUNDARIES, row, boundary_bit (self, row));
}

static int
compare_rows_by_number (gconstpointer a,
                        gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return (x > y) - (x < y);
}

static void
count_record (Merger   *self,
              guint     source,
              guint     line,
              gboolean  is_kept)
{
  NidaSourceInfo *info = nida_report_get_source (self->table->report, source);

  if (info == NULL)
    return;
  if (is_kept)
    info->rows_kept++;
  else
    {
      info->rows_merged++;
      nida_report_add (self->table->report, NIDA_PROBLEM_MERGED, source, line, NULL, NULL, 0);
    }
}

/* A record may give several rows, one after the other; it is merged when none of them is left. */
static void
count_records (Merger *self)
{
  guint n_rows = self->table->columns.n_rows;
  guint loser = 0;

  for (guint i = 0; i < nida_report_get_n_sources (self->table->report); i++)
    {
      NidaSourceInfo *info = nida_report_get_source (self->table->report, i);

      info->rows_kept = info->is_rates ? info->rows_read - info->rows_refused - info->rows_empty : 0;
      info->rows_merged = 0;
    }
  for (guint row = 0; row < n_rows; )
    {
      guint source = get (self, NIDA_COLUMN_SOURCE_INDEX, row);
      guint line = get (self, NIDA_COLUMN_LINE, row);
      gboolean is_kept = FALSE;

      for (; row < n_rows && (guint) get (self, NIDA_COLUMN_LINE, row) == line &&
             (guint) get (self, NIDA_COLUMN_SOURCE_INDEX, row) == source; row++)
        {
          if (loser < self->losers->len && g_array_index (self->losers, guint, loser) == row)
            loser++;
          else
            is_kept = TRUE;
        }
      count_record (self, source, line, is_kept);
    }
}

/* --- wholes --- */

/* Below, equal to or above 0: which of two wholes of one id counts. */
static int
compare_wholes (const Merger    *self,
                const NidaWhole *x,
                const NidaWhole *y)
{
  if (x->updated_at != y->updated_at)
    return x->updated_at < y->updated_at ? -1 : 1;
  for (guint i = 0; i < MIN (x->n_rows, y->n_rows); i++)
    {
      int order = compare_texts (self, x->first_row + i, y->first_row + i);

      if (order != 0)
        return order;
    }
  return (x->n_rows > y->n_rows) - (x->n_rows < y->n_rows);
}

/* Say in what a whole that does not count differs from the one that does. */
static void
report_whole (Merger          *self,
              const NidaWhole *winner,
              const NidaWhole *loser)
{
  NidaProblem problem = {
    .kind = NIDA_PROBLEM_CONFLICT, .source = loser->source, .source2 = winner->source, .line = loser->line,
    .line2 = winner->line, .column = (char *) nida_field_get_name (NIDA_FIELD_ID), .count = 1,
    .found = (char *) nida_string_pool_get (&self->table->ids, loser->id),
    .rule = winner->updated_at != loser->updated_at ? NIDA_CONFLICT_NEWER : NIDA_CONFLICT_GREATER,
  };

  for (guint i = 0; i < MIN (winner->n_rows, loser->n_rows); i++)
    {
      NidaField field = find_conflict (self, winner->first_row + i, loser->first_row + i);

      if (field == NIDA_FIELD_NONE)
        continue;
      report_conflict (self, field, winner->first_row + i, loser->first_row + i);
      return;
    }
  if (winner->n_rows != loser->n_rows)
    nida_report_add_problem (self->table->report, &problem);
}

/* The rows of a whole that does not count are no copies of anything any more. */
static void
drop_whole (Merger          *self,
            const NidaWhole *winner,
            const NidaWhole *whole)
{
  for (guint row = whole->first_row; row < whole->first_row + whole->n_rows; row++)
    {
      nida_columns_set (&self->table->columns, NIDA_COLUMN_ID, row, 0);
      if (winner->n_rows > 0)
        note_merged (self, winner->first_row + MIN (row - whole->first_row, winner->n_rows - 1), row);
      g_array_append_val (self->losers, row);
    }
}

static void
choose_wholes (Merger *self)
{
  g_autoptr (GArray) wholes = nida_wholes_find_repeated (self->table);

  for (guint start = 0, end; start < wholes->len; start = end)
    {
      const NidaWhole *whole = &g_array_index (wholes, NidaWhole, start);
      guint best = start;

      for (end = start + 1; end < wholes->len && nida_wholes_compare (&whole[end - start], whole) == 0; end++)
        if (compare_wholes (self, &whole[end - start], &whole[best - start]) > 0)
          best = end;
      for (guint i = start; i < end; i++)
        if (i != best)
          {
            report_whole (self, &whole[best - start], &whole[i - start]);
            drop_whole (self, &whole[best - start], &whole[i - start]);
          }
    }
}

/* Give the rows that stay the numbers that they have once the losers are gone. A row that a whole was dropped for may have
 * lost to another copy itself. */
static void
renumber_merged (Merger *self)
{
  GArray *merged = self->table->merged;
  guint gone = 0, n = 0;

  g_array_sort (merged, nida_merged_row_compare);
  for (guint i = 0; i < merged->len; i++)
    {
      NidaMergedRow *one = &g_array_index (merged, NidaMergedRow, i);

      while (gone < self->losers->len && g_array_index (self->losers, guint, gone) < one->row)
        gone++;
      if (gone < self->losers->len && g_array_index (self->losers, guint, gone) == one->row)
        continue;
      one->row -= gone;
      g_array_index (merged, NidaMergedRow, n++) = *one;
    }
  g_array_set_size (merged, n);
}

void
nida_table_merge (NidaTable *table)
{
  Merger self = { table, g_array_new (FALSE, FALSE, sizeof (guint)), g_array_new (FALSE, FALSE, sizeof (guint)) };
  g_autoptr (GArray) copies = NULL;

  choose_wholes (&self);
  copies = nida_table_find_copies (table);

  fill_boundaries (&self);
  merge_flows (&self, copies);
  g_array_sort (self.losers, compare_rows_by_number);
  count_records (&self);
  renumber_merged (&self);
  nida_columns_remove (&table->columns, (const guint *) self.losers->data, self.losers->len);
  g_array_unref (self.losers);
  g_array_unref (self.told);
}
