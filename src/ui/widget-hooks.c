#include "widget-hooks.h"

void
nida_widgets_watch (gulong              *hook,
                    const char          *signal,
                    GSignalEmissionHook  func)
{
  if (*hook != 0)
    return;
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));   /* there are no signals before the class */
  *hook = g_signal_add_emission_hook (g_signal_lookup (signal, GTK_TYPE_WIDGET), 0, func, NULL, NULL);
}

static void
weak_free (gpointer weak)
{
  g_weak_ref_clear (weak);
  g_free (weak);
}

void
nida_widget_remember (GtkWidget *widget,
                      GQuark     quark,
                      GtkWidget *other)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, other);
  g_object_set_qdata_full (G_OBJECT (widget), quark, weak, weak_free);
}

GtkWidget *
nida_widget_recall (GtkWidget *widget,
                    GQuark     quark)
{
  GWeakRef *weak = g_object_get_qdata (G_OBJECT (widget), quark);

  return weak != NULL ? g_weak_ref_get (weak) : NULL;
}
