/* The charts that are linked, the brush over them, and the figures and pictures that they take of it. What is asked for them:
 * link-strokes.c. */
#include "config.h"

#include "linked-private.h"

enum { CHANGED, BRUSH_CHANGED, STROKE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NidaLinked, nida_linked, G_TYPE_OBJECT)

/* --- figures --- */

void
nida_linked_tell_changed (NidaLinked *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What the index of @job, of stroke @which, says of @brush. */
void
nida_linked_take_figures (NidaLinked        *self,
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
  nida_linked_tell_changed (self);
}

static void
forget_figures (NidaLinked *self,
                guint       which)
{
  for (guint i = 0; i < self->links->len; i++)
    nida_link_forget (g_ptr_array_index (self->links, i), which);
}

void
nida_linked_answer (NidaLinked *self,
                    guint       which)
{
  const NidaStroke *stroke = &self->strokes[which];

  if (stroke->brush == NULL || stroke->job == NULL || stroke->job->source != stroke->source ||
      !nida_link_job_has_fields (stroke->job, stroke->brush))
    return;
  nida_linked_take_figures (self, which, stroke->job, stroke->brush);
}

/* --- object --- */

static void
nida_linked_dispose (GObject *object)
{
  NidaLinked *self = NIDA_LINKED (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  for (guint i = 0; i < N_STROKES; i++)
    nida_stroke_clear (&self->strokes[i]);
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
      nida_linked_need_index (self, i);
    }
}

void
nida_linked_hold_index (NidaLinked *self,
                        gboolean    hold)
{
  self->held = hold;
  for (guint i = 0; i < N_STROKES; i++)
    nida_linked_need_index (self, i);
}

void
nida_linked_set_chart (NidaLinked          *self,
                       guint                chart,
                       const NidaChartSpec *spec,
                       NidaScene           *scene)
{
  NidaLink *link = nida_links_find (self->links, chart);

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
    nida_linked_need_index (self, i);
}

void
nida_linked_leave_chart (NidaLinked *self,
                         guint       chart,
                         NidaScene  *scene)
{
  NidaLink *link = nida_links_find (self->links, chart);

  if (link != NULL && link->scene == scene)
    g_ptr_array_remove (self->links, link);
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
  nida_linked_need_index (self, DRAWN);
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
    nida_linked_tell_changed (self);
  else if (other_chart || (drawn->job != NULL && !nida_link_job_has_fields (drawn->job, brush)) ||
           (drawn->job == NULL && drawn->cancellable == NULL))
    nida_linked_need_index (self, DRAWN);
  else
    {
      nida_linked_answer (self, DRAWN);
      nida_linked_scan (self, DRAWN);
      nida_linked_ask_needs (self, DRAWN);
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
  nida_linked_tell_changed (self);
  nida_linked_need_index (self, COMPARED);
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
nida_linked_dup_picture (NidaLinked               *self,
                         guint                     chart,
                         const NidaSelectionNames *names)
{
  const NidaLink *link = nida_links_find (self->links, chart);

  if (link == NULL || link->inside[DRAWN] == NULL)
    return NULL;
  return nida_scene_brushed (link->scene, link->brushables, link->inside[DRAWN], link->inside[COMPARED], names);
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
