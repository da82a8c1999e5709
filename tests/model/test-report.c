/* The report keeps what a person can read and counts the rest; nothing is lost. */
#include "report.h"

#include <string.h>

static NidaReport *
new_report (guint n_sources)
{
  NidaReport *report = nida_report_new ();
  NidaSourceInfo info = { .name = (char *) "a.csv", .family = (char *) "fts", .rows_read = 7 };

  for (guint i = 0; i < n_sources; i++)
    nida_report_add_source (report, &info);
  return report;
}

static guint64
sum_of_counts (NidaReport      *report,
               NidaProblemKind  kind)
{
  guint64 sum = 0;

  for (guint i = 0; i < nida_report_get_n_problems (report); i++)
    if (nida_report_get_problem (report, i)->kind == kind)
      sum += nida_report_get_problem (report, i)->count;
  return sum;
}

static void
test_order (void)
{
  g_autoptr (NidaReport) report = new_report (2);
  static const struct { NidaProblemKind kind; guint source, line; } expected[] = {
    { NIDA_PROBLEM_ROW_SHORT, 0, 9 }, { NIDA_PROBLEM_AMOUNT_MISSING, 1, 3 }, { NIDA_PROBLEM_AMOUNT_OVERFLOW, 1, 4 },
    { NIDA_PROBLEM_DATE_IMPOSSIBLE, 0, 5 }, { NIDA_PROBLEM_COLUMN_UNUSED, 0, 0 },
  };
  static const guint order[] = { 4, 2, 0, 3, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    nida_report_add (report, expected[order[i]].kind, expected[order[i]].source, expected[order[i]].line, "c", "x", -1);
  g_assert_cmpuint (nida_report_get_n_problems (report), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_cmpint (nida_report_get_problem (report, i)->kind, ==, expected[i].kind);
      g_assert_cmpint (nida_report_get_problem (report, i)->line, ==, expected[i].line);
      g_assert_cmpint (nida_report_get_problem (report, i)->severity, ==, nida_problem_severity (expected[i].kind));
    }
}

/* Every currency without a rate is one line, however many rows there are, and each row is named. */
static void
test_currencies (void)
{
  g_autoptr (NidaReport) whole = new_report (1), report = new_report (1);
  const NidaProblem *euros, *pounds;

  for (guint line = 2; line < 302; line++)
    nida_report_add (report, NIDA_PROBLEM_NO_USD, 0, line, "currency", line % 3 == 0 ? "GBPx" : "EUR", 3);
  nida_report_absorb (whole, report, 0);
  for (guint line = 302; line < 305; line++)
    nida_report_add (whole, NIDA_PROBLEM_NO_USD, 0, line, "currency", "EUR", -1);
  g_assert_cmpuint (nida_report_get_n_problems (whole), ==, 2);
  g_assert_cmpuint (nida_report_get_count (whole, NIDA_PROBLEM_NO_USD), ==, 303);
  euros = nida_report_get_problem (whole, 0);
  pounds = nida_report_get_problem (whole, 1);
  g_assert_cmpstr (euros->found, ==, "EUR");
  g_assert_cmpuint (euros->line, ==, 2);
  g_assert_cmpuint (euros->count, ==, 203);
  g_assert_cmpuint (euros->lines->len, ==, 203);
  g_assert_cmpstr (pounds->found, ==, "GBP");
  g_assert_cmpuint (pounds->count, ==, 100);
}

static void
test_many (void)
{
  g_autoptr (NidaReport) report = new_report (1);

  for (guint line = 2; line < 100002; line++)
    {
      nida_report_add (report, NIDA_PROBLEM_AMOUNT_NOT_A_NUMBER, 0, line, "amount", "8ر3", -1);
      nida_report_add (report, NIDA_PROBLEM_AMOUNT_ROUNDED, 0, line, "amount", "0.0001", -1);
    }
  g_assert_cmpuint (nida_report_get_n_problems (report), ==, 52);
  g_assert_cmpuint (nida_report_get_count (report, NIDA_PROBLEM_AMOUNT_NOT_A_NUMBER), ==, 100000);
  g_assert_cmpuint (sum_of_counts (report, NIDA_PROBLEM_AMOUNT_NOT_A_NUMBER), ==, 100000);
  g_assert_cmpuint (sum_of_counts (report, NIDA_PROBLEM_AMOUNT_ROUNDED), ==, 100000);
  g_assert_cmpuint (nida_report_get_problem (report, 50)->line, ==, 52);
  g_assert_cmpuint (nida_report_get_problem (report, 50)->count, ==, 99950);
  g_assert_cmpuint (nida_report_get_problem (report, 51)->line, ==, 2);
  g_assert_cmpuint (nida_report_get_problem (report, 51)->count, ==, 100000);
}

static void
test_found (void)
{
  g_autoptr (NidaReport) report = new_report (1);
  g_autofree char *long_text = g_strnfill (5000, 'x');
  const NidaProblem *problem;

  nida_report_add (report, NIDA_PROBLEM_FIELD_TOO_LONG, 0, 3, "donor", long_text, 5000);
  problem = nida_report_get_problem (report, 0);
  g_assert_cmpuint (strlen (problem->found), ==, 200);
  nida_report_add (report, NIDA_PROBLEM_TEXT_REPAIRED, 0, 2, NULL, "a\xff\0b", 4);
  problem = nida_report_get_problem (report, 1);
  g_assert_true (g_utf8_validate (problem->found, -1, NULL));
  g_assert_null (problem->column);
  nida_report_add (report, NIDA_PROBLEM_AMOUNT_MISSING, 0, 1, NULL, NULL, 0);
  g_assert_null (nida_report_get_problem (report, 0)->found);
}

static void
test_absorb (void)
{
  g_autoptr (NidaReport) report = new_report (1);
  g_autoptr (NidaReport) part = nida_report_new ();
  g_autoptr (NidaReport) file = new_report (2);
  NidaProblem conflict = { .kind = NIDA_PROBLEM_CONFLICT, .source = 1, .source2 = 0, .line = 5, .line2 = 6,
                           .found = (char *) "a", .kept = (char *) "b" };

  for (guint i = 0; i < 60; i++)
    nida_report_add (report, NIDA_PROBLEM_ROW_LONG, 0, i + 1, NULL, NULL, 0);
  for (guint i = 0; i < 70; i++)
    nida_report_add (part, NIDA_PROBLEM_ROW_LONG, 0, i + 1, NULL, NULL, 0);
  nida_report_shift_lines (part, 60);
  nida_report_add_problem (file, &conflict);
  nida_report_absorb (report, part, 0);
  nida_report_absorb (report, file, 1);
  g_assert_cmpuint (nida_report_get_n_sources (report), ==, 3);
  g_assert_cmpuint (nida_report_get_source (report, 2)->rows_read, ==, 7);
  g_assert_cmpuint (nida_report_get_count (report, NIDA_PROBLEM_ROW_LONG), ==, 130);
  g_assert_cmpuint (sum_of_counts (report, NIDA_PROBLEM_ROW_LONG), ==, 130);
  g_assert_cmpuint (nida_report_get_n_problems (report), ==, 52);
  g_assert_cmpuint (nida_report_get_problem (report, 50)->line, ==, 51);
  g_assert_cmpuint (nida_report_get_problem (report, 51)->source, ==, 2);
  g_assert_cmpuint (nida_report_get_problem (report, 51)->source2, ==, 1);
  g_assert_cmpuint (nida_report_get_n_problems (part), ==, 0);
  g_assert_cmpuint (nida_report_get_count (part, NIDA_PROBLEM_ROW_LONG), ==, 0);
  g_assert_null (nida_report_get_source (file, 0));
}

static void
test_lines (void)
{
  g_autoptr (NidaReport) report = new_report (1);
  g_autoptr (NidaReport) part = new_report (0);
  const NidaProblem *merged = NULL;

  nida_report_add (report, NIDA_PROBLEM_MERGED, 0, 5, NULL, NULL, 0);
  nida_report_add (report, NIDA_PROBLEM_AMOUNT_ZERO, 0, 5, NULL, NULL, 0);
  nida_report_add (part, NIDA_PROBLEM_MERGED, 0, 2, NULL, NULL, 0);
  nida_report_add (part, NIDA_PROBLEM_MERGED, 0, 3, NULL, NULL, 0);
  nida_report_shift_lines (part, 10);
  nida_report_absorb (report, part, 0);

  for (guint i = 0; i < nida_report_get_n_problems (report); i++)
    {
      const NidaProblem *problem = nida_report_get_problem (report, i);

      if (problem->kind == NIDA_PROBLEM_MERGED)
        merged = problem;
      else
        g_assert_null (problem->lines);
    }
  g_assert_nonnull (merged);
  g_assert_cmpuint (merged->count, ==, 3);
  g_assert_cmpuint (merged->lines->len, ==, 3);
  g_assert_cmpuint (g_array_index (merged->lines, guint, 0), ==, 5);
  g_assert_cmpuint (g_array_index (merged->lines, guint, 1), ==, 12);
  g_assert_cmpuint (g_array_index (merged->lines, guint, 2), ==, 13);
}

/* Percentages that are as computed are one line, those that are not stay apart, and the same total again is counted. */
static void
test_stated (void)
{
  g_autoptr (NidaReport) report = nida_report_new ();
  g_autoptr (NidaReport) other = nida_report_new ();
  NidaStated share = { .kind = NIDA_STATED_SHARE, .where = (char *) "percentFunded", .stated = 50000, .computed = 50000 };
  NidaStated total = { .kind = NIDA_STATED_RECEIVED, .where = (char *) "fundingTotal", .set = (char *) "a", .stated = 7 };

  for (guint i = 0; i < 3; i++)
    {
      share.stated = 50000 + i;
      nida_report_add_stated (report, &share);
    }
  share.differs = TRUE;
  for (guint i = 0; i < 60; i++)
    nida_report_add_stated (i % 2 == 0 ? report : other, &share);
  nida_report_add_stated (report, &total);
  nida_report_add_stated (report, &total);
  total.stated = 8;
  nida_report_add_stated (report, &total);
  nida_report_absorb (report, other, 0);

  g_assert_cmpuint (nida_report_get_stated (report, 0)->count, ==, 3);
  g_assert_cmpuint (nida_report_get_n_stated (report), ==, 1 + 50 + 2);
  g_assert_cmpuint (nida_report_get_stated (report, 31)->count, ==, 2);
  g_assert_cmpint (nida_report_get_stated (report, 32)->stated, ==, 8);
  g_assert_cmpuint (nida_report_get_n_stated (other), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/refused-first-then-source-and-line", test_order);
  g_test_add_func ("/report/the-rest-is-counted-on-one-line", test_many);
  g_test_add_func ("/report/currencies-without-a-rate-are-counted-apart", test_currencies);
  g_test_add_func ("/report/found-is-short-valid-text", test_found);
  g_test_add_func ("/report/absorb-shifts-sources-and-loses-nothing", test_absorb);
  g_test_add_func ("/report/lines/each-merged-row-is-named", test_lines);
  g_test_add_func ("/report/statements-of-a-source-are-kept-and-counted", test_stated);
  return g_test_run ();
}
