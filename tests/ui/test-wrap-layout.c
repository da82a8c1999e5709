/* Chips in lines from the end edge, in both directions. */
#include "config.h"

#include "ui-support.h"
#include "wrap-layout.h"

#define N_CHIPS 4
#define CHIP_WIDTH 100
#define CHIP_HEIGHT 20

static GtkWidget *
make_wrap (GtkTextDirection direction)
{
  GtkWidget *wrap = g_object_new (GTK_TYPE_BOX, "layout-manager", g_object_new (NIDA_TYPE_WRAP_LAYOUT, NULL), NULL);

  gtk_widget_set_direction (wrap, direction);
  for (guint i = 0; i < N_CHIPS; i++)
    {
      GtkWidget *chip = gtk_drawing_area_new ();

      gtk_widget_set_size_request (chip, CHIP_WIDTH, CHIP_HEIGHT);
      gtk_widget_set_parent (chip, wrap);
    }
  return g_object_ref_sink (wrap);
}

static graphene_rect_t
chip_box (GtkWidget *wrap,
          guint      index)
{
  GtkWidget *chip = gtk_widget_get_first_child (wrap);
  graphene_rect_t box;

  for (guint i = 0; i < index; i++)
    chip = gtk_widget_get_next_sibling (chip);
  g_assert_true (gtk_widget_compute_bounds (chip, wrap, &box));
  return box;
}

static void
drop_wrap (GtkWidget *wrap)
{
  while (gtk_widget_get_first_child (wrap) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (wrap));
  g_object_unref (wrap);
}

static void
test_lines (void)
{
  GtkWidget *wrap = make_wrap (GTK_TEXT_DIR_LTR);
  int minimum, natural;

  gtk_widget_measure (wrap, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, CHIP_WIDTH);
  g_assert_cmpint (natural, ==, N_CHIPS * CHIP_WIDTH + (N_CHIPS - 1) * 8);
  gtk_widget_measure (wrap, GTK_ORIENTATION_VERTICAL, 1000, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, CHIP_HEIGHT);
  gtk_widget_measure (wrap, GTK_ORIENTATION_VERTICAL, 220, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 2 * CHIP_HEIGHT + 8);
  drop_wrap (wrap);
}

static void
test_end_edge (void)
{
  GtkWidget *ltr = make_wrap (GTK_TEXT_DIR_LTR);
  GtkWidget *rtl = make_wrap (GTK_TEXT_DIR_RTL);

  gtk_widget_size_allocate (ltr, &(GtkAllocation) { 0, 0, 250, 100 }, -1);
  gtk_widget_size_allocate (rtl, &(GtkAllocation) { 0, 0, 250, 100 }, -1);
  for (guint i = 0; i < N_CHIPS; i++)
    {
      graphene_rect_t a = chip_box (ltr, i), b = chip_box (rtl, i);

      g_assert_cmpfloat (a.origin.x, ==, 250 - b.origin.x - b.size.width);
      g_assert_cmpfloat (a.origin.y, ==, b.origin.y);
    }
  g_assert_cmpfloat (chip_box (ltr, 1).origin.x + CHIP_WIDTH, ==, 250);
  g_assert_cmpfloat (chip_box (rtl, 1).origin.x, ==, 0);
  drop_wrap (ltr);
  drop_wrap (rtl);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/wrap-layout/lines/break-where-they-must", test_lines);
  g_test_add_func ("/wrap-layout/lines/stand-at-the-end-edge-mirrored", test_end_edge);
  return g_test_run ();
}
