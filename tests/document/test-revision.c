/* revision.c: a change knows what it did, and its inverse takes it back. */
#include "items.h"

static NidaItem *
slide (const char *id,
       const char *text)
{
  return nida_item_new (NIDA_ITEM_SLIDE, id, 0, text);
}

static void
test_inverse (void)
{
  g_autoptr (NidaItems) items = nida_items_new ();
  g_autoptr (NidaItems) before = NULL;
  g_autoptr (NidaItem) old = slide ("a", "old");
  g_autoptr (NidaItem) fresh = slide ("a", "new");
  g_autoptr (NidaItem) other = slide ("b", "made");
  g_autoptr (NidaRevision) change = nida_revision_new ("Edit Slides");
  g_autoptr (NidaRevision) inverse = NULL;

  nida_items_put (items, nida_item_copy (old));
  before = nida_items_copy (items);
  nida_revision_add (change, old, fresh);
  nida_revision_add (change, NULL, other);
  nida_items_apply (items, change);
  g_assert_cmpstr (nida_items_find (items, NIDA_ITEM_SLIDE, "a")->text, ==, "new");
  g_assert_nonnull (nida_items_find (items, NIDA_ITEM_SLIDE, "b"));

  change->serial = 7;
  inverse = nida_revision_invert (change);
  nida_items_apply (items, inverse);
  g_assert_true (nida_items_equal (items, before));
  g_assert_cmpuint (inverse->undoes, ==, 7);
  g_assert_cmpstr (inverse->name, ==, "Edit Slides");
}

static void
test_joined (void)
{
  g_autoptr (NidaItem) one = slide ("a", "1");
  g_autoptr (NidaItem) two = slide ("a", "2");
  g_autoptr (NidaItem) three = slide ("a", "3");
  g_autoptr (NidaRevision) change = nida_revision_new ("Edit");
  const NidaEdit *edit;

  nida_revision_add (change, one, two);
  nida_revision_add (change, two, three);
  g_assert_cmpuint (change->edits->len, ==, 1);
  edit = change->edits->pdata[0];
  g_assert_cmpstr (edit->before->text, ==, "1");
  g_assert_cmpstr (edit->after->text, ==, "3");
  g_assert_true (nida_revision_touches (change, NIDA_ITEM_SLIDE, "a"));
  g_assert_false (nida_revision_touches (change, NIDA_ITEM_BOARD, "a"));
  nida_revision_add (change, three, one);
  g_assert_true (nida_revision_is_empty (change));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/revision/the-inverse-takes-it-back", test_inverse);
  g_test_add_func ("/revision/edits-of-one-item-are-joined", test_joined);
  return g_test_run ();
}
