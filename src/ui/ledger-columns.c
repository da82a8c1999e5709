/* A cell is an editable label: Enter begins to type and ends it. It is shown in the words of the language, and typed as it is
 * written. */
#include "config.h"

#include "ledger-columns.h"

#include "cell-offers.h"
#include "look.h"
#include "translate.h"
#include "ui-shell.h"

#define WIDTH 120     /* of a column, in points at text scale 1 */

/* In the order of the table. */
static const NidaEntryCell cells[] = {
  NIDA_ENTRY_CELL_KIND, NIDA_ENTRY_CELL_DATE, NIDA_ENTRY_CELL_SUBJECT, NIDA_ENTRY_CELL_AMOUNT, NIDA_ENTRY_CELL_CURRENCY,
  NIDA_ENTRY_CELL_OPEN, NIDA_ENTRY_CELL_DUE, NIDA_ENTRY_CELL_NEXT_STEP, NIDA_ENTRY_CELL_CATEGORY, NIDA_ENTRY_CELL_APPEAL,
  NIDA_ENTRY_CELL_RECIPIENT, NIDA_ENTRY_CELL_COUNTRY, NIDA_ENTRY_CELL_NOTE,
};

static const NidaEntry *
entry_of (NidaSession *session,
          const char  *id)
{
  const NidaLedgerRow *row = nida_ledger_find (nida_session_get_ledger (session), id);

  return row != NULL ? row->entry : NULL;
}

gboolean
nida_ledger_columns_edit (GtkWidget     *widget,
                          NidaSession   *session,
                          const char    *id,
                          NidaEntryCell  cell,
                          const char    *text)
{
  const NidaEntry *before = entry_of (session, id);
  g_autoptr (NidaEntry) entry = before != NULL ? nida_entry_copy (before) : NULL;
  g_autoptr (GPtrArray) offers = NULL;
  g_autoptr (GError) error = NULL;

  if (entry == NULL)
    return FALSE;
  if (!nida_entry_set_cell (entry, cell, text, NIDA_DECIMAL_DOT, &error))
    {
      gtk_widget_activate_action (widget, "win.toast", "(ss)", error->message, "");
      return FALSE;
    }
  offers = nida_cell_offers_find (session, before, entry, cell);
  nida_ledger_change (nida_session_get_document (session), id, entry);
  nida_cell_offers_ask (widget, session, id, offers);
  return TRUE;
}

typedef struct {
  NidaSession   *session;
  NidaEntryCell  cell;
} Column;

static const char *
id_of (GtkListItem *item)
{
  return gtk_string_object_get_string (gtk_list_item_get_item (item));
}

static gboolean
is_late (const NidaEntry *entry)
{
  return nida_entry_is_overdue (entry, nida_ledger_today ());
}

static char *
dup_shown (const NidaEntry *entry,
           NidaEntryCell    cell)
{
  g_autofree char *text = nida_entry_dup_shown (entry, cell, nida_look_get_language (nida_look_get ()));

  /* Translators: %s is the day by which money should have come: "overdue: 5 Mar 2026" */
  return cell == NIDA_ENTRY_CELL_DUE && is_late (entry) ? g_strdup_printf (_("overdue: %s"), text) : g_steal_pointer (&text);
}

/* Takes @words, which may be NULL. */
static char *
join (char       *words,
      const char *text)
{
  char *longer = words == NULL ? g_strdup (text) : *text == '\0' ? g_strdup (words) : g_strdup_printf (_("%s, %s"), words, text);

  g_free (words);
  return longer;
}

/* What a row is, to who does not see it: what, whose, how much, and whether it is late. */
static char *
row_words (const NidaEntry *entry)
{
  g_autofree char *kind = dup_shown (entry, NIDA_ENTRY_CELL_KIND), *subject = dup_shown (entry, NIDA_ENTRY_CELL_SUBJECT);
  g_autofree char *amount = dup_shown (entry, NIDA_ENTRY_CELL_AMOUNT), *due = dup_shown (entry, NIDA_ENTRY_CELL_DUE);
  g_autofree char *money = *entry->currency != '\0' && *amount != '\0' ? g_strconcat (amount, " ", entry->currency, NULL)
                                                                       : g_strdup (amount);

  return join (join (join (join (NULL, kind), subject), money), is_late (entry) ? due : "");
}

/* GTK tells neither the text of such a label nor its row. */
static void
name_cell (GtkWidget       *label,
           NidaEntryCell    cell,
           const NidaEntry *entry,
           const char      *text)
{
  /* Translators: a column and what stands in it: "Due: 5 Mar 2026" */
  g_autofree char *words = *text != '\0' ? g_strdup_printf (_("%1$s: %2$s"), nida_entry_cell_get_title (cell), text)
                                         : g_strdup (nida_entry_cell_get_title (cell));
  g_autofree char *row = entry != NULL && cell == cells[0] ? row_words (entry) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  if (row != NULL)
    nida_shell_name_row (label, row);
}

/* As it is shown, but while it is typed as it is written. */
static void
show_cell (const Column *column,
           GtkWidget    *label,
           const char   *id,
           gboolean      editing)
{
  const NidaEntry *entry = entry_of (column->session, id);
  gboolean late = entry != NULL && !editing && column->cell == NIDA_ENTRY_CELL_DUE && is_late (entry);
  g_autofree char *text = entry == NULL ? g_strdup ("") : editing ? nida_entry_dup_cell (entry, column->cell) : dup_shown (entry, column->cell);

  gtk_editable_set_text (GTK_EDITABLE (label), text);
  name_cell (label, column->cell, entry, editing ? "" : text);
  if (late)
    gtk_widget_add_css_class (label, "nida-warning");
  else
    gtk_widget_remove_css_class (label, "nida-warning");
}

static void
keep_text (GtkEditableLabel *label,
           const char       *key)
{
  g_object_set_data_full (G_OBJECT (label), key, g_strdup (gtk_editable_get_text (GTK_EDITABLE (label))), g_free);
}

/* Escape brings back the words that were shown, and who types nothing leaves the text as it is written: neither is a change, whatever
 * became of the entry meanwhile. */
static gboolean
is_typed (GtkEditableLabel *label,
          const char       *text)
{
  return g_strcmp0 (text, g_object_get_data (G_OBJECT (label), "shown")) != 0
         && g_strcmp0 (text, g_object_get_data (G_OBJECT (label), "exact")) != 0;
}

static void
editing_cb (GtkEditableLabel *label,
            GParamSpec       *pspec,
            GtkListItem      *item)
{
  const Column *column = g_object_get_data (G_OBJECT (label), "column");
  g_autofree char *typed = NULL, *id = NULL;

  if (gtk_list_item_get_item (item) == NULL)
    return;
  id = g_strdup (id_of (item));
  if (gtk_editable_label_get_editing (label))
    {
      keep_text (label, "shown");
      show_cell (column, GTK_WIDGET (label), id, TRUE);
      keep_text (label, "exact");
      return;
    }
  typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (label)));
  show_cell (column, GTK_WIDGET (label), id, FALSE);
  if (is_typed (label, typed))
    nida_ledger_columns_edit (GTK_WIDGET (label), column->session, id, column->cell, typed);
}

static gboolean
is_figure (NidaEntryCell cell)
{
  return cell == NIDA_ENTRY_CELL_AMOUNT || cell == NIDA_ENTRY_CELL_OPEN;
}

/* The label that shows the text while it is not typed: without an ellipsis it would lose its beginning from right to left. */
static void
ellipsize (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_END);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    ellipsize (child);
}

static void
leave_cb (GtkEventController *focus)
{
  GtkEditableLabel *label = GTK_EDITABLE_LABEL (gtk_event_controller_get_widget (focus));

  if (gtk_editable_label_get_editing (label))
    gtk_editable_label_stop_editing (label, TRUE);
}

guint
nida_ledger_columns_get_position (GtkWidget *cell)
{
  GtkWidget *label = GTK_IS_EDITABLE_LABEL (cell) ? cell : gtk_widget_get_first_child (cell);
  GtkListItem *item = GTK_IS_EDITABLE_LABEL (label) ? g_object_get_data (G_OBJECT (label), "item") : NULL;

  return item != NULL ? gtk_list_item_get_position (item) : GTK_INVALID_LIST_POSITION;
}

static GtkWidget *
nth_child (GtkWidget *widget,
           guint      n)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  while (child != NULL && n-- > 0)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* Up and down stay in their column, and end what is typed; the table itself would go to the first cell of the row. */
static gboolean
key_cb (GtkEventController *controller,
        guint               key,
        guint               code,
        GdkModifierType     state)
{
  GtkWidget *label = gtk_event_controller_get_widget (controller), *cell = gtk_widget_get_parent (label), *row, *beside, *target;
  gboolean down = key == GDK_KEY_Down || key == GDK_KEY_KP_Down, up = key == GDK_KEY_Up || key == GDK_KEY_KP_Up;
  guint column = 0;

  if ((!up && !down) || (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (gtk_editable_label_get_editing (GTK_EDITABLE_LABEL (label)))
    gtk_editable_label_stop_editing (GTK_EDITABLE_LABEL (label), TRUE);
  row = gtk_widget_get_parent (cell);
  for (GtkWidget *before = gtk_widget_get_prev_sibling (cell); before != NULL; before = gtk_widget_get_prev_sibling (before))
    column++;
  beside = down ? gtk_widget_get_next_sibling (row) : gtk_widget_get_prev_sibling (row);
  target = beside != NULL && gtk_widget_get_visible (beside) ? nth_child (beside, column) : NULL;
  label = target != NULL ? gtk_widget_get_first_child (target) : NULL;
  if (label == NULL || !gtk_widget_grab_focus (label))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (label, "list.select-item", "(ubb)", nida_ledger_columns_get_position (label), FALSE, FALSE);
  return GDK_EVENT_STOP;
}

/* A label of GTK 4.8 that lost the focus looks at it once more when idle, also when it is gone by then, and the process with it.
 * Ours ends what is typed at once. */
static void
take_over_focus (GtkWidget *label)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (label);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  for (guint i = g_list_model_get_n_items (controllers); i > 0; i--)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i - 1);

      if (GTK_IS_EVENT_CONTROLLER_FOCUS (controller))
        gtk_widget_remove_controller (label, controller);
    }
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), NULL);
  gtk_widget_add_controller (label, focus);
}

/* An entry that changed keeps its row, and a person who is in it the focus. */
static void
refresh_cb (GtkListItem *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);

  if (label != NULL && gtk_list_item_get_item (item) != NULL && !gtk_editable_label_get_editing (GTK_EDITABLE_LABEL (label)))
    show_cell (g_object_get_data (G_OBJECT (label), "column"), label, id_of (item), FALSE);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          Column                   *column)
{
  GtkWidget *label = gtk_editable_label_new ("");
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_editable_set_alignment (GTK_EDITABLE (label), is_figure (column->cell) ? nida_shell_figure_align () : 0.0f);
  gtk_editable_set_editable (GTK_EDITABLE (label), column->cell != NIDA_ENTRY_CELL_OPEN);
  ellipsize (label);
  take_over_focus (label);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), NULL);
  gtk_widget_add_controller (label, keys);
  g_object_set_data (G_OBJECT (label), "column", column);
  g_object_set_data (G_OBJECT (label), "item", item);
  g_signal_connect_object (column->session, "ledger-changed", G_CALLBACK (refresh_cb), item, G_CONNECT_SWAPPED);
  g_signal_connect_object (label, "notify::editing", G_CALLBACK (editing_cb), item, 0);
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
column_free (gpointer  data,
             GClosure *closure)
{
  Column *column = data;

  g_object_unref (column->session);
  g_free (column);
}

static void
append_column (GtkColumnView *view,
               NidaSession   *session,
               NidaEntryCell  cell)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Column *column = g_new (Column, 1);
  g_autoptr (GtkColumnViewColumn) added = gtk_column_view_column_new (nida_entry_cell_get_title (cell), factory);
  int width = cell == NIDA_ENTRY_CELL_SUBJECT || cell == NIDA_ENTRY_CELL_DUE || cell == NIDA_ENTRY_CELL_NOTE ||
              cell == NIDA_ENTRY_CELL_NEXT_STEP ? WIDTH * 3 / 2
              : cell == NIDA_ENTRY_CELL_CURRENCY ? WIDTH * 2 / 3 : WIDTH;

  *column = (Column) { g_object_ref (session), cell };
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), column, column_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), column);
  gtk_column_view_column_set_resizable (added, TRUE);
  gtk_column_view_column_set_fixed_width (added, (int) (width * nida_look_get_text_scale (nida_look_get ())));
  gtk_column_view_column_set_expand (added, cell == NIDA_ENTRY_CELL_NOTE);
  gtk_column_view_append_column (view, added);
  if (is_figure (cell))
    nida_shell_align_newest_title (view);
}

void
nida_ledger_columns_append (GtkColumnView *view,
                            NidaSession   *session)
{
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    append_column (view, session, cells[i]);
}
