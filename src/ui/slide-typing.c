/* The field of the form once more, over the words themselves, so that whoever reads the slide writes on it; the slide behind it
 * follows as it is typed, and undo knows it by the same name. */
#include "config.h"

#include "slide-typing.h"

#define LEAST_WIDTH 240

static gboolean
gone_cb (gpointer data)
{
  g_autoptr (GtkWidget) popover = data;

  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Not while it is telling that it is closed. */
static void
closed_cb (GtkWidget *popover)
{
  g_idle_add (gone_cb, g_object_ref (popover));
}

GtkWidget *
nida_slide_typing_open (NidaSlideList  *list,
                        GtkWidget      *picture,
                        NidaSlideWords  words,
                        gboolean        arabic,
                        const NidaBox  *box)
{
  GtkWidget *popover = gtk_popover_new (), *field = nida_slide_field_new (list, words, arabic);
  const GdkRectangle top = { (int) box->x, (int) box->y, MAX ((int) box->width, 1), 1 };

  gtk_widget_set_size_request (field, MAX ((int) box->width, LEAST_WIDTH), -1);
  gtk_popover_set_child (GTK_POPOVER (popover), field);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &top);
  gtk_widget_set_parent (popover, picture);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, nida_slide_field_get_label (NIDA_SLIDE_FIELD (field)), -1);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  g_signal_connect_object (picture, "destroy", G_CALLBACK (gtk_widget_unparent), popover, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_grab_focus (field);
  return popover;
}
