#include "csv-scan.h"

#include <string.h>

/* What a count means, byte by byte. */
static NidaCsvCount
count_naively (const char *text,
               gsize       length)
{
  NidaCsvCount count = { 0 };

  for (gsize i = 0; i < length; i++)
    {
      count.quotes += text[i] == '"';
      count.lines += text[i] == '\r' || (text[i] == '\n' && (i == 0 || text[i - 1] != '\r'));
    }
  return count;
}

static void
assert_counts (const char *text,
               gsize       length,
               gsize       stretch)
{
  NidaCsvCount expected = count_naively (text, length);
  NidaCsvCount count = { 0 };

  for (gsize i = 0; i < length; i += stretch)
    nida_csv_count (&count, text + i, MIN (stretch, length - i));
  g_assert_cmpuint (count.quotes, ==, expected.quotes);
  g_assert_cmpuint (count.lines, ==, expected.lines);
}

static void
test_stretches (void)
{
  static const char alphabet[] = "a\"\n\r,\xd8";
  g_autofree char *text = g_malloc (20000);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 20000; i++)
    text[i] = alphabet[g_rand_int_range (random, 0, 6)];
  for (gsize stretch = 1; stretch < 70; stretch++)
    assert_counts (text, 3000, stretch);
  assert_counts (text, 20000, 4096);
  assert_counts (text, 20000, 20000);
}

static void
test_many_lines (void)
{
  g_autofree char *text = g_malloc (100000);

  memset (text, '\n', 100000);
  assert_counts (text, 100000, 100000);
  memset (text, '"', 100000);
  assert_counts (text, 100000, 99999);
}

static void
test_scan (void)
{
  char text[128] = { 0 };
  guint high = 0, lines = 0, returns = 0;

  memcpy (text, "plain words of some length, and more\n", 37);
  g_assert_true (nida_csv_scan_plain (text, ',', &high) == text + 26);
  g_assert_cmpuint (high, ==, 0);
  g_assert_true (nida_csv_scan_plain (text + 27, ',', &high) == text + 36);

  memset (text, 0, sizeof text);
  strcpy (text, "two\nlines\nand a word: نداء\" rest\n");
  g_assert_true (nida_csv_scan_quoted (text, &high, &lines, &returns) == strchr (text, '"'));
  g_assert_cmpuint (lines, ==, 2);
  g_assert_cmpuint (returns, ==, 0);
  g_assert_cmpuint (high, !=, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-scan/count/any-stretches-give-the-same", test_stretches);
  g_test_add_func ("/csv-scan/count/no-lane-overflows", test_many_lines);
  g_test_add_func ("/csv-scan/scan/stops-at-what-matters", test_scan);
  return g_test_run ();
}
