/* Every row is worked on once, by threads in order of rows, or by whichever is free. */
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

/* With any number of threads and of rows; @check is told how many threads there were. */
static void
check_rows (void (*run) (guint n, Work *work),
            void (*check) (const Work *work, guint threads))
{
  const guint sizes[] = { 0, 1, 5, 1000, 100003 };

  for (guint threads = 1; threads <= NIDA_MAX_THREADS; threads++)
    for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
      {
        g_autofree guint8 *seen = g_new0 (guint8, sizes[s] + 1);
        Work work = { .seen = seen };

        nida_parallel_set_threads (threads);
        run (sizes[s], &work);
        for (guint i = 0; i < sizes[s]; i++)
          g_assert_cmpuint (seen[i], ==, 1);
        check (&work, threads);
      }
}

static void
run_in_order (guint n,
              Work *work)
{
  nida_parallel_run (n, visit, work);
}

static void
check_order (const Work *work,
             guint       threads)
{
  g_assert_cmpint (work->calls, ==, (int) threads);
  for (guint t = 1; t < threads; t++)
    g_assert_cmpuint (work->starts[t - 1], <=, work->starts[t]);
}

static void
test_each_row_once (void)
{
  check_rows (run_in_order, check_order);
}

static void
visit_shared (guint         thread,
              NidaRowShare *rows,
              gpointer      data)
{
  Work *work = data;
  guint start, end;

  work->starts[thread] = 1;
  while (nida_row_share_take (rows, &start, &end))
    {
      g_assert_cmpuint (start, <, end);
      for (guint i = start; i < end; i++)
        work->seen[i]++;
    }
}

static void
run_shared (guint n,
            Work *work)
{
  nida_parallel_share (n, visit_shared, work);
}

static void
check_all_began (const Work *work,
                 guint       threads)
{
  for (guint t = 0; t < threads; t++)
    g_assert_cmpuint (work->starts[t], ==, 1);
}

static void
test_shared_rows_once (void)
{
  check_rows (run_shared, check_all_began);
}

/* One thread stands still with its first piece until the others have taken all that is left. */
static void
wait_with_first_piece (guint         thread,
                       NidaRowShare *rows,
                       gpointer      data)
{
  int *taken = data;
  guint start, end;

  while (nida_row_share_take (rows, &start, &end))
    {
      g_atomic_int_add (taken, (int) (end - start));
      while (thread == 0 && g_atomic_int_get (taken) < 100003)
        g_thread_yield ();
    }
}

static void
test_slow_thread_is_left_fewer (void)
{
  int taken = 0;

  nida_parallel_set_threads (2);
  nida_parallel_share (100003, wait_with_first_piece, &taken);
  g_assert_cmpint (taken, ==, 100003);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parallel/rows/are-worked-on-once", test_each_row_once);
  g_test_add_func ("/parallel/shared-rows/are-worked-on-once", test_shared_rows_once);
  g_test_add_func ("/parallel/shared-rows/a-slow-thread-is-left-fewer", test_slow_thread_is_left_fewer);
  return g_test_run ();
}
