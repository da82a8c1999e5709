/* test-scene.c tests scene.c, scene-builder.c, scene-dump.c and mark.c. */
#include "scene-builder.h"

static NidaScene *
make_scene (gboolean rtl)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (400, 200, 1, rtl);
  static const char * const headings[] = { "Donor", "Received", NULL };
  static const char * const cells[] = { "Kuwait\tState", "\xE2\x81\xA6$17.1M\xE2\x81\xA9", NULL };   /* isolated */
  NidaPoint corners[] = { { 10, 150 }, { 60, 150 }, { 35, 190 } };
  NidaNode *node;
  NidaMark *mark;

  nida_scene_builder_text (builder, "title", (NidaBox) { 16, 14, 300, 20 }, NIDA_FONT_TITLE, NIDA_COLOR_TEXT,
                           NIDA_ANCHOR_START, "Five donors");
  node = nida_scene_builder_rect (builder, "bar/kuwait", (NidaBox) { 16, 40, 100, 12 }, NIDA_COLOR_RECEIVED);
  node->radius = 2;
  mark = nida_mark_new ("Kuwait", "$17.1M", NULL, 17100000000);
  nida_mark_add_filter (mark, NIDA_FIELD_DONOR, "Kuwait");
  nida_mark_add_line (mark, "20 flows");
  nida_mark_add_line (mark, "37th");
  nida_scene_builder_mark (node, mark);
  nida_scene_builder_line (builder, "axis", (NidaPoint) { 16, 60 }, (NidaPoint) { 384, 60 }, NIDA_COLOR_AXIS, 1);
  nida_scene_builder_sector (builder, "ring", (NidaPoint) { 100, 120 }, 20, 40, 0, 1, NIDA_COLOR_SERIES_1);
  nida_scene_builder_polygon (builder, "triangle", corners, 3, NIDA_COLOR_GAP)->pattern = NIDA_PATTERN_HATCH;
  nida_scene_builder_circle (builder, "dot", (NidaPoint) { 200, 100 }, 5, NIDA_COLOR_CARD);
  nida_scene_builder_rect (builder, "bar/kuwait", (NidaBox) { 16, 80, 1, 12 }, NIDA_COLOR_OTHER);
  nida_scene_builder_set_words (builder, "Five donors", "Bars.");
  nida_scene_builder_add_description (builder, "Source: x.");
  nida_scene_builder_table (builder, headings);
  nida_scene_builder_table_row (builder, "bar/kuwait", cells, (NidaMoney[]) { NIDA_MONEY_NONE, 17100000000 });

  return nida_scene_builder_end (builder);
}

static void
test_mirror (void)
{
  g_autoptr (NidaScene) ltr = make_scene (FALSE);
  g_autoptr (NidaScene) rtl = make_scene (TRUE);

  g_assert_cmpuint (nida_scene_get_n_nodes (ltr), ==, nida_scene_get_n_nodes (rtl));
  g_assert_true (nida_scene_is_rtl (rtl));
  for (guint i = 0; i < nida_scene_get_n_nodes (ltr); i++)
    {
      const NidaNode *a = nida_scene_get_node (ltr, i);
      const NidaNode *b = nida_scene_get_node (rtl, i);

      g_assert_cmpfloat (a->box.x + a->box.width + b->box.x, ==, 400.0);
      g_assert_cmpfloat (a->box.y, ==, b->box.y);
      g_assert_cmpfloat (a->box.width, ==, b->box.width);
      for (guint k = 0; k < a->n_points; k++)
        {
          g_assert_cmpfloat (a->points[k].x + b->points[k].x, ==, 400.0);
          g_assert_cmpfloat (a->points[k].y, ==, b->points[k].y);
        }
      g_assert_cmpfloat (a->from, ==, b->from);
      g_assert_cmpfloat (a->to, ==, b->to);
      g_assert_cmpint (a->anchor, ==, b->anchor);
    }
}

static void
test_keys (void)
{
  g_autoptr (NidaScene) scene = make_scene (FALSE);

  g_assert_nonnull (nida_scene_find (scene, "bar/kuwait"));
  g_assert_nonnull (nida_scene_find (scene, "bar/kuwait~2"));
  g_assert_null (nida_scene_find (scene, "bar/qatar"));
  g_assert_null (nida_scene_find (scene, NULL));
}

static void
test_dump (void)
{
  g_autoptr (NidaScene) scene = make_scene (FALSE);
  g_autofree char *dump = nida_scene_dump (scene);

  g_assert_cmpstr (dump, ==,
                   "scene size=400.0,200.0 scale=1.0 ltr\n"
                   "title text box=16.0,14.0,300.0,20.0 fill=text title start \"Five donors\"\n"
                   "bar/kuwait rect box=16.0,40.0,100.0,12.0 fill=received radius=2.0 mark=\"Kuwait\" value=\"$17.1M\" donor=\"Kuwait\"\n"
                   "axis line box=16.0,60.0,368.0,0.0 stroke=axis width=1.0 at=16.0,60.0 at=384.0,60.0\n"
                   "ring sector box=60.0,80.0,80.0,80.0 fill=series-1 radii=20.0,40.0 degrees=0.0,57.3\n"
                   "triangle polygon box=10.0,150.0,50.0,40.0 fill=gap hatch at=10.0,150.0 at=60.0,150.0 at=35.0,190.0\n"
                   "dot circle box=195.0,95.0,10.0,10.0 fill=card\n"
                   "bar/kuwait~2 rect box=16.0,80.0,1.0,12.0 fill=other\n");
}

static void
test_words (void)
{
  g_autoptr (NidaScene) scene = make_scene (TRUE);
  const NidaMark *mark = nida_scene_find (scene, "bar/kuwait")->mark;

  g_assert_cmpstr (nida_scene_get_title (scene), ==, "Five donors");
  g_assert_cmpstr (nida_scene_get_description (scene), ==, "Bars. Source: x.");
  g_assert_cmpstr (nida_mark_get_exact (mark), ==, "$17.1M");
  g_assert_cmpuint (g_strv_length ((char **) nida_mark_get_lines (mark)), ==, 2);
  g_assert_cmpstr (nida_mark_get_lines (mark)[1], ==, "37th");
}

static void
test_table (void)
{
  g_autoptr (NidaScene) scene = make_scene (FALSE);
  const NidaTable *table = nida_scene_get_table (scene);
  g_autofree char *tsv = nida_scene_table_to_tsv (scene);

  g_assert_cmpuint (table->n_columns, ==, 2);
  g_assert_cmpuint (table->rows->len, ==, 1);
  g_assert_cmpint (((NidaTableRow *) g_ptr_array_index (table->rows, 0))->sort[1], ==, 17100000000);
  g_assert_cmpstr (tsv, ==, "Donor\tReceived\nKuwait State\t$17.1M\n");
}

/* A name that is pasted into a spreadsheet stays a name. */
static void
test_formula (void)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (10, 10, 1, FALSE);
  g_autoptr (NidaScene) scene = NULL;
  g_autofree char *tsv = NULL;

  nida_scene_builder_table (builder, (const char *[]) { "Donor", "Received", NULL });
  nida_scene_builder_table_row (builder, "bar/formula", (const char *[]) { "=1+1", "-5" }, NULL);
  scene = nida_scene_builder_end (builder);
  tsv = nida_scene_table_to_tsv (scene);
  g_assert_cmpstr (tsv, ==, "Donor\tReceived\n'=1+1\t-5\n");
}

static void
add_late_row (NidaTable *table,
              gpointer   data)
{
  guint *calls = data;

  ++*calls;
  nida_table_add_row (table, "bar/late", (const char *[]) { "Late", "$1" }, NULL);
}

static void
count_call (gpointer data)
{
  *(guint *) data += 10;
}

static void
test_late_table (void)
{
  for (guint asked = 0; asked < 2; asked++)
    {
      g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (10, 10, 1, FALSE);
      NidaScene *scene;
      guint calls = 0;

      nida_scene_builder_table (builder, (const char *[]) { "Donor", "Received", NULL });
      nida_scene_builder_table_later (builder, add_late_row, &calls, count_call);
      scene = nida_scene_builder_end (builder);
      g_assert_cmpuint (calls, ==, 0);
      for (guint i = 0; i < 2 * asked; i++)
        g_assert_cmpuint (nida_scene_get_table (scene)->rows->len, ==, 1);
      g_assert_cmpuint (calls, ==, asked ? 11 : 0);
      g_object_unref (scene);
      g_assert_cmpuint (calls, ==, asked ? 11 : 10);
    }
}

static void
test_empty (void)
{
  g_autoptr (NidaSceneBuilder) builder = nida_scene_builder_new (10, 10, 1, TRUE);
  g_autoptr (NidaScene) scene = nida_scene_builder_end (builder);
  g_autofree char *tsv = nida_scene_table_to_tsv (scene);

  g_assert_cmpstr (nida_scene_get_title (scene), ==, "");
  g_assert_cmpstr (nida_scene_get_description (scene), ==, "");
  g_assert_cmpstr (tsv, ==, "");
}

static void
test_finalized (void)
{
  NidaScene *scene = make_scene (FALSE);

  g_object_add_weak_pointer (G_OBJECT (scene), (gpointer *) &scene);
  g_object_unref (scene);
  g_assert_null (scene);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/rtl/is-the-mirror-of-ltr", test_mirror);
  g_test_add_func ("/scene/keys/are-unique", test_keys);
  g_test_add_func ("/scene/dump/says-every-node", test_dump);
  g_test_add_func ("/scene/words/title-and-description", test_words);
  g_test_add_func ("/scene/table/pastes-as-tsv", test_table);
  g_test_add_func ("/scene/table/no-name-is-a-formula", test_formula);
  g_test_add_func ("/scene/table/late-rows-are-made-once-when-asked", test_late_table);
  g_test_add_func ("/scene/empty/has-empty-words", test_empty);
  g_test_add_func ("/scene/unref/frees-it", test_finalized);

  return g_test_run ();
}
