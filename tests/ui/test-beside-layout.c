/* Children in one line or one below the other, in both directions. */
#include "config.h"

#include "beside-layout.h"
#include "ui-support.h"

#define FIRST 400
#define SECOND 300
#define SPACING 20

static GtkWidget *
make_pair (GtkTextDirection direction)
{
  GtkWidget *pair = g_object_new (GTK_TYPE_BOX, "layout-manager", g_object_new (NIDA_TYPE_BESIDE_LAYOUT, "spacing", SPACING, NULL), NULL);
  const int widths[] = { FIRST, SECOND };

  gtk_widget_set_direction (pair, direction);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      GtkWidget *box = gtk_drawing_area_new ();

      gtk_widget_set_size_request (box, widths[i], 100);
      gtk_widget_set_hexpand (box, i == 0);
      gtk_box_append (GTK_BOX (pair), box);
    }
  return g_object_ref_sink (pair);
}

static GtkAllocation
place_of (GtkWidget *pair,
          guint      index,
          int        width)
{
  GtkWidget *child = gtk_widget_get_first_child (pair);
  GtkAllocation place;
  int height;

  gtk_widget_measure (pair, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_widget_size_allocate (pair, &(GtkAllocation) { 0, 0, width, height }, -1);
  gtk_widget_get_allocation (index == 0 ? child : gtk_widget_get_next_sibling (child), &place);
  return place;
}

static void
test_beside (void)
{
  GtkWidget *pair = make_pair (GTK_TEXT_DIR_LTR);
  GtkAllocation first = place_of (pair, 0, 800), second = place_of (pair, 1, 800);

  g_assert_cmpint (first.x, ==, 0);
  g_assert_cmpint (first.width, ==, 800 - SPACING - SECOND);
  g_assert_cmpint (second.x, ==, 800 - SECOND);
  g_assert_cmpint (second.y, ==, 0);
  g_object_unref (pair);
}

static void
test_below (void)
{
  GtkWidget *pair = make_pair (GTK_TEXT_DIR_LTR);
  GtkAllocation first, second;
  int minimum;

  gtk_widget_measure (pair, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, FIRST);
  first = place_of (pair, 0, FIRST + SECOND);
  second = place_of (pair, 1, FIRST + SECOND);
  g_assert_cmpint (first.width, ==, FIRST + SECOND);
  g_assert_cmpint (second.width, ==, FIRST + SECOND);
  g_assert_cmpint (second.y, >=, first.y + first.height);
  g_object_unref (pair);
}

static void
test_mirrored (void)
{
  GtkWidget *ltr = make_pair (GTK_TEXT_DIR_LTR), *rtl = make_pair (GTK_TEXT_DIR_RTL);

  for (int width = FIRST; width < 900; width += 100)
    for (guint i = 0; i < 2; i++)
      {
        GtkAllocation here = place_of (ltr, i, width), there = place_of (rtl, i, width);

        g_assert_cmpint (there.x, ==, width - here.x - here.width);
        g_assert_cmpint (there.y, ==, here.y);
      }
  g_object_unref (ltr);
  g_object_unref (rtl);
}

/* A cut word is worse than a second line, and two lines divide what is left of the height. */
static void
test_whole (void)
{
  GtkWidget *pair = g_object_new (GTK_TYPE_BOX, "layout-manager", g_object_new (NIDA_TYPE_BESIDE_LAYOUT, "whole", TRUE, NULL), NULL);
  GtkWidget *words = gtk_label_new ("Words that can be cut"), *more = gtk_drawing_area_new ();
  int least, natural;

  g_object_ref_sink (pair);
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_widget_set_size_request (more, 50, 20);
  gtk_widget_set_vexpand (more, TRUE);
  gtk_box_append (GTK_BOX (pair), words);
  gtk_box_append (GTK_BOX (pair), more);
  gtk_widget_measure (pair, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
  g_assert_cmpint (place_of (pair, 1, natural).y, ==, 0);
  g_assert_cmpint (place_of (pair, 1, natural - 1).y, >, 0);
  gtk_widget_size_allocate (pair, &(GtkAllocation) { 0, 0, natural - 1, 300 }, -1);
  g_assert_cmpint (gtk_widget_get_height (more), >, 200);
  g_object_unref (pair);
}

static void
test_share (void)
{
  GtkWidget *pair = g_object_new (GTK_TYPE_BOX, "layout-manager",
                                  g_object_new (NIDA_TYPE_BESIDE_LAYOUT, "spacing", SPACING, "first-share", 75, NULL), NULL);

  g_object_ref_sink (pair);
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *box = gtk_drawing_area_new ();

      gtk_widget_set_size_request (box, 200, 100);
      gtk_box_append (GTK_BOX (pair), box);
    }
  g_assert_cmpint (place_of (pair, 0, 800 + SPACING).width, ==, 600);
  g_assert_cmpint (place_of (pair, 1, 800 + SPACING).width, ==, 200);
  g_assert_cmpint (place_of (pair, 1, 780 + SPACING).y, >, 0);
  g_object_unref (pair);
}

static void
test_hidden (void)
{
  GtkWidget *pair = make_pair (GTK_TEXT_DIR_LTR);

  gtk_widget_set_visible (gtk_widget_get_last_child (pair), FALSE);
  g_assert_cmpint (place_of (pair, 0, 500).width, ==, 500);
  g_object_unref (pair);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/beside-layout/wide/first-takes-what-is-left", test_beside);
  g_test_add_func ("/beside-layout/narrow/one-below-the-other", test_below);
  g_test_add_func ("/beside-layout/any-width/mirrored", test_mirrored);
  g_test_add_func ("/beside-layout/whole/below-before-a-word-is-cut", test_whole);
  g_test_add_func ("/beside-layout/share/kept-as-long-as-both-have-room", test_share);
  g_test_add_func ("/beside-layout/hidden/takes-no-room", test_hidden);
  return g_test_run ();
}
