/* Why there is no figure. Absent, not known in this currency, cancelled out and promised are told apart: each is another thing
 * for who reads the chart, and none of them is a zero. */
#include "config.h"

#include "no-figure.h"

#include "translate.h"

gboolean
nida_no_figure_is_unknown (const NidaCubeCell *cell,
                           NidaMeasure         measure)
{
  return (cell->unknown & 1u << measure) != 0;
}

static gboolean
any_without_amount (NidaCube   *cube,
                    NidaMeasure measure)
{
  guint n = 0;
  const NidaCubeCell *cells = cube != NULL ? nida_cube_get_cells (cube, &n) : NULL;

  for (guint i = 0; i < n; i++)
    if (nida_no_figure_is_unknown (&cells[i], measure))
      return TRUE;
  return FALSE;
}

const char *
nida_no_figure_words (gboolean unknown)
{
  return unknown ? _("No figure in this currency.") : _("Nothing is recorded.");
}

const char *
nida_no_figure_label (gboolean unknown)
{
  /* Translators: what is hatched in a legend: only money that has no rate to this currency, or nothing is recorded */
  return unknown ? _("no figure in this currency") : _("nothing recorded");
}

char *
nida_no_figure_of (gboolean    unknown,
                   const char *date)
{
  if (unknown)
    /* Translators: %s is a date of which only money is recorded that has no rate to this currency */
    return g_strdup_printf (_("No figure of %s in this currency."), date);
  /* Translators: %s is a date of which nothing is recorded */
  return g_strdup_printf (_("Nothing is recorded of %s."), date);
}

/* --- in place of marks --- */

/* Flows are there, and no sum of them is another than zero. */
static gboolean
adds_up_to_zero (NidaCube   *cube,
                 NidaMeasure measure)
{
  guint n;
  const NidaCubeCell *cells = nida_cube_get_cells (cube, &n);
  gboolean any = FALSE;

  for (guint i = 0; i < n; i++)
    {
      if (cells[i].values[measure] != NIDA_MONEY_NONE && cells[i].values[measure] != 0)
        return FALSE;
      any |= cells[i].flows > 0 && cells[i].values[measure] == 0;
    }
  return any;
}

static gboolean
has_only_pledges (NidaCube   *cube,
                  NidaMeasure measure)
{
  return (measure == NIDA_MEASURE_RECEIVED || measure == NIDA_MEASURE_PAID || measure == NIDA_MEASURE_COMMITTED)
         && nida_cube_has_kind (cube, NIDA_KIND_PLEDGE)
         && !nida_cube_has_kind (cube, NIDA_KIND_PAID) && !nida_cube_has_kind (cube, NIDA_KIND_COMMITMENT);
}

static gboolean
is_narrowed (NidaQuery *query)
{
  return nida_query_get_n_filters (query) > 0 || query->from.precision != NIDA_PRECISION_NONE
         || query->to.precision != NIDA_PRECISION_NONE;
}

/* NULL where it is only that there is nothing. */
static const char *
known_reason (NidaCube   *cube,
              NidaMeasure measure)
{
  if (has_only_pledges (cube, measure))
    return _("Only pledges are recorded here; nothing is recorded as received.");
  if (adds_up_to_zero (cube, measure))
    return _("What is recorded here adds up to zero.");
  if (any_without_amount (cube, measure))
    return _("No amount here is in this currency, and none has a rate to it.");
  return NULL;
}

const char *
nida_no_figure_reason (NidaRecipe *recipe)
{
  NidaCube *cube = nida_recipe_cube (recipe, 0);
  const char *reason = known_reason (cube, recipe->spec->measure);

  if (reason != NULL)
    return reason;
  return is_narrowed (nida_cube_get_query (cube)) ? _("The sources hold no such figure under these filters.")
                                                  : _("The sources hold no such figure.");
}

const char *
nida_no_figure_dated_reason (NidaRecipe *recipe)
{
  const char *reason = known_reason (nida_recipe_cube (recipe, 0), recipe->spec->measure);

  return reason != NULL ? reason : _("Nothing in this selection has an amount and a date.");
}
