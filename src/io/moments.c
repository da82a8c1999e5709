/* Versions of several sources on one line of time. Before the first copy of each of them nothing whole can be shown. */
#include "config.h"

#include "moments.h"

#define TOGETHER (5 * G_USEC_PER_SEC)   /* sources that are opened together are kept one after the other */

void
nida_moment_free (gpointer data)
{
  NidaMoment *moment = data;

  g_strfreev (moment->names);
  g_free (moment);
}

/* All versions of all sources, the newest first, and when the last of the sources was kept first. */
static GPtrArray *
collect (NidaCache           *cache,
         const char * const  *uris,
         gint64              *first_whole)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_version_unref);

  *first_whole = 0;
  for (guint i = 0; uris[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) versions = nida_cache_list_versions (cache, uris[i]);

      if (versions->len == 0)
        {
          g_ptr_array_set_size (all, 0);
          return all;
        }
      *first_whole = MAX (*first_whole, ((NidaVersion *) versions->pdata[versions->len - 1])->fetched_at);
      for (guint j = 0; j < versions->len; j++)
        g_ptr_array_add (all, nida_version_ref (versions->pdata[j]));
    }
  g_ptr_array_sort (all, nida_version_compare_times);
  return all;
}

static void
add_name (NidaMoment *moment,
          const char *name)
{
  guint n = moment->names != NULL ? g_strv_length (moment->names) : 0;

  if (moment->names != NULL && g_strv_contains ((const char * const *) moment->names, name))
    return;
  moment->names = g_renew (char *, moment->names, n + 2);
  moment->names[n] = g_strdup (name);
  moment->names[n + 1] = NULL;
}

GPtrArray *
nida_moments_list (NidaCache          *cache,
                   const char * const *uris)
{
  GPtrArray *moments = g_ptr_array_new_with_free_func (nida_moment_free);
  gint64 first_whole;
  g_autoptr (GPtrArray) all = collect (cache, uris, &first_whole);
  NidaMoment *last = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      const NidaVersion *version = all->pdata[i];
      gboolean together = last != NULL && last->as_of - version->fetched_at < TOGETHER;

      if (version->fetched_at < first_whole && !together)
        break;
      if (!together)
        {
          last = g_new0 (NidaMoment, 1);
          last->as_of = version->fetched_at;
          g_ptr_array_add (moments, last);
        }
      add_name (last, version->name);
    }
  return moments;
}

static void
list_thread (GTask        *task,
             gpointer      cache,
             gpointer      uris,
             GCancellable *cancellable)
{
  g_task_return_pointer (task, nida_moments_list (cache, uris), (GDestroyNotify) g_ptr_array_unref);
}

void
nida_moments_list_async (NidaCache           *cache,
                         const char * const  *uris,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (cache, cancellable, callback, user_data);

  g_task_set_source_tag (task, nida_moments_list_async);
  g_task_set_task_data (task, g_strdupv ((char **) uris), (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, list_thread);
}

GPtrArray *
nida_moments_finish (GAsyncResult  *result,
                     GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
