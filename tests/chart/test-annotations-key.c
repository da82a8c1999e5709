/* annotations-key.c: numbers in the order of time, and a key that says as many as it can whole and counts the others. */
#include "config.h"

#include "annotated.h"

#define SIZE 16.0      /* of a marker, and the height of a line of key */

static const struct { const char *language; NidaTimeDirection direction; gboolean from_left; } ways[] = {
  { "en", NIDA_TIME_LTR, TRUE }, { "en", NIDA_TIME_RTL, FALSE }, { "ar", NIDA_TIME_LTR, TRUE }, { "ar", NIDA_TIME_RTL, FALSE },
};

static const char words[] = "Feb 2023: earthquakes, with damage in eleven provinces of the south";
static const char brief[] = "Feb 2023: earthquakes";

/* The lane is between @start and the end of the frame, at the top of the scene. */
static NidaScene *
emit (Annotated *self,
      double     start,
      double     max_height,
      double    *height)
{
  *height = nida_annotations_plan_key (self->notes, &self->frame, self->frame.area.width - start, max_height);
  nida_annotations_emit_key (self->notes, &self->frame, start, self->frame.area.width, 0);
  return fixture_end (&self->fixture);
}

/* As many as have a number on the lane, in the order of time. */
static guint
count_markers (Annotated *self,
               NidaScene *scene)
{
  guint n = 0;

  for (guint i = 0; i < self->notes->items->len; i++)
    {
      g_autofree char *key = g_strdup_printf ("note/%s", nida_annotations_get (self->notes, i)->id);

      n += nida_scene_find (scene, key) != NULL;
    }
  return n;
}

static guint
count_listed (Annotated *self,
              NidaScene *scene)
{
  guint n = 0;

  for (guint i = 1; i <= self->notes->items->len; i++)
    n += annotated_find (scene, "key", i) != NULL;
  return n;
}

/* From the past on, numbers count up, no leader crosses another, no marker touches another or leaves the chart. */
static void
test_markers (gconstpointer data)
{
  const guint way = GPOINTER_TO_UINT (data);
  GRand *random = g_rand_new_with_seed (5 + way);

  for (guint round = 0; round < 300; round++)
    {
      double width = g_rand_double_range (random, 60, 900), start = g_rand_double_range (random, 0, 60), height, before = -1;
      guint n = (guint) g_rand_int_range (random, 1, 30);
      g_autoptr (NidaScene) scene = NULL;
      Annotated self;

      annotated_init (&self, ways[way].language, ways[way].direction, width, 400);
      for (guint i = 0; i < n; i++)
        annotated_add (&self, g_rand_double_range (random, -10, width + 10), 0, "Workshop", "Workshop",
                       g_rand_boolean (random) ? NIDA_PRECISION_DAY : NIDA_PRECISION_YEAR);
      scene = emit (&self, start, 200, &height);
      for (guint i = 0; i < self.notes->n_numbered; i++)
        {
          const NidaAnnotation *item = nida_annotations_get (self.notes, i);
          g_autofree char *key = g_strdup_printf ("note/%s", item->id), *number = g_strdup_printf ("note/%s/number", item->id);
          g_autofree char *line = g_strdup_printf ("leader/%s", item->id), *expected = nida_language_integer (self.fixture.language, i + 1);
          const NidaNode *marker = nida_scene_find (scene, key), *leader = nida_scene_find (scene, line);
          double middle = marker->box.x + marker->box.width / 2, along = ways[way].from_left ? middle : width - middle;
          double foot = ways[way].from_left ? leader->points[0].x : width - leader->points[0].x;

          g_assert_cmpstr (nida_scene_find (scene, number)->text, ==, expected);
          g_assert_nonnull (marker->mark);
          g_assert_cmpfloat_with_epsilon (foot, CLAMP (item->along, start, width), 1e-6);
          g_assert_cmpfloat (along, >=, start + SIZE / 2);
          g_assert_cmpfloat (along, <=, width - SIZE / 2);
          if (i > 0)
            {
              g_assert_cmpfloat (nida_annotations_get (self.notes, i - 1)->along, <=, item->along);
              g_assert_cmpfloat (along - before, >=, SIZE);
            }
          before = along;
        }
      g_assert_cmpuint (count_markers (&self, scene), ==, self.notes->n_numbered);
      annotated_clear (&self);
    }
  g_rand_free (random);
}

/* What is of one time has its numbers in the order of the table. */
static void
test_one_time (void)
{
  double height;
  g_autoptr (NidaScene) scene = NULL;
  Annotated self;

  annotated_init (&self, "en", NIDA_TIME_LTR, 400, 400);
  for (guint i = 0; i < 20; i++)
    annotated_add (&self, i < 10 ? 300 : 100, 0, "Workshop", "Workshop", NIDA_PRECISION_DAY);
  scene = emit (&self, 0, 300, &height);
  for (guint i = 1; i <= 20; i++)
    {
      g_autofree char *key = g_strdup_printf ("note/%u/number", i), *expected = g_strdup_printf ("%u", i <= 10 ? i + 10 : i - 10);

      g_assert_cmpstr (nida_scene_find (scene, key)->text, ==, expected);
    }
  annotated_clear (&self);
}

/* "2016" says least of when it was: it gives way to days and months, and is counted. */
static void
test_coarse (void)
{
  double height;
  g_autoptr (NidaScene) scene = NULL;
  Annotated self;

  annotated_init (&self, "en", NIDA_TIME_LTR, 900, 900);
  for (guint i = 0; i < 25; i++)
    annotated_add (&self, 30 * i, 0, "Workshop", "Workshop", i % 5 == 0 ? NIDA_PRECISION_YEAR : NIDA_PRECISION_MONTH);
  scene = emit (&self, 0, 800, &height);
  g_assert_cmpuint (count_markers (&self, scene), ==, 20);
  for (guint i = 1; i <= 25; i++)
    g_assert_true ((annotated_find (scene, "note", i) != NULL) == (i % 5 != 1));
  g_assert_cmpstr (nida_scene_find (scene, "key/more")->text, ==, "and 5 more events");
  annotated_clear (&self);
}

/* All words where there is room, then the first clauses of all, then as many as there is room for. */
static void
test_room (void)
{
  static const struct { double width, room; guint listed; const char *text, *more; } rooms[] = {
    { 900, 200, 5, words, NULL }, { 900, 60, 5, brief, NULL }, { 420, 40, 1, brief, "and 4 more events" },
    { 420, 16, 0, NULL, "5 events: see the table" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      double height;
      g_autoptr (NidaScene) scene = NULL;
      const NidaNode *more;
      Annotated self;

      annotated_init (&self, "en", NIDA_TIME_LTR, rooms[i].width, 400);
      for (guint k = 0; k < 5; k++)
        annotated_add (&self, 40 * (k + 1), 0, words, brief, NIDA_PRECISION_MONTH);
      scene = emit (&self, 0, rooms[i].room, &height);
      g_test_message ("%g points in %g", rooms[i].room, rooms[i].width);
      g_assert_cmpuint (count_listed (&self, scene), ==, rooms[i].listed);
      if (rooms[i].listed > 0)
        g_assert_cmpstr (nida_scene_find (scene, "key/1")->text, ==, rooms[i].text);
      more = nida_scene_find (scene, "key/more");
      g_assert_cmpstr (more != NULL ? more->text : NULL, ==, rooms[i].more);
      /* who asks what they are is told all of it */
      g_assert_cmpuint (more != NULL ? g_strv_length ((char **) nida_mark_get_lines (more->mark)) : 0, ==, 5 - rooms[i].listed);
      if (more != NULL)
        g_assert_cmpstr (nida_mark_get_lines (more->mark)[0], ==, words);
      annotated_clear (&self);
    }
}

/* A layout that is tried again in less room has forgotten what it had listed. */
static void
test_tried_again (void)
{
  double height;
  g_autoptr (NidaScene) scene = NULL;
  Annotated self;

  annotated_init (&self, "en", NIDA_TIME_LTR, 420, 400);
  for (guint k = 0; k < 3; k++)
    annotated_add (&self, 40 * (k + 1), 0, words, brief, NIDA_PRECISION_MONTH);
  nida_annotations_plan_key (self.notes, &self.frame, 420, 200);
  scene = emit (&self, 0, SIZE, &height);
  g_assert_cmpstr (nida_scene_find (scene, "key/more")->text, ==, "3 events: see the table");
  g_assert_cmpuint (g_strv_length ((char **) nida_mark_get_lines (nida_scene_find (scene, "key/more")->mark)), ==, 3);
  annotated_clear (&self);
}

/* Words that no row can hold whole say their first clause; the others say all, and who asks the number is told all. */
static void
test_too_long (void)
{
  double height;
  g_autoptr (NidaScene) scene = NULL;
  Annotated self;

  annotated_init (&self, "en", NIDA_TIME_LTR, 300, 400);
  annotated_add (&self, 40, 0, words, brief, NIDA_PRECISION_MONTH);
  annotated_add (&self, 90, 0, "Mar 2023: review, by all", "Mar 2023: review", NIDA_PRECISION_MONTH);
  scene = emit (&self, 0, 200, &height);
  g_assert_cmpstr (nida_scene_find (scene, "key/1")->text, ==, brief);
  g_assert_cmpstr (nida_scene_find (scene, "key/2")->text, ==, "Mar 2023: review, by all");
  g_assert_cmpstr (nida_mark_get_label (nida_scene_find (scene, "note/1")->mark), ==, words);
  g_assert_null (nida_scene_find (scene, "key/more"));
  annotated_clear (&self);
}

/* The key takes the height that it said, and no more than it was given; its words stay in the chart and apart. */
static void
test_height (gconstpointer data)
{
  static const char * const texts[][2] = {
    { "Workshop", "Workshop" }, { words, brief }, { "2016: a shelter, opened", "2016: a shelter" }, { "ورشة عمل، للمعلمين", "ورشة عمل" },
  };
  const guint way = GPOINTER_TO_UINT (data);
  GRand *random = g_rand_new_with_seed (11 + way);

  for (guint round = 0; round < 300; round++)
    {
      double width = g_rand_double_range (random, 150, 900), room = g_rand_double_range (random, 0, 200), height;
      guint n = (guint) g_rand_int_range (random, 0, 30);
      g_autoptr (NidaScene) scene = NULL;
      Annotated self;

      annotated_init (&self, ways[way].language, ways[way].direction, width, 400);
      for (guint i = 0; i < n; i++)
        {
          guint text = (guint) g_rand_int_range (random, 0, G_N_ELEMENTS (texts));

          annotated_add (&self, g_rand_double_range (random, 0, width), 0, texts[text][0], texts[text][1], g_rand_int_range (random, NIDA_PRECISION_DAY, NIDA_PRECISION_YEAR + 1));
        }
      self.notes->outside = (guint) g_rand_int_range (random, 0, 3);
      scene = emit (&self, 0, room, &height);
      g_assert_cmpfloat (height, <=, room + 2.01);
      g_assert_true (n + self.notes->outside > 0 || (height == 0 && nida_scene_get_n_nodes (scene) == 0));
      for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
        {
          const NidaNode *node = nida_scene_get_node (scene, i);

          g_assert_cmpfloat (node->box.y + node->box.height, <=, height + 0.01);
          g_assert_true (node->shape != NIDA_SHAPE_TEXT || (node->box.x >= -0.01 && node->box.x + node->box.width <= width + 0.01));
        }
      fixture_assert_no_overlap (scene, "key/");
      /* none is lost: each is in the key or counted */
      g_assert_true ((nida_scene_find (scene, "key/more") != NULL) == (self.notes->rows > 0 && count_listed (&self, scene) < n + self.notes->outside));
      annotated_clear (&self);
    }
  g_rand_free (random);
}

/* Counted in words of the language, those that are not on the axis with the others. */
static void
test_arabic (void)
{
  static const struct { guint n, outside; const char *text; } counts[] = {
    { 0, 1, "حدث واحد: انظر الجدول" }, { 0, 2, "حدثان: انظر الجدول" }, { 0, 3, "3 أحداث: انظر الجدول" }, { 0, 12, "12 حدثًا: انظر الجدول" },
    { 2, 3, "و3 أحداث أخرى" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      double height;
      g_autoptr (NidaScene) scene = NULL;
      g_autofree char *more = NULL;
      Annotated self;

      annotated_init (&self, "ar", NIDA_TIME_RTL, 500, 400);
      for (guint k = 0; k < counts[i].n; k++)
        annotated_add (&self, 100 * (k + 1), 0, "ورشة عمل", "ورشة عمل", NIDA_PRECISION_DAY);
      self.notes->outside = counts[i].outside;
      scene = emit (&self, 0, 100, &height);
      more = fixture_texts (scene, "key/more");
      g_assert_cmpstr (more, ==, counts[i].text);
      g_assert_cmpuint (count_listed (&self, scene), ==, counts[i].n);
      annotated_clear (&self);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/annotations-key/numbers/of-one-time-keep-their-order", test_one_time);
  g_test_add_func ("/annotations-key/numbers/coarse-dates-give-way", test_coarse);
  g_test_add_func ("/annotations-key/words/whole-then-brief-then-counted", test_room);
  g_test_add_func ("/annotations-key/words/tried-again-in-less-room", test_tried_again);
  g_test_add_func ("/annotations-key/words/too-long-is-brief", test_too_long);
  g_test_add_func ("/annotations-key/words/counted-in-arabic", test_arabic);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *markers = g_strdup_printf ("/annotations-key/markers/in-order-and-apart-%s-%s", ways[i].language, ways[i].from_left ? "ltr" : "rtl");
      g_autofree char *height = g_strdup_printf ("/annotations-key/height/as-it-said-%s-%s", ways[i].language, ways[i].from_left ? "ltr" : "rtl");

      g_test_add_data_func (markers, GUINT_TO_POINTER (i), test_markers);
      g_test_add_data_func (height, GUINT_TO_POINTER (i), test_height);
    }
  return g_test_run ();
}
