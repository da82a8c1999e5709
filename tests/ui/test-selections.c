/* Selections that were named. */
#include "selections.h"

#include "scene-builder.h"

static NidaBrush *
brush_of (const char *donor)
{
  NidaMark *mark = nida_mark_new ("", "", "", 0);
  NidaBrush *brush;

  nida_mark_add_filter (mark, NIDA_FIELD_DONOR, donor);
  brush = nida_brush_toggle (NULL, mark);
  nida_mark_free (mark);
  return brush;
}

static void
count_cb (NidaSelections *selections,
          guint          *count)
{
  (*count)++;
}

static void
test_keep (void)
{
  g_autoptr (NidaDocument) document = nida_document_new (), other = nida_document_new ();
  g_autoptr (NidaSelections) selections = nida_selections_new (document);
  g_autoptr (NidaBrush) kuwait = brush_of ("Kuwait"), qatar = brush_of ("Qatar");
  guint changes = 0;

  g_signal_connect (selections, "changed", G_CALLBACK (count_cb), &changes);
  g_assert_false (nida_selections_keep (selections, "  ", kuwait));
  g_assert_false (nida_selections_keep (selections, "GCC", NULL));
  g_assert_cmpuint (changes, ==, 0);
  g_assert_true (nida_selections_keep (selections, " GCC ", kuwait));
  g_assert_true (nida_selections_keep (selections, "الخليج", qatar));
  g_assert_cmpuint (nida_selections_get_n (selections), ==, 2);
  g_assert_cmpstr (nida_selections_get_name (selections, 0), ==, "GCC");
  g_assert_true (nida_brush_equal (nida_selections_get_brush (selections, 0), kuwait));

  /* the same name is another selection now */
  g_assert_true (nida_selections_keep (selections, "GCC", qatar));
  g_assert_cmpuint (nida_selections_get_n (selections), ==, 2);
  g_assert_true (nida_brush_equal (nida_selections_get_brush (selections, 0), qatar));
  nida_selections_forget (selections, 0);
  g_assert_cmpstr (nida_selections_get_name (selections, 0), ==, "الخليج");
  g_assert_cmpuint (changes, ==, 4);
  nida_document_undo (document);
  g_assert_cmpuint (nida_selections_get_n (selections), ==, 2);
  g_assert_cmpstr (nida_document_get_undo_name (document), ==, "Keep Selection");

  /* another document has its own; one that cannot be read is none */
  nida_document_begin (other, "x", NULL);
  nida_document_set (other, NIDA_ITEM_SELECTION, "a", "?");
  nida_document_end (other);
  nida_selections_set_document (selections, other);
  g_assert_cmpuint (nida_selections_get_n (selections), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/selections/keep/by-name-and-forget", test_keep);
  return g_test_run ();
}
