/* Rows of a form. */
#include "config.h"

#include "form.h"

#include "look.h"
#include "name-plain.h"
#include "translate.h"
#include "ui-shell.h"

GtkWidget *
nida_form_new (void)
{
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  gtk_widget_set_margin_start (form, 16);
  gtk_widget_set_margin_end (form, 16);
  gtk_widget_set_margin_top (form, 12);
  gtk_widget_set_margin_bottom (form, 16);
  return form;
}

GtkWidget *
nida_form_append (GtkWidget  *form,
                  const char *title,
                  GtkWidget  *control)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (row), nida_shell_new_words (title, NULL));
  gtk_box_append (GTK_BOX (row), control);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (form), row);
  return row;
}

void
nida_form_set_title (GtkWidget  *row,
                     const char *title)
{
  nida_shell_set_label (GTK_LABEL (gtk_widget_get_first_child (row)), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_last_child (row)), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

gboolean
nida_form_is_arabic (guint place)
{
  return nida_language_is_arabic (nida_look_get_language (nida_look_get ())) == (place == 0);
}

GtkWidget *
nida_form_append_heading (GtkWidget  *form,
                          const char *title)
{
  GtkWidget *label = nida_shell_new_words (title, "nida-strong");

  gtk_widget_set_margin_top (label, 6);
  gtk_box_append (GTK_BOX (form), label);
  return label;
}

GtkWidget *
nida_form_append_words (GtkWidget  *form,
                        const char *words)
{
  GtkWidget *label = nida_shell_new_words (words, "nida-subtitle");

  gtk_box_append (GTK_BOX (form), label);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  nida_shell_set_label (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkWidget *
find_search (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_SEARCH_ENTRY (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_search (child);
  return found;
}

/* --- finding in a drop-down --- */

#define FINDER "nida-finder"

/* Counted: the drop-down has one, and what it searches with. */
typedef struct {
  GtkWidget  *search;      /* weak */
  GHashTable *names;       /* as shown → all names of it, as nida_names_found() looks in them */
} Finder;

static void
finder_clear (gpointer data)
{
  Finder *finder = data;

  g_clear_weak_pointer (&finder->search);
  g_hash_table_unref (finder->names);
}

static void
finder_unref (gpointer finder)
{
  g_rc_box_release_full (finder, finder_clear);
}

static void
finder_closed (gpointer  finder,
               GClosure *closure)
{
  finder_unref (finder);
}

static gboolean
finds (Finder          *self,
       GtkStringObject *item,
       const char      *text)
{
  const char *lines = g_hash_table_lookup (self->names, gtk_string_object_get_string (item));
  g_autofree char *wanted = nida_name_plain (text);

  return lines != NULL && nida_names_found (lines, wanted);
}

/* The toolkit keeps the items of which the expression begins with what was typed. So it says just that of each item that is found:
 * by any part of any name, where the toolkit itself would look at the beginning of what is shown. */
static char *
find_cb (GtkStringObject *item,
         gpointer         data)
{
  Finder *finder = data;
  const char *text = finder->search != NULL ? gtk_editable_get_text (GTK_EDITABLE (finder->search)) : "";

  return g_strdup (finds (finder, item, text) ? text : "");
}

/* Who types as soon as the list opens is searching. The cursor follows, or the next space would choose a row. */
static void
search_started_cb (GtkWidget *search)
{
  gtk_widget_grab_focus (search);
  gtk_editable_set_position (GTK_EDITABLE (search), -1);
}

/* Enter takes the first that is found, also before the list has followed the last letter. */
static void
search_activate_cb (GtkWidget   *search,
                    GtkDropDown *drop_down)
{
  Finder *finder = g_object_get_data (G_OBJECT (drop_down), FINDER);
  GListModel *model = gtk_drop_down_get_model (drop_down);
  GtkWidget *popover = gtk_widget_get_ancestor (search, GTK_TYPE_POPOVER);
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (search)));

  for (guint i = 0; finder != NULL && *text != '\0' && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (model, i);

      if (!finds (finder, item, text))
        continue;
      gtk_popover_popdown (GTK_POPOVER (popover));
      gtk_drop_down_set_selected (drop_down, i);
      return;
    }
}

static Finder *
new_finder (GtkDropDown        *drop_down,
            const char * const *shown,
            const char * const *english,
            const char * const *arabic)
{
  Finder *finder = g_rc_box_new0 (Finder);

  g_set_weak_pointer (&finder->search, find_search (GTK_WIDGET (drop_down)));
  finder->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; shown[i] != NULL; i++)
    {
      const char *same = g_hash_table_lookup (finder->names, shown[i]);
      const char *all[] = { shown[i], english[i], arabic[i] };
      g_autofree char *lines = nida_names_plain (all, G_N_ELEMENTS (all));

      g_hash_table_insert (finder->names, g_strdup (shown[i]), g_strconcat (lines, same, NULL));
    }
  return finder;
}

static void
fill_drop_down (GtkDropDown        *drop_down,
                const char * const *words)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (words);

  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (list));
}

void
nida_form_drop_down_fill_names (GtkDropDown        *drop_down,
                                const char * const *shown,
                                const char * const *english,
                                const char * const *arabic)
{
  Finder *finder = new_finder (drop_down, shown, english, arabic);
  g_autoptr (GtkExpression) expression = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (find_cb),
                                                                      g_rc_box_acquire (finder), finder_closed);

  g_object_set_data_full (G_OBJECT (drop_down), FINDER, finder, finder_unref);
  gtk_drop_down_set_expression (drop_down, expression);
  gtk_drop_down_set_enable_search (drop_down, TRUE);
  if (finder->search != NULL)
    gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (finder->search), gtk_widget_get_ancestor (finder->search, GTK_TYPE_POPOVER));
  fill_drop_down (drop_down, shown);
}

void
nida_form_drop_down_dress (GtkDropDown *drop_down)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkWidget *search = find_search (GTK_WIDGET (drop_down));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_drop_down_set_factory (drop_down, factory);
  if (search == NULL)
    return;
  g_object_set (search, "placeholder-text", _("Find…"), NULL);
  g_signal_connect (search, "search-started", G_CALLBACK (search_started_cb), NULL);
  g_signal_connect (search, "activate", G_CALLBACK (search_activate_cb), drop_down);
}

GtkWidget *
nida_form_drop_down_new (const char * const *words)
{
  GtkWidget *drop_down = gtk_drop_down_new (NULL, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));

  nida_form_drop_down_dress (GTK_DROP_DOWN (drop_down));
  fill_drop_down (GTK_DROP_DOWN (drop_down), words);
  return drop_down;
}

GtkWidget *
nida_form_remove_button (const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("nida-close-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  nida_shell_set_tooltip (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  return button;
}

void
nida_form_clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}
