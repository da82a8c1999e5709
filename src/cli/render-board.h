/* The board that render draws: the one that a document opens with in the window, or the one that the data call for. */
#pragma once

#include "options.h"
#include "view.h"

G_BEGIN_DECLS

/* The board that is asked for by name, else that of the first document among the inputs that has one, in @view (transfer full), or
 * NULL where none has. What it has to say of the reading is heeded: sources that are switched off are no inputs, and data are read
 * as of its moment. To be done before the inputs are loaded. FALSE, said on standard error, with the exit @status when there is no
 * such board or it cannot be drawn as it is. */
gboolean   nida_render_open_board (NidaOptions *options, NidaView **view, int *status);
/* As one scene; its filters, rule and currency become those of @options, where these have none of their own. @view: or NULL.
 * NULL with @error. */
NidaScene *nida_render_board      (NidaOptions *options, const NidaView *view, NidaLocalEngine *engine, NidaSources *sources,
                                   const NidaChartContext *context, GError **error);

G_END_DECLS
