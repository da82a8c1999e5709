/* Reading one record again: the bytes are opened, unpacked and decoded as the loader does it, then the place is looked up.
 * A line is found by counting line ends, as the reader of tables counts them; the record that begins there ends at the
 * first line end outside of quotes. */
#include "config.h"

#include "source-record.h"

#include "loader.h"
#include "source.h"
#include "translate.h"
#include "unpack.h"
#include "workbook.h"
#include "zip-archive.h"

#include <string.h>

#define BLOCK (256u << 10)

/* --- the stored bytes --- */

/* What @copies hold of @info as of a moment, as nida_copies_find() takes it; NULL where that is something else. */
static NidaBytes *
open_copy (const NidaSourceInfo *info,
           NidaCopies           *copies,
           gint64                as_of,
           GCancellable         *cancellable)
{
  g_autoptr (NidaVersion) version = nida_copies_find (copies, info->uri, info->name, as_of, NULL);

  return version != NULL && version->size == info->size ? nida_copies_open (copies, version, cancellable, NULL) : NULL;
}

/* The copy that was kept when the source was read: of an address, and of a file as it was on another day; else the one that a
 * document carries, whenever it was fetched. */
static NidaBytes *
open_held (const NidaSourceInfo  *info,
           NidaCopies            *copies,
           GCancellable          *cancellable,
           GError               **error)
{
  NidaBytes *bytes = NULL;

  if (info->uri != NULL && copies != NULL)
    bytes = open_copy (info, copies, info->fetched_at, cancellable);
  if (bytes == NULL && info->uri != NULL && copies != NULL)
    bytes = open_copy (info, copies, 0, cancellable);
  if (bytes == NULL)
    g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NOT_FOUND,
                 _("The text of “%s” is not on this computer. Save the data as a file and open that, to see the text of "
                   "a record."), info->name);
  return bytes;
}

/* The copy of a file that has changed or gone since it was read: the one with the tag that the file had. */
static NidaBytes *
open_kept (const NidaSourceInfo *info,
           NidaCopies           *copies,
           GCancellable         *cancellable)
{
  g_autoptr (GPtrArray) versions = info->tag != NULL && copies != NULL ? nida_copies_list (copies, info->uri) : NULL;

  for (guint i = 0; versions != NULL && i < versions->len; i++)
    {
      NidaVersion *version = versions->pdata[i];
      NidaPage *page = nida_version_find_page (version, info->uri);

      if (page != NULL && g_strcmp0 (page->etag, info->tag) == 0 && version->size == info->size)
        return nida_copies_open (copies, version, cancellable, NULL);
    }
  return NULL;
}

static NidaBytes *
open_stored (const NidaSourceInfo  *info,
             NidaCopies            *copies,
             gboolean              *changed,
             GCancellable          *cancellable,
             GError               **error)
{
  g_autoptr (NidaSource) source = info->uri != NULL ? nida_source_new (info->uri, TRUE, error) : NULL;
  NidaBytes *bytes;
  g_autofree char *tag = NULL;

  *changed = FALSE;
  if (info->uri != NULL && source == NULL)
    return NULL;
  if (source == NULL || source->type != NIDA_SOURCE_FILE || source->path == NULL || info->is_held)
    return open_held (info, copies, cancellable, error);
  bytes = nida_bytes_open (source->path, source->name, cancellable, error);
  tag = bytes != NULL ? nida_bytes_dup_tag (bytes) : NULL;
  *changed = g_strcmp0 (tag, info->tag) != 0;
  if (*changed)
    {
      NidaBytes *kept = open_kept (info, copies, cancellable);

      if (kept != NULL)
        {
          g_clear_error (error);
          g_clear_pointer (&bytes, nida_bytes_unref);
          *changed = FALSE;
          return kept;
        }
    }
  return bytes;
}

/* --- what it is packed in --- */

static gboolean
set_gone (const NidaSourceInfo  *info,
          GError               **error)
{
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_CHANGED,
               _("“%s” is shorter than it was: the record is not there any more. Read the file again."), info->name);
  return FALSE;
}

static NidaBytes *
unpack_gzip (NidaBytes     *bytes,
             GCancellable  *cancellable,
             GError       **error)
{
  for (guint i = 0; bytes != NULL && i < 2; i++)     /* a compressed file may be compressed once more on its way */
    bytes = nida_unpack_gzip (bytes, cancellable, error);
  return bytes;
}

/* What @info was read of in an archive, which is taken. */
static NidaBytes *
unpack_entry (NidaBytes             *archive,
              const NidaSourceInfo  *info,
              GCancellable          *cancellable,
              GError               **error)
{
  g_autoptr (NidaBytes) bytes = archive;
  g_autoptr (NidaZip) zip = nida_zip_open (bytes, error);
  int index = zip != NULL ? nida_zip_find (zip, info->entry) : -1;

  if (zip != NULL && index < 0)
    set_gone (info, error);
  return index >= 0 ? nida_zip_unpack (zip, (guint) index, info->name, cancellable, error) : NULL;
}

/* The stored bytes without what they are packed in. */
static NidaBytes *
open_unpacked (const NidaSourceInfo  *info,
               NidaCopies            *copies,
               gboolean              *changed,
               GCancellable          *cancellable,
               GError               **error)
{
  NidaBytes *bytes = unpack_gzip (open_stored (info, copies, changed, cancellable, error), cancellable, error);

  if (bytes != NULL && info->entry != NULL)
    bytes = unpack_gzip (unpack_entry (bytes, info, cancellable, error), cancellable, error);
  return bytes;
}

/* As the loader reads a text; sets where it begins. */
static NidaBytes *
open_text (const NidaSourceInfo  *info,
           NidaCopies            *copies,
           guint64               *start,
           gboolean              *changed,
           GCancellable          *cancellable,
           GError               **error)
{
  NidaBytes *bytes = open_unpacked (info, copies, changed, cancellable, error);
  NidaText text = { 0 };

  if (bytes != NULL && !nida_unpack_check (bytes, error))
    g_clear_pointer (&bytes, nida_bytes_unref);
  if (bytes != NULL)
    bytes = nida_unpack_encoding (bytes, &text, cancellable, error);
  *start = text.start;
  return bytes;
}

/* --- the place --- */

/* Where line @line begins. */
static gboolean
find_line (NidaBytes             *bytes,
           const NidaSourceInfo  *info,
           guint                  line,
           guint64               *offset,
           GCancellable          *cancellable,
           GError               **error)
{
  g_autofree char *buffer = g_malloc (BLOCK);
  guint n_lines = 1;
  char last = '\0';

  while (n_lines < line)
    {
      gssize n = nida_bytes_read (bytes, *offset, buffer, BLOCK, error);

      if (n < 0 || g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (n == 0)
        return set_gone (info, error);
      for (gssize i = 0; i < n && n_lines < line; i++, (*offset)++)
        {
          n_lines += buffer[i] == '\r' || (buffer[i] == '\n' && last != '\r');
          last = buffer[i];
        }
    }
  if (last == '\r' && nida_bytes_read (bytes, *offset, buffer, 1, error) == 1 && buffer[0] == '\n')
    (*offset)++;
  return TRUE;
}

/* Bytes of the record that @text begins with: up to the first line end that is not quoted. A quote opens a cell only at its
 * beginning. */
static gsize
record_length (const char *text,
               gsize       length)
{
  gboolean quoted = FALSE;
  char last = '\n';

  for (gsize i = 0; i < length; i++)
    {
      if (quoted)
        quoted = text[i] != '"';
      else if (text[i] == '\n' || text[i] == '\r')
        return i;
      else if (text[i] == '"')
        /* after a quote: a doubled one, inside the cell */
        quoted = strchr (",;\t|\n\"", last) != NULL;
      last = text[i];
    }
  return length;
}

/* @text without a letter that the cut went through, and with marks for what is no text. */
static char *
make_text (const char *text,
           gsize       length,
           gboolean    cut)
{
  while (cut && length > 0 && ((guchar) text[length] & 0xc0) == 0x80)
    length--;
  return g_utf8_make_valid (text, (gssize) length);
}

static void
set_no_text (const NidaSourceInfo  *info,
             GError               **error)
{
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_FORMAT,
               _("The records of “%s” are no text. Open the file in the program that made it."), info->name);
}

/* --- rows of workbooks --- */

typedef struct {
  guint      header, wanted;    /* numbers of rows */
  GPtrArray *names;             /* of the columns */
  GString   *text;              /* "name: value", a line a cell; NULL until the row is met */
} SheetRow;

static void
append_cells (SheetRow       *self,
              const NidaCell *cells,
              guint           n_cells)
{
  self->text = g_string_new (NULL);
  for (guint i = 0; i < n_cells; i++)
    {
      const char *name = i < self->names->len ? self->names->pdata[i] : "";

      if (cells[i].length == 0)
        continue;
      if (self->text->len > 0)
        g_string_append_c (self->text, '\n');
      if (*name != '\0')
        g_string_append_printf (self->text, "%s: ", name);
      g_string_append_len (self->text, cells[i].text, cells[i].length);
    }
}

static gboolean
sheet_row_cb (guint           number,
              const NidaCell *cells,
              guint           n_cells,
              gpointer        data)
{
  SheetRow *self = data;

  for (guint i = 0; number == self->header && i < n_cells; i++)
    g_ptr_array_add (self->names, g_strndup (cells[i].text, cells[i].length));
  if (number == self->wanted)
    append_cells (self, cells, n_cells);
  return number < self->wanted;
}

/* Row @number of the sheet that was read, with the names of its columns. */
static char *
read_sheet_row (NidaBytes             *bytes,
                const NidaSourceInfo  *info,
                guint                  number,
                GCancellable          *cancellable,
                GError               **error)
{
  g_autoptr (NidaZip) zip = nida_zip_open (bytes, error);
  g_autoptr (NidaWorkbook) workbook = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  SheetRow row = { info->header, number, names, NULL };

  if (zip == NULL)
    return NULL;
  /* something else lies in its place now */
  if (!nida_workbook_is (zip))
    {
      set_no_text (info, error);
      return NULL;
    }
  workbook = nida_workbook_open (zip, info->name, cancellable, error);
  if (workbook == NULL)
    return NULL;
  for (guint i = 0; i < nida_workbook_get_n_sheets (workbook); i++)
    if (strcmp (nida_workbook_get_sheet_name (workbook, i), info->sheet) == 0)
      {
        if (!nida_workbook_read (workbook, i, sheet_row_cb, &row, error))
          {
            if (row.text != NULL)
              g_string_free (row.text, TRUE);
            return NULL;
          }
        break;
      }
  if (row.text == NULL)
    set_gone (info, error);
  return row.text != NULL ? g_string_free (row.text, FALSE) : NULL;
}

/* Keep of @text, which is taken, what a person is to see. */
static void
take_text (NidaSourceRecord *self,
           char             *text)
{
  gsize length = strlen (text);

  self->cut = length > NIDA_RECORD_MAX;
  self->text = make_text (text, MIN (length, NIDA_RECORD_MAX), self->cut);
  g_free (text);
}

static char *
read_workbook (const NidaSourceInfo  *info,
               NidaCopies            *copies,
               guint                  number,
               gboolean              *changed,
               GCancellable          *cancellable,
               GError               **error)
{
  g_autoptr (NidaBytes) bytes = open_unpacked (info, copies, changed, cancellable, error);

  return bytes != NULL ? read_sheet_row (bytes, info, number, cancellable, error) : NULL;
}

/**
 * nida_source_read_record:
 * @info: of the source, as the report has it
 * @copies: (nullable): where its bytes are held besides its own place
 * @line: where the record begins, when @length is 0; of a workbook the row of its sheet
 * @offset: its first byte, when a line does not say it
 * @length: its bytes, or 0
 *
 * Returns: (transfer full) (nullable): the record, or %NULL with @error, which says what to do
 */
NidaSourceRecord *
nida_source_read_record (const NidaSourceInfo  *info,
                         NidaCopies            *copies,
                         guint                  line,
                         guint64                offset,
                         guint                  length,
                         GCancellable          *cancellable,
                         GError               **error)
{
  g_autoptr (NidaSourceRecord) self = g_new0 (NidaSourceRecord, 1);
  g_autoptr (NidaBytes) bytes = NULL;
  g_autofree char *buffer = g_malloc (NIDA_RECORD_MAX + 1);
  guint64 start;
  gssize n;

  if (length == 0 && line > 0 && info->unit == NIDA_UNIT_ROW && info->sheet != NULL)
    {
      char *text = read_workbook (info, copies, line, &self->changed, cancellable, error);

      if (text == NULL)
        return NULL;
      take_text (self, text);
      return g_steal_pointer (&self);
    }
  if (length == 0 && (line == 0 || info->unit != NIDA_UNIT_LINE))
    {
      set_no_text (info, error);
      return NULL;
    }
  bytes = open_text (info, copies, &start, &self->changed, cancellable, error);
  if (bytes == NULL)
    return NULL;
  if (length == 0)
    {
      offset = start;
      if (!find_line (bytes, info, line, &offset, cancellable, error))
        return NULL;
    }
  n = nida_bytes_read (bytes, offset, buffer, NIDA_RECORD_MAX + 1, error);
  if (n < 0 || (n == 0 && !set_gone (info, error)))
    return NULL;
  n = (gssize) (length > 0 ? MIN ((gsize) n, length) : record_length (buffer, (gsize) n));
  self->cut = n > (gssize) NIDA_RECORD_MAX;
  self->text = make_text (buffer, MIN ((gsize) n, NIDA_RECORD_MAX), self->cut);
  return g_steal_pointer (&self);
}

void
nida_source_record_free (NidaSourceRecord *self)
{
  g_free (self->text);
  g_free (self);
}

/**
 * nida_source_dup_checksum:
 *
 * Returns: (transfer full) (nullable): 64 hexadecimal digits, or %NULL with @error
 */
char *
nida_source_dup_checksum (const NidaSourceInfo  *info,
                          NidaCopies            *copies,
                          gboolean              *changed,
                          GCancellable          *cancellable,
                          GError               **error)
{
  g_autoptr (NidaBytes) bytes = open_stored (info, copies, changed, cancellable, error);

  return bytes != NULL ? nida_bytes_dup_checksum (bytes, cancellable, error) : NULL;
}
