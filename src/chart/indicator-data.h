/* What an indicator chart draws: one level a year, the years that no source speaks of, and the goal. Private to chart/. */
#pragma once

#include "recipe.h"

G_BEGIN_DECLS

/* @fact: NULL for a year that is not in the sources. */
typedef struct {
  int             year;
  const NidaFact *fact;
} NidaIndicatorYear;

/* A level by its number, in thousandths, and what it is called; @name is NULL where no source names it. */
typedef struct {
  NidaMoney   level;
  char       *name;
} NidaIndicatorLevel;

typedef struct {
  NidaLanguage   *language;
  const char     *category, *category_ar;
  GArray         *years;          /* NidaIndicatorYear, without holes */
  GArray         *levels;         /* NidaIndicatorLevel, the best first */
  const NidaFact *goal;           /* or NULL */
  GPtrArray      *others;         /* const NidaFact *: the first of each other indicator */
  guint           n_known;
  gboolean        any_implied;
} NidaIndicator;

NidaIndicator           *nida_indicator_new       (NidaRecipe *recipe);
void                     nida_indicator_free      (NidaIndicator *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaIndicator, nida_indicator_free)
const NidaIndicatorYear *nida_indicator_get_year  (const NidaIndicator *self, guint index);
const NidaFact          *nida_indicator_get_last  (const NidaIndicator *self);
/* The place of a level from the top, 0 is the best. */
guint                    nida_indicator_rank      (const NidaIndicator *self, NidaMoney level);
char                    *nida_indicator_name      (const NidaIndicator *self, NidaMoney level);

/* indicator-words.c */
char *nida_indicator_title       (NidaRecipe *recipe, const NidaIndicator *data);
char *nida_indicator_subtitle    (const NidaIndicator *data);
char *nida_indicator_note        (const NidaIndicator *data);
char *nida_indicator_description (const NidaIndicator *data);
void  nida_indicator_table       (NidaRecipe *recipe, const NidaIndicator *data);

G_END_DECLS
