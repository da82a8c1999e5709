/* What the marks of one kind are given and the frame they draw in. Private to chart/. */
#pragma once

#include "chart.h"

G_BEGIN_DECLS

/**
 * NidaRecipe:
 *
 * @plot: the box left for legend, axes and marks after title, subtitle and source line, in logical points.
 * A recipe calls nida_recipe_frame() once it knows its words, draws inside @plot, and fills the table.
 */
typedef struct {
  const NidaChartSpec    *spec;
  GPtrArray              *cubes;
  const NidaChartContext *context;
  NidaSceneBuilder       *scene;
  double                  scale;
  NidaBox                 plot;
} NidaRecipe;

typedef void (*NidaRecipeFunc)  (NidaRecipe *recipe);
typedef void (*NidaQueriesFunc) (const NidaChartSpec *spec, GPtrArray *queries);

/* Title, subtitle and the automatic source line (sources, as-of, retrieved, currency, rule, asides; @note may be NULL);
 * sets recipe->plot. */
void   nida_recipe_frame   (NidaRecipe *recipe, const char *title, const char *subtitle, const char *note);
/* A message in place of the marks, with the frame still there. */
void   nida_recipe_message (NidaRecipe *recipe, const char *message);
NidaCube *nida_recipe_cube (NidaRecipe *recipe, guint index);
double nida_recipe_text_width (NidaRecipe *recipe, const char *text, NidaFont font);

void nida_coverage_build  (NidaRecipe *recipe);  void nida_coverage_queries  (const NidaChartSpec *spec, GPtrArray *queries);
void nida_timeline_build  (NidaRecipe *recipe);  void nida_timeline_queries  (const NidaChartSpec *spec, GPtrArray *queries);
void nida_ranking_build   (NidaRecipe *recipe);  void nida_ranking_queries   (const NidaChartSpec *spec, GPtrArray *queries);
void nida_parts_build     (NidaRecipe *recipe);  void nida_parts_queries     (const NidaChartSpec *spec, GPtrArray *queries);
void nida_number_build    (NidaRecipe *recipe);  void nida_number_queries    (const NidaChartSpec *spec, GPtrArray *queries);
void nida_indicator_build (NidaRecipe *recipe);  void nida_indicator_queries (const NidaChartSpec *spec, GPtrArray *queries);
void nida_events_build    (NidaRecipe *recipe);  void nida_events_queries    (const NidaChartSpec *spec, GPtrArray *queries);

G_END_DECLS
