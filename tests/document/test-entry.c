/* entry.c: money is counted once, as what it is now; what is due, and when it is late. */
#include "entry.h"

static NidaEntry *
new_pledge (const char *due)
{
  NidaEntry *entry = nida_entry_new (NIDA_ENTRY_MONEY);

  entry->amount = 5000000 * NIDA_MONEY_UNIT;
  g_strlcpy (entry->currency, "KWD", sizeof entry->currency);
  entry->period.start = entry->period.end = nida_date_new_day (2026, 1, 10);
  nida_entry_set_name (entry, NIDA_ENTRY_DONOR, "Kuwait, Government of", "حكومة الكويت");
  nida_entry_add_step (entry, NIDA_ENTRY_PLEDGED, NIDA_DATE_NONE, 1000, "Noura");
  if (due != NULL)
    g_assert_cmpuint (nida_date_parse (due, strlen (due), &entry->due), ==, NIDA_DATE_OK);
  return entry;
}

static void
test_status (void)
{
  g_autoptr (NidaEntry) entry = new_pledge (NULL);

  g_assert_cmpuint (nida_entry_get_kind (entry), ==, NIDA_KIND_PLEDGE);
  g_assert_cmpint (nida_date_year (nida_entry_get_period (entry).start), ==, 2026);
  nida_entry_add_step (entry, NIDA_ENTRY_COMMITTED, nida_date_new_month (2026, 3), 2000, "Noura");
  g_assert_cmpuint (nida_entry_get_kind (entry), ==, NIDA_KIND_COMMITMENT);
  nida_entry_add_step (entry, NIDA_ENTRY_PAID, nida_date_new_day (2026, 5, 3), 3000, "Salem");
  nida_entry_add_step (entry, NIDA_ENTRY_PAID, nida_date_new_day (2026, 6, 3), 4000, "Salem");
  g_assert_cmpuint (entry->steps->len, ==, 3);
  g_assert_cmpuint (nida_entry_get_kind (entry), ==, NIDA_KIND_PAID);
  g_assert_cmpint (nida_date_first_day (nida_entry_get_period (entry).start), ==, nida_days_from_civil (2026, 5, 3));
  nida_entry_add_step (entry, NIDA_ENTRY_CANCELLED, NIDA_DATE_NONE, 5000, NULL);
  g_assert_cmpuint (nida_entry_get_kind (entry), ==, NIDA_KIND_NONE);
}

/* A pledge of 5,000,000 of which parts are paid: the parts are no step of their status, and nothing is open below zero. */
static void
test_parts (void)
{
  g_autoptr (NidaEntry) entry = new_pledge ("2026-06");
  g_autofree char *text = NULL;
  g_autoptr (NidaEntry) read = NULL;
  gint32 july = nida_days_from_civil (2026, 7, 1);

  g_assert_cmpint (nida_entry_get_open (entry), ==, 5000000 * NIDA_MONEY_UNIT);
  g_assert_true (nida_entry_add_part (entry, 3000000 * NIDA_MONEY_UNIT, nida_date_new_day (2026, 2, 1), 2000, "Salem"));
  g_assert_false (nida_entry_add_part (entry, 0, nida_date_new_day (2026, 2, 1), 2000, "Salem"));
  g_assert_false (nida_entry_add_part (entry, -1, nida_date_new_day (2026, 2, 1), 2000, "Salem"));
  g_assert_false (nida_entry_add_part (entry, G_MAXINT64, nida_date_new_day (2026, 2, 1), 2000, "Salem"));
  g_assert_cmpuint (nida_entry_get_n_parts (entry), ==, 1);
  g_assert_cmpint (nida_entry_get_open (entry), ==, 2000000 * NIDA_MONEY_UNIT);
  g_assert_cmpuint (nida_entry_get_kind (entry), ==, NIDA_KIND_PLEDGE);
  g_assert_cmpint (nida_date_first_day (nida_entry_get_period (entry).start), ==, nida_days_from_civil (2026, 1, 10));
  g_assert_cmpint (nida_entry_get_said_at (entry), ==, 2000);
  g_assert_true (nida_entry_is_overdue (entry, july));
  text = nida_entry_to_text (entry);
  read = nida_entry_from_text (text, -1, NULL);
  g_assert_true (nida_entry_equal (entry, read));
  g_assert_cmpint (nida_entry_get_parts (read), ==, 3000000 * NIDA_MONEY_UNIT);
  g_assert_true (nida_entry_add_part (entry, 4000000 * NIDA_MONEY_UNIT, nida_date_new_day (2026, 3, 1), 3000, NULL));
  g_assert_cmpint (nida_entry_get_open (entry), ==, 0);
  g_assert_false (nida_entry_is_overdue (entry, july));
}

static void
test_other_kinds (void)
{
  static const NidaKind kinds[NIDA_N_ENTRY_KINDS] = {
    [NIDA_ENTRY_MONEY] = NIDA_KIND_PLEDGE, [NIDA_ENTRY_REQUIREMENT] = NIDA_KIND_REQUIREMENT,
    [NIDA_ENTRY_EVENT] = NIDA_KIND_EVENT, [NIDA_ENTRY_INDICATOR] = NIDA_KIND_INDICATOR, [NIDA_ENTRY_GOAL] = NIDA_KIND_GOAL,
  };

  for (guint kind = 0; kind < NIDA_N_ENTRY_KINDS; kind++)
    {
      g_autoptr (NidaEntry) entry = nida_entry_new (kind);

      g_assert_cmpuint (nida_entry_get_kind (entry), ==, kinds[kind]);
      g_assert_false (nida_entry_is_open (entry));
    }
}

static void
test_due (void)
{
  g_autoptr (NidaEntry) entry = new_pledge ("2026-06");
  gint32 june_1 = nida_days_from_civil (2026, 6, 1), june_30 = nida_days_from_civil (2026, 6, 30);

  g_assert_true (nida_entry_is_open (entry));
  g_assert_false (nida_entry_is_due (entry, june_1 - 31, 30));
  g_assert_true (nida_entry_is_due (entry, june_1 - 30, 30));
  g_assert_true (nida_entry_is_due (entry, june_30, 30));
  g_assert_false (nida_entry_is_overdue (entry, june_30));
  g_assert_true (nida_entry_is_overdue (entry, june_30 + 1));
  g_assert_false (nida_entry_is_due (entry, june_30 + 1, 30));
  nida_entry_add_step (entry, NIDA_ENTRY_PAID, NIDA_DATE_NONE, 1, NULL);
  g_assert_false (nida_entry_is_overdue (entry, june_30 + 1));
}

static void
test_no_due_day (void)
{
  g_autoptr (NidaEntry) entry = new_pledge (NULL);

  g_assert_false (nida_entry_is_due (entry, 100000, 30));
  g_assert_false (nida_entry_is_overdue (entry, 100000));
}

static void
test_copy (void)
{
  g_autoptr (NidaEntry) entry = new_pledge ("2026-06-30");
  g_autoptr (NidaEntry) copy = nida_entry_copy (entry);

  g_assert_true (nida_entry_equal (entry, copy));
  nida_entry_set_name (copy, NIDA_ENTRY_DONOR, "Qatar", NULL);
  g_assert_false (nida_entry_equal (entry, copy));
  g_assert_cmpstr (entry->names[NIDA_ENTRY_DONOR][1], ==, "حكومة الكويت");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/entry/status/the-last-one-counts-with-its-own-day", test_status);
  g_test_add_func ("/entry/parts/what-is-open-is-the-rest", test_parts);
  g_test_add_func ("/entry/kind/needs-events-and-levels-are-what-they-are", test_other_kinds);
  g_test_add_func ("/entry/due/a-month-is-late-when-it-is-over", test_due);
  g_test_add_func ("/entry/due/without-a-day-nothing-is-late", test_no_due_day);
  g_test_add_func ("/entry/copy/is-equal-and-apart", test_copy);
  return g_test_run ();
}
