/* Small multiples: one chart a name, all of one kind and, unless a person wants it otherwise, on one scale. They are built
 * twice: first each says how far its figures reach, then all are drawn to the farthest. The order is that of the latest
 * figures; years stand the newest first. */
#include "config.h"

#include "panels.h"

#include "chart-traits.h"
#include "cube-slice.h"
#include "describe.h"
#include "hues.h"
#include "legend.h"
#include "query-words.h"
#include "translate.h"
#include "words.h"

#include <math.h>
#include <string.h>

#define MOST_PANELS   16
#define LEAST_WIDTH  168.0     /* of a panel, at scale 1 */
#define LEAST_HEIGHT 112.0
#define GAP           12.0
#define WORDS        130.0     /* title, subtitle and source line, about */
#define SHAPE          1.5     /* width to height that is looked for */
#define EMPTY          0.15    /* an empty place against that */

typedef struct {
  guint     item;              /* of the first dimension */
  char     *name;              /* as it is shown */
  char     *filter;
  NidaMoney latest, whole;
} Panel;

typedef struct {
  NidaRecipe     *recipe;
  NidaPanelFunc   build;
  guint           n_cubes;     /* of one chart */
  NidaMeasure     measure;
  NidaField       field;
  NidaNoun        noun;
  GPtrArray      *panels;      /* Panel, the largest latest figure first */
  guint           shown, most_columns, columns, rows;
  NidaSharedScale scale;
  NidaColorMap   *colors;
} Panels;

/* --- questions --- */

void
nida_panels_queries (const NidaChartSpec *spec,
                     GPtrArray           *queries)
{
  guint n = queries->len;

  for (guint i = 0; i < n; i++)
    {
      NidaQuery *query = queries->pdata[i], *whole = nida_query_copy (query);

      if (query->n_by < NIDA_MAX_BY)
        {
          memmove (&query->by[1], &query->by[0], query->n_by * sizeof query->by[0]);
          query->by[0] = (NidaGroupBy) { spec->panels, spec->panels == NIDA_FIELD_DATE ? NIDA_STEP_YEAR : NIDA_STEP_NONE };
          query->n_by++;
        }
      whole->by[0] = (NidaGroupBy) { spec->panels, spec->panels == NIDA_FIELD_DATE ? NIDA_STEP_YEAR : NIDA_STEP_NONE };
      whole->n_by = 1;
      g_clear_pointer (&whole->apart, g_strfreev);
      g_ptr_array_add (queries, whole);
    }
}

static NidaCube *
whole_of (const Panels *self,
          guint         index)
{
  return nida_recipe_cube (self->recipe, self->n_cubes + index);
}

/* --- which panels --- */

static void
panel_free (gpointer data)
{
  Panel *panel = data;

  g_free (panel->name);
  g_free (panel->filter);
  g_free (panel);
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  return (int) (*(Panel * const *) b)->item - (int) (*(Panel * const *) a)->item;
}

static int
compare_panels (gconstpointer a,
                gconstpointer b)
{
  const Panel *first = *(Panel * const *) a, *second = *(Panel * const *) b;

  if (first->latest != second->latest)
    return first->latest > second->latest ? -1 : 1;
  if (first->whole != second->whole)
    return first->whole > second->whole ? -1 : 1;
  return g_strcmp0 (first->filter, second->filter);
}

/* The dimension of dates of the first answer, or 0 where it has none. */
static guint
date_dimension (NidaCube *cube)
{
  NidaQuery *query = nida_cube_get_query (cube);

  for (guint d = 1; d < query->n_by; d++)
    if (query->by[d].field == NIDA_FIELD_DATE)
      return d;
  return 0;
}

/* The last period that any name has a figure in; items are in order of time. */
static guint
latest_period (const Panels *self,
               NidaCube     *cube,
               guint         dimension)
{
  guint latest = G_MAXUINT;

  for (guint i = 0; dimension > 0 && i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);
      NidaMoney value = cell->values[self->measure];

      if (nida_cube_get_item (cube, dimension, cell->item[dimension])->not_stated || value == NIDA_MONEY_NONE || value == 0)
        continue;
      latest = latest == G_MAXUINT ? cell->item[dimension] : MAX (latest, cell->item[dimension]);
    }
  return latest;
}

static const NidaCubeCell *
whole_cell (const Panels *self,
            guint         index,
            const char   *filter)
{
  NidaCube *cube = whole_of (self, index);

  for (guint i = 0; i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);
      const NidaCubeItem *item = nida_cube_get_item (cube, 0, cell->item[0]);

      if (!item->not_stated && item->n_members <= 1 && g_str_equal (item->name, filter))
        return cell;
    }
  return NULL;
}

static char *
name_of (const Panels       *self,
         const NidaCubeItem *item)
{
  NidaLanguage *language = self->recipe->context->language;

  if (self->field == NIDA_FIELD_DATE)
    return nida_language_period (language, item->period, NIDA_DATE_MEDIUM);
  return nida_words_name (language, self->field, item->name, item->arabic);
}

static gboolean
is_asked (NidaCube    *cube,
          NidaMeasure  measure)
{
  return (nida_cube_get_query (cube)->measures & 1u << measure) != 0;
}

/* Cells that list several names, or none, have no panel; nor has what has no figure. */
static void
find_panels (Panels *self)
{
  NidaCube *cube = nida_recipe_cube (self->recipe, 0);
  guint dates = date_dimension (cube), latest = latest_period (self, cube, dates);
  guint n = nida_cube_get_n_items (cube, 0);
  g_autofree NidaMoney *latest_values = g_new (NidaMoney, n + 1);
  g_autofree gboolean *present = g_new0 (gboolean, n + 1);

  for (guint i = 0; i < n; i++)
    latest_values[i] = NIDA_MONEY_NONE;
  for (guint i = 0; i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);

      present[cell->item[0]] = TRUE;
      if (latest != G_MAXUINT && cell->item[dates] == latest)
        latest_values[cell->item[0]] = nida_money_plus (latest_values[cell->item[0]], cell->values[self->measure]);
    }
  for (guint i = 0; i < n; i++)
    {
      const NidaCubeItem *item = nida_cube_get_item (cube, 0, i);
      const NidaCubeCell *whole = present[i] && !item->not_stated && item->n_members <= 1 ? whole_cell (self, 0, item->name) : NULL;
      Panel *panel;

      if (whole == NULL || (is_asked (cube, self->measure) && (whole->values[self->measure] == NIDA_MONEY_NONE || whole->values[self->measure] == 0)))
        continue;
      panel = g_new0 (Panel, 1);
      panel->item = i;
      panel->name = name_of (self, item);
      panel->filter = g_strdup (item->name);
      panel->whole = whole->values[self->measure];
      panel->latest = dates > 0 ? latest_values[i] : panel->whole;
      g_ptr_array_add (self->panels, panel);
    }
  g_ptr_array_sort (self->panels, self->field == NIDA_FIELD_DATE ? compare_dates : compare_panels);
}

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
count_shown (Panels *self)
{
  NidaRecipe *recipe = self->recipe;
  double gap = nida_recipe_px (recipe, GAP);
  guint columns = that_fit (recipe->context->width - nida_recipe_px (recipe, 32), nida_recipe_px (recipe, LEAST_WIDTH), gap);
  guint rows = that_fit (recipe->context->height - nida_recipe_px (recipe, WORDS), nida_recipe_px (recipe, LEAST_HEIGHT), gap);
  guint most = MIN (columns * rows, MOST_PANELS);

  if (recipe->spec->top > 0)
    most = MIN (most, recipe->spec->top);
  self->shown = MIN (most, self->panels->len);
  self->most_columns = columns;
}

/* The grid whose panels come nearest to the shape that is looked for, with few places empty. */
static void
lay_out (Panels *self)
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
panel_box (const Panels *self,
           guint         index)
{
  const NidaBox plot = self->recipe->plot;
  double gap = nida_recipe_px (self->recipe, GAP);
  double width = (plot.width + gap) / self->columns - gap, height = (plot.height + gap) / self->rows - gap;

  return (NidaBox) { plot.x + index % self->columns * (width + gap), plot.y + index / self->columns * (height + gap), width, height };
}

/* --- one panel --- */

static GPtrArray *
slices_of (const Panels *self,
           const Panel  *panel,
           NidaQuery    *filtered)
{
  GPtrArray *slices = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->n_cubes; i++)
    {
      NidaCube *cube = nida_recipe_cube (self->recipe, i);
      g_autoptr (NidaQuery) query = nida_query_copy (nida_cube_get_query (cube));
      const NidaCubeCell *whole = whole_cell (self, i, panel->filter);
      NidaCubeCell none = { .flows = 0 };
      guint item = 0;

      for (guint m = 0; m < NIDA_N_MEASURES; m++)
        none.values[m] = NIDA_MONEY_NONE;
      query->n_by--;
      memmove (&query->by[0], &query->by[1], query->n_by * sizeof query->by[0]);
      nida_query_clear_filter (query, self->field);
      nida_query_add_filter (query, self->field, panel->filter);
      while (item < nida_cube_get_n_items (cube, 0) && !g_str_equal (nida_cube_get_item (cube, 0, item)->name, panel->filter))
        item++;
      g_ptr_array_add (slices, nida_cube_slice (cube, item, whole != NULL ? whole : &none, query));
    }
  g_clear_pointer (&filtered->second, g_free);          /* the whole is built again in it */
  nida_query_clear_filter (filtered, self->field);
  nida_query_add_filter (filtered, self->field, panel->filter);
  return slices;
}

static NidaScene *
build_panel (Panels      *self,
             const Panel *panel,
             NidaBox      box)
{
  NidaChartSpec spec = *self->recipe->spec;
  NidaChartContext context = *self->recipe->context;
  g_autoptr (NidaQuery) query = nida_query_copy (spec.query);
  g_autoptr (GPtrArray) cubes = slices_of (self, panel, query), none = g_ptr_array_new ();

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
adopt_mark (const Panels *self,
            const Panel  *panel,
            NidaMark     *mark)
{
  g_autofree char *label = g_strdup_printf (_("%1$s, %2$s"), panel->name, mark->label);

  g_free (mark->label);
  mark->label = g_steal_pointer (&label);
  for (guint i = 0; i < mark->n_rests; i++)
    if (!mark->several[i])
      mark->measure = NIDA_N_MEASURES;
  if (mark->n_fields < NIDA_MAX_BY)
    nida_mark_add_filter (mark, self->field, panel->filter);
  else
    mark->measure = NIDA_N_MEASURES;
}

static void
append_panel (Panels      *self,
              const Panel *panel,
              NidaScene   *scene,
              NidaBox      box)
{
  NidaSceneBuilder *builder = self->recipe->scene;
  g_autofree char *prefix = g_strconcat ("panel/", panel->filter, "/", NULL);
  g_autoptr (GHashTable) adopted = g_hash_table_new (NULL, NULL);
  guint first = nida_scene_builder_get_n_nodes (builder);

  nida_scene_builder_append (builder, scene, prefix, box.x, box.y);
  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      if (node->mark == NULL)
        continue;
      if (g_hash_table_add (adopted, node->mark))
        adopt_mark (self, panel, node->mark);
      nida_scene_builder_mark (nida_scene_builder_get_node (builder, first + i), nida_mark_ref (node->mark));
    }
}

/* --- the table --- */

/* The headings of all panels, each once: columns of names are not the same in each. */
static GPtrArray *
join_headings (GPtrArray *scenes)
{
  GPtrArray *headings = g_ptr_array_new ();

  for (guint i = 0; i < scenes->len; i++)
    {
      const NidaTable *table = nida_scene_get_table (scenes->pdata[i]);

      for (guint c = 0; table != NULL && c < table->n_columns; c++)
        if (!g_ptr_array_find_with_equal_func (headings, table->headings[c], g_str_equal, NULL))
          g_ptr_array_add (headings, table->headings[c]);
    }
  return headings;
}

static void
append_row (const Panels       *self,
            const Panel        *panel,
            const NidaTable    *table,
            const NidaTableRow *row,
            GPtrArray          *headings)
{
  g_autofree const char **cells = g_new0 (const char *, headings->len + 2);
  g_autofree NidaMoney *sort = g_new (NidaMoney, headings->len + 1);
  g_autofree char *key = g_strconcat ("panel/", panel->filter, "/", row->key, NULL);

  for (guint c = 0; c <= headings->len; c++)
    {
      cells[c] = c == 0 ? panel->name : "";
      sort[c] = NIDA_MONEY_NONE;
    }
  for (guint c = 0; c < table->n_columns && row->cells[c] != NULL; c++)
    {
      guint at = 0;

      g_ptr_array_find_with_equal_func (headings, table->headings[c], g_str_equal, &at);
      cells[at + 1] = row->cells[c];
      sort[at + 1] = row->sort != NULL ? row->sort[c] : NIDA_MONEY_NONE;
    }
  nida_scene_builder_table_row (self->recipe->scene, key, cells, sort);
}

static void
fill_table (const Panels *self,
            GPtrArray    *scenes)
{
  g_autoptr (GPtrArray) headings = join_headings (scenes), all = g_ptr_array_new ();

  g_ptr_array_add (all, (char *) (self->noun == NIDA_NOUN_GROUP ? nida_words_field (self->field) : nida_noun_name (self->noun)));
  g_ptr_array_extend (all, headings, NULL, NULL);
  g_ptr_array_add (all, NULL);
  nida_scene_builder_table (self->recipe->scene, (const char * const *) all->pdata);
  for (guint i = 0; i < scenes->len; i++)
    {
      const NidaTable *table = nida_scene_get_table (scenes->pdata[i]);

      for (guint r = 0; table != NULL && r < table->rows->len; r++)
        append_row (self, g_ptr_array_index (self->panels, i), table, g_ptr_array_index (table->rows, r), headings);
    }
}

/* --- words --- */

static gboolean
has_measure (const Panels *self)
{
  return (nida_chart_kind_get_traits (self->recipe->spec->kind)->choices & NIDA_CHOICE_MEASURE) != 0;
}

static char *
what_words (const Panels *self)
{
  return g_strdup_printf (_("%1$s %2$s"), has_measure (self) ? nida_words_measure (self->measure) : nida_chart_kind_get_label (self->recipe->spec->kind),
                          self->field == NIDA_FIELD_DATE ? _("by year") : nida_noun_by (self->noun, self->field));
}

static char *
subtitle_words (const Panels *self)
{
  NidaLanguage *language = self->recipe->context->language;
  g_autofree char *what = what_words (self), *unit = nida_describe_unit (self->recipe, self->measure);
  const char *scale = self->recipe->spec->own_scales ? _("each on a scale of its own") : _("all on one scale");
  g_autofree char *all = nida_noun_count (language, self->noun, self->panels->len);
  g_autofree char *n = nida_language_integer (language, self->shown);
  g_autofree char *some = self->shown < self->panels->len ? g_strdup_printf (_("the %1$s largest of %2$s"), n, all) : g_strdup (all);
  g_autofree char *more = NULL;

  /* years say themselves how many they are */
  more = self->field == NIDA_FIELD_DATE ? g_strdup (scale) : g_strdup_printf (_("%1$s; %2$s"), some, scale);
  return nida_describe_subtitle_of (self->recipe, what, unit, more);
}

/* What has no panel: smaller names, several at once, none. */
static char *
note_words (const Panels *self)
{
  NidaMoney rest = nida_cube_get_total (whole_of (self, 0))->values[self->measure];
  g_autofree char *value = NULL;

  if (!has_measure (self) || !nida_measure_is_additive (self->measure) || rest == NIDA_MONEY_NONE)
    return NULL;
  for (guint i = 0; i < self->shown; i++)
    {
      const Panel *panel = g_ptr_array_index (self->panels, i);

      if (panel->whole != NIDA_MONEY_NONE && !nida_money_subtract (rest, panel->whole, &rest))
        return NULL;
    }
  value = nida_recipe_value (self->recipe, self->measure, rest);
  /* Translators: how much is in none of the small charts: "Without a chart of its own: $1.2B." */
  return rest != 0 ? g_strdup_printf (_("Without a chart of its own: %s."), value) : NULL;
}

static void
describe (const Panels *self,
          const char   *title,
          GString      *panels)
{
  g_autofree char *count = nida_noun_count (self->recipe->context->language, self->noun, self->shown);
  g_autofree char *what = what_words (self);
  GString *text = g_string_new (NULL);
  g_autofree char *all = NULL;

  /* Translators: description of many small charts: what they show, how many names, then each */
  nida_describe_sentence (text, g_strdup_printf (_("Small charts side by side, %1$s: %2$s."), what, count));
  nida_describe_sentence (text, g_strdup (panels->str));
  all = g_string_free (text, FALSE);
  nida_scene_builder_set_words (self->recipe->scene, title, all);
}

/* --- colours --- */

/* The largest names of all panels have the hues, so that one colour is one name in each. */
static NidaColorMap *
common_colors (const Panels *self)
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

/* What the panels would each explain is explained once above them. */
static void
emit_legend (Panels *self)
{
  NidaRecipe *recipe = self->recipe;
  g_autofree NidaLegendItem *items = g_new (NidaLegendItem, self->scale.legend->len + 1);
  double height;

  for (guint i = 0; i < self->scale.legend->len; i++)
    items[i] = *(const NidaLegendItem *) self->scale.legend->pdata[i];
  if (self->scale.legend->len == 0)
    return;
  height = nida_legend_emit (recipe, items, self->scale.legend->len, recipe->plot.x, recipe->plot.y, recipe->plot.width)
           + nida_recipe_px (recipe, GAP / 2);
  recipe->plot.y += height;
  recipe->plot.height = MAX (recipe->plot.height - height, 1);
  lay_out (self);
}

/* --- the whole --- */

static void
draw (Panels     *self,
      const char *title)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GPtrArray) scenes = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->shown; i++)
    {
      g_autoptr (NidaScene) measured G_GNUC_UNUSED = build_panel (self, g_ptr_array_index (self->panels, i), panel_box (self, i));
    }
  self->scale.fixed = TRUE;
  emit_legend (self);
  for (guint i = 0; i < self->shown; i++)
    {
      const Panel *panel = g_ptr_array_index (self->panels, i);
      NidaBox box = panel_box (self, i);
      NidaScene *scene = build_panel (self, panel, box);

      g_ptr_array_add (scenes, scene);
      append_panel (self, panel, scene, box);
      nida_describe_sentence (words, g_strdup_printf (_("%1$s: %2$s"), panel->name, nida_scene_get_description (scene)));
    }
  fill_table (self, scenes);
  describe (self, title, words);
}

/* Why there are no panels; NULL where there are. */
static const char *
find_refusal (const Panels *self)
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
nida_panels_build (NidaRecipe    *recipe,
                   NidaPanelFunc  build)
{
  Panels self = { .recipe = recipe, .build = build, .n_cubes = recipe->cubes->len / 2, .measure = recipe->spec->measure, .field = recipe->spec->panels };
  g_autofree char *title = NULL, *subtitle = NULL, *note = NULL;
  const char *refusal = find_refusal (&self);

  self.noun = nida_noun_for_cube (whole_of (&self, 0), 0);
  self.panels = g_ptr_array_new_with_free_func (panel_free);
  nida_shared_scale_init (&self.scale, recipe->spec->own_scales);
  if (!has_measure (&self))
    self.measure = NIDA_MEASURE_REQUIREMENT;
  title = recipe->spec->title != NULL ? g_strdup (recipe->spec->title) : what_words (&self);
  if (refusal == NULL)
    find_panels (&self);
  self.colors = common_colors (&self);
  count_shown (&self);
  if (self.shown > 0)
    {
      subtitle = subtitle_words (&self);
      note = note_words (&self);
    }
  nida_recipe_frame (recipe, title, subtitle, note);
  lay_out (&self);
  if (refusal != NULL)
    nida_recipe_message (recipe, refusal);
  else if (self.panels->len == 0)
    nida_recipe_message (recipe, _("The sources hold no such figure under these filters."));
  else if (self.columns == 0)
    nida_recipe_message (recipe, _("There is no room here for small charts."));
  else
    draw (&self, title);
  nida_shared_scale_clear (&self.scale);
  nida_color_map_unref (self.colors);
  g_ptr_array_unref (self.panels);
}
