/* The questions behind the donor report. Sums, shares and ranks are those of the engine: nothing is counted twice here. */
#include "config.h"

#include "donor-figures.h"

/**
 * nida_donor_question_of_all:
 * @question: dates, filters, currency and rule
 *
 * Returns: (transfer full): the same of all donors, ungrouped
 */
NidaQuery *
nida_donor_question_of_all (NidaQuery *question)
{
  NidaQuery *query = nida_query_copy (question);

  nida_query_clear_filter (query, NIDA_FIELD_DONOR);
  query->n_by = 0;
  query->fact_kinds = 0;
  g_clear_pointer (&query->second, g_free);
  return query;
}

/**
 * nida_donor_question_of_one:
 * @question: dates, filters, currency and rule
 * @donor: a name in either language
 *
 * Returns: (transfer full): the same of that donor alone, ungrouped
 */
NidaQuery *
nida_donor_question_of_one (NidaQuery  *question,
                            const char *donor)
{
  NidaQuery *query = nida_donor_question_of_all (question);

  nida_query_add_filter (query, NIDA_FIELD_DONOR, donor);
  return query;
}

/* @query is consumed. */
static NidaCube *
ask (NidaLocalEngine *engine,
     NidaQuery       *query,
     NidaField        by,
     NidaMeasure      measure,
     GError         **error)
{
  g_autoptr (NidaQuery) owned = query;

  if (by != NIDA_FIELD_NONE)
    query->by[query->n_by++] = (NidaGroupBy) { by, NIDA_STEP_NONE };
  query->measures = 1u << measure;
  return nida_local_engine_query (engine, query, error);
}

/* A group that is one name and has a figure. */
static gboolean
is_named (NidaCube           *cube,
          const NidaCubeCell *cell,
          NidaMeasure         measure)
{
  const NidaCubeItem *item = nida_cube_get_item (cube, 0, cell->item[0]);

  return !item->not_stated && item->n_members <= 1 && cell->values[measure] != NIDA_MONEY_NONE && cell->values[measure] != 0;
}

/* The largest name, or NULL; @value is its figure. */
static const NidaCubeItem *
find_largest (NidaCube    *cube,
              NidaMeasure  measure,
              NidaMoney   *value)
{
  const NidaCubeItem *largest = NULL;

  for (guint i = 0; i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);

      if (!is_named (cube, cell, measure) || (largest != NULL && cell->values[measure] <= *value))
        continue;
      largest = nida_cube_get_item (cube, 0, cell->item[0]);
      *value = cell->values[measure];
    }
  return largest;
}

/* Equal figures share a rank. */
static void
find_rank (NidaCube    *cube,
           NidaMeasure  measure,
           const char  *name,
           guint       *rank,
           guint       *n)
{
  NidaMoney own = NIDA_MONEY_NONE;

  *rank = *n = 0;
  for (guint i = 0; i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);

      if (!is_named (cube, cell, measure))
        continue;
      *n += 1;
      if (g_strcmp0 (nida_cube_get_item (cube, 0, cell->item[0])->name, name) == 0)
        own = cell->values[measure];
    }
  for (guint i = 0; own != NIDA_MONEY_NONE && i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);

      if (is_named (cube, cell, measure) && cell->values[measure] > own)
        *rank += 1;
    }
  *rank += own != NIDA_MONEY_NONE ? 1 : 0;
}

/* What is received, where payments or commitments are known; else what the sources have in its place. */
static NidaMeasure
choose_measure (NidaCube *whole)
{
  if (nida_cube_has_kind (whole, NIDA_KIND_PAID) || nida_cube_has_kind (whole, NIDA_KIND_COMMITMENT))
    return NIDA_MEASURE_RECEIVED;
  if (nida_cube_has_kind (whole, NIDA_KIND_PLEDGE))
    return NIDA_MEASURE_PLEDGED;
  return nida_cube_has_kind (whole, NIDA_KIND_REPORTED) ? NIDA_MEASURE_REPORTED : NIDA_MEASURE_RECEIVED;
}

static gboolean
ask_totals (NidaDonorFigures *self,
            NidaLocalEngine  *engine,
            NidaQuery        *question,
            const char       *donor,
            GError          **error)
{
  g_autoptr (NidaCube) first = ask (engine, nida_donor_question_of_all (question), NIDA_FIELD_NONE, NIDA_MEASURE_RECEIVED, error);
  g_autoptr (NidaCube) whole = NULL, own = NULL;

  if (first == NULL)
    return FALSE;
  self->measure = choose_measure (first);
  whole = ask (engine, nida_donor_question_of_all (question), NIDA_FIELD_NONE, self->measure, error);
  own = whole == NULL ? NULL : ask (engine, nida_donor_question_of_one (question, donor), NIDA_FIELD_NONE, self->measure, error);
  if (own == NULL)
    return FALSE;
  self->whole = nida_cube_get_total (whole)->values[self->measure];
  self->total = nida_cube_get_total (own)->values[self->measure];
  self->flows = nida_flows_summed (nida_cube_get_total (own)->flows, nida_cube_get_total (own)->unvalued);
  return TRUE;
}

static gboolean
ask_state (NidaDonorFigures *self,
           NidaLocalEngine  *engine,
           NidaQuery        *question,
           const char       *donor,
           GError          **error)
{
  g_autoptr (NidaCube) paid = NULL, pledged = NULL;

  self->paid = self->pledged = NIDA_MONEY_NONE;
  if (self->measure != NIDA_MEASURE_RECEIVED)
    return TRUE;
  paid = ask (engine, nida_donor_question_of_one (question, donor), NIDA_FIELD_NONE, NIDA_MEASURE_PAID, error);
  pledged = paid == NULL ? NULL
            : ask (engine, nida_donor_question_of_one (question, donor), NIDA_FIELD_NONE, NIDA_MEASURE_PLEDGED, error);
  if (pledged == NULL)
    return FALSE;
  self->paid = nida_cube_get_total (paid)->values[NIDA_MEASURE_PAID];
  self->pledged = nida_cube_get_total (pledged)->values[NIDA_MEASURE_PLEDGED];
  self->pledges = nida_flows_summed (nida_cube_get_total (pledged)->flows, nida_cube_get_total (pledged)->unvalued);
  return TRUE;
}

/* The name as rows have it; a donor of whom there is no money keeps the one that was asked for. */
static gboolean
ask_name (NidaDonorFigures *self,
          NidaLocalEngine  *engine,
          NidaQuery        *question,
          const char       *donor,
          GError          **error)
{
  const NidaMeasure measures[] = { self->measure, NIDA_MEASURE_PLEDGED };
  const NidaCubeItem *item = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (measures) && item == NULL; i++)
    {
      NidaMoney value = 0;
      g_autoptr (NidaCube) cube = ask (engine, nida_donor_question_of_one (question, donor), NIDA_FIELD_DONOR, measures[i], error);

      if (cube == NULL)
        return FALSE;
      item = find_largest (cube, measures[i], &value);
      if (item == NULL)
        continue;
      self->name = g_strdup (item->name);
      self->arabic = g_strdup (item->arabic);
    }
  if (item == NULL)
    self->name = g_strdup (donor);
  return TRUE;
}

static gboolean
ask_rank (NidaDonorFigures *self,
          NidaLocalEngine  *engine,
          NidaQuery        *question,
          GError          **error)
{
  g_autoptr (NidaCube) cube = ask (engine, nida_donor_question_of_all (question), NIDA_FIELD_DONOR, self->measure, error);

  if (cube != NULL)
    find_rank (cube, self->measure, self->name, &self->rank, &self->n_donors);
  return cube != NULL;
}

/* Peers: the first group that the donor is in, else those of its type. A donor in no company stays alone. */
static gboolean
ask_group (NidaDonorFigures *self,
           NidaLocalEngine  *engine,
           NidaQuery        *question,
           GError          **error)
{
  static const NidaField fields[] = { NIDA_FIELD_DONOR_GROUP, NIDA_FIELD_DONOR_TYPE };

  for (guint i = 0; i < G_N_ELEMENTS (fields) && self->rank > 0; i++)
    {
      g_autoptr (NidaCube) of = ask (engine, nida_donor_question_of_one (question, self->name), fields[i], self->measure, error);
      g_autoptr (NidaCube) peers = NULL;
      NidaMoney value = 0;
      const NidaCubeItem *item = of == NULL ? NULL : find_largest (of, self->measure, &value);
      NidaQuery *query;

      if (of == NULL)
        return FALSE;
      if (item == NULL)
        continue;
      query = nida_donor_question_of_all (question);
      nida_query_clear_filter (query, fields[i]);
      nida_query_add_filter (query, fields[i], item->name);
      peers = ask (engine, query, NIDA_FIELD_DONOR, self->measure, error);
      if (peers == NULL)
        return FALSE;
      find_rank (peers, self->measure, self->name, &self->group_rank, &self->n_group);
      if (self->group_rank == 0 || self->n_group < 2 || self->n_group == self->n_donors)
        continue;
      self->group_field = fields[i];
      self->group = g_strdup (item->name);
      self->group_arabic = g_strdup (item->arabic);
      return TRUE;
    }
  return TRUE;
}

/* Appeals stand in for whichever of the others the sources do not state. */
static const NidaField split_fields[NIDA_DONOR_N_SPLITS] = {
  NIDA_FIELD_COUNTRY, NIDA_FIELD_CATEGORY, NIDA_FIELD_RECIPIENT, NIDA_FIELD_APPEAL
};

#define MOST_SPLITS 3

/**
 * nida_donor_split_field:
 * @index: below %NIDA_DONOR_N_SPLITS
 *
 * Returns: the field
 */
NidaField
nida_donor_split_field (guint index)
{
  g_return_val_if_fail (index < NIDA_DONOR_N_SPLITS, NIDA_FIELD_NONE);

  return split_fields[index];
}

static void
keep_largest (NidaDonorFigures   *self,
              NidaField           field,
              const NidaCubeItem *item,
              NidaMoney           value)
{
  if (field == NIDA_FIELD_COUNTRY)
    {
      self->country = g_strdup (item->name);
      self->country_arabic = g_strdup (item->arabic);
      self->country_value = value;
    }
  else if (field == NIDA_FIELD_RECIPIENT)
    {
      self->recipient = g_strdup (item->name);
      self->recipient_arabic = g_strdup (item->arabic);
      self->recipient_value = value;
    }
}

static gboolean
ask_splits (NidaDonorFigures *self,
            NidaLocalEngine  *engine,
            NidaQuery        *question,
            const char       *donor,
            GError          **error)
{
  guint n = 0;

  for (guint i = 0; i < NIDA_DONOR_N_SPLITS && n < MOST_SPLITS; i++)
    {
      g_autoptr (NidaCube) cube = ask (engine, nida_donor_question_of_one (question, donor), split_fields[i], self->measure, error);
      NidaMoney value = 0;
      const NidaCubeItem *item = cube == NULL ? NULL : find_largest (cube, self->measure, &value);

      if (cube == NULL)
        return FALSE;
      if (item == NULL)
        continue;
      keep_largest (self, split_fields[i], item, value);
      self->splits |= 1u << i;
      n++;
    }
  return TRUE;
}

/* Pledges are told apart by who is to receive them, or else by what they are for. */
static gboolean
ask_pledges (NidaDonorFigures *self,
             NidaLocalEngine  *engine,
             NidaQuery        *question,
             const char       *donor,
             GError          **error)
{
  static const NidaField fields[] = { NIDA_FIELD_RECIPIENT, NIDA_FIELD_APPEAL, NIDA_FIELD_COUNTRY };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (NidaCube) cube = ask (engine, nida_donor_question_of_one (question, donor), fields[i], NIDA_MEASURE_PLEDGED, error);
      NidaMoney value = 0;

      if (cube == NULL)
        return FALSE;
      if (find_largest (cube, NIDA_MEASURE_PLEDGED, &value) == NULL)
        continue;
      self->pledged_by = fields[i];
      break;
    }
  return TRUE;
}

/**
 * nida_donor_figures_new:
 * @engine: who answers
 * @question: dates, filters, currency and rule
 * @donor: a name in either language
 * @error: return location for an error
 *
 * Returns: (transfer full): the figures, or %NULL with @error
 */
NidaDonorFigures *
nida_donor_figures_new (NidaLocalEngine *engine,
                        NidaQuery       *question,
                        const char      *donor,
                        GError         **error)
{
  g_autoptr (NidaDonorFigures) self = g_new0 (NidaDonorFigures, 1);

  if (ask_totals (self, engine, question, donor, error) && ask_state (self, engine, question, donor, error) &&
      ask_name (self, engine, question, donor, error) && ask_rank (self, engine, question, error) &&
      ask_group (self, engine, question, error) && ask_splits (self, engine, question, donor, error) &&
      ask_pledges (self, engine, question, donor, error))
    return g_steal_pointer (&self);
  return NULL;
}

void
nida_donor_figures_free (NidaDonorFigures *self)
{
  g_free (self->name);
  g_free (self->arabic);
  g_free (self->group);
  g_free (self->group_arabic);
  g_free (self->country);
  g_free (self->country_arabic);
  g_free (self->recipient);
  g_free (self->recipient_arabic);
  g_free (self);
}
