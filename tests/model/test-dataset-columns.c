/* Growing, widening, joining and closing columns, against plain arrays. */
#include "dataset-columns.h"

static void
add (NidaColumns  *columns,
     NidaColumnId  id,
     gint64        value)
{
  gint64 values[NIDA_N_COLUMNS] = { 0 };

  values[id] = value;
  g_assert_true (nida_columns_add_row (columns, values, G_GUINT64_CONSTANT (1) << id));
}

static void
test_widths (void)
{
  static const struct { guint32 highest; guint width; } cases[] = {
    { 1, 1 }, { 255, 1 }, { 256, 2 }, { 65535, 2 }, { 65536, 4 }, { 70000, 4 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NidaColumns columns = { 0 };

      for (guint32 code = 1; code <= cases[i].highest; code++)
        add (&columns, (NidaColumnId) NIDA_FIELD_DONOR, code);
      g_assert_cmpuint (columns.columns[NIDA_FIELD_DONOR].width, ==, cases[i].width);
      for (guint32 code = 1; code <= cases[i].highest; code++)
        g_assert_cmpint (nida_columns_get (&columns, (NidaColumnId) NIDA_FIELD_DONOR, code - 1), ==, code);
      nida_columns_clear (&columns);
    }
}

static void
test_lazy (void)
{
  NidaColumns columns = { 0 };

  for (int i = 0; i < 1000; i++)
    add (&columns, NIDA_COLUMN_LINE, i);
  g_assert_null (columns.columns[NIDA_COLUMN_AMOUNT].data);
  g_assert_cmpint (nida_columns_get (&columns, NIDA_COLUMN_AMOUNT, 999), ==, G_MININT64);
  add (&columns, NIDA_COLUMN_AMOUNT, -5);
  add (&columns, NIDA_COLUMN_DATE, -80001);
  g_assert_cmpint (nida_columns_get (&columns, NIDA_COLUMN_AMOUNT, 0), ==, G_MININT64);
  g_assert_cmpint (nida_columns_get (&columns, NIDA_COLUMN_AMOUNT, 1000), ==, -5);
  g_assert_cmpint (nida_columns_get (&columns, NIDA_COLUMN_AMOUNT, 1001), ==, G_MININT64);
  g_assert_cmpint (nida_columns_get (&columns, NIDA_COLUMN_DATE, 1000), ==, 0);
  g_assert_cmpint (nida_columns_get (&columns, NIDA_COLUMN_DATE, 1001), ==, -80001);
  g_assert_cmpint (nida_columns_get (&columns, NIDA_COLUMN_LINE, 1001), ==, 0);
  nida_columns_clear (&columns);
}

/* Random rows in two tables that are joined, then rows are taken out; a plain array says what must be left. */
static void
test_append_and_remove (void)
{
  static const NidaColumnId ids[] = { (NidaColumnId) NIDA_FIELD_DONOR, NIDA_COLUMN_AMOUNT, NIDA_COLUMN_DATE,
                                      NIDA_COLUMN_SOURCE_INDEX, NIDA_COLUMN_ID };
  GRand *rand = g_rand_new_with_seed (5);

  for (int round = 0; round < 200; round++)
    {
      NidaColumns tables[2] = { 0 };
      g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (gint64) * 5);
      g_autoptr (GArray) removed = g_array_new (FALSE, FALSE, sizeof (guint));
      guint n_first = g_rand_int_range (rand, 0, 700), n = n_first + g_rand_int_range (rand, 0, 700);
      guint kept = 0;

      for (guint row = 0; row < n; row++)
        {
          gint64 values[NIDA_N_COLUMNS] = { 0 }, line[5];
          guint64 set = 0;

          for (int i = 0; i < 5; i++)
            {
              gboolean has = g_rand_int_range (rand, 0, 700) > (int) row / 2;

              values[ids[i]] = g_rand_int_range (rand, 0, i == 0 && row > 400 ? 100000 : 200);
              line[i] = has ? values[ids[i]] : nida_column_missing (ids[i]);
              set |= has ? G_GUINT64_CONSTANT (1) << ids[i] : 0;
            }
          g_array_append_vals (expected, line, 1);
          nida_columns_add_row (&tables[row >= n_first], values, set);
        }
      g_assert_true (nida_columns_append (&tables[0], &tables[1]));
      g_assert_cmpuint (tables[0].n_rows, ==, n);
      g_assert_cmpuint (tables[1].n_rows, ==, 0);
      for (guint row = 0; row < n; row++)
        if (g_rand_int_range (rand, 0, 5) == 0 || (round % 7 == 0 && (row == 0 || row == n - 1)))
          g_array_append_val (removed, row);
      nida_columns_remove (&tables[0], (guint *) removed->data, removed->len);
      nida_columns_shrink (&tables[0]);
      for (guint row = 0, next = 0; row < n; row++)
        {
          const gint64 *line = (const gint64 *) (gpointer) expected->data + (gsize) row * 5;

          if (next < removed->len && g_array_index (removed, guint, next) == row)
            {
              next++;
              continue;
            }
          for (int i = 0; i < 5; i++)
            g_assert_cmpint (nida_columns_get (&tables[0], ids[i], kept), ==, line[i]);
          kept++;
        }
      g_assert_cmpuint (tables[0].n_rows, ==, kept);
      nida_columns_clear (&tables[0]);
      nida_columns_clear (&tables[1]);
    }
  g_rand_free (rand);
}

static void
test_remap (void)
{
  NidaColumns columns = { 0 };
  guint32 map[] = { 0, 70000, 3 }, from_nothing[] = { 4 };

  add (&columns, (NidaColumnId) NIDA_FIELD_DONOR, 1);
  add (&columns, (NidaColumnId) NIDA_FIELD_DONOR, 2);
  add (&columns, (NidaColumnId) NIDA_FIELD_DONOR, 0);
  nida_columns_remap (&columns, (NidaColumnId) NIDA_FIELD_DONOR, map, 3);
  nida_columns_remap (&columns, NIDA_COLUMN_SOURCE_INDEX, from_nothing, 1);
  g_assert_cmpint (nida_columns_get (&columns, (NidaColumnId) NIDA_FIELD_DONOR, 0), ==, 70000);
  g_assert_cmpint (nida_columns_get (&columns, (NidaColumnId) NIDA_FIELD_DONOR, 1), ==, 3);
  g_assert_cmpint (nida_columns_get (&columns, (NidaColumnId) NIDA_FIELD_DONOR, 2), ==, 0);
  g_assert_cmpint (nida_columns_get (&columns, NIDA_COLUMN_SOURCE_INDEX, 2), ==, 4);
  nida_columns_clear (&columns);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dataset-columns/widen-at-256-and-65536", test_widths);
  g_test_add_func ("/dataset-columns/made-when-first-said", test_lazy);
  g_test_add_func ("/dataset-columns/joined-and-closed-as-an-array-would-be", test_append_and_remove);
  g_test_add_func ("/dataset-columns/remap-widens-and-makes", test_remap);
  return g_test_run ();
}
