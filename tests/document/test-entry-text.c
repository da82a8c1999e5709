/* entry-text.c: what is written is read as the same; text that is none is refused, and never a crash. */
#include "entry.h"

static const char * const texts[] = {
  "Kuwait, Government of", "حكومة الكويت", "a=b;c", "two\nlines\tand a tab", " space at both ends ", "[Step 9]", "\\ back\\slash",
  "‏bidi‎", "",
};

static const char *
any_text (GRand *rand)
{
  return texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))];
}

static NidaDate
any_date (GRand *rand)
{
  int year = g_rand_int_range (rand, 1990, 2040), month = g_rand_int_range (rand, 1, 13);

  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0: return NIDA_DATE_NONE;
    case 1: return nida_date_new_year (year);
    case 2: return nida_date_new_quarter (year, (month + 2) / 3);
    case 3: return nida_date_new_month (year, month);
    default: return nida_date_new_day (year, month, g_rand_int_range (rand, 1, 29));
    }
}

static NidaEntry *
any_entry (GRand *rand)
{
  NidaEntry *entry = nida_entry_new (g_rand_int_range (rand, 0, NIDA_N_ENTRY_KINDS));

  for (guint name = 0; name < NIDA_N_ENTRY_NAMES; name++)
    nida_entry_set_name (entry, name, any_text (rand), any_text (rand));
  entry->amount = g_rand_boolean (rand) ? (gint64) g_rand_int (rand) * (gint64) g_rand_int_range (rand, -1000, 1000) : NIDA_MONEY_NONE;
  g_strlcpy (entry->currency, g_rand_boolean (rand) ? "OMR" : "", sizeof entry->currency);
  entry->qualifier = (NidaQualifier) g_rand_int_range (rand, 0, 5);
  entry->period.start = entry->period.end = any_date (rand);
  if (g_rand_boolean (rand) && entry->period.start.precision != NIDA_PRECISION_NONE)
    entry->period.end = nida_date_new_year (2040);
  entry->usage_year = g_rand_int_range (rand, 0, 2) * 2026;
  entry->due = any_date (rand);
  nida_entry_set_text (&entry->next_step, any_text (rand));
  nida_entry_set_text (&entry->notes[0], any_text (rand));
  nida_entry_set_text (&entry->notes[1], any_text (rand));
  nida_entry_set_text (&entry->said_by, any_text (rand));
  nida_entry_set_text (&entry->source, any_text (rand));
  for (int i = g_rand_int_range (rand, 0, 3); i > 0; i--)
    g_ptr_array_add (entry->links, g_strdup ("https://example.org/a;b?c=1"));
  for (int i = g_rand_int_range (rand, 0, 5); i > 0; i--)
    nida_entry_add_step (entry, (NidaEntryStatus) g_rand_int_range (rand, 0, NIDA_N_ENTRY_STATUSES), any_date (rand),
                         g_rand_int (rand), any_text (rand));
  return entry;
}

static void
assert_same_figures (const NidaEntry *a,
                     const NidaEntry *b)
{
  g_assert_cmpint (a->amount, ==, b->amount);
  g_assert_cmpuint (a->kind, ==, b->kind);
  g_assert_cmpuint (nida_entry_get_status (a), ==, nida_entry_get_status (b));
  g_assert_cmpint (nida_period_compare (a->period, b->period), ==, 0);
  g_assert_cmpint (nida_date_pack (a->due), ==, nida_date_pack (b->due));
  g_assert_cmpstr (a->names[NIDA_ENTRY_DONOR][0], ==, b->names[NIDA_ENTRY_DONOR][0]);
  g_assert_cmpstr (a->notes[1], ==, b->notes[1]);
  g_assert_cmpuint (a->links->len, ==, b->links->len);
  g_assert_cmpuint (a->steps->len, ==, b->steps->len);
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (NidaEntry) entry = any_entry (rand);
      g_autofree char *text = nida_entry_to_text (entry);
      g_autoptr (GError) error = NULL;
      g_autoptr (NidaEntry) again = nida_entry_from_text (text, -1, &error);

      g_assert_no_error (error);
      assert_same_figures (entry, again);
      g_assert_true (nida_entry_equal (entry, again));
    }
}

static void
test_newer (void)
{
  g_autoptr (NidaEntry) entry = nida_entry_from_text ("[Nida entry]\nversion=9\nkind=money\namount=1.5\nmood=good\n\n[Other]\na=b\n",
                                                      -1, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (entry);
  g_assert_cmpint (entry->amount, ==, 1500);
  g_assert_null (nida_entry_from_text ("[Nida entry]\nkind=dream\n", -1, &error));
  g_assert_error (error, NIDA_ENTRY_ERROR, NIDA_ENTRY_ERROR_UNKNOWN);
}

static void
test_values (void)
{
  static const char * const wrong[] = {
    "amount=1,5", "amount=1e999", "amount=nan", "amount=1.2345", "date=2026-02-30", "due=tomorrow", "currency=Kuwaiti dinar",
    "currency=kwd",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *text = g_strdup_printf ("[Nida entry]\nkind=money\n%s\n", wrong[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (nida_entry_from_text (text, -1, &error));
      g_assert_error (error, NIDA_ENTRY_ERROR, NIDA_ENTRY_ERROR_VALUE);
    }
}

static void
test_hostile (void)
{
  static const char * const wrong[] = { "", "[", "kind=money", "[Nida entry", "\xff\xfe", "[Nida chart]\nkind=number\n" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (nida_entry_from_text (wrong[i], -1, &error));
      g_assert_error (error, NIDA_ENTRY_ERROR, NIDA_ENTRY_ERROR_NOT_AN_ENTRY);
    }
  g_assert_null (nida_entry_from_text ("[Nida entry]\0kind=money", 23, NULL));
}

/* Every cut and every changed byte of a text is an entry that can be written again, or an error. */
static void
test_broken (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (NidaEntry) entry = any_entry (rand);
  g_autofree char *text = nida_entry_to_text (entry);
  gsize length = strlen (text);

  for (gsize i = 0; i < length; i++)
    {
      g_autofree char *copy = g_strdup (text);
      g_autoptr (GError) error = NULL;
      g_autoptr (NidaEntry) cut = nida_entry_from_text (text, (gssize) i, NULL);
      g_autoptr (NidaEntry) flipped = NULL;

      copy[i] = (char) g_rand_int_range (rand, 0, 256);
      flipped = nida_entry_from_text (copy, (gssize) length, &error);
      g_assert_true ((flipped == NULL) == (error != NULL));
      g_assert_true (flipped == NULL || nida_entry_equal (flipped, flipped));
      g_assert_true (cut == NULL || nida_entry_equal (cut, cut));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/entry-text/round-trip/any-entry", test_round_trip);
  g_test_add_func ("/entry-text/newer/unknown-keys-are-passed-over-unknown-kinds-refused", test_newer);
  g_test_add_func ("/entry-text/values/what-is-none-is-refused", test_values);
  g_test_add_func ("/entry-text/hostile/is-no-entry", test_hostile);
  g_test_add_func ("/entry-text/broken/every-byte-and-every-cut", test_broken);
  return g_test_run ();
}
