/* The direction in which a label reads text of both scripts. */
#include "config.h"

#include "ui-shell.h"
#include "ui-support.h"

static void
assert_directed (const char *text,
                 const char *expected)
{
  g_autofree char *directed = nida_shell_direct (text);

  g_assert_cmpstr (directed, ==, expected);
}

static void
test_label (void)
{
  GtkTextDirection before = gtk_widget_get_default_direction ();
  GtkWidget *label;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  label = g_object_ref_sink (nida_shell_new_label ("gone.csv · 38 صفًا", NULL));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "\u200fgone.csv · 38 صفًا");
  g_assert_cmpfloat (gtk_label_get_xalign (GTK_LABEL (label)), ==, 0);
  g_assert_cmpint (gtk_label_get_ellipsize (GTK_LABEL (label)), ==, PANGO_ELLIPSIZE_END);
  g_object_unref (label);
  label = g_object_ref_sink (nida_shell_new_words ("gone.csv · 38 صفًا", "nida-subtitle"));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "\u200fgone.csv · 38 صفًا");
  g_assert_true (gtk_label_get_wrap (GTK_LABEL (label)));
  g_assert_cmpint (gtk_label_get_ellipsize (GTK_LABEL (label)), ==, PANGO_ELLIPSIZE_NONE);
  g_assert_true (gtk_widget_has_css_class (label, "nida-subtitle"));
  g_object_unref (label);
  gtk_widget_set_default_direction (before);
}

static void
test_arabic_window (void)
{
  GtkTextDirection before = gtk_widget_get_default_direction ();

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  assert_directed ("gone.csv · 38 صفًا", "\u200fgone.csv · 38 صفًا");
  assert_directed ("الكويت (Kuwait)", "الكويت (Kuwait)");
  assert_directed ("Save the Children", "Save the Children");
  assert_directed ("-297160", "\u200e-297160");
  assert_directed ("الكويت\nIOM والكويت", "الكويت\n\u200fIOM والكويت");
  assert_directed ("أفغانستان\nAfghanistan", "أفغانستان\n\u200f\u2068Afghanistan\u2069");
  gtk_widget_set_default_direction (before);
}

static void
test_english_window (void)
{
  GtkTextDirection before = gtk_widget_get_default_direction ();

  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  assert_directed ("الكويت · 38 rows", "\u200eالكويت · 38 rows");
  assert_directed ("Kuwait: الكويت", "Kuwait: الكويت");
  assert_directed ("الكويت", "الكويت");
  assert_directed ("Kuwait\nالكويت", "Kuwait\n\u200e\u2068الكويت\u2069");
  assert_directed ("-297160", "-297160");
  assert_directed ("", "");
  gtk_widget_set_default_direction (before);
}

/* A file's name that is broken is not given a hyphen that it does not have. */
static void
test_wrap (void)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new ("fts_incoming_funding_global.csv"));
  PangoLayout *layout;
  PangoRectangle whole;
  int n_glyphs = 0;

  nida_shell_wrap (GTK_LABEL (label));
  layout = gtk_label_get_layout (GTK_LABEL (label));
  pango_layout_get_extents (layout, NULL, &whole);
  pango_layout_set_width (layout, whole.width / 2);
  g_assert_cmpint (pango_layout_get_line_count (layout), >, 1);
  for (GSList *line = pango_layout_get_lines_readonly (layout); line != NULL; line = line->next)
    for (GSList *run = ((PangoLayoutLine *) line->data)->runs; run != NULL; run = run->next)
      n_glyphs += ((PangoGlyphItem *) run->data)->glyphs->num_glyphs;
  g_assert_cmpint (n_glyphs, ==, (int) strlen (gtk_label_get_text (GTK_LABEL (label))));
  g_object_unref (label);
}

/* What a page that has nothing says, and what to do, in this order; the second way is left out where there is none. */
static void
test_empty_page (void)
{
  GtkWidget *first = gtk_button_new (), *page = g_object_ref_sink (nida_shell_new_empty_page ("No Slides Yet", "A slide shows figures.", first, NULL));
  GtkWidget *title = gtk_widget_get_first_child (page), *words = gtk_widget_get_next_sibling (title);

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (title)), ==, "No Slides Yet");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (words)), ==, "A slide shows figures.");
  g_assert_true (gtk_label_get_wrap (GTK_LABEL (words)));
  g_assert_true (gtk_widget_get_next_sibling (words) == first);
  g_assert_true (gtk_widget_get_last_child (page) == first);
  g_object_unref (page);
}

/* A label turns its xalign round in an Arabic window: 0 is where the units of 012 digits are. */
static void
test_figures_stand_by_their_units (void)
{
  GtkTextDirection before = gtk_widget_get_default_direction ();

  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  g_assert_cmpfloat (nida_shell_figure_align (), ==, 1.0f);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  g_assert_cmpfloat (nida_shell_figure_align (), ==, 0.0f);
  gtk_widget_set_default_direction (before);
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

/* Where the cursor stands in an entry without a letter: at its start edge, in a window of either direction. */
static void
test_entries (void)
{
  GtkTextDirection before = gtk_widget_get_default_direction ();

  for (guint rtl = 0; rtl < 2; rtl++)
    for (guint arabic = 0; arabic < 2; arabic++)
      {
        GtkWidget *window, *entry;
        GtkText *text;
        graphene_rect_t cursor;

        gtk_widget_set_default_direction (rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
        window = gtk_window_new ();
        entry = gtk_entry_new ();
        text = GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (entry)));
        nida_shell_direct_entry (GTK_ENTRY (entry), arabic);
        gtk_window_set_child (GTK_WINDOW (window), entry);
        gtk_window_set_default_size (GTK_WINDOW (window), 300, -1);
        gtk_window_present (GTK_WINDOW (window));
        g_assert_true (ui_test_wait (is_mapped, entry));
        ui_test_run_for (50);
        gtk_text_compute_cursor_extents (text, 0, &cursor, NULL);
        g_assert_cmpint (cursor.origin.x > gtk_widget_get_width (GTK_WIDGET (text)) / 2.0, ==, arabic);
        gtk_window_destroy (GTK_WINDOW (window));
      }
  gtk_widget_set_default_direction (before);
}

/* A window that is built again while it is seen, as the presenter's is for its pledge line, gives its new widget the keys. */
static void
test_focus_first (void)
{
  GtkWidget *window = gtk_window_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *first = gtk_button_new (), *before = gtk_button_new (), *after = gtk_button_new ();

  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), before);
  gtk_box_append (GTK_BOX (box), after);
  gtk_window_set_child (GTK_WINDOW (window), box);
  nida_shell_focus_first (GTK_WINDOW (window), before);
  g_assert_null (gtk_window_get_focus (GTK_WINDOW (window)));
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (ui_test_wait (is_mapped, before));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == before);
  nida_shell_focus_first (GTK_WINDOW (window), after);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == after);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/direct/arabic-window/a-latin-beginning-does-not-turn-the-line", test_arabic_window);
  g_test_add_func ("/direct/english-window/an-arabic-beginning-does-not-turn-the-line", test_english_window);
  g_test_add_func ("/label/at-the-start-and-cut-at-the-end", test_label);
  g_test_add_func ("/figures/both-windows/units-over-units", test_figures_stand_by_their_units);
  g_test_add_func ("/entry/empty/begins-at-the-edge-of-its-language", test_entries);
  g_test_add_func ("/ui-shell/focus/when-it-is-shown-or-at-once", test_focus_first);
  g_test_add_func ("/ui-shell/wrap/adds-no-hyphen", test_wrap);
  g_test_add_func ("/ui-shell/empty-page/says-what-will-be-here-and-how-to-begin", test_empty_page);
  return g_test_run ();
}
