/* What Cairo's PDF lacks: the words of figures for those who do not see them (ISO 32000-1, 14.9.3), their language, and one document
 * above all that is told (14.8.4.2), since Cairo forgets a tag that holds pages. An incremental update (7.5.6) writes the objects that
 * have them anew, behind Cairo's bytes. */
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

/* All of the structure: Cairo writes it page by page. */
static GArray *
find_elements (const char *data,
               gsize       size)
{
  static const char head[] = " 0 obj\n<<", words[] = " 0 obj\n<< /Type /StructElem\n";
  GArray *elements = g_array_new (FALSE, FALSE, sizeof (PdfObject));
  const char *at = data, *end;

  while ((at = memmem (at, size - (gsize) (at - data), words, strlen (words))) != NULL
         && (end = memmem (at, size - (gsize) (at - data), "\n>>\nendobj", strlen ("\n>>\nendobj"))) != NULL)
    {
      const char *number = at;
      PdfObject element = { 0, at + strlen (head), (gsize) (end - at) - strlen (head) };

      while (number > data && g_ascii_isdigit (number[-1]))
        number--;
      element.number = (guint) strtoul (number, NULL, 10);
      g_array_append_val (elements, element);
      at = end;
    }
  return elements;
}

static gboolean
is_figure (const PdfObject *element)
{
  return memmem (element->entries, element->length, "\n   /S /Figure\n", strlen ("\n   /S /Figure\n")) != NULL;
}

static guint
count_figures (GArray *elements)
{
  guint n = 0;

  for (guint i = 0; i < elements->len; i++)
    n += is_figure (&g_array_index (elements, PdfObject, i));
  return n;
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
  g_string_append_printf (out, "%u 0 obj\n<<%.*s\n%s%s>>\nendobj\n", object->number, (int) object->length, object->entries,
                          more != NULL ? more : "", more != NULL ? "\n" : "");
}

/* The entries of @object with @after in place of @before. */
static char *
dup_replaced (const PdfObject *object,
              const char      *before,
              const char      *after)
{
  g_autoptr (GString) entries = g_string_new_len (object->entries, (gssize) object->length);

  g_string_replace (entries, before, after, 1);
  return g_strdup (entries->str);
}

/* An element of @root becomes one of @document; a figure gets its @description. */
static void
append_element (GString         *out,
                const PdfObject *element,
                guint            root,
                guint            document,
                const char      *description,
                const char      *language,
                GString         *places)
{
  g_autofree char *before = g_strdup_printf ("/P %u 0 R\n", root), *after = g_strdup_printf ("/P %u 0 R\n", document);
  g_autofree char *entries = dup_replaced (element, before, after), *words = NULL, *alt = NULL;
  const PdfObject moved = { element->number, entries, strlen (entries) };

  if (description != NULL)
    {
      words = text_string (description);
      alt = g_strdup_printf ("   /Alt %s\n   /Lang (%s)", words, language);
    }
  append_object (out, &moved, alt, places);
}

/* What was told page by page becomes what one document consists of. */
static void
append_document (GString         *out,
                 const PdfObject *root,
                 guint            document,
                 GString         *places)
{
  gsize length;
  const char *children = find_between (root->entries, root->length, "/K [", "]", &length);
  g_autofree char *all = g_strndup (children, length), *own = g_strdup_printf (" %u 0 R ", document);
  g_autofree char *entries = dup_replaced (root, all, own);
  g_autofree char *told = g_strdup_printf (" /Type /StructElem\n   /S /Document\n   /P %u 0 R\n   /K [%s]", root->number, all);

  append_object (out, &(PdfObject) { root->number, entries, strlen (entries) }, NULL, places);
  append_object (out, &(PdfObject) { document, told, strlen (told) }, NULL, places);
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
  g_autoptr (GArray) elements = find_elements (data, pdf->len);
  g_autofree char *marked = g_strdup_printf ("   /MarkInfo << /Marked true >>\n   /Lang (%s)\n"
                                              "   /ViewerPreferences << /DisplayDocTitle true >>", language);
  g_autofree char *before = NULL, *after = NULL, *entries = NULL;
  PdfObject catalog, root;
  gsize length, start_length, number_length, at;
  const char *number;
  guint document, figure = 0;

  trailer = find_between (data, pdf->len, "trailer\n<<", "\n>>", &length);
  start = find_between (data, pdf->len, "startxref\n", "\n", &start_length);
  number = trailer != NULL ? find_between (trailer, length, "/Size ", "\n", &number_length) : NULL;
  if (number == NULL || start == NULL || count_figures (elements) != n || !find_object (data, pdf->len, " /Type /Catalog\n", &catalog)
      || !find_object (data, pdf->len, " /Type /StructTreeRoot\n", &root) || find_between (root.entries, root.length, "/K [", "]", &at) == NULL)
    return g_string_free_to_bytes (out);
  document = (guint) strtoul (number, NULL, 10);      /* the first that is free */
  for (guint i = 0; i < elements->len; i++)
    {
      const PdfObject *element = &g_array_index (elements, PdfObject, i);

      append_element (out, element, root.number, document, is_figure (element) ? descriptions[figure++] : NULL, language, places);
    }
  append_document (out, &root, document, places);
  append_object (out, &catalog, marked, places);
  before = g_strdup_printf ("/Size %u\n", document);
  after = g_strdup_printf ("/Size %u\n", document + 1);
  entries = dup_replaced (&(PdfObject) { 0, trailer, length }, before, after);
  at = out->len;
  g_string_append_len (out, places->str, (gssize) places->len);
  g_string_append_printf (out, "trailer\n<<%s\n   /Prev %.*s\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", entries,
                          (int) start_length, start, at);
  return g_string_free_to_bytes (out);
}
