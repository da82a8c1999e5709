/* One question for every format: the ending of the name says whether the picture is meant or the figures. */
#include "config.h"

#include "chart-out.h"

#include "chart-copy.h"
#include "export.h"
#include "look.h"
#include "save-dialog.h"
#include "chart-table.h"
#include "translate.h"

#include <glib/gstdio.h>
#include <stdlib.h>

gboolean
nida_chart_out_write (NidaScene  *scene,
                      GFile      *file,
                      double      pixel_scale,
                      GError    **error)
{
  NidaLook *look = nida_look_get ();
  g_autofree char *name = g_file_get_basename (file), *lower = g_ascii_strdown (name, -1);

  if (g_str_has_suffix (lower, ".csv") || g_str_has_suffix (lower, ".xlsx"))
    return nida_scene_table_write (scene, file, error);
  return nida_scene_export_file (scene, nida_look_get_theme (look), file, pixel_scale,
                                 nida_language_get_code (nida_look_get_language (look)), error);
}

static gboolean
write_cb (GFile     *file,
          double     pixel_scale,
          gpointer   data,
          GError   **error)
{
  return nida_chart_out_write (data, file, pixel_scale, error);
}

void
nida_chart_out_save (GtkWidget *widget,
                     NidaScene *scene)
{
  g_autofree char *name = nida_chart_copy_file_stem (nida_scene_get_title (scene));

  nida_save_dialog_show (widget, _("Save Chart"), name, NIDA_SAVE_PICTURES | NIDA_SAVE_DATA, 0, write_cb, g_object_ref (scene),
                         g_object_unref);
}

/* --- dragging --- */

/* Of this process, for as long as it runs: a file manager copies the file after the drop. */
static char *drag_folder;
static GFile *last_dragged;

static void
remove_folder (void)
{
  if (last_dragged != NULL)
    g_file_delete (last_dragged, NULL, NULL);
  g_rmdir (drag_folder);
}

static char *
get_folder (void)
{
  if (drag_folder == NULL)
    {
      g_autofree char *template = g_build_filename (g_get_user_runtime_dir (), "nida-drag-XXXXXX", NULL);

      if (g_mkdtemp (template) != NULL)
        {
          drag_folder = g_steal_pointer (&template);
          atexit (remove_folder);
        }
    }
  return drag_folder;
}

/* A picture with the name of the chart; the one of the drag before goes. */
static GFile *
write_dragged (NidaScene *scene)
{
  const char *folder = get_folder ();
  g_autofree char *name = nida_chart_copy_file_name (scene, "png");
  g_autoptr (GFile) file = folder != NULL ? g_file_new_build_filename (folder, name, NULL) : NULL;
  g_autoptr (GError) error = NULL;

  if (file == NULL)
    return NULL;
  if (last_dragged != NULL)
    g_file_delete (last_dragged, NULL, NULL);
  g_clear_object (&last_dragged);
  if (!nida_chart_out_write (scene, file, g_settings_get_int (nida_look_get_settings (nida_look_get ()), "png-scale"), &error))
    {
      g_debug ("No file to drag: %s", error->message);
      return NULL;
    }
  last_dragged = g_object_ref (file);
  return g_steal_pointer (&file);
}

GdkContentProvider *
nida_chart_out_drag (NidaScene           *scene,
                     const NidaChartSpec *spec)
{
  g_autoptr (GFile) file = write_dragged (scene);
  GdkContentProvider *copied = nida_chart_copy_provider (scene, spec, NULL);
  GdkContentProvider *providers[2];

  if (file == NULL || copied == NULL)
    return copied;
  /* Programs that paint come first: they would take the address of a file, too. */
  providers[0] = copied;
  providers[1] = gdk_content_provider_new_typed (G_TYPE_FILE, file);
  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}
