/* Figures in the cells of a grid of shades: all of them or none, in letters that fit. */
#include "config.h"

#include "heatmap.h"

#include "tiles.h"

static gsize
n_cells (const NidaCross *cross)
{
  return (gsize) cross->rows->len * cross->columns->len;
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
                        : nida_recipe_value (self->recipe, self->cross->measure, value);
  return *words;
}

guint
nida_heatmap_figure_lines (NidaHeatmap *self,
                           guint        row,
                           guint        column,
                           NidaFont     font,
                           NidaBox      cell)
{
  NidaRecipe *recipe = self->recipe;
  const char *words = nida_heatmap_figure (self, row, column);
  double width = cell.width - nida_recipe_px (recipe, 4), room = cell.height + nida_recipe_px (recipe, 2);

  if (nida_recipe_text_width (recipe, words, font) <= width)
    return nida_recipe_line (recipe, font) <= room ? 1 : 0;
  return self->wrapped && 2 * nida_recipe_line (recipe, font) <= room && nida_tile_lines (recipe, words, font, width) == 2 ? 2 : 0;
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
                 && nida_heatmap_figure_lines (self, row, column, font, nida_heatmap_cell (self, row, column)) == 0;
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
