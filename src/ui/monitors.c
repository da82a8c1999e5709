/* Monitors come and go while a show runs. A new one is listed before the display knows where it is, so a change is told at the
 * next turn of the main loop, and again when more is known. */
#include "config.h"

#include "monitors.h"

#include "look.h"
#include "translate.h"
#include "ui-shell.h"

#define IDENTIFY_SECONDS 3

struct _NidaMonitors {
  GObject     parent_instance;

  GListModel *list;
  GPtrArray  *known;      /* GdkMonitor: those we listen to */
  guint       idle;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NidaMonitors, nida_monitors, G_TYPE_OBJECT)

static gboolean
tell_cb (gpointer user_data)
{
  NidaMonitors *self = user_data;

  self->idle = 0;
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
tell_later (NidaMonitors *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (tell_cb, self);
}

static void
forget (NidaMonitors *self)
{
  for (guint i = 0; i < self->known->len; i++)
    g_signal_handlers_disconnect_by_data (self->known->pdata[i], self);
  g_ptr_array_set_size (self->known, 0);
}

static void
list_changed_cb (NidaMonitors *self)
{
  static const char * const facts[] = { "notify::geometry", "notify::connector", "notify::model" };

  forget (self);
  for (guint i = 0; i < g_list_model_get_n_items (self->list); i++)
    {
      GdkMonitor *monitor = g_list_model_get_item (self->list, i);

      g_ptr_array_add (self->known, monitor);
      for (guint j = 0; j < G_N_ELEMENTS (facts); j++)
        g_signal_connect_swapped (monitor, facts[j], G_CALLBACK (tell_later), self);
    }
  tell_later (self);
}

static void
nida_monitors_dispose (GObject *object)
{
  NidaMonitors *self = NIDA_MONITORS (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  if (self->known != NULL)
    forget (self);
  g_clear_object (&self->list);
  g_clear_pointer (&self->known, g_ptr_array_unref);
  G_OBJECT_CLASS (nida_monitors_parent_class)->dispose (object);
}

static void
nida_monitors_class_init (NidaMonitorsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nida_monitors_dispose;
  signals[CHANGED] = g_signal_new ("changed", NIDA_TYPE_MONITORS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nida_monitors_init (NidaMonitors *self)
{
  self->known = g_ptr_array_new_with_free_func (g_object_unref);
}

NidaMonitors *
nida_monitors_new (GdkDisplay *display)
{
  NidaMonitors *self = g_object_new (NIDA_TYPE_MONITORS, NULL);

  self->list = g_object_ref (gdk_display_get_monitors (display));
  g_signal_connect_swapped (self->list, "items-changed", G_CALLBACK (list_changed_cb), self);
  list_changed_cb (self);
  return self;
}

guint
nida_monitors_get_n (NidaMonitors *self)
{
  return self->known->len;
}

GdkMonitor *
nida_monitors_get (NidaMonitors *self,
                   guint         index)
{
  return index < self->known->len ? self->known->pdata[index] : NULL;
}

gboolean
nida_monitors_has (NidaMonitors *self,
                   GdkMonitor   *monitor)
{
  return monitor != NULL && gdk_monitor_is_valid (monitor) && g_ptr_array_find (self->known, monitor, NULL);
}

GdkMonitor *
nida_monitors_find (NidaMonitors *self,
                    const char   *key)
{
  for (guint i = 0; i < self->known->len; i++)
    {
      g_autofree char *own = nida_monitor_dup_key (self->known->pdata[i]);

      if (g_strcmp0 (own, key) == 0)
        return self->known->pdata[i];
    }
  return NULL;
}

GdkMonitor *
nida_monitors_choose (NidaMonitors *self,
                      GdkMonitor   *here,
                      const char   *key)
{
  GdkMonitor *known = nida_monitors_find (self, key);

  if (self->known->len < 2 || known != NULL)
    return self->known->len < 2 ? NULL : known;
  for (guint i = 0; i < self->known->len; i++)
    if (self->known->pdata[i] != here)
      return self->known->pdata[i];
  return NULL;
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

char *
nida_monitor_dup_key (GdkMonitor *monitor)
{
  return g_strjoin ("/", or_empty (gdk_monitor_get_manufacturer (monitor)), or_empty (gdk_monitor_get_model (monitor)),
                    or_empty (gdk_monitor_get_connector (monitor)), NULL);
}

char *
nida_monitor_dup_name (GdkMonitor   *monitor,
                       NidaLanguage *language)
{
  const char *model = gdk_monitor_get_model (monitor), *connector = gdk_monitor_get_connector (monitor);
  g_autofree char *both = NULL;

  if (model != NULL && connector != NULL && !g_str_equal (model, connector))
    both = g_strdup_printf ("%s, %s", model, connector);
  else
    both = g_strdup (connector != NULL ? connector : model != NULL ? model : _("Monitor"));
  return nida_language_isolate (language, both);
}

char *
nida_monitor_dup_size (GdkMonitor   *monitor,
                       NidaLanguage *language)
{
  GdkRectangle box;
  g_autofree char *size = NULL, *digits = NULL;

  gdk_monitor_get_geometry (monitor, &box);
  size = g_strdup_printf ("%d×%d", box.width * gdk_monitor_get_scale_factor (monitor), box.height * gdk_monitor_get_scale_factor (monitor));
  digits = nida_language_digits (language, size);
  return nida_language_isolate (language, digits);
}

/* --- which is which --- */

static gboolean
close_cb (gpointer window)
{
  gtk_window_destroy (window);
  return G_SOURCE_REMOVE;
}

static GtkWidget *
new_label (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, style);
  return label;
}

static void
identify (GdkMonitor     *monitor,
          guint           number,
          GtkApplication *application)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  g_autofree char *digits = nida_language_integer (language, number);
  g_autofree char *name = nida_monitor_dup_name (monitor, language);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  gtk_window_set_application (GTK_WINDOW (window), application);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_widget_set_can_focus (window, FALSE);
  gtk_window_set_title (GTK_WINDOW (window), name);
  gtk_widget_add_css_class (window, "nida");
  gtk_widget_add_css_class (window, "nida-identify");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), new_label (digits, "nida-identify-number"));
  gtk_box_append (GTK_BOX (box), new_label (name, "nida-identify-name"));
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_fullscreen_on_monitor (GTK_WINDOW (window), monitor);
  gtk_window_present (GTK_WINDOW (window));
  g_timeout_add_seconds_full (G_PRIORITY_DEFAULT, IDENTIFY_SECONDS, close_cb, g_object_ref (window), g_object_unref);
}

void
nida_monitors_identify (NidaMonitors   *self,
                        GtkApplication *application)
{
  for (guint i = 0; i < self->known->len; i++)
    identify (self->known->pdata[i], i + 1, application);
}
