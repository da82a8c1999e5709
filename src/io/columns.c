/* Header names and hashtags, folded so that spelling does not matter, and their search in a format's table. */
#include "config.h"

#include "columns.h"

#include "dictionary.h"
#include "translate.h"

#include <string.h>

/* Marks that do not make another word: the vowel signs and the tatweel. */
static gboolean
is_arabic_mark (gunichar c)
{
  return (c >= 0x064b && c <= 0x0652) || c == 0x0670 || c == 0x0640;
}

static gunichar
fold_letter (gunichar c)
{
  switch (c)
    {
    case 0x0622: case 0x0623: case 0x0625:  /* آ أ إ */
      return 0x0627;
    case 0x0649:                            /* ى */
      return 0x064a;
    case 0x0629:                            /* ة */
      return 0x0647;
    case ' ': case '-': case 0x00a0:
      return '_';
    default:
      return g_unichar_tolower (c);
    }
}

static gboolean
is_invisible (gunichar c)
{
  return c == 0xfeff || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

char *
nida_header_fold (const char *name)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (name));
  GString *folded = g_string_new (NULL);

  for (const char *p = trimmed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_arabic_mark (c) && !is_invisible (c))
        g_string_append_unichar (folded, fold_letter (c));
    }
  return g_string_free (folded, FALSE);
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* The order of a hashtag's attributes means nothing, so they are sorted; nor does white space before them. */
static char *
normalise_tag (const char *tag)
{
  g_autofree char *lower = g_ascii_strdown (tag, -1);
  g_auto (GStrv) parts = g_strsplit_set (lower, "+ \t", -1);
  g_autoptr (GPtrArray) attributes = g_ptr_array_new ();

  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_ptr_array_add (attributes, parts[i]);
  g_ptr_array_sort (attributes, compare_strings);
  g_ptr_array_insert (attributes, 0, parts[0] != NULL ? parts[0] : (char *) "");
  g_ptr_array_add (attributes, NULL);
  return g_strjoinv ("+", (char **) attributes->pdata);
}

/* Cells are valid here: the reader repairs a record before it is looked at. */
static char *
dup_cell (const NidaCell *cell)
{
  return g_strstrip (g_utf8_make_valid (cell->text, cell->length));
}

/**
 * nida_header_new:
 *
 * Returns: (transfer full): the columns that @record, the first of a file, names
 */
NidaHeader *
nida_header_new (const NidaRecord *record)
{
  NidaHeader *self = g_new0 (NidaHeader, 1);

  self->n_columns = record->n_cells;
  self->names = g_new0 (char *, record->n_cells + 1);
  self->folded = g_new0 (char *, record->n_cells + 1);
  for (guint i = 0; i < record->n_cells; i++)
    {
      self->names[i] = dup_cell (&record->cells[i]);
      self->folded[i] = nida_header_fold (self->names[i]);
    }
  return self;
}

void
nida_header_free (NidaHeader *self)
{
  g_strfreev (self->names);
  g_strfreev (self->folded);
  g_strfreev (self->tags);
  g_free (self);
}

static gboolean
is_tag_row (const NidaRecord *record)
{
  gboolean any = FALSE;

  for (guint i = 0; i < record->n_cells; i++)
    {
      if (record->cells[i].length == 0)
        continue;
      if (record->cells[i].text[0] != '#')
        return FALSE;
      any = TRUE;
    }
  return any;
}

gboolean
nida_header_take_tags (NidaHeader       *self,
                       const NidaRecord *record)
{
  if (record->n_cells != self->n_columns || !is_tag_row (record))
    return FALSE;

  self->tags = g_new0 (char *, record->n_cells + 1);
  for (guint i = 0; i < record->n_cells; i++)
    {
      g_autofree char *tag = dup_cell (&record->cells[i]);

      self->tags[i] = normalise_tag (tag);
    }
  return TRUE;
}

/* The one place of @text in @texts; -1 when it is not there, -2 when it is there twice. */
static int
find_one (const NidaHeader  *self,
          char             **texts,
          const char        *text)
{
  int found = -1;

  if (texts == NULL || text == NULL)
    return -1;
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (strcmp (texts[i], text) != 0)
        continue;
      if (found >= 0)
        return -2;
      found = (int) i;
    }
  return found;
}

static gboolean
is_known_tag (const NidaColumn *columns,
              guint             n_columns,
              const char       *tag)
{
  for (guint i = 0; i < n_columns; i++)
    if (columns[i].tag != NULL && strcmp (columns[i].tag, tag) == 0)
      return TRUE;
  return FALSE;
}

/* Tags decide where there are any; names where two columns carry one tag, where the named column's tag says nothing to
 * this format, or where the file has no tags. */
static int
find_column (const NidaHeader *self,
             const NidaColumn *column,
             const NidaColumn *columns,
             guint             n_columns)
{
  int by_tag = find_one (self, self->tags, column->tag);
  int by_name = find_one (self, self->folded, column->name);

  if (by_tag >= 0)
    return by_tag;
  if (by_name >= 0 && by_tag == -1 && self->tags != NULL && is_known_tag (columns, n_columns, self->tags[by_name]))
    return -1;
  return MAX (by_name, -1);
}

gboolean
nida_header_match (const NidaHeader *self,
                   const NidaColumn *columns,
                   guint             n_columns,
                   gint16            roles[NIDA_MAX_ROLES])
{
  gboolean required[NIDA_MAX_ROLES] = { FALSE };

  for (guint role = 0; role < NIDA_MAX_ROLES; role++)
    roles[role] = -1;
  for (guint i = 0; i < n_columns; i++)
    {
      required[columns[i].role] |= columns[i].required;
      if (roles[columns[i].role] < 0)
        roles[columns[i].role] = (gint16) find_column (self, &columns[i], columns, n_columns);
    }
  for (guint role = 0; role < NIDA_MAX_ROLES; role++)
    if (required[role] && roles[role] < 0)
      return FALSE;
  return TRUE;
}

const char *
nida_header_find_doubled (const NidaHeader *self,
                          const NidaColumn *columns,
                          guint             n_columns,
                          guint             role)
{
  for (guint i = 0; i < n_columns; i++)
    {
      if (columns[i].role != role || find_one (self, self->folded, columns[i].name) != -2)
        continue;
      for (guint column = 0; column < self->n_columns; column++)
        if (strcmp (self->folded[column], columns[i].name) == 0)
          return self->names[column];
    }
  return NULL;
}

char *
nida_header_list (const NidaHeader *self,
                  guint             max)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < self->n_columns && i < max; i++)
    {
      g_autofree char *name = nida_name_clean (self->names[i]);

      if (i > 0)
        g_string_append (list, _(", "));
      g_string_append_printf (list, "“%s”", name);
    }
  if (self->n_columns > max)
    g_string_append (list, " …");
  return g_string_free (list, FALSE);
}
