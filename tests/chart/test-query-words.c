/* What questions and answers are called: every measure, rule, step and aside in both languages, the counting line of a real
 * answer, and filters as chips. */
#include "config.h"

#include "query-words.h"

#include "dataset-builder.h"
#include "local-engine.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#define LRI "\342\201\246"
#define FSI "\342\201\250"
#define PDI "\342\201\251"

#define assert_text(call, expected) G_STMT_START {                  \
    g_autofree char *text_ = (call);                                  \
    g_assert_cmpstr (text_, ==, expected);                            \
  } G_STMT_END

static NidaLanguage *
speak (const char *code)
{
  NidaLanguage *language = nida_language_new (code, NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);

  nida_language_activate (language);
  return language;
}

static NidaLanguage *
speak_arabic (void)
{
  g_autoptr (NidaLanguage) ar = speak ("ar");

  if (strcmp (_("Received"), "Received") != 0)
    return g_steal_pointer (&ar);
  g_test_skip ("SKIPPED LOUDLY: no Arabic catalogue in NIDA_LOCALE_DIR: build po/ first");
  return NULL;
}

static gboolean
begins_in_arabic (const char *text)
{
  return g_unichar_get_script (g_utf8_get_char (text)) == G_UNICODE_SCRIPT_ARABIC;
}

static void
assert_terms (gboolean arabic)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (int measure = 0; measure < NIDA_N_MEASURES; measure++)
    {
      g_assert_true (g_hash_table_add (seen, (gpointer) nida_words_measure (measure)));
      g_assert_true (begins_in_arabic (nida_words_measure (measure)) == arabic);
    }
  for (int rule = NIDA_RULE_AUTO; rule <= NIDA_RULE_BOUNDARY; rule++)
    {
      g_assert_true (g_hash_table_add (seen, (gpointer) nida_words_rule (rule)));
      g_assert_true (begins_in_arabic (nida_words_rule (rule)) == arabic);
    }
  for (int step = NIDA_STEP_NONE; step <= NIDA_STEP_FISCAL_YEAR; step++)
    {
      g_assert_true (g_hash_table_add (seen, (gpointer) nida_words_step (step)));
      g_assert_true (begins_in_arabic (nida_words_step (step)) == arabic);
    }
}

static void
test_terms (void)
{
  g_autoptr (NidaLanguage) en = speak ("en");
  g_autoptr (NidaLanguage) ar = NULL;

  assert_terms (FALSE);
  g_assert_cmpstr (nida_words_measure (NIDA_MEASURE_RECEIVED), ==, "Received");
  g_assert_cmpstr (nida_words_rule (NIDA_RULE_DISTINCT), ==, "each flow once");
  ar = speak_arabic ();
  if (ar == NULL)
    return;
  assert_terms (TRUE);
  g_assert_cmpstr (nida_words_measure (NIDA_MEASURE_RECEIVED), ==, "المستلم");
  g_assert_cmpstr (nida_words_measure (NIDA_MEASURE_GAP), ==, "فجوة التمويل");
}

static void
assert_asides (NidaLanguage *language,
               gboolean      arabic)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int kind = 0; kind < NIDA_N_ASIDES; kind++)
    for (int left_out = 0; left_out < 2; left_out++)
      {
        NidaAside aside = { .kind = kind, .left_out = left_out, .rows = 12, .amount = 3400000 * NIDA_MONEY_UNIT };
        char *words = nida_words_aside (language, &aside, "USD");

        g_test_message ("%s", words);
        g_assert_true (begins_in_arabic (words) == arabic);
        g_assert_null (strchr (words, '%'));
        g_assert_true (g_str_has_suffix (words, "."));
        g_assert_true (g_hash_table_add (seen, words));
      }
}

static void
test_asides (void)
{
  g_autoptr (NidaLanguage) en = speak ("en");
  g_autoptr (NidaLanguage) ar = NULL;
  NidaAside internal = { NIDA_ASIDE_INTERNAL, TRUE, 12, 3400000 * NIDA_MONEY_UNIT };
  NidaAside undated = { NIDA_ASIDE_UNDATED, TRUE, 1, NIDA_MONEY_NONE };
  NidaAside passed_on = { NIDA_ASIDE_PASSED_ON_MOST, FALSE, 0, 3400000 * NIDA_MONEY_UNIT };
  NidaAside overlap = { NIDA_ASIDE_OVERLAP, FALSE, 12, 3400000 * NIDA_MONEY_UNIT };
  NidaAside levels = { NIDA_ASIDE_OTHER_LEVEL, TRUE, 3, 3400000 * NIDA_MONEY_UNIT, TRUE };

  assert_asides (en, FALSE);
  assert_text (nida_words_aside (en, &internal, "USD"), "Internal flows, left out: 12 flows, $3.4M.");
  assert_text (nida_words_aside (en, &internal, "KWD"), "Internal flows, left out: 12 flows, KWD 3.4M.");
  assert_text (nida_words_aside (en, &undated, NULL), "Undated, left out: 1 flow.");
  assert_text (nida_words_aside (en, &passed_on, NULL), "Passed on and so counted twice, at most: $3.4M.");
  assert_text (nida_words_aside (en, &overlap, NULL), "Sources overlap; counted twice, at most: $3.4M.");
  assert_text (nida_words_aside_exact (en, &overlap, NULL), "Sources overlap; counted twice, at most: 12 flows, $3,400,000.");
  assert_text (nida_words_aside (en, &levels, NULL),
               "Figures of a finer or second breakdown, not added: 3 rows, $3.4M.");
  ar = speak_arabic ();
  if (ar == NULL)
    return;
  assert_asides (ar, TRUE);
  assert_text (nida_words_aside (ar, &internal, "USD"),
               "التدفقات الداخلية، غير محسوبة: " LRI "12" PDI " تدفقًا، " LRI "3.4" PDI " مليون دولار.");
}

static NidaDataset *
make_dataset (void)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  NidaSourceInfo info = { .name = (char *) "test", .format = (char *) "Nida CSV", .states_move = TRUE };
  guint source = nida_dataset_builder_add_source (builder, &info);

  nida_dataset_builder_begin (builder, source, 2, NIDA_KIND_PAID);
  nida_dataset_builder_set_name (builder, NIDA_FIELD_DONOR, "Kuwait", -1);
  nida_dataset_builder_set_name (builder, NIDA_FIELD_CURRENCY, "USD", -1);
  nida_dataset_builder_set_amount (builder, 5 * NIDA_MONEY_UNIT);
  nida_dataset_builder_set_amount_usd (builder, 5 * NIDA_MONEY_UNIT);
  nida_dataset_builder_end_row (builder);
  return nida_dataset_builder_end (builder);
}

static char *
counting_where (NidaLanguage *language,
                NidaMeasure   measure,
                NidaRule      rule,
                const char   *boundary,
                const char   *on_boundary)
{
  g_autoptr (NidaDataset) dataset = make_dataset ();
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (NidaCube) cube = NULL;
  g_autoptr (GError) error = NULL;

  query->measures = 1u << measure;
  query->rule = rule;
  if (boundary != NULL)
    nida_query_add_filter (query, NIDA_FIELD_BOUNDARY, boundary);
  if (on_boundary != NULL)
    nida_query_add_filter (query, NIDA_FIELD_ON_BOUNDARY, on_boundary);
  cube = nida_local_engine_query (engine, query, &error);
  g_assert_no_error (error);
  return nida_words_counting (language, cube);
}

static char *
counting_of (NidaLanguage *language,
             NidaMeasure   measure,
             NidaRule      rule)
{
  return counting_where (language, measure, rule, NULL, NULL);
}

static void
test_counting (void)
{
  g_autoptr (NidaLanguage) en = speak ("en");

  assert_text (counting_of (en, NIDA_MEASURE_RECEIVED, NIDA_RULE_DISTINCT),
               "Counting: each flow once, internal flows left out. Received = paid + committed.");
  assert_text (counting_of (en, NIDA_MEASURE_PLEDGED, NIDA_RULE_DISTINCT),
               "Counting: each flow once, internal flows left out.");
  assert_text (counting_of (en, NIDA_MEASURE_RECEIVED, NIDA_RULE_BOUNDARY),
               "Counting: incoming money of one place or plan alone, without pledges. Received = paid + committed.");
}

/* A filter replaces its part of the rule, and the words do not say otherwise. */
static void
test_replaced (void)
{
  g_autoptr (NidaLanguage) en = speak ("en");

  assert_text (counting_where (en, NIDA_MEASURE_PLEDGED, NIDA_RULE_DISTINCT, "internal", NULL),
               "Counting: each flow once, as the filter on the boundary says.");
  assert_text (counting_where (en, NIDA_MEASURE_PLEDGED, NIDA_RULE_DISTINCT, NULL, "shared"),
               "Counting: each flow once, internal flows left out.");
  assert_text (counting_where (en, NIDA_MEASURE_PAID, NIDA_RULE_BOUNDARY, "outgoing", NULL),
               "Counting: as the filter on the boundary says, money of one place or plan alone, without pledges.");
  assert_text (counting_where (en, NIDA_MEASURE_PAID, NIDA_RULE_BOUNDARY, NULL, "shared"),
               "Counting: incoming money, shared or not as the filter says, without pledges.");
  assert_text (counting_where (en, NIDA_MEASURE_PAID, NIDA_RULE_BOUNDARY, "outgoing", "shared"),
               "Counting: as the filters on the boundary say, without pledges.");
}

static void
test_filters (void)
{
  g_autoptr (NidaLanguage) en = speak ("en");
  g_autoptr (NidaLanguage) ar = NULL;
  const char * const donors[] = { "Kuwait, Government of", "Qatar, Government of", NULL };
  const char * const many[] = { "Kuwait", "Qatar", "Sweden", "Norway", "Japan", NULL };
  const char * const four[] = { "Kuwait", "Qatar", "Sweden", "Norway", NULL };
  const char * const kinds[] = { "paid", "commitment", NULL };
  const char * const unstated[] = { "", NULL };
  const char * const periods[] = { "2024", "2024-Q1", "2009..2023", "undated", NULL };
  const char * const fiscal[] = { "2024/25", NULL };

  assert_text (nida_words_filter (en, NIDA_NOUN_GROUP, NIDA_FIELD_DONOR, donors), "Donor: Kuwait, Qatar");
  assert_text (nida_words_filter (en, NIDA_NOUN_GROUP, NIDA_FIELD_DONOR, many), "Donor: Kuwait, Qatar, Sweden and 2 more");
  assert_text (nida_words_filter (en, NIDA_NOUN_GROUP, NIDA_FIELD_DONOR, four), "Donor: Kuwait, Qatar, Sweden, Norway");
  assert_text (nida_words_filter (en, NIDA_NOUN_GROUP, NIDA_FIELD_KIND, kinds), "Kind: Paid, Commitment");
  assert_text (nida_words_filter (en, NIDA_NOUN_GROUP, NIDA_FIELD_CATEGORY, unstated), "Category: Not stated");
  assert_text (nida_words_filter (en, NIDA_NOUN_CLUSTER, NIDA_FIELD_CATEGORY, unstated), "Cluster: Not stated");
  assert_text (nida_words_filter (en, NIDA_NOUN_GROUP, NIDA_FIELD_DATE, periods), "Date: 2024, Q1 2024, 2009–2023, Undated");
  assert_text (nida_words_filter (en, NIDA_NOUN_GROUP, NIDA_FIELD_DATE, fiscal), "Date: 2024/25");
  ar = speak_arabic ();
  if (ar == NULL)
    return;
  assert_text (nida_words_filter (ar, NIDA_NOUN_GROUP, NIDA_FIELD_DONOR, donors),
               "الجهة المانحة: " FSI "الكويت" PDI "، " FSI "قطر" PDI);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query-words/terms/every-one-in-both-languages", test_terms);
  g_test_add_func ("/query-words/asides/every-one-in-both-languages", test_asides);
  g_test_add_func ("/query-words/counting/says-the-rule-and-what-received-is", test_counting);
  g_test_add_func ("/query-words/counting/a-filter-replaces-its-part", test_replaced);
  g_test_add_func ("/query-words/filter/fits-a-chip", test_filters);
  return g_test_run ();
}
