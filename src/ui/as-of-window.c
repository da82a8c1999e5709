/* The moments at which copies were kept come from the disk, in a thread; a day that is typed wins over the row that is
 * chosen. */
#include "config.h"

#include "as-of-window.h"

#include "look.h"
#include "moments.h"
#include "translate.h"
#include "ui-shell.h"

#include <string.h>

#define MAX_ROWS   200
#define MAX_GROWTH 1.3      /* with the text: the list keeps some rows, and the window a screen of 800×600 */

struct _NidaAsOfWindow
{
  GtkWindow     parent_instance;

  GtkWidget    *show;
  GtkEntry     *day;
  GtkListBox   *list;
  GtkLabel     *status;

  NidaSession  *session;
  gboolean      compare;
  GCancellable *cancellable;
};

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NidaAsOfWindow, nida_as_of_window, GTK_TYPE_WINDOW)

/* --- what is chosen --- */

/* The end of the day, month or year in the entry; FALSE where it is none. 0 for an empty entry. */
static gboolean
read_day (NidaAsOfWindow *self,
          gint64         *as_of)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->day))));
  NidaDate date = NIDA_DATE_NONE;

  *as_of = 0;
  if (*text == '\0')
    return TRUE;
  if (nida_date_parse (text, strlen (text), &date) != NIDA_DATE_OK)
    return FALSE;
  *as_of = nida_date_local_end (date);
  return *as_of > 0;
}

static GtkListBoxRow *
get_row (NidaAsOfWindow *self)
{
  return gtk_list_box_get_selected_row (self->list);
}

static void
update (NidaAsOfWindow *self)
{
  gboolean typed = *gtk_editable_get_text (GTK_EDITABLE (self->day)) != '\0';
  gint64 as_of;
  gboolean usable = read_day (self, &as_of);

  if (usable)
    gtk_widget_remove_css_class (GTK_WIDGET (self->day), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->day), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->day), GTK_ACCESSIBLE_STATE_INVALID,
                               usable ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_widget_set_sensitive (self->show, typed ? usable : get_row (self) != NULL);
}

static void
day_cb (NidaAsOfWindow *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->day)) != '\0')
    gtk_list_box_unselect_all (self->list);
  update (self);
}

static void
selected_cb (NidaAsOfWindow *self)
{
  if (self->list == NULL)
    return;      /* it is being taken apart */
  if (get_row (self) != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->day), "");
  update (self);
}

static void
show_cb (NidaAsOfWindow *self)
{
  GtkListBoxRow *row = get_row (self);
  gint64 as_of;

  if (!read_day (self, &as_of) || (as_of == 0 && row == NULL))
    return;
  if (as_of == 0)
    as_of = *(gint64 *) g_object_get_data (G_OBJECT (row), "nida-as-of");
  g_signal_emit (self, signals[CHOSEN], 0, as_of);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- the list --- */

static void
append_row (NidaAsOfWindow *self,
            gint64          as_of,
            const char     *title,
            const char     *names)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), nida_shell_new_label (title, NULL));
  if (names != NULL)
    {
      gtk_box_append (GTK_BOX (box), nida_shell_new_label (names, "nida-subtitle"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, names, -1);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "nida-as-of", g_memdup2 (&as_of, sizeof as_of), g_free);
  gtk_list_box_append (self->list, row);
  if (!self->compare && as_of == nida_filter_set_get_as_of (nida_session_get_filters (self->session)))
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

static char *
list_names (char **names)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  g_autoptr (GPtrArray) isolated = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (isolated, nida_language_name (language, names[i], NULL));
  g_ptr_array_add (isolated, NULL);
  return nida_language_list (language, (const char * const *) isolated->pdata);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (NidaAsOfWindow) self = user_data;
  g_autoptr (GPtrArray) moments = nida_moments_finish (result, NULL);

  if (g_cancellable_is_cancelled (self->cancellable) || moments == NULL)
    return;
  for (guint i = self->compare ? 1 : 0; i < MIN (moments->len, MAX_ROWS); i++)
    {
      const NidaMoment *moment = moments->pdata[i];
      g_autofree char *title = nida_language_moment (nida_look_get_language (nida_look_get ()), moment->as_of, TRUE);
      g_autofree char *names = list_names (moment->names);

      append_row (self, moment->as_of, title, names);
    }
  if (self->compare && *gtk_editable_get_text (GTK_EDITABLE (self->day)) == '\0' && gtk_list_box_get_row_at_index (self->list, 0) != NULL)
    {
      GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

      gtk_list_box_select_row (self->list, first);
      gtk_widget_grab_focus (GTK_WIDGET (first));
    }
  nida_shell_set_label (self->status, moments->len > (self->compare ? 1 : 0)
                        ? _("A copy is kept each time that a source is read and has changed. Of any other day the copy before it is shown.")
                        : _("No earlier copy of these sources is kept yet. One is kept each time that a source is read and has changed."));
}

static void
list_moments (NidaAsOfWindow *self)
{
  g_auto (GStrv) uris = nida_session_dup_uris (self->session);

  nida_moments_list_async (nida_cache_get_default (), (const char * const *) uris, self->cancellable, listed_cb,
                           g_object_ref (self));
}

/* --- object --- */

static void
nida_as_of_window_dispose (GObject *object)
{
  NidaAsOfWindow *self = NIDA_AS_OF_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), NIDA_TYPE_AS_OF_WINDOW);
  G_OBJECT_CLASS (nida_as_of_window_parent_class)->dispose (object);
}

static void
nida_as_of_window_finalize (GObject *object)
{
  NidaAsOfWindow *self = NIDA_AS_OF_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (nida_as_of_window_parent_class)->finalize (object);
}

static void
nida_as_of_window_class_init (NidaAsOfWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_as_of_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = nida_as_of_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/nida/Nida/as-of-window.ui");
  gtk_widget_class_bind_template_child (widget_class, NidaAsOfWindow, show);
  gtk_widget_class_bind_template_child (widget_class, NidaAsOfWindow, day);
  gtk_widget_class_bind_template_child (widget_class, NidaAsOfWindow, list);
  gtk_widget_class_bind_template_child (widget_class, NidaAsOfWindow, status);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_window_close);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_INT64);
}

static void
nida_as_of_window_init (NidaAsOfWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  gtk_window_set_default_widget (GTK_WINDOW (self), self->show);
}

GtkWidget *
nida_as_of_window_new (GtkWindow   *parent,
                       NidaSession *session,
                       gboolean     compare)
{
  NidaAsOfWindow *self = g_object_new (NIDA_TYPE_AS_OF_WINDOW, "transient-for", parent, NULL);

  double scale = MIN (nida_look_get_text_scale (nida_look_get ()), MAX_GROWTH);

  self->session = g_object_ref (session);
  self->compare = compare;
  gtk_window_set_default_size (GTK_WINDOW (self), (int) (460 * scale), (int) (460 * scale));
  if (compare)
    gtk_window_set_title (GTK_WINDOW (self), _("Changes Since an Earlier Day"));
  else
    append_row (self, 0, _("The newest data"), NULL);
  list_moments (self);
  update (self);
  return GTK_WIDGET (self);
}
