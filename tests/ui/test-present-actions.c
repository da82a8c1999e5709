/* F5 with real slides on two monitors: a server is killed in the middle, and newer data come in between slides. */
#include "config.h"

#include "chart-tooltip.h"
#include "heads-support.h"
#include "http-server.h"
#include "look.h"
#include "present-actions.h"
#include "present-window.h"
#include "slide.h"
#include "ui-support.h"

/* A key that comes before the window manager gave a window of the show the focus is nobody's. */
static gboolean
is_running (gpointer data)
{
  NidaShowRun *run = nida_show_run_get_current ();

  return run != NULL && gtk_widget_get_mapped (GTK_WIDGET (nida_show_run_get_audience (run)))
         && (gtk_window_is_active (GTK_WINDOW (nida_show_run_get_audience (run)))
             || gtk_window_is_active (GTK_WINDOW (nida_show_run_get_presenter (run))));
}

static gboolean
is_over (gpointer data)
{
  return nida_show_run_get_current () == NULL;
}

static gboolean
is_on_projector (gpointer data)
{
  return heads_find (GTK_WINDOW (nida_show_run_get_audience (nida_show_run_get_current ()))) == 1;
}

/* Keys go to one of its windows. */
static gboolean
has_keys (gpointer data)
{
  NidaShowRun *run = nida_show_run_get_current ();

  return gtk_window_is_active (GTK_WINDOW (nida_show_run_get_audience (run))) ||
         gtk_window_is_active (GTK_WINDOW (nida_show_run_get_presenter (run)));
}

static NidaShow *
begin (NidaWindow *window)
{
  g_settings_set_string (nida_look_get_settings (nida_look_get ()), NIDA_SHOW_RUN_MONITOR, "/DUMMY1/DUMMY1");
  gtk_window_present (GTK_WINDOW (window));
  ui_test_run_for (200);
  heads_key ("F5");
  g_assert_true (ui_test_wait (is_running, NULL));
  g_assert_true (ui_test_wait (is_on_projector, NULL));
  g_assert_true (ui_test_wait (has_keys, NULL));
  return nida_show_run_get_show (nida_show_run_get_current ());
}

static char *
dump_shown (void)
{
  NidaChartCanvas *canvas = nida_audience_window_get_canvas (nida_show_run_get_audience (nida_show_run_get_current ()));

  return nida_scene_dump (nida_chart_canvas_get_scene (canvas));
}

static gboolean
is_second (gpointer show)
{
  return nida_show_get_slide (show) == 1;
}

static void
test_f5 (void)
{
  g_autofree char *path = ui_test_write ("present.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaShow *show = begin (window);

  g_assert_cmpuint (nida_show_get_slide (show), ==, 0);
  heads_key ("Page_Down");
  g_assert_true (ui_test_wait (is_second, show));
  heads_key ("Escape");
  g_assert_true (ui_test_wait (is_over, NULL));
  ui_test_close (window);
}

static GtkWidget *
find_tooltip (GtkWidget *canvas)
{
  for (GtkWidget *child = gtk_widget_get_first_child (canvas); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (NIDA_IS_CHART_TOOLTIP (child) && gtk_widget_get_visible (child))
      return child;
  return NULL;
}

static gboolean
is_active (gpointer window)
{
  return gtk_window_is_active (window);
}

/* The pointer may be over the window of the board for a moment, while the others change their screens: nothing of it stays. */
static void
test_tooltip (void)
{
  g_autofree char *path = ui_test_write ("behind.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_CHART_RANKING);
  NidaChartCanvas *canvas = nida_chart_view_get_canvas (chart);
  g_autofree char *key = g_strdup (ui_test_find_mark (chart, NIDA_FIELD_DONOR)->key);

  begin (window);
  g_assert_true (ui_test_wait (is_active, nida_show_run_get_presenter (nida_show_run_get_current ())));
  nida_chart_canvas_set_current (canvas, key, FALSE);
  g_assert_null (find_tooltip (GTK_WIDGET (canvas)));
  nida_chart_canvas_set_current (canvas, NULL, FALSE);
  heads_key ("Escape");
  g_assert_true (ui_test_wait (is_over, NULL));
  nida_chart_canvas_set_current (canvas, key, FALSE);
  g_assert_nonnull (find_tooltip (GTK_WIDGET (canvas)));
  ui_test_close (window);
}

static GtkWindow *
find_dialog (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (NIDA_IS_PRESENT_WINDOW (window) && gtk_window_is_active (window))
        return window;
    }
  return NULL;
}

static gboolean
is_asked (gpointer data)
{
  return find_dialog () != NULL;
}

/* The first time F5 asks which screen the audience sees; Enter begins there. */
static void
test_asked (void)
{
  g_autofree char *path = ui_test_write ("asked.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);

  g_settings_reset (nida_look_get_settings (nida_look_get ()), NIDA_SHOW_RUN_MONITOR);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_run_for (200);
  heads_key ("F5");
  g_assert_true (ui_test_wait (is_asked, NULL));
  g_assert_true (is_over (NULL));
  heads_key ("Return");
  g_assert_true (ui_test_wait (is_running, NULL));
  g_assert_true (ui_test_wait (has_keys, NULL));
  heads_key ("Escape");
  g_assert_true (ui_test_wait (is_over, NULL));
  ui_test_close (window);
}

static gboolean
is_told (gpointer data)
{
  return nida_presenter_window_get_pending (nida_show_run_get_presenter (nida_show_run_get_current ())) != NULL;
}

static gboolean
is_idle (gpointer session)
{
  return !nida_session_is_loading (session);
}

static void
test_server (void)
{
  NidaHttpServer *server = nida_http_server_new (ui_test_csv);
  g_autofree char *uri = nida_http_server_dup_uri (server, "/plain/data.csv");
  g_autofree char *more = g_strconcat (ui_test_csv, "paid,2024,Oman,عمان,Food,الغذاء,Appeal 2024,,USD,500000,a\n", NULL);
  NidaWindow *window = ui_test_open (uri);
  NidaSession *session = nida_window_get_session (window);
  NidaShow *show = begin (window);
  g_autofree char *before = dump_shown (), *waiting = NULL, *after = NULL, *dead = NULL;

  nida_http_server_set_body (server, more);
  nida_session_reload (session);
  g_assert_true (ui_test_wait (is_told, NULL));
  waiting = dump_shown ();
  g_assert_cmpstr (before, ==, waiting);
  heads_key ("r");
  for (guint i = 0; is_told (NULL) && i < 100; i++)
    ui_test_run_for (50);
  after = dump_shown ();
  g_assert_cmpstr (before, !=, after);
  nida_http_server_free (server);
  nida_session_reload (session);
  g_assert_true (ui_test_wait (is_idle, session));
  ui_test_run_for (300);
  dead = dump_shown ();
  g_assert_cmpstr (after, ==, dead);
  heads_key ("Page_Down");
  g_assert_true (ui_test_wait (is_second, show));
  nida_show_run_end (nida_show_run_get_current ());
  ui_test_close (window);
}

/* The figure of the whole slide that is shown: its number of what was pledged. */
static NidaMoney
shown_pledged (void)
{
  NidaChartCanvas *canvas = nida_audience_window_get_canvas (nida_show_run_get_audience (nida_show_run_get_current ()));
  NidaScene *scene = nida_chart_canvas_get_scene (canvas);
  NidaMoney sum = 0;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      if (node->mark != NULL && node->mark->measure == NIDA_MEASURE_PLEDGED && node->mark->money != NIDA_MONEY_NONE)
        sum = MAX (sum, node->mark->money);
    }
  return sum;
}

static gboolean
is_typing (gpointer window)
{
  return GTK_IS_TEXT (gtk_window_get_focus (window));
}

static gboolean
has_entry (gpointer session)
{
  return nida_ledger_get_n (nida_session_get_ledger (session)) == 1;
}

static gboolean
has_no_entry (gpointer session)
{
  return nida_ledger_get_n (nida_session_get_ledger (session)) == 0;
}

static const char *
announced (void)
{
  return nida_audience_window_get_announced (nida_show_run_get_audience (nida_show_run_get_current ()));
}

/* A pledge is typed before the room: it is on the projector with Enter, while newer public data go on waiting. */
static void
test_pledge (void)
{
  g_autofree char *path = ui_test_write ("conference.csv", ui_test_csv);
  g_autofree char *more = g_strconcat (ui_test_csv, "paid,2024,Oman,عمان,Food,الغذاء,Appeal 2024,,USD,500000,a\n", NULL);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaShow *show = begin (window);
  GtkWindow *presenter = GTK_WINDOW (nida_show_run_get_presenter (nida_show_run_get_current ()));
  NidaMoney before = shown_pledged ();

  g_assert_cmpint (before, >, 0);
  ui_test_rewrite (path, more);
  nida_session_reload (session);
  g_assert_true (ui_test_wait (is_told, NULL));
  heads_key ("e");
  g_assert_true (ui_test_wait (is_typing, presenter));
  heads_type ("Bahrain");
  heads_key ("Tab");
  heads_type ("2 million");
  heads_key ("Return");
  g_assert_true (ui_test_wait (has_entry, session));
  g_assert_cmpint (shown_pledged (), ==, before + 2000000000);      /* not a frame later */
  g_assert_nonnull (strstr (announced (), "Bahrain"));
  g_assert_nonnull (strstr (announced (), "2"));
  g_assert_cmpuint (nida_show_get_slide (show), ==, 0);             /* what was typed moved nothing */
  g_assert_true (is_told (NULL));
  nida_document_undo (nida_session_get_document (session));
  g_assert_true (has_no_entry (session));
  g_assert_cmpint (shown_pledged (), ==, before);
  nida_show_run_end (nida_show_run_get_current ());
  ui_test_close (window);
}

/* --- from the first key to the last --- */

typedef struct { NidaShow *show; guint slide; NidaShowScreen screen; } Place;

static gboolean
is_there (gpointer data)
{
  const Place *place = data;

  return nida_show_get_slide (place->show) == place->slide && nida_show_get_screen (place->show) == place->screen;
}

static void
press (NidaShow       *show,
       const char     *key,
       guint           slide,
       NidaShowScreen  screen)
{
  Place place = { show, slide, screen };

  heads_key (key);
  if (!ui_test_wait (is_there, &place))
    g_error ("%s led to slide %u, screen %d", key, nida_show_get_slide (show), nida_show_get_screen (show));
}

/* All keys that a remote or a speaker has; @forth, @back: the arrows, which follow the direction of the language. */
static void
press_all (NidaShow   *show,
           const char *forth,
           const char *back)
{
  const char *next[] = { "Page_Down", "space", "Return", "Down", "n", forth }, *previous[] = { "Page_Up", "BackSpace", "p", back };
  static const struct { const char *key; NidaShowScreen screen; } screens[] = {
    { "b", NIDA_SHOW_BLACK }, { "period", NIDA_SHOW_BLACK }, { "w", NIDA_SHOW_WHITE }, { "comma", NIDA_SHOW_WHITE }, { "o", NIDA_SHOW_ALL_SLIDES },
  };
  guint last = nida_show_get_n_slides (show) - 1;

  press (show, "Home", 0, NIDA_SHOW_SHOWN);
  for (guint i = 0; i < G_N_ELEMENTS (next); i++)
    {
      press (show, next[i], 1, NIDA_SHOW_SHOWN);
      press (show, previous[i % G_N_ELEMENTS (previous)], 0, NIDA_SHOW_SHOWN);
    }
  for (guint i = 0; i < G_N_ELEMENTS (screens); i++)
    {
      press (show, screens[i].key, 0, screens[i].screen);
      press (show, screens[i].key, 0, NIDA_SHOW_SHOWN);
    }
  press (show, "End", last, NIDA_SHOW_SHOWN);
  press (show, "1", last, NIDA_SHOW_SHOWN);
  press (show, "Return", 0, NIDA_SHOW_SHOWN);
}

static gboolean
is_window (gpointer window)
{
  return !gtk_window_is_fullscreen (window) && gtk_widget_get_mapped (window);
}

static gboolean
is_arabic (gpointer show)
{
  return nida_language_is_rtl (nida_show_get_language (show));
}

static void
pledge (NidaSession *session,
        GtkWindow   *presenter)
{
  NidaMoney before = shown_pledged ();

  heads_key ("e");
  g_assert_true (ui_test_wait (is_typing, presenter));
  heads_type ("Bahrain");
  heads_key ("Tab");
  heads_type ("2 million");
  heads_key ("Return");
  g_assert_true (ui_test_wait (has_entry, session));
  g_assert_cmpint (shown_pledged (), ==, before + 2000000000);
  heads_key ("Escape");
}

static gboolean
is_not_typing (gpointer window)
{
  return !is_typing (window);
}

/* A pledging conference: every key in one language, then the server dies, the projector is unplugged, a pledge comes and the
 * projector is back; every key in the other language, and the end. */
static void
test_conference (void)
{
  NidaHttpServer *server = nida_http_server_new (ui_test_csv);
  g_autofree char *uri = nida_http_server_dup_uri (server, "/plain/data.csv");
  NidaWindow *window = ui_test_open (uri);
  NidaSession *session = nida_window_get_session (window);
  NidaShow *show = begin (window);
  NidaShowRun *run = nida_show_run_get_current ();
  GtkWindow *presenter = GTK_WINDOW (nida_show_run_get_presenter (run)), *audience = GTK_WINDOW (nida_show_run_get_audience (run));
  g_autofree char *before = NULL, *after = NULL;

  g_assert_cmpuint (nida_show_get_n_slides (show), >, 1);
  press_all (show, "Right", "Left");
  before = dump_shown ();
  nida_http_server_free (server);
  nida_session_reload (session);
  g_assert_true (ui_test_wait (is_idle, session));
  press (show, "r", 0, NIDA_SHOW_SHOWN);
  heads_unplug ();
  g_assert_true (ui_test_wait (is_window, audience));
  gtk_window_present (presenter);
  g_assert_true (ui_test_wait (is_active, presenter));
  pledge (session, presenter);
  g_assert_true (ui_test_wait (is_not_typing, presenter));
  g_assert_nonnull (strstr (announced (), "Bahrain pledges"));
  heads_plug ();
  g_assert_true (ui_test_wait (is_on_projector, NULL));
  gtk_window_present (presenter);
  g_assert_true (ui_test_wait (is_active, presenter));
  heads_key ("l");
  g_assert_true (ui_test_wait (is_arabic, show));
  press_all (show, "Left", "Right");
  after = dump_shown ();
  g_assert_cmpstr (before, !=, after);
  press (show, "Home", 0, NIDA_SHOW_SHOWN);
  heads_key ("Escape");
  g_assert_true (ui_test_wait (is_over, NULL));
  ui_test_close (window);
}

static gboolean
is_swapped (gpointer data)
{
  NidaShowRun *run = nida_show_run_get_current ();

  return heads_find (GTK_WINDOW (nida_show_run_get_audience (run))) == 0 && heads_find (GTK_WINDOW (nida_show_run_get_presenter (run))) == 1;
}

/* S and F over real slides, in either language: the slide stays. */
static void
test_screens (void)
{
  g_autofree char *path = ui_test_write ("screens.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaShow *show = begin (window);
  GtkWindow *audience = GTK_WINDOW (nida_show_run_get_audience (nida_show_run_get_current ()));
  GtkWindow *presenter = GTK_WINDOW (nida_show_run_get_presenter (nida_show_run_get_current ()));

  press (show, "Page_Down", 1, NIDA_SHOW_SHOWN);
  heads_key ("s");
  g_assert_true (ui_test_wait (is_swapped, NULL));
  g_assert_true (ui_test_wait (has_keys, NULL));
  heads_key ("l");
  g_assert_true (ui_test_wait (is_arabic, show));
  heads_key ("s");
  g_assert_true (ui_test_wait (is_on_projector, NULL));
  g_assert_true (ui_test_wait (has_keys, NULL));
  heads_key ("f");
  g_assert_true (ui_test_wait (is_window, audience));
  gtk_window_present (presenter);
  g_assert_true (ui_test_wait (is_active, presenter));
  heads_key ("f");
  g_assert_true (ui_test_wait (is_on_projector, NULL));
  g_assert_cmpuint (nida_show_get_slide (show), ==, 1);
  nida_show_run_end (nida_show_run_get_current ());
  ui_test_close (window);
}

static void
put_slide (NidaDocument *document,
           const char   *id)
{
  g_autoptr (NidaSlide) slide = nida_slide_new ();
  g_autofree char *text = NULL;

  slide->title = g_strdup (id);
  text = nida_slide_to_text (slide);
  nida_document_begin (document, "Add a Slide", NULL);
  nida_document_set (document, NIDA_ITEM_SLIDE, id, text);
  nida_document_end (document);
}

static void
test_chosen (void)
{
  g_autofree char *path = ui_test_write ("chosen.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaDocument *document = nida_session_get_document (nida_window_get_session (window));
  GtkListBox *strip;

  nida_document_begin (document, "Add a Slide", NULL);
  nida_document_set (document, NIDA_ITEM_SLIDE, "newer", "[Nida slide]\nlayout=cube\n");
  nida_document_end (document);
  put_slide (document, "one");
  put_slide (document, "two");
  put_slide (document, "three");
  gtk_stack_set_visible_child_name (nida_workspace_get_stack (nida_window_get_workspace (window)), "slides");
  ui_test_run_for (200);
  strip = GTK_LIST_BOX (nida_slides_view_get_strip (nida_workspace_get_slides (nida_window_get_workspace (window))));
  gtk_list_box_select_row (strip, gtk_list_box_get_row_at_index (strip, 2));      /* the second of those that are shown */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.present-here", NULL);
  g_assert_cmpuint (nida_show_get_slide (nida_show_run_get_show (nida_show_run_get_current ())), ==, 1);
  nida_show_run_end (nida_show_run_get_current ());
  ui_test_close (window);
}

/* What is said of the time is in the document, and can be undone there. */
static void
test_plan (void)
{
  g_autofree char *path = ui_test_write ("plan.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaDocument *document = nida_session_get_document (nida_window_get_session (window));

  nida_show_set_plan (nida_show_run_get_show (nida_present_begin (window, NULL, FALSE)), 20 * 60);
  nida_show_run_end (nida_show_run_get_current ());
  g_assert_cmpstr (nida_document_get (document, NIDA_ITEM_SETTING, "show/minutes"), ==, "20");
  g_assert_cmpstr (nida_document_get_undo_name (document), ==, "Plan the Presentation");
  g_assert_cmpuint (nida_show_get_plan (nida_show_run_get_show (nida_present_begin (window, NULL, FALSE))), ==, 1200);
  nida_show_run_end (nida_show_run_get_current ());
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/present-actions/f5-shows-and-escape-ends", test_f5);
  g_test_add_func ("/present-actions/no-tooltip-of-the-board-over-the-show", test_tooltip);
  g_test_add_func ("/present-actions/which-screen-is-asked-once", test_asked);
  g_test_add_func ("/present-actions/a-server-dies-in-the-middle", test_server);
  g_test_add_func ("/present-actions/a-pledge-before-the-room", test_pledge);
  g_test_add_func ("/present-actions/a-conference-from-the-first-key-to-the-last", test_conference);
  g_test_add_func ("/present-actions/screens-are-swapped-and-left-by-keys", test_screens);
  g_test_add_func ("/present-actions/from-the-slide-that-is-chosen", test_chosen);
  g_test_add_func ("/present-actions/the-plan-is-kept", test_plan);
  return g_test_run ();
}
