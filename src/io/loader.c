/* Inputs become one dataset: fetch, unpack, read, join. Runs wherever it is called; nida_load_async() calls it in a thread
 * and tells the progress on the caller's main context. */
#include "config.h"

#include "loader.h"

#include "countries.h"
#include "fetch.h"
#include "format.h"
#include "source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PROGRESS_INTERVAL 50    /* milliseconds: 20 times a second */

/* An input that was read, to know it again when the same bytes are named twice: what is stored, and what it unpacks to
 * where that is something else. */
typedef struct {
  NidaBytes *bytes;
  char      *checksum;          /* NULL until another input has the same size */
  guint      source;
} Seen;

typedef struct {
  NidaLoadOptions     options;
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

static NidaBytes *
open_source (Load        *load,
             NidaSource  *source,
             gboolean    *complete,
             GError     **error)
{
  *complete = TRUE;
  switch (source->type)
    {
    case NIDA_SOURCE_STDIN:
      return nida_bytes_open_stdin (source->name, load->cancellable, error);
    case NIDA_SOURCE_WEB:
      return nida_fetch (source->uri, source->name, load->options.allow_http, load->progress, complete,
                         load->cancellable, error);
    case NIDA_SOURCE_FILE:
    default:
      if (source->path != NULL)
        return nida_bytes_open (source->path, source->name, load->cancellable, error);
      g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NOT_FOUND,
                   _("There is no file “%s”. Check the name and the folder."), source->name);
      return NULL;
    }
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

/* What @stored holds once gzip is taken off. */
static NidaBytes *
unpack (Load       *load,
        NidaBytes  *stored,
        gboolean   *complete,
        GError    **error)
{
  g_autoptr (NidaBytes) bytes = nida_unpack_gzip (nida_bytes_ref (stored), load->cancellable, error);

  /* A compressed file may be compressed once more on its way. */
  if (bytes != NULL && bytes != stored)
    {
      *complete = TRUE;         /* gzip has a checksum */
      bytes = nida_unpack_gzip (g_steal_pointer (&bytes), load->cancellable, error);
    }
  return g_steal_pointer (&bytes);
}

/* The format of the input's bytes, which are turned into UTF-8 for a format of text. */
static const NidaFileFormat *
recognise (NidaInput  *input,
           GError    **error)
{
  const NidaFileFormat *format;

  if (!nida_input_read_head (input, error))
    return NULL;
  format = nida_formats_find (input, TRUE);
  if (format != NULL)
    return format;
  return nida_input_decode (input, error) ? nida_formats_find (input, FALSE) : NULL;
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

  input->bytes = unpack (load, stored, &complete, error);
  input->info = info;
  input->builder = load->builder;
  input->options = &load->options;
  input->progress = load->progress;
  input->cancellable = load->cancellable;
  if (input->bytes == NULL)
    return FALSE;
  format = recognise (input, error);
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

static gboolean
read_input (Load        *load,
            const char  *input,
            GError     **error)
{
  g_autoptr (NidaSource) source = nida_source_new (input, load->options.allow_http, error);
  g_autoptr (NidaBytes) stored = NULL;
  NidaSourceInfo info = { .fetched_at = g_get_real_time () };
  gboolean complete, same = FALSE;

  if (source == NULL)
    return FALSE;
  stored = open_source (load, source, &complete, error);
  if (stored == NULL)
    return FALSE;

  info.name = source->name;
  info.uri = source->uri;
  info.size = nida_bytes_get_size (stored);
  if (!remember (load, stored, &info, &same, error))
    return FALSE;
  return same || read_stored (load, stored, &info, complete, error);
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

  for (guint i = 0; i < load->repeats->len; i++)
    {
      NidaSourceInfo *info = nida_report_get_source (report, g_array_index (load->repeats, guint, i));

      info->rows_merged = info->rows_read - info->rows_refused - info->rows_empty;
    }
  return dataset;
}

static NidaDataset *
load_inputs (const char * const     *inputs,
             const NidaLoadOptions  *options,
             NidaProgress           *progress,
             GCancellable           *cancellable,
             GError                **error)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (free_seen);
  g_autoptr (GArray) repeats = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *map_used = NULL;
  Load load = {
    .cancellable = cancellable, .progress = progress, .builder = builder, .seen = seen, .repeats = repeats,
  };

  if (options != NULL)
    load.options = *options;
  if (load.options.map != NULL)
    load.options.map_used = map_used = g_new0 (gboolean, g_strv_length ((char **) load.options.map) + 1);
  for (guint i = 0; inputs[i] != NULL; i++)
    if (!read_input (&load, inputs[i], error))
      return NULL;
  if (!check_map (&load, error))
    return NULL;
  nida_countries_label (nida_dataset_builder_get_dictionary (builder, NIDA_FIELD_COUNTRY));
  nida_countries_label (nida_dataset_builder_get_dictionary (builder, NIDA_FIELD_DONOR_COUNTRY));
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return build (&load);
}

NidaDataset *
nida_load (const char * const    *inputs,
           const NidaLoadOptions *options,
           GCancellable          *cancellable,
           GError               **error)
{
  NidaProgress progress = { 0 };

  g_return_val_if_fail (inputs != NULL, NULL);

  return load_inputs (inputs, options, &progress, cancellable, error);
}

/* --- a look at the beginning --- */

void
nida_preview_free (NidaPreview *self)
{
  g_free (self->text);
  g_free (self->encoding);
  g_free (self);
}

/* The beginning of @bytes, which are taken, as text. */
static NidaPreview *
preview_bytes (NidaBytes     *bytes,
               const char    *encoding,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autofree NidaInput *input = g_new0 (NidaInput, 1);
  NidaLoadOptions options = { 0 };
  NidaPreview *preview;
  gboolean ok;

  input->bytes = bytes;
  input->options = &options;
  input->cancellable = cancellable;
  if (encoding == NULL)
    ok = nida_input_decode (input, error);
  else
    {
      input->bytes = nida_unpack_as (bytes, encoding, &input->text, cancellable, error);
      ok = input->bytes != NULL && nida_input_read_head (input, error);
    }
  if (!ok)
    {
      g_clear_pointer (&input->bytes, nida_bytes_unref);
      return NULL;
    }
  preview = g_new0 (NidaPreview, 1);
  preview->text = g_utf8_make_valid (input->head, (gssize) input->head_length);
  preview->length = strlen (preview->text);
  preview->cut = nida_bytes_get_size (input->bytes) > input->text.start + input->head_length;
  preview->encoding = g_strdup (input->text.encoding != NULL ? input->text.encoding : "UTF-8");
  nida_bytes_unref (input->bytes);
  return preview;
}

NidaPreview *
nida_load_preview (const char    *input,
                   const char    *encoding,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (NidaSource) source = nida_source_new (input, FALSE, error);
  NidaProgress progress = { 0 };
  Load load = { .cancellable = cancellable, .progress = &progress };
  g_autoptr (NidaBytes) stored = NULL;
  NidaBytes *bytes;
  gboolean complete;

  if (source == NULL)
    return NULL;
  stored = open_source (&load, source, &complete, error);
  bytes = stored != NULL ? unpack (&load, stored, &complete, error) : NULL;
  return bytes != NULL ? preview_bytes (bytes, encoding, cancellable, error) : NULL;
}

/* --- in a thread --- */

typedef struct {
  char           **inputs;
  char           **map;
  NidaLoadOptions  options;
  NidaProgress     progress;
  NidaLoadProgress on_progress;
  gpointer         progress_data;
  GAsyncReadyCallback callback;
  gpointer         callback_data;
  GSource         *timer;
  guint64          told;        /* bytes and rows of the last call */
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_strfreev (job->inputs);
  g_strfreev (job->map);
  g_clear_pointer (&job->options.layouts, nida_layouts_unref);
  g_free (job);
}

static gboolean
progress_cb (gpointer user_data)
{
  Job *job = user_data;
  guint64 bytes = atomic_load (&job->progress.bytes);
  guint64 rows = atomic_load (&job->progress.rows);

  if (bytes + rows != job->told)
    job->on_progress (bytes, atomic_load (&job->progress.total), rows, job->progress_data);
  job->told = bytes + rows;
  return G_SOURCE_CONTINUE;
}

static void
load_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  NidaDataset *dataset = load_inputs ((const char * const *) job->inputs, &job->options, &job->progress, cancellable,
                                      &error);

  if (dataset != NULL)
    g_task_return_pointer (task, dataset, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* The timer ends before the caller hears of the result. */
static void
loaded_cb (GObject      *source_object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Job *job = user_data;

  if (job->timer != NULL)
    {
      g_source_destroy (job->timer);
      g_clear_pointer (&job->timer, g_source_unref);
    }
  if (job->callback != NULL)
    job->callback (NULL, result, job->callback_data);
}

/**
 * nida_load_async:
 * @inputs: (array zero-terminated=1): as for nida_load(); copied, like @options
 * @progress: (nullable): called in the thread-default main context of the caller, at most 20 times a second, and not any
 *   more once @callback is
 *
 * Read all @inputs as one dataset in a thread.
 */
void
nida_load_async (const char * const    *inputs,
                 const NidaLoadOptions *options,
                 NidaLoadProgress       progress,
                 gpointer               progress_data,
                 GCancellable          *cancellable,
                 GAsyncReadyCallback    callback,
                 gpointer               user_data)
{
  Job *job = g_new0 (Job, 1);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, loaded_cb, job);

  g_return_if_fail (inputs != NULL);

  g_task_set_source_tag (task, nida_load_async);
  job->inputs = g_strdupv ((char **) inputs);
  if (options != NULL)
    job->options = *options;
  if (job->options.map != NULL)
    job->map = g_strdupv ((char **) job->options.map);
  job->options.map = (const char * const *) job->map;
  if (job->options.layouts != NULL)
    nida_layouts_ref (job->options.layouts);
  job->on_progress = progress;
  job->progress_data = progress_data;
  job->callback = callback;
  job->callback_data = user_data;
  if (progress != NULL)
    {
      job->timer = g_timeout_source_new (PROGRESS_INTERVAL);
      g_source_set_callback (job->timer, progress_cb, job, NULL);
      g_source_attach (job->timer, g_main_context_get_thread_default ());
    }
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, load_thread);
}

NidaDataset *
nida_load_finish (GAsyncResult  *result,
                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
