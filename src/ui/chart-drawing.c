/* The session says what is asked and chosen, the look how large words are and in which language. */
#include "config.h"

#include "chart-drawing.h"

#include "look.h"
#include "selected-words.h"
#include "translate.h"

#define NORMAL_WIDTH 648.0     /* a maximised chart grows its words with its size */
#define NORMAL_HEIGHT 400.0
#define MAX_GROWTH 1.6
#define PRINT_SCALE 0.75       /* words of 8 to 11 points on an A4 that lies on its side, inside of its margins … */
#define PAPER_WIDTH 806.0
#define PAPER_HEIGHT 500.0     /* … and larger ones on an A3, which hangs on a wall */

/* What everybody's words are enlarged by, or the reader's on the screen. */
static double
get_own_scale (const NidaChartDrawing *self)
{
  return self->paper ? PRINT_SCALE : nida_look_get_text_scale (nida_look_get ());
}

static double
get_growth (const NidaChartDrawing *self,
            double                  width,
            double                  height)
{
  double scale = get_own_scale (self);

  if (self->paper)
    return CLAMP (MIN (width / PAPER_WIDTH, height / PAPER_HEIGHT), 1.0, MAX_GROWTH);
  return self->maximised ? CLAMP (MIN (width / (NORMAL_WIDTH * scale), height / (NORMAL_HEIGHT * scale)), 1.0, MAX_GROWTH) : 1.0;
}

/* @inside, @compared: of a number under a brush and a second selection, or NULL. */
static NidaScene *
build (const NidaChartDrawing *self,
       const NidaChartSpec    *spec,
       double                  width,
       double                  height,
       const NidaMoney        *inside,
       const NidaMoney        *compared)
{
  NidaLook *look = nida_look_get ();
  NidaChartContext context = {
    .language = nida_look_get_language (look),
    .measurer = nida_look_get_measurer (look),
    .theme = self->paper ? NIDA_THEME_PRINT : nida_look_get_theme (look),
    .time_direction = nida_look_get_time_direction (look),
    .width = width,
    .height = height,
    .scale = get_own_scale (self) * get_growth (self, width, height),
    .growth = get_growth (self, width, height),
    .reserve_end = self->card || self->paper || self->out ? 0 : NIDA_CHART_DRAWING_BUTTONS,
    .inside = inside,
    .compared = compared,
  };

  nida_session_fill_context (self->session, spec, &context);
  context.news = self->news != NULL ? nida_chart_news_counts_get (self->news) : NULL;
  if (self->answer->cubes == NULL)
    return nida_chart_build_message (_("This chart could not be drawn"), self->answer->error, &context);
  return nida_chart_build (spec, self->answer->cubes, &context);
}

NidaScene *
nida_chart_drawing_build (const NidaChartDrawing *self,
                          double                  width,
                          double                  height)
{
  return build (self, self->spec != NULL ? self->spec : self->answer->spec, width, height, NULL, NULL);
}

/* What a list chose alone is all that is shown: a ring around one of it would say nothing. */
static gboolean
is_beside_others (const NidaFilterSet *filters,
                  const NidaMark      *mark)
{
  for (guint i = 0; i < mark->n_fields; i++)
    if (!nida_filter_set_is_alone (filters, mark->fields[i]))
      return TRUE;
  return FALSE;
}

const char *
nida_chart_drawing_find_selected (const NidaChartDrawing *self,
                                  NidaScene              *scene)
{
  const NidaFilterSet *filters = nida_session_get_filters (self->session);

  /* those beside pale ones are seen without a ring */
  if (nida_filter_set_is_empty (filters) || self->answer->spec->chosen != NULL)
    return NULL;
  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      if (node->mark != NULL && nida_filter_set_has_mark (filters, node->mark)
          && is_beside_others (filters, node->mark))
        return node->key;
    }
  return NULL;
}

/* --- under a brush --- */

static NidaScene *
build_card (const NidaChartDrawing *self,
            NidaLinked             *linked,
            guint                   whole,
            NidaScene              *scene)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_copy (self->answer->spec);
  const NidaNode *number = nida_scene_find (scene, "number");
  NidaMoney inside = number == NULL ? NIDA_MONEY_NONE : nida_linked_get_inside (linked, self->number, number);
  NidaMoney compared;

  if (number == NULL || (inside == NIDA_MONEY_NONE && !nida_linked_is_asked (linked, self->number))
      || nida_linked_is_whole (linked, self->number))
    return NULL;
  compared = nida_linked_get_compared_inside (linked, self->number, number);
  spec->whole |= whole;
  return build (self, spec, nida_scene_get_width (scene), nida_scene_get_height (scene), &inside,
                compared != NIDA_MONEY_NONE ? &compared : NULL);
}

/* The words of one that the brush leaves whole. */
static NidaScene *
say_whole (const NidaChartDrawing *self,
           guint                   whole,
           NidaScene              *scene,
           NidaScene              *picture)
{
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_copy (self->answer->spec);
  g_autoptr (NidaScene) words = NULL;

  spec->whole |= whole;
  words = build (self, spec, nida_scene_get_width (scene), nida_scene_get_height (scene), NULL, NULL);
  if (picture == NULL)
    picture = g_object_ref (words);
  nida_scene_take_words (picture, words);
  return picture;
}

static NidaScene *
build_picture (const NidaChartDrawing   *self,
               NidaLinked               *linked,
               NidaScene                *scene,
               const NidaSelectionNames *names)
{
  const NidaChartSpec *spec = self->answer->spec;
  guint whole = self->answer->cubes != NULL ? nida_linked_find_whole (linked, self->number) : 0;
  NidaScene *picture = spec->kind == NIDA_CHART_NUMBER ? build_card (self, linked, whole, scene)
                                                       : nida_linked_dup_picture (linked, self->number, names);
  g_autofree char *selected = NULL;

  if (picture != NULL || nida_linked_is_whole (linked, self->number))
    selected = nida_selected_words_describe (self->session, self->number, spec, scene);
  if ((whole & ~spec->whole) != 0)
    picture = say_whole (self, whole, scene, picture);
  if (picture != NULL)
    nida_scene_say_first (picture, selected);
  return picture;
}

NidaScene *
nida_chart_drawing_build_linked (const NidaChartDrawing *self,
                                 NidaScene              *scene)
{
  NidaLinked *linked = nida_session_get_linked (self->session);
  const NidaBrush *brush = nida_linked_get_brush (linked), *compared = nida_linked_get_compared (linked);
  g_autofree char *first = NULL, *second = NULL;
  NidaSelectionNames names;
  NidaScene *picture;

  if (brush == NULL || compared == NULL)
    return build_picture (self, linked, scene, NULL);
  /* The legend says which colour is which of two selections. */
  first = nida_selected_words_selection (self->session, brush);
  second = nida_selected_words_selection (self->session, compared);
  names = (NidaSelectionNames) { first, second, nida_look_get_measurer (nida_look_get ()) };
  picture = build_picture (self, linked, scene, &names);
  if (picture != NULL)
    nida_scene_name_in_subtitle (picture, &names);
  return picture;
}
