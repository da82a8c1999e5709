/* Two readings of one source, row against row. */
#include "fixture.h"

#include "changes.h"

static NidaDataset *
make (const TestRow *rows,
      guint          n_rows)
{
  g_autoptr (NidaLocalEngine) engine = test_engine (rows, n_rows);

  return g_object_ref (nida_local_engine_get_dataset (engine));
}

#define MAKE(rows) make (rows, G_N_ELEMENTS (rows))

/* "new 3, changed 0→1 kind, vanished 2" */
static void
assert_changes (NidaDataset *earlier,
                NidaDataset *later,
                const char  *expected)
{
  g_autoptr (GArray) changes = nida_changes_find (earlier, later);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const NidaChange *change = &g_array_index (changes, NidaChange, i);

      g_string_append (out, i > 0 ? ", " : "");
      if (change->kind == NIDA_CHANGE_NEW)
        g_string_append_printf (out, "new %u", change->new_row);
      else if (change->kind == NIDA_CHANGE_VANISHED)
        g_string_append_printf (out, "vanished %u", change->old_row);
      else
        g_string_append_printf (out, "%u>%u %s", change->old_row, change->new_row, nida_field_get_name (change->field));
    }
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_ids (void)
{
  static const TestRow before[] = {
    { NIDA_KIND_PLEDGE, "2024-01-01", "10", "A", .id = "1" },
    { NIDA_KIND_PAID, "2024-01-02", "20", "A", .id = "2" },
    { NIDA_KIND_PAID, "2024-01-03", "30", "B", .id = "3" },
    { NIDA_KIND_PAID, "2024-01-04", "40", "B", .id = "4" },
  };
  static const TestRow after[] = {
    { NIDA_KIND_PAID, "2024-01-05", "50", "C", .id = "5" },
    { NIDA_KIND_PAID, "2024-01-04", "40", "B", .id = "4" },
    { NIDA_KIND_PAID, "2024-01-02", "25", "A", .id = "2" },
    { NIDA_KIND_PAID, "2024-01-01", "10", "A", .id = "1" },
  };
  g_autoptr (NidaDataset) earlier = MAKE (before);
  g_autoptr (NidaDataset) later = MAKE (after);

  assert_changes (earlier, later, "new 0, 1>2 amount_usd, 0>3 kind, vanished 2");
  assert_changes (earlier, earlier, "");
}

static void
test_without_ids (void)
{
  static const TestRow before[] = {
    { NIDA_KIND_REQUIREMENT, "2024", "100", .appeal = "X", .level = NIDA_LEVEL_APPEAL },
    { NIDA_KIND_PAID, "2024-01-02", "20", "A" },
    { NIDA_KIND_PAID, "2024-01-02", "20", "A" },
    { NIDA_KIND_EVENT, "2024-01-02", NULL, "A", .text = "Conference" },
  };
  static const TestRow after[] = {
    { NIDA_KIND_REQUIREMENT, "2024", "150", .appeal = "X", .level = NIDA_LEVEL_APPEAL },
    { NIDA_KIND_PAID, "2024-01-02", "20", "A" },
    { NIDA_KIND_PAID, "2024-01-02", "21", "A" },
    { NIDA_KIND_PAID, "2024-01-02", "22", "A" },
  };
  g_autoptr (NidaDataset) earlier = MAKE (before);
  g_autoptr (NidaDataset) later = MAKE (after);

  assert_changes (earlier, later, "0>0 amount_usd, 2>2 amount_usd, new 3");
}

/* Saying that two names are one changes no flow, with an id or without. */
static void
test_joined (void)
{
  static const TestRow rows[] = {
    { NIDA_KIND_PAID, "2024-01-02", "20", "State of Kuwait", .id = "2" },
    { NIDA_KIND_PAID, "2024-01-03", "30", "State of Kuwait", "Kuwait" },
  };
  g_autoptr (NidaDatasetBuilder) builder = test_builder ();
  g_autoptr (NidaAliases) aliases = nida_aliases_new ();
  g_autoptr (NidaDataset) before = MAKE (rows), after = NULL;

  nida_aliases_add (aliases, NIDA_ALIAS_ORGANISATION, "State of Kuwait", "Kuwait", NULL);
  nida_dataset_builder_set_aliases (builder, aliases);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    test_add_row (builder, &rows[i], i + 2);
  after = nida_dataset_builder_end (builder);
  g_assert_nonnull (nida_dataset_get_written (after, 0, NIDA_FIELD_DONOR));
  assert_changes (before, after, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/changes/ids/new-changed-and-vanished", test_ids);
  g_test_add_func ("/changes/without-ids/by-what-names-them-in-order", test_without_ids);
  g_test_add_func ("/changes/names-that-are-one/change-nothing", test_joined);
  return g_test_run ();
}
