/* Strokes over one chart's canvas: what the pointer and the keys do there is a stroke, and its box is drawn on the canvas. */
#include "config.h"

#include "chart-brush.h"

#include "brush-stroke.h"
#include "translate.h"

struct _NidaChartBrush {
  NidaChartCanvas *canvas;
  NidaLinked      *linked;
  guint            chart;
  NidaBrushStroke *stroke;
  gboolean         pulled;         /* the pointer, since it went down */
  gulong           handlers[2];
};

static void
show_box (NidaChartBrush *self)
{
  NidaBox box = nida_brush_stroke_get_box (self->stroke);

  nida_chart_canvas_set_brush_box (self->canvas, box.width > 0 ? &box : NULL);
}

void
nida_chart_brush_stroke (NidaChartBrush *self,
                         NidaBox         stroke)
{
  nida_brush_stroke_cover (self->stroke, stroke);
  show_box (self);
}

/* --- the pointer --- */

/* Title and subtitle are for dragging the chart out of the window. */
static gboolean
is_over_marks (NidaChartBrush *self,
               double          y)
{
  NidaScene *scene = nida_chart_canvas_get_scene (self->canvas);
  const NidaNode *node = scene == NULL ? NULL : nida_scene_find (scene, "subtitle");

  if (node == NULL && scene != NULL)
    node = nida_scene_find (scene, "title");
  return scene != NULL && (node == NULL || y > node->box.y + node->box.height);
}

static void
set_pulled (NidaChartBrush *self,
            gboolean        pulled)
{
  if (self->pulled == pulled)
    return;
  self->pulled = pulled;
  nida_chart_canvas_set_quiet (self->canvas, pulled);
  nida_linked_stroke (self->linked, pulled);
}

static void
drag_begin_cb (NidaChartBrush *self,
               double          x,
               double          y,
               GtkGestureDrag *drag)
{
  if (is_over_marks (self, y))
    nida_brush_stroke_begin (self->stroke, x, y);
  else
    gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_update_cb (NidaChartBrush *self,
                double          dx,
                double          dy,
                GtkGestureDrag *drag)
{
  if (!nida_brush_stroke_pull (self->stroke, dx, dy))
    return;
  set_pulled (self, TRUE);
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  show_box (self);
}

static void
drag_end_cb (NidaChartBrush *self)
{
  if (self->pulled && !nida_brush_stroke_has_marks (self->stroke))
    gtk_widget_activate_action (GTK_WIDGET (self->canvas), "win.toast", "(ss)",
                                /* Translators: a stroke of the pointer over a chart such as that of an indicator */
                                _("Nothing in this chart can be selected"), "");
  set_pulled (self, FALSE);
}

static void
enter_cb (NidaChartBrush *self)
{
  nida_linked_prepare (self->linked, self->chart);
}

/* --- marks one by one, and keys --- */

/* Why there is no selection of just that; NULL where there is nothing to say. */
static char *
why_not (NidaChartBrush *self,
         NidaPick        pick,
         const char     *key)
{
  NidaScene *scene = nida_chart_canvas_get_scene (self->canvas);
  const NidaNode *node = scene != NULL ? nida_scene_find (scene, key) : NULL;

  if (pick == NIDA_PICK_NOT_ALONE)
    /* Translators: Ctrl and a click on a mark (a cell of another row) that no selection has without others */
    return g_strdup (_("The selection stays as it is: these marks alone cannot be one selection"));
  if (pick == NIDA_PICK_DONE || node == NULL || node->mark == NULL)
    return NULL;
  if (node->mark->n_rests > 0)
    /* Translators: Ctrl and a click on a mark: "182 other donors", "several clusters" */
    return g_strdup_printf (_("%s: several names at once, of which no selection can be made"), nida_mark_get_label (node->mark));
  /* Translators: Ctrl and a click on a mark, such as the total of a chart */
  return g_strdup_printf (_("%s: nothing to select by, neither a name nor a date"), nida_mark_get_label (node->mark));
}

static void
mark_picked_cb (NidaChartBrush  *self,
                const char      *key,
                const char      *from,
                NidaChartCanvas *canvas)
{
  g_autofree char *why = why_not (self, nida_brush_stroke_pick (self->stroke, key, from), key);

  if (why != NULL)
    gtk_widget_activate_action (GTK_WIDGET (canvas), "win.toast", "(ss)", why, "");
  show_box (self);
}

/* Ctrl and an arrow moves what is selected, with Shift as well the end where it began; Shift alone moves the other. */
static gboolean
step (NidaChartBrush  *self,
      guint            keyval,
      GdkModifierType  state)
{
  static const struct { guint key, keypad; NidaMove move; } moves[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, NIDA_MOVE_LEFT }, { GDK_KEY_Right, GDK_KEY_KP_Right, NIDA_MOVE_RIGHT },
    { GDK_KEY_Up, GDK_KEY_KP_Up, NIDA_MOVE_UP }, { GDK_KEY_Down, GDK_KEY_KP_Down, NIDA_MOVE_DOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (keyval == moves[i].key || keyval == moves[i].keypad)
      {
        const char *key = nida_brush_stroke_step (self->stroke, moves[i].move, (state & GDK_SHIFT_MASK) != 0);

        if (key != NULL)
          nida_chart_canvas_set_current (self->canvas, key, TRUE);
        show_box (self);
        return nida_linked_get_source (self->linked) == self->chart;
      }
  return FALSE;
}

static gboolean
key_pressed_cb (NidaChartBrush  *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (nida_linked_get_brush (self->linked) == NULL)
    return FALSE;
  if ((state & GDK_CONTROL_MASK) != 0)
    return step (self, keyval, state);
  if (keyval != GDK_KEY_Escape)
    return FALSE;
  nida_brush_stroke_let_go (self->stroke);
  return TRUE;
}

/* --- object --- */

NidaChartBrush *
nida_chart_brush_new (NidaChartCanvas *canvas,
                      NidaLinked      *linked,
                      guint            chart)
{
  NidaChartBrush *self = g_new0 (NidaChartBrush, 1);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new (), *key = gtk_event_controller_key_new ();

  self->canvas = canvas;
  self->linked = linked;
  self->chart = chart;
  self->stroke = nida_brush_stroke_new (linked, chart);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (canvas), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (canvas), motion);
  gtk_widget_add_controller (GTK_WIDGET (canvas), key);
  self->handlers[0] = g_signal_connect_swapped (canvas, "mark-picked", G_CALLBACK (mark_picked_cb), self);
  self->handlers[1] = g_signal_connect_swapped (linked, "brush-changed", G_CALLBACK (nida_chart_brush_update), self);
  return self;
}

void
nida_chart_brush_free (NidaChartBrush *self)
{
  if (self->pulled)
    nida_linked_stroke (self->linked, FALSE);
  g_clear_signal_handler (&self->handlers[0], self->canvas);
  g_clear_signal_handler (&self->handlers[1], self->linked);
  nida_brush_stroke_free (self->stroke);
  g_free (self);
}

void
nida_chart_brush_set_spec (NidaChartBrush      *self,
                           const NidaChartSpec *spec)
{
  nida_brush_stroke_set_chart (self->stroke, spec, nida_chart_canvas_get_scene (self->canvas));
  show_box (self);
}

void
nida_chart_brush_update (NidaChartBrush *self)
{
  if (nida_brush_stroke_update (self->stroke))
    show_box (self);
}
