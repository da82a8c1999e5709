/* All keys in groups, in a list that scrolls and is searched: GTK's own window is wider than many screens. */
#include "config.h"

#include "shortcuts-window.h"

#include "application-actions.h"
#include "beside-layout.h"
#include "name-plain.h"
#include "translate.h"
#include "ui-shell.h"
#include "wrap-layout.h"

#define WIDTH  580
#define HEIGHT 560
#define LEAST_CHARS 12   /* of a line of what a key does */

struct _NidaShortcutsWindow
{
  GtkWindow  parent_instance;

  GtkWidget *search;
  GtkWidget *groups[NIDA_N_SHORTCUT_GROUPS];   /* boxes of a title and a list */
  GtkWidget *none;
  char      *wanted;
};

G_DEFINE_FINAL_TYPE (NidaShortcutsWindow, nida_shortcuts_window, GTK_TYPE_WINDOW)

/* --- one of them --- */

/* Of a row, in the direction of the window. */
static char **
dup_accels (const NidaActionRow *row)
{
  gboolean rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  return g_strsplit (rtl && row->accel_rtl != NULL ? row->accel_rtl : row->accel, " ", -1);
}

/* The keys as they are called: "Ctrl+O". */
static char *
dup_key_words (const NidaActionRow *row)
{
  g_auto (GStrv) accels = dup_accels (row);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; accels[i] != NULL; i++)
    {
      GdkModifierType state;
      guint key;
      g_autofree char *label = NULL;

      if (!gtk_accelerator_parse (accels[i], &key, &state))
        continue;
      label = gtk_accelerator_get_label (key, state);
      g_strv_builder_add (words, label);
    }
  all = g_strv_builder_end (words);
  return g_strjoinv (" / ", all);
}

static GtkWidget *
new_keys (const NidaActionRow *row)
{
  g_auto (GStrv) accels = dup_accels (row);
  NidaWrapLayout *layout = g_object_new (NIDA_TYPE_WRAP_LAYOUT, NULL);
  GtkWidget *keys = g_object_new (GTK_TYPE_BOX, "layout-manager", layout, NULL);

  nida_wrap_layout_set_at_start (layout, TRUE);
  for (guint i = 0; accels[i] != NULL; i++)
    {
      GtkWidget *one = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

      gtk_box_append (GTK_BOX (one), gtk_shortcut_label_new (accels[i]));
      if (accels[i + 1] != NULL)
        gtk_box_append (GTK_BOX (one), gtk_label_new ("/"));
      gtk_box_append (GTK_BOX (keys), one);
    }
  gtk_widget_set_valign (keys, GTK_ALIGN_CENTER);
  return keys;
}

static GtkWidget *
new_row (const NidaActionRow *row)
{
  GtkWidget *list_row = gtk_list_box_row_new (), *title = gtk_label_new (NULL);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "layout-manager", g_object_new (NIDA_TYPE_BESIDE_LAYOUT, "spacing", 12, NULL), NULL);
  g_autofree char *keys = dup_key_words (row), *words = g_strconcat (_(row->title), ": ", keys, NULL);

  nida_shell_set_label (GTK_LABEL (title), _(row->title));
  nida_shell_wrap (GTK_LABEL (title));
  gtk_label_set_width_chars (GTK_LABEL (title), LEAST_CHARS);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), new_keys (row));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (list_row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (list_row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (list_row), "nida-plain", nida_name_plain (words), g_free);
  return list_row;
}

/* --- all of them --- */

static gboolean
is_wanted (GtkListBoxRow *row,
           gpointer       user_data)
{
  NidaShortcutsWindow *self = user_data;

  return self->wanted == NULL || nida_names_found (g_object_get_data (G_OBJECT (row), "nida-plain"), self->wanted);
}

static GtkWidget *
new_group (NidaShortcutsWindow *self,
           NidaShortcutGroup    group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *list = gtk_list_box_new ();
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  guint n;
  const NidaActionRow *rows = nida_action_rows (&n);

  nida_shell_set_label (GTK_LABEL (title), nida_shortcut_group_title (group));
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "nida-heading");
  gtk_widget_add_css_class (list, "nida-choices");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (list), is_wanted, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, nida_shortcut_group_title (group), -1);
  for (guint i = 0; i < n; i++)
    if (rows[i].group == group)
      gtk_list_box_append (GTK_LIST_BOX (list), new_row (&rows[i]));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), list);
  return box;
}

static gboolean
filter_group (NidaShortcutsWindow *self,
              GtkWidget           *group)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_last_child (group));
  gboolean any = FALSE;

  for (guint i = 0; gtk_list_box_get_row_at_index (list, (int) i) != NULL && !any; i++)
    any = is_wanted (gtk_list_box_get_row_at_index (list, (int) i), self);
  gtk_list_box_invalidate_filter (list);
  gtk_widget_set_visible (group, any);
  return any;
}

static void
search_changed_cb (NidaShortcutsWindow *self)
{
  g_autofree char *plain = nida_name_plain (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gboolean any = FALSE;

  g_clear_pointer (&self->wanted, g_free);
  if (*plain != '\0')
    self->wanted = g_steal_pointer (&plain);
  for (NidaShortcutGroup group = 0; group < NIDA_N_SHORTCUT_GROUPS; group++)
    any |= filter_group (self, self->groups[group]);
  gtk_widget_set_visible (self->none, !any);
}

static void
nida_shortcuts_window_dispose (GObject *object)
{
  NidaShortcutsWindow *self = NIDA_SHORTCUTS_WINDOW (object);

  g_clear_pointer (&self->wanted, g_free);
  G_OBJECT_CLASS (nida_shortcuts_window_parent_class)->dispose (object);
}

static void
nida_shortcuts_window_class_init (NidaShortcutsWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nida_shortcuts_window_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
new_content (NidaShortcutsWindow *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24), *scroller = gtk_scrolled_window_new ();

  for (NidaShortcutGroup group = 0; group < NIDA_N_SHORTCUT_GROUPS; group++)
    {
      self->groups[group] = new_group (self, group);
      gtk_box_append (GTK_BOX (content), self->groups[group]);
    }
  self->none = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "visible", FALSE, NULL);
  nida_shell_set_label (GTK_LABEL (self->none), _("No key has these words."));
  gtk_box_append (GTK_BOX (content), self->none);
  gtk_widget_set_margin_start (content, 16);
  gtk_widget_set_margin_end (content, 16);
  gtk_widget_set_margin_bottom (content, 16);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), content);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static void
nida_shortcuts_window_init (NidaShortcutsWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (GTK_WIDGET (self), "nida");
  gtk_window_set_title (GTK_WINDOW (self), _("Keyboard Shortcuts"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  gtk_window_set_titlebar (GTK_WINDOW (self), gtk_header_bar_new ());
  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _("Find a key"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Find a key"), -1);
  gtk_widget_set_margin_start (self->search, 16);
  gtk_widget_set_margin_end (self->search, 16);
  gtk_widget_set_margin_top (self->search, 16);
  gtk_widget_set_margin_bottom (self->search, 16);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (gtk_window_close), self);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), new_content (self));
  gtk_window_set_child (GTK_WINDOW (self), box);
  nida_shell_focus_first (GTK_WINDOW (self), self->search);
}

GtkWidget *
nida_shortcuts_window_new (void)
{
  return g_object_new (NIDA_TYPE_SHORTCUTS_WINDOW, NULL);
}

void
nida_shortcuts_window_set_search (NidaShortcutsWindow *self,
                                  const char          *words)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), words);
  search_changed_cb (self);
}
