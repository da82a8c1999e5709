#include "version.h"

#include <string.h>

#define SHA "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static NidaVersion *
new_version (void)
{
  NidaVersion *self = nida_version_new ("https://a.org/x?y=[1]", "ن = x\n2");

  self->final_uri = g_strdup ("https://b.org/z");
  self->fetched_at = G_GINT64_CONSTANT (1764000000123456);
  self->checked_at = self->fetched_at + 5;
  self->size = 100;
  self->checksum = g_strdup (SHA);
  nida_version_add_page (self, "https://a.org/x?y=[1]", "\"a;b\\c\"", NULL, 0, 60);
  nida_version_add_page (self, "https://a.org/2", NULL, "Mon, 05 Oct 2026 10:00:00 GMT", 61, 39);
  return self;
}

static void
test_round_trip (void)
{
  g_autoptr (NidaVersion) version = new_version ();
  g_autofree char *text = nida_version_to_text (version);
  g_autoptr (NidaVersion) again = nida_version_from_text (text, strlen (text));
  g_autofree char *text2 = NULL;

  g_assert_nonnull (again);
  text2 = nida_version_to_text (again);
  g_assert_cmpstr (text, ==, text2);
  g_assert_cmpstr (again->name, ==, version->name);
  g_assert_cmpint (again->fetched_at, ==, version->fetched_at);
  g_assert_cmpstr (nida_version_find_page (again, "https://a.org/x?y=[1]")->etag, ==, "\"a;b\\c\"");
  g_assert_cmpuint (nida_version_find_page (again, "https://a.org/2")->length, ==, 39);
  g_assert_null (nida_version_find_page (again, "https://a.org/3"));
}

/* A text that was cut or tampered with names no place outside of its own. */
static void
test_damaged (void)
{
  g_autoptr (NidaVersion) version = new_version ();
  g_autofree char *text = nida_version_to_text (version);
  static const char * const bad[][2] = {
    { "sha256=0123", "sha256=../3" }, { "length=39", "length=40" }, { "offset=61", "offset=101" },
    { "fetched-at=1", "fetched-at=-" }, { "uri=", "url=" }, { "pages=2", "pages=3" }, { "pages=2", "pages=-1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_auto (GStrv) parts = g_strsplit (text, bad[i][0], 2);
      g_autofree char *changed = g_strjoinv (bad[i][1], parts);

      g_assert_cmpstr (changed, !=, text);
      g_assert_null (nida_version_from_text (changed, strlen (changed)));
    }
  for (gsize n = 0; n < strlen (text); n++)
    {
      g_autoptr (NidaVersion) part = nida_version_from_text (text, n);

      g_assert_true (part == NULL || part->size <= 100);
    }
}

static void
test_order (void)
{
  g_autoptr (NidaVersion) old = new_version (), young = new_version ();
  gconstpointer pair[] = { old, young };

  young->fetched_at = old->fetched_at + 1;
  g_assert_cmpint (nida_version_compare_times (&pair[0], &pair[1]), >, 0);
  g_assert_cmpint (nida_version_compare_times (&pair[1], &pair[0]), <, 0);
  g_assert_cmpint (nida_version_compare_times (&pair[0], &pair[0]), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/version/text/and-back", test_round_trip);
  g_test_add_func ("/version/text/damaged-is-none", test_damaged);
  g_test_add_func ("/version/order/the-one-met-last-first", test_order);
  return g_test_run ();
}
