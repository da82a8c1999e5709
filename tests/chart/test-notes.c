/* notes.c, references.c and the person's own words: kept with the datum, inside the chart, in either language. */
#include "notes.h"
#include "sample.h"
#include "spec-text.h"

#include <string.h>

#define PAID(date, donor, amount) { NIDA_KIND_PAID, date, "Plan", NULL, "Food", NULL, donor, NULL, amount }

static const SampleRow gifts[] = {
  PAID ("2022", "Kuwait", 10), PAID ("2023", "Kuwait", 40), PAID ("2024", "Kuwait", 20), PAID ("2022", "Qatar", 5), PAID ("2024", "Qatar", 15),
};

static NidaChartSpec *
new_spec (NidaChartKind kind)
{
  NidaChartSpec *spec = nida_chart_spec_new (kind);

  spec->query->by[0] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  spec->query->n_by = 1;
  return spec;
}

static NidaScene *
draw (const NidaChartSpec *spec,
      double               width,
      gboolean             arabic)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, G_N_ELEMENTS (gifts));

  return sample_scene (dataset, spec, (SampleFrame) { width, 356, 1, arabic, NIDA_TIME_LTR });
}

static void
test_keeps_to_the_datum (void)
{
  g_autoptr (NidaChartSpec) spec = new_spec (NIDA_CHART_RANKING);
  const double widths[] = { 480, 900 };

  nida_note_add_value (nida_chart_spec_add_note (spec, "A new agreement", NULL), NIDA_FIELD_DONOR, "Qatar");
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (NidaScene) scene = draw (spec, widths[i / 2], i % 2);
      const NidaNode *bar = nida_scene_find (scene, "bar/Qatar"), *words = nida_scene_find (scene, "own-note/0");
      NidaPoint datum;

      g_assert_nonnull (bar);
      g_assert_nonnull (words);
      g_assert_true (nida_note_get_datum (scene, 0, &datum));
      g_assert_cmpfloat (ABS (datum.y - (bar->box.y + bar->box.height / 2)), <, 0.6);
      g_assert_cmpfloat (ABS (datum.x - (i % 2 ? bar->box.x : bar->box.x + bar->box.width)), <, 0.6);
      g_assert_true (words->box.x >= 0 && words->box.x + words->box.width <= nida_scene_get_width (scene));
      g_assert_nonnull (strstr (nida_scene_get_description (scene), "A new agreement"));
      sample_assert_tidy (scene, "with a note");
    }
}

static void
test_moved_by_points (void)
{
  g_autoptr (NidaChartSpec) spec = new_spec (NIDA_CHART_RANKING);
  NidaNote *note = nida_chart_spec_add_note (spec, "Moved", "نُقل");

  nida_note_add_value (note, NIDA_FIELD_DONOR, "Qatar");
  note->moved = TRUE;
  note->dx = 20;
  note->dy = 30;
  for (guint arabic = 0; arabic < 2; arabic++)
    {
      g_autoptr (NidaScene) scene = draw (spec, 640, arabic);
      const NidaNode *words = nida_scene_find (scene, "own-note/0");
      NidaPoint datum;

      g_assert_true (nida_note_get_datum (scene, 0, &datum));
      g_assert_cmpfloat (ABS (words->box.y - datum.y - 30), <, 0.01);
      g_assert_cmpfloat (ABS (arabic ? datum.x - (words->box.x + words->box.width) - 20 : words->box.x - datum.x - 20), <, 0.01);
      g_assert_nonnull (strstr (words->text, arabic ? "نُقل" : "Moved"));
    }
  note->dx = 9000;      /* never outside */
  {
    g_autoptr (NidaScene) scene = draw (spec, 640, FALSE);
    const NidaNode *words = nida_scene_find (scene, "own-note/0");

    g_assert_cmpfloat (words->box.x + words->box.width, <=, 640);
  }
}

/* A day stands on its year when the chart shows years. */
static void
test_date_within (void)
{
  g_autoptr (NidaChartSpec) spec = new_spec (NIDA_CHART_TIMELINE);
  g_autoptr (NidaScene) scene = NULL;

  spec->query->n_by = 0;
  spec->step = NIDA_STEP_YEAR;
  nida_note_add_value (nida_chart_spec_add_note (spec, "Quake", NULL), NIDA_FIELD_DATE, "2023-02-06");
  nida_note_add_value (nida_chart_spec_add_note (spec, "Not here", NULL), NIDA_FIELD_DATE, "1999");
  scene = draw (spec, 640, FALSE);
  g_assert_nonnull (nida_scene_find (scene, "own-note/0"));
  g_assert_null (nida_scene_find (scene, "own-note/1"));
  g_assert_cmpuint (nida_note_find ("own-note/7"), ==, 7);
  g_assert_cmpuint (nida_note_find ("own-note/7/leader"), ==, G_MAXUINT);
  g_assert_cmpuint (nida_note_find ("bar/a"), ==, G_MAXUINT);
}

/* A note at a year is at the largest of its quarters, of all money and of one name. */
static void
test_finer_date (void)
{
  static const SampleRow rows[] = {
    PAID ("2023-02-01", "Kuwait", 10), PAID ("2023-08-01", "Kuwait", 40), PAID ("2023-08-02", "Qatar", 5), PAID ("2024-01-05", "Qatar", 90),
  };
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, G_N_ELEMENTS (rows));

  for (guint arabic = 0; arabic < 2; arabic++)
    {
      g_autoptr (NidaChartSpec) spec = new_spec (NIDA_CHART_TIMELINE);
      g_autoptr (NidaScene) scene = NULL;
      const NidaNode *column;
      NidaPoint datum;

      spec->query->n_by = 0;
      spec->step = NIDA_STEP_QUARTER;
      nida_note_add_value (nida_chart_spec_add_note (spec, "The year", NULL), NIDA_FIELD_DATE, "2023");
      scene = sample_scene (dataset, spec, (SampleFrame) { 640, 356, 1, arabic, NIDA_TIME_LTR });
      column = nida_scene_find (scene, "bar/2023-Q3/all");
      g_assert_nonnull (column);
      g_assert_true (nida_note_get_datum (scene, 0, &datum));
      g_assert_cmpfloat (ABS (datum.x - (column->box.x + column->box.width / 2)), <, 0.6);
      g_assert_nonnull (strstr (nida_scene_get_description (scene), "The year"));
    }
}

static void
test_references (void)
{
  const NidaChartKind kinds[] = { NIDA_CHART_TIMELINE, NIDA_CHART_LINE, NIDA_CHART_AREA, NIDA_CHART_RANKING };

  for (guint i = 0; i < G_N_ELEMENTS (kinds) * 2; i++)
    {
      g_autoptr (NidaChartSpec) spec = new_spec (kinds[i / 2]);
      g_autoptr (NidaScene) scene = NULL;
      const NidaNode *line;

      nida_chart_spec_add_reference (spec, 100 * NIDA_MONEY_UNIT, "USD", "Goal", NULL);
      nida_chart_spec_add_reference (spec, 50 * NIDA_MONEY_UNIT, "KWD", "Elsewhere", NULL);
      scene = draw (spec, 640, i % 2);
      line = nida_scene_find (scene, "reference/0");
      g_assert_nonnull (line);
      g_assert_cmpint (line->dash, ==, NIDA_DASH_EVEN);
      g_assert_true (line->box.y >= 0 && line->box.y <= 356 && line->box.x >= 0 && line->box.x <= 640);
      g_assert_nonnull (strstr (sample_text (scene, "reference/0/words"), "Goal"));
      g_assert_null (nida_scene_find (scene, "reference/1"));      /* amounts are told in dollars */
      g_assert_nonnull (strstr (nida_scene_get_description (scene), "Goal"));
    }
}

static gboolean
is_crossed (const NidaNode *words,
            double          line)
{
  return words->shape == NIDA_SHAPE_TEXT && !g_str_has_prefix (words->key, "axis/")      /* those stand over it with a halo */
         && line > words->box.y + 1 && line < words->box.y + words->box.height - 1;
}

/* Wherever two lines are drawn across columns, no word is struck through: neither a figure nor the legend among them. */
static void
test_references_cross_no_words (void)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (gifts, G_N_ELEMENTS (gifts));

  for (guint i = 0; i < 100; i++)
    for (guint way = 0; way < 4; way++)
      {
        g_autoptr (NidaChartSpec) spec = new_spec (NIDA_CHART_TIMELINE);
        g_autoptr (NidaScene) scene = NULL;

        nida_chart_spec_add_reference (spec, (1 + i % 50) * NIDA_MONEY_UNIT, "USD", "Goal", NULL);
        nida_chart_spec_add_reference (spec, (2 + i * 7 % 50) * NIDA_MONEY_UNIT, "USD", "Ceiling", NULL);
        scene = sample_scene (dataset, spec, (SampleFrame) { i < 50 ? 480 : 640, 356, 1, way % 2, way / 2 ? NIDA_TIME_FOLLOW : NIDA_TIME_LTR });
        sample_assert_tidy (scene, "with two lines");
        for (guint l = 0; l < 2; l++)
          for (guint n = 0; n < nida_scene_get_n_nodes (scene); n++)
            {
              g_autofree char *key = g_strdup_printf ("reference/%u", l);
              const NidaNode *line = nida_scene_find (scene, key), *words = nida_scene_get_node (scene, n);

              if (is_crossed (words, line->box.y + line->box.height / 2) && words->box.x < line->box.x + line->box.width)
                g_error ("line %u runs through %s: %s", l, words->key, words->text);
            }
      }
}

static void
test_own_words (void)
{
  g_autoptr (NidaChartSpec) spec = new_spec (NIDA_CHART_RANKING);

  spec->title_ar = g_strdup ("العنوان");
  spec->subtitle = g_strdup ("Only this");
  spec->note = g_strdup ("Checked by the desk.");
  for (guint arabic = 0; arabic < 2; arabic++)
    {
      g_autoptr (NidaScene) scene = draw (spec, 640, arabic);

      g_assert_cmpstr (nida_scene_get_title (scene), ==, "العنوان");
      g_assert_cmpstr (sample_text (scene, "subtitle"), ==, "Only this");
      g_assert_nonnull (strstr (sample_text (scene, "source"), "Checked by the desk."));
    }
}

static void
test_own_hues (void)
{
  g_autoptr (NidaChartSpec) spec = new_spec (NIDA_CHART_LINE);
  g_autoptr (NidaScene) scene = NULL;
  gboolean found = FALSE;

  nida_chart_spec_set_hue (spec, NIDA_FIELD_DONOR, "Qatar", NIDA_COLOR_SERIES_4);
  scene = draw (spec, 640, FALSE);
  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    found |= nida_scene_get_node (scene, i)->stroke == NIDA_COLOR_SERIES_4 || nida_scene_get_node (scene, i)->fill == NIDA_COLOR_SERIES_4;
  g_assert_true (found);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notes/datum/is-kept-in-every-size-and-direction", test_keeps_to_the_datum);
  g_test_add_func ("/notes/moved/stands-where-it-was-put-and-inside", test_moved_by_points);
  g_test_add_func ("/notes/date/within-the-period-of-a-mark", test_date_within);
  g_test_add_func ("/notes/date/finer-marks-at-the-largest", test_finer_date);
  g_test_add_func ("/references/drawn-where-amounts-are-in-their-currency", test_references);
  g_test_add_func ("/references/cross-no-words", test_references_cross_no_words);
  g_test_add_func ("/own-words/in-either-language", test_own_words);
  g_test_add_func ("/own-hues/are-drawn", test_own_hues);
  return g_test_run ();
}
