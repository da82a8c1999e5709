/* A thread opens the file for itself and unpacks what fits; who reads the document in earnest finds it here by its key, or does the
 * same himself. */
#include "config.h"

#include "carried-ahead.h"

#include "carried.h"
#include "document-sources.h"
#include "layout-items.h"
#include "snapshot.h"
#include "source.h"
#include "store.h"

static GMutex lock;
static GCond changed;
static char *ahead_path;          /* NULL: nothing is or was read, or it was dropped */
static gboolean is_running;
static GHashTable *snapshots;     /* key → GBytes */

typedef struct {
  char        *path;
  NidaLayouts *layouts;
} Job;

/* Takes @snapshot. */
static void
put (const char *key,
     GBytes     *snapshot)
{
  g_mutex_lock (&lock);
  if (ahead_path != NULL)
    g_hash_table_replace (snapshots, g_strdup (key), snapshot);
  else
    g_bytes_unref (snapshot);
  g_cond_broadcast (&changed);
  g_mutex_unlock (&lock);
}

static void
read_source (NidaCarried *carried,
             const char  *input,
             NidaLayouts *layouts)
{
  g_autoptr (NidaSource) source = nida_source_new (input, TRUE, NULL);
  g_autoptr (NidaVersion) version = source != NULL ? nida_copies_find (NIDA_COPIES (carried), source->uri, source->name, 0, NULL)
                                                   : NULL;
  g_autofree char *key = version != NULL ? nida_snapshot_dup_key (version->checksum, source->name,
                                                                  &(NidaLoadOptions) { .layouts = layouts }) : NULL;
  GBytes *snapshot = key != NULL ? nida_copies_open_snapshot (NIDA_COPIES (carried), version, key) : NULL;

  if (snapshot != NULL)
    put (key, snapshot);
}

static void
read_document (const Job *job)
{
  g_autoptr (NidaStore) store = nida_store_open (job->path, NIDA_STORE_READ, NULL);
  g_autoptr (NidaItems) items = store != NULL ? nida_store_read_items (store, NULL) : NULL;
  g_autofree char *folder = g_path_get_dirname (job->path);
  g_autoptr (NidaCarried) carried = NULL;
  g_auto (GStrv) inputs = NULL;

  if (items == NULL)
    return;
  nida_layout_items_apply (items, job->layouts);
  carried = nida_carried_new_items (items, job->path, NULL);
  inputs = nida_items_dup_inputs (items, folder);
  for (guint i = 0; inputs[i] != NULL; i++)
    read_source (carried, inputs[i], job->layouts);
}

static gpointer
read_thread (gpointer data)
{
  Job *job = data;

  read_document (job);
  g_mutex_lock (&lock);
  is_running = FALSE;
  g_cond_broadcast (&changed);
  g_mutex_unlock (&lock);
  nida_layouts_unref (job->layouts);
  g_free (job->path);
  g_free (job);
  return NULL;
}

void
nida_carried_read_ahead (const char  *path,
                         NidaLayouts *layouts)
{
  Job *job;

  if (snapshots != NULL)
    return;
  job = g_new (Job, 1);
  job->path = g_canonicalize_filename (path, NULL);
  job->layouts = nida_layouts_copy (layouts);
  snapshots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  ahead_path = g_strdup (job->path);
  is_running = TRUE;
  g_thread_unref (g_thread_new ("document-ahead", read_thread, job));
}

GBytes *
nida_carried_take_ahead (const char *path,
                         const char *key)
{
  g_autofree char *wanted = g_canonicalize_filename (path, NULL);
  gpointer stored = NULL, snapshot = NULL;

  g_mutex_lock (&lock);
  while (g_strcmp0 (ahead_path, wanted) == 0 && is_running && !g_hash_table_contains (snapshots, key))
    g_cond_wait (&changed, &lock);
  if (g_strcmp0 (ahead_path, wanted) == 0 && g_hash_table_steal_extended (snapshots, key, &stored, &snapshot))
    g_free (stored);
  g_mutex_unlock (&lock);
  return snapshot;
}

void
nida_carried_drop_ahead (void)
{
  g_mutex_lock (&lock);
  g_clear_pointer (&ahead_path, g_free);
  if (snapshots != NULL)
    g_hash_table_remove_all (snapshots);
  g_cond_broadcast (&changed);
  g_mutex_unlock (&lock);
}
