/* The inputs of a session one by one: which count, which are read again and when, what became of each. */
#include "config.h"

#include "session-private.h"

#include "document-sources.h"
#include "source.h"

/* --- which count --- */

static void
set_off_if_any_is_on (NidaSession         *self,
                      const NidaFilterSet *filters)
{
  const char * const *inputs = nida_session_get_inputs (self);
  guint n_on = 0;

  for (guint i = 0; inputs != NULL && inputs[i] != NULL; i++)
    n_on += !nida_filter_set_is_off (filters, inputs[i]);
  if (n_on > 0)
    nida_session_set_filters (self, filters);
}

void
nida_session_set_input_off (NidaSession *self,
                            const char  *input,
                            gboolean     off)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_copy (nida_session_get_filters (self));

  nida_filter_set_set_off (filters, input, off);
  set_off_if_any_is_on (self, filters);
}

void
nida_session_set_inputs_on (NidaSession        *self,
                            const char * const *on)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_copy (nida_session_get_filters (self));
  const char * const *inputs = nida_session_get_inputs (self);

  for (guint i = 0; inputs != NULL && inputs[i] != NULL; i++)
    nida_filter_set_set_off (filters, inputs[i], !g_strv_contains (on, inputs[i]));
  set_off_if_any_is_on (self, filters);
}

/* --- input and source --- */

static gboolean
is_source_of (const char           *input,
              const NidaSourceInfo *info)
{
  g_autoptr (NidaSource) source = NULL;

  if (g_str_equal (input, NIDA_LEDGER_URI))
    return g_strcmp0 (info->uri, input) == 0;
  source = nida_source_new (input, TRUE, NULL);
  return source != NULL && g_strcmp0 (source->uri, info->uri) == 0;
}

const char *
nida_session_find_input (NidaSession          *self,
                         const NidaSourceInfo *info)
{
  const char * const *inputs = nida_session_get_inputs (self);

  for (guint i = 0; inputs != NULL && inputs[i] != NULL; i++)
    if (is_source_of (inputs[i], info))
      return inputs[i];
  return NULL;
}

guint
nida_session_find_source (NidaSession *self,
                          const char  *input)
{
  NidaDataset *dataset = nida_session_get_dataset (self);
  NidaReport *report = dataset != NULL ? nida_dataset_get_report (dataset) : NULL;

  for (guint i = 0; report != NULL && i < nida_report_get_n_sources (report); i++)
    if (is_source_of (input, nida_report_get_source (report, i)))
      return i;
  return G_MAXUINT;
}

/* --- what became of it --- */

gboolean
nida_session_is_reading (NidaSession *self,
                         const char  *input)
{
  return nida_session_load_is_asking (nida_session_get_load (self), input);
}

/* What the report of the shown data says of it. */
static const NidaProblem *
find_absence (NidaSession *self,
              const char  *input)
{
  guint source = nida_session_find_source (self, input);
  NidaReport *report = source != G_MAXUINT ? nida_dataset_get_report (nida_session_get_dataset (self)) : NULL;

  for (guint i = 0; report != NULL && i < nida_report_get_n_problems (report); i++)
    {
      const NidaProblem *problem = nida_report_get_problem (report, i);

      if ((problem->kind == NIDA_PROBLEM_HELD || problem->kind == NIDA_PROBLEM_MISSING) && problem->source == source)
        return problem;
    }
  return NULL;
}

const char *
nida_session_get_failure (NidaSession *self,
                          const char  *input)
{
  const NidaFailure *failure = nida_session_load_get_failure (nida_session_get_load (self), input);
  const NidaProblem *absence = failure == NULL ? find_absence (self, input) : NULL;

  return failure != NULL ? failure->words : absence != NULL ? absence->kept : NULL;
}

gboolean
nida_session_is_missing (NidaSession *self,
                         const char  *input)
{
  guint source = nida_session_find_source (self, input);

  return source != G_MAXUINT
         && nida_report_get_source (nida_dataset_get_report (nida_session_get_dataset (self)), source)->is_missing;
}

const char *
nida_session_get_wanted_key (NidaSession *self,
                             const char  *input)
{
  const NidaFailure *failure = nida_session_load_get_failure (nida_session_get_load (self), input);
  guint source = failure == NULL ? nida_session_find_source (self, input) : G_MAXUINT;

  if (failure != NULL)
    return failure->wants_key;
  return source != G_MAXUINT ? nida_report_get_source (nida_dataset_get_report (nida_session_get_dataset (self)), source)->wants_key : NULL;
}

/* What is shown of a source is never given up for nothing. */
char **
nida_session_dup_may_miss (NidaSession        *self,
                           NidaDocument       *document,
                           const char * const *inputs,
                           gboolean            reload)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; inputs[i] != NULL; i++)
    {
      gboolean is_known = document != NULL && nida_document_find_source (document, inputs[i], NULL) != NULL;

      if (reload ? nida_session_is_missing (self, inputs[i])
                   || (is_known && nida_session_find_source (self, inputs[i]) == G_MAXUINT) : is_known)
        g_strv_builder_add (builder, inputs[i]);
    }
  return g_strv_builder_end (builder);
}

/* --- reading again --- */

/* NULL where it did not fail. */
static NidaFailure *
dup_failure (NidaSession *self,
             const char  *input)
{
  const NidaFailure *failure = nida_session_load_get_failure (nida_session_get_load (self), input);
  const NidaProblem *absence = failure == NULL ? find_absence (self, input) : NULL;

  if (failure != NULL)
    return nida_failure_copy (failure);
  if (absence == NULL || absence->kept == NULL)
    return NULL;
  return nida_failure_copy (&(NidaFailure) { absence->kept, absence->absence, (char *) nida_session_get_wanted_key (self, input) });
}

/* Of the inputs that are on and not due, each with why it failed before, so that it goes on saying so. */
static GHashTable *
list_resting (NidaSession        *self,
              const char * const *on,
              const char * const *due)
{
  GHashTable *resting;

  if (due == NULL)
    return NULL;
  resting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, nida_failure_free);
  for (guint i = 0; on[i] != NULL; i++)
    if (!g_strv_contains (due, on[i]))
      g_hash_table_insert (resting, g_strdup (on[i]), dup_failure (self, on[i]));
  return resting;
}

static void
read_again (NidaSession        *self,
            const char * const *due,
            NidaReading         reading)
{
  const char * const *inputs = nida_session_get_inputs (self);
  g_autoptr (GPtrArray) on = g_ptr_array_new ();

  if (nida_session_get_dataset (self) == NULL
      || (due != NULL && nida_filter_set_get_as_of (nida_session_get_filters (self)) != 0))
    return;
  for (guint i = 0; inputs[i] != NULL; i++)
    if (!nida_filter_set_is_off (nida_session_get_filters (self), inputs[i]))
      g_ptr_array_add (on, (gpointer) inputs[i]);
  if (on->len == 0)     /* nothing but the ledger is open */
    return;
  g_ptr_array_add (on, NULL);
  nida_session_load_start (nida_session_get_load (self), (const char * const *) on->pdata, reading,
                           list_resting (self, (const char * const *) on->pdata, due));
}

void
nida_session_reload_inputs (NidaSession        *self,
                            const char * const *due)
{
  read_again (self, due, NIDA_READING_AGAIN);
}

void
nida_session_reload_due (NidaSession        *self,
                         const char * const *due)
{
  read_again (self, due, NIDA_READING_DUE);
}

gboolean
nida_session_is_due (NidaSession *self)
{
  return nida_session_is_loading (self) && nida_session_load_is_due (nida_session_get_load (self));
}

void
nida_session_reload (NidaSession *self)
{
  nida_session_reload_inputs (self, NULL);
}

void
nida_session_reload_held (NidaSession *self)
{
  static const char * const none[] = { NULL };

  /* A server that is being asked is asked again: its answer would come without the names. */
  if (nida_session_is_loading (self) || nida_filter_set_get_as_of (nida_session_get_filters (self)) != 0)
    nida_session_reload_inputs (self, NULL);
  else
    nida_session_reload_inputs (self, none);
}

guint
nida_session_get_n_on (NidaSession *self)
{
  const char * const *inputs = nida_session_get_inputs (self);

  return g_strv_length ((char **) inputs) - g_strv_length ((char **) nida_filter_set_get_off (nida_session_get_filters (self)));
}
