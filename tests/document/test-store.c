/* store.c: revisions of several writers are in one order, what was there before is kept with each, and nothing is in twice. */
#include "store-fixture.h"

static NidaStore *
open_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  NidaStore *store = nida_store_open (fixture->path, NIDA_STORE_WRITE, &error);

  g_assert_no_error (error);
  g_assert_null (nida_store_get_limit (store));
  return store;
}

static void
create (Fixture *fixture)
{
  g_autoptr (NidaItems) none = nida_items_new ();
  g_autoptr (GError) error = NULL;

  nida_store_write_new (fixture->path, none, NULL, FALSE, NULL, &error);
  g_assert_no_error (error);
}

static guint64
append (NidaStore    *store,
        NidaRevision *revision,
        GPtrArray    *news)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (GArray) serials = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (one, revision);
  nida_store_append (store, one, serials, news, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (serials->len, ==, 1);
  return g_array_index (serials, guint64, 0);
}

static void
test_two_writers (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (GPtrArray) news = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_revision_unref), all = NULL;
  g_autoptr (NidaRevision) ours = make_revision (NIDA_ITEM_SLIDE, "a", NULL, "ours");
  g_autoptr (NidaRevision) theirs = make_revision (NIDA_ITEM_SLIDE, "a", NULL, "theirs");
  g_autoptr (NidaStore) one = NULL, two = NULL;
  g_autoptr (NidaItems) first = NULL, second = NULL, after = NULL;
  const NidaEdit *edit;

  create (fixture);
  one = open_store (fixture);
  two = open_store (fixture);
  first = nida_store_read_items (one, NULL);
  second = nida_store_read_items (two, NULL);
  g_assert_cmpuint (append (one, ours, news), ==, 1);
  g_assert_cmpuint (news->len, ==, 0);
  g_assert_cmpuint (append (two, theirs, news), ==, 2);
  g_assert_cmpuint (news->len, ==, 1);
  g_assert_cmpuint (((NidaRevision *) news->pdata[0])->serial, ==, 1);
  after = nida_store_read_items (one, NULL);
  g_assert_cmpstr (nida_items_find (after, NIDA_ITEM_SLIDE, "a")->text, ==, "theirs");
  all = nida_store_list_revisions (one, 0, NULL);
  g_assert_cmpuint (all->len, ==, 2);
  edit = ((NidaRevision *) all->pdata[1])->edits->pdata[0];
  g_assert_cmpstr (edit->before->text, ==, "ours");
}

static void
test_prune (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GPtrArray) news = g_ptr_array_new (), left = NULL;
  g_autoptr (NidaStore) store = NULL;
  g_autoptr (NidaItems) items = NULL;

  create (fixture);
  store = open_store (fixture);
  items = nida_store_read_items (store, NULL);
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);
      g_autoptr (NidaRevision) revision = make_revision (NIDA_ITEM_SLIDE, "a", NULL, text);

      revision->at = i;
      append (store, revision, news);
    }
  g_assert_true (nida_store_prune (store, 7, 2, NULL));
  left = nida_store_list_revisions (store, 0, NULL);
  g_assert_cmpuint (left->len, ==, 3);
  g_assert_cmpuint (((NidaRevision *) left->pdata[0])->serial, ==, 8);
  g_clear_pointer (&left, g_ptr_array_unref);
  g_assert_true (nida_store_prune (store, 100, 2, NULL));
  left = nida_store_list_revisions (store, 0, NULL);
  g_assert_cmpuint (left->len, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/two-writers/the-last-stands-and-both-are-kept", Fixture, NULL, fixture_set_up, test_two_writers,
              fixture_tear_down);
  g_test_add ("/store/prune/the-last-and-the-young-stay", Fixture, NULL, fixture_set_up, test_prune, fixture_tear_down);
  return g_test_run ();
}
