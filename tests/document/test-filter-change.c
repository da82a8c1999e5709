/* filter-change.c: a step of undo has the name of what is different. */
#include "filter-change.h"

typedef void (*Change) (NidaFilterSet *set);

static void donor (NidaFilterSet *set) { nida_filter_set_add (set, NIDA_FIELD_DONOR, "Kuwait"); }
static void region (NidaFilterSet *set) { nida_filter_set_add (set, NIDA_FIELD_REGION, "Western Asia"); }
static void not_donor (NidaFilterSet *set) { nida_filter_set_remove (set, NIDA_FIELD_DONOR, "Qatar"); }
static void kind_and_donor (NidaFilterSet *set) { donor (set); nida_filter_set_add (set, NIDA_FIELD_KIND, "paid"); }
static void method (NidaFilterSet *set) { nida_filter_set_add (set, NIDA_FIELD_METHOD, "cash"); }
static void range (NidaFilterSet *set) { nida_filter_set_set_range (set, nida_date_new_year (2024), NIDA_DATE_NONE); }
static void precise (NidaFilterSet *set) { nida_filter_set_set_range (set, nida_date_new_month (2023, 1), NIDA_DATE_NONE); }
static void currency (NidaFilterSet *set) { nida_filter_set_set_currency (set, "KWD"); }
static void second (NidaFilterSet *set) { nida_filter_set_set_second (set, "KWD"); }
static void prices (NidaFilterSet *set) { nida_filter_set_set_prices (set, 2020); }
static void rule (NidaFilterSet *set) { nida_filter_set_set_rule (set, NIDA_RULE_BOUNDARY); }
static void as_of (NidaFilterSet *set) { nida_filter_set_set_as_of (set, 5); }
static void off (NidaFilterSet *set) { nida_filter_set_set_off (set, "a.csv", TRUE); }
static void on (NidaFilterSet *set) { nida_filter_set_set_off (set, "b.csv", FALSE); }
static void clear (NidaFilterSet *set) { nida_filter_set_clear (set); }
static void nothing (NidaFilterSet *set) { }

static void
closer (NidaFilterSet *set)
{
  nida_filter_set_add (set, NIDA_FIELD_DATE, "2024");
  nida_filter_set_set_step (set, NIDA_STEP_QUARTER, (NidaPeriod) { NIDA_DATE_NONE, NIDA_DATE_NONE });
}

static void
test_names (void)
{
  static const struct { Change change; const char *name; } cases[] = {
    { donor, "Filter by Donor" }, { not_donor, "Filter by Donor" }, { kind_and_donor, "Change Filters" }, { method, "Change Filters" }, { region, "Filter by Region" },
    { range, "Change Dates" }, { precise, "Change Dates" }, { currency, "Change Currency" }, { second, "Change Second Currency" },
    { prices, "Change Prices" }, { rule, "Change Counting" }, { as_of, "Show Earlier Day" }, { off, "Switch Off Source" },
    { on, "Switch On Source" }, { clear, "Clear Filters" }, { closer, "Look Closer" }, { nothing, "Change Filters" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NidaFilterSet) before = nida_filter_set_new (), after = NULL;

      nida_filter_set_add (before, NIDA_FIELD_DONOR, "Qatar");
      nida_filter_set_set_range (before, nida_date_new_year (2023), NIDA_DATE_NONE);
      nida_filter_set_set_off (before, "b.csv", TRUE);
      after = nida_filter_set_copy (before);
      cases[i].change (after);
      g_assert_cmpstr (nida_filter_change_name (before, after, NIDA_NOUN_CATEGORY), ==, cases[i].name);
    }
}

/* One word for a field: what the panel calls a cluster is a cluster in the menu of undo. */
static void
test_category (void)
{
  static const struct { NidaNoun noun; const char *name; } cases[] = {
    { NIDA_NOUN_CATEGORY, "Filter by Category" }, { NIDA_NOUN_CLUSTER, "Filter by Cluster" }, { NIDA_NOUN_OBJECTIVE, "Filter by Objective" },
  };
  g_autoptr (NidaFilterSet) before = nida_filter_set_new (), after = nida_filter_set_new ();

  nida_filter_set_add (after, NIDA_FIELD_CATEGORY, "Health");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (nida_filter_change_name (before, after, cases[i].noun), ==, cases[i].name);
  /* with the dates it is more than one thing */
  nida_filter_set_set_range (after, nida_date_new_year (2024), NIDA_DATE_NONE);
  g_assert_cmpstr (nida_filter_change_name (before, after, NIDA_NOUN_CLUSTER), ==, "Change Filters");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter-change/name/is-what-is-different", test_names);
  g_test_add_func ("/filter-change/category/is-called-as-in-the-panel", test_category);
  return g_test_run ();
}
