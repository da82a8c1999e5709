/* carried-fill.c: what is put into a document without being read for a window has a snapshot too. */
#include "carried-fixture.h"

#include <string.h>

static void
test_filled (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (NidaCarried) carried = nida_carried_new (self->document, NULL);
  g_autoptr (NidaHeldSource) source = NULL;
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (nida_carried_is_full (carried));
  g_assert_true (nida_carried_fill (carried, NULL, &error));
  g_assert_no_error (error);
  nida_carried_update (carried);
  g_assert_true (nida_carried_is_full (carried));
  source = get_source (self);
  g_assert_true (source->carried);
  g_assert_nonnull (source->snapshot);
  g_unlink (self->data);
  dataset = load (self, carried);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
}

/* Its first byte is another one each time that it is read. */
static gssize
read_changing (gpointer   n_reads,
               guint64    offset,
               void      *buffer,
               gsize      length,
               GError   **error)
{
  memset (buffer, 'a', length);
  if (offset == 0)
    *(char *) buffer = (char) ('a' + (*(guint *) n_reads)++);
  return (gssize) length;
}

/* No hash of one moment is kept for bytes of another, and what was carried before stays. */
static void
test_changes (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (NidaCarried) carried = nida_carried_new (self->document, NULL);
  g_autofree char *uri = g_filename_to_uri (self->data, NULL, NULL);
  g_autoptr (NidaVersion) draft = nida_version_new (uri, "flows.csv");
  g_autoptr (NidaHeldSource) before = NULL, after = NULL;
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;
  guint n_reads = 0;
  g_autoptr (NidaBytes) bytes = nida_bytes_new_reader ("flows.csv", 100, read_changing, &n_reads, NULL);

  g_assert_true (nida_carried_fill (carried, NULL, &error));
  nida_carried_update (carried);
  before = get_source (self);
  g_assert_false (nida_copies_store (NIDA_COPIES (carried), draft, bytes, NULL, &error));
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_CHANGED);
  g_assert_nonnull (strstr (error->message, "flows.csv"));
  g_assert_cmpuint (n_reads, >, 1);
  nida_carried_update (carried);
  after = get_source (self);
  g_assert_true (after->carried);
  g_assert_cmpstr (after->version->checksum, ==, before->version->checksum);
  g_unlink (self->data);
  dataset = load (self, carried);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
}

/* --- another program writes into it meanwhile --- */

typedef struct { const char *path; gboolean in_place; int stop; } Writer;

/* All of one letter at each time: a mixture of two is none. */
static void
write_whole (Writer *writer,
             char    letter)
{
  g_autofree char *rows = g_strnfill (300000, letter);
  g_autofree char *text = g_strdup_printf ("id,date,donor,amount_usd,description\n1,2024-01-01,Kuwait,5,%s\n", rows);
  FILE *file = writer->in_place ? fopen (writer->path, "w") : NULL;

  if (file == NULL)
    {
      g_assert_true (g_file_set_contents (writer->path, text, -1, NULL));
      return;
    }
  fputs (text, file);
  fclose (file);
}

static gpointer
write_thread (gpointer data)
{
  Writer *writer = data;

  for (guint i = 0; !g_atomic_int_get (&writer->stop); i++)
    write_whole (writer, (char) ('a' + i % 26));
  return NULL;
}

/* What the document says that it carries is there, has the hash that it says, and is what the file was at one moment. */
static void
check_carried (Fixture     *self,
               NidaCarried *carried)
{
  g_autoptr (NidaHeldSource) source = get_source (self);
  g_autoptr (NidaBytes) bytes = NULL;
  g_autofree char *checksum = NULL;
  char ends[2];

  if (!source->carried)
    return;
  bytes = nida_document_file_open_bytes (nida_document_get_file (self->document), source->version->checksum, "flows.csv", NULL, NULL);
  g_assert_nonnull (bytes);
  checksum = nida_bytes_dup_checksum (bytes, NULL, NULL);
  g_assert_cmpstr (checksum, ==, source->version->checksum);
  if (nida_bytes_get_size (bytes) < 300000)
    return;
  g_assert_cmpint (nida_bytes_read (bytes, 60, &ends[0], 1, NULL), ==, 1);
  g_assert_cmpint (nida_bytes_read (bytes, nida_bytes_get_size (bytes) - 2, &ends[1], 1, NULL), ==, 1);
  g_assert_cmpint (ends[0], ==, ends[1]);
}

static void
test_written (Fixture       *self,
              gconstpointer  in_place)
{
  g_autoptr (NidaCarried) carried = nida_carried_new (self->document, NULL);
  Writer writer = { self->data, GPOINTER_TO_INT (in_place), FALSE };
  GThread *thread = g_thread_new ("writer", write_thread, &writer);
  guint n_told = 0;

  for (guint i = 0; i < 40; i++)
    {
      const char *inputs[] = { self->data, NULL };
      NidaLoadOptions options = { .copies = NIDA_COPIES (carried), .policy = NIDA_POLICY_NETWORK };
      g_autoptr (GError) error = NULL;
      g_autoptr (NidaDataset) dataset = nida_load (inputs, &options, NULL, &error);

      g_assert_true ((dataset == NULL) == (error != NULL));
      n_told += error != NULL;
      nida_carried_settle (carried);
      nida_carried_update (carried);
      check_carried (self, carried);
    }
  g_atomic_int_set (&writer.stop, TRUE);
  g_thread_join (thread);
  g_test_message ("%u of 40 readings saw it change", n_told);
  /* whatever happened, the next quiet reading is right */
  g_assert_true (nida_carried_fill (carried, NULL, NULL));
  nida_carried_update (carried);
  check_carried (self, carried);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/carried-fill/has-what-it-was-read-as", Fixture, NULL, set_up, test_filled, tear_down);
  g_test_add ("/carried-fill/of-one-moment-or-not-at-all", Fixture, NULL, set_up, test_changes, tear_down);
  g_test_add ("/carried-fill/replaced-meanwhile", Fixture, GINT_TO_POINTER (FALSE), set_up, test_written, tear_down);
  g_test_add ("/carried-fill/written-into-meanwhile", Fixture, GINT_TO_POINTER (TRUE), set_up, test_written, tear_down);
  return g_test_run ();
}
