/* store-rows.c: edits come back as they were, and any other bytes are refused or come to something harmless; a checksum is of
 * every part of its row. */
#include "store-fixture.h"

#include "store-rows.h"

static NidaRevision *
make_edits (void)
{
  g_autoptr (NidaItem) old = nida_item_new (NIDA_ITEM_ENTRY, "b", -3, "before"), new = nida_item_new (NIDA_ITEM_ENTRY, "b", 4, "");
  g_autoptr (NidaItem) gone = nida_item_new (NIDA_ITEM_SETTING, "title-ar", 0, "نداء");
  NidaRevision *revision = make_revision (NIDA_ITEM_SLIDE, "a", NULL, "made");

  nida_revision_add (revision, old, new);
  nida_revision_add (revision, gone, NULL);
  return revision;
}

static void
test_round_trip (void)
{
  g_autoptr (NidaRevision) revision = make_edits (), again = nida_revision_new ("Edit");
  g_autoptr (GBytes) bytes = nida_store_pack_edits (revision);

  g_assert_true (nida_store_unpack_edits (again, bytes));
  g_assert_cmpuint (again->edits->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const NidaEdit *one = revision->edits->pdata[i], *two = again->edits->pdata[i];

      g_assert_true (nida_item_equal (one->before, two->before));
      g_assert_true (nida_item_equal (one->after, two->after));
    }
}

static void
test_hostile (void)
{
  g_autoptr (NidaRevision) revision = make_edits ();
  g_autoptr (GBytes) whole = nida_store_pack_edits (revision);
  gsize size;
  const guint8 *data = g_bytes_get_data (whole, &size);

  for (gsize i = 0; i < size; i++)
    for (guint bit = 0; bit < 9; bit++)
      {
        g_autofree guint8 *copy = g_memdup2 (data, size);
        g_autoptr (GBytes) bytes = NULL;
        g_autoptr (NidaRevision) read = nida_revision_new ("Edit");

        if (bit < 8)
          copy[i] ^= 1u << bit;
        bytes = g_bytes_new (copy, bit < 8 ? size : i);
        if (!nida_store_unpack_edits (read, bytes))
          continue;
        for (guint j = 0; j < read->edits->len; j++)
          g_assert_true (g_utf8_validate (nida_edit_get_item (read->edits->pdata[j])->text, -1, NULL));
      }
}

static void
test_checksums (void)
{
  g_autoptr (NidaItem) item = nida_item_new (NIDA_ITEM_SLIDE, "a", 1, "text"), moved = nida_item_new (NIDA_ITEM_SLIDE, "a", 2, "text");
  g_autoptr (NidaItem) shifted = nida_item_new (NIDA_ITEM_SLIDE, "at", 1, "ext"), other = nida_item_new (NIDA_ITEM_BOARD, "a", 1, "text");
  guint32 sum = nida_store_check_item (item, 5);

  g_assert_cmpuint (sum, ==, nida_store_check_item (item, 5));
  g_assert_cmpuint (sum, !=, nida_store_check_item (item, 6));
  g_assert_cmpuint (sum, !=, nida_store_check_item (moved, 5));
  g_assert_cmpuint (sum, !=, nida_store_check_item (shifted, 5));
  g_assert_cmpuint (sum, !=, nida_store_check_item (other, 5));
  g_assert_cmpuint (nida_store_check_head (1, 2, 3, 4), !=, nida_store_check_head (2, 1, 3, 4));
  g_assert_cmpuint (nida_store_check_chunk (1, "abc", 3), !=, nida_store_check_chunk (2, "abc", 3));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store-rows/edits/come-back", test_round_trip);
  g_test_add_func ("/store-rows/edits/hostile-bytes-are-harmless", test_hostile);
  g_test_add_func ("/store-rows/checksums/of-every-part", test_checksums);
  return g_test_run ();
}
