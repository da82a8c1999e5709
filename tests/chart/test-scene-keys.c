/* test-scene-keys.c tests scene-keys.c: each node is found by its own key, however many there are and however alike keys are. */
#include "scene-keys.h"

/* Keys of the same beginning, of the same end, of each length, and of letters that a name may have. */
static char *
make_key (guint i)
{
  switch (i % 4)
    {
    case 0: return g_strdup_printf ("cell/Kuwait, Government of|%04u-%02u", 2000 + i / 12, i % 12 + 1);
    case 1: return g_strdup_printf ("%u/cell/Kuwait, Government of|2024", i);
    case 2: return g_strnfill (i / 4 + 1, 'a');
    default: return g_strdup_printf ("cell/الكويت|%u", i);
    }
}

static void
test_found (void)
{
  const guint n = 3000;
  NidaSceneKeys keys = { 0 };
  g_autofree NidaNode *nodes = g_new0 (NidaNode, n);
  g_autoptr (GHashTable) different = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n; i++)
    {
      NidaNode **place;

      nodes[i].key = make_key (i);
      g_assert_true (g_hash_table_add (different, nodes[i].key));
      g_assert_null (nida_scene_keys_find (&keys, nodes[i].key));
      place = nida_scene_keys_place (&keys, nodes[i].key);
      g_assert_null (*place);
      *place = &nodes[i];
    }
  g_assert_cmpuint (keys.n, ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *longer = g_strconcat (nodes[i].key, "~2", NULL), *copy = g_strdup (nodes[i].key);

      g_assert_true (nida_scene_keys_find (&keys, copy) == &nodes[i]);
      g_assert_true (*nida_scene_keys_place (&keys, copy) == &nodes[i]);
      g_assert_null (nida_scene_keys_find (&keys, longer));
    }
  g_assert_cmpuint (keys.n, ==, n);
  nida_scene_keys_clear (&keys);
  for (guint i = 0; i < n; i++)
    g_free (nodes[i].key);
}

static void
test_replaced (void)
{
  char first_key[] = "bar", second_key[] = "bar";
  NidaNode first = { .key = first_key }, second = { .key = second_key };
  NidaSceneKeys keys = { 0 };

  *nida_scene_keys_place (&keys, "bar") = &first;
  *nida_scene_keys_place (&keys, "bar") = &second;
  g_assert_true (nida_scene_keys_find (&keys, "bar") == &second);
  g_assert_cmpuint (keys.n, ==, 1);
  nida_scene_keys_clear (&keys);
}

static void
test_empty (void)
{
  char key[] = "";
  NidaNode node = { .key = key };
  NidaSceneKeys keys = { 0 };

  g_assert_null (nida_scene_keys_find (&keys, ""));
  *nida_scene_keys_place (&keys, "") = &node;
  g_assert_true (nida_scene_keys_find (&keys, "") == &node);
  nida_scene_keys_clear (&keys);
  g_assert_null (nida_scene_keys_find (&keys, ""));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene-keys/many/each-is-found-by-its-own-key", test_found);
  g_test_add_func ("/scene-keys/same-key/the-last-is-found", test_replaced);
  g_test_add_func ("/scene-keys/empty/nothing-is-found", test_empty);
  return g_test_run ();
}
