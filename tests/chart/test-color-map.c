/* test-color-map.c tests color-map.c. */
#include "field.h"
#include "palette.h"

static void
test_kept (void)
{
  g_autoptr (NidaColorMap) map = nida_color_map_new ();

  nida_color_map_pin (map, NIDA_FIELD_DONOR, "Kuwait");
  nida_color_map_pin (map, NIDA_FIELD_DONOR, "Qatar");
  nida_color_map_pin (map, NIDA_FIELD_DONOR, "Kuwait");
  g_assert_cmpint (nida_color_map_lookup (map, NIDA_FIELD_DONOR, "Kuwait"), ==, NIDA_COLOR_SERIES_1);
  g_assert_cmpint (nida_color_map_lookup (map, NIDA_FIELD_DONOR, "Qatar"), ==, NIDA_COLOR_SERIES_2);
  g_assert_cmpint (nida_color_map_lookup (map, NIDA_FIELD_CATEGORY, "Kuwait"), ==, NIDA_COLOR_OTHER);
}

static void
test_five (void)
{
  static const char * const names[] = { "a", "b", "c", "d", "e", "f" };
  g_autoptr (NidaColorMap) map = nida_color_map_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    nida_color_map_pin (map, NIDA_FIELD_DONOR, names[i]);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpint (nida_color_map_lookup (map, NIDA_FIELD_DONOR, names[i]), ==, NIDA_COLOR_SERIES_1 + (int) i);
  g_assert_cmpint (nida_color_map_lookup (map, NIDA_FIELD_DONOR, "f"), ==, NIDA_COLOR_OTHER);
}

static void
test_names (void)
{
  static const char * const names[] = { "a", "b", "c", "d", "e" };
  g_autoptr (NidaColorMap) map = nida_color_map_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_null (nida_color_map_dup_names (map, NIDA_FIELD_DONOR));
      nida_color_map_pin (map, NIDA_FIELD_DONOR, names[i]);
    }
  all = nida_color_map_dup_names (map, NIDA_FIELD_DONOR);
  g_assert_cmpuint (g_strv_length (all), ==, 5);
  g_assert_cmpstr (all[0], ==, "a");
  g_assert_cmpstr (all[4], ==, "e");
}

static void
test_nobody (void)
{
  g_autoptr (NidaColorMap) map = nida_color_map_new ();
  g_autoptr (NidaColorMap) again = nida_color_map_ref (map);

  g_assert_cmpint (nida_color_map_lookup (NULL, NIDA_FIELD_DONOR, "a"), ==, NIDA_COLOR_OTHER);
  g_assert_cmpint (nida_color_map_lookup (again, NIDA_FIELD_DONOR, NULL), ==, NIDA_COLOR_OTHER);
}

/* Two names never have one hue: whoever had it takes that of the other. */
static void
test_own (void)
{
  static const char * const names[] = { "a", "b", "c", "d", "e" };
  g_autoptr (NidaColorMap) map = nida_color_map_new ();
  g_autoptr (NidaColorMap) copy = NULL, fresh = nida_color_map_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    nida_color_map_pin (map, NIDA_FIELD_DONOR, names[i]);
  copy = nida_color_map_copy (map);
  nida_color_map_set (copy, NIDA_FIELD_DONOR, "a", NIDA_COLOR_SERIES_3);
  g_assert_cmpint (nida_color_map_lookup (copy, NIDA_FIELD_DONOR, "a"), ==, NIDA_COLOR_SERIES_3);
  g_assert_cmpint (nida_color_map_lookup (copy, NIDA_FIELD_DONOR, "c"), ==, NIDA_COLOR_SERIES_1);
  nida_color_map_set (copy, NIDA_FIELD_DONOR, "sixth", NIDA_COLOR_SERIES_3);
  g_assert_cmpint (nida_color_map_lookup (copy, NIDA_FIELD_DONOR, "a"), ==, NIDA_COLOR_OTHER);
  nida_color_map_set (copy, NIDA_FIELD_DONOR, "b", NIDA_COLOR_OTHER);
  g_assert_cmpint (nida_color_map_lookup (copy, NIDA_FIELD_DONOR, "b"), ==, NIDA_COLOR_OTHER);
  g_assert_cmpint (nida_color_map_lookup (map, NIDA_FIELD_DONOR, "a"), ==, NIDA_COLOR_SERIES_1);
  /* what is pinned afterwards takes the hues that are left */
  nida_color_map_set (fresh, NIDA_FIELD_DONOR, "x", NIDA_COLOR_SERIES_2);
  nida_color_map_pin (fresh, NIDA_FIELD_DONOR, "x");
  nida_color_map_pin (fresh, NIDA_FIELD_DONOR, "y");
  nida_color_map_pin (fresh, NIDA_FIELD_DONOR, "z");
  g_assert_cmpint (nida_color_map_lookup (fresh, NIDA_FIELD_DONOR, "x"), ==, NIDA_COLOR_SERIES_2);
  g_assert_cmpint (nida_color_map_lookup (fresh, NIDA_FIELD_DONOR, "y"), ==, NIDA_COLOR_SERIES_1);
  g_assert_cmpint (nida_color_map_lookup (fresh, NIDA_FIELD_DONOR, "z"), ==, NIDA_COLOR_SERIES_3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/color-map/pinned/keeps-its-hue-in-its-field", test_kept);
  g_test_add_func ("/color-map/sixth/is-other", test_five);
  g_test_add_func ("/color-map/names/are-told-when-no-hue-is-free", test_names);
  g_test_add_func ("/color-map/unknown/is-other", test_nobody);

  g_test_add_func ("/color-map/own/comes-first-and-is-nobody-elses", test_own);

  return g_test_run ();
}
