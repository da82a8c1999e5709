/* How far the reading is: what is read, a bar, the rows so far, and Cancel. Shown when it takes longer than a blink; what is
 * read by the clock moves nothing on the page unless it takes so long that somebody may want to cancel it. */
#include "config.h"

#include "loading-bar.h"

#include "look.h"
#include "translate.h"
#include "ui-shell.h"

#define BLINK_MS 80
#define DUE_MS   15000

struct _NidaLoadingBar
{
  GtkWidget       parent_instance;

  GtkWidget      *box;
  GtkLabel       *label;
  GtkProgressBar *bar;

  NidaSession    *session;
  guint           timeout;
};

G_DEFINE_FINAL_TYPE (NidaLoadingBar, nida_loading_bar, GTK_TYPE_WIDGET)

static char *
pending_words (NidaLoadingBar *self)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  const char * const *inputs = nida_session_get_pending (self->session);
  const char *first = NULL;
  guint n = 0;
  g_autofree char *count = NULL, *base = NULL, *name = NULL;

  /* those that rest are taken as they are */
  for (guint i = 0; inputs != NULL && inputs[i] != NULL; i++)
    if (nida_session_is_reading (self->session, inputs[i]) && n++ == 0)
      first = inputs[i];
  count = nida_language_integer (language, n);
  base = first != NULL ? g_path_get_basename (first) : g_strdup ("");
  name = nida_language_isolate (language, base);
  if (n > 1)
    return g_strdup_printf (/* xgettext:c-format */ ngettext ("Reading %s file…", "Reading %s files…", n), count);
  /* Translators: %s is the name of a file */
  return g_strdup_printf (_("Reading %s…"), name);
}

static gboolean
blink_cb (gpointer user_data)
{
  NidaLoadingBar *self = user_data;
  g_autofree char *words = pending_words (self);

  self->timeout = 0;
  if (self->box == NULL)
    gtk_widget_init_template (GTK_WIDGET (self));
  nida_shell_set_label (self->label, words);
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  return G_SOURCE_REMOVE;
}

static void
loading_cb (NidaLoadingBar *self,
            gboolean        loading)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (loading)
    self->timeout = g_timeout_add (nida_session_is_due (self->session) ? DUE_MS : BLINK_MS, blink_cb, self);
  else
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
progress_cb (NidaLoadingBar *self,
             guint64         bytes,
             guint64         total,
             guint64         rows)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  g_autofree char *first = pending_words (self);
  g_autofree char *count = nida_language_integer (language, (gint64) rows);
  g_autofree char *size = nida_language_bytes (language, bytes);
  g_autofree char *second = rows > 0 ? g_strdup_printf (/* xgettext:c-format */ ngettext ("%s row", "%s rows", rows), count) : NULL;
  g_autofree char *words = g_strdup_printf ("%s %s", first, second != NULL ? second : size);

  if (self->box == NULL)
    return;
  nida_shell_set_label (self->label, words);
  if (total > 0)
    gtk_progress_bar_set_fraction (self->bar, CLAMP ((double) bytes / (double) total, 0.0, 1.0));
  else
    gtk_progress_bar_pulse (self->bar);
}

static void
cancel_cb (NidaLoadingBar *self)
{
  nida_session_cancel (self->session);
}

static void
nida_loading_bar_dispose (GObject *object)
{
  NidaLoadingBar *self = NIDA_LOADING_BAR (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->box != NULL)
    nida_shell_clear_template (GTK_WIDGET (self), NIDA_TYPE_LOADING_BAR);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (nida_loading_bar_parent_class)->dispose (object);
}

static void
nida_loading_bar_class_init (NidaLoadingBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_loading_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/nida/Nida/loading-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, NidaLoadingBar, box);
  gtk_widget_class_bind_template_child (widget_class, NidaLoadingBar, label);
  gtk_widget_class_bind_template_child (widget_class, NidaLoadingBar, bar);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
nida_loading_bar_init (NidaLoadingBar *self)
{
  /* Most readings end before there is anything to show: see blink_cb(). */
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
nida_loading_bar_new (NidaSession *session)
{
  NidaLoadingBar *self = g_object_new (NIDA_TYPE_LOADING_BAR, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "loading", G_CALLBACK (loading_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  if (nida_session_is_loading (session))
    loading_cb (self, TRUE);
  return GTK_WIDGET (self);
}
