/* A bar over the page that says why a document cannot be changed or saved, and what can be done about it. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NidaDocumentBar:
 *
 * Signals:
 * - "crossed" (const char *words): somebody changed the same thing elsewhere; what was done here stands
 */
#define NIDA_TYPE_DOCUMENT_BAR (nida_document_bar_get_type ())
G_DECLARE_FINAL_TYPE (NidaDocumentBar, nida_document_bar, NIDA, DOCUMENT_BAR, GtkWidget)

GtkWidget  *nida_document_bar_new       (NidaSession *session);
const char *nida_document_bar_get_words (NidaDocumentBar *self);     /* NULL while there is nothing to say */

G_END_DECLS
