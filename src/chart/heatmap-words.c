/* What a grid of shades says of itself: its largest figure, title, subtitle and description. */
#include "config.h"

#include "heatmap.h"

#include "query-words.h"
#include "translate.h"

char *
nida_heatmap_largest (const NidaCross *cross)
{
  guint row, column = 0, others = nida_cross_largest (cross, &row, &column);
  g_autofree char *place = NULL, *amount = NULL;

  if (row == G_MAXUINT)
    return NULL;
  place = nida_cross_place (cross, row, column);
  amount = nida_cross_amount (cross, nida_cross_value (cross, row, column));
  nida_describe_tie (cross->recipe, others, &place, &amount);
  /* Translators: the largest figure of a grid: name and year, or two names; amount: "The most: Sudan, 2024: $1.8B" */
  return g_strdup_printf (_("The most: %1$s: %2$s"), place, amount);
}

char *
nida_heatmap_title (const NidaCross *cross,
                    const char      *largest)
{
  /* the highest coverage is often that of a tiny appeal, which is no message */
  const char *message = cross->additive ? largest : NULL;
  g_autofree char *plain = nida_cross_what (cross);

  return nida_describe_title (cross->recipe, message, plain);
}

/* Coverage of the others cannot be summed: they are left out, which the order explains. */
char *
nida_heatmap_subtitle (const NidaCross *cross)
{
  g_autofree char *count = nida_noun_count (cross->recipe->context->language, cross->row_noun, nida_cross_n_names (cross));
  /* Translators: %s: "31 appeals" */
  g_autofree char *order = g_strdup_printf (_("%s, the largest requirements first"), count);

  return nida_cross_subtitle (cross, cross->additive ? count : order);
}

static char *
count_columns (const NidaCross *cross)
{
  NidaLanguage *language = cross->recipe->context->language;
  guint n = 0;

  for (guint i = 0; i < cross->columns->len; i++)
    n += nida_cross_column (cross, i)->role == NIDA_GROUP_NAMED;
  if (cross->timed && n > 0)
    {
      const NidaCrossLine *first = NULL, *last = NULL;
      NidaPeriod span;

      for (guint i = 0; i < cross->columns->len; i++)
        if (nida_cross_column (cross, i)->role == NIDA_GROUP_NAMED)
          {
            last = nida_cross_column (cross, i);
            first = first != NULL ? first : last;
          }
      span = (NidaPeriod) { first->period.start, last->period.end };
      return nida_language_period (language, span, NIDA_DATE_MEDIUM);
    }
  return nida_noun_count (language, cross->column_noun, n);
}

char *
nida_heatmap_describe (const NidaCross *cross,
                       const char      *largest)
{
  NidaLanguage *language = cross->recipe->context->language;
  GString *text = g_string_new (NULL);
  g_autofree char *what = nida_cross_what (cross);
  g_autofree char *rows = nida_noun_count (language, cross->row_noun, nida_cross_n_names (cross));
  g_autofree char *columns = count_columns (cross);
  g_autofree char *total = nida_recipe_value (cross->recipe, cross->measure, nida_cross_total (cross));

  /* Translators: a description: what is shown, how many names down, names or years across */
  nida_describe_sentence (text, g_strdup_printf (_("Grid of shades, %1$s: %2$s by %3$s."), what, rows, columns));
  if (largest != NULL)
    nida_describe_sentence (text, g_strdup_printf (_("%s."), largest));
  nida_describe_total (text, total);
  return g_string_free (text, FALSE);
}
