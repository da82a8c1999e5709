/* A key file: a group a layout, named by a checksum of the header that is detected. In memory alone where there is no path. */
#include "config.h"

#include "layouts.h"

#include "nida-csv.h"
#include "safe-file.h"

#include <string.h>

struct _NidaLayouts {
  gatomicrefcount ref_count;
  GMutex          lock;        /* a load reads in its thread */
  char           *path;        /* or NULL */
  GKeyFile       *file;
  GHashTable     *used;        /* names of groups by which something was read */
};

NidaLayouts *
nida_layouts_new (const char *path)
{
  NidaLayouts *self = g_new0 (NidaLayouts, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->path = g_strdup (path);
  self->file = g_key_file_new ();
  self->used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (path != NULL)
    g_key_file_load_from_file (self->file, path, G_KEY_FILE_NONE, NULL);
  return self;
}

NidaLayouts *
nida_layouts_new_own (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "nida", "layouts.ini", NULL);

  return nida_layouts_new (path);
}

NidaLayouts *
nida_layouts_copy (NidaLayouts *self)
{
  NidaLayouts *copy = nida_layouts_new (NULL);
  g_autofree char *text = NULL;
  gsize length;

  g_mutex_lock (&self->lock);
  text = g_key_file_to_data (self->file, &length, NULL);
  g_mutex_unlock (&self->lock);
  g_key_file_load_from_data (copy->file, text, length, G_KEY_FILE_NONE, NULL);
  return copy;
}

NidaLayouts *
nida_layouts_ref (NidaLayouts *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
nida_layouts_unref (NidaLayouts *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_key_file_unref (self->file);
  g_hash_table_unref (self->used);
  g_mutex_clear (&self->lock);
  g_free (self->path);
  g_free (self);
}

gboolean
nida_layouts_is_empty (NidaLayouts *self)
{
  g_auto (GStrv) groups = NULL;

  g_mutex_lock (&self->lock);
  groups = g_key_file_get_groups (self->file, NULL);
  g_mutex_unlock (&self->lock);
  return groups[0] == NULL;
}

/* Tables with the same header, divided alike, are one layout. */
static char *
dup_key (const NidaLayout *detected)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, (const guchar *) &detected->delimiter, 1);
  for (guint i = 0; i < detected->n_columns; i++)
    g_checksum_update (checksum, (const guchar *) detected->columns[i].name, strlen (detected->columns[i].name) + 1);
  return g_strdup (g_checksum_get_string (checksum));
}

static NidaDecimalMark
decimal_from_name (const char *name)
{
  return g_strcmp0 (name, ".") == 0 ? NIDA_DECIMAL_DOT : g_strcmp0 (name, ",") == 0 ? NIDA_DECIMAL_COMMA
         : NIDA_DECIMAL_AUTO;
}

static const char *
decimal_name (NidaDecimalMark decimal)
{
  return decimal == NIDA_DECIMAL_DOT ? "." : decimal == NIDA_DECIMAL_COMMA ? "," : "";
}

static void
read_columns (NidaLayout *layout,
              GKeyFile   *file,
              const char *key)
{
  gsize n_roles = 0, n_names = 0;
  g_auto (GStrv) roles = g_key_file_get_string_list (file, key, "roles", &n_roles, NULL);
  g_auto (GStrv) names = g_key_file_get_string_list (file, key, "names", &n_names, NULL);

  layout->n_columns = MIN (n_roles, n_names);
  layout->columns = g_new0 (NidaLayoutColumn, layout->n_columns + 1);
  for (guint i = 0; i < layout->n_columns; i++)
    layout->columns[i] = (NidaLayoutColumn) {
      g_strdup (names[i]), nida_csv_find_role (roles[i]), NIDA_MATCH_HAND
    };
}

static NidaLayout *
read_layout (GKeyFile   *file,
             const char *key)
{
  NidaLayout *layout = nida_layout_new ();
  g_autofree char *delimiter = g_key_file_get_string (file, key, "delimiter", NULL);
  g_autofree char *decimal = g_key_file_get_string (file, key, "decimal", NULL);
  g_autofree char *currency = g_key_file_get_string (file, key, "currency", NULL);

  layout->delimiter = delimiter == NULL || *delimiter == '\0' ? ',' : strcmp (delimiter, "tab") == 0 ? '\t' : *delimiter;
  layout->header = (guint) CLAMP (g_key_file_get_integer (file, key, "header", NULL), 0, NIDA_LAYOUT_ROWS - 1);
  layout->decimal = decimal_from_name (decimal);
  if (currency != NULL && strlen (currency) == 3)
    memcpy (layout->currency, currency, 4);
  layout->encoding = g_key_file_get_string (file, key, "encoding", NULL);
  read_columns (layout, file, key);
  return layout;
}

NidaLayout *
nida_layouts_find (NidaLayouts      *self,
                   const NidaLayout *detected)
{
  g_autofree char *key = dup_key (detected);
  NidaLayout *layout = NULL;

  g_mutex_lock (&self->lock);
  if (g_key_file_has_group (self->file, key))
    {
      layout = read_layout (self->file, key);
      g_hash_table_add (self->used, g_strdup (key));
    }
  g_mutex_unlock (&self->lock);
  return layout;
}

/* With the lock held. */
static gboolean
write_file (NidaLayouts  *self,
            GError      **error)
{
  gsize length;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *folder = NULL;
  char *text;

  if (self->path == NULL)
    return TRUE;
  file = g_file_new_for_path (self->path);
  folder = g_path_get_dirname (self->path);
  text = g_key_file_to_data (self->file, &length, NULL);
  bytes = g_bytes_new_take (text, length);
  g_mkdir_with_parents (folder, 0700);
  return nida_safe_file_write (file, bytes, NULL, error);
}

static void
write_layout (GKeyFile         *file,
              const char       *key,
              const NidaLayout *layout)
{
  const char delimiter[2] = { layout->delimiter, '\0' };
  g_autoptr (GPtrArray) roles = g_ptr_array_new (), names = g_ptr_array_new ();

  for (guint i = 0; i < layout->n_columns; i++)
    {
      const char *role = nida_csv_role_name (layout->columns[i].role);

      g_ptr_array_add (roles, (char *) (role != NULL ? role : "-"));
      g_ptr_array_add (names, layout->columns[i].name);
    }
  g_key_file_set_string (file, key, "delimiter", layout->delimiter == '\t' ? "tab" : delimiter);
  g_key_file_set_integer (file, key, "header", (int) layout->header);
  g_key_file_set_string (file, key, "decimal", decimal_name (layout->decimal));
  g_key_file_set_string (file, key, "currency", layout->currency);
  if (layout->encoding != NULL)
    g_key_file_set_string (file, key, "encoding", layout->encoding);
  g_key_file_set_string_list (file, key, "names", (const char * const *) names->pdata, names->len);
  g_key_file_set_string_list (file, key, "roles", (const char * const *) roles->pdata, roles->len);
}

gboolean
nida_layouts_remember (NidaLayouts       *self,
                       const NidaLayout  *detected,
                       const NidaLayout  *layout,
                       GError           **error)
{
  g_autofree char *key = dup_key (detected);
  gboolean ok;

  g_mutex_lock (&self->lock);
  g_key_file_remove_group (self->file, key, NULL);
  write_layout (self->file, key, layout);
  ok = write_file (self, error);
  g_mutex_unlock (&self->lock);
  return ok;
}

gboolean
nida_layouts_forget (NidaLayouts       *self,
                     const NidaLayout  *detected,
                     GError           **error)
{
  g_autofree char *key = dup_key (detected);
  gboolean ok = TRUE;

  g_mutex_lock (&self->lock);
  if (g_key_file_remove_group (self->file, key, NULL))
    ok = write_file (self, error);
  g_mutex_unlock (&self->lock);
  return ok;
}

/* --- workbooks --- */

/* Workbooks whose sheets have the same names are of one kind. */
static char *
dup_sheets_key (const char * const *sheets)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; sheets[i] != NULL; i++)
    g_checksum_update (checksum, (const guchar *) sheets[i], strlen (sheets[i]) + 1);
  return g_strconcat ("sheets ", g_checksum_get_string (checksum), NULL);
}

/**
 * nida_layouts_find_sheet:
 * @sheets: (array zero-terminated=1): the names of all sheets of a workbook
 *
 * Returns: (transfer full) (nullable): the one of them that a person chose
 */
char *
nida_layouts_find_sheet (NidaLayouts        *self,
                         const char * const *sheets)
{
  g_autofree char *key = dup_sheets_key (sheets);
  g_autofree char *sheet = NULL;

  g_mutex_lock (&self->lock);
  sheet = g_key_file_get_string (self->file, key, "sheet", NULL);
  if (sheet != NULL)
    g_hash_table_add (self->used, g_strdup (key));
  g_mutex_unlock (&self->lock);
  return sheet != NULL && g_strv_contains (sheets, sheet) ? g_steal_pointer (&sheet) : NULL;
}

/**
 * nida_layouts_remember_sheet:
 * @sheets: (array zero-terminated=1): the names of all sheets of a workbook
 * @sheet: the one that is read of it from now on
 *
 * Returns: whether it could be written; else @error is set, and it holds as long as the program runs
 */
gboolean
nida_layouts_remember_sheet (NidaLayouts         *self,
                             const char * const  *sheets,
                             const char          *sheet,
                             GError             **error)
{
  g_autofree char *key = dup_sheets_key (sheets);
  gboolean ok;

  g_mutex_lock (&self->lock);
  g_key_file_set_string (self->file, key, "sheet", sheet);
  ok = write_file (self, error);
  g_mutex_unlock (&self->lock);
  return ok;
}

/* --- one of them as a text of its own --- */

#define GROUP "Nida layout"

/* All that @from says of @group becomes what @to says of @as. */
static void
copy_group (GKeyFile   *from,
            const char *group,
            GKeyFile   *to,
            const char *as)
{
  g_auto (GStrv) keys = g_key_file_get_keys (from, group, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_autofree char *value = g_key_file_get_value (from, group, keys[i], NULL);

      g_key_file_set_value (to, as, keys[i], value);
    }
}

char **
nida_layouts_dup_names (NidaLayouts *self)
{
  char **names;

  g_mutex_lock (&self->lock);
  names = g_key_file_get_groups (self->file, NULL);
  g_mutex_unlock (&self->lock);
  return names;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

char *
nida_layouts_dup_digest (NidaLayouts *self)
{
  g_auto (GStrv) names = nida_layouts_dup_names (self);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint n = g_strv_length (names);

  qsort (names, n, sizeof *names, compare_names);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = nida_layouts_dup_text (self, names[i]);

      g_checksum_update (checksum, (const guchar *) names[i], (gssize) strlen (names[i]) + 1);
      g_checksum_update (checksum, (const guchar *) (text != NULL ? text : ""), text != NULL ? (gssize) strlen (text) + 1 : 1);
    }
  return g_strdup (n > 0 ? g_checksum_get_string (checksum) : "");
}

char **
nida_layouts_dup_used (NidaLayouts *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer name;

  g_mutex_lock (&self->lock);
  g_hash_table_iter_init (&iter, self->used);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_strv_builder_add (names, name);
  g_mutex_unlock (&self->lock);
  return g_strv_builder_end (names);
}

char *
nida_layouts_dup_text (NidaLayouts *self,
                       const char  *name)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  gboolean known;

  g_mutex_lock (&self->lock);
  known = g_key_file_has_group (self->file, name);
  if (known)
    copy_group (self->file, name, file, GROUP);
  g_mutex_unlock (&self->lock);
  return known ? g_key_file_to_data (file, NULL, NULL) : NULL;
}

/**
 * nida_layouts_set_text:
 * @name: of one layout, as nida_layouts_dup_names() has it
 * @text: (nullable): what it says from now on; %NULL: nothing is said of such tables
 *
 * Returns: whether it could be written; else @error is set, and it holds as long as the program runs. A text that is no layout
 * says nothing.
 */
gboolean
nida_layouts_set_text (NidaLayouts  *self,
                       const char   *name,
                       const char   *text,
                       GError      **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *before = nida_layouts_dup_text (self, name);
  gboolean ok;

  if (g_strcmp0 (before, text) == 0 || (text != NULL && !g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE, NULL)))
    return TRUE;
  g_mutex_lock (&self->lock);
  g_key_file_remove_group (self->file, name, NULL);
  copy_group (file, GROUP, self->file, name);
  ok = write_file (self, error);
  g_mutex_unlock (&self->lock);
  return ok;
}

static gboolean
says_the_same (NidaLayouts *a,
               NidaLayouts *b,
               char       **names)
{
  gboolean same = TRUE;

  for (guint i = 0; names[i] != NULL && same; i++)
    {
      g_autofree char *one = nida_layouts_dup_text (a, names[i]), *other = nida_layouts_dup_text (b, names[i]);

      same = g_strcmp0 (one, other) == 0;
    }
  return same;
}

gboolean
nida_layouts_same_used (NidaLayouts *a,
                        NidaLayouts *b)
{
  g_auto (GStrv) of_a = NULL, of_b = NULL;

  if (a == NULL || b == NULL)
    return a == b;
  of_a = nida_layouts_dup_used (a);
  of_b = nida_layouts_dup_used (b);
  return says_the_same (a, b, of_a) && says_the_same (a, b, of_b);
}
