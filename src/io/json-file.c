/* Any JSON that holds an array of objects: the names of their fields are a header ("donor.name" for a field inside another),
 * and the readers of tables take the rest. The document is read twice, since a header must be whole before its rows. */
#include "config.h"

#include "format.h"

#include "json-row.h"
#include "json-stream.h"
#include "nida-csv.h"
#include "record-table.h"
#include "translate.h"

#include <string.h>

#define MAX_NESTED 4              /* objects in objects whose fields are columns */

/* One array of objects of the document. */
typedef struct {
  char       *path;
  GPtrArray  *names;              /* of the columns, in the order in which they were met; borrowed from numbers */
  GHashTable *numbers;            /* name to 1 + its number */
  guint64     n_records;
} Array;

static void
free_array (gpointer data)
{
  Array *array = data;

  g_free (array->path);
  g_ptr_array_unref (array->names);
  g_hash_table_unref (array->numbers);
  g_free (array);
}

static Array *
get_array (GPtrArray  *arrays,
           const char *path)
{
  Array *array;

  for (guint i = 0; i < arrays->len; i++)
    if (strcmp (((Array *) arrays->pdata[i])->path, path) == 0)
      return arrays->pdata[i];
  array = g_new0 (Array, 1);
  array->path = g_strdup (path);
  array->names = g_ptr_array_new ();
  array->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_ptr_array_add (arrays, array);
  return array;
}

/* --- flattening --- */

/* What is done with each value that is no object, of the column @name. */
typedef void (*Visit) (gpointer data, const char *name, json_object *value);

typedef struct {
  GString *name;
  guint    depth;
  Visit    visit;
  gpointer data;
} Flatten;

static void flatten_value (Flatten *self, json_object *value);

static void
flatten_object (Flatten     *self,
                json_object *object)
{
  gsize length = self->name->len;

  if (self->depth == MAX_NESTED)
    return;
  self->depth++;
  json_object_object_foreach (object, key, value)
    {
      if (length > 0)
        g_string_append_c (self->name, '.');
      g_string_append (self->name, key);
      flatten_value (self, value);
      g_string_truncate (self->name, length);
    }
  self->depth--;
}

static void
flatten_value (Flatten     *self,
               json_object *value)
{
  if (json_object_is_type (value, json_type_object))
    flatten_object (self, value);
  else if (json_object_is_type (value, json_type_array))
    for (gsize i = 0; i < json_object_array_length (value); i++)
      flatten_value (self, json_object_array_get_idx (value, i));
  else
    self->visit (self->data, self->name->str, value);
}

static void
flatten (json_object *object,
         Visit        visit,
         gpointer     data)
{
  Flatten self = { .name = g_string_new (NULL), .visit = visit, .data = data };

  flatten_object (&self, object);
  g_string_free (self.name, TRUE);
}

/* --- the header --- */

static void
add_column (gpointer     data,
            const char  *name,
            json_object *value)
{
  Array *array = data;
  char *copy;

  if (array->names->len == NIDA_CSV_MAX_COLUMNS || g_hash_table_contains (array->numbers, name))
    return;
  copy = g_strdup (name);
  g_ptr_array_add (array->names, copy);
  g_hash_table_insert (array->numbers, copy, GUINT_TO_POINTER (array->names->len));
}

/* Find all arrays of objects and their columns. */
static gboolean
find_arrays (NidaInput  *input,
             GPtrArray  *arrays,
             GError    **error)
{
  g_autoptr (NidaJsonStream) stream = nida_json_stream_new (input->bytes, input->text.start, NULL, NULL, input->cancellable);
  NidaJsonElement element;
  GError *failure = NULL;

  while (nida_json_stream_next (stream, &element, &failure))
    {
      Array *array = get_array (arrays, element.path);

      array->n_records++;
      if (json_object_is_type (element.object, json_type_object))
        flatten (element.object, add_column, array);
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

/* The array that is the table: the one with the most records. */
static Array *
choose_array (GPtrArray *arrays)
{
  Array *chosen = NULL;

  for (guint i = 0; i < arrays->len; i++)
    {
      Array *array = arrays->pdata[i];

      if (array->names->len > 0 && (chosen == NULL || array->n_records > chosen->n_records))
        chosen = array;
    }
  return chosen;
}

/* --- the rows --- */

typedef struct {
  Array       *array;
  NidaJsonRow *row;
  gboolean     comma;             /* the decimal mark of texts; numbers of JSON have the dot */
} Filling;

static void
fill_cell (gpointer     data,
           const char  *name,
           json_object *value)
{
  Filling *filling = data;
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (filling->array->numbers, name));
  g_autofree char *text = NULL;

  if (number == 0)
    return;
  if (!filling->comma || !json_object_is_type (value, json_type_double))
    {
      nida_json_row_add_value (filling->row, number - 1, value);
      return;
    }
  text = g_strdelimit (g_strdup (json_object_get_string (value)), ".", ',');
  nida_json_row_add (filling->row, number - 1, text, strlen (text));
}

static gboolean
read_rows (NidaInput        *input,
           Array            *array,
           NidaRecordTable  *table,
           GError          **error)
{
  const char *paths[] = { array->path, NULL };
  g_autoptr (NidaJsonStream) stream = nida_json_stream_new (input->bytes, input->text.start, paths, input->progress,
                                                            input->cancellable);
  g_autoptr (NidaJsonRow) row = nida_json_row_new (array->names->len);
  Filling filling = { array, row, input->options->decimal == NIDA_DECIMAL_COMMA };
  NidaJsonElement element;
  GError *failure = NULL;

  while (nida_json_stream_next (stream, &element, &failure))
    {
      nida_json_row_clear (row);
      if (json_object_is_type (element.object, json_type_object))
        flatten (element.object, fill_cell, &filling);
      nida_json_row_read (row, table, &element);
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static gboolean
read_json (NidaInput  *input,
           GError    **error)
{
  g_autoptr (GPtrArray) arrays = g_ptr_array_new_with_free_func (free_array);
  g_autoptr (NidaRecordTable) table = NULL;
  NidaHeader *header;
  Array *array;

  if (!find_arrays (input, arrays, error))
    return FALSE;
  array = choose_array (arrays);
  if (array == NULL)
    {
      g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_FORMAT,
                   _("“%s” is JSON without an array of objects, so there is no table in it. Check the address, or save "
                     "the records as one array."), input->info->name);
      return FALSE;
    }
  header = nida_record_header_new ((const char * const *) array->names->pdata, array->names->len);
  table = nida_record_table_new (input, header, NULL, "JSON", NIDA_UNIT_RECORD, error);
  if (table == NULL)
    return FALSE;
  nida_record_table_get_sheet (table)->list_mark = NIDA_JSON_LIST_MARK;
  return read_rows (input, array, table, error) && nida_record_table_end (g_steal_pointer (&table), error);
}

static gboolean
accepts (const NidaInput *input)
{
  return nida_json_looks_like (input->head, input->head_length);
}

const NidaFileFormat nida_json_format = {
  .name = "json",
  .flags = NIDA_FORMAT_PROVES_END,
  .accepts = accepts,
  .read = read_json,
};
