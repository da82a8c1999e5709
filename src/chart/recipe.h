/* What the marks of one kind are given and the frame they draw in. Private to chart/. */
#pragma once

#include "chart.h"
#include "scale.h"

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
  /*< private >*/
  char                   *source;     /* the whole source line, for the description */
} NidaRecipe;

typedef void (*NidaRecipeFunc)  (NidaRecipe *recipe);
typedef void (*NidaQueriesFunc) (const NidaChartSpec *spec, GPtrArray *queries);

/* What a small chart has room for: all it needs to be read; marks without what tells how large or of what they are; no marks. */
typedef enum { NIDA_ROOM_ENOUGH, NIDA_ROOM_BARE, NIDA_ROOM_NONE } NidaRoom;

/**
 * NidaSharedScale:
 *
 * What several small charts have together. @min, @max, @first_day, @last_day: how far their figures reach, unless each has a
 * scale of its @own; @values: all figures that have shades, @nothing, @unknown: and
 * what has none (see shades.h); @legend: (element-type NidaLegendItem): what they explain
 * @tiles: the area that all maps of tiles are of, or AUTO while none has a country; @tiled: codes of the countries that have a
 * figure in any of them
 * @named, @other: the largest name of all and the largest sum of others
 * @title_lines: of the names of all panels
 * @fixed: all is known; @room: what the one with the least has room for
 */
struct _NidaSharedScale {
  gint64   min, max;
  gint32   first_day, last_day;
  double   before, behind, row;
  GArray    *values;      /* gint64 */
  GPtrArray *legend;
  NidaTileArea tiles;
  GHashTable  *tiled;
  gint64     named, other;
  guint      title_lines;
  gboolean   nothing, unknown;
  gboolean   own, fixed;
  NidaRoom   room;
};

/* shared-scale.c */
void   nida_shared_scale_init  (NidaSharedScale *self, gboolean own);
void   nida_shared_scale_clear (NidaSharedScale *self);
/* Widens both to what the other small charts need, where there are any. */
void   nida_recipe_share_scale (NidaRecipe *recipe, gint64 *min, gint64 *max);
/* The same of the room for words before and behind bars, without which one scale would not be one length; @row: the height of the
 * lowest row of all, or NULL. */
void   nida_recipe_share_words (NidaRecipe *recipe, double *before, double *behind, double *row);
/* The same of days since 1970; @first after @last where there is none. */
void   nida_shared_scale_days  (NidaSharedScale *self, gint32 *first, gint32 *last);

/* Title, subtitle and the automatic source line (sources, as-of, retrieved, currency, rule, asides; @note may be NULL);
 * sets recipe->plot. */
/* Has a line under the title room for all of @text? A small chart among others has none. */
gboolean nida_recipe_fits_subtitle (NidaRecipe *recipe, const char *text);
void   nida_recipe_frame   (NidaRecipe *recipe, const char *title, const char *subtitle, const char *note);
/* The height that it will leave, about, in points: for a chart that says in its subtitle how many of its names it has room for. */
double nida_recipe_foresee (NidaRecipe *recipe);
/* source-line.c: the whole source line, for a card that has no room for it. */
char  *nida_recipe_source  (NidaRecipe *recipe, const char *note);
/* The same in at most @most lines of @width points; sentences that never give way may take @room. */
char  *nida_recipe_source_in (NidaRecipe *recipe, const char *note, double width, guint most, guint room);
/* All sentences of it; transfer full. */
char **nida_recipe_source_sentences (NidaRecipe *recipe);
/* A message in place of the marks, with the frame still there. */
void   nida_recipe_message (NidaRecipe *recipe, const char *message);
/* The same where there is no room for marks: of small charts there are fewer then. */
void   nida_recipe_no_room (NidaRecipe *recipe, const char *message);
/* There is room for marks, and not for what they are read by: of small charts there are fewer, if that helps. */
void   nida_recipe_bare    (NidaRecipe *recipe);
NidaCube *nida_recipe_cube (NidaRecipe *recipe, guint index);
/* Do the data end within @period, so that it is no whole one? */
gboolean nida_recipe_cuts   (NidaRecipe *recipe, NidaPeriod period);
/* Language and answers of @recipe, for words that are made when the chart stands: nothing can be drawn with it. */
NidaRecipe *nida_recipe_keep (NidaRecipe *recipe);
void   nida_recipe_let_go   (NidaRecipe *kept);
double nida_recipe_text_width (NidaRecipe *recipe, const char *text, NidaFont font);
double nida_recipe_line       (NidaRecipe *recipe, NidaFont font);              /* line height in points, scaled */
double nida_recipe_px         (NidaRecipe *recipe, double at_scale_1);          /* a distance of the mockups, scaled */
/* NIDA_FONT_TILE: a projector shows nothing below 18 pixels, and who enlarges text wants none that is smaller. */
gboolean nida_recipe_may_be_small (NidaRecipe *recipe);
/* How small NIDA_FONT_TILE may be written, of its size (NidaNode.zoom): as small in a large picture as in one of the usual size. */
double   nida_recipe_least_zoom (NidaRecipe *recipe);
/* What makes letters as large as they are for readers who enlarge none, where else there would be no word at all; 1 on a projector. */
double   nida_recipe_usual_zoom (NidaRecipe *recipe);
gboolean nida_recipe_is_rtl   (NidaRecipe *recipe);
/* Does time run against the logical x (from end to start)? Give it to the @reversed of a time scale or band scale. */
gboolean nida_recipe_time_reversed (NidaRecipe *recipe);
/* Display currency of cube 0, "USD" when there is none. */
const char *nida_recipe_currency (NidaRecipe *recipe);

/* A value in the words of its measure: "$17.1M", "45%", "1,204"; "–" for none. Exact: "$17,064,284". */
char    *nida_recipe_value       (NidaRecipe *recipe, NidaMeasure measure, gint64 value);
char    *nida_recipe_value_exact (NidaRecipe *recipe, NidaMeasure measure, gint64 value);
/* For a table: every digit, the unit in the title of the column: "17,064,284" under "Received, US$". */
char    *nida_recipe_value_bare  (NidaRecipe *recipe, NidaMeasure measure, gint64 value);
char    *nida_value_bare         (NidaLanguage *language, const char *currency, NidaMeasure measure, gint64 value);
char    *nida_recipe_column_title (NidaRecipe *recipe, const char *name, NidaMeasure measure);
/* For NidaNode.counts: figures that differ in nothing but their number, and how their unit is inflected, have the same. Transfer full. */
char    *nida_recipe_counts      (NidaRecipe *recipe, NidaMeasure measure, gint64 value);
/* A mark whose value and exact words are those of @measure. */
NidaMark *nida_recipe_mark       (NidaRecipe *recipe, const char *label, NidaMeasure measure, gint64 value);
/* The display name of a cube item: a name in the chart's language, a period, "Multiple (2)", "not stated". */
char    *nida_recipe_item_name   (NidaRecipe *recipe, const NidaCubeItem *item, NidaDateStyle style);
/* The value that a filter on this item takes ("" when not stated). */
const char *nida_recipe_item_filter (const NidaCubeItem *item);

/* One line of text whose top start corner is (@x, @y); @width is what the line may take, then it is ellipsised. */
NidaNode *nida_recipe_text (NidaRecipe *recipe, const char *key, double x, double y, double width, NidaFont font, NidaColor color, NidaAnchor anchor, const char *text);

NidaPoint nida_recipe_sector_middle (NidaRecipe *recipe, const NidaNode *node);

void nida_coverage_build  (NidaRecipe *recipe);  void nida_coverage_queries  (const NidaChartSpec *spec, GPtrArray *queries);
void nida_timeline_build  (NidaRecipe *recipe);  void nida_timeline_queries  (const NidaChartSpec *spec, GPtrArray *queries);
void nida_ranking_build   (NidaRecipe *recipe);  void nida_ranking_queries   (const NidaChartSpec *spec, GPtrArray *queries);
void nida_parts_build     (NidaRecipe *recipe);  void nida_parts_queries     (const NidaChartSpec *spec, GPtrArray *queries);
void nida_waffle_build    (NidaRecipe *recipe);
void nida_treemap_build   (NidaRecipe *recipe);  void nida_treemap_queries  (const NidaChartSpec *spec, GPtrArray *queries);
void nida_heatmap_build   (NidaRecipe *recipe);
void nida_line_build      (NidaRecipe *recipe);
void nida_area_build      (NidaRecipe *recipe);
void nida_dotplot_build   (NidaRecipe *recipe);
void nida_slope_build     (NidaRecipe *recipe);
void nida_bump_build      (NidaRecipe *recipe);
void nida_waterfall_build (NidaRecipe *recipe);  void nida_waterfall_queries (const NidaChartSpec *spec, GPtrArray *queries);
void nida_sankey_build    (NidaRecipe *recipe);  void nida_sankey_queries    (const NidaChartSpec *spec, GPtrArray *queries);
void nida_tile_map_build  (NidaRecipe *recipe);  void nida_tile_map_queries  (const NidaChartSpec *spec, GPtrArray *queries);
void nida_pace_build      (NidaRecipe *recipe);  void nida_pace_queries      (const NidaChartSpec *spec, GPtrArray *queries);
void nida_number_build    (NidaRecipe *recipe);  void nida_number_queries    (const NidaChartSpec *spec, GPtrArray *queries);
void nida_indicator_build (NidaRecipe *recipe);  void nida_indicator_queries (const NidaChartSpec *spec, GPtrArray *queries);
void nida_events_build    (NidaRecipe *recipe);  void nida_events_queries    (const NidaChartSpec *spec, GPtrArray *queries);
/* One question by two fields: names down, and across the date, or the second name that the question of @spec names. */
void nida_cross_queries      (const NidaChartSpec *spec, GPtrArray *queries);
/* The same, but always with the date across. */
void nida_cross_time_queries (const NidaChartSpec *spec, GPtrArray *queries);

G_END_DECLS
