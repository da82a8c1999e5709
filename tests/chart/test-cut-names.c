/* test-cut-names.c tests cut-names.c: who reads a name that has no room still knows whose it is. */
#include "cut-names.h"

#include "recipe-fixture.h"

/* Each name in @width points, in a column; the words of all, joined by " | ". */
static char *
cut (const char         *code,
     const char * const *names,
     const char         *before,
     double              width)
{
  g_autoptr (NidaScene) scene = NULL;
  Fixture fixture;
  char *texts;

  fixture_init (&fixture, code, NIDA_TIME_LTR, 600, 300);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = nida_language_name (fixture.language, names[i], NULL), *text = g_strconcat (before, name, NULL);
      g_autofree char *key = g_strdup_printf ("label/%u", i);

      nida_node_name (nida_recipe_text (&fixture.recipe, key, 0, 20 * i, width, NIDA_FONT_VALUE, NIDA_COLOR_TEXT, NIDA_ANCHOR_START, text), name);
    }
  nida_names_cut (&fixture.recipe);
  scene = fixture_end (&fixture);
  for (guint i = 0; names[i] != NULL; i++)
    g_assert_cmpfloat (nida_recipe_text_width (&fixture.recipe, nida_scene_get_node (scene, i)->text, NIDA_FONT_VALUE), <=, width + 0.01);
  texts = fixture_texts (scene, "label/");
  fixture_clear (&fixture);
  return texts;
}

/* The fixed measurer: 6.6 points a letter. */
static void
test_plain (void)
{
  g_autofree char *lone = cut ("en", (const char *[]) { "European Commission", "Japan", NULL }, "", 80);
  g_autofree char *whole = cut ("en", (const char *[]) { "European Commission", "Japan", NULL }, "", 200);
  g_autofree char *nearly = cut ("en", (const char *[]) { "European Commission", NULL }, "", 79);   /* twelve letters have 79.2 */

  g_assert_cmpstr (nearly, ==, "European C…");
  g_assert_cmpstr (lone, ==, "European Co… | Japan");
  g_assert_cmpstr (whole, ==, "European Commission | Japan");
}

static void
test_alike (void)
{
  g_autofree char *united = cut ("en", (const char *[]) { "United Arab Emirates", "United Kingdom", "United States", NULL }, "", 54);
  g_autofree char *plans = cut ("en", (const char *[]) { "Plan for Yemen, first", "Plan for Yemen, other", NULL }, "", 80);
  /* also beside one that is whole */
  g_autofree char *agency = cut ("en", (const char *[]) { "United States", "United States Department of State", NULL }, "", 93);

  g_assert_cmpstr (united, ==, "…mirates | Unit…dom | …States");
  g_assert_cmpstr (plans, ==, "Plan f…first | Plan f…other");
  g_assert_cmpstr (agency, ==, "United States | United…f State");
}

static void
test_bracket (void)
{
  g_autofree char *words = cut ("en", (const char *[]) { "European Commission (ECHO)", NULL }, "", 160);

  g_assert_cmpstr (words, ==, "European Commission…");
}

/* What stands before a name is not cut. */
static void
test_rank (void)
{
  g_autofree char *english = cut ("en", (const char *[]) { "Switzerland", NULL }, "12 ", 60);
  g_autofree char *arabic = cut ("ar", (const char *[]) { "Switzerland", NULL }, "12 ", 80);

  g_assert_cmpstr (english, ==, "12 Switz…");
  g_assert_true (g_str_has_prefix (arabic, "12 Switz"));
}

/* A Latin name in an Arabic chart ends where it is cut. */
static void
test_isolated (void)
{
  g_autoptr (NidaScene) scene = NULL;
  g_autofree char *name = NULL;
  Fixture fixture;
  const char *text;

  fixture_init (&fixture, "ar", NIDA_TIME_LTR, 600, 300);
  name = nida_language_name (fixture.language, "Escalation of Hostilities in the OPT", NULL);
  nida_node_name (nida_recipe_text (&fixture.recipe, "label/0", 0, 0, 100, NIDA_FONT_LABEL, NIDA_COLOR_TEXT, NIDA_ANCHOR_START, name), name);
  nida_names_cut (&fixture.recipe);
  scene = fixture_end (&fixture);
  text = nida_scene_get_node (scene, 0)->text;
  g_assert_true (g_str_has_prefix (text, "\u2068Escalation"));
  g_assert_true (g_str_has_suffix (text, "…\u2069"));
  fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cut-names/plain/ends-in-an-ellipsis", test_plain);
  g_test_add_func ("/cut-names/alike/is-cut-where-it-differs", test_alike);
  g_test_add_func ("/cut-names/bracket/is-left-out-whole", test_bracket);
  g_test_add_func ("/cut-names/rank/stands-before-it-whole", test_rank);
  g_test_add_func ("/cut-names/latin-in-arabic/ends-inside-the-isolation", test_isolated);
  return g_test_run ();
}
