/* test-source-line.c tests source-line.c: what the line says, and what of it gives way where there is little room. */
#include "recipe-fixture.h"

/* An exported chart of earlier data must say so, however small it is. */
static void
test_read_as_of (void)
{
  Fixture fixture;
  g_autofree char *source = NULL;

  fixture_init (&fixture, "en", NIDA_TIME_LTR, 480, 356);
  fixture.context.read_as_of = nida_date_local_end (nida_date_new_day (2026, 10, 1));
  source = nida_recipe_source (&fixture.recipe, NULL);
  g_assert_cmpstr (source, ==, "Source: not stated. As the sources stood on 1 Oct 2026.");
  fixture_clear (&fixture);
}

static void
test_source_never_empty (void)
{
  Fixture fixture;
  g_autofree char *source = NULL;

  fixture_init (&fixture, "en", NIDA_TIME_LTR, 480, 356);
  source = nida_recipe_source (&fixture.recipe, NULL);
  g_assert_cmpstr (source, ==, "Source: not stated.");
  fixture_clear (&fixture);
}

/* Names and the chart's own note stay whatever the room; the time of retrieval goes before the last day of the data. */
static void
test_gives_way (void)
{
  static const char * const sources[] = { "OCHA FTS", "Kuwait", NULL };
  Fixture fixture;
  g_autofree char *all = NULL, *without_time = NULL, *least = NULL;

  fixture_init (&fixture, "en", NIDA_TIME_LTR, 480, 356);
  fixture.context.sources = sources;
  fixture.context.as_of = nida_date_new_day (2026, 4, 17);
  fixture.context.retrieved = G_GINT64_CONSTANT (1776420000000000);
  all = nida_recipe_source (&fixture.recipe, "A note.");
  g_assert_true (g_str_has_prefix (all, "Sources: OCHA FTS and Kuwait. Data to 17 Apr 2026. Retrieved "));
  g_assert_true (g_str_has_suffix (all, " A note."));
  without_time = nida_recipe_source_in (&fixture.recipe, "A note.", nida_recipe_text_width (&fixture.recipe, all, NIDA_FONT_SOURCE) - 1, 1, G_MAXUINT);
  g_assert_cmpstr (without_time, ==, "Sources: OCHA FTS and Kuwait. Data to 17 Apr 2026. A note.");
  least = nida_recipe_source_in (&fixture.recipe, "A note.", 10, 1, G_MAXUINT);
  g_assert_cmpstr (least, ==, "Sources: OCHA FTS and Kuwait. A note.");
  fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source-line/earlier-data-say-so", test_read_as_of);
  g_test_add_func ("/source-line/is-never-empty", test_source_never_empty);
  g_test_add_func ("/source-line/whole-sentences-give-way", test_gives_way);
  return g_test_run ();
}
