/* A scene as a file. The same scene gives the same bytes, in the window and on the command line: no time, no running
 * ids. */
#include "config.h"

#include "export-format.h"
#include "paint.h"
#include "safe-file.h"
#include "translate.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>
#include <string.h>

#define MAX_PIXELS 32767.0       /* what Cairo's images hold on a side */

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/**
 * nida_export_format_from_name:
 * @file_name: a name or path
 * @format: (out): the format of its ending
 *
 * Returns: %FALSE when the ending is none of .png, .svg and .pdf
 */
gboolean
nida_export_format_from_name (const char       *file_name,
                              NidaExportFormat *format)
{
  static const char * const endings[] = { ".png", ".svg", ".pdf" };
  g_autofree char *lower = g_ascii_strdown (file_name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      {
        *format = i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
check_status (cairo_status_t   status,
              GError         **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  /* Translators: %s is a message of the drawing library, in English */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The chart could not be drawn: %s"),
               cairo_status_to_string (status));

  return FALSE;
}

/**
 * nida_scene_paint_figure:
 * @scene: what was painted
 * @cr: a page of a PDF
 * @theme: as it was painted
 *
 * Paints the figure that the description belongs to: a hair of the card at the foot of @scene. It comes last: what covers all of
 * a page lets Cairo forget whatever was before, tags too.
 */
void
nida_scene_paint_figure (NidaScene *scene,
                         cairo_t   *cr,
                         NidaTheme  theme)
{
  NidaRgba card = nida_palette_get (theme, NIDA_COLOR_CARD);

  cairo_tag_begin (cr, "Figure", NULL);
  cairo_set_source_rgb (cr, card.red, card.green, card.blue);
  cairo_rectangle (cr, 0, nida_scene_get_height (scene) - 0.5, nida_scene_get_width (scene), 0.5);
  cairo_fill (cr);
  cairo_tag_end (cr, "Figure");
}

static void
paint_page (cairo_t   *cr,
            NidaScene *scene,
            NidaTheme  theme,
            double     pixel_scale,
            gboolean   tagged)
{
  NidaPaintOptions options = { .theme = theme, .background = FALSE, .tagged = tagged };
  NidaRgba card = nida_palette_get (theme, NIDA_COLOR_CARD);

  /* The last row may be a part of a pixel: card to the very edge. */
  cairo_set_source_rgb (cr, card.red, card.green, card.blue);
  cairo_paint (cr);
  cairo_scale (cr, pixel_scale, pixel_scale);
  nida_scene_paint (scene, cr, &options);
  if (tagged)
    nida_scene_paint_figure (scene, cr, theme);
}

static gboolean
paint_on (cairo_surface_t  *surface,
          NidaScene        *scene,
          NidaTheme         theme,
          double            pixel_scale,
          gboolean          tagged,
          GError          **error)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  paint_page (cr, scene, theme, pixel_scale, tagged);
  status = cairo_status (cr);
  cairo_destroy (cr);

  return check_status (status, error);
}

static GBytes *
export_png (NidaScene   *scene,
            NidaTheme    theme,
            double       pixel_scale,
            const char  *language,
            GError     **error)
{
  double scale = CLAMP (pixel_scale, 1.0, 4.0);
  double width = ceil (nida_scene_get_width (scene) * scale);
  double height = ceil (nida_scene_get_height (scene) * scale);
  g_autoptr (GByteArray) png = g_byte_array_new ();
  cairo_surface_t *surface;
  GBytes *bytes = NULL;

  if (width > MAX_PIXELS || height > MAX_PIXELS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("A picture of %.0f × %.0f pixels is too large; choose a smaller size or scale."), width, height);
      return NULL;
    }

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  if (paint_on (surface, scene, theme, scale, FALSE, error)
      && check_status (cairo_surface_write_to_png_stream (surface, write_cb, png), error))
    bytes = nida_png_with_words (png, scale, nida_scene_get_title (scene), nida_scene_get_description (scene), language);
  cairo_surface_destroy (surface);

  return bytes;
}

static GBytes *
export_svg (NidaScene   *scene,
            NidaTheme    theme,
            const char  *language,
            GError     **error)
{
  g_autoptr (GByteArray) svg = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (write_cb, svg, nida_scene_get_width (scene),
                                                                  nida_scene_get_height (scene));
  gboolean done;

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  done = paint_on (surface, scene, theme, 1.0, FALSE, error);
  cairo_surface_finish (surface);
  done = done && check_status (cairo_surface_status (surface), error);
  cairo_surface_destroy (surface);

  return done ? nida_svg_with_words (svg, nida_scene_get_title (scene), nida_scene_get_description (scene), language)
              : NULL;
}

static void
set_metadata (cairo_surface_t *surface,
              const char      *title,
              const char      *description)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, description);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Nida");
  /* The same question gives the same bytes: no clock. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
}

static GBytes *
export_pdf (NidaScene   *scene,
            NidaTheme    theme,
            const char  *language,
            GError     **error)
{
  g_autoptr (GByteArray) pdf = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, pdf, nida_scene_get_width (scene),
                                                                  nida_scene_get_height (scene));
  gboolean done;

  set_metadata (surface, nida_scene_get_title (scene), nida_scene_get_description (scene));
  done = paint_on (surface, scene, theme, 1.0, TRUE, error);
  cairo_surface_finish (surface);
  done = done && check_status (cairo_surface_status (surface), error);
  cairo_surface_destroy (surface);

  return done ? nida_pdf_with_words (pdf, (const char *[]) { nida_scene_get_description (scene) }, 1, language) : NULL;
}

static char *
join_descriptions (GPtrArray *scenes)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < scenes->len; i++)
    g_string_append_printf (all, "%s%u. %s", i > 0 ? "\n" : "", i + 1, nida_scene_get_description (scenes->pdata[i]));
  return g_string_free (all, FALSE);
}

/**
 * nida_pdf_describe:
 * @pdf: what Cairo has written, with one figure by nida_scene_paint_figure()
 * @description: what it shows
 * @language: of all its words, "ar"
 *
 * For a PDF that somebody else has written, such as a printed file.
 *
 * Returns: (transfer full): @pdf with these words and its language; as it was where it is not written as expected
 */
GBytes *
nida_pdf_describe (GBytes     *pdf,
                   const char *description,
                   const char *language)
{
  g_autoptr (GByteArray) bytes = g_bytes_unref_to_array (g_bytes_ref (pdf));

  return nida_pdf_with_words (bytes, &description, 1, language);
}

/**
 * nida_scenes_export_pdf:
 * @scenes: (element-type NidaScene): the pages, at least one
 * @title: of the whole
 * @theme: how they look
 * @language: of the words, "ar"
 * @error: return location for an error
 *
 * The words of each page are tagged in it; a figure at its end has its description.
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *
nida_scenes_export_pdf (GPtrArray   *scenes,
                        const char  *title,
                        NidaTheme    theme,
                        const char  *language,
                        GError     **error)
{
  g_autoptr (GByteArray) pdf = g_byte_array_new ();
  g_autofree char *description = join_descriptions (scenes);
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, pdf, 1, 1);
  cairo_t *cr;
  gboolean done;

  set_metadata (surface, title, description);
  cr = cairo_create (surface);
  for (guint i = 0; i < scenes->len; i++)
    {
      cairo_pdf_surface_set_size (surface, nida_scene_get_width (scenes->pdata[i]), nida_scene_get_height (scenes->pdata[i]));
      cairo_save (cr);
      paint_page (cr, scenes->pdata[i], theme, 1.0, TRUE);
      cairo_restore (cr);
      cairo_show_page (cr);
      g_ptr_array_add (figures, (char *) nida_scene_get_description (scenes->pdata[i]));
    }
  done = check_status (cairo_status (cr), error);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  done = done && check_status (cairo_surface_status (surface), error);
  cairo_surface_destroy (surface);
  return done ? nida_pdf_with_words (pdf, (const char * const *) figures->pdata, figures->len, language) : NULL;
}

/**
 * nida_scene_export:
 * @scene: a scene
 * @theme: how it looks
 * @format: of the file
 * @pixel_scale: pixels a point, 1 to 4; PNG only
 * @language: of the words, "ar"
 * @error: return location for an error
 *
 * Title and description of the scene go into the file: iTXt chunks, `<title>` and `<desc>`, document information. A PDF names
 * its language; its picture is tagged as a figure with the description, its words as headings and paragraphs.
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *
nida_scene_export (NidaScene        *scene,
                   NidaTheme         theme,
                   NidaExportFormat  format,
                   double            pixel_scale,
                   const char       *language,
                   GError          **error)
{
  switch (format)
    {
    case NIDA_EXPORT_PNG: return export_png (scene, theme, pixel_scale, language, error);
    case NIDA_EXPORT_SVG: return export_svg (scene, theme, language, error);
    case NIDA_EXPORT_PDF: return export_pdf (scene, theme, language, error);
    default: g_return_val_if_reached (NULL);
    }
}

/**
 * nida_scene_export_file:
 * @scene: a scene
 * @theme: how it looks
 * @file: where to; its ending says the format
 * @pixel_scale: pixels a point, 1 to 4; PNG only
 * @language: of the words, "ar"
 * @error: return location for an error
 *
 * Returns: %FALSE when nothing was written; a file that was there is then as before
 */
gboolean
nida_scene_export_file (NidaScene   *scene,
                        NidaTheme    theme,
                        GFile       *file,
                        double       pixel_scale,
                        const char  *language,
                        GError     **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GBytes) bytes = NULL;
  NidaExportFormat format;

  if (!nida_export_format_from_name (name, &format))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
                   _("“%s” does not say the format: end the name with .png, .svg or .pdf."), name);
      return FALSE;
    }

  bytes = nida_scene_export (scene, theme, format, pixel_scale, language, error);

  return bytes != NULL && nida_safe_file_write (file, bytes, NULL, error);
}
