/* Every key once, and every action that has one. */
#include "config.h"

#include "application-actions.h"
#include "show-keys.h"
#include "ui-support.h"

/* What has keys of its own, whatever they mean elsewhere. */
static guint
page_of (NidaShortcutGroup group)
{
  return group == NIDA_SHORTCUTS_SHOW ? 1 : group == NIDA_SHORTCUTS_LEDGER ? 2 : 0;
}

static void
test_each_key_once (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n;
  const NidaActionRow *rows = nida_action_rows (&n);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) accels = g_strsplit (rows[i].accel, " ", -1);

      for (guint j = 0; accels[j] != NULL; j++)
        {
          guint key;
          GdkModifierType state;

          g_autofree char *name = NULL;

          g_assert_true (gtk_accelerator_parse (accels[j], &key, &state));
          name = gtk_accelerator_name (key, state);
          /* the show has windows and keys of its own */
          g_assert_true (g_hash_table_add (seen, g_strdup_printf ("%u %s", page_of (rows[i].group), name)));
        }
      if (rows[i].accel_rtl != NULL)
        g_assert_cmpstr (rows[i].accel, !=, rows[i].accel_rtl);
    }
}

/* What the window of shortcuts says of the show is what its keys do. */
static void
test_keys_of_the_show (void)
{
  guint n;
  const NidaActionRow *rows = nida_action_rows (&n);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) accels = g_strsplit (rows[i].accel, " ", -1);

      for (guint j = 0; rows[i].group == NIDA_SHORTCUTS_SHOW && accels[j] != NULL; j++)
        {
          guint key;
          GdkModifierType state;
          NidaShowCommand command;

          g_assert_true (gtk_accelerator_parse (accels[j], &key, &state));
          g_assert_true (nida_show_find_key (key, state, FALSE, FALSE, &command));
        }
    }
}

static void
test_each_action_once (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;
  const NidaActionRow *rows = nida_action_rows (&n);

  for (guint i = 0; i < n; i++)
    if (rows[i].action != NULL)
      g_assert_true (g_hash_table_add (seen, (gpointer) rows[i].action));
}

/* The actions of the table exist in a window. */
static void
test_actions_exist (void)
{
  g_autofree char *path = ui_test_write ("actions.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_N_CHARTS);
  GtkWidgetClass *window_class = GTK_WIDGET_GET_CLASS (window), *chart_class = GTK_WIDGET_GET_CLASS (chart);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint n;
  const NidaActionRow *rows = nida_action_rows (&n);

  for (guint i = 0; i < 2; i++)
    {
      GType owner;
      const char *name, *property;
      const GVariantType *type;

      for (guint j = 0; gtk_widget_class_query_action (i == 0 ? window_class : chart_class, j, &owner, &name, &type, &property); j++)
        g_ptr_array_add (names, (gpointer) name);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *bare = NULL;
      GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (window)));

      if (rows[i].action == NULL)
        continue;
      bare = g_strdelimit (g_strdup (rows[i].action), ":", '\0');
      g_assert_true (g_ptr_array_find_with_equal_func (names, bare, g_str_equal, NULL)
                     || g_action_map_lookup_action (G_ACTION_MAP (window), bare + 4) != NULL
                     || g_action_map_lookup_action (G_ACTION_MAP (application), bare + 4) != NULL);
    }
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/actions/table/each-key-once", test_each_key_once);
  g_test_add_func ("/actions/table/each-action-once", test_each_action_once);
  g_test_add_func ("/actions/table/keys-of-the-show-do-something", test_keys_of_the_show);
  g_test_add_func ("/actions/window/each-exists", test_actions_exist);
  return g_test_run ();
}
