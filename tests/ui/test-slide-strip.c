/* Slides by hand: dragged to another place and moved by keys in the strip, written on where they stand. */
#include "config.h"

#include "heads-support.h"
#include "show-picture.h"
#include "slide-list.h"
#include "ui-support.h"

#define N_SLIDES 3
#define REST_US  (G_USEC_PER_SEC / 5)

typedef struct {
  NidaWindow    *window;
  NidaSlideList *list;
  GtkListBox    *strip;
} Fixture;

/* Its widgets, too, but for a border. */
static gboolean
is_placed (gpointer window)
{
  return heads_find (window) == 0 && gtk_widget_get_width (window) > gdk_surface_get_width (gtk_native_get_surface (window)) - 20;
}

/* All rows stand where they can be seen. */
static gboolean
has_rows (gpointer strip)
{
  GtkListBoxRow *last = gtk_list_box_get_row_at_index (strip, N_SLIDES - 1);

  return last != NULL && gtk_widget_get_mapped (GTK_WIDGET (last)) && gtk_widget_get_height (GTK_WIDGET (last)) > 0;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  static const char * const titles[N_SLIDES] = { "one", "two", "three" };
  g_autofree char *path = ui_test_write ("strip.csv", ui_test_csv);
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (gdk_display_get_monitors (gdk_display_get_default ()), 0);
  NidaWorkspace *workspace;

  self->window = ui_test_open (path);
  self->list = nida_slide_list_of (nida_window_get_session (self->window));
  for (guint i = 0; i < N_SLIDES; i++)
    {
      g_autoptr (NidaSlide) slide = nida_slide_new ();

      slide->layout = NIDA_SLIDE_TITLE;
      slide->title = g_strdup (titles[i]);
      nida_slide_list_add (self->list, slide);
    }
  workspace = nida_window_get_workspace (self->window);
  gtk_stack_set_visible_child_name (nida_workspace_get_stack (workspace), "slides");
  self->strip = GTK_LIST_BOX (nida_slides_view_get_strip (nida_workspace_get_slides (workspace)));
  gtk_window_fullscreen_on_monitor (GTK_WINDOW (self->window), monitor);
  g_assert_true (ui_test_wait (is_placed, self->window));
  g_assert_true (ui_test_wait (has_rows, self->strip));
  ui_test_wait_drawn (self->window);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  ui_test_close (self->window);
}

/* "two, three, one" */
static char *
dup_order (Fixture *self)
{
  GString *order = g_string_new (NULL);

  for (guint i = 0; i < nida_slide_list_get_n (self->list); i++)
    g_string_append_printf (order, "%s%s", i > 0 ? ", " : "", nida_slide_list_get (self->list, i)->title);
  return g_string_free (order, FALSE);
}

typedef struct { Fixture *self; const char *order; } Order;

static gboolean
is_order (gpointer data)
{
  const Order *wanted = data;
  g_autofree char *order = dup_order (wanted->self);

  return g_str_equal (order, wanted->order);
}

static void
assert_order (Fixture    *self,
              const char *order)
{
  Order wanted = { self, order };
  g_autofree char *found = NULL;

  ui_test_wait (is_order, &wanted);
  found = dup_order (self);
  g_assert_cmpstr (found, ==, order);
}

/* --- by pointer --- */

static GtkWidget *
row_at (Fixture *self,
        int      index)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (self->strip, index));
}

static graphene_point_t
middle_of (GtkWidget *row)
{
  graphene_point_t middle = GRAPHENE_POINT_INIT ((float) gtk_widget_get_width (row) / 2, (float) gtk_widget_get_height (row) / 2), there;

  g_assert_true (gtk_widget_compute_point (row, GTK_WIDGET (gtk_widget_get_root (row)), &middle, &there));
  return there;
}

static gpointer
controller_of (GtkWidget *row,
               GType      type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (row);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }
  g_assert_not_reached ();
}

static gboolean
is_held (gpointer row)
{
  return gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_ACTIVE;
}

static gboolean
is_dragged (gpointer row)
{
  return gtk_drag_source_get_drag (controller_of (row, GTK_TYPE_DRAG_SOURCE)) != NULL;
}

/* No hand holds still; but one that never rests is answered only when it does. */
static gboolean
is_over (gpointer row)
{
  const graphene_point_t middle = middle_of (row);
  static gint64 moved;
  static guint n;

  if (gtk_drop_target_get_current_drop (controller_of (row, GTK_TYPE_DROP_TARGET)) != NULL)
    return TRUE;
  if (g_get_monotonic_time () - moved > REST_US)
    {
      heads_point (middle.x, middle.y + n++ % 3);
      moved = g_get_monotonic_time ();
    }
  return FALSE;
}

/* Each movement when what the last one led to is there, as a person sees it. */
static void
drag (Fixture *self,
      int      from,
      int      to)
{
  GtkWidget *row = row_at (self, from), *target = row_at (self, to);
  const graphene_point_t begin = middle_of (row);

  heads_point (begin.x, begin.y);
  heads_button (TRUE);
  g_assert_true (ui_test_wait (is_held, row));
  heads_point (begin.x, begin.y + 30);
  g_assert_true (ui_test_wait (is_dragged, row));
  g_assert_true (ui_test_wait (is_over, target));
  heads_button (FALSE);
}

static void
test_drag (Fixture       *self,
           gconstpointer  data)
{
  drag (self, 0, 2);
  assert_order (self, "two, three, one");
  drag (self, 2, 1);
  assert_order (self, "two, one, three");
  nida_session_undo (nida_window_get_session (self->window));
  assert_order (self, "two, three, one");
}

/* --- by keys --- */

static gboolean
has_focus (gpointer strip)
{
  GtkRoot *root = gtk_widget_get_root (strip);
  GtkWidget *focus = gtk_root_get_focus (root);

  return gtk_window_is_active (GTK_WINDOW (root)) && focus != NULL && gtk_widget_is_ancestor (focus, strip);
}

static void
test_keys (Fixture       *self,
           gconstpointer  data)
{
  nida_slide_list_set_current (self->list, 0);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_widget_grab_focus (row_at (self, 0));
  g_assert_true (ui_test_wait (has_focus, self->strip));
  heads_key ("ctrl+shift+Down");
  assert_order (self, "two, one, three");
  heads_key ("ctrl+shift+Down");
  assert_order (self, "two, three, one");
  heads_key ("ctrl+shift+Up");
  assert_order (self, "two, one, three");
  heads_key ("Delete");
  assert_order (self, "two, three");
  heads_key ("ctrl+d");
  assert_order (self, "two, three, three");
}

/* --- on the slide --- */

static NidaShowPicture *
picture_of (Fixture *self)
{
  return NIDA_SHOW_PICTURE (nida_slides_view_get_picture (nida_workspace_get_slides (nida_window_get_workspace (self->window))));
}

/* The words under the first figure. */
static const NidaNode *
find_words (NidaShowPicture *picture)
{
  NidaScene *scene = nida_show_picture_get_scene (picture);

  for (guint i = 0; scene != NULL && i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      if (g_str_has_prefix (node->key, "figure/") && g_str_has_suffix (node->key, "-0/title"))
        return node;
    }
  return NULL;
}

static gboolean
has_words (gpointer picture)
{
  return find_words (picture) != NULL && nida_show_picture_get_box (picture).width > 0;
}

static gboolean
is_written (gpointer picture)
{
  GtkRoot *root = gtk_widget_get_root (picture);
  GtkWidget *focus = gtk_root_get_focus (root), *popover = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;

  return popover != NULL && gtk_widget_get_parent (popover) == picture && gtk_widget_get_mapped (popover);
}

static gboolean
is_left (gpointer picture)
{
  return !is_written (picture) && gtk_widget_get_first_child (picture) == NULL;
}

/* Who reads a figure writes under it where it stands. */
static void
test_words (Fixture       *self,
            gconstpointer  data)
{
  NidaShowPicture *picture = picture_of (self);
  GtkWidget *view = GTK_WIDGET (nida_workspace_get_slides (nida_window_get_workspace (self->window)));
  const NidaNode *node;
  double zoom, x, y;
  NidaBox box;
  guint slide;

  gtk_widget_activate_action (view, "slides.board", NULL);
  g_assert_true (ui_test_wait (has_words, picture));
  ui_test_wait_drawn (self->window);
  slide = nida_slide_list_get_current (self->list);
  node = find_words (picture);
  box = nida_show_picture_get_box (picture);
  zoom = box.width / nida_scene_get_width (nida_show_picture_get_scene (picture));
  g_assert_true (gtk_widget_translate_coordinates (GTK_WIDGET (picture), GTK_WIDGET (self->window), box.x + (node->box.x + 8) * zoom,
                                                   box.y + (node->box.y + node->box.height / 2) * zoom, &x, &y));
  heads_double_click (x, y);
  g_assert_true (ui_test_wait (is_written, picture));
  heads_key ("ctrl+a");
  heads_type ("So far");
  heads_key ("Escape");
  g_assert_true (ui_test_wait (is_left, picture));
  g_assert_cmpstr (((NidaSlideChart *) nida_slide_list_get (self->list, slide)->figures->pdata[0])->words, ==, "So far");
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add ("/slide-strip/dragged-to-another-place", Fixture, NULL, set_up, test_drag, tear_down);
  g_test_add ("/slide-strip/moved-deleted-and-doubled-by-keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/slide-strip/words-under-a-figure-by-two-clicks", Fixture, NULL, set_up, test_words, tear_down);
  return g_test_run ();
}
