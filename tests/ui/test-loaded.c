/* loaded.c: all that one reading gives is there at once, and in another language with the same figures. */
#include "config.h"

#include "loader.h"
#include "session-private.h"
#include "ui-support.h"

#include <string.h>

static NidaLoaded *
load_after (const char   *path,
            NidaLedger   *ledger,
            NidaLanguage *language,
            NidaLoaded   *before)
{
  char *inputs[] = { (char *) path, NULL };
  NidaLoadOptions options = { .decimal = NIDA_DECIMAL_AUTO };
  g_autoptr (NidaDataset) dataset = nida_load ((const char * const *) inputs, &options, NULL, NULL);
  g_autoptr (NidaFilterSet) filters = nida_filter_set_new ();

  g_assert_nonnull (dataset);
  return nida_loaded_new_beside (inputs, dataset, ledger, filters, 0, 1, language, before != NULL ? before->sources->colors : NULL);
}

static NidaLoaded *
load (const char   *path,
      NidaLedger   *ledger,
      NidaLanguage *language)
{
  return load_after (path, ledger, language, NULL);
}

static void
test_whole (void)
{
  g_autofree char *path = ui_test_write ("whole.csv", ui_test_csv);
  g_autoptr (NidaLanguage) english = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  NidaLoaded *loaded = load (path, NULL, english);

  g_assert_cmpstr (loaded->inputs[0], ==, path);
  g_assert_cmpuint (loaded->board->charts->len, >, 0);
  g_assert_cmpuint (loaded->answers->charts->len, ==, loaded->board->charts->len);
  g_assert_true (loaded->bare == loaded->dataset);
  nida_loaded_unref (loaded);
}

static void
test_speaks (void)
{
  g_autofree char *path = ui_test_write ("speaks.csv", ui_test_csv);
  g_autoptr (NidaLanguage) english = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autoptr (NidaLanguage) arabic = nida_language_new ("ar", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  NidaLoaded *loaded = load (path, NULL, english);
  NidaLoaded *spoken = nida_loaded_speak (loaded, arabic);

  g_assert_true (spoken->dataset == loaded->dataset);
  g_assert_true (spoken->answers == loaded->answers);
  g_assert_true (nida_loaded_get_sources (spoken, arabic) == spoken->sources);
  g_assert_true (nida_loaded_get_sources (spoken, english) != spoken->sources);
  g_assert_true (nida_loaded_get_sources (spoken, english) == nida_loaded_get_sources (spoken, english));
  nida_loaded_unref (spoken);
  nida_loaded_unref (loaded);
}

/* Read again, or in another language, each donor has the colour that was on the screen. */
static void
test_colors (void)
{
  static const char rows[] = "date,donor,kind,amount_usd\n2024-01-01,A,paid,2\n2024-01-01,B,paid,1\n", more[] = "2024-01-02,B,paid,5\n";
  g_autofree char *path = ui_test_write ("colors.csv", rows), *text = g_strconcat (rows, more, NULL);
  g_autoptr (NidaLanguage) english = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autoptr (NidaLanguage) arabic = nida_language_new ("ar", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  NidaLoaded *first = load (path, NULL, english), *again, *spoken;

  ui_test_rewrite (path, text);
  again = load_after (path, NULL, english, first);
  spoken = nida_loaded_speak (again, arabic);
  g_assert_cmpint (nida_color_map_lookup (first->sources->colors, NIDA_FIELD_DONOR, "A"), ==, NIDA_COLOR_SERIES_1);
  g_assert_cmpint (nida_color_map_lookup (again->sources->colors, NIDA_FIELD_DONOR, "A"), ==, NIDA_COLOR_SERIES_1);
  g_assert_cmpint (nida_color_map_lookup (again->sources->colors, NIDA_FIELD_DONOR, "B"), ==, NIDA_COLOR_SERIES_2);
  g_assert_cmpint (nida_color_map_lookup (spoken->sources->colors, NIDA_FIELD_DONOR, "A"), ==, NIDA_COLOR_SERIES_1);
  nida_loaded_unref (spoken);
  nida_loaded_unref (again);
  nida_loaded_unref (first);
}

static void
test_beside (void)
{
  g_autofree char *path = ui_test_write ("beside.csv", ui_test_csv);
  g_autoptr (NidaLanguage) english = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autoptr (NidaDocument) document = nida_document_new ();
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);
  g_autofree char *id = NULL;
  g_autoptr (NidaLedger) ledger = NULL;
  NidaLoaded *loaded;

  entry->amount = 5000;
  g_strlcpy (entry->currency, "USD", sizeof entry->currency);
  entry->period.start = entry->period.end = nida_date_new_day (2024, 5, 1);
  id = nida_ledger_add (document, entry);
  ledger = nida_ledger_new_counted (document);
  loaded = load (path, ledger, english);
  g_assert_cmpuint (nida_dataset_get_n_rows (loaded->dataset), ==, nida_dataset_get_n_rows (loaded->bare) + 1);
  nida_loaded_unref (loaded);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/loaded/everything-is-there", test_whole);
  g_test_add_func ("/loaded/speaks-another-language-with-the-same-answers", test_speaks);
  g_test_add_func ("/loaded/beside/the-desks-own-figures-are-counted", test_beside);
  g_test_add_func ("/loaded/colors/stay-with-their-donors", test_colors);
  return g_test_run ();
}
