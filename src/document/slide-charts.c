/* Charts and figures of a slide. Each is a scene of its own that is set into the slide, larger where it has much room. Its nodes
 * keep their keys behind the kind and the field of the chart, so that a chart that stands on two slides moves from one place to
 * the other. */
#include "config.h"

#include "slide-page.h"

#include "build-up.h"
#include "translate.h"

#include <math.h>

#define CHART_MARGIN 16.0     /* that a chart keeps around itself, see chart/recipe.c */
#define USUAL_SIDE  400.0     /* of a chart at zoom 1: the root of width times height */
#define MOST_ZOOM    1.2
#define NARROWEST  180.0      /* of a chart at zoom 1: two beside each other in a half of 4:3 have less, and are smaller */
#define FIGURE_GAP   18.0
#define BESIDE_ZOOM   1.6     /* of figures that have the slide for themselves */

NidaChartContext
nida_slide_page_context (NidaSlidePage       *self,
                         const NidaChartSpec *spec)
{
  NidaChartContext context = {
    .language = self->language, .measurer = self->measurer, .theme = self->context->theme,
    .time_direction = self->context->time_direction, .scale = self->scale,
  };

  if (self->context->fill != NULL)
    self->context->fill (spec, &context, self->context->fill_data);
  return context;
}

/* --- where the charts stand --- */

/* Two stand beside each other where they are not too narrow for it, of three the first has half of the room. */
void
nida_slide_grid (guint    n,
                 NidaBox  room,
                 NidaBox *boxes)
{
  double width = (room.width - NIDA_SLIDE_GUTTER) / 2, height = (room.height - NIDA_SLIDE_GUTTER / 2) / 2;
  gboolean wide = room.width > 1.6 * room.height;

  for (guint i = 0; i < n; i++)
    {
      gboolean second_column = n == 2 ? wide && i == 1 : n == 3 ? (wide ? i > 0 : i == 2) : i % 2 == 1;
      gboolean second_row = n == 2 ? !wide && i == 1 : n == 3 ? (wide ? i == 2 : i > 0) : i >= 2;

      boxes[i] = (NidaBox) { room.x + (second_column ? width + NIDA_SLIDE_GUTTER : 0),
                             room.y + (second_row ? height + NIDA_SLIDE_GUTTER / 2 : 0), width, height };
      if (n == 1 || (n == 2 && !wide) || (n == 3 && !wide && i == 0))
        boxes[i].width = room.width;
      if (n == 1 || (n == 2 && wide) || (n == 3 && wide && i == 0))
        boxes[i].height = room.height;
    }
}

/* --- sources --- */

/* Without the last day, which the foot says first. @names: those of the whole slide, or none for its own. @said: or NULL, what is
 * left out */
static char *
source_of (NidaSlidePage         *self,
           const NidaSlideAnswer *answer,
           const char * const    *names,
           const char * const    *said,
           double                 width)
{
  NidaChartContext context = nida_slide_page_context (self, answer->spec);

  context.as_of = NIDA_DATE_NONE;
  if (names[0] != NULL)
    context.sources = names;
  context.said = said;
  return answer->cubes != NULL ? nida_chart_source (answer->spec, answer->cubes, &context, width * self->scale, 1) : NULL;
}

/* What a chart says of its sources: their names, then how it was counted and what was left out. NULL where it has no answer. */
static const char * const *
sentences_of (NidaSlidePage *self,
              guint          index)
{
  const NidaSlideAnswer *answer = self->answers->charts->pdata[index];

  if (self->sentences[index] == NULL && answer->cubes != NULL)
    {
      NidaChartContext context = nida_slide_page_context (self, answer->spec);

      self->sentences[index] = nida_chart_source_sentences (answer->spec, answer->cubes, &context);
    }
  return (const char * const *) self->sentences[index];
}

void
nida_slide_page_clear (NidaSlidePage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->sentences); i++)
    g_clear_pointer (&self->sentences[i], g_strfreev);
  g_clear_pointer (&self->title, g_free);
}

static gboolean
is_said_by_all (NidaSlidePage *self,
                const char    *sentence)
{
  for (guint i = 0; i < self->answers->charts->len; i++)
    if (sentences_of (self, i) != NULL && !g_strv_contains (sentences_of (self, i), sentence))
      return FALSE;
  return TRUE;
}

/* Of what the chart at @index says besides the names: what all say, or what not all do. */
static char **
pick (NidaSlidePage *self,
      guint          index,
      gboolean       common)
{
  const char * const *sentences = sentences_of (self, index);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 1; sentences != NULL && sentences[i] != NULL; i++)
    if (is_said_by_all (self, sentences[i]) == common)
      g_strv_builder_add (builder, sentences[i]);
  return g_strv_builder_end (builder);
}

/* What the foot says for the chart at @index: the names, and what all say. */
static char **
said_by_foot (NidaSlidePage *self,
              guint          index)
{
  g_auto (GStrv) common = pick (self, index, TRUE);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (sentences_of (self, index) != NULL)
    g_strv_builder_add (builder, sentences_of (self, index)[0]);
  g_strv_builder_addv (builder, (const char **) common);
  return g_strv_builder_end (builder);
}

/* Do all charts say the same of how they were counted? Then they have no lines of their own. */
static gboolean
is_sourced_once (NidaSlidePage *self)
{
  for (guint i = 0; self->answers != NULL && i < self->answers->charts->len; i++)
    {
      g_auto (GStrv) own = pick (self, i, FALSE);

      if (own[0] != NULL)
        return FALSE;
    }
  return TRUE;
}

/* What the charts and figures of the slide draw. */
static GPtrArray *
list_specs (NidaSlidePage *self)
{
  GPtrArray *specs = g_ptr_array_new (), *lists[] = { self->answers->charts, self->answers->figures };

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; i < lists[l]->len; i++)
      g_ptr_array_add (specs, ((NidaSlideAnswer *) lists[l]->pdata[i])->spec);
  return specs;
}

/* Where a chart or a figure of the slide has its data from, each once. */
static char **
names_of_all (NidaSlidePage *self)
{
  const NidaSlideContext *context = self->context;
  NidaSources *sources = context->sources != NULL ? context->sources (self->language, context->fill_data) : NULL;
  g_autoptr (GPtrArray) specs = list_specs (self);

  return sources != NULL ? nida_sources_dup_names (sources, specs) : g_new0 (char *, 1);
}

/* The first chart, or figure, that was answered speaks for all: its names are those of all, and what only it says stands under it. */
char *
nida_slide_page_source (NidaSlidePage *self,
                        double         width)
{
  NidaSlideAnswers *answers = self->answers;
  g_auto (GStrv) names = NULL, own = NULL;
  guint first = 0;

  if (answers == NULL || answers->charts->len + answers->figures->len == 0)
    return NULL;
  names = names_of_all (self);
  if (answers->charts->len == 0)
    return source_of (self, answers->figures->pdata[0], (const char * const *) names, NULL, width);
  while (first + 1 < answers->charts->len && ((NidaSlideAnswer *) answers->charts->pdata[first])->cubes == NULL)
    first++;
  own = pick (self, first, FALSE);
  return source_of (self, answers->charts->pdata[first], (const char * const *) names, (const char * const *) own, width);
}

/* "Data to 17 Apr 2026", or NULL where no day is known. */
char *
nida_slide_page_stamp (NidaSlidePage *self)
{
  NidaSlideAnswers *answers = self->answers;
  const NidaSlideAnswer *answer = answers == NULL ? NULL : answers->charts->len > 0 ? answers->charts->pdata[0]
                                  : answers->figures->len > 0 ? answers->figures->pdata[0] : NULL;
  NidaChartContext context;
  g_autofree char *day = NULL;

  if (self->context->stamp != NULL || answer == NULL)
    return g_strdup (self->context->stamp);
  context = nida_slide_page_context (self, answer->spec);
  if (context.as_of.precision == NIDA_PRECISION_NONE)
    return NULL;
  day = nida_language_date (self->language, context.as_of, NIDA_DATE_MEDIUM);
  /* Translators: the last day of the data, in the head of a page */
  return g_strdup_printf (_("Data to %s"), day);
}

/* --- charts --- */

/* So that words are read from the last row, also on a page that is smaller itself. */
static double
least_zoom (NidaSlidePage *self)
{
  return NIDA_SLIDE_LEAST * self->context->height / NIDA_SLIDE_HEIGHT / self->scale;
}

static double
zoom_of (NidaSlidePage *self,
         NidaBox        box)
{
  double least = MIN (least_zoom (self), box.width / NARROWEST);

  return CLAMP (sqrt (box.width * box.height) / USUAL_SIDE, least, MOST_ZOOM);
}

/* With the words of a chart that a brush leaves whole. */
static NidaScene *
build_whole (const NidaSlideAnswer  *answer,
             guint                   whole,
             const NidaChartContext *context)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_copy (answer->spec);

  spec->whole |= whole;
  return nida_chart_build (spec, answer->cubes, context);
}

/* Its words say why where it could not be answered. */
NidaScene *
nida_slide_page_chart (NidaSlidePage *self,
                       guint          index,
                       NidaBox        box,
                       gboolean       alone)
{
  const NidaSlideAnswer *answer = self->answers != NULL ? self->answers->charts->pdata[index] : NULL;
  NidaChartContext context;
  g_auto (GStrv) said = NULL;
  double zoom = zoom_of (self, box);

  if (answer == NULL)
    return NULL;
  context = nida_slide_page_context (self, answer->spec);
  context.scale *= zoom;
  context.width = (box.width + 2 * CHART_MARGIN * zoom) * self->scale;
  context.height = box.height * self->scale;
  context.untitled = alone;
  context.unsourced = is_sourced_once (self);
  said = said_by_foot (self, index);
  context.said = (const char * const *) said;
  if (answer->cubes == NULL)
    return nida_chart_build_message (NULL, answer->error, &context);
  if (self->context->whole != NULL && self->context->whole[index] != 0)
    return build_whole (answer, self->context->whole[index], &context);
  return nida_chart_build (answer->spec, answer->cubes, &context);
}

static const NidaChartSpec *
spec_at (GPtrArray *charts,
         guint      index)
{
  return ((NidaSlideChart *) charts->pdata[index])->spec;
}

/* "chart/ranking-donor-0/": the same for a chart on two slides. */
char *
nida_slide_dup_prefix (const NidaSlide *slide,
                       gboolean         figure,
                       guint            index)
{
  const NidaChartSpec *spec = spec_at (figure ? slide->figures : slide->charts, index);
  const char *by = spec->query->n_by > 0 ? nida_field_get_name (spec->query->by[0].field) : "all";
  guint before = 0;

  if (figure)
    return g_strdup_printf ("figure/%s-%u/", nida_measure_get_name (spec->measure), index);
  for (guint i = 0; i < index; i++)
    before += spec_at (slide->charts, i)->kind == spec->kind;
  return g_strdup_printf ("chart/%s-%s-%u/", nida_chart_kind_get_name (spec->kind), by, before);
}

static NidaScene *
take_step (NidaSlidePage *self,
           guint          index,
           NidaScene     *chart)
{
  NidaChartKind kind = ((NidaSlideChart *) self->slide->charts->pdata[index])->spec->kind;

  if (self->slide->build == NIDA_SLIDE_BY_CHART)
    {
      self->n_steps = MAX (self->n_steps, index + 2);
      return self->step > index ? g_object_ref (chart) : NULL;
    }
  if (self->slide->build != NIDA_SLIDE_BY_PART)
    return g_object_ref (chart);
  self->n_steps = MAX (self->n_steps, nida_build_up_count (chart, kind));
  return nida_build_up_at (chart, kind, MIN (self->step, G_MAXUINT - 1));
}

static void
draw_chart (NidaSlidePage *self,
            guint          index,
            NidaBox        box,
            gboolean       alone)
{
  g_autofree char *prefix = nida_slide_dup_prefix (self->slide, FALSE, index);
  g_autoptr (NidaScene) chart = nida_slide_page_chart (self, index, box, alone), built = NULL;

  if (chart == NULL)
    {
      g_autofree char *key = g_strconcat (prefix, "waiting", NULL);
      NidaNode *frame = nida_scene_builder_rect (self->scene, key, nida_slide_page_box (self, box), NIDA_COLOR_NONE);

      frame->stroke = NIDA_COLOR_BORDER;
      return;
    }
  built = take_step (self, index, chart);
  if (built == NULL)
    return;
  nida_scene_builder_append_whole (self->scene, built, prefix, (box.x - CHART_MARGIN * zoom_of (self, box)) * self->scale, box.y * self->scale);
  nida_slide_page_say (self, nida_scene_get_title (chart));
  nida_slide_page_say (self, nida_scene_get_description (chart));
}

void
nida_slide_page_charts (NidaSlidePage *self,
                        NidaBox        room,
                        gboolean       alone)
{
  NidaBox boxes[NIDA_SLIDE_MAX_CHARTS];
  guint n = self->slide->charts->len;

  nida_slide_grid (n, room, boxes);
  for (guint i = 0; i < n; i++)
    draw_chart (self, i, boxes[i], alone);
}

/* --- figures --- */

/* How figures are set: @bare where there is no room for more than a number and its name. */
typedef struct {
  gboolean beside, bare;
  double   zoom;
} Setting;

/* @inside, @compared: or NULL, how much of it a brush and a second one have inside; @whole: bits of NidaWhole, why it is whole */
static NidaScene *
build_figure (NidaSlidePage   *self,
              guint            index,
              const Setting   *setting,
              double           width,
              const NidaMoney *inside,
              const NidaMoney *compared,
              guint            whole)
{
  const NidaSlideAnswer *answer = self->answers->figures->pdata[index];
  g_autoptr (NidaChartSpec) spec = nida_slide_chart_tell (self->slide->figures->pdata[index], answer->spec);
  NidaChartContext context = nida_slide_page_context (self, spec);

  context.scale *= setting->zoom;
  context.width = width * self->scale;
  context.height = self->height * self->scale;
  context.number = setting->bare ? NIDA_NUMBER_BARE : !setting->beside && index == 0 ? NIDA_NUMBER_LARGEST : NIDA_NUMBER_LARGE;
  context.inside = inside;
  context.compared = compared;
  spec->whole |= whole;
  if (answer->cubes == NULL)
    return nida_chart_build_message (NULL, answer->error, &context);
  return nida_chart_build (spec, answer->cubes, &context);
}

/* At scale 1. */
static double
used_height (NidaSlidePage *self,
             NidaScene     *scene)
{
  double bottom = 0;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    bottom = MAX (bottom, nida_scene_get_node (scene, i)->box.y + nida_scene_get_node (scene, i)->box.height);
  return bottom / self->scale;
}

/* Where coverage is built up, each figure comes with the part that it tells. */
static gboolean
is_figure_there (NidaSlidePage *self,
                 NidaMeasure    measure)
{
  gboolean covered = FALSE;

  for (guint i = 0; i < self->slide->charts->len; i++)
    covered |= ((NidaSlideChart *) self->slide->charts->pdata[i])->spec->kind == NIDA_CHART_COVERAGE;
  if (self->slide->build != NIDA_SLIDE_BY_PART || !covered || measure == NIDA_MEASURE_REQUIREMENT)
    return TRUE;
  return self->step >= (measure == NIDA_MEASURE_GAP ? 2u : 1u);
}

static const NidaMoney *
figure_at (const NidaMoney *figures,
           guint            index)
{
  return figures != NULL && figures[index] != NIDA_MONEY_NONE ? &figures[index] : NULL;
}

static double
arrange_figures (NidaSlidePage *self,
                 NidaBox        room,
                 const Setting *setting,
                 gboolean       draw)
{
  guint n = self->slide->figures->len;
  gboolean beside = setting->beside;
  double width = beside ? (room.width - (n - 1) * NIDA_SLIDE_GUTTER) / n : room.width, height = 0, x = room.x;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NidaScene) figure = build_figure (self, i, setting, width, NULL, NULL, 0);
      g_autofree char *prefix = nida_slide_dup_prefix (self->slide, TRUE, i);
      const NidaMoney *inside = figure_at (self->context->inside, i), *compared = figure_at (self->context->compared, i);
      guint whole = self->context->whole_figures != NULL ? self->context->whole_figures[i] : 0;
      double used = used_height (self, figure);

      if (!beside && i > 0)
        height += FIGURE_GAP * setting->zoom;
      if (draw && (inside != NULL || whole != 0))
        {
          g_object_unref (figure);
          figure = build_figure (self, i, setting, width, inside, compared, whole);
        }
      if (draw && is_figure_there (self, spec_at (self->slide->figures, i)->measure))
        {
          nida_scene_builder_append_whole (self->scene, figure, prefix, x * self->scale, (room.y + (beside ? 0 : height)) * self->scale);
          nida_slide_page_say (self, nida_scene_get_description (figure));
        }
      height = beside ? MAX (height, used) : height + used;
      x += beside ? width + NIDA_SLIDE_GUTTER : 0;
    }
  return height;
}

/* Smaller, then without what is worth knowing beside them. */
static gboolean
set_smaller (NidaSlidePage *self,
             Setting       *setting)
{
  double least = least_zoom (self);

  if (setting->zoom > least)
    setting->zoom = MAX (0.9 * setting->zoom, least);
  else if (!setting->bare)
    {
      setting->bare = TRUE;
      setting->zoom = MAX (1, least);
    }
  else
    return FALSE;
  return TRUE;
}

double
nida_slide_page_figures (NidaSlidePage *self,
                         NidaBox        room,
                         gboolean       beside,
                         gboolean       draw)
{
  Setting setting = { beside, FALSE, beside && self->slide->charts->len == 0 ? BESIDE_ZOOM : 1.0 };
  double height;

  if (self->answers == NULL || self->slide->figures->len == 0)
    return 0;
  height = arrange_figures (self, room, &setting, FALSE);
  while (height > room.height && set_smaller (self, &setting))
    height = arrange_figures (self, room, &setting, FALSE);
  if (draw)
    arrange_figures (self, room, &setting, TRUE);
  return height;
}
