/* Small data sets, asked and drawn with the fixed measurer, for tests of the recipes. */
#pragma once

#include "chart.h"
#include "dataset-builder.h"
#include "local-engine.h"

G_BEGIN_DECLS

/* @amount: in whole units. NULL is not stated. */
typedef struct {
  NidaKind    kind;
  const char *date;
  const char *appeal, *appeal_ar;
  const char *category, *category_ar;
  const char *donor, *donor_ar;
  gint64      amount;
  const char *country;
  const char *words;        /* of an event or a level */
  const char *currency;     /* NULL: US dollars */
} SampleRow;

typedef struct {
  double            width, height, scale;
  gboolean          arabic;
  NidaTimeDirection time;
  double            growth;    /* of the picture, beside @scale; 0 is 1 */
} SampleFrame;

#define SAMPLE_CARD   ((SampleFrame) { 216, 104, 1, FALSE, NIDA_TIME_LTR })
#define SAMPLE_NARROW ((SampleFrame) { 480, 356, 1, FALSE, NIDA_TIME_LTR })
#define SAMPLE_WIDE   ((SampleFrame) { 648, 280, 1, FALSE, NIDA_TIME_LTR })

NidaDataset *sample_dataset       (const SampleRow *rows, guint n);
/* The scene of @spec over @dataset. The language gives direction, names and numbers; sentences stay English, so that
 * goldens do not move with a translation. */
NidaScene   *sample_scene         (NidaDataset *dataset, const NidaChartSpec *spec, SampleFrame frame);
/* The same for another theme than the light one: inks on fills are chosen for it. */
NidaScene   *sample_scene_in      (NidaDataset *dataset, const NidaChartSpec *spec, SampleFrame frame, NidaTheme theme);
/* The dump is tests/golden/NAME.scene.txt; with NIDA_UPDATE_GOLDEN set it is written. */
void         sample_assert_golden (NidaScene *scene, const char *name);
/* Both directions of one chart. */
void         sample_assert_goldens (NidaDataset *dataset, const NidaChartSpec *spec, SampleFrame frame, const char *name);
/* Every text lies inside the scene, no two of them overlap, keys are unique, and no mark leaves the scene. */
void         sample_assert_tidy   (NidaScene *scene, const char *what);
/* The same for every size of the issue, at scales 1 and 2, in both directions. */
void         sample_assert_tidy_everywhere (NidaDataset *dataset, const NidaChartSpec *spec, const char *what);
/* Sum of @column of the scene's table, absent cells left out. */
gint64       sample_table_sum     (NidaScene *scene, guint column);
/* Random rows: long names, Arabic names, ties, zero, huge, and negative amounts if @negative. */
NidaDataset *sample_random        (guint32 seed, gboolean requirements, gboolean negative);
/* Up to 200 rows: fields that differ from row to row, dates of days, months and years over up to fifteen years, names in both
 * scripts, some very long, countries with and without a tile. */
NidaDataset *sample_random_rich   (guint32 seed);
const char  *sample_text          (NidaScene *scene, const char *key);

G_END_DECLS
