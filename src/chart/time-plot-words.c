/* The message, note and description of lines over time. */
#include "config.h"

#include "time-plot.h"

#include "query-words.h"
#include "translate.h"

static const NidaCrossLine *
last_period (const NidaCross *cross,
             guint           *column)
{
  for (guint i = cross->columns->len; i-- > 0;)
    if (nida_cross_column (cross, i)->role == NIDA_GROUP_NAMED)
      {
        *column = i;
        return nida_cross_column (cross, i);
      }
  return NULL;
}

/* The name with the most in @column, or G_MAXUINT; two at the head are none. */
static guint
leader (const NidaCross *cross,
        guint            column)
{
  NidaMoney best = 0;
  guint found = G_MAXUINT;

  for (guint i = 0; i < cross->rows->len; i++)
    {
      NidaMoney value = nida_cross_value (cross, i, column);

      if (nida_cross_row (cross, i)->role != NIDA_GROUP_NAMED || value == NIDA_MONEY_NONE || value < best || value <= 0)
        continue;
      found = value == best ? G_MAXUINT : i;
      best = value;
    }
  return found;
}

static char *
leader_words (const NidaCross *cross)
{
  guint column = 0, row;
  const NidaCrossLine *period = last_period (cross, &column);
  g_autofree char *amount = NULL, *date = NULL;

  /* the highest coverage is often that of a tiny appeal, which is no message */
  if (period == NULL || nida_cross_n_names (cross) < 2 || !cross->additive)
    return NULL;
  row = leader (cross, column);
  if (row == G_MAXUINT)
    return NULL;
  amount = nida_cross_amount (cross, nida_cross_value (cross, row, column));
  date = nida_cross_date (cross, column);
  if (cross->step == NIDA_STEP_DAY)
    /* Translators: name, day, amount: "Japan is first on 17 Apr 2026: $39.8M" */
    return g_strdup_printf (_("%1$s is first on %2$s: %3$s"), nida_cross_row (cross, row)->label, date, amount);
  /* Translators: name, period, amount: "United States is first in 2026: $2.18B" */
  return g_strdup_printf (_("%1$s is first in %2$s: %3$s"), nida_cross_row (cross, row)->label, date, amount);
}

char *
nida_time_plot_title (const NidaCross *cross,
                      gboolean         shown)
{
  g_autofree char *plain = nida_cross_what (cross), *message = shown ? leader_words (cross) : NULL;

  return nida_describe_title (cross->recipe, message, plain);
}

char *
nida_time_plot_note (const NidaCross *cross)
{
  for (guint i = 0; i < cross->columns->len; i++)
    {
      const NidaCrossLine *column = nida_cross_column (cross, i);

      if (column->role == NIDA_GROUP_NOT_STATED)
        {
          g_autofree char *amount = nida_cross_amount (cross, column->weight);

          /* Translators: a note under a chart over time: "Not drawn: $12M without a single date." */
          return g_strdup_printf (_("Not drawn: %s without a single date."), amount);
        }
    }
  return NULL;
}

/* A column's sum over all rows; NONE where nothing is recorded. */
static NidaMoney
sum_of (const NidaCross *cross,
        guint            column)
{
  NidaMoney sum = NIDA_MONEY_NONE;

  for (guint i = 0; i < cross->rows->len; i++)
    sum = nida_money_plus (sum, nida_cross_value (cross, i, column));
  return sum;
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

char *
nida_time_plot_describe (const NidaCross *cross,
                         const char      *sentence)
{
  GString *text = g_string_new (NULL);
  g_autofree char *what = nida_cross_what (cross);
  g_autofree char *count = nida_noun_count (cross->recipe->context->language, cross->row_noun, nida_cross_n_names (cross));
  g_autofree char *total = nida_recipe_value (cross->recipe, cross->measure, nida_cross_total (cross));
  guint last = 0, first = 0;
  const NidaCrossLine *newest = last_period (cross, &last);
  char *words = leader_words (cross);

  nida_describe_sentence (text, g_strdup_printf (sentence, what, count));
  if (words != NULL)
    nida_describe_sentence (text, g_strdup_printf (_("%s."), words));
  g_free (words);
  while (newest != NULL && nida_cross_column (cross, first)->role != NIDA_GROUP_NAMED)
    first++;
  /* with a whole period another is compared, not the beginning of one */
  if (newest != NULL && first < last && nida_cross_is_partial (cross, last))
    last--;
  if (newest != NULL && cross->additive && first < last)
    nida_describe_change (text, cross->recipe, cross->measure, nida_cross_column_label (cross, first),
                          sum_of (cross, first), nida_cross_column_label (cross, last), sum_of (cross, last));
  nida_describe_total (text, total);
  return g_string_free (text, FALSE);
}

#pragma GCC diagnostic pop
