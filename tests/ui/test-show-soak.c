/* A long show of show-slides.c and show-run.c: real slides over real data and a server that answers and fails by turns. What it
 * needs of memory does not grow. */
#include "config.h"

#include "http-server.h"
#include "look.h"
#include "present-actions.h"
#include "ui-support.h"

#include <malloc.h>
#include <unistd.h>

#define WARM_UP      60
#define ROUNDS      300
#define REAL_ROUNDS 180      /* each reads some megabytes */
#define PERIOD       24      /* rounds after which all is as it was: a multiple of those of commands and of answers */
#define MOST_HELD   0.03
#define MOST_GROWTH 0.20      /* of what is resident, which has holes of all that was freed between what is held */

/* Bytes that somebody holds. */
static double
held (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return (double) info.uordblks + (double) info.hblkhd;
}

/* Bytes that are resident: also those that no allocator of ours knows. What was freed is given back first, since it is not ours. */
static double
resident (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;

  malloc_trim (0);
  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  words = g_strsplit (text, " ", 3);
  return g_ascii_strtod (words[1], NULL) * (double) sysconf (_SC_PAGESIZE);
}

static gboolean
is_idle (gpointer session)
{
  return !nida_session_is_loading (session);
}

static gboolean
is_drawn (gpointer data)
{
  return nida_chart_canvas_get_scene (nida_audience_window_get_canvas (nida_show_run_get_audience (nida_show_run_get_current ()))) != NULL;
}

/* Every third answer is none, the others have one row more than the last. */
static void
play_round (NidaHttpServer *server,
            NidaSession    *session,
            NidaShow       *show,
            guint           round)
{
  static const NidaShowCommand commands[] = { NIDA_SHOW_NEXT, NIDA_SHOW_TOGGLE_LANGUAGE, NIDA_SHOW_NEXT, NIDA_SHOW_PREVIOUS, NIDA_SHOW_REFRESH,
                                              NIDA_SHOW_TOGGLE_OVERVIEW, NIDA_SHOW_BACK, NIDA_SHOW_FIRST };
  g_autofree char *body = g_strdup_printf ("%spaid,2024,Oman,عمان,Food,الغذاء,Appeal 2024,,USD,%u,a\n", ui_test_csv, 1000 + round);

  nida_http_server_set_body (server, round % 3 == 2 ? "<html>no data today</html>" : body);
  nida_session_reload (session);
  g_assert_true (ui_test_wait (is_idle, session));
  nida_show_run (show, commands[round % G_N_ELEMENTS (commands)]);
  nida_show_prepare (show, 300, 300);
  if (nida_show_begin_stroke (show, 100, 200))
    nida_show_pull_stroke (show, 400, 300);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* The least of several moments in each half: one falls between two pictures, another into the middle of a reading's leavings. */
typedef struct { double held[2], resident[2]; } Least;

static void
look (Least    *least,
      gboolean  second)
{
  least->held[second] = MIN (least->held[second], held ());
  least->resident[second] = MIN (least->resident[second], resident ());
}

/* Over a server's rows, and @files beside them. */
static void
play (char * const *files,
      guint         rounds)
{
  NidaHttpServer *server = nida_http_server_new (ui_test_csv);
  g_autofree char *uri = nida_http_server_dup_uri (server, "/plain/data.csv");
  const char *inputs[] = { uri, files[0], files[1], NULL };
  NidaWindow *window;
  NidaSession *session;
  NidaShow *show;
  Least least = { { G_MAXDOUBLE, G_MAXDOUBLE }, { G_MAXDOUBLE, G_MAXDOUBLE } };

  window = ui_test_open (uri);
  session = nida_window_get_session (window);
  nida_window_open (window, inputs);
  g_assert_true (ui_test_wait (is_idle, session));
  ui_test_wait_drawn (window);
  show = nida_show_run_get_show (nida_present_begin (window, NULL, FALSE));
  g_assert_true (ui_test_wait (is_drawn, NULL));
  for (guint round = 0; round < rounds; round++)
    {
      play_round (server, session, show, round);
      if (round % PERIOD == 0 && round >= WARM_UP)
        look (&least, round >= (WARM_UP + rounds) / 2);
    }
  g_test_message ("held %.1f MB in the first half, %.1f MB in the second; resident %.1f MB and %.1f MB", least.held[0] / 1e6,
                  least.held[1] / 1e6, least.resident[0] / 1e6, least.resident[1] / 1e6);
  g_assert_cmpfloat (least.held[1], <, least.held[0] * (1 + MOST_HELD));
  g_assert_cmpfloat (least.resident[1], <, least.resident[0] * (1 + MOST_GROWTH));
  nida_show_run_end (nida_show_run_get_current ());
  ui_test_close (window);
  nida_http_server_free (server);
}

static void
test_sample (void)
{
  g_autofree char *sample = g_build_filename (g_getenv ("NIDA_SAMPLES_DIR"), "kuwait-to-iom.csv", NULL);

  play ((char *[]) { sample, NULL }, ROUNDS);
}

/* All appeals of the world, and what was given to them. */
static void
test_real (void)
{
  const char *folder = g_getenv ("NIDA_TEST_DATA");
  g_autofree char *needs = g_build_filename (folder != NULL ? folder : ".", "fts", "fts_requirements_funding_global.csv", NULL);
  g_autofree char *flows = g_build_filename (folder != NULL ? folder : ".", "fts", "fts_incoming_funding_global.csv", NULL);

  if (!g_file_test (needs, G_FILE_TEST_EXISTS) || !g_file_test (flows, G_FILE_TEST_EXISTS))
    {
      g_test_message ("THE REAL FILE %s OR %s IS ABSENT: no show was played over them", needs, flows);
      g_test_skip ("a real file is absent");
      return;
    }
  play ((char *[]) { needs, flows }, REAL_ROUNDS);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/show-soak/a-long-show-needs-no-more-memory", test_sample);
  g_test_add_func ("/show-soak/nor-over-real-files", test_real);
  return g_test_run ();
}
