/* Rows in any order, sorted in a thread, changed once. */
#include "fixture.h"

#include "flow.h"
#include "row-list.h"

static const TestRow rows[] = {
  /* 0 */ { NIDA_KIND_PAID, "2024-03-01", "5", "Qatar", .text = "b", .id = "3" },
  /* 1 */ { NIDA_KIND_PAID, NULL, "-2", "Kuwait", .text = "a", .id = "1" },
  /* 2 */ { NIDA_KIND_PAID, "2023", "5", NULL, .id = "2" },
  /* 3 */ { NIDA_KIND_PAID, "2024-02", "100", "Kuwait", .text = "a", .id = "4" },
  /* 4 */ { NIDA_KIND_EVENT, "1960-01-01", NULL, "Bahrain", .text = "c", .id = "5" },
};

static void
store_result_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
sort (NidaRowList      *list,
      NidaField         field,
      gboolean          descending,
      NidaNameCompare   compare,
      GCancellable     *cancellable,
      GError          **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  nida_row_list_sort_async (list, field, descending, FALSE, compare, g_strdup ("data"), g_free, cancellable,
                            store_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return nida_row_list_sort_finish (list, result, error);
}

static void
assert_order (NidaRowList *list,
              const char  *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    g_string_append_printf (text, "%u", nida_row_list_get_row (list, i));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_sorted (NidaField   field,
               const char *ascending,
               const char *descending)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaRowList) list = nida_row_list_new (nida_local_engine_get_dataset (engine), NULL);
  g_autoptr (GError) error = NULL;

  assert_order (list, "01234");
  g_assert_true (sort (list, field, FALSE, NULL, NULL, &error));
  assert_order (list, ascending);
  g_assert_true (sort (list, field, TRUE, NULL, NULL, &error));
  assert_order (list, descending);
  g_assert_no_error (error);
}

static void
test_fields (void)
{
  /* without a value last, ties in row order, either way */
  assert_sorted (NIDA_FIELD_AMOUNT, "10234", "30214");
  assert_sorted (NIDA_FIELD_AMOUNT_USD, "10234", "30214");
  assert_sorted (NIDA_FIELD_DATE, "42301", "03241");
  assert_sorted (NIDA_FIELD_DONOR, "41302", "01342");
  assert_sorted (NIDA_FIELD_DESCRIPTION, "13042", "40132");
  assert_sorted (NIDA_FIELD_ID, "12034", "43021");
  assert_sorted (NIDA_FIELD_SOURCE_ROW, "01234", "43210");
  assert_sorted (NIDA_FIELD_USAGE_YEAR, "01234", "01234");
  assert_sorted (NIDA_FIELD_DATE_END, "01234", "01234");
}

static int
compare_backwards (const char *a,
                   const char *b,
                   gpointer    data)
{
  g_assert_cmpstr (data, ==, "data");
  return -strcmp (a, b);
}

static void
count_cb (GListModel *model,
          guint       position,
          guint       removed,
          guint       added,
          gpointer    data)
{
  g_assert_cmpuint (position, ==, 0);
  g_assert_cmpuint (removed, ==, added);
  (*(guint *) data)++;
}

static void
test_compare (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaRowList) list = nida_row_list_new (nida_local_engine_get_dataset (engine), NULL);
  g_autoptr (GError) error = NULL;
  guint changes = 0;

  g_signal_connect (list, "items-changed", G_CALLBACK (count_cb), &changes);
  g_assert_true (sort (list, NIDA_FIELD_DONOR, FALSE, compare_backwards, NULL, &error));
  assert_order (list, "01342");
  g_assert_cmpuint (changes, ==, 1);
}

static void
test_cancelled (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaRowList) list = nida_row_list_new (nida_local_engine_get_dataset (engine), NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint changes = 0;

  g_signal_connect (list, "items-changed", G_CALLBACK (count_cb), &changes);
  g_cancellable_cancel (cancellable);
  g_assert_false (sort (list, NIDA_FIELD_AMOUNT, FALSE, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_order (list, "01234");
  g_assert_cmpuint (changes, ==, 0);
}

static void
test_some_rows (void)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  GArray *some = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (NidaRowList) list = NULL;
  g_autoptr (NidaFlow) flow = NULL;
  g_autoptr (GError) error = NULL;

  g_array_append_vals (some, (guint[]) { 3, 1, 0 }, 3);
  list = nida_row_list_new (nida_local_engine_get_dataset (engine), some);
  assert_order (list, "310");
  flow = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_cmpuint (nida_flow_get_row (flow), ==, 1);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 3));
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (list)) == NIDA_TYPE_FLOW);
  g_assert_true (sort (list, NIDA_FIELD_DONOR, FALSE, NULL, NULL, &error));
  assert_order (list, "130");
}

static void
test_empty (void)
{
  g_autoptr (NidaLocalEngine) engine = test_engine (NULL, 0);
  g_autoptr (NidaRowList) list = nida_row_list_new (nida_local_engine_get_dataset (engine), NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (sort (list, NIDA_FIELD_DONOR, FALSE, NULL, NULL, &error));
  assert_order (list, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-list/fields/without-a-value-last-ties-in-row-order", test_fields);
  g_test_add_func ("/row-list/names/by-the-given-order-in-one-change", test_compare);
  g_test_add_func ("/row-list/cancelled/nothing-changes", test_cancelled);
  g_test_add_func ("/row-list/some-rows/only-those", test_some_rows);
  g_test_add_func ("/row-list/empty/stays-empty", test_empty);
  return g_test_run ();
}
