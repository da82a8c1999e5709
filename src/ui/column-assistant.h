/* Says what the columns of a table of somebody's own hold: shows what was detected, takes corrections, remembers them. */
#pragma once

#include "layouts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_COLUMN_ASSISTANT (nida_column_assistant_get_type ())
G_DECLARE_FINAL_TYPE (NidaColumnAssistant, nida_column_assistant, NIDA, COLUMN_ASSISTANT, GtkWindow)

/* Signals: "confirmed": the layout is remembered in @layouts, and the inputs can be read.
 * @inputs: those of a session, the tables among which can be looked at; @reason: why it opens by itself, or NULL. */
GtkWidget        *nida_column_assistant_new        (GtkWindow *parent, const char * const *inputs, NidaLayouts *layouts,
                                                    const char *reason);
/* For tests: the layout as it is shown; NULL before the table was looked at, or when it is none. */
const NidaLayout *nida_column_assistant_get_layout (NidaColumnAssistant *self);

G_END_DECLS
