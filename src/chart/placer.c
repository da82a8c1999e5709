/* Where words may still stand. Charts of this program hold some dozens of labels, so a list is searched from end to end;
 * what to try, and in which order, is each chart's own business. */
#include "config.h"

#include "placer.h"

/* Boxes that only touch do not cover each other; sums of widths may leave a rounding error. */
#define SLACK 0.01

/**
 * nida_placer_init:
 * @bounds: in points; nothing is placed outside it
 */
void
nida_placer_init (NidaPlacer *self,
                  NidaBox     bounds)
{
  self->bounds = bounds;
  self->taken = g_array_new (FALSE, FALSE, sizeof (NidaBox));
}

void
nida_placer_clear (NidaPlacer *self)
{
  g_clear_pointer (&self->taken, g_array_unref);
}

/**
 * nida_placer_take:
 *
 * Nothing else may stand on @box, whether or not something does already.
 */
void
nida_placer_take (NidaPlacer *self,
                  NidaBox     box)
{
  g_array_append_val (self->taken, box);
}

gboolean
nida_boxes_overlap (NidaBox a,
                    NidaBox b)
{
  return a.x + SLACK < b.x + b.width && b.x + SLACK < a.x + a.width
         && a.y + SLACK < b.y + b.height && b.y + SLACK < a.y + a.height;
}

static gboolean
is_inside (NidaBox inner,
           NidaBox outer)
{
  return inner.x >= outer.x - SLACK && inner.y >= outer.y - SLACK
         && inner.x + inner.width <= outer.x + outer.width + SLACK
         && inner.y + inner.height <= outer.y + outer.height + SLACK;
}

/**
 * nida_placer_is_free:
 *
 * Returns: whether @box lies inside the bounds and covers nothing that is taken
 */
gboolean
nida_placer_is_free (const NidaPlacer *self,
                     NidaBox           box)
{
  if (!is_inside (box, self->bounds))
    return FALSE;
  for (guint i = 0; i < self->taken->len; i++)
    if (nida_boxes_overlap (box, g_array_index (self->taken, NidaBox, i)))
      return FALSE;
  return TRUE;
}

/**
 * nida_placer_try:
 *
 * Takes @box when it is free.
 *
 * Returns: whether it was
 */
gboolean
nida_placer_try (NidaPlacer *self,
                 NidaBox     box)
{
  if (!nida_placer_is_free (self, box))
    return FALSE;
  nida_placer_take (self, box);
  return TRUE;
}
