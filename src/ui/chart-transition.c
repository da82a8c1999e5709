/* A tween of two scenes that follows the frame clock of a widget. */
#include "config.h"

#include "chart-transition.h"

#include "tween.h"

#define TIME 300000        /* microseconds from one scene to the next */

struct _NidaChartTransition {
  GtkWidget *widget;
  NidaTween *tween;        /* NULL: nothing moves */
  NidaScene *between;      /* what is painted while it does; owned by @tween */
  gint64     since;        /* frame time, 0 before the first frame */
  guint      tick;
};

NidaChartTransition *
nida_chart_transition_new (GtkWidget *widget)
{
  NidaChartTransition *self = g_new0 (NidaChartTransition, 1);

  self->widget = widget;
  return self;
}

static void
stop (NidaChartTransition *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->widget, self->tick);
  self->tick = 0;
  self->between = NULL;
  g_clear_pointer (&self->tween, nida_tween_free);
}

void
nida_chart_transition_free (NidaChartTransition *self)
{
  stop (self);
  g_free (self);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  NidaChartTransition *self = user_data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double time;

  if (self->since == 0)
    self->since = now;
  time = (double) (now - self->since) / TIME;
  gtk_widget_queue_draw (widget);
  if (time < 1)
    {
      self->between = nida_tween_at (self->tween, nida_tween_ease (time));
      return G_SOURCE_CONTINUE;
    }
  self->tick = 0;
  stop (self);
  return G_SOURCE_REMOVE;
}

static gboolean
may_move (NidaChartTransition *self,
          NidaScene           *from,
          NidaScene           *to)
{
  gboolean animations;

  if (from == NULL || to == NULL || !gtk_widget_get_mapped (self->widget))
    return FALSE;
  g_object_get (gtk_widget_get_settings (self->widget), "gtk-enable-animations", &animations, NULL);
  return animations && nida_scene_get_width (from) == nida_scene_get_width (to) &&
         nida_scene_get_height (from) == nida_scene_get_height (to) && nida_scene_get_scale (from) == nida_scene_get_scale (to);
}

/* It begins with what is seen now, which may be half-way to a scene that is not wanted any more. */
void
nida_chart_transition_begin (NidaChartTransition *self,
                             NidaScene           *from,
                             NidaScene           *to)
{
  g_autoptr (NidaScene) seen = NULL;

  if (!may_move (self, from, to))
    {
      stop (self);
      return;
    }
  seen = g_object_ref (self->between != NULL ? self->between : from);
  stop (self);
  self->tween = nida_tween_new (seen, to);
  self->between = nida_tween_at (self->tween, 0);
  self->since = 0;
  self->tick = gtk_widget_add_tick_callback (self->widget, tick_cb, self, NULL);
}

gboolean
nida_chart_transition_is_active (NidaChartTransition *self)
{
  return self->tween != NULL;
}

NidaScene *
nida_chart_transition_get_scene (NidaChartTransition *self)
{
  return self->between;
}
