/* Reading in a thread, and telling how far it is on the caller's main context. */
#include "config.h"

#include "loader-private.h"

#define PROGRESS_INTERVAL 50    /* milliseconds: 20 times a second */

typedef struct {
  char           **inputs;
  char           **map;
  char           **may_miss;
  char            *sheet;
  NidaLoadOptions  options;
  NidaProgress     progress;
  NidaLoadProgress on_progress;
  gpointer         progress_data;
  GAsyncReadyCallback callback;
  gpointer         callback_data;
  GSource         *timer;
  guint64          told;        /* bytes, rows and pages of the last call */
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_strfreev (job->inputs);
  g_strfreev (job->map);
  g_strfreev (job->may_miss);
  g_free (job->sheet);
  g_clear_pointer (&job->options.layouts, nida_layouts_unref);
  g_clear_pointer (&job->options.said, nida_layouts_unref);
  g_clear_pointer (&job->options.aliases, nida_aliases_unref);
  g_clear_pointer (&job->options.own_rates, nida_own_rates_unref);
  g_clear_object (&job->options.copies);
  g_clear_pointer (&job->options.resting, g_hash_table_unref);
  g_clear_object (&job->options.secrets);
  g_free (job);
}

static gboolean
progress_cb (gpointer user_data)
{
  Job *job = user_data;
  guint64 bytes = atomic_load (&job->progress.bytes);
  guint64 rows = atomic_load (&job->progress.rows);
  guint64 pages = atomic_load (&job->progress.pages);

  if (bytes + rows + pages != job->told)
    job->on_progress (bytes, atomic_load (&job->progress.total), rows, pages, job->progress_data);
  job->told = bytes + rows + pages;
  return G_SOURCE_CONTINUE;
}

static void
load_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) keeps = g_ptr_array_new_with_free_func (nida_keep_free);
  g_autoptr (NidaCopies) copies = job->options.copies != NULL ? g_object_ref (job->options.copies) : NULL;
  NidaDataset *dataset = nida_load_inputs ((const char * const *) job->inputs, &job->options, &job->progress, keeps,
                                           cancellable, &error);

  if (dataset == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  /* Nobody waits for the copies; after this call @job may be gone. */
  g_task_return_pointer (task, dataset, g_object_unref);
  nida_keep_all (keeps, copies, NULL);
}

/* The timer ends before the caller hears of the result. */
static void
loaded_cb (GObject      *source_object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Job *job = user_data;

  if (job->timer != NULL)
    {
      g_source_destroy (job->timer);
      g_clear_pointer (&job->timer, g_source_unref);
    }
  if (job->callback != NULL)
    job->callback (NULL, result, job->callback_data);
}

/**
 * nida_load_async:
 * @inputs: (array zero-terminated=1): as for nida_load(); copied, like @options
 * @progress: (nullable): called in the thread-default main context of the caller, at most 20 times a second, and not any
 *   more once @callback is
 *
 * Read all @inputs as one dataset in a thread.
 */
void
nida_load_async (const char * const    *inputs,
                 const NidaLoadOptions *options,
                 NidaLoadProgress       progress,
                 gpointer               progress_data,
                 GCancellable          *cancellable,
                 GAsyncReadyCallback    callback,
                 gpointer               user_data)
{
  Job *job = g_new0 (Job, 1);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, loaded_cb, job);

  g_return_if_fail (inputs != NULL);

  g_task_set_source_tag (task, nida_load_async);
  job->inputs = g_strdupv ((char **) inputs);
  if (options != NULL)
    job->options = *options;
  if (job->options.layouts != NULL)
    nida_layouts_ref (job->options.layouts);
  if (job->options.said != NULL)
    nida_layouts_ref (job->options.said);
  if (job->options.own_rates != NULL)
    nida_own_rates_ref (job->options.own_rates);
  if (job->options.aliases != NULL)
    nida_aliases_ref (job->options.aliases);
  if (job->options.copies != NULL)
    g_object_ref (job->options.copies);
  if (job->options.resting != NULL)
    g_hash_table_ref (job->options.resting);
  if (job->options.secrets != NULL)
    g_object_ref (job->options.secrets);
  if (job->options.map != NULL)
    job->map = g_strdupv ((char **) job->options.map);
  job->options.map = (const char * const *) job->map;
  if (job->options.may_miss != NULL)
    job->may_miss = g_strdupv ((char **) job->options.may_miss);
  job->options.may_miss = (const char * const *) job->may_miss;
  job->options.sheet = job->sheet = g_strdup (job->options.sheet);
  job->on_progress = progress;
  job->progress_data = progress_data;
  job->callback = callback;
  job->callback_data = user_data;
  if (progress != NULL)
    {
      job->timer = g_timeout_source_new (PROGRESS_INTERVAL);
      g_source_set_callback (job->timer, progress_cb, job, NULL);
      g_source_attach (job->timer, g_main_context_get_thread_default ());
    }
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, load_thread);
}

NidaDataset *
nida_load_finish (GAsyncResult  *result,
                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
