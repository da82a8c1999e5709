/* The message, subtitle and description of the coverage chart. */
#include "config.h"

#include "coverage-words.h"

#include "translate.h"

#define LARGEST       8u       /* "the eight largest" */
#define QUARTER  250000
#define THIRD    333333
#define HALF     500000

char *
nida_coverage_percent (NidaRecipe             *recipe,
                       const NidaCoverageRows *data,
                       const NidaCoverageRow  *row)
{
  return nida_describe_percent (recipe, nida_coverage_rows_ratio (data, row));
}

static const NidaCoverageRow *
row_at (const NidaCoverageRows *data,
        guint                   index)
{
  return g_ptr_array_index (data->rows, index);
}

static char *
money (NidaRecipe *recipe,
       NidaMoney   value)
{
  return nida_recipe_value (recipe, NIDA_MEASURE_REQUIREMENT, value);
}

/* Is @row one of the eight largest requirements? */
static gboolean
is_among_largest (const NidaCoverageRows *data,
                  const NidaCoverageRow  *row)
{
  guint larger = 0;

  for (guint i = 0; i < data->rows->len; i++)
    larger += row_at (data, i)->requirement > row->requirement;
  return larger < LARGEST;
}

static gint64
highest_ratio (const NidaCoverageRows *data,
               gboolean                of_largest)
{
  gint64 most = 0;

  for (guint i = 0; i < data->rows->len; i++)
    if (!of_largest || is_among_largest (data, row_at (data, i)))
      most = MAX (most, nida_coverage_rows_ratio (data, row_at (data, i)));
  return most;
}

/* "31 appeals, all less than a third funded": the smallest of the plain fractions that holds; NULL when none does. */
static char *
title_below (NidaRecipe             *recipe,
             const NidaCoverageRows *data)
{
  gint64 most = highest_ratio (data, FALSE), of_largest = highest_ratio (data, TRUE);
  g_autofree char *count = nida_noun_count (recipe->context->language, data->noun, data->rows->len);

  if (data->rows->len < 2)
    return NULL;
  if (most < QUARTER)
    /* Translators: %s is a count with its noun, "31 appeals" */
    return g_strdup_printf (_("%s, all less than a quarter funded"), count);
  if (most < THIRD)
    return g_strdup_printf (_("%s, all less than a third funded"), count);
  if (data->rows->len > LARGEST && data->noun == NIDA_NOUN_APPEAL && of_largest < THIRD)
    /* Translators: humanitarian appeal = نداء, never استئناف */
    return g_strdup (_("The eight largest appeals: all less than a third funded"));
  if (most < HALF)
    return g_strdup_printf (_("%s, all less than half funded"), count);
  return NULL;
}

static char *
year_words (NidaRecipe             *recipe,
            const NidaCoverageRows *data)
{
  int year = nida_describe_year (nida_cube_get_query (data->cube));

  return year > 0 ? nida_language_date (recipe->context->language, nida_date_new_year (year), NIDA_DATE_MEDIUM) : NULL;
}

static char *
title_known (NidaRecipe             *recipe,
             const NidaCoverageRows *data)
{
  g_autofree char *percent = nida_coverage_percent (recipe, data, &data->total);
  g_autofree char *year = year_words (recipe, data);
  g_autofree char *below = title_below (recipe, data), *all = NULL, *brief = NULL;

  if (data->rows->len == 1 && !row_at (data, 0)->item->not_stated)
    all = g_strdup_printf (_("%1$s is %2$s funded"), row_at (data, 0)->label, percent);
  else if (year != NULL)
    all = g_strdup_printf (_("%1$s of the requirements of %2$s is funded"), percent, year);
  brief = g_strdup_printf (_("%s of the requirements is funded"), percent);
  if (below != NULL)
    return g_strdup (
        nida_describe_choose_title (recipe, (const char *[]) { below, all != NULL ? all : brief, brief, NULL }));
  return g_strdup (nida_describe_choose_title (recipe, (const char *[]) { all != NULL ? all : brief, brief, NULL }));
}

static const NidaCoverageRow *
largest_row (const NidaCoverageRows *data)
{
  const NidaCoverageRow *largest = row_at (data, 0);

  for (guint i = 1; i < data->rows->len; i++)
    if (row_at (data, i)->requirement > largest->requirement)
      largest = row_at (data, i);
  return largest;
}

/* "Saving lives is 43% of the 2024 appeal", or shorter where that does not fit. */
static char *
title_unknown (NidaRecipe             *recipe,
               const NidaCoverageRows *data)
{
  const NidaCoverageRow *largest = largest_row (data);
  gboolean objectives = data->noun == NIDA_NOUN_OBJECTIVE;
  g_autofree char *percent = nida_coverage_percent (recipe, data, largest), *year = year_words (recipe, data);
  g_autofree char *full = NULL, *brief = NULL;

  if (objectives && year != NULL)
    {
      /* Translators: an objective, its share, a year. humanitarian appeal = نداء, never استئناف */
      full = g_strdup_printf (_("%1$s is %2$s of the %3$s appeal"), largest->label, percent, year);
      brief = g_strdup_printf (_("The largest objective is %1$s of the %2$s appeal"), percent, year);
    }
  else
    {
      full = g_strdup_printf (_("%1$s is %2$s of the requirements"), largest->label, percent);
      brief = objectives ? g_strdup_printf (_("The largest objective is %s of the requirements"), percent)
                         : g_strdup_printf (_("The largest is %s of the requirements"), percent);
    }
  return g_strdup (nida_describe_choose_title (recipe, (const char *[]) { full, brief, NULL }));
}

/* Of what is chosen beside what is not: of one its own, of several their sum. */
static char *
title_chosen (NidaRecipe             *recipe,
              const NidaCoverageRows *data)
{
  g_autofree char *percent = data->known ? nida_coverage_percent (recipe, data, &data->chosen)
                                         : nida_describe_percent (recipe, nida_money_share (data->chosen.requirement, data->total.requirement));

  if (data->known && data->chosen.funding == NIDA_MONEY_NONE)
    return NULL;
  if (data->chosen_label != NULL)
    return g_strdup_printf (data->known ? _("%1$s is %2$s funded") : _("%1$s is %2$s of the requirements"), data->chosen_label, percent);
  /* Translators: title of a chart: how much of the requirements of the appeals that are chosen in the filter is funded */
  return g_strdup_printf (data->known ? _("Chosen: %s of the requirements is funded") : _("Chosen: %s of the total"), percent);
}

char *
nida_coverage_title (NidaRecipe             *recipe,
                     const NidaCoverageRows *data)
{
  if (recipe->spec->title != NULL)
    return g_strdup (recipe->spec->title);
  if (data->rows->len == 0 || data->total.requirement <= 0)
    return g_strdup (_("Funding coverage"));
  if (data->chosen.n > 0)
    {
      char *title = title_chosen (recipe, data);

      if (title != NULL)
        return title;
    }
  return data->known ? title_known (recipe, data) : title_unknown (recipe, data);
}

char *
nida_coverage_subtitle (NidaRecipe             *recipe,
                        const NidaCoverageRows *data)
{
  g_autofree char *count = nida_noun_count (recipe->context->language, data->noun, data->total.n);
  g_autofree char *total = money (recipe, data->total.requirement);
  /* Translators: a total and how many share it: "$29.9B, 31 appeals" */
  g_autofree char *more = g_strdup_printf (_("%1$s, %2$s"), total, count);

  return nida_describe_subtitle (recipe, NIDA_MEASURE_REQUIREMENT, data->noun, data->field,
                                 data->rows->len > 0 ? more : NULL);
}

static void
describe_ends (GString                *text,
               NidaRecipe             *recipe,
               const NidaCoverageRows *data)
{
  const NidaCoverageRow *most = row_at (data, 0), *least = row_at (data, 0);
  g_autofree char *most_percent = NULL, *least_percent = NULL;

  for (guint i = 1; i < data->rows->len; i++)
    {
      if (nida_coverage_rows_ratio (data, row_at (data, i)) > nida_coverage_rows_ratio (data, most))
        most = row_at (data, i);
      if (nida_coverage_rows_ratio (data, row_at (data, i)) < nida_coverage_rows_ratio (data, least))
        least = row_at (data, i);
    }
  most_percent = nida_coverage_percent (recipe, data, most);
  least_percent = nida_coverage_percent (recipe, data, least);
  if (!data->known)
    nida_describe_largest (text, most->label, most_percent);
  else if (most != least)
    nida_describe_sentence (text, g_strdup_printf (_("Best covered: %1$s, %2$s. Least covered: %3$s, %4$s."),
                                                   most->label, most_percent, least->label, least_percent));
}

static void
describe_without (GString                *text,
                  NidaRecipe             *recipe,
                  const NidaCoverageRows *data)
{
  g_autofree char *count = nida_noun_count (recipe->context->language, data->noun, data->without.n);

  if (data->without.n > 0)
    /* Translators: the description of a chart of needs: a count with its noun, "3 appeals" */
    nida_describe_sentence (text, g_strdup_printf (ngettext ("%s has no requirement.", "%s have no requirement.", data->without.n), count));
}

char *
nida_coverage_describe (NidaRecipe             *recipe,
                        const NidaCoverageRows *data)
{
  GString *text = g_string_new (NULL);
  g_autofree char *count = nida_noun_count (recipe->context->language, data->noun, data->rows->len);
  g_autofree char *total = money (recipe, data->total.requirement);

  nida_describe_sentence (
      text, g_strdup_printf (_ ("Bars of funding coverage: %s, each as long as its requirement."), count));
  if (data->rows->len > 0)
    describe_ends (text, recipe, data);
  if (data->known)
    {
      g_autofree char *funding = money (recipe, data->total.funding);
      g_autofree char *percent = nida_coverage_percent (recipe, data, &data->total);

      nida_describe_sentence (
          text, g_strdup_printf (_ ("In all, %1$s of %2$s was received: %3$s."), funding, total, percent));
    }
  else
    nida_describe_sentence (
        text, g_strdup_printf (_ ("Required in all: %s. What was received is not in the sources."), total));
  describe_without (text, recipe, data);
  return g_string_free (text, FALSE);
}
