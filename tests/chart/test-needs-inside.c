/* Charts of needs under random brushes: each mark has inside what the engine says of it when it is asked alone, whatever the chart
 * has folded, gathered or divided among small charts. */
#include "config.h"

#include "needs-inside.h"
#include "sample.h"

#include <string.h>

#define N_COUNTRIES 9
#define N_CATEGORIES 8
#define FIRST_YEAR 2017
#define N_YEARS 9

typedef struct {
  NidaLocalEngine *engine;
  NidaLanguage    *language;
  NidaMeasurer    *measurer;
  GRand           *random;
} Fixture;

static gint32
pick (Fixture *self,
      gint32   n)
{
  return g_rand_int_range (self->random, 0, n);
}

static char *
name_of (Fixture   *self,
         NidaField  field,
         gint32     country,
         gint32     year)
{
  switch ((int) field)
    {
    case NIDA_FIELD_COUNTRY: return g_strdup_printf ("Country %c", 'A' + country);
    case NIDA_FIELD_CATEGORY: return g_strdup_printf ("Cluster %d", pick (self, N_CATEGORIES));
    case NIDA_FIELD_DONOR: return g_strdup_printf ("Donor %d", pick (self, 7));
    default: return g_strdup_printf ("Country %c %d", 'A' + country, FIRST_YEAR + year);
    }
}

/* Plans of a country and a year, by cluster; money for them of that year and the next, and some for none. */
static void
add_row (Fixture   *self,
         GArray    *rows,
         GPtrArray *texts,
         NidaKind   kind,
         gint32     country,
         gint32     year)
{
  SampleRow row = { .kind = kind, .amount = 1 + pick (self, 1000000) };

  for (NidaField field = 0; field < NIDA_N_FIELDS; field++)
    {
      char *name;

      if (field != NIDA_FIELD_COUNTRY && field != NIDA_FIELD_CATEGORY && field != NIDA_FIELD_APPEAL && field != NIDA_FIELD_DONOR)
        continue;
      if (field == NIDA_FIELD_DONOR && kind == NIDA_KIND_REQUIREMENT)
        continue;
      name = name_of (self, field, country, year);
      g_ptr_array_add (texts, name);
      if (field == NIDA_FIELD_COUNTRY)
        row.country = name;
      else if (field == NIDA_FIELD_CATEGORY)
        row.category = name;
      else if (field == NIDA_FIELD_APPEAL)
        row.appeal = kind != NIDA_KIND_REQUIREMENT && pick (self, 10) == 0 ? NULL : name;
      else
        row.donor = name;
    }
  row.date = kind == NIDA_KIND_REQUIREMENT ? g_strdup_printf ("%d", FIRST_YEAR + year)
                                           : g_strdup_printf ("%d-%02d-%02d", FIRST_YEAR + year, 1 + pick (self, 12), 1 + pick (self, 28));
  g_ptr_array_add (texts, (char *) row.date);
  g_array_append_val (rows, row);
}

static void
set_up (Fixture *self,
        guint32  seed)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (SampleRow));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (NidaDataset) dataset = NULL;

  self->random = g_rand_new_with_seed (seed);
  for (guint i = 0; i < 120; i++)
    add_row (self, rows, texts, NIDA_KIND_REQUIREMENT, pick (self, N_COUNTRIES), pick (self, N_YEARS));
  for (guint i = 0; i < 250; i++)
    add_row (self, rows, texts, pick (self, 5) > 0 ? NIDA_KIND_PAID : pick (self, 2) > 0 ? NIDA_KIND_COMMITMENT : NIDA_KIND_PLEDGE,
             pick (self, N_COUNTRIES), pick (self, N_YEARS));
  dataset = sample_dataset ((const SampleRow *) (gpointer) rows->data, rows->len);
  self->engine = nida_local_engine_new (dataset);
  self->language = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  self->measurer = nida_fixed_measurer_new ();
}

static void
tear_down (Fixture *self)
{
  g_rand_free (self->random);
  g_object_unref (self->engine);
  g_object_unref (self->language);
  g_object_unref (self->measurer);
}

/* --- the chart, and what is brushed --- */

static const NidaField fields[] = { NIDA_FIELD_COUNTRY, NIDA_FIELD_CATEGORY, NIDA_FIELD_APPEAL };

static NidaChartSpec *
random_spec (Fixture       *self,
             NidaChartKind  kind,
             NidaMeasure    measure)
{
  static const NidaField panels[] = { NIDA_FIELD_NONE, NIDA_FIELD_NONE, NIDA_FIELD_COUNTRY, NIDA_FIELD_CATEGORY, NIDA_FIELD_DATE };
  NidaChartSpec *spec = nida_chart_spec_new (kind);
  guint first = pick (self, G_N_ELEMENTS (fields)), n = pick (self, 3);

  spec->measure = measure;
  for (guint i = 0; i < n; i++)
    spec->query->by[spec->query->n_by++] = (NidaGroupBy) { fields[(first + i) % G_N_ELEMENTS (fields)], NIDA_STEP_NONE };
  spec->top = pick (self, 2) * pick (self, 7);
  spec->step = pick (self, 3) == 0 ? NIDA_STEP_YEAR : NIDA_STEP_NONE;
  spec->panels = panels[pick (self, G_N_ELEMENTS (panels))];
  for (guint i = 0; i < spec->query->n_by; i++)
    if (spec->query->by[i].field == spec->panels)
      spec->panels = NIDA_FIELD_NONE;
  return spec;
}

typedef struct {
  NidaField field;
  char     *values[4];       /* NULL-terminated */
} Brush;

/* Values that the data have. */
static void
random_brush (Fixture *self,
              Brush   *brush)
{
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (NidaCube) cube = NULL;
  guint n = 1 + pick (self, 3), items;

  *brush = (Brush) { pick (self, 3) > 0 ? fields[pick (self, G_N_ELEMENTS (fields))] : NIDA_FIELD_DATE };
  query->by[query->n_by++] = (NidaGroupBy) { brush->field, brush->field == NIDA_FIELD_DATE ? NIDA_STEP_YEAR : NIDA_STEP_NONE };
  query->measures = 1u << NIDA_MEASURE_REQUIREMENT;
  cube = nida_local_engine_query (self->engine, query, NULL);
  items = nida_cube_get_n_items (cube, 0);
  for (guint i = 0; i < n; i++)
    brush->values[i] = g_strdup (nida_cube_get_item (cube, 0, (guint) pick (self, (gint32) items))->name);
}

static void
brush_clear (Brush *brush)
{
  for (guint i = 0; i < G_N_ELEMENTS (brush->values); i++)
    g_free (brush->values[i]);
}

/* --- the engine alone --- */

/* A name or a year; or a year of several that are gathered: "2017..2019", as a mark has it. */
static gboolean
is_part_of (const char *item,
            const char *value)
{
  const char *dots = strstr (value, "..");

  if (dots == NULL)
    return g_str_equal (item, value);
  return strncmp (item, value, 4) >= 0 && strncmp (item, dots + 2, 4) <= 0;
}

static gboolean
is_named (GArray     *brushables,
          NidaField   panels,
          const char *panel,
          NidaField   field,
          const char *name)
{
  for (guint i = 0; i < brushables->len; i++)
    {
      const NidaMark *mark = g_array_index (brushables, NidaBrushable, i).mark;
      gboolean here = panels == NIDA_FIELD_NONE, named = FALSE;

      for (guint f = 0; f < mark->n_fields; f++)
        {
          here |= mark->fields[f] == panels && g_str_equal (mark->values[f], panel);
          named |= mark->fields[f] == field && is_part_of (name, mark->values[f]);
        }
      if (here && named)
        return TRUE;
    }
  return FALSE;
}

/* Where nothing is known to be received, all that is required is missing. */
static NidaMoney
value_in (const NidaCubeCell *cell,
          NidaMeasure         measure,
          gboolean            bar)
{
  NidaMoney requirement = cell->values[NIDA_MEASURE_REQUIREMENT], gap = cell->values[NIDA_MEASURE_GAP];

  switch ((int) measure)
    {
    case NIDA_MEASURE_RECEIVED: return gap == NIDA_MONEY_NONE ? 0 : requirement - gap;
    case NIDA_MEASURE_GAP: return gap == NIDA_MONEY_NONE ? requirement : bar ? MAX (gap, 0) : gap;
    default: return cell->values[measure];
    }
}

typedef struct {
  const NidaChartSpec *spec;
  GArray              *brushables;
  const NidaMark      *mark;
  NidaCube            *cube;       /* by the fields of the mark and those of which it is the rest */
} Alone;

static const NidaCubeItem *
item_of (const Alone        *self,
         const NidaCubeCell *cell,
         guint               dimension)
{
  return nida_cube_get_item (self->cube, dimension, cell->item[dimension]);
}

static gboolean
stands_for (const Alone        *self,
            const NidaCubeCell *cell)
{
  const NidaMark *mark = self->mark;
  const char *panel = NULL;

  for (guint f = 0; f < mark->n_fields; f++)
    {
      panel = mark->fields[f] == self->spec->panels ? mark->values[f] : panel;
      if (!is_part_of (item_of (self, cell, f)->name, mark->values[f]))
        return FALSE;
    }
  for (guint r = 0; r < mark->n_rests; r++)
    if (is_named (self->brushables, self->spec->panels, panel, mark->rests[r], item_of (self, cell, mark->n_fields + r)->name))
      return FALSE;
  return TRUE;
}

static void
ask_by (NidaQuery *query,
        NidaField  field)
{
  g_assert_cmpuint (query->n_by, <, NIDA_MAX_BY);
  query->by[query->n_by++] = (NidaGroupBy) { field, field == NIDA_FIELD_DATE ? NIDA_STEP_YEAR : NIDA_STEP_NONE };
}

static NidaMoney
ask_alone (Fixture             *self,
           const NidaChartSpec *spec,
           GArray              *brushables,
           const NidaMark      *mark,
           const Brush         *brush)
{
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (NidaCube) cube = NULL;
  Alone alone = { spec, brushables, mark, NULL };
  NidaMoney sum = 0;

  query->measures = 1u << NIDA_MEASURE_REQUIREMENT | 1u << NIDA_MEASURE_GAP | 1u << NIDA_MEASURE_COVERAGE | 1u << NIDA_MEASURE_PLEDGED;
  query->rule = spec->kind == NIDA_CHART_COVERAGE ? NIDA_RULE_BOUNDARY : NIDA_RULE_AUTO;
  for (guint f = 0; f < mark->n_fields; f++)
    ask_by (query, mark->fields[f]);
  for (guint r = 0; r < mark->n_rests; r++)
    ask_by (query, mark->rests[r]);
  for (guint v = 0; brush->values[v] != NULL; v++)
    nida_query_add_filter (query, brush->field, brush->values[v]);
  alone.cube = cube = nida_local_engine_query (self->engine, query, NULL);
  g_assert_nonnull (cube);
  for (guint i = 0; i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);
      NidaMoney value = value_in (cell, nida_needs_measure (mark), spec->kind == NIDA_CHART_COVERAGE);

      sum += value != NIDA_MONEY_NONE && stands_for (&alone, cell) ? value : 0;
    }
  return sum;
}

/* --- the claims --- */

/* Shares do not add up: what the rest of some names has is not known. */
static gboolean
is_known (const NidaMark *mark)
{
  return nida_needs_measure (mark) != NIDA_MEASURE_COVERAGE || mark->n_rests == 0;
}

static NidaScene *
build (Fixture             *self,
       const NidaChartSpec *spec,
       GPtrArray           *cubes)
{
  NidaChartContext context = { .language = self->language, .measurer = self->measurer, .width = 300 + pick (self, 900),
                               .height = 250 + pick (self, 500), .scale = 1 };

  return nida_chart_build (spec, cubes, &context);
}

static gboolean
has_plain_figures (const NidaChartSpec *spec)
{
  return spec->kind != NIDA_CHART_NUMBER && spec->kind != NIDA_CHART_WATERFALL;
}

/* Returns: how many marks stand for the rest of some names. */
static guint
check_brush (Fixture             *self,
             const NidaChartSpec *spec,
             GArray              *brushables)
{
  g_autoptr (NidaChartSpec) narrowed = nida_chart_spec_copy (spec);
  g_autoptr (GPtrArray) queries = NULL, cubes = NULL;
  g_autofree NidaMoney *inside = NULL;
  Brush brush;
  guint rests = 0;

  random_brush (self, &brush);
  for (guint v = 0; brush.values[v] != NULL; v++)
    nida_query_add_filter (narrowed->query, brush.field, brush.values[v]);
  queries = nida_needs_queries (narrowed);
  cubes = nida_local_engine_query_all (self->engine, queries, NULL);
  inside = nida_needs_inside (narrowed, brushables, cubes, self->language);
  for (guint i = 0; i < brushables->len && has_plain_figures (spec); i++)
    {
      const NidaMark *mark = g_array_index (brushables, NidaBrushable, i).mark;
      NidaMoney alone = is_known (mark) ? ask_alone (self, spec, brushables, mark, &brush) : NIDA_MONEY_NONE;

      if (inside[i] != alone)
        g_error ("%s of %s, panels %s, brush of %s: “%s” has %" G_GINT64_FORMAT " inside, not %" G_GINT64_FORMAT,
                 nida_chart_kind_get_name (spec->kind), nida_measure_get_name (spec->measure), nida_field_get_name (spec->panels),
                 brush.values[0], nida_mark_get_label (mark), inside[i], alone);
      rests += mark->n_rests > 0;
    }
  brush_clear (&brush);
  return rests;
}

static guint
check_chart (Fixture       *self,
             NidaChartKind  kind,
             NidaMeasure    measure,
             guint         *marks)
{
  g_autoptr (NidaChartSpec) spec = random_spec (self, kind, measure);
  g_autoptr (GPtrArray) queries = nida_chart_spec_queries (spec);
  g_autoptr (GPtrArray) cubes = nida_local_engine_query_all (self->engine, queries, NULL);
  g_autoptr (NidaScene) scene = build (self, spec, cubes);
  g_autoptr (GArray) brushables = nida_scene_brushables (scene);
  g_autofree NidaMoney *all = nida_needs_inside (spec, brushables, cubes, self->language);
  guint rests = 0;

  /* with nothing outside each mark is whole */
  for (guint i = 0; i < brushables->len; i++)
    {
      const NidaMark *mark = g_array_index (brushables, NidaBrushable, i).mark;

      if (all[i] != (is_known (mark) ? mark->money : NIDA_MONEY_NONE))
        g_error ("%s of %s, panels %s: “%s” is %" G_GINT64_FORMAT ", not %" G_GINT64_FORMAT, nida_chart_kind_get_name (kind),
                 nida_measure_get_name (measure), nida_field_get_name (spec->panels), nida_mark_get_label (mark), all[i], mark->money);
    }
  *marks += brushables->len;
  for (guint i = 0; i < 3; i++)
    rests += check_brush (self, spec, brushables);
  return rests;
}

static gboolean
is_about_needs (NidaChartKind kind)
{
  return kind != NIDA_CHART_EVENTS && kind != NIDA_CHART_INDICATOR && kind != NIDA_CHART_PACE && kind != NIDA_CHART_SANKEY;
}

static void
test_random (gconstpointer data)
{
  static const NidaMeasure measures[] = { NIDA_MEASURE_REQUIREMENT, NIDA_MEASURE_GAP, NIDA_MEASURE_COVERAGE };
  NidaMeasure measure = measures[GPOINTER_TO_UINT (data)];
  guint marks = 0, rests = 0;

  for (guint32 seed = 1; seed <= 6; seed++)
    {
      Fixture self;

      set_up (&self, seed);
      for (NidaChartKind kind = 0; kind < NIDA_N_CHARTS; kind++)
        if (is_about_needs (kind))
          rests += check_chart (&self, kind, measure, &marks);
      tear_down (&self);
    }
  g_test_message ("%u marks, %u rests", marks, rests);
  g_assert_cmpuint (marks, >, 500);
  g_assert_true (measure == NIDA_MEASURE_COVERAGE || rests > 50);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/needs-inside/requirement/is-what-the-engine-says", GUINT_TO_POINTER (0), test_random);
  g_test_add_data_func ("/needs-inside/gap/is-what-the-engine-says", GUINT_TO_POINTER (1), test_random);
  g_test_add_data_func ("/needs-inside/coverage/is-what-the-engine-says", GUINT_TO_POINTER (2), test_random);
  return g_test_run ();
}
