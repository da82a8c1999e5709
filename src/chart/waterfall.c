/* A waterfall of needs: from the requirement down by what was paid and committed to the gap, with pledges as the part of
 * the gap that is promised. Steps lie below one another, so that their names stay whole; a thin line leads from the end
 * of each to the next. What came beyond the requirement lies before zero, as an outline. A figure stands behind its bar; in a
 * narrow chart it stands below its name, so that the bars keep what is left. */
#include "config.h"

#include "fitted-name.h"
#include "follow.h"
#include "legend.h"
#include "waterfall.h"

#include "query-words.h"
#include "translate.h"

#define PITCH_MIN   21.0
#define PITCH_MAX   96.0
#define BAR_SHARE    0.56     /* of the pitch */
#define LABEL_SHARE  0.34     /* of the width, at most, unless a single word needs more */
#define WORD_SHARE   0.5
#define LEAST_BARS   0.4      /* of the width; else figures stand below names */
#define BARE_BARS    0.25     /* shorter ones say nothing */
#define GAP          8.0

typedef struct {
  NidaWaterfall steps;
  NidaRecipe   *recipe;
  double        pitch, bar;          /* in points */
  double        label_width;
  gboolean      below;               /* figures stand below names */
  NidaScale     x;
} Drawing;

static const char * const step_ids[NIDA_N_WATERFALL_STEPS] = {
  "requirement", "paid", "committed", "stated", "unknown", "pledged", "gap"
};

static NidaLegendItem
style_of (const NidaWaterfallStep *step)
{
  NidaLegendItem over = nida_legend_item_series (NULL, NULL, NIDA_COLOR_CARD);

  switch (step->kind)
    {
    case NIDA_STEP_OF_REQUIREMENT:
      over.stroke = NIDA_COLOR_AXIS;
      return over;
    case NIDA_STEP_OF_UNKNOWN: return nida_legend_item_unknown (NULL);
    case NIDA_STEP_OF_PLEDGED: return nida_legend_item_pledged (NULL);
    case NIDA_STEP_OF_GAP:
      over.stroke = NIDA_COLOR_RECEIVED;
      return step->value < 0 ? over : nida_legend_item_gap (NULL);
    case NIDA_STEP_OF_PAID:
    case NIDA_STEP_OF_COMMITTED:
    case NIDA_STEP_OF_STATED:
    case NIDA_N_WATERFALL_STEPS:
    default:
      return nida_legend_item_received (NULL);
    }
}

/* --- words beside the bars --- */

static char *
amount_of (const Drawing           *self,
           const NidaWaterfallStep *step)
{
  NidaMoney size = step->kind == NIDA_STEP_OF_GAP && step->value != NIDA_MONEY_NONE ? ABS (step->value) : step->value;

  return nida_recipe_value (self->recipe, NIDA_MEASURE_REQUIREMENT, size);
}

static char *
figures_of (const Drawing           *self,
            const NidaWaterfallStep *step)
{
  g_autofree char *value = amount_of (self, step), *share = nida_waterfall_share (&self->steps, step);

  if (step->kind == NIDA_STEP_OF_UNKNOWN)
    return g_strdup (_("not in the sources"));
  return share != NULL ? g_strdup_printf (_("%1$s · %2$s"), value, share) : g_strdup (value);
}

static NidaFont
value_font (const NidaWaterfallStep *step)
{
  return step->kind == NIDA_STEP_OF_GAP ? NIDA_FONT_VALUE_BOLD : NIDA_FONT_VALUE;
}

/* A word that is broken is hard to read. */
static double
longest_word (NidaRecipe *recipe,
              const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  double width = 0;

  for (guint i = 0; words[i] != NULL; i++)
    width = MAX (width, nida_recipe_text_width (recipe, words[i], NIDA_FONT_LABEL));
  return width + 1;
}

static void
measure_columns (Drawing *self)
{
  NidaRecipe *recipe = self->recipe;
  double gap = nida_recipe_px (recipe, GAP), values = 0, names = 0, words = 0, width = recipe->plot.width, row = self->pitch;
  double lines = nida_recipe_line (recipe, NIDA_FONT_LABEL) + nida_recipe_line (recipe, NIDA_FONT_VALUE);
  NidaMoney least = 0, largest = 0;

  for (guint i = 0; i < self->steps.n_steps; i++)
    {
      const NidaWaterfallStep *step = &self->steps.steps[i];
      const char *name = nida_waterfall_step_name (&self->steps, step);
      g_autofree char *figures = figures_of (self, step);

      names = MAX (names, nida_recipe_text_width (recipe, name, NIDA_FONT_LABEL));
      words = MAX (words, longest_word (recipe, name));
      values = MAX (values, nida_recipe_text_width (recipe, figures, value_font (step)));
      least = MIN (least, MIN (step->from, step->to));
      largest = MAX (largest, MAX (step->from, step->to));
    }
  self->label_width = MAX (MIN (names, width * LABEL_SHARE), MIN (words, width * WORD_SHARE));
  nida_recipe_share_scale (recipe, &least, &largest);
  nida_recipe_share_words (recipe, &self->label_width, &values, &row);
  self->below = row >= lines && width - self->label_width - values - 2 * gap < width * LEAST_BARS;
  if (self->below)
    self->label_width = MAX (self->label_width, values);
  self->x = (NidaScale) { least, largest, { recipe->plot.x + self->label_width + gap, recipe->plot.x + width - (self->below ? 0 : values + gap) }, FALSE };
  self->x.range.end = MAX (self->x.range.end, self->x.range.start + 1);
  if (self->x.range.end - self->x.range.start < width * BARE_BARS)
    nida_recipe_bare (recipe);
}

/* Whole: without the share where that finds no room, or not at all. */
static void
emit_figures (const Drawing           *self,
              const NidaWaterfallStep *step,
              double                   x,
              double                   y)
{
  NidaRecipe *recipe = self->recipe;
  double room = recipe->plot.x + (self->below ? self->label_width : recipe->plot.width) - x;
  g_autofree char *key = g_strconcat ("value/", step_ids[step->kind], NULL);
  g_autofree char *figures = figures_of (self, step);
  double width = nida_recipe_text_width (recipe, figures, value_font (step));

  if (width > room && step->kind != NIDA_STEP_OF_UNKNOWN)
    {
      g_free (figures);
      figures = amount_of (self, step);
      width = nida_recipe_text_width (recipe, figures, value_font (step));
    }
  if (width <= room)
    nida_recipe_text (recipe, key, x, y, width, value_font (step), NIDA_COLOR_TEXT, NIDA_ANCHOR_START, figures);
}

static void
emit_words (const Drawing           *self,
            const NidaWaterfallStep *step,
            double                   y)
{
  NidaRecipe *recipe = self->recipe;
  const char *name = nida_waterfall_step_name (&self->steps, step);
  double label = nida_recipe_line (recipe, NIDA_FONT_LABEL), value = nida_recipe_line (recipe, NIDA_FONT_VALUE), middle = y + self->pitch / 2;
  double drop = nida_font_baseline (NIDA_FONT_LABEL, recipe->scale) - nida_font_baseline (NIDA_FONT_VALUE, recipe->scale);
  NidaBox row = { recipe->plot.x, y, self->label_width, self->pitch };
  g_autofree char *key = g_strconcat ("label/", step_ids[step->kind], NULL);

  if (self->below)
    {
      row.y = middle - (label + value) / 2;
      row.height = label;
      emit_figures (self, step, recipe->plot.x, row.y + label);
    }
  else
    emit_figures (self, step, nida_scale_map (&self->x, MAX (step->from, step->to)) + nida_recipe_px (recipe, 6), middle - label / 2 + drop);
  nida_fitted_name_emit (recipe, key, row, NIDA_FONT_LABEL, name);
}

/* --- marks --- */

/* A click asks for the rows of the kind; a gap has none. */
static void
add_filters (const Drawing           *self,
             const NidaWaterfallStep *step,
             NidaMark                *mark)
{
  const char *rows = nida_waterfall_step_rows (step->kind);

  if (rows == NULL)
    return;
  nida_mark_add_filter (mark, NIDA_FIELD_KIND, rows);
  if (self->steps.appeal != NULL)
    nida_mark_add_filter (mark, NIDA_FIELD_APPEAL, nida_recipe_item_filter (self->steps.appeal));
}

static NidaMark *
make_mark (const Drawing           *self,
           const NidaWaterfallStep *step)
{
  const char *name = nida_waterfall_step_name (&self->steps, step);
  NidaMark *mark = nida_recipe_mark (self->recipe, name, NIDA_MEASURE_REQUIREMENT, step->value);
  g_autofree char *share = nida_waterfall_share (&self->steps, step);
  NidaMoney left;

  mark->measure = NIDA_N_MEASURES;
  mark->need = TRUE;
  if (share != NULL)
    {
      /* Translators: a line of a tooltip: "12% of the requirement" */
      g_autofree char *line = g_strdup_printf (_("%s of the requirement"), share);

      nida_mark_add_line (mark, line);
    }
  if (step->kind == NIDA_STEP_OF_UNKNOWN)
    nida_mark_add_line (mark, _("Received is not in the sources"));
  if (step->kind == NIDA_STEP_OF_PLEDGED && self->steps.known && nida_money_subtract (self->steps.gap, step->value, &left))
    {
      g_autofree char *value = nida_recipe_value (self->recipe, NIDA_MEASURE_GAP, MAX (left, 0));
      /* Translators: a line of a tooltip: what is still missing once all pledges are paid */
      g_autofree char *line = g_strdup_printf (_("Missing after pledges: %s"), value);

      nida_mark_add_line (mark, line);
    }
  add_filters (self, step, mark);
  return mark;
}

static NidaNode *
emit_piece (const Drawing        *self,
            const char           *key,
            NidaMoney             low,
            NidaMoney             high,
            double                y,
            const NidaLegendItem *style)
{
  double start = nida_scale_map (&self->x, low), end = nida_scale_map (&self->x, high);
  double width = MAX (end - start, nida_recipe_px (self->recipe, 1));
  NidaBox box = { MIN (start, self->x.range.end - width), y + (self->pitch - self->bar) / 2, width, self->bar };
  NidaNode *node = nida_scene_builder_rect (self->recipe->scene, key, box, style->fill);

  nida_legend_item_apply (style, node);
  return node;
}

/* A step in two pieces is filled as one, from the level where it begins; @first: what the piece above zero is of it. */
static void
follow_pieces (NidaNode *above,
               NidaNode *below,
               double    first,
               NidaMark *mark)
{
  NidaFollow *one = nida_node_follow (above, 0), *other = nida_node_follow (below, 0);

  nida_follow_mark (one, mark);
  nida_follow_mark (other, mark);
  one->to = other->from = first;
  below->base = above->base;
}

/* The part before zero is beyond the requirement; the step is pointed at in its other part where it has one. */
static void
emit_bar (const Drawing           *self,
          const NidaWaterfallStep *step,
          double                   y)
{
  NidaMoney low = MIN (step->from, step->to), high = MAX (step->from, step->to);
  NidaLegendItem style = style_of (step), over = style;
  g_autofree char *key = g_strconcat ("bar/", step_ids[step->kind], NULL);
  g_autofree char *over_key = g_strconcat (key, "/over", NULL);
  NidaNode *node = NULL, *over_node = NULL;
  NidaMark *mark = make_mark (self, step);

  over.fill = NIDA_COLOR_CARD;
  over.stroke = NIDA_COLOR_RECEIVED;
  if (low < 0)
    node = over_node = emit_piece (self, high > 0 ? over_key : key, low, MIN (high, 0), y,
                                   step->kind == NIDA_STEP_OF_PLEDGED ? &style : &over);
  if (high > 0 || low >= 0)
    node = emit_piece (self, key, MAX (low, 0), high, y, &style);
  node->base = step->from > step->to ? NIDA_BASE_END : NIDA_BASE_START;
  if (over_node != NULL && over_node != node)
    follow_pieces (node, over_node, (double) high / ((double) high - (double) low), mark);
  nida_scene_builder_mark (node, mark);
}

/* From the level that one step leaves to where the next begins. */
static void
emit_connector (const Drawing *self,
                guint          index,
                double         y)
{
  const NidaWaterfallStep *step = &self->steps.steps[index];
  gboolean promised = step->kind == NIDA_STEP_OF_PLEDGED;
  double x = nida_scale_map (&self->x, step->to), air = (self->pitch - self->bar) / 2;
  g_autofree char *key = g_strconcat ("connector/", step_ids[step->kind], NULL);
  NidaNode *node;

  if (index + 1 == self->steps.n_steps)
    return;
  node = nida_scene_builder_line (self->recipe->scene, key, (NidaPoint) { x, y + self->pitch - air },
                                  (NidaPoint) { x, y + self->pitch + (promised ? air + self->bar : air) }, NIDA_COLOR_AXIS, nida_recipe_px (self->recipe, 1));
  node->dash = promised ? NIDA_DASH_EVEN : NIDA_DASH_NONE;      /* a promise leaves the gap as it is */
  if (promised)
    {
      double received = nida_scale_map (&self->x, step->from);

      /* what was received leads past it to the gap */
      nida_scene_builder_line (self->recipe->scene, "connector/received", (NidaPoint) { received, y + self->pitch - air },
                               (NidaPoint) { received, y + self->pitch + air }, NIDA_COLOR_AXIS, nida_recipe_px (self->recipe, 1));
    }
}

static void
emit (Drawing *self)
{
  NidaRecipe *recipe = self->recipe;
  double y = recipe->plot.y, height = self->steps.n_steps * self->pitch;

  measure_columns (self);
  for (guint i = 0; i < self->steps.n_steps; i++, y += self->pitch)
    {
      emit_bar (self, &self->steps.steps[i], y);
      emit_words (self, &self->steps.steps[i], y);
    }
  for (guint i = 0; i < self->steps.n_steps; i++)
    emit_connector (self, i, recipe->plot.y + i * self->pitch);
  if (self->x.domain_min < 0)
    nida_scene_builder_line (recipe->scene, "axis/zero", (NidaPoint) { nida_scale_map (&self->x, 0), recipe->plot.y },
                             (NidaPoint) { nida_scale_map (&self->x, 0), recipe->plot.y + height }, NIDA_COLOR_AXIS, nida_recipe_px (recipe, 1));
}

static void
fill_table (const Drawing *self)
{
  /* Translators: heading of a table: the steps from requirement to gap */
  const char *headings[] = { C_("waterfall", "Step"), _("Amount"), _("Share of the requirement"), NULL };

  nida_scene_builder_table (self->recipe->scene, headings);
  for (guint i = 0; i < self->steps.n_steps; i++)
    {
      const NidaWaterfallStep *step = &self->steps.steps[i];
      gboolean known = step->value != NIDA_MONEY_NONE;
      gint64 share = known ? nida_money_share (step->value, self->steps.requirement) : NIDA_MONEY_NONE;
      g_autofree char *key = g_strconcat ("bar/", step_ids[step->kind], NULL);
      g_autofree char *value = nida_recipe_value_exact (self->recipe, NIDA_MEASURE_REQUIREMENT, step->value);
      g_autofree char *percent = known ? nida_language_percent (self->recipe->context->language, share, 1) : g_strdup ("–");
      NidaMoney sort[] = { NIDA_MONEY_NONE, step->value, share };

      nida_scene_builder_table_row (self->recipe->scene, key,
                                    (const char *[]) { nida_waterfall_step_name (&self->steps, step), value, percent, NULL }, sort);
    }
}

void
nida_waterfall_build (NidaRecipe *recipe)
{
  Drawing self = { .recipe = recipe };
  g_autofree char *title = NULL, *subtitle = NULL, *note = NULL, *description = NULL;

  nida_waterfall_read (&self.steps, recipe);
  title = nida_waterfall_title (&self.steps);
  subtitle = nida_waterfall_subtitle (&self.steps);
  note = nida_describe_stated_note (recipe, nida_recipe_cube (recipe, 0), self.steps.requirement);
  nida_recipe_frame (recipe, title, subtitle, note);
  if (self.steps.n_steps == 0)
    nida_recipe_message (recipe, nida_describe_no_requirement (recipe));
  else
    {
      self.pitch = MIN (recipe->plot.height / self.steps.n_steps, nida_recipe_px (recipe, PITCH_MAX));
      self.bar = self.pitch * BAR_SHARE;
      if (self.pitch < nida_recipe_px (recipe, PITCH_MIN))
        nida_recipe_no_room (recipe, _("There is no room here for a row. The table shows all figures."));
      else
        emit (&self);
      description = nida_waterfall_describe (&self.steps);
      nida_scene_builder_set_words (recipe->scene, title, description);
    }
  fill_table (&self);
}
