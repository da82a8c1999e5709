/* Pipes, files, addresses and copies. An address is followed from page to page before anything is read of it, so that a chain
 * that ends early counts for nothing. */
#include "config.h"

#include "acquire.h"

#include "fetch.h"
#include "page-links.h"
#include "snapshot.h"
#include "translate.h"

#include <string.h>

#define MAX_PAGES 10000
#define PAGE_TIME 120           /* seconds that the next page may take */

static guint tuned_pages;

void
nida_acquire_tune (guint max_pages)
{
  tuned_pages = max_pages;
}

void
nida_acquired_clear (NidaAcquired *self)
{
  g_clear_pointer (&self->bytes, nida_bytes_unref);
  g_clear_pointer (&self->draft, nida_version_unref);
  g_clear_pointer (&self->known, nida_version_unref);
  g_clear_pointer (&self->snapshot, g_bytes_unref);
  g_clear_pointer (&self->key, g_free);
}

/* --- what is held --- */

/* What is known of the bytes of @version, and what they were read as. */
static void
take_known (NidaAcquirer     *self,
            const NidaSource *source,
            NidaVersion      *version,
            NidaAcquired     *acquired)
{
  acquired->known = nida_version_ref (version);
  acquired->key = nida_snapshot_dup_key (version->checksum, source->name, self->options);
  if (acquired->key != NULL)
    acquired->snapshot = nida_copies_open_snapshot (self->options->copies, version, acquired->key);
}

static gboolean
open_held (NidaAcquirer      *self,
           const NidaSource  *source,
           NidaAcquired      *acquired,
           GError           **error)
{
  g_autoptr (NidaVersion) version = NULL;

  if (self->options->copies == NULL || source->type == NIDA_SOURCE_STDIN)
    {
      g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NOT_HELD,
                   _("No copy of “%s” is held: what comes through a pipe is not kept. Name a file or an address."),
                   source->name);
      return FALSE;
    }
  version = nida_copies_find (self->options->copies, source->uri, source->name, self->options->as_of, error);
  if (version == NULL)
    return FALSE;
  take_known (self, source, version, acquired);
  acquired->bytes = acquired->snapshot != NULL ? nida_copies_open_later (self->options->copies, version)
                                               : nida_copies_open (self->options->copies, version, self->cancellable, error);
  acquired->complete = TRUE;
  acquired->is_held = TRUE;
  acquired->in_document = version->in_document;
  /* As of a day, the day that counts is when the bytes were met. */
  acquired->fetched_at = self->options->as_of != 0 ? version->fetched_at : version->checked_at;
  return acquired->bytes != NULL;
}

/* What a document carries, where it does; what is damaged of it is told, and read from its own place. */
static gboolean
open_carried (NidaAcquirer     *self,
              const NidaSource *source,
              NidaAcquired     *acquired)
{
  g_autoptr (NidaVersion) version = NULL;

  if (self->options->copies != NULL)
    version = nida_copies_find (self->options->copies, source->uri, source->name, 0, NULL);
  if (version == NULL || !version->in_document)
    return FALSE;
  if (open_held (self, source, acquired, NULL))
    return TRUE;
  nida_acquired_clear (acquired);
  *acquired = (NidaAcquired) { .is_damaged = !g_cancellable_is_cancelled (self->cancellable) };
  return FALSE;
}

/* --- files --- */

/* A file is kept when it is not the one that was kept last, or when that is not where it belongs. */
static NidaVersion *
draft_file (NidaAcquirer     *self,
            const NidaSource *source,
            NidaBytes        *bytes,
            NidaAcquired     *acquired)
{
  g_autofree char *tag = nida_bytes_dup_tag (bytes);
  g_autoptr (NidaVersion) held = NULL;
  NidaVersion *draft;

  if (self->options->copies == NULL || tag == NULL
      || !nida_copies_wants (self->options->copies, source->uri, nida_bytes_get_size (bytes)))
    return NULL;
  held = nida_copies_find (self->options->copies, source->uri, source->name, 0, NULL);
  if (held != NULL)
    {
      NidaPage *page = nida_version_find_page (held, source->uri);

      if (page != NULL && g_strcmp0 (page->etag, tag) == 0
          && !nida_copies_lacks (self->options->copies, source->uri, nida_bytes_get_size (bytes)))
        {
          take_known (self, source, held, acquired);
          return NULL;
        }
    }
  draft = nida_version_new (source->uri, source->name);
  nida_version_add_page (draft, source->uri, tag, NULL, 0, nida_bytes_get_size (bytes));
  return draft;
}

static gboolean
open_file (NidaAcquirer      *self,
           const NidaSource  *source,
           NidaAcquired      *acquired,
           GError           **error)
{
  if (source->type == NIDA_SOURCE_STDIN)
    acquired->bytes = nida_bytes_open_stdin (source->name, self->cancellable, error);
  else if (source->path != NULL)
    acquired->bytes = nida_bytes_open (source->path, source->name, self->cancellable, error);
  else
    g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NOT_FOUND,
                 _("There is no file “%s”. Check the name and the folder."), source->name);
  acquired->complete = TRUE;
  acquired->fetched_at = g_get_real_time ();
  acquired->modified_at = acquired->bytes != NULL ? nida_bytes_get_modified (acquired->bytes) : 0;
  if (acquired->bytes != NULL && source->type == NIDA_SOURCE_FILE)
    acquired->draft = draft_file (self, source, acquired->bytes, acquired);
  return acquired->bytes != NULL;
}

/* --- addresses --- */

typedef struct {
  NidaAcquirer     *acquirer;
  const NidaSource *source;
  NidaVersion      *held;         /* the last good one, or NULL */
  NidaBytes        *held_bytes;
  NidaVersion      *draft;
  NidaBytes        *bytes;        /* of all pages so far */
  gboolean          complete;
  char             *origin;       /* an address of the origin that no page may leave; NULL before the first page */
  GHashTable       *visited;
  guint64           n_records;
} Chain;

static void
chain_clear (Chain *self)
{
  g_clear_pointer (&self->held, nida_version_unref);
  g_clear_pointer (&self->held_bytes, nida_bytes_unref);
  g_clear_pointer (&self->draft, nida_version_unref);
  g_clear_pointer (&self->bytes, nida_bytes_unref);
  g_clear_pointer (&self->origin, g_free);
  g_clear_pointer (&self->visited, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Chain, chain_clear)

/* What is held makes the server's work less, if it is whole. */
static void
look_up_held (Chain *self)
{
  NidaCopies *copies = self->acquirer->options->copies;

  if (copies == NULL)
    return;
  self->held = nida_copies_find (copies, self->source->uri, self->source->name, 0, NULL);
  if (self->held != NULL)
    self->held_bytes = nida_copies_open (copies, self->held, self->acquirer->cancellable, NULL);
}

static gboolean
set_cut_off (Chain       *self,
             const char  *why,
             GError     **error)
{
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_INCOMPLETE,
               /* Translators: the name of a source, then the reason */
               _("“%s” arrived incomplete: %s Fetch it again, or tell the owner of the server."), self->source->name, why);
  return FALSE;
}

/* A page as bytes of its own, fresh or as it is held. */
static NidaBytes *
fetch_page (Chain        *self,
            const char   *uri,
            NidaFetched  *fetched,
            GError      **error)
{
  const NidaLoadOptions *options = self->acquirer->options;
  NidaPage *held = self->held_bytes != NULL ? nida_version_find_page (self->held, uri) : NULL;
  NidaFetchRequest request = {
    .uri = uri, .name = self->source->name, .allow_http = options->allow_http, .secrets = options->secrets,
    .etag = held != NULL ? held->etag : NULL, .last_modified = held != NULL ? held->last_modified : NULL,
    .deadline = self->origin != NULL ? PAGE_TIME : 0,
  };

  if (!nida_fetch (self->acquirer->wire, &request, fetched, error))
    return NULL;
  if (fetched->bytes != NULL)
    return g_steal_pointer (&fetched->bytes);
  fetched->complete = TRUE;
  /* A server need not name again what has not changed. */
  if (fetched->etag == NULL)
    fetched->etag = g_strdup (held->etag);
  if (fetched->last_modified == NULL)
    fetched->last_modified = g_strdup (held->last_modified);
  return nida_bytes_new_range (self->held_bytes, held->offset, held->length, self->acquirer->cancellable, error);
}

/* Put @page behind those before it. */
static gboolean
append_page (Chain              *self,
             const char         *uri,
             NidaBytes          *page,
             const NidaFetched  *fetched,
             gboolean            alone,
             GError            **error)
{
  guint64 offset = self->bytes != NULL ? nida_bytes_get_size (self->bytes) : 0;

  if (alone)
    {
      self->bytes = nida_bytes_ref (page);
      self->complete = fetched->complete;
    }
  else
    {
      if (self->bytes == NULL && (self->bytes = nida_bytes_new (self->source->name, error)) == NULL)
        return FALSE;
      self->complete = TRUE;      /* each page was read to its end */
      if (!nida_bytes_append_all (self->bytes, page, self->acquirer->cancellable, error)
          || !nida_bytes_append (self->bytes, "\n", 1, error))
        return FALSE;
    }
  nida_version_add_page (self->draft, uri, fetched->etag, fetched->last_modified, offset, nida_bytes_get_size (page));
  return TRUE;
}

/* May the chain go on to @next, which the page at @uri names? */
static char *
resolve_next (Chain              *self,
              const char         *next,
              const NidaFetched  *fetched,
              GError            **error)
{
  g_autofree char *absolute = g_uri_resolve_relative (fetched->uri, next, G_URI_FLAGS_ENCODED, NULL);
  g_autofree char *clean = absolute != NULL && fetched->parameter != NULL
                           ? nida_source_remove_parameter (absolute, fetched->parameter) : g_strdup (absolute);

  if (clean == NULL || !nida_source_same_origin (clean, self->origin))
    set_cut_off (self, _("a page leads to another server."), error);
  else if (!nida_source_check_web (clean, self->acquirer->options->allow_http, error))
    return NULL;
  else if (g_hash_table_contains (self->visited, clean))
    set_cut_off (self, _("its pages lead back to one that was read already."), error);
  else if (self->draft->pages->len >= (tuned_pages > 0 ? tuned_pages : MAX_PAGES))
    set_cut_off (self, _("it has more than 10,000 pages."), error);
  else
    return g_steal_pointer (&clean);
  return NULL;
}

/* A following page has to stay where the first one was. */
static gboolean
check_origin (Chain              *self,
              const NidaFetched  *fetched,
              GError            **error)
{
  if (self->origin == NULL)
    {
      self->origin = g_strdup (fetched->uri);
      self->draft->final_uri = g_strdup (fetched->uri);
    }
  return nida_source_same_origin (fetched->uri, self->origin)
         || set_cut_off (self, _("a page leads to another server."), error);
}

/* Fetch the page at *@uri; afterwards *@uri is that of the next one, or NULL. */
static gboolean
take_page (Chain   *self,
           char   **uri,
           GError **error)
{
  g_autofree char *place = g_steal_pointer (uri);
  g_auto (NidaFetched) fetched = { 0 };
  g_auto (NidaPageLinks) links = { 0 };
  g_autoptr (NidaBytes) page = fetch_page (self, place, &fetched, error);

  if (page == NULL || !check_origin (self, &fetched, error)
      || !nida_page_links_read (page, &links, self->acquirer->cancellable, error)
      || !append_page (self, place, page, &fetched, links.next == NULL && self->bytes == NULL, error))
    return FALSE;
  g_hash_table_add (self->visited, g_strdup (place));
  atomic_fetch_add (&self->acquirer->progress->pages, 1);
  self->n_records += links.held;
  if (links.next != NULL)
    return (*uri = resolve_next (self, links.next, &fetched, error)) != NULL;
  return !links.is_page || self->n_records >= links.stated
         || set_cut_off (self, _("its pages hold fewer records than they state."), error);
}

/* What is new of the bytes, or at least that they were looked at. */
static void
finish_chain (Chain        *self,
              NidaAcquired *acquired)
{
  acquired->bytes = g_steal_pointer (&self->bytes);
  acquired->complete = self->complete;
  acquired->fetched_at = g_get_real_time ();
  if (self->acquirer->options->copies != NULL)
    acquired->draft = g_steal_pointer (&self->draft);
}

static gboolean
fetch_all (NidaAcquirer      *acquirer,
           const NidaSource  *source,
           NidaAcquired      *acquired,
           GError           **error)
{
  g_auto (Chain) self = { .acquirer = acquirer, .source = source };
  g_autofree char *uri = g_strdup (source->uri);

  if (acquirer->wire == NULL)
    acquirer->wire = nida_wire_new (acquirer->progress, acquirer->cancellable);
  self.draft = nida_version_new (source->uri, source->name);
  self.visited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  look_up_held (&self);
  while (uri != NULL)
    if (!take_page (&self, &uri, error))
      return FALSE;
  finish_chain (&self, acquired);
  return TRUE;
}

/**
 * nida_acquire:
 * @acquired: (out): to be cleared by the caller
 */
gboolean
nida_acquire (NidaAcquirer      *self,
              const NidaSource  *source,
              gboolean           held,
              NidaAcquired      *acquired,
              GError           **error)
{
  gboolean is_web = source->type == NIDA_SOURCE_WEB;

  if (held || self->options->as_of != 0 || (is_web && self->options->policy == NIDA_POLICY_HELD))
    return open_held (self, source, acquired, error);
  if (is_web && self->options->policy == NIDA_POLICY_CARRIED && open_carried (self, source, acquired))
    return TRUE;
  return is_web ? fetch_all (self, source, acquired, error) : open_file (self, source, acquired, error);
}
