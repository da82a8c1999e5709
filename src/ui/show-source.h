/* What a show shows: slides of one document over data that stand still until they are told to go on. */
#pragma once

#include "brush.h"
#include "chart.h"
#include "local-engine.h"

G_BEGIN_DECLS

/**
 * NidaShowSource:
 *
 * The figures of a show are frozen: whatever comes from the sources waits until nida_show_source_take().
 *
 * Signals:
 * - "slides-changed": other slides, or other words on them
 * - "data-changed": the scenes of all slides are others: what waited was taken, or an own figure was put in
 * - "pending-changed": something waits, more does, or nothing any more
 */
#define NIDA_TYPE_SHOW_SOURCE (nida_show_source_get_type ())
G_DECLARE_INTERFACE (NidaShowSource, nida_show_source, NIDA, SHOW_SOURCE, GObject)

/* Where one chart of a slide has its figures from: @name of what is drawn, @words of how old it is. */
typedef struct {
  char    *name, *words;
  gboolean late;            /* it could not be read again, or is of an earlier moment */
} NidaShowAge;

void nida_show_age_free (gpointer age);

/**
 * NidaShowPart:
 *
 * A chart or a figure as it stands on a slide.
 * @prefix: of its keys in the scene of the slide
 * @index: among the charts, or among the figures
 */
typedef struct {
  char          *prefix;
  NidaChartSpec *spec;
  gboolean       figure;
  guint          index;
} NidaShowPart;

NidaShowPart *nida_show_part_new  (const char *prefix, const NidaChartSpec *spec, gboolean figure, guint index);
void          nida_show_part_free (gpointer part);

/**
 * NidaShowBrushed:
 *
 * What a brush changes of a slide's words.
 * @inside, @compared: by figure, how much of it is inside, and inside a second selection, or %NIDA_MONEY_NONE
 * @whole: by chart, bits of NidaWhole: it stays whole, and says so
 * @whole_figures: the same by figure
 */
typedef struct {
  const NidaMoney *inside, *compared;
  const guint8    *whole, *whole_figures;
} NidaShowBrushed;

struct _NidaShowSourceInterface {
  GTypeInterface parent_interface;

  guint        (*get_n_slides) (NidaShowSource *self);
  guint        (*get_n_steps)  (NidaShowSource *self, guint slide);
  guint        (*get_seconds)  (NidaShowSource *self, guint slide);
  guint        (*get_plan)     (NidaShowSource *self, guint slide);
  char *       (*dup_title)    (NidaShowSource *self, guint slide, NidaLanguage *language);
  char *       (*dup_notes)    (NidaShowSource *self, guint slide, NidaLanguage *language);
  NidaScene *  (*build)        (NidaShowSource *self, guint slide, guint step, const NidaChartContext *context, const NidaShowBrushed *brushed);
  GPtrArray *  (*dup_ages)     (NidaShowSource *self, guint slide, NidaLanguage *language);
  char *       (*dup_pending)  (NidaShowSource *self, NidaLanguage *language);
  void         (*take)         (NidaShowSource *self);
  /* where nothing can be brushed: NULL */
  GPtrArray *  (*dup_parts)    (NidaShowSource *self, guint slide);
  NidaLocalEngine * (*get_engine) (NidaShowSource *self);
  /* where nothing is ever compared: both NULL */
  gboolean     (*find_comparison) (NidaShowSource *self, const NidaBrush **first, const NidaBrush **second);
  char *       (*dup_selection) (NidaShowSource *self, const NidaBrush *brush, NidaLanguage *language);
  /* where all slides are known: NULL */
  guint        (*get_n_unknown) (NidaShowSource *self);
};

guint      nida_show_source_get_n_slides (NidaShowSource *self);
/* How many slides are passed over, since this version does not know what is on them. */
guint      nida_show_source_get_n_unknown (NidaShowSource *self);
/* How many pictures a slide is built up in: at least 1. */
guint      nida_show_source_get_n_steps  (NidaShowSource *self, guint slide);
/* After how long the next slide comes by itself; 0: it waits for a key. */
guint      nida_show_source_get_seconds  (NidaShowSource *self, guint slide);
/* How long the speaker means to stay; 0: not said. */
guint      nida_show_source_get_plan     (NidaShowSource *self, guint slide);
/* In one line, and what only the speaker sees; transfer full. */
char      *nida_show_source_dup_title    (NidaShowSource *self, guint slide, NidaLanguage *language);
char      *nida_show_source_dup_notes    (NidaShowSource *self, guint slide, NidaLanguage *language);
/* The slide as it stands at @step, in the size and language of @context; @brushed: or NULL; transfer full. */
NidaScene *nida_show_source_build        (NidaShowSource *self, guint slide, guint step, const NidaChartContext *context,
                                          const NidaShowBrushed *brushed);
/* (element-type NidaShowAge): of each chart of the slide; transfer full. */
GPtrArray *nida_show_source_dup_ages     (NidaShowSource *self, guint slide, NidaLanguage *language);
/* What waits, as lines, or NULL where nothing does; transfer full. */
char      *nida_show_source_dup_pending  (NidaShowSource *self, NidaLanguage *language);
void       nida_show_source_take         (NidaShowSource *self);
/* (element-type NidaShowPart) (nullable): what is drawn on the slide, as far as it is answered; transfer full. */
GPtrArray *nida_show_source_dup_parts    (NidaShowSource *self, guint slide);
/* Who answers for what is shown; NULL for nobody. */
NidaLocalEngine *nida_show_source_get_engine (NidaShowSource *self);
/* Two selections that are compared in the window, and what one is called; transfer none, and full. */
gboolean   nida_show_source_find_comparison (NidaShowSource *self, const NidaBrush **first, const NidaBrush **second);
char      *nida_show_source_dup_selection   (NidaShowSource *self, const NidaBrush *brush, NidaLanguage *language);

G_END_DECLS
