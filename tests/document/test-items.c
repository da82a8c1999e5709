/* items.c and item.c: items stand by kind and place, and one id has one item. */
#include "items.h"

static void
test_order (void)
{
  g_autoptr (NidaItems) items = nida_items_new ();

  nida_items_put (items, nida_item_new (NIDA_ITEM_SLIDE, "c", 2, "third"));
  nida_items_put (items, nida_item_new (NIDA_ITEM_SLIDE, "a", 1, "second"));
  nida_items_put (items, nida_item_new (NIDA_ITEM_SLIDE, "b", -5, "first"));
  nida_items_put (items, nida_item_new (NIDA_ITEM_BOARD, "a", 0, "a board"));
  g_assert_cmpuint (nida_items_get_n (items, NIDA_ITEM_SLIDE), ==, 3);
  g_assert_cmpstr (nida_items_get (items, NIDA_ITEM_SLIDE, 0)->text, ==, "first");
  g_assert_cmpstr (nida_items_get (items, NIDA_ITEM_SLIDE, 1)->text, ==, "second");
  g_assert_cmpstr (nida_items_get (items, NIDA_ITEM_SLIDE, 2)->text, ==, "third");
  g_assert_cmpstr (nida_items_find (items, NIDA_ITEM_BOARD, "a")->text, ==, "a board");
}

static void
test_replace (void)
{
  g_autoptr (NidaItems) items = nida_items_new ();

  nida_items_put (items, nida_item_new (NIDA_ITEM_ENTRY, "a", 1, "one"));
  nida_items_put (items, nida_item_new (NIDA_ITEM_ENTRY, "b", 1, "two"));
  nida_items_put (items, nida_item_new (NIDA_ITEM_ENTRY, "a", 9, "three"));
  g_assert_cmpuint (nida_items_get_n (items, NIDA_ITEM_ENTRY), ==, 2);
  g_assert_cmpstr (nida_items_get (items, NIDA_ITEM_ENTRY, 0)->id, ==, "b");
  g_assert_cmpstr (nida_items_get (items, NIDA_ITEM_ENTRY, 1)->text, ==, "three");
  nida_items_remove (items, NIDA_ITEM_ENTRY, "b");
  nida_items_remove (items, NIDA_ITEM_ENTRY, "nobody");
  g_assert_cmpuint (nida_items_get_n (items, NIDA_ITEM_ENTRY), ==, 1);
  g_assert_null (nida_items_find (items, NIDA_ITEM_ENTRY, "b"));
}

static void
test_equal (void)
{
  g_autoptr (NidaItems) items = nida_items_new ();
  g_autoptr (NidaItems) copy = NULL;

  nida_items_put (items, nida_item_new (NIDA_ITEM_ENTRY, "a", 1, "one"));
  copy = nida_items_copy (items);
  g_assert_true (nida_items_equal (items, copy));
  nida_items_put (copy, nida_item_new (NIDA_ITEM_ENTRY, "a", 2, "one"));
  g_assert_false (nida_items_equal (items, copy));
}

static void
test_kinds (void)
{
  NidaItemKind kind;

  for (guint i = 0; i < NIDA_N_ITEM_KINDS; i++)
    {
      g_assert_true (nida_item_kind_from_name (nida_item_kind_get_name (i), &kind));
      g_assert_cmpuint (kind, ==, i);
    }
  g_assert_false (nida_item_kind_from_name ("hologram", &kind));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/items/stand-by-place-then-id", test_order);
  g_test_add_func ("/items/one-id-has-one-item", test_replace);
  g_test_add_func ("/items/a-copy-is-equal-until-one-differs", test_equal);
  g_test_add_func ("/items/kinds-come-back-from-their-names", test_kinds);
  return g_test_run ();
}
