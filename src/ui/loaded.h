/* What one reading of the inputs of a window gives: data, engine, boards, sources, first answers. Private to the session. */
#pragma once

#include "answers.h"
#include "arrangement.h"
#include "change-set.h"
#include "layouts.h"
#include "ledger.h"
#include "sources.h"

G_BEGIN_DECLS

typedef struct _NidaLoaded NidaLoaded;

/* An earlier reading of the same inputs, immutable and counted. */
typedef struct {
  gatomicrefcount  ref_count;
  char           **inputs;
  NidaAliases     *aliases;     /* names that were one, or NULL */
  NidaLayouts     *layouts;     /* by which it was read, or NULL */
  NidaDataset     *dataset;
  gint64           since;       /* microseconds since 1970 */
} NidaBaseline;

/* @dataset, which was read as @like was. */
NidaBaseline *nida_baseline_new   (NidaLoaded *like, NidaDataset *dataset, gint64 since);
NidaBaseline *nida_baseline_ref   (NidaBaseline *self);
void          nida_baseline_unref (NidaBaseline *self);

/* Everything that is made from one reading of the inputs, ready to be put in place. */
struct _NidaLoaded {
  gatomicrefcount  ref_count;
  char           **inputs;
  NidaDataset     *bare;        /* what the inputs hold */
  NidaLedger      *ledger;      /* the desk's own figures that are counted beside it, or NULL */
  NidaDataset     *dataset;     /* both */
  NidaLocalEngine *engine;
  NidaBoard       *composed;    /* as the data call for */
  NidaArrangement *arrangement; /* of the board, or NULL */
  NidaBoard       *board;
  NidaSources     *sources;
  NidaSources     *translated;  /* the same in the other language, or NULL until a chart is made in it */
  NidaFilterSet   *filters;
  NidaAnswers     *answers;
  NidaLayouts     *layouts;     /* by which the inputs were read, or NULL */
  GPtrArray       *keeps;       /* of what was read ahead: what is still to be kept; or NULL */
  NidaBaseline    *baseline;    /* what it is compared with, or NULL */
  NidaChangeSet   *changes;     /* since then; NULL when nothing differs, or of an earlier moment */
  guint            n_fresh;     /* of what differs from the reading before */
};

NidaLoaded *nida_loaded_new          (char **inputs, NidaDataset *dataset, const NidaFilterSet *filters, guint64 fields,
                                      guint fiscal_start, NidaLanguage *language);
/* @bare: what @inputs hold; @ledger: what stands beside it, or NULL; @colors: which donors keep theirs, or NULL. The rest as
 * above. */
NidaLoaded *nida_loaded_new_beside   (char **inputs, NidaDataset *bare, NidaLedger *ledger, const NidaFilterSet *filters,
                                      guint64 fields, guint fiscal_start, NidaLanguage *language, NidaColorMap *colors);
/* The board of @loaded with other charts, ready to be asked; any thread that holds @loaded. */
NidaBoard  *nida_loaded_arrange      (NidaLoaded *loaded, NidaArrangement *arrangement);
/* The same in another language; transfer full. */
NidaLoaded *nida_loaded_speak        (NidaLoaded *loaded, NidaLanguage *language);
/* The sources in @language, or in that of @loaded where it is NULL; of the thread that shows @loaded. */
NidaSources *nida_loaded_get_sources (NidaLoaded *loaded, NidaLanguage *language);
/* What a chart must know of the data, as nida_session_fill_context(); with colours. */
void        nida_loaded_fill         (NidaLoaded *loaded, const NidaChartSpec *spec, NidaChartContext *context);
NidaLoaded *nida_loaded_ref          (NidaLoaded *loaded);
void        nida_loaded_unref        (NidaLoaded *loaded);

/* Compare @loaded, which nobody else knows yet, with what was shown @before and with the @baseline of that, either of which
 * may be NULL; any thread. */
void        nida_loaded_compare      (NidaLoaded *loaded, NidaLoaded *before, NidaBaseline *baseline);
/* The same of the ledger alone: what was entered since @before has come. */
void        nida_loaded_take_entered (NidaLoaded *loaded, NidaLoaded *before);

G_END_DECLS
