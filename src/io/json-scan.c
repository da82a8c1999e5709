/* A value is followed byte by byte; errors have their place in the text and a remedy. */
#include "config.h"

#include "json-scan.h"

#include "loader.h"
#include "translate.h"

#define BLOCK (64u << 10)

/* --- places and errors --- */

/* Line and column (in characters) of the byte at @offset. Read anew: only an error asks. */
static void
find_place (NidaBytes *bytes,
            guint64    start,
            guint64    offset,
            guint     *line,
            guint     *column)
{
  g_autofree char *block = g_malloc (BLOCK);
  gssize n;

  *line = *column = 1;
  for (guint64 from = start; from < offset; from += (guint64) n)
    {
      n = nida_bytes_read (bytes, from, block, MIN (BLOCK, offset - from), NULL);
      if (n <= 0)
        return;
      for (gssize i = 0; i < n; i++)
        if (block[i] == '\n')
          (*line)++, *column = 1;
        else
          *column += ((guint8) block[i] & 0xc0) != 0x80;
    }
}

gboolean
nida_json_fail (NidaBytes   *bytes,
                guint64      start,
                guint64      offset,
                const char  *what,
                GError     **error)
{
  guint line, column;

  find_place (bytes, start, offset, &line, &column);
  /* Translators: a file, the place in it, and what is wrong there: "a comma is missing" */
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_FORMAT,
               _("“%s” is not correct JSON: line %u, column %u: %s. Fetch it again, or correct it."),
               nida_bytes_get_name (bytes), line, column, what);
  return FALSE;
}

gboolean
nida_json_fail_size (NidaBytes   *bytes,
                     guint64      start,
                     guint64      offset,
                     const char  *what,
                     GError     **error)
{
  guint line, column;

  find_place (bytes, start, offset, &line, &column);
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_TOO_LARGE,
               _("“%s”, line %u, column %u: %s. Shorten it, or look for a quote that does not close."),
               nida_bytes_get_name (bytes), line, column, what);
  return FALSE;
}

gboolean
nida_json_fail_end (NidaBytes  *bytes,
                    guint64     start,
                    guint64     offset,
                    GError    **error)
{
  guint line, column;

  find_place (bytes, start, offset, &line, &column);
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_INCOMPLETE,
               _("“%s” is cut off: its JSON ends at line %u, column %u, and is not complete there. Fetch it again."),
               nida_bytes_get_name (bytes), line, column);
  return FALSE;
}

const char *
nida_json_problem_words (enum json_tokener_error problem)
{
  switch ((int) problem)
    {
    case json_tokener_error_depth:
      return _("it is nested deeper than 64 levels");
    case json_tokener_error_parse_utf8_string:
      return _("bytes that are not UTF-8");
    case json_tokener_error_parse_number:
      return _("a number is not written correctly");
    case json_tokener_error_parse_string:
      return _("a text is not written correctly");
    case json_tokener_error_parse_object_key_name:
      return _("a name in quotes is missing");
    case json_tokener_error_parse_object_key_sep:
      return _("a colon is missing");
    case json_tokener_error_parse_array:
    case json_tokener_error_parse_object_value_sep:
      return _("a comma or a closing bracket is missing");
    default:
      return _("a character that does not belong there");
    }
}

/* --- the end of a value --- */

/* May @c stand outside of quotes? Brackets, marks, numbers, and the letters of true, false and null. */
gboolean
nida_json_is_structural (char c)
{
  static const guint8 allowed[256] = {
    ['\t'] = 1, ['\n'] = 1, ['\r'] = 1, [' '] = 1, ['"'] = 1, [','] = 1, [':'] = 1, ['['] = 1, [']'] = 1, ['{'] = 1, ['}'] = 1,
    ['+'] = 1, ['-'] = 1, ['.'] = 1, ['0' ... '9'] = 1, ['E'] = 1,
    ['a'] = 1, ['e'] = 1, ['f'] = 1, ['l'] = 1, ['n'] = 1, ['r'] = 1, ['s'] = 1, ['t'] = 1, ['u'] = 1,
  };

  return allowed[(guint8) c];
}

/* Take @c as the next byte of a value. TRUE when it is the last one, or with @problem. */
static inline gboolean
scan_byte (NidaJsonScan *scan,
           char          c,
           guint64       offset,
           const char  **problem)
{
  if (scan->in_text)
    {
      if (c == '\0')
        *problem = _("a zero byte");
      else if (scan->escaped)
        scan->escaped = FALSE;
      else if (c == '\\')
        scan->escaped = TRUE;
      else if (c == '"')
        {
          scan->in_text = FALSE;
          scan->longest = MAX (scan->longest, offset - scan->text_offset);
        }
      return *problem != NULL || (!scan->in_text && scan->depth == 0);
    }
  switch (c)
    {
    case '"':
      scan->in_text = TRUE;
      scan->text_offset = offset;
      return FALSE;
    case '{':
    case '[':
      if (scan->depth == scan->max_depth)
        *problem = _("it is nested deeper than 64 levels");
      else
        scan->closing[scan->depth++] = c == '{' ? '}' : ']';
      return *problem != NULL;
    case '}':
    case ']':
      if (scan->depth == 0 || scan->closing[--scan->depth] != (guint8) c)
        *problem = _("a bracket closes that was not opened");
      return scan->depth == 0 || *problem != NULL;
    default:
      if (!nida_json_is_structural (c))
        *problem = c == '\0' ? _("a zero byte") : _("a character that does not belong there");
      return *problem != NULL;
    }
}

gsize
nida_json_scan (NidaJsonScan  *scan,
                const char    *bytes,
                gsize          length,
                guint64        offset,
                gboolean      *ended,
                const char   **problem)
{
  gsize i = 0;

  *ended = FALSE;
  while (i < length && !*ended)
    {
      *ended = scan_byte (scan, bytes[i], offset + i, problem);
      i++;
    }
  return i;
}
