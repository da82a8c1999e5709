/* How old figures are, and what waits. */
#include "config.h"

#include "presenter-data.h"
#include "show-support.h"
#include "ui-support.h"

static void
test_pending (void)
{
  g_autoptr (TestSlides) slides = test_slides_new ();
  gint64 clock = 0;
  g_autoptr (NidaShow) show = test_show_new (slides, &clock);
  g_autoptr (GtkWidget) data = g_object_ref_sink (nida_presenter_data_new (show));

  g_assert_null (nida_presenter_data_get_pending (NIDA_PRESENTER_DATA (data)));
  slides->pending = "587 new flows";
  g_signal_emit_by_name (slides, "pending-changed");
  g_assert_cmpstr (nida_presenter_data_get_pending (NIDA_PRESENTER_DATA (data)), ==, "587 new flows");
  nida_show_run (show, NIDA_SHOW_REFRESH);
  g_assert_null (nida_presenter_data_get_pending (NIDA_PRESENTER_DATA (data)));
}

static guint
count (GtkWidget  *widget,
       const char *words)
{
  guint n = GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count (child, words);
  return n;
}

static void
test_ages (void)
{
  g_autoptr (TestSlides) slides = test_slides_new ();
  gint64 clock = 0;
  g_autoptr (NidaShow) show = test_show_new (slides, &clock);
  g_autoptr (GtkWidget) data = g_object_ref_sink (nida_presenter_data_new (show));

  g_assert_cmpuint (count (data, "Received"), ==, 1);
  nida_show_run (show, NIDA_SHOW_NEXT);
  g_assert_cmpuint (count (data, "17 Apr 2026"), ==, 1);
}

/* Whoever has prepared ten slides and shows eight is told so before somebody in the room asks. */
static void
test_unknown (void)
{
  static const char words[] = "2 slides of a newer version of Nida are left out";
  g_autoptr (TestSlides) slides = test_slides_new ();
  gint64 clock = 0;
  g_autoptr (NidaShow) show = test_show_new (slides, &clock);
  g_autoptr (GtkWidget) data = g_object_ref_sink (nida_presenter_data_new (show));

  g_assert_cmpuint (count (data, words), ==, 0);
  slides->unknown = 2;
  g_signal_emit_by_name (slides, "slides-changed");
  g_assert_cmpuint (count (data, words), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/presenter-data/what-waits-until-it-is-let-in", test_pending);
  g_test_add_func ("/presenter-data/slides-that-are-left-out", test_unknown);
  g_test_add_func ("/presenter-data/ages-of-the-present-slide-alone", test_ages);
  return g_test_run ();
}
