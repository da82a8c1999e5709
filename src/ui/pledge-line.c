/* One line in which a pledge is entered while the room watches. It stays in its fields until it is understood; then it is an
 * entry of the ledger like any other, and the charts that the audience sees follow by themselves. */
#include "config.h"

#include "pledge-line.h"

#include "beside-layout.h"
#include "look.h"
#include "name-entry.h"
#include "said-amount.h"
#include "translate.h"
#include "ui-shell.h"
#include "words.h"

#include <string.h>

#define SPACING 8
#define WORDS 10      /* characters wide at least: a name */

struct _NidaPledgeLine
{
  GtkWidget      parent_instance;

  NidaSession   *session;
  GtkWidget     *rows;         /* a line, and under it what is said of it */
  GtkWidget     *box, *buttons;    /* of the line, below one another where it has no room for both */
  GtkEntry      *donor, *amount, *currency, *purpose;
  GtkLabel      *message;
  NidaField      field;        /* that @purpose is of: appeals, or objectives */
  NidaShow      *show;         /* whose slide says what is pledged for, or NULL */
  char          *appeal;       /* the one that the slide is about, or NULL */
  char          *suggested;    /* what stands in @purpose without anybody having typed it, or NULL */
};

G_DEFINE_FINAL_TYPE (NidaPledgeLine, nida_pledge_line, GTK_TYPE_WIDGET)

gboolean
nida_pledge_parse_amount (const char *text,
                          NidaMoney  *money)
{
  return nida_said_amount_parse (text, NIDA_DECIMAL_DOT, money) == NIDA_MONEY_OK && *money > 0;
}

static void
add_entry (NidaPledgeLine *self,
           GtkEntry       *entry,
           const char     *name,
           const char     *hint,
           int             width)
{
  int hinted = (int) g_utf8_strlen (hint, -1);

  gtk_entry_set_placeholder_text (entry, hint);
  /* as wide in large text: the presenter's window has to fit a small screen; but what an empty one asks for is whole */
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), MAX ((int) (width / nida_look_get_text_scale (nida_look_get ())), hinted));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (nida_pledge_line_enter), self);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (entry));
}

/* --- names --- */

static NidaDictionary *
get_names (NidaPledgeLine *self,
           NidaField       field)
{
  NidaDataset *dataset = nida_session_get_dataset (self->session);

  return dataset != NULL ? nida_dataset_get_dictionary (dataset, field) : NULL;
}

static gboolean
has_arabic (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_get_script (g_utf8_get_char (text)) == G_UNICODE_SCRIPT_ARABIC)
      return TRUE;
  return FALSE;
}

/* A name that is known has both languages; one that is new has that which was typed. */
static void
set_name (NidaPledgeLine *self,
          NidaEntry      *entry,
          NidaEntryName   which,
          NidaField       field,
          const char     *name)
{
  NidaDictionary *names = get_names (self, field);
  guint32 code = names != NULL ? nida_dictionary_lookup (names, name, -1) : 0;

  if (code != 0)
    nida_entry_set_name (entry, which, nida_dictionary_get_name (names, code), nida_dictionary_get_arabic (names, code));
  else
    nida_entry_set_name (entry, which, name, has_arabic (name) ? name : NULL);
}

static NidaEntryName
entry_name_of (NidaField field)
{
  return field == NIDA_FIELD_APPEAL ? NIDA_ENTRY_APPEAL : NIDA_ENTRY_CATEGORY;
}

/* The one appeal that all is about: of the slide, or of the data; NULL where there are several. */
static const char *
find_appeal (NidaPledgeLine *self)
{
  NidaDictionary *names = get_names (self, NIDA_FIELD_APPEAL);

  if (self->appeal != NULL)
    return self->appeal;
  return names != NULL && nida_dictionary_get_size (names) == 1 ? nida_dictionary_get_name (names, 1) : NULL;
}

/* --- what it is for --- */

static gboolean
is_purpose (NidaField field)
{
  return field == NIDA_FIELD_APPEAL || field == NIDA_FIELD_CATEGORY;
}

/* The entry completes the names of what the slide's chart of needs shows: appeals, or the objectives of one. */
static void
set_purpose (NidaPledgeLine *self,
             NidaField       field)
{
  const char *words = field == NIDA_FIELD_APPEAL ? _("For which appeal") : _("For which objective");

  if (self->purpose != NULL && self->field == field)
    return;
  self->field = field;
  g_clear_pointer (&self->suggested, g_free);
  if (self->purpose != NULL)
    gtk_box_remove (GTK_BOX (self->box), GTK_WIDGET (self->purpose));
  self->purpose = GTK_ENTRY (nida_name_entry_new (self->session, field));
  add_entry (self, self->purpose, words, words, WORDS);
  gtk_widget_set_hexpand (GTK_WIDGET (self->purpose), TRUE);
  gtk_box_reorder_child_after (GTK_BOX (self->box), GTK_WIDGET (self->purpose), GTK_WIDGET (self->currency));
}

static void
take_chart (NidaPledgeLine      *self,
            const NidaChartSpec *spec)
{
  NidaField by = spec->query->n_by > 0 ? spec->query->by[0].field : NIDA_FIELD_NONE;

  for (guint i = 0; i < nida_query_get_n_filters (spec->query); i++)
    {
      const char * const *values;

      if (nida_query_get_filter (spec->query, i, &values) == NIDA_FIELD_APPEAL && values[0] != NULL && values[1] == NULL)
        self->appeal = g_strdup (values[0]);
    }
  set_purpose (self, is_purpose (by) ? by : NIDA_FIELD_APPEAL);
}

/* The mark that is selected before the room is what is pledged for. */
static const char *
find_selected (NidaPledgeLine *self)
{
  NidaScene *scene = self->show != NULL ? nida_show_get_scene (self->show) : NULL;
  const char *key = scene != NULL ? nida_show_get_selected (self->show) : NULL;
  const NidaNode *node = scene != NULL && key != NULL ? nida_scene_find (scene, key) : NULL;

  for (guint i = 0; node != NULL && node->mark != NULL && i < node->mark->n_fields; i++)
    if (node->mark->fields[i] == self->field)
      return node->mark->values[i];
  return NULL;
}

/* As the slide has it; what the speaker has typed stays. */
static void
suggest (NidaPledgeLine *self)
{
  const char *selected = find_selected (self), *name = selected;

  if (name == NULL && self->field == NIDA_FIELD_APPEAL)
    name = find_appeal (self);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->purpose)), self->suggested != NULL ? self->suggested : "") != 0)
    return;
  nida_name_entry_set (self->purpose, name);
  g_free (self->suggested);
  self->suggested = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->purpose)));
}

static void
show_changed_cb (NidaPledgeLine *self,
                 guint           changes)
{
  g_autoptr (GPtrArray) parts = NULL;
  gboolean found = FALSE;

  if ((changes & (NIDA_SHOW_SLIDE | NIDA_SHOW_DATA)) != 0)
    {
      g_clear_pointer (&self->appeal, g_free);
      parts = nida_show_get_n_slides (self->show) > 0
                ? nida_show_source_dup_parts (nida_show_get_source (self->show), nida_show_get_slide (self->show)) : NULL;
      for (guint i = 0; parts != NULL && i < parts->len && !found; i++)
        {
          const NidaChartSpec *spec = ((NidaShowPart *) parts->pdata[i])->spec;

          found = spec->kind == NIDA_CHART_COVERAGE;
          if (found)
            take_chart (self, spec);
        }
    }
  if ((changes & (NIDA_SHOW_SLIDE | NIDA_SHOW_DATA | NIDA_SHOW_SELECTED)) != 0)
    suggest (self);
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
  gboolean purpose = gtk_entry_get_text_length (self->purpose) == 0 || nida_name_entry_knows (self->purpose);

  *words = *donor == '\0' ? _("Who pledges? Type a name") : !amount ? _("How much? Type a number, such as 2.5 million")
         : !is_currency (currency) ? _("In which currency? Type its code, such as USD or KWD")
         : !purpose ? _("For what? Choose a name that the data have, or leave it empty") : NULL;
  return *donor == '\0' ? self->donor : !amount ? self->amount : !is_currency (currency) ? self->currency : !purpose ? self->purpose : NULL;
}

/* As charts and slides name the donor: "Kuwait" and not "Kuwait, Government of". */
static char *
dup_donor (const NidaEntry *entry,
           NidaLanguage    *language)
{
  return nida_words_name (language, NIDA_FIELD_DONOR, entry->names[NIDA_ENTRY_DONOR][0], entry->names[NIDA_ENTRY_DONOR][1]);
}

/* The room sees who it was, in the language that the show has at the moment. */
static void
announce (NidaPledgeLine  *self,
          const NidaEntry *entry)
{
  static const char * const codes[] = { "en", "ar" };
  char *words[G_N_ELEMENTS (codes)];

  if (self->show == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (NidaLanguage) language = nida_look_make_language (nida_look_get (), codes[i]);
      g_autofree char *name = dup_donor (entry, language);
      g_autofree char *amount = nida_language_money_long (language, entry->amount, entry->currency);
      g_auto (NidaSpeech) speech = nida_language_speak (language);

      /* Translators: over a slide, when somebody in the room has pledged: "Kuwait pledges $5 million" */
      words[i] = g_strdup_printf (_("%1$s pledges %2$s"), name, amount);
    }
  nida_show_announce (self->show, words[0], words[1]);
  g_free (words[0]);
  g_free (words[1]);
}

static void
add_pledge (NidaPledgeLine *self,
            const char     *donor,
            NidaMoney       amount,
            const char     *currency)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  g_autofree char *purpose = nida_name_entry_dup (self->purpose);
  const char *appeal = find_appeal (self);
  gint64 now = g_get_real_time ();
  NidaDate today = nida_date_local (now);
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);
  g_autofree char *id = NULL, *name = NULL, *words = NULL;
  g_autofree char *exact = nida_language_money_exact (language, amount, currency);

  set_name (self, entry, NIDA_ENTRY_DONOR, NIDA_FIELD_DONOR, donor);
  if (appeal != NULL && self->field != NIDA_FIELD_APPEAL)
    set_name (self, entry, NIDA_ENTRY_APPEAL, NIDA_FIELD_APPEAL, appeal);
  if (*purpose != '\0')
    set_name (self, entry, entry_name_of (self->field), self->field, purpose);
  entry->amount = amount;
  g_strlcpy (entry->currency, currency, sizeof entry->currency);
  entry->period = (NidaPeriod) { today, today };
  nida_entry_add_step (entry, NIDA_ENTRY_PLEDGED, today, now, g_get_real_name ());
  id = nida_ledger_add (nida_session_get_document (self->session), entry);
  name = dup_donor (entry, language);
  /* Translators: a pledge that was just entered: "Kuwait: $5,000,000" */
  words = g_strdup_printf (_("%s: %s"), name, exact);
  say (self, words, FALSE);
  announce (self, entry);
}

gboolean
nida_pledge_line_enter (NidaPledgeLine *self)
{
  g_autofree char *donor = nida_name_entry_dup (self->donor), *amount = dup_text (self->amount), *code = dup_text (self->currency);
  g_autofree char *currency = g_ascii_strup (code, -1);
  NidaMoney money = NIDA_MONEY_NONE;
  const char *words;
  GtkEntry *problem = find_problem (self, donor, nida_pledge_parse_amount (amount, &money), currency, &words);

  mark (self->donor, problem == self->donor);
  mark (self->amount, problem == self->amount);
  mark (self->currency, problem == self->currency);
  mark (self->purpose, problem == self->purpose);
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
  if (self->show != NULL)
    nida_show_announce (self->show, NULL, NULL);
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
  gtk_box_append (GTK_BOX (self->buttons), button);
}

static void
build (NidaPledgeLine *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  self->donor = GTK_ENTRY (nida_name_entry_new (self->session, NIDA_FIELD_DONOR));
  add_entry (self, self->donor, _("Donor"), _("Donor"), WORDS);
  gtk_widget_set_hexpand (GTK_WIDGET (self->donor), TRUE);
  self->amount = GTK_ENTRY (gtk_entry_new ());
  add_entry (self, self->amount, _("Amount"), _("Amount"), 12);
  self->currency = GTK_ENTRY (gtk_entry_new ());
  add_entry (self, self->currency, _("Currency"), "USD", 5);
  gtk_entry_set_max_length (self->currency, 3);
  set_purpose (self, NIDA_FIELD_APPEAL);
  add_button (self, _("Add Pledge"), "suggested-action", G_CALLBACK (nida_pledge_line_enter));
  add_button (self, _("Take Back"), "nida-raised", G_CALLBACK (undo_cb));
  self->message = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->message, TRUE);
  gtk_label_set_xalign (self->message, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->message), TRUE);
  gtk_box_append (GTK_BOX (self->rows), GTK_WIDGET (self->message));
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

static void
nida_pledge_line_dispose (GObject *object)
{
  NidaPledgeLine *self = NIDA_PLEDGE_LINE (object);

  /* a completion outlives its entry otherwise */
  if (self->donor != NULL)
    gtk_entry_set_completion (self->donor, NULL);
  if (self->purpose != NULL)
    gtk_entry_set_completion (self->purpose, NULL);
  self->donor = self->purpose = NULL;
  g_clear_pointer (&self->rows, gtk_widget_unparent);
  g_clear_object (&self->show);
  g_clear_pointer (&self->appeal, g_free);
  g_clear_pointer (&self->suggested, g_free);
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
  GtkWidget *line;

  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  line = g_object_new (GTK_TYPE_BOX, "layout-manager", g_object_new (NIDA_TYPE_BESIDE_LAYOUT, "spacing", SPACING, NULL), NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->rows), line);
  gtk_box_append (GTK_BOX (line), self->box);
  gtk_box_append (GTK_BOX (line), self->buttons);
  gtk_widget_add_css_class (GTK_WIDGET (self), "nida-pledge");
}

GtkWidget *
nida_pledge_line_new (NidaSession *session)
{
  NidaPledgeLine *self = g_object_new (NIDA_TYPE_PLEDGE_LINE, NULL);

  self->session = g_object_ref (session);
  build (self);
  gtk_editable_set_text (GTK_EDITABLE (self->currency), nida_filter_set_get_currency (nida_session_get_filters (session)));
  suggest (self);
  return GTK_WIDGET (self);
}

void
nida_pledge_line_follow (NidaPledgeLine *self,
                         NidaShow       *show)
{
  self->show = g_object_ref (show);
  g_signal_connect_object (show, "changed", G_CALLBACK (show_changed_cb), self, G_CONNECT_SWAPPED);
  show_changed_cb (self, NIDA_SHOW_SLIDE);
}

GtkEntry *
nida_pledge_line_get_purpose (NidaPledgeLine *self)
{
  return self->purpose;
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
