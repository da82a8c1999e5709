/* The direction of time: one flip between points along time and logical points. Text keeps the chart's own direction;
 * only where things stand is turned. */
#include "config.h"

#include "time-frame.h"

#include "translate.h"

#include <math.h>

/**
 * nida_time_frame_init:
 *
 * Takes the plot of @recipe, which must have its frame. Time runs from left to right unless the person chose otherwise,
 * in an Arabic chart too; the cue is due whenever the direction may be doubted: in all Arabic charts, and where it was changed.
 */
void
nida_time_frame_init (NidaTimeFrame *self,
                      NidaRecipe    *recipe)
{
  self->recipe = recipe;
  self->area = recipe->plot;
  self->scale = recipe->scale;
  self->reversed = nida_recipe_time_reversed (recipe);
  self->cue = self->reversed || nida_recipe_is_rtl (recipe);
  nida_placer_init (&self->placer, recipe->plot);
}

void
nida_time_frame_clear (NidaTimeFrame *self)
{
  nida_placer_clear (&self->placer);
}

double
nida_time_frame_x (const NidaTimeFrame *self,
                   double               along)
{
  return self->reversed ? 2 * self->area.x + self->area.width - along : along;
}

/**
 * nida_time_frame_flip:
 *
 * From points along time to logical points, and back: it is its own inverse.
 */
NidaBox
nida_time_frame_flip (const NidaTimeFrame *self,
                      NidaBox              box)
{
  if (self->reversed)
    box.x = nida_time_frame_x (self, box.x + box.width);
  return box;
}

NidaAnchor
nida_time_frame_anchor (const NidaTimeFrame *self,
                        NidaAnchor           anchor)
{
  if (!self->reversed || anchor == NIDA_ANCHOR_MIDDLE)
    return anchor;
  return anchor == NIDA_ANCHOR_START ? NIDA_ANCHOR_END : NIDA_ANCHOR_START;
}

/**
 * nida_time_frame_width:
 *
 * Returns: the width of a box that holds @text on one line, a little more than the words themselves
 */
double
nida_time_frame_width (const NidaTimeFrame *self,
                       const char          *text,
                       NidaFont             font)
{
  return ceil (nida_recipe_text_width (self->recipe, text, font)) + 1;
}

double
nida_time_frame_line_height (const NidaTimeFrame *self,
                             NidaFont             font)
{
  return nida_font_line_height (font, self->scale);
}

NidaNode *
nida_time_frame_rect (NidaTimeFrame *self,
                      const char    *key,
                      NidaBox        box,
                      NidaColor      fill)
{
  return nida_scene_builder_rect (self->recipe->scene, key, nida_time_frame_flip (self, box), fill);
}

NidaNode *
nida_time_frame_line (NidaTimeFrame *self,
                      const char    *key,
                      NidaPoint      from,
                      NidaPoint      to,
                      NidaColor      stroke,
                      double         width)
{
  from.x = nida_time_frame_x (self, from.x);
  to.x = nida_time_frame_x (self, to.x);
  return nida_scene_builder_line (self->recipe->scene, key, from, to, stroke, width);
}

NidaNode *
nida_time_frame_circle (NidaTimeFrame *self,
                        const char    *key,
                        NidaPoint      centre,
                        double         radius,
                        NidaColor      fill)
{
  centre.x = nida_time_frame_x (self, centre.x);
  return nida_scene_builder_circle (self->recipe->scene, key, centre, radius, fill);
}

NidaNode *
nida_time_frame_text (NidaTimeFrame *self,
                      const char    *key,
                      NidaBox        box,
                      NidaFont       font,
                      NidaColor      color,
                      NidaAnchor     anchor,
                      const char    *text)
{
  return nida_scene_builder_text (self->recipe->scene, key, nida_time_frame_flip (self, box), font, color,
                                  nida_time_frame_anchor (self, anchor), text);
}

/**
 * nida_time_frame_hatch:
 *
 * A hatched box with an outline, for what is known only in part.
 */
NidaNode *
nida_time_frame_hatch (NidaTimeFrame *self,
                       const char    *key,
                       NidaBox        box,
                       NidaColor      fill,
                       NidaColor      stroke)
{
  NidaNode *node = nida_time_frame_rect (self, key, box, fill);

  node->pattern = NIDA_PATTERN_HATCH;
  node->stroke = stroke;
  node->line_width = self->scale;
  return node;
}

void
nida_time_frame_arrow (NidaTimeFrame *self,
                       double         along,
                       double         y)
{
  double size = 4 * self->scale;
  NidaPoint points[3] = { { along - size, y - size }, { along, y }, { along - size, y + size } };

  if (!self->cue)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    points[i].x = nida_time_frame_x (self, points[i].x);
  nida_scene_builder_polyline (self->recipe->scene, "axis/arrow", points, G_N_ELEMENTS (points), NIDA_COLOR_AXIS,
                               self->scale);
}

char *
nida_time_frame_latest (NidaTimeFrame *self,
                        NidaDate       date)
{
  g_autofree char *words = nida_language_date (self->recipe->context->language, date, NIDA_DATE_MEDIUM);

  /* Translators: the newest date of a chart, at the newest end of its time axis */
  return g_strdup_printf (_("Latest: %s"), words);
}
