/* Random entries, and public rows beside which they stand, for the tests of the ledger. */
#pragma once

#include "ledger.h"

#include "local-engine.h"
#include "dataset-overlap.h"

static const char * const fixture_donors[] = { "The Fund", "Kuwait, Government of", "Qatar, Government of", "A newcomer", "جهة جديدة" };
static const char * const fixture_categories[] = { "Health", "Food", "Food, Health", "Shelter" };

/* Returns what the entry counts as. */
static inline NidaKind
fixture_add_entry (NidaItems  *items,
                   GRand      *rand,
                   const char *amount)
{
  static const NidaEntryKind kinds[] = { NIDA_ENTRY_MONEY, NIDA_ENTRY_MONEY, NIDA_ENTRY_MONEY, NIDA_ENTRY_REQUIREMENT, NIDA_ENTRY_EVENT };
  g_autoptr (NidaEntry) entry = nida_entry_new (kinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds))]);
  g_autofree char *id = g_strdup_printf ("entry-%u", nida_items_get_n (items, NIDA_ITEM_ENTRY)), *text = NULL;

  g_assert_cmpuint (nida_money_parse (amount, strlen (amount), NIDA_DECIMAL_DOT, &entry->amount), ==, NIDA_MONEY_OK);
  g_strlcpy (entry->currency, "USD", sizeof entry->currency);
  nida_entry_set_name (entry, NIDA_ENTRY_DONOR, fixture_donors[g_rand_int_range (rand, 0, G_N_ELEMENTS (fixture_donors))], NULL);
  nida_entry_set_name (entry, NIDA_ENTRY_CATEGORY, fixture_categories[g_rand_int_range (rand, 0, G_N_ELEMENTS (fixture_categories))], NULL);
  if (g_rand_boolean (rand))
    nida_entry_set_name (entry, NIDA_ENTRY_APPEAL, "Appeal 2024", "نداء ٢٠٢٤");
  entry->period.start = entry->period.end = nida_date_new_day (2024, g_rand_int_range (rand, 1, 13), 5);
  if (entry->kind == NIDA_ENTRY_MONEY)
    for (NidaEntryStatus status = NIDA_ENTRY_PLEDGED; status <= NIDA_ENTRY_CANCELLED; status++)
      if (status == NIDA_ENTRY_PLEDGED || g_rand_int_range (rand, 0, 3) == 0)
        nida_entry_add_step (entry, status, nida_date_new_day (2024, 6, 1 + (int) status), 1000 + status, "Noura");
  text = nida_entry_to_text (entry);
  nida_items_put (items, nida_item_new (NIDA_ITEM_ENTRY, id, nida_items_get_n (items, NIDA_ITEM_ENTRY), text));
  return nida_entry_get_kind (entry);
}

static inline void
fixture_add_public (NidaDatasetBuilder *builder,
                    GRand              *rand,
                    guint               source,
                    guint               line)
{
  g_autofree char *id = g_strdup_printf ("%u", line);
  const char *donor = fixture_donors[g_rand_int_range (rand, 0, 3)];

  nida_dataset_builder_begin (builder, source, line, (NidaKind) g_rand_int_range (rand, NIDA_KIND_REQUIREMENT, NIDA_KIND_INDICATOR));
  nida_dataset_builder_set_id (builder, id, -1);
  nida_dataset_builder_set_name (builder, NIDA_FIELD_DONOR, donor, -1);
  if (g_str_equal (donor, "The Fund"))
    {
      nida_dataset_builder_set_arabic (builder, NIDA_FIELD_DONOR, "الصندوق", -1);
      nida_dataset_builder_set_name (builder, NIDA_FIELD_DONOR_COUNTRY, "Kuwait", -1);
    }
  nida_dataset_builder_set_name (builder, NIDA_FIELD_CATEGORY, g_rand_boolean (rand) ? "Health" : "Food, Shelter", -1);
  nida_dataset_builder_set_name (builder, NIDA_FIELD_APPEAL, g_rand_boolean (rand) ? "Appeal 2024" : "Appeal 2023", -1);
  nida_dataset_builder_set_name (builder, NIDA_FIELD_CURRENCY, "USD", -1);
  nida_dataset_builder_set_amount (builder, 1000 + line);
  nida_dataset_builder_set_amount_usd (builder, 1000 + line);
  nida_dataset_builder_set_boundary (builder, g_rand_boolean (rand) ? NIDA_BOUNDARY_INCOMING : NIDA_BOUNDARY_INTERNAL,
                                     NIDA_ON_BOUNDARY_SINGLE);
  nida_dataset_builder_set_period (builder, (NidaPeriod) { nida_date_new_day (2024, g_rand_int_range (rand, 1, 13), 7), NIDA_DATE_NONE });
  g_assert_true (nida_dataset_builder_end_row (builder));
}

/* @more: (transfer full) (nullable): what is read together with them */
static inline NidaDataset *
fixture_build_public (guint               seed,
                      NidaDatasetBuilder *more)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed + 100);
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new (), absorbed = more;
  NidaSourceInfo info = { .name = (char *) "flows.csv", .family = (char *) "fts", .format = (char *) "HDX CSV", .states_move = TRUE };
  guint source = nida_dataset_builder_add_source (builder, &info);
  NidaDataset *dataset;

  for (guint line = 2; line < 200; line++)
    fixture_add_public (builder, rand, source, line);
  if (absorbed != NULL)
    nida_dataset_builder_absorb (builder, absorbed);
  dataset = nida_dataset_builder_end (builder);
  nida_dataset_find_overlaps (dataset, 0);
  return dataset;
}
