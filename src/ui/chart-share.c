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
#define PRINT_RATIO 0.62       /* of the width: flat enough to look as it does on the screen */

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
  NidaScene *scene = nida_chart_view_get_scene (chart);
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
  NidaScene *scene = nida_chart_view_get_scene (NIDA_CHART_VIEW (widget));

  if (scene != NULL)
    nida_chart_out_save (widget, scene);
}

gboolean
nida_chart_share_export (NidaChartView  *chart,
                         GFile          *file,
                         GError        **error)
{
  NidaLook *look = nida_look_get ();

  return nida_scene_export_file (nida_chart_view_get_scene (chart), nida_look_get_theme (look), file, EXPORT_PIXEL_SCALE,
                                 nida_language_get_code (nida_look_get_language (look)), error);
}

/* --- on paper --- */

static NidaScene *
print_scene (double   width,
             double   height,
             gpointer data)
{
  return nida_chart_view_build_print (NIDA_CHART_VIEW (data), width, MIN (height, width * PRINT_RATIO));
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

  if (scene == NULL || (!nida_chart_view_is_card (chart) && head != NULL && y > head->box.y + head->box.height))
    return NULL;
  return nida_chart_out_drag (scene, get_own_spec (chart));
}

void
nida_chart_share_attach (NidaChartView *chart)
{
  GtkDragSource *drag = gtk_drag_source_new ();

  gtk_drag_source_set_actions (drag, GDK_ACTION_COPY);
  g_signal_connect (drag, "prepare", G_CALLBACK (drag_prepare_cb), chart);
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
