/* layout-items.c: what was said of a header is one item; a document remembers what its figures were read by. */
#include "layout-items.h"

#define NAME  "0123"
#define OTHER "4567"
#define ONE   "[Nida layout]\ndelimiter=;\nheader=1\n"
#define TWO   "[Nida layout]\ndelimiter=,\nheader=2\n"

static const char *
said (NidaDocument *document,
      const char   *name)
{
  return nida_document_get (document, NIDA_ITEM_LAYOUT, name);
}

static void
test_said (void)
{
  g_autoptr (NidaDocument) document = nida_document_new ();
  g_autoptr (NidaLayouts) before = nida_layouts_new (NULL), after = NULL, read = nida_layouts_new (NULL);
  g_autofree char *text = NULL;

  nida_layouts_set_text (before, NAME, ONE, NULL);
  nida_layouts_set_text (before, OTHER, ONE, NULL);
  after = nida_layouts_copy (before);
  nida_layouts_set_text (after, NAME, TWO, NULL);
  nida_document_begin (document, "Correct Columns", NULL);
  nida_layout_items_put (document, before, after);
  nida_document_end (document);
  /* what did not change is nobody's word here */
  g_assert_cmpstr (said (document, NAME), ==, TWO);
  g_assert_null (said (document, OTHER));
  nida_layouts_set_text (read, NAME, ONE, NULL);
  nida_layout_items_apply (nida_document_get_items (document), read);
  text = nida_layouts_dup_text (read, NAME);
  g_assert_cmpstr (text, ==, TWO);

  nida_document_begin (document, "Correct Columns", NULL);
  nida_layout_items_put (document, after, read);
  nida_document_end (document);
  g_assert_null (said (document, OTHER));
  nida_layouts_set_text (read, NAME, NULL, NULL);
  nida_document_begin (document, "Correct Columns", NULL);
  nida_layout_items_put (document, after, read);
  nida_document_end (document);
  g_assert_null (said (document, NAME));
  nida_document_undo (document);
  g_assert_cmpstr (said (document, NAME), ==, TWO);
}

/* Only what was used for the figures, and what the document says stands. */
static void
test_noted (void)
{
  g_autoptr (NidaDocument) document = nida_document_new ();
  g_autoptr (NidaLayouts) layouts = nida_layouts_new (NULL);
  g_autoptr (NidaLayout) used = nida_layout_detect_text ("thing;weight\na;1,5\n", 20, FALSE, NULL);
  g_autoptr (NidaLayout) unused = nida_layout_detect_text ("other;weight\na;1,5\n", 20, FALSE, NULL);
  g_auto (GStrv) names = NULL;

  nida_layouts_remember (layouts, used, used, NULL);
  nida_layouts_remember (layouts, unused, unused, NULL);
  nida_layout_free (nida_layouts_find (layouts, used));
  names = nida_layouts_dup_used (layouts);
  nida_layout_items_note (document, layouts);
  g_assert_cmpuint (nida_items_get_n (nida_document_get_items (document), NIDA_ITEM_LAYOUT), ==, 1);
  g_assert_nonnull (said (document, names[0]));
  g_assert_false (nida_document_can_undo (document));
  nida_document_begin (document, "Correct Columns", NULL);
  nida_document_set (document, NIDA_ITEM_LAYOUT, names[0], ONE);
  nida_document_end (document);
  nida_layout_items_note (document, layouts);
  g_assert_cmpstr (said (document, names[0]), ==, ONE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout-items/said/one-item-a-header", test_said);
  g_test_add_func ("/layout-items/noted/what-the-figures-were-read-by", test_noted);
  return g_test_run ();
}
