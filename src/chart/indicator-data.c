/* From facts to levels by year. Gaps stay gaps: no year takes the level of its neighbour. */
#include "config.h"

#include "indicator-data.h"

/* Levels in between that no source names are still rungs of the ladder, if it is a short one. */
#define MAX_RUNGS 8

static gboolean
is_of (const NidaFact *fact,
       const char     *category)
{
  return g_strcmp0 (fact->category, category) == 0;
}

static gboolean
is_dated_level (const NidaFact *fact)
{
  return fact->kind == NIDA_KIND_INDICATOR && fact->amount != NIDA_MONEY_NONE
         && fact->period.start.precision != NIDA_PRECISION_NONE;
}

/* The indicator that the person chose, in either language, else the first. */
static const NidaFact *
choose (NidaCube   *cube,
        const char *wanted)
{
  const NidaFact *first = NULL;

  for (guint i = 0; i < nida_cube_get_n_facts (cube); i++)
    {
      const NidaFact *fact = nida_cube_get_fact (cube, i);

      if (!is_dated_level (fact))
        continue;
      if (wanted != NULL && (is_of (fact, wanted) || g_strcmp0 (fact->category_ar, wanted) == 0))
        return fact;
      first = first != NULL ? first : fact;
    }
  return first;
}

static void
add_other (NidaIndicator  *self,
           const NidaFact *fact)
{
  for (guint i = 0; i < self->others->len; i++)
    if (is_of (fact, ((const NidaFact *) g_ptr_array_index (self->others, i))->category))
      return;
  g_ptr_array_add (self->others, (gpointer) fact);
}

/* What is stated outweighs what is only implied; of two statements the later row is kept. */
static gboolean
replaces (const NidaFact *fact,
          const NidaFact *kept)
{
  return kept == NULL || (kept->implied && !fact->implied) || (kept->implied == fact->implied && fact->row > kept->row);
}

static void
add_year (NidaIndicator  *self,
          const NidaFact *fact)
{
  int year = nida_date_year (fact->period.start);
  NidaIndicatorYear *entry;

  /* facts come by time, so a year is the last one or a later one */
  while (self->years->len == 0 || g_array_index (self->years, NidaIndicatorYear, self->years->len - 1).year < year)
    {
      NidaIndicatorYear next = { year, NULL };

      if (self->years->len > 0)
        next.year = g_array_index (self->years, NidaIndicatorYear, self->years->len - 1).year + 1;
      g_array_append_val (self->years, next);
    }
  entry = &g_array_index (self->years, NidaIndicatorYear, self->years->len - 1);
  if (!replaces (fact, entry->fact))
    return;
  self->n_known += entry->fact == NULL;
  entry->fact = fact;
}

static void
read_facts (NidaIndicator *self,
            NidaCube      *cube)
{
  for (guint i = 0; i < nida_cube_get_n_facts (cube); i++)
    {
      const NidaFact *fact = nida_cube_get_fact (cube, i);

      if (fact->kind == NIDA_KIND_GOAL && is_of (fact, self->category) && fact->amount != NIDA_MONEY_NONE)
        self->goal = fact;
      if (!is_dated_level (fact))
        continue;
      if (is_of (fact, self->category))
        add_year (self, fact);
      else
        add_other (self, fact);
    }
  for (guint i = 0; i < self->years->len; i++)
    {
      const NidaFact *fact = nida_indicator_get_year (self, i)->fact;

      self->any_implied = self->any_implied || (fact != NULL && fact->implied);
    }
}

static void
add_level (NidaIndicator *self,
           NidaMoney      level,
           const char    *name,
           const char    *name_ar)
{
  NidaIndicatorLevel *entry = NULL;

  for (guint i = 0; i < self->levels->len && entry == NULL; i++)
    if (g_array_index (self->levels, NidaIndicatorLevel, i).level == level)
      entry = &g_array_index (self->levels, NidaIndicatorLevel, i);
  if (entry == NULL)
    {
      NidaIndicatorLevel empty = { level, NULL };

      g_array_append_val (self->levels, empty);
      entry = &g_array_index (self->levels, NidaIndicatorLevel, self->levels->len - 1);
    }
  if (entry->name == NULL && name != NULL && name[0] != '\0')
    entry->name = nida_language_name (self->language, name, name_ar);
}

static int
compare_levels (gconstpointer a,
                gconstpointer b)
{
  NidaMoney x = ((const NidaIndicatorLevel *) a)->level, y = ((const NidaIndicatorLevel *) b)->level;

  return x < y ? -1 : x > y;
}

static int
compare_levels_down (gconstpointer a,
                     gconstpointer b)
{
  return -compare_levels (a, b);
}

static void
add_rungs (NidaIndicator *self)
{
  NidaMoney lowest, highest;

  g_array_sort (self->levels, compare_levels);
  lowest = g_array_index (self->levels, NidaIndicatorLevel, 0).level;
  highest = g_array_index (self->levels, NidaIndicatorLevel, self->levels->len - 1).level;
  if (lowest % NIDA_MONEY_UNIT != 0 || highest / NIDA_MONEY_UNIT - lowest / NIDA_MONEY_UNIT >= MAX_RUNGS)
    return;
  for (NidaMoney level = lowest; level < highest; level += NIDA_MONEY_UNIT)
    add_level (self, level, NULL, NULL);
}

/* The best level stands on top: the lowest number, as of tiers, unless the goal lies at the other end. */
static void
read_levels (NidaIndicator *self)
{
  NidaMoney highest = G_MININT64, lowest = G_MAXINT64;

  for (guint i = 0; i < self->years->len; i++)
    {
      const NidaFact *fact = nida_indicator_get_year (self, i)->fact;

      if (fact == NULL)
        continue;
      add_level (self, fact->amount, fact->text, fact->text_ar);
      highest = MAX (highest, fact->amount);
      lowest = MIN (lowest, fact->amount);
    }
  if (self->goal != NULL)
    add_level (self, self->goal->amount, self->goal->text, self->goal->text_ar);
  if (self->levels->len == 0)
    return;
  add_rungs (self);
  if (self->goal != NULL && self->goal->amount >= highest && self->goal->amount > lowest)
    g_array_sort (self->levels, compare_levels_down);
  else
    g_array_sort (self->levels, compare_levels);
}

static void
clear_level (gpointer data)
{
  g_free (((NidaIndicatorLevel *) data)->name);
}

/**
 * nida_indicator_new:
 *
 * Reads the first cube of @recipe: the indicator that the spec names, else the first; the others are only named.
 */
NidaIndicator *
nida_indicator_new (NidaRecipe *recipe)
{
  NidaIndicator *self = g_new0 (NidaIndicator, 1);
  NidaCube *cube = nida_recipe_cube (recipe, 0);
  const NidaFact *chosen = choose (cube, recipe->spec->category);

  self->language = recipe->context->language;
  self->years = g_array_new (FALSE, FALSE, sizeof (NidaIndicatorYear));
  self->levels = g_array_new (FALSE, FALSE, sizeof (NidaIndicatorLevel));
  g_array_set_clear_func (self->levels, clear_level);
  self->others = g_ptr_array_new ();
  if (chosen != NULL)
    {
      self->category = chosen->category;
      self->category_ar = chosen->category_ar;
      read_facts (self, cube);
      read_levels (self);
    }
  return self;
}

void
nida_indicator_free (NidaIndicator *self)
{
  g_array_unref (self->years);
  g_array_unref (self->levels);
  g_ptr_array_unref (self->others);
  g_free (self);
}

const NidaIndicatorYear *
nida_indicator_get_year (const NidaIndicator *self,
                         guint                index)
{
  return &g_array_index (self->years, NidaIndicatorYear, index);
}

const NidaFact *
nida_indicator_get_last (const NidaIndicator *self)
{
  return self->years->len > 0 ? nida_indicator_get_year (self, self->years->len - 1)->fact : NULL;
}

guint
nida_indicator_rank (const NidaIndicator *self,
                     NidaMoney            level)
{
  for (guint i = 0; i < self->levels->len; i++)
    if (g_array_index (self->levels, NidaIndicatorLevel, i).level == level)
      return i;
  return 0;
}

/**
 * nida_indicator_name:
 *
 * Returns: (transfer full): what the sources call the level, else its number
 */
char *
nida_indicator_name (const NidaIndicator *self,
                     NidaMoney            level)
{
  const NidaIndicatorLevel *entry = &g_array_index (self->levels, NidaIndicatorLevel,
                                                    nida_indicator_rank (self, level));
  g_autofree char *ascii = NULL;

  if (entry->name != NULL)
    return g_strdup (entry->name);
  ascii = nida_money_to_string (level);
  return nida_language_digits (self->language, ascii);
}
