/* Flows as the API of FTS answers them (formats.md §3): the same rows as HDX publishes, so they go through the reader of
 * its CSV. What the objects at both ends of a flow name becomes the cells of its columns. */
#include "config.h"

#include "fts-answer.h"
#include "json-outline.h"
#include "json-table.h"

#include <string.h>

#define FLOWS "data.flows"

/* The columns of the CSV that are fields of a flow, and then those that its objects fill. */
enum {
  DATE, BUDGET_YEAR, DESCRIPTION, AMOUNT_USD, CONTRIBUTION, FLOW_TYPE, METHOD, BOUNDARY, ON_BOUNDARY, STATUS,
  ORIGINAL_AMOUNT, ORIGINAL_CURRENCY, ID, UPDATED_AT,
  SOURCE_ORGANIZATION, N_FIELDS = SOURCE_ORGANIZATION, SOURCE_TYPES, SOURCE_LOCATIONS, PLAN, ORGANIZATION, CLUSTERS,
  LOCATIONS, EMERGENCY, USAGE_START, USAGE_END, N_CELLS,
};

static const char * const columns[N_CELLS] = {
  "date", "budgetYear", "description", "amountUSD", "contributionType", "flowType", "method", "boundary", "onBoundary",
  "status", "originalAmount", "originalCurrency", "id", "updatedAt", "srcOrganization", "srcOrganizationTypes",
  "srcLocations", "destPlan", "destOrganization", "destGlobalClusters", "destLocations", "destEmergency",
  "destUsageYearStart", "destUsageYearEnd",
};

/* What FTS called some things in 2021 and before, and calls them in the files of HDX. */
static const struct { const char *before, *now; } renamed[] = {
  { "Government", "Governments" },
  { "NGO", "NGOs" },
  { "UN agency", "Multilateral Organizations" },
  { "Inter-governmental", "Multilateral Organizations" },
  { "Pooled fund", "Pooled Funds" },
  { "Private organization/foundation", "Private Organizations" },
  { "Red Cross/Red Crescent", "Red Cross/Red Crescent Organizations" },
  { "Child Protection", "Protection - Child Protection" },
  { "Gender Based Violence", "Protection - Gender-Based Violence" },
  { "Housing, Land and Property", "Protection - Housing, Land and Property" },
  { "Human Trafficking & Smuggling", "Protection - Human Trafficking & Smuggling" },
  { "Mine Action", "Protection - Mine Action" },
};

static gboolean
accepts (const NidaInput *input)
{
  g_autofree char *status = NULL;

  if (nida_fts_answer_has_array (input, FLOWS))
    return TRUE;
  if (!nida_json_looks_like (input->head, input->head_length))
    return FALSE;
  /* FTS says no: its answer is no table, and has a reason that is worth telling */
  status = nida_json_outline_dup_string (input->head, input->head_length, "status");
  return status != NULL && strcmp (status, "ok") != 0;
}

static const char *
find_name_of_today (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (renamed); i++)
    if (strcmp (renamed[i].before, name) == 0)
      return renamed[i].now;
  return name;
}

static void
add_name (NidaJsonRow *row,
          guint        cell,
          const char  *name)
{
  name = find_name_of_today (name);
  nida_json_row_add (row, cell, name, strlen (name));
}

/* Where HDX flattens several organisations, plans or emergencies, it says so instead of choosing one. */
static void
set_only_name (NidaJsonRow *row,
               guint        cell,
               const char  *name)
{
  const char *kept = nida_json_row_is_empty (row, cell) ? name : "Multiple";

  nida_json_row_set (row, cell, kept, strlen (kept));
}

static void
add_types (NidaJsonRow *row,
           json_object *object)
{
  json_object *types = nida_json_get (object, "organizationTypes");

  if (!json_object_is_type (types, json_type_array))
    return;
  for (gsize i = 0; i < json_object_array_length (types); i++)
    if (json_object_is_type (json_object_array_get_idx (types, i), json_type_string))
      add_name (row, SOURCE_TYPES, json_object_get_string (json_object_array_get_idx (types, i)));
}

static void
add_source_object (NidaJsonRow *row,
                   json_object *object,
                   const char  *type,
                   const char  *name)
{
  if (strcmp (type, "Organization") == 0)
    {
      set_only_name (row, SOURCE_ORGANIZATION, name);
      add_types (row, object);
    }
  else if (strcmp (type, "Location") == 0)
    add_name (row, SOURCE_LOCATIONS, name);
}

static void
add_year (NidaJsonRow *row,
          const char  *name)
{
  NidaRecord *record = nida_json_row_get (row, 0);
  gsize length = strlen (name);

  if (record->cells[USAGE_START].length == 0 || strcmp (name, record->cells[USAGE_START].text) < 0)
    nida_json_row_set (row, USAGE_START, name, length);
  if (record->cells[USAGE_END].length == 0 || strcmp (name, record->cells[USAGE_END].text) > 0)
    nida_json_row_set (row, USAGE_END, name, length);
}

static void
add_destination_object (NidaJsonRow *row,
                        json_object *object,
                        const char  *type,
                        const char  *name)
{
  if (strcmp (type, "Organization") == 0)
    set_only_name (row, ORGANIZATION, name);
  else if (strcmp (type, "Plan") == 0)
    set_only_name (row, PLAN, name);
  else if (strcmp (type, "GlobalCluster") == 0)
    add_name (row, CLUSTERS, name);
  else if (strcmp (type, "Location") == 0)
    add_name (row, LOCATIONS, name);
  else if (strcmp (type, "Emergency") == 0)
    add_name (row, EMERGENCY, name);
  else if (strcmp (type, "UsageYear") == 0)
    add_year (row, name);
}

static void
add_objects (NidaJsonRow  *row,
             json_object  *objects,
             void        (*add) (NidaJsonRow *, json_object *, const char *, const char *))
{
  if (!json_object_is_type (objects, json_type_array))
    return;
  for (gsize i = 0; i < json_object_array_length (objects); i++)
    {
      json_object *object = json_object_array_get_idx (objects, i);
      const char *type = nida_json_get_text (object, "type");
      g_autofree char *name = nida_json_dup_name (object, "name");

      if (type != NULL && name != NULL && *name != '\0')
        add (row, object, type, name);
    }
}

/* What a source says of a parent and of its children are distinct parts of one gift: the parent's amount is what is left
 * of it, so that all of them are counted. */
static void
fill_row (NidaJsonRow *row,
          json_object *flow)
{
  for (guint i = 0; i < N_FIELDS; i++)
    nida_json_row_set_value (row, i, nida_json_get (flow, columns[i]));
  add_objects (row, nida_json_get (flow, "sourceObjects"), add_source_object);
  add_objects (row, nida_json_get (flow, "destinationObjects"), add_destination_object);
}

/* What the page says of all of them: where the next one is, and how many flows there are. */
static void
read_meta (NidaInput   *input,
           json_object *envelope)
{
  json_object *count = nida_json_get (envelope, "meta.count");
  const char *next = nida_json_get_text (envelope, "meta.nextLink");

  g_free (input->next_link);
  input->next_link = g_strdup (next != NULL && *next != '\0' ? next : NULL);
  input->stated_count = json_object_is_type (count, json_type_int) && json_object_get_int64 (count) > 0
                        ? json_object_get_uint64 (count) : 0;
}

/* The totals of the whole answer stand on each of its pages. */
static void
add_stated (NidaRecordTable *table,
            json_object     *envelope)
{
  json_object *incoming = nida_json_get (envelope, "data.incoming");
  json_object *count = nida_json_get (envelope, "meta.count");
  g_autofree char *set = NULL;

  if (incoming == NULL)
    return;
  set = g_strdup_printf ("%s %s", count != NULL ? json_object_get_string (count) : "",
                         json_object_to_json_string_ext (incoming, JSON_C_TO_STRING_PLAIN));
  nida_fts_answer_add_stated (table, envelope, "meta.count", NIDA_STATED_RECORDS, set);
  nida_fts_answer_add_stated (table, envelope, "data.incoming.fundingTotal", NIDA_STATED_RECEIVED, set);
  nida_fts_answer_add_stated (table, envelope, "data.incoming.pledgeTotal", NIDA_STATED_PLEDGED, set);
}

static gboolean
end_page (NidaInput        *input,
          NidaRecordTable  *table,
          json_object      *envelope,
          GError          **error)
{
  if (!nida_fts_answer_check_status (input, envelope, error))
    return FALSE;
  read_meta (input, envelope);
  add_stated (table, envelope);
  return TRUE;
}

static gboolean
read_flows (NidaInput  *input,
            GError    **error)
{
  static const NidaJsonTable table = {
    .path = FLOWS, .format = "FTS API (flows)", .reader = &nida_hdx_flows_reader, .names = columns, .n_names = N_CELLS,
    .several = TRUE, .fill = fill_row, .end = end_page,
  };

  return nida_json_table_read (&table, input, error);
}

const NidaFileFormat nida_fts_flows_format = {
  .name = "fts-flows",
  .flags = NIDA_FORMAT_PROVES_END,
  .accepts = accepts,
  .read = read_flows,
};
