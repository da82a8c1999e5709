/* Message, subtitle, method, description and table of a pace. */
#include "config.h"

#include "pace.h"

#include "query-words.h"
#include "translate.h"

static char *
money (const NidaPace *self,
       NidaMoney       value)
{
  return nida_recipe_value (self->recipe, self->measure, value);
}

static char *
today_words (const NidaPace *self)
{
  return nida_language_date (self->recipe->context->language, nida_pace_date (self, self->today), NIDA_DATE_MEDIUM);
}

static const NidaPaceYear *
find_year (const NidaPace *self,
           int             year)
{
  for (guint i = 0; i < self->years->len; i++)
    if (((const NidaPaceYear *) self->years->pdata[i])->year == year)
      return self->years->pdata[i];
  return NULL;
}

static char *
now_words (const NidaPace *self)
{
  const NidaPaceYear *before = find_year (self, self->year - 1);
  g_autofree char *now = money (self, nida_pace_now (self)), *day = today_words (self), *then = NULL;

  if (before == NULL)
    /* Translators: a sum and the day up to which it is counted: "$5.3B by 17 Apr 2026" */
    return g_strdup_printf (_("%1$s by %2$s"), now, day);
  then = money (self, before->sums[self->today]);
  /* Translators: this year's sum, the day, and what there was by the same day of last year: "$5.3B by 17 Apr 2026, against $7B a year before" */
  return g_strdup_printf (_("%1$s by %2$s, against %3$s a year before"), now, day, then);
}

static char *
plain_words (const NidaPace *self)
{
  /* Translators: %s is a measure: "Received, added up within each year" */
  return g_strdup_printf (_("%s, added up within each year"), nida_words_measure (self->measure));
}

char *
nida_pace_title (const NidaPace *self)
{
  g_autofree char *plain = plain_words (self), *message = NULL, *now = NULL, *day = NULL, *brief = NULL;

  if (self->recipe->spec->title != NULL)
    return g_strdup (self->recipe->spec->title);
  if (nida_pace_current (self) == NULL)
    return g_steal_pointer (&plain);
  message = now_words (self);
  now = money (self, nida_pace_now (self));
  day = today_words (self);
  brief = g_strdup_printf (_("%1$s by %2$s"), now, day);
  return g_strdup (nida_describe_choose_title (self->recipe, (const char *[]) { message, brief, NULL }));
}

char *
nida_pace_subtitle (const NidaPace *self)
{
  g_autofree char *plain = plain_words (self), *unit = nida_describe_unit (self->recipe, self->measure);

  return nida_describe_subtitle_of (self->recipe, plain, unit, NULL);
}

char *
nida_pace_projection (const NidaPace *self)
{
  const NidaPacePoint *end = self->n_points > 0 ? &self->points[self->n_points - 1] : NULL;
  g_autofree char *low = NULL, *middle = NULL, *high = NULL, *about = NULL;

  if (end == NULL)
    return NULL;
  low = money (self, end->low);
  middle = money (self, end->middle);
  high = money (self, end->high);
  about = nida_language_qualified (self->recipe->context->language, NIDA_QUALIFIER_ABOUT, middle);
  /* Translators: a projection and its band: "≈$12B ($9B to $15B)" */
  return g_strdup_printf (_("%1$s (%2$s to %3$s)"), about, low, high);
}

/* How the projection is made, and what has no day. */
char *
nida_pace_note (const NidaPace *self)
{
  NidaLanguage *language = self->recipe->context->language;
  GString *text = g_string_new (NULL);

  if (self->n_points > 0)
    {
      const NidaPaceYear *first = self->years->pdata[0];
      g_autofree char *day = today_words (self), *n = nida_language_integer (language, self->basis);
      const char *band = self->quartiles ? _("the band is the middle half of them") : _("the band goes from the lowest to the highest");

      /* Translators: the method of a projection. %1$s: a day, %2$s: how many earlier years, %3$s: the first of them, %4$s: what the band is */
      nida_describe_sentence (text, g_strdup_printf (_("Projection, in no total: the sum by %1$s grows as in each of %2$s earlier years (from %3$s); %4$s."),
                                                     day, n, first->name, band));
    }
  else if (!self->complete && !self->recipe->spec->no_projection && nida_pace_current (self) != NULL)
    nida_describe_sentence (text, g_strdup (_("No projection: fewer than two earlier years have comparable money by this day.")));
  if (self->apart != NIDA_MONEY_NONE && self->apart != 0)
    {
      g_autofree char *amount = money (self, self->apart);

      /* Translators: money that has only a year, or a span, and so no place among days */
      nida_describe_sentence (text, g_strdup_printf (_("Dated more coarsely than by month, not drawn: %s."), amount));
    }
  return g_string_free (text, text->len == 0);
}

char *
nida_pace_describe (const NidaPace *self)
{
  GString *text = g_string_new (NULL);
  g_autofree char *plain = plain_words (self), *now = now_words (self), *projection = nida_pace_projection (self);
  g_autofree char *n = nida_language_integer (self->recipe->context->language, self->years->len - 1);

  /* Translators: description: what is added up, and beside how many earlier years */
  nida_describe_sentence (text, g_strdup_printf (_("Lines of the pace of a year, %1$s; earlier years beside it: %2$s."), plain, n));
  nida_describe_sentence (text, g_strdup_printf (_("%s."), now));
  if (projection != NULL)
    nida_describe_sentence (text, g_strdup_printf (_("Projection to the end of the year: %s."), projection));
  return g_string_free (text, FALSE);
}

static void
add_row (const NidaPace     *self,
         const NidaPaceYear *year)
{
  NidaLanguage *language = self->recipe->context->language;
  const char *currency = nida_recipe_currency (self->recipe);
  gboolean over = year->year < self->year || self->complete;
  NidaMoney then = year->sums[self->today], whole = over ? nida_pace_whole (year) : NIDA_MONEY_NONE;
  gint64 share = over ? nida_money_share (then, whole) : NIDA_MONEY_NONE;
  g_autofree char *key = g_strdup_printf ("year/%d", year->year);
  g_autofree char *by_then = nida_value_bare (language, currency, self->measure, then);
  g_autofree char *in_all = nida_value_bare (language, currency, self->measure, whole);
  g_autofree char *percent = over ? nida_language_percent (language, share, 1) : g_strdup ("–");
  NidaMoney sort[] = { year->year, then, whole, share };

  nida_scene_builder_table_row (self->recipe->scene, key, (const char *[]) { year->name, by_then, in_all, percent, NULL }, sort);
}

/* The projection is a row of words: it is in no sum. */
void
nida_pace_table (const NidaPace *self)
{
  NidaLanguage *language = self->recipe->context->language;
  g_autofree char *day = nida_language_date (language, nida_pace_date (self, self->today), NIDA_DATE_SHORT);
  /* Translators: heading of a column: what had come by a day of each year: "By 17 Apr" */
  g_autofree char *by_then = g_strdup_printf (_("By %s"), day);
  g_autofree char *then = nida_recipe_column_title (self->recipe, by_then, self->measure);
  g_autofree char *whole = nida_recipe_column_title (self->recipe, _("Whole year"), self->measure);
  g_autofree char *projection = nida_pace_projection (self);
  const NidaMoney none[] = { NIDA_MONEY_NONE, NIDA_MONEY_NONE, NIDA_MONEY_NONE, NIDA_MONEY_NONE };

  /* Translators: heading of a column: the share of a whole year that had come by a day */
  nida_scene_builder_table (self->recipe->scene, (const char *[]) { _("Year"), then, whole, _("Share by that day"), NULL });
  for (guint i = 0; i < self->years->len; i++)
    add_row (self, self->years->pdata[i]);
  if (projection != NULL)
    nida_scene_builder_table_row (self->recipe->scene, "projection/line", (const char *[]) { _("Projection"), "", projection, "", NULL }, none);
}
