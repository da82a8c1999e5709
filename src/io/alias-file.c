/* The file: CSV in UTF-8 with the columns kind, name, is, and where they are needed is_ar (what the kept name is called in
 * Arabic) and not (a name that looks like it and is another). A line says that a name is another or that it is not.
 *
 * A wrong alias is a wrong figure, so a file that is not wholly understood is refused with the line that is wrong. */
#include "config.h"

#include "alias-file.h"

#include "columns.h"
#include "csv-tokenizer.h"
#include "loader.h"
#include "nida-csv.h"
#include "safe-file.h"
#include "translate.h"

#include <glib/gstdio.h>
#include <string.h>

#define MAX_SIZE (16 * 1024 * 1024)

enum { COLUMN_KIND, COLUMN_NAME, COLUMN_IS, COLUMN_ARABIC, COLUMN_NOT, N_COLUMNS };

static const NidaColumn file_columns[] = {
  { COLUMN_KIND, FALSE, "kind", NULL },
  { COLUMN_NAME, TRUE, "name", NULL },
  { COLUMN_IS, TRUE, "is", NULL },
  { COLUMN_ARABIC, FALSE, "is_ar", NULL },
  { COLUMN_NOT, FALSE, "not", NULL },
};

typedef struct {
  const char  *file;
  NidaHeader  *header;
  gint16       roles[NIDA_MAX_ROLES];
  guint        line;
  NidaAliases *aliases;
  GHashTable  *lines;       /* of each name: where it stands */
} Reader;

/* --- reading --- */

#define REFUSE(self, error, ...)                                                                              \
  G_STMT_START {                                                                                              \
    g_autofree char *wrong = g_strdup_printf (__VA_ARGS__);                                                   \
    /* Translators: the name of a file, a line of it, then a sentence that says what is wrong there */        \
    g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_FORMAT, _("“%1$s”, line %2$u: %3$s"), (self)->file,  \
                 (self)->line, wrong);                                                                        \
  } G_STMT_END

static char *
dup_role (const Reader     *self,
          const NidaRecord *record,
          guint             role)
{
  int column = self->roles[role];

  return column < 0 ? g_strdup ("") : nida_cell_dup (nida_csv_unguard (nida_cell_trim (record->cells[column])));
}

static gboolean
read_header (Reader            *self,
             const NidaRecord  *record,
             GError           **error)
{
  self->header = nida_header_new (record);
  if (nida_header_match (self->header, file_columns, G_N_ELEMENTS (file_columns), self->roles))
    return TRUE;
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_COLUMNS,
               /* Translators: name and is are headings of columns and stay as they are */
               _("“%s” is no list of names that are one: it needs the columns name and is."), self->file);
  return FALSE;
}

/* Another line that says the same does no harm; one that says something else does. */
static gboolean
read_alias (Reader         *self,
            NidaAliasKind   kind,
            const char     *name,
            const char     *is,
            const char     *arabic,
            GError        **error)
{
  const char *before = nida_aliases_get (self->aliases, kind, name);

  if (strcmp (name, is) == 0)
    return TRUE;
  if (before != NULL && strcmp (before, is) != 0)
    {
      REFUSE (self, error, _("“%1$s” is already “%2$s”, as line %3$u says. A name can be one other only."), name, before,
              GPOINTER_TO_UINT (g_hash_table_lookup (self->lines, name)));
      return FALSE;
    }
  if (before == NULL || *arabic != '\0')
    nida_aliases_add (self->aliases, kind, name, is, *arabic != '\0' ? arabic : NULL);
  if (before == NULL)
    g_hash_table_insert (self->lines, g_strdup (name), GUINT_TO_POINTER (self->line));
  return TRUE;
}

static gboolean
read_words (Reader            *self,
            const NidaRecord  *record,
            GError           **error)
{
  g_autofree char *word = dup_role (self, record, COLUMN_KIND);
  g_autofree char *name = dup_role (self, record, COLUMN_NAME);
  g_autofree char *is = dup_role (self, record, COLUMN_IS);
  g_autofree char *arabic = dup_role (self, record, COLUMN_ARABIC);
  g_autofree char *not = dup_role (self, record, COLUMN_NOT);
  NidaAliasKind kind = NIDA_ALIAS_ORGANISATION;

  if (*word != '\0' && !nida_alias_kind_from_word (word, &kind))
    {
      /* Translators: kind is the heading of a column */
      REFUSE (self, error, _("“%1$s” is no kind of name. The kind is “%2$s”."), word,
              nida_alias_kind_get_word (NIDA_ALIAS_ORGANISATION));
      return FALSE;
    }
  if (*name == '\0' || (*is == '\0') == (*not == '\0'))
    {
      /* Translators: name, is and not are headings of columns */
      REFUSE (self, error, "%s", _("It must have a name, and either what it is or what it is not."));
      return FALSE;
    }
  if (*not == '\0')
    return read_alias (self, kind, name, is, arabic, error);
  nida_aliases_set_apart (self->aliases, kind, name, not);
  return TRUE;
}

static gboolean
read_record (Reader            *self,
             const NidaRecord  *record,
             GError           **error)
{
  if (record->n_cells == 1 && nida_cell_trim (record->cells[0]).length == 0)
    return TRUE;
  self->line = record->line;
  if (record->open)
    REFUSE (self, error, "%s", _("A quotation mark is never closed."));
  else if (self->header == NULL)
    return read_header (self, record, error);
  else if (record->n_cells != self->header->n_columns)
    REFUSE (self, error, "%s", _("The number of cells is not that of the header."));
  else
    return read_words (self, record, error);
  return FALSE;
}

static gboolean
read_records (Reader      *self,
              const char  *text,
              gsize        length,
              GError     **error)
{
  g_autoptr (NidaCsv) csv = nida_csv_new_text (',', text, length);
  g_autoptr (GError) failure = NULL;
  NidaRecord record;

  while (nida_csv_next (csv, &record, &failure))
    if (!read_record (self, &record, error))
      return FALSE;
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (self->header != NULL)
    return TRUE;
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_EMPTY, _("“%s” is empty. Check that it was saved or fetched completely."), self->file);
  return FALSE;
}

/**
 * nida_aliases_from_text:
 * @text: (array length=length): the whole file
 * @name: of the file, for messages
 *
 * Returns: (transfer full) (nullable): what it says; %NULL with @error
 */
NidaAliases *
nida_aliases_from_text (const char  *text,
                        gsize        length,
                        const char  *name,
                        GError     **error)
{
  g_autoptr (GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (NidaAliases) aliases = nida_aliases_new ();
  Reader self = { .file = name, .aliases = aliases, .lines = lines };
  gboolean ok;

  if (!g_utf8_validate_len (text, length, NULL))
    {
      g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_FORMAT, _("“%s” is not text in UTF-8."), name);
      return NULL;
    }
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    text += 3, length -= 3;
  ok = read_records (&self, text, length, error);
  g_clear_pointer (&self.header, nida_header_free);
  return ok ? g_steal_pointer (&aliases) : NULL;
}

NidaAliases *
nida_aliases_read (const char  *path,
                   GError     **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = NULL;
  GStatBuf info;
  gsize length;

  if (g_stat (path, &info) == 0 && info.st_size > MAX_SIZE)
    {
      g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_TOO_LARGE, _("“%s” is too large for a list of names."), name);
      return NULL;
    }
  return g_file_get_contents (path, &text, &length, error) ? nida_aliases_from_text (text, length, name, error) : NULL;
}

/* --- writing --- */

static void
append_line (GString            *text,
             const char * const *cells,
             guint               n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      nida_csv_append_cell (text, cells[i]);
    }
  g_string_append_c (text, '\n');
}

static gboolean
has_arabic (NidaAliases   *aliases,
            NidaAliasKind  kind,
            const char * const *names)
{
  for (; *names != NULL; names++)
    if (nida_aliases_get_arabic (aliases, kind, nida_aliases_get (aliases, kind, *names)) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * nida_aliases_to_text:
 *
 * Returns: (transfer full): the file, which always says the same of the same aliases
 */
char *
nida_aliases_to_text (NidaAliases *aliases)
{
  GString *text = g_string_new ("kind,name,is");
  gboolean arabic = FALSE, apart = FALSE;

  for (NidaAliasKind kind = 0; kind < NIDA_N_ALIAS_KINDS; kind++)
    {
      g_auto (GStrv) names = nida_aliases_dup_names (aliases, kind);
      g_autoptr (GArray) pairs = nida_aliases_list_apart (aliases, kind);

      arabic |= has_arabic (aliases, kind, (const char * const *) names);
      apart |= pairs->len > 0;
    }
  g_string_append_printf (text, "%s%s\n", arabic ? ",is_ar" : "", apart ? ",not" : "");
  for (NidaAliasKind kind = 0; kind < NIDA_N_ALIAS_KINDS; kind++)
    {
      const char *word = nida_alias_kind_get_word (kind);
      g_auto (GStrv) names = nida_aliases_dup_names (aliases, kind);
      g_autoptr (GArray) pairs = nida_aliases_list_apart (aliases, kind);

      for (guint i = 0; names[i] != NULL; i++)
        {
          const char *is = nida_aliases_get (aliases, kind, names[i]);
          const char *label = nida_aliases_get_arabic (aliases, kind, is);
          const char *cells[] = { word, names[i], is, arabic ? label != NULL ? label : "" : "", "" };

          append_line (text, cells, 3 + (guint) arabic + (guint) apart);
        }
      for (guint i = 0; i < pairs->len; i++)
        {
          const NidaApart *pair = &g_array_index (pairs, NidaApart, i);
          const char *cells[] = { word, pair->one, "", arabic ? "" : pair->other, pair->other };

          append_line (text, cells, 4 + (guint) arabic);
        }
    }
  return g_string_free (text, FALSE);
}

gboolean
nida_aliases_write (NidaAliases  *aliases,
                    const char   *path,
                    GError      **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *folder = g_path_get_dirname (path);
  char *text = nida_aliases_to_text (aliases);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  g_mkdir_with_parents (folder, 0700);
  return nida_safe_file_write (file, bytes, NULL, error);
}

char *
nida_aliases_dup_own_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "nida", "aliases.csv", NULL);
}
