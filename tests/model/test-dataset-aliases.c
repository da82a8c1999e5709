/* dataset-aliases.c: rows move to the kept name, none is lost or counted twice, and what was written stays known. */
#include "dataset-builder.h"

#define ORG NIDA_ALIAS_ORGANISATION

static NidaDatasetBuilder *
new_builder (const char *file)
{
  NidaDatasetBuilder *builder = nida_dataset_builder_new ();
  NidaSourceInfo info = { .name = (char *) file, .family = (char *) "fts", .format = (char *) "test", .states_move = TRUE };

  nida_dataset_builder_add_source (builder, &info);
  return builder;
}

static void
add_gift (NidaDatasetBuilder *builder,
          guint               line,
          const char         *id,
          const char         *donor,
          const char         *arabic,
          const char         *recipient)
{
  nida_dataset_builder_begin (builder, 0, line, NIDA_KIND_PAID);
  if (id != NULL)
    nida_dataset_builder_set_id (builder, id, -1);
  nida_dataset_builder_set_name (builder, NIDA_FIELD_DONOR, donor, -1);
  if (arabic != NULL)
    nida_dataset_builder_set_arabic (builder, NIDA_FIELD_DONOR, arabic, -1);
  if (recipient != NULL)
    nida_dataset_builder_set_name (builder, NIDA_FIELD_RECIPIENT, recipient, -1);
  nida_dataset_builder_set_amount_usd (builder, line * 1000);
  g_assert_true (nida_dataset_builder_end_row (builder));
}

static void
assert_text (NidaDataset *dataset,
             guint        row,
             NidaField    field,
             gboolean     arabic,
             const char  *text)
{
  g_autofree char *found = nida_dataset_dup_text (dataset, row, field, arabic);

  g_assert_cmpstr (found, ==, text);
}

static void
test_rows (void)
{
  g_autoptr (NidaDatasetBuilder) builder = new_builder ("a.csv");
  g_autoptr (NidaAliases) aliases = nida_aliases_new ();
  g_autoptr (NidaDataset) dataset = NULL;
  const NidaJoinedName *joined;
  const NidaProblem *problem;
  guint n;

  nida_aliases_add (aliases, ORG, "Kuwait, Government of", "State of Kuwait", NULL);
  nida_aliases_add (aliases, ORG, "State of Kuwait", "Kuwait", NULL);
  nida_aliases_add (aliases, ORG, "Nobody", "Kuwait", NULL);
  nida_dataset_builder_set_aliases (builder, aliases);
  add_gift (builder, 2, NULL, "Kuwait", NULL, NULL);
  add_gift (builder, 3, NULL, "Kuwait, Government of", NULL, NULL);
  add_gift (builder, 4, NULL, "State of Kuwait", NULL, "Kuwait, Government of");
  add_gift (builder, 5, NULL, "Qatar", NULL, "Kuwait");
  add_gift (builder, 6, NULL, "Kuwait, Government of", NULL, NULL);
  dataset = nida_dataset_builder_end (builder);

  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 5);
  assert_text (dataset, 1, NIDA_FIELD_DONOR, FALSE, "Kuwait");
  assert_text (dataset, 2, NIDA_FIELD_DONOR, FALSE, "Kuwait");
  assert_text (dataset, 2, NIDA_FIELD_RECIPIENT, FALSE, "Kuwait");     /* one as a donor is one as a recipient */
  assert_text (dataset, 3, NIDA_FIELD_DONOR, FALSE, "Qatar");
  g_assert_null (nida_dataset_get_written (dataset, 0, NIDA_FIELD_DONOR));
  g_assert_cmpstr (nida_dataset_get_written (dataset, 1, NIDA_FIELD_DONOR), ==, "Kuwait, Government of");
  g_assert_cmpstr (nida_dataset_get_written (dataset, 2, NIDA_FIELD_DONOR), ==, "State of Kuwait");
  g_assert_null (nida_dataset_get_written (dataset, 3, NIDA_FIELD_RECIPIENT));
  g_assert_null (nida_dataset_get_written (dataset, 3, NIDA_FIELD_APPEAL));
  /* the dictionary holds what rows have */
  g_assert_cmpuint (nida_dictionary_get_size (nida_dataset_get_dictionary (dataset, NIDA_FIELD_DONOR)), ==, 2);

  joined = nida_dataset_get_joined (dataset, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (joined[0].field, ==, NIDA_FIELD_DONOR);
  g_assert_cmpstr (joined[0].name, ==, "Kuwait, Government of");
  g_assert_cmpstr (joined[0].is, ==, "Kuwait");
  g_assert_cmpuint (joined[0].n_rows, ==, 2);
  g_assert_cmpstr (joined[1].name, ==, "State of Kuwait");
  g_assert_cmpint (joined[2].field, ==, NIDA_FIELD_RECIPIENT);
  g_assert_cmpuint (nida_report_get_count (nida_dataset_get_report (dataset), NIDA_PROBLEM_NAME_JOINED), ==, 4);
  problem = nida_report_get_problem (nida_dataset_get_report (dataset), 0);
  g_assert_cmpstr (problem->found, ==, "Kuwait, Government of");
  g_assert_cmpstr (problem->kept, ==, "Kuwait");
  g_assert_cmpuint (problem->line, ==, 3);
  g_assert_cmpuint (problem->count, ==, 2);
}

static void
test_without (void)
{
  g_autoptr (NidaDatasetBuilder) builder = new_builder ("a.csv");
  g_autoptr (NidaAliases) aliases = nida_aliases_new ();
  g_autoptr (NidaDataset) dataset = NULL;
  guint n;

  nida_aliases_add (aliases, ORG, "Nobody", "Kuwait", NULL);
  nida_dataset_builder_set_aliases (builder, aliases);
  add_gift (builder, 2, NULL, "Kuwait", NULL, NULL);
  dataset = nida_dataset_builder_end (builder);
  nida_dataset_get_joined (dataset, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_null (nida_dataset_get_written (dataset, 0, NIDA_FIELD_DONOR));
}

/* Which copies are one, which of them counts and what they contradict is the same as without aliases. */
static void
test_copies (void)
{
  for (guint with = 0; with < 2; with++)
    {
      g_autoptr (NidaDatasetBuilder) builder = new_builder ("a.csv");
      g_autoptr (NidaAliases) aliases = nida_aliases_new ();
      g_autoptr (NidaDataset) dataset = NULL;
      NidaReport *report;

      nida_aliases_add (aliases, ORG, "Kuwait, Government of", "Kuwait", NULL);
      nida_dataset_builder_set_aliases (builder, with ? aliases : NULL);
      add_gift (builder, 2, "7", "Kuwait", NULL, NULL);
      add_gift (builder, 3, "7", "Kuwait, Government of", NULL, NULL);
      add_gift (builder, 4, "8", "Kuwait", NULL, NULL);
      dataset = nida_dataset_builder_end (builder);
      report = nida_dataset_get_report (dataset);
      g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
      g_assert_cmpint (nida_dataset_get_amount_usd (dataset, 0), ==, 3000);
      g_assert_cmpuint (nida_report_get_count (report, NIDA_PROBLEM_CONFLICT), ==, 1);
      g_assert_cmpuint (nida_report_get_count (report, NIDA_PROBLEM_MERGED), ==, 1);
      assert_text (dataset, 0, NIDA_FIELD_DONOR, FALSE, with ? "Kuwait" : "Kuwait, Government of");
    }
}

/* The same dataset whichever file comes first. */
static void
test_order (void)
{
  for (guint order = 0; order < 2; order++)
    {
      g_autoptr (NidaDatasetBuilder) one = new_builder ("a.csv"), other = new_builder ("b.csv");
      NidaDatasetBuilder *first = order == 0 ? one : other;
      g_autoptr (NidaAliases) aliases = nida_aliases_new ();
      g_autoptr (NidaDataset) dataset = NULL;
      const NidaJoinedName *joined;
      guint n;

      nida_aliases_add (aliases, ORG, "x", "k", NULL);
      nida_aliases_add (aliases, ORG, "k", "x", NULL);       /* a circle */
      nida_aliases_add (aliases, ORG, "y", "x", NULL);
      add_gift (one, 2, NULL, "x", "س", NULL);
      add_gift (other, 2, NULL, "y", "ص", NULL);
      nida_dataset_builder_absorb (first, order == 0 ? other : one);
      nida_dataset_builder_set_aliases (first, aliases);
      dataset = nida_dataset_builder_end (first);
      joined = nida_dataset_get_joined (dataset, &n);
      g_assert_cmpuint (n, ==, 2);
      g_assert_cmpstr (joined[0].name, ==, "x");
      g_assert_cmpstr (joined[1].name, ==, "y");
      for (guint row = 0; row < 2; row++)
        {
          assert_text (dataset, row, NIDA_FIELD_DONOR, FALSE, "k");
          assert_text (dataset, row, NIDA_FIELD_DONOR, TRUE, "س");
        }
    }
}

/* What was said, the kept name's own label, that of a name that is it, an Arabic name that is it: in this order. */
static void
test_labels (void)
{
  static const struct { const char *said, *own, *others, *label; } cases[] = {
    { "قيل", "الخاص", "غيره", "قيل" },
    { NULL, "الخاص", "غيره", "الخاص" },
    { NULL, NULL, "غيره", "غيره" },
    { NULL, NULL, NULL, "الكويت" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NidaDatasetBuilder) builder = new_builder ("a.csv");
      g_autoptr (NidaAliases) aliases = nida_aliases_new ();
      g_autoptr (NidaDataset) dataset = NULL;

      nida_aliases_add (aliases, ORG, "State of Kuwait", "Kuwait", cases[i].said);
      nida_aliases_add (aliases, ORG, "الكويت", "Kuwait", NULL);
      nida_dataset_builder_set_aliases (builder, aliases);
      add_gift (builder, 2, NULL, "الكويت", NULL, NULL);
      add_gift (builder, 3, NULL, "State of Kuwait", cases[i].others, NULL);
      add_gift (builder, 4, NULL, "Kuwait", cases[i].own, NULL);
      dataset = nida_dataset_builder_end (builder);
      for (guint row = 0; row < 3; row++)
        {
          assert_text (dataset, row, NIDA_FIELD_DONOR, FALSE, "Kuwait");
          assert_text (dataset, row, NIDA_FIELD_DONOR, TRUE, cases[i].label);
        }
    }
}

/* A reference goes with its name, unless the kept name has one. */
static void
test_references (void)
{
  for (guint has = 0; has < 2; has++)
    {
      g_autoptr (NidaDatasetBuilder) builder = new_builder ("a.csv");
      g_autoptr (NidaAliases) aliases = nida_aliases_new ();
      g_autoptr (NidaDataset) dataset = NULL;
      NidaDictionary *donors = nida_dataset_builder_get_dictionary (builder, NIDA_FIELD_DONOR);

      nida_aliases_add (aliases, ORG, "a", "k", NULL);
      nida_aliases_add (aliases, ORG, "b", "k", NULL);
      nida_dataset_builder_set_aliases (builder, aliases);
      add_gift (builder, 2, NULL, "b", NULL, NULL);
      add_gift (builder, 3, NULL, "a", NULL, NULL);
      nida_dictionary_set_ref (donors, nida_dictionary_lookup (donors, "b", -1), "XM-1");
      nida_dictionary_set_ref (donors, nida_dictionary_lookup (donors, "a", -1), "XM-2");
      if (has)
        nida_dictionary_set_ref (donors, nida_dictionary_intern (donors, "k", -1), "XM-9");
      dataset = nida_dataset_builder_end (builder);
      donors = nida_dataset_get_dictionary (dataset, NIDA_FIELD_DONOR);
      g_assert_cmpstr (nida_dictionary_get_ref (donors, nida_dictionary_lookup (donors, "k", -1)), ==, has ? "XM-9" : "XM-1");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset-aliases/rows-have-the-kept-name-and-know-the-written-one", test_rows);
  g_test_add_func ("/dataset-aliases/names-that-no-row-has-join-nothing", test_without);
  g_test_add_func ("/dataset-aliases/copies-are-those-without-aliases", test_copies);
  g_test_add_func ("/dataset-aliases/the-order-of-files-does-not-matter", test_order);
  g_test_add_func ("/dataset-aliases/labels/which-one-is-kept", test_labels);
  g_test_add_func ("/dataset-aliases/references/go-with-their-names", test_references);
  return g_test_run ();
}
