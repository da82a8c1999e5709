/* Which rows the table shows: those behind the filters, or for a while those behind one figure that somebody asked about. */
#include "config.h"

#include "session-private.h"

struct _NidaSessionRows
{
  GArray *focus;      /* guint, or NULL */
  char   *words;      /* of the figure */
};

void
nida_session_rows_forget (NidaSessionRows *self)
{
  g_clear_pointer (&self->focus, g_array_unref);
  g_clear_pointer (&self->words, g_free);
}

void
nida_session_set_focus (NidaSession *session,
                        GArray      *rows,
                        const char  *words)
{
  NidaSessionRows *self = nida_session_get_rows (session);

  nida_session_rows_forget (self);
  self->focus = rows;
  self->words = rows != NULL ? g_strdup (words) : NULL;
  nida_session_tell_rows (session);
}

const char *
nida_session_get_focus (NidaSession *session)
{
  return nida_session_get_rows (session)->words;
}

GArray *
nida_session_select_rows (NidaSession *session)
{
  NidaSessionRows *self = nida_session_get_rows (session);
  g_autoptr (NidaQuery) query = nida_query_new ();
  GArray *rows;

  if (self->focus != NULL)
    return g_array_copy (self->focus);
  nida_filter_set_apply (nida_session_get_filters (session), query, NIDA_FIELD_NONE);
  rows = nida_local_engine_select (nida_session_get_engine (session), query, NULL);
  return rows != NULL ? rows : g_array_new (FALSE, FALSE, sizeof (guint));
}

NidaSessionRows *
nida_session_rows_new (void)
{
  return g_new0 (NidaSessionRows, 1);
}

void
nida_session_rows_free (NidaSessionRows *self)
{
  nida_session_rows_forget (self);
  g_free (self);
}
