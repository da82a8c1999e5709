/* What a change of the ledger brings to the picture: entries, parts of them, other figures; nothing that was there before. */
#include "ledger-came.h"

static void
put (NidaItems  *items,
     const char *id,
     NidaMoney   amount,
     NidaMoney   paid,
     NidaMoney   then,
     const char *notes)
{
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);
  NidaMoney parts[] = { paid, then };
  g_autofree char *text = NULL;

  entry->amount = amount;
  g_strlcpy (entry->currency, "USD", sizeof entry->currency);
  nida_entry_set_name (entry, NIDA_ENTRY_DONOR, "Kuwait", NULL);
  if (notes != NULL)
    nida_entry_set_text (&entry->notes[0], notes);
  nida_entry_add_step (entry, NIDA_ENTRY_PLEDGED, nida_date_new_day (2026, 1, 5), 1000, "Noura");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] > 0)
      nida_entry_add_part (entry, parts[i], nida_date_new_day (2026, 2 + (int) i, 5), 2000, "Noura");
  text = nida_entry_to_text (entry);
  nida_items_put (items, nida_item_new (NIDA_ITEM_ENTRY, id, nida_items_get_n (items, NIDA_ITEM_ENTRY), text));
}

static NidaDataset *
build (NidaLedger *ledger)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  NidaSourceInfo info = { .name = (char *) "flows.csv", .family = (char *) "fts", .format = (char *) "HDX CSV", .states_move = TRUE };
  g_autoptr (NidaDataset) base = NULL;

  nida_dataset_builder_begin (builder, nida_dataset_builder_add_source (builder, &info), 2, NIDA_KIND_PLEDGE);
  nida_dataset_builder_set_amount (builder, 1000);
  nida_dataset_builder_set_amount_usd (builder, 1000);
  g_assert_true (nida_dataset_builder_end_row (builder));
  base = nida_dataset_builder_end (builder);
  return ledger != NULL ? nida_ledger_append (ledger, base, NULL) : g_steal_pointer (&base);
}

/* The ids of what comes, from @before (or NULL) to @now. */
static char *
list_came (NidaLedger *before,
           NidaLedger *now)
{
  g_autoptr (NidaDataset) earlier = build (before), later = build (now);
  g_autoptr (GArray) came = nida_ledger_find_came (before, earlier, now, later);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < came->len; i++)
    {
      g_autofree char *id = nida_dataset_dup_id (later, g_array_index (came, guint, i));

      g_string_append_printf (list, "%s ", id);
    }
  return g_string_free (list, FALSE);
}

static void
assert_came (NidaItems  *before,
             NidaItems  *now,
             const char *ids)
{
  g_autoptr (NidaLedger) old = before != NULL ? nida_ledger_new (before, NULL) : NULL;
  g_autoptr (NidaLedger) new = now != NULL ? nida_ledger_new (now, NULL) : NULL;
  g_autofree char *came = list_came (old, new);

  g_assert_cmpstr (came, ==, ids);
}

static void
test_entries (void)
{
  g_autoptr (NidaItems) one = nida_items_new (), two = nida_items_new ();

  put (one, "a", 5000, 0, 0, NULL);
  put (two, "a", 5000, 0, 0, NULL);
  put (two, "b", 6000, 0, 0, NULL);
  assert_came (NULL, one, "desk:a ");
  assert_came (one, two, "desk:b ");
  assert_came (one, one, "");
  /* what is taken back leaves nothing to point at */
  assert_came (two, one, "");
  assert_came (one, NULL, "");
}

static void
test_other_figure (void)
{
  g_autoptr (NidaItems) one = nida_items_new (), larger = nida_items_new (), noted = nida_items_new ();

  put (one, "a", 5000, 0, 0, NULL);
  put (larger, "a", 7000, 0, 0, NULL);
  put (noted, "a", 5000, 0, 0, "By telephone");
  assert_came (one, larger, "desk:a ");
  assert_came (one, noted, "");
}

static void
test_parts (void)
{
  g_autoptr (NidaItems) one = nida_items_new (), first = nida_items_new (), second = nida_items_new ();

  put (one, "a", 5000, 0, 0, NULL);
  put (first, "a", 5000, 2000, 0, NULL);
  put (second, "a", 5000, 2000, 1000, NULL);
  assert_came (one, first, "desk:a desk:a/1 ");
  assert_came (first, second, "desk:a desk:a/2 ");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger-came/entries-that-were-not-there", test_entries);
  g_test_add_func ("/ledger-came/another-figure-but-no-other-words", test_other_figure);
  g_test_add_func ("/ledger-came/a-part-that-is-paid-and-what-is-left", test_parts);
  return g_test_run ();
}
