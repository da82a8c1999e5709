/* filter-text.c: what is chosen comes back as it was; what is not known is refused rather than left out. */
#include "filter-text.h"

#include <string.h>

static const char * const names[] = { "", "Kuwait", "a;b", " x\\\n=[", "الكويت", "Kuwait, Government of", "2024-Q1", "#" };

static NidaDate
random_date (GRand *rand)
{
  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0: return nida_date_new_year (2001);
    case 1: return nida_date_new_quarter (2002, 3);
    case 2: return nida_date_new_month (2003, 12);
    case 3: return nida_date_new_day (2004, 2, 29);
    default: return NIDA_DATE_NONE;
    }
}

static NidaFilterSet *
random_set (GRand *rand)
{
  NidaFilterSet *set = nida_filter_set_new ();
  guint n = (guint) g_rand_int_range (rand, 0, 12);

  for (guint i = 0; i < n; i++)
    {
      NidaField field = (NidaField) g_rand_int_range (rand, 1, NIDA_FIELD_LAST_CODE);

      nida_filter_set_add (set, field, names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))]);
      nida_filter_set_set_alone (set, field, g_rand_boolean (rand));
      nida_filter_set_set_closer (set, field, g_rand_boolean (rand));
    }
  nida_filter_set_set_range (set, random_date (rand), random_date (rand));
  if (g_rand_boolean (rand))
    nida_filter_set_set_step (set, NIDA_STEP_QUARTER, (NidaPeriod) { random_date (rand), random_date (rand) });
  nida_filter_set_set_rule (set, (NidaRule) g_rand_int_range (rand, 0, 3));
  nida_filter_set_set_currency (set, g_rand_boolean (rand) ? "KWD" : NULL);
  nida_filter_set_set_second (set, g_rand_boolean (rand) ? "EUR" : NULL);
  nida_filter_set_set_prices (set, g_rand_boolean (rand) ? 2019 : 0);
  nida_filter_set_set_as_of (set, g_rand_boolean (rand) ? G_GINT64_CONSTANT (1776384000123456) : 0);
  if (g_rand_boolean (rand))
    nida_filter_set_set_off (set, "https://example.org/a;b?c=d", TRUE);
  return set;
}

static NidaFilterSet *
take (const char  *text,
      GError     **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_assert_true (g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE, NULL));
  return nida_filter_set_take (file, "Nida board", error);
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (NidaFilterSet) before = random_set (rand), after = NULL;
      g_autoptr (GKeyFile) file = g_key_file_new ();
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      nida_filter_set_put (before, file, "Nida board");
      text = g_key_file_to_data (file, NULL, NULL);
      after = take (text, &error);
      g_assert_no_error (error);
      g_assert_true (nida_filter_set_equal (before, after));
      g_assert_cmpint (nida_period_compare (nida_filter_set_get_step (before) != NIDA_STEP_NONE ? nida_filter_set_get_wider (before)
                                            : nida_filter_set_get_wider (after), nida_filter_set_get_wider (after)), ==, 0);
    }
}

static void
test_refused (void)
{
  static const char * const texts[] = {
    "[Nida board]\nversion=1\n[Filter 1]\nfield=shoe\nvalues=a;\n", "[Nida board]\ncount=twice\n", "[Nida board]\nstep=moon\n",
    "[Nida board]\nfrom=2024-13\n", "[Nida board]\ncurrency=DOLLAR\n", "[Filter 1]\nvalues=a;\n", "[Filter 1]\nfield=donor\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (take (texts[i], &error));
      g_assert_error (error, NIDA_FILTER_ERROR, NIDA_FILTER_ERROR_UNKNOWN);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter-text/random/comes-back-as-it-was", test_round_trip);
  g_test_add_func ("/filter-text/unknown/is-refused", test_refused);
  return g_test_run ();
}
