/* A list of ready sources beside their fields; both only write the address that is opened in the end. */
#include "config.h"

#include "catalogue-window.h"

#include "catalogue.h"
#include "source.h"
#include "translate.h"
#include "ui-shell.h"

#include <string.h>

struct _NidaCatalogueWindow
{
  GtkWindow                 parent_instance;

  GtkWidget                *load;
  GtkEntry                 *address;
  GtkListBox               *list;
  GtkLabel                 *description;
  GtkBox                   *fields;
  GtkLabel                 *status;

  const NidaCatalogueEntry *entry;
  GtkEntry                 *values[NIDA_CATALOGUE_MOST_FIELDS];
  gboolean                  filling;     /* the address is written from the fields */
};

G_DEFINE_FINAL_TYPE (NidaCatalogueWindow, nida_catalogue_window, GTK_TYPE_WINDOW)

/* The address can be asked for, or why not. */
static void
update_status (NidaCatalogueWindow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->address));
  g_autofree char *address = g_strstrip (g_strdup (text));
  g_autoptr (GError) error = NULL;
  gboolean usable = *address != '\0' && strstr (address, "://") != NULL && nida_source_check_web (address, FALSE, &error);

  gtk_widget_set_sensitive (self->load, usable);
  nida_shell_set_label (self->status, error != NULL ? error->message : usable ? _("Nothing else than this address is asked.") : "");
}

static void
address_cb (NidaCatalogueWindow *self)
{
  if (!self->filling)
    gtk_list_box_unselect_all (self->list);
  update_status (self);
}

/* Write the address from the fields, or clear it while one of them is not filled in. */
static void
field_cb (NidaCatalogueWindow *self)
{
  const char *values[NIDA_CATALOGUE_MOST_FIELDS] = { NULL };
  g_autofree char *address = NULL;

  for (guint i = 0; i < self->entry->n_fields; i++)
    {
      values[i] = gtk_editable_get_text (GTK_EDITABLE (self->values[i]));
      if (*values[i] == '\0' || nida_catalogue_check (&self->entry->fields[i], values[i]))
        gtk_widget_remove_css_class (GTK_WIDGET (self->values[i]), "error");
      else
        gtk_widget_add_css_class (GTK_WIDGET (self->values[i]), "error");
    }
  address = nida_catalogue_fill (self->entry, values);
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->address), address != NULL ? address : "");
  self->filling = FALSE;
  update_status (self);
}

static GtkWidget *
new_label (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
append_field (NidaCatalogueWindow *self,
              guint                index)
{
  const NidaCatalogueField *field = &self->entry->fields[index];
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *first = nida_catalogue_default (field, g_date_time_get_year (now));
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *title = new_label (_(field->title), NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), first);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (title), entry);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _(field->title), -1);
  gtk_box_append (self->fields, title);
  gtk_box_append (self->fields, entry);
  if (field->help != NULL)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _(field->help), -1);
      gtk_box_append (self->fields, new_label (_(field->help), "nida-subtitle"));
    }
  self->values[index] = GTK_ENTRY (entry);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (field_cb), self);
}

static void
show_entry (NidaCatalogueWindow      *self,
            const NidaCatalogueEntry *entry)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->fields))) != NULL)
    gtk_box_remove (self->fields, child);
  self->entry = entry;
  nida_shell_set_label (self->description, _(entry->description));
  for (guint i = 0; i < entry->n_fields; i++)
    append_field (self, i);
  if (entry->key_from != NULL)
    {
      GtkWidget *link = gtk_link_button_new_with_label (entry->key_from, _("This service wants a key of your own"));

      gtk_widget_set_halign (link, GTK_ALIGN_START);
      gtk_box_append (self->fields, link);
    }
  field_cb (self);
}

static void
row_cb (NidaCatalogueWindow *self,
        GtkListBoxRow       *row)
{
  guint n;

  if (row != NULL)
    show_entry (self, &nida_catalogue_get (&n)[gtk_list_box_row_get_index (row)]);
}

static void
load_cb (NidaCatalogueWindow *self)
{
  g_autofree char *address = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->address))));
  const char *inputs[] = { address, NULL };
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.open-inputs", "@as", g_variant_new_strv (inputs, -1));
  gtk_window_close (GTK_WINDOW (self));
}

static void
fill_list (NidaCatalogueWindow *self)
{
  guint n;
  const NidaCatalogueEntry *entries = nida_catalogue_get (&n);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = gtk_list_box_row_new ();
      GtkWidget *label = new_label (_(entries[i].title), NULL);

      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _(entries[i].title),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _(entries[i].description), -1);
      gtk_list_box_append (self->list, row);
    }
}

static void
nida_catalogue_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NIDA_TYPE_CATALOGUE_WINDOW);

  G_OBJECT_CLASS (nida_catalogue_window_parent_class)->dispose (object);
}

static void
nida_catalogue_window_class_init (NidaCatalogueWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_catalogue_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/nida/Nida/catalogue-window.ui");
  gtk_widget_class_bind_template_child (widget_class, NidaCatalogueWindow, load);
  gtk_widget_class_bind_template_child (widget_class, NidaCatalogueWindow, address);
  gtk_widget_class_bind_template_child (widget_class, NidaCatalogueWindow, list);
  gtk_widget_class_bind_template_child (widget_class, NidaCatalogueWindow, description);
  gtk_widget_class_bind_template_child (widget_class, NidaCatalogueWindow, fields);
  gtk_widget_class_bind_template_child (widget_class, NidaCatalogueWindow, status);
  gtk_widget_class_bind_template_callback (widget_class, load_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_cb);
  gtk_widget_class_bind_template_callback (widget_class, address_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_window_close);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
nida_catalogue_window_init (NidaCatalogueWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->load);
  fill_list (self);
}

GtkWidget *
nida_catalogue_window_new (GtkWindow *parent)
{
  return g_object_new (NIDA_TYPE_CATALOGUE_WINDOW, "transient-for", parent, NULL);
}
