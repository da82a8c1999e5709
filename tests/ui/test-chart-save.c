/* chart-save.c: the name a chart is saved under follows the format that is chosen. */
#include "chart-save.h"

static void
test_names (void)
{
  static const struct { const char *name, *ending, *saved; } cases[] = {
    { "Coverage.png", "svg", "Coverage.svg" },
    { "Coverage", "pdf", "Coverage.pdf" },
    { "$2.03B from Kuwait", "png", "$2.03B from Kuwait.png" },
    { "التغطية.PNG", "pdf", "التغطية.pdf" },
    { "a.b.svg", "svg", "a.b.svg" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *saved = nida_chart_save_name (cases[i].name, cases[i].ending);

      g_assert_cmpstr (saved, ==, cases[i].saved);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-save/the-ending-follows-the-format", test_names);
  return g_test_run ();
}
