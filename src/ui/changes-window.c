/* The list follows the session: each refresh fills it anew. A line opens the record of its row; what vanished opens that of the
 * earlier reading. */
#include "config.h"

#include "changes-window.h"

#include "as-of-window.h"
#include "look.h"
#include "moments.h"
#include "row-opener.h"
#include "translate.h"
#include "ui-shell.h"

#define MAX_COPY 100000
#define WIDTH    118      /* of a column, in points at text scale 1 */

struct _NidaChangesWindow
{
  GtkWindow           parent_instance;

  GtkLabel           *summary;
  GtkWidget          *copy, *seen;
  GtkColumnView      *view;

  GtkMultiSelection  *selection;
  NidaSession        *session;
  NidaChangeSet      *changes;       /* NULL when nothing differs */
  GCancellable       *cancellable;
};

G_DEFINE_FINAL_TYPE (NidaChangesWindow, nida_changes_window, GTK_TYPE_WINDOW)

static guint
index_of (gpointer row)
{
  return (guint) nida_text_row_get_tag (row);
}

/* --- columns --- */

typedef struct {
  NidaChangesWindow *self;
  NidaChangesColumn  column;
} Column;

static gboolean
is_amount (NidaChangesColumn column)
{
  return column == NIDA_CHANGES_BEFORE || column == NIDA_CHANGES_NOW;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          const Column             *column)
{
  GtkWidget *cell = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (cell), is_amount (column->column) ? nida_shell_figure_align () : 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         const Column             *column)
{
  NidaChangesWindow *self = column->self;
  g_autofree char *text = NULL;

  if (self->changes == NULL)
    return;
  text = nida_changes_cell (self->changes, index_of (gtk_list_item_get_item (item)), column->column);
  nida_shell_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
  nida_shell_set_tooltip (gtk_list_item_get_child (item), g_utf8_strlen (text, -1) > 16 ? text : NULL);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      data)
{
  const Column *column = data;

  return column->self->changes == NULL ? GTK_ORDERING_EQUAL
         : nida_changes_compare (column->self->changes, index_of ((gpointer) a), index_of ((gpointer) b), column->column);
}

static Column *
column_new (NidaChangesWindow *self,
            NidaChangesColumn  which)
{
  Column *column = g_new (Column, 1);

  *column = (Column) { self, which };
  return column;
}

static void
column_free (gpointer  column,
             GClosure *closure)
{
  g_free (column);
}

static void
append_column (NidaChangesWindow *self,
               NidaChangesColumn  which)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Column *column = column_new (self, which);
  g_autoptr (GtkColumnViewColumn) added = gtk_column_view_column_new (nida_changes_title (which), factory);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, column_new (self, which), g_free));
  int width = which == NIDA_CHANGES_WHAT ? WIDTH * 3 / 2 : WIDTH;

  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), column, column_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), column);
  gtk_column_view_column_set_sorter (added, sorter);
  gtk_column_view_column_set_resizable (added, TRUE);
  gtk_column_view_column_set_fixed_width (added, (int) (width * nida_look_get_text_scale (nida_look_get ())));
  gtk_column_view_column_set_expand (added, which == NIDA_CHANGES_WHAT);
  gtk_column_view_append_column (self->view, added);
  if (is_amount (which))
    nida_shell_align_newest_title (self->view);
}

/* --- filling --- */

static void
show_summary (NidaChangesWindow *self,
              const char        *words)
{
  nida_shell_set_label (self->summary, words);
}

static gboolean
is_earlier (NidaChangesWindow *self)
{
  return nida_filter_set_get_as_of (nida_session_get_filters (self->session)) != 0;
}

static void
fill (NidaChangesWindow *self)
{
  GListStore *rows = g_list_store_new (NIDA_TYPE_TEXT_ROW);
  const char *no_cells[] = { NULL };
  g_autofree char *words = NULL;

  gtk_multi_selection_set_model (self->selection, NULL);
  g_clear_pointer (&self->changes, nida_change_set_unref);
  if (nida_session_get_changes (self->session) != NULL)
    self->changes = nida_change_set_ref (nida_session_get_changes (self->session));
  for (guint i = 0; self->changes != NULL && i < self->changes->changes->len; i++)
    {
      g_autoptr (NidaTextRow) row = nida_text_row_new (no_cells, (int) i);

      g_list_store_append (rows, row);
    }
  gtk_multi_selection_set_model (self->selection, G_LIST_MODEL (gtk_sort_list_model_new (G_LIST_MODEL (rows),
                                 g_object_ref (gtk_column_view_get_sorter (self->view)))));
  gtk_widget_set_sensitive (self->copy, self->changes != NULL);
  gtk_widget_set_sensitive (self->seen, self->changes != NULL);
  words = self->changes != NULL ? nida_changes_words (self->changes)
          : is_earlier (self) ? g_strdup (_("Data of an earlier day are shown, and compared with nothing. Go back to the newest data."))
          : g_strdup (_("Nothing differs."));
  show_summary (self, words);
}

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (NidaChangesWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  /* The session tells its changes, and the list is filled by that. */
  if (!nida_session_compare_finish (NIDA_SESSION (source), result, &error) && !g_cancellable_is_cancelled (self->cancellable))
    show_summary (self, error->message);
}

static void
compare_since (NidaChangesWindow *self,
               gint64             moment)
{
  show_summary (self, _("Comparing…"));
  nida_session_compare_async (self->session, moment, self->cancellable, compared_cb, g_object_ref (self));
}

/* The first moment is that of the newest bytes. */
static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (NidaChangesWindow) self = user_data;
  g_autoptr (GPtrArray) moments = nida_moments_finish (result, NULL);

  if (moments == NULL || g_cancellable_is_cancelled (self->cancellable) || self->changes != NULL)
    return;
  if (moments->len < 2)
    show_summary (self, _("No earlier copy of these sources is kept yet. One is kept each time that a source is read and has changed."));
  else
    compare_since (self, ((const NidaMoment *) moments->pdata[1])->as_of);
}

static void
find_last_time (NidaChangesWindow *self)
{
  g_auto (GStrv) uris = nida_session_dup_uris (self->session);

  show_summary (self, _("Looking for kept copies…"));
  nida_moments_list_async (nida_cache_get_default (), (const char * const *) uris, self->cancellable, listed_cb,
                           g_object_ref (self));
}

/* --- what is clicked --- */

static void
chosen_cb (NidaChangesWindow *self,
           gint64             moment)
{
  compare_since (self, moment);
}

static void
since_cb (NidaChangesWindow *self)
{
  GtkWidget *window = nida_as_of_window_new (GTK_WINDOW (self), self->session, TRUE);

  g_signal_connect_object (window, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

/* The marks go; what comes next is compared with what is shown now. */
static void
seen_cb (NidaChangesWindow *self)
{
  nida_session_compare_async (self->session, 0, NULL, compared_cb, g_object_ref (self));
  gtk_window_close (GTK_WINDOW (self));
}

static void
activate_cb (NidaChangesWindow *self,
             guint              position)
{
  g_autoptr (NidaTextRow) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  NidaDataset *dataset;
  guint row;

  if (item == NULL || self->changes == NULL)
    return;
  dataset = nida_changes_get_row (self->changes, index_of (item), &row);
  nida_row_open (self->session, GTK_WINDOW (self), dataset, row);
}

static void
copy_action_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  g_autofree char *tsv = nida_changes_window_to_tsv (NIDA_CHANGES_WINDOW (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), tsv);
}

/* --- object --- */

static void
nida_changes_window_dispose (GObject *object)
{
  NidaChangesWindow *self = NIDA_CHANGES_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), NIDA_TYPE_CHANGES_WINDOW);
  self->view = NULL;
  G_OBJECT_CLASS (nida_changes_window_parent_class)->dispose (object);
}

static void
nida_changes_window_finalize (GObject *object)
{
  NidaChangesWindow *self = NIDA_CHANGES_WINDOW (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->changes, nida_change_set_unref);
  G_OBJECT_CLASS (nida_changes_window_parent_class)->finalize (object);
}

static void
nida_changes_window_class_init (NidaChangesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_changes_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = nida_changes_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/nida/Nida/changes-window.ui");
  gtk_widget_class_bind_template_child (widget_class, NidaChangesWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, NidaChangesWindow, copy);
  gtk_widget_class_bind_template_child (widget_class, NidaChangesWindow, seen);
  gtk_widget_class_bind_template_child (widget_class, NidaChangesWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, since_cb);
  gtk_widget_class_bind_template_callback (widget_class, seen_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "changes.copy", NULL, copy_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "changes.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
nida_changes_window_init (NidaChangesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  nida_shell_name_list (self->view, _("New, changed and vanished rows"));
  self->cancellable = g_cancellable_new ();
  self->selection = gtk_multi_selection_new (NULL);
  for (NidaChangesColumn column = 0; column < NIDA_N_CHANGES_COLUMNS; column++)
    append_column (self, column);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

GtkWidget *
nida_changes_window_new (GtkWindow   *parent,
                         NidaSession *session)
{
  NidaChangesWindow *self = g_object_new (NIDA_TYPE_CHANGES_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changes", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  if (self->changes == NULL && !is_earlier (self))
    find_last_time (self);
  return GTK_WIDGET (self);
}

guint
nida_changes_window_get_n (NidaChangesWindow *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}

char *
nida_changes_window_to_tsv (NidaChangesWindow *self)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint n_selected = (guint) gtk_bitset_get_size (selected);
  guint n = n_selected > 0 ? n_selected : nida_changes_window_get_n (self);

  nida_changes_append_header (out);
  for (guint i = 0; self->changes != NULL && i < MIN (n, MAX_COPY); i++)
    {
      g_autoptr (NidaTextRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection),
                                                           n_selected > 0 ? gtk_bitset_get_nth (selected, i) : i);

      nida_changes_append_line (out, self->changes, index_of (row));
    }
  return g_string_free (out, FALSE);
}
