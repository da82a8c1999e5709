/* entry-columns.c: columns and kinds are found by the words that people and files have for them, and by no others. */
#include "entry-columns.h"

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
test_kinds (void)
{
  static const struct { const char *word; NidaKind kind; gboolean cancelled; } words[] = {
    { "pledge", NIDA_KIND_PLEDGE }, { "Pledged", NIDA_KIND_PLEDGE }, { "تعهّد", NIDA_KIND_PLEDGE }, { "paid", NIDA_KIND_PAID },
    { "دفعة", NIDA_KIND_PAID }, { "Cancelled", NIDA_KIND_NONE, TRUE }, { "ملغي", NIDA_KIND_NONE, TRUE }, { "perhaps", NIDA_KIND_NONE },
    { "", NIDA_KIND_NONE },
    /* what only sources state is nobody's entry */
    { "reported", NIDA_KIND_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gboolean cancelled = !words[i].cancelled;

      g_assert_cmpuint (nida_entry_kind_from_word (words[i].word, &cancelled), ==, words[i].kind);
      g_assert_cmpint (cancelled, ==, words[i].cancelled);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/entry-columns/names/of-columns-in-either-language", test_names);
  g_test_add_func ("/entry-columns/kinds/by-their-words-in-either-language", test_kinds);
  return g_test_run ();
}
