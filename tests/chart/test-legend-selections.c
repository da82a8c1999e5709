/* test-legend-selections.c tests legend-selections.c. */
#include "legend-selections.h"
#include "recipe-fixture.h"

#define ROOM 300.0

static void
add_bar (Fixture *fixture)
{
  NidaNode *bar = nida_scene_builder_rect (fixture->recipe.scene, "bar", (NidaBox) { 0, 150, 100, 20 }, NIDA_COLOR_SERIES_1);
  NidaMark *mark = nida_mark_new ("bar", "", "", 1000);

  mark->measure = NIDA_MEASURE_RECEIVED;
  bar->base = NIDA_BASE_START;
  nida_scene_builder_mark (bar, mark);
}

/* @inside: of the bar, in both selections. */
static NidaScene *
brushed_of (NidaScene                *scene,
            NidaMoney                 inside,
            const NidaSelectionNames *names)
{
  g_autoptr (GArray) brushables = nida_scene_brushables (scene);

  g_assert_cmpuint (brushables->len, ==, 1);
  return nida_scene_brushed (scene, brushables, &inside, &inside, names);
}

/* A legend of @items in @room, as the picture of two selections has it. */
static NidaScene *
compare (const char           *language,
         gboolean              column,
         const NidaLegendItem *items,
         guint                 n,
         double                room,
         const char           *first,
         const char           *second)
{
  Fixture fixture;
  g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();
  NidaSelectionNames names = { first, second, measurer };
  g_autoptr (NidaScene) scene = NULL;

  fixture_init (&fixture, language, NIDA_TIME_LTR, 400, 200);
  if (column)
    nida_legend_emit_column (&fixture.recipe, items, n, 20, 30, room);
  else
    nida_legend_emit (&fixture.recipe, items, n, 20, 30, room);
  add_bar (&fixture);
  scene = fixture_end (&fixture);
  fixture_clear (&fixture);
  return brushed_of (scene, 500, &names);
}

static void
assert_text (NidaScene  *scene,
             const char *key,
             const char *text)
{
  const NidaNode *node = nida_scene_find (scene, key);

  g_assert_nonnull (node);
  g_assert_cmpstr (node->text, ==, text);
}

static void
assert_inside (NidaScene *scene,
               double     start,
               double     end,
               double     bottom)
{
  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    {
      const NidaBox *box = &nida_scene_get_node (scene, i)->box;

      if (!g_str_has_prefix (nida_scene_get_node (scene, i)->key, "legend/"))
        continue;
      g_assert_cmpfloat (box->x, >=, start - 1e-6);
      g_assert_cmpfloat (box->x + box->width, <=, end + 1e-6);
      g_assert_cmpfloat (box->y + box->height, <=, bottom + 1e-6);
    }
}

/* The hues of donors stand for nothing any more: their names go, in rows as in a column, in both directions. */
static void
test_donors (void)
{
  const NidaLegendItem items[] = {
    nida_legend_item_series ("a", "United States", NIDA_COLOR_SERIES_1), nida_legend_item_series ("b", "Japan", NIDA_COLOR_SERIES_2),
    nida_legend_item_series ("other", "The rest", NIDA_COLOR_OTHER),
  };

  for (guint form = 0; form < 4; form++)
    {
      gboolean arabic = form % 2 == 1;
      g_autoptr (NidaScene) scene = compare (arabic ? "ar" : "en", form >= 2, items, 3, ROOM, "GCC", "2023 earthquakes");

      assert_text (scene, "legend/inside/label", "GCC");
      assert_text (scene, "legend/compared/label", "2023 earthquakes");
      g_assert_null (nida_scene_find (scene, "legend/a"));
      g_assert_null (nida_scene_find (scene, "legend/a/label"));
      g_assert_null (nida_scene_find (scene, "legend/other/label"));
      g_assert_cmpint (nida_scene_find (scene, "legend/inside")->fill, ==, NIDA_COLOR_SELECTION);
      g_assert_cmpint (nida_scene_find (scene, "legend/compared")->fill, ==, NIDA_COLOR_COMPARED);
      g_assert_cmpint (nida_scene_find (scene, "legend/compared")->stroke, ==, NIDA_COLOR_TEXT);
      assert_inside (scene, arabic ? 400 - 20 - ROOM : 20, arabic ? 400 - 20 : 20 + ROOM, 30 + 3 * 18 + 6);
      g_assert_true (arabic == (nida_scene_find (scene, "legend/inside")->box.x > nida_scene_find (scene, "legend/inside/label")->box.x));
    }
}

/* What has a sign besides its hue has it in both selections; of what was received only a ghost is left in the hue of money. */
static void
test_money (void)
{
  const NidaLegendItem items[] = { nida_legend_item_received ("Received"), nida_legend_item_pledged ("Pledged"), nida_legend_item_gap ("Gap") };
  g_autoptr (NidaScene) scene = compare ("en", FALSE, items, 3, 370, "GCC", "Europe"), narrow = compare ("en", FALSE, items, 3, 280, "GCC", "Europe");

  assert_text (scene, "legend/inside/label", "GCC");
  assert_text (scene, "legend/received/label", "Received");
  assert_text (scene, "legend/gap/label", "Gap");
  g_assert_cmpfloat (nida_scene_find (scene, "legend/received")->opacity, ==, NIDA_GHOST);
  g_assert_cmpfloat (nida_scene_find (scene, "legend/gap")->opacity, ==, 1);
  g_assert_cmpint (nida_scene_find (scene, "legend/gap")->pattern, ==, NIDA_PATTERN_HATCH);
  fixture_assert_no_overlap (scene, "legend/");
  assert_text (narrow, "legend/gap/label", "Gap");
  g_assert_null (nida_scene_find (narrow, "legend/received"));
}

/* The shape of a dot is a sign in both selections, and in the colour of neither. */
static void
test_dots (void)
{
  const NidaLegendItem items[] = {
    { .id = "first", .label = "2024", .swatch = NIDA_SWATCH_DOT, .fill = NIDA_COLOR_CARD, .stroke = NIDA_COLOR_RECEIVED },
    { .id = "second", .label = "2025", .swatch = NIDA_SWATCH_DOT, .fill = NIDA_COLOR_RECEIVED, .stroke = NIDA_COLOR_RECEIVED },
  };
  g_autoptr (NidaScene) scene = compare ("en", FALSE, items, 2, ROOM, "GCC", "Europe");

  assert_text (scene, "legend/inside/label", "GCC");
  g_assert_cmpint (nida_scene_find (scene, "legend/first")->fill, ==, NIDA_COLOR_CARD);
  g_assert_cmpint (nida_scene_find (scene, "legend/first")->stroke, ==, NIDA_COLOR_AXIS);
  g_assert_cmpint (nida_scene_find (scene, "legend/second")->fill, ==, NIDA_COLOR_AXIS);
  g_assert_cmpfloat (nida_scene_find (scene, "legend/second")->opacity, ==, 1);
}

/* Of lines the second selection has the double one. */
static void
test_lines (void)
{
  NidaLegendItem items[] = { nida_legend_item_series ("a", "United States", NIDA_COLOR_SERIES_1) };
  g_autoptr (NidaScene) scene = NULL;

  items[0].swatch = NIDA_SWATCH_LINE;
  scene = compare ("en", FALSE, items, 1, ROOM, "GCC", "Europe");
  g_assert_cmpint (nida_scene_find (scene, "legend/inside")->stroke, ==, NIDA_COLOR_SELECTION);
  g_assert_cmpint (nida_scene_find (scene, "legend/compared")->stroke, ==, NIDA_COLOR_COMPARED);
  g_assert_cmpint (nida_scene_find (scene, "legend/compared/core")->stroke, ==, NIDA_COLOR_CARD);
}

/* Marks do not move, so the room is that of before: long names are cut, and read apart. */
static void
test_long_names (void)
{
  const NidaLegendItem items[] = { nida_legend_item_series ("a", "United States", NIDA_COLOR_SERIES_1), nida_legend_item_gap ("Gap") };
  const char *first = "Members of the Gulf Cooperation Council in 2022";
  const char *second = "Members of the Gulf Cooperation Council in 2023";

  for (guint column = 0; column < 2; column++)
    {
      g_autoptr (NidaScene) scene = compare ("en", column == 1, items, 2, ROOM, first, second);

      assert_inside (scene, 20, 20 + ROOM, 30 + (column + 1) * 18 + 6);
      g_assert_cmpstr (nida_scene_find (scene, "legend/inside/label")->text, !=, nida_scene_find (scene, "legend/compared/label")->text);
      fixture_assert_no_overlap (scene, "legend/");
    }
}

/* A chart without a legend, whose subtitle of @lines lines has @room, with two selections. */
static NidaScene *
compare_below_title (const char *language,
                     const char *subtitle,
                     guint       lines,
                     double      room,
                     const char *first,
                     const char *second)
{
  Fixture fixture;
  g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();
  NidaSelectionNames names = { first, second, measurer };
  g_autoptr (NidaScene) scene = NULL;
  NidaScene *picture;

  fixture_init (&fixture, language, NIDA_TIME_LTR, 400, 200);
  nida_scene_builder_paragraph (fixture.recipe.scene, "subtitle",
                                (NidaBox) { 16, 30, room, lines * nida_recipe_line (&fixture.recipe, NIDA_FONT_SUBTITLE) }, NIDA_FONT_SUBTITLE,
                                NIDA_COLOR_TEXT_SECOND, NIDA_ANCHOR_START, lines, subtitle);
  add_bar (&fixture);
  scene = fixture_end (&fixture);
  fixture_clear (&fixture);
  picture = brushed_of (scene, 500, &names);
  nida_scene_name_in_subtitle (picture, &names);
  return picture;
}

/* Where no legend could name two selections they are named beside the words of the subtitle, of which the first part is enough; with
 * little room instead of them. */
static void
test_no_legend (void)
{
  static const struct { const char *subtitle, *said; guint lines; double room; } cases[] = {
    { "By donor; 201", "By donor; 201", 1, 368 },
    { "Received by donor; 201 donors and others", "Received by donor", 1, 368 },
    { "\u2068Food; Health\u2069 by donor, dollars and more", NULL, 1, 368 },
    { "By donor\u061b 201 donors in all of the years", "By donor", 1, 368 },
    { "Received by donor, US dollars; 201 donors, and words of a further line", "Received by donor, US dollars", 2, 368 },
    { "Received by donor", NULL, 1, 200 },
  };

  for (guint form = 0; form < 2 * G_N_ELEMENTS (cases); form++)
    {
      gboolean arabic = form % 2 == 1;
      guint i = form / 2;
      g_autoptr (NidaScene) scene = compare_below_title (arabic ? "ar" : "en", cases[i].subtitle, cases[i].lines, cases[i].room, "GCC", "Later years");
      const NidaNode *subtitle = nida_scene_find (scene, "subtitle"), *legend = nida_scene_find (scene, "legend/inside");
      double start = arabic ? 400 - 16 - cases[i].room : 16;

      g_test_message ("%s", cases[i].subtitle);
      assert_text (scene, "legend/inside/label", "GCC");
      assert_text (scene, "legend/compared/label", "Later years");
      g_assert_cmpint (nida_scene_find (scene, "legend/compared")->fill, ==, NIDA_COLOR_COMPARED);
      assert_inside (scene, start, start + cases[i].room, 30 + cases[i].lines * 20);
      g_assert_cmpfloat (subtitle->opacity, ==, cases[i].said != NULL ? 1 : 0);
      if (cases[i].said == NULL)
        continue;
      g_assert_cmpstr (subtitle->text, ==, cases[i].said);
      if (cases[i].lines > 1)
        g_assert_cmpfloat (legend->box.y, >=, subtitle->box.y + subtitle->box.height);
      else if (arabic)
        g_assert_cmpfloat (legend->box.x + legend->box.width, <=, subtitle->box.x);
      else
        g_assert_cmpfloat (legend->box.x, >=, subtitle->box.x + subtitle->box.width);
    }
}

/* Of a short name and a long one the long one is cut, and only where both are not whole in place of the subtitle. */
static void
test_short_name_is_whole (void)
{
  const char *longest = "Members of the Gulf Cooperation Council in the years of the conflict";
  g_autoptr (NidaScene) whole = compare_below_title ("en", "Received by donor", 1, 368, "Date: 2019–2024", "Years of the conflict");
  g_autoptr (NidaScene) cut = compare_below_title ("en", "By donor", 1, 368, "Date: 2019–2024", longest);
  g_autoptr (NidaScene) turned = compare_below_title ("en", "By donor", 1, 368, longest, "Date: 2019–2024");

  assert_text (whole, "legend/inside/label", "Date: 2019–2024");
  assert_text (whole, "legend/compared/label", "Years of the conflict");
  g_assert_cmpfloat (nida_scene_find (whole, "subtitle")->opacity, ==, 0);
  assert_text (cut, "legend/inside/label", "Date: 2019–2024");
  g_assert_nonnull (strstr (nida_scene_find (cut, "legend/compared/label")->text, "…"));
  assert_text (turned, "legend/compared/label", "Date: 2019–2024");
  g_assert_nonnull (strstr (nida_scene_find (turned, "legend/inside/label")->text, "…"));
}

/* Whose legend names them says it once; and one selection alone needs no name. */
static void
test_named_once (void)
{
  const NidaLegendItem items[] = { nida_legend_item_series ("a", "United States", NIDA_COLOR_SERIES_1) };
  g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();
  NidaSelectionNames names = { "GCC", "Europe", measurer };
  g_autoptr (NidaScene) scene = compare ("en", FALSE, items, 1, ROOM, "GCC", "Europe"), whole = NULL, alone = NULL;
  g_autoptr (GArray) brushables = NULL;
  guint n = nida_scene_get_n_nodes (scene);
  NidaMoney inside = 500;
  Fixture fixture;

  nida_scene_name_in_subtitle (scene, &names);
  g_assert_cmpuint (nida_scene_get_n_nodes (scene), ==, n);

  fixture_init (&fixture, "en", NIDA_TIME_LTR, 400, 200);
  nida_scene_builder_text (fixture.recipe.scene, "subtitle", (NidaBox) { 16, 30, 300, 18 }, NIDA_FONT_SUBTITLE, NIDA_COLOR_TEXT_SECOND,
                           NIDA_ANCHOR_START, "By donor");
  add_bar (&fixture);
  whole = fixture_end (&fixture);
  fixture_clear (&fixture);
  brushables = nida_scene_brushables (whole);
  alone = nida_scene_brushed (whole, brushables, &inside, NULL, NULL);
  nida_scene_name_in_subtitle (alone, &names);
  g_assert_null (nida_scene_find (alone, "legend/inside"));
}

/* Signs that are no hues keep their legend, and so does a chart of which nobody knows what is in the selections; or what they are
 * called, but pale. */
static void
test_stays (void)
{
  const NidaLegendItem signs[] = { { .id = "new", .label = "New", .swatch = NIDA_SWATCH_DOT, .fill = NIDA_COLOR_TEXT } };
  const NidaLegendItem donor[] = { nida_legend_item_series ("a", "United States", NIDA_COLOR_SERIES_1) };
  g_autoptr (NidaScene) unchanged = compare ("en", FALSE, signs, 1, ROOM, "GCC", "Europe"), plain = NULL, unnamed = NULL, whole = NULL;
  g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();
  NidaSelectionNames names = { "GCC", "Europe", measurer };
  Fixture fixture;

  assert_text (unchanged, "legend/new/label", "New");
  g_assert_null (nida_scene_find (unchanged, "legend/inside"));

  fixture_init (&fixture, "en", NIDA_TIME_LTR, 400, 200);
  nida_legend_emit (&fixture.recipe, donor, 1, 20, 30, ROOM);
  add_bar (&fixture);
  plain = fixture_end (&fixture);
  fixture_clear (&fixture);
  whole = brushed_of (plain, NIDA_MONEY_NONE, &names);
  assert_text (whole, "legend/a/label", "United States");
  g_assert_cmpfloat (nida_scene_find (whole, "legend/a")->opacity, ==, 1);
  unnamed = brushed_of (plain, 500, NULL);
  assert_text (unnamed, "legend/a/label", "United States");
  g_assert_cmpfloat (nida_scene_find (unnamed, "legend/a")->opacity, ==, NIDA_GHOST);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/legend-selections/hues-of-donors/two-selections-take-their-room", test_donors);
  g_test_add_func ("/legend-selections/money/keeps-its-signs", test_money);
  g_test_add_func ("/legend-selections/dots/keep-their-shapes-without-a-colour", test_dots);
  g_test_add_func ("/legend-selections/lines/the-second-is-double", test_lines);
  g_test_add_func ("/legend-selections/long-names/stay-in-the-room-and-read-apart", test_long_names);
  g_test_add_func ("/legend-selections/no-hue-or-no-name/stays", test_stays);
  g_test_add_func ("/legend-selections/no-legend/beside-the-subtitle", test_no_legend);
  g_test_add_func ("/legend-selections/no-legend/a-short-name-is-whole", test_short_name_is_whole);
  g_test_add_func ("/legend-selections/named-once", test_named_once);

  return g_test_run ();
}
