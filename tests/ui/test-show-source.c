/* What a show asks of its slides. */
#include "config.h"

#include "show-support.h"

static void
test_steps (void)
{
  g_autoptr (TestSlides) slides = test_slides_new ();

  g_assert_cmpuint (nida_show_source_get_n_slides (NIDA_SHOW_SOURCE (slides)), ==, 4);
  g_assert_cmpuint (nida_show_source_get_n_steps (NIDA_SHOW_SOURCE (slides), 0), ==, 1);
  g_assert_cmpuint (nida_show_source_get_n_steps (NIDA_SHOW_SOURCE (slides), 1), ==, 3);
}

static void
test_words (void)
{
  g_autoptr (TestSlides) slides = test_slides_new ();
  g_autoptr (NidaLanguage) arabic = nida_language_new ("ar", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autofree char *title = nida_show_source_dup_title (NIDA_SHOW_SOURCE (slides), 2, arabic);
  g_autofree char *notes = nida_show_source_dup_notes (NIDA_SHOW_SOURCE (slides), 2, arabic);
  g_autoptr (GPtrArray) ages = nida_show_source_dup_ages (NIDA_SHOW_SOURCE (slides), 2, arabic);

  g_assert_cmpstr (title, ==, "شريحة 3");
  g_assert_cmpstr (notes, ==, "ملاحظة 3");
  g_assert_cmpstr (((NidaShowAge *) ages->pdata[0])->words, ==, "17 Apr 2026");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/show-source/a-slide-has-a-step-at-least", test_steps);
  g_test_add_func ("/show-source/words-in-the-language-of-the-show", test_words);
  return g_test_run ();
}
