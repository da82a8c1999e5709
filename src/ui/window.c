/* One window: its session, and the contents that are made anew when the language changes. */
#include "config.h"

#include "window.h"

#include "alias-store.h"
#include "document-actions.h"
#include "document-bar.h"
#include "document-file.h"
#include "document-settings.h"
#include "draft-keeper.h"
#include "filter-panel.h"
#include "header-bar.h"
#include "loader.h"
#include "loading-bar.h"
#include "look.h"
#include "opening.h"
#include "panes.h"
#include "reading-toasts.h"
#include "recent.h"
#include "source-actions.h"
#include "start-page.h"
#include "timing.h"
#include "translate.h"
#include "window-actions.h"
#include "window-columns.h"
#include "window-drop.h"

struct _NidaWindow
{
  GtkApplicationWindow  parent_instance;

  NidaToastOverlay     *toasts;

  NidaSession          *session;
  NidaHeaderBar           *header;
  GtkBox               *content;      /* loading bar, then start page or workspace */
  NidaWorkspace        *workspace;    /* NULL on the start page */
  NidaLive             *live;
  NidaDraftKeeper      *drafts;
  NidaNotice           *notice;
  NidaReadingToasts    *readings;
  char                **asked;        /* what was last asked to be opened */
  gboolean              is_opening;   /* a document, whose data are not read yet */
  guint                 remember;     /* idle source: what was opened goes to the recent list after it is shown */
};

G_DEFINE_FINAL_TYPE (NidaWindow, nida_window, GTK_TYPE_APPLICATION_WINDOW)

/* --- contents --- */

static void
panel_shown_cb (NidaWindow *self)
{
  NidaSplitView *split = nida_workspace_get_split (self->workspace);

  nida_header_bar_set_narrow (self->header, nida_split_view_is_narrow (split));
  if (!nida_split_view_is_narrow (split))
    g_settings_set_boolean (nida_look_get_settings (nida_look_get ()), "panel-visible", nida_split_view_get_show_panel (split));
  nida_window_actions_update (self);
}

static void
page_changed_cb (NidaWindow *self)
{
  /* the stack changes its page while the window goes, too */
  if (self->session != NULL)
    nida_window_actions_update (self);
}

static void
set_page (NidaWindow *self,
          GtkWidget  *page)
{
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (self->content, page);
}

static void
show_workspace (NidaWindow *self)
{
  NidaSplitView *split;

  if (self->workspace != NULL)
    return;
  gtk_box_remove (self->content, gtk_widget_get_last_child (GTK_WIDGET (self->content)));
  self->workspace = NIDA_WORKSPACE (nida_workspace_new (self->session));
  split = nida_workspace_get_split (self->workspace);
  nida_split_view_set_show_panel (split, g_settings_get_boolean (nida_look_get_settings (nida_look_get ()), "panel-visible"));
  g_signal_connect_swapped (split, "notify::show-panel", G_CALLBACK (panel_shown_cb), self);
  g_signal_connect_object (nida_workspace_get_stack (self->workspace), "notify::visible-child", G_CALLBACK (page_changed_cb),
                           self, G_CONNECT_SWAPPED);
  set_page (self, GTK_WIDGET (self->workspace));
  nida_header_bar_set_stack (self->header, nida_workspace_get_stack (self->workspace));
}

/* A document without data, as templates make it, says that it waits for them. */
static GtkWidget *
make_start_page (NidaWindow *self)
{
  GtkWidget *page = nida_start_page_new ();
  NidaItems *items = nida_document_get_items (nida_session_get_document (self->session));

  nida_start_page_set_waiting (NIDA_START_PAGE (page), nida_items_get_n (items, NIDA_ITEM_BOARD) + nida_items_get_n (items, NIDA_ITEM_SLIDE) > 0);
  return page;
}

void
nida_window_show_start_page (NidaWindow *self)
{
  if (self->workspace != NULL)
    {
      nida_header_bar_set_stack (self->header, NULL);
      gtk_box_remove (self->content, GTK_WIDGET (self->workspace));
      self->workspace = NULL;
    }
  else if (gtk_widget_get_last_child (GTK_WIDGET (self->content)) != gtk_widget_get_first_child (GTK_WIDGET (self->content)))
    gtk_box_remove (self->content, gtk_widget_get_last_child (GTK_WIDGET (self->content)));
  set_page (self, make_start_page (self));
  nida_window_actions_update (self);
}

static void
update_title (NidaWindow *self)
{
  const NidaBoard *board = nida_session_get_board (self->session);
  g_autofree char *document = nida_document_actions_dup_title (nida_session_get_document (self->session));
  const char *title = document != NULL ? document : board != NULL ? board->title : NULL;
  /* Translators: the title of a window in the task bar: what is open, and the program */
  g_autofree char *both = title != NULL ? g_strdup_printf (_("%s – Nida"), title) : NULL;

  gtk_window_set_title (GTK_WINDOW (self), both != NULL ? both : _("Nida"));
}

static void
crossed_cb (NidaWindow *self,
            const char *words)
{
  nida_window_toast (self, words, NULL);
}

static GtkWidget *
make_document_bar (NidaWindow *self)
{
  GtkWidget *bar = nida_document_bar_new (self->session);

  g_signal_connect_object (bar, "crossed", G_CALLBACK (crossed_cb), self, G_CONNECT_SWAPPED);
  return bar;
}

/* Header, loading bar and page, in the present language. */
static void
build_contents (NidaWindow *self,
                gboolean    workspace,
                gboolean    start_page)
{
  self->workspace = NULL;
  self->header = NIDA_HEADER_BAR (nida_header_bar_new ());
  nida_header_bar_set_session (self->header, self->session);
  nida_pane_mark (GTK_WIDGET (self->header));
  gtk_window_set_titlebar (GTK_WINDOW (self), GTK_WIDGET (self->header));
  /* GTK 4.8 would draw a new one over a window that fills the screen; it shows it itself later */
  gtk_widget_set_child_visible (GTK_WIDGET (self->header), !gtk_window_is_fullscreen (GTK_WINDOW (self)));
  self->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (self->content, make_document_bar (self));
  gtk_box_append (self->content, nida_loading_bar_new (self->session));
  set_page (self, start_page ? make_start_page (self) : gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  if (workspace)
    show_workspace (self);
  nida_toast_overlay_set_child (self->toasts, GTK_WIDGET (self->content));
  update_title (self);
  nida_window_actions_update (self);
}

/* The position of the chart that is alone, or -1. */
static int
alone_index (NidaWindow *self)
{
  NidaBoardView *board = nida_workspace_get_board (self->workspace);

  for (guint i = 0; i < nida_board_view_get_n_views (board); i++)
    if (nida_board_view_get_view (board, i) == nida_board_view_get_alone (board))
      return (int) i;
  return -1;
}

/* The keys go to the first chart, or the one that is alone, not into the panel's search. */
static void
focus_board (NidaWindow *self)
{
  NidaBoardView *board = nida_workspace_get_board (self->workspace);
  NidaChartView *chart = nida_board_view_get_alone (board);

  if (chart == NULL && nida_board_view_get_n_views (board) > 0)
    chart = nida_board_view_get_view (board, 0);
  if (chart != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (nida_chart_view_get_canvas (chart)));
}

static void
language_changed_cb (NidaWindow *self)
{
  g_autofree char *page = NULL;
  gboolean panel = FALSE;
  int alone = -1;

  if (self->workspace != NULL)
    {
      page = g_strdup (gtk_stack_get_visible_child_name (nida_workspace_get_stack (self->workspace)));
      panel = nida_split_view_get_show_panel (nida_workspace_get_split (self->workspace));
      alone = alone_index (self);
    }
  build_contents (self, self->workspace != NULL, self->workspace == NULL);
  if (page == NULL)
    return;
  gtk_stack_set_visible_child_name (nida_workspace_get_stack (self->workspace), page);
  nida_split_view_set_show_panel (nida_workspace_get_split (self->workspace), panel);
  nida_board_view_finish (nida_workspace_get_board (self->workspace));
  if (alone >= 0)
    nida_board_view_set_alone (nida_workspace_get_board (self->workspace),
                               nida_board_view_get_view (nida_workspace_get_board (self->workspace), (guint) alone));
  if (g_str_equal (page, "board"))
    focus_board (self);
}

/* --- session --- */

static void
boards_changed_cb (NidaWindow *self)
{
  update_title (self);
  nida_window_actions_update (self);
}

static gboolean
has_others (NidaWindow *self)
{
  GList *windows = gtk_application_get_windows (gtk_window_get_application (GTK_WINDOW (self)));

  for (; windows != NULL; windows = windows->next)
    if (NIDA_IS_WINDOW (windows->data) && windows->data != self)
      return TRUE;
  return FALSE;
}

/* One language speaks in all windows. A document that is opened beside others must not change it under them: it offers its own. */
static void
apply_settings (NidaWindow *self)
{
  NidaDocument *document = nida_session_get_document (self->session);
  const char *own = nida_document_get (document, NIDA_ITEM_SETTING, "language");
  const char *spoken = nida_language_get_code (nida_look_get_language (nida_look_get ()));

  if (!has_others (self))
    nida_document_settings_apply (document);
  else if (g_strcmp0 (own, "ar") == 0 && g_str_equal (spoken, "en"))
    nida_toast_overlay_offer (self->toasts, _("This document is kept in Arabic"), _("Show All in Arabic"), "win.language");
  else if (g_strcmp0 (own, "en") == 0 && g_str_equal (spoken, "ar"))
    nida_toast_overlay_offer (self->toasts, _("This document is kept in English"), _("Show All in English"), "win.language");
}

/* What listens to the document listens to another one: all of it is made anew. */
static void
document_changed_cb (NidaWindow *self)
{
  apply_settings (self);
  if (self->workspace != NULL)
    build_contents (self, nida_session_get_dataset (self->session) != NULL, nida_session_get_dataset (self->session) == NULL);
  else if (NIDA_IS_START_PAGE (gtk_widget_get_last_child (GTK_WIDGET (self->content))))
    nida_window_show_start_page (self);
}

static void
add_to_recent (NidaWindow *self)
{
  nida_recent_add (nida_look_get_settings (nida_look_get ()), self->session);
  nida_recent_tell_desktop (gtk_recent_manager_get_default (), self->session);
}

static void
draft_kept_cb (gpointer user_data)
{
  NidaWindow *self = user_data;

  if (nida_session_get_dataset (self->session) != NULL)
    add_to_recent (self);
  nida_document_actions_fill (self);
  nida_window_actions_update (self);
}

static void
draft_failed_cb (const GError *error,
                 gpointer      user_data)
{
  nida_window_toast (user_data, _("What you made is not kept yet: a draft could not be written"), error->message);
}

void
nida_window_document_saved (NidaWindow *self)
{
  nida_document_settings_keep (nida_session_get_document (self->session), NULL);
  add_to_recent (self);
  update_title (self);
  nida_window_actions_update (self);
}

static gboolean
remember_cb (gpointer user_data)
{
  NidaWindow *self = user_data;

  self->remember = 0;
  if (nida_session_get_dataset (self->session) != NULL)
    add_to_recent (self);
  return G_SOURCE_REMOVE;
}

static void
opened_cb (NidaWindow *self,
           gboolean    reload)
{
  nida_timing_mark ("opened");
  nida_reading_toasts_opened (self->readings, reload);
  show_workspace (self);
  nida_timing_mark ("workspace");
  if (!reload)
    gtk_stack_set_visible_child_name (nida_workspace_get_stack (self->workspace), "board");
  if (!reload)
    nida_board_view_set_alone (nida_workspace_get_board (self->workspace), NULL);
  update_title (self);
  nida_window_actions_update (self);
  if (!reload)
    focus_board (self);
  nida_source_actions_ask_first (self, reload);
  if (!reload && nida_alias_store_get_problem (nida_alias_store_get ()) != NULL)
    nida_toast_overlay_show (self->toasts, _("The list of names that are one cannot be read; none are joined"),
                             nida_alias_store_get_problem (nida_alias_store_get ()));
  g_clear_handle_id (&self->remember, g_source_remove);
  self->remember = g_idle_add_full (G_PRIORITY_LOW, remember_cb, self, NULL);
}

static void
changes_cb (NidaWindow *self)
{
  nida_window_actions_update (self);
  nida_reading_toasts_changes (self->readings);
}

static gboolean
is_document (char **inputs)
{
  return inputs[0] != NULL && inputs[1] == NULL && nida_document_actions_is_document (inputs[0]);
}

/* A table that only a person understands: ask, instead of sending the person away. */
static gboolean
is_about_columns (const GError *error)
{
  return g_error_matches (error, NIDA_READ_ERROR, NIDA_READ_ERROR_COLUMNS)
         || g_error_matches (error, NIDA_READ_ERROR, NIDA_READ_ERROR_DECIMAL);
}

static void
failed_cb (NidaWindow   *self,
           const GError *error,
           gboolean      reload)
{
  /* A window that was made for the file has nothing else to show; a start page keeps the address that was typed. */
  if (self->workspace == NULL && !NIDA_IS_START_PAGE (gtk_widget_get_last_child (GTK_WIDGET (self->content))))
    nida_window_show_start_page (self);
  /* Where a question is asked, it says why. */
  if (nida_read_error_get_origin (error) != NULL && !reload)
    nida_source_actions_ask_key (self, error, (const char * const *) self->asked);
  else if (is_about_columns (error) && !reload && self->asked != NULL && !is_document (self->asked))
    nida_window_columns_ask (self, (const char * const *) self->asked,
                             error->code == NIDA_READ_ERROR_DECIMAL
                             ? _("The amounts of this table have two readings. Say whether their decimal mark is the dot or the comma.")
                             : _("Nida does not know the columns of this table. Say what each of them holds; one must be the amount."));
  else
    nida_reading_toasts_failed (self->readings, error, reload, self->workspace != NULL);
  nida_window_actions_update (self);
}

/* --- object --- */

static gboolean
nida_window_close_request (GtkWindow *window)
{
  GSettings *settings = nida_look_get_settings (nida_look_get ());
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  if (width >= 360 && height >= 294)
    {
      g_settings_set_int (settings, "window-width", width);
      g_settings_set_int (settings, "window-height", height);
    }
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));
  return GTK_WINDOW_CLASS (nida_window_parent_class)->close_request (window);
}

static void
nida_window_dispose (GObject *object)
{
  NidaWindow *self = NIDA_WINDOW (object);

  g_clear_handle_id (&self->remember, g_source_remove);
  g_clear_pointer (&self->live, nida_live_free);
  g_clear_pointer (&self->drafts, nida_draft_keeper_free);
  g_clear_object (&self->notice);
  g_clear_pointer (&self->readings, nida_reading_toasts_free);
  if (self->session != NULL)
    {
      nida_session_cancel (self->session);
      g_signal_handlers_disconnect_by_data (self->session, self);
    }
  self->workspace = NULL;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (nida_window_parent_class)->dispose (object);
}

static void
nida_window_finalize (GObject *object)
{
  g_strfreev (NIDA_WINDOW (object)->asked);
  G_OBJECT_CLASS (nida_window_parent_class)->finalize (object);
}

static void
nida_window_class_init (NidaWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = nida_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = nida_window_close_request;
  g_type_ensure (NIDA_TYPE_TOAST_OVERLAY);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/nida/Nida/window.ui");
  gtk_widget_class_bind_template_child (widget_class, NidaWindow, toasts);
  nida_window_actions_install (widget_class);
  nida_panes_install (widget_class);
}

static void
nida_window_init (NidaWindow *self)
{
  GSettings *settings = nida_look_get_settings (nida_look_get ());

  gtk_widget_init_template (GTK_WIDGET (self));
  self->session = nida_session_new ();
  self->readings = nida_reading_toasts_new (self->session, self->toasts);
  self->live = nida_live_new (self->session);
  self->notice = nida_notice_new (GTK_APPLICATION_WINDOW (self), self->session);
  self->drafts = nida_draft_keeper_new (self->session, draft_kept_cb, draft_failed_cb, self);
  for (guint field = 1; field < NIDA_N_FIELDS; field++)
    if (nida_filter_panel_first_fields () & NIDA_FIELD_BIT (field))
      nida_session_watch_field (self->session, field);
  g_signal_connect_swapped (self->session, "opened", G_CALLBACK (opened_cb), self);
  g_signal_connect_swapped (self->session, "changes", G_CALLBACK (changes_cb), self);
  g_signal_connect_swapped (self->session, "failed", G_CALLBACK (failed_cb), self);
  g_signal_connect_swapped (self->session, "unkept", G_CALLBACK (nida_document_actions_tell_unkept), self);
  g_signal_connect_swapped (self->session, "filters-changed", G_CALLBACK (nida_window_actions_update), self);
  g_signal_connect_swapped (self->session, "undo-changed", G_CALLBACK (nida_window_actions_update), self);
  g_signal_connect_swapped (self->session, "boards-changed", G_CALLBACK (boards_changed_cb), self);
  g_signal_connect_swapped (self->session, "document-changed", G_CALLBACK (document_changed_cb), self);
  g_signal_connect_object (nida_look_get (), "language-changed", G_CALLBACK (language_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::refresh-intervals", G_CALLBACK (nida_window_actions_update), self, G_CONNECT_SWAPPED);
  nida_window_drop_add (self);
  /* Without a compositor a shadow would be a black frame. */
  if (!gdk_display_is_composited (gdk_display_get_default ()))
    gtk_widget_add_css_class (GTK_WIDGET (self), "solid");
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"), g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

/**
 * nida_window_new:
 * @inputs: (array zero-terminated=1) (nullable): what to open at once; %NULL shows the start page
 */
NidaWindow *
nida_window_new (GtkApplication     *application,
                 const char * const *inputs)
{
  NidaWindow *self = g_object_new (NIDA_TYPE_WINDOW, "application", application, NULL);

  build_contents (self, FALSE, inputs == NULL);
  if (inputs != NULL)
    nida_window_open (self, inputs);
  nida_timing_mark ("window");
  return self;
}

NidaSession *
nida_window_get_session (NidaWindow *self)
{
  return self->session;
}

void
nida_window_open (NidaWindow         *self,
                  const char * const *inputs)
{
  g_auto (GStrv) asked = g_strdupv ((char **) inputs);

  nida_toast_overlay_dismiss (self->toasts);
  g_strfreev (self->asked);
  self->asked = g_steal_pointer (&asked);
  if (is_document (self->asked))
    {
      nida_document_actions_open (self, self->asked[0]);
      return;
    }
  nida_session_open (self->session, (const char * const *) self->asked);
}

gboolean
nida_window_is_empty (NidaWindow *self)
{
  return self->workspace == NULL && !self->is_opening && !nida_session_is_loading (self->session);
}

void
nida_window_set_opening (NidaWindow *self,
                         gboolean    is_opening)
{
  self->is_opening = is_opening;
}

NidaWorkspace *
nida_window_get_workspace (NidaWindow *self)
{
  return self->workspace;
}

void
nida_window_toast (NidaWindow *self,
                   const char *message,
                   const char *details)
{
  nida_toast_overlay_show (self->toasts, message, details);
}

const char *
nida_window_get_toast (NidaWindow *self)
{
  return nida_toast_overlay_get_text (self->toasts);
}

NidaLive *
nida_window_get_live (NidaWindow *self)
{
  return self->live;
}

NidaNotice *
nida_window_get_notice (NidaWindow *self)
{
  return self->notice;
}
