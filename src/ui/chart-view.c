/* Which answer is shown, and what happens to its marks; what it looks like is in chart-drawing.c. */
#include "config.h"

#include "chart-view.h"

#include "chart-as-table.h"
#include "chart-brush.h"
#include "chart-current.h"
#include "chart-drawing.h"
#include "chart-edit.h"
#include "chart-menu.h"
#include "chart-rows.h"
#include "chart-share.h"
#include "translate.h"
#include "ui-shell.h"

struct _NidaChartView
{
  GtkWidget         parent_instance;

  GtkWidget        *overlay;
  GtkWidget        *body;
  NidaChartCanvas  *canvas;
  GtkWidget        *table_box;     /* made when it is first shown */
  GtkWidget        *buttons;
  GtkButton        *maximise_button;
  GtkMenuButton    *menu_button;

  NidaSession      *session;
  NidaChartBrush   *brush;
  NidaChartCurrent *current;
  gulong            linked_handler;
  NidaAnswers      *answers;
  NidaChartNewsCounts *news;       /* of these answers, or NULL */
  gboolean          card;
  guint             index;
  gboolean          maximised;
  NidaChartSpec    *trial;         /* drawn instead of that of the answers, while something is dragged; or NULL */
  char             *menu_key;      /* of the mark whose menu is open: the canvas lets go of it with the focus */
};

enum { MAXIMISE_TOGGLED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NidaChartView, nida_chart_view, GTK_TYPE_WIDGET)

static const NidaChartAnswer *
get_answer (NidaChartView *self)
{
  GPtrArray *list = self->answers == NULL ? NULL : self->card ? self->answers->cards : self->answers->charts;

  return list != NULL && self->index < list->len ? g_ptr_array_index (list, self->index) : NULL;
}

/* Its number in what links the charts. */
static guint
link_number (NidaChartView *self)
{
  return self->card ? self->index : 0x10000 + self->index;
}

/* Once there is an answer. */
static NidaChartDrawing
get_drawing (NidaChartView *self)
{
  return (NidaChartDrawing) {
    .session = self->session,
    .answer = get_answer (self),
    .spec = self->trial,
    .news = self->news,
    .number = link_number (self),
    .card = self->card,
    .maximised = self->maximised,
  };
}

static void
drop_table (NidaChartView *self)
{
  if (self->table_box == NULL)
    return;
  gtk_box_remove (GTK_BOX (self->body), self->table_box);
  self->table_box = NULL;
}

static void
show_table (NidaChartView *self)
{
  drop_table (self);
  self->table_box = nida_chart_as_table_new (nida_chart_canvas_get_scene (self->canvas), NIDA_CHART_DRAWING_BUTTONS);
  gtk_box_append (GTK_BOX (self->body), self->table_box);
}

/* Every chart has the same two buttons: each says whose it is. */
static void
name_button (NidaChartView *self,
             gpointer       button,
             const char    *words)
{
  NidaScene *scene = nida_chart_canvas_get_scene (self->canvas);
  const char *title = scene != NULL ? nida_scene_get_title (scene) : NULL;
  /* Translators: what a screen reader says of a button of a chart: "Maximise: Three donors gave 53% of what was received" */
  g_autofree char *name = title != NULL && *title != '\0' ? g_strdup_printf (_("%1$s: %2$s"), words, title) : g_strdup (words);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_buttons (NidaChartView *self)
{
  name_button (self, self->maximise_button, self->maximised ? _("Back to the board") : _("Maximise"));
  name_button (self, self->menu_button, _("Chart menu"));
}

static void
rebuild (NidaChartView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->canvas));
  int height = gtk_widget_get_height (GTK_WIDGET (self->canvas));
  NidaChartDrawing drawing = get_drawing (self);
  g_autoptr (NidaScene) scene = NULL;

  if (get_answer (self) == NULL || width <= 0 || height <= 0)
    return;
  scene = nida_chart_drawing_build (&drawing, width, height);
  nida_chart_canvas_set_scene (self->canvas, scene);
  name_buttons (self);
  nida_chart_canvas_set_selected (self->canvas, nida_chart_drawing_find_selected (&drawing, scene));
  nida_chart_brush_set_spec (self->brush, get_answer (self)->spec);
  nida_chart_current_set_spec (self->current, get_answer (self)->spec);
}

/* --- callbacks --- */

static void
linked_changed_cb (NidaChartView *self)
{
  NidaChartDrawing drawing = get_drawing (self);
  NidaScene *scene = nida_chart_canvas_get_scene (self->canvas);
  g_autoptr (NidaScene) picture = NULL;

  if (scene == NULL || get_answer (self) == NULL)
    return;
  picture = nida_chart_drawing_build_linked (&drawing, scene);
  nida_chart_canvas_set_picture (self->canvas, picture);
}

static void
resized_cb (NidaChartView *self)
{
  /* It points at where the mark was, which may be outside of the window now. */
  if (self->current != NULL)
    nida_chart_current_hide (self->current);
  rebuild (self);
}

static void
current_changed_cb (NidaChartView   *self,
                    gboolean         by_key,
                    NidaChartCanvas *canvas)
{
  if (self->current != NULL)
    nida_chart_current_moved (self->current);
}

static void
mark_activated_cb (NidaChartView   *self,
                   const char      *key,
                   gboolean         add,
                   NidaChartCanvas *canvas)
{
  const NidaNode *node = nida_scene_find (nida_chart_canvas_get_scene (canvas), key);
  /* The scene, and the mark with it, is replaced while the filters change. */
  g_autoptr (NidaScene) held = g_object_ref (nida_chart_canvas_get_scene (canvas));

  if (node == NULL || node->mark == NULL || node->mark->n_fields == 0)
    return;
  if (self->card)      /* what is due: whoever asks wants to see which */
    nida_chart_rows_show (self, node->mark);
  else
    nida_session_toggle_mark (self->session, node->mark, add);
}

static void
mark_drilled_cb (NidaChartView   *self,
                 NidaMark        *mark,
                 NidaChartCanvas *canvas)
{
  if (self->card)
    return;
  /* the first of the two clicks chose the mark as a filter */
  nida_session_undo (self->session);
  nida_chart_rows_closer (self, mark);
}

/* Ctrl adds to what is chosen where the chart shows that beside the rest; else the mark is for the brush, which listens after
 * us. */
static void
mark_picked_cb (NidaChartView   *self,
                const char      *key,
                const char      *from,
                NidaChartCanvas *canvas)
{
  const NidaChartAnswer *answer = get_answer (self);

  if (from != NULL || answer == NULL || answer->spec->chosen == NULL)
    return;
  g_signal_stop_emission_by_name (canvas, "mark-picked");
  mark_activated_cb (self, key, TRUE, canvas);
}

static void
maximise_action_cb (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  g_signal_emit (widget, signals[MAXIMISE_TOGGLED], 0);
}

static void
table_action_cb (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  NidaChartView *self = NIDA_CHART_VIEW (widget);
  gboolean to_table = self->table_box == NULL;

  if (nida_chart_canvas_get_scene (self->canvas) == NULL)
    return;
  nida_chart_canvas_set_current (self->canvas, NULL, FALSE);
  if (to_table)
    show_table (self);
  else
    drop_table (self);
  gtk_widget_set_visible (GTK_WIDGET (self->canvas), !to_table);
  if (to_table)
    nida_chart_as_table_focus (self->table_box);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
canvas_menu_cb (NidaChartView   *self,
                double           x,
                double           y,
                NidaChartCanvas *canvas)
{
  nida_chart_current_hide (self->current);
  nida_chart_menu_open (self, x, y);
}

/* The buttons lie over the chart, and the toolkit would go to what is higher up first: they come after what they belong to. */
static gboolean
nida_chart_view_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  NidaChartView *self = NIDA_CHART_VIEW (widget);
  gboolean forward = direction == GTK_DIR_TAB_FORWARD;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *first = forward ? self->body : self->buttons, *second = forward ? self->buttons : self->body;

  if (!forward && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (nida_chart_view_parent_class)->focus (widget, direction);
  if (focus == NULL || !gtk_widget_is_ancestor (focus, second))
    if (gtk_widget_get_visible (first) && gtk_widget_child_focus (first, direction))
      return TRUE;
  return gtk_widget_get_visible (second) && gtk_widget_child_focus (second, direction);
}

/* --- object --- */

static void
nida_chart_view_dispose (GObject *object)
{
  NidaChartView *self = NIDA_CHART_VIEW (object);

  if (self->session != NULL)
    g_clear_signal_handler (&self->linked_handler, nida_session_get_linked (self->session));
  g_clear_pointer (&self->brush, nida_chart_brush_free);
  g_clear_pointer (&self->current, nida_chart_current_free);
  if (self->menu_button != NULL)
    gtk_menu_button_set_create_popup_func (self->menu_button, NULL, NULL, NULL);
  nida_shell_clear_template (GTK_WIDGET (self), NIDA_TYPE_CHART_VIEW);
  self->menu_button = NULL;
  g_clear_pointer (&self->menu_key, g_free);
  g_clear_pointer (&self->trial, nida_chart_spec_free);
  g_clear_object (&self->session);
  g_clear_pointer (&self->news, nida_chart_news_counts_free);
  g_clear_pointer (&self->answers, nida_answers_unref);
  G_OBJECT_CLASS (nida_chart_view_parent_class)->dispose (object);
}

static void
nida_chart_view_class_init (NidaChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_chart_view_dispose;
  widget_class->focus = nida_chart_view_focus;
  signals[MAXIMISE_TOGGLED] = g_signal_new ("maximise-toggled", NIDA_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 0);
  g_type_ensure (NIDA_TYPE_CHART_CANVAS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/nida/Nida/chart-view.ui");
  gtk_widget_class_bind_template_child (widget_class, NidaChartView, overlay);
  gtk_widget_class_bind_template_child (widget_class, NidaChartView, body);
  gtk_widget_class_bind_template_child (widget_class, NidaChartView, canvas);
  gtk_widget_class_bind_template_child (widget_class, NidaChartView, buttons);
  gtk_widget_class_bind_template_child (widget_class, NidaChartView, maximise_button);
  gtk_widget_class_bind_template_child (widget_class, NidaChartView, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, resized_cb);
  gtk_widget_class_bind_template_callback (widget_class, current_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_drilled_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, canvas_menu_cb);
  gtk_widget_class_install_action (widget_class, "chart.maximise", NULL, maximise_action_cb);
  gtk_widget_class_install_action (widget_class, "chart.table", NULL, table_action_cb);
  nida_chart_rows_install (widget_class);
  nida_chart_share_install (widget_class);
  nida_chart_edit_install (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, 0, "chart.maximise", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "chart.table", NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
nida_chart_view_init (NidaChartView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  nida_chart_menu_attach (self, self->menu_button);
}

GtkWidget *
nida_chart_view_new (NidaSession *session,
                     gboolean     card,
                     guint        index)
{
  NidaChartView *self = g_object_new (NIDA_TYPE_CHART_VIEW, NULL);

  self->session = g_object_ref (session);
  self->card = card;
  self->index = index;
  nida_chart_edit_attach (self);
  nida_chart_share_attach (self);
  self->brush = nida_chart_brush_new (self->canvas, nida_session_get_linked (session), link_number (self));
  self->current = nida_chart_current_new (self->canvas, session, link_number (self));
  self->linked_handler = g_signal_connect_swapped (nida_session_get_linked (session), "changed", G_CALLBACK (linked_changed_cb), self);
  nida_chart_canvas_set_card (self->canvas, card);
  gtk_widget_add_css_class (GTK_WIDGET (self), "nida-card");
  gtk_widget_add_css_class (GTK_WIDGET (self), card ? "nida-number" : "nida-chart");
  gtk_widget_set_visible (self->buttons, !card);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.maximise", !card);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.table", !card);
  return GTK_WIDGET (self);
}

void
nida_chart_view_update (NidaChartView *self)
{
  g_clear_pointer (&self->trial, nida_chart_spec_free);
  g_clear_pointer (&self->news, nida_chart_news_counts_free);
  g_clear_pointer (&self->answers, nida_answers_unref);
  if (nida_session_get_answers (self->session) != NULL)
    self->answers = nida_answers_ref (nida_session_get_answers (self->session));
  if (get_answer (self) != NULL)
    self->news = nida_chart_news_counts_new (self->session, get_answer (self));
  rebuild (self);
  if (self->table_box != NULL)
    show_table (self);
}

void
nida_chart_view_invalidate (NidaChartView *self)
{
  rebuild (self);
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
}

void
nida_chart_view_set_maximised (NidaChartView *self,
                               gboolean       maximised)
{
  self->maximised = maximised;
  gtk_button_set_icon_name (self->maximise_button, maximised ? "nida-restore-symbolic" : "nida-maximise-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->maximise_button), maximised ? _("Back to the board") : _("Maximise"));
  name_buttons (self);
  rebuild (self);
}

gboolean
nida_chart_view_get_maximised (NidaChartView *self)
{
  return self->maximised;
}

gboolean
nida_chart_view_is_card (NidaChartView *self)
{
  return self->card;
}

guint
nida_chart_view_get_index (NidaChartView *self)
{
  return self->index;
}

guint
nida_chart_view_get_place (NidaChartView *self)
{
  return self->card ? self->index : nida_session_get_board (self->session)->cards->len + self->index;
}

NidaChartKind
nida_chart_view_get_kind (NidaChartView *self)
{
  return get_answer (self) != NULL ? get_answer (self)->spec->kind : NIDA_N_CHARTS;
}

const NidaChartAnswer *
nida_chart_view_get_answer (NidaChartView *self)
{
  return get_answer (self);
}

void
nida_chart_view_try_spec (NidaChartView *self,
                          NidaChartSpec *spec)
{
  g_clear_pointer (&self->trial, nida_chart_spec_free);
  self->trial = spec;
  rebuild (self);
}

NidaSession *
nida_chart_view_get_session (NidaChartView *self)
{
  return self->session;
}

void
nida_chart_view_hold_mark (NidaChartView *self,
                           const char    *key)
{
  g_autofree char *held = g_strdup (key);

  g_free (self->menu_key);
  self->menu_key = g_steal_pointer (&held);
  nida_chart_canvas_set_held (self->canvas, key != NULL);
}

NidaMark *
nida_chart_view_dup_mark (NidaChartView *self)
{
  NidaScene *scene = nida_chart_canvas_get_scene (self->canvas);
  const NidaNode *node = nida_chart_canvas_get_current (self->canvas);

  if (self->menu_key != NULL && scene != NULL)
    node = nida_scene_find (scene, self->menu_key);
  return node != NULL && node->mark != NULL ? nida_mark_ref (node->mark) : NULL;
}

gboolean
nida_chart_view_is_table (NidaChartView *self)
{
  return self->table_box != NULL;
}

NidaChartCanvas *
nida_chart_view_get_canvas (NidaChartView *self)
{
  return self->canvas;
}

NidaScene *
nida_chart_view_get_scene (NidaChartView *self)
{
  return nida_chart_canvas_get_scene (self->canvas);
}

NidaScene *
nida_chart_view_build_out (NidaChartView *self)
{
  NidaScene *scene = nida_chart_view_get_scene (self);
  NidaChartDrawing drawing = get_drawing (self);

  if (scene == NULL || get_answer (self) == NULL)
    return NULL;
  drawing.out = TRUE;
  return nida_chart_drawing_build (&drawing, nida_scene_get_width (scene), nida_scene_get_height (scene));
}

NidaScene *
nida_chart_view_build_print (NidaChartView *self,
                             double         width,
                             double         height)
{
  NidaChartDrawing drawing = get_drawing (self);

  drawing.paper = TRUE;
  return nida_chart_drawing_build (&drawing, width, height);
}

void
nida_chart_view_tell (NidaChartView *self,
                      const char    *message,
                      const GError  *error)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "(ss)", message, error != NULL ? error->message : "");
}
