/* Which questions tell no more rows apart than others do. */
#include "fixture.h"

#include "distinctions.h"

static const TestRow rows[] = {
  { .kind = NIDA_KIND_REQUIREMENT, .date = "2025", .amount = "1000", .appeal = "Sudan", .category = "Food" },
  { .kind = NIDA_KIND_PAID, .date = "2025-02-03", .amount = "10", .appeal = "Sudan", .category = "Food", .donor = "Kuwait" },
};

typedef struct {
  NidaLocalEngine *engine;
  NidaSheet       *sheet;
  NidaDistinctions told;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->engine = TEST_ENGINE (rows);
  self->sheet = nida_sheet_new (nida_local_engine_get_dataset (self->engine));
  nida_distinctions_init (&self->told, self->sheet);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  nida_distinctions_clear (&self->told);
  nida_sheet_unref (self->sheet);
  g_object_unref (self->engine);
}

static gboolean
take (Fixture    *self,
      guint       measures,
      const char *by)
{
  g_autoptr (NidaQuery) query = test_query (measures, by);

  return nida_distinctions_take (&self->told, query);
}

/* Is a question covered that has a filter (or, where @value is NULL, none)? */
static gboolean
covers (Fixture    *self,
        guint       measures,
        const char *by,
        NidaField   field,
        const char *value)
{
  g_autoptr (NidaQuery) query = test_query (measures, by);

  if (value != NULL)
    nida_query_add_filter (query, field, value);
  return nida_distinctions_cover (&self->told, query);
}

static void
test_filters (Fixture       *self,
              gconstpointer  data)
{
  g_assert_true (take (self, MEASURE (RECEIVED), "category"));
  g_assert_true (covers (self, MEASURE (RECEIVED), NULL, NIDA_FIELD_CATEGORY, "Food"));
  g_assert_false (covers (self, MEASURE (RECEIVED), "category", NIDA_FIELD_DONOR, "Kuwait"));
  g_assert_false (covers (self, MEASURE (RECEIVED), "donor", NIDA_FIELD_NONE, NULL));
  nida_distinctions_narrow (&self->told, (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE });
  g_assert_true (covers (self, MEASURE (RECEIVED), "category", NIDA_FIELD_DONOR, "Kuwait"));
}

/* Only years are told apart: a month would cut one. */
static void
test_dates (Fixture       *self,
            gconstpointer  data)
{
  g_assert_true (take (self, MEASURE (COVERAGE), "category"));
  g_assert_false (covers (self, MEASURE (COVERAGE), "category", NIDA_FIELD_DATE, "2025"));
  nida_distinctions_narrow (&self->told, (NidaGroupBy) { NIDA_FIELD_DATE, NIDA_STEP_YEAR });
  g_assert_true (covers (self, MEASURE (COVERAGE), "category", NIDA_FIELD_DATE, "2025"));
  g_assert_true (covers (self, MEASURE (COVERAGE), "category", NIDA_FIELD_DATE, "2024..2025"));
  g_assert_true (covers (self, MEASURE (COVERAGE), "category", NIDA_FIELD_DATE, ""));
  g_assert_false (covers (self, MEASURE (COVERAGE), "category", NIDA_FIELD_DATE, "2025-02"));
}

/* A chart's own months stay what they are. */
static void
test_own_span (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (NidaQuery) query = test_query (MEASURE (RECEIVED), "category");

  nida_query_add_filter (query, NIDA_FIELD_DATE, "2025-02..2025-03");
  g_assert_true (nida_distinctions_take (&self->told, query));
  g_assert_true (nida_distinctions_cover (&self->told, query));
  g_assert_cmpuint (self->told.of_all->len, ==, 1);
  g_assert_false (covers (self, MEASURE (RECEIVED), "category", NIDA_FIELD_DATE, "2025-02"));
}

/* By what money of plans is told apart does not matter for all other. */
static void
test_plans (Fixture       *self,
            gconstpointer  data)
{
  g_assert_true (take (self, MEASURE (GAP), "appeal"));
  g_assert_cmpuint (self->told.of_all->len, ==, 0);
  g_assert_true (covers (self, MEASURE (COVERAGE), "appeal", NIDA_FIELD_NONE, NULL));
  g_assert_false (covers (self, MEASURE (RECEIVED), "appeal", NIDA_FIELD_NONE, NULL));
}

/* Requirements are never one: whatever is asked of them is covered. */
static void
test_needs (Fixture       *self,
            gconstpointer  data)
{
  g_assert_true (take (self, MEASURE (REQUIREMENT), "appeal"));
  g_assert_cmpuint (self->told.of_all->len + self->told.of_plans->len, ==, 0);
  g_assert_true (covers (self, MEASURE (REQUIREMENT) | MEASURE (REPORTED), "country", NIDA_FIELD_CATEGORY, "Food"));
}

static void
test_rows (Fixture       *self,
           gconstpointer  data)
{
  g_assert_false (take (self, MEASURE (COUNT), NULL));
  g_assert_false (take (self, MEASURE (RECEIVED), "id"));
}

static void
test_currency (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (NidaQuery) query = test_query (MEASURE (GAP), NULL);

  g_assert_true (take (self, MEASURE (GAP), NULL));
  query->currency = g_strdup ("KWD");
  g_assert_false (nida_distinctions_cover (&self->told, query));
  g_assert_true (nida_distinctions_take (&self->told, query));
  g_assert_true (nida_distinctions_cover (&self->told, query));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/distinctions/filters-that-nobody-spoke-of-tell-more", test_filters);
  ADD ("/distinctions/dates/a-month-cuts-a-year", test_dates);
  ADD ("/distinctions/dates/own-months-are-told", test_own_span);
  ADD ("/distinctions/plans/their-groups-tell-no-other-money", test_plans);
  ADD ("/distinctions/needs/tell-no-money", test_needs);
  ADD ("/distinctions/whole-rows-are-not-told", test_rows);
  ADD ("/distinctions/each-currency-is-told", test_currency);

  return g_test_run ();
}
