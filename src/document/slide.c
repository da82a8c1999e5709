/* A slide as a plain value. */
#include "config.h"

#include "slide.h"

#include "board.h"

static void
chart_free (gpointer data)
{
  NidaSlideChart *self = data;

  nida_chart_spec_free (self->spec);
  g_clear_pointer (&self->choices, nida_query_unref);
  g_free (self->board);
  g_free (self->words);
  g_free (self->words_ar);
  g_free (self);
}

static void
copy_charts (GPtrArray *from,
             GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    {
      const NidaSlideChart *chart = from->pdata[i];
      NidaSlideChart *copy = g_new0 (NidaSlideChart, 1);

      copy->spec = nida_chart_spec_copy (chart->spec);
      copy->choices = chart->choices != NULL ? nida_query_copy (chart->choices) : NULL;
      copy->board = g_strdup (chart->board);
      copy->index = chart->index;
      copy->follows = chart->follows;
      copy->words = g_strdup (chart->words);
      copy->words_ar = g_strdup (chart->words_ar);
      g_ptr_array_add (to, copy);
    }
}

/**
 * nida_slide_new:
 *
 * Returns: (transfer full): a slide with nothing on it
 */
NidaSlide *
nida_slide_new (void)
{
  NidaSlide *self = g_new0 (NidaSlide, 1);

  self->charts = g_ptr_array_new_with_free_func (chart_free);
  self->figures = g_ptr_array_new_with_free_func (chart_free);
  return self;
}

NidaSlide *
nida_slide_copy (const NidaSlide *self)
{
  NidaSlide *copy = nida_slide_new ();

  copy->layout = self->layout;
  copy->languages = self->languages;
  copy->build = self->build;
  copy->title = g_strdup (self->title);
  copy->title_ar = g_strdup (self->title_ar);
  copy->text = g_strdup (self->text);
  copy->text_ar = g_strdup (self->text_ar);
  copy->notes = g_strdup (self->notes);
  copy->notes_ar = g_strdup (self->notes_ar);
  copy->seconds = self->seconds;
  copy->minutes = self->minutes;
  copy->cut = self->cut;
  copy_charts (self->charts, copy->charts);
  copy_charts (self->figures, copy->figures);
  return copy;
}

void
nida_slide_free (NidaSlide *self)
{
  g_free (self->title);
  g_free (self->title_ar);
  g_free (self->text);
  g_free (self->text_ar);
  g_free (self->notes);
  g_free (self->notes_ar);
  g_ptr_array_unref (self->charts);
  g_ptr_array_unref (self->figures);
  g_free (self);
}

/**
 * nida_slide_add:
 * @self: a slide
 * @spec: a chart or a number, copied
 * @choices: (nullable): what was chosen around it, copied
 *
 * Returns: (transfer none) (nullable): where it now is, or %NULL where the slide has as many as it takes
 */
NidaSlideChart *
nida_slide_add (NidaSlide           *self,
                const NidaChartSpec *spec,
                NidaQuery           *choices)
{
  gboolean figure = spec->kind == NIDA_CHART_NUMBER;
  GPtrArray *list = figure ? self->figures : self->charts;
  NidaSlideChart *chart;

  if (list->len >= (figure ? NIDA_SLIDE_MAX_FIGURES : NIDA_SLIDE_MAX_CHARTS))
    return NULL;
  chart = g_new0 (NidaSlideChart, 1);
  chart->spec = nida_chart_spec_copy (spec);
  chart->choices = choices != NULL ? nida_query_copy (choices) : NULL;
  g_ptr_array_add (list, chart);
  return chart;
}

NidaChartSpec *
nida_slide_chart_ask (const NidaSlideChart *self)
{
  return self->choices != NULL ? nida_board_apply (self->spec, self->choices) : nida_chart_spec_copy (self->spec);
}

NidaChartSpec *
nida_slide_chart_tell (const NidaSlideChart *self,
                       const NidaChartSpec  *spec)
{
  NidaChartSpec *told = nida_chart_spec_copy (spec);

  if (self->words == NULL && self->words_ar == NULL)
    return told;
  g_free (told->title);
  g_free (told->title_ar);
  told->title = g_strdup (self->words);
  told->title_ar = g_strdup (self->words_ar);
  return told;
}

const char *
nida_slide_get_title (const NidaSlide *self,
                      gboolean         arabic)
{
  return nida_chart_spec_pick (arabic, self->title, self->title_ar);
}

const char *
nida_slide_get_text (const NidaSlide *self,
                     gboolean         arabic)
{
  return nida_chart_spec_pick (arabic, self->text, self->text_ar);
}

const char *
nida_slide_get_notes (const NidaSlide *self,
                      gboolean         arabic)
{
  return nida_chart_spec_pick (arabic, self->notes, self->notes_ar);
}
