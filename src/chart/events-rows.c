/* Events with their words beside them, in rows in which nothing touches; words that are cut take what is free of their row. */
#include "config.h"

#include "events-layout.h"

#include "cut-names.h"

#define WORDS_WIDTH 215.0
#define AIR 2.0                    /* between words and the line to the axis of another event */

static guint
measure (NidaEventsChart *self,
         const char      *words,
         guint            lines,
         double          *width)
{
  double whole = nida_time_frame_width (&self->frame, words, NIDA_FONT_SOURCE);
  double wide = lines == 1 ? MAX (1.6 * WORDS_WIDTH * self->frame.scale, self->rows.width * 0.45) : WORDS_WIDTH * self->frame.scale;
  double limit = MIN (wide, self->rows.width * 0.6);
  double half = whole * 0.54 + 10 * self->frame.scale;

  if (lines == 1 || whole <= MAX (limit * 0.7, self->rows.width * 0.3))
    {
      *width = lines == 1 ? MIN (whole, limit) : whole;
      return 1;
    }
  *width = MIN (half, limit);
  return 2;
}

/* Rows are counted first, in boxes one point tall: a row is an index until all have found one. */
static gboolean
place_in_row (NidaEventsChart *self,
              NidaEventPlace  *place,
              guint            row)
{
  double gap = 5 * self->frame.scale, end = self->rows.x + self->rows.width;

  for (guint side = 0; side < 2; side++)
    {
      double x = side == 0 ? place->marker.x + place->marker.width + gap : place->marker.x - gap - place->words.width;
      NidaBox both = { MIN (x, place->marker.x) - gap, self->rows.y + row,
                       place->marker.width + place->words.width + 3 * gap, 1 };

      if (x < self->rows.x || x + place->words.width > end)
        continue;
      both.x = MAX (both.x, self->rows.x);
      both.width = MIN (both.width, end - both.x);
      if (!nida_placer_try (&self->frame.placer, both))
        continue;
      place->words.x = x;
      place->row = row;
      return TRUE;
    }
  return FALSE;
}

static gboolean
place_one (NidaEventsChart *self,
           guint            index,
           guint            lines,
           guint            n_rows)
{
  const NidaFact *fact = g_ptr_array_index (self->data->dated, index);
  NidaEventPlace *place = &self->places[index];
  g_autofree char *words = nida_event_words (self->data->language, fact);

  place->marker = nida_events_marker_box (self, fact);
  place->lines = measure (self, words, lines, &place->words.width);
  for (guint row = 0; row < n_rows; row++)
    if (place_in_row (self, place, row))
      return TRUE;
  return FALSE;
}

/* Rows share the height, as far apart as two lines of words at most. */
static void
settle_rows (NidaEventsChart *self,
             guint            lines,
             double           least)
{
  guint n_rows = 1;
  double pitch, line = nida_time_frame_line_height (&self->frame, NIDA_FONT_SOURCE);

  for (guint i = 0; i < self->data->dated->len; i++)
    n_rows = MAX (n_rows, self->places[i].row + 1);
  pitch = CLAMP (self->rows.height / n_rows, least, (lines == 2 ? 48 : 32) * self->frame.scale);
  for (guint i = 0; i < self->data->dated->len; i++)
    {
      NidaEventPlace *place = &self->places[i];
      double middle = self->rows.y + self->rows.height - (n_rows - place->row - 0.5) * pitch;

      place->marker.y = middle - place->marker.height / 2;
      place->words.height = place->lines * line;
      place->words.y = middle - place->words.height / 2;
    }
}

/* Points in which @words need no more than @lines, from @width on. */
static double
whole_width (NidaEventsChart *self,
             const char      *words,
             guint            lines,
             double           width)
{
  double whole = nida_time_frame_width (&self->frame, words, NIDA_FONT_SOURCE), step = 8 * self->frame.scale;

  if (lines == 1)
    return whole;
  while (width < whole && nida_measurer_lines (self->recipe->context->measurer, words, NIDA_FONT_SOURCE, self->frame.scale, width) > lines)
    width += step;
  return MIN (width, whole);
}

/* Words that are cut take what is free of their row. */
static void
widen (NidaEventsChart *self,
       guint            index)
{
  const NidaFact *fact = g_ptr_array_index (self->data->dated, index);
  NidaEventPlace *place = &self->places[index];
  g_autofree char *words = nida_event_words (self->data->language, fact);
  gboolean before = place->words.x < place->marker.x;
  double gap = 10 * self->frame.scale, start = self->rows.x, end = self->rows.x + self->rows.width, width;

  for (guint i = 0; i < self->data->dated->len; i++)
    {
      const NidaEventPlace *other = &self->places[i];
      double first = MIN (other->words.x, other->marker.x);
      double last = MAX (other->words.x + other->words.width, other->marker.x + other->marker.width);

      if (i == index || other->row != place->row)
        continue;
      if (first > place->marker.x)
        end = MIN (end, first - gap);
      else
        start = MAX (start, last + gap);
    }
  width = MIN (whole_width (self, words, place->lines, place->words.width), before ? place->words.x + place->words.width - start : end - place->words.x);
  width = MAX (width, place->words.width);
  place->words.x -= before ? width - place->words.width : 0;
  place->words.width = width;
}

gboolean
nida_events_place_rows (NidaEventsChart *self,
                        guint            lines)
{
  double least = (lines == 2 ? 36 : 19) * self->frame.scale;
  guint n_rows = self->rows.height < least ? 0 : (guint) (self->rows.height / least);

  g_array_set_size (self->frame.placer.taken, 0);
  for (guint i = 0; i < self->data->dated->len; i++)
    if (!place_one (self, i, lines, n_rows))
      return FALSE;
  for (guint i = 0; i < self->data->dated->len; i++)
    widen (self, i);
  settle_rows (self, lines, least);
  return TRUE;
}

/* The first words below @y that a line at @x would cross, with some air around them; NULL where there are none. */
static const NidaBox *
words_below (const NidaEventsChart *self,
             double                 x,
             double                 y)
{
  const NidaBox *found = NULL;
  double air = AIR * self->frame.scale;

  for (guint i = 0; i < self->data->dated->len; i++)
    {
      const NidaBox *words = &self->places[i].words;

      if (x >= words->x - air && x <= words->x + words->width + air && words->y + words->height > y && (found == NULL || words->y < found->y))
        found = words;
    }
  return found;
}

/* Thin lines down to the axis, under everything else; words are left out. */
static void
emit_stem (NidaEventsChart *self,
           guint            index,
           double           foot)
{
  const NidaFact *fact = g_ptr_array_index (self->data->dated, index);
  NidaBox marker = self->places[index].marker;
  double x = marker.x + marker.width / 2, y = marker.y + marker.height, air = AIR * self->frame.scale;

  for (guint piece = 0; y < foot && marker.width <= NIDA_EVENT_MARKER * self->frame.scale; piece++)
    {
      const NidaBox *words = words_below (self, x, y);
      double end = words != NULL ? MIN (words->y - air, foot) : foot;
      g_autofree char *stem = piece == 0 ? g_strdup_printf ("leader/event/%u", fact->row) : g_strdup_printf ("leader/event/%u/%u", fact->row, piece);

      if (end > y)
        nida_time_frame_line (&self->frame, stem, (NidaPoint) { x, y }, (NidaPoint) { x, end }, NIDA_COLOR_GRID, self->frame.scale);
      y = words != NULL ? words->y + words->height + air : foot;
    }
}

static void
emit_beside (NidaEventsChart *self,
             guint            index)
{
  const NidaFact *fact = g_ptr_array_index (self->data->dated, index);
  const NidaEventPlace *place = &self->places[index];
  gboolean before = place->words.x < place->marker.x;
  g_autofree char *words = nida_event_words (self->data->language, fact);
  g_autofree char *key = g_strdup_printf ("label/event/%u", fact->row);
  NidaNode *node;

  nida_events_emit_marker (self, fact, place->marker);
  node = nida_time_frame_text (&self->frame, key, place->words, NIDA_FONT_SOURCE, NIDA_COLOR_TEXT,
                               before ? NIDA_ANCHOR_END : NIDA_ANCHOR_START, words);
  node->max_lines = place->lines;
  node->halo = TRUE;
  nida_node_name (node, words);
}

void
nida_events_emit_rows (NidaEventsChart *self)
{
  double foot = self->rows.y + self->rows.height;

  for (guint i = 0; i < self->data->dated->len; i++)
    emit_stem (self, i, foot);
  for (guint i = 0; i < self->data->dated->len; i++)
    emit_beside (self, i);
}
