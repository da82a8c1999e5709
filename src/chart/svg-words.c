/* What Cairo's SVG lacks: a title, a description, a language, and ids that depend on nothing but the picture. */
#include "config.h"

#include "export-format.h"

#include <string.h>

/* Cairo counts surfaces over the life of the process. Number them again in the order in which they appear. */
static gboolean
renumber_cb (const GMatchInfo *match,
             GString          *out,
             gpointer          data)
{
  GHashTable *numbers = data;
  g_autofree char *id = g_match_info_fetch (match, 0);
  g_autofree char *name = g_match_info_fetch (match, 1);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, id));

  if (number == 0)
    {
      number = g_hash_table_size (numbers) + 1;
      g_hash_table_insert (numbers, g_steal_pointer (&id), GUINT_TO_POINTER (number));
    }
  g_string_append_printf (out, "%s%u", name, number);

  return FALSE;
}

static char *
renumber_ids (const char *svg,
              gsize       length)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\b(surface|image|clip|mask|linear|radial|pattern|source|filter|compositing-group|bitmap)-?[0-9]+\\b",
                                          G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return g_regex_replace_eval (regex, svg, length, 0, 0, renumber_cb, numbers, NULL);
}

/* XML 1.0 allows no control characters but tab and line breaks, not even escaped. */
static char *
escape_text (const char *text)
{
  g_autoptr (GString) clean = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if ((guchar) *c >= 0x20 || *c == '\t' || *c == '\n')
      g_string_append_unichar (clean, g_utf8_get_char (c));

  return g_markup_escape_text (clean->str, clean->len);
}

/**
 * nida_svg_with_words:
 * @svg: as Cairo writes it
 * @title: its title
 * @description: what it shows
 * @language: of both, "ar"
 *
 * Returns: (transfer full): the same picture for those who do not see it too
 */
GBytes *
nida_svg_with_words (GByteArray *svg,
                     const char *title,
                     const char *description,
                     const char *language)
{
  g_autofree char *text = renumber_ids ((const char *) svg->data, svg->len);
  g_autofree char *safe_title = escape_text (title);
  g_autofree char *safe_description = escape_text (description);
  g_autofree char *safe_language = g_markup_escape_text (language, -1);
  char *root = strstr (text, "<svg ");
  char *end = root != NULL ? strchr (root, '>') : NULL;
  GString *out = g_string_new (NULL);

  g_assert (end != NULL);
  g_string_append_len (out, text, end - text);
  g_string_append_printf (out, " xml:lang=\"%s\" role=\"img\" aria-labelledby=\"title desc\">\n"
                               "<title id=\"title\">%s</title>\n<desc id=\"desc\">%s</desc>",
                          safe_language, safe_title, safe_description);
  g_string_append (out, end + 1);

  return g_string_free_to_bytes (out);
}
