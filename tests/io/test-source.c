#include "source.h"

#include "loader.h"

#include <string.h>

static void
assert_source (const char     *input,
               NidaSourceType  type,
               const char     *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaSource) source = nida_source_new (input, FALSE, &error);

  g_assert_no_error (error);
  g_assert_cmpint (source->type, ==, type);
  g_assert_cmpstr (source->name, ==, name);
}

static void
test_kinds (void)
{
  assert_source ("-", NIDA_SOURCE_STDIN, "standard input");
  assert_source ("/tmp/a b.csv", NIDA_SOURCE_FILE, "a b.csv");
  assert_source ("file:///tmp/%D9%86.csv", NIDA_SOURCE_FILE, "ن.csv");
  assert_source ("c:colon.csv", NIDA_SOURCE_FILE, "c:colon.csv");
  assert_source ("https://data.humdata.org/x/fts%20a.csv?download=1", NIDA_SOURCE_WEB, "fts a.csv");
  assert_source ("https://data.humdata.org", NIDA_SOURCE_WEB, "data.humdata.org");
  assert_source ("http://localhost:8080/a.csv", NIDA_SOURCE_WEB, "a.csv");
  assert_source ("http://127.0.0.1/a.csv", NIDA_SOURCE_WEB, "a.csv");
  assert_source ("http://[::1]/a.csv", NIDA_SOURCE_WEB, "a.csv");
}

static void
assert_refused (const char *uri,
                gboolean    allow_http,
                const char *says)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (nida_source_check_web (uri, allow_http, &error));
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NETWORK);
  g_assert_nonnull (strstr (error->message, says));
  g_assert_null (strstr (error->message, "secret"));
}

static void
test_refused (void)
{
  assert_refused ("http://example.org/a.csv", FALSE, "--allow-http");
  assert_refused ("https://me:secret@example.org/a.csv", TRUE, "user name");
  assert_refused ("ftp://example.org/a.csv", TRUE, "https");
  assert_refused ("https://", TRUE, "not an address");
  assert_refused ("http://localhost.example.org/", FALSE, "--allow-http");
  g_assert_true (nida_source_check_web ("http://example.org/a.csv", TRUE, NULL));
}

static void
assert_redirect (const char *from,
                 const char *location,
                 const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *to = nida_source_redirect (from, location, TRUE, &error);

  g_assert_cmpstr (to, ==, expected);
  g_assert_cmpint (error != NULL, ==, expected == NULL);
}

static void
test_redirects (void)
{
  assert_redirect ("https://a.org/x/y.csv", "z.csv", "https://a.org/x/z.csv");
  assert_redirect ("https://a.org/x/y.csv", "https://b.org/z.csv", "https://b.org/z.csv");
  assert_redirect ("http://a.org/x", "https://a.org/x", "https://a.org/x");
  assert_redirect ("https://a.org/x", "http://a.org/x", NULL);
  assert_redirect ("https://a.org/x", "file:///etc/passwd", NULL);
  assert_redirect ("http://a.org/x", "ftp://a.org/x", NULL);
  assert_redirect ("https://a.org/x", "https://me:secret@a.org/x", NULL);
  assert_redirect ("https://a.org/x", NULL, NULL);
}

static void
assert_origin (const char *uri,
               const char *origin)
{
  g_autofree char *found = nida_source_dup_origin (uri);

  g_assert_cmpstr (found, ==, origin);
}

static void
test_origins (void)
{
  assert_origin ("https://API.example.org/v1?x=1#y", "https://api.example.org");
  assert_origin ("https://a.org:443/", "https://a.org");
  assert_origin ("http://a.org:80", "http://a.org");
  assert_origin ("http://a.org:443", "http://a.org:443");
  assert_origin ("https://a.org:8443/x", "https://a.org:8443");
  assert_origin ("http://[::1]:8000/x", "http://[::1]:8000");
  assert_origin ("file:///etc/passwd", NULL);
  assert_origin ("a.org", NULL);
  assert_origin ("", NULL);
  g_assert_true (nida_source_same_origin ("https://a.org/x", "https://A.ORG:443/y"));
  g_assert_false (nida_source_same_origin ("https://a.org/x", "http://a.org/x"));
  g_assert_false (nida_source_same_origin ("https://a.org", "https://a.org.evil.com"));
  g_assert_false (nida_source_same_origin ("https://a.org", "https://a.org@evil.com"));
  g_assert_false (nida_source_same_origin ("x", "x"));
  g_assert_true (nida_source_is_private ("https://a.org"));
  g_assert_true (nida_source_is_private ("http://127.0.0.1:1"));
  g_assert_false (nida_source_is_private ("http://a.org"));
}

static void
assert_parameter (const char *uri,
                  const char *added,
                  const char *removed)
{
  g_autofree char *with = nida_source_add_parameter (uri, "key", "a b&c");
  g_autofree char *without = nida_source_remove_parameter (uri, "key");
  g_autofree char *back = nida_source_remove_parameter (with, "key");

  g_assert_cmpstr (with, ==, added);
  g_assert_cmpstr (without, ==, removed);
  g_assert_cmpstr (back, ==, removed);
}

static void
test_parameters (void)
{
  assert_parameter ("https://a.org/x", "https://a.org/x?key=a%20b%26c", "https://a.org/x");
  assert_parameter ("https://a.org/x?y=1#z", "https://a.org/x?y=1&key=a%20b%26c#z", "https://a.org/x?y=1#z");
  assert_parameter ("https://a.org/x?key=old&y=1", "https://a.org/x?y=1&key=a%20b%26c", "https://a.org/x?y=1");
  assert_parameter ("https://a.org/x?k%65y=old", "https://a.org/x?key=a%20b%26c", "https://a.org/x");
  assert_parameter ("https://a.org/x?monkey=1", "https://a.org/x?monkey=1&key=a%20b%26c", "https://a.org/x?monkey=1");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source/kinds", test_kinds);
  g_test_add_func ("/source/refused/addresses-that-must-not-be-asked", test_refused);
  g_test_add_func ("/source/redirect/https-never-becomes-http", test_redirects);
  g_test_add_func ("/source/origins/scheme-host-and-port", test_origins);
  g_test_add_func ("/source/parameters/are-added-and-removed", test_parameters);
  return g_test_run ();
}
