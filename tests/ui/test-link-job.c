/* Whatever a selection consists of, and whatever chart it came from: what an index says of it is what the engine says that is asked
 * for the same rows alone. */
#include "fixture.h"

#include "link-job.h"

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

static NidaChartSpec *
add_chart (GPtrArray       *links,
           NidaLocalEngine *engine,
           NidaMeasurer    *measurer,
           NidaLanguage    *language,
           NidaChartKind    kind,
           NidaStep         step,
           const char      *by)
{
  NidaChartSpec *spec = nida_chart_spec_new (kind);
  NidaChartContext context = { .language = language, .measurer = measurer, .width = 900, .height = 500, .scale = 1 };
  g_autoptr (GPtrArray) queries = NULL, cubes = NULL;
  NidaLink *link = g_new0 (NidaLink, 1);

  nida_query_unref (spec->query);
  spec->query = test_query (MEASURE (RECEIVED), by);
  spec->query->fiscal_start = 4;
  spec->measure = NIDA_MEASURE_RECEIVED;
  spec->step = step;
  queries = nida_chart_spec_queries (spec);
  cubes = nida_local_engine_query_all (engine, queries, NULL);
  link->chart = links->len;
  link->spec = spec;
  link->scene = nida_chart_build (spec, cubes, &context);
  link->brushables = nida_scene_brushables (link->scene);
  g_ptr_array_add (links, link);
  return spec;
}

static GPtrArray *
make_links (NidaLocalEngine *engine)
{
  static const struct { NidaChartKind kind; NidaStep step; const char *by; } charts[] = {
    { NIDA_CHART_NUMBER, NIDA_STEP_NONE, NULL }, { NIDA_CHART_TIMELINE, NIDA_STEP_NONE, NULL }, { NIDA_CHART_TIMELINE, NIDA_STEP_MONTH, "donor" },
    { NIDA_CHART_TIMELINE, NIDA_STEP_QUARTER, "category" }, { NIDA_CHART_TIMELINE, NIDA_STEP_YEAR, NULL }, { NIDA_CHART_TIMELINE, NIDA_STEP_FISCAL_YEAR, NULL },
    { NIDA_CHART_RANKING, NIDA_STEP_NONE, "donor" }, { NIDA_CHART_RANKING, NIDA_STEP_NONE, "donor_group" }, { NIDA_CHART_PARTS, NIDA_STEP_NONE, "category" },
    { NIDA_CHART_WAFFLE, NIDA_STEP_NONE, "donor" }, { NIDA_CHART_TREEMAP, NIDA_STEP_NONE, "donor,category" }, { NIDA_CHART_HEATMAP, NIDA_STEP_YEAR, "donor" },
    { NIDA_CHART_HEATMAP, NIDA_STEP_NONE, "donor,country" }, { NIDA_CHART_LINE, NIDA_STEP_YEAR, "donor" }, { NIDA_CHART_AREA, NIDA_STEP_QUARTER, "donor" },
    { NIDA_CHART_SANKEY, NIDA_STEP_NONE, "donor,category,country" }, { NIDA_CHART_TILE_MAP, NIDA_STEP_NONE, NULL }, { NIDA_CHART_RANKING, NIDA_STEP_NONE, "usage_year" },
  };
  g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();
  g_autoptr (NidaLanguage) language = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  GPtrArray *links = g_ptr_array_new_with_free_func (nida_link_free);

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    add_chart (links, engine, measurer, language, charts[i].kind, charts[i].step, charts[i].by);
  return links;
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

static char *
describe (const NidaBrush *brush)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < brush->n_parts; i++)
    {
      const NidaBrushPart *part = &brush->parts[i];
      g_autofree char *from = part->values == NULL ? nida_date_to_string (part->from) : NULL, *to = part->values == NULL ? nida_date_to_string (part->to) : NULL;
      g_autofree char *values = part->values != NULL ? g_strjoinv ("|", part->values) : g_strdup_printf ("%s to %s", from, to);

      g_string_append_printf (text, "%s=%s ", nida_field_get_name (part->field), values);
    }
  return g_string_free (text, FALSE);
}

/* --- what the engine says alone --- */

/* By id: what of the rows that pass @query was received. */
static GHashTable *
ask_rows (NidaLocalEngine *engine,
          NidaQuery       *query)
{
  GHashTable *rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (NidaQuery) by_id = nida_query_copy (query);
  g_autoptr (NidaCube) cube = NULL;
  g_autoptr (GError) error = NULL;

  by_id->n_by = 1;
  by_id->by[0] = (NidaGroupBy) { NIDA_FIELD_ID, NIDA_STEP_NONE };
  by_id->measures = MEASURE (RECEIVED);
  cube = nida_local_engine_query (engine, by_id, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);

      g_hash_table_insert (rows, g_strdup (nida_cube_get_item (cube, 0, cell->item[0])->name),
                           g_memdup2 (&cell->values[NIDA_MEASURE_RECEIVED], sizeof (NidaMoney)));
    }
  return rows;
}

static NidaQuery *
question_of (const NidaBrush *brush)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_new ();
  NidaQuery *query = nida_query_new ();

  nida_brush_apply (brush, filters);
  nida_filter_set_apply (filters, query, NIDA_FIELD_NONE);
  query->fiscal_start = 4;
  return query;
}

static GHashTable *
rows_of_mark (NidaLocalEngine     *engine,
              const NidaBrushMark *mark)
{
  g_autoptr (NidaQuery) query = nida_query_new ();

  query->fiscal_start = 4;
  for (guint f = 0; f < mark->n_fields; f++)
    nida_query_add_filter (query, mark->fields[f], mark->values[f]);
  return ask_rows (engine, query);
}

/* Of the rows of both; @within may be NULL for all. */
static NidaMoney
sum_of (GHashTable *rows,
        GHashTable *within)
{
  GHashTableIter iter;
  gpointer id, money;
  NidaMoney sum = 0;

  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, &id, &money))
    if (within == NULL || g_hash_table_contains (within, id))
      sum += *(const NidaMoney *) money;
  return sum;
}

/* By chart and mark: its rows, where the mark is what its filter says; NULL for what it shares with others. */
static GPtrArray *
rows_of_marks (NidaLocalEngine *engine,
               GPtrArray       *links)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint l = 0; l < links->len; l++)
    {
      const NidaLink *link = links->pdata[l];
      GPtrArray *marks = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);

      for (guint i = 0; i < link->brushables->len; i++)
        {
          const NidaBrushable *brushable = &g_array_index (link->brushables, NidaBrushable, i);
          GHashTable *rows = rows_of_mark (engine, &brushable->brush);

          if (brushable->brush.n_rests > 0 || sum_of (rows, NULL) != brushable->mark->money)
            g_hash_table_remove_all (rows);
          g_ptr_array_add (marks, rows);
        }
      g_ptr_array_add (all, marks);
    }
  return all;
}

/* --- the property --- */

typedef struct {
  NidaLocalEngine *engine;
  GPtrArray       *links, *rows;
  guint            n_checked, n_inside;
} Board;

static void
check_figures (Board             *board,
               const NidaLinkJob *job,
               const NidaBrush   *brush)
{
  g_autoptr (NidaQuery) question = question_of (brush);
  g_autoptr (GHashTable) chosen = ask_rows (board->engine, question);
  g_autofree char *said = describe (brush);
  NidaBrushRange ranges[NIDA_BRUSH_MOST_FIELDS];

  nida_brush_ranges (brush, ranges);
  nida_brush_index_choose (job->index, ranges);
  for (guint l = 0; l < board->links->len; l++)
    {
      const NidaLink *link = board->links->pdata[l];

      for (guint i = 0; i < link->brushables->len; i++)
        {
          GHashTable *rows = ((GPtrArray *) board->rows->pdata[l])->pdata[i];
          NidaMoney told = nida_brush_index_get (job->index, l, i), expected = sum_of (rows, chosen);

          if (told == NIDA_MONEY_NONE || g_hash_table_size (rows) == 0)
            continue;
          board->n_checked++;
          board->n_inside += expected != 0;
          if (told != expected)
            g_test_message ("%s, chart %u (%s), mark %s", said, l, nida_chart_kind_get_name (link->spec->kind),
                            link->spec->kind == NIDA_CHART_NUMBER ? "" : nida_mark_get_label (g_array_index (link->brushables, NidaBrushable, i).mark));
          g_assert_cmpint (told, ==, expected);
        }
    }
}

/* Another selection that the index is said to have bins for is answered by it, too. */
static void
check_brush (GRand           *random,
             Board           *board,
             guint            source,
             const NidaBrush *brush,
             gboolean         scan)
{
  NidaLinkJob *job = scan ? nida_link_job_new_scan (board->engine, board->links, source, brush)
                          : nida_link_job_new (board->engine, board->links, source, brush);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (job);
  job->index = nida_local_engine_make_brush_index (board->engine, job->axes, job->n_axes, (const NidaBrushChart *) job->charts->data,
                                                   job->charts->len, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (nida_link_job_has_fields (job, brush));
  check_figures (board, job, brush);
  for (guint i = 0; i < 10 && !scan; i++)
    {
      g_autoptr (NidaBrush) other = random_brush (random);

      if (nida_link_job_has_fields (job, other))
        check_figures (board, job, other);
    }
  nida_link_job_free (job);
}

static void
test_figures (gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (NidaLocalEngine) engine = random_engine (random);
  g_autoptr (GPtrArray) links = make_links (engine);
  g_autoptr (GPtrArray) rows = rows_of_marks (engine, links);
  Board board = { engine, links, rows, 0, 0 };

  for (guint i = 0; i < N_BRUSHES; i++)
    {
      g_autoptr (NidaBrush) brush = random_brush (random);
      guint source = (guint) g_rand_int_range (random, 0, (gint) links->len);

      check_brush (random, &board, G_MAXUINT, brush, FALSE);
      check_brush (random, &board, source, brush, FALSE);
      check_brush (random, &board, source, brush, TRUE);
    }
  g_test_message ("%u figures, %u of them not nothing", board.n_checked, board.n_inside);
  g_assert_cmpuint (board.n_inside, >, board.n_checked / 10);
  g_assert_cmpuint (board.n_checked, >, N_BRUSHES * 100);
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
