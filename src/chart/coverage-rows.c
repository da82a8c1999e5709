/* Requirement, funding and pledges of each group, in the order in which the coverage chart shows them. */
#include "config.h"

#include "coverage-rows.h"

#include "chart-traits.h"
#include "chosen.h"
#include "recipe.h"

#include "translate.h"
#include "words.h"

static void
row_free (gpointer data)
{
  NidaCoverageRow *row = data;

  g_free (row->label);
  g_free (row);
}

/* Groups with a requirement among the items of the first dimension: a plan, an objective. */
static guint
count_with_requirement (NidaCube *cube)
{
  guint n = 0;

  for (guint i = 0; i < nida_cube_get_n_cells (cube); i++)
    n += nida_cube_get_cell (cube, i)->values[NIDA_MEASURE_REQUIREMENT] > 0;
  return n;
}

/* The person's own split; without one the objectives of the only appeal, else the appeals. */
static NidaCube *
choose_cube (const NidaChartSpec *spec,
             GPtrArray           *cubes)
{
  NidaCube *first = g_ptr_array_index (cubes, 0);

  if (spec->query->n_by > 0 || cubes->len < 2)
    return first;
  return count_with_requirement (first) <= 1 && count_with_requirement (g_ptr_array_index (cubes, 1)) > 1
         ? g_ptr_array_index (cubes, 1) : first;
}

/* Does a source report on any group, even if it reports nothing received? */
static gboolean
has_reports (NidaCube *cube)
{
  guint n;
  const NidaCubeCell *cells = nida_cube_get_cells (cube, &n);

  for (guint i = 0; i < n; i++)
    if (cells[i].reports > 0)
      return TRUE;
  return FALSE;
}

/* Where sources report on other groups, one without a report and without any flow is not known, and not zero. Nor is one
 * that only has money without an amount in this currency. */
static gboolean
is_silent (const NidaCoverageRows *self,
           const NidaCubeCell     *cell)
{
  NidaMoney reported = cell->values[NIDA_MEASURE_REPORTED], received = cell->values[NIDA_MEASURE_RECEIVED];

  if (received == NIDA_MONEY_NONE && (reported == NIDA_MONEY_NONE || reported == 0))
    return TRUE;
  return self->has_reports && received <= 0 && cell->reports == 0;
}

/* Funding is what the engine set against the requirement, so that received, gap and percentage always agree. */
static NidaMoney
cell_funding (const NidaCoverageRows *self,
              const NidaCubeCell     *cell)
{
  NidaMoney requirement = cell->values[NIDA_MEASURE_REQUIREMENT], gap = cell->values[NIDA_MEASURE_GAP];
  NidaMoney reported = cell->values[NIDA_MEASURE_REPORTED], received = cell->values[NIDA_MEASURE_RECEIVED], funding;

  if (is_silent (self, cell))
    return NIDA_MONEY_NONE;
  if (requirement > 0)
    return gap != NIDA_MONEY_NONE && nida_money_subtract (requirement, gap, &funding) ? funding : NIDA_MONEY_NONE;
  return reported != NIDA_MONEY_NONE && reported != 0 ? reported : received;
}

static void
row_add (NidaCoverageRow       *sum,
         const NidaCoverageRow *row)
{
  sum->requirement = nida_money_plus (sum->requirement, row->requirement);
  sum->funding = nida_money_plus (sum->funding, row->funding);
  sum->pledged = nida_money_plus (sum->pledged, row->pledged);
  sum->n += row->n;
}

static void
add_cell (NidaCoverageRows   *self,
          const NidaCubeCell *cell,
          NidaLanguage       *language)
{
  const NidaCubeItem *item = nida_cube_get_item (self->cube, 0, cell->item[0]);
  NidaMoney requirement = cell->values[NIDA_MEASURE_REQUIREMENT], pledged = cell->values[NIDA_MEASURE_PLEDGED];
  NidaCoverageRow row = {
    .item = item,
    .requirement = MAX (requirement, 0),
    .funding = cell_funding (self, cell),
    .pledged = MAX (pledged, 0),
    .n = 1,
  };

  if (row.requirement == 0)
    {
      if (item->not_stated || (row.funding == NIDA_MONEY_NONE && row.pledged == 0))
        return;                                /* named by the source line as money outside appeals */
      row_add (&self->without, &row);
      self->without_label = self->without.n == 1 ? nida_language_pick (language, item->name, item->arabic) : NULL;
      return;
    }
  row.label = item->not_stated ? g_strdup (nida_cube_get_n_cells (self->cube) > 1 ? nida_noun_not_stated (self->noun)
                                                                                  : _("All together"))
                               : nida_words_name (language, self->field, item->name, item->arabic);
  row_add (&self->total, &row);
  self->any_pledged |= row.pledged > 0;
  self->any_over |= row.funding != NIDA_MONEY_NONE && row.funding > row.requirement;
  self->any_unknown |= row.funding == NIDA_MONEY_NONE;
  self->known |= row.funding != NIDA_MONEY_NONE;
  g_ptr_array_add (self->rows, g_memdup2 (&row, sizeof row));
}

static int
compare_size (gconstpointer a,
              gconstpointer b)
{
  const NidaCoverageRow *first = *(NidaCoverageRow * const *) a, *second = *(NidaCoverageRow * const *) b;

  if (first->requirement != second->requirement)
    return first->requirement > second->requirement ? -1 : 1;
  return g_strcmp0 (first->item->name, second->item->name);
}

/* As the sources have them. */
static int
compare_source (gconstpointer a,
                gconstpointer b)
{
  const NidaCoverageRow *first = *(NidaCoverageRow * const *) a, *second = *(NidaCoverageRow * const *) b;

  if (first->item->code != second->item->code)
    return first->item->code < second->item->code ? -1 : 1;
  return compare_size (a, b);
}

static int
compare_gap (gconstpointer a,
             gconstpointer b)
{
  const NidaCoverageRow *first = *(NidaCoverageRow * const *) a, *second = *(NidaCoverageRow * const *) b;
  NidaMoney first_gap = nida_coverage_row_gap (first), second_gap = nida_coverage_row_gap (second);

  if (first_gap != second_gap)
    return first_gap > second_gap ? -1 : 1;
  return compare_size (a, b);
}

/* In their order, and then the others in theirs. */
static void
lead_with_chosen (NidaCoverageRows *self)
{
  g_autofree gpointer *rows = g_memdup2 (self->rows->pdata, self->rows->len * sizeof *rows);
  guint n = 0;

  for (int chosen = TRUE; chosen >= FALSE; chosen--)
    for (guint i = 0; i < self->rows->len; i++)
      if (((const NidaCoverageRow *) rows[i])->chosen == chosen)
        self->rows->pdata[n++] = rows[i];
}

/* Orders of other kinds of charts say nothing here. */
static NidaOrder
order_of (const NidaChartSpec *spec)
{
  return nida_chart_kind_has_order (NIDA_CHART_COVERAGE, spec->order) ? spec->order : NIDA_ORDER_SOURCE;
}

static void
sort (NidaCoverageRows *self,
      NidaOrder         order)
{
  if (order == NIDA_ORDER_GAP)
    g_ptr_array_sort (self->rows, compare_gap);
  else if (order == NIDA_ORDER_SIZE || self->field != NIDA_FIELD_CATEGORY)
    g_ptr_array_sort (self->rows, compare_size);
  else
    g_ptr_array_sort (self->rows, compare_source);
  if (self->chosen_first)
    lead_with_chosen (self);
}

/**
 * nida_coverage_rows_sort_for:
 * @shown: how many rows find room
 *
 * The order of the sources is for what is seen whole: where only some rows are shown, they are the largest.
 */
void
nida_coverage_rows_sort_for (NidaCoverageRows    *self,
                             const NidaChartSpec *spec,
                             guint                shown)
{
  const NidaOrder order = order_of (spec);

  if (order == NIDA_ORDER_SOURCE || self->chosen_first)
    sort (self, order != NIDA_ORDER_SOURCE ? order : shown < self->rows->len ? NIDA_ORDER_SIZE : NIDA_ORDER_SOURCE);
}

static void
sum_chosen (NidaCoverageRows    *self,
            const NidaChartSpec *spec)
{
  self->chosen.funding = NIDA_MONEY_NONE;
  for (guint i = 0; spec->chosen != NULL && spec->chosen_field == self->field && i < self->rows->len; i++)
    {
      NidaCoverageRow *row = g_ptr_array_index (self->rows, i);

      row->chosen = nida_chart_spec_has_chosen (spec, nida_recipe_item_filter (row->item));
      if (!row->chosen)
        continue;
      row_add (&self->chosen, row);
      self->chosen_label = self->chosen.n == 1 ? row->label : NULL;
    }
}

void
nida_coverage_rows_init (NidaCoverageRows    *self,
                         const NidaChartSpec *spec,
                         GPtrArray           *cubes,
                         NidaLanguage        *language)
{
  *self = (NidaCoverageRows) { .cube = choose_cube (spec, cubes) };
  self->field = nida_cube_get_query (self->cube)->by[0].field;
  self->noun = nida_noun_for_cube (self->cube, 0);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->has_reports = has_reports (self->cube);
  self->total.funding = self->without.funding = NIDA_MONEY_NONE;

  for (guint i = 0; i < nida_cube_get_n_cells (self->cube); i++)
    add_cell (self, nida_cube_get_cell (self->cube, i), language);
  sum_chosen (self, spec);
  sort (self, order_of (spec));
}

void
nida_coverage_rows_clear (NidaCoverageRows *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
}

NidaCoverageRow
nida_coverage_rows_sum (const NidaCoverageRows *self,
                        guint                   first)
{
  NidaCoverageRow sum = { .funding = NIDA_MONEY_NONE };

  for (guint i = first; i < self->rows->len; i++)
    row_add (&sum, g_ptr_array_index (self->rows, i));
  return sum;
}

gboolean
nida_coverage_rows_hide_chosen (const NidaCoverageRows *self,
                                guint                   shown)
{
  for (guint i = shown; i < self->rows->len; i++)
    if (((const NidaCoverageRow *) g_ptr_array_index (self->rows, i))->chosen)
      return TRUE;
  return FALSE;
}

gint64
nida_coverage_rows_ratio (const NidaCoverageRows *self,
                          const NidaCoverageRow  *row)
{
  return self->known ? nida_money_share (row->funding, row->requirement)
                     : nida_money_share (row->requirement, self->total.requirement);
}

NidaMoney
nida_coverage_row_gap (const NidaCoverageRow *row)
{
  NidaMoney funding = row->funding == NIDA_MONEY_NONE ? 0 : row->funding, gap;

  if (!nida_money_subtract (row->requirement, funding, &gap))
    return 0;
  return MAX (gap, 0);
}

NidaMoney
nida_coverage_rows_max (const NidaCoverageRows *self)
{
  NidaMoney max = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const NidaCoverageRow *row = g_ptr_array_index (self->rows, i);
      NidaMoney funding = nida_money_plus (row->funding, row->pledged);

      max = MAX (max, MAX (row->requirement, funding));
    }
  return max;
}
