/* Two dates of each name: which dates, which names, who rose and who fell. What is absent at one of them is not taken for
 * zero: it has no change. */
#include "config.h"

#include "pairs.h"

#include "no-figure.h"
#include "query-words.h"
#include "translate.h"

/* --- dates --- */

static gboolean
is_period (const NidaCross *cross,
           guint            column)
{
  if (nida_cross_column (cross, column)->role != NIDA_GROUP_NAMED)
    return FALSE;
  for (guint i = 0; i < cross->rows->len; i++)
    if (nida_cross_row (cross, i)->role == NIDA_GROUP_NAMED && nida_cross_value (cross, i, column) != NIDA_MONEY_NONE)
      return TRUE;
  return FALSE;
}

static gboolean
asks_for_dates (NidaQuery *query)
{
  const char * const *values;

  for (guint i = 0; i < nida_query_get_n_filters (query); i++)
    if (nida_query_get_filter (query, i, &values) == NIDA_FIELD_DATE)
      return TRUE;
  return query->from.precision != NIDA_PRECISION_NONE || query->to.precision != NIDA_PRECISION_NONE;
}

/* How many dates there are, and the two, without those of @but, where that is one. */
static guint
choose_dates (NidaPairs *self,
              gboolean   whole,
              guint      but)
{
  guint n = 0;

  for (guint i = self->cross->columns->len; i-- > 0;)
    {
      if (i == but || !is_period (self->cross, i))
        continue;
      if (n++ == 0)
        self->second = i;
      else if (whole || n == 2)
        self->first = i;
    }
  return n;
}

/* Half a month beside a whole one would look like a fall: where nobody asked for it, the last two that are whole are compared. */
static void
find_dates (NidaPairs *self)
{
  gboolean whole = asks_for_dates (nida_cube_get_query (nida_recipe_cube (self->cross->recipe, 0)));
  guint n = choose_dates (self, whole, G_MAXUINT);

  self->left_out = G_MAXUINT;
  if (n > 2 && !whole && nida_cross_is_partial (self->cross, self->second))
    {
      self->left_out = self->second;
      n = choose_dates (self, whole, self->left_out);
    }
  self->comparable = n >= 2;
  for (guint i = 0; i < 2 && self->comparable; i++)
    self->dates[i] = nida_cross_date (self->cross, i == 0 ? self->first : self->second);
}

/* --- names --- */

static NidaMoney
size_of (const NidaPair *pair)
{
  NidaMoney from = pair->from == NIDA_MONEY_NONE ? 0 : ABS (pair->from), to = pair->to == NIDA_MONEY_NONE ? 0 : ABS (pair->to);

  return MAX (from, to);
}

static int
compare_sizes (gconstpointer a,
               gconstpointer b)
{
  const NidaPair *first = a, *second = b;

  if (size_of (first) != size_of (second))
    return size_of (first) > size_of (second) ? -1 : 1;
  return first->row < second->row ? -1 : first->row > second->row;
}

static int
compare_changes (gconstpointer a,
                 gconstpointer b)
{
  const NidaPair *first = a, *second = b;
  gboolean none = first->change == NIDA_MONEY_NONE, other_none = second->change == NIDA_MONEY_NONE;

  if (none != other_none)
    return none ? 1 : -1;
  if (!none && first->change != second->change)
    return first->change > second->change ? -1 : 1;
  return compare_sizes (a, b);
}

static void
read_pairs (NidaPairs *self)
{
  for (guint i = 0; i < self->cross->rows->len && self->comparable; i++)
    {
      NidaPair pair = { i, nida_cross_value (self->cross, i, self->first), nida_cross_value (self->cross, i, self->second),
                        NIDA_MONEY_NONE };

      if (nida_cross_row (self->cross, i)->role != NIDA_GROUP_NAMED
          || (pair.from == NIDA_MONEY_NONE && pair.to == NIDA_MONEY_NONE))
        continue;
      if (pair.from != NIDA_MONEY_NONE && pair.to != NIDA_MONEY_NONE
          && !nida_money_subtract (pair.to, pair.from, &pair.change))
        pair.change = NIDA_MONEY_NONE;
      g_array_append_val (self->pairs, pair);
    }
  /* coverage keeps the order of the requirements: the highest is often that of a tiny appeal */
  if (self->cross->additive)
    g_array_sort (self->pairs, compare_sizes);
}

/**
 * nida_pairs_new:
 * @recipe: a recipe whose first cube answers nida_cross_time_queries()
 *
 * Returns: (transfer full): all names that have a figure at one of the two dates
 */
NidaPairs *
nida_pairs_new (NidaRecipe *recipe)
{
  NidaPairs *self = g_new0 (NidaPairs, 1);

  self->cross = nida_cross_new (recipe);
  self->pairs = g_array_new (FALSE, FALSE, sizeof (NidaPair));
  find_dates (self);
  read_pairs (self);
  return self;
}

void
nida_pairs_free (NidaPairs *self)
{
  g_array_unref (self->pairs);
  g_free (self->dates[0]);
  g_free (self->dates[1]);
  nida_cross_free (self->cross);
  g_free (self);
}

const NidaPair *
nida_pairs_get (const NidaPairs *self,
                guint            index)
{
  return &g_array_index (self->pairs, NidaPair, index);
}

void
nida_pairs_keep (NidaPairs *self,
                 guint      keep,
                 gboolean   by_change)
{
  g_array_set_size (self->pairs, MIN (keep, self->pairs->len));
  if (by_change)
    g_array_sort (self->pairs, compare_changes);
}

/* --- words --- */

const char *
nida_pairs_date (const NidaPairs *self,
                 gboolean         second)
{
  return self->dates[second ? 1 : 0];
}

const char *
nida_pairs_refusal (const NidaPairs *self)
{
  if (self->cross->rows->len == 0)
    return nida_no_figure_reason (self->cross->recipe);
  return self->comparable ? NULL : _("Two dates are needed to compare; this selection holds figures of fewer. The table shows all there are.");
}

/* A whole period and the beginning of one say nothing of a rise or a fall. */
static gboolean
are_alike (const NidaPairs *self)
{
  return self->comparable && !nida_cross_is_partial (self->cross, self->second);
}

char *
nida_pairs_note (const NidaPairs *self)
{
  g_autofree char *date = NULL;

  if (self->left_out == G_MAXUINT)
    return NULL;
  date = nida_cross_date (self->cross, self->left_out);
  /* Translators: %s is a period of which the data hold only the beginning: "Not compared: 2026, to 17 Apr." */
  return g_strdup_printf (_("Not compared: %s."), date);
}

/* The pair that changed most, up or down; NULL where none did, or where several changed as much. */
static const NidaPair *
find_change (const NidaPairs *self,
             gboolean         up)
{
  const NidaPair *found = NULL;
  gboolean tied = FALSE;

  for (guint i = 0; i < self->pairs->len && are_alike (self); i++)
    {
      const NidaPair *pair = nida_pairs_get (self, i);

      if (pair->change == NIDA_MONEY_NONE || (up ? pair->change <= 0 : pair->change >= 0))
        continue;
      tied = found != NULL && (tied ? ABS (pair->change) <= ABS (found->change) : pair->change == found->change);
      if (found == NULL || ABS (pair->change) > ABS (found->change))
        found = pair;
    }
  return tied ? NULL : found;
}

static char *
change_words (const NidaPairs *self,
              const NidaPair  *pair)
{
  const char *name = nida_cross_row (self->cross, pair->row)->label;
  g_autofree char *from = nida_cross_amount (self->cross, pair->from), *to = nida_cross_amount (self->cross, pair->to);

  return pair->change > 0
             /* Translators: name, first and second figure: "Japan rose most: from $19.5M to $593M" */
             ? g_strdup_printf (_("%1$s rose most: from %2$s to %3$s"), name, from, to)
             : g_strdup_printf (_("%1$s fell most: from %2$s to %3$s"), name, from, to);
}

char *
nida_pairs_title (const NidaPairs *self)
{
  g_autofree char *plain = nida_cross_what (self->cross), *message = NULL;
  const NidaPair *up = find_change (self, TRUE), *down = find_change (self, FALSE), *most = up != NULL ? up : down;

  if (up != NULL && down != NULL && -down->change > up->change)
    most = down;
  if (most != NULL && self->cross->additive)
    message = change_words (self, most);
  return nida_describe_title (self->cross->recipe, message, plain);
}

char *
nida_pairs_subtitle (const NidaPairs *self,
                     guint            most)
{
  NidaLanguage *language = self->cross->recipe->context->language;
  g_autofree char *count = nida_noun_count (language, self->cross->row_noun, self->pairs->len);
  g_autofree char *n = nida_language_integer (language, most);
  g_autofree char *names = self->pairs->len > most ? g_strdup_printf (_("the %1$s largest of %2$s"), n, count) : g_strdup (count);
  g_autofree char *dates = NULL, *more = NULL;

  if (!self->comparable)
    return nida_cross_subtitle (self->cross, NULL);
  dates = nida_language_list (language, (const char *[]) { nida_pairs_date (self, FALSE), nida_pairs_date (self, TRUE), NULL });
  more = g_strdup_printf (_("%1$s, %2$s"), dates, names);
  return nida_cross_subtitle (self->cross, more);
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

char *
nida_pairs_describe (const NidaPairs *self,
                     const char      *sentence)
{
  GString *text = g_string_new (NULL);
  g_autofree char *what = nida_cross_what (self->cross);
  g_autofree char *count = nida_noun_count (self->cross->recipe->context->language, self->cross->row_noun, self->pairs->len);
  g_autofree char *total = nida_recipe_value (self->cross->recipe, self->cross->measure, nida_cross_total (self->cross));

  nida_describe_sentence (text, g_strdup_printf (sentence, what, nida_pairs_date (self, FALSE), nida_pairs_date (self, TRUE), count));
  for (int up = TRUE; up >= FALSE; up--)
    {
      const NidaPair *pair = find_change (self, up);
      g_autofree char *words = pair != NULL ? change_words (self, pair) : NULL;

      if (words != NULL)
        nida_describe_sentence (text, g_strdup_printf (_("%s."), words));
    }
  nida_describe_total (text, total);
  return g_string_free (text, FALSE);
}

#pragma GCC diagnostic pop

NidaMark *
nida_pairs_mark (const NidaPairs *self,
                 guint            index,
                 gboolean         second)
{
  const NidaPair *pair = nida_pairs_get (self, index);
  NidaMark *mark = nida_cross_mark (self->cross, pair->row, second ? self->second : self->first);
  g_autoptr (GString) change = g_string_new (NULL);

  nida_describe_change (change, self->cross->recipe, self->cross->measure, nida_pairs_date (self, FALSE), pair->from,
                        nida_pairs_date (self, TRUE), pair->to);
  if (change->len > 0)
    nida_mark_add_line (mark, change->str);
  else if (pair->from == NIDA_MONEY_NONE || pair->to == NIDA_MONEY_NONE)
    {
      g_autofree char *line = nida_no_figure_of (nida_cross_is_unknown (self->cross, pair->row, second ? self->first : self->second),
                                                 nida_pairs_date (self, !second));

      nida_mark_add_line (mark, line);
    }
  return mark;
}
