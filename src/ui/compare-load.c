/* A source is read beside the tables of rates alone, so that its figures are those of nobody else. Its place is asked no
 * more than the window asks it: an address is taken from its copy. */
#include "config.h"

#include "compare-load.h"

struct _NidaCompareLoad
{
  NidaSession       *session;
  GHashTable        *engines;       /* input → NidaLocalEngine */
  NidaComparedSides  sides;
  NidaQuery         *query;
  NidaCompareFunc    func;
  gpointer           user_data;
  GCancellable      *cancellable;   /* of what is under way, or NULL */
  GError            *failure;       /* why an input cannot be read, so that its last good copy is tried, or NULL */
};

static void
clear_sides (NidaComparedSides *sides)
{
  for (guint side = 0; side < 2; side++)
    {
      g_clear_pointer (&sides->inputs[side], g_free);
      g_clear_object (&sides->engines[side]);
    }
}

/* --- comparing, in a thread --- */

typedef struct {
  NidaLocalEngine *engines[2];
  NidaQuery       *query;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->engines[0]);
  g_object_unref (job->engines[1]);
  nida_query_unref (job->query);
  g_free (job);
}

static void
compare_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  NidaSourceComparison *comparison = nida_source_comparison_new (job->engines, job->query, &error);

  if (comparison != NULL)
    g_task_return_pointer (task, comparison, (GDestroyNotify) nida_source_comparison_free);
  else
    g_task_return_error (task, error);
}

/* NULL when another question, or the end, has taken the place of this one. */
static NidaCompareLoad *
still_wanted (GTask *task)
{
  return g_cancellable_is_cancelled (g_task_get_cancellable (task)) ? NULL : g_task_get_task_data (task);
}

static void
tell (NidaCompareLoad      *self,
      NidaSourceComparison *comparison,
      const GError         *error)
{
  g_clear_object (&self->cancellable);
  self->func (comparison, error, self->user_data);
}

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) outer = user_data;
  g_autoptr (GError) error = NULL;
  NidaSourceComparison *comparison = g_task_propagate_pointer (G_TASK (result), &error);
  NidaCompareLoad *self = still_wanted (outer);

  if (self != NULL)
    tell (self, comparison, error);
  else
    g_clear_pointer (&comparison, nida_source_comparison_free);
}

static void
compare (NidaCompareLoad *self,
         GTask           *outer)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, compared_cb, g_object_ref (outer));
  Job *job = g_new0 (Job, 1);

  for (guint side = 0; side < 2; side++)
    job->engines[side] = g_object_ref (self->sides.engines[side]);
  job->query = nida_query_ref (self->query);
  g_task_set_source_tag (task, compare);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, compare_thread);
}

/* --- reading --- */

gboolean
nida_compare_load_is_source (NidaSession *session,
                             const char  *input)
{
  guint source = nida_session_find_source (session, input);

  const NidaSourceInfo *info;

  if (source == G_MAXUINT)
    return TRUE;
  info = nida_report_get_source (nida_dataset_get_report (nida_session_get_dataset (session)), source);
  return !info->is_rates && !info->is_missing;
}

static GHashTable *
rest_all (const char * const *inputs)
{
  GHashTable *resting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; inputs[i] != NULL; i++)
    g_hash_table_insert (resting, g_strdup (inputs[i]), NULL);
  return resting;
}

static void read_next (NidaCompareLoad *self, GTask *outer);

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) outer = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = nida_load_finish (result, &error);
  NidaCompareLoad *self = still_wanted (outer);
  guint side = 0;

  if (self == NULL)
    return;
  if (dataset == NULL && self->failure == NULL)
    {
      self->failure = g_steal_pointer (&error);
      read_next (self, outer);
      return;
    }
  if (dataset == NULL)
    {
      tell (self, NULL, self->failure);
      return;
    }
  g_clear_error (&self->failure);
  while (side < 1 && self->sides.engines[side] != NULL)
    side++;
  self->sides.engines[side] = nida_local_engine_new (dataset);
  g_hash_table_insert (self->engines, g_strdup (self->sides.inputs[side]), g_object_ref (self->sides.engines[side]));
  read_next (self, outer);
}

static void
read_alone (NidaCompareLoad *self,
            const char      *input,
            GTask           *outer)
{
  const char * const *inputs = nida_session_get_inputs (self->session);
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();
  g_autoptr (GHashTable) resting = rest_all (inputs);
  NidaLoadOptions options = nida_session_get_load_options (self->session);

  options.policy = NIDA_POLICY_LAST_GOOD;
  options.resting = resting;
  if (self->failure != NULL && options.as_of == 0)
    options.as_of = g_get_real_time ();   /* what is kept of it, as the window shows it */
  g_ptr_array_add (alone, (gpointer) input);
  for (guint i = 0; inputs[i] != NULL; i++)
    if (!nida_compare_load_is_source (self->session, inputs[i]))
      g_ptr_array_add (alone, (gpointer) inputs[i]);
  g_ptr_array_add (alone, NULL);
  nida_load_async ((const char * const *) alone->pdata, &options, NULL, NULL, self->cancellable, loaded_cb, g_object_ref (outer));
}

/* Whatever is not there yet, then the comparison. */
static void
read_next (NidaCompareLoad *self,
           GTask           *outer)
{
  for (guint side = 0; side < 2; side++)
    {
      NidaLocalEngine *known = g_hash_table_lookup (self->engines, self->sides.inputs[side]);

      if (self->sides.engines[side] == NULL && known != NULL)
        self->sides.engines[side] = g_object_ref (known);
      if (self->sides.engines[side] == NULL)
        {
          read_alone (self, self->sides.inputs[side], outer);
          return;
        }
    }
  compare (self, outer);
}

static void
stop (NidaCompareLoad *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->failure);
  g_clear_pointer (&self->query, nida_query_unref);
  clear_sides (&self->sides);
}

void
nida_compare_load_ask (NidaCompareLoad    *self,
                       const char * const  inputs[2],
                       NidaQuery          *query,
                       NidaCompareFunc     func,
                       gpointer            user_data)
{
  g_autoptr (GTask) outer = NULL;

  stop (self);
  self->cancellable = g_cancellable_new ();
  self->query = nida_query_ref (query);
  self->func = func;
  self->user_data = user_data;
  for (guint side = 0; side < 2; side++)
    self->sides.inputs[side] = g_strdup (inputs[side]);
  /* Carries the cancellable, by which a late answer knows whether anybody still waits for it. */
  outer = g_task_new (NULL, self->cancellable, NULL, NULL);
  g_task_set_source_tag (outer, nida_compare_load_ask);
  g_task_set_task_data (outer, self, NULL);
  read_next (self, outer);
}

const NidaComparedSides *
nida_compare_load_get_sides (NidaCompareLoad *self)
{
  return self->cancellable == NULL && self->sides.engines[0] != NULL && self->sides.engines[1] != NULL ? &self->sides : NULL;
}

void
nida_compare_load_forget (NidaCompareLoad *self)
{
  stop (self);
  g_hash_table_remove_all (self->engines);
}

NidaCompareLoad *
nida_compare_load_new (NidaSession *session)
{
  NidaCompareLoad *self = g_new0 (NidaCompareLoad, 1);

  self->session = g_object_ref (session);
  self->engines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  return self;
}

void
nida_compare_load_free (NidaCompareLoad *self)
{
  stop (self);
  g_hash_table_unref (self->engines);
  g_object_unref (self->session);
  g_free (self);
}
