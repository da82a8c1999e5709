/* donor-window.c and donor-page.c: the page of the donor window follows its choices; the language of the report is its own. */
#include "config.h"

#include "donor-window.h"
#include "look.h"
#include "ui-support.h"

#include <string.h>

static GtkWidget *
open_window (NidaWindow *window,
             const char *donor)
{
  GtkWidget *dialog = nida_donor_window_new (GTK_WINDOW (window), nida_window_get_session (window), donor);

  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

/* The @n-th widget of @type below @widget, in the order of the form. */
static GtkWidget *
find (GtkWidget *widget,
      GType      type,
      guint     *n)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*n)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? NULL : find (child, type, n);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
nth (GtkWidget *dialog,
     GType      type,
     guint      n)
{
  return find (dialog, type, &n);
}

typedef struct { NidaDonorWindow *dialog; const char *key; } Wanted;

static gboolean
has_node (gpointer data)
{
  const Wanted *wanted = data;
  NidaScene *page = nida_donor_window_get_page (wanted->dialog);

  return page != NULL && nida_scene_find (page, wanted->key) != NULL;
}

static gboolean
has_no_page (gpointer dialog)
{
  return nida_donor_window_get_page (dialog) == NULL;
}

static gboolean
has_page (gpointer dialog)
{
  return nida_donor_window_get_page (dialog) != NULL;
}

static gboolean
is_rtl (gpointer dialog)
{
  NidaScene *page = nida_donor_window_get_page (dialog);

  return page != NULL && nida_scene_is_rtl (page);
}

static void
test_donor (void)
{
  g_autofree char *path = ui_test_write ("donor.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  GtkWidget *dialog = open_window (window, "Kuwait");
  NidaScene *page;

  g_assert_true (ui_test_wait (has_page, dialog));
  g_assert_true (ui_test_wait (has_page, dialog));
  page = nida_donor_window_get_page (NIDA_DONOR_WINDOW (dialog));
  g_assert_nonnull (strstr (nida_scene_get_title (page), "Kuwait"));
  g_assert_false (nida_scene_is_rtl (page));
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_test_close (window);
}

/* What the toolkit says where a donor is looked for has no Arabic. */
static void
test_search (void)
{
  g_autofree char *path = ui_test_write ("search.csv", ui_test_csv), *words = NULL;
  NidaWindow *window = ui_test_open (path);
  GtkWidget *dialog = open_window (window, NULL);

  g_object_get (nth (dialog, GTK_TYPE_SEARCH_ENTRY, 0), "placeholder-text", &words, NULL);
  g_assert_cmpstr (words, ==, "Find…");
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_test_close (window);
}

static void
test_language (void)
{
  g_autofree char *path = ui_test_write ("language.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  GtkWidget *dialog = open_window (window, "Kuwait");
  NidaScene *page;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (nth (dialog, GTK_TYPE_DROP_DOWN, 1)), 1);
  g_assert_true (ui_test_wait (is_rtl, dialog));
  page = nida_donor_window_get_page (NIDA_DONOR_WINDOW (dialog));
  g_assert_nonnull (strstr (nida_scene_get_title (page), "الكويت"));
  /* The window goes on in its own language. */
  g_assert_cmpstr (nida_speech_get_code (), ==, "en");
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_test_close (window);
}

static void
test_mark_and_letterhead (void)
{
  g_autofree char *path = ui_test_write ("mark.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  GtkWidget *dialog = open_window (window, "Kuwait");
  GtkWidget *letterhead = nth (dialog, GTK_TYPE_ENTRY, 0), *embargo = nth (dialog, GTK_TYPE_ENTRY, 1);

  g_assert_true (ui_test_wait (has_page, dialog));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (nth (dialog, GTK_TYPE_DROP_DOWN, 2)), 1);
  g_assert_true (ui_test_wait (has_node, &(Wanted) { NIDA_DONOR_WINDOW (dialog), "mark" }));
  gtk_editable_set_text (GTK_EDITABLE (letterhead), "Desk of Relief");
  g_assert_true (ui_test_wait (has_node, &(Wanted) { NIDA_DONOR_WINDOW (dialog), "head/letterhead" }));
  /* A picture that is not there, and an embargo without a day, are no page. */
  gtk_editable_set_text (GTK_EDITABLE (letterhead), "/nowhere/logo.png");
  g_assert_true (ui_test_wait (has_no_page, dialog));
  gtk_editable_set_text (GTK_EDITABLE (letterhead), "");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (nth (dialog, GTK_TYPE_DROP_DOWN, 2)), 2);
  g_assert_true (gtk_widget_get_visible (embargo));
  ui_test_run_for (400);
  g_assert_null (nida_donor_window_get_page (NIDA_DONOR_WINDOW (dialog)));
  gtk_editable_set_text (GTK_EDITABLE (embargo), "2026-12-01");
  g_assert_true (ui_test_wait (has_node, &(Wanted) { NIDA_DONOR_WINDOW (dialog), "mark" }));
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_test_close (window);
}

/* --- closed, and changed, while the page is made --- */

static void
test_closed_early (void)
{
  g_autofree char *path = ui_test_write ("early.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  GtkWidget *dialog;

  for (guint wait = 0; wait < 60; wait += 15)
    {
      dialog = open_window (window, "Kuwait");
      g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
      ui_test_run_for (wait);
      gtk_window_destroy (GTK_WINDOW (dialog));
      ui_test_run_for (50);
      g_assert_null (dialog);
    }
  ui_test_close (window);
}

static void
test_latest (void)
{
  g_autofree char *path = ui_test_write ("latest.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  GtkWidget *dialog = open_window (window, "Kuwait"), *language = nth (dialog, GTK_TYPE_DROP_DOWN, 1);
  NidaScene *page;

  g_assert_true (ui_test_wait (has_page, dialog));
  for (guint i = 0; i < 5; i++)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (language), 1 - i % 2);
  g_assert_true (ui_test_wait (is_rtl, dialog));
  page = nida_donor_window_get_page (NIDA_DONOR_WINDOW (dialog));
  ui_test_run_for (400);
  g_assert_true (nida_donor_window_get_page (NIDA_DONOR_WINDOW (dialog)) == page);
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/donor-window/donor/is-the-one-asked-for", test_donor);
  g_test_add_func ("/donor-window/donor/is-looked-for-in-words-of-nida", test_search);
  g_test_add_func ("/donor-window/language/is-the-report-s-own", test_language);
  g_test_add_func ("/donor-window/mark-and-letterhead", test_mark_and_letterhead);
  g_test_add_func ("/donor-window/page/closed-while-it-is-made", test_closed_early);
  g_test_add_func ("/donor-window/page/the-latest-wins", test_latest);
  return g_test_run ();
}
