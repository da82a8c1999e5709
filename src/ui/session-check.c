/* What a document says was read of its data is taken without a look at them, so that it opens at once. Once it is open and the machine
 * has time the data are read all the same; where they say something else the document is not believed any more. */
#include "config.h"

#include "session-private.h"

#define REST_MS 5000   /* after opening: nobody waits for it */

struct _NidaSessionCheck
{
  NidaSession  *session;      /* owns us */
  GCancellable *cancellable;  /* of what is being read, or NULL */
  guint         rest;
  gboolean      is_false;
  gboolean      is_due;       /* the reading that puts the data themselves in place */
};

static void
check_thread (GTask        *task,
              gpointer      source,
              gpointer      carried,
              GCancellable *cancellable)
{
  g_task_return_pointer (task, nida_carried_find_false (carried, cancellable), g_free);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (NidaSession) session = user_data;
  NidaSessionCheck *self = nida_session_get_check (session);
  g_autofree char *found = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  if (found == NULL)
    return;
  self->is_false = self->is_due = TRUE;
  nida_session_reload (self->session);
}

void
nida_session_check_now (NidaSession *session)
{
  NidaSessionCheck *self = nida_session_get_check (session);
  NidaCarried *carried = nida_session_get_carried (session);
  g_autoptr (GTask) task = NULL;

  nida_carried_update (carried);
  if (self->cancellable != NULL || !nida_carried_is_read (carried))
    return;
  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, checked_cb, g_object_ref (session));
  g_task_set_source_tag (task, nida_session_check_now);
  g_task_set_priority (task, G_PRIORITY_LOW);
  g_task_set_task_data (task, g_object_ref (carried), g_object_unref);
  g_task_run_in_thread (task, check_thread);
}

static gboolean
rest_cb (gpointer user_data)
{
  NidaSessionCheck *self = user_data;

  self->rest = 0;
  nida_session_check_now (self->session);
  return G_SOURCE_REMOVE;
}

static void
stop (NidaSessionCheck *self)
{
  g_clear_handle_id (&self->rest, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
opened_cb (NidaSessionCheck *self,
           gboolean          reload)
{
  if (reload)
    return;
  stop (self);
  self->is_false = self->is_due = FALSE;
  self->rest = g_timeout_add_full (G_PRIORITY_LOW, REST_MS, rest_cb, self, NULL);
}

gboolean
nida_session_check_is_false (NidaSessionCheck *self)
{
  return self->is_false;
}

gboolean
nida_session_check_take_due (NidaSessionCheck *self)
{
  gboolean is_due = self->is_due;

  self->is_due = FALSE;
  return is_due;
}

NidaSessionCheck *
nida_session_check_new (NidaSession *session)
{
  NidaSessionCheck *self = g_new0 (NidaSessionCheck, 1);

  self->session = session;
  g_signal_connect_swapped (session, "opened", G_CALLBACK (opened_cb), self);
  return self;
}

void
nida_session_check_free (NidaSessionCheck *self)
{
  g_signal_handlers_disconnect_by_data (self->session, self);
  stop (self);
  g_free (self);
}
