/* All that one change of the filters has to ask, and the answers: the board's charts and the filter panel's fields. */
#pragma once

#include "board.h"
#include "filter-set.h"
#include "local-engine.h"

G_BEGIN_DECLS

/* @spec is the board's own with the person's filters in its question; @cubes is NULL when it could not be answered, and
 * then @error says why. */
typedef struct {
  NidaChartSpec *spec;
  GPtrArray     *cubes;
  char          *error;
} NidaChartAnswer;

typedef struct {
  GPtrArray *cards;                          /* NidaChartAnswer, as the board's */
  GPtrArray *charts;
  NidaCube  *fields[NIDA_N_FIELDS];          /* by that field, without its own filter; NULL where not asked */
  NidaCube  *dates;                          /* by year or month, without the range */
  gatomicrefcount ref_count;
} NidaAnswers;

#define NIDA_FIELD_BIT(field) (G_GUINT64_CONSTANT (1) << (field))

/* Asks @engine and waits; any thread. @fields: NIDA_FIELD_BIT of those to ask. */
NidaAnswers *nida_answers_ask       (NidaLocalEngine *engine, const NidaBoard *board, const NidaFilterSet *filters,
                                     guint64 fields, guint fiscal_start);
/* One more field, into @self. */
void         nida_answers_ask_field (NidaAnswers *self, NidaLocalEngine *engine, const NidaFilterSet *filters, NidaField field);
/* Before @self, which is about to take the place of @before, is drawn: charts that ask the same keep the order of their names. */
void         nida_answers_keep_order (NidaAnswers *self, NidaAnswers *before);
/* Has the card at @place a figure? A hall is not shown what the sources do not say. @self: or NULL. */
gboolean     nida_answers_has_figure (NidaAnswers *self, guint place);
NidaAnswers *nida_answers_ref       (NidaAnswers *self);
void         nida_answers_unref     (NidaAnswers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaAnswers, nida_answers_unref)

/* What filter rows and bars of the histogram compare: the measure that most values of the dimension have; of equal ones
 * what was received, else pledged, required, reported. */
NidaMeasure  nida_cube_main_measure (NidaCube *cube);
/* @measure of the cell, or NIDA_MONEY_NONE; NIDA_N_MEASURES takes the first that the cell has: kinds of money differ. */
NidaMoney    nida_cell_figure       (const NidaCubeCell *cell, NidaMeasure measure);

G_END_DECLS
