/* Plans as keys of two words: the appeal, or the source of what names none, and the years. */
#include "plans.h"

typedef struct {
  NidaSheet         *sheet;
  NidaCodes          appeals;
  const NidaEncoded *dates, *usage;
  const guint64     *years_of_date;      /* by code of @dates */
  const guint64     *years_of_usage;
} NidaPlanWork;

static guint64
years_of (NidaPeriod period)
{
  int last, day, month;

  if (period.start.precision == NIDA_PRECISION_NONE)
    return 0;
  nida_civil_from_days (nida_date_last_day (period.end), &last, &month, &day);
  return (guint64) nida_date_year (period.start) << 32 | (guint32) last;
}

/* A total is for its own years; money is for its usage years, where they are stated. */
static guint64
choose_years (NidaKind kind,
              guint64  of_date,
              guint64  of_usage)
{
  gboolean is_total = kind == NIDA_KIND_REQUIREMENT || kind == NIDA_KIND_REPORTED || kind == NIDA_KIND_STATED;

  if (is_total)
    return of_date != 0 ? of_date : of_usage;
  return of_usage != 0 ? of_usage : of_date;
}

static NidaKey
make_key (NidaSheet *sheet,
          guint      row,
          guint32    appeal,
          guint64    years)
{
  if (sheet->named_appeals[appeal])
    return (NidaKey) { (guint64) appeal << 32, years };
  return (NidaKey) { (guint64) nida_dataset_get_source (sheet->dataset, row) + 1, years };
}

NidaKey
nida_plan_key (NidaSheet *sheet,
               guint      row)
{
  const NidaEncoded *plans = nida_sheet_get_plans (sheet);

  return plans->keys.keys[nida_codes_get (plans->codes, row)];
}

static NidaKey
key_of_row (guint         row,
            gconstpointer data)
{
  const NidaPlanWork *work = data;
  NidaKind kind = NIDA_TRAIT_KIND (work->sheet->traits[row]);
  guint64 years;

  if (!(NIDA_KIND_BIT (kind) & (NIDA_KINDS_MONEY | NIDA_KIND_BIT (NIDA_KIND_REQUIREMENT) |
                                NIDA_KIND_BIT (NIDA_KIND_REPORTED))))
    return (NidaKey) { 0, 0 };
  years = choose_years (kind, work->years_of_date[nida_codes_get (work->dates->codes, row)],
                        work->years_of_usage[nida_codes_get (work->usage->codes, row)]);
  return make_key (work->sheet, row, nida_codes_get (work->appeals, row), years);
}

static guint64 *
years_by_code (const NidaEncoded *encoded)
{
  guint64 *years = g_new (guint64, encoded->n_codes);

  for (guint32 code = 0; code < encoded->n_codes; code++)
    years[code] = years_of (encoded->periods[code]);
  return years;
}

static NidaKey
no_plan (guint         row,
         gconstpointer data)
{
  return (NidaKey) { 0, 0 };
}

NidaEncoded *
nida_plans_encode (NidaSheet         *sheet,
                   const NidaEncoded *dates,
                   const NidaEncoded *usage,
                   const NidaEncoded *before,
                   guint              n_before)
{
  g_autofree guint64 *years_of_date = years_by_code (dates);
  g_autofree guint64 *years_of_usage = years_by_code (usage);
  NidaPlanWork work = { sheet, nida_dataset_get_codes (sheet->dataset, NIDA_FIELD_APPEAL), dates, usage,
                        years_of_date, years_of_usage };

  return nida_encode_rows (sheet->n_rows, before, n_before, sheet->totals->len == 0 ? no_plan : key_of_row, &work);
}
