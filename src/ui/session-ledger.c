/* The desk's own figures and rates in a session: when an entry of the document changes, its rows are put behind those of the
 * inputs, which are not read again, and so it is with exchange rates; the board is asked anew: at once where the rows are few, so
 * that the figure is there with the next frame; in a thread where they are many, or where a show has to have it first. */
#include "config.h"

#include "session-private.h"

#include "dataset-builder.h"
#include "look.h"
#include "rate-items.h"
#include "translate.h"

struct _NidaSessionLedger
{
  NidaSession  *session;        /* owns us */
  NidaDocument *document;
  NidaLedger   *ledger;
  NidaOwnRates *rates;          /* or NULL */
  gboolean      touched;        /* by the change of the document that is being told */
  guint         asked;          /* serial of the newest job: older ones are dropped */
  guint         idle;
  guint         shows;          /* that are of the data */
  guint         midnight;       /* until the next day, by which something is due */
};

static gboolean
is_on (NidaDocument *document)
{
  return nida_ledger_is_counted (nida_document_get_items (document));
}

NidaLedger *
nida_ledger_new_counted (NidaDocument *document)
{
  g_autoptr (NidaLedger) ledger = document != NULL && is_on (document)
                                  ? nida_ledger_new (nida_document_get_items (document), NULL) : NULL;

  return ledger != NULL && nida_ledger_get_n (ledger) > 0 ? g_steal_pointer (&ledger) : NULL;
}

NidaOwnRates *
nida_own_rates_new_of (NidaDocument *document)
{
  return document != NULL ? nida_rate_items_read (nida_document_get_items (document)) : NULL;
}

/* --- what is counted --- */

typedef struct {
  NidaLoaded    *shown;         /* NULL: nothing else is open */
  NidaLedger    *ledger;        /* or NULL, as the next */
  NidaOwnRates  *rates;
  NidaColorMap  *colors;
  NidaFilterSet *filters;
  NidaLanguage  *language;
  guint64        fields;
  guint          fiscal_start, serial;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->shown, nida_loaded_unref);
  g_clear_pointer (&job->ledger, nida_ledger_unref);
  g_clear_pointer (&job->rates, nida_own_rates_unref);
  g_clear_pointer (&job->colors, nida_color_map_unref);
  nida_filter_set_free (job->filters);
  g_object_unref (job->language);
  g_free (job);
}

static Job *
job_new (NidaSessionLedger *self,
         NidaLedger        *counted)
{
  Job *job = g_new0 (Job, 1);
  NidaLoaded *shown = nida_session_get_shown (self->session);

  job->shown = shown != NULL ? nida_loaded_ref (shown) : NULL;
  job->ledger = counted != NULL ? nida_ledger_ref (counted) : NULL;
  job->rates = self->rates != NULL ? nida_own_rates_ref (self->rates) : NULL;
  job->colors = nida_session_dup_donor_hues (self->document, shown);
  job->filters = nida_filter_set_copy (nida_session_get_filters (self->session));
  job->language = g_object_ref (nida_look_get_language (nida_look_get ()));
  job->fields = nida_session_get_watched (self->session);
  job->fiscal_start = nida_session_get_fiscal_start (self->session);
  job->serial = ++self->asked;
  return job;
}

/* What changed of the inputs since an earlier reading is what it was. */
static NidaLoaded *
job_run (const Job *job)
{
  static char *none[] = { NULL };
  g_autoptr (NidaDatasetBuilder) nothing = nida_dataset_builder_new ();
  g_autoptr (NidaDataset) bare = job->shown != NULL ? g_object_ref (job->shown->bare) : nida_dataset_builder_end (nothing);
  g_autoptr (NidaDataset) rated = nida_dataset_new_with_rates (bare, job->rates);
  NidaLoaded *loaded = nida_loaded_new_beside (job->shown != NULL ? job->shown->inputs : none, rated, job->ledger, job->filters,
                                               job->fields, job->fiscal_start, job->language, job->colors);

  if (job->shown != NULL && job->shown->baseline != NULL)
    loaded->baseline = nida_baseline_ref (job->shown->baseline);
  if (job->shown != NULL && job->shown->changes != NULL)
    loaded->changes = nida_change_set_ref (job->shown->changes);
  if (job->shown != NULL && job->shown->layouts != NULL)
    loaded->layouts = nida_layouts_ref (job->shown->layouts);
  if (job->shown != NULL)
    nida_loaded_take_entered (loaded, job->shown);
  return loaded;
}

static void
job_thread (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  g_task_return_pointer (task, job_run (data), (GDestroyNotify) nida_loaded_unref);
}

static void update (NidaSessionLedger *self);

/* Other inputs, filters or entries may have come meanwhile: then it is done again with them. */
static void
job_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (NidaSession) session = user_data;
  NidaSessionLedger *self = nida_session_get_own (session);
  Job *job = g_task_get_task_data (G_TASK (result));
  NidaLoaded *loaded = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self != NULL && job->serial == self->asked && job->shown == nida_session_get_shown (session))
    nida_session_take_loaded (session, g_steal_pointer (&loaded), TRUE);
  else if (self != NULL && job->serial == self->asked)
    update (self);
  g_clear_pointer (&loaded, nida_loaded_unref);
}

static void
run_in_thread (NidaSessionLedger *self,
               Job               *job)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, job_cb, g_object_ref (self->session));      /* see session-ask.c */

  g_task_set_source_tag (task, run_in_thread);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, job_thread);
}

#define TOTALS_FOR_THREAD 1000

/* Totals that plans state are held against their rows when the rows are others: many of them take longer than a frame. */
static gboolean
is_quick (NidaSessionLedger *self,
          NidaLoaded        *shown)
{
  NidaCodes kinds;
  guint n_totals = 0;

  if (shown == NULL)
    return TRUE;
  if (self->shows > 0 || !nida_session_answers_at_once (self->session))
    return FALSE;
  kinds = nida_dataset_get_codes (shown->bare, NIDA_FIELD_KIND);
  for (guint row = 0; row < nida_dataset_get_n_rows (shown->bare); row++)
    n_totals += nida_codes_get (kinds, row) == NIDA_KIND_REQUIREMENT || nida_codes_get (kinds, row) == NIDA_KIND_REPORTED;
  return n_totals <= TOTALS_FOR_THREAD;
}

/* Are amounts converted by @rates already? Without data there is nothing to convert. */
static gboolean
has_rates (NidaLoaded   *shown,
           NidaOwnRates *rates)
{
  return shown == NULL || nida_own_rates_equal (nida_rates_get_own (nida_dataset_get_rates (shown->bare)), rates);
}

/* Count what the document says now. */
static void
update (NidaSessionLedger *self)
{
  NidaLoaded *shown = nida_session_get_shown (self->session);
  NidaLedger *counted = is_on (self->document) && nida_ledger_get_n (self->ledger) > 0 ? self->ledger : NULL;
  Job *job;

  if (nida_ledger_equal (shown != NULL ? shown->ledger : NULL, counted) && has_rates (shown, self->rates))
    return;
  job = job_new (self, counted);
  if (!is_quick (self, shown))
    {
      run_in_thread (self, job);
      return;
    }
  nida_session_take_loaded (self->session, job_run (job), TRUE);
  job_free (job);
}

/* --- the document says --- */

static void
item_changed_cb (NidaSessionLedger *self,
                 guint              kind,
                 const char        *id)
{
  if (kind == NIDA_ITEM_ENTRY || kind == NIDA_ITEM_RATE || (kind == NIDA_ITEM_SETTING && g_str_equal (id, NIDA_LEDGER_OFF)))
    self->touched = TRUE;
}

static void
read_ledger (NidaSessionLedger *self)
{
  NidaLedger *now = nida_ledger_new (nida_document_get_items (self->document), self->ledger);

  g_clear_pointer (&self->ledger, nida_ledger_unref);
  self->ledger = now;
  g_clear_pointer (&self->rates, nida_own_rates_unref);
  self->rates = nida_own_rates_new_of (self->document);
}

static void
changed_cb (NidaSessionLedger *self,
            gboolean           foreign)
{
  if (!self->touched)
    return;
  self->touched = FALSE;
  read_ledger (self);
  update (self);
  nida_session_tell_ledger (self->session);
}

void
nida_session_ledger_begin_show (NidaSessionLedger *self)
{
  self->shows++;
}

void
nida_session_ledger_end_show (NidaSessionLedger *self)
{
  self->shows--;
}

/* At most an hour, since a machine that slept wakes with another clock. */
static guint
seconds_left (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  guint second = (guint) (g_date_time_get_hour (now) * 3600 + g_date_time_get_minute (now) * 60 + g_date_time_get_second (now));

  return MIN (24 * 3600 - MIN (second, 24 * 3600 - 1) + 1, 3600);
}

void
nida_session_ledger_check_day (NidaSessionLedger *self)
{
  if (nida_ledger_get_day (self->ledger) == nida_ledger_today ())
    return;
  read_ledger (self);
  update (self);
  nida_session_tell_ledger (self->session);
}

static gboolean
midnight_cb (gpointer user_data)
{
  NidaSessionLedger *self = user_data;

  nida_session_ledger_check_day (self);
  self->midnight = g_timeout_add_seconds (seconds_left (), midnight_cb, self);
  return G_SOURCE_REMOVE;
}

static void
take_document (NidaSessionLedger *self)
{
  NidaDocument *document = nida_session_get_document (self->session);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  g_signal_connect_swapped (document, "item-changed", G_CALLBACK (item_changed_cb), self);
  g_signal_connect_swapped (document, "changed", G_CALLBACK (changed_cb), self);
  read_ledger (self);
}

static void
document_changed_cb (NidaSessionLedger *self)
{
  take_document (self);
  nida_session_tell_ledger (self->session);
}

static gboolean
idle_cb (gpointer user_data)
{
  NidaSessionLedger *self = user_data;

  self->idle = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* What was read ahead, or while an entry was typed, does not know it. */
static void
opened_cb (NidaSessionLedger *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, idle_cb, self, NULL);
}

NidaSessionLedger *
nida_session_ledger_new (NidaSession *session)
{
  NidaSessionLedger *self = g_new0 (NidaSessionLedger, 1);

  self->session = session;
  take_document (self);
  self->midnight = g_timeout_add_seconds (seconds_left (), midnight_cb, self);
  g_signal_connect_swapped (session, "document-changed", G_CALLBACK (document_changed_cb), self);
  g_signal_connect_swapped (session, "opened", G_CALLBACK (opened_cb), self);
  return self;
}

void
nida_session_ledger_free (NidaSessionLedger *self)
{
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_handle_id (&self->midnight, g_source_remove);
  g_object_unref (self->document);
  nida_ledger_unref (self->ledger);
  g_clear_pointer (&self->rates, nida_own_rates_unref);
  g_free (self);
}

NidaLedger *
nida_session_get_ledger (NidaSession *self)
{
  return nida_session_get_own (self)->ledger;
}

NidaOwnRates *
nida_session_get_own_rates (NidaSession *self)
{
  NidaSessionLedger *own = nida_session_get_own (self);

  return own != NULL ? own->rates : NULL;
}

gboolean
nida_session_is_ledger_on (NidaSession *self)
{
  return is_on (nida_session_get_document (self));
}

void
nida_session_set_ledger_on (NidaSession *self,
                            gboolean     on)
{
  NidaDocument *document = nida_session_get_document (self);

  if (on == is_on (document))
    return;
  nida_document_begin (document, on ? NC_("undo", "Switch On the Desk’s Own Figures")
                                    : NC_("undo", "Switch Off the Desk’s Own Figures"), NULL);
  if (on)
    nida_document_remove (document, NIDA_ITEM_SETTING, NIDA_LEDGER_OFF);
  else
    nida_document_set (document, NIDA_ITEM_SETTING, NIDA_LEDGER_OFF, "true");
  nida_document_end (document);
}
