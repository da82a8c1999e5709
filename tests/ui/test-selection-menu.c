/* The menu of selections, opened by its keys from wherever one is. */
#include "config.h"

#include "heads-support.h"
#include "ui-support.h"

static const char gifts_csv[] =
  "kind,date,donor,country,appeal,currency,amount,source\n"
  "paid,2021-02-03,Kuwait,Iraq,Iraq,USD,300,a\n"
  "paid,2022-05-04,Qatar,Syria,Syria,USD,500,a\n"
  "paid,2023-11-05,Oman,Iraq,Iraq,USD,200,a\n"
  "paid,2024-03-06,Kuwait,Syria,Syria,USD,400,a\n";

static gboolean
has_focus (gpointer canvas)
{
  return gtk_widget_has_focus (canvas);
}

static gboolean
has_brush (gpointer window)
{
  return nida_linked_get_brush (nida_session_get_linked (nida_window_get_session (window))) != NULL;
}

typedef struct { GtkWidget *button; gboolean seen, in_sight; } Menu;

/* The menu of selections, among the chips. */
static GtkWidget *
find_menu (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_MENU_BUTTON (widget) && g_strcmp0 (gtk_menu_button_get_label (GTK_MENU_BUTTON (widget)), "Selections") == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_menu (child);
  return found;
}

static gboolean
is_open (gpointer data)
{
  Menu *menu = data;
  GtkPopover *popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (menu->button));
  GtkWidget *viewport = gtk_widget_get_ancestor (menu->button, GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;

  if (!menu->seen && popover != NULL && gtk_widget_get_visible (GTK_WIDGET (popover)))
    {
      menu->seen = TRUE;
      menu->in_sight = gtk_widget_compute_bounds (menu->button, viewport, &bounds) && bounds.origin.y >= 0
                       && bounds.origin.y + bounds.size.height <= gtk_widget_get_height (viewport);
    }
  return menu->seen;
}

/* The heading has been scrolled away: it comes back before the menu opens. */
static void
test_scrolled_away (void)
{
  g_autofree char *path = ui_test_write ("gifts.csv", gifts_csv);
  NidaWindow *window = ui_test_open (path);
  GtkWidget *canvas = NULL;
  Menu menu = { NULL };
  GtkAdjustment *adjustment;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  heads_fill (window);
  ui_test_wait_drawn (window);
  canvas = GTK_WIDGET (nida_chart_view_get_canvas (ui_test_find_chart (window, NIDA_CHART_RANKING)));
  gtk_widget_grab_focus (canvas);
  g_assert_true (ui_test_wait (has_focus, canvas));
  heads_key ("Home");
  heads_key ("ctrl+space");
  g_assert_true (ui_test_wait (has_brush, window));
  ui_test_run_for (100);
  menu.button = find_menu (GTK_WIDGET (window));
  g_assert_nonnull (menu.button);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (gtk_widget_get_ancestor (menu.button, GTK_TYPE_VIEWPORT)));
  gtk_adjustment_set_value (adjustment, 300);
  ui_test_run_for (200);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 100);
  heads_key ("ctrl+k");
  g_assert_true (ui_test_wait (is_open, &menu));
  g_assert_true (menu.in_sight);
  ui_test_close (window);
}

/* The n-th button of "Compare" in @widget. */
static GtkWidget *
find_compare (GtkWidget *widget,
              guint     *n)
{
  GtkWidget *found = NULL;

  if (GTK_IS_TOGGLE_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), "Compare") == 0 && (*n)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_compare (child, n);
  return found;
}

static void
keep_donor (NidaSession *session,
            const char  *name,
            const char  *donor)
{
  NidaBrush *brush = g_new0 (NidaBrush, 1);
  const char *values[] = { donor, NULL };

  brush->n_parts = 1;
  brush->parts[0] = (NidaBrushPart) { .field = NIDA_FIELD_DONOR, .values = g_strdupv ((char **) values) };
  nida_selections_keep (nida_session_get_selections (session), name, brush);
  nida_linked_set_brush (nida_session_get_linked (session), NIDA_LINKED_NO_CHART, brush);
}

/* What is selected is offered to be compared with any other one. */
static void
test_itself (void)
{
  g_autofree char *path = ui_test_write ("gifts.csv", gifts_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  Menu menu = { NULL };

  heads_fill (window);
  ui_test_wait_drawn (window);
  keep_donor (session, "One", "Kuwait");
  keep_donor (session, "Other", "Qatar");
  ui_test_run_for (100);
  menu.button = find_menu (GTK_WIDGET (window));
  gtk_menu_button_popup (GTK_MENU_BUTTON (menu.button));
  g_assert_true (ui_test_wait (is_open, &menu));
  for (guint i = 0; i < nida_selections_get_n (nida_session_get_selections (session)); i++)
    {
      guint n = i;
      GtkWidget *compare = find_compare (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (menu.button))), &n);
      gboolean itself = nida_brush_equal (nida_linked_get_brush (nida_session_get_linked (session)),
                                          nida_selections_get_brush (nida_session_get_selections (session), i));

      g_assert_true (gtk_widget_is_sensitive (compare) != itself);
    }
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/selection-menu/keys/of-a-heading-that-was-scrolled-away", test_scrolled_away);
  g_test_add_func ("/selection-menu/compare/not-with-itself", test_itself);
  return g_test_run ();
}
