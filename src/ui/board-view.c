/* The board: title, chips, cards and charts in a grid that fits the width, or one chart alone. */
#include "config.h"

#include "board-view.h"

#include "board-layout.h"
#include "boards-menu.h"
#include "filter-chips.h"
#include "heading-layout.h"
#include "look.h"
#include "spec-text.h"
#include "timing.h"
#include "translate.h"
#include "ui-shell.h"

#define MARGIN 16.0   /* points, as nida_board_layout() has it */

struct _NidaBoardView
{
  GtkWidget               parent_instance;

  GtkWidget              *scroller;
  GtkMenuButton          *boards;
  GtkLabel               *title;
  GtkLabel               *subtitle;
  GtkBox                 *heading;
  GtkWidget              *notice;      /* of what the data lack */
  GtkLabel               *notice_words;
  GtkWidget              *grid;

  NidaBoardLayoutManager *layout;
  NidaSession            *session;
  GPtrArray              *views;       /* NidaChartView, borrowed from the grid */
  NidaChartView          *alone;
  NidaChartView          *last;        /* the last that had the focus */
  GdkFrameClock          *clock;       /* waited for, to build the charts after the cards */
  gulong                  after_paint;
  GPtrArray              *specs;       /* of the cards and charts that are shown */
  guint                   wanted;      /* the view that gets the focus as soon as it has its place, G_MAXUINT for none */
  guint                   focusing;    /* a tick that waits for that */
  guint                   n_frames;    /* painted since the board was filled: 1 shows the cards, 2 the charts */
};

G_DEFINE_FINAL_TYPE (NidaBoardView, nida_board_view, GTK_TYPE_WIDGET)

/* --- the first frames --- */

static void
stop_waiting (NidaBoardView *self)
{
  /* A window that closes takes the handlers of its clock away before we can. */
  if (self->clock != NULL && g_signal_handler_is_connected (self->clock, self->after_paint))
    g_signal_handler_disconnect (self->clock, self->after_paint);
  self->after_paint = 0;
  g_clear_object (&self->clock);
}

/* All of its cards are there, and a board may have none: its charts come after the first frame all the same. */
static gboolean
has_cards_of_board (NidaBoardView *self)
{
  const NidaBoard *board = nida_session_get_board (self->session);

  return board != NULL && self->views->len >= board->cards->len;
}

static void
after_paint_cb (NidaBoardView *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || !has_cards_of_board (self))
    return;
  self->n_frames++;
  if (self->n_frames == 1)
    {
      nida_timing_mark ("first-frame");
      nida_board_view_finish (self);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  else
    {
      nida_timing_mark ("all-charts");
      stop_waiting (self);
      if (nida_timing_wants_quit ())
        g_application_quit (g_application_get_default ());
    }
}

static void
wait_for_frame (NidaBoardView *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (clock == NULL || self->clock != NULL)
    return;
  self->clock = g_object_ref (clock);
  self->after_paint = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_paint_cb), self);
}

/* --- the focus --- */

/* A chart without a place yet cannot be scrolled to. */
static gboolean
focus_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  NidaBoardView *self = NIDA_BOARD_VIEW (widget);
  NidaChartView *view = self->wanted < self->views->len ? g_ptr_array_index (self->views, self->wanted) : NULL;

  if (view != NULL && gtk_widget_get_width (GTK_WIDGET (view)) <= 0)
    return G_SOURCE_CONTINUE;
  if (view != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (nida_chart_view_get_canvas (view)));
  self->focusing = 0;
  return G_SOURCE_REMOVE;
}

static void
focus_later (NidaBoardView *self,
             guint          index)
{
  self->wanted = index;
  if (self->focusing == 0)
    self->focusing = gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_cb, NULL, NULL);
}

static GPtrArray *
dup_specs (const NidaBoard *board)
{
  GPtrArray *specs = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_chart_spec_free);

  for (guint i = 0; i < board->cards->len; i++)
    g_ptr_array_add (specs, nida_chart_spec_copy (board->cards->pdata[i]));
  for (guint i = 0; i < board->charts->len; i++)
    g_ptr_array_add (specs, nida_chart_spec_copy (board->charts->pdata[i]));
  return specs;
}

/* Where one more stands in @after, while all else is as it was; G_MAXUINT where that is not so. */
static guint
find_added (GPtrArray *before,
            GPtrArray *after)
{
  guint index = 0;

  if (before == NULL || after->len != before->len + 1)
    return G_MAXUINT;
  while (index < before->len && nida_chart_spec_equal (before->pdata[index], after->pdata[index]))
    index++;
  for (guint i = index; i < before->len; i++)
    if (!nida_chart_spec_equal (before->pdata[i], after->pdata[i + 1]))
      return G_MAXUINT;
  return index;
}

/* --- filling --- */

static void
update_words (NidaBoardView *self)
{
  const NidaBoard *board = nida_session_get_board (self->session);
  const char *lack = nida_board_lack_words (board);
  /* as the menu below it has it: two boards without a title of their own must not look like one */
  g_autofree char *title = nida_session_dup_board_title (self->session, nida_session_get_board_index (self->session));

  nida_shell_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->boards), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  nida_shell_set_label (self->subtitle, board->subtitle);
  nida_shell_set_tooltip (GTK_WIDGET (self->subtitle), board->subtitle);
  nida_shell_set_label (self->notice_words, lack != NULL ? lack : "");
  gtk_widget_set_visible (self->notice, lack != NULL);
}

static void
boards_changed_cb (NidaBoardView *self)
{
  if (nida_session_get_board (self->session) != NULL)
    update_words (self);
}

static void
maximise_toggled_cb (NidaBoardView *self,
                     NidaChartView *chart)
{
  nida_board_view_set_alone (self, self->alone == chart ? NULL : chart);
  gtk_widget_grab_focus (GTK_WIDGET (nida_chart_view_get_canvas (chart)));
}

static void
chart_focused_cb (NidaBoardView      *self,
                  GtkEventController *controller)
{
  self->last = NIDA_CHART_VIEW (gtk_event_controller_get_widget (controller));
}

static void
add_view (NidaBoardView *self,
          gboolean       card,
          guint          index)
{
  GtkWidget *view = nida_chart_view_new (self->session, card, index);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "enter", G_CALLBACK (chart_focused_cb), self);
  gtk_widget_add_controller (view, focus);
  g_signal_connect_swapped (view, "maximise-toggled", G_CALLBACK (maximise_toggled_cb), self);
  gtk_widget_set_parent (view, self->grid);
  g_ptr_array_add (self->views, view);
}

static void
remove_views (NidaBoardView *self)
{
  GtkWidget *child;

  self->alone = self->last = NULL;
  nida_board_layout_manager_set_board (self->layout, NULL);
  g_ptr_array_set_size (self->views, 0);
  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_widget_unparent (child);
}

/* The last ones are gone: the others stay. */
static void
remove_behind (NidaBoardView *self,
               guint          n)
{
  nida_board_layout_manager_set_board (self->layout, NULL);
  while (self->views->len > n)
    {
      NidaChartView *view = g_ptr_array_index (self->views, self->views->len - 1);

      if (self->alone == view)
        nida_board_view_set_alone (self, NULL);
      if (self->last == view)
        self->last = NULL;
      g_ptr_array_set_size (self->views, (int) self->views->len - 1);
      gtk_widget_unparent (GTK_WIDGET (view));
    }
}

static void
answered_cb (NidaBoardView *self)
{
  for (guint i = 0; i < self->views->len; i++)
    nida_chart_view_update (g_ptr_array_index (self->views, i));
}

/* The same charts as before, as a reload of the same files gives, or more behind them: they are kept, with their focus. */
static gboolean
fits (NidaBoardView   *self,
      const NidaBoard *board)
{
  guint n_cards = 0;

  for (guint i = 0; i < self->views->len; i++)
    n_cards += nida_chart_view_is_card (g_ptr_array_index (self->views, i));
  return n_cards == board->cards->len && self->views->len - n_cards <= board->charts->len;
}

static void
add_charts (NidaBoardView *self)
{
  const NidaBoard *board = nida_session_get_board (self->session);

  for (guint i = self->views->len; board != NULL && i < board->cards->len + board->charts->len; i++)
    {
      add_view (self, FALSE, i - board->cards->len);
      nida_chart_view_update (g_ptr_array_index (self->views, i));
    }
}

static void
fill (NidaBoardView *self)
{
  const NidaBoard *board = nida_session_get_board (self->session);

  if (board == NULL)
    return;
  if (!fits (self, board))
    {
      remove_views (self);
      for (guint i = 0; i < board->cards->len; i++)
        add_view (self, TRUE, i);
    }
  if (self->n_frames > 0)
    add_charts (self);
  g_clear_pointer (&self->specs, g_ptr_array_unref);
  self->specs = dup_specs (board);
  nida_board_layout_manager_set_board (self->layout, board);
  if (self->alone != NULL)
    nida_board_layout_manager_set_alone (self->layout, GTK_WIDGET (self->alone));
  update_words (self);
  wait_for_frame (self);
}

static void
opened_cb (NidaBoardView *self)
{
  /* The old board is gone with the session's old data, so the layout must not look at it any more. */
  fill (self);
}

/* Is each chart of the kind that it was? Another one in its place is not to grow out of it. */
static gboolean
fits_kinds (NidaBoardView   *self,
            const NidaBoard *board)
{
  for (guint i = 0; i < self->views->len; i++)
    {
      NidaChartView *view = g_ptr_array_index (self->views, i);
      GPtrArray *specs = nida_chart_view_is_card (view) ? board->cards : board->charts;
      guint index = nida_chart_view_get_index (view);

      if (index >= specs->len || nida_chart_view_get_kind (view) != ((NidaChartSpec *) specs->pdata[index])->kind)
        return FALSE;
    }
  return TRUE;
}

/* Other charts stand on the board: the keys stay where they were, or go to the one that was added, which may be out of sight. */
static void
board_changed_cb (NidaBoardView *self)
{
  const NidaBoard *board = nida_session_get_board (self->session);
  NidaChartView *chart = nida_board_view_get_chart (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean focused = focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)), anew;
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->specs);
  guint index = 0, added;

  if (chart != NULL)
    g_ptr_array_find (self->views, chart, &index);
  if (self->views->len > board->cards->len + board->charts->len)
    remove_behind (self, board->cards->len + board->charts->len);
  anew = !fits (self, board) || !fits_kinds (self, board);
  if (anew)
    remove_views (self);
  fill (self);
  added = find_added (before, self->specs);
  if (focused && added != G_MAXUINT)
    focus_later (self, added);
  else if (focused && chart != NULL && self->views->len > 0 && (anew || index >= self->views->len))
    focus_later (self, MIN (index, self->views->len - 1));
}

/* The grid grows with the text; the heading keeps its edges. */
static void
fit_scale (NidaBoardView *self)
{
  double scale = nida_look_get_text_scale (nida_look_get ());

  nida_board_layout_manager_set_scale (self->layout, scale);
  gtk_widget_set_margin_start (GTK_WIDGET (self->heading), (int) (MARGIN * scale));
  gtk_widget_set_margin_end (GTK_WIDGET (self->heading), (int) (MARGIN * scale));
  gtk_widget_set_margin_start (self->notice, (int) (MARGIN * scale));
  gtk_widget_set_margin_end (self->notice, (int) (MARGIN * scale));
}

static void
look_changed_cb (NidaBoardView *self)
{
  fit_scale (self);
  for (guint i = 0; i < self->views->len; i++)
    nida_chart_view_invalidate (g_ptr_array_index (self->views, i));
}

/* --- object --- */

static void
nida_board_view_map (GtkWidget *widget)
{
  NidaBoardView *self = NIDA_BOARD_VIEW (widget);

  GTK_WIDGET_CLASS (nida_board_view_parent_class)->map (widget);
  if (self->n_frames < 2 && has_cards_of_board (self))
    wait_for_frame (self);
}

static void
nida_board_view_dispose (GObject *object)
{
  NidaBoardView *self = NIDA_BOARD_VIEW (object);

  stop_waiting (self);
  if (self->grid != NULL)
    {
      gtk_menu_button_set_create_popup_func (self->boards, NULL, NULL, NULL);
      remove_views (self);
    }
  nida_shell_clear_template (GTK_WIDGET (self), NIDA_TYPE_BOARD_VIEW);
  self->grid = NULL;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (nida_board_view_parent_class)->dispose (object);
}

static void
nida_board_view_finalize (GObject *object)
{
  NidaBoardView *self = NIDA_BOARD_VIEW (object);

  g_ptr_array_unref (self->views);
  g_clear_pointer (&self->specs, g_ptr_array_unref);
  G_OBJECT_CLASS (nida_board_view_parent_class)->finalize (object);
}

static void
nida_board_view_class_init (NidaBoardViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_board_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = nida_board_view_finalize;
  widget_class->map = nida_board_view_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/nida/Nida/board-view.ui");
  gtk_widget_class_bind_template_child (widget_class, NidaBoardView, scroller);
  gtk_widget_class_bind_template_child (widget_class, NidaBoardView, boards);
  gtk_widget_class_bind_template_child (widget_class, NidaBoardView, title);
  gtk_widget_class_bind_template_child (widget_class, NidaBoardView, subtitle);
  gtk_widget_class_bind_template_child (widget_class, NidaBoardView, heading);
  gtk_widget_class_bind_template_child (widget_class, NidaBoardView, notice);
  gtk_widget_class_bind_template_child (widget_class, NidaBoardView, notice_words);
  gtk_widget_class_bind_template_child (widget_class, NidaBoardView, grid);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "win.paste-chart", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
nida_board_view_init (NidaBoardView *self)
{
  NidaHeadingLayout *heading = g_object_new (NIDA_TYPE_HEADING_LAYOUT, NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  /* a menu button by itself asks for one line, however narrow it is, and the second lies over what stands below */
  gtk_widget_set_layout_manager (GTK_WIDGET (self->boards), gtk_bin_layout_new ());
  gtk_widget_set_layout_manager (GTK_WIDGET (self->heading), GTK_LAYOUT_MANAGER (heading));
  nida_heading_layout_set_title (heading, GTK_WIDGET (self->boards));
  self->views = g_ptr_array_new ();
  self->layout = g_object_new (NIDA_TYPE_BOARD_LAYOUT_MANAGER, NULL);
  gtk_widget_set_layout_manager (self->grid, GTK_LAYOUT_MANAGER (self->layout));
  fit_scale (self);
}

static GtkWidget *
new_add_button (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("nida-add-symbolic");
  const char *words = _("Add a chart");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.add-chart");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return button;
}

GtkWidget *
nida_board_view_new (NidaSession *session)
{
  NidaBoardView *self = g_object_new (NIDA_TYPE_BOARD_VIEW, NULL);
  GtkWidget *chips = nida_filter_chips_new (session);

  self->session = g_object_ref (session);
  nida_boards_menu_attach (self->boards, session);
  gtk_widget_set_valign (chips, GTK_ALIGN_CENTER);
  gtk_box_append (self->heading, chips);
  gtk_box_append (self->heading, new_add_button ());
  g_signal_connect_object (session, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "board-changed", G_CALLBACK (board_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "boards-changed", G_CALLBACK (boards_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changes", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (nida_session_get_linked (session), "stroke", G_CALLBACK (nida_heading_layout_set_held),
                           gtk_widget_get_layout_manager (GTK_WIDGET (self->heading)), G_CONNECT_SWAPPED);
  g_signal_connect_object (nida_look_get (), "changed", G_CALLBACK (look_changed_cb), self, G_CONNECT_SWAPPED);
  fill (self);
  if (nida_session_get_answers (session) != NULL)
    answered_cb (self);
  return GTK_WIDGET (self);
}

void
nida_board_view_set_alone (NidaBoardView *self,
                           NidaChartView *chart)
{
  if (self->alone == chart)
    return;
  if (self->alone != NULL)
    nida_chart_view_set_maximised (self->alone, FALSE);
  self->alone = chart;
  if (chart != NULL)
    nida_chart_view_set_maximised (chart, TRUE);
  nida_board_layout_manager_set_alone (self->layout, GTK_WIDGET (chart));
}

NidaChartView *
nida_board_view_get_alone (NidaBoardView *self)
{
  return self->alone;
}

NidaChartView *
nida_board_view_get_chart (NidaBoardView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *chart = focus != NULL ? gtk_widget_get_ancestor (focus, NIDA_TYPE_CHART_VIEW) : NULL;

  if (chart != NULL)
    return NIDA_CHART_VIEW (chart);
  return self->alone != NULL ? self->alone : self->last;
}

guint
nida_board_view_get_n_views (NidaBoardView *self)
{
  return self->views->len;
}

NidaChartView *
nida_board_view_get_view (NidaBoardView *self,
                          guint          index)
{
  return g_ptr_array_index (self->views, index);
}

void
nida_board_view_finish (NidaBoardView *self)
{
  self->n_frames = MAX (self->n_frames, 1);
  add_charts (self);
}
