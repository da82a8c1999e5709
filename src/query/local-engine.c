/* The engine over a dataset's columns. Each question is two short passes: which rows pass its filters, and what they add
 * up to; questions with the same filters share the first. */
#include "config.h"

#include "local-engine-private.h"

#include "answer.h"
#include "brush-index.h"
#include "counted.h"
#include "groups.h"
#include "selection-kept.h"
#include "suggest.h"
#include "translate.h"

struct _NidaLocalEngine {
  GObject      parent_instance;
  NidaDataset *dataset;
  GMutex       lock;
  NidaSheet   *sheet;        /* made by the first question, in its thread */
  GQueue       answers;      /* NidaKeptAnswer, the newest first: some questions are asked again and again, since a filter
                              * does not touch them */
};

/* @query is a copy: whoever asked may go on with his own. */
typedef struct {
  NidaQuery *query;
  NidaCube  *cube;
} NidaKeptAnswer;

static void
kept_answer_free (gpointer data)
{
  NidaKeptAnswer *kept = data;

  nida_query_unref (kept->query);
  g_object_unref (kept->cube);
  g_free (kept);
}

static void nida_local_engine_iface_init (NidaEngineInterface *iface);

G_DEFINE_TYPE_WITH_CODE (NidaLocalEngine, nida_local_engine, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (NIDA_TYPE_ENGINE, nida_local_engine_iface_init))

NidaSheet *
nida_local_engine_get_sheet (NidaLocalEngine *self)
{
  g_mutex_lock (&self->lock);
  if (self->sheet == NULL)
    self->sheet = nida_sheet_new (self->dataset);
  g_mutex_unlock (&self->lock);
  return self->sheet;
}

/* Are there price levels of the year that is asked for? */
static gboolean
check_prices (NidaLocalEngine  *self,
              NidaQuery        *query,
              GError          **error)
{
  NidaRates *rates = nida_dataset_get_rates (self->dataset);
  int first, last;

  if (query->prices == 0)
    return TRUE;
  if (!nida_rates_get_deflator_years (rates, &first, &last))
    g_set_error_literal (error, NIDA_QUERY_ERROR, NIDA_QUERY_ERROR_INVALID,
                         _("Constant prices need a table of deflators. Open one along with the data."));
  else if (query->prices < first || query->prices > last)
    g_set_error (error, NIDA_QUERY_ERROR, NIDA_QUERY_ERROR_INVALID,
                 _("The table of deflators reaches from %d to %d. Choose a year of these."), first, last);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_query (NidaLocalEngine  *self,
             NidaQuery        *query,
             GError          **error)
{
  if (query->n_by <= NIDA_MAX_BY && query->fiscal_start >= 1 && query->fiscal_start <= 12)
    return check_prices (self, query, error);
  g_set_error_literal (error, NIDA_QUERY_ERROR, NIDA_QUERY_ERROR_INVALID,
                       _("A question groups by at most three fields, and a fiscal year begins in month 1 to 12."));
  return FALSE;
}

static NidaSelection *
select_rows (NidaLocalEngine  *self,
             NidaQuery        *query,
             GCancellable     *cancellable,
             GError          **error)
{
  return check_query (self, query, error) ? nida_selection_choose (nida_local_engine_get_sheet (self), query, cancellable, error) : NULL;
}

static NidaCube *
answer (NidaLocalEngine  *self,
        NidaQuery        *query,
        GCancellable     *cancellable,
        GError          **error)
{
  g_autoptr (NidaSelection) selection = select_rows (self, query, cancellable, error);

  return selection == NULL ? NULL : nida_answer_new (nida_local_engine_get_sheet (self), selection, query, cancellable, error);
}

static void
query_in_thread_cb (GTask        *task,
                    gpointer      source_object,
                    gpointer      task_data,
                    GCancellable *cancellable)
{
  GError *error = NULL;
  NidaCube *cube = answer (source_object, task_data, cancellable, &error);

  if (cube != NULL)
    g_task_return_pointer (task, cube, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
nida_local_engine_query_async (NidaEngine          *engine,
                               NidaQuery           *query,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (engine, cancellable, callback, user_data);

  g_task_set_source_tag (task, nida_local_engine_query_async);
  g_task_set_check_cancellable (task, TRUE);
  g_task_set_task_data (task, nida_query_ref (query), (GDestroyNotify) nida_query_unref);
  g_task_run_in_thread (task, query_in_thread_cb);
}

static NidaCube *
nida_local_engine_query_finish (NidaEngine    *engine,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, engine), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
nida_local_engine_iface_init (NidaEngineInterface *iface)
{
  iface->query_async = nida_local_engine_query_async;
  iface->query_finish = nida_local_engine_query_finish;
}

static void
nida_local_engine_finalize (GObject *object)
{
  NidaLocalEngine *self = NIDA_LOCAL_ENGINE (object);

  g_clear_pointer (&self->sheet, nida_sheet_unref);
  g_queue_clear_full (&self->answers, kept_answer_free);
  g_clear_object (&self->dataset);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (nida_local_engine_parent_class)->finalize (object);
}

static void
nida_local_engine_class_init (NidaLocalEngineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nida_local_engine_finalize;
}

static void
nida_local_engine_init (NidaLocalEngine *self)
{
  g_mutex_init (&self->lock);
}

/**
 * nida_local_engine_new:
 *
 * An engine that answers from @dataset. What it derives from the columns is made by the first question that needs it.
 *
 * Returns: (transfer full): a new engine
 */
NidaLocalEngine *
nida_local_engine_new (NidaDataset *dataset)
{
  NidaLocalEngine *self;

  g_return_val_if_fail (NIDA_IS_DATASET (dataset), NULL);

  self = g_object_new (NIDA_TYPE_LOCAL_ENGINE, NULL);
  self->dataset = g_object_ref (dataset);
  return self;
}

NidaLocalEngine *
nida_local_engine_new_of_sheet (NidaSheet *sheet)
{
  NidaLocalEngine *self = nida_local_engine_new (sheet->dataset);

  self->sheet = nida_sheet_ref (sheet);
  return self;
}

NidaDataset *
nida_local_engine_get_dataset (NidaLocalEngine *self)
{
  g_return_val_if_fail (NIDA_IS_LOCAL_ENGINE (self), NULL);

  return self->dataset;
}

/**
 * nida_local_engine_query:
 *
 * Ask @query and wait.
 *
 * Returns: (transfer full): the answer, or %NULL with an error of %NIDA_QUERY_ERROR
 */
NidaCube *
nida_local_engine_query (NidaLocalEngine  *self,
                         NidaQuery        *query,
                         GError          **error)
{
  g_return_val_if_fail (NIDA_IS_LOCAL_ENGINE (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  return answer (self, query, NULL, error);
}

static void
unref_if_set (gpointer object)
{
  if (object != NULL)
    g_object_unref (object);
}

/* The questions with most groups first: what they have counted, coarser ones need only add up. */
static guint *
finest_first (GPtrArray *queries)
{
  guint *order = g_new (guint, queries->len + 1);
  guint n = 0;

  for (guint n_by = NIDA_MAX_BY + 1; n_by > 0; n_by--)
    for (guint i = 0; i < queries->len; i++)
      if (((NidaQuery *) g_ptr_array_index (queries, i))->n_by == n_by - 1)
        order[n++] = i;
  return order;
}

/* One pass over the rows of each selection for all its questions that can share it. */
static gboolean
prepare (NidaLocalEngine  *self,
         GPtrArray        *queries,
         const guint      *order,
         NidaSelection   **selections,
         GPtrArray        *owned,
         GError          **error)
{
  for (guint i = 0; i < owned->len; i++)
    {
      g_autoptr (GPtrArray) same = g_ptr_array_new ();

      for (guint q = 0; q < queries->len; q++)
        if (selections[order[q]] == g_ptr_array_index (owned, i))
          g_ptr_array_add (same, g_ptr_array_index (queries, order[q]));
      if (same->len > 1 && !nida_answers_prepare (nida_local_engine_get_sheet (self), g_ptr_array_index (owned, i), same, error))
        return FALSE;
    }
  return TRUE;
}

/* --- answers that are kept --- */

#define MOST_ANSWERS 64
#define MOST_CELLS   8192     /* of an answer that is kept */

/* (transfer full), or NULL. */
static NidaCube *
find_kept (NidaLocalEngine *self,
           NidaQuery       *query)
{
  NidaCube *found = NULL;

  g_mutex_lock (&self->lock);
  for (GList *l = self->answers.head; l != NULL && found == NULL; l = l->next)
    if (nida_query_equal (((NidaKeptAnswer *) l->data)->query, query))
      {
        found = g_object_ref (((NidaKeptAnswer *) l->data)->cube);
        g_queue_unlink (&self->answers, l);
        g_queue_push_head_link (&self->answers, l);
      }
  g_mutex_unlock (&self->lock);
  return found;
}

static void
keep (NidaLocalEngine *self,
      NidaQuery       *query,
      NidaCube        *cube)
{
  NidaKeptAnswer *kept;

  if (nida_cube_get_n_cells (cube) > MOST_CELLS)
    return;
  kept = g_new (NidaKeptAnswer, 1);
  *kept = (NidaKeptAnswer) { nida_query_copy (query), g_object_ref (cube) };
  g_mutex_lock (&self->lock);
  g_queue_push_head (&self->answers, kept);
  if (self->answers.length > MOST_ANSWERS)
    kept_answer_free (g_queue_pop_tail (&self->answers));
  g_mutex_unlock (&self->lock);
}

/* The answer to an equal question that was given before; (transfer full), or NULL. */
static NidaCube *
find_equal (GPtrArray *queries,
            GPtrArray *cubes,
            NidaQuery *query)
{
  for (guint i = 0; i < queries->len; i++)
    if (g_ptr_array_index (cubes, i) != NULL && nida_query_equal (g_ptr_array_index (queries, i), query))
      return g_object_ref (g_ptr_array_index (cubes, i));
  return NULL;
}

/**
 * nida_local_engine_query_all:
 * @queries: (element-type NidaQuery): questions
 *
 * Ask all of @queries and wait. Those with the same filters and dates share the pass over them.
 *
 * Returns: (transfer full) (element-type NidaCube): one answer a question, in order; %NULL when one of them fails
 */
GPtrArray *
nida_local_engine_query_all (NidaLocalEngine  *self,
                             GPtrArray        *queries,
                             GError          **error)
{
  g_autoptr (GPtrArray) cubes = g_ptr_array_new_with_free_func (unref_if_set);
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_selection_free);
  g_autofree NidaSelection **selections = NULL;
  g_autofree guint *order = NULL;

  g_return_val_if_fail (NIDA_IS_LOCAL_ENGINE (self), NULL);
  g_return_val_if_fail (queries != NULL, NULL);

  selections = g_new0 (NidaSelection *, queries->len + 1);
  g_ptr_array_set_size (cubes, (gint) queries->len);
  for (guint i = 0; i < queries->len; i++)
    {
      NidaQuery *query = g_ptr_array_index (queries, i);

      if (!check_query (self, query, error))
        return NULL;
      g_ptr_array_index (cubes, i) = find_kept (self, query);
      if (g_ptr_array_index (cubes, i) != NULL)
        continue;
      for (guint j = 0; j < i && selections[i] == NULL; j++)
        if (selections[j] != NULL && nida_filter_same (query, g_ptr_array_index (queries, j)))
          selections[i] = selections[j];
      if (selections[i] == NULL)
        {
          selections[i] = select_rows (self, query, NULL, error);
          if (selections[i] == NULL)
            return NULL;
          g_ptr_array_add (owned, selections[i]);
        }
    }
  order = finest_first (queries);
  if (!prepare (self, queries, order, selections, owned, error))
    return NULL;
  for (guint i = 0; i < queries->len; i++)
    {
      NidaQuery *query = g_ptr_array_index (queries, order[i]);
      NidaCube *cube;

      if (g_ptr_array_index (cubes, order[i]) != NULL)
        continue;
      cube = find_equal (queries, cubes, query);
      if (cube == NULL)
        {
          cube = nida_answer_new (nida_local_engine_get_sheet (self), selections[order[i]], query, NULL, error);
          if (cube == NULL)
            return NULL;
          keep (self, query, cube);
        }
      g_ptr_array_index (cubes, order[i]) = cube;
    }
  /* all places are filled, so that their owner need not know of empty ones */
  g_ptr_array_set_free_func (cubes, g_object_unref);
  return g_steal_pointer (&cubes);
}

/**
 * nida_local_engine_make_brush_index:
 * @axes: (array length=n_axes): the brushed fields, at most %NIDA_BRUSH_MOST_FIELDS
 * @charts: (array length=n_charts): what is drawn beside
 *
 * Returns: (transfer full): the index, or %NULL with an error
 */
NidaBrushIndex *
nida_local_engine_make_brush_index (NidaLocalEngine       *self,
                                    const NidaBrushAxis   *axes,
                                    guint                  n_axes,
                                    const NidaBrushChart  *charts,
                                    guint                  n_charts,
                                    GCancellable          *cancellable,
                                    GError               **error)
{
  g_return_val_if_fail (NIDA_IS_LOCAL_ENGINE (self), NULL);

  return nida_brush_index_new (nida_local_engine_get_sheet (self), axes, n_axes, charts, n_charts, cancellable, error);
}

/**
 * nida_local_engine_select:
 *
 * Returns: (transfer full) (element-type guint): the rows that pass the filters and dates of @query, ascending
 */
GArray *
nida_local_engine_select (NidaLocalEngine  *self,
                          NidaQuery        *query,
                          GError          **error)
{
  g_autoptr (NidaSelection) selection = NULL;
  GArray *rows;

  g_return_val_if_fail (NIDA_IS_LOCAL_ENGINE (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  selection = select_rows (self, query, NULL, error);
  if (selection == NULL)
    return NULL;
  rows = g_array_sized_new (FALSE, FALSE, sizeof (guint), selection->n_rows);
  if (selection->rows != NULL)
    g_array_append_vals (rows, selection->rows, selection->n_rows);
  else
    for (guint row = 0; row < selection->n_rows; row++)
      g_array_append_val (rows, row);
  return rows;
}

/**
 * nida_local_engine_select_counted:
 *
 * Returns: (transfer full) (element-type guint): the rows that pass the filters and dates of @query and that its measures
 *   count, ascending
 */
GArray *
nida_local_engine_select_counted (NidaLocalEngine  *self,
                                  NidaQuery        *query,
                                  GError          **error)
{
  g_autoptr (NidaSelection) selection = NULL;

  g_return_val_if_fail (NIDA_IS_LOCAL_ENGINE (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  selection = select_rows (self, query, NULL, error);
  return selection == NULL ? NULL : nida_counted_rows (nida_local_engine_get_sheet (self), selection, query);
}

/**
 * nida_local_engine_get_conversion:
 * @conversion: (out): of this one row
 * @ratio: (out): the rate; { 0, 0 } where there is none
 */
gboolean
nida_local_engine_get_conversion (NidaLocalEngine *self,
                                  NidaQuery       *query,
                                  guint            row,
                                  NidaConversion  *conversion,
                                  NidaRatio       *ratio)
{
  const NidaValues *values;
  const NidaRowRate *rate;
  const NidaWay *way;

  g_return_val_if_fail (NIDA_IS_LOCAL_ENGINE (self), FALSE);
  g_return_val_if_fail (row < nida_dataset_get_n_rows (self->dataset), FALSE);

  values = nida_sheet_get_values (nida_local_engine_get_sheet (self), query->currency, query->prices);
  if (values->rates == NULL || values->rates[row] == 0)
    return FALSE;
  rate = &g_array_index (values->row_rates, NidaRowRate, values->rates[row]);
  way = &g_array_index (values->ways, NidaWay, rate->way);
  *conversion = (NidaConversion) { way->kind, way->from, way->source, 1, NIDA_MONEY_NONE, rate->average, rate->first, rate->last };
  conversion->amount = nida_values_original (values, row);
  conversion->note = rate->note;
  *ratio = rate->ratio;
  return TRUE;
}

/**
 * nida_local_engine_suggest:
 *
 * Returns: (transfer full): the names nearest to @text that stand in rows as @field, best first, at most @max; none for a
 *   field without names
 */
char **
nida_local_engine_suggest (NidaLocalEngine *self,
                           NidaField        field,
                           const char      *text,
                           guint            max)
{
  const char *groups[NIDA_N_DONOR_GROUPS + 1] = { NULL };

  g_return_val_if_fail (NIDA_IS_LOCAL_ENGINE (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  if (nida_field_is_code (field))
    return nida_suggest_names (nida_local_engine_get_sheet (self), field, text, max);
  if (field == NIDA_FIELD_REGION)
    return nida_suggest_places (nida_sheet_get_places (nida_local_engine_get_sheet (self)), text, max);
  if (field != NIDA_FIELD_DONOR_GROUP)
    return g_new0 (char *, 1);
  for (guint i = 0; i < NIDA_N_DONOR_GROUPS; i++)
    groups[i] = nida_donor_group_get_name (i);
  return nida_suggest_words (groups, text, max);
}

/**
 * nida_local_engine_suggest_near:
 * @self: an engine
 * @fields: (array zero-terminated=1): fields that have a dictionary
 * @text: what somebody typed
 * @max: how many at most
 *
 * Returns: (transfer full) (element-type NidaNearName): the names of any of @fields that are near enough to be offered unasked
 */
GArray *
nida_local_engine_suggest_near (NidaLocalEngine *self,
                                const NidaField *fields,
                                const char      *text,
                                guint            max)
{
  g_return_val_if_fail (NIDA_IS_LOCAL_ENGINE (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  return nida_suggest_near (nida_local_engine_get_sheet (self), fields, text, max);
}
