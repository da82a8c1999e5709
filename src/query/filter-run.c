/* Runs over the columns with the table of answers of each filter, in blocks that stay in the cache. */
#include "config.h"

#include "filter-private.h"

#include "filter-values.h"
#include "parallel.h"

#include <string.h>
#include <sys/mman.h>

#define BLOCK 4096

typedef struct {
  NidaFilter    *filter;
  GCancellable  *cancellable;
  guint32       *rows;
  guint          first;                 /* row that is looked at */
  guint          starts[NIDA_MAX_THREADS], counts[NIDA_MAX_THREADS];
  NidaSelection *found[NIDA_MAX_THREADS];
} NidaFilterJob;

/* Pass is "and", shared is "or". The first filter finds rows that all pass, and says so alone. */
#define APPLY(type)                                                                                  \
  G_STMT_START {                                                                                     \
    const type *codes = (const type *) part->codes.data + start;                                     \
    for (guint i = 0; first && one && i < n; i++)                                                    \
      pass[i] = codes[i] == only;                                                                    \
    for (guint i = 0; first && !one && i < n; i++)                                                   \
      pass[i] = answers[codes[i]];                                                                   \
    for (guint i = 0; !first && i < n; i++)                                                          \
      pass[i] = (pass[i] & answers[codes[i]] & 1) | ((pass[i] | answers[codes[i]]) & 2);             \
  } G_STMT_END

static void
apply_part (const NidaFilterPart *part,
            gboolean              first,
            guint                 start,
            guint                 n,
            guint8               *pass)
{
  /* copies, which no write through @pass can change */
  const guint8 *answers = part->answers;
  gboolean one = part->one;
  guint32 only = part->only;

  switch (part->codes.data == NULL ? 0 : part->codes.width)
    {
    case 0:
      for (guint i = 0; i < n; i++)
        pass[i] = first ? answers[0] : (pass[i] & answers[0] & 1) | ((pass[i] | answers[0]) & 2);
      break;
    case 1: APPLY (guint8); break;
    case 2: APPLY (guint16); break;
    default: APPLY (guint32); break;
    }
}

#undef APPLY

static guint8
answer_usage (const NidaFilter *self,
              guint32           row)
{
  guint32 code = nida_codes_get (self->usage.codes, row);
  NidaKind kind = NIDA_TRAIT_KIND (self->sheet->traits[row]);

  if (code == 0 && (kind == NIDA_KIND_REQUIREMENT || kind == NIDA_KIND_REPORTED || kind == NIDA_KIND_STATED))
    return self->usage_by_date[nida_codes_get (self->date_codes, row)];
  return self->usage.answers[code];
}

/* Turn the passing rows whose date or usage year does not pass into rows beside the answer. */
static void
apply_dates (const NidaFilter *self,
             guint             start,
             guint             n,
             guint8           *pass,
             NidaSelection    *found)
{
  const NidaFilterPart *dates = &self->dates;

  for (guint i = 0; i < n; i++)
    {
      guint32 row = start + i;
      guint8 answer = DATE_YES;

      if (!(pass[i] & 1))
        continue;
      if (dates->answers != NULL)
        answer = dates->answers[nida_codes_get (dates->codes, row)];
      if (self->usage.answers != NULL)
        answer = MAX (answer, answer_usage (self, row));
      if (answer == DATE_YES)
        continue;
      pass[i] = 0;
      if (answer == DATE_OUTSIDE)
        g_array_append_val (found->outside, row);
      else if (answer == DATE_UNDATED)
        g_array_append_val (found->undated, row);
    }
}

static inline gboolean
all_fail (const guint8 *pass)
{
  guint64 eight;

  memcpy (&eight, pass, sizeof eight);
  return eight == 0;
}

static void
collect_shared (guint          start,
                guint          n,
                const guint8  *pass,
                NidaSelection *found)
{
  for (guint i = 0; i < n; i++)
    if (pass[i] == NIDA_PASS_SHARED)
      {
        guint32 row = start + i;

        g_array_append_val (found->shared, row);
      }
}

/* Most filters leave most rows out, so eight are looked at together first. */
static guint
collect_rows (NidaFilter    *self,
              guint          start,
              guint          n,
              const guint8  *pass,
              guint32       *rows,
              NidaSelection *found)
{
  guint count = 0;

  for (guint at = 0; at < n; at += 8)
    {
      if (at + 8 <= n && all_fail (pass + at))
        continue;
      for (guint i = at; i < MIN (at + 8, n); i++)
        {
          rows[count] = start + i;
          count += pass[i] & 1;
        }
    }
  if (self->may_share)
    collect_shared (start, n, pass, found);
  if (memcmp (found->present, self->sheet->present, sizeof found->present) != 0)
    for (guint i = 0; i < count; i++)
      found->present[self->sheet->traits[rows[i]]] = 1;
  return count;
}

static void
filter_range (guint    thread,
              guint    start,
              guint    end,
              gpointer data)
{
  NidaFilterJob *job = data;
  NidaFilter *self = job->filter;
  guint8 pass[BLOCK];

  job->starts[thread] = start;
  job->found[thread] = nida_selection_new ();
  for (guint at = start; at < end && !g_cancellable_is_cancelled (job->cancellable); at += BLOCK)
    {
      guint n = MIN (BLOCK, end - at);

      if (self->n_parts == 0)
        memset (pass, 1, n);
      for (guint i = 0; i < self->n_parts; i++)
        apply_part (&self->parts[i], i == 0, at, n, pass);
      if (self->dates.answers != NULL || self->usage.answers != NULL)
        apply_dates (self, at, n, pass, job->found[thread]);
      job->counts[thread] += collect_rows (self, at, n, pass, job->rows + (start - job->first) + job->counts[thread],
                                           job->found[thread]);
    }
}

static void
append_rows (GArray *to,
             GArray *from)
{
  g_array_append_vals (to, from->data, from->len);
}

/* Threads wrote their rows where their range begins: close the gaps, in order. */
static NidaSelection *
join_threads (NidaFilterJob *job)
{
  NidaSelection *selection = nida_selection_new ();

  for (guint thread = 0; thread < NIDA_MAX_THREADS; thread++)
    {
      NidaSelection *found = job->found[thread];

      if (found == NULL)
        continue;
      memmove (job->rows + selection->n_rows, job->rows + job->starts[thread], job->counts[thread] * sizeof (guint32));
      selection->n_rows += job->counts[thread];
      append_rows (selection->undated, found->undated);
      append_rows (selection->outside, found->outside);
      append_rows (selection->shared, found->shared);
      for (guint trait = 0; trait < NIDA_N_TRAITS; trait++)
        selection->present[trait] |= found->present[trait];
      nida_selection_free (found);
    }
  selection->rows = g_renew (guint32, g_steal_pointer (&job->rows), selection->n_rows + 1);
  return selection;
}

#define LARGE_PAGE (2 * 1024 * 1024)

/* Of millions of rows, getting the pages of the list takes a third of the pass, unless they are large. */
static void
prefer_large_pages (gpointer memory,
                    gsize    size)
{
#ifdef MADV_HUGEPAGE
  guintptr start = ((guintptr) memory + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE;
  guintptr end = ((guintptr) memory + size) / LARGE_PAGE * LARGE_PAGE;

  if (start < end)
    madvise ((void *) start, end - start, MADV_HUGEPAGE);       /* no more than advice */
#endif
}

static gboolean
chooses (const NidaFilter *self)
{
  return self->n_parts > 0 || self->dates.answers != NULL || self->usage.answers != NULL;
}

static NidaSelection *
select_all (const NidaFilter *self)
{
  NidaSelection *selection = nida_selection_new ();

  selection->n_rows = self->sheet->n_rows;
  memcpy (selection->present, self->sheet->present, sizeof selection->present);
  return selection;
}

/* What filters say of all rows that pass them. */
static void
say_filters (const NidaFilter *self,
             NidaSelection    *selection)
{
  for (guint i = 0; i < self->n_parts; i++)
    {
      NidaFixedCode fixed = { self->parts[i].codes, self->parts[i].only };

      if (self->parts[i].one)
        g_array_append_val (selection->fixed, fixed);
    }
  selection->copies_boundary = self->copies_boundary;
  selection->copies_on = self->copies_on;
}

NidaSelection *
nida_filter_run (NidaFilter    *self,
                 GCancellable  *cancellable,
                 GError       **error)
{
  NidaFilterJob job = { .filter = self, .cancellable = cancellable };
  g_autoptr (NidaSelection) selection = NULL;

  if (!chooses (self))
    selection = select_all (self);
  else
    {
      job.rows = g_new (guint32, (gsize) self->sheet->n_rows + 1);
      prefer_large_pages (job.rows, (gsize) self->sheet->n_rows * sizeof *job.rows);
      nida_parallel_run (self->sheet->n_rows, filter_range, &job);
      selection = join_threads (&job);
    }
  say_filters (self, selection);
  return g_cancellable_set_error_if_cancelled (cancellable, error) ? NULL : g_steal_pointer (&selection);
}

/* --- rows behind others --- */

static void
take_base (NidaSelection       *self,
           const NidaSelection *of_base)
{
  append_rows (self->undated, of_base->undated);
  append_rows (self->outside, of_base->outside);
  append_rows (self->shared, of_base->shared);
  memcpy (self->present, of_base->present, sizeof self->present);
}

/* The rows of the base that pass, then those behind them. */
static NidaSelection *
choose_behind (NidaFilter    *self,
               NidaSelection *of_base,
               GCancellable  *cancellable)
{
  guint n_base = self->sheet->base->n_rows;
  NidaFilterJob job = { .filter = self, .cancellable = cancellable, .first = n_base };
  NidaSelection *selection = nida_selection_new (), *found;

  job.rows = g_new (guint32, self->sheet->n_rows - n_base + 1);
  filter_range (0, n_base, self->sheet->n_rows, &job);
  found = job.found[0];
  selection->n_rows = of_base->n_rows + job.counts[0];
  selection->rows = g_new (guint32, (gsize) selection->n_rows + 1);
  memcpy (selection->rows, of_base->rows, of_base->n_rows * sizeof (guint32));
  memcpy (selection->rows + of_base->n_rows, job.rows, job.counts[0] * sizeof (guint32));
  take_base (selection, of_base);
  append_rows (selection->undated, found->undated);
  append_rows (selection->outside, found->outside);
  append_rows (selection->shared, found->shared);
  for (guint trait = 0; trait < NIDA_N_TRAITS; trait++)
    selection->present[trait] |= found->present[trait];
  nida_selection_free (found);
  g_free (job.rows);
  return selection;
}

NidaSelection *
nida_filter_run_behind (NidaFilter    *self,
                        NidaSelection *of_base,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr (NidaSelection) selection = chooses (self) ? choose_behind (self, of_base, cancellable) : select_all (self);

  selection->of_base = nida_selection_ref (of_base);
  say_filters (self, selection);
  return g_cancellable_set_error_if_cancelled (cancellable, error) ? NULL : g_steal_pointer (&selection);
}
