/* Which marks came is in the scene (chart/news.c). They are remembered by their keys, so that a mark that moves, or is drawn anew in
 * another size, goes on pulsing where it is then. */
#include "config.h"

#include "chart-pulse.h"

#include "paint.h"

#define TIME 900000        /* microseconds */

struct _NidaChartPulse {
  GtkWidget  *widget;
  guint       serial;      /* of what came last */
  GHashTable *seen;        /* keys of the marks that have it and were seen with it */
  GPtrArray  *keys;        /* of those that pulse; owned by @seen */
  gboolean    begun;       /* a scene was seen */
  gint64      since;       /* frame time, 0 before the first frame */
  double      progress;
  guint       tick;
};

NidaChartPulse *
nida_chart_pulse_new (GtkWidget *widget)
{
  NidaChartPulse *self = g_new0 (NidaChartPulse, 1);

  self->widget = widget;
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->keys = g_ptr_array_new ();
  return self;
}

static void
stop (NidaChartPulse *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->widget, self->tick);
  self->tick = 0;
  g_ptr_array_set_size (self->keys, 0);
}

void
nida_chart_pulse_free (NidaChartPulse *self)
{
  stop (self);
  g_ptr_array_unref (self->keys);
  g_hash_table_unref (self->seen);
  g_free (self);
}

gboolean
nida_chart_pulse_is_active (NidaChartPulse *self)
{
  return self->tick != 0;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  NidaChartPulse *self = user_data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (self->since == 0)
    self->since = now;
  self->progress = (double) (now - self->since) / TIME;
  gtk_widget_queue_draw (widget);
  if (self->progress < 1)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  stop (self);
  return G_SOURCE_REMOVE;
}

static guint
find_serial (NidaScene *scene)
{
  guint serial = 0;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    serial = MAX (serial, nida_scene_get_node (scene, i)->came);
  return serial;
}

/* Those that pulse already go on; what comes meanwhile begins with all of them anew. */
static void
begin (NidaChartPulse *self,
       NidaScene      *scene)
{
  gboolean animations, more = FALSE;

  g_object_get (gtk_widget_get_settings (self->widget), "gtk-enable-animations", &animations, NULL);
  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);
      char *key = node->came == self->serial && !g_hash_table_contains (self->seen, node->key) ? g_strdup (node->key) : NULL;

      if (key == NULL)
        continue;
      g_hash_table_add (self->seen, key);
      if (!self->begun || !animations)
        continue;
      g_ptr_array_add (self->keys, key);
      more = TRUE;
    }
  if (!more)
    return;
  self->since = 0;
  self->progress = 0;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (self->widget, tick_cb, self, NULL);
}

void
nida_chart_pulse_see (NidaChartPulse *self,
                      NidaScene      *scene)
{
  guint serial = find_serial (scene);

  if (serial > self->serial)
    {
      stop (self);
      g_hash_table_remove_all (self->seen);
      self->serial = serial;
    }
  if (serial != 0 && serial == self->serial)
    begin (self, scene);
  self->begun = TRUE;
}

void
nida_chart_pulse_paint (NidaChartPulse *self,
                        cairo_t        *cr,
                        NidaScene      *scene,
                        NidaTheme       theme)
{
  for (guint i = 0; i < self->keys->len; i++)
    nida_scene_paint_pulse (scene, cr, theme, g_ptr_array_index (self->keys, i), self->progress);
}
