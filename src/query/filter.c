/* Runs over the columns with a table of answers for each filter, in blocks that stay in the cache. */
#include "config.h"

#include "filter.h"

#include "engine.h"
#include "filter-values.h"
#include "parallel.h"
#include "translate.h"

#include <string.h>
#include <sys/mman.h>

#define BLOCK 4096
#define MOST_PARTS 40

/* In the order in which the answer of one filter prevails over that of another one. */
enum { DATE_YES, DATE_OUTSIDE, DATE_UNDATED, DATE_NO };

typedef struct {
  NidaCodes  codes;
  guint32    n_codes;
  guint8    *answers;      /* by code */
  gboolean   one;          /* only @only passes, */
  guint32    only;
} NidaFilterPart;

struct _NidaFilter {
  NidaSheet      *sheet;
  NidaFilterPart  parts[MOST_PARTS];
  guint           n_parts;
  gboolean        may_share;            /* is any row NIDA_PASS_SHARED? */
  NidaFilterPart  dates;                /* answers are DATE_…; no answers: any date passes */
  NidaFilterPart  usage;                /* the same of usage years */
  guint8         *usage_by_date;        /* by code of the dates: for requirements and totals, which are for their own year */
  NidaCodes       date_codes;
  guint           copies_boundary, copies_on;
  gboolean        goes_on;              /* all codes that it reads go on with those of the base, but of names */
};

typedef struct {
  NidaFilter    *filter;
  GCancellable  *cancellable;
  guint32       *rows;
  guint          first;                 /* row that is looked at */
  guint          starts[NIDA_MAX_THREADS], counts[NIDA_MAX_THREADS];
  NidaSelection *found[NIDA_MAX_THREADS];
} NidaFilterJob;

static guint8 *
add_part (NidaFilter *self,
          NidaCodes   codes,
          guint32     n_codes)
{
  NidaFilterPart *part = &self->parts[self->n_parts++];

  g_assert (self->n_parts <= MOST_PARTS);
  part->codes = codes;
  part->n_codes = n_codes;
  part->answers = g_new0 (guint8, n_codes);
  return part->answers;
}

/* --- dates --- */

/* Does @period lie wholly in the days from @first to @last, partly, or not at all? */
static guint8
answer_days (NidaPeriod period,
             gint32     first,
             gint32     last)
{
  if (period.start.precision == NIDA_PRECISION_NONE)
    return DATE_UNDATED;
  if (nida_period_within (period, first, last))
    return DATE_YES;
  if (nida_date_last_day (period.end) < first || nida_date_first_day (period.start) > last)
    return DATE_NO;
  return DATE_OUTSIDE;
}

static void
restrict_to_range (NidaFilter        *self,
                   NidaQuery         *query,
                   const NidaEncoded *dates)
{
  gint32 first = query->from.precision == NIDA_PRECISION_NONE ? G_MININT32 : nida_date_first_day (query->from);
  gint32 last = query->to.precision == NIDA_PRECISION_NONE ? G_MAXINT32 : nida_date_last_day (query->to);

  for (guint32 code = 0; code < dates->n_codes; code++)
    self->dates.answers[code] = answer_days (dates->periods[code], first, last);
}

/* An undated row may be of any of the periods, so it is named beside them. */
static guint8
answer_periods (NidaPeriod        period,
                const NidaPeriod *wanted,
                guint             n_wanted)
{
  guint8 best = DATE_NO;

  for (guint i = 0; i < n_wanted; i++)
    {
      guint8 answer;

      if (wanted[i].start.precision == NIDA_PRECISION_NONE)
        answer = period.start.precision == NIDA_PRECISION_NONE ? DATE_YES : DATE_NO;
      else
        answer = answer_days (period, nida_date_first_day (wanted[i].start), nida_date_last_day (wanted[i].end));
      best = MIN (best, answer);
    }
  return best;
}

static NidaPeriod *
parse_periods (NidaQuery           *query,
               const char * const  *values,
               guint               *n_periods,
               GError             **error)
{
  guint n = g_strv_length ((char **) values);
  g_autofree NidaPeriod *periods = g_new (NidaPeriod, n + 1);

  for (guint i = 0; i < n; i++)
    if (!nida_filter_values_period (values[i], query->fiscal_start, &periods[i], error))
      return NULL;
  *n_periods = n;
  return g_steal_pointer (&periods);
}

static gboolean
restrict_to_dates (NidaFilter          *self,
                   NidaQuery           *query,
                   const NidaEncoded   *dates,
                   const char * const  *values,
                   GError             **error)
{
  guint n;
  g_autofree NidaPeriod *wanted = parse_periods (query, values, &n, error);

  if (wanted == NULL)
    return FALSE;
  for (guint32 code = 0; code < dates->n_codes; code++)
    {
      guint8 answer = answer_periods (dates->periods[code], wanted, n);

      self->dates.answers[code] = MAX (self->dates.answers[code], answer);
    }
  return TRUE;
}

static void
begin_dates (NidaFilter        *self,
             const NidaEncoded *dates)
{
  if (self->dates.answers != NULL)
    return;
  self->goes_on &= dates->goes_on;
  self->dates.codes = dates->codes;
  self->dates.answers = g_new (guint8, dates->n_codes);
  memset (self->dates.answers, DATE_YES, dates->n_codes);
}

static gboolean
add_usage (NidaFilter          *self,
           NidaQuery           *query,
           const char * const  *values,
           GError             **error)
{
  const NidaEncoded *usage = nida_sheet_get_usage (self->sheet);
  const NidaEncoded *dates = nida_sheet_get_dates (self->sheet);
  guint n;
  g_autofree NidaPeriod *wanted = parse_periods (query, values, &n, error);

  if (wanted == NULL)
    return FALSE;
  self->goes_on &= usage->goes_on && dates->goes_on;
  self->usage = (NidaFilterPart) { .codes = usage->codes, .answers = g_new (guint8, usage->n_codes) };
  for (guint32 code = 0; code < usage->n_codes; code++)
    self->usage.answers[code] = answer_periods (usage->periods[code], wanted, n);
  self->date_codes = dates->codes;
  self->usage_by_date = g_new (guint8, dates->n_codes);
  for (guint32 code = 0; code < dates->n_codes; code++)
    self->usage_by_date[code] = answer_periods (dates->periods[code], wanted, n);
  return TRUE;
}

/* --- boundaries: one of the copies of a flow must have both --- */

static void
add_copies (NidaFilter *self)
{
  guint boundaries = self->copies_boundary != 0 ? self->copies_boundary : 0xf;
  guint ons = self->copies_on != 0 ? self->copies_on : 0x7;
  guint wanted = 0;
  guint8 *answers = add_part (self, (NidaCodes) { self->sheet->copies, 2 }, NIDA_N_COPIES);

  for (guint boundary = 0; boundary < 4; boundary++)
    for (guint on = 0; on < 3; on++)
      if ((boundaries >> boundary & 1) && (ons >> on & 1))
        wanted |= NIDA_BOUNDARY_BIT (boundary, on);
  for (guint copies = 0; copies < NIDA_N_COPIES; copies++)
    answers[copies] = (copies == 0 ? NIDA_BOUNDARY_BIT (0, 0) : copies) & wanted ? NIDA_PASS_YES : NIDA_PASS_NO;
}

/* --- all of them --- */

static gboolean
add_filter (NidaFilter          *self,
            NidaQuery           *query,
            NidaField            field,
            const char * const  *values,
            GError             **error)
{
  NidaDataset *dataset = self->sheet->dataset;

  if (field == NIDA_FIELD_BOUNDARY)
    return nida_filter_values_words (field, values, &self->copies_boundary, error);
  if (field == NIDA_FIELD_ON_BOUNDARY)
    return nida_filter_values_words (field, values, &self->copies_on, error);
  if (nida_field_is_code (field))
    return nida_filter_values_names (self->sheet, field, values,
                                     add_part (self, nida_dataset_get_codes (dataset, field),
                                               nida_dictionary_get_size (nida_dataset_get_dictionary (dataset, field)) + 1),
                                     error);
  if (field == NIDA_FIELD_DATE)
    {
      begin_dates (self, nida_sheet_get_dates (self->sheet));
      return restrict_to_dates (self, query, nida_sheet_get_dates (self->sheet), values, error);
    }
  if (field == NIDA_FIELD_USAGE_YEAR)
    return add_usage (self, query, values, error);
  if (field == NIDA_FIELD_DONOR_GROUP)
    {
      const NidaEncoded *groups = nida_sheet_get_groups (self->sheet);

      self->goes_on &= groups->goes_on;
      return nida_filter_values_groups (values, add_part (self, groups->codes, groups->n_codes), error);
    }
  if (field == NIDA_FIELD_ID)
    {
      const NidaEncoded *ids = nida_sheet_get_ids (self->sheet);

      self->goes_on = FALSE;
      return nida_filter_values_ids (ids, values, add_part (self, ids->codes, ids->n_codes), error);
    }
  g_set_error (error, NIDA_QUERY_ERROR, NIDA_QUERY_ERROR_INVALID,
               /* Translators: %s is the name of a field, "amount" */
               _("Rows cannot be chosen by %s."), nida_field_get_name (field));
  return FALSE;
}

/* A click on one name is the most frequent filter by far. */
static void
find_single_codes (NidaFilter *self)
{
  for (guint i = 0; i < self->n_parts; i++)
    {
      NidaFilterPart *part = &self->parts[i];
      guint n = 0;

      for (guint32 code = 0; code < part->n_codes; code++)
        {
          if (part->answers[code] == NIDA_PASS_NO)
            continue;
          self->may_share |= part->answers[code] == NIDA_PASS_SHARED;
          part->only = code;
          n++;
        }
      part->one = n == 1 && part->answers[part->only] == NIDA_PASS_YES && part->codes.data != NULL;
    }
}

NidaFilter *
nida_filter_new (NidaSheet  *sheet,
                 NidaQuery  *query,
                 GError    **error)
{
  g_autoptr (NidaFilter) self = g_new0 (NidaFilter, 1);

  self->sheet = nida_sheet_ref (sheet);
  self->goes_on = sheet->base != NULL;
  if (query->from.precision != NIDA_PRECISION_NONE || query->to.precision != NIDA_PRECISION_NONE)
    {
      begin_dates (self, nida_sheet_get_dates (sheet));
      restrict_to_range (self, query, nida_sheet_get_dates (sheet));
    }
  for (guint i = 0; i < nida_query_get_n_filters (query); i++)
    {
      const char * const *values;
      NidaField field = nida_query_get_filter (query, i, &values);

      if (!add_filter (self, query, field, values, error))
        return NULL;
    }
  if (self->copies_boundary != 0 || self->copies_on != 0)
    add_copies (self);
  find_single_codes (self);
  return g_steal_pointer (&self);
}

void
nida_filter_free (NidaFilter *self)
{
  for (guint i = 0; i < self->n_parts; i++)
    g_free (self->parts[i].answers);
  g_free (self->dates.answers);
  g_free (self->usage.answers);
  g_free (self->usage_by_date);
  g_clear_pointer (&self->sheet, nida_sheet_unref);
  g_free (self);
}

gboolean
nida_filter_same (NidaQuery *a,
                  NidaQuery *b)
{
  if (nida_query_get_n_filters (a) != nida_query_get_n_filters (b) || a->fiscal_start != b->fiscal_start ||
      nida_date_compare (a->from, b->from) != 0 || nida_date_compare (a->to, b->to) != 0)
    return FALSE;
  for (guint i = 0; i < nida_query_get_n_filters (a); i++)
    {
      const char * const *ours, * const *theirs;

      if (nida_query_get_filter (a, i, &ours) != nida_query_get_filter (b, i, &theirs) || !g_strv_equal (ours, theirs))
        return FALSE;
    }
  return TRUE;
}

/* --- the pass --- */

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

gboolean
nida_filter_goes_on (NidaFilter *self,
                     NidaFilter *base)
{
  if (!self->goes_on || self->n_parts != base->n_parts)
    return FALSE;
  for (guint i = 0; i < self->n_parts; i++)
    if (self->parts[i].n_codes < base->parts[i].n_codes
        || memcmp (self->parts[i].answers, base->parts[i].answers, base->parts[i].n_codes) != 0)
      return FALSE;
  return TRUE;
}

void
nida_filter_let_go_of_sheet (NidaFilter *self)
{
  g_clear_pointer (&self->sheet, nida_sheet_unref);
}
