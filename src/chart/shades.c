/* Figures as shades of one hue, and their stepped legend: the classes side by side with their limits below, then what is
 * below zero, zero, not recorded, and recorded without a rate, where there is any. */
#include "config.h"

#include "shades.h"

#include "legend-selections.h"
#include "no-figure.h"
#include "translate.h"

#define MOST_SPECIAL   4       /* below zero, zero, nothing, no rate */
#define STEP_HEIGHT    9.0     /* at scale 1 */
#define STEP_LEAST    40.0
#define LEGEND_GAP     8.0
#define LEGEND_ROOM  130.0     /* a lower plot has no steps */
#define SPECIAL_ROOM  72.0     /* nor a key of what is no shade */

/* What small charts have the same shades by; NULL where this one has shades of its own. */
static NidaSharedScale *
shared_by (NidaRecipe *recipe)
{
  NidaSharedScale *shared = recipe->context->shared_scale;

  return shared != NULL && !shared->own ? shared : NULL;
}

void
nida_shades_init (NidaShades   *self,
                  NidaRecipe   *recipe,
                  NidaMeasure   measure,
                  const gint64 *values,
                  const guint8 *unknown,
                  gsize         n)
{
  NidaSharedScale *shared = shared_by (recipe);
  gsize all = n;

  *self = (NidaShades) { .recipe = recipe, .measure = measure };
  for (gsize i = 0; i < n; i++)
    {
      gboolean lacks_rate = unknown != NULL && unknown[i];

      self->has_none |= values[i] == NIDA_MONEY_NONE && !lacks_rate;
      self->has_unknown |= values[i] == NIDA_MONEY_NONE && lacks_rate;
      self->has_zero |= values[i] == 0;
      self->has_negative |= values[i] < 0 && values[i] != NIDA_MONEY_NONE;
    }
  if (shared != NULL && !shared->fixed)
    {
      g_array_append_vals (shared->values, values, (guint) n);
      shared->unknown |= self->has_unknown;
      shared->nothing |= self->has_none;
    }
  if (shared != NULL)
    {
      values = (const gint64 *) (gpointer) shared->values->data;
      all = shared->values->len;
    }
  self->classes = nida_classes_new (values, (guint) all, measure);
}

static NidaColor
shade_of (const NidaShades *self,
          guint             class)
{
  guint n = self->classes.n_classes;

  return NIDA_COLOR_HEAT_1 + (n > 1 ? class * (NIDA_MAX_CLASSES - 1) / (n - 1) : NIDA_MAX_CLASSES / 2);
}

static NidaLegendItem
shaded (const NidaShades *self,
        guint             class)
{
  NidaLegendItem item = nida_legend_item_series (NULL, NULL, shade_of (self, class));

  item.stroke = nida_palette_outline (self->recipe->context->theme, item.fill);
  return item;
}

NidaLegendItem
nida_shades_style (const NidaShades *self,
                   NidaMoney         value,
                   gboolean          unknown)
{
  if (value == NIDA_MONEY_NONE)
    return unknown ? nida_legend_item_no_rate (NULL) : nida_legend_item_unknown (NULL);
  if (value <= 0)
    return (NidaLegendItem) { .fill = NIDA_COLOR_CARD, .stroke = value < 0 ? NIDA_COLOR_REFUSED : NIDA_COLOR_BORDER };
  return shaded (self, nida_classes_find (&self->classes, value));
}

static guint
special_items (const NidaShades *self,
               NidaLegendItem   *items)
{
  guint n = 0;

  if (self->has_negative)
    items[n++] = (NidaLegendItem) { .id = "negative", .label = _("below zero"), .fill = NIDA_COLOR_CARD, .stroke = NIDA_COLOR_REFUSED };
  if (self->has_zero)
    items[n++] = (NidaLegendItem) { .id = "zero", .label = _("zero"), .fill = NIDA_COLOR_CARD, .stroke = NIDA_COLOR_AXIS };
  if (self->has_none)
    items[n++] = nida_legend_item_unknown (nida_no_figure_label (FALSE));
  if (self->has_unknown)
    items[n++] = nida_legend_item_no_rate (nida_no_figure_label (TRUE));
  return n;
}

static double
step_width (const NidaShades *self)
{
  double width = nida_recipe_px (self->recipe, STEP_LEAST);

  for (guint i = 0; i + 1 < self->classes.n_classes; i++)
    {
      g_autofree char *limit = nida_recipe_value (self->recipe, self->measure, self->classes.breaks[i]);

      width = MAX (width, nida_recipe_text_width (self->recipe, limit, NIDA_FONT_SOURCE) + nida_recipe_px (self->recipe, 8));
    }
  return width;
}

/* One shade alone has no limit to tell. */
static guint
n_steps (const NidaShades *self)
{
  guint n = self->classes.n_classes > 1 ? self->classes.n_classes : 0;

  return self->less > 0 || self->recipe->plot.height < nida_recipe_px (self->recipe, LEGEND_ROOM)
         || n * step_width (self) > self->recipe->plot.width ? 0 : n;
}

static double
steps_height (const NidaShades *self)
{
  return n_steps (self) > 0 ? nida_recipe_px (self->recipe, STEP_HEIGHT + 2) + nida_recipe_line (self->recipe, NIDA_FONT_SOURCE) : 0;
}

/* Beside the steps where the width allows it, else below. */
static gboolean
specials_beside (const NidaShades *self,
                 double           *x)
{
  NidaLegendItem items[MOST_SPECIAL];
  guint n = special_items (self, items);
  double rest;

  if (n_steps (self) == 0)
    return FALSE;
  *x = n_steps (self) * step_width (self) + nida_recipe_px (self->recipe, 24);
  rest = self->recipe->plot.width - *x;
  return rest > 0 && nida_legend_get_height (self->recipe, items, n, rest) <= nida_recipe_line (self->recipe, NIDA_FONT_VALUE) + 1
         && nida_legend_column_width (self->recipe, items, n) + nida_recipe_px (self->recipe, 6) <= rest;      /* swatches are wider in rows */
}

double
nida_shades_height (const NidaShades *self)
{
  NidaLegendItem items[MOST_SPECIAL];
  guint n = special_items (self, items);
  double x, steps = steps_height (self);

  if (shared_by (self->recipe) != NULL || self->less > 1 || self->recipe->plot.height < nida_recipe_px (self->recipe, SPECIAL_ROOM)
      || (n_steps (self) == 0 && n == 0))
    return 0;
  if (n > 0 && !specials_beside (self, &x))
    steps += nida_legend_get_height (self->recipe, items, n, self->recipe->plot.width);
  return steps + nida_recipe_px (self->recipe, LEGEND_GAP);
}

static void
emit_step (const NidaShades *self,
           guint             class,
           double            width)
{
  NidaRecipe *recipe = self->recipe;
  NidaLegendItem item = shaded (self, class);
  NidaBox box = { recipe->plot.x + class * width, recipe->plot.y, width - nida_recipe_px (recipe, 1),
                  nida_recipe_px (recipe, STEP_HEIGHT) };
  g_autofree char *key = g_strdup_printf ("legend/step/%u", class + 1);
  g_autofree char *limit_key = g_strdup_printf ("legend/limit/%u", class + 1);
  g_autofree char *limit = NULL;

  nida_legend_item_apply (&item, nida_scene_builder_rect (recipe->scene, key, box, item.fill));
  if (class + 1 == self->classes.n_classes)
    return;
  limit = nida_recipe_value (recipe, self->measure, self->classes.breaks[class]);
  nida_recipe_text (recipe, limit_key, box.x + width / 2, box.y + nida_recipe_px (recipe, STEP_HEIGHT + 1), width,
                    NIDA_FONT_SOURCE, NIDA_COLOR_TEXT_SECOND, NIDA_ANCHOR_MIDDLE, limit);
}

void
nida_shades_emit (const NidaShades *self)
{
  NidaRecipe *recipe = self->recipe;
  NidaLegendItem items[NIDA_MAX_CLASSES + MOST_SPECIAL];
  guint first = nida_scene_builder_get_n_nodes (recipe->scene), n_shades = n_steps (self);
  guint n = special_items (self, items + n_shades);
  double x, y = recipe->plot.y, rise = (nida_recipe_line (recipe, NIDA_FONT_VALUE) - nida_recipe_px (recipe, STEP_HEIGHT)) / 2;

  if (nida_shades_height (self) == 0)
    return;
  for (guint i = 0; i < n_shades; i++)
    {
      emit_step (self, i, step_width (self));
      items[i] = shaded (self, i);
    }
  if (!specials_beside (self, &x))
    {
      x = 0;
      y += steps_height (self);
    }
  else
    y -= rise;
  if (!nida_legend_share (recipe, items + n_shades, n))
    nida_legend_lay_rows (recipe, items + n_shades, n, (NidaPoint) { recipe->plot.x + x, y }, recipe->plot.width - x, TRUE);
  nida_legend_keep_room (recipe, first, (NidaBox) { recipe->plot.x, recipe->plot.y - rise, recipe->plot.width,
                                                    nida_shades_height (self) - nida_recipe_px (recipe, LEGEND_GAP) + rise },
                         FALSE, items, n_shades + n);
}
