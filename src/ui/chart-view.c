/* One chart of the board: the canvas with its buttons, tooltip, menu, table view, saving and copying. */
#include "config.h"

#include "chart-view.h"

#include "chart-brush.h"
#include "chart-copy.h"
#include "chart-current.h"
#include "chart-edit.h"
#include "chart-news.h"
#include "chart-out.h"
#include "export.h"
#include "look.h"
#include "print.h"
#include "text-row.h"
#include "translate.h"
#include "ui-shell.h"

#define BUTTONS_WIDTH 72.0     /* points that Maximise and the menu take from the title line */
#define NORMAL_WIDTH 648.0     /* a maximised chart grows its words with its size */
#define NORMAL_HEIGHT 400.0
#define MAX_GROWTH 1.6
#define EXPORT_PIXEL_SCALE 2.0
#define PRINT_SCALE 0.75       /* words of 8 to 11 points on paper */
#define PRINT_RATIO 0.62

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

static double
get_scale (NidaChartView *self,
           double         width,
           double         height)
{
  double scale = nida_look_get_text_scale (nida_look_get ());
  double growth = MIN (width / (NORMAL_WIDTH * scale), height / (NORMAL_HEIGHT * scale));

  return self->maximised ? scale * CLAMP (growth, 1.0, MAX_GROWTH) : scale;
}

/* @other: drawn in place of the chart's own spec, or NULL. @inside, @compared: of a number under a brush and a second selection,
 * or NULL. @paper: for print, where there are no buttons. */
static NidaScene *
build_scene (NidaChartView       *self,
             const NidaChartSpec *other,
             double               width,
             double               height,
             const NidaMoney     *inside,
             const NidaMoney     *compared,
             gboolean             paper)
{
  NidaLook *look = nida_look_get ();
  const NidaChartAnswer *answer = get_answer (self);
  const NidaChartSpec *spec = other != NULL ? other : self->trial != NULL ? self->trial : answer->spec;
  NidaChartContext context = {
    .language = nida_look_get_language (look),
    .measurer = nida_look_get_measurer (look),
    .theme = paper ? NIDA_THEME_PRINT : nida_look_get_theme (look),
    .time_direction = nida_look_get_time_direction (look),
    .width = width,
    .height = height,
    .scale = paper ? PRINT_SCALE : get_scale (self, width, height),
    .reserve_end = self->card || paper ? 0 : BUTTONS_WIDTH,
    .inside = inside,
    .compared = compared,
    .news = self->news != NULL ? nida_chart_news_counts_get (self->news) : NULL,
  };

  nida_session_fill_context (self->session, spec, &context);
  if (answer->cubes == NULL)
    return nida_chart_build_message (_("This chart could not be drawn"), answer->error, &context);
  return nida_chart_build (spec, answer->cubes, &context);
}

/* The first mark whose values are all chosen is drawn as selected. */
static const char *
find_selected (NidaChartView *self,
               NidaScene     *scene)
{
  const NidaFilterSet *filters = nida_session_get_filters (self->session);

  /* those beside pale ones are seen without a ring */
  if (nida_filter_set_is_empty (filters) || get_answer (self)->spec->chosen != NULL)
    return NULL;
  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      /* what covers a time that nobody chose is not what was chosen */
      if (node->mark != NULL && node->mark->span == NULL && nida_filter_set_has_mark (filters, node->mark))
        return node->key;
    }
  return NULL;
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
  NidaScene *scene = nida_chart_canvas_get_scene (self->canvas);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *table = nida_text_table_new (nida_scene_get_table (scene));

  drop_table (self);
  self->table_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  nida_shell_set_label (GTK_LABEL (title), nida_scene_get_title (scene));
  nida_shell_name_list (GTK_COLUMN_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (table))), nida_scene_get_title (scene));
  gtk_widget_add_css_class (title, "nida-heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_top (title, 12);
  gtk_widget_set_margin_start (title, 16);
  gtk_widget_set_margin_end (title, (int) BUTTONS_WIDTH + 16);
  gtk_box_append (GTK_BOX (self->table_box), title);
  gtk_box_append (GTK_BOX (self->table_box), table);
  gtk_widget_add_css_class (self->table_box, "nida-chart-table");
  gtk_box_append (GTK_BOX (self->body), self->table_box);
}

static void
rebuild (NidaChartView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->canvas));
  int height = gtk_widget_get_height (GTK_WIDGET (self->canvas));
  g_autoptr (NidaScene) scene = NULL;

  if (get_answer (self) == NULL || width <= 0 || height <= 0)
    return;
  scene = build_scene (self, NULL, width, height, NULL, NULL, FALSE);
  nida_chart_canvas_set_scene (self->canvas, scene);
  nida_chart_canvas_set_selected (self->canvas, find_selected (self, scene));
  nida_chart_brush_set_spec (self->brush, get_answer (self)->spec);
  nida_chart_current_set_spec (self->current, get_answer (self)->spec);
}

/* --- under a brush --- */

/* Its number in what links the charts. */
static guint
link_number (NidaChartView *self)
{
  return self->card ? self->index : 0x10000 + self->index;
}

static NidaScene *
build_card (NidaChartView *self,
            NidaLinked    *linked,
            NidaScene     *scene)
{
  const NidaNode *number = nida_scene_find (scene, "number");
  NidaMoney inside = number == NULL ? NIDA_MONEY_NONE : nida_linked_get_inside (linked, link_number (self), number);
  NidaMoney compared;

  if (inside == NIDA_MONEY_NONE)
    return NULL;
  compared = nida_linked_get_compared_inside (linked, link_number (self), number);
  return build_scene (self, NULL, nida_scene_get_width (scene), nida_scene_get_height (scene), &inside,
                      compared != NIDA_MONEY_NONE ? &compared : NULL, FALSE);
}

/* The chart as it is drawn, with the words of one that no filter on donors narrows. */
static NidaScene *
build_words (NidaChartView *self,
             NidaScene     *scene)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_copy (get_answer (self)->spec);

  spec->all_money = TRUE;
  return build_scene (self, spec, nida_scene_get_width (scene), nida_scene_get_height (scene), NULL, NULL, FALSE);
}

static NidaScene *
say_all_money (NidaChartView *self,
               NidaScene     *scene,
               NidaScene     *picture)
{
  g_autoptr (NidaScene) words = build_words (self, scene);

  if (picture == NULL)
    picture = g_object_ref (words);
  nida_scene_take_words (picture, words);
  return picture;
}

static void
linked_changed_cb (NidaChartView *self)
{
  NidaLinked *linked = nida_session_get_linked (self->session);
  NidaScene *scene = nida_chart_canvas_get_scene (self->canvas);
  g_autoptr (NidaScene) picture = NULL;

  if (scene == NULL || get_answer (self) == NULL)
    return;
  if (get_answer (self)->spec->kind == NIDA_CHART_NUMBER)
    picture = build_card (self, linked, scene);
  else
    picture = nida_linked_dup_picture (linked, link_number (self));
  if (!get_answer (self)->spec->all_money && get_answer (self)->cubes != NULL && nida_linked_keeps_all_money (linked, link_number (self)))
    picture = say_all_money (self, scene, g_steal_pointer (&picture));
  nida_chart_canvas_set_picture (self->canvas, picture);
}

/* --- callbacks --- */

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

  if (node != NULL && node->mark != NULL && node->mark->n_fields > 0)
    nida_session_toggle_mark (self->session, node->mark, add);
}

static void
tell (NidaChartView *self,
      const char    *message,
      const GError  *error)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "(ss)", message, error != NULL ? error->message : "");
}

/* What the rows of the table are those of: the mark, or the chart. */
static char *
rows_words (NidaChartView  *self,
            const NidaMark *mark)
{
  const char *title = nida_scene_get_title (nida_chart_canvas_get_scene (self->canvas));
  const char *label = mark != NULL ? nida_mark_get_label (mark) : "", *exact = mark != NULL ? nida_mark_get_exact (mark) : "";

  if (*label == '\0')
    return g_strdup (title);
  /* Translators: a mark of a chart and its figure: "Kuwait: $17,064,284" */
  return *exact != '\0' ? g_strdup_printf (_("%s: %s"), label, exact) : g_strdup (label);
}

static void
show_rows (NidaChartView *self,
           GArray        *rows,
           const char    *words)
{
  if (rows == NULL || rows->len == 0)
    {
      tell (self, _("No row stands behind this mark"), NULL);
      g_clear_pointer (&rows, g_array_unref);
      return;
    }
  nida_session_set_focus (self->session, rows, words);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "table");
}

/* Closer, or where there is nothing finer the rows. */
static void
look_closer (NidaChartView *self,
             NidaMark      *mark)
{
  g_autofree char *words = NULL;
  GArray *rows;

  if (get_answer (self) == NULL || nida_session_drill_down (self->session, mark))
    return;
  rows = nida_chart_answer_rows (get_answer (self), nida_session_get_engine (self->session), mark);
  words = rows_words (self, mark);
  show_rows (self, rows, words);
}

static void
mark_drilled_cb (NidaChartView   *self,
                 NidaMark        *mark,
                 NidaChartCanvas *canvas)
{
  /* the first of the two clicks chose the mark as a filter */
  nida_session_undo (self->session);
  look_closer (self, mark);
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

/* As it stands on the board, without the filters around it. */
static const NidaChartSpec *
get_own_spec (NidaChartView *self)
{
  return nida_session_get_chart (self->session, nida_chart_view_get_place (self));
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source,
                 double         x,
                 double         y,
                 NidaChartView *self)
{
  NidaScene *scene = nida_chart_canvas_get_scene (self->canvas);
  const NidaNode *head = scene == NULL ? NULL : nida_scene_find (scene, "subtitle");

  /* the marks are for the brush */
  if (scene == NULL || (!self->card && head != NULL && y > head->box.y + head->box.height))
    return NULL;
  return nida_chart_out_drag (scene, get_own_spec (self));
}

static void
maximise_action_cb (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  g_signal_emit (widget, signals[MAXIMISE_TOGGLED], 0);
}

static void
focus_rows (GtkWidget *table_box)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (gtk_widget_get_last_child (table_box));
  GtkWidget *list = gtk_widget_get_last_child (gtk_scrolled_window_get_child (scroller));

  if (gtk_widget_get_focus_child (list) == NULL && !gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (list);
}

/* A list has no rows before its place is known. */
static gboolean
focus_rows_cb (GtkWidget     *table_box,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  if (gtk_widget_get_height (gtk_widget_get_last_child (table_box)) <= 0)
    return G_SOURCE_CONTINUE;
  focus_rows (table_box);
  return G_SOURCE_REMOVE;
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
    {
      focus_rows (self->table_box);
      gtk_widget_add_tick_callback (self->table_box, focus_rows_cb, NULL, NULL);
    }
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
copy_action_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  NidaChartView *self = NIDA_CHART_VIEW (widget);
  NidaScene *scene = nida_chart_canvas_get_scene (self->canvas);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkContentProvider) provider = scene != NULL ? nida_chart_copy_provider (scene, get_own_spec (self), &error) : NULL;

  if (provider == NULL)
    {
      tell (self, _("The chart could not be copied"), error);
      return;
    }
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), provider);
  tell (self, _("Copied as a picture, a drawing and a table"), NULL);
}

static void
save_action_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  NidaScene *scene = nida_chart_canvas_get_scene (NIDA_CHART_VIEW (widget)->canvas);

  if (scene != NULL)
    nida_chart_out_save (widget, scene);
}

/* The chart for a page of @width × @height points; flat enough to look as it does on the screen. */
static NidaScene *
print_scene (double   width,
             double   height,
             gpointer data)
{
  return build_scene (NIDA_CHART_VIEW (data), NULL, width, MIN (height, width * PRINT_RATIO), NULL, NULL, TRUE);
}

static void
print_action_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  NidaChartView *self = NIDA_CHART_VIEW (widget);

  if (nida_chart_canvas_get_scene (self->canvas) != NULL && get_answer (self) != NULL)
    nida_print_run (widget, nida_chart_view_new_print (self));
}

static void
rows_action_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  NidaChartView *self = NIDA_CHART_VIEW (widget);
  NidaScene *scene = nida_chart_canvas_get_scene (self->canvas);
  const NidaNode *node = nida_chart_canvas_get_current (self->canvas);
  const NidaMark *mark;
  g_autofree char *words = NULL;
  GArray *rows;

  if (get_answer (self) == NULL || scene == NULL)
    return;
  if (self->menu_key != NULL)
    node = nida_scene_find (scene, self->menu_key);
  mark = node != NULL ? node->mark : NULL;
  rows = nida_chart_answer_rows (get_answer (self), nida_session_get_engine (self->session), mark);
  words = rows_words (self, mark);
  show_rows (self, rows, words);
}

static void
closer_action_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  NidaChartView *self = NIDA_CHART_VIEW (widget);
  NidaScene *scene = nida_chart_canvas_get_scene (self->canvas);
  const NidaNode *node = nida_chart_canvas_get_current (self->canvas);
  g_autoptr (NidaScene) held = scene != NULL ? g_object_ref (scene) : NULL;

  if (self->menu_key != NULL && scene != NULL)
    node = nida_scene_find (scene, self->menu_key);
  if (node != NULL && node->mark != NULL && node->mark->n_fields > 0)
    look_closer (self, node->mark);
}

static gboolean
drop_menu_cb (gpointer menu)
{
  GtkWidget *view = gtk_widget_get_ancestor (menu, NIDA_TYPE_CHART_VIEW);

  if (view != NULL)
    g_clear_pointer (&NIDA_CHART_VIEW (view)->menu_key, g_free);
  if (gtk_widget_get_parent (menu) != NULL)
    gtk_widget_unparent (menu);
  return G_SOURCE_REMOVE;
}

/* The action of an item runs after the menu has closed. */
static void
menu_closed_cb (GtkWidget *menu)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_menu_cb, g_object_ref (menu), g_object_unref);
}

static void
canvas_menu_cb (NidaChartView   *self,
                double           x,
                double           y,
                NidaChartCanvas *canvas)
{
  g_autoptr (GMenu) model = g_menu_new ();
  const NidaNode *node = nida_chart_canvas_get_current (canvas);
  GtkWidget *menu;

  g_free (self->menu_key);
  self->menu_key = node != NULL ? g_strdup (node->key) : NULL;
  nida_chart_current_hide (self->current);
  if (node != NULL && node->mark->n_fields > 0)
    /* Translators: in the menu of a mark: its year becomes quarters, a quarter months, anything else its rows */
    g_menu_append (model, _("Look C_loser"), "chart.closer");
  g_menu_append (model, _("Show the _Rows"), "chart.rows");
  if (!self->card)
    g_menu_append (model, _("Show as _Table"), "chart.table");
  nida_chart_edit_append (model, node != NULL && node->mark->n_fields > 0 && !self->card);
  nida_chart_edit_append_copying (model);
  menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (model));
  gtk_widget_set_parent (menu, GTK_WIDGET (canvas));
  gtk_popover_set_pointing_to (GTK_POPOVER (menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  nida_shell_fit_popover (GTK_POPOVER (menu));
  g_signal_connect (menu, "closed", G_CALLBACK (menu_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (menu));
}

/* The menu is made when it is opened: a board of eight charts starts without eight menus. */
static void
create_menu_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  NidaChartView *self = user_data;
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, self->maximised ? _("_Back to the Board") : _("_Maximise"), "chart.maximise");
  g_menu_append (menu, _("Show the _Rows"), "chart.rows");
  g_menu_append (menu, self->table_box != NULL ? _("Show as _Chart") : _("Show as _Table"), "chart.table");
  nida_chart_edit_append (menu, FALSE);
  nida_chart_edit_append_copying (menu);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
  nida_shell_fit_popover (gtk_menu_button_get_popover (button));
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
  gtk_widget_class_install_action (widget_class, "chart.rows", NULL, rows_action_cb);
  gtk_widget_class_install_action (widget_class, "chart.closer", NULL, closer_action_cb);
  gtk_widget_class_install_action (widget_class, "chart.table", NULL, table_action_cb);
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_action_cb);
  gtk_widget_class_install_action (widget_class, "chart.save", NULL, save_action_cb);
  gtk_widget_class_install_action (widget_class, "chart.print", NULL, print_action_cb);
  nida_chart_edit_install (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, 0, "chart.maximise", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, 0, "chart.rows", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "chart.closer", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, 0, "chart.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "chart.table", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "chart.copy", NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
nida_chart_view_init (NidaChartView *self)
{
  GtkDragSource *drag = gtk_drag_source_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);
  gtk_drag_source_set_actions (drag, GDK_ACTION_COPY);
  g_signal_connect (drag, "prepare", G_CALLBACK (drag_prepare_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), GTK_EVENT_CONTROLLER (drag));
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
  self->brush = nida_chart_brush_new (self->canvas, nida_session_get_linked (session), link_number (self));
  self->current = nida_chart_current_new (self->canvas, session, link_number (self));
  self->linked_handler = g_signal_connect_swapped (nida_session_get_linked (session), "changed", G_CALLBACK (linked_changed_cb), self);
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
  const char *words = maximised ? _("Back to the board") : _("Maximise");

  self->maximised = maximised;
  gtk_button_set_icon_name (self->maximise_button, maximised ? "nida-restore-symbolic" : "nida-maximise-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->maximise_button), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->maximise_button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
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

/**
 * nida_chart_view_export:
 *
 * Writes the chart as it is seen, in the format that the name of @file ends with; without a known ending as PNG.
 */
gboolean
nida_chart_view_export (NidaChartView  *self,
                        GFile          *file,
                        GError        **error)
{
  NidaLook *look = nida_look_get ();

  return nida_scene_export_file (nida_chart_canvas_get_scene (self->canvas), nida_look_get_theme (look), file,
                                 EXPORT_PIXEL_SCALE, nida_language_get_code (nida_look_get_language (look)), error);
}

/**
 * nida_chart_view_new_print:
 *
 * Returns: (transfer full): an operation that prints the chart, fitted to the paper
 */
GtkPrintOperation *
nida_chart_view_new_print (NidaChartView *self)
{
  return nida_print_operation_new (nida_scene_get_title (nida_chart_canvas_get_scene (self->canvas)), FALSE, print_scene,
                                   g_object_ref (self), g_object_unref);
}
