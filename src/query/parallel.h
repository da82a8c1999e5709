/* One piece of work over a range of rows, on two threads. Private to query/. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define NIDA_MAX_THREADS 8

/* Work on rows @start to @end (not included) as thread number @thread. */
typedef void (*NidaParallelFunc) (guint thread, guint start, guint end, gpointer data);

/* Rows that several threads have in common, of which each takes a piece when it is done with the one before. */
typedef struct _NidaRowShare NidaRowShare;

/* Work on the pieces that thread number @thread takes from @rows. */
typedef void (*NidaShareFunc) (guint thread, NidaRowShare *rows, gpointer data);

guint nida_parallel_get_threads (void);
/* For tests: 1 to NIDA_MAX_THREADS; any number gives the same answer. */
void  nida_parallel_set_threads (guint n_threads);
/* Returns when all of [0, n) is done. Thread numbers are below nida_parallel_get_threads(), in order of rows. */
void  nida_parallel_run         (guint n, NidaParallelFunc func, gpointer data);

/* The same where it does not matter which thread has which rows: one that is slower, or begins later, is left fewer. Thread 0
 * is always among them. */
void  nida_parallel_share       (guint n, NidaShareFunc func, gpointer data);
/* Returns: FALSE when nothing is left. */
gboolean nida_row_share_take    (NidaRowShare *self, guint *start, guint *end);

G_END_DECLS
