/* carried.c: what is read well of a document's sources is in its file, and is read from there when its place is gone. */
#include "carried.h"

#include "cache.h"
#include "document-file.h"
#include "document-sources.h"
#include "loader.h"
#include "source-record.h"
#include "store-bytes.h"

#include <glib/gstdio.h>
#include <string.h>

#define DATA "date,donor,amount_usd\n2024-01-01,Kuwait,5\n"
#define MORE DATA "2024-02-01,Qatar,7\n"

typedef struct { char *folder, *path, *data; } Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->folder = g_dir_make_tmp ("nida-test-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "appeal.nida", NULL);
  self->data = g_build_filename (self->folder, "flows.csv", NULL);
  g_assert_true (g_file_set_contents (self->data, DATA, -1, NULL));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", self->folder);

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (self->folder);
  g_free (self->path);
  g_free (self->data);
}

static NidaDataset *
load_by (NidaDocument *document,
         NidaCarried  *carried,
         NidaPolicy    policy,
         GError      **error)
{
  g_auto (GStrv) inputs = nida_document_dup_inputs (document);
  NidaLoadOptions options = { .copies = NIDA_COPIES (carried), .policy = policy };
  NidaDataset *dataset = nida_load ((const char * const *) inputs, &options, NULL, error);

  nida_carried_settle (carried);
  return dataset;
}

static NidaDataset *
load (NidaDocument *document,
      NidaCarried  *carried,
      GError      **error)
{
  return load_by (document, carried, NIDA_POLICY_CARRIED, error);
}

static guint
count_rows (NidaDocument *document)
{
  g_autoptr (NidaCarried) carried = nida_carried_new (document, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = load (document, carried, &error);

  g_assert_no_error (error);
  return nida_dataset_get_n_rows (dataset);
}

static NidaProblem *
find_problem (NidaDataset     *dataset,
              NidaProblemKind  kind)
{
  NidaReport *report = nida_dataset_get_report (dataset);

  for (guint i = 0; i < nida_report_get_n_problems (report); i++)
    if (nida_report_get_problem (report, i)->kind == kind)
      return (NidaProblem *) nida_report_get_problem (report, i);
  return NULL;
}

/* A document with @input, saved; not read yet. */
static NidaDocument *
make_document (Fixture    *self,
               const char *input)
{
  const char *inputs[] = { input, NULL };
  NidaDocument *document = nida_document_new ();
  g_autoptr (GError) error = NULL;

  nida_document_set_sources (document, inputs);
  g_assert_true (nida_document_save_as (document, self->path, &error));
  g_assert_no_error (error);
  return document;
}

static NidaHeldSource *
get_source (NidaDocument *document,
            const char   *input)
{
  NidaHeldSource *source = NULL;

  g_assert_nonnull (nida_document_find_source (document, input, &source));
  return source;
}

/* Small ones without being asked for; then the file goes, and the document opens in a hall. */
static void
test_small (Fixture       *self,
            gconstpointer  data)
{
  NidaDocument *document = make_document (self, self->data);
  g_autoptr (NidaHeldSource) source = NULL;
  g_autoptr (NidaCarried) carried = NULL;
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (NidaSourceRecord) record = NULL;
  g_autofree char *checksum = NULL, *expected = NULL;
  const NidaSourceInfo *info;
  gboolean changed;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_rows (document), ==, 1);
  source = get_source (document, self->data);
  g_assert_true (source->carried);
  g_assert_cmpstr (source->relative, ==, "flows.csv");
  g_assert_false (nida_document_can_undo (document));
  g_object_unref (document);
  g_unlink (self->data);

  document = nida_document_open (self->path, &error);
  g_assert_no_error (error);
  carried = nida_carried_new (document, NULL);
  dataset = load (document, carried, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 1);
  g_assert_true (nida_report_get_source (nida_dataset_get_report (dataset), 0)->in_document);
  g_assert_nonnull (find_problem (dataset, NIDA_PROBLEM_HELD));
  /* where a row comes from is read from the document as well */
  info = nida_report_get_source (nida_dataset_get_report (dataset), 0);
  record = nida_source_read_record (info, NIDA_COPIES (carried), 2, 0, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (record->text, ==, "2024-01-01,Kuwait,5");
  checksum = nida_source_dup_checksum (info, NIDA_COPIES (carried), &changed, NULL, &error);
  expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, DATA, -1);
  g_assert_cmpstr (checksum, ==, expected);
  g_assert_null (nida_source_read_record (info, NULL, 2, 0, 0, NULL, NULL));
  g_object_unref (document);
}

/* Of items alone, as a command reads them: the same figures, and nothing is written. */
static void
test_items (Fixture       *self,
            gconstpointer  data)
{
  NidaDocument *document = make_document (self, self->data);
  g_autoptr (NidaItems) items = NULL;
  g_autoptr (NidaCarried) carried = NULL;
  g_autofree char *before = NULL, *after = NULL;
  g_auto (GStrv) inputs = NULL;
  NidaLoadOptions options = { .policy = NIDA_POLICY_CARRIED };
  g_autoptr (NidaDataset) dataset = NULL;
  gsize length, length_after;

  count_rows (document);
  items = nida_items_copy (nida_document_get_items (document));
  g_object_unref (document);
  g_unlink (self->data);
  g_assert_true (g_file_get_contents (self->path, &before, &length, NULL));
  carried = nida_carried_new_items (items, self->path, NULL);
  inputs = nida_items_dup_inputs (items, self->folder);
  options.copies = NIDA_COPIES (carried);
  dataset = nida_load ((const char * const *) inputs, &options, NULL, NULL);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 1);
  g_assert_true (g_file_get_contents (self->path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length, after, length_after);
}

/* A file that changed is read as it is, which is told once; the document has it then. */
static void
test_changed (Fixture       *self,
              gconstpointer  data)
{
  NidaDocument *document = make_document (self, self->data);
  g_autoptr (NidaDataset) dataset = NULL, again = NULL;
  g_autoptr (NidaCarried) carried = NULL;

  count_rows (document);
  g_assert_true (g_file_set_contents (self->data, MORE, -1, NULL));
  carried = nida_carried_new (document, NULL);
  dataset = load (document, carried, NULL);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
  g_assert_nonnull (find_problem (dataset, NIDA_PROBLEM_CHANGED_SINCE));
  nida_carried_update (carried);
  again = load (document, carried, NULL);
  g_assert_null (find_problem (again, NIDA_PROBLEM_CHANGED_SINCE));
  g_object_unref (document);
}

/* Written again with the same content, it is no other file. */
static void
test_touched (Fixture       *self,
              gconstpointer  data)
{
  NidaDocument *document = make_document (self, self->data);
  g_autoptr (NidaCarried) carried = NULL;
  g_autoptr (NidaDataset) dataset = NULL;

  count_rows (document);
  g_assert_true (g_file_set_contents (self->data, DATA, -1, NULL));
  carried = nida_carried_new (document, NULL);
  dataset = load (document, carried, NULL);
  g_assert_null (find_problem (dataset, NIDA_PROBLEM_CHANGED_SINCE));
  g_object_unref (document);
}

/* Large ones on request only. */
static void
test_large (Fixture       *self,
            gconstpointer  data)
{
  NidaDocument *document;
  g_autoptr (NidaHeldSource) by_path = NULL, packed = NULL;
  g_autoptr (NidaCarried) carried = NULL;
  g_autoptr (GString) text = g_string_new (DATA);
  g_autoptr (GError) error = NULL;

  while (text->len <= NIDA_SOURCE_SMALL)
    g_string_append (text, "2024-02-01,The name of a donor that is fairly long,7\n");
  g_assert_true (g_file_set_contents (self->data, text->str, (gssize) text->len, NULL));
  document = make_document (self, self->data);
  count_rows (document);
  by_path = get_source (document, self->data);
  g_assert_false (by_path->carried);
  g_assert_cmpuint (by_path->version->size, ==, text->len);

  nida_document_pack_sources (document);
  carried = nida_carried_new (document, NULL);
  g_assert_false (nida_carried_is_full (carried));
  g_assert_true (nida_carried_fill (carried, NULL, &error));
  g_assert_no_error (error);
  nida_carried_update (carried);
  g_assert_true (nida_carried_is_full (carried));
  packed = get_source (document, self->data);
  g_assert_true (packed->carried);
  g_unlink (self->data);
  g_assert_cmpuint (count_rows (document), >, 1000);
  g_object_unref (document);
}

/* What is made in memory is filled when it gets a file; an address from the copies that were kept of it. */
static void
test_filled (Fixture       *self,
             gconstpointer  data)
{
  const char *inputs[] = { "https://data.example.org/flows.csv", self->data, NULL };
  g_autofree char *folder = g_build_filename (self->folder, "cache", NULL);
  g_autoptr (NidaCache) cache = nida_cache_new (folder);
  g_autoptr (NidaBytes) bytes = nida_bytes_new ("flows.csv", NULL);
  g_autoptr (NidaVersion) draft = nida_version_new (inputs[0], "flows.csv");
  NidaDocument *document = nida_document_new ();
  g_autoptr (NidaCarried) carried = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (nida_bytes_append (bytes, MORE, strlen (MORE), NULL));
  g_assert_true (nida_cache_store (cache, draft, bytes, NULL, NULL));
  nida_document_set_sources (document, inputs);
  carried = nida_carried_new (document, NIDA_COPIES (cache));
  g_object_unref (load_by (document, carried, NIDA_POLICY_HELD, &error));
  g_assert_no_error (error);
  g_assert_true (nida_document_save_as (document, self->path, &error));
  nida_carried_update (carried);
  g_assert_true (nida_carried_fill (carried, NULL, &error));
  g_assert_no_error (error);
  nida_carried_settle (carried);
  g_clear_object (&carried);
  g_clear_object (&cache);
  g_unlink (self->data);
  g_assert_cmpuint (count_rows (document), ==, 3);
  g_object_unref (document);
}

/* What cannot be put into the document is told, and stays where it is. */
static void
test_missing (Fixture       *self,
              gconstpointer  data)
{
  NidaDocument *document = make_document (self, "/nowhere/flows.csv");
  g_autoptr (NidaCarried) carried = NULL;
  g_autoptr (GError) error = NULL;

  nida_document_pack_sources (document);
  carried = nida_carried_new (document, NULL);
  g_assert_false (nida_carried_fill (carried, NULL, &error));
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "flows.csv"));
  g_object_unref (document);
}

/* Every byte of a document's file changed in turn: the figures of the document, or a message; never another figure. */
static void
test_damaged (Fixture       *self,
              gconstpointer  data)
{
  NidaDocument *document = make_document (self, self->data);
  g_autoptr (NidaItems) items = NULL;
  g_autofree char *file = NULL;
  guint n_whole = 0, n_refused = 0;
  gsize length;

  count_rows (document);
  items = nida_items_copy (nida_document_get_items (document));
  g_object_unref (document);
  g_unlink (self->data);
  g_assert_true (g_file_get_contents (self->path, &file, &length, NULL));
  for (gsize i = 0; i < length; i += i % 4096 < 128 ? 1 : 37)
    {
      g_autoptr (NidaCarried) carried = NULL;
      const char *inputs[] = { self->data, NULL };
      NidaLoadOptions options = { .policy = NIDA_POLICY_CARRIED };
      g_autoptr (NidaDataset) dataset = NULL;
      g_autoptr (GError) error = NULL;

      file[i] ^= 0x55;
      g_assert_true (g_file_set_contents_full (self->path, file, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
      file[i] ^= 0x55;
      carried = nida_carried_new_items (items, self->path, NULL);
      options.copies = NIDA_COPIES (carried);
      dataset = nida_load (inputs, &options, NULL, &error);
      if (dataset == NULL)
        {
          g_assert_nonnull (strstr (error->message, "flows.csv"));
          n_refused++;
          continue;
        }
      g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 1);
      g_assert_cmpint (nida_dataset_get_amount (dataset, 0), ==, 5000);
      n_whole++;
    }
  g_assert_cmpuint (n_whole, >, 0);
  g_assert_cmpuint (n_refused, >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  add ("/carried/small-ones-without-being-asked-for", test_small);
  add ("/carried/of-items-alone-nothing-is-written", test_items);
  add ("/carried/a-file-that-changed-is-told-once", test_changed);
  add ("/carried/a-file-that-was-written-again-is-the-same", test_touched);
  add ("/carried/large-ones-on-request", test_large);
  add ("/carried/filled-when-the-document-gets-a-file", test_filled);
  add ("/carried/what-is-missing-is-told", test_missing);
  add ("/carried/every-damage-is-told-or-harmless", test_damaged);
  return g_test_run ();
}
