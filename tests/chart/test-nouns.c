/* What groups are called: by field, and what a category is. */
#include "config.h"

#include "nouns.h"
#include "sample.h"

static NidaCube *
cube_of (const SampleRow *rows,
         guint            n,
         NidaMeasure      measure)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, n);
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (GError) error = NULL;
  NidaCube *cube;

  query->by[0] = (NidaGroupBy) { NIDA_FIELD_CATEGORY, NIDA_STEP_NONE };
  query->n_by = 1;
  query->measures = 1u << measure;
  cube = nida_local_engine_query (engine, query, &error);
  g_assert_no_error (error);
  return cube;
}

static void
test_fields (void)
{
  g_assert_cmpint (nida_noun_for_field (NIDA_FIELD_DONOR), ==, NIDA_NOUN_DONOR);
  g_assert_cmpint (nida_noun_for_field (NIDA_FIELD_APPEAL), ==, NIDA_NOUN_APPEAL);
  g_assert_cmpint (nida_noun_for_field (NIDA_FIELD_METHOD), ==, NIDA_NOUN_GROUP);
  g_assert_cmpstr (nida_noun_by (NIDA_NOUN_GROUP, NIDA_FIELD_METHOD), ==, "by method");
  g_assert_cmpstr (nida_noun_by (NIDA_NOUN_DONOR, NIDA_FIELD_DONOR), ==, "by donor");
}

static void
test_clusters (void)
{
  const SampleRow rows[] = {
    { NIDA_KIND_PAID, "2026", .category = "Anything", .amount = 1 },
    { NIDA_KIND_PAID, "2026", .category = "Food Security", .amount = 1 },
  };
  g_autoptr (NidaCube) cube = cube_of (rows, G_N_ELEMENTS (rows), NIDA_MEASURE_RECEIVED);

  g_assert_cmpint (nida_noun_for_cube (cube, 0), ==, NIDA_NOUN_CLUSTER);
}

static void
test_objectives (void)
{
  const SampleRow rows[] =
      { { NIDA_KIND_REQUIREMENT, "2024", .appeal = "A", .category = "Saving lives", .amount = 1 } };
  g_autoptr (NidaCube) required = cube_of (rows, G_N_ELEMENTS (rows), NIDA_MEASURE_REQUIREMENT);
  g_autoptr (NidaCube) received = cube_of (rows, G_N_ELEMENTS (rows), NIDA_MEASURE_RECEIVED);

  g_assert_cmpint (nida_noun_for_cube (required, 0), ==, NIDA_NOUN_OBJECTIVE);
  g_assert_cmpint (nida_noun_for_cube (received, 0), ==, NIDA_NOUN_CATEGORY);
}

static void
test_every_noun (void)
{
  g_autoptr (NidaLanguage) language = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);

  for (NidaNoun noun = 0; noun < NIDA_N_NOUNS; noun++)
    for (guint64 n = 0; n < 3; n++)
      {
        g_autofree char *count = nida_noun_count (language, noun, n);
        g_autofree char *other = nida_noun_other (language, noun, n);
        g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, n);

        g_assert_true (g_str_has_prefix (count, digits));
        g_assert_true (g_str_has_prefix (other, digits));
        g_assert_cmpstr (count, !=, other);
      }
}

static void
test_huge_count (void)
{
  g_autoptr (NidaLanguage) language = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autofree char *count = nida_noun_count (language, NIDA_NOUN_DONOR, G_GUINT64_CONSTANT (5000000001));

  g_assert_cmpstr (count, ==, "5,000,000,001 donors");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nouns/fields/have-their-noun", test_fields);
  g_test_add_func ("/nouns/category/is-a-cluster-when-one-is-named", test_clusters);
  g_test_add_func ("/nouns/category/of-requirements-is-an-objective", test_objectives);
  g_test_add_func ("/nouns/counts/begin-with-their-number", test_every_noun);
  g_test_add_func ("/nouns/counts/of-64-bits-stay-plural", test_huge_count);
  return g_test_run ();
}
