/* The title of the chart over its table. */
#include "config.h"

#include "chart-as-table.h"

#include "text-row.h"
#include "ui-shell.h"

static GtkWidget *
create_title (NidaScene *scene,
              double     reserve_end)
{
  GtkWidget *title = gtk_label_new (NULL);

  nida_shell_set_label (GTK_LABEL (title), nida_scene_get_title (scene));
  gtk_widget_add_css_class (title, "nida-heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_top (title, 12);
  gtk_widget_set_margin_start (title, 16);
  gtk_widget_set_margin_end (title, (int) reserve_end + 16);
  return title;
}

GtkWidget *
nida_chart_as_table_new (NidaScene *scene,
                         double     reserve_end)
{
  GtkWidget *self = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *table = nida_text_table_new (nida_scene_get_table (scene));

  nida_shell_name_list (GTK_COLUMN_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (table))), nida_scene_get_title (scene));
  gtk_box_append (GTK_BOX (self), create_title (scene, reserve_end));
  gtk_box_append (GTK_BOX (self), table);
  gtk_widget_add_css_class (self, "nida-chart-table");
  return self;
}

static void
focus_rows (GtkWidget *self)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (gtk_widget_get_last_child (self));
  GtkWidget *list = gtk_widget_get_last_child (gtk_scrolled_window_get_child (scroller));

  if (gtk_widget_get_focus_child (list) == NULL && !gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (list);
}

/* A list has no rows before its place is known. */
static gboolean
focus_rows_cb (GtkWidget     *self,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  if (gtk_widget_get_height (gtk_widget_get_last_child (self)) <= 0)
    return G_SOURCE_CONTINUE;
  focus_rows (self);
  return G_SOURCE_REMOVE;
}

void
nida_chart_as_table_focus (GtkWidget *self)
{
  focus_rows (self);
  gtk_widget_add_tick_callback (self, focus_rows_cb, NULL, NULL);
}
