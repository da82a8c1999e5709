/* The boards of the document as a session knows them: which there are, in what order, and the one that is shown. */
#include "config.h"

#include "session-private.h"

#include "look.h"
#include "view.h"
#include "translate.h"

static NidaItems *
items_of (NidaSession *self)
{
  return nida_document_get_items (nida_session_get_document (self));
}

guint
nida_session_get_n_boards (NidaSession *self)
{
  return MAX (1, nida_items_get_n (items_of (self), NIDA_ITEM_BOARD));
}

guint
nida_session_get_board_index (NidaSession *self)
{
  const char *board = nida_session_view_get_board (nida_session_get_view (self));
  NidaItems *items = items_of (self);

  for (guint i = 0; board != NULL && i < nida_items_get_n (items, NIDA_ITEM_BOARD); i++)
    if (g_str_equal (nida_items_get (items, NIDA_ITEM_BOARD, i)->id, board))
      return i;
  return 0;
}

/* What the data call any board that a person gave no title; "" before there are any. */
static const char *
composed_title (NidaSession *self)
{
  NidaLoaded *shown = nida_session_get_shown (self);

  return shown != NULL ? shown->composed->title : "";
}

char *
nida_session_dup_board_title (NidaSession *self,
                              guint        index)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  NidaItems *items = items_of (self);
  const NidaItem *item = index < nida_items_get_n (items, NIDA_ITEM_BOARD) ? nida_items_get (items, NIDA_ITEM_BOARD, index) : NULL;
  g_autoptr (NidaView) view = item != NULL ? nida_view_from_text (item->text, NULL) : NULL;
  const char *title = view != NULL ? nida_view_get_title (view, nida_language_is_arabic (language)) : NULL;
  g_autofree char *number = nida_language_integer (language, index + 1);

  if (title != NULL || index == 0)
    return g_strdup (title != NULL ? title : composed_title (self));
  /* Translators: a board without a title of its own: what the data are called, and which of the boards it is */
  return g_strdup_printf (_("%1$s (%2$s)"), composed_title (self), number);
}

void
nida_session_get_board_titles (NidaSession  *self,
                               const char  **title,
                               const char  **title_ar)
{
  nida_session_view_get_titles (nida_session_get_view (self), title, title_ar);
}

void
nida_session_show_board (NidaSession *self,
                         guint        index)
{
  NidaItems *items = items_of (self);

  if (index < nida_items_get_n (items, NIDA_ITEM_BOARD) && index != nida_session_get_board_index (self))
    nida_session_view_set_board (nida_session_get_view (self), nida_items_get (items, NIDA_ITEM_BOARD, index)->id);
}

/* A new board after the one that is shown; then it is shown. */
static void
insert_board (NidaSession         *self,
              const char          *name,
              const NidaFilterSet *filters,
              const char          *title,
              const char          *title_ar)
{
  NidaSessionView *view = nida_session_get_view (self);
  NidaDocument *document = nida_session_get_document (self);
  g_autofree char *given = g_strdup (title), *given_ar = g_strdup (title_ar), *id = nida_document_new_id ();
  const char *present, *present_ar;
  guint index = nida_session_get_board_index (self);

  if (nida_document_is_read_only (document))
    return;
  nida_session_get_board_titles (self, &present, &present_ar);
  nida_document_begin (document, name, NULL);
  if (nida_items_get_n (items_of (self), NIDA_ITEM_BOARD) == 0)     /* the one that there always is becomes one of two */
    nida_session_view_put_board (view, nida_session_get_filters (self), present, present_ar);
  nida_session_view_set_board (view, id);
  nida_session_view_put_board (view, filters, given, given_ar);
  nida_document_move (document, NIDA_ITEM_BOARD, id, index + 1);
  nida_document_end (document);
}

void
nida_session_add_board (NidaSession *self)
{
  insert_board (self, NC_("undo", "New Board"), nida_session_view_get_base (nida_session_get_view (self)), NULL, NULL);
}

void
nida_session_duplicate_board (NidaSession *self)
{
  const char *title, *title_ar;
  g_autofree char *copy = NULL, *copy_ar = NULL;

  nida_session_get_board_titles (self, &title, &title_ar);
  copy = title != NULL ? g_strdup_printf ("%s (2)", title) : NULL;
  copy_ar = title_ar != NULL ? g_strdup_printf ("%s (2)", title_ar) : NULL;
  insert_board (self, NC_("undo", "Duplicate Board"), nida_session_get_filters (self), copy, copy_ar);
}

void
nida_session_rename_board (NidaSession *self,
                           const char  *title,
                           const char  *title_ar)
{
  NidaDocument *document = nida_session_get_document (self);

  nida_document_begin (document, NC_("undo", "Rename Board"), NULL);
  if (!nida_document_is_read_only (document))
    nida_session_view_put_board (nida_session_get_view (self), nida_session_get_filters (self), title, title_ar);
  nida_document_end (document);
}

void
nida_session_remove_board (NidaSession *self)
{
  NidaDocument *document = nida_session_get_document (self);
  const char *board = nida_session_view_get_board (nida_session_get_view (self));

  if (board == NULL || nida_session_get_n_boards (self) < 2)
    return;
  nida_document_begin (document, NC_("undo", "Delete Board"), NULL);
  nida_session_update_slides (self, board, nida_session_get_filters (self), NULL);
  nida_document_remove (document, NIDA_ITEM_BOARD, board);
  nida_document_end (document);
}

void
nida_session_move_board (NidaSession *self,
                         guint        to)
{
  NidaDocument *document = nida_session_get_document (self);
  const char *board = nida_session_view_get_board (nida_session_get_view (self));

  if (board == NULL)
    return;
  nida_document_begin (document, NC_("undo", "Move Board"), NULL);
  nida_document_move (document, NIDA_ITEM_BOARD, board, to);
  nida_document_end (document);
}
