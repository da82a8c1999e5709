/* RFC 4180 into records of cells.
 *
 * Bytes are read in blocks; a record that the end of a block cuts is moved to the front and looked at again with more
 * bytes behind it. Two sentinels stand behind the last byte, a line feed and a quote, so that a scan always ends. */
#include "config.h"

#include "csv-tokenizer.h"

#include "csv-scan.h"
#include "loader.h"
#include "translate.h"

#include <string.h>

#define BLOCK (256u << 10)

struct _NidaCsv {
  NidaCsvFill fill;
  gpointer    data;
  const char *text;           /* what is left of a text in memory */
  gsize       text_left;
  char        delimiter;

  char       *buffer;
  gsize       block;          /* bytes asked for at once */
  gsize       capacity;       /* without the padding */
  gsize       start;          /* of the next record */
  gsize       filled;
  guint64     base;           /* offset of buffer[0] */
  guint       line;
  gboolean    at_end;
  gboolean    has_nul;

  NidaCell   *cells;
  guint       n_allocated;
};

typedef enum { SPLIT_RECORD, SPLIT_MORE, SPLIT_FAILED } Split;

NidaCsv *
nida_csv_new (char        delimiter,
              NidaCsvFill fill,
              gpointer    data)
{
  NidaCsv *self = g_new0 (NidaCsv, 1);

  self->delimiter = delimiter;
  self->fill = fill;
  self->data = data;
  self->block = BLOCK;
  self->line = 1;
  self->n_allocated = 64;
  self->cells = g_new (NidaCell, self->n_allocated);
  return self;
}

static gssize
fill_text (gpointer   data,
           char      *buffer,
           gsize      length,
           GError   **error)
{
  NidaCsv *self = data;
  gsize n = MIN (length, self->text_left);

  memcpy (buffer, self->text, n);
  self->text += n;
  self->text_left -= n;
  return (gssize) n;
}

NidaCsv *
nida_csv_new_text (char        delimiter,
                   const char *text,
                   gsize       length)
{
  NidaCsv *self = nida_csv_new (delimiter, fill_text, NULL);

  self->data = self;
  self->text = text;
  self->text_left = length;
  return self;
}

void
nida_csv_free (NidaCsv *self)
{
  g_free (self->buffer);
  g_free (self->cells);
  g_free (self);
}

void
nida_csv_set_place (NidaCsv *self,
                    guint64  offset,
                    guint    line)
{
  self->base = offset;
  self->line = line;
}

void
nida_csv_set_block (NidaCsv *self,
                    gsize    size)
{
  self->block = size;
}

guint64
nida_csv_get_offset (NidaCsv *self)
{
  return self->base + self->start;
}

guint
nida_csv_get_line (NidaCsv *self)
{
  return self->line;
}

/* Make room for a block behind the record that is being read. */
static void
make_room (NidaCsv *self)
{
  gsize kept = self->filled - self->start;

  if (self->start > 0)
    {
      memmove (self->buffer, self->buffer + self->start, kept);
      self->base += self->start;
      self->start = 0;
      self->filled = kept;
    }
  if (self->capacity - kept < self->block || self->buffer == NULL)
    {
      gsize capacity = MAX (kept * 2, kept + self->block);

      self->buffer = g_realloc (self->buffer, capacity + NIDA_CSV_PADDING);
      memset (self->buffer + self->filled, 0, capacity + NIDA_CSV_PADDING - self->filled);
      self->capacity = capacity;
    }
}

/* Put the sentinels behind the last byte. */
static void
seal (NidaCsv *self)
{
  memset (self->buffer + self->filled, 0, NIDA_CSV_PADDING);
  self->buffer[self->filled] = '\n';
  self->buffer[self->filled + 1] = '"';
}

/* A reader that was stopped may go on later, so the sentinels stand after a failure, too. */
static gboolean
read_block (NidaCsv  *self,
            GError  **error)
{
  gssize n;

  make_room (self);
  n = self->fill (self->data, self->buffer + self->filled, self->capacity - self->filled, error);
  if (n == 0)
    self->at_end = TRUE;
  if (n > 0)
    {
      self->has_nul = self->has_nul || memchr (self->buffer + self->filled, '\0', (gsize) n) != NULL;
      self->filled += (gsize) n;
    }
  seal (self);
  return n >= 0;
}

static guint
count_lines (const char *text,
             const char *end)
{
  NidaCsvCount count = { 0 };

  nida_csv_count (&count, text, (gsize) (end - text));
  return (guint) count.lines;
}

static NidaCell *
add_cell (NidaCsv    *self,
          NidaRecord *record)
{
  if (record->n_cells == self->n_allocated)
    {
      self->n_allocated *= 2;
      self->cells = g_renew (NidaCell, self->cells, self->n_allocated);
    }
  return &self->cells[record->n_cells++];
}

/* Read a cell that does not begin with a quote, or whose quote turned out to be text. Returns what ends it. */
static const char *
split_plain (NidaCsv    *self,
             const char *from,
             const char *text,
             NidaRecord *record,
             guint      *high)
{
  const char *end = self->buffer + self->filled;
  NidaCell *cell = &self->cells[record->n_cells - 1];
  const char *stop = nida_csv_scan_plain (from, self->delimiter, high);

  while (*stop == '"' && stop < end)
    {
      if (record->stray == 0)
        record->stray = record->n_cells;
      stop = nida_csv_scan_plain (stop + 1, self->delimiter, high);
    }
  cell->text = text;
  cell->length = (guint32) (stop - text);
  cell->doubled = 0;
  return stop;
}

/* Read the cell whose quote stands at @quote. Returns what ends the cell, the end of the bytes when it is open. */
static const char *
split_quoted (NidaCsv    *self,
              const char *quote,
              NidaRecord *record,
              guint      *high,
              guint      *line)
{
  const char *end = self->buffer + self->filled;
  const char *close = quote + 1;
  guint lines = 0, returns = 0, doubled = 0;
  NidaCell *cell = &self->cells[record->n_cells - 1];

  for (;;)
    {
      close = nida_csv_scan_quoted (close, high, &lines, &returns);
      if (close >= end || close[1] != '"' || close + 1 >= end)
        break;
      doubled++;
      close += 2;
    }
  if (close >= end)
    {
      record->open = TRUE;
      record->open_line = *line;
      close = end;
    }
  cell->text = quote + 1;
  cell->length = (guint32) (close - quote - 1);
  cell->doubled = doubled;
  *line += returns != 0 || record->open ? count_lines (quote + 1, close) : lines;
  if (record->open)
    return end;

  close++;
  if (close >= end || *close == self->delimiter || *close == '\n' || *close == '\r')
    return close;
  if (record->stray == 0)
    record->stray = record->n_cells;
  return split_plain (self, close, quote, record, high);
}

static Split
fail_limit (GError **error,
            char    *message)
{
  g_set_error_literal (error, NIDA_READ_ERROR, NIDA_READ_ERROR_TOO_LARGE, message);
  g_free (message);
  return SPLIT_FAILED;
}

/* Is the cell that began at @text on @line, or its record, too large already? */
static gboolean
is_within_limits (NidaCsv           *self,
                  const NidaRecord  *record,
                  const char        *text,
                  const char        *stop,
                  guint              line,
                  GError           **error)
{
  if ((gsize) (stop - text) > NIDA_CSV_MAX_FIELD + 2)      /* and its quotes */
    fail_limit (error, g_strdup_printf (_("Line %u: a cell is longer than 1 MiB. Look for a quote there that never "
                                          "closes."), line));
  else if ((gsize) (stop - self->buffer) - self->start > NIDA_CSV_MAX_RECORD)
    fail_limit (error, g_strdup_printf (_("Line %u: a record is longer than 16 MiB. Look for a quote there that never "
                                          "closes."), record->line));
  else if (record->n_cells > NIDA_CSV_MAX_COLUMNS)
    fail_limit (error, g_strdup_printf (_("Line %u: there are more than 4,096 columns. Keep only the columns that "
                                          "are needed."), record->line));
  else
    return TRUE;
  return FALSE;
}

/* The position after a line end, or NULL when the next byte must be known first. */
static const char *
skip_line_end (NidaCsv    *self,
               const char *stop)
{
  const char *end = self->buffer + self->filled;

  if (stop >= end)
    return end;
  if (*stop == '\r' && stop + 1 >= end && !self->at_end)
    return NULL;
  return *stop == '\r' && stop + 1 < end && stop[1] == '\n' ? stop + 2 : stop + 1;
}

static Split
split_record (NidaCsv     *self,
              NidaRecord  *record,
              GError     **error)
{
  const char *end = self->buffer + self->filled;
  const char *text = self->buffer + self->start;
  const char *stop;
  guint high = 0, line = self->line;

  *record = (NidaRecord) { .line = line, .offset = self->base + self->start };
  for (;;)
    {
      guint cell_line = line;

      add_cell (self, record);
      stop = *text == '"' && text < end ? split_quoted (self, text, record, &high, &line)
                                        : split_plain (self, text, text, record, &high);
      if (!is_within_limits (self, record, text, stop, cell_line, error))
        return SPLIT_FAILED;
      if (stop >= end && !self->at_end)
        return SPLIT_MORE;
      if (stop >= end || *stop != self->delimiter)
        break;
      text = stop + 1;
    }

  stop = skip_line_end (self, stop);
  if (stop == NULL)
    return SPLIT_MORE;
  record->cells = self->cells;
  record->plain = (high & 0xffff) == 0 && !self->has_nul;
  self->start = (gsize) (stop - self->buffer);
  self->line = line + 1;
  return SPLIT_RECORD;
}

/* Write the quotes that were doubled once, in place. */
static void
undouble (NidaCell *cell)
{
  char *to = (char *) cell->text;
  const char *from = cell->text, *end = cell->text + cell->length;

  while (from < end)
    {
      *to++ = *from;
      from += *from == '"' ? 2 : 1;
    }
  cell->length -= cell->doubled;
}

static gboolean
is_blank (const NidaRecord *record,
          const char       *start)
{
  return record->n_cells == 1 && record->cells[0].length == 0 && record->cells[0].text == start;
}

/**
 * nida_csv_next:
 * @record: (out): filled with cells that are owned by @self until the next call
 *
 * Read one record; blank lines are passed over.
 * Returns: FALSE at the end of the file, or with @error
 */
gboolean
nida_csv_next (NidaCsv     *self,
               NidaRecord  *record,
               GError     **error)
{
  for (;;)
    {
      const char *start;
      Split split = SPLIT_MORE;

      if (self->start < self->filled)
        split = split_record (self, record, error);
      else if (self->at_end)
        return FALSE;

      if (split == SPLIT_FAILED || (split == SPLIT_MORE && !read_block (self, error)))
        return FALSE;
      if (split == SPLIT_MORE)
        continue;

      start = self->buffer + (record->offset - self->base);
      if (is_blank (record, start))
        continue;
      for (guint i = 0; i < record->n_cells; i++)
        if (self->cells[i].doubled > 0)
          undouble (&self->cells[i]);
      return TRUE;
    }
}

char *
nida_cell_dup (NidaCell cell)
{
  GString *text = g_string_sized_new (cell.length);

  for (guint32 i = 0; i < cell.length; i++)
    {
      g_string_append_c (text, cell.text[i]);
      if (cell.doubled > 0 && cell.text[i] == '"' && i + 1 < cell.length && cell.text[i + 1] == '"')
        i++;
    }
  return g_string_free (text, FALSE);
}
