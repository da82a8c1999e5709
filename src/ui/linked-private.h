/* The strokes over linked charts, and what is asked for them. Between linked.c, which has the charts and their figures, and
 * link-strokes.c. */
#pragma once

#include "link-condense.h"
#include "link-job.h"
#include "link-needs.h"
#include "linked.h"

G_BEGIN_DECLS

typedef struct {
  NidaBrush       *brush;
  guint            source;        /* the chart that is brushed, or that the pointer is over */
  NidaLinkJob     *job;           /* whose index is there, or NULL */
  GCancellable    *cancellable;   /* of the index that is being made */
  gboolean         wanted;        /* an index, at the next turn of the main loop */
  gboolean         asking;        /* needs, in a thread */
  gboolean         ask_again;     /* the brush or what is drawn has changed meanwhile */
  NidaCondensed   *few;           /* rows that needs are asked of; NULL: all */
  GCancellable    *condensing;    /* of these, in a thread; or NULL */
  GCancellable    *scanning;      /* what is inside of one brush, in a thread, while there is no index; or NULL */
  gboolean         scan_again;
} NidaStroke;

enum { DRAWN, COMPARED, N_STROKES };

G_STATIC_ASSERT (N_STROKES == NIDA_LINK_STROKES);

struct _NidaLinked {
  GObject          parent_instance;

  NidaLocalEngine *engine;
  GPtrArray       *links;         /* NidaLink */
  NidaStroke       strokes[N_STROKES];
  guint            idle;
  gboolean         held;          /* no index is made */
};

/* What the index of @job, of stroke @which, says of @brush is taken by the charts; or what that of the stroke says of its own. */
void nida_linked_take_figures (NidaLinked *self, guint which, const NidaLinkJob *job, const NidaBrush *brush);
void nida_linked_answer       (NidaLinked *self, guint which);
void nida_linked_tell_changed (NidaLinked *self);

/* In link-strokes.c. An index is made once for all charts that tell of another scene in one turn of the main loop. */
void nida_linked_need_index   (NidaLinked *self, guint which);
/* What is inside of the brush as it is now, where there is no index. */
void nida_linked_scan         (NidaLinked *self, guint which);
void nida_linked_ask_needs    (NidaLinked *self, guint which);
void nida_stroke_clear        (NidaStroke *self);

G_END_DECLS
