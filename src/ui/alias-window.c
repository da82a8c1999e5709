/* Everything that is said here holds at once and in every window, and is undone like a filter. */
#include "config.h"

#include "alias-window.h"

#include "alias-store.h"
#include "alias-words.h"
#include "look.h"
#include "translate.h"
#include "ui-shell.h"

#include <string.h>

#define ORGANISATION NIDA_ALIAS_ORGANISATION
#define MAX_SUGGESTIONS 200

struct _NidaAliasWindow
{
  GtkWindow         parent_instance;

  GtkStack         *stack;
  GtkListBox       *suggestions;
  GtkLabel         *suggestions_words;
  GtkWidget        *all;
  GtkListBox       *joined;
  GtkBox           *choose_page;
  GtkWidget        *undo;
  GtkLabel         *status;
  NidaAliasChooser *chooser;

  NidaSession      *session;
  GPtrArray        *found;        /* NidaAliasSuggestion: the rows of suggestions, in their order */
};

G_DEFINE_FINAL_TYPE (NidaAliasWindow, nida_alias_window, GTK_TYPE_WINDOW)

static NidaAliases *
get_aliases (NidaAliasWindow *self)
{
  return nida_filter_set_get_aliases (nida_session_get_filters (self->session));
}

static void refresh (NidaAliasWindow *self);

static void
say (NidaAliasWindow *self,
     const char      *words)
{
  nida_shell_set_label (self->status, words);
  gtk_widget_set_visible (GTK_WIDGET (self->status), *words != '\0');
}

/* Make @aliases (taken) those that hold. */
static void
apply (NidaAliasWindow *self,
       NidaAliases     *aliases)
{
  g_autoptr (NidaAliases) taken = aliases;
  g_autoptr (GError) error = NULL;

  if (nida_session_set_aliases (self->session, taken, &error))
    say (self, "");
  else
    say (self, error->message);
  refresh (self);
}

static char *
name_words (const char *name)
{
  return nida_language_name (nida_look_get_language (nida_look_get ()), name, NULL);
}

/* --- parts of a row --- */

static GtkWidget *
new_label (const char *text,
           const char *style)
{
  GtkWidget *label = nida_shell_new_words (text, style);

  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

/* @index of the row is handed to @callback by way of the button. */
static GtkWidget *
new_button (NidaAliasWindow *self,
            const char      *words,
            const char      *about,
            gboolean         raised,
            GCallback        callback,
            guint            index)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (words);
  g_autofree char *plain = g_strdup (words);
  g_autofree char *label = NULL;
  char *underline = strchr (plain, '_');

  if (underline != NULL)
    memmove (underline, underline + 1, strlen (underline));
  /* Translators: what a button does, then the names that it is about */
  label = g_strdup_printf (_("%s: %s"), plain, about);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, raised ? "nida-raised" : "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), "nida-index", GUINT_TO_POINTER (index));
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static guint
index_of (GtkWidget *button)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "nida-index"));
}

static void
append_row (GtkListBox *list,
            GtkWidget  *words,
            GtkWidget  *first,
            GtkWidget  *second,
            const char *accessible)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_append (GTK_BOX (box), words);
  if (first != NULL)
    gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible, -1);
  gtk_list_box_append (list, row);
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  /* the placeholder is a child, too */
  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0))) != NULL)
    gtk_list_box_remove (list, row);
}

/* The place of the row that has the focus, or -1. */
static int
focused_place (NidaAliasWindow *self,
               GtkListBox      *list)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  return row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (list)) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

/* Who works through a list with the keyboard goes on where a row went away. */
static void
focus_place (GtkListBox *list,
             int         place)
{
  GtkListBoxRow *row = NULL;

  for (int i = place; i >= 0 && row == NULL; i--)
    row = gtk_list_box_get_row_at_index (list, i);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* --- what may be one --- */

static void
accept_cb (NidaAliasWindow *self,
           GtkWidget       *button)
{
  const NidaAliasSuggestion *suggestion = self->found->pdata[index_of (button)];
  NidaAliases *aliases = nida_aliases_copy (get_aliases (self));

  nida_aliases_join (aliases, ORGANISATION, (const char * const *) suggestion->names, suggestion->keep);
  apply (self, aliases);
}

static void
dismiss_cb (NidaAliasWindow *self,
            GtkWidget       *button)
{
  const NidaAliasSuggestion *suggestion = self->found->pdata[index_of (button)];
  NidaAliases *aliases = nida_aliases_copy (get_aliases (self));

  for (guint i = 0; suggestion->names[i] != NULL; i++)
    for (guint j = i + 1; suggestion->names[j] != NULL; j++)
      nida_aliases_set_apart (aliases, ORGANISATION, suggestion->names[i], suggestion->names[j]);
  apply (self, aliases);
}

/* All governments at once: nobody has to look at each of them. */
static void
accept_all_cb (NidaAliasWindow *self)
{
  NidaAliases *aliases = nida_aliases_copy (get_aliases (self));

  for (guint i = 0; i < self->found->len; i++)
    {
      const NidaAliasSuggestion *suggestion = self->found->pdata[i];

      if (suggestion->reason == NIDA_ALIAS_SAME_COUNTRY)
        nida_aliases_join (aliases, ORGANISATION, (const char * const *) suggestion->names, suggestion->keep);
    }
  apply (self, aliases);
}

static void
append_suggestion (NidaAliasWindow           *self,
                   const NidaAliasSuggestion *suggestion,
                   guint                      index)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *kept = name_words (suggestion->keep);
  g_autofree char *names = nida_words_alias_names (nida_look_get_language (nida_look_get ()), suggestion);

  gtk_box_append (GTK_BOX (words), new_label (kept, "nida-strong"));
  for (guint i = 0; suggestion->names[i] != NULL; i++)
    {
      g_autofree char *name = name_words (suggestion->names[i]);

      if (suggestion->names[i] != suggestion->keep)
        gtk_box_append (GTK_BOX (words), new_label (name, NULL));
    }
  gtk_box_append (GTK_BOX (words), new_label (nida_words_alias_reason (suggestion->reason), "nida-subtitle"));
  append_row (self->suggestions, words,
              new_button (self, _("Count as One"), names, TRUE, G_CALLBACK (accept_cb), index),
              /* Translators: a button: these names look alike, but are those of different organisations */
              new_button (self, _("Not One"), names, FALSE, G_CALLBACK (dismiss_cb), index), names);
}

static void
show_suggestions (NidaAliasWindow *self)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  guint n_countries = 0;
  int place = focused_place (self, self->suggestions);
  g_autofree char *count = NULL, *words = NULL;

  clear_list (self->suggestions);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = nida_aliases_suggest (nida_session_get_dataset (self->session), get_aliases (self));
  for (guint i = 0; i < self->found->len; i++)
    {
      const NidaAliasSuggestion *suggestion = self->found->pdata[i];

      n_countries += suggestion->reason == NIDA_ALIAS_SAME_COUNTRY;
      if (i < MAX_SUGGESTIONS)
        append_suggestion (self, suggestion, i);
    }
  count = nida_language_integer (language, self->found->len);
  words = g_strdup_printf (/* xgettext:c-format */
                           /* Translators: groups of names that may be names of one organisation */
                           ngettext ("%s group of names may be one organisation. The first name would be kept.",
                                     "%s groups of names may be one organisation each. The first name would be kept.",
                                     self->found->len), count);
  nida_shell_set_label (self->suggestions_words, words);
  gtk_widget_set_visible (GTK_WIDGET (self->suggestions_words), self->found->len > 0);
  gtk_widget_set_visible (self->all, n_countries > 1);
  focus_place (self->suggestions, place);
}

/* --- what is one --- */

/* The name of a row of the list of joined names, or the pair. */
typedef struct { char *name, *other; } Said;

static void
said_free (gpointer data)
{
  g_free (((Said *) data)->name);
  g_free (((Said *) data)->other);
  g_free (data);
}

static void
remember (GtkWidget  *button,
          const char *name,
          const char *other)
{
  Said *said = g_new0 (Said, 1);

  said->name = g_strdup (name);
  said->other = g_strdup (other);
  g_object_set_data_full (G_OBJECT (button), "nida-said", said, said_free);
}

static const Said *
get_said (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "nida-said");
}

static void
separate_cb (NidaAliasWindow *self,
             GtkWidget       *button)
{
  NidaAliases *aliases = nida_aliases_copy (get_aliases (self));

  nida_aliases_remove (aliases, ORGANISATION, get_said (button)->name);
  apply (self, aliases);
}

/* All that were its kept name are it from now on. */
static void
keep_cb (NidaAliasWindow *self,
         GtkWidget       *button)
{
  NidaAliases *aliases = nida_aliases_copy (get_aliases (self));
  g_autofree char *name = g_strdup (get_said (button)->name);
  g_autofree char *kept = g_strdup (nida_aliases_resolve (aliases, ORGANISATION, name));
  g_auto (GStrv) all = nida_aliases_dup_names (aliases, ORGANISATION);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (kept != NULL)
    {
      for (guint i = 0; all[i] != NULL; i++)
        if (g_strcmp0 (nida_aliases_resolve (aliases, ORGANISATION, all[i]), kept) == 0)
          g_ptr_array_add (names, all[i]);
      g_ptr_array_add (names, kept);
      g_ptr_array_add (names, NULL);
      nida_aliases_join (aliases, ORGANISATION, (const char * const *) names->pdata, name);
    }
  apply (self, g_steal_pointer (&aliases));
}

static void
forget_cb (NidaAliasWindow *self,
           GtkWidget       *button)
{
  NidaAliases *aliases = nida_aliases_copy (get_aliases (self));

  nida_aliases_unset_apart (aliases, ORGANISATION, get_said (button)->name, get_said (button)->other);
  apply (self, aliases);
}

static void
append_joined (NidaAliasWindow *self,
               const char      *name,
               const char      *is)
{
  g_autofree char *shown = name_words (name), *kept = name_words (is);
  /* Translators: below a name: the name that it is counted as */
  g_autofree char *counted = g_strdup_printf (_("counted as “%s”"), kept);
  g_autofree char *both = g_strdup_printf ("%s %s", shown, counted);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *keep = new_button (self, _("Keep This Name"), shown, FALSE, G_CALLBACK (keep_cb), 0);
  /* Translators: a button: the name is a name of its own again */
  GtkWidget *separate = new_button (self, _("Separate"), shown, TRUE, G_CALLBACK (separate_cb), 0);

  remember (keep, name, NULL);
  remember (separate, name, NULL);
  gtk_box_append (GTK_BOX (words), new_label (shown, "nida-strong"));
  gtk_box_append (GTK_BOX (words), new_label (counted, "nida-subtitle"));
  append_row (self->joined, words, keep, separate, both);
}

static void
append_apart (NidaAliasWindow *self,
              const NidaApart *pair)
{
  g_autofree char *one = name_words (pair->one), *other = name_words (pair->other);
  /* Translators: below a name: another name that looks like it and is not the same */
  g_autofree char *words = g_strdup_printf (_("is not “%s”"), other);
  g_autofree char *both = g_strdup_printf ("%s %s", one, words);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  /* Translators: a button: forget that two names are those of different organisations */
  GtkWidget *forget = new_button (self, _("Forget"), both, FALSE, G_CALLBACK (forget_cb), 0);

  remember (forget, pair->one, pair->other);
  gtk_box_append (GTK_BOX (box), new_label (one, NULL));
  gtk_box_append (GTK_BOX (box), new_label (words, "nida-subtitle"));
  append_row (self->joined, box, NULL, forget, both);
}

typedef struct { const char *name, *is; } Joined;

static int
compare_joined (gconstpointer a,
                gconstpointer b)
{
  const Joined *x = a, *y = b;
  int order = strcmp (x->is, y->is);

  return order != 0 ? order : strcmp (x->name, y->name);
}

static void
show_joined (NidaAliasWindow *self)
{
  g_auto (GStrv) names = nida_aliases_dup_names (get_aliases (self), ORGANISATION);
  g_autoptr (GArray) pairs = nida_aliases_list_apart (get_aliases (self), ORGANISATION);
  g_autoptr (GArray) joined = g_array_new (FALSE, FALSE, sizeof (Joined));
  int place = focused_place (self, self->joined);

  clear_list (self->joined);
  for (guint i = 0; names[i] != NULL; i++)
    {
      Joined one = { names[i], nida_aliases_resolve (get_aliases (self), ORGANISATION, names[i]) };

      if (one.is != NULL)
        g_array_append_val (joined, one);
    }
  g_array_sort (joined, compare_joined);
  for (guint i = 0; i < joined->len; i++)
    append_joined (self, g_array_index (joined, Joined, i).name, g_array_index (joined, Joined, i).is);
  for (guint i = 0; i < pairs->len; i++)
    append_apart (self, &g_array_index (pairs, NidaApart, i));
  focus_place (self->joined, place);
}

/* --- choosing --- */

static void
join_cb (NidaAliasWindow    *self,
         const char * const *names,
         const char         *keep)
{
  NidaAliases *aliases = nida_aliases_copy (get_aliases (self));

  nida_aliases_join (aliases, ORGANISATION, names, keep);
  apply (self, aliases);
}

/* --- all of it --- */

static void
refresh (NidaAliasWindow *self)
{
  if (nida_session_get_dataset (self->session) == NULL)
    return;
  show_suggestions (self);
  show_joined (self);
  gtk_widget_set_sensitive (self->undo, nida_session_can_undo (self->session));
}

static void
opened_cb (NidaAliasWindow *self)
{
  refresh (self);
  nida_alias_chooser_set_dataset (self->chooser, nida_session_get_dataset (self->session));
}

static void
undo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  NidaAliasWindow *self = NIDA_ALIAS_WINDOW (widget);

  nida_session_undo (self->session);
  refresh (self);
}

static void
redo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  NidaAliasWindow *self = NIDA_ALIAS_WINDOW (widget);

  nida_session_redo (self->session);
  refresh (self);
}

static void
nida_alias_window_dispose (GObject *object)
{
  NidaAliasWindow *self = NIDA_ALIAS_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), NIDA_TYPE_ALIAS_WINDOW);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (nida_alias_window_parent_class)->dispose (object);
}

static void
nida_alias_window_class_init (NidaAliasWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_alias_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/nida/Nida/alias-window.ui");
  gtk_widget_class_bind_template_child (widget_class, NidaAliasWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, NidaAliasWindow, suggestions);
  gtk_widget_class_bind_template_child (widget_class, NidaAliasWindow, suggestions_words);
  gtk_widget_class_bind_template_child (widget_class, NidaAliasWindow, all);
  gtk_widget_class_bind_template_child (widget_class, NidaAliasWindow, joined);
  gtk_widget_class_bind_template_child (widget_class, NidaAliasWindow, choose_page);
  gtk_widget_class_bind_template_child (widget_class, NidaAliasWindow, undo);
  gtk_widget_class_bind_template_child (widget_class, NidaAliasWindow, status);
  gtk_widget_class_bind_template_callback (widget_class, accept_all_cb);
  gtk_widget_class_install_action (widget_class, "names.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "names.redo", NULL, redo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "names.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "names.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
nida_alias_window_init (NidaAliasWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->chooser = g_object_new (NIDA_TYPE_ALIAS_CHOOSER, "vexpand", TRUE, NULL);
  gtk_box_append (self->choose_page, GTK_WIDGET (self->chooser));
  g_signal_connect_swapped (self->chooser, "join", G_CALLBACK (join_cb), self);
}

GtkWidget *
nida_alias_window_new (GtkWindow   *parent,
                       NidaSession *session,
                       const char  *name)
{
  NidaAliasWindow *self = g_object_new (NIDA_TYPE_ALIAS_WINDOW, "transient-for", parent, NULL);
  const char *problem = nida_alias_store_get_problem (nida_alias_store_get ());

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "filters-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  opened_cb (self);
  say (self, problem != NULL ? problem : "");
  if (name != NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "choose");
      nida_alias_chooser_choose (self->chooser, name, TRUE);
    }
  else if (self->found->len == 0)
    gtk_stack_set_visible_child_name (self->stack, nida_aliases_is_empty (get_aliases (self)) ? "choose" : "joined");
  return GTK_WIDGET (self);
}

NidaAliasChooser *
nida_alias_window_get_chooser (NidaAliasWindow *self)
{
  return self->chooser;
}

GtkListBox *
nida_alias_window_get_suggestions (NidaAliasWindow *self)
{
  return self->suggestions;
}

GtkListBox *
nida_alias_window_get_joined (NidaAliasWindow *self)
{
  return self->joined;
}

const char *
nida_alias_window_get_status (NidaAliasWindow *self)
{
  return gtk_label_get_text (self->status);
}
