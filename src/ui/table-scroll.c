/* Where a wide table is scrolled to: it begins at its first column, and goes along with the focus. */
#include "config.h"

#include "table-scroll.h"

/* --- the first column --- */

typedef struct {
  GtkAdjustment *adjustment;   /* belongs to the scroller, as this does */
  GtkWidget     *scroller;
  double         upper, page;  /* as they were seen last */
  double         from_start;   /* how far a person has scrolled from the first column */
  guint          idle;
} Start;

static void
start_free (gpointer data)
{
  Start *start = data;

  g_clear_handle_id (&start->idle, g_source_remove);
  g_signal_handlers_disconnect_by_data (start->adjustment, start);
  g_object_unref (start->adjustment);
  g_free (start);
}

static gboolean
show_start_cb (gpointer user_data)
{
  Start *start = user_data;

  start->idle = 0;
  gtk_adjustment_set_value (start->adjustment, start->upper - start->page - start->from_start);
  return G_SOURCE_REMOVE;
}

/* Once the sizes have been given. */
static void
extent_changed_cb (Start *start)
{
  double upper = gtk_adjustment_get_upper (start->adjustment), page = gtk_adjustment_get_page_size (start->adjustment);

  if (gtk_widget_get_direction (start->scroller) != GTK_TEXT_DIR_RTL || (upper == start->upper && page == start->page))
    return;
  start->upper = upper;
  start->page = page;
  if (start->idle == 0)
    start->idle = g_idle_add (show_start_cb, start);
}

/* Other sizes move what is seen, too: only what happens between them is a person's doing. */
static void
scrolled_cb (Start *start)
{
  if (start->idle == 0)
    start->from_start = MAX (0, start->upper - start->page - gtk_adjustment_get_value (start->adjustment));
}

static void
begin_at_start (GtkScrolledWindow *scroller)
{
  Start *start = g_new0 (Start, 1);

  start->scroller = GTK_WIDGET (scroller);
  start->adjustment = g_object_ref (gtk_scrolled_window_get_hadjustment (scroller));
  g_signal_connect_swapped (start->adjustment, "changed", G_CALLBACK (extent_changed_cb), start);
  g_signal_connect_swapped (start->adjustment, "value-changed", G_CALLBACK (scrolled_cb), start);
  g_object_set_data_full (G_OBJECT (scroller), "nida-start", start, start_free);
}

/* --- the cell with the focus --- */

static void
focus_cb (GtkWidget *scroller)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (scroller));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
  double width = gtk_widget_get_width (scroller), value = gtk_adjustment_get_value (adjustment);
  graphene_rect_t bounds;

  if (focus == NULL || gtk_widget_get_ancestor (focus, GTK_TYPE_COLUMN_VIEW) == NULL || !gtk_widget_is_ancestor (focus, scroller)
      || !gtk_widget_compute_bounds (focus, scroller, &bounds) || bounds.size.width > width)
    return;
  if (bounds.origin.x < 0)
    gtk_adjustment_set_value (adjustment, value + bounds.origin.x);
  else if (bounds.origin.x + bounds.size.width > width)
    gtk_adjustment_set_value (adjustment, value + bounds.origin.x + bounds.size.width - width);
}

static void
root_cb (GtkWidget *scroller)
{
  GtkRoot *root = gtk_widget_get_root (scroller);

  if (GTK_IS_WINDOW (root))
    g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (focus_cb), scroller, G_CONNECT_SWAPPED);
}

/**
 * nida_table_scroll_install:
 * @scroller: what holds a table, for its life
 *
 * Where the first column is at the right, lets the table begin there and keep its place there in every size: GTK counts from
 * the left. Shows the cell that the focus comes to: GTK 4.8 scrolls to rows alone.
 */
void
nida_table_scroll_install (GtkScrolledWindow *scroller)
{
  begin_at_start (scroller);
  g_signal_connect (scroller, "notify::root", G_CALLBACK (root_cb), NULL);
  root_cb (GTK_WIDGET (scroller));
}
