/* One bar or one ring of parts, and the key that is also the table of values. */
#include "config.h"

#include "fitted-name.h"
#include "parts.h"

#include <math.h>

#define BAR_MAX       72.0     /* while rows are still to find room … */
#define BAR_SHARE      0.4     /* … and of the height, at most, where they have all the room they want */
#define BAR_MIN       14.0
#define BAR_GAP       14.0     /* between bar and key */
#define LEAST_ROWS     4
#define COLUMN_GAP    32.0
#define TWO_COLUMNS  420.0     /* least width of a plot with two columns */
#define SWATCH        11.0
#define RING_GAP      28.0     /* between ring and key */
#define RING_MIN      72.0
#define RING_SHARE     0.40    /* of the width, at most */
#define RING_KEY_MIN 120.0
#define RING_INNER     0.66
#define RING_ROW      22.0     /* name and percentage */
#define RING_ROW_TALL 40.0     /* and the value below */
#define RING_ROW_MAX  52.0

static guint
n_columns (NidaRecipe *recipe)
{
  return recipe->plot.width / recipe->scale >= TWO_COLUMNS ? 2 : 1;
}

static double
bar_height (NidaRecipe *recipe)
{
  double height = recipe->plot.height / recipe->scale;

  if (height < BAR_MIN + BAR_GAP + NIDA_PARTS_ROW_MIN)
    return MIN (height, BAR_MAX);
  /* A low chart keeps four rows for its key: one name, the others, several at once, not stated. */
  return CLAMP (MIN (height * 0.2, height - BAR_GAP - LEAST_ROWS * NIDA_PARTS_ROW_MIN), BAR_MIN, BAR_MAX);
}

guint
nida_parts_bar_room (NidaRecipe *recipe)
{
  double left = recipe->plot.height / recipe->scale - bar_height (recipe) - BAR_GAP;
  guint rows = left >= NIDA_PARTS_ROW_MIN ? (guint) (left / NIDA_PARTS_ROW_MIN) : 0;

  return rows > 0 ? rows * n_columns (recipe) : G_MAXUINT;     /* without a key any number of parts will do */
}

static double
ring_size (NidaRecipe *recipe)
{
  return MIN (recipe->plot.height, recipe->plot.width * RING_SHARE);
}

guint
nida_parts_donut_room (NidaRecipe *recipe)
{
  double key = recipe->plot.width - ring_size (recipe) - nida_recipe_px (recipe, RING_GAP);

  if (ring_size (recipe) < nida_recipe_px (recipe, RING_MIN) || key < nida_recipe_px (recipe, RING_KEY_MIN))
    return 0;
  return (guint) (recipe->plot.height / nida_recipe_px (recipe, RING_ROW));
}

char *
nida_parts_node_key (NidaParts  *self,
                     const char *group,
                     guint       index)
{
  return g_strconcat (group, "/", ((NidaGroup *) g_ptr_array_index (self->groups, index))->key, NULL);
}

void
nida_parts_emit_paper (NidaParts  *self,
                       const char *group,
                       guint       index,
                       NidaBox     box,
                       double      width)
{
  g_autofree char *of = g_strconcat (group, "/paper", NULL), *key = NULL;
  double edge = nida_recipe_px (self->recipe, 2);

  if (self->styles[index].pattern != NIDA_PATTERN_HATCH)
    return;
  key = nida_parts_node_key (self, of, index);
  box = (NidaBox) { box.x - edge, box.y, MIN (width, box.width) + 2 * edge, box.height };
  nida_scene_builder_rect (self->recipe->scene, key, box, NIDA_COLOR_CARD);
}

/* A percentage inside its part, where it fits and can be read. */
static void
emit_label (NidaParts *self,
            guint      index,
            NidaBox    box)
{
  NidaRecipe *recipe = self->recipe;
  const NidaLegendItem *style = &self->styles[index];
  NidaColor ink = style->pattern == NIDA_PATTERN_HATCH ? NIDA_COLOR_TEXT : nida_palette_ink (recipe->context->theme, style->fill);
  g_autofree char *text = nida_parts_percent_text (self, index);
  g_autofree char *key = nida_parts_node_key (self, "share", index);
  double width = nida_recipe_text_width (recipe, text, NIDA_FONT_VALUE_BOLD),
         line = nida_recipe_line (recipe, NIDA_FONT_VALUE_BOLD);
  NidaBox words = { box.x + (box.width - width) / 2, box.y + (box.height - line) / 2, width, line };

  if (width + nida_recipe_px (recipe, 8) > box.width || line > box.height)
    return;
  nida_parts_emit_paper (self, "share", index, words, width);
  nida_recipe_text (recipe, key, words.x, words.y, width, NIDA_FONT_VALUE_BOLD, ink, NIDA_ANCHOR_MIDDLE, text);
}

/* What the rows of the key do not need is the bar's. */
static double
grown_height (NidaParts *self,
              guint      rows)
{
  NidaRecipe *recipe = self->recipe;
  double left = recipe->plot.height - nida_recipe_px (recipe, BAR_GAP) - rows * nida_recipe_px (recipe, NIDA_PARTS_ROW_MAX);

  return MAX (nida_recipe_px (recipe, bar_height (recipe)), MIN (left, recipe->plot.height * BAR_SHARE));
}

/* Parts share the width to the point; a gap of one point keeps neighbours apart. */
static void
emit_bar (NidaParts *self,
          double     height)
{
  NidaRecipe *recipe = self->recipe;
  NidaMoney total = nida_groups_total (self->groups), before = 0;
  double gap = nida_recipe_px (recipe, 1);
  NidaScale scale = { 0, total, { recipe->plot.x, recipe->plot.x + recipe->plot.width }, FALSE };

  for (guint i = 0; i < self->groups->len; i++)
    {
      const NidaGroup *group = g_ptr_array_index (self->groups, i);
      double start = nida_scale_map (&scale, before), end;
      g_autofree char *key = nida_parts_node_key (self, "bar", i);
      NidaBox box;
      NidaNode *node;

      before = nida_money_plus (before, group->value);
      end = nida_scale_map (&scale, before);
      box = (NidaBox) { start, recipe->plot.y, MAX (end - start - (i + 1 < self->groups->len ? gap : 0), gap / 2),
                       height };
      node = nida_scene_builder_rect (recipe->scene, key, box, self->styles[i].fill);
      nida_legend_item_apply (&self->styles[i], node);
      node->base = NIDA_BASE_START;
      nida_scene_builder_mark (node, nida_parts_mark (self, i));
      emit_label (self, i, box);
    }
}

static void
emit_swatch (NidaParts *self,
             guint      index,
             double     x,
             double     middle)
{
  double size = nida_recipe_px (self->recipe, SWATCH);
  g_autofree char *key = nida_parts_node_key (self, "key/swatch", index);
  NidaNode *node = nida_scene_builder_rect (self->recipe->scene, key, (NidaBox) { x, middle - size / 2, size, size },
                                            self->styles[index].fill);

  nida_legend_item_apply (&self->styles[index], node);
}

/* A figure with its end at @end, whole or not at all; returns where it starts. */
static double
emit_at_end (NidaParts  *self,
             const char *group,
             guint       index,
             double      end,
             double      y,
             double      room,
             NidaFont    font,
             NidaColor   color,
             const char *text)
{
  double width = nida_recipe_text_width (self->recipe, text, font);
  double drop =
      nida_font_baseline (NIDA_FONT_LABEL, self->recipe->scale) - nida_font_baseline (font, self->recipe->scale);
  g_autofree char *key = nida_parts_node_key (self, group, index);

  if (width > room)
    return end;
  if (width > 0)
    nida_recipe_text (self->recipe, key, end - width, y + drop, width, font, color, NIDA_ANCHOR_END, text);
  return end - width;
}

static void
emit_name (NidaParts *self,
           guint      index,
           NidaBox    room)
{
  g_autofree char *key = nida_parts_node_key (self, "key/name", index);

  if (room.width > 0)
    nida_fitted_name_emit (self->recipe, key, room, NIDA_FONT_LABEL, nida_group_get_label (g_ptr_array_index (self->groups, index)));
}

/* @percent_width: of the widest percentage, so that values stand in one column. */
static void
emit_key_row (NidaParts *self,
              guint      index,
              NidaBox    row,
              double     percent_width,
              gboolean   values)
{
  NidaRecipe *recipe = self->recipe;
  const NidaGroup *group = g_ptr_array_index (self->groups, index);
  g_autofree char *value = nida_recipe_value (recipe, self->measure, group->value);
  g_autofree char *percent = nida_parts_percent_text (self, index);
  double y = row.y + (row.height - nida_recipe_line (recipe, NIDA_FONT_LABEL)) / 2, gap = nida_recipe_px (recipe, 12);
  double end = row.x + row.width, start = row.x + nida_recipe_px (recipe, SWATCH + 8);

  emit_swatch (self, index, row.x, row.y + row.height / 2);
  emit_at_end (self, "key/percent", index, end, y, end - start, NIDA_FONT_VALUE_BOLD, NIDA_COLOR_TEXT, percent);
  end -= percent_width + gap;
  if (values)
    end = emit_at_end (self, "key/value", index, end, y, (end - start) * 0.6, NIDA_FONT_VALUE, NIDA_COLOR_TEXT_SECOND,
                       value);
  emit_name (self, index, (NidaBox) { start, row.y, end - gap - start, row.height });
}

static double
widest_percent (NidaParts *self)
{
  double width = 0;

  for (guint i = 0; i < self->groups->len; i++)
    {
      g_autofree char *percent = nida_parts_percent_text (self, i);

      width = MAX (width, nida_recipe_text_width (self->recipe, percent, NIDA_FONT_VALUE_BOLD));
    }
  return width;
}

static double
widest_value (NidaParts *self)
{
  double width = 0;

  for (guint i = 0; i < self->groups->len; i++)
    {
      g_autofree char *value = nida_recipe_value (self->recipe, self->measure, ((NidaGroup *) g_ptr_array_index (self->groups, i))->value);

      width = MAX (width, nida_recipe_text_width (self->recipe, value, NIDA_FONT_VALUE));
    }
  return width;
}

static gboolean
names_fit (NidaParts *self,
           double     room)
{
  for (guint i = 0; i < self->groups->len; i++)
    if (!nida_fitted_name_fits (self->recipe, nida_group_get_label (g_ptr_array_index (self->groups, i)), NIDA_FONT_LABEL, room))
      return FALSE;
  return TRUE;
}

/* Values give way to names that would be cut beside them and are whole without them: the marks and the table have all
 * values. */
static gboolean
has_room_for_values (NidaParts *self,
                     double     width,
                     double     percent_width)
{
  double gap = nida_recipe_px (self->recipe, 12);
  double room = width - nida_recipe_px (self->recipe, SWATCH + 8) - percent_width - gap - gap;

  return names_fit (self, room - widest_value (self) - gap) || !names_fit (self, room);
}

static void
emit_rule (NidaParts *self,
           guint      index,
           NidaBox    row)
{
  g_autofree char *key = nida_parts_node_key (self, "key/rule", index);

  nida_scene_builder_line (self->recipe->scene, key, (NidaPoint) { row.x, row.y },
                           (NidaPoint) { row.x + row.width, row.y }, NIDA_COLOR_BORDER,
                           nida_recipe_px (self->recipe, 1));
}

void
nida_parts_emit_key (NidaParts *self,
                     NidaBox    box,
                     guint      columns,
                     gboolean   values)
{
  NidaRecipe *recipe = self->recipe;
  guint rows = (self->groups->len + columns - 1) / columns;
  double gap = nida_recipe_px (recipe, COLUMN_GAP), percent_width = widest_percent (self);
  double width = (box.width - (columns - 1) * gap) / columns;
  double pitch = MIN (box.height / MAX (rows, 1), nida_recipe_px (recipe, NIDA_PARTS_ROW_MAX));

  if (pitch < nida_recipe_px (recipe, NIDA_PARTS_ROW_MIN) - 0.01)
    {
      nida_recipe_bare (recipe);
      return;
    }
  values = values && has_room_for_values (self, width, percent_width);
  for (guint i = 0; i < self->groups->len; i++)
    {
      NidaBox row = { box.x + (i / rows) * (width + gap), box.y + (i % rows) * pitch, width, pitch };

      if (i % rows > 0)
        emit_rule (self, i, row);
      emit_key_row (self, i, row, percent_width, values);
    }
}

/* Below the bar. */
static void
emit_key (NidaParts *self,
          double     bar)
{
  NidaBox plot = self->recipe->plot;
  double below = bar + nida_recipe_px (self->recipe, BAR_GAP);

  nida_parts_emit_key (self, (NidaBox) { plot.x, plot.y + below, plot.width, plot.height - below },
                       n_columns (self->recipe), TRUE);
}

void
nida_parts_draw_bar (NidaParts *self)
{
  guint columns = n_columns (self->recipe);
  double height = grown_height (self, (self->groups->len + columns - 1) / columns);

  if (self->recipe->plot.height / self->recipe->scale < BAR_MIN / 2)
    return;
  emit_bar (self, height);
  emit_key (self, height);
}

/* --- ring --- */

static void
emit_ring (NidaParts *self,
           NidaPoint  centre,
           double     radius)
{
  NidaMoney total = nida_groups_total (self->groups), before = 0;
  NidaScale scale = { 0, total, { 0, 2 * G_PI }, FALSE };

  for (guint i = 0; i < self->groups->len; i++)
    {
      const NidaGroup *group = g_ptr_array_index (self->groups, i);
      double from = nida_scale_map (&scale, before);
      g_autofree char *key = nida_parts_node_key (self, "bar", i);
      NidaNode *node;

      before = nida_money_plus (before, group->value);
      node = nida_scene_builder_sector (self->recipe->scene, key, centre, radius * RING_INNER, radius, from,
                                        nida_scale_map (&scale, before), self->styles[i].fill);
      nida_legend_item_apply (&self->styles[i], node);
      if (self->styles[i].stroke == NIDA_COLOR_NONE)
        {
          node->stroke = NIDA_COLOR_CARD;      /* a hair between neighbours */
          node->line_width = nida_recipe_px (self->recipe, 1.5);
        }
      node->base = NIDA_BASE_ANGLE;
      nida_scene_builder_mark (node, nida_parts_mark (self, i));
    }
}

static NidaNode *
emit_centred (NidaParts  *self,
              const char *key,
              NidaPoint   centre,
              double      y,
              double      room,
              NidaFont    font,
              NidaColor   color,
              const char *text)
{
  double width = MIN (nida_recipe_text_width (self->recipe, text, font), room);

  return nida_recipe_text (self->recipe, key, centre.x - width / 2, y, width, font, color, NIDA_ANCHOR_MIDDLE, text);
}

/* The total in the middle: a large number and its unit, or one line in a small ring. */
static void
emit_middle (NidaParts *self,
             NidaPoint  centre,
             double     inner)
{
  NidaRecipe *recipe = self->recipe;
  NidaMoney total = nida_groups_total (self->groups);
  double room = inner * 1.7, number_line = nida_recipe_line (recipe, NIDA_FONT_NUMBER),
         unit_line = nida_recipe_line (recipe, NIDA_FONT_VALUE);
  g_autofree char *number = NULL, *unit = NULL, *brief = nida_recipe_value (recipe, self->measure, total);

  if (self->measure != NIDA_MEASURE_COUNT)
    nida_language_money_parts (recipe->context->language, total, nida_recipe_currency (recipe), &number, &unit);
  if (number == NULL || nida_recipe_text_width (recipe, number, NIDA_FONT_NUMBER) > room
      || nida_recipe_text_width (recipe, unit, NIDA_FONT_VALUE) > room * 0.9 || number_line + unit_line > inner * 1.4)
    {
      if (nida_recipe_text_width (recipe, brief, NIDA_FONT_LABEL_BOLD) <= room)
        emit_centred (self, "total", centre, centre.y - nida_recipe_line (recipe, NIDA_FONT_LABEL) / 2, room,
                      NIDA_FONT_LABEL_BOLD, NIDA_COLOR_TEXT, brief)->counts = nida_recipe_counts (recipe, self->measure, total);
      return;
    }
  emit_centred (self, "total", centre, centre.y - (number_line + unit_line) / 2, room, NIDA_FONT_NUMBER,
                NIDA_COLOR_TEXT, number)->counts = nida_recipe_counts (recipe, self->measure, total);
  emit_centred (self, "total/unit", centre, centre.y - (number_line + unit_line) / 2 + number_line, room * 0.9,
                NIDA_FONT_VALUE, NIDA_COLOR_TEXT_SECOND, unit);
}

/* Two lines of a long name, with the value under the percentage; short names have it under themselves. */
static void
emit_ring_name (NidaParts *self,
                guint      index,
                NidaBox    box,
                gboolean   wrapped)
{
  const NidaGroup *group = g_ptr_array_index (self->groups, index);
  NidaRecipe *recipe = self->recipe;
  g_autofree char *key = NULL;
  guint lines;

  if (!wrapped)
    {
      emit_name (self, index, box);
      return;
    }
  key = nida_parts_node_key (self, "key/name", index);
  lines = CLAMP (
      nida_measurer_lines (recipe->context->measurer, nida_group_get_label (group), NIDA_FONT_LABEL, recipe->scale, box.width), 1, 2);
  box.height = lines * nida_recipe_line (recipe, NIDA_FONT_LABEL);
  nida_scene_builder_paragraph (recipe->scene, key, box, NIDA_FONT_LABEL, NIDA_COLOR_TEXT, NIDA_ANCHOR_START, lines,
                                nida_group_get_label (group));
}

static void
emit_ring_row (NidaParts *self,
               guint      index,
               NidaBox    row,
               gboolean   tall,
               gboolean   wrapped,
               double     figures)
{
  NidaRecipe *recipe = self->recipe;
  const NidaGroup *group = g_ptr_array_index (self->groups, index);
  g_autofree char *value = nida_recipe_value (recipe, self->measure, group->value);
  g_autofree char *percent = nida_parts_percent_text (self, index);
  double start = row.x + nida_recipe_px (recipe, SWATCH + 10), line = nida_recipe_line (recipe, NIDA_FONT_LABEL),
         end = row.x + row.width;
  NidaBox name = { start, row.y, end - figures - nida_recipe_px (recipe, 8) - start, line };

  emit_swatch (self, index, row.x, row.y + line / 2);
  emit_ring_name (self, index, name, wrapped);
  emit_at_end (self, "key/percent", index, end, row.y, end - start, NIDA_FONT_LABEL_BOLD, NIDA_COLOR_TEXT, percent);
  if (wrapped)
    emit_at_end (self, "key/value", index, end, row.y + line, figures, NIDA_FONT_VALUE, NIDA_COLOR_TEXT_SECOND, value);
  else if (tall)
    {
      g_autofree char *key = nida_parts_node_key (self, "key/value", index);
      double width = nida_recipe_text_width (recipe, value, NIDA_FONT_VALUE);

      if (width <= end - start)
        nida_recipe_text (recipe, key, start, row.y + line, width, NIDA_FONT_VALUE, NIDA_COLOR_TEXT_SECOND,
                          NIDA_ANCHOR_START, value);
    }
}

/* Width of the widest figure: a percentage, and a value where it stands below. */
static double
figures_width (NidaParts *self,
               gboolean   values)
{
  double width = 0;

  for (guint i = 0; i < self->groups->len; i++)
    {
      const NidaGroup *group = g_ptr_array_index (self->groups, i);
      g_autofree char *percent = nida_parts_percent_text (self, i),
                      *value = nida_recipe_value (self->recipe, self->measure, group->value);

      width = MAX (width, nida_recipe_text_width (self->recipe, percent, NIDA_FONT_LABEL_BOLD));
      if (values)
        width = MAX (width, nida_recipe_text_width (self->recipe, value, NIDA_FONT_VALUE));
    }
  return width;
}

static gboolean
any_name_wider (NidaParts *self,
                double     room)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      const NidaGroup *group = g_ptr_array_index (self->groups, i);

      if (nida_recipe_text_width (self->recipe, nida_group_get_label (group), NIDA_FONT_LABEL) > room)
        return TRUE;
    }
  return FALSE;
}

void
nida_parts_draw_donut (NidaParts *self)
{
  NidaRecipe *recipe = self->recipe;
  const NidaBox plot = recipe->plot;
  double size = ring_size (recipe), x = plot.x + size + nida_recipe_px (recipe, RING_GAP),
         width = plot.x + plot.width - x;
  NidaPoint centre = { plot.x + size / 2, plot.y + plot.height / 2 };
  guint n = self->groups->len;
  gboolean tall = n * nida_recipe_px (recipe, RING_ROW_TALL) <= plot.height + 0.01;
  double pitch = CLAMP (plot.height / n, nida_recipe_px (recipe, tall ? RING_ROW_TALL : RING_ROW),
                        nida_recipe_px (recipe, RING_ROW_MAX));
  double y = plot.y + (plot.height - n * pitch) / 2;
  double room = width - nida_recipe_px (recipe, SWATCH + 18) - figures_width (self, FALSE);
  gboolean wrapped = tall && any_name_wider (self, room);
  double figures = figures_width (self, wrapped);

  emit_ring (self, centre, size / 2);
  emit_middle (self, centre, size / 2 * RING_INNER);
  for (guint i = 0; i < n; i++)
    emit_ring_row (self, i, (NidaBox) { x, y + i * pitch, width, pitch }, tall, wrapped, figures);
}
