/* What the tests of documents' files share: a folder of their own, and documents to put into it. */
#pragma once

#include "document-file.h"
#include "store-bytes.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  char *folder, *path;
} Fixture;

static inline void
fixture_set_up (Fixture      *fixture,
                gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("nida-store-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "appeal.nida", NULL);
}

static inline void
fixture_tear_down (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static inline int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

/* Names of the files in the folder, sorted, with a space after each. */
static inline char *
fixture_list (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GString *list = g_string_new (NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (list, "%s ", (char *) names->pdata[i]);
  return g_string_free (list, FALSE);
}

/* One change: the text of one item, NULL to remove it. */
static inline void
set_text (NidaDocument *document,
          NidaItemKind  kind,
          const char   *id,
          const char   *text)
{
  nida_document_begin (document, text != NULL ? "Edit" : "Delete", NULL);
  if (text != NULL)
    nida_document_set (document, kind, id, text);
  else
    nida_document_remove (document, kind, id);
  nida_document_end (document);
}

static inline NidaRevision *
make_revision (NidaItemKind kind,
               const char  *id,
               const char  *before,
               const char  *after)
{
  g_autoptr (NidaItem) old = before != NULL ? nida_item_new (kind, id, 0, before) : NULL;
  g_autoptr (NidaItem) new = after != NULL ? nida_item_new (kind, id, 0, after) : NULL;
  NidaRevision *revision = nida_revision_new ("Edit");

  nida_revision_add (revision, old, new);
  return revision;
}

/* As another process does it: into the file, not into the document. */
static inline void
append_elsewhere (const char   *path,
                  NidaRevision *revision)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaStore) store = nida_store_open (path, NIDA_STORE_WRITE, &error);
  g_autoptr (NidaItems) items = nida_store_read_items (store, &error);
  g_autoptr (GPtrArray) one = g_ptr_array_new (), news = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_revision_unref);
  g_autoptr (GArray) serials = g_array_new (FALSE, FALSE, sizeof (guint64));

  g_ptr_array_add (one, revision);
  nida_store_append (store, one, serials, news, &error);
  g_assert_no_error (error);
}

static inline gboolean
give_up_cb (gpointer data)
{
  g_error ("Nothing came for 30 seconds");
  return G_SOURCE_REMOVE;
}

/* Let the main loop run until @id has @text. */
static inline void
wait_for_text (NidaDocument *document,
               NidaItemKind  kind,
               const char   *id,
               const char   *text)
{
  guint timeout = g_timeout_add_seconds (30, give_up_cb, NULL);

  while (g_strcmp0 (nida_document_get (document, kind, id), text) != 0)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static inline NidaBytes *
make_bytes (const char *text)
{
  NidaBytes *bytes = nida_bytes_new ("data", NULL);

  g_assert_true (nida_bytes_append (bytes, text, strlen (text), NULL));
  return bytes;
}

static inline char *
read_bytes (NidaBytes *bytes)
{
  gsize size = nida_bytes_get_size (bytes);
  char *text = g_malloc0 (size + 1);

  g_assert_cmpint (nida_bytes_read (bytes, 0, text, size, NULL), ==, (gssize) size);
  return text;
}
