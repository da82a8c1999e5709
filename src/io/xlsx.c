/* The sheets of Office Open XML: shared texts, styles that make a number a date, and cells one by one. Only the entries that
 * a workbook is made of are read. */
#include "config.h"

#include "workbook-private.h"

#include "loader.h"
#include "translate.h"
#include "workbook-number.h"

#include <stdlib.h>
#include <string.h>

#define MAX_TEXT (1u << 20)

/* --- the workbook and its relations --- */

typedef struct {
  NidaWorkbook *workbook;
  GHashTable   *targets;      /* id → entry, of the relations */
} Names;

/* A target as the name of an entry: only within the folder of the workbook. */
static char *
dup_entry_name (const char *target)
{
  if (strstr (target, "..") != NULL || strchr (target, '\\') != NULL)
    return NULL;
  if (g_str_has_prefix (target, "/"))
    return g_str_has_prefix (target, "/xl/") ? g_strdup (target + 1) : NULL;
  return g_strconcat ("xl/", target, NULL);
}

static void
relation_cb (NidaXml    *xml,
             const char *name,
             gpointer    data)
{
  Names *names = data;
  g_autofree char *id = strcmp (name, "Relationship") == 0 ? g_strdup (nida_xml_attribute (xml, "Id")) : NULL;
  const char *target = id != NULL ? nida_xml_attribute (xml, "Target") : NULL;
  char *entry = target != NULL ? dup_entry_name (target) : NULL;

  if (entry != NULL)
    g_hash_table_replace (names->targets, g_steal_pointer (&id), entry);
}

static void
sheet_cb (NidaXml    *xml,
          const char *name,
          gpointer    data)
{
  Names *names = data;

  if (strcmp (name, "workbookPr") == 0)
    {
      const char *base = nida_xml_attribute (xml, "date1904");

      names->workbook->base_1904 = base != NULL && (strcmp (base, "1") == 0 || strcmp (base, "true") == 0);
    }
  else if (strcmp (name, "sheet") == 0)
    {
      g_autofree char *label = g_strdup (nida_xml_attribute (xml, "name"));
      const char *id = nida_xml_attribute (xml, "id");
      const char *path = id != NULL ? g_hash_table_lookup (names->targets, id) : NULL;
      NidaWorkbookSheet *sheet;

      if (label == NULL || path == NULL || nida_zip_find (names->workbook->zip, path) < 0)
        return;
      sheet = g_new0 (NidaWorkbookSheet, 1);
      sheet->name = g_steal_pointer (&label);
      sheet->path = g_strdup (path);
      g_ptr_array_add (names->workbook->sheets, sheet);
    }
}

static void
ignore_end_cb (NidaXml    *xml,
               const char *name,
               gpointer    data)
{
}

static void
ignore_text_cb (NidaXml    *xml,
                const char *text,
                gsize       length,
                gpointer    data)
{
}

/* --- styles --- */

typedef struct {
  NidaWorkbook *workbook;
  GHashTable   *formats;      /* id → NidaWorkbookDate + 1 */
  gboolean      in_cells;
} Styles;

static void
style_cb (NidaXml    *xml,
          const char *name,
          gpointer    data)
{
  Styles *styles = data;
  const char *text;

  if (strcmp (name, "numFmt") == 0)
    {
      guint id = (text = nida_xml_attribute (xml, "numFmtId")) != NULL ? (guint) strtoul (text, NULL, 10) : 0;

      text = nida_xml_attribute (xml, "formatCode");
      if (text != NULL)
        g_hash_table_replace (styles->formats, GUINT_TO_POINTER (id), GUINT_TO_POINTER (nida_workbook_date_of_format (text) + 1));
    }
  else if (strcmp (name, "cellXfs") == 0)
    styles->in_cells = TRUE;
  else if (strcmp (name, "xf") == 0 && styles->in_cells && styles->workbook->styles->len < 65536)
    {
      guint id = (text = nida_xml_attribute (xml, "numFmtId")) != NULL ? (guint) strtoul (text, NULL, 10) : 0;
      gpointer known = g_hash_table_lookup (styles->formats, GUINT_TO_POINTER (id));
      guint8 date = (guint8) (known != NULL ? GPOINTER_TO_UINT (known) - 1 : nida_workbook_date_of_builtin (id));

      g_array_append_val (styles->workbook->styles, date);
    }
}

static void
style_end_cb (NidaXml    *xml,
              const char *name,
              gpointer    data)
{
  if (strcmp (name, "cellXfs") == 0)
    ((Styles *) data)->in_cells = FALSE;
}

/* --- shared texts --- */

/* "_x000D_" stands for a character that XML cannot hold. */
static void
decode_escapes (GString *text,
                gsize    start)
{
  for (char *at = text->str + start; (at = strstr (at, "_x")) != NULL; at++)
    {
      gsize offset = (gsize) (at - text->str);
      gunichar c = 0;
      guint digits = 2;

      for (; digits < 6 && g_ascii_isxdigit (at[digits]); digits++)
        c = c * 16 + (gunichar) g_ascii_xdigit_value (at[digits]);
      if (digits < 6 || at[6] != '_' || c == 0 || !g_unichar_validate (c))
        continue;
      g_string_erase (text, (gssize) offset, 7);
      g_string_insert_unichar (text, (gssize) offset, c);
      at = text->str + offset;
    }
}

typedef struct {
  NidaWorkbook *workbook;
  gsize         start;
  gboolean      in_text;
  guint         phonetic;      /* depth of readings of a text that are none of it */
} Strings;

static void
string_start_cb (NidaXml    *xml,
                 const char *name,
                 gpointer    data)
{
  Strings *self = data;

  if (strcmp (name, "si") == 0)
    self->start = self->workbook->strings->len;
  self->phonetic += strcmp (name, "rPh") == 0;
  self->in_text = strcmp (name, "t") == 0 && self->phonetic == 0;
}

static void
string_text_cb (NidaXml    *xml,
                const char *text,
                gsize       length,
                gpointer    data)
{
  Strings *self = data;
  GString *strings = self->workbook->strings;

  if (self->in_text && strings->len - self->start + length <= MAX_TEXT)
    g_string_append_len (strings, text, (gssize) length);
  else if (self->in_text)
    nida_xml_fail (xml, g_error_new (NIDA_READ_ERROR, NIDA_READ_ERROR_TOO_LARGE,
                                     _("“%s”: a cell holds more than 1 MiB of text. Shorten it."), self->workbook->name));
}

static void
string_end_cb (NidaXml    *xml,
               const char *name,
               gpointer    data)
{
  Strings *self = data;

  self->in_text = FALSE;
  if (strcmp (name, "rPh") == 0)
    self->phonetic--;
  if (strcmp (name, "si") != 0)
    return;
  decode_escapes (self->workbook->strings, self->start);
  g_array_append_val (self->workbook->starts, self->start);
  g_string_append_c (self->workbook->strings, '\0');
}

static gboolean
parse_if_there (NidaWorkbook          *workbook,
                const char            *entry,
                const NidaXmlHandler  *handler,
                gpointer               data,
                GError               **error)
{
  int index = nida_zip_find (workbook->zip, entry);

  return index < 0 || nida_workbook_parse (workbook, index, handler, data, NULL, error);
}

gboolean
nida_xlsx_open (NidaWorkbook  *self,
                GError       **error)
{
  static const NidaXmlHandler relations = { relation_cb, ignore_end_cb, ignore_text_cb };
  static const NidaXmlHandler sheets = { sheet_cb, ignore_end_cb, ignore_text_cb };
  static const NidaXmlHandler styles = { style_cb, style_end_cb, ignore_text_cb };
  static const NidaXmlHandler strings = { string_start_cb, string_end_cb, string_text_cb };
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) formats = g_hash_table_new (NULL, NULL);
  Names names = { self, targets };
  Styles of_cells = { self, formats, FALSE };
  Strings texts = { .workbook = self };

  return parse_if_there (self, "xl/_rels/workbook.xml.rels", &relations, &names, error) &&
         parse_if_there (self, "xl/workbook.xml", &sheets, &names, error) &&
         parse_if_there (self, "xl/styles.xml", &styles, &of_cells, error) &&
         parse_if_there (self, "xl/sharedStrings.xml", &strings, &texts, error);
}

/* --- cells --- */

typedef struct {
  NidaWorkbook     *workbook;
  NidaWorkbookLine *line;
  GString          *value;
  guint             row;
  guint             column;
  char              type;        /* s shared, i inline, e error, b boolean, d date, t text, n number */
  NidaWorkbookDate  date;
  gboolean          in_value;
  guint             phonetic;
} Cells;

/* "BC23" → 54; -1 when it is no reference. */
static int
column_of (const char *reference)
{
  int column = 0;

  for (; g_ascii_isalpha (*reference) && column < 20000; reference++)
    column = column * 26 + (g_ascii_toupper (*reference) - 'A' + 1);
  return column - 1;
}

static char
type_of (const char *type)
{
  if (type == NULL || strcmp (type, "n") == 0)
    return 'n';
  if (strcmp (type, "inlineStr") == 0)
    return 'i';
  return strcmp (type, "str") == 0 ? 't' : *type;
}

static void
begin_cell (Cells   *self,
            NidaXml *xml)
{
  const char *text = nida_xml_attribute (xml, "r");
  int column = text != NULL ? column_of (text) : (int) self->column;
  guint style;

  self->column = (guint) MAX (column, 0);
  self->type = type_of (nida_xml_attribute (xml, "t"));
  style = (text = nida_xml_attribute (xml, "s")) != NULL ? (guint) strtoul (text, NULL, 10) : 0;
  self->date = style < self->workbook->styles->len ? g_array_index (self->workbook->styles, guint8, style)
                                                   : NIDA_WORKBOOK_NO_DATE;
  g_string_truncate (self->value, 0);
}

static void
cell_start_cb (NidaXml    *xml,
               const char *name,
               gpointer    data)
{
  Cells *self = data;

  if (strcmp (name, "c") == 0)
    begin_cell (self, xml);
  else if (strcmp (name, "row") == 0)
    {
      const char *number = nida_xml_attribute (xml, "r");

      self->row = number != NULL ? (guint) strtoul (number, NULL, 10) : self->row + 1;
      self->column = 0;
    }
  self->phonetic += strcmp (name, "rPh") == 0;
  self->in_value = strcmp (name, "v") == 0 || (strcmp (name, "t") == 0 && self->type == 'i' && self->phonetic == 0);
}

static void
cell_text_cb (NidaXml    *xml,
              const char *text,
              gsize       length,
              gpointer    data)
{
  Cells *self = data;

  if (!self->in_value)
    return;
  if (self->value->len + length <= MAX_TEXT)
    g_string_append_len (self->value, text, (gssize) length);
  else
    nida_xml_fail (xml, g_error_new (NIDA_READ_ERROR, NIDA_READ_ERROR_TOO_LARGE,
                                     _("“%s”: a cell holds more than 1 MiB of text. Shorten it."), self->workbook->name));
}

static void
add_shared (Cells *self)
{
  char *end;
  guint64 index = g_ascii_strtoull (self->value->str, &end, 10);
  const char *text;

  if (end == self->value->str || index >= self->workbook->starts->len)
    return;
  text = self->workbook->strings->str + g_array_index (self->workbook->starts, gsize, index);
  nida_workbook_line_add (self->line, self->column, text, strlen (text), NIDA_WORKBOOK_TEXT);
}

static void
add_number (Cells *self)
{
  g_autofree char *date = self->date != NIDA_WORKBOOK_NO_DATE
                          ? nida_workbook_date (self->value->str, self->date, self->workbook->base_1904) : NULL;
  g_autofree char *number = date == NULL ? nida_workbook_round (self->value->str) : NULL;

  if (date != NULL)
    nida_workbook_line_add (self->line, self->column, date, strlen (date), NIDA_WORKBOOK_TEXT);
  else
    nida_workbook_line_add (self->line, self->column, number, strlen (number), NIDA_WORKBOOK_NUMBER);
}

static void
end_cell (Cells   *self,
          NidaXml *xml)
{
  if (self->value->len > 0 && self->column >= NIDA_CSV_MAX_COLUMNS)
    nida_xml_fail (xml, g_error_new (NIDA_READ_ERROR, NIDA_READ_ERROR_TOO_LARGE,
                                     _("“%s”: row %u has more than %u columns. Remove those that are not needed."),
                                     self->workbook->name, self->row, NIDA_CSV_MAX_COLUMNS));
  else if (self->value->len > 0 && self->type == 's')
    add_shared (self);
  else if (self->value->len > 0 && self->type == 'n')
    add_number (self);
  else if (self->value->len > 0 && self->type == 'b')
    nida_workbook_line_add (self->line, self->column, *self->value->str == '1' ? "TRUE" : "FALSE",
                            *self->value->str == '1' ? 4 : 5, NIDA_WORKBOOK_TEXT);
  else
    {
      decode_escapes (self->value, 0);
      nida_workbook_line_add (self->line, self->column, self->value->str, self->value->len, NIDA_WORKBOOK_TEXT);
    }
  self->column++;
}

static void
cell_end_cb (NidaXml    *xml,
             const char *name,
             gpointer    data)
{
  Cells *self = data;

  self->in_value = FALSE;
  if (strcmp (name, "rPh") == 0)
    self->phonetic--;
  else if (strcmp (name, "c") == 0)
    end_cell (self, xml);
  else if (strcmp (name, "row") == 0)
    nida_workbook_line_give (self->line, self->row, 1);
}

gboolean
nida_xlsx_read (NidaWorkbook      *self,
                guint              sheet,
                NidaWorkbookLine  *line,
                GError           **error)
{
  static const NidaXmlHandler handler = { cell_start_cb, cell_end_cb, cell_text_cb };
  g_autoptr (GString) value = g_string_new (NULL);
  Cells cells = { .workbook = self, .line = line, .value = value };

  return nida_workbook_parse (self, nida_zip_find (self->zip, ((NidaWorkbookSheet *) self->sheets->pdata[sheet])->path),
                              &handler, &cells, &line->stopped, error);
}
