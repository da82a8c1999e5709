/* A button for each key. */
#include "config.h"

#include "presenter-keys.h"
#include "show-support.h"
#include "ui-support.h"

typedef struct {
  TestSlides *slides;
  NidaShow   *show;
  GtkWidget  *keys;
  gint64      clock;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->slides = test_slides_new ();
  fixture->show = test_show_new (fixture->slides, &fixture->clock);
  fixture->keys = g_object_ref_sink (nida_presenter_keys_new (fixture->show));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->keys);
  g_object_unref (fixture->show);
  g_object_unref (fixture->slides);
}

static gboolean
has_words (GtkWidget  *widget,
           const char *words)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_words (child, words))
      return TRUE;
  return FALSE;
}

static GtkWidget *
find (Fixture    *fixture,
      const char *words)
{
  for (GtkWidget *child = gtk_widget_get_first_child (fixture->keys); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_words (child, words))
      return child;
  g_error ("There is no button “%s”", words);
}

static void
test_click (Fixture       *fixture,
            gconstpointer  data)
{
  g_signal_emit_by_name (find (fixture, "Next"), "clicked");
  g_assert_cmpuint (nida_show_get_slide (fixture->show), ==, 1);
  g_signal_emit_by_name (find (fixture, "Black"), "clicked");
  g_assert_cmpint (nida_show_get_screen (fixture->show), ==, NIDA_SHOW_BLACK);
}

static void
test_key (Fixture       *fixture,
          gconstpointer  data)
{
  g_assert_true (find (fixture, "PgDn") == find (fixture, "Next"));
  g_assert_true (find (fixture, "O") == find (fixture, "Overview"));
  g_assert_false (gtk_widget_get_focus_on_click (find (fixture, "Next")));
}

static void
test_language (Fixture       *fixture,
               gconstpointer  data)
{
  g_signal_emit_by_name (find (fixture, "العربية"), "clicked");
  g_assert_true (nida_language_is_arabic (nida_show_get_language (fixture->show)));
  g_assert_nonnull (find (fixture, "English"));
}

static void
test_refresh (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *button = find (fixture, "R");

  g_assert_false (gtk_widget_get_sensitive (button));
  fixture->slides->pending = "1 new flow";
  g_signal_emit_by_name (fixture->slides, "pending-changed");
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (fixture->slides->taken, ==, 1);
  g_assert_false (gtk_widget_get_sensitive (button));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  ADD ("/presenter-keys/a-click-is-the-key", test_click);
  ADD ("/presenter-keys/each-says-its-key", test_key);
  ADD ("/presenter-keys/a-language-by-its-own-name", test_language);
  ADD ("/presenter-keys/an-update-when-there-is-one", test_refresh);
  return g_test_run ();
}
