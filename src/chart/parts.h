/* The parts of a whole, ready to be drawn: their groups and colours. Private to chart/. */
#pragma once

#include "describe.h"
#include "legend.h"

G_BEGIN_DECLS

typedef struct _NidaParts NidaParts;

/**
 * NidaPartsLook:
 *
 * How parts are drawn. @sentence: begins the description, untranslated: "Ring of parts of a whole, %1$s: %2$s."
 * @remark: the end of the subtitle, "one square is about 1%"; or NULL · @table: fills another table than that of the parts; or NULL
 * @hues: categories have hues; else shades of one, from most to least
 * @most: named parts that may be told apart without a colour of their own; 0: as many as there are colours
 * @room: how many parts fit, the others among them
 */
typedef struct {
  const char *sentence;
  gboolean    hues;
  guint       most;
  guint     (*room) (NidaRecipe *recipe);
  void      (*draw) (NidaParts *self);
  char     *(*remark) (NidaParts *self);
  void      (*table) (NidaRecipe *recipe);
} NidaPartsLook;

/**
 * NidaParts:
 *
 * @groups: folded to what fits; @styles: one each
 */
struct _NidaParts {
  NidaRecipe     *recipe;
  NidaMeasure     measure;
  NidaField       field;
  NidaNoun        noun;
  GPtrArray      *all;
  NidaMoney       chosen;      /* sum of the chosen ones, NIDA_MONEY_NONE where none is */
  GPtrArray      *groups;
  NidaLegendItem *styles;
  NidaColorMap   *hues;
};

/* All of a chart of parts but the choice of its look, which may depend on the groups and on the plot of the recipe. */
typedef const NidaPartsLook *(*NidaPartsChoice) (NidaParts *self);
void      nida_parts_build_as     (NidaRecipe *recipe, NidaPartsChoice choose);

/* The share of the exact sums, rounded: the same whatever else is shown, and in every kind of chart. */
char     *nida_parts_percent_text (NidaParts *self, guint index);
NidaMark *nida_parts_mark         (NidaParts *self, guint index);
/* "bar/Kuwait": the key of a node of the part at @index. */
char     *nida_parts_node_key     (NidaParts *self, const char *group, guint index);
/* Where the part at @index is hatched, paper under words of @width that begin at the top of @box: a halo leaves the lines of a hatch
 * between letters. */
void      nida_parts_emit_paper   (NidaParts *self, const char *group, guint index, NidaBox box, double width);
/* The key that is also the table of values: rows in @columns, as tall as @box allows up to NIDA_PARTS_ROW_MAX. Draws
 * nothing where they would be lower than NIDA_PARTS_ROW_MIN. @values: amounts beside the percentages. */
#define NIDA_PARTS_ROW_MIN 20.0
#define NIDA_PARTS_ROW_MAX 44.0
void      nida_parts_emit_key     (NidaParts *self, NidaBox box, guint columns, gboolean values);
/* Draws all of it into the plot of the recipe. */
void      nida_parts_draw_bar     (NidaParts *self);
void      nida_parts_draw_donut   (NidaParts *self);
/* How many parts the key of a bar has room for; how many the key beside a ring has, 0 when a ring has no room. */
guint     nida_parts_bar_room     (NidaRecipe *recipe);
guint     nida_parts_donut_room   (NidaRecipe *recipe);

G_END_DECLS
