/* Selections of a document that were given a name ("GCC", "2023 earthquakes"), to come back to and to compare. */
#pragma once

#include "brush.h"
#include "document.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * NidaSelections:
 *
 * Signals:
 * - "changed": one was kept or forgotten
 */
#define NIDA_TYPE_SELECTIONS (nida_selections_get_type ())
G_DECLARE_FINAL_TYPE (NidaSelections, nida_selections, NIDA, SELECTIONS, GObject)

NidaSelections  *nida_selections_new       (NidaDocument *document);
/* From now on those of another one. */
void             nida_selections_set_document (NidaSelections *self, NidaDocument *document);
guint            nida_selections_get_n     (NidaSelections *self);
const char      *nida_selections_get_name  (NidaSelections *self, guint index);
const NidaBrush *nida_selections_get_brush (NidaSelections *self, guint index);
/* Another selection of the same name is replaced; a name without letters is refused. Undone as any change of the document. */
gboolean         nida_selections_keep      (NidaSelections *self, const char *name, const NidaBrush *brush);
void             nida_selections_forget    (NidaSelections *self, guint index);

G_END_DECLS
