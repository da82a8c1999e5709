/* A change set holds both readings and counts what stands behind rows. */
#include "fixture.h"

#include "change-set.h"

static NidaDataset *
make (const TestRow *rows,
      guint          n_rows)
{
  g_autoptr (NidaLocalEngine) engine = test_engine (rows, n_rows);

  return g_object_ref (nida_local_engine_get_dataset (engine));
}

static void
test_counts (void)
{
  static const TestRow before[] = {
    { NIDA_KIND_PLEDGE, "2024-01-01", "10", "A", .id = "1" },
    { NIDA_KIND_PAID, "2024-01-02", "20", "A", .id = "2" },
    { NIDA_KIND_PAID, "2024-01-03", "30", "B", .id = "3" },
  };
  static const TestRow after[] = {
    { NIDA_KIND_PAID, "2024-01-05", "50", "C", .id = "5" },
    { NIDA_KIND_PAID, "2024-01-02", "20", "A", .id = "2" },
    { NIDA_KIND_PAID, "2024-01-01", "10", "A", .id = "1" },
  };
  g_autoptr (NidaDataset) earlier = make (before, G_N_ELEMENTS (before));
  g_autoptr (NidaDataset) later = make (after, G_N_ELEMENTS (after));
  g_autoptr (NidaChangeSet) set = nida_change_set_new (earlier, later, 42);
  g_autoptr (NidaChangeSet) same = nida_change_set_new (later, later, 42);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_new, n_changed;
  NidaChangeKind kind;

  g_assert_cmpint (set->since, ==, 42);
  g_assert_cmpuint (set->changes->len, ==, 3);
  g_assert_cmpuint (set->counts[NIDA_CHANGE_NEW], ==, 1);
  g_assert_cmpuint (set->counts[NIDA_CHANGE_CHANGED], ==, 1);
  g_assert_cmpuint (set->counts[NIDA_CHANGE_VANISHED], ==, 1);
  g_assert_cmpuint (same->changes->len, ==, 0);
  nida_change_set_count_rows (set, later, rows, &n_new, &n_changed);
  g_assert_cmpuint (n_new + n_changed, ==, 0);
  for (guint row = 0; row < 3; row++)
    g_array_append_val (rows, row);
  nida_change_set_count_rows (set, later, rows, &n_new, &n_changed);
  g_assert_cmpuint (n_new, ==, 1);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_true (nida_change_set_find_row (set, later, 0, &kind));
  g_assert_cmpint (kind, ==, NIDA_CHANGE_NEW);
  g_assert_false (nida_change_set_find_row (set, later, 1, &kind));
  g_assert_true (nida_change_set_find_row (set, later, 2, &kind));
  g_assert_cmpint (kind, ==, NIDA_CHANGE_CHANGED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/change-set/counts-what-stands-behind-rows", test_counts);
  return g_test_run ();
}
