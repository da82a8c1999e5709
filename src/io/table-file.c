/* Choosing the reader of a table by its header, and sharing the rows of a large one between two threads.
 *
 * The second thread begins near the middle. To know whether a quoted cell is open there, and which line it is, it counts
 * the quotes and line ends before it, while the first thread reads. A quote that RFC 4180 does not allow makes that count
 * lie; so when the first thread arrives, it must have ended where the second began, on the same line. If not, what the
 * second read is thrown away and the first goes on. Either way the rows are those of one thread. */
#include "config.h"

#include "table-file.h"

#include "csv-scan.h"
#include "layout.h"
#include "nida-csv.h"
#include "readers.h"
#include "translate.h"

#include <string.h>

#define MIN_SHARED (G_GUINT64_CONSTANT (8) << 20)
#define SCAN_BLOCK (256u << 10)
#define FIRST_SHARE 53          /* per cent; the second thread has to count first */

static gsize tuned_block;
static guint64 tuned_min_shared;

/* What is known once the header was read. */
typedef struct {
  NidaBytes             *bytes;
  const NidaLoadOptions *options;
  NidaProgress          *progress;
  GCancellable          *cancellable;
  const char            *name;
  char                   delimiter;
  NidaHeader            *header;
  const NidaReader      *reader;
  gint16                 roles[NIDA_MAX_ROLES];
  NidaLayout            *layout;            /* no reader knows the columns: this says what they are */
  NidaDecimalMark        decimal;           /* of the amounts; AUTO: the reader's own */
  guint                  header_line;
  guint64                data_offset;       /* of the first record after header and tags */
  guint                  data_line;
  int                    stop;              /* a thread failed: the other need not go on */
} File;

/* The stretch of the file that one thread reads. */
typedef struct {
  File               *file;
  NidaDatasetBuilder *builder;
  NidaSheet           sheet;
  NidaCsv            *csv;
  guint64             read_offset;          /* of the next block */
  guint64             start;
  guint               start_line;
  guint64             end;                  /* a record that begins here or later is not ours */
  guint64             rows_told;
  GError             *error;
} Part;

void
nida_table_file_tune (gsize   block,
                      guint64 min_shared)
{
  tuned_block = block;
  tuned_min_shared = min_shared;
}

static gboolean
is_stopped (File    *file,
            GError **error)
{
  if (g_cancellable_set_error_if_cancelled (file->cancellable, error))
    return TRUE;
  if (!g_atomic_int_get (&file->stop))
    return FALSE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "");
  return TRUE;
}

static gssize
fill_cb (gpointer   data,
         char      *buffer,
         gsize      length,
         GError   **error)
{
  Part *part = data;
  File *file = part->file;
  gssize n;

  if (is_stopped (file, error))
    return -1;
  n = nida_bytes_read (file->bytes, part->read_offset, buffer, length, error);
  if (n > 0)
    {
      part->read_offset += (guint64) n;
      atomic_fetch_add (&file->progress->bytes, (guint64) n);
      atomic_fetch_add (&file->progress->rows, part->sheet.rows_read - part->rows_told);
      part->rows_told = part->sheet.rows_read;
    }
  return n;
}

static NidaCsv *
new_csv (Part    *part,
         guint64  offset,
         guint    line)
{
  NidaCsv *csv = nida_csv_new (part->file->delimiter, fill_cb, part);

  part->read_offset = offset;
  nida_csv_set_place (csv, offset, line);
  if (tuned_block > 0)
    nida_csv_set_block (csv, tuned_block);
  return csv;
}

/* --- the header --- */

/* Read the record after @n_skipped others as the header and the next as hashtags if it is. */
static gboolean
read_header (File     *file,
             guint64   start,
             guint     n_skipped,
             GError  **error)
{
  Part part = { .file = file };
  g_autoptr (NidaCsv) csv = new_csv (&part, start, 1);
  guint64 bytes_before = atomic_load (&file->progress->bytes);
  g_autoptr (GError) failure = NULL;
  NidaRecord record;
  gboolean any;

  do
    any = nida_csv_next (csv, &record, &failure);
  while (any && n_skipped-- > 0);
  if (!any)
    {
      if (failure == NULL)
        g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_EMPTY,
                     _("“%s” is empty. Check that it was saved or fetched completely."), file->name);
      else
        g_propagate_prefixed_error (error, g_steal_pointer (&failure), "%s: ", file->name);
      return FALSE;
    }
  if (record.open)
    {
      g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_FORMAT,
                   _("“%s”: the quote that opens in line %u of the header never closes. Close or remove it."),
                   file->name, record.open_line);
      return FALSE;
    }
  g_clear_pointer (&file->header, nida_header_free);
  file->header = nida_header_new (&record);
  file->header_line = record.line;
  file->data_offset = nida_csv_get_offset (csv);
  file->data_line = nida_csv_get_line (csv);
  /* A failure here is found again, and told, when the rows are read. */
  if (nida_csv_next (csv, &record, NULL) && nida_header_take_tags (file->header, &record))
    {
      file->data_offset = nida_csv_get_offset (csv);
      file->data_line = nida_csv_get_line (csv);
    }
  atomic_store (&file->progress->bytes, bytes_before);
  return TRUE;
}

/* What a person said before of a table with this header. */
static NidaLayout *
find_remembered (const NidaInput *input)
{
  NidaLayouts *layouts = input->options->layouts;
  g_autoptr (NidaLayout) detected = NULL;

  if (layouts == NULL || nida_layouts_is_empty (layouts))
    return NULL;
  detected = nida_layout_detect_text (input->head, input->head_length,
                                      nida_bytes_get_size (input->bytes) > input->text.start + input->head_length, NULL);
  return nida_layouts_find (layouts, detected);
}

/* A table of somebody's own: its names and contents, and corrections by hand, say which column is which. */
static gboolean
use_layout (File             *file,
            const NidaInput  *input,
            GError          **error)
{
  gboolean cut = nida_bytes_get_size (file->bytes) > input->text.start + input->head_length;

  if (file->layout == NULL)
    file->layout = nida_layout_detect_text (input->head, input->head_length, cut, NULL);
  if (!nida_readers_correct (file->layout, file->options, error))
    return FALSE;
  if (!nida_layout_is_usable (file->layout))
    {
      file->delimiter = file->layout->delimiter;
      if (read_header (file, input->text.start, file->layout->header, error))
        nida_readers_set_error (file->header, file->name, error);
      return FALSE;
    }
  file->delimiter = file->layout->delimiter;
  file->reader = &nida_csv_reader;
  if (!read_header (file, input->text.start, file->layout->header, error))
    return FALSE;
  nida_layout_get_roles (file->layout, file->roles);
  return TRUE;
}

/* Commas, or what else divides the header into columns that a reader knows. */
static gboolean
recognise (File             *file,
           const NidaInput  *input,
           GError          **error)
{
  static const char delimiters[] = { ',', ';', '\t', '|' };

  file->layout = find_remembered (input);
  if (file->layout != NULL)
    return use_layout (file, input, error);
  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      file->delimiter = delimiters[i];
      if (!read_header (file, input->text.start, 0, error)
          || !nida_readers_choose (file->header, file->name, file->options, file->roles, &file->reader, error))
        return FALSE;
      if (file->reader != NULL)
        return TRUE;
    }
  return use_layout (file, input, error);
}

/* --- the decimal mark --- */

/* Look for the first amount that has but one reading. Not found, and some amount has two: @ambiguous is its cell. */
static gboolean
scan_decimal (File     *file,
              char    **ambiguous,
              guint    *line,
              GError  **error)
{
  Part part = { .file = file };
  g_autoptr (NidaCsv) csv = new_csv (&part, file->data_offset, file->data_line);
  guint64 bytes_before = atomic_load (&file->progress->bytes);
  NidaRecord record;
  GError *failure = NULL;

  while (file->decimal == NIDA_DECIMAL_AUTO && nida_csv_next (csv, &record, &failure))
    for (guint role = 0; role < NIDA_MAX_ROLES; role++)
      {
        gboolean unclear = FALSE;
        NidaCell cell;

        if (!nida_layout_is_amount ((int) role) || file->roles[role] < 0 || (guint) file->roles[role] >= record.n_cells)
          continue;
        cell = nida_cell_trim (record.cells[file->roles[role]]);
        file->decimal = nida_layout_cell_mark (cell.text, cell.length, &unclear);
        if (unclear && *ambiguous == NULL)
          {
            *ambiguous = g_strndup (cell.text, cell.length);
            *line = record.line;
          }
        if (file->decimal != NIDA_DECIMAL_AUTO)
          break;
      }
  atomic_store (&file->progress->bytes, bytes_before);
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  g_clear_error (&failure);       /* is met again, and told, when the rows are read */
  return TRUE;
}

/* Nida's own CSV has commas between cells and the dot in numbers. Any other table has the mark that its amounts show. */
static gboolean
find_decimal (File    *file,
              GError **error)
{
  g_autofree char *ambiguous = NULL;
  guint line = 0;

  if (file->reader != &nida_csv_reader || (file->layout == NULL && file->delimiter == ','))
    return TRUE;
  file->decimal = file->options->decimal;
  if (file->decimal == NIDA_DECIMAL_AUTO && file->layout != NULL)
    file->decimal = file->layout->decimal;
  if (file->decimal != NIDA_DECIMAL_AUTO)
    return TRUE;
  if (!scan_decimal (file, &ambiguous, &line, error))
    return FALSE;
  if (file->decimal == NIDA_DECIMAL_AUTO && ambiguous != NULL)
    {
      g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_DECIMAL,
                   /* Translators: a file, a line, an amount such as 1,234 */
                   _("“%s”, line %u: “%s” has two readings, and no amount of the file tells which. Say whether the "
                     "decimal mark is the dot or the comma (--decimal . or --decimal ,)."), file->name, line, ambiguous);
      return FALSE;
    }
  return TRUE;
}

/* How a table is read of which the options say something, for who keeps it. */
static void
note_said (const File      *file,
           const NidaInput *input)
{
  const NidaLoadOptions *options = file->options;
  gboolean cut = nida_bytes_get_size (file->bytes) > input->text.start + input->head_length;
  g_autoptr (NidaLayout) detected = NULL, layout = NULL;

  if (options->said == NULL || file->reader != &nida_csv_reader || (options->map == NULL && options->decimal == NIDA_DECIMAL_AUTO))
    return;
  detected = nida_layout_detect_text (input->head, input->head_length, cut, NULL);
  layout = nida_layout_copy (file->layout != NULL ? file->layout : detected);
  nida_readers_correct (layout, options, NULL);
  if (options->decimal != NIDA_DECIMAL_AUTO)
    layout->decimal = options->decimal;
  if (nida_layout_is_usable (layout))
    nida_layouts_remember (options->said, detected, layout, NULL);
}

/* --- the rows --- */

static void
init_part (Part               *part,
           File               *file,
           NidaDatasetBuilder *builder,
           guint               source)
{
  *part = (Part) { .file = file, .builder = builder, .end = G_MAXUINT64 };
  nida_sheet_init (&part->sheet, file->reader, file->header, builder, source, file->name, file->options);
  memcpy (part->sheet.roles, file->roles, sizeof file->roles);
  if (file->decimal != NIDA_DECIMAL_AUTO)
    part->sheet.decimal = file->decimal;
  if (file->layout != NULL)
    memcpy (part->sheet.currency, file->layout->currency, sizeof part->sheet.currency);
  nida_sheet_begin (&part->sheet);
}

static void
clear_part (Part *part)
{
  g_clear_pointer (&part->csv, nida_csv_free);
  nida_sheet_clear (&part->sheet);
  g_clear_error (&part->error);
}

/* Read the records that begin before the end of @part. */
static gboolean
read_rows (Part *part)
{
  NidaRecord record;

  while (nida_csv_get_offset (part->csv) < part->end && nida_csv_next (part->csv, &record, &part->error))
    nida_sheet_read (&part->sheet, &record);
  if (part->error != NULL)
    g_atomic_int_set (&part->file->stop, TRUE);
  return part->error == NULL;
}

/* The first record that begins at @from or later; counts all that stands before it. */
static gboolean
find_start (Part    *part,
            guint64  from)
{
  File *file = part->file;
  g_autofree char *buffer = g_malloc (SCAN_BLOCK);
  NidaCsvCount count = { 0 };
  guint64 offset = file->data_offset;
  gboolean quoted;

  /* Up to the byte before @from, which may end the record before it. */
  while (offset < from - 1)
    {
      gsize length = MIN (SCAN_BLOCK, from - 1 - offset);

      if (is_stopped (file, &part->error) || nida_bytes_read (file->bytes, offset, buffer, length, &part->error) < 0)
        return FALSE;
      nida_csv_count (&count, buffer, length);
      offset += length;
    }
  quoted = count.quotes % 2 == 1;
  for (;;)
    {
      gssize n;

      if (is_stopped (file, &part->error))
        return FALSE;
      n = nida_bytes_read (file->bytes, offset, buffer, SCAN_BLOCK, &part->error);
      if (n <= 0)
        return FALSE;
      for (gssize i = 0; i < n; i++, offset++)
        {
          gboolean ends = buffer[i] == '\n' && !quoted;

          quoted ^= buffer[i] == '"';
          nida_csv_count (&count, buffer + i, 1);
          if (!ends)
            continue;
          part->start = offset + 1;
          part->start_line = file->data_line + (guint) count.lines;
          return TRUE;
        }
    }
}

static gpointer
second_part_thread (gpointer data)
{
  Part *part = data;

  if (!find_start (part, part->start))
    return NULL;
  part->csv = new_csv (part, part->start, part->start_line);
  read_rows (part);
  return NULL;
}

static gboolean
fits (const Part *first,
      const Part *second)
{
  return second->csv != NULL && nida_csv_get_offset (first->csv) == second->start
         && nida_csv_get_line (first->csv) == second->start_line;
}

static void
add_counts (Part       *to,
            const Part *from)
{
  to->sheet.rows_read += from->sheet.rows_read;
  to->sheet.rows_refused += from->sheet.rows_refused;
  to->sheet.rows_empty += from->sheet.rows_empty;
}

/* Read the second part of @first's file in another thread, and join them. */
static gboolean
read_shared (Part    *first,
             guint64  middle)
{
  File *file = first->file;
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  GThread *thread;
  Part second;

  init_part (&second, file, builder, first->sheet.source);
  second.start = middle;
  first->end = middle;
  thread = g_thread_try_new ("nida-read", second_part_thread, &second, NULL);
  read_rows (first);
  if (thread != NULL)
    g_thread_join (thread);

  if (first->error == NULL && fits (first, &second))
    {
      first->error = g_steal_pointer (&second.error);
      nida_dataset_builder_absorb (first->builder, builder);
      add_counts (first, &second);
    }
  else if (first->error == NULL || g_error_matches (first->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      /* The second part began at a wrong place, and what it found there, even an error, means nothing. */
      g_clear_error (&first->error);
      g_atomic_int_set (&file->stop, FALSE);
      first->end = G_MAXUINT64;
      read_rows (first);
    }
  clear_part (&second);
  return first->error == NULL;
}

static gboolean
read_all_rows (Part *part)
{
  File *file = part->file;
  guint64 size = nida_bytes_get_size (file->bytes);
  guint64 length = size - file->data_offset;

  part->csv = new_csv (part, file->data_offset, file->data_line);
  if (length > (tuned_min_shared > 0 ? tuned_min_shared : MIN_SHARED) && length > 1
      && (g_get_num_processors () > 1 || tuned_min_shared > 0))
    return read_shared (part, file->data_offset + MAX (length * FIRST_SHARE / 100, 1));
  return read_rows (part);
}

/* Say how the columns were understood. */
static void
report_header (File           *file,
               Part           *part,
               const NidaText *text)
{
  if (text->encoding != NULL)
    nida_report_add (part->sheet.report, NIDA_PROBLEM_ENCODING, part->sheet.source, 0, NULL, text->encoding, -1);
  if (file->reader == &nida_csv_reader)
    nida_csv_report_columns (&part->sheet, file->roles);
  if (file->layout != NULL)
    nida_readers_report_layout (file->layout, &part->sheet, file->header_line);
  if (file->decimal != NIDA_DECIMAL_AUTO && file->options->decimal == NIDA_DECIMAL_AUTO)
    nida_report_add (part->sheet.report, NIDA_PROBLEM_DECIMAL, part->sheet.source, file->header_line, NULL,
                     file->decimal == NIDA_DECIMAL_DOT ? "." : ",", 1);
}

static void
propagate (Part    *part,
           GError **error)
{
  if (part->error->domain == NIDA_READ_ERROR && part->error->code == NIDA_READ_ERROR_TOO_LARGE)
    g_propagate_prefixed_error (error, g_steal_pointer (&part->error), "%s: ", part->file->name);
  else
    g_propagate_error (error, g_steal_pointer (&part->error));
}

/* Anything that is text may be a table; what its columns say decides. */
static gboolean
accepts_text (const NidaInput *input)
{
  return TRUE;
}

static gboolean
read_table (NidaInput  *input,
            GError    **error)
{
  File file = {
    .bytes = input->bytes, .options = input->options, .progress = input->progress, .cancellable = input->cancellable,
    .name = input->info->name,
  };
  NidaSourceInfo info = *input->info;
  gboolean ok = recognise (&file, input, error) && find_decimal (&file, error);

  if (ok)
    note_said (&file, input);
  Part part;

  if (ok)
    {
      info.format = (char *) file.reader->format;
      info.family = (char *) file.reader->family;
      info.states_move = file.reader->states_move;
      info.ids_repeat = file.reader->ids_repeat;
      init_part (&part, &file, input->builder, nida_dataset_builder_add_source (input->builder, &info));
      report_header (&file, &part, &input->text);
      ok = read_all_rows (&part);
      if (ok)
        {
          NidaSourceInfo *counted = nida_report_get_source (part.sheet.report, part.sheet.source);

          counted->rows_read = part.sheet.rows_read;
          counted->rows_refused = part.sheet.rows_refused;
          counted->rows_empty = part.sheet.rows_empty;
          ok = nida_bytes_check (input->bytes, error);
        }
      else
        propagate (&part, error);
      clear_part (&part);
    }
  g_clear_pointer (&file.header, nida_header_free);
  g_clear_pointer (&file.layout, nida_layout_free);
  return ok;
}

const NidaFileFormat nida_table_format = {
  .name = "table",
  .accepts = accepts_text,
  .read = read_table,
};
