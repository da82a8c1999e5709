/* What a window shows of open data: the filter panel beside the board, the table, the load report and the slides. */
#include "config.h"

#include "workspace.h"

#include "filter-panel.h"
#include "ledger-page.h"
#include "panes.h"
#include "ui-shell.h"

struct _NidaWorkspace
{
  GtkWidget        parent_instance;

  GtkStack        *stack;
  GtkBox          *board_page, *table_page, *report_page, *slides_page, *ledger_page;

  NidaSession     *session;
  NidaSplitView   *split;
  NidaFilterPanel *panel;
  NidaBoardView   *board;
  NidaDataTable   *table;      /* these are made when they are first shown */
  NidaLoadReport  *report;
  NidaSlidesView  *slides;
  NidaLedgerPage  *ledger;
};

G_DEFINE_FINAL_TYPE (NidaWorkspace, nida_workspace, GTK_TYPE_WIDGET)

static void
append_page (GtkBox    *page,
             GtkWidget *child)
{
  gtk_widget_set_hexpand (child, TRUE);
  gtk_widget_set_vexpand (child, TRUE);
  gtk_box_append (page, child);
}

static void
page_changed_cb (NidaWorkspace *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);

  if (self->session == NULL)
    return;
  nida_split_view_set_without (self->split, page != GTK_WIDGET (self->board_page) && page != GTK_WIDGET (self->table_page));
  if (page == GTK_WIDGET (self->table_page) && self->table == NULL)
    {
      self->table = NIDA_DATA_TABLE (nida_data_table_new (self->session));
      append_page (self->table_page, GTK_WIDGET (self->table));
    }
  if (page == GTK_WIDGET (self->report_page) && self->report == NULL)
    {
      self->report = NIDA_LOAD_REPORT (nida_load_report_new (self->session));
      append_page (self->report_page, GTK_WIDGET (self->report));
    }
  if (page == GTK_WIDGET (self->slides_page) && self->slides == NULL)
    {
      self->slides = NIDA_SLIDES_VIEW (nida_slides_view_new (self->session));
      append_page (self->slides_page, GTK_WIDGET (self->slides));
    }
  if (page == GTK_WIDGET (self->ledger_page) && self->ledger == NULL)
    {
      self->ledger = NIDA_LEDGER_PAGE (nida_ledger_page_new (self->session));
      append_page (self->ledger_page, GTK_WIDGET (self->ledger));
    }
  /* The keys follow the page. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && page == GTK_WIDGET (self->slides_page))
    nida_slides_view_focus (self->slides);
  else if (gtk_widget_get_mapped (GTK_WIDGET (self)) && page != NULL)
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
  if (self->table != NULL)
    nida_data_table_set_active (self->table, page == GTK_WIDGET (self->table_page));
}

static void
nida_workspace_dispose (GObject *object)
{
  NidaWorkspace *self = NIDA_WORKSPACE (object);
  GtkWidget *child;

  /* the stack changes its page as its children go: page_changed_cb() must make nothing then */
  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  nida_shell_clear_template (GTK_WIDGET (self), NIDA_TYPE_WORKSPACE);
  G_OBJECT_CLASS (nida_workspace_parent_class)->dispose (object);
}

static void
nida_workspace_class_init (NidaWorkspaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_workspace_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/nida/Nida/workspace.ui");
  gtk_widget_class_bind_template_child (widget_class, NidaWorkspace, stack);
  gtk_widget_class_bind_template_child (widget_class, NidaWorkspace, board_page);
  gtk_widget_class_bind_template_child (widget_class, NidaWorkspace, table_page);
  gtk_widget_class_bind_template_child (widget_class, NidaWorkspace, report_page);
  gtk_widget_class_bind_template_child (widget_class, NidaWorkspace, slides_page);
  gtk_widget_class_bind_template_child (widget_class, NidaWorkspace, ledger_page);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
nida_workspace_init (NidaWorkspace *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
nida_workspace_new (NidaSession *session)
{
  NidaWorkspace *self = g_object_new (NIDA_TYPE_WORKSPACE, NULL);
  GtkWidget *stack = GTK_WIDGET (self->stack);
  /* the slides page has parts of its own */
  GtkBox *pages[] = { self->board_page, self->table_page, self->report_page, self->ledger_page };

  self->session = g_object_ref (session);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    nida_pane_mark (GTK_WIDGET (pages[i]));
  self->board = NIDA_BOARD_VIEW (nida_board_view_new (session));
  append_page (self->board_page, GTK_WIDGET (self->board));
  self->panel = NIDA_FILTER_PANEL (nida_filter_panel_new (session));
  nida_pane_mark (GTK_WIDGET (self->panel));
  g_object_ref (stack);
  gtk_widget_unparent (stack);
  self->split = NIDA_SPLIT_VIEW (nida_split_view_new (GTK_WIDGET (self->panel), stack));
  g_object_unref (stack);
  gtk_widget_set_parent (GTK_WIDGET (self->split), GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

GtkStack *
nida_workspace_get_stack (NidaWorkspace *self)
{
  return self->stack;
}

NidaSplitView *
nida_workspace_get_split (NidaWorkspace *self)
{
  return self->split;
}

NidaBoardView *
nida_workspace_get_board (NidaWorkspace *self)
{
  return self->board;
}

NidaDataTable *
nida_workspace_get_table (NidaWorkspace *self)
{
  return self->table;
}

NidaLoadReport *
nida_workspace_get_report (NidaWorkspace *self)
{
  return self->report;
}

NidaSlidesView *
nida_workspace_get_slides (NidaWorkspace *self)
{
  return self->slides;
}

void
nida_workspace_find (NidaWorkspace *self)
{
  nida_split_view_set_show_panel (self->split, TRUE);
  nida_filter_panel_focus_search (self->panel);
}
