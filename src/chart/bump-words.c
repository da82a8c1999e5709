/* Words of lines of ranks: who climbed, who is first, which names and periods are drawn. */
#include "config.h"

#include "bump.h"

#include "query-words.h"
#include "translate.h"

const char *
nida_bump_name (const NidaBump *self,
                guint           index)
{
  return nida_cross_row (self->cross, self->names[index])->label;
}

/* Who gained most places since the first of the periods; G_MAXUINT where nobody did. */
static guint
find_climber (const NidaBump *self)
{
  guint found = G_MAXUINT, most = 1;

  for (guint i = 0; i < self->n_names && self->n_periods > 1; i++)
    {
      guint from = self->standings[i][0].rank, to = self->standings[i][self->n_periods - 1].rank;

      if (from == 0 || to == 0 || from <= to + most)
        continue;
      found = i;
      most = from - to;
    }
  return found;
}

static char *
date_of (const NidaBump *self,
         guint           period)
{
  return nida_cross_date (self->cross, self->periods[period]);
}

static char *
climber_words (const NidaBump *self)
{
  guint climber = find_climber (self);
  NidaLanguage *language = self->recipe->context->language;
  g_autofree char *from = NULL, *to = NULL, *first = NULL, *last = NULL;

  if (climber == G_MAXUINT)
    return NULL;
  from = nida_language_integer (language, self->standings[climber][0].rank);
  to = nida_language_integer (language, self->standings[climber][self->n_periods - 1].rank);
  first = date_of (self, 0);
  last = date_of (self, self->n_periods - 1);
  /* Translators: name, rank and period at first and at last: "Japan rose from number 7 (2022) to number 3 (2026, to 17 Apr)" */
  return g_strdup_printf (_("%1$s rose from number %2$s (%3$s) to number %4$s (%5$s)"), nida_bump_name (self, climber), from, first, to, last);
}

/* The first of the drawn is number 1, alone. */
static gboolean
has_first (const NidaBump *self)
{
  return self->n_names > 1 && self->standings[0][self->n_periods - 1].rank == 1 && self->standings[1][self->n_periods - 1].rank > 1;
}

char *
nida_bump_title (const NidaBump *self)
{
  g_autofree char *plain = nida_cross_what (self->cross), *message = climber_words (self), *date = NULL;

  if (message == NULL && has_first (self))
    {
      date = date_of (self, self->n_periods - 1);
      message = self->cross->step == NIDA_STEP_DAY ? g_strdup_printf (_("%1$s is number 1 on %2$s"), nida_bump_name (self, 0), date)
                /* Translators: name, period: "United States is number 1 in 2026" */
                                                   : g_strdup_printf (_("%1$s is number 1 in %2$s"), nida_bump_name (self, 0), date);
    }
  return nida_describe_title (self->recipe, message, plain);
}

char *
nida_bump_subtitle (const NidaBump *self,
                    guint           all)
{
  NidaLanguage *language = self->recipe->context->language;
  g_autofree char *count = nida_noun_count (language, self->cross->row_noun, all), *n = nida_language_integer (language, self->n_names);
  g_autofree char *names = all > self->n_names ? g_strdup_printf (_("the %1$s largest of %2$s"), n, count) : g_strdup (count);
  g_autofree char *more = NULL, *date = NULL;

  if (self->n_periods == 0)
    return nida_cross_subtitle (self->cross, NULL);
  date = date_of (self, self->n_periods - 1);
  /* Translators: whose ranks are shown and when they were the largest: "ranks among all, of the 12 largest of 194 donors in 2026" */
  more = g_strdup_printf (_("ranks among all, of %1$s in %2$s"), names, date);
  return nida_cross_subtitle (self->cross, more);
}

/* Periods without room, or in which few of the names had a figure; NULL where all are drawn. */
char *
nida_bump_note (const NidaBump *self)
{
  g_autofree char *date = NULL;

  if (self->n_periods < 2 || self->periods[0] == 0)
    return NULL;
  date = date_of (self, 0);
  /* Translators: %s is the first period that is drawn: "Not drawn: what came before 2022. The table has it." */
  return g_strdup_printf (_("Not drawn: what came before %s. The table has it."), date);
}

char *
nida_bump_describe (const NidaBump *self,
                    guint           all)
{
  GString *text = g_string_new (NULL);
  g_autofree char *what = nida_cross_what (self->cross);
  g_autofree char *count = nida_noun_count (self->recipe->context->language, self->cross->row_noun, all);
  g_autofree char *total = nida_recipe_value (self->recipe, self->cross->measure, nida_cross_total (self->cross));
  char *climber = climber_words (self);

  nida_describe_sentence (text, g_strdup_printf (_("Lines of ranks, %1$s: %2$s."), what, count));
  if (has_first (self))
    {
      g_autofree char *value = nida_recipe_value (self->recipe, self->cross->measure, nida_bump_value (self, self->names[0], self->n_periods - 1));
      g_autofree char *date = date_of (self, self->n_periods - 1);

      nida_describe_sentence (text, g_strdup_printf (_("Number 1 in %1$s: %2$s, %3$s."), date, nida_bump_name (self, 0), value));
    }
  if (climber != NULL)
    nida_describe_sentence (text, g_strdup_printf (_("%s."), climber));
  g_free (climber);
  nida_describe_total (text, total);
  return g_string_free (text, FALSE);
}
