/* What a session shows of its data and in which manner, one choice at a time: values, dates, rule, currencies, prices, and the
 * moment whose data are read. */
#include "config.h"

#include "session.h"

#include "alias-store.h"
#include "drill.h"
#include "look.h"

#include "source.h"

void
nida_session_read_choices (NidaFilterSet *filters,
                           GSettings     *settings)
{
  g_autofree char *nick = g_settings_get_string (settings, "count-rule");
  g_autofree char *currency = g_settings_get_string (settings, "currency");
  g_autofree char *second = g_settings_get_string (settings, "second-currency");

  nida_filter_set_set_rule (filters, g_str_equal (nick, "distinct")   ? NIDA_RULE_DISTINCT
                                     : g_str_equal (nick, "boundary") ? NIDA_RULE_BOUNDARY
                                                                      : NIDA_RULE_AUTO);
  nida_filter_set_set_currency (filters, currency);
  nida_filter_set_set_second (filters, second);
  nida_filter_set_set_aliases (filters, nida_alias_store_get_aliases (nida_alias_store_get ()));
}

NidaNoun
nida_session_get_noun (NidaSession *self,
                       NidaField    field)
{
  NidaAnswers *answers = nida_session_get_answers (self);

  if (!nida_field_is_code (field) || nida_session_get_dataset (self) == NULL)
    return nida_noun_for_field (field);
  return nida_noun_for_data (nida_session_get_dataset (self), field, answers != NULL ? answers->fields[field] : NULL);
}

void
nida_session_toggle_mark (NidaSession    *self,
                          const NidaMark *mark,
                          gboolean        add)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_copy (nida_session_get_filters (self));

  nida_filter_set_toggle_mark (filters, mark, add);
  nida_session_set_filters (self, filters);
}

void
nida_session_set_value (NidaSession *self,
                        NidaField    field,
                        const char  *value,
                        gboolean     chosen)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_copy (nida_session_get_filters (self));

  if (chosen)
    {
      nida_filter_set_add (filters, field, value);
      nida_filter_set_set_alone (filters, field, TRUE);
    }
  else
    nida_filter_set_remove (filters, field, value);
  nida_session_set_filters (self, filters);
}

void
nida_session_clear_field (NidaSession *self,
                          NidaField    field)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_copy (nida_session_get_filters (self));

  nida_filter_set_clear_field (filters, field);
  nida_session_set_filters (self, filters);
}

void
nida_session_clear_filters (NidaSession *self)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_copy (nida_session_get_filters (self));

  nida_filter_set_clear (filters);
  nida_session_set_filters (self, filters);
}

void
nida_session_set_range (NidaSession *self,
                        NidaDate     from,
                        NidaDate     to)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_copy (nida_session_get_filters (self));

  nida_filter_set_set_range (filters, from, to);
  nida_session_set_filters (self, filters);
}

gboolean
nida_session_drill_down (NidaSession    *self,
                         const NidaMark *mark)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_copy (nida_session_get_filters (self));

  if (!nida_drill_down (filters, mark, nida_session_get_fiscal_start (self)))
    return FALSE;
  nida_session_set_filters (self, filters);
  return TRUE;
}

gboolean
nida_session_drill_back (NidaSession *self,
                         guint        depth)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_copy (nida_session_get_filters (self));
  guint fiscal_start = nida_session_get_fiscal_start (self);

  if (depth != G_MAXUINT)
    nida_drill_to (filters, depth, fiscal_start);
  else if (!nida_drill_up (filters, fiscal_start))
    return FALSE;
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

void
nida_session_filter_by_brush (NidaSession *self)
{
  NidaLinked *linked = nida_session_get_linked (self);
  const NidaBrush *brush = nida_linked_get_brush (linked);
  g_autoptr (NidaFilterSet) filters = nida_filter_set_copy (nida_session_get_filters (self));

  if (brush == NULL)
    return;
  nida_brush_apply (brush, filters);
  nida_linked_set_brush (linked, NIDA_LINKED_NO_CHART, NULL);
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
