#include "support.h"

#include "nida-csv.h"

static void
test_minimal (void)
{
  g_autoptr (NidaDataset) dataset = load_text ("donor,amount\nKuwait,1000\nQatar,2.5\n");

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
  assert_cell (dataset, 0, NIDA_FIELD_KIND, "paid");
  assert_cell (dataset, 0, NIDA_FIELD_CURRENCY, "USD");
  assert_cell (dataset, 0, NIDA_FIELD_AMOUNT_USD, "1000");
  assert_cell (dataset, 1, NIDA_FIELD_AMOUNT_USD, "2.5");
  assert_cell (dataset, 0, NIDA_FIELD_SOURCE, "input.csv");
  assert_problem (dataset, NIDA_PROBLEM_KIND_ASSUMED, 2, 2, NULL);
  assert_problem (dataset, NIDA_PROBLEM_CURRENCY_ASSUMED, 2, 2, NULL);
  assert_problem (dataset, NIDA_PROBLEM_DATE_MISSING, 2, 2, NULL);
  g_assert_cmpstr (get_source (dataset, 0)->format, ==, "Nida CSV");
  g_assert_cmpuint (get_source (dataset, 0)->rows_read, ==, 2);
  g_assert_cmpuint (get_source (dataset, 0)->rows_kept, ==, 2);
}

static void
test_all_fields (void)
{
  g_autoptr (NidaDataset) dataset = load_text (
    "kind,date,date_end,usage_year,state,qualifier,level,direction,appeal,appeal_ar,category,category_ar,donor,donor_ar,"
    "donor_country,donor_type,donor_group,recipient,partner,emergency,country,boundary,on_boundary,flow_type,earmarking,"
    "method,contribution,currency,amount,amount_usd,description,description_ar,said_by,basis,source,updated_at,id\n"
    "pledge,2024-02-04,2024-03,2024..2025,planned,about,appeal,incoming,Appeal,نداء,Food,غذاء,Kuwait Fund,الصندوق الكويتي,"
    "KWT,Governments,GCC,IOM,Ministry,Flood,Syria,incoming,single,Standard,soft,Cash,in kind,KWD,100.125,325,"
    " two  words ,كلمتان,A person,stated,Al-Rai,2024-02-05T10:00:00+03:00,k-1\n");

  assert_cell (dataset, 0, NIDA_FIELD_KIND, "pledge");
  assert_cell (dataset, 0, NIDA_FIELD_DATE, "2024-02-04");
  assert_cell (dataset, 0, NIDA_FIELD_DATE_END, "2024-03");
  assert_cell (dataset, 0, NIDA_FIELD_USAGE_YEAR, "2024..2025");
  assert_cell (dataset, 0, NIDA_FIELD_STATE, "planned");
  assert_cell (dataset, 0, NIDA_FIELD_QUALIFIER, "about");
  assert_cell (dataset, 0, NIDA_FIELD_LEVEL, "appeal");
  assert_cell (dataset, 0, NIDA_FIELD_DIRECTION, "incoming");
  assert_arabic (dataset, 0, NIDA_FIELD_APPEAL, "نداء");
  assert_arabic (dataset, 0, NIDA_FIELD_CATEGORY, "غذاء");
  assert_cell (dataset, 0, NIDA_FIELD_DONOR, "Kuwait Fund");
  assert_arabic (dataset, 0, NIDA_FIELD_DONOR, "الصندوق الكويتي");
  assert_cell (dataset, 0, NIDA_FIELD_DONOR_COUNTRY, "Kuwait");
  assert_arabic (dataset, 0, NIDA_FIELD_DONOR_COUNTRY, "الكويت");
  assert_cell (dataset, 0, NIDA_FIELD_PARTNER, "Ministry");
  assert_cell (dataset, 0, NIDA_FIELD_COUNTRY, "Syria");
  assert_arabic (dataset, 0, NIDA_FIELD_COUNTRY, "سوريا");
  assert_cell (dataset, 0, NIDA_FIELD_BOUNDARY, "incoming");
  assert_cell (dataset, 0, NIDA_FIELD_ON_BOUNDARY, "single");
  assert_cell (dataset, 0, NIDA_FIELD_CURRENCY, "KWD");
  assert_cell (dataset, 0, NIDA_FIELD_AMOUNT, "100.125");
  assert_cell (dataset, 0, NIDA_FIELD_AMOUNT_USD, "325");
  assert_cell (dataset, 0, NIDA_FIELD_DESCRIPTION, " two  words ");
  assert_arabic (dataset, 0, NIDA_FIELD_DESCRIPTION, "كلمتان");
  assert_cell (dataset, 0, NIDA_FIELD_SAID_BY, "A person");
  assert_cell (dataset, 0, NIDA_FIELD_BASIS, "stated");
  assert_cell (dataset, 0, NIDA_FIELD_SOURCE, "Al-Rai");
  assert_cell (dataset, 0, NIDA_FIELD_ID, "k-1");
  g_assert_cmpint (nida_dataset_get_updated_at (dataset, 0), ==, 1707116400);
  assert_no_problem (dataset, NIDA_PROBLEM_COLUMN_UNUSED);
  assert_no_problem (dataset, NIDA_PROBLEM_WORD_UNKNOWN);
}

static void
test_countries (void)
{
  g_autoptr (NidaDataset) dataset = load_text (
    "date,amount,country\n2024,1,SYR\n2024,1,\"SYR, TUR\"\n2024,1,\"Syria, Jordan\"\n2024,1,XYZ\n2024,1,Lao land\n");
  NidaCodes codes = nida_dataset_get_codes (dataset, NIDA_FIELD_COUNTRY);
  NidaDictionary *dictionary = nida_dataset_get_dictionary (dataset, NIDA_FIELD_COUNTRY);
  guint n_members;

  assert_cell (dataset, 0, NIDA_FIELD_COUNTRY, "Syria");
  assert_cell (dataset, 1, NIDA_FIELD_COUNTRY, "Syria, Türkiye");
  nida_dictionary_get_members (dictionary, nida_codes_get (codes, 1), &n_members);
  g_assert_cmpuint (n_members, ==, 2);
  nida_dictionary_get_members (dictionary, nida_codes_get (codes, 2), &n_members);
  g_assert_cmpuint (n_members, ==, 2);
  assert_cell (dataset, 3, NIDA_FIELD_COUNTRY, "XYZ");
  assert_cell (dataset, 4, NIDA_FIELD_COUNTRY, "Lao land");
}

static void
test_arabic_header (void)
{
  g_autoptr (NidaDataset) dataset = load_text (
    "التاريخ,الجهة المانحة,الفئة,المبلغ,العملة,النوع\n2024-02-04,الكويت,غذاء,١٬٢٥٠٬٠٠٠٫٥,KWD,تعهّد\n2024,قطر,مأوى,5,USD,مدفوع\n");

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
  assert_cell (dataset, 0, NIDA_FIELD_DONOR, "الكويت");
  assert_cell (dataset, 0, NIDA_FIELD_CATEGORY, "غذاء");
  assert_cell (dataset, 0, NIDA_FIELD_AMOUNT, "1250000.5");
  assert_cell (dataset, 0, NIDA_FIELD_CURRENCY, "KWD");
  assert_cell (dataset, 0, NIDA_FIELD_KIND, "pledge");
  assert_cell (dataset, 1, NIDA_FIELD_KIND, "paid");
}

static void
test_amounts (void)
{
  g_autoptr (NidaDataset) dataset = load_text (
    "kind,date,currency,amount,amount_usd\n"
    "paid,2024,KWD,10,\n"         /* no dollars known */
    "paid,2024,KWD,10,32.5\n"
    "paid,2024,,,7\n"             /* dollars alone */
    "paid,2024,USD,8,\n"
    "paid,2024,usd,9,9\n"
    "paid,2024,ZZZ,1,\n"          /* refused */
    "paid,2024,USD,,\n"           /* refused */
    "paid,2024,USD,-5,\n"
    "paid,2024,USD,0,\n"
    "paid,2024,USD,1.23456,\n");

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 8);
  assert_cell (dataset, 0, NIDA_FIELD_AMOUNT_USD, "");
  assert_problem (dataset, NIDA_PROBLEM_NO_USD, 1, 2, "currency");
  assert_cell (dataset, 1, NIDA_FIELD_AMOUNT_USD, "32.5");
  assert_cell (dataset, 2, NIDA_FIELD_AMOUNT, "7");
  assert_cell (dataset, 2, NIDA_FIELD_CURRENCY, "USD");
  assert_cell (dataset, 3, NIDA_FIELD_AMOUNT_USD, "8");
  assert_cell (dataset, 4, NIDA_FIELD_CURRENCY, "USD");
  assert_problem (dataset, NIDA_PROBLEM_CURRENCY_UNKNOWN, 1, 7, "currency");
  assert_problem (dataset, NIDA_PROBLEM_AMOUNT_MISSING, 1, 8, "amount");
  assert_problem (dataset, NIDA_PROBLEM_AMOUNT_NEGATIVE, 1, 9, "amount");
  assert_problem (dataset, NIDA_PROBLEM_AMOUNT_ZERO, 1, 10, "amount");
  assert_problem (dataset, NIDA_PROBLEM_AMOUNT_ROUNDED, 1, 11, "amount");
  assert_cell (dataset, 5, NIDA_FIELD_AMOUNT, "-5");
  assert_cell (dataset, 6, NIDA_FIELD_AMOUNT, "0");
  assert_cell (dataset, 7, NIDA_FIELD_AMOUNT, "1.235");
  g_assert_cmpuint (get_source (dataset, 0)->rows_refused, ==, 2);
}

static void
assert_bad_amount (const char      *amount,
                   NidaProblemKind  kind)
{
  g_autofree char *text = g_strdup_printf ("date,amount\n2024,1\n2024,\"%s\"\n2024,3\n", amount);
  g_autoptr (NidaDataset) dataset = load_text (text);

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
  assert_problem (dataset, kind, 1, 3, "amount");
  g_assert_cmpstr (find_problem (dataset, kind)->found, ==, amount);
}

static void
test_bad_amounts (void)
{
  assert_bad_amount ("8ر3", NIDA_PROBLEM_AMOUNT_NOT_A_NUMBER);
  assert_bad_amount ("1.234,56", NIDA_PROBLEM_AMOUNT_NOT_A_NUMBER);
  assert_bad_amount ("nan", NIDA_PROBLEM_AMOUNT_NOT_A_NUMBER);
  assert_bad_amount ("0x10", NIDA_PROBLEM_AMOUNT_NOT_A_NUMBER);
  assert_bad_amount ("12 apples", NIDA_PROBLEM_AMOUNT_NOT_A_NUMBER);
  assert_bad_amount ("99999999999999999999", NIDA_PROBLEM_AMOUNT_OVERFLOW);
  assert_bad_amount ("1e999", NIDA_PROBLEM_AMOUNT_OVERFLOW);
}

static void
test_decimal_comma (void)
{
  NidaLoadOptions options = { .decimal = NIDA_DECIMAL_COMMA };
  char *path = write_file ("date;amount\n2024;1.234,56\n", -1);
  const char *inputs[] = { path, NULL };
  g_autoptr (NidaDataset) dataset = nida_load (inputs, &options, NULL, NULL);

  assert_cell (dataset, 0, NIDA_FIELD_AMOUNT, "1234.56");
  remove_file (path);
}

static void
test_dates (void)
{
  g_autoptr (NidaDataset) dataset = load_text (
    "kind,date,date_end,amount\n"
    "paid,2024-02-31,,1\n"
    "paid,soon,,1\n"
    "paid,05/06/2014,,1\n"
    "paid,,,1\n"
    "paid,2023,2009,1\n"
    "paid,2009,2023,1\n"
    "paid,2024-Q1,,1\n");

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 7);
  assert_problem (dataset, NIDA_PROBLEM_DATE_IMPOSSIBLE, 1, 2, "date");
  assert_problem (dataset, NIDA_PROBLEM_DATE_NOT_A_DATE, 1, 3, "date");
  assert_problem (dataset, NIDA_PROBLEM_DATE_AMBIGUOUS, 1, 4, "date");
  assert_problem (dataset, NIDA_PROBLEM_SPAN_REVERSED, 1, 6, NULL);
  g_assert_cmpstr (find_problem (dataset, NIDA_PROBLEM_SPAN_REVERSED)->found, ==, "2023..2009");
  g_assert_cmpint (nida_dataset_get_period (dataset, 0).start.precision, ==, NIDA_PRECISION_NONE);
  g_assert_false (nida_period_is_span (nida_dataset_get_period (dataset, 4)));
  g_assert_true (nida_period_is_span (nida_dataset_get_period (dataset, 5)));
  assert_cell (dataset, 6, NIDA_FIELD_DATE, "2024-Q1");
  /* a date that is none was told already */
  assert_problem (dataset, NIDA_PROBLEM_DATE_MISSING, 1, 5, NULL);
}

static void
test_words (void)
{
  g_autoptr (NidaDataset) dataset = load_text (
    "kind,date,amount,state,usage_year\nPAID,2024,1,,20x4\ngift,2024,1,,\npaid,2024,1,maybe,2025-26\n");

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
  assert_problem (dataset, NIDA_PROBLEM_KIND_UNKNOWN, 1, 3, "kind");
  assert_problem (dataset, NIDA_PROBLEM_WORD_UNKNOWN, 1, 4, "state");
  assert_problem (dataset, NIDA_PROBLEM_DATE_NOT_A_DATE, 2, 2, "usage_year");
  assert_cell (dataset, 1, NIDA_FIELD_STATE, "");
}

static void
test_not_money (void)
{
  g_autoptr (NidaDataset) dataset = load_text (
    "kind,date,category,amount,description\nevent,2024-02-11,,,Workshop\nindicator,2023,Tier,3,Tier 2 Watch List\n"
    "goal,,Tier,1,Tier 1\nindicator,2024,Tier,,No report\n");

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 4);
  assert_cell (dataset, 1, NIDA_FIELD_AMOUNT, "3");
  assert_cell (dataset, 1, NIDA_FIELD_AMOUNT_USD, "");
  assert_cell (dataset, 1, NIDA_FIELD_CURRENCY, "");
  assert_no_problem (dataset, NIDA_PROBLEM_CURRENCY_ASSUMED);
  assert_no_problem (dataset, NIDA_PROBLEM_AMOUNT_MISSING);
}

static void
test_totals (void)
{
  g_autoptr (NidaDataset) dataset = load_text ("date,appeal,requirement,reported\n2024,A,100,40\n2025,B,200,\n2026,C,,\n");

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 3);
  assert_cell (dataset, 0, NIDA_FIELD_KIND, "requirement");
  assert_cell (dataset, 1, NIDA_FIELD_KIND, "reported");
  assert_cell (dataset, 1, NIDA_FIELD_AMOUNT_USD, "40");
  assert_cell (dataset, 2, NIDA_FIELD_AMOUNT_USD, "200");
  g_assert_cmpuint (get_source (dataset, 0)->rows_kept, ==, 2);
  g_assert_cmpuint (get_source (dataset, 0)->rows_refused, ==, 1);
}

static void
test_map (void)
{
  static const char * const map[] = { "amount=Total given", "date = When", NULL };
  static const char * const wrong[] = { "colour=Total given", NULL };
  static const char * const nowhere[] = { "amount=Total given", "donor=nowhere", NULL };
  NidaLoadOptions options = { .map = map };
  char *path = write_file ("When,Total given,Who\n2024,5,Kuwait\n", -1);
  const char *inputs[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = nida_load (inputs, &options, NULL, &error);
  g_autoptr (NidaDataset) none = NULL;

  g_assert_no_error (error);
  assert_cell (dataset, 0, NIDA_FIELD_AMOUNT, "5");
  assert_cell (dataset, 0, NIDA_FIELD_DATE, "2024");
  assert_problem (dataset, NIDA_PROBLEM_COLUMN_UNUSED, 1, 1, "Who");
  options.map = wrong;
  none = nida_load (inputs, &options, NULL, &error);
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_COLUMNS);
  g_assert_nonnull (strstr (error->message, "colour"));
  g_clear_error (&error);
  options.map = nowhere;
  none = nida_load (inputs, &options, NULL, &error);
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_MAPPING);
  g_assert_nonnull (strstr (error->message, "nowhere"));
  remove_file (path);
}

static void
test_skip_text (void)
{
  NidaLoadOptions options = { .textless = NIDA_KINDS_ALL };
  char *path = write_file ("date,amount,description,said_by,source\n2024,5,long text,somebody,Al-Rai\n", -1);
  const char *inputs[] = { path, NULL };
  g_autoptr (NidaDataset) dataset = nida_load (inputs, &options, NULL, NULL);

  assert_cell (dataset, 0, NIDA_FIELD_DESCRIPTION, "");
  assert_cell (dataset, 0, NIDA_FIELD_SAID_BY, "");
  assert_cell (dataset, 0, NIDA_FIELD_SOURCE, "Al-Rai");
  assert_no_problem (dataset, NIDA_PROBLEM_COLUMN_UNUSED);
  remove_file (path);
}

static void
test_textless_kinds (void)
{
  NidaLoadOptions options = { .textless = NIDA_KINDS_MONEY };
  char *path = write_file ("date,kind,amount,description,said_by\n2024,paid,5,a\xe2\x80\xae,somebody\n2024,event,,c\xe2\x80\xae,she\n", -1);
  const char *inputs[] = { path, NULL };
  g_autoptr (NidaDataset) dataset = nida_load (inputs, &options, NULL, NULL);

  assert_cell (dataset, 0, NIDA_FIELD_DESCRIPTION, "");
  assert_cell (dataset, 0, NIDA_FIELD_SAID_BY, "");
  assert_cell (dataset, 1, NIDA_FIELD_DESCRIPTION, "c\xe2\x80\xae");
  assert_cell (dataset, 1, NIDA_FIELD_SAID_BY, "she");
  assert_problem (dataset, NIDA_PROBLEM_BIDI_CONTROL, 1, 3, "description");
  remove_file (path);
}

static void
test_ragged (void)
{
  g_autoptr (NidaDataset) dataset = load_text ("date,donor,amount\n2024,A\n2024,B,2\n2024,C,3,4\n\n2024,D,4\n");

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
  assert_problem (dataset, NIDA_PROBLEM_ROW_SHORT, 1, 2, NULL);
  assert_problem (dataset, NIDA_PROBLEM_ROW_LONG, 1, 4, NULL);
  g_assert_cmpstr (find_problem (dataset, NIDA_PROBLEM_ROW_LONG)->found, ==, "4 / 3");
  g_assert_cmpuint (nida_dataset_get_source_row (dataset, 1), ==, 6);
  g_assert_cmpuint (get_source (dataset, 0)->rows_read, ==, 4);
}

static void
test_quotes (void)
{
  g_autoptr (NidaDataset) dataset = load_text ("date,donor,amount\n2024,5\" pipe,1\n2024,B,2\n2024,\"C,3\n2024,D,4\n");

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
  assert_cell (dataset, 0, NIDA_FIELD_DONOR, "5\" pipe");
  assert_problem (dataset, NIDA_PROBLEM_QUOTE_STRAY, 1, 2, "donor");
  assert_problem (dataset, NIDA_PROBLEM_QUOTE_OPEN, 1, 4, "donor");
}

static void
test_header_only (void)
{
  g_autoptr (NidaDataset) dataset = load_text ("kind,date,amount\n");

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 0);
  g_assert_cmpuint (nida_report_get_n_problems (nida_dataset_get_report (dataset)), ==, 0);
}

static void
test_columns (void)
{
  assert_refused ("a,b,c\n1,2,3\n", -1, NIDA_READ_ERROR_COLUMNS, "“a”, “b”, “c”");
  assert_refused ("a,b,c\n1,2,3\n", -1, NIDA_READ_ERROR_COLUMNS, "“amount_usd”");
  assert_refused ("Date,Height,Width\n2024,1,2\n", -1, NIDA_READ_ERROR_COLUMNS, "--map FIELD=COLUMN");
  assert_refused ("\"a,b\n1,2\n", -1, NIDA_READ_ERROR_FORMAT, "line 1");
}

static void
test_delimiters (void)
{
  g_autoptr (NidaDataset) semicolons = load_text ("date;donor;amount\n2024;Kuwait;1.5\n");
  g_autoptr (NidaDataset) tabs = load_text ("date\tdonor\tamount\n2024\tKuwait, State of\t1.5\n");

  assert_cell (semicolons, 0, NIDA_FIELD_AMOUNT, "1.5");
  assert_cell (tabs, 0, NIDA_FIELD_DONOR, "Kuwait, State of");
}

static void
test_formulas (void)
{
  g_autoptr (NidaDataset) dataset = load_text (
    "date,donor,amount,description\n2024,'=SUM(A1),1,'+1\n2024,''quoted,2,'plain\n2024,'＝x,-3,-minus\n");

  assert_cell (dataset, 0, NIDA_FIELD_DONOR, "=SUM(A1)");
  assert_cell (dataset, 0, NIDA_FIELD_DESCRIPTION, "+1");
  assert_cell (dataset, 1, NIDA_FIELD_DONOR, "'quoted");
  assert_cell (dataset, 1, NIDA_FIELD_DESCRIPTION, "'plain");
  assert_cell (dataset, 2, NIDA_FIELD_DONOR, "＝x");
  assert_cell (dataset, 2, NIDA_FIELD_AMOUNT, "-3");
}

static void
test_seed (void)
{
  g_autofree char *path = real_file ("facts/seed.csv");
  g_autoptr (NidaDataset) dataset = NULL;
  g_autofree char *required = NULL;
  g_autofree char *stated = NULL;

  if (path == NULL)
    return;
  dataset = load_file (path, NULL);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 19);
  required = sum_usd (dataset, NIDA_KIND_REQUIREMENT);
  stated = sum_usd (dataset, NIDA_KIND_STATED);
  g_assert_cmpstr (required, ==, "7863000000");
  g_assert_cmpstr (stated, ==, "7900000000");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nida-csv/minimal/what-is-missing-is-assumed-and-said", test_minimal);
  g_test_add_func ("/nida-csv/all-fields", test_all_fields);
  g_test_add_func ("/nida-csv/countries/as-names-or-codes", test_countries);
  g_test_add_func ("/nida-csv/arabic-header", test_arabic_header);
  g_test_add_func ("/nida-csv/amounts/dollars-and-others", test_amounts);
  g_test_add_func ("/nida-csv/amounts/bad-ones-are-refused-with-line-and-column", test_bad_amounts);
  g_test_add_func ("/nida-csv/amounts/decimal-comma-when-told", test_decimal_comma);
  g_test_add_func ("/nida-csv/dates/bad-ones-are-undated", test_dates);
  g_test_add_func ("/nida-csv/words/outside-the-vocabulary", test_words);
  g_test_add_func ("/nida-csv/events-and-indicators-need-no-money", test_not_money);
  g_test_add_func ("/nida-csv/requirement-and-reported-columns", test_totals);
  g_test_add_func ("/nida-csv/map", test_map);
  g_test_add_func ("/nida-csv/skip-text", test_skip_text);
  g_test_add_func ("/nida-csv/skip-text/of-some-kinds", test_textless_kinds);
  g_test_add_func ("/nida-csv/ragged-rows-are-refused", test_ragged);
  g_test_add_func ("/nida-csv/quotes/stray-and-open", test_quotes);
  g_test_add_func ("/nida-csv/header-only/has-no-rows", test_header_only);
  g_test_add_func ("/nida-csv/wrong-columns/are-listed", test_columns);
  g_test_add_func ("/nida-csv/delimiters", test_delimiters);
  g_test_add_func ("/nida-csv/formulas/the-guard-comes-off", test_formulas);
  g_test_add_func ("/nida-csv/seed", test_seed);
  return g_test_run ();
}
