/* The manner in which a session shows its data, one choice at a time: rule, currencies, prices, and the moment whose data are
 * read. All of them are undone as filters are. */
#include "config.h"

#include "session.h"

#include "drill.h"
#include "look.h"

#include "source.h"

gboolean
nida_session_drill_down (NidaSession    *self,
                         const NidaMark *mark)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_copy (nida_session_get_filters (self));

  if (!nida_drill_down (filters, mark, nida_look_get_fiscal_start (nida_look_get ())))
    return FALSE;
  nida_session_set_filters (self, filters);
  return TRUE;
}

gboolean
nida_session_drill_back (NidaSession *self,
                         guint        depth)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_copy (nida_session_get_filters (self));
  guint fiscal_start = nida_look_get_fiscal_start (nida_look_get ());
  NidaPeriod path[NIDA_DRILL_MOST];

  if (nida_drill_path (filters, fiscal_start, path) == 0)
    return FALSE;
  if (depth == G_MAXUINT)
    nida_drill_up (filters, fiscal_start);
  else
    nida_drill_to (filters, depth, fiscal_start);
  nida_session_set_filters (self, filters);
  return TRUE;
}

void
nida_session_set_rule (NidaSession *self,
                       NidaRule     rule)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_copy (nida_session_get_filters (self));

  nida_filter_set_set_rule (filters, rule);
  nida_session_set_filters (self, filters);
}

void
nida_session_set_currency (NidaSession *self,
                           const char  *currency)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_copy (nida_session_get_filters (self));

  nida_filter_set_set_currency (filters, currency);
  nida_session_set_filters (self, filters);
}

void
nida_session_set_second_currency (NidaSession *self,
                                  const char  *currency)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_copy (nida_session_get_filters (self));

  nida_filter_set_set_second (filters, currency);
  nida_session_set_filters (self, filters);
}

void
nida_session_set_prices (NidaSession *self,
                         int          year)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_copy (nida_session_get_filters (self));

  nida_filter_set_set_prices (filters, year);
  nida_session_set_filters (self, filters);
}

void
nida_session_set_as_of (NidaSession *self,
                        gint64       as_of)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_copy (nida_session_get_filters (self));

  nida_filter_set_set_as_of (filters, as_of);
  nida_session_set_filters (self, filters);
}

char **
nida_session_dup_uris (NidaSession *self)
{
  const char * const *inputs = nida_session_get_inputs (self);
  GPtrArray *uris = g_ptr_array_new ();

  for (guint i = 0; inputs != NULL && inputs[i] != NULL; i++)
    {
      g_autoptr (NidaSource) source = nida_source_new (inputs[i], TRUE, NULL);

      if (source != NULL && !nida_filter_set_is_off (nida_session_get_filters (self), inputs[i]))
        g_ptr_array_add (uris, g_strdup (source->uri));
    }
  g_ptr_array_add (uris, NULL);
  return (char **) g_ptr_array_free (uris, FALSE);
}
