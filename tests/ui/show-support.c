/* Slides for the tests of the show: four of them, the second built in three steps; a clock that stands still. */
#include "config.h"

#include "show-support.h"

static void test_slides_iface_init (NidaShowSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TestSlides, test_slides, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (NIDA_TYPE_SHOW_SOURCE, test_slides_iface_init))

static guint
get_n_slides (NidaShowSource *source)
{
  return TEST_SLIDES (source)->n;
}

static guint
get_n_unknown (NidaShowSource *source)
{
  return TEST_SLIDES (source)->unknown;
}

static guint
get_n_steps (NidaShowSource *source,
             guint           slide)
{
  return slide == 1 ? 3 : 1;
}

static guint
get_seconds (NidaShowSource *source,
             guint           slide)
{
  return TEST_SLIDES (source)->seconds;
}

static guint
get_plan (NidaShowSource *source,
          guint           slide)
{
  return slide == 0 ? TEST_SLIDES (source)->plan : 0;
}

static char *
dup_title (NidaShowSource *source,
           guint           slide,
           NidaLanguage   *language)
{
  return g_strdup_printf (nida_language_is_arabic (language) ? "شريحة %u" : "Slide %u", slide + 1);
}

static char *
dup_notes (NidaShowSource *source,
           guint           slide,
           NidaLanguage   *language)
{
  return g_strdup_printf (nida_language_is_arabic (language) ? "ملاحظة %u" : "Note %u", slide + 1);
}

static NidaScene *
build (NidaShowSource         *source,
       guint                   slide,
       guint                   step,
       const NidaChartContext *context,
       const NidaShowBrushed  *brushed)
{
  TestSlides *self = TEST_SLIDES (source);
  gboolean rtl = nida_language_is_rtl (context->language);
  g_autoptr (NidaSceneBuilder) scene = nida_scene_builder_new (context->width, context->height, context->scale, rtl);
  g_autofree char *title = dup_title (source, slide, context->language);
  NidaMark *mark = nida_mark_new ("Kuwait", "$1M", "$1,000,000", 1000000000);

  self->builds++;
  nida_scene_builder_text (scene, "title", (NidaBox) { 40, 40, context->width - 80, 40 * context->scale }, NIDA_FONT_HEADLINE,
                           NIDA_COLOR_TEXT, NIDA_ANCHOR_START, title);
  nida_mark_add_filter (mark, NIDA_FIELD_DONOR, "Kuwait");
  nida_scene_builder_mark (nida_scene_builder_rect (scene, "bar/received", (NidaBox) { 40, 200 + 30 * slide, self->value, 60 },
                                                    NIDA_COLOR_RECEIVED), mark);
  if (step > 0)
    nida_scene_builder_rect (scene, "bar/pledged", (NidaBox) { 40, 300, 200 * step, 60 }, NIDA_COLOR_SERIES_1);
  nida_scene_builder_set_words (scene, title, title);
  return nida_scene_builder_end (scene);
}

static GPtrArray *
dup_ages (NidaShowSource *source,
          guint           slide,
          NidaLanguage   *language)
{
  GPtrArray *ages = g_ptr_array_new_with_free_func (nida_show_age_free);
  NidaShowAge *age = g_new0 (NidaShowAge, 1);

  age->name = g_strdup ("Received");
  age->words = g_strdup ("17 Apr 2026");
  g_ptr_array_add (ages, age);
  return ages;
}

static char *
dup_pending (NidaShowSource *source,
             NidaLanguage   *language)
{
  return g_strdup (TEST_SLIDES (source)->pending);
}

static void
take (NidaShowSource *source)
{
  TestSlides *self = TEST_SLIDES (source);

  self->pending = NULL;
  self->taken++;
  g_signal_emit_by_name (self, "data-changed");
  g_signal_emit_by_name (self, "pending-changed");
}

static void
test_slides_iface_init (NidaShowSourceInterface *iface)
{
  iface->get_n_slides = get_n_slides;
  iface->get_n_unknown = get_n_unknown;
  iface->get_n_steps = get_n_steps;
  iface->get_seconds = get_seconds;
  iface->get_plan = get_plan;
  iface->dup_title = dup_title;
  iface->dup_notes = dup_notes;
  iface->build = build;
  iface->dup_ages = dup_ages;
  iface->dup_pending = dup_pending;
  iface->take = take;
}

static void
test_slides_class_init (TestSlidesClass *klass)
{
}

static void
test_slides_init (TestSlides *self)
{
  self->n = 4;
  self->value = 300;
}

TestSlides *
test_slides_new (void)
{
  return g_object_new (TEST_TYPE_SLIDES, NULL);
}

static gint64
read_clock (gpointer data)
{
  return *(gint64 *) data;
}

NidaShow *
test_show_new (TestSlides *slides,
               gint64     *clock)
{
  g_autoptr (NidaLanguage) english = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autoptr (NidaLanguage) arabic = nida_language_new ("ar", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  NidaShow *show = nida_show_new (NIDA_SHOW_SOURCE (slides), english, arabic, FALSE);

  nida_show_set_clock (show, read_clock, clock);
  nida_show_begin (show);
  return show;
}
