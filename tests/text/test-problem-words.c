/* Every kind of problem says what happened and what to do, in both languages, with and without what was found. */
#include "config.h"

#include "support.h"

#include "words.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

static NidaProblem
problem_of (NidaProblemKind kind,
            const char     *found,
            const char     *kept)
{
  return (NidaProblem) { .kind = kind, .line = 18, .found = (char *) found, .kept = (char *) kept, .count = 1 };
}

static void
assert_says (NidaLanguage   *language,
             NidaProblem     problem,
             GHashTable     *seen,
             GUnicodeScript  script)
{
  g_autofree char *words = nida_words_problem (language, &problem);
  g_autofree char *remedy = nida_words_remedy (language, &problem);

  g_test_message ("%d: %s | %s", problem.kind, words, remedy);
  g_assert_true (strstr (words, "%") == NULL && strstr (remedy, "%") == NULL);
  g_assert_true (g_str_has_suffix (words, ".") && g_str_has_suffix (remedy, "."));
  g_assert_cmpstr (words, !=, remedy);
  if (script == G_UNICODE_SCRIPT_ARABIC)
    g_assert_cmpint (g_unichar_get_script (g_utf8_get_char (remedy)), ==, script);
  g_assert_true (g_hash_table_add (seen, g_steal_pointer (&words)));
}

static void
assert_every_kind (NidaLanguage   *language,
                   const char     *found,
                   const char     *kept,
                   GUnicodeScript  script)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int kind = 0; kind < NIDA_N_PROBLEMS; kind++)
    assert_says (language, problem_of (kind, found, kept), seen, script);
}

static void
test_every_kind_english (void)
{
  g_autoptr (NidaLanguage) en = english ();

  nida_language_activate (en);
  assert_every_kind (en, NULL, NULL, G_UNICODE_SCRIPT_LATIN);
  assert_every_kind (en, "8ر3", "12", G_UNICODE_SCRIPT_LATIN);
  assert_every_kind (en, "", "", G_UNICODE_SCRIPT_LATIN);
}

static void
test_every_kind_arabic (void)
{
  g_autoptr (NidaLanguage) ar = arabic ();

  nida_language_activate (ar);
  if (strcmp (_("Donor"), "Donor") == 0)
    {
      g_test_skip ("SKIPPED LOUDLY: no Arabic catalogue in NIDA_LOCALE_DIR: build po/ first");
      return;
    }
  assert_every_kind (ar, NULL, NULL, G_UNICODE_SCRIPT_ARABIC);
  assert_every_kind (ar, "8ر3", "12", G_UNICODE_SCRIPT_ARABIC);
}

static void
test_found (void)
{
  g_autoptr (NidaLanguage) en = english ();
  NidaProblem number = problem_of (NIDA_PROBLEM_AMOUNT_NOT_A_NUMBER, "8ر3", NULL);
  NidaProblem plain = problem_of (NIDA_PROBLEM_AMOUNT_NOT_A_NUMBER, NULL, NULL);
  NidaProblem conflict = problem_of (NIDA_PROBLEM_CONFLICT, "333333", "357705");
  NidaProblem below = problem_of (NIDA_PROBLEM_AMOUNT_NEGATIVE, NULL, NULL);

  nida_language_activate (en);
  assert_text (nida_words_problem (en, &number), "“" FSI "8ر3" PDI "” is not a number.");
  assert_text (nida_words_problem (en, &plain), "The amount is not a number.");
  assert_text (nida_words_problem (en, &conflict), "The same flow stands here with another value: 333333.");
  assert_text (nida_words_remedy (en, &conflict), "The newer value, 357705, is used.");
  assert_text (nida_words_remedy (en, &below), "A correction by the donor. Counted as it stands.");
}

/* What to do fits what keeps a source from being read: no other place is asked for where a key or time is what lacks. */
static void
test_absence (void)
{
  static const struct { NidaProblemKind kind; NidaAbsence absence; const char *says; } cases[] = {
    { NIDA_PROBLEM_MISSING, NIDA_ABSENCE_FILE, "Say where it is now (Locate…), or remove it from the document." },
    { NIDA_PROBLEM_MISSING, NIDA_ABSENCE_KEY, "Enter the key of its server (Enter Key…), or remove it from the document." },
    { NIDA_PROBLEM_MISSING, NIDA_ABSENCE_SERVER, "Wait until the server answers again, and then read it again, or remove it from the document." },
    { NIDA_PROBLEM_MISSING, NIDA_ABSENCE_ADDRESS, "If it has a new address, add that, and remove it from the document." },
    { NIDA_PROBLEM_HELD, NIDA_ABSENCE_UNKNOWN, "Read the source itself to see what is new." },
    { NIDA_PROBLEM_HELD, NIDA_ABSENCE_FILE, "Its copy is counted. Put the file back, or say where it is now (Locate…)." },
    { NIDA_PROBLEM_HELD, NIDA_ABSENCE_KEY, "Its copy is counted. Enter the key of its server (Enter Key…)." },
    { NIDA_PROBLEM_HELD, NIDA_ABSENCE_SERVER, "Its copy is counted until the server answers again. There is nothing to do." },
    { NIDA_PROBLEM_HELD, NIDA_ABSENCE_ADDRESS, "Its copy is counted. If it has a new address, add that." },
  };
  g_autoptr (NidaLanguage) en = english ();

  nida_language_activate (en);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NidaProblem bare = problem_of (cases[i].kind, NULL, NULL), told = problem_of (cases[i].kind, NULL, "No 100%s.");
      g_autofree char *both = g_strdup_printf ("The source could not be read: “No 100%%s.”. %s", cases[i].says);

      bare.absence = told.absence = cases[i].absence;
      assert_text (nida_words_remedy (en, &bare), cases[i].says);
      assert_text (nida_words_remedy (en, &told), both);
    }
}

/* A message in the sentence: its names keep their own directions, one that was cut too, and nothing of it gets out of it. */
static void
test_message (void)
{
  static const struct { const char *kept, *shown; } cases[] = {
    { "يطلب " FSI "api.example.org" PDI " مفتاحًا (403)", FSI "يطلب " FSI "api.example.org" PDI " مفتاحًا (403)" PDI },
    { "لا يوجد " FSI "flows.c", FSI "لا يوجد " FSI "flows.c" PDI PDI },
    { "لا " FSI "a\u202eb" PDI, FSI "لا " FSI "a<U+202E>b" PDI PDI },
    { "لا " PDI "b", FSI "لا <U+2069>b" PDI },
    { FSI FSI PDI "x" PDI, FSI FSI FSI PDI "x" PDI PDI },
    { "لا شيء", FSI "لا شيء" PDI },
  };
  g_autoptr (NidaLanguage) ar = arabic ();

  nida_language_activate (ar);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NidaProblem problem = problem_of (NIDA_PROBLEM_MISSING, NULL, cases[i].kept);
      g_autofree char *words = nida_words_remedy (ar, &problem);

      if (strcmp (_("Donor"), "Donor") == 0)
        {
          g_test_skip ("SKIPPED LOUDLY: no Arabic catalogue in NIDA_LOCALE_DIR: build po/ first");
          return;
        }
      if (strstr (words, cases[i].shown) == NULL)
        g_error ("%s", words);
    }
}

/* Donors of sources that overlap are called as everywhere. */
static void
test_donors (void)
{
  g_autoptr (NidaLanguage) en = english ();
  g_autoptr (NidaLanguage) ar = arabic ();
  NidaProblem overlap = problem_of (NIDA_PROBLEM_OVERLAP, "Kuwait, Government of · Germany · +18", "b.csv");

  nida_language_activate (en);
  assert_text (nida_words_found (en, &overlap), "Kuwait · Germany · +18");
  nida_language_activate (ar);
  if (strcmp (_("Donor"), "Donor") != 0)
    assert_text (nida_words_found (ar, &overlap), "الكويت · ألمانيا · +18");
}

static void
test_span (void)
{
  g_autoptr (NidaLanguage) en = english ();
  NidaProblem span = problem_of (NIDA_PROBLEM_DATE_NOT_A_DATE, "2009..2023", NULL);
  NidaProblem nonsense = problem_of (NIDA_PROBLEM_DATE_NOT_A_DATE, "soon..later", NULL);
  NidaProblem half = problem_of (NIDA_PROBLEM_DATE_NOT_A_DATE, "2009..", NULL);

  nida_language_activate (en);
  assert_text (nida_words_remedy (en, &span), "Write 2009 in date and 2023 in date_end.");
  assert_text (nida_words_remedy (en, &nonsense),
               "Write 2024, 2024-02 or 2024-02-04. Until then the row counts as undated.");
  assert_text (nida_words_remedy (en, &half),
               "Write 2024, 2024-02 or 2024-02-04. Until then the row counts as undated.");
}

static void
test_visible (void)
{
  assert_text (nida_words_visible ("Kuwait"), "Kuwait");
  assert_text (nida_words_visible ("A\342\200\256B"), "A<U+202E>B");
  assert_text (nida_words_visible ("A\342\201\251B\330\234"), "A<U+2069>B<U+061C>");
  assert_text (nida_words_visible ("two\nlines\tand tabs"), "two lines and tabs");
  assert_text (nida_words_visible ("bell\007"), "bell<U+0007>");
  assert_text (nida_words_visible ("\377broken"), "\357\277\275broken");
  assert_text (nida_words_visible ("الكويت"), "الكويت");
}

/* What is found may hold anything: it must neither be taken for a format nor reorder the sentence. */
static void
test_hostile (void)
{
  g_autoptr (NidaLanguage) en = english ();
  NidaProblem format = problem_of (NIDA_PROBLEM_DATE_NOT_A_DATE, "100%s%n", NULL);
  NidaProblem bidi = problem_of (NIDA_PROBLEM_BIDI_CONTROL, "A\342\200\256B", NULL);

  nida_language_activate (en);
  assert_text (nida_words_problem (en, &format), "“100%s%n” is not a date.");
  assert_text (nida_words_problem (en, &bidi), "The text holds hidden marks of direction: A<U+202E>B.");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/problem-words/every-kind-has-two-sentences", test_every_kind_english);
  g_test_add_func ("/problem-words/every-kind-speaks-arabic", test_every_kind_arabic);
  g_test_add_func ("/problem-words/found/stands-in-the-sentence", test_found);
  g_test_add_func ("/problem-words/absence/what-to-do-fits-the-reason", test_absence);
  g_test_add_func ("/problem-words/absence/names-in-the-reason-keep-their-direction", test_message);
  g_test_add_func ("/problem-words/overlap/donors-in-the-language", test_donors);
  g_test_add_func ("/problem-words/span/has-two-columns", test_span);
  g_test_add_func ("/problem-words/visible/spells-out-what-nobody-sees", test_visible);
  g_test_add_func ("/problem-words/found/may-be-hostile", test_hostile);
  return g_test_run ();
}
