/* What newer data have that those shown do not. */
#include "config.h"

#include "show-pending.h"

#include "change-set.h"
#include "translate.h"

typedef struct {
  NidaLocalEngine *before, *after;
  char            *currency;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->before);
  g_object_unref (job->after);
  g_free (job->currency);
  g_free (job);
}

void
nida_show_pending_free (NidaShowPending *self)
{
  g_free (self->currency);
  g_clear_pointer (&self->came, nida_row_marks_unref);
  g_free (self);
}

/* The rows that point themselves out when they are let in. */
static NidaRowMarks *
mark_came (const NidaChangeSet *changes)
{
  g_autoptr (GArray) came = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < changes->changes->len; i++)
    {
      const NidaChange *change = &g_array_index (changes->changes, NidaChange, i);

      if (change->kind != NIDA_CHANGE_VANISHED)
        g_array_append_val (came, change->new_row);
    }
  return nida_row_marks_new_came (changes->later, came);
}

/* All that was received; none where it cannot be told. */
static NidaMoney
ask_received (NidaLocalEngine *engine,
              const char      *currency)
{
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (NidaCube) cube = NULL;

  query->measures = 1u << NIDA_MEASURE_RECEIVED;
  query->currency = g_strdup (currency);
  cube = nida_local_engine_query (engine, query, NULL);
  return cube != NULL && nida_cube_get_total (cube) != NULL ? nida_cube_get_total (cube)->values[NIDA_MEASURE_RECEIVED] : NIDA_MONEY_NONE;
}

static void
count_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  const Job *job = data;
  NidaShowPending *pending = g_new0 (NidaShowPending, 1);
  g_autoptr (NidaChangeSet) changes = nida_change_set_new (nida_local_engine_get_dataset (job->before),
                                                           nida_local_engine_get_dataset (job->after), 0);

  pending->n_new = changes->counts[NIDA_CHANGE_NEW];
  pending->n_changed = changes->counts[NIDA_CHANGE_CHANGED];
  pending->n_vanished = changes->counts[NIDA_CHANGE_VANISHED];
  pending->came = mark_came (changes);
  pending->currency = g_strdup (job->currency);
  pending->before = ask_received (job->before, job->currency);
  pending->after = ask_received (job->after, job->currency);
  g_task_return_pointer (task, pending, (GDestroyNotify) nida_show_pending_free);
}

void
nida_show_pending_count_async (NidaLocalEngine     *before,
                               NidaLocalEngine     *after,
                               const char          *currency,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->before = g_object_ref (before);
  job->after = g_object_ref (after);
  job->currency = g_strdup (currency);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, count_thread);
}

NidaShowPending *
nida_show_pending_count_finish (GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
nida_show_pending_is_same (const NidaShowPending *self)
{
  return self->n_new == 0 && self->n_changed == 0 && self->n_vanished == 0 && self->before == self->after;
}

/* --- words --- */

/* Takes @line. */
static void
append_line (GString *lines,
             char    *line)
{
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, line);
  g_free (line);
}

static void
append_flows (const NidaShowPending *self,
              NidaLanguage          *language,
              GString               *lines)
{
  g_autofree char *fresh = nida_language_integer (language, self->n_new);
  g_autofree char *changed = nida_language_integer (language, self->n_changed);
  g_autofree char *vanished = nida_language_integer (language, self->n_vanished);

  if (self->n_new > 0)
    append_line (lines, g_strdup_printf (/* xgettext:c-format */ ngettext ("%s new flow", "%s new flows", self->n_new), fresh));
  if (self->n_changed > 0)
    append_line (lines, g_strdup_printf (/* xgettext:c-format */ ngettext ("%s flow is changed", "%s flows are changed", self->n_changed), changed));
  if (self->n_vanished > 0)
    append_line (lines, g_strdup_printf (/* xgettext:c-format */ ngettext ("%s flow is gone", "%s flows are gone", self->n_vanished), vanished));
}

static void
append_received (const NidaShowPending *self,
                 NidaLanguage          *language,
                 GString               *lines)
{
  g_autofree char *before = nida_language_money_long (language, self->before, self->currency);
  g_autofree char *after = nida_language_money_long (language, self->after, self->currency);

  if (self->before != self->after)
    /* Translators: what was received as it is shown, and in the data that wait */
    append_line (lines, g_strdup_printf (_("Received: from %s to %s"), before, after));
}

char *
nida_show_pending_dup_words (const NidaShowPending *self,
                             NidaLanguage          *language)
{
  GString *lines = g_string_new (NULL);

  if (self == NULL)
    append_line (lines, g_strdup (_("The sources were read again")));
  else
    {
      append_flows (self, language, lines);
      append_received (self, language, lines);
    }
  return g_string_free (lines, FALSE);
}
