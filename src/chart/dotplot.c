/* Two dots a name on one scale, a hollow one for the first date and a full one for the second, joined by a line; the
 * largest rise first, the largest fall last. A name that is absent at one date has one dot; where both dots stand in one
 * place the hollow one is a ring around the full one. In a narrow chart names stand above their dots. */
#include "config.h"

#include "axis.h"
#include "fitted-name.h"
#include "legend.h"
#include "pairs.h"
#include "translate.h"

#include <math.h>

#define ROW_MIN      20.0
#define ROW_MAX      30.0
#define LABEL_SHARE   0.34     /* of the width, at most, for names */
#define LABEL_GAP    12.0
#define DOT           5.0
#define VALUE_GAP     9.0      /* between the middle of a dot and its figure */
#define ONE_PLACE     2.0      /* between the middles of two dots that are seen as one */
#define RING_GAP     11.0
#define MOST_ROWS    40
#define AXIS_ROOM   110.0      /* a lower plot has no axis */
#define AXIS_HEIGHT  28.0      /* about, … */
#define LEGEND_ROOM  26.0      /* … and what a legend takes that does not stand above all small charts */
#define NARROW      260.0      /* a narrower chart has its names above the dots */
#define RING          8.0      /* of dots in one place: the radius of the outer one */

typedef struct {
  NidaRecipe    *recipe;
  NidaPairs     *pairs;
  NidaValueAxis  axis;
  NidaLegendItem dots[3];
  guint          n_dots;       /* in the legend */
  gboolean       bare, above;
  double         legend, pitch, labels, head;      /* @head: of a row, where its name stands above its dots */
  NidaBox        box;          /* of the dots */
  NidaScale      x;
} Dotplot;

static gboolean
is_narrow (NidaRecipe *recipe)
{
  return recipe->context->width < nida_recipe_px (recipe, NARROW);
}

/* How many rows fit, before the frame is drawn, so that the subtitle can name it. */
static guint
most_rows (NidaRecipe *recipe)
{
  double height = nida_recipe_foresee (recipe), legend = recipe->context->panel != NULL ? 0 : LEGEND_ROOM;
  double room = height - nida_recipe_px (recipe, legend + (height < nida_recipe_px (recipe, AXIS_ROOM) ? 0 : AXIS_HEIGHT));
  double row = nida_recipe_px (recipe, ROW_MIN) + (is_narrow (recipe) ? nida_recipe_line (recipe, NIDA_FONT_LABEL) : 0);
  guint rows = CLAMP ((guint) (MAX (room, 0) / row), 1, MOST_ROWS);

  return recipe->spec->top > 0 ? MIN (rows, recipe->spec->top) : rows;
}

static NidaColor
color_of (NidaMeasure measure)
{
  switch (measure)
    {
    case NIDA_MEASURE_REQUIREMENT:
    case NIDA_MEASURE_GAP:
    case NIDA_MEASURE_COUNT:
      return NIDA_COLOR_AXIS;
    default:
      return NIDA_COLOR_RECEIVED;
    }
}

static void
make_dots (Dotplot *self)
{
  NidaColor color = color_of (self->pairs->cross->measure);

  self->dots[0] = (NidaLegendItem) { .id = "first", .label = nida_pairs_date (self->pairs, FALSE), .swatch = NIDA_SWATCH_DOT,
                                     .fill = NIDA_COLOR_CARD, .stroke = color };
  self->dots[1] = (NidaLegendItem) { .id = "second", .label = nida_pairs_date (self->pairs, TRUE), .swatch = NIDA_SWATCH_DOT,
                                     .fill = color, .stroke = color };
  /* Translators: the legend of a ring around a dot: the figures of the two dates differ by nothing or by too little to be seen */
  self->dots[2] = (NidaLegendItem) { .id = "same", .label = _("hardly any change"), .swatch = NIDA_SWATCH_RING,
                                     .fill = color, .stroke = color };
  self->n_dots = 2;
}

/* --- places --- */

static const char *
name_of (const Dotplot *self,
         guint          index)
{
  return nida_cross_row (self->pairs->cross, nida_pairs_get (self->pairs, index)->row)->label;
}

static double
value_width (Dotplot  *self,
             NidaMoney value)
{
  g_autofree char *words = nida_recipe_value (self->recipe, self->pairs->cross->measure, value);

  return value == NIDA_MONEY_NONE ? 0 : ceil (nida_recipe_text_width (self->recipe, words, NIDA_FONT_VALUE)) + 1;
}

static void
lay_out (Dotplot *self)
{
  NidaRecipe *recipe = self->recipe;
  NidaBox plot = recipe->plot;
  NidaMoney min = 0, max = 0;
  double values = 0, below, foot;
  guint n = self->pairs->pairs->len;

  for (guint i = 0; i < n; i++)
    {
      const NidaPair *pair = nida_pairs_get (self->pairs, i);
      const NidaMoney ends[] = { pair->from, pair->to };

      for (guint k = 0; k < G_N_ELEMENTS (ends); k++)
        if (ends[k] != NIDA_MONEY_NONE)
          {
            min = MIN (min, ends[k]);
            max = MAX (max, ends[k]);
            values = MAX (values, value_width (self, ends[k]));
          }
      self->labels = MAX (self->labels, ceil (nida_recipe_text_width (recipe, name_of (self, i), NIDA_FONT_LABEL)) + 1);
    }
  if (self->above)
    self->labels = 0;
  nida_recipe_share_words (recipe, &self->labels, &values, NULL);
  if (min == 0 && max == 0)
    max = self->pairs->cross->measure == NIDA_MEASURE_COUNT ? 1 : NIDA_MONEY_UNIT;
  self->labels = MIN (self->labels, plot.width * LABEL_SHARE);
  self->bare = self->above || plot.height < nida_recipe_px (recipe, AXIS_ROOM);      /* names would stand on its lines */
  self->legend = nida_legend_get_height (recipe, self->dots, self->n_dots, plot.width) + nida_recipe_px (recipe, 6);
  if (plot.height - self->legend < n * (self->head + nida_recipe_px (recipe, ROW_MIN)))
    self->legend = 0;
  foot = self->bare ? 0 : nida_recipe_line (recipe, NIDA_FONT_VALUE) + nida_recipe_px (recipe, 4);
  self->box = (NidaBox) { plot.x + (self->above ? nida_recipe_px (recipe, RING) : self->labels + nida_recipe_px (recipe, LABEL_GAP)), plot.y + self->legend, 0, MAX (plot.height - self->legend - foot, 1) };
  self->box.width = MAX (plot.x + plot.width - self->box.x, 1);
  self->pitch = MIN (self->box.height / MAX (n, 1), self->head + nida_recipe_px (recipe, ROW_MAX));
  self->box.height = self->pitch * n;
  nida_value_axis_train (&self->axis, recipe, self->pairs->cross->measure, min, max);
  below = self->axis.min < 0 ? values : 0;      /* also where only another small chart has such an amount */
  values += nida_recipe_px (recipe, VALUE_GAP + 2);
  below += nida_recipe_px (recipe, DOT + 2);
  self->x = (NidaScale) { self->axis.min, self->axis.max, { self->box.x + below, self->box.x + below }, FALSE };
  self->x.range.end = MAX (self->box.x + self->box.width - values, self->x.range.start + 1);
}

/* --- marks --- */

static void
emit_name (Dotplot *self,
           guint    index,
           double   middle)
{
  NidaRecipe *recipe = self->recipe;
  const char *name = name_of (self, index);
  const NidaCrossLine *line = nida_cross_row (self->pairs->cross, nida_pairs_get (self->pairs, index)->row);
  gboolean pinned = g_strcmp0 (recipe->spec->pinned, line->key) == 0;
  NidaFont font = pinned ? NIDA_FONT_LABEL_BOLD : NIDA_FONT_LABEL;
  g_autofree char *key = g_strconcat ("label/", line->key, NULL);

  double dots = self->pitch - self->head, top = middle - dots / 2 - self->head;

  nida_fitted_name_emit (recipe, key, (NidaBox) { recipe->plot.x, top, self->above ? recipe->plot.width : self->labels, self->above ? self->head : self->pitch },
                         font, name);
}

/* Beside its dot, away from the other one, where that leaves the names free. */
static void
emit_value (Dotplot    *self,
            const char *key,
            NidaMoney   value,
            double      x,
            double      middle,
            double      gap,
            gboolean    towards_end)
{
  NidaRecipe *recipe = self->recipe;
  double width = value_width (self, value), line = nida_recipe_line (recipe, NIDA_FONT_VALUE);
  double start = towards_end ? x + gap : x - gap - width;
  g_autofree char *words = nida_recipe_value (recipe, self->pairs->cross->measure, value);

  if (start < self->box.x || start + width > recipe->plot.x + recipe->plot.width + 0.5)
    return;
  nida_recipe_text (recipe, key, start, middle - line / 2, width, NIDA_FONT_VALUE, NIDA_COLOR_TEXT_SECOND,
                    towards_end ? NIDA_ANCHOR_START : NIDA_ANCHOR_END, words)->halo = TRUE;
}

/* So near to each other that nobody sees two dots. */
static gboolean
are_in_one_place (const Dotplot  *self,
                  const NidaPair *pair)
{
  return pair->from != NIDA_MONEY_NONE && pair->to != NIDA_MONEY_NONE
         && fabs (nida_scale_map (&self->x, pair->from) - nida_scale_map (&self->x, pair->to)) < nida_recipe_px (self->recipe, ONE_PLACE);
}

static void
emit_dot (Dotplot  *self,
          guint     index,
          gboolean  second,
          double    middle)
{
  const NidaPair *pair = nida_pairs_get (self->pairs, index);
  NidaMoney value = second ? pair->to : pair->from, other = second ? pair->from : pair->to;
  const NidaCrossLine *line = nida_cross_row (self->pairs->cross, pair->row);
  const char *date = nida_cross_column (self->pairs->cross, second ? self->pairs->second : self->pairs->first)->key;
  g_autofree char *key = g_strconcat ("cell/", line->key, "|", date, NULL), *value_key = g_strconcat ("value/", line->key, "|", date, NULL);
  gboolean towards_end = other == NIDA_MONEY_NONE || value > other || (value == other && second);
  double x = nida_scale_map (&self->x, value);
  double radius = MIN (nida_recipe_px (self->recipe, DOT), (self->pitch - self->head) / 2);
  NidaNode *node;

  if (value == NIDA_MONEY_NONE)
    return;
  if (!second && are_in_one_place (self, pair))
    radius = MIN (nida_recipe_px (self->recipe, RING), (self->pitch - self->head) / 2);
  /* two dots in one place have one figure */
  if (second || !are_in_one_place (self, pair))
    emit_value (self, value_key, value, x, middle, nida_recipe_px (self->recipe, are_in_one_place (self, pair) ? RING_GAP : VALUE_GAP), towards_end);
  node = nida_scene_builder_circle (self->recipe->scene, key, (NidaPoint) { x, middle },
                                    radius, self->dots[second].fill);
  nida_legend_item_apply (&self->dots[second], node);
  node->line_width = nida_recipe_px (self->recipe, 2);
  node->base = NIDA_BASE_ANGLE;
  nida_scene_builder_mark (node, nida_pairs_mark (self->pairs, index, second));
}

static void
emit_row (Dotplot *self,
          guint    index)
{
  const NidaPair *pair = nida_pairs_get (self->pairs, index);
  double middle = self->box.y + index * self->pitch + self->head + (self->pitch - self->head) / 2;
  g_autofree char *key = g_strconcat ("line/", nida_cross_row (self->pairs->cross, pair->row)->key, NULL);

  emit_name (self, index, middle);
  if (pair->from != NIDA_MONEY_NONE && pair->to != NIDA_MONEY_NONE)
    nida_scene_builder_line (self->recipe->scene, key, (NidaPoint) { nida_scale_map (&self->x, pair->from), middle },
                             (NidaPoint) { nida_scale_map (&self->x, pair->to), middle }, NIDA_COLOR_OTHER,
                             nida_recipe_px (self->recipe, 2));
  emit_dot (self, index, FALSE, middle);
  emit_dot (self, index, TRUE, middle);
}

static gboolean
any_in_one_place (const Dotplot *self)
{
  for (guint i = 0; i < self->pairs->pairs->len; i++)
    if (are_in_one_place (self, nida_pairs_get (self->pairs, i)))
      return TRUE;
  return FALSE;
}

static void
draw (Dotplot *self)
{
  self->above = is_narrow (self->recipe);
  self->head = self->above ? nida_recipe_line (self->recipe, NIDA_FONT_LABEL) : 0;
  make_dots (self);
  lay_out (self);
  if (any_in_one_place (self))
    {
      self->n_dots++;
      lay_out (self);
    }
  if (self->pitch - self->head < nida_recipe_px (self->recipe, ROW_MIN) - 2)
    {
      nida_recipe_no_room (self->recipe, _("There is no room here for a row. The table shows all figures."));
      return;
    }
  if (self->legend > 0)
    nida_legend_emit (self->recipe, self->dots, self->n_dots, self->recipe->plot.x, self->recipe->plot.y, self->recipe->plot.width);
  if (!self->bare)
    nida_value_axis_across (&self->axis, self->recipe, &self->x, self->box);
  for (guint i = 0; i < self->pairs->pairs->len; i++)
    emit_row (self, i);
}

void
nida_dotplot_build (NidaRecipe *recipe)
{
  g_autoptr (NidaPairs) pairs = nida_pairs_new (recipe);
  Dotplot self = { .recipe = recipe, .pairs = pairs };
  g_autofree char *title = nida_pairs_title (pairs), *subtitle = nida_pairs_subtitle (pairs, most_rows (recipe));
  g_autofree char *note = nida_pairs_note (pairs);
  /* Translators: a description: what is shown, first date, second date, how many names */
  g_autofree char *description = pairs->comparable ? nida_pairs_describe (pairs, _("Dots at two dates, %1$s, %2$s and %3$s: %4$s.")) : NULL;

  nida_recipe_frame (recipe, title, subtitle, note);
  if (nida_pairs_refusal (pairs) != NULL)
    nida_recipe_message (recipe, nida_pairs_refusal (pairs));
  else
    {
      nida_pairs_keep (pairs, most_rows (recipe), TRUE);
      draw (&self);
      nida_scene_builder_set_words (recipe->scene, title, description);
    }
  nida_cross_table (recipe);
}
