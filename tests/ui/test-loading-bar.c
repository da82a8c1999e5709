/* loading-bar.c: says what is being read where a person waits for it, and moves nothing where the clock reads. */
#include "config.h"

#include "loading-bar.h"
#include "ui-support.h"

#include <string.h>

/* A server that answers the first request and keeps every other waiting. */
typedef struct {
  GSocketService *service;
  GPtrArray      *connections;
  char           *uri;
} Server;

static gboolean
incoming_cb (GSocketService    *service,
             GSocketConnection *connection,
             GObject           *source,
             Server            *server)
{
  static const char body[] = "kind,date,donor,amount\npaid,2024,Kuwait,5\n";
  g_autofree char *reply = g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Length: %u\r\n\r\n%s", (guint) strlen (body), body);

  if (server->connections->len == 0)
    g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), reply, strlen (reply), NULL, NULL, NULL);
  g_ptr_array_add (server->connections, g_object_ref (connection));
  return TRUE;
}

static void
start (Server *server)
{
  guint16 port;

  server->connections = g_ptr_array_new_with_free_func (g_object_unref);
  server->service = g_socket_service_new ();
  port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (server->service), NULL, NULL);
  g_signal_connect (server->service, "incoming", G_CALLBACK (incoming_cb), server);
  server->uri = g_strdup_printf ("http://127.0.0.1:%u/slow.csv", port);
}

static void
stop (Server *server)
{
  g_socket_service_stop (server->service);
  g_object_unref (server->service);
  g_ptr_array_unref (server->connections);
  g_free (server->uri);
}

static gboolean
is_visible (gpointer widget)
{
  return gtk_widget_get_visible (widget);
}

static gboolean
has_two_sources (gpointer session)
{
  NidaDataset *dataset = nida_session_get_dataset (session);

  return !nida_session_is_loading (session) && dataset != NULL
         && nida_report_get_n_sources (nida_dataset_get_report (dataset)) == 2;
}

static void
test_reading (void)
{
  Server server;
  g_autofree char *path = ui_test_write ("own.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  GtkWidget *bar;
  const char *inputs[] = { path, NULL, NULL }, *due[] = { NULL, NULL };
  const char *words;

  start (&server);
  inputs[1] = due[0] = server.uri;
  nida_session_open (session, inputs);
  g_assert_true (ui_test_wait (has_two_sources, session));
  /* what is opened has a document of its own, and the window is made anew for it */
  bar = ui_test_find (GTK_WIDGET (window), NIDA_TYPE_LOADING_BAR);

  /* the clock */
  nida_session_reload_due (session, due);
  ui_test_run_for (600);
  g_assert_true (nida_session_is_loading (session));
  g_assert_false (gtk_widget_get_visible (bar));

  /* a person: the one source that is asked */
  nida_session_reload_inputs (session, due);
  g_assert_true (ui_test_wait (is_visible, bar));
  words = gtk_label_get_text (GTK_LABEL (ui_test_find (bar, GTK_TYPE_LABEL)));
  g_assert_nonnull (strstr (words, "slow.csv"));

  gtk_widget_activate (ui_test_find (bar, GTK_TYPE_BUTTON));
  ui_test_run_for (300);
  g_assert_false (nida_session_is_loading (session));
  g_assert_false (gtk_widget_get_visible (bar));
  g_assert_true (has_two_sources (session));
  ui_test_close (window);
  stop (&server);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/loading-bar/says-what-a-person-waits-for-and-cancels", test_reading);
  return g_test_run ();
}
