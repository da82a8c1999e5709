/* Fiscal years begin as the document says, or as the desk has it where it says nothing; a document with a file says it from its
 * first reading on. Windows of different documents may differ. */
#include "config.h"

#include "session-private.h"

#include "document-file.h"
#include "fiscal-start.h"
#include "look.h"
#include "translate.h"

struct _NidaSessionFiscal
{
  NidaSession  *session;      /* owns us */
  NidaDocument *document;
  guint         start;        /* by which was asked last */
};

guint
nida_document_get_fiscal_start (NidaDocument *document)
{
  guint start = document != NULL ? nida_items_get_fiscal_start (nida_document_get_items (document)) : 0;

  return start != 0 ? start : nida_look_get_fiscal_start (nida_look_get ());
}

guint
nida_session_get_fiscal_start (NidaSession *self)
{
  return nida_document_get_fiscal_start (nida_session_get_document (self));
}

static void
put (NidaSession *session,
     guint        month)
{
  NidaDocument *document = nida_session_get_document (session);

  if (nida_document_get_file (document) == NULL || nida_document_is_read_only (document))
    return;
  nida_document_begin_quietly (document, NC_("undo", "Change Fiscal Year"));
  nida_document_set_fiscal_start (document, month);
  nida_document_end (document);
}

void
nida_session_keep_fiscal_start (NidaSession *self)
{
  NidaItems *items = nida_document_get_items (nida_session_get_document (self));

  if (nida_items_get_fiscal_start (items) == 0)
    put (self, nida_look_get_fiscal_start (nida_look_get ()));
}

void
nida_session_set_fiscal_start (NidaSession *self,
                               guint        month)
{
  put (self, month);
}

/* Another document, or another month of this one or of the desk. */
static void
update (NidaSessionFiscal *self)
{
  guint start = nida_session_get_fiscal_start (self->session);

  if (start == self->start)
    return;
  self->start = start;
  nida_session_ask_again (self->session);
}

static void
take_document (NidaSessionFiscal *self)
{
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, nida_session_get_document (self->session));
  self->start = nida_session_get_fiscal_start (self->session);
  g_signal_connect_swapped (self->document, "item-changed::setting", G_CALLBACK (update), self);
}

NidaSessionFiscal *
nida_session_fiscal_new (NidaSession *session)
{
  NidaSessionFiscal *self = g_new0 (NidaSessionFiscal, 1);

  self->session = session;
  take_document (self);
  g_signal_connect_swapped (session, "document-changed", G_CALLBACK (take_document), self);
  g_signal_connect_swapped (nida_look_get (), "changed", G_CALLBACK (update), self);
  return self;
}

void
nida_session_fiscal_free (NidaSessionFiscal *self)
{
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (self->document, self);
  g_signal_handlers_disconnect_by_data (nida_look_get (), self);
  g_object_unref (self->document);
  g_free (self);
}
