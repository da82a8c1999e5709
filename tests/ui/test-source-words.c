/* source-words.c: each line says what the report knows, and nothing where it knows nothing. */
#include "config.h"

#include "live.h"
#include "source-words.h"
#include "ui-support.h"

#include <string.h>

static void
test_rows (void)
{
  NidaSourceInfo info = { .rows_read = 1200, .rows_kept = 1190 };
  g_autofree char *plain = nida_source_words_rows (&info), *all = NULL;

  info.rows_refused = 10;
  info.rows_merged = 3;
  all = nida_source_words_rows (&info);
  g_assert_nonnull (strstr (plain, "1,200 rows"));
  g_assert_null (strstr (plain, "refused"));
  g_assert_nonnull (strstr (all, "10 refused"));
  g_assert_nonnull (strstr (all, "3 merged"));
}

static void
test_span (void)
{
  NidaSourceSummary none = { 0 }, years = { nida_date_new_year (2019), nida_date_new_year (2024) };
  g_autofree char *span = nida_source_words_span (&years);

  g_assert_null (nida_source_words_span (&none));
  g_assert_nonnull (strstr (span, "2019"));
  g_assert_nonnull (strstr (span, "2024"));
}

static void
test_age (void)
{
  NidaSourceInfo info = { 0 };
  g_autofree char *file = NULL, *address = NULL, *read = NULL, *details = NULL;

  g_assert_null (nida_source_words_age (&info, FALSE));
  g_assert_null (nida_source_words_age_details (&info));
  info.fetched_at = g_get_real_time ();
  address = nida_source_words_age (&info, TRUE);
  read = nida_source_words_age (&info, FALSE);
  info.modified_at = info.fetched_at;
  file = nida_source_words_age (&info, FALSE);
  details = nida_source_words_age_details (&info);
  g_assert_true (g_str_has_prefix (address, "fetched"));
  g_assert_true (g_str_has_prefix (read, "read"));
  g_assert_true (g_str_has_prefix (file, "changed"));
  g_assert_nonnull (strstr (details, "read on"));
}

static void
test_state (void)
{
  g_autoptr (NidaSession) session = nida_session_new ();
  NidaSourceInfo info = { .fetched_at = g_get_real_time () };
  g_autofree char *off = nida_source_words_state (session, "/a.csv", NULL, NULL);
  g_autofree char *failed = nida_source_words_state (session, "/a.csv", &info, "no such file");
  g_autofree char *held = NULL, *carried = NULL, *missing = NULL, *keyed = NULL, *shown = NULL;

  g_assert_cmpstr (off, ==, "switched off");
  g_assert_true (g_str_has_prefix (failed, "Not read again"));
  g_assert_null (nida_source_words_state (session, "/a.csv", &info, NULL));
  info.is_held = TRUE;
  held = nida_source_words_state (session, "/a.csv", &info, NULL);
  g_assert_true (g_str_has_prefix (held, "the copy of"));
  info.is_missing = TRUE;
  missing = nida_source_words_state (session, "/a.csv", &info, "no such file");
  g_assert_true (g_str_has_prefix (missing, "Missing"));
  info.wants_key = (char *) "https://api.example.org";
  keyed = nida_source_words_state (session, "/a.csv", &info, "no such file");
  g_assert_true (g_str_has_prefix (keyed, "Its server wants a key"));
  g_assert_nonnull (strstr (keyed, "nothing of it is counted"));
  info.is_missing = FALSE;
  shown = nida_source_words_state (session, "/a.csv", &info, "no such file");
  g_assert_true (g_str_has_prefix (shown, "Its server wants a key: shown as of"));
  info.wants_key = NULL;
  info.in_document = TRUE;
  carried = nida_source_words_state (session, "/a.csv", &info, NULL);
  g_assert_true (g_str_has_prefix (carried, "from the document"));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/source-words/rows/refused-and-merged-where-there-are-any", test_rows);
  g_test_add_func ("/source-words/span/none-without-dates", test_span);
  g_test_add_func ("/source-words/age/of-files-and-addresses", test_age);
  g_test_add_func ("/source-words/state/the-most-important-first", test_state);
  return g_test_run ();
}
