/* How tables of somebody's own are read. What a person says of columns is in the document that is open and in the person's own
 * list, so that it holds for next month's file too; undo takes it back in both. */
#include "config.h"

#include "session-private.h"

#include "document-file.h"
#include "layout-items.h"
#include "translate.h"

struct _NidaSessionLayouts
{
  NidaSession  *session;    /* owns us */
  NidaDocument *document;
  NidaLayouts  *said;       /* here, in a document that cannot be changed */
  GPtrArray    *touched;    /* ids of items, of the change that is being made */
  gboolean      is_noting;
};

NidaLayouts *
nida_session_get_own_layouts (void)
{
  static gsize layouts;

  if (g_once_init_enter (&layouts))
    g_once_init_leave (&layouts, (gsize) nida_layouts_new_own ());
  return (NidaLayouts *) layouts;
}

static void
say_all (NidaLayouts *said,
         NidaLayouts *layouts)
{
  g_auto (GStrv) names = nida_layouts_dup_names (said);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *text = nida_layouts_dup_text (said, names[i]);

      nida_layouts_set_text (layouts, names[i], text, NULL);
    }
}

NidaLayouts *
nida_session_layouts_dup (NidaSessionLayouts *self,
                          NidaDocument       *document)
{
  NidaLayouts *layouts = nida_layouts_copy (nida_session_get_own_layouts ());

  if (document != NULL)
    nida_layout_items_apply (nida_document_get_items (document), layouts);
  if (document == self->document)
    say_all (self->said, layouts);
  return layouts;
}

NidaLayouts *
nida_session_dup_layouts (NidaSession *session)
{
  return nida_session_layouts_dup (nida_session_get_layouts (session), nida_session_get_document (session));
}

static void
note (NidaSessionLayouts *self,
      NidaLayouts        *layouts)
{
  self->is_noting = TRUE;
  nida_layout_items_note (self->document, layouts);
  self->is_noting = FALSE;
}

/* Who only looks at data makes no document. */
void
nida_session_layouts_note (NidaSessionLayouts *self,
                           NidaLayouts        *layouts)
{
  if (nida_document_get_file (self->document) != NULL && !nida_document_is_read_only (self->document))
    note (self, layouts);
}

void
nida_session_keep_layouts (NidaSession *session)
{
  if (nida_session_get_shown (session) != NULL && nida_session_get_shown (session)->layouts != NULL)
    nida_session_layouts_note (nida_session_get_layouts (session), nida_session_get_shown (session)->layouts);
}

/* --- the document says --- */

static void
item_changed_cb (NidaSessionLayouts *self,
                 guint               kind,
                 const char         *id)
{
  if (!self->is_noting)
    g_ptr_array_add (self->touched, g_strdup (id));
}

/* A list that cannot be written holds as long as the program runs, and the document has it. */
static void
changed_cb (NidaSessionLayouts *self,
            gboolean            foreign)
{
  if (self->touched->len == 0)
    return;
  for (guint i = 0; i < self->touched->len && !foreign; i++)
    nida_layouts_set_text (nida_session_get_own_layouts (), self->touched->pdata[i],
                           nida_document_get (self->document, NIDA_ITEM_LAYOUT, self->touched->pdata[i]), NULL);
  g_ptr_array_set_size (self->touched, 0);
  nida_session_reload_held (self->session);
}

static void
let_go (NidaSessionLayouts *self)
{
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_pointer (&self->said, nida_layouts_unref);
}

static void
document_changed_cb (NidaSessionLayouts *self)
{
  let_go (self);
  self->said = nida_layouts_new (NULL);
  self->document = g_object_ref (nida_session_get_document (self->session));
  g_signal_connect_swapped (self->document, "item-changed::layout", G_CALLBACK (item_changed_cb), self);
  g_signal_connect_swapped (self->document, "changed", G_CALLBACK (changed_cb), self);
}

/* --- a person says --- */

/* The person's own list follows; FALSE, with @error, where it cannot be written. */
static gboolean
tell_own (NidaLayouts  *before,
          NidaLayouts  *after,
          GError      **error)
{
  g_auto (GStrv) gone = nida_layouts_dup_names (before), names = nida_layouts_dup_names (after);
  NidaLayouts *own = nida_session_get_own_layouts ();
  gboolean ok = TRUE;

  for (guint i = 0; gone[i] != NULL && ok; i++)
    if (!g_strv_contains ((const char * const *) names, gone[i]))
      ok = nida_layouts_set_text (own, gone[i], NULL, error);
  for (guint i = 0; names[i] != NULL && ok; i++)
    {
      g_autofree char *was = nida_layouts_dup_text (before, names[i]), *is = nida_layouts_dup_text (after, names[i]);

      ok = g_strcmp0 (was, is) == 0 || nida_layouts_set_text (own, names[i], is, error);
    }
  return ok;
}

gboolean
nida_session_remember_layouts (NidaSession  *session,
                               NidaLayouts  *layouts,
                               GError      **error)
{
  g_autoptr (NidaLayouts) before = nida_session_dup_layouts (session);

  return tell_own (before, layouts, error);
}

gboolean
nida_session_set_layouts (NidaSession  *session,
                          NidaLayouts  *layouts,
                          GError      **error)
{
  NidaSessionLayouts *self = nida_session_get_layouts (session);
  g_autoptr (NidaLayouts) before = nida_session_dup_layouts (session);
  NidaLoaded *shown = nida_session_get_shown (session);
  gboolean ok = tell_own (before, layouts, error);

  if (nida_document_is_read_only (self->document))
    {
      say_all (layouts, self->said);
      nida_session_reload_held (session);
      return ok;
    }
  /* so that undo comes back to what the figures were read by */
  if (shown != NULL && shown->layouts != NULL)
    note (self, shown->layouts);
  nida_document_begin (self->document, NC_("undo", "Correct Columns"), NULL);
  nida_layout_items_put (self->document, before, layouts);
  nida_document_end (self->document);
  return ok;
}

/* --- life --- */

NidaSessionLayouts *
nida_session_layouts_new (NidaSession *session)
{
  NidaSessionLayouts *self = g_new0 (NidaSessionLayouts, 1);

  self->session = session;
  self->touched = g_ptr_array_new_with_free_func (g_free);
  document_changed_cb (self);
  g_signal_connect_swapped (session, "document-changed", G_CALLBACK (document_changed_cb), self);
  return self;
}

void
nida_session_layouts_free (NidaSessionLayouts *self)
{
  g_signal_handlers_disconnect_by_data (self->session, self);
  let_go (self);
  g_ptr_array_unref (self->touched);
  g_free (self);
}
