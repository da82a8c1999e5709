/* Figures in the cells of a grid of shades: all of them or none, in letters that fit. */
#include "config.h"

#include "heatmap.h"

static gsize
n_cells (const NidaCross *cross)
{
  return (gsize) cross->rows->len * cross->columns->len;
}

/* So many of the figures may be told in no more than its second decimal. */
#define SMALL_SHARE 0.2

/* Of small charts that share a scale the figures of all. */
static NidaMagnitude
find_unit (const NidaHeatmap *self)
{
  const NidaSharedScale *shared = self->recipe->context->shared_scale;
  gboolean of_all = shared != NULL && !shared->own;
  const gint64 *values = of_all ? (const gint64 *) (gpointer) shared->values->data : self->cross->values;
  gsize n = of_all ? shared->values->len : n_cells (self->cross);
  guint counts[NIDA_SCALE_TRILLION + 1] = { 0 }, all = 0, less = 0;
  NidaMagnitude unit = NIDA_SCALE_ONE;

  for (gsize i = 0; i < n; i++)
    if (values[i] != NIDA_MONEY_NONE && values[i] != 0)
      {
        counts[nida_magnitude_of (10 * MIN (ABS (values[i]), G_MAXINT64 / 10))]++;    /* 0.1 is told well enough */
        all++;
      }
  while (unit < NIDA_SCALE_TRILLION && less + counts[unit] <= SMALL_SHARE * all)
    less += counts[unit++];
  return unit;
}

gboolean
nida_heatmap_set_in_unit (NidaHeatmap *self,
                          gboolean     in_unit)
{
  if (in_unit && (self->cross->measure == NIDA_MEASURE_COVERAGE || self->cross->measure == NIDA_MEASURE_COUNT))
    return FALSE;
  for (gsize i = 0; self->words != NULL && i < n_cells (self->cross); i++)
    g_clear_pointer (&self->words[i], g_free);
  self->in_unit = in_unit;
  self->unit = in_unit ? find_unit (self) : NIDA_SCALE_ONE;
  return TRUE;
}

/* They are measured in two fonts, perhaps, and written in one. */
const char *
nida_heatmap_figure (NidaHeatmap *self,
                     guint        row,
                     guint        column)
{
  char **words = &self->words[(gsize) row * self->cross->columns->len + column];
  NidaMoney value = nida_cross_value (self->cross, row, column);

  if (*words == NULL)
    *words = value == 0 ? nida_language_integer (self->recipe->context->language, 0)
             : self->in_unit ? nida_language_money_in (self->recipe->context->language, value, self->unit)
                             : nida_recipe_value (self->recipe, self->cross->measure, value);
  return *words;
}

gboolean
nida_heatmap_figure_fits (NidaHeatmap *self,
                          guint        row,
                          guint        column,
                          NidaFont     font,
                          NidaBox      cell)
{
  NidaRecipe *recipe = self->recipe;
  const char *words = nida_heatmap_figure (self, row, column);

  return nida_recipe_text_width (recipe, words, font) <= cell.width - nida_recipe_px (recipe, 4)
         && nida_recipe_line (recipe, font) <= cell.height + nida_recipe_px (recipe, 2);
}

static gboolean
has_figure (NidaMoney value)
{
  return value != NIDA_MONEY_NONE && value != 0;
}

static guint
count_figures (const NidaCross *cross)
{
  guint n = 0;

  for (gsize i = 0; i < n_cells (cross); i++)
    n += has_figure (cross->values[i]);
  return n;
}

/* Is there room in @font for all figures but @less? Where it is not, no more of them are written than it takes to see it. */
static gboolean
figures_fit (NidaHeatmap *self,
             NidaFont     font,
             guint        less)
{
  guint missing = 0;

  for (guint row = 0; row < self->cross->rows->len && missing <= less; row++)
    for (guint column = 0; column < self->cross->columns->len && missing <= less; column++)
      missing += has_figure (nida_cross_value (self->cross, row, column))
                 && !nida_heatmap_figure_fits (self, row, column, font, nida_heatmap_cell (self, row, column));
  return missing <= less;
}

/* Small letters rather than none; but a few figures here and there would look as if the others were not known. */
void
nida_heatmap_choose_figures (NidaHeatmap *self)
{
  if (self->words == NULL)
    self->words = g_new0 (char *, n_cells (self->cross) + 1);
  self->font = NIDA_FONT_VALUE;
  self->figures = figures_fit (self, self->font, 0);
  if (self->figures)
    return;
  self->font = self->small ? NIDA_FONT_TILE : NIDA_FONT_SOURCE;
  self->figures = figures_fit (self, self->font, count_figures (self->cross) / 10);
}

void
nida_heatmap_clear_figures (NidaHeatmap *self)
{
  for (gsize i = 0; self->words != NULL && i < n_cells (self->cross); i++)
    g_free (self->words[i]);
  g_free (self->words);
}
