/* What Cairo's PDF lacks: the language of its words, and that they are tagged. It is said in a new revision of the catalogue behind the end of the file, as
 * PDF 1.5, 3.4.5 ("incremental updates") has it: nothing that Cairo wrote is touched. */
#include "config.h"

#include "export-format.h"

#include <string.h>

#define ENTRY_LENGTH 20      /* of the table of objects */

/* The last place of @what in @text, or NULL. */
static const char *
find_last (const char *text,
           gsize       length,
           const char *what)
{
  gsize n = strlen (what);

  for (gsize i = length >= n ? length - n + 1 : 0; i > 0; i--)
    if (memcmp (text + i - 1, what, n) == 0)
      return text + i - 1;
  return NULL;
}

/* The number that follows @name from @text on; FALSE where there is none. */
static gboolean
read_number (const char *text,
             const char *end,
             const char *name,
             guint64    *number)
{
  const char *found = g_strstr_len (text, end - text, name);
  char *rest;

  if (found == NULL)
    return FALSE;
  *number = g_ascii_strtoull (found + strlen (name), &rest, 10);
  return rest > found + strlen (name);
}

/* Where object @number begins, by the table at @xref, which Cairo writes in one piece from object 0 on; 0 where it does not. */
static guint64
find_object (const char *text,
             gsize       length,
             guint64     xref,
             guint64     number)
{
  const char *first;
  guint64 n;

  if (xref >= length || !g_str_has_prefix (text + xref, "xref\n0 ") || !read_number (text + xref, text + length, "xref\n0 ", &n))
    return 0;
  first = strchr (text + xref + strlen ("xref\n"), '\n');
  if (first == NULL || number >= n || (guint64) (text + length - first) < (number + 1) * ENTRY_LENGTH)
    return 0;
  return g_ascii_strtoull (first + 1 + number * ENTRY_LENGTH, NULL, 10);
}

/**
 * nida_pdf_with_language:
 * @pdf: as Cairo writes it
 * @language: of its words, "ar"
 *
 * Returns: (transfer full): the same document with its language; as it is where Cairo wrote it in a way that is not known here
 */
GBytes *
nida_pdf_with_language (GByteArray *pdf,
                        const char *language)
{
  g_autofree char *text = g_malloc0 (pdf->len + 1);
  g_autoptr (GString) out = g_string_new_len ((const char *) pdf->data, pdf->len);
  const char *data, *trailer, *start, *end;
  guint64 xref, root, size, info, object;
  gsize length;
  gboolean tagged;

  memcpy (text, pdf->data, pdf->len);
  data = text;
  length = pdf->len;
  trailer = find_last (data, length, "trailer");
  start = find_last (data, length, "startxref\n");
  if (trailer == NULL || start == NULL || start < trailer || !read_number (start, data + length, "startxref\n", &xref) ||
      !read_number (trailer, start, "/Root ", &root) || !read_number (trailer, start, "/Size ", &size))
    return g_bytes_new (pdf->data, pdf->len);
  object = find_object (data, length, xref, root);
  data += object;
  end = object == 0 || object >= length ? NULL : g_strstr_len (data, text + length - data, ">>\nendobj");
  data = end == NULL ? NULL : g_strstr_len (data, end - data, "<<");
  if (data == NULL || g_strstr_len (data, end - data, "/Catalog") == NULL)
    return g_bytes_new (pdf->data, pdf->len);

  tagged = g_strstr_len (data, end - data, "/StructTreeRoot") != NULL && g_strstr_len (data, end - data, "/MarkInfo") == NULL;
  object = out->len;
  g_string_append_printf (out, "%" G_GUINT64_FORMAT " 0 obj\n%.*s%s   /Lang (%s)\n"
                               "   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n",
                          root, (int) (end - data), data, tagged ? "   /MarkInfo << /Marked true >>\n" : "", language);
  size = MAX (size, root + 1);
  g_string_append_printf (out, "xref\n%" G_GUINT64_FORMAT " 1\n%010" G_GUINT64_FORMAT " 00000 n \n", root, object);
  object = (guint64) (find_last (out->str, out->len, "xref\n") - out->str);
  g_string_append_printf (out, "trailer\n<< /Size %" G_GUINT64_FORMAT "\n   /Root %" G_GUINT64_FORMAT " 0 R\n", size, root);
  if (read_number (trailer, start, "/Info ", &info))
    g_string_append_printf (out, "   /Info %" G_GUINT64_FORMAT " 0 R\n", info);
  g_string_append_printf (out, "   /Prev %" G_GUINT64_FORMAT "\n>>\nstartxref\n%" G_GUINT64_FORMAT "\n%%%%EOF\n", xref, object);
  return g_string_free_to_bytes (g_steal_pointer (&out));
}
