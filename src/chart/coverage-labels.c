/* The words beside a bar of coverage: a name, both figures and a share, in as much room as they have together. Figures stand whole or
 * not at all; a name has a second line, smaller letters or fewer words. */
#include "config.h"

#include "coverage-labels.h"

#include "coverage-words.h"
#include "query-words.h"
#include "translate.h"

#include <string.h>

#define MOST_FIGURES 0.7     /* of the width; a name has the rest */

/* --- figures --- */

double
nida_coverage_words_width (NidaCoverageLabels *self,
                           const char         *words,
                           NidaFont            font)
{
  return words == NULL ? 0 : nida_recipe_text_width (self->recipe, words, font);
}

/* 0 where it does not fit either. */
double
nida_coverage_percent_width (NidaCoverageLabels *self,
                             const char         *percent)
{
  double width = nida_coverage_words_width (self, percent, NIDA_FONT_VALUE_BOLD);

  return width <= self->recipe->plot.width ? width : 0;
}

/* Where the words before @percent end. */
double
nida_coverage_value_end (NidaCoverageLabels *self,
                         const char         *percent)
{
  double width = nida_coverage_percent_width (self, percent);

  return self->recipe->plot.width - (width > 0 ? width + nida_recipe_px (self->recipe, 4) : 0);
}

/* The first of both that stands whole beside @percent and leaves room for a name, or NULL: half a figure is a wrong one.
 * Takes both. */
char *
nida_coverage_whole_value (NidaCoverageLabels *self,
                           char               *full,
                           char               *brief,
                           const char         *percent)
{
  double width = self->recipe->plot.width, room = nida_coverage_value_end (self, percent) - (1 - MOST_FIGURES) * width;

  if (nida_coverage_words_width (self, full, NIDA_FONT_VALUE) > room)
    g_clear_pointer (&full, g_free);
  if (full != NULL || nida_coverage_words_width (self, brief, NIDA_FONT_VALUE) > room)
    g_clear_pointer (&brief, g_free);
  return full != NULL ? full : brief;
}

/* "$452M of $4.06B ·" before the percentage. */
char *
nida_coverage_row_value (NidaCoverageLabels    *self,
                         const NidaCoverageRow *row,
                         const char            *percent)
{
  g_autofree char *requirement = nida_recipe_value (self->recipe, NIDA_MEASURE_REQUIREMENT, row->requirement), *funding = NULL;

  if (!self->data->known)
    /* Translators: an amount before the share that it is: "$3.4B · 43%" */
    return nida_coverage_whole_value (self, g_strdup_printf (_("%s ·"), requirement), NULL, percent);
  if (row->funding == NIDA_MONEY_NONE)
    return nida_coverage_whole_value (self, g_strdup_printf (_("of %s; received is not in the sources"), requirement), g_strdup (requirement), percent);
  funding = nida_recipe_value (self->recipe, NIDA_MEASURE_REQUIREMENT, row->funding);
  /* Translators: received of required, before the percentage: "$452M of $4.06B · 11%" */
  return nida_coverage_whole_value (self, g_strdup_printf (_("%1$s of %2$s ·"), funding, requirement), g_strdup_printf (_("%s ·"), funding), percent);
}

char *
nida_coverage_row_percent (NidaCoverageLabels    *self,
                           const NidaCoverageRow *row)
{
  return !self->data->known || row->funding != NIDA_MONEY_NONE ? nida_coverage_percent (self->recipe, self->data, row)
                                                              : NULL;
}

/* What @value and @percent at the end edge leave for a label. */
double
nida_coverage_label_room (NidaCoverageLabels *self,
                          const char         *value,
                          const char         *percent)
{
  double air = 2 * nida_recipe_px (self->recipe, 4);

  return nida_coverage_value_end (self, percent) - nida_coverage_words_width (self, value, NIDA_FONT_VALUE) - air;
}

/* --- names --- */

char *
nida_coverage_row_label (NidaCoverageLabels    *self,
                         const NidaCoverageRow *row)
{
  NidaLanguage *language = self->recipe->context->language;
  g_autofree char *end = g_strdup_printf (" %d", nida_describe_year (nida_cube_get_query (self->data->cube)));
  const char *name = nida_language_pick (language, row->item->name, row->item->arabic);
  g_autofree char *brief = NULL;

  if (!self->brief || row->item->not_stated || !g_str_has_suffix (name, end) || strlen (name) == strlen (end))
    return g_strdup (row->label);
  brief = g_strndup (name, strlen (name) - strlen (end));
  return nida_language_isolate (language, brief);
}

/* A name that is longer than the room beside its figures has a second line. */
guint
nida_coverage_row_lines (NidaCoverageLabels    *self,
                         const NidaCoverageRow *row)
{
  g_autofree char *percent = nida_coverage_row_percent (self, row), *value = nida_coverage_row_value (self, row, percent);
  g_autofree char *label = nida_coverage_row_label (self, row);

  return nida_recipe_text_width (self->recipe, label, self->font) > nida_coverage_label_room (self, value, percent) ? 2 : 1;
}

double
nida_coverage_row_extra (NidaCoverageLabels    *self,
                         const NidaCoverageRow *row)
{
  return (nida_coverage_row_lines (self, row) - 1) * nida_recipe_line (self->recipe, self->font) / self->recipe->scale;
}

/* --- rows without a bar --- */

/* "3 without a requirement", or NULL. */
static char *
without_words (NidaCoverageLabels *self)
{
  guint n = self->data->without.n;
  g_autofree char *number = nida_language_integer (self->recipe->context->language, n);

  if (n == 0)
    return NULL;
  /* xgettext:c-format */
  return g_strdup_printf (ngettext ("%s without a requirement", "%s without a requirement", n),
                          number);
}

/* @noun: of "and 27 more appeals"; of a group "and 27 more" */
static char *
more_words (NidaCoverageLabels *self,
            NidaNoun            noun,
            guint               n,
            gboolean            with_without)
{
  char *more = nida_noun_more (self->recipe->context->language, noun, n);
  g_autofree char *without = with_without ? without_words (self) : NULL, *first = NULL;

  if (without == NULL)
    return more;
  first = more;
  /* Translators: what a chart has no room for: "and 27 more appeals, 3 without a requirement" */
  return g_strdup_printf (_("%1$s, %2$s"), first, without);
}

/* All of it, smaller, in fewer words or on a second line, before the chart leaves to its description that some have no
 * requirement. */
NidaMoreLabel
nida_coverage_choose_more (NidaCoverageLabels *self,
                           guint               shown,
                           gboolean            may_wrap)
{
  const struct { NidaFont font; NidaNoun noun; gboolean without; guint lines; } ways[] = {
    { self->font, self->data->noun, TRUE, 1 },       { NIDA_FONT_VALUE, self->data->noun, TRUE, 1 },
    { self->font, NIDA_NOUN_GROUP, TRUE, 1 },        { NIDA_FONT_VALUE, NIDA_NOUN_GROUP, TRUE, 1 },
    { NIDA_FONT_VALUE, self->data->noun, TRUE, 2 },  { self->font, self->data->noun, FALSE, 1 },
    { NIDA_FONT_VALUE, self->data->noun, FALSE, 1 },  { NIDA_FONT_VALUE, NIDA_NOUN_GROUP, FALSE, 1 },
  };
  NidaCoverageRow rest = nida_coverage_rows_sum (self->data, shown);
  g_autofree char *percent = nida_coverage_row_percent (self, &rest), *value = nida_coverage_row_value (self, &rest, percent);
  double room = nida_coverage_label_room (self, value, percent);
  NidaMoreLabel label = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_free (label.words);
      label = (NidaMoreLabel) { more_words (self, ways[i].noun, rest.n, ways[i].without), ways[i].font, ways[i].lines };
      if (ways[i].lines > 1 && !may_wrap)
        continue;
      if (nida_measurer_lines (self->recipe->context->measurer, label.words, label.font, self->recipe->scale, room) <= label.lines)
        break;
    }
  return label;
}

/* At scale 1, what the row of those that have no bar takes beyond one line. */
double
nida_coverage_more_extra (NidaCoverageLabels *self,
                          guint               shown)
{
  NidaMoreLabel label = nida_coverage_choose_more (self, shown, TRUE);

  g_free (label.words);
  return (label.lines - 1) * nida_recipe_line (self->recipe, label.font) / self->recipe->scale;
}
