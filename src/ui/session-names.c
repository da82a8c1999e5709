/* Names that are one. What is said holds in every window and is kept for all of them; the document remembers it too, so that
 * it means the same elsewhere, and so that undo takes it back. */
#include "config.h"

#include "session-private.h"

#include "alias-items.h"
#include "alias-store.h"
#include "translate.h"

struct _NidaSessionNames
{
  NidaSession *session;     /* owns the view that owns us */
  NidaAliases *said;        /* the person's list when it was looked at last */
  NidaAliases *base;        /* the same without what was said in this document */
  gboolean     is_saying;
};

static NidaAliasStore *
store (void)
{
  return nida_alias_store_get ();
}

static void
take (NidaAliases **place,
      NidaAliases  *aliases)
{
  nida_aliases_ref (aliases);
  g_clear_pointer (place, nida_aliases_unref);
  *place = aliases;
}

/* What another window says holds here as if it had always been so, unless the document says something else: then it is a step
 * that can be undone here as well. */
static void
said_cb (NidaSessionNames *self)
{
  NidaAliases *now = nida_alias_store_get_aliases (store ());
  NidaDocument *document = nida_session_get_document (self->session);
  g_autoptr (NidaAliases) before = nida_aliases_ref (self->said), base = NULL;

  if (self->is_saying || nida_aliases_equal (before, now))
    return;
  base = nida_alias_items_patch (self->base, before, now);
  take (&self->said, now);
  take (&self->base, base);
  if (nida_alias_items_oppose (nida_document_get_items (document), before, now))
    {
      self->is_saying = TRUE;
      nida_document_begin (document, NC_("undo", "Join Names"), NULL);
      nida_alias_items_put (document, before, now);
      nida_document_end (document);
      self->is_saying = FALSE;
    }
  nida_session_view_update (nida_session_get_view (self->session));
}

/* FALSE with @error, and what others wrote is taken, where the list cannot be kept. */
static gboolean
write_list (NidaSessionNames  *self,
            NidaAliases       *aliases,
            GError           **error)
{
  gboolean kept;

  self->is_saying = TRUE;
  kept = nida_alias_store_set (store (), aliases, error);
  self->is_saying = FALSE;
  if (kept)
    take (&self->said, aliases);
  else
    said_cb (self);
  return kept;
}

void
nida_session_names_keep (NidaSessionNames *self,
                         NidaAliases      *before,
                         NidaAliases      *after)
{
  g_autoptr (NidaAliases) list = nida_alias_items_patch (nida_alias_store_get_aliases (store ()), before, after);
  g_autoptr (GError) error = NULL;

  if (!self->is_saying && !write_list (self, list, &error))
    nida_session_tell_failed (self->session, error, TRUE);
}

NidaAliases *
nida_session_names_dup (NidaSessionNames *self,
                        NidaDocument     *document)
{
  return nida_alias_items_overlay (nida_document_get_items (document), self->base);
}

gboolean
nida_session_set_aliases (NidaSession  *session,
                          NidaAliases  *aliases,
                          GError      **error)
{
  NidaSessionNames *self = nida_session_view_get_names (nida_session_get_view (session));
  NidaDocument *document = nida_session_get_document (session);
  g_autoptr (NidaAliases) before = nida_aliases_copy (nida_filter_set_get_aliases (nida_session_get_filters (session)));
  g_autoptr (NidaAliases) list = nida_alias_items_patch (nida_alias_store_get_aliases (store ()), before, aliases);

  if (!write_list (self, list, error))
    return FALSE;
  self->is_saying = TRUE;
  nida_document_begin (document, NC_("undo", "Join Names"), NULL);
  nida_alias_items_put (document, before, aliases);
  nida_document_end (document);
  self->is_saying = FALSE;
  if (nida_document_is_read_only (document))
    {
      g_autoptr (NidaAliases) base = nida_alias_items_patch (self->base, before, aliases);

      take (&self->base, base);
      nida_session_view_update (nida_session_get_view (session));
    }
  return TRUE;
}

NidaSessionNames *
nida_session_names_new (NidaSession *session)
{
  NidaSessionNames *self = g_new0 (NidaSessionNames, 1);

  self->session = session;
  take (&self->said, nida_alias_store_get_aliases (store ()));
  take (&self->base, self->said);
  g_signal_connect_swapped (store (), "changed", G_CALLBACK (said_cb), self);
  return self;
}

void
nida_session_names_free (NidaSessionNames *self)
{
  g_signal_handlers_disconnect_by_data (store (), self);
  nida_aliases_unref (self->said);
  nida_aliases_unref (self->base);
  g_free (self);
}
