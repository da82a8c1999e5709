/* What the tests of the window share: a display, an application, files to open, waiting for what comes. */
#include "config.h"

#include "ui-support.h"

#include "application.h"
#include "look.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>

#define PATIENCE_US (10 * G_USEC_PER_SEC)

const char ui_test_csv[] =
  "kind,date,donor,donor_ar,category,category_ar,appeal,level,currency,amount,source\n"
  "requirement,2024,,,Food,الغذاء,Appeal 2024,objective,USD,3000000,a\n"
  "requirement,2024,,,Health,الصحة,Appeal 2024,objective,USD,1000000,a\n"
  "paid,2022,Kuwait,الكويت,Food,الغذاء,Appeal 2024,,USD,100000,a\n"
  "paid,2023,Kuwait,الكويت,Health,الصحة,Appeal 2024,,USD,300000,a\n"
  "paid,2023,Qatar,قطر,Food,الغذاء,Appeal 2024,,USD,200000,a\n"
  "pledge,2024,Qatar,قطر,Food,الغذاء,Appeal 2024,,USD,400000,a\n";

static NidaApplication *application;

void
ui_test_init (int    *argc,
              char ***argv)
{
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  g_test_init (argc, argv, NULL);
  application = nida_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
}

void
ui_test_rewrite (const char *path,
                 const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

char *
ui_test_write (const char *name,
               const char *text)
{
  g_autofree char *folder = g_dir_make_tmp ("nida-ui-XXXXXX", NULL);
  char *path = g_build_filename (folder, name, NULL);

  ui_test_rewrite (path, text);
  return path;
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

gboolean
ui_test_wait (UiCondition condition,
              gpointer    data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;
  guint wake = g_timeout_add (20, wake_cb, NULL);

  while (!condition (data) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (wake);
  return condition (data);
}

void
ui_test_run_for (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;
  guint wake = g_timeout_add (20, wake_cb, NULL);

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (wake);
}

static gboolean
is_drawn (gpointer data)
{
  NidaWorkspace *workspace = nida_window_get_workspace (data);
  NidaBoardView *board;

  if (workspace == NULL)
    return FALSE;
  board = nida_workspace_get_board (workspace);
  for (guint i = 0; i < nida_board_view_get_n_views (board); i++)
    if (nida_chart_view_get_scene (nida_board_view_get_view (board, i)) == NULL)
      return FALSE;
  return nida_board_view_get_n_views (board) > nida_session_get_board (nida_window_get_session (data))->cards->len;
}

void
ui_test_wait_drawn (NidaWindow *window)
{
  g_assert_true (ui_test_wait (is_drawn, window));
}

GtkApplication *
ui_test_application (void)
{
  return GTK_APPLICATION (application);
}

NidaWindow *
ui_test_open (const char *path)
{
  const char *inputs[] = { path, NULL };
  NidaWindow *window = nida_window_new (GTK_APPLICATION (application), inputs);

  gtk_window_set_default_size (GTK_WINDOW (window), 1400, 860);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (ui_test_wait (is_drawn, window));
  return window;
}

gboolean
ui_test_is_opened (gpointer session)
{
  return nida_session_get_dataset (session) != NULL && !nida_session_is_loading (session);
}

NidaSession *
ui_test_open_session (const char *path)
{
  NidaSession *session = nida_session_new ();

  nida_session_open (session, (const char *[]) { path, NULL });
  g_assert_true (ui_test_wait (ui_test_is_opened, session));
  return session;
}

GtkWidget *
ui_test_find (GtkWidget *widget,
              GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_test_find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

void
ui_test_close (NidaWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_run_for (50);
}

static gboolean
has_mark (NidaChartView *chart)
{
  NidaScene *scene = nida_chart_view_get_scene (chart);

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      if (node->mark != NULL && node->mark->n_fields > 0)
        return TRUE;
    }
  return FALSE;
}

NidaChartView *
ui_test_find_chart (NidaWindow    *window,
                    NidaChartKind  kind)
{
  const NidaBoard *model = nida_session_get_board (nida_window_get_session (window));
  NidaBoardView *board = nida_workspace_get_board (nida_window_get_workspace (window));

  for (guint i = 0; i < model->charts->len; i++)
    {
      const NidaChartSpec *spec = g_ptr_array_index (model->charts, i);
      NidaChartView *view = nida_board_view_get_view (board, model->cards->len + i);

      if (spec->kind == kind || (kind == NIDA_N_CHARTS && has_mark (view)))
        return view;
    }
  return NULL;
}

const NidaNode *
ui_test_find_mark (NidaChartView *chart,
                   NidaField      field)
{
  NidaScene *scene = nida_chart_view_get_scene (chart);

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      for (guint j = 0; node->mark != NULL && j < node->mark->n_fields; j++)
        if (node->mark->fields[j] == field)
          return node;
    }
  return NULL;
}

const char *
ui_test_find_cut (GtkWidget *widget)
{
  const char *cut = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    return gtk_label_get_text (GTK_LABEL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && cut == NULL; child = gtk_widget_get_next_sibling (child))
    cut = ui_test_find_cut (child);
  return cut;
}

static gboolean
is_whole (gpointer window)
{
  return gtk_widget_get_mapped (window) && ui_test_find_cut (window) == NULL;
}

void
ui_test_assert_large_text (GtkWindow *window)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
  ui_test_run_for (200);
  ui_test_wait (is_whole, window);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window)));
  g_assert_cmpstr (ui_test_find_cut (GTK_WIDGET (window)), ==, NULL);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

/* --- file dialogs --- */

static gboolean
has_dialog (gpointer data)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  GtkWidget **dialog = data;

  *dialog = NULL;
  for (GList *link = windows; link != NULL; link = link->next)
    if (GTK_IS_FILE_CHOOSER_DIALOG (link->data) && gtk_widget_get_mapped (link->data))
      *dialog = link->data;
  return *dialog != NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return !has_dialog (data);
}

typedef struct { GtkFileChooser *chooser; GFile *file; } Chosen;

static gboolean
is_chosen (gpointer data)
{
  const Chosen *chosen = data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chosen->chooser);

  return file != NULL && g_file_equal (file, chosen->file);
}

gboolean
ui_test_is_written (gpointer file)
{
  return g_file_query_exists (file, NULL);
}

void
ui_test_choose_file (GFile    *file,
                     gboolean  save)
{
  GtkWidget *dialog;
  g_autofree char *name = g_file_get_basename (file);

  g_assert_true (ui_test_wait (has_dialog, &dialog));
  if (save)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  else
    gtk_file_chooser_set_file (GTK_FILE_CHOOSER (dialog), file, NULL);
  g_assert_true (ui_test_wait (is_chosen, &(Chosen) { GTK_FILE_CHOOSER (dialog), file }));
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
  g_assert_true (ui_test_wait (has_no_dialog, &dialog));
}
