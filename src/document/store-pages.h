/* The rows of a SQLite file without SQLite: page by page, whatever has become of the trees above them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A value of a row as the file has it. @type: n (NULL), i, t (text) or b. */
typedef struct {
  char          type;
  gint64        number;
  const guint8 *data;
  gsize         size;
} NidaPageValue;

#define NIDA_PAGE_MAX_VALUES 8

/* @live: a leaf says that it has the row. What is found elsewhere may be left of what the row was once. */
typedef struct {
  gboolean      live;
  gint64        rowid;
  guint         n_values;
  NidaPageValue values[NIDA_PAGE_MAX_VALUES];
} NidaPageRow;

/* What might be a row. TRUE: it is one of ours. Valid during the call. */
typedef gboolean (*NidaPageRowFunc) (const NidaPageRow *row, gpointer data);

/* All rows of the file at @path that @func knows as ours; more than once where the file has them so. FALSE: not to be read. */
gboolean nida_store_scan_pages (const char *path, NidaPageRowFunc func, gpointer data);

G_END_DECLS
