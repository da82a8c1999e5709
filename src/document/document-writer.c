/* One thread, one store, one list of what waits. */
#include "config.h"

#include "document-writer.h"

#include "store-bytes.h"

#define LOOK_TIME  (2 * G_TIME_SPAN_SECOND)      /* where nobody tells that a file was changed */
#define RETRY_TIME (2 * G_TIME_SPAN_SECOND)      /* after a first failure; doubled up to */
#define RETRY_MOST (64 * G_TIME_SPAN_SECOND)

/* The history that is kept: a month, and what undo of a long day may want. */
#define KEEP_TIME  (30 * G_TIME_SPAN_DAY)
#define KEEP       1000
/* Bytes that only history names are kept as long; what nothing names, for a day, since what names it may be on its way. */
#define KEEP_BYTES G_TIME_SPAN_DAY

struct _NidaDocumentWriter {
  NidaStore      *store;      /* the thread's */
  GThread        *thread;
  NidaWriterWake  wake;
  gpointer        wake_data;

  GMutex          lock;       /* of all below */
  GCond           changed;
  GPtrArray      *waiting;    /* NidaRevision */
  GPtrArray      *written;    /* NidaWritten */
  GError         *failure;
  guint           n_tries;
  gboolean        look, stop, hurry;
};

static void
written_free (gpointer data)
{
  NidaWritten *written = data;

  nida_revision_unref (written->revision);
  g_free (written);
}

static NidaWritten *
written_new (NidaRevision *revision,
             guint64       serial,
             gboolean      own)
{
  NidaWritten *written = g_new (NidaWritten, 1);

  *written = (NidaWritten) { nida_revision_ref (revision), serial, own };
  return written;
}

static int
compare_serials (gconstpointer a,
                 gconstpointer b)
{
  const NidaWritten *one = *(NidaWritten * const *) a, *two = *(NidaWritten * const *) b;

  return (one->serial > two->serial) - (one->serial < two->serial);
}

/* --- on the thread --- */

static GPtrArray *
copy_waiting (NidaDocumentWriter *self)
{
  GPtrArray *batch = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_revision_unref);

  for (guint i = 0; i < self->waiting->len; i++)
    g_ptr_array_add (batch, nida_revision_ref (self->waiting->pdata[i]));
  return batch;
}

/* Tell what became of a try. @serials: of the first ones that waited, now in the file. Takes @failure. */
static void
end_try (NidaDocumentWriter *self,
         GArray             *serials,
         GPtrArray          *news,
         GError             *failure)
{
  gboolean tell = news->len > 0 || serials->len > 0 || (failure == NULL) != (self->failure == NULL);

  for (guint i = 0; i < news->len; i++)
    g_ptr_array_add (self->written, written_new (news->pdata[i], ((NidaRevision *) news->pdata[i])->serial, FALSE));
  for (guint i = 0; i < serials->len; i++)
    g_ptr_array_add (self->written, written_new (self->waiting->pdata[i], g_array_index (serials, guint64, i), TRUE));
  if (serials->len > 0)
    g_ptr_array_remove_range (self->waiting, 0, serials->len);
  g_ptr_array_sort (self->written, compare_serials);
  g_clear_error (&self->failure);
  self->failure = failure;
  self->n_tries++;
  g_cond_broadcast (&self->changed);
  if (tell)
    self->wake (self->wake_data);
}

/* The lock is held before and after, not meanwhile. Was all well? */
static gboolean
try (NidaDocumentWriter *self)
{
  g_autoptr (GPtrArray) batch = copy_waiting (self);
  g_autoptr (GPtrArray) news = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_revision_unref);
  g_autoptr (GArray) serials = g_array_new (FALSE, FALSE, sizeof (guint64));
  GError *error = NULL;
  gboolean done;

  self->look = FALSE;
  self->hurry = FALSE;
  g_mutex_unlock (&self->lock);
  done = batch->len > 0 ? nida_store_append (self->store, batch, serials, news, &error)
                        : nida_store_read_news (self->store, news, &error);
  g_mutex_lock (&self->lock);
  if (!done)
    g_array_set_size (serials, 0);
  /* A file that is only looked at and cannot be reached now is no reason to worry anybody. */
  if (batch->len == 0)
    g_clear_error (&error);
  end_try (self, serials, news, error);
  return done;
}

/* Once, when something was written: a document that is only looked at is not touched. Failure is told by who writes next. */
static void
clean_up (NidaDocumentWriter *self)
{
  gint64 now = g_get_real_time ();

  g_mutex_unlock (&self->lock);
  if (nida_store_prune (self->store, now - KEEP_TIME, KEEP, NULL))
    nida_store_drop_unnamed (self->store, now - KEEP_BYTES, NULL);
  g_mutex_lock (&self->lock);
}

static gboolean
is_idle (NidaDocumentWriter *self,
         gint64              retry_at)
{
  if (self->stop || self->hurry)
    return FALSE;
  if (self->waiting->len > 0)
    return self->failure != NULL && g_get_monotonic_time () < retry_at;
  return !self->look;
}

static gpointer
run (gpointer data)
{
  NidaDocumentWriter *self = data;
  gint64 delay = RETRY_TIME, retry_at = 0;
  gboolean cleaned = FALSE;

  g_mutex_lock (&self->lock);
  while (!self->stop)
    {
      gint64 until = g_get_monotonic_time () + LOOK_TIME;
      gboolean wrote;

      if (self->failure != NULL && self->waiting->len > 0)
        until = MIN (until, retry_at);
      while (is_idle (self, retry_at) && g_cond_wait_until (&self->changed, &self->lock, until))
        continue;
      if (self->stop)
        break;
      if (self->failure != NULL && g_get_monotonic_time () < retry_at && !self->hurry)
        continue;
      wrote = self->waiting->len > 0;
      if (!try (self))
        {
          retry_at = g_get_monotonic_time () + delay;
          delay = MIN (2 * delay, RETRY_MOST);
          continue;
        }
      delay = RETRY_TIME;
      if (wrote && !cleaned && self->waiting->len == 0)
        {
          cleaned = TRUE;
          clean_up (self);
        }
    }
  g_mutex_unlock (&self->lock);
  return NULL;
}

/* --- on the document's thread --- */

NidaDocumentWriter *
nida_document_writer_new (NidaStore      *store,
                          NidaWriterWake  wake,
                          gpointer        data)
{
  NidaDocumentWriter *self = g_new0 (NidaDocumentWriter, 1);

  self->store = store;
  self->wake = wake;
  self->wake_data = data;
  self->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_revision_unref);
  self->written = g_ptr_array_new_with_free_func (written_free);
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  self->thread = g_thread_new ("document", run, self);
  return self;
}

void
nida_document_writer_free (NidaDocumentWriter *self)
{
  g_mutex_lock (&self->lock);
  self->stop = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
  g_thread_join (self->thread);
  nida_store_free (self->store);
  g_ptr_array_unref (self->waiting);
  g_ptr_array_unref (self->written);
  g_clear_error (&self->failure);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
  g_free (self);
}

void
nida_document_writer_push (NidaDocumentWriter *self,
                           NidaRevision       *revision)
{
  g_mutex_lock (&self->lock);
  g_ptr_array_add (self->waiting, nida_revision_ref (revision));
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
}

void
nida_document_writer_look (NidaDocumentWriter *self)
{
  g_mutex_lock (&self->lock);
  self->look = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
}

/* A try that is under way may have begun before the last one was pushed; it is followed by another. */
gboolean
nida_document_writer_flush (NidaDocumentWriter  *self,
                            GError             **error)
{
  gboolean done;
  guint first;

  g_mutex_lock (&self->lock);
  first = self->n_tries;
  while (self->waiting->len > 0 && (self->failure == NULL || self->n_tries == first))
    {
      self->hurry = TRUE;
      g_cond_broadcast (&self->changed);
      g_cond_wait (&self->changed, &self->lock);
    }
  done = self->waiting->len == 0;
  if (!done)
    g_propagate_error (error, g_error_copy (self->failure));
  g_mutex_unlock (&self->lock);
  return done;
}

GPtrArray *
nida_document_writer_take (NidaDocumentWriter  *self,
                           GError             **failure)
{
  GPtrArray *taken;

  g_mutex_lock (&self->lock);
  taken = g_steal_pointer (&self->written);
  self->written = g_ptr_array_new_with_free_func (written_free);
  *failure = self->failure != NULL ? g_error_copy (self->failure) : NULL;
  g_mutex_unlock (&self->lock);
  return taken;
}
