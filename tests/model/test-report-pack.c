/* report-pack.c: the report says the same, the first of a kind one by one and the others counted, however much is told. */
#include "report-pack.h"

static NidaReport *
make_report (void)
{
  NidaReport *report = nida_report_new ();
  NidaSourceInfo info = { .name = (char *) "a.csv", .format = (char *) "F", .entry = (char *) "e", .unit = NIDA_UNIT_ROW };
  NidaStated stated = { .kind = NIDA_STATED_SHARE, .line = 3, .where = (char *) "percent", .stated = 5, .computed = 6, .decimals = 1,
                        .differs = TRUE };

  nida_report_add_source (report, &info);
  for (guint line = 1; line <= 60; line++)
    nida_report_add (report, NIDA_PROBLEM_AMOUNT_NOT_A_NUMBER, 0, line, "amount", "x", -1);
  for (guint line = 1; line <= 9; line++)
    nida_report_add (report, NIDA_PROBLEM_NO_USD, 0, line, "amount", line % 2 == 0 ? "KWD" : "EUR", -1);
  nida_report_add_stated (report, &stated);
  return report;
}

static void
assert_same (NidaReport *a,
             NidaReport *b)
{
  g_assert_cmpuint (nida_report_get_n_problems (a), ==, nida_report_get_n_problems (b));
  for (guint i = 0; i < nida_report_get_n_problems (a); i++)
    {
      const NidaProblem *x = nida_report_get_problem (a, i), *y = nida_report_get_problem (b, i);

      g_assert_cmpint (x->kind, ==, y->kind);
      g_assert_cmpuint (x->line, ==, y->line);
      g_assert_cmpuint (x->count, ==, y->count);
      g_assert_cmpstr (x->found, ==, y->found);
      g_assert_true ((x->lines == NULL) == (y->lines == NULL));
      if (x->lines != NULL)
        g_assert_cmpmem (x->lines->data, x->lines->len * sizeof (guint), y->lines->data, y->lines->len * sizeof (guint));
    }
}

static void
test_round_trip (void)
{
  g_autoptr (NidaReport) report = make_report (), other = nida_report_new ();
  g_autoptr (GVariant) source = g_variant_ref_sink (nida_report_pack_source (report));
  g_autoptr (GVariant) problems = g_variant_ref_sink (nida_report_pack_problems (report));
  g_autoptr (GVariant) stated = g_variant_ref_sink (nida_report_pack_stated (report));
  NidaSourceInfo info = { .size = 7 };

  g_assert_true (nida_report_unpack_source (other, source, &info));
  g_assert_true (nida_report_unpack_problems (other, problems));
  g_assert_true (nida_report_unpack_stated (other, stated));
  assert_same (report, other);
  /* and what comes behind is counted on the same lines */
  nida_report_add (report, NIDA_PROBLEM_AMOUNT_NOT_A_NUMBER, 0, 99, "amount", "x", -1);
  nida_report_add (other, NIDA_PROBLEM_AMOUNT_NOT_A_NUMBER, 0, 99, "amount", "x", -1);
  assert_same (report, other);
  g_assert_cmpuint (nida_report_get_count (other, NIDA_PROBLEM_NO_USD), ==, 9);
  g_assert_cmpstr (nida_report_get_source (other, 0)->entry, ==, "e");
  g_assert_cmpuint (nida_report_get_source (other, 0)->size, ==, 7);
  g_assert_true (nida_report_get_stated (other, 0)->differs);
}

/* Lines that are not as many as are counted. */
static void
test_refused (void)
{
  g_autoptr (NidaReport) report = nida_report_new ();
  g_autoptr (GVariant) packed = g_variant_parse (G_VARIANT_TYPE ("a(uuumsmsmstumau)"),
                                                 "[(0, 1, 0, nothing, nothing, nothing, 5, 0, [1, 2])]", NULL, NULL, NULL);

  g_assert_false (nida_report_unpack_problems (report, packed));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-pack/says-the-same", test_round_trip);
  g_test_add_func ("/report-pack/lines-are-as-many-as-counted", test_refused);
  return g_test_run ();
}
