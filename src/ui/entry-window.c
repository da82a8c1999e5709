/* Kind first, then who, how much, when and what comes next. Each control is one cell of the entry, read as the table's cells are;
 * what is not understood is told below, and its control has the focus. A kind has the controls of what it can say: an event has
 * no amount, an indicator a name and a value in no currency. What a person has typed is never hidden. */
#include "config.h"

#include "entry-window.h"

#include "entry-cells.h"
#include "entry-history.h"
#include "form.h"
#include "look.h"
#include "name-entry.h"
#include "translate.h"
#include "ui-shell.h"
#include "words.h"

#include <string.h>

#define MAX_GROWTH 1.3

/* In the order of the form. */
static const NidaEntryCell cells[] = {
  NIDA_ENTRY_CELL_DONOR, NIDA_ENTRY_CELL_AMOUNT, NIDA_ENTRY_CELL_CURRENCY, NIDA_ENTRY_CELL_DATE, NIDA_ENTRY_CELL_DUE,
  NIDA_ENTRY_CELL_CATEGORY, NIDA_ENTRY_CELL_RECIPIENT, NIDA_ENTRY_CELL_APPEAL, NIDA_ENTRY_CELL_COUNTRY, NIDA_ENTRY_CELL_NEXT_STEP,
  NIDA_ENTRY_CELL_NOTE, NIDA_ENTRY_CELL_NOTE_AR, NIDA_ENTRY_CELL_SAID_BY, NIDA_ENTRY_CELL_SOURCE, NIDA_ENTRY_CELL_LINKS,
};

static const NidaKind kinds[] = {
  NIDA_KIND_PLEDGE, NIDA_KIND_COMMITMENT, NIDA_KIND_PAID, NIDA_KIND_REQUIREMENT, NIDA_KIND_EVENT, NIDA_KIND_INDICATOR, NIDA_KIND_GOAL,
};

struct _NidaEntryWindow
{
  GtkWindow    parent_instance;

  NidaSession *session;
  char        *id;                /* NULL: a new entry */
  NidaEntry   *entry;
  GtkDropDown *kind;
  guint        shown;             /* what the drop-down began with, unless the entry is new */
  NidaKind     was;               /* the kind that the entry has, or had before it was cancelled */
  GtkEntry    *entries[G_N_ELEMENTS (cells)];
  GtkLabel    *status, *hint;
};

G_DEFINE_FINAL_TYPE (NidaEntryWindow, nida_entry_window, GTK_TYPE_WINDOW)

/* --- cells --- */

static int
field_of (NidaEntryCell cell)
{
  switch ((int) cell)
    {
    case NIDA_ENTRY_CELL_DONOR: return NIDA_FIELD_DONOR;
    case NIDA_ENTRY_CELL_RECIPIENT: return NIDA_FIELD_RECIPIENT;
    case NIDA_ENTRY_CELL_APPEAL: return NIDA_FIELD_APPEAL;
    case NIDA_ENTRY_CELL_CATEGORY: return NIDA_FIELD_CATEGORY;
    case NIDA_ENTRY_CELL_COUNTRY: return NIDA_FIELD_COUNTRY;
    default: return NIDA_FIELD_NONE;
    }
}

static void
show_cell (NidaEntryWindow *self,
           guint            index)
{
  g_autofree char *text = nida_entry_dup_cell (self->entry, cells[index]);

  if (field_of (cells[index]) != NIDA_FIELD_NONE && *text != '\0')
    nida_name_entry_set (self->entries[index], text);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->entries[index]), text);
}

static GtkWidget *
row_of (NidaEntryWindow *self,
        guint            index)
{
  return gtk_widget_get_parent (GTK_WIDGET (self->entries[index]));
}

static gboolean
read_cell (NidaEntryWindow  *self,
           NidaEntry        *entry,
           guint             index,
           GError          **error)
{
  g_autofree char *text = !gtk_widget_get_visible (row_of (self, index)) ? g_strdup ("")
                          : field_of (cells[index]) != NIDA_FIELD_NONE ? nida_name_entry_dup (self->entries[index])
                          : g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entries[index])));

  if (nida_entry_set_cell (entry, cells[index], text, NIDA_DECIMAL_DOT, error))
    return TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (self->entries[index]));
  return FALSE;
}

/* --- the cells of a kind --- */

static gboolean
is_level (NidaKind kind)
{
  return kind == NIDA_KIND_INDICATOR || kind == NIDA_KIND_GOAL;
}

static gboolean
has_cell (NidaKind      kind,
          NidaEntryCell cell)
{
  switch ((int) cell)
    {
    case NIDA_ENTRY_CELL_DONOR: return kind != NIDA_KIND_REQUIREMENT && !is_level (kind);
    case NIDA_ENTRY_CELL_AMOUNT: return kind != NIDA_KIND_EVENT;
    case NIDA_ENTRY_CELL_CURRENCY: return kind != NIDA_KIND_EVENT && !is_level (kind);
    case NIDA_ENTRY_CELL_DUE: return kind == NIDA_KIND_PLEDGE || kind == NIDA_KIND_COMMITMENT || kind == NIDA_KIND_PAID;
    default: return TRUE;
    }
}

static gboolean
is_empty (NidaEntryWindow *self,
          guint            index)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->entries[index])) == '\0';
}

/* The currency of a new entry is the board's: nobody typed it. It stands behind its amount. */
static gboolean
is_shown (NidaEntryWindow *self,
          NidaKind         kind,
          guint            index)
{
  if (has_cell (kind, cells[index]))
    return TRUE;
  if (cells[index] == NIDA_ENTRY_CELL_CURRENCY && self->id == NULL)
    return !is_level (kind) && !is_empty (self, index - 1);
  return !is_empty (self, index);
}

static const char *
title_of (NidaKind      kind,
          NidaEntryCell cell)
{
  if (is_level (kind) && cell == NIDA_ENTRY_CELL_AMOUNT)
    return _("Value");
  if (is_level (kind) && cell == NIDA_ENTRY_CELL_CATEGORY)
    return nida_words_value (NIDA_FIELD_KIND, "indicator");
  return nida_entry_cell_get_title (cell);
}

/* The amount has its currency beside it, the date the day that is due. */
static gboolean
begins_pair (NidaEntryCell cell)
{
  return cell == NIDA_ENTRY_CELL_AMOUNT || cell == NIDA_ENTRY_CELL_DATE;
}

/* "Cancelled" stands behind the kinds, and asks what the entry said before. */
static NidaKind
chosen_kind (NidaEntryWindow *self)
{
  guint chosen = gtk_drop_down_get_selected (self->kind);

  return chosen < G_N_ELEMENTS (kinds) ? kinds[chosen] : self->was;
}

static void
show_kind (NidaEntryWindow *self)
{
  NidaKind kind = chosen_kind (self);

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      GtkWidget *row = row_of (self, i);

      gtk_widget_set_visible (row, is_shown (self, kind, i));
      nida_form_set_title (row, title_of (kind, cells[i]));
      if (i > 0 && begins_pair (cells[i - 1]))
        gtk_widget_set_visible (gtk_widget_get_parent (row),
                                gtk_widget_get_visible (row) || gtk_widget_get_visible (row_of (self, i - 1)));
    }
}

static void
focus_first (NidaEntryWindow *self)
{
  guint first = 0;

  while (!gtk_widget_get_visible (row_of (self, first)))
    first++;
  nida_shell_focus_first (GTK_WINDOW (self), GTK_WIDGET (self->entries[first]));
}

/* --- saving --- */

static void
say (NidaEntryWindow *self,
     const char      *words)
{
  nida_shell_set_label (self->status, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->status), words != NULL);
}

/* A status that is chosen holds from today, unless the entry is new: then its own date is that day. One that nobody chose stays:
 * an entry that was cancelled is not taken up again with its words. */
static void
read_kind (NidaEntryWindow *self,
           NidaEntry       *entry)
{
  guint chosen = gtk_drop_down_get_selected (self->kind);

  if (self->id == NULL || chosen != self->shown)
    nida_entry_become (entry, chosen_kind (self), self->id != NULL ? nida_ledger_today_date () : NIDA_DATE_NONE);
}

static gboolean
is_complete (const NidaEntry  *entry,
             GError          **error)
{
  gboolean figure = entry->kind == NIDA_ENTRY_EVENT || entry->amount != NIDA_MONEY_NONE;
  gboolean level = is_level (nida_entry_get_kind (entry));

  if (level && entry->names[NIDA_ENTRY_CATEGORY][0] == NULL && entry->names[NIDA_ENTRY_CATEGORY][1] == NULL)
    g_set_error_literal (error, NIDA_ENTRY_ERROR, NIDA_ENTRY_ERROR_VALUE, _("Say which indicator it is."));
  else if (!figure)
    g_set_error_literal (error, NIDA_ENTRY_ERROR, NIDA_ENTRY_ERROR_VALUE, level ? _("Enter a value.") : _("Enter an amount."));
  else if (entry->kind == NIDA_ENTRY_EVENT && entry->notes[0] == NULL && entry->notes[1] == NULL)
    g_set_error_literal (error, NIDA_ENTRY_ERROR, NIDA_ENTRY_ERROR_VALUE, _("Say in the note what the event is."));
  else
    return TRUE;
  return FALSE;
}

gboolean
nida_entry_window_save (NidaEntryWindow *self)
{
  NidaDocument *document = nida_session_get_document (self->session);
  g_autoptr (NidaEntry) entry = nida_entry_copy (self->entry);
  g_autoptr (GError) error = NULL;
  gboolean ok = TRUE;

  read_kind (self, entry);
  for (guint i = 0; ok && i < G_N_ELEMENTS (cells); i++)
    ok = read_cell (self, entry, i, &error);
  ok = ok && is_complete (entry, &error);
  say (self, error != NULL ? error->message : NULL);
  if (!ok)
    return FALSE;
  if (self->id != NULL)
    nida_ledger_change (document, self->id, entry);
  else
    self->id = nida_ledger_add (document, entry);
  gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}

const char *
nida_entry_window_get_error (NidaEntryWindow *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->status)) ? gtk_label_get_text (self->status) : NULL;
}

static void
save_cb (NidaEntryWindow *self)
{
  nida_entry_window_save (self);
}

static void
donor_cb (NidaEntryWindow *self)
{
  g_autofree char *hint = nida_name_entry_dup_hint (self->entries[0]);

  nida_shell_set_label (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
}

/* --- making it --- */

static GtkLabel *
new_remark (GtkAccessibleRole role)
{
  return GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "xalign", 0.0f, "wrap", TRUE, "visible", FALSE, NULL));
}

static const NidaKind of_status[] = { NIDA_KIND_PLEDGE, NIDA_KIND_COMMITMENT, NIDA_KIND_PAID };

/* Of one that was cancelled: what it was. */
static NidaKind
kind_of (const NidaEntry *entry)
{
  static const NidaKind of_kind[] = { NIDA_KIND_PLEDGE, NIDA_KIND_REQUIREMENT, NIDA_KIND_EVENT, NIDA_KIND_INDICATOR, NIDA_KIND_GOAL };
  NidaKind kind = nida_entry_get_kind (entry);

  if (kind != NIDA_KIND_NONE || entry->kind != NIDA_ENTRY_MONEY)
    return kind != NIDA_KIND_NONE ? kind : of_kind[entry->kind];
  for (guint i = entry->steps->len; i > 0; i--)
    if (g_array_index (entry->steps, NidaEntryStep, i - 1).status <= NIDA_ENTRY_PAID)
      return of_status[g_array_index (entry->steps, NidaEntryStep, i - 1).status];
  return NIDA_KIND_PLEDGE;
}

static void
append_kind (NidaEntryWindow *self,
             GtkWidget       *form)
{
  const char *words[G_N_ELEMENTS (kinds) + 2] = { NULL };

  self->was = kind_of (self->entry);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      words[i] = nida_words_value (NIDA_FIELD_KIND, nida_field_get_words (NIDA_FIELD_KIND)[kinds[i] - 1]);
      self->shown = kinds[i] == self->was ? i : self->shown;
    }
  if (nida_entry_get_kind (self->entry) == NIDA_KIND_NONE)
    {
      self->shown = G_N_ELEMENTS (kinds);
      words[self->shown] = _("Cancelled");
    }
  self->kind = GTK_DROP_DOWN (nida_form_drop_down_new (words));
  gtk_drop_down_set_selected (self->kind, self->shown);
  nida_form_append (form, nida_words_field (NIDA_FIELD_KIND), GTK_WIDGET (self->kind));
}

/* Only what a browser shows: a document of somebody else's must not start anything by a click. */
static gboolean
may_be_opened (const char *link)
{
  g_autofree char *scheme = g_uri_parse_scheme (link);

  return scheme != NULL && (g_ascii_strcasecmp (scheme, "https") == 0 || g_ascii_strcasecmp (scheme, "http") == 0);
}

static void
append_links (NidaEntryWindow *self,
              GtkWidget       *form)
{
  gboolean has_heading = FALSE;

  for (guint i = 0; i < self->entry->links->len; i++)
    {
      const char *link = self->entry->links->pdata[i];
      g_autofree char *words = nida_language_isolate (nida_look_get_language (nida_look_get ()), link);
      GtkWidget *label, *button;

      if (!may_be_opened (link))
        continue;
      if (!has_heading)
        /* Translators: of a form: addresses of documents that belong to an entry, to be opened */
        nida_form_append_heading (form, _("Open a link"));
      has_heading = TRUE;
      button = gtk_link_button_new (link);
      label = nida_shell_new_label (words, NULL);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
      gtk_button_set_child (GTK_BUTTON (button), label);
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, link, -1);
      gtk_box_append (GTK_BOX (form), button);
    }
}

static GtkWidget *
new_control (NidaEntryWindow *self,
             guint            index)
{
  int field = field_of (cells[index]);
  GtkWidget *entry = field != NIDA_FIELD_NONE ? nida_name_entry_new (self->session, field) : gtk_entry_new ();

  self->entries[index] = GTK_ENTRY (entry);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  if (cells[index] == NIDA_ENTRY_CELL_DATE || cells[index] == NIDA_ENTRY_CELL_DUE)
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), "2026-05-31");
  if (cells[index] == NIDA_ENTRY_CELL_AMOUNT)
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), "1250000");
  return entry;
}

/* Which cell is the @place-th of the form: of a note in both languages that of the window's comes first. */
static guint
cell_at (guint place)
{
  if (cells[place] == NIDA_ENTRY_CELL_NOTE)
    return place + (nida_form_is_arabic (0) ? 1 : 0);
  return place - (cells[place] == NIDA_ENTRY_CELL_NOTE_AR && nida_form_is_arabic (0) ? 1 : 0);
}

static void
append_cells (NidaEntryWindow *self,
              GtkWidget       *form)
{
  GtkWidget *place = form;

  for (guint n = 0; n < G_N_ELEMENTS (cells); n++)
    {
      guint i = cell_at (n);
      gboolean second = i > 0 && begins_pair (cells[i - 1]);

      if (begins_pair (cells[i]))
        {
          place = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
          gtk_box_append (GTK_BOX (form), place);
        }
      else if (!second)
        place = form;
      gtk_widget_set_hexpand (nida_form_append (place, nida_entry_cell_get_title (cells[i]), new_control (self, i)),
                              cells[i] != NIDA_ENTRY_CELL_CURRENCY);
      if (i == 0)
        {
          self->hint = new_remark (GTK_ACCESSIBLE_ROLE_STATUS);
          gtk_widget_add_css_class (GTK_WIDGET (self->hint), "nida-subtitle");
          gtk_box_append (GTK_BOX (form), GTK_WIDGET (self->hint));
          g_signal_connect_swapped (self->entries[0], "changed", G_CALLBACK (donor_cb), self);
        }
      show_cell (self, i);
    }
}

static GtkWidget *
new_header (NidaEntryWindow *self)
{
  GtkWidget *bar = gtk_header_bar_new ();
  GtkWidget *save = gtk_button_new_with_mnemonic (self->id != NULL ? _("_Save") : _("_Add"));
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (bar), FALSE);
  gtk_widget_add_css_class (save, "suggested-action");
  g_signal_connect_swapped (save, "clicked", G_CALLBACK (save_cb), self);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  gtk_header_bar_pack_start (GTK_HEADER_BAR (bar), cancel);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (bar), save);
  gtk_window_set_default_widget (GTK_WINDOW (self), save);
  return bar;
}

static void
nida_entry_window_finalize (GObject *object)
{
  NidaEntryWindow *self = NIDA_ENTRY_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->entry, nida_entry_free);
  g_free (self->id);
  G_OBJECT_CLASS (nida_entry_window_parent_class)->finalize (object);
}

static void
nida_entry_window_class_init (NidaEntryWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nida_entry_window_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
nida_entry_window_init (NidaEntryWindow *self)
{
}

/* A new entry is a pledge of today in the currency of the board. */
static NidaEntry *
new_entry (NidaSession *session)
{
  NidaEntry *entry = nida_entry_new (NIDA_ENTRY_MONEY);
  const char *currency = nida_filter_set_get_currency (nida_session_get_filters (session));

  entry->period.start = entry->period.end = nida_ledger_today_date ();
  g_strlcpy (entry->currency, currency != NULL && *currency != '\0' ? currency : "USD", sizeof entry->currency);
  return entry;
}

GtkWidget *
nida_entry_window_new (GtkWindow   *parent,
                       NidaSession *session,
                       const char  *id)
{
  NidaEntryWindow *self = g_object_new (NIDA_TYPE_ENTRY_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE, NULL);
  double scale = MIN (nida_look_get_text_scale (nida_look_get ()), MAX_GROWTH);
  const NidaLedgerRow *row = id != NULL ? nida_ledger_find (nida_session_get_ledger (session), id) : NULL;
  GtkWidget *scroller = gtk_scrolled_window_new (), *form = nida_form_new (), *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->session = g_object_ref (session);
  self->id = row != NULL && row->entry != NULL ? g_strdup (id) : NULL;
  self->entry = self->id != NULL ? nida_entry_copy (row->entry) : new_entry (session);
  gtk_widget_add_css_class (GTK_WIDGET (self), "nida");
  gtk_window_set_default_size (GTK_WINDOW (self), (int) (440 * scale), (int) (580 * scale));
  gtk_window_set_title (GTK_WINDOW (self), self->id != NULL ? _("Edit Entry") : _("Add Entry"));
  gtk_window_set_titlebar (GTK_WINDOW (self), new_header (self));
  append_kind (self, form);
  append_cells (self, form);
  show_kind (self);
  g_signal_connect_swapped (self->kind, "notify::selected", G_CALLBACK (show_kind), self);
  append_links (self, form);
  if (self->id != NULL)
    nida_entry_history_append (form, nida_session_get_document (session), self->id, self->entry);
  self->status = new_remark (GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_set_margin_start (GTK_WIDGET (self->status), 16);
  gtk_widget_set_margin_end (GTK_WIDGET (self->status), 16);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->status), 12);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), form);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (content), scroller);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->status));
  gtk_window_set_child (GTK_WINDOW (self), content);
  focus_first (self);
  return GTK_WIDGET (self);
}
