/* Figures stand without their unit where a column names it, and exact everywhere. */
#include "config.h"

#include "compare-words.h"

#include "formula.h"
#include "look.h"
#include "query-words.h"
#include "translate.h"
#include "words.h"

static NidaLanguage *
language (void)
{
  return nida_look_get_language (nida_look_get ());
}

const char *
nida_compare_words_field (NidaGroupBy by)
{
  return by.field == NIDA_FIELD_DATE ? nida_words_step (by.step) : nida_words_field (by.field);
}

char *
nida_compare_words_figure (const NidaComparedTerms *terms,
                           NidaMoney                figure,
                           gboolean                 with_unit)
{
  if (figure == NIDA_MONEY_NONE)
    return g_strdup ("—");
  if (terms->measure == NIDA_MEASURE_COUNT)
    return nida_language_integer (language (), figure);
  return with_unit ? nida_language_money_exact (language (), figure, terms->currency)
                   : nida_language_money_bare (language (), figure, terms->currency);
}

char *
nida_compare_words_group (const NidaComparedTerms *terms,
                          const NidaComparedGroup *group)
{
  if (terms->by.field == NIDA_FIELD_DATE)
    return group->not_stated ? nida_language_date (language (), NIDA_DATE_NONE, NIDA_DATE_MEDIUM)
                             : nida_language_period (language (), group->period, NIDA_DATE_MEDIUM);
  return nida_words_name (language (), terms->by.field, group->not_stated ? NULL : group->name, group->arabic);
}

char *
nida_compare_words_state (const NidaComparedTerms *terms,
                          const NidaComparedGroup *group)
{
  if (group->figures[0] != NIDA_MONEY_NONE && group->figures[1] != NIDA_MONEY_NONE)
    /* Translators: what two sources say of one donor */
    return g_strdup (group->difference == 0 ? _("the same") : _("different"));
  /* Translators: which of two files alone has a figure of this donor */
  return g_strdup (group->figures[0] != NIDA_MONEY_NONE ? _("only in the first") : _("only in the second"));
}

static char *
plain_figure (const NidaComparedTerms *terms,
              NidaMoney                figure)
{
  if (figure == NIDA_MONEY_NONE)
    return g_strdup ("");
  return terms->measure == NIDA_MEASURE_COUNT ? g_strdup_printf ("%" G_GINT64_FORMAT, figure) : nida_money_to_string (figure);
}

char *
nida_compare_words_line (const NidaComparedTerms *terms,
                         const NidaComparedGroup *group)
{
  g_autofree char *words = nida_compare_words_group (terms, group), *agreement = nida_compare_words_state (terms, group);
  g_autofree char *name = nida_name_clean (words), *state = nida_name_clean (agreement);
  g_autofree char *first = plain_figure (terms, group->figures[0]), *second = plain_figure (terms, group->figures[1]);
  g_autofree char *difference = plain_figure (terms, group->difference);

  const char *figures[] = { first, second, difference, state };
  GString *line = g_string_new (NULL);

  nida_formula_append_cell (line, name);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    g_string_append_printf (line, "\t%s", figures[i]);
  return g_string_free (line, FALSE);
}

char *
nida_compare_words_summary (const NidaComparedTerms    *terms,
                            const NidaSourceComparison *comparison)
{
  NidaComparedCounts counts = nida_source_comparison_count (comparison);
  g_autofree char *same = nida_language_integer (language (), counts.same);
  g_autofree char *different = nida_language_integer (language (), counts.different);
  g_autofree char *first = nida_language_integer (language (), counts.only[0]);
  g_autofree char *second = nida_language_integer (language (), counts.only[1]);

  /* Translators: numbers of donors or the like: "The same: 12 · different: 5 · only in fts.csv: 40 · only in funds.csv: 8" */
  return g_strdup_printf (_("The same: %1$s · different: %2$s · only in %3$s: %4$s · only in %5$s: %6$s"),
                          same, different, terms->names[0], first, terms->names[1], second);
}

char *
nida_compare_words_total (const NidaComparedTerms    *terms,
                          const NidaSourceComparison *comparison)
{
  const NidaComparedGroup *total = &comparison->total;
  g_autofree char *first = nida_compare_words_figure (terms, total->figures[0], TRUE);
  g_autofree char *second = nida_compare_words_figure (terms, total->figures[1], TRUE);
  g_autofree char *difference = nida_compare_words_figure (terms, total->difference, TRUE);

  /* Translators: what two files have in all, and the first less the second: "In all: $12 in a.csv, $10 in b.csv; difference $2" */
  return g_strdup_printf (_("In all: %1$s in %2$s, %3$s in %4$s; difference %5$s"), first, terms->names[0], second,
                          terms->names[1], difference);
}

char *
nida_compare_words_note (const NidaComparedTerms    *terms,
                         const NidaSourceComparison *comparison)
{
  NidaCube *cube = comparison->cubes[0] != NULL ? comparison->cubes[0] : comparison->cubes[1];
  g_autofree char *counting = cube != NULL ? nida_words_counting (language (), cube) : g_strdup ("");
  g_autofree char *unit = nida_language_currency_name (language (), terms->currency);
  /* Translators: %s is a currency; the filters are those of the board */
  g_autofree char *of_money = g_strdup_printf (_("In %s, each source alone, with the filters of the board."), unit);

  return g_strconcat (terms->measure != NIDA_MEASURE_COUNT ? of_money : _("Each source alone, with the filters of the board."),
                      " ", _("The difference is the first less the second."), " ", counting, NULL);
}
