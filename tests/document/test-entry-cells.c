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
  assert_cell (entry, NIDA_ENTRY_CELL_AMOUNT, "5 million", "5000000");
  assert_cell (entry, NIDA_ENTRY_CELL_CURRENCY, "kwd", "KWD");
  assert_cell (entry, NIDA_ENTRY_CELL_DATE, "٢٠٢٦-٠٥-٠٣", "2026-05-03");
  assert_cell (entry, NIDA_ENTRY_CELL_DUE, "2026-06", "2026-06");
  assert_cell (entry, NIDA_ENTRY_CELL_DONOR, "  Kuwait, Government of ", "Kuwait, Government of");
  assert_cell (entry, NIDA_ENTRY_CELL_LINKS, "https://a.example  https://b.example", "https://a.example https://b.example");
  assert_cell (entry, NIDA_ENTRY_CELL_KIND, "مدفوع", "paid");
  assert_cell (entry, NIDA_ENTRY_CELL_DONOR, "", "");
}

/* What comes along with a copied cell is no part of its words; what a person has set apart inside them is. */
static void
test_white (void)
{
  static const struct { NidaEntryCell cell; const char *text, *expected; } cells[] = {
    { NIDA_ENTRY_CELL_DONOR, "\u00a0Kuwait, Government of\u00a0\n", "Kuwait, Government of" },
    { NIDA_ENTRY_CELL_DONOR, "Kuwait,\nGovernment of", "Kuwait, Government of" },
    { NIDA_ENTRY_CELL_NEXT_STEP, "  Call  the embassy\r\n", "Call  the embassy" },
    { NIDA_ENTRY_CELL_NOTE, " For blankets  and tents\t", "For blankets  and tents" },
    { NIDA_ENTRY_CELL_NOTE, "\n \n  - tents\n  - blankets\n\n", "  - tents\n  - blankets" },
    { NIDA_ENTRY_CELL_NOTE_AR, " خيام\n\nوأغطية ", " خيام\n\nوأغطية" },
    { NIDA_ENTRY_CELL_NOTE, " \n\u00a0\t\n", "" },
  };
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      assert_cell (entry, cells[i].cell, cells[i].text, cells[i].expected);
      assert_cell (entry, cells[i].cell, cells[i].expected, cells[i].expected);      /* as it comes back from a file */
    }
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

/* Whatever kind it is, one cell says what it is, and what is typed there is typed into it. */
static void
test_subject (void)
{
  static const struct { NidaEntryKind kind; NidaEntryCell cell; } subjects[] = {
    { NIDA_ENTRY_MONEY, NIDA_ENTRY_CELL_DONOR }, { NIDA_ENTRY_EVENT, NIDA_ENTRY_CELL_NOTE }, { NIDA_ENTRY_REQUIREMENT, NIDA_ENTRY_CELL_APPEAL },
    { NIDA_ENTRY_INDICATOR, NIDA_ENTRY_CELL_CATEGORY }, { NIDA_ENTRY_GOAL, NIDA_ENTRY_CELL_CATEGORY },
  };
  g_autoptr (NidaLanguage) english = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      g_autoptr (NidaEntry) entry = nida_entry_new (subjects[i].kind);
      g_autofree char *shown = NULL;

      assert_cell (entry, NIDA_ENTRY_CELL_SUBJECT, "Something", "Something");
      assert_cell (entry, subjects[i].cell, "Something", "Something");
      shown = nida_entry_dup_shown (entry, NIDA_ENTRY_CELL_SUBJECT, english);
      g_assert_nonnull (strstr (shown, "Something"));
      assert_cell (entry, NIDA_ENTRY_CELL_SUBJECT, "", "");
      g_assert_cmpint (nida_entry_get_subject (entry), ==, subjects[i].cell);
    }
}

/* A need for an objective alone is that; what is written in Arabic alone is changed there; the donor of an event is said, too. */
static void
test_subject_of_few (void)
{
  g_autoptr (NidaEntry) need = nida_entry_new (NIDA_ENTRY_REQUIREMENT), event = nida_entry_new (NIDA_ENTRY_EVENT);
  g_autoptr (NidaLanguage) english = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autofree char *shown = NULL;

  assert_cell (need, NIDA_ENTRY_CELL_CATEGORY, "Shelter", "Shelter");
  g_assert_cmpint (nida_entry_get_subject (need), ==, NIDA_ENTRY_CELL_CATEGORY);
  assert_cell (need, NIDA_ENTRY_CELL_APPEAL_AR, "نداء", "نداء");
  g_assert_cmpint (nida_entry_get_subject (need), ==, NIDA_ENTRY_CELL_APPEAL_AR);
  assert_cell (event, NIDA_ENTRY_CELL_NOTE_AR, "مؤتمر", "مؤتمر");
  assert_cell (event, NIDA_ENTRY_CELL_SUBJECT, "مؤتمر الدوحة", "مؤتمر الدوحة");
  assert_cell (event, NIDA_ENTRY_CELL_NOTE, "", "");
  assert_cell (event, NIDA_ENTRY_CELL_DONOR, "Qatar", "Qatar");
  shown = nida_entry_dup_shown (event, NIDA_ENTRY_CELL_SUBJECT, english);
  g_assert_nonnull (strstr (shown, "Qatar"));
  g_assert_nonnull (strstr (shown, "مؤتمر الدوحة"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/entry-cells/read/as-people-write-in-either-language", test_read);
  g_test_add_func ("/entry-cells/read/trims-lines-and-keeps-what-is-inside", test_white);
  g_test_add_func ("/entry-cells/refuse/with-the-way-to-write-it", test_refuse);
  g_test_add_func ("/entry-cells/subject/of-every-kind", test_subject);
  g_test_add_func ("/entry-cells/subject/where-little-is-said", test_subject_of_few);
  g_test_add_func ("/entry-cells/shown/in-words", test_shown);
  return g_test_run ();
}
