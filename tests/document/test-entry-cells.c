/* entry-cells.c: cells are read as people write them, and refused with the way to write them. */
#include "entry-cells.h"

static void
assert_cell (NidaEntry     *entry,
             NidaEntryCell  cell,
             const char    *text,
             const char    *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *written = NULL;

  g_assert_true (nida_entry_set_cell (entry, cell, text, NIDA_DECIMAL_AUTO, &error));
  g_assert_no_error (error);
  written = nida_entry_dup_cell (entry, cell);
  g_assert_cmpstr (written, ==, expected);
}

static void
test_read (void)
{
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);

  assert_cell (entry, NIDA_ENTRY_CELL_KIND, "Pledged", "pledge");
  assert_cell (entry, NIDA_ENTRY_CELL_AMOUNT, " ١٬٢٥٠٬٠٠٠٫٥ ", "1250000.5");
  assert_cell (entry, NIDA_ENTRY_CELL_AMOUNT, "1,250,000", "1250000");
  assert_cell (entry, NIDA_ENTRY_CELL_CURRENCY, "kwd", "KWD");
  assert_cell (entry, NIDA_ENTRY_CELL_DATE, "٢٠٢٦-٠٥-٠٣", "2026-05-03");
  assert_cell (entry, NIDA_ENTRY_CELL_DUE, "2026-06", "2026-06");
  assert_cell (entry, NIDA_ENTRY_CELL_DONOR, "  Kuwait, Government of ", "Kuwait, Government of");
  assert_cell (entry, NIDA_ENTRY_CELL_LINKS, "https://a.example  https://b.example", "https://a.example https://b.example");
  assert_cell (entry, NIDA_ENTRY_CELL_KIND, "مدفوع", "paid");
  assert_cell (entry, NIDA_ENTRY_CELL_DONOR, "", "");
}

static void
test_refuse (void)
{
  static const struct { NidaEntryCell cell; const char *text; } wrong[] = {
    { NIDA_ENTRY_CELL_AMOUNT, "five million" }, { NIDA_ENTRY_CELL_AMOUNT, "1,234" }, { NIDA_ENTRY_CELL_AMOUNT, "1e999" },
    { NIDA_ENTRY_CELL_AMOUNT, "1.23456" }, { NIDA_ENTRY_CELL_DATE, "10/11/2026" }, { NIDA_ENTRY_CELL_DUE, "2026-02-30" },
    { NIDA_ENTRY_CELL_CURRENCY, "dinars" }, { NIDA_ENTRY_CELL_KIND, "gift" }, { NIDA_ENTRY_CELL_USAGE_YEAR, "next" },
    { NIDA_ENTRY_CELL_HISTORY, "paid yesterday" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY), before = nida_entry_copy (entry);
      g_autoptr (GError) error = NULL;

      g_assert_false (nida_entry_set_cell (entry, wrong[i].cell, wrong[i].text, NIDA_DECIMAL_AUTO, &error));
      g_assert_error (error, NIDA_ENTRY_ERROR, NIDA_ENTRY_ERROR_VALUE);
      g_assert_nonnull (strstr (error->message, wrong[i].text));
      g_assert_true (nida_entry_equal (entry, before) || wrong[i].cell == NIDA_ENTRY_CELL_USAGE_YEAR);
    }
}

static void
test_names (void)
{
  static const struct { const char *name; NidaEntryCell cell; } names[] = {
    { "Donor", NIDA_ENTRY_CELL_DONOR }, { "الجهة المانحة", NIDA_ENTRY_CELL_DONOR }, { "المبلغ", NIDA_ENTRY_CELL_AMOUNT },
    { "Objective", NIDA_ENTRY_CELL_CATEGORY }, { "due date", NIDA_ENTRY_CELL_DUE }, { "Status", NIDA_ENTRY_CELL_KIND },
    { "donor_ar", NIDA_ENTRY_CELL_DONOR_AR }, { "Next step", NIDA_ENTRY_CELL_NEXT_STEP },
  };
  NidaEntryCell cell;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_true (nida_entry_cell_from_name (names[i].name, &cell));
      g_assert_cmpuint (cell, ==, names[i].cell);
    }
  for (cell = 0; cell < NIDA_N_ENTRY_CELLS; cell++)
    {
      NidaEntryCell same;

      g_assert_true (nida_entry_cell_from_name (nida_entry_cell_get_name (cell), &same));
      g_assert_cmpuint (same, ==, cell);
    }
  g_assert_false (nida_entry_cell_from_name ("weather", &cell));
}

static void
test_shown (void)
{
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);
  g_autoptr (NidaLanguage) english = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autofree char *kind = NULL, *note = NULL, *amount = NULL, *cancelled = NULL;

  nida_entry_add_step (entry, NIDA_ENTRY_PLEDGED, NIDA_DATE_NONE, 0, NULL);
  entry->amount = 5000000 * NIDA_MONEY_UNIT;
  g_strlcpy (entry->currency, "USD", sizeof entry->currency);
  note = nida_entry_dup_shown (entry, NIDA_ENTRY_CELL_NOTE, english);
  g_assert_cmpstr (note, ==, "");
  kind = nida_entry_dup_shown (entry, NIDA_ENTRY_CELL_KIND, english);
  g_assert_cmpstr (kind, ==, "Pledge");
  amount = nida_entry_dup_shown (entry, NIDA_ENTRY_CELL_AMOUNT, english);
  g_assert_nonnull (strstr (amount, "5,000,000"));
  nida_entry_add_step (entry, NIDA_ENTRY_CANCELLED, NIDA_DATE_NONE, 0, NULL);
  cancelled = nida_entry_dup_shown (entry, NIDA_ENTRY_CELL_KIND, english);
  g_assert_cmpstr (cancelled, ==, "Cancelled");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/entry-cells/read/as-people-write-in-either-language", test_read);
  g_test_add_func ("/entry-cells/refuse/with-the-way-to-write-it", test_refuse);
  g_test_add_func ("/entry-cells/names/of-columns-in-either-language", test_names);
  g_test_add_func ("/entry-cells/shown/in-words", test_shown);
  return g_test_run ();
}
