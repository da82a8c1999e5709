/* The figures of a waterfall. Requirement and gap are those of the coverage question, so that they are what "query
 * --measure gap" answers; what was received between them is divided into paid and committed plan by plan, by asking
 * the same question of some kinds of rows only. A plan whose funding is a stated total cannot be divided. */
#include "config.h"

#include "waterfall.h"

#include "query-words.h"
#include "translate.h"

#include <string.h>

/* The answers, in order. */
enum { BY_APPEAL, OF_ALL, OF_FLOWS, OF_PAID };

/* Only rows of @kinds, and of those that the person asks for. */
static void
keep_kinds (NidaQuery          *query,
            const char * const *kinds)
{
  g_auto (GStrv) asked = NULL;

  for (guint i = 0; i < nida_query_get_n_filters (query); i++)
    {
      const char * const *values;

      if (nida_query_get_filter (query, i, &values) == NIDA_FIELD_KIND)
        asked = g_strdupv ((char **) values);
    }
  if (asked != NULL)
    nida_query_clear_filter (query, NIDA_FIELD_KIND);
  for (guint i = 0; kinds[i] != NULL; i++)
    if (asked == NULL || g_strv_contains ((const char * const *) asked, kinds[i]))
      nida_query_add_filter (query, NIDA_FIELD_KIND, kinds[i]);
}

/* A group is one plan: an appeal with its years. Small charts of a year or an appeal each ask for that themselves. */
static void
add_question_by_plan (const NidaChartSpec *spec,
                      GPtrArray           *queries,
                      const char * const  *kinds)
{
  NidaQuery *query = nida_query_copy (spec->query);

  query->n_by = 0;
  if (spec->panels != NIDA_FIELD_APPEAL)
    query->by[query->n_by++] = (NidaGroupBy) { NIDA_FIELD_APPEAL, NIDA_STEP_NONE };
  if (spec->panels != NIDA_FIELD_DATE)
    query->by[query->n_by++] = (NidaGroupBy) { NIDA_FIELD_DATE, NIDA_STEP_YEAR };
  query->measures = 1u << NIDA_MEASURE_REQUIREMENT | 1u << NIDA_MEASURE_GAP;
  if (query->rule == NIDA_RULE_AUTO)
    query->rule = NIDA_RULE_BOUNDARY;
  if (kinds != NULL)
    keep_kinds (query, kinds);
  g_ptr_array_add (queries, query);
}

void
nida_waterfall_queries (const NidaChartSpec *spec,
                        GPtrArray           *queries)
{
  static const char * const flows[] = { "requirement", "paid", "commitment", NULL };
  static const char * const paid[] = { "requirement", "paid", NULL };
  NidaQuery *query = nida_query_copy (spec->query);

  query->by[0] = (NidaGroupBy) { NIDA_FIELD_APPEAL, NIDA_STEP_NONE };
  query->n_by = spec->panels == NIDA_FIELD_APPEAL ? 0 : 1;
  query->measures = 1u << NIDA_MEASURE_REQUIREMENT | 1u << NIDA_MEASURE_PLEDGED | 1u << NIDA_MEASURE_GAP
                    | 1u << NIDA_MEASURE_COVERAGE;
  query->fact_kinds |= NIDA_KIND_BIT (NIDA_KIND_STATED);
  if (query->rule == NIDA_RULE_AUTO)
    query->rule = NIDA_RULE_BOUNDARY;
  g_ptr_array_add (queries, query);
  add_question_by_plan (spec, queries, NULL);
  add_question_by_plan (spec, queries, flows);
  add_question_by_plan (spec, queries, paid);
}

/* What was set against the requirement; NONE where the answer knows of no funding. */
static NidaMoney
funding_of (const NidaCubeCell *cell)
{
  NidaMoney funding;

  if (cell == NULL || cell->values[NIDA_MEASURE_REQUIREMENT] <= 0 || cell->values[NIDA_MEASURE_GAP] == NIDA_MONEY_NONE
      || !nida_money_subtract (cell->values[NIDA_MEASURE_REQUIREMENT], cell->values[NIDA_MEASURE_GAP], &funding))
    return NIDA_MONEY_NONE;
  return funding;
}

/* Items of two answers are not numbered alike. Without years each is one plan of the year that the chart is of, and without
 * appeals one of the appeal. */
static GHashTable *
fundings_by_plan (NidaCube *cube)
{
  GHashTable *fundings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; cube != NULL && i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);
      NidaMoney funding = funding_of (cell);
      const char *year = nida_cube_get_query (cube)->n_by > 1 ? nida_cube_get_item (cube, 1, cell->item[1])->name : "";

      if (funding != NIDA_MONEY_NONE)
        g_hash_table_insert (fundings, g_strconcat (nida_cube_get_item (cube, 0, cell->item[0])->name, "\x1f", year, NULL),
                             g_memdup2 (&funding, sizeof funding));
    }
  return fundings;
}

static NidaMoney
funding_at (GHashTable *fundings,
            const char *plan)
{
  const NidaMoney *funding = g_hash_table_lookup (fundings, plan);

  return funding != NULL ? *funding : 0;
}

/* Figures that were converted are rounded, each by itself. */
static gboolean
is_about (NidaMoney a,
          NidaMoney b,
          NidaMoney apart)
{
  NidaMoney difference;

  return nida_money_subtract (a, b, &difference) && ABS (difference) <= apart;
}

static void
divide_funding (NidaWaterfall *self,
                NidaMoney      funding)
{
  g_autoptr (GHashTable) all = fundings_by_plan (nida_recipe_cube (self->recipe, OF_ALL));
  g_autoptr (GHashTable) flows = fundings_by_plan (nida_recipe_cube (self->recipe, OF_FLOWS));
  g_autoptr (GHashTable) paid = fundings_by_plan (nida_recipe_cube (self->recipe, OF_PAID));
  const NidaMoney rounding = g_hash_table_size (all);
  GHashTableIter iter;
  gpointer plan, value;

  g_hash_table_iter_init (&iter, all);
  while (g_hash_table_iter_next (&iter, &plan, &value))
    if (is_about (*(NidaMoney *) value, funding_at (flows, plan), 2))
      self->paid = nida_money_plus (self->paid, funding_at (paid, plan));
    else
      self->stated = nida_money_plus (self->stated, *(NidaMoney *) value);
  if (!nida_money_subtract (funding, nida_money_plus (self->paid, self->stated), &self->committed))
    self->committed = 0;
  if (ABS (self->committed) > rounding)
    return;
  if (self->stated != 0)
    self->stated = nida_money_plus (self->stated, self->committed);
  else
    self->paid = nida_money_plus (self->paid, self->committed);
  self->committed = 0;
}

static void
read_appeals (NidaWaterfall *self,
              NidaCube      *cube)
{
  if (nida_cube_get_query (cube)->n_by == 0)        /* a small chart is of one appeal */
    {
      self->appeals = 1;
      self->pledged = MAX (nida_cube_get_total (cube)->values[NIDA_MEASURE_PLEDGED], 0);
      return;
    }
  for (guint i = 0; i < nida_cube_get_n_cells (cube); i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);

      if (cell->values[NIDA_MEASURE_REQUIREMENT] <= 0)
        continue;
      self->appeal = self->appeals++ == 0 ? nida_cube_get_item (cube, 0, cell->item[0]) : NULL;
      self->pledged = nida_money_plus (self->pledged, MAX (cell->values[NIDA_MEASURE_PLEDGED], 0));
    }
  if (self->appeal != NULL && self->appeal->not_stated)
    self->appeal = NULL;
}

/* --- the steps --- */

static void
add_step (NidaWaterfall    *self,
          NidaWaterfallKind kind,
          NidaMoney         value,
          NidaMoney         from,
          NidaMoney         to)
{
  self->steps[self->n_steps++] = (NidaWaterfallStep) { kind, value, from, to };
}

/* Returns: the level that is left below a step down by @value. */
static NidaMoney
step_down (NidaWaterfall    *self,
           NidaWaterfallKind kind,
           NidaMoney         value,
           NidaMoney         level)
{
  NidaMoney below;

  if (value == 0 || !nida_money_subtract (level, value, &below))
    return level;
  add_step (self, kind, value, level, below);
  return below;
}

/* The gap is what was not received; pledges stand before it as the part of it that is promised. */
static void
make_steps (NidaWaterfall *self)
{
  NidaMoney level = self->requirement;

  add_step (self, NIDA_STEP_OF_REQUIREMENT, self->requirement, 0, self->requirement);
  if (!self->known)
    add_step (self, NIDA_STEP_OF_UNKNOWN, NIDA_MONEY_NONE, 0, self->requirement);
  level = step_down (self, NIDA_STEP_OF_PAID, self->paid, level);
  level = step_down (self, NIDA_STEP_OF_COMMITTED, self->committed, level);
  level = step_down (self, NIDA_STEP_OF_STATED, self->stated, level);
  step_down (self, NIDA_STEP_OF_PLEDGED, self->pledged, level);
  if (self->known)
    add_step (self, NIDA_STEP_OF_GAP, self->gap, 0, self->gap);
}

void
nida_waterfall_read (NidaWaterfall *self,
                     NidaRecipe    *recipe)
{
  NidaCube *cube = nida_recipe_cube (recipe, BY_APPEAL);
  const NidaCubeCell *total = nida_cube_get_total (cube);
  NidaMoney funding;

  *self = (NidaWaterfall) { .recipe = recipe, .gap = NIDA_MONEY_NONE };
  self->requirement = MAX (total->values[NIDA_MEASURE_REQUIREMENT], 0);
  funding = funding_of (total);
  self->known = funding != NIDA_MONEY_NONE;
  read_appeals (self, cube);
  if (self->requirement == 0)
    return;
  if (self->known)
    {
      self->gap = total->values[NIDA_MEASURE_GAP];
      divide_funding (self, funding);
    }
  make_steps (self);
}

/* --- words --- */

const char *
nida_waterfall_step_name (const NidaWaterfall     *self,
                          const NidaWaterfallStep *step)
{
  switch (step->kind)
    {
    case NIDA_STEP_OF_REQUIREMENT: return nida_words_measure (NIDA_MEASURE_REQUIREMENT);
    case NIDA_STEP_OF_PAID: return nida_words_measure (NIDA_MEASURE_PAID);
    case NIDA_STEP_OF_COMMITTED:
      /* Translators: money under a signed commitment that is not paid yet; a step between requirement and gap */
      return self->paid != 0 ? _("Committed, not yet paid") : nida_words_measure (NIDA_MEASURE_COMMITTED);
    case NIDA_STEP_OF_STATED:
      /* Translators: received money of which a source tells only the total of a plan, not what of it is paid */
      return self->paid != 0 || self->committed != 0 ? _("Received, stated as a total") : nida_words_measure (NIDA_MEASURE_RECEIVED);
    case NIDA_STEP_OF_UNKNOWN: return nida_words_measure (NIDA_MEASURE_RECEIVED);
    case NIDA_STEP_OF_PLEDGED: return nida_words_measure (NIDA_MEASURE_PLEDGED);
    case NIDA_STEP_OF_GAP:
    default:
      return self->gap < 0 ? _("Above the requirement") : nida_words_measure (NIDA_MEASURE_GAP);
    }
}

const char *
nida_waterfall_step_rows (NidaWaterfallKind kind)
{
  static const char * const rows[NIDA_N_WATERFALL_STEPS] = { "requirement", "paid", "commitment", "reported", NULL, "pledge", NULL };

  return rows[kind];
}

char *
nida_waterfall_share (const NidaWaterfall     *self,
                      const NidaWaterfallStep *step)
{
  if (step->kind == NIDA_STEP_OF_REQUIREMENT || step->value == NIDA_MONEY_NONE || step->value < 0)
    return NULL;
  return nida_describe_percent (self->recipe, nida_money_share (step->value, self->requirement));
}

static char *
money (const NidaWaterfall *self,
       NidaMoney            value)
{
  return nida_recipe_value (self->recipe, NIDA_MEASURE_REQUIREMENT, value);
}

char *
nida_waterfall_title (const NidaWaterfall *self)
{
  NidaLanguage *language = self->recipe->context->language;
  g_autofree char *requirement = money (self, self->requirement), *gap = NULL, *name = NULL, *one = NULL, *all = NULL;

  if (self->recipe->spec->title != NULL)
    return g_strdup (self->recipe->spec->title);
  if (self->n_steps == 0)
    return g_strdup (_("From requirement to gap"));
  if (!self->known)
    /* Translators: title where no source tells what was received: "$4B is required" */
    return g_strdup_printf (_("%s is required"), requirement);
  if (self->gap <= 0)
    {
      NidaMoney over = -self->gap;

      gap = money (self, over);
      return over == 0 ? g_strdup (_("All that was required was received"))
                       : g_strdup_printf (_("%s more than required was received"), gap);
    }
  gap = money (self, self->gap);
  /* Translators: a gap and the requirement: "$2.3B of $4B is missing" */
  all = g_strdup_printf (_("%1$s of %2$s is missing"), gap, requirement);
  if (self->appeal == NULL)
    return g_steal_pointer (&all);
  name = nida_language_name (language, self->appeal->name, self->appeal->arabic);
  /* Translators: an appeal (نداء), its gap, its requirement: "Sudan 2026 lacks $2.3B of $4B" */
  one = g_strdup_printf (_("%1$s lacks %2$s of %3$s"), name, gap, requirement);
  return g_strdup (nida_describe_choose_title (self->recipe, (const char *[]) { one, all, NULL }));
}

char *
nida_waterfall_subtitle (const NidaWaterfall *self)
{
  g_autofree char *count = nida_noun_count (self->recipe->context->language, NIDA_NOUN_APPEAL, self->appeals);
  g_autofree char *unit = nida_describe_unit (self->recipe, NIDA_MEASURE_REQUIREMENT);

  return nida_describe_subtitle_of (self->recipe, _("From requirement to gap"), unit, self->appeals > 0 ? count : NULL);
}

char *
nida_waterfall_describe (const NidaWaterfall *self)
{
  GString *text = g_string_new (NULL);
  g_autofree char *count = nida_noun_count (self->recipe->context->language, NIDA_NOUN_APPEAL, self->appeals);

  /* Translators: description of a waterfall chart; %s: "31 appeals" */
  nida_describe_sentence (text, g_strdup_printf (_("Steps from requirement to gap: %s."), count));
  for (guint i = 0; i < self->n_steps; i++)
    {
      const NidaWaterfallStep *step = &self->steps[i];
      NidaMoney size = step->kind == NIDA_STEP_OF_GAP ? ABS (step->value) : step->value;
      g_autofree char *value = money (self, size), *share = nida_waterfall_share (self, step);
      g_autofree char *figures = share != NULL ? g_strdup_printf (_("%1$s · %2$s"), value, share) : g_strdup (value);

      if (step->kind == NIDA_STEP_OF_UNKNOWN)
        nida_describe_sentence (text, g_strdup_printf (_("%s."), _("Received is not in the sources")));
      else
        nida_describe_sentence (text, g_strdup_printf (_("%1$s: %2$s."), nida_waterfall_step_name (self, step), figures));
    }
  return g_string_free (text, FALSE);
}
