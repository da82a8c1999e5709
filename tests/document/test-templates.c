/* templates.c: each makes boards and slides that are read again, in both languages. */
#include "templates.h"

#include "arrangement.h"
#include "slide.h"
#include "view.h"

static void
test_all (void)
{
  guint n;
  const NidaTemplate *templates = nida_templates_get (&n);

  g_assert_cmpuint (n, ==, 4);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NidaDocument) document = nida_document_new ();
      NidaItems *items;

      g_assert_true (nida_template_apply (templates[i].id, document));
      g_assert_false (nida_document_can_undo (document));
      items = nida_document_get_items (document);
      g_assert_cmpuint (nida_items_get_n (items, NIDA_ITEM_BOARD), >, 0);
      g_assert_cmpuint (nida_items_get_n (items, NIDA_ITEM_SLIDE), >=, 3);
      for (guint j = 0; j < nida_items_get_n (items, NIDA_ITEM_BOARD); j++)
        {
          g_autoptr (NidaView) view = nida_view_from_text (nida_items_get (items, NIDA_ITEM_BOARD, j)->text, NULL);

          g_assert_nonnull (view);
          g_assert_cmpstr (view->title, !=, NULL);
          g_assert_cmpstr (view->title_ar, !=, view->title);
          /* the first is what the data call for */
          g_assert_cmpint (nida_filter_set_get_arrangement (view->filters) == NULL, ==, j == 0);
        }
      for (guint j = 0; j < nida_items_get_n (items, NIDA_ITEM_SLIDE); j++)
        {
          g_autoptr (NidaSlide) slide = nida_slide_from_text (nida_items_get (items, NIDA_ITEM_SLIDE, j)->text, NULL);

          g_assert_nonnull (slide);
          g_assert_cmpstr (slide->title_ar, !=, slide->title);
          g_assert_cmpint (slide->charts->len + slide->figures->len == 0, ==, slide->layout == NIDA_SLIDE_TITLE);
        }
    }
}

static void
test_unknown (void)
{
  g_autoptr (NidaDocument) document = nida_document_new ();

  g_assert_false (nida_template_apply ("wedding", document));
  g_assert_cmpuint (nida_items_get_n (nida_document_get_items (document), NIDA_ITEM_BOARD), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/templates/each-has-boards-and-slides", test_all);
  g_test_add_func ("/templates/unknown-makes-nothing", test_unknown);
  return g_test_run ();
}
