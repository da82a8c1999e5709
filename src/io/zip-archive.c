/* libzip over the bytes of an input. The limits hold for all entries that are read of one archive together. */
#include "config.h"

#include "zip-archive.h"

#include "loader.h"
#include "translate.h"

#include <string.h>
#include <zip.h>

#define BLOCK (64u << 10)

#define MAX_RATIO   200u
#define FREE_SIZE   (G_GUINT64_CONSTANT (64) << 20)
#define MAX_ENTRIES 65536

struct _NidaZip {
  NidaBytes *bytes;
  zip_t     *archive;
  guint      n_entries;
  guint64    decoded;           /* of all entries so far */
  guint64    offset;            /* where libzip reads next */
};

struct _NidaZipEntry {
  NidaZip    *zip;
  zip_file_t *file;
  guint       index;
};

gboolean
nida_zip_is (const char *head,
             gsize       length)
{
  return length >= 4 && (memcmp (head, "PK\3\4", 4) == 0 || memcmp (head, "PK\5\6", 4) == 0);
}

/* --- the bytes, as libzip asks for them --- */

static zip_int64_t
seek (NidaZip      *self,
      void         *data,
      zip_uint64_t  length)
{
  zip_source_args_seek_t *to = ZIP_SOURCE_GET_ARGS (zip_source_args_seek_t, data, length, NULL);
  gint64 size = (gint64) nida_bytes_get_size (self->bytes);
  gint64 base = to == NULL || to->whence == SEEK_SET ? 0 : to->whence == SEEK_CUR ? (gint64) self->offset : size;

  if (to == NULL || to->offset > size - base || to->offset < -base)
    return -1;
  self->offset = (guint64) (base + to->offset);
  return 0;
}

static zip_int64_t
stat_source (NidaZip *self,
             void    *data)
{
  zip_stat_t *info = data;

  zip_stat_init (info);
  info->size = nida_bytes_get_size (self->bytes);
  info->valid |= ZIP_STAT_SIZE;
  return sizeof *info;
}

static zip_int64_t
source_cb (void             *user_data,
           void             *data,
           zip_uint64_t      length,
           zip_source_cmd_t  command)
{
  NidaZip *self = user_data;
  gssize n;

  switch ((int) command)
    {
    case ZIP_SOURCE_OPEN:
      self->offset = 0;
      return 0;
    case ZIP_SOURCE_READ:
      n = nida_bytes_read (self->bytes, self->offset, data, (gsize) length, NULL);
      self->offset += n > 0 ? (guint64) n : 0;
      return n;
    case ZIP_SOURCE_SEEK: return seek (self, data, length);
    case ZIP_SOURCE_TELL: return (zip_int64_t) self->offset;
    case ZIP_SOURCE_STAT: return stat_source (self, data);
    case ZIP_SOURCE_SUPPORTS:
      return zip_source_make_command_bitmap (ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                                             ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL,
                                             ZIP_SOURCE_SUPPORTS, -1);
    case ZIP_SOURCE_ERROR:
      memset (data, 0, MIN (length, 2 * sizeof (int)));
      return 2 * sizeof (int);
    default:
      return 0;
    }
}

/* --- the archive --- */

static gboolean
set_damaged (NidaZip  *self,
             GError  **error)
{
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_INCOMPLETE,
               _("“%s” is a zip archive that is damaged or was cut off. Fetch it again."), nida_bytes_get_name (self->bytes));
  return FALSE;
}

/* Of two entries of one name another program may read the other one. */
static gboolean
check_names (NidaZip  *self,
             GError  **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->n_entries; i++)
    {
      const char *name = nida_zip_get_name (self, i);

      if (g_hash_table_add (names, (gpointer) name))
        continue;
      g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_FORMAT,
                   _("“%s” holds two entries of the name “%s”. Pack it anew."), nida_bytes_get_name (self->bytes), name);
      return FALSE;
    }
  return TRUE;
}

NidaZip *
nida_zip_open (NidaBytes  *bytes,
               GError    **error)
{
  g_autoptr (NidaZip) self = g_new0 (NidaZip, 1);
  zip_source_t *source;
  zip_int64_t n;

  self->bytes = nida_bytes_ref (bytes);
  source = zip_source_function_create (source_cb, self, NULL);
  self->archive = source != NULL ? zip_open_from_source (source, ZIP_RDONLY, NULL) : NULL;
  if (self->archive == NULL)
    {
      if (source != NULL)
        zip_source_free (source);
      set_damaged (self, error);
      return NULL;
    }
  n = zip_get_num_entries (self->archive, 0);
  if (n < 0 || n > MAX_ENTRIES)
    {
      set_damaged (self, error);
      return NULL;
    }
  self->n_entries = (guint) n;
  return check_names (self, error) ? g_steal_pointer (&self) : NULL;
}

void
nida_zip_free (NidaZip *self)
{
  if (self->archive != NULL)
    zip_discard (self->archive);
  nida_bytes_unref (self->bytes);
  g_free (self);
}

guint
nida_zip_get_size (NidaZip *self)
{
  return self->n_entries;
}

const char *
nida_zip_get_name (NidaZip *self,
                   guint    index)
{
  const char *name = zip_get_name (self->archive, index, ZIP_FL_ENC_GUESS);

  return name != NULL ? name : "";
}

int
nida_zip_find (NidaZip    *self,
               const char *name)
{
  for (guint i = 0; i < self->n_entries; i++)
    if (strcmp (nida_zip_get_name (self, i), name) == 0)
      return (int) i;
  return -1;
}

/* --- an entry --- */

NidaZipEntry *
nida_zip_begin (NidaZip  *self,
                guint     index,
                GError  **error)
{
  zip_stat_t info;
  zip_file_t *file;
  NidaZipEntry *entry;

  zip_stat_init (&info);
  if (zip_stat_index (self->archive, index, 0, &info) == 0 && (info.valid & ZIP_STAT_ENCRYPTION_METHOD) &&
      info.encryption_method != ZIP_EM_NONE)
    {
      g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_FORMAT,
                   _("“%s” is protected by a password. Save it without one."), nida_bytes_get_name (self->bytes));
      return NULL;
    }
  file = zip_fopen_index (self->archive, index, 0);
  if (file == NULL)
    {
      set_damaged (self, error);
      return NULL;
    }
  entry = g_new0 (NidaZipEntry, 1);
  entry->zip = self;
  entry->file = file;
  entry->index = index;
  return entry;
}

gssize
nida_zip_read (NidaZipEntry  *self,
               char          *buffer,
               gsize          length,
               GError       **error)
{
  NidaZip *zip = self->zip;
  zip_int64_t n = zip_fread (self->file, buffer, length);

  if (n < 0)
    {
      set_damaged (zip, error);
      return -1;
    }
  zip->decoded += (guint64) n;
  if (zip->decoded > FREE_SIZE && zip->decoded / MAX_RATIO > nida_bytes_get_size (zip->bytes))
    {
      g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_TOO_LARGE,
                   _("“%s” unpacks to more than 200 times its size. Unpack it yourself if you trust it."),
                   nida_bytes_get_name (zip->bytes));
      return -1;
    }
  if (zip->decoded <= NIDA_BYTES_MAX)
    return (gssize) n;
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_TOO_LARGE,
               _("“%s” holds more than 2 GiB. Split it, and name the parts together."), nida_bytes_get_name (zip->bytes));
  return -1;
}

void
nida_zip_end (NidaZipEntry *self)
{
  zip_fclose (self->file);
  g_free (self);
}

/**
 * nida_zip_unpack:
 * @name: what people call the entry, for messages
 *
 * Returns: (transfer full) (nullable): all bytes of the entry at @index
 */
NidaBytes *
nida_zip_unpack (NidaZip       *self,
                 guint          index,
                 const char    *name,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (NidaZipEntry) entry = nida_zip_begin (self, index, error);
  g_autoptr (NidaBytes) bytes = entry != NULL ? nida_bytes_new (name, error) : NULL;
  g_autofree char *block = g_malloc (BLOCK);
  gssize n;

  if (bytes == NULL)
    return NULL;
  while ((n = nida_zip_read (entry, block, BLOCK, error)) > 0)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !nida_bytes_append (bytes, block, (gsize) n, error))
      return NULL;
  return n == 0 ? g_steal_pointer (&bytes) : NULL;
}
