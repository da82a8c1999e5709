/* A row stays while its source is open, so that the keys keep their place when it is read again; its words are made anew. */
#include "config.h"

#include "source-row.h"

#include "compare-load.h"
#include "compare-window.h"
#include "live.h"
#include "look.h"
#include "source-actions.h"
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
  GSimpleActionGroup *actions;

  GtkWidget          *check, *icon, *problems, *menu;
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

static char *
rows_words (const NidaSourceInfo *info)
{
  g_autofree char *read = nida_language_integer (language (), (gint64) info->rows_read);
  g_autofree char *kept = nida_language_integer (language (), (gint64) info->rows_kept);
  g_autofree char *refused = nida_language_integer (language (), (gint64) info->rows_refused);
  g_autofree char *merged = nida_language_integer (language (), (gint64) info->rows_merged);
  g_autofree char *rows = g_strdup_printf (/* xgettext:c-format */ ngettext ("%s row", "%s rows", info->rows_read), read);
  /* Translators: of the rows of one file: how many are on the board and how many were refused */
  g_autofree char *line = info->rows_refused > 0 ? g_strdup_printf (_("%s · %s kept, %s refused"), rows, kept, refused)
                                                 : g_strdup_printf (_("%s · %s kept"), rows, kept);
  /* Translators: of the rows of one file: how many are the same flows as rows of other files */
  g_autofree char *same = g_strdup_printf (/* xgettext:c-format */ ngettext ("%s merged", "%s merged", info->rows_merged), merged);

  return info->rows_merged > 0 ? g_strconcat (line, _(", "), same, NULL) : g_steal_pointer (&line);
}

static char *
span_words (const NidaSourceSummary *summary)
{
  if (summary->first.precision == NIDA_PRECISION_NONE)
    return NULL;
  return nida_language_period (language (), (NidaPeriod) { summary->first, summary->last }, NIDA_DATE_MEDIUM);
}

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

static char *
ago (gint64 microseconds)
{
  return nida_language_ago (language (), MAX (0, (g_get_real_time () - microseconds) / G_USEC_PER_SEC));
}

static char *
age_words (NidaSourceRow        *self,
           const NidaSourceInfo *info)
{
  gboolean is_file = info->modified_at != 0;
  g_autofree char *words = NULL;

  if (!is_file && info->fetched_at == 0)
    return NULL;
  words = ago (is_file ? info->modified_at : info->fetched_at);
  if (is_file)
    /* Translators: a file was written "5 minutes ago" */
    return g_strdup_printf (_("changed %s"), words);
  if (self->source != NULL && self->source->type == NIDA_SOURCE_WEB)
    /* Translators: an address was asked "5 minutes ago" */
    return g_strdup_printf (_("fetched %s"), words);
  /* Translators: a file, whose age is not known, was read "5 minutes ago" */
  return g_strdup_printf (_("read %s"), words);
}

static char *
age_details (const NidaSourceInfo *info)
{
  g_autofree char *changed = info->modified_at != 0 ? nida_language_time (language (), info->modified_at) : NULL;
  g_autofree char *fetched = info->fetched_at != 0 ? nida_language_time (language (), info->fetched_at) : NULL;

  if (changed != NULL && fetched != NULL)
    /* Translators: of a file: when it was written, and when it was read, "17 Apr 2026, 14:05" */
    return g_strdup_printf (_("changed on %1$s, read on %2$s"), changed, fetched);
  /* Translators: %s is a date and time */
  return fetched != NULL ? g_strdup_printf (_("read on %s"), fetched) : NULL;
}

static char *
interval_words (guint seconds)
{
  switch (seconds)
    {
    case 0: return NULL;
    case 10: return g_strdup (_("read again every 10 seconds"));
    case 60: return g_strdup (_("read again every minute"));
    case 600: return g_strdup (_("read again every 10 minutes"));
    case 3600: return g_strdup (_("read again every hour"));
    case 86400: return g_strdup (_("read again every day"));
    default:
      {
        g_autofree char *number = nida_language_integer (language (), seconds);

        return g_strdup_printf (/* xgettext:c-format */ ngettext ("read again every %s second", "read again every %s seconds", seconds), number);
      }
    }
}

static char *
state_words (NidaSourceRow        *self,
             const NidaSourceInfo *info,
             const char           *failure)
{
  g_autofree char *time = info != NULL && info->fetched_at != 0 ? nida_language_time (language (), info->fetched_at) : NULL;

  if (is_own (self))
    return info == NULL ? g_strdup (_("switched off")) : NULL;
  if (info == NULL)
    return g_strdup (nida_session_is_reading (self->session, self->input) ? _("being read…") : _("switched off"));
  if (nida_session_is_reading (self->session, self->input))
    return g_strdup (_("being read again…"));
  if (info->in_document && time != NULL)
    /* Translators: a source as the document carries it; %s is a date and time */
    return g_strdup_printf (_("from the document, read %s"), time);
  if (failure != NULL && time != NULL)
    /* Translators: a source's server or file failed; %s is the date and time of the last good data */
    return g_strdup_printf (_("Not read again: shown as of %s"), time);
  if (info->is_held && time != NULL)
    /* Translators: %s is a date and time */
    return g_strdup_printf (_("the copy of %s"), time);
  return interval_words (nida_live_get_source_interval (self->input));
}

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
  const char *words = failure != NULL ? _("Not read again") : bad ? _("Rows were refused") : _("All is well");

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
  g_autofree char *age = info != NULL ? age_words (self, info) : NULL;
  g_autofree char *origin = is_own (self) ? g_strdup (_("kept in the document, never uploaded")) : info == NULL ? NULL : age == NULL ? g_strdup (info->format)
                            : info->format == NULL ? g_strdup (age) : g_strconcat (info->format, " · ", age, NULL);
  g_autofree char *details = info != NULL ? age_details (info) : NULL;
  g_autofree char *state = state_words (self, info, failure);

  show_line (self->origin, origin);
  nida_shell_set_tooltip (GTK_WIDGET (self->origin), details);
  show_line (self->state, state);
  set_style (GTK_WIDGET (self->state), "nida-warning", failure != NULL);
  nida_shell_set_tooltip (GTK_WIDGET (self->state), failure);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->state), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, failure != NULL ? failure : "", -1);
  show_icon (self, info, failure);
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

static guint
count_on (NidaSession *session)
{
  const char * const *inputs = nida_session_get_inputs (session);

  return g_strv_length ((char **) inputs)
         - g_strv_length ((char **) nida_filter_set_get_off (nida_session_get_filters (session)));
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
  gtk_widget_set_sensitive (self->check, off || is_own (self) || count_on (self->session) > 1);
  gtk_widget_set_visible (self->check, several);
  nida_shell_set_tooltip (self->check, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* --- its menu --- */

static void
interval_changed_cb (GSimpleAction *action,
                     GVariant      *state,
                     gpointer       user_data)
{
  NidaSourceRow *self = user_data;

  g_simple_action_set_state (action, state);
  nida_live_set_source_interval (self->input, g_variant_get_uint32 (state));
  nida_source_row_show_state (self);
}

static void
read_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  NidaSourceRow *self = user_data;
  const char *due[] = { self->input, NULL };

  nida_session_reload_inputs (self->session, due);
}

static void
only_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  NidaSourceRow *self = user_data;
  const char *on[] = { self->input, NULL };

  nida_session_set_inputs_on (self->session, on);
}

static void
compare_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  NidaSourceRow *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_window_present (GTK_WINDOW (nida_compare_window_new (GTK_WINDOW (root), self->session, self->input)));
}

static void
locate_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  NidaSourceRow *self = user_data;

  nida_source_actions_locate (NIDA_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->input);
}

static void
remove_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  NidaSourceRow *self = user_data;

  nida_source_actions_remove (NIDA_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->input);
}

/* There must be another one that is no table of rates. */
static gboolean
can_compare (NidaSourceRow *self)
{
  const char * const *inputs = nida_session_get_inputs (self->session);
  guint n = 0;

  for (guint i = 0; inputs[i] != NULL; i++)
    n += nida_compare_load_is_source (self->session, inputs[i]);
  return n > 1 && nida_compare_load_is_source (self->session, self->input);
}

static void
append_intervals (GMenu *menu)
{
  static const struct { guint seconds; const char *words; } intervals[] = {
    { 0, NC_("interval", "Never") }, { 10, NC_("interval", "10 Seconds") }, { 60, NC_("interval", "Minute") },
    { 600, NC_("interval", "10 Minutes") }, { 3600, NC_("interval", "Hour") }, { 86400, NC_("interval", "Day") },
  };
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (intervals); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (nida_pgettext ("interval", intervals[i].words), NULL);

      g_menu_item_set_action_and_target_value (item, "source.interval", g_variant_new_uint32 (intervals[i].seconds));
      g_menu_append_item (section, item);
    }
  /* Translators: heads a list of times: "Never", "10 Seconds", "Minute" … */
  g_menu_append_section (menu, _("Read again every"), G_MENU_MODEL (section));
}

/* As a source of the document. */
static void
append_place (GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();

  /* Translators: a file that was moved: say where it is now */
  g_menu_append (section, _("_Locate…"), "source.locate");
  g_menu_append (section, _("Re_move from Document"), "source.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
update_actions (NidaSourceRow *self)
{
  guint n_on = count_on (self->session);
  gboolean off = nida_filter_set_is_off (nida_session_get_filters (self->session), self->input);
  GActionMap *map = G_ACTION_MAP (self->actions);

  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "interval")),
                             g_variant_new_uint32 (nida_live_get_source_interval (self->input)));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "read")), !off);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "only")), off || n_on > 1);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "compare")), can_compare (self));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "locate")),
                               nida_source_actions_can_locate (self->session, self->input));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "remove")),
                               nida_session_can_remove_input (self->session));
}

static void
append_own (GMenu *menu)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (_("Show the _Entries"), NULL);

  g_menu_item_set_action_and_target (item, "win.page", "s", "ledger");
  g_menu_append_item (menu, item);
}

static void
append_deeds (GMenu *menu)
{
  g_autoptr (GMenu) deeds = g_menu_new ();

  g_menu_append (deeds, _("_Read Again"), "source.read");
  g_menu_append (deeds, _("_Compare With…"), "source.compare");
  g_menu_append (deeds, _("Count _Only This Source"), "source.only");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (deeds));
  append_intervals (menu);
  append_place (menu);
}

/* Made when it is opened, with the interval as another window may have set it. */
static void
create_menu_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  NidaSourceRow *self = user_data;
  g_autoptr (GMenu) menu = g_menu_new ();

  if (!is_own (self))
    update_actions (self);
  if (is_own (self))
    append_own (menu);
  else
    append_deeds (menu);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
  nida_shell_fit_popover (gtk_menu_button_get_popover (button));
}

/* --- the whole --- */

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
  g_autofree char *rows = info != NULL ? rows_words (info) : NULL;
  g_autofree char *span = summary != NULL ? span_words (summary) : NULL;
  /* Translators: a menu button; %s is the name of a file */
  g_autofree char *menu = g_strdup_printf (_("What to do with %s"), name);

  nida_shell_set_label (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), is_own (self) ? NULL : self->source != NULL ? self->source->uri : self->input);
  show_line (self->rows, rows);
  show_line (self->span, span);
  show_problems (self, info != NULL ? g_array_index (problems, guint, index) : 0);
  show_check (self);
  nida_shell_set_tooltip (self->menu, menu);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, menu, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  nida_source_row_show_state (self);
}

static GtkLabel *
append_label (GtkWidget  *box,
              const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
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
  gtk_widget_set_hexpand (words, TRUE);
  return words;
}

static void
nida_source_row_init (NidaSourceRow *self)
{
  static const GActionEntry entries[] = {
    { "interval", NULL, "u", "uint32 0", interval_changed_cb }, { "read", read_cb }, { "only", only_cb },
    { "compare", compare_cb }, { "locate", locate_cb }, { "remove", remove_cb },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
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
