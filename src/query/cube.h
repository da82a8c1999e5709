/* The answer to a query: exact sums and counts per group, what was left out and why, and the facts asked for. */
#pragma once

#include "query.h"

G_BEGIN_DECLS

/**
 * NidaCubeItem:
 *
 * One member of a dimension, "Kuwait, Government of" or 2024-Q1. Items are in order: periods by time ("undated" last),
 * names by code points, then all that the question does not keep apart, "Multiple (n)" and "not stated".
 */
typedef struct {
  char      *name;         /* as `query` prints it: the English name, the period, "Multiple (2)", "" when not stated */
  char      *arabic;       /* NULL when there is none */
  NidaPeriod period;       /* of a date dimension */
  guint      n_members;    /* above 1: a group of cells that list so many names */
  gboolean   not_stated;   /* no value (of a date: undated) */
  gboolean   others;       /* all names that the question does not keep apart; @name says nothing */
  guint32    n_names;      /* of others: how many have money; 0 where nobody has counted them */
  guint32    code;         /* names: grows with the order in which the sources first have them; else 0 */
} NidaCubeItem;

/**
 * NidaCubeCell:
 *
 * @values: by NidaMeasure; %NIDA_MONEY_NONE where there is nothing to say (coverage without a requirement; a total of
 * which the sources hold no row at all) or where the measure was not asked for
 * @flows: distinct flows of money behind the cell
 * @unvalued: those among them whose money has no amount in the currency of the question and is in no sum
 * @unknown: bits of measures (%NIDA_MEASURE_BIT) that are %NIDA_MONEY_NONE although rows are there, since none of these has an
 * amount in the currency of the question
 * @reports: of a group whose reported total is asked for, the rows that state one, be it zero
 */
typedef struct {
  guint     item[NIDA_MAX_BY];
  NidaMoney values[NIDA_N_MEASURES];
  guint64   flows;
  guint64   unvalued;
  guint     unknown;
  guint64   reports;
} NidaCubeCell;

/* What is said beside a sum counts what is in it: of @flows those that are not among @unvalued; all where none is in a sum. */
static inline guint64
nida_flows_summed (guint64 flows,
                   guint64 unvalued)
{
  return unvalued < flows ? flows - unvalued : flows;
}

/* Money or rows that stand beside the sums, each named on every chart and on standard error. */
typedef enum {
  NIDA_ASIDE_INTERNAL,           /* distinct: internal flows, left out */
  NIDA_ASIDE_SHARED,             /* boundary: shared money */
  NIDA_ASIDE_INTERNAL_BESIDE,    /* boundary: internal money */
  NIDA_ASIDE_OUTGOING,           /* boundary: outgoing only */
  NIDA_ASIDE_PLEDGES,            /* boundary: pledges of incoming single money */
  NIDA_ASIDE_OUTSIDE_APPEALS,    /* coverage, gap: money without a plan with a requirement */
  NIDA_ASIDE_NOT_SPECIFIED,      /* coverage by category: the plan's money without a category */
  NIDA_ASIDE_UNDATED,            /* a date range was asked for, the row has no date */
  NIDA_ASIDE_SPAN_OUTSIDE,       /* a span or coarse date that does not lie wholly inside the range */
  NIDA_ASIDE_NO_AMOUNT,          /* no amount in the display currency */
  NIDA_ASIDE_OTHER_DIRECTION,    /* incoming rows not added to outgoing ones, or the reverse */
  NIDA_ASIDE_COMMITMENT_OF_PAID, /* commitments not added to their own disbursements */
  NIDA_ASIDE_SHARED_FILTER,      /* kept whole: cells that list several names and match the filter by one */
  NIDA_ASIDE_PASSED_ON_MOST,     /* distinct: upper bound of money that is passed on and so stands twice */
  NIDA_ASIDE_OVERLAP,            /* upper bound of money that two kinds of sources hold and that so stands twice */
  NIDA_ASIDE_OTHER_LEVEL,        /* requirements or reported totals of a finer level or a second breakdown, not added */
  NIDA_ASIDE_OTHER_STATEMENT,    /* reported totals that overlap the one that counts, not added */
  NIDA_ASIDE_NO_REQUIREMENT,     /* coverage: plans' money in groups without a requirement, counted in the total */
  NIDA_N_ASIDES,
} NidaAsideKind;

typedef struct {
  NidaAsideKind kind;
  gboolean      left_out;     /* else it is counted, and only named */
  guint64       rows;
  NidaMoney     amount;       /* NIDA_MONEY_NONE where there is none */
  gboolean      of_totals;    /* requirements and reported totals may be among the rows, which are then no flows */
} NidaAside;

typedef enum {
  NIDA_CONVERSION_SAME,          /* only to the prices of another year */
  NIDA_CONVERSION_SOURCE,        /* reported in another currency; the source states the dollars */
  NIDA_CONVERSION_TABLE,         /* by a loaded table */
  NIDA_CONVERSION_TABLE_AND_PEG, /* by a loaded table and a fixed rate to the dollar */
  NIDA_CONVERSION_PEG,           /* by a fixed rate */
  NIDA_CONVERSION_OWN,           /* by what the desk says itself */
  NIDA_CONVERSION_OWN_AND_TABLE, /* by that and a loaded table */
  NIDA_CONVERSION_OWN_AND_PEG,
  NIDA_CONVERSION_MISSING,       /* no rate: left out, part of NIDA_ASIDE_NO_AMOUNT */
} NidaConversionKind;

/**
 * NidaConversion:
 *
 * Rows of an answer that were converted, or could not be. @amount is in @from, %NIDA_MONEY_NONE where it is not summed.
 * @first and @last are the days that the rates are of (0, 0 where none is); @average: some are averages of a year or the
 * like.
 */
typedef struct {
  NidaConversionKind kind;
  const char        *from;       /* ISO 4217; owned by the cube */
  const char        *source;     /* "European Central Bank"; NULL without a table */
  guint64            rows;
  NidaMoney          amount;
  gboolean           average;
  gint32             first, last;
  const char        *note;       /* of one row by the desk's own rate: where that is from, or NULL */
} NidaConversion;

/* One event, indicator, goal, stated or reported total. Strings are owned by the cube. */
typedef struct {
  guint         row;          /* of the dataset */
  NidaKind      kind;
  NidaPeriod    period;
  NidaMoney     amount;       /* in the display currency; of an indicator the level, in thousandths too */
  NidaQualifier qualifier;
  NidaState     state;
  gboolean      implied;      /* basis is "implied…" */
  const char   *text, *text_ar;            /* description */
  const char   *category, *category_ar;
  const char   *donor, *donor_ar;
  const char   *recipient, *recipient_ar;
  const char   *appeal, *appeal_ar;
  const char   *partner, *partner_ar;
  const char   *said_by, *source;
  /* stated, reported: what the dataset's own rows add up to for the same appeal, donor, recipient, category and span
   * (requirements for stated, flows received for reported); NIDA_MONEY_NONE when it holds none */
  NidaMoney     computed;
  guint64       computed_rows;
} NidaFact;

#define NIDA_TYPE_CUBE (nida_cube_get_type ())
G_DECLARE_FINAL_TYPE (NidaCube, nida_cube, NIDA, CUBE, GObject)

NidaQuery          *nida_cube_get_query    (NidaCube *self);
NidaRule            nida_cube_get_rule     (NidaCube *self);     /* never AUTO */
guint               nida_cube_get_n_items  (NidaCube *self, guint dimension);
const NidaCubeItem *nida_cube_get_item     (NidaCube *self, guint dimension, guint index);
guint               nida_cube_get_n_cells  (NidaCube *self);     /* in item order; only groups that have rows */
const NidaCubeCell *nida_cube_get_cell     (NidaCube *self, guint index);
/* All of them, for who reads thousands. */
const NidaCubeCell *nida_cube_get_cells    (NidaCube *self, guint *n);
const NidaCubeCell *nida_cube_find_cell    (NidaCube *self, const guint *items);   /* NULL when there is none */
/* The total of all groups, each flow once; with no "by" the only cell. */
const NidaCubeCell *nida_cube_get_total    (NidaCube *self);
guint               nida_cube_get_n_asides (NidaCube *self);
const NidaAside    *nida_cube_get_aside    (NidaCube *self, guint index);
guint               nida_cube_get_n_conversions (NidaCube *self);   /* by kind, source and currency */
const NidaConversion *nida_cube_get_conversion  (NidaCube *self, guint index);
/* Whose price levels a question about the prices of one year was answered with; NULL for any other. */
const char         *nida_cube_get_deflators (NidaCube *self);
guint               nida_cube_get_n_facts  (NidaCube *self);     /* by period, undated last, then by row */
guint               nida_cube_count_facts  (NidaCube *self, NidaKind kind);
const NidaFact     *nida_cube_get_fact     (NidaCube *self, guint index);
/* Does the dataset, under these filters, hold any row of @kind? Tells "absent" from "zero". */
gboolean            nida_cube_has_kind     (NidaCube *self, NidaKind kind);
/* First and last day of the dated money and facts under the filters; FALSE when nothing is dated. */
gboolean            nida_cube_get_extent   (NidaCube *self, gint32 *first_day, gint32 *last_day);
/* The years that its requirements are for, ascending; none where it was not asked for requirements or what is reckoned from them. */
const int          *nida_cube_get_plan_years (NidaCube *self, guint *n);

G_END_DECLS
