/* A time frame with annotations, for tests of annotations.c and annotations-key.c: no data, no chart. */
#pragma once

#include "annotations.h"
#include "recipe-fixture.h"

typedef struct {
  Fixture          fixture;
  NidaTimeFrame    frame;
  NidaAnnotations *notes;
} Annotated;

static inline void
annotated_init (Annotated         *self,
                const char        *language,
                NidaTimeDirection  direction,
                double             width,
                double             height)
{
  fixture_init (&self->fixture, language, direction, width, height);
  nida_language_activate (self->fixture.language);
  nida_time_frame_init (&self->frame, &self->fixture.recipe);
  self->notes = nida_annotations_new ();
}

static inline void
annotated_clear (Annotated *self)
{
  nida_annotations_free (self->notes);
  nida_time_frame_clear (&self->frame);
  fixture_clear (&self->fixture);
}

/* The next one, called by its number: at @along, its marks reach up to @top. */
static inline void
annotated_add (Annotated     *self,
               double         along,
               double         top,
               const char    *words,
               const char    *brief,
               NidaPrecision  precision)
{
  g_autofree char *id = g_strdup_printf ("%u", self->notes->items->len + 1);
  NidaAnnotation *item;

  nida_annotations_add (self->notes, id, words, brief, nida_mark_new (words, NULL, NULL, NIDA_MONEY_NONE), precision, NULL);
  item = nida_annotations_get (self->notes, self->notes->items->len - 1);
  item->along = along;
  item->top = top;
}

/* "note", "leader" or "key" of that one. */
static inline const NidaNode *
annotated_find (NidaScene  *scene,
                const char *part,
                guint       number)
{
  g_autofree char *key = g_strdup_printf ("%s/%u", part, number);

  return nida_scene_find (scene, key);
}
