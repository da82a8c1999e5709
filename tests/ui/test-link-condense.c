/* Whatever chart of needs is drawn, and whatever is brushed: what fewer rows say is inside is what all rows say. */
#include "fixture.h"

#include "link-condense.h"
#include "link-needs.h"
#include "ui-support.h"

enum { N_FLOWS = 8000, N_BRUSHES = 6 };

static const char * const appeals[] = { "Sudan", "Yemen", "Chad", "Sahel" };
static const char * const countries[] = { "SDN", "YEM", "TCD", "SDN, TCD" };
static const char * const categories[] = { "Food", "Health", "Water", "Food, Health", NULL };
static const char * const donors[] = { "Kuwait", "Qatar", "Germany", "Japan" };
static const char * const years[] = { "2023", "2024", "2025" };
static const char * const days[] = { "2023-02-01", "2023-12-31", "2024-03-09", "2024-05", "2025-01-01", "2025-11-30", "2024", NULL };
static const NidaKind kinds[] = { NIDA_KIND_PAID, NIDA_KIND_COMMITMENT, NIDA_KIND_PLEDGE };

#define PICK(array) ((array)[g_rand_int_range (random, 0, G_N_ELEMENTS (array))])

/* Plans of four appeals and three years, whole and by category, some with totals that are reported; and money of these and of others. */
static NidaLocalEngine *
random_engine (GRand *random)
{
  g_autoptr (NidaDatasetBuilder) builder = test_builder ();
  g_autoptr (NidaDataset) dataset = NULL;
  guint line = 2;

  for (guint i = 0; i < G_N_ELEMENTS (appeals) * G_N_ELEMENTS (years); i++)
    {
      guint appeal = i % G_N_ELEMENTS (appeals);
      TestRow row = { .kind = NIDA_KIND_REQUIREMENT, .date = years[i / G_N_ELEMENTS (appeals)], .appeal = appeals[appeal],
                      .country = countries[appeal], .amount = "9000000", .level = NIDA_LEVEL_APPEAL };

      test_add_row (builder, &row, line++);
      row.level = NIDA_LEVEL_OBJECTIVE;
      row.amount = "2500000";
      for (guint c = 0; c < 3; c++)
        {
          row.category = categories[c];
          test_add_row (builder, &row, line++);
        }
      row.category = NULL;
      row.level = NIDA_LEVEL_APPEAL;
      row.kind = NIDA_KIND_REPORTED;
      row.donor = PICK (donors);
      if (g_rand_int_range (random, 0, 3) == 0)
        test_add_row (builder, &row, line++);
    }
  for (guint i = 0; i < N_FLOWS; i++)
    {
      g_autofree char *amount = g_strdup_printf ("%d", g_rand_int_range (random, 1, 5000));
      guint appeal = g_rand_int_range (random, 0, G_N_ELEMENTS (appeals));
      TestRow row = { .kind = PICK (kinds), .amount = amount, .date = PICK (days), .donor = PICK (donors), .category = PICK (categories),
                      .country = countries[appeal], .appeal = g_rand_int_range (random, 0, 3) > 0 ? appeals[appeal] : NULL };

      test_add_row (builder, &row, line++);
    }
  dataset = nida_dataset_builder_end (builder);
  return nida_local_engine_new (dataset);
}

/* --- the charts of a board --- */

static void
add_chart (GPtrArray       *links,
           NidaLocalEngine *engine,
           NidaChartKind    kind,
           NidaMeasure      measure,
           const char      *by)
{
  g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();
  g_autoptr (NidaLanguage) language = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  NidaChartContext context = { .language = language, .measurer = measurer, .width = 900, .height = 500, .scale = 1 };
  NidaChartSpec *spec = nida_chart_spec_new (kind);
  g_autoptr (GPtrArray) queries = NULL, cubes = NULL;
  NidaLink *link = g_new0 (NidaLink, 1);

  nida_query_unref (spec->query);
  spec->query = test_query (1u << measure, by);
  spec->measure = measure;
  queries = nida_chart_spec_queries (spec);
  cubes = nida_local_engine_query_all (engine, queries, NULL);
  link->chart = links->len;
  link->spec = spec;
  link->scene = nida_chart_build (spec, cubes, &context);
  link->brushables = nida_scene_brushables (link->scene);
  g_ptr_array_add (links, link);
}

static const struct { NidaChartKind kind; NidaMeasure measure; const char *by; } charts[] = {
  { NIDA_CHART_NUMBER, NIDA_MEASURE_REQUIREMENT, NULL }, { NIDA_CHART_NUMBER, NIDA_MEASURE_COVERAGE, NULL },
  { NIDA_CHART_NUMBER, NIDA_MEASURE_GAP, NULL }, { NIDA_CHART_COVERAGE, NIDA_MEASURE_RECEIVED, NULL },
  { NIDA_CHART_COVERAGE, NIDA_MEASURE_RECEIVED, "category" }, { NIDA_CHART_COVERAGE, NIDA_MEASURE_RECEIVED, "country" },
  { NIDA_CHART_WATERFALL, NIDA_MEASURE_RECEIVED, NULL }, { NIDA_CHART_RANKING, NIDA_MEASURE_GAP, "appeal" },
  { NIDA_CHART_RANKING, NIDA_MEASURE_COVERAGE, "category" }, { NIDA_CHART_HEATMAP, NIDA_MEASURE_COVERAGE, "category" },
  { NIDA_CHART_HEATMAP, NIDA_MEASURE_REQUIREMENT, "category,appeal" }, { NIDA_CHART_TIMELINE, NIDA_MEASURE_COVERAGE, NULL },
  { NIDA_CHART_LINE, NIDA_MEASURE_GAP, "appeal" }, { NIDA_CHART_TREEMAP, NIDA_MEASURE_REQUIREMENT, "appeal,category" },
  { NIDA_CHART_PARTS, NIDA_MEASURE_REQUIREMENT, "category" }, { NIDA_CHART_RANKING, NIDA_MEASURE_REPORTED, "donor" },
  { NIDA_CHART_TIMELINE, NIDA_MEASURE_REPORTED, NULL }, { NIDA_CHART_RANKING, NIDA_MEASURE_RECEIVED, "donor" },
  { NIDA_CHART_TIMELINE, NIDA_MEASURE_RECEIVED, NULL },
};

static GPtrArray *
make_links (NidaLocalEngine *engine)
{
  GPtrArray *links = g_ptr_array_new_with_free_func (nida_link_free);

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    add_chart (links, engine, charts[i].kind, charts[i].measure, charts[i].by);
  return links;
}

/* --- both answers --- */

static void
ask (NidaLocalEngine *engine,
     NidaCondensed   *few,
     GPtrArray       *links,
     const NidaBrush *brush,
     guint            which)
{
  NidaNeedsJob *job = nida_needs_job_new (engine, few, links, brush);

  for (guint i = 0; i < links->len; i++)
    nida_link_forget_needs (links->pdata[i], which);
  if (job == NULL)
    return;
  nida_needs_job_run (job);
  nida_needs_job_take (job, links, which);
  nida_needs_job_free (job);
}

/* Returns: how many figures there are. */
static guint
compare (GPtrArray *links)
{
  guint n = 0;

  for (guint l = 0; l < links->len; l++)
    {
      const NidaLink *link = links->pdata[l];

      g_assert_cmpint (link->outside[0], ==, link->outside[1]);
      g_assert_true ((link->asked[0] == NULL) == (link->asked[1] == NULL));
      for (guint i = 0; link->asked[0] != NULL && i < link->brushables->len; i++, n++)
        {
          if (link->asked[0][i] != link->asked[1][i])
            g_test_message ("chart %u (%s), mark %u", l, nida_chart_kind_get_name (link->spec->kind), i);
          g_assert_cmpint (link->asked[0][i], ==, link->asked[1][i]);
        }
    }
  return n;
}

/* One or two marks of the chart. */
static NidaBrush *
random_brush (GRand          *random,
              const NidaLink *link)
{
  NidaBrush *brush = NULL;

  for (guint i = 0; i < 2; i++)
    {
      const NidaMark *mark = g_array_index (link->brushables, NidaBrushable, g_rand_int_range (random, 0, link->brushables->len)).mark;
      NidaBrush *both = mark->n_fields > 0 && nida_brush_can_toggle (brush, mark) ? nida_brush_toggle (brush, mark) : NULL;

      if (both == NULL)
        continue;
      g_clear_pointer (&brush, nida_brush_free);
      brush = both;
    }
  return brush;
}

/* Returns: how many figures there are. */
static guint
check_source (GRand           *random,
              NidaLocalEngine *engine,
              GPtrArray       *links,
              const NidaLink  *source)
{
  NidaLinkJob *index = source->brushables->len > 0 ? nida_link_job_new (engine, links, source->chart, NULL) : NULL;
  NidaCondenseJob *job = index != NULL ? nida_condense_job_new (engine, links, index) : NULL;
  g_autoptr (NidaCondensed) few = job != NULL ? nida_condense_job_run (job, NULL) : NULL;
  guint n = 0;

  g_assert_true ((job == NULL) == (few == NULL));
  for (guint i = 0; few != NULL && i < N_BRUSHES; i++)
    {
      g_autoptr (NidaBrush) brush = random_brush (random, source);

      if (brush == NULL)
        continue;
      ask (engine, NULL, links, brush, 0);
      ask (engine, few, links, brush, 1);
      n += compare (links);
    }
  g_clear_pointer (&job, nida_condense_job_free);
  g_clear_pointer (&index, nida_link_job_free);
  return n;
}

static void
test_same (void)
{
  guint n = 0;

  for (guint seed = 0; seed < 4; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (NidaLocalEngine) engine = random_engine (random);
      g_autoptr (GPtrArray) links = make_links (engine);

      for (guint i = 0; i < links->len; i++)
        n += check_source (random, engine, links, links->pdata[i]);
    }
  g_test_message ("%u figures", n);
  g_assert_cmpuint (n, >, 10000);
}

/* Where no chart is about needs there is nothing to ask of fewer rows. */
static void
test_no_needs (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (NidaLocalEngine) engine = random_engine (random);
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (nida_link_free);
  NidaLinkJob *index;

  add_chart (links, engine, NIDA_CHART_RANKING, NIDA_MEASURE_RECEIVED, "category");
  index = nida_link_job_new (engine, links, 0, NULL);
  g_assert_null (nida_condense_job_new (engine, links, index));
  nida_link_job_free (index);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/link-condense/every-chart-of-needs-has-the-same-figures", test_same);
  g_test_add_func ("/link-condense/without-needs-there-is-nothing-to-ask", test_no_needs);

  return g_test_run ();
}
