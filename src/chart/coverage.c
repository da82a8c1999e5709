/* The coverage chart: a bar a plan or objective, as long as its requirement. Solid is received, tint is pledged, hatch
 * is the gap. Beyond its requirement a bar goes on as an outline; without one it has no bar and says so. */
#include "config.h"

#include "coverage-bars.h"
#include "coverage-labels.h"
#include "cut-names.h"
#include "legend.h"
#include "query-words.h"
#include "translate.h"

#define PITCH_MIN   29.0
#define PITCH_MAX   46.0
#define BAR_MIN      8.0
#define BAR_MAX     15.0
#define ROW_TEXT    22.0     /* a row without a bar */
#define ROW_TOTAL   30.0     /* rule and total */
#define LEGEND_GAP   6.0

typedef struct {
  NidaRecipe         *recipe;
  NidaCoverageRows    data;
  NidaCoverageLabels  labels;
  guint               shown;        /* rows with a bar */
  gboolean            show_more, show_without, show_total, show_legend;
  double              pitch, bar;   /* at scale 1; a row whose label takes two lines is a line taller */
  double              more_extra;   /* at scale 1: the second line of the row that speaks of the others */
  NidaCoverageBars    bars;
} Coverage;

void
nida_coverage_queries (const NidaChartSpec *spec,
                       GPtrArray           *queries)
{
  const NidaField splits[] = { NIDA_FIELD_APPEAL, NIDA_FIELD_CATEGORY };
  guint n = spec->query->n_by > 0 ? 1 : G_N_ELEMENTS (splits);

  for (guint i = 0; i < n; i++)
    {
      NidaQuery *query = nida_query_copy (spec->query);

      if (query->n_by == 0)
        query->by[query->n_by++] = (NidaGroupBy) { splits[i], NIDA_STEP_NONE };
      query->n_by = 1;
      /* The bars are about coverage, whatever else is asked with it. */
      if (query->rule == NIDA_RULE_AUTO)
        query->rule = NIDA_RULE_BOUNDARY;
      query->measures = 1u << NIDA_MEASURE_REQUIREMENT | 1u << NIDA_MEASURE_REPORTED | 1u << NIDA_MEASURE_RECEIVED
                        | 1u << NIDA_MEASURE_PLEDGED | 1u << NIDA_MEASURE_GAP | 1u << NIDA_MEASURE_COVERAGE;
      query->fact_kinds |= NIDA_KIND_BIT (NIDA_KIND_STATED);
      g_ptr_array_add (queries, query);
    }
}

/* --- layout --- */

static guint
make_legend (Coverage       *self,
             NidaLegendItem *items)
{
  guint n = 0;

  if (!self->data.known)
    {
      items[n] = nida_legend_item_unknown (_("Required; received is not in the sources"));
      items[n].id = "required";
      items[n++].stroke = NIDA_COLOR_PLEDGED_LINE;
      return n;
    }
  items[n++] = nida_legend_item_received (nida_words_measure (NIDA_MEASURE_RECEIVED));
  if (self->data.any_pledged)
    items[n++] = nida_legend_item_pledged (nida_words_measure (NIDA_MEASURE_PLEDGED));
  items[n++] = nida_legend_item_gap (nida_words_measure (NIDA_MEASURE_GAP));
  if (self->data.any_over)
    {
      items[n] = nida_legend_item_series ("over", _("Above the requirement"), NIDA_COLOR_CARD);
      items[n++].stroke = NIDA_COLOR_RECEIVED;
    }
  if (self->data.any_unknown)
    items[n++] = nida_legend_item_unknown (_("Received is not in the sources"));
  return n;
}

/* The first rows that fit @room, @most at most; @extra is what their second lines take of it. */
static guint
count_fitting (Coverage *self,
               double    room,
               guint     most,
               double   *extra)
{
  *extra = 0;
  for (guint i = 0; i < most; i++)
    {
      double more = *extra;

      if ((i + 1) * PITCH_MIN + more > room)
        return i;
      more += nida_coverage_row_extra (&self->labels, g_ptr_array_index (self->data.rows, i));
      if ((i + 1) * PITCH_MIN + more > room)
        return i;
      *extra = more;
    }
  return most;
}

/* How many bars fit when the rows at the foot have their place; FALSE when none does. */
static gboolean
try_layout (Coverage *self,
            double    height,
            gboolean  total)
{
  guint n = self->data.rows->len, top = self->recipe->spec->top;
  double left = height / self->recipe->scale - (total ? ROW_TOTAL : 0), room = left, extra;
  guint wanted = top > 0 ? MIN (top, n) : n;

  self->show_total = total;
  self->show_without = self->data.without.n > 0;
  if (self->show_without)
    room -= ROW_TEXT;
  nida_coverage_rows_sort_for (&self->data, self->recipe->spec, wanted);
  self->shown = count_fitting (self, room, wanted, &extra);
  if (self->shown < n)
    {
      /* One row speaks of all that have no bar here. */
      room = left - ROW_TEXT;
      nida_coverage_rows_sort_for (&self->data, self->recipe->spec, 0);
      self->shown = count_fitting (self, room, MIN (wanted, n - 1), &extra);
      self->more_extra = self->shown > 0 ? nida_coverage_more_extra (&self->labels, self->shown) : 0;
      if (self->more_extra > 0)
        {
          room -= self->more_extra;
          self->shown = count_fitting (self, room, self->shown, &extra);
        }
    }
  self->show_more = self->shown < n;
  self->show_without &= !self->show_more;
  if (self->shown == 0)
    return FALSE;
  self->pitch = CLAMP ((room - extra) / self->shown, PITCH_MIN, PITCH_MAX);
  self->bar = BAR_MIN + (self->pitch - PITCH_MIN) * (BAR_MAX - BAR_MIN) / (PITCH_MAX - PITCH_MIN);
  return TRUE;
}

/* The total has a row of its own below all bars, or beside what was stated; the subtitle has it anyway. First it goes,
 * then the legend: the bars say more. */
static gboolean
layout_rows (Coverage             *self,
             const NidaLegendItem *items,
             guint                 n_items)
{
  NidaRecipe *recipe = self->recipe;
  double legend =
      nida_legend_get_height (recipe, items, n_items, recipe->plot.width) + nida_recipe_px (recipe, LEGEND_GAP);
  gboolean total = self->data.rows->len > 1;
  double height = recipe->plot.height;
  const guint enough = MIN (3, self->data.rows->len);

  self->show_legend = TRUE;
  if (total && try_layout (self, height - legend, TRUE) && self->shown >= enough
      && (!self->show_more || nida_describe_stated_of (self->data.cube, self->data.total.requirement) != NULL))
    return TRUE;
  if (try_layout (self, height - legend, FALSE) && self->shown >= enough)
    return TRUE;
  self->show_legend = FALSE;
  return try_layout (self, height, FALSE);
}

static gboolean
any_second_line (Coverage *self)
{
  for (guint i = 0; i < self->shown; i++)
    if (nida_coverage_row_lines (&self->labels, g_ptr_array_index (self->data.rows, i)) > 1)
      return TRUE;
  return FALSE;
}

/* Names that need a second line go without the year that the chart is about anyway, then all are set smaller, so that
 * fewer need it. */
static gboolean
layout (Coverage             *self,
        const NidaLegendItem *items,
        guint                 n_items)
{
  static const struct { NidaFont font; gboolean brief; } ways[] = {
    { NIDA_FONT_LABEL, FALSE }, { NIDA_FONT_LABEL, TRUE }, { NIDA_FONT_VALUE, TRUE },
  };
  gboolean fits = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      self->labels.font = ways[i].font;
      self->labels.brief = ways[i].brief;
      fits = layout_rows (self, items, n_items);
      if (fits && !self->data.chosen_first && nida_coverage_rows_hide_chosen (&self->data, self->shown))
        {
          self->data.chosen_first = TRUE;
          fits = layout_rows (self, items, n_items);
        }
      if (!fits || !any_second_line (self))
        break;
    }
  return fits;
}

/* --- marks --- */

/* Both figures of the row, or its share; NULL for its name. */
static char *
total_counts (Coverage   *self,
              const char *group)
{
  const NidaCoverageRow *row = &self->data.total;
  g_autofree char *received = NULL, *required = NULL;

  if (g_str_equal (group, "percent"))
    return nida_recipe_counts (self->recipe, NIDA_MEASURE_COVERAGE, 0);
  if (g_str_equal (group, "label") || row->funding == NIDA_MONEY_NONE)
    return NULL;
  received = nida_recipe_counts (self->recipe, NIDA_MEASURE_RECEIVED, row->funding);
  required = nida_recipe_counts (self->recipe, NIDA_MEASURE_REQUIREMENT, row->requirement);
  return g_strconcat (received, " ", required, NULL);
}

static void
emit_word (Coverage   *self,
           const char *group,
           const char *id,
           NidaPoint   at,
           double      width,
           NidaFont    font,
           NidaColor   color,
           NidaAnchor  anchor,
           guint       lines,
           const char *words)
{
  double drop =
      nida_font_baseline (NIDA_FONT_LABEL, self->recipe->scale) - nida_font_baseline (font, self->recipe->scale);
  g_autofree char *key = g_strconcat (group, "/", id, NULL);
  NidaBox box = { at.x, at.y + drop, width, lines * nida_recipe_line (self->recipe, font) };
  NidaNode *node;

  if (words == NULL || width <= 0)
    return;
  node = nida_scene_builder_paragraph (self->recipe->scene, key, box, font, color, anchor, lines, words);
  if (g_str_equal (group, "label"))
    nida_node_name (node, words);
  if (self->data.known && g_str_equal (id, "+total"))
    node->counts = total_counts (self, group);
}

/* @value and a bold @percent at the end edge, @label in what is left at the start. */
static void
emit_words (Coverage   *self,
            const char *id,
            double      y,
            const char *label,
            NidaFont    font,
            guint       lines,
            const char *value,
            const char *percent)
{
  const NidaBox plot = self->recipe->plot;
  double room = nida_coverage_label_room (&self->labels, value, percent),
         value_width = nida_coverage_words_width (&self->labels, value, NIDA_FONT_VALUE);
  double share = nida_coverage_percent_width (&self->labels, percent);

  emit_word (self, "label", id, (NidaPoint) { plot.x, y }, lines > 1 ? room : MIN (nida_coverage_words_width (&self->labels, label, font), room),
             font, NIDA_COLOR_TEXT, NIDA_ANCHOR_START, lines, label);
  emit_word (self, "value", id, (NidaPoint) { plot.x + nida_coverage_value_end (&self->labels, percent) - value_width, y }, value_width,
             NIDA_FONT_VALUE, NIDA_COLOR_TEXT_SECOND, NIDA_ANCHOR_END, 1, value);
  emit_word (self, "percent", id, (NidaPoint) { plot.x + plot.width - share, y }, share,
             NIDA_FONT_VALUE_BOLD, NIDA_COLOR_TEXT, NIDA_ANCHOR_END, 1, percent);
}

/* A row at the foot, without a bar. */
static void
emit_row_words (Coverage              *self,
                const NidaCoverageRow *row,
                const char            *id,
                const char            *label,
                double                 y)
{
  g_autofree char *percent = nida_coverage_row_percent (&self->labels, row), *value = nida_coverage_row_value (&self->labels, row, percent);

  emit_words (self, id, y, label, self->labels.font, 1, value, percent);
}

/* Returns: how far the next row is below this one */
static double
emit_row (Coverage              *self,
          const NidaCoverageRow *row,
          double                 y)
{
  g_autofree char *id = g_strdup (row->item->not_stated ? "+not-stated" : row->item->name);
  g_autofree char *percent = nida_coverage_row_percent (&self->labels, row), *value = nida_coverage_row_value (&self->labels, row, percent);
  g_autofree char *label = nida_coverage_row_label (&self->labels, row);
  double extra = nida_recipe_px (self->recipe, nida_coverage_row_extra (&self->labels, row));
  double under = nida_recipe_line (self->recipe, NIDA_FONT_LABEL)
                 + nida_recipe_px (self->recipe, (self->pitch - PITCH_MIN) * 2 / (PITCH_MAX - PITCH_MIN));

  emit_words (self, id, y, label, self->labels.font, nida_coverage_row_lines (&self->labels, row), value, percent);
  nida_coverage_emit_bar (&self->bars, row, y + under + extra);
  return nida_recipe_px (self->recipe, self->pitch) + extra;
}

/* Nothing is dropped without a word. */
static void
emit_more (Coverage *self,
           double    y)
{
  NidaCoverageRow rest = nida_coverage_rows_sum (&self->data, self->shown);
  g_autofree char *percent = nida_coverage_row_percent (&self->labels, &rest), *value = nida_coverage_row_value (&self->labels, &rest, percent);
  NidaMoreLabel label = nida_coverage_choose_more (&self->labels, self->shown, self->more_extra > 0);

  emit_words (self, "+more", y, label.words, label.font, label.lines, value, percent);
  g_free (label.words);
}

static void
emit_without (Coverage *self,
              double    y)
{
  NidaLanguage *language = self->recipe->context->language;
  const NidaCoverageRow *row = &self->data.without;
  g_autofree char *count = nida_noun_count (language, self->data.noun, row->n);
  g_autofree char *label = self->data.without_label != NULL ? nida_language_isolate (language, self->data.without_label)
                                                            : g_strdup (count);
  g_autofree char *funding = row->funding != NIDA_MONEY_NONE ? nida_recipe_value (self->recipe, NIDA_MEASURE_REQUIREMENT, row->funding) : NULL;
  char *full = funding != NULL ? g_strdup_printf (_("no requirement; received %s"), funding) : NULL;
  g_autofree char *value = nida_coverage_whole_value (&self->labels, full, g_strdup (_("no requirement")), NULL);

  emit_words (self, "+without", y, label, self->labels.font, 1, value, NULL);
}

static void
emit_total (Coverage *self,
            double    y)
{
  NidaRecipe *recipe = self->recipe;
  const NidaBox plot = recipe->plot;
  g_autofree char *count = nida_noun_count (recipe->context->language, self->data.noun, self->data.total.n);
  double line = y + nida_recipe_px (recipe, 4);

  nida_scene_builder_line (recipe->scene, "total/rule", (NidaPoint) { plot.x, line },
                           (NidaPoint) { plot.x + plot.width, line }, NIDA_COLOR_BORDER, nida_recipe_px (recipe, 1));
  y += nida_recipe_px (recipe, 9);
  if (self->data.known)
    emit_row_words (self, &self->data.total, "+total", count, y);
  else
    {
      g_autofree char *computed = nida_recipe_value (self->recipe, NIDA_MEASURE_REQUIREMENT, self->data.total.requirement);
      const NidaFact *fact = nida_describe_stated_of (self->data.cube, self->data.total.requirement);
      g_autofree char *amount = fact != NULL ? nida_recipe_value (self->recipe, NIDA_MEASURE_REQUIREMENT, fact->amount) : NULL;
      g_autofree char *stated =
          fact != NULL ? nida_language_qualified (recipe->context->language, fact->qualifier, amount) : NULL;
      g_autofree char *label = stated != NULL ? g_strdup_printf (_("%s, computed"), count) : g_strdup (count);
      /* Translators: a stated total, before the computed one: "stated: $7.9B · $7.86B" */
      g_autofree char *value = stated != NULL ? nida_coverage_whole_value (&self->labels, g_strdup_printf (_("stated: %s ·"), stated), NULL, computed) : NULL;

      emit_words (self, "+total", y, label, self->labels.font, 1, value, computed);
    }
}

/* No room for a bar: the total in one line. */
static void
emit_summary (Coverage *self)
{
  NidaRecipe *recipe = self->recipe;

  if (recipe->plot.height >= nida_recipe_line (recipe, NIDA_FONT_LABEL))
    emit_row_words (self, &self->data.total, "+total", NULL, recipe->plot.y);
}

static void
emit (Coverage *self)
{
  NidaRecipe *recipe = self->recipe;
  NidaLegendItem items[5];
  guint n = make_legend (self, items);
  double y = recipe->plot.y;

  nida_legend_share (recipe, items, n);
  if (!layout (self, items, n))
    {
      emit_summary (self);
      return;
    }
  self->bars = (NidaCoverageBars) {
    recipe,
    &self->data,
    { 0, nida_coverage_rows_max (&self->data), { recipe->plot.x, recipe->plot.x + recipe->plot.width }, FALSE },
    nida_recipe_px (recipe, self->bar), NULL, NULL
  };
  nida_coverage_bars_begin (&self->bars);
  nida_recipe_share_scale (recipe, &self->bars.x.domain_min, &self->bars.x.domain_max);
  if (self->show_legend)
    y += nida_legend_emit (recipe, items, n, recipe->plot.x, y, recipe->plot.width)
         + nida_recipe_px (recipe, LEGEND_GAP);
  for (guint i = 0; i < self->shown; i++)
    y += emit_row (self, g_ptr_array_index (self->data.rows, i), y);
  if (self->show_more)
    {
      emit_more (self, y);
      y += nida_recipe_px (recipe, ROW_TEXT + self->more_extra);
    }
  if (self->show_without)
    {
      emit_without (self, y);
      y += nida_recipe_px (recipe, ROW_TEXT);
    }
  if (self->show_total)
    emit_total (self, y);
  nida_coverage_bars_end (&self->bars);
}

void
nida_coverage_build (NidaRecipe *recipe)
{
  Coverage self = { .recipe = recipe, .labels = { .recipe = recipe, .data = &self.data } };
  g_autofree char *title = NULL, *subtitle = NULL, *note = NULL, *description = NULL;

  nida_coverage_rows_init (&self.data, recipe->spec, recipe->cubes, recipe->context->language);
  title = nida_coverage_title (recipe, &self.data);
  subtitle = nida_coverage_subtitle (recipe, &self.data);
  note = nida_describe_stated_note (recipe, self.data.cube, self.data.total.requirement);
  nida_recipe_frame (recipe, title, subtitle, note);
  if (self.data.rows->len == 0)
    nida_recipe_message (recipe, nida_describe_no_requirement (recipe));
  else
    {
      emit (&self);
      description = nida_coverage_describe (recipe, &self.data);
      nida_scene_builder_set_words (recipe->scene, title, description);
    }
  nida_coverage_fill_table (recipe, &self.data);
  nida_coverage_rows_clear (&self.data);
}
