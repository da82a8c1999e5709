/* Small multiples: one chart a name, all of one kind and, unless a person wants it otherwise, on one scale. They are built
 * twice: first each says how far its figures reach, then all are drawn to the farthest. Where one has no room for its marks
 * then, or for what they are read by, fewer and larger ones are built. */
#include "config.h"

#include "panels-private.h"

#include "chart-traits.h"
#include "cut-names.h"
#include "follow.h"
#include "hues.h"
#include "legend.h"
#include "no-figure.h"
#include "shades.h"
#include "translate.h"

#include <math.h>
#include <string.h>

#define MOST_PANELS   16
#define LEAST_WIDTH  168.0     /* of a panel, at scale 1 */
#define LEAST_HEIGHT 112.0
#define GAP           12.0
#define SHAPE          1.5     /* width to height that is looked for */
#define EMPTY          0.15    /* an empty place against that */

/* --- places --- */

static guint
that_fit (double length,
          double least,
          double gap)
{
  return length > 0 ? (guint) ((length + gap) / (least + gap)) : 0;
}

/* How many have room before the words around them are known; they take little more or less. */
static void
count_shown (NidaPanels *self)
{
  NidaRecipe *recipe = self->recipe;
  double gap = nida_recipe_px (recipe, GAP);
  guint columns = that_fit (recipe->context->width - nida_recipe_px (recipe, 32), nida_recipe_px (recipe, LEAST_WIDTH), gap);
  guint rows = that_fit (nida_recipe_foresee (recipe), nida_recipe_px (recipe, LEAST_HEIGHT), gap);
  guint most = MIN (columns * rows, MOST_PANELS);

  if (recipe->spec->top > 0)
    most = MIN (most, recipe->spec->top);
  self->shown = MIN (most, self->panels->len);
  self->most_columns = columns;
}

/* The grid whose panels come nearest to the shape that is looked for, with few places empty. */
static void
lay_out (NidaPanels *self)
{
  const NidaBox plot = self->recipe->plot;
  double gap = nida_recipe_px (self->recipe, GAP), best = G_MAXDOUBLE;

  for (guint columns = 1; columns <= MIN (self->most_columns, self->shown); columns++)
    {
      guint rows = (self->shown + columns - 1) / columns;
      double width = (plot.width + gap) / columns - gap, height = MAX ((plot.height + gap) / rows - gap, 1);
      double away = fabs (log (width / height / SHAPE)) + EMPTY * (columns * rows - self->shown);

      if (away >= best)
        continue;
      best = away;
      self->columns = columns;
      self->rows = rows;
    }
}

static NidaBox
panel_box (const NidaPanels *self,
           guint             index)
{
  const NidaBox plot = self->recipe->plot;
  double gap = nida_recipe_px (self->recipe, GAP);
  double width = (plot.width + gap) / self->columns - gap, height = (plot.height + gap) / self->rows - gap;

  return (NidaBox) { plot.x + index % self->columns * (width + gap), plot.y + index / self->columns * (height + gap), width, height };
}

/* --- one panel --- */

static NidaScene *
build_panel (NidaPanels      *self,
             const NidaPanel *panel,
             NidaBox          box)
{
  NidaChartSpec spec = *self->recipe->spec;
  NidaChartContext context = *self->recipe->context;
  g_autoptr (NidaQuery) query = nida_query_copy (spec.query);
  g_autoptr (GPtrArray) cubes = nida_panels_slice (self->recipe->cubes, self->field, panel->filter), none = g_ptr_array_new ();

  g_clear_pointer (&query->second, g_free);          /* the whole is built again in it */
  nida_query_clear_filter (query, self->field);
  nida_query_add_filter (query, self->field, panel->filter);
  spec.query = query;
  spec.panels = NIDA_FIELD_NONE;
  spec.title = spec.subtitle = spec.note = NULL;
  spec.notes = none;
  context.width = box.width;
  context.height = box.height;
  context.reserve_end = 0;
  context.panel = panel->name;
  context.shared_scale = &self->scale;
  context.colors = self->colors;
  context.unsourced = TRUE;
  context.news = NULL;
  context.second_cubes = NULL;
  context.inside = NULL;
  return self->build (&spec, cubes, &context);
}

/* A mark of a panel filters by the panel, too. What is no other mark's in its panel may be one's in the next. */
static void
adopt_mark (const NidaPanels *self,
            const NidaPanel  *panel,
            NidaMark         *mark)
{
  nida_mark_put_within (mark, panel->name);
  for (guint i = 0; i < mark->n_rests; i++)
    if (!mark->several[i])
      {
        mark->need |= nida_measure_is_of_needs (mark->measure);        /* asked about panel by panel */
        mark->measure = NIDA_N_MEASURES;
      }
  if (mark->n_fields < NIDA_MAX_BY)
    nida_mark_add_filter (mark, self->field, panel->filter);
  else
    mark->measure = NIDA_N_MEASURES;
}

/* The names of small charts are cut once all are known: two that begin alike must not read alike. */
static void
name_panel (const NidaPanel *panel,
            NidaNode        *title)
{
  g_free (title->text);
  title->text = g_strdup (panel->name);
  nida_node_name (title, panel->name);
}

static void
append_panel (NidaPanels      *self,
              const NidaPanel *panel,
              NidaScene       *scene,
              NidaBox          box)
{
  NidaSceneBuilder *builder = self->recipe->scene;
  g_autofree char *prefix = g_strconcat ("panel/", panel->filter, "/", NULL);
  g_autoptr (GHashTable) adopted = g_hash_table_new (NULL, NULL);
  guint first = nida_scene_builder_get_n_nodes (builder);

  nida_scene_builder_append (builder, scene, prefix, box.x, box.y);
  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      if (g_str_equal (node->key, "title"))
        name_panel (panel, nida_scene_builder_get_node (builder, first + i));
      /* what a shape follows may be figures of no node */
      for (guint m = 0; node->follow != NULL && m < node->follow->marks->len; m++)
        if (g_hash_table_add (adopted, node->follow->marks->pdata[m]))
          adopt_mark (self, panel, node->follow->marks->pdata[m]);
      if (node->mark == NULL)
        continue;
      if (g_hash_table_add (adopted, node->mark))
        adopt_mark (self, panel, node->mark);
      nida_scene_builder_mark (nida_scene_builder_get_node (builder, first + i), nida_mark_ref (node->mark));
    }
}

/* --- colours --- */

/* The largest names of all panels have the hues, so that one colour is one name in each. */
static NidaColorMap *
common_colors (const NidaPanels *self)
{
  NidaCube *cube = nida_recipe_cube (self->recipe, 0);
  NidaQuery *query = nida_cube_get_query (cube);
  g_autoptr (GPtrArray) groups = NULL;
  NidaColorMap *hues;

  if (query->n_by < 2 || query->by[1].field == NIDA_FIELD_DATE || query->by[0].field != self->field)
    return nida_color_map_copy (self->recipe->context->colors);
  groups = nida_groups_new (cube, 1, self->measure, self->recipe->context->language);
  hues = nida_hues_new (self->recipe, query->by[1].field, groups);
  if (hues != self->recipe->context->colors)
    return hues;
  nida_color_map_unref (hues);
  return nida_color_map_copy (self->recipe->context->colors);
}

static void
leave_top (NidaPanels *self,
           double      height)
{
  self->recipe->plot.y += height;
  self->recipe->plot.height = MAX (self->recipe->plot.height - height, 1);
}

/* The classes are those that the panels make of all figures of all. */
static void
emit_shades (NidaPanels *self)
{
  const GArray *values = self->scale.values;
  NidaShades shades;

  if (values->len == 0)
    return;
  nida_shades_init (&shades, self->recipe, self->measure, (const gint64 *) (gpointer) values->data, NULL, values->len);
  shades.has_none = self->scale.nothing;
  shades.has_unknown = self->scale.unknown;
  nida_shades_emit (&shades);
  leave_top (self, nida_shades_height (&shades));
}

/* What the panels would each explain is explained once above them. */
static void
emit_legend (NidaPanels *self)
{
  NidaRecipe *recipe = self->recipe;
  g_autofree NidaLegendItem *items = g_new (NidaLegendItem, self->scale.legend->len + 1);

  for (guint i = 0; i < self->scale.legend->len; i++)
    items[i] = *(const NidaLegendItem *) self->scale.legend->pdata[i];
  if (self->scale.legend->len > 0)
    leave_top (self, nida_legend_emit (recipe, items, self->scale.legend->len, recipe->plot.x, recipe->plot.y, recipe->plot.width)
                       + nida_recipe_px (recipe, GAP / 2));
  emit_shades (self);
  lay_out (self);
}

/* --- the whole --- */

/* Returns: (element-type NidaScene): of all panels, which are built for the places that they have then. */
static GPtrArray *
build_scenes (NidaPanels *self)
{
  GPtrArray *scenes = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->shown; i++)
    {
      g_autoptr (NidaScene) measured G_GNUC_UNUSED = build_panel (self, g_ptr_array_index (self->panels, i), panel_box (self, i));
    }
  self->scale.fixed = TRUE;
  emit_legend (self);
  self->scale.room = NIDA_ROOM_ENOUGH;
  for (guint i = 0; i < self->shown; i++)
    g_ptr_array_add (scenes, build_panel (self, g_ptr_array_index (self->panels, i), panel_box (self, i)));
  return scenes;
}

static void
frame (NidaPanels *self,
       const char *title)
{
  g_autofree char *subtitle = self->shown > 0 ? nida_panels_subtitle (self) : NULL;
  g_autofree char *note = self->shown > 0 ? nida_panels_note (self) : NULL;

  nida_recipe_frame (self->recipe, title, subtitle, note);
  lay_out (self);
}

static void
start_again (NidaPanels *self,
             const char *title)
{
  const NidaChartContext *context = self->recipe->context;

  g_object_unref (self->recipe->scene);
  self->recipe->scene = nida_scene_builder_new (context->width, context->height, context->scale, nida_recipe_is_rtl (self->recipe));
  nida_shared_scale_clear (&self->scale);
  nida_shared_scale_init (&self->scale, self->recipe->spec->own_scales);
  frame (self, title);
}

/* The most panels of those that are larger than now, and in neither direction smaller. FALSE where no fewer are larger. */
static gboolean
choose_fewer (NidaPanels *self)
{
  const guint shown = self->shown;
  const NidaBox now = panel_box (self, 0);

  while (--self->shown > 0)
    {
      NidaBox box;

      lay_out (self);
      box = panel_box (self, 0);
      if (MIN (box.height - now.height, box.width - now.width) > -1 && MAX (box.height - now.height, box.width - now.width) > 1)
        return TRUE;
    }
  self->shown = shown;
  return FALSE;
}

/* Where a panel has no room for what it needs, there are fewer and larger ones; where fewer are no better, as many as before, and
 * those that have no room say so. */
static GPtrArray *
build_fitting (NidaPanels *self,
               const char *title)
{
  guint best = self->shown;
  g_autoptr (GPtrArray) scenes = build_scenes (self);
  NidaRoom room = self->scale.room;

  while (self->scale.room > NIDA_ROOM_ENOUGH && choose_fewer (self))
    {
      start_again (self, title);
      g_ptr_array_unref (scenes);
      scenes = build_scenes (self);
      if (self->scale.room < room)
        {
          best = self->shown;
          room = self->scale.room;
        }
    }
  if (self->shown != best)
    {
      self->shown = best;
      start_again (self, title);
      g_ptr_array_unref (scenes);
      scenes = build_scenes (self);
    }
  return g_steal_pointer (&scenes);
}

static void
draw (NidaPanels *self,
      const char *title)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GPtrArray) scenes = build_fitting (self, title);

  for (guint i = 0; i < self->shown; i++)
    {
      const NidaPanel *panel = g_ptr_array_index (self->panels, i);
      NidaScene *scene = g_ptr_array_index (scenes, i);

      append_panel (self, panel, scene, panel_box (self, i));
      nida_describe_sentence (words, g_strdup_printf (_("%1$s: %2$s"), panel->name, nida_scene_get_description (scene)));
    }
  nida_panels_table (self, scenes);
  nida_panels_describe (self, title, words);
}

/* Why there are no panels; NULL where there are. */
static const char *
find_refusal (const NidaPanels *self)
{
  for (guint i = 0; i < self->n_cubes; i++)
    {
      NidaQuery *query = nida_cube_get_query (nida_recipe_cube (self->recipe, i));

      if (query->by[0].field != self->field)
        return _("This chart asks for three fields already; small charts need one more.");
      for (guint d = 1; d < query->n_by; d++)
        if (query->by[d].field == self->field)
          return _("This chart is by that field already, so there is nothing to divide.");
    }
  if (self->recipe->spec->kind == NIDA_CHART_NUMBER)
    return _("A single figure has no small charts: choose a ranking.");
  return NULL;
}

void
nida_panels_build (NidaRecipe   *recipe,
                   NidaPanelFunc build)
{
  NidaPanels self = { .recipe = recipe, .build = build, .n_cubes = recipe->cubes->len / 2, .measure = recipe->spec->measure, .field = recipe->spec->panels };
  g_autofree char *title = NULL;
  const char *refusal = find_refusal (&self);

  self.noun = nida_noun_for_cube (nida_panels_whole (&self, 0), 0);
  self.panels = g_ptr_array_new_with_free_func (nida_panel_free);
  nida_shared_scale_init (&self.scale, recipe->spec->own_scales);
  if (!nida_panels_has_measure (&self))
    self.measure = NIDA_MEASURE_REQUIREMENT;
  title = recipe->spec->title != NULL ? g_strdup (recipe->spec->title) : nida_panels_what (&self);
  if (refusal == NULL)
    nida_panels_find (&self);
  self.colors = common_colors (&self);
  count_shown (&self);
  frame (&self, title);
  if (refusal != NULL)
    nida_recipe_message (recipe, refusal);
  else if (self.panels->len == 0)
    nida_recipe_message (recipe, nida_no_figure_reason (recipe));
  else if (self.columns == 0)
    nida_recipe_message (recipe, _("There is no room here for small charts."));
  else
    draw (&self, title);
  nida_shared_scale_clear (&self.scale);
  nida_color_map_unref (self.colors);
  g_ptr_array_unref (self.panels);
}
