/* A PNG inside a scene, drawn by Cairo alone: the command line has no other decoder of pictures. */
#include "config.h"

#include "picture.h"

#include "translate.h"

#include <gio/gio.h>
#include <string.h>

#define SIGNATURE "\x89PNG\r\n\x1a\n"
#define HEADER_LENGTH 24           /* signature, length and name of IHDR, width, height */
#define MAX_SIDE 8192u             /* pixels: a letterhead of more would only be slow */

typedef struct { const guint8 *data; gsize length, read; } Reader;

static cairo_status_t
read_cb (void          *closure,
         unsigned char *data,
         unsigned int   length)
{
  Reader *reader = closure;

  if (reader->length - reader->read < length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, reader->data + reader->read, length);
  reader->read += length;

  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
decode (GBytes *bytes)
{
  Reader reader = { 0 };

  reader.data = g_bytes_get_data (bytes, &reader.length);

  return cairo_image_surface_create_from_png_stream (read_cb, &reader);
}

static guint32
read_uint32 (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

/**
 * nida_picture_check:
 * @bytes: of a file
 * @width: (out): pixels
 * @height: (out): pixels
 * @error: return location for an error
 *
 * Returns: whether nida_picture_paint() can draw it
 */
gboolean
nida_picture_check (GBytes  *bytes,
                    double  *width,
                    double  *height,
                    GError **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  cairo_surface_t *surface;
  cairo_status_t status;

  if (length < HEADER_LENGTH || memcmp (data, SIGNATURE, strlen (SIGNATURE)) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("The picture is not a PNG."));
      return FALSE;
    }
  if (read_uint32 (data + 16) > MAX_SIDE || read_uint32 (data + 20) > MAX_SIDE)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("The picture is larger than %1$u × %1$u pixels. Choose a smaller one."), MAX_SIDE);
      return FALSE;
    }
  surface = decode (bytes);
  status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    {
      *width = cairo_image_surface_get_width (surface);
      *height = cairo_image_surface_get_height (surface);
    }
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("The picture is damaged: %s"),
                 cairo_status_to_string (status));
  cairo_surface_destroy (surface);

  return status == CAIRO_STATUS_SUCCESS;
}

/**
 * nida_picture_paint:
 * @bytes: what nida_picture_check() took
 * @cr: a context
 * @box: what the picture fills
 */
void
nida_picture_paint (GBytes  *bytes,
                    cairo_t *cr,
                    NidaBox  box)
{
  cairo_surface_t *surface = decode (bytes);
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);

  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS && width > 0 && height > 0)
    {
      cairo_save (cr);
      cairo_translate (cr, box.x, box.y);
      cairo_scale (cr, box.width / width, box.height / height);
      cairo_set_source_surface (cr, surface, 0.0, 0.0);
      cairo_paint (cr);
      cairo_restore (cr);
    }
  cairo_surface_destroy (surface);
}
