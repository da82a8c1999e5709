/* bench-scene: how long a scene of at least 5,000 marks takes to be laid out, and to be painted, in both directions: a heat map
 * of donors by month at 2560 × 1440, since the rows and columns of 1920 × 1080 are 3,600 at most. The least of many rounds,
 * since a busy machine only ever adds. */
#include "chart.h"
#include "loader.h"
#include "local-engine.h"
#include "paint.h"
#include "text-masks.h"

#include <glib/gstdio.h>

#define ROUNDS 41
#define DONORS 60
#define YEARS  14
#define ROWS   45      /* that are a name; one more has the others */
#define WIDTH  2560
#define HEIGHT 1440

static char *
write_flows (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  GString *csv = g_string_new ("kind,date,donor,currency,amount,source\n");
  char *path = g_build_filename (g_get_tmp_dir (), "nida-bench-scene.csv", NULL);
  g_autoptr (GError) error = NULL;

  for (guint donor = 0; donor < DONORS; donor++)
    for (guint month = 0; month < 12 * YEARS; month++)
      g_string_append_printf (csv, "paid,%u-%02u,Donor %u,USD,%d,bench\n", 2012 + month / 12, month % 12 + 1, donor + 1,
                              g_rand_int_range (random, 1000, 9000000));
  if (!g_file_set_contents (path, csv->str, (gssize) csv->len, &error))
    g_error ("%s", error->message);
  g_string_free (csv, TRUE);
  return path;
}

static guint
count_marks (NidaScene *scene)
{
  guint n = 0;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    n += nida_scene_get_node (scene, i)->mark != NULL;
  return n;
}

static NidaScene *
lay_out (const NidaChartSpec    *spec,
         GPtrArray              *cubes,
         const NidaChartContext *context,
         double                 *least)
{
  NidaScene *scene = NULL;

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start;

      g_clear_object (&scene);
      start = g_get_monotonic_time ();
      scene = nida_chart_build (spec, cubes, context);
      *least = MIN (*least, (double) (g_get_monotonic_time () - start) / 1000);
    }
  return scene;
}

static double
paint (NidaScene *scene)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (NidaTextMasks) masks = nida_text_masks_new ();
  NidaPaintOptions options = { .theme = NIDA_THEME_LIGHT, .masks = masks };
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      nida_scene_paint (scene, cr, &options);
      least = MIN (least, (double) (g_get_monotonic_time () - start) / 1000);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return least;
}

/* The rows and columns of @spec that there is room for, the rest as others and as what came before. */
static void
measure (const NidaChartSpec *spec,
         GPtrArray           *cubes,
         const char          *code)
{
  g_autoptr (NidaLanguage) language = nida_language_new (code, NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autoptr (NidaMeasurer) measurer = nida_pango_measurer_new (nida_language_is_arabic (language));
  g_autoptr (NidaScene) scene = NULL;
  NidaChartContext context = { .language = language, .measurer = measurer, .width = WIDTH, .height = HEIGHT, .scale = 1 };
  double laid = G_MAXDOUBLE, painted;

  scene = lay_out (spec, cubes, &context, &laid);
  painted = paint (scene);
  g_print ("%s: a scene of %u marks: laid out in %.2f ms, painted at %u x %u in %.2f ms\n", code, count_marks (scene), laid, WIDTH,
           HEIGHT, painted);
}

int
main (void)
{
  g_autofree char *path = write_flows ();
  const char *inputs[] = { path, NULL };
  NidaLoadOptions options = { .textless = NIDA_KINDS_ALL };
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = nida_load (inputs, &options, NULL, &error);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_HEATMAP);
  g_autoptr (NidaLocalEngine) engine = NULL;
  g_autoptr (GPtrArray) queries = NULL, cubes = NULL;

  if (dataset == NULL)
    g_error ("%s", error->message);
  engine = nida_local_engine_new (dataset);
  spec->step = NIDA_STEP_MONTH;
  spec->measure = NIDA_MEASURE_PAID;
  spec->top = ROWS;
  spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  queries = nida_chart_spec_queries (spec);
  cubes = nida_local_engine_query_all (engine, queries, &error);
  if (cubes == NULL)
    g_error ("%s", error->message);
  measure (spec, cubes, "en");
  measure (spec, cubes, "ar");
  g_unlink (path);
  return 0;
}
