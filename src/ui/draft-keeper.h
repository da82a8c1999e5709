/* What a person makes by hand is kept without being asked for: a document in memory becomes a draft with the first such thing.
 * What is only looked at, however it is filtered, leaves nothing behind. */
#pragma once

#include "session.h"

G_BEGIN_DECLS

typedef struct _NidaDraftKeeper NidaDraftKeeper;

/* @failed: called with the error of a draft that could not be kept; once until one can. @kept: after one was made. */
typedef void (*NidaDraftFailedFunc) (const GError *error, gpointer data);
typedef void (*NidaDraftKeptFunc)   (gpointer data);

NidaDraftKeeper *nida_draft_keeper_new  (NidaSession *session, NidaDraftKeptFunc kept, NidaDraftFailedFunc failed, gpointer data);
void             nida_draft_keeper_free (NidaDraftKeeper *self);

/* Did a person make any of @items by hand? */
gboolean         nida_items_are_worth_keeping (NidaItems *items);

G_END_DECLS
