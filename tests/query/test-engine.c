/* Whoever answers: the interface asks and hands the answer on, errors too. */
#include "fixture.h"

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaCube) cube = nida_engine_query_finish (NIDA_ENGINE (source), result, &error);

  g_assert_no_error (error);
  test_assert_value (nida_cube_get_total (cube), NIDA_MEASURE_RECEIVED, "1");
  g_main_loop_quit (data);
}

static void
test_interface (void)
{
  static const TestRow rows[] = { { NIDA_KIND_PAID, "2024", "1" } };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED), NULL);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_assert_true (NIDA_IS_ENGINE (engine));
  nida_engine_query_async (NIDA_ENGINE (engine), query, NULL, answer_cb, loop);
  g_main_loop_run (loop);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/interface/asks-and-answers", test_interface);
  return g_test_run ();
}
