/* What was opened before, newest first, in GSettings: files, what they held, and whether they are still there. */
#include "config.h"

#include "recent.h"

#include "document-actions.h"
#include "document-file.h"
#include "look.h"
#include "translate.h"

#define MAX_RECENT 12
#define N_PARTS 5    /* time, title, rows, money, addresses with a space between: separated by tabs */

NidaRecent *
nida_recent_parse (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\t", N_PARTS);
  NidaRecent *recent;

  if (g_strv_length (parts) != N_PARTS || *parts[N_PARTS - 1] == '\0')
    return NULL;
  recent = g_new0 (NidaRecent, 1);
  recent->time = g_ascii_strtoll (parts[0], NULL, 10);
  recent->title = g_strdup (parts[1]);
  recent->rows = (guint) g_ascii_strtoull (parts[2], NULL, 10);
  recent->money = *parts[3] != '\0' ? g_ascii_strtoll (parts[3], NULL, 10) : NIDA_MONEY_NONE;
  recent->uris = g_strsplit (parts[4], " ", -1);
  return recent;
}

static char *
without_tabs (const char *text)
{
  return g_strdelimit (g_strdup (text != NULL ? text : ""), "\t\r\n", ' ');
}

char *
nida_recent_to_string (const NidaRecent *recent)
{
  g_autofree char *title = without_tabs (recent->title);
  g_autofree char *uris = g_strjoinv (" ", recent->uris);
  g_autofree char *money = recent->money != NIDA_MONEY_NONE ? g_strdup_printf ("%" G_GINT64_FORMAT, recent->money) : g_strdup ("");

  return g_strdup_printf ("%" G_GINT64_FORMAT "\t%s\t%u\t%s\t%s", recent->time, title, recent->rows, money, uris);
}

void
nida_recent_free (NidaRecent *recent)
{
  g_free (recent->title);
  g_strfreev (recent->uris);
  g_free (recent);
}

gboolean
nida_recent_is_available (const NidaRecent *recent)
{
  for (guint i = 0; recent->uris[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (recent->uris[i]);

      if (g_file_is_native (file) && !g_file_query_exists (file, NULL))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
nida_recent_list (GSettings *settings)
{
  g_auto (GStrv) texts = g_settings_get_strv (settings, "recent");
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_recent_free);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      NidaRecent *recent = nida_recent_parse (texts[i]);

      if (recent != NULL)
        g_ptr_array_add (list, recent);
    }
  return list;
}

char **
nida_recent_dup_uris (NidaSession *session)
{
  NidaDocumentFile *document = nida_document_get_file (nida_session_get_document (session));
  const char *path[] = { document != NULL ? nida_document_file_get_path (document) : NULL, NULL };
  const char * const *inputs = document != NULL ? path : nida_session_get_inputs (session);
  GPtrArray *uris = g_ptr_array_new ();

  for (guint i = 0; inputs != NULL && inputs[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (inputs[i]);

      g_ptr_array_add (uris, g_file_get_uri (file));
    }
  g_ptr_array_add (uris, NULL);
  return (char **) g_ptr_array_free (uris, FALSE);
}

static void
store (GSettings *settings,
       GPtrArray *list)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < MIN (list->len, MAX_RECENT); i++)
    g_ptr_array_add (texts, nida_recent_to_string (g_ptr_array_index (list, i)));
  g_ptr_array_add (texts, NULL);
  g_settings_set_strv (settings, "recent", (const char * const *) texts->pdata);
}

static gboolean
is_draft (const char *path)
{
  return path != NULL && nida_document_path_is_draft (path);
}

/* A draft that was saved under a name is no more. */
static gboolean
is_gone_draft (const NidaRecent *recent)
{
  g_autofree char *path = g_filename_from_uri (recent->uris[0], NULL, NULL);

  return is_draft (path) && !g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
drop_same (GPtrArray           *list,
           const char * const  *uris)
{
  for (guint i = list->len; i > 0; i--)
    {
      NidaRecent *other = g_ptr_array_index (list, i - 1);

      if (g_strv_equal ((const char * const *) other->uris, uris) || is_gone_draft (other))
        g_ptr_array_remove_index (list, i - 1);
    }
}

/* What was received in all, for the second line of the list. */
static NidaMoney
total_received (NidaSession *session)
{
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (NidaCube) cube = NULL;

  query->measures = 1u << NIDA_MEASURE_RECEIVED;
  cube = nida_local_engine_query (nida_session_get_engine (session), query, NULL);
  if (cube == NULL || nida_cube_get_total (cube) == NULL || nida_cube_get_total (cube)->flows == 0)
    return NIDA_MONEY_NONE;
  return nida_cube_get_total (cube)->values[NIDA_MEASURE_RECEIVED];
}

void
nida_recent_add (GSettings   *settings,
                 NidaSession *session)
{
  const NidaBoard *board = nida_session_get_board (session);
  g_autoptr (GPtrArray) list = nida_recent_list (settings);
  NidaRecent *recent = g_new0 (NidaRecent, 1);
  g_autofree char *title = NULL;

  recent->time = g_get_real_time () / G_USEC_PER_SEC;
  title = nida_document_actions_dup_title (nida_session_get_document (session));
  recent->title = title != NULL ? g_steal_pointer (&title) : g_strdup (board->title);
  recent->rows = nida_dataset_get_n_rows (nida_session_get_dataset (session));
  recent->money = total_received (session);
  recent->uris = nida_recent_dup_uris (session);
  drop_same (list, (const char * const *) recent->uris);
  g_ptr_array_insert (list, 0, recent);
  store (settings, list);
}

void
nida_recent_remove (GSettings        *settings,
                    const NidaRecent *recent)
{
  g_autoptr (GPtrArray) list = nida_recent_list (settings);

  drop_same (list, (const char * const *) recent->uris);
  store (settings, list);
}

static gboolean
is_named_twice (GPtrArray        *list,
                const NidaRecent *recent)
{
  for (guint i = 0; i < list->len; i++)
    if (list->pdata[i] != recent && g_strcmp0 (((NidaRecent *) list->pdata[i])->title, recent->title) == 0)
      return TRUE;
  return FALSE;
}

char *
nida_recent_dup_label (const NidaRecent *recent,
                       GPtrArray        *list)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  g_autofree char *title = nida_language_isolate (language, recent->title), *path = NULL, *file = NULL, *name = NULL;
  g_autoptr (GFile) first = NULL;

  if (!is_named_twice (list, recent) || recent->uris[0] == NULL)
    return g_steal_pointer (&title);
  first = g_file_new_for_uri (recent->uris[0]);
  path = g_file_get_path (first);
  file = g_file_get_basename (first);
  name = is_draft (path) ? g_strdup (_("Draft")) : nida_language_isolate (language, file);
  /* Translators: two documents have one title, so that the file of each stands behind it */
  return g_strdup_printf (C_("recent", "%1$s · %2$s"), title, name);
}

void
nida_recent_tell_desktop (GtkRecentManager *desktop,
                          NidaSession      *session)
{
  g_auto (GStrv) uris = nida_recent_dup_uris (session);
  gboolean is_document = nida_document_get_file (nida_session_get_document (session)) != NULL;
  const GtkRecentData data = {
    .mime_type = (char *) (is_document ? "application/x-nida" : "text/csv"), .app_name = (char *) "Nida", .app_exec = (char *) "nida %u",
  };

  for (guint i = 0; uris[i] != NULL; i++)
    {
      g_autofree char *path = g_filename_from_uri (uris[i], NULL, NULL);

      if (path != NULL && !is_draft (path))
        gtk_recent_manager_add_full (desktop, uris[i], &data);
    }
}
