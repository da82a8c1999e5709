/* Regions by the countries of a row: sums by region are those of the countries, a cell that lists several places is counted once. */
#include "fixture.h"

#include "places.h"

static guint32
add (NidaDictionary *countries,
     const char     *name,
     const char     *ref)
{
  guint32 code = nida_dictionary_intern (countries, name, -1);

  if (ref != NULL)
    nida_dictionary_set_ref (countries, code, ref);
  return code;
}

static guint32
add_list (NidaDictionary *countries,
          const char     *name,
          guint32         first,
          guint32         second)
{
  guint32 code = add (countries, name, NULL);

  nida_dictionary_set_members (countries, code, (guint32[]) { first, second }, 2);
  return code;
}

static void
test_names (void)
{
  g_autoptr (NidaDictionary) countries = nida_dictionary_new ();
  guint32 syria = add (countries, "Syria", "SYR"), turkey = add (countries, "TUR", NULL), sudan = add (countries, "Sudan", "SDN");
  guint32 global = add (countries, "Global", NULL), kosovo = add (countries, "Kosovo", "XKX");
  guint32 caribbean = add (countries, "Caribbean, regional", NULL), south = add (countries, "Southern Africa", NULL);
  guint32 one = add_list (countries, "Syria, TUR", syria, turkey), two = add_list (countries, "Sudan, Syria", sudan, syria);
  guint32 half = add_list (countries, "Global, Syria", global, syria), none = add_list (countries, "Global, Kosovo", global, kosovo);
  guint32 africa = add (countries, "Africa, regional", NULL), balkans = add (countries, "Balkans, regional", NULL);
  guint32 parts = add_list (countries, "Africa, regional; Syria", africa, syria);
  g_autoptr (NidaPlaces) places = nida_places_new (countries);
  const NidaRegions *regions = places->regions;
  NidaRegions west = NIDA_REGION_BIT (nida_region_from_name ("Western Asia"));

  g_assert_cmphex (regions[0], ==, 0);
  g_assert_cmphex (regions[syria], ==, west);
  g_assert_cmphex (regions[turkey], ==, west);
  g_assert_cmphex (regions[global], ==, 0);
  g_assert_cmphex (regions[kosovo], ==, 0);
  g_assert_cmphex (regions[caribbean], ==, NIDA_REGION_BIT (nida_region_from_name ("Caribbean")));
  g_assert_cmphex (regions[south], ==, NIDA_REGION_BIT (nida_region_from_name ("Southern Africa")));
  g_assert_cmphex (regions[one], ==, west);
  g_assert_cmphex (regions[two], ==, west | NIDA_REGION_BIT (nida_region_from_name ("Northern Africa")));
  g_assert_cmphex (regions[half], ==, west | NIDA_REGION_ELSEWHERE);
  g_assert_cmphex (regions[none], ==, 0);

  /* what spans several regions is in none of them, and is not lost */
  g_assert_cmpuint (nida_places_get_n (places), ==, NIDA_N_REGIONS + 2);
  g_assert_cmphex (regions[africa], ==, NIDA_REGION_BIT (NIDA_N_REGIONS + 1));
  g_assert_cmphex (regions[balkans], ==, NIDA_REGION_BIT (NIDA_N_REGIONS + 2));
  g_assert_cmphex (regions[parts], ==, west | regions[africa]);
  g_assert_cmpstr (nida_places_get_name (places, NIDA_N_REGIONS + 1), ==, "Africa, regional");
  g_assert_cmpuint (nida_places_find (places, "africa, Regional"), ==, NIDA_N_REGIONS + 1);
  g_assert_cmpuint (nida_places_find (places, "Western Asia"), ==, nida_region_from_name ("Western Asia"));
  g_assert_cmpuint (nida_places_find (places, "Asia, regional"), ==, 0);
  g_assert_cmpuint (nida_places_count_used (places), ==, 6);
}

/* --- sums --- */

static const char * const cells[] = {
  "SYR", "TUR", "YEM", "SDN", "EGY", "SOM", "AFG", "HTI", "Global", "XKX", "SYR, TUR", "SDN, SYR", "AFG, SOM, SYR", "Global, YEM",
  "Global, XKX", "Africa, regional", "Middle East, regional", "South Asia, regional", NULL,
};

static const char *
region_of_cell (const char *cell)
{
  static const struct { const char *cell, *region; } known[] = {
    { "SYR", "Western Asia" }, { "TUR", "Western Asia" }, { "YEM", "Western Asia" }, { "SDN", "Northern Africa" },
    { "EGY", "Northern Africa" }, { "SOM", "Eastern Africa" }, { "AFG", "Southern Asia" }, { "HTI", "Caribbean" },
    { "SYR, TUR", "Western Asia" }, { "SDN, SYR", "Multiple (2)" }, { "AFG, SOM, SYR", "Multiple (3)" },
    { "Global, YEM", "Multiple (2)" }, { "Africa, regional", "Africa, regional" }, { "Middle East, regional", "Middle East, regional" },
    { "South Asia, regional", "Southern Asia" },
  };

  for (guint i = 0; cell != NULL && i < G_N_ELEMENTS (known); i++)
    if (strcmp (known[i].cell, cell) == 0)
      return known[i].region;
  return "";
}

static NidaLocalEngine *
make_engine (guint       n_rows,
             GHashTable *expected)
{
  g_autofree TestRow *rows = g_new0 (TestRow, n_rows + G_N_ELEMENTS (cells));
  g_autoptr (GPtrArray) amounts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (NidaDatasetBuilder) builder = test_builder ();
  g_autoptr (NidaDataset) dataset = NULL;

  for (guint i = 0; i < n_rows + G_N_ELEMENTS (cells); i++)
    {
      /* each place stands alone once, so that lists are known to be lists */
      guint cell = i < G_N_ELEMENTS (cells) ? i : (guint) g_test_rand_int_range (0, G_N_ELEMENTS (cells));
      gint64 amount = g_test_rand_int_range (1, 100000), before;
      const char *region = region_of_cell (cells[cell]);

      g_ptr_array_add (amounts, g_strdup_printf ("%" G_GINT64_FORMAT, amount));
      rows[i] = (TestRow) { NIDA_KIND_PAID, "2024", g_ptr_array_index (amounts, i), "Kuwait", .country = cells[cell] };
      before = GPOINTER_TO_INT (g_hash_table_lookup (expected, region));
      g_hash_table_insert (expected, (gpointer) region, GINT_TO_POINTER ((gint) (before + amount)));
      test_add_row (builder, &rows[i], i + 2);
    }
  dataset = nida_dataset_builder_end (builder);
  return nida_local_engine_new (dataset);
}

static void
test_sums (void)
{
  g_autoptr (GHashTable) expected = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (NidaLocalEngine) engine = make_engine (200, expected);
  g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED), "region");
  g_autoptr (NidaCube) cube = test_ask (engine, query);
  NidaMoney sum = 0;

  g_assert_cmpuint (nida_cube_get_n_cells (cube), ==, g_hash_table_size (expected));
  for (guint i = 0; i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);
      const NidaCubeItem *item = nida_cube_get_item (cube, 0, cell->item[0]);

      g_test_message ("%s", item->name);
      g_assert_cmpint (cell->values[NIDA_MEASURE_RECEIVED], ==,
                       GPOINTER_TO_INT (g_hash_table_lookup (expected, item->name)) * NIDA_MONEY_UNIT);
      sum += cell->values[NIDA_MEASURE_RECEIVED];
    }
  g_assert_cmpint (sum, ==, nida_cube_get_total (cube)->values[NIDA_MEASURE_RECEIVED]);
}

/* What a filter on a region leaves is what that region has, by country as well; what it shares with others is named beside. */
static void
test_filters (void)
{
  static const char * const regions[] = { "Western Asia", "Northern Africa", "Caribbean", "Multiple (2)", "Multiple (3)", "", "Polynesia",
                                         "Africa, regional", "Southern Asia" };
  g_autoptr (GHashTable) expected = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (NidaLocalEngine) engine = make_engine (200, expected);

  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    {
      g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED), "country"), by_region = test_query (MEASURE (RECEIVED), "region");
      g_autoptr (NidaCube) cube = NULL, again = NULL;

      nida_query_add_filter (query, NIDA_FIELD_REGION, regions[i]);
      nida_query_add_filter (by_region, NIDA_FIELD_REGION, regions[i]);
      cube = test_ask (engine, query);
      again = test_ask (engine, by_region);
      g_test_message ("%s", regions[i]);
      g_assert_cmpint (nida_cube_get_total (cube)->values[NIDA_MEASURE_RECEIVED], ==, nida_cube_get_total (again)->values[NIDA_MEASURE_RECEIVED]);
      if (g_hash_table_contains (expected, regions[i]))
        g_assert_cmpint (test_cell (again, regions[i])->values[NIDA_MEASURE_RECEIVED], ==,
                         GPOINTER_TO_INT (g_hash_table_lookup (expected, regions[i])) * NIDA_MONEY_UNIT);
      else
        g_assert_cmpuint (nida_cube_get_n_cells (again), ==, 0);
      for (guint c = 0; c < nida_cube_get_n_cells (cube); c++)
        {
          const char *cell = nida_cube_get_item (cube, 0, nida_cube_get_cell (cube, c)->item[0])->name;

          if (!g_str_has_prefix (cell, "Multiple ("))
            g_assert_cmpstr (region_of_cell (*cell == '\0' ? NULL : cell), ==, regions[i]);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/places/names/by-code-name-or-the-region-itself", test_names);
  g_test_add_func ("/places/sums/each-row-is-in-one-region", test_sums);
  g_test_add_func ("/places/filters/leave-what-the-region-has", test_filters);
  return g_test_run ();
}
