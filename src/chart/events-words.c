/* The events of a question and the sentences about them. The table and the description hold all of them, whatever finds
 * room in the picture. */
#include "config.h"

#include "events-chart.h"

#include <string.h>

#include "translate.h"
#include "words.h"

/**
 * nida_events_new:
 *
 * Reads the first cube of @recipe. An event without words is not one.
 */
NidaEvents *
nida_events_new (NidaRecipe *recipe)
{
  NidaEvents *self = g_new0 (NidaEvents, 1);
  NidaCube *cube = nida_recipe_cube (recipe, 0);

  self->recipe = recipe;
  self->language = recipe->context->language;
  self->dated = g_ptr_array_new ();
  self->undated = g_ptr_array_new ();
  for (guint i = 0; i < nida_cube_get_n_facts (cube); i++)
    {
      const NidaFact *fact = nida_cube_get_fact (cube, i);

      if (fact->kind != NIDA_KIND_EVENT || fact->text == NULL || fact->text[0] == '\0')
        continue;
      self->n_planned += fact->state == NIDA_STATE_PLANNED;
      g_ptr_array_add (fact->period.start.precision != NIDA_PRECISION_NONE ? self->dated : self->undated,
                       (gpointer) fact);
    }
  return self;
}

void
nida_events_free (NidaEvents *self)
{
  g_ptr_array_unref (self->dated);
  g_ptr_array_unref (self->undated);
  g_free (self);
}

const char *
nida_events_state (const NidaFact *fact)
{
  switch (fact->state)
    {
    case NIDA_STATE_PLANNED:
      return nida_words_value (NIDA_FIELD_STATE, "planned");
    case NIDA_STATE_HELD:
      return nida_words_value (NIDA_FIELD_STATE, "held");
    case NIDA_STATE_STATED:
      return nida_words_value (NIDA_FIELD_STATE, "stated");
    case NIDA_STATE_NONE:
    default:
      return NULL;
    }
}

static char *
dated_words (NidaLanguage   *language,
             const NidaFact *fact,
             const char     *text)
{
  g_autofree char *date = NULL;

  if (fact->period.start.precision == NIDA_PRECISION_NONE)
    return g_strdup (text);
  date = nida_language_period (language, fact->period, NIDA_DATE_MEDIUM);
  /* Translators: %1$s is a date, %2$s what happened */
  return g_strdup_printf (_("%1$s: %2$s"), date, text);
}

char *
nida_event_words (NidaLanguage   *language,
                  const NidaFact *fact)
{
  g_autofree char *text = nida_language_name (language, fact->text, fact->text_ar);

  return dated_words (language, fact, text);
}

/**
 * nida_event_brief:
 *
 * Returns: (transfer full): date and first clause: "2015: A shelter opens"
 */
char *
nida_event_brief (NidaLanguage   *language,
                  const NidaFact *fact)
{
  static const char * const ends[] = { "; ", ": ", ". ", " (", "؛ " };
  g_autofree char *whole = g_strdup (nida_language_pick (language, fact->text, fact->text_ar));
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      char *end = strstr (whole, ends[i]);

      if (end != NULL && end != whole)
        *end = '\0';
    }
  text = nida_language_name (language, whole, whole);
  return dated_words (language, fact, text);
}

static void
add_line (NidaMark *mark,
          char     *line)
{
  nida_mark_add_line (mark, line);
  g_free (line);
}

/**
 * nida_events_mark:
 *
 * Returns: (transfer full): what a pointer or a screen reader is told: when, what, whether it was held, with whom, who
 *   says so
 */
NidaMark *
nida_events_mark (const NidaEvents *self,
                  const NidaFact   *fact)
{
  gboolean dated = fact->period.start.precision != NIDA_PRECISION_NONE;
  g_autofree char *date = dated ? nida_language_period (self->language, fact->period, NIDA_DATE_LONG)
                                : g_strdup (_("Without a date"));
  g_autofree char *text = nida_language_name (self->language, fact->text, fact->text_ar);
  g_autofree char *partner = fact->partner != NULL ? nida_language_name (self->language, fact->partner, fact->partner_ar) : NULL;
  g_autofree char *said = fact->said_by != NULL ? nida_language_isolate (self->language, fact->said_by) : NULL;
  g_autofree char *period = nida_period_to_string (fact->period);
  NidaMark *mark = nida_mark_new (date, text, NULL, NIDA_MONEY_NONE);

  mark->row = fact->row + 1;
  if (dated)
    nida_mark_add_filter (mark, NIDA_FIELD_DATE, period);
  if (nida_events_state (fact) != NULL)
    nida_mark_add_line (mark, nida_events_state (fact));
  if (partner != NULL)
    add_line (mark, g_strdup_printf (_("With %s"), partner));
  if (said != NULL)
    add_line (mark, g_strdup_printf (_("Said by %s"), said));
  return mark;
}

/* --- sentences --------------------------------------------------------------------------------------------------- */

char *
nida_events_title (const NidaEvents *self)
{
  guint n = self->dated->len + self->undated->len;
  g_autofree char *all = nida_language_integer (self->language, n);
  g_autofree char *planned = nida_language_integer (self->language, self->n_planned);
  g_autofree char *span = NULL;
  const NidaFact *first, *last;
  NidaPeriod years;

  if (self->recipe->spec->title != NULL)
    return g_strdup (self->recipe->spec->title);
  if (n == 0)
    return g_strdup (_("Events"));
  if (self->n_planned > 0)
    /* xgettext:c-format */
    return g_strdup_printf (ngettext ("Still planned: %1$s of %2$s event", "Still planned: %1$s of %2$s events", n),
                            planned, all);
  if (self->dated->len == 0)
    /* xgettext:c-format */
    return g_strdup_printf (ngettext ("%s event without a date", "%s events without a date", n), all);
  first = g_ptr_array_index (self->dated, 0);
  last = g_ptr_array_index (self->dated, self->dated->len - 1);
  years = (NidaPeriod) { nida_date_new_year (nida_date_year (first->period.start)),
                         nida_date_new_year (nida_date_year (last->period.end)) };
  span = nida_language_period (self->language, years, NIDA_DATE_MEDIUM);
  /* Translators: number of events, years: "4 events, 2015–2024" */
  /* xgettext:c-format */
  return g_strdup_printf (ngettext ("%1$s event, %2$s", "%1$s events, %2$s", n), all, span);
}

char *
nida_events_subtitle (const NidaEvents *self)
{
  g_autofree char *undated = NULL;

  if (self->undated->len == 0)
    return g_strdup (_("What happened and what is planned, by date"));
  undated = nida_language_integer (self->language, self->undated->len);
  /* xgettext:c-format */
  return g_strdup_printf (ngettext ("What happened and what is planned, by date; %s without a date",
                                    "What happened and what is planned, by date; %s without a date", self->undated->len), undated);
}

static void
describe_all (GString          *text,
              const NidaEvents *self,
              GPtrArray        *facts)
{
  for (guint i = 0; i < facts->len; i++)
    {
      const NidaFact *fact = g_ptr_array_index (facts, i);
      g_autofree char *words = nida_event_words (self->language, fact);
      const char *state = nida_events_state (fact);

      g_string_append_c (text, ' ');
      if (state != NULL)
        /* Translators: what happened, whether it was held, is planned or only stated: "Workshop (planned)." */
        g_string_append_printf (text, _("%1$s (%2$s)."), words, state);
      else
        g_string_append_printf (text, _("%s."), words);
    }
}

char *
nida_events_description (const NidaEvents *self)
{
  g_autofree char *subtitle = nida_events_subtitle (self);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, _("%s."), subtitle);
  describe_all (text, self, self->dated);
  describe_all (text, self, self->undated);
  return g_strdup (text->str);
}

/* --- table ------------------------------------------------------------------------------------------------------- */

static void
add_row (const NidaEvents *self,
         const NidaFact   *fact)
{
  gboolean dated = fact->period.start.precision != NIDA_PRECISION_NONE;
  g_autofree char *key = g_strdup_printf ("event/%u", fact->row);
  g_autofree char *date = dated ? nida_language_period (self->language, fact->period, NIDA_DATE_MEDIUM)
                                : g_strdup (_("Without a date"));
  g_autofree char *text = nida_language_name (self->language, fact->text, fact->text_ar);
  g_autofree char *partner = fact->partner != NULL ? nida_language_name (self->language, fact->partner, fact->partner_ar) : g_strdup ("");
  g_autofree char *said = fact->said_by != NULL ? nida_language_isolate (self->language, fact->said_by) : g_strdup ("");
  g_autofree char *source = fact->source != NULL ? nida_language_isolate (self->language, fact->source) : g_strdup ("");
  const char *state = nida_events_state (fact);
  const char * const cells[] = { date, text, state != NULL ? state : "", partner, said, source, NULL };
  NidaMoney sort[] = { dated ? nida_date_first_day (fact->period.start) : G_MAXINT64, NIDA_MONEY_NONE, fact->state,
                       NIDA_MONEY_NONE, NIDA_MONEY_NONE, NIDA_MONEY_NONE };

  nida_scene_builder_table_row (self->recipe->scene, key, cells, sort);
  nida_scene_builder_table_date (self->recipe->scene, 0, fact->period);
}

void
nida_events_table (const NidaEvents *self)
{
  const char * const headings[] = { _("Date"), _("Event"), _("State"), _("Partner"), _("Said by"), _("Source"), NULL };

  nida_scene_builder_table (self->recipe->scene, headings);
  for (guint i = 0; i < self->dated->len; i++)
    add_row (self, g_ptr_array_index (self->dated, i));
  for (guint i = 0; i < self->undated->len; i++)
    add_row (self, g_ptr_array_index (self->undated, i));
}
