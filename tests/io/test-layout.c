/* layout.c: delimiter, header row, columns and decimal mark, found from a few rows. */
#include "layout.h"

#include "nida-csv.h"

#include <string.h>

static NidaLayout *
detect (const char *text)
{
  return nida_layout_detect_text (text, strlen (text), FALSE, NULL);
}

static void
test_arabic (void)
{
  g_autoptr (NidaLayout) layout = detect ("قائمة المساهمات;;;\n;;;\nالجهة الممولة;تاريخ التبرع;المبلغ (د.ك);ملاحظات\n"
                                          "الكويت;2024-02-04;1.250.000,50;أ\nقطر;2024;3,5;\n");
  gint16 roles[NIDA_MAX_ROLES];

  g_assert_cmpint (layout->delimiter, ==, ';');
  g_assert_cmpuint (layout->header, ==, 2);
  g_assert_cmpint (layout->decimal, ==, NIDA_DECIMAL_COMMA);
  g_assert_cmpstr (layout->currency, ==, "KWD");
  nida_layout_get_roles (layout, roles);
  g_assert_cmpint (roles[NIDA_FIELD_DONOR], ==, 0);
  g_assert_cmpint (roles[NIDA_FIELD_DATE], ==, 1);
  g_assert_cmpint (roles[NIDA_FIELD_AMOUNT], ==, 2);
  g_assert_cmpint (roles[NIDA_FIELD_DESCRIPTION], ==, 3);
}

static void
test_contents (void)
{
  g_autoptr (NidaLayout) layout = detect ("Who\tWhen\tHow much\tIn\nA\t2024-02-04\t100.25\tKWD\nB\t2024-03-01\t5\tUSD\n");

  g_assert_cmpint (layout->delimiter, ==, '\t');
  g_assert_cmpint (layout->columns[1].role, ==, NIDA_FIELD_DATE);
  g_assert_cmpint (layout->columns[2].role, ==, NIDA_FIELD_AMOUNT);
  g_assert_cmpint (layout->columns[3].role, ==, NIDA_FIELD_CURRENCY);
  g_assert_cmpint (layout->columns[2].match, ==, NIDA_MATCH_CONTENTS);
  g_assert_true (nida_layout_is_usable (layout));
}

static void
test_two_numbers (void)
{
  g_autoptr (NidaLayout) layout = detect ("thing,weight,price\na,100,3\nb,200,4\n");

  g_assert_false (nida_layout_is_usable (layout));
  nida_layout_set_role (layout, 2, NIDA_FIELD_AMOUNT);
  g_assert_true (nida_layout_is_usable (layout));
  g_assert_cmpint (layout->columns[2].match, ==, NIDA_MATCH_HAND);
  nida_layout_set_role (layout, 1, NIDA_FIELD_AMOUNT);
  g_assert_cmpint (layout->columns[2].role, ==, -1);
}

static void
test_currency_names (void)
{
  g_autoptr (NidaLayout) one = detect ("Donor,KWD\nA,100\n");
  g_autoptr (NidaLayout) rates = detect ("Date,USD,JPY\n2024-01-02,1.1,160\n");

  g_assert_cmpint (one->columns[1].role, ==, NIDA_FIELD_AMOUNT);
  g_assert_cmpstr (one->currency, ==, "KWD");
  g_assert_false (nida_layout_is_usable (rates));
}

static void
test_marks (void)
{
  static const struct { const char *text; NidaDecimalMark mark; gboolean ambiguous; } cases[] = {
    { "1,234.56", NIDA_DECIMAL_DOT, FALSE }, { "1.234,56", NIDA_DECIMAL_COMMA, FALSE },
    { "1,234", NIDA_DECIMAL_AUTO, TRUE }, { "1.234", NIDA_DECIMAL_AUTO, TRUE }, { "12", NIDA_DECIMAL_AUTO, FALSE },
    { "", NIDA_DECIMAL_AUTO, FALSE }, { "1250000.5", NIDA_DECIMAL_DOT, FALSE }, { "3,5", NIDA_DECIMAL_COMMA, FALSE },
    { "green", NIDA_DECIMAL_AUTO, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean ambiguous = FALSE;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (nida_layout_cell_mark (cases[i].text, strlen (cases[i].text), &ambiguous), ==, cases[i].mark);
      g_assert_cmpint (ambiguous, ==, cases[i].ambiguous);
    }
}

static void
test_nothing (void)
{
  g_autoptr (NidaLayout) empty = detect ("");
  g_autoptr (NidaLayout) line = detect ("just a sentence\n");
  g_autoptr (NidaLayout) copy = nida_layout_copy (line);

  g_assert_false (nida_layout_is_usable (empty));
  g_assert_false (nida_layout_is_usable (line));
  g_assert_cmpuint (copy->n_columns, ==, line->n_columns);
}

static void
test_split_cut (void)
{
  const char *text = "a,\"b\"\"c\"\nd,e\nf,";
  g_autoptr (GPtrArray) rows = nida_layout_split (text, strlen (text), ',', TRUE);

  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (((GStrv) rows->pdata[0])[1], ==, "b\"c");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/arabic-names-below-a-title-with-semicolons", test_arabic);
  g_test_add_func ("/layout/contents-say-what-names-do-not", test_contents);
  g_test_add_func ("/layout/two-columns-of-numbers-are-not-guessed", test_two_numbers);
  g_test_add_func ("/layout/one-column-called-as-a-currency-holds-amounts", test_currency_names);
  g_test_add_func ("/layout/decimal-mark-of-a-cell", test_marks);
  g_test_add_func ("/layout/nothing-and-a-sentence-have-no-columns", test_nothing);
  g_test_add_func ("/layout/an-unfinished-row-is-left-out", test_split_cut);
  return g_test_run ();
}
