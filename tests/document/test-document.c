/* document.c: every change is one named step that undo takes back exactly, and listeners hear of each item. */
#include "document.h"

static void
set_slide (NidaDocument *document,
           const char   *id,
           const char   *text,
           const char   *run)
{
  nida_document_begin (document, "Edit Slide", run);
  nida_document_set (document, NIDA_ITEM_SLIDE, id, text);
  nida_document_end (document);
}

static void
test_undo (void)
{
  g_autoptr (NidaDocument) document = nida_document_new ();

  g_assert_false (nida_document_can_undo (document));
  set_slide (document, "a", "one", NULL);
  set_slide (document, "a", "two", NULL);
  g_assert_cmpstr (nida_document_get_undo_name (document), ==, "Edit Slide");
  nida_document_undo (document);
  g_assert_cmpstr (nida_document_get (document, NIDA_ITEM_SLIDE, "a"), ==, "one");
  nida_document_undo (document);
  g_assert_null (nida_document_get (document, NIDA_ITEM_SLIDE, "a"));
  g_assert_false (nida_document_can_undo (document));
  nida_document_redo (document);
  nida_document_redo (document);
  g_assert_cmpstr (nida_document_get (document, NIDA_ITEM_SLIDE, "a"), ==, "two");
  g_assert_false (nida_document_can_redo (document));
  nida_document_undo (document);
  set_slide (document, "b", "other", NULL);
  g_assert_false (nida_document_can_redo (document));
}

/* What no person did is in the document, and no step back; what was done before still is one. */
static void
test_quiet (void)
{
  g_autoptr (NidaDocument) document = nida_document_new ();

  set_slide (document, "a", "one", NULL);
  nida_document_begin_quietly (document, "Read Sources");
  nida_document_set (document, NIDA_ITEM_SOURCE, "s", "read");
  nida_document_end (document);
  g_assert_cmpstr (nida_document_get_undo_name (document), ==, "Edit Slide");
  nida_document_undo (document);
  g_assert_null (nida_document_get (document, NIDA_ITEM_SLIDE, "a"));
  g_assert_cmpstr (nida_document_get (document, NIDA_ITEM_SOURCE, "s"), ==, "read");
  g_assert_true (nida_document_can_redo (document));
  /* within a change of a person it is part of that */
  nida_document_begin (document, "Add Data", NULL);
  nida_document_begin_quietly (document, "Read Sources");
  nida_document_set (document, NIDA_ITEM_SOURCE, "s", "again");
  nida_document_end (document);
  nida_document_end (document);
  nida_document_undo (document);
  g_assert_cmpstr (nida_document_get (document, NIDA_ITEM_SOURCE, "s"), ==, "read");
}

static void
test_run (void)
{
  g_autoptr (NidaDocument) document = nida_document_new ();

  set_slide (document, "a", "K", "title-a");
  set_slide (document, "a", "Ku", "title-a");
  set_slide (document, "a", "Kuwait", "title-a");
  set_slide (document, "b", "another", "title-b");
  nida_document_undo (document);
  g_assert_cmpstr (nida_document_get (document, NIDA_ITEM_SLIDE, "a"), ==, "Kuwait");
  nida_document_undo (document);
  g_assert_null (nida_document_get (document, NIDA_ITEM_SLIDE, "a"));
  g_assert_false (nida_document_can_undo (document));
}

static void
test_nothing (void)
{
  g_autoptr (NidaDocument) document = nida_document_new ();

  set_slide (document, "a", "one", NULL);
  nida_document_forget_undo (document);
  set_slide (document, "a", "one", NULL);
  nida_document_begin (document, "Delete Slide", NULL);
  nida_document_remove (document, NIDA_ITEM_SLIDE, "nobody");
  nida_document_end (document);
  g_assert_false (nida_document_can_undo (document));
}

static void
test_read_only (void)
{
  g_autoptr (NidaDocument) document = nida_document_new ();

  set_slide (document, "a", "one", NULL);
  nida_document_set_read_only (document, TRUE);
  set_slide (document, "a", "two", NULL);
  nida_document_undo (document);
  g_assert_cmpstr (nida_document_get (document, NIDA_ITEM_SLIDE, "a"), ==, "one");
  g_assert_false (nida_document_can_undo (document));
}

static void
heard_cb (NidaDocument *document,
          guint         kind,
          const char   *id,
          GString      *heard)
{
  g_string_append_printf (heard, "%s/%s ", nida_item_kind_get_name (kind), id);
}

static void
written_cb (NidaDocument *document,
            NidaRevision   *change,
            gpointer      data)
{
  (*(guint *) data)++;
}

static void
test_told (void)
{
  g_autoptr (NidaDocument) document = nida_document_new ();
  g_autoptr (NidaRevision) foreign = nida_revision_new ("Add Slide");
  g_autoptr (NidaItem) theirs = nida_item_new (NIDA_ITEM_SLIDE, "z", 9, "theirs");
  g_autoptr (GString) heard = g_string_new (NULL);
  guint written = 0;

  nida_document_set_writer (document, written_cb, &written, NULL);
  g_signal_connect (document, "item-changed::slide", G_CALLBACK (heard_cb), heard);
  nida_document_begin (document, "Add Slides", NULL);
  nida_document_set (document, NIDA_ITEM_SLIDE, "a", "one");
  nida_document_set (document, NIDA_ITEM_BOARD, "b", "not asked for");
  nida_document_set (document, NIDA_ITEM_SLIDE, "c", "two");
  g_assert_cmpstr (heard->str, ==, "");
  nida_document_end (document);
  g_assert_cmpstr (heard->str, ==, "slide/a slide/c ");
  g_assert_cmpuint (written, ==, 1);

  nida_revision_add (foreign, NULL, theirs);
  nida_document_take_foreign (document, foreign);
  g_assert_cmpstr (heard->str, ==, "slide/a slide/c slide/z ");
  g_assert_cmpuint (written, ==, 1);
  nida_document_undo (document);
  g_assert_cmpuint (written, ==, 2);
  g_assert_cmpstr (nida_document_get (document, NIDA_ITEM_SLIDE, "z"), ==, "theirs");
}

static void
test_move (void)
{
  g_autoptr (NidaDocument) document = nida_document_new ();
  g_autoptr (GString) order = g_string_new (NULL);

  for (const char *id = "abcd"; *id != '\0'; id++)
    {
      g_autofree char *one = g_strndup (id, 1);

      set_slide (document, one, one, NULL);
    }
  nida_document_begin (document, "Move Slide", NULL);
  nida_document_move (document, NIDA_ITEM_SLIDE, "d", 1);
  nida_document_end (document);
  for (guint i = 0; i < 4; i++)
    g_string_append (order, nida_items_get (nida_document_get_items (document), NIDA_ITEM_SLIDE, i)->id);
  g_assert_cmpstr (order->str, ==, "adbc");
}

/* 200 edits at random, all taken back: nothing is left of them, and all come again. */
static void
test_walk (void)
{
  g_autoptr (NidaDocument) document = nida_document_new ();
  g_autoptr (NidaItems) before = NULL, after = NULL;

  set_slide (document, "3", "was there", NULL);
  nida_document_forget_undo (document);
  before = nida_items_copy (nida_document_get_items (document));
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *id = g_strdup_printf ("%d", g_test_rand_int_range (0, 8));
      NidaItemKind kind = g_test_rand_int_range (0, NIDA_N_ITEM_KINDS);

      nida_document_begin (document, "Edit", NULL);
      switch (g_test_rand_int_range (0, 3))
        {
        case 0:
          nida_document_remove (document, kind, id);
          break;
        case 1:
          nida_document_move (document, kind, id, g_test_rand_int_range (0, 4));
          break;
        default:
          {
            g_autofree char *text = g_strdup_printf ("text %u", i);

            nida_document_set (document, kind, id, text);
          }
        }
      nida_document_end (document);
    }
  after = nida_items_copy (nida_document_get_items (document));
  while (nida_document_can_undo (document))
    nida_document_undo (document);
  g_assert_true (nida_items_equal (nida_document_get_items (document), before));
  while (nida_document_can_redo (document))
    nida_document_redo (document);
  g_assert_true (nida_items_equal (nida_document_get_items (document), after));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/undo-takes-back-a-named-step", test_undo);
  g_test_add_func ("/document/quiet/is-no-step-back", test_quiet);
  g_test_add_func ("/document/a-run-is-one-step", test_run);
  g_test_add_func ("/document/what-changes-nothing-is-no-step", test_nothing);
  g_test_add_func ("/document/nothing-changes-what-is-read-only", test_read_only);
  g_test_add_func ("/document/listeners-hear-of-each-item-once-all-are-in-place", test_told);
  g_test_add_func ("/document/an-item-moves-among-its-kind", test_move);
  g_test_add_func ("/document/200-random-edits-are-undone-exactly", test_walk);
  return g_test_run ();
}
