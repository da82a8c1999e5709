/* fts-flows.c: the flows of the API of FTS are the rows of its CSV. */
#include "support.h"

#include "format.h"

#define PAGE  "fts-api/custom-search-locationid-1-year-2020.json"
#define PAGE2 "fts-api/custom-search-locationid-1-year-2020-page-2.json"
#define PAGE3 "fts-api/custom-search-locationid-1-year-2020-page-3.json"

/* A page of one flow, whose members and objects are given. */
#define FLOW(members, sources, destinations) \
  "{\"status\": \"ok\", \"data\": {\"flows\": [{" members ", \"sourceObjects\": [" sources "], \"destinationObjects\": [" \
  destinations "]}]}, \"meta\": {\"count\": 1}}"
#define MEMBERS "\"id\": \"7\", \"amountUSD\": 100, \"date\": \"2020-02-04T00:00:00Z\", \"status\": \"paid\", " \
  "\"boundary\": \"incoming\", \"onBoundary\": \"single\""
#define NAMED(type, name) "{\"type\": \"" type "\", \"id\": \"1\", \"name\": \"" name "\"}"

static void
test_cells (void)
{
  g_autoptr (NidaDataset) dataset = load_text (
    FLOW ("\"id\": \"7\", \"amountUSD\": 118868, \"originalAmount\": 119700, \"originalCurrency\": \"CHF\", "
          "\"date\": \"2016-03-31T00:00:00Z\", \"status\": \"commitment\", \"boundary\": \"internal\", "
          "\"onBoundary\": \"shared\", \"description\": \"a\\tb\\n<b>&\", \"flowType\": \"Parked\", \"budgetYear\": null",
          "{\"type\": \"Organization\", \"name\": \"Kuwait, Government of\", \"organizationTypes\": [\"Government\"]}, "
          NAMED ("Location", "Kuwait"),
          NAMED ("Plan", "Afghanistan 2020") ", " NAMED ("Organization", "WFP") ", "
          NAMED ("GlobalCluster", "Mine Action") ", " NAMED ("Location", "Afghanistan") ", "
          NAMED ("UsageYear", "2020") ", " NAMED ("UsageYear", "2018") ", " NAMED ("Emergency", "Drought")));
  g_autofree char *id = nida_dataset_dup_id (dataset, 0);

  g_assert_cmpstr (id, ==, "fts:7");
  assert_cell (dataset, 0, NIDA_FIELD_AMOUNT, "119700");
  assert_cell (dataset, 0, NIDA_FIELD_CURRENCY, "CHF");
  assert_cell (dataset, 0, NIDA_FIELD_AMOUNT_USD, "118868");
  assert_cell (dataset, 0, NIDA_FIELD_KIND, "commitment");
  assert_cell (dataset, 0, NIDA_FIELD_DATE, "2016-03-31");
  assert_cell (dataset, 0, NIDA_FIELD_USAGE_YEAR, "2018..2020");
  assert_cell (dataset, 0, NIDA_FIELD_DONOR, "Kuwait, Government of");
  assert_cell (dataset, 0, NIDA_FIELD_DONOR_TYPE, "Governments");
  assert_cell (dataset, 0, NIDA_FIELD_DONOR_COUNTRY, "Kuwait");
  assert_arabic (dataset, 0, NIDA_FIELD_DONOR_COUNTRY, "الكويت");
  assert_cell (dataset, 0, NIDA_FIELD_RECIPIENT, "WFP");
  assert_cell (dataset, 0, NIDA_FIELD_APPEAL, "Afghanistan 2020");
  assert_cell (dataset, 0, NIDA_FIELD_CATEGORY, "Protection - Mine Action");
  assert_cell (dataset, 0, NIDA_FIELD_COUNTRY, "Afghanistan");
  assert_cell (dataset, 0, NIDA_FIELD_EMERGENCY, "Drought");
  assert_cell (dataset, 0, NIDA_FIELD_FLOW_TYPE, "Parked");
  assert_cell (dataset, 0, NIDA_FIELD_BOUNDARY, "internal");
  assert_cell (dataset, 0, NIDA_FIELD_ON_BOUNDARY, "shared");
  g_assert_cmpstr (nida_dataset_get_description (dataset, 0, FALSE), ==, "a\tb\n<b>&");
  g_assert_cmpint (get_source (dataset, 0)->unit, ==, NIDA_UNIT_RECORD);
}

static guint
count_members (NidaDataset *dataset,
               NidaField    field)
{
  NidaDictionary *dictionary = nida_dataset_get_dictionary (dataset, field);
  guint n = 0;

  nida_dictionary_get_members (dictionary, nida_codes_get (nida_dataset_get_codes (dataset, field), 0), &n);
  return n;
}

static void
test_lists (void)
{
  g_autoptr (NidaDataset) dataset = load_text (
    FLOW (MEMBERS, NAMED ("Location", "Korea, Republic of"),
          NAMED ("Location", "Iran, Islamic Republic of") ", " NAMED ("Location", "Turkey") ", "
          NAMED ("GlobalCluster", "Health") ", " NAMED ("GlobalCluster", "Housing, Land and Property") ", "
          NAMED ("Organization", "One") ", " NAMED ("Organization", "Two")));

  g_assert_cmpuint (count_members (dataset, NIDA_FIELD_COUNTRY), ==, 2);
  g_assert_cmpuint (count_members (dataset, NIDA_FIELD_CATEGORY), ==, 2);
  g_assert_cmpuint (count_members (dataset, NIDA_FIELD_DONOR_COUNTRY), ==, 0);
  assert_cell (dataset, 0, NIDA_FIELD_RECIPIENT, "Multiple");
}

/* A name with a comma that is one name stays one, though its parts stand alone elsewhere. */
static void
test_whole_name (void)
{
  g_autoptr (NidaDataset) dataset = load_text (FLOW (MEMBERS, "", NAMED ("GlobalCluster", "Health, Education")));

  g_assert_cmpuint (count_members (dataset, NIDA_FIELD_CATEGORY), ==, 0);
  assert_cell (dataset, 0, NIDA_FIELD_CATEGORY, "Health, Education");
}

static void
test_hostile_names (void)
{
  g_autoptr (NidaDataset) dataset = load_text (
    FLOW (MEMBERS, NAMED ("Organization", "<b>\\u202eKuwait\\u0000&"), NAMED ("Location", "Ku\\u202ewait") ", "
          NAMED ("Location", "Iraq")));

  assert_cell (dataset, 0, NIDA_FIELD_DONOR, "<b>Kuwait�&");
  g_assert_cmpuint (count_members (dataset, NIDA_FIELD_COUNTRY), ==, 2);
  assert_cell (dataset, 0, NIDA_FIELD_COUNTRY, "Iraq, Kuwait");
  assert_problem (dataset, NIDA_PROBLEM_BIDI_CONTROL, 2, 1, "srcOrganization");
}

static void
test_clamped (void)
{
  g_autoptr (NidaDataset) dataset = load_text (
    FLOW ("\"id\": \"7\", \"amountUSD\": 12345678901234567890, \"date\": \"2020\", \"status\": \"paid\"", "", ""));

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 0);
  assert_problem (dataset, NIDA_PROBLEM_AMOUNT_OVERFLOW, 1, 1, "amountUSD");
  g_assert_cmpuint (get_source (dataset, 0)->rows_refused, ==, 1);
}

static void
test_status (void)
{
  assert_refused ("{\"status\": \"error\", \"message\": \"locationid is not known\"}", -1, NIDA_READ_ERROR_FAILED,
                  "locationid is not known");
  assert_refused ("{\"data\": {\"flows\": []}, \"status\": \"fail\"}", -1, NIDA_READ_ERROR_FAILED, "fail");
  assert_refused ("{\"data\": {\"flows\": []}}", -1, NIDA_READ_ERROR_FAILED, "FTS");
  assert_refused ("{\"status\": \"ok\", \"data\": {\"flows\": [{\"id\"", -1, NIDA_READ_ERROR_INCOMPLETE, "line 1");
}

/* Every row of the three pages, by Python. */
#define PYTHON_PAGES \
  "import json,sys\n" \
  "renamed={'Mine Action':'Protection - Mine Action','Gender Based Violence':'Protection - Gender-Based Violence'," \
  "'Child Protection':'Protection - Child Protection','Housing, Land and Property':'Protection - Housing, Land and Property'}\n" \
  "for path in sys.argv[1:]:\n" \
  "  for f in json.load(open(path,encoding='utf-8'))['data']['flows']:\n" \
  "    def names(end,kind): return [o['name'] for o in f[end+'Objects'] if o['type']==kind]\n" \
  "    def one(end,kind): n=names(end,kind); return n[0].strip() if len(n)==1 else 'Multiple' if n else ''\n" \
  "    years=sorted(names('destination','UsageYear'))\n" \
  "    clusters=sorted(set(renamed.get(n,n) for n in names('destination','GlobalCluster')))\n" \
  "    a=f.get('originalAmount'); c=f.get('originalCurrency')\n" \
  "    if a is None or not c: a,c=f['amountUSD'],'USD'\n" \
  "    print('|'.join([f['id'],f['date'][:10],f['status'],str(f['amountUSD']),str(a),c,one('source','Organization')," \
  "      one('destination','Organization'),one('destination','Plan')," \
  "      years[0] if len(set(years))==1 else years[0]+'..'+years[-1],', '.join(clusters),f['boundary'],f['onBoundary']]))\n"

static char *
list_flows (NidaDataset *dataset)
{
  static const NidaField fields[] = {
    NIDA_FIELD_DATE, NIDA_FIELD_KIND, NIDA_FIELD_AMOUNT_USD, NIDA_FIELD_AMOUNT, NIDA_FIELD_CURRENCY, NIDA_FIELD_DONOR,
    NIDA_FIELD_RECIPIENT, NIDA_FIELD_APPEAL, NIDA_FIELD_USAGE_YEAR, NIDA_FIELD_CATEGORY, NIDA_FIELD_BOUNDARY,
    NIDA_FIELD_ON_BOUNDARY,
  };
  GString *out = g_string_new (NULL);

  for (guint row = 0; row < nida_dataset_get_n_rows (dataset); row++)
    {
      g_autofree char *id = nida_dataset_dup_id (dataset, row);

      g_string_append_printf (out, "%s%s", row > 0 ? "\n" : "", strchr (id, ':') + 1);
      for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
        {
          g_autofree char *text = nida_dataset_dup_text (dataset, row, fields[i], FALSE);

          g_string_append_printf (out, "|%s", text);
        }
    }
  return g_string_free (out, FALSE);
}

static void
test_real_page (gconstpointer data)
{
  g_autofree char *path = real_file (data);
  g_autofree char *theirs = path != NULL ? ask_python (PYTHON_PAGES, path, NULL) : NULL;
  g_autofree char *ours = NULL;
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;

  if (theirs == NULL)
    return;
  dataset = load_file (path, &error);
  g_assert_no_error (error);
  ours = list_flows (dataset);
  assert_same_lines (ours, theirs);
}

static void
test_real_pages (void)
{
  g_autofree char *path = real_file (PAGE);
  g_autofree char *path2 = real_file (PAGE2);
  g_autofree char *path3 = real_file (PAGE3);
  const char *inputs[] = { path3, path, path2, NULL };
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;
  guint64 offset;
  guint length;

  if (path == NULL || path2 == NULL || path3 == NULL)
    return;
  dataset = nida_load (inputs, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 484);
  g_assert_cmpuint (nida_report_get_count (nida_dataset_get_report (dataset), NIDA_PROBLEM_CONFLICT), ==, 0);
  /* the bytes of each record are those of its object */
  for (guint row = 0; row < 84; row++)
    {
      g_autofree char *text = NULL;
      g_autofree char *id = nida_dataset_dup_id (dataset, row);
      g_autofree char *member = g_strdup_printf ("{\"id\": \"%s\"", strchr (id, ':') + 1);

      g_assert_true (nida_dataset_get_place (dataset, row, &offset, &length));
      g_assert_true (g_file_get_contents (path3, &text, NULL, NULL));
      g_assert_true (g_str_has_prefix (text + offset, member));
      g_assert_cmpint (text[offset + length - 1], ==, '}');
    }
}

/* What the page says of the pages around it reaches the loader. */
static void
test_meta (void)
{
  static const char text[] = "{\"status\": \"ok\", \"data\": {\"flows\": []}, \"meta\": {\"count\": 484, \"nextLink\": \"https://a.b/c?page=2\"}}";
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  g_autoptr (NidaBytes) bytes = nida_bytes_new ("page.json", NULL);
  NidaSourceInfo info = { .name = (char *) "page.json" };
  NidaLoadOptions options = { 0 };
  NidaProgress progress = { 0 };
  g_autofree NidaInput *input = g_new0 (NidaInput, 1);
  g_autoptr (GError) error = NULL;

  nida_bytes_append (bytes, text, sizeof text - 1, NULL);
  *input = (NidaInput) { .bytes = bytes, .info = &info, .builder = builder, .options = &options, .progress = &progress };
  g_assert_true (nida_input_read_head (input, &error));
  g_assert_true (nida_formats_find (input, FALSE) == &nida_fts_flows_format);
  g_assert_true (nida_fts_flows_format.read (input, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (input->next_link, ==, "https://a.b/c?page=2");
  g_assert_cmpuint (input->stated_count, ==, 484);
  g_free (input->next_link);
}

/* The loader hands over all pages of an address in one. */
static void
test_joined_pages (void)
{
  g_autofree char *path = real_file (PAGE);
  g_autofree char *path2 = real_file (PAGE2);
  g_autofree char *path3 = real_file (PAGE3);
  g_autofree char *text = NULL, *text2 = NULL, *text3 = NULL, *joined = NULL;
  g_autoptr (NidaDataset) dataset = NULL;

  if (path == NULL || path2 == NULL || path3 == NULL)
    return;
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_file_get_contents (path2, &text2, NULL, NULL));
  g_assert_true (g_file_get_contents (path3, &text3, NULL, NULL));
  joined = g_strconcat (text, "\n", text2, "\n", text3, "\n", NULL);
  dataset = load_text (joined);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 484);
  g_assert_cmpuint (nida_report_get_n_sources (nida_dataset_get_report (dataset)), ==, 1);
  g_assert_cmpuint (nida_dataset_get_source_row (dataset, 483), ==, 484);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fts-flows/fields-are-those-of-the-csv", test_cells);
  g_test_add_func ("/fts-flows/several-objects-are-lists", test_lists);
  g_test_add_func ("/fts-flows/a-name-with-a-comma-stays-whole", test_whole_name);
  g_test_add_func ("/fts-flows/hostile-names-are-tamed", test_hostile_names);
  g_test_add_func ("/fts-flows/an-amount-that-does-not-fit-is-refused", test_clamped);
  g_test_add_func ("/fts-flows/a-status-that-is-not-ok-is-an-error", test_status);
  g_test_add_func ("/fts-flows/next-link-and-count-are-handed-on", test_meta);
  g_test_add_data_func ("/fts-flows/real/page-1-row-by-row", PAGE, test_real_page);
  g_test_add_data_func ("/fts-flows/real/page-2-row-by-row", PAGE2, test_real_page);
  g_test_add_data_func ("/fts-flows/real/page-3-row-by-row", PAGE3, test_real_page);
  g_test_add_func ("/fts-flows/real/three-pages-are-484-flows", test_real_pages);
  g_test_add_func ("/fts-flows/real/joined-pages-are-one-source", test_joined_pages);
  return g_test_run ();
}
