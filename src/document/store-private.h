/* What the files of the store share. */
#pragma once

#include "store.h"
#include "store-sql.h"

#include <sys/stat.h>

G_BEGIN_DECLS

struct _NidaStore {
  char       *path;         /* no link */
  char       *copy;         /* a folder with a private copy that is read instead, or NULL */
  sqlite3    *db;           /* NULL after a failure, until the next try */
  gboolean    writing;      /* asked for, and possible */
  gboolean    checked;      /* nothing is written into a file that was not */
  GError     *limit;
  struct stat file;
  guint64     serial;
  /* Revisions of a try that failed, which may be in the file nevertheless; and those that turned out to be. */
  GPtrArray  *unsure;
  GHashTable *settled;      /* NidaRevision → guint64 * */
};

/* The row about all others. */
typedef struct {
  guint64 serial, first, n_items, sum;
} NidaStoreHead;

int      nida_store_read_head  (sqlite3 *db, NidaStoreHead *head);
int      nida_store_write_head (sqlite3 *db, const NidaStoreHead *head);

int      nida_store_put_item      (sqlite3 *db, const NidaItem *item, guint64 serial);
int      nida_store_put_revision  (sqlite3 *db, const NidaRevision *revision);
/* The bytes that @items name, from @from into @db, which is nobody else's yet; what is damaged is left out. */
int      nida_store_copy_bytes    (NidaStore *from, NidaItems *items, sqlite3 *db, GCancellable *cancellable);

/* Make sure that there is a connection to the file that was opened. */
gboolean nida_store_connect    (NidaStore *self, GError **error);
/* The same before anything is written: FALSE with what forbids it. */
gboolean nida_store_connect_to_write (NidaStore *self, GError **error);
/* Tell what SQLite said, take everything back and close, so that the next try begins afresh. Always FALSE. */
gboolean nida_store_fail       (NidaStore *self, int result, GError **error);

/* Once the file turned out to be damaged: go on in a private copy of what is whole. */
gboolean nida_store_begin_salvage (NidaStore *self, GError **error);
gboolean nida_store_is_damage (int result);

/* Between these no other part of this process may open the file otherwise: closing it would lose SQLite's locks. */
void     nida_store_hold       (void);
void     nida_store_release    (void);

G_END_DECLS
