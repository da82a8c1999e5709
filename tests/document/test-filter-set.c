/* What the person has chosen to see, without a display. */
#include "config.h"

#include "dataset-builder.h"
#include "filter-set.h"
#include "scene-builder.h"

static NidaMark *
mark_of (NidaField   field,
         const char *value)
{
  NidaMark *mark = nida_mark_new (value, "", "", NIDA_MONEY_NONE);

  nida_mark_add_filter (mark, field, value);
  return mark;
}

static void
test_toggle_mark (void)
{
  g_autoptr (NidaFilterSet) set = nida_filter_set_new ();
  NidaMark *kuwait = mark_of (NIDA_FIELD_DONOR, "Kuwait");
  NidaMark *qatar = mark_of (NIDA_FIELD_DONOR, "Qatar");

  nida_filter_set_toggle_mark (set, kuwait, FALSE);
  g_assert_true (nida_filter_set_has_mark (set, kuwait));
  nida_filter_set_toggle_mark (set, qatar, FALSE);
  g_assert_true (nida_filter_set_has_mark (set, qatar));
  g_assert_false (nida_filter_set_has_mark (set, kuwait));
  nida_filter_set_toggle_mark (set, kuwait, TRUE);
  g_assert_true (nida_filter_set_has_mark (set, qatar));
  g_assert_true (nida_filter_set_has_mark (set, kuwait));
  nida_filter_set_toggle_mark (set, kuwait, FALSE);
  g_assert_false (nida_filter_set_has_mark (set, kuwait));
  nida_filter_set_toggle_mark (set, qatar, FALSE);
  g_assert_true (nida_filter_set_is_empty (set));
  nida_mark_free (kuwait);
  nida_mark_free (qatar);
}

static void
test_equal_whatever_order (void)
{
  g_autoptr (NidaFilterSet) a = nida_filter_set_new ();
  g_autoptr (NidaFilterSet) b = nida_filter_set_new ();

  nida_filter_set_add (a, NIDA_FIELD_DONOR, "Kuwait");
  nida_filter_set_add (a, NIDA_FIELD_DONOR, "Qatar");
  nida_filter_set_add (a, NIDA_FIELD_KIND, "paid");
  nida_filter_set_add (b, NIDA_FIELD_KIND, "paid");
  nida_filter_set_add (b, NIDA_FIELD_DONOR, "Qatar");
  g_assert_false (nida_filter_set_equal (a, b));
  nida_filter_set_add (b, NIDA_FIELD_DONOR, "Kuwait");
  g_assert_true (nida_filter_set_equal (a, b));
  nida_filter_set_set_range (b, nida_date_new_year (2020), nida_date_new_year (2022));
  g_assert_false (nida_filter_set_equal (a, b));
}

static void
test_currency (void)
{
  g_autoptr (NidaFilterSet) set = nida_filter_set_new ();
  g_autoptr (NidaFilterSet) copy = NULL;
  g_autoptr (NidaQuery) query = nida_query_new ();

  g_assert_cmpstr (nida_filter_set_get_currency (set), ==, "USD");
  nida_filter_set_set_currency (set, "KWD");
  nida_filter_set_set_second (set, "USD");
  g_assert_true (nida_filter_set_is_empty (set));
  copy = nida_filter_set_copy (set);
  g_assert_true (nida_filter_set_equal (set, copy));
  nida_filter_set_apply (copy, query, NIDA_FIELD_NONE);
  g_assert_cmpstr (query->currency, ==, "KWD");
  g_assert_cmpstr (query->second, ==, "USD");
  nida_filter_set_set_second (set, "");
  g_assert_false (nida_filter_set_equal (set, copy));
  nida_filter_set_set_currency (set, "USD");
  nida_filter_set_apply (set, query, NIDA_FIELD_NONE);
  g_assert_null (query->currency);
  g_assert_null (query->second);
}

static void
test_copy_is_apart (void)
{
  g_autoptr (NidaFilterSet) set = nida_filter_set_new ();
  g_autoptr (NidaFilterSet) copy = NULL;

  nida_filter_set_add (set, NIDA_FIELD_DONOR, "");
  nida_filter_set_set_rule (set, NIDA_RULE_BOUNDARY);
  copy = nida_filter_set_copy (set);
  g_assert_true (nida_filter_set_equal (set, copy));
  nida_filter_set_remove (set, NIDA_FIELD_DONOR, NULL);
  g_assert_true (nida_filter_set_has (copy, NIDA_FIELD_DONOR, ""));
  g_assert_cmpint (nida_filter_set_get_rule (copy), ==, NIDA_RULE_BOUNDARY);
}

static void
test_apply_but_own_field (void)
{
  g_autoptr (NidaFilterSet) set = nida_filter_set_new ();
  g_autoptr (NidaQuery) all = nida_query_new ();
  g_autoptr (NidaQuery) but_donor = nida_query_new ();
  g_autoptr (NidaQuery) but_dates = nida_query_new ();

  nida_filter_set_add (set, NIDA_FIELD_DONOR, "Kuwait");
  nida_filter_set_add (set, NIDA_FIELD_KIND, "paid");
  nida_filter_set_set_range (set, nida_date_new_year (2020), NIDA_DATE_NONE);
  nida_filter_set_apply (set, all, NIDA_FIELD_NONE);
  nida_filter_set_apply (set, but_donor, NIDA_FIELD_DONOR);
  nida_filter_set_apply (set, but_dates, NIDA_FIELD_DATE);
  g_assert_cmpuint (nida_query_get_n_filters (all), ==, 2);
  g_assert_cmpint (nida_date_year (all->from), ==, 2020);
  g_assert_cmpuint (nida_query_get_n_filters (but_donor), ==, 1);
  g_assert_cmpint (nida_query_get_filter (but_donor, 0, NULL), ==, NIDA_FIELD_KIND);
  g_assert_cmpint (but_dates->from.precision, ==, NIDA_PRECISION_NONE);
}

/* What was chosen from a list is alone; a click leaves the others. */
static void
test_alone (void)
{
  g_autoptr (NidaFilterSet) set = nida_filter_set_new (), copy = NULL;
  g_autoptr (NidaQuery) query = nida_query_new ();
  NidaMark *mark = mark_of (NIDA_FIELD_DONOR, "Qatar");

  nida_filter_set_set_alone (set, NIDA_FIELD_DONOR, TRUE);
  g_assert_false (nida_filter_set_is_alone (set, NIDA_FIELD_DONOR));
  nida_filter_set_add (set, NIDA_FIELD_DONOR, "Kuwait");
  copy = nida_filter_set_copy (set);
  nida_filter_set_set_alone (set, NIDA_FIELD_DONOR, TRUE);
  g_assert_false (nida_filter_set_equal (set, copy));
  g_clear_pointer (&copy, nida_filter_set_free);
  copy = nida_filter_set_copy (set);
  g_assert_true (nida_filter_set_equal (set, copy));
  nida_filter_set_apply (copy, query, NIDA_FIELD_NONE);
  g_assert_cmpuint (query->alone, ==, NIDA_ALONE_BIT (NIDA_FIELD_DONOR));
  nida_filter_set_toggle_mark (set, mark, FALSE);
  g_assert_true (nida_filter_set_has (set, NIDA_FIELD_DONOR, "Qatar"));
  nida_filter_set_apply (set, query, NIDA_FIELD_NONE);
  g_assert_cmpuint (query->alone, ==, 0);
  nida_mark_free (mark);
}

static void
test_prices_and_moment (void)
{
  g_autoptr (NidaFilterSet) set = nida_filter_set_new ();
  g_autoptr (NidaFilterSet) copy = NULL;
  g_autoptr (NidaQuery) query = nida_query_new ();

  nida_filter_set_set_prices (set, 2021);
  nida_filter_set_set_as_of (set, 7);
  copy = nida_filter_set_copy (set);
  g_assert_true (nida_filter_set_equal (set, copy));
  g_assert_cmpint (nida_filter_set_get_prices (copy), ==, 2021);
  g_assert_cmpint (nida_filter_set_get_as_of (copy), ==, 7);
  g_assert_true (nida_filter_set_is_empty (set));
  nida_filter_set_apply (set, query, NIDA_FIELD_NONE);
  g_assert_cmpint (query->prices, ==, 2021);
  nida_filter_set_clear (copy);
  g_assert_cmpint (nida_filter_set_get_as_of (copy), ==, 7);
  nida_filter_set_set_as_of (copy, 8);
  g_assert_false (nida_filter_set_equal (set, copy));
}

static void
test_prune_forgets_the_unknown (void)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (NidaFilterSet) set = nida_filter_set_new ();
  NidaSourceInfo info = { .name = (char *) "a.csv" };
  guint source = nida_dataset_builder_add_source (builder, &info);

  nida_dataset_builder_begin (builder, source, 2, NIDA_KIND_PAID);
  nida_dataset_builder_set_name (builder, NIDA_FIELD_DONOR, "Kuwait", -1);
  nida_dataset_builder_set_amount (builder, 1000);
  nida_dataset_builder_end_row (builder);
  dataset = nida_dataset_builder_end (builder);
  nida_filter_set_add (set, NIDA_FIELD_DONOR, "Kuwait");
  nida_filter_set_add (set, NIDA_FIELD_DONOR, "Atlantis");
  nida_filter_set_add (set, NIDA_FIELD_DONOR, "");
  nida_filter_set_set_prices (set, 2021);
  nida_filter_set_prune (set, dataset);
  g_assert_true (nida_filter_set_has (set, NIDA_FIELD_DONOR, "Kuwait"));
  g_assert_true (nida_filter_set_has (set, NIDA_FIELD_DONOR, ""));
  g_assert_false (nida_filter_set_has (set, NIDA_FIELD_DONOR, "Atlantis"));
  g_assert_cmpint (nida_filter_set_get_prices (set), ==, 0);      /* there are no deflators */
}

/* Names that are one belong to what was chosen, are no filter, and clearing leaves them. */
static void
test_aliases (void)
{
  g_autoptr (NidaFilterSet) set = nida_filter_set_new ();
  g_autoptr (NidaFilterSet) copy = NULL;
  g_autoptr (NidaAliases) aliases = nida_aliases_new ();
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  g_autoptr (NidaDataset) dataset = NULL;
  NidaSourceInfo info = { .name = (char *) "a.csv" };

  copy = nida_filter_set_copy (set);
  nida_aliases_add (aliases, NIDA_ALIAS_ORGANISATION, "State of Kuwait", "Kuwait", NULL);
  nida_filter_set_set_aliases (set, aliases);
  g_assert_false (nida_filter_set_equal (set, copy));
  g_assert_true (nida_filter_set_is_empty (set));
  nida_filter_set_clear (set);
  g_assert_true (nida_filter_set_get_aliases (set) == aliases);
  nida_filter_set_free (copy);
  copy = nida_filter_set_copy (set);
  g_assert_true (nida_filter_set_equal (set, copy));

  nida_dataset_builder_add_source (builder, &info);
  nida_dataset_builder_set_aliases (builder, aliases);
  nida_dataset_builder_begin (builder, 0, 2, NIDA_KIND_PAID);
  nida_dataset_builder_set_name (builder, NIDA_FIELD_DONOR, "State of Kuwait", -1);
  nida_dataset_builder_end_row (builder);
  dataset = nida_dataset_builder_end (builder);
  nida_filter_set_add (set, NIDA_FIELD_DONOR, "State of Kuwait");
  nida_filter_set_add (set, NIDA_FIELD_DONOR, "Nobody");
  nida_filter_set_prune (set, dataset);
  g_assert_true (nida_filter_set_has (set, NIDA_FIELD_DONOR, "Kuwait"));
  g_assert_false (nida_filter_set_has (set, NIDA_FIELD_DONOR, "State of Kuwait"));
  g_assert_false (nida_filter_set_has (set, NIDA_FIELD_DONOR, "Nobody"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter-set/mark/click-chooses-ctrl-adds-again-lets-go", test_toggle_mark);
  g_test_add_func ("/filter-set/equal/order-does-not-matter", test_equal_whatever_order);
  g_test_add_func ("/filter-set/copy/stands-apart", test_copy_is_apart);
  g_test_add_func ("/filter-set/apply/all-but-its-own-field", test_apply_but_own_field);
  g_test_add_func ("/filter-set/currency/is-part-of-the-choice-and-no-filter", test_currency);
  g_test_add_func ("/filter-set/prices-and-moment/are-part-of-the-choice-and-no-filter", test_prices_and_moment);
  g_test_add_func ("/filter-set/prune/forgets-what-the-data-does-not-know", test_prune_forgets_the_unknown);
  g_test_add_func ("/filter-set/names-that-are-one/are-no-filter", test_aliases);
  g_test_add_func ("/filter-set/alone/by-a-list-not-by-a-click", test_alone);
  return g_test_run ();
}
