/* alias-items.c: a document says of each name what was said of it, and undo leaves the others alone. */
#include "alias-items.h"

#define ORG NIDA_ALIAS_ORGANISATION

static const char * const names[] = { "Kuwait", "State of Kuwait", "الكويت", "a/b", "OXFAM", "x;\n" };

static NidaAliases *
random_aliases (GRand *rand)
{
  NidaAliases *aliases = nida_aliases_new ();

  for (guint i = 0; i < 4; i++)
    {
      const char *one = names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))], *other = names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))];

      if (one == other)
        continue;
      if (g_rand_boolean (rand))
        nida_aliases_add (aliases, ORG, one, other, g_rand_boolean (rand) ? "اسم" : NULL);
      else
        nida_aliases_set_apart (aliases, ORG, one, other);
    }
  return aliases;
}

static void
say (NidaDocument *document,
     NidaAliases  *before,
     NidaAliases  *after)
{
  nida_document_begin (document, "Join Names", NULL);
  nida_alias_items_put (document, before, after);
  nida_document_end (document);
}

/* Whatever was said in general, the document makes of it what was said in it. */
static void
test_overlay (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (NidaDocument) document = nida_document_new ();
      g_autoptr (NidaAliases) before = random_aliases (rand), after = random_aliases (rand);
      g_autoptr (NidaAliases) patched = nida_alias_items_patch (before, before, after);
      g_autoptr (NidaAliases) overlaid = NULL, undone = NULL;

      say (document, before, after);
      overlaid = nida_alias_items_overlay (nida_document_get_items (document), before);
      g_assert_true (nida_aliases_equal (overlaid, after));
      g_assert_true (nida_aliases_equal (patched, after));
      g_assert_false (nida_alias_items_oppose (nida_document_get_items (document), before, after));
      nida_document_undo (document);
      undone = nida_alias_items_overlay (nida_document_get_items (document), before);
      g_assert_true (nida_aliases_equal (undone, before));
    }
}

static void
test_others_stay (void)
{
  g_autoptr (NidaDocument) document = nida_document_new ();
  g_autoptr (NidaAliases) none = nida_aliases_new (), one = nida_aliases_new (), other = nida_aliases_new (), both = NULL;

  nida_aliases_add (one, ORG, "State of Kuwait", "Kuwait", NULL);
  nida_aliases_add (other, ORG, "OXFAM", "Oxfam", NULL);
  say (document, none, one);
  /* somebody else said the other meanwhile */
  both = nida_alias_items_patch (one, none, other);
  g_assert_cmpstr (nida_aliases_get (both, ORG, "OXFAM"), ==, "Oxfam");
  g_assert_cmpstr (nida_aliases_get (both, ORG, "State of Kuwait"), ==, "Kuwait");
  g_assert_false (nida_alias_items_oppose (nida_document_get_items (document), none, other));
  g_assert_true (nida_alias_items_oppose (nida_document_get_items (document), one, none));
}

static void
test_damaged (void)
{
  g_autoptr (NidaDocument) document = nida_document_new ();
  g_autoptr (NidaAliases) none = nida_aliases_new (), read = NULL;
  static const char * const texts[] = { "", "hello", "[Nida name]\n", "[Nida name]\nkind=ship\nname=a\n", "[Nida name]\nkind=organisation\n" };

  nida_document_begin (document, "x", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      nida_document_set (document, NIDA_ITEM_ALIAS, id, texts[i]);
    }
  nida_document_end (document);
  read = nida_alias_items_overlay (nida_document_get_items (document), none);
  g_assert_true (nida_aliases_is_empty (read));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/alias-items/overlay/makes-of-anything-what-was-said", test_overlay);
  g_test_add_func ("/alias-items/undo/leaves-what-others-said", test_others_stay);
  g_test_add_func ("/alias-items/damaged/says-nothing", test_damaged);
  return g_test_run ();
}
