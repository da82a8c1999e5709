/* window-drop.c: a file that is dropped is opened, words that are no address are not taken. */
#include "config.h"

#include "ui-support.h"

static GtkDropTarget *
find_target (NidaWindow *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));
  GtkDropTarget *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        found = GTK_DROP_TARGET (controller);
    }
  g_assert_nonnull (found);
  return found;
}

static gboolean
drop (NidaWindow   *window,
      const GValue *value)
{
  gboolean taken = FALSE;

  g_signal_emit_by_name (find_target (window), "drop", value, 10.0, 10.0, &taken);
  return taken;
}

static gboolean
has_rows (gpointer window)
{
  return nida_session_get_dataset (nida_window_get_session (window)) != NULL;
}

static void
test_file (void)
{
  g_autofree char *path = ui_test_write ("dropped.csv", ui_test_csv);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  NidaWindow *window = nida_window_new (ui_test_application (), NULL);
  GSList files = { file, NULL };
  g_auto (GValue) value = G_VALUE_INIT;

  gtk_window_present (GTK_WINDOW (window));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, &files);
  g_assert_true (drop (window, &value));
  g_assert_true (ui_test_wait (has_rows, window));
  g_assert_cmpstr (nida_session_get_inputs (nida_window_get_session (window))[0], ==, path);
  ui_test_close (window);
}

static void
test_words (void)
{
  NidaWindow *window = nida_window_new (ui_test_application (), NULL);
  g_auto (GValue) value = G_VALUE_INIT;

  gtk_window_present (GTK_WINDOW (window));
  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, "Kuwait gave 17 million dollars");
  g_assert_false (drop (window, &value));
  g_assert_true (nida_window_is_empty (window));
  ui_test_close (window);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/window-drop/a-file-is-opened", test_file);
  g_test_add_func ("/window-drop/words-are-not-taken", test_words);
  return g_test_run ();
}
