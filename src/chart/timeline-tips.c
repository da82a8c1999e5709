/* What the marks of a timeline say: in the tooltip, to the keyboard and to a screen reader; and what a click filters. */
#include "config.h"

#include "timeline-chart.h"

#include "query-words.h"
#include "timeline-words.h"
#include "translate.h"

void
nida_mark_take_line (NidaMark *mark,
                     char     *line)
{
  if (line != NULL)
    nida_mark_add_line (mark, line);
  g_free (line);
}

static char *
share_line (NidaTimelineChart *self,
            NidaMoney          part,
            guint64            flows)
{
  NidaLanguage *language = self->recipe->context->language;
  g_autofree char *number = nida_language_integer (language, flows);
  g_autofree char *share = NULL;
  gint64 millionths;

  if (!nida_timeline_is_sum (self->data->measure) || self->data->total <= 0 || part < 0
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

char *
nida_timeline_part_line (NidaTimelineChart *self,
                         const char        *label,
                         NidaMoney          value)
{
  g_autofree char *amount = nida_recipe_value (self->recipe, self->data->measure, value);

  return g_strdup_printf (_("%1$s: %2$s"), label, amount);
}

/* The largest parts of a column, and what the others add up to. */
static void
fill_part_lines (NidaTimelineChart      *self,
                 const NidaTimelineSlot *slot,
                 char                  **lines)
{
  gboolean used[NIDA_TIMELINE_MAX_SERIES] = { FALSE };
  NidaMoney rest = slot->total;
  guint n = 0;

  if (self->data->split == NIDA_FIELD_NONE)
    return;
  while (n < NIDA_SLOT_LINES - 1)
    {
      guint best = G_MAXUINT;

      for (guint i = 0; i < self->data->n_series; i++)
        if (!used[i] && slot->parts[i] != 0 && self->data->series[i].name != NULL
            && (best == G_MAXUINT || slot->parts[i] > slot->parts[best]))
          best = i;
      if (best == G_MAXUINT)
        break;
      used[best] = TRUE;
      nida_money_subtract (rest, slot->parts[best], &rest);
      lines[n++] = nida_timeline_part_line (self, self->data->series[best].label, slot->parts[best]);
    }
  if (rest != 0)
    lines[n] = nida_timeline_part_line (self, _("Others"), rest);
}

/* Written once a column, since a part of it says them, too. */
NidaSlotWords *
nida_slot_words_new (NidaTimelineChart      *self,
                     const NidaTimelineSlot *slot)
{
  NidaSlotWords *words = g_new0 (NidaSlotWords, 1);

  words->period = nida_timeline_slot_name (self->recipe, self->data, slot);
  words->whole = nida_recipe_value (self->recipe, self->data->measure, slot->total);
  fill_part_lines (self, slot, words->lines);
  return words;
}

void
nida_slot_words_free (NidaSlotWords *words)
{
  g_free (words->period);
  g_free (words->whole);
  for (guint i = 0; i < NIDA_SLOT_LINES; i++)
    g_free (words->lines[i]);
  g_free (words);
}

static void
add_part_lines (NidaMark            *mark,
                const NidaSlotWords *words)
{
  for (guint i = 0; words->lines[i] != NULL; i++)
    nida_mark_add_line (mark, words->lines[i]);
}

void
nida_timeline_add_date_filter (NidaMark               *mark,
                               const NidaTimelineSlot *slot)
{
  g_autofree char *id = nida_timeline_slot_id (slot);

  if (!slot->gathered)
    nida_mark_add_filter (mark, NIDA_FIELD_DATE, id);
  else
    mark->span = nida_period_to_string (slot->period);
}

NidaMark *
nida_timeline_slot_mark (NidaTimelineChart      *self,
                         const NidaTimelineSlot *slot,
                         const NidaSlotWords    *words)
{
  NidaMark *mark = nida_recipe_mark (self->recipe, words->period, self->data->measure, slot->total);

  nida_timeline_add_date_filter (mark, slot);
  if (slot->total == NIDA_MONEY_NONE)
    nida_mark_add_line (mark, _("Nothing is recorded."));
  else
    nida_mark_take_line (mark, share_line (self, slot->total, slot->flows));
  add_part_lines (mark, words);
  if (slot->requirement != NIDA_MONEY_NONE && slot->requirement > 0)
    nida_mark_take_line (mark, nida_timeline_part_line (self, nida_words_measure (NIDA_MEASURE_REQUIREMENT), slot->requirement));
  return mark;
}

NidaMark *
nida_timeline_part_mark (NidaTimelineChart      *self,
                         const NidaTimelineSlot *slot,
                         const NidaSlotWords    *words,
                         guint                   index)
{
  const NidaTimelineSeries *series = &self->data->series[index];
  g_autofree char *label = NULL, *share = NULL;
  NidaMark *mark;
  gint64 millionths;

  /* Translators: a part of a column: name, period */
  label = series->label != NULL ? g_strdup_printf (_("%1$s, %2$s"), series->label, words->period)
                                : g_strdup (words->period);
  mark = nida_recipe_mark (self->recipe, label, self->data->measure, slot->parts[index]);
  nida_timeline_add_date_filter (mark, slot);
  if (self->data->split == NIDA_FIELD_NONE)
    {
      nida_mark_take_line (mark, share_line (self, slot->total, slot->flows));
      return mark;
    }
  if (series->name != NULL)
    nida_mark_add_filter (mark, self->data->split, series->name);
  else
    nida_mark_add_rest (mark, self->data->split, g_strcmp0 (series->id, NIDA_TIMELINE_MULTIPLE) == 0);
  if (slot->total > 0 && slot->parts[index] >= 0 && nida_money_ratio (slot->parts[index], slot->total, &millionths))
    {
      share = nida_language_percent (self->recipe->context->language, millionths, 0);
      nida_mark_take_line (mark, g_strdup_printf (_("%1$s of %2$s in this period"), share, words->whole));
    }
  add_part_lines (mark, words);
  return mark;
}
