/* Merging: each flow once, the newest copy, whatever the order of rows and files; what contradicts is told. */
#include "dataset-builder.h"

#include <string.h>

typedef struct {
  guint       source;
  const char *id;
  NidaKind    kind;
  const char *donor;
  NidaMoney   usd;
  gint64      updated_at;
  guint       boundary, on_boundary;
  const char *description;
} Row;

/* Sources: 0 and 1 of family "fts" and one format, 2 of "fts" in another format, 3 of no family, 4 where states stay. */
static const NidaSourceInfo sources[] = {
  { .name = (char *) "in.csv", .format = (char *) "HDX", .family = (char *) "fts", .states_move = TRUE },
  { .name = (char *) "out.csv", .format = (char *) "HDX", .family = (char *) "fts", .states_move = TRUE },
  { .name = (char *) "api.json", .format = (char *) "API", .family = (char *) "fts", .states_move = TRUE },
  { .name = (char *) "own.csv", .format = (char *) "Nida", .family = (char *) "", .states_move = TRUE },
  { .name = (char *) "grants.json", .format = (char *) "360", .family = (char *) "360", .states_move = FALSE },
};
#define N_SOURCES G_N_ELEMENTS (sources)

static void
add_row (NidaDatasetBuilder *builder,
         const Row          *row,
         guint               source,
         guint               line)
{
  nida_dataset_builder_begin (builder, source, line, row->kind);
  if (row->id != NULL)
    nida_dataset_builder_set_id (builder, row->id, -1);
  if (row->donor != NULL)
    nida_dataset_builder_set_name (builder, NIDA_FIELD_DONOR, row->donor, -1);
  nida_dataset_builder_set_amount_usd (builder, row->usd);
  if (row->updated_at != 0)
    nida_dataset_builder_set_updated_at (builder, row->updated_at);
  nida_dataset_builder_set_boundary (builder, row->boundary, row->on_boundary);
  if (row->description != NULL)
    nida_dataset_builder_set_description (builder, FALSE, row->description, -1);
  nida_dataset_builder_end_row (builder);
}

static NidaDatasetBuilder *
new_builder (void)
{
  NidaDatasetBuilder *builder = nida_dataset_builder_new ();

  for (guint i = 0; i < N_SOURCES; i++)
    nida_dataset_builder_add_source (builder, &sources[i]);
  return builder;
}

static NidaDataset *
build (const Row *rows,
       guint      n_rows)
{
  g_autoptr (NidaDatasetBuilder) builder = new_builder ();

  for (guint i = 0; i < n_rows; i++)
    add_row (builder, &rows[i], rows[i].source, i + 2);
  return nida_dataset_builder_end (builder);
}

#define BUILD(rows) build (rows, G_N_ELEMENTS (rows))

static guint64
count (NidaDataset     *dataset,
       NidaProblemKind  kind)
{
  return nida_report_get_count (nida_dataset_get_report (dataset), kind);
}

static void
test_newest_wins (void)
{
  static const Row rows[] = {
    { 0, "381226", NIDA_KIND_PLEDGE, "Canada", 500, 100, 1, 1, "old" },
    { 1, "381226", NIDA_KIND_PAID, "Canada", 450, 200, 2, 1, "new" },
    { 0, "381226", NIDA_KIND_PAID, "Canada", 999, 0, 1, 1, "undated" },
    { 0, "7", NIDA_KIND_PAID, "Kuwait", 7, 1, 1, 1, NULL },
  };
  g_autoptr (NidaDataset) dataset = BUILD (rows);
  const NidaProblem *problem = nida_report_get_problem (nida_dataset_get_report (dataset), 0);
  g_autofree char *id = nida_dataset_dup_id (dataset, 0);
  g_autofree char *boundary = nida_dataset_dup_text (dataset, 0, NIDA_FIELD_BOUNDARY, FALSE);
  g_autofree char *on = nida_dataset_dup_text (dataset, 0, NIDA_FIELD_ON_BOUNDARY, FALSE);

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
  g_assert_cmpstr (id, ==, "fts:381226");
  g_assert_cmpint (nida_dataset_get_amount_usd (dataset, 0), ==, 450);
  g_assert_cmpint (nida_dataset_get_kind (dataset, 0), ==, NIDA_KIND_PAID);
  g_assert_cmpstr (nida_dataset_get_description (dataset, 0, FALSE), ==, "new");
  g_assert_cmpstr (boundary, ==, "incoming, outgoing");
  g_assert_cmpstr (on, ==, "single");
  g_assert_cmpuint (nida_dataset_get_boundaries (dataset)[0], ==, NIDA_BOUNDARY_BIT (1, 1) | NIDA_BOUNDARY_BIT (2, 1));
  g_assert_cmpuint (nida_dataset_get_boundaries (dataset)[1], ==, NIDA_BOUNDARY_BIT (1, 1));
  g_assert_cmpuint (count (dataset, NIDA_PROBLEM_CONFLICT), ==, 2);
  g_assert_cmpuint (count (dataset, NIDA_PROBLEM_MERGED), ==, 2);
  g_assert_cmpint (problem->kind, ==, NIDA_PROBLEM_CONFLICT);
  g_assert_cmpstr (problem->column, ==, "amount_usd");
  g_assert_cmpstr (problem->found, ==, "0.5");
  g_assert_cmpstr (problem->kept, ==, "0.45");
  g_assert_cmpuint (problem->source, ==, 0);
  g_assert_cmpuint (problem->source2, ==, 1);
  g_assert_cmpuint (problem->line, ==, 2);
  g_assert_cmpuint (problem->line2, ==, 3);
}

static void
test_keys (void)
{
  static const Row rows[] = {
    { 0, "1", NIDA_KIND_PAID, "A", 1, 1, 0, 0, NULL },
    { 4, "1", NIDA_KIND_PAID, "A", 1, 0, 0, 0, NULL },          /* another family */
    { 4, "1", NIDA_KIND_COMMITMENT, "A", 1, 0, 0, 0, NULL },    /* an award and its payment are two */
    { 0, "1", NIDA_KIND_REQUIREMENT, "A", 1, 0, 0, 0, NULL },   /* a requirement is no payment */
    { 0, "1", NIDA_KIND_REPORTED, "A", 1, 0, 0, 0, NULL },
    { 0, "01", NIDA_KIND_PAID, "A", 1, 1, 0, 0, NULL },         /* 01 is not 1 */
    { 0, NULL, NIDA_KIND_PAID, "A", 1, 0, 0, 0, NULL },
    { 0, NULL, NIDA_KIND_PAID, "A", 1, 0, 0, 0, NULL },         /* without an id, nothing merges */
    { 3, "fts:1", NIDA_KIND_PAID, "A", 1, 0, 0, 0, NULL },      /* is the first */
    { 3, "fts:01", NIDA_KIND_PAID, "A", 1, 0, 0, 0, NULL },     /* is the sixth */
    { 3, "x:1", NIDA_KIND_PAID, "A", 1, 0, 0, 0, NULL },
    { 3, "1", NIDA_KIND_PAID, "A", 1, 0, 0, 0, NULL },
    { 0, "72057594037927936", NIDA_KIND_PAID, "A", 1, 0, 0, 0, NULL },
    { 0, "0", NIDA_KIND_PAID, "A", 1, 0, 0, 0, NULL },
  };
  g_autoptr (NidaDataset) dataset = BUILD (rows);
  static const char * const ids[] = {
    "fts:1", "360:1", "360:1", "fts:1", "fts:1", "fts:01", "", "", "x:1", "1", "fts:72057594037927936", "fts:0",
  };

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *id = nida_dataset_dup_id (dataset, i);

      g_assert_cmpstr (id, ==, ids[i]);
    }
}

static void
test_formats (void)
{
  static const Row rows[] = {
    { 0, "5", NIDA_KIND_PAID, "Kuwait", 10, 9, 1, 1, NULL },
    { 2, "5", NIDA_KIND_PAID, "Kuwait", 10, 9, 1, 1, "the fuller one" },
    { 2, "6", NIDA_KIND_PAID, "Kuwait", 10, 9, 0, 0, NULL },
    { 0, "6", NIDA_KIND_PAID, "Kuwait", 11, 9, 0, 0, NULL },
  };
  g_autoptr (NidaDataset) dataset = BUILD (rows);

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
  g_assert_cmpstr (nida_dataset_get_description (dataset, 0, FALSE), ==, "the fuller one");
  g_assert_cmpuint (count (dataset, NIDA_PROBLEM_CONFLICT), ==, 1);
}

static void
test_copies_of_a_conflict_are_told_once (void)
{
  static const Row rows[] = {
    { 0, "5", NIDA_KIND_PAID, "Kuwait", 10, 9, 1, 1, NULL },
    { 0, "5", NIDA_KIND_PAID, "Kuwait", 12, 5, 1, 1, NULL },
    { 1, "5", NIDA_KIND_PAID, "Kuwait", 12, 5, 2, 1, NULL },
    { 1, "5", NIDA_KIND_PAID, "Kuwait", 13, 4, 2, 1, NULL },
    { 1, "5", NIDA_KIND_PAID, "Kuwait", 10, 4, 3, 2, NULL },
  };
  g_autoptr (NidaDataset) dataset = BUILD (rows);

  g_assert_cmpuint (count (dataset, NIDA_PROBLEM_CONFLICT), ==, 2);
  g_assert_cmpuint (nida_dataset_get_boundaries (dataset)[0], ==,
                    NIDA_BOUNDARY_BIT (1, 1) | NIDA_BOUNDARY_BIT (2, 1) | NIDA_BOUNDARY_BIT (3, 2));
}

static void
test_records (void)
{
  g_autoptr (NidaDatasetBuilder) builder = new_builder ();
  g_autoptr (NidaDataset) dataset = NULL;
  Row row = { 0, "p1", NIDA_KIND_REQUIREMENT, "A", 5, 0, 0, 0, NULL };
  const NidaSourceInfo *info;

  /* a record that gives two rows; the same again; one of whose rows only the second is a copy; the same id twice */
  add_row (builder, &row, 0, 2);
  row.kind = NIDA_KIND_REPORTED;
  add_row (builder, &row, 0, 2);
  row.kind = NIDA_KIND_REQUIREMENT;
  add_row (builder, &row, 0, 3);
  row.kind = NIDA_KIND_REPORTED;
  add_row (builder, &row, 0, 3);
  row.id = "p2";
  add_row (builder, &row, 1, 3);
  row.id = "p1";
  add_row (builder, &row, 1, 3);
  dataset = nida_dataset_builder_end (builder);
  info = nida_report_get_source (nida_dataset_get_report (dataset), 0);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 3);
  g_assert_cmpuint (info->rows_kept, ==, 1);
  g_assert_cmpuint (info->rows_merged, ==, 1);
  info = nida_report_get_source (nida_dataset_get_report (dataset), 1);
  g_assert_cmpuint (info->rows_kept, ==, 1);
  g_assert_cmpuint (info->rows_merged, ==, 0);
  g_assert_cmpuint (count (dataset, NIDA_PROBLEM_MERGED), ==, 1);
}

/* --- the order of rows and files changes nothing --- */

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

/* Every row in words, sorted. */
static char *
dump (NidaDataset *dataset)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint row = 0; row < nida_dataset_get_n_rows (dataset); row++)
    {
      GString *line = g_string_new (NULL);

      for (NidaField field = NIDA_FIELD_NONE + 1; field < NIDA_FIELD_DONOR_GROUP; field++)
        {
          g_autofree char *text = nida_dataset_dup_text (dataset, row, field, FALSE);

          g_string_append_printf (line, "%s|", text);
        }
      if (nida_dataset_get_boundaries (dataset) != NULL)
        g_string_append_printf (line, "%x", nida_dataset_get_boundaries (dataset)[row]);
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }
  g_ptr_array_sort (lines, compare_strings);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static Row
random_row (GRand *rand)
{
  static const char * const ids[] = { "1", "2", "3", "x", "fts:1", "fts:x", NULL };
  static const char * const donors[] = { "Kuwait", "Qatar", NULL };
  static const char * const texts[] = { "gift", "gift to IOM", NULL };
  static const NidaKind kinds[] = { NIDA_KIND_PAID, NIDA_KIND_COMMITMENT, NIDA_KIND_REQUIREMENT };

  return (Row) {
    g_rand_int_range (rand, 0, N_SOURCES), ids[g_rand_int_range (rand, 0, 7)], kinds[g_rand_int_range (rand, 0, 3)],
    donors[g_rand_int_range (rand, 0, 3)], g_rand_int_range (rand, 1, 4), g_rand_int_range (rand, 0, 3),
    g_rand_int_range (rand, 0, 4), g_rand_int_range (rand, 0, 3), texts[g_rand_int_range (rand, 0, 3)],
  };
}

/* Each row keeps its line, so that what a source says stays the same; only the order in which rows and files come
 * changes, and whether one builder or two read them. */
static NidaDataset *
build_shuffled (GRand     *rand,
                const Row *rows,
                guint      n_rows,
                gboolean   shuffled)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  g_autofree guint *order = g_new (guint, n_rows);
  guint first = shuffled ? g_rand_int_range (rand, 0, N_SOURCES) : 0;
  gboolean in_parts = shuffled && g_rand_boolean (rand);

  for (guint i = 0; i < n_rows; i++)
    order[i] = i;
  for (guint i = n_rows; shuffled && i > 1; i--)
    {
      guint j = g_rand_int_range (rand, 0, i), swap = order[i - 1];

      order[i - 1] = order[j];
      order[j] = swap;
    }
  for (guint s = 0; s < N_SOURCES; s++)
    {
      guint source = (s + first) % N_SOURCES;
      g_autoptr (NidaDatasetBuilder) part = nida_dataset_builder_new ();
      guint index = nida_dataset_builder_add_source (in_parts ? part : builder, &sources[source]);

      for (guint i = 0; i < n_rows; i++)
        if (rows[order[i]].source == source)
          add_row (in_parts ? part : builder, &rows[order[i]], index, order[i] + 2);
      if (in_parts)
        nida_dataset_builder_absorb (builder, part);
    }
  return nida_dataset_builder_end (builder);
}

static void
test_order_changes_nothing (void)
{
  GRand *rand = g_rand_new_with_seed (8137);

  for (int round = 0; round < 60; round++)
    {
      Row rows[40];
      g_autoptr (NidaDataset) plain = NULL;
      g_autofree char *expected = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        rows[i] = random_row (rand);
      plain = build_shuffled (rand, rows, G_N_ELEMENTS (rows), FALSE);
      expected = dump (plain);
      for (int times = 0; times < 10; times++)
        {
          g_autoptr (NidaDataset) dataset = build_shuffled (rand, rows, G_N_ELEMENTS (rows), TRUE);
          g_autofree char *found = dump (dataset);

          g_assert_cmpstr (found, ==, expected);
          g_assert_cmpuint (count (dataset, NIDA_PROBLEM_CONFLICT), ==, count (plain, NIDA_PROBLEM_CONFLICT));
        }
    }
  g_rand_free (rand);
}

/* Many rows, half of them copies: every id once, and the greatest updated_at of each. */
/* Three copies of one flow, one of another, and a flow in between that has none. */
static void
test_where_from (void)
{
  static const Row rows[] = {
    { 0, "7", NIDA_KIND_PAID, "A", 1000, 10, 0, 0, NULL },
    { 0, "8", NIDA_KIND_PAID, "B", 2000, 10, 0, 0, NULL },
    { 1, "7", NIDA_KIND_PAID, "A", 3000, 20, 0, 0, NULL },
    { 1, "7", NIDA_KIND_PAID, "A", 4000, 15, 0, 0, NULL },
    { 1, "9", NIDA_KIND_PAID, "C", 5000, 15, 0, 0, NULL },
    { 0, "9", NIDA_KIND_PAID, "C", 5000, 10, 0, 0, NULL },
  };
  g_autoptr (NidaDataset) dataset = BUILD (rows);
  const NidaMergedRow *merged;
  guint n;

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 3);
  nida_dataset_get_merged (dataset, 0, &n);              /* flow 8 */
  g_assert_cmpuint (n, ==, 0);
  merged = nida_dataset_get_merged (dataset, 1, &n);     /* flow 7, of source 1, line 4 */
  g_assert_cmpint (nida_dataset_get_amount_usd (dataset, 1), ==, 3000);
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (merged[0].source == 0 && merged[0].line == 2 && merged[0].row == 1);
  g_assert_true (merged[1].source == 1 && merged[1].line == 5 && merged[1].row == 1);
  merged = nida_dataset_get_merged (dataset, 2, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (merged[0].source == 0 && merged[0].line == 7);
}

static void
test_many (void)
{
  g_autoptr (NidaDatasetBuilder) builder = new_builder ();
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (GHashTable) newest = g_hash_table_new (NULL, NULL);
  GRand *rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < 200000; i++)
    {
      guint id = g_rand_int_range (rand, 1, 100000), when = g_rand_int_range (rand, 1, 1000000);
      g_autofree char *text = g_strdup_printf ("%u", id);
      Row row = { i % 2, text, NIDA_KIND_PAID, "D", when, when, 1, 1, NULL };

      add_row (builder, &row, row.source, i);
      if (GPOINTER_TO_UINT (g_hash_table_lookup (newest, GUINT_TO_POINTER (id))) < when)
        g_hash_table_insert (newest, GUINT_TO_POINTER (id), GUINT_TO_POINTER (when));
    }
  dataset = nida_dataset_builder_end (builder);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, g_hash_table_size (newest));
  for (guint row = 0; row < nida_dataset_get_n_rows (dataset); row++)
    {
      g_autofree char *id = nida_dataset_dup_id (dataset, row);
      guint number = g_ascii_strtoull (id + strlen ("fts:"), NULL, 10);

      g_assert_cmpint (nida_dataset_get_amount_usd (dataset, row), ==,
                       GPOINTER_TO_UINT (g_hash_table_lookup (newest, GUINT_TO_POINTER (number))));
    }
  g_rand_free (rand);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dataset-merge/newest-wins-and-conflicts-are-told", test_newest_wins);
  g_test_add_func ("/dataset-merge/family-id-and-class-are-the-key", test_keys);
  g_test_add_func ("/dataset-merge/between-formats-the-fuller-one", test_formats);
  g_test_add_func ("/dataset-merge/one-conflict-is-told-once", test_copies_of_a_conflict_are_told_once);
  g_test_add_func ("/dataset-merge/records-not-rows-are-counted", test_records);
  g_test_add_func ("/dataset-merge/order-of-rows-and-files-changes-nothing", test_order_changes_nothing);
  g_test_add_func ("/dataset-merge/a-row-knows-what-was-merged-into-it", test_where_from);
  g_test_add_func ("/dataset-merge/many-copies", test_many);
  return g_test_run ();
}
