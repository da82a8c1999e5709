/* What a show shows: slides of one document over data that stand still until they are told to go on. */
#pragma once

#include "chart.h"

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

struct _NidaShowSourceInterface {
  GTypeInterface parent_interface;

  guint        (*get_n_slides) (NidaShowSource *self);
  guint        (*get_n_steps)  (NidaShowSource *self, guint slide);
  guint        (*get_seconds)  (NidaShowSource *self, guint slide);
  guint        (*get_plan)     (NidaShowSource *self, guint slide);
  char *       (*dup_title)    (NidaShowSource *self, guint slide, NidaLanguage *language);
  char *       (*dup_notes)    (NidaShowSource *self, guint slide, NidaLanguage *language);
  NidaScene *  (*build)        (NidaShowSource *self, guint slide, guint step, const NidaChartContext *context);
  GPtrArray *  (*dup_ages)     (NidaShowSource *self, guint slide, NidaLanguage *language);
  char *       (*dup_pending)  (NidaShowSource *self, NidaLanguage *language);
  void         (*take)         (NidaShowSource *self);
};

guint      nida_show_source_get_n_slides (NidaShowSource *self);
/* How many pictures a slide is built up in: at least 1. */
guint      nida_show_source_get_n_steps  (NidaShowSource *self, guint slide);
/* After how long the next slide comes by itself; 0: it waits for a key. */
guint      nida_show_source_get_seconds  (NidaShowSource *self, guint slide);
/* How long the speaker means to stay; 0: not said. */
guint      nida_show_source_get_plan     (NidaShowSource *self, guint slide);
/* In one line, and what only the speaker sees; transfer full. */
char      *nida_show_source_dup_title    (NidaShowSource *self, guint slide, NidaLanguage *language);
char      *nida_show_source_dup_notes    (NidaShowSource *self, guint slide, NidaLanguage *language);
/* The slide as it stands at @step, in the size and language of @context; transfer full. */
NidaScene *nida_show_source_build        (NidaShowSource *self, guint slide, guint step, const NidaChartContext *context);
/* (element-type NidaShowAge): of each chart of the slide; transfer full. */
GPtrArray *nida_show_source_dup_ages     (NidaShowSource *self, guint slide, NidaLanguage *language);
/* What waits, as lines, or NULL where nothing does; transfer full. */
char      *nida_show_source_dup_pending  (NidaShowSource *self, NidaLanguage *language);
void       nida_show_source_take         (NidaShowSource *self);

G_END_DECLS
