/* Regions of the world: which country lies in which, and what they are called. */
#include "regions.h"

static void
assert_region (const char *country,
               const char *region)
{
  guint found = nida_region_of_country (country);

  g_test_message ("%s", country);
  g_assert_cmpstr (found != 0 ? nida_region_get_name (found) : NULL, ==, region);
}

static void
test_countries (void)
{
  assert_region ("SYR", "Western Asia");
  assert_region ("tur", "Western Asia");
  assert_region ("SDN", "Northern Africa");
  assert_region ("SSD", "Eastern Africa");
  assert_region ("MRT", "Western Africa");
  assert_region ("AFG", "Southern Asia");
  assert_region ("IRN", "Southern Asia");
  assert_region ("KAZ", "Central Asia");
  assert_region ("CYP", "Western Asia");
  assert_region ("MEX", "Central America");
  assert_region ("HTI", "Caribbean");
  assert_region ("RUS", "Eastern Europe");
}

static void
test_none (void)
{
  assert_region (NULL, NULL);
  assert_region ("", NULL);
  assert_region ("XKX", NULL);
  assert_region ("TWN", NULL);
  assert_region ("ATA", NULL);
  assert_region ("SY", NULL);
  assert_region ("Y M", NULL);
  assert_region ("SYR TUR", NULL);
}

/* Counted from the list of the United Nations Statistics Division: 247 countries and areas with a code, each in one region. */
static void
test_each_once (void)
{
  guint n = 0;

  for (char a = 'A'; a <= 'Z'; a++)
    for (char b = 'A'; b <= 'Z'; b++)
      for (char c = 'A'; c <= 'Z'; c++)
        n += nida_region_of_country ((char[]) { a, b, c, '\0' }) != 0;
  g_assert_cmpuint (n, ==, 247);
}

static void
test_names (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint region = 1; region <= NIDA_N_REGIONS; region++)
    {
      g_assert_cmpuint (nida_region_from_name (nida_region_get_name (region)), ==, region);
      g_assert_cmpuint (nida_region_from_name (nida_region_get_arabic (region)), ==, region);
      g_assert_cmpuint (nida_region_from_name (nida_region_get_code (region)), ==, region);
      g_assert_true (g_hash_table_add (seen, (gpointer) nida_region_get_name (region)));
      g_assert_true (g_hash_table_add (seen, (gpointer) nida_region_get_arabic (region)));
      g_assert_true (g_hash_table_add (seen, (gpointer) nida_region_get_code (region)));
    }
  g_assert_cmpstr (nida_region_get_name (nida_region_from_name (" western ASIA")), ==, "Western Asia");
  g_assert_cmpuint (nida_region_from_name ("West Asia"), ==, 0);
  g_assert_cmpuint (nida_region_from_name (""), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/regions/countries/lie-where-m49-puts-them", test_countries);
  g_test_add_func ("/regions/countries/what-is-not-listed-has-none", test_none);
  g_test_add_func ("/regions/countries/no-country-lies-in-two", test_each_once);
  g_test_add_func ("/regions/names/either-language-or-number", test_names);
  return g_test_run ();
}
