/* A document that is being opened, and whose data are not read yet: until they are, what the window shows stays as it is. */
#include "config.h"

#include "session-private.h"

#include "cache.h"

struct _NidaSessionOpening
{
  NidaSession   *session;     /* owns us */
  NidaDocument  *document;    /* NULL for a fresh one */
  NidaCarried   *carried;     /* the data in it, or NULL; also when it is open, since what was read of others is put there after that */
  char         **inputs;      /* also those that are switched off; NULL where nothing is being opened */
};

void
nida_session_open (NidaSession        *session,
                   const char * const *inputs)
{
  nida_session_open_document (session, NULL, inputs);
}

static void
set_document (NidaSessionOpening *self,
              NidaDocument       *document)
{
  g_set_object (&self->document, document);
  g_clear_object (&self->carried);
  if (document != NULL)
    self->carried = nida_session_new_carried (self->session, document);
}

static void
start (NidaSessionOpening *self,
       const char * const *inputs)
{
  g_autoptr (NidaFilterSet) filters = nida_session_opening_dup_filters (self);
  g_autoptr (GPtrArray) on = g_ptr_array_new ();

  g_strfreev (self->inputs);
  self->inputs = g_strdupv ((char **) inputs);
  for (guint i = 0; inputs[i] != NULL; i++)
    if (!nida_filter_set_is_off (filters, inputs[i]))
      g_ptr_array_add (on, (gpointer) inputs[i]);
  g_ptr_array_add (on, NULL);
  nida_session_load_start (nida_session_get_load (self->session), (const char * const *) on->pdata, NIDA_READING_OPEN, NULL);
}

void
nida_session_open_document (NidaSession        *session,
                            NidaDocument       *document,
                            const char * const *inputs)
{
  NidaSessionOpening *self = nida_session_get_opening (session);
  NidaSessionView *view = nida_session_get_view (session);
  gboolean is_empty = nida_session_get_shown (session) == NULL;

  /* A document without data, as templates make it, is for those that are opened next. */
  if (document == NULL && is_empty && nida_session_view_has_items (view))
    document = nida_session_get_document (session);
  /* What it says is there before there are any data. */
  if (document != NULL && inputs[0] == NULL && is_empty)
    {
      nida_session_view_take_document (view, document);
      nida_session_tell_document (session);
      return;
    }
  set_document (self, document);
  start (self, inputs);
}

NidaDocument *
nida_session_opening_get_document (NidaSessionOpening *self)
{
  return self->document;
}

NidaCopies *
nida_session_opening_get_copies (NidaSessionOpening *self)
{
  if (self->carried == NULL)
    return NIDA_COPIES (nida_cache_get_default ());
  nida_carried_update (self->carried);
  return NIDA_COPIES (self->carried);
}

NidaFilterSet *
nida_session_opening_dup_filters (NidaSessionOpening *self)
{
  return nida_session_view_dup_opening (nida_session_get_view (self->session), self->document);
}

NidaLayouts *
nida_session_opening_dup_layouts (NidaSessionOpening *self)
{
  return nida_session_layouts_dup (nida_session_get_layouts (self->session), self->document);
}

NidaDocument *
nida_session_opening_take (NidaSessionOpening   *self,
                           char               ***inputs)
{
  *inputs = g_steal_pointer (&self->inputs);
  return g_steal_pointer (&self->document);
}

NidaSessionOpening *
nida_session_opening_new (NidaSession *session)
{
  NidaSessionOpening *self = g_new0 (NidaSessionOpening, 1);

  self->session = session;
  return self;
}

void
nida_session_opening_free (NidaSessionOpening *self)
{
  g_clear_object (&self->document);
  g_clear_object (&self->carried);
  g_strfreev (self->inputs);
  g_free (self);
}
