/* Paints, and knows the current mark; what points at marks is in canvas-pointer.c and canvas-keys.c. Another scene of the same
 * place is moved to; what is hit and spoken is the new one at once. */
#include "config.h"

#include "chart-canvas.h"

#include "canvas-keys.h"
#include "canvas-pointer.h"
#include "chart-pulse.h"
#include "chart-transition.h"
#include "look.h"
#include "paint.h"
#include "scene-builder.h"

#define MOST_LEFT 8

struct _NidaChartCanvas
{
  GtkWidget  parent_instance;

  NidaScene *scene;
  NidaScene *picture;     /* the scene under a brush, or NULL */
  NidaBox    brush_box;   /* width 0: none */
  char      *current;     /* key of the mark under the pointer or the keys */
  GPtrArray *left;        /* keys of marks that had the keys and went with the figures around them, the last first to come back */
  char      *selected;
  char      *spoken;      /* instead of the description, or NULL */
  char      *told;        /* what was told last: a brush that moves says nothing new */
  gboolean   card;
  gboolean   held;        /* for the menu of a mark */
  gboolean   by_key;      /* the keys chose the current mark: the pointer's leaving does not take it away */
  int        width, height;

  NidaCanvasPointer   *pointer;
  NidaChartTransition *transition;
  NidaChartPulse      *pulse;
};

enum { RESIZED, CURRENT_CHANGED, MARK_ACTIVATED, MARK_PICKED, MARK_DRILLED, MENU, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NidaChartCanvas, nida_chart_canvas, GTK_TYPE_WIDGET)

/* The menu of a mark takes the keys, and gives them back to it. */
static void
focus_leave_cb (NidaChartCanvas *self)
{
  if (self->held)
    return;
  g_ptr_array_set_size (self->left, 0);
  nida_chart_canvas_set_current (self, NULL, FALSE);
}

/* What is told of a mark would stay above the window that came before this one. */
static void
nida_chart_canvas_state_flags_changed (GtkWidget     *widget,
                                       GtkStateFlags  before)
{
  GtkStateFlags come = gtk_widget_get_state_flags (widget) & ~before;

  if ((come & GTK_STATE_FLAG_BACKDROP) != 0)
    nida_chart_canvas_set_current (NIDA_CHART_CANVAS (widget), NULL, FALSE);
  GTK_WIDGET_CLASS (nida_chart_canvas_parent_class)->state_flags_changed (widget, before);
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
      NidaScene *between = nida_chart_transition_get_scene (self->transition);
      NidaScene *painted = between != NULL ? between : self->picture != NULL ? self->picture : self->scene;

      options.brush = self->brush_box.width > 0 && between == NULL ? &self->brush_box : NULL;
      nida_scene_paint (painted, cr, &options);
      nida_chart_pulse_paint (self->pulse, cr, painted, options.theme);
      cairo_destroy (cr);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      gtk_widget_snapshot_child (widget, child, snapshot);
}

/* What came while nobody looked points itself out when somebody does. */
static void
see (NidaChartCanvas *self)
{
  if (self->scene != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    nida_chart_pulse_see (self->pulse, self->scene);
}

static void
nida_chart_canvas_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (nida_chart_canvas_parent_class)->map (widget);
  see (NIDA_CHART_CANVAS (widget));
}

static void
nida_chart_canvas_dispose (GObject *object)
{
  NidaChartCanvas *self = NIDA_CHART_CANVAS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->transition, nida_chart_transition_free);
  g_clear_pointer (&self->pulse, nida_chart_pulse_free);
  g_clear_object (&self->scene);
  g_clear_object (&self->picture);
  g_clear_pointer (&self->current, g_free);
  g_clear_pointer (&self->left, g_ptr_array_unref);
  g_clear_pointer (&self->selected, g_free);
  g_clear_pointer (&self->spoken, g_free);
  g_clear_pointer (&self->told, g_free);
  G_OBJECT_CLASS (nida_chart_canvas_parent_class)->dispose (object);
}

/* The pointer may leave while the widget goes. */
static void
nida_chart_canvas_finalize (GObject *object)
{
  nida_canvas_pointer_free (NIDA_CHART_CANVAS (object)->pointer);
  G_OBJECT_CLASS (nida_chart_canvas_parent_class)->finalize (object);
}

static void
nida_chart_canvas_class_init (NidaChartCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = NIDA_TYPE_CHART_CANVAS;

  G_OBJECT_CLASS (klass)->dispose = nida_chart_canvas_dispose;
  G_OBJECT_CLASS (klass)->finalize = nida_chart_canvas_finalize;
  widget_class->state_flags_changed = nida_chart_canvas_state_flags_changed;
  widget_class->measure = nida_chart_canvas_measure;
  widget_class->size_allocate = nida_chart_canvas_size_allocate;
  widget_class->snapshot = nida_chart_canvas_snapshot;
  widget_class->map = nida_chart_canvas_map;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "canvas");
  nida_canvas_keys_install (widget_class);
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
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->left = g_ptr_array_new_with_free_func (g_free);
  self->transition = nida_chart_transition_new (GTK_WIDGET (self));
  self->pulse = nida_chart_pulse_new (GTK_WIDGET (self));
  self->pointer = nida_canvas_pointer_new (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "nida-canvas");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
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

/* Who looked closer at a mark and comes back goes on from it. */
static gboolean
go_back (NidaChartCanvas *self)
{
  for (guint i = self->left->len; i > 0 && self->scene != NULL; i--)
    if (nida_scene_find (self->scene, self->left->pdata[i - 1]) != NULL)
      {
        g_autofree char *key = g_strdup (self->left->pdata[i - 1]);

        g_ptr_array_set_size (self->left, i - 1);
        nida_chart_canvas_set_current (self, key, TRUE);
        return TRUE;
      }
  return FALSE;
}

static void
leave_mark (NidaChartCanvas *self)
{
  if (self->left->len == MOST_LEFT)
    g_ptr_array_remove_index (self->left, 0);
  g_ptr_array_add (self->left, g_strdup (self->current));
  nida_chart_canvas_set_current (self, NULL, FALSE);
}

/* What was said of a mark is of the old figures. The keyboard stays where it is; the pointer may be over another mark. */
static void
keep_current (NidaChartCanvas *self)
{
  if (self->current != NULL && !self->by_key)
    nida_chart_canvas_set_current (self, NULL, FALSE);
  if (self->current == NULL || nida_chart_canvas_get_current (self) == NULL)
    {
      if (!go_back (self) && self->current != NULL)
        leave_mark (self);
    }
  else
    g_signal_emit (self, signals[CURRENT_CHANGED], 0, TRUE);
}

void
nida_chart_canvas_set_scene (NidaChartCanvas *self,
                             NidaScene       *scene)
{
  if (scene == self->scene)
    return;
  nida_chart_transition_begin (self->transition, self->picture != NULL ? self->picture : self->scene, scene);
  g_set_object (&self->scene, scene);
  g_clear_object (&self->picture);
  see (self);
  if (scene != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, nida_scene_get_title (scene), -1);
  tell_description (self);
  keep_current (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

NidaScene *
nida_chart_canvas_get_scene (NidaChartCanvas *self)
{
  return self->scene;
}

/* What a brush says is there with the frame, whatever is on its way. */
void
nida_chart_canvas_set_picture (NidaChartCanvas *self,
                               NidaScene       *picture)
{
  if (!g_set_object (&self->picture, picture))
    return;
  if (picture != NULL)
    nida_chart_transition_begin (self->transition, NULL, NULL);
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
  nida_canvas_pointer_set_quiet (self->pointer, quiet);
}

void
nida_chart_canvas_set_held (NidaChartCanvas *self,
                            gboolean         held)
{
  nida_canvas_pointer_set_held (self->pointer, held);
  self->held = held;
  if (!held && self->by_key && !gtk_widget_has_focus (GTK_WIDGET (self)))
    focus_leave_cb (self);
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
  return nida_chart_transition_is_active (self->transition);
}

gboolean
nida_chart_canvas_is_pulsing (NidaChartCanvas *self)
{
  return nida_chart_pulse_is_active (self->pulse);
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

const char *
nida_chart_canvas_get_selected (NidaChartCanvas *self)
{
  return self->selected;
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
nida_chart_canvas_is_by_key (NidaChartCanvas *self)
{
  return self->by_key;
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

void
nida_chart_canvas_set_card (NidaChartCanvas *self,
                            gboolean         card)
{
  self->card = card;
}

const NidaNode *
nida_chart_canvas_find_figure (NidaChartCanvas *self)
{
  for (guint i = 0; self->card && self->scene != NULL && i < nida_scene_get_n_nodes (self->scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (self->scene, i);

      if (node->mark != NULL && node->mark->n_fields > 0)
        return node;
    }
  return NULL;
}

gboolean
nida_chart_canvas_activate (NidaChartCanvas *self,
                            gboolean         add)
{
  const NidaNode *current = nida_chart_canvas_get_current (self);
  const NidaNode *node = current != NULL ? current : nida_chart_canvas_find_figure (self);

  if (node == NULL)
    return FALSE;
  g_signal_emit (self, signals[MARK_ACTIVATED], 0, node->key, add);
  return TRUE;
}

void
nida_chart_canvas_pick (NidaChartCanvas *self,
                        const char      *key,
                        const char      *from)
{
  g_signal_emit (self, signals[MARK_PICKED], 0, key, from);
}

void
nida_chart_canvas_drill (NidaChartCanvas *self,
                         NidaMark        *mark)
{
  g_signal_emit (self, signals[MARK_DRILLED], 0, mark);
}

void
nida_chart_canvas_open_menu (NidaChartCanvas *self,
                             double           x,
                             double           y)
{
  g_signal_emit (self, signals[MENU], 0, x, y);
}
