/* A slide as one scene: in any size and language, at any step of its build. */
#pragma once

#include "chart.h"
#include "slide-answers.h"
#include "sources.h"

G_BEGIN_DECLS

/* Fills what a chart must know of the data in the language of @context: sources, last day, colours. */
typedef void (*NidaSlideFillFunc) (const NidaChartSpec *spec, NidaChartContext *context, gpointer data);

/* The sources in @language, of which the foot of a slide names those of all its charts once; NULL for none. Transfer none. */
typedef NidaSources *(*NidaSlideSourcesFunc) (NidaLanguage *language, gpointer data);

/**
 * NidaSlideContext:
 * @languages, @measurers: English and Arabic; a slide that shows both needs both
 * @arabic: which of them the show speaks
 * @width, @height: of the slide in points; everything scales with the height
 * @number, @n_slides: which one of how many, in its foot; 0: is not told
 * @stamp: (nullable): how old the data are, "as of 14:05", before the source
 * @live: a dot says whether the sources answer: good, or @late where the last good data are shown
 * @inside: (nullable): of each figure how much a brush has inside, %NIDA_MONEY_NONE where it stays whole; its place stays as it is
 * @compared: (nullable): the same of a second selection
 * @whole: (nullable): by chart, bits of NidaWhole: a brush leaves it whole, and its words say so
 * @whole_figures: (nullable): the same by figure
 */
typedef struct {
  NidaLanguage      *languages[2];
  NidaMeasurer      *measurers[2];
  gboolean           arabic;
  NidaTheme          theme;
  NidaTimeDirection  time_direction;
  double             width, height;
  NidaSlideFillFunc  fill;
  NidaSlideSourcesFunc sources;      /* or NULL */
  gpointer           fill_data;      /* of both */
  guint              number, n_slides;
  const char        *stamp;
  gboolean           live, late;
  const NidaMoney   *inside, *compared;
  const guint8      *whole, *whole_figures;
} NidaSlideContext;

/* Above the head of a slide of @width × @height, where nothing else stands: a line of words. */
NidaBox    nida_slide_get_margin  (double width, double height);

/* A step that leaves nothing out. */
#define NIDA_SLIDE_WHOLE G_MAXUINT

/* In how many pictures the slide is built up: at least 1. Needs its answers. */
guint      nida_slide_count_steps (const NidaSlide *slide, NidaSlideAnswers *answers, const NidaSlideContext *context);
/* @answers: NULL while they are asked for: charts are empty frames. */
NidaScene *nida_slide_build       (const NidaSlide *slide, NidaSlideAnswers *answers, const NidaSlideContext *context, guint step);
/* What the keys of a chart, or of a figure, begin with in the scene of a slide, in a slide of both languages behind
 * NIDA_SLIDE_ENGLISH or NIDA_SLIDE_ARABIC; transfer full. */
char      *nida_slide_dup_prefix  (const NidaSlide *slide, gboolean figure, guint index);
#define NIDA_SLIDE_ENGLISH "en/"
#define NIDA_SLIDE_ARABIC  "ar/"
/* The title in one line: the person's own, or that of its first chart; "" where there is neither; transfer full. */
char      *nida_slide_dup_title   (const NidaSlide *slide, NidaSlideAnswers *answers, const NidaSlideContext *context);

G_END_DECLS
