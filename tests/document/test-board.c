/* board.c and board-scene.c: a board has only charts that have something to show, and filters reach each of them. */
#include "board.h"
#include "ledger.h"
#include "loader.h"
#include "sources.h"

#include <glib/gstdio.h>

static NidaDataset *
load_samples (const char *first,
              const char *second)
{
  g_autofree char *a = g_build_filename (g_getenv ("NIDA_SAMPLES_DIR"), first, NULL);
  g_autofree char *b = second != NULL ? g_build_filename (g_getenv ("NIDA_SAMPLES_DIR"), second, NULL) : NULL;
  const char *inputs[] = { a, b, NULL };
  NidaLoadOptions options = { 0 };
  g_autoptr (GError) error = NULL;
  NidaDataset *dataset = nida_load (inputs, &options, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

static NidaLanguage *
english (void)
{
  return nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
}

static gboolean
has_chart (NidaBoard     *board,
           NidaChartKind  kind)
{
  for (guint i = 0; i < board->charts->len; i++)
    if (((NidaChartSpec *) board->charts->pdata[i])->kind == kind)
      return TRUE;
  return FALSE;
}

static void
test_appeal_and_donor (void)
{
  g_autoptr (NidaDataset) dataset = load_samples ("iom-global-appeal-2024.csv", "kuwait-to-iom.csv");
  g_autoptr (NidaLanguage) language = english ();
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaBoard) board = nida_board_new_for (engine, language);

  g_assert_cmpstr (board->title, ==, "IOM Global Appeal 2024 and Kuwait");
  g_assert_cmpuint (board->cards->len, ==, 5);
  g_assert_true (has_chart (board, NIDA_CHART_COVERAGE));
  g_assert_true (has_chart (board, NIDA_CHART_TIMELINE));
  g_assert_true (has_chart (board, NIDA_CHART_INDICATOR));
  g_assert_true (has_chart (board, NIDA_CHART_EVENTS));
  g_assert_false (has_chart (board, NIDA_CHART_RANKING));
}

static NidaDataset *
append_due (NidaDataset *base)
{
  g_autoptr (NidaItems) items = nida_items_new ();
  g_autoptr (NidaLedger) ledger = NULL;
  g_autoptr (GDateTime) today = g_date_time_new_now_local ();
  g_autoptr (GDateTime) soon = g_date_time_add_days (today, 10);
  g_autofree char *day = g_date_time_format (soon, "%Y-%m-%d");
  g_autofree char *text = g_strconcat ("[Nida entry]\nkind=money\namount=11\ncurrency=USD\ndue=", day,
                                       "\n[Step 1]\nstatus=committed\n", NULL);

  nida_items_put (items, nida_item_new (NIDA_ITEM_ENTRY, "a", 0, "[Nida entry]\nkind=money\namount=5\ncurrency=USD\ndue=2020-01-31\n"
                                        "[Step 1]\nstatus=pledged\n"));
  nida_items_put (items, nida_item_new (NIDA_ITEM_ENTRY, "b", 1, "[Nida entry]\nkind=money\namount=7\ncurrency=USD\ndue=2999-01-31\n"
                                        "[Step 1]\nstatus=pledged\n"));
  nida_items_put (items, nida_item_new (NIDA_ITEM_ENTRY, "c", 2, text));
  ledger = nida_ledger_new (items, NULL);
  return nida_ledger_append (ledger, base, NULL);
}

static void
assert_due (NidaLocalEngine     *engine,
            const NidaChartSpec *spec,
            NidaMeasure          measure,
            const char          *due,
            NidaMoney            sum)
{
  g_autoptr (NidaCube) cube = NULL;
  const char * const *values;

  g_assert_cmpuint (spec->measure, ==, measure);
  g_assert_cmpuint (nida_query_get_n_filters (spec->query), ==, 1);
  g_assert_cmpuint (nida_query_get_filter (spec->query, 0, &values), ==, NIDA_FIELD_DUE);
  g_assert_cmpstr (values[0], ==, due);
  spec->query->measures = 1u << measure;
  cube = nida_local_engine_query (engine, spec->query, NULL);
  g_assert_cmpint (nida_cube_get_total (cube)->values[measure], ==, sum * NIDA_MONEY_UNIT);
  g_assert_cmpuint (nida_cube_get_total (cube)->flows, ==, 1);
}

/* What the desk waits for has a card, from the first pledge on that is late, or is due soon; a click on it lists them. */
static void
test_due (void)
{
  g_autoptr (NidaDataset) base = load_samples ("iom-global-appeal-2024.csv", "kuwait-to-iom.csv"), dataset = append_due (base);
  g_autoptr (NidaLanguage) language = english ();
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaBoard) board = nida_board_new_for (engine, language);

  g_assert_cmpuint (board->cards->len, ==, 7);
  assert_due (engine, board->cards->pdata[5], NIDA_MEASURE_PLEDGED, "overdue", 5);
  assert_due (engine, board->cards->pdata[6], NIDA_MEASURE_COMMITTED, "soon", 11);
}

static void
test_stated_totals_only (void)
{
  g_autoptr (NidaDataset) dataset = load_samples ("gulf-donors.csv", NULL);
  g_autoptr (NidaLanguage) language = english ();
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaBoard) board = nida_board_new_for (engine, language);

  g_assert_true (has_chart (board, NIDA_CHART_RANKING));
  g_assert_false (has_chart (board, NIDA_CHART_COVERAGE));
  for (guint i = 0; i < board->charts->len; i++)
    g_assert_cmpint (((NidaChartSpec *) board->charts->pdata[i])->measure, ==, NIDA_MEASURE_REPORTED);
}

/* Only what would add the needs of all years is of one; what says dates, or lays the years out, stays as it is. */
static void
test_keep_year (void)
{
  const NidaBoard of_years = { .year = (char *) "2024" }, of_one = { 0 };
  static const struct { NidaChartKind kind; NidaMeasure measure; gboolean keeps; } cases[] = {
    { NIDA_CHART_NUMBER, NIDA_MEASURE_REQUIREMENT, TRUE }, { NIDA_CHART_NUMBER, NIDA_MEASURE_RECEIVED, FALSE },
    { NIDA_CHART_COVERAGE, NIDA_MEASURE_RECEIVED, TRUE }, { NIDA_CHART_WATERFALL, NIDA_MEASURE_RECEIVED, TRUE },
    { NIDA_CHART_RANKING, NIDA_MEASURE_GAP, TRUE }, { NIDA_CHART_TIMELINE, NIDA_MEASURE_REQUIREMENT, FALSE },
    { NIDA_CHART_LINE, NIDA_MEASURE_COVERAGE, FALSE }, { NIDA_CHART_EVENTS, NIDA_MEASURE_REQUIREMENT, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (cases[i].kind);
      const char * const *values;

      spec->measure = cases[i].measure;
      g_assert_false (nida_board_keep_year (&of_one, spec));
      g_assert_cmpint (nida_board_keep_year (&of_years, spec), ==, cases[i].keeps);
      g_assert_cmpuint (nida_query_get_n_filters (spec->query), ==, cases[i].keeps);
      if (!cases[i].keeps)
        continue;
      g_assert_cmpint (nida_query_get_filter (spec->query, 0, &values), ==, NIDA_FIELD_DATE);
      g_assert_cmpstr (values[0], ==, "2024");
      g_assert_false (nida_board_keep_year (&of_years, spec));
      nida_query_clear_filter (spec->query, NIDA_FIELD_DATE);
      spec->query->from = nida_date_new_year (2020);
      g_assert_false (nida_board_keep_year (&of_years, spec));
    }
}

/* A table of amounts alone must say why it has few charts; what has a date is shown over time without a donor, too. */
static void
test_lacks (void)
{
  static const struct { const char *table; NidaLacks lacks; gboolean timeline, ranking; } cases[] = {
    { "amount,category\n1000,Food\n2000,Health\n", NIDA_LACKS_DONORS | NIDA_LACKS_DATES, FALSE, FALSE },
    { "amount,date\n1000,2024-01-05\n2000,2024-02-05\n", NIDA_LACKS_DONORS, TRUE, FALSE },
    { "amount,donor\n1000,Kuwait\n2000,Qatar\n", NIDA_LACKS_DATES, FALSE, TRUE },
    { "amount,donor,date\n1000,Kuwait,2024\n2000,Qatar,2024\n", NIDA_LACKS_NOTHING, TRUE, TRUE },
    { "kind,amount,appeal,date\nrequirement,1000,Appeal,2024\n", NIDA_LACKS_NOTHING, FALSE, FALSE },
  };
  g_autoptr (NidaLanguage) language = english ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (g_get_tmp_dir (), "nida-test-lacks.csv", NULL);
      const char *inputs[] = { path, NULL };
      NidaLoadOptions options = { 0 };
      g_autoptr (GError) error = NULL;
      g_autoptr (NidaDataset) dataset = NULL;
      g_autoptr (NidaLocalEngine) engine = NULL;
      g_autoptr (NidaBoard) board = NULL, arranged = NULL;

      g_file_set_contents (path, cases[i].table, -1, &error);
      g_assert_no_error (error);
      dataset = nida_load (inputs, &options, NULL, &error);
      g_assert_no_error (error);
      engine = nida_local_engine_new (dataset);
      board = nida_board_new_for (engine, language);
      g_test_message ("%s", cases[i].table);
      g_assert_cmpint (board->lacks, ==, cases[i].lacks);
      g_assert_cmpint (nida_board_lack_words (board) != NULL, ==, cases[i].lacks != NIDA_LACKS_NOTHING);
      g_assert_cmpint (has_chart (board, NIDA_CHART_TIMELINE), ==, cases[i].timeline);
      g_assert_cmpint (has_chart (board, NIDA_CHART_RANKING), ==, cases[i].ranking);
      arranged = nida_board_new_arranged (board, NULL);
      g_assert_cmpint (arranged->lacks, ==, cases[i].lacks);
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
}

static void
test_filters_reach_every_chart (void)
{
  g_autoptr (NidaDataset) dataset = load_samples ("world-appeals.csv", NULL);
  g_autoptr (NidaLanguage) language = english ();
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaBoard) board = nida_board_new_for (engine, language);
  g_autoptr (NidaQuery) filters = nida_query_new ();

  nida_query_add_filter (filters, NIDA_FIELD_DATE, "2020");
  filters->rule = NIDA_RULE_DISTINCT;
  nida_board_filter (board, filters);
  for (guint i = 0; i < board->charts->len; i++)
    {
      NidaChartSpec *spec = board->charts->pdata[i];
      const char * const *values;

      g_assert_cmpint (spec->query->rule, ==, NIDA_RULE_DISTINCT);
      /* columns beside the chosen one stay */
      if (spec->kind == NIDA_CHART_TIMELINE && spec->stack != NIDA_STACK_CUMULATIVE)
        {
          g_assert_cmpuint (nida_query_get_n_filters (spec->query), ==, 0);
          g_assert_cmpint (spec->chosen_field, ==, NIDA_FIELD_DATE);
          g_assert_cmpstr (spec->chosen[0], ==, "2020");
          continue;
        }
      g_assert_cmpuint (nida_query_get_n_filters (spec->query), ==, 1);
      g_assert_cmpint (nida_query_get_filter (spec->query, 0, &values), ==, NIDA_FIELD_DATE);
      g_assert_cmpstr (values[0], ==, "2020");
      g_assert_null (values[1]);
    }
}

/* A ranking of donors under a filter on donors shows all of them, with what is chosen; everything else is narrowed. */
static void
test_own_field (void)
{
  g_autoptr (NidaDataset) dataset = load_samples ("gulf-donors.csv", NULL);
  g_autoptr (NidaLanguage) language = english ();
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaBoard) board = nida_board_new_for (engine, language);
  g_autoptr (NidaQuery) filters = nida_query_new ();

  nida_query_add_filter (filters, NIDA_FIELD_DONOR, "Kuwait");
  nida_query_add_filter (filters, NIDA_FIELD_KIND, "reported");
  nida_board_filter (board, filters);
  for (guint i = 0; i < board->charts->len; i++)
    {
      NidaChartSpec *spec = board->charts->pdata[i];
      gboolean whole = spec->kind == NIDA_CHART_RANKING || spec->kind == NIDA_CHART_PARTS;

      g_assert_cmpuint (nida_query_get_n_filters (spec->query), ==, whole ? 1 : 2);
      g_assert_cmpint (spec->chosen_field, ==, whole ? NIDA_FIELD_DONOR : NIDA_FIELD_NONE);
      g_assert_cmpint (spec->chosen != NULL, ==, whole);
      if (whole)
        g_assert_cmpstr (spec->chosen[0], ==, "Kuwait");
    }
}

/* Whole columns are chosen beside the others; a month of a timeline of years, or a part of a running total, narrows it. */
static void
test_own_columns (void)
{
  static const struct { NidaStep step; NidaStack stack; const char *value; gboolean whole; } cases[] = {
    { NIDA_STEP_NONE, NIDA_STACK_AUTO, "2024", TRUE },        { NIDA_STEP_NONE, NIDA_STACK_AUTO, "2024/25", TRUE },
    { NIDA_STEP_NONE, NIDA_STACK_AUTO, "2024-03-04", FALSE },  { NIDA_STEP_MONTH, NIDA_STACK_AUTO, "2024-03", TRUE },
    { NIDA_STEP_QUARTER, NIDA_STACK_AUTO, "2024", FALSE },    { NIDA_STEP_QUARTER, NIDA_STACK_AUTO, "2024-Q2", TRUE },
    { NIDA_STEP_NONE, NIDA_STACK_CUMULATIVE, "2024", FALSE }, { NIDA_STEP_NONE, NIDA_STACK_AUTO, "undated", FALSE },
    { NIDA_STEP_NONE, NIDA_STACK_AUTO, "2024-03", TRUE },     { NIDA_STEP_YEAR, NIDA_STACK_AUTO, "2024-03", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_TIMELINE), applied = NULL;
      g_autoptr (NidaQuery) filters = nida_query_new ();

      spec->step = cases[i].step;
      spec->stack = cases[i].stack;
      filters->fiscal_start = 4;
      nida_query_add_filter (filters, NIDA_FIELD_DATE, cases[i].value);
      applied = nida_board_apply (spec, filters);
      g_assert_cmpint (applied->chosen_field, ==, cases[i].whole ? NIDA_FIELD_DATE : NIDA_FIELD_NONE);
      g_assert_cmpuint (nida_query_get_n_filters (applied->query), ==, cases[i].whole ? 0 : 1);
    }
}

/* Coverage that is told no field shows the objectives of the only plan, and of several all plans. */
static void
test_only_plan (void)
{
  g_autoptr (NidaChartSpec) plans = nida_chart_spec_new (NIDA_CHART_COVERAGE), one = NULL, two = NULL;
  g_autoptr (NidaQuery) by_plan = nida_query_new ();

  nida_query_add_filter (by_plan, NIDA_FIELD_APPEAL, "Sudan");
  one = nida_board_apply (plans, by_plan);
  g_assert_null (one->chosen);
  g_assert_cmpuint (nida_query_get_n_filters (one->query), ==, 1);
  nida_query_add_filter (by_plan, NIDA_FIELD_APPEAL, "Yemen");
  two = nida_board_apply (plans, by_plan);
  g_assert_cmpint (two->chosen_field, ==, NIDA_FIELD_APPEAL);
  g_assert_cmpuint (nida_query_get_n_filters (two->query), ==, 0);
}

/* Coverage by plans under a filter on plans, by clusters under one on clusters; not the other way round. */
static void
test_own_plans (void)
{
  g_autoptr (NidaChartSpec) plans = nida_chart_spec_new (NIDA_CHART_COVERAGE), clusters = nida_chart_spec_new (NIDA_CHART_COVERAGE);
  g_autoptr (NidaChartSpec) one = NULL, other = NULL, wrong = NULL;
  g_autoptr (NidaQuery) by_plan = nida_query_new (), by_cluster = nida_query_new ();

  plans->query->by[plans->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_APPEAL, NIDA_STEP_NONE };
  clusters->query->by[clusters->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_CATEGORY, NIDA_STEP_NONE };
  nida_query_add_filter (by_plan, NIDA_FIELD_APPEAL, "Sudan");
  nida_query_add_filter (by_cluster, NIDA_FIELD_CATEGORY, "Food");
  one = nida_board_apply (plans, by_plan);
  other = nida_board_apply (clusters, by_cluster);
  wrong = nida_board_apply (plans, by_cluster);
  g_assert_cmpint (one->chosen_field, ==, NIDA_FIELD_APPEAL);
  g_assert_cmpint (other->chosen_field, ==, NIDA_FIELD_CATEGORY);
  g_assert_null (wrong->chosen);
  g_assert_cmpuint (nida_query_get_n_filters (one->query), ==, 0);
  g_assert_cmpuint (nida_query_get_n_filters (wrong->query), ==, 1);
}

/* Chosen from a list, the others go. */
static void
test_alone (void)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING), pale = NULL, alone = NULL;
  g_autoptr (NidaQuery) filters = nida_query_new ();

  spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  nida_query_add_filter (filters, NIDA_FIELD_DONOR, "Kuwait");
  pale = nida_board_apply (spec, filters);
  filters->alone = NIDA_ALONE_BIT (NIDA_FIELD_DONOR);
  alone = nida_board_apply (spec, filters);
  g_assert_cmpint (pale->chosen_field, ==, NIDA_FIELD_DONOR);
  g_assert_cmpuint (nida_query_get_n_filters (pale->query), ==, 0);
  g_assert_null (alone->chosen);
  g_assert_cmpuint (nida_query_get_n_filters (alone->query), ==, 1);
}

static void
assert_filter (const NidaChartSpec *spec,
               NidaField            field,
               const char          *words)
{
  g_autofree char *found = NULL;

  for (guint i = 0; i < nida_query_get_n_filters (spec->query); i++)
    {
      const char * const *values;

      if (nida_query_get_filter (spec->query, i, &values) == field)
        found = g_strjoinv ("|", (char **) values);
    }
  g_assert_cmpstr (found, ==, words);
}

/* Under a brush: both the filter and the brush hold, of time also where one is finer; a need is not narrowed by donors. */
static void
test_narrowed (void)
{
  static const struct { const char *filter, *brush, *common; } times[] = {
    { "2024", "2024-03", "2024-03" }, { "2024-03", "2024", "2024-03" }, { "2024", "2024", "2024" }, { "2024", "2025", NULL },
    { NULL, "2025", "2025" }, { NULL, "2025-Q3", "2025-Q3" },
  };
  g_autoptr (NidaChartSpec) needs = nida_chart_spec_new (NIDA_CHART_COVERAGE), own = NULL;
  g_autoptr (NidaQuery) brush = nida_query_new ();

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING), narrowed = NULL;
      g_autoptr (NidaQuery) query = nida_query_new ();

      if (times[i].filter != NULL)
        nida_query_add_filter (spec->query, NIDA_FIELD_DATE, times[i].filter);
      nida_query_add_filter (query, NIDA_FIELD_DATE, times[i].brush);
      narrowed = nida_board_narrow (spec, query);
      if (times[i].common != NULL)
        assert_filter (narrowed, NIDA_FIELD_DATE, times[i].common);
      else
        g_assert_null (narrowed);
    }
  nida_query_add_filter (needs->query, NIDA_FIELD_COUNTRY, "Sudan");
  nida_query_add_filter (brush, NIDA_FIELD_APPEAL, "Sudan 2024");
  nida_query_add_filter (brush, NIDA_FIELD_DONOR, "Kuwait");
  brush->from = nida_date_new_year (2024);
  own = nida_board_narrow (needs, brush);
  assert_filter (own, NIDA_FIELD_APPEAL, "Sudan 2024");
  assert_filter (own, NIDA_FIELD_COUNTRY, "Sudan");
  assert_filter (own, NIDA_FIELD_DONOR, NULL);
  g_assert_cmpint (nida_date_compare (own->query->from, nida_date_new_year (2024)), ==, 0);
}

/* A need is for a year: parts of years are those years, in a filter and in a brush, and that is said. */
static void
test_needs_are_for_years (void)
{
  static const struct { const char *values, *years; guint whole; } cases[] = {
    { "2024", "2024", 0 }, { "2024-03", "2024", NIDA_WHOLE_YEARS }, { "2024-Q1|2024-Q2", "2024", NIDA_WHOLE_YEARS },
    { "2024-11|2025", "2024|2025", NIDA_WHOLE_YEARS }, { "2024/25", "2024..2025", NIDA_WHOLE_YEARS }, { "undated", "undated", 0 },
    { "2023..2024", "2023..2024", 0 }, { "2024-02-29", "2024", NIDA_WHOLE_YEARS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NidaChartSpec) needs = nida_chart_spec_new (NIDA_CHART_COVERAGE), money = nida_chart_spec_new (NIDA_CHART_RANKING);
      g_autoptr (NidaChartSpec) of_needs = NULL, of_money = NULL, brushed = NULL;
      g_autoptr (NidaQuery) filters = nida_query_new ();
      g_auto (GStrv) values = g_strsplit (cases[i].values, "|", 0);

      filters->fiscal_start = 4;
      for (guint v = 0; values[v] != NULL; v++)
        nida_query_add_filter (filters, NIDA_FIELD_DATE, values[v]);
      of_needs = nida_board_apply (needs, filters);
      of_money = nida_board_apply (money, filters);
      brushed = nida_board_narrow (needs, filters);
      assert_filter (of_needs, NIDA_FIELD_DATE, cases[i].years);
      assert_filter (brushed, NIDA_FIELD_DATE, cases[i].years);
      assert_filter (of_money, NIDA_FIELD_DATE, cases[i].values);
      g_assert_cmpuint (of_needs->whole, ==, cases[i].whole);
      g_assert_cmpuint (nida_board_find_whole (needs, filters), ==, cases[i].whole);
      g_assert_cmpuint (nida_board_find_whole (money, filters), ==, 0);
    }
}

static void
test_reaches_years (void)
{
  static const struct { const char *values; gboolean reaches; } cases[] = {
    { "2024", TRUE }, { "2025", FALSE }, { "2026-03", TRUE }, { "2023-11", FALSE }, { "2025|2026", TRUE }, { "2025/26", TRUE },
    { "2022..2023", FALSE }, { "2023..2025", TRUE }, { "undated", FALSE }, { "2024-02-29", TRUE },
  };
  static const int years[] = { 2024, 2026 };
  g_autoptr (NidaQuery) none = nida_query_new (), span = nida_query_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NidaQuery) brush = nida_query_new ();
      g_auto (GStrv) values = g_strsplit (cases[i].values, "|", 0);

      brush->fiscal_start = 4;
      nida_query_add_filter (brush, NIDA_FIELD_COUNTRY, "Sudan");
      for (guint v = 0; values[v] != NULL; v++)
        nida_query_add_filter (brush, NIDA_FIELD_DATE, values[v]);
      g_test_message ("%s", cases[i].values);
      g_assert_cmpint (nida_board_reaches_years (brush, years, G_N_ELEMENTS (years)), ==, cases[i].reaches);
    }
  g_assert_true (nida_board_reaches_years (none, years, G_N_ELEMENTS (years)));
  span->from = (NidaDate) { nida_days_from_civil (2025, 2, 1), NIDA_PRECISION_DAY };
  g_assert_true (nida_board_reaches_years (span, years, G_N_ELEMENTS (years)));
  span->to = (NidaDate) { nida_days_from_civil (2025, 12, 31), NIDA_PRECISION_DAY };
  g_assert_false (nida_board_reaches_years (span, years, G_N_ELEMENTS (years)));
  span->to = (NidaDate) { nida_days_from_civil (2026, 1, 1), NIDA_PRECISION_DAY };
  g_assert_true (nida_board_reaches_years (span, years, G_N_ELEMENTS (years)));
}

static void
test_needs_of_a_span (void)
{
  g_autoptr (NidaChartSpec) needs = nida_chart_spec_new (NIDA_CHART_COVERAGE), asked = NULL, brushed = NULL;
  g_autoptr (NidaQuery) filters = nida_query_new ();

  filters->from = (NidaDate) { nida_days_from_civil (2024, 1, 1), NIDA_PRECISION_DAY };
  filters->to = (NidaDate) { nida_days_from_civil (2024, 12, 31), NIDA_PRECISION_DAY };
  g_assert_cmpuint (nida_board_find_whole (needs, filters), ==, 0);
  filters->to = (NidaDate) { nida_days_from_civil (2024, 3, 1), NIDA_PRECISION_MONTH };
  asked = nida_board_apply (needs, filters);
  brushed = nida_board_narrow (needs, filters);
  g_assert_cmpuint (asked->whole, ==, NIDA_WHOLE_YEARS);
  g_assert_cmpint (nida_date_last_day (asked->query->to), ==, nida_days_from_civil (2024, 12, 31));
  g_assert_cmpint (nida_date_last_day (brushed->query->to), ==, nida_days_from_civil (2024, 12, 31));
  g_assert_cmpint (nida_date_first_day (asked->query->from), ==, nida_days_from_civil (2024, 1, 1));
}

/* What a chart is divided by while a year is looked at by its quarters, and then a quarter by its months; the year that is chosen
 * is no column any more, and narrows. */
static void
test_look_closer (void)
{
  static const struct { NidaStep own, quarters, months; } charts[] = {
    { NIDA_STEP_NONE, NIDA_STEP_QUARTER, NIDA_STEP_MONTH },
    { NIDA_STEP_FISCAL_YEAR, NIDA_STEP_QUARTER, NIDA_STEP_MONTH },
    { NIDA_STEP_YEAR, NIDA_STEP_QUARTER, NIDA_STEP_MONTH },
    { NIDA_STEP_QUARTER, NIDA_STEP_QUARTER, NIDA_STEP_MONTH },
    { NIDA_STEP_MONTH, NIDA_STEP_MONTH, NIDA_STEP_MONTH },
    { NIDA_STEP_DAY, NIDA_STEP_DAY, NIDA_STEP_DAY },
  };
  g_autoptr (NidaQuery) filters = nida_query_new ();

  nida_query_add_filter (filters, NIDA_FIELD_DATE, "2024");
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_TIMELINE), narrowed = NULL;

      spec->step = charts[i].own;
      nida_board_look_closer (spec, NIDA_STEP_NONE, FALSE);
      g_assert_cmpint (spec->step, ==, charts[i].own);
      nida_board_look_closer (spec, NIDA_STEP_QUARTER, FALSE);
      g_assert_cmpint (spec->step, ==, charts[i].quarters);
      narrowed = nida_board_apply (spec, filters);
      assert_filter (narrowed, NIDA_FIELD_DATE, "2024");
      nida_board_look_closer (spec, NIDA_STEP_MONTH, FALSE);
      g_assert_cmpint (spec->step, ==, charts[i].months);
    }
}

/* A region that is looked at closer is its countries, wherever a chart has regions. */
static void
test_look_closer_at_regions (void)
{
  g_autoptr (NidaQuery) filters = nida_query_new ();
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_HEATMAP), both = nida_chart_spec_new (NIDA_CHART_SANKEY), narrowed = NULL;

  nida_query_add_filter (filters, NIDA_FIELD_REGION, "Western Asia");
  spec->query->by[0] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  spec->query->by[1] = (NidaGroupBy) { NIDA_FIELD_REGION, NIDA_STEP_NONE };
  spec->query->n_by = 2;
  nida_board_look_closer (spec, NIDA_STEP_NONE, FALSE);
  g_assert_cmpint (spec->query->by[1].field, ==, NIDA_FIELD_REGION);
  nida_board_look_closer (spec, NIDA_STEP_NONE, TRUE);
  g_assert_cmpint (spec->query->by[0].field, ==, NIDA_FIELD_DONOR);
  g_assert_cmpint (spec->query->by[1].field, ==, NIDA_FIELD_COUNTRY);
  narrowed = nida_board_apply (spec, filters);
  assert_filter (narrowed, NIDA_FIELD_REGION, "Western Asia");
  /* never twice by country */
  both->query->by[0] = (NidaGroupBy) { NIDA_FIELD_REGION, NIDA_STEP_NONE };
  both->query->by[1] = (NidaGroupBy) { NIDA_FIELD_COUNTRY, NIDA_STEP_NONE };
  both->query->n_by = 2;
  nida_board_look_closer (both, NIDA_STEP_NONE, TRUE);
  g_assert_cmpint (both->query->by[0].field, ==, NIDA_FIELD_REGION);
}

static void
test_needs_stay_whole (void)
{
  g_autoptr (NidaDataset) dataset = load_samples ("iom-global-appeal-2024.csv", "kuwait-to-iom.csv");
  g_autoptr (NidaLanguage) language = english ();
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaBoard) board = nida_board_new_for (engine, language);
  g_autoptr (NidaQuery) filters = nida_query_new ();

  nida_query_add_filter (filters, NIDA_FIELD_DONOR, "Kuwait");
  nida_board_filter (board, filters);
  for (guint i = 0; i < board->cards->len; i++)
    {
      NidaChartSpec *spec = board->cards->pdata[i];
      gboolean money = spec->measure == NIDA_MEASURE_RECEIVED || spec->measure == NIDA_MEASURE_PLEDGED;

      g_assert_cmpuint (nida_query_get_n_filters (spec->query), ==, money ? 1 : 0);
      g_assert_cmpuint (spec->whole, ==, money ? 0 : NIDA_WHOLE_DONORS);
    }
}

/* Eight donors in three years, cells of two names, of none, and a negative one. */
static NidaDataset *
load_many_donors (void)
{
  g_autoptr (GString) csv = g_string_new ("date,donor,kind,amount_usd\n");
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "nida-many-donors.csv", NULL);
  const char *inputs[] = { path, NULL };
  NidaLoadOptions options = { 0 };
  g_autoptr (GError) error = NULL;
  NidaDataset *dataset;

  for (guint i = 0; i < 8 * 40; i++)
    g_string_append_printf (csv, "%u-%02u-01,Donor %c,paid,%u\n", 2022 + i / 7 % 3, 1 + i / 21 % 12, 'A' + i % 8, 1000 * (9 - i % 8) + i);
  g_string_append (csv, "2023-05-01,\"Donor A, Donor H\",paid,3000\n2024-01-01,,paid,90000\n2024-02-01,Donor H,paid,-2500\n");
  g_assert_true (g_file_set_contents (path, csv->str, (gssize) csv->len, &error));
  dataset = nida_load (inputs, &options, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return dataset;
}

/* Names without a hue are asked for together: not a point of the picture, nor a figure of the table, may tell. */
static void
test_timeline_of_hues (void)
{
  g_autoptr (NidaDataset) dataset = load_many_donors ();
  g_autoptr (NidaLanguage) language = english ();
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();
  g_autoptr (NidaSources) sources = nida_sources_new (dataset, language);
  NidaChartContext context = { .language = language, .measurer = measurer, .width = 648, .height = 356, .scale = 1,
                               .colors = sources->colors, .sources = (const char * const *) sources->names };
  char *dumps[2] = { NULL }, *tables[2] = { NULL };
  guint n_cells[2] = { 0 };

  nida_sources_pin_donors (sources, engine);
  for (guint told = 0; told < 2; told++)
    {
      g_autoptr (NidaBoard) board = nida_board_new_for (engine, language);

      if (told)
        nida_board_set_colors (board, sources->colors);
      for (guint i = 0; i < board->charts->len; i++)
        {
          NidaChartSpec *spec = board->charts->pdata[i];
          g_autoptr (GPtrArray) queries = nida_chart_spec_queries (spec);
          g_autoptr (GPtrArray) cubes = nida_local_engine_query_all (engine, queries, NULL);
          g_autoptr (NidaScene) scene = nida_chart_build (spec, cubes, &context);

          if (spec->kind != NIDA_CHART_TIMELINE)
            continue;
          n_cells[told] = nida_cube_get_n_cells (cubes->pdata[0]);
          dumps[told] = nida_scene_dump (scene);
          tables[told] = nida_scene_table_to_tsv (scene);
        }
    }
  g_assert_cmpuint (n_cells[1], <, n_cells[0]);
  g_assert_cmpstr (dumps[0], ==, dumps[1]);
  g_assert_cmpstr (tables[0], ==, tables[1]);
  for (guint i = 0; i < 2; i++)
    {
      g_free (dumps[i]);
      g_free (tables[i]);
    }
}

static void
test_sources (void)
{
  g_autoptr (NidaDataset) dataset = load_samples ("kuwait-to-iom.csv", NULL);
  g_autoptr (NidaLanguage) language = english ();
  g_autoptr (NidaSources) sources = nida_sources_new (dataset, language);

  g_assert_cmpuint (g_strv_length (sources->names), ==, 3);
  g_assert_cmpstr (sources->names[0], ==, "Al-Rai (Kuwait), 4 February 2024");
  g_assert_cmpint (sources->as_of.precision, ==, NIDA_PRECISION_DAY);
  g_assert_cmpint (sources->as_of.day, ==, nida_days_from_civil (2025, 12, 10));
}

/* What charts.md asks of a source line: the needs of an appeal are not in the report on trafficking. */
static void
test_sources_of_charts (void)
{
  static const struct { NidaChartKind kind; NidaMeasure measure; const char *first, *never; } rows[] = {
    { NIDA_CHART_COVERAGE, NIDA_MEASURE_RECEIVED, "Al-Rai (Kuwait), 4 February 2024", "refworld.org" },
    { NIDA_CHART_PARTS, NIDA_MEASURE_REQUIREMENT, "Al-Rai (Kuwait), 4 February 2024", "refworld.org" },
    { NIDA_CHART_INDICATOR, NIDA_MEASURE_RECEIVED, "refworld.org", "zawya.com" },
    { NIDA_CHART_EVENTS, NIDA_MEASURE_RECEIVED, "Al-Rai (Kuwait), 4 February 2024", "refworld.org" },
  };
  g_autoptr (NidaDataset) dataset = load_samples ("iom-global-appeal-2024.csv", "kuwait-to-iom.csv");
  g_autoptr (NidaLanguage) language = english ();
  g_autoptr (NidaSources) sources = nida_sources_new (dataset, language);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (rows[i].kind);
      const char * const *names;

      spec->measure = rows[i].measure;
      names = nida_sources_get_names (sources, spec);
      g_assert_cmpstr (names[0], ==, rows[i].first);
      g_assert_false (g_strv_contains (names, rows[i].never));
      g_assert_true (nida_sources_get_names (sources, spec) == names);
    }
}

/* A statement that differs is told under the charts that draw what it is about. */
static void
test_differences_of_charts (void)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  const NidaSourceInfo info = { .name = (char *) "a", .format = (char *) "x", .family = (char *) "fts", .states_move = TRUE };
  NidaStated share = { .kind = NIDA_STATED_SHARE, .line = 2, .where = (char *) "percentFunded", .subject = (char *) "Plan",
                       .stated = 13000, .computed = 12496, .differs = TRUE };
  NidaStated received = { .kind = NIDA_STATED_RECEIVED, .where = (char *) "fundingTotal", .stated = 5000,
                          .computed = NIDA_MONEY_NONE };
  g_autoptr (NidaLanguage) language = english ();
  g_autoptr (NidaChartSpec) coverage = nida_chart_spec_new (NIDA_CHART_COVERAGE);
  g_autoptr (NidaChartSpec) timeline = nida_chart_spec_new (NIDA_CHART_TIMELINE);
  g_autoptr (NidaChartSpec) events = nida_chart_spec_new (NIDA_CHART_EVENTS);
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (NidaSources) sources = NULL;
  const char *words;

  nida_dataset_builder_add_source (builder, &info);
  nida_report_add_stated (nida_dataset_builder_get_report (builder), &share);
  share.line = 3;
  nida_report_add_stated (nida_dataset_builder_get_report (builder), &share);
  nida_report_add_stated (nida_dataset_builder_get_report (builder), &received);
  dataset = nida_dataset_builder_end (builder);
  sources = nida_sources_new (dataset, language);
  timeline->measure = NIDA_MEASURE_RECEIVED;

  words = nida_sources_get_differences (sources, coverage);
  g_assert_nonnull (strstr (words, "2 stated percentages are not what their own figures make."));
  g_assert_true (nida_sources_get_differences (sources, coverage) == words);
  words = nida_sources_get_differences (sources, timeline);
  g_assert_cmpstr (words, ==, "The source states $5 received; Nida sums $0, which differs by $5.");
  g_assert_null (nida_sources_get_differences (sources, events));
}

static void
test_sources_without_rows (void)
{
  g_autoptr (NidaDataset) dataset = load_samples ("iom-global-appeal-2024.csv", NULL);
  g_autoptr (NidaLanguage) language = english ();
  g_autoptr (NidaSources) sources = nida_sources_new (dataset, language);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_EVENTS);

  g_assert_true (nida_sources_get_names (sources, spec) == (const char * const *) sources->names);
  g_assert_nonnull (sources->names[0]);
}

static void
test_scene_in_both_directions (void)
{
  static const char * const codes[] = { "en", "ar" };
  g_autoptr (NidaDataset) dataset = load_samples ("iom-global-appeal-2024.csv", "kuwait-to-iom.csv");
  g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (NidaLanguage) language = nida_language_new (codes[i], NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
      g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
      g_autoptr (NidaBoard) board = nida_board_new_for (engine, language);
      g_autoptr (NidaSources) sources = nida_sources_new (dataset, language);
      NidaChartContext context = {
        .language = language, .measurer = measurer, .width = 1136, .scale = 1, .colors = sources->colors,
      };
      g_autoptr (NidaScene) scene = nida_board_build (board, engine, sources, &context);
      const NidaNode *first, *second;

      g_assert_cmpint (nida_scene_is_rtl (scene), ==, i == 1);
      /* Arabic letters reach far below their line: the lines of the head may not overlap */
      first = nida_scene_find (scene, "board/title");
      second = nida_scene_find (scene, "board/subtitle");
      g_assert_cmpfloat (first->box.y + first->box.height, <=, second->box.y);
      g_assert_cmpfloat (second->box.y + second->box.height, <=, nida_scene_find (scene, "card/0")->box.y);
      first = nida_scene_find (scene, "card/0");
      second = nida_scene_find (scene, "card/1");
      g_assert_true ((first->box.x < second->box.x) == (i == 0));
      for (guint n = 0; n < nida_scene_get_n_nodes (scene); n++)
        {
          const NidaNode *node = nida_scene_get_node (scene, n);

          g_assert_cmpfloat (node->box.x, >=, -0.5);
          g_assert_cmpfloat (node->box.x + node->box.width, <=, nida_scene_get_width (scene) + 0.5);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board/needs-of-years-are-of-one", test_keep_year);
  g_test_add_func ("/board/appeal-and-donor/charts-that-fit", test_appeal_and_donor);
  g_test_add_func ("/board/due/late-and-soon-have-cards", test_due);
  g_test_add_func ("/board/stated-totals-only/are-measured-as-reported", test_stated_totals_only);
  g_test_add_func ("/board/lacks/donors-and-dates-are-said-to-be-missing", test_lacks);
  g_test_add_func ("/board/filters/reach-every-chart-and-win", test_filters_reach_every_chart);
  g_test_add_func ("/board/filters/a-chart-of-donors-keeps-all-of-them", test_own_field);
  g_test_add_func ("/board/own-columns/stay-whole-where-whole-ones-are-chosen", test_own_columns);
  g_test_add_func ("/board/own-plans/stay-whole", test_own_plans);
  g_test_add_func ("/board/filter/coverage-of-the-only-plan-shows-its-objectives", test_only_plan);
  g_test_add_func ("/board/narrowed/by-filter-and-brush", test_narrowed);
  g_test_add_func ("/board/needs/are-for-whole-years", test_needs_are_for_years);
  g_test_add_func ("/board/needs/of-a-span-are-for-whole-years", test_needs_of_a_span);
  g_test_add_func ("/board/needs/a-brush-reaches-their-years-or-not", test_reaches_years);
  g_test_add_func ("/board/look-closer/divides-regions-into-countries", test_look_closer_at_regions);
  g_test_add_func ("/board/look-closer/divides-finer-than-the-step-of-a-chart", test_look_closer);
  g_test_add_func ("/board/filters/a-donor-does-not-narrow-needs", test_needs_stay_whole);
  g_test_add_func ("/board/colors/a-timeline-asks-for-hues-and-the-others", test_timeline_of_hues);
  g_test_add_func ("/sources/own-csv/cited-sources-most-rows-first", test_sources);
  g_test_add_func ("/sources/chart/only-those-of-its-rows", test_sources_of_charts);
  g_test_add_func ("/sources/chart/differences-stand-under-the-charts-they-are-about", test_differences_of_charts);
  g_test_add_func ("/sources/chart/no-rows-names-all", test_sources_without_rows);
  g_test_add_func ("/board-scene/both-directions/first-card-at-the-start", test_scene_in_both_directions);
  g_test_add_func ("/board/filter/chosen-from-a-list-is-alone", test_alone);
  return g_test_run ();
}
