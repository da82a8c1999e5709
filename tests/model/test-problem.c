/* Kinds of problems: how grave they are, which are told one by one, what of a text is kept. */
#include "problem.h"

#include <string.h>

/* A row that is not on the board must be found by its line, one by one or in the count of the rest. */
static void
test_refused_rows (void)
{
  for (guint kind = 0; kind < NIDA_N_PROBLEMS; kind++)
    if (nida_problem_severity (kind) == NIDA_SEVERITY_REFUSED)
      {
        g_assert_true (nida_problem_names_every_line (kind));
        g_assert_cmpuint (nida_problem_max_kept (kind), ==, NIDA_PROBLEM_MAX_KEPT);
      }
  g_assert_true (nida_problem_names_every_line (NIDA_PROBLEM_MERGED));
  g_assert_false (nida_problem_names_every_line (NIDA_PROBLEM_ENCODING));
}

/* What is told by its text is counted apart, and what stands alone is never counted with others: not both. */
static void
test_told (void)
{
  for (guint kind = 0; kind < NIDA_N_PROBLEMS; kind++)
    g_assert_false (nida_problem_is_told_by_text (kind) && nida_problem_stands_alone (kind));
  g_assert_true (nida_problem_is_told_by_text (NIDA_PROBLEM_NO_USD));
  g_assert_true (nida_problem_stands_alone (NIDA_PROBLEM_NAME_JOINED));
}

static void
test_excerpt (void)
{
  g_autoptr (GString) many = g_string_new (NULL);
  g_autofree char *cut = NULL, *repaired = NULL, *begin = nida_problem_dup_excerpt ("Kuwait", 2);

  for (guint i = 0; i < 1000; i++)
    g_string_append (many, "ك");
  cut = nida_problem_dup_excerpt (many->str, -1);
  repaired = nida_problem_dup_excerpt ("a\xff", -1);
  g_assert_cmpint (g_utf8_strlen (cut, -1), ==, 200);
  g_assert_cmpstr (repaired, ==, "a\xef\xbf\xbd");
  g_assert_cmpstr (begin, ==, "Ku");
  g_assert_null (nida_problem_dup_excerpt (NULL, -1));
}

static void
test_lines (void)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint)), own = g_array_new (FALSE, FALSE, sizeof (guint));
  const guint numbers[] = { 4, 9 };
  NidaProblem one = { .line = 7, .count = 1 }, some = { .line = 4, .count = 2, .lines = own }, whole = { .line = 0, .count = 1 };
  NidaProblem uncertain = { .line = 3, .count = 5 };

  g_array_append_vals (own, numbers, 2);
  nida_problem_append_lines (lines, &one);
  nida_problem_append_lines (lines, &some);
  nida_problem_append_lines (lines, &whole);       /* no line at all */
  nida_problem_append_lines (lines, &uncertain);   /* only the first is known: not told as if it were all */
  g_assert_cmpuint (lines->len, ==, 3);
  g_assert_cmpmem (lines->data, 3 * sizeof (guint), ((guint[]) { 7, 4, 9 }), 3 * sizeof (guint));
}

static void
test_copy (void)
{
  const guint number = 12;
  NidaProblem problem = { .kind = NIDA_PROBLEM_CONFLICT, .column = (char *) "amount", .found = (char *) "1", .kept = (char *) "2",
                          .count = 1, .lines = g_array_new (FALSE, FALSE, sizeof (guint)) };
  NidaProblem *copy;

  g_array_append_val (problem.lines, number);
  copy = nida_problem_copy (&problem);
  g_array_unref (problem.lines);
  g_assert_cmpstr (copy->column, ==, "amount");
  g_assert_true (copy->found != problem.found && strcmp (copy->found, "1") == 0);
  g_assert_cmpstr (copy->kept, ==, "2");
  g_assert_cmpuint (g_array_index (copy->lines, guint, 0), ==, 12);
  nida_problem_free (copy);
}

static void
test_order (void)
{
  const NidaProblem refused = { .kind = NIDA_PROBLEM_ROW_SHORT, .severity = NIDA_SEVERITY_REFUSED, .source = 1, .line = 9 };
  const NidaProblem look = { .kind = NIDA_PROBLEM_CONFLICT, .severity = NIDA_SEVERITY_LOOK, .source = 0, .line = 1 };
  const NidaProblem later = { .kind = NIDA_PROBLEM_CONFLICT, .severity = NIDA_SEVERITY_LOOK, .source = 0, .line = 2 };
  const NidaProblem *a = &refused, *b = &look, *c = &later;

  g_assert_cmpint (nida_problem_compare (&a, &b), <, 0);
  g_assert_cmpint (nida_problem_compare (&b, &c), <, 0);
  g_assert_cmpint (nida_problem_compare (&c, &a), >, 0);
  g_assert_cmpint (nida_problem_compare (&b, &b), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/problem/every-refused-row-is-named", test_refused_rows);
  g_test_add_func ("/problem/told-by-its-text-or-alone-never-both", test_told);
  g_test_add_func ("/problem/excerpt-is-short-valid-text", test_excerpt);
  g_test_add_func ("/problem/lines-are-those-that-are-known", test_lines);
  g_test_add_func ("/problem/a-copy-owns-its-texts", test_copy);
  g_test_add_func ("/problem/the-gravest-comes-first", test_order);
  return g_test_run ();
}
