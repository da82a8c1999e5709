/* The names of steps are in documents as the source code has them: another desk reads them in its own language. */
#include "config.h"

#include "undo-words.h"

#include "translate.h"

const char *
nida_undo_words_step (const char *name)
{
  return *name != '\0' ? nida_pgettext ("undo", name) : "";
}

char *
nida_undo_words_undo (NidaDocument *document)
{
  const char *name = nida_document_can_undo (document) ? nida_document_get_undo_name (document) : NULL;

  /* Translators: a step of work that is taken back: "Undo: Add Pledge" */
  return name != NULL ? g_strdup_printf (_("Undo: %s"), nida_undo_words_step (name)) : g_strdup (_("Undo"));
}

char *
nida_undo_words_redo (NidaDocument *document)
{
  const char *name = nida_document_can_redo (document) ? nida_document_get_redo_name (document) : NULL;

  /* Translators: a step of work that was taken back is done again: "Redo: Add Pledge" */
  return name != NULL ? g_strdup_printf (_("Redo: %s"), nida_undo_words_step (name)) : g_strdup (_("Redo"));
}
