/* json-stream.c: a document in pieces, and every way in which it can be wrong. */
#include "support.h"

#include "json-stream.h"

#include <errno.h>
#include <sys/resource.h>

static NidaBytes *
bytes_of (const char *text,
          gssize      length)
{
  NidaBytes *bytes = nida_bytes_new ("a.json", NULL);

  g_assert_true (nida_bytes_append (bytes, text, length < 0 ? strlen (text) : (gsize) length, NULL));
  return bytes;
}

/* "path|number|offset+length|text" of each element, and then the envelope. */
static char *
take_apart (const char         *text,
            gssize              length,
            const char * const *paths,
            GError            **error)
{
  g_autoptr (NidaBytes) bytes = bytes_of (text, length);
  g_autoptr (NidaJsonStream) stream = nida_json_stream_new (bytes, 0, paths, NULL, NULL);
  GString *out = g_string_new (NULL);
  NidaJsonElement element;
  GError *failure = NULL;

  while (nida_json_stream_next (stream, &element, &failure))
    g_string_append_printf (out, "%s|%u|%" G_GUINT64_FORMAT "+%u|%s\n", element.path, element.number, element.offset,
                            element.length, json_object_to_json_string_ext (element.object, JSON_C_TO_STRING_PLAIN));
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      g_string_free (out, TRUE);
      return NULL;
    }
  g_string_append (out, json_object_to_json_string_ext (nida_json_stream_get_envelope (stream), JSON_C_TO_STRING_PLAIN));
  return g_string_free (out, FALSE);
}

static void
assert_pieces (const char         *text,
               const char * const *paths,
               const char         *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *pieces = take_apart (text, -1, paths, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (pieces, ==, expected);
}

/* The text is refused, and the message names the place "line 2, column 7". */
static void
assert_wrong (const char    *text,
              gssize         length,
              NidaReadError  code,
              const char    *place)
{
  static const char * const paths[] = { "data.flows", "", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *pieces = take_apart (text, length, paths, &error);

  if (pieces != NULL)
    g_error ("“%s” was read", text);
  g_assert_error (error, NIDA_READ_ERROR, (int) code);
  if (strstr (error->message, place) == NULL)
    g_error ("“%s” does not say “%s” (%s)", error->message, place, text);
}

static void
test_elements (void)
{
  static const char * const flows[] = { "data.flows", NULL };
  static const char * const root[] = { "", NULL };

  assert_pieces ("{\"status\": \"ok\", \"data\": {\"n\": [1, {\"flows\": [2]}], \"flows\": [{\"a\": \"]}\\\"\"} , 7,null]},\n"
                 " \"meta\": {\"count\": 2}}", flows,
                 "data.flows|1|62+13|{\"a\":\"]}\\\"\"}\ndata.flows|2|78+1|7\ndata.flows|3|80+4|null\n"
                 "{\"status\":\"ok\",\"data\":{\"n\":[1,{\"flows\":[2]}],\"flows\":[]},\"meta\":{\"count\":2}}");
  assert_pieces (" [ [1,[2]], \"x\", {} ] \n", root, "|1|3+7|[1,[2]]\n|2|12+3|\"x\"\n|3|17+2|{}\n[]");
  assert_pieces ("[]", root, "[]");
  assert_pieces ("{}", flows, "{}");
  assert_pieces ("{\"data\":{\"flows\":7}}", flows, "{\"data\":{\"flows\":7}}");
}

static void
test_found (void)
{
  assert_pieces ("{\"a\": [1, 2], \"b\": {\"c\": [ {\"x\": 1} ], \"d\": []}, \"e\": [{\"f\": [{\"g\": 1}]}]}", NULL,
                 "b.c|1|27+8|{\"x\":1}\ne|1|55+17|{\"f\":[{\"g\":1}]}\n{\"a\":[1,2],\"b\":{\"c\":[],\"d\":[]},\"e\":[]}");
}

static void
test_wrong (void)
{
  assert_wrong ("[{\"a\": 1}\n,{\"a\": NaN}]", -1, NIDA_READ_ERROR_FORMAT, "line 2, column 8");
  assert_wrong ("[Infinity]", -1, NIDA_READ_ERROR_FORMAT, "line 1, column 2");
  assert_wrong ("[{'a': 1}]", -1, NIDA_READ_ERROR_FORMAT, "line 1, column 3");
  assert_wrong ("[{\"a\": 1} {\"a\": 2}]", -1, NIDA_READ_ERROR_FORMAT, "line 1, column 11");
  assert_wrong ("[{\"a\": 1},]", -1, NIDA_READ_ERROR_FORMAT, "line 1, column 11");
  assert_wrong ("[,1]", -1, NIDA_READ_ERROR_FORMAT, "line 1, column 2");
  assert_wrong ("[{\"a\": [1}]]", -1, NIDA_READ_ERROR_FORMAT, "line 1, column 10");
  assert_wrong ("[{\"a\" 1}]", -1, NIDA_READ_ERROR_FORMAT, "line 1, column 7");
  assert_wrong ("[{\"ع\" 1}]", -1, NIDA_READ_ERROR_FORMAT, "line 1, column 7");
  assert_wrong ("[tru]", -1, NIDA_READ_ERROR_FORMAT, "line 1");
  assert_wrong ("[1] x", -1, NIDA_READ_ERROR_FORMAT, "line 1, column 5");
  assert_wrong ("{\"a\": 1}\n{\"a\": 2}", -1, NIDA_READ_ERROR_FORMAT, "line 2, column 1");
  assert_wrong ("// x\n[1]", -1, NIDA_READ_ERROR_FORMAT, "line 1, column 1");
  assert_wrong ("{a: 1}", -1, NIDA_READ_ERROR_FORMAT, "line 1, column 2");
  assert_wrong ("{\"data\" 1}", -1, NIDA_READ_ERROR_FORMAT, "line 1, column 9");
  assert_wrong ("{\"data\": {\"flows\": [1]}, \"b\": 01}", -1, NIDA_READ_ERROR_FORMAT, "line 1, column 33");
  assert_wrong ("{\"data\": {\"flows\": [{\"a\": [01]}]}}", -1, NIDA_READ_ERROR_FORMAT, "line 1, column 30");
}

static void
test_bytes (void)
{
  static const char zero[] = "[{\"a\": \"x\0y\"}]", zero_outside[] = "[1,\0 2]";

  assert_wrong (zero, sizeof zero - 1, NIDA_READ_ERROR_FORMAT, "line 1, column 10");
  assert_wrong (zero_outside, sizeof zero_outside - 1, NIDA_READ_ERROR_FORMAT, "line 1, column 4");
  assert_wrong ("[1,\n {\"a\": \"\xff\"}]", -1, NIDA_READ_ERROR_FORMAT, "line 2, column 9");
  assert_wrong ("{\"b\": \"\xc3\x28\"}", -1, NIDA_READ_ERROR_FORMAT, "line 1, column");
}

static void
test_cut (void)
{
  static const char text[] = "{\"status\": \"ok\", \"data\": {\"flows\": [{\"a\": [1, \"b\"]}, 2]}, \"meta\": null}";

  for (gssize length = 0; length < (gssize) sizeof text - 1; length++)
    assert_wrong (text, length, NIDA_READ_ERROR_INCOMPLETE, "line 1, column");
}

static char *
nest (guint depth)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append_c (text, '[');
  for (guint i = 0; i < depth; i++)
    g_string_append_c (text, ']');
  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  static const char * const root[] = { "", NULL };
  g_autofree char *deepest = nest (64);
  g_autofree char *deeper = nest (65);
  g_autofree char *abyss = nest (200000);
  g_autofree char *in_object = g_strconcat ("{\"a\":", deepest, "}", NULL);
  g_autofree char *pieces = take_apart (deepest, -1, root, NULL);

  g_assert_nonnull (pieces);
  assert_wrong (deeper, -1, NIDA_READ_ERROR_FORMAT, "line 1, column 65");
  assert_wrong (abyss, -1, NIDA_READ_ERROR_FORMAT, "column 65");
  assert_wrong (in_object, -1, NIDA_READ_ERROR_FORMAT, "64");
}

static gpointer
depth_thread (gpointer data)
{
  test_depth ();
  test_wrong ();
  return NULL;
}

/* A thread with a stack of 512 KB reads the deepest document. */
static void
test_small_stack (void)
{
  struct rlimit old, small;
  GThread *thread;

  g_assert_cmpint (getrlimit (RLIMIT_STACK, &old), ==, 0);
  small = old;
  small.rlim_cur = 512 << 10;
  g_assert_cmpint (setrlimit (RLIMIT_STACK, &small), ==, 0);
  thread = g_thread_new ("small", depth_thread, NULL);
  g_thread_join (thread);
  setrlimit (RLIMIT_STACK, &old);
}

static void
test_limits (void)
{
  g_autofree char *million = g_strnfill (NIDA_JSON_MAX_FIELD, 'x');
  g_autofree char *longest = g_strdup_printf ("[\"%s\"]", million);
  g_autofree char *longer = g_strdup_printf ("[1,\n \"%sx\"]", million);
  GString *record = g_string_new ("[[\"\"");
  static const char * const root[] = { "", NULL };
  g_autofree char *pieces = take_apart (longest, -1, root, NULL);

  g_assert_nonnull (pieces);
  assert_wrong (longer, -1, NIDA_READ_ERROR_TOO_LARGE, "line 2, column 2");
  for (guint i = 0; i < 17; i++)
    g_string_append_printf (record, ",\"%s\"", million);
  g_string_append (record, "]]");
  assert_wrong (record->str, -1, NIDA_READ_ERROR_TOO_LARGE, "line 1");
  g_string_free (record, TRUE);
}

/* Elements that lie over the borders of the blocks that are read. */
static void
test_blocks (void)
{
  static const char * const root[] = { "", NULL };
  GString *text = g_string_new ("[");
  g_autoptr (NidaBytes) bytes = NULL;
  g_autoptr (NidaJsonStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  NidaJsonElement element;
  guint n = 0;

  for (guint i = 0; i < 30000; i++)
    g_string_append_printf (text, "%s{\"number\": %u, \"name\": \"الكويت \\\"%u\\\"\"}", i > 0 ? ",\n" : "", i, i);
  g_string_append (text, "]");
  bytes = bytes_of (text->str, (gssize) text->len);
  stream = nida_json_stream_new (bytes, 0, root, NULL, NULL);
  for (; nida_json_stream_next (stream, &element, &error); n++)
    {
      json_object *number = json_object_object_get (element.object, "number");

      g_assert_cmpint (json_object_get_int (number), ==, (int) n);
      g_assert_cmpuint (element.number, ==, n + 1);
      g_assert_cmpint (text->str[element.offset], ==, '{');
      g_assert_cmpint (text->str[element.offset + element.length - 1], ==, '}');
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 30000);
  g_string_free (text, TRUE);
}

static void
test_cancelled (void)
{
  g_autoptr (NidaBytes) bytes = bytes_of ("[1]", -1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (NidaJsonStream) stream = nida_json_stream_new (bytes, 0, NULL, NULL, cancellable);
  g_autoptr (GError) error = NULL;
  NidaJsonElement element;

  g_cancellable_cancel (cancellable);
  g_assert_false (nida_json_stream_next (stream, &element, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The pages of an address stand one after the other; what is no document after one is still an error. */
static void
test_several (void)
{
  static const char * const root[] = { "", NULL };
  g_autoptr (NidaBytes) bytes = bytes_of ("[1,2]\n[3]\n[]  ", -1);
  g_autoptr (NidaBytes) bad = bytes_of ("[1]\nx", -1);
  g_autoptr (NidaJsonStream) stream = nida_json_stream_new (bytes, 0, root, NULL, NULL);
  g_autoptr (NidaJsonStream) bad_stream = nida_json_stream_new (bad, 0, root, NULL, NULL);
  g_autoptr (GError) error = NULL;
  NidaJsonElement element;
  guint n_documents = 0, n = 0;

  nida_json_stream_set_several (stream);
  do
    {
      n_documents++;
      while (nida_json_stream_next (stream, &element, &error))
        g_assert_cmpuint (element.number, ==, ++n);
      g_assert_no_error (error);
      g_assert_nonnull (nida_json_stream_get_envelope (stream));
    }
  while (nida_json_stream_next_document (stream));
  g_assert_cmpuint (n_documents, ==, 3);
  g_assert_cmpuint (n, ==, 3);

  nida_json_stream_set_several (bad_stream);
  g_assert_true (nida_json_stream_next (bad_stream, &element, &error));
  g_assert_false (nida_json_stream_next (bad_stream, &element, &error));
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_FORMAT);
}

static void
test_looks (void)
{
  g_assert_true (nida_json_looks_like (" [\n{", 4));
  g_assert_true (nida_json_looks_like ("{\"a", 3));
  g_assert_true (nida_json_looks_like ("[]", 2));
  g_assert_false (nida_json_looks_like ("[Year],[Amount]", 15));
  g_assert_false (nida_json_looks_like ("{year},amount", 13));
  g_assert_false (nida_json_looks_like ("date,amount", 11));
  g_assert_false (nida_json_looks_like ("", 0));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-stream/elements-have-their-bytes-and-the-rest-is-one-object", test_elements);
  g_test_add_func ("/json-stream/arrays-of-objects-are-found", test_found);
  g_test_add_func ("/json-stream/errors-name-line-and-column", test_wrong);
  g_test_add_func ("/json-stream/zero-bytes-and-invalid-utf8-are-refused", test_bytes);
  g_test_add_func ("/json-stream/cut-anywhere-is-incomplete", test_cut);
  g_test_add_func ("/json-stream/deeper-than-64-is-refused", test_depth);
  g_test_add_func ("/json-stream/deep-nesting-on-a-small-stack", test_small_stack);
  g_test_add_func ("/json-stream/long-texts-and-records-are-refused", test_limits);
  g_test_add_func ("/json-stream/elements-over-block-borders", test_blocks);
  g_test_add_func ("/json-stream/stops-when-cancelled", test_cancelled);
  g_test_add_func ("/json-stream/documents-may-follow-each-other", test_several);
  g_test_add_func ("/json-stream/tables-do-not-look-like-json", test_looks);
  return g_test_run ();
}
