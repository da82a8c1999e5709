/* What lies over a slide is painted: the ring where it points, black over all. */
#include "config.h"

#include "show-ring.h"
#include "show-support.h"
#include "ui-support.h"

#include <gsk/gsk.h>

static NidaBox
get_box (gpointer data)
{
  return (NidaBox) { 0, 0, 160, 90 };
}

/* The colour at @x, @y of what @ring draws. */
static guint32
pixel_at (GtkWidget *ring,
          int        x,
          int        y)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 160, 90);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;
  guint32 pixel;

  GTK_WIDGET_GET_CLASS (ring)->snapshot (ring, snapshot);
  node = gtk_snapshot_to_node (snapshot);
  if (node != NULL)
    {
      gsk_render_node_draw (node, cr);
      gsk_render_node_unref (node);
    }
  cairo_surface_flush (surface);
  pixel = ((guint32 *) (void *) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface)))[x];
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return pixel;
}

static void
test_over (void)
{
  g_autoptr (TestSlides) slides = test_slides_new ();
  gint64 clock = 0;
  g_autoptr (NidaShow) show = test_show_new (slides, &clock);
  GtkWidget *ring = nida_show_ring_new (show, get_box, NULL), *window = gtk_window_new ();
  guint32 pixel;

  gtk_widget_set_size_request (ring, 160, 90);
  gtk_window_set_child (GTK_WINDOW (window), ring);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_run_for (100);
  g_assert_false (gtk_widget_get_can_target (ring));
  g_assert_cmphex (pixel_at (ring, 80, 45), ==, 0);
  nida_show_point (show, 0.5, 0.5);
  g_assert_cmphex (pixel_at (ring, 80, 45), ==, 0);      /* what it points at is seen */
  pixel = pixel_at (ring, 82, 45);
  g_assert_cmpuint (pixel >> 16 & 0xff, >, 0x80);        /* red on its way round */
  nida_show_run (show, NIDA_SHOW_TOGGLE_BLACK);
  g_assert_cmphex (pixel_at (ring, 5, 5), ==, 0xff000000);
  nida_show_run (show, NIDA_SHOW_TOGGLE_WHITE);
  g_assert_cmphex (pixel_at (ring, 5, 5), ==, 0xffffffff);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/show-ring/a-ring-black-and-white", test_over);
  return g_test_run ();
}
