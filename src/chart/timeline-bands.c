/* Hatched bands under a timeline: money over a span, money with a coarse date, what remains of a stated total. */
#include "config.h"

#include "timeline-chart.h"

#include "translate.h"

/* From the fullest words to the bare amount: the first that fits stands in the band. */
char *
nida_timeline_band_words (NidaRecipe             *recipe,
                          const NidaTimeline     *data,
                          const NidaTimelineBand *band,
                          guint                   form)
{
  g_autofree char *amount = nida_recipe_value (recipe, data->measure, band->amount);
  g_autofree char *period = nida_language_period (recipe->context->language, band->period, NIDA_DATE_MEDIUM);

  switch (form)
    {
    case 0:
      /* Translators: in the band of a stated total: amount, span */
      return band->fact != NULL ? g_strdup_printf (_("%1$s without a public date, %2$s"), amount, period)
                                : g_strdup_printf (_("%1$s, dated only %2$s"), amount, period);
    case 1:
      return band->fact != NULL ? g_strdup_printf (_("%s without a public date"), amount)
                                : g_strdup_printf (_("%1$s: %2$s"), period, amount);
    default:
      return g_steal_pointer (&amount);
    }
}

static void
emit_band_words (NidaTimelineChart      *self,
                 const NidaTimelineBand *band,
                 const char             *key,
                 NidaBox                 box)
{
  double height = nida_time_frame_line_height (&self->frame, NIDA_FONT_SOURCE), pad = 6 * self->frame.scale;
  double area_end = self->frame.area.x + self->frame.area.width;

  for (guint form = 0; form < 3; form++)
    {
      g_autofree char *words = nida_timeline_band_words (self->recipe, self->data, band, form);
      double width = nida_time_frame_width (&self->frame, words, NIDA_FONT_SOURCE);
      NidaBox text = { box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height };
      NidaBox back = { text.x - 3 * self->frame.scale, box.y + 1, width + 6 * self->frame.scale, box.height - 2 };
      gboolean inside = width + 2 * pad <= box.width;
      g_autofree char *behind = g_strdup_printf ("%s/back", key);

      if (!inside && form < 2)
        continue;
      if (!inside)
        text.x = box.x + box.width + pad;
      if (!inside && text.x + width > area_end)
        text.x = box.x - pad - width;
      if (!nida_placer_try (&self->frame.placer, text))
        return;
      if (inside)
        nida_time_frame_rect (&self->frame, behind, back, NIDA_COLOR_CARD);
      nida_time_frame_text (&self->frame, key, text, NIDA_FONT_SOURCE, NIDA_COLOR_TEXT, NIDA_ANCHOR_MIDDLE, words);
      return;
    }
}

/**
 * nida_timeline_bands_emit:
 *
 * One hatched band over each span, under the names of its periods and off the scale of amounts: its length is time, its
 * amount stands in words. It is never split over the periods.
 */
void
nida_timeline_bands_emit (NidaTimelineChart *self)
{
  double top = self->key_y - self->n_band_rows * NIDA_BAND_PITCH * self->frame.scale;

  for (guint i = 0; i < self->data->bands->len; i++)
    {
      const NidaTimelineBand *band = nida_timeline_get_band (self->data, i);
      double start = nida_timeline_chart_along (self, nida_period_first_day (band->period));
      double end = nida_timeline_chart_along (self, nida_period_last_day (band->period) + 1);
      NidaBox box = { start, 0, MAX (end - start, 6 * self->frame.scale), NIDA_BAND_HEIGHT * self->frame.scale };
      g_autofree char *id = nida_period_to_string (band->period);
      g_autofree char *key = g_strdup_printf ("band/%u/%s", i, id);
      g_autofree char *label = g_strdup_printf ("label/band/%u/%s", i, id);

      if (self->band_rows[i] == G_MAXUINT)
        continue;
      box.y = top + (self->band_rows[i] * NIDA_BAND_PITCH + 2) * self->frame.scale;
      nida_scene_builder_mark (nida_time_frame_hatch (&self->frame, key, box, NIDA_COLOR_GAP, NIDA_COLOR_GAP_LINE),
                               nida_timeline_band_mark (self, id, i));
      emit_band_words (self, band, label, box);
    }
}
