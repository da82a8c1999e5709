/* Amounts in at most five classes with round limits, for shades. Knows nothing of colours or points. Private to chart/. */
#pragma once

#include "query.h"

G_BEGIN_DECLS

#define NIDA_MAX_CLASSES 5

/* @breaks: ascending; class 0 lies below the first, a value on a break above it. @n_classes: breaks and one */
typedef struct {
  guint  n_classes;
  gint64 breaks[NIDA_MAX_CLASSES - 1];
} NidaClasses;

/* Of the positive ones among @values: equal numbers in each, at round limits; coverage in fifths. */
NidaClasses nida_classes_new  (const gint64 *values, guint n, NidaMeasure measure);
guint       nida_classes_find (const NidaClasses *self, gint64 value);

G_END_DECLS
