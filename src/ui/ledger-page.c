/* A row an entry, a cell an editable label: Enter begins to type and ends it. The list follows the session's ledger, so undo and
 * other windows change it too. Which of the entries are listed is the page's own choice and changes no figure. */
#include "config.h"

#include "ledger-page.h"

#include "entry-cells.h"
#include "entry-window.h"
#include "ledger-sums.h"
#include "ledger-table.h"
#include "look.h"
#include "save-dialog.h"
#include "text-row.h"
#include "translate.h"
#include "ui-shell.h"
#include "wrap-layout.h"

#include <string.h>

#define WIDTH 120     /* of a column, in points at text scale 1 */

/* In the order of the table. */
static const NidaEntryCell cells[] = {
  NIDA_ENTRY_CELL_KIND, NIDA_ENTRY_CELL_DATE, NIDA_ENTRY_CELL_DONOR, NIDA_ENTRY_CELL_AMOUNT, NIDA_ENTRY_CELL_CURRENCY,
  NIDA_ENTRY_CELL_CATEGORY, NIDA_ENTRY_CELL_RECIPIENT, NIDA_ENTRY_CELL_COUNTRY, NIDA_ENTRY_CELL_DUE, NIDA_ENTRY_CELL_NEXT_STEP,
  NIDA_ENTRY_CELL_NOTE,
};

struct _NidaLedgerPage
{
  GtkWidget          parent_instance;

  NidaSession       *session;
  GtkWidget         *content;
  GtkStack          *stack;             /* the table, or what to do where there is none */
  GtkLabel          *summary;
  GtkWidget         *shows[3];
  GtkSwitch         *on;
  GtkColumnView     *view;
  GListStore        *rows;              /* GtkStringObject: ids */
  GtkMultiSelection *selection;
  NidaLedgerShow     show;
  gboolean           filling;
};

G_DEFINE_FINAL_TYPE (NidaLedgerPage, nida_ledger_page, GTK_TYPE_WIDGET)

static const NidaEntry *
entry_of (NidaLedgerPage *self,
          const char     *id)
{
  const NidaLedgerRow *row = nida_ledger_find (nida_session_get_ledger (self->session), id);

  return row != NULL ? row->entry : NULL;
}

static void
tell (NidaLedgerPage *self,
      const char     *message,
      const char     *details)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "(ss)", message, details != NULL ? details : "");
}

/* --- cells --- */

gboolean
nida_ledger_page_edit (NidaLedgerPage *self,
                       const char     *id,
                       guint           cell,
                       const char     *text)
{
  const NidaEntry *before = entry_of (self, id);
  g_autoptr (NidaEntry) entry = before != NULL ? nida_entry_copy (before) : NULL;
  g_autoptr (GError) error = NULL;

  if (entry == NULL)
    return FALSE;
  if (!nida_entry_set_cell (entry, cell, text, NIDA_DECIMAL_DOT, &error))
    {
      tell (self, error->message, NULL);
      return FALSE;
    }
  nida_ledger_change (nida_session_get_document (self->session), id, entry);
  return TRUE;
}

typedef struct {
  NidaLedgerPage *self;
  NidaEntryCell   cell;
} Column;

static const char *
id_of (GtkListItem *item)
{
  return gtk_string_object_get_string (gtk_list_item_get_item (item));
}

/* As it is shown, but while it is typed as it is written. */
static void
show_cell (const Column *column,
           GtkWidget    *label,
           const char   *id,
           gboolean      editing)
{
  const NidaEntry *entry = entry_of (column->self, id);
  g_autofree char *text = entry == NULL ? g_strdup ("") : editing ? nida_entry_dup_cell (entry, column->cell)
                          : nida_entry_dup_shown (entry, column->cell, nida_look_get_language (nida_look_get ()));

  gtk_editable_set_text (GTK_EDITABLE (label), text);
}

static void
editing_cb (GtkEditableLabel *label,
            GParamSpec       *pspec,
            GtkListItem      *item)
{
  const Column *column = g_object_get_data (G_OBJECT (label), "column");
  g_autofree char *typed = NULL, *id = NULL, *before = NULL;
  const NidaEntry *entry;

  if (gtk_list_item_get_item (item) == NULL)
    return;
  id = g_strdup (id_of (item));
  if (gtk_editable_label_get_editing (label))
    {
      show_cell (column, GTK_WIDGET (label), id, TRUE);
      return;
    }
  typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (label)));
  entry = entry_of (column->self, id);
  before = entry != NULL ? nida_entry_dup_cell (entry, column->cell) : g_strdup ("");
  show_cell (column, GTK_WIDGET (label), id, FALSE);
  if (!g_str_equal (typed, before))
    nida_ledger_page_edit (column->self, id, column->cell, typed);
}

static gboolean
is_figure (NidaEntryCell cell)
{
  return cell == NIDA_ENTRY_CELL_AMOUNT;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          Column                   *column)
{
  GtkWidget *label = gtk_editable_label_new ("");

  gtk_editable_set_alignment (GTK_EDITABLE (label), is_figure (column->cell) ? nida_shell_figure_align () : 0.0f);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, nida_entry_cell_get_title (column->cell), -1);
  g_object_set_data (G_OBJECT (label), "column", column);
  g_signal_connect (label, "notify::editing", G_CALLBACK (editing_cb), item);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         Column                   *column)
{
  show_cell (column, gtk_list_item_get_child (item), id_of (item), FALSE);
}

static void
column_free (gpointer  column,
             GClosure *closure)
{
  g_free (column);
}

static void
append_column (NidaLedgerPage *self,
               NidaEntryCell   cell)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Column *column = g_new (Column, 1);
  g_autoptr (GtkColumnViewColumn) added = gtk_column_view_column_new (nida_entry_cell_get_title (cell), factory);
  int width = cell == NIDA_ENTRY_CELL_DONOR || cell == NIDA_ENTRY_CELL_NOTE || cell == NIDA_ENTRY_CELL_NEXT_STEP ? WIDTH * 3 / 2
              : cell == NIDA_ENTRY_CELL_CURRENCY ? WIDTH * 2 / 3 : WIDTH;

  *column = (Column) { self, cell };
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), column, column_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), column);
  gtk_column_view_column_set_resizable (added, TRUE);
  gtk_column_view_column_set_fixed_width (added, (int) (width * nida_look_get_text_scale (nida_look_get ())));
  gtk_column_view_column_set_expand (added, cell == NIDA_ENTRY_CELL_NOTE);
  gtk_column_view_append_column (self->view, added);
  if (is_figure (cell))
    nida_shell_align_newest_title (self->view);
}

/* --- filling --- */

static gboolean
is_listed (NidaLedgerPage  *self,
           const NidaEntry *entry,
           gint32           today)
{
  switch (self->show)
    {
    case NIDA_LEDGER_DUE: return entry != NULL && nida_entry_is_due (entry, today, NIDA_LEDGER_DUE_DAYS);
    case NIDA_LEDGER_OVERDUE: return entry != NULL && nida_entry_is_overdue (entry, today);
    case NIDA_LEDGER_ALL:
    default: return TRUE;
    }
}

static void
fill (NidaLedgerPage *self)
{
  NidaLedger *ledger = nida_session_get_ledger (self->session);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  gint32 today = nida_ledger_today ();
  g_autofree char *summary = nida_ledger_sums_words (ledger, today, nida_look_get_language (nida_look_get ()));

  for (guint i = 0; i < nida_ledger_get_n (ledger); i++)
    if (is_listed (self, nida_ledger_get (ledger, i)->entry, today))
      g_ptr_array_add (rows, gtk_string_object_new (nida_ledger_get (ledger, i)->id));
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
  nida_shell_set_label (self->summary, summary);
  gtk_stack_set_visible_child_name (self->stack, nida_ledger_get_n (ledger) > 0 ? "table" : "empty");
  self->filling = TRUE;
  gtk_switch_set_active (self->on, nida_session_is_ledger_on (self->session));
  self->filling = FALSE;
}

void
nida_ledger_page_set_show (NidaLedgerPage *self,
                           NidaLedgerShow  show)
{
  self->show = show;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->shows[show]), TRUE);
  fill (self);
}

guint
nida_ledger_page_get_n_shown (NidaLedgerPage *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

const char *
nida_ledger_page_get_summary (NidaLedgerPage *self)
{
  return gtk_label_get_text (self->summary);
}

void
nida_ledger_page_select_all (NidaLedgerPage *self)
{
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->selection));
}

/* --- what is done --- */

/* Of the selected rows; NULL-terminated. */
static GPtrArray *
selected_ids (NidaLedgerPage *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint64 i = 0; i < gtk_bitset_get_size (selected); i++)
    {
      g_autoptr (GtkStringObject) id = g_list_model_get_item (G_LIST_MODEL (self->rows), gtk_bitset_get_nth (selected, (guint) i));

      g_ptr_array_add (ids, g_strdup (gtk_string_object_get_string (id)));
    }
  g_ptr_array_add (ids, NULL);
  return ids;
}

static void
open_form (NidaLedgerPage *self,
           const char     *id)
{
  gtk_window_present (GTK_WINDOW (nida_entry_window_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->session, id)));
}

static void
add_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  open_form (NIDA_LEDGER_PAGE (widget), NULL);
}

static void
edit_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  g_autoptr (GPtrArray) ids = selected_ids (NIDA_LEDGER_PAGE (widget));

  if (ids->len > 1)
    open_form (NIDA_LEDGER_PAGE (widget), ids->pdata[0]);
}

static void
delete_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  NidaLedgerPage *self = NIDA_LEDGER_PAGE (widget);
  g_autoptr (GPtrArray) ids = selected_ids (self);

  if (ids->len > 1)
    nida_ledger_remove (nida_session_get_document (self->session), (const char * const *) ids->pdata);
}

static void
status_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  NidaLedgerPage *self = NIDA_LEDGER_PAGE (widget);
  g_autoptr (GPtrArray) ids = selected_ids (self);
  gint32 today = nida_ledger_today ();
  int year, month, day;

  nida_civil_from_days (today, &year, &month, &day);
  if (ids->len > 1)
    nida_ledger_set_status (nida_session_get_document (self->session), (const char * const *) ids->pdata,
                            (NidaEntryStatus) g_variant_get_uint32 (parameter), nida_date_new_day (year, month, day));
}

static void
activate_cb (NidaLedgerPage *self,
             guint           position)
{
  g_autoptr (GtkStringObject) id = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (id != NULL)
    open_form (self, gtk_string_object_get_string (id));
}

/* --- tables of others --- */

static char *
problem_words (NidaLedgerTable *table)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < table->problems->len; i++)
    {
      const NidaTableProblem *problem = table->problems->pdata[i];
      g_autofree char *row = nida_language_integer (language, problem->row);
      g_autofree char *column = nida_language_isolate (language, problem->column);
      g_autofree char *line = *problem->column != '\0'
                              /* Translators: where something was not understood in a table, and what: row, column, sentence */
                              ? g_strdup_printf (_("Row %1$s, column %2$s: %3$s"), row, column, problem->message)
                              : g_strdup_printf (_("Row %1$s: %2$s"), row, problem->message);

      g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "", line);
    }
  return g_string_free (words, FALSE);
}

static void
take_table (NidaLedgerPage  *self,
            NidaLedgerTable *table,
            const char      *name)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  g_autofree char *n = nida_language_integer (language, table->entries->len), *problems = problem_words (table);
  /* xgettext:c-format */
  g_autofree char *words = g_strdup_printf (ngettext ("%s entry was added", "%s entries were added", table->entries->len), n);

  if (table->entries->len > 0)
    nida_ledger_table_apply (table, nida_session_get_document (self->session), name);
  tell (self, words, problems);
}

void
nida_ledger_page_paste (NidaLedgerPage *self,
                        const char     *text)
{
  g_autoptr (NidaLedgerTable) table = nida_ledger_table_parse (text, strlen (text));

  take_table (self, table, NC_("undo", "Paste Entries"));
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (NidaLedgerPage) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL && self->session != NULL)
    nida_ledger_page_paste (self, text);
}

static void
paste_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb, g_object_ref (widget));
}

static void
import_response_cb (GtkFileChooserNative *dialog,
                    int                   response,
                    NidaLedgerPage       *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaLedgerTable) table = file != NULL ? nida_ledger_table_read (file, &error) : NULL;

  if (table != NULL)
    take_table (self, table, NC_("undo", "Import Entries"));
  else if (error != NULL)
    tell (self, error->message, NULL);
  g_object_unref (self);
  g_object_unref (dialog);
}

static void
import_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Import Entries"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                                              GTK_FILE_CHOOSER_ACTION_OPEN, _("_Import"), _("_Cancel"));

  g_signal_connect (dialog, "response", G_CALLBACK (import_response_cb), g_object_ref (widget));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static gboolean
export (GFile    *file,
        double    pixel_scale,
        gpointer  data,
        GError  **error)
{
  return nida_ledger_table_write (data, nida_language_is_rtl (nida_look_get_language (nida_look_get ())), file, error);
}

static void
export_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  NidaLedgerPage *self = NIDA_LEDGER_PAGE (widget);

  nida_save_dialog_show (widget, _("Export the Ledger"), _("Ledger"), NIDA_SAVE_DATA, NIDA_SAVE_XLSX, export,
                         nida_ledger_ref (nida_session_get_ledger (self->session)), (GDestroyNotify) nida_ledger_unref);
}

/* --- making it --- */

static void
mark_shown (NidaLedgerPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->shows); i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->shows[i])))
      gtk_widget_add_css_class (self->shows[i], "selected");
    else
      gtk_widget_remove_css_class (self->shows[i], "selected");
}

static void
show_cb (NidaLedgerPage  *self,
         GtkToggleButton *button)
{
  mark_shown (self);
  for (NidaLedgerShow show = 0; show < G_N_ELEMENTS (self->shows); show++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->shows[show])) && self->show != show)
      nida_ledger_page_set_show (self, show);
}

static void
on_cb (NidaLedgerPage *self)
{
  if (!self->filling)
    nida_session_set_ledger_on (self->session, gtk_switch_get_active (self->on));
}

static GtkWidget *
new_button (const char *label,
            const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "nida-raised");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static GtkWidget *
new_status_button (void)
{
  static const char * const labels[] = { N_("Mark as _Pledged"), N_("Mark as _Committed"), N_("Mark as P_aid"), N_("_Cancel the Pledge") };
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new (), statuses = g_menu_new (), more = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(labels[i]), NULL);

      g_menu_item_set_action_and_target (item, "ledger.status", "u", i);
      g_menu_append_item (statuses, item);
    }
  g_menu_append (more, _("_Edit…"), "ledger.edit");
  g_menu_append (more, _("_Delete"), "ledger.delete");
  g_menu_append (more, _("_Paste Rows"), "ledger.paste");
  g_menu_append (more, _("_Import…"), "ledger.import");
  g_menu_append (more, _("E_xport…"), "ledger.export");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (statuses));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  /* Translators: a menu of what can be done with the selected entries */
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Entries"));
  gtk_widget_add_css_class (button, "nida-raised");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  nida_shell_fit_popover (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  return button;
}

static GtkWidget *
new_switch (NidaLedgerPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label = gtk_label_new_with_mnemonic (_("C_ounted in the charts"));

  self->on = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->on), GTK_ALIGN_CENTER);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), GTK_WIDGET (self->on));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->on), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Count the desk’s own figures in the charts"), -1);
  g_signal_connect_object (self->on, "notify::active", G_CALLBACK (on_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->on));
  return box;
}

static GtkWidget *
new_bar (NidaLedgerPage *self)
{
  static const char * const labels[] = { N_("All entries"), N_("Due within 30 days"), N_("Overdue") };
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  NidaWrapLayout *layout = g_object_new (NIDA_TYPE_WRAP_LAYOUT, NULL);

  nida_wrap_layout_set_at_start (layout, TRUE);
  gtk_widget_set_layout_manager (bar, GTK_LAYOUT_MANAGER (layout));

  for (guint i = 0; i < G_N_ELEMENTS (self->shows); i++)
    {
      self->shows[i] = gtk_toggle_button_new_with_label (_(labels[i]));
      gtk_widget_add_css_class (self->shows[i], "nida-chip");
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->shows[i]), i > 0 ? GTK_TOGGLE_BUTTON (self->shows[0]) : NULL);
      gtk_box_append (GTK_BOX (bar), self->shows[i]);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->shows[0]), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (self->shows); i++)
    g_signal_connect_object (self->shows[i], "toggled", G_CALLBACK (show_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), new_button (_("_Add Entry…"), "ledger.add"));
  gtk_box_append (GTK_BOX (bar), new_status_button ());
  gtk_box_append (GTK_BOX (bar), new_switch (self));
  mark_shown (self);
  return bar;
}

static GtkWidget *
new_table (NidaLedgerPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->rows = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection))));
  nida_shell_name_list (self->view, _("The desk’s own figures"));
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    append_column (self, cells[i]);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_overflow (scroller, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (scroller, "nida-framed");
  nida_shell_begin_at_start (GTK_SCROLLED_WINDOW (scroller));
  return scroller;
}

static GtkWidget *
new_empty (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *title = gtk_label_new (_("No entries yet"));
  GtkWidget *text = gtk_label_new (_("Pledges, payments and needs that your desk knows of stand here and in every chart, marked as the desk’s own. "
                                     "They never leave this document. Add one, or paste rows from a spreadsheet."));
  GtkWidget *button = new_button (_("_Add Entry…"), "ledger.add");

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (box, TRUE);
  gtk_widget_add_css_class (title, "nida-heading");
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 60);
  gtk_label_set_justify (GTK_LABEL (text), GTK_JUSTIFY_CENTER);
  gtk_widget_set_halign (text, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static void
nida_ledger_page_dispose (GObject *object)
{
  NidaLedgerPage *self = NIDA_LEDGER_PAGE (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_object (&self->selection);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (nida_ledger_page_parent_class)->dispose (object);
}

static void
nida_ledger_page_class_init (NidaLedgerPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_ledger_page_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "ledger.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "ledger.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "ledger.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "ledger.status", "u", status_cb);
  gtk_widget_class_install_action (widget_class, "ledger.paste", NULL, paste_cb);
  gtk_widget_class_install_action (widget_class, "ledger.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "ledger.export", NULL, export_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "ledger.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "ledger.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, 0, "ledger.add", NULL);
}

static void
nida_ledger_page_init (NidaLedgerPage *self)
{
}

GtkWidget *
nida_ledger_page_new (NidaSession *session)
{
  NidaLedgerPage *self = g_object_new (NIDA_TYPE_LEDGER_PAGE, NULL);

  self->session = g_object_ref (session);
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_margin_start (self->content, 16);
  gtk_widget_set_margin_end (self->content, 16);
  gtk_widget_set_margin_top (self->content, 12);
  gtk_widget_set_margin_bottom (self->content, 16);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
  self->summary = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "xalign", 0.0f, "wrap", TRUE, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "nida-heading");
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (self->content), new_bar (self));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, new_table (self), "table");
  gtk_stack_add_named (self->stack, new_empty (), "empty");
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->stack));
  g_signal_connect_object (session, "ledger-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}
