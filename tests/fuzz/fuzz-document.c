/* Any bytes as a document's file: it is refused with words, or opened, read and saved elsewhere, and what is saved is the same
 * document. Its history and bytes are read too, whatever they hold. */
#include "store-bytes.h"

#include <glib/gstdio.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* No power fails here, and the disk would be what a run waits for. */
int
fsync (int fd)
{
  return 0;
}

int
fdatasync (int fd)
{
  return 0;
}

typedef struct {
  char *folder, *path, *copy;
} Files;

/* Made once: a folder a run would be what the fuzzer spends its time on. */
static const Files *
get_files (void)
{
  static Files files;

  if (files.folder == NULL)
    {
      files.folder = g_dir_make_tmp ("nida-fuzz-XXXXXX", NULL);
      files.path = g_build_filename (files.folder, "a.nida", NULL);
      files.copy = g_build_filename (files.folder, "b.nida", NULL);
    }
  return &files;
}

static void
clean (const Files *files)
{
  g_autofree char *journal = g_strconcat (files->path, "-journal", NULL);

  g_remove (files->path);
  g_remove (files->copy);
  g_remove (journal);
}

static void
read_bytes (NidaStore *store)
{
  g_autoptr (GPtrArray) held = nida_store_list_bytes (store, NULL);

  for (guint i = 0; held != NULL && i < held->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NidaBytes) bytes = nida_store_open_bytes (store, ((NidaHeld *) held->pdata[i])->sha256, "data", NULL, &error);

      g_assert_true ((bytes == NULL) == (error != NULL));
    }
}

static void
save_elsewhere (NidaStore  *store,
                NidaItems  *items,
                const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaStore) again = NULL;
  g_autoptr (NidaItems) read = NULL;

  g_assert_true (nida_store_write_new (path, items, store, FALSE, NULL, &error));
  again = nida_store_open (path, NIDA_STORE_READ, &error);
  g_assert_no_error (error);
  g_assert_null (nida_store_get_limit (again));
  read = nida_store_read_items (again, &error);
  g_assert_no_error (error);
  g_assert_true (nida_items_equal (items, read));
}

/* What was opened is written into: one revision, which is there afterwards. */
static void
write_into (NidaStore *store)
{
  g_autoptr (NidaItem) item = nida_item_new (NIDA_ITEM_SLIDE, "fuzz", 0, "text");
  g_autoptr (NidaRevision) revision = nida_revision_new ("Edit");
  g_autoptr (GPtrArray) one = g_ptr_array_new (), news = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_revision_unref);
  g_autoptr (GArray) serials = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GError) error = NULL;

  nida_revision_add (revision, NULL, item);
  g_ptr_array_add (one, revision);
  g_assert_true (nida_store_append (store, one, serials, news, &error) == (error == NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  const Files *files = get_files ();
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaStore) store = NULL;
  g_autoptr (NidaItems) items = NULL;
  g_autoptr (GPtrArray) revisions = NULL;

  g_assert_true (g_file_set_contents_full (files->path, (const char *) data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  store = nida_store_open (files->path, NIDA_STORE_WRITE, &error);
  if (store != NULL)
    items = nida_store_read_items (store, &error);
  g_assert_true ((items == NULL) == (error != NULL));
  if (items != NULL)
    {
      revisions = nida_store_list_revisions (store, 0, NULL);
      read_bytes (store);
      save_elsewhere (store, items, files->copy);
      write_into (store);
    }
  else
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
  clean (files);
  return 0;
}
