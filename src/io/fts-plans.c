/* The overview of the plans of a year, as the API of FTS answers it (formats.md §3): requirements and reported totals, with
 * the ids that they have in the files of HDX. */
#include "config.h"

#include "fts-answer.h"
#include "json-table.h"

#include <string.h>

#define PLANS "data.plans"

enum { COUNTRY, ID, NAME, CODE, YEAR, REQUIREMENTS, FUNDING, PERCENT, N_CELLS };

static const char * const columns[N_CELLS] = {
  "countryCode", "id", "name", "code", "year", "requirements", "funding", "percentFunded",
};

static gboolean
accepts (const NidaInput *input)
{
  return nida_fts_answer_has_array (input, PLANS);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

/* The texts of @member in the objects of an array, in an order of their own: they are part of the id of a row. */
static GPtrArray *
list_texts (json_object *array,
            const char  *member)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; json_object_is_type (array, json_type_array) && i < json_object_array_length (array); i++)
    {
      char *text = nida_json_dup_name (json_object_array_get_idx (array, i), member);

      if (text != NULL)
        g_ptr_array_add (texts, text);
    }
  g_ptr_array_sort (texts, compare_names);
  return texts;
}

static void
set_countries (NidaJsonRow *row,
               json_object *plan)
{
  g_autoptr (GPtrArray) codes = list_texts (nida_json_get (plan, "countries"), "iso3");

  for (guint i = 0; i < codes->len; i++)
    nida_json_row_add (row, COUNTRY, codes->pdata[i], strlen (codes->pdata[i]));
}

/* What was asked for last; what was asked for first where nothing was revised. */
static void
set_requirement (NidaJsonRow *row,
                 json_object *plan)
{
  nida_json_row_set_value (row, REQUIREMENTS, nida_json_get (plan, "requirements.revisedRequirements"));
  if (nida_json_row_is_empty (row, REQUIREMENTS))
    nida_json_row_set_value (row, REQUIREMENTS, nida_json_get (plan, "requirements.origRequirements"));
}

/* A plan without years is one of the year in which it begins. */
static void
set_years (NidaJsonRow *row,
           json_object *plan)
{
  json_object *usage = nida_json_get (plan, "usageYears");
  g_autoptr (GPtrArray) years = list_texts (usage != NULL ? usage : nida_json_get (plan, "years"), "year");
  g_autofree char *text = NULL;

  g_ptr_array_add (years, NULL);
  text = g_strjoinv (" | ", (char **) years->pdata);
  if (*text != '\0')
    nida_json_row_set (row, YEAR, text, strlen (text));
  else
    nida_json_row_set_value (row, YEAR, nida_json_get (plan, "startDate"));
}

static void
fill_row (NidaJsonRow *row,
          json_object *plan)
{
  set_countries (row, plan);
  nida_json_row_set_value (row, ID, nida_json_get (plan, "id"));
  nida_json_row_set_value (row, NAME, nida_json_get (plan, "name"));
  nida_json_row_set_value (row, CODE, nida_json_get (plan, "code"));
  set_years (row, plan);
  set_requirement (row, plan);
  nida_json_row_set_value (row, FUNDING, nida_json_get (plan, "funding.totalFunding"));
  nida_json_row_set_value (row, PERCENT, nida_json_get (plan, "funding.progress"));
}

static gboolean
end_answer (NidaInput        *input,
            NidaRecordTable  *table,
            json_object      *envelope,
            GError          **error)
{
  if (!nida_fts_answer_check_status (input, envelope, error))
    return FALSE;
  nida_fts_answer_add_stated (table, envelope, "data.totals.revisedRequirements", NIDA_STATED_REQUIREMENT, NULL);
  nida_fts_answer_add_stated (table, envelope, "data.totals.objectsSum", NIDA_STATED_REPORTED, NULL);
  return TRUE;
}

static gboolean
read_plans (NidaInput  *input,
            GError    **error)
{
  static const NidaJsonTable table = {
    .path = PLANS, .format = "FTS API (plans)", .reader = &nida_hdx_requirements_reader, .names = columns,
    .n_names = N_CELLS, .fill = fill_row, .end = end_answer,
  };

  return nida_json_table_read (&table, input, error);
}

const NidaFileFormat nida_fts_plans_format = {
  .name = "fts-plans",
  .flags = NIDA_FORMAT_PROVES_END,
  .accepts = accepts,
  .read = read_plans,
};
