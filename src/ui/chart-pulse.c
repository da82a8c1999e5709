/* Rings around the dots that chart/news.c draws. */
#include "config.h"

#include "chart-pulse.h"

#define TIME 900000        /* microseconds */
#define GROWTH 4.0         /* of a dot's radius */

struct _NidaChartPulse {
  GtkWidget *widget;
  GArray    *boxes;        /* NidaBox of the dots */
  gint64     since;        /* frame time, 0 before the first frame */
  double     progress;
  guint      tick;
};

NidaChartPulse *
nida_chart_pulse_new (GtkWidget *widget)
{
  NidaChartPulse *self = g_new0 (NidaChartPulse, 1);

  self->widget = widget;
  self->boxes = g_array_new (FALSE, FALSE, sizeof (NidaBox));
  return self;
}

void
nida_chart_pulse_free (NidaChartPulse *self)
{
  nida_chart_pulse_stop (self);
  g_array_unref (self->boxes);
  g_free (self);
}

void
nida_chart_pulse_stop (NidaChartPulse *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->widget, self->tick);
  self->tick = 0;
  g_array_set_size (self->boxes, 0);
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
  g_array_set_size (self->boxes, 0);
  return G_SOURCE_REMOVE;
}

void
nida_chart_pulse_begin (NidaChartPulse *self,
                        NidaScene      *from,
                        NidaScene      *to)
{
  gboolean animations;

  nida_chart_pulse_stop (self);
  g_object_get (gtk_widget_get_settings (self->widget), "gtk-enable-animations", &animations, NULL);
  if (from == NULL || to == NULL || !animations)
    return;
  for (guint i = 0; i < nida_scene_get_n_nodes (to); i++)
    {
      const NidaNode *node = nida_scene_get_node (to, i);

      if (g_str_has_prefix (node->key, "news/") && node->shape == NIDA_SHAPE_CIRCLE && nida_scene_find (from, node->key) == NULL)
        g_array_append_val (self->boxes, node->box);
    }
  if (self->boxes->len == 0)
    return;
  self->since = 0;
  self->progress = 0;
  self->tick = gtk_widget_add_tick_callback (self->widget, tick_cb, self, NULL);
}

void
nida_chart_pulse_paint (NidaChartPulse *self,
                        cairo_t        *cr,
                        NidaTheme       theme)
{
  NidaRgba color = nida_palette_get (theme, NIDA_COLOR_TEXT);

  for (guint i = 0; i < self->boxes->len; i++)
    {
      NidaBox box = g_array_index (self->boxes, NidaBox, i);
      double radius = box.width / 2 * (1 + (GROWTH - 1) * self->progress);

      cairo_new_path (cr);
      cairo_arc (cr, box.x + box.width / 2, box.y + box.height / 2, radius, 0, 2 * G_PI);
      cairo_set_source_rgba (cr, color.red, color.green, color.blue, 1 - self->progress);
      cairo_set_line_width (cr, 2);
      cairo_stroke (cr);
    }
}
