/* An index for the brush (or the chart under the pointer, which may be brushed next) and one for the selection that it is
 * compared with, over what all charts draw now. Whatever of that changes makes them anew. */
#include "config.h"

#include "linked.h"

#include "link-condense.h"
#include "link-job.h"
#include "link-needs.h"

typedef struct {
  NidaBrush       *brush;
  guint            source;        /* the chart that is brushed, or that the pointer is over */
  NidaLinkJob     *job;           /* whose index is there, or NULL */
  GCancellable    *cancellable;   /* of the index that is being made */
  gboolean         wanted;        /* an index, at the next turn of the main loop */
  gboolean         asking;        /* needs, in a thread */
  gboolean         ask_again;     /* the brush or what is drawn has changed meanwhile */
  NidaCondensed   *few;           /* rows that needs are asked of; NULL: all */
  GCancellable    *condensing;    /* of these, in a thread; or NULL */
  GCancellable    *scanning;      /* what is inside of one brush, in a thread, while there is no index; or NULL */
  gboolean         scan_again;
} NidaStroke;

enum { DRAWN, COMPARED, N_STROKES };

G_STATIC_ASSERT (N_STROKES == NIDA_LINK_STROKES);

struct _NidaLinked {
  GObject          parent_instance;

  NidaLocalEngine *engine;
  GPtrArray       *links;         /* NidaLink */
  NidaStroke       strokes[N_STROKES];
  guint            idle;
  gboolean         held;          /* no index is made */
};

enum { CHANGED, BRUSH_CHANGED, STROKE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NidaLinked, nida_linked, G_TYPE_OBJECT)

/* --- figures --- */

/* What the index of @job, of stroke @which, says of @brush. */
static void
take_figures (NidaLinked        *self,
              guint              which,
              const NidaLinkJob *job,
              const NidaBrush   *brush)
{
  NidaBrushRange ranges[NIDA_BRUSH_MOST_FIELDS];

  nida_brush_ranges (brush, ranges);
  nida_brush_index_choose (job->index, ranges);
  for (guint i = 0; i < job->ids->len; i++)
    {
      NidaLink *link = nida_links_find (self->links, g_array_index (job->ids, guint, i));

      if (link == NULL || link->scene != g_ptr_array_index (job->scenes, i))
        continue;
      if (link->told[which] == NULL)
        link->told[which] = g_new (NidaMoney, link->brushables->len + 1);
      for (guint m = 0; m < link->brushables->len; m++)
        link->told[which][m] = nida_brush_index_get (job->index, i, m);
      nida_link_join (link, which);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
forget_figures (NidaLinked *self,
                guint       which)
{
  for (guint i = 0; i < self->links->len; i++)
    nida_link_forget (g_ptr_array_index (self->links, i), which);
}

static void
answer (NidaLinked *self,
        guint       which)
{
  const NidaStroke *stroke = &self->strokes[which];

  if (stroke->brush == NULL || stroke->job == NULL || stroke->job->source != stroke->source ||
      !nida_link_job_has_fields (stroke->job, stroke->brush))
    return;
  take_figures (self, which, stroke->job, stroke->brush);
}

/* --- needs --- */

static void ask_needs (NidaLinked *self, guint which);

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
      g_signal_emit (self, signals[CHANGED], 0);
    }
  if (stroke->ask_again)
    ask_needs (self, which);
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

static void
ask_needs (NidaLinked *self,
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

static void need_index (NidaLinked *self, guint which);

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

static void scan (NidaLinked *self, guint which);

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
    take_figures (self, which, job, brush);
  nida_link_job_free (job);
  if (stroke->scan_again)
    scan (self, which);
}

/* One after the other, each for the newest brush. */
static void
scan (NidaLinked *self,
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
    need_index (self, which);       /* it is of another field by now */
  else
    {
      answer (self, which);
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
        scan (self, i);
        ask_needs (self, i);
      }
  return G_SOURCE_REMOVE;
}

/* Once for all charts that tell of another scene in one turn of the main loop. */
static void
need_index (NidaLinked *self,
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

/* --- object --- */

static void
nida_linked_dispose (GObject *object)
{
  NidaLinked *self = NIDA_LINKED (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  for (guint i = 0; i < N_STROKES; i++)
    {
      NidaStroke *stroke = &self->strokes[i];

      if (stroke->cancellable != NULL)
        g_cancellable_cancel (stroke->cancellable);
      if (stroke->scanning != NULL)
        g_cancellable_cancel (stroke->scanning);
      g_clear_object (&stroke->cancellable);
      g_clear_object (&stroke->scanning);
      stop_condensing (stroke);
      g_clear_pointer (&stroke->job, nida_link_job_free);
      g_clear_pointer (&stroke->brush, nida_brush_free);
    }
  g_clear_object (&self->engine);
  g_ptr_array_set_size (self->links, 0);
  G_OBJECT_CLASS (nida_linked_parent_class)->dispose (object);
}

static void
nida_linked_finalize (GObject *object)
{
  g_ptr_array_unref (NIDA_LINKED (object)->links);
  G_OBJECT_CLASS (nida_linked_parent_class)->finalize (object);
}

static void
nida_linked_class_init (NidaLinkedClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nida_linked_dispose;
  G_OBJECT_CLASS (klass)->finalize = nida_linked_finalize;
  signals[CHANGED] = g_signal_new ("changed", NIDA_TYPE_LINKED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[BRUSH_CHANGED] = g_signal_new ("brush-changed", NIDA_TYPE_LINKED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  signals[STROKE] = g_signal_new ("stroke", NIDA_TYPE_LINKED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
nida_linked_init (NidaLinked *self)
{
  self->links = g_ptr_array_new_with_free_func (nida_link_free);
  for (guint i = 0; i < N_STROKES; i++)
    self->strokes[i].source = NIDA_LINKED_NO_CHART;
}

NidaLinked *
nida_linked_new (void)
{
  return g_object_new (NIDA_TYPE_LINKED, NULL);
}

void
nida_linked_set_engine (NidaLinked      *self,
                        NidaLocalEngine *engine)
{
  if (!g_set_object (&self->engine, engine))
    return;
  for (guint i = 0; i < N_STROKES; i++)
    {
      forget_figures (self, i);
      need_index (self, i);
    }
}

void
nida_linked_hold_index (NidaLinked *self,
                        gboolean    hold)
{
  self->held = hold;
  for (guint i = 0; i < N_STROKES; i++)
    need_index (self, i);
}

void
nida_linked_set_chart (NidaLinked          *self,
                       guint                chart,
                       const NidaChartSpec *spec,
                       NidaScene           *scene)
{
  NidaLink *link = nida_links_find (self->links, chart);

  if (scene == NULL)
    {
      if (link != NULL)
        g_ptr_array_remove (self->links, link);
      return;
    }
  if (link == NULL)
    {
      link = g_new0 (NidaLink, 1);
      link->chart = chart;
      g_ptr_array_add (self->links, link);
    }
  nida_link_clear (link);
  link->spec = nida_chart_spec_copy (spec);
  link->scene = g_object_ref (scene);
  link->brushables = nida_scene_brushables (scene);
  for (guint i = 0; i < N_STROKES; i++)
    need_index (self, i);
}

void
nida_linked_prepare (NidaLinked *self,
                     guint       chart)
{
  NidaStroke *drawn = &self->strokes[DRAWN];

  /* a brush that is drawn keeps its chart */
  if (drawn->brush != NULL || drawn->source == chart)
    return;
  drawn->source = chart;
  need_index (self, DRAWN);
}

void
nida_linked_stroke (NidaLinked *self,
                    gboolean    begins)
{
  g_signal_emit (self, signals[STROKE], 0, begins);
}

void
nida_linked_set_brush (NidaLinked *self,
                       guint       chart,
                       NidaBrush  *brush)
{
  NidaStroke *drawn = &self->strokes[DRAWN];
  g_autoptr (NidaBrush) before = g_steal_pointer (&drawn->brush);
  gboolean other_chart = brush != NULL && drawn->source != chart;

  drawn->brush = brush;
  if (other_chart)
    drawn->source = chart;
  if (nida_brush_equal (before, brush) && !other_chart)
    return;
  if (brush == NULL)
    {
      forget_figures (self, DRAWN);
      nida_linked_set_compared (self, NULL);
    }
  g_signal_emit (self, signals[BRUSH_CHANGED], 0);
  if (brush == NULL)
    g_signal_emit (self, signals[CHANGED], 0);
  else if (other_chart || (drawn->job != NULL && !nida_link_job_has_fields (drawn->job, brush)) ||
           (drawn->job == NULL && drawn->cancellable == NULL))
    need_index (self, DRAWN);
  else
    {
      answer (self, DRAWN);
      scan (self, DRAWN);
      ask_needs (self, DRAWN);
    }
}

const NidaBrush *
nida_linked_get_brush (NidaLinked *self)
{
  return self->strokes[DRAWN].brush;
}

void
nida_linked_set_compared (NidaLinked *self,
                          NidaBrush  *brush)
{
  NidaStroke *compared = &self->strokes[COMPARED];
  g_autoptr (NidaBrush) before = g_steal_pointer (&compared->brush);

  compared->brush = brush;
  if (nida_brush_equal (before, brush))
    return;
  forget_figures (self, COMPARED);
  g_signal_emit (self, signals[BRUSH_CHANGED], 0);
  g_signal_emit (self, signals[CHANGED], 0);
  need_index (self, COMPARED);
}

guint
nida_linked_find_whole (NidaLinked *self,
                        guint       chart)
{
  const NidaLink *link = nida_links_find (self->links, chart);

  if (link == NULL)
    return 0;
  return link->outside[DRAWN] ? NIDA_WHOLE_OUTSIDE : nida_link_find_whole (link->spec, self->strokes[DRAWN].brush);
}

/* Is all that is drawn inside, as far as it is known? */
static gboolean
is_all_inside (const NidaLink *link)
{
  guint n = 0;

  for (guint i = 0; i < link->brushables->len; i++)
    {
      NidaMoney inside = link->asked[DRAWN][i];

      if (inside != NIDA_MONEY_NONE && inside != g_array_index (link->brushables, NidaBrushable, i).mark->money)
        return FALSE;
      n += inside != NIDA_MONEY_NONE;
    }
  return n > 0;
}

gboolean
nida_linked_is_whole (NidaLinked *self,
                      guint       chart)
{
  const NidaLink *link = nida_links_find (self->links, chart);

  if (nida_linked_find_whole (self, chart) == 0 || link->asked[COMPARED] != NULL)
    return FALSE;
  if (link->asked[DRAWN] != NULL)
    return is_all_inside (link);
  return link->outside[DRAWN] || !nida_link_narrows_needs (self->strokes[DRAWN].brush);
}

gboolean
nida_linked_is_asked (NidaLinked *self,
                      guint       chart)
{
  const NidaLink *link = nida_links_find (self->links, chart);

  return link != NULL && link->asked[DRAWN] != NULL;
}

const NidaBrush *
nida_linked_get_compared (NidaLinked *self)
{
  return self->strokes[COMPARED].brush;
}

guint
nida_linked_get_source (NidaLinked *self)
{
  return self->strokes[DRAWN].brush != NULL ? self->strokes[DRAWN].source : NIDA_LINKED_NO_CHART;
}

NidaScene *
nida_linked_dup_picture (NidaLinked *self,
                         guint       chart)
{
  const NidaLink *link = nida_links_find (self->links, chart);

  if (link == NULL || link->inside[DRAWN] == NULL)
    return NULL;
  return nida_scene_brushed (link->scene, link->brushables, link->inside[DRAWN], link->inside[COMPARED]);
}

static NidaMoney
figure_of (NidaLinked     *self,
           guint           chart,
           const NidaNode *node,
           guint           which)
{
  const NidaLink *link = nida_links_find (self->links, chart);

  if (link == NULL || link->inside[which] == NULL)
    return NIDA_MONEY_NONE;
  return nida_brushed_figure (link->brushables, link->inside[which], node);
}

NidaMoney
nida_linked_get_inside (NidaLinked     *self,
                        guint           chart,
                        const NidaNode *node)
{
  return figure_of (self, chart, node, DRAWN);
}

NidaMoney
nida_linked_get_compared_inside (NidaLinked     *self,
                                 guint           chart,
                                 const NidaNode *node)
{
  return figure_of (self, chart, node, COMPARED);
}

static NidaMoney
figure_of_mark (NidaLinked     *self,
                guint           chart,
                const NidaMark *mark,
                guint           which)
{
  const NidaLink *link = nida_links_find (self->links, chart);

  if (link == NULL || link->inside[which] == NULL)
    return NIDA_MONEY_NONE;
  return nida_brushed_mark (link->brushables, link->inside[which], mark);
}

NidaMoney
nida_linked_get_inside_mark (NidaLinked     *self,
                             guint           chart,
                             const NidaMark *mark)
{
  return figure_of_mark (self, chart, mark, DRAWN);
}

NidaMoney
nida_linked_get_compared_mark (NidaLinked     *self,
                               guint           chart,
                               const NidaMark *mark)
{
  return figure_of_mark (self, chart, mark, COMPARED);
}
