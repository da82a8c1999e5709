/* A row stays while its source is open, so that the keys keep their place when it is read again; its words are made anew. */
#include "config.h"

#include "source-row.h"

#include "look.h"
#include "source-actions.h"
#include "source-menu.h"
#include "source-words.h"
#include "source.h"
#include "translate.h"
#include "ui-shell.h"

#define WIDTH 230   /* at a text scale of 1: room for the words of most rows */

struct _NidaSourceRow
{
  GtkWidget           parent_instance;

  NidaSession        *session;
  char               *input;
  NidaSource         *source;      /* what the input names; NULL when it is no good */
  GActionMap         *actions;     /* see source-menu.h */

  GtkWidget          *check, *icon, *problems, *locate, *key, *menu;
  GtkLabel           *name, *rows, *span, *origin, *state;
  gboolean            showing;     /* the check button is set by us */
};

enum { FIND_PROBLEMS, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NidaSourceRow, nida_source_row, GTK_TYPE_WIDGET)

static NidaLanguage *
language (void)
{
  return nida_look_get_language (nida_look_get ());
}

/* The desk's own figures have no place, no age and nothing to read again. */
static gboolean
is_own (NidaSourceRow *self)
{
  return g_str_equal (self->input, NIDA_LEDGER_URI);
}

static gboolean
is_address (NidaSourceRow *self)
{
  return self->source != NULL && self->source->type == NIDA_SOURCE_WEB;
}

/* Of the report; NULL while the source is switched off. */
static const NidaSourceInfo *
get_info (NidaSourceRow *self)
{
  guint index = nida_session_find_source (self->session, self->input);

  return index != G_MAXUINT ? nida_report_get_source (nida_dataset_get_report (nida_session_get_dataset (self->session)), index) : NULL;
}

static void
show_line (GtkLabel   *label,
           const char *text)
{
  nida_shell_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/* --- what it holds --- */

static void
show_problems (NidaSourceRow *self,
               guint          n)
{
  g_autofree char *count = nida_language_integer (language (), n);
  g_autofree char *words = g_strdup_printf (/* xgettext:c-format */ ngettext ("%s problem", "%s problems", n), count);
  g_autofree char *name = nida_source_row_dup_name (self);
  /* Translators: a button: "3 problems"; then what it does: "3 problems: find them in the report of flows.csv" */
  g_autofree char *spoken = g_strdup_printf (_("%1$s: find them in the report of %2$s"), words, name);

  gtk_button_set_label (GTK_BUTTON (self->problems), words);
  gtk_widget_set_visible (self->problems, n > 0);
  nida_shell_set_tooltip (self->problems, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->problems), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* --- how old it is --- */

static void
set_style (GtkWidget  *widget,
           const char *style,
           gboolean    wanted)
{
  if (wanted)
    gtk_widget_add_css_class (widget, style);
  else
    gtk_widget_remove_css_class (widget, style);
}

static void
show_icon (NidaSourceRow        *self,
           const NidaSourceInfo *info,
           const char           *failure)
{
  gboolean bad = info != NULL && (info->rows_refused > 0 || failure != NULL);
  const char *words = info != NULL && info->is_missing ? _("Missing") : failure != NULL ? _("Not read again") : bad ? _("Rows were refused") : _("All is well");

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), bad ? "nida-warning-symbolic" : "nida-good-symbolic");
  set_style (self->icon, "nida-warning", bad);
  set_style (self->icon, "nida-good", !bad);
  gtk_widget_set_visible (self->icon, info != NULL);
  gtk_widget_set_tooltip_text (self->icon, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

void
nida_source_row_show_state (NidaSourceRow *self)
{
  const NidaSourceInfo *info = get_info (self);
  const char *failure = info != NULL ? nida_session_get_failure (self->session, self->input) : NULL;
  g_autofree char *age = info != NULL ? nida_source_words_age (info, is_address (self)) : NULL;
  g_autofree char *origin = is_own (self) ? g_strdup (_("kept in the document, never uploaded")) : info == NULL || info->is_missing ? NULL : age == NULL ? g_strdup (info->format)
                            : info->format == NULL ? g_strdup (age) : g_strconcat (info->format, " · ", age, NULL);
  g_autofree char *details = info != NULL ? nida_source_words_age_details (info) : NULL;
  g_autofree char *state = nida_source_words_state (self->session, self->input, info, failure);

  show_line (self->origin, origin);
  nida_shell_set_tooltip (GTK_WIDGET (self->origin), details);
  show_line (self->state, state);
  set_style (GTK_WIDGET (self->state), "nida-warning", failure != NULL);
  nida_shell_set_tooltip (GTK_WIDGET (self->state), failure);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->state), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, failure != NULL ? failure : "", -1);
  show_icon (self, info, failure);
  gtk_widget_set_visible (self->locate, info != NULL && info->is_missing && nida_source_actions_can_locate (self->session, self->input));
  gtk_widget_set_visible (self->key, nida_session_get_wanted_key (self->session, self->input) != NULL);
}

/* --- whether it counts --- */

static void
toggled_cb (NidaSourceRow *self)
{
  if (self->showing)
    return;
  if (is_own (self))
    nida_session_set_ledger_on (self->session, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)));
  else
    nida_session_set_input_off (self->session, self->input, !gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)));
}

static void
show_check (NidaSourceRow *self)
{
  gboolean off = is_own (self) ? !nida_session_is_ledger_on (self->session)
                 : nida_filter_set_is_off (nida_session_get_filters (self->session), self->input);
  gboolean several = is_own (self) || nida_session_get_inputs (self->session)[1] != NULL;
  g_autofree char *name = nida_source_row_dup_name (self);
  /* Translators: a check button; %s is the name of a file */
  g_autofree char *words = g_strdup_printf (_("Count the figures of %s"), name);

  self->showing = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), !off);
  self->showing = FALSE;
  gtk_widget_set_sensitive (self->check, off || is_own (self) || nida_session_get_n_on (self->session) > 1);
  gtk_widget_set_visible (self->check, several);
  nida_shell_set_tooltip (self->check, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* Made when it is opened. */
static void
create_menu_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  NidaSourceRow *self = user_data;
  g_autoptr (GMenuModel) menu = nida_source_menu_new (self, self->actions);

  gtk_menu_button_set_menu_model (button, menu);
  nida_shell_fit_popover (gtk_menu_button_get_popover (button));
}

/* --- the whole --- */

NidaSession *
nida_source_row_get_session (NidaSourceRow *self)
{
  return self->session;
}

const char *
nida_source_row_get_input (NidaSourceRow *self)
{
  return self->input;
}

char *
nida_source_row_dup_name (NidaSourceRow *self)
{
  const NidaSourceInfo *info = get_info (self);

  if (is_own (self))
    return g_strdup (_("The desk’s own figures"));
  return nida_name_clean (info != NULL ? info->name : self->source != NULL ? self->source->name : self->input);
}

void
nida_source_row_show (NidaSourceRow *self,
                      const GArray  *summaries,
                      const GArray  *problems)
{
  guint index = nida_session_find_source (self->session, self->input);
  const NidaSourceInfo *info = get_info (self);
  const NidaSourceSummary *summary = info != NULL ? &g_array_index (summaries, NidaSourceSummary, index) : NULL;
  g_autofree char *name = nida_source_row_dup_name (self);
  g_autofree char *rows = info != NULL && !info->is_missing ? nida_source_words_rows (info) : NULL;
  g_autofree char *span = summary != NULL ? nida_source_words_span (summary) : NULL;
  /* Translators: a menu button; %s is the name of a file */
  g_autofree char *menu = g_strdup_printf (_("What to do with %s"), name);
  /* Translators: a button; %s is the name of a file whose place is asked for */
  g_autofree char *locate = g_strdup_printf (_("Locate %s"), name);
  /* Translators: a button; %s is the name of a file whose server wants a key */
  g_autofree char *key = g_strdup_printf (_("Enter the key for %s"), name);

  nida_shell_set_label (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), is_own (self) ? NULL : self->source != NULL ? self->source->uri : self->input);
  show_line (self->rows, rows);
  show_line (self->span, span);
  show_problems (self, info != NULL ? g_array_index (problems, guint, index) : 0);
  show_check (self);
  nida_shell_set_tooltip (self->menu, menu);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, menu, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->locate), GTK_ACCESSIBLE_PROPERTY_LABEL, locate, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->key), GTK_ACCESSIBLE_PROPERTY_LABEL, key, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  nida_source_row_show_state (self);
}

static GtkLabel *
append_label (GtkWidget  *box,
              const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  nida_shell_wrap (GTK_LABEL (label));
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);   /* so that sources stand side by side */
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
problems_clicked_cb (NidaSourceRow *self)
{
  g_signal_emit (self, signals[FIND_PROBLEMS], 0);
}

/* What is missing must not be searched for in a menu. */
static GtkWidget *
make_remedy (const char *label,
             const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_visible (button, FALSE);
  return button;
}

static GtkWidget *
make_words (NidaSourceRow *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->name = append_label (words, "nida-strong");
  self->rows = append_label (words, "nida-subtitle");
  self->span = append_label (words, "nida-subtitle");
  self->origin = append_label (words, "nida-subtitle");
  self->state = append_label (words, "nida-subtitle");
  self->problems = gtk_button_new ();
  gtk_widget_set_halign (self->problems, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->problems, "nida-link");
  g_signal_connect_swapped (self->problems, "clicked", G_CALLBACK (problems_clicked_cb), self);
  gtk_box_append (GTK_BOX (words), self->problems);
  self->locate = make_remedy (_("_Locate…"), "source.locate");
  gtk_box_append (GTK_BOX (words), self->locate);
  /* Translators: a button of a source whose server wants a key */
  self->key = make_remedy (_("Enter _Key…"), "source.key");
  gtk_box_append (GTK_BOX (words), self->key);
  gtk_widget_set_hexpand (words, TRUE);
  return words;
}

static void
nida_source_row_init (NidaSourceRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->actions = nida_source_menu_new_actions (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "source", G_ACTION_GROUP (self->actions));
  self->check = gtk_check_button_new ();
  gtk_widget_set_valign (self->check, GTK_ALIGN_START);
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (box), self->check);
  self->icon = gtk_image_new ();
  gtk_widget_set_valign (self->icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->icon, 3);
  gtk_box_append (GTK_BOX (box), self->icon);
  gtk_box_append (GTK_BOX (box), make_words (self));
  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), "nida-more-symbolic");
  gtk_widget_set_valign (self->menu, GTK_ALIGN_START);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->menu), FALSE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu), create_menu_cb, self, NULL);
  gtk_box_append (GTK_BOX (box), self->menu);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "nida-report-source");
}

static void
nida_source_row_dispose (GObject *object)
{
  NidaSourceRow *self = NIDA_SOURCE_ROW (object);

  if (self->menu != NULL)
    gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu), NULL, NULL, NULL);
  self->menu = NULL;
  gtk_widget_insert_action_group (GTK_WIDGET (self), "source", NULL);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->source, nida_source_free);
  g_clear_pointer (&self->input, g_free);
  g_clear_object (&self->session);
  if (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));
  G_OBJECT_CLASS (nida_source_row_parent_class)->dispose (object);
}

static void
nida_source_row_class_init (NidaSourceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_source_row_dispose;
  signals[FIND_PROBLEMS] = g_signal_new ("find-problems", NIDA_TYPE_SOURCE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

GtkWidget *
nida_source_row_new (NidaSession *session,
                     const char  *input)
{
  NidaSourceRow *self = g_object_new (NIDA_TYPE_SOURCE_ROW, NULL);

  self->session = g_object_ref (session);
  self->input = g_strdup (input);
  self->source = is_own (self) ? NULL : nida_source_new (input, TRUE, NULL);
  gtk_widget_set_size_request (GTK_WIDGET (self), (int) (WIDTH * nida_look_get_text_scale (nida_look_get ())), -1);
  return GTK_WIDGET (self);
}
