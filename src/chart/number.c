/* The big number: a card of 216 × 104, or a whole chart when it is maximised. */
#include "config.h"

#include "chart-traits.h"
#include "figure.h"
#include "query-words.h"
#include "stage-number.h"
#include "translate.h"

#define CARD_HEIGHT    150.0     /* below this there is no frame, only the card */
#define PADDING         16.0
#define BLOCK_HEIGHT    84.0     /* label, number, context */
#define NUMBER_Y        21.0
#define CONTEXT_Y       63.0
#define SPARK_WIDTH     54.0
#define SPARK_LEAST     36.0
#define SPARK_HEIGHT    14.0
#define MIN_YEARS        3
#define MAX_YEARS       12

/* --- queries --- */

static NidaField
who_field (NidaMeasure measure)
{
  return nida_measure_is_of_needs (measure) || measure == NIDA_MEASURE_REPORTED ? NIDA_FIELD_APPEAL : NIDA_FIELD_DONOR;
}

static void
split (NidaQuery *query,
       NidaField  field,
       NidaStep   step)
{
  query->by[0] = (NidaGroupBy) { field, step };
  query->n_by = 1;
}

static NidaQuery *
query_total (const NidaChartSpec *spec)
{
  NidaQuery *query = nida_query_copy (spec->query);

  query->n_by = 0;
  query->measures = 1u << spec->measure;
  if (spec->measure == NIDA_MEASURE_GAP || spec->measure == NIDA_MEASURE_COVERAGE)
    query->measures |= 1u << NIDA_MEASURE_REQUIREMENT;
  query->fact_kinds |= NIDA_KIND_BIT (NIDA_KIND_STATED) | NIDA_KIND_BIT (NIDA_KIND_REPORTED);
  return query;
}

/* The same question of all years. */
static NidaQuery *
query_years (const NidaChartSpec *spec)
{
  NidaQuery *query = nida_query_copy (spec->query);

  nida_query_clear_filter (query, NIDA_FIELD_DATE);
  query->from = query->to = NIDA_DATE_NONE;
  split (query, NIDA_FIELD_DATE, NIDA_STEP_YEAR);
  query->measures = 1u << spec->measure;
  return query;
}

/* Days of the year before the one that is asked for, so that it can be cut at the same day. */
static NidaQuery *
query_last_year (const NidaChartSpec *spec)
{
  NidaQuery *query = query_years (spec);
  int year = nida_describe_year (spec->query);

  query->from = query->to = nida_date_new_year (year - 1);
  split (query, NIDA_FIELD_DATE, NIDA_STEP_DAY);
  return query;
}

void
nida_number_queries (const NidaChartSpec *spec,
                     GPtrArray           *queries)
{
  NidaQuery *who = nida_query_copy (spec->query);

  split (who, who_field (spec->measure), NIDA_STEP_NONE);
  who->measures = 1u << spec->measure;
  g_ptr_array_add (queries, query_total (spec));
  g_ptr_array_add (queries, query_years (spec));
  g_ptr_array_add (queries, who);
  if (nida_describe_year (spec->query) > 0 && who_field (spec->measure) == NIDA_FIELD_DONOR)
    g_ptr_array_add (queries, query_last_year (spec));
}

/* --- sparkline --- */

static guint
first_shown (NidaFigure *self)
{
  return self->years->len > MAX_YEARS ? self->years->len - MAX_YEARS : 0;
}

static gboolean
has_spark (NidaFigure *self)
{
  return self->value != NIDA_MONEY_NONE && self->years->len >= MIN_YEARS;
}

static NidaPoint *
spark_points (NidaFigure *self,
              NidaBox     box,
              guint      *n)
{
  guint first = first_shown (self);
  const NidaYearValue *years = &g_array_index (self->years, NidaYearValue, first);
  NidaScale x = { 0, 0, { box.x, box.x + box.width }, nida_recipe_time_reversed (self->recipe) };
  NidaScale y = { 0, 0, { box.y, box.y + box.height }, TRUE };
  NidaPoint *points;

  *n = self->years->len - first;
  x.domain_min = years[0].year;
  x.domain_max = years[*n - 1].year;
  for (guint i = 0; i < *n; i++)
    {
      y.domain_min = i == 0 ? years[i].value : MIN (y.domain_min, years[i].value);
      y.domain_max = i == 0 ? years[i].value : MAX (y.domain_max, years[i].value);
    }
  points = g_new (NidaPoint, *n);
  for (guint i = 0; i < *n; i++)
    points[i] = (NidaPoint) { nida_scale_map (&x, years[i].year), nida_scale_map (&y, years[i].value) };
  return points;
}

static void
emit_spark (NidaFigure *self,
            NidaBox     box)
{
  NidaRecipe *recipe = self->recipe;
  guint n;
  g_autofree NidaPoint *points = spark_points (self, box, &n);

  nida_scene_builder_polyline (recipe->scene, "spark/line", points, n, NIDA_COLOR_TEXT_SECOND,
                               nida_recipe_px (recipe, box.height > nida_recipe_px (recipe, SPARK_HEIGHT) ? 2 : 1.25));
  nida_scene_builder_circle (recipe->scene, "spark/first", points[0], nida_recipe_px (recipe, 1.75),
                             NIDA_COLOR_TEXT_SECOND);
  nida_scene_builder_circle (recipe->scene, "spark/last", points[n - 1], nida_recipe_px (recipe, 2.75),
                             NIDA_COLOR_RECEIVED);
}

/* Under the wide sparkline of a maximised card: its first and last year. */
static void
emit_spark_years (NidaFigure *self,
                  NidaBox     box)
{
  NidaRecipe *recipe = self->recipe;
  guint first = first_shown (self), last = self->years->len - 1;
  gboolean reversed = nida_recipe_time_reversed (recipe);

  for (guint end = 0; end < 2; end++)
    {
      const NidaYearValue *point = &g_array_index (self->years, NidaYearValue, end == 0 ? first : last);
      g_autofree char *year =
          nida_language_date (recipe->context->language, nida_date_new_year (point->year), NIDA_DATE_MEDIUM);
      g_autofree char *value = nida_recipe_value (recipe, self->measure, point->value);
      g_autofree char *text = g_strdup_printf (_("%1$s: %2$s"), year, value);
      double width = nida_recipe_text_width (recipe, text, NIDA_FONT_VALUE);
      gboolean at_start = (end == 0) != reversed;

      if (width > box.width / 2 - nida_recipe_px (recipe, 4))
        continue;
      nida_recipe_text (recipe, end == 0 ? "spark/from" : "spark/to", at_start ? box.x : box.x + box.width - width,
                        box.y + box.height + nida_recipe_px (recipe, 6), width, NIDA_FONT_VALUE, NIDA_COLOR_TEXT_SECOND,
                        at_start ? NIDA_ANCHOR_START : NIDA_ANCHOR_END, text);
    }
}

/* --- words --- */

NidaMark *
nida_figure_mark (NidaFigure *self)
{
  g_autofree char *label = nida_figure_label (self), *context = nida_figure_context (self, G_MAXDOUBLE),
                  *as_of = nida_figure_as_of (self);
  NidaMark *mark = nida_recipe_mark (self->recipe, label, self->measure, self->value);

  if (self->stated != NULL)
    {
      mark->measure = NIDA_N_MEASURES;       /* the source's own words, no sum */
      mark->need = TRUE;
    }
  if (nida_figure_due (self) != NULL)
    nida_mark_add_filter (mark, NIDA_FIELD_DUE, nida_figure_due (self));

  if (context != NULL)
    nida_mark_add_line (mark, context);
  if (as_of != NULL && g_strcmp0 (as_of, context) != 0)
    nida_mark_add_line (mark, as_of);
  return mark;
}

char *
nida_figure_counts (NidaFigure *self,
                    const char *label)
{
  const char *due = nida_figure_due (self);
  g_autofree char *counts = nida_recipe_counts (self->recipe, self->measure, self->value);

  return self->value != NIDA_MONEY_NONE ? g_strdup_printf ("%s %s\n%s", counts, due != NULL ? due : "", label) : NULL;
}

/* The unit, in the longest words that @width holds; takes @unit. */
static char *
fit_unit (NidaFigure *self,
          char       *unit,
          double      width)
{
  g_autofree char *number = NULL, *sign = NULL, *brief = NULL;

  if (self->measure != NIDA_MEASURE_COVERAGE || self->value == NIDA_MONEY_NONE
      || nida_recipe_text_width (self->recipe, unit, NIDA_FONT_UNIT) <= width)
    return unit;
  g_free (unit);
  nida_language_percent_parts (self->recipe->context->language, self->value, &number, &sign);
  /* Translators: where "% of requirements" finds no room: "17.9" "% of need"; %s is the percent sign */
  brief = g_strdup_printf (_("%s of need"), sign);
  if (nida_recipe_text_width (self->recipe, brief, NIDA_FONT_UNIT) <= width)
    return g_steal_pointer (&brief);
  return g_steal_pointer (&sign);
}

/* Number and unit on one baseline; where the unit finds no room, both in the short form: "$507M". A number without its
 * millions, or half of them, is a wrong one. */
static void
emit_number (NidaFigure *self,
             const char *label,
             double      x,
             double      y,
             double      width)
{
  NidaRecipe *recipe = self->recipe;
  g_autofree char *number = NULL, *unit = NULL;
  NidaFont font = NIDA_FONT_NUMBER;
  gboolean brief;
  double number_width, unit_width, gap = nida_recipe_px (recipe, 6);
  double drop =
      nida_font_baseline (NIDA_FONT_NUMBER, recipe->scale) - nida_font_baseline (NIDA_FONT_UNIT, recipe->scale);
  NidaNode *node;

  nida_figure_words (self, &number, &unit);
  if (self->measure == NIDA_MEASURE_COVERAGE)
    gap = nida_recipe_px (recipe, 2);
  number_width = nida_recipe_text_width (recipe, number, font);
  unit = fit_unit (self, g_steal_pointer (&unit), width - number_width - gap);
  unit_width = nida_recipe_text_width (recipe, unit, NIDA_FONT_UNIT);
  brief = *unit != '\0' && number_width + gap + unit_width > width;
  if (brief)
    {
      g_free (number);
      number = nida_recipe_value (recipe, self->measure, self->value);
      if (nida_recipe_text_width (recipe, number, font) > width)
        font = NIDA_FONT_TITLE;
      number_width = nida_recipe_text_width (recipe, number, font);
    }
  node = nida_recipe_text (recipe, "number", x, y, MIN (number_width, width), font,
                           self->value == NIDA_MONEY_NONE ? NIDA_COLOR_TEXT_SECOND : NIDA_COLOR_TEXT, NIDA_ANCHOR_START,
                           number);
  nida_scene_builder_mark (node, nida_figure_mark (self));
  if (brief)
    return;
  node->counts = nida_figure_counts (self, label);
  if (*unit != '\0')
    nida_recipe_text (recipe, "number/unit", x + number_width + gap, y + drop, unit_width, NIDA_FONT_UNIT,
                      NIDA_COLOR_TEXT_SECOND, NIDA_ANCHOR_START, unit);
}

static void
emit_context (NidaFigure *self,
              double      x,
              double      y,
              double      width)
{
  g_autofree char *context = nida_figure_context (self, width);

  if (context != NULL)
    nida_recipe_text (self->recipe, "context", x, y,
                      MIN (nida_recipe_text_width (self->recipe, context, NIDA_FONT_VALUE), width), NIDA_FONT_VALUE,
                      NIDA_COLOR_TEXT_SECOND, NIDA_ANCHOR_START, context);
}

/* The name of the card, in shorter words where @label does not fit. */
static char *
fit_label (NidaFigure *self,
           const char *label,
           double      width)
{
  g_autofree char *brief = NULL, *year = NULL;

  if (self->stated == NULL || self->measure != NIDA_MEASURE_REQUIREMENT || self->recipe->spec->title != NULL
      || self->year <= 0 || nida_recipe_text_width (self->recipe, label, NIDA_FONT_LABEL) <= width)
    return g_strdup (label);
  year = nida_language_date (self->recipe->context->language, nida_date_new_year (self->year), NIDA_DATE_MEDIUM);
  /* Translators: "Required 2024, as stated" where "Requirements 2024, as stated" finds no room: the source names the
   * total itself */
  brief = g_strdup_printf (_("Required %s, as stated"), year);
  if (nida_recipe_text_width (self->recipe, brief, NIDA_FONT_LABEL) <= width)
    return g_steal_pointer (&brief);
  /* Translators: money required in a year: "Required 2024" */
  return g_strdup_printf (_("Required %s"), year);
}

static void
emit_card (NidaFigure *self,
           const char *words)
{
  NidaRecipe *recipe = self->recipe;
  double x = nida_recipe_px (recipe, PADDING), width = recipe->context->width - 2 * x, label_width = width;
  double y = MAX (0, (recipe->context->height - nida_recipe_px (recipe, BLOCK_HEIGHT)) / 2);
  double gap = nida_recipe_px (recipe, 8), spark;
  g_autofree char *label = fit_label (self, words, width);

  /* The trend takes what the label leaves, if that is enough to be seen. */
  spark = MIN (nida_recipe_px (recipe, SPARK_WIDTH),
               width - gap - nida_recipe_text_width (recipe, label, NIDA_FONT_LABEL));
  if (has_spark (self) && spark >= nida_recipe_px (recipe, SPARK_LEAST))
    {
      label_width -= spark + gap;
      emit_spark (self, (NidaBox) { x + width - spark, y + nida_recipe_px (recipe, 4),
                                   spark - nida_recipe_px (recipe, 3), nida_recipe_px (recipe, SPARK_HEIGHT) });
    }
  nida_recipe_text (recipe, "title", x, y, MIN (nida_recipe_text_width (recipe, label, NIDA_FONT_LABEL), label_width),
                    NIDA_FONT_LABEL, NIDA_COLOR_TEXT_SECOND, NIDA_ANCHOR_START, label);
  emit_number (self, words, x, y + nida_recipe_px (recipe, NUMBER_Y), width);
  emit_context (self, x, y + nida_recipe_px (recipe, CONTEXT_Y), width);
}

static void
emit_chart (NidaFigure *self,
            const char *label)
{
  NidaRecipe *recipe = self->recipe;
  g_autofree char *as_of = nida_figure_as_of (self);
  g_autofree char *note = nida_describe_stated_note (recipe, nida_recipe_cube (recipe, NIDA_FIGURE_TOTAL),
                                                     self->stated != NULL ? self->computed : NIDA_MONEY_NONE);
  double inset = nida_recipe_px (recipe, 4), head = nida_recipe_px (recipe, BLOCK_HEIGHT - NUMBER_Y + 16);
  NidaBox spark;

  nida_recipe_frame (recipe, label, as_of != NULL ? as_of : "", note);
  emit_number (self, label, recipe->plot.x, recipe->plot.y, recipe->plot.width);
  emit_context (self, recipe->plot.x, recipe->plot.y + nida_recipe_px (recipe, CONTEXT_Y - NUMBER_Y),
                recipe->plot.width);
  spark = (NidaBox) { recipe->plot.x + inset, recipe->plot.y + head, recipe->plot.width - 2 * inset,
                      recipe->plot.height - head - nida_recipe_px (recipe, 26) };
  if (has_spark (self) && spark.height >= nida_recipe_px (recipe, 24))
    {
      emit_spark (self, spark);
      emit_spark_years (self, spark);
    }
}

static char *
describe (NidaFigure *self,
          const char *label)
{
  GString *text = g_string_new (NULL);
  g_autofree char *context = nida_figure_context (self, G_MAXDOUBLE), *as_of = nida_figure_as_of (self), *value = NULL;

  const NidaMoney *inside = self->recipe->context->inside;

  if (self->value == NIDA_MONEY_NONE)
    {
      value = nida_figure_unrated (self, FALSE);
      nida_describe_sentence (text, value != NULL ? g_strdup_printf (_("Card, %1$s: %2$s."), label, value)
                                                  : g_strdup_printf (_("Card, %s: not in the sources."), label));
      return g_string_free (text, FALSE);
    }
  value = self->measure == NIDA_MEASURE_COVERAGE || self->measure == NIDA_MEASURE_COUNT
              ? nida_recipe_value (self->recipe, self->measure, inside != NULL ? *inside : self->value)
              : nida_language_money_long (self->recipe->context->language, inside != NULL ? *inside : self->value,
                                          nida_recipe_currency (self->recipe));
  if (inside != NULL)
    /* Translators: a card under a selection, for those who do not see it: "Card, Received, selected: $1.2 billion." What it is a
     * part of follows. */
    nida_describe_sentence (text, g_strdup_printf (_("Card, %1$s, selected: %2$s."), label, value));
  else
    nida_describe_sentence (text, g_strdup_printf (_("Card, %1$s: %2$s."), label, value));
  if (context != NULL)
    nida_describe_sentence (text, g_strdup_printf (_("Beside it: %s."), context));
  if (has_spark (self) && inside == NULL)      /* the trend is of all of it */
    {
      const NidaYearValue *from = &g_array_index (self->years, NidaYearValue, first_shown (self));
      const NidaYearValue *to = &g_array_index (self->years, NidaYearValue, self->years->len - 1);
      g_autofree char *from_label =
          nida_language_date (self->recipe->context->language, nida_date_new_year (from->year), NIDA_DATE_MEDIUM);
      g_autofree char *to_label =
          nida_language_date (self->recipe->context->language, nida_date_new_year (to->year), NIDA_DATE_MEDIUM);

      nida_describe_change (text, self->recipe, self->measure, from_label, from->value, to_label, to->value);
    }
  return g_string_free (text, FALSE);
}

static void
fill_table (NidaFigure *self,
            const char *label)
{
  g_autofree char *exact = nida_figure_exact (self);

  nida_scene_builder_table (self->recipe->scene,
                            (const char *[]) { _ ("Figure"), nida_words_measure (self->measure), NULL });
  nida_scene_builder_table_row (self->recipe->scene, "number", (const char *[]) { label, exact, NULL },
                                (const NidaMoney[]) { NIDA_MONEY_NONE, self->value });
}

void
nida_number_build (NidaRecipe *recipe)
{
  NidaFigure self;
  g_autofree char *label = NULL, *description = NULL;

  nida_figure_init (&self, recipe);
  label = nida_figure_label (&self);
  if (recipe->context->number != NIDA_NUMBER_CARD)
    nida_stage_number_emit (&self, label);
  else if (recipe->context->height < nida_recipe_px (recipe, CARD_HEIGHT))
    emit_card (&self, label);
  else
    emit_chart (&self, label);
  description = describe (&self, label);
  nida_scene_builder_set_words (recipe->scene, label, description);
  fill_table (&self, label);
  nida_figure_clear (&self);
}
