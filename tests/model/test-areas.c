/* Parts of the world as sources name and number them: where each lies, in both languages. */
#include "areas.h"

#include "regions.h"

#include <string.h>

static void
assert_area (const char *vocabulary,
             const char *code,
             const char *name,
             const char *region)
{
  const char *found = nida_area_from_code (vocabulary, code);
  guint within = found != NULL ? nida_area_get_region (found) : 0;

  g_test_message ("%s", code);
  g_assert_cmpstr (found, ==, name);
  g_assert_cmpstr (within != 0 ? nida_region_get_name (within) : NULL, ==, region);
}

static void
test_within (void)
{
  assert_area ("1", "189", "North of Sahara, regional", "Northern Africa");
  assert_area (NULL, "380", "Caribbean, regional", "Caribbean");
  assert_area ("1", "489", "South America, regional", "South America");
  assert_area ("1", "619", "Central Asia, regional", "Central Asia");
  assert_area ("1", "679", "South Asia, regional", "Southern Asia");
  assert_area ("1", "88", "States Ex-Yugoslavia unspecified", "Southern Europe");
  assert_area ("1", "1030", "Western Africa, regional", "Western Africa");
  assert_area ("2", "145", "Western Asia, regional", "Western Asia");
  g_assert_cmpuint (nida_area_get_region ("west indies, regional"), ==, nida_region_from_name ("Caribbean"));
}

/* No single region may claim what is for several. */
static void
test_apart (void)
{
  static const char * const codes[] = { "89", "289", "298", "389", "498", "589", "689", "789", "798", "889", "998" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      const char *name = nida_area_from_code ("1", codes[i]);

      g_assert_nonnull (name);
      g_assert_cmpuint (nida_area_get_region (name), ==, 0);
    }
  assert_area ("2", "002", "Africa, regional", NULL);
  assert_area ("2", "202", "South of Sahara, regional", NULL);
}

static void
test_unknown (void)
{
  g_assert_null (nida_area_from_code ("1", "616"));        /* Turkmenistan, in a list of countries */
  g_assert_null (nida_area_from_code ("1", "145"));
  g_assert_null (nida_area_from_code ("99", "298"));
  g_assert_null (nida_area_from_code ("2", "western asia"));
  g_assert_null (nida_area_from_code ("2", ""));
  g_assert_cmpuint (nida_area_get_region ("Western Asia"), ==, 0);
  g_assert_true (nida_area_is_name ("Balkans, regional"));
  g_assert_cmpuint (nida_area_get_region ("Balkans, regional"), ==, 0);
  g_assert_false (nida_area_is_name ("Sudan"));
  g_assert_null (nida_area_dup_arabic ("Balkans, regional"));
  g_assert_null (nida_area_dup_arabic ("Sudan"));
}

/* Each name that a code gives has one in Arabic, of its own. */
static void
test_arabic (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *africa = nida_area_dup_arabic ("Africa, regional"), *west = nida_area_dup_arabic ("Western Asia, regional");

  g_assert_cmpstr (africa, ==, "أفريقيا (إقليمي)");
  g_assert_cmpstr (west, ==, "غرب آسيا (إقليمي)");
  for (guint code = 1; code < 1100; code++)
    {
      g_autofree char *digits = g_strdup_printf ("%u", code);
      const char *name = nida_area_from_code ("1", digits);
      char *arabic = name != NULL ? nida_area_dup_arabic (name) : NULL;

      if (name == NULL || code == 1031)       /* the older number of the Caribbean is 380 */
        {
          g_free (arabic);
          continue;
        }
      g_assert_nonnull (arabic);
      g_assert_true (g_hash_table_add (seen, arabic));
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 25);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/areas/within/one-region", test_within);
  g_test_add_func ("/areas/apart/those-of-several-regions", test_apart);
  g_test_add_func ("/areas/unknown/are-none", test_unknown);
  g_test_add_func ("/areas/arabic/each-has-its-name", test_arabic);
  return g_test_run ();
}
