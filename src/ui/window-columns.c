/* Asking what the columns of tables hold, and what becomes of the answer. */
#include "config.h"

#include "window-columns.h"

#include "column-assistant.h"
#include "translate.h"

/* What is said of tables that are open is a step of their document; others are opened by it. */
static void
columns_confirmed_cb (NidaColumnAssistant *assistant,
                      NidaWindow          *self)
{
  const char * const *inputs = g_object_get_data (G_OBJECT (assistant), "nida-inputs");
  NidaSession *session = nida_window_get_session (self);
  const char * const *open = nida_session_get_inputs (session);
  NidaLayouts *layouts = g_object_get_data (G_OBJECT (assistant), "nida-layouts");
  gboolean are_open = open != NULL && g_strv_equal (open, inputs), kept;
  g_autoptr (GError) error = NULL;

  kept = are_open ? nida_session_set_layouts (session, layouts, &error)
                  : nida_session_remember_layouts (session, layouts, &error);
  if (!are_open)
    nida_window_open (self, inputs);
  if (!kept)
    nida_window_toast (self, _("What was said of the columns is not kept for other files"), error->message);
}

void
nida_window_columns_ask (NidaWindow         *self,
                         const char * const *inputs,
                         const char         *reason)
{
  NidaLayouts *layouts = nida_session_dup_layouts (nida_window_get_session (self));
  GtkWidget *assistant = nida_column_assistant_new (GTK_WINDOW (self), inputs, layouts, reason);

  g_object_set_data_full (G_OBJECT (assistant), "nida-layouts", layouts, (GDestroyNotify) nida_layouts_unref);
  g_object_set_data_full (G_OBJECT (assistant), "nida-inputs", g_strdupv ((char **) inputs), (GDestroyNotify) g_strfreev);
  g_signal_connect_object (assistant, "confirmed", G_CALLBACK (columns_confirmed_cb), self, 0);
  gtk_window_present (GTK_WINDOW (assistant));
}
