/* Small datasets for the tests of query/, written as tables of rows. */
#pragma once

#include "dataset-builder.h"
#include "local-engine.h"

#include <string.h>

typedef struct {
  NidaKind    kind;
  const char *date;            /* "2024", "2024-02-04", "2009..2023"; NULL is undated */
  const char *amount;          /* in thousands of nothing: "12.5"; NULL is none */
  const char *donor, *recipient, *category, *appeal, *country, *donor_country;
  NidaLevel   level;
  NidaBoundary boundary;
  NidaOnBoundary on;
  NidaDirection direction;
  guint       source;
  const char *id;
  const char *currency;        /* NULL is USD */
  int         usage_first, usage_last;
  const char *text, *basis;
} TestRow;

static inline NidaPeriod
test_period (const char *text)
{
  NidaPeriod period = { NIDA_DATE_NONE, NIDA_DATE_NONE };
  const char *dots = strstr (text, "..");

  g_assert_cmpint (nida_date_parse (text, dots == NULL ? strlen (text) : (gsize) (dots - text), &period.start), ==,
                   NIDA_DATE_OK);
  period.end = period.start;
  if (dots != NULL)
    g_assert_cmpint (nida_date_parse (dots + 2, strlen (dots + 2), &period.end), ==, NIDA_DATE_OK);
  return period;
}

static inline NidaMoney
test_money (const char *text)
{
  NidaMoney money;

  g_assert_cmpint (nida_money_parse (text, strlen (text), NIDA_DECIMAL_DOT, &money), ==, NIDA_MONEY_OK);
  return money;
}

static inline void
test_set_name (NidaDatasetBuilder *builder,
               NidaField           field,
               const char         *name)
{
  if (name != NULL)
    nida_dataset_builder_set_name (builder, field, name, -1);
}

static inline void
test_add_row (NidaDatasetBuilder *builder,
              const TestRow      *row,
              guint               line)
{
  nida_dataset_builder_begin (builder, row->source, line, row->kind);
  if (row->id != NULL)
    nida_dataset_builder_set_id (builder, row->id, -1);
  if (row->date != NULL)
    nida_dataset_builder_set_period (builder, test_period (row->date));
  if (row->usage_first != 0)
    nida_dataset_builder_set_usage (builder, row->usage_first, row->usage_last);
  if (row->amount != NULL)
    {
      nida_dataset_builder_set_amount (builder, test_money (row->amount));
      if (row->currency == NULL)
        nida_dataset_builder_set_amount_usd (builder, test_money (row->amount));
    }
  test_set_name (builder, NIDA_FIELD_CURRENCY, row->currency == NULL ? "USD" : row->currency);
  test_set_name (builder, NIDA_FIELD_DONOR, row->donor);
  test_set_name (builder, NIDA_FIELD_RECIPIENT, row->recipient);
  test_set_name (builder, NIDA_FIELD_CATEGORY, row->category);
  test_set_name (builder, NIDA_FIELD_APPEAL, row->appeal);
  test_set_name (builder, NIDA_FIELD_COUNTRY, row->country);
  test_set_name (builder, NIDA_FIELD_DONOR_COUNTRY, row->donor_country);
  test_set_name (builder, NIDA_FIELD_BASIS, row->basis);
  if (row->level != NIDA_LEVEL_NONE)
    nida_dataset_builder_set_code (builder, NIDA_FIELD_LEVEL, row->level);
  if (row->direction != NIDA_DIRECTION_NONE)
    nida_dataset_builder_set_code (builder, NIDA_FIELD_DIRECTION, row->direction);
  if (row->boundary != NIDA_BOUNDARY_NONE || row->on != NIDA_ON_BOUNDARY_NONE)
    nida_dataset_builder_set_boundary (builder, row->boundary, row->on);
  if (row->text != NULL)
    nida_dataset_builder_set_description (builder, FALSE, row->text, -1);
  g_assert_true (nida_dataset_builder_end_row (builder));
}

/* Source 0 moves through states, as FTS; source 1 does not, as IATI; source 2 is another of the first kind. */
static inline NidaDatasetBuilder *
test_builder (void)
{
  NidaDatasetBuilder *builder = nida_dataset_builder_new ();
  NidaSourceInfo moves = { .name = (char *) "moves.csv", .uri = (char *) "file:///moves.csv", .format = (char *) "test",
                           .family = (char *) "fts", .states_move = TRUE };
  NidaSourceInfo stays = { .name = (char *) "stays.csv", .uri = (char *) "file:///stays.csv", .format = (char *) "test",
                           .family = (char *) "iati", .states_move = FALSE };
  NidaSourceInfo other = { .name = (char *) "other.csv", .uri = (char *) "file:///other.csv", .format = (char *) "test",
                           .family = (char *) "fts", .states_move = TRUE };

  g_assert_cmpuint (nida_dataset_builder_add_source (builder, &moves), ==, 0);
  g_assert_cmpuint (nida_dataset_builder_add_source (builder, &stays), ==, 1);
  g_assert_cmpuint (nida_dataset_builder_add_source (builder, &other), ==, 2);
  return builder;
}

static inline NidaLocalEngine *
test_engine (const TestRow *rows,
             guint          n)
{
  g_autoptr (NidaDatasetBuilder) builder = test_builder ();
  g_autoptr (NidaDataset) dataset = NULL;

  for (guint i = 0; i < n; i++)
    test_add_row (builder, &rows[i], i + 2);
  dataset = nida_dataset_builder_end (builder);
  return nida_local_engine_new (dataset);
}

#define TEST_ENGINE(rows) test_engine (rows, G_N_ELEMENTS (rows))
#define MEASURE(name) (1u << NIDA_MEASURE_##name)

static inline NidaQuery *
test_query (guint       measures,
            const char *by)
{
  NidaQuery *query = nida_query_new ();
  g_auto (GStrv) names = g_strsplit (by == NULL ? "" : by, ",", -1);

  query->measures = measures;
  for (guint i = 0; names[i] != NULL; i++)
    g_assert_true (nida_group_by_from_name (names[i], NIDA_STEP_NONE, &query->by[query->n_by++]));
  return query;
}

static inline NidaCube *
test_ask (NidaLocalEngine *engine,
          NidaQuery       *query)
{
  g_autoptr (GError) error = NULL;
  NidaCube *cube = nida_local_engine_query (engine, query, &error);

  g_assert_no_error (error);
  g_assert_nonnull (cube);
  return cube;
}

/* The cell of the items of these names ("a|b"); NULL when there is none. */
static inline const NidaCubeCell *
test_cell (NidaCube   *cube,
           const char *names)
{
  guint n_by = nida_cube_get_query (cube)->n_by;

  for (guint i = 0; i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);
      g_autoptr (GString) joined = g_string_new (NULL);

      for (guint d = 0; d < n_by; d++)
        g_string_append_printf (joined, "%s%s", d == 0 ? "" : "|", nida_cube_get_item (cube, d, cell->item[d])->name);
      if (strcmp (joined->str, names) == 0)
        return cell;
    }
  return NULL;
}

/* The value as text: "12.5", "-" where there is nothing to say, "no cell". Coverage and count are plain numbers. */
static inline char *
test_value (const NidaCubeCell *cell,
            NidaMeasure         measure)
{
  if (cell == NULL)
    return g_strdup ("no cell");
  if (cell->values[measure] == NIDA_MONEY_NONE)
    return g_strdup ("-");
  if (measure == NIDA_MEASURE_COVERAGE || measure == NIDA_MEASURE_COUNT)
    return g_strdup_printf ("%" G_GINT64_FORMAT, cell->values[measure]);
  return nida_money_to_string (cell->values[measure]);
}

static inline void
test_assert_value (const NidaCubeCell *cell,
                   NidaMeasure         measure,
                   const char         *expected)
{
  g_autofree char *value = test_value (cell, measure);

  g_assert_cmpstr (value, ==, expected);
}

/* "2 rows, 12.5, left out", or "none" */
static inline char *
test_aside (NidaCube      *cube,
            NidaAsideKind  kind)
{
  for (guint i = 0; i < nida_cube_get_n_asides (cube); i++)
    {
      const NidaAside *aside = nida_cube_get_aside (cube, i);
      g_autofree char *amount = NULL;

      if (aside->kind != kind)
        continue;
      amount = aside->amount == NIDA_MONEY_NONE ? g_strdup ("-") : nida_money_to_string (aside->amount);
      return g_strdup_printf ("%" G_GUINT64_FORMAT " rows, %s, %s", aside->rows, amount,
                              aside->left_out ? "left out" : "counted");
    }
  return g_strdup ("none");
}

static inline void
test_assert_aside (NidaCube      *cube,
                   NidaAsideKind  kind,
                   const char    *expected)
{
  g_autofree char *aside = test_aside (cube, kind);

  g_assert_cmpstr (aside, ==, expected);
}
