/* Grouped answers of the API of FTS ("groupby=…", formats.md §3): what each group asked for, and what it is said to have got.
 * The totals are of flows that the answer does not list, so they are requirement rows and reported totals, and nothing of
 * them is added to flows. */
#include "config.h"

#include "fts-answer.h"
#include "json-row.h"
#include "translate.h"

#include <string.h>

#define REQUIREMENTS_OF "data.requirements.objects"
#define BY_DESTINATION  "data.report3.fundingTotals.objects"
#define BY_SOURCE       "data.report1.fundingTotals.objects"

/* As HDX calls money that lies in several groups at once. */
#define SHARED_CLUSTERS "Multiple clusters/sectors (shared)"

/* The columns of HDX's files of requirements, with and without clusters. */
enum { COUNTRY, ID, NAME, YEAR, CLUSTER_CODE, CLUSTER, REQUIREMENT, FUNDING, N_CELLS };

static const char * const columns[N_CELLS] = {
  "countryCode", "id", "name", "year", "clusterCode", "cluster", "requirements", "funding",
};

/* What the groups are, the reader of such rows, and the cells of a group's name and id. */
typedef struct {
  const char       *type;
  const NidaReader *reader;
  int               name, id;
} Kind;

static const Kind kinds[] = {
  { "Plan", &nida_hdx_requirements_reader, NAME, ID },
  { "Cluster", &nida_hdx_clusters_reader, CLUSTER, CLUSTER_CODE },
  { "GlobalCluster", &nida_hdx_clusters_reader, CLUSTER, CLUSTER_CODE },
  { "Location", &nida_hdx_requirements_reader, COUNTRY, -1 },
  { "UsageYear", &nida_hdx_requirements_reader, YEAR, -1 },
  { "Year", &nida_hdx_requirements_reader, YEAR, -1 },
};

typedef struct {
  NidaInput       *input;
  json_object     *answer;
  const Kind      *kind;
  NidaRecordTable *table;
  NidaJsonRow     *row;
  NidaJsonElement  element;      /* the answer, since one group stands in several places of it */
  char            *plan;         /* the number of the one plan that was asked about; or NULL */
  char            *year;
} Groups;

static gboolean
accepts (const NidaInput *input)
{
  return nida_fts_answer_has_array (input, BY_DESTINATION) || nida_fts_answer_has_array (input, BY_SOURCE)
         || nida_fts_answer_has_array (input, REQUIREMENTS_OF);
}

/* --- what was asked --- */

static gboolean
is_number (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789") == strlen (text);
}

/* The parameter @name of the address, when it is one number: the answer itself does not repeat the question. */
static char *
dup_asked (const char *uri,
           const char *name)
{
  g_autoptr (GUri) parsed = uri != NULL ? g_uri_parse (uri, G_URI_FLAGS_NONE, NULL) : NULL;
  const char *query = parsed != NULL ? g_uri_get_query (parsed) : NULL;
  g_autoptr (GHashTable) parameters = query != NULL
                                      ? g_uri_parse_params (query, -1, "&", G_URI_PARAMS_CASE_INSENSITIVE, NULL) : NULL;
  const char *value = parameters != NULL ? g_hash_table_lookup (parameters, name) : NULL;

  return value != NULL && is_number (value) ? g_strdup (value) : NULL;
}

/* --- the answer --- */

static json_object *
get_array (json_object *object,
           const char  *path)
{
  json_object *value = nida_json_get (object, path);

  return json_object_is_type (value, json_type_array) && json_object_array_length (value) > 0 ? value : NULL;
}

/* Totals of destinations; of sources where an answer has no other. */
static json_object *
find_totals (json_object *answer)
{
  json_object *totals = get_array (answer, BY_DESTINATION);

  if (totals == NULL)
    totals = get_array (answer, BY_SOURCE);
  return totals != NULL ? json_object_array_get_idx (totals, 0) : NULL;
}

static const char *
find_type (json_object *answer)
{
  json_object *requirements = get_array (answer, REQUIREMENTS_OF);
  const char *type = nida_json_get_text (find_totals (answer), "type");

  if (type == NULL && requirements != NULL)
    type = nida_json_get_text (json_object_array_get_idx (requirements, 0), "objectType");
  return type;
}

static gboolean
find_kind (Groups  *self,
           GError **error)
{
  const char *type = find_type (self->answer);

  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (kinds) && self->kind == NULL; i++)
    if (strcmp (kinds[i].type, type) == 0)
      self->kind = &kinds[i];
  if (self->kind != NULL)
    return TRUE;
  if (type == NULL)
    g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_EMPTY,
                 /* Translators: FTS is the Financial Tracking Service */
                 _("“%s” is a grouped answer of FTS without any group. Ask about another plan, place or year."),
                 self->input->info->name);
  else
    g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_FORMAT,
                 /* Translators: FTS is the Financial Tracking Service; groupby= is a part of an address; then the word of FTS
                  * for what the groups are, in English */
                 _("“%s” is an answer of FTS that was grouped by “%s”, which leaves out the flows. Ask without groupby= to "
                   "get them, or group by plan, cluster, globalcluster, location or year."),
                 self->input->info->name, type);
  return FALSE;
}

/* --- rows --- */

static void
set_text (Groups     *self,
          guint       cell,
          const char *text)
{
  if (text != NULL)
    nida_json_row_set (self->row, cell, text, strlen (text));
}

/* What all rows of the answer share. */
static void
begin_row (Groups *self)
{
  nida_json_row_clear (self->row);
  set_text (self, ID, self->plan);
  set_text (self, YEAR, self->year);
}

static void
end_row (Groups *self)
{
  self->element.number++;
  nida_json_row_read (self->row, self->table, &self->element);
}

static void
set_group (Groups      *self,
           json_object *group)
{
  nida_json_row_set_value (self->row, (guint) self->kind->name, nida_json_get (group, "name"));
  if (self->kind->id >= 0)
    nida_json_row_set_value (self->row, (guint) self->kind->id, nida_json_get (group, "id"));
}

static void
add_requirements (Groups *self)
{
  json_object *groups = get_array (self->answer, REQUIREMENTS_OF);

  for (gsize i = 0; groups != NULL && i < json_object_array_length (groups); i++)
    {
      json_object *group = json_object_array_get_idx (groups, i);
      json_object *revised = nida_json_get (group, "revisedRequirements");

      begin_row (self);
      set_group (self, group);
      nida_json_row_set_value (self->row, REQUIREMENT, revised != NULL ? revised : nida_json_get (group, "origRequirements"));
      end_row (self);
    }
}

static void
add_funding (Groups *self)
{
  json_object *totals = find_totals (self->answer);
  json_object *groups = get_array (totals, "objectsBreakdown");
  json_object *shared = nida_json_get (totals, "totalBreakdown.sharedFunding");

  for (gsize i = 0; groups != NULL && i < json_object_array_length (groups); i++)
    {
      json_object *group = json_object_array_get_idx (groups, i);

      begin_row (self);
      set_group (self, group);
      nida_json_row_set_value (self->row, FUNDING, nida_json_get (group, "totalFunding"));
      end_row (self);
    }
  if (json_object_get_double (shared) == 0)
    return;
  begin_row (self);
  if (self->kind->name == CLUSTER)
    set_text (self, CLUSTER, SHARED_CLUSTERS);
  nida_json_row_set_value (self->row, FUNDING, shared);
  end_row (self);
}

static void
add_stated (Groups *self)
{
  nida_fts_answer_add_stated (self->table, self->answer, "data.requirements.totalRevisedReqs", NIDA_STATED_REQUIREMENT, NULL);
  if (get_array (self->answer, BY_DESTINATION) != NULL)
    nida_fts_answer_add_stated (self->table, self->answer, "data.report3.fundingTotals.total", NIDA_STATED_REPORTED, NULL);
  else if (get_array (self->answer, BY_SOURCE) != NULL)
    nida_fts_answer_add_stated (self->table, self->answer, "data.report1.fundingTotals.total", NIDA_STATED_REPORTED, NULL);
  if (json_object_get_double (nida_json_get (self->answer, "data.report3.pledgeTotals.total")) > 0)
    nida_fts_answer_add_stated (self->table, self->answer, "data.report3.pledgeTotals.total", NIDA_STATED_PLEDGED, NULL);
}

static gboolean
read_answer (Groups  *self,
             GError **error)
{
  NidaHeader *header = nida_record_header_new (columns, N_CELLS);

  self->table = nida_record_table_new (self->input, header, self->kind->reader, "FTS API (groups)", NIDA_UNIT_RECORD, error);
  if (self->table == NULL)
    return FALSE;
  nida_record_table_get_sheet (self->table)->list_mark = NIDA_JSON_LIST_MARK;
  nida_record_table_get_sheet (self->table)->decimal = NIDA_DECIMAL_DOT;
  add_requirements (self);
  add_funding (self);
  add_stated (self);
  return nida_record_table_end (self->table, error);
}

/* An answer of groups is small, so it is read whole. */
static json_object *
read_document (NidaJsonStream  *stream,
               GError         **error)
{
  NidaJsonElement element;
  GError *failure = NULL;

  while (nida_json_stream_next (stream, &element, &failure))
    continue;
  if (failure == NULL)
    return nida_json_stream_get_envelope (stream);
  g_propagate_error (error, failure);
  return NULL;
}

static gboolean
read_groups (NidaInput  *input,
             GError    **error)
{
  const char *no_array[] = { NULL };
  g_autoptr (NidaJsonStream) stream = nida_json_stream_new (input->bytes, input->text.start, no_array, input->progress,
                                                            input->cancellable);
  g_autoptr (NidaJsonRow) row = nida_json_row_new (N_CELLS);
  g_autofree char *plan = dup_asked (input->info->uri, "planid");
  g_autofree char *year = dup_asked (input->info->uri, "year");
  Groups self = { .input = input, .row = row, .plan = plan, .year = year };

  self.answer = read_document (stream, error);
  if (self.answer == NULL)
    return FALSE;
  self.element.offset = input->text.start;
  self.element.length = (guint32) MIN (nida_bytes_get_size (input->bytes) - input->text.start, G_MAXUINT32);
  return nida_fts_answer_check_status (input, self.answer, error) && find_kind (&self, error) && read_answer (&self, error);
}

const NidaFileFormat nida_fts_groups_format = {
  .name = "fts-groups",
  .flags = NIDA_FORMAT_PROVES_END,
  .accepts = accepts,
  .read = read_groups,
};
