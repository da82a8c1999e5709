/* The lane of events without a date. It has no time, so it reads with the text. */
#include "config.h"

#include "events-layout.h"

#include "cut-names.h"
#include "translate.h"

#define UNDATED_COLUMN 230.0
#define MAX_UNDATED_ROWS 3
#define INDENT (NIDA_EVENT_MARKER + 6)
#define GAP 12.0                   /* between two columns */

static double
undated_start (NidaEventsChart *self)
{
  return self->frame.area.x + nida_time_frame_width (&self->frame, _("Without a date"), NIDA_FONT_SOURCE) + 12 * self->frame.scale;
}

/* Points that the events of a column want. */
static double
wanted_width (NidaEventsChart *self,
              guint            column)
{
  double width = 0;

  for (guint i = column * self->undated_rows; i < MIN ((column + 1) * self->undated_rows, self->data->undated->len); i++)
    {
      g_autofree char *words = nida_event_words (self->data->language, g_ptr_array_index (self->data->undated, i));

      width = MAX (width, nida_time_frame_width (&self->frame, words, NIDA_FONT_SOURCE));
    }
  return width + INDENT * self->frame.scale + GAP * self->frame.scale;
}

/* A column that wants less than its share leaves the rest to those that want more. */
static NidaSpan
undated_span (NidaEventsChart *self,
              guint            index)
{
  double start = undated_start (self), room = self->frame.area.x + self->frame.area.width - start;
  double share = room / self->undated_columns, rest = 0;
  guint column = index / self->undated_rows, more = 0;

  for (guint i = 0; i < self->undated_columns; i++)
    if (wanted_width (self, i) > share)
      more++;
    else
      rest += share - wanted_width (self, i);
  for (guint i = 0;; i++)
    {
      double width = wanted_width (self, i) > share ? share + rest / more : wanted_width (self, i);

      if (i == column)
        return (NidaSpan) { start, i + 1 < self->undated_columns ? start + width : self->frame.area.x + self->frame.area.width };
      start += width;
    }
}

void
nida_events_plan_undated (NidaEventsChart *self)
{
  guint n = self->data->undated->len, fit, most;
  double line = nida_time_frame_line_height (&self->frame, NIDA_FONT_SOURCE);

  if (n == 0)
    return;
  fit = MAX (1, MIN (MAX_UNDATED_ROWS, (guint) (self->frame.area.height * 0.2 / line)));
  most = CLAMP ((guint) (self->frame.area.width / (UNDATED_COLUMN * self->frame.scale)), 1, 3);
  self->undated_columns = MIN ((n + fit - 1) / fit, most);      /* fewer are wider */
  self->undated_rows = MIN (fit, (n + self->undated_columns - 1) / self->undated_columns);
  self->undated_height = self->undated_rows * line + 8 * self->frame.scale;
}

static void
emit_undated_words (NidaEventsChart *self,
                    const char      *key,
                    guint            index,
                    double           y,
                    const char      *words)
{
  double line = nida_time_frame_line_height (&self->frame, NIDA_FONT_SOURCE);
  NidaSpan span = undated_span (self, index);
  double indent = INDENT * self->frame.scale;
  NidaBox box = { span.start + indent, y + index % self->undated_rows * line, 0, line };

  box.width = MIN (nida_time_frame_width (&self->frame, words, NIDA_FONT_SOURCE), span.end - span.start - indent - GAP * self->frame.scale + 0.5);
  nida_node_name (nida_scene_builder_text (self->recipe->scene, key, box, NIDA_FONT_SOURCE, NIDA_COLOR_TEXT, NIDA_ANCHOR_START, words), words);
}

static void
emit_undated_event (NidaEventsChart *self,
                    guint            index,
                    double           y)
{
  const NidaFact *fact = g_ptr_array_index (self->data->undated, index);
  double line = nida_time_frame_line_height (&self->frame, NIDA_FONT_SOURCE), size = NIDA_EVENT_MARKER * self->frame.scale;
  g_autofree char *words = nida_event_words (self->data->language, fact);
  g_autofree char *key = g_strdup_printf ("label/event/%u", fact->row);
  NidaBox dot = { undated_span (self, index).start, y + index % self->undated_rows * line + (line - size) / 2, size, size };

  nida_events_emit_marker (self, fact, nida_time_frame_flip (&self->frame, dot));
  emit_undated_words (self, key, index, y, words);
}

/* The lane reads with the text: it has no time. */
void
nida_events_emit_undated (NidaEventsChart *self)
{
  guint n = self->data->undated->len, shown = MIN (n, self->undated_rows * self->undated_columns);
  double scale = self->frame.scale, top = self->frame.area.y + self->frame.area.height - self->undated_height + 3 * scale;
  NidaBox head = { self->frame.area.x, top + 4 * scale, undated_start (self) - self->frame.area.x - 4 * scale,
                   nida_time_frame_line_height (&self->frame, NIDA_FONT_SOURCE) };

  if (n == 0 || self->undated_rows == 0)
    return;
  shown -= shown < n ? 1 : 0;
  nida_scene_builder_line (self->recipe->scene, "lane/undated", (NidaPoint) { self->frame.area.x, top },
                           (NidaPoint) { self->frame.area.x + self->frame.area.width, top }, NIDA_COLOR_GRID, scale);
  nida_scene_builder_text (self->recipe->scene, "label/undated", head, NIDA_FONT_SOURCE, NIDA_COLOR_TEXT_SECOND,
                           NIDA_ANCHOR_START,
                           _("Without a date"));
  for (guint i = 0; i < shown; i++)
    emit_undated_event (self, i, head.y);
  if (shown < n)
    {
      g_autofree char *more = nida_language_integer (self->data->language, n - shown);
      /* xgettext:c-format */
      g_autofree char *words = g_strdup_printf (ngettext ("%s more event: see the table", "%s more events: see the table", n - shown), more);

      emit_undated_words (self, "label/undated/more", shown, head.y, words);
    }
}
