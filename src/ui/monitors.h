/* The monitors of a display as people know them, and which of them an audience sees. */
#pragma once

#include "language.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NidaMonitors:
 *
 * Signals:
 * - "changed": one came, went or has another place; what is known of it is complete
 */
#define NIDA_TYPE_MONITORS (nida_monitors_get_type ())
G_DECLARE_FINAL_TYPE (NidaMonitors, nida_monitors, NIDA, MONITORS, GObject)

NidaMonitors *nida_monitors_new          (GdkDisplay *display);
guint         nida_monitors_get_n        (NidaMonitors *self);
GdkMonitor   *nida_monitors_get          (NidaMonitors *self, guint index);      /* transfer none */
/* Is it still there? */
gboolean      nida_monitors_has          (NidaMonitors *self, GdkMonitor *monitor);
/* The one that is remembered as @key, or NULL; transfer none. */
GdkMonitor   *nida_monitors_find         (NidaMonitors *self, const char *key);
/* For an audience, while the person sits at @here: the one that was remembered as @key, else another one than @here; NULL
 * where there is only one. Transfer none. */
GdkMonitor   *nida_monitors_choose       (NidaMonitors *self, GdkMonitor *here, const char *key);
/* What it is remembered by: manufacturer, model and connector. */
char         *nida_monitor_dup_key       (GdkMonitor *monitor);
/* "Dell U2415, HDMI-1" and "1920 × 1080"; transfer full. */
char         *nida_monitor_dup_name      (GdkMonitor *monitor, NidaLanguage *language);
char         *nida_monitor_dup_size      (GdkMonitor *monitor, NidaLanguage *language);
/* Show each its number and name on itself for a few seconds. */
void          nida_monitors_identify     (NidaMonitors *self, GtkApplication *application);

G_END_DECLS
