/* The pass over the rows, in blocks: decide what each does, find its group, add its amount. */
#include "config.h"

#include "scan.h"

#include "engine.h"
#include "parallel.h"
#include "translate.h"

#include <string.h>

#define BLOCK 512
#define LANES 4                  /* a power of two */
#define MOST_IN_LANES 4096       /* sums */

/* A row whose flow stands in other rows, too. */
typedef struct {
  guint64 group;
  guint32 flow;
} NidaTwin;

/* Sum and rows where no sum of any rows leaves 64 bits: half as wide, so that twice as many are near the processor, and both
 * are added to in one step. */
typedef gint64 NidaNarrowSum __attribute__ ((vector_size (16), aligned (8)));

/* Where sums are few, neighbours often add to the same one, and each would wait for the one before: so there are several of
 * each, the lanes, among which rows take turns. */
typedef struct {
  NidaNarrowSum *narrow;           /* by lane, group and sum; NULL: @tally has them */
  guint32        n_narrow;         /* of a lane */
  guint          lanes;            /* 1 or LANES */
  NidaTally      tally;
  GArray        *twins;
  NidaConverted *converted;        /* by way of the values; NULL when nothing is */
} NidaScanPart;

/* What a dimension adds to the number of a sum: its slots, so many sums apart. */
typedef struct {
  const NidaDimension *dimension;
  guint32              stride;
} NidaScanColumn;

typedef struct {
  NidaScan            **scans;
  guint                 n_scans;
  guint64              *n_groups;                /* by scan */
  NidaScanColumn       *columns;                 /* those of all scans, each once */
  guint                 n_columns;
  guint               (*slots)[NIDA_SCAN_MOST_DIMENSIONS];    /* by scan and dimension: its number in @columns */
  NidaScanPart        **parts[NIDA_MAX_THREADS]; /* by scan; NULL: no such thread */
  NidaSum               asides[NIDA_MAX_THREADS][NIDA_N_ASIDES];   /* alike for all scans, and so is */
  guint64               without_amount[NIDA_MAX_THREADS][NIDA_RULES_MOST_SUMS];
} NidaScanJob;

/* The rows of a block that count, and what all scans need of them. */
typedef struct {
  guint          n;
  guint32        first;
  const guint32 *rows;             /* NULL: those from @first on */
  guint32        kept[BLOCK];
  guint8         sums[BLOCK];
  NidaNarrowSum  amounts[BLOCK];   /* whole ones, 0 where not known; each of one row */
  guint32        cells[BLOCK];
  guint64        groups[BLOCK];
  guint32        slots[][BLOCK];   /* by number of the column */
} NidaBlock;

static inline guint32
block_row (const NidaBlock *block,
           guint            i)
{
  return block->rows == NULL ? block->first + i : block->rows[i];
}

static gboolean
is_narrow (const NidaScan *scan,
           guint64         n_groups)
{
  return scan->values->narrow && nida_tally_is_dense (n_groups, scan->rules->n_sums, scan->selection->n_rows);
}

static NidaScanPart *
scan_part_new (const NidaScan *scan,
               guint64         n_groups)
{
  NidaScanPart *part = g_new0 (NidaScanPart, 1);
  const NidaValues *values = scan->values;
  guint n_sums = scan->rules->n_sums;

  if (is_narrow (scan, n_groups))
    {
      part->n_narrow = n_groups * n_sums;
      part->lanes = part->n_narrow <= MOST_IN_LANES ? LANES : 1;
      part->narrow = g_new0 (NidaNarrowSum, (gsize) part->n_narrow * part->lanes + 1);
    }
  else
    nida_tally_init (&part->tally, n_groups, n_sums, scan->selection->n_rows);
  part->twins = g_array_new (FALSE, FALSE, sizeof (NidaTwin));
  if (values->rates != NULL)
    part->converted = g_new0 (NidaConverted, values->ways->len + 1);
  return part;
}

static void
scan_part_free (NidaScanPart *part)
{
  nida_tally_clear (&part->tally);
  g_array_unref (part->twins);
  g_free (part->narrow);
  g_free (part->converted);
  g_free (part);
}

/* Flows beside the sums are few: they are looked for only where a block has any. */
static void
put_beside (const NidaScan *scan,
            NidaSum        *asides,
            guint           start,
            guint           end)
{
  for (guint i = start; i < end; i++)
    {
      guint32 row = nida_selection_row (scan->selection, i);
      guint8 action = nida_scan_action (scan, row);

      if (action >= NIDA_ACTION_ASIDE && action != NIDA_ACTION_SKIP)
        nida_values_add (scan->values, row, &asides[action & ~NIDA_ACTION_ASIDE]);
    }
}

/* No branch on what a row is: kinds are mixed, so the processor could not foresee it. Returns: is any beside the sums? */
static gboolean
keep_counted (NidaBlock *block)
{
  guint n = 0, beside = 0;

  for (guint i = 0; i < block->n; i++)
    {
      guint8 action = block->sums[i];

      block->kept[n] = block_row (block, i);
      block->sums[n] = action;
      n += action < NIDA_RULES_MOST_SUMS;
      beside |= action != NIDA_ACTION_SKIP ? action & NIDA_ACTION_ASIDE : 0u;
    }
  block->n = n;
  block->rows = block->kept;
  return beside != 0;
}

/* Where all rows count, as they mostly do, none is moved. */
static void
choose_rows (const NidaScan *scan,
             NidaSum        *asides,
             guint           start,
             guint           end,
             NidaBlock      *block)
{
  guint8 any = 0;

  block->n = end - start;
  block->first = start;
  block->rows = scan->selection->rows == NULL ? NULL : scan->selection->rows + start;
  for (guint i = 0; i < block->n; i++)
    any |= block->sums[i] = nida_scan_action (scan, block_row (block, i));
  if (any >= NIDA_RULES_MOST_SUMS && keep_counted (block))
    put_beside (scan, asides, start, end);
}

static void
take_amounts (const NidaScan *scan,
              guint64        *without_amount,
              NidaBlock      *block)
{
  const NidaMoney *whole = scan->values->whole;
  gboolean all = TRUE;

  for (guint i = 0; i < block->n; i++)
    {
      NidaMoney value = whole[block_row (block, i)];

      block->amounts[i] = (NidaNarrowSum) { value == NIDA_MONEY_NONE ? 0 : value, 1 };
      all &= value != NIDA_MONEY_NONE;
    }
  for (guint i = 0; !all && i < block->n; i++)
    without_amount[block->sums[i]] += whole[block_row (block, i)] == NIDA_MONEY_NONE;
}

/* --- groups --- */

static void
find_groups (const NidaScan *scan,
             const guint    *slots,
             NidaBlock      *block)
{
  for (guint i = 0; i < block->n; i++)
    block->groups[i] = 0;
  for (guint d = 0; d < scan->n_dimensions; d++)
    for (guint i = 0; i < block->n; i++)
      block->groups[i] = block->groups[i] * scan->dimensions[d].n_slots + block->slots[slots[d]][i];
}

/* The same in 32 bits, which is enough for what is dense, down to the sum. */
static void
find_cells (const NidaScan *scan,
            const guint    *slots,
            NidaBlock      *block)
{
  guint32 *cells = block->cells;
  guint n = block->n;

  for (guint i = 0; i < n; i++)
    cells[i] = block->sums[i];
  for (guint d = 0; d < scan->n_dimensions; d++)
    {
      const guint32 *slot = block->slots[slots[d]];

      for (guint i = 0; i < n; i++)
        cells[i] += slot[i];
    }
}

/* --- sums --- */

static void
add_narrow (const NidaScanPart *part,
            const NidaBlock    *block)
{
  NidaNarrowSum *lanes[LANES];

  for (guint lane = 0; lane < LANES; lane++)
    lanes[lane] = part->narrow + (gsize) (lane & (part->lanes - 1)) * part->n_narrow;
  if (part->lanes == 1)
    for (guint i = 0; i < block->n; i++)
      part->narrow[block->cells[i]] += block->amounts[i];
  else
    for (guint i = 0; i < block->n; i++)
      lanes[i % LANES][block->cells[i]] += block->amounts[i];
}

static void
add_amounts (NidaTally       *tally,
             const NidaBlock *block)
{
  for (guint i = 0; i < block->n; i++)
    nida_sum_add (nida_tally_at (tally, block->groups[i]) + block->sums[i], block->amounts[i][0]);
}

/* The same with amounts that were converted, and with how. */
static void
add_converted (const NidaScan  *scan,
               NidaScanPart    *part,
               const NidaBlock *block)
{
  for (guint i = 0; i < block->n; i++)
    {
      guint32 row = block_row (block, i);

      nida_values_add (scan->values, row, nida_tally_at (&part->tally, block->groups[i]) + block->sums[i]);
      if (part->converted != NULL)
        nida_values_note (scan->values, row, part->converted);
    }
}

static void
note_twins (const NidaScan  *scan,
            NidaScanPart    *part,
            const NidaBlock *block)
{
  for (guint i = 0; i < block->n; i++)
    {
      guint64 group = part->narrow != NULL ? block->cells[i] / scan->rules->n_sums : block->groups[i];
      NidaTwin twin = { group, scan->twins[block_row (block, i)] };

      g_array_append_val (part->twins, twin);
    }
}

static void
scan_block (const NidaScan *scan,
            const guint    *slots,
            NidaScanPart   *part,
            NidaBlock      *block)
{
  if (part->narrow != NULL)
    {
      find_cells (scan, slots, block);
      add_narrow (part, block);
    }
  else
    find_groups (scan, slots, block);
  if (part->narrow == NULL && scan->values->fine == NULL)
    add_amounts (&part->tally, block);
  else if (part->narrow == NULL)
    add_converted (scan, part, block);
  if (G_UNLIKELY (scan->twins != NULL))
    note_twins (scan, part, block);
}

/* Rows are chosen once for all scans, while they, their amounts and their slots are near the processor. */
static void
scan_rows (NidaScanJob *job,
           guint        thread,
           guint        start,
           guint        end,
           NidaBlock   *block)
{
  const NidaScan *first = job->scans[0];

  for (guint at = start; at < end && !g_cancellable_is_cancelled (first->cancellable); at += BLOCK)
    {
      choose_rows (first, job->asides[thread], at, MIN (at + BLOCK, end), block);
      take_amounts (first, job->without_amount[thread], block);
      for (guint c = 0; c < job->n_columns; c++)
        nida_dimension_fill (job->columns[c].dimension, block->rows, block->first, block->n, job->columns[c].stride,
                             block->slots[c]);
      for (guint s = 0; s < job->n_scans; s++)
        scan_block (job->scans[s], job->slots[s], job->parts[thread][s], block);
    }
}

static void
scan_share (guint         thread,
            NidaRowShare *rows,
            gpointer      data)
{
  NidaScanJob *job = data;
  g_autofree NidaBlock *block = g_malloc (sizeof (NidaBlock) + job->n_columns * sizeof block->slots[0]);
  guint start, end;

  job->parts[thread] = g_new (NidaScanPart *, job->n_scans);
  for (guint s = 0; s < job->n_scans; s++)
    job->parts[thread][s] = scan_part_new (job->scans[s], job->n_groups[s]);
  while (nida_row_share_take (rows, &start, &end))
    scan_rows (job, thread, start, end, block);
}

/* --- threads --- */

/* A flow with several rows (awarded, then disbursed) is one: count what each group, and the whole, has too many. */
static void
count_twice (NidaScan    *self,
             NidaScanPart *part,
             NidaInterner *in_group,
             NidaInterner *in_all)
{
  for (guint i = 0; i < part->twins->len; i++)
    {
      NidaTwin twin = g_array_index (part->twins, NidaTwin, i);
      guint32 before = in_group->n_keys;
      guint count;

      nida_interner_add (in_group, twin.group, twin.flow);
      if (in_group->n_keys == before)
        {
          count = GPOINTER_TO_UINT (g_hash_table_lookup (self->twice, &twin.group));
          g_hash_table_replace (self->twice, g_memdup2 (&twin.group, sizeof twin.group), GUINT_TO_POINTER (count + 1));
        }
      before = in_all->n_keys;
      nida_interner_add (in_all, twin.flow, 0);
      self->twice_in_all += in_all->n_keys == before ? 1 : 0;
    }
}

static void
join_narrow (NidaTally          *tally,
             const NidaScanPart *part)
{
  for (guint lane = 0; lane < part->lanes; lane++)
    for (guint32 i = 0; i < part->n_narrow; i++)
      {
        NidaNarrowSum narrow = part->narrow[(gsize) lane * part->n_narrow + i];

        tally->sums[i].sum += narrow[0];
        tally->sums[i].rows += (guint64) narrow[1];
      }
}

static void
join_part (NidaScan     *self,
           NidaScanPart *part,
           guint64       n_groups,
           gboolean      first)
{
  if (first && part->narrow != NULL)
    nida_tally_init (&self->tally, n_groups, self->rules->n_sums, self->selection->n_rows);
  if (part->narrow != NULL)
    join_narrow (&self->tally, part);
  else if (first)
    {
      self->tally = part->tally;
      part->tally = (NidaTally) { .n_groups = 0 };
    }
  else
    nida_tally_merge (&self->tally, &part->tally);
  for (guint way = 0; part->converted != NULL && way < self->values->ways->len; way++)
    nida_converted_merge (&self->converted[way], &part->converted[way]);
}

/* What is alike for all scans. */
static void
join_beside (NidaScan          *self,
             const NidaScanJob *job,
             guint              thread)
{
  for (guint s = 0; s < NIDA_RULES_MOST_SUMS; s++)
    {
      self->without_amount[s] += job->without_amount[thread][s];
      self->asides[NIDA_ASIDE_NO_AMOUNT].rows += job->without_amount[thread][s];
    }
  for (guint a = 0; a < NIDA_N_ASIDES; a++)
    nida_sum_merge (&self->asides[a], &job->asides[thread][a]);
}

static void
join_parts (NidaScanJob *job,
            guint        scan)
{
  NidaScan *self = job->scans[scan];
  NidaInterner in_group = { NULL }, in_all = { NULL };

  self->twice = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->converted = g_new0 (NidaConverted, self->values->ways->len + 1);
  for (guint i = 0; i < NIDA_MAX_THREADS; i++)
    {
      if (job->parts[i] == NULL)
        continue;
      join_part (self, job->parts[i][scan], job->n_groups[scan], i == 0);
      join_beside (self, job, i);
      count_twice (self, job->parts[i][scan], &in_group, &in_all);
      scan_part_free (job->parts[i][scan]);
    }
  nida_interner_clear (&in_group);
  nida_interner_clear (&in_all);
}

/* The number of a column among those of all scans. */
static guint
find_column (NidaScanJob         *job,
             const NidaDimension *dimension,
             guint32              stride)
{
  for (guint c = 0; c < job->n_columns; c++)
    {
      const NidaScanColumn *known = &job->columns[c];

      if (known->dimension->codes.data == dimension->codes.data && known->dimension->slot_of_code == dimension->slot_of_code &&
          known->stride == stride)
        return c;
    }
  job->columns[job->n_columns] = (NidaScanColumn) { dimension, stride };
  return job->n_columns++;
}

/* The sums of what is not dense are found by the slots themselves. */
static void
find_columns (NidaScanJob *job,
              guint        of)
{
  const NidaScan *scan = job->scans[of];
  gboolean narrow = is_narrow (scan, job->n_groups[of]);
  guint32 stride = narrow ? scan->rules->n_sums : 1;

  for (guint d = scan->n_dimensions; d > 0; d--)
    {
      job->slots[of][d - 1] = find_column (job, &scan->dimensions[d - 1], stride);
      stride *= narrow ? scan->dimensions[d - 1].n_slots : 1;
    }
}

/* Scans of one selection that count alike (rules, values, twins) and differ in their groups. */
gboolean
nida_scans_run (NidaScan **scans,
                guint      n_scans,
                GError   **error)
{
  g_autofree guint64 *n_groups = g_new (guint64, n_scans);
  g_autofree NidaScanColumn *columns = g_new (NidaScanColumn, n_scans * NIDA_SCAN_MOST_DIMENSIONS);
  g_autofree gpointer slots = g_new (guint, n_scans * NIDA_SCAN_MOST_DIMENSIONS);
  NidaScanJob job = { .scans = scans, .n_scans = n_scans, .n_groups = n_groups, .columns = columns, .slots = slots };

  for (guint s = 0; s < n_scans; s++)
    {
      if (!nida_dimensions_product (scans[s]->dimensions, scans[s]->n_dimensions, &n_groups[s]))
        {
          g_set_error_literal (error, NIDA_QUERY_ERROR, NIDA_QUERY_ERROR_INVALID,
                               _("These fields have too many combinations; group by fewer."));
          return FALSE;
        }
      find_columns (&job, s);
    }
  nida_parallel_share (scans[0]->selection->n_rows, scan_share, &job);
  for (guint s = 0; s < n_scans; s++)
    join_parts (&job, s);
  for (guint i = 0; i < NIDA_MAX_THREADS; i++)
    g_free (job.parts[i]);
  return !g_cancellable_set_error_if_cancelled (scans[0]->cancellable, error);
}

void
nida_scan_clear (NidaScan *self)
{
  if (self->shared)
    return;
  nida_tally_clear (&self->tally);
  g_clear_pointer (&self->twice, g_hash_table_unref);
  g_clear_pointer (&self->converted, g_free);
}
