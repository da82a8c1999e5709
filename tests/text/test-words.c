/* Every field and every fixed word has a name in both languages; counts take the right one of six Arabic forms. */
#include "config.h"

#include "support.h"

#include "words.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

static gboolean
speak_arabic (NidaLanguage *ar)
{
  nida_language_activate (ar);
  if (strcmp (_("Donor"), "Donor") != 0)
    return TRUE;
  g_test_skip ("SKIPPED LOUDLY: no Arabic catalogue in NIDA_LOCALE_DIR: build po/ first");
  return FALSE;
}

static gboolean
has_arabic (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_ARABIC)
      return TRUE;
  return FALSE;
}

static void
test_headings_english (void)
{
  g_autoptr (NidaLanguage) en = english ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  nida_language_activate (en);
  for (int field = NIDA_FIELD_NONE + 1; field < NIDA_N_FIELDS; field++)
    {
      g_assert_cmpstr (nida_words_field (field), !=, "");
      g_assert_cmpstr (nida_words_fields (field), !=, "");
      g_assert_true (g_hash_table_add (seen, (gpointer) nida_words_field (field)));
    }
  g_assert_cmpstr (nida_words_field (NIDA_FIELD_NONE), ==, "");
  g_assert_cmpstr (nida_words_field (NIDA_FIELD_DONOR), ==, "Donor");
  g_assert_cmpstr (nida_words_fields (NIDA_FIELD_CATEGORY), ==, "Categories");
}

static void
test_headings_arabic (void)
{
  g_autoptr (NidaLanguage) ar = arabic ();

  if (!speak_arabic (ar))
    return;
  for (int field = NIDA_FIELD_NONE + 1; field < NIDA_N_FIELDS; field++)
    {
      g_test_message ("%s", nida_field_get_name (field));
      g_assert_true (has_arabic (nida_words_field (field)));
      g_assert_true (has_arabic (nida_words_fields (field)));
      /* An appeal is a call (نداء), never a court's appeal (استئناف). */
      g_assert_null (strstr (nida_words_field (field), "استئناف"));
    }
}

static void
assert_vocabulary (NidaField field,
                   gboolean  in_arabic)
{
  const char * const *words = nida_field_get_words (field);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      const char *shown = nida_words_value (field, words[i]);

      g_test_message ("%s %s", nida_field_get_name (field), words[i]);
      g_assert_cmpstr (shown, !=, words[i]);
      g_assert_true (g_hash_table_add (seen, (gpointer) shown));
      g_assert_true (has_arabic (shown) == in_arabic);
    }
}

static void
test_vocabularies (void)
{
  g_autoptr (NidaLanguage) en = english ();
  g_autoptr (NidaLanguage) ar = arabic ();

  nida_language_activate (en);
  for (int field = NIDA_FIELD_NONE + 1; field < NIDA_N_FIELDS; field++)
    if (nida_field_get_words (field) != NULL)
      assert_vocabulary (field, FALSE);
  if (!speak_arabic (ar))
    return;
  for (int field = NIDA_FIELD_NONE + 1; field < NIDA_N_FIELDS; field++)
    if (nida_field_get_words (field) != NULL)
      assert_vocabulary (field, TRUE);
}

static void
test_words_of_fts (void)
{
  g_autoptr (NidaLanguage) en = english ();
  g_autoptr (NidaLanguage) ar = arabic ();

  nida_language_activate (en);
  g_assert_cmpstr (nida_words_value (NIDA_FIELD_FLOW_TYPE, "Pass through"), ==, "Passed on");
  g_assert_cmpstr (nida_words_value (NIDA_FIELD_CONTRIBUTION, "in kind"), ==, "In kind");
  g_assert_cmpstr (nida_words_value (NIDA_FIELD_DONOR_TYPE, "Multilateral Organizations"), ==, "Multilateral organizations");
  g_assert_cmpstr (nida_words_value (NIDA_FIELD_DONOR_TYPE, "Something new"), ==, "Something new");
  g_assert_cmpstr (nida_words_value (NIDA_FIELD_DONOR, "paid"), ==, "paid");
  if (!speak_arabic (ar))
    return;
  g_assert_cmpstr (nida_words_value (NIDA_FIELD_KIND, "pledge"), ==, "تعهّد");
  g_assert_cmpstr (nida_words_value (NIDA_FIELD_KIND, "commitment"), ==, "التزام");
  g_assert_cmpstr (nida_words_value (NIDA_FIELD_DONOR_TYPE, "Governments"), ==, "حكومات");
}

static void
test_counts_english (void)
{
  g_autoptr (NidaLanguage) en = english ();

  nida_language_activate (en);
  assert_text (nida_words_count (en, NIDA_FIELD_DONOR, 0), "0 donors");
  assert_text (nida_words_count (en, NIDA_FIELD_DONOR, 1), "1 donor");
  assert_text (nida_words_count (en, NIDA_FIELD_DONOR, 3), "3 donors");
  assert_text (nida_words_count (en, NIDA_FIELD_ID, 8137), "8,137 flows");
  assert_text (nida_words_count (en, NIDA_FIELD_SOURCE_ROW, 11189), "11,189 rows");
  assert_text (nida_words_count (en, NIDA_FIELD_BASIS, 2), "2 values");
}

static void
test_counts_arabic (void)
{
  static const struct { guint64 n; const char *donors, *flows; } cases[] = {
    { 0, "لا جهات مانحة", "لا تدفقات" },
    { 1, "جهة مانحة واحدة", "تدفق واحد" },
    { 2, "جهتان مانحتان", "تدفقان" },
    { 3, N ("3") " جهات مانحة", N ("3") " تدفقات" },
    { 10, N ("10") " جهات مانحة", N ("10") " تدفقات" },
    { 11, N ("11") " جهة مانحة", N ("11") " تدفقًا" },
    { 99, N ("99") " جهة مانحة", N ("99") " تدفقًا" },
    { 100, N ("100") " جهة مانحة", N ("100") " تدفق" },
    { 102, N ("102") " جهة مانحة", N ("102") " تدفق" },
    { 103, N ("103") " جهات مانحة", N ("103") " تدفقات" },
    { 111, N ("111") " جهة مانحة", N ("111") " تدفقًا" },
    { 8137, N ("8,137") " جهة مانحة", N ("8,137") " تدفقًا" },
  };
  g_autoptr (NidaLanguage) ar = arabic ();
  g_autoptr (NidaLanguage) arab = arabic_digits ();

  if (!speak_arabic (ar))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_text (nida_words_count (ar, NIDA_FIELD_DONOR, cases[i].n), cases[i].donors);
      assert_text (nida_words_count (ar, NIDA_FIELD_ID, cases[i].n), cases[i].flows);
    }
  assert_text (nida_words_count (arab, NIDA_FIELD_DONOR, 11), "١١ جهة مانحة");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/fields/every-one-has-its-own-heading", test_headings_english);
  g_test_add_func ("/words/fields/every-one-speaks-arabic", test_headings_arabic);
  g_test_add_func ("/words/values/every-fixed-word-has-a-name", test_vocabularies);
  g_test_add_func ("/words/values/what-fts-writes", test_words_of_fts);
  g_test_add_func ("/words/counts/english", test_counts_english);
  g_test_add_func ("/words/counts/six-arabic-forms", test_counts_arabic);
  return g_test_run ();
}
