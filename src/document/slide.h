/* A slide of the presentation: its words in both languages, up to four charts, big numbers, notes, and how it is shown. A value;
 * the item of a document (NIDA_ITEM_SLIDE) is its text. */
#pragma once

#include "chart-spec.h"

G_BEGIN_DECLS

#define NIDA_SLIDE_MAX_CHARTS 4
#define NIDA_SLIDE_MAX_FIGURES 4

/* Where everything stands. Whatever a slide lacks takes no room. */
typedef enum {
  NIDA_SLIDE_ASIDE,        /* charts, and a column of figures and text beside them */
  NIDA_SLIDE_ROW,          /* figures in a row, then charts, then text */
  NIDA_SLIDE_TITLE,        /* title and text in the middle: opens a show or a part of it */
  NIDA_SLIDE_N_LAYOUTS,
} NidaSlideLayout;

typedef enum {
  NIDA_SLIDE_SHOW_LANGUAGE,  /* the language that the show has at the moment */
  NIDA_SLIDE_SIDE_BY_SIDE,   /* English and Arabic on one slide */
  NIDA_SLIDE_N_LANGUAGES,
} NidaSlideLanguages;

/* What comes in one after the other. */
typedef enum {
  NIDA_SLIDE_AT_ONCE,
  NIDA_SLIDE_BY_PART,      /* what is required, then what was received, then the gap; of others each series */
  NIDA_SLIDE_BY_CHART,     /* figures and text first, then each chart */
  NIDA_SLIDE_N_BUILDS,
} NidaSlideBuild;

/**
 * NidaSlideChart:
 * @spec: as the board or a person has it
 * @choices: (nullable): filters, days, rule, currency and prices that were chosen around it; nida_board_apply() joins both
 * @board, @index: the board that it was copied from and its place there; %NULL and 0 where it was made for the slide
 * @follows: what is changed on that board is changed here, see slide-links.h
 * @words, @words_ar: the person's own under a figure, whatever the board says; %NULL for those of @spec
 */
typedef struct {
  NidaChartSpec *spec;
  NidaQuery     *choices;
  char          *board;
  guint          index;
  gboolean       follows;
  char          *words, *words_ar;
} NidaSlideChart;

/**
 * NidaSlide:
 * @title, @title_ar: the person's own, or %NULL: in that language a message made from the data
 * @text, @text_ar: paragraphs, one a line; a line that begins with "- " is a point of a list
 * @notes, @notes_ar: what the speaker reads
 * @charts: (element-type NidaSlideChart)
 * @figures: (element-type NidaSlideChart): numbers, the first one large; the title of a spec is the words under its number
 * @seconds: after which the next slide comes by itself; 0: never
 * @minutes: planned for it; 0: an even share of what is left
 * @cut: it appears at once, without a transition
 */
typedef struct {
  NidaSlideLayout    layout;
  NidaSlideLanguages languages;
  NidaSlideBuild     build;
  char              *title, *title_ar;
  char              *text, *text_ar;
  char              *notes, *notes_ar;
  GPtrArray         *charts, *figures;
  guint              seconds;
  double             minutes;
  gboolean           cut;
} NidaSlide;

NidaSlide      *nida_slide_new        (void);
NidaSlide      *nida_slide_copy       (const NidaSlide *self);
void            nida_slide_free       (NidaSlide *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaSlide, nida_slide_free)

/* Copies of both; a number goes to the figures. NULL where there is no room for another. */
NidaSlideChart *nida_slide_add        (NidaSlide *self, const NidaChartSpec *spec, NidaQuery *choices);
/* What is asked: its spec under its choices; transfer full. */
NidaChartSpec  *nida_slide_chart_ask  (const NidaSlideChart *self);
/* @spec, which was asked, as it is drawn: with the words of its own; transfer full. */
NidaChartSpec  *nida_slide_chart_tell (const NidaSlideChart *self, const NidaChartSpec *spec);
/* Words of one language: the other one's where it has none of its own; NULL where there are none. */
const char     *nida_slide_get_title  (const NidaSlide *self, gboolean arabic);
const char     *nida_slide_get_text   (const NidaSlide *self, gboolean arabic);
const char     *nida_slide_get_notes  (const NidaSlide *self, gboolean arabic);

/* --- as the text of an item (slide-text.c) --- */

#define NIDA_SLIDE_ERROR (nida_slide_error_quark ())
typedef enum {
  NIDA_SLIDE_ERROR_NOT_A_SLIDE,     /* the text is no slide of Nida */
  NIDA_SLIDE_ERROR_UNKNOWN,         /* a newer Nida wrote it: it has something that is not known */
} NidaSlideError;
GQuark     nida_slide_error_quark (void);

char      *nida_slide_to_text     (const NidaSlide *self);
/* NULL with @error when it is not a slide. */
NidaSlide *nida_slide_from_text   (const char *text, GError **error);
gboolean   nida_slide_equal       (const NidaSlide *a, const NidaSlide *b);

G_END_DECLS
