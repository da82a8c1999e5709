/* Whatever a selection consists of, and whatever chart it came from: what an index says of it is what the engine says that is asked
 * for the same rows alone. */
#include "link-support.h"

enum { N_ROWS = 400, N_BRUSHES = 60 };

static const char * const donors[] = { "Kuwait", "Qatar", "Germany", "Canada", "Someone", "" };
static const char * const categories[] = { "Food", "Health", "Water", "Food, Health", "Health, Water", "Food, Health, Water", "" };
static const char * const countries[] = { "Yemen", "Sudan", "Yemen, Sudan", "Sudan, Chad", "Chad", "" };
static const char * const dates[] = {
  "2023-01-05", "2023-01-30", "2023-02", "2023-Q1", "2023", "2023-05-01", "2023-12-31", "2024-01-01", "2024-03-31", "2024-04-01",
  "2024-04", "2024-Q3", "2024", "2024-11-20", "2025-03-31", "2023..2024", "2024-01-10..2024-01-20", "2024-03..2024-04", NULL,
};
static const char * const values_of_dates[] = {
  "2023-01-05", "2023-01-30", "2024-01-01", "2023-02", "2024-04", "2023-Q1", "2024-Q3", "2023", "2024", "2023/24", "2024/25", "undated",
  "2023-01-04", "2023..2024",
};
static const char * const ends[] = { "2023-01-05", "2023-01-06", "2023-02", "2023-Q1", "2023", "2024-01-10", "2024-04", "2024", "2025-03" };

static const char *
pick (GRand              *random,
      const char * const *words,
      guint               n)
{
  return words[g_rand_int_range (random, 0, (gint) n)];
}

#define PICK(words) pick (random, words, G_N_ELEMENTS (words))

static NidaLocalEngine *
random_engine (GRand *random)
{
  g_autoptr (NidaDatasetBuilder) builder = test_builder ();
  g_autoptr (NidaDataset) dataset = NULL;

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *amount = g_strdup_printf ("%d", g_rand_int_range (random, 1, 5000)), *id = g_strdup_printf ("%u", i);
      TestRow row = { .kind = NIDA_KIND_PAID, .amount = amount, .id = id, .date = PICK (dates), .donor = PICK (donors),
                      .category = PICK (categories), .country = PICK (countries) };

      row.donor_country = row.donor;
      row.usage_first = row.usage_last = g_rand_int_range (random, 2023, 2026);
      row.usage_last += g_rand_int_range (random, 0, 2);
      test_add_row (builder, &row, i + 2);
    }
  dataset = nida_dataset_builder_end (builder);
  return nida_local_engine_new (dataset);
}

/* --- the charts of a board --- */

static LinkBoard *
make_board (NidaLocalEngine *engine)
{
  static const struct { NidaChartKind kind; NidaStep step; const char *by; } charts[] = {
    { NIDA_CHART_NUMBER, NIDA_STEP_NONE, NULL }, { NIDA_CHART_TIMELINE, NIDA_STEP_NONE, NULL }, { NIDA_CHART_TIMELINE, NIDA_STEP_MONTH, "donor" },
    { NIDA_CHART_TIMELINE, NIDA_STEP_QUARTER, "category" }, { NIDA_CHART_TIMELINE, NIDA_STEP_YEAR, NULL }, { NIDA_CHART_TIMELINE, NIDA_STEP_FISCAL_YEAR, NULL },
    { NIDA_CHART_RANKING, NIDA_STEP_NONE, "donor" }, { NIDA_CHART_RANKING, NIDA_STEP_NONE, "donor_group" }, { NIDA_CHART_PARTS, NIDA_STEP_NONE, "category" },
    { NIDA_CHART_WAFFLE, NIDA_STEP_NONE, "donor" }, { NIDA_CHART_TREEMAP, NIDA_STEP_NONE, "donor,category" }, { NIDA_CHART_HEATMAP, NIDA_STEP_YEAR, "donor" },
    { NIDA_CHART_HEATMAP, NIDA_STEP_NONE, "donor,country" }, { NIDA_CHART_LINE, NIDA_STEP_YEAR, "donor" }, { NIDA_CHART_AREA, NIDA_STEP_QUARTER, "donor" },
    { NIDA_CHART_SANKEY, NIDA_STEP_NONE, "donor,category,country" }, { NIDA_CHART_TILE_MAP, NIDA_STEP_NONE, NULL }, { NIDA_CHART_RANKING, NIDA_STEP_NONE, "usage_year" },
  };
  LinkBoard *board = link_board_new (engine, NIDA_MEASURE_RECEIVED, NIDA_RULE_AUTO);

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    link_board_add (board, charts[i].kind, charts[i].step, charts[i].by, NIDA_FIELD_NONE);
  return board;
}

/* --- selections --- */

static NidaDate
parse_date (const char *text)
{
  return test_period (text).start;
}

static void
add_values (GRand              *random,
            NidaBrush          *brush,
            NidaField           field,
            const char * const *words,
            guint               n)
{
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
  guint first = (guint) g_rand_int_range (random, 0, (gint) n), many = MIN ((guint) g_rand_int_range (random, 1, 4), n);

  for (guint i = 0; i < many; i++)
    g_strv_builder_add (values, words[(first + i) % n]);
  brush->parts[brush->n_parts++] = (NidaBrushPart) { .field = field, .values = g_strv_builder_end (values) };
}

static void
add_span (GRand     *random,
          NidaBrush *brush)
{
  guint from = (guint) g_rand_int_range (random, 0, G_N_ELEMENTS (ends)), to = (guint) g_rand_int_range (random, (gint) from, G_N_ELEMENTS (ends));

  brush->parts[brush->n_parts++] = (NidaBrushPart) { .field = NIDA_FIELD_DATE, .from = parse_date (ends[from]), .to = parse_date (ends[to]) };
}

static void
add_part (GRand     *random,
          NidaBrush *brush,
          guint      which)
{
  static const char * const names[] = { "Food", "Health", "Water" }, * const places[] = { "Yemen", "Sudan", "Chad" }, * const groups[] = { "GCC", "DAC", "EU" };
  static const char * const years[] = { "2023", "2024", "2025" };

  switch (which)
    {
    case 0: add_span (random, brush); break;
    case 1: add_values (random, brush, NIDA_FIELD_DATE, values_of_dates, G_N_ELEMENTS (values_of_dates)); break;
    case 2: add_values (random, brush, NIDA_FIELD_DONOR, donors, G_N_ELEMENTS (donors)); break;
    case 3: add_values (random, brush, NIDA_FIELD_CATEGORY, names, G_N_ELEMENTS (names)); break;
    case 4: add_values (random, brush, NIDA_FIELD_COUNTRY, places, G_N_ELEMENTS (places)); break;
    case 5: add_values (random, brush, NIDA_FIELD_DONOR_GROUP, groups, G_N_ELEMENTS (groups)); break;
    default: add_values (random, brush, NIDA_FIELD_USAGE_YEAR, years, G_N_ELEMENTS (years)); break;
    }
}

static NidaBrush *
random_brush (GRand *random)
{
  NidaBrush *brush = g_new0 (NidaBrush, 1);
  guint first = (guint) g_rand_int_range (random, 0, 7), second = (guint) g_rand_int_range (random, 2, 7);

  add_part (random, brush, first);
  if (g_rand_boolean (random) && second != first)
    add_part (random, brush, second);
  return brush;
}

/* --- the property --- */

/* Another selection that the index is said to have bins for is answered by it, too. */
static void
check_brush (GRand           *random,
             LinkBoard       *board,
             guint            source,
             const NidaBrush *brush,
             gboolean         scan)
{
  NidaLinkJob *job = link_board_make (board, source, brush, scan);

  link_board_check (board, job, brush);
  for (guint i = 0; i < 10 && !scan; i++)
    {
      g_autoptr (NidaBrush) other = random_brush (random);

      if (nida_link_job_has_fields (job, other))
        link_board_check (board, job, other);
    }
  nida_link_job_free (job);
}

static void
test_figures (gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (LinkBoard) board = make_board (random_engine (random));

  for (guint i = 0; i < N_BRUSHES; i++)
    {
      g_autoptr (NidaBrush) brush = random_brush (random);
      guint source = (guint) g_rand_int_range (random, 0, (gint) board->links->len);

      check_brush (random, board, G_MAXUINT, brush, FALSE);
      check_brush (random, board, source, brush, FALSE);
      check_brush (random, board, source, brush, TRUE);
    }
  g_test_message ("%u figures, %u of them not nothing", board->n_checked, board->n_inside);
  g_assert_cmpuint (board->n_inside, >, board->n_checked / 10);
  g_assert_cmpuint (board->n_checked, >, N_BRUSHES * 100);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/link-job/selections/say-what-the-engine-says-alone/one", GUINT_TO_POINTER (1), test_figures);
  g_test_add_data_func ("/link-job/selections/say-what-the-engine-says-alone/two", GUINT_TO_POINTER (2), test_figures);
  return g_test_run ();
}
