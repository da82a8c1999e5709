/* Bins are the values that marks of the brushed chart have; groups are the marks of all charts. */
#include "config.h"

#include "link-job.h"

#include "filter-values.h"

void
nida_link_forget (NidaLink *link,
                  guint     which)
{
  g_clear_pointer (&link->told[which], g_free);
  nida_link_forget_needs (link, which);
  g_clear_pointer (&link->inside[which], g_free);
}

void
nida_link_forget_needs (NidaLink *link,
                        guint     which)
{
  g_clear_pointer (&link->asked[which], g_free);
  link->outside[which] = FALSE;
}

void
nida_link_join (NidaLink *link,
                guint     which)
{
  const NidaMoney *told = link->told[which], *asked = link->asked[which];

  g_clear_pointer (&link->inside[which], g_free);
  if (told == NULL && asked == NULL)
    return;
  link->inside[which] = g_new (NidaMoney, link->brushables->len + 1);
  for (guint i = 0; i < link->brushables->len; i++)
    link->inside[which][i] = asked != NULL && asked[i] != NIDA_MONEY_NONE ? asked[i] : told != NULL ? told[i] : NIDA_MONEY_NONE;
}

void
nida_link_clear (NidaLink *link)
{
  g_clear_pointer (&link->spec, nida_chart_spec_free);
  g_clear_pointer (&link->brushables, g_array_unref);
  for (guint i = 0; i < NIDA_LINK_STROKES; i++)
    nida_link_forget (link, i);
  g_clear_object (&link->scene);
}

void
nida_link_free (gpointer data)
{
  nida_link_clear (data);
  g_free (data);
}

NidaLink *
nida_links_find (GPtrArray *links,
                 guint      chart)
{
  for (guint i = 0; i < links->len; i++)
    if (((NidaLink *) g_ptr_array_index (links, i))->chart == chart)
      return g_ptr_array_index (links, i);
  return NULL;
}

void
nida_link_job_free (NidaLinkJob *job)
{
  g_clear_pointer (&job->index, nida_brush_index_free);
  g_clear_object (&job->engine);
  for (guint i = 0; i < job->n_axes; i++)
    g_strfreev (job->names[i]);
  g_ptr_array_unref (job->scenes);
  g_ptr_array_unref (job->queries);
  g_ptr_array_unref (job->marks);
  g_array_unref (job->charts);
  g_array_unref (job->ids);
  g_free (job);
}

/* The step of the dates of a chart's marks. */
static NidaStep
date_step (const NidaChartSpec *spec)
{
  g_autoptr (GPtrArray) queries = nida_chart_spec_queries (spec);

  for (guint i = 0; i < queries->len; i++)
    {
      NidaQuery *query = g_ptr_array_index (queries, i);

      for (guint b = 0; b < query->n_by; b++)
        if (query->by[b].field == NIDA_FIELD_DATE)
          return query->by[b].step;
    }
  return NIDA_STEP_YEAR;
}

static void
take_name (GPtrArray  *names,
           const char *name)
{
  if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, g_strdup (name));
}

/* The values that any mark of the source has in @field are the bins, and those of the brush, which may have lost their marks
 * to newer data. */
static char **
names_of (const NidaLink      *link,
          NidaField            field,
          const NidaBrushPart *part)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; part != NULL && part->values != NULL && part->values[i] != NULL; i++)
    take_name (names, part->values[i]);

  for (guint i = 0; link != NULL && i < nida_scene_get_n_nodes (link->scene); i++)
    {
      const NidaMark *mark = nida_scene_get_node (link->scene, i)->mark;

      for (guint f = 0; mark != NULL && f < mark->n_fields; f++)
        if (mark->fields[f] == field)
          take_name (names, mark->values[f]);
    }
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

static NidaDate
date_of_day (gint32 day)
{
  int year, month, of_month;

  nida_civil_from_days (day, &year, &month, &of_month);
  return nida_date_new_day (year, month, of_month);
}

/* Is each period of @step either in these days or outside? */
static gboolean
divides_days (NidaStep step,
              guint    fiscal_start,
              gint32   first,
              gint32   last)
{
  return nida_date_first_day (nida_period_of_step (date_of_day (first), step, fiscal_start).start) == first
         && nida_date_last_day (nida_period_of_step (date_of_day (last), step, fiscal_start).end) == last;
}

static gboolean
divides (NidaStep             step,
         guint                fiscal_start,
         const NidaBrushPart *part)
{
  NidaPeriod period;

  if (part->values == NULL)
    return divides_days (step, fiscal_start, nida_date_first_day (part->from), nida_date_last_day (part->to));
  for (guint i = 0; part->values[i] != NULL; i++)
    if (nida_filter_values_period (part->values[i], fiscal_start, &period, NULL) && period.start.precision != NIDA_PRECISION_NONE
        && !divides_days (step, fiscal_start, nida_date_first_day (period.start), nida_date_last_day (period.end)))
      return FALSE;
  return TRUE;
}

/* That of the chart where its periods tell what is inside; a selection that was kept, or stayed while the chart changed its step,
 * may have finer ends. */
static NidaStep
axis_step (const NidaLinkJob   *job,
           const NidaLink      *source,
           const NidaBrushPart *part)
{
  NidaStep step = source != NULL ? date_step (source->spec) : NIDA_STEP_MONTH;

  if (part == NULL || divides (step, job->fiscal_start, part))
    return step;
  return divides (NIDA_STEP_MONTH, job->fiscal_start, part) ? NIDA_STEP_MONTH : NIDA_STEP_DAY;
}

static void
add_axis (NidaLinkJob         *job,
          const NidaLink      *source,
          NidaField            field,
          const NidaBrushPart *part,
          gboolean             scan)
{
  NidaBrushAxis *axis = &job->axes[job->n_axes];

  axis->by = (NidaGroupBy) { field, field == NIDA_FIELD_DATE ? axis_step (job, source, part) : NIDA_STEP_NONE };
  if (field != NIDA_FIELD_DATE)
    axis->names = (const char * const *) (job->names[job->n_axes] = names_of (scan ? NULL : source, field, part));
  job->n_axes++;
}

/* The fields of the brush, or those that a brush over the source will have. */
static void
add_axes (NidaLinkJob     *job,
          const NidaLink  *source,
          const NidaBrush *brush,
          gboolean         scan)
{
  const NidaMark *most = NULL;

  for (guint i = 0; brush != NULL && i < brush->n_parts; i++)
    add_axis (job, source, brush->parts[i].field, &brush->parts[i], scan);
  if (brush != NULL)
    return;
  for (guint i = 0; i < nida_scene_get_n_nodes (source->scene); i++)
    {
      const NidaMark *mark = nida_scene_get_node (source->scene, i)->mark;

      if (mark != NULL && mark->n_fields > 0 && (most == NULL || mark->n_fields > most->n_fields))
        most = mark;
    }
  if (most != NULL && nida_chart_kind_is_along_time (source->spec->kind))
    add_axis (job, source, NIDA_FIELD_DATE, NULL, FALSE);
  else
    for (guint f = 0; most != NULL && f < most->n_fields && f < NIDA_BRUSH_MOST_FIELDS; f++)
      add_axis (job, source, most->fields[f], NULL, FALSE);
}

/* A pace looks beyond the dates that a person chose. */
static NidaQuery *
dup_question (const NidaChartSpec *spec)
{
  g_autoptr (GPtrArray) queries = nida_chart_spec_queries (spec);

  return nida_query_ref (spec->kind == NIDA_CHART_PACE && queries->len > 0 ? g_ptr_array_index (queries, 0) : spec->query);
}

static void
add_chart (NidaLinkJob    *job,
           const NidaLink *link)
{
  GArray *marks = g_array_new (FALSE, TRUE, sizeof (NidaBrushMark));
  NidaBrushChart chart = { dup_question (link->spec), date_step (link->spec), NULL, link->brushables->len };

  for (guint i = 0; i < link->brushables->len; i++)
    g_array_append_val (marks, g_array_index (link->brushables, NidaBrushable, i).brush);
  chart.marks = (const NidaBrushMark *) marks->data;
  g_array_append_val (job->charts, chart);
  g_array_append_val (job->ids, link->chart);
  g_ptr_array_add (job->marks, marks);
  g_ptr_array_add (job->queries, chart.query);
  g_ptr_array_add (job->scenes, g_object_ref (link->scene));
}

static NidaLinkJob *
job_new (NidaLocalEngine *engine,
         GPtrArray       *links,
         guint            source,
         const NidaBrush *brush,
         gboolean         scan)
{
  const NidaLink *brushed = nida_links_find (links, source);
  NidaLinkJob *job;

  if (engine == NULL || (brushed == NULL && brush == NULL))
    return NULL;
  job = g_new0 (NidaLinkJob, 1);
  job->engine = g_object_ref (engine);
  job->source = source;
  job->fiscal_start = links->len > 0 ? ((const NidaLink *) links->pdata[0])->spec->query->fiscal_start : 1;
  job->scenes = g_ptr_array_new_with_free_func (g_object_unref);
  job->queries = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_query_unref);
  job->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  job->charts = g_array_new (FALSE, TRUE, sizeof (NidaBrushChart));
  job->ids = g_array_new (FALSE, FALSE, sizeof (guint));
  add_axes (job, brushed, brush, scan);
  for (guint i = 0; i < links->len; i++)
    {
      const NidaLink *link = g_ptr_array_index (links, i);

      /* what is kept whole for all donors is not narrowed by a brush either */
      if (link->brushables->len > 0 && !(link->spec->whole & NIDA_WHOLE_DONORS))
        add_chart (job, link);
    }
  if (job->n_axes > 0 && job->charts->len > 0)
    return job;
  nida_link_job_free (job);
  return NULL;
}

NidaLinkJob *
nida_link_job_new (NidaLocalEngine *engine,
                   GPtrArray       *links,
                   guint            source,
                   const NidaBrush *brush)
{
  return job_new (engine, links, source, brush, FALSE);
}

NidaLinkJob *
nida_link_job_new_scan (NidaLocalEngine *engine,
                        GPtrArray       *links,
                        guint            source,
                        const NidaBrush *brush)
{
  return job_new (engine, links, source, brush, TRUE);
}

/* The index of one selection may know nothing of the names and days of another. */
static gboolean
has_bins (const NidaLinkJob   *job,
          guint                axis,
          const NidaBrushPart *part)
{
  if (part->field == NIDA_FIELD_DATE)
    return divides (job->axes[axis].by.step, job->fiscal_start, part);
  for (guint i = 0; part->values[i] != NULL; i++)
    if (!g_strv_contains (job->axes[axis].names, part->values[i]))
      return FALSE;
  return TRUE;
}

gboolean
nida_link_job_has_fields (const NidaLinkJob *job,
                          const NidaBrush   *brush)
{
  if (job->n_axes != brush->n_parts)
    return FALSE;
  for (guint i = 0; i < job->n_axes; i++)
    if (job->axes[i].by.field != brush->parts[i].field || !has_bins (job, i, &brush->parts[i]))
      return FALSE;
  return TRUE;
}
