/* What was opened before. */
#include "config.h"

#include "recent.h"
#include "ui-support.h"

#include "look.h"

#include <glib/gstdio.h>

static void
test_round_trip (void)
{
  g_autoptr (NidaRecent) recent = nida_recent_parse ("1700000000\tTitle\t42\t9000\tfile:///a.csv file:///b.csv");
  g_autofree char *text = NULL;

  g_assert_nonnull (recent);
  g_assert_cmpuint (recent->rows, ==, 42);
  g_assert_cmpint (recent->money, ==, 9000);
  g_assert_cmpuint (g_strv_length (recent->uris), ==, 2);
  text = nida_recent_to_string (recent);
  g_assert_cmpstr (text, ==, "1700000000\tTitle\t42\t9000\tfile:///a.csv file:///b.csv");
}

static void
test_rubbish (void)
{
  g_assert_null (nida_recent_parse (""));
  g_assert_null (nida_recent_parse ("file:///a.csv"));
  g_assert_null (nida_recent_parse ("1\t2\t3\t4\t"));
}

static void
test_available (void)
{
  g_autofree char *path = ui_test_write ("recent.csv", ui_test_csv);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *text = g_strdup_printf ("1\tT\t1\t\t%s", uri);
  g_autoptr (NidaRecent) recent = nida_recent_parse (text);
  g_autoptr (NidaRecent) address = nida_recent_parse ("1\tT\t1\t\thttps://example.org/a.csv");

  g_assert_true (nida_recent_is_available (recent));
  g_assert_cmpint (recent->money, ==, NIDA_MONEY_NONE);
  g_remove (path);
  g_assert_false (nida_recent_is_available (recent));
  g_assert_true (nida_recent_is_available (address));
}

static void
assert_label (GPtrArray  *list,
              guint       at,
              const char *title,
              const char *behind)
{
  g_autofree char *label = nida_recent_dup_label (list->pdata[at], list);

  g_assert_nonnull (strstr (label, title));
  g_assert_cmpint (strstr (label, " · ") != NULL, ==, behind != NULL);
  if (behind != NULL)
    g_assert_nonnull (strstr (label, behind));
}

/* What is called alike is told apart. */
static void
test_labels (void)
{
  g_autofree char *draft = g_build_filename (g_get_user_data_dir (), "nida", "drafts", "a.nida", NULL);
  g_autofree char *uri = g_filename_to_uri (draft, NULL, NULL), *text = g_strconcat ("3\tSame\t1\t\t", uri, NULL);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_recent_free);

  g_ptr_array_add (list, nida_recent_parse ("1\tSame\t1\t\tfile:///x/flows.csv file:///x/needs.csv"));
  g_ptr_array_add (list, nida_recent_parse ("2\tOther\t1\t\tfile:///x/flows.csv"));
  g_ptr_array_add (list, nida_recent_parse (text));
  assert_label (list, 0, "Same", "flows.csv");
  assert_label (list, 1, "Other", NULL);
  assert_label (list, 2, "Same", "Draft");
}

static gboolean
has_recent (gpointer data)
{
  g_autoptr (GPtrArray) list = nida_recent_list (nida_look_get_settings (nida_look_get ()));

  return list->len > 0;
}

static void
test_opening_adds_once (void)
{
  GSettings *settings = nida_look_get_settings (nida_look_get ());
  g_autofree char *path = ui_test_write ("twice.csv", ui_test_csv);
  g_autoptr (GPtrArray) list = NULL;
  const NidaRecent *first;

  g_settings_reset (settings, "recent");
  for (guint i = 0; i < 2; i++)
    {
      NidaWindow *window = ui_test_open (path);

      g_assert_true (ui_test_wait (has_recent, NULL));
      ui_test_run_for (200);
      ui_test_close (window);
    }
  list = nida_recent_list (settings);
  g_assert_cmpuint (list->len, ==, 1);
  first = g_ptr_array_index (list, 0);
  g_assert_cmpuint (first->rows, ==, 6);
  g_assert_cmpint (first->money, ==, 600000 * NIDA_MONEY_UNIT);
  nida_recent_remove (settings, first);
  g_assert_false (has_recent (NULL));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/recent/text/round-trip", test_round_trip);
  g_test_add_func ("/recent/text/rubbish-is-no-entry", test_rubbish);
  g_test_add_func ("/recent/available/a-file-that-is-gone-is-not", test_available);
  g_test_add_func ("/recent/opened/twice-is-one-entry", test_opening_adds_once);
  g_test_add_func ("/recent/labels/tell-apart-what-is-called-alike", test_labels);
  return g_test_run ();
}
