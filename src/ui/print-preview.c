/* The preview draws each page into a picture of its own, once, and shows the pictures in a column. */
#include "config.h"

#include "print-preview.h"

#include "look.h"
#include "translate.h"

#define DPI 96.0
#define PAGE_GAP 16
#define MAX_WIDTH 1200      /* an A4 that lies on its side is seen as large as it is, wider paper smaller */
#define MAX_HEIGHT 800

/* An open preview. */
typedef struct {
  GtkPrintOperation        *operation;
  GtkPrintOperationPreview *preview;
  GtkPrintContext          *context;
  GtkWidget                *window;
  GtkWidget                *pages;
  double                    dpi;
} Preview;

static void
free_cb (gpointer data,
         GClosure *closure)
{
  Preview *self = data;

  g_object_unref (self->operation);
  g_object_unref (self->context);
  g_free (self);
}

static void
closed_cb (GtkWidget *window,
           Preview   *self)
{
  gtk_print_operation_preview_end_preview (self->preview);
}

/* No line of a page is wider than the window: who looks whether all is there should not have to scroll sideways. */
static double
choose_dpi (GtkPageSetup *setup)
{
  double inches = MAX (gtk_page_setup_get_paper_width (setup, GTK_UNIT_INCH), 1.0);

  return MIN (DPI, (MAX_WIDTH - 4 * PAGE_GAP) / inches);
}

/* The paper in pixels of the preview. */
static void
paper_size (Preview *self,
            int     *width,
            int     *height)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (self->context);

  *width = MAX ((int) (gtk_page_setup_get_paper_width (setup, GTK_UNIT_INCH) * self->dpi + 0.5), 1);
  *height = MAX ((int) (gtk_page_setup_get_paper_height (setup, GTK_UNIT_INCH) * self->dpi + 0.5), 1);
}

static cairo_surface_t *
render (Preview *self,
        int      page)
{
  int width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  paper_size (self, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  gtk_print_context_set_cairo_context (self->context, cr, self->dpi, self->dpi);
  gtk_print_operation_preview_render_page (self->preview, page);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static GtkWidget *
new_picture (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) stride * height);
  GdkMemoryFormat format = G_BYTE_ORDER == G_LITTLE_ENDIAN ? GDK_MEMORY_B8G8R8A8_PREMULTIPLIED : GDK_MEMORY_A8R8G8B8_PREMULTIPLIED;
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (width, height, format, bytes, stride);
  GtkWidget *picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));

  gtk_picture_set_can_shrink (GTK_PICTURE (picture), FALSE);
  gtk_widget_set_halign (picture, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (picture, GTK_ALIGN_START);
  gtk_widget_add_css_class (picture, "nida-paper");
  return picture;
}

static void
ready_cb (GtkPrintOperationPreview *preview,
          GtkPrintContext          *context,
          Preview                  *self)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  int n_pages;
  g_autofree char *all = NULL;

  g_object_get (self->operation, "n-pages", &n_pages, NULL);
  all = nida_language_integer (language, n_pages);
  for (int page = 0; page < n_pages; page++)
    {
      cairo_surface_t *surface = render (self, page);
      GtkWidget *picture = new_picture (surface);
      g_autofree char *number = nida_language_integer (language, page + 1);
      g_autofree char *words = g_strdup_printf (_("Page %1$s of %2$s"), number, all);

      gtk_picture_set_alternative_text (GTK_PICTURE (picture), words);
      gtk_widget_set_focusable (picture, TRUE);
      gtk_box_append (GTK_BOX (self->pages), picture);
      cairo_surface_destroy (surface);
    }
  gtk_window_present (GTK_WINDOW (self->window));
}

/* While the pages are counted nothing is drawn that anybody sees. */
static void
set_blank_context (Preview *self)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1, 1);
  cairo_t *cr = cairo_create (surface);

  gtk_print_context_set_cairo_context (self->context, cr, self->dpi, self->dpi);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static GtkWidget *
new_window (Preview   *self,
            GtkWindow *parent)
{
  GtkWidget *window = gtk_window_new (), *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  int width, height;

  paper_size (self, &width, &height);
  self->pages = gtk_box_new (GTK_ORIENTATION_VERTICAL, PAGE_GAP);
  gtk_widget_set_margin_top (self->pages, PAGE_GAP);
  gtk_widget_set_margin_bottom (self->pages, PAGE_GAP);
  gtk_widget_set_margin_start (self->pages, PAGE_GAP);
  gtk_widget_set_margin_end (self->pages, PAGE_GAP);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->pages);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_title (GTK_WINDOW (window), _("Print Preview"));
  gtk_window_set_default_size (GTK_WINDOW (window), MIN (width + 4 * PAGE_GAP, MAX_WIDTH), MIN (height + 2 * PAGE_GAP, MAX_HEIGHT));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_widget_add_css_class (window, "nida");
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
  return window;
}

gboolean
nida_print_preview_cb (GtkPrintOperation        *operation,
                       GtkPrintOperationPreview *preview,
                       GtkPrintContext          *context,
                       GtkWindow                *parent,
                       gpointer                  user_data)
{
  Preview *self = g_new0 (Preview, 1);

  self->operation = g_object_ref (operation);
  self->preview = preview;
  self->context = g_object_ref (context);
  self->dpi = choose_dpi (gtk_print_context_get_page_setup (context));
  self->window = new_window (self, parent);
  set_blank_context (self);
  g_signal_connect (preview, "ready", G_CALLBACK (ready_cb), self);
  g_signal_connect_data (self->window, "destroy", G_CALLBACK (closed_cb), self, free_cb, 0);
  return TRUE;
}
