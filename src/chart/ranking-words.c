/* The message, subtitle, note and description of a ranking. */
#include "config.h"

#include "ranking.h"

#include "query-words.h"
#include "translate.h"

#define HALF       500000
#define SMALL_SHARE 10000     /* millionths: what names no one may join the others below this */

static const char *
title_few_donors (guint k)
{
  switch (k)
    {
    case 2: return _("Two donors gave %s of what was received");
    case 3: return _("Three donors gave %s of what was received");
    case 4: return _("Four donors gave %s of what was received");
    default: return _("Five donors gave %s of what was received");
    }
}

static const char *
title_few_others (guint k)
{
  switch (k)
    {
    case 2: return _("The two largest make up %s of the total");
    case 3: return _("The three largest make up %s of the total");
    case 4: return _("The four largest make up %s of the total");
    default: return _("The five largest make up %s of the total");
    }
}

/* The fewest names, up to five, that hold half of it all. */
static guint
few (GPtrArray *groups)
{
  guint named = nida_groups_count (groups, NIDA_GROUP_NAMED), most = MIN (5, named > 2 ? named - 1 : named);

  for (guint k = 1; k < most; k++)
    if (nida_money_share (nida_groups_sum_first (groups, k), nida_groups_total (groups)) >= HALF)
      return k;
  return most;
}

static char *
title_plain (NidaRanking *self)
{
  return g_strdup_printf (_("%1$s %2$s"), nida_words_measure (self->measure), nida_noun_by (self->noun, self->field));
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

static char *
title_few (NidaRanking *self,
           guint        k)
{
  gboolean donors = self->noun == NIDA_NOUN_DONOR && self->measure == NIDA_MEASURE_RECEIVED;
  gint64 share = nida_money_share (nida_groups_sum_first (self->all, k), nida_groups_total (self->all));
  g_autofree char *percent = nida_describe_percent (self->recipe, share);

  if (k > 1)
    return g_strdup_printf (donors ? title_few_donors (k) : title_few_others (k), percent);
  return g_strdup_printf (donors ? _("%1$s gave %2$s of what was received") : _("%1$s makes up %2$s of the total"),
                          nida_group_get_label (g_ptr_array_index (self->all, 0)), percent);
}

#pragma GCC diagnostic pop

static gboolean
has_message (NidaRanking *self)
{
  return self->additive && nida_groups_total (self->all) > 0 && nida_groups_count (self->all, NIDA_GROUP_NAMED) > 1
         && !nida_groups_any_negative (self->all);
}

/* A long name gives way to "the two largest", and that to a plain title. */
char *
nida_ranking_title (NidaRanking *self)
{
  g_autofree char *message = NULL, *shorter = NULL, *plain = title_plain (self);
  gboolean tied;
  guint k;

  if (self->recipe->spec->title != NULL)
    return g_strdup (self->recipe->spec->title);
  if (!has_message (self))
    return g_steal_pointer (&plain);
  k = few (self->all);
  /* the two largest of three that are equal are none */
  tied = k < nida_groups_count (self->all, NIDA_GROUP_NAMED)
         && ((NidaGroup *) g_ptr_array_index (self->all, k - 1))->value == ((NidaGroup *) g_ptr_array_index (self->all, k))->value;
  message = nida_describe_chosen (self->recipe, self->all, self->chosen,
                                  self->noun == NIDA_NOUN_DONOR && self->measure == NIDA_MEASURE_RECEIVED);
  if (message != NULL)
    return g_strdup (nida_describe_choose_title (self->recipe, (const char *[]) { message, plain, NULL }));
  if (tied)
    return g_steal_pointer (&plain);
  message = title_few (self, k);
  shorter = title_few (self, MAX (k, 2));
  return g_strdup (nida_describe_choose_title (self->recipe, (const char *[]) { message, shorter, plain, NULL }));
}

char *
nida_ranking_subtitle (NidaRanking *self)
{
  NidaRecipe *recipe = self->recipe;
  g_autofree char *count =
      nida_noun_count (recipe->context->language, self->noun, nida_groups_count (self->all, NIDA_GROUP_NAMED));
  g_autofree char *total = nida_recipe_value (recipe, self->measure, nida_groups_total (self->all));
  /* Translators: a total and how many share it: "$9.24B, 201 donors" */
  g_autofree char *more = self->additive ? g_strdup_printf (_("%1$s, %2$s"), total, count) : g_strdup (count);

  /* A narrow column has no room for more, and its bars add up; where there is no figure, none is said: absent is not zero. */
  return nida_describe_subtitle (recipe, self->measure, self->noun, self->field,
                                 recipe->spec->names_above || self->all->len == 0 ? NULL : more);
}

char *
nida_ranking_describe (NidaRanking *self)
{
  GString *text = g_string_new (NULL);
  g_autofree char *plain = title_plain (self);
  g_autofree char *count = nida_noun_count (self->recipe->context->language, self->noun,
                                            nida_groups_count (self->all, NIDA_GROUP_NAMED));

  nida_describe_sentence (text, g_strdup_printf (_("Ranked bars, %1$s: %2$s."), plain, count));
  if (self->additive)
    nida_describe_groups (text, self->recipe, self->measure, self->all);
  if (self->pinned != NULL)
    {
      g_autofree char *rank = nida_language_integer (self->recipe->context->language, self->pinned->rank);
      g_autofree char *value = nida_recipe_value (self->recipe, self->measure, self->pinned->value);

      nida_describe_sentence (text,
                              g_strdup_printf (_ ("%1$s is number %2$s with %3$s."), nida_group_get_label (self->pinned), rank, value));
    }
  return g_string_free (text, FALSE);
}

static NidaMoney
unnamed_sum (GPtrArray *groups)
{
  NidaMoney sum = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      const NidaGroup *group = g_ptr_array_index (groups, i);

      if (group->role == NIDA_GROUP_SEVERAL || group->role == NIDA_GROUP_NOT_STATED)
        sum = nida_money_plus (sum, group->value);
    }
  return sum;
}

/* A little money that names no one needs no row of its own: the note says that it is among the others. */
gboolean
nida_ranking_joins_unnamed (NidaRanking *self)
{
  NidaMoney unnamed = unnamed_sum (self->all);

  return unnamed != 0 && nida_money_share (ABS (unnamed), nida_groups_total (self->all)) < SMALL_SHARE;
}

char *
nida_ranking_note (NidaRanking *self)
{
  g_autofree char *value = nida_recipe_value (self->recipe, self->measure, unnamed_sum (self->all));

  return nida_ranking_joins_unnamed (self) ? g_strdup_printf (_ ("Of this, %s names no one or several at once."), value)
                                           : NULL;
}
