/* Order of names in each language and joining of lists. */
#include "support.h"

static NidaLanguage *sorting;

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return nida_language_collate (sorting, *(const char **) a, *(const char **) b);
}

static void
assert_sorted (NidaLanguage       *language,
               const char * const *expected,
               gsize               n)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  /* From the far end, so that an order that compares nothing would show. */
  for (gsize i = n; i > 0; i--)
    g_ptr_array_add (names, (gpointer) expected[i - 1]);
  sorting = language;
  g_ptr_array_sort (names, compare_names);
  for (gsize i = 0; i < n; i++)
    g_assert_cmpstr (names->pdata[i], ==, expected[i]);
}

static void
test_english (void)
{
  static const char * const donors[] = {
    "Åland", "Australia", "Canada", "Côte d’Ivoire", "European Commission (ECHO)", "France", "Germany", "Japan", "Kuwait",
    "Qatar Charity", "Sweden", "Türkiye", "Turks", "الكويت", "قطر",
  };
  g_autoptr (NidaLanguage) en = english ();

  assert_sorted (en, donors, G_N_ELEMENTS (donors));
}

static void
test_arabic (void)
{
  static const char * const donors[] = {
    "أستراليا", "الأردن", "الإمارات", "السعودية", "السويد", "الكويت", "ألمانيا", "اليابان", "تركيا", "فرنسا", "قطر", "كندا",
    "Kuwait", "Sweden", "WFP",
  };
  g_autoptr (NidaLanguage) ar = arabic ();

  assert_sorted (ar, donors, G_N_ELEMENTS (donors));
}

static void
test_numbers (void)
{
  static const char * const goals[] = { "هدف 1", "هدف ٢", "هدف 10", "هدف ١١" };
  static const char * const tiers[] = { "Tier 1", "Tier 2", "Tier 2 Watch List", "Tier 10" };
  g_autoptr (NidaLanguage) ar = arabic ();
  g_autoptr (NidaLanguage) en = english ();

  assert_sorted (ar, goals, G_N_ELEMENTS (goals));
  assert_sorted (en, tiers, G_N_ELEMENTS (tiers));
}

/* Two strings that collate alike are still two: the order of a table must not depend on the order of its rows. */
static void
test_total_order (void)
{
  g_autoptr (NidaLanguage) en = english ();
  const char *composed = "Côte", *decomposed = "Co\314\202te";

  g_assert_cmpint (nida_language_collate (en, "Kuwait", "Kuwait"), ==, 0);
  g_assert_cmpint (nida_language_collate (en, composed, decomposed), !=, 0);
  g_assert_cmpint (nida_language_collate (en, composed, decomposed) < 0, ==,
                   nida_language_collate (en, decomposed, composed) > 0);
}

static gpointer
collate_in_thread (gpointer data)
{
  int sum = 0;

  for (guint i = 0; i < 2000; i++)
    sum += nida_language_collate (data, "Kuwait", i % 2 == 0 ? "Qatar" : "Japan") < 0 ? 1 : 0;
  return GINT_TO_POINTER (sum);
}

static void
test_threads (void)
{
  g_autoptr (NidaLanguage) en = english ();
  GThread *threads[2];

  for (guint i = 0; i < 2; i++)
    threads[i] = g_thread_new ("collate", collate_in_thread, en);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (GPOINTER_TO_INT (g_thread_join (threads[i])), ==, 1000);
}

static void
test_lists (void)
{
  g_autoptr (NidaLanguage) en = english ();
  g_autoptr (NidaLanguage) ar = arabic ();
  const char * const none[] = { NULL };
  const char * const one[] = { "Kuwait", NULL };
  const char * const three[] = { "Kuwait", "Qatar", "Sweden", NULL };
  const char * const three_arabic[] = { "الكويت", "قطر", "الإمارات", NULL };

  assert_text (nida_language_list (en, none), "");
  assert_text (nida_language_list (en, one), "Kuwait");
  assert_text (nida_language_list (en, three), "Kuwait, Qatar and Sweden");
  assert_text (nida_language_list (ar, three_arabic), "الكويت وقطر والإمارات");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/collation/english/latin-before-arabic", test_english);
  g_test_add_func ("/collation/arabic/arabic-before-latin", test_arabic);
  g_test_add_func ("/collation/numbers/by-value-in-any-script", test_numbers);
  g_test_add_func ("/collation/equal-only-when-the-same", test_total_order);
  g_test_add_func ("/collation/compares-in-any-thread", test_threads);
  g_test_add_func ("/collation/list/joins-as-the-language-does", test_lists);
  return g_test_run ();
}
