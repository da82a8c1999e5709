/* Files and addresses that are dropped on a window are opened. */
#include "config.h"

#include "window-drop.h"

#include "opening.h"

#include <string.h>

/* What is dragged out of Nida itself is no source: a chart that is let go over the window stays where it was. */
static gboolean
accept_cb (GtkDropTarget *target,
           GdkDrop       *drop)
{
  g_autoptr (GdkContentFormats) taken = gdk_content_formats_ref (gtk_drop_target_get_formats (target));

  return gdk_drop_get_drag (drop) == NULL && gdk_content_formats_match (taken, gdk_drop_get_formats (drop));
}

static gboolean
drop_cb (NidaWindow   *self,
         const GValue *value)
{
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func (g_free);

  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    for (GSList *list = g_value_get_boxed (value); list != NULL; list = list->next)
      {
        char *path = g_file_get_path (list->data);

        g_ptr_array_add (inputs, path != NULL ? path : g_file_get_uri (list->data));
      }
  else if (G_VALUE_HOLDS_STRING (value) && strstr (g_value_get_string (value), "://") != NULL)
    g_ptr_array_add (inputs, g_strstrip (g_strdup (g_value_get_string (value))));
  if (inputs->len == 0)
    return FALSE;
  g_ptr_array_add (inputs, NULL);
  nida_opening_open (gtk_window_get_application (GTK_WINDOW (self)), self, (const char * const *) inputs->pdata);
  return TRUE;
}

static GdkDragAction
drop_enter_cb (NidaWindow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "nida-dropping");
  return GDK_ACTION_COPY;
}

static void
drop_leave_cb (NidaWindow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "nida-dropping");
}

void
nida_window_drop_add (NidaWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "accept", G_CALLBACK (accept_cb), NULL);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  g_signal_connect_swapped (target, "enter", G_CALLBACK (drop_enter_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (drop_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
