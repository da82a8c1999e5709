/* spellings.c: one name for each key, whichever order the files come in. */
#include "dataset-builder.h"

static void
add (NidaDatasetBuilder *builder,
     guint               line,
     const char         *key,
     const char         *name,
     const char         *arabic)
{
  nida_dataset_builder_add_spelling (builder, key, name, arabic);
  nida_dataset_builder_begin (builder, 0, line, NIDA_KIND_PAID);
  nida_dataset_builder_set_reference (builder, NIDA_FIELD_DONOR, key);
  nida_dataset_builder_set_amount (builder, 1000);
  g_assert_true (nida_dataset_builder_end_row (builder));
}

static NidaDatasetBuilder *
new_builder (const char *file)
{
  NidaDatasetBuilder *builder = nida_dataset_builder_new ();
  NidaSourceInfo info = { .name = (char *) file };

  nida_dataset_builder_add_source (builder, &info);
  return builder;
}

static void
assert_donor (NidaDataset *dataset,
              guint        row,
              const char  *english,
              const char  *arabic)
{
  g_autofree char *name = nida_dataset_dup_text (dataset, row, NIDA_FIELD_DONOR, FALSE);
  g_autofree char *label = nida_dataset_dup_text (dataset, row, NIDA_FIELD_DONOR, TRUE);

  g_assert_cmpstr (name, ==, english);
  g_assert_cmpstr (label, ==, arabic);
}

static void
test_most_used (void)
{
  for (guint order = 0; order < 2; order++)
    {
      g_autoptr (NidaDatasetBuilder) builder = new_builder ("a.xml");
      g_autoptr (NidaDatasetBuilder) other = new_builder ("b.xml");
      g_autoptr (NidaDataset) dataset = NULL;
      NidaDictionary *donors;
      guint32 code;

      add (order == 0 ? builder : other, 1, "org:XM-DAC-47066", "IOM", NULL);
      add (order == 0 ? other : builder, 1, "org:XM-DAC-47066", "International Organization for Migration", "المنظمة");
      add (order == 0 ? other : builder, 2, "org:XM-DAC-47066", "International Organization for Migration", NULL);
      nida_dataset_builder_absorb (builder, other);
      dataset = nida_dataset_builder_end (builder);
      for (guint row = 0; row < 3; row++)
        assert_donor (dataset, row, "International Organization for Migration", "المنظمة");
      donors = nida_dataset_get_dictionary (dataset, NIDA_FIELD_DONOR);
      g_assert_cmpuint (nida_dictionary_get_size (donors), ==, 1);
      code = nida_dictionary_lookup (donors, "International Organization for Migration", -1);
      g_assert_cmpstr (nida_dictionary_get_ref (donors, code), ==, "XM-DAC-47066");
    }
}

static void
test_ties_and_no_name (void)
{
  g_autoptr (NidaDatasetBuilder) builder = new_builder ("a.xml");
  g_autoptr (NidaDataset) dataset = NULL;

  add (builder, 1, "org:A", "Beta", NULL);
  add (builder, 2, "org:A", "Alpha", NULL);
  add (builder, 3, "org:B", NULL, NULL);
  add (builder, 4, "org:C", NULL, "ج");
  dataset = nida_dataset_builder_end (builder);
  assert_donor (dataset, 0, "Alpha", "Alpha");
  assert_donor (dataset, 1, "Alpha", "Alpha");
  assert_donor (dataset, 2, "B", "B");
  assert_donor (dataset, 3, "ج", "ج");
}

/* A list of keys and names has the names as members. */
static void
test_lists (void)
{
  g_autoptr (NidaDatasetBuilder) builder = new_builder ("a.xml");
  g_autoptr (NidaDataset) dataset = NULL;
  NidaDictionary *categories = nida_dataset_builder_get_dictionary (builder, NIDA_FIELD_CATEGORY);
  guint32 codes[2];
  guint n_members;

  nida_dataset_builder_add_spelling (builder, "sector:1", "Water", NULL);
  nida_dataset_builder_begin (builder, 0, 1, NIDA_KIND_PAID);
  nida_dataset_builder_set_reference (builder, NIDA_FIELD_CATEGORY, "sector:1");
  nida_dataset_builder_set_amount (builder, 1000);
  nida_dataset_builder_end_row (builder);
  codes[0] = nida_dictionary_lookup (categories, "\x1e" "sector:1", -1);
  codes[1] = nida_dictionary_intern (categories, "Health", -1);
  nida_dataset_builder_begin (builder, 0, 2, NIDA_KIND_PAID);
  nida_dataset_builder_set_list (builder, NIDA_FIELD_CATEGORY, codes, 2);
  nida_dataset_builder_set_amount (builder, 1000);
  nida_dataset_builder_end_row (builder);
  dataset = nida_dataset_builder_end (builder);

  g_autofree char *list = nida_dataset_dup_text (dataset, 1, NIDA_FIELD_CATEGORY, FALSE);
  g_assert_cmpstr (list, ==, "Health, Water");
  categories = nida_dataset_get_dictionary (dataset, NIDA_FIELD_CATEGORY);
  g_assert_nonnull (nida_dictionary_get_members (categories, nida_dictionary_lookup (categories, "Health, Water", -1),
                                                 &n_members));
  g_assert_cmpuint (n_members, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spellings/the-name-used-most-whatever-the-order-of-files", test_most_used);
  g_test_add_func ("/spellings/ties-and-no-name", test_ties_and_no_name);
  g_test_add_func ("/spellings/lists-of-keys", test_lists);
  return g_test_run ();
}
