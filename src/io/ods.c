/* The sheets of OpenDocument: all in one entry, with rows and cells that say how often they repeat. */
#include "config.h"

#include "workbook-private.h"

#include "loader.h"
#include "translate.h"
#include "workbook-number.h"

#include <stdlib.h>
#include <string.h>

#define MAX_TEXT     (1u << 20)
#define MAX_REPEATED (16u << 20)      /* cells with text that only stand there because others repeat */

typedef struct {
  NidaWorkbook     *workbook;
  NidaWorkbookLine *line;            /* NULL: only the names of the sheets are wanted */
  guint             wanted;          /* the sheet */
  guint             n_sheets;        /* begun so far */
  guint             depth;           /* of tables: one in a cell is none of the sheet */
  guint             aside;           /* of annotations and the like */
  guint             row, column;
  guint             row_times, cell_times;
  guint64           repeated;
  guint             n_filled;        /* cells with text in the row */
  GString          *value;           /* what the cell is, by its attributes */
  NidaWorkbookCell  kind;
  GString          *text;            /* what it shows */
  gboolean          in_cell, in_paragraph;
  guint             n_paragraphs;
} Sheets;

static guint
read_times (NidaXml    *xml,
            const char *name,
            guint       most)
{
  const char *text = nida_xml_attribute (xml, name);
  guint64 times = text != NULL ? g_ascii_strtoull (text, NULL, 10) : 1;

  return (guint) CLAMP (times, 1, most);
}

static gboolean
is_wanted (const Sheets *self)
{
  return self->line != NULL && self->depth == 1 && self->n_sheets == self->wanted + 1 && self->aside == 0;
}

static void
begin_table (Sheets  *self,
             NidaXml *xml)
{
  const char *name = nida_xml_attribute (xml, "name");
  NidaWorkbookSheet *sheet;

  if (++self->depth > 1)
    return;
  self->n_sheets++;
  self->row = 1;
  if (self->line != NULL)
    return;
  sheet = g_new0 (NidaWorkbookSheet, 1);
  sheet->name = g_strdup (name != NULL ? name : "");
  g_ptr_array_add (self->workbook->sheets, sheet);
}

/* Numbers and dates by what they are; texts by what they show. */
static void
begin_cell (Sheets  *self,
            NidaXml *xml)
{
  const char *type = nida_xml_attribute (xml, "value-type");
  const char *attribute = type == NULL || strcmp (type, "string") == 0 ? NULL
                          : strcmp (type, "date") == 0 ? "date-value"
                          : strcmp (type, "boolean") == 0 ? "boolean-value"
                          : strcmp (type, "time") == 0 ? NULL : "value";
  gboolean boolean = attribute != NULL && *attribute == 'b';
  const char *value;

  self->kind = attribute != NULL && *attribute == 'v' ? NIDA_WORKBOOK_NUMBER : NIDA_WORKBOOK_TEXT;
  value = attribute != NULL ? nida_xml_attribute (xml, attribute) : NULL;
  if (self->kind == NIDA_WORKBOOK_NUMBER && value != NULL)
    {
      g_autofree char *rounded = nida_workbook_round (value);

      g_string_assign (self->value, rounded);
    }
  else
    g_string_assign (self->value, value == NULL ? "" : !boolean ? value : *value == 't' ? "TRUE" : "FALSE");
  if (!boolean && g_str_has_suffix (self->value->str, "T00:00:00"))
    g_string_truncate (self->value, self->value->len - 9);
  g_string_truncate (self->text, 0);
  self->n_paragraphs = 0;
  self->in_cell = TRUE;
  self->cell_times = read_times (xml, "number-columns-repeated", 1u << 20);
}

static void
start_cb (NidaXml    *xml,
          const char *name,
          gpointer    data)
{
  Sheets *self = data;

  if (strcmp (name, "table") == 0)
    begin_table (self, xml);
  else if (strcmp (name, "annotation") == 0)
    self->aside++;
  else if (!is_wanted (self))
    return;
  else if (strcmp (name, "table-row") == 0)
    {
      self->column = 0;
      self->n_filled = 0;
      self->row_times = read_times (xml, "number-rows-repeated", NIDA_WORKBOOK_MAX_ROWS);
    }
  else if (strcmp (name, "table-cell") == 0 || strcmp (name, "covered-table-cell") == 0)
    begin_cell (self, xml);
  else if (self->in_cell && (strcmp (name, "p") == 0 || strcmp (name, "h") == 0))
    {
      if (self->n_paragraphs++ > 0)
        g_string_append_c (self->text, '\n');
      self->in_paragraph = TRUE;
    }
  else if (self->in_paragraph && strcmp (name, "line-break") == 0)
    g_string_append_c (self->text, '\n');
  else if (self->in_paragraph && (strcmp (name, "s") == 0 || strcmp (name, "tab") == 0))
    for (guint i = *name == 's' ? read_times (xml, "c", 1024) : 1; i > 0; i--)
      g_string_append_c (self->text, ' ');
}

static void
fail_too_large (Sheets  *self,
                NidaXml *xml)
{
  nida_xml_fail (xml, g_error_new (NIDA_READ_ERROR, NIDA_READ_ERROR_TOO_LARGE,
                                   _("“%s”: row %u has more cells, or more text in one, than a table of data needs. Remove "
                                     "what is not needed."), self->workbook->name, self->row));
}

static void
text_cb (NidaXml    *xml,
         const char *text,
         gsize       length,
         gpointer    data)
{
  Sheets *self = data;

  if (!self->in_paragraph || !is_wanted (self))
    return;
  if (self->text->len + length > MAX_TEXT)
    fail_too_large (self, xml);
  else
    g_string_append_len (self->text, text, (gssize) length);
}

static void
end_cell (Sheets  *self,
          NidaXml *xml)
{
  const GString *shown = self->value->len > 0 ? self->value : self->text;
  guint times = self->cell_times;

  self->in_cell = self->in_paragraph = FALSE;
  if (shown->len > 0 && (self->column + times > NIDA_CSV_MAX_COLUMNS || (self->repeated += times - 1) > MAX_REPEATED))
    {
      fail_too_large (self, xml);
      return;
    }
  for (guint i = 0; i < times && shown->len > 0; i++)
    nida_workbook_line_add (self->line, self->column + i, shown->str, shown->len, self->kind);
  self->n_filled += shown->len > 0 ? times : 0;
  self->column += times;
}

static void
end_row (Sheets  *self,
         NidaXml *xml)
{
  guint times = self->n_filled > 0 ? self->row_times : 1;

  self->repeated += (guint64) (times - 1) * self->n_filled;
  if (self->repeated > MAX_REPEATED || self->row + times > NIDA_WORKBOOK_MAX_ROWS + 1)
    fail_too_large (self, xml);
  else
    nida_workbook_line_give (self->line, self->row, times);
  self->row += MIN (self->row_times, NIDA_WORKBOOK_MAX_ROWS);
}

static void
end_cb (NidaXml    *xml,
        const char *name,
        gpointer    data)
{
  Sheets *self = data;

  if (strcmp (name, "table") == 0)
    self->depth--;
  else if (strcmp (name, "annotation") == 0)
    self->aside--;
  else if (!is_wanted (self))
    return;
  else if (strcmp (name, "table-cell") == 0 || strcmp (name, "covered-table-cell") == 0)
    end_cell (self, xml);
  else if (strcmp (name, "table-row") == 0)
    end_row (self, xml);
  else if (strcmp (name, "p") == 0 || strcmp (name, "h") == 0)
    self->in_paragraph = FALSE;
}

static gboolean
parse (NidaWorkbook      *self,
       NidaWorkbookLine  *line,
       guint              sheet,
       GError           **error)
{
  static const NidaXmlHandler handler = { start_cb, end_cb, text_cb };
  g_autoptr (GString) value = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  Sheets sheets = { .workbook = self, .line = line, .wanted = sheet, .value = value, .text = text };

  return nida_workbook_parse (self, nida_zip_find (self->zip, "content.xml"), &handler, &sheets,
                              line != NULL ? &line->stopped : NULL, error);
}

gboolean
nida_ods_open (NidaWorkbook  *self,
               GError       **error)
{
  return parse (self, NULL, 0, error);
}

gboolean
nida_ods_read (NidaWorkbook      *self,
               guint              sheet,
               NidaWorkbookLine  *line,
               GError           **error)
{
  return parse (self, line, sheet, error);
}
