/* Field names and the codes of fixed words. */
#include "field.h"

static void
test_names (void)
{
  for (NidaField field = NIDA_FIELD_NONE + 1; field < NIDA_N_FIELDS; field++)
    {
      g_assert_cmpstr (nida_field_get_name (field), !=, "");
      g_assert_cmpint (nida_field_from_name (nida_field_get_name (field)), ==, field);
    }
  g_assert_cmpint (nida_field_from_name ("Donor"), ==, NIDA_FIELD_NONE);
  g_assert_cmpint (nida_field_from_name (""), ==, NIDA_FIELD_NONE + 0);
}

static void
test_words (void)
{
  g_assert_cmpstr (nida_field_get_words (NIDA_FIELD_KIND)[NIDA_KIND_PAID - 1], ==, "paid");
  g_assert_cmpstr (nida_field_get_words (NIDA_FIELD_KIND)[NIDA_KIND_GOAL - 1], ==, "goal");
  g_assert_null (nida_field_get_words (NIDA_FIELD_KIND)[NIDA_N_KINDS - 1]);
  g_assert_cmpstr (nida_field_get_words (NIDA_FIELD_BOUNDARY)[NIDA_BOUNDARY_INTERNAL - 1], ==, "internal");
  g_assert_cmpstr (nida_field_get_words (NIDA_FIELD_ON_BOUNDARY)[NIDA_ON_BOUNDARY_SHARED - 1], ==, "shared");
  g_assert_cmpstr (nida_field_get_words (NIDA_FIELD_LEVEL)[NIDA_LEVEL_COUNTRY - 1], ==, "country");
  g_assert_cmpstr (nida_field_get_words (NIDA_FIELD_DIRECTION)[NIDA_DIRECTION_OUTGOING - 1], ==, "outgoing");
  g_assert_cmpstr (nida_field_get_words (NIDA_FIELD_QUALIFIER)[NIDA_QUALIFIER_AT_MOST - 1], ==, "at_most");
  g_assert_cmpstr (nida_field_get_words (NIDA_FIELD_STATE)[NIDA_STATE_STATED - 1], ==, "stated");
  g_assert_null (nida_field_get_words (NIDA_FIELD_DONOR));
}

static void
test_lists (void)
{
  g_assert_true (nida_field_is_list (NIDA_FIELD_COUNTRY));
  g_assert_true (nida_field_is_list (NIDA_FIELD_REGION));
  g_assert_false (nida_field_is_list (NIDA_FIELD_DONOR));
  g_assert_true (nida_field_is_place (NIDA_FIELD_REGION));
  g_assert_false (nida_field_is_place (NIDA_FIELD_DONOR));
  g_assert_false (nida_field_is_list (NIDA_FIELD_RECIPIENT));
  g_assert_true (nida_field_is_code (NIDA_FIELD_SOURCE));
  g_assert_false (nida_field_is_code (NIDA_FIELD_ID));
  g_assert_false (nida_field_is_code (NIDA_FIELD_NONE));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/field/every-name-leads-back", test_names);
  g_test_add_func ("/field/words-stand-in-the-order-of-their-codes", test_words);
  g_test_add_func ("/field/organisations-are-never-lists", test_lists);
  return g_test_run ();
}
