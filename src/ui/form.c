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

typedef struct {
  GtkWidget  *search;      /* weak */
  GHashTable *names;       /* as shown → all names of it, as nida_names_found() looks in them */
} Finder;

static void
finder_free (gpointer  data,
             GClosure *closure)
{
  Finder *finder = data;

  g_clear_weak_pointer (&finder->search);
  g_hash_table_unref (finder->names);
  g_free (finder);
}

/* The toolkit keeps the items of which the expression begins with what was typed. So it says just that of each item that is found:
 * by any part of any name, where the toolkit itself would look at the beginning of what is shown. */
static char *
find_cb (GtkStringObject *item,
         gpointer         data)
{
  Finder *finder = data;
  const char *shown = gtk_string_object_get_string (item), *lines = g_hash_table_lookup (finder->names, shown);
  const char *text = finder->search != NULL ? gtk_editable_get_text (GTK_EDITABLE (finder->search)) : "";
  g_autofree char *wanted = nida_name_plain (text);

  return g_strdup (lines != NULL && nida_names_found (lines, wanted) ? text : "");
}

static GtkExpression *
new_finder (GtkDropDown        *drop_down,
            const char * const *shown,
            const char * const *english,
            const char * const *arabic)
{
  Finder *finder = g_new0 (Finder, 1);

  g_set_weak_pointer (&finder->search, find_search (GTK_WIDGET (drop_down)));
  finder->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; shown[i] != NULL; i++)
    {
      const char *same = g_hash_table_lookup (finder->names, shown[i]);
      const char *all[] = { shown[i], english[i], arabic[i] };
      g_autofree char *lines = nida_names_plain (all, G_N_ELEMENTS (all));

      g_hash_table_insert (finder->names, g_strdup (shown[i]), g_strconcat (lines, same, NULL));
    }
  return gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (find_cb), finder, finder_free);
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
  g_autoptr (GtkExpression) finder = new_finder (drop_down, shown, english, arabic);

  gtk_drop_down_set_expression (drop_down, finder);
  gtk_drop_down_set_enable_search (drop_down, TRUE);
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
  if (search != NULL)
    g_object_set (search, "placeholder-text", _("Find…"), NULL);
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
