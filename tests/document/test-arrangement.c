/* arrangement.c: each change makes another arrangement, and cards stay before charts. */
#include "arrangement.h"

#include "spec-text.h"

static NidaArrangement *
new_arrangement (void)
{
  static const NidaChartKind kinds[] = { NIDA_CHART_NUMBER, NIDA_CHART_NUMBER, NIDA_CHART_COVERAGE, NIDA_CHART_TIMELINE, NIDA_CHART_RANKING };
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_chart_spec_free);
  g_autoptr (GPtrArray) charts = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_chart_spec_free);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_ptr_array_add (i < 2 ? cards : charts, nida_chart_spec_new (kinds[i]));
  return nida_arrangement_new (cards, charts);
}

static char *
words (NidaArrangement *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < nida_arrangement_get_n (self); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", nida_chart_kind_get_name (nida_arrangement_get (self, i)->kind));
  return g_string_free (text, FALSE);
}

/* Takes @after. */
static void
assert_words (NidaArrangement *after,
              const char      *expected)
{
  g_autoptr (NidaArrangement) owned = after;
  g_autofree char *text = words (owned);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_edits (void)
{
  g_autoptr (NidaArrangement) before = new_arrangement ();
  g_autoptr (NidaChartSpec) parts = nida_chart_spec_new (NIDA_CHART_PARTS), number = nida_chart_spec_new (NIDA_CHART_NUMBER);

  assert_words (nida_arrangement_add (before, G_MAXUINT, parts), "number number coverage timeline ranking parts");
  assert_words (nida_arrangement_add (before, 3, parts), "number number coverage parts timeline ranking");
  assert_words (nida_arrangement_add (before, 0, parts), "number number parts coverage timeline ranking");
  assert_words (nida_arrangement_add (before, G_MAXUINT, number), "number number number coverage timeline ranking");
  assert_words (nida_arrangement_remove (before, 3), "number number coverage ranking");
  assert_words (nida_arrangement_remove (before, 0), "number coverage timeline ranking");
  assert_words (nida_arrangement_replace (before, 3, parts), "number number coverage parts ranking");
  assert_words (nida_arrangement_replace (before, 3, number), "number number number coverage ranking");
  assert_words (nida_arrangement_replace (before, 1, parts), "number parts coverage timeline ranking");
  assert_words (nida_arrangement_move (before, 4, 2), "number number ranking coverage timeline");
  assert_words (nida_arrangement_move (before, 2, 4), "number number timeline ranking coverage");
  assert_words (nida_arrangement_move (before, 2, 0), "number number coverage timeline ranking");
  assert_words (nida_arrangement_ref (before), "number number coverage timeline ranking");
}

static void
test_equal (void)
{
  g_autoptr (NidaArrangement) one = new_arrangement (), two = new_arrangement ();
  g_autoptr (NidaChartSpec) other = nida_chart_spec_copy (nida_arrangement_get (one, 3));
  g_autoptr (NidaArrangement) changed = NULL;

  g_assert_true (nida_arrangement_equal (one, two));
  g_assert_true (nida_arrangement_equal (NULL, NULL));
  g_assert_false (nida_arrangement_equal (one, NULL));
  other->top = 3;
  changed = nida_arrangement_replace (one, 3, other);
  g_assert_false (nida_arrangement_equal (one, changed));
}

/* Where each of @before is in @after, which is taken: "0 1 - 2". */
static void
assert_traced (NidaArrangement *before,
               NidaArrangement *after,
               const char      *expected)
{
  g_autoptr (NidaArrangement) owned = after;
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < nida_arrangement_get_n (before); i++)
    {
      guint place = nida_arrangement_trace (before, after, i);

      g_string_append (found, i > 0 ? " " : "");
      if (place == G_MAXUINT)
        g_string_append (found, "-");
      else
        g_string_append_printf (found, "%u", place);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

/* The first two are alike. */
static void
test_trace (void)
{
  g_autoptr (NidaArrangement) before = new_arrangement ();
  g_autoptr (NidaChartSpec) parts = nida_chart_spec_new (NIDA_CHART_PARTS), number = nida_chart_spec_new (NIDA_CHART_NUMBER);

  number->measure = NIDA_MEASURE_GAP;
  assert_traced (before, nida_arrangement_ref (before), "0 1 2 3 4");
  assert_traced (before, nida_arrangement_add (before, 3, parts), "0 1 2 4 5");
  assert_traced (before, nida_arrangement_add (before, 0, number), "1 2 3 4 5");
  assert_traced (before, nida_arrangement_remove (before, 3), "0 1 2 - 3");
  assert_traced (before, nida_arrangement_remove (before, 4), "0 1 2 3 -");
  assert_traced (before, nida_arrangement_replace (before, 3, parts), "0 1 2 3 4");
  assert_traced (before, nida_arrangement_replace (before, 1, number), "0 1 2 3 4");
  assert_traced (before, nida_arrangement_replace (before, 4, number), "0 1 3 4 2");
  assert_traced (before, nida_arrangement_move (before, 4, 2), "0 1 3 4 2");
  assert_traced (before, nida_arrangement_move (before, 2, 4), "0 1 4 2 3");
}

static NidaColor
color_of (NidaArrangement *self,
          guint            index,
          const char      *name)
{
  const NidaChartSpec *spec = nida_arrangement_get (self, index);

  for (guint i = 0; i < spec->hues->len; i++)
    if (g_str_equal (((const NidaHue *) spec->hues->pdata[i])->name, name))
      return ((const NidaHue *) spec->hues->pdata[i])->color;
  return NIDA_COLOR_NONE;
}

/* Colours of the whole board are those of each chart, also of one that comes later, until they are let go. */
static void
test_colors (void)
{
  g_autoptr (NidaArrangement) before = new_arrangement (), colored = NULL, more = NULL, edited = NULL, other = NULL;
  g_autoptr (NidaChartSpec) colors = nida_chart_spec_new (NIDA_CHART_TIMELINE), fresh = nida_chart_spec_new (NIDA_CHART_AREA), own = NULL;

  nida_chart_spec_set_hue (colors, NIDA_FIELD_DONOR, "Kuwait", NIDA_COLOR_SERIES_4);
  colored = nida_arrangement_color (before, colors);
  g_assert_null (nida_arrangement_get_colors (before));
  g_assert_cmpint (color_of (colored, 3, "Kuwait"), ==, NIDA_COLOR_SERIES_4);
  g_assert_cmpint (color_of (colored, 4, "Kuwait"), ==, NIDA_COLOR_SERIES_4);      /* a ranking has those of its donors */
  g_assert_cmpint (color_of (colored, 0, "Kuwait"), ==, NIDA_COLOR_NONE);      /* a number has none */
  g_assert_false (nida_arrangement_equal (before, colored));
  more = nida_arrangement_add (colored, G_MAXUINT, fresh);
  g_assert_cmpint (color_of (more, 5, "Kuwait"), ==, NIDA_COLOR_SERIES_4);
  /* a chart may differ from the board */
  own = nida_chart_spec_copy (nida_arrangement_get (more, 5));
  nida_chart_spec_set_hue (own, NIDA_FIELD_DONOR, "Kuwait", NIDA_COLOR_OTHER);
  edited = nida_arrangement_replace (more, 5, own);
  g_assert_cmpint (color_of (edited, 5, "Kuwait"), ==, NIDA_COLOR_OTHER);
  g_assert_cmpint (color_of (edited, 3, "Kuwait"), ==, NIDA_COLOR_SERIES_4);
  nida_chart_spec_set_hue (own, NIDA_FIELD_DONOR, "Kuwait", NIDA_COLOR_NONE);
  other = nida_arrangement_color (edited, own);
  g_assert_null (nida_arrangement_get_colors (other));
  g_assert_cmpint (color_of (other, 3, "Kuwait"), ==, NIDA_COLOR_NONE);
  g_assert_cmpint (color_of (other, 5, "Kuwait"), ==, NIDA_COLOR_NONE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arrangement/edits/make-another", test_edits);
  g_test_add_func ("/arrangement/trace/a-chart-is-found-after-each-edit", test_trace);
  g_test_add_func ("/arrangement/equal/when-all-charts-are", test_equal);
  g_test_add_func ("/arrangement/colours/of-the-whole-board", test_colors);
  return g_test_run ();
}
