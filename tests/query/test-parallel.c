/* Every row is worked on once, by threads in order of rows. */
#include "parallel.h"

typedef struct {
  guint8 *seen;
  int     calls;
  guint   starts[NIDA_MAX_THREADS];
} Work;

static void
visit (guint    thread,
       guint    start,
       guint    end,
       gpointer data)
{
  Work *work = data;

  work->starts[thread] = start;
  g_atomic_int_inc (&work->calls);
  for (guint i = start; i < end; i++)
    work->seen[i]++;
}

static void
test_each_row_once (void)
{
  const guint sizes[] = { 0, 1, 5, 1000, 100003 };

  for (guint threads = 1; threads <= NIDA_MAX_THREADS; threads++)
    for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
      {
        g_autofree guint8 *seen = g_new0 (guint8, sizes[s] + 1);
        Work work = { .seen = seen };

        nida_parallel_set_threads (threads);
        nida_parallel_run (sizes[s], visit, &work);
        g_assert_cmpint (work.calls, ==, (int) threads);
        for (guint i = 0; i < sizes[s]; i++)
          g_assert_cmpuint (seen[i], ==, 1);
        for (guint t = 1; t < threads; t++)
          g_assert_cmpuint (work.starts[t - 1], <=, work.starts[t]);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parallel/rows/are-worked-on-once", test_each_row_once);
  return g_test_run ();
}
