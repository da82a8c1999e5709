/* annotations.c: words beside leaders that end on the marks of their time, where all of them find room. */
#include "config.h"

#include "annotated.h"

#define DAY NIDA_PRECISION_DAY

static const struct { const char *language; NidaTimeDirection direction; gboolean from_left; } ways[] = {
  { "en", NIDA_TIME_LTR, TRUE }, { "en", NIDA_TIME_RTL, FALSE }, { "ar", NIDA_TIME_LTR, TRUE }, { "ar", NIDA_TIME_RTL, FALSE },
};

/* Where the words of @text really stand. */
static NidaBox
ink_of (Annotated      *self,
        const NidaNode *text)
{
  NidaBox ink = text->box;
  double width = nida_measurer_width (self->fixture.measurer, text->text, text->font, 1);
  gboolean at_right = (text->anchor == NIDA_ANCHOR_END) != nida_language_is_rtl (self->fixture.language);

  if (text->max_lines > 1 || width >= ink.width)
    return ink;
  return (NidaBox) { at_right ? ink.x + ink.width - width : ink.x, ink.y, width, ink.height };
}

/* In either language, whichever way time runs: the leader ends on the mark, the words begin at the leader. */
static void
test_leader (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      const char *words = g_str_equal (ways[i].language, "ar") ? "زلزال شباط" : "Earthquakes";
      g_autoptr (NidaScene) scene = NULL;
      Annotated self;

      annotated_init (&self, ways[i].language, ways[i].direction, 400, 200);
      annotated_add (&self, 250, 120, words, words, DAY);
      annotated_add (&self, 30, 60, words, words, DAY);        /* no room before it */
      g_assert_true (nida_annotations_place_words (self.notes, &self.frame, self.frame.area));
      nida_annotations_emit_words (self.notes, &self.frame);
      scene = fixture_end (&self.fixture);
      for (guint k = 1; k <= 2; k++)
        {
          const NidaNode *leader = annotated_find (scene, "leader", k), *text = annotated_find (scene, "note", k);
          double along = k == 1 ? 250 : 30, x = ways[i].from_left ? along : 400 - along;
          NidaBox ink = ink_of (&self, text);

          g_assert_cmpfloat (leader->points[1].x, ==, x);
          g_assert_cmpfloat (leader->points[1].y, ==, k == 1 ? 120 : 60);
          g_assert_cmpfloat (leader->points[0].x, ==, x);
          g_assert_cmpstr (text->text, ==, words);
          g_assert_cmpstr (nida_mark_get_label (text->mark), ==, words);
          g_assert_cmpfloat (MIN (ABS (ink.x - x), ABS (ink.x + ink.width - x)), <, 6);
          g_assert_true (ink.x >= 0 && ink.x + ink.width <= 400 && ink.y >= 0);
          g_assert_cmpfloat (ink.y + ink.height, <=, leader->points[1].y);
        }
      annotated_clear (&self);
    }
}

/* Two lines where one is long, no more: what needs three is no label but a paragraph. */
static void
test_lines (void)
{
  const char *shortest = "Review", *longer = "A visit of the donors in May", *longest = "A visit of all donors to three governorates in the north of the country";
  Annotated self;

  annotated_init (&self, "en", NIDA_TIME_LTR, 600, 200);
  annotated_add (&self, 100, 150, shortest, shortest, DAY);
  annotated_add (&self, 400, 150, longer, longer, DAY);
  g_assert_true (nida_annotations_place_words (self.notes, &self.frame, self.frame.area));
  g_assert_cmpuint (nida_annotations_get (self.notes, 0)->lines, ==, 1);
  g_assert_cmpuint (nida_annotations_get (self.notes, 1)->lines, ==, 2);
  g_assert_cmpuint (nida_measurer_lines (self.fixture.measurer, longer, NIDA_FONT_SOURCE, 1, nida_annotations_get (self.notes, 1)->box.width), ==, 2);
  annotated_add (&self, 500, 150, longest, "A visit", DAY);
  g_assert_false (nida_annotations_place_words (self.notes, &self.frame, self.frame.area));
  annotated_clear (&self);
}

static gboolean
places (guint    n,
        guint    outside,
        NidaBox  taken,
        double   height)
{
  gboolean placed;
  Annotated self;

  annotated_init (&self, "en", NIDA_TIME_LTR, 600, 200);
  for (guint i = 0; i < n; i++)
    annotated_add (&self, 60 + i * 120, height, "Workshop", "Workshop", DAY);
  self.notes->outside = outside;
  if (taken.width > 0)
    nida_placer_take (&self.frame.placer, taken);
  placed = nida_annotations_place_words (self.notes, &self.frame, self.frame.area);
  annotated_clear (&self);
  return placed;
}

/* All in words or none: a reader looks for one manner. */
static void
test_all_or_none (void)
{
  const NidaBox nothing = { 0 };

  g_assert_true (places (4, 0, nothing, 150));
  g_assert_true (places (0, 0, nothing, 150));
  g_assert_false (places (5, 0, nothing, 150));                        /* too many to be read as they stand */
  g_assert_false (places (1, 1, nothing, 150));                        /* one that is not on this axis is counted in a key */
  g_assert_true (places (4, 0, (NidaBox) { 0, 0, 100, 20 }, 150));     /* the first goes lower */
  g_assert_false (places (4, 0, (NidaBox) { 0, 0, 100, 150 }, 150));
  g_assert_false (places (4, 0, nothing, 10));                         /* columns that reach to the top */
}

static gboolean
overlap (NidaBox a,
         NidaBox b)
{
  return a.x + 0.01 < b.x + b.width && b.x + 0.01 < a.x + a.width && a.y + 0.01 < b.y + b.height && b.y + 0.01 < a.y + a.height;
}

static NidaBox
box_of (const NidaNode *leader)
{
  return (NidaBox) { MIN (leader->points[0].x, leader->points[1].x) - 0.5, leader->points[0].y, 1,
                     leader->points[1].y - leader->points[0].y };
}

/* Whatever stands there: words leave the picture nowhere, and cover no mark, no leader of another and no other words. */
static void
test_cover_nothing (gconstpointer data)
{
  static const char * const texts[] = { "Workshop", "ورشة عمل", "Earthquakes in the north and the east", "A" };
  const guint way = GPOINTER_TO_UINT (data);
  GRand *random = g_rand_new_with_seed (17 + way);
  guint placed = 0;

  for (guint round = 0; round < 400; round++)
    {
      double width = g_rand_double_range (random, 200, 900), height = g_rand_double_range (random, 80, 300);
      guint n = (guint) g_rand_int_range (random, 1, 5), n_marks = (guint) g_rand_int_range (random, 0, 6);
      NidaBox marks[6];
      g_autoptr (NidaScene) scene = NULL;
      Annotated self;

      annotated_init (&self, ways[way].language, ways[way].direction, width, height);
      for (guint i = 0; i < n_marks; i++)
        {
          double mark = g_rand_double_range (random, 20, height);

          marks[i] = (NidaBox) { g_rand_double_range (random, 0, width - 30), height - mark, 30, mark };
          nida_placer_take (&self.frame.placer, marks[i]);
        }
      for (guint i = 0; i < n; i++)
        annotated_add (&self, g_rand_double_range (random, 0, width), g_rand_double_range (random, 20, height),
                       texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))], "", DAY);
      if (nida_annotations_place_words (self.notes, &self.frame, self.frame.area))
        {
          placed++;
          nida_annotations_emit_words (self.notes, &self.frame);
          scene = fixture_end (&self.fixture);
          for (guint i = 1; i <= n; i++)
            {
              NidaBox ink = ink_of (&self, annotated_find (scene, "note", i));

              g_assert_true (ink.x >= -0.01 && ink.x + ink.width <= width + 0.01 && ink.y >= 0 && ink.y + ink.height <= height);
              for (guint k = 1; k <= n; k++)
                {
                  g_assert_false (overlap (ink, box_of (annotated_find (scene, "leader", k))));
                  g_assert_false (k < i && overlap (ink, ink_of (&self, annotated_find (scene, "note", k))));
                }
              for (guint k = 0; k < n_marks; k++)
                {
                  NidaBox mark = marks[k];

                  if (!ways[way].from_left)
                    mark.x = width - mark.x - mark.width;
                  g_assert_false (overlap (ink, mark));
                }
            }
        }
      annotated_clear (&self);
    }
  g_assert_cmpuint (placed, >, 40);
  g_rand_free (random);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/annotations/leader/ends-on-the-mark-and-begins-at-the-words", test_leader);
  g_test_add_func ("/annotations/words/two-lines-at-most", test_lines);
  g_test_add_func ("/annotations/words/all-or-none", test_all_or_none);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *path = g_strdup_printf ("/annotations/words/cover-nothing-%s-%s", ways[i].language, ways[i].from_left ? "ltr" : "rtl");

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_cover_nothing);
    }
  return g_test_run ();
}
