/* What the pointer does over a slide. A picture of it may be smaller than the slide: strokes and clicks are told in points of the
 * slide, the ring in shares of it. */
#include "config.h"

#include "show-pointer.h"

#include "hit.h"

#define SLACK 3.0      /* points of the slide around a mark that still count as the mark */

struct _NidaShowPointer {
  GtkWidget        *widget;
  NidaShow         *show;
  NidaShowRingFunc  get_box;
  gpointer          data;
  gboolean          always;
};

/* Points of the slide for one of the widget; 0 where it is not shown. */
static double
get_zoom (NidaShowPointer *self)
{
  NidaBox box = self->get_box (self->data);

  return box.width > 0 ? nida_show_get_width (self->show) / box.width : 0;
}

static gboolean
is_shown (NidaShowPointer *self)
{
  return get_zoom (self) > 0 && nida_show_get_screen (self->show) == NIDA_SHOW_SHOWN;
}

static NidaPoint
to_slide (NidaShowPointer *self,
          double           x,
          double           y)
{
  NidaBox box = self->get_box (self->data);
  double zoom = get_zoom (self);

  return (NidaPoint) { (x - box.x) * zoom, (y - box.y) * zoom };
}

/* --- movements --- */

static void
motion_cb (GtkEventController *motion,
           double              x,
           double              y,
           NidaShowPointer    *self)
{
  NidaBox box = self->get_box (self->data);
  NidaPoint point = to_slide (self, x, y);

  if (box.width <= 0)
    return;
  if (self->always || (gtk_event_controller_get_current_event_state (motion) & GDK_CONTROL_MASK) != 0)
    nida_show_point (self->show, (x - box.x) / box.width, (y - box.y) / box.height);
  if (is_shown (self))
    nida_show_prepare (self->show, point.x, point.y);
}

/* --- strokes --- */

static void
drag_begin_cb (GtkGestureDrag  *drag,
               double           x,
               double           y,
               NidaShowPointer *self)
{
  NidaPoint point = to_slide (self, x, y);

  if (!is_shown (self) || !nida_show_begin_stroke (self->show, point.x, point.y))
    gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_update_cb (GtkGestureDrag  *drag,
                double           dx,
                double           dy,
                NidaShowPointer *self)
{
  double zoom = get_zoom (self);

  if (nida_show_pull_stroke (self->show, dx * zoom, dy * zoom))
    gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* --- clicks --- */

static void
released_cb (GtkGestureClick *click,
             int              n_press,
             double           x,
             double           y,
             NidaShowPointer *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));
  NidaScene *scene = is_shown (self) ? nida_show_get_scene (self->show) : NULL;
  NidaPoint point = to_slide (self, x, y);
  const NidaNode *node = scene != NULL ? nida_scene_hit (scene, point.x, point.y, SLACK) : NULL;

  if (node == NULL || node->mark->n_fields == 0)
    return;
  if ((state & GDK_CONTROL_MASK) != 0)
    nida_show_pick (self->show, node->key, NULL);
  else
    nida_show_select (self->show, node->key);
}

/* --- object --- */

NidaShowPointer *
nida_show_pointer_add (GtkWidget        *widget,
                       NidaShow         *show,
                       NidaShowRingFunc  get_box,
                       gpointer          data)
{
  NidaShowPointer *self = g_new0 (NidaShowPointer, 1);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->widget = widget;
  self->show = show;
  self->get_box = get_box;
  self->data = data;
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  g_object_set_data_full (G_OBJECT (widget), "nida-show-pointer", self, g_free);
  return self;
}

void
nida_show_pointer_add_clicks (NidaShowPointer *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (self->widget, GTK_EVENT_CONTROLLER (click));
}

void
nida_show_pointer_set_always (NidaShowPointer *self,
                              gboolean         always)
{
  self->always = always;
  if (!always)
    nida_show_unpoint (self->show);
}
