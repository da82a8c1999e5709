/* spec-text.c: a spec comes back as it went, and no text does harm. */
#include "spec-text.h"

#include <string.h>

static NidaChartSpec *
full_spec (void)
{
  NidaChartSpec *spec = nida_chart_spec_new (NIDA_CHART_TIMELINE);
  NidaNote *note;

  spec->measure = NIDA_MEASURE_PLEDGED;
  spec->step = NIDA_STEP_FISCAL_YEAR;
  spec->stack = NIDA_STACK_CUMULATIVE;
  spec->parts = NIDA_PARTS_DONUT;
  spec->order = NIDA_ORDER_GAP;
  spec->top = 7;
  spec->title = g_strdup ("  Line\none; \\ = [x] #");
  spec->title_ar = g_strdup ("ثلاث جهات مانحة قدّمت ٦١٪");
  spec->subtitle = g_strdup ("sub");
  spec->note_ar = g_strdup ("ملاحظة");
  spec->pinned = g_strdup ("Kuwait, Government of");
  spec->tiles = NIDA_TILES_ARAB;
  spec->panels = NIDA_FIELD_CATEGORY;
  spec->own_scales = TRUE;
  spec->no_projection = TRUE;
  spec->ordered = g_strsplit ("Kuwait, Government of|a;b", "|", -1);
  spec->own_time = TRUE;
  spec->time_direction = NIDA_TIME_RTL;
  spec->query->by[0] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  spec->query->by[1] = (NidaGroupBy) { NIDA_FIELD_DATE, NIDA_STEP_QUARTER };
  spec->query->n_by = 2;
  spec->query->from = nida_date_new_month (2023, 2);
  spec->query->rule = NIDA_RULE_BOUNDARY;
  nida_query_add_filter (spec->query, NIDA_FIELD_DONOR, "a;b");
  nida_query_add_filter (spec->query, NIDA_FIELD_DONOR, "");
  nida_query_add_filter (spec->query, NIDA_FIELD_DATE, "2024");
  nida_chart_spec_add_reference (spec, G_GINT64_CONSTANT (9007199254740993), "KWD", "Goal", NULL);
  note = nida_chart_spec_add_note (spec, "The earthquake", NULL);
  nida_note_add_value (note, NIDA_FIELD_DATE, "2023-02");
  nida_note_add_value (note, NIDA_FIELD_DONOR, "");
  note->moved = TRUE;
  note->dx = -12.25;
  note->dy = 40;
  nida_chart_spec_add_note (spec, NULL, "بلا موضع");
  nida_chart_spec_set_hue (spec, NIDA_FIELD_DONOR, "Kuwait, Government of", NIDA_COLOR_SERIES_3);
  return spec;
}

static void
test_round_trip (void)
{
  g_autoptr (NidaChartSpec) spec = full_spec ();
  g_autofree char *text = nida_chart_spec_to_text (spec);
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaChartSpec) read = nida_chart_spec_from_text (text, -1, &error);
  const NidaNote *note;
  const char * const *values;

  g_assert_no_error (error);
  g_assert_true (nida_chart_spec_equal (spec, read));
  g_assert_cmpstr (read->title, ==, spec->title);
  g_assert_cmpstr (read->title_ar, ==, spec->title_ar);
  g_assert_cmpint (((NidaReference *) read->references->pdata[0])->value, ==, G_GINT64_CONSTANT (9007199254740993));
  g_assert_cmpuint (read->query->n_by, ==, 2);
  g_assert_cmpint (read->query->by[1].step, ==, NIDA_STEP_QUARTER);
  g_assert_cmpint (nida_query_get_filter (read->query, 0, &values), ==, NIDA_FIELD_DONOR);
  g_assert_cmpstr (values[0], ==, "a;b");
  g_assert_cmpstr (values[1], ==, "");
  note = read->notes->pdata[0];
  g_assert_cmpuint (note->n_fields, ==, 2);
  g_assert_cmpstr (note->values[1], ==, "");
  g_assert_true (note->moved && note->dx == -12.25 && note->dy == 40);
  g_assert_false (((NidaNote *) read->notes->pdata[1])->moved);
  g_assert_cmpint (((NidaHue *) read->hues->pdata[0])->color, ==, NIDA_COLOR_SERIES_3);
  g_assert_true (read->own_time);
  g_assert_cmpint (read->tiles, ==, NIDA_TILES_ARAB);
  g_assert_cmpint (read->panels, ==, NIDA_FIELD_CATEGORY);
  g_assert_true (read->own_scales);
  g_assert_true (read->no_projection);
  g_assert_cmpstr (read->ordered[1], ==, "a;b");
}

static void
test_copy_is_equal_and_its_own (void)
{
  g_autoptr (NidaChartSpec) spec = full_spec ();
  g_autoptr (NidaChartSpec) copy = nida_chart_spec_copy (spec);

  g_assert_true (nida_chart_spec_equal (spec, copy));
  ((NidaNote *) copy->notes->pdata[0])->dx = 3;
  g_assert_false (nida_chart_spec_equal (spec, copy));
}

static void
test_every_kind (void)
{
  for (NidaChartKind kind = 0; kind < NIDA_N_CHARTS; kind++)
    {
      g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (kind);
      g_autofree char *text = nida_chart_spec_to_text (spec);
      g_autoptr (NidaChartSpec) read = nida_chart_spec_from_text (text, -1, NULL);

      g_assert_nonnull (read);
      g_assert_cmpint (read->kind, ==, kind);
      g_assert_cmpint (read->query->from.precision, ==, NIDA_PRECISION_NONE);
    }
}

static void
test_refused (void)
{
  static const char * const texts[] = {
    "", "hello", "[Other]\na=1\n", "[Nida chart]\n", "[Nida chart]\nkind=sphere\nmeasure=received\n",
    "[Nida chart]\nkind=ranking\nmeasure=love\n", "[Nida chart]\nkind=ranking\nmeasure=received\nby=shoe\n",
    "[Nida chart]\nkind=ranking\nmeasure=received\n[Filter 1]\nfield=shoe\nvalues=a;\n",
    "[Nida chart]\nkind=ranking\nmeasure=received\n[Colour 1]\nfield=donor\nname=a\nrole=canvas\n", "[Nida chart]\nkind=\xff\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (nida_chart_spec_from_text (texts[i], -1, &error));
      g_assert_nonnull (error);
      g_assert_cmpuint (error->domain, ==, NIDA_SPEC_ERROR);
    }
}

/* A newer Nida may write keys that this one does not know. */
static void
test_unknown_keys (void)
{
  g_autoptr (NidaChartSpec) read = nida_chart_spec_from_text ("[Nida chart]\nversion=9\nkind=ranking\nmeasure=paid\nsparkle=yes\n"
                                                              "[Note 1]\ntext=x\ndx=nan\ndy=1e300\n", -1, NULL);

  g_assert_nonnull (read);
  g_assert_cmpint (read->measure, ==, NIDA_MEASURE_PAID);
  g_assert_false (((NidaNote *) read->notes->pdata[0])->moved);
}

/* What is read is written and read again as the same. */
static void
test_damaged (void)
{
  g_autoptr (NidaChartSpec) spec = full_spec ();
  g_autofree char *text = nida_chart_spec_to_text (spec);
  gsize length = strlen (text);
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  guint n_read = 0;

  for (guint i = 0; i < 4000; i++)
    {
      g_autofree char *damaged = g_strdup (text);
      g_autoptr (NidaChartSpec) read = NULL;

      for (gint n = g_rand_int_range (rand, 1, 4); n > 0; n--)
        damaged[g_rand_int_range (rand, 0, (gint32) length)] = (char) g_rand_int_range (rand, 0, 256);
      read = nida_chart_spec_from_text (damaged, (gssize) g_rand_int_range (rand, 0, (gint32) length + 1), NULL);
      if (read != NULL)
        {
          g_autofree char *again = nida_chart_spec_to_text (read);
          g_autoptr (NidaChartSpec) twice = nida_chart_spec_from_text (again, -1, NULL);

          g_assert_nonnull (twice);
          g_assert_true (nida_chart_spec_equal (read, twice));
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
  g_test_add_func ("/spec-text/round-trip/every-choice", test_round_trip);
  g_test_add_func ("/spec-text/copy/is-equal-and-its-own", test_copy_is_equal_and_its_own);
  g_test_add_func ("/spec-text/round-trip/every-kind", test_every_kind);
  g_test_add_func ("/spec-text/refused/what-is-no-chart-or-not-known", test_refused);
  g_test_add_func ("/spec-text/unknown-keys-are-passed-over", test_unknown_keys);
  g_test_add_func ("/spec-text/damaged/what-is-read-is-whole", test_damaged);
  return g_test_run ();
}
