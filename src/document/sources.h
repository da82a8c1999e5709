/* What the source line of a chart says about a dataset, and the one colour of each donor. */
#pragma once

#include "chart-spec.h"
#include "language.h"
#include "chart.h"
#include "local-engine.h"
#include "row-marks.h"
#include "palette.h"

G_BEGIN_DECLS

/**
 * NidaSources:
 *
 * @names: display names of where all the data come from, %NULL-terminated; of one chart see nida_sources_get_names()
 * @as_of: the last day of the dated money; NONE when only years or months are known of all of it
 * @read_as_of: the moment whose data were asked for, microseconds since 1970; 0 for the newest
 * @retrieved: when the newest source was fetched, a file: saved; microseconds since 1970
 * @missing: sources that could not be read, as a sentence; %NULL when there are none
 * @joined: names that are counted as one, as a sentence; %NULL when there are none
 * @own: which marks hold figures of the desk's own; %NULL where there are none
 * @came: which hold rows that the data shown before had not, or otherwise; %NULL where there are none, or no data were shown before
 * @colors: the five largest donors and their hues once nida_sources_pin_donors() was called; until then no hue is taken
 */
typedef struct {
  char        **names;
  NidaDate      as_of;
  gint64        read_as_of;
  gint64        retrieved;
  char         *missing;
  char         *joined;
  NidaColorMap *colors;
  NidaRowMarks *own;
  NidaRowMarks *came;
  /*< private >*/
  NidaLanguage *language;
  GArray       *origins;      /* every source and the kinds of its rows */
  GHashTable   *of_charts;    /* names by what is drawn */
  char         *differences[NIDA_N_STATED];   /* what they state and Nida does not make of their rows */
  GHashTable   *told;         /* sentences by what they are about */
  NidaChartNews news;         /* of @own and @came */
} NidaSources;

NidaSources *nida_sources_new        (NidaDataset *dataset, NidaLanguage *language);
/* Asks a query of @engine, so only what shows donors need wait for it. */
void         nida_sources_pin_donors (NidaSources *sources, NidaLocalEngine *engine);
/* The same, but who had a hue in the picture @before keeps it; it may be NULL. */
void         nida_sources_keep_donors (NidaSources *sources, NidaLocalEngine *engine, NidaColorMap *before);
const char * const *
             nida_sources_get_names  (NidaSources *sources, const NidaChartSpec *spec);
/* Of all @specs (element-type NidaChartSpec) together, each once; transfer full. */
char       **nida_sources_dup_names  (NidaSources *sources, GPtrArray *specs);
/* What the sources state of what @spec draws, and Nida does not make of their rows, as sentences; NULL for nothing. Belongs
 * to @sources. */
const char  *nida_sources_get_differences (NidaSources *sources, const NidaChartSpec *spec);
/* @came: (nullable): refs it. */
void         nida_sources_set_came   (NidaSources *sources, NidaRowMarks *came);
/* What the desk's own figures are called among the names, in the language spoken. */
const char  *nida_sources_own_name   (void);
/* What a chart must know of the data, but for its colours. */
void         nida_sources_fill       (NidaSources *sources, const NidaChartSpec *spec, NidaChartContext *context);
void         nida_sources_free       (NidaSources *sources);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaSources, nida_sources_free)

G_END_DECLS
