/* A picture of a slide as large as there is room, and what lies over it. */
#include "config.h"

#include "show-picture.h"
#include "show-ring.h"
#include "show-support.h"
#include "ui-support.h"

static void
test_box (void)
{
  g_autoptr (TestSlides) slides = test_slides_new ();
  gint64 clock = 0;
  g_autoptr (NidaShow) show = test_show_new (slides, &clock);
  GtkWidget *picture = nida_show_picture_new (), *window = gtk_window_new ();
  NidaBox box;

  gtk_window_set_child (GTK_WINDOW (window), picture);
  nida_show_picture_set_scene (NIDA_SHOW_PICTURE (picture), nida_show_get_scene (show));
  gtk_widget_set_size_request (picture, 400, 600);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_run_for (200);
  box = nida_show_picture_get_box (NIDA_SHOW_PICTURE (picture));
  g_assert_cmpfloat (box.width, <=, gtk_widget_get_width (picture));
  g_assert_cmpfloat_with_epsilon (box.width / box.height, 16.0 / 9.0, 0.01);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_LABEL, "Slide 1");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_shape (void)
{
  GtkWidget *picture = g_object_ref_sink (nida_show_picture_new ());
  int minimum, natural;

  gtk_widget_measure (picture, GTK_ORIENTATION_VERTICAL, 320, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 180);
  g_object_unref (picture);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/show-picture/fits-its-room", test_box);
  g_test_add_func ("/show-picture/as-high-as-its-width-asks", test_shape);
  return g_test_run ();
}
