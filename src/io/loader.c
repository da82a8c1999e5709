/* What becomes of an input that cannot be read: its copy takes its place, the others do without it, or nothing is read. Runs wherever
 * it is called; load-async.c calls it in a thread. */
#include "config.h"

#include "load-attempt.h"

#include "read-error.h"
#include "source.h"

/* Is there a copy of the input, and may it take its place? What a document carries always may. */
static gboolean
can_fall_back (const NidaLoadOptions *options,
               const char            *input,
               const GError          *failure)
{
  g_autoptr (NidaSource) source = nida_source_new (input, options->allow_http, NULL);
  g_autoptr (NidaVersion) version = NULL;
  gboolean is_web = source != NULL && source->type == NIDA_SOURCE_WEB;

  if (source == NULL || source->type == NIDA_SOURCE_STDIN || options->copies == NULL || options->as_of != 0
      || g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  version = nida_copies_find (options->copies, source->uri, source->name, 0, NULL);
  return version != NULL && (options->policy == NIDA_POLICY_LAST_GOOD || (is_web && options->policy == NIDA_POLICY_FALL_BACK)
                             || (!is_web && version->in_document));
}

/* Would only copies be read, with nothing new in them? */
static gboolean
is_all_old (const char * const    *inputs,
            const NidaLoadOptions *options,
            const NidaTrouble     *trouble)
{
  for (guint i = 0; inputs[i] != NULL; i++)
    if (trouble[i].failure == NULL && (options->resting == NULL || !g_hash_table_contains (options->resting, inputs[i])))
      return FALSE;
  return TRUE;
}

/* Will anything be read but @failed? */
static gboolean
has_others (const char * const *inputs,
            const NidaTrouble  *trouble,
            guint               failed)
{
  for (guint i = 0; inputs[i] != NULL; i++)
    if (i != failed && !trouble[i].is_missing)
      return TRUE;
  return FALSE;
}

/* May the figures do without the input, since they say so? */
static gboolean
can_miss (const char * const    *inputs,
          const NidaLoadOptions *options,
          const NidaTrouble     *trouble,
          guint                  failed,
          const GError          *failure)
{
  g_autoptr (NidaSource) source = nida_source_new (inputs[failed], options->allow_http, NULL);

  if (source == NULL || g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  return (options->may_miss != NULL && g_strv_contains (options->may_miss, inputs[failed]))
         || (options->may_lack_keys && trouble[failed].failure->wants_key != NULL && has_others (inputs, trouble, failed));
}

static void
name_failures (const char * const *inputs,
               const NidaTrouble  *trouble,
               GError             *error)
{
  g_autoptr (GHashTable) named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, nida_failure_free);

  for (guint i = 0; inputs[i] != NULL; i++)
    if (trouble[i].failure != NULL)
      g_hash_table_insert (named, g_strdup (inputs[i]), nida_failure_copy (trouble[i].failure));
  nida_read_error_set_failures (error, named);
}

/* What is to be done about @failure of one input in the next attempt; FALSE where there is none. */
static gboolean
get_over (const char * const    *inputs,
          const NidaLoadOptions *options,
          NidaTrouble           *trouble,
          guint                  failed,
          const GError          *failure)
{
  NidaTrouble *own = &trouble[failed];
  gboolean first = own->failure == NULL;

  if (inputs[failed] == NULL || own->is_missing)
    return FALSE;
  if (first)
    own->failure = nida_failure_new (inputs[failed], failure);
  if (first && can_fall_back (options, inputs[failed], failure)
      && !(options->policy == NIDA_POLICY_LAST_GOOD && is_all_old (inputs, options, trouble)))
    return TRUE;
  own->is_missing = can_miss (inputs, options, trouble, failed, failure);
  return own->is_missing;
}

static NidaDataset *
load_with (const char * const     *inputs,
           const NidaLoadOptions  *options,
           NidaTrouble            *trouble,
           NidaProgress           *progress,
           GPtrArray              *keeps,
           GCancellable           *cancellable,
           GError                **error)
{
  for (;;)
    {
      g_autoptr (GError) failure = NULL;
      guint failed = 0;
      NidaDataset *dataset = nida_load_attempt (inputs, options, trouble, progress, keeps, cancellable, &failed, &failure);

      if (dataset != NULL)
        return dataset;
      g_ptr_array_set_size (keeps, 0);
      if (get_over (inputs, options, trouble, failed, failure))
        continue;
      name_failures (inputs, trouble, failure);
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
}

/**
 * nida_load_inputs:
 * @keeps: (element-type NidaKeep): takes what should be kept of what was read
 *
 * An input that fails spoils the dataset that it was read into, so all is read again with its copy in its place, or without it.
 */
NidaDataset *
nida_load_inputs (const char * const     *inputs,
                  const NidaLoadOptions  *options,
                  NidaProgress           *progress,
                  GPtrArray              *keeps,
                  GCancellable           *cancellable,
                  GError                **error)
{
  static const NidaLoadOptions defaults = { 0 };
  guint n = g_strv_length ((char **) inputs);
  g_autofree NidaTrouble *trouble = g_new0 (NidaTrouble, n + 1);
  NidaDataset *dataset = load_with (inputs, options != NULL ? options : &defaults, trouble, progress, keeps, cancellable, error);

  for (guint i = 0; i < n; i++)
    nida_failure_free (trouble[i].failure);
  return dataset;
}

NidaDataset *
nida_load (const char * const    *inputs,
           const NidaLoadOptions *options,
           GCancellable          *cancellable,
           GError               **error)
{
  NidaProgress progress = { 0 };
  gboolean later = options != NULL && options->keeps != NULL;
  g_autoptr (GPtrArray) keeps = later ? g_ptr_array_ref (options->keeps) : nida_load_new_keeps ();
  NidaDataset *dataset;

  g_return_val_if_fail (inputs != NULL, NULL);

  dataset = nida_load_inputs (inputs, options, &progress, keeps, cancellable, error);
  if (dataset != NULL && !later)
    nida_keep_all (keeps, options != NULL ? options->copies : NULL, cancellable);
  return dataset;
}
