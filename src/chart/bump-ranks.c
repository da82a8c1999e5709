/* Ranks of lines of ranks: among all names of each period, drawn or not, for those that are the largest in the newest one. */
#include "config.h"

#include "bump.h"

#include <string.h>

#define ROW_MIN      18.0
#define AXIS_ROOM    45.0

static void
find_periods (NidaBump *self)
{
  guint n = self->cross->columns->len, width = (guint) (self->recipe->context->width / nida_recipe_px (self->recipe, NIDA_BUMP_PERIOD_WIDTH) / 2);
  guint most = CLAMP (width, 2, NIDA_BUMP_MOST_PERIODS), first = n;

  for (guint i = n; i-- > 0 && self->n_periods < most;)
    if (nida_cross_column (self->cross, i)->role == NIDA_GROUP_NAMED)
      {
        first = i;
        self->n_periods++;
      }
  for (guint i = 0; i < self->n_periods; i++)
    {
      self->periods[i] = first + i;            /* periods stand side by side */
      self->dates[i] = nida_cross_column (self->cross, first + i)->period;
    }
}

NidaMoney
nida_bump_value (const NidaBump *self,
                 guint           row,
                 guint           period)
{
  return nida_cross_value (self->cross, row, self->periods[period]);
}

typedef struct { NidaMoney value; guint index; } Entry;

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *first = a, *second = b;

  if (first->value != second->value)
    return first->value > second->value ? -1 : 1;
  return first->index < second->index ? -1 : first->index > second->index;
}

static guint
most_names (NidaRecipe *recipe)
{
  double room = nida_recipe_foresee (recipe) - nida_recipe_px (recipe, AXIS_ROOM);
  guint names = CLAMP ((guint) (MAX (room, 0) / nida_recipe_px (recipe, ROW_MIN)), 1, NIDA_BUMP_MOST_NAMES);

  return recipe->spec->top > 0 ? MIN (names, recipe->spec->top) : names;
}

/* All names with a figure in the newest period, the largest first; of coverage those of the largest requirement, since
 * the highest is often that of a tiny appeal. */
static GArray *
newest_names (const NidaBump *self)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; i < self->cross->rows->len && self->n_periods > 0; i++)
    {
      Entry entry = { nida_bump_value (self, i, self->n_periods - 1), i };

      if (nida_cross_row (self->cross, i)->role == NIDA_GROUP_NAMED && entry.value != NIDA_MONEY_NONE)
        g_array_append_val (entries, entry);
    }
  if (self->cross->additive)
    g_array_sort (entries, compare_entries);
  return entries;
}

/* Of periods in which few of the names had a figure yet, nothing can be ranked: the first that is shown has half of them. */
static void
drop_sparse_periods (NidaBump *self)
{
  guint drop = 0;

  for (; drop + 2 < self->n_periods; drop++)
    {
      guint n = 0;

      for (guint i = 0; i < self->n_names; i++)
        n += nida_bump_value (self, self->names[i], drop) != NIDA_MONEY_NONE;
      if (2 * n >= self->n_names)
        break;
    }
  self->n_periods -= drop;
  memmove (self->periods, self->periods + drop, self->n_periods * sizeof *self->periods);
  memmove (self->dates, self->dates + drop, self->n_periods * sizeof *self->dates);
}

/* A rank is one among all names, drawn or not: so it does not change with the size of the chart. */
static void
rank_period (NidaBump *self,
             guint     period)
{
  Entry entries[NIDA_BUMP_MOST_NAMES];
  guint n = 0;

  for (guint i = 0; i < self->n_names; i++)
    if (nida_bump_value (self, self->names[i], period) != NIDA_MONEY_NONE)
      {
        entries[n++] = (Entry) { nida_bump_value (self, self->names[i], period), i };
        self->standings[i][period].rank = 1;
      }
  qsort (entries, n, sizeof *entries, compare_entries);
  for (guint i = 0; i < n; i++)
    self->standings[entries[i].index][period].place = i;
  for (guint row = 0; row < self->cross->rows->len; row++)
    {
      NidaMoney value = nida_bump_value (self, row, period);

      if (nida_cross_row (self->cross, row)->role != NIDA_GROUP_NAMED || value == NIDA_MONEY_NONE)
        continue;
      self->n_ranked[period]++;
      for (guint i = 0; i < n; i++)
        self->standings[entries[i].index][period].rank += value > entries[i].value;
    }
}

/* Returns how many names the newest period has. */
guint
nida_bump_read_ranks (NidaBump *self)
{
  g_autoptr (GArray) entries = NULL;
  guint all;

  find_periods (self);
  entries = newest_names (self);
  all = entries->len;
  self->n_names = MIN (all, most_names (self->recipe));
  g_array_set_size (entries, self->n_names);
  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < self->n_names; i++)
    self->names[i] = g_array_index (entries, Entry, i).index;
  drop_sparse_periods (self);
  for (guint i = 0; i < self->n_periods; i++)
    rank_period (self, i);
  return all;
}
