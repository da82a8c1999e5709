/* The actions that save and print all of a board, and that open the donor report. */
#include "config.h"

#include "out-actions.h"

#include "board-picture.h"
#include "chart-copy.h"
#include "donor-window.h"
#include "export.h"
#include "look.h"
#include "print.h"
#include "save-dialog.h"
#include "slide-list.h"
#include "slides-out.h"
#include "translate.h"

#define BOARD_WIDTH 1136.0      /* as `nida render` draws it: two columns of charts */
#define PRINT_SCALE 0.66        /* A4 upright has one column of charts, on its side or A3 two */

/* --- saving the board --- */

static gboolean
write_board (GFile     *file,
             double     pixel_scale,
             gpointer   data,
             GError   **error)
{
  NidaLook *look = nida_look_get ();

  return nida_scene_export_file (data, nida_look_get_theme (look), file, pixel_scale,
                                 nida_language_get_code (nida_look_get_language (look)), error);
}

static void
board_save_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaScene) scene = nida_board_picture_new (nida_window_get_session (NIDA_WINDOW (widget)), BOARD_WIDTH, 1,
                                                        nida_look_get_theme (nida_look_get ()), &error);
  g_autofree char *stem = NULL;

  if (scene == NULL)
    {
      nida_window_toast (NIDA_WINDOW (widget), error->message, NULL);
      return;
    }
  stem = nida_chart_copy_file_stem (nida_scene_get_title (scene));
  nida_save_dialog_show (widget, _("Save Board"), stem, NIDA_SAVE_PICTURES, NIDA_SAVE_PDF, write_board, g_object_ref (scene),
                         g_object_unref);
}

/* --- saving the slides --- */

static void
slides_save_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  nida_slides_out_ask (widget, nida_window_get_session (NIDA_WINDOW (widget)), g_str_equal (name, "win.slides-save-notes"));
}

static gboolean
write_slide (GFile     *file,
             double     pixel_scale,
             gpointer   data,
             GError   **error)
{
  return nida_scene_export_file (data, NIDA_THEME_PRINT, file, pixel_scale,
                                 nida_language_get_code (nida_look_get_language (nida_look_get ())), error);
}

/* The present one. */
static void
slide_save_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  NidaSlideList *list = nida_slide_list_of (nida_window_get_session (NIDA_WINDOW (widget)));
  NidaScene *scene = nida_slide_list_get_scene (list, nida_slide_list_get_current (list));
  g_autofree char *stem = NULL;

  if (scene == NULL)
    {
      nida_window_toast (NIDA_WINDOW (widget), _("There are no slides to save"), NULL);
      return;
    }
  stem = nida_chart_copy_file_stem (nida_scene_get_title (scene));
  nida_save_dialog_show (widget, _("Save Slide"), stem, NIDA_SAVE_PICTURES, NIDA_SAVE_PNG, write_slide, g_object_ref (scene), g_object_unref);
}

/* --- printing --- */

static NidaScene *
print_board (double   width,
             double   height,
             gpointer data)
{
  g_autoptr (GError) error = NULL;
  NidaScene *scene = nida_board_picture_new (data, width, PRINT_SCALE, NIDA_THEME_PRINT, &error);

  if (scene == NULL)
    g_debug ("The board cannot be printed: %s", error->message);
  return scene;
}

GtkPrintOperation *
nida_board_new_print (NidaSession *session)
{
  return nida_print_operation_new (nida_session_get_board (session)->title, FALSE, print_board, g_object_ref (session),
                                   g_object_unref);
}

static void
print_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  NidaWorkspace *workspace = nida_window_get_workspace (NIDA_WINDOW (widget));
  NidaChartView *alone = workspace != NULL ? nida_board_view_get_alone (nida_workspace_get_board (workspace)) : NULL;

  if (alone != NULL)
    gtk_widget_activate_action (GTK_WIDGET (alone), "chart.print", NULL);
  else if (workspace != NULL && nida_session_get_answers (nida_window_get_session (NIDA_WINDOW (widget))) != NULL)
    nida_print_run (widget, nida_board_new_print (nida_window_get_session (NIDA_WINDOW (widget))));
}

/* --- the donor report --- */

/* With a parameter, of that donor. */
static void
donor_report_cb (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  NidaSession *session = nida_window_get_session (NIDA_WINDOW (widget));

  if (nida_session_get_dataset (session) != NULL)
    gtk_window_present (GTK_WINDOW (nida_donor_window_new (GTK_WINDOW (widget), session,
                                                           parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL)));
}

void
nida_out_actions_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.board-save", NULL, board_save_cb);
  gtk_widget_class_install_action (widget_class, "win.slides-save", NULL, slides_save_cb);
  gtk_widget_class_install_action (widget_class, "win.slides-save-notes", NULL, slides_save_cb);
  gtk_widget_class_install_action (widget_class, "win.slide-save", NULL, slide_save_cb);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "win.donor-report", NULL, donor_report_cb);
  gtk_widget_class_install_action (widget_class, "win.donor-report-of", "s", donor_report_cb);
}

void
nida_out_actions_update (GtkWidget *window,
                         gboolean   open)
{
  static const char * const names[] = { "win.board-save", "win.slides-save", "win.slides-save-notes", "win.slide-save", "win.print", "win.donor-report",
                                       "win.donor-report-of" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (window, names[i], open);
}
