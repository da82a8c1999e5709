/* A stroke covers marks; the brush is what they stand for, and its box is theirs. */
#include "config.h"

#include "chart-brush.h"

#define EDGE 6.0          /* points around an edge that take hold of it */
#define LEAST 4.0         /* points of a stroke, so that an unsteady click is no brush */

typedef enum { GRIP_NONE, GRIP_NEW, GRIP_MOVE, GRIP_RESIZE } Grip;

struct _NidaChartBrush {
  NidaChartCanvas *canvas;
  NidaLinked      *linked;
  guint            chart;
  gboolean         along_time;
  guint            fiscal_start;
  NidaBox          box;           /* of the marks inside; width 0: there is no stroke */
  char            *anchor;        /* key of the mark that a range of marks begins with */
  Grip             grip;
  NidaBox          held;          /* the box when it was taken hold of */
  int              edge_x, edge_y;    /* RESIZE: -1 the first edge, 1 the last, 0 neither */
  gulong           handlers[2];
};

/* --- which marks --- */

static gboolean
touches (NidaBox a,
         NidaBox b)
{
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}

static NidaBox
join (NidaBox a,
      NidaBox b)
{
  double x = MIN (a.x, b.x), y = MIN (a.y, b.y);

  return (NidaBox) { x, y, MAX (a.x + a.width, b.x + b.width) - x, MAX (a.y + a.height, b.y + b.height) - y };
}

static gboolean
is_brushable (NidaChartBrush *self,
              const NidaNode *node)
{
  if (node->mark == NULL || node->mark->n_fields == 0)
    return FALSE;
  for (guint f = 0; f < node->mark->n_fields; f++)
    if (node->mark->fields[f] == NIDA_FIELD_DATE)
      return TRUE;
  return !self->along_time;
}

/* The marks that @stroke covers, and their box. Along time the whole height counts. */
static GPtrArray *
cover (NidaChartBrush *self,
       NidaBox         stroke,
       NidaBox        *box)
{
  NidaScene *scene = nida_chart_canvas_get_scene (self->canvas);
  GPtrArray *nodes = g_ptr_array_new ();

  *box = (NidaBox) { 0 };
  if (self->along_time)
    stroke = (NidaBox) { stroke.x, 0, stroke.width, nida_scene_get_height (scene) };
  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      if (!is_brushable (self, node) || !touches (node->box, stroke))
        continue;
      *box = nodes->len == 0 ? node->box : join (*box, node->box);
      g_ptr_array_add (nodes, (gpointer) node);
    }
  return nodes;
}

static void
show_box (NidaChartBrush *self,
          NidaBox         box)
{
  self->box = box;
  nida_chart_canvas_set_brush_box (self->canvas, box.width > 0 ? &box : NULL);
}

void
nida_chart_brush_stroke (NidaChartBrush *self,
                         NidaBox         stroke)
{
  g_autoptr (GPtrArray) nodes = NULL;
  NidaBrush *brush;
  NidaBox box;

  if (nida_chart_canvas_get_scene (self->canvas) == NULL)
    return;
  nodes = cover (self, stroke, &box);
  brush = nida_brush_new_around (nodes, self->along_time, self->fiscal_start);
  if (brush == NULL)
    return;
  show_box (self, box);
  nida_linked_set_brush (self->linked, self->chart, brush);
}

static void
let_go (NidaChartBrush *self)
{
  g_clear_pointer (&self->anchor, g_free);
  nida_linked_set_brush (self->linked, self->chart, NULL);
}

/* --- the pointer --- */

static int
edge_of (double position,
         double start,
         double size)
{
  if (position <= start + EDGE)
    return -1;
  return position >= start + size - EDGE ? 1 : 0;
}

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
drag_begin_cb (NidaChartBrush *self,
               double          x,
               double          y,
               GtkGestureDrag *drag)
{
  NidaBox grown = { self->box.x - EDGE, self->box.y - EDGE, self->box.width + 2 * EDGE, self->box.height + 2 * EDGE };

  self->grip = GRIP_NONE;
  self->held = self->box;
  if (!is_over_marks (self, y))
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->grip = GRIP_NEW;
  if (self->box.width <= 0 || !touches (grown, (NidaBox) { x, y, 0, 0 }))
    return;
  self->edge_x = edge_of (x, self->box.x, self->box.width);
  self->edge_y = self->along_time ? 0 : edge_of (y, self->box.y, self->box.height);
  self->grip = self->edge_x != 0 || self->edge_y != 0 ? GRIP_RESIZE : GRIP_MOVE;
}

static NidaBox
pulled (NidaBox held,
        int     edge_x,
        int     edge_y,
        double  dx,
        double  dy)
{
  double x1 = held.x + (edge_x < 0 ? dx : 0), x2 = held.x + held.width + (edge_x > 0 ? dx : 0);
  double y1 = held.y + (edge_y < 0 ? dy : 0), y2 = held.y + held.height + (edge_y > 0 ? dy : 0);

  return (NidaBox) { MIN (x1, x2), MIN (y1, y2), ABS (x2 - x1), ABS (y2 - y1) };
}

/* A box of marks touches its neighbours; what it covers must not grow by being moved. */
static NidaBox
shrunk (NidaBox box)
{
  double x = MIN (EDGE / 2, box.width / 3), y = MIN (EDGE / 2, box.height / 3);

  return (NidaBox) { box.x + x, box.y + y, box.width - 2 * x, box.height - 2 * y };
}

static void
drag_update_cb (NidaChartBrush *self,
                double          dx,
                double          dy,
                GtkGestureDrag *drag)
{
  double x, y;
  NidaBox stroke;

  if (self->grip == GRIP_NONE || (ABS (dx) < LEAST && ABS (dy) < LEAST) || !gtk_gesture_drag_get_start_point (drag, &x, &y))
    return;
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  nida_chart_canvas_set_quiet (self->canvas, TRUE);
  if (self->grip == GRIP_NEW)
    stroke = pulled ((NidaBox) { x, y, 0, 0 }, 1, 1, dx, dy);
  else if (self->grip == GRIP_RESIZE)
    stroke = pulled (shrunk (self->held), self->edge_x, self->edge_y, dx, dy);
  else
    stroke = shrunk ((NidaBox) { self->held.x + dx, self->held.y + dy, self->held.width, self->held.height });
  nida_chart_brush_stroke (self, stroke);
}

static void
drag_end_cb (NidaChartBrush *self)
{
  nida_chart_canvas_set_quiet (self->canvas, FALSE);
}

static void
enter_cb (NidaChartBrush *self)
{
  nida_linked_prepare (self->linked, self->chart);
}

/* --- marks one by one, and keys --- */

static void
extend (NidaChartBrush *self,
        const char     *from,
        const NidaNode *to)
{
  NidaScene *scene = nida_chart_canvas_get_scene (self->canvas);
  const NidaNode *first;

  if (self->anchor == NULL || nida_scene_find (scene, self->anchor) == NULL)
    {
      g_free (self->anchor);
      self->anchor = g_strdup (from);
    }
  first = nida_scene_find (scene, self->anchor);
  nida_chart_brush_stroke (self, shrunk (first != NULL ? join (first->box, to->box) : to->box));
}

static void
mark_picked_cb (NidaChartBrush  *self,
                const char      *key,
                const char      *from,
                NidaChartCanvas *canvas)
{
  const NidaNode *node = nida_scene_find (nida_chart_canvas_get_scene (canvas), key);
  const NidaBrush *before = nida_linked_get_source (self->linked) == self->chart ? nida_linked_get_brush (self->linked) : NULL;

  if (node == NULL || !is_brushable (self, node))
    return;
  if (from != NULL)
    {
      extend (self, from, node);
      return;
    }
  g_free (self->anchor);
  self->anchor = g_strdup (key);
  show_box (self, (NidaBox) { 0 });
  nida_linked_set_brush (self->linked, self->chart, nida_brush_toggle (before, node->mark));
}

static gboolean
key_pressed_cb (NidaChartBrush  *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (keyval != GDK_KEY_Escape || nida_linked_get_brush (self->linked) == NULL)
    return FALSE;
  let_go (self);
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
  self->fiscal_start = 1;
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
  g_clear_signal_handler (&self->handlers[0], self->canvas);
  g_clear_signal_handler (&self->handlers[1], self->linked);
  nida_linked_set_chart (self->linked, self->chart, NULL, NULL);
  g_free (self->anchor);
  g_free (self);
}

/* Where the marks are now that the brush has inside; a box without width when none is drawn. */
static NidaBox
find_box (NidaChartBrush *self)
{
  const NidaBrush *brush = nida_linked_get_brush (self->linked);
  NidaScene *scene = nida_chart_canvas_get_scene (self->canvas);
  NidaBox box = { 0 };
  gboolean any = FALSE;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      if (!is_brushable (self, node) || !nida_brush_covers (brush, node->mark, self->fiscal_start))
        continue;
      box = any ? join (box, node->box) : node->box;
      any = TRUE;
    }
  return box;
}

void
nida_chart_brush_set_spec (NidaChartBrush      *self,
                           const NidaChartSpec *spec)
{
  NidaScene *scene = nida_chart_canvas_get_scene (self->canvas);

  self->along_time = nida_chart_kind_is_along_time (spec->kind);
  self->fiscal_start = spec->query->fiscal_start;
  nida_linked_set_chart (self->linked, self->chart, spec, scene);
  /* marks have other places now; the brush is drawn around those that are inside */
  if (nida_linked_get_source (self->linked) == self->chart && self->box.width > 0)
    show_box (self, find_box (self));
}

void
nida_chart_brush_update (NidaChartBrush *self)
{
  if (nida_linked_get_source (self->linked) != self->chart)
    show_box (self, (NidaBox) { 0 });
}
