/* The actions of a window. */
#include "config.h"

#include "window-actions.h"

#include "alias-window.h"
#include "application-actions.h"
#include "as-of-window.h"
#include "board-actions.h"
#include "boards-menu.h"
#include "catalogue-window.h"
#include "changes-window.h"
#include "chart-rows.h"
#include "document-actions.h"
#include "document-settings.h"
#include "entry-window.h"
#include "look.h"
#include "opening.h"
#include "out-actions.h"
#include "present-actions.h"
#include "rates-window.h"
#include "source-actions.h"
#include "shortcuts-window.h"
#include "translate.h"
#include "window-columns.h"

/* --- opening --- */

static void
open_chosen_cb (NidaWindow         *self,
                const char * const *inputs,
                gpointer            data)
{
  nida_opening_open (gtk_window_get_application (GTK_WINDOW (self)), self, inputs);
}

static void
open_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  nida_choose_files (NIDA_WINDOW (widget), _("Open Files"), TRUE, open_chosen_cb, NULL);
}

/* Recent entries are kept as addresses; the reader likes paths for what lies on this computer. */
static void
open_inputs_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  g_autofree const char **texts = g_variant_get_strv (parameter, NULL);
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      char *path = g_str_has_prefix (texts[i], "file:") ? g_filename_from_uri (texts[i], NULL, NULL) : NULL;

      g_ptr_array_add (inputs, path != NULL ? path : g_strdup (texts[i]));
    }
  g_ptr_array_add (inputs, NULL);
  nida_opening_open (gtk_window_get_application (GTK_WINDOW (widget)), NIDA_WINDOW (widget), (const char * const *) inputs->pdata);
}

static void
start_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  nida_window_show_start_page (NIDA_WINDOW (widget));
}

static void
address_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  gtk_window_present (GTK_WINDOW (nida_catalogue_window_new (GTK_WINDOW (widget))));
}

/* Names that are one; with a parameter, those that are one with it. */
static void
names_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  NidaSession *session = nida_window_get_session (NIDA_WINDOW (widget));

  if (nida_session_get_dataset (session) != NULL)
    gtk_window_present (GTK_WINDOW (nida_alias_window_new (GTK_WINDOW (widget), session,
                                                           parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL)));
}

static void
own_rates_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  gtk_window_present (GTK_WINDOW (nida_rates_window_new (GTK_WINDOW (widget), nida_window_get_session (NIDA_WINDOW (widget)))));
}

static void
columns_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  const char * const *inputs = nida_session_get_inputs (nida_window_get_session (NIDA_WINDOW (widget)));

  if (inputs != NULL)
    nida_window_columns_ask (NIDA_WINDOW (widget), inputs, NULL);
}

static void
as_of_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  NidaSession *session = nida_window_get_session (NIDA_WINDOW (widget));
  GtkWidget *window = nida_as_of_window_new (GTK_WINDOW (widget), session, FALSE);

  g_signal_connect_object (window, "chosen", G_CALLBACK (nida_session_set_as_of), session, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
add_entry_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  gtk_window_present (GTK_WINDOW (nida_entry_window_new (GTK_WINDOW (widget), nida_window_get_session (NIDA_WINDOW (widget)), NULL)));
}

static void
changes_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  gtk_window_present (GTK_WINDOW (nida_changes_window_new (GTK_WINDOW (widget), nida_window_get_session (NIDA_WINDOW (widget)))));
}

static void
reload_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  nida_session_reload (nida_window_get_session (NIDA_WINDOW (widget)));
}

/* --- the window --- */

static void
close_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
fullscreen_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

static void
language_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  nida_look_switch_language (nida_look_get ());
  nida_document_settings_keep (nida_session_get_document (nida_window_get_session (NIDA_WINDOW (widget))), "language");
}

static void
shortcuts_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  GtkWidget *window = nida_shortcuts_window_new ();

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (widget));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_present (GTK_WINDOW (window));
}

static void
toast_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  const char *message, *details;

  g_variant_get (parameter, "(&s&s)", &message, &details);
  nida_window_toast (NIDA_WINDOW (widget), message, *details != '\0' ? details : NULL);
}

/* --- board --- */

static void
find_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  NidaWorkspace *workspace = nida_window_get_workspace (NIDA_WINDOW (widget));

  if (workspace != NULL)
    nida_workspace_find (workspace);
}

/* One step back from looking closer, of which the rows are the last. */
static void
drill_back_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  NidaSession *session = nida_window_get_session (NIDA_WINDOW (widget));
  NidaWorkspace *workspace = nida_window_get_workspace (NIDA_WINDOW (widget));
  gboolean rows = workspace != NULL && g_strcmp0 (gtk_stack_get_visible_child_name (nida_workspace_get_stack (workspace)), "table") == 0;

  if (!rows || !nida_chart_rows_leave (widget, session))
    nida_session_drill_back (session, G_MAXUINT);
}

static void
undo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  nida_session_undo (nida_window_get_session (NIDA_WINDOW (widget)));
}

static void
redo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  nida_session_redo (nida_window_get_session (NIDA_WINDOW (widget)));
}

static void
clear_filters_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  nida_session_clear_filters (nida_window_get_session (NIDA_WINDOW (widget)));
}

/* Escape, where nothing with the focus has a use for it: what was begun last ends first. */
static void
restore_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  NidaWorkspace *workspace = nida_window_get_workspace (NIDA_WINDOW (widget));
  NidaLinked *linked = nida_session_get_linked (nida_window_get_session (NIDA_WINDOW (widget)));

  if (nida_linked_get_brush (linked) != NULL)
    nida_linked_set_brush (linked, NIDA_LINKED_NO_CHART, NULL);
  else if (workspace != NULL && nida_board_view_get_alone (nida_workspace_get_board (workspace)) != NULL)
    nida_board_view_set_alone (nida_workspace_get_board (workspace), NULL);
  else if (workspace != NULL && nida_split_view_is_narrow (nida_workspace_get_split (workspace)))
    nida_split_view_set_show_panel (nida_workspace_get_split (workspace), FALSE);
}

static void
chart_save_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  NidaWorkspace *workspace = nida_window_get_workspace (NIDA_WINDOW (widget));
  NidaChartView *chart = workspace != NULL ? nida_board_view_get_chart (nida_workspace_get_board (workspace)) : NULL;

  if (chart != NULL)
    gtk_widget_activate_action (GTK_WIDGET (chart), "chart.save", NULL);
  else
    nida_window_toast (NIDA_WINDOW (widget), _("Choose a chart first: click it, or press Tab"), NULL);
}

/* --- actions with a state --- */

static void
panel_changed_cb (GSimpleAction *action,
                  GVariant      *state,
                  gpointer       user_data)
{
  NidaWorkspace *workspace = nida_window_get_workspace (user_data);

  if (workspace != NULL)
    nida_split_view_set_show_panel (nida_workspace_get_split (workspace), g_variant_get_boolean (state));
}

static void
page_changed_cb (GSimpleAction *action,
                 GVariant      *state,
                 gpointer       user_data)
{
  NidaWorkspace *workspace = nida_window_get_workspace (user_data);

  if (workspace != NULL && gtk_stack_get_child_by_name (nida_workspace_get_stack (workspace), g_variant_get_string (state, NULL)) != NULL)
    gtk_stack_set_visible_child_name (nida_workspace_get_stack (workspace), g_variant_get_string (state, NULL));
}

static const char *
rule_nick (NidaRule rule)
{
  return rule == NIDA_RULE_DISTINCT ? "distinct" : rule == NIDA_RULE_BOUNDARY ? "boundary" : "auto";
}

static void
rule_changed_cb (GSimpleAction *action,
                 GVariant      *state,
                 gpointer       user_data)
{
  const char *nick = g_variant_get_string (state, NULL);
  NidaRule rule = g_str_equal (nick, "distinct") ? NIDA_RULE_DISTINCT : g_str_equal (nick, "boundary") ? NIDA_RULE_BOUNDARY : NIDA_RULE_AUTO;

  nida_session_set_rule (nida_window_get_session (user_data), rule);
  g_settings_set_string (nida_look_get_settings (nida_look_get ()), "count-rule", rule_nick (rule));
}

static void
refresh_changed_cb (GSimpleAction *action,
                    GVariant      *state,
                    gpointer       user_data)
{
  nida_live_set_interval (nida_window_get_live (user_data), g_variant_get_uint32 (state));
  nida_window_actions_update (user_data);
}

static void
currency_changed_cb (GSimpleAction *action,
                     GVariant      *state,
                     gpointer       user_data)
{
  const char *currency = g_variant_get_string (state, NULL);

  nida_session_set_currency (nida_window_get_session (user_data), currency);
  g_settings_set_string (nida_look_get_settings (nida_look_get ()), "currency", currency);
}

static void
second_currency_changed_cb (GSimpleAction *action,
                            GVariant      *state,
                            gpointer       user_data)
{
  const char *currency = g_variant_get_string (state, NULL);

  nida_session_set_second_currency (nida_window_get_session (user_data), currency);
  g_settings_set_string (nida_look_get_settings (nida_look_get ()), "second-currency", currency);
}

static void
prices_changed_cb (GSimpleAction *action,
                   GVariant      *state,
                   gpointer       user_data)
{
  nida_session_set_prices (nida_window_get_session (user_data), g_variant_get_int32 (state));
}

static const GActionEntry state_entries[] = {
  { "refresh", NULL, "u", "uint32 0", refresh_changed_cb },
  { "panel", NULL, NULL, "false", panel_changed_cb },
  { "page", NULL, "s", "'board'", page_changed_cb },
  { "count-rule", NULL, "s", "'auto'", rule_changed_cb },
  { "currency", NULL, "s", "'USD'", currency_changed_cb },
  { "prices", NULL, "i", "0", prices_changed_cb },
  { "second-currency", NULL, "s", "''", second_currency_changed_cb },
};

void
nida_window_actions_install (GtkWidgetClass *widget_class)
{
  static const struct { const char *name, *type; GtkWidgetActionActivateFunc func; } entries[] = {
    { "win.open", NULL, open_cb }, { "win.open-inputs", "as", open_inputs_cb }, { "win.start", NULL, start_cb },
    { "win.own-rates", NULL, own_rates_cb }, { "win.names", NULL, names_cb }, { "win.name", "s", names_cb },
    { "win.as-of", NULL, as_of_cb }, { "win.changes", NULL, changes_cb }, { "win.add-entry", NULL, add_entry_cb }, { "win.columns", NULL, columns_cb }, { "win.address", NULL, address_cb },
    { "win.reload", NULL, reload_cb }, { "win.close", NULL, close_cb }, { "win.fullscreen", NULL, fullscreen_cb },
    { "win.language", NULL, language_cb }, { "win.shortcuts", NULL, shortcuts_cb }, { "win.toast", "(ss)", toast_cb },
    { "win.find", NULL, find_cb }, { "win.drill-back", NULL, drill_back_cb }, { "win.undo", NULL, undo_cb }, { "win.redo", NULL, redo_cb },
    { "win.clear-filters", NULL, clear_filters_cb }, { "win.restore", NULL, restore_cb }, { "win.chart-save", NULL, chart_save_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    gtk_widget_class_install_action (widget_class, entries[i].name, entries[i].type, entries[i].func);
  nida_out_actions_install (widget_class);
  nida_present_actions_install (widget_class);
  nida_board_actions_install (widget_class);
  nida_boards_actions_install (widget_class);
  nida_document_actions_install (widget_class);
  nida_source_actions_install (widget_class);
  /* Not accelerators: a text field has the first right to undo, a popover to Escape. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.restore", NULL);
}

static void
set_state (NidaWindow *self,
           const char *name,
           GVariant   *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  if (action == NULL)
    {
      g_action_map_add_action_entries (G_ACTION_MAP (self), state_entries, G_N_ELEMENTS (state_entries), self);
      action = g_action_map_lookup_action (G_ACTION_MAP (self), name);
    }
  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

void
nida_window_actions_update (NidaWindow *self)
{
  NidaWorkspace *workspace = nida_window_get_workspace (self);
  NidaSession *session = nida_window_get_session (self);
  const NidaFilterSet *filters = nida_session_get_filters (session);
  GtkWidget *widget = GTK_WIDGET (self);
  const char *page = workspace != NULL ? gtk_stack_get_visible_child_name (nida_workspace_get_stack (workspace)) : NULL;
  gboolean filtered = workspace != NULL && !nida_split_view_is_without (nida_workspace_get_split (workspace));

  gtk_widget_action_set_enabled (widget, "win.undo", workspace != NULL && nida_session_can_undo (session));
  gtk_widget_action_set_enabled (widget, "win.redo", workspace != NULL && nida_session_can_redo (session));
  gtk_widget_action_set_enabled (widget, "win.clear-filters", workspace != NULL && !nida_filter_set_is_empty (filters));
  gtk_widget_action_set_enabled (widget, "win.reload", workspace != NULL);
  nida_board_actions_update (self);
  nida_boards_actions_update (self);
  nida_document_actions_update (self);
  nida_source_actions_update (self);
  nida_present_actions_update (self);
  gtk_widget_action_set_enabled (widget, "win.columns", workspace != NULL);
  gtk_widget_action_set_enabled (widget, "win.names", workspace != NULL);
  gtk_widget_action_set_enabled (widget, "win.own-rates", workspace != NULL);
  gtk_widget_action_set_enabled (widget, "win.name", workspace != NULL);
  gtk_widget_action_set_enabled (widget, "win.as-of", workspace != NULL);
  gtk_widget_action_set_enabled (widget, "win.changes", workspace != NULL);
  gtk_widget_action_set_enabled (widget, "win.chart-save", workspace != NULL);
  gtk_widget_action_set_enabled (widget, "win.find", filtered);
  nida_out_actions_update (widget, workspace != NULL);
  gtk_widget_action_set_enabled (widget, "win.start", workspace != NULL);
  set_state (self, "refresh", g_variant_new_uint32 (nida_live_get_interval (nida_window_get_live (self))));
  set_state (self, "panel", g_variant_new_boolean (workspace != NULL && nida_split_view_get_show_panel (nida_workspace_get_split (workspace))));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "panel")), workspace == NULL || filtered);
  set_state (self, "page", g_variant_new_string (page != NULL ? page : "board"));
  set_state (self, "currency", g_variant_new_string (nida_filter_set_get_currency (filters)));
  set_state (self, "prices", g_variant_new_int32 (nida_filter_set_get_prices (filters)));
  set_state (self, "second-currency", g_variant_new_string (nida_filter_set_get_second (filters)));
  set_state (self, "count-rule", g_variant_new_string (rule_nick (nida_filter_set_get_rule (filters))));
}
