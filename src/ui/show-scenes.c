/* The pictures of a show: made once for the place where they are shown, and forgotten when anything else is to be shown in it. */
#include "config.h"

#include "show-private.h"

#define SCALE_OF_HEIGHT (1.64 / 1080.0)      /* nothing under 18 pixels on a projector of 1080 lines */

void
nida_show_forget (NidaShow *self)
{
  g_clear_object (&self->present.scene);
  g_clear_object (&self->next.scene);
}

static NidaScene *
build (NidaShow              *self,
       guint                  slide,
       guint                  step,
       const NidaShowBrushed *brushed)
{
  NidaChartContext context = {
    .language = self->languages[self->arabic],
    .measurer = self->measurers[self->arabic],
    .theme = self->theme,
    .time_direction = self->time_direction,
    .width = self->width,
    .height = self->height,
    .scale = self->height * SCALE_OF_HEIGHT,
  };

  return nida_show_source_build (self->source, slide, step, &context, brushed);
}

static NidaScene *
get_picture (NidaShow *self,
             Picture  *picture,
             guint     slide,
             guint     step)
{
  if (picture->scene == NULL || picture->slide != slide || picture->step != step)
    {
      g_clear_object (&picture->scene);
      picture->scene = build (self, slide, step, NULL);
      picture->slide = slide;
      picture->step = step;
    }
  return picture->scene;
}

NidaScene *
nida_show_get_scene (NidaShow *self)
{
  /* what was seen as the next one is the present one now */
  if (self->next.scene != NULL && self->next.slide == self->slide && self->next.step == self->step &&
      !(self->present.scene != NULL && self->present.slide == self->slide && self->present.step == self->step))
    {
      g_clear_object (&self->present.scene);
      self->present = self->next;
      self->next.scene = NULL;
    }
  return nida_show_get_n_slides (self) > 0 ? get_picture (self, &self->present, self->slide, self->step) : NULL;
}

NidaScene *
nida_show_get_next_scene (NidaShow *self)
{
  guint slide, step;

  return nida_show_find_next (self, &slide, &step) ? get_picture (self, &self->next, slide, step) : NULL;
}

NidaScene *
nida_show_build (NidaShow *self,
                 guint     slide)
{
  return build (self, slide, nida_show_source_get_n_steps (self->source, slide) - 1, NULL);
}

NidaScene *
nida_show_build_brushed (NidaShow              *self,
                         const NidaShowBrushed *brushed)
{
  return build (self, self->slide, self->step, brushed);
}

void
nida_show_set_size (NidaShow *self,
                    double    width,
                    double    height)
{
  if (self->width == width && self->height == height)
    return;
  self->width = width;
  self->height = height;
  nida_show_forget (self);
  nida_show_tell (self, NIDA_SHOW_DATA);
}

void
nida_show_set_look (NidaShow          *self,
                    NidaTheme          theme,
                    NidaTimeDirection  time_direction)
{
  self->theme = theme;
  self->time_direction = time_direction;
  nida_show_forget (self);
  nida_show_tell (self, NIDA_SHOW_DATA);
}

double
nida_show_get_width (NidaShow *self)
{
  return self->width;
}

double
nida_show_get_height (NidaShow *self)
{
  return self->height;
}
