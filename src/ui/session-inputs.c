/* The inputs of a session are the sources of its document: what a person adds, removes or finds again is a change of the document,
 * and what the document says, undone or from another window, is read. */
#include "config.h"

#include "session-private.h"

#include "document-sources.h"
#include "source.h"

struct _NidaSessionInputs
{
  NidaSession  *session;      /* owns us */
  NidaDocument *document;
  guint         idle;
};

/* Which of @inputs is at the same place, however it is written; or NULL. */
static const char *
find_same (const char * const *inputs,
           const char          *input)
{
  g_autoptr (NidaSource) wanted = nida_source_new (input, TRUE, NULL);

  for (guint i = 0; wanted != NULL && inputs[i] != NULL; i++)
    {
      g_autoptr (NidaSource) source = nida_source_new (inputs[i], TRUE, NULL);

      if (source != NULL && g_str_equal (source->uri, wanted->uri))
        return inputs[i];
    }
  return NULL;
}

/* Only what is new is asked for; the rest is as it was read. */
static gboolean
follow_cb (gpointer user_data)
{
  NidaSessionInputs *self = user_data;
  const char * const *before = nida_session_get_inputs (self->session);
  g_auto (GStrv) inputs = nida_document_dup_inputs (self->document);
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_free);
  guint n = g_strv_length (inputs);

  self->idle = 0;
  if (nida_session_get_dataset (self->session) == NULL || before == NULL || n == 0)
    return G_SOURCE_REMOVE;
  for (guint i = 0; i < n; i++)
    {
      const char *same = find_same (before, inputs[i]);

      if (same == NULL)
        g_ptr_array_add (added, g_strdup (inputs[i]));
      else
        {
          g_free (inputs[i]);
          inputs[i] = g_strdup (same);
        }
    }
  if (added->len == 0 && n == g_strv_length ((char **) before))
    return G_SOURCE_REMOVE;
  g_ptr_array_add (added, NULL);
  nida_session_take_inputs (self->session, g_steal_pointer (&inputs));
  if (nida_filter_set_get_as_of (nida_session_get_filters (self->session)) != 0)
    nida_session_reload (self->session);
  else
    nida_session_reload_inputs (self->session, (const char * const *) added->pdata);
  return G_SOURCE_REMOVE;
}

static void
sources_changed_cb (NidaSessionInputs *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (follow_cb, self);
}

static void
document_changed_cb (NidaSessionInputs *self)
{
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_set_object (&self->document, nida_session_get_document (self->session));
  g_signal_connect_swapped (self->document, "item-changed::source", G_CALLBACK (sources_changed_cb), self);
}

NidaSessionInputs *
nida_session_inputs_new (NidaSession *session)
{
  NidaSessionInputs *self = g_new0 (NidaSessionInputs, 1);

  self->session = session;
  document_changed_cb (self);
  g_signal_connect_swapped (session, "document-changed", G_CALLBACK (document_changed_cb), self);
  return self;
}

void
nida_session_inputs_free (NidaSessionInputs *self)
{
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_object_unref (self->document);
  g_free (self);
}

/* --- what a person does --- */

void
nida_session_add_inputs (NidaSession        *self,
                         const char * const *inputs)
{
  nida_document_add_sources (nida_session_get_document (self), inputs);
}

void
nida_session_remove_input (NidaSession *self,
                           const char  *input)
{
  nida_document_remove_source (nida_session_get_document (self), input);
}

gboolean
nida_session_can_remove_input (NidaSession *self)
{
  NidaDocument *document = nida_session_get_document (self);

  return nida_items_get_n (nida_document_get_items (document), NIDA_ITEM_SOURCE) > 1 && !nida_document_is_read_only (document);
}

void
nida_session_locate_input (NidaSession *self,
                           const char  *input,
                           const char  *path)
{
  nida_document_locate_source (nida_session_get_document (self), input, path);
}
