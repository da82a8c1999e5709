/* Pairs of texts in blocks that are handed over. */
#include "text-store.h"

#include <string.h>

static void
test_pairs (void)
{
  NidaTextStore store, other;
  NidaTextPlace places[3000], shift, first_of_other, big;
  g_autofree char *large = g_strnfill (900 * 1024, 'y');

  nida_text_store_init (&store);
  nida_text_store_init (&other);
  first_of_other = nida_text_store_add (&other, "other", 5, "آخر", strlen ("آخر"));
  for (int i = 0; i < 3000; i++)
    {
      g_autofree char *english = g_strdup_printf ("description %d%*s", i, i % 700, "");

      places[i] = nida_text_store_add (&store, english, strlen (english), "وصف", i % 2 ? strlen ("وصف") : 0);
    }
  big = nida_text_store_add (&store, large, strlen (large), NULL, 0);
  shift = nida_text_store_absorb (&store, &other);
  nida_text_store_freeze (&store);
  g_assert_cmpuint (places[0], !=, 0);
  for (int i = 0; i < 3000; i++)
    {
      g_autofree char *english = g_strdup_printf ("description %d%*s", i, i % 700, "");

      g_assert_cmpstr (nida_text_store_get (&store, places[i], FALSE), ==, english);
      g_assert_cmpstr (nida_text_store_get (&store, places[i], TRUE), ==, i % 2 ? "وصف" : "");
    }
  g_assert_cmpstr (nida_text_store_get (&store, big, FALSE), ==, large);
  g_assert_cmpstr (nida_text_store_get (&store, big, TRUE), ==, "");
  g_assert_cmpstr (nida_text_store_get (&store, first_of_other + shift, FALSE), ==, "other");
  g_assert_cmpstr (nida_text_store_get (&store, first_of_other + shift, TRUE), ==, "آخر");
  g_assert_cmpstr (nida_text_store_get (&store, 0, FALSE), ==, "");
  g_assert_cmpuint (other.blocks->len, ==, 0);
  nida_text_store_clear (&store);
  nida_text_store_clear (&other);
}

/* The same text in the next row takes no room; with another translation it is another text. */
static void
test_repeated (void)
{
  NidaTextStore store;
  NidaTextPlace first;

  nida_text_store_init (&store);
  first = nida_text_store_add (&store, "one", 3, NULL, 0);
  g_assert_cmpuint (nida_text_store_add (&store, "one", 3, NULL, 0), ==, first);
  g_assert_cmpuint (nida_text_store_add (&store, "two", 3, NULL, 0), !=, first);
  g_assert_cmpuint (nida_text_store_add (&store, "two", 3, "x", 1), !=, nida_text_store_add (&store, "two", 3, "y", 1));
  nida_text_store_clear (&store);
}

/* What anybody may have written is taken where every text ends, and is text when it is asked for. */
static void
test_taken (void)
{
  static const char block[] = "one\0\0two\0x\0\xff\xfe\0";
  NidaTextStore store;
  char *copy = g_memdup2 (block, sizeof block);

  nida_text_store_init (&store);
  g_assert_false (nida_text_store_take (&store, copy, 4));
  g_assert_true (nida_text_store_take (&store, copy, sizeof block));
  g_assert_cmpstr (nida_text_store_get (&store, 1, FALSE), ==, "one");
  g_assert_cmpstr (nida_text_store_get (&store, 1, TRUE), ==, "");
  g_assert_cmpstr (nida_text_store_get (&store, 6, FALSE), ==, "two");
  g_assert_cmpstr (nida_text_store_get (&store, 6, TRUE), ==, "x");
  g_assert_cmpstr (nida_text_store_get (&store, 12, FALSE), ==, "\uFFFD");
  g_assert_cmpstr (nida_text_store_get (&store, nida_text_store_add (&store, "more", 4, NULL, 0), FALSE), ==, "more");
  nida_text_store_clear (&store);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-store/pairs-come-back", test_pairs);
  g_test_add_func ("/text-store/a-text-that-is-said-again-is-kept-once", test_repeated);
  g_test_add_func ("/text-store/taken-as-it-is-read-as-text", test_taken);
  return g_test_run ();
}
