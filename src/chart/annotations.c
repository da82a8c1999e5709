/* What happened, written on a time chart. Words are tried first: two lines at most, beside a leader that ends on the
 * marks of their time. When one of them finds no place, all get numbers (annotations-key.c): a reader looks for one
 * manner, not for two. */
#include "config.h"

#include "annotations.h"

#include <math.h>

#define MAX_IN_WORDS 4
#define WORDS_WIDTH 150.0

NidaAnnotations *
nida_annotations_new (void)
{
  NidaAnnotations *self = g_new0 (NidaAnnotations, 1);

  self->items = g_array_new (FALSE, TRUE, sizeof (NidaAnnotation));
  return self;
}

void
nida_annotations_free (NidaAnnotations *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      NidaAnnotation *item = &g_array_index (self->items, NidaAnnotation, i);

      g_free (item->id);
      g_free (item->words);
      g_free (item->brief);
      g_clear_pointer (&item->mark, nida_mark_free);
    }
  g_array_unref (self->items);
  g_free (self);
}

void
nida_annotations_add (NidaAnnotations *self,
                      const char      *id,
                      const char      *words,
                      const char      *brief,
                      NidaMark        *mark,
                      NidaPrecision    precision,
                      gpointer         data)
{
  NidaAnnotation item = { .id = g_strdup (id), .words = g_strdup (words), .brief = g_strdup (brief), .mark = mark,
                          .data = data,
                          .fill = NIDA_COLOR_TEXT, .ink = NIDA_COLOR_CARD,
                          .coarse = precision > NIDA_PRECISION_MONTH };

  g_array_append_val (self->items, item);
}

/* The narrowest box of one or two lines. FALSE when two lines are not enough. */
static gboolean
measure_words (NidaAnnotation *item,
               NidaTimeFrame  *frame)
{
  NidaMeasurer *measurer = frame->recipe->context->measurer;
  double limit = WORDS_WIDTH * frame->scale;
  double width = nida_time_frame_width (frame, item->words, NIDA_FONT_SOURCE);
  double narrow = ceil (width * 0.56) + 6 * frame->scale;

  item->lines = 1;
  item->box.width = width;
  if (width > limit * 0.6 && nida_measurer_lines (measurer, item->words, NIDA_FONT_SOURCE, frame->scale, narrow) <= 2)
    item->lines = 2, item->box.width = narrow;
  item->box.height = item->lines * nida_time_frame_line_height (frame, NIDA_FONT_SOURCE);
  return item->box.width <= limit;
}

static NidaBox
leader_box (const NidaAnnotation *item,
            NidaTimeFrame        *frame,
            double                y)
{
  return (NidaBox) { item->along - 0.5 * frame->scale, y, frame->scale, MAX (0, item->top - y) };
}

/* On either side of the leader, from the top of @area down to the marks. */
static gboolean
place_one (NidaAnnotation *item,
           NidaTimeFrame  *frame,
           NidaBox         area)
{
  double gap = 4 * frame->scale, step = 8 * frame->scale;

  if (!measure_words (item, frame))
    return FALSE;
  for (double y = area.y; y + item->box.height <= item->top; y += step)
    for (guint side = 0; side < 2; side++)
      {
        NidaBox box = item->box;

        box.y = y;
        box.x = side == 0 ? item->along - gap - box.width : item->along + gap;
        if (box.x < area.x || box.x + box.width > area.x + area.width
            || !nida_placer_is_free (&frame->placer, leader_box (item, frame, y))
            || !nida_placer_try (&frame->placer, box))
          continue;
        nida_placer_take (&frame->placer, leader_box (item, frame, y));
        item->box = box;
        return TRUE;
      }
  return FALSE;
}

gboolean
nida_annotations_place_words (NidaAnnotations *self,
                              NidaTimeFrame   *frame,
                              NidaBox          area)
{
  if (self->items->len > MAX_IN_WORDS || self->outside > 0)
    return FALSE;
  for (guint i = 0; i < self->items->len; i++)
    if (!place_one (nida_annotations_get (self, i), frame, area))
      return FALSE;
  return TRUE;
}

void
nida_annotations_emit_words (NidaAnnotations *self,
                             NidaTimeFrame   *frame)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      NidaAnnotation *item = nida_annotations_get (self, i);
      gboolean before = item->box.x < item->along;
      g_autofree char *line = g_strdup_printf ("leader/%s", item->id);
      g_autofree char *key = g_strdup_printf ("note/%s", item->id);
      NidaNode *node;

      nida_time_frame_line (frame, line, (NidaPoint) { item->along, item->box.y + 2 * frame->scale },
                            (NidaPoint) { item->along, item->top }, NIDA_COLOR_TEXT_SECOND, frame->scale)->note = TRUE;
      node = nida_time_frame_text (frame, key, item->box, NIDA_FONT_SOURCE, NIDA_COLOR_TEXT,
                                   before ? NIDA_ANCHOR_END : NIDA_ANCHOR_START, item->words);
      node->max_lines = item->lines;
      node->halo = node->note = TRUE;
      nida_scene_builder_mark (node, g_steal_pointer (&item->mark));
    }
}
