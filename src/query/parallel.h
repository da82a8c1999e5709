/* One piece of work over a range of rows, on two threads. Private to query/. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define NIDA_MAX_THREADS 8

/* Work on rows @start to @end (not included) as thread number @thread. */
typedef void (*NidaParallelFunc) (guint thread, guint start, guint end, gpointer data);

guint nida_parallel_get_threads (void);
/* For tests: 1 to NIDA_MAX_THREADS; any number gives the same answer. */
void  nida_parallel_set_threads (guint n_threads);
/* Returns when all of [0, n) is done. Thread numbers are below nida_parallel_get_threads(), in order of rows. */
void  nida_parallel_run         (guint n, NidaParallelFunc func, gpointer data);

G_END_DECLS
