/* Keys alone, through every page, window and dialog, in both directions: Tab reaches whatever can be clicked, in the order in
 * which it is read, shows where it is and gets stuck nowhere; Escape closes what stands over the window, and the keys are
 * where they were. So do menus: those of buttons, of marks, of rows, and the main one. */
#include "config.h"

#include "every-view.h"
#include "filter-row.h"
#include "focus-ring.h"
#include "heads-support.h"
#include "ui-support.h"

#define MOST_STEPS 250
#define SLACK      4

typedef struct {
  const char *view;
  GtkWindow  *window;
  gboolean    rtl;
  GPtrArray  *stops;      /* widgets, in the order in which Tab comes to them */
  GPtrArray  *faults;
  gboolean    chart, row; /* their menus were opened */
} Walk;

static char *
describe (GtkWidget *widget)
{
  GString *path = g_string_new (NULL);
  g_autofree char *words = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    words = g_strdup (gtk_button_get_label (GTK_BUTTON (widget)));
  else
    words = g_strdup (gtk_widget_get_tooltip_text (widget));
  for (guint i = 0; widget != NULL && i < 6; i++, widget = gtk_widget_get_parent (widget))
    g_string_append_printf (path, "%s%s", i > 0 ? " < " : "", G_OBJECT_TYPE_NAME (widget));
  if (words != NULL)
    g_string_append_printf (path, " “%s”", words);
  return g_string_free (path, FALSE);
}

G_GNUC_PRINTF (2, 3) static void
add_fault (Walk       *self,
           const char *format,
           ...)
{
  va_list args;
  g_autofree char *words = NULL;

  va_start (args, format);
  words = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (self->faults, g_strdup_printf ("%s: %s", self->view, words));
}

/* --- where the keys are --- */

static gboolean
is_active (gpointer window)
{
  return gtk_window_is_active (window);
}

typedef struct { GtkWindow *window; GtkWidget *before; } Moved;

static gboolean
has_moved (gpointer data)
{
  const Moved *moved = data;
  GtkWidget *focus = gtk_window_get_focus (moved->window);

  return focus != NULL && focus != moved->before;
}

/* A popover that opened by itself has the keys of its window. */
static GtkWidget *
press (Walk       *self,
       const char *key)
{
  Moved moved = { self->window, gtk_window_get_focus (self->window) };

  heads_key (key);
  for (guint i = 0; i < 25 && !has_moved (&moved); i++)
    ui_test_run_for (20);
  return gtk_window_get_focus (self->window);
}

/* --- order --- */

static gboolean
get_bounds (GtkWidget       *widget,
            Walk            *self,
            graphene_rect_t *bounds)
{
  return gtk_widget_compute_bounds (widget, GTK_WIDGET (self->window), bounds);
}

/* What of both stands apart in the nearest thing that holds both is in the order of reading: below, or beside and further on.
 * The bar at the top of a window comes behind what is in it. */
static gboolean
is_in_order (Walk      *self,
             GtkWidget *before,
             GtkWidget *after)
{
  GtkWidget *common = gtk_widget_get_parent (before);
  graphene_rect_t a, b;
  float along;

  while (common != NULL && !gtk_widget_is_ancestor (after, common))
    common = gtk_widget_get_parent (common);
  if (common == NULL || common == GTK_WIDGET (self->window) || gtk_widget_is_ancestor (after, before) || gtk_widget_is_ancestor (before, after))
    return TRUE;
  while (gtk_widget_get_parent (before) != common)
    before = gtk_widget_get_parent (before);
  while (gtk_widget_get_parent (after) != common)
    after = gtk_widget_get_parent (after);
  if (!get_bounds (before, self, &a) || !get_bounds (after, self, &b) || b.origin.y >= a.origin.y + a.size.height - SLACK)
    return TRUE;
  along = self->rtl ? a.origin.x + a.size.width - b.origin.x - b.size.width : b.origin.x - a.origin.x;
  return along >= -SLACK;
}

/* --- the ring --- */

static cairo_surface_t *
draw (GtkWindow *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  int width = gtk_widget_get_width (GTK_WIDGET (window)), height = gtk_widget_get_height (GTK_WIDGET (window));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
differs_at (cairo_surface_t       *one,
            cairo_surface_t       *other,
            const graphene_rect_t *bounds)
{
  int stride = cairo_image_surface_get_stride (one), width = cairo_image_surface_get_width (one), height = cairo_image_surface_get_height (one);
  int left = MAX (0, (int) bounds->origin.x - 8), right = MIN (width, (int) (bounds->origin.x + bounds->size.width) + 8);
  int top = MAX (0, (int) bounds->origin.y - 8), bottom = MIN (height, (int) (bounds->origin.y + bounds->size.height) + 8);

  if (cairo_image_surface_get_width (other) != width || cairo_image_surface_get_height (other) != height)
    return TRUE;
  for (int y = top; y < bottom && right > left; y++)
    if (memcmp (cairo_image_surface_get_data (one) + y * stride + 4 * left, cairo_image_surface_get_data (other) + y * stride + 4 * left,
                4 * (size_t) (right - left)) != 0)
      return TRUE;
  return FALSE;
}

/* Without the ring the picture is another one. */
static void
look_for_ring (Walk      *self,
               GtkWidget *focus)
{
  cairo_surface_t *with, *without;
  graphene_rect_t bounds;
  g_autofree char *name = describe (focus);

  if (!gtk_window_get_focus_visible (self->window))
    add_fault (self, "no focus is shown at %s", name);
  ui_test_run_for (30);
  with = draw (self->window);
  nida_focus_ring_hide (self->window);
  ui_test_run_for (30);
  without = draw (self->window);
  gtk_window_set_focus_visible (self->window, TRUE);
  if (get_bounds (GTK_IS_TEXT (focus) ? gtk_widget_get_parent (focus) : focus, self, &bounds))
    {
      if (bounds.origin.x + bounds.size.width < 0 || bounds.origin.y + bounds.size.height < 0
          || bounds.origin.x > gtk_widget_get_width (GTK_WIDGET (self->window)) || bounds.origin.y > gtk_widget_get_height (GTK_WIDGET (self->window)))
        add_fault (self, "the focus is out of the window at %s", name);
      else if (!differs_at (with, without, &bounds) && !GTK_IS_EDITABLE (focus) && !GTK_IS_TEXT_VIEW (focus))
        add_fault (self, "no ring around %s", name);
    }
  cairo_surface_destroy (with);
  cairo_surface_destroy (without);
}

/* --- what can be clicked --- */

static gboolean
is_control (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_SWITCH (widget) || GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget)
         || GTK_IS_SCALE (widget) || GTK_IS_LIST_BOX_ROW (widget) || GTK_IS_FLOW_BOX_CHILD (widget) || GTK_IS_EXPANDER (widget)
         || NIDA_IS_CHART_CANVAS (widget);
}

static gboolean
is_radio (GtkWidget *widget)
{
  GtkWidget *mark = GTK_IS_CHECK_BUTTON (widget) ? gtk_widget_get_first_child (widget) : NULL;

  return mark != NULL && g_str_equal (gtk_widget_get_css_name (mark), "radio");
}

/* Buttons of the window's frame and of a figure's field do what keys do there; rows, pages and choices of one are moved through
 * by arrows; what has no room now is scrolled to. */
static gboolean
is_apart (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL || GTK_IS_SPIN_BUTTON (parent) || GTK_IS_LIST_BOX_ROW (widget)
         || GTK_IS_FLOW_BOX_CHILD (widget) || is_radio (widget) || GTK_IS_STACK_SWITCHER (parent) || gtk_widget_get_ancestor (widget, GTK_TYPE_COLUMN_VIEW) != NULL
         || gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_VIEW) != NULL || gtk_widget_get_ancestor (widget, GTK_TYPE_GRID_VIEW) != NULL;
}

static gboolean
is_reached (Walk      *self,
            GtkWidget *widget)
{
  for (guint i = 0; i < self->stops->len; i++)
    if (self->stops->pdata[i] == widget || gtk_widget_is_ancestor (self->stops->pdata[i], widget))
      return TRUE;
  return FALSE;
}

static void
look_for_unreached (Walk      *self,
                    GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget))
    return;
  if (is_control (widget) && gtk_widget_get_can_target (widget) && !is_apart (widget) && !is_reached (self, widget))
    {
      g_autofree char *name = describe (widget);

      add_fault (self, "Tab does not come to %s", name);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      look_for_unreached (self, child);
}

/* --- menus --- */

static GtkWidget *
get_popover (Walk *self)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);

  return focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;
}

static gboolean
has_popover (gpointer walk)
{
  return get_popover (walk) != NULL;
}

static gboolean
has_no_popover (gpointer walk)
{
  return get_popover (walk) == NULL;
}

/* Down leads somewhere in it, Escape back. What it looks like is a surface of its own, of which there is no picture here. */
static void
go_through (Walk       *self,
            GtkWidget  *from,
            const char *key)
{
  g_autofree char *name = describe (from);

  if (!ui_test_wait (has_popover, self))
    {
      add_fault (self, "%s opens nothing at %s", key, name);
      return;
    }
  press (self, GTK_IS_POPOVER_MENU (get_popover (self)) ? "Down" : "Tab");
  if (get_popover (self) == NULL)
    add_fault (self, "the keys get out of what %s opens at %s", key, name);
  heads_key ("Escape");
  if (!ui_test_wait (has_no_popover, self))
    add_fault (self, "Escape does not close what %s opens at %s", key, name);
  ui_test_run_for (50);      /* the toolkit moves the focus behind the next frame */
  if (gtk_window_get_focus (self->window) != from)
    {
      g_autofree char *other = gtk_window_get_focus (self->window) != NULL ? describe (gtk_window_get_focus (self->window)) : g_strdup ("nothing");

      add_fault (self, "the keys come back from what %s opens at %s to %s", key, name, other);
      gtk_widget_grab_focus (from);
    }
}

static gboolean
has_current (gpointer canvas)
{
  return nida_chart_canvas_get_current (canvas) != NULL;
}

static void
press_home (GtkWidget *canvas)
{
  heads_key ("Home");
  ui_test_wait (has_current, canvas);
}

/* Of many rows or charts one. */
static void
open_menus (Walk      *self,
            GtkWidget *focus)
{
  GtkWidget *row = gtk_widget_get_ancestor (focus, NIDA_TYPE_FILTER_ROW);

  if (GTK_IS_MENU_BUTTON (gtk_widget_get_parent (focus)))
    {
      heads_key ("space");
      go_through (self, focus, "space");
    }
  if (NIDA_IS_CHART_CANVAS (focus) && gtk_widget_get_ancestor (focus, NIDA_TYPE_CHART_VIEW) != NULL && !self->chart)
    {
      self->chart = TRUE;
      press_home (focus);
      heads_key ("Menu");
      go_through (self, focus, "Menu");
      if (nida_chart_canvas_get_current (NIDA_CHART_CANVAS (focus)) == NULL)
        add_fault (self, "the menu of a mark lets go of it");
      nida_chart_canvas_set_current (NIDA_CHART_CANVAS (focus), NULL, FALSE);
    }
  if (row != NULL && nida_filter_row_has_menu (NIDA_FILTER_ROW (row)) && !self->row)
    {
      self->row = TRUE;
      heads_key ("shift+F10");
      go_through (self, focus, "Shift+F10");
    }
}

/* It opens from wherever the keys are. */
static void
open_main_menu (Walk *self)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);

  heads_key ("F10");
  go_through (self, focus, "F10");
}

/* --- the walk --- */

/* Who looks at one view alone (NIDA_TEST_VIEW) sees the way. */
static void
tell_stop (GtkWidget *focus)
{
  g_autofree char *name = describe (focus);

  if (g_getenv ("NIDA_TEST_VIEW") != NULL)
    g_test_message ("Tab: %s", name);
}

static void
go_around (Walk *self)
{
  GtkWidget *focus = press (self, "Tab"), *last = NULL;
  g_autoptr (GPtrArray) turns = g_ptr_array_new_with_free_func (g_free);
  guint steps = 0;

  for (; focus != NULL && steps < MOST_STEPS; steps++, last = focus, focus = press (self, "Tab"))
    {
      if (g_ptr_array_find (self->stops, focus, NULL))      /* round; who never came out of a part of it has not reached the rest */
        break;
      if (last != NULL && !is_in_order (self, last, focus))
        g_ptr_array_add (turns, g_strdup_printf ("from %u to %u of the way", self->stops->len - 1, self->stops->len));
      g_ptr_array_add (self->stops, focus);
      tell_stop (focus);
      look_for_ring (self, focus);
      open_menus (self, focus);
    }
  if (focus == NULL)
    add_fault (self, "Tab leads nowhere");
  else if (steps == MOST_STEPS)
    add_fault (self, "no way round in %u steps", steps);
  /* A round that is begun in its middle turns back once. */
  for (guint i = 0; turns->len > 1 && i < turns->len; i++)
    add_fault (self, "out of order %s", (const char *) turns->pdata[i]);
}

/* A list is entered at the row that is selected, and left behind its first one. */
static GtkWidget *
press_back (Walk      *self,
            GtkWidget *from,
            GtkWidget *expected)
{
  GtkWidget *list = gtk_widget_get_ancestor (from, GTK_TYPE_LIST_BOX), *focus;

  do
    focus = press (self, "shift+Tab");
  while (focus != NULL && list != NULL && focus != from && focus != expected && gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX) == list);
  return focus;
}

/* Back is the same way. */
static void
go_back (Walk *self)
{
  guint at;

  for (guint i = 0; i < 3 && self->stops->len > 1 && g_ptr_array_find (self->stops, gtk_window_get_focus (self->window), &at); i++)
    {
      GtkWidget *expected = self->stops->pdata[(at + self->stops->len - 1) % self->stops->len];
      GtkWidget *focus = press_back (self, self->stops->pdata[at], expected);

      if (focus != expected)
        {
          g_autofree char *name = focus != NULL ? describe (focus) : g_strdup ("nothing"), *other = describe (expected);

          add_fault (self, "Shift+Tab comes to %s, not %s", name, other);
          break;
        }
    }
}

typedef struct { NidaWindow *window; GtkWindow *top; } Closed;

static gboolean
is_closed (gpointer data)
{
  const Closed *closed = data;
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  return g_list_find (windows, closed->top) == NULL || !gtk_widget_get_mapped (GTK_WIDGET (closed->top));
}

static void
leave (Walk       *self,
       NidaWindow *window,
       GtkWidget  *from)
{
  Closed closed = { window, self->window };

  for (guint i = 0; i < 3 && !is_closed (&closed); i++)       /* one for what is being typed, one for a mark */
    {
      heads_key ("Escape");
      for (guint j = 0; j < 20 && !is_closed (&closed); j++)
        ui_test_run_for (20);
    }
  if (!is_closed (&closed))
    add_fault (self, "Escape does not close it");
  every_view_leave (window);
  if (!ui_test_wait (is_active, window))
    add_fault (self, "the keys do not come back to the window");
  else if (gtk_window_get_focus (GTK_WINDOW (window)) != from)
    add_fault (self, "the keys come back elsewhere");
}

static void
walk_view (NidaWindow *window,
           const char *view,
           gboolean    rtl,
           GPtrArray  *faults)
{
  GtkWidget *from = gtk_window_get_focus (GTK_WINDOW (window));
  Walk walk = { view, every_view_show (window, view), rtl, g_ptr_array_new (), faults, FALSE, FALSE };

  if (!ui_test_wait (is_active, walk.window))
    add_fault (&walk, "has no keys");
  else
    {
      if (walk.window != GTK_WINDOW (window) && gtk_window_get_focus (walk.window) == NULL)
        add_fault (&walk, "nothing has the focus at first");
      go_around (&walk);
      look_for_unreached (&walk, GTK_WIDGET (walk.window));
      go_back (&walk);
      if (walk.window == GTK_WINDOW (window))
        open_main_menu (&walk);
    }
  if (walk.window != GTK_WINDOW (window))
    leave (&walk, window, from);
  g_ptr_array_unref (walk.stops);
}

static void
test_walk (gconstpointer language)
{
  const char *only = g_getenv ("NIDA_TEST_VIEW");
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  NidaWindow *window = every_view_begin (language);

  g_assert_true (ui_test_wait (is_active, window));
  for (guint i = 0; every_view[i] != NULL; i++)
    if (only == NULL || strstr (every_view[i], only) != NULL)
      walk_view (window, every_view[i], g_str_equal (language, "ar"), faults);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (const char *) faults->pdata[i]);
  if (faults->len > 0)
    g_test_fail ();
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add_data_func ("/keyboard-walk/en/every-view-by-keys-alone", "en", test_walk);
  g_test_add_data_func ("/keyboard-walk/ar/every-view-by-keys-alone", "ar", test_walk);
  return g_test_run ();
}
