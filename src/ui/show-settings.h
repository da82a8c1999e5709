/* What is planned of a presentation: settings of the document, so that they go where its slides go. */
#pragma once

#include "document.h"

G_BEGIN_DECLS

/* MINUTES: for the whole, 0: not planned; SECONDS: after which the next slide comes where a slide says nothing else, 0: by hand;
 * LOOP: after the last comes the first */
typedef enum { NIDA_SHOW_MINUTES, NIDA_SHOW_SECONDS, NIDA_SHOW_LOOP, NIDA_SHOW_N_SETTINGS } NidaShowSetting;

guint nida_show_settings_get (NidaDocument *document, NidaShowSetting setting);
/* One step for undo, or none where nothing is other than it was. */
void  nida_show_settings_set (NidaDocument *document, const guint values[NIDA_SHOW_N_SETTINGS]);

G_END_DECLS
