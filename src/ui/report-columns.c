/* The columns of the load report: how grave it is, where it stands, what was found, and what to do. Where they have no room
 * beside one another, what is wrong stands first: nobody scrolls for that. */
#include "config.h"

#include "report-columns.h"

#include "look.h"
#include "report.h"
#include "report-rows.h"
#include "text-row.h"
#include "translate.h"

#define ICON_WIDTH  24    /* points, which grow with the text */
#define ICON_BESIDE 48    /* arrow, step and icon keep their size */
#define WORDS_WIDTH 270

/* Points of the columns by their cells. */
static const int widths[] = { [NIDA_REPORT_FILE] = 220, [NIDA_REPORT_LINE] = 92, [NIDA_REPORT_COLUMN] = 112, [NIDA_REPORT_FOUND] = 140 };

typedef struct {
  GtkColumnView       *view;
  GtkColumnViewColumn *words;      /* belong to the view */
  GtkAdjustment       *extent;
  guint                idle;
  gboolean             first;
} Columns;

static void
icon_setup_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  GtkWidget *expander = gtk_tree_expander_new ();

  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), gtk_image_new ());
  gtk_list_item_set_child (item, expander);
}

static void
icon_bind_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  static const struct { const char *icon, *style; } looks[] = {
    [NIDA_SEVERITY_REFUSED] = { "nida-refused-symbolic", "nida-refused" },
    [NIDA_SEVERITY_LOOK] = { "nida-warning-symbolic", "nida-warning" },
    [NIDA_SEVERITY_INFO] = { "nida-good-symbolic", "nida-good" },
  };
  const char *names[] = { _("Refused"), _("To look at"), _("Done") };
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  int severity = nida_text_row_get_tag (nida_text_row_of_item (row));
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  GtkWidget *image = gtk_tree_expander_get_child (expander);
  const char *classes[] = { looks[severity].style, NULL };

  gtk_tree_expander_set_list_row (expander, row);
  gtk_image_set_from_icon_name (GTK_IMAGE (image), looks[severity].icon);
  gtk_widget_set_css_classes (image, classes);
  gtk_widget_set_tooltip_text (image, names[severity]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, names[severity], -1);
}

static void
icon_unbind_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (item)), NULL);
}

/* --- the order --- */

static void
columns_free (gpointer data)
{
  Columns *columns = data;

  g_clear_handle_id (&columns->idle, g_source_remove);
  g_signal_handlers_disconnect_by_data (columns->extent, columns);
  g_object_unref (columns->extent);
  g_free (columns);
}

static int
whole_width (void)
{
  int width = ICON_WIDTH + WORDS_WIDTH;

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    width += widths[i];
  return (int) (width * nida_look_get_text_scale (nida_look_get ())) + ICON_BESIDE;
}

static gboolean
order_cb (gpointer user_data)
{
  Columns *columns = user_data;
  guint last = g_list_model_get_n_items (gtk_column_view_get_columns (columns->view)) - 1;

  columns->idle = 0;
  columns->first = !columns->first;
  gtk_column_view_insert_column (columns->view, columns->first ? 1 : last, columns->words);
  return G_SOURCE_REMOVE;
}

/* Once the sizes have been given. */
static void
extent_changed_cb (Columns *columns)
{
  double page = gtk_adjustment_get_page_size (columns->extent);
  gboolean first = page > 0 && page < whole_width ();

  if (first == columns->first)
    g_clear_handle_id (&columns->idle, g_source_remove);
  else if (columns->idle == 0)
    columns->idle = g_idle_add (order_cb, columns);
}

static GtkColumnViewColumn *
add (GtkColumnView *view,
     const char    *title,
     guint          cell)
{
  GtkColumnViewColumn *column = nida_text_column_append (view, title, cell, cell == NIDA_REPORT_LINE, cell == NIDA_REPORT_WORDS);

  if (cell < G_N_ELEMENTS (widths))
    gtk_column_view_column_set_fixed_width (column, (int) (widths[cell] * nida_look_get_text_scale (nida_look_get ())));
  return column;
}

void
nida_report_columns_add (GtkColumnView     *view,
                         GtkScrolledWindow *frame)
{
  Columns *columns = g_new0 (Columns, 1);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) icon = gtk_column_view_column_new (NULL, factory);

  g_signal_connect (factory, "setup", G_CALLBACK (icon_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (icon_bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (icon_unbind_cb), NULL);
  gtk_column_view_column_set_fixed_width (icon, (int) (ICON_WIDTH * nida_look_get_text_scale (nida_look_get ())) + ICON_BESIDE);
  gtk_column_view_append_column (view, icon);
  add (view, _("File"), NIDA_REPORT_FILE);
  add (view, _("Place"), NIDA_REPORT_LINE);
  add (view, _("Column"), NIDA_REPORT_COLUMN);
  add (view, _("Found"), NIDA_REPORT_FOUND);
  columns->view = view;
  columns->words = add (view, _("What is wrong, and what to do"), NIDA_REPORT_WORDS);
  columns->extent = g_object_ref (gtk_scrolled_window_get_hadjustment (frame));
  g_signal_connect_swapped (columns->extent, "changed", G_CALLBACK (extent_changed_cb), columns);
  g_object_set_data_full (G_OBJECT (view), "nida-columns", columns, columns_free);
}
