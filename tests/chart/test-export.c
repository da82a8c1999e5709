/* test-export.c tests export.c, png-words.c and svg-words.c. */
#include "export.h"
#include "scene-builder.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <string.h>

#define TITLE_EN "Five donors gave 59% of it <all>"
#define TITLE_AR "تعهّدات الولايات للأمن الغذائي"

static NidaScene *
make_scene (gboolean rtl)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (300.5, 120, 1, rtl);
  const char *title = rtl ? TITLE_AR : TITLE_EN;
  NidaNode *node;

  nida_scene_builder_text (builder, "title", (NidaBox) { 16, 14, 268, 20 }, NIDA_FONT_TITLE, NIDA_COLOR_TEXT,
                           NIDA_ANCHOR_START, title);
  node = nida_scene_builder_rect (builder, "gap", (NidaBox) { 16, 50, 200, 20 }, NIDA_COLOR_GAP);
  node->pattern = NIDA_PATTERN_HATCH;
  node->stroke = NIDA_COLOR_GAP_LINE;
  nida_scene_builder_rect (builder, "bar", (NidaBox) { 16, 80, 100, 20 }, NIDA_COLOR_RECEIVED)->opacity = 0.28;
  nida_scene_builder_set_words (builder, title, rtl ? "أعمدة. المصدر: س." : "Bars & gap.\001 Source: x.");

  return nida_scene_builder_end (builder);
}

static GBytes *
export (NidaScene        *scene,
        NidaExportFormat  format,
        double            pixel_scale)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = nida_scene_export (scene, NIDA_THEME_LIGHT, format, pixel_scale, nida_scene_is_rtl (scene) ? "ar" : "en", &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);

  return bytes;
}

static void
test_same_bytes (void)
{
  for (NidaExportFormat format = NIDA_EXPORT_PNG; format <= NIDA_EXPORT_PDF; format++)
    {
      g_autoptr (NidaScene) first_scene = make_scene (TRUE);
      g_autoptr (GBytes) first = export (first_scene, format, 1.0);
      g_autoptr (NidaScene) between = make_scene (FALSE);
      g_autoptr (GBytes) other = export (between, format, 1.0);
      g_autoptr (NidaScene) second_scene = make_scene (TRUE);
      g_autoptr (GBytes) second = export (second_scene, format, 1.0);

      g_assert_true (g_bytes_equal (first, second));
      g_assert_false (g_bytes_equal (first, other));
    }
}

static guint32
read_uint32 (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

/* CRC by a table, written differently from the code under test. */
static guint32
check_of (const guint8 *data,
          gsize         length)
{
  guint32 table[256], crc = 0xffffffff;

  for (guint i = 0; i < 256; i++)
    {
      table[i] = i;
      for (guint bit = 0; bit < 8; bit++)
        table[i] = table[i] & 1 ? 0xedb88320 ^ (table[i] >> 1) : table[i] >> 1;
    }
  for (gsize i = 0; i < length; i++)
    crc = table[(crc ^ data[i]) & 0xff] ^ (crc >> 8);

  return crc ^ 0xffffffff;
}

/* The text of the iTXt chunk of @keyword, every chunk's check verified on the way. */
static char *
find_words (GBytes      *png,
            const char  *keyword,
            char       **language)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (png, &size);
  char *found = NULL;

  for (gsize at = 8; at + 12 <= size; )
    {
      guint32 length = read_uint32 (data + at);
      const char *body = (const char *) data + at + 8;

      g_assert_cmphex (check_of (data + at + 4, length + 4), ==, read_uint32 (data + at + 8 + length));
      if (memcmp (data + at + 4, "iTXt", 4) == 0 && strcmp (body, keyword) == 0)
        {
          const char *tag = body + strlen (keyword) + 3;
          const char *text = tag + strlen (tag) + 2;

          g_assert_cmpint (body[strlen (keyword) + 1], ==, 0);
          *language = g_strdup (tag);
          found = g_strndup (text, body + length - text);
        }
      at += 12 + length;
    }

  return found;
}

/* What is in the first chunk called @name. */
static const guint8 *
find_chunk (GBytes     *png,
            const char *name,
            guint32    *length)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (png, &size);

  for (gsize at = 8; at + 12 <= size; at += 12 + *length)
    {
      *length = read_uint32 (data + at);
      if (memcmp (data + at + 4, name, 4) == 0)
        return data + at + 8;
    }
  return NULL;
}

typedef struct { const guint8 *data; gsize left; } Reader;

static cairo_status_t
read_cb (void          *closure,
         unsigned char *data,
         unsigned int   length)
{
  Reader *reader = closure;

  if (length > reader->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, reader->data, length);
  reader->data += length;
  reader->left -= length;

  return CAIRO_STATUS_SUCCESS;
}

static void
test_png_words (gconstpointer data)
{
  gboolean rtl = GPOINTER_TO_INT (data);
  g_autoptr (NidaScene) scene = make_scene (rtl);
  g_autoptr (GBytes) png = export (scene, NIDA_EXPORT_PNG, 1.0);
  g_autofree char *language = NULL, *title_language = NULL;
  g_autofree char *description = find_words (png, "Description", &language);
  g_autofree char *title = find_words (png, "Title", &title_language);

  g_assert_cmpstr (description, ==, nida_scene_get_description (scene));
  g_assert_cmpstr (title, ==, rtl ? TITLE_AR : TITLE_EN);
  g_assert_cmpstr (language, ==, rtl ? "ar" : "en");
  g_assert_cmpstr (title_language, ==, language);
}

/* The picture is as wide in a document at each scale: 96 pixels an inch at 1×, said in metres. */
static void
test_png_resolution (void)
{
  g_autoptr (NidaScene) scene = make_scene (FALSE);
  static const double scales[] = { 0.5, 1, 2, 3, 4 };
  static const guint32 per_metre[] = { 3780, 3780, 7559, 11339, 15118 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (GBytes) png = export (scene, NIDA_EXPORT_PNG, scales[i]);
      guint32 length;
      const guint8 *pixels = find_chunk (png, "IDAT", &length), *resolution = find_chunk (png, "pHYs", &length);

      g_assert_nonnull (resolution);
      g_assert_cmpuint (length, ==, 9);
      g_assert_cmpuint (read_uint32 (resolution), ==, per_metre[i]);
      g_assert_cmpuint (read_uint32 (resolution + 4), ==, per_metre[i]);
      g_assert_cmpint (resolution[8], ==, 1);
      g_assert_true (resolution < pixels);
    }
}

static void
test_png_scale (void)
{
  g_autoptr (NidaScene) scene = make_scene (FALSE);
  static const double scales[] = { 0.5, 1, 2, 4, 9 };
  static const int widths[] = { 301, 301, 601, 1202, 1202 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (GBytes) png = export (scene, NIDA_EXPORT_PNG, scales[i]);
      Reader reader = { 0 };
      cairo_surface_t *surface;
      const guint32 *pixels;

      reader.data = g_bytes_get_data (png, &reader.left);
      surface = cairo_image_surface_create_from_png_stream (read_cb, &reader);
      g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
      g_assert_cmpint (cairo_image_surface_get_width (surface), ==, widths[i]);
      /* Card to the very edge, also where the last pixel is a part. */
      pixels = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (surface);
      g_assert_cmphex (pixels[widths[i] - 1] & 0xffffff, ==, 0xffffff);
      cairo_surface_destroy (surface);
    }
}

static void
note_text_cb (GMarkupParseContext  *context,
              const char           *element,
              const char          **names,
              const char          **values,
              gpointer              data,
              GError              **error)
{
  g_assert_cmpstr (element, !=, "text");
  g_hash_table_add (data, g_strdup (element));
}

static void
test_svg (void)
{
  GMarkupParser parser = { .start_element = note_text_cb };

  for (guint rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (NidaScene) scene = make_scene (rtl);
      g_autoptr (GBytes) svg = export (scene, NIDA_EXPORT_SVG, 1.0);
      g_autoptr (GHashTable) elements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, elements, NULL);
      g_autofree char *text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
      g_autoptr (GError) error = NULL;

      g_markup_parse_context_parse (context, text, -1, &error);
      g_assert_no_error (error);
      g_assert_true (g_markup_parse_context_end_parse (context, &error));
      g_assert_true (g_hash_table_contains (elements, "title"));
      g_assert_true (g_hash_table_contains (elements, "desc"));
      g_assert_nonnull (strstr (text, rtl ? "xml:lang=\"ar\"" : "xml:lang=\"en\""));
      g_assert_nonnull (strstr (text, rtl ? "<title id=\"title\">" TITLE_AR "</title>"
                                          : "<title id=\"title\">Five donors gave 59% of it &lt;all&gt;</title>"));
      g_assert_nonnull (strstr (text, rtl ? "<desc id=\"desc\">أعمدة. المصدر: س.</desc>"
                                          : "<desc id=\"desc\">Bars &amp; gap. Source: x.</desc>"));
    }
}

/* What `program` prints of the PDF, or NULL when it is not installed. */
static char *
run_on_pdf (const char *program,
            const char *option,
            GBytes     *pdf)
{
  g_autofree char *found = g_find_program_in_path (program);
  g_autofree char *path = NULL;
  char *output = NULL;
  int fd;

  if (found == NULL)
    return NULL;

  fd = g_file_open_tmp ("nida-XXXXXX.pdf", &path, NULL);
  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL));
  {
    const char *argv[] = { found, option, path, g_str_equal (program, "pdftotext") ? "-" : NULL, NULL };

    g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, NULL));
  }
  g_unlink (path);

  return output;
}

static char *
strip_controls (const char *text)
{
  g_autoptr (GRegex) controls = g_regex_new ("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", 0, 0, NULL);

  return g_regex_replace (controls, text, -1, 0, "", 0, NULL);
}

static void
test_pdf_text (void)
{
  static const char * const titles[] = { TITLE_EN, TITLE_AR };

  for (guint rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (NidaScene) scene = make_scene (rtl);
      g_autoptr (GBytes) pdf = export (scene, NIDA_EXPORT_PDF, 1.0);
      g_autofree char *text = run_on_pdf ("pdftotext", "-q", pdf);
      g_autofree char *clean = NULL;

      if (text == NULL)
        {
          g_test_skip ("pdftotext is not installed: the text of PDFs was NOT checked");
          return;
        }
      clean = strip_controls (text);
      g_assert_nonnull (strstr (clean, titles[rtl]));
    }
}

static void
test_pdf_info (void)
{
  g_autoptr (NidaScene) scene = make_scene (FALSE);
  g_autoptr (GBytes) pdf = export (scene, NIDA_EXPORT_PDF, 1.0);
  g_autofree char *info = run_on_pdf ("pdfinfo", "-isodates", pdf);

  if (info == NULL)
    {
      g_test_skip ("pdfinfo is not installed: the metadata of PDFs was NOT checked");
      return;
    }
  g_assert_nonnull (strstr (info, TITLE_EN));
  g_assert_nonnull (strstr (info, "Source: x."));
  g_assert_null (strstr (info, "ModDate"));
  g_assert_true (g_regex_match_simple ("Tagged:\\s+yes", info, 0, 0));
}

/* The text string behind @name, the last of the file, in UTF-8. */
static char *
find_pdf_text (GBytes     *pdf,
               const char *name)
{
  gsize size, length = 0;
  const char *data = g_bytes_get_data (pdf, &size), *found = NULL;
  g_autofree char *key = g_strconcat (name, " <FEFF", NULL);
  g_autofree gunichar2 *units = NULL;

  for (gsize i = 0; i + strlen (key) < size; i++)
    if (memcmp (data + i, key, strlen (key)) == 0)
      found = data + i + strlen (key);
  g_assert_nonnull (found);
  units = g_new0 (gunichar2, size);
  for (; *found != '>'; found += 4)
    for (guint i = 0; i < 4; i++)
      {
        g_assert_true (g_ascii_isxdigit (found[i]));
        units[length / 4] = (gunichar2) (units[length / 4] << 4 | g_ascii_xdigit_value (found[i]));
        length++;
      }
  return g_utf16_to_utf8 (units, (glong) length / 4, NULL, NULL, NULL);
}

/* Cairo drops what a rectangle covers that is as large as the page. */
static void
test_pdf_covered (void)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (300, 120, 1, FALSE);
  g_autoptr (NidaScene) scene = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *words = NULL;

  nida_scene_builder_rect (builder, "page", (NidaBox) { 0, 0, 300, 120 }, NIDA_COLOR_CANVAS);
  nida_scene_builder_set_words (builder, "Title", "Described.");
  scene = nida_scene_builder_end (builder);
  pdf = export (scene, NIDA_EXPORT_PDF, 1.0);
  words = find_pdf_text (pdf, "/Alt");
  g_assert_cmpstr (words, ==, "Described.");
}

/* What is written behind Cairo's bytes must be found by whoever reads the file. */
static void
test_pdf_figure (gconstpointer data)
{
  gboolean rtl = GPOINTER_TO_INT (data);
  g_autoptr (NidaScene) scene = make_scene (rtl);
  g_autoptr (GBytes) pdf = export (scene, NIDA_EXPORT_PDF, 1.0);
  g_autofree char *words = find_pdf_text (pdf, "/Alt");
  g_autofree char *info = run_on_pdf ("pdfinfo", "-isodates", pdf), *structure = run_on_pdf ("pdfinfo", "-struct", pdf);
  gsize size;
  const char *bytes = g_bytes_get_data (pdf, &size);

  g_assert_cmpstr (words, ==, nida_scene_get_description (scene));
  g_assert_nonnull (memmem (bytes, size, rtl ? "/Lang (ar)" : "/Lang (en)", 10));
  g_assert_true (memcmp (bytes + size - 6, "%%EOF\n", 6) == 0);
  if (info == NULL)
    {
      g_test_skip ("pdfinfo is not installed: the figure of PDFs was NOT read by another program");
      return;
    }
  g_assert_true (g_regex_match_simple ("Tagged:\\s+yes", info, 0, 0));
  g_assert_nonnull (strstr (info, rtl ? TITLE_AR : TITLE_EN));
  g_assert_nonnull (strstr (info, rtl ? "المصدر: س." : "Source: x."));
  /* one document holds all of it */
  g_assert_true (g_regex_match_simple ("^Document\n  H1 ", structure, 0, 0));
  g_assert_nonnull (strstr (structure, "\n  Figure"));
}

static void
test_file (void)
{
  g_autoptr (NidaScene) scene = make_scene (FALSE);
  g_autofree char *folder = g_dir_make_tmp ("nida-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "chart.SVG", NULL);
  g_autofree char *wrong = g_build_filename (folder, "chart.gif", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) wrong_file = g_file_new_for_path (wrong);
  g_autoptr (GBytes) expected = export (scene, NIDA_EXPORT_SVG, 1.0);
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (nida_scene_export_file (scene, NIDA_THEME_LIGHT, file, 1.0, "en", &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpmem (contents, length, g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
  g_assert_false (nida_scene_export_file (scene, NIDA_THEME_LIGHT, wrong_file, 1.0, "en", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME);
  g_assert_false (g_file_query_exists (wrong_file, NULL));
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_too_large (void)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (20000, 100, 1, FALSE);
  g_autoptr (NidaScene) scene = nida_scene_builder_end (builder);
  g_autoptr (GError) error = NULL;

  g_assert_null (nida_scene_export (scene, NIDA_THEME_LIGHT, NIDA_EXPORT_PNG, 2.0, "en", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/same-scene/same-bytes", test_same_bytes);
  g_test_add_data_func ("/export/png/words-are-chunks-with-a-language", GINT_TO_POINTER (FALSE), test_png_words);
  g_test_add_data_func ("/export/png/words-in-arabic", GINT_TO_POINTER (TRUE), test_png_words);
  g_test_add_func ("/export/png/scale-is-one-to-four", test_png_scale);
  g_test_add_func ("/export/png/as-wide-in-a-document-at-each-scale", test_png_resolution);
  g_test_add_func ("/export/png/too-large-is-an-error", test_too_large);
  g_test_add_func ("/export/svg/is-well-formed-with-title-and-desc", test_svg);
  g_test_add_func ("/export/pdf/text-is-in-logical-order", test_pdf_text);
  g_test_add_func ("/export/pdf/info-has-words-and-no-clock", test_pdf_info);
  g_test_add_data_func ("/export/pdf/figure-has-words-and-a-language", GINT_TO_POINTER (FALSE), test_pdf_figure);
  g_test_add_data_func ("/export/pdf/figure-has-words-in-arabic", GINT_TO_POINTER (TRUE), test_pdf_figure);
  g_test_add_func ("/export/pdf/figure-of-a-page-that-is-covered", test_pdf_covered);
  g_test_add_func ("/export/file/format-by-ending", test_file);

  return g_test_run ();
}
