/* A walk over the beginning of a JSON document, which may be cut anywhere and need not be correct: the reader proves what
 * is only recognised here. */
#include "config.h"

#include "json-outline.h"

#include <string.h>

#define MAX_LEVELS 16

typedef struct {
  const char *text;
  const char *end;
  GString    *path;                        /* of the value that comes */
  gsize       path_lengths[MAX_LEVELS];    /* of the path of each object that is open */
  guint       n_objects;
  guint       n_arrays;                    /* nested in each other: nothing inside an array has a path */
  gboolean    wants_key;
} Walk;

/* The end of the text in quotes at @walk->text, behind it. */
static const char *
skip_text (Walk *walk)
{
  const char *p = walk->text + 1;

  for (; p < walk->end && *p != '"'; p++)
    p += *p == '\\';
  return MIN (p + 1, walk->end);
}

static void
set_key (Walk       *walk,
         const char *after)
{
  g_string_truncate (walk->path, walk->path_lengths[walk->n_objects - 1]);
  if (walk->path->len > 0)
    g_string_append_c (walk->path, '.');
  if (after - walk->text > 2)
    g_string_append_len (walk->path, walk->text + 1, after - walk->text - 2);
}

/* Go on to the value at @path. Its first sign is @first, or any where that is '\0'. */
static gboolean
find (Walk       *walk,
      const char *path,
      char        first)
{
  for (; walk->text < walk->end; walk->text++)
    {
      char c = *walk->text;
      gboolean is_value = c == '"' || c == '{' || c == '[';

      if (is_value && walk->n_arrays == 0 && !walk->wants_key && strcmp (walk->path->str, path) == 0 && c == first)
        return TRUE;
      if (c == '"')
        {
          const char *after = skip_text (walk);

          if (walk->wants_key && walk->n_arrays == 0)
            set_key (walk, after);
          walk->wants_key = FALSE;
          walk->text = after - 1;
        }
      else if (c == '[')
        walk->n_arrays++;
      else if (c == ']' && walk->n_arrays > 0)
        walk->n_arrays--;
      else if (walk->n_arrays > 0)
        continue;
      else if (c == '{' && walk->n_objects == MAX_LEVELS)
        return FALSE;
      else if (c == '{')
        walk->path_lengths[walk->n_objects++] = walk->path->len;
      else if (c == '}' && walk->n_objects > 0)
        g_string_truncate (walk->path, walk->path_lengths[--walk->n_objects]);
      if (walk->n_arrays == 0 && (c == '{' || c == ','))
        walk->wants_key = walk->n_objects > 0;
    }
  return FALSE;
}

gboolean
nida_json_outline_has_array (const char *text,
                             gsize       length,
                             const char *path)
{
  g_autoptr (GString) at = g_string_new (NULL);
  Walk walk = { .text = text, .end = text + length, .path = at };

  return find (&walk, path, '[');
}

char *
nida_json_outline_dup_string (const char *text,
                              gsize       length,
                              const char *path)
{
  g_autoptr (GString) at = g_string_new (NULL);
  Walk walk = { .text = text, .end = text + length, .path = at };
  const char *after;

  if (!find (&walk, path, '"'))
    return NULL;
  after = skip_text (&walk);
  return after[-1] == '"' && after - walk.text >= 2 ? g_strndup (walk.text + 1, (gsize) (after - walk.text - 2)) : NULL;
}
