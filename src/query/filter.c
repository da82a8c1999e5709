/* What a question lets pass, as one small table of answers by code for each of its filters. */
#include "config.h"

#include "filter-private.h"

#include "engine.h"
#include "filter-values.h"
#include "translate.h"

#include <string.h>

static guint8 *
add_part (NidaFilter *self,
          NidaCodes   codes,
          guint32     n_codes)
{
  NidaFilterPart *part = &self->parts[self->n_parts++];

  g_assert (self->n_parts <= NIDA_FILTER_MOST_PARTS);
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
  if (field == NIDA_FIELD_REGION)
    {
      NidaDictionary *countries = nida_dataset_get_dictionary (dataset, NIDA_FIELD_COUNTRY);
      NidaCodes codes = nida_dataset_get_codes (dataset, NIDA_FIELD_COUNTRY);

      return nida_filter_values_regions (self->sheet, values, add_part (self, codes, nida_dictionary_get_size (countries) + 1), error);
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

/* --- rows behind others --- */

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
