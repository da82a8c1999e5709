/* One line in which a pledge is entered while the room watches. It stays in its fields until it is understood; then it is an
 * entry of the ledger like any other, and the charts that the audience sees follow by themselves. */
#include "config.h"

#include "pledge-line.h"

#include "look.h"
#include "translate.h"
#include "ui-shell.h"

#include <string.h>

#define WORDS 24      /* characters wide: a donor */

struct _NidaPledgeLine
{
  GtkWidget      parent_instance;

  NidaSession   *session;
  GtkWidget     *box;
  GtkEntry      *donor, *amount, *currency;
  GtkLabel      *message;
  GtkListStore  *donors;      /* name as it is shown, code */
  NidaDataset   *listed;      /* that they are from */
};

G_DEFINE_FINAL_TYPE (NidaPledgeLine, nida_pledge_line, GTK_TYPE_WIDGET)

/* --- amounts --- */

/* What stands behind a number; the longer of two that begin alike first. */
static const struct { const char *word; gint64 factor; } powers[] = {
  { "billion", 1000000000 }, { "bn", 1000000000 }, { "b", 1000000000 }, { "مليارات", 1000000000 }, { "مليار", 1000000000 },
  { "million", 1000000 }, { "mn", 1000000 }, { "m", 1000000 }, { "ملايين", 1000000 }, { "مليون", 1000000 },
  { "thousand", 1000 }, { "k", 1000 }, { "آلاف", 1000 }, { "ألف", 1000 },
};

gboolean
nida_pledge_parse_amount (const char *text,
                          NidaMoney  *money)
{
  g_autofree char *lower = g_utf8_strdown (text, -1), *number = g_strdup (g_strstrip (lower));
  gint64 factor = 1;

  for (guint i = 0; i < G_N_ELEMENTS (powers); i++)
    if (g_str_has_suffix (number, powers[i].word))
      {
        number[strlen (number) - strlen (powers[i].word)] = '\0';
        factor = powers[i].factor;
        break;
      }
  g_strstrip (number);
  /* a number that had to be rounded is not what was said */
  return nida_money_parse (number, strlen (number), NIDA_DECIMAL_DOT, money) == NIDA_MONEY_OK && *money > 0 &&
         !__builtin_mul_overflow (*money, factor, money);
}

/* --- donors --- */

/* Once for a dataset: those who are in it, by the name of the present language. */
static void
list_donors (NidaPledgeLine *self)
{
  NidaDataset *dataset = nida_session_get_dataset (self->session);
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  NidaDictionary *names;

  if (dataset == NULL || dataset == self->listed)
    return;
  g_set_object (&self->listed, dataset);
  gtk_list_store_clear (self->donors);
  names = nida_dataset_get_dictionary (dataset, NIDA_FIELD_DONOR);
  for (guint32 code = 1; code <= nida_dictionary_get_size (names); code++)
    {
      guint n_members = 0;

      nida_dictionary_get_members (names, code, &n_members);
      if (n_members == 0)
        gtk_list_store_insert_with_values (self->donors, NULL, -1, 0,
                                           nida_language_pick (language, nida_dictionary_get_name (names, code),
                                                               nida_dictionary_get_arabic (names, code)), 1, code, -1);
    }
}

static gboolean
match_cb (GtkEntryCompletion *completion,
          const char         *key,
          GtkTreeIter        *iter,
          gpointer            data)
{
  NidaPledgeLine *self = data;
  g_autofree char *name = NULL, *folded = NULL;

  gtk_tree_model_get (GTK_TREE_MODEL (self->donors), iter, 0, &name, -1);
  folded = nida_name_fold (name != NULL ? name : "");
  return strstr (folded, key) != NULL;
}

static gboolean
has_arabic (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_get_script (g_utf8_get_char (text)) == G_UNICODE_SCRIPT_ARABIC)
      return TRUE;
  return FALSE;
}

/* A donor that is known has both names; one that is new has that which was typed. */
static void
set_donor (NidaPledgeLine *self,
           NidaEntry      *entry,
           const char     *typed)
{
  NidaDataset *dataset = nida_session_get_dataset (self->session);
  NidaDictionary *names = dataset != NULL ? nida_dataset_get_dictionary (dataset, NIDA_FIELD_DONOR) : NULL;
  guint32 code = names != NULL ? nida_dictionary_lookup (names, typed, -1) : 0;

  for (guint32 i = 1; names != NULL && code == 0 && i <= nida_dictionary_get_size (names); i++)
    if (g_strcmp0 (nida_dictionary_get_arabic (names, i), typed) == 0)
      code = i;
  if (code != 0)
    nida_entry_set_name (entry, NIDA_ENTRY_DONOR, nida_dictionary_get_name (names, code), nida_dictionary_get_arabic (names, code));
  else
    nida_entry_set_name (entry, NIDA_ENTRY_DONOR, typed, has_arabic (typed) ? typed : NULL);
}

/* The one appeal that the data are about, so that its bar grows; nothing where there are several. */
static void
set_appeal (NidaPledgeLine *self,
            NidaEntry      *entry)
{
  NidaDataset *dataset = nida_session_get_dataset (self->session);
  NidaDictionary *names = dataset != NULL ? nida_dataset_get_dictionary (dataset, NIDA_FIELD_APPEAL) : NULL;

  if (names != NULL && nida_dictionary_get_size (names) == 1)
    nida_entry_set_name (entry, NIDA_ENTRY_APPEAL, nida_dictionary_get_name (names, 1), nida_dictionary_get_arabic (names, 1));
}

/* --- entering --- */

static void
say (NidaPledgeLine *self,
     const char     *words,
     gboolean        wrong)
{
  nida_shell_set_label (self->message, words);
  gtk_widget_set_css_classes (GTK_WIDGET (self->message), (const char *[]) { wrong ? "nida-late" : "nida-faint", NULL });
}

static void
mark (GtkEntry *entry,
      gboolean  wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static char *
dup_text (GtkEntry *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

static gboolean
is_currency (const char *text)
{
  return strlen (text) == 3 && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]) && g_ascii_isupper (text[2]);
}

/* The first thing that is not clear; NULL where all is. */
static GtkEntry *
find_problem (NidaPledgeLine  *self,
              const char      *donor,
              gboolean         amount,
              const char      *currency,
              const char     **words)
{
  *words = *donor == '\0' ? _("Who pledges? Type a name") : !amount ? _("How much? Type a number, such as 2.5 million")
         : !is_currency (currency) ? _("In which currency? Type its code, such as USD or KWD") : NULL;
  return *donor == '\0' ? self->donor : !amount ? self->amount : !is_currency (currency) ? self->currency : NULL;
}

static void
add_pledge (NidaPledgeLine *self,
            const char     *donor,
            NidaMoney       amount,
            const char     *currency)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  gint64 now = g_get_real_time ();
  NidaDate today = nida_date_local (now);
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);
  g_autofree char *id = NULL, *name = nida_language_isolate (language, donor), *words = NULL;
  g_autofree char *exact = nida_language_money_exact (language, amount, currency);

  set_donor (self, entry, donor);
  set_appeal (self, entry);
  entry->amount = amount;
  g_strlcpy (entry->currency, currency, sizeof entry->currency);
  entry->period = (NidaPeriod) { today, today };
  nida_entry_add_step (entry, NIDA_ENTRY_PLEDGED, today, now, g_get_real_name ());
  id = nida_ledger_add (nida_session_get_document (self->session), entry);
  /* Translators: a pledge that was just entered: "Kuwait: $5,000,000" */
  words = g_strdup_printf (_("%s: %s"), name, exact);
  say (self, words, FALSE);
}

gboolean
nida_pledge_line_enter (NidaPledgeLine *self)
{
  g_autofree char *donor = dup_text (self->donor), *amount = dup_text (self->amount), *code = dup_text (self->currency);
  g_autofree char *currency = g_ascii_strup (code, -1);
  NidaMoney money = NIDA_MONEY_NONE;
  const char *words;
  GtkEntry *problem = find_problem (self, donor, nida_pledge_parse_amount (amount, &money), currency, &words);

  mark (self->donor, problem == self->donor);
  mark (self->amount, problem == self->amount);
  mark (self->currency, problem == self->currency);
  if (problem != NULL)
    {
      say (self, words, TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (problem));
      return FALSE;
    }
  add_pledge (self, donor, money, currency);
  gtk_editable_set_text (GTK_EDITABLE (self->donor), "");
  gtk_editable_set_text (GTK_EDITABLE (self->amount), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->donor));
  return TRUE;
}

static void
undo_cb (NidaPledgeLine *self)
{
  NidaDocument *document = nida_session_get_document (self->session);

  if (g_strcmp0 (nida_document_get_undo_name (document), NC_("undo", "Add Pledge")) != 0)
    return;
  nida_document_undo (document);
  say (self, _("Taken back"), FALSE);
}

/* Escape gives the keys back to the show. */
static gboolean
key_cb (NidaPledgeLine *self,
        guint           keyval)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (keyval != GDK_KEY_Escape || root == NULL)
    return FALSE;
  gtk_root_set_focus (root, NULL);
  return TRUE;
}

/* --- object --- */

static GtkEntry *
new_entry (NidaPledgeLine *self,
           const char     *name,
           const char     *hint,
           int             width)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (nida_pledge_line_enter), self);
  gtk_box_append (GTK_BOX (self->box), entry);
  return GTK_ENTRY (entry);
}

static void
add_completion (NidaPledgeLine *self)
{
  g_autoptr (GtkEntryCompletion) completion = gtk_entry_completion_new ();

  gtk_entry_completion_set_model (completion, GTK_TREE_MODEL (self->donors));
  gtk_entry_completion_set_text_column (completion, 0);
  gtk_entry_completion_set_match_func (completion, match_cb, self, NULL);
  gtk_entry_completion_set_popup_single_match (completion, TRUE);
  gtk_entry_set_completion (self->donor, completion);
}

static void
add_button (NidaPledgeLine *self,
            const char     *words,
            const char     *style,
            GCallback       callback)
{
  GtkWidget *button = gtk_button_new_with_label (words);

  gtk_widget_add_css_class (button, style);
  gtk_widget_set_focus_on_click (button, FALSE);
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (self->box), button);
}

static void
build (NidaPledgeLine *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  self->donor = new_entry (self, _("Donor"), _("Donor"), WORDS);
  gtk_widget_set_hexpand (GTK_WIDGET (self->donor), TRUE);
  add_completion (self);
  self->amount = new_entry (self, _("Amount"), _("Amount"), 12);
  self->currency = new_entry (self, _("Currency"), "USD", 5);
  gtk_entry_set_max_length (self->currency, 3);
  add_button (self, _("Add Pledge"), "suggested-action", G_CALLBACK (nida_pledge_line_enter));
  add_button (self, _("Take Back"), "nida-raised", G_CALLBACK (undo_cb));
  self->message = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->message, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->message, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->message), TRUE);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->message));
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

static void
nida_pledge_line_dispose (GObject *object)
{
  NidaPledgeLine *self = NIDA_PLEDGE_LINE (object);

  if (self->donor != NULL)
    gtk_entry_set_completion (self->donor, NULL);
  self->donor = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->donors);
  g_clear_object (&self->listed);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (nida_pledge_line_parent_class)->dispose (object);
}

static void
nida_pledge_line_class_init (NidaPledgeLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nida_pledge_line_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
nida_pledge_line_init (NidaPledgeLine *self)
{
  self->donors = gtk_list_store_new (2, G_TYPE_STRING, G_TYPE_UINT);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "nida-pledge");
}

GtkWidget *
nida_pledge_line_new (NidaSession *session)
{
  NidaPledgeLine *self = g_object_new (NIDA_TYPE_PLEDGE_LINE, NULL);

  self->session = g_object_ref (session);
  build (self);
  gtk_editable_set_text (GTK_EDITABLE (self->currency), nida_filter_set_get_currency (nida_session_get_filters (session)));
  list_donors (self);
  g_signal_connect_object (session, "opened", G_CALLBACK (list_donors), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
nida_pledge_line_begin (NidaPledgeLine *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->donor));
}

void
nida_pledge_line_fill (NidaPledgeLine *self,
                       const char     *donor,
                       const char     *amount,
                       const char     *currency)
{
  gtk_editable_set_text (GTK_EDITABLE (self->donor), donor);
  gtk_editable_set_text (GTK_EDITABLE (self->amount), amount);
  gtk_editable_set_text (GTK_EDITABLE (self->currency), currency);
}

const char *
nida_pledge_line_get_message (NidaPledgeLine *self)
{
  return gtk_label_get_text (self->message);
}
