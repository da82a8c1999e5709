/* What questions with the same filters share. */
#include "fixture.h"

#include "filter.h"

static const TestRow rows[] = {
  { NIDA_KIND_PAID, "2024-02-01", "1", "A" },
  { NIDA_KIND_REQUIREMENT, "2030", "8", "B", .appeal = "X" },
  { NIDA_KIND_REPORTED, "2031", "16", "A", .appeal = "Y" },
  { NIDA_KIND_EVENT, NULL, NULL, "A" },
};

static NidaSelection *
select_donor (const char *donor,
              NidaSheet **sheet)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (NidaFilter) filter = NULL;
  g_autoptr (GError) error = NULL;
  NidaSelection *selection;

  if (donor != NULL)
    nida_query_add_filter (query, NIDA_FIELD_DONOR, donor);
  *sheet = nida_sheet_new (nida_local_engine_get_dataset (engine));
  filter = nida_filter_new (*sheet, query, &error);
  g_assert_no_error (error);
  selection = nida_filter_run (filter, NULL, &error);
  g_assert_no_error (error);
  return selection;
}

static void
test_all (void)
{
  NidaSheet *sheet;
  g_autoptr (NidaSelection) selection = select_donor (NULL, &sheet);
  gint32 first, last;

  g_assert_null (selection->rows);
  g_assert_cmpuint (selection->n_rows, ==, 4);
  g_assert_cmpuint (nida_selection_get_totals (selection, sheet)->len, ==, 2);
  g_assert_true (nida_selection_get_extent (selection, sheet, NIDA_KINDS_MONEY, &first, &last));
  g_assert_cmpint (first, ==, last);
  g_assert_false (nida_selection_get_extent (selection, sheet, NIDA_KIND_BIT (NIDA_KIND_EVENT), &first, &last));
  nida_sheet_unref (sheet);
}

static void
test_some (void)
{
  NidaSheet *sheet;
  g_autoptr (NidaSelection) selection = select_donor ("a", &sheet);
  GArray *totals = nida_selection_get_totals (selection, sheet);

  g_assert_cmpuint (selection->n_rows, ==, 3);
  g_assert_cmpuint (nida_selection_row (selection, 1), ==, 2);
  g_assert_cmpuint (totals->len, ==, 1);
  g_assert_cmpuint (g_array_index (totals, guint32, 0), ==, 2);
  g_assert_cmpuint (nida_selection_get_kinds (selection), ==,
                    NIDA_KIND_BIT (NIDA_KIND_PAID) | NIDA_KIND_BIT (NIDA_KIND_REPORTED) | NIDA_KIND_BIT (NIDA_KIND_EVENT));
  nida_sheet_unref (sheet);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/selection/everything/needs-no-list", test_all);
  g_test_add_func ("/selection/some/totals-and-kinds-of-those", test_some);
  return g_test_run ();
}
