/* giving.c: an award is a commitment, a disbursement a payment of the same id. */
#include "support.h"

#define GRANT(more) "{\"grants\": [{\"id\": \"360G-a-1\", \"title\": \"Food\", \"currency\": \"GBP\", " \
  "\"fundingOrganization\": [{\"id\": \"GB-1\", \"name\": \"A Trust\"}], \"recipientOrganization\": [{\"name\": \"B\"}]" more "}]}"

static void
test_award (void)
{
  g_autoptr (NidaDataset) dataset = load_text (
    GRANT (", \"amountAwarded\": 100.5, \"amountDisbursed\": 40, \"awardDate\": \"2015-06-10T00:00:00+00:00\", "
           "\"grantProgramme\": [{\"title\": \"Education, training\"}], \"beneficiaryLocation\": [{\"countryCode\": \"KE\"}], "
           "\"dateModified\": \"2020-01-01T00:00:00Z\""));
  g_autofree char *id = nida_dataset_dup_id (dataset, 0);
  g_autofree char *other = nida_dataset_dup_id (dataset, 1);

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
  g_assert_cmpstr (id, ==, "360giving:360G-a-1");
  g_assert_cmpstr (other, ==, id);
  assert_cell (dataset, 0, NIDA_FIELD_KIND, "commitment");
  assert_cell (dataset, 0, NIDA_FIELD_AMOUNT, "100.5");
  assert_cell (dataset, 1, NIDA_FIELD_KIND, "paid");
  assert_cell (dataset, 1, NIDA_FIELD_AMOUNT, "40");
  assert_cell (dataset, 1, NIDA_FIELD_DATE, "2015-06-10");
  assert_cell (dataset, 0, NIDA_FIELD_CURRENCY, "GBP");
  assert_cell (dataset, 0, NIDA_FIELD_CATEGORY, "Education, training");
  assert_cell (dataset, 0, NIDA_FIELD_COUNTRY, "Kenya");
  assert_cell (dataset, 0, NIDA_FIELD_DONOR, "A Trust");
  assert_cell (dataset, 0, NIDA_FIELD_RECIPIENT, "B");
  g_assert_cmpstr (nida_dataset_get_description (dataset, 0, FALSE), ==, "Food");
  g_assert_false (nida_dataset_get_states_move (dataset, 0));
  g_assert_cmpint (nida_dataset_get_amount_usd (dataset, 0), ==, NIDA_MONEY_NONE);
}

/* Payments that are listed count one by one, on their own days; the total beside them is compared. */
static void
test_transactions (void)
{
  g_autoptr (NidaDataset) dataset = load_text (
    GRANT (", \"amountAwarded\": 100, \"amountDisbursed\": 40, \"awardDate\": \"2015-06-10\", \"disbursementTransaction\": ["
           "{\"transactionDate\": \"05/07/2015\", \"value\": 30.5, \"valueDate\": \"2015-07-01\"}, {\"value\": 9.5, \"currency\": \"USD\"}, {\"id\": \"x\"}]"));
  g_autoptr (NidaDataset) differs = load_text (
    GRANT (", \"amountDisbursed\": 40, \"disbursementTransaction\": [{\"transactionDate\": \"2015\", \"value\": 30}]"));
  g_autofree char *first = nida_dataset_dup_id (dataset, 1), *second = nida_dataset_dup_id (dataset, 2);

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 3);
  assert_cell (dataset, 0, NIDA_FIELD_KIND, "commitment");
  assert_cell (dataset, 0, NIDA_FIELD_DATE, "2015-06-10");
  assert_cell (dataset, 1, NIDA_FIELD_KIND, "paid");
  assert_cell (dataset, 1, NIDA_FIELD_DATE, "2015-07-05");
  assert_cell (dataset, 1, NIDA_FIELD_AMOUNT, "30.5");
  assert_cell (dataset, 1, NIDA_FIELD_PART, "1");
  assert_cell (dataset, 1, NIDA_FIELD_VALUE_DATE, "2015-07-01");
  assert_cell (dataset, 2, NIDA_FIELD_AMOUNT_USD, "9.5");
  assert_cell (dataset, 2, NIDA_FIELD_DATE, "");
  g_assert_cmpstr (first, ==, second);
  assert_no_problem (dataset, NIDA_PROBLEM_STATES_MORE);
  assert_problem (dataset, NIDA_PROBLEM_DATE_MISSING, 1, 1, NULL);
  g_assert_cmpuint (nida_dataset_get_n_rows (differs), ==, 1);
  assert_problem (differs, NIDA_PROBLEM_STATES_MORE, 1, 1, "amountDisbursed");
  g_assert_cmpstr (find_problem (differs, NIDA_PROBLEM_STATES_MORE)->kept, ==, "30");
}

static void
test_dates (void)
{
  g_autoptr (NidaDataset) slashes = load_text (GRANT (", \"amountAwarded\": 1, \"awardDate\": \"05/06/2014\""));
  g_autoptr (NidaDataset) impossible = load_text (GRANT (", \"amountAwarded\": 1, \"awardDate\": \"05/13/2014\""));
  g_autoptr (NidaDataset) none = load_text (GRANT (", \"amountAwarded\": 1"));

  assert_cell (slashes, 0, NIDA_FIELD_DATE, "2014-06-05");
  assert_problem (impossible, NIDA_PROBLEM_DATE_IMPOSSIBLE, 1, 1, "awardDate");
  assert_problem (none, NIDA_PROBLEM_DATE_MISSING, 1, 1, NULL);
}

static void
test_refused (void)
{
  g_autoptr (NidaDataset) no_amount = load_text (GRANT (", \"awardDate\": \"2014\""));
  g_autoptr (NidaDataset) bad = load_text ("{\"grants\": [{\"id\": \"1\", \"currency\": \"pounds\", \"amountAwarded\": 1}]}");

  assert_problem (no_amount, NIDA_PROBLEM_AMOUNT_MISSING, 1, 1, "amountAwarded");
  assert_problem (bad, NIDA_PROBLEM_CURRENCY_UNKNOWN, 1, 1, "currency");
  g_assert_cmpuint (nida_dataset_get_n_rows (bad), ==, 0);
}

/* A grant to a person has no organisation. */
static void
test_person (void)
{
  g_autoptr (NidaDataset) dataset = load_text (
    "{\"grants\": [{\"id\": \"1\", \"currency\": \"USD\", \"amountAwarded\": 7, \"awardDate\": \"2020-01-01\", "
    "\"recipientIndividual\": {\"name\": \"Individual Recipient\"}}]}");

  assert_cell (dataset, 0, NIDA_FIELD_RECIPIENT, "Individual Recipient");
  assert_cell (dataset, 0, NIDA_FIELD_AMOUNT_USD, "7");
}

/* The same, by Python. */
#define PYTHON_GRANTS \
  "import json,sys,decimal\n" \
  "for g in json.load(open(sys.argv[1],encoding='utf-8'),parse_float=decimal.Decimal)['grants']:\n" \
  "  a=format(decimal.Decimal(g['amountAwarded']).normalize(),'f')\n" \
  "  r=g.get('recipientOrganization',[g.get('recipientIndividual')])[0]['name'].strip()\n" \
  "  p='; '.join(x['title'] for x in g.get('grantProgramme',[])).strip()\n" \
  "  print('|'.join(['360giving:'+g['id'],g['awardDate'][:10],'commitment',a,g['currency'],g['fundingOrganization'][0]['name'].strip(),r,p]))\n"

static void
test_real (void)
{
  static const NidaField fields[] = {
    NIDA_FIELD_DATE, NIDA_FIELD_KIND, NIDA_FIELD_AMOUNT, NIDA_FIELD_CURRENCY, NIDA_FIELD_DONOR, NIDA_FIELD_RECIPIENT,
    NIDA_FIELD_CATEGORY,
  };
  g_autofree char *path = real_file ("360giving/awefw001p00000zgyHZAAY.json");
  g_autofree char *theirs = path != NULL ? ask_python (PYTHON_GRANTS, path, NULL) : NULL;
  g_autoptr (GString) ours = g_string_new (NULL);
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sum = NULL;
  NidaMoney all = 0;

  if (theirs == NULL)
    return;
  dataset = load_file (path, &error);
  g_assert_no_error (error);
  for (guint row = 0; row < nida_dataset_get_n_rows (dataset); row++)
    {
      g_autofree char *id = nida_dataset_dup_id (dataset, row);

      g_string_append_printf (ours, "%s%s", row > 0 ? "\n" : "", id);
      for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
        {
          g_autofree char *text = nida_dataset_dup_text (dataset, row, fields[i], FALSE);

          g_string_append_printf (ours, "|%s", text);
        }
      g_assert_true (nida_money_add (all, nida_dataset_get_amount (dataset, row), &all));
    }
  assert_same_lines (ours->str, theirs);
  sum = nida_money_to_string (all);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 154);
  g_assert_cmpstr (sum, ==, "16589361.49");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/giving/an-award-and-its-disbursement-have-one-id", test_award);
  g_test_add_func ("/giving/slashes-have-the-day-first", test_dates);
  g_test_add_func ("/giving/no-amount-or-currency-is-refused", test_refused);
  g_test_add_func ("/giving/a-person-is-a-recipient", test_person);
  g_test_add_func ("/giving/real/row-by-row", test_real);
  g_test_add_func ("/giving/payments-that-are-listed-count-one-by-one", test_transactions);
  return g_test_run ();
}
