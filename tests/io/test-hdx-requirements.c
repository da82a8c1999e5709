#include "support.h"

/* Sums of two columns by year and country, and the number of cells that are not empty. */
#define PYTHON_SUMS(requirement, funding, year, country) \
  "import csv,sys,collections\n" \
  "s=collections.defaultdict(lambda:[0,0])\n" \
  "n=[0,0]\n" \
  "for r in csv.DictReader(open(sys.argv[1],encoding='utf-8-sig',newline='')):\n" \
  "  if r['" year "'].startswith('#'): continue\n" \
  "  w=sorted({x.strip() for x in r['" country "'].split('|') if x.strip()}) or ['']\n" \
  "  k=r['" year "'][:4]+'/'+('many' if len(w)>1 else w[0])\n" \
  "  for i,c in enumerate(('" requirement "','" funding "')):\n" \
  "    if c and r[c]!='': s[k][i]+=int(r[c]); n[i]+=1\n" \
  "print('\\n'.join('%s|%d|%d'%(k,*s[k]) for k in sorted(s) if s[k]!=[0,0]))\n" \
  "print(n[0],n[1])\n"

static char *
country_code (NidaDataset *dataset,
              guint        row)
{
  NidaDictionary *dictionary = nida_dataset_get_dictionary (dataset, NIDA_FIELD_COUNTRY);
  guint32 code = nida_codes_get (nida_dataset_get_codes (dataset, NIDA_FIELD_COUNTRY), row);
  guint n_members = 0;

  nida_dictionary_get_members (dictionary, code, &n_members);
  if (n_members > 1)
    return g_strdup ("many");
  return g_strdup (nida_dictionary_get_ref (dictionary, code) != NULL ? nida_dictionary_get_ref (dictionary, code)
                                                                      : nida_dictionary_get_name (dictionary, code));
}

/* The same from the dataset. */
static char *
list_sums (NidaDataset *dataset)
{
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GList) keys = NULL;
  GString *out = g_string_new (NULL);
  guint counts[2] = { 0 };

  for (guint row = 0; row < nida_dataset_get_n_rows (dataset); row++)
    {
      g_autofree char *year = nida_dataset_dup_text (dataset, row, NIDA_FIELD_DATE, FALSE);
      g_autofree char *country = country_code (dataset, row);
      char *key = g_strdup_printf ("%s/%s", year, country);
      guint which = nida_dataset_get_kind (dataset, row) == NIDA_KIND_REPORTED;
      NidaMoney *pair = g_hash_table_lookup (sums, key);

      if (pair == NULL)
        g_hash_table_insert (sums, g_strdup (key), pair = g_new0 (NidaMoney, 2));
      pair[which] += nida_dataset_get_amount_usd (dataset, row);
      counts[which]++;
      g_free (key);
    }
  keys = g_list_sort (g_hash_table_get_keys (sums), (GCompareFunc) strcmp);
  for (GList *l = keys; l != NULL; l = l->next)
    {
      NidaMoney *pair = g_hash_table_lookup (sums, l->data);

      if (pair[0] != 0 || pair[1] != 0)
        g_string_append_printf (out, "%s|%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT "\n", (char *) l->data,
                                pair[0] / NIDA_MONEY_UNIT, pair[1] / NIDA_MONEY_UNIT);
    }
  g_string_append_printf (out, "%u %u", counts[0], counts[1]);
  return g_string_free (out, FALSE);
}

static NidaDataset *
compare_real (const char *name,
              const char *script,
              const char *format)
{
  g_autofree char *path = real_file (name);
  g_autofree char *theirs = path != NULL ? ask_python (script, path, NULL) : NULL;
  g_autofree char *ours = NULL;
  g_autoptr (GError) error = NULL;
  NidaDataset *dataset;

  if (theirs == NULL)
    return NULL;
  dataset = load_file (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_source (dataset, 0)->format, ==, format);
  ours = list_sums (dataset);
  assert_same_lines (ours, theirs);
  return dataset;
}

static void
test_real_plans (void)
{
  g_autoptr (NidaDataset) dataset = compare_real ("fts/fts_requirements_funding_global.csv",
                                                  PYTHON_SUMS ("requirements", "funding", "year", "countryCode"),
                                                  "HDX CSV (FTS requirements and funding)");

  if (dataset == NULL)
    return;
  g_assert_cmpuint (get_source (dataset, 0)->rows_read, ==, 3805);
  /* eight rows state neither a requirement nor funding */
  g_assert_cmpuint (get_source (dataset, 0)->rows_refused, ==, 0);
  g_assert_cmpuint (get_source (dataset, 0)->rows_empty, ==, 8);
  g_assert_cmpuint (get_source (dataset, 0)->rows_kept, ==, 3797);
}

static void
test_real_clusters (void)
{
  g_autoptr (NidaDataset) dataset = compare_real ("fts/fts_requirements_funding_globalcluster_global.csv",
                                                  PYTHON_SUMS ("requirements", "funding", "year", "countryCode"),
                                                  "HDX CSV (FTS requirements and funding by cluster)");

  if (dataset == NULL)
    return;
  g_assert_cmpuint (get_source (dataset, 0)->rows_empty, ==, 163);
  assert_cell (dataset, 0, NIDA_FIELD_LEVEL, "objective");
}

static void
test_real_tagged (void)
{
  g_autoptr (NidaDataset) dataset = compare_real ("hxl/fts_requirements_funding_afg.csv",
                                                  PYTHON_SUMS ("requirements", "funding", "year", "countryCode"),
                                                  "HDX CSV (FTS requirements and funding)");

  if (dataset != NULL)
    g_assert_cmpuint (get_source (dataset, 0)->rows_read, ==, 3);
}

static void
test_real_hapi (void)
{
  g_autoptr (NidaDataset) dataset = compare_real ("hxl/hdx_hapi_funding_global.csv",
                                                  PYTHON_SUMS ("requirements_usd", "funding_usd", "reference_period_start",
                                                               "location_code"),
                                                  "HDX CSV (HAPI funding)");

  if (dataset != NULL)
    g_assert_cmpuint (get_source (dataset, 0)->rows_kept, ==, 8);
}

static void
test_real_response_plans (void)
{
  g_autoptr (NidaDataset) dataset = compare_real ("hxl/humanitarian-response-plans.csv",
                                                  PYTHON_SUMS ("revisedRequirements", "", "years", "locations"),
                                                  "HDX CSV (response plans)");

  if (dataset == NULL)
    return;
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 910);
  assert_no_problem (dataset, NIDA_PROBLEM_CONFLICT);
}

/* A plan of a country stands in the global file and in the country's own; they are one. */
static void
test_files_merge (void)
{
  static const char header[] = "countryCode,id,name,code,year,requirements,funding\n";
  g_autofree char *all = g_strconcat (header, "AFG,929,Plan,HAFG20,2020,100,40\nAFG,,Not specified,,2020,,7\n"
                                      "SYR,930,Other,HSYR20,2020,200,50\n", NULL);
  g_autofree char *one = g_strconcat (header, "AFG,929,Plan,HAFG20,2020,100,40\n", NULL);
  char *path = write_file (all, -1);
  char *path2 = write_file (one, -1);
  const char *inputs[] = { path, path2, path, NULL };
  g_autoptr (NidaDataset) dataset = nida_load (inputs, NULL, NULL, NULL);

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 5);
  g_assert_cmpuint (get_source (dataset, 1)->rows_merged, ==, 1);
  g_assert_cmpuint (get_source (dataset, 2)->rows_merged, ==, 3);
  assert_no_problem (dataset, NIDA_PROBLEM_CONFLICT);
  assert_problem (dataset, NIDA_PROBLEM_SAME_FILE, 3, 0, NULL);
  remove_file (path);
  remove_file (path2);
}

static void
test_rows (void)
{
  g_autoptr (NidaDataset) dataset = load_text (
    "countryCode,id,name,code,year,clusterCode,cluster,requirements,funding\n"
    "SYR,929,Plan,HSYR20,2020,3,Education,100,\n"
    "SYR,929,Plan,HSYR20,2020,,Not specified,,40\n"
    "SYR,929,Plan,HSYR20,2020,4,Health,,\n"
    "SYR,929,Plan,HSYR20,2020,5,Food,1.5.2,3\n");

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
  assert_cell (dataset, 0, NIDA_FIELD_KIND, "requirement");
  assert_cell (dataset, 0, NIDA_FIELD_CATEGORY, "Education");
  assert_cell (dataset, 0, NIDA_FIELD_COUNTRY, "Syria");
  assert_cell (dataset, 0, NIDA_FIELD_DATE, "2020");
  assert_cell (dataset, 0, NIDA_FIELD_ID, "fts:requirement|HSYR20|2020|SYR|3|Education");
  assert_cell (dataset, 1, NIDA_FIELD_KIND, "reported");
  assert_cell (dataset, 1, NIDA_FIELD_CATEGORY, "");
  assert_problem (dataset, NIDA_PROBLEM_NO_FIGURE, 1, 4, "requirements");
  assert_problem (dataset, NIDA_PROBLEM_AMOUNT_NOT_A_NUMBER, 1, 5, "requirements");
}

static void
test_plan_years (void)
{
  g_autoptr (NidaDataset) dataset = load_text (
    "code,internalId,planVersion,locations,years,origRequirements,revisedRequirements\n"
    "HSYR20,1,Plan,SYR | TUR,2018 | 2020 | 2019,10,20\nR01,2,Old,SYR,2004,5,\nR01,3,Older,SYR,2004,,\n");

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
  assert_cell (dataset, 0, NIDA_FIELD_DATE, "2018");
  assert_cell (dataset, 0, NIDA_FIELD_DATE_END, "2020");
  assert_cell (dataset, 0, NIDA_FIELD_AMOUNT, "20");
  assert_cell (dataset, 0, NIDA_FIELD_COUNTRY, "Syria, Türkiye");
  assert_cell (dataset, 1, NIDA_FIELD_AMOUNT, "5");
  assert_cell (dataset, 1, NIDA_FIELD_ID, "fts:requirement|2|2004|SYR||");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hdx-requirements/rows", test_rows);
  g_test_add_func ("/hdx-requirements/plans-of-several-years", test_plan_years);
  g_test_add_func ("/hdx-requirements/files-that-share-a-plan-merge", test_files_merge);
  g_test_add_func ("/hdx-requirements/real/plans-agree-with-python", test_real_plans);
  g_test_add_func ("/hdx-requirements/real/clusters-agree-with-python", test_real_clusters);
  g_test_add_func ("/hdx-requirements/real/tagged-agree-with-python", test_real_tagged);
  g_test_add_func ("/hdx-requirements/real/hapi-agrees-with-python", test_real_hapi);
  g_test_add_func ("/hdx-requirements/real/response-plans-agree-with-python", test_real_response_plans);
  return g_test_run ();
}
