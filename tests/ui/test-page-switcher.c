/* The pages side by side where their names fit, else a menu that names the page that is shown and leads to all of them. */
#include "config.h"

#include "page-switcher.h"
#include "ui-support.h"

static const char * const names[] = { "board", "table", "report", "slides", "ledger" };
static const char * const titles[] = { "Board", "Table", "Report_of all", "Slides", "Ledger" };

typedef struct
{
  GtkWidget *window;
  NidaPageSwitcher *switcher;
  GtkStack *stack;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->window = gtk_window_new ();
  fixture->switcher = g_object_new (NIDA_TYPE_PAGE_SWITCHER, NULL);
  fixture->stack = g_object_ref_sink (GTK_STACK (gtk_stack_new ()));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_stack_add_titled (fixture->stack, gtk_label_new (titles[i]), names[i], titles[i]);
  nida_page_switcher_set_stack (fixture->switcher, fixture->stack);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->switcher));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->stack);
}

static void
allocate (Fixture *fixture,
          int      width)
{
  int height;

  gtk_widget_measure (GTK_WIDGET (fixture->switcher), GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (fixture->switcher), &(GtkAllocation) { 0, 0, width, height }, -1);
}

static GtkWidget *
find_menu (Fixture *fixture)
{
  return gtk_widget_get_last_child (GTK_WIDGET (fixture->switcher));
}

static void
test_room (Fixture       *fixture,
           gconstpointer  data)
{
  int minimum, natural;

  gtk_widget_measure (GTK_WIDGET (fixture->switcher), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, <, natural);
  allocate (fixture, natural);
  g_assert_false (nida_page_switcher_is_menu (fixture->switcher));
  allocate (fixture, natural - 1);
  g_assert_true (nida_page_switcher_is_menu (fixture->switcher));
  allocate (fixture, natural);
  g_assert_false (nida_page_switcher_is_menu (fixture->switcher));
}

/* Of the two only the one that is shown can have the focus or is told by a screen reader. */
static void
test_one (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWidget *side_by_side = gtk_widget_get_first_child (GTK_WIDGET (fixture->switcher)), *menu = find_menu (fixture);
  int minimum;

  gtk_widget_measure (GTK_WIDGET (fixture->switcher), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  allocate (fixture, minimum);
  g_assert_false (gtk_widget_get_child_visible (side_by_side));
  g_assert_true (gtk_widget_get_child_visible (menu));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (side_by_side), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (menu), GTK_ACCESSIBLE_STATE_HIDDEN, FALSE);
  allocate (fixture, 2000);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (side_by_side), GTK_ACCESSIBLE_STATE_HIDDEN, FALSE);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (menu), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE);
}

static gboolean
menu_is_made (gpointer data)
{
  return gtk_menu_button_get_menu_model (data) != NULL;
}

static void
test_menu (Fixture       *fixture,
           gconstpointer  data)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (find_menu (fixture));
  GMenuModel *menu;

  g_assert_cmpstr (gtk_menu_button_get_label (button), ==, "Board");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Page: Board");
  allocate (fixture, 100);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 100, 50);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_menu_button_popup (button);
  g_assert_true (ui_test_wait (menu_is_made, button));
  menu = gtk_menu_button_get_menu_model (button);
  g_assert_cmpint (g_menu_model_get_n_items (menu), ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *label = NULL, *target = NULL;

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_TARGET, "s", &target);
      g_assert_cmpstr (label, ==, i == 2 ? "Report__of all" : titles[i]);
      g_assert_cmpstr (target, ==, names[i]);
    }
  gtk_menu_button_popdown (button);
  gtk_widget_activate_action (GTK_WIDGET (button), "pages.show", "s", "slides");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->stack), ==, "slides");
  g_assert_cmpstr (gtk_menu_button_get_label (button), ==, "Slides");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Page: Slides");
}

/* A stack that was taken away changes nothing any more. */
static void
test_let_go (Fixture       *fixture,
             gconstpointer  data)
{
  nida_page_switcher_set_stack (fixture->switcher, NULL);
  gtk_stack_set_visible_child_name (fixture->stack, "ledger");
  g_assert_cmpstr (gtk_menu_button_get_label (GTK_MENU_BUTTON (find_menu (fixture))), ==, "Board");
  g_assert_null (nida_page_switcher_get_stack (fixture->switcher));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add ("/page-switcher/a-menu-where-the-names-do-not-fit", Fixture, NULL, set_up, test_room, tear_down);
  g_test_add ("/page-switcher/one-of-the-two-is-told", Fixture, NULL, set_up, test_one, tear_down);
  g_test_add ("/page-switcher/the-menu-leads-to-all-pages", Fixture, NULL, set_up, test_menu, tear_down);
  g_test_add ("/page-switcher/a-stack-is-let-go", Fixture, NULL, set_up, test_let_go, tear_down);
  return g_test_run ();
}
