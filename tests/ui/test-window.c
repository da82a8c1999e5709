/* The window as a person uses it: open, filter, switch the language and back, read again, see what went wrong. */
#include "config.h"

#include "board-view.h"
#include "document-file.h"
#include "document-sources.h"
#include "entry-window.h"
#include "filter-chips.h"
#include "look.h"
#include "ui-support.h"
#include "view.h"
#include "window.h"

#include <string.h>

static guint
count_type (GtkWidget *widget,
            GType      type,
            const char *css_class)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (widget), type) && (css_class == NULL || gtk_widget_has_css_class (widget, css_class));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_type (child, type, css_class);
  return n;
}

static GtkWidget *
find_type (GtkWidget  *widget,
           GType       type,
           const char *css_class)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (css_class == NULL || gtk_widget_has_css_class (widget, css_class)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type, css_class);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static guint
n_chips (NidaWindow *window)
{
  return count_type (GTK_WIDGET (window), GTK_TYPE_BUTTON, "nida-chip");
}

static void
test_open_shows_board (void)
{
  g_autofree char *path = ui_test_write ("open.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaBoardView *board = nida_workspace_get_board (nida_window_get_workspace (window));

  g_assert_cmpuint (nida_board_view_get_n_views (board), >=, 7);
  g_assert_cmpuint (n_chips (window), ==, 0);
  g_assert_null (nida_window_get_toast (window));
  ui_test_close (window);
}

/* A person took all cards from the board, and opens the document again. */
static void
test_open_board_without_cards (void)
{
  g_autofree char *data = ui_test_write ("cards.csv", ui_test_csv), *path = ui_test_write ("cards.nida", "");
  g_autoptr (NidaDocument) document = nida_document_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (NidaArrangement) empty = nida_arrangement_new (none, none), one = NULL;
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_COVERAGE);
  g_autoptr (NidaFilterSet) filters = nida_filter_set_new ();
  g_autoptr (NidaView) view = NULL;
  g_autofree char *text = NULL;
  NidaWindow *window;

  one = nida_arrangement_add (empty, 0, spec);
  nida_filter_set_set_arrangement (filters, one);
  view = nida_view_new (filters, "No cards", NULL);
  text = nida_view_to_text (view);
  nida_document_set_sources (document, (const char *[]) { data, NULL });
  nida_document_begin (document, "New Board", NULL);
  nida_document_set (document, NIDA_ITEM_BOARD, "a", text);
  nida_document_end (document);
  g_assert_true (nida_document_save_as (document, path, NULL));
  g_clear_object (&document);
  window = ui_test_open (path);
  g_assert_cmpuint (nida_board_view_get_n_views (nida_workspace_get_board (nida_window_get_workspace (window))), ==, 1);
  g_assert_nonnull (ui_test_find_chart (window, NIDA_CHART_COVERAGE));
  ui_test_close (window);
}

static void
test_chip_removes (void)
{
  g_autofree char *path = ui_test_write ("chip.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);

  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  nida_session_set_range (session, nida_date_new_year (2022), nida_date_new_year (2023));
  g_assert_cmpuint (n_chips (window), ==, 2);
  g_signal_emit_by_name (find_type (GTK_WIDGET (window), GTK_TYPE_BUTTON, "nida-chip"), "clicked");
  g_assert_cmpuint (n_chips (window), ==, 1);
  g_signal_emit_by_name (find_type (GTK_WIDGET (window), GTK_TYPE_BUTTON, "nida-chip"), "clicked");
  g_assert_cmpuint (n_chips (window), ==, 0);
  g_assert_true (nida_filter_set_is_empty (nida_session_get_filters (session)));
  ui_test_close (window);
}

static void
test_language_and_back (void)
{
  g_autofree char *path = ui_test_write ("language.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  g_autofree char *english = NULL;

  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  gtk_stack_set_visible_child_name (nida_workspace_get_stack (nida_window_get_workspace (window)), "report");
  ui_test_run_for (100);
  english = g_strdup (nida_session_get_board (session)->title);
  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (window)), ==, GTK_TEXT_DIR_LTR);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.language", NULL));
  ui_test_run_for (200);
  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (window)), ==, GTK_TEXT_DIR_RTL);
  g_assert_true (nida_filter_set_has (nida_session_get_filters (session), NIDA_FIELD_DONOR, "Kuwait"));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (nida_workspace_get_stack (nida_window_get_workspace (window))), ==, "report");
  g_assert_cmpuint (n_chips (window), ==, 1);

  gtk_stack_set_visible_child_name (nida_workspace_get_stack (nida_window_get_workspace (window)), "board");
  ui_test_wait_drawn (window);
  g_assert_true (nida_scene_is_rtl (nida_chart_view_get_scene (ui_test_find_chart (window, NIDA_N_CHARTS))));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.language", NULL));
  ui_test_run_for (200);
  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (window)), ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpstr (nida_session_get_board (session)->title, ==, english);
  g_assert_true (nida_filter_set_has (nida_session_get_filters (session), NIDA_FIELD_DONOR, "Kuwait"));
  ui_test_close (window);
}

static void
test_maximise_and_back (void)
{
  g_autofree char *path = ui_test_write ("maximise.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaBoardView *board = nida_workspace_get_board (nida_window_get_workspace (window));
  NidaChartView *chart = ui_test_find_chart (window, NIDA_N_CHARTS);
  double before = nida_scene_get_width (nida_chart_view_get_scene (chart));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (chart), "chart.maximise", NULL));
  ui_test_run_for (200);
  g_assert_true (nida_board_view_get_alone (board) == chart);
  g_assert_cmpfloat (nida_scene_get_width (nida_chart_view_get_scene (chart)), >, before);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.restore", NULL));
  ui_test_run_for (200);
  g_assert_null (nida_board_view_get_alone (board));
  g_assert_cmpfloat (nida_scene_get_width (nida_chart_view_get_scene (chart)), ==, before);
  ui_test_close (window);
}

static gboolean
has_toast (gpointer window)
{
  return nida_window_get_toast (window) != NULL;
}

static void
test_broken_file_says_why (void)
{
  g_autofree char *path = ui_test_write ("good.csv", ui_test_csv);
  g_autofree char *broken = ui_test_write ("bad.json", "{\"status\": \"ok\", \"data\": {\"flows\": [");
  const char *inputs[] = { broken, NULL };
  NidaWindow *window = ui_test_open (path);

  nida_window_open (window, inputs);
  g_assert_true (ui_test_wait (has_toast, window));
  g_assert_cmpuint (nida_dataset_get_n_rows (nida_session_get_dataset (nida_window_get_session (window))), ==, 6);
  g_assert_nonnull (nida_window_get_workspace (window));
  ui_test_close (window);
}

static gboolean
has_seven (gpointer window)
{
  return nida_dataset_get_n_rows (nida_session_get_dataset (nida_window_get_session (window))) == 7;
}

static void
test_changed_file_is_shown (void)
{
  g_autofree char *path = ui_test_write ("watched.csv", ui_test_csv);
  g_autofree char *more = g_strconcat (ui_test_csv, "paid,2024,Kuwait,الكويت,Food,الغذاء,Appeal 2024,,USD,50000,a\n", NULL);
  NidaWindow *window = ui_test_open (path);
  NidaScene *before = g_object_ref (nida_chart_view_get_scene (ui_test_find_chart (window, NIDA_N_CHARTS)));

  nida_session_set_value (nida_window_get_session (window), NIDA_FIELD_KIND, "paid", TRUE);
  ui_test_rewrite (path, more);
  g_assert_true (ui_test_wait (has_seven, window));
  ui_test_run_for (200);
  g_assert_cmpuint (n_chips (window), ==, 1);
  g_assert_true (nida_chart_view_get_scene (ui_test_find_chart (window, NIDA_N_CHARTS)) != before);
  g_object_unref (before);
  ui_test_close (window);
}

static void
test_settings_are_live (void)
{
  GSettings *settings = nida_look_get_settings (nida_look_get ());
  g_autofree char *path = ui_test_write ("settings.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  static const char * const themes[] = { "dark", "contrast", "light", "auto" };

  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      g_settings_set_string (settings, "theme", themes[i]);
      ui_test_run_for (100);
    }
  g_settings_set_string (settings, "digits", "arab");
  ui_test_run_for (100);
  g_settings_set_string (settings, "time-direction", "rtl");
  ui_test_run_for (100);
  g_assert_cmpint (nida_look_get_time_direction (nida_look_get ()), ==, NIDA_TIME_RTL);
  g_settings_reset (settings, "digits");
  g_settings_reset (settings, "time-direction");
  ui_test_wait_drawn (window);
  ui_test_close (window);
}

static void
test_sizes_without_warnings (void)
{
  static const int sizes[][2] = { { 800, 600 }, { 640, 480 }, { 1000, 500 }, { 1920, 1080 }, { 820, 900 }, { 1440, 900 } };
  g_autofree char *path = ui_test_write ("sizes.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (window), sizes[i][0], sizes[i][1]);
      ui_test_run_for (120);
      ui_test_wait_drawn (window);
    }
  ui_test_close (window);
}

/* The first label under @widget that is shown, but not wholly. */
static GtkWidget *
find_cut (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_cut (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_image (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_IMAGE (widget) && gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = GTK_IS_WINDOW_CONTROLS (child) ? NULL : find_image (child);
  return found;
}

/* The pages of the window are named, not cut, whatever the language, and its icons are as large as its letters. */
static void
test_large_pages (void)
{
  static const char * const pages[] = { "table", "report", "slides", "ledger", "board" };
  g_autofree char *path = ui_test_write ("pages.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  int dpi;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 800, 600);
  for (guint language = 0; language < 2; language++)
    {
      GtkWidget *header;
      int icon;

      ui_test_run_for (200);
      ui_test_wait_drawn (window);
      header = gtk_window_get_titlebar (GTK_WINDOW (window));
      g_assert_true (gtk_widget_get_mapped (header));
      g_assert_cmpint (gtk_widget_get_width (header), <=, 800);
      g_assert_null (find_cut (header));
      gtk_widget_measure (find_image (header), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &icon, NULL, NULL);
      g_assert_cmpint (icon, >=, 26);
      /* the longest of the names of pages is no wider than the window either */
      for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
        {
          int least;

          gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", pages[i]);
          ui_test_run_for (100);
          gtk_widget_measure (header, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
          g_assert_cmpint (least, <=, 780);
        }
      gtk_widget_activate_action (GTK_WIDGET (window), "win.language", NULL);
    }
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
  ui_test_close (window);
}

static void
test_large_text (void)
{
  static const int sizes[][2] = { { 800, 600 }, { 1440, 900 } };
  g_autofree char *path = ui_test_write ("large.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaScene *scene;
  int dpi, least;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (window), sizes[i][0], sizes[i][1]);
      ui_test_run_for (200);
      ui_test_wait_drawn (window);
      scene = nida_chart_view_get_scene (ui_test_find_chart (window, NIDA_N_CHARTS));
      g_assert_cmpfloat (nida_scene_get_scale (scene), ==, 2.0);
    }
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 800);
  if (g_getenv ("NIDA_TEST_SHOT") != NULL)
    g_assert_true (g_spawn_command_line_sync (g_getenv ("NIDA_TEST_SHOT"), NULL, NULL, NULL, NULL));
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
  ui_test_close (window);
}

static gboolean
has_named_chip (gpointer window)
{
  GtkWidget *chip = find_type (window, GTK_TYPE_BUTTON, "nida-chip");
  GtkWidget *label = chip != NULL ? find_type (chip, GTK_TYPE_LABEL, NULL) : NULL;

  return label != NULL && strstr (gtk_label_get_text (GTK_LABEL (label)), "Friends") != NULL;
}

/* Two long selections that begin alike are told apart by their names. */
static void
test_chip_has_the_name (void)
{
  g_autofree char *path = ui_test_write ("named.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaMark *kuwait = nida_mark_new ("", "", "", 0);

  nida_mark_add_filter (kuwait, NIDA_FIELD_DONOR, "Kuwait");
  nida_linked_set_brush (nida_session_get_linked (session), NIDA_LINKED_NO_CHART, nida_brush_toggle (NULL, kuwait));
  g_assert_true (nida_selections_keep (nida_session_get_selections (session), "Friends",
                                       nida_linked_get_brush (nida_session_get_linked (session))));
  g_assert_true (ui_test_wait (has_named_chip, window));
  nida_mark_free (kuwait);
  ui_test_close (window);
}

static gboolean
is_narrow (gpointer split)
{
  return nida_split_view_is_narrow (split);
}

static gboolean
is_wide (gpointer split)
{
  return !nida_split_view_is_narrow (split);
}

/* What is shown in a wide window must not keep it from becoming narrow; there no lines lie over others. */
static void
test_becomes_narrow (void)
{
  g_autofree char *path = ui_test_write ("narrow.csv",
                                         "kind,date,donor,appeal,currency,amount,source\n"
                                         "requirement,2024,,Needs and response plan of a country with a long name 2024,USD,1000,a\n"
                                         "paid,2024,Kuwait,Needs and response plan of a country with a long name 2024,USD,300,a\n");
  NidaWindow *window = ui_test_open (path);
  NidaSplitView *split = nida_workspace_get_split (nida_window_get_workspace (window));
  GtkWidget *board = GTK_WIDGET (nida_workspace_get_board (nida_window_get_workspace (window)));
  GtkWidget *title = find_type (board, GTK_TYPE_LABEL, "nida-page-title"), *subtitle = find_type (board, GTK_TYPE_LABEL, "nida-subtitle");
  graphene_rect_t above, below;
  int least;

  g_assert_true (ui_test_wait (is_wide, split));
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), least, 600);
  g_assert_true (ui_test_wait (is_narrow, split));
  gtk_window_set_default_size (GTK_WINDOW (window), 800, 600);
  ui_test_run_for (100);
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 800);
  g_assert_true (gtk_widget_compute_bounds (title, board, &above));
  g_assert_true (gtk_widget_compute_bounds (subtitle, board, &below));
  g_assert_cmpfloat (above.origin.y + above.size.height, <=, below.origin.y);
  ui_test_close (window);
}

/* Charts grow into the room below them, by half at most, and none leaves the board. */
static void
test_tall_window_is_filled (void)
{
  g_autofree char *path = ui_test_write ("tall.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaBoardView *board = nida_workspace_get_board (nida_window_get_workspace (window));
  GtkWidget *last = GTK_WIDGET (nida_board_view_get_view (board, nida_board_view_get_n_views (board) - 1));
  GtkWidget *grid = gtk_widget_get_parent (last);
  graphene_rect_t before, after;

  ui_test_wait_drawn (window);
  gtk_widget_allocate (grid, 1400, 500, -1, NULL);
  g_assert_true (gtk_widget_compute_bounds (last, grid, &before));
  gtk_widget_allocate (grid, 1400, 2400, -1, NULL);
  g_assert_true (gtk_widget_compute_bounds (last, grid, &after));
  g_assert_cmpfloat_with_epsilon (after.size.height, before.size.height * 1.5, 2);
  g_assert_cmpfloat (after.origin.y + after.size.height, <=, 2400);
  ui_test_close (window);
}

static void
test_start_page_two_clicks (void)
{
  g_autofree char *path = ui_test_write ("start.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.start", NULL));
  ui_test_run_for (100);
  g_assert_null (nida_window_get_workspace (window));
  if (find_type (GTK_WIDGET (window), GTK_TYPE_BUTTON, "nida-sample") == NULL)
    {
      g_test_skip ("the samples are not there: NIDA_SAMPLES_DIR");
      ui_test_close (window);
      return;
    }
  g_signal_emit_by_name (find_type (GTK_WIDGET (window), GTK_TYPE_BUTTON, "nida-sample"), "clicked");
  ui_test_run_for (1000);
  g_assert_nonnull (nida_window_get_workspace (window));
  ui_test_close (window);
}

static GtkWidget *
find_button_of_action (GtkWidget  *widget,
                       const char *action)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button_of_action (child, action);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A desk that has no file, only what a minister said, begins with its own figures. */
static void
test_start_page_own_figures (void)
{
  g_autofree char *path = ui_test_write ("start.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  GListModel *toplevels = gtk_window_get_toplevels ();
  gboolean opened = FALSE;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.start", NULL));
  ui_test_run_for (100);
  g_signal_emit_by_name (find_button_of_action (GTK_WIDGET (window), "win.add-entry"), "clicked");
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (!NIDA_IS_ENTRY_WINDOW (toplevel))
        continue;
      g_assert_true (gtk_window_get_transient_for (toplevel) == GTK_WINDOW (window));
      opened = TRUE;
    }
  g_assert_true (opened);
  ui_test_close (window);
}

/* --- opening what is dropped, and what cannot be opened --- */

static GtkDropTarget *
find_drop_target (NidaWindow *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  return NULL;
}

static gboolean
has_board (gpointer window)
{
  return nida_window_get_workspace (window) != NULL;
}

static void
test_dropped_file_opens (void)
{
  g_autofree char *path = ui_test_write ("dropped.csv", ui_test_csv);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  NidaWindow *window = nida_window_new (ui_test_application (), NULL);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  gtk_window_present (GTK_WINDOW (window));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, g_slist_append (NULL, g_object_ref (file)));
  g_signal_emit_by_name (find_drop_target (window), "drop", &value, 0.0, 0.0, &taken);
  g_assert_true (taken);
  g_assert_true (ui_test_wait (has_board, window));
  ui_test_close (window);
}

static void
test_dropped_words_do_not_open (void)
{
  NidaWindow *window = nida_window_new (ui_test_application (), NULL);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = TRUE;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, "Kuwait gave 5 million");
  g_signal_emit_by_name (find_drop_target (window), "drop", &value, 0.0, 0.0, &taken);
  g_assert_false (taken);
  ui_test_close (window);
}

static void
test_failed_address_stays (void)
{
  NidaWindow *window = nida_window_new (ui_test_application (), NULL);
  GtkWidget *entry;

  gtk_window_present (GTK_WINDOW (window));
  entry = find_type (GTK_WIDGET (window), GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "http://127.0.0.1:1/none.csv");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (ui_test_wait (has_toast, window));
  g_assert_true (find_type (GTK_WIDGET (window), GTK_TYPE_ENTRY, NULL) == entry);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "http://127.0.0.1:1/none.csv");
  ui_test_close (window);
}

/* --- what a screen reader is told --- */

static gboolean
is_named (GtkWidget *widget)
{
  const char *text = GTK_IS_BUTTON (widget) ? gtk_button_get_label (GTK_BUTTON (widget)) : NULL;

  if (text != NULL || gtk_widget_get_tooltip_text (widget) != NULL
      || gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
      || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return TRUE;
  return GTK_IS_BUTTON (widget) && find_type (widget, GTK_TYPE_LABEL, NULL) != NULL;
}

/* The button inside a menu button takes its name. */
static void
check_names (GtkWidget *widget)
{
  gboolean asks = (GTK_IS_BUTTON (widget) && !GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)))
               || GTK_IS_EXPANDER (widget) || GTK_IS_LIST_VIEW (widget);

  if (asks && !is_named (widget))
    g_test_message ("a %s in a %s has no name", G_OBJECT_TYPE_NAME (widget), G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
  g_assert_true (!asks || is_named (widget));
  if (NIDA_IS_CHART_CANVAS (widget))
    {
      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_ROLE_IMG);
      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL));
      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_names (child);
}

static void
test_everything_has_a_name (void)
{
  g_autofree char *path = ui_test_write ("names.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);

  ui_test_wait_drawn (window);
  check_names (GTK_WIDGET (window));
  ui_test_close (window);
}

/* The stack changes its page as its pages go: nothing is made then, and nobody is asked who has gone (a warning ends the test). */
static void
test_closed_on_any_page (void)
{
  g_autofree char *path = ui_test_write ("closed.csv", ui_test_csv);
  guint n = 1;

  for (guint i = 0; i < n; i++)
    {
      NidaWindow *window = ui_test_open (path);
      GtkStack *stack = nida_workspace_get_stack (nida_window_get_workspace (window));
      g_autoptr (GListModel) pages = G_LIST_MODEL (gtk_stack_get_pages (stack));
      g_autoptr (GObject) page = g_list_model_get_item (pages, i);

      n = g_list_model_get_n_items (pages);
      gtk_stack_set_visible_child (stack, gtk_stack_page_get_child (GTK_STACK_PAGE (page)));
      ui_test_run_for (50);
      g_clear_object (&page);
      g_clear_object (&pages);
      ui_test_close (window);
    }
  g_assert_cmpuint (n, >, 1);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/window/open/shows-a-board", test_open_shows_board);
  g_test_add_func ("/window/open/shows-a-board-without-cards", test_open_board_without_cards);
  g_test_add_func ("/window/chip/removes-its-filter", test_chip_removes);
  g_test_add_func ("/window/language/there-and-back-keeps-filters-and-page", test_language_and_back);
  g_test_add_func ("/window/maximise/and-back", test_maximise_and_back);
  g_test_add_func ("/window/broken-file/says-why-and-keeps-the-picture", test_broken_file_says_why);
  g_test_add_func ("/window/changed-file/is-shown-with-the-filters", test_changed_file_is_shown);
  g_test_add_func ("/window/settings/take-effect-at-once", test_settings_are_live);
  g_test_add_func ("/window/sizes/any-without-warnings", test_sizes_without_warnings);
  g_test_add_func ("/window/chip/says-the-name-of-a-selection", test_chip_has_the_name);
  g_test_add_func ("/window/narrow/can-be-reached-and-nothing-overlaps", test_becomes_narrow);
  g_test_add_func ("/window/tall/charts-fill-it", test_tall_window_is_filled);
  g_test_add_func ("/window/large-text/twice-the-size-without-warnings", test_large_text);
  g_test_add_func ("/window/large-text/pages-are-named", test_large_pages);
  g_test_add_func ("/window/start-page/two-clicks-to-a-chart", test_start_page_two_clicks);
  g_test_add_func ("/window/start-page/begins-with-own-figures", test_start_page_own_figures);
  g_test_add_func ("/window/drop/a-file-opens", test_dropped_file_opens);
  g_test_add_func ("/window/drop/words-do-not-open", test_dropped_words_do_not_open);
  g_test_add_func ("/window/address/stays-when-it-cannot-be-read", test_failed_address_stays);
  g_test_add_func ("/window/closed/on-any-page", test_closed_on_any_page);
  g_test_add_func ("/window/accessible/everything-has-a-name", test_everything_has_a_name);
  return g_test_run ();
}
