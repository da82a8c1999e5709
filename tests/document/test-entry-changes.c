/* entry-changes.c: each cell that was changed is told once, by whom and when; what the steps tell is not told again. */
#include "entry-changes.h"

#include "ledger.h"

typedef struct {
  NidaDocument *document;
  GPtrArray    *newest_first;
  NidaLanguage *language;
  char         *id;
} Fixture;

static void
written_cb (NidaDocument *document,
            NidaRevision *revision,
            gpointer      data)
{
  g_ptr_array_insert (data, 0, nida_revision_ref (revision));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->document = nida_document_new ();
  fixture->newest_first = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_revision_unref);
  fixture->language = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  nida_document_set_writer (fixture->document, written_cb, fixture->newest_first, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->document);
  g_ptr_array_unref (fixture->newest_first);
  g_object_unref (fixture->language);
  g_free (fixture->id);
}

static void
add (Fixture       *fixture,
     NidaEntryKind  kind)
{
  g_autoptr (NidaEntry) entry = nida_entry_new (kind);

  entry->amount = 5000000 * NIDA_MONEY_UNIT;
  g_strlcpy (entry->currency, "USD", sizeof entry->currency);
  nida_entry_set_name (entry, NIDA_ENTRY_DONOR, "Qatar", "قطر");
  entry->period.start = entry->period.end = nida_date_new_day (2026, 2, 3);
  fixture->id = nida_ledger_add (fixture->document, entry);
}

static NidaEntry *
dup_entry (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  NidaEntry *entry = nida_entry_from_text (nida_document_get (fixture->document, NIDA_ITEM_ENTRY, fixture->id), -1, &error);

  g_assert_no_error (error);
  return entry;
}

/* As the table and the form do. */
static void
change (Fixture       *fixture,
        NidaEntryCell  cell,
        const char    *text)
{
  g_autoptr (NidaEntry) entry = dup_entry (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (nida_entry_set_cell (entry, cell, text, NIDA_DECIMAL_DOT, &error));
  nida_ledger_change (fixture->document, fixture->id, entry);
}

/* "amount: 5,000,000 → 3,000,000; …" without the marks of direction. */
static char *
dup_told (Fixture *fixture)
{
  g_autoptr (GPtrArray) changes = nida_entry_changes_list (fixture->newest_first, fixture->id, fixture->language);
  g_autoptr (GString) told = g_string_new (NULL);
  gint64 at = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      const NidaEntryChange *one = changes->pdata[i];

      g_string_append_printf (told, "%s%s: %s > %s", i > 0 ? "; " : "", nida_entry_cell_get_name (one->cell),
                              one->before != NULL ? one->before : "", one->after != NULL ? one->after : "");
      g_assert_cmpstr (one->who, ==, g_get_real_name ());
      g_assert_cmpint (one->at, >=, MAX (at, 1));
      at = one->at;
    }
  g_string_replace (told, "\u2068", "", 0);
  g_string_replace (told, "\u2069", "", 0);
  return g_strdup (told->str);
}

static void
assert_told (Fixture    *fixture,
             const char *expected)
{
  g_autofree char *told = dup_told (fixture);

  g_assert_cmpstr (told, ==, expected);
}

static void
test_twice (Fixture       *fixture,
            gconstpointer  data)
{
  add (fixture, NIDA_ENTRY_MONEY);
  assert_told (fixture, "");
  change (fixture, NIDA_ENTRY_CELL_AMOUNT, "3000000");
  change (fixture, NIDA_ENTRY_CELL_AMOUNT, "3000000.125");
  change (fixture, NIDA_ENTRY_CELL_NOTE, "tents\nblankets");
  change (fixture, NIDA_ENTRY_CELL_NOTE, "");
  assert_told (fixture, "amount: 5,000,000 > 3,000,000; amount: 3,000,000 > 3,000,000.125; description:  > tents blankets; "
                        "description: tents blankets > ");
}

static void
test_undone (Fixture       *fixture,
             gconstpointer  data)
{
  const char *ids[] = { NULL, NULL };

  add (fixture, NIDA_ENTRY_MONEY);
  change (fixture, NIDA_ENTRY_CELL_AMOUNT, "7");
  nida_document_undo (fixture->document);
  ids[0] = fixture->id;
  nida_ledger_remove (fixture->document, ids);
  nida_document_undo (fixture->document);
  assert_told (fixture, "amount: 5,000,000 > 7; amount: 7 > 5,000,000");
}

/* A payment is a step, its undoing is none. */
static void
test_steps (Fixture       *fixture,
            gconstpointer  data)
{
  const char *ids[] = { NULL, NULL };

  add (fixture, NIDA_ENTRY_MONEY);
  ids[0] = fixture->id;
  g_assert_true (nida_ledger_pay (fixture->document, fixture->id, 2000000 * NIDA_MONEY_UNIT, nida_date_new_day (2026, 3, 1)));
  assert_told (fixture, "");
  nida_document_undo (fixture->document);
  assert_told (fixture, "open: 3,000,000 > 5,000,000");
  nida_ledger_set_status (fixture->document, ids, NIDA_ENTRY_COMMITTED, nida_date_new_day (2026, 4, 1));
  assert_told (fixture, "open: 3,000,000 > 5,000,000");
  change (fixture, NIDA_ENTRY_CELL_DATE, "2026-04-05");
  assert_told (fixture, "open: 3,000,000 > 5,000,000; date: 1 Apr 2026 > 5 Apr 2026");
}

/* What has no steps says who added it; and what is one no more is not lost. */
static void
test_kinds (Fixture       *fixture,
            gconstpointer  data)
{
  add (fixture, NIDA_ENTRY_REQUIREMENT);
  assert_told (fixture, "id:  > ");
  change (fixture, NIDA_ENTRY_CELL_KIND, "event");
  assert_told (fixture, "id:  > ; kind: Requirement > Event");
}

/* An Arabic desk sees the Arabic name, and that another one was changed behind it. */
static void
test_arabic (Fixture       *fixture,
             gconstpointer  data)
{
  g_object_unref (fixture->language);
  fixture->language = nida_language_new ("ar", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  add (fixture, NIDA_ENTRY_MONEY);
  change (fixture, NIDA_ENTRY_CELL_DONOR, "State of Qatar");
  change (fixture, NIDA_ENTRY_CELL_DONOR_AR, "دولة قطر");
  assert_told (fixture, "donor: Qatar > State of Qatar; donor_ar: قطر > دولة قطر");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/entry-changes/edited-twice/each-value-is-told", Fixture, NULL, set_up, test_twice, tear_down);
  g_test_add ("/entry-changes/undone/is-a-change-too", Fixture, NULL, set_up, test_undone, tear_down);
  g_test_add ("/entry-changes/steps/are-not-told-twice", Fixture, NULL, set_up, test_steps, tear_down);
  g_test_add ("/entry-changes/kinds/without-steps", Fixture, NULL, set_up, test_kinds, tear_down);
  g_test_add ("/entry-changes/names/of-both-languages", Fixture, NULL, set_up, test_arabic, tear_down);
  return g_test_run ();
}
