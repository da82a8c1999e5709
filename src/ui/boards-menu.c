/* A menu takes the boards as choices, so that a screen reader says which one is shown. */
#include "config.h"

#include "boards-menu.h"

#include "look.h"
#include "titles-window.h"
#include "translate.h"
#include "ui-shell.h"

/* --- the menu --- */

static char *
escape_label (const char *title)
{
  g_autofree char *isolated = nida_language_isolate (nida_look_get_language (nida_look_get ()), title);

  return nida_shell_dup_menu_label (isolated);
}

static GMenuModel *
list_boards (NidaSession *session)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < nida_session_get_n_boards (session); i++)
    {
      g_autofree char *title = nida_session_dup_board_title (session, i);
      g_autofree char *label = escape_label (title);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.board", "u", i);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static GMenuModel *
list_actions (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) make = g_menu_new (), change = g_menu_new ();

  g_menu_append (make, _("_New Board"), "win.board-new");
  g_menu_append (make, _("D_uplicate Board"), "win.board-duplicate");
  g_menu_append (change, _("_Rename Board…"), "win.board-rename");
  /* Translators: one place forward in the list of boards */
  g_menu_append (change, _("Move _Earlier"), "win.board-earlier");
  /* Translators: one place back in the list of boards */
  g_menu_append (change, _("Move _Later"), "win.board-later");
  g_menu_append (change, _("_Delete Board"), "win.board-delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (make));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));
  return G_MENU_MODEL (menu);
}

static void
create_cb (GtkMenuButton *button,
           gpointer       session)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuModel) boards = list_boards (session), actions = list_actions ();

  g_menu_append_section (menu, NULL, boards);
  g_menu_append_section (menu, NULL, actions);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
  nida_shell_fit_popover (gtk_menu_button_get_popover (button));
}

void
nida_boards_menu_attach (GtkMenuButton *button,
                         NidaSession   *session)
{
  gtk_menu_button_set_create_popup_func (button, create_cb, g_object_ref (session), g_object_unref);
}

/* --- actions --- */

static NidaSession *
session_of (GtkWidget *widget)
{
  return nida_window_get_session (NIDA_WINDOW (widget));
}

static void
new_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  nida_session_add_board (session_of (widget));
}

static void
duplicate_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  nida_session_duplicate_board (session_of (widget));
}

static void
renamed_cb (const char *title,
            const char *title_ar,
            gpointer    session)
{
  nida_session_rename_board (session, title, title_ar);
}

static void
rename_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  NidaSession *session = session_of (widget);
  g_autofree char *usual = nida_session_dup_board_title (session, nida_session_get_board_index (session));
  const char *title, *title_ar;

  nida_session_get_board_titles (session, &title, &title_ar);
  gtk_window_present (GTK_WINDOW (nida_titles_window_new (GTK_WINDOW (widget), _("Rename Board"), usual, title, title_ar, renamed_cb,
                                                          g_object_ref (session), g_object_unref)));
}

static void
delete_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  nida_session_remove_board (session_of (widget));
  nida_window_toast (NIDA_WINDOW (widget), _("The board was deleted; undo brings it back"), NULL);
}

static void
move_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  NidaSession *session = session_of (widget);
  guint index = nida_session_get_board_index (session);

  nida_session_move_board (session, g_str_equal (name, "win.board-later") ? index + 1 : index - 1);
}

/* Round and round. */
static void
step_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  NidaSession *session = session_of (widget);
  guint n = nida_session_get_n_boards (session), index = nida_session_get_board_index (session);

  nida_session_show_board (session, (index + (g_str_equal (name, "win.board-next") ? 1 : n - 1)) % n);
}

static void
board_changed_cb (GSimpleAction *action,
                  GVariant      *state,
                  gpointer       user_data)
{
  nida_session_show_board (nida_window_get_session (user_data), g_variant_get_uint32 (state));
}

static const GActionEntry entry = { "board", NULL, "u", "uint32 0", board_changed_cb };

void
nida_boards_actions_install (GtkWidgetClass *widget_class)
{
  static const struct { const char *name; GtkWidgetActionActivateFunc func; } entries[] = {
    { "win.board-new", new_cb }, { "win.board-duplicate", duplicate_cb }, { "win.board-rename", rename_cb },
    { "win.board-delete", delete_cb }, { "win.board-earlier", move_cb }, { "win.board-later", move_cb },
    { "win.board-next", step_cb }, { "win.board-previous", step_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    gtk_widget_class_install_action (widget_class, entries[i].name, NULL, entries[i].func);
}

static void
set_shown (NidaWindow *self,
           guint       index)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "board");

  if (action == NULL)
    {
      g_action_map_add_action_entries (G_ACTION_MAP (self), &entry, 1, self);
      action = g_action_map_lookup_action (G_ACTION_MAP (self), "board");
    }
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_uint32 (index));
}

void
nida_boards_actions_update (NidaWindow *self)
{
  NidaSession *session = nida_window_get_session (self);
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = nida_window_get_workspace (self) != NULL;
  gboolean writable = open && !nida_document_is_read_only (nida_session_get_document (session));
  guint n = nida_session_get_n_boards (session), index = nida_session_get_board_index (session);

  gtk_widget_action_set_enabled (widget, "win.board-new", writable);
  gtk_widget_action_set_enabled (widget, "win.board-duplicate", writable);
  gtk_widget_action_set_enabled (widget, "win.board-rename", writable);
  gtk_widget_action_set_enabled (widget, "win.board-delete", writable && n > 1);
  gtk_widget_action_set_enabled (widget, "win.board-earlier", writable && index > 0);
  gtk_widget_action_set_enabled (widget, "win.board-later", writable && index + 1 < n);
  gtk_widget_action_set_enabled (widget, "win.board-next", open && n > 1);
  gtk_widget_action_set_enabled (widget, "win.board-previous", open && n > 1);
  set_shown (self, index);
}
