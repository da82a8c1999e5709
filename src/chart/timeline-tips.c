/* What the marks of a timeline say: in the tooltip, to the keyboard and to a screen reader; and what a click filters. */
#include "config.h"

#include "timeline-chart.h"

#include "no-figure.h"
#include "query-words.h"
#include "teller.h"
#include "timeline-words.h"
#include "translate.h"

#define PART_LINES 6     /* of a tooltip: each part that has a hue, and the others, which are then what the chart calls so */

/* Which of its marks a teller is asked about: a part by its series, else one of these. */
#define WHOLE G_MAXUINT
#define LEVEL (G_MAXUINT - 1)
#define BAND  (G_MAXUINT - 2)

static char *
share_line (const NidaTimelineKept *self,
            NidaMoney               part,
            guint64                 flows)
{
  NidaLanguage *language = self->recipe->context->language;
  g_autofree char *number = nida_language_integer (language, flows);
  g_autofree char *share = NULL;
  gint64 millionths;

  if (!nida_timeline_is_sum (self->data->measure) || self->data->total <= 0 || part < 0 || (part == 0 && flows == 0)
      || !nida_money_ratio (part, self->data->total, &millionths))
    return NULL;
  share = nida_language_percent (language, millionths, 0);
  if (flows == 0)
    /* Translators: in a tooltip, of a sum that a source states without telling the flows: "22% of the total · as stated by the
     * source, without single flows" */
    /* xgettext:c-format */
    return g_strdup_printf (_("%s of the total · as stated by the source, without single flows"), share);
  /* Translators: in a tooltip: "22% of the total · 1,262 flows" */
  /* xgettext:c-format */
  return g_strdup_printf (ngettext ("%1$s of the total · %2$s flow", "%1$s of the total · %2$s flows", flows), share,
                          number);
}

static char *
part_line (const NidaTimelineKept *self,
           const char             *label,
           NidaMoney               value)
{
  g_autofree char *amount = nida_recipe_value (self->recipe, self->data->measure, value);

  return g_strdup_printf (_("%1$s: %2$s"), label, amount);
}

/* The largest parts of a column, and what the others add up to. */
static void
tell_parts (NidaTold               *told,
            const NidaTimelineKept *self,
            const NidaTimelineSlot *slot)
{
  const NidaTimeline *data = self->data;
  gboolean used[NIDA_TIMELINE_MAX_SERIES] = { FALSE };
  NidaMoney rest = slot->total;

  if (data->split == NIDA_FIELD_NONE)
    return;
  for (guint n = 0; n < PART_LINES - 1; n++)
    {
      guint best = G_MAXUINT;

      for (guint i = 0; i < data->n_series; i++)
        if (!used[i] && slot->parts[i] != 0 && data->series[i].name != NULL
            && (best == G_MAXUINT || slot->parts[i] > slot->parts[best]))
          best = i;
      if (best == G_MAXUINT)
        break;
      used[best] = TRUE;
      nida_money_subtract (rest, slot->parts[best], &rest);
      nida_told_take_line (told, part_line (self, data->series[best].label, slot->parts[best]));
    }
  if (rest != 0)
    nida_told_take_line (told, part_line (self, _("The rest"), rest));
}

static void
tell_whole (NidaTold               *told,
            const NidaTimelineKept *self,
            const NidaTimelineSlot *slot)
{
  told->label = nida_timeline_slot_name (self->recipe, self->data, slot);
  if (slot->total == NIDA_MONEY_NONE)
    nida_told_add_line (told, nida_no_figure_words (slot->unknown));
  else
    nida_told_take_line (told, share_line (self, slot->total, nida_flows_summed (slot->flows, slot->unvalued)));
  tell_parts (told, self, slot);
  if (slot->requirement != NIDA_MONEY_NONE && slot->requirement > 0)
    nida_told_take_line (told, part_line (self, nida_words_measure (NIDA_MEASURE_REQUIREMENT), slot->requirement));
}

static void
tell_part (NidaTold               *told,
           const NidaTimelineKept *self,
           const NidaTimelineSlot *slot,
           guint                   index)
{
  const NidaTimelineSeries *series = &self->data->series[index];
  g_autofree char *period = nida_timeline_slot_name (self->recipe, self->data, slot);
  gint64 millionths;

  /* Translators: a part of a column: name, period */
  told->label = series->label != NULL ? g_strdup_printf (_("%1$s, %2$s"), series->label, period) : g_steal_pointer (&period);
  if (self->data->split == NIDA_FIELD_NONE)
    {
      nida_told_take_line (told, share_line (self, slot->total, nida_flows_summed (slot->flows, slot->unvalued)));
      return;
    }
  if (slot->total > 0 && slot->parts[index] >= 0 && nida_money_ratio (slot->parts[index], slot->total, &millionths))
    {
      g_autofree char *share = nida_language_percent (self->recipe->context->language, millionths, 0);
      g_autofree char *whole = nida_recipe_value (self->recipe, self->data->measure, slot->total);

      nida_told_take_line (told, g_strdup_printf (_("%1$s of %2$s in this period"), share, whole));
    }
  tell_parts (told, self, slot);
}

static void
tell_level (NidaTold               *told,
            const NidaTimelineKept *self,
            const NidaTimelineSlot *slot)
{
  g_autofree char *period = nida_timeline_slot_name (self->recipe, self->data, slot);

  /* Translators: of a running total: "by April 2026" */
  told->label = g_strdup_printf (_("By %s"), period);
  nida_told_take_line (told, part_line (self, period, slot->total == NIDA_MONEY_NONE ? 0 : slot->total));
}

static void
tell_band (NidaTold               *told,
           const NidaTimelineKept *self,
           const NidaTimelineBand *band)
{
  told->label = nida_language_period (self->recipe->context->language, band->period, NIDA_DATE_LONG);
  nida_told_take_line (told, nida_timeline_band_words (self->recipe, self->data, band, 0));
  if (band->fact != NULL)
    {
      g_autofree char *stated = nida_timeline_stated (self->recipe, band->fact);

      nida_told_take_line (told, g_strdup_printf (_("Stated in all: %s"), stated));
      if (band->fact->computed != NIDA_MONEY_NONE)
        nida_told_take_line (told, part_line (self, _("Itemised"), band->fact->computed));
    }
}

static void
tell (NidaTold       *told,
      const NidaMark *mark,
      NidaLanguage   *language,
      gconstpointer   data)
{
  const NidaTimelineKept *self = data;

  if (mark->at[1] == BAND)
    tell_band (told, self, nida_timeline_get_band (self->data, mark->at[0]));
  else if (mark->at[1] == LEVEL)
    tell_level (told, self, nida_timeline_get_slot (self->data, mark->at[0]));
  else if (mark->at[1] == WHOLE)
    tell_whole (told, self, nida_timeline_get_slot (self->data, mark->at[0]));
  else
    tell_part (told, self, nida_timeline_get_slot (self->data, mark->at[0]), mark->at[1]);
}

/**
 * nida_timeline_teller_new:
 * @recipe: that @data was made for
 *
 * Returns: (transfer full): what says the words of all marks
 */
NidaTeller *
nida_timeline_teller_new (NidaRecipe   *recipe,
                          NidaTimeline *data)
{
  return nida_teller_new (recipe->context->language, nida_recipe_currency (recipe), tell, nida_timeline_keep (data, recipe),
                          nida_timeline_let_go);
}

/* --- marks --- */

static NidaMark *
slot_mark (NidaTimelineChart *self,
           GRefString        *id,
           guint              index,
           NidaMoney          value,
           guint              which)
{
  const NidaTimelineSlot *slot = nida_timeline_get_slot (self->data, index);
  NidaMark *mark = nida_mark_new_told (self->teller, NULL, self->data->measure, value, index, which);

  if (slot->gathered)
    {
      g_autofree char *span = nida_period_to_string (slot->period);

      nida_mark_add_filter (mark, NIDA_FIELD_DATE, span);
    }
  else
    nida_mark_share_filter (mark, NIDA_FIELD_DATE, id);
  return mark;
}

NidaMark *
nida_timeline_slot_mark (NidaTimelineChart *self,
                         GRefString        *id,
                         guint              slot)
{
  return slot_mark (self, id, slot, nida_timeline_get_slot (self->data, slot)->total, WHOLE);
}

NidaMark *
nida_timeline_level_mark (NidaTimelineChart *self,
                          GRefString        *id,
                          guint              slot)
{
  NidaMark *mark = slot_mark (self, id, slot, nida_timeline_chart_level (self, slot), LEVEL);

  mark->measure = NIDA_N_MEASURES;       /* of all periods up to this */
  return mark;
}

NidaMark *
nida_timeline_part_mark (NidaTimelineChart *self,
                         GRefString        *id,
                         guint              slot,
                         guint              index)
{
  const NidaTimelineSeries *series = &self->data->series[index];
  NidaMark *mark = slot_mark (self, id, slot, nida_timeline_get_slot (self->data, slot)->parts[index], index);

  if (self->data->split == NIDA_FIELD_NONE)
    return mark;
  if (series->name != NULL)
    nida_mark_add_filter (mark, self->data->split, series->name);
  else
    nida_mark_add_rest (mark, self->data->split, g_strcmp0 (series->id, NIDA_TIMELINE_MULTIPLE) == 0);
  return mark;
}

NidaMark *
nida_timeline_band_mark (NidaTimelineChart *self,
                         const char        *id,
                         guint              index)
{
  const NidaTimelineBand *band = nida_timeline_get_band (self->data, index);
  NidaMark *mark = nida_mark_new_told (self->teller, NULL, self->data->measure, band->amount, index, BAND);

  if (band->fact != NULL)
    mark->measure = NIDA_N_MEASURES;     /* what remains of a stated total has no rows */
  else
    nida_mark_add_filter (mark, NIDA_FIELD_DATE, id);
  return mark;
}
