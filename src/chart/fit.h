/* Which kinds of charts fit a question and what the data answer to it, and which fit best. */
#pragma once

#include "chart-traits.h"
#include "local-engine.h"

G_BEGIN_DECLS

/**
 * NidaSubject:
 *
 * What the data hold of a question, asked once for all kinds of charts.
 * @n_names: names of the first and the second field of the question that have a figure other than zero; where the question has
 *   no field of names, of the one that charts take then
 * @n_years, @n_periods: dates with such a figure, by year and at the step of the chart (by month, where it has none)
 * @largest: the share of the largest name, millionths
 */
typedef struct {
  NidaField field[2];
  guint     n_fields;          /* that the question names */
  gboolean  dated;             /* the question names the date, too */
  guint     n_names[2];
  guint     n_years, n_periods;
  gboolean  negative;
  gint64    corrections;       /* what is below zero, against the whole, millionths */
  gboolean  stated;            /* there is a figure of the measure at all */
  gint64    largest;
  guint     kinds;             /* NIDA_KIND_BIT of the rows */
} NidaSubject;

/* @spec with the filters of the board in its question. Asks and waits. */
void  nida_subject_init     (NidaSubject *self, NidaLocalEngine *engine, const NidaChartSpec *spec);
/* NULL where @kind can show the question of @spec; else a sentence why it cannot, in the language that the thread
 * speaks; transfer full. */
char *nida_chart_kind_fits  (NidaChartKind kind, const NidaChartSpec *spec, const NidaSubject *subject);

/* A kind that fits, and why it is worth a look, as a sentence. */
typedef struct { NidaChartKind kind; int score; char *reason; } NidaSuggestion;
/* (element-type NidaSuggestion): all kinds that fit, the best first; transfer full. */
GPtrArray *nida_chart_suggest (const NidaChartSpec *spec, const NidaSubject *subject);

G_END_DECLS
