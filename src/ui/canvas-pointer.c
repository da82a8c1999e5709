/* Hits are those of the scene that the canvas shows or goes to. */
#include "config.h"

#include "canvas-pointer.h"

#include "scene-builder.h"

#define SLACK 3.0          /* points around a mark that still count as the mark */
#define PICKS (GDK_CONTROL_MASK | GDK_SHIFT_MASK)

struct _NidaCanvasPointer {
  NidaChartCanvas *canvas;
  NidaMark        *clicked;                /* by the last click, which may have brought another scene in another place */
  guint32          clicked_time;
  double           clicked_x, clicked_y;   /* of the surface */
  double           seen_x, seen_y;         /* likewise, where the pointer was last */
  gboolean         quiet, held;
};

static const NidaNode *
find_node (NidaCanvasPointer *self,
           double             x,
           double             y)
{
  NidaScene *scene = nida_chart_canvas_get_scene (self->canvas);

  if (nida_chart_canvas_find_figure (self->canvas) != NULL)
    return nida_chart_canvas_find_figure (self->canvas);
  return scene != NULL ? nida_scene_hit (scene, x, y, SLACK) : NULL;
}

/* --- over it --- */

/* The toolkit tells of the pointer again whenever something is laid out anew below it. */
static gboolean
has_moved (NidaCanvasPointer  *self,
           GtkEventController *motion)
{
  GdkEvent *event = gtk_event_controller_get_current_event (motion);
  double x, y, before_x = self->seen_x, before_y = self->seen_y;

  if (event == NULL || !gdk_event_get_position (event, &x, &y))
    return TRUE;
  self->seen_x = x;
  self->seen_y = y;
  return ABS (x - before_x) > 0.5 || ABS (y - before_y) > 0.5;
}

static void
motion_cb (NidaCanvasPointer  *self,
           double              x,
           double              y,
           GtkEventController *motion)
{
  const NidaNode *node = find_node (self, x, y);
  gboolean moved = has_moved (self, motion);

  if (self->quiet || self->held)
    return;
  if (!moved && nida_chart_canvas_is_by_key (self->canvas))
    return;                                /* who goes on by keys has the pointer lie about somewhere */
  if (node != NULL || !nida_chart_canvas_is_by_key (self->canvas))
    nida_chart_canvas_set_current (self->canvas, node != NULL ? node->key : NULL, FALSE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->canvas), node != NULL && node->mark->n_fields > 0 ? "pointer" : NULL);
}

static void
leave_cb (NidaCanvasPointer *self)
{
  if (!self->held && !nida_chart_canvas_is_by_key (self->canvas))
    nida_chart_canvas_set_current (self->canvas, NULL, FALSE);
}

/* --- two clicks --- */

static void
note_click (NidaCanvasPointer  *self,
            GtkEventController *click,
            NidaMark           *mark)
{
  GdkEvent *event = gtk_event_controller_get_current_event (click);

  if (event == NULL || !gdk_event_get_position (event, &self->clicked_x, &self->clicked_y))
    return;
  self->clicked = nida_mark_ref (mark);
  self->clicked_time = gdk_event_get_time (event);
}

/* The first click chooses at once and may move the chart, so that the toolkit takes the second for another one: what counts
 * is where the pointer is in the window. */
static gboolean
is_second (NidaCanvasPointer  *self,
           GtkEventController *click)
{
  GdkEvent *event = gtk_event_controller_get_current_event (click);
  int time, distance;
  double x, y;

  if (self->clicked == NULL || event == NULL || !gdk_event_get_position (event, &x, &y))
    return FALSE;
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self->canvas)), "gtk-double-click-time", &time, "gtk-double-click-distance",
                &distance, NULL);
  return gdk_event_get_time (event) - self->clicked_time <= (guint32) time && ABS (x - self->clicked_x) <= distance &&
         ABS (y - self->clicked_y) <= distance;
}

/* --- clicks --- */

/* Keys bring the whole chart into sight; under the pointer, which may begin a stroke, nothing moves. */
static void
take_focus (NidaCanvasPointer *self)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self->canvas), GTK_TYPE_VIEWPORT);

  if (viewport != NULL)
    gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  if (viewport != NULL)
    gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), TRUE);
}

static void
pressed_cb (NidaCanvasPointer *self)
{
  take_focus (self);
}

/* The mark of @key, or with @range all from the current one to it. */
static void
pick (NidaCanvasPointer *self,
      const char        *key,
      gboolean           range)
{
  const NidaNode *current = nida_chart_canvas_get_current (self->canvas);
  g_autofree char *to = g_strdup (key);
  g_autofree char *from = range ? g_strdup (current != NULL ? current->key : key) : NULL;

  nida_chart_canvas_set_current (self->canvas, to, FALSE);
  nida_chart_canvas_pick (self->canvas, to, from);
}

static void
released_cb (NidaCanvasPointer *self,
             int                n_press,
             double             x,
             double             y,
             GtkGestureClick   *click)
{
  const NidaNode *node = find_node (self, x, y);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));

  if ((state & PICKS) == 0 && is_second (self, GTK_EVENT_CONTROLLER (click)))
    {
      nida_chart_canvas_drill (self->canvas, self->clicked);
      g_clear_pointer (&self->clicked, nida_mark_free);
      return;
    }
  g_clear_pointer (&self->clicked, nida_mark_free);
  if (node != NULL && (state & PICKS) != 0)
    {
      pick (self, node->key, (state & GDK_SHIFT_MASK) != 0);
      return;
    }
  if (node == NULL || node->mark->n_fields == 0)
    return;
  note_click (self, GTK_EVENT_CONTROLLER (click), node->mark);
  nida_chart_canvas_set_current (self->canvas, node->key, FALSE);
  nida_chart_canvas_activate (self->canvas, FALSE);
}

static void
secondary_cb (NidaCanvasPointer *self,
              int                n_press,
              double             x,
              double             y,
              GtkGestureClick   *click)
{
  const NidaNode *node = find_node (self, x, y);

  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  take_focus (self);
  nida_chart_canvas_set_current (self->canvas, node != NULL ? node->key : NULL, FALSE);
  nida_chart_canvas_open_menu (self->canvas, x, y);
}

/* --- object --- */

static void
add_clicks (NidaCanvasPointer *self)
{
  GtkGesture *click = gtk_gesture_click_new (), *secondary = gtk_gesture_click_new ();

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (secondary_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), GTK_EVENT_CONTROLLER (secondary));
}

NidaCanvasPointer *
nida_canvas_pointer_new (NidaChartCanvas *canvas)
{
  NidaCanvasPointer *self = g_new0 (NidaCanvasPointer, 1);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->canvas = canvas;
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (canvas), motion);
  add_clicks (self);
  return self;
}

/* Controllers of a canvas live as long as it does, and die before this. */
void
nida_canvas_pointer_free (NidaCanvasPointer *self)
{
  g_clear_pointer (&self->clicked, nida_mark_free);
  g_free (self);
}

void
nida_canvas_pointer_set_quiet (NidaCanvasPointer *self,
                               gboolean           quiet)
{
  self->quiet = quiet;
  if (quiet)
    nida_chart_canvas_set_current (self->canvas, NULL, FALSE);
}

void
nida_canvas_pointer_set_held (NidaCanvasPointer *self,
                              gboolean           held)
{
  self->held = held;
}
