/* A document is never opened twice by one program: its window is presented instead. Who asks for several documents, or for
 * documents and tables, gets the tables first, as one dataset, then each document in a window of its own. */
#include "config.h"

#include "opening.h"

#include "document-actions.h"
#include "document-file.h"

#include <glib/gstdio.h>

static gboolean
is_one_file (const char *a,
             const char *b)
{
  GStatBuf one, other;

  return g_str_equal (a, b)
         || (g_stat (a, &one) == 0 && g_stat (b, &other) == 0 && one.st_dev == other.st_dev && one.st_ino == other.st_ino);
}

static GtkWindow *
find_window (GtkApplication *application,
             const char     *path)
{
  for (GList *list = gtk_application_get_windows (application); list != NULL; list = list->next)
    {
      NidaDocumentFile *file = NIDA_IS_WINDOW (list->data)
                               ? nida_document_get_file (nida_session_get_document (nida_window_get_session (list->data))) : NULL;

      if (file != NULL && is_one_file (nida_document_file_get_path (file), path))
        return list->data;
    }
  return NULL;
}

static gboolean
is_among (GPtrArray  *documents,
          const char *path)
{
  for (guint i = 0; i < documents->len; i++)
    if (is_one_file (documents->pdata[i], path))
      return TRUE;
  return FALSE;
}

/* Returns the window that is still to be filled. */
static NidaWindow *
open_one (GtkApplication     *application,
          NidaWindow         *window,
          const char * const *inputs)
{
  if (window == NULL)
    window = nida_window_new (application, inputs);
  else
    nida_window_open (window, inputs);
  gtk_window_present (GTK_WINDOW (window));
  return NULL;
}

void
nida_opening_open (GtkApplication     *application,
                   NidaWindow         *window,
                   const char * const *inputs)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new (), documents = g_ptr_array_new ();
  GtkWindow *present = NULL, *other;

  for (guint i = 0; inputs[i] != NULL; i++)
    if (!nida_document_actions_is_document (inputs[i]))
      g_ptr_array_add (tables, (gpointer) inputs[i]);
    else if ((other = find_window (application, inputs[i])) != NULL)
      present = other;
    else if (!is_among (documents, inputs[i]))
      g_ptr_array_add (documents, (gpointer) inputs[i]);
  if (present != NULL)
    gtk_window_present (present);
  if (tables->len > 0)
    {
      g_ptr_array_add (tables, NULL);
      window = open_one (application, window, (const char * const *) tables->pdata);
    }
  for (guint i = 0; i < documents->len; i++)
    window = open_one (application, window, (const char *[]) { documents->pdata[i], NULL });
}
