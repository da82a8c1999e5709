/* What a person puts on the board of a session: each change is a choice among the filters, in the document with them. */
#include "config.h"

#include "session-private.h"
#include "translate.h"

NidaArrangement *
nida_session_dup_arrangement (NidaSession         *self,
                              const NidaFilterSet *filters)
{
  NidaArrangement *arrangement = nida_filter_set_get_arrangement (filters);
  NidaLoaded *shown = nida_session_get_shown (self);

  if (arrangement != NULL)
    return nida_arrangement_ref (arrangement);
  return shown != NULL ? nida_arrangement_new (shown->composed->cards, shown->composed->charts) : NULL;
}

/* What is on the board now; NULL before anything is open. */
static NidaArrangement *
dup_arrangement (NidaSession *self)
{
  return nida_session_dup_arrangement (self, nida_session_get_filters (self));
}

static void
set_arrangement (NidaSession     *self,
                 NidaArrangement *arrangement,
                 const char      *name)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_copy (nida_session_get_filters (self));

  nida_filter_set_set_arrangement (filters, arrangement);
  nida_session_change_filters (self, filters, name);
}

void
nida_session_add_chart (NidaSession         *self,
                        guint                index,
                        const NidaChartSpec *spec)
{
  g_autoptr (NidaArrangement) before = dup_arrangement (self);
  g_autoptr (NidaArrangement) after = before != NULL ? nida_arrangement_add (before, index, spec) : NULL;

  if (after != NULL)
    set_arrangement (self, after, NC_("undo", "Add Chart"));
}

void
nida_session_replace_chart (NidaSession         *self,
                            guint                index,
                            const NidaChartSpec *spec)
{
  g_autoptr (NidaArrangement) before = dup_arrangement (self);
  g_autoptr (NidaArrangement) after = NULL;

  if (before == NULL || index >= nida_arrangement_get_n (before))
    return;
  after = nida_arrangement_replace (before, index, spec);
  if (!nida_arrangement_equal (before, after))
    set_arrangement (self, after, NC_("undo", "Edit Chart"));
}

void
nida_session_put_chart (NidaSession         *self,
                        guint                index,
                        const NidaChartSpec *spec)
{
  g_autoptr (NidaArrangement) before = dup_arrangement (self), put = NULL, after = NULL;
  gboolean added = index == G_MAXUINT;

  if (before == NULL || (!added && index >= nida_arrangement_get_n (before)))
    return;
  put = added ? nida_arrangement_add (before, index, spec) : nida_arrangement_replace (before, index, spec);
  /* one that is new has got the colours of the board by now */
  after = nida_arrangement_color (put, added ? nida_arrangement_get (put, nida_arrangement_get_n (put) - 1) : spec);
  if (!nida_arrangement_equal (before, after))
    set_arrangement (self, after, added ? NC_("undo", "Add Chart") : NC_("undo", "Edit Chart"));
}

gboolean
nida_session_has_board_colors (NidaSession *self)
{
  NidaArrangement *arrangement = nida_filter_set_get_arrangement (nida_session_get_filters (self));

  return arrangement != NULL && nida_arrangement_get_colors (arrangement) != NULL;
}

void
nida_session_remove_chart (NidaSession *self,
                           guint        index)
{
  g_autoptr (NidaArrangement) before = dup_arrangement (self);
  g_autoptr (NidaArrangement) after = NULL;

  if (before == NULL || index >= nida_arrangement_get_n (before))
    return;
  after = nida_arrangement_remove (before, index);
  set_arrangement (self, after, NC_("undo", "Remove Chart"));
}

void
nida_session_move_chart (NidaSession *self,
                         guint        index,
                         guint        to)
{
  g_autoptr (NidaArrangement) before = dup_arrangement (self);
  g_autoptr (NidaArrangement) after = NULL;

  if (before == NULL || index >= nida_arrangement_get_n (before))
    return;
  after = nida_arrangement_move (before, index, to);
  if (!nida_arrangement_equal (before, after))
    set_arrangement (self, after, NC_("undo", "Move Chart"));
}

void
nida_session_reset_board (NidaSession *self)
{
  set_arrangement (self, NULL, NC_("undo", "Reset Board"));
}

gboolean
nida_session_is_board_own (NidaSession *self)
{
  return nida_filter_set_get_arrangement (nida_session_get_filters (self)) != NULL;
}

const NidaChartSpec *
nida_session_get_chart (NidaSession *self,
                        guint        index)
{
  NidaArrangement *arrangement = nida_filter_set_get_arrangement (nida_session_get_filters (self));
  NidaLoaded *shown = nida_session_get_shown (self);

  if (index >= nida_session_get_n_charts (self))
    return NULL;
  if (arrangement != NULL)
    return nida_arrangement_get (arrangement, index);
  return index < shown->composed->cards->len ? shown->composed->cards->pdata[index]
                                             : shown->composed->charts->pdata[index - shown->composed->cards->len];
}

guint
nida_session_get_n_charts (NidaSession *self)
{
  NidaArrangement *arrangement = nida_filter_set_get_arrangement (nida_session_get_filters (self));
  NidaLoaded *shown = nida_session_get_shown (self);

  if (shown == NULL)
    return 0;
  return arrangement != NULL ? nida_arrangement_get_n (arrangement) : shown->composed->cards->len + shown->composed->charts->len;
}
