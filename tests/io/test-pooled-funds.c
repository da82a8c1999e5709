#include "support.h"

#define PYTHON_SUMS \
  "import csv,sys,collections\n" \
  "s=collections.defaultdict(int)\n" \
  "for r in csv.DictReader(open(sys.argv[1],encoding='utf-8-sig',newline='')):\n" \
  "  for c,k in (('Paid','paid'),('Pledged','pledge')):\n" \
  "    s[r['Donor'].strip()+'/'+r['Year']+'/'+k]+=int(r[c])\n" \
  "print('\\n'.join('%s|%d'%(k,s[k]) for k in sorted(s) if s[k]))\n"

static char *
list_sums (NidaDataset *dataset)
{
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GList) keys = NULL;
  GString *out = g_string_new (NULL);

  for (guint row = 0; row < nida_dataset_get_n_rows (dataset); row++)
    {
      g_autofree char *donor = nida_dataset_dup_text (dataset, row, NIDA_FIELD_DONOR, FALSE);
      g_autofree char *year = nida_dataset_dup_text (dataset, row, NIDA_FIELD_DATE, FALSE);
      g_autofree char *kind = nida_dataset_dup_text (dataset, row, NIDA_FIELD_KIND, FALSE);
      g_autofree char *key = g_strdup_printf ("%s/%s/%s", donor, year, kind);
      NidaMoney *sum = g_hash_table_lookup (sums, key);

      if (sum == NULL)
        g_hash_table_insert (sums, g_strdup (key), sum = g_new0 (NidaMoney, 1));
      *sum += nida_dataset_get_amount_usd (dataset, row);
    }
  keys = g_list_sort (g_hash_table_get_keys (sums), (GCompareFunc) strcmp);
  for (GList *l = keys; l != NULL; l = l->next)
    {
      NidaMoney sum = *(NidaMoney *) g_hash_table_lookup (sums, l->data);

      if (sum != 0)
        g_string_append_printf (out, "%s%s|%" G_GINT64_FORMAT, out->len > 0 ? "\n" : "", (char *) l->data,
                                sum / NIDA_MONEY_UNIT);
    }
  return g_string_free (out, FALSE);
}

static void
test_real (void)
{
  g_autofree char *path = real_file ("pooled-funds/cbpf_contributions.csv");
  g_autofree char *theirs = path != NULL ? ask_python (PYTHON_SUMS, path, NULL) : NULL;
  g_autofree char *ours = NULL;
  g_autoptr (NidaDataset) dataset = NULL;

  if (theirs == NULL)
    return;
  dataset = load_file (path, NULL);
  ours = list_sums (dataset);
  assert_same_lines (ours, theirs);
  g_assert_nonnull (strstr (ours, "\nKuwait/2018/paid|5100000\nKuwait/2019/paid|2000000\nKuwait/2022/paid|1000000\n"
                                  "Kuwait/2023/paid|1000000\nKuwait/2024/paid|1750000\nKuwait/2025/paid|4500000\n"
                                  "Kuwait/2026/pledge|3250000\n"));
  g_assert_cmpuint (get_source (dataset, 0)->rows_read, ==, 2085);
  g_assert_cmpuint (get_source (dataset, 0)->rows_kept, ==, 2085);
}

static void
test_rows (void)
{
  g_autoptr (NidaDataset) dataset = load_text (
    "Year,Donor,Donor type,Paid,Pledged,Total\n"
    "2018,Kuwait,Member State,5,0,5\n"
    "2018,Kuwait,Member State,5,0,5\n"        /* another gift, not a copy */
    "2019,Kuwait,Member State,0,7,7\n"
    "2020,Kuwait,Member State,1,2,4\n"        /* states more than it holds */
    "2021,Kuwait,Member State,0,0,0\n"
    "2022,Kuwait,Member State,,,5\n");

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 6);
  assert_cell (dataset, 0, NIDA_FIELD_KIND, "paid");
  assert_cell (dataset, 0, NIDA_FIELD_DONOR_TYPE, "Member State");
  assert_cell (dataset, 2, NIDA_FIELD_KIND, "pledge");
  assert_cell (dataset, 3, NIDA_FIELD_KIND, "paid");
  assert_cell (dataset, 4, NIDA_FIELD_KIND, "pledge");
  assert_cell (dataset, 5, NIDA_FIELD_AMOUNT, "0");
  assert_problem (dataset, NIDA_PROBLEM_STATES_MORE, 1, 5, "Total");
  assert_problem (dataset, NIDA_PROBLEM_AMOUNT_ZERO, 1, 6, "Paid");
  assert_problem (dataset, NIDA_PROBLEM_AMOUNT_MISSING, 1, 7, "Paid");
  assert_no_problem (dataset, NIDA_PROBLEM_MERGED);
}

static void
test_twice (void)
{
  char *path = write_file ("Year,Donor,Paid,Pledged\n2018,Kuwait,5,2\n", -1);
  const char *inputs[] = { path, path, NULL };
  g_autoptr (NidaDataset) dataset = nida_load (inputs, NULL, NULL, NULL);

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
  g_assert_cmpuint (get_source (dataset, 1)->rows_read, ==, 1);
  g_assert_cmpuint (get_source (dataset, 1)->rows_merged, ==, 1);
  g_assert_cmpuint (get_source (dataset, 1)->rows_kept, ==, 0);
  remove_file (path);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pooled-funds/rows", test_rows);
  g_test_add_func ("/pooled-funds/the-file-twice-changes-nothing", test_twice);
  g_test_add_func ("/pooled-funds/real/agrees-with-python", test_real);
  return g_test_run ();
}
