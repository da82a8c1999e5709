/* Where lines over time stand. Names go to the newest end of their lines; where they do not fit there, or where most lines
 * end at the foot so that nobody could tell which is which, a legend takes their place. */
#include "config.h"

#include "time-plot.h"

#include "translate.h"

#include <math.h>

#define LABEL_SHARE  0.34      /* of the width, at most, for names */
#define LABEL_LEAST 44.0       /* a narrower place for names is none */
#define LEGEND_GAP   6.0
#define LEAST_HEIGHT 44.0      /* of the marks, with a whole legend */
#define SMALL_MARKS  30.0      /* with a part of one: names come before height, and before axes */
#define ARROW_ROOM   6.0
#define BARE_HEIGHT 64.0      /* a lower plot has no axes */
#define SMALL_WIDTH  360.0    /* of the whole chart: fewer lines */
#define SMALL_HEIGHT 260.0

/* --- looks --- */

/* A line of a shade would be too pale. */
static NidaColor
color_of (NidaTimePlot *self,
          guint         row,
          NidaSwatch    swatch)
{
  NidaColor hue = nida_cross_hue (self->cross, row);

  if (hue != NIDA_COLOR_OTHER || swatch != NIDA_SWATCH_BOX || self->recipe->context->panel != NULL || self->n_shaded == NIDA_MOST_SHADED)
    return hue;
  return nida_legend_shade (self->n_shaded++);
}

static NidaLegendItem
style_of (NidaTimePlot *self,
          guint         row,
          NidaSwatch    swatch)
{
  const NidaCrossLine *line = nida_cross_row (self->cross, row);
  NidaLegendItem item;

  switch (line->role)
    {
    case NIDA_GROUP_OTHER: item = nida_legend_item_series (line->key, line->label, NIDA_COLOR_OTHER); break;
    case NIDA_GROUP_SEVERAL: item = nida_legend_item_series (line->key, line->label, NIDA_COLOR_MULTIPLE); break;
    case NIDA_GROUP_NOT_STATED: item = nida_legend_item_unknown (line->label); break;
    case NIDA_GROUP_NAMED:
    default: item = nida_legend_item_series (line->key, line->label, color_of (self, row, swatch)); break;
    }
  item.id = line->key;
  item.swatch = swatch;
  return item;
}

/* Lines of one grey have dashes of their own, as long as there are any. */
static void
tell_apart (NidaTimePlot *self)
{
  for (guint i = 0; i < self->cross->rows->len; i++)
    for (guint k = 0; k < i; k++)
      if (self->styles[i].swatch == NIDA_SWATCH_LINE && self->styles[i].fill == self->styles[k].fill)
        self->styles[i].dash = MIN (self->styles[k].dash + 1, NIDA_DASH_MIXED);
}

void
nida_time_plot_init (NidaTimePlot *self,
                     NidaRecipe   *recipe,
                     NidaCross    *cross,
                     NidaSwatch    swatch)
{
  *self = (NidaTimePlot) { .recipe = recipe, .cross = cross, .stacked = swatch == NIDA_SWATCH_BOX };
  nida_time_frame_init (&self->frame, recipe);
  self->dates = g_array_new (FALSE, FALSE, sizeof (NidaPeriod));
  for (guint i = 0; i < cross->columns->len; i++)
    {
      const NidaCrossLine *column = nida_cross_column (cross, i);

      if (column->role != NIDA_GROUP_NAMED)
        continue;
      if (self->n++ == 0)
        self->first = i;
      g_array_append_val (self->dates, column->period);
    }
  for (guint i = 0; i < MIN (cross->rows->len, NIDA_PLOT_MAX_SERIES); i++)
    self->styles[i] = style_of (self, i, swatch);
  tell_apart (self);
}

void
nida_time_plot_clear (NidaTimePlot *self)
{
  nida_time_frame_clear (&self->frame);
  nida_end_labels_clear (self->labels, self->n_labels);
  g_array_unref (self->dates);
  g_free (self->more);
}

void
nida_time_plot_add_label (NidaTimePlot *self,
                          guint         row,
                          NidaMoney     value,
                          NidaMoney     at)
{
  const NidaCrossLine *line = nida_cross_row (self->cross, row);
  NidaColor color = self->styles[row].stroke != NIDA_COLOR_NONE ? self->styles[row].stroke : self->styles[row].fill;

  self->labels[self->n_labels++] = (NidaEndLabel) {
    .id = line->key,
    .name = line->label,
    .value = value != NIDA_MONEY_NONE ? nida_recipe_value (self->recipe, self->cross->measure, value) : NULL,
    .at = at,
    .color = color,
  };
}

/* --- places --- */

double
nida_time_plot_y (const NidaTimePlot *self,
                  NidaMoney           value)
{
  return nida_scale_map (&self->amounts, value == NIDA_MONEY_NONE ? 0 : value);
}

double
nida_time_plot_unit (const NidaTimePlot *self)
{
  return nida_scale_unit (&self->amounts);
}

NidaSpan
nida_time_plot_span (const NidaTimePlot *self,
                     guint               period)
{
  double pitch = self->n > 0 ? self->marks.width / self->n : self->marks.width;

  return (NidaSpan) { self->marks.x + period * pitch, self->marks.x + (period + 1) * pitch };
}

NidaMoney
nida_time_plot_value (const NidaTimePlot *self,
                      guint               row,
                      guint               period)
{
  return nida_cross_value (self->cross, row, self->first + period);
}

char *
nida_time_plot_key (const NidaTimePlot *self,
                    const char         *group,
                    guint               row,
                    guint               period)
{
  return g_strconcat (group, "/", nida_cross_row (self->cross, row)->key, "|",
                      nida_cross_column (self->cross, self->first + period)->key, NULL);
}

void
nida_time_plot_flip (const NidaTimePlot *self,
                     NidaPoint          *points,
                     guint               n)
{
  for (guint i = 0; i < n; i++)
    points[i].x = nida_time_frame_x (&self->frame, points[i].x);
}

/* Returns how many of @items the legend has: those that are explained, and how many more there are. */
static guint
legend_items (const NidaTimePlot *self,
              NidaLegendItem     *items)
{
  guint n = self->n_explained;

  for (guint i = 0; i < n; i++)
    items[i] = self->styles[i];
  if (self->more != NULL)
    items[n++] = (NidaLegendItem) { .id = "+more", .label = self->more, .swatch = NIDA_SWATCH_NONE };
  return n;
}

static double
legend_height (const NidaTimePlot *self)
{
  NidaLegendItem items[NIDA_PLOT_MAX_SERIES + 1];
  guint n = legend_items (self, items);

  return nida_legend_get_height (self->recipe, items, n, self->frame.area.width) + nida_recipe_px (self->recipe, LEGEND_GAP);
}

/* The largest @n, and in words how many names the others are. */
static void
explain (NidaTimePlot *self,
         guint         n)
{
  NidaLanguage *language = self->recipe->context->language;
  g_autofree char *number = NULL;
  guint more = 0;

  for (guint i = n; i < self->cross->rows->len; i++)
    if (nida_cross_row (self->cross, i)->role <= NIDA_GROUP_OTHER)
      more += nida_cross_row (self->cross, i)->n;
  number = nida_language_integer (language, more);
  g_free (self->more);
  /* Translators: at the end of a legend that has no room for all names: how many more there are: "194 more" */
  self->more = more > 0 ? g_strdup_printf (_("%s more"), number) : NULL;
  self->n_explained = n;
}

static NidaBandScale
bands (const NidaTimePlot *self)
{
  NidaBox box = nida_time_frame_flip (&self->frame, self->marks);

  return (NidaBandScale) { self->n, { box.x, box.x + box.width }, 0, self->frame.reversed };
}

static void
lay_boxes_at (NidaTimePlot *self,
              double        legend,
              double        indent)
{
  NidaRecipe *recipe = self->recipe;
  NidaBox area = self->frame.area;
  double air = nida_recipe_px (recipe, 4), arrow = self->frame.cue ? nida_recipe_px (recipe, ARROW_ROOM) : 0;

  self->grid = (NidaBox) { area.x, area.y + legend + self->axis.head, MAX (area.width - self->label_width, 1), 0 };
  self->marks = self->grid;
  self->marks.x += self->axis.gutter + air + indent;
  self->marks.width = MAX (self->marks.width - self->axis.gutter - air - indent - (self->label_width > 0 ? 0 : arrow), 1);
  nida_period_axis_train (&self->periods, recipe, (const NidaPeriod *) (gpointer) self->dates->data, self->n,
                          self->cross->step, self->marks.width, recipe->context->as_of);
  self->grid.height = MAX (area.height - legend - self->axis.head - self->periods.height, 1);
  self->marks.height = self->grid.height;
  self->amounts = nida_value_axis_scale (&self->axis, self->grid);
}

/* The highest that is drawn of @period. */
static NidaMoney
top_of (const NidaTimePlot *self,
        guint               period)
{
  NidaMoney top = 0;

  for (guint row = 0; row < self->cross->rows->len; row++)
    {
      NidaMoney value = nida_time_plot_value (self, row, period);

      if (value != NIDA_MONEY_NONE && value > 0)
        top = self->stacked ? nida_money_plus (top, value) : MAX (top, value);
    }
  return top;
}

/* Do marks rise above the last tick where its words, up to @end, are? A line comes from the period before. */
static gboolean
hide_unit (const NidaTimePlot *self,
           double              end)
{
  const NidaMoney last = nida_value_axis_last (&self->axis);

  for (guint i = 0; i < self->n && (i == 0 || nida_time_plot_span (self, i - 1).end < end); i++)
    if (top_of (self, i) > last)
      return TRUE;
  return FALSE;
}

/* Where they do, all periods move out of the way of those words. */
static void
lay_boxes (NidaTimePlot *self,
           double        legend)
{
  double end = self->frame.area.x + nida_value_axis_unit_width (&self->axis, self->recipe) + nida_recipe_px (self->recipe, 4);

  lay_boxes_at (self, legend, 0);
  if (end > self->marks.x && hide_unit (self, end))
    lay_boxes_at (self, legend, end - self->marks.x);
}

/* Lines that end on the foot are told apart by no label. */
static gboolean
mostly_end_at_zero (const NidaTimePlot *self)
{
  double near = nida_recipe_line (self->recipe, NIDA_FONT_VALUE) / 2;
  guint n = 0;

  for (guint i = 0; i < self->n_labels; i++)
    n += fabs (nida_time_plot_y (self, self->labels[i].at) - nida_time_plot_y (self, 0)) < near;
  return n >= 3 && 2 * n > self->n_labels;
}

static gboolean
place_labels (NidaTimePlot *self)
{
  double most = self->frame.area.width * LABEL_SHARE, half = nida_recipe_line (self->recipe, NIDA_FONT_VALUE) / 2;

  self->label_width = nida_end_labels_width (self->recipe, self->labels, self->n_labels, most);
  if (self->n_labels == 0 || most < nida_recipe_px (self->recipe, LABEL_LEAST))
    return FALSE;
  lay_boxes (self, 0);
  for (guint i = 0; i < self->n_labels; i++)
    self->labels[i].y = nida_time_plot_y (self, self->labels[i].at);
  return !mostly_end_at_zero (self)
         && nida_end_labels_place (self->recipe, self->labels, self->n_labels, self->grid.y - MIN (half, self->axis.head),
                                   self->grid.y + self->grid.height + half);
}

static void
drop_labels (NidaTimePlot *self)
{
  nida_end_labels_clear (self->labels, self->n_labels);
  self->n_labels = 0;
}

static void
lay_bare_at (NidaTimePlot *self,
             double        legend)
{
  self->bare = TRUE;
  self->grid = self->frame.area;
  self->grid.y += legend;
  self->grid.height = MAX (self->grid.height - legend, 1);
  self->marks = self->grid;
  self->amounts = nida_value_axis_scale (&self->axis, self->grid);
  drop_labels (self);
}

/* As many names as there is room for in a legend above marks without axes. */
static void
lay_bare (NidaTimePlot *self)
{
  double least = nida_recipe_px (self->recipe, SMALL_MARKS);

  nida_recipe_bare (self->recipe);
  self->legend = self->recipe->context->panel == NULL;
  for (guint n = self->cross->rows->len; self->legend && n > 0; n--)
    {
      explain (self, n);
      if (self->frame.area.height - legend_height (self) >= least)
        {
          lay_bare_at (self, legend_height (self));
          return;
        }
    }
  self->legend = FALSE;                        /* the tooltip and the table have the names */
  lay_bare_at (self, 0);
}

/* Above marks of at least @least with axes. */
static gboolean
lay_legend (NidaTimePlot *self,
            guint         n,
            double        least)
{
  explain (self, n);
  lay_boxes (self, legend_height (self));
  return self->grid.height >= nida_recipe_px (self->recipe, least);
}

guint
nida_time_plot_usual_names (NidaRecipe *recipe)
{
  return recipe->context->width < nida_recipe_px (recipe, SMALL_WIDTH)
         || recipe->context->height < nida_recipe_px (recipe, SMALL_HEIGHT) ? 3 : 5;
}

void
nida_time_plot_lay_out (NidaTimePlot *self,
                        NidaMoney     min,
                        NidaMoney     max)
{
  if (min == 0 && max == 0)
    max = self->cross->measure == NIDA_MEASURE_COUNT ? 1 : NIDA_MONEY_UNIT;
  nida_value_axis_train (&self->axis, self->recipe, self->cross->measure, min, max);
  if (self->frame.area.height < nida_recipe_px (self->recipe, BARE_HEIGHT))
    {
      lay_bare (self);
      return;
    }
  /* small charts share a legend: cut to fit beside each, "United …" would be two donors */
  self->legend = self->recipe->context->panel != NULL || !place_labels (self);
  if (self->legend)
    {
      guint n = self->cross->rows->len;

      self->label_width = 0;
      if (!lay_legend (self, n, LEAST_HEIGHT) && self->recipe->context->panel == NULL)
        {
          while (n > 1 && !lay_legend (self, n - 1, SMALL_MARKS))
            n--;
          if (n <= 1)
            {
              lay_bare (self);
              return;
            }
        }
    }
  if (self->grid.height < 1.3 * nida_recipe_line (self->recipe, NIDA_FONT_VALUE))
    lay_bare (self);
  else
    nida_value_axis_thin (&self->axis, self->recipe, self->grid);
}

void
nida_time_plot_emit_back (NidaTimePlot *self)
{
  NidaLegendItem items[NIDA_PLOT_MAX_SERIES + 1];

  if (!self->bare)
    nida_value_axis_grid (&self->axis, self->recipe, nida_time_frame_flip (&self->frame, self->grid));
  if (self->legend)
    nida_legend_emit (self->recipe, items, legend_items (self, items), self->frame.area.x, self->frame.area.y, self->frame.area.width);
}

void
nida_time_plot_emit_front (NidaTimePlot *self)
{
  NidaBandScale scale = bands (self);

  if (self->bare)
    return;
  nida_value_axis_labels (&self->axis, self->recipe, nida_time_frame_flip (&self->frame, self->grid), self->frame.reversed);
  nida_period_axis_emit (&self->periods, self->recipe, &scale, self->grid.y + self->grid.height);
  if (!self->legend)
    nida_end_labels_emit (&self->frame, self->labels, self->n_labels, self->marks.x + self->marks.width, self->label_width,
                          NIDA_ANCHOR_START, "end");
}
