/* What plans asked for and what they got, as HDX publishes it: by plan, by plan and cluster, from HAPI, and the list of
 * plans. A row becomes a requirement and a reported amount. */
#include "config.h"

#include "hdx.h"

#include "countries.h"

enum {
  COUNTRY, PLAN_ID, PLAN_NAME, PLAN_CODE, YEAR, YEAR_END, REQUIREMENT, ORIGINAL, FUNDING, CLUSTER_CODE, CLUSTER, PERCENT,
};

static const NidaColumn requirement_columns[] = {
  { COUNTRY, TRUE, "countrycode", "#country+code" },
  { PLAN_ID, FALSE, "id", "#activity+appeal+fts_internal+id" },
  { PLAN_NAME, TRUE, "name", "#activity+appeal+name" },
  { PLAN_CODE, FALSE, "code", "#activity+appeal+external+id" },
  { YEAR, TRUE, "year", "#date+year" },
  { REQUIREMENT, TRUE, "requirements", "#value+funding+required+usd" },
  { FUNDING, TRUE, "funding", "#value+funding+total+usd" },
  { PERCENT, FALSE, "percentfunded", "#value+funding+pct" },
};

static const NidaColumn cluster_columns[] = {
  { COUNTRY, TRUE, "countrycode", "#country+code" },
  { PLAN_ID, FALSE, "id", "#activity+appeal+fts_internal+id" },
  { PLAN_NAME, TRUE, "name", "#activity+appeal+name" },
  { PLAN_CODE, FALSE, "code", "#activity+appeal+external+id" },
  { YEAR, TRUE, "year", "#date+year" },
  { CLUSTER_CODE, FALSE, "clustercode", "#sector+cluster+code" },
  { CLUSTER, TRUE, "cluster", "#sector+cluster+name" },
  { REQUIREMENT, TRUE, "requirements", "#value+funding+required+usd" },
  { FUNDING, TRUE, "funding", "#value+funding+total+usd" },
  { PERCENT, FALSE, "percentfunded", "#value+funding+pct" },
};

static const NidaColumn hapi_columns[] = {
  { COUNTRY, TRUE, "location_code", "#country+code" },
  { PLAN_CODE, TRUE, "appeal_code", "#activity+appeal+external+id" },
  { PLAN_NAME, TRUE, "appeal_name", "#activity+appeal+name" },
  { REQUIREMENT, TRUE, "requirements_usd", "#value+funding+required+usd" },
  { FUNDING, TRUE, "funding_usd", "#value+funding+total+usd" },
  { YEAR, TRUE, "reference_period_start", "#date+start" },
  { YEAR_END, FALSE, "reference_period_end", "#date+end" },
};

static const NidaColumn plan_columns[] = {
  { PLAN_CODE, TRUE, "code", "#response+code" },
  { PLAN_ID, FALSE, "internalid", "#meta+id" },
  { PLAN_NAME, TRUE, "planversion", "#response+name" },
  { COUNTRY, FALSE, "locations", "#country+code+list" },
  { YEAR, TRUE, "years", "#date+list+year" },
  { ORIGINAL, FALSE, "origrequirements", "#value+c_usd+orig+requirements" },
  { REQUIREMENT, TRUE, "revisedrequirements", "#value+c_usd+requirements+revised" },
};

/* A row on its way: what its two dataset rows share. */
typedef struct {
  NidaCell  plan;       /* code or number; empty where the row is about no plan */
  NidaDate  start;
  NidaDate  end;        /* none when it is one year */
  NidaLevel level;
} Plan;

static void
begin (NidaSheet *sheet)
{
  nida_dataset_builder_set_vocabulary (sheet->builder, NIDA_FIELD_CATEGORY, nida_hdx_global_clusters);
  nida_dataset_builder_set_vocabulary (sheet->builder, NIDA_FIELD_COUNTRY, nida_countries_get_names ());
}

/* The plan's code identifies it in every file; its number does not, and some codes are too short to be unique. */
static NidaCell
find_plan (NidaSheet        *sheet,
           const NidaRecord *record)
{
  NidaCell code = nida_sheet_cell (sheet, record, PLAN_CODE);
  NidaCell id = nida_sheet_cell (sheet, record, PLAN_ID);

  if (nida_hdx_is_stated (code) && (code.length >= 6 || id.length == 0))
    return code;
  return nida_hdx_is_stated (id) ? id : (NidaCell) { "", 0, 0 };
}

/* "2024", or "2018 | 2019 | 2020" as the first and the last; a day stands for its year. */
static void
read_years (NidaSheet        *sheet,
            const NidaRecord *record,
            Plan             *plan)
{
  NidaCell cell = nida_sheet_cell (sheet, record, YEAR);
  const char *bar = memchr (cell.text, '|', cell.length);

  plan->end = NIDA_DATE_NONE;
  if (bar == NULL)
    {
      plan->start = nida_sheet_date (sheet, record, YEAR);
      if (plan->start.precision != NIDA_PRECISION_NONE)
        plan->start = nida_date_new_year (nida_date_year (plan->start));
      return;
    }
  plan->start = NIDA_DATE_NONE;
  for (const char *p = cell.text, *end = cell.text + cell.length; p < end; p++)
    {
      NidaDate date;

      if (end - p < 4 || nida_date_parse (p, 4, &date) != NIDA_DATE_OK)
        continue;
      if (plan->start.precision == NIDA_PRECISION_NONE || nida_date_compare (date, plan->start) < 0)
        plan->start = date;
      if (plan->end.precision == NIDA_PRECISION_NONE || nida_date_compare (date, plan->end) > 0)
        plan->end = date;
      p += 3;
    }
  if (nida_date_compare (plan->start, plan->end) == 0)
    plan->end = NIDA_DATE_NONE;
}

static void
append_part (GString  *id,
             NidaCell  cell)
{
  g_string_append_c (id, '|');
  g_string_append_len (id, cell.text, cell.length);
}

/* Plan, year, country, cluster code and name; without a plan the row itself is the key. */
static void
set_id (NidaSheet        *sheet,
        const NidaRecord *record,
        const Plan       *plan,
        const char       *kind)
{
  g_autoptr (GString) id = NULL;
  g_autofree char *start = NULL;

  if (plan->plan.length == 0)
    return;
  id = g_string_new (kind);
  start = nida_date_to_string (plan->start);
  append_part (id, plan->plan);
  g_string_append_printf (id, "|%s", start);
  append_part (id, nida_sheet_plain (sheet, nida_sheet_cell (sheet, record, COUNTRY)));
  append_part (id, nida_sheet_cell (sheet, record, CLUSTER_CODE));
  append_part (id, nida_sheet_cell (sheet, record, CLUSTER));
  nida_dataset_builder_set_id (sheet->builder, id->str, (gssize) id->len);
}

/* A row that says the plan's number alone, as an answer of FTS does, gets the name that any file has for it. */
static void
set_appeal (NidaSheet        *sheet,
            const NidaRecord *record)
{
  NidaCell id = nida_sheet_cell (sheet, record, PLAN_ID);
  NidaCell name = nida_sheet_cell (sheet, record, PLAN_NAME);
  g_autofree char *key = id.length > 0 ? g_strdup_printf ("plan:FTS %.*s", (int) id.length, id.text) : NULL;

  nida_hdx_name (sheet, record, PLAN_NAME, NIDA_FIELD_APPEAL);
  if (key != NULL && name.length == 0)
    nida_dataset_builder_set_reference (sheet->builder, NIDA_FIELD_APPEAL, key);
  else if (key != NULL && nida_hdx_is_stated (name))
    {
      g_autofree char *text = g_strndup (name.text, name.length);

      nida_dataset_builder_add_spelling (sheet->builder, key, text, NULL);
    }
}

static gboolean
add_row (NidaSheet        *sheet,
         const NidaRecord *record,
         const Plan       *plan,
         NidaKind          kind,
         guint             role,
         NidaMoney         amount)
{
  nida_sheet_begin_row (sheet, kind);
  set_id (sheet, record, plan, kind == NIDA_KIND_REQUIREMENT ? "requirement" : "reported");
  nida_dataset_builder_set_code (sheet->builder, NIDA_FIELD_LEVEL, plan->level);
  set_appeal (sheet, record);
  nida_hdx_name (sheet, record, CLUSTER, NIDA_FIELD_CATEGORY);
  nida_hdx_countries (sheet, record, COUNTRY, NIDA_FIELD_COUNTRY);
  nida_dataset_builder_set_name (sheet->builder, NIDA_FIELD_CURRENCY, "USD", 3);
  nida_dataset_builder_set_amount (sheet->builder, amount);
  nida_dataset_builder_set_amount_usd (sheet->builder, amount);
  if (plan->start.precision != NIDA_PRECISION_NONE)
    nida_sheet_period (sheet, plan->start, plan->end);
  nida_sheet_remark_amount (sheet, record, role, amount);
  return nida_sheet_end_row (sheet);
}

/* HDX lists places that neither asked for nor got anything: nothing to count, and nothing wrong. */
static gboolean
pass_over_empty (NidaSheet *sheet)
{
  nida_sheet_report (sheet, NIDA_PROBLEM_NO_FIGURE, REQUIREMENT, (NidaCell) { "", 0, 0 });
  sheet->row_empty = TRUE;
  return FALSE;
}

static gboolean
read_level (NidaSheet        *sheet,
            const NidaRecord *record,
            NidaLevel         level)
{
  NidaMoney required, funding;
  NidaCellState has_required = nida_sheet_money (sheet, record, REQUIREMENT, &required);
  NidaCellState has_funding = nida_sheet_money (sheet, record, FUNDING, &funding);
  Plan plan = { .level = level };
  gboolean kept = FALSE;

  if (has_required == NIDA_CELL_BAD || has_funding == NIDA_CELL_BAD)
    return FALSE;
  if (has_required == NIDA_CELL_EMPTY && has_funding == NIDA_CELL_EMPTY)
    return pass_over_empty (sheet);

  plan.plan = find_plan (sheet, record);
  read_years (sheet, record, &plan);
  if (plan.start.precision == NIDA_PRECISION_NONE && !sheet->date_told)
    nida_sheet_report (sheet, NIDA_PROBLEM_DATE_MISSING, YEAR, nida_sheet_cell (sheet, record, YEAR));
  if (nida_sheet_has (sheet, PERCENT) && has_required == NIDA_CELL_OK && has_funding == NIDA_CELL_OK)
    nida_sheet_compare_share (sheet, record, PERCENT, required, funding, nida_sheet_cell (sheet, record, PLAN_NAME));
  if (has_required == NIDA_CELL_OK)
    kept |= add_row (sheet, record, &plan, NIDA_KIND_REQUIREMENT, REQUIREMENT, required);
  if (has_funding == NIDA_CELL_OK)
    kept |= add_row (sheet, record, &plan, NIDA_KIND_REPORTED, FUNDING, funding);
  return kept;
}

static gboolean
read_requirement (NidaSheet        *sheet,
                  const NidaRecord *record)
{
  return read_level (sheet, record, NIDA_LEVEL_APPEAL);
}

static gboolean
read_cluster (NidaSheet        *sheet,
              const NidaRecord *record)
{
  return read_level (sheet, record, NIDA_LEVEL_OBJECTIVE);
}

/* The list of plans states no funding; its first requirement stands where none was revised. */
static gboolean
read_plan (NidaSheet        *sheet,
           const NidaRecord *record)
{
  NidaMoney revised, original;
  NidaCellState has_revised = nida_sheet_money (sheet, record, REQUIREMENT, &revised);
  NidaCellState has_original = nida_sheet_money (sheet, record, ORIGINAL, &original);
  Plan plan = { .level = NIDA_LEVEL_APPEAL };

  if (has_revised == NIDA_CELL_BAD || has_original == NIDA_CELL_BAD)
    return FALSE;
  if (has_revised == NIDA_CELL_EMPTY && has_original == NIDA_CELL_EMPTY)
    return pass_over_empty (sheet);

  plan.plan = find_plan (sheet, record);
  read_years (sheet, record, &plan);
  if (has_revised == NIDA_CELL_OK)
    return add_row (sheet, record, &plan, NIDA_KIND_REQUIREMENT, REQUIREMENT, revised);
  return add_row (sheet, record, &plan, NIDA_KIND_REQUIREMENT, ORIGINAL, original);
}

const NidaReader nida_hdx_requirements_reader = {
  .format = "HDX CSV (FTS requirements and funding)",
  .family = "fts",
  .states_move = TRUE,
  .columns = requirement_columns,
  .n_columns = G_N_ELEMENTS (requirement_columns),
  .begin = begin,
  .read_row = read_requirement,
};

const NidaReader nida_hdx_clusters_reader = {
  .format = "HDX CSV (FTS requirements and funding by cluster)",
  .family = "fts",
  .states_move = TRUE,
  .columns = cluster_columns,
  .n_columns = G_N_ELEMENTS (cluster_columns),
  .begin = begin,
  .read_row = read_cluster,
};

const NidaReader nida_hdx_hapi_reader = {
  .format = "HDX CSV (HAPI funding)",
  .family = "fts",
  .states_move = TRUE,
  .columns = hapi_columns,
  .n_columns = G_N_ELEMENTS (hapi_columns),
  .begin = begin,
  .read_row = read_requirement,
};

const NidaReader nida_hdx_plans_reader = {
  .format = "HDX CSV (response plans)",
  .family = "fts",
  .states_move = TRUE,
  .columns = plan_columns,
  .n_columns = G_N_ELEMENTS (plan_columns),
  .begin = begin,
  .read_row = read_plan,
};
