/* The arena of distinct texts against a hash table. */
#include "string-pool.h"

#include <string.h>

static char *
random_text (GRand *rand)
{
  static const char * const pieces[] = { "Donor ", "Agency", "نداء", "a", "aaaaaaaa", ", Government of", "٣", "" };
  GString *out = g_string_new (NULL);

  for (int i = g_rand_int_range (rand, 0, 5); i >= 0; i--)
    g_string_append (out, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  g_string_append_printf (out, "%d", g_rand_int_range (rand, 0, 4000));
  return g_string_free (out, FALSE);
}

static void
test_against_hash_table (void)
{
  GRand *rand = g_rand_new_with_seed (11);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) places = g_ptr_array_new ();
  NidaStringPool pool;

  nida_string_pool_init (&pool);
  for (int round = 0; round < 100000; round++)
    {
      g_autofree char *text = random_text (rand);
      guint expected = GPOINTER_TO_UINT (g_hash_table_lookup (known, text));
      guint32 number;

      g_assert_cmpuint (nida_string_pool_lookup (&pool, text, strlen (text)), ==, expected);
      number = nida_string_pool_intern (&pool, text, strlen (text));
      if (expected == 0)
        {
          g_assert_cmpuint (number, ==, g_hash_table_size (known) + 1);
          g_ptr_array_add (places, (gpointer) nida_string_pool_get (&pool, number));
          g_hash_table_insert (known, g_steal_pointer (&text), GUINT_TO_POINTER (number));
        }
      else
        g_assert_cmpuint (number, ==, expected);
      if (round == 50000)
        nida_string_pool_freeze (&pool);
      if (round == 50000)
        nida_string_pool_intern (&pool, nida_string_pool_get (&pool, 1), strlen (nida_string_pool_get (&pool, 1)));
      if (round == 50000)
        g_assert_cmpuint (nida_string_pool_intern (&pool, nida_string_pool_get (&pool, 2),
                                                   strlen (nida_string_pool_get (&pool, 2))), ==, 2);
    }
  g_assert_cmpuint (pool.size, ==, g_hash_table_size (known));
  for (guint i = 0; i < places->len; i++)
    g_assert_true (nida_string_pool_get (&pool, i + 1) == places->pdata[i]);
  nida_string_pool_clear (&pool);
  g_rand_free (rand);
}

static void
test_long_texts (void)
{
  NidaStringPool pool;
  g_autofree char *big = g_strnfill (1024 * 1024, 'x');

  nida_string_pool_init (&pool);
  g_assert_cmpuint (nida_string_pool_intern (&pool, "small", 5), ==, 1);
  g_assert_cmpuint (nida_string_pool_intern (&pool, big, 1024 * 1024), ==, 2);
  g_assert_cmpuint (nida_string_pool_intern (&pool, big, 1024 * 1024 - 1), ==, 3);
  g_assert_cmpuint (nida_string_pool_intern (&pool, "small again", 11), ==, 4);
  g_assert_cmpstr (nida_string_pool_get (&pool, 1), ==, "small");
  g_assert_cmpuint (strlen (nida_string_pool_get (&pool, 3)), ==, 1024 * 1024 - 1);
  g_assert_cmpstr (nida_string_pool_get (&pool, 5), ==, "");
  g_assert_cmpstr (nida_string_pool_get (&pool, 0), ==, "");
  nida_string_pool_clear (&pool);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/string-pool/numbers-as-a-hash-table-would-and-never-moves", test_against_hash_table);
  g_test_add_func ("/string-pool/long-texts", test_long_texts);
  return g_test_run ();
}
