/* A grid of shades: names down, years or names across. Five classes with round limits and a stepped legend; a zero is
 * written, what is not recorded is hatched and what has no rate is hatched both ways, so that none is taken for another. Figures stand in
 * the cells where they fit (heatmap-figures.c); what it says of itself is in heatmap-words.c. */
#include "config.h"

#include "cut-names.h"
#include "fitted-name.h"
#include "heatmap.h"
#include "no-figure.h"
#include "translate.h"

#include <math.h>

#define ROW_MIN       20.0
#define ROW_MAX       34.0
#define NAME_COLUMN   64.0     /* least width of a column with a name, at scale 1 */
#define TIME_COLUMN   22.0     /* of one with a period */
#define APART_COLUMN  56.0     /* of what is no single period */
#define LABEL_SHARE    0.36    /* of the width, at most, for the names of rows */
#define PANEL_SHARE    0.29
#define LABEL_GAP     10.0
#define CELL_GAP       1.5
#define APART_GAP      8.0
#define HEAD_LINES     2

/* --- places --- */

/* The smallest letters that a unit stands in. */
static NidaFont
unit_font (const NidaHeatmap *self)
{
  return nida_recipe_may_be_small (self->recipe) ? NIDA_FONT_TILE : NIDA_FONT_SOURCE;
}

/* In the corner below or above the names of rows, where nothing else stands. NULL where it has no room. */
static char *
dup_unit (const NidaHeatmap *self,
          NidaFont          *font)
{
  NidaRecipe *recipe = self->recipe;
  char *unit = nida_language_money_unit (recipe->context->language, self->unit, nida_recipe_currency (recipe));

  *font = nida_recipe_text_width (recipe, unit, NIDA_FONT_SOURCE) <= self->labels ? NIDA_FONT_SOURCE : unit_font (self);
  if (nida_recipe_text_width (recipe, unit, *font) > self->labels)
    g_clear_pointer (&unit, g_free);
  return unit;
}

static double
labels_width (const NidaHeatmap *self)
{
  double width = 0;

  for (guint i = 0; i < self->cross->rows->len; i++)
    width = MAX (width, nida_recipe_text_width (self->recipe, nida_cross_row (self->cross, i)->label, self->names));
  if (self->in_unit)
    {
      g_autofree char *unit = nida_language_money_unit (self->recipe->context->language, self->unit, nida_recipe_currency (self->recipe));

      width = MAX (width, nida_recipe_text_width (self->recipe, unit, unit_font (self)));
    }
  return MIN (ceil (width) + 1, self->recipe->plot.width * self->share);
}

static gboolean
is_apart (const NidaHeatmap *self,
          guint              column)
{
  return self->cross->timed && nida_cross_column (self->cross, column)->role != NIDA_GROUP_NAMED;
}

/* Widths of a plain column and of one that is no single period. */
static void
column_widths (const NidaHeatmap *self,
               double            *plain,
               double            *apart)
{
  guint n_apart = 0, n = self->cross->columns->len;
  double gap = nida_recipe_px (self->recipe, APART_GAP);

  for (guint i = 0; i < n; i++)
    n_apart += is_apart (self, i);
  *apart = MIN (nida_recipe_px (self->recipe, APART_COLUMN), MAX (self->grid.width / 4, (self->grid.width - n_apart * gap) / MAX (n, 1)));
  *plain = n > n_apart ? MAX (self->grid.width - n_apart * (*apart + gap), 0) / (n - n_apart) : 0;
}

/* Of each column, in points along time or from the start edge: reckoned once, not once a cell. */
static void
find_spans (NidaHeatmap *self)
{
  double plain, apart, x = self->grid.x, width = 0, gap = nida_recipe_px (self->recipe, APART_GAP);
  guint n = self->cross->columns->len;

  column_widths (self, &plain, &apart);
  g_free (self->spans);
  self->spans = g_new (NidaSpan, n + 1);
  for (guint i = 0; i < n; i++)
    {
      x += width;
      width = is_apart (self, i) ? apart : plain;
      if (is_apart (self, i) && i > 0)
        x += gap;                              /* what has no single date follows after a gap */
      if (i > 0 && is_apart (self, i - 1))
        x += gap;                              /* what came before is followed by one */
      self->spans[i] = (NidaSpan) { x, x + width };
    }
}

NidaBox
nida_heatmap_cell (const NidaHeatmap *self,
                   guint              row,
                   guint              column)
{
  NidaSpan span = self->spans[column];
  double gap = nida_recipe_px (self->recipe, CELL_GAP);
  NidaBox box = { span.start, self->grid.y + row * self->pitch, MAX (span.end - span.start - gap, gap),
                  MAX (self->pitch - gap, gap) };

  if (!self->cross->timed || !self->frame.reversed)
    return box;
  box.x = 2 * self->grid.x + self->grid.width - box.x - box.width - gap;     /* within the grid: names stay at the start */
  return box;
}

/* --- marks --- */

static void
begin_key (NidaRowKey          *self,
           const char          *part,
           const NidaCrossLine *row)
{
  g_string_assign (self->text, part);
  g_string_append (self->text, row->key);
  g_string_append_c (self->text, '|');
  self->start = self->text->len;
}

static const char *
key_at (NidaRowKey          *self,
        const NidaCrossLine *column)
{
  g_string_truncate (self->text, self->start);
  g_string_append (self->text, column->key);
  return self->text->str;
}

static void
emit_value (NidaHeatmap   *self,
            guint          row,
            guint          column,
            NidaBox        box,
            NidaLegendItem style)
{
  NidaRecipe *recipe = self->recipe;
  NidaMoney value = nida_cross_value (self->cross, row, column);
  NidaColor ink = NIDA_COLOR_TEXT;
  double height = nida_recipe_line (recipe, self->font);

  if (value == NIDA_MONEY_NONE || (value != 0 && !self->figures) || !nida_heatmap_figure_fits (self, row, column, self->font, box))
    return;
  if (value > 0)
    ink = nida_palette_ink (recipe->context->theme, style.fill);
  else if (value < 0)
    ink = NIDA_COLOR_REFUSED;
  nida_scene_builder_paragraph (recipe->scene, key_at (&self->value_key, nida_cross_column (self->cross, column)),
                                (NidaBox) { box.x, box.y + (box.height - height) / 2, box.width, height }, self->font, ink,
                                NIDA_ANCHOR_MIDDLE, 1, nida_heatmap_figure (self, row, column));
}

static void
emit_cell (NidaHeatmap *self,
           guint        row,
           guint        column)
{
  NidaLegendItem style = nida_shades_style (&self->shades, nida_cross_value (self->cross, row, column), nida_cross_is_unknown (self->cross, row, column));
  NidaBox box = nida_heatmap_cell (self, row, column);
  const char *key = key_at (&self->cell_key, nida_cross_column (self->cross, column));
  NidaNode *node = nida_scene_builder_rect (self->recipe->scene, key, box, style.fill);

  nida_legend_item_apply (&style, node);
  if (style.pattern != NIDA_PATTERN_SOLID)
    node->stroke = NIDA_COLOR_NONE;            /* a grid of outlines would outshine the figures */
  node->base = NIDA_BASE_BOTTOM;
  nida_scene_builder_mark (node, nida_cross_mark (self->cross, row, column));
  emit_value (self, row, column, box, style);
}

static void
emit_row (NidaHeatmap *self,
          guint        row)
{
  begin_key (&self->cell_key, "cell/", nida_cross_row (self->cross, row));
  begin_key (&self->value_key, "value/", nida_cross_row (self->cross, row));
  for (guint column = 0; column < self->cross->columns->len; column++)
    emit_cell (self, row, column);
}

static void
emit_row_label (NidaHeatmap *self,
                guint        row)
{
  NidaRecipe *recipe = self->recipe;
  const NidaCrossLine *line = nida_cross_row (self->cross, row);
  NidaFont font = self->pitch < nida_recipe_line (recipe, self->names) ? NIDA_FONT_VALUE : self->names;
  NidaBox room = { recipe->plot.x, self->grid.y + row * self->pitch, self->labels,
                   self->pitch - nida_recipe_px (recipe, CELL_GAP) };
  g_autofree char *key = g_strconcat ("label/", line->key, NULL);

  nida_fitted_name_emit_others (recipe, key, room, font, line->label, line->role == NIDA_GROUP_OTHER ? line->n : 0);
}

/* Names of columns above them, in two lines; so stands what is no single period. */
static void
emit_column_label (NidaHeatmap *self,
                   guint        column)
{
  NidaRecipe *recipe = self->recipe;
  const NidaCrossLine *line = nida_cross_column (self->cross, column);
  NidaBox box = nida_heatmap_cell (self, 0, column);
  double height = nida_recipe_line (recipe, NIDA_FONT_SOURCE);
  guint room = self->cross->timed ? (guint) MAX ((self->foot - nida_recipe_px (recipe, 3)) / height, 1) : HEAD_LINES;
  guint lines = CLAMP (nida_measurer_lines (recipe->context->measurer, line->label, NIDA_FONT_SOURCE, recipe->scale, box.width), 1, room);
  g_autofree char *key = g_strconcat ("head/", line->key, NULL);

  box.y = self->cross->timed ? self->grid.y + self->cross->rows->len * self->pitch + nida_recipe_px (recipe, 3)
                             : self->grid.y - lines * height - nida_recipe_px (recipe, 2);
  box.height = lines * height;
  nida_node_name (nida_scene_builder_paragraph (recipe->scene, key, box, NIDA_FONT_SOURCE, NIDA_COLOR_TEXT_SECOND, NIDA_ANCHOR_MIDDLE,
                                                lines, line->label),
                  line->label);
}

/* The bands of the axis are the columns that are one period. */
static NidaBandScale
period_bands (const NidaHeatmap *self)
{
  guint first = 0;
  NidaSpan start, end;

  while (is_apart (self, first))
    first++;
  start = self->spans[first];
  end = self->spans[first + self->periods->len - 1];
  if (self->frame.reversed)
    {
      double mirror = 2 * self->grid.x + self->grid.width;

      return (NidaBandScale) { self->periods->len, { mirror - end.end, mirror - start.start }, 0, TRUE };
    }
  return (NidaBandScale) { self->periods->len, { start.start, end.end }, 0, FALSE };
}

static void
emit_columns (NidaHeatmap *self)
{
  NidaBandScale bands;
  double foot = self->grid.y + self->cross->rows->len * self->pitch;

  for (guint i = 0; i < self->cross->columns->len; i++)
    if (!self->cross->timed || is_apart (self, i))
      emit_column_label (self, i);
  if (self->periods->len == 0)
    return;
  bands = period_bands (self);
  if (self->axis.cue)                          /* what the arrow of time stands on */
    nida_scene_builder_line (self->recipe->scene, "axis/foot", (NidaPoint) { bands.range.start, foot },
                             (NidaPoint) { bands.range.end, foot }, NIDA_COLOR_GRID, self->recipe->scale);
  nida_period_axis_emit (&self->axis, self->recipe, &bands, foot);
}

/* --- the whole --- */

static void
read_kinds (NidaHeatmap *self)
{
  gsize n = (gsize) self->cross->rows->len * self->cross->columns->len;

  nida_shades_init (&self->shades, self->recipe, self->cross->measure, self->cross->values, self->cross->unknown, n);
  self->shades.less = self->less;
  g_array_set_size (self->periods, 0);
  for (guint i = 0; i < self->cross->columns->len && self->cross->timed; i++)
    if (!is_apart (self, i))
      g_array_append_val (self->periods, nida_cross_column (self->cross, i)->period);
}

/* Rows of names that fit, where what is no single name has a row each. */
static guint
rows_that_fit (double height,
               double least,
               guint  more)
{
  guint all = height > 0 ? (guint) (height / least) : 0;

  return all > more + 1 ? all - more : 1;
}

static guint
count_names (GPtrArray *lines)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    n += ((const NidaCrossLine *) g_ptr_array_index (lines, i))->role == NIDA_GROUP_NAMED;
  return n;
}

static guint
count_more (GPtrArray *lines)
{
  guint n = 1;                                 /* the others */

  for (guint i = 0; i < lines->len; i++)
    n += ((const NidaCrossLine *) g_ptr_array_index (lines, i))->role > NIDA_GROUP_OTHER;
  return n;
}

static void
place (NidaHeatmap *self)
{
  NidaRecipe *recipe = self->recipe;
  NidaBox plot = recipe->plot;
  double labels;
  gboolean apart = FALSE;

  self->labels = labels_width (self);
  labels = self->labels + nida_recipe_px (recipe, LABEL_GAP);
  self->legend = nida_shades_height (&self->shades);
  self->grid = (NidaBox) { plot.x + labels, plot.y + self->legend, MAX (plot.width - labels, 1), 0 };
  find_spans (self);
  self->head = self->foot = 0;
  for (guint i = 0; i < self->cross->columns->len; i++)
    apart |= is_apart (self, i);
  if (!self->cross->timed || apart)
    self->head = HEAD_LINES * nida_recipe_line (recipe, NIDA_FONT_SOURCE) + nida_recipe_px (recipe, 3);
  if (self->cross->timed)
    {
      NidaBandScale bands = { 0 };

      if (self->periods->len > 0)
        bands = period_bands (self);
      nida_period_axis_train (&self->axis, recipe, (const NidaPeriod *) (gpointer) self->periods->data, self->periods->len, self->cross->step,
                              bands.range.end - bands.range.start, recipe->context->as_of);
      self->foot = MAX (self->head, self->axis.height);
      self->head = 0;
    }
  self->grid.y += self->head;
  self->grid.height = MAX (plot.height - self->legend - self->head - self->foot, 0);
  self->pitch = MIN (self->grid.height / MAX (self->cross->rows->len, 1), nida_recipe_px (recipe, ROW_MAX));
}

static void
lay_out (NidaHeatmap *self)
{
  read_kinds (self);
  place (self);
}

/* The newest periods that fit beside what is no single period, and beside what came before them where some do not. */
static guint
periods_that_fit (const NidaHeatmap *self)
{
  double least = nida_recipe_px (self->recipe, TIME_COLUMN), apart = nida_recipe_px (self->recipe, APART_COLUMN + APART_GAP);
  guint n_apart = self->cross->columns->len - self->periods->len;
  guint columns = rows_that_fit (MAX (self->grid.width - n_apart * apart, 0), least, 0);

  if (self->periods->len <= columns)
    return columns;
  return rows_that_fit (MAX (self->grid.width - (n_apart + 1) * apart, 0), least, 0);
}

/* One row of a name and those of all that is none come before the legend. */
static void
leave_rows (NidaHeatmap *self)
{
  double rows = MIN (self->cross->rows->len, 1 + count_more (self->cross->rows)) * nida_recipe_px (self->recipe, ROW_MIN);

  while (self->grid.height < rows && self->legend > 0)
    {
      self->less++;
      lay_out (self);
    }
}

/* First as many columns and rows as there is room for with the rest folded, then the places of what is left. Where all have
 * room they stay as they are. */
static void
fold (NidaHeatmap *self)
{
  NidaRecipe *recipe = self->recipe;
  g_autoptr (NidaCross) whole = NULL;
  guint rows, columns;

  lay_out (self);
  leave_rows (self);
  columns = self->cross->timed ? periods_that_fit (self)
                               : rows_that_fit (self->grid.width, nida_recipe_px (recipe, NAME_COLUMN), count_more (self->cross->columns));
  rows = rows_that_fit (self->grid.height, nida_recipe_px (recipe, ROW_MIN), count_more (self->cross->rows));
  if (recipe->spec->top > 0)
    rows = MIN (rows, recipe->spec->top);
  if (count_names (self->cross->rows) <= rows && count_names (self->cross->columns) <= columns)
    return;
  whole = self->cross;
  self->cross = nida_cross_fold (whole, rows, columns);
  lay_out (self);
}

/* Where the cells are a little too narrow for figures, small names leave them more, and in a small chart shorter ones. */
static void
try_figures (NidaHeatmap *self)
{
  const struct { NidaFont names; double share; } tries[] = {
    { NIDA_FONT_LABEL, LABEL_SHARE }, { NIDA_FONT_SOURCE, LABEL_SHARE }, { NIDA_FONT_SOURCE, PANEL_SHARE }
  };
  guint n = self->recipe->context->panel != NULL ? 3 : 2;

  nida_heatmap_choose_figures (self);
  for (guint i = 1; i <= n && !self->figures; i++)
    {
      self->names = tries[i % n].names;        /* at last as it was */
      self->share = tries[i % n].share;
      place (self);
      nida_heatmap_choose_figures (self);
    }
}

static void
emit_unit (const NidaHeatmap *self)
{
  NidaFont font;
  g_autofree char *unit = dup_unit (self, &font);
  double line = nida_recipe_line (self->recipe, font);
  double y = self->cross->timed ? self->grid.y + self->cross->rows->len * self->pitch + nida_recipe_px (self->recipe, 3)
                                : self->grid.y - line - nida_recipe_px (self->recipe, 2);

  nida_recipe_text (self->recipe, "unit", self->recipe->plot.x, y, self->labels, font, NIDA_COLOR_TEXT_SECOND, NIDA_ANCHOR_START, unit);
}

/* The unit once for all figures. */
static void
try_in_unit (NidaHeatmap *self)
{
  g_autofree char *unit = NULL;
  NidaFont font;

  if (!nida_heatmap_set_in_unit (self, TRUE))
    return;
  place (self);
  try_figures (self);
  unit = self->figures ? dup_unit (self, &font) : NULL;
  if (unit != NULL)
    return;
  self->figures = FALSE;
  nida_heatmap_set_in_unit (self, FALSE);
  place (self);
}

/* Words of amounts are longer in Arabic: small figures rather than none, and "million" once for all at last. */
static void
choose_figures (NidaHeatmap *self)
{
  try_figures (self);
  self->small = !self->figures && nida_recipe_may_be_small (self->recipe);
  if (self->small)
    try_figures (self);
  if (!self->figures)
    try_in_unit (self);
}

static void
draw (NidaHeatmap *self)
{
  fold (self);
  if (self->pitch < nida_recipe_line (self->recipe, NIDA_FONT_VALUE))
    {
      nida_recipe_no_room (self->recipe, _("There is no room here for a row. The table shows all figures."));
      return;
    }
  choose_figures (self);
  nida_shades_emit (&self->shades);
  for (guint row = 0; row < self->cross->rows->len; row++)
    {
      emit_row_label (self, row);
      emit_row (self, row);
    }
  emit_columns (self);
  if (self->in_unit)
    emit_unit (self);
}

void
nida_heatmap_build (NidaRecipe *recipe)
{
  NidaHeatmap self = { .recipe = recipe, .cross = nida_cross_new (recipe), .names = NIDA_FONT_LABEL, .share = LABEL_SHARE };
  g_autofree char *largest = nida_heatmap_largest (self.cross);
  g_autofree char *title = nida_heatmap_title (self.cross, largest), *subtitle = nida_heatmap_subtitle (self.cross);
  g_autofree char *description = nida_heatmap_describe (self.cross, largest);

  self.cell_key.text = g_string_new (NULL);
  self.value_key.text = g_string_new (NULL);
  self.periods = g_array_new (FALSE, FALSE, sizeof (NidaPeriod));
  nida_recipe_frame (recipe, title, subtitle, NULL);
  nida_time_frame_init (&self.frame, recipe);
  if (self.cross->rows->len == 0 || self.cross->columns->len == 0)
    nida_recipe_message (recipe, nida_no_figure_reason (recipe));
  else
    {
      draw (&self);
      nida_scene_builder_set_words (recipe->scene, title, description);
    }
  nida_cross_table (recipe);
  nida_time_frame_clear (&self.frame);
  g_array_unref (self.periods);
  nida_heatmap_clear_figures (&self);
  g_string_free (self.cell_key.text, TRUE);
  g_string_free (self.value_key.text, TRUE);
  g_free (self.spans);
  nida_cross_free (self.cross);
}
