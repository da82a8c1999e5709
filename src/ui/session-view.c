/* What a person has chosen to see, in the document: the board that is shown is an item, each choice a change of it, and what the
 * document says is what is shown, whoever changed it. A document has no board until the first choice. */
#include "config.h"

#include "session-private.h"

#include "alias-store.h"
#include "cache.h"
#include "filter-change.h"
#include "look.h"
#include "view.h"

struct _NidaSessionView
{
  NidaSession      *session;    /* owns us */
  NidaDocument     *document;
  NidaCarried      *carried;    /* the data in it */
  NidaSessionNames *names;
  char             *board;      /* id, or NULL while the document has none */
  NidaView         *view;       /* as the item of it says, or NULL */
  NidaFilterSet    *base;       /* what is chosen while there is none */
  guint             index;      /* of the board, for its neighbour when it goes */
  GPtrArray        *touched;    /* ids of boards, of the change that is being made */
  gboolean          other_names;
  gboolean          is_undoing;
};

/* --- reading --- */

static const NidaItem *
find_item (NidaSessionView *self)
{
  return self->board != NULL ? nida_items_find (nida_document_get_items (self->document), NIDA_ITEM_BOARD, self->board) : NULL;
}

static guint
index_of (NidaDocument *document,
          const char   *id)
{
  NidaItems *items = nida_document_get_items (document);

  for (guint i = 0; id != NULL && i < nida_items_get_n (items, NIDA_ITEM_BOARD); i++)
    if (g_str_equal (nida_items_get (items, NIDA_ITEM_BOARD, i)->id, id))
      return i;
  return 0;
}

static const char *
first_board (NidaDocument *document)
{
  const NidaItem *board = nida_view_find_opening (nida_document_get_items (document));

  return board != NULL ? board->id : NULL;
}

static void
read_board (NidaSessionView *self)
{
  const NidaItem *item = find_item (self);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->view, nida_view_free);
  self->index = index_of (self->document, self->board);
  if (item == NULL)
    return;
  self->view = nida_view_from_text (item->text, &error);
  if (self->view == NULL)
    nida_session_tell_failed (self->session, error, FALSE);
}

/* What the board says, with the names that are one. */
static NidaFilterSet *
dup_choices (NidaSessionView *self)
{
  NidaFilterSet *choices = nida_filter_set_copy (self->view != NULL ? self->view->filters : self->base);
  g_autoptr (NidaAliases) names = nida_session_names_dup (self->names, self->document);

  nida_filter_set_set_aliases (choices, names);
  return choices;
}

/* Where undo changes another board, that one is shown; where the board is gone, its neighbour. */
static void
choose_board (NidaSessionView *self)
{
  NidaItems *items = nida_document_get_items (self->document);
  guint n = nida_items_get_n (items, NIDA_ITEM_BOARD);
  gboolean keep = find_item (self) != NULL
                  && (!self->is_undoing || g_ptr_array_find_with_equal_func (self->touched, self->board, g_str_equal, NULL));
  g_autofree char *next = NULL;

  for (guint i = 0; i < self->touched->len && !keep && next == NULL; i++)
    if (nida_items_find (items, NIDA_ITEM_BOARD, self->touched->pdata[i]) != NULL)
      next = g_strdup (self->touched->pdata[i]);
  if (keep || (next == NULL && find_item (self) != NULL))
    return;
  if (next == NULL && n > 0)
    next = g_strdup (nida_items_get (items, NIDA_ITEM_BOARD, MIN (self->index, n - 1))->id);
  g_free (self->board);
  self->board = g_steal_pointer (&next);
}

void
nida_session_view_update (NidaSessionView *self)
{
  nida_session_show_filters (self->session, dup_choices (self));
}

/* --- the document says --- */

static void
item_changed_cb (NidaSessionView *self,
                 guint            kind,
                 const char      *id)
{
  if (kind == NIDA_ITEM_BOARD)
    g_ptr_array_add (self->touched, g_strdup (id));
  else if (kind == NIDA_ITEM_ALIAS)
    self->other_names = TRUE;
}

static void
changed_cb (NidaSessionView *self,
            gboolean         foreign)
{
  NidaAliases *present = nida_filter_set_get_aliases (nida_session_get_filters (self->session));
  g_autoptr (NidaAliases) before = nida_aliases_copy (present), after = NULL;
  gboolean boards = self->touched->len > 0, names = self->other_names;

  if (!boards && !names)
    return;
  choose_board (self);
  g_ptr_array_set_size (self->touched, 0);
  self->other_names = FALSE;
  read_board (self);
  after = nida_session_names_dup (self->names, self->document);
  nida_session_view_update (self);
  if (names && !foreign && !nida_aliases_equal (before, after))
    nida_session_names_keep (self->names, before, after);
  if (boards)
    nida_session_tell_boards (self->session);
}

static void
undo_changed_cb (NidaSessionView *self)
{
  nida_session_tell_undo (self->session);
}

NidaCarried *
nida_session_new_carried (NidaSession  *session,
                          NidaDocument *document)
{
  NidaCarried *carried = nida_carried_new (document, NIDA_COPIES (nida_cache_get_default ()));

  g_signal_connect_object (carried, "failed", G_CALLBACK (nida_session_tell_unkept), session, G_CONNECT_SWAPPED);
  return carried;
}

static void
set_document (NidaSessionView *self,
              NidaDocument    *document)
{
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  g_clear_object (&self->carried);
  if (document == NULL)
    return;
  self->carried = nida_session_new_carried (self->session, document);
  g_signal_connect_swapped (document, "item-changed", G_CALLBACK (item_changed_cb), self);
  g_signal_connect_swapped (document, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (document, "undo-changed", G_CALLBACK (undo_changed_cb), self);
}

gboolean
nida_session_view_has_items (NidaSessionView *self)
{
  NidaItems *items = nida_document_get_items (self->document);

  for (NidaItemKind kind = 0; kind < NIDA_N_ITEM_KINDS; kind++)
    if (nida_items_get_n (items, kind) > 0)
      return TRUE;
  return FALSE;
}

gboolean
nida_session_view_take_document (NidaSessionView *self,
                                 NidaDocument    *document)
{
  g_autoptr (NidaDocument) fresh = NULL;
  gboolean other = document != self->document && (document != NULL || nida_session_view_has_items (self));

  if (other)
    {
      fresh = document != NULL ? g_object_ref (document) : nida_document_new ();
      set_document (self, fresh);
    }
  else if (document == NULL)
    nida_document_forget_undo (self->document);
  g_free (self->board);
  self->board = g_strdup (first_board (self->document));
  nida_filter_set_free (self->base);
  self->base = self->board != NULL ? nida_session_view_dup_opening (self, NULL)
                                   : nida_filter_set_copy (nida_session_get_filters (self->session));
  read_board (self);
  return other;
}

NidaFilterSet *
nida_session_view_dup_opening (NidaSessionView *self,
                               NidaDocument    *document)
{
  const NidaFilterSet *present = nida_session_get_filters (self->session);
  const char *id = document != NULL ? first_board (document) : NULL;
  g_autoptr (NidaView) view = id != NULL ? nida_view_from_text (nida_document_get (document, NIDA_ITEM_BOARD, id), NULL) : NULL;
  NidaFilterSet *opening = view != NULL ? nida_filter_set_copy (view->filters) : nida_filter_set_new ();
  g_autoptr (NidaAliases) names = document != NULL ? nida_session_names_dup (self->names, document)
                                                   : nida_aliases_ref (nida_alias_store_get_aliases (nida_alias_store_get ()));

  nida_filter_set_set_aliases (opening, names);
  if (view != NULL)
    return opening;
  nida_filter_set_set_rule (opening, nida_filter_set_get_rule (present));
  nida_filter_set_set_currency (opening, nida_filter_set_get_currency (present));
  nida_filter_set_set_second (opening, nida_filter_set_get_second (present));
  return opening;
}

/* --- boards --- */

const char *
nida_session_view_get_board (NidaSessionView *self)
{
  return self->board;
}

void
nida_session_view_set_board (NidaSessionView *self,
                             const char      *id)
{
  char *copy = g_strdup (id);

  g_free (self->board);
  self->board = copy;
  if (find_item (self) == NULL)
    return;
  read_board (self);
  nida_session_view_update (self);
  nida_session_tell_boards (self->session);
}

const char *
nida_session_view_put_board (NidaSessionView     *self,
                             const NidaFilterSet *filters,
                             const char          *title,
                             const char          *title_ar)
{
  g_autoptr (NidaView) view = nida_view_new (filters, title, title_ar);
  g_autofree char *text = nida_view_to_text (view);

  nida_session_view_name_board (self);
  nida_document_set (self->document, NIDA_ITEM_BOARD, self->board, text);
  nida_document_set (self->document, NIDA_ITEM_SETTING, "board", self->board);
  nida_session_update_slides (self->session, self->board, nida_session_get_filters (self->session), filters);
  return self->board;
}

const char *
nida_session_view_name_board (NidaSessionView *self)
{
  if (self->board == NULL)
    self->board = nida_document_new_id ();
  return self->board;
}

const NidaFilterSet *
nida_session_view_get_base (NidaSessionView *self)
{
  return self->base;
}

const char *
nida_session_view_get_title (NidaSessionView *self,
                             gboolean         arabic)
{
  return self->view != NULL ? nida_view_get_title (self->view, arabic) : NULL;
}

void
nida_session_view_get_titles (NidaSessionView  *self,
                              const char      **title,
                              const char      **title_ar)
{
  *title = self->view != NULL ? self->view->title : NULL;
  *title_ar = self->view != NULL ? self->view->title_ar : NULL;
}

/* --- the session's own --- */

NidaDocument *
nida_session_get_document (NidaSession *session)
{
  return nida_session_get_view (session)->document;
}

NidaCarried *
nida_session_get_carried (NidaSession *session)
{
  return nida_session_get_view (session)->carried;
}

void
nida_session_change_filters (NidaSession         *session,
                             const NidaFilterSet *filters,
                             const char          *name)
{
  NidaSessionView *self = nida_session_get_view (session);
  const char *title, *title_ar;

  if (nida_filter_set_equal (nida_session_get_filters (session), filters))
    return;
  if (!nida_document_is_read_only (self->document))
    {
      nida_session_view_get_titles (self, &title, &title_ar);
      nida_document_begin (self->document, name, NULL);
      nida_session_view_put_board (self, filters, title, title_ar);
      nida_document_end (self->document);
    }
  /* What the data did not know, or no server gave, is in the document already: it is asked for once more. */
  if (!nida_filter_set_equal (nida_session_get_filters (session), filters))
    nida_session_show_filters (session, nida_filter_set_copy (filters));
}

void
nida_session_set_filters (NidaSession         *session,
                          const NidaFilterSet *filters)
{
  nida_session_change_filters (session, filters, nida_filter_change_name (nida_session_get_filters (session), filters,
                                                                                 nida_session_get_noun (session, NIDA_FIELD_CATEGORY)));
}

gboolean
nida_session_can_undo (NidaSession *session)
{
  return nida_document_can_undo (nida_session_get_document (session));
}

gboolean
nida_session_can_redo (NidaSession *session)
{
  return nida_document_can_redo (nida_session_get_document (session));
}

void
nida_session_undo (NidaSession *session)
{
  NidaSessionView *self = nida_session_get_view (session);

  self->is_undoing = TRUE;
  nida_document_undo (self->document);
  self->is_undoing = FALSE;
}

void
nida_session_redo (NidaSession *session)
{
  NidaSessionView *self = nida_session_get_view (session);

  self->is_undoing = TRUE;
  nida_document_redo (self->document);
  self->is_undoing = FALSE;
}

/* --- life --- */

NidaSessionNames *
nida_session_view_get_names (NidaSessionView *self)
{
  return self->names;
}

NidaSessionView *
nida_session_view_new (NidaSession *session)
{
  NidaSessionView *self = g_new0 (NidaSessionView, 1);
  g_autoptr (NidaDocument) document = nida_document_new ();

  self->session = session;
  self->touched = g_ptr_array_new_with_free_func (g_free);
  self->names = nida_session_names_new (session);
  self->base = nida_filter_set_copy (nida_session_get_filters (session));
  set_document (self, document);
  return self;
}

void
nida_session_view_free (NidaSessionView *self)
{
  set_document (self, NULL);
  nida_session_names_free (self->names);
  g_free (self->board);
  g_clear_pointer (&self->view, nida_view_free);
  nida_filter_set_free (self->base);
  g_ptr_array_unref (self->touched);
  g_free (self);
}
