/* Reading for a session: files into data, board and first answers in a thread; files that change are read again. */
#include "config.h"

#include "session-private.h"

#include "carried-ahead.h"
#include "document-file.h"
#include "loader.h"
#include "look.h"

#include <string.h>

#define DEBOUNCE_MS 300   /* an editor writes a file in several steps */

struct _NidaSessionLoad
{
  NidaSession  *session;      /* owns us */
  char        **inputs;       /* being read, or NULL */
  gboolean      reload;
  gboolean      is_due;       /* by the clock */
  gboolean      held;         /* copies of addresses are read, to have them at once; the servers are asked afterwards */
  GHashTable   *resting;      /* as of the load options, or NULL */
  NidaLayouts  *layouts;      /* by which is being read */
  GHashTable   *failures;     /* input → NidaFailure: why it could not be read again; of a reading that gave nothing new */
  GCancellable *cancellable;
  GHashTable   *monitors;     /* input → its GFileMonitor, or NULL where there is nothing to watch */
  guint         changed_timeout;
};

/* --- what all readings share --- */

NidaSecrets *
nida_session_get_secrets (void)
{
  static gsize secrets;

  if (g_once_init_enter (&secrets))
    g_once_init_leave (&secrets, (gsize) nida_secrets_new_service ());
  return (NidaSecrets *) secrets;
}

/* --- the second half, in a thread: board and first answers --- */

typedef struct {
  char         **inputs;
  NidaDataset   *dataset;
  NidaLedger    *ledger;      /* what is counted beside it, or NULL */
  NidaLoaded    *before;      /* what is read again, or NULL */
  NidaBaseline  *baseline;    /* what that is compared with, or NULL */
  NidaLayouts   *layouts;     /* by which it was read */
  NidaColorMap  *colors;      /* which donors keep theirs, or NULL */
  NidaFilterSet *filters;
  NidaLanguage  *language;
  guint64        fields;
  guint          fiscal_start;
} Preparation;

static void
preparation_free (gpointer data)
{
  Preparation *preparation = data;

  g_strfreev (preparation->inputs);
  g_object_unref (preparation->dataset);
  g_clear_pointer (&preparation->ledger, nida_ledger_unref);
  g_clear_pointer (&preparation->before, nida_loaded_unref);
  g_clear_pointer (&preparation->baseline, nida_baseline_unref);
  nida_layouts_unref (preparation->layouts);
  g_clear_pointer (&preparation->colors, nida_color_map_unref);
  nida_filter_set_free (preparation->filters);
  g_object_unref (preparation->language);
  g_free (preparation);
}

static void
prepare_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Preparation *preparation = data;
  NidaLoaded *loaded = nida_loaded_new_beside (preparation->inputs, preparation->dataset, preparation->ledger,
                                               preparation->filters, preparation->fields, preparation->fiscal_start,
                                               preparation->language, preparation->colors);

  loaded->layouts = nida_layouts_ref (preparation->layouts);
  nida_loaded_compare (loaded, preparation->before, preparation->baseline);
  g_task_return_pointer (task, loaded, (GDestroyNotify) nida_loaded_unref);
}

static void watch_inputs (NidaSessionLoad *load, const char * const *inputs);

static void
end_loading (NidaSessionLoad *load)
{
  g_clear_object (&load->cancellable);
  g_clear_pointer (&load->inputs, g_strfreev);
  nida_carried_drop_ahead ();
  nida_session_tell_loading (load->session, FALSE);
}

/* A newer reading, or the end of the session, has taken this one's place when its cancellable was triggered. */
static NidaSessionLoad *
still_wanted (GTask *task)
{
  return g_cancellable_is_cancelled (g_task_get_cancellable (task)) ? NULL : g_task_get_task_data (task);
}

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) outer = user_data;
  NidaSessionLoad *load = still_wanted (outer);
  NidaLoaded *loaded = g_task_propagate_pointer (G_TASK (result), NULL);
  gboolean reload, held;

  if (load == NULL)
    {
      g_clear_pointer (&loaded, nida_loaded_unref);
      return;
    }
  reload = load->reload;
  held = load->held;
  g_hash_table_remove_all (load->failures);
  watch_inputs (load, (const char * const *) loaded->inputs);
  end_loading (load);
  nida_session_take_loaded (load->session, loaded, reload);
  if (held)
    nida_session_reload (load->session);
}

/* Whose data are read; NULL for a fresh one. */
static NidaDocument *
get_document (NidaSessionLoad *load)
{
  return load->reload ? nida_session_get_document (load->session)
                      : nida_session_opening_get_document (nida_session_get_opening (load->session));
}

static void
prepare (NidaSessionLoad *load,
         NidaDataset     *dataset,
         GTask           *outer)
{
  NidaLook *look = nida_look_get ();
  NidaDocument *document = get_document (load);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, prepared_cb, g_object_ref (outer));
  Preparation *preparation = g_new0 (Preparation, 1);

  preparation->inputs = g_strdupv (load->inputs);
  preparation->dataset = g_object_ref (dataset);
  preparation->ledger = nida_ledger_new_counted (document);
  if (load->reload)
    {
      preparation->before = nida_loaded_ref (nida_session_get_shown (load->session));
      if (preparation->before->baseline != NULL)
        preparation->baseline = nida_baseline_ref (preparation->before->baseline);
    }
  preparation->layouts = nida_layouts_ref (load->layouts);
  preparation->colors = nida_session_dup_donor_hues (document, preparation->before);
  preparation->filters = load->reload ? nida_filter_set_copy (nida_session_get_filters (load->session))
                                      : nida_session_opening_dup_filters (nida_session_get_opening (load->session));
  preparation->language = g_object_ref (nida_look_get_language (look));
  preparation->fields = nida_session_get_watched (load->session);
  preparation->fiscal_start = nida_document_get_fiscal_start (document);
  g_task_set_source_tag (task, prepare);
  g_task_set_task_data (task, preparation, preparation_free);
  g_task_run_in_thread (task, prepare_thread);
}

static void read_inputs (NidaSessionLoad *load, GTask *outer);

/* What is shown stays, but each source that failed says so. */
static void
note_failures (NidaSessionLoad *load,
               const GError    *error)
{
  GHashTable *failures = nida_read_error_get_failures (error);
  GHashTableIter iter;
  gpointer input, why;

  if (!load->reload || failures == NULL || g_error_matches (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NOT_HELD))
    return;
  g_hash_table_iter_init (&iter, failures);
  while (g_hash_table_iter_next (&iter, &input, &why))
    g_hash_table_insert (load->failures, g_strdup (input), nida_failure_copy (why));
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) outer = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = nida_load_finish (result, &error);
  NidaSessionLoad *load = still_wanted (outer);
  gboolean reload;

  if (load == NULL)
    return;
  if (dataset != NULL)
    {
      prepare (load, dataset, outer);
      return;
    }
  if (load->held && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      load->held = FALSE;
      read_inputs (load, outer);
      return;
    }
  reload = load->reload;
  note_failures (load, error);
  end_loading (load);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    nida_session_tell_failed (load->session, error, reload);
}

static void
progress_cb (guint64  bytes,
             guint64  total,
             guint64  rows,
             guint64  pages,
             gpointer user_data)
{
  NidaSessionLoad *load = still_wanted (user_data);

  if (load != NULL)
    nida_session_tell_progress (load->session, bytes, total, rows);
}

NidaLoadOptions
nida_session_get_load_options (NidaSession *self)
{
  gboolean has_file = nida_document_get_file (nida_session_get_document (self)) != NULL;
  NidaCopies *copies = has_file ? NIDA_COPIES (nida_session_get_carried (self)) : NIDA_COPIES (nida_cache_get_default ());
  NidaLoaded *shown = nida_session_get_shown (self);

  return (NidaLoadOptions) {
    .decimal = NIDA_DECIMAL_AUTO, .layouts = shown != NULL ? shown->layouts : NULL, .copies = copies,
    .secrets = nida_session_get_secrets (), .as_of = nida_filter_set_get_as_of (nida_session_get_filters (self)),
    .aliases = nida_filter_set_get_aliases (nida_session_get_filters (self)), .own_rates = nida_session_get_own_rates (self),
  };
}

static void
read_inputs (NidaSessionLoad *load,
             GTask           *outer)
{
  /* A source that fails keeps its last good data, and does not hold the others up. */
  NidaPolicy policy = load->held ? NIDA_POLICY_HELD : load->reload ? NIDA_POLICY_LAST_GOOD : NIDA_POLICY_FALL_BACK;
  NidaLoadOptions options = nida_session_get_load_options (load->session);
  NidaDocument *document = get_document (load);
  g_auto (GStrv) may_miss = NULL;
  g_autoptr (NidaOwnRates) own_rates = NULL;
  NidaSessionOpening *opening = load->reload ? NULL : nida_session_get_opening (load->session);
  g_autoptr (NidaFilterSet) filters = opening != NULL ? nida_session_opening_dup_filters (opening) : NULL;

  g_clear_pointer (&load->layouts, nida_layouts_unref);
  load->layouts = opening != NULL ? nida_session_opening_dup_layouts (opening) : nida_session_dup_layouts (load->session);
  options.layouts = load->layouts;
  options.policy = load->reload && nida_session_check_take_due (nida_session_get_check (load->session)) ? NIDA_POLICY_CARRIED : policy;
  options.resting = load->resting;
  /* copies that are not there are no reason to do without the server */
  if (!load->held)
    may_miss = nida_session_dup_may_miss (load->session, document, (const char * const *) load->inputs, load->reload);
  options.may_miss = (const char * const *) may_miss;
  options.may_lack_keys = !load->held && !load->reload;
  options.distrust = load->reload && nida_session_check_is_false (nida_session_get_check (load->session));
  options.own_rates = own_rates = nida_own_rates_new_of (document);
  if (opening != NULL)
    {
      options.copies = nida_session_opening_get_copies (opening);
      options.as_of = nida_filter_set_get_as_of (filters);
      options.aliases = nida_filter_set_get_aliases (filters);
    }
  else
    nida_carried_update (nida_session_get_carried (load->session));
  nida_load_async ((const char * const *) load->inputs, &options, progress_cb, outer, load->cancellable, loaded_cb,
                   g_object_ref (outer));
}

/* Small files that were read ahead are there at once, so that the first frame shows them. */
static gboolean
take_at_once (NidaSessionLoad    *load,
              const char * const *inputs)
{
  NidaLoaded *loaded = nida_session_take_ahead (inputs);

  if (loaded == NULL)
    return FALSE;
  watch_inputs (load, inputs);
  nida_session_take_loaded (load->session, loaded, FALSE);
  return TRUE;
}

static gboolean
has_address (const char * const *inputs)
{
  for (guint i = 0; inputs[i] != NULL; i++)
    if (strstr (inputs[i], "://") != NULL && !g_str_has_prefix (inputs[i], "file:"))
      return TRUE;
  return FALSE;
}

void
nida_session_load_start (NidaSessionLoad    *load,
                         const char * const *inputs,
                         NidaReading         reading,
                         GHashTable         *resting)
{
  g_autoptr (GTask) outer = NULL;
  g_auto (GStrv) copy = g_strdupv ((char **) inputs);
  gboolean reload = reading != NIDA_READING_OPEN;

  if (load->cancellable != NULL)
    g_cancellable_cancel (load->cancellable);
  /* nobody waited for that one, and somebody does for this */
  if (load->is_due && reading != NIDA_READING_DUE)
    nida_session_tell_loading (load->session, FALSE);
  g_clear_object (&load->cancellable);
  load->cancellable = g_cancellable_new ();
  g_clear_pointer (&load->inputs, g_strfreev);
  g_clear_pointer (&load->resting, g_hash_table_unref);
  load->resting = resting;
  load->reload = reload;
  load->is_due = reading == NIDA_READING_DUE;
  if (!reload)
    g_hash_table_remove_all (load->failures);
  load->held = !reload && has_address (inputs);
  if (!reload && take_at_once (load, inputs))
    {
      end_loading (load);
      return;
    }
  load->inputs = g_steal_pointer (&copy);
  /* Carries the cancellable, by which a late answer knows whether anybody still waits for it. */
  outer = g_task_new (NULL, load->cancellable, NULL, NULL);
  g_task_set_source_tag (outer, nida_session_load_start);
  g_task_set_task_data (outer, load, NULL);
  nida_session_tell_loading (load->session, TRUE);
  read_inputs (load, outer);
}

void
nida_session_load_cancel (NidaSessionLoad *load)
{
  if (load->cancellable == NULL)
    return;
  g_cancellable_cancel (load->cancellable);
  end_loading (load);
}

const char * const *
nida_session_load_get_inputs (NidaSessionLoad *load)
{
  return (const char * const *) load->inputs;
}

gboolean
nida_session_load_is_due (NidaSessionLoad *load)
{
  return load->is_due;
}

gboolean
nida_session_load_is_asking (NidaSessionLoad *load,
                             const char      *input)
{
  return load->inputs != NULL && g_strv_contains ((const char * const *) load->inputs, input)
         && (load->resting == NULL || !g_hash_table_contains (load->resting, input));
}

const NidaFailure *
nida_session_load_get_failure (NidaSessionLoad *load,
                               const char      *input)
{
  return g_hash_table_lookup (load->failures, input);
}

/* --- files that change --- */

static gboolean
changed_timeout_cb (gpointer user_data)
{
  NidaSessionLoad *load = user_data;

  load->changed_timeout = 0;
  nida_session_refresh (load->session);
  return G_SOURCE_REMOVE;
}

static void
file_changed_cb (GFileMonitor      *monitor,
                 GFile             *file,
                 GFile             *other,
                 GFileMonitorEvent  event,
                 NidaSessionLoad   *load)
{
  if (event == G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED || event == G_FILE_MONITOR_EVENT_PRE_UNMOUNT)
    return;
  g_clear_handle_id (&load->changed_timeout, g_source_remove);
  load->changed_timeout = g_timeout_add (DEBOUNCE_MS, changed_timeout_cb, load);
}

static void
unwatch (gpointer monitor)
{
  if (monitor == NULL)
    return;
  g_signal_handlers_disconnect_matched (monitor, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, file_changed_cb, NULL);
  g_file_monitor_cancel (monitor);
  g_object_unref (monitor);
}

static GFileMonitor *
watch (NidaSessionLoad *load,
       const char      *input)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (input);
  GFileMonitor *monitor = g_file_is_native (file) ? g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL) : NULL;

  if (monitor != NULL)
    g_signal_connect (monitor, "changed", G_CALLBACK (file_changed_cb), load);
  return monitor;
}

/* Those that are watched already miss nothing meanwhile; others came or went since. */
static void
watch_inputs (NidaSessionLoad    *load,
              const char * const *inputs)
{
  GHashTableIter iter;
  gpointer watched;

  g_hash_table_iter_init (&iter, load->monitors);
  while (g_hash_table_iter_next (&iter, &watched, NULL))
    if (!g_strv_contains (inputs, watched))
      g_hash_table_iter_remove (&iter);
  for (guint i = 0; inputs[i] != NULL; i++)
    if (!g_hash_table_contains (load->monitors, inputs[i]))
      g_hash_table_insert (load->monitors, g_strdup (inputs[i]), watch (load, inputs[i]));
}

NidaSessionLoad *
nida_session_load_new (NidaSession *session)
{
  NidaSessionLoad *load = g_new0 (NidaSessionLoad, 1);

  load->session = session;
  load->monitors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unwatch);
  load->failures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, nida_failure_free);
  return load;
}

void
nida_session_load_free (NidaSessionLoad *load)
{
  if (load->cancellable != NULL)
    g_cancellable_cancel (load->cancellable);
  g_clear_object (&load->cancellable);
  g_clear_handle_id (&load->changed_timeout, g_source_remove);
  g_hash_table_unref (load->monitors);
  g_clear_pointer (&load->resting, g_hash_table_unref);
  g_clear_pointer (&load->layouts, nida_layouts_unref);
  g_hash_table_unref (load->failures);
  g_strfreev (load->inputs);
  g_free (load);
}
