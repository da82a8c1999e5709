/* Answers to a draft. The names that its pages offer are asked along with its figures, so that no page waits for the engine. */
#include "config.h"

#include "draft-answer.h"

NidaDraftAnswer *
nida_draft_answer_new (NidaLocalEngine *engine,
                       NidaChartSpec   *spec,
                       NidaChartSpec   *freed)
{
  NidaDraftAnswer *self = g_new0 (NidaDraftAnswer, 1);

  self->engine = g_object_ref (engine);
  self->spec = spec;
  self->freed = freed;
  return self;
}

void
nida_draft_answer_free (NidaDraftAnswer *self)
{
  g_object_unref (self->engine);
  nida_chart_spec_free (self->spec);
  g_clear_pointer (&self->freed, nida_chart_spec_free);
  g_clear_pointer (&self->cubes, g_ptr_array_unref);
  g_clear_object (&self->names);
  g_clear_object (&self->largest);
  g_free (self->error);
  g_free (self);
}

/* The names of @field with a figure of the measure; those of all rows where @filtered is not set. */
static NidaCube *
ask_names (NidaDraftAnswer *self,
           NidaField        field,
           gboolean         filtered)
{
  g_autoptr (NidaQuery) query = filtered ? nida_query_copy (self->spec->query) : nida_query_new ();

  query->by[0] = (NidaGroupBy) { field, field == NIDA_FIELD_DATE ? NIDA_STEP_YEAR : NIDA_STEP_NONE };
  query->n_by = 1;
  query->measures = 1u << self->spec->measure;
  query->fiscal_start = self->spec->query->fiscal_start;
  return nida_local_engine_query (self->engine, query, NULL);
}

void
nida_draft_answer_ask (NidaDraftAnswer *self)
{
  g_autoptr (GPtrArray) queries = nida_chart_spec_queries (self->spec);
  g_autoptr (GError) error = NULL;
  NidaField field;

  self->cubes = nida_local_engine_query_all (self->engine, queries, &error);
  if (self->cubes == NULL)
    self->error = g_strdup (error->message);
  nida_subject_init (&self->subject, self->engine, self->spec);
  if (self->freed != NULL)
    nida_subject_init (&self->freed_subject, self->engine, self->freed);
  field = self->subject.field[0];
  if (field == NIDA_FIELD_NONE)
    return;
  self->names = ask_names (self, field, FALSE);
  self->largest = ask_names (self, field, TRUE);
}

static gboolean
ask_the_same (const NidaChartSpec *a,
              const NidaChartSpec *b)
{
  g_autoptr (GPtrArray) first = nida_chart_spec_queries (a), second = nida_chart_spec_queries (b);

  if (first->len != second->len || !nida_query_equal (a->query, b->query))
    return FALSE;
  for (guint i = 0; i < first->len; i++)
    if (!nida_query_equal (first->pdata[i], second->pdata[i]))
      return FALSE;
  return TRUE;
}

gboolean
nida_draft_answer_serves (const NidaDraftAnswer *self,
                          NidaLocalEngine       *engine,
                          const NidaChartSpec   *spec)
{
  return self->engine == engine && self->spec->kind == spec->kind && self->spec->measure == spec->measure
         && self->spec->step == spec->step && ask_the_same (self->spec, spec);
}
