/* source-menu.c: what the menu of a source offers, and what it does. */
#include "config.h"

#include "live.h"
#include "source-menu.h"
#include "ui-support.h"

/* How many entries @menu has in all of its sections. */
static int
count_items (GMenuModel *menu)
{
  int n = 0;

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);

      n += section != NULL ? count_items (section) : 1;
    }
  return n;
}

static void
test_own (void)
{
  g_autoptr (NidaSession) session = nida_session_new ();
  g_autoptr (GtkWidget) row = g_object_ref_sink (nida_source_row_new (session, NIDA_LEDGER_URI));
  g_autoptr (GActionMap) actions = nida_source_menu_new_actions (NIDA_SOURCE_ROW (row));
  g_autoptr (GMenuModel) menu = nida_source_menu_new (NIDA_SOURCE_ROW (row), actions);

  g_assert_cmpint (count_items (menu), ==, 1);
}

static void
test_alone (void)
{
  g_autofree char *path = ui_test_write ("alone.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  g_autoptr (GtkWidget) row = g_object_ref_sink (nida_source_row_new (session, path));
  g_autoptr (GActionMap) actions = nida_source_menu_new_actions (NIDA_SOURCE_ROW (row));
  g_autoptr (GMenuModel) menu = NULL;

  nida_live_set_source_interval (path, 600);
  menu = nida_source_menu_new (NIDA_SOURCE_ROW (row), actions);
  g_assert_cmpint (count_items (menu), ==, 3 + 6 + 2);
  g_assert_true (g_action_get_enabled (g_action_map_lookup_action (actions, "read")));
  g_assert_false (g_action_get_enabled (g_action_map_lookup_action (actions, "only")));
  g_assert_false (g_action_get_enabled (g_action_map_lookup_action (actions, "compare")));
  g_assert_false (g_action_get_enabled (g_action_map_lookup_action (actions, "remove")));
  {
    g_autoptr (GVariant) interval = g_action_get_state (g_action_map_lookup_action (actions, "interval"));

    g_assert_cmpuint (g_variant_get_uint32 (interval), ==, 600);
  }
  nida_live_set_source_interval (path, 0);
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/source-menu/own/leads-to-the-entries", test_own);
  g_test_add_func ("/source-menu/alone/offers-what-makes-sense-and-knows-the-interval", test_alone);
  return g_test_run ();
}
