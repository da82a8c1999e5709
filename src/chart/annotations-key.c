/* What happened, as numbers at their times with a key below: where the words of all find no place (annotations.c). What finds no
 * line in the key says its words when it is asked. */
#include "config.h"

#include "annotations.h"

#include "labels.h"
#include "translate.h"

#define MAX_NUMBERED 20
#define MARKER 16.0
#define MARKER_PITCH 18.0
/* From a marker of the key to its words, and from these to the next column. */
#define MARKER_GAP 5.0
#define COLUMN_GAP 14.0

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

static int
compare_along (gconstpointer a,
               gconstpointer b,
               gpointer      unused)
{
  double x = ((const NidaAnnotation *) a)->along, y = ((const NidaAnnotation *) b)->along;

  return x < y ? -1 : x > y;
}

static int
compare_precision (gconstpointer a,
                   gconstpointer b,
                   gpointer      unused)
{
  const NidaAnnotation *x = a, *y = b;

  return x->coarse != y->coarse ? (x->coarse ? 1 : -1) : compare_along (a, b, NULL);
}

/* Those that get a number, in the order of time, before those that do not; so no leader crosses another. What is of one time keeps its
 * order, whoever sorts it. */
static void
choose_numbered (NidaAnnotations *self,
                 NidaTimeFrame   *frame,
                 double           lane)
{
  self->n_numbered = MIN (self->items->len, MIN (MAX_NUMBERED, (guint) (lane / frame->scale / MARKER_PITCH)));
  g_array_sort_with_data (self->items, compare_precision, NULL);
  if (self->n_numbered > 1)
    g_qsort_with_data (self->items->data, (int) self->n_numbered, sizeof (NidaAnnotation), compare_along, NULL);
}

static double
entry_width (NidaTimeFrame *frame,
             const char    *words)
{
  return (MARKER + MARKER_GAP) * frame->scale + nida_time_frame_width (frame, words, NIDA_FONT_SOURCE);
}

/* Rather the first clause whole than all words cut. */
static const char *
key_words (NidaAnnotations      *self,
           NidaTimeFrame        *frame,
           const NidaAnnotation *item)
{
  return self->brief || entry_width (frame, item->words) > frame->area.width ? item->brief : item->words;
}

/* "and 8 more", or NULL when all are in the key. Without any they are counted: "10 events: see the table". */
static char *
more_words (NidaAnnotations *self,
            NidaTimeFrame   *frame)
{
  guint more = self->items->len - self->n_listed + self->outside;
  g_autofree char *number = nida_language_integer (frame->recipe->context->language, more);

  if (more == 0)
    return NULL;
  if (self->n_listed == 0)
    /* xgettext:c-format */
    return g_strdup_printf (ngettext ("%s event: see the table", "%s events: see the table", more), number);
  /* Translators: after the events that a chart has room to name */
  /* xgettext:c-format */
  return g_strdup_printf (ngettext ("and %s more event", "and %s more events", more), number);
}

/* What stands in the key, in the order of reading. Only a clause that is longer than the whole chart is wide is cut. */
static double *
measure_key (NidaAnnotations *self,
             NidaTimeFrame   *frame,
             guint           *n)
{
  double *widths = g_new (double, self->n_numbered + 1);
  g_autofree char *more = more_words (self, frame);

  *n = 0;
  for (guint i = 0; i < self->n_numbered; i++)
    if (nida_annotations_get (self, i)->listed)
      widths[(*n)++] = MIN (frame->area.width, entry_width (frame, key_words (self, frame, nida_annotations_get (self, i))));
  if (more != NULL)
    widths[(*n)++] = nida_time_frame_width (frame, more, NIDA_FONT_SOURCE);
  return widths;
}

/* Columns of @rows entries, each as wide as its longest one. @places: where each entry begins, its y in rows.
 * Returns: how wide they are together */
static double
lay_columns (NidaTimeFrame *frame,
             const double  *widths,
             guint          n,
             guint          rows,
             NidaPoint     *places)
{
  double x = 0, column = 0;

  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && i % rows == 0)
        {
          x += column + COLUMN_GAP * frame->scale;
          column = 0;
        }
      places[i] = (NidaPoint) { x, i % rows };
      column = MAX (column, widths[i]);
    }
  return x + column;
}

/* One after another, as words in lines. Returns: how many rows they take */
static guint
lay_lines (NidaTimeFrame *frame,
           const double  *widths,
           guint          n,
           NidaPoint     *places)
{
  double x = 0;
  guint row = 0;

  for (guint i = 0; i < n; i++)
    {
      if (x > 0 && x + widths[i] > frame->area.width)
        {
          x = 0;
          row++;
        }
      places[i] = (NidaPoint) { x, row };
      x += widths[i] + COLUMN_GAP * frame->scale;
    }
  return row + 1;
}

/* The fewest rows, at most @allowed, whose columns hold every entry whole; where no columns do, lines may, which have no holes. */
static gboolean
fit_rows (NidaAnnotations *self,
          NidaTimeFrame   *frame,
          guint            allowed)
{
  guint n;
  g_autofree double *widths = measure_key (self, frame, &n);
  g_autofree NidaPoint *places = g_new (NidaPoint, n + 1);

  self->in_lines = FALSE;
  for (self->rows = 1; self->rows <= allowed; self->rows++)
    if (lay_columns (frame, widths, n, self->rows, places) <= frame->area.width)
      return TRUE;
  self->in_lines = TRUE;
  self->rows = lay_lines (frame, widths, n, places);
  return self->rows <= allowed;
}

/* A coarse date says least of when it was; words that no row can hold take the place of others. */
static guint
rank_of (NidaAnnotations      *self,
         const NidaAnnotation *item,
         NidaTimeFrame        *frame)
{
  double width = entry_width (frame, key_words (self, frame, item));

  return (item->coarse ? 1 : 0) + (width > frame->area.width ? 2 : 0);
}

/* The key has all with all their words, else with their first clauses, else as many as it can show whole. */
static void
choose_listed (NidaAnnotations *self,
               NidaTimeFrame   *frame,
               guint            allowed)
{
  for (guint i = 0; i < self->n_numbered; i++)
    nida_annotations_get (self, i)->listed = TRUE;
  self->n_listed = self->n_numbered;
  for (guint brief = 0; brief < 2; brief++)
    {
      self->brief = brief == 1;
      if (fit_rows (self, frame, allowed))
        return;
    }
  for (guint i = 0; i < self->n_numbered; i++)
    nida_annotations_get (self, i)->listed = FALSE;
  self->n_listed = 0;
  for (guint rank = 0; rank < 4; rank++)
    for (guint i = 0; i < self->n_numbered; i++)
      {
        if (rank_of (self, nida_annotations_get (self, i), frame) != rank)
          continue;
        nida_annotations_get (self, i)->listed = TRUE;
        self->n_listed++;
        if (fit_rows (self, frame, allowed))
          continue;
        nida_annotations_get (self, i)->listed = FALSE;
        self->n_listed--;
      }
  if (!fit_rows (self, frame, allowed))
    {
      self->rows = 1;                            /* "10 events" alone is too long for this chart */
      self->in_lines = FALSE;
    }
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
                           double           lane,
                           double           max_height)
{
  double line = line_height (frame), room = max_height - lane_height (frame);

  self->rows = max_height >= line ? 1 : 0;
  self->n_numbered = self->n_listed = 0;
  for (guint i = 0; i < self->items->len; i++)         /* where a layout that is tried before this one had room for them */
    nida_annotations_get (self, i)->listed = FALSE;
  if (self->items->len + self->outside == 0)
    return 0;
  if (room >= line)
    {
      choose_numbered (self, frame, lane);
      choose_listed (self, frame, (guint) (room / line));
    }
  return (self->n_numbered > 0 ? lane_height (frame) : 0) + self->rows * line + 2 * frame->scale;
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
      centres[i] = CLAMP (nida_annotations_get (self, i)->along, start, end);
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
  node->note = along_time;
  if (along_time)
    nida_scene_builder_mark (node, g_steal_pointer (&item->mark));
  node = nida_scene_builder_text (frame->recipe->scene, text,
                                  (NidaBox) { centre.x - size / 2, centre.y - height / 2, size, height },
                                  NIDA_FONT_SOURCE, item->ink, NIDA_ANCHOR_MIDDLE, words);
  node->note = along_time;
}

/* The key reads with the text, not with time. */
static void
emit_key_row (NidaAnnotations *self,
              NidaTimeFrame   *frame,
              guint            number,
              NidaBox          box)
{
  NidaAnnotation *item = nida_annotations_get (self, number - 1);
  double size = MARKER * frame->scale, indent = size + MARKER_GAP * frame->scale;
  g_autofree char *dot = g_strdup_printf ("key/%s/dot", item->id);
  g_autofree char *key = g_strdup_printf ("key/%s", item->id);

  emit_number (frame, dot, (NidaPoint) { box.x + size / 2, box.y + box.height / 2 }, item, number, FALSE);
  nida_scene_builder_text (frame->recipe->scene, key, (NidaBox) { box.x + indent, box.y, box.width - indent, box.height },
                           NIDA_FONT_SOURCE, NIDA_COLOR_TEXT_SECOND, NIDA_ANCHOR_START, key_words (self, frame, item));
}

/* Asked for what they are, the others answer here and at their numbers. */
static void
emit_more (NidaAnnotations *self,
           NidaTimeFrame   *frame,
           const char      *words,
           NidaBox          box)
{
  NidaNode *node = nida_scene_builder_text (frame->recipe->scene, "key/more", box, NIDA_FONT_SOURCE,
                                            NIDA_COLOR_TEXT_SECOND, NIDA_ANCHOR_START, words);
  NidaMark *mark = nida_mark_new (words, NULL, NULL, NIDA_MONEY_NONE);

  for (guint i = 0; i < self->items->len; i++)
    if (!nida_annotations_get (self, i)->listed)
      nida_mark_add_line (mark, nida_annotations_get (self, i)->words);
  nida_scene_builder_mark (node, mark);
}

static void
emit_entries (NidaAnnotations *self,
              NidaTimeFrame   *frame,
              double           y)
{
  guint n, entry = 0;
  g_autofree double *widths = measure_key (self, frame, &n);
  g_autofree NidaPoint *places = g_new (NidaPoint, n + 1);
  g_autofree char *more = more_words (self, frame);
  const NidaBox area = frame->area;

  if (self->rows == 0)
    return;
  if (self->in_lines)
    lay_lines (frame, widths, n, places);
  else
    lay_columns (frame, widths, n, self->rows, places);
  for (guint i = 0; i <= self->n_numbered; i++)
    {
      NidaBox box;

      if (i < self->n_numbered ? !nida_annotations_get (self, i)->listed : more == NULL)
        continue;
      box = (NidaBox) { area.x + places[entry].x, y + places[entry].y * line_height (frame),
                        MIN (widths[entry], area.width - places[entry].x), line_height (frame) };
      if (i < self->n_numbered)
        emit_key_row (self, frame, i + 1, box);
      else
        emit_more (self, frame, more, box);
      entry++;
    }
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

  spread (self, frame, start, end, centres);
  for (guint i = 0; i < self->n_numbered; i++)
    {
      g_autofree char *line = g_strdup_printf ("leader/%s", nida_annotations_get (self, i)->id);

      nida_time_frame_line (frame, line, (NidaPoint) { CLAMP (nida_annotations_get (self, i)->along, start, end), y },
                            (NidaPoint) { centres[i], middle }, NIDA_COLOR_TEXT_SECOND, frame->scale)->note = TRUE;
    }
  for (guint i = 0; i < self->n_numbered; i++)
    {
      g_autofree char *key = g_strdup_printf ("note/%s", nida_annotations_get (self, i)->id);

      emit_number (frame, key, (NidaPoint) { centres[i], middle }, nida_annotations_get (self, i), i + 1, TRUE);
    }
  emit_entries (self, frame, self->n_numbered > 0 ? y + lane_height (frame) : y);
}
