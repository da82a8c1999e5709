/* Inputs become one dataset: acquire, unpack, read, join. */
#include "config.h"

#include "load-attempt.h"

#include "acquire.h"
#include "countries.h"
#include "dataset-overlap.h"
#include "format.h"
#include "read-error.h"
#include "snapshot.h"
#include "translate.h"

#include <string.h>

/* An input that was read, to know it again when the same bytes are named twice: what is stored, and what it unpacks to
 * where that is something else. */
typedef struct {
  NidaBytes *bytes;
  char      *checksum;          /* NULL until another input has the same size */
  guint      source;
} Seen;

typedef struct {
  NidaLoadOptions     options;
  NidaAcquirer        acquirer;
  const NidaTrouble  *trouble;    /* by input */
  GPtrArray          *keeps;      /* of NidaKeep: what to keep once all is read */
  GCancellable       *cancellable;
  NidaProgress       *progress;
  NidaDatasetBuilder *builder;
  GPtrArray          *seen;
  GArray             *repeats;    /* guint: sources that only repeat another */
} Load;

static void
free_seen (gpointer data)
{
  Seen *seen = data;

  nida_bytes_unref (seen->bytes);
  g_free (seen->checksum);
  g_free (seen);
}

static const char *
get_checksum (Seen          *seen,
              GCancellable  *cancellable,
              GError       **error)
{
  if (seen->checksum == NULL)
    seen->checksum = nida_bytes_dup_checksum (seen->bytes, cancellable, error);
  return seen->checksum;
}

static Seen *
new_seen (Load      *load,
          NidaBytes *bytes)
{
  Seen *seen = g_new0 (Seen, 1);

  seen->bytes = nida_bytes_ref (bytes);
  seen->source = nida_report_get_n_sources (nida_dataset_builder_get_report (load->builder));
  return seen;
}

/* The input read before that held the same bytes as @input, if any. */
static gboolean
find_same (Load    *load,
           Seen    *input,
           Seen   **same,
           GError **error)
{
  *same = NULL;
  for (guint i = 0; i < load->seen->len && *same == NULL; i++)
    {
      Seen *other = load->seen->pdata[i];

      /* what is stored and what it unpacks to may be the same bytes, too */
      if (other->source == input->source || nida_bytes_get_size (other->bytes) != nida_bytes_get_size (input->bytes))
        continue;
      if (get_checksum (other, load->cancellable, error) == NULL || get_checksum (input, load->cancellable, error) == NULL)
        return FALSE;
      if (strcmp (other->checksum, input->checksum) == 0)
        *same = other;
    }
  return TRUE;
}

/* The same bytes again add nothing: their rows are those that are there. */
static void
add_same (Load                 *load,
          const NidaSourceInfo *info,
          const Seen           *same)
{
  NidaReport *report = nida_dataset_builder_get_report (load->builder);
  NidaSourceInfo copy = *nida_report_get_source (report, same->source);
  NidaProblem problem = { .kind = NIDA_PROBLEM_SAME_FILE, .source2 = same->source };

  copy.name = info->name;
  copy.uri = info->uri;
  copy.fetched_at = info->fetched_at;
  copy.tag = info->tag;
  copy.modified_at = info->modified_at;
  copy.is_held = info->is_held;
  copy.in_document = info->in_document;
  problem.count = copy.rows_read - copy.rows_refused - copy.rows_empty;
  problem.source = nida_dataset_builder_add_source (load->builder, &copy);
  g_array_append_val (load->repeats, problem.source);
  nida_report_add_problem (report, &problem);
}

/* Remember @bytes for the inputs to come. @repeats says that they were read before, and that this was told. */
static gboolean
remember (Load                  *load,
          NidaBytes             *bytes,
          const NidaSourceInfo  *info,
          gboolean              *repeats,
          GError               **error)
{
  Seen *seen = new_seen (load, bytes), *same;

  if (!find_same (load, seen, &same, error))
    {
      free_seen (seen);
      return FALSE;
    }
  *repeats = same != NULL;
  if (same == NULL)
    {
      g_ptr_array_add (load->seen, seen);
      return TRUE;
    }
  free_seen (seen);
  add_same (load, info, same);
  return TRUE;
}

/* A text from the network that nothing proves complete must end with a line end, and outside of quotes. */
static gboolean
check_end (Load       *load,
           NidaBytes  *bytes,
           guint64     n_open_before,
           GError    **error)
{
  NidaReport *report = nida_dataset_builder_get_report (load->builder);
  guint64 size = nida_bytes_get_size (bytes);
  char last = '\0';

  if (size > 0 && nida_bytes_read (bytes, size - 1, &last, 1, error) < 0)
    return FALSE;
  if ((last == '\n' || last == '\r') && nida_report_get_count (report, NIDA_PROBLEM_QUOTE_OPEN) == n_open_before)
    return TRUE;
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_INCOMPLETE,
               _("“%s” arrived incomplete: its last record is cut off. Fetch it again."), nida_bytes_get_name (bytes));
  return FALSE;
}

/**
 * nida_load_unpack:
 * @complete: (out): set to TRUE when the packing proves that nothing is missing
 *
 * Returns: (transfer full) (nullable): what @stored holds once gzip is taken off
 */
NidaBytes *
nida_load_unpack (NidaBytes     *stored,
                  gboolean      *complete,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr (NidaBytes) bytes = nida_unpack_gzip (nida_bytes_ref (stored), cancellable, error);

  /* A compressed file may be compressed once more on its way. */
  if (bytes != NULL && bytes != stored)
    {
      *complete = TRUE;         /* gzip has a checksum */
      bytes = nida_unpack_gzip (g_steal_pointer (&bytes), cancellable, error);
    }
  return g_steal_pointer (&bytes);
}

static gboolean
read_format (Load                  *load,
             const NidaFileFormat  *format,
             NidaInput             *input,
             gboolean               complete,
             GError               **error)
{
  guint64 n_open = nida_report_get_count (nida_dataset_builder_get_report (load->builder), NIDA_PROBLEM_QUOTE_OPEN);

  complete |= (format->flags & NIDA_FORMAT_PROVES_END) != 0;
  if (!complete && !check_end (load, input->bytes, n_open, error))
    return FALSE;
  return format->read (input, error) && (complete || check_end (load, input->bytes, n_open, error));
}

/* Read what @stored holds, unless it was read before. */
static gboolean
read_stored (Load            *load,
             NidaBytes       *stored,
             NidaSourceInfo  *info,
             gboolean         complete,
             GError         **error)
{
  g_autofree NidaInput *input = g_new0 (NidaInput, 1);
  const NidaFileFormat *format;
  gboolean same = FALSE, ok = FALSE;

  input->bytes = nida_load_unpack (stored, &complete, load->cancellable, error);
  input->info = info;
  input->builder = load->builder;
  input->options = &load->options;
  input->progress = load->progress;
  input->cancellable = load->cancellable;
  if (input->bytes == NULL)
    return FALSE;
  format = nida_input_recognise (input, error);
  if (format != NULL && input->bytes != stored && !remember (load, input->bytes, info, &same, error))
    format = NULL;
  if (format != NULL && !same)
    {
      atomic_fetch_add (&load->progress->total, nida_bytes_get_size (input->bytes));
      ok = read_format (load, format, input, complete, error);
    }
  g_clear_pointer (&input->bytes, nida_bytes_unref);
  g_free (input->next_link);
  return ok || same;
}

static char *
format_time (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);

  return g_date_time_format (local, "%Y-%m-%d %H:%M");
}

/* Say that what follows comes from a copy, and why. */
static void
report_held (Load               *load,
             const NidaAcquired *acquired,
             guint               source,
             const NidaFailure  *failure)
{
  NidaReport *report = nida_dataset_builder_get_report (load->builder);
  g_autofree char *time = format_time (acquired->fetched_at);
  NidaProblem problem = { .kind = NIDA_PROBLEM_HELD, .source = source, .source2 = source, .count = 1 };

  problem.found = time;
  problem.kept = failure != NULL ? failure->words : NULL;
  problem.absence = failure != NULL ? failure->absence : NIDA_ABSENCE_UNKNOWN;
  if (source >= nida_report_get_n_sources (report))
    return;
  nida_report_add_problem (report, &problem);
  if (failure != NULL && nida_report_get_source (report, source)->wants_key == NULL)
    nida_report_get_source (report, source)->wants_key = g_strdup (failure->wants_key);
}

/* A document carries or knows the source: what is not as it knows it. */
static void
report_document (Load               *load,
                 const NidaSource   *source,
                 const NidaAcquired *acquired,
                 guint               index)
{
  NidaReport *report = nida_dataset_builder_get_report (load->builder);
  NidaProblem problem = { .kind = NIDA_PROBLEM_COPY_DAMAGED, .source = index, .source2 = index, .count = 1 };
  g_autofree char *time = NULL;
  gint64 since = 0;

  if (index >= nida_report_get_n_sources (report))
    return;
  if (acquired->is_damaged)
    nida_report_add_problem (report, &problem);
  problem.kind = NIDA_PROBLEM_READING_FALSE;
  if (acquired->is_false)
    nida_report_add_problem (report, &problem);
  if (acquired->is_held || load->options.copies == NULL || source->type != NIDA_SOURCE_FILE
      || !nida_copies_differs (load->options.copies, source->uri, acquired->bytes, &since))
    return;
  time = format_time (since);
  problem.kind = NIDA_PROBLEM_CHANGED_SINCE;
  problem.found = time;
  nida_report_add_problem (report, &problem);
}

/* Only who asks for it waits for that. */
static void
distrust (Load             *load,
          const NidaSource *source,
          NidaAcquired     *acquired)
{
  if (!load->options.distrust || acquired->snapshot == NULL)
    return;
  acquired->is_false = !nida_snapshot_is_true (acquired->snapshot, acquired->key, acquired->bytes, source->name, load->options.layouts,
                                               load->cancellable);
  g_clear_pointer (&acquired->snapshot, g_bytes_unref);
}

/* In the place of reading it. */
static gboolean
restore (Load           *load,
         NidaAcquired   *acquired,
         NidaSourceInfo *info)
{
  gboolean ok = acquired->snapshot != NULL && nida_snapshot_restore (acquired->snapshot, acquired->key, load->builder, info);

  if (!ok)
    g_clear_pointer (&acquired->snapshot, g_bytes_unref);
  return ok;
}

static gboolean
read_acquired (Load               *load,
               const NidaSource   *source,
               NidaAcquired       *acquired,
               GError            **error)
{
  g_autofree char *tag = nida_bytes_dup_tag (acquired->bytes);
  NidaSourceInfo info = {
    .name = source->name, .uri = source->uri, .fetched_at = acquired->fetched_at, .is_held = acquired->is_held,
    .in_document = acquired->in_document, .modified_at = acquired->modified_at, .size = nida_bytes_get_size (acquired->bytes), .tag = tag,
  };
  gboolean same = FALSE;

  return remember (load, acquired->bytes, &info, &same, error)
         && (same || restore (load, acquired, &info)
             || read_stored (load, acquired->bytes, &info, acquired->complete, error));
}

/* What was read is kept, or at least what was made of it, once all is read. */
static void
keep_later (Load             *load,
            const NidaSource *source,
            NidaAcquired     *acquired)
{
  gboolean is_held = acquired->draft == NULL;

  if (is_held && acquired->known != NULL && acquired->snapshot == NULL)
    acquired->draft = nida_version_ref (acquired->known);
  if (acquired->draft != NULL)
    g_ptr_array_add (load->keeps, nida_keep_new (g_steal_pointer (&acquired->draft), acquired->bytes, source->name, is_held,
                                                 load->options.layouts));
}

/* Does the copy of @input do for now? Sets @failure to why the last try to read it failed, NULL where it did not. */
static gboolean
is_resting (Load               *load,
            const char         *input,
            const NidaSource   *source,
            const NidaFailure **failure)
{
  const NidaLoadOptions *options = &load->options;
  g_autoptr (NidaVersion) version = NULL;
  gpointer last = NULL;

  if (options->resting == NULL || options->copies == NULL || source->type != NIDA_SOURCE_WEB
      || !g_hash_table_lookup_extended (options->resting, input, NULL, &last))
    return FALSE;
  version = nida_copies_find (options->copies, source->uri, source->name, 0, NULL);
  if (version == NULL)
    return FALSE;
  if (*failure == NULL)
    *failure = last;
  return TRUE;
}

/* Said in the place of its rows. */
static void
add_missing (Load              *load,
             const NidaSource  *source,
             const NidaTrouble *trouble)
{
  const NidaFailure *failure = trouble->failure;
  NidaSourceInfo info = { .name = source->name, .uri = source->uri, .is_missing = TRUE, .wants_key = failure->wants_key };
  NidaProblem problem = { .kind = NIDA_PROBLEM_MISSING, .count = 1, .kept = failure->words, .absence = failure->absence };

  problem.source = problem.source2 = nida_dataset_builder_add_source (load->builder, &info);
  nida_report_add_problem (nida_dataset_builder_get_report (load->builder), &problem);
}

static gboolean
read_input (Load               *load,
            const char         *input,
            const NidaTrouble  *trouble,
            GError            **error)
{
  const NidaFailure *failure = trouble->failure;
  g_autoptr (NidaSource) source = nida_source_new (input, load->options.allow_http, error);
  g_auto (NidaAcquired) acquired = { 0 };
  guint index = nida_report_get_n_sources (nida_dataset_builder_get_report (load->builder));
  gboolean rests = source != NULL && is_resting (load, input, source, &failure);

  if (source != NULL && trouble->is_missing)
    {
      add_missing (load, source, trouble);
      return TRUE;
    }
  if (source == NULL || !nida_acquire (&load->acquirer, source, failure != NULL || rests, &acquired, error))
    return FALSE;
  /* What is not due is as new as it should be. */
  if (rests && failure == NULL)
    acquired.is_held = FALSE;
  distrust (load, source, &acquired);
  if (!read_acquired (load, source, &acquired, error))
    return FALSE;
  if (acquired.is_held)
    report_held (load, &acquired, index, failure);
  report_document (load, source, &acquired, index);
  keep_later (load, source, &acquired);
  return TRUE;
}

/* A correction that corrects nothing would be a wrong answer without a word. */
static gboolean
check_map (Load    *load,
           GError **error)
{
  for (guint i = 0; load->options.map != NULL && load->options.map[i] != NULL; i++)
    {
      const char *equals = strchr (load->options.map[i], '=');

      if (load->options.map_used[i])
        continue;
      g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_MAPPING,
                   _("No input has the column “%s” that “%s” names. Columns can be named for tables that are not "
                     "files of HDX."), equals != NULL ? equals + 1 : "", load->options.map[i]);
      return FALSE;
    }
  return TRUE;
}

/* Building the dataset counts the rows of sources that have any; those that repeat another have none. */
static NidaDataset *
build (Load *load)
{
  NidaDataset *dataset = nida_dataset_builder_end (load->builder);
  NidaReport *report = nida_dataset_get_report (dataset);

  nida_report_set_as_of (report, load->options.as_of);
  for (guint i = 0; i < load->repeats->len; i++)
    {
      NidaSourceInfo *info = nida_report_get_source (report, g_array_index (load->repeats, guint, i));

      info->rows_merged = info->rows_read - info->rows_refused - info->rows_empty;
    }
  nida_dataset_find_overlaps (dataset, 0);
  return dataset;
}

static gboolean
read_all (Load                *load,
          const char * const  *inputs,
          guint               *failed,
          GError             **error)
{
  for (*failed = 0; inputs[*failed] != NULL; (*failed)++)
    if (!read_input (load, inputs[*failed], &load->trouble[*failed], error))
      return FALSE;
  return check_map (load, error) && !g_cancellable_set_error_if_cancelled (load->cancellable, error);
}

NidaDataset *
nida_load_attempt (const char * const     *inputs,
                   const NidaLoadOptions  *options,
                   const NidaTrouble      *trouble,
                   NidaProgress           *progress,
                   GPtrArray              *keeps,
                   GCancellable           *cancellable,
                   guint                  *failed,
                   GError                **error)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (free_seen);
  g_autoptr (GArray) repeats = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *map_used = NULL;
  Load load = {
    .trouble = trouble, .keeps = keeps, .cancellable = cancellable, .progress = progress, .builder = builder,
    .seen = seen, .repeats = repeats,
  };
  gboolean ok;

  load.options = *options;
  load.acquirer = (NidaAcquirer) { &load.options, progress, cancellable, NULL };
  if (load.options.map != NULL)
    load.options.map_used = map_used = g_new0 (gboolean, g_strv_length ((char **) load.options.map) + 1);
  nida_dataset_builder_set_aliases (builder, load.options.aliases);
  nida_rates_set_own (nida_dataset_builder_get_rates (builder), load.options.own_rates);
  ok = read_all (&load, inputs, failed, error);
  g_clear_pointer (&load.acquirer.wire, nida_wire_free);
  if (!ok)
    return NULL;
  nida_countries_label (nida_dataset_builder_get_dictionary (builder, NIDA_FIELD_COUNTRY));
  nida_countries_label (nida_dataset_builder_get_dictionary (builder, NIDA_FIELD_DONOR_COUNTRY));
  return build (&load);
}
