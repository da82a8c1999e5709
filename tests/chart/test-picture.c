/* A letterhead is a PNG that can be drawn, and nothing else is taken for one. */
#include "picture.h"

#include <gio/gio.h>

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Red, 40 × 20. */
static GBytes *
make_png (void)
{
  GByteArray *png = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 40, 20);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  g_assert_cmpint (cairo_surface_write_to_png_stream (surface, write_cb, png), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (png);
}

static void
test_size (void)
{
  g_autoptr (GBytes) png = make_png ();
  g_autoptr (GError) error = NULL;
  double width, height;

  g_assert_true (nida_picture_check (png, &width, &height, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (width, ==, 40);
  g_assert_cmpfloat (height, ==, 20);
}

static void
test_fills_its_box (void)
{
  g_autoptr (GBytes) png = make_png ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 100, 100);
  cairo_t *cr = cairo_create (surface);
  const guint8 *data;
  int stride;

  nida_picture_paint (png, cr, (NidaBox) { 10, 10, 80, 40 });
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  g_assert_cmphex (*(const guint32 *) (data + 30 * stride + 50 * 4) & 0xffffff, ==, 0xff0000);
  g_assert_cmphex (*(const guint32 *) (data + 80 * stride + 50 * 4) & 0xffffff, ==, 0);
  g_assert_cmphex (*(const guint32 *) (data + 30 * stride + 5 * 4) & 0xffffff, ==, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_others_refused (void)
{
  g_autoptr (GBytes) png = make_png ();
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (png, 0, g_bytes_get_size (png) / 2);
  g_autoptr (GBytes) text = g_bytes_new_static ("<svg xmlns='http://www.w3.org/2000/svg'/>", 41);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GByteArray) vast = g_byte_array_new ();
  g_autoptr (GBytes) large = NULL;
  GBytes *others[4];
  double width, height;

  g_byte_array_append (vast, g_bytes_get_data (png, NULL), g_bytes_get_size (png));
  vast->data[16] = 0x7f;                       /* two thousand million pixels wide */
  large = g_bytes_new (vast->data, vast->len);
  others[0] = cut, others[1] = text, others[2] = empty, others[3] = large;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (nida_picture_check (others[i], &width, &height, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/png/its-size-is-known", test_size);
  g_test_add_func ("/picture/paint/fills-its-box", test_fills_its_box);
  g_test_add_func ("/picture/no-png/is-refused", test_others_refused);
  return g_test_run ();
}
