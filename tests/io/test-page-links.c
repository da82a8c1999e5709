#include "support.h"

#include "page-links.h"

static gboolean
read_text (const char     *text,
           NidaPageLinks  *links,
           GError        **error)
{
  g_autoptr (NidaBytes) bytes = nida_bytes_new ("x.json", NULL);

  g_assert_true (nida_bytes_append (bytes, text, strlen (text), NULL));
  return nida_page_links_read (bytes, links, NULL, error);
}

static void
test_page (void)
{
  g_auto (NidaPageLinks) links = { 0 };

  g_assert_true (read_text ("{\"status\":\"ok\",\"data\":{\"x\":[1,2],\"flows\":[{\"id\":\"1\",\"a\":[{},{}]},{\"id\":\"2\"}]},"
                            "\"meta\":{\"nextLink\":\"https:\\/\\/a.org\\/?page=2\\u0026x=\\u0646\",\"count\":484}}",
                            &links, NULL));
  g_assert_true (links.is_page);
  g_assert_cmpstr (links.next, ==, "https://a.org/?page=2&x=ن");
  g_assert_cmpuint (links.stated, ==, 484);
  g_assert_cmpuint (links.held, ==, 2);
}

static void
assert_alone (const char *text,
              gboolean    is_page)
{
  g_auto (NidaPageLinks) links = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (read_text (text, &links, &error));
  g_assert_no_error (error);
  g_assert_null (links.next);
  g_assert_cmpint (links.is_page, ==, is_page);
  g_assert_cmpuint (links.stated, ==, 0);
}

static void
test_alone (void)
{
  assert_alone ("{\"data\":{\"flows\":[]}}", TRUE);
  assert_alone ("{\"data\":{\"flows\":[]},\"meta\":null}", TRUE);
  assert_alone ("{\"data\":{\"flows\":[]},\"meta\":{\"nextLink\":null,\"count\":-3}}", TRUE);
  assert_alone ("{\"data\":{\"flows\":[]},\"meta\":{\"nextLink\":\"\",\"count\":\"5\"}}", TRUE);
  assert_alone ("{\"grants\":[],\"meta\":{\"nextLink\":\"https://a.org/\"}}", FALSE);
  assert_alone ("kind,amount\npaid,1\n", FALSE);
  assert_alone ("", FALSE);
}

static void
test_cut (void)
{
  const char *page = "{\"data\":{\"flows\":[{\"id\":\"1\"},{\"id\":\"2\"}]},\"meta\":{\"count\":2}}";

  for (gsize n = strlen ("{\"data\":{\"flows\":[{"); n < strlen (page); n++)
    {
      g_autofree char *part = g_strndup (page, n);
      g_auto (NidaPageLinks) links = { 0 };
      g_autoptr (GError) error = NULL;

      g_assert_false (read_text (part, &links, &error));
      g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_INCOMPLETE);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-links/page/says-how-to-go-on", test_page);
  g_test_add_func ("/page-links/alone/has-no-next", test_alone);
  g_test_add_func ("/page-links/cut/is-incomplete", test_cut);
  return g_test_run ();
}
