/* A brush as text: a key file, for selections in documents. */
#pragma once

#include "brush.h"

G_BEGIN_DECLS

#define NIDA_BRUSH_TEXT_ERROR (nida_brush_text_error_quark ())
GQuark nida_brush_text_error_quark (void);
typedef enum { NIDA_BRUSH_TEXT_ERROR_NOT_A_SELECTION } NidaBrushTextError;

/* @name: what a person calls it. */
char      *nida_brush_to_text   (const NidaBrush *brush, const char *name);
/* @name (out, transfer full). NULL with @error for what is no selection, or asks for a field that is not known. */
NidaBrush *nida_brush_from_text (const char *text, char **name, GError **error);

G_END_DECLS
