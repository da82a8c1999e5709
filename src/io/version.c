/* Versions as values, and as the key files that the cache writes. */
#include "config.h"

#include "version.h"

#include <string.h>

#define GROUP     "version"
#define MAX_PAGES 10000

G_DEFINE_BOXED_TYPE (NidaVersion, nida_version, nida_version_ref, nida_version_unref)

static void
free_page (gpointer data)
{
  NidaPage *page = data;

  g_free (page->uri);
  g_free (page->etag);
  g_free (page->last_modified);
  g_free (page);
}

NidaVersion *
nida_version_new (const char *uri,
                  const char *name)
{
  NidaVersion *self = g_new0 (NidaVersion, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->uri = g_strdup (uri);
  self->name = g_strdup (name);
  self->pages = g_ptr_array_new_with_free_func (free_page);
  return self;
}

NidaVersion *
nida_version_ref (NidaVersion *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
nida_version_unref (NidaVersion *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->uri);
  g_free (self->name);
  g_free (self->final_uri);
  g_free (self->checksum);
  g_ptr_array_unref (self->pages);
  g_free (self);
}

NidaPage *
nida_version_add_page (NidaVersion *self,
                       const char  *uri,
                       const char  *etag,
                       const char  *last_modified,
                       guint64      offset,
                       guint64      length)
{
  NidaPage *page = g_new0 (NidaPage, 1);

  *page = (NidaPage) { g_strdup (uri), g_strdup (etag), g_strdup (last_modified), offset, length };
  g_ptr_array_add (self->pages, page);
  return page;
}

NidaPage *
nida_version_find_page (NidaVersion *self,
                        const char  *uri)
{
  for (guint i = 0; i < self->pages->len; i++)
    if (strcmp (((NidaPage *) self->pages->pdata[i])->uri, uri) == 0)
      return self->pages->pdata[i];
  return NULL;
}

int
nida_version_compare_times (gconstpointer a,
                            gconstpointer b)
{
  const NidaVersion *one = *(NidaVersion * const *) a, *two = *(NidaVersion * const *) b;

  return (one->fetched_at < two->fetched_at) - (one->fetched_at > two->fetched_at);
}

static void
set_text (GKeyFile   *file,
          const char *group,
          const char *key,
          const char *text)
{
  if (text != NULL)
    g_key_file_set_string (file, group, key, text);
}

char *
nida_version_to_text (NidaVersion *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  set_text (file, GROUP, "uri", self->uri);
  set_text (file, GROUP, "name", self->name);
  set_text (file, GROUP, "final-uri", self->final_uri);
  set_text (file, GROUP, "sha256", self->checksum);
  g_key_file_set_int64 (file, GROUP, "fetched-at", self->fetched_at);
  g_key_file_set_int64 (file, GROUP, "checked-at", self->checked_at);
  g_key_file_set_uint64 (file, GROUP, "size", self->size);
  g_key_file_set_integer (file, GROUP, "pages", (int) self->pages->len);
  for (guint i = 0; i < self->pages->len; i++)
    {
      const NidaPage *page = self->pages->pdata[i];
      g_autofree char *group = g_strdup_printf ("page %u", i + 1);

      set_text (file, group, "uri", page->uri);
      set_text (file, group, "etag", page->etag);
      set_text (file, group, "last-modified", page->last_modified);
      g_key_file_set_uint64 (file, group, "offset", page->offset);
      g_key_file_set_uint64 (file, group, "length", page->length);
    }
  return g_key_file_to_data (file, NULL, NULL);
}

/* A name in the folder of objects, and nothing else. */
static gboolean
is_checksum (const char *text)
{
  return text != NULL && strlen (text) == 64 && strspn (text, "0123456789abcdef") == 64;
}

static gboolean
read_page (GKeyFile    *file,
           guint        number,
           NidaVersion *self)
{
  g_autofree char *group = g_strdup_printf ("page %u", number);
  g_autofree char *uri = g_key_file_get_string (file, group, "uri", NULL);
  g_autofree char *etag = g_key_file_get_string (file, group, "etag", NULL);
  g_autofree char *last_modified = g_key_file_get_string (file, group, "last-modified", NULL);
  guint64 offset = g_key_file_get_uint64 (file, group, "offset", NULL);
  guint64 length = g_key_file_get_uint64 (file, group, "length", NULL);

  if (uri == NULL || offset > self->size || length > self->size - offset)
    return FALSE;
  nida_version_add_page (self, uri, etag, last_modified, offset, length);
  return TRUE;
}

NidaVersion *
nida_version_from_text (const char *text,
                        gsize       length)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (NidaVersion) self = nida_version_new (NULL, NULL);
  int n_pages;

  if (!g_key_file_load_from_data (file, text, length, G_KEY_FILE_NONE, NULL))
    return NULL;
  self->uri = g_key_file_get_string (file, GROUP, "uri", NULL);
  self->name = g_key_file_get_string (file, GROUP, "name", NULL);
  self->final_uri = g_key_file_get_string (file, GROUP, "final-uri", NULL);
  self->checksum = g_key_file_get_string (file, GROUP, "sha256", NULL);
  self->fetched_at = g_key_file_get_int64 (file, GROUP, "fetched-at", NULL);
  self->checked_at = g_key_file_get_int64 (file, GROUP, "checked-at", NULL);
  self->size = g_key_file_get_uint64 (file, GROUP, "size", NULL);
  n_pages = g_key_file_get_integer (file, GROUP, "pages", NULL);
  if (self->uri == NULL || self->name == NULL || !is_checksum (self->checksum) || self->fetched_at <= 0
      || n_pages < 0 || n_pages > MAX_PAGES)
    return NULL;
  for (int i = 1; i <= n_pages; i++)
    if (!read_page (file, (guint) i, self))
      return NULL;
  return g_steal_pointer (&self);
}
