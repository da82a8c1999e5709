/* A title that keeps its line, chips beside it or below, in both directions. */
#include "config.h"

#include "heading-layout.h"
#include "ui-support.h"
#include "wrap-layout.h"

#define CHIP_WIDTH 100
#define CHIP_HEIGHT 20
#define TITLE_WIDTH 400
#define BUTTON_WIDTH 30

static GtkWidget *
new_box (int width,
         int height)
{
  GtkWidget *box = gtk_drawing_area_new ();

  gtk_widget_set_size_request (box, width, height);
  return box;
}

static void
add_chip (GtkWidget *heading)
{
  gtk_widget_set_parent (new_box (CHIP_WIDTH, CHIP_HEIGHT), gtk_widget_get_next_sibling (gtk_widget_get_first_child (heading)));
}

static GtkWidget *
make_heading (GtkTextDirection direction)
{
  NidaHeadingLayout *layout = g_object_new (NIDA_TYPE_HEADING_LAYOUT, NULL);
  GtkWidget *heading = g_object_new (GTK_TYPE_BOX, "layout-manager", layout, NULL), *title = new_box (TITLE_WIDTH, 28);
  GtkWidget *chips = g_object_new (GTK_TYPE_BOX, "layout-manager", g_object_new (NIDA_TYPE_WRAP_LAYOUT, NULL), NULL);

  gtk_widget_set_direction (heading, direction);
  gtk_widget_set_direction (chips, direction);
  gtk_box_append (GTK_BOX (heading), title);
  gtk_box_append (GTK_BOX (heading), chips);
  gtk_box_append (GTK_BOX (heading), new_box (BUTTON_WIDTH, 20));
  nida_heading_layout_set_title (layout, title);
  add_chip (heading);
  add_chip (heading);
  return g_object_ref_sink (heading);
}

static void
drop_heading (GtkWidget *heading)
{
  GtkWidget *chips = gtk_widget_get_next_sibling (gtk_widget_get_first_child (heading));

  while (gtk_widget_get_first_child (chips) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (chips));
  g_object_unref (heading);
}

static int
height_at (GtkWidget *heading,
           int        width)
{
  int height;

  gtk_widget_measure (heading, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

static void
allocate (GtkWidget       *heading,
          int              width,
          graphene_rect_t  boxes[3])
{
  GtkWidget *child = gtk_widget_get_first_child (heading);

  gtk_widget_size_allocate (heading, &(GtkAllocation) { 0, 0, width, height_at (heading, width) }, -1);
  for (guint i = 0; i < 3; i++, child = gtk_widget_get_next_sibling (child))
    g_assert_true (gtk_widget_compute_bounds (child, heading, &boxes[i]));
}

static void
test_beside (void)
{
  GtkWidget *heading = make_heading (GTK_TEXT_DIR_LTR);
  graphene_rect_t boxes[3];

  allocate (heading, 1000, boxes);
  g_assert_cmpfloat (boxes[0].size.width, >=, TITLE_WIDTH);
  g_assert_cmpfloat (boxes[1].origin.x, >=, boxes[0].origin.x + boxes[0].size.width);
  g_assert_cmpfloat (boxes[2].origin.x, ==, 1000 - BUTTON_WIDTH);
  for (guint i = 0; i < 12; i++)
    add_chip (heading);
  allocate (heading, 1000, boxes);
  g_assert_cmpfloat (boxes[0].size.width, >=, TITLE_WIDTH);
  drop_heading (heading);
}

static void
test_below (void)
{
  GtkWidget *heading = make_heading (GTK_TEXT_DIR_LTR);
  graphene_rect_t boxes[3], chip;
  int height = height_at (heading, 500);

  allocate (heading, 500, boxes);
  g_assert_cmpfloat (boxes[0].size.width, >=, TITLE_WIDTH);
  g_assert_cmpfloat (boxes[1].origin.y, >=, boxes[0].origin.y + boxes[0].size.height);
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_first_child (gtk_widget_get_next_sibling (gtk_widget_get_first_child (heading))),
                                            heading, &chip));
  g_assert_cmpfloat (chip.origin.x, ==, 0);

  /* those of a brush: a second line of chips moves nothing */
  add_chip (heading);
  add_chip (heading);
  add_chip (heading);
  g_assert_cmpint (height_at (heading, 500), ==, height);
  drop_heading (heading);
}

/* However many chips come while the pointer draws a brush, beside the title and below it. */
static void
test_held (void)
{
  static const int widths[] = { 500, 1000 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      GtkWidget *heading = make_heading (GTK_TEXT_DIR_LTR), *chips = gtk_widget_get_next_sibling (gtk_widget_get_first_child (heading));
      NidaHeadingLayout *layout = NIDA_HEADING_LAYOUT (gtk_widget_get_layout_manager (heading));
      graphene_rect_t before[3], boxes[3];
      int height;

      allocate (heading, widths[i], before);
      height = height_at (heading, widths[i]);
      nida_heading_layout_set_held (layout, TRUE);
      for (guint n = 0; n < 20; n++)
        add_chip (heading);
      allocate (heading, widths[i], boxes);
      g_assert_cmpint (height_at (heading, widths[i]), ==, height);
      /* the first of them are seen, the last are cut off */
      g_assert_cmpfloat (boxes[1].origin.y, <=, before[1].origin.y);
      g_assert_cmpfloat (boxes[1].origin.y, >=, 0);
      g_assert_cmpfloat (boxes[1].origin.y + boxes[1].size.height, >, height);
      g_assert_cmpint (gtk_widget_get_overflow (heading), ==, GTK_OVERFLOW_HIDDEN);
      g_assert_nonnull (gtk_widget_get_first_child (chips));

      nida_heading_layout_set_held (layout, FALSE);
      g_assert_cmpint (height_at (heading, widths[i]), >, height);
      g_assert_cmpint (gtk_widget_get_overflow (heading), ==, GTK_OVERFLOW_VISIBLE);
      drop_heading (heading);
    }
}

static void
test_mirrored (void)
{
  GtkWidget *ltr = make_heading (GTK_TEXT_DIR_LTR), *rtl = make_heading (GTK_TEXT_DIR_RTL);

  for (int width = 460; width <= 1300; width += 70)
    {
      graphene_rect_t a[3], b[3];

      allocate (ltr, width, a);
      allocate (rtl, width, b);
      for (guint i = 0; i < 3; i++)
        {
          g_assert_cmpfloat (a[i].origin.x, ==, width - b[i].origin.x - b[i].size.width);
          g_assert_cmpfloat (a[i].origin.y, ==, b[i].origin.y);
        }
    }
  drop_heading (ltr);
  drop_heading (rtl);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/heading-layout/wide/chips-leave-the-title-its-line", test_beside);
  g_test_add_func ("/heading-layout/narrow/chips-go-below-and-move-nothing", test_below);
  g_test_add_func ("/heading-layout/a-stroke/moves-nothing-whatever-chips-it-gives", test_held);
  g_test_add_func ("/heading-layout/any-width/mirrored", test_mirrored);
  return g_test_run ();
}
