/* What can be done with a chart, of which each part is said by who does it. */
#include "config.h"

#include "chart-menu.h"

#include "chart-edit.h"
#include "translate.h"
#include "ui-shell.h"

/* --- of a mark --- */

static gboolean
drop_menu_cb (gpointer menu)
{
  GtkWidget *chart = gtk_widget_get_ancestor (menu, NIDA_TYPE_CHART_VIEW);

  if (chart != NULL)
    nida_chart_view_hold_mark (NIDA_CHART_VIEW (chart), NULL);
  if (gtk_widget_get_parent (menu) != NULL)
    gtk_widget_unparent (menu);
  return G_SOURCE_REMOVE;
}

/* The action of an item runs after the menu has closed. */
static void
menu_closed_cb (GtkWidget *menu)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_menu_cb, g_object_ref (menu), g_object_unref);
}

static GMenuModel *
create_model (NidaChartView *chart,
              gboolean       of_mark)
{
  GMenu *model = g_menu_new ();

  if (of_mark)
    /* Translators: in the menu of a mark: its year becomes quarters, a quarter months, anything else its rows */
    g_menu_append (model, _("Look C_loser"), "chart.closer");
  g_menu_append (model, _("Show the _Rows"), "chart.rows");
  if (!nida_chart_view_is_card (chart))
    g_menu_append (model, _("Show as _Table"), "chart.table");
  nida_chart_edit_append (model, of_mark && !nida_chart_view_is_card (chart));
  nida_chart_edit_append_copying (model);
  return G_MENU_MODEL (model);
}

void
nida_chart_menu_open (NidaChartView *chart,
                      double         x,
                      double         y)
{
  NidaChartCanvas *canvas = nida_chart_view_get_canvas (chart);
  const NidaNode *node = nida_chart_canvas_get_current (canvas);
  g_autoptr (GMenuModel) model = create_model (chart, node != NULL && node->mark->n_fields > 0);
  GtkWidget *menu = gtk_popover_menu_new_from_model (model);

  nida_chart_view_hold_mark (chart, node != NULL ? node->key : NULL);
  gtk_widget_set_parent (menu, GTK_WIDGET (canvas));
  gtk_popover_set_pointing_to (GTK_POPOVER (menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  nida_shell_fit_popover (GTK_POPOVER (menu));
  g_signal_connect (menu, "closed", G_CALLBACK (menu_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (menu));
}

/* --- of the chart --- */

static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  NidaChartView *chart = user_data;
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, nida_chart_view_get_maximised (chart) ? _("_Back to the Board") : _("_Maximise"), "chart.maximise");
  g_menu_append (menu, _("Show the _Rows"), "chart.rows");
  g_menu_append (menu, nida_chart_view_is_table (chart) ? _("Show as _Chart") : _("Show as _Table"), "chart.table");
  nida_chart_edit_append (menu, FALSE);
  nida_chart_edit_append_copying (menu);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
  nida_shell_fit_popover (gtk_menu_button_get_popover (button));
}

void
nida_chart_menu_attach (NidaChartView *chart,
                        GtkMenuButton *button)
{
  gtk_menu_button_set_create_popup_func (button, create_popup_cb, chart, NULL);
}
