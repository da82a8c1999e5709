/* What the files that draw one slide in one language share. Private to document/. */
#pragma once

#include "slide-scene.h"

G_BEGIN_DECLS

/* Points at scale 1, of which a slide is always 540 high: 1080 lines of a projector are scale 2. */
#define NIDA_SLIDE_HEIGHT  540.0
#define NIDA_SLIDE_MARGIN  48.0
#define NIDA_SLIDE_GUTTER  28.0
#define NIDA_SLIDE_LEAST    0.82   /* of which the smallest font, 11 points, has 18 pixels on 1080 lines */

/**
 * NidaSlidePage:
 * @width, @height: at scale 1, like every box
 * @n_steps: how many steps its charts have, found while they are drawn
 * @sentences: what each chart says of its sources, asked once; freed by nida_slide_page_clear()
 */
typedef struct {
  const NidaSlide        *slide;
  NidaSlideAnswers       *answers;
  const NidaSlideContext *context;
  NidaLanguage           *language;
  NidaMeasurer           *measurer;
  NidaSceneBuilder       *scene;
  GString                *description;
  char                   *title;
  gboolean                arabic;
  double                  scale, width, height;
  guint                   step, n_steps;
  char                  **sentences[NIDA_SLIDE_MAX_CHARTS];
} NidaSlidePage;

/* --- slide-words.c --- */

NidaBox nida_slide_page_box        (NidaSlidePage *self, NidaBox box);     /* in points of the scene */
void    nida_slide_page_say        (NidaSlidePage *self, const char *sentence);
/* @text in the largest of the fonts of a title that holds it; returns the height, of at most @room. */
double  nida_slide_page_heading    (NidaSlidePage *self, const char *key, NidaBox room, NidaAnchor anchor, double zoom, const char *text);
/* Paragraphs and points of a list, smaller where there is no room; returns the height. With @draw FALSE it is only measured. */
double  nida_slide_page_paragraphs (NidaSlidePage *self, NidaBox room, const char *text, NidaAnchor anchor, gboolean draw);
double  nida_slide_page_line       (NidaSlidePage *self, const char *key, NidaBox box, NidaFont font, NidaColor color, NidaAnchor anchor, const char *text);

/* --- slide-charts.c --- */

/* What the chart context of this page begins with. */
NidaChartContext nida_slide_page_context (NidaSlidePage *self, const NidaChartSpec *spec);
void    nida_slide_page_clear      (NidaSlidePage *self);
/* Where @n charts stand in @room. */
void    nida_slide_grid            (guint n, NidaBox room, NidaBox *boxes);
/* The chart at @index as large as @box; @alone: its words are those of the slide. NULL while there are no answers. */
NidaScene *nida_slide_page_chart   (NidaSlidePage *self, guint index, NidaBox box, gboolean alone);
void    nida_slide_page_charts     (NidaSlidePage *self, NidaBox room, gboolean alone);
/* All figures below each other, or beside; as small as they may be where @room is not high enough. Returns the height. */
double  nida_slide_page_figures    (NidaSlidePage *self, NidaBox room, gboolean beside, gboolean draw);
/* How old the data are; NULL where that is not known. */
char   *nida_slide_page_stamp      (NidaSlidePage *self);
/* What the foot says of the sources in a line of @width, or more where it must; NULL where nothing is shown. */
char   *nida_slide_page_source     (NidaSlidePage *self, double width);

G_END_DECLS
