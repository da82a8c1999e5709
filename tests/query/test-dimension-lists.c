/* What lists several names is told apart by those that are asked about, and by no others. */
#include "fixture.h"

#include "dimension-lists.h"

static const TestRow rows[] = {
  { NIDA_KIND_PAID, "2024", "1", "Kuwait", .category = "Food", .country = "SYR" },
  { NIDA_KIND_PAID, "2024", "1", "Germany", .category = "Food, Health", .country = "SDN, SYR" },
  { NIDA_KIND_PAID, "2024", "1", "Qatar", .category = "Mines, Food", .country = "SYR, TUR" },
  { NIDA_KIND_PAID, "2024", "1", "Norway", .category = "Health, Mines", .country = "AFG, SDN" },
  { NIDA_KIND_PAID, "2024", "1", "Kuwait", .category = "Water, Food", .country = "AFG, SDN, SYR" },
  { NIDA_KIND_PAID, "2024", "1", "Kuwait", .category = "Water, Food, Mines", .country = "Global, SYR" },
  { NIDA_KIND_PAID, "2024", "1", "Kuwait", .category = "Mines, Water", .country = "AFG" },
  { NIDA_KIND_PAID, "2024", "1", "Kuwait", .category = "Health", .country = "SDN" },
  { NIDA_KIND_PAID, "2024", "1", "Kuwait", .category = "Mines", .country = "TUR" },
  { NIDA_KIND_PAID, "2024", "1", "Kuwait", .category = "Water", .country = "Global" },
};

/* As bits: which rows are in slots that list @name? */
static guint
rows_listing (const NidaDimension *dimension,
              const char          *name)
{
  guint found = 0;

  for (guint row = 0; row < dimension->sheet->n_rows; row++)
    if (nida_dimension_lists (dimension, nida_dimension_slot (dimension, row), name))
      found |= 1u << row;
  return found;
}

static guint
count_slots_of_rows (const NidaDimension *dimension)
{
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);

  for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
    g_hash_table_add (found, GUINT_TO_POINTER (nida_dimension_slot (dimension, row)));
  return g_hash_table_size (found);
}

static void
check_split (NidaField           field,
             const char * const *names,
             const guint        *listing,
             guint               n_slots)
{
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (rows);
  NidaSheet *sheet = nida_sheet_new (nida_local_engine_get_dataset (engine));
  NidaDimension dimension, shared;

  g_assert_true (nida_dimension_init (&dimension, sheet, (NidaGroupBy) { field, NIDA_STEP_NONE }, 1));
  g_assert_true (nida_dimension_init (&shared, sheet, (NidaGroupBy) { field, NIDA_STEP_NONE }, 1));
  nida_dimension_split_lists (&dimension, names);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_assert_cmphex (rows_listing (&dimension, names[i]), ==, listing[i]);
      g_assert_cmphex (rows_listing (&shared, names[i]), ==, 0);
    }
  g_assert_cmpuint (count_slots_of_rows (&dimension), ==, n_slots);
  nida_dimension_clear (&dimension);
  nida_dimension_clear (&shared);
  nida_sheet_unref (sheet);
}

/* Four alone; of two names with food and health, with food, with health, with neither; of three with food. */
static void
test_names (void)
{
  static const char * const names[] = { "Food", "Health", "Nobody", NULL };

  check_split (NIDA_FIELD_CATEGORY, names, (const guint[]) { 0x36, 0xa, 0 }, 9);
}

/* Of the Gulf, of the DAC and the EU, of the DAC alone. */
static void
test_groups (void)
{
  static const char * const names[] = { "GCC", "DAC", "EU", NULL };

  check_split (NIDA_FIELD_DONOR_GROUP, names, (const guint[]) { 0, 0x2, 0x2 }, 3);
}

/* Alone (and of one region) in Western Asia, Southern Asia, Northern Africa and nowhere; of two regions Africa with either Asia, and the
 * west with nowhere; of three. */
static void
test_regions (void)
{
  static const char * const names[] = { "Western Asia", "Northern Africa", "Polynesia", NULL };

  check_split (NIDA_FIELD_REGION, names, (const guint[]) { 0x32, 0x1a, 0 }, 8);
}

#define COPY(name, number, side, share) \
  { NIDA_KIND_PAID, "2024-01-01", "1", .id = name, .source = number, .boundary = NIDA_BOUNDARY_##side, .on = NIDA_ON_BOUNDARY_##share }

static guint
rows_stating (NidaSheet  *sheet,
              NidaField   field,
              const char *name)
{
  static const char * const names[] = { "incoming", "outgoing", "", NULL };
  NidaDimension dimension;
  guint found;

  g_assert_true (nida_dimension_init (&dimension, sheet, (NidaGroupBy) { field, NIDA_STEP_NONE }, 1));
  nida_dimension_split_lists (&dimension, names);
  found = rows_listing (&dimension, name);
  nida_dimension_clear (&dimension);
  return found;
}

/* Of a flow that two sources have, each states another side of a boundary, or only one of them states any. */
static void
test_copies (void)
{
  static const TestRow copies[] = {
    COPY ("a", 0, INCOMING, SINGLE), COPY ("a", 2, OUTGOING, SHARED), COPY ("b", 0, INCOMING, SINGLE), COPY ("b", 2, NONE, SHARED),
    COPY ("c", 0, INCOMING, SINGLE),
  };
  g_autoptr (NidaLocalEngine) engine = TEST_ENGINE (copies);
  NidaSheet *sheet = nida_sheet_new (nida_local_engine_get_dataset (engine));

  g_assert_cmpuint (sheet->n_rows, ==, 3);
  g_assert_cmphex (rows_stating (sheet, NIDA_FIELD_BOUNDARY, "incoming"), ==, 0x3);
  g_assert_cmphex (rows_stating (sheet, NIDA_FIELD_BOUNDARY, "outgoing"), ==, 0x1);
  g_assert_cmphex (rows_stating (sheet, NIDA_FIELD_BOUNDARY, ""), ==, 0x2);
  g_assert_cmphex (rows_stating (sheet, NIDA_FIELD_ON_BOUNDARY, "shared"), ==, 0x3);
  g_assert_cmphex (rows_stating (sheet, NIDA_FIELD_ON_BOUNDARY, ""), ==, 0);
  nida_sheet_unref (sheet);
}

/* An organisation whose name has a comma is one. */
static void
test_single (void)
{
  static const char * const names[] = { "Kuwait", NULL };

  check_split (NIDA_FIELD_DONOR, names, (const guint[]) { 0 }, 4);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dimension-lists/names/apart-by-those-that-are-asked-about", test_names);
  g_test_add_func ("/dimension-lists/groups/a-donor-of-two", test_groups);
  g_test_add_func ("/dimension-lists/boundaries/of-the-copies-of-a-flow", test_copies);
  g_test_add_func ("/dimension-lists/regions/those-of-the-countries", test_regions);
  g_test_add_func ("/dimension-lists/single/stays-as-it-is", test_single);
  return g_test_run ();
}
