/* What Cairo's PDF lacks: the words of figures for those who do not see them (ISO 32000-1, 14.9.3), and their language. An
 * incremental update (7.5.6) writes the objects that have them anew, behind Cairo's bytes. */
#include "config.h"

#include "export-format.h"

#include <stdlib.h>
#include <string.h>

/* Cairo writes an object as "17 0 obj\n<< …\n>>\nendobj\n". @entries: between the brackets */
typedef struct {
  guint       number;
  const char *entries;
  gsize       length;
} PdfObject;

static const char *
find_last (const char *data,
           gsize       size,
           const char *words)
{
  const char *found = NULL, *next = data;

  while ((next = memmem (next, size - (gsize) (next - data), words, strlen (words))) != NULL)
    found = next++;
  return found;
}

/* Behind the last @begin, up to the next @end; NULL when there is none. */
static const char *
find_between (const char *data,
              gsize       size,
              const char *begin,
              const char *end,
              gsize      *length)
{
  const char *at = find_last (data, size, begin), *stop;

  if (at == NULL)
    return NULL;
  at += strlen (begin);
  stop = memmem (at, size - (gsize) (at - data), end, strlen (end));
  *length = stop != NULL ? (gsize) (stop - at) : 0;
  return stop != NULL ? at : NULL;
}

/* The object that has the entry at @at. */
static gboolean
read_object (const char *data,
             gsize       size,
             const char *at,
             PdfObject  *object)
{
  const char *number, *end;

  object->entries = find_between (data, (gsize) (at - data) + 1, " 0 obj\n<<", "", &object->length);
  end = memmem (at, size - (gsize) (at - data), "\n>>\nendobj", strlen ("\n>>\nendobj"));
  if (object->entries == NULL || end == NULL)
    return FALSE;
  object->length = (gsize) (end - object->entries);
  for (number = object->entries - strlen (" 0 obj\n<<"); number > data && g_ascii_isdigit (number[-1]);)
    number--;
  object->number = (guint) strtoul (number, NULL, 10);
  return TRUE;
}

/* The last object that has the entry @words. */
static gboolean
find_object (const char *data,
             gsize       size,
             const char *words,
             PdfObject  *object)
{
  const char *at = find_last (data, size, words);

  return at != NULL && read_object (data, size, at, object);
}

/* All of the structure that are figures: Cairo writes them page by page. */
static GArray *
find_figures (const char *data,
              gsize       size)
{
  static const char words[] = "\n   /S /Figure\n";
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (PdfObject));
  const char *at = data;
  PdfObject figure;

  while ((at = memmem (at, size - (gsize) (at - data), words, strlen (words))) != NULL)
    {
      if (read_object (data, size, at, &figure))
        g_array_append_val (figures, figure);
      at++;
    }
  return figures;
}

/* UTF-16, which every text string may be: PDF's own bytes have no Arabic. */
static char *
text_string (const char *text)
{
  glong n = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &n, NULL);
  GString *string = g_string_new ("<FEFF");

  for (glong i = 0; i < n; i++)
    g_string_append_printf (string, "%04X", units[i]);
  g_string_append_c (string, '>');
  return g_string_free (string, FALSE);
}

/* Puts where it begins to @places, as a line of the table of objects. */
static void
append_object (GString         *out,
               const PdfObject *object,
               const char      *more,
               GString         *places)
{
  g_string_append_printf (places, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n", object->number, out->len);
  g_string_append_printf (out, "%u 0 obj\n<<%.*s\n%s\n>>\nendobj\n", object->number, (int) object->length, object->entries, more);
}

static void
append_figure (GString         *out,
               const PdfObject *figure,
               const char      *description,
               const char      *language,
               GString         *places)
{
  g_autofree char *words = text_string (description), *alt = g_strdup_printf ("   /Alt %s\n   /Lang (%s)", words, language);

  append_object (out, figure, alt, places);
}

/**
 * nida_pdf_with_words:
 * @pdf: as Cairo writes it, with figures among its tags
 * @descriptions: (array length=n): what they show, in the order of the pages
 * @n: how many figures there are
 * @language: of these words, "ar"
 *
 * Returns: (transfer full): the same with its words, language and title; as it was where it is not written as expected
 */
GBytes *
nida_pdf_with_words (GByteArray         *pdf,
                     const char * const *descriptions,
                     guint               n,
                     const char         *language)
{
  const char *data = (const char *) pdf->data, *trailer, *start;
  GString *out = g_string_new_len (data, pdf->len);
  g_autoptr (GString) places = g_string_new ("xref\n");
  g_autoptr (GArray) figures = find_figures (data, pdf->len);
  g_autofree char *marked = g_strdup_printf ("   /MarkInfo << /Marked true >>\n   /Lang (%s)\n"
                                              "   /ViewerPreferences << /DisplayDocTitle true >>", language);
  PdfObject catalog;
  gsize length, start_length, at;

  trailer = find_between (data, pdf->len, "trailer\n<<", "\n>>", &length);
  start = find_between (data, pdf->len, "startxref\n", "\n", &start_length);
  if (trailer == NULL || start == NULL || figures->len != n || !find_object (data, pdf->len, " /Type /Catalog\n", &catalog))
    return g_string_free_to_bytes (out);
  for (guint i = 0; i < n; i++)
    append_figure (out, &g_array_index (figures, PdfObject, i), descriptions[i], language, places);
  append_object (out, &catalog, marked, places);
  at = out->len;
  g_string_append_len (out, places->str, (gssize) places->len);
  g_string_append_printf (out, "trailer\n<<%.*s\n   /Prev %.*s\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", (int) length, trailer,
                          (int) start_length, start, at);
  return g_string_free_to_bytes (out);
}
