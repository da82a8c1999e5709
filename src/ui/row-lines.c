/* Lines of a window about one row: each is shown, named for a screen reader, and added to what is copied. */
#include "config.h"

#include "row-lines.h"

#include "ui-shell.h"

#define NAME_CHARS 16

struct _NidaRowLines {
  GtkBox  *content;
  GtkGrid *grid;      /* of the section that is being filled */
  int      n_lines;
  GString *text;      /* for copying */
};

GtkLabel *
nida_row_lines_make_label (const char *text,
                           const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  nida_shell_set_label (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  nida_shell_wrap (GTK_LABEL (label));
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return GTK_LABEL (label);
}

NidaRowLines *
nida_row_lines_new (GtkBox *content)
{
  NidaRowLines *self = g_new0 (NidaRowLines, 1);

  self->content = content;
  self->text = g_string_new (NULL);
  return self;
}

void
nida_row_lines_free (NidaRowLines *self)
{
  g_string_free (self->text, TRUE);
  g_free (self);
}

void
nida_row_lines_append (NidaRowLines *self,
                       GtkWidget    *widget)
{
  gtk_box_append (self->content, widget);
}

void
nida_row_lines_begin (NidaRowLines *self,
                      const char   *title)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  self->n_lines = 0;
  gtk_grid_set_column_spacing (self->grid, 16);
  gtk_grid_set_row_spacing (self->grid, 6);
  nida_row_lines_append (self, GTK_WIDGET (nida_row_lines_make_label (title, "nida-heading")));
  nida_row_lines_append (self, GTK_WIDGET (self->grid));
  g_string_append_printf (self->text, "%s%s\n", self->text->len > 0 ? "\n" : "", title);
}

void
nida_row_lines_add_widget (NidaRowLines *self,
                           const char   *name,
                           GtkWidget    *value)
{
  GtkLabel *label = nida_row_lines_make_label (name, "nida-subtitle");

  gtk_label_set_width_chars (label, NAME_CHARS);
  gtk_label_set_max_width_chars (label, NAME_CHARS);
  gtk_widget_set_hexpand (value, TRUE);
  gtk_grid_attach (self->grid, GTK_WIDGET (label), 0, self->n_lines, 1, 1);
  gtk_grid_attach (self->grid, value, 1, self->n_lines++, 1, 1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (value), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
}

void
nida_row_lines_add_text (NidaRowLines *self,
                         const char   *name,
                         const char   *text)
{
  g_autofree char *plain = g_strdup (text);

  g_string_append_printf (self->text, "%s\t%s\n", name, g_strdelimit (plain, "\t\r\n", ' '));
}

GtkLabel *
nida_row_lines_add (NidaRowLines *self,
                    const char   *name,
                    const char   *text)
{
  GtkLabel *value = nida_row_lines_make_label (text, NULL);

  gtk_label_set_selectable (value, TRUE);
  nida_row_lines_add_widget (self, name, GTK_WIDGET (value));
  nida_row_lines_add_text (self, name, text);
  return value;
}

void
nida_row_lines_add_link (NidaRowLines *self,
                         const char   *name,
                         const char   *words,
                         const char   *address)
{
  GtkWidget *link = gtk_link_button_new_with_label (address, words);

  gtk_widget_set_halign (link, GTK_ALIGN_START);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (link))), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (link, "nida-link");
  nida_row_lines_add_widget (self, name, link);
  nida_row_lines_add_text (self, name, address);
}

char *
nida_row_lines_to_text (NidaRowLines *self)
{
  return g_strdup (self->text->str);
}
