/* Groups by their words: a name, a period or all within it, what nobody names, and the cells that list several. */
#include "fixture.h"

#include "brush-slots.h"
#include "dimension-lists.h"

static const TestRow rows[] = {
  { NIDA_KIND_PAID, "2024-01-05", "1", .category = "A" }, { NIDA_KIND_PAID, "2024-03-31", "1", .category = "B" }, { NIDA_KIND_PAID, "2024", "1", .category = "C" },
  { NIDA_KIND_PAID, "2025-02", "1" }, { NIDA_KIND_PAID, NULL, "1", .category = "A, B" },
};

typedef struct {
  NidaLocalEngine *engine;
  NidaSheet       *sheet;
  NidaDimension    dimension;
  NidaBrushSlots  *slots;
} Fixture;

static void
fixture_init (Fixture    *self,
              NidaGroupBy by)
{
  self->engine = TEST_ENGINE (rows);
  self->sheet = nida_sheet_new (nida_local_engine_get_dataset (self->engine));
  g_assert_true (nida_dimension_init (&self->dimension, self->sheet, by, 1));
  self->slots = nida_brush_slots_new (&self->dimension, 1);
}

static void
fixture_clear (Fixture *self)
{
  nida_brush_slots_free (self->slots);
  nida_dimension_clear (&self->dimension);
  nida_sheet_unref (self->sheet);
  g_object_unref (self->engine);
}

/* As bits: which rows are in @slots? */
static guint
rows_in (const Fixture *self,
         const GArray  *slots)
{
  guint found = 0;

  for (guint i = 0; i < slots->len; i++)
    for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
      if (nida_dimension_slot (&self->dimension, row) == g_array_index (slots, guint32, i))
        found |= 1u << row;
  return found;
}

static void
test_names (void)
{
  NidaBrushMark marks[] = {
    { .n_fields = 1, .fields = { NIDA_FIELD_CATEGORY }, .values = { "A" } },
    { .n_rests = 1, .rests = { NIDA_FIELD_CATEGORY } },
    { .n_rests = 1, .rests = { NIDA_FIELD_CATEGORY }, .several = { TRUE } },
  };
  NidaBrushChart chart = { .marks = marks, .n_marks = 3 };
  Fixture fixture;

  fixture_init (&fixture, (NidaGroupBy) { NIDA_FIELD_CATEGORY, NIDA_STEP_NONE });
  g_assert_cmphex (rows_in (&fixture, nida_brush_slots_of (fixture.slots, "A")), ==, 1);
  g_assert_cmphex (rows_in (&fixture, nida_brush_slots_of (fixture.slots, "")), ==, 8);
  g_assert_cmpuint (nida_brush_slots_of (fixture.slots, "Nobody")->len, ==, 0);
  g_assert_cmphex (rows_in (&fixture, nida_brush_slots_of_rest (fixture.slots, &chart, FALSE)), ==, 2 | 4 | 8);
  g_assert_cmphex (rows_in (&fixture, nida_brush_slots_of_rest (fixture.slots, &chart, TRUE)), ==, 16);
  g_assert_cmphex (rows_in (&fixture, nida_brush_slots_all (fixture.slots)), ==, 31);
  fixture_clear (&fixture);
}

/* Where no mark has the cells that list several names, they are part of the rest. */
static void
test_without_several (void)
{
  NidaBrushMark rest = { .n_rests = 1, .rests = { NIDA_FIELD_CATEGORY } };
  NidaBrushChart chart = { .marks = &rest, .n_marks = 1 };
  Fixture fixture;

  fixture_init (&fixture, (NidaGroupBy) { NIDA_FIELD_CATEGORY, NIDA_STEP_NONE });
  g_assert_cmphex (rows_in (&fixture, nida_brush_slots_of_rest (fixture.slots, &chart, FALSE)), ==, 31);
  fixture_clear (&fixture);
}

static void
test_periods (void)
{
  Fixture fixture;

  fixture_init (&fixture, (NidaGroupBy) { NIDA_FIELD_DATE, NIDA_STEP_MONTH });
  g_assert_cmphex (rows_in (&fixture, nida_brush_slots_of (fixture.slots, "2024-01")), ==, 1);
  g_assert_cmphex (rows_in (&fixture, nida_brush_slots_of (fixture.slots, "2024-Q1")), ==, 1 | 2);
  /* a year that has a group of its own is that group alone, one that has none its months */
  g_assert_cmphex (rows_in (&fixture, nida_brush_slots_of (fixture.slots, "2024")), ==, 4);
  g_assert_cmphex (rows_in (&fixture, nida_brush_slots_of (fixture.slots, "2025")), ==, 8);
  g_assert_cmphex (rows_in (&fixture, nida_brush_slots_of (fixture.slots, "undated")), ==, 16);
  g_assert_cmpuint (nida_brush_slots_of (fixture.slots, "no date")->len, ==, 0);
  fixture_clear (&fixture);
}

/* What a filter by the value lets pass. */
static void
test_passing (void)
{
  static const char * const names[] = { "A", "C", NULL };
  Fixture fixture;

  fixture_init (&fixture, (NidaGroupBy) { NIDA_FIELD_DATE, NIDA_STEP_MONTH });
  g_assert_cmphex (rows_in (&fixture, nida_brush_slots_passing (fixture.slots, "2024")), ==, 1 | 2 | 4);
  g_assert_cmphex (rows_in (&fixture, nida_brush_slots_passing (fixture.slots, "2024-01")), ==, 1);
  g_assert_cmphex (rows_in (&fixture, nida_brush_slots_passing (fixture.slots, "undated")), ==, 16);
  g_assert_cmpuint (nida_brush_slots_passing (fixture.slots, "no date")->len, ==, 0);
  fixture_clear (&fixture);
  fixture_init (&fixture, (NidaGroupBy) { NIDA_FIELD_CATEGORY, NIDA_STEP_NONE });
  nida_dimension_split_lists (&fixture.dimension, names);
  nida_brush_slots_free (fixture.slots);
  fixture.slots = nida_brush_slots_new (&fixture.dimension, 1);
  g_assert_cmphex (rows_in (&fixture, nida_brush_slots_passing (fixture.slots, "A")), ==, 1 | 16);
  g_assert_cmphex (rows_in (&fixture, nida_brush_slots_of (fixture.slots, "A")), ==, 1);
  g_assert_cmphex (rows_in (&fixture, nida_brush_slots_passing (fixture.slots, "C")), ==, 4);
  fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/brush-slots/names/one-the-rest-several-all", test_names);
  g_test_add_func ("/brush-slots/names/several-are-rest-where-no-mark-has-them", test_without_several);
  g_test_add_func ("/brush-slots/passing/listed-names-and-all-within", test_passing);
  g_test_add_func ("/brush-slots/periods/just-this-or-all-within", test_periods);
  return g_test_run ();
}
