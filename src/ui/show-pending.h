/* What newer data have that those shown do not, in a few figures; counted in a thread. */
#pragma once

#include "language.h"
#include "row-marks.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * NidaShowPending:
 * @n_new, @n_changed, @n_vanished: flows
 * @before, @after: what was received, in @currency
 * @came: the new and changed ones, or NULL
 */
typedef struct {
  guint         n_new, n_changed, n_vanished;
  NidaMoney     before, after;
  char         *currency;
  NidaRowMarks *came;
} NidaShowPending;

void             nida_show_pending_count_async  (NidaLocalEngine *before, NidaLocalEngine *after, const char *currency,
                                                 GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
NidaShowPending *nida_show_pending_count_finish (GAsyncResult *result, GError **error);
void             nida_show_pending_free         (NidaShowPending *self);
gboolean         nida_show_pending_is_same      (const NidaShowPending *self);
/* "587 new flows\nReceived from $7.32B to $9.24B"; @self NULL: not counted yet. Transfer full. */
char            *nida_show_pending_dup_words    (const NidaShowPending *self, NidaLanguage *language);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaShowPending, nida_show_pending_free)

G_END_DECLS
