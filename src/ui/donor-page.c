/* A dozen questions and as many charts, and a file: too much for the time between two frames. */
#include "config.h"

#include "donor-page.h"

typedef struct {
  NidaDonorPage    *page;
  GCancellable     *cancellable;
  NidaDonorProgress progress;
  gpointer          data;
  GMainContext     *context;      /* of who asked */
} Job;

void
nida_donor_page_free (NidaDonorPage *self)
{
  g_clear_object (&self->engine);
  g_clear_object (&self->language);
  g_clear_pointer (&self->question, nida_query_unref);
  g_free (self->donor);
  g_free (self->letterhead);
  g_free (self);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  nida_donor_page_free (job->page);
  g_clear_object (&job->cancellable);
  g_main_context_unref (job->context);
  g_free (job);
}

/* --- progress --- */

typedef struct { NidaDonorProgress func; gpointer data; GCancellable *cancellable; double done; } Step;

static void
step_free (gpointer data)
{
  Step *step = data;

  g_clear_object (&step->cancellable);
  g_free (step);
}

/* Who cancelled wants to hear nothing more. */
static gboolean
step_cb (gpointer data)
{
  const Step *step = data;

  if (!g_cancellable_is_cancelled (step->cancellable))
    step->func (step->done, step->data);
  return G_SOURCE_REMOVE;
}

static void
tell_step (double   done,
           gpointer data)
{
  Job *job = data;
  Step *step;

  if (job->progress == NULL)
    return;
  step = g_new0 (Step, 1);
  *step = (Step) { job->progress, job->data, job->cancellable != NULL ? g_object_ref (job->cancellable) : NULL, done };
  g_main_context_invoke_full (job->context, G_PRIORITY_DEFAULT, step_cb, step, step_free);
}

/* --- the page --- */

static NidaScene *
build (Job     *job,
       GError **error)
{
  const NidaDonorPage *page = job->page;
  g_autoptr (NidaSources) sources = nida_sources_new (nida_local_engine_get_dataset (page->engine), page->language);
  g_autoptr (NidaMeasurer) measurer = nida_pango_measurer_new (nida_language_is_arabic (page->language));
  g_autoptr (NidaLetterhead) letterhead = NULL;
  NidaDonorReport report = {
    .question = page->question, .donor = page->donor, .draft = page->draft, .embargo = page->embargo,
    .cancellable = job->cancellable, .progress = tell_step, .progress_data = job,
  };
  const NidaChartContext context = {
    .language = page->language,
    .measurer = measurer,
    .theme = NIDA_THEME_LIGHT,
    .time_direction = page->time_direction,
  };

  if (*page->letterhead != '\0' && (letterhead = nida_letterhead_read (page->letterhead, error)) == NULL)
    return NULL;
  report.letterhead = letterhead;
  return nida_donor_report_build (&report, page->engine, sources, &context, error);
}

static void
build_thread (GTask        *task,
              gpointer      source,
              gpointer      job,
              GCancellable *cancellable)
{
  GError *error = NULL;
  NidaScene *scene = build (job, &error);

  if (scene != NULL)
    g_task_return_pointer (task, scene, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
nida_donor_page_build_async (NidaDonorPage       *self,
                             GCancellable        *cancellable,
                             NidaDonorProgress    progress,
                             GAsyncReadyCallback  callback,
                             gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  *job = (Job) { self, cancellable != NULL ? g_object_ref (cancellable) : NULL, progress, data, g_main_context_ref_thread_default () };
  g_task_set_source_tag (task, nida_donor_page_build_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, build_thread);
}

NidaScene *
nida_donor_page_build_finish (GAsyncResult  *result,
                              GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
