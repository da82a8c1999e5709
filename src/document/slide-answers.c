/* Asking what a slide shows, by the engine that answers boards: what a board has asked already is there. */
#include "config.h"

#include "slide-answers.h"

#include "board.h"

static void
answer_free (gpointer data)
{
  NidaSlideAnswer *self = data;

  nida_chart_spec_free (self->spec);
  g_clear_pointer (&self->cubes, g_ptr_array_unref);
  g_free (self->error);
  g_free (self);
}

static GPtrArray *
new_answers (GPtrArray    *charts,
             NidaColorMap *colors)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func (answer_free);

  for (guint i = 0; i < charts->len; i++)
    {
      NidaSlideAnswer *answer = g_new0 (NidaSlideAnswer, 1);

      answer->spec = nida_slide_chart_ask (charts->pdata[i]);
      if (colors != NULL)
        nida_board_color_chart (answer->spec, colors);
      g_ptr_array_add (answers, answer);
    }
  return answers;
}

static void
ask_one (NidaSlideAnswer *answer,
         GPtrArray       *queries,
         NidaLocalEngine *engine)
{
  g_autoptr (GError) error = NULL;

  answer->cubes = nida_local_engine_query_all (engine, queries, &error);
  if (answer->cubes == NULL)
    answer->error = g_strdup (error->message);
}

/* Together: charts of one slide choose the same rows, and one adds up what is the detail of another. Where one cannot be answered
 * the others can. */
static void
ask_all (NidaSlideAnswers *self,
         NidaLocalEngine  *engine)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new (), queries = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) all = g_ptr_array_new (), cubes = NULL;
  guint next = 0;

  g_ptr_array_extend (answers, self->charts, NULL, NULL);
  g_ptr_array_extend (answers, self->figures, NULL, NULL);
  for (guint i = 0; i < answers->len; i++)
    {
      g_ptr_array_add (queries, nida_chart_spec_queries (((NidaSlideAnswer *) answers->pdata[i])->spec));
      g_ptr_array_extend (all, queries->pdata[i], NULL, NULL);
    }
  cubes = nida_local_engine_query_all (engine, all, NULL);
  for (guint i = 0; i < answers->len; i++)
    {
      NidaSlideAnswer *answer = answers->pdata[i];
      GPtrArray *own = queries->pdata[i];

      if (cubes == NULL)
        {
          ask_one (answer, own, engine);
          continue;
        }
      answer->cubes = g_ptr_array_new_with_free_func (g_object_unref);
      for (guint q = 0; q < own->len; q++)
        g_ptr_array_add (answer->cubes, g_object_ref (cubes->pdata[next++]));
    }
}

NidaSlideAnswers *
nida_slide_answers_ask (const NidaSlide *slide,
                        NidaLocalEngine *engine,
                        NidaColorMap    *colors)
{
  NidaSlideAnswers *self = g_new0 (NidaSlideAnswers, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->charts = new_answers (slide->charts, colors);
  self->figures = new_answers (slide->figures, colors);
  ask_all (self, engine);
  return self;
}

/* --- on a thread --- */

typedef struct { NidaSlide *slide; NidaLocalEngine *engine; NidaColorMap *colors; } Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  nida_slide_free (job->slide);
  g_object_unref (job->engine);
  g_clear_pointer (&job->colors, nida_color_map_unref);
  g_free (job);
}

static void
ask_thread (GTask        *task,
            gpointer      source,
            gpointer      task_data,
            GCancellable *cancellable)
{
  Job *job = task_data;

  g_task_return_pointer (task, nida_slide_answers_ask (job->slide, job->engine, job->colors), (GDestroyNotify) nida_slide_answers_unref);
}

void
nida_slide_answers_ask_async (const NidaSlide     *slide,
                              NidaLocalEngine     *engine,
                              NidaColorMap        *colors,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->slide = nida_slide_copy (slide);
  job->engine = g_object_ref (engine);
  job->colors = colors != NULL ? nida_color_map_ref (colors) : NULL;
  g_task_set_source_tag (task, nida_slide_answers_ask_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, ask_thread);
}

NidaSlideAnswers *
nida_slide_answers_ask_finish (GAsyncResult  *result,
                               GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
nida_slide_answers_keep_order (NidaSlideAnswers *self,
                               NidaSlideAnswers *before)
{
  for (guint i = 0; i < MIN (self->charts->len, before->charts->len); i++)
    {
      const NidaSlideAnswer *now = self->charts->pdata[i], *old = before->charts->pdata[i];

      nida_chart_keep_order (now->spec, old->spec, old->cubes);
    }
}

NidaSlideAnswers *
nida_slide_answers_ref (NidaSlideAnswers *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
nida_slide_answers_unref (NidaSlideAnswers *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->charts);
  g_ptr_array_unref (self->figures);
  g_free (self);
}
