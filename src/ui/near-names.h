/* What is said below a search that finds nothing: the names that may have been meant, each to be chosen. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NidaNearNames:
 *
 * Signals:
 * - "chosen": a name, as it is shown; the search may look for it
 */
#define NIDA_TYPE_NEAR_NAMES (nida_near_names_get_type ())
G_DECLARE_FINAL_TYPE (NidaNearNames, nida_near_names, NIDA, NEAR_NAMES, GtkWidget)

GtkWidget *nida_near_names_new  (NidaSession *session);
/* @text was looked for in @fields, NIDA_FIELD_NONE behind the last, and is not there. */
void       nida_near_names_show (NidaNearNames *self, const NidaField *fields, const char *text);
/* Something is found, or nothing is looked for. */
void       nida_near_names_hide (NidaNearNames *self);

G_END_DECLS
