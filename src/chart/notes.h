/* Words that a person has written beside data: placed by their datum, with a leader to it. */
#pragma once

#include "recipe.h"

G_BEGIN_DECLS

#define NIDA_NOTE_KEY "own-note/"     /* of the node with the words, and the number of the note */

/* Over everything that was drawn; private to chart/. */
void     nida_notes_emit (NidaRecipe *recipe);

/* Which note of the spec the node at @key of a scene is; G_MAXUINT where it is none. */
guint    nida_note_find  (const char *key);
/* Where the datum of note @index stands in @scene, in points; FALSE where it is not drawn. */
gboolean nida_note_get_datum (NidaScene *scene, guint index, NidaPoint *datum);

G_END_DECLS
