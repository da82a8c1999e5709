/* What changed since an earlier reading. The reading before the first change becomes the baseline and stays it, so that a
 * person who was away for an hour of refreshes sees all of it; a moment of the past can be chosen instead. Data of an earlier
 * moment are compared with nothing, and a baseline is of the same inputs. */
#include "config.h"

#include "session-private.h"

#include "ledger-came.h"
#include "loader.h"

/* --- baselines --- */

static NidaAliases *
get_aliases (NidaLoaded *loaded)
{
  return nida_filter_set_get_aliases (loaded->filters);
}

NidaBaseline *
nida_baseline_new (NidaLoaded  *like,
                   NidaDataset *dataset,
                   gint64       since)
{
  NidaBaseline *self = g_new0 (NidaBaseline, 1);
  NidaAliases *aliases = get_aliases (like);

  g_atomic_ref_count_init (&self->ref_count);
  self->inputs = g_strdupv (like->inputs);
  self->aliases = aliases != NULL ? nida_aliases_ref (aliases) : NULL;
  self->layouts = like->layouts != NULL ? nida_layouts_ref (like->layouts) : NULL;
  self->dataset = g_object_ref (dataset);
  self->since = since;
  return self;
}

NidaBaseline *
nida_baseline_ref (NidaBaseline *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
nida_baseline_unref (NidaBaseline *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_strfreev (self->inputs);
  g_clear_pointer (&self->aliases, nida_aliases_unref);
  g_clear_pointer (&self->layouts, nida_layouts_unref);
  g_object_unref (self->dataset);
  g_free (self);
}

/* --- comparing --- */

static gboolean
is_earlier_moment (NidaLoaded *loaded)
{
  return nida_report_get_as_of (nida_dataset_get_report (loaded->dataset)) != 0;
}

/* The same sources, names that are one in both, and columns that are read alike: what the person chose is no change of the
 * sources. */
static gboolean
is_comparable (NidaBaseline *baseline,
               NidaLoaded   *loaded)
{
  NidaReport *before = nida_dataset_get_report (baseline->dataset), *report = nida_dataset_get_report (loaded->bare);

  return !is_earlier_moment (loaded) && nida_report_same_missing (before, report) && nida_aliases_equal (baseline->aliases, get_aliases (loaded))
         && nida_layouts_same_used (baseline->layouts, loaded->layouts)
         && g_strv_equal ((const char * const *) baseline->inputs, (const char * const *) loaded->inputs);
}

/* NULL when nothing differs. */
static NidaChangeSet *
find_changes (NidaBaseline *baseline,
              NidaDataset  *dataset)
{
  NidaChangeSet *changes = nida_change_set_new (baseline->dataset, dataset, baseline->since);

  if (changes->changes->len == 0)
    g_clear_pointer (&changes, nida_change_set_unref);
  return changes;
}

static void
compare_with_baseline (NidaLoaded *loaded)
{
  if (loaded->baseline != NULL && is_comparable (loaded->baseline, loaded))
    loaded->changes = find_changes (loaded->baseline, loaded->bare);
}

/* What was shown just before, as a baseline; NULL where it is no earlier reading of the same. */
static NidaBaseline *
make_baseline (NidaLoaded *loaded,
               NidaLoaded *before)
{
  NidaBaseline *baseline;

  if (is_earlier_moment (before))
    return NULL;
  baseline = nida_baseline_new (before, before->bare, before->sources->retrieved);
  if (!is_comparable (baseline, loaded))
    g_clear_pointer (&baseline, nida_baseline_unref);
  return baseline;
}

/* --- what has come since the picture before --- */

/* All that was open then is open now, and is read alike: rows that were not there have come, also with a source that was added or
 * switched on, which is no change of the others. */
static gboolean
continues (NidaLoaded *loaded,
           NidaLoaded *before)
{
  if (is_earlier_moment (before) || is_earlier_moment (loaded) || !nida_aliases_equal (get_aliases (before), get_aliases (loaded))
      || !nida_layouts_same_used (before->layouts, loaded->layouts))
    return FALSE;
  for (guint i = 0; before->inputs[i] != NULL; i++)
    if (!g_strv_contains ((const char * const *) loaded->inputs, before->inputs[i]))
      return FALSE;
  return TRUE;
}

static void
take_came (NidaLoaded   *loaded,
           const GArray *rows)
{
  g_autoptr (NidaRowMarks) came = nida_row_marks_new_came (loaded->dataset, rows);

  nida_sources_set_came (loaded->sources, came);
}

/* Rows of inputs that were read again. @changes: or NULL where there are none */
static GArray *
list_changed (NidaLoaded    *loaded,
              NidaChangeSet *changes)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  NidaChangeKind kind;

  for (guint row = 0; changes != NULL && row < nida_dataset_get_n_rows (loaded->dataset); row++)
    if (nida_change_set_find_row (changes, loaded->dataset, row, &kind))
      g_array_append_val (rows, row);
  return rows;
}

static gboolean
has_source (NidaReport *report,
            const char *uri)
{
  for (guint i = 0; i < nida_report_get_n_sources (report); i++)
    if (!nida_report_get_source (report, i)->is_missing && g_strcmp0 (nida_report_get_source (report, i)->uri, uri) == 0)
      return TRUE;
  return FALSE;
}

/* Rows of the inputs that were not there; the others are not held against each other, since they were only read along. */
static GArray *
list_added (NidaLoaded *loaded,
            NidaLoaded *before)
{
  NidaReport *report = nida_dataset_get_report (loaded->dataset), *earlier = nida_dataset_get_report (before->dataset);
  guint n = nida_report_get_n_sources (report), own = nida_ledger_find_source (loaded->dataset);
  g_autofree gboolean *is_added = g_new0 (gboolean, n + 1);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n; i++)
    is_added[i] = i != own && !has_source (earlier, nida_report_get_source (report, i)->uri);
  for (guint row = 0; row < nida_dataset_get_n_rows (loaded->dataset); row++)
    if (is_added[MIN (nida_dataset_get_source (loaded->dataset, row), n)])
      g_array_append_val (rows, row);
  return rows;
}

/* Takes @came, of the inputs; those of the ledger stand behind. */
static void
find_came (NidaLoaded *loaded,
           NidaLoaded *before,
           GArray     *came)
{
  g_autoptr (GArray) rows = came;
  g_autoptr (GArray) entered = nida_ledger_find_came (before->ledger, before->dataset, loaded->ledger, loaded->dataset);

  g_array_append_vals (rows, entered->data, entered->len);
  take_came (loaded, rows);
}

void
nida_loaded_take_entered (NidaLoaded *loaded,
                          NidaLoaded *before)
{
  g_autoptr (GArray) came = nida_ledger_find_came (before->ledger, before->dataset, loaded->ledger, loaded->dataset);

  take_came (loaded, came);
}

/* A baseline that cannot be compared with (a source is switched off, names were joined) waits until it can, but for changes. */
void
nida_loaded_compare (NidaLoaded   *loaded,
                     NidaLoaded   *before,
                     NidaBaseline *baseline)
{
  g_autoptr (NidaChangeSet) fresh = NULL;
  NidaBaseline *last = before != NULL ? make_baseline (loaded, before) : NULL;

  if (last != NULL)
    fresh = find_changes (last, loaded->bare);
  loaded->n_fresh = fresh != NULL ? fresh->changes->len : 0;
  if (last != NULL)
    find_came (loaded, before, list_changed (loaded, fresh));
  else if (before != NULL && continues (loaded, before))
    find_came (loaded, before, list_added (loaded, before));
  if (fresh != NULL && (baseline == NULL || !is_comparable (baseline, loaded)))
    {
      loaded->baseline = nida_baseline_ref (last);
      loaded->changes = g_steal_pointer (&fresh);
    }
  else if (baseline != NULL)
    {
      loaded->baseline = nida_baseline_ref (baseline);
      compare_with_baseline (loaded);
    }
  g_clear_pointer (&last, nida_baseline_unref);
}

/* --- a moment that is chosen --- */

typedef struct {
  NidaLoaded *shown;
  gint64      moment;
} Comparison;

typedef struct {
  NidaBaseline  *baseline;
  NidaChangeSet *changes;
} Compared;

static void
comparison_free (gpointer data)
{
  nida_loaded_unref (((Comparison *) data)->shown);
  g_free (data);
}

static void
compared_free (gpointer data)
{
  Compared *compared = data;

  g_clear_pointer (&compared->baseline, nida_baseline_unref);
  g_clear_pointer (&compared->changes, nida_change_set_unref);
  g_free (compared);
}

static void
compare_thread (GTask        *task,
                gpointer      session,
                gpointer      data,
                GCancellable *cancellable)
{
  const Comparison *comparison = data;
  NidaLoadOptions options = {
    .decimal = NIDA_DECIMAL_AUTO, .layouts = comparison->shown->layouts, .copies = NIDA_COPIES (nida_cache_get_default ()),
    .as_of = comparison->moment, .aliases = nida_filter_set_get_aliases (comparison->shown->filters),
  };
  GError *error = NULL;
  const char * const *inputs = (const char * const *) comparison->shown->inputs;
  g_autoptr (NidaDataset) dataset = nida_load (inputs, &options, cancellable, &error);
  Compared *compared;

  if (dataset == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  compared = g_new0 (Compared, 1);
  compared->baseline = nida_baseline_new (comparison->shown, dataset, comparison->moment);
  compared->changes = find_changes (compared->baseline, comparison->shown->bare);
  g_task_return_pointer (task, compared, compared_free);
}

/* The task of the session never leaves the main thread: the last to let go of one may be its thread, and with it would go the
 * session of a window that was closed meanwhile. */
static void
worked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  Compared *compared = g_task_propagate_pointer (G_TASK (result), &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, compared, compared_free);
}

static void
set_baseline (NidaSession  *self,
              NidaBaseline *baseline)
{
  NidaLoaded *shown = nida_session_get_shown (self);

  g_clear_pointer (&shown->changes, nida_change_set_unref);
  g_clear_pointer (&shown->baseline, nida_baseline_unref);
  shown->baseline = baseline;
  shown->n_fresh = 0;
}

void
nida_session_compare_async (NidaSession         *self,
                            gint64               moment,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data), work = NULL;
  Comparison *comparison;

  g_return_if_fail (nida_session_get_shown (self) != NULL);

  g_task_set_source_tag (task, nida_session_compare_async);
  if (moment == 0)
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }
  comparison = g_new0 (Comparison, 1);
  comparison->shown = nida_loaded_ref (nida_session_get_shown (self));
  comparison->moment = moment;
  g_task_set_task_data (task, comparison, comparison_free);
  work = g_task_new (NULL, cancellable, worked_cb, g_object_ref (task));
  g_task_set_task_data (work, comparison, NULL);
  g_task_run_in_thread (work, compare_thread);
}

/* Other data may be shown by now: these are compared with when they come to be read again. */
gboolean
nida_session_compare_finish (NidaSession   *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  const Comparison *comparison = g_task_get_task_data (G_TASK (result));
  GError *failure = NULL;
  Compared *compared = g_task_propagate_pointer (G_TASK (result), &failure);
  NidaLoaded *shown = nida_session_get_shown (self);

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  set_baseline (self, compared != NULL ? g_steal_pointer (&compared->baseline) : NULL);
  if (compared != NULL && comparison->shown->bare == shown->bare && !is_earlier_moment (shown))
    shown->changes = g_steal_pointer (&compared->changes);
  else if (compared != NULL)
    compare_with_baseline (shown);
  g_clear_pointer (&compared, compared_free);
  nida_session_tell_changes (self);
  return TRUE;
}

/* --- what is known --- */

NidaChangeSet *
nida_session_get_changes (NidaSession *self)
{
  NidaLoaded *shown = nida_session_get_shown (self);

  return shown != NULL ? shown->changes : NULL;
}

guint
nida_session_get_n_fresh (NidaSession *self)
{
  NidaLoaded *shown = nida_session_get_shown (self);

  return shown != NULL ? shown->n_fresh : 0;
}
