/* What each kind of chart is called, what it needs of a question and of the data, and which choices it heeds: one table for the
 * editor, for suggestions and for the command line. */
#pragma once

#include "chart-spec.h"

G_BEGIN_DECLS

/* Choices of a spec that a kind heeds; a person is asked for no others. */
typedef enum {
  NIDA_CHOICE_MEASURE   = 1 << 0,
  NIDA_CHOICE_STEP      = 1 << 1,
  NIDA_CHOICE_STACK     = 1 << 2,
  NIDA_CHOICE_FORM      = 1 << 3,
  NIDA_CHOICE_ORDER     = 1 << 4,
  NIDA_CHOICE_TOP       = 1 << 5,
  NIDA_CHOICE_PINNED    = 1 << 6,
  NIDA_CHOICE_TIME      = 1 << 7,      /* the direction of time */
  NIDA_CHOICE_REFERENCE = 1 << 8,      /* it has an axis of values to draw a line across */
  NIDA_CHOICE_HUES      = 1 << 9,      /* its names have colours */
  NIDA_CHOICE_SUBTITLE  = 1 << 10,
  NIDA_CHOICE_NAMES_ORDER = 1 << 11,   /* a person may put its names in order */
  NIDA_CHOICE_TILES     = 1 << 12,
  NIDA_CHOICE_PROJECTION = 1 << 13,
  NIDA_CHOICE_CATEGORY  = 1 << 14,     /* one of several indicators */
  NIDA_CHOICE_RANK_ORDER = 1 << 15,    /* the largest first, the smallest, or by name */
} NidaChartChoices;

/**
 * NidaChartTraits:
 *
 * @label, @purpose: for people, in English for the catalogue: "Ranking", "Who gave most: bars, the largest first."
 * @min_fields, @max_fields: fields of names in the question; where it names fewer than @min_fields, the kind takes the usual one
 * @min_names: names that must have a figure, or there is nothing to compare
 * @min_periods: dates that must have a figure, at the step of the chart
 * @years: its usual step is a year
 * @additive: shows parts of a sum, none of them negative; @corrections: but for such as are too small to be seen
 * @stock: kind of rows without which it has nothing to show, or %NIDA_KIND_NONE
 */
typedef struct {
  const char *label, *purpose;
  guint       min_fields, max_fields;
  guint       min_names, min_periods;
  gboolean    years;
  gboolean    additive, corrections;
  NidaKind    stock;
  guint       choices;
} NidaChartTraits;

const NidaChartTraits *nida_chart_kind_get_traits  (NidaChartKind kind);
const char            *nida_chart_kind_get_label   (NidaChartKind kind);     /* in the language that the thread speaks */
const char            *nida_chart_kind_get_purpose (NidaChartKind kind);
/* Can its bars stand in @order? A ranking has the largest first, the smallest or names; coverage that of the source. */
gboolean               nida_chart_kind_has_order   (NidaChartKind kind, NidaOrder order);
/* Is a sum of this measure over several groups the figure of all of them together? */
gboolean               nida_measure_is_additive    (NidaMeasure measure);
/* Requirement, and what is reckoned from it. */
gboolean               nida_measure_is_of_needs    (NidaMeasure measure);

G_END_DECLS
