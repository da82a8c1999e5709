/* Cubes made by hand for the tests of charts over time: no engine, no files. */
#pragma once

#include "chart.h"
#include "cube-builder.h"

/* The name of all that the question does not keep apart. */
#define FIXTURE_OTHERS "(others)"

/* One cell: a period as `query` prints it ("2024-02", "2009..2023", "undated"), a name or NULL, an amount in units. */
typedef struct {
  const char *period;
  const char *name;
  gint64      amount;
  guint       flows;
  gboolean    stated;      /* the source tells a sum, and no flows */
  guint       unvalued;    /* of the flows, those without a rate */
} FixtureCell;

/* One fact; @period "undated" for none. */
typedef struct {
  NidaKind      kind;
  const char   *period;
  gint64        amount;      /* units; of an indicator its level; -1: none */
  NidaQualifier qualifier;
  NidaState     state;
  gboolean      implied;
  const char   *text, *text_ar;
  const char   *category, *category_ar;
  const char   *donor, *donor_ar;
  const char   *recipient, *recipient_ar;
  gint64        computed;    /* units; -1: none */
} FixtureFact;

NidaPeriod  fixture_period    (const char *text);
/* Cells in any order. The cube answers the first query of @spec. */
NidaCube   *fixture_cube      (const NidaChartSpec *spec, const FixtureCell *cells, guint n_cells,
                               const FixtureFact *facts, guint n_facts);
NidaScene  *fixture_scene     (const NidaChartSpec *spec, NidaCube *cube, const char *language,
                               NidaTimeDirection direction,
                               double width, double height, double scale);
/* Every text lies inside the scene and covers no other; fails the test with both keys otherwise. */
void        fixture_assert_texts (NidaScene *scene);
/* Compares the dump with tests/golden/@name.scene.txt; NIDA_UPDATE_GOLDEN=1 writes it. */
void        fixture_assert_golden (NidaScene *scene, const char *name);
