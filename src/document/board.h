/* A board: cards and charts about one dataset, how they are laid out, and one scene of all of them. */
#pragma once

#include "arrangement.h"
#include "chart.h"
#include "local-engine.h"
#include "nouns.h"
#include "sources.h"

G_BEGIN_DECLS

/* What the rows with money lack, so that charts are missing from a board. */
typedef enum {
  NIDA_LACKS_NOTHING = 0,
  NIDA_LACKS_DONORS  = 1 << 0,
  NIDA_LACKS_DATES   = 1 << 1,
} NidaLacks;

typedef struct {
  char      *title;               /* in the language of nida_board_new_for(), from the data */
  char      *subtitle;            /* "OCHA FTS · 8,137 flows from 11,189 rows" */
  GPtrArray *cards;               /* NidaChartSpec of kind NUMBER */
  GPtrArray *charts;              /* NidaChartSpec */
  NidaLacks  lacks;
  char      *year;                /* that figures of needs are of, "2026"; NULL where the data have needs of one year, or none */
} NidaBoard;

/* The board that fits what @engine's dataset holds: cards of requirement, received, pledged, gap and coverage, then the charts
 * that have something to show. Asks a few queries, waiting. */
NidaBoard *nida_board_new_for   (NidaLocalEngine *engine, NidaLanguage *language);
/* What is missing and why, as a sentence; NULL where nothing is. Static. */
const char *nida_board_lack_words (const NidaBoard *board);
/* @composed, with the cards and charts of @arrangement instead of its own; NULL leaves its own. */
NidaBoard *nida_board_new_arranged (const NidaBoard *composed, NidaArrangement *arrangement);
void       nida_board_free      (NidaBoard *board);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaBoard, nida_board_free)

/* A copy of @spec that asks under @filters too: its filters, dates, rule, currency and fiscal year win over the spec's
 * own filter of the same field. What is about needs stays whole under filters on donors and kinds, and asks for the years that
 * parts of years lie in, and says so; a ranking or a
 * whole under a filter on its own field has all names, with those that are not chosen pale. */
NidaChartSpec *nida_board_apply (const NidaChartSpec *spec, NidaQuery *filters);
/* Is @spec about requirements, or what is missing of them? */
gboolean       nida_board_is_about_needs (const NidaChartSpec *spec);
/* Would @spec add needs of several years, where it says no dates? It is about them, and does not lay the years out beside each
 * other. */
gboolean       nida_board_adds_needs (const NidaChartSpec *spec);
/* Gives @spec the year of @board where it would add those of all years. FALSE where it stays as it is. */
gboolean       nida_board_keep_year (const NidaBoard *board, NidaChartSpec *spec);
/* Has a need such a field? It has no donor, and is neither paid nor pledged. */
gboolean       nida_board_need_has (NidaField field);
/* Bits of NidaWhole: what @filters do not narrow in @spec, or as far as whole years only. */
guint          nida_board_find_whole (const NidaChartSpec *spec, NidaQuery *filters);
/* Has @brush anything of one of the @n @years that a plan is for? Nothing of a time where it says none. */
gboolean       nida_board_reaches_years (NidaQuery *brush, const int *years, guint n);
/* @spec, whose filters are set, narrowed by @brush as well, whatever it shows of its own field; what a need has not is passed
 * over. Transfer full; NULL where nothing can be inside. */
NidaChartSpec *nida_board_narrow (const NidaChartSpec *spec, NidaQuery *brush);
/* While somebody looks closer, @spec divides time by @step, unless it is finer by itself, and (@regions) regions into their
 * countries. To be done before filters: who looks closer at a year wants nothing of the others. */
void           nida_board_look_closer (NidaChartSpec *spec, NidaStep step, gboolean regions);
/* The line below the title where there are no chips: what the data are, and @filters as chips say them. Which noun a field has,
 * @noun says. */
typedef NidaNoun (*NidaBoardNounFunc) (NidaField field, gpointer data);
char          *nida_board_dup_subtitle (const NidaBoard *board, NidaQuery *filters, NidaLanguage *language, NidaBoardNounFunc noun,
                                        gpointer data);
/* Put @filters on every card and chart of @board. */
void           nida_board_filter (NidaBoard *board, NidaQuery *filters);

/* Which names have a hue already: timelines ask for these apart and for all others together. */
void       nida_board_set_colors (NidaBoard *board, NidaColorMap *colors);
/* The same for a chart that stands alone. */
void       nida_board_color_chart (NidaChartSpec *spec, NidaColorMap *colors);

/* Where everything stands in @width points: 16 margin and gaps, cards of at least 200×104 (wrapping), charts in one or
 * two columns. Boxes are logical (start edge), in order: cards, then charts; below @top points. Returns the height used. */
double     nida_board_layout    (const NidaBoard *board, double width, double top, double scale, NidaBox *boxes);

/* The scene of the card or chart at @index, cards first, in the size of @context; NULL with @error. */
typedef NidaScene *(*NidaBoardChartFunc) (guint index, const NidaChartSpec *spec, const NidaChartContext *context, gpointer data,
                                          GError **error);
/* The whole board as one scene, made of scenes that are there already or are made one by one. */
NidaScene *nida_board_compose   (const NidaBoard *board, const NidaChartContext *context, NidaBoardChartFunc build, gpointer data,
                                 GError **error);
/* The whole board as one scene, for an export or a screen without a window. Asks the local engine, waiting. The height
 * of @context is ignored: a board is as high as it needs; @sources names those of each chart. */
NidaScene *nida_board_build     (const NidaBoard *board, NidaLocalEngine *engine, NidaSources *sources,
                                 const NidaChartContext *context);

G_END_DECLS
