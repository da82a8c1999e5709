/* session-slides.c: slides follow the boards of the session, each in the same step. */
#include "config.h"

#include "slide-list.h"
#include "spec-text.h"
#include "ui-support.h"

static NidaSession *
open_session (void)
{
  g_autofree char *path = ui_test_write ("follow.csv", ui_test_csv);
  NidaSession *session = ui_test_open_session (path);

  return session;
}

static const NidaSlideChart *
chart_of (NidaSession *session)
{
  return nida_slide_list_get (nida_slide_list_of (session), 0)->charts->pdata[0];
}

/* A slide of the last chart of @board. */
static void
add_slide (NidaSession *session,
           guint        board)
{
  g_autoptr (NidaArrangement) charts = nida_session_dup_board_charts (session, board);
  g_autoptr (NidaSlide) slide = nida_slide_new ();
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (nida_session_put_on_slide (session, board, nida_arrangement_get_n (charts) - 1, slide, &error));
  g_assert_no_error (error);
  g_assert_null (nida_session_put_on_slide (session, board, 1000, slide, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  nida_slide_list_add (nida_slide_list_of (session), slide);
}

/* The board that nobody changed is in the document with the slide that follows it. */
static void
test_filters (void)
{
  g_autoptr (NidaSession) session = open_session ();
  NidaItems *items = nida_document_get_items (nida_session_get_document (session));

  add_slide (session, 0);
  g_assert_cmpuint (nida_session_find_board (session, chart_of (session)->board), ==, 0);
  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  g_assert_cmpuint (nida_query_get_n_filters (chart_of (session)->choices), ==, 1);
  nida_session_undo (session);
  g_assert_cmpuint (nida_query_get_n_filters (chart_of (session)->choices), ==, 0);
  g_assert_false (nida_filter_set_has (nida_session_get_filters (session), NIDA_FIELD_DONOR, "Kuwait"));
  nida_session_undo (session);
  g_assert_cmpuint (nida_items_get_n (items, NIDA_ITEM_BOARD), ==, 0);
  g_assert_cmpuint (nida_items_get_n (items, NIDA_ITEM_SLIDE), ==, 0);
  g_assert_cmpuint (nida_session_get_n_boards (session), ==, 1);
}

static void
test_charts (void)
{
  g_autoptr (NidaSession) session = open_session ();
  guint last = nida_session_get_n_charts (session) - 1;
  g_autoptr (NidaChartSpec) edited = nida_chart_spec_copy (nida_session_get_chart (session, last));

  add_slide (session, 0);
  edited->title = g_strdup ("Ours");
  nida_session_replace_chart (session, last, edited);
  g_assert_cmpstr (chart_of (session)->spec->title, ==, "Ours");
  nida_session_move_chart (session, last, last - 1);
  g_assert_cmpuint (chart_of (session)->index, ==, last - 1);
  nida_session_remove_chart (session, last - 1);
  g_assert_cmpstr (chart_of (session)->spec->title, ==, "Ours");
  g_assert_false (chart_of (session)->follows);
  nida_session_undo (session);
  g_assert_true (chart_of (session)->follows);
  nida_session_reset_board (session);
  g_assert_null (chart_of (session)->spec->title);
}

/* Of a board that is not shown; what is chosen on the one that is shown does not reach it. */
static void
test_boards (void)
{
  g_autoptr (NidaSession) session = open_session ();

  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  nida_session_add_board (session);
  add_slide (session, 0);
  g_assert_cmpuint (nida_query_get_n_filters (chart_of (session)->choices), ==, 1);
  g_assert_cmpuint (nida_session_find_board (session, chart_of (session)->board), ==, 0);
  nida_session_set_value (session, NIDA_FIELD_DONOR, "Qatar", TRUE);
  g_assert_cmpuint (nida_query_get_n_filters (chart_of (session)->choices), ==, 1);
  nida_session_show_board (session, 0);
  nida_session_remove_board (session);
  g_assert_false (chart_of (session)->follows);
  g_assert_cmpuint (nida_query_get_n_filters (chart_of (session)->choices), ==, 1);
  nida_session_undo (session);
  g_assert_true (chart_of (session)->follows);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static gboolean
is_once (gpointer n)
{
  return *(guint *) n > 0;
}

static void
test_no_room (void)
{
  g_autoptr (NidaSession) session = open_session ();
  g_autoptr (NidaSlide) slide = nida_slide_new ();
  g_autoptr (GError) error = NULL;
  guint last = nida_session_get_n_charts (session) - 1;

  for (guint i = 0; i < NIDA_SLIDE_MAX_CHARTS; i++)
    g_assert_nonnull (nida_session_put_on_slide (session, 0, last, slide, NULL));
  g_assert_null (nida_session_put_on_slide (session, 0, last, slide, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

static void
test_newer_board (void)
{
  g_autoptr (NidaSession) session = open_session ();
  g_autoptr (NidaSlide) slide = nida_slide_new ();
  g_autoptr (GError) error = NULL;
  NidaDocument *document = nida_session_get_document (session);

  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  nida_document_begin (document, "Newer", NULL);
  nida_document_set (document, NIDA_ITEM_BOARD, "zzz", "[board]\nversion=999\n");
  nida_document_end (document);
  g_assert_null (nida_session_put_on_slide (session, 1, 0, slide, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
}

/* Data of another year compose another board, and a slide that follows it goes along at once, as no step of anybody. */
static void
test_recomposed (void)
{
  static const char first[] = "kind,date,donor,category,recipient,appeal,currency,amount\n"
                              "requirement,2023,,Food,Syria,Appeal 2023,USD,9000000\npaid,2023,Kuwait,Food,Syria,Appeal 2023,USD,4000000\n"
                              "requirement,2024,,Food,Syria,Appeal 2024,USD,9000000\npaid,2024,Kuwait,Food,Syria,Appeal 2024,USD,4000000\n";
  g_autofree char *second = g_strconcat (first, "requirement,2026,,Food,Syria,Appeal 2026,USD,9000000\n"
                                         "paid,2026,Kuwait,Food,Syria,Appeal 2026,USD,5000000\n", NULL);
  g_autofree char *path = ui_test_write ("years.csv", first);
  g_autoptr (NidaSession) session = nida_session_new ();
  g_autoptr (NidaSlide) slide = nida_slide_new ();
  guint place = 0, opened = 0;
  g_autoptr (NidaChartSpec) before = NULL;
  const NidaChartSpec *now;

  nida_session_open (session, (const char *[]) { path, NULL });
  g_assert_true (ui_test_wait (ui_test_is_opened, session));
  g_assert_nonnull (nida_session_put_on_slide (session, 0, place, slide, NULL));
  nida_slide_list_add (nida_slide_list_of (session), slide);
  before = nida_chart_spec_copy (nida_session_get_chart (session, place));
  g_signal_connect_swapped (session, "opened", G_CALLBACK (count_cb), &opened);
  ui_test_rewrite (path, second);
  nida_session_reload (session);
  g_assert_true (ui_test_wait (is_once, &opened));
  now = nida_session_get_chart (session, place);
  g_assert_false (nida_chart_spec_equal (before, now));
  g_assert_true (nida_chart_spec_equal (((NidaSlideChart *) nida_slide_list_get (nida_slide_list_of (session), 0)->figures->pdata[0])->spec, now));
  g_assert_cmpstr (nida_document_get_undo_name (nida_session_get_document (session)), ==, "New Slide");
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/session-slides/what-is-chosen-reaches-slides-and-is-undone-with-it", test_filters);
  g_test_add_func ("/session-slides/a-chart-that-is-edited-moved-removed", test_charts);
  g_test_add_func ("/session-slides/of-a-board-that-is-not-shown", test_boards);
  g_test_add_func ("/session-slides/a-full-slide-is-told", test_no_room);
  g_test_add_func ("/session-slides/a-board-of-a-newer-version-is-told", test_newer_board);
  g_test_add_func ("/session-slides/a-board-composed-anew-is-followed-at-once", test_recomposed);
  return g_test_run ();
}
