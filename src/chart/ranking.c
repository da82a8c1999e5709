/* The ranking: a bar a name, the largest first or as a person wants it, the rest as one, and the pinned name with its true
 * rank below a rule. Where not all have room, the smallest are shown with the smallest first, and else the largest. */
#include "config.h"

#include "fitted-name.h"
#include "legend.h"
#include "ranking.h"

#include "no-figure.h"
#include "query-words.h"
#include "references.h"
#include "translate.h"

#include <math.h>

#define PITCH_MIN    20.0
#define PITCH_MAX    32.0
#define RULE_HEIGHT   9.0
#define LABEL_SHARE   0.50    /* of the width, at most */
#define LEAST_LABEL  24.0

void
nida_ranking_queries (const NidaChartSpec *spec,
                      GPtrArray           *queries)
{
  NidaQuery *query = nida_query_copy (spec->query);

  if (query->n_by == 0)
    query->by[0] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  query->n_by = 1;
  query->measures = 1u << spec->measure;
  g_ptr_array_add (queries, query);
}

/* --- layout --- */

static void
join_unnamed (NidaRanking *self,
              GPtrArray   *groups)
{
  NidaGroup *other = NULL;

  for (guint i = 0; i < groups->len; i++)
    if (((NidaGroup *) g_ptr_array_index (groups, i))->role == NIDA_GROUP_OTHER)
      other = g_ptr_array_index (groups, i);
  if (other == NULL || !nida_ranking_joins_unnamed (self))
    return;

  while (g_ptr_array_index (groups, groups->len - 1) != other)
    {
      const NidaGroup *last = g_ptr_array_index (groups, groups->len - 1);

      other->value = nida_money_plus (other->value, last->value);
      other->flows += last->flows;
      g_ptr_array_remove_index (groups, groups->len - 1);
    }
}

static GPtrArray *
fold_to (NidaRanking *self,
         guint        keep)
{
  NidaLanguage *language = self->recipe->context->language;
  NidaOrder order = self->recipe->spec->order;
  g_autoptr (GPtrArray) from = g_ptr_array_ref (self->all);
  GPtrArray *groups;

  if (order == NIDA_ORDER_SMALLEST)
    {
      g_ptr_array_unref (from);
      from = nida_groups_fold (self->all, self->all->len, self->noun, language);
      nida_groups_sort_smallest (from);
    }
  groups = nida_groups_fold (from, keep, self->noun, language);
  if (order == NIDA_ORDER_NAME)
    nida_groups_sort_names (groups, language);
  join_unnamed (self, groups);
  return groups;
}

static double
least_pitch (NidaRanking *self)
{
  return self->recipe->spec->names_above ? NIDA_RANKING_ABOVE_PITCH : PITCH_MIN;
}

/* The most rows that fit beside the pinned one. FALSE when not even one does. */
static gboolean
fit_rows (NidaRanking *self)
{
  guint top = self->recipe->spec->top, keep = nida_groups_count (self->all, NIDA_GROUP_NAMED);
  gboolean pins = self->pinned != NULL || self->pin_absent;
  double height = self->recipe->plot.height / self->recipe->scale, least = least_pitch (self);
  double room = height - (pins ? RULE_HEIGHT + least : 0);

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  if (room < least)
    return FALSE;
  keep = top > 0 ? MIN (top, keep) : keep;
  keep = MIN (keep, (guint) (room / least));
  self->shown = fold_to (self, keep);
  while (self->shown->len * least > room && keep > 1)
    {
      g_ptr_array_unref (self->shown);
      self->shown = fold_to (self, --keep);
    }
  /* The largest says more than a sum of all, which the subtitle has. */
  if (self->shown->len * least > room)
    g_ptr_array_set_size (self->shown, MAX (1, (guint) (room / least)));
  if (self->shown->len == 0 || self->shown->len * least > room)
    return FALSE;
  /* Lists that stand beside each other keep one pitch, however long they are. */
  if (self->recipe->spec->names_above)
    self->pitch = height / floor (height / least);
  else
    self->pitch = CLAMP ((height - (pins ? RULE_HEIGHT : 0)) / (self->shown->len + pins), PITCH_MIN, PITCH_MAX);
  return TRUE;
}

/* A pinned name that stands among the first needs no row of its own; without room for both it goes. */
static gboolean
choose_rows (NidaRanking *self)
{
  gboolean fits = fit_rows (self);

  if (fits && (self->pinned == NULL || nida_groups_find (self->shown, self->pinned->name) == NULL))
    return TRUE;
  self->pinned = NULL;
  self->pin_absent = FALSE;
  return fit_rows (self);
}

static char *
rank_text (NidaLanguage    *language,
           const NidaGroup *group)
{
  return group->rank > 0 ? nida_language_integer (language, group->rank) : NULL;
}

/* The sum of very many others would squeeze every bar: above three times the largest name it is said, not drawn. Small charts
 * on one scale treat it alike: the largest of all is set against the largest name of all. */
static void
weigh_others (NidaRanking *self)
{
  NidaSharedScale *shared = self->recipe->context->shared_scale;
  NidaMoney named = G_MININT64;

  for (guint i = 0; i < self->shown->len; i++)
    {
      const NidaGroup *group = g_ptr_array_index (self->shown, i);

      if (group->role == NIDA_GROUP_NAMED)
        named = MAX (named, group->value);
      else if (group->role == NIDA_GROUP_OTHER)
        self->others = group->value;
    }
  if (shared != NULL && !shared->own)
    {
      shared->named = named = MAX (named, shared->named);
      shared->other = self->others = MAX (self->others, shared->other);
    }
  self->others_have_bar = self->additive && (named == G_MININT64 || self->others / 3 <= named);
}

static gboolean
has_bar (NidaRanking     *self,
         const NidaGroup *group)
{
  return group->role != NIDA_GROUP_OTHER || self->others_have_bar;
}

static gboolean
is_pinned (NidaRanking     *self,
           const NidaGroup *group)
{
  return group->role == NIDA_GROUP_NAMED && g_strcmp0 (group->name, self->pinned_name) == 0;
}

static void
widen (NidaRanking     *self,
       const NidaGroup *group,
       double          *value_width)
{
  g_autofree char *rank = rank_text (self->recipe->context->language, group);
  g_autofree char *value = nida_recipe_value (self->recipe, self->measure, group->value);

  if (rank != NULL)
    self->rank_width = MAX (self->rank_width, nida_recipe_text_width (self->recipe, rank, NIDA_FONT_VALUE));
  self->label_width = MAX (self->label_width, nida_recipe_text_width (self->recipe, nida_group_get_label (group),
                           is_pinned (self, group) ? NIDA_FONT_LABEL_BOLD : NIDA_FONT_LABEL));
  *value_width = MAX (*value_width, nida_recipe_text_width (self->recipe, value,
                      is_pinned (self, group) ? NIDA_FONT_VALUE_BOLD : NIDA_FONT_VALUE));
  if (group->role != NIDA_GROUP_OTHER)
    {
      self->x.domain_min = MIN (self->x.domain_min, group->value);
      self->x.domain_max = MAX (self->x.domain_max, group->value);
    }
}

static void
measure_columns (NidaRanking *self)
{
  const NidaBox plot = self->recipe->plot;
  double gap = nida_recipe_px (self->recipe, 8), value_width = 0, before;

  weigh_others (self);
  for (guint i = 0; i < self->shown->len; i++)
    widen (self, g_ptr_array_index (self->shown, i), &value_width);
  if (self->pinned != NULL)
    widen (self, self->pinned, &value_width);
  nida_references_extend (self->recipe, self->measure, &self->x.domain_min, &self->x.domain_max);
  nida_recipe_share_scale (self->recipe, &self->x.domain_min, &self->x.domain_max);
  if (self->others_have_bar)
    {
      self->x.domain_min = MIN (self->x.domain_min, self->others);
      self->x.domain_max = MAX (self->x.domain_max, self->others);
    }
  if (self->rank_width > 0)
    self->rank_width += gap;
  before = MIN (self->rank_width + self->label_width, plot.width * LABEL_SHARE);
  nida_recipe_share_words (self->recipe, &before, &value_width, NULL);
  if (before != self->rank_width + self->label_width)       /* the difference of a sum is not always what was added */
    self->label_width = before - self->rank_width;
  /* half a figure is another figure: a name is cut before it */
  self->label_width = MIN (self->label_width, MAX (plot.width - self->rank_width - value_width - 2 * gap, nida_recipe_px (self->recipe, LEAST_LABEL)));
  self->bar_start = plot.x + self->rank_width + self->label_width + gap;
  self->x.range.start = self->bar_start;
  /* Of a very narrow chart the bars keep nothing: names and values matter more. */
  self->x.range.end = MAX (self->bar_start, plot.x + plot.width - value_width - gap);
}

/* --- marks --- */

static NidaLegendItem
style_of_measure (NidaMeasure measure)
{
  switch ((int) measure)
    {
    case NIDA_MEASURE_RECEIVED:
    case NIDA_MEASURE_REPORTED:
    case NIDA_MEASURE_PAID:
    case NIDA_MEASURE_COMMITTED:
    case NIDA_MEASURE_COVERAGE:
      return nida_legend_item_received (NULL);
    case NIDA_MEASURE_PLEDGED:
      return nida_legend_item_pledged (NULL);
    case NIDA_MEASURE_GAP:
      return nida_legend_item_gap (NULL);
    default:
      return nida_legend_item_series (NULL, NULL, NIDA_COLOR_OTHER);
    }
}

NidaLegendItem
nida_ranking_style (NidaRanking     *self,
                    const NidaGroup *group)
{
  NidaColorMap *colors = self->recipe->context->colors;

  if (group->role == NIDA_GROUP_NOT_STATED)
    return nida_legend_item_unknown (NULL);
  if (group->role == NIDA_GROUP_SEVERAL)
    return nida_legend_item_series (NULL, NULL, NIDA_COLOR_MULTIPLE);
  if (group->role == NIDA_GROUP_OTHER)
    return nida_legend_item_series (NULL, NULL, NIDA_COLOR_OTHER);
  /* Where donors have no hues, the pinned one is told apart by that of the measure. */
  if (self->field == NIDA_FIELD_DONOR && colors == NULL && is_pinned (self, group))
    return style_of_measure (self->measure);
  if (self->field == NIDA_FIELD_DONOR)
    return nida_legend_item_series (
        NULL, NULL, colors != NULL ? nida_color_map_lookup (colors, self->field, group->name) : NIDA_COLOR_OTHER);
  return style_of_measure (self->measure);
}

NidaMark *
nida_ranking_mark (NidaRanking     *self,
                   const NidaGroup *group)
{
  NidaLanguage *language = self->recipe->context->language;
  NidaMark *mark = nida_recipe_mark (self->recipe, nida_group_get_label (group), self->measure, group->value);

  if (self->additive && nida_groups_total (self->all) > 0)
    {
      g_autofree char *percent =
          nida_describe_percent (self->recipe, nida_money_share (group->value, nida_groups_total (self->all)));
      g_autofree char *line = g_strdup_printf (_("%s of the total"), percent);

      nida_mark_add_line (mark, line);
    }
  if (group->rank > 0)
    {
      g_autofree char *rank = rank_text (self->recipe->context->language, group);
      g_autofree char *n = nida_language_integer (language, nida_groups_count (self->all, NIDA_GROUP_NAMED));
      g_autofree char *line = g_strdup_printf (_("Number %1$s of %2$s"), rank, n);

      nida_mark_add_line (mark, line);
    }
  nida_group_set_filter (group, self->field, mark);
  return mark;
}

/* Returns where the value may begin. */
static double
emit_bar (NidaRanking     *self,
          const NidaGroup *group,
          const char      *lane,
          double           y)
{
  NidaRecipe *recipe = self->recipe;
  NidaLegendItem style = nida_ranking_style (self, group);
  double zero = nida_scale_map (&self->x, 0), end = nida_scale_map (&self->x, group->value);
  double height = nida_recipe_px (recipe, MIN (self->pitch * 0.66, 18)),
         width = MAX (fabs (end - zero), nida_recipe_px (recipe, 1));
  NidaBox box = { MIN (zero, end), y + (nida_recipe_px (recipe, self->pitch) - height) / 2, width, height };
  g_autofree char *key = g_strconcat (lane, "/", group->key, NULL);
  NidaNode *node;

  if (!has_bar (self, group) || self->x.range.end <= self->x.range.start)
    box.width = 0;                             /* still a mark: it can be pointed at, and listed */
  node = nida_scene_builder_rect (recipe->scene, key, box, style.fill);
  nida_legend_item_apply (&style, node);
  node->base = group->value < 0 ? NIDA_BASE_END : NIDA_BASE_START;
  nida_scene_builder_mark (node, nida_ranking_mark (self, group));
  return MAX (box.x + box.width, zero);
}

static void
emit_row (NidaRanking     *self,
          const NidaGroup *group,
          const char      *lane,
          guint            index,
          double           y)
{
  NidaRecipe *recipe = self->recipe;
  const NidaBox plot = recipe->plot;
  gboolean bold = is_pinned (self, group), below = group == self->pinned;
  double gap = nida_recipe_px (recipe, 8), drop = nida_font_baseline (NIDA_FONT_LABEL, recipe->scale)
                                                  - nida_font_baseline (NIDA_FONT_VALUE, recipe->scale);
  double top = y + (nida_recipe_px (recipe, self->pitch) - nida_recipe_line (recipe, NIDA_FONT_LABEL)) / 2;
  g_autofree char *rank = rank_text (self->recipe->context->language, group);
  g_autofree char *value = nida_recipe_value (recipe, self->measure, group->value);
  g_autofree char *rank_key = g_strdup_printf (below ? "rank/pinned/%u" : "rank/%u", index + 1);
  g_autofree char *label_key = g_strconcat ("label/", lane, "/", group->key, NULL);
  g_autofree char *value_key = g_strconcat ("value/", lane, "/", group->key, NULL);
  NidaFont value_font = bold ? NIDA_FONT_VALUE_BOLD : NIDA_FONT_VALUE;
  NidaBox room = { plot.x + self->rank_width, y, self->label_width, nida_recipe_px (recipe, self->pitch) };
  double x, width;

  if (rank != NULL)
    nida_recipe_text (recipe, rank_key, plot.x, top + drop, self->rank_width - gap, NIDA_FONT_VALUE,
                      NIDA_COLOR_TEXT_SECOND, NIDA_ANCHOR_END, rank);
  nida_fitted_name_emit_others (recipe, label_key, room, bold ? NIDA_FONT_LABEL_BOLD : NIDA_FONT_LABEL, nida_group_get_label (group),
                                group->role == NIDA_GROUP_OTHER ? group->n : 0);
  x = emit_bar (self, group, lane, y) + gap;
  width = MIN (nida_recipe_text_width (recipe, value, value_font), plot.x + plot.width - x);
  if (self->additive || group->role != NIDA_GROUP_OTHER)
    nida_recipe_text (recipe, value_key, x, top + drop, width, value_font, NIDA_COLOR_TEXT, NIDA_ANCHOR_START, value);
}

/* A pinned name that these data do not hold: a dash, since absent is not zero. */
static void
emit_absent (NidaRanking *self,
             double       y)
{
  NidaRecipe *recipe = self->recipe;
  g_autofree char *name = nida_language_isolate (recipe->context->language, recipe->spec->pinned);
  g_autofree char *words = g_strdup_printf (_("%s is not in the sources"), name);
  double width = MIN (nida_recipe_text_width (recipe, words, NIDA_FONT_LABEL), recipe->plot.width);

  nida_recipe_text (recipe, "label/pinned", recipe->plot.x, y, width, NIDA_FONT_LABEL, NIDA_COLOR_TEXT_SECOND,
                    NIDA_ANCHOR_START, words);
}

static void
emit_pinned (NidaRanking *self,
             double       y)
{
  NidaRecipe *recipe = self->recipe;
  const NidaBox plot = recipe->plot;
  double rule = y + nida_recipe_px (recipe, RULE_HEIGHT / 2);

  if (self->pinned == NULL && !self->pin_absent)
    return;
  nida_scene_builder_line (recipe->scene, "pinned/rule", (NidaPoint) { plot.x, rule },
                           (NidaPoint) { plot.x + plot.width, rule }, NIDA_COLOR_BORDER, nida_recipe_px (recipe, 1));
  y += nida_recipe_px (recipe, RULE_HEIGHT);
  if (self->pinned != NULL)
    emit_row (self, self->pinned, "pinned", self->pinned->rank - 1, y);
  else
    emit_absent (self, y);
}

static void
emit_zero (NidaRanking *self)
{
  double x = nida_scale_map (&self->x, 0), y = self->recipe->plot.y;

  if (self->x.domain_min >= 0)
    return;
  nida_scene_builder_line (self->recipe->scene, "axis/zero", (NidaPoint) { x, y },
                           (NidaPoint) { x, y + self->shown->len * nida_recipe_px (self->recipe, self->pitch) },
                           NIDA_COLOR_AXIS, nida_recipe_px (self->recipe, 1));
}

/* What the rows of the table are made from. */
typedef struct {
  NidaCube     *cube;
  NidaLanguage *language;
  char         *currency;
  NidaMeasure   measure;
  GPtrArray    *groups;
} NidaRankingTable;

static void
ranking_table_free (gpointer data)
{
  NidaRankingTable *table = data;

  g_ptr_array_unref (table->groups);
  g_object_unref (table->cube);
  g_object_unref (table->language);
  g_free (table->currency);
  g_free (table);
}

static void
add_rows (NidaTable *table,
          gpointer   data)
{
  const NidaRankingTable *self = data;
  NidaMoney total = nida_groups_total (self->groups);

  for (guint i = 0; i < self->groups->len; i++)
    {
      const NidaGroup *group = g_ptr_array_index (self->groups, i);
      gint64 share = nida_money_share (group->value, total);
      g_autofree char *rank = rank_text (self->language, group);
      g_autofree char *value = nida_value_bare (self->language, self->currency, self->measure, group->value);
      g_autofree char *percent = nida_language_percent (self->language, share, 1);
      g_autofree char *key = g_strconcat ("bar/", group->key, NULL);
      const char *cells[] = { rank != NULL ? rank : "", nida_group_get_label (group), value, percent, NULL };
      NidaMoney sort[] =
          { group->rank > 0 ? (NidaMoney)group->rank : NIDA_MONEY_NONE, NIDA_MONEY_NONE, group->value, share };

      nida_table_add_row (table, key, cells, sort);
    }
}

static void
fill_table (NidaRanking *self)
{
  g_autofree char *title = nida_recipe_column_title (self->recipe, nida_words_measure (self->measure), self->measure);
  const char *with_share[] = { _ ("Rank"), nida_noun_name (self->noun), title, _ ("Share"), NULL };
  NidaRankingTable *table = g_new0 (NidaRankingTable, 1);

  if (!self->additive)
    with_share[3] = NULL;
  nida_scene_builder_table (self->recipe->scene, with_share);
  table->cube = g_object_ref (nida_recipe_cube (self->recipe, 0));
  table->language = g_object_ref (self->recipe->context->language);
  table->currency = g_strdup (nida_recipe_currency (self->recipe));
  table->measure = self->measure;
  table->groups = g_ptr_array_ref (self->all);
  nida_scene_builder_table_later (self->recipe->scene, add_rows, table, ranking_table_free);
}

static void
emit (NidaRanking *self)
{
  double y = self->recipe->plot.y, foot = nida_references_get_foot (self->recipe, self->measure);

  self->recipe->plot.height -= foot;
  if (!choose_rows (self))
    return;
  if (self->recipe->spec->names_above)
    {
      nida_ranking_emit_above (self);
      return;
    }
  measure_columns (self);
  emit_zero (self);
  for (guint i = 0; i < self->shown->len; i++, y += nida_recipe_px (self->recipe, self->pitch))
    emit_row (self, g_ptr_array_index (self->shown, i), "bar", i, y);
  emit_pinned (self, y);
  if (foot > 0)
    nida_references_emit_upright (self->recipe, self->measure, &self->x,
                                  (NidaBox) { self->bar_start, self->recipe->plot.y, self->x.range.end - self->bar_start, self->recipe->plot.height });
  self->recipe->plot.height += foot;
}

void
nida_ranking_build (NidaRecipe *recipe)
{
  NidaCube *cube = nida_recipe_cube (recipe, 0);
  NidaRanking self =
      { .recipe = recipe, .measure = recipe->spec->measure, .field = nida_cube_get_query (cube)->by[0].field };
  g_autofree char *title = NULL, *subtitle = NULL, *note = NULL, *description = NULL;
  g_autoptr (GPtrArray) all = NULL;

  self.noun = nida_noun_for_cube (cube, 0);
  self.additive = self.measure != NIDA_MEASURE_COVERAGE;
  self.all = all = nida_groups_new (cube, 0, self.measure, recipe->context->language);
  self.chosen = nida_groups_choose (all, recipe->spec->chosen);
  if (recipe->spec->pinned != NULL)
    self.pinned = nida_groups_find (all, recipe->spec->pinned);
  self.pinned_name = self.pinned != NULL ? self.pinned->name : NULL;
  self.pin_absent = recipe->spec->pinned != NULL && self.pinned == NULL;
  title = nida_ranking_title (&self);
  subtitle = nida_ranking_subtitle (&self);
  note = nida_ranking_note (&self);
  nida_recipe_frame (recipe, title, subtitle, note);
  if (all->len == 0)
    nida_recipe_message (recipe, nida_no_figure_reason (recipe));
  else
    {
      emit (&self);
      description = nida_ranking_describe (&self);
      nida_scene_builder_set_words (recipe->scene, title, description);
    }
  fill_table (&self);
  g_clear_pointer (&self.shown, g_ptr_array_unref);
}
