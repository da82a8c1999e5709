/* fiscal-start.c: a month that a document says, and what is none. */
#include "fiscal-start.h"

static void
test_said (void)
{
  static const char * const none[] = { "0", "13", "april", "", "-1" };
  g_autoptr (NidaDocument) document = nida_document_new ();
  NidaItems *items = nida_document_get_items (document);

  g_assert_cmpuint (nida_items_get_fiscal_start (items), ==, 0);
  nida_document_begin_quietly (document, "x");
  nida_document_set_fiscal_start (document, 7);
  nida_document_end (document);
  g_assert_cmpuint (nida_items_get_fiscal_start (items), ==, 7);
  g_assert_false (nida_document_can_undo (document));
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      nida_document_begin_quietly (document, "x");
      nida_document_set (document, NIDA_ITEM_SETTING, "fiscal-year-start", none[i]);
      nida_document_end (document);
      g_assert_cmpuint (nida_items_get_fiscal_start (items), ==, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fiscal-start/a-month-or-none", test_said);
  return g_test_run ();
}
