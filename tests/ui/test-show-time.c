/* What of a talk's time is meant for which slide. */
#include "config.h"

#include "show-time.h"

static void
test_due (void)
{
  static const struct { guint plans[3], total, index, from, to; } cases[] = {
    { { 0, 0, 0 }, 0, 1, 0, 0 },
    { { 0, 0, 0 }, 90, 1, 30, 60 },
    { { 0, 0, 0 }, 100, 1, 33, 66 },       /* the last ends with the talk */
    { { 0, 0, 0 }, 100, 2, 66, 100 },
    { { 60, 0, 0 }, 100, 1, 60, 80 },
    { { 60, 30, 10 }, 0, 2, 90, 100 },
    { { 60, 60, 0 }, 100, 2, 120, 120 },   /* more than there is */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint from, to;

      nida_show_time_due (cases[i].plans, 3, cases[i].total, cases[i].index, &from, &to);
      g_assert_cmpuint (from, ==, cases[i].from);
      g_assert_cmpuint (to, ==, cases[i].to);
    }
}

static void
test_total (void)
{
  static const guint plans[] = { 60, 0, 30 };

  g_assert_cmpuint (nida_show_time_total (plans, 3, 0), ==, 90);
  g_assert_cmpuint (nida_show_time_total (plans, 3, 1200), ==, 1200);
  g_assert_cmpuint (nida_show_time_total (NULL, 0, 0), ==, 0);
}

static void
test_format (void)
{
  static const struct { guint seconds; const char *text; } cases[] = {
    { 0, "00:00" }, { 460, "07:40" }, { 3599, "59:59" }, { 3725, "1:02:05" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = nida_show_time_format (cases[i].seconds);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/show-time/slides-that-say-nothing-share-the-rest", test_due);
  g_test_add_func ("/show-time/the-whole-or-the-sum", test_total);
  g_test_add_func ("/show-time/clock-face", test_format);
  return g_test_run ();
}
