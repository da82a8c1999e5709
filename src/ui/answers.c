/* All that one change of the filters has to ask, and the answers. */
#include "config.h"

#include "answers.h"

#define DAYS_FOR_MONTHS (8 * 366)   /* a longer extent is shown by year */

static const guint figure_measures = (1u << NIDA_MEASURE_RECEIVED) | (1u << NIDA_MEASURE_PLEDGED)
                                   | (1u << NIDA_MEASURE_REQUIREMENT) | (1u << NIDA_MEASURE_REPORTED);

static void
chart_answer_free (gpointer data)
{
  NidaChartAnswer *answer = data;

  nida_chart_spec_free (answer->spec);
  g_clear_pointer (&answer->cubes, g_ptr_array_unref);
  g_free (answer->error);
  g_free (answer);
}

/* The board's chart with the person's choices in its question; @filters: what may divide it finer, or NULL. */
static NidaChartAnswer *
chart_answer_new (const NidaChartSpec *spec,
                  NidaQuery           *choices,
                  const NidaFilterSet *filters)
{
  NidaChartAnswer *answer = g_new0 (NidaChartAnswer, 1);
  g_autoptr (NidaChartSpec) closer = nida_chart_spec_copy (spec);

  if (filters != NULL)
    nida_board_look_closer (closer, nida_filter_set_get_step (filters), nida_filter_set_is_closer (filters, NIDA_FIELD_REGION));
  answer->spec = nida_board_apply (closer, choices);
  return answer;
}

static NidaQuery *
figure_query (const NidaFilterSet *filters,
              NidaGroupBy          by)
{
  NidaQuery *query = nida_query_new ();

  query->by[0] = by;
  query->n_by = 1;
  query->measures = figure_measures;
  nida_filter_set_apply (filters, query, by.field);
  return query;
}

static NidaGroupBy
date_step (NidaLocalEngine *engine)
{
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (NidaCube) cube = NULL;
  gint32 first, last;
  NidaGroupBy by = { NIDA_FIELD_DATE, NIDA_STEP_YEAR };

  /* the extent alone: no measure, no sums */
  cube = nida_local_engine_query (engine, query, NULL);
  if (cube != NULL && nida_cube_get_extent (cube, &first, &last) && last - first <= DAYS_FOR_MONTHS)
    by.step = NIDA_STEP_MONTH;
  return by;
}

static void
append_all (GPtrArray *into,
            GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (into, nida_query_ref (g_ptr_array_index (from, i)));
}

static GPtrArray *
make_chart_answers (GPtrArray           *specs,
                    NidaQuery           *choices,
                    const NidaFilterSet *filters,
                    GPtrArray           *queries)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func (chart_answer_free);

  for (guint i = 0; i < specs->len; i++)
    {
      NidaChartAnswer *answer = chart_answer_new (g_ptr_array_index (specs, i), choices, filters);
      g_autoptr (GPtrArray) asked = nida_chart_spec_queries (answer->spec);

      append_all (queries, asked);
      g_ptr_array_add (answers, answer);
    }
  return answers;
}

/* Gives the next cubes to each chart; @cubes holds NULL where a question failed. */
static void
deal_cubes (GPtrArray  *answers,
            GPtrArray  *cubes,
            GPtrArray  *errors,
            guint      *next)
{
  for (guint i = 0; i < answers->len; i++)
    {
      NidaChartAnswer *answer = g_ptr_array_index (answers, i);
      g_autoptr (GPtrArray) asked = nida_chart_spec_queries (answer->spec);
      g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint j = 0; j < asked->len; j++, (*next)++)
        {
          if (g_ptr_array_index (cubes, *next) != NULL)
            g_ptr_array_add (own, g_object_ref (g_ptr_array_index (cubes, *next)));
          else if (answer->error == NULL)
            answer->error = g_strdup (g_ptr_array_index (errors, *next));
        }
      if (answer->error == NULL)
        answer->cubes = g_steal_pointer (&own);
    }
}

static void
unref_if_set (gpointer object)
{
  if (object != NULL)
    g_object_unref (object);
}

/* All at once; when one question fails, each on its own, so that the other charts still answer. */
static GPtrArray *
ask_all (NidaLocalEngine *engine,
         GPtrArray       *queries,
         GPtrArray       *errors)
{
  GPtrArray *cubes = nida_local_engine_query_all (engine, queries, NULL);

  if (cubes != NULL)
    return cubes;
  cubes = g_ptr_array_new_with_free_func (unref_if_set);
  for (guint i = 0; i < queries->len; i++)
    {
      g_autoptr (GError) error = NULL;

      g_ptr_array_add (cubes, nida_local_engine_query (engine, g_ptr_array_index (queries, i), &error));
      g_ptr_array_index (errors, i) = error != NULL ? g_strdup (error->message) : NULL;
    }
  return cubes;
}

static void
take_cube (NidaCube  **place,
           GPtrArray  *cubes,
           guint       index)
{
  g_set_object (place, g_ptr_array_index (cubes, index));
}

/**
 * nida_answers_ask:
 *
 * Returns: (transfer full): the answers; a chart whose question failed carries the reason
 */
NidaAnswers *
nida_answers_ask (NidaLocalEngine     *engine,
                  const NidaBoard     *board,
                  const NidaFilterSet *filters,
                  guint64              fields,
                  guint                fiscal_start)
{
  NidaAnswers *self = g_new0 (NidaAnswers, 1);
  g_autoptr (GPtrArray) queries = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_query_unref);
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) cubes = NULL;
  g_autoptr (NidaQuery) choices = nida_query_new ();
  guint next = 0;

  nida_filter_set_apply (filters, choices, NIDA_FIELD_NONE);
  choices->fiscal_start = fiscal_start;
  g_atomic_ref_count_init (&self->ref_count);
  self->cards = make_chart_answers (board->cards, choices, NULL, queries);
  self->charts = make_chart_answers (board->charts, choices, filters, queries);
  for (NidaField field = 1; field < NIDA_N_FIELDS; field++)
    if (fields & NIDA_FIELD_BIT (field))
      g_ptr_array_add (queries, figure_query (filters, (NidaGroupBy) { field, NIDA_STEP_NONE }));
  g_ptr_array_add (queries, figure_query (filters, date_step (engine)));

  g_ptr_array_set_size (errors, (int) queries->len);
  cubes = ask_all (engine, queries, errors);
  deal_cubes (self->cards, cubes, errors, &next);
  deal_cubes (self->charts, cubes, errors, &next);
  for (NidaField field = 1; field < NIDA_N_FIELDS; field++)
    if (fields & NIDA_FIELD_BIT (field))
      take_cube (&self->fields[field], cubes, next++);
  take_cube (&self->dates, cubes, next);
  return self;
}

void
nida_answers_ask_field (NidaAnswers         *self,
                        NidaLocalEngine     *engine,
                        const NidaFilterSet *filters,
                        NidaField            field)
{
  g_autoptr (NidaQuery) query = figure_query (filters, (NidaGroupBy) { field, NIDA_STEP_NONE });

  g_clear_object (&self->fields[field]);
  self->fields[field] = nida_local_engine_query (engine, query, NULL);
}

gboolean
nida_answers_has_figure (NidaAnswers *self,
                         guint        place)
{
  const NidaChartAnswer *answer = self != NULL && place < self->cards->len ? self->cards->pdata[place] : NULL;

  return answer != NULL && answer->cubes != NULL && nida_chart_number_is_known (answer->spec, answer->cubes);
}

void
nida_answers_keep_order (NidaAnswers *self,
                         NidaAnswers *before)
{
  for (guint i = 0; i < self->charts->len; i++)
    for (guint j = 0; j < before->charts->len; j++)
      {
        const NidaChartAnswer *now = self->charts->pdata[i], *old = before->charts->pdata[j];

        if (nida_chart_keep_order (now->spec, old->spec, old->cubes))
          break;
      }
}

NidaAnswers *
nida_answers_ref (NidaAnswers *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
nida_answers_unref (NidaAnswers *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->cards);
  g_ptr_array_unref (self->charts);
  for (guint i = 0; i < NIDA_N_FIELDS; i++)
    g_clear_object (&self->fields[i]);
  g_clear_object (&self->dates);
  g_free (self);
}

static const NidaMeasure figure_order[] = {
  NIDA_MEASURE_RECEIVED, NIDA_MEASURE_PLEDGED, NIDA_MEASURE_REQUIREMENT, NIDA_MEASURE_REPORTED,
};

static gboolean
has_figure (const NidaCubeCell *cell,
            NidaMeasure         measure)
{
  return cell->values[measure] != NIDA_MONEY_NONE && cell->values[measure] != 0;
}

NidaMeasure
nida_cube_main_measure (NidaCube *cube)
{
  NidaMeasure best = NIDA_MEASURE_RECEIVED;
  guint most = 0;

  for (guint i = 0; i < G_N_ELEMENTS (figure_order); i++)
    {
      guint n = 0;

      for (guint c = 0; c < nida_cube_get_n_cells (cube); c++)
        {
          const NidaCubeCell *cell = nida_cube_get_cell (cube, c);

          n += !nida_cube_get_item (cube, 0, cell->item[0])->not_stated && has_figure (cell, figure_order[i]);
        }
      if (n > most)
        {
          most = n;
          best = figure_order[i];
        }
    }
  return best;
}

NidaMoney
nida_cell_figure (const NidaCubeCell *cell,
                  NidaMeasure         measure)
{
  if (measure == NIDA_MEASURE_RECEIVED)
    return cell->flows > 0 ? cell->values[measure] : NIDA_MONEY_NONE;
  if (measure != NIDA_N_MEASURES)
    return has_figure (cell, measure) ? cell->values[measure] : NIDA_MONEY_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (figure_order); i++)
    if (has_figure (cell, figure_order[i]))
      return cell->values[figure_order[i]];
  return NIDA_MONEY_NONE;
}
