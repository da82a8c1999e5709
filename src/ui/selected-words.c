/* A selection in words: what it holds, and how much of a figure that is. One place for the chips, for marks and for whole charts. */
#include "config.h"

#include "selected-words.h"

#include "chart.h"
#include "look.h"
#include "query-words.h"
#include "translate.h"

static NidaLanguage *
window_language (void)
{
  return nida_look_get_language (nida_look_get ());
}

/* The filter's own names are English. */
static char *
field_words (NidaSession        *session,
             NidaLanguage       *language,
             NidaField           field,
             const char * const *values)
{
  NidaDataset *dataset = nida_session_get_dataset (session);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; values[i] != NULL; i++)
    {
      NidaDictionary *dictionary = nida_field_is_code (field) ? nida_dataset_get_dictionary (dataset, field) : NULL;
      guint32 code = dictionary != NULL ? nida_dictionary_lookup (dictionary, values[i], -1) : 0;

      g_ptr_array_add (names, (gpointer) nida_language_pick (language, values[i],
                                                             code != 0 ? nida_dictionary_get_arabic (dictionary, code) : NULL));
    }
  g_ptr_array_add (names, NULL);
  return nida_words_filter (language, nida_session_get_noun (session, field), field, (const char * const *) names->pdata);
}

char *
nida_selected_words_field (NidaSession        *session,
                           NidaField           field,
                           const char * const *values)
{
  return field_words (session, window_language (), field, values);
}

static char *
range_words (NidaLanguage *language,
             NidaDate      from,
             NidaDate      to)
{
  g_autofree char *first = from.precision != NIDA_PRECISION_NONE ? nida_language_date (language, from, NIDA_DATE_MEDIUM) : NULL;
  g_autofree char *last = to.precision != NIDA_PRECISION_NONE ? nida_language_date (language, to, NIDA_DATE_MEDIUM) : NULL;

  if (first != NULL && last != NULL && !g_str_equal (first, last))
    {
      NidaPeriod period = { from, to };
      g_autofree char *words = nida_language_period (language, period, NIDA_DATE_MEDIUM);

      /* Translators: a chip; %s is a span of time, "2007 – 2026" */
      return g_strdup_printf (_("Date: %s"), words);
    }
  if (first != NULL && last != NULL)
    return g_strdup_printf (_("Date: %s"), first);
  if (first != NULL)
    /* Translators: a chip; %s is a date or year */
    return g_strdup_printf (_("Date: from %s"), first);
  /* Translators: a chip; %s is a date or year */
  return g_strdup_printf (_("Date: to %s"), last);
}

char *
nida_selected_words_range (NidaDate from,
                           NidaDate to)
{
  return range_words (window_language (), from, to);
}

const char *
nida_selected_words_find_name (NidaSession     *session,
                               const NidaBrush *brush)
{
  NidaSelections *selections = nida_session_get_selections (session);

  for (guint i = 0; i < nida_selections_get_n (selections); i++)
    if (nida_brush_equal (nida_selections_get_brush (selections, i), brush))
      return nida_selections_get_name (selections, i);
  return NULL;
}

static char *
part_words (NidaSession     *session,
            NidaLanguage    *language,
            const NidaBrush *brush,
            guint            index)
{
  g_autoptr (NidaFilterSet) inside = nida_filter_set_new ();
  const NidaBrushPart *part = &brush->parts[index];
  NidaDate from, to;

  nida_brush_apply (brush, inside);
  if (part->values == NULL && nida_filter_set_get_range (inside, &from, &to))
    return range_words (language, from, to);
  return field_words (session, language, part->field, (const char * const *) part->values);
}

char *
nida_selected_words_part (NidaSession     *session,
                          const NidaBrush *brush,
                          guint            index)
{
  return part_words (session, window_language (), brush, index);
}

/* Corrections, and gaps of those who have more than they need, are below zero: then what is selected is no part of the whole. */
char *
nida_selected_words_of_whole (const NidaMark *mark,
                              NidaMoney       inside,
                              NidaMoney       compared,
                              const char     *value,
                              const char     *other)
{
  gboolean more = mark->money != NIDA_MONEY_NONE && MAX (inside, compared) > mark->money;
  const char *whole = nida_mark_get_value (mark);

  if (other == NULL && more)
    /* Translators: what a screen reader says of a mark, where the rest is a negative number: "selected: $7M; all: $6M, since some
     * of the rest is below zero" */
    return g_strdup_printf (_("selected: %1$s; all: %2$s, since some of the rest is below zero"), value, whole);
  if (more)
    /* Translators: the same with what is in the selection that it is compared with */
    return g_strdup_printf (_("selected: %1$s, compared: %2$s; all: %3$s, since some of the rest is below zero"), value, other, whole);
  if (other == NULL)
    /* Translators: what a screen reader says of a mark: how much of its figure is selected: "selected: $4.5M of $7.3M" */
    return g_strdup_printf (_("selected: %s of %s"), value, whole);
  /* Translators: the same, and how much of it is in the selection that it is compared with: "selected: $4.5M of $7.3M,
   * compared: $2M" */
  return g_strdup_printf (_("selected: %1$s of %2$s, compared: %3$s"), value, whole, other);
}

char *
nida_selected_words_selection_in (NidaSession     *session,
                                  NidaLanguage    *language,
                                  const NidaBrush *brush)
{
  g_auto (NidaSpeech) speech = nida_language_speak (language);
  const char *name = nida_selected_words_find_name (session, brush);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (name != NULL)
    return nida_language_isolate (language, name);
  for (guint i = 0; i < brush->n_parts; i++)
    g_ptr_array_add (parts, part_words (session, language, brush, i));
  g_ptr_array_add (parts, NULL);
  return nida_language_list (language, (const char * const *) parts->pdata);
}

char *
nida_selected_words_selection (NidaSession     *session,
                               const NidaBrush *brush)
{
  return nida_selected_words_selection_in (session, window_language (), brush);
}

/* How much of all that the chart is of; of one without a plain sum, and of a card, which says it itself, only that it is; of one that
 * stays whole, that it does. */
static char *
amount_words (NidaLinked          *linked,
              guint                chart,
              const NidaChartSpec *spec,
              NidaScene           *scene)
{
  NidaLanguage *language = window_language ();
  const char *currency = spec->query->currency != NULL ? spec->query->currency : "USD";
  const NidaMark *whole = nida_scene_get_whole (scene);
  NidaMoney inside = nida_linked_get_inside_mark (linked, chart, whole), compared = nida_linked_get_compared_mark (linked, chart, whole);
  g_autofree char *value = NULL, *other = NULL;

  if (nida_linked_is_whole (linked, chart))
    /* Translators: what a screen reader says of a chart about needs first, while something is selected that these do not have (a
     * donor, a month, another year): "Donor: Kuwait; all of it is shown." The noun is what the chart shows. */
    return g_strdup (C_("chart", "all of it is shown"));
  if (inside == NIDA_MONEY_NONE)
    return g_strdup (C_("mark", "selected"));
  value = nida_value_short (language, currency, spec->measure, inside);
  if (compared != NIDA_MONEY_NONE)
    other = nida_value_short (language, currency, spec->measure, compared);
  return nida_selected_words_of_whole (whole, inside, compared, value, other);
}

char *
nida_selected_words_describe (NidaSession         *session,
                              guint                chart,
                              const NidaChartSpec *spec,
                              NidaScene           *scene)
{
  NidaLinked *linked = nida_session_get_linked (session);
  const NidaBrush *brush = nida_linked_get_brush (linked), *second = nida_linked_get_compared (linked);
  g_autofree char *selection = NULL, *compared = NULL, *amount = NULL, *both = NULL;

  if (brush == NULL)
    return NULL;
  selection = nida_selected_words_selection (session, brush);
  compared = second != NULL ? nida_selected_words_selection (session, second) : NULL;
  amount = amount_words (linked, chart, spec, scene);
  if (compared != NULL)
    /* Translators: two selections: "Donor: Qatar, compared with Donor: Kuwait" */
    both = g_strdup_printf (_("%1$s, compared with %2$s"), selection, compared);
  /* Translators: what a screen reader says of a chart first, while something is selected: "Date: April 2026; selected: $1.2B of
   * $7.32B." */
  return g_strdup_printf (_("%1$s; %2$s."), both != NULL ? both : selection, amount);
}
