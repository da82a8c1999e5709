/* show-run.c, before a session manager of the test's own: each show asks that the screen stays awake and gives it back; without
 * one the presenter is told. */
#include "config.h"

#include "desktop-support.h"
#include "heads-support.h"
#include "look.h"
#include "show-run.h"
#include "show-support.h"
#include "ui-support.h"

#define SUSPEND 4u
#define IDLE    8u

static gboolean
is_mapped (gpointer window)
{
  return gtk_widget_get_mapped (window);
}

static NidaShowRun *
begin (GtkWindow  *parent,
       TestSlides *slides,
       gboolean    here)
{
  g_autoptr (NidaLanguage) english = nida_look_make_language (nida_look_get (), "en"), arabic = nida_look_make_language (nida_look_get (), "ar");
  g_autoptr (NidaShow) show = nida_show_new (NIDA_SHOW_SOURCE (slides), english, arabic, FALSE);

  return nida_show_run_begin (show, parent, "Briefing", here);
}

static GtkWindow *
open_parent (GtkApplication *application)
{
  GtkWindow *parent = GTK_WINDOW (g_object_new (GTK_TYPE_WINDOW, "application", application, NULL));

  gtk_window_present (parent);
  g_assert_true (ui_test_wait (is_mapped, parent));
  return parent;
}

static gboolean
is_given_back (gpointer data)
{
  return test_desktop_get ().held == 0;
}

/* By Escape, by the window that is closed, by another show: whatever ends it. */
static void
test_paired (void)
{
  g_autoptr (TestSlides) slides = test_slides_new ();
  GtkWindow *parent = open_parent (ui_test_application ());
  TestDesktop before = test_desktop_get (), now;

  for (guint i = 0; i < 3; i++)
    {
      NidaShowRun *run = begin (parent, slides, i == 2);

      now = test_desktop_get ();
      g_assert_cmpuint (now.inhibits, ==, before.inhibits + i + 1);
      g_assert_cmpuint (now.held, ==, 1);
      g_assert_cmpuint (now.flags, ==, SUSPEND | IDLE);
      g_assert_cmpstr (now.reason, ==, "A presentation is running");
      g_assert_true (nida_show_is_awake (nida_show_run_get_show (run)));
      if (i == 0)
        nida_show_run (nida_show_run_get_show (run), NIDA_SHOW_BACK);
      else
        gtk_window_close (GTK_WINDOW (nida_show_run_get_audience (run)));
      g_assert_null (nida_show_run_get_current ());
      g_assert_true (ui_test_wait (is_given_back, NULL));
    }
  gtk_window_destroy (parent);
  ui_test_run_for (50);
}

static void
test_replaced (void)
{
  g_autoptr (TestSlides) slides = test_slides_new ();
  GtkWindow *parent = open_parent (ui_test_application ());

  begin (parent, slides, FALSE);
  begin (parent, slides, FALSE);
  ui_test_run_for (50);
  g_assert_cmpuint (test_desktop_get ().held, ==, 1);
  gtk_window_destroy (parent);
  g_assert_null (nida_show_run_get_current ());
  g_assert_true (ui_test_wait (is_given_back, NULL));
  ui_test_run_for (50);
}

static gboolean
says (GtkWidget  *widget,
      const char *words)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return TRUE;
  return FALSE;
}

/* Where nobody heeds it the speaker is told, who can press a key from time to time. */
static void
test_not_heeded (void)
{
  g_autoptr (TestSlides) slides = test_slides_new ();
  GtkWindow *parent = open_parent (ui_test_application ());
  NidaShowRun *run = begin (parent, slides, FALSE);
  GtkWidget *presenter = GTK_WIDGET (nida_show_run_get_presenter (run));

  g_assert_true (says (presenter, "The screen stays awake"));
  nida_show_run_end (run);
  gtk_window_set_application (parent, NULL);
  run = begin (parent, slides, FALSE);
  g_assert_false (nida_show_is_awake (nida_show_run_get_show (run)));
  g_assert_true (says (GTK_WIDGET (nida_show_run_get_presenter (run)), "The desktop may put the screen to sleep"));
  nida_show_run_end (run);
  gtk_window_destroy (parent);
  g_assert_true (ui_test_wait (is_given_back, NULL));
}

int
main (int    argc,
      char **argv)
{
  test_desktop_start ();
  ui_test_init (&argc, &argv);
  g_test_add_func ("/show-awake/asked-and-given-back", test_paired);
  g_test_add_func ("/show-awake/another-show-takes-its-place", test_replaced);
  g_test_add_func ("/show-awake/the-speaker-is-told-where-nobody-heeds", test_not_heeded);
  return g_test_run ();
}
