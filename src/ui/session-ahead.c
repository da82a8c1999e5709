/* Small local files are read while the toolkit starts, and what is large in a document is taken out of it, so that the first frame shows them. Their copies are written once there
 * is something to see. */
#include "config.h"

#include "session-private.h"

#include "carried-ahead.h"
#include "document-actions.h"
#include "loader.h"
#include "look.h"

#include <glib/gstdio.h>

#define MAX_AHEAD     (8 * 1024 * 1024)   /* bytes: more is read when there is a window to show how far it is */
#define KEEP_AFTER_MS 500

/* What a session will ask for its first picture. */
typedef struct {
  char          **inputs;
  NidaLanguage   *language;
  NidaFilterSet  *filters;
  guint64         fields;
  guint           fiscal_start;
} Ahead;

static GThread *ahead_reader;
static char   **ahead_inputs;

static gpointer
ahead_thread (gpointer data)
{
  Ahead *ahead = data;
  g_autoptr (GPtrArray) keeps = nida_load_new_keeps ();
  g_autoptr (NidaLayouts) layouts = nida_layouts_copy (nida_session_get_own_layouts ());
  NidaLoadOptions options = {
    .decimal = NIDA_DECIMAL_AUTO, .layouts = layouts, .copies = NIDA_COPIES (nida_cache_get_default ()), .keeps = keeps,
    .aliases = nida_filter_set_get_aliases (ahead->filters),
  };
  /* An error is found again, and told, by who asks for the files in earnest. */
  g_autoptr (NidaDataset) dataset = nida_load ((const char * const *) ahead->inputs, &options, NULL, NULL);
  NidaLoaded *loaded = dataset != NULL ? nida_loaded_new (ahead->inputs, dataset, ahead->filters, ahead->fields,
                                                          ahead->fiscal_start, ahead->language) : NULL;

  if (loaded != NULL)
    {
      loaded->keeps = g_steal_pointer (&keeps);
      loaded->layouts = g_steal_pointer (&layouts);
    }
  g_strfreev (ahead->inputs);
  g_object_unref (ahead->language);
  nida_filter_set_free (ahead->filters);
  g_free (ahead);
  return loaded;
}

static gboolean
are_small_files (const char * const *inputs)
{
  goffset total = 0;

  for (guint i = 0; inputs[i] != NULL; i++)
    {
      GStatBuf info;

      if (g_str_has_suffix (inputs[i], ".nida") || g_stat (inputs[i], &info) != 0 || !S_ISREG (info.st_mode))
        return FALSE;
      total += info.st_size;
    }
  return total <= MAX_AHEAD;
}

/* Of a document only what is large is taken ahead: the rest is for who opens it. */
static gboolean
is_document (const char * const *inputs)
{
  return inputs[0] != NULL && inputs[1] == NULL && nida_document_actions_is_document (inputs[0]);
}

void
nida_session_read_ahead (const char * const *inputs,
                         GSettings          *settings,
                         guint64             fields)
{
  Ahead *ahead;

  if (is_document (inputs))
    nida_carried_read_ahead (inputs[0], nida_session_get_own_layouts ());
  if (ahead_reader != NULL || !are_small_files (inputs))
    return;
  ahead = g_new0 (Ahead, 1);
  ahead->inputs = g_strdupv ((char **) inputs);
  ahead->language = nida_look_read_language (settings);
  ahead->filters = nida_filter_set_new ();
  nida_session_read_choices (ahead->filters, settings);
  ahead->fields = fields;
  ahead->fiscal_start = (guint) g_settings_get_int (settings, "fiscal-year-start");
  nida_language_activate (ahead->language);
  ahead_inputs = g_strdupv ((char **) inputs);
  ahead_reader = g_thread_new ("read-ahead", ahead_thread, ahead);
}

static void
keep_thread (GTask        *task,
             gpointer      source,
             gpointer      keeps,
             GCancellable *cancellable)
{
  nida_load_keep (keeps, NIDA_COPIES (nida_cache_get_default ()));
  g_task_return_boolean (task, TRUE);
}

static gboolean
keep_cb (gpointer keeps)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_source_tag (task, keep_cb);
  g_task_set_task_data (task, g_ptr_array_ref (keeps), (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, keep_thread);
  return G_SOURCE_REMOVE;
}

/* Copies are written once there is something to see. */
static void
keep_later (NidaLoaded *loaded)
{
  if (loaded->keeps != NULL)
    g_timeout_add_full (G_PRIORITY_LOW, KEEP_AFTER_MS, keep_cb, g_steal_pointer (&loaded->keeps),
                        (GDestroyNotify) g_ptr_array_unref);
}

/* Waits for the thread. */
NidaLoaded *
nida_session_take_ahead (const char * const *inputs)
{
  NidaLoaded *loaded;

  if (ahead_reader == NULL || !g_strv_equal ((const char * const *) ahead_inputs, inputs))
    return NULL;
  g_clear_pointer (&ahead_inputs, g_strfreev);
  loaded = g_thread_join (g_steal_pointer (&ahead_reader));
  if (loaded != NULL)
    keep_later (loaded);
  return loaded;
}
