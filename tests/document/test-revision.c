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

/* A table of a hundred thousand rows that is pasted, and undone: each of its edits is found without looking through the others,
 * or this would not come to an end. */
static void
test_many (void)
{
  const guint n = 100000;
  g_autoptr (NidaRevision) change = nida_revision_new ("Paste"), inverse = NULL;
  g_autoptr (NidaItem) last = nida_item_new (NIDA_ITEM_ENTRY, "99999", 0, "row"), changed = slide ("99999", "of another kind");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      g_autoptr (NidaItem) item = nida_item_new (NIDA_ITEM_ENTRY, id, i, "row");

      nida_revision_add (change, NULL, item);
    }
  g_assert_cmpuint (change->edits->len, ==, n);
  g_assert_true (nida_revision_touches (change, NIDA_ITEM_ENTRY, "0"));
  g_assert_false (nida_revision_touches (change, NIDA_ITEM_SLIDE, "0"));
  nida_revision_add (change, NULL, changed);
  g_assert_cmpuint (change->edits->len, ==, n + 1);
  inverse = nida_revision_invert (change);
  g_assert_cmpuint (inverse->edits->len, ==, n + 1);
  g_assert_null (((NidaEdit *) inverse->edits->pdata[1])->after);
  g_assert_cmpstr (nida_revision_find (inverse, NIDA_ITEM_ENTRY, "7")->before->id, ==, "7");

  nida_revision_add (change, last, NULL);
  g_assert_cmpuint (change->edits->len, ==, n);
  g_assert_false (nida_revision_touches (change, NIDA_ITEM_ENTRY, "99999"));
  g_assert_true (nida_revision_touches (change, NIDA_ITEM_SLIDE, "99999"));
  for (guint i = n - 1; i-- > 0;)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      g_autoptr (NidaItem) item = nida_item_new (NIDA_ITEM_ENTRY, id, i, "row");

      nida_revision_add (change, item, NULL);
    }
  g_assert_cmpuint (change->edits->len, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/revision/the-inverse-takes-it-back", test_inverse);
  g_test_add_func ("/revision/edits-of-one-item-are-joined", test_joined);
  g_test_add_func ("/revision/many-edits-are-found-at-once", test_many);
  return g_test_run ();
}
