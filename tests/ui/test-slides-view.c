/* slides-view.c, slide-strip.c, slide-form.c, slide-field.c: slides are made, written, moved and deleted by hand and by keys. */
#include "config.h"

#include "filter-panel.h"
#include "look.h"
#include "show-picture.h"
#include "slide-form.h"
#include "ui-support.h"

static NidaSlidesView *
open_slides (NidaWindow *window)
{
  gtk_stack_set_visible_child_name (nida_workspace_get_stack (nida_window_get_workspace (window)), "slides");
  return nida_workspace_get_slides (nida_window_get_workspace (window));
}

static void
activate (NidaSlidesView *view,
          const char     *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), action, NULL));
}

static NidaSlideList *
list_of (NidaWindow *window)
{
  return nida_slide_list_of (nida_window_get_session (window));
}

/* The @n-th widget of @type below @widget. */
static GtkWidget *
find (GtkWidget *widget,
      GType      type,
      guint     *n)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*n)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, n);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
nth (GtkWidget *widget,
     GType      type,
     guint      n)
{
  return find (widget, type, &n);
}

static void
write_text (GtkWidget  *text_view,
            const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text_view)), text, -1);
}

static NidaScene *
picture_of (NidaSlidesView *view)
{
  return nida_show_picture_get_scene (NIDA_SHOW_PICTURE (nida_slides_view_get_picture (view)));
}

static gboolean
is_hidden (gpointer panel)
{
  return !gtk_widget_get_mapped (panel);
}

static gboolean
is_shown (gpointer panel)
{
  return gtk_widget_get_mapped (panel);
}

/* They narrow the board and the table, and are there again with those. */
static void
test_filters (void)
{
  g_autofree char *path = ui_test_write ("filters.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  GtkStack *stack = nida_workspace_get_stack (nida_window_get_workspace (window));
  GtkWidget *panel = nth (GTK_WIDGET (window), NIDA_TYPE_FILTER_PANEL, 0);

  g_assert_true (ui_test_wait (is_shown, panel));
  open_slides (window);
  g_assert_true (ui_test_wait (is_hidden, panel));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "panel"));
  g_assert_true (nida_split_view_get_show_panel (nida_workspace_get_split (nida_window_get_workspace (window))));
  gtk_stack_set_visible_child_name (stack, "table");
  g_assert_true (ui_test_wait (is_shown, panel));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "panel"));
  ui_test_close (window);
}

static gboolean
has_picture (gpointer view)
{
  return picture_of (view) != NULL;
}

static void
test_first (void)
{
  g_autofree char *path = ui_test_write ("first.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSlidesView *view = open_slides (window);
  GtkWidget *focus;

  g_assert_null (picture_of (view));
  nida_slides_view_focus (view);
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_true (GTK_IS_BUTTON (focus));
  gtk_widget_activate (focus);
  g_assert_true (ui_test_wait (has_picture, view));
  g_assert_cmpuint (nida_slide_list_get_n (list_of (window)), ==, 1);
  g_assert_nonnull (gtk_list_box_get_selected_row (GTK_LIST_BOX (nida_slides_view_get_strip (view))));
  ui_test_close (window);
}

/* A label that can be seen. */
static GtkWidget *
find_shown (GtkWidget  *widget,
            const char *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_shown (child, words);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A slide that a newer version wrote is said where it would stand, also in the strip. */
static void
test_newer (void)
{
  g_autofree char *path = ui_test_write ("newer.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSlidesView *view = open_slides (window);
  NidaDocument *document = nida_session_get_document (nida_window_get_session (window));
  GtkWidget *words = gtk_widget_get_next_sibling (nida_slides_view_get_picture (view));

  activate (view, "slides.opening");
  g_assert_false (gtk_widget_get_visible (words));
  nida_document_begin (document, "New Slide", NULL);
  nida_document_set (document, NIDA_ITEM_SLIDE, "x", "[Nida slide]\nlayout=cube\n");
  nida_document_end (document);
  nida_slide_list_set_current (list_of (window), 1);
  g_assert_null (picture_of (view));
  g_assert_true (gtk_widget_get_visible (words));
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (words)), "newer version"));
  ui_test_wait_drawn (window);
  g_assert_null (find_shown (nth (nida_slides_view_get_strip (view), GTK_TYPE_LIST_BOX_ROW, 0), "made by a newer Nida"));
  g_assert_nonnull (find_shown (nth (nida_slides_view_get_strip (view), GTK_TYPE_LIST_BOX_ROW, 1), "made by a newer Nida"));
  nida_slide_list_set_current (list_of (window), 0);
  g_assert_false (gtk_widget_get_visible (words));
  ui_test_close (window);
}

static void
test_words (void)
{
  g_autofree char *path = ui_test_write ("words.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSlidesView *view = open_slides (window);
  GtkWidget *form = nida_slides_view_get_form (view), *arabic = nth (form, GTK_TYPE_TEXT_VIEW, 1);

  activate (view, "slides.opening");
  write_text (nth (form, GTK_TYPE_TEXT_VIEW, 0), "Donor briefing");
  write_text (arabic, "إحاطة المانحين");
  g_assert_cmpstr (nida_scene_get_title (picture_of (view)), ==, "Donor briefing");
  g_assert_cmpstr (nida_slide_list_get (list_of (window), 0)->title_ar, ==, "إحاطة المانحين");
  g_assert_cmpint (gtk_widget_get_direction (arabic), ==, GTK_TEXT_DIR_RTL);
  nida_session_undo (nida_window_get_session (window));
  g_assert_null (nida_slide_list_get (list_of (window), 0)->title_ar);
  g_assert_cmpint (gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (arabic))), ==, 0);
  ui_test_close (window);
}

static void
test_choices (void)
{
  g_autofree char *path = ui_test_write ("choices.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSlidesView *view = open_slides (window);
  GtkWidget *form = nida_slides_view_get_form (view);
  const NidaSlide *slide;

  activate (view, "slides.board");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (nth (form, GTK_TYPE_DROP_DOWN, 0)), NIDA_SLIDE_ROW);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (nth (form, GTK_TYPE_DROP_DOWN, 1)), NIDA_SLIDE_SIDE_BY_SIDE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (nth (form, GTK_TYPE_DROP_DOWN, 2)), NIDA_SLIDE_BY_CHART);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (nth (form, GTK_TYPE_SPIN_BUTTON, 0)), 20);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (nth (form, GTK_TYPE_SPIN_BUTTON, 1)), 2.5);
  slide = nida_slide_list_get (list_of (window), 0);
  g_assert_cmpint (slide->layout, ==, NIDA_SLIDE_ROW);
  g_assert_cmpint (slide->languages, ==, NIDA_SLIDE_SIDE_BY_SIDE);
  g_assert_cmpint (slide->build, ==, NIDA_SLIDE_BY_CHART);
  g_assert_cmpuint (slide->seconds, ==, 20);
  g_assert_cmpfloat (slide->minutes, ==, 2.5);
  g_assert_nonnull (nida_scene_find (picture_of (view), "middle"));
  nida_session_undo (nida_window_get_session (window));
  g_assert_cmpfloat (gtk_spin_button_get_value (GTK_SPIN_BUTTON (nth (form, GTK_TYPE_SPIN_BUTTON, 1))), ==, 0);
  ui_test_close (window);
}

static void
test_contents (void)
{
  g_autofree char *path = ui_test_write ("contents.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSlidesView *view = open_slides (window);
  GtkWidget *add = nth (nida_slides_view_get_form (view), GTK_TYPE_MENU_BUTTON, 0);
  guint n = nida_session_get_n_charts (nida_window_get_session (window));

  activate (view, "slides.new");
  g_assert_true (gtk_widget_activate_action (add, "slide.add", "(uu)", 0, n - 1));
  g_assert_cmpuint (nida_slide_list_get (list_of (window), 0)->charts->len, ==, 1);
  for (guint i = 0; i < 5; i++)
    gtk_widget_activate_action (add, "slide.add", "(uu)", 0, n - 1);
  g_assert_cmpuint (nida_slide_list_get (list_of (window), 0)->charts->len, ==, NIDA_SLIDE_MAX_CHARTS);
  g_assert_nonnull (nida_window_get_toast (window));
  ui_test_close (window);
}

/* The row with the number and words that a screen reader hears. */
static void
test_strip (void)
{
  g_autofree char *path = ui_test_write ("strip.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSlidesView *view = open_slides (window);
  GtkListBox *strip = GTK_LIST_BOX (nida_slides_view_get_strip (view));
  NidaSlideList *list = list_of (window);

  activate (view, "slides.opening");
  activate (view, "slides.board");
  activate (view, "slides.duplicate");
  g_assert_cmpuint (nida_slide_list_get_n (list), ==, 3);
  gtk_list_box_select_row (strip, gtk_list_box_get_row_at_index (strip, 0));
  g_assert_cmpuint (nida_slide_list_get_current (list), ==, 0);
  activate (view, "slides.later");
  g_assert_cmpuint (nida_slide_list_get_current (list), ==, 1);
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (strip)), ==, 1);
  g_assert_cmpint (nida_slide_list_get (list, 1)->layout, ==, NIDA_SLIDE_TITLE);
  activate (view, "slides.remove");
  g_assert_cmpuint (nida_slide_list_get_n (list), ==, 2);
  g_assert_null (gtk_list_box_get_row_at_index (strip, 2));
  nida_session_undo (nida_window_get_session (window));
  g_assert_nonnull (gtk_list_box_get_row_at_index (strip, 2));
  ui_test_close (window);
}

/* Pictures are made when somebody sees them. */
static void
test_unseen (void)
{
  g_autofree char *path = ui_test_write ("unseen.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSlidesView *view = open_slides (window);
  GtkListBox *strip = GTK_LIST_BOX (nida_slides_view_get_strip (view));
  GtkStack *stack = nida_workspace_get_stack (nida_window_get_workspace (window));

  activate (view, "slides.board");
  g_assert_true (ui_test_wait (is_shown, strip));
  gtk_stack_set_visible_child_name (stack, "board");
  g_assert_true (ui_test_wait (is_hidden, strip));
  nida_slide_list_duplicate (list_of (window));
  g_assert_null (gtk_list_box_get_row_at_index (strip, 1));
  gtk_stack_set_visible_child_name (stack, "slides");
  g_assert_true (ui_test_wait (is_shown, strip));
  g_assert_nonnull (gtk_list_box_get_row_at_index (strip, 1));
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (strip)), ==, 1);
  ui_test_close (window);
}

/* From the menu of a chart: on the present slide, and where that is full on a new one. */
static void
test_from_chart (void)
{
  g_autofree char *path = ui_test_write ("chart.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaChartView *chart = ui_test_find_chart (window, NIDA_N_CHARTS);
  NidaSlideList *list = list_of (window);

  for (guint i = 0; i < 5; i++)
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (chart), "chart.slide", NULL));
  g_assert_cmpuint (nida_slide_list_get_n (list), ==, 2);
  g_assert_cmpuint (nida_slide_list_get (list, 0)->charts->len, ==, 4);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (chart), "chart.new-slide", NULL));
  g_assert_cmpuint (nida_slide_list_get_n (list), ==, 3);
  g_assert_nonnull (nida_window_get_toast (window));
  ui_test_close (window);
}

static void
test_saving (void)
{
  g_autofree char *path = ui_test_write ("saving.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.slides-save", NULL));
  g_assert_nonnull (nida_window_get_toast (window));     /* there are none */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.slide-save", NULL));
  ui_test_close (window);
}

static int
minimum_width (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* Twice the size of text in a window of 800: the choices are not cut, and the slide has the rest. */
static void
test_large_text (void)
{
  g_autofree char *path = ui_test_write ("large.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSlidesView *view = open_slides (window);
  GtkWidget *strip = gtk_widget_get_ancestor (nida_slides_view_get_strip (view), GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *middle = gtk_widget_get_next_sibling (gtk_widget_get_parent (strip));
  int dpi;

  activate (view, "slides.board");
  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  g_assert_cmpint (minimum_width (GTK_WIDGET (view)), <=, 800);
  g_assert_cmpint (minimum_width (nida_slides_view_get_form (view)), <=, 308);
  gtk_window_set_default_size (GTK_WINDOW (window), 800, 600);
  ui_test_run_for (200);
  g_assert_cmpstr (ui_test_find_cut (gtk_widget_get_prev_sibling (strip)), ==, NULL);     /* what is over the slides */
  g_assert_cmpstr (ui_test_find_cut (gtk_widget_get_last_child (middle)), ==, NULL);       /* what is over the notes */
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
  ui_test_close (window);
}

static void
test_arabic (void)
{
  g_autofree char *path = ui_test_write ("arabic.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSlidesView *view = open_slides (window);

  activate (view, "slides.board");
  g_assert_false (nida_scene_is_rtl (picture_of (view)));
  nida_look_switch_language (nida_look_get ());
  view = nida_workspace_get_slides (nida_window_get_workspace (window));
  g_assert_nonnull (view);
  g_assert_true (nida_scene_is_rtl (picture_of (view)));
  nida_look_switch_language (nida_look_get ());
  ui_test_close (window);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/slides-view/first-slide-by-one-key", test_first);
  g_test_add_func ("/slides-view/slide-of-a-newer-version-is-said", test_newer);
  g_test_add_func ("/slides-view/words-in-both-languages", test_words);
  g_test_add_func ("/slides-view/choices-are-one-step-each", test_choices);
  g_test_add_func ("/slides-view/contents-from-the-board", test_contents);
  g_test_add_func ("/slides-view/strip-follows-order", test_strip);
  g_test_add_func ("/slides-view/strip-waits-until-it-is-seen", test_unseen);
  g_test_add_func ("/slides-view/from-the-menu-of-a-chart", test_from_chart);
  g_test_add_func ("/slides-view/nothing-to-save-is-said", test_saving);
  g_test_add_func ("/slides-view/large-text-fits-a-small-window", test_large_text);
  g_test_add_func ("/slides-view/no-filters-beside-slides", test_filters);
  g_test_add_func ("/slides-view/in-arabic-from-the-right", test_arabic);
  return g_test_run ();
}
