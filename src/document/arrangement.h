/* The cards and charts that a person has put on a board, in order. A value: each change makes another one, so that undo keeps
 * what was, and a reload of the data changes nothing of it. */
#pragma once

#include "chart-spec.h"

G_BEGIN_DECLS

/* Reference-counted and immutable; safe in any thread. An index counts the cards first, then the charts. */
typedef struct _NidaArrangement NidaArrangement;

/* @cards, @charts: (element-type NidaChartSpec), copied. A number is a card, wherever it stood. */
NidaArrangement     *nida_arrangement_new        (GPtrArray *cards, GPtrArray *charts);
/* @colors: as nida_arrangement_get_colors(), which the charts have got already. */
NidaArrangement     *nida_arrangement_new_colored (GPtrArray *cards, GPtrArray *charts, const NidaChartSpec *colors);
NidaArrangement     *nida_arrangement_ref        (NidaArrangement *self);
void                 nida_arrangement_unref      (NidaArrangement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaArrangement, nida_arrangement_unref)

/* NULL, a board as it is composed from data, is equal only to NULL. */
gboolean             nida_arrangement_equal      (NidaArrangement *a, NidaArrangement *b);
GPtrArray           *nida_arrangement_get_cards  (NidaArrangement *self);   /* NidaChartSpec, transfer none, not to be changed */
GPtrArray           *nida_arrangement_get_charts (NidaArrangement *self);
guint                nida_arrangement_get_n      (NidaArrangement *self);
const NidaChartSpec *nida_arrangement_get        (NidaArrangement *self, guint index);

/* Each returns another one (transfer full). Cards stay before charts: an index beyond their own is the nearest one. */
NidaArrangement     *nida_arrangement_add        (NidaArrangement *self, guint index, const NidaChartSpec *spec);
NidaArrangement     *nida_arrangement_replace    (NidaArrangement *self, guint index, const NidaChartSpec *spec);
NidaArrangement     *nida_arrangement_remove     (NidaArrangement *self, guint index);
NidaArrangement     *nida_arrangement_move       (NidaArrangement *self, guint index, guint to);
/* The colours of names that @colors has (all else of it does not matter) hold on the whole board: each chart has them, and those
 * that are added later get them. What held before is let go. */
NidaArrangement     *nida_arrangement_color      (NidaArrangement *self, const NidaChartSpec *colors);
/* A spec of which only the colours matter, or NULL where none hold for the whole board; transfer none. */
const NidaChartSpec *nida_arrangement_get_colors (NidaArrangement *self);

/* Where what stands at @index of @before stands in @after, which one change made of it: also when it was moved or is another
 * chart since; G_MAXUINT when it is gone. */
guint                nida_arrangement_trace      (NidaArrangement *before, NidaArrangement *after, guint index);

G_END_DECLS
