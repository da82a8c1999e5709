#include "support.h"

/* Distinct flows, the newest copy of each, one line a flow. */
#define PYTHON_FLOWS \
  "import csv,sys\n" \
  "rows={}\n" \
  "for path in sys.argv[1:]:\n" \
  "  for r in csv.DictReader(open(path,encoding='utf-8',newline='')):\n" \
  "    if r['date'].startswith('#'): continue\n" \
  "    o=rows.get(r['id'])\n" \
  "    if o is None or r['updatedAt']>o['updatedAt']: rows[r['id']]=r\n" \
  "for i in sorted(rows,key=int):\n" \
  "  r=rows[i]\n" \
  "  u=r['destUsageYearStart']\n" \
  "  if r['destUsageYearEnd']!=u: u+='..'+r['destUsageYearEnd']\n" \
  "  a=r['originalAmount'] if r['originalCurrency'] and r['originalAmount'] else r['amountUSD']\n" \
  "  c=r['originalCurrency'] if r['originalAmount'] and r['originalCurrency'] else 'USD'\n" \
  "  print('|'.join([i,r['date'],r['status'],r['amountUSD'],a.rstrip('0').rstrip('.') if '.' in a else a,c," \
  "    r['srcOrganization'].strip(),r['destOrganization'].strip(),r['destPlan'].strip(),u,r['flowType'],r['contributionType']]))\n"

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return (int) (g_ascii_strtoll (*(char * const *) a, NULL, 10) - g_ascii_strtoll (*(char * const *) b, NULL, 10));
}

/* The same lines from the dataset. */
static char *
list_flows (NidaDataset *dataset)
{
  static const NidaField fields[] = {
    NIDA_FIELD_DATE, NIDA_FIELD_KIND, NIDA_FIELD_AMOUNT_USD, NIDA_FIELD_AMOUNT, NIDA_FIELD_CURRENCY, NIDA_FIELD_DONOR,
    NIDA_FIELD_RECIPIENT, NIDA_FIELD_APPEAL, NIDA_FIELD_USAGE_YEAR, NIDA_FIELD_FLOW_TYPE, NIDA_FIELD_CONTRIBUTION,
  };
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint row = 0; row < nida_dataset_get_n_rows (dataset); row++)
    {
      g_autofree char *id = nida_dataset_dup_id (dataset, row);
      GString *line = g_string_new (strchr (id, ':') + 1);

      for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
        {
          g_autofree char *text = nida_dataset_dup_text (dataset, row, fields[i], FALSE);

          g_string_append_printf (line, "|%s", text);
        }
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
compare_real (const char *name,
              const char *name2,
              guint       n_rows)
{
  g_autofree char *path = real_file (name);
  g_autofree char *path2 = path != NULL && name2 != NULL ? real_file (name2) : NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *ours = NULL;
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;
  const char *inputs[] = { path, path2, NULL };

  if (path == NULL || (theirs = ask_python (PYTHON_FLOWS, path, path2)) == NULL)
    return;
  dataset = nida_load (inputs, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, n_rows);
  ours = list_flows (dataset);
  assert_same_lines (ours, theirs);
}

static void
test_real_incoming (void)
{
  compare_real ("fts/fts_incoming_funding_global.csv", NULL, 7550);
}

static void
test_real_outgoing (void)
{
  compare_real ("fts/fts_outgoing_funding_global.csv", NULL, 3199);
}

static void
test_real_both (void)
{
  compare_real ("fts/fts_incoming_funding_global.csv", "fts/fts_outgoing_funding_global.csv", 8137);
}

static void
test_real_tagged (void)
{
  compare_real ("hxl/fts_incoming_funding_afg.csv", NULL, 328);
}

static void
test_real_facts (void)
{
  g_autofree char *in = real_file ("fts/fts_incoming_funding_global.csv");
  g_autofree char *out = real_file ("fts/fts_outgoing_funding_global.csv");
  const char *inputs[] = { in, out, NULL };
  const char *swapped[] = { out, in, NULL };
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (NidaDataset) other = NULL;
  g_autofree char *paid = NULL;
  g_autofree char *committed = NULL;
  g_autofree char *pledged = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;

  if (in == NULL || out == NULL)
    return;
  dataset = nida_load (inputs, NULL, NULL, NULL);
  paid = sum_usd (dataset, NIDA_KIND_PAID);
  committed = sum_usd (dataset, NIDA_KIND_COMMITMENT);
  pledged = sum_usd (dataset, NIDA_KIND_PLEDGE);
  g_assert_cmpint (g_ascii_strtoll (paid, NULL, 10) + g_ascii_strtoll (committed, NULL, 10), ==, 9239242859);
  g_assert_cmpstr (pledged, ==, "2777232810");
  g_assert_cmpuint (nida_report_get_count (nida_dataset_get_report (dataset), NIDA_PROBLEM_CONFLICT), ==, 1);
  /* seven of 1980, three of 1981 */
  g_assert_cmpuint (nida_report_get_count (nida_dataset_get_report (dataset), NIDA_PROBLEM_YEAR_UNLIKELY), ==, 10);
  assert_no_problem (dataset, NIDA_PROBLEM_TEXT_REPAIRED);

  other = nida_load (swapped, NULL, NULL, NULL);
  ours = list_flows (dataset);
  theirs = list_flows (other);
  g_assert_cmpstr (ours, ==, theirs);
}

#define HEADER "date,amountUSD,srcOrganization,srcLocations,destPlan,destOrganization,destGlobalClusters,destLocations," \
  "destUsageYearStart,destUsageYearEnd,boundary,onBoundary,status,originalAmount,originalCurrency,id,updatedAt,budgetYear\n"

static void
test_row (void)
{
  g_autoptr (NidaDataset) dataset = load_text (HEADER
    "2026-02-04,325,\"Kuwait, Government of\",KWT,Not specified,IOM,\"Education,Protection\",\"SYR,TUR\",2025,2026,incoming,"
    "shared,pledge,100.5,KWD,17,2026-04-14,1980\n");
  guint n_members;

  assert_cell (dataset, 0, NIDA_FIELD_ID, "fts:17");
  assert_cell (dataset, 0, NIDA_FIELD_DONOR, "Kuwait, Government of");
  assert_cell (dataset, 0, NIDA_FIELD_DONOR_COUNTRY, "Kuwait");
  assert_arabic (dataset, 0, NIDA_FIELD_DONOR_COUNTRY, "الكويت");
  assert_cell (dataset, 0, NIDA_FIELD_APPEAL, "");
  assert_cell (dataset, 0, NIDA_FIELD_USAGE_YEAR, "2025..2026");
  assert_cell (dataset, 0, NIDA_FIELD_KIND, "pledge");
  assert_cell (dataset, 0, NIDA_FIELD_AMOUNT, "100.5");
  assert_cell (dataset, 0, NIDA_FIELD_CURRENCY, "KWD");
  assert_cell (dataset, 0, NIDA_FIELD_AMOUNT_USD, "325");
  assert_cell (dataset, 0, NIDA_FIELD_BOUNDARY, "incoming");
  assert_cell (dataset, 0, NIDA_FIELD_ON_BOUNDARY, "shared");
  assert_problem (dataset, NIDA_PROBLEM_YEAR_UNLIKELY, 1, 2, "budgetYear");
  nida_dictionary_get_members (nida_dataset_get_dictionary (dataset, NIDA_FIELD_COUNTRY),
                               nida_codes_get (nida_dataset_get_codes (dataset, NIDA_FIELD_COUNTRY), 0), &n_members);
  g_assert_cmpuint (n_members, ==, 2);
  nida_dictionary_get_members (nida_dataset_get_dictionary (dataset, NIDA_FIELD_CATEGORY),
                               nida_codes_get (nida_dataset_get_codes (dataset, NIDA_FIELD_CATEGORY), 0), &n_members);
  g_assert_cmpuint (n_members, ==, 2);
  g_assert_true (get_source (dataset, 0)->states_move);
}

static void
test_bad_rows (void)
{
  g_autoptr (NidaDataset) dataset = load_text (HEADER
    "2026-02-04,325,A,,,B,,,,,,,lost,,,1,,\n"
    "2026-02-04,,A,,,B,,,,,,,paid,,,2,,\n"
    "2026-02-04,1x,A,,,B,,,,,,,paid,,,3,,\n"
    "2026-02-30,1,A,,,B,,,,,sideways,,paid,,,4,,\n"
    "2026-02-04,,A,,,B,,,,,,,paid,7,KWD,5,,\n");

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
  assert_problem (dataset, NIDA_PROBLEM_KIND_UNKNOWN, 1, 2, "status");
  assert_problem (dataset, NIDA_PROBLEM_AMOUNT_MISSING, 1, 3, "amountUSD");
  assert_problem (dataset, NIDA_PROBLEM_AMOUNT_NOT_A_NUMBER, 1, 4, "amountUSD");
  assert_problem (dataset, NIDA_PROBLEM_DATE_IMPOSSIBLE, 1, 5, "date");
  assert_problem (dataset, NIDA_PROBLEM_WORD_UNKNOWN, 1, 5, "boundary");
  assert_problem (dataset, NIDA_PROBLEM_NO_USD, 1, 6, "originalAmount");
  assert_cell (dataset, 1, NIDA_FIELD_AMOUNT, "7");
}

/* Other names under the same tags are the same columns. */
static void
test_tags (void)
{
  g_autoptr (NidaDataset) dataset = load_text (
    "when,how much,who,to whom,state,number\n#date,#value+funding+total+usd,#org+name+funder,#org+name+impl,#status+text,"
    "#activity+id+fts_internal\n2024-01-02,5,A,B,paid,9\n");

  assert_cell (dataset, 0, NIDA_FIELD_ID, "fts:9");
  assert_cell (dataset, 0, NIDA_FIELD_DONOR, "A");
  g_assert_cmpuint (nida_dataset_get_source_row (dataset, 0), ==, 3);
  g_assert_cmpuint (get_source (dataset, 0)->rows_read, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hdx-flows/row", test_row);
  g_test_add_func ("/hdx-flows/bad-rows", test_bad_rows);
  g_test_add_func ("/hdx-flows/tags-decide", test_tags);
  g_test_add_func ("/hdx-flows/real/incoming-agrees-with-python", test_real_incoming);
  g_test_add_func ("/hdx-flows/real/outgoing-agrees-with-python", test_real_outgoing);
  g_test_add_func ("/hdx-flows/real/both-agree-with-python", test_real_both);
  g_test_add_func ("/hdx-flows/real/tagged-agrees-with-python", test_real_tagged);
  g_test_add_func ("/hdx-flows/real/figures-that-are-known", test_real_facts);
  return g_test_run ();
}
