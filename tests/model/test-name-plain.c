/* A name is found by any part of it, in either language, however it is spelled. */
#include "name-plain.h"

static void
test_plain (void)
{
  static const char * const cases[][2] = {
    { "  Médecins sans   Frontières ", "medecins sans frontieres" },
    { "Côte d’Ivoire", "cote divoire" },
    { "U.N. Women", "un women" },
    { "Al-Ahli / Bank", "al ahli bank" },
    { "Łódź", "lodz" },
    { "الإمارات", "الامارات" },
    { "مؤسّسة الرّحمة", "موسسه الرحمه" },
    { "الكويـــت", "الكويت" },
    { "مستشفى", "مستشفي" },
    { "٢٠٢٤", "٢٠٢٤" },
    { "—", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plain = nida_name_plain (cases[i][0]);

      g_assert_cmpstr (plain, ==, cases[i][1]);
    }
}

static void
test_found (void)
{
  static const char * const names[] = { "Kuwait, Government of", NULL, "حكومة الكويت", "Côte d’Ivoire" };
  static const struct { const char *wanted; gboolean found; } cases[] = {
    { "Kuwait", TRUE }, { "GOVERNMENT", TRUE }, { "government kuw", TRUE }, { "ait", TRUE }, { "كويت", TRUE }, { "حكومه", TRUE },
    { "cote", TRUE }, { "D'IVOIRE", TRUE }, { "", TRUE }, { "—", TRUE }, { "Qatar", FALSE }, { "Kuwait Red", FALSE }, { "قطر", FALSE },
    /* one name ends where the next begins */
    { "ofhkwm", FALSE },
  };
  g_autofree char *lines = nida_names_plain (names, G_N_ELEMENTS (names));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *wanted = nida_name_plain (cases[i].wanted);

      g_test_message ("%s", cases[i].wanted);
      g_assert_cmpint (nida_names_found (lines, wanted), ==, cases[i].found);
    }
}

static void
test_begun (void)
{
  static const char * const names[] = { "Kuwait, Government of", "حكومة الكويت", "ألبانيا", "ال" };
  static const struct { const char *wanted; gboolean begun, without; } cases[] = {
    { "kuw", TRUE, TRUE }, { "Government o", TRUE, TRUE }, { "حكو", TRUE, TRUE }, { "ait", FALSE, FALSE }, { "", FALSE, FALSE },
    { "الكويت", TRUE, FALSE }, { "كويت", FALSE, TRUE }, { "حكومة كويت", FALSE, TRUE }, { "ويت", FALSE, FALSE }, { "الب", TRUE, FALSE },
    { "ال", TRUE, TRUE },
    /* one name ends where the next begins */
    { "of حكومة", FALSE, FALSE },
  };
  g_autofree char *lines = nida_names_plain (names, G_N_ELEMENTS (names)), *without = nida_names_without_article (lines);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *wanted = nida_name_plain (cases[i].wanted);

      g_test_message ("%s", cases[i].wanted);
      g_assert_cmpint (nida_names_begun (lines, wanted), ==, cases[i].begun);
      g_assert_cmpint (nida_names_begun (without, wanted), ==, cases[i].without);
    }
  g_assert_null (nida_names_without_article ("kuwait\nqatar\n"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name-plain/forms", test_plain);
  g_test_add_func ("/name-plain/found-by-any-part-in-either-language", test_found);
  g_test_add_func ("/name-plain/begun-with-or-without-its-article", test_begun);
  return g_test_run ();
}
