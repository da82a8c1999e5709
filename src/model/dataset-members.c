/* Cells that list several names: "SYR, TUR", "Health; Education".
 *
 * A comma alone does not make a list ("Housing, Land and Property"), so a cell is split only into names that stand alone
 * elsewhere in the field, or that a reader knows. A part may hold commas itself: the longest known name is tried first. */
#include "dataset-members.h"

#include <string.h>

#define MAX_PARTS 256       /* of one cell; a longer one stays whole */

typedef struct {
  const char *text;         /* trimmed, in the cell */
  gsize       length;
} Part;

typedef struct {
  NidaDictionary *dictionary;
  GHashTable     *vocabulary;
  const gboolean *is_list;              /* by code: already found to be a list, so no name that stands alone */
  guint32         n_codes;              /* entries that were there before; members added later come behind */
  guint32         cell;                 /* the entry that is being split */
  Part            parts[MAX_PARTS];
  guint           n_parts;
  gboolean        is_dead[MAX_PARTS];   /* no split begins at this part */
  guint32         members[MAX_PARTS];
  guint           n_members;
} Splitter;

/* Length of the mark between two names that begins at @p, or 0: comma, Arabic comma, semicolons, " | ". */
static gsize
separator_length (const char *p)
{
  if (*p == ',' || *p == ';')
    return 1;
  if (p[0] == ' ' && p[1] == '|' && p[2] == ' ')
    return 3;
  if (strncmp (p, "،", 2) == 0 || strncmp (p, "؛", 2) == 0)
    return 2;
  return 0;
}

static Part
trimmed (const char *start,
         const char *end)
{
  while (start < end && g_ascii_isspace (*start))
    start++;
  while (end > start && g_ascii_isspace (end[-1]))
    end--;
  return (Part) { start, end - start };
}

/* Cut the cell at every mark. Returns FALSE when it has none, too many, or nothing between two. */
static gboolean
cut (Splitter   *self,
     const char *cell)
{
  const char *start = cell;

  self->n_parts = 0;
  for (const char *p = cell;; )
    {
      gsize length = *p == '\0' ? 0 : separator_length (p);

      if (*p != '\0' && length == 0)
        {
          p++;
          continue;
        }
      if (self->n_parts == MAX_PARTS)
        return FALSE;
      self->parts[self->n_parts] = trimmed (start, p);
      if (self->parts[self->n_parts++].length == 0)
        return FALSE;
      if (*p == '\0')
        return self->n_parts > 1;
      start = p += length;
    }
}

/* The code of a name that stands alone or is known, or 0. */
static guint32
find_name (Splitter   *self,
           const char *text,
           gsize       length)
{
  guint32 code = nida_dictionary_lookup (self->dictionary, text, length);

  if (code != 0 && code != self->cell && code <= self->n_codes && !self->is_list[code])
    return code;
  if (self->vocabulary != NULL)
    {
      g_autofree char *name = g_strndup (text, length);

      if (g_hash_table_contains (self->vocabulary, name))
        return nida_dictionary_intern (self->dictionary, text, length);
    }
  return 0;
}

static void
add_member (Splitter *self,
            guint32   code)
{
  for (guint i = 0; i < self->n_members; i++)
    if (self->members[i] == code)
      return;
  self->members[self->n_members++] = code;
}

/* Split the parts from @first on into known names, the longest first; the members are added from the last to the first. */
static gboolean
match (Splitter *self,
       guint     first)
{
  const char *start = self->parts[first].text;

  if (self->is_dead[first])
    return FALSE;
  for (guint last = self->n_parts; last > first; last--)
    {
      const Part *end = &self->parts[last - 1];
      guint32 code = find_name (self, start, end->text + end->length - start);

      if (code != 0 && (last == self->n_parts || match (self, last)))
        {
          add_member (self, code);
          return TRUE;
        }
    }
  self->is_dead[first] = TRUE;
  return FALSE;
}

static void
reverse (guint32 *codes,
         guint    n)
{
  for (guint i = 0; i < n / 2; i++)
    {
      guint32 code = codes[i];

      codes[i] = codes[n - 1 - i];
      codes[n - 1 - i] = code;
    }
}

/* Is this entry to be left whole, whatever it looks like? */
static gboolean
is_whole (Splitter   *self,
          guint32     code,
          const char *name)
{
  guint n;

  return nida_dictionary_get_ref (self->dictionary, code) != NULL ||
         nida_dictionary_get_members (self->dictionary, code, &n) != NULL ||
         (self->vocabulary != NULL && g_hash_table_contains (self->vocabulary, name));
}

static gboolean
split_entry (Splitter *self,
             guint32   code)
{
  const char *name = nida_dictionary_get_name (self->dictionary, code);

  if (is_whole (self, code, name) || !cut (self, name))
    return FALSE;
  self->cell = code;
  self->n_members = 0;
  memset (self->is_dead, 0, sizeof self->is_dead);
  if (!match (self, 0))
    return FALSE;
  reverse (self->members, self->n_members);
  nida_dictionary_set_members (self->dictionary, code, self->members, self->n_members);
  return TRUE;
}

/* Entries that might be lists, the shorter first: a longer one may hold them. */
static int
compare_lengths (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;
  gsize n_x = strlen (nida_dictionary_get_name (data, x));
  gsize n_y = strlen (nida_dictionary_get_name (data, y));

  return n_x != n_y ? (n_x < n_y ? -1 : 1) : (x > y) - (x < y);
}

static gboolean
has_separator (const char *name)
{
  for (; *name != '\0'; name++)
    if (separator_length (name) > 0)
      return TRUE;
  return FALSE;
}

void
nida_members_split (NidaDictionary *dictionary,
                    GHashTable     *vocabulary)
{
  guint32 size = nida_dictionary_get_size (dictionary);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree gboolean *is_list = g_new0 (gboolean, size + 1);
  g_autofree Splitter *self = NULL;

  for (guint32 code = 1; code <= size; code++)
    if (has_separator (nida_dictionary_get_name (dictionary, code)))
      g_array_append_val (candidates, code);
  if (candidates->len == 0)
    return;
  g_array_sort_with_data (candidates, compare_lengths, dictionary);
  self = g_new0 (Splitter, 1);
  self->dictionary = dictionary;
  self->vocabulary = vocabulary;
  self->is_list = is_list;
  self->n_codes = size;
  for (guint i = 0; i < candidates->len; i++)
    {
      guint32 code = g_array_index (candidates, guint32, i);
      guint n;

      is_list[code] = nida_dictionary_get_members (dictionary, code, &n) != NULL || split_entry (self, code);
    }
}

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  return strcmp (nida_dictionary_get_name (data, *(const guint32 *) a),
                 nida_dictionary_get_name (data, *(const guint32 *) b));
}

/* The distinct @codes without 0, by the code points of their names. Returns how many. */
static guint
sort_codes (NidaDictionary *dictionary,
            guint32        *codes,
            guint           n_codes)
{
  guint n = 0;

  g_qsort_with_data (codes, n_codes, sizeof *codes, compare_names, dictionary);
  for (guint i = 0; i < n_codes; i++)
    if (codes[i] != 0 && (n == 0 || codes[n - 1] != codes[i]))
      codes[n++] = codes[i];
  return n;
}

guint32
nida_members_intern (NidaDictionary *dictionary,
                     const guint32  *codes,
                     guint           n_codes)
{
  g_autofree guint32 *sorted = g_memdup2 (codes, n_codes * sizeof *codes);
  g_autoptr (GString) name = g_string_new (NULL);
  guint32 code;
  guint n;

  n_codes = sort_codes (dictionary, sorted, n_codes);
  if (n_codes < 2)
    return n_codes == 0 ? 0 : sorted[0];
  for (guint i = 0; i < n_codes; i++)
    g_string_append_printf (name, "%s%s", i > 0 ? ", " : "", nida_dictionary_get_name (dictionary, sorted[i]));
  code = nida_dictionary_intern (dictionary, name->str, name->len);
  if (nida_dictionary_get_members (dictionary, code, &n) == NULL)
    nida_dictionary_set_members (dictionary, code, sorted, n_codes);
  return code;
}
