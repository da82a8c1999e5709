/* A map of equal tiles: one a country or region, whatever its size, shaded in five classes. No tile touches another, so no border is
 * drawn; what has no tile is listed in a free corner or beside, and nothing recorded is hatched, which is not zero. North is up and west is
 * left in every language. */
#include "config.h"

#include "tile-map.h"

#include "cut-names.h"
#include "no-figure.h"
#include "tile-names.h"
#include "translate.h"
#include "words.h"

#define LEAST_TILE    6.0
#define CORNER        0.07     /* of the height of a tile */
#define LIST_GAP     16.0
#define LIST_SHARE    0.34     /* of the width, at most, beside the map */
#define LIST_ROWS     4        /* at most, below the map */
#define SWATCH       11.0
#define NAME_LEAST   48.0      /* of a name beside the map, or all of it */

void
nida_tile_map_queries (const NidaChartSpec *spec,
                       GPtrArray           *queries)
{
  NidaQuery *query = nida_query_copy (spec->query);

  if (query->n_by == 0)
    query->by[0] = (NidaGroupBy) { NIDA_FIELD_COUNTRY, NIDA_STEP_NONE };
  query->n_by = 1;
  query->measures = 1u << spec->measure;
  g_ptr_array_add (queries, query);
}

/* --- marks --- */

static NidaMark *
make_mark (const NidaTileMap   *self,
           const NidaTilePlace *place)
{
  NidaMark *mark = nida_recipe_mark (self->recipe, place->label, self->measure, place->value);

  if (self->additive && place->value > 0 && self->total > 0)
    {
      g_autofree char *percent = nida_describe_percent (self->recipe, nida_money_share (place->value, self->total));
      g_autofree char *line = g_strdup_printf (_("%s of the total"), percent);

      nida_mark_add_line (mark, line);
    }
  if (place->role == NIDA_GROUP_SEVERAL)
    nida_mark_add_rest (mark, self->field, TRUE);
  else if (place->items == 1)
    nida_mark_add_filter (mark, self->field, nida_recipe_item_filter (place->item));
  else
    mark->measure = NIDA_N_MEASURES;       /* one filter cannot name a country that has two names */
  return mark;
}

/* A place of which the sources say nothing is still named by its tile. */
static NidaMark *
make_empty_mark (const NidaTileMap *self,
                 const char        *label,
                 gboolean           unknown)
{
  NidaMark *mark = nida_recipe_mark (self->recipe, label, self->measure, NIDA_MONEY_NONE);

  nida_mark_add_line (mark, nida_no_figure_words (unknown));
  return mark;
}

static void
emit_tile (const NidaTileMap   *self,
           const NidaTileNames *names,
           const char          *in_grid,
           NidaBox              box)
{
  NidaRecipe *recipe = self->recipe;
  const char *code = nida_tile_map_code (self, in_grid);
  const NidaTilePlace *place = nida_tile_map_find (self, code);
  NidaMoney value = place != NULL ? place->value : NIDA_MONEY_NONE;
  gboolean unknown = place == NULL && g_hash_table_contains (self->unknown, code);
  NidaLegendItem style = nida_shades_style (&self->shades, value, unknown);
  g_autofree char *key = g_strconcat ("tile/", code, NULL);
  g_autofree char *label = nida_tile_map_label (self, in_grid);
  NidaNode *node = nida_scene_builder_rect (recipe->scene, key, box, style.fill);
  NidaColor ink = value == NIDA_MONEY_NONE ? NIDA_COLOR_TEXT_SECOND
                  : value > 0              ? nida_palette_ink (recipe->context->theme, style.fill)
                                           : value < 0 ? NIDA_COLOR_REFUSED : NIDA_COLOR_TEXT;

  nida_legend_item_apply (&style, node);
  node->radius = box.height * CORNER;
  if (place == NULL)
    node->stroke = NIDA_COLOR_NONE;            /* a map of outlines would outshine the figures */
  else
    node->base = value < 0 ? NIDA_BASE_TOP : NIDA_BASE_BOTTOM;
  nida_scene_builder_mark (node, place != NULL ? make_mark (self, place) : make_empty_mark (self, label, unknown));
  nida_tile_names_emit (names, place, label, code, box, ink, value == NIDA_MONEY_NONE);
}

/* --- where they stand --- */

typedef struct {
  NidaBox map;
  NidaBox list;
  double  width, height;     /* of a tile, with its gap */
} Layout;

static void
find_tile (const NidaTileMap *self,
           double             width,
           double             height,
           Layout            *layout)
{
  nida_tile_map_tile_size (self, self->grid, width, height, &layout->width, &layout->height);
}

static char *
row_value (const NidaTileMap   *self,
           const NidaTilePlace *place)
{
  return nida_recipe_value (self->recipe, self->measure, place->value);
}

static double
list_width (const NidaTileMap *self)
{
  double width = 0;

  for (guint i = 0; i < self->beside->len; i++)
    {
      const NidaTilePlace *place = g_ptr_array_index (self->beside, i);
      g_autofree char *value = row_value (self, place);

      width = MAX (width, nida_recipe_text_width (self->recipe, place->label, NIDA_FONT_VALUE)
                              + nida_recipe_text_width (self->recipe, value, NIDA_FONT_VALUE));
    }
  return width + nida_recipe_px (self->recipe, SWATCH + 14);
}

/* The corner of the first @rows of the map that no tile takes, in the east. */
static NidaBox
free_corner (const NidaTileMap *self,
             const Layout      *layout,
             guint              rows)
{
  guint columns = nida_tile_grid_get_columns (self->grid), taken = 0;
  double gap = nida_recipe_px (self->recipe, LIST_GAP);
  char code[4];

  for (guint row = 0; row < rows; row++)
    for (guint column = taken; column < columns; column++)
      if (nida_tile_grid_get_code (self->grid, row, column, code))
        taken = column + 1;
  /* the scene is mirrored as a whole, and a map is not */
  return (NidaBox) { layout->map.x + (nida_recipe_is_rtl (self->recipe) ? 0 : taken * layout->width + gap), layout->map.y,
                     MAX ((columns - taken) * layout->width - gap, 0), rows * layout->height };
}

/* The few figures that no tile has need no room of their own where the corner holds them. */
static gboolean
lay_out_in_corner (const NidaTileMap *self,
                   Layout            *layout)
{
  NidaBox plot = self->recipe->plot;
  double legend = nida_shades_height (&self->shades), height = self->beside->len * nida_recipe_line (self->recipe, NIDA_FONT_VALUE);
  double width = list_width (self);
  guint rows = nida_tile_grid_get_rows (self->grid);

  find_tile (self, plot.width, MAX (plot.height - legend, 0), layout);
  layout->map.width = nida_tile_grid_get_columns (self->grid) * layout->width;
  layout->map.height = rows * layout->height;
  layout->map.x = plot.x + MAX (plot.width - layout->map.width, 0) / 2;
  layout->map.y = plot.y + legend;
  for (guint n = 1; n <= rows; n++)
    {
      layout->list = free_corner (self, layout, n);
      if (height <= layout->list.height && width <= layout->list.width)
        return TRUE;
    }
  return FALSE;
}

/* The list stands where it leaves the larger tiles: beside the map or below it. */
static Layout
lay_out (const NidaTileMap *self)
{
  NidaRecipe *recipe = self->recipe;
  NidaBox plot = recipe->plot;
  double legend = nida_shades_height (&self->shades), gap = nida_recipe_px (recipe, LIST_GAP), line = nida_recipe_line (recipe, NIDA_FONT_VALUE);
  double height = MAX (plot.height - legend, 0), width = self->beside->len > 0 ? MIN (list_width (self), plot.width * LIST_SHARE) : 0;
  double below = self->beside->len > 0 ? MIN (self->beside->len, LIST_ROWS) * line + gap / 2 : 0;
  Layout layout, lower;
  double columns, rows, room;
  gboolean beside;

  if (lay_out_in_corner (self, &layout))
    return layout;
  find_tile (self, plot.width - width - (width > 0 ? gap : 0), height, &layout);
  find_tile (self, plot.width, height - below, &lower);
  beside = layout.width * layout.height >= lower.width * lower.height;
  if (!beside)
    layout = lower;
  columns = nida_tile_grid_get_columns (self->grid) * layout.width;
  rows = nida_tile_grid_get_rows (self->grid) * layout.height;
  room = beside && width > 0 ? plot.width - width - gap : plot.width;

  layout.map = (NidaBox) { plot.x + MAX (room - columns, 0) / 2, plot.y + legend, columns, rows };
  if (beside)
    layout.list = (NidaBox) { plot.x + plot.width - width, plot.y + legend, width, height };
  else
    layout.list = (NidaBox) { plot.x, plot.y + plot.height - below + gap / 2, MIN (list_width (self), plot.width), below - gap / 2 };
  return layout;
}

static void
emit_map (const NidaTileMap   *self,
          const NidaTileNames *names,
          const Layout        *layout)
{
  guint columns = nida_tile_grid_get_columns (self->grid);
  double gap = nida_tile_gap (self, layout->height);
  char code[4];

  for (guint row = 0; row < nida_tile_grid_get_rows (self->grid); row++)
    for (guint column = 0; column < columns; column++)
      {
        /* the scene is mirrored as a whole, and a map is not */
        guint place = nida_recipe_is_rtl (self->recipe) ? columns - 1 - column : column;
        NidaBox box = { layout->map.x + place * layout->width + gap / 2, layout->map.y + row * layout->height + gap / 2,
                        layout->width - gap, layout->height - gap };

        if (nida_tile_grid_get_code (self->grid, row, column, code))
          emit_tile (self, names, code, box);
      }
}

static void
emit_row (const NidaTileMap   *self,
          const NidaTilePlace *place,
          NidaBox              row)
{
  NidaRecipe *recipe = self->recipe;
  double swatch = nida_recipe_px (recipe, SWATCH), gap = nida_recipe_px (recipe, 6);
  NidaLegendItem style = nida_shades_style (&self->shades, place->value, FALSE);
  g_autofree char *key = g_strconcat ("tile/", place->key, NULL), *label_key = g_strconcat ("beside/", place->key, NULL);
  g_autofree char *value_key = g_strconcat ("beside-value/", place->key, NULL), *value = row_value (self, place);
  double value_width = MIN (nida_recipe_text_width (recipe, value, NIDA_FONT_VALUE), MAX (row.width - swatch - gap, 0));
  double width = MIN (nida_recipe_text_width (recipe, place->label, NIDA_FONT_VALUE), row.width - swatch - value_width - 2 * gap);
  NidaNode *node = nida_scene_builder_rect (recipe->scene, key, (NidaBox) { row.x, row.y + (row.height - swatch) / 2, swatch, swatch }, style.fill);

  nida_legend_item_apply (&style, node);
  node->base = place->value < 0 ? NIDA_BASE_TOP : NIDA_BASE_BOTTOM;
  nida_scene_builder_mark (node, make_mark (self, place));
  if (width < MIN (nida_recipe_px (recipe, NAME_LEAST), nida_recipe_text_width (recipe, place->label, NIDA_FONT_VALUE)))
    {
      value_width = 0;                         /* a figure of nobody says less than a name */
      width = row.width - swatch - gap;
    }
  if (width <= 0)
    return;
  nida_node_name (nida_recipe_text (recipe, label_key, row.x + swatch + gap, row.y, width, NIDA_FONT_VALUE, NIDA_COLOR_TEXT, NIDA_ANCHOR_START, place->label),
                  place->label);
  if (value_width > 0)
    nida_recipe_text (recipe, value_key, row.x + swatch + 2 * gap + width, row.y, value_width, NIDA_FONT_VALUE, NIDA_COLOR_TEXT_SECOND, NIDA_ANCHOR_START, value);
}

/* What no tile stands for; what there is no room for is counted. */
static void
emit_list (const NidaTileMap *self,
           NidaBox            box)
{
  NidaRecipe *recipe = self->recipe;
  double line = nida_recipe_line (recipe, NIDA_FONT_VALUE);
  guint room = (guint) (box.height / line + 0.01), n = self->beside->len, shown = n <= room ? n : MAX (room, 1) - 1;

  for (guint i = 0; i < shown; i++)
    emit_row (self, g_ptr_array_index (self->beside, i), (NidaBox) { box.x, box.y + i * line, box.width, line });
  if (shown < n && room > 0)
    {
      g_autofree char *more = nida_noun_more (recipe->context->language, self->noun, n - shown);

      nida_recipe_text (recipe, "beside/+more", box.x, box.y + shown * line, box.width, NIDA_FONT_VALUE, NIDA_COLOR_TEXT_SECOND, NIDA_ANCHOR_START, more);
    }
}

/* Why there is no map; NULL where there is one. */
static const char *
find_refusal (const NidaTileMap *self)
{
  const NidaTilePlace *only = self->countries->len == 0 && self->beside->len == 1 ? g_ptr_array_index (self->beside, 0) : NULL;

  if (!nida_field_is_place (self->field))
    return _("A map needs countries, those that received or those of the donors, or regions.");
  if (self->countries->len + self->beside->len == 0)
    return nida_no_figure_reason (self->recipe);
  if (only != NULL && only->role == NIDA_GROUP_NOT_STATED)
    return _("No source names a country here, so there is nothing to put on a map.");
  return NULL;
}

static const char *
note (const NidaTileMap *self)
{
  /* Translators: regions of the world as the statistics of the United Nations divide it; M49 is the name of that list */
  return self->regions ? _("One tile a region of the United Nations’ M49; no borders are drawn.")
                       : _("One tile a country; no borders are drawn.");
}

void
nida_tile_map_build (NidaRecipe *recipe)
{
  NidaTileMap self;
  g_autofree char *title = NULL, *subtitle = NULL, *description = NULL;
  const char *refusal;

  nida_tile_map_init (&self, recipe);
  title = nida_tile_map_title (&self);
  subtitle = nida_tile_map_subtitle (&self);
  refusal = find_refusal (&self);
  nida_recipe_frame (recipe, title, subtitle, refusal == NULL ? note (&self) : NULL);
  if (refusal != NULL)
    nida_recipe_message (recipe, refusal);
  else
    {
      Layout layout;
      double gap;
      NidaTileNames names;

      nida_tile_map_choose_grid (&self, recipe->plot.width, recipe->plot.height);
      layout = lay_out (&self);
      for (; layout.height < nida_recipe_px (recipe, LEAST_TILE) && nida_shades_height (&self.shades) > 0; layout = lay_out (&self))
        self.shades.less++;                    /* the map comes before the whole legend */
      gap = nida_tile_gap (&self, layout.height);

      if (layout.height < nida_recipe_px (recipe, LEAST_TILE)
          || !nida_tile_names_choose (&names, &self, layout.width - gap, layout.height - gap))
        nida_recipe_no_room (recipe, _("There is no room here for a map. The table shows all figures."));
      else
        {
          nida_shades_emit (&self.shades);
          emit_map (&self, &names, &layout);
          emit_list (&self, layout.list);
        }
      description = nida_tile_map_describe (&self);
      nida_scene_builder_set_words (recipe->scene, title, description);
    }
  nida_tile_map_table (&self);
  nida_tile_map_clear (&self);
}
