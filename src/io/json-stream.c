/* JSON in pieces. A small scanner (json-scan.c) finds where the elements of the wanted arrays begin and end, and json-c reads each of
 * them, then what is left. What json-c lets pass and JSON does not (NaN, 'quotes', comments) the scanner refuses. */
#include "config.h"

#include "json-stream.h"

#include "json-scan.h"
#include "translate.h"

#include <string.h>

#define BLOCK      (64u << 10)
#define MAX_LEVELS 6              /* objects around an array that is taken apart */

typedef enum {
  BEFORE_VALUE, BEFORE_KEY_OR_END, BEFORE_KEY, BEFORE_COLON, AFTER_VALUE, BEFORE_ELEMENT_OR_END, BEFORE_ELEMENT,
  AFTER_ELEMENT, AT_END,
} State;

/* A piece of the envelope that came from one place. */
typedef struct { gsize at; guint64 offset; } Piece;

struct _NidaJsonStream {
  NidaBytes    *bytes;
  NidaProgress *progress;
  GCancellable *cancellable;
  char        **paths;
  guint64       start;

  char         *block;
  guint64       block_offset;     /* of block[0] */
  gsize         block_length;
  gsize         at;               /* in block */

  State         state;
  GString      *path;             /* of the value that comes, or of the array that is read */
  gsize         path_lengths[MAX_LEVELS];    /* of the path of each object that is open */
  guint         n_levels;
  guint         n_elements;
  gboolean      several;          /* documents may follow each other */

  GString      *envelope;
  GArray       *pieces;           /* Piece */
  GString      *text;             /* of the element */
  json_tokener *tokener;
  json_object  *object;           /* the element */
  json_object  *rest;             /* the envelope, once it is whole */
};

NidaJsonStream *
nida_json_stream_new (NidaBytes          *bytes,
                      guint64             start,
                      const char * const *paths,
                      NidaProgress       *progress,
                      GCancellable       *cancellable)
{
  NidaJsonStream *self = g_new0 (NidaJsonStream, 1);

  self->bytes = nida_bytes_ref (bytes);
  self->progress = progress;
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->paths = g_strdupv ((char **) paths);
  self->start = self->block_offset = start;
  self->block = g_malloc (BLOCK);
  self->path = g_string_new (NULL);
  self->envelope = g_string_new (NULL);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  self->text = g_string_new (NULL);
  self->tokener = json_tokener_new_ex (NIDA_JSON_MAX_DEPTH);
  json_tokener_set_flags (self->tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
  return self;
}

void
nida_json_stream_free (NidaJsonStream *self)
{
  json_object_put (self->object);
  json_object_put (self->rest);
  json_tokener_free (self->tokener);
  g_string_free (self->text, TRUE);
  g_string_free (self->envelope, TRUE);
  g_string_free (self->path, TRUE);
  g_array_unref (self->pieces);
  g_strfreev (self->paths);
  g_free (self->block);
  g_clear_object (&self->cancellable);
  nida_bytes_unref (self->bytes);
  g_free (self);
}

/* --- bytes --- */

/* Have a byte at self->at. FALSE at the end of the bytes, or with @error. */
static gboolean
fill (NidaJsonStream  *self,
      GError         **error)
{
  gssize n;

  if (self->at < self->block_length)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  self->block_offset += self->block_length;
  self->at = self->block_length = 0;
  n = nida_bytes_read (self->bytes, self->block_offset, self->block, BLOCK, error);
  if (n <= 0)
    return FALSE;
  self->block_length = (gsize) n;
  if (self->progress != NULL)
    atomic_fetch_add (&self->progress->bytes, (guint64) n);
  return TRUE;
}

static inline guint64
offset_of (const NidaJsonStream *self)
{
  return self->block_offset + self->at;
}

static inline gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/* The next byte that is no white space stays the next one. FALSE at the end of the bytes, or with @error. */
static gboolean
peek (NidaJsonStream  *self,
      char            *c,
      GError         **error)
{
  while (fill (self, error))
    {
      *c = self->block[self->at];
      if (!is_space (*c))
        return TRUE;
      self->at++;
    }
  return FALSE;
}

/* --- errors --- */

static gboolean
fail (NidaJsonStream  *self,
      guint64          offset,
      const char      *what,
      GError         **error)
{
  return nida_json_fail (self->bytes, self->start, offset, what, error);
}

static gboolean
fail_size (NidaJsonStream  *self,
           guint64          offset,
           const char      *what,
           GError         **error)
{
  return nida_json_fail_size (self->bytes, self->start, offset, what, error);
}

static gboolean
fail_end (NidaJsonStream  *self,
          guint64          offset,
          GError         **error)
{
  return nida_json_fail_end (self->bytes, self->start, offset, error);
}

/* --- values --- */

/* Append the number or word that comes to @to. */
static gboolean
take_word (NidaJsonStream  *self,
           GString         *to,
           GError         **error)
{
  GError *failure = NULL;
  gboolean any = FALSE;

  while (fill (self, &failure))
    {
      char c = self->block[self->at];

      if (is_space (c) || (c != '\0' && strchr ("{}[],:\"", c) != NULL))
        break;
      if (!nida_json_is_structural (c))
        return fail (self, offset_of (self), c == '\0' ? _("a zero byte") : _("a character that does not belong there"),
                     error);
      g_string_append_c (to, c);
      self->at++;
      any = TRUE;
      if (to->len > NIDA_JSON_MAX_RECORD)
        return fail_size (self, offset_of (self), _("a record is longer than 16 MiB"), error);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  return any || fail (self, offset_of (self), _("a value is missing"), error);
}

/* Append the value that begins at the next byte to @to. */
static gboolean
take_value (NidaJsonStream  *self,
            GString         *to,
            GError         **error)
{
  char first = self->block[self->at];
  NidaJsonScan scan = { .max_depth = NIDA_JSON_MAX_DEPTH - self->n_levels - (self->state == BEFORE_ELEMENT) };
  const char *problem = NULL;
  GError *failure = NULL;

  if (first != '{' && first != '[' && first != '"')
    return take_word (self, to, error);
  while (fill (self, &failure))
    {
      gsize from = self->at;
      gboolean ended;

      self->at += nida_json_scan (&scan, self->block + from, self->block_length - from, offset_of (self), &ended, &problem);
      if (problem != NULL)
        return fail (self, offset_of (self) - 1, problem, error);
      g_string_append_len (to, self->block + from, (gssize) (self->at - from));
      if (MAX (scan.longest, scan.in_text ? offset_of (self) - scan.text_offset : 0) > NIDA_JSON_MAX_FIELD + 1)
        return fail_size (self, scan.text_offset, _("a text is longer than 1 MiB"), error);
      if (to->len > NIDA_JSON_MAX_RECORD)
        return fail_size (self, offset_of (self), _("a record is longer than 16 MiB"), error);
      if (ended)
        return TRUE;
    }
  if (failure == NULL)
    return fail_end (self, offset_of (self), error);
  g_propagate_error (error, failure);
  return FALSE;
}

/* Have json-c read @text. @problem_at: where in it something is wrong. */
static gboolean
parse (NidaJsonStream           *self,
       const GString            *text,
       json_object             **object,
       gsize                    *problem_at,
       enum json_tokener_error  *problem)
{
  json_tokener_reset (self->tokener);
  *object = json_tokener_parse_ex (self->tokener, text->str, (int) text->len + 1);
  *problem = json_tokener_get_error (self->tokener);
  *problem_at = json_tokener_get_parse_end (self->tokener);
  return *problem == json_tokener_success;
}

/* --- the envelope --- */

static void
keep (NidaJsonStream *self,
      char            c)
{
  Piece piece = { self->envelope->len, offset_of (self) };

  g_array_append_val (self->pieces, piece);
  g_string_append_c (self->envelope, c);
  self->at++;
}

/* Take a value into the envelope. */
static gboolean
keep_value (NidaJsonStream  *self,
            GError         **error)
{
  Piece piece = { self->envelope->len, offset_of (self) };

  g_array_append_val (self->pieces, piece);
  return take_value (self, self->envelope, error);
}

static gboolean
read_envelope (NidaJsonStream  *self,
               GError         **error)
{
  enum json_tokener_error problem;
  guint64 offset = self->start;
  gsize at;

  if (parse (self, self->envelope, &self->rest, &at, &problem))
    return TRUE;
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      if (piece->at <= at)
        offset = piece->offset + at - piece->at;
    }
  return fail (self, offset, nida_json_problem_words (problem), error);
}

/* --- paths --- */

static gboolean
is_wanted (NidaJsonStream *self)
{
  return self->paths == NULL || g_strv_contains ((const char * const *) self->paths, self->path->str);
}

/* May a wanted array stand inside the object that comes? */
static gboolean
leads_on (NidaJsonStream *self)
{
  if (self->n_levels == MAX_LEVELS)
    return FALSE;
  if (self->paths == NULL || self->path->len == 0)
    return TRUE;
  for (guint i = 0; self->paths[i] != NULL; i++)
    if (g_str_has_prefix (self->paths[i], self->path->str) && self->paths[i][self->path->len] == '.')
      return TRUE;
  return FALSE;
}

/* The key in quotes that was just kept, from @from on, becomes the last part of the path. */
static void
set_key (NidaJsonStream *self,
         gsize           from)
{
  g_string_truncate (self->path, self->path_lengths[self->n_levels - 1]);
  if (self->path->len > 0)
    g_string_append_c (self->path, '.');
  g_string_append_len (self->path, self->envelope->str + from + 1, (gssize) (self->envelope->len - from - 2));
}

/* Without names of arrays, one is taken apart when its first element is an object. */
static gboolean
begins_with_object (NidaJsonStream *self)
{
  char c[BLOCK / 64];
  gssize n = nida_bytes_read (self->bytes, offset_of (self) + 1, c, sizeof c, NULL);

  for (gssize i = 0; i < n; i++)
    if (!is_space (c[i]))
      return c[i] == '{';
  return FALSE;
}

/* --- the walk --- */

static gboolean
begin_value (NidaJsonStream  *self,
             char             c,
             GError         **error)
{
  if (c == '[' && is_wanted (self) && (self->paths != NULL || begins_with_object (self)))
    {
      keep (self, c);
      if (!self->several)
        self->n_elements = 0;
      self->state = BEFORE_ELEMENT_OR_END;
    }
  else if (c == '{' && leads_on (self))
    {
      keep (self, c);
      self->path_lengths[self->n_levels++] = self->path->len;
      self->state = BEFORE_KEY_OR_END;
    }
  else if (keep_value (self, error))
    self->state = self->n_levels > 0 ? AFTER_VALUE : AT_END;
  else
    return FALSE;
  return TRUE;
}

static gboolean
begin_key (NidaJsonStream  *self,
           char             c,
           GError         **error)
{
  gsize from = self->envelope->len;

  if (c != '"')
    return fail (self, offset_of (self), _("a name in quotes is missing"), error);
  if (!keep_value (self, error))
    return FALSE;
  set_key (self, from);
  self->state = BEFORE_COLON;
  return TRUE;
}

static void
end_object (NidaJsonStream *self)
{
  keep (self, '}');
  g_string_truncate (self->path, self->path_lengths[--self->n_levels]);
  self->state = self->n_levels > 0 ? AFTER_VALUE : AT_END;
}

/* One step outside of the elements. */
static gboolean
step (NidaJsonStream  *self,
      char             c,
      GError         **error)
{
  switch (self->state)
    {
    case BEFORE_VALUE:
      return begin_value (self, c, error);
    case BEFORE_KEY_OR_END:
      if (c == '}')
        {
          end_object (self);
          return TRUE;
        }
      return begin_key (self, c, error);
    case BEFORE_KEY:
      return begin_key (self, c, error);
    case BEFORE_COLON:
      if (c != ':')
        return fail (self, offset_of (self), _("a colon is missing"), error);
      keep (self, c);
      self->state = BEFORE_VALUE;
      return TRUE;
    case AFTER_VALUE:
      if (c == '}')
        {
          end_object (self);
          return TRUE;
        }
      if (c != ',')
        return fail (self, offset_of (self), _("a comma or a closing bracket is missing"), error);
      keep (self, c);
      self->state = BEFORE_KEY;
      return TRUE;
    default:
      return fail (self, offset_of (self), _("something follows the end of the document"), error);
    }
}

static gboolean
read_element (NidaJsonStream   *self,
              NidaJsonElement  *element,
              GError          **error)
{
  enum json_tokener_error problem;
  guint64 offset = offset_of (self);
  gsize at;

  g_string_truncate (self->text, 0);
  json_object_put (g_steal_pointer (&self->object));
  self->state = BEFORE_ELEMENT;
  if (!take_value (self, self->text, error))
    return FALSE;
  if (!parse (self, self->text, &self->object, &at, &problem))
    return fail (self, offset + at, nida_json_problem_words (problem), error);
  self->state = AFTER_ELEMENT;
  *element = (NidaJsonElement) { self->object, self->path->str, offset, (guint32) self->text->len, ++self->n_elements };
  return TRUE;
}

/* Around the elements of an array. TRUE with @found when one was read. */
static gboolean
step_in_array (NidaJsonStream   *self,
               char              c,
               NidaJsonElement  *element,
               gboolean         *found,
               GError          **error)
{
  if (c == ']' && self->state != BEFORE_ELEMENT)
    {
      keep (self, c);
      self->state = self->n_levels > 0 ? AFTER_VALUE : AT_END;
      return TRUE;
    }
  if (self->state == AFTER_ELEMENT)
    {
      if (c != ',')
        return fail (self, offset_of (self), _("a comma or a closing bracket is missing"), error);
      self->at++;
      self->state = BEFORE_ELEMENT;
      return TRUE;
    }
  *found = read_element (self, element, error);
  return *found;
}

gboolean
nida_json_stream_next (NidaJsonStream   *self,
                       NidaJsonElement  *element,
                       GError          **error)
{
  GError *failure = NULL;
  gboolean found = FALSE;
  char c;

  while (peek (self, &c, &failure) && !(self->several && self->state == AT_END && (c == '{' || c == '[')))
    {
      gboolean ok = self->state >= BEFORE_ELEMENT_OR_END && self->state <= AFTER_ELEMENT
                    ? step_in_array (self, c, element, &found, error) : step (self, c, error);

      if (!ok || found)
        return ok;
    }
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (self->state != AT_END)
    return fail_end (self, offset_of (self), error);
  if (self->rest == NULL)
    read_envelope (self, error);
  return FALSE;
}

void
nida_json_stream_set_several (NidaJsonStream *self)
{
  self->several = TRUE;
}

gboolean
nida_json_stream_next_document (NidaJsonStream *self)
{
  if (!self->several || self->state != AT_END || self->at == self->block_length)
    return FALSE;
  json_object_put (g_steal_pointer (&self->rest));
  g_string_truncate (self->envelope, 0);
  g_string_truncate (self->path, 0);
  g_array_set_size (self->pieces, 0);
  self->state = BEFORE_VALUE;
  return TRUE;
}

json_object *
nida_json_stream_get_envelope (NidaJsonStream *self)
{
  return self->rest;
}

/**
 * nida_json_looks_like:
 *
 * Returns: whether the first signs of @text are those of an object or of an array of objects
 */
gboolean
nida_json_looks_like (const char *text,
                      gsize       length)
{
  char first = '\0';

  for (gsize i = 0; i < length; i++)
    {
      if (is_space (text[i]))
        continue;
      if (first == '{')
        return text[i] == '"' || text[i] == '}';
      if (first == '[')
        return text[i] == '{' || text[i] == ']' || text[i] == '[';
      if (text[i] != '{' && text[i] != '[')
        return FALSE;
      first = text[i];
    }
  return FALSE;
}
