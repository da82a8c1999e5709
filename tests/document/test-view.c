/* view.c: a board comes back from its text as it was, and no text does harm. */
#include "view.h"

#include "chart-spec.h"

#include <string.h>

static NidaView *
full_view (void)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_new ();
  g_autoptr (GPtrArray) specs = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_chart_spec_free), none = g_ptr_array_new ();
  g_autoptr (NidaArrangement) arrangement = NULL;

  for (guint i = 0; i < 4; i++)
    g_ptr_array_add (specs, nida_chart_spec_new (i));
  ((NidaChartSpec *) specs->pdata[2])->title_ar = g_strdup ("ثلاث جهات; مانحة");
  arrangement = nida_arrangement_new (none, specs);
  nida_filter_set_add (filters, NIDA_FIELD_DONOR, "Kuwait; x");
  nida_filter_set_add (filters, NIDA_FIELD_COUNTRY, "");
  nida_filter_set_set_range (filters, nida_date_new_month (2023, 2), nida_date_new_year (2024));
  nida_filter_set_set_currency (filters, "KWD");
  nida_filter_set_set_arrangement (filters, arrangement);
  return nida_view_new (filters, "  The Gulf;\nyear [2026] ", "الخليج");
}

static void
assert_same (const NidaView *a,
             const NidaView *b)
{
  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_cmpstr (a->title_ar, ==, b->title_ar);
  g_assert_true (nida_filter_set_equal (a->filters, b->filters));
}

static void
test_round_trip (void)
{
  g_autoptr (NidaView) view = full_view (), read = NULL;
  g_autofree char *text = nida_view_to_text (view);
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;

  read = nida_view_from_text (text, &error);
  g_assert_no_error (error);
  assert_same (view, read);
  g_assert_cmpstr (read->title, ==, "The Gulf;\nyear [2026]");
  again = nida_view_to_text (read);
  g_assert_cmpstr (text, ==, again);
}

static void
test_titles (void)
{
  g_autoptr (NidaFilterSet) filters = nida_filter_set_new ();
  g_autoptr (NidaView) none = nida_view_new (filters, "  ", NULL), one = nida_view_new (filters, "Gulf", NULL);

  nida_filter_set_add (filters, NIDA_FIELD_DONOR, "Kuwait");
  g_assert_null (nida_view_get_title (none, FALSE));
  g_assert_false (nida_view_is_own (none));
  g_assert_cmpstr (nida_view_get_title (one, TRUE), ==, "Gulf");
  g_assert_true (nida_view_is_own (one));
}

static void
test_refused (void)
{
  static const char * const texts[] = {
    "", "hello", "[Other]\na=1\n", "[Nida board]\ncount=twice\n", "\xff", "[Nida board]\n[Charts]\ncount=3\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (nida_view_from_text (texts[i], &error));
      g_assert_nonnull (error);
      g_assert_cmpuint (strlen (error->message), >, 20);
    }
}

/* Cut, turned and doubled: refused, or read as something that is written and read again as the same. */
static void
test_damaged (void)
{
  g_autoptr (NidaView) view = full_view ();
  g_autofree char *text = nida_view_to_text (view);
  gsize length = strlen (text);
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  guint n_read = 0;

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *damaged = g_strdup (text);
      g_autoptr (NidaView) read = NULL;

      for (guint hits = (guint) g_rand_int_range (rand, 1, 6); hits > 0; hits--)
        damaged[g_rand_int_range (rand, 0, (gint32) length)] = (char) g_rand_int_range (rand, 1, 128);
      if (g_rand_boolean (rand))
        damaged[g_rand_int_range (rand, 0, (gint32) length)] = '\0';
      read = nida_view_from_text (damaged, NULL);
      if (read != NULL)
        {
          g_autofree char *written = nida_view_to_text (read);
          g_autoptr (NidaView) again = nida_view_from_text (written, NULL);

          g_assert_nonnull (again);
          assert_same (read, again);
          n_read++;
        }
    }
  g_assert_cmpuint (n_read, >, 100);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/view/text/comes-back-as-it-was", test_round_trip);
  g_test_add_func ("/view/title/in-one-language-stands-for-both", test_titles);
  g_test_add_func ("/view/text/refused-with-a-reason", test_refused);
  g_test_add_func ("/view/text/damaged-does-no-harm", test_damaged);
  return g_test_run ();
}
