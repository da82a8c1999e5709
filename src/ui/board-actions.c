/* A chart comes from another board, or another window, as the text of its spec. */
#include "config.h"

#include "board-actions.h"

#include "chart-editor.h"
#include "spec-text.h"
#include "translate.h"

#define MAX_PASTED (1024 * 1024)      /* bytes */

/* What the board is about, and by whom: most charts begin so. */
static NidaChartSpec *
new_spec (NidaSession *session)
{
  NidaChartSpec *spec = nida_chart_spec_new (NIDA_CHART_RANKING);
  const NidaBoard *board = nida_session_get_board (session);

  for (guint i = 0; i < board->charts->len; i++)
    {
      const NidaChartSpec *other = board->charts->pdata[i];

      if (nida_chart_kind_get_traits (other->kind)->choices & NIDA_CHOICE_MEASURE)
        {
          spec->measure = other->measure;
          break;
        }
    }
  nida_board_keep_year (board, spec);
  return spec;
}

static void
add_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  NidaSession *session = nida_window_get_session (NIDA_WINDOW (widget));
  g_autoptr (NidaChartSpec) spec = NULL;

  if (nida_session_get_board (session) == NULL)
    return;
  spec = new_spec (session);
  gtk_window_present (GTK_WINDOW (nida_chart_editor_new (GTK_WINDOW (widget), session, spec, G_MAXUINT)));
}

static void
paste (NidaWindow *self,
       GBytes     *bytes)
{
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_from_text (text != NULL ? text : "", (gssize) size, &error);

  if (spec == NULL)
    nida_window_toast (self, _("The chart could not be pasted"), error->message);
  else
    nida_session_add_chart (nida_window_get_session (self), G_MAXUINT, spec);
}

static void
bytes_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (NidaWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error) >= 0)
    bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
  if (bytes == NULL || g_bytes_get_size (bytes) > MAX_PASTED)
    nida_window_toast (self, _("The chart could not be pasted"), error != NULL ? error->message : NULL);
  else
    paste (self, bytes);
}

static void
stream_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (NidaWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);
  g_autoptr (GOutputStream) memory = NULL;

  if (stream == NULL)
    {
      nida_window_toast (self, _("The chart could not be pasted"), error->message);
      return;
    }
  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, G_PRIORITY_DEFAULT,
                                NULL, bytes_cb, g_steal_pointer (&self));
}

static void
paste_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);

  if (nida_session_get_board (nida_window_get_session (NIDA_WINDOW (widget))) == NULL)
    return;
  if (!gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), NIDA_SPEC_MIME_TYPE))
    {
      nida_window_toast (NIDA_WINDOW (widget), _("There is no chart to paste: copy one first"), NULL);
      return;
    }
  gdk_clipboard_read_async (clipboard, (const char *[]) { NIDA_SPEC_MIME_TYPE, NULL }, G_PRIORITY_DEFAULT, NULL, stream_cb, g_object_ref (widget));
}

static void
reset_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  nida_session_reset_board (nida_window_get_session (NIDA_WINDOW (widget)));
}

void
nida_board_actions_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.add-chart", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "win.paste-chart", NULL, paste_cb);
  gtk_widget_class_install_action (widget_class, "win.reset-board", NULL, reset_cb);
}

void
nida_board_actions_update (NidaWindow *self)
{
  NidaSession *session = nida_window_get_session (self);
  gboolean open = nida_window_get_workspace (self) != NULL && nida_session_get_board (session) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-chart", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.paste-chart", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.reset-board", open && nida_session_is_board_own (session));
}
