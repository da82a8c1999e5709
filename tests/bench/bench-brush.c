/* bench-brush FLOWS.csv [PLANS.csv…]: load, draw a board of six charts that fills 1920 × 1080, brush over its time and then over its categories;
 * prints how long the index takes, and of each move (jumps among them) the work: figures of all charts, and their pictures. Where the
 * data have requirements, how much later those that are about needs follow, which are asked again. The last line says the same for
 * scripts. */
#include "board.h"
#include "brushed.h"
#include "condensed.h"
#include "export.h"
#include "loader.h"
#include "needs-inside.h"
#include "paint.h"
#include "sources.h"

#include <stdlib.h>
#include <sys/resource.h>

#define MOVES  500
#define NEEDS_MOVES 40
#define CHARTS 6
#define WIDTH  1920
#define HEIGHT 1080
#define GAP    16
#define CARD   104     /* height */

typedef struct {
  NidaLocalEngine  *engine;
  NidaChartContext  context;
  guint             n_cards;
  GPtrArray        *specs;       /* NidaChartSpec */
  GPtrArray        *scenes;
  GPtrArray        *marks;       /* GArray of NidaBrushable, by scene */
  GPtrArray        *plain;       /* GArray of NidaBrushMark */
  GArray           *charts;      /* NidaBrushChart */
  gint64            index, move, click, painting, needs;      /* the worst of each, µs */
} Bench;

/* Where a card or chart stands, on whole points as in a window: cards in one row, below it three charts a row. */
static NidaBox
place (const Bench *self,
       guint        number)
{
  guint chart = number - MIN (number, self->n_cards);
  guint card = (WIDTH - GAP * (self->n_cards + 1)) / self->n_cards;
  guint width = (WIDTH - GAP * 4) / 3, height = (HEIGHT - CARD - GAP * 4) / 2;

  if (number < self->n_cards)
    return (NidaBox) { GAP + number * (card + GAP), GAP, card, CARD };
  return (NidaBox) { GAP + chart % 3 * (width + GAP), CARD + GAP * 2 + chart / 3 * (height + GAP), width, height };
}

/* What a board that is composed from the data has, and what a person would add. */
static void
add_charts (GPtrArray *charts)
{
  static const struct { NidaChartKind kind; NidaField field; } more[] = {
    { NIDA_CHART_HEATMAP, NIDA_FIELD_CATEGORY }, { NIDA_CHART_TREEMAP, NIDA_FIELD_RECIPIENT }, { NIDA_CHART_RANKING, NIDA_FIELD_APPEAL },
    { NIDA_CHART_LINE, NIDA_FIELD_CATEGORY }, { NIDA_CHART_RANKING, NIDA_FIELD_RECIPIENT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (more) && charts->len < CHARTS; i++)
    {
      NidaChartSpec *spec = nida_chart_spec_new (more[i].kind);

      spec->step = NIDA_STEP_YEAR;
      spec->measure = NIDA_MEASURE_RECEIVED;
      spec->query->by[spec->query->n_by++] = (NidaGroupBy) { more[i].field, NIDA_STEP_NONE };
      g_ptr_array_add (charts, spec);
    }
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static NidaStep
date_step (const NidaChartSpec *spec)
{
  g_autoptr (GPtrArray) queries = nida_chart_spec_queries (spec);

  for (guint i = 0; i < queries->len; i++)
    for (guint b = 0; b < ((NidaQuery *) queries->pdata[i])->n_by; b++)
      if (((NidaQuery *) queries->pdata[i])->by[b].field == NIDA_FIELD_DATE)
        return ((NidaQuery *) queries->pdata[i])->by[b].step;
  return NIDA_STEP_YEAR;
}

static void
draw (Bench               *self,
      const NidaChartSpec *spec)
{
  g_autoptr (GPtrArray) queries = nida_chart_spec_queries (spec);
  g_autoptr (GPtrArray) cubes = nida_local_engine_query_all (self->engine, queries, NULL);
  NidaBox box = place (self, self->scenes->len);
  NidaChartContext context = self->context;
  NidaScene *scene;
  GArray *marks, *plain = g_array_new (FALSE, TRUE, sizeof (NidaBrushMark));
  NidaBrushChart chart = { spec->query, date_step (spec), NULL, 0 };

  context.width = box.width;
  context.height = box.height;
  scene = nida_chart_build (spec, cubes, &context);
  marks = nida_scene_brushables (scene);
  chart.n_marks = marks->len;
  for (guint i = 0; i < marks->len; i++)
    g_array_append_val (plain, g_array_index (marks, NidaBrushable, i).brush);
  chart.marks = (const NidaBrushMark *) plain->data;
  g_ptr_array_add (self->specs, (gpointer) spec);
  g_ptr_array_add (self->scenes, scene);
  g_ptr_array_add (self->marks, marks);
  g_ptr_array_add (self->plain, plain);
  g_array_append_val (self->charts, chart);
}

/* The figures of every mark, and every picture. */
static void
follow (Bench          *self,
        NidaBrushIndex *index)
{
  for (guint c = 0; c < self->scenes->len; c++)
    {
      GArray *marks = g_ptr_array_index (self->marks, c);
      g_autofree NidaMoney *inside = g_new (NidaMoney, marks->len + 1);
      g_autoptr (NidaScene) picture = NULL;

      for (guint m = 0; m < marks->len; m++)
        inside[m] = nida_brush_index_get (index, c, m);
      picture = nida_scene_brushed (g_ptr_array_index (self->scenes, c), marks, inside, NULL, NULL);
    }
}

/* An index that is made beside a main loop, which looks at the clock once a millisecond. */
typedef struct {
  Bench               *bench;
  const NidaBrushAxis *axis;
  GMainLoop           *loop;
  NidaBrushIndex      *index;
  gint64               made;
  gint64               last, late;
} Making;

static gboolean
made_cb (gpointer data)
{
  g_main_loop_quit (((Making *) data)->loop);
  return G_SOURCE_REMOVE;
}

static gpointer
make_in_thread (gpointer data)
{
  Making *making = data;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;

  making->index = nida_local_engine_make_brush_index (making->bench->engine, making->axis, 1,
                                                      (const NidaBrushChart *) making->bench->charts->data,
                                                      making->bench->charts->len, NULL, &error);
  if (making->index == NULL)
    g_error ("%s", error->message);
  making->made = g_get_monotonic_time () - start;
  g_idle_add (made_cb, making);
  return NULL;
}

static gboolean
look_at_clock (gpointer data)
{
  Making *making = data;
  gint64 now = g_get_monotonic_time ();

  making->late = MAX (making->late, now - making->last - 1000);
  making->last = now;
  return G_SOURCE_CONTINUE;
}

static void
make_index (Making *making)
{
  GThread *thread;
  guint clock = g_timeout_add (1, look_at_clock, making);

  making->loop = g_main_loop_new (NULL, FALSE);
  making->last = g_get_monotonic_time ();
  thread = g_thread_new ("nida-brush", make_in_thread, making);
  g_main_loop_run (making->loop);
  g_thread_join (thread);
  g_source_remove (clock);
  g_main_loop_unref (making->loop);
}

static void
report (Bench        *self,
        const char   *what,
        const Making *making,
        gint64       *times)
{
  qsort (times, MOVES, sizeof *times, compare_times);
  self->index = MAX (self->index, making->made);
  self->move = MAX (self->move, times[MOVES * 99 / 100]);
  g_print ("brush over %s: index %.1f ms, the main loop late by at most %.1f ms; a move %.2f ms, 99th percentile %.2f ms, "
           "longest %.2f ms\n", what, making->made / 1000.0, making->late / 1000.0, times[MOVES / 2] / 1000.0,
           times[MOVES * 99 / 100] / 1000.0, times[MOVES - 1] / 1000.0);
}

static void
brush (Bench               *self,
       const char          *what,
       const NidaBrushAxis *axis,
       gint32               first,
       gint32               last)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  gint64 times[MOVES], start;
  Making making = { .bench = self, .axis = axis };
  guint n = axis->names != NULL ? g_strv_length ((char **) axis->names) : 0;

  make_index (&making);
  for (guint i = 0; i < MOVES; i++)
    {
      const char *names[2] = { n > 0 ? axis->names[g_rand_int_range (random, 0, (int) n)] : NULL, NULL };
      gint32 from = g_rand_int_range (random, first, last);
      NidaBrushRange range = { n > 0 ? names : NULL, from, g_rand_int_range (random, from, last + 1) };

      start = g_get_monotonic_time ();
      nida_brush_index_choose (making.index, &range);
      follow (self, making.index);
      times[i] = g_get_monotonic_time () - start;
    }
  report (self, what, &making, times);
  nida_brush_index_free (making.index);
}

static void
paint (Bench *self)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (NidaTextMasks) masks = nida_text_masks_new ();
  NidaPaintOptions options = { .theme = NIDA_THEME_LIGHT, .masks = masks };
  gint64 times[51];

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      gint64 start = g_get_monotonic_time ();

      for (guint c = 0; c < self->scenes->len; c++)
        {
          cairo_save (cr);
          cairo_translate (cr, place (self, c).x, place (self, c).y);
          nida_scene_paint (g_ptr_array_index (self->scenes, c), cr, &options);
          cairo_restore (cr);
        }
      times[i] = g_get_monotonic_time () - start;
    }
  qsort (times, G_N_ELEMENTS (times), sizeof *times, compare_times);
  self->painting = times[G_N_ELEMENTS (times) / 2];
  g_print ("painting the board at %u x %u: %.1f ms\n", WIDTH, HEIGHT, self->painting / 1000.0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static gint64
click_one (Bench      *self,
           const char *category)
{
  g_autoptr (GPtrArray) queries = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_query_unref);
  g_autoptr (NidaQuery) filters = nida_query_new ();
  g_autoptr (GPtrArray) cubes = NULL;
  gint64 start = g_get_monotonic_time ();

  nida_query_add_filter (filters, NIDA_FIELD_CATEGORY, category);
  for (guint i = 0; i < self->specs->len; i++)
    {
      g_autoptr (NidaChartSpec) spec = nida_board_apply (g_ptr_array_index (self->specs, i), filters);
      g_autoptr (GPtrArray) asked = nida_chart_spec_queries (spec);

      for (guint q = 0; q < asked->len; q++)
        g_ptr_array_add (queries, nida_query_ref (asked->pdata[q]));
    }
  cubes = nida_local_engine_query_all (self->engine, queries, NULL);
  return g_get_monotonic_time () - start;
}

/* Each category once, since what was asked before is kept. */
static void
click (Bench              *self,
       const char * const *categories)
{
  guint n = g_strv_length ((char **) categories);
  g_autofree gint64 *times = g_new (gint64, n);

  for (guint i = 0; i < n; i++)
    times[i] = click_one (self, categories[i]);
  qsort (times, n, sizeof *times, compare_times);
  self->click = times[n - 1];
  g_print ("a click on each of %u categories: %.1f ms, the longest %.1f ms\n", n, times[n / 2] / 1000.0, self->click / 1000.0);
}

/* --- needs --- */

/* What a person adds to look at them. */
static void
add_needs (GPtrArray *charts)
{
  static const struct { NidaChartKind kind; NidaMeasure measure; NidaField field; } needs[] = {
    { NIDA_CHART_COVERAGE, NIDA_MEASURE_RECEIVED, NIDA_FIELD_CATEGORY }, { NIDA_CHART_RANKING, NIDA_MEASURE_GAP, NIDA_FIELD_APPEAL },
    { NIDA_CHART_HEATMAP, NIDA_MEASURE_REQUIREMENT, NIDA_FIELD_CATEGORY }, { NIDA_CHART_TIMELINE, NIDA_MEASURE_COVERAGE, NIDA_FIELD_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (needs); i++)
    {
      NidaChartSpec *spec = nida_chart_spec_new (needs[i].kind);

      spec->step = NIDA_STEP_YEAR;
      spec->measure = needs[i].measure;
      if (needs[i].field != NIDA_FIELD_NONE)
        spec->query->by[spec->query->n_by++] = (NidaGroupBy) { needs[i].field, NIDA_STEP_NONE };
      g_ptr_array_add (charts, spec);
    }
}

/* As ui/link-needs asks in its thread: all questions at once, of the rows of @few, which may be NULL. */
static guint
ask_needs (Bench         *self,
           NidaCondensed *few,
           NidaQuery     *question)
{
  g_autoptr (GPtrArray) queries = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_query_unref), cubes = NULL;
  g_autofree guint *first = g_new0 (guint, self->specs->len + 1);
  guint n = 0;

  for (guint c = 0; c < self->specs->len; c++)
    {
      g_autoptr (NidaChartSpec) narrowed = nida_board_narrow (self->specs->pdata[c], question);

      first[c] = queries->len;
      if (nida_board_is_about_needs (self->specs->pdata[c]) && narrowed != NULL)
        g_ptr_array_extend_and_steal (queries, nida_needs_queries (narrowed));
    }
  first[self->specs->len] = queries->len;
  cubes = few != NULL ? nida_condensed_query_all (few, queries, NULL) : nida_local_engine_query_all (self->engine, queries, NULL);
  for (guint c = 0; c < self->specs->len; c++)
    {
      g_autoptr (GPtrArray) own = g_ptr_array_new ();
      g_autoptr (NidaChartSpec) narrowed = first[c + 1] > first[c] ? nida_board_narrow (self->specs->pdata[c], question) : NULL;
      g_autofree NidaMoney *inside = NULL;

      if (narrowed == NULL)
        continue;
      for (guint q = first[c]; q < first[c + 1]; q++)
        g_ptr_array_add (own, cubes->pdata[q]);
      inside = nida_needs_inside (narrowed, self->marks->pdata[c], own, self->context.language);
      n++;
    }
  return n;
}

/* As ui/link-condense makes them. */
static NidaCondensed *
condense (Bench      *self,
          const char *what,
          NidaField   field)
{
  g_autoptr (GPtrArray) queries = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_query_unref);
  const NidaGroupBy by = { field, NIDA_STEP_YEAR };
  guint n_rows = nida_dataset_get_n_rows (nida_local_engine_get_dataset (self->engine));
  gint64 start = g_get_monotonic_time ();
  NidaCondensed *few;

  for (guint c = 0; c < self->specs->len; c++)
    if (nida_board_is_about_needs (self->specs->pdata[c]))
      g_ptr_array_extend_and_steal (queries, nida_needs_queries (self->specs->pdata[c]));
  few = nida_condensed_new (self->engine, queries, &by, 1, n_rows / 4, NULL);
  g_print ("rows for needs under a brush over %s: %u after %.1f ms\n", what, few != NULL ? nida_condensed_get_n_rows (few) : n_rows,
           (g_get_monotonic_time () - start) / 1000.0);
  return few;
}

/* @n_values at random of each move, so that hardly any was asked before. */
static void
move_needs (Bench              *self,
            NidaCondensed      *few,
            const char         *what,
            NidaField           field,
            const char * const *names,
            guint               n_values)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);
  gint64 times[NEEDS_MOVES];
  guint n = g_strv_length ((char **) names), charts = 0;

  for (guint i = 0; i < NEEDS_MOVES; i++)
    {
      g_autoptr (NidaQuery) question = nida_query_new ();
      gint64 start;

      for (guint v = 0; v < n_values; v++)
        nida_query_add_filter (question, field, names[g_rand_int_range (random, 0, (int) n)]);
      start = g_get_monotonic_time ();
      charts = ask_needs (self, few, question);
      times[i] = g_get_monotonic_time () - start;
    }
  qsort (times, NEEDS_MOVES, sizeof *times, compare_times);
  self->needs = MAX (self->needs, times[NEEDS_MOVES / 2]);
  g_print ("%u cards and charts of needs under a brush over %s, %s: %.1f ms, the longest %.1f ms\n", charts, what,
           few != NULL ? "of these rows" : "of all rows", times[NEEDS_MOVES / 2] / 1000.0, times[NEEDS_MOVES - 1] / 1000.0);
}

static void
brush_needs (Bench              *self,
             const char         *what,
             NidaField           field,
             const char * const *names,
             guint               n_values)
{
  g_autoptr (NidaCondensed) few = condense (self, what, field);

  move_needs (self, NULL, what, field, names, n_values);
  if (few != NULL)
    move_needs (self, few, what, field, names, n_values);
}

static char **
names_of (Bench       *self,
          NidaGroupBy  by)
{
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (NidaCube) cube = NULL;
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  query->by[query->n_by++] = by;
  query->measures = 1u << NIDA_MEASURE_REQUIREMENT;
  cube = nida_local_engine_query (self->engine, query, NULL);
  for (guint i = 0; cube != NULL && i < nida_cube_get_n_items (cube, 0); i++)
    if (!nida_cube_get_item (cube, 0, i)->not_stated && nida_cube_get_item (cube, 0, i)->n_members <= 1)
      g_strv_builder_add (names, nida_cube_get_item (cube, 0, i)->name);
  return g_strv_builder_end (names);
}

static void
needs (Bench *self)
{
  g_auto (GStrv) categories = names_of (self, (NidaGroupBy) { NIDA_FIELD_CATEGORY, NIDA_STEP_NONE });
  g_auto (GStrv) appeals = names_of (self, (NidaGroupBy) { NIDA_FIELD_APPEAL, NIDA_STEP_NONE });
  g_auto (GStrv) years = names_of (self, (NidaGroupBy) { NIDA_FIELD_DATE, NIDA_STEP_YEAR });

  brush_needs (self, "years", NIDA_FIELD_DATE, (const char * const *) years, 3);
  brush_needs (self, "categories", NIDA_FIELD_CATEGORY, (const char * const *) categories, 3);
  brush_needs (self, "appeals", NIDA_FIELD_APPEAL, (const char * const *) appeals, 5);
}

int
main (int    argc,
      char **argv)
{
  const char * const none[] = { "", NULL };
  const char * const *inputs = argc > 1 ? (const char * const *) argv + 1 : none;
  NidaLoadOptions options = { .textless = NIDA_KINDS_ALL };
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = nida_load (inputs, &options, NULL, &error);
  g_autoptr (NidaLanguage) language = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autoptr (NidaMeasurer) measurer = nida_pango_measurer_new (FALSE);
  g_autoptr (NidaBoard) board = NULL;
  g_autoptr (NidaSources) sources = NULL;
  g_autoptr (NidaCube) cube = NULL;
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  NidaBrushAxis months = { { NIDA_FIELD_DATE, NIDA_STEP_MONTH }, NULL }, categories = { { NIDA_FIELD_CATEGORY, NIDA_STEP_NONE }, NULL };
  Bench bench = { 0 };
  struct rusage usage;
  gint32 first, last;

  if (dataset == NULL)
    g_error ("%s", error->message);
  bench.engine = nida_local_engine_new (dataset);
  board = nida_board_new_for (bench.engine, language);
  sources = nida_sources_new (dataset, language);
  nida_sources_pin_donors (sources, bench.engine);
  add_charts (board->charts);
  if (argc > 2)
    add_needs (board->charts);
  nida_board_set_colors (board, sources->colors);
  bench.n_cards = board->cards->len;
  bench.context = (NidaChartContext) {
    .language = language, .measurer = measurer, .scale = 1, .colors = sources->colors,
    .sources = (const char * const *) sources->names, .as_of = sources->as_of,
  };
  bench.specs = g_ptr_array_new ();
  bench.scenes = g_ptr_array_new_with_free_func (g_object_unref);
  bench.marks = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  bench.plain = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  bench.charts = g_array_new (FALSE, TRUE, sizeof (NidaBrushChart));
  for (guint i = 0; i < board->cards->len; i++)
    draw (&bench, g_ptr_array_index (board->cards, i));
  for (guint i = 0; i < board->charts->len; i++)
    draw (&bench, g_ptr_array_index (board->charts, i));
  query->by[query->n_by++] = categories.by;
  query->measures = 1u << NIDA_MEASURE_COUNT;
  cube = nida_local_engine_query (bench.engine, query, &error);
  if (cube == NULL || !nida_cube_get_extent (cube, &first, &last))
    g_error ("no dates");
  for (guint i = 0; i < nida_cube_get_n_items (cube, 0); i++)
    g_ptr_array_add (names, nida_cube_get_item (cube, 0, i)->name);
  g_ptr_array_add (names, NULL);
  categories.names = (const char * const *) names->pdata;
  g_print ("%u rows, %u cards and %u charts\n", nida_dataset_get_n_rows (dataset), board->cards->len, board->charts->len);
  brush (&bench, "time", &months, first, last);
  brush (&bench, "categories", &categories, first, last);
  click (&bench, categories.names);
  if (argc > 2)
    needs (&bench);
  paint (&bench);
  getrusage (RUSAGE_SELF, &usage);
  g_print ("peak of the process: %ld MiB\n", usage.ru_maxrss / 1024);
  g_print ("row %u %.1f %.2f %.1f %.1f %ld\n", nida_dataset_get_n_rows (dataset), bench.index / 1000.0, bench.move / 1000.0,
           bench.click / 1000.0, bench.painting / 1000.0, usage.ru_maxrss / 1024);
  g_ptr_array_unref (bench.specs);
  g_ptr_array_unref (bench.scenes);
  g_ptr_array_unref (bench.marks);
  g_ptr_array_unref (bench.plain);
  g_array_unref (bench.charts);
  g_object_unref (bench.engine);
  return 0;
}
