/* Actions of one row, called "source.…", and the menu that shows them; both speak of the row's input. */
#include "config.h"

#include "source-menu.h"

#include "compare-load.h"
#include "compare-window.h"
#include "live.h"
#include "source-actions.h"
#include "translate.h"

static void
interval_changed_cb (GSimpleAction *action,
                     GVariant      *state,
                     gpointer       user_data)
{
  NidaSourceRow *row = user_data;

  g_simple_action_set_state (action, state);
  nida_live_set_source_interval (nida_source_row_get_input (row), g_variant_get_uint32 (state));
  nida_source_row_show_state (row);
}

static void
read_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  NidaSourceRow *row = user_data;
  const char *due[] = { nida_source_row_get_input (row), NULL };

  nida_session_reload_inputs (nida_source_row_get_session (row), due);
}

static void
only_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  NidaSourceRow *row = user_data;
  const char *on[] = { nida_source_row_get_input (row), NULL };

  nida_session_set_inputs_on (nida_source_row_get_session (row), on);
}

static void
compare_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  NidaSourceRow *row = user_data;
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (row)));

  gtk_window_present (GTK_WINDOW (nida_compare_window_new (window, nida_source_row_get_session (row), nida_source_row_get_input (row))));
}

static void
locate_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  NidaSourceRow *row = user_data;

  nida_source_actions_locate (NIDA_WINDOW (gtk_widget_get_root (GTK_WIDGET (row))), nida_source_row_get_input (row));
}

static void
key_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  NidaSourceRow *row = user_data;

  nida_source_actions_enter_key (NIDA_WINDOW (gtk_widget_get_root (GTK_WIDGET (row))), nida_source_row_get_input (row));
}

static void
remove_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  NidaSourceRow *row = user_data;

  nida_source_actions_remove (NIDA_WINDOW (gtk_widget_get_root (GTK_WIDGET (row))), nida_source_row_get_input (row));
}

/* There must be another one that is no table of rates. */
static gboolean
can_compare (NidaSourceRow *row)
{
  NidaSession *session = nida_source_row_get_session (row);
  const char * const *inputs = nida_session_get_inputs (session);
  guint n = 0;

  for (guint i = 0; inputs[i] != NULL; i++)
    n += nida_compare_load_is_source (session, inputs[i]);
  return n > 1 && nida_compare_load_is_source (session, nida_source_row_get_input (row));
}

static void
append_intervals (GMenu *menu)
{
  static const struct { guint seconds; const char *words; } intervals[] = {
    { 0, NC_("interval", "Never") }, { 10, NC_("interval", "10 Seconds") }, { 60, NC_("interval", "Minute") },
    { 600, NC_("interval", "10 Minutes") }, { 3600, NC_("interval", "Hour") }, { 86400, NC_("interval", "Day") },
  };
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (intervals); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (nida_pgettext ("interval", intervals[i].words), NULL);

      g_menu_item_set_action_and_target_value (item, "source.interval", g_variant_new_uint32 (intervals[i].seconds));
      g_menu_append_item (section, item);
    }
  /* Translators: heads a list of times: "Never", "10 Seconds", "Minute" … */
  g_menu_append_section (menu, _("Read again every"), G_MENU_MODEL (section));
}

/* As a source of the document. */
static void
append_place (GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();

  /* Translators: a file that was moved: say where it is now */
  g_menu_append (section, _("_Locate…"), "source.locate");
  g_menu_append (section, _("Re_move from Document"), "source.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
enable (GActionMap *actions,
        const char *name,
        gboolean    enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, name)), enabled);
}

static void
update_actions (NidaSourceRow *row,
                GActionMap    *actions)
{
  NidaSession *session = nida_source_row_get_session (row);
  const char *input = nida_source_row_get_input (row);
  gboolean off = nida_filter_set_is_off (nida_session_get_filters (session), input);

  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, "interval")),
                             g_variant_new_uint32 (nida_live_get_source_interval (input)));
  enable (actions, "read", !off);
  enable (actions, "only", off || nida_session_get_n_on (session) > 1);
  enable (actions, "compare", can_compare (row));
  enable (actions, "locate", nida_source_actions_can_locate (session, input));
  enable (actions, "remove", nida_session_can_remove_input (session));
}

static void
append_own (GMenu *menu)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (_("Show the _Entries"), NULL);

  g_menu_item_set_action_and_target (item, "win.page", "s", "ledger");
  g_menu_append_item (menu, item);
}

static void
append_deeds (GMenu *menu)
{
  g_autoptr (GMenu) deeds = g_menu_new ();

  g_menu_append (deeds, _("_Read Again"), "source.read");
  g_menu_append (deeds, _("_Compare With…"), "source.compare");
  g_menu_append (deeds, _("Count _Only This Source"), "source.only");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (deeds));
  append_intervals (menu);
  append_place (menu);
}

GActionMap *
nida_source_menu_new_actions (NidaSourceRow *row)
{
  static const GActionEntry entries[] = {
    { "interval", NULL, "u", "uint32 0", interval_changed_cb }, { "read", read_cb }, { "only", only_cb },
    { "compare", compare_cb }, { "locate", locate_cb }, { "key", key_cb }, { "remove", remove_cb },
  };
  GSimpleActionGroup *actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), row);
  return G_ACTION_MAP (actions);
}

GMenuModel *
nida_source_menu_new (NidaSourceRow *row,
                      GActionMap    *actions)
{
  GMenu *menu = g_menu_new ();

  if (g_str_equal (nida_source_row_get_input (row), NIDA_LEDGER_URI))
    append_own (menu);
  else
    {
      update_actions (row, actions);
      append_deeds (menu);
    }
  return G_MENU_MODEL (menu);
}
