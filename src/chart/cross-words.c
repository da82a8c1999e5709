/* What a crossing of two fields is called, what its cells say, and its table. */
#include "config.h"

#include "cross.h"

#include "cube-table.h"
#include "no-figure.h"
#include "query-words.h"
#include "teller.h"
#include "translate.h"
#include "words.h"

static const char *
by_step (NidaStep step)
{
  switch (step)
    {
    case NIDA_STEP_DAY: return _("by day");
    case NIDA_STEP_MONTH: return _("by month");
    case NIDA_STEP_QUARTER: return _("by quarter");
    case NIDA_STEP_FISCAL_YEAR: return _("by fiscal year");
    case NIDA_STEP_YEAR:
    case NIDA_STEP_NONE:
    default: return _("by year");
    }
}

char *
nida_cross_what (const NidaCross *self)
{
  /* Translators: a measure and its two splits: "Received by donor and by year" */
  return g_strdup_printf (_("%1$s %2$s and %3$s"), nida_words_measure (self->measure),
                          nida_noun_by (self->row_noun, self->row_field),
                          self->timed ? by_step (self->step) : nida_noun_by (self->column_noun, self->column_field));
}

/**
 * nida_cross_subtitle:
 * @more: (nullable): what follows after a semicolon
 *
 * Returns: (transfer full): "Received by donor and by year, since 2020, US$; 201 donors"
 */
char *
nida_cross_subtitle (const NidaCross *self,
                     const char      *more)
{
  g_autofree char *what = nida_cross_what (self), *unit = nida_describe_unit (self->recipe, self->measure);

  return nida_describe_subtitle_of (self->recipe, what, unit, more);
}

static char *
place_words (NidaLanguage *language,
             GPtrArray    *rows,
             GPtrArray    *columns,
             guint         row,
             guint         column)
{
  g_autofree char *down = nida_cross_line_words (g_ptr_array_index (rows, row), language);
  g_autofree char *across = nida_cross_line_words (g_ptr_array_index (columns, column), language);

  return g_strdup_printf (_("%1$s, %2$s"), down, across);
}

char *
nida_cross_place (const NidaCross *self,
                  guint            row,
                  guint            column)
{
  return place_words (self->recipe->context->language, self->rows, self->columns, row, column);
}

gboolean
nida_cross_is_partial (const NidaCross *self,
                       guint            column)
{
  const NidaCrossLine *line = nida_cross_column (self, column);

  return self->timed && line->role == NIDA_GROUP_NAMED
         && nida_recipe_cuts (self->recipe, line->period);
}

char *
nida_cross_date (const NidaCross *self,
                 guint            column)
{
  g_autofree char *words = nida_cross_line_words (nida_cross_column (self, column), self->recipe->context->language), *day = NULL;

  if (!nida_cross_is_partial (self, column))
    return g_steal_pointer (&words);
  day = nida_language_date (self->recipe->context->language, self->recipe->context->as_of, NIDA_DATE_SHORT);
  /* Translators: a period of which the data hold only the beginning, and their last day: "2026, to 17 Apr" */
  return g_strdup_printf (_("%1$s, to %2$s"), words, day);
}

static gboolean
is_named (const NidaCross *cross,
          guint            row,
          guint            column)
{
  return nida_cross_row (cross, row)->role == NIDA_GROUP_NAMED && nida_cross_column (cross, column)->role == NIDA_GROUP_NAMED;
}

guint
nida_cross_largest (const NidaCross *cross,
                    guint           *row,
                    guint           *column)
{
  NidaMoney best = 0;
  guint ties = 0;

  *row = G_MAXUINT;
  for (guint i = 0; i < cross->rows->len; i++)
    for (guint k = 0; k < cross->columns->len; k++)
      {
        NidaMoney value = nida_cross_value (cross, i, k);

        if (value < best || value <= 0 || !is_named (cross, i, k))
          continue;
        ties = value == best ? ties + 1 : 0;
        if (value == best)
          continue;
        best = value;
        *row = i;
        *column = k;
      }
  return ties;
}

/* --- marks --- */

/* What the words of the cells are made from, when the crossing may be gone. */
typedef struct { GPtrArray *rows, *columns; guint8 *unknown; } Lines;

static void
lines_free (gpointer data)
{
  Lines *self = data;

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->columns);
  g_atomic_rc_box_release (self->unknown);
  g_free (self);
}

static void
tell_cell (NidaTold       *told,
           const NidaMark *mark,
           NidaLanguage   *language,
           gconstpointer   data)
{
  const Lines *lines = data;

  told->label = place_words (language, lines->rows, lines->columns, mark->at[0], mark->at[1]);
  if (mark->money == NIDA_MONEY_NONE)
    nida_told_add_line (told, nida_no_figure_words (lines->unknown[(gsize) mark->at[0] * lines->columns->len + mark->at[1]]));
}

static NidaTeller *
get_teller (NidaCross *self)
{
  Lines lines = { self->rows, self->columns, self->unknown };

  if (self->teller == NULL)
    {
      g_ptr_array_ref (self->rows);
      g_ptr_array_ref (self->columns);
      g_atomic_rc_box_acquire (self->unknown);
      self->teller = nida_teller_new (self->recipe->context->language, nida_recipe_currency (self->recipe), tell_cell,
                                      g_memdup2 (&lines, sizeof lines), lines_free);
    }
  return self->teller;
}

/* What stands for several names is told by a brush as what no other mark names. */
static void
set_filter (NidaMark            *mark,
            const NidaCrossLine *line)
{
  if (line->filter != NULL)
    {
      nida_mark_share_filter (mark, line->field, line->filter);
      return;
    }
  if (line->field == NIDA_FIELD_DATE)
    mark->measure = NIDA_N_MEASURES;
  nida_mark_add_rest (mark, line->field, line->role == NIDA_GROUP_SEVERAL);
}

/* Money without a single date may lie within the periods before, and has a column of its own. */
static gboolean
is_less_than_its_filter (NidaCross *self,
                         guint      column)
{
  const NidaCrossLine *last = nida_cross_column (self, self->columns->len - 1);

  return self->timed && nida_cross_column (self, column)->role == NIDA_GROUP_OTHER && last->role == NIDA_GROUP_NOT_STATED;
}

NidaMark *
nida_cross_mark (NidaCross *self,
                 guint      row,
                 guint      column)
{
  const NidaCrossLine *lines[] = { nida_cross_row (self, row), nida_cross_column (self, column) };
  NidaMark *mark = nida_mark_new_told (get_teller (self), NULL, self->measure, nida_cross_value (self, row, column), row, column);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    set_filter (mark, lines[i]);
  if (is_less_than_its_filter (self, column))
    mark->measure = NIDA_N_MEASURES;
  return mark;
}

/* A sentence names the currency, which the short Arabic form leaves to the subtitle. */
char *
nida_cross_amount (const NidaCross *self,
                   NidaMoney        value)
{
  NidaLanguage *language = self->recipe->context->language;

  if (value == NIDA_MONEY_NONE || self->measure == NIDA_MEASURE_COUNT || self->measure == NIDA_MEASURE_COVERAGE
      || !nida_language_is_arabic (language))
    return nida_recipe_value (self->recipe, self->measure, value);
  return nida_language_money_long (language, value, nida_recipe_currency (self->recipe));
}

/* --- the table --- */

static void
add_rows (NidaTable *table,
          gpointer   data)
{
  const NidaCubeTable *self = data;

  for (guint i = 0; i < nida_cube_get_n_cells (self->cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (self->cube, i);
      NidaMoney value = cell->values[self->measure];
      const NidaCubeItem *across = nida_cube_get_item (self->cube, 1, cell->item[1]);
      g_autofree char *row = nida_cube_table_item_name (self, 0, cell->item[0]), *column = nida_cube_table_item_name (self, 1, cell->item[1]);
      g_autofree char *words = nida_value_bare (self->language, self->currency, self->measure, value);
      g_autofree char *key = g_strconcat ("cell/", nida_cube_get_item (self->cube, 0, cell->item[0])->name, "|",
                                          across->name, NULL);
      gboolean dated = across->period.start.precision != NIDA_PRECISION_NONE;
      NidaMoney sort[] = { NIDA_MONEY_NONE, dated ? nida_date_first_day (across->period.start) : NIDA_MONEY_NONE, value };

      if (value == NIDA_MONEY_NONE)
        continue;
      nida_table_add_row (table, key, (const char *[]) { row, column, words, NULL }, sort);
      if (dated)
        nida_table_date_row (table, 1, across->period);
    }
}

/**
 * nida_cross_table:
 * @recipe: a recipe whose first cube answers nida_cross_queries()
 *
 * One row a cell of the answer, so that the last column adds up to its total whatever the chart has room for.
 */
void
nida_cross_table (NidaRecipe *recipe)
{
  NidaCube *cube = nida_recipe_cube (recipe, 0);
  gboolean timed = nida_cube_get_query (cube)->by[1].field == NIDA_FIELD_DATE;
  g_autofree char *title =
      nida_recipe_column_title (recipe, nida_words_measure (recipe->spec->measure), recipe->spec->measure);
  const char *headings[] = { nida_noun_name (nida_noun_for_cube (cube, 0)),
                             timed ? _("Period") : nida_noun_name (nida_noun_for_cube (cube, 1)), title, NULL };

  nida_scene_builder_table (recipe->scene, headings);
  nida_scene_builder_table_later (recipe->scene, add_rows, nida_cube_table_new (recipe), nida_cube_table_free);
}
