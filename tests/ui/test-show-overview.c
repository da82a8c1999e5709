/* All slides, to jump to one. */
#include "config.h"

#include "show-overview.h"
#include "show-picture.h"
#include "show-support.h"
#include "ui-support.h"

static GtkFlowBox *
find_box (GtkWidget *widget)
{
  GtkFlowBox *found = GTK_IS_FLOW_BOX (widget) ? GTK_FLOW_BOX (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_box (child);
  return found;
}

static NidaScene *
get_scene (GtkFlowBox *box,
           int         index)
{
  GtkWidget *child = gtk_flow_box_child_get_child (gtk_flow_box_get_child_at_index (box, index));

  return nida_show_picture_get_scene (NIDA_SHOW_PICTURE (gtk_widget_get_first_child (child)));
}

static gboolean
is_filled (gpointer box)
{
  return get_scene (box, 3) != NULL;
}

static void
test_fill (void)
{
  g_autoptr (TestSlides) slides = test_slides_new ();
  gint64 clock = 0;
  g_autoptr (NidaShow) show = test_show_new (slides, &clock);
  g_autoptr (GtkWidget) overview = g_object_ref_sink (nida_show_overview_new (show));
  GtkFlowBox *box = find_box (overview);

  g_assert_null (gtk_flow_box_get_child_at_index (box, 0));
  nida_show_run (show, NIDA_SHOW_TOGGLE_OVERVIEW);
  g_assert_nonnull (gtk_flow_box_get_child_at_index (box, 3));
  g_assert_null (gtk_flow_box_get_child_at_index (box, 4));
  g_assert_true (ui_test_wait (is_filled, box));
  g_assert_cmpstr (nida_scene_get_title (get_scene (box, 3)), ==, "Slide 4");
  nida_show_run (show, NIDA_SHOW_BACK);
  g_assert_null (gtk_flow_box_get_child_at_index (box, 0));
}

static void
test_cursor (void)
{
  g_autoptr (TestSlides) slides = test_slides_new ();
  gint64 clock = 0;
  g_autoptr (NidaShow) show = test_show_new (slides, &clock);
  g_autoptr (GtkWidget) overview = g_object_ref_sink (nida_show_overview_new (show));
  GtkFlowBox *box = find_box (overview);

  nida_show_run (show, NIDA_SHOW_TOGGLE_OVERVIEW);
  nida_show_run (show, NIDA_SHOW_NEXT);
  g_assert_true (gtk_flow_box_child_is_selected (gtk_flow_box_get_child_at_index (box, 1)));
  g_signal_emit_by_name (box, "child-activated", gtk_flow_box_get_child_at_index (box, 2));
  g_assert_cmpuint (nida_show_get_slide (show), ==, 2);
  g_assert_cmpint (nida_show_get_screen (show), ==, NIDA_SHOW_SHOWN);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/show-overview/filled-while-it-is-shown", test_fill);
  g_test_add_func ("/show-overview/one-is-pointed-at-and-chosen", test_cursor);
  return g_test_run ();
}
