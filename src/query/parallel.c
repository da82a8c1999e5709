/* Splits a range of rows over a small pool of threads that is shared by all engines. */
#include "parallel.h"

#define ROWS_WORTH_A_THREAD 32768
#define PIECES_A_THREAD 16      /* of rows that are shared */

struct _NidaRowShare {
  NidaShareFunc func;
  gpointer      data;
  guint         n, n_pieces;
  int           next;         /* atomic */
};

typedef struct {
  NidaParallelFunc func;
  gpointer         data;
  GMutex           lock;
  GCond            done;
  guint            running;
} NidaParallelJob;

typedef struct {
  NidaParallelJob *job;
  guint            thread, start, end;
} NidaParallelPiece;

static int wanted_threads = 0;      /* 0: as many as the machine has, at most 2 */
static gboolean always_split = FALSE;

static void
run_piece (gpointer data,
           gpointer user_data)
{
  NidaParallelPiece *piece = data;
  NidaParallelJob *job = piece->job;

  job->func (piece->thread, piece->start, piece->end, job->data);
  g_mutex_lock (&job->lock);
  if (--job->running == 0)
    g_cond_signal (&job->done);
  g_mutex_unlock (&job->lock);
}

static GThreadPool *
get_pool (void)
{
  static gsize pool = 0;

  if (g_once_init_enter (&pool))
    g_once_init_leave (&pool, (gsize) g_thread_pool_new (run_piece, NULL, NIDA_MAX_THREADS, FALSE, NULL));
  return (GThreadPool *) pool;
}

guint
nida_parallel_get_threads (void)
{
  static gsize processors = 0;       /* asked once: each answer reads a file of the system */
  int wanted = g_atomic_int_get (&wanted_threads);

  if (g_once_init_enter (&processors))
    g_once_init_leave (&processors, MAX (1, g_get_num_processors ()));
  return wanted > 0 ? (guint) wanted : MIN ((guint) processors, 2);
}

void
nida_parallel_set_threads (guint n_threads)
{
  g_return_if_fail (n_threads >= 1 && n_threads <= NIDA_MAX_THREADS);

  g_atomic_int_set (&wanted_threads, n_threads);
  always_split = TRUE;
}

void
nida_parallel_run (guint            n,
                   NidaParallelFunc func,
                   gpointer         data)
{
  NidaParallelJob job = { .func = func, .data = data };
  NidaParallelPiece pieces[NIDA_MAX_THREADS];
  guint n_threads = nida_parallel_get_threads ();

  if (n_threads == 1 || (n < ROWS_WORTH_A_THREAD && !always_split))
    {
      func (0, 0, n, data);
      return;
    }

  g_mutex_init (&job.lock);
  g_cond_init (&job.done);
  job.running = n_threads - 1;
  for (guint i = 0; i < n_threads; i++)
    pieces[i] = (NidaParallelPiece) { &job, i, (guint64) n * i / n_threads, (guint64) n * (i + 1) / n_threads };
  for (guint i = 1; i < n_threads; i++)
    g_thread_pool_push (get_pool (), &pieces[i], NULL);
  func (0, pieces[0].start, pieces[0].end, data);

  g_mutex_lock (&job.lock);
  while (job.running > 0)
    g_cond_wait (&job.done, &job.lock);
  g_mutex_unlock (&job.lock);
  g_mutex_clear (&job.lock);
  g_cond_clear (&job.done);
}

static void
share_range (guint    thread,
             guint    start,
             guint    end,
             gpointer data)
{
  NidaRowShare *self = data;

  self->func (thread, self, self->data);
}

void
nida_parallel_share (guint         n,
                     NidaShareFunc func,
                     gpointer      data)
{
  NidaRowShare self = { .func = func, .data = data, .n = n };

  self.n_pieces = MIN (n, nida_parallel_get_threads () * PIECES_A_THREAD);
  nida_parallel_run (n, share_range, &self);
}

gboolean
nida_row_share_take (NidaRowShare *self,
                     guint        *start,
                     guint        *end)
{
  guint piece = g_atomic_int_add (&self->next, 1);

  if (piece >= self->n_pieces)
    return FALSE;
  *start = (guint64) self->n * piece / self->n_pieces;
  *end = (guint64) self->n * (piece + 1) / self->n_pieces;
  return TRUE;
}
