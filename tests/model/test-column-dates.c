/* Codes say the same dates as before, however many there are, and through copying, joining and changing. */
#include "column-dates.h"

#include "period.h"

static void
add (NidaColumns *columns,
     GArray      *plain,
     gint32       date)
{
  gint64 values[NIDA_N_COLUMNS] = { 0 };

  values[NIDA_COLUMN_DATE] = date;
  g_assert_true (nida_columns_add_row (columns, values, G_GUINT64_CONSTANT (1) << NIDA_COLUMN_DATE));
  g_array_append_val (plain, date);
}

/* @n days from @first on, each in two rows; every seventh row is undated. */
static void
fill (NidaColumns *columns,
      GArray      *plain,
      gint32       first,
      guint        n)
{
  for (guint i = 0; i < 2 * n; i++)
    add (columns, plain, i % 7 == 6 ? 0 : nida_date_pack ((NidaDate) { first + (gint32) (i % n), NIDA_PRECISION_DAY }));
}

static void
assert_same (const NidaColumns *columns,
             const GArray      *plain)
{
  g_assert_cmpuint (columns->n_rows, ==, plain->len);
  for (guint row = 0; row < plain->len; row++)
    g_assert_cmpint (nida_columns_get (columns, NIDA_COLUMN_DATE, row), ==, g_array_index (plain, gint32, row));
}

static void
test_widths (void)
{
  static const struct { guint n; guint width; } cases[] = { { 1, 1 }, { 255, 1 }, { 256, 2 }, { 7300, 2 }, { 65535, 2 }, { 65536, 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) plain = g_array_new (FALSE, FALSE, sizeof (gint32));
      NidaColumns columns = { 0 };

      fill (&columns, plain, -3000, cases[i].n);
      nida_columns_encode_dates (&columns);
      assert_same (&columns, plain);
      g_assert_cmpuint (columns.columns[NIDA_COLUMN_DATE].width, ==, cases[i].width);
      g_assert_true ((columns.dates != NULL) == (cases[i].width < 4));
      nida_columns_decode_dates (&columns);
      g_assert_null (columns.dates);
      assert_same (&columns, plain);
      nida_columns_clear (&columns);
    }
}

static void
test_without (void)
{
  g_autoptr (GArray) plain = g_array_new (FALSE, FALSE, sizeof (gint32));
  NidaColumns columns = { 0 };

  nida_columns_encode_dates (&columns);
  g_assert_null (columns.dates);
  add (&columns, plain, G_MININT32 / 2);
  add (&columns, plain, G_MAXINT32 / 2);
  nida_columns_encode_dates (&columns);
  g_assert_null (columns.dates);
  assert_same (&columns, plain);
  nida_columns_clear (&columns);
}

/* What stands behind another table has its codes, until these are too many. */
static void
test_append (void)
{
  static const struct { guint n, more, width; } cases[] = { { 50, 100, 1 }, { 200, 100, 2 }, { 7000, 300, 2 }, { 65000, 1000, 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) plain = g_array_new (FALSE, FALSE, sizeof (gint32)), behind = g_array_new (FALSE, FALSE, sizeof (gint32));
      NidaColumns base = { 0 }, columns = { 0 }, more = { 0 };

      fill (&base, plain, 10000, cases[i].n);
      fill (&more, behind, 10000 + (gint32) cases[i].n - 3, cases[i].more);
      nida_columns_encode_dates (&base);
      nida_columns_copy (&columns, &base, more.n_rows);
      if (i % 2 == 1)
        nida_columns_encode_dates (&more);
      g_assert_true (nida_columns_append (&columns, &more));
      assert_same (&base, plain);
      g_array_append_vals (plain, behind->data, behind->len);
      assert_same (&columns, plain);
      g_assert_cmpuint (columns.columns[NIDA_COLUMN_DATE].width, ==, cases[i].width);
      nida_columns_clear (&base);
      nida_columns_clear (&columns);
    }
}

static void
test_change (void)
{
  g_autoptr (GArray) plain = g_array_new (FALSE, FALSE, sizeof (gint32));
  NidaColumns columns = { 0 };

  fill (&columns, plain, 0, 100);
  nida_columns_encode_dates (&columns);
  nida_columns_set (&columns, NIDA_COLUMN_DATE, 3, 99999);
  g_array_index (plain, gint32, 3) = 99999;
  assert_same (&columns, plain);
  nida_columns_encode_dates (&columns);
  add (&columns, plain, 88888);
  assert_same (&columns, plain);
  nida_columns_clear (&columns);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/column-dates/as-wide-as-the-number-of-dates", test_widths);
  g_test_add_func ("/column-dates/none-or-too-far-apart-stay-as-they-are", test_without);
  g_test_add_func ("/column-dates/put-behind-others", test_append);
  g_test_add_func ("/column-dates/changed-afterwards", test_change);
  return g_test_run ();
}
