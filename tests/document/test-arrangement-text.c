/* arrangement-text.c: charts come back from a key file as they went into it. */
#include "arrangement-text.h"

#include "spec-text.h"

static NidaArrangement *
new_arrangement (guint n)
{
  g_autoptr (GPtrArray) specs = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_chart_spec_free), none = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      NidaChartSpec *spec = nida_chart_spec_new (i % NIDA_N_CHARTS);
      NidaNote *note = nida_chart_spec_add_note (spec, "[x]\n; #", "ملاحظة");

      nida_note_add_value (note, NIDA_FIELD_DONOR, "a;b");
      spec->title = g_strdup_printf (" %u\n=", i);
      nida_query_add_filter (spec->query, NIDA_FIELD_DONOR, "");
      g_ptr_array_add (specs, spec);
    }
  return nida_arrangement_new (none, specs);
}

/* Through a text, as a document has it. */
static NidaArrangement *
take (const char  *text,
      GError     **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  NidaArrangement *arrangement = NULL;

  g_assert_true (g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, NULL));
  return nida_arrangement_take (file, &arrangement, error) ? arrangement : NULL;
}

static char *
put (NidaArrangement *arrangement)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  nida_arrangement_put (arrangement, file);
  return g_key_file_to_data (file, NULL, NULL);
}

static void
test_round_trip (void)
{
  for (guint n = 0; n < 40; n += 13)
    {
      g_autoptr (NidaArrangement) before = new_arrangement (n), after = NULL;
      g_autofree char *text = put (before);
      g_autoptr (GError) error = NULL;

      after = take (text, &error);
      g_assert_no_error (error);
      g_assert_nonnull (after);
      g_assert_cmpuint (nida_arrangement_get_n (after), ==, n);
      g_assert_true (nida_arrangement_equal (before, after));
    }
}

/* Colours of the whole board, and a chart that differs; a role of a later version is left out. */
static void
test_colors (void)
{
  g_autoptr (NidaChartSpec) colors = nida_chart_spec_new (NIDA_CHART_TIMELINE), own = NULL, fresh = nida_chart_spec_new (NIDA_CHART_LINE);
  g_autoptr (NidaArrangement) before = new_arrangement (13), colored = NULL, added = NULL, edited = NULL, after = NULL, later = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  nida_chart_spec_set_hue (colors, NIDA_FIELD_DONOR, "Kuwait; Government of", NIDA_COLOR_SERIES_3);
  nida_chart_spec_set_hue (colors, NIDA_FIELD_CATEGORY, "Food", NIDA_COLOR_OTHER);
  colored = nida_arrangement_color (before, colors);
  added = nida_arrangement_add (colored, G_MAXUINT, fresh);
  own = nida_chart_spec_copy (nida_arrangement_get (added, 13));
  nida_chart_spec_set_hue (own, NIDA_FIELD_CATEGORY, "Food", NIDA_COLOR_SERIES_1);
  edited = nida_arrangement_replace (added, 13, own);
  text = put (edited);
  after = take (text, &error);
  g_assert_no_error (error);
  g_assert_true (nida_arrangement_equal (edited, after));
  later = take ("[Charts]\ncount=0\ncolours=donor;Kuwait;gold;donor;Qatar\n", &error);
  g_assert_no_error (error);
  g_assert_null (nida_arrangement_get_colors (later));
}

static void
test_composed_is_nothing (void)
{
  g_autofree char *text = put (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (text, ==, "");
  g_assert_null (take ("[Nida board]\nversion=1\n", &error));
  g_assert_no_error (error);
}

static void
test_refused (void)
{
  static const char * const texts[] = {
    "[Charts]\ncount=1\n",
    "[Charts]\ncount=2\n[Chart 1/Nida chart]\nkind=ranking\nmeasure=received\n",
    "[Charts]\ncount=1\n[Chart 1/Nida chart]\nkind=sphere\nmeasure=received\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (take (texts[i], &error));
      g_assert_nonnull (error);
    }
}

/* What a newer Nida adds is passed over. */
static void
test_unknown_groups (void)
{
  g_autoptr (NidaArrangement) read = take ("[Charts]\ncount=1\nwall=2\n[Chart 1/Nida chart]\nkind=ranking\nmeasure=received\n"
                                           "[Chart 1/]\na=b\n[Chart 0/x]\na=b\n[Chart 9/Nida chart]\na=b\n[Chart 1x]\na=b\n", NULL);

  g_assert_nonnull (read);
  g_assert_cmpuint (nida_arrangement_get_n (read), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arrangement-text/charts/come-back-as-they-were", test_round_trip);
  g_test_add_func ("/arrangement-text/composed/writes-nothing", test_composed_is_nothing);
  g_test_add_func ("/arrangement-text/missing-or-unknown/is-refused", test_refused);
  g_test_add_func ("/arrangement-text/newer/unknown-groups-are-passed-over", test_unknown_groups);
  g_test_add_func ("/arrangement-text/colours/of-the-whole-board", test_colors);
  return g_test_run ();
}
