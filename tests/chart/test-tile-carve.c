/* Tiles nearer together: all of them are still there once, none has passed another of its row or column, and little room is lost. */
#include "config.h"

#include "regions.h"
#include "tile-grid.h"

#include <string.h>

typedef struct { guint row, column; } Spot;

static GHashTable *
spots_of (const NidaTileGrid *grid)
{
  GHashTable *spots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  char code[4];

  for (guint row = 0; row < nida_tile_grid_get_rows (grid); row++)
    for (guint column = 0; column < nida_tile_grid_get_columns (grid); column++)
      if (nida_tile_grid_get_code (grid, row, column, code))
        g_assert_true (g_hash_table_insert (spots, g_strdup (code), g_memdup2 (&(Spot) { row, column }, sizeof (Spot))));
  return spots;
}

/* West stays west and north stays north, of neighbours in a row or column. */
static void
assert_order (GHashTable *before,
              GHashTable *after)
{
  GHashTableIter a, b;
  gpointer code, other, first, second;

  g_assert_cmpuint (g_hash_table_size (before), ==, g_hash_table_size (after));
  g_hash_table_iter_init (&a, before);
  while (g_hash_table_iter_next (&a, &code, &first))
    {
      const Spot *from = first, *to = g_hash_table_lookup (after, code);

      g_assert_nonnull (to);
      g_hash_table_iter_init (&b, before);
      while (g_hash_table_iter_next (&b, &other, &second))
        {
          const Spot *other_from = second, *other_to = g_hash_table_lookup (after, other);

          if (from->row == other_from->row && from->column < other_from->column && to->row == other_to->row)
            g_assert_cmpuint (to->column, <, other_to->column);
          if (from->column == other_from->column && from->row < other_from->row && to->column == other_to->column)
            g_assert_cmpuint (to->row, <, other_to->row);
        }
    }
}

static gboolean
is_of_region (const char *code,
              gpointer    region)
{
  return nida_region_of_country (code) == GPOINTER_TO_UINT (region);
}

static gboolean
is_chosen (const char *code,
           gpointer    random)
{
  return g_rand_int_range (random, 0, 4) == 0;
}

static void
assert_carved (const NidaTileGrid *grid,
               double              ratio)
{
  g_autoptr (NidaTileGrid) carved = nida_tile_grid_carve (grid, ratio);
  g_autoptr (GHashTable) before = spots_of (grid), after = spots_of (carved);

  g_assert_cmpuint (nida_tile_grid_get_rows (carved), <=, nida_tile_grid_get_rows (grid));
  g_assert_cmpuint (nida_tile_grid_get_columns (carved), <=, nida_tile_grid_get_columns (grid));
  assert_order (before, after);
}

static void
test_regions (void)
{
  for (guint region = 1; region <= NIDA_N_REGIONS; region++)
    for (double ratio = 0.5; ratio < 5; ratio *= 1.7)
      {
        g_autoptr (NidaTileGrid) grid = nida_tile_grid_keep (nida_tile_grid_get (NIDA_TILES_WORLD), is_of_region, GUINT_TO_POINTER (region));
        g_autoptr (NidaTileGrid) carved = nida_tile_grid_carve (grid, ratio);
        g_autoptr (GHashTable) spots = spots_of (carved);

        assert_carved (grid, ratio);
        g_assert_cmpuint (g_hash_table_size (spots), >, 0);
        /* a region fills most of its room */
        g_assert_cmpuint (2 * g_hash_table_size (spots), >=, nida_tile_grid_get_rows (carved) * nida_tile_grid_get_columns (carved));
      }
}

static void
test_any (void)
{
  assert_carved (nida_tile_grid_get (NIDA_TILES_WORLD), 2);
  assert_carved (nida_tile_grid_get (NIDA_TILES_ARAB), 2);
  for (guint seed = 0; seed < 30; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (NidaTileGrid) grid = nida_tile_grid_keep (nida_tile_grid_get (NIDA_TILES_WORLD), is_chosen, random);

      assert_carved (grid, g_rand_double_range (random, 0.3, 5));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tile-carve/regions-fill-their-room", test_regions);
  g_test_add_func ("/tile-carve/keeps-all-in-order", test_any);
  return g_test_run ();
}
