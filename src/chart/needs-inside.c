/* The marks are those of the whole chart, as it is drawn: its step, its names, what it has folded. Which cells of the narrower
 * answer each of them stands for is found by its filter, so that nothing depends on what a chart of the selection alone would
 * look like. Coverage, waterfall and cards reckon their figures from several cells: they are read as their recipes read them. */
#include "config.h"

#include "needs-inside.h"

#include "coverage-rows.h"
#include "figure.h"
#include "panels-private.h"
#include "waterfall.h"

NidaMeasure
nida_needs_measure (const NidaMark *mark)
{
  return mark->measure < NIDA_N_MEASURES ? mark->measure : mark->told_as;
}

static const NidaMark *
mark_at (GArray *brushables,
         guint   place)
{
  return g_array_index (brushables, NidaBrushable, place).mark;
}

/* NULL where the mark does not speak of @field. */
static const char *
value_of (const NidaMark *mark,
          NidaField       field)
{
  for (guint f = 0; f < mark->n_fields; f++)
    if (mark->fields[f] == field)
      return mark->values[f];
  return NULL;
}

/* --- a card --- */

/* Of a share nothing is known where nothing was asked for. */
static NidaMoney
figure_of_card (NidaRecipe *recipe)
{
  NidaMoney requirement = nida_figure_total_of (nida_recipe_cube (recipe, NIDA_FIGURE_TOTAL), NIDA_MEASURE_REQUIREMENT);
  NidaFigure figure;
  NidaMoney value;

  nida_figure_init (&figure, recipe);
  value = figure.value;
  nida_figure_clear (&figure);
  if (value != NIDA_MONEY_NONE)
    return value;
  if (recipe->spec->measure == NIDA_MEASURE_COVERAGE)
    return requirement != NIDA_MONEY_NONE && requirement > 0 ? 0 : NIDA_MONEY_NONE;
  return recipe->spec->measure == NIDA_MEASURE_GAP && requirement != NIDA_MONEY_NONE ? requirement : 0;
}

/* --- coverage --- */

/* What was received, or is missing: against a requirement, without which there is neither. */
static NidaMoney
figure_of_bar (const NidaCoverageRows *rows,
               const NidaMark         *mark)
{
  for (guint i = 0; i < rows->rows->len; i++)
    {
      const NidaCoverageRow *row = g_ptr_array_index (rows->rows, i);

      if (!g_str_equal (nida_recipe_item_filter (row->item), value_of (mark, rows->field)))
        continue;
      if (nida_needs_measure (mark) == NIDA_MEASURE_GAP)
        return nida_coverage_row_gap (row);
      return row->funding == NIDA_MONEY_NONE ? 0 : row->funding;
    }
  return 0;
}

static gboolean
is_reckoned (const NidaMark *mark)
{
  return nida_needs_measure (mark) == NIDA_MEASURE_GAP || nida_needs_measure (mark) == NIDA_MEASURE_RECEIVED;
}

/* The answer by @field: a chart that is told none asks by appeal and by objective, and draws either. */
static NidaCube *
cube_by (GPtrArray *cubes,
         NidaField  field)
{
  for (guint i = 0; i < cubes->len; i++)
    if (nida_cube_get_query (g_ptr_array_index (cubes, i))->by[0].field == field)
      return g_ptr_array_index (cubes, i);
  return NULL;
}

static void
take_coverage (NidaRecipe *recipe,
               GArray     *brushables,
               GArray     *places,
               NidaMoney  *figures)
{
  nida_needs_take_cells (brushables, places, recipe->cubes, figures);
  for (guint c = 0; c < recipe->cubes->len; c++)
    {
      NidaField field = nida_cube_get_query (nida_recipe_cube (recipe, c))->by[0].field;
      g_autoptr (GPtrArray) one = g_ptr_array_new ();
      NidaCoverageRows rows;

      if (cube_by (recipe->cubes, field) != nida_recipe_cube (recipe, c))
        continue;
      g_ptr_array_add (one, nida_recipe_cube (recipe, c));
      nida_coverage_rows_init (&rows, recipe->spec, one, recipe->context->language);
      for (guint i = 0; i < places->len; i++)
        {
          guint place = g_array_index (places, guint, i);

          if (is_reckoned (mark_at (brushables, place)) && value_of (mark_at (brushables, place), field) != NULL)
            figures[place] = figure_of_bar (&rows, mark_at (brushables, place));
        }
      nida_coverage_rows_clear (&rows);
    }
}

/* --- waterfall --- */

/* A step has the rows of its kind; the gap has none. */
static NidaMoney
figure_of_step (const NidaWaterfall *steps,
                const NidaMark      *mark)
{
  const char *kind = value_of (mark, NIDA_FIELD_KIND);

  for (guint i = 0; i < steps->n_steps; i++)
    {
      const NidaWaterfallStep *step = &steps->steps[i];

      if (step->value != NIDA_MONEY_NONE && g_strcmp0 (nida_waterfall_step_rows (step->kind), kind) == 0)
        return step->value;
    }
  return 0;
}

static void
take_waterfall (NidaRecipe *recipe,
                GArray     *brushables,
                GArray     *places,
                NidaMoney  *figures)
{
  NidaWaterfall steps;

  nida_waterfall_read (&steps, recipe);
  for (guint i = 0; i < places->len; i++)
    {
      guint place = g_array_index (places, guint, i);

      figures[place] = figure_of_step (&steps, mark_at (brushables, place));
    }
}

/* --- all --- */

static void
take (const NidaChartSpec *spec,
      GArray              *brushables,
      GArray              *places,
      GPtrArray           *cubes,
      NidaLanguage        *language,
      NidaMoney           *figures)
{
  NidaChartContext context = { .language = language };
  NidaRecipe recipe = { .spec = spec, .cubes = cubes, .context = &context };

  switch ((int) spec->kind)
    {
    case NIDA_CHART_NUMBER:
      for (guint i = 0; i < places->len; i++)
        figures[g_array_index (places, guint, i)] = figure_of_card (&recipe);
      break;
    case NIDA_CHART_COVERAGE:
      take_coverage (&recipe, brushables, places, figures);
      break;
    case NIDA_CHART_WATERFALL:
      take_waterfall (&recipe, brushables, places, figures);
      break;
    default:
      nida_needs_take_cells (brushables, places, cubes, figures);
    }
}

/* Each small chart is one of its own, of the marks that filter by its name. */
static void
take_panels (const NidaChartSpec *spec,
             GArray              *brushables,
             GPtrArray           *cubes,
             NidaLanguage        *language,
             NidaMoney           *figures)
{
  g_autoptr (GHashTable) panels = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  GHashTableIter iter;
  gpointer name, places;

  for (guint i = 0; i < brushables->len; i++)
    {
      const char *panel = value_of (mark_at (brushables, i), spec->panels);

      if (panel == NULL)
        continue;
      if (!g_hash_table_contains (panels, panel))
        g_hash_table_insert (panels, (gpointer) panel, g_array_new (FALSE, FALSE, sizeof (guint)));
      g_array_append_val (g_hash_table_lookup (panels, panel), i);
    }
  g_hash_table_iter_init (&iter, panels);
  while (g_hash_table_iter_next (&iter, &name, &places))
    {
      g_autoptr (GPtrArray) slices = nida_panels_slice (cubes, spec->panels, name);

      take (spec, brushables, places, slices, language, figures);
    }
}

GPtrArray *
nida_needs_queries (const NidaChartSpec *narrowed)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_copy (narrowed);
  GPtrArray *queries;

  g_clear_pointer (&spec->query->second, g_free);      /* figures are told in one currency */
  queries = nida_chart_spec_queries (spec);
  /* the figure of a card, and not what it is compared with */
  if (spec->kind == NIDA_CHART_NUMBER)
    g_ptr_array_set_size (queries, NIDA_FIGURE_TOTAL + 1);
  for (guint i = 0; i < queries->len; i++)
    {
      NidaQuery *query = g_ptr_array_index (queries, i);

      query->fact_kinds = 0;      /* what is told beside figures */
      if (query->measures & 1u << NIDA_MEASURE_GAP)
        query->measures |= 1u << NIDA_MEASURE_REQUIREMENT;
    }
  return queries;
}

NidaMoney *
nida_needs_inside (const NidaChartSpec *narrowed,
                   GArray              *brushables,
                   GPtrArray           *cubes,
                   NidaLanguage        *language)
{
  g_auto (NidaSpeech) speech = nida_language_speak (language);
  NidaMoney *figures = g_new (NidaMoney, brushables->len + 1);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < brushables->len; i++)
    {
      figures[i] = NIDA_MONEY_NONE;
      g_array_append_val (places, i);
    }
  if (narrowed->panels != NIDA_FIELD_NONE)
    take_panels (narrowed, brushables, cubes, language, figures);
  else
    take (narrowed, brushables, places, cubes, language, figures);
  return figures;
}
