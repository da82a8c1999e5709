/* A show on its screens. The monitor that the audience saw the last time is remembered by what it is, not by its number. When it
 * is unplugged the slide becomes an ordinary window and the presenter goes on; when it is plugged in again the slide goes back. */
#include "config.h"

#include "show-run.h"

#include "look.h"
#include "translate.h"

struct _NidaShowRun
{
  GObject              parent_instance;

  NidaShow            *show;
  NidaMonitors        *monitors;
  NidaAudienceWindow  *audience;
  NidaPresenterWindow *presenter;      /* NULL: the audience's window is alone */
  GdkMonitor          *desk;           /* where the presenter is, or NULL */
  gboolean             windowed;       /* the person wants the audience to see a window */
  GtkApplication      *application;
  guint                inhibited;      /* cookie, 0: the desktop does not heed us */
};

enum { ENDED, N_SIGNALS };
static guint signals[N_SIGNALS];

static NidaShowRun *current;

G_DEFINE_FINAL_TYPE (NidaShowRun, nida_show_run, G_TYPE_OBJECT)

/* --- where everything stands --- */

static void
tell_presenter (NidaShowRun *self)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  GdkMonitor *monitor = nida_audience_window_get_monitor (self->audience);
  g_autofree char *name = monitor != NULL ? nida_monitor_dup_name (monitor, language) : NULL;
  g_autofree char *size = monitor != NULL ? nida_monitor_dup_size (monitor, language) : NULL;
  /* Translators: a monitor and its size: "HDMI-1, 1920×1080" */
  g_autofree char *words = monitor != NULL ? g_strdup_printf (_("%s, %s"), name, size) : NULL;

  if (self->presenter != NULL)
    nida_presenter_window_set_audience (self->presenter, words, nida_monitors_get_n (self->monitors) > 1);
}

static void
place_presenter (NidaShowRun *self,
                 GdkMonitor  *monitor)
{
  g_set_object (&self->desk, monitor);
  if (self->presenter == NULL)
    return;
  if (monitor != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self->presenter), monitor);
  else
    gtk_window_unfullscreen (GTK_WINDOW (self->presenter));
}

static void
place_audience (NidaShowRun *self,
                GdkMonitor  *monitor)
{
  nida_audience_window_set_monitor (self->audience, self->windowed ? NULL : monitor);
  tell_presenter (self);
}

/* Any other monitor than @monitor. */
static GdkMonitor *
other_than (NidaShowRun *self,
            GdkMonitor  *monitor)
{
  for (guint i = 0; i < nida_monitors_get_n (self->monitors); i++)
    if (nida_monitors_get (self->monitors, i) != monitor)
      return nida_monitors_get (self->monitors, i);
  return NULL;
}

static GdkMonitor *
choose (NidaShowRun *self,
        GdkMonitor  *here)
{
  g_autofree char *key = g_settings_get_string (nida_look_get_settings (nida_look_get ()), NIDA_SHOW_RUN_MONITOR);

  return nida_monitors_choose (self->monitors, here, key);
}

static gboolean
wants_window (void)
{
  g_autofree char *key = g_settings_get_string (nida_look_get_settings (nida_look_get ()), NIDA_SHOW_RUN_MONITOR);

  return g_str_equal (key, NIDA_SHOW_RUN_WINDOW);
}

/* Two monitors have a window each; one has both windows, as windows, and so has who shares one of them in a call. Who takes the
 * audience's window off its screen for a moment keeps the presenter's where it is, whatever happens to the monitors. */
static void
place (NidaShowRun *self,
       GdkMonitor  *here)
{
  GdkMonitor *monitor = self->presenter != NULL ? choose (self, here) : here;

  place_presenter (self, monitor != NULL && self->presenter != NULL && !wants_window () ? other_than (self, monitor) : NULL);
  place_audience (self, monitor);
}

static void
monitors_changed_cb (NidaShowRun *self)
{
  GdkMonitor *monitor = nida_audience_window_get_monitor (self->audience);
  gboolean whole = self->desk == NULL || nida_monitors_has (self->monitors, self->desk);

  if (monitor != NULL && nida_monitors_has (self->monitors, monitor) && whole)
    tell_presenter (self);
  else
    place (self, whole && self->desk != NULL ? self->desk : nida_monitors_get (self->monitors, 0));
}

static void
remember (NidaShowRun *self)
{
  GdkMonitor *monitor = nida_audience_window_get_monitor (self->audience);
  g_autofree char *key = monitor != NULL ? nida_monitor_dup_key (monitor) : NULL;

  if (key != NULL && nida_monitors_get_n (self->monitors) > 1)
    g_settings_set_string (nida_look_get_settings (nida_look_get ()), NIDA_SHOW_RUN_MONITOR, key);
}

static void
swap (NidaShowRun *self)
{
  GdkMonitor *monitor = nida_audience_window_get_monitor (self->audience);
  GdkMonitor *other = other_than (self, monitor);

  if (monitor == NULL || other == NULL)
    return;
  place_presenter (self, self->presenter != NULL ? monitor : NULL);
  place_audience (self, other);
  remember (self);
}

static void
toggle_window (NidaShowRun *self)
{
  GdkMonitor *monitor = self->presenter != NULL ? choose (self, self->desk) : nida_monitors_get (self->monitors, 0);

  self->windowed = nida_audience_window_get_monitor (self->audience) != NULL;
  /* with one monitor it lies over the presenter's window, which alt and tab bring back */
  place_audience (self, monitor != NULL ? monitor : nida_monitors_get (self->monitors, 0));
}

/* --- the desktop --- */

static void
keep_awake (NidaShowRun *self,
            GtkWindow   *parent)
{
  self->application = gtk_window_get_application (parent);
  if (self->application == NULL)
    return;
  g_object_ref (self->application);
  self->inhibited = gtk_application_inhibit (self->application, parent, GTK_APPLICATION_INHIBIT_IDLE | GTK_APPLICATION_INHIBIT_SUSPEND,
                                             _("A presentation is running"));
  nida_show_set_awake (self->show, self->inhibited != 0);
}

static void
let_sleep (NidaShowRun *self)
{
  if (self->inhibited != 0)
    gtk_application_uninhibit (self->application, self->inhibited);
  self->inhibited = 0;
  g_clear_object (&self->application);
}

/* --- beginning and end --- */

static void
command_cb (NidaShowRun *self,
            int          command)
{
  switch ((NidaShowCommand) command)
    {
    case NIDA_SHOW_END: nida_show_run_end (self); break;
    case NIDA_SHOW_SWAP: swap (self); break;
    case NIDA_SHOW_FULLSCREEN: toggle_window (self); break;
    default: break;
    }
}

void
nida_show_run_end (NidaShowRun *self)
{
  g_autoptr (NidaShowRun) held = self == current ? self : NULL;

  if (held == NULL)
    return;
  current = NULL;
  let_sleep (self);
  gtk_window_destroy (GTK_WINDOW (self->audience));
  if (self->presenter != NULL)
    gtk_window_destroy (GTK_WINDOW (self->presenter));
  self->audience = NULL;
  self->presenter = NULL;
  g_signal_emit (self, signals[ENDED], 0);
}

static void
nida_show_run_dispose (GObject *object)
{
  NidaShowRun *self = NIDA_SHOW_RUN (object);

  g_clear_object (&self->show);
  g_clear_object (&self->monitors);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (nida_show_run_parent_class)->dispose (object);
}

static void
nida_show_run_class_init (NidaShowRunClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nida_show_run_dispose;
  signals[ENDED] = g_signal_new ("ended", NIDA_TYPE_SHOW_RUN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nida_show_run_init (NidaShowRun *self)
{
}

static GdkMonitor *
monitor_of (GtkWindow *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  return surface != NULL ? gdk_display_get_monitor_at_surface (gtk_widget_get_display (GTK_WIDGET (window)), surface) : NULL;
}

NidaShowRun *
nida_show_run_begin (NidaShow   *show,
                     GtkWindow  *parent,
                     const char *title,
                     gboolean    here)
{
  NidaShowRun *self;

  if (current != NULL)
    nida_show_run_end (current);
  self = g_object_new (NIDA_TYPE_SHOW_RUN, NULL);
  current = self;
  self->show = g_object_ref (show);
  self->monitors = nida_monitors_new (gtk_widget_get_display (GTK_WIDGET (parent)));
  self->audience = NIDA_AUDIENCE_WINDOW (nida_audience_window_new (show));
  nida_audience_window_set_alone (self->audience, here);
  if (!here)
    {
      self->presenter = NIDA_PRESENTER_WINDOW (nida_presenter_window_new (show));
      nida_presenter_window_set_title (self->presenter, title);
      self->windowed = wants_window ();
    }
  keep_awake (self, parent);
  place (self, monitor_of (parent));
  g_signal_connect_object (show, "command", G_CALLBACK (command_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->monitors, "changed", G_CALLBACK (monitors_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (nida_show_run_end), self, G_CONNECT_SWAPPED);
  nida_show_begin (show);
  gtk_window_present (GTK_WINDOW (self->audience));
  if (self->presenter != NULL)
    gtk_window_present (GTK_WINDOW (self->presenter));
  return self;
}

NidaShow *
nida_show_run_get_show (NidaShowRun *self)
{
  return self->show;
}

NidaAudienceWindow *
nida_show_run_get_audience (NidaShowRun *self)
{
  return self->audience;
}

NidaPresenterWindow *
nida_show_run_get_presenter (NidaShowRun *self)
{
  return self->presenter;
}

NidaShowRun *
nida_show_run_get_current (void)
{
  return current;
}
