/* The digits of a chart's table, to the last, whatever language it is in; names that hold a number stay names. */
#include "scene-builder.h"
#include "table-figures.h"

static void
test_numbers (void)
{
  static const struct { const char *cell, *digits; gboolean percent; } cases[] = {
    { "$17,064,284", "17064284", FALSE },
    { "\u206617,064,284\u2069 دولار", "17064284", FALSE },
    { "١٧٬٠٦٤٬٢٨٤٫٥ دولار", "17064284.5", FALSE },
    { "1,250.125 د.ك.", "1250.125", FALSE },
    { "KWD 1,250.125", "1250.125", FALSE },
    { "−$5", "-5", FALSE },
    { "44.5%", "44.5", TRUE },
    { "٤٤٪", "44", TRUE },
    { "<1%", NULL, FALSE },
    { "≈ 70", NULL, FALSE },
    { "2024-Q1", NULL, FALSE },
    { "Other (3)", NULL, FALSE },
    { "", NULL, FALSE },
    { "—", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean percent;
      g_autofree char *digits = nida_table_cell_number (cases[i].cell, &percent);

      g_assert_cmpstr (digits, ==, cases[i].digits);
      if (digits != NULL)
        g_assert_cmpint (percent, ==, cases[i].percent);
    }
}

/* Pasted into a spreadsheet of any country, a figure is a number; what is none stays as it is read, and no formula. */
static void
test_pasted (void)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (100, 100, 1, FALSE);
  g_autoptr (NidaScene) scene = NULL;
  g_autofree char *tsv = NULL;

  nida_scene_builder_table (builder, (const char *[]) { "Donor", "Received", "Share", NULL });
  nida_scene_builder_table_row (builder, "a", (const char *[]) { "\u2068=SUM(A1)\u2069", "$1,250,000.50", "44.5%", NULL },
                                (NidaMoney[]) { NIDA_MONEY_NONE, 1250000500, 44500 });
  nida_scene_builder_table_row (builder, "b", (const char *[]) { "الكويت", "\u2066١٧٬٠٦٤٬٢٨٤\u2069 دولار", "٤٤٪", NULL },
                                (NidaMoney[]) { NIDA_MONEY_NONE, 17064284000, 44000 });
  nida_scene_builder_table_row (builder, "c", (const char *[]) { "@x", "−$5", "<1%", NULL }, (NidaMoney[]) { NIDA_MONEY_NONE, -5000, 500 });
  nida_scene_builder_table_row (builder, "d", (const char *[]) { "Norway", "$17.1M", "—", NULL },
                                (NidaMoney[]) { NIDA_MONEY_NONE, 17123456000, NIDA_MONEY_NONE });
  nida_scene_builder_table_row (builder, "e", (const char *[]) { "2024", "1,250", "37", NULL }, (NidaMoney[]) { NIDA_MONEY_NONE, 1250, 37 });
  scene = nida_scene_builder_end (builder);
  tsv = nida_scene_table_to_tsv (scene);
  g_assert_cmpstr (tsv, ==, "Donor\tReceived\tShare\n"
                            "'=SUM(A1)\t1250000.50\t44.5%\n"
                            "الكويت\t17064284\t44%\n"
                            "'@x\t-5\t<1%\n"
                            "Norway\t$17.1M\t—\n"
                            "2024\t1250\t37\n");
}

/* A date in words of any language is told in digits; what is only beside it stays words. */
static void
test_dates (void)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (100, 100, 1, TRUE);
  g_autoptr (NidaScene) scene = NULL;
  g_autofree char *tsv = NULL;
  static const struct { const char *words; int year, month, day; } rows[] = {
    { "9 مارس 2024", 2024, 3, 9 }, { "مارس 2024", 2024, 3, 0 }, { "٢٠٢٤", 2024, 0, 0 }, { "بلا تاريخ", 0, 0, 0 },
  };

  nida_scene_builder_table (builder, (const char *[]) { "Period", "Received", NULL });
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      NidaDate date = rows[i].year == 0    ? NIDA_DATE_NONE
                      : rows[i].month == 0 ? nida_date_new_year (rows[i].year)
                      : rows[i].day == 0   ? nida_date_new_month (rows[i].year, rows[i].month)
                                           : nida_date_new_day (rows[i].year, rows[i].month, rows[i].day);

      nida_scene_builder_table_row (builder, rows[i].words, (const char *[]) { rows[i].words, "5", NULL }, (NidaMoney[]) { 19791, 5000 });
      nida_scene_builder_table_date (builder, 0, (NidaPeriod) { date, NIDA_DATE_NONE });
    }
  scene = nida_scene_builder_end (builder);
  tsv = nida_scene_table_to_tsv (scene);
  g_assert_cmpstr (tsv, ==, "Period\tReceived\n2024-03-09\t5\n2024-03\t5\n2024\t5\nبلا تاريخ\t5\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-figures/digits-in-either-script", test_numbers);
  g_test_add_func ("/table-figures/pasted-as-numbers", test_pasted);
  g_test_add_func ("/table-figures/dates-as-digits", test_dates);
  return g_test_run ();
}
