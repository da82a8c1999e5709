/* The one face of both kinds of workbooks, and the row that they fill. */
#include "config.h"

#include "workbook-private.h"

#include "loader.h"
#include "translate.h"

#include <string.h>

#define BLOCK (64u << 10)

static void
free_sheet (gpointer data)
{
  NidaWorkbookSheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->path);
  g_free (sheet);
}

static gboolean
is_xlsx (NidaZip *zip)
{
  return nida_zip_find (zip, "xl/workbook.xml") >= 0;
}

static gboolean
is_ods (NidaZip *zip)
{
  char type[64] = { 0 };
  int index = nida_zip_find (zip, "mimetype");
  g_autoptr (NidaZipEntry) entry = index >= 0 && nida_zip_find (zip, "content.xml") >= 0
                                   ? nida_zip_begin (zip, (guint) index, NULL) : NULL;

  return entry != NULL && nida_zip_read (entry, type, sizeof type - 1, NULL) > 0 &&
         strstr (type, "opendocument.spreadsheet") != NULL;
}

gboolean
nida_workbook_is (NidaZip *zip)
{
  return is_xlsx (zip) || is_ods (zip);
}

/**
 * nida_workbook_open:
 * @zip: outlives the workbook
 * @name: of the input, for messages
 */
NidaWorkbook *
nida_workbook_open (NidaZip       *zip,
                    const char    *name,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (NidaWorkbook) self = g_new0 (NidaWorkbook, 1);

  self->zip = zip;
  self->name = g_strdup (name);
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->sheets = g_ptr_array_new_with_free_func (free_sheet);
  self->strings = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->styles = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->is_ods = !is_xlsx (zip);
  if (!(self->is_ods ? nida_ods_open (self, error) : nida_xlsx_open (self, error)))
    return NULL;
  if (self->sheets->len > 0)
    return g_steal_pointer (&self);
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_FORMAT, _("“%s” has no sheet with cells. Check that it was saved completely."),
               name);
  return NULL;
}

void
nida_workbook_free (NidaWorkbook *self)
{
  g_ptr_array_unref (self->sheets);
  g_string_free (self->strings, TRUE);
  g_array_unref (self->starts);
  g_array_unref (self->styles);
  g_clear_object (&self->cancellable);
  g_free (self->name);
  g_free (self);
}

const char *
nida_workbook_get_format (NidaWorkbook *self)
{
  return self->is_ods ? "ODS" : "XLSX";
}

guint
nida_workbook_get_n_sheets (NidaWorkbook *self)
{
  return self->sheets->len;
}

const char *
nida_workbook_get_sheet_name (NidaWorkbook *self,
                              guint         sheet)
{
  g_return_val_if_fail (sheet < self->sheets->len, NULL);

  return ((NidaWorkbookSheet *) self->sheets->pdata[sheet])->name;
}

gboolean
nida_workbook_read (NidaWorkbook     *self,
                    guint             sheet,
                    NidaWorkbookRow   row,
                    gpointer          data,
                    GError          **error)
{
  NidaWorkbookLine line;
  gboolean ok;

  g_return_val_if_fail (sheet < self->sheets->len, FALSE);

  nida_workbook_line_init (&line, row, data);
  ok = self->is_ods ? nida_ods_read (self, sheet, &line, error) : nida_xlsx_read (self, sheet, &line, error);
  nida_workbook_line_clear (&line);
  return ok;
}

typedef struct {
  GPtrArray *rows;
  GArray    *numbers;
  guint      most;
} Preview;

static gboolean
preview_cb (guint           number,
            const NidaCell *cells,
            guint           n_cells,
            gpointer        data)
{
  Preview *preview = data;
  char **texts = g_new0 (char *, n_cells + 1);

  for (guint i = 0; i < n_cells; i++)
    texts[i] = g_strndup (cells[i].text, cells[i].length);
  g_ptr_array_add (preview->rows, texts);
  g_array_append_val (preview->numbers, number);
  return preview->rows->len < preview->most;
}

/**
 * nida_workbook_preview:
 * @n_rows: at most so many
 * @numbers: (out) (optional) (element-type guint): of each row in the sheet, from 1 on
 *
 * Returns: (transfer full) (nullable) (element-type GStrv): the first rows of @sheet that have any text
 */
GPtrArray *
nida_workbook_preview (NidaWorkbook  *self,
                       guint          sheet,
                       guint          n_rows,
                       GArray       **numbers,
                       GError       **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  Preview preview = { rows, found, MAX (n_rows, 1) };

  if (!nida_workbook_read (self, sheet, preview_cb, &preview, error))
    return NULL;
  if (numbers != NULL)
    *numbers = g_steal_pointer (&found);
  return g_steal_pointer (&rows);
}

/* --- for both kinds --- */

gboolean
nida_workbook_parse (NidaWorkbook          *self,
                     int                    index,
                     const NidaXmlHandler  *handler,
                     gpointer               data,
                     gboolean              *stopped,
                     GError               **error)
{
  g_autoptr (NidaZipEntry) entry = nida_zip_begin (self->zip, (guint) index, error);
  g_autoptr (NidaXml) xml = nida_xml_new (handler, data, self->name);
  g_autofree char *block = g_malloc (BLOCK);
  gssize n;

  if (entry == NULL)
    return FALSE;
  while ((n = nida_zip_read (entry, block, BLOCK, error)) > 0)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error) || !nida_xml_feed (xml, block, (gsize) n, error))
        return FALSE;
      if (stopped != NULL && *stopped)
        return TRUE;
    }
  return n == 0 && nida_xml_finish (xml, error);
}

void
nida_workbook_line_init (NidaWorkbookLine *self,
                         NidaWorkbookRow   give,
                         gpointer          data)
{
  *self = (NidaWorkbookLine) { .give = give, .data = data };
  self->cells = g_array_new (FALSE, TRUE, sizeof (NidaCell));
  self->texts = g_string_new (NULL);
}

void
nida_workbook_line_clear (NidaWorkbookLine *self)
{
  g_array_unref (self->cells);
  g_string_free (self->texts, TRUE);
}

void
nida_workbook_line_add (NidaWorkbookLine *self,
                        guint             column,
                        const char       *text,
                        gsize             length,
                        NidaWorkbookCell  kind)
{
  NidaCell *cell;

  if (length == 0)
    return;
  if (column >= self->cells->len)
    g_array_set_size (self->cells, column + 1);
  cell = &g_array_index (self->cells, NidaCell, column);
  *cell = (NidaCell) { GSIZE_TO_POINTER (self->texts->len), (guint32) length, kind };
  g_string_append_len (self->texts, text, (gssize) length);
  self->any = TRUE;
}

void
nida_workbook_line_give (NidaWorkbookLine *self,
                         guint             number,
                         guint             times)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      NidaCell *cell = &g_array_index (self->cells, NidaCell, i);

      cell->text = cell->length > 0 ? self->texts->str + GPOINTER_TO_SIZE (cell->text) : "";
    }
  for (guint i = 0; i < times && self->any && !self->stopped; i++)
    self->stopped = !self->give (number + i, (const NidaCell *) self->cells->data, self->cells->len, self->data);
  g_array_set_size (self->cells, 0);
  g_string_truncate (self->texts, 0);
  self->any = FALSE;
}
