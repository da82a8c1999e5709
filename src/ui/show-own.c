/* The data of a show with the ledger as it is now: rows behind those that stand still, which nobody reads or merges again. */
#include "config.h"

#include "show-own.h"

typedef struct {
  NidaDataset *bare;
  NidaLedger  *ledger;
  NidaAliases *aliases;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->bare);
  g_clear_pointer (&job->ledger, nida_ledger_unref);
  g_clear_pointer (&job->aliases, nida_aliases_unref);
  g_free (job);
}

NidaLocalEngine *
nida_show_own_new_engine (NidaDataset *bare,
                          NidaLedger  *ledger,
                          NidaAliases *aliases)
{
  g_autoptr (NidaDataset) dataset = ledger != NULL ? nida_ledger_append (ledger, bare, aliases) : g_object_ref (bare);

  return nida_local_engine_new (dataset);
}

static void
run_thread (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  const Job *job = data;

  g_task_return_pointer (task, nida_show_own_new_engine (job->bare, job->ledger, job->aliases), g_object_unref);
}

void
nida_show_own_async (NidaDataset         *bare,
                     NidaLedger          *ledger,
                     NidaAliases         *aliases,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->bare = g_object_ref (bare);
  job->ledger = ledger != NULL ? nida_ledger_ref (ledger) : NULL;
  job->aliases = aliases != NULL ? nida_aliases_ref (aliases) : NULL;
  g_task_set_source_tag (task, nida_show_own_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_thread);
}

NidaLocalEngine *
nida_show_own_finish (GAsyncResult  *result,
                      GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
