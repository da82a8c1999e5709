/* Slides for the tests of the show: four of them, the second built in three steps; a clock that stands still. */
#pragma once

#include "show.h"

G_BEGIN_DECLS

#define TEST_TYPE_SLIDES (test_slides_get_type ())
G_DECLARE_FINAL_TYPE (TestSlides, test_slides, TEST, SLIDES, GObject)

/* @builds: how often a picture was made; @taken: how often what waited was taken in. @n, @seconds, @plan, @pending: what it
 * answers from now on;
 * @unknown: slides that are passed over. A bar "bar/received" is @value wide. */
struct _TestSlides {
  GObject     parent_instance;
  guint       n, builds, taken;
  guint       seconds, plan, unknown;
  const char *pending;
  double      value;
};

TestSlides *test_slides_new  (void);
/* A show of them in English, whose time is *@clock. */
NidaShow   *test_show_new    (TestSlides *slides, gint64 *clock);

G_END_DECLS
