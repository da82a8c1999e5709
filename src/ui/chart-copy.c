/* A chart for other programs: on the clipboard, dragged out, or as a file. */
#include "config.h"

#include "chart-copy.h"

#include "export.h"
#include "look.h"
#include "spec-text.h"

#define PIXEL_SCALE 2.0
#define MAX_NAME 80   /* characters */

static GBytes *
paint_png (NidaScene  *scene,
           double      pixel_scale,
           GError    **error)
{
  NidaLook *look = nida_look_get ();

  return nida_scene_export (scene, nida_look_get_theme (look), NIDA_EXPORT_PNG, pixel_scale,
                            nida_language_get_code (nida_look_get_language (look)), error);
}

/**
 * nida_chart_copy_texture:
 * @pixel_scale: pixels of each point
 *
 * Returns: (transfer full) (nullable): a picture of @scene as it is seen
 */
GdkTexture *
nida_chart_copy_texture (NidaScene  *scene,
                         double      pixel_scale,
                         GError    **error)
{
  g_autoptr (GBytes) png = paint_png (scene, pixel_scale, error);

  return png != NULL ? gdk_texture_new_from_bytes (png, error) : NULL;
}

/**
 * nida_chart_copy_provider:
 *
 * Returns: (transfer full) (nullable): a provider of image/png (and what else a texture becomes), image/svg+xml,
 *   tab-separated values, plain text, and of @spec
 */
GdkContentProvider *
nida_chart_copy_provider (NidaScene            *scene,
                          const NidaChartSpec  *spec,
                          GError              **error)
{
  NidaLook *look = nida_look_get ();
  const char *language = nida_language_get_code (nida_look_get_language (look));
  NidaTheme theme = nida_look_get_theme (look);
  g_autoptr (GBytes) svg = nida_scene_export (scene, theme, NIDA_EXPORT_SVG, 1, language, error);
  g_autoptr (GBytes) png = svg != NULL ? paint_png (scene, PIXEL_SCALE, error) : NULL;
  g_autoptr (GdkTexture) texture = png != NULL ? gdk_texture_new_from_bytes (png, error) : NULL;
  g_autofree char *tsv = nida_scene_table_to_tsv (scene);
  g_autoptr (GBytes) table = g_bytes_new (tsv, strlen (tsv));
  g_autofree char *text = spec != NULL ? nida_chart_spec_to_text (spec) : NULL;
  GdkContentProvider *providers[6];
  gsize n = 0;

  if (texture == NULL)
    return NULL;
  /* Our own PNG before the one that GTK would write of the texture: it says its resolution and describes itself. */
  providers[n++] = gdk_content_provider_new_for_bytes ("image/png", png);
  providers[n++] = gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture);
  providers[n++] = gdk_content_provider_new_for_bytes ("image/svg+xml", svg);
  providers[n++] = gdk_content_provider_new_for_bytes ("text/tab-separated-values", table);
  providers[n++] = gdk_content_provider_new_typed (G_TYPE_STRING, tsv);
  if (text != NULL)
    {
      g_autoptr (GBytes) chart = g_bytes_new (text, strlen (text));

      providers[n++] = gdk_content_provider_new_for_bytes (NIDA_SPEC_MIME_TYPE, chart);
    }
  return gdk_content_provider_new_union (providers, n);
}

char *
nida_chart_copy_file_name (NidaScene  *scene,
                           const char *ending)
{
  g_autofree char *stem = nida_chart_copy_file_stem (nida_scene_get_title (scene));

  return g_strconcat (stem, ".", ending, NULL);
}

char *
nida_chart_copy_file_stem (const char *title)
{
  g_autoptr (GString) name = g_string_new (NULL);
  guint n = 0;

  for (const char *p = title; p != NULL && *p != '\0' && n < MAX_NAME; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      /* Isolates and other invisible marks are of no use in a name. */
      if (g_unichar_type (c) == G_UNICODE_FORMAT || g_unichar_iscntrl (c))
        continue;
      /* Nor are spaces that keep a figure on one line: nobody can type them. */
      if (g_unichar_isspace (c))
        c = ' ';
      g_string_append_unichar (name, c < 128 && strchr ("/\\:*?\"<>|", (int) c) != NULL ? '-' : c);
    }
  if (name->len == 0)
    g_string_append (name, "chart");
  return g_string_free (g_steal_pointer (&name), FALSE);
}
