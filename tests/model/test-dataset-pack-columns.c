/* dataset-pack-columns.c: columns of every width come back, those that go up as differences too. */
#include "dataset-pack-columns.h"

#include "dataset-pack.h"

#define N 300

static void
fill (NidaColumns *columns)
{
  gint64 values[NIDA_N_COLUMNS] = { 0 };

  for (guint row = 0; row < N; row++)
    {
      values[NIDA_FIELD_KIND] = 1 + row % 3;
      values[NIDA_FIELD_DONOR] = row + 1;
      values[NIDA_COLUMN_LINE] = row == 5 ? 1 : row * 2 + 2;
      values[NIDA_COLUMN_DATE] = -(gint64) row * 8 + 1;
      values[NIDA_COLUMN_AMOUNT] = row % 2 == 0 ? G_MAXINT64 - row : -(gint64) row;
      values[NIDA_COLUMN_ID] = row % 7 == 0 ? (gint64) (G_GUINT64_CONSTANT (1) << 62 | row) : row;
      nida_columns_add_row (columns, values, G_GUINT64_CONSTANT (1) << NIDA_FIELD_KIND | G_GUINT64_CONSTANT (1) << NIDA_FIELD_DONOR
                            | G_GUINT64_CONSTANT (1) << NIDA_COLUMN_LINE | G_GUINT64_CONSTANT (1) << NIDA_COLUMN_DATE
                            | G_GUINT64_CONSTANT (1) << NIDA_COLUMN_AMOUNT | G_GUINT64_CONSTANT (1) << NIDA_COLUMN_ID);
    }
}

static void
test_round_trip (void)
{
  NidaColumns columns = { 0 }, other = { 0 };
  g_autofree NidaTextPlace *places = g_new0 (NidaTextPlace, N);
  g_autoptr (GVariant) packed = NULL;

  fill (&columns);
  g_assert_true (nida_columns_can_be_packed (&columns));
  packed = g_variant_ref_sink (nida_columns_pack (&columns, places));
  g_assert_true (nida_columns_unpack (&other, packed, N));
  for (int id = 0; id < NIDA_N_COLUMNS; id++)
    for (guint row = 0; row < N; row++)
      g_assert_cmpint (nida_columns_get (&columns, id, row), ==, nida_columns_get (&other, id, row));
  g_assert_cmpuint (nida_columns_get_highest (&other, (NidaColumnId) NIDA_FIELD_DONOR), ==, N);
  g_assert_cmpuint (nida_columns_get_highest (&other, NIDA_COLUMN_DESCRIPTION), ==, 0);
  nida_columns_clear (&columns);
  nida_columns_clear (&other);
}

static void
test_refused (void)
{
  static const char * const texts[] = {
    "[(byte 4, byte 1, b'a')]",                                          /* a byte too many: b'' ends with NUL */
    "[(byte 4, byte 3, [byte 1, byte 2, byte 3])]",                      /* of no width */
    "[(byte 99, byte 1, [byte 1])]",
    "[(byte 4, byte 1, [byte 1]), (byte 4, byte 1, [byte 1])]",          /* twice */
    "[(byte 4, byte 0, [])]",
  };
  NidaColumns made = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      NidaColumns columns = { 0 };
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) packed = g_variant_parse (G_VARIANT_TYPE ("a" NIDA_PACKED_COLUMN), texts[i], NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_false (nida_columns_unpack (&columns, packed, 1));
      nida_columns_clear (&columns);
    }
  fill (&made);
  nida_columns_set (&made, NIDA_COLUMN_WRITTEN_DONOR, 0, 1);
  g_assert_false (nida_columns_can_be_packed (&made));
  nida_columns_clear (&made);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset-pack-columns/come-back-as-they-were", test_round_trip);
  g_test_add_func ("/dataset-pack-columns/no-such-column-is-refused", test_refused);
  return g_test_run ();
}
