/* A timeline whose dates are filtered keeps all of its columns where whole ones are chosen; where what is chosen is finer than
 * they are, it shows that alone. */
#include "config.h"

#include "timeline-words.h"

#include "chosen.h"
#include "describe.h"
#include "translate.h"

gboolean
nida_timeline_shows (const NidaTimeline *self,
                     NidaPeriod          period)
{
  g_autofree char *value = NULL;

  if (self->narrowed_to == NULL)
    return TRUE;
  value = period.start.precision == NIDA_PRECISION_NONE ? g_strdup ("undated") : nida_period_to_string (period);
  return nida_chart_spec_has_chosen (self->narrowed_to, value);
}

static gboolean
has_column_within (const NidaTimeline  *self,
                   const NidaChartSpec *one)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      const NidaTimelineSlot *slot = nida_timeline_get_slot (self, i);
      g_autofree char *id = nida_timeline_slot_id (slot);

      if (!slot->gathered && nida_chart_spec_has_chosen (one, id))
        return TRUE;
    }
  return FALSE;
}

/* Is there no column for one of the dates that are chosen? */
gboolean
nida_timeline_misses_chosen (const NidaTimeline  *self,
                             const NidaChartSpec *spec)
{
  for (guint i = 0; spec->chosen_field == NIDA_FIELD_DATE && spec->chosen != NULL && spec->chosen[i] != NULL; i++)
    {
      char *value[] = { spec->chosen[i], NULL };
      NidaChartSpec one = { .query = spec->query, .chosen_field = NIDA_FIELD_DATE, .chosen = value };

      if (!has_column_within (self, &one))
        return TRUE;
    }
  return FALSE;
}

/* What is chosen beside columns that are not, as a part of all of them; NULL where it is none. */
char *
nida_timeline_chosen_title (NidaRecipe         *recipe,
                            const NidaTimeline *data)
{
  const NidaTimelineSlot *only = NULL;
  NidaMoney sum = 0;
  guint n = 0;
  g_autofree char *percent = NULL, *name = NULL;

  if (recipe->spec->chosen_field != NIDA_FIELD_DATE || data->narrowed_to != NULL || !nida_timeline_is_sum (data->measure))
    return NULL;
  for (guint i = 0; i < data->slots->len; i++)
    {
      const NidaTimelineSlot *slot = nida_timeline_get_slot (data, i);
      g_autofree char *id = nida_timeline_slot_id (slot);

      if (slot->total == NIDA_MONEY_NONE || !nida_chart_spec_has_chosen (recipe->spec, id))
        continue;
      sum = nida_money_plus (sum, slot->total);
      only = slot;
      n++;
    }
  if (n == 0 || sum < 0 || data->total <= 0)
    return NULL;
  percent = nida_describe_percent (recipe, nida_money_share (sum, data->total));
  if (n > 1)
    return g_strdup_printf (_("Chosen: %s of the total"), percent);
  name = nida_timeline_slot_name (recipe, data, only);
  return g_strdup_printf (_("%1$s makes up %2$s of the total"), name, percent);
}
