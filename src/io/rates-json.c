/* Exchange rates as an array of JSON objects: the monthly averages of the IMF in special drawing rights for a unit of a
 * currency ({"year", "month", "currency_id", "value"}), and the operational rates of the United Nations in units for a
 * dollar. */
#include "config.h"

#include "rates-input.h"
#include "translate.h"

#include <json-c/json.h>
#include <string.h>

#define MAX_SIZE (64u << 20)      /* bytes; decades of every currency are two million */
#define MAX_DEPTH 64

static const char * const code_keys[] = { "currency_id", "f_curr_code", "currency_code", "abbreviation", NULL };
static const char * const date_keys[] = { "effective_date", "rate_date", NULL };
static const char * const rate_keys[] = { "value", "rate", NULL };

/* --- which layout --- */

static gboolean
names_any (const char         *text,
           gsize               length,
           const char * const *keys)
{
  for (; *keys != NULL; keys++)
    {
      g_autofree char *quoted = g_strdup_printf ("\"%s\"", *keys);

      if (g_strstr_len (text, (gssize) length, quoted) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Of a byte-order mark. */
static gsize
mark_length (const char *text,
             gsize       length)
{
  return length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
}

/* The keys of the first object tell. */
static gboolean
accepts_json (const NidaInput *input)
{
  const char *start = input->head;
  const char *end = memchr (input->head, '}', input->head_length);
  gsize length = end == NULL ? 0 : (gsize) (end - start);

  start += mark_length (start, length);
  length = end == NULL ? 0 : (gsize) (end - start);
  while (length > 0 && g_ascii_isspace (*start))
    start++, length--;
  if (length == 0 || *start != '[')
    return FALSE;
  return names_any (start, length, code_keys) && names_any (start, length, rate_keys) &&
         (names_any (start, length, date_keys) || names_any (start, length, (const char *[]) { "month", NULL }));
}

/* --- one object --- */

static json_object *
find_value (json_object        *object,
            const char * const *keys)
{
  json_object *value = NULL;

  for (; *keys != NULL && value == NULL; keys++)
    json_object_object_get_ex (object, *keys, &value);
  return value;
}

/* A number as it stands in the text, or the text of a string. */
static const char *
text_of (json_object *value)
{
  if (value == NULL)
    return "";
  return json_object_is_type (value, json_type_string) ? json_object_get_string (value) : json_object_to_json_string (value);
}

static gboolean
get_month (json_object *object,
           NidaDate    *date)
{
  json_object *year, *month;
  gint64 y, m;

  if (!json_object_object_get_ex (object, "year", &year) || !json_object_object_get_ex (object, "month", &month) ||
      !json_object_is_type (year, json_type_int) || !json_object_is_type (month, json_type_int))
    return FALSE;
  y = json_object_get_int64 (year);
  m = json_object_get_int64 (month);
  if (y < 1000 || y > 2999 || m < 1 || m > 12)
    return FALSE;
  *date = nida_date_new_month ((int) y, (int) m);
  return TRUE;
}

/* The table that a rate belongs to: a month's average is of the IMF, a day's rate of the United Nations. */
static guint
table_of (NidaRatesInput *self,
          NidaDate        date)
{
  if (date.precision == NIDA_PRECISION_MONTH)
    return nida_rates_add_table (self->rates, NIDA_PUBLISHER_IMF, "XDR", NIDA_QUOTED_BASE_PER_UNIT, 0);
  return nida_rates_add_table (self->rates, NIDA_PUBLISHER_UN, "USD", NIDA_QUOTED_UNITS_PER_BASE, NIDA_MONTHLY_REACH);
}

static void
read_object (NidaRatesInput *self,
             json_object    *object,
             guint           number)
{
  json_object *code_value = find_value (object, code_keys), *date_value = find_value (object, date_keys);
  json_object *rate_value = find_value (object, rate_keys);
  const char *code_text = text_of (code_value), *rate = text_of (rate_value), *day = text_of (date_value);
  char code[4];
  NidaDate date;
  NidaDecimal quote;

  if (rate_value == NULL)
    {
      nida_rates_input_record (self, FALSE);
      return;
    }
  if (!nida_rates_parse_code (code_text, strlen (code_text), code))
    nida_rates_input_refuse (self, number, code_keys[0], code_text, -1);
  else if (date_value != NULL ? !nida_rates_parse_date (day, strlen (day), &date) : !get_month (object, &date))
    nida_rates_input_refuse (self, number, date_value != NULL ? date_keys[0] : "month", date_value != NULL ? day : NULL, -1);
  else if (!nida_decimal_parse (rate, strlen (rate), &quote))
    nida_rates_input_refuse (self, number, rate_keys[0], rate, -1);
  else if (strcmp (code, "USD") != 0 || date.precision == NIDA_PRECISION_MONTH)
    nida_rates_add (self->rates, table_of (self, date), code, date, quote);
  nida_rates_input_record (self, !self->bad);
}

/* --- the file --- */

static json_object *
parse (NidaInput   *input,
       const char  *text,
       gsize        length,
       GError     **error)
{
  json_tokener *tokener = json_tokener_new_ex (MAX_DEPTH);
  json_object *root;
  enum json_tokener_error state;
  g_autofree char *place = NULL;
  gsize end;

  json_tokener_set_flags (tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
  root = json_tokener_parse_ex (tokener, text, (int) length);
  state = json_tokener_get_error (tokener);
  end = json_tokener_get_parse_end (tokener);
  json_tokener_free (tokener);
  while (end < length && g_ascii_isspace (text[end]))
    end++;
  if (state == json_tokener_success && end == length && json_object_is_type (root, json_type_array))
    return root;
  json_object_put (root);
  place = g_strdup_printf ("%" G_GSIZE_FORMAT, end);
  if (state == json_tokener_continue)
    g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_INCOMPLETE,
                 _("“%s” ends in the middle of its table of rates. Fetch it again."), input->info->name);
  else
    g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_FORMAT,
                 /* Translators: %s is a file, %s a number of bytes */
                 _("“%s” is not a table of rates: after %s bytes it is no JSON. Fetch it again."), input->info->name, place);
  return NULL;
}

static char *
read_text (NidaInput  *input,
           gsize      *length,
           GError    **error)
{
  guint64 start = mark_length (input->head, input->head_length), size = nida_bytes_get_size (input->bytes) - start;
  g_autofree char *text = NULL;

  if (size > MAX_SIZE)
    {
      g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_TOO_LARGE,
                   _("“%s” is too large for a table of rates. Name a shorter one."), input->info->name);
      return NULL;
    }
  text = g_malloc (size + 1);
  if (nida_bytes_read (input->bytes, start, text, size, error) < 0)
    return NULL;
  text[size] = '\0';
  *length = size;
  atomic_fetch_add (&input->progress->bytes, size);
  return g_steal_pointer (&text);
}

static gboolean
read_json (NidaInput  *input,
           GError    **error)
{
  NidaRatesInput self;
  gsize length;
  g_autofree char *text = read_text (input, &length, error);
  json_object *root = text == NULL ? NULL : parse (input, text, length, error);

  if (root == NULL)
    return FALSE;
  nida_rates_input_begin (&self, input, "JSON exchange rates");
  for (gsize i = 0; i < json_object_array_length (root) && !g_cancellable_is_cancelled (input->cancellable); i++)
    {
      json_object *element = json_object_array_get_idx (root, i);

      if (json_object_is_type (element, json_type_object))
        read_object (&self, element, (guint) MIN (i + 1, G_MAXUINT));
      else
        {
          nida_rates_input_refuse (&self, (guint) MIN (i + 1, G_MAXUINT), NULL, text_of (element), -1);
          nida_rates_input_record (&self, FALSE);
        }
    }
  json_object_put (root);
  return !g_cancellable_set_error_if_cancelled (input->cancellable, error) && nida_rates_input_end (&self, error);
}

const NidaFileFormat nida_rates_json_format = {
  .name = "rates-json",
  .flags = NIDA_FORMAT_RAW | NIDA_FORMAT_PROVES_END,       /* JSON is UTF-8 */
  .accepts = accepts_json,
  .read = read_json,
};
