/* One notification a window, so that the newest replaces the one before. What is read by the clock is nobody's wish and says
 * nothing; a show is never disturbed, and what it says of its sources the presenter sees. */
#include "config.h"

#include "notice.h"

#include "show-run.h"
#include "translate.h"

#define LONG_MS 10000

struct _NidaNotice
{
  GObject               parent_instance;

  GtkApplicationWindow *window;
  NidaSession          *session;
  guint                 patience;
  gint64                began;        /* 0: nothing is read that anybody waits for */
};

G_DEFINE_FINAL_TYPE (NidaNotice, nida_notice, G_TYPE_OBJECT)

static char *
dup_id (NidaNotice *self)
{
  return g_strdup_printf ("reading-%u", gtk_application_window_get_id (self->window));
}

static gboolean
is_wanted (NidaNotice *self)
{
  return self->began != 0 && g_get_monotonic_time () - self->began >= (gint64) self->patience * 1000 &&
         !gtk_window_is_active (GTK_WINDOW (self->window)) && nida_show_run_get_current () == NULL;
}

static void
tell (NidaNotice *self,
      const char *title,
      const char *body)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self->window));
  g_autoptr (GNotification) notification = NULL;
  g_autofree char *id = dup_id (self);

  if (application == NULL || !is_wanted (self))
    return;
  notification = g_notification_new (title);
  g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target (notification, "app.show-window", "u", gtk_application_window_get_id (self->window));
  g_application_send_notification (G_APPLICATION (application), id, notification);
}

static void
loading_cb (NidaNotice *self,
            gboolean    loading)
{
  if (loading)
    self->began = nida_session_is_due (self->session) ? 0 : g_get_monotonic_time ();
}

static void
opened_cb (NidaNotice *self,
           gboolean    reload)
{
  g_autofree char *title = nida_session_dup_board_title (self->session, nida_session_get_board_index (self->session));

  /* Translators: of data that took long to read, in a notification of the desktop */
  tell (self, reload ? _("The sources were read again") : _("The data are ready"), title);
  self->began = 0;
}

static void
failed_cb (NidaNotice   *self,
           const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell (self, _("The sources could not be read"), error->message);
  self->began = 0;
}

static void
active_cb (NidaNotice *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self->window));
  g_autofree char *id = dup_id (self);

  if (application != NULL && gtk_window_is_active (GTK_WINDOW (self->window)))
    g_application_withdraw_notification (G_APPLICATION (application), id);
}

static void
nida_notice_class_init (NidaNoticeClass *klass)
{
}

static void
nida_notice_init (NidaNotice *self)
{
  self->patience = LONG_MS;
}

NidaNotice *
nida_notice_new (GtkApplicationWindow *window,
                 NidaSession          *session)
{
  NidaNotice *self = g_object_new (NIDA_TYPE_NOTICE, NULL);

  self->window = window;
  self->session = session;
  g_signal_connect_object (session, "loading", G_CALLBACK (loading_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "notify::is-active", G_CALLBACK (active_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
nida_notice_set_patience (NidaNotice *self,
                          guint       milliseconds)
{
  self->patience = milliseconds;
}
