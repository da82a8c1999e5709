/* The sentences of an indicator: where it stands, how it came there, what is not known. */
#include "config.h"

#include "indicator-data.h"
#include "translate.h"

static char *
year_words (const NidaIndicator *data,
            int                  year)
{
  return nida_language_date (data->language, nida_date_new_year (year), NIDA_DATE_MEDIUM);
}

typedef enum { CHANGE_NONE, CHANGE_SAME, CHANGE_UP, CHANGE_DOWN, CHANGE_BACK } Change;

/* How the last level compares with the level before it; back: it stood there once and is better than just before. */
static Change
last_change (const NidaIndicator *data)
{
  NidaMoney last = nida_indicator_get_last (data)->amount;
  const NidaFact *before = NULL;
  gboolean was_there = FALSE;

  for (guint i = 0; i + 1 < data->years->len; i++)
    if (nida_indicator_get_year (data, i)->fact != NULL)
      {
        before = nida_indicator_get_year (data, i)->fact;
        was_there = was_there || before->amount == last;
      }
  if (before == NULL)
    return CHANGE_NONE;
  if (before->amount == last)
    return CHANGE_SAME;
  if (nida_indicator_rank (data, last) > nida_indicator_rank (data, before->amount))
    return CHANGE_DOWN;
  return was_there ? CHANGE_BACK : CHANGE_UP;
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

static const char *
change_format (Change   change,
               gboolean goal)
{
  switch (change)
    {
    case CHANGE_SAME:
      return goal ? _("Still %1$s in %2$s; the goal is %3$s") : _("Still %1$s in %2$s");
    case CHANGE_UP:
      return goal ? _("Up to %1$s in %2$s; the goal is %3$s") : _("Up to %1$s in %2$s");
    case CHANGE_DOWN:
      return goal ? _("Down to %1$s in %2$s; the goal is %3$s") : _("Down to %1$s in %2$s");
    case CHANGE_BACK:
      return goal ? _("Back on %1$s in %2$s; the goal is %3$s") : _("Back on %1$s in %2$s");
    case CHANGE_NONE:
    default:
      return goal ? _("%1$s in %2$s; the goal is %3$s") : _("%1$s in %2$s");
    }
}

static char *
change_words (const NidaIndicator *data)
{
  const NidaFact *last = nida_indicator_get_last (data);
  g_autofree char *level = nida_indicator_name (data, last->amount);
  g_autofree char *year = year_words (data, nida_date_year (last->period.start));
  g_autofree char *goal = data->goal != NULL ? nida_indicator_name (data, data->goal->amount) : NULL;

  if (goal != NULL && data->goal->amount == last->amount)
    return g_strdup_printf (_("The goal is reached: %1$s in %2$s"), level, year);
  return g_strdup_printf (change_format (last_change (data), goal != NULL), level, year, goal);
}

#pragma GCC diagnostic pop

char *
nida_indicator_title (NidaRecipe          *recipe,
                      const NidaIndicator *data)
{
  const NidaFact *last = nida_indicator_get_last (data);
  g_autofree char *words = NULL, *subject = NULL;

  if (recipe->spec->title != NULL)
    return g_strdup (recipe->spec->title);
  if (last == NULL)
    return g_strdup (_("Indicator"));
  words = change_words (data);
  if (last->donor == NULL)
    return g_steal_pointer (&words);
  subject = nida_language_name (data->language, last->donor, last->donor_ar);
  /* Translators: %1$s is a country or organisation, %2$s a sentence about its level: "Kuwait: Back on Tier 2 in 2025" */
  return g_strdup_printf (_("%1$s: %2$s"), subject, words);
}

char *
nida_indicator_subtitle (const NidaIndicator *data)
{
  g_autofree char *name = data->category != NULL ? nida_language_name (data->language, data->category,
                                                                       data->category_ar)
                                                 : g_strdup (_("Level"));

  if (data->any_implied)
    /* Translators: name of the indicator; the rest explains the hollow dots of the chart */
    return g_strdup_printf (_("%s by year; hollow: implied by a later report"), name);
  return g_strdup_printf (_("%s by year"), name);
}

static char *
others_sentence (const NidaIndicator *data)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  g_autofree char *list = NULL;

  for (guint i = 0; i < data->others->len; i++)
    {
      const NidaFact *fact = g_ptr_array_index (data->others, i);

      g_ptr_array_add (names, nida_language_name (data->language, fact->category, fact->category_ar));
    }
  list = nida_language_list (data->language, (const char * const *) names->pdata);
  return g_strdup_printf (_("Other indicators, not shown: %s."), list);
}

static char *
known_sentence (const NidaIndicator *data)
{
  g_autofree char *known = nida_language_integer (data->language, data->n_known);
  g_autofree char *all = nida_language_integer (data->language, data->years->len);

  /* xgettext:c-format */
  return g_strdup_printf (ngettext ("%1$s of %2$s year is in the sources.", "%1$s of %2$s years are in the sources.",
                                    data->years->len), known, all);
}

char *
nida_indicator_note (const NidaIndicator *data)
{
  g_autofree char *known = data->n_known < data->years->len ? known_sentence (data) : NULL;
  g_autofree char *others = data->others->len > 0 ? others_sentence (data) : NULL;

  if (known == NULL || others == NULL)
    return g_strdup (known != NULL ? known : others);
  return g_strdup_printf ("%s %s", known, others);
}

/* --- description ------------------------------------------------------------------------------------------------- */

/* The years from @first to before @end: one level, or none. */
static char *
run_sentence (const NidaIndicator *data,
              guint                first,
              guint                end)
{
  const NidaIndicatorYear *start = nida_indicator_get_year (data, first);
  g_autofree char *from = year_words (data, start->year);
  g_autofree char *to = year_words (data, nida_indicator_get_year (data, end - 1)->year);
  g_autofree char *level = start->fact != NULL ? nida_indicator_name (data, start->fact->amount)
                                               : g_strdup (_("not in the sources"));

  if (end - first == 1)
    return g_strdup_printf (_("%1$s: %2$s."), from, level);
  /* Translators: first and last year, level: "2016 to 2018: Tier 2 Watch List." */
  return g_strdup_printf (_("%1$s to %2$s: %3$s."), from, to, level);
}

static gboolean
same_level (const NidaIndicatorYear *a,
            const NidaIndicatorYear *b)
{
  if (a->fact == NULL || b->fact == NULL)
    return a->fact == b->fact;
  return a->fact->amount == b->fact->amount;
}

static void
append (GString *text,
        char    *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

/**
 * nida_indicator_description:
 *
 * Each run of years on one level, the years without a source, the goal and how the last level compares.
 */
char *
nida_indicator_description (const NidaIndicator *data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *subtitle = nida_indicator_subtitle (data);

  append (text, g_strdup_printf (_("%s."), subtitle));
  for (guint i = 0, end; i < data->years->len; i = end)
    {
      for (end = i + 1; end < data->years->len; end++)
        if (!same_level (nida_indicator_get_year (data, i), nida_indicator_get_year (data, end)))
          break;
      append (text, run_sentence (data, i, end));
    }
  if (nida_indicator_get_last (data) != NULL)
    {
      g_autofree char *change = change_words (data);

      append (text, g_strdup_printf (_("%s."), change));
    }
  if (data->others->len > 0)
    append (text, others_sentence (data));
  return g_strdup (text->str);
}

/* --- table ------------------------------------------------------------------------------------------------------- */

static void
year_row (NidaRecipe              *recipe,
          const NidaIndicator     *data,
          const NidaIndicatorYear *year)
{
  const NidaFact *fact = year->fact;
  g_autofree char *key = g_strdup_printf ("step/%d", year->year);
  g_autofree char *words = year_words (data, year->year);
  g_autofree char *level = fact != NULL ? nida_indicator_name (data, fact->amount) : g_strdup (_("not in the sources"));
  g_autofree char *said = fact != NULL && fact->said_by != NULL ? nida_language_isolate (data->language, fact->said_by) : g_strdup ("");
  g_autofree char *source = fact != NULL && fact->source != NULL ? nida_language_isolate (data->language, fact->source) : g_strdup ("");
  const char *basis = fact == NULL ? "" : fact->implied ? _("implied") : _("stated");
  const char * const cells[] = { words, level, basis, said, source, NULL };
  NidaMoney sort[] = { year->year, fact != NULL ? fact->amount : NIDA_MONEY_NONE, NIDA_MONEY_NONE, NIDA_MONEY_NONE,
                       NIDA_MONEY_NONE };

  nida_scene_builder_table_row (recipe->scene, key, cells, sort);
  nida_scene_builder_table_date (recipe->scene, 0, (NidaPeriod) { nida_date_new_year (year->year), NIDA_DATE_NONE });
}

void
nida_indicator_table (NidaRecipe          *recipe,
                      const NidaIndicator *data)
{
  const char * const headings[] = { _("Year"), _("Level"), _("Basis"), _("Said by"), _("Source"), NULL };

  nida_scene_builder_table (recipe->scene, headings);
  for (guint i = 0; i < data->years->len; i++)
    year_row (recipe, data, nida_indicator_get_year (data, i));
}
