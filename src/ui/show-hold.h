/* The data of a show: they stand still while the session goes on reading. */
#pragma once

#include "session.h"
#include "show-source.h"

G_BEGIN_DECLS

/**
 * NidaShowHold:
 *
 * Signals:
 * - "changed": other data are shown
 * - "pending-changed": newer data wait, more is known of them, or none do; or a source answers no more
 */
#define NIDA_TYPE_SHOW_HOLD (nida_show_hold_get_type ())
G_DECLARE_FINAL_TYPE (NidaShowHold, nida_show_hold, NIDA, SHOW_HOLD, GObject)

NidaShowHold    *nida_show_hold_new         (NidaSession *session);
NidaLocalEngine *nida_show_hold_get_engine  (NidaShowHold *self);      /* of what is shown; NULL when nothing is open */
NidaDataset     *nida_show_hold_get_bare    (NidaShowHold *self);      /* the same without the ledger; NULL likewise */
NidaColorMap    *nida_show_hold_get_colors  (NidaShowHold *self);
/* What a chart must know of the data, in the language of @context. */
void             nida_show_hold_fill        (const NidaChartSpec *spec, NidaChartContext *context, gpointer self);
/* @self: a NidaShowHold; NULL when nothing is open. Transfer none. */
NidaSources     *nida_show_hold_get_sources (NidaLanguage *language, gpointer self);
NidaLocalEngine *nida_show_hold_get_waiting (NidaShowHold *self);     /* of newer data, or NULL */
/* Newer data take the place of those shown. */
void             nida_show_hold_take        (NidaShowHold *self);
char            *nida_show_hold_dup_pending (NidaShowHold *self, NidaLanguage *language);
/* Of the sources of @specs (element-type NidaChartSpec), and those that do not answer (element-type NidaShowAge). */
GPtrArray       *nida_show_hold_dup_ages    (NidaShowHold *self, GPtrArray *specs, NidaLanguage *language);
gboolean         nida_show_hold_is_live     (NidaShowHold *self);      /* from servers */
gboolean         nida_show_hold_is_late     (NidaShowHold *self);      /* one of them could not be asked again */
/* "as of 14:05", in @language; NULL for data of files. */
char            *nida_show_hold_dup_stamp   (NidaShowHold *self, NidaLanguage *language);

G_END_DECLS
