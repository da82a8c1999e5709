/* Donors keep their colours in the document that is open. */
#include "config.h"

#include "session-private.h"

#include "document-file.h"
#include "donor-hues.h"

NidaColorMap *
nida_session_dup_donor_hues (NidaDocument *document,
                             NidaLoaded   *before)
{
  NidaColorMap *said = document != NULL ? nida_items_dup_donor_hues (nida_document_get_items (document)) : NULL;

  if (said != NULL || before == NULL)
    return said;
  return nida_color_map_ref (before->sources->colors);
}

/* Who is in a source that is missing or switched off, or came later than the day that is looked at, gives nothing away. */
static gboolean
shows_all (NidaSession *self,
           NidaLoaded  *shown)
{
  const char * const *inputs = nida_session_get_inputs (self);

  return shown->sources->missing == NULL && shown->sources->read_as_of == 0
         && (inputs == NULL || g_strv_length ((char **) inputs) == g_strv_length (shown->inputs));
}

void
nida_session_keep_donor_hues (NidaSession *self)
{
  NidaDocument *document = nida_session_get_document (self);
  NidaLoaded *shown = nida_session_get_shown (self);

  /* who only looks at data makes no document */
  if (shown != NULL && nida_document_get_file (document) != NULL && !nida_document_is_read_only (document) && shows_all (self, shown))
    nida_document_keep_donor_hues (document, shown->sources->colors);
}
