/* layout-names.c: what a header cell means, in English and Arabic. */
#include "layout.h"

#include "nida-csv.h"

static void
test_names (void)
{
  static const struct { const char *name; int role; const char *currency; } cases[] = {
    { "Donor Name", NIDA_FIELD_DONOR, "" },
    { "Funder", NIDA_FIELD_DONOR, "" },
    { "Amount (USD)", NIDA_FIELD_AMOUNT_USD, "" },
    { "Amount (KWD)", NIDA_FIELD_AMOUNT, "KWD" },
    { "Total EUR", NIDA_FIELD_AMOUNT, "EUR" },
    { "Total in euros", -1, "" },
    { "US$", -1, "USD" },
    { "المبلغ (د.ك)", NIDA_FIELD_AMOUNT, "KWD" },
    { "الجهة المموِّلة", NIDA_FIELD_DONOR, "" },
    { "الجهة", NIDA_FIELD_DONOR, "" },
    { "الجهة المستفيدة", NIDA_FIELD_RECIPIENT, "" },
    { "تاريخ التبرع", NIDA_FIELD_DATE, "" },
    { "Date of contribution", NIDA_FIELD_DATE, "" },
    { "colour", -1, "" },
    { "", -1, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char currency[4];

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (nida_layout_name_role (cases[i].name, currency), ==, cases[i].role);
      g_assert_cmpstr (currency, ==, cases[i].currency);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout-names/names-and-currencies-in-two-languages", test_names);
  return g_test_run ();
}
