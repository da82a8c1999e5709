/* Rows of a form. */
#include "config.h"

#include "form.h"

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

void
nida_form_drop_down_fill (GtkDropDown        *drop_down,
                          const char * const *words,
                          gboolean            search)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (words);

  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (list));
  gtk_drop_down_set_enable_search (drop_down, search);
}

static GtkWidget *
find_search (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_SEARCH_ENTRY (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_search (child);
  return found;
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
  nida_form_drop_down_fill (GTK_DROP_DOWN (drop_down), words, FALSE);
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
