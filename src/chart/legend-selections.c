/* A recipe knows no selections, and its marks may not move when two are compared: each legend keeps its room and what it
 * explains, so that it can be laid anew in the same room. A chart that has no legend names them in the lines of its subtitle. */
#include "config.h"

#include "legend-selections.h"

#include "cut-names.h"
#include "scene-private.h"

#define MOST_NAME  220.0     /* points at scale 1 that the name of a selection gets where others have to stand beside it … */
#define LEAST_NAME  40.0     /* … and below which it says nothing */
#define CUT          0.8
#define BESIDE_NAME 40.0     /* points of a row that swatches and gaps take, for each name */
#define LEAST_BESIDE 90.0    /* that it gets beside the words of a subtitle */
#define BESIDE       16.0    /* points between these and the legend */

#define FIRST_ISOLATE    0x2066
#define LAST_ISOLATE     0x2068
#define POP_ISOLATE      0x2069
#define ARABIC_SEMICOLON 0x061b

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

/* Cuts the names of the selections, which come first, the longer one before both, until all of @items have room. */
static gboolean
cut_names (const NidaLegendRoom *self,
           NidaRecipe           *recipe,
           NidaLegendItem       *items,
           guint                 n)
{
  double most = nida_recipe_px (recipe, MOST_NAME), least = nida_recipe_px (recipe, LEAST_NAME);
  guint longer = nida_recipe_text_width (recipe, items[1].label, NIDA_FONT_VALUE) > nida_recipe_text_width (recipe, items[0].label, NIDA_FONT_VALUE);

  items[0].most = items[1].most = 0;
  if (fits (self, recipe, items, n))
    return TRUE;
  /* "Date: 2019–20…" is another date: a short name is cut last. */
  for (double width = most; width > 2 * least && !self->column; width *= CUT)
    {
      items[longer].most = width;
      if (fits (self, recipe, items, n))
        return TRUE;
    }
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

/**
 * nida_scene_name_selections:
 * @picture: of nida_scene_brushed(), which nobody has seen yet
 * @room: for one row, in points
 * @names: what the two selections are called
 *
 * Names the selections once for a picture of several charts.
 */
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

/* --- charts without a legend --- */

/* The recipe of a scene that is there already: it only measures. */
static NidaRecipe
measuring (const NidaChartContext *context,
           const NidaScene        *picture)
{
  return (NidaRecipe) { .context = context, .scale = picture->scale };
}

/* What @subtitle says before it goes on: "Received by donor, US$" of "Received by donor, US$; $9.24B, 201 donors". Names may have a
 * semicolon of their own. */
static char *
first_part (const char *subtitle)
{
  int depth = 0;

  for (const char *p = subtitle; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      depth += c >= FIRST_ISOLATE && c <= LAST_ISOLATE ? 1 : c == POP_ISOLATE ? -1 : 0;
      if (depth == 0 && (c == ';' || c == ARABIC_SEMICOLON))
        return g_strndup (subtitle, p - subtitle);
    }
  return g_strdup (subtitle);
}

/* A way for words and legend to share the lines of the subtitle. */
typedef struct {
  const char *text;          /* NULL: there is no room for words */
  double      width;         /* of the words */
  NidaBox     legend;
} Shared;

/* @lines: of the subtitle, in the coordinates of a recipe. Words on the first of two leave the second; else the rest of the line. */
static Shared
share_lines (NidaRecipe *recipe,
             NidaBox     lines,
             const char *text)
{
  double line = nida_recipe_line (recipe, NIDA_FONT_SUBTITLE);
  double width = text != NULL ? MIN (nida_recipe_text_width (recipe, text, NIDA_FONT_SUBTITLE) + 1, lines.width) : 0;
  double start = text != NULL ? width + nida_recipe_px (recipe, BESIDE) : 0, drop = 0;

  if (text != NULL && lines.height > 1.5 * line)
    {
      start = 0;
      drop = line;
    }
  return (Shared) { text, width, { lines.x + start, lines.y + drop, MAX (lines.width - start, 0), line } };
}

/* Have both names room there, whole or as much of them as @most points? */
static gboolean
has_room (NidaRecipe               *recipe,
          const Shared             *shared,
          const NidaSelectionNames *names,
          gboolean                  lines,
          double                    most)
{
  const NidaLegendRoom room = { .room = shared->legend, .lines = lines };
  NidaLegendItem items[2];

  selection_items (&room, names, items);
  items[0].most = items[1].most = nida_recipe_px (recipe, most);
  if (shared->text != NULL && nida_recipe_text_width (recipe, shared->text, NIDA_FONT_SUBTITLE) > shared->width)
    return FALSE;      /* of two lines */
  return fits (&room, recipe, items, 2);
}

/* All of the words; what they begin with; none, since the title says what the chart is of, and nothing else which colour is which;
 * and where names are cut anyway, what they begin with as long as these say something. */
static Shared
choose_shared (NidaRecipe               *recipe,
               NidaBox                   box,
               const char               *full,
               const char               *brief,
               const NidaSelectionNames *names,
               gboolean                  lines)
{
  const struct { const char *text; double most; } ways[] = { { full, 0 }, { brief, 0 }, { NULL, 0 }, { brief, LEAST_BESIDE } };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      Shared shared = share_lines (recipe, box, ways[i].text);

      if (has_room (recipe, &shared, names, lines, ways[i].most))
        return shared;
    }
  return share_lines (recipe, box, NULL);
}

/* Are the halves of lines? The second selection has the double one. */
static gboolean
has_double_lines (const NidaScene *picture)
{
  for (guint i = 0; i < picture->nodes->len; i++)
    if (g_str_has_suffix (((const NidaNode *) picture->nodes->pdata[i])->key, "/compared/core"))
      return TRUE;
  return FALSE;
}

/* In the coordinates of a recipe, or back. */
static NidaBox
mirrored (const NidaScene *picture,
          NidaBox          box)
{
  if (picture->rtl)
    box.x = picture->width - box.x - box.width;
  return box;
}

/**
 * nida_scene_name_in_subtitle:
 * @picture: of nida_scene_brushed(), which nobody has seen yet
 * @names: what the two selections are called
 *
 * Names the selections in the lines of the subtitle, beside its words or in place of them, where the colours of @picture are theirs
 * and no legend says so.
 */
void
nida_scene_name_in_subtitle (NidaScene                *picture,
                             const NidaSelectionNames *names)
{
  NidaChartContext context = { .measurer = names->measurer };
  NidaRecipe recipe = measuring (&context, picture);
  NidaNode *node = nida_scene_keys_find (&picture->keys, "subtitle");
  gboolean lines = has_double_lines (picture);
  g_autofree char *full = NULL, *brief = NULL;
  NidaLegendRoom room = { .lines = lines };
  NidaBox box;
  Shared shared;

  if (!picture->compared || node == NULL || nida_scene_keys_find (&picture->keys, "legend/inside") != NULL)
    return;
  full = g_strdup (node->text);
  brief = first_part (full);
  box = mirrored (picture, node->box);
  shared = choose_shared (&recipe, box, full, brief, names, lines);
  if (shared.text != NULL)
    {
      g_free (node->text);
      node->text = g_strdup (shared.text);
      node->box = mirrored (picture, (NidaBox) { box.x, box.y, shared.width, shared.legend.height });
      node->max_lines = 1;
    }
  else
    node->opacity = 0;
  room.room = shared.legend;
  room.rest = g_ptr_array_new ();
  add_legend (&room, picture, names);
  g_ptr_array_unref (room.rest);
}
