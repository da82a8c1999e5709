/* A recipe knows no selections, and its marks may not move when two are compared: each legend keeps its room and what it
 * explains, so that it can be laid anew in the same room. */
#include "config.h"

#include "legend-selections.h"

#include "cut-names.h"
#include "scene-private.h"

#define MOST_NAME  220.0     /* points at scale 1 that the name of a selection gets where others have to stand beside it … */
#define LEAST_NAME  40.0     /* … and below which it says nothing */
#define CUT          0.8
#define BESIDE_NAME  40.0     /* points of a row that swatches and gaps take, for each name */

typedef struct {
  guint      first, n;       /* its nodes */
  NidaBox    room;           /* in the coordinates of its recipe */
  gboolean   column;
  gboolean   lines;          /* the swatches of its hues are lines */
  GPtrArray *rest;           /* NidaLegendItem, owned: what stays beside two selections; NULL: nothing but them was ever there */
} NidaLegendRoom;

static void
room_free (gpointer data)
{
  NidaLegendRoom *self = data;

  g_ptr_array_unref (self->rest);
  g_free (self);
}

static NidaColor
color_of (const NidaLegendItem *item)
{
  return item->swatch == NIDA_SWATCH_LINE && item->stroke != NIDA_COLOR_NONE ? item->stroke : item->fill;
}

/* A hue that says which part it is: its marks have the colours of the selections instead. */
static gboolean
is_hue (const NidaLegendItem *item)
{
  return item->pattern == NIDA_PATTERN_SOLID && nida_color_is_hue (color_of (item));
}

/* The one colour of what is not told apart by hues, of which only what is in neither selection is left. What is hatched or
 * promised keeps its sign in both. */
static gboolean
is_plain (const NidaLegendItem *item)
{
  return item->pattern == NIDA_PATTERN_SOLID
         && (item->fill == NIDA_COLOR_RECEIVED || item->stroke == NIDA_COLOR_RECEIVED || item->fill == NIDA_COLOR_AXIS);
}

/* Hollow and full dots tell dates apart in either colour, and so in none. Of bars the ghosts have what is left. */
static void
take_color (NidaLegendItem *item)
{
  if (!is_plain (item))
    return;
  item->pale = item->swatch != NIDA_SWATCH_DOT && item->swatch != NIDA_SWATCH_RING;
  if (!item->pale && item->fill != NIDA_COLOR_CARD)
    item->fill = NIDA_COLOR_AXIS;
  if (!item->pale)
    item->stroke = NIDA_COLOR_AXIS;
}

void
nida_legend_keep_room (NidaRecipe           *recipe,
                       guint                 first,
                       NidaBox               room,
                       gboolean              column,
                       const NidaLegendItem *items,
                       guint                 n)
{
  NidaScene *scene = recipe->scene->scene;
  NidaLegendRoom *self;
  gboolean any = FALSE, lines = FALSE;

  for (guint i = 0; i < n; i++)
    {
      any |= is_hue (&items[i]) || is_plain (&items[i]);
      lines |= items[i].swatch == NIDA_SWATCH_LINE;
    }
  if (!any)
    return;
  self = g_new (NidaLegendRoom, 1);
  *self = (NidaLegendRoom) {
    first, nida_scene_builder_get_n_nodes (recipe->scene) - first, room, column && n > 1, lines, g_ptr_array_new_with_free_func (nida_legend_item_free)
  };
  for (guint i = 0; i < n; i++)
    {
      NidaLegendItem *item = is_hue (&items[i]) || items[i].swatch == NIDA_SWATCH_NONE ? NULL : nida_legend_item_copy (&items[i]);

      if (item == NULL)
        continue;
      take_color (item);
      g_ptr_array_add (self->rest, item);
    }
  if (scene->legends == NULL)
    scene->legends = g_ptr_array_new_with_free_func (room_free);
  g_ptr_array_add (scene->legends, self);
}

/* As the marks have it: the second has an edge, of lines it is the double one. */
static void
selection_items (const NidaLegendRoom     *self,
                 const NidaSelectionNames *names,
                 NidaLegendItem            items[2])
{
  items[0] = nida_legend_item_series ("inside", names->first, NIDA_COLOR_SELECTION);
  items[1] = nida_legend_item_series ("compared", names->second, NIDA_COLOR_COMPARED);
  if (self->lines)
    {
      items[0].swatch = NIDA_SWATCH_LINE;
      items[1].swatch = NIDA_SWATCH_DOUBLE;
    }
  else
    items[1].stroke = NIDA_COLOR_TEXT;
}

static gboolean
fits (const NidaLegendRoom *self,
      NidaRecipe           *recipe,
      const NidaLegendItem *items,
      guint                 n)
{
  if (self->column)
    return n * nida_recipe_line (recipe, NIDA_FONT_VALUE) <= self->room.height + 0.5;
  return nida_legend_lay_rows (recipe, items, n, (NidaPoint) { 0 }, self->room.width, FALSE) <= self->room.height + 0.5;
}

/* Cuts the names of the selections, which come first, until all of @items have room. */
static gboolean
cut_names (const NidaLegendRoom *self,
           NidaRecipe           *recipe,
           NidaLegendItem       *items,
           guint                 n)
{
  double most = nida_recipe_px (recipe, MOST_NAME), least = nida_recipe_px (recipe, LEAST_NAME);

  items[0].most = items[1].most = 0;
  if (fits (self, recipe, items, n))
    return TRUE;
  for (double width = most; width > least && !self->column; width *= CUT)
    {
      items[0].most = items[1].most = width;
      if (fits (self, recipe, items, n))
        return TRUE;
    }
  return FALSE;
}

/* Without the ghosts, which nobody asks about; else without all but the selections. */
static guint
fewer (NidaLegendItem *items,
       guint           n)
{
  guint kept = 2;

  for (guint i = 2; i < n; i++)
    if (!items[i].pale)
      items[kept++] = items[i];
  return kept < n ? kept : 2;
}

/* Long names are cut before what stands beside them goes. Returns how many of @items there is room for. */
static guint
make_room (const NidaLegendRoom *self,
           NidaRecipe           *recipe,
           NidaLegendItem       *items,
           guint                 n)
{
  for (guint shown = n; shown > 2; shown = fewer (items, shown))
    if (cut_names (self, recipe, items, shown))
      return shown;
  cut_names (self, recipe, items, 2);
  return 2;
}

static void
lay (const NidaLegendRoom     *self,
     NidaRecipe               *recipe,
     const NidaSelectionNames *names)
{
  guint n = 2 + self->rest->len;
  g_autofree NidaLegendItem *items = g_new (NidaLegendItem, n);
  NidaPoint origin = { self->room.x, self->room.y };

  selection_items (self, names, items);
  for (guint i = 2; i < n; i++)
    items[i] = *(const NidaLegendItem *) self->rest->pdata[i - 2];
  n = make_room (self, recipe, items, n);
  if (self->column)
    nida_legend_lay_column (recipe, items, n, origin, self->room.width);
  else
    nida_legend_lay_rows (recipe, items, n, origin, self->room.width, TRUE);
  nida_names_cut (recipe);
}

/* Where no marks are told apart by it, the swatches are those of areas. */
static void
lay_row (const NidaLegendRoom     *self,
         NidaRecipe               *recipe,
         const NidaSelectionNames *names)
{
  NidaLegendItem items[2];

  selection_items (self, names, items);
  items[0].most = items[1].most = self->room.width / 2 - nida_recipe_px (recipe, BESIDE_NAME);
  nida_legend_lay_rows (recipe, items, 2, (NidaPoint) { self->room.x, self->room.y }, self->room.width, TRUE);
  nida_names_cut (recipe);
}

static void
add_legend (const NidaLegendRoom     *self,
            NidaScene                *picture,
            const NidaSelectionNames *names)
{
  NidaChartContext context = { .measurer = names->measurer };
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (picture->width, picture->height, picture->scale, picture->rtl);
  g_autoptr (NidaScene) legend = NULL;
  NidaRecipe recipe = { .context = &context, .scene = builder, .scale = picture->scale };

  if (self->rest != NULL)
    lay (self, &recipe, names);
  else
    lay_row (self, &recipe, names);
  legend = nida_scene_builder_end (builder);
  for (guint i = 0; i < legend->nodes->len; i++)
    nida_scene_add (picture, nida_node_copy (g_ptr_array_index (legend->nodes, i)));
}

void
nida_scene_name_selections (NidaScene                *picture,
                            NidaBox                   room,
                            const NidaSelectionNames *names)
{
  const NidaLegendRoom row = { .room = room };

  add_legend (&row, picture, names);
}

gboolean
nida_legend_name_selections (NidaScene                *picture,
                             NidaScene                *scene,
                             guint                    *index,
                             const NidaSelectionNames *names)
{
  for (guint i = 0; scene->legends != NULL && i < scene->legends->len; i++)
    {
      const NidaLegendRoom *room = g_ptr_array_index (scene->legends, i);

      if (room->first != *index || room->n == 0)
        continue;
      add_legend (room, picture, names);
      *index += room->n - 1;
      return TRUE;
    }
  return FALSE;
}
