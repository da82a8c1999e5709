/* bench-pledge INPUT…: load, draw the board, then enter pledges one after the other into a ledger beside the data, and print how long
 * each takes until every picture of the board has it: rows behind the others, the board that fits them, answers and scenes. What the
 * window does between Enter and the frame, without its widgets; and what a show does, of which only the slide that the audience sees
 * has to be there. */
#include "board.h"
#include "dataset-builder.h"
#include "ledger.h"
#include "loader.h"
#include "slide-scene.h"
#include "sources.h"

#include <stdlib.h>

#define PLEDGES 15

typedef enum { STEP_ROWS, STEP_SOURCES, STEP_BOARD, STEP_ANSWERS, STEP_SCENES, N_STEPS } Step;
typedef enum { PROJECTED_ROWS, PROJECTED_ANSWERS, PROJECTED_SCENE, N_PROJECTED } Projected;

typedef struct {
  NidaLanguage *language;
  NidaMeasurer *measurer;
  gint64        times[N_STEPS + 1][PLEDGES];      /* the last is all of it, µs */
  NidaSlide    *slide;
  NidaColorMap *colors;                           /* that the show began with */
  gint64        projected[N_PROJECTED + 1][PLEDGES];
  NidaMoney     pledged;                          /* of the last picture */
} Bench;

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static double
median_ms (gint64 *times)
{
  qsort (times, PLEDGES, sizeof *times, compare_times);
  return times[PLEDGES / 2] / 1000.0;
}

static void
pledge (NidaItems *items,
        guint      number)
{
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);
  g_autofree char *id = g_strdup_printf ("pledge-%u", number), *text = NULL;

  entry->amount = 1000000000 + number;
  g_strlcpy (entry->currency, "USD", sizeof entry->currency);
  nida_entry_set_name (entry, NIDA_ENTRY_DONOR, "Kuwait, Government of", NULL);
  entry->period.start = entry->period.end = nida_date_new_day (2024, 3, 5);
  nida_entry_add_step (entry, NIDA_ENTRY_PLEDGED, nida_date_new_day (2024, 3, 5), 1000, "Noura");
  text = nida_entry_to_text (entry);
  nida_items_put (items, nida_item_new (NIDA_ITEM_ENTRY, id, number, text));
}

static NidaMoney
ask_pledged (NidaLocalEngine *engine)
{
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (NidaCube) cube = NULL;

  query->measures = 1u << NIDA_MEASURE_PLEDGED;
  cube = nida_local_engine_query (engine, query, NULL);
  return nida_cube_get_total (cube)->values[NIDA_MEASURE_PLEDGED];
}

static void
build_scenes (Bench       *self,
              NidaBoard   *board,
              NidaSources *sources,
              GPtrArray   *cubes)
{
  NidaChartContext context = { .language = self->language, .measurer = self->measurer, .width = 648, .height = 356, .scale = 1,
                               .colors = sources->colors, .sources = (const char * const *) sources->names, .as_of = sources->as_of };
  GPtrArray *lists[] = { board->cards, board->charts };
  guint next = 0;

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; i < lists[l]->len; i++)
      {
        g_autoptr (GPtrArray) queries = nida_chart_spec_queries (g_ptr_array_index (lists[l], i)), own = g_ptr_array_new ();
        g_autoptr (NidaScene) scene = NULL;

        for (guint q = 0; q < queries->len; q++)
          g_ptr_array_add (own, g_ptr_array_index (cubes, next++));
        scene = nida_chart_build (g_ptr_array_index (lists[l], i), own, &context);
      }
}

static GPtrArray *
board_queries (NidaBoard *board)
{
  GPtrArray *queries = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_query_unref);
  GPtrArray *lists[] = { board->cards, board->charts };

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; i < lists[l]->len; i++)
      {
        g_autoptr (GPtrArray) asked = nida_chart_spec_queries (g_ptr_array_index (lists[l], i));

        for (guint q = 0; q < asked->len; q++)
          g_ptr_array_add (queries, nida_query_ref (g_ptr_array_index (asked, q)));
      }
  return queries;
}

/* From the entries to the pictures. */
static void
show (Bench       *self,
      NidaDataset *base,
      NidaItems   *items,
      guint        round)
{
  gint64 at[N_STEPS + 1] = { g_get_monotonic_time () };
  g_autoptr (NidaLedger) ledger = nida_ledger_new (items, NULL);
  g_autoptr (NidaDataset) dataset = nida_ledger_append (ledger, base, NULL);
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaSources) sources = NULL;
  g_autoptr (NidaBoard) board = NULL;
  g_autoptr (GPtrArray) queries = NULL, cubes = NULL;

  at[STEP_ROWS + 1] = g_get_monotonic_time ();
  sources = nida_sources_new (dataset, self->language);
  nida_sources_pin_donors (sources, engine);
  at[STEP_SOURCES + 1] = g_get_monotonic_time ();
  board = nida_board_new_for (engine, self->language);
  nida_board_set_colors (board, sources->colors);
  at[STEP_BOARD + 1] = g_get_monotonic_time ();
  queries = board_queries (board);
  cubes = nida_local_engine_query_all (engine, queries, NULL);
  at[STEP_ANSWERS + 1] = g_get_monotonic_time ();
  build_scenes (self, board, sources, cubes);
  at[STEP_SCENES + 1] = g_get_monotonic_time ();
  for (guint step = 0; step < N_STEPS; step++)
    self->times[step][round] = at[step + 1] - at[step];
  self->times[N_STEPS][round] = at[N_STEPS] - at[0];
  self->pledged = ask_pledged (engine);
}

/* --- a show --- */

static void
fill (const NidaChartSpec *spec,
      NidaChartContext    *context,
      gpointer             data)
{
  nida_sources_fill (data, spec, context);
}

static NidaSources *
get_sources (NidaLanguage *language,
             gpointer      data)
{
  return data;
}

/* What a show does on a thread when it begins. */
static void
warm (Bench       *self,
      NidaDataset *base)
{
  g_autoptr (NidaDatasetBuilder) nothing = nida_dataset_builder_new ();
  g_autoptr (NidaDataset) dataset = nida_dataset_builder_append (nothing, base);
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);

  nida_sources_free (nida_sources_new (dataset, self->language));
  nida_slide_answers_unref (nida_slide_answers_ask (self->slide, engine, NULL));
}

static void
draw (Bench            *self,
      NidaDataset      *dataset,
      NidaSlideAnswers *answers)
{
  g_autoptr (NidaSources) sources = nida_sources_new (dataset, self->language);
  NidaSlideContext context = { .languages = { self->language, self->language }, .measurers = { self->measurer, self->measurer },
                               .width = 1920, .height = 1080, .fill = fill, .sources = get_sources, .fill_data = sources,
                               .number = 1, .n_slides = 1 };
  g_autoptr (NidaScene) scene = nida_slide_build (self->slide, answers, &context, NIDA_SLIDE_WHOLE);
}

/* As many charts of the board as a slide has room for, and its figures; it is on the screen before anybody pledges. */
static void
begin_show (Bench       *self,
            NidaDataset *base)
{
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (base);
  g_autoptr (NidaSources) sources = nida_sources_new (base, self->language);
  g_autoptr (NidaBoard) board = nida_board_new_for (engine, self->language);
  g_autoptr (NidaQuery) choices = nida_query_new ();
  g_autoptr (NidaSlideAnswers) answers = NULL;
  guint n_charts = MIN (board->charts->len, NIDA_SLIDE_MAX_CHARTS);
  GPtrArray *lists[] = { board->charts, board->cards };
  guint n[] = { n_charts, MIN (board->cards->len, NIDA_SLIDE_MAX_FIGURES) };

  nida_sources_pin_donors (sources, engine);
  self->colors = nida_color_map_ref (sources->colors);
  self->slide = nida_slide_new ();
  self->slide->build = NIDA_SLIDE_AT_ONCE;
  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; i < n[l]; i++)
      nida_slide_add (self->slide, g_ptr_array_index (lists[l], i), choices);
  answers = nida_slide_answers_ask (self->slide, engine, self->colors);
  draw (self, base, answers);
  warm (self, base);
}

/* From the entries to the slide that the audience sees. */
static void
project (Bench       *self,
         NidaDataset *base,
         NidaItems   *items,
         guint        round)
{
  gint64 at[N_PROJECTED + 1] = { g_get_monotonic_time () };
  g_autoptr (NidaLedger) ledger = nida_ledger_new (items, NULL);
  g_autoptr (NidaDataset) dataset = nida_ledger_append (ledger, base, NULL);
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaSlideAnswers) answers = NULL;

  at[PROJECTED_ROWS + 1] = g_get_monotonic_time ();
  answers = nida_slide_answers_ask (self->slide, engine, self->colors);
  at[PROJECTED_ANSWERS + 1] = g_get_monotonic_time ();
  draw (self, dataset, answers);
  at[PROJECTED_SCENE + 1] = g_get_monotonic_time ();
  for (guint step = 0; step < N_PROJECTED; step++)
    self->projected[step][round] = at[step + 1] - at[step];
  self->projected[N_PROJECTED][round] = at[N_PROJECTED] - at[0];
}

static void
print_projected (Bench *self)
{
  g_print ("a slide of %u charts and %u figures has it after %.1f ms (rows %.1f, answers %.1f, scene and sources %.1f)\n",
           self->slide->charts->len, self->slide->figures->len, median_ms (self->projected[N_PROJECTED]),
           median_ms (self->projected[PROJECTED_ROWS]), median_ms (self->projected[PROJECTED_ANSWERS]),
           median_ms (self->projected[PROJECTED_SCENE]));
}

int
main (int    argc,
      char **argv)
{
  NidaLoadOptions options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) base = nida_load ((const char * const *) argv + 1, &options, NULL, &error);
  g_autoptr (NidaItems) items = nida_items_new ();
  Bench bench = { .language = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF), .measurer = nida_pango_measurer_new (FALSE) };
  NidaMoney before;

  if (base == NULL)
    g_error ("%s", error->message);
  begin_show (&bench, base);
  pledge (items, 0);
  project (&bench, base, items, 0);
  g_print ("the first: %.1f ms; ", bench.projected[N_PROJECTED][0] / 1000.0);
  show (&bench, base, items, 0);
  for (guint round = 0; round < PLEDGES; round++)
    {
      before = bench.pledged;
      pledge (items, round + 1);
      project (&bench, base, items, round);
      show (&bench, base, items, round);
      if (bench.pledged - before != 1000000000 + (NidaMoney) round + 1)
        g_error ("The pledge is not in the total.");
    }
  g_print ("%u rows: a pledge is in every picture after %.1f ms (rows %.1f, sources %.1f, board %.1f, answers %.1f, scenes %.1f; "
           "medians of %d)\n",
           nida_dataset_get_n_rows (base), median_ms (bench.times[N_STEPS]), median_ms (bench.times[STEP_ROWS]),
           median_ms (bench.times[STEP_SOURCES]), median_ms (bench.times[STEP_BOARD]), median_ms (bench.times[STEP_ANSWERS]),
           median_ms (bench.times[STEP_SCENES]), PLEDGES);
  print_projected (&bench);
  nida_slide_free (bench.slide);
  nida_color_map_unref (bench.colors);
  g_object_unref (bench.language);
  g_object_unref (bench.measurer);
  return 0;
}
