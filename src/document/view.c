/* A board of a document as a value and as text: a key file that a person can read and a newer Nida can add to. */
#include "config.h"

#include "view.h"

#include "chart-spec.h"
#include "filter-text.h"
#include "translate.h"

#include <string.h>

#define GROUP    "Nida board"
#define MAX_TEXT (16 * 1024 * 1024)    /* bytes */

G_DEFINE_QUARK (nida-view-error-quark, nida_view_error)

/* A title without letters is none. */
static char *
dup_title (const char *title)
{
  g_autofree char *trimmed = title != NULL ? g_strstrip (g_strdup (title)) : NULL;

  return trimmed != NULL && *trimmed != '\0' ? g_steal_pointer (&trimmed) : NULL;
}

NidaView *
nida_view_new (const NidaFilterSet *filters,
               const char          *title,
               const char          *title_ar)
{
  NidaView *view = g_new0 (NidaView, 1);

  view->filters = nida_filter_set_copy (filters);
  view->title = dup_title (title);
  view->title_ar = dup_title (title_ar);
  return view;
}

void
nida_view_free (NidaView *view)
{
  g_free (view->title);
  g_free (view->title_ar);
  nida_filter_set_free (view->filters);
  g_free (view);
}

char *
nida_view_to_text (const NidaView *view)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_key_file_set_integer (file, GROUP, "version", 1);
  if (view->title != NULL)
    g_key_file_set_string (file, GROUP, "title", view->title);
  if (view->title_ar != NULL)
    g_key_file_set_string (file, GROUP, "title-ar", view->title_ar);
  nida_filter_set_put (view->filters, file, GROUP);
  return g_key_file_to_data (file, NULL, NULL);
}

NidaView *
nida_view_from_text (const char  *text,
                     GError     **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (NidaFilterSet) filters = NULL;
  g_autofree char *title = NULL, *title_ar = NULL;
  gsize size = strlen (text);

  if (size == 0 || size > MAX_TEXT || !g_utf8_validate (text, (gssize) size, NULL)
      || !g_key_file_load_from_data (file, text, size, G_KEY_FILE_NONE, NULL) || !g_key_file_has_group (file, GROUP))
    {
      g_set_error_literal (error, NIDA_VIEW_ERROR, NIDA_VIEW_ERROR_NOT_A_BOARD, _("A board of this document is damaged."));
      return NULL;
    }
  filters = nida_filter_set_take (file, GROUP, error);
  if (filters == NULL)
    return NULL;
  title = g_key_file_get_string (file, GROUP, "title", NULL);
  title_ar = g_key_file_get_string (file, GROUP, "title-ar", NULL);
  return nida_view_new (filters, title, title_ar);
}

const NidaItem *
nida_view_find_opening (NidaItems *items)
{
  const NidaItem *said = nida_items_find (items, NIDA_ITEM_SETTING, "board");
  const NidaItem *board = said != NULL ? nida_items_find (items, NIDA_ITEM_BOARD, said->text) : NULL;

  if (board != NULL)
    return board;
  return nida_items_get_n (items, NIDA_ITEM_BOARD) > 0 ? nida_items_get (items, NIDA_ITEM_BOARD, 0) : NULL;
}

const char *
nida_view_get_title (const NidaView *view,
                     gboolean        arabic)
{
  return nida_chart_spec_pick (arabic, view->title, view->title_ar);
}

gboolean
nida_view_is_own (const NidaView *view)
{
  return view->title != NULL || view->title_ar != NULL || nida_filter_set_get_arrangement (view->filters) != NULL;
}
