/* new-window.c: a template makes a document about the data that are open, or about those that are opened next. */
#include "config.h"

#include "new-window.h"
#include "slide-list.h"
#include "ui-support.h"

#include <string.h>

static const char two_years[] =
  "kind,date,donor,category,appeal,currency,amount\n"
  "requirement,2023,,Food,Appeal 2023,USD,5000000\n"
  "requirement,2024,,Food,Appeal 2024,USD,3000000\n"
  "requirement,2024,,Health,Appeal 2024,USD,1000000\n"
  "paid,2023,Kuwait,Food,Appeal 2023,USD,700000\n"
  "paid,2024,Qatar,Health,Appeal 2024,USD,200000\n";

static NidaWindow *
choose (NidaWindow *parent,
        int         index)
{
  NidaNewWindow *chooser = NIDA_NEW_WINDOW (nida_new_window_new (ui_test_application (), parent));
  GtkListBox *list = nida_new_window_get_list (chooser);
  GListModel *toplevels = gtk_window_get_toplevels ();

  gtk_window_present (GTK_WINDOW (chooser));
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, index));
  for (guint i = g_list_model_get_n_items (toplevels); i-- > 0;)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (NIDA_IS_WINDOW (toplevel) && toplevel != GTK_WIDGET (parent))
        return NIDA_WINDOW (toplevel);
    }
  g_assert_not_reached ();
}

static gboolean
has_data (gpointer data)
{
  return nida_session_get_dataset (nida_window_get_session (data)) != NULL;
}

static void
test_open_data (void)
{
  g_autofree char *path = ui_test_write ("template.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path), *made = choose (window, 1);
  NidaSession *session = nida_window_get_session (made);

  g_assert_true (ui_test_wait (has_data, made));
  g_assert_cmpuint (nida_session_get_n_boards (session), ==, 2);
  g_assert_cmpstr (nida_session_get_board (session)->title, ==, "Overview");
  nida_session_show_board (session, 1);
  ui_test_run_for (200);
  g_assert_cmpuint (nida_session_get_n_charts (session), ==, 7);
  g_assert_cmpuint (nida_session_get_n_boards (nida_window_get_session (window)), ==, 1);
  ui_test_close (made);
  ui_test_close (window);
}

static gboolean
has_label (GtkWidget  *widget,
           const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_label (child, text))
      return TRUE;
  return FALSE;
}

static void
test_data_opened_next (void)
{
  g_autofree char *path = ui_test_write ("next.csv", ui_test_csv);
  NidaWindow *made = choose (NULL, 4);
  NidaSession *session = nida_window_get_session (made);

  g_assert_null (nida_session_get_dataset (session));
  g_assert_true (has_label (GTK_WIDGET (made), "The new document waits for its data"));
  g_assert_cmpuint (nida_items_get_n (nida_document_get_items (nida_session_get_document (session)), NIDA_ITEM_SLIDE), ==, 4);
  nida_window_open (made, (const char *[]) { path, NULL });
  g_assert_true (ui_test_wait (has_data, made));
  g_assert_cmpuint (nida_session_get_n_boards (session), ==, 2);
  g_assert_cmpuint (nida_items_get_n (nida_document_get_items (nida_session_get_document (session)), NIDA_ITEM_SLIDE), ==, 4);
  ui_test_close (made);
}

/* Slides of data that are read first, and of such as are opened next, ask of the year that the cards of the board are of. */
static void
test_one_year (void)
{
  g_autofree char *path = ui_test_write ("years.csv", two_years);
  NidaWindow *window = ui_test_open (path), *windows[] = { choose (window, 3), choose (NULL, 3) };

  nida_window_open (windows[1], (const char *[]) { path, NULL });
  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      NidaSession *session = nida_window_get_session (windows[i]);
      const NidaSlideChart *requirement, *gap;

      g_assert_true (ui_test_wait (has_data, windows[i]));
      g_assert_cmpstr (nida_session_get_board (session)->year, ==, "2024");
      requirement = nida_slide_list_get (nida_slide_list_of (session), 1)->figures->pdata[0];
      gap = nida_slide_list_get (nida_slide_list_of (session), 1)->figures->pdata[2];
      g_assert_true (nida_query_equal (requirement->spec->query, nida_session_get_chart (session, 0)->query));
      g_assert_true (nida_query_equal (gap->spec->query, nida_session_get_chart (session, 3)->query));
      g_assert_false (nida_session_can_undo (session));
      ui_test_close (windows[i]);
    }
  ui_test_close (window);
}

static NidaMoney
ask_figure (NidaSession *session,
            guint        slide)
{
  const NidaSlideChart *figure = nida_slide_list_get (nida_slide_list_of (session), slide)->figures->pdata[0];
  g_autoptr (NidaChartSpec) asked = nida_slide_chart_ask (figure);
  g_autoptr (NidaCube) cube = NULL;

  asked->query->measures = 1u << figure->spec->measure;
  cube = nida_local_engine_query (nida_session_get_engine (session), asked->query, NULL);
  return nida_cube_get_total (cube)->values[figure->spec->measure];
}

/* A donor that is chosen on the board which is shown first is the donor of the slides, and undo takes both back. */
static void
test_filter_reaches_slides (void)
{
  g_autofree char *path = ui_test_write ("donor.csv", two_years);
  NidaWindow *window = ui_test_open (path), *made = choose (window, 2);
  NidaSession *session = nida_window_get_session (made);

  g_assert_true (ui_test_wait (has_data, made));
  g_assert_nonnull (strstr (nida_window_get_toast (made), "Choose a donor"));
  g_assert_cmpint (ask_figure (session, 1), ==, 900000 * NIDA_MONEY_UNIT);
  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  g_assert_cmpint (ask_figure (session, 1), ==, 700000 * NIDA_MONEY_UNIT);
  nida_session_undo (session);
  g_assert_cmpint (ask_figure (session, 1), ==, 900000 * NIDA_MONEY_UNIT);
  ui_test_close (made);
  ui_test_close (window);
}

static void
test_empty (void)
{
  NidaWindow *made = choose (NULL, 0);

  g_assert_true (nida_window_is_empty (made));
  ui_test_close (made);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/new-window/about-the-data-that-are-open", test_open_data);
  g_test_add_func ("/new-window/about-the-data-opened-next", test_data_opened_next);
  g_test_add_func ("/new-window/needs-are-of-the-year-of-the-board", test_one_year);
  g_test_add_func ("/new-window/filter-reaches-the-slides", test_filter_reaches_slides);
  g_test_add_func ("/new-window/empty", test_empty);
  return g_test_run ();
}
