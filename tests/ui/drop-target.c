/* drop-target FOLDER: another program, for the tests of what is dragged out. A window that fills the second monitor; what is dropped
 * on it is written into FOLDER in every form it was offered in: "0", "1", … the bytes of those that came, "forms" the MIME types in
 * this order, and at last "dropped". */
#include <gtk/gtk.h>

typedef struct {
  GdkDrop *drop;
  char   **forms;
  guint    form;            /* read now */
} Reading;

static const char *folder;
static gboolean closed;

static void read_next (Reading *self);

static void
write_file (const char *name,
            const char *bytes,
            gssize      length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, bytes, length, &error))
    g_error ("%s", error->message);
}

static void
finish (Reading *self)
{
  g_autofree char *forms = g_strjoinv ("\n", self->forms);

  write_file ("forms", forms, -1);
  gdk_drop_finish (self->drop, GDK_ACTION_COPY);
  g_object_unref (self->drop);
  g_strfreev (self->forms);
  g_free (self);
  write_file ("dropped", "", 0);
}

static void
spliced_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  GOutputStream *bytes = G_OUTPUT_STREAM (object);
  Reading *self = data;
  g_autofree char *name = g_strdup_printf ("%u", self->form);
  g_autoptr (GError) error = NULL;

  if (g_output_stream_splice_finish (bytes, result, &error) < 0)
    g_error ("%s: %s", self->forms[self->form], error->message);
  write_file (name, g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (bytes)),
              g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (bytes)));
  self->form++;
  read_next (self);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  Reading *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = gdk_drop_read_finish (self->drop, result, NULL, &error);
  g_autoptr (GOutputStream) bytes = g_memory_output_stream_new_resizable ();

  /* The toolkit also offers kinds of pictures that it cannot write. */
  if (stream == NULL)
    {
      g_printerr ("%s: %s\n", self->forms[self->form], error->message);
      self->form++;
      read_next (self);
      return;
    }
  g_output_stream_splice_async (bytes, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, G_PRIORITY_DEFAULT,
                                NULL, spliced_cb, self);
}

/* One after another, as a program would that looks for the best. */
static void
read_next (Reading *self)
{
  const char *form[] = { self->forms[self->form], NULL };

  if (form[0] == NULL)
    finish (self);
  else
    gdk_drop_read_async (self->drop, form, G_PRIORITY_DEFAULT, NULL, read_cb, self);
}

static gboolean
drop_cb (GtkDropTargetAsync *target,
         GdkDrop            *drop,
         double              x,
         double              y,
         gpointer            data)
{
  const char *const *forms = gdk_content_formats_get_mime_types (gdk_drop_get_formats (drop), NULL);
  Reading *reading = g_new0 (Reading, 1);

  reading->drop = g_object_ref (drop);
  reading->forms = g_strdupv ((char **) forms);
  read_next (reading);
  return TRUE;
}

static gboolean
close_cb (GtkWindow *window)
{
  closed = TRUE;
  return FALSE;
}

int
main (int    argc,
      char **argv)
{
  GtkWidget *window;
  g_autoptr (GdkMonitor) second = NULL;
  GtkDropTargetAsync *target = gtk_drop_target_async_new (NULL, GDK_ACTION_COPY);

  folder = argv[1];
  gtk_init ();
  window = gtk_window_new ();
  second = g_list_model_get_item (gdk_display_get_monitors (gdk_display_get_default ()), 1);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), NULL);
  g_signal_connect (window, "close-request", G_CALLBACK (close_cb), NULL);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (target));
  gtk_window_fullscreen_on_monitor (GTK_WINDOW (window), second);
  gtk_window_present (GTK_WINDOW (window));
  while (!closed)
    g_main_context_iteration (NULL, TRUE);
  return 0;
}
