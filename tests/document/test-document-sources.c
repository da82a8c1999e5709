/* document-sources.c: which data a document is about, and what a person does with them. */
#include "document-sources.h"

#include "document-file.h"

#include <glib/gstdio.h>
#include <string.h>

#define WEB "https://data.example.org/flows.csv"

static const char * const two[] = { "/data/a.csv", WEB, NULL };

static void
assert_inputs (NidaDocument *document,
               const char   *inputs)
{
  g_auto (GStrv) list = nida_document_dup_inputs (document);
  g_autofree char *joined = g_strjoinv (" ", list);

  g_assert_cmpstr (joined, ==, inputs);
}

static void
test_opened (void)
{
  static const char * const other[] = { WEB, "/data/b.csv", "-", NULL };
  g_autoptr (NidaDocument) document = nida_document_new ();

  nida_document_set_sources (document, two);
  assert_inputs (document, "/data/a.csv " WEB);
  /* the same again changes nothing, and none of it is a step back */
  nida_document_set_sources (document, two);
  g_assert_cmpuint (nida_items_get_n (nida_document_get_items (document), NIDA_ITEM_SOURCE), ==, 2);
  nida_document_set_sources (document, other);
  assert_inputs (document, WEB " /data/b.csv");
  g_assert_false (nida_document_can_undo (document));
}

static void
test_added (void)
{
  static const char * const more[] = { "/data/a.csv", "/data/c.csv", NULL };
  g_autoptr (NidaDocument) document = nida_document_new ();

  nida_document_set_sources (document, two);
  nida_document_add_sources (document, more);
  assert_inputs (document, "/data/a.csv " WEB " /data/c.csv");
  g_assert_cmpstr (nida_document_get_undo_name (document), ==, "Add Data");
  nida_document_undo (document);
  assert_inputs (document, "/data/a.csv " WEB);
}

static void
test_removed (void)
{
  g_autoptr (NidaDocument) document = nida_document_new ();

  nida_document_set_sources (document, two);
  nida_document_remove_source (document, "file:///data/a.csv");
  assert_inputs (document, WEB);
  g_assert_cmpstr (nida_document_get_undo_name (document), ==, "Remove Source");
  nida_document_remove_source (document, "/data/unknown.csv");
  assert_inputs (document, WEB);
  nida_document_undo (document);
  assert_inputs (document, "/data/a.csv " WEB);
}

static void
test_located (void)
{
  g_autoptr (NidaDocument) document = nida_document_new ();
  g_autoptr (NidaHeldSource) source = NULL;

  nida_document_set_sources (document, two);
  nida_document_locate_source (document, "/data/a.csv", "/elsewhere/a 2.csv");
  assert_inputs (document, "/elsewhere/a 2.csv " WEB);
  g_assert_nonnull (nida_document_find_source (document, "/elsewhere/a 2.csv", &source));
  g_assert_cmpstr (source->uri, ==, "file:///elsewhere/a%202.csv");
  g_assert_null (nida_document_find_source (document, "/data/a.csv", NULL));
  nida_document_undo (document);
  assert_inputs (document, "/data/a.csv " WEB);
}

static void
test_packed (void)
{
  g_autoptr (NidaDocument) document = nida_document_new ();

  g_assert_true (nida_document_is_packed (document));
  nida_document_set_sources (document, two);
  g_assert_false (nida_document_is_packed (document));
  nida_document_pack_sources (document);
  g_assert_true (nida_document_is_packed (document));
  nida_document_undo (document);
  g_assert_false (nida_document_is_packed (document));
}

/* What is no source, or will be one in a newer version, stands in nobody's way. */
static void
test_damaged (void)
{
  g_autoptr (NidaDocument) document = nida_document_new ();

  nida_document_set_sources (document, two);
  nida_document_begin (document, "Damage", NULL);
  nida_document_set (document, NIDA_ITEM_SOURCE, "x", "[Nida source]\nuri=clickhouse://there\n");
  nida_document_end (document);
  assert_inputs (document, "/data/a.csv " WEB);
  nida_document_pack_sources (document);
  g_assert_cmpstr (nida_document_get (document, NIDA_ITEM_SOURCE, "x"), ==, "[Nida source]\nuri=clickhouse://there\n");
}

/* A document and its file that went to another folder together are found there; saved under another name, it still knows where
 * its file is. */
static void
test_moved (void)
{
  g_autofree char *top = g_dir_make_tmp ("nida-test-XXXXXX", NULL);
  g_autofree char *first = g_build_filename (top, "first", NULL), *second = g_build_filename (top, "second", NULL);
  g_autofree char *data = g_build_filename (first, "a.csv", NULL), *path = g_build_filename (first, "x.nida", NULL);
  g_autofree char *data2 = g_build_filename (second, "a.csv", NULL), *path2 = g_build_filename (second, "x.nida", NULL);
  g_autofree char *path3 = g_build_filename (top, "y.nida", NULL), *command = g_strdup_printf ("rm -r '%s'", top);
  const char *inputs[] = { data, NULL };
  NidaDocument *document = nida_document_new ();
  g_autoptr (NidaHeldSource) source = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir (first, 0700);
  g_assert_true (g_file_set_contents (data, "x", 1, NULL));
  nida_document_set_sources (document, inputs);
  g_assert_true (nida_document_save_as (document, path, &error));
  g_assert_no_error (error);
  nida_document_move_sources (document, NULL, first);
  g_object_unref (document);
  g_assert_cmpint (g_rename (first, second), ==, 0);

  document = nida_document_open (path2, &error);
  g_assert_no_error (error);
  assert_inputs (document, data2);
  g_assert_true (nida_document_save_as (document, path3, &error));
  nida_document_move_sources (document, second, top);
  assert_inputs (document, data2);
  g_assert_nonnull (nida_document_find_source (document, data2, &source));
  g_assert_cmpstr (source->relative, ==, "second/a.csv");
  g_assert_false (nida_document_can_undo (document));
  g_object_unref (document);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-sources/opened/are-what-it-is-about-and-no-step-back", test_opened);
  g_test_add_func ("/document-sources/added/come-after-the-others", test_added);
  g_test_add_func ("/document-sources/removed/come-back", test_removed);
  g_test_add_func ("/document-sources/located/is-at-its-new-place", test_located);
  g_test_add_func ("/document-sources/packed/all-of-them", test_packed);
  g_test_add_func ("/document-sources/damaged/is-left-alone", test_damaged);
  g_test_add_func ("/document-sources/moved/with-the-document", test_moved);
  return g_test_run ();
}
