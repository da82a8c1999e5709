/* Boards as slides know them: which charts each of the document has, what is chosen around them, and that a change of a board
 * reaches the slides that follow it. */
#include "config.h"

#include "session-private.h"

#include "look.h"
#include "slide-links.h"
#include "templates.h"
#include "translate.h"
#include "view.h"

NidaQuery *
nida_session_new_choices (NidaSession         *self,
                          const NidaFilterSet *filters)
{
  NidaQuery *query = nida_query_new ();

  query->fiscal_start = nida_session_get_fiscal_start (self);
  nida_filter_set_apply (filters, query, NIDA_FIELD_NONE);
  return query;
}

static const NidaItem *
item_of (NidaSession *self,
         guint        board)
{
  NidaItems *items = nida_document_get_items (nida_session_get_document (self));

  return board < nida_items_get_n (items, NIDA_ITEM_BOARD) ? nida_items_get (items, NIDA_ITEM_BOARD, board) : NULL;
}

/* What is chosen on a board; NULL where it is one that this version does not know. Transfer full. */
static NidaFilterSet *
dup_filters (NidaSession *self,
             guint        board)
{
  const NidaItem *item = item_of (self, board);
  g_autoptr (NidaView) view = NULL;

  if (board == nida_session_get_board_index (self))
    return nida_filter_set_copy (nida_session_get_filters (self));
  view = item != NULL ? nida_view_from_text (item->text, NULL) : NULL;
  return view != NULL ? nida_filter_set_copy (view->filters) : NULL;
}

NidaArrangement *
nida_session_dup_board_charts (NidaSession *self,
                               guint        board)
{
  g_autoptr (NidaFilterSet) filters = dup_filters (self, board);

  return filters != NULL ? nida_session_dup_arrangement (self, filters) : NULL;
}

guint
nida_session_find_board (NidaSession *self,
                         const char  *id)
{
  const NidaItem *item;

  for (guint i = 0; id != NULL && (item = item_of (self, i)) != NULL; i++)
    if (g_str_equal (item->id, id))
      return i;
  return G_MAXUINT;
}

/* Of a board that can be read. */
static NidaSlideChart *
put_on_slide (NidaSession         *self,
              const NidaFilterSet *filters,
              guint                place,
              NidaSlide           *slide,
              GError             **error)
{
  g_autoptr (NidaArrangement) charts = nida_session_dup_arrangement (self, filters);
  g_autoptr (NidaQuery) choices = nida_session_new_choices (self, filters);
  NidaSlideChart *chart = NULL;

  if (charts == NULL || place >= nida_arrangement_get_n (charts))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("The chart is not on the board any more: choose another one"));
      return NULL;
    }
  chart = nida_slide_add (slide, nida_arrangement_get (charts, place), choices);
  if (chart == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                         _("The slide has no room for another: remove one, or make a new slide"));
  return chart;
}

NidaSlideChart *
nida_session_put_on_slide (NidaSession  *self,
                           guint         board,
                           guint         place,
                           NidaSlide    *slide,
                           GError      **error)
{
  g_autoptr (NidaFilterSet) filters = dup_filters (self, board);
  const NidaItem *item = item_of (self, board);
  NidaSlideChart *chart;

  if (filters == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _("A newer version of Nida made this board: update Nida, or choose a chart of another board"));
      return NULL;
    }
  chart = put_on_slide (self, filters, place, slide, error);
  if (chart == NULL)
    return NULL;
  chart->board = g_strdup (item != NULL ? item->id : nida_session_view_name_board (nida_session_get_view (self)));
  chart->index = place;
  chart->follows = TRUE;
  return chart;
}

static gboolean
has_chart_of (GPtrArray  *charts,
              const char *board)
{
  for (guint i = 0; i < charts->len; i++)
    if (g_strcmp0 (((NidaSlideChart *) charts->pdata[i])->board, board) == 0)
      return TRUE;
  return FALSE;
}

void
nida_session_keep_board_of (NidaSession     *self,
                            const NidaSlide *slide)
{
  NidaSessionView *view = nida_session_get_view (self);
  const char *board = nida_session_view_get_board (view);

  if (board == NULL || nida_session_find_board (self, board) != G_MAXUINT
      || (!has_chart_of (slide->charts, board) && !has_chart_of (slide->figures, board)))
    return;
  nida_session_view_put_board (view, nida_session_get_filters (self), NULL, NULL);
}

void
nida_session_update_slides (NidaSession         *self,
                            const char          *board,
                            const NidaFilterSet *before,
                            const NidaFilterSet *after)
{
  g_autoptr (NidaArrangement) old = nida_session_dup_arrangement (self, before);
  g_autoptr (NidaArrangement) present = after != NULL ? nida_session_dup_arrangement (self, after) : NULL;
  g_autoptr (NidaQuery) choices = after != NULL ? nida_session_new_choices (self, after) : NULL;

  /* before anything is open nobody knows what the data call for */
  if (old != NULL && (present != NULL || after == NULL))
    nida_slide_links_follow (nida_session_get_document (self), board, old, present, choices);
}

void
nida_session_settle_template (NidaSession *self)
{
  g_autoptr (NidaFilterSet) filters = dup_filters (self, 0);
  g_autoptr (NidaQuery) choices = filters != NULL ? nida_session_new_choices (self, filters) : NULL;

  nida_template_settle (nida_session_get_document (self), nida_session_get_shown (self)->composed, choices);
}

void
nida_session_recompose_slides (NidaSession     *self,
                               NidaArrangement *before)
{
  NidaItems *items = nida_document_get_items (nida_session_get_document (self));
  g_autoptr (NidaFilterSet) none = nida_filter_set_new ();
  g_autoptr (NidaArrangement) present = nida_session_dup_arrangement (self, none);

  if (nida_items_get_n (items, NIDA_ITEM_SLIDE) == 0 || present == NULL || nida_arrangement_equal (before, present))
    return;
  for (guint i = 0; i < nida_items_get_n (items, NIDA_ITEM_BOARD); i++)
    {
      g_autoptr (NidaFilterSet) filters = dup_filters (self, i);
      g_autofree char *id = g_strdup (item_of (self, i)->id);

      if (filters != NULL && nida_filter_set_get_arrangement (filters) == NULL)
        nida_slide_links_recompose (nida_session_get_document (self), id, present);
    }
}
