/* Requirements and coverage under a brush: what a filter would show is what is inside; what a need has not is said. */
#include "board.h"
#include "chart-view.h"
#include "link-needs.h"
#include "look.h"
#include "scene-builder.h"
#include "ui-support.h"

#include <string.h>

static const char needs_csv[] =
  "kind,date,donor,country,appeal,currency,amount,source\n"
  "requirement,2024,,Sudan,Sudan 2024,USD,1000,a\n"
  "requirement,2024,,Yemen,Yemen 2024,USD,400,a\n"
  "requirement,2025,,Sudan,Sudan 2025,USD,800,a\n"
  "paid,2024,Kuwait,Sudan,Sudan 2024,USD,300,a\n"
  "paid,2024,Qatar,Yemen,Yemen 2024,USD,500,a\n"
  "paid,2025,Kuwait,Sudan,Sudan 2025,USD,100,a\n";

static const char ratio_csv[] =
  "kind,date,donor,country,appeal,currency,amount,source\n"
  "requirement,2025,,Sudan,Sudan 2025,USD,800,a\n"
  "requirement,2025,,Yemen,Yemen 2025,USD,200,a\n"
  "paid,2025,Kuwait,Sudan,Sudan 2025,USD,100,a\n"
  "paid,2025,Qatar,Yemen,Yemen 2025,USD,100,a\n";

typedef struct {
  NidaWindow    *window;
  NidaChartView *coverage;
  guint          number;
} Fixture;

static NidaLinked *
linked_of (const Fixture *self)
{
  return nida_session_get_linked (nida_window_get_session (self->window));
}

static void
fixture_init (Fixture    *self,
              const char *csv)
{
  g_autofree char *path = ui_test_write ("needs.csv", csv);

  self->window = ui_test_open (path);
  self->coverage = ui_test_find_chart (self->window, NIDA_CHART_COVERAGE);
  g_assert_nonnull (self->coverage);
  self->number = 0x10000 + nida_chart_view_get_index (self->coverage);
}

static void
brush (const Fixture *self,
       NidaField      field,
       const char    *value)
{
  NidaMark *mark = nida_mark_new ("", "", "", 0);

  nida_mark_add_filter (mark, field, value);
  nida_linked_set_brush (linked_of (self), NIDA_LINKED_NO_CHART, nida_brush_toggle (NULL, mark));
  nida_mark_free (mark);
}

static NidaMoney
inside_of (const Fixture *self,
           const char    *key)
{
  const NidaNode *node = nida_scene_find (nida_chart_view_get_scene (self->coverage), key);

  g_assert_nonnull (node);
  return nida_linked_get_inside (linked_of (self), self->number, node);
}

static gboolean
has_answer (gpointer data)
{
  return inside_of (data, "bar/Sudan 2024/received") != NIDA_MONEY_NONE;
}

static gboolean
is_inside (gpointer data)
{
  return inside_of (data, "bar/Sudan 2025/received") > 0;
}

static gboolean
is_none_of_sudan (gpointer data)
{
  return inside_of (data, "bar/Sudan 2024/received") == 0;
}

#define UNITS(n) (G_GINT64_CONSTANT (n) * NIDA_MONEY_UNIT)

static void
test_asked (void)
{
  g_autoptr (NidaScene) picture = NULL;
  Fixture fixture;

  fixture_init (&fixture, needs_csv);
  brush (&fixture, NIDA_FIELD_COUNTRY, "Sudan");
  g_assert_true (ui_test_wait (has_answer, &fixture));
  g_assert_cmpint (inside_of (&fixture, "bar/Sudan 2024/received"), ==, UNITS (300));
  g_assert_cmpint (inside_of (&fixture, "bar/Sudan 2024/gap"), ==, UNITS (700));
  g_assert_cmpint (inside_of (&fixture, "bar/Yemen 2024/received"), ==, 0);
  picture = nida_linked_dup_picture (linked_of (&fixture), fixture.number, NULL);
  g_assert_nonnull (nida_scene_find (picture, "bar/Sudan 2024/received/inside"));
  g_assert_null (nida_scene_find (picture, "bar/Yemen 2024/received/inside"));
  g_assert_cmpfloat (nida_scene_find (picture, "bar/Yemen 2024/over")->opacity, <, 0.5);
  g_assert_cmpuint (nida_linked_find_whole (linked_of (&fixture), fixture.number), ==, 0);
  ui_test_close (fixture.window);
}

/* A brush that has moved on: the answer for where it was is never shown. */
static void
test_moved (void)
{
  Fixture fixture;

  fixture_init (&fixture, needs_csv);
  brush (&fixture, NIDA_FIELD_APPEAL, "Yemen 2024");
  brush (&fixture, NIDA_FIELD_APPEAL, "Sudan 2025");
  g_assert_true (ui_test_wait (is_inside, &fixture));
  g_assert_cmpint (inside_of (&fixture, "bar/Yemen 2024/received"), ==, 0);
  g_assert_cmpint (inside_of (&fixture, "bar/Sudan 2024/received"), ==, 0);
  g_assert_cmpint (inside_of (&fixture, "bar/Sudan 2025/received"), ==, UNITS (100));
  ui_test_close (fixture.window);
}

/* Many flows of few plans: once there is an index, needs are asked of what is left of them. */
static void
test_fewer_rows (void)
{
  g_autoptr (GString) csv = g_string_new (needs_csv);
  Fixture fixture;

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (csv, "paid,2024,%s,Sudan,Sudan 2024,USD,1,a\n", i % 2 == 0 ? "Kuwait" : "Qatar");
  fixture_init (&fixture, csv->str);
  brush (&fixture, NIDA_FIELD_COUNTRY, "Sudan");
  g_assert_true (ui_test_wait (has_answer, &fixture));
  g_assert_cmpint (inside_of (&fixture, "bar/Sudan 2024/received"), ==, UNITS (700));
  ui_test_run_for (300);
  brush (&fixture, NIDA_FIELD_COUNTRY, "Yemen");
  g_assert_true (ui_test_wait (is_none_of_sudan, &fixture));
  g_assert_cmpint (inside_of (&fixture, "bar/Yemen 2024/received"), ==, UNITS (500));
  brush (&fixture, NIDA_FIELD_COUNTRY, "Sudan");
  g_assert_true (ui_test_wait (is_inside, &fixture));
  g_assert_cmpint (inside_of (&fixture, "bar/Sudan 2024/received"), ==, UNITS (700));
  g_assert_cmpint (inside_of (&fixture, "bar/Sudan 2024/gap"), ==, UNITS (300));
  ui_test_close (fixture.window);
}

static const char *
get_subtitle (const Fixture *self)
{
  NidaScene *picture = nida_chart_canvas_get_picture (nida_chart_view_get_canvas (self->coverage));

  return picture != NULL ? nida_scene_find (picture, "subtitle")->text : "";
}

static gboolean
says_all_donors (gpointer data)
{
  return strstr (get_subtitle (data), "all donors") != NULL;
}

static gboolean
says_whole_years (gpointer data)
{
  return strstr (get_subtitle (data), "whole years") != NULL;
}

static gboolean
says_outside (gpointer data)
{
  return strstr (get_subtitle (data), "outside the selection") != NULL;
}

static const char *
description_of (const Fixture *self)
{
  return nida_scene_get_description (nida_chart_canvas_get_picture (nida_chart_view_get_canvas (self->coverage)));
}

/* A need is for a year: under a month of it all of it is inside, never nothing, and the subtitle says so. */
static void
test_months (void)
{
  Fixture fixture;

  fixture_init (&fixture, needs_csv);
  brush (&fixture, NIDA_FIELD_DATE, "2024-03");
  g_assert_true (ui_test_wait (has_answer, &fixture));
  g_assert_true (ui_test_wait (says_whole_years, &fixture));
  g_assert_cmpint (inside_of (&fixture, "bar/Sudan 2024/received"), ==, UNITS (300));
  g_assert_cmpint (inside_of (&fixture, "bar/Sudan 2024/gap"), ==, UNITS (700));
  g_assert_cmpint (inside_of (&fixture, "bar/Sudan 2025/received"), ==, 0);
  /* one year of two is no whole */
  g_assert_true (g_str_has_prefix (description_of (&fixture), "Date: Mar 2024; selected."));
  ui_test_close (fixture.window);
}

static NidaScene *
coverage_picture (const Fixture *self);

/* A need has no donor: nothing of it pales, and the subtitle says so. A screen reader is told that all of it is there, and not that it is
 * selected. */
static void
test_donors (void)
{
  Fixture fixture;

  fixture_init (&fixture, needs_csv);
  brush (&fixture, NIDA_FIELD_DONOR, "Kuwait");
  g_assert_cmpuint (nida_linked_find_whole (linked_of (&fixture), fixture.number), ==, NIDA_WHOLE_DONORS);
  g_assert_true (ui_test_wait (says_all_donors, &fixture));
  g_assert_cmpint (inside_of (&fixture, "bar/Sudan 2024/received"), ==, NIDA_MONEY_NONE);
  g_assert_null (strstr (nida_scene_find (nida_chart_view_get_scene (fixture.coverage), "subtitle")->text, "all donors"));
  g_assert_true (g_str_has_prefix (description_of (&fixture), "Donor: Kuwait; all of it is shown."));
  g_assert_true (g_str_has_prefix (nida_scene_get_description (coverage_picture (&fixture)), "Donor: Kuwait; all of it is shown. Card, Coverage"));
  nida_linked_set_brush (linked_of (&fixture), NIDA_LINKED_NO_CHART, NULL);
  g_assert_cmpstr (get_subtitle (&fixture), ==, "");
  ui_test_close (fixture.window);
}

/* --- a ratio, and what is not named --- */

static NidaScene *
coverage_picture (const Fixture *self)
{
  NidaBoardView *board = nida_workspace_get_board (nida_window_get_workspace (self->window));

  for (guint i = 0; i < nida_board_view_get_n_views (board); i++)
    {
      NidaChartView *view = nida_board_view_get_view (board, i);

      if (nida_chart_view_is_card (view) && nida_chart_view_get_answer (view)->spec->measure == NIDA_MEASURE_COVERAGE)
        return nida_chart_canvas_get_picture (nida_chart_view_get_canvas (view));
    }
  g_assert_not_reached ();
}

static gboolean
has_ratio (gpointer data)
{
  return coverage_picture (data) != NULL;
}

/* 200 of 1,000, of Sudan 100 of 800. */
static void
test_ratio (void)
{
  Fixture fixture;
  NidaScene *picture;

  fixture_init (&fixture, ratio_csv);
  brush (&fixture, NIDA_FIELD_COUNTRY, "Sudan");
  g_assert_true (ui_test_wait (has_ratio, &fixture));
  picture = coverage_picture (&fixture);
  g_assert_nonnull (strstr (nida_scene_find (picture, "number")->text, "12.5"));
  g_assert_nonnull (strstr (nida_scene_find (picture, "context")->text, "all: "));
  g_assert_nonnull (strstr (nida_scene_find (picture, "context")->text, "20"));
  ui_test_close (fixture.window);
}

static const char *
words_of (const Fixture *self,
          const char    *key)
{
  const NidaNode *node = nida_scene_find (coverage_picture (self), key);

  return node != NULL ? node->text : "";
}

static gboolean
says_of_years (gpointer data)
{
  return strstr (words_of (data, "context"), "whole years") != NULL;
}

/* Under a month of the only year nothing is narrowed: the figures are those of all, and no part. */
static void
test_only_year (void)
{
  Fixture fixture;

  fixture_init (&fixture, ratio_csv);
  brush (&fixture, NIDA_FIELD_DATE, "2025-03");
  g_assert_true (ui_test_wait (has_ratio, &fixture));
  g_assert_true (ui_test_wait (says_of_years, &fixture));
  g_assert_null (strstr (words_of (&fixture, "context"), "all: "));
  g_assert_true (g_str_has_prefix (nida_scene_get_description (coverage_picture (&fixture)),
                                   "Date: Mar 2025; all of it is shown. Card, Coverage: 20%."));
  g_assert_true (g_str_has_prefix (description_of (&fixture), "Date: Mar 2025; all of it is shown."));
  ui_test_close (fixture.window);
}

/* Of what is selected nothing was asked for: that is no share of nothing. */
static void
test_no_ratio (void)
{
  static const char csv[] =
    "kind,date,donor,country,appeal,currency,amount,source\n"
    "requirement,2025,,Sudan,Sudan 2025,USD,800,a\n"
    "paid,2025,Kuwait,Sudan,Sudan 2025,USD,100,a\n"
    "paid,2025,Qatar,Oman,,USD,100,a\n";
  Fixture fixture;

  fixture_init (&fixture, csv);
  brush (&fixture, NIDA_FIELD_COUNTRY, "Oman");
  g_assert_true (ui_test_wait (has_ratio, &fixture));
  g_assert_cmpstr (words_of (&fixture, "number"), ==, "—");
  g_assert_nonnull (strstr (words_of (&fixture, "context"), "nothing required; all: "));
  ui_test_close (fixture.window);
}

/* A figure of needs stays whole where all of them are for other years than what is selected, and says of which. */
static void
test_outside (void)
{
  static const char csv[] =
    "kind,date,donor,country,appeal,currency,amount,source\n"
    "requirement,2025,,Sudan,Sudan 2025,USD,800,a\n"
    "requirement,2025,,Yemen,Yemen 2025,USD,200,a\n"
    "paid,2025,Kuwait,Sudan,Sudan 2025,USD,100,a\n"
    "paid,2026-02-03,Kuwait,Sudan,Sudan 2025,USD,100,a\n";
  Fixture fixture;

  fixture_init (&fixture, csv);
  brush (&fixture, NIDA_FIELD_DATE, "2026-02");
  g_assert_true (ui_test_wait (has_ratio, &fixture));
  g_assert_true (ui_test_wait (says_outside, &fixture));
  g_assert_cmpuint (nida_linked_find_whole (linked_of (&fixture), fixture.number), ==, NIDA_WHOLE_OUTSIDE);
  g_assert_nonnull (strstr (words_of (&fixture, "number"), "10"));
  g_assert_cmpstr (words_of (&fixture, "context"), ==, "2025: outside the selection");
  g_assert_true (g_str_has_prefix (nida_scene_get_description (coverage_picture (&fixture)), "Date: Feb 2026; all of it is shown."));
  g_assert_true (g_str_has_prefix (description_of (&fixture), "Date: Feb 2026; all of it is shown."));
  g_assert_nonnull (strstr (nida_scene_get_description (coverage_picture (&fixture)), "2025: outside the selection"));
  g_assert_cmpint (inside_of (&fixture, "bar/Sudan 2025/received"), ==, NIDA_MONEY_NONE);
  brush (&fixture, NIDA_FIELD_DATE, "2025-11");
  g_assert_true (ui_test_wait (says_whole_years, &fixture));
  g_assert_true (ui_test_wait (is_inside, &fixture));
  ui_test_close (fixture.window);
}

static void
build_link (const Fixture *self,
            NidaLink      *link)
{
  NidaLocalEngine *engine = nida_session_get_engine (nida_window_get_session (self->window));
  NidaChartContext context = { .language = nida_look_get_language (nida_look_get ()), .measurer = nida_look_get_measurer (nida_look_get ()),
                               .width = 900, .height = 600, .scale = 1 };
  g_autoptr (GPtrArray) queries = nida_chart_spec_queries (link->spec);
  g_autoptr (GPtrArray) cubes = nida_local_engine_query_all (engine, queries, NULL);

  link->scene = nida_chart_build (link->spec, cubes, &context);
  link->brushables = nida_scene_brushables (link->scene);
}

/* The figure of all rows that both @mark and @value of @field allow, asked of the engine without any chart. */
static NidaMoney
ask_apart (const Fixture  *self,
           const NidaMark *mark,
           NidaMeasure     measure,
           NidaField       field,
           const char     *value)
{
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (NidaCube) cube = NULL;
  NidaMoney money;

  query->measures = 1u << measure;
  for (guint f = 0; f < mark->n_fields; f++)
    {
      if (mark->fields[f] == field && !g_str_equal (mark->values[f], value))
        return 0;
      nida_query_add_filter (query, mark->fields[f], mark->values[f]);
    }
  nida_query_clear_filter (query, field);
  nida_query_add_filter (query, field, value);
  cube = nida_local_engine_query (nida_session_get_engine (nida_window_get_session (self->window)), query, NULL);
  money = nida_cube_get_total (cube) != NULL ? nida_cube_get_total (cube)->values[measure] : NIDA_MONEY_NONE;
  return money == NIDA_MONEY_NONE ? 0 : money;
}

/* A brush of one @value of @field, over a chart of @kind by @by, small ones by @panels; at least @least figures are to be told. */
static void
check (const Fixture *self,
       NidaChartKind  kind,
       NidaMeasure    measure,
       NidaField      by,
       NidaField      panels,
       NidaField      field,
       const char    *value,
       guint          least)
{
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (nida_link_free);
  NidaLink *link = g_new0 (NidaLink, 1);
  NidaMark *mark = nida_mark_new ("", "", "", 0);
  NidaNeedsJob *job;
  NidaBrush *brushed;
  guint n = 0;

  link->spec = nida_chart_spec_new (kind);
  link->spec->measure = measure;
  link->spec->panels = panels;
  link->spec->query->by[link->spec->query->n_by++] = (NidaGroupBy) { by, NIDA_STEP_NONE };
  build_link (self, link);
  g_ptr_array_add (links, link);
  nida_mark_add_filter (mark, field, value);
  brushed = nida_brush_toggle (NULL, mark);
  job = nida_needs_job_new (nida_session_get_engine (nida_window_get_session (self->window)), NULL, links, brushed);
  g_assert_true (job != NULL || link->brushables->len == 0);
  if (job != NULL)
    {
      nida_needs_job_run (job);
      nida_needs_job_take (job, links, 0);
    }
  for (guint i = 0; i < link->brushables->len; i++)
    {
      const NidaMark *drawn = g_array_index (link->brushables, NidaBrushable, i).mark;

      if (drawn->n_fields == 0 || drawn->n_rests > 0)
        continue;
      g_test_message ("%s %s: %" G_GINT64_FORMAT, nida_measure_get_name (measure), nida_mark_get_label (drawn), link->asked[0][i]);
      g_assert_cmpint (link->asked[0][i], ==, ask_apart (self, drawn, measure, field, value));
      n++;
    }
  g_assert_cmpuint (n, >=, least);
  g_clear_pointer (&job, nida_needs_job_free);
  nida_brush_free (brushed);
  nida_mark_free (mark);
}

static void
check_panels (const Fixture *self,
              NidaChartKind  kind,
              NidaMeasure    measure,
              NidaField      field,
              const char    *value,
              guint          least)
{
  check (self, kind, measure, NIDA_FIELD_APPEAL, NIDA_FIELD_COUNTRY, field, value, least);
}

/* More donors than there are hues. */
static const char reported_csv[] =
  "kind,date,donor,currency,amount,source\n"
  "reported,2021,Kuwait,USD,300,a\n"
  "reported,2022,Kuwait,USD,500,a\n"
  "reported,2023,Kuwait,USD,70,a\n"
  "reported,2021,Qatar,USD,200,a\n"
  "reported,2023,Qatar,USD,900,a\n"
  "reported,2022,Oman,USD,40,a\n"
  "reported,2022,Bahrain,USD,41,a\n"
  "reported,2021,Jordan,USD,420,a\n"
  "reported,2023,Egypt,USD,43,a\n"
  "reported,2022,Norway,USD,441,a\n"
  "reported,2023,Japan,USD,45,a\n";

/* Totals that sources report follow a brush, too: by the years and names that are drawn, whatever the brush leaves of them. */
static void
test_reported (void)
{
  g_autofree char *path = ui_test_write ("reported.csv", reported_csv);
  Fixture fixture = { .window = ui_test_open (path) };

  for (NidaChartKind kind = 0; kind < NIDA_N_CHARTS; kind++)
    {
      guint least = kind == NIDA_CHART_RANKING || kind == NIDA_CHART_TIMELINE || kind == NIDA_CHART_PARTS || kind == NIDA_CHART_HEATMAP ? 3 : 0;

      check (&fixture, kind, NIDA_MEASURE_REPORTED, NIDA_FIELD_DONOR, NIDA_FIELD_NONE, NIDA_FIELD_DONOR, "Kuwait", least);
      check (&fixture, kind, NIDA_MEASURE_REPORTED, NIDA_FIELD_DONOR, NIDA_FIELD_NONE, NIDA_FIELD_DATE, "2022", least);
    }
  ui_test_close (fixture.window);
}

/* Small charts of needs: each mark has inside what the rows say that both it and the brush allow. */
static void
test_panels (void)
{
  static const NidaMeasure measures[] = { NIDA_MEASURE_REQUIREMENT, NIDA_MEASURE_GAP, NIDA_MEASURE_COVERAGE };
  Fixture fixture;

  fixture_init (&fixture, needs_csv);
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      check_panels (&fixture, NIDA_CHART_RANKING, measures[i], NIDA_FIELD_APPEAL, "Sudan 2024", 2);
      check_panels (&fixture, NIDA_CHART_RANKING, measures[i], NIDA_FIELD_COUNTRY, "Sudan", 2);
      check_panels (&fixture, NIDA_CHART_DOTPLOT, measures[i], NIDA_FIELD_COUNTRY, "Sudan", 2);
    }
  ui_test_close (fixture.window);
}

static NidaLink *
link_of_ranking (const Fixture *self,
                 NidaMeasure    measure)
{
  NidaLink *link = g_new0 (NidaLink, 1);

  link->spec = nida_chart_spec_new (NIDA_CHART_RANKING);
  link->spec->measure = measure;
  link->spec->query->by[0] = (NidaGroupBy) { NIDA_FIELD_APPEAL, NIDA_STEP_NONE };
  link->spec->query->n_by = 1;
  link->spec->top = 1;
  build_link (self, link);
  return link;
}

/* Only the largest plan is named: @all of the others are not, and @inside of that is of Sudan. */
static void
check_rest (const Fixture *self,
            NidaMeasure    measure,
            NidaMoney      all,
            NidaMoney      inside)
{
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (nida_link_free);
  NidaMark *mark = nida_mark_new ("", "", "", 0);
  NidaNeedsJob *job;
  NidaLink *link;
  NidaBrush *sudan;
  guint n = 0;

  link = link_of_ranking (self, measure);
  g_ptr_array_add (links, link);
  nida_mark_add_filter (mark, NIDA_FIELD_COUNTRY, "Sudan");
  sudan = nida_brush_toggle (NULL, mark);
  job = nida_needs_job_new (nida_session_get_engine (nida_window_get_session (self->window)), NULL, links, sudan);
  nida_needs_job_run (job);
  nida_needs_job_take (job, links, 0);
  for (guint i = 0; i < link->brushables->len; i++)
    {
      const NidaMark *drawn = g_array_index (link->brushables, NidaBrushable, i).mark;

      if (drawn->n_rests == 0)
        continue;
      g_assert_cmpint (drawn->money, ==, all);
      g_assert_cmpint (link->asked[0][i], ==, inside);
      n++;
    }
  g_assert_cmpuint (n, ==, 1);
  nida_needs_job_free (job);
  nida_brush_free (sudan);
  nida_mark_free (mark);
}

/* Required are 400 and, of Sudan, 800. Of these Yemen has 100 more than it needs and Sudan lacks 700. */
static void
test_rest (void)
{
  Fixture fixture;

  fixture_init (&fixture, needs_csv);
  check_rest (&fixture, NIDA_MEASURE_REQUIREMENT, UNITS (1200), UNITS (800));
  check_rest (&fixture, NIDA_MEASURE_GAP, UNITS (600), UNITS (700));
  ui_test_close (fixture.window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/link-needs/months/are-whole-years", test_months);
  g_test_add_func ("/link-needs/asked/says-what-a-filter-says", test_asked);
  g_test_add_func ("/link-needs/moved/late-answers-are-none", test_moved);
  g_test_add_func ("/link-needs/fewer-rows/say-the-same", test_fewer_rows);
  g_test_add_func ("/link-needs/donors/all-of-them-are-named", test_donors);
  g_test_add_func ("/link-needs/months/of-the-only-year-narrow-nothing", test_only_year);
  g_test_add_func ("/link-needs/ratio/stands-beside-that-of-all", test_ratio);
  g_test_add_func ("/link-needs/ratio/of-nothing-required-is-a-dash", test_no_ratio);
  g_test_add_func ("/link-needs/outside/stays-whole-and-says-its-year", test_outside);
  g_test_add_func ("/link-needs/rest/adds-up-what-is-not-named", test_rest);
  g_test_add_func ("/link-needs/panels/as-asked-without-charts", test_panels);
  g_test_add_func ("/link-needs/reported/as-asked-without-charts", test_reported);
  return g_test_run ();
}
