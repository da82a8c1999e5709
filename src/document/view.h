/* What a board of a document is: a title in both languages, and what is chosen to be seen, with the charts. A value; the
 * text of a BOARD item. */
#pragma once

#include "filter-set.h"
#include "items.h"

G_BEGIN_DECLS

#define NIDA_VIEW_ERROR (nida_view_error_quark ())
typedef enum {
  NIDA_VIEW_ERROR_NOT_A_BOARD,
} NidaViewError;
GQuark nida_view_error_quark (void);

/**
 * NidaView:
 * @title, @title_ar: a person's own, or %NULL; where only one is given it stands in either language, and where none is, the
 * data name the board
 */
typedef struct {
  char          *title, *title_ar;
  NidaFilterSet *filters;
} NidaView;

/* @filters: copied. */
NidaView   *nida_view_new       (const NidaFilterSet *filters, const char *title, const char *title_ar);
void        nida_view_free      (NidaView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaView, nida_view_free)

char       *nida_view_to_text   (const NidaView *view);
/* NULL with @error when it is no board, or asks for what this version does not know. */
NidaView   *nida_view_from_text (const char *text, GError **error);
/* The board that a document shows first: the one that it says, or the first one; NULL where it has none. */
const NidaItem *nida_view_find_opening (NidaItems *items);
/* In one of the languages; NULL where a person has given none. */
const char *nida_view_get_title (const NidaView *view, gboolean arabic);
/* A board that a person made: it has a title or charts of its own. What is only filtered is not worth a file. */
gboolean    nida_view_is_own    (const NidaView *view);

G_END_DECLS
