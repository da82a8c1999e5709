/* The rows behind the filters, as a table: sorted by our own permutation, copied as TSV, made row by row as they are seen. */
#include "config.h"

#include "data-table.h"

#include "data-cells.h"
#include "flow.h"
#include "look.h"
#include "row-opener.h"
#include "save-dialog.h"
#include "row-list.h"
#include "translate.h"
#include "table-scroll.h"
#include "ui-shell.h"
#include "words.h"

#define CHANGE_WIDTH 84   /* points at text scale 1 */
#define MAX_COPY 100000   /* rows: more would freeze whoever pastes them */

struct _NidaDataTable
{
  GtkWidget      parent_instance;

  GtkLabel      *count;
  GtkColumnView *view;
  GtkWidget     *copy;
  GtkWidget     *save;
  GtkWidget     *focus;           /* which figure the rows are behind; lets go of it */
  GtkLabel      *focus_label;
  GtkWidget     *scroller;

  NidaSession   *session;
  NidaRowList   *list;
  NidaChangeSet *changes;         /* that the first column tells, or NULL */
  GtkMultiSelection *selection;
  GCancellable  *sorting;
  NidaField      probed;          /* see primary_order() */
  NidaField      sort_field;
  gboolean       descending;
  gboolean       active, stale;
};

G_DEFINE_FINAL_TYPE (NidaDataTable, nida_data_table, GTK_TYPE_WIDGET)

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  field)
{
  GtkWidget *cell = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (cell), nida_data_field_is_number (GPOINTER_TO_INT (field)) ? nida_shell_figure_align () : 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (cell), TRUE);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  field)
{
  NidaFlow *flow = gtk_list_item_get_item (item);
  g_autofree char *text = nida_data_column_text (nida_flow_get_dataset (flow), nida_flow_get_row (flow), GPOINTER_TO_INT (field));

  nida_shell_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
  if (GPOINTER_TO_INT (field) == NIDA_FIELD_KIND)
    {
      g_autofree char *words = nida_data_row_words (nida_flow_get_dataset (flow), nida_flow_get_row (flow));

      nida_shell_name_row (gtk_list_item_get_child (item), words);
    }
}

/* --- sorting: the view's sorters only say which header was clicked --- */

static int
probe_cb (gconstpointer a,
          gconstpointer b,
          gpointer      column)
{
  NidaDataTable *self = g_object_get_data (column, "nida-table");

  if (self->probed == NIDA_FIELD_NONE)
    self->probed = GPOINTER_TO_INT (g_object_get_data (column, "nida-field"));
  return GTK_ORDERING_SMALLER;
}

/* GTK 4.8 does not say by which column a view is sorted. Its sorter asks the first column first, and turns the answer
 * round where the order is descending: the columns' sorters note that they were asked. */
static NidaField
primary_order (NidaDataTable *self,
               gboolean      *descending)
{
  g_autoptr (NidaFlow) a = NULL;
  g_autoptr (NidaFlow) b = NULL;
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);

  if (nida_session_get_dataset (self->session) == NULL || nida_dataset_get_n_rows (nida_session_get_dataset (self->session)) == 0)
    return NIDA_FIELD_NONE;
  /* Two objects: an object is never compared with itself. */
  a = nida_flow_new (nida_session_get_dataset (self->session), 0);
  b = nida_flow_new (nida_session_get_dataset (self->session), 0);
  self->probed = NIDA_FIELD_NONE;
  *descending = gtk_sorter_compare (sorter, a, b) == GTK_ORDERING_LARGER;
  return self->probed;
}

static int
compare_names (const char *a,
               const char *b,
               gpointer    language)
{
  return nida_language_collate (language, a, b);
}

static void
sorted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (NidaDataTable) self = user_data;
  g_autoptr (GError) error = NULL;

  nida_row_list_sort_finish (NIDA_ROW_LIST (source), result, &error);
  if (NIDA_ROW_LIST (source) == self->list && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_clear_object (&self->sorting);
}

static void
sort_now (NidaDataTable *self)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());

  if (self->list == NULL || self->sort_field == NIDA_FIELD_NONE)
    return;
  if (self->sorting != NULL)
    g_cancellable_cancel (self->sorting);
  g_clear_object (&self->sorting);
  self->sorting = g_cancellable_new ();
  nida_language_collate (language, "a", "b");   /* opens the collator here, not in the thread */
  nida_row_list_sort_async (self->list, self->sort_field, self->descending, nida_language_is_arabic (language),
                            compare_names, g_object_ref (language), g_object_unref, self->sorting, sorted_cb, g_object_ref (self));
}

static void
sorter_changed_cb (NidaDataTable *self)
{
  if (self->view == NULL)
    return;
  self->sort_field = primary_order (self, &self->descending);
  if (self->sort_field != NIDA_FIELD_NONE)
    sort_now (self);
}

/* --- columns --- */

static void
add_column (NidaDataTable *self,
            NidaField      field)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autofree char *title = nida_data_column_title (nida_session_get_dataset (self->session), field);
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (probe_cb, column, NULL));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (field));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (field));
  g_object_set_data (G_OBJECT (column), "nida-field", GINT_TO_POINTER (field));
  g_object_set_data (G_OBJECT (column), "nida-table", self);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_fixed_width (column, (int) (nida_data_field_width (field) * nida_look_get_text_scale (nida_look_get ())));
  gtk_column_view_append_column (self->view, column);
  if (nida_data_field_is_number (field))
    nida_shell_align_newest_title (self->view);
}

static void
bind_change_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                NidaDataTable            *self)
{
  NidaFlow *flow = gtk_list_item_get_item (item);
  NidaChangeKind kind = NIDA_CHANGE_NEW;
  const char *words = "";

  if (self->changes != NULL && nida_change_set_find_row (self->changes, nida_flow_get_dataset (flow), nida_flow_get_row (flow), &kind))
    /* Translators: a row that an earlier reading had otherwise */
    words = kind == NIDA_CHANGE_NEW ? C_("change", "New") : C_("change", "Changed");
  nida_shell_set_label (GTK_LABEL (gtk_list_item_get_child (item)), words);
}

/* New and changed rows say so, first of all. */
static void
add_change_column (NidaDataTable *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (_("Change"), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (NIDA_FIELD_NONE));
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_change_cb), self, 0);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_fixed_width (column, (int) (CHANGE_WIDTH * nida_look_get_text_scale (nida_look_get ())));
  gtk_column_view_append_column (self->view, column);
}

/* Takes note of what changed; FALSE when that is what is shown. */
static gboolean
take_changes (NidaDataTable *self)
{
  NidaChangeSet *changes = nida_session_get_changes (self->session);

  if (changes != NULL && changes->counts[NIDA_CHANGE_NEW] + changes->counts[NIDA_CHANGE_CHANGED] == 0)
    changes = NULL;
  if (self->changes == changes)
    return FALSE;
  g_clear_pointer (&self->changes, nida_change_set_unref);
  self->changes = changes != NULL ? nida_change_set_ref (changes) : NULL;
  return TRUE;
}

static void
rebuild_columns (NidaDataTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  NidaDataset *dataset = nida_session_get_dataset (self->session);
  const NidaField *fields;
  guint n_fields;

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
  if (self->changes != NULL)
    add_change_column (self);
  fields = nida_data_fields (&n_fields);
  for (guint i = 0; i < n_fields; i++)
    if (nida_data_has_field (dataset, fields[i]))
      add_column (self, fields[i]);
}

/* --- rows --- */

static void
show_count (NidaDataTable *self)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  guint n = nida_data_table_get_n_rows (self);
  guint n_all = nida_dataset_get_n_rows (nida_session_get_dataset (self->session));
  g_autofree char *count = nida_language_integer (language, n);
  g_autofree char *all = nida_language_integer (language, n_all);
  /* Translators: above the table; the first %s is how many rows the filters leave */
  g_autofree char *words = n == n_all ? g_strdup_printf (/* xgettext:c-format */ ngettext ("%s row", "%s rows", n), count)
                                      : g_strdup_printf (/* xgettext:c-format */ ngettext ("%s of %s row", "%s of %s rows", n_all), count, all);

  gtk_label_set_text (self->count, words);
  gtk_widget_set_sensitive (self->copy, n > 0);
  gtk_widget_set_sensitive (self->save, n > 0);
}

static void
show_focus (NidaDataTable *self)
{
  const char *words = nida_session_get_focus (self->session);
  /* Translators: a chip above the table of rows; %s is a mark of a chart: "Kuwait: $17,064,284" */
  g_autofree char *label = words != NULL ? g_strdup_printf (_("Rows behind %s"), words) : NULL;
  /* Translators: what the chip does; %s is the chip's text */
  g_autofree char *spoken = words != NULL ? g_strdup_printf (_("%s. Show all rows again."), label) : NULL;

  gtk_widget_set_visible (self->focus, words != NULL);
  if (words == NULL)
    return;
  nida_shell_set_label (self->focus_label, label);
  nida_shell_set_tooltip (self->focus, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->focus), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
refresh (NidaDataTable *self)
{
  NidaDataset *dataset = nida_session_get_dataset (self->session);

  self->stale = !self->active;
  if (dataset == NULL || !self->active)
    return;
  if (take_changes (self) || self->list == NULL || nida_row_list_get_dataset (self->list) != dataset)
    rebuild_columns (self);
  g_clear_object (&self->list);
  self->list = nida_row_list_new (dataset, nida_session_select_rows (self->session));
  gtk_multi_selection_set_model (self->selection, G_LIST_MODEL (self->list));
  sort_now (self);
  show_count (self);
  show_focus (self);
}

/* A reload has filled the table already. */
static void
changes_cb (NidaDataTable *self)
{
  NidaChangeSet *changes = nida_session_get_changes (self->session);

  if (self->changes != changes)
    refresh (self);
}

static void
add_shown_rows (NidaDataTable *self,
                GArray        *rows)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  for (guint i = 0; i < n; i++)
    {
      guint row = nida_data_table_get_row (self, i);

      g_array_append_val (rows, row);
    }
}

static gboolean
copy_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  g_autofree char *tsv = nida_data_table_to_tsv (NIDA_DATA_TABLE (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), tsv);
  gtk_widget_activate_action (widget, "win.toast", "(ss)", _("The rows were copied"), "");
  return TRUE;
}

static void
focus_clicked_cb (NidaDataTable *self)
{
  nida_session_set_focus (self->session, NULL, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
activate_cb (NidaDataTable *self,
             guint          position)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  nida_row_open (self->session, GTK_WINDOW (root), nida_row_list_get_dataset (self->list), nida_data_table_get_row (self, position));
}

/* The rows in the order in which they are seen, whatever they are when the dialog is answered. */
typedef struct {
  NidaDataset *dataset;
  GArray      *rows;
} Shown;

static void
shown_free (gpointer data)
{
  Shown *shown = data;

  g_object_unref (shown->dataset);
  g_array_unref (shown->rows);
  g_free (shown);
}

static gboolean
write_rows (GFile     *file,
            double     pixel_scale,
            gpointer   data,
            GError   **error)
{
  const Shown *shown = data;
  g_autofree char *name = g_file_get_basename (file), *lower = g_ascii_strdown (name, -1);

  if (g_str_has_suffix (lower, ".xlsx"))
    return nida_xlsx_write (shown->dataset, shown->rows, file, NULL, error);
  return nida_csv_write (shown->dataset, shown->rows, file, TRUE, NULL, error);
}

gboolean
nida_data_table_write (NidaDataTable  *self,
                       GFile          *file,
                       GError        **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  Shown shown = { nida_row_list_get_dataset (self->list), rows };

  add_shown_rows (self, rows);
  return write_rows (file, 1, &shown, error);
}

static void
save_clicked_cb (NidaDataTable *self)
{
  Shown *shown = g_new0 (Shown, 1);

  shown->dataset = g_object_ref (nida_row_list_get_dataset (self->list));
  shown->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  add_shown_rows (self, shown->rows);
  nida_save_dialog_show (GTK_WIDGET (self), _("Save Rows"), nida_session_get_board (self->session)->title, NIDA_SAVE_DATA, 0,
                         write_rows, shown, shown_free);
}

static void
copy_clicked_cb (NidaDataTable *self)
{
  copy_cb (GTK_WIDGET (self), NULL, NULL);
}

static void
nida_data_table_dispose (GObject *object)
{
  NidaDataTable *self = NIDA_DATA_TABLE (object);

  if (self->sorting != NULL)
    g_cancellable_cancel (self->sorting);
  g_clear_object (&self->sorting);
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  nida_shell_clear_template (GTK_WIDGET (self), NIDA_TYPE_DATA_TABLE);
  self->view = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_pointer (&self->changes, nida_change_set_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (nida_data_table_parent_class)->dispose (object);
}

static void
nida_data_table_class_init (NidaDataTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_data_table_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/nida/Nida/data-table.ui");
  gtk_widget_class_bind_template_child (widget_class, NidaDataTable, count);
  gtk_widget_class_bind_template_child (widget_class, NidaDataTable, view);
  gtk_widget_class_bind_template_child (widget_class, NidaDataTable, copy);
  gtk_widget_class_bind_template_child (widget_class, NidaDataTable, save);
  gtk_widget_class_bind_template_child (widget_class, NidaDataTable, focus);
  gtk_widget_class_bind_template_child (widget_class, NidaDataTable, focus_label);
  gtk_widget_class_bind_template_child (widget_class, NidaDataTable, scroller);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, copy_cb, NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
nida_data_table_init (NidaDataTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->active = TRUE;
  self->selection = gtk_multi_selection_new (NULL);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  nida_shell_name_list (self->view, _("Table"));
  nida_table_scroll_install (GTK_SCROLLED_WINDOW (self->scroller));
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
nida_data_table_new (NidaSession *session)
{
  NidaDataTable *self = g_object_new (NIDA_TYPE_DATA_TABLE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "opened", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "filters-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changes", G_CALLBACK (changes_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "rows-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}

guint
nida_data_table_get_n_rows (NidaDataTable *self)
{
  return self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;
}

guint
nida_data_table_get_row (NidaDataTable *self,
                         guint          position)
{
  return nida_row_list_get_row (self->list, position);
}

void
nida_data_table_set_active (NidaDataTable *self,
                            gboolean       active)
{
  self->active = active;
  if (active && self->stale)
    refresh (self);
}

void
nida_data_table_sort (NidaDataTable *self,
                      NidaField      field,
                      gboolean       descending)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), "nida-field")) == (int) field)
        gtk_column_view_sort_by_column (self->view, column, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
    }
}

gboolean
nida_data_table_is_sorting (NidaDataTable *self)
{
  return self->sorting != NULL;
}

/* Figures as `convert` writes them: a spreadsheet must read them. */
char *
nida_data_table_to_tsv (NidaDataTable *self)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint n = (guint) gtk_bitset_get_size (selected);
  guint n_rows = n > 0 ? n : nida_data_table_get_n_rows (self);

  nida_data_cells_append_header (out, nida_row_list_get_dataset (self->list));
  for (guint i = 0; i < MIN (n_rows, MAX_COPY); i++)
    nida_data_cells_append_row (out, nida_row_list_get_dataset (self->list),
                                nida_row_list_get_row (self->list, n > 0 ? gtk_bitset_get_nth (selected, i) : i));
  return g_string_free (out, FALSE);
}
