/* An answer of FTS that is grouped by cluster says the plan's number and neither its name, nor its years, nor its country. The
 * name comes from the spellings; here the rest comes from the totals that other files state of the same plan, so that both
 * are statements of one plan, of which one counts, and not two plans that are added. */
#include "dataset-plans.h"

/* What the totals of one plan say of it. */
typedef struct {
  gint64   date, date_end;
  guint32  country;
  gboolean has_date, dates_differ;
  gboolean has_country, countries_differ;
} PlanFacts;

GArray *
nida_plans_find_numbered (const NidaTable *table,
                          const guint32   *map,
                          guint32          n_map)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint row = 0; row < table->columns.n_rows; row++)
    {
      guint32 code = (guint32) nida_columns_get (&table->columns, (NidaColumnId) NIDA_FIELD_APPEAL, row);

      if (code < n_map && map[code] != code)
        g_array_append_val (rows, row);
    }
  return rows;
}

static gboolean
is_total (const NidaTable *table,
          guint            row)
{
  gint64 kind = nida_columns_get (&table->columns, (NidaColumnId) NIDA_FIELD_KIND, row);

  return kind == NIDA_KIND_REQUIREMENT || kind == NIDA_KIND_REPORTED;
}

static gpointer
appeal_of (const NidaTable *table,
           guint            row)
{
  return GUINT_TO_POINTER ((guint) nida_columns_get (&table->columns, (NidaColumnId) NIDA_FIELD_APPEAL, row));
}

static void
learn (PlanFacts       *facts,
       const NidaTable *table,
       guint            row)
{
  gint64 date = nida_columns_get (&table->columns, NIDA_COLUMN_DATE, row);
  gint64 date_end = nida_columns_get (&table->columns, NIDA_COLUMN_DATE_END, row);
  guint32 country = (guint32) nida_columns_get (&table->columns, (NidaColumnId) NIDA_FIELD_COUNTRY, row);

  if (date != 0)
    {
      facts->dates_differ |= facts->has_date && (facts->date != date || facts->date_end != date_end);
      facts->has_date = TRUE;
      facts->date = date;
      facts->date_end = date_end;
    }
  if (country != 0)
    {
      facts->countries_differ |= facts->has_country && facts->country != country;
      facts->has_country = TRUE;
      facts->country = country;
    }
}

static void
complete (NidaTable       *table,
          guint            row,
          const PlanFacts *facts)
{
  if (facts->has_date && !facts->dates_differ && nida_columns_get (&table->columns, NIDA_COLUMN_DATE, row) == 0)
    {
      nida_columns_set (&table->columns, NIDA_COLUMN_DATE, row, facts->date);
      if (facts->date_end != 0)
        nida_columns_set (&table->columns, NIDA_COLUMN_DATE_END, row, facts->date_end);
    }
  if (facts->has_country && !facts->countries_differ &&
      nida_columns_get (&table->columns, (NidaColumnId) NIDA_FIELD_COUNTRY, row) == 0)
    nida_columns_set (&table->columns, (NidaColumnId) NIDA_FIELD_COUNTRY, row, facts->country);
}

void
nida_plans_complete (NidaTable *table,
                     GArray    *rows)
{
  g_autoptr (GHashTable) plans = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < rows->len; i++)
    {
      gpointer appeal = appeal_of (table, g_array_index (rows, guint, i));

      if (!g_hash_table_contains (plans, appeal))
        g_hash_table_insert (plans, appeal, g_new0 (PlanFacts, 1));
    }
  for (guint row = 0; row < table->columns.n_rows && rows->len > 0; row++)
    if (is_total (table, row))
      {
        PlanFacts *facts = g_hash_table_lookup (plans, appeal_of (table, row));

        if (facts != NULL)
          learn (facts, table, row);
      }
  for (guint i = 0; i < rows->len; i++)
    {
      guint row = g_array_index (rows, guint, i);

      complete (table, row, g_hash_table_lookup (plans, appeal_of (table, row)));
    }
}
