/* The names of steps are in documents as the source code has them: another desk reads them in its own language. */
#include "config.h"

#include "undo-words.h"

#include "look.h"
#include "translate.h"

#include <string.h>

/* A line of its own in the name is the time that the step goes back to. */
char *
nida_undo_words_step (const char *name)
{
  const char *time = strchr (name, '\n');
  g_autofree char *alone = time != NULL ? g_strndup (name, (gsize) (time - name)) : g_strdup (name);
  g_autofree char *moment = NULL;

  if (time == NULL)
    return g_strdup (*alone != '\0' ? nida_pgettext ("undo", alone) : "");
  moment = nida_language_time (nida_look_get_language (nida_look_get ()), g_ascii_strtoll (time + 1, NULL, 10));
  /* Translators: a step of work, "Go Back to Earlier Version", and the day and time of that version */
  return g_strdup_printf (_("%1$s: %2$s"), nida_pgettext ("undo", alone), moment);
}

char *
nida_undo_words_undo (NidaDocument *document)
{
  const char *name = nida_document_can_undo (document) ? nida_document_get_undo_name (document) : NULL;
  g_autofree char *step = name != NULL ? nida_undo_words_step (name) : NULL;

  /* Translators: a step of work that is taken back: "Undo: Add Pledge" */
  return name != NULL ? g_strdup_printf (_("Undo: %s"), step) : g_strdup (_("Undo"));
}

char *
nida_undo_words_redo (NidaDocument *document)
{
  const char *name = nida_document_can_redo (document) ? nida_document_get_redo_name (document) : NULL;
  g_autofree char *step = name != NULL ? nida_undo_words_step (name) : NULL;

  /* Translators: a step of work that was taken back is done again: "Redo: Add Pledge" */
  return name != NULL ? g_strdup_printf (_("Redo: %s"), step) : g_strdup (_("Redo"));
}
