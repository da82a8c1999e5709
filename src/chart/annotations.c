/* What happened, written on a time chart. Words are tried first: two lines at most, beside a leader that ends on the
 * marks of their time. When one of them finds no place, all get numbers: a reader looks for one manner, not for two. */
#include "config.h"

#include "annotations.h"

#include "labels.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#define MAX_IN_WORDS 4
#define MAX_NUMBERED 20
#define WORDS_WIDTH 150.0
#define MARKER 16.0
#define MARKER_PITCH 18.0
/* Up to three columns may be as narrow as this; more only where they are wide. */
#define KEY_COLUMN 118.0
#define WIDE_KEY_COLUMN 240.0

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
      g_clear_pointer (&item->mark, nida_mark_free);
    }
  g_array_unref (self->items);
  g_free (self);
}

void
nida_annotations_add (NidaAnnotations *self,
                      const char      *id,
                      const char      *words,
                      NidaMark        *mark,
                      NidaPrecision    precision,
                      gpointer         data)
{
  NidaAnnotation item = { .id = g_strdup (id), .words = g_strdup (words), .mark = mark, .data = data,
                          .fill = NIDA_COLOR_TEXT, .ink = NIDA_COLOR_CARD,
                          .coarse = precision > NIDA_PRECISION_MONTH };

  g_array_append_val (self->items, item);
}

static NidaAnnotation *
get (NidaAnnotations *self,
     guint            index)
{
  return &g_array_index (self->items, NidaAnnotation, index);
}

/* --- words ------------------------------------------------------------------------------------------------------- */

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
    if (!place_one (get (self, i), frame, area))
      return FALSE;
  return TRUE;
}

void
nida_annotations_emit_words (NidaAnnotations *self,
                             NidaTimeFrame   *frame)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      NidaAnnotation *item = get (self, i);
      gboolean before = item->box.x < item->along;
      g_autofree char *line = g_strdup_printf ("leader/%s", item->id);
      g_autofree char *key = g_strdup_printf ("note/%s", item->id);
      NidaNode *node;

      nida_time_frame_line (frame, line, (NidaPoint) { item->along, item->box.y + 2 * frame->scale },
                            (NidaPoint) { item->along, item->top }, NIDA_COLOR_TEXT_SECOND, frame->scale);
      node = nida_time_frame_text (frame, key, item->box, NIDA_FONT_SOURCE, NIDA_COLOR_TEXT,
                                   before ? NIDA_ANCHOR_END : NIDA_ANCHOR_START, item->words);
      node->max_lines = item->lines;
      node->halo = TRUE;
      nida_scene_builder_mark (node, g_steal_pointer (&item->mark));
    }
}

/* --- numbers ----------------------------------------------------------------------------------------------------- */

static double
line_height (NidaTimeFrame *frame)
{
  return nida_time_frame_line_height (frame, NIDA_FONT_SOURCE);
}

static double
lane_height (NidaTimeFrame *frame)
{
  return (MARKER + 8) * frame->scale;
}

/* As many columns as show nearly every entry whole. */
static guint
columns_for_words (NidaAnnotations *self,
                   NidaTimeFrame   *frame)
{
  for (guint columns = 3; columns > 1; columns--)
    {
      double room = frame->area.width / columns - (MARKER + 14) * frame->scale;
      guint cut = 0;

      for (guint i = 0; i < self->items->len; i++)
        cut += nida_time_frame_width (frame, get (self, i)->words, NIDA_FONT_SOURCE) > room;
      if (cut * 5 <= self->items->len)
        return columns;
    }
  return 1;
}

/* The fewest columns whose rows fit: words are cut as little as may be. */
static void
plan_rows (NidaAnnotations *self,
           NidaTimeFrame   *frame,
           guint            allowed)
{
  guint n = self->items->len + (self->outside > 0);
  double width = frame->area.width / frame->scale;
  guint most = MAX (CLAMP ((guint) (width / KEY_COLUMN), 1, 3), MIN (5, (guint) (width / WIDE_KEY_COLUMN)));

  for (self->columns = columns_for_words (self, frame); self->columns < most
       && (n + self->columns - 1) / self->columns > allowed;)
    self->columns++;
  self->rows = MIN (allowed, (n + self->columns - 1) / self->columns);
  self->n_numbered = MIN (self->items->len, MIN (MAX_NUMBERED, (guint) (width / MARKER_PITCH)));
  self->n_listed = self->n_numbered;
  if (self->n_listed + (self->outside > 0) > self->rows * self->columns || self->n_listed < self->items->len)
    self->n_listed = MIN (self->n_listed, self->rows * self->columns - 1);
}

static int
compare_along (gconstpointer a,
               gconstpointer b)
{
  double x = ((const NidaAnnotation *) a)->along, y = ((const NidaAnnotation *) b)->along;

  return x < y ? -1 : x > y;
}

double
nida_annotations_get_least_key (NidaTimeFrame *frame)
{
  return lane_height (frame) + line_height (frame);
}

/**
 * nida_annotations_plan_key:
 *
 * Where even a lane and one line of key find no room, one line says how many events there are; where that finds none
 * either, they stand in the table alone.
 */
double
nida_annotations_plan_key (NidaAnnotations *self,
                           NidaTimeFrame   *frame,
                           double           max_height)
{
  double line = line_height (frame), room = max_height - lane_height (frame);

  self->columns = 1;
  self->rows = max_height >= line ? 1 : 0;
  self->n_numbered = self->n_listed = 0;
  if (self->items->len + self->outside == 0)
    return 0;
  if (room >= line)
    plan_rows (self, frame, (guint) (room / line));
  return (self->n_numbered > 0 ? lane_height (frame) : 0) + self->rows * line + 2 * frame->scale;
}

static int
compare_precision (gconstpointer a,
                   gconstpointer b)
{
  const NidaAnnotation *x = a, *y = b;

  return x->coarse != y->coarse ? (x->coarse ? 1 : -1) : compare_along (a, b);
}

/* Those that get a number, in the order of time, before those that do not; so no leader crosses another. The key has the
 * most precise of them. */
static void
choose_numbered (NidaAnnotations *self)
{
  g_array_sort (self->items, compare_precision);
  for (guint i = 0; i < self->items->len; i++)
    get (self, i)->listed = i < self->n_listed;
  if (self->n_numbered > 0)
    qsort (self->items->data, self->n_numbered, sizeof (NidaAnnotation), compare_along);
}

/* Centres of the markers: as near to their time as they can stand without touching. */
static void
spread (NidaAnnotations *self,
        NidaTimeFrame   *frame,
        double           start,
        double           end,
        double          *centres)
{
  guint n = self->n_numbered;
  g_autofree double *widths = g_new (double, n + 1);

  for (guint i = 0; i < n; i++)
    {
      centres[i] = CLAMP (get (self, i)->along, start, end);
      widths[i] = MIN (MARKER_PITCH * frame->scale, (end - start) / n);
    }
  nida_labels_spread (centres, widths, n, (NidaSpan) { start, end });
}

/* On the axis it answers the pointer; in the key it only repeats the number. */
static void
emit_number (NidaTimeFrame  *frame,
             const char     *key,
             NidaPoint       centre,
             NidaAnnotation *item,
             guint           number,
             gboolean        along_time)
{
  double size = MARKER * frame->scale, height = line_height (frame);
  g_autofree char *words = nida_language_integer (frame->recipe->context->language, number);
  g_autofree char *text = g_strdup_printf ("%s/number", key);
  NidaNode *node;

  if (along_time)
    centre.x = nida_time_frame_x (frame, centre.x);
  node = nida_scene_builder_circle (frame->recipe->scene, key, centre, size / 2 - frame->scale, item->fill);
  node->stroke = NIDA_COLOR_TEXT;
  node->line_width = frame->scale;
  if (along_time)
    nida_scene_builder_mark (node, g_steal_pointer (&item->mark));
  nida_scene_builder_text (frame->recipe->scene, text,
                           (NidaBox) { centre.x - size / 2, centre.y - height / 2, size, height },
                           NIDA_FONT_SOURCE, item->ink, NIDA_ANCHOR_MIDDLE, words);
}

/* The key reads with the text, not with time. */
static void
emit_key_row (NidaAnnotations *self,
              NidaTimeFrame   *frame,
              guint            number,
              guint            index,
              double           y)
{
  NidaAnnotation *item = get (self, number - 1);
  double column = frame->area.width / self->columns, size = MARKER * frame->scale;
  double x = frame->area.x + index / self->rows * column;
  double top = y + index % self->rows * line_height (frame);
  g_autofree char *dot = g_strdup_printf ("key/%s/dot", item->id);
  g_autofree char *key = g_strdup_printf ("key/%s", item->id);
  NidaBox box = { x + size + 5 * frame->scale, top, 0, line_height (frame) };

  emit_number (frame, dot, (NidaPoint) { x + size / 2, top + line_height (frame) / 2 }, item, number, FALSE);
  box.width = MIN (nida_time_frame_width (frame, item->words, NIDA_FONT_SOURCE), column - size - 13 * frame->scale);
  nida_scene_builder_text (frame->recipe->scene, key, box, NIDA_FONT_SOURCE, NIDA_COLOR_TEXT_SECOND,
                           NIDA_ANCHOR_START, item->words)->max_lines = 1;
}

static void
emit_more (NidaAnnotations *self,
           NidaTimeFrame   *frame,
           double           y)
{
  guint more = self->items->len - self->n_listed + self->outside;
  double column = frame->area.width / self->columns;
  g_autofree char *number = nida_language_integer (frame->recipe->context->language, more);
  /* xgettext:c-format */
  g_autofree char *words = g_strdup_printf (ngettext ("%s more event: see the table", "%s more events: see the table", more), number);
  guint rows = MAX (1, self->rows);
  NidaBox box = { frame->area.x + self->n_listed / rows * column, y + self->n_listed % rows * line_height (frame),
                  0, line_height (frame) };

  if (more == 0 || self->rows == 0)
    return;
  box.width = MIN (nida_time_frame_width (frame, words, NIDA_FONT_SOURCE), column - 8 * frame->scale);
  nida_scene_builder_text (frame->recipe->scene, "key/more", box, NIDA_FONT_SOURCE, NIDA_COLOR_TEXT_SECOND,
                           NIDA_ANCHOR_START, words)->max_lines = 1;
}

void
nida_annotations_emit_key (NidaAnnotations *self,
                           NidaTimeFrame   *frame,
                           double           start,
                           double           end,
                           double           y)
{
  double middle = y + (MARKER / 2 + 5) * frame->scale;
  g_autofree double *centres = g_new (double, self->n_numbered + 1);

  choose_numbered (self);
  spread (self, frame, start, end, centres);
  for (guint i = 0; i < self->n_numbered; i++)
    {
      g_autofree char *line = g_strdup_printf ("leader/%s", get (self, i)->id);

      nida_time_frame_line (frame, line, (NidaPoint) { CLAMP (get (self, i)->along, start, end), y },
                            (NidaPoint) { centres[i], middle }, NIDA_COLOR_TEXT_SECOND, frame->scale);
    }
  for (guint i = 0; i < self->n_numbered; i++)
    {
      g_autofree char *key = g_strdup_printf ("note/%s", get (self, i)->id);

      emit_number (frame, key, (NidaPoint) { centres[i], middle }, get (self, i), i + 1, TRUE);
    }
  for (guint i = 0, listed = 0; i < self->n_numbered; i++)
    if (get (self, i)->listed)
      emit_key_row (self, frame, i + 1, listed++, y + lane_height (frame));
  emit_more (self, frame, self->n_numbered > 0 ? y + lane_height (frame) : y);
}
