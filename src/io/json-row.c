/* Cells made of JSON values. Numbers keep the text that they have in the document, so that no amount passes through a
 * double. */
#include "config.h"

#include "json-row.h"

#include <string.h>

struct _NidaJsonRow {
  NidaRecord  record;
  GString   **texts;
  int         bad;
};

NidaJsonRow *
nida_json_row_new (guint n_cells)
{
  NidaJsonRow *self = g_new0 (NidaJsonRow, 1);

  self->record.cells = g_new0 (NidaCell, n_cells + 1);
  self->record.n_cells = n_cells;
  self->texts = g_new (GString *, n_cells + 1);
  self->bad = -1;
  for (guint i = 0; i < n_cells; i++)
    self->texts[i] = g_string_new (NULL);
  return self;
}

void
nida_json_row_free (NidaJsonRow *self)
{
  for (guint i = 0; i < self->record.n_cells; i++)
    g_string_free (self->texts[i], TRUE);
  g_free (self->texts);
  g_free (self->record.cells);
  g_free (self);
}

void
nida_json_row_clear (NidaJsonRow *self)
{
  self->bad = -1;
  for (guint i = 0; i < self->record.n_cells; i++)
    g_string_truncate (self->texts[i], 0);
}

/* The mark of lists in a name is a slip; it becomes a space. */
static void
append (GString    *to,
        const char *text,
        gsize       length)
{
  gsize from = to->len;

  g_string_append_len (to, text, (gssize) length);
  for (char *p = to->str + from; (p = memchr (p, NIDA_JSON_LIST_MARK, to->len - (gsize) (p - to->str))) != NULL;)
    *p = ' ';
}

void
nida_json_row_set (NidaJsonRow *self,
                   guint        cell,
                   const char  *text,
                   gsize        length)
{
  g_string_truncate (self->texts[cell], 0);
  append (self->texts[cell], text, length);
}

void
nida_json_row_add (NidaJsonRow *self,
                   guint        cell,
                   const char  *text,
                   gsize        length)
{
  if (length == 0)
    return;
  if (self->texts[cell]->len > 0)
    g_string_append_c (self->texts[cell], NIDA_JSON_LIST_MARK);
  append (self->texts[cell], text, length);
}

/* json-c turns an integer that does not fit into the nearest one that does, without a word. */
static gboolean
is_clamped (json_object *value)
{
  return json_object_get_int64 (value) == INT64_MIN || json_object_get_uint64 (value) > (guint64) INT64_MAX;
}

void
nida_json_row_add_value (NidaJsonRow *self,
                         guint        cell,
                         json_object *value)
{
  const char *text;

  switch (json_object_get_type (value))
    {
    case json_type_string:
      nida_json_row_add (self, cell, json_object_get_string (value), (gsize) json_object_get_string_len (value));
      break;
    case json_type_int:
      if (is_clamped (value))
        {
          text = json_object_get_int64 (value) < 0 ? "≤ -9223372036854775808" : "≥ 9223372036854775807";
          self->bad = self->bad < 0 ? (int) cell : self->bad;
        }
      else
        text = json_object_get_string (value);
      nida_json_row_add (self, cell, text, strlen (text));
      break;
    case json_type_double:
    case json_type_boolean:
      text = json_object_get_string (value);
      nida_json_row_add (self, cell, text, strlen (text));
      break;
    default:
      break;
    }
}

void
nida_json_row_set_value (NidaJsonRow *self,
                         guint        cell,
                         json_object *value)
{
  g_string_truncate (self->texts[cell], 0);
  if (!json_object_is_type (value, json_type_array))
    {
      nida_json_row_add_value (self, cell, value);
      return;
    }
  for (gsize i = 0; i < json_object_array_length (value); i++)
    nida_json_row_add_value (self, cell, json_object_array_get_idx (value, i));
}

gboolean
nida_json_row_is_empty (NidaJsonRow *self,
                        guint        cell)
{
  return self->texts[cell]->len == 0;
}

NidaRecord *
nida_json_row_get (NidaJsonRow *self,
                   guint        number)
{
  self->record.line = number;
  for (guint i = 0; i < self->record.n_cells; i++)
    self->record.cells[i] = (NidaCell) { self->texts[i]->str, (guint32) self->texts[i]->len, 0 };
  return &self->record;
}

void
nida_json_row_read (NidaJsonRow           *self,
                    NidaRecordTable       *table,
                    const NidaJsonElement *element)
{
  if (self->bad >= 0)
    nida_record_table_refuse (table, element->number, NIDA_PROBLEM_AMOUNT_OVERFLOW, self->bad, self->texts[self->bad]->str);
  else
    nida_record_table_read (table, nida_json_row_get (self, element->number), element->offset, element->length);
}

json_object *
nida_json_get (json_object *object,
               const char  *path)
{
  const char *dot = strchr (path, '.');
  g_autofree char *first = dot != NULL ? g_strndup (path, (gsize) (dot - path)) : NULL;
  json_object *value = NULL;

  if (!json_object_is_type (object, json_type_object)
      || !json_object_object_get_ex (object, first != NULL ? first : path, &value))
    return NULL;
  return dot != NULL ? nida_json_get (value, dot + 1) : value;
}

const char *
nida_json_get_text (json_object *object,
                    const char  *path)
{
  json_object *value = nida_json_get (object, path);

  return json_object_is_type (value, json_type_string) ? json_object_get_string (value) : NULL;
}

char *
nida_json_dup_name (json_object *object,
                    const char  *path)
{
  json_object *value = nida_json_get (object, path);

  return json_object_is_type (value, json_type_string)
         ? g_utf8_make_valid (json_object_get_string (value), json_object_get_string_len (value)) : NULL;
}
