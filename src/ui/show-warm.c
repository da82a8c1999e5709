/* The questions are those of the show, asked with no row behind the others: they derive of these what they will be asked for. */
#include "config.h"

#include "show-warm.h"

#include "dataset-builder.h"
#include "show-list.h"

typedef struct {
  NidaDataset  *bare;
  GPtrArray    *slides;
  NidaLanguage *language;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->bare);
  g_ptr_array_unref (job->slides);
  g_object_unref (job->language);
  g_free (job);
}

static void
run_thread (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  const Job *job = data;
  g_autoptr (NidaDatasetBuilder) nothing = nida_dataset_builder_new ();
  g_autoptr (NidaDataset) dataset = nida_dataset_builder_append (nothing, job->bare);
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);

  nida_sources_free (nida_sources_new (dataset, job->language));
  for (guint i = 0; i < job->slides->len && !g_cancellable_is_cancelled (cancellable); i++)
    nida_slide_answers_unref (nida_slide_answers_ask (((NidaShowSlide *) job->slides->pdata[i])->slide, engine, NULL));
  g_task_return_boolean (task, TRUE);
}

void
nida_show_warm (NidaDataset         *bare,
                GPtrArray           *slides,
                NidaLanguage        *language,
                GCancellable        *cancellable,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->bare = g_object_ref (bare);
  job->slides = slides;
  job->language = g_object_ref (language);
  g_task_set_source_tag (task, nida_show_warm);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_thread);
}
