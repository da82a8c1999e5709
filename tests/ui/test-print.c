/* Printing through GTK's own operation: as many pages as there are, of the paper that is asked for, and none cut through a card. */
#include "config.h"

#include "print.h"
#include "scene-builder.h"
#include "ui-support.h"

#include <glib/gstdio.h>
#include <string.h>

/* @n cards of 200 points with gaps of 20, one below the other. */
static NidaScene *
cards_scene (double width,
             guint  n)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (width, n * 220, 1, FALSE);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = g_strdup_printf ("card/%u", i);

      nida_scene_builder_rect (builder, key, (NidaBox) { 0, i * 220, width, 200 }, NIDA_COLOR_CARD)->stroke = NIDA_COLOR_BORDER;
    }
  return nida_scene_builder_end (builder);
}

static void
test_breaks (void)
{
  g_autoptr (NidaScene) scene = cards_scene (400, 5);
  g_autoptr (GArray) breaks = nida_print_find_breaks (scene, 500), one = nida_print_find_breaks (scene, 2000);
  g_autoptr (GArray) low = nida_print_find_breaks (scene, 90);
  double start = 0;

  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (breaks->len, ==, 3);
  for (guint i = 0; i < breaks->len; i++)
    {
      double end = g_array_index (breaks, double, i);

      g_assert_cmpfloat (end - start, <=, 500);
      g_assert_cmpfloat (end - start, >, 0);
      /* No card is cut. */
      g_assert_true (end == 1100 || end - 220 * (guint) (end / 220) > 200);
      start = end;
    }
  g_assert_cmpfloat (start, ==, 1100);
  /* Cards that are higher than a page are cut, but all of them are printed. */
  g_assert_cmpfloat (g_array_index (low, double, low->len - 1), ==, 1100);
}

static NidaScene *
build_words (double   width,
             double   height,
             gpointer data)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (width, 900, 1, data != NULL);

  nida_scene_builder_text (builder, "title", (NidaBox) { 0, 0, width, 20 }, NIDA_FONT_TITLE, NIDA_COLOR_TEXT, NIDA_ANCHOR_START, "Kuwait");
  nida_scene_builder_rect (builder, "card/0", (NidaBox) { 0, 40, width, 500 }, NIDA_COLOR_CARD);
  nida_scene_builder_rect (builder, "card/1", (NidaBox) { 0, 560, width, 300 }, NIDA_COLOR_CARD);
  nida_scene_builder_set_words (builder, "Kuwait", "Kuwait gave 17 million.");
  return nida_scene_builder_end (builder);
}

static NidaScene *
build_tall (double   width,
            double   height,
            gpointer data)
{
  return cards_scene (width, 8);
}

static char *
export (GtkPrintOperation *operation,
        const char        *paper,
        guint             *n_pages)
{
  g_autofree char *folder = g_dir_make_tmp ("nida-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.pdf", NULL);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (paper);
  g_autoptr (GError) error = NULL;
  char *bytes;
  gsize length;
  GtkPrintOperationResult result;

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_export_filename (operation, path);
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_object_get (operation, "n-pages", n_pages, NULL);
  g_assert_true (g_file_get_contents (path, &bytes, &length, &error));
  g_assert_true (g_str_has_prefix (bytes, "%PDF"));
  for (gsize i = 0; i < length; i++)
    if (bytes[i] == '\0')
      bytes[i] = ' ';
  g_unlink (path);
  g_rmdir (folder);
  return bytes;
}

static void
test_pages (void)
{
  g_autoptr (GtkPrintOperation) small = nida_print_operation_new ("Tall", FALSE, build_tall, NULL, NULL);
  g_autoptr (GtkPrintOperation) large = nida_print_operation_new ("Tall", FALSE, build_tall, NULL, NULL);
  guint n_small, n_large;
  g_autofree char *a4 = export (small, GTK_PAPER_NAME_A4, &n_small);
  g_autofree char *a3 = export (large, GTK_PAPER_NAME_A3, &n_large);

  g_assert_cmpuint (n_small, ==, 3);
  g_assert_cmpuint (n_large, ==, 2);
  g_assert_nonnull (strstr (a4, "/Title (Tall)"));
  g_assert_nonnull (strstr (a4, "595"));
  g_assert_nonnull (strstr (a3, "1190"));
}

/* A printed file says its language, and what its pages show, as one that is saved does. */
static void
test_words (void)
{
  for (guint rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (GtkPrintOperation) operation = nida_print_operation_new ("Received", FALSE, build_words, rtl ? "ar" : NULL, NULL);
      guint n_pages;
      g_autofree char *pdf = export (operation, GTK_PAPER_NAME_A4, &n_pages);

      g_assert_cmpuint (n_pages, ==, 2);
      g_assert_nonnull (strstr (pdf, rtl ? "/Lang (ar)" : "/Lang (en)"));
      g_assert_nonnull (strstr (pdf, "/Alt <FEFF004B00750077006100690074"));      /* "Kuwait" */
      g_assert_nonnull (strstr (pdf, "/Title (Kuwait)"));      /* of the page, not of the job */
      g_assert_nonnull (strstr (pdf, "/Subject (Kuwait gave 17 million.)"));
    }
}

static NidaScene *
same (double   width,
      double   height,
      gpointer data)
{
  return g_object_ref (data);
}

static void
test_whole_page (void)
{
  g_autoptr (NidaScene) page = cards_scene (595, 4);
  g_autoptr (GtkPrintOperation) operation = nida_print_operation_new ("Page", TRUE, same, g_object_ref (page), g_object_unref);
  guint n_pages;
  g_autofree char *pdf = export (operation, GTK_PAPER_NAME_A3, &n_pages);

  g_assert_cmpuint (n_pages, ==, 1);
}

/* Two things that are printed to files one after the other do not become one file. */
static void
test_file_name (void)
{
  g_autoptr (GtkPrintOperation) first = nida_print_operation_new ("Kuwait: 2024/25", FALSE, build_tall, NULL, NULL);
  g_autoptr (GtkPrintOperation) second = nida_print_operation_new ("الكويت", FALSE, build_tall, NULL, NULL);

  g_assert_cmpstr (gtk_print_settings_get (gtk_print_operation_get_print_settings (first), GTK_PRINT_SETTINGS_OUTPUT_BASENAME), ==, "Kuwait- 2024-25");
  g_assert_cmpstr (gtk_print_settings_get (gtk_print_operation_get_print_settings (second), GTK_PRINT_SETTINGS_OUTPUT_BASENAME), ==, "الكويت");
}

static NidaScene *
build_nothing (double   width,
               double   height,
               gpointer data)
{
  return NULL;
}

static void
test_nothing (void)
{
  g_autofree char *path = ui_test_write ("nothing.pdf", "");
  g_autoptr (GtkPrintOperation) operation = nida_print_operation_new ("Nothing", FALSE, build_nothing, NULL, NULL);

  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, NULL), !=,
                   GTK_PRINT_OPERATION_RESULT_ERROR);
}

static gboolean
has_pictures (gpointer data)
{
  GtkWidget *box = data;

  return gtk_widget_get_last_child (box) != NULL;
}

static GtkWidget *
find_box (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = GTK_IS_BOX (child) ? child : find_box (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The window of the preview of @operation, with its pages. */
static GtkWidget *
show_preview (GtkPrintOperation *operation,
              GtkWidget         *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *window = NULL;

  gtk_window_present (GTK_WINDOW (parent));
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PREVIEW, GTK_WINDOW (parent), NULL);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) one = g_list_model_get_item (windows, i);

      if (one != parent)
        window = one;
    }
  g_assert_nonnull (window);
  g_assert_true (ui_test_wait (has_pictures, find_box (window)));
  return window;
}

static void
test_preview (void)
{
  GtkWidget *parent = gtk_window_new (), *window;
  g_autoptr (GtkPrintOperation) operation = nida_print_operation_new ("Tall", FALSE, build_tall, NULL, NULL);
  guint n = 0;

  window = show_preview (operation, parent);
  for (GtkWidget *child = gtk_widget_get_first_child (find_box (window)); child != NULL; child = gtk_widget_get_next_sibling (child))
    n++;
  g_assert_cmpuint (n, ==, 3);
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (parent));
}

/* A3 that lies on its side is wider than the window at its own size. */
static void
test_preview_of_wide_paper (void)
{
  GtkWidget *parent = gtk_window_new (), *window;
  g_autoptr (GtkPrintOperation) operation = nida_print_operation_new ("Tall", FALSE, build_tall, NULL, NULL);
  g_autoptr (GtkPaperSize) a3 = gtk_paper_size_new (GTK_PAPER_NAME_A3);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GdkPaintable *page;
  int width, height;

  gtk_page_setup_set_paper_size_and_default_margins (setup, a3);
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  window = show_preview (operation, parent);
  page = gtk_picture_get_paintable (GTK_PICTURE (gtk_widget_get_first_child (find_box (window))));
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (page), >, width * 0.9);
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (page), <, width);
  g_assert_cmpfloat_with_epsilon (gdk_paintable_get_intrinsic_aspect_ratio (page), 420.0 / 297.0, 0.01);
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (parent));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/print/breaks/between-cards", test_breaks);
  g_test_add_func ("/print/pages/of-a4-and-a3", test_pages);
  g_test_add_func ("/print/file/has-its-language-and-description", test_words);
  g_test_add_func ("/print/whole-page/is-one-page", test_whole_page);
  g_test_add_func ("/print/file/is-called-as-what-is-printed", test_file_name);
  g_test_add_func ("/print/nothing/is-cancelled", test_nothing);
  g_test_add_func ("/print/preview/shows-every-page", test_preview);
  g_test_add_func ("/print/preview/of-wide-paper-is-no-wider-than-its-window", test_preview_of_wide_paper);
  return g_test_run ();
}
