/* An index for the brush (or the chart under the pointer, which may be brushed next) and one for the selection that it is
 * compared with, over what all charts draw now; scans until it is there; and what no index has, asked anew. All of it is made in
 * threads, and whatever changes meanwhile makes it anew. */
#include "config.h"

#include "linked-private.h"

/* --- needs --- */

static void
run_needs_cb (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  nida_needs_job_run (task_data);
  g_task_return_boolean (task, TRUE);
}

/* What is called back holds the charts, not the task: the last to let go of a task may be its thread. */
typedef struct { NidaLinked *linked; guint which; } Caller;

static Caller *
caller_new (NidaLinked *self,
            guint       which)
{
  Caller *caller = g_new (Caller, 1);

  *caller = (Caller) { g_object_ref (self), which };
  return caller;
}

/* An answer that has come too late is none: the newest brush is asked about next. */
static void
needs_answered_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autofree Caller *caller = user_data;
  g_autoptr (NidaLinked) self = caller->linked;
  guint which = caller->which;
  NidaStroke *stroke = &self->strokes[which];
  const NidaNeedsJob *job = g_task_get_task_data (G_TASK (result));

  stroke->asking = FALSE;
  if (nida_needs_job_is_of (job, self->engine, stroke->brush))
    {
      nida_needs_job_take (job, self->links, which);
      for (guint i = 0; i < self->links->len; i++)
        nida_link_join (g_ptr_array_index (self->links, i), which);
      nida_linked_tell_changed (self);
    }
  if (stroke->ask_again)
    nida_linked_ask_needs (self, which);
}

static void
forget_needs (NidaLinked *self,
              guint       which)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      NidaLink *link = g_ptr_array_index (self->links, i);

      nida_link_forget_needs (link, which);
      nida_link_join (link, which);
    }
}

void
nida_linked_ask_needs (NidaLinked *self,
                       guint       which)
{
  NidaStroke *stroke = &self->strokes[which];
  g_autoptr (GTask) task = NULL;
  NidaNeedsJob *job;

  stroke->ask_again = stroke->asking;
  if (stroke->asking)
    return;
  job = nida_needs_job_new (self->engine, stroke->few, self->links, stroke->brush);
  if (job == NULL)
    {
      forget_needs (self, which);
      return;
    }
  stroke->asking = TRUE;
  task = g_task_new (NULL, NULL, needs_answered_cb, caller_new (self, which));
  g_task_set_task_data (task, job, (GDestroyNotify) nida_needs_job_free);
  g_task_run_in_thread (task, run_needs_cb);
}

/* --- fewer rows for needs --- */

static void
condense_cb (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  g_task_return_pointer (task, nida_condense_job_run (task_data, cancellable), (GDestroyNotify) nida_condensed_unref);
}

static void
condensed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autofree Caller *caller = user_data;
  g_autoptr (NidaLinked) self = caller->linked;
  g_autoptr (NidaCondensed) few = g_task_propagate_pointer (G_TASK (result), NULL);
  NidaStroke *stroke = &self->strokes[caller->which];

  if (g_task_get_cancellable (G_TASK (result)) != stroke->condensing)
    return;
  g_clear_object (&stroke->condensing);
  stroke->few = g_steal_pointer (&few);
}

static void
stop_condensing (NidaStroke *stroke)
{
  if (stroke->condensing != NULL)
    g_cancellable_cancel (stroke->condensing);
  g_clear_object (&stroke->condensing);
  g_clear_pointer (&stroke->few, nida_condensed_unref);
}

/* Behind the index, which all other charts wait for. */
static void
condense (NidaLinked *self,
          guint       which)
{
  NidaStroke *stroke = &self->strokes[which];
  NidaCondenseJob *job = nida_condense_job_new (self->engine, self->links, stroke->job);
  g_autoptr (GTask) task = NULL;

  stop_condensing (stroke);
  if (job == NULL)
    return;
  stroke->condensing = g_cancellable_new ();
  task = g_task_new (NULL, stroke->condensing, condensed_cb, caller_new (self, which));
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify) nida_condense_job_free);
  g_task_run_in_thread (task, condense_cb);
}

/* --- making the index --- */

static void
make_index_cb (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  NidaLinkJob *job = task_data;
  GError *error = NULL;

  job->index = nida_local_engine_make_brush_index (job->engine, job->axes, job->n_axes, (const NidaBrushChart *) job->charts->data,
                                                   job->charts->len, cancellable, &error);
  if (job->index != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static NidaLinkJob *
job_steal (GTask *task)
{
  NidaLinkJob *job = g_task_get_task_data (task);

  /* the task must not free what is used on */
  g_task_set_task_data (task, NULL, NULL);
  return job;
}

/* --- until there is an index --- */

typedef struct { Caller caller; NidaBrush *brush; } Scanner;

/* It is for one brush and what was drawn when it began; an index that is there by now knows more. */
static void
scanned_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree Scanner *scanner = user_data;
  g_autoptr (NidaLinked) self = scanner->caller.linked;
  g_autoptr (NidaBrush) brush = scanner->brush;
  guint which = scanner->caller.which;
  NidaStroke *stroke = &self->strokes[which];
  NidaLinkJob *job = job_steal (G_TASK (result));

  g_clear_object (&stroke->scanning);
  if (g_task_propagate_boolean (G_TASK (result), NULL) && stroke->job == NULL && job->engine == self->engine &&
      nida_brush_equal (brush, stroke->brush))
    nida_linked_take_figures (self, which, job, brush);
  nida_link_job_free (job);
  if (stroke->scan_again)
    nida_linked_scan (self, which);
}

/* One after the other, each for the newest brush. */
void
nida_linked_scan (NidaLinked *self,
                  guint       which)
{
  NidaStroke *stroke = &self->strokes[which];
  g_autoptr (GTask) task = NULL;
  NidaLinkJob *job;
  Scanner *scanner;

  stroke->scan_again = stroke->scanning != NULL;
  if (stroke->scanning != NULL || stroke->brush == NULL || stroke->job != NULL)
    return;
  job = nida_link_job_new_scan (self->engine, self->links, stroke->source, stroke->brush);
  if (job == NULL)
    return;
  stroke->scanning = g_cancellable_new ();
  scanner = g_new (Scanner, 1);
  *scanner = (Scanner) { { g_object_ref (self), which }, nida_brush_copy (stroke->brush) };
  task = g_task_new (NULL, stroke->scanning, scanned_cb, scanner);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, NULL);
  g_task_run_in_thread (task, make_index_cb);
}

/* --- an index --- */

static void
index_made_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autofree Caller *caller = user_data;
  g_autoptr (NidaLinked) self = caller->linked;
  guint which = caller->which;
  NidaStroke *stroke = &self->strokes[which];
  gboolean current = g_task_get_cancellable (G_TASK (result)) == stroke->cancellable;
  NidaLinkJob *job = job_steal (G_TASK (result));

  if (current)
    g_clear_object (&stroke->cancellable);
  /* fields that cannot be brushed leave the charts as they are; the next brush may be of others */
  if (!g_task_propagate_boolean (G_TASK (result), NULL) || !current)
    {
      nida_link_job_free (job);
      return;
    }
  g_clear_pointer (&stroke->job, nida_link_job_free);
  stroke->job = job;
  if (stroke->scanning != NULL)
    g_cancellable_cancel (stroke->scanning);
  if (stroke->brush != NULL && !nida_link_job_has_fields (job, stroke->brush))
    nida_linked_need_index (self, which);       /* it is of another field by now */
  else
    {
      nida_linked_answer (self, which);
      condense (self, which);
    }
}

static void
make_index (NidaLinked *self,
            guint       which)
{
  NidaStroke *stroke = &self->strokes[which];
  g_autoptr (GTask) task = NULL;
  NidaLinkJob *job;

  stroke->wanted = FALSE;
  if (stroke->cancellable != NULL)
    g_cancellable_cancel (stroke->cancellable);
  g_clear_object (&stroke->cancellable);
  job = nida_link_job_new (self->engine, self->links, stroke->source, stroke->brush);
  if (job == NULL)
    return;
  stroke->cancellable = g_cancellable_new ();
  if (self->held)
    {
      nida_link_job_free (job);
      return;
    }
  task = g_task_new (NULL, stroke->cancellable, index_made_cb, caller_new (self, which));
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, NULL);
  g_task_run_in_thread (task, make_index_cb);
}

static gboolean
make_indices (gpointer user_data)
{
  NidaLinked *self = user_data;

  self->idle = 0;
  for (guint i = 0; i < N_STROKES; i++)
    if (self->strokes[i].wanted)
      {
        make_index (self, i);
        nida_linked_scan (self, i);
        nida_linked_ask_needs (self, i);
      }
  return G_SOURCE_REMOVE;
}

/* Once for all charts that tell of another scene in one turn of the main loop. */
void
nida_linked_need_index (NidaLinked *self,
                        guint       which)
{
  NidaStroke *stroke = &self->strokes[which];

  g_clear_pointer (&stroke->job, nida_link_job_free);
  stop_condensing (stroke);
  if (stroke->brush == NULL && stroke->source == NIDA_LINKED_NO_CHART)
    return;
  stroke->wanted = TRUE;
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, make_indices, self, NULL);
}

void
nida_stroke_clear (NidaStroke *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->scanning != NULL)
    g_cancellable_cancel (self->scanning);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->scanning);
  stop_condensing (self);
  g_clear_pointer (&self->job, nida_link_job_free);
  g_clear_pointer (&self->brush, nida_brush_free);
}
