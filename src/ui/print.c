/* Paper is white and exact: scenes are painted in the theme of print, in the points of the page. */
#include "config.h"

#include "print.h"

#include "chart-copy.h"
#include "export.h"
#include "look.h"
#include "paint.h"
#include "print-preview.h"
#include "safe-file.h"
#include "save-dialog.h"
#include "scene-builder.h"
#include "translate.h"

#include <cairo-pdf.h>
#include <string.h>

#define EDGE 1.0       /* points around a card that its outline may take */
#define FOOT 24.0      /* points below the content that the number of the page takes */

typedef struct {
  NidaPrintFunc  build;
  gpointer       data;
  GDestroyNotify destroy;
  gboolean       whole_page, kept;
  NidaScene     *scene;
  GArray        *breaks;
} Printing;

static void
printing_free (gpointer data)
{
  Printing *self = data;

  if (self->destroy != NULL)
    self->destroy (self->data);
  g_clear_object (&self->scene);
  g_clear_pointer (&self->breaks, g_array_unref);
  g_free (self);
}

static gboolean
is_pdf (cairo_t *cr)
{
  return cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_PDF;
}

/* What is printed to a file is read aloud like any that is saved. */
static void
paint (NidaScene *scene,
       cairo_t   *cr)
{
  nida_scene_paint (scene, cr, &(NidaPaintOptions) { .theme = NIDA_THEME_PRINT, .tagged = is_pdf (cr) });
}

/* --- pages --- */

/* The highest place at or above @y, and below @start, that no card of @scene crosses; @y where a card is as high as a page. */
static double
find_break (NidaScene *scene,
            double     start,
            double     y)
{
  double best = y;
  gboolean crossed = TRUE;

  while (crossed)
    {
      crossed = FALSE;
      for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
        {
          const NidaNode *node = nida_scene_get_node (scene, i);

          if (!g_str_has_prefix (node->key, "card/") || node->box.y - EDGE >= best || node->box.y + node->box.height + EDGE <= best)
            continue;
          best = node->box.y - EDGE;
          crossed = TRUE;
        }
    }
  return best > start ? best : y;
}

/**
 * nida_print_find_breaks:
 * @scene: what is printed
 * @page_height: the room of a page in points
 *
 * Returns: (transfer full) (element-type double): where each page ends
 */
GArray *
nida_print_find_breaks (NidaScene *scene,
                        double     page_height)
{
  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (double));
  double height = nida_scene_get_height (scene), end = 0;

  g_return_val_if_fail (page_height > 0, breaks);

  do
    {
      double start = end;

      end = start + page_height >= height - 0.5 ? height : find_break (scene, start, start + page_height);
      g_array_append_val (breaks, end);
    }
  while (end < height);
  return breaks;
}

static void
begin_cb (GtkPrintOperation *operation,
          GtkPrintContext   *context,
          Printing          *self)
{
  double width = gtk_print_context_get_width (context), height = gtk_print_context_get_height (context);
  double room = self->whole_page ? height : MAX (height - FOOT, 1.0);

  g_clear_object (&self->scene);
  g_clear_pointer (&self->breaks, g_array_unref);
  self->scene = self->build (width, room, self->data);
  if (self->scene == NULL)
    {
      gtk_print_operation_set_n_pages (operation, 1);
      gtk_print_operation_cancel (operation);
      return;
    }
  self->breaks = self->whole_page ? g_array_new (FALSE, FALSE, sizeof (double)) : nida_print_find_breaks (self->scene, room);
  gtk_print_operation_set_n_pages (operation, MAX ((int) self->breaks->len, 1));
}

/* The figure of all pages stands at the end of the last. */
static void
end_document (Printing *self,
              cairo_t  *cr,
              int       page)
{
  if (is_pdf (cr) && page + 1 >= (int) self->breaks->len)
    nida_scene_paint_figure (self->scene, cr, NIDA_THEME_PRINT);
}

/* A page of its own: as large as the paper, and in its middle. */
static void
draw_whole (Printing        *self,
            GtkPrintContext *context)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width = gtk_print_context_get_width (context), height = gtk_print_context_get_height (context);
  double own_width = nida_scene_get_width (self->scene), own_height = nida_scene_get_height (self->scene);
  double scale = MIN (width / own_width, height / own_height);

  cairo_save (cr);
  cairo_translate (cr, (width - own_width * scale) / 2, (height - own_height * scale) / 2);
  cairo_scale (cr, scale, scale);
  paint (self->scene, cr);
  end_document (self, cr, 0);
  cairo_restore (cr);
}

static void
draw_foot (Printing        *self,
           GtkPrintContext *context,
           int              page)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  double width = gtk_print_context_get_width (context), height = gtk_print_context_get_height (context);
  double scale = 0.75, line = nida_font_line_height (NIDA_FONT_SOURCE, scale);
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (width, FOOT, scale, nida_language_is_rtl (language));
  g_autofree char *number = nida_language_integer (language, page + 1), *all = nida_language_integer (language, self->breaks->len);
  g_autofree char *words = g_strdup_printf (_("Page %1$s of %2$s"), number, all);
  g_autoptr (NidaScene) foot = NULL;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  nida_scene_builder_text (builder, "page", (NidaBox) { 0, FOOT - line, width, line }, NIDA_FONT_SOURCE, NIDA_COLOR_TEXT_SOURCE,
                           NIDA_ANCHOR_END, words);
  foot = nida_scene_builder_end (builder);
  cairo_save (cr);
  cairo_translate (cr, 0, height - FOOT);
  paint (foot, cr);
  cairo_restore (cr);
}

/* Of a print to a file: as its page is headed, which on wide paper may say more than the chart on the board did. */
static void
name_document (Printing          *self,
               GtkPrintOperation *operation,
               cairo_t           *cr)
{
  cairo_surface_t *paper = cairo_get_target (cr);
  g_autofree char *job = NULL;
  const char *title = nida_scene_get_title (self->scene);

  if (!is_pdf (cr))
    return;
  g_object_get (operation, "job-name", &job, NULL);
  cairo_pdf_surface_set_metadata (paper, CAIRO_PDF_METADATA_TITLE, title != NULL && *title != '\0' ? title : job);
  cairo_pdf_surface_set_metadata (paper, CAIRO_PDF_METADATA_SUBJECT, nida_scene_get_description (self->scene));
  cairo_pdf_surface_set_metadata (paper, CAIRO_PDF_METADATA_CREATOR, "Nida");
}

static void
draw_cb (GtkPrintOperation *operation,
         GtkPrintContext   *context,
         int                page,
         Printing          *self)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double start, end;

  if (self->scene == NULL)
    return;      /* cancelled */
  if (page == 0)
    name_document (self, operation, cr);
  if (self->whole_page)
    {
      draw_whole (self, context);
      return;
    }
  start = page > 0 ? g_array_index (self->breaks, double, page - 1) : 0;
  end = g_array_index (self->breaks, double, page);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, gtk_print_context_get_width (context), end - start);
  cairo_clip (cr);
  cairo_translate (cr, 0, -start);
  paint (self->scene, cr);
  cairo_restore (cr);
  draw_foot (self, context, page);
  end_document (self, cr, page);
}

/* --- a file --- */

/* Where @operation has written a file of this machine, or NULL: a printer, the portal. */
static GFile *
dup_output (GtkPrintOperation *operation)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  const char *uri = settings != NULL ? gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_URI) : NULL;
  g_autofree char *exported = NULL;
  g_autoptr (GFile) file = NULL;

  g_object_get (operation, "export-filename", &exported, NULL);
  file = exported != NULL ? g_file_new_for_path (exported) : uri != NULL ? g_file_new_for_uri (uri) : NULL;
  return file != NULL && g_file_is_native (file) ? g_steal_pointer (&file) : NULL;
}

/* What Cairo cannot tell a PDF, its language and the words of its figure, is added to the file. It is a good file without them, so
 * that nobody is told of a failure. */
static void
describe_output (Printing *self,
                 GFile    *file)
{
  g_autoptr (GBytes) printed = g_file_load_bytes (file, NULL, NULL, NULL), described = NULL;

  if (printed == NULL || self->scene == NULL || g_bytes_get_size (printed) < 4 || memcmp (g_bytes_get_data (printed, NULL), "%PDF", 4) != 0)
    return;
  described = nida_pdf_describe (printed, nida_scene_get_description (self->scene), nida_scene_is_rtl (self->scene) ? "ar" : "en");
  if (g_bytes_get_size (described) > g_bytes_get_size (printed))
    nida_safe_file_write (file, described, NULL, NULL);
}

/* A file that is printed to is written on while the pages are drawn already: the operation is kept until then. */
static void
status_cb (GtkPrintOperation *operation,
           Printing          *self)
{
  g_autoptr (GFile) file = dup_output (operation);

  if (!self->kept || !gtk_print_operation_is_finished (operation))
    return;
  self->kept = FALSE;
  if (file != NULL && gtk_print_operation_get_status (operation) == GTK_PRINT_STATUS_FINISHED)
    describe_output (self, file);
  g_object_unref (operation);
}

static void
drawn_cb (GtkPrintOperation       *operation,
          GtkPrintOperationResult  result,
          Printing                *self)
{
  g_autoptr (GFile) file = dup_output (operation);
  g_autofree char *exported = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_APPLY || file == NULL)
    return;
  g_object_get (operation, "export-filename", &exported, NULL);
  if (exported != NULL)
    {
      describe_output (self, file);
      return;
    }
  self->kept = TRUE;
  g_object_ref (operation);
  status_cb (operation, self);
}

/* --- the operation --- */

/* What was chosen the last time, while the program runs. */
static GtkPrintSettings *last_settings;
static GtkPageSetup *last_setup;

static GtkPageSetup *
get_setup (void)
{
  g_autoptr (GtkPaperSize) a4 = NULL;

  if (last_setup != NULL)
    return last_setup;
  a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  last_setup = gtk_page_setup_new ();
  gtk_page_setup_set_paper_size_and_default_margins (last_setup, a4);
  return last_setup;
}

/* As before, but into a file of its own: a PDF that was printed earlier is not written over. */
static GtkPrintSettings *
new_settings (const char *title)
{
  GtkPrintSettings *settings = last_settings != NULL ? gtk_print_settings_copy (last_settings) : gtk_print_settings_new ();
  g_autofree char *stem = nida_chart_copy_file_stem (title);

  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_OUTPUT_URI);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, stem);
  return settings;
}

/**
 * nida_print_operation_new:
 * @title: of the job, as a queue of printers shows it
 * @whole_page: whether the scene is a page of its own
 * @build: makes the scene
 * @data: for @build
 * @destroy: frees @data
 *
 * Returns: (transfer full): an operation that prints on A4 unless another paper was chosen before
 */
GtkPrintOperation *
nida_print_operation_new (const char     *title,
                          gboolean        whole_page,
                          NidaPrintFunc   build,
                          gpointer        data,
                          GDestroyNotify  destroy)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPrintSettings) settings = new_settings (title);
  Printing *self = g_new0 (Printing, 1);

  *self = (Printing) { .build = build, .data = data, .destroy = destroy, .whole_page = whole_page };
  g_object_set_data_full (G_OBJECT (operation), "nida-printing", self, printing_free);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, whole_page);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_default_page_setup (operation, get_setup ());
  gtk_print_operation_set_print_settings (operation, settings);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), self);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), self);
  g_signal_connect (operation, "done", G_CALLBACK (drawn_cb), self);
  g_signal_connect (operation, "status-changed", G_CALLBACK (status_cb), self);
  g_signal_connect (operation, "preview", G_CALLBACK (nida_print_preview_cb), NULL);
  return operation;
}

void
nida_print_operation_turn (GtkPrintOperation *operation)
{
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_copy (gtk_print_operation_get_default_page_setup (operation));

  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  g_object_set_data (G_OBJECT (operation), "nida-turned", operation);
}

/* The paper that was chosen, not that one chart turned it. */
static void
remember (GtkPrintOperation *operation)
{
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_copy (gtk_print_operation_get_default_page_setup (operation));
  gboolean turned = g_object_get_data (G_OBJECT (operation), "nida-turned") != NULL;
  GtkPageOrientation before = gtk_page_setup_get_orientation (get_setup ());

  if (turned)
    gtk_page_setup_set_orientation (setup, before);
  g_set_object (&last_setup, setup);
  g_set_object (&last_settings, gtk_print_operation_get_print_settings (operation));
  if (turned && last_settings != NULL)
    gtk_print_settings_set_orientation (last_settings, before);
}

/* A file appears without a sound, unlike paper: it is said once that it is there. */
static void
written_cb (GtkPrintOperation *operation,
            GtkWidget         *widget)
{
  g_autoptr (GFile) file = dup_output (operation);

  if (file == NULL || gtk_print_operation_get_status (operation) != GTK_PRINT_STATUS_FINISHED
      || g_object_get_data (G_OBJECT (operation), "nida-told") != NULL)
    return;
  g_object_set_data (G_OBJECT (operation), "nida-told", operation);
  nida_save_dialog_tell (widget, file, NULL);
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         GtkWidget               *widget)
{
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      remember (operation);
      written_cb (operation, widget);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      g_autoptr (GError) error = NULL;

      gtk_print_operation_get_error (operation, &error);
      gtk_widget_activate_action (widget, "win.toast", "(ss)", _("It could not be printed"), error != NULL ? error->message : "");
    }
}

/**
 * nida_print_run:
 * @widget: who asks
 * @operation: (transfer full): from nida_print_operation_new()
 */
void
nida_print_run (GtkWidget         *widget,
                GtkPrintOperation *operation)
{
  g_autoptr (GtkPrintOperation) owned = operation;

  gtk_print_operation_set_allow_async (owned, TRUE);
  g_signal_connect_object (owned, "done", G_CALLBACK (done_cb), widget, 0);
  g_signal_connect_object (owned, "status-changed", G_CALLBACK (written_cb), widget, 0);
  gtk_print_operation_run (owned, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (gtk_widget_get_root (widget)), NULL);
}
