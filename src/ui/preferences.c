/* Preferences: language, digits, months, time direction, theme, counting, fiscal year. Each takes effect at once. */
#include "config.h"

#include "preferences.h"

#include "document-settings.h"
#include "look.h"
#include "translate.h"
#include "window.h"

#define MAX_CHOICES 4

typedef struct {
  const char *key;
  const char *title;
  const char *nicks[MAX_CHOICES + 1];
  const char *words[MAX_CHOICES + 1];
} Choice;

/* "English" and "العربية" are what the languages call themselves. */
static const Choice choices[] = {
  { "language", N_("Language"), { "", "en", "ar" }, { N_("As the desktop"), "English", "العربية" } },
  { "digits", N_("Digits"), { "auto", "latn", "arab" }, { N_("Automatic"), "0123456789", "٠١٢٣٤٥٦٧٨٩" } },
  { "months", N_("Arabic month names"), { "gulf", "levant", "both" }, { N_("Gulf and Egypt"), N_("Levant and Iraq"), N_("Both, as the United Nations") } },
  { "time-direction", N_("Direction of time"), { "ltr", "rtl", "follow" }, { N_("Left to right"), N_("Right to left"), N_("As the language") } },
  { "theme", N_("Appearance"), { "auto", "light", "dark", "contrast" }, { N_("As the desktop"), N_("Light"), N_("Dark"), N_("High contrast") } },
  { "count-rule", N_("Counting in new windows"), { "auto", "distinct", "boundary" }, { N_("As each chart asks"), N_("Each flow once"), N_("As FTS counts for a place or plan") } },
};

struct _NidaPreferences
{
  GtkWindow   parent_instance;

  GtkListBox *list;
  gboolean    showing;   /* filling from the settings, not the person's choice */
  guint       refill;    /* idle source */
};

G_DEFINE_FINAL_TYPE (NidaPreferences, nida_preferences, GTK_TYPE_WINDOW)

/* Of the window that they are opened from, or NULL. */
static NidaSession *
get_session (NidaPreferences *self)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));

  return NIDA_IS_WINDOW (window) ? nida_window_get_session (NIDA_WINDOW (window)) : NULL;
}

/* What is chosen beside a document is how it is shown from now on. */
static void
keep_in_document (NidaPreferences *self,
                  const char      *key)
{
  if (get_session (self) != NULL)
    nida_document_settings_keep (nida_session_get_document (get_session (self)), key);
}

static void
selected_cb (GtkDropDown     *drop_down,
             GParamSpec      *pspec,
             NidaPreferences *self)
{
  const Choice *choice = g_object_get_data (G_OBJECT (drop_down), "nida-choice");
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (!self->showing && selected != GTK_INVALID_LIST_POSITION)
    {
      g_settings_set_string (nida_look_get_settings (nida_look_get ()), choice->key, choice->nicks[selected]);
      keep_in_document (self, choice->key);
    }
}

static void
month_selected_cb (GtkDropDown     *drop_down,
                   GParamSpec      *pspec,
                   NidaPreferences *self)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (!self->showing && selected != GTK_INVALID_LIST_POSITION)
    {
      g_settings_set_int (nida_look_get_settings (nida_look_get ()), "fiscal-year-start", (int) selected + 1);
      if (get_session (self) != NULL)
        nida_session_set_fiscal_start (get_session (self), selected + 1);
    }
}

static void
append_row (NidaPreferences *self,
            const char      *title,
            GtkWidget       *control)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), control);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_append (self->list, row);
}

static void
append_choice (NidaPreferences *self,
               const Choice    *choice)
{
  g_autofree char *nick = g_settings_get_string (nida_look_get_settings (nida_look_get ()), choice->key);
  const char *words[MAX_CHOICES + 1] = { NULL };
  GtkWidget *drop_down;
  guint selected = 0;

  for (guint i = 0; choice->words[i] != NULL; i++)
    {
      words[i] = _(choice->words[i]);
      if (g_str_equal (choice->nicks[i], nick))
        selected = i;
    }
  drop_down = gtk_drop_down_new_from_strings (words);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), selected);
  g_object_set_data (G_OBJECT (drop_down), "nida-choice", (gpointer) choice);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (selected_cb), self);
  append_row (self, _(choice->title), drop_down);
}

static void
append_months (NidaPreferences *self)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  g_autoptr (GPtrArray) months = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *drop_down;

  for (int month = 1; month <= 12; month++)
    g_ptr_array_add (months, nida_language_date (language, nida_date_new_month (2026, month), NIDA_DATE_SHORT));
  g_ptr_array_add (months, NULL);
  drop_down = gtk_drop_down_new_from_strings ((const char * const *) months->pdata);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), (get_session (self) != NULL ? nida_session_get_fiscal_start (get_session (self))
                                                          : nida_look_get_fiscal_start (nida_look_get ())) - 1);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (month_selected_cb), self);
  append_row (self, _("First month of the fiscal year"), drop_down);
}

static void
fill (NidaPreferences *self)
{
  GtkWidget *child;

  self->showing = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    append_choice (self, &choices[i]);
  append_months (self);
  gtk_window_set_title (GTK_WINDOW (self), _("Preferences"));
  self->showing = FALSE;
}

static gboolean
refill_cb (gpointer user_data)
{
  NIDA_PREFERENCES (user_data)->refill = 0;
  fill (user_data);
  return G_SOURCE_REMOVE;
}

/* Later: the drop-down that changed the language is still in its own signal. */
static void
language_changed_cb (NidaPreferences *self)
{
  g_clear_handle_id (&self->refill, g_source_remove);
  self->refill = g_idle_add (refill_cb, self);
}

static void
reset_cb (NidaPreferences *self)
{
  GSettings *settings = nida_look_get_settings (nida_look_get ());

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    g_settings_reset (settings, choices[i].key);
  g_settings_reset (settings, "fiscal-year-start");
  if (get_session (self) != NULL)
    nida_session_set_fiscal_start (get_session (self), nida_look_get_fiscal_start (nida_look_get ()));
  fill (self);
}

static void
nida_preferences_dispose (GObject *object)
{
  g_clear_handle_id (&NIDA_PREFERENCES (object)->refill, g_source_remove);
  G_OBJECT_CLASS (nida_preferences_parent_class)->dispose (object);
}

static void
nida_preferences_class_init (NidaPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_preferences_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/nida/Nida/preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, NidaPreferences, list);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
nida_preferences_init (NidaPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (nida_look_get (), "language-changed", G_CALLBACK (language_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
nida_preferences_new (GtkWindow *parent)
{
  NidaPreferences *self = g_object_new (NIDA_TYPE_PREFERENCES, "transient-for", parent, NULL);

  fill (self);      /* with what the parent's document says */
  return GTK_WIDGET (self);
}
