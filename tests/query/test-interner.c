/* The n-th new key is n, whatever the keys. */
#include "interner.h"

static void
test_numbers (void)
{
  NidaInterner interner = { NULL };

  g_assert_cmpuint (nida_interner_find (&interner, 1, 2), ==, NIDA_INTERNER_NONE);
  for (guint round = 0; round < 2; round++)
    for (guint64 i = 0; i < 5000; i++)
      g_assert_cmpuint (nida_interner_add (&interner, i << 32, i % 7), ==, i);
  g_assert_cmpuint (interner.n_keys, ==, 5000);
  g_assert_cmpuint (nida_interner_find (&interner, G_GUINT64_CONSTANT (4999) << 32, 4999 % 7), ==, 4999);
  g_assert_cmpuint (nida_interner_find (&interner, G_GUINT64_CONSTANT (4999) << 32, 9), ==, NIDA_INTERNER_NONE);
  nida_interner_clear (&interner);
  g_assert_cmpuint (nida_interner_add (&interner, 9, 9), ==, 0);
  nida_interner_clear (&interner);
}

/* A copy goes on by itself. */
static void
test_copy (void)
{
  NidaInterner interner = { NULL }, empty = { NULL }, copy;

  nida_interner_copy (&copy, &empty);
  g_assert_cmpuint (nida_interner_add (&copy, 5, 6), ==, 0);
  nida_interner_clear (&copy);
  for (guint64 i = 0; i < 100; i++)
    nida_interner_add (&interner, i, 1);
  nida_interner_copy (&copy, &interner);
  for (guint64 i = 0; i < 200; i++)
    g_assert_cmpuint (nida_interner_add (&copy, i, 1), ==, i);
  g_assert_cmpuint (interner.n_keys, ==, 100);
  g_assert_cmpuint (nida_interner_find (&interner, 100, 1), ==, NIDA_INTERNER_NONE);
  nida_interner_clear (&interner);
  nida_interner_clear (&copy);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interner/keys/are-numbered-as-they-come", test_numbers);
  g_test_add_func ("/interner/a-copy-goes-on-by-itself", test_copy);
  return g_test_run ();
}
