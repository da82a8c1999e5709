/* What leaves is the chart as it is seen, with its table and, for Nida, the chart itself. */
#include "config.h"

#include "chart-share.h"

#include "chart-copy.h"
#include "chart-out.h"
#include "export.h"
#include "look.h"
#include "print.h"
#include "translate.h"

#define EXPORT_PIXEL_SCALE 2.0
#define PRINT_RATIO 0.62       /* of the width on a page that stands: flat enough to look as it does on the screen */
#define ICON_WIDTH 240.0f      /* of a chart while it is dragged */
#define ICON_OFFSET -12        /* from the pointer, which must not hide where it drops */

/* As it stands on the board, without the filters around it. */
static const NidaChartSpec *
get_own_spec (NidaChartView *chart)
{
  return nida_session_get_chart (nida_chart_view_get_session (chart), nida_chart_view_get_place (chart));
}

static void
copy_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  NidaChartView *chart = NIDA_CHART_VIEW (widget);
  g_autoptr (NidaScene) scene = nida_chart_view_build_out (chart);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkContentProvider) provider = scene != NULL ? nida_chart_copy_provider (scene, get_own_spec (chart), &error) : NULL;

  if (provider == NULL)
    {
      nida_chart_view_tell (chart, _("The chart could not be copied"), error);
      return;
    }
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), provider);
  nida_chart_view_tell (chart, _("Copied as a picture, a drawing and a table"), NULL);
}

static void
save_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  g_autoptr (NidaScene) scene = nida_chart_view_build_out (NIDA_CHART_VIEW (widget));

  if (scene != NULL)
    nida_chart_out_save (widget, scene);
}

gboolean
nida_chart_share_export (NidaChartView  *chart,
                         GFile          *file,
                         GError        **error)
{
  NidaLook *look = nida_look_get ();
  g_autoptr (NidaScene) scene = nida_chart_view_build_out (chart);

  return nida_scene_export_file (scene, nida_look_get_theme (look), file, EXPORT_PIXEL_SCALE,
                                 nida_language_get_code (nida_look_get_language (look)), error);
}

/* --- on paper --- */

static NidaScene *
print_scene (double   width,
             double   height,
             gpointer data)
{
  return nida_chart_view_build_print (NIDA_CHART_VIEW (data), width, height < width ? height : width * PRINT_RATIO);
}

GtkPrintOperation *
nida_chart_share_new_print (NidaChartView *chart)
{
  GtkPrintOperation *operation = nida_print_operation_new (nida_scene_get_title (nida_chart_view_get_scene (chart)), FALSE,
                                                           print_scene, g_object_ref (chart), g_object_unref);

  nida_print_operation_turn (operation);
  return operation;
}

static void
print_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  NidaChartView *chart = NIDA_CHART_VIEW (widget);

  if (nida_chart_view_get_scene (chart) != NULL && nida_chart_view_get_answer (chart) != NULL)
    nida_print_run (widget, nida_chart_share_new_print (chart));
}

/* --- dragged --- */

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source,
                 double         x,
                 double         y,
                 NidaChartView *chart)
{
  NidaScene *scene = nida_chart_view_get_scene (chart);
  const NidaNode *head = scene == NULL ? NULL : nida_scene_find (scene, "subtitle");
  g_autoptr (NidaScene) out = NULL;

  if (scene == NULL || (!nida_chart_view_is_card (chart) && head != NULL && y > head->box.y + head->box.height))
    return NULL;
  out = nida_chart_view_build_out (chart);
  return out != NULL ? nida_chart_out_drag (out, get_own_spec (chart)) : NULL;
}

/* Who drags sees what: the chart itself, small, beside the pointer. */
static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag       *drag,
               NidaChartView *chart)
{
  g_autoptr (NidaScene) scene = nida_chart_view_build_out (chart);
  g_autoptr (GdkTexture) picture = scene != NULL ? nida_chart_copy_texture (scene, 1, NULL) : NULL;
  g_autoptr (GtkSnapshot) small = NULL;
  g_autoptr (GdkPaintable) icon = NULL;
  float height;

  if (picture == NULL)
    return;
  height = (float) (ICON_WIDTH * nida_scene_get_height (scene) / nida_scene_get_width (scene));
  small = gtk_snapshot_new ();
  gtk_snapshot_append_texture (small, picture, &GRAPHENE_RECT_INIT (0, 0, ICON_WIDTH, height));
  icon = gtk_snapshot_to_paintable (small, &GRAPHENE_SIZE_INIT (ICON_WIDTH, height));
  gtk_drag_source_set_icon (source, icon, ICON_OFFSET, ICON_OFFSET);
}

void
nida_chart_share_attach (NidaChartView *chart)
{
  GtkDragSource *drag = gtk_drag_source_new ();

  gtk_drag_source_set_actions (drag, GDK_ACTION_COPY);
  g_signal_connect (drag, "prepare", G_CALLBACK (drag_prepare_cb), chart);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), chart);
  gtk_widget_add_controller (GTK_WIDGET (nida_chart_view_get_canvas (chart)), GTK_EVENT_CONTROLLER (drag));
}

void
nida_chart_share_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "chart.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "chart.print", NULL, print_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, 0, "chart.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "chart.copy", NULL);
}
