/* One scene on screen: paints it, finds the mark under the pointer, moves between marks by keys. Another scene of the same
 * place is moved to; what is hit and spoken is the new one at once. */
#include "config.h"

#include "chart-canvas.h"

#include "brush-stroke.h"
#include "chart-pulse.h"
#include "look.h"
#include "paint.h"
#include "scene-builder.h"
#include "tween.h"

#define SLACK 3.0   /* points around a mark that still count as the mark */
#define MOVING_TIME 300000   /* microseconds from one scene to the next */

struct _NidaChartCanvas
{
  GtkWidget  parent_instance;

  NidaScene *scene;
  NidaMark  *clicked;     /* by the last click, which may have brought another scene in another place */
  guint32    clicked_time;
  double     clicked_x, clicked_y;     /* of the surface */
  NidaScene *picture;     /* the scene under a brush, or NULL */
  NidaBox    brush_box;   /* width 0: none */
  char      *current;     /* key of the mark under the pointer or the keys */
  char      *selected;
  char      *spoken;      /* instead of the description, or NULL */
  char      *told;        /* what was told last: a brush that moves says nothing new */
  gboolean   quiet;
  gboolean   by_key;      /* the keys chose the current mark: the pointer's leaving does not take it away */
  int        width, height;

  NidaTween *tween;       /* NULL: nothing moves */
  NidaScene *between;     /* what is painted while it does; owned by @tween */
  NidaChartPulse *pulse;
  gint64     moving_since;
  guint      tick;
};

enum { RESIZED, CURRENT_CHANGED, MARK_ACTIVATED, MARK_PICKED, MARK_DRILLED, MENU, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NidaChartCanvas, nida_chart_canvas, GTK_TYPE_WIDGET)

/* --- moving from one scene to the next --- */

static void
stop_moving (NidaChartCanvas *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  self->between = NULL;
  g_clear_pointer (&self->tween, nida_tween_free);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  NidaChartCanvas *self = NIDA_CHART_CANVAS (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double time;

  if (self->moving_since == 0)
    self->moving_since = now;
  time = (double) (now - self->moving_since) / MOVING_TIME;
  gtk_widget_queue_draw (widget);
  if (time < 1)
    {
      self->between = nida_tween_at (self->tween, nida_tween_ease (time));
      return G_SOURCE_CONTINUE;
    }
  self->tick = 0;
  stop_moving (self);
  return G_SOURCE_REMOVE;
}

static gboolean
may_move (NidaChartCanvas *self,
          NidaScene       *scene)
{
  gboolean animations;

  if (scene == NULL || self->scene == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return FALSE;
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animations, NULL);
  return animations && nida_scene_get_width (scene) == nida_scene_get_width (self->scene) &&
         nida_scene_get_height (scene) == nida_scene_get_height (self->scene) &&
         nida_scene_get_scale (scene) == nida_scene_get_scale (self->scene);
}

/* From what is seen now, which may be half-way to a scene that is not wanted any more. */
static void
begin_moving (NidaChartCanvas *self,
              NidaScene       *to)
{
  g_autoptr (NidaScene) from = g_object_ref (self->between != NULL ? self->between : self->scene);

  stop_moving (self);
  self->tween = nida_tween_new (from, to);
  self->between = nida_tween_at (self->tween, 0);
  self->moving_since = 0;
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/* --- pointer and keys --- */

static void
motion_cb (NidaChartCanvas *self,
           double           x,
           double           y)
{
  const NidaNode *node = self->scene != NULL ? nida_scene_hit (self->scene, x, y, SLACK) : NULL;

  if (self->quiet)
    return;
  if (node != NULL || !self->by_key)
    nida_chart_canvas_set_current (self, node != NULL ? node->key : NULL, FALSE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   node != NULL && node->mark->n_fields > 0 ? "pointer" : NULL);
}

static void
leave_cb (NidaChartCanvas *self)
{
  if (!self->by_key)
    nida_chart_canvas_set_current (self, NULL, FALSE);
}

static void
focus_leave_cb (NidaChartCanvas *self)
{
  nida_chart_canvas_set_current (self, NULL, FALSE);
}

static void
pressed_cb (GtkGestureClick *click,
            int              n_press,
            double           x,
            double           y,
            NidaChartCanvas *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* The mark of @key, or with @range all from the current one to it. */
static void
pick (NidaChartCanvas *self,
      const char      *key,
      gboolean         range)
{
  g_autofree char *to = g_strdup (key);
  g_autofree char *from = range ? g_strdup (self->current != NULL ? self->current : key) : NULL;

  nida_chart_canvas_set_current (self, to, FALSE);
  g_signal_emit (self, signals[MARK_PICKED], 0, to, from);
}

/* --- two clicks --- */

static void
note_click (NidaChartCanvas    *self,
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
is_second (NidaChartCanvas    *self,
           GtkEventController *click)
{
  GdkEvent *event = gtk_event_controller_get_current_event (click);
  int time, distance;
  double x, y;

  if (self->clicked == NULL || event == NULL || !gdk_event_get_position (event, &x, &y))
    return FALSE;
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-double-click-time", &time, "gtk-double-click-distance",
                &distance, NULL);
  return gdk_event_get_time (event) - self->clicked_time <= (guint32) time && ABS (x - self->clicked_x) <= distance &&
         ABS (y - self->clicked_y) <= distance;
}

static void
released_cb (GtkGestureClick *click,
             int              n_press,
             double           x,
             double           y,
             NidaChartCanvas *self)
{
  const NidaNode *node = self->scene != NULL ? nida_scene_hit (self->scene, x, y, SLACK) : NULL;
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));

  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0 && is_second (self, GTK_EVENT_CONTROLLER (click)))
    {
      g_signal_emit (self, signals[MARK_DRILLED], 0, self->clicked);
      g_clear_pointer (&self->clicked, nida_mark_free);
      return;
    }
  g_clear_pointer (&self->clicked, nida_mark_free);
  if (node == NULL || node->mark->n_fields == 0)
    return;
  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    {
      pick (self, node->key, (state & GDK_SHIFT_MASK) != 0);
      return;
    }
  note_click (self, GTK_EVENT_CONTROLLER (click), node->mark);
  nida_chart_canvas_set_current (self, node->key, FALSE);
  nida_chart_canvas_activate (self, FALSE);
}

static void
secondary_cb (GtkGestureClick *click,
              int              n_press,
              double           x,
              double           y,
              NidaChartCanvas *self)
{
  const NidaNode *node = self->scene != NULL ? nida_scene_hit (self->scene, x, y, SLACK) : NULL;

  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  nida_chart_canvas_set_current (self, node != NULL ? node->key : NULL, FALSE);
  g_signal_emit (self, signals[MENU], 0, x, y);
}

/* The menu of the current mark opens at its middle, that of the chart at its own. */
static gboolean
menu_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  NidaChartCanvas *self = NIDA_CHART_CANVAS (widget);
  const NidaNode *node = nida_chart_canvas_get_current (self);
  NidaBox box = node != NULL ? node->box : (NidaBox) { 0, 0, self->width, self->height };

  g_signal_emit (self, signals[MENU], 0, box.x + box.width / 2, box.y + box.height / 2);
  return TRUE;
}

/* At the last mark the key stays: let through, it would carry the focus out of the chart. */
static gboolean
move_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  NidaChartCanvas *self = NIDA_CHART_CANVAS (widget);

  return nida_chart_canvas_move (self, (NidaMove) g_variant_get_int32 (args)) || self->current != NULL;
}

static gboolean
pick_move_cb (GtkWidget *widget,
              GVariant  *args,
              gpointer   user_data)
{
  NidaChartCanvas *self = NIDA_CHART_CANVAS (widget);
  g_autofree char *from = g_strdup (self->current);

  if (!nida_chart_canvas_move (self, (NidaMove) g_variant_get_int32 (args)) || self->current == NULL)
    return self->current != NULL;
  g_signal_emit (self, signals[MARK_PICKED], 0, self->current, from != NULL ? from : self->current);
  return TRUE;
}

static gboolean
pick_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  NidaChartCanvas *self = NIDA_CHART_CANVAS (widget);

  if (self->current == NULL)
    return FALSE;
  g_signal_emit (self, signals[MARK_PICKED], 0, self->current, NULL);
  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  return nida_chart_canvas_activate (NIDA_CHART_CANVAS (widget), g_variant_get_boolean (args));
}

/* Escape first lets go of the mark; without one it goes on to the window. */
static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  NidaChartCanvas *self = NIDA_CHART_CANVAS (widget);

  if (self->current == NULL)
    return FALSE;
  nida_chart_canvas_set_current (self, NULL, FALSE);
  return TRUE;
}

static void
nida_chart_canvas_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  *minimum = *natural = 0;   /* the board's layout says how large a chart is */
}

static void
nida_chart_canvas_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  NidaChartCanvas *self = NIDA_CHART_CANVAS (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
  if (self->width == width && self->height == height)
    return;
  self->width = width;
  self->height = height;
  g_signal_emit (self, signals[RESIZED], 0);
}

static void
nida_chart_canvas_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  NidaChartCanvas *self = NIDA_CHART_CANVAS (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  NidaPaintOptions options = {
    .theme = nida_look_get_theme (nida_look_get ()),
    .masks = nida_look_get_masks (nida_look_get ()),
    .current = self->current,
    .selected = self->selected,
  };

  if (self->scene != NULL && width > 0 && height > 0)
    {
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

      nida_scene_paint (self->between != NULL ? self->between : self->picture != NULL ? self->picture : self->scene, cr,
                        &options);
      nida_chart_pulse_paint (self->pulse, cr, options.theme);
      if (self->brush_box.width > 0 && self->between == NULL)
        nida_brush_stroke_paint (cr, self->brush_box, options.theme);
      cairo_destroy (cr);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      gtk_widget_snapshot_child (widget, child, snapshot);
}

static void
nida_chart_canvas_dispose (GObject *object)
{
  NidaChartCanvas *self = NIDA_CHART_CANVAS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  stop_moving (self);
  g_clear_pointer (&self->pulse, nida_chart_pulse_free);
  g_clear_object (&self->scene);
  g_clear_object (&self->picture);
  g_clear_pointer (&self->clicked, nida_mark_free);
  g_clear_pointer (&self->current, g_free);
  g_clear_pointer (&self->selected, g_free);
  g_clear_pointer (&self->spoken, g_free);
  g_clear_pointer (&self->told, g_free);
  G_OBJECT_CLASS (nida_chart_canvas_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct { guint key; NidaMove move; } moves[] = {
    { GDK_KEY_Left, NIDA_MOVE_LEFT }, { GDK_KEY_Right, NIDA_MOVE_RIGHT },
    { GDK_KEY_Up, NIDA_MOVE_UP }, { GDK_KEY_Down, NIDA_MOVE_DOWN },
    { GDK_KEY_KP_Left, NIDA_MOVE_LEFT }, { GDK_KEY_KP_Right, NIDA_MOVE_RIGHT },
    { GDK_KEY_KP_Up, NIDA_MOVE_UP }, { GDK_KEY_KP_Down, NIDA_MOVE_DOWN },
    { GDK_KEY_Home, NIDA_MOVE_FIRST }, { GDK_KEY_End, NIDA_MOVE_LAST },
  };
  static const guint activations[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      gtk_widget_class_add_binding (widget_class, moves[i].key, 0, move_cb, "i", (int) moves[i].move);
      gtk_widget_class_add_binding (widget_class, moves[i].key, GDK_SHIFT_MASK, pick_move_cb, "i", (int) moves[i].move);
    }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, activate_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, GDK_CONTROL_MASK, pick_cb, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (activations); i++)
    {
      gtk_widget_class_add_binding (widget_class, activations[i], 0, activate_cb, "b", FALSE);
      gtk_widget_class_add_binding (widget_class, activations[i], GDK_CONTROL_MASK, activate_cb, "b", TRUE);
    }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);
}

static void
nida_chart_canvas_class_init (NidaChartCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = NIDA_TYPE_CHART_CANVAS;

  G_OBJECT_CLASS (klass)->dispose = nida_chart_canvas_dispose;
  widget_class->measure = nida_chart_canvas_measure;
  widget_class->size_allocate = nida_chart_canvas_size_allocate;
  widget_class->snapshot = nida_chart_canvas_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "canvas");
  add_keys (widget_class);
  signals[RESIZED] = g_signal_new ("resized", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CURRENT_CHANGED] = g_signal_new ("current-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[MARK_ACTIVATED] = g_signal_new ("mark-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[MARK_PICKED] = g_signal_new ("mark-picked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                       G_TYPE_STRING, G_TYPE_STRING);
  signals[MARK_DRILLED] = g_signal_new ("mark-drilled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                        G_TYPE_POINTER);
  signals[MENU] = g_signal_new ("menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE,
                                G_TYPE_DOUBLE);
}

static void
nida_chart_canvas_init (NidaChartCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();

  self->pulse = nida_chart_pulse_new (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "nida-canvas");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_leave_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (secondary, "pressed", G_CALLBACK (secondary_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
}

GtkWidget *
nida_chart_canvas_new (void)
{
  return g_object_new (NIDA_TYPE_CHART_CANVAS, NULL);
}

static void
tell_description (NidaChartCanvas *self)
{
  const char *words = self->spoken;

  if (words == NULL && self->scene != NULL)
    words = nida_scene_get_description (self->picture != NULL ? self->picture : self->scene);
  if (words == NULL || g_strcmp0 (words, self->told) == 0)
    return;
  g_free (self->told);
  self->told = g_strdup (words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

void
nida_chart_canvas_set_spoken (NidaChartCanvas *self,
                              const char      *words)
{
  if (g_strcmp0 (self->spoken, words) == 0)
    return;
  g_free (self->spoken);
  self->spoken = g_strdup (words);
  tell_description (self);
}

void
nida_chart_canvas_set_scene (NidaChartCanvas *self,
                             NidaScene       *scene)
{
  if (scene == self->scene)
    return;
  nida_chart_pulse_begin (self->pulse, gtk_widget_get_mapped (GTK_WIDGET (self)) ? self->scene : NULL, scene);
  if (may_move (self, scene))
    begin_moving (self, scene);
  else
    stop_moving (self);
  g_set_object (&self->scene, scene);
  g_clear_object (&self->picture);
  if (scene != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, nida_scene_get_title (scene), -1);
  tell_description (self);
  /* What was said of a mark is of the old figures. The keyboard stays where it is; the pointer may be over another mark. */
  if (self->current != NULL && (!self->by_key || nida_chart_canvas_get_current (self) == NULL))
    nida_chart_canvas_set_current (self, NULL, FALSE);
  else if (self->current != NULL)
    g_signal_emit (self, signals[CURRENT_CHANGED], 0, TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

NidaScene *
nida_chart_canvas_get_scene (NidaChartCanvas *self)
{
  return self->scene;
}

void
nida_chart_canvas_set_picture (NidaChartCanvas *self,
                               NidaScene       *picture)
{
  if (!g_set_object (&self->picture, picture))
    return;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  tell_description (self);
}

NidaScene *
nida_chart_canvas_get_picture (NidaChartCanvas *self)
{
  return self->picture;
}

void
nida_chart_canvas_set_quiet (NidaChartCanvas *self,
                             gboolean         quiet)
{
  self->quiet = quiet;
  if (quiet)
    nida_chart_canvas_set_current (self, NULL, FALSE);
}

void
nida_chart_canvas_set_brush_box (NidaChartCanvas *self,
                                 const NidaBox   *box)
{
  self->brush_box = box != NULL ? *box : (NidaBox) { 0 };
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
nida_chart_canvas_is_moving (NidaChartCanvas *self)
{
  return self->tween != NULL;
}

void
nida_chart_canvas_set_selected (NidaChartCanvas *self,
                                const char      *key)
{
  if (g_strcmp0 (self->selected, key) == 0)
    return;
  g_free (self->selected);
  self->selected = g_strdup (key);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * nida_chart_canvas_get_current:
 *
 * Returns: (transfer none) (nullable): the node of the mark under the pointer or the keys, which has a mark
 */
const NidaNode *
nida_chart_canvas_get_current (NidaChartCanvas *self)
{
  const NidaNode *node = self->scene != NULL && self->current != NULL ? nida_scene_find (self->scene, self->current) : NULL;

  return node != NULL && node->mark != NULL ? node : NULL;
}

void
nida_chart_canvas_set_current (NidaChartCanvas *self,
                               const char      *key,
                               gboolean         by_key)
{
  self->by_key = by_key && key != NULL;
  if (g_strcmp0 (self->current, key) == 0)
    return;
  g_free (self->current);
  self->current = g_strdup (key);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CURRENT_CHANGED], 0, by_key);
}

gboolean
nida_chart_canvas_move (NidaChartCanvas *self,
                        NidaMove         move)
{
  const NidaNode *node = self->scene != NULL ? nida_scene_move (self->scene, self->current, move) : NULL;

  if (node == NULL)
    return FALSE;
  nida_chart_canvas_set_current (self, node->key, TRUE);
  return TRUE;
}

gboolean
nida_chart_canvas_activate (NidaChartCanvas *self,
                            gboolean         add)
{
  const NidaNode *node = nida_chart_canvas_get_current (self);

  if (node == NULL)
    return FALSE;
  g_signal_emit (self, signals[MARK_ACTIVATED], 0, node->key, add);
  return TRUE;
}
