/* A drag that begins on a note is the note's; any other is left to who comes after: a brush, a copy. */
#include "config.h"

#include "note-drag.h"

#include "notes.h"

#define KEY_STEP 8.0      /* points */

typedef struct {
  NidaChartCanvas  *canvas;
  NidaNoteMovedFunc func;
  gpointer          data;
  guint             index;      /* of the note that is dragged */
  double            x, y;       /* where its words stood from its datum when the drag began, in points of the scene */
} Drag;

/* From the datum to the edge of the words where reading begins, towards the end and down. */
static gboolean
offset_of (NidaScene *scene,
           guint      index,
           double    *dx,
           double    *dy)
{
  g_autofree char *key = g_strdup_printf (NIDA_NOTE_KEY "%u", index);
  const NidaNode *words = nida_scene_find (scene, key);
  NidaPoint datum;

  if (words == NULL || !nida_note_get_datum (scene, index, &datum))
    return FALSE;
  *dx = nida_scene_is_rtl (scene) ? datum.x - (words->box.x + words->box.width) : words->box.x - datum.x;
  *dy = words->box.y - datum.y;
  return TRUE;
}

static guint
find_note (NidaScene *scene,
           double     x,
           double     y)
{
  for (guint i = scene != NULL ? nida_scene_get_n_nodes (scene) : 0; i-- > 0;)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);
      guint index = nida_note_find (node->key);

      if (index != G_MAXUINT && x >= node->box.x && x <= node->box.x + node->box.width && y >= node->box.y && y <= node->box.y + node->box.height)
        return index;
    }
  return G_MAXUINT;
}

static void
begin_cb (GtkGestureDrag *gesture,
          double          x,
          double          y,
          Drag           *self)
{
  NidaScene *scene = nida_chart_canvas_get_scene (self->canvas);

  self->index = find_note (scene, x, y);
  if (self->index == G_MAXUINT || !offset_of (scene, self->index, &self->x, &self->y))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
  else
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
tell (Drag     *self,
      double    x,
      double    y,
      gboolean  done)
{
  NidaScene *scene = nida_chart_canvas_get_scene (self->canvas);
  double scale, along;

  if (scene == NULL || self->index == G_MAXUINT)
    return;
  scale = nida_scene_get_scale (scene);
  along = nida_scene_is_rtl (scene) ? -x : x;
  self->func (self->index, (self->x + along) / scale, (self->y + y) / scale, done, self->data);
}

static void
update_cb (GtkGestureDrag *gesture,
           double          x,
           double          y,
           Drag           *self)
{
  if (x != 0 || y != 0)
    tell (self, x, y, FALSE);
}

static void
end_cb (GtkGestureDrag *gesture,
        double          x,
        double          y,
        Drag           *self)
{
  if (x != 0 || y != 0)
    tell (self, x, y, TRUE);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        Drag                  *self)
{
  const NidaNode *node = nida_chart_canvas_get_current (self->canvas);
  guint index = node != NULL ? nida_note_find (node->key) : G_MAXUINT;
  double x = keyval == GDK_KEY_Left ? -KEY_STEP : keyval == GDK_KEY_Right ? KEY_STEP : 0;
  double y = keyval == GDK_KEY_Up ? -KEY_STEP : keyval == GDK_KEY_Down ? KEY_STEP : 0;

  if (index == G_MAXUINT || !(state & GDK_CONTROL_MASK) || (x == 0 && y == 0)
      || !offset_of (nida_chart_canvas_get_scene (self->canvas), index, &self->x, &self->y))
    return FALSE;
  self->index = index;
  tell (self, x, y, TRUE);
  return TRUE;
}

void
nida_note_drag_attach (NidaChartCanvas   *canvas,
                       NidaNoteMovedFunc  func,
                       gpointer           data)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  Drag *self = g_new0 (Drag, 1);

  *self = (Drag) { canvas, func, data, G_MAXUINT };
  g_object_set_data_full (G_OBJECT (canvas), "nida-note-drag", self, g_free);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (end_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (canvas), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (canvas), keys);
}
