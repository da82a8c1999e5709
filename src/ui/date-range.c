/* When: a small histogram of the money by year or month, with two handles for the first and last. */
#include "config.h"

#include "date-range.h"

#include "look.h"
#include "translate.h"

#include <string.h>

#define HEIGHT 54
#define HANDLE 16
#define BARS_HEIGHT 38
#define MAX_BARS 600

enum { FIRST, LAST };

struct _NidaDateRange
{
  GtkWidget    parent_instance;

  GtkWidget   *handles[2];
  NidaSession *session;
  gboolean     monthly;
  int          base;         /* of bar 0: the year, or year × 12 + month − 1 */
  guint        n;
  NidaMoney   *bars;
  NidaMoney    largest;
  guint        ends[2];      /* chosen bars, both included */
  int          dragged;      /* FIRST, LAST or -1 */
};

G_DEFINE_FINAL_TYPE (NidaDateRange, nida_date_range, GTK_TYPE_WIDGET)

/* A box of the toolkit leaves the focus to its children, and a handle has none. */
#define NIDA_TYPE_RANGE_HANDLE (nida_range_handle_get_type ())
G_DECLARE_FINAL_TYPE (NidaRangeHandle, nida_range_handle, NIDA, RANGE_HANDLE, GtkWidget)

struct _NidaRangeHandle
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (NidaRangeHandle, nida_range_handle, GTK_TYPE_WIDGET)

static void
nida_range_handle_class_init (NidaRangeHandleClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
nida_range_handle_init (NidaRangeHandle *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/* --- bars --- */

static int
ordinal (NidaDateRange *self,
         NidaDate       date)
{
  int year, month, day;

  nida_civil_from_days (nida_date_first_day (date), &year, &month, &day);
  return self->monthly ? year * 12 + month - 1 : year;
}

static NidaDate
bar_date (NidaDateRange *self,
          guint          bar)
{
  int value = self->base + (int) bar;

  return self->monthly ? nida_date_new_month (value / 12, value % 12 + 1) : nida_date_new_year (value);
}

/* A span or a coarser date stands at no single bar. */
static gboolean
stands_at_bar (NidaDateRange      *self,
               const NidaCubeItem *item)
{
  return !item->not_stated && !nida_period_is_span (item->period)
      && item->period.start.precision == (self->monthly ? NIDA_PRECISION_MONTH : NIDA_PRECISION_YEAR);
}

static void
find_extent (NidaDateRange *self,
             NidaCube      *cube)
{
  int first = G_MAXINT, last = G_MININT;

  for (guint i = 0; i < nida_cube_get_n_items (cube, 0); i++)
    {
      const NidaCubeItem *item = nida_cube_get_item (cube, 0, i);

      if (!stands_at_bar (self, item))
        continue;
      first = MIN (first, ordinal (self, item->period.start));
      last = MAX (last, ordinal (self, item->period.start));
    }
  self->base = first;
  self->n = last >= first && last - first < MAX_BARS ? (guint) (last - first + 1) : 0;
}

static void
fill_bars (NidaDateRange *self,
           NidaCube      *cube)
{
  NidaMeasure measure = nida_cube_main_measure (cube);

  g_free (self->bars);
  self->bars = g_new0 (NidaMoney, self->n);
  self->largest = 0;
  for (guint i = 0; i < nida_cube_get_n_cells (cube) && self->n > 0; i++)
    {
      const NidaCubeCell *cell = nida_cube_get_cell (cube, i);
      const NidaCubeItem *item = nida_cube_get_item (cube, 0, cell->item[0]);
      NidaMoney figure = nida_cell_figure (cell, measure);
      int bar;

      if (!stands_at_bar (self, item) || figure == NIDA_MONEY_NONE)
        continue;
      bar = ordinal (self, item->period.start) - self->base;
      if (bar >= 0 && bar < (int) self->n)
        self->bars[bar] = figure;
      self->largest = MAX (self->largest, figure);
    }
}

static guint
bar_of_date (NidaDateRange *self,
             NidaDate       date,
             guint          fallback)
{
  if (date.precision == NIDA_PRECISION_NONE)
    return fallback;
  return (guint) CLAMP (ordinal (self, date) - self->base, 0, (int) self->n - 1);
}

static void
tell_handles (NidaDateRange *self)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());

  for (int i = FIRST; i <= LAST && self->n > 0; i++)
    {
      g_autofree char *words = nida_language_date (language, bar_date (self, self->ends[i]), NIDA_DATE_MEDIUM);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self->handles[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, i == FIRST ? _("From") : _("To"),
                                      GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                      GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) self->n - 1,
                                      GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) self->ends[i],
                                      GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words,
                                      /* GTK 4.8 gives the bus the values of its own sliders alone */
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                      -1);
    }
}

static void
update (NidaDateRange *self)
{
  NidaAnswers *answers = nida_session_get_answers (self->session);
  NidaDate from, to;

  if (answers == NULL || answers->dates == NULL || self->dragged >= 0)
    return;
  self->monthly = nida_cube_get_query (answers->dates)->by[0].step == NIDA_STEP_MONTH;
  find_extent (self, answers->dates);
  fill_bars (self, answers->dates);
  nida_filter_set_get_range (nida_session_get_filters (self->session), &from, &to);
  self->ends[FIRST] = self->n > 0 ? bar_of_date (self, from, 0) : 0;
  self->ends[LAST] = self->n > 0 ? bar_of_date (self, to, self->n - 1) : 0;
  tell_handles (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- places --- */

static gboolean
is_mirrored (NidaDateRange *self)
{
  NidaTimeDirection direction = nida_look_get_time_direction (nida_look_get ());

  return direction == NIDA_TIME_RTL
      || (direction == NIDA_TIME_FOLLOW && gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL);
}

/* The x of the border before bar @bar; @bar == n is the end of the last. */
static double
border_x (NidaDateRange *self,
          guint          bar)
{
  double room = gtk_widget_get_width (GTK_WIDGET (self)) - HANDLE;
  double x = HANDLE / 2.0 + room * bar / MAX (1, self->n);

  return is_mirrored (self) ? gtk_widget_get_width (GTK_WIDGET (self)) - x : x;
}

static guint
bar_at (NidaDateRange *self,
        double         x)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double place = is_mirrored (self) ? width - x : x;

  return (guint) CLAMP ((int) ((place - HANDLE / 2.0) * self->n / MAX (1.0, width - HANDLE)), 0, (int) self->n - 1);
}

static void
set_end (NidaDateRange *self,
         int            end,
         guint          bar)
{
  self->ends[end] = end == FIRST ? MIN (bar, self->ends[LAST]) : MAX (bar, self->ends[FIRST]);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
apply_ends (NidaDateRange *self)
{
  nida_date_range_choose (self, self->ends[FIRST], self->ends[LAST]);
  tell_handles (self);
}

static void
drag_begin_cb (NidaDateRange *self,
               double         x,
               double         y)
{
  double first = border_x (self, self->ends[FIRST]), last = border_x (self, self->ends[LAST] + 1);

  if (self->n < 2)
    return;
  self->dragged = ABS (x - first) <= ABS (x - last) ? FIRST : LAST;
  gtk_widget_grab_focus (self->handles[self->dragged]);
  set_end (self, self->dragged, bar_at (self, x));
}

static void
drag_update_cb (NidaDateRange  *self,
                double          dx,
                double          dy,
                GtkGestureDrag *gesture)
{
  double x, y;

  if (self->dragged < 0)
    return;
  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  set_end (self, self->dragged, bar_at (self, x + dx));
}

static void
drag_end_cb (NidaDateRange *self)
{
  if (self->dragged < 0)
    return;
  self->dragged = -1;
  apply_ends (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                NidaDateRange         *self)
{
  GtkWidget *handle = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  int end = handle == self->handles[LAST];
  int forward = is_mirrored (self) ? -1 : 1;
  int bar = (int) self->ends[end];

  if (key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
    bar -= forward;
  else if (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
    bar += forward;
  else if (key == GDK_KEY_Home)
    bar = 0;
  else if (key == GDK_KEY_End)
    bar = (int) self->n - 1;
  else
    return FALSE;
  set_end (self, end, (guint) CLAMP (bar, 0, (int) self->n - 1));
  apply_ends (self);
  return TRUE;
}

/* --- widget --- */

static void
nida_date_range_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  NidaDateRange *self = NIDA_DATE_RANGE (widget);

  for (int i = FIRST; i <= LAST; i++)
    gtk_widget_measure (self->handles[i], orientation, -1, NULL, NULL, NULL, NULL);
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 80;
}

static void
nida_date_range_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  NidaDateRange *self = NIDA_DATE_RANGE (widget);

  for (int i = FIRST; i <= LAST; i++)
    {
      double x = border_x (self, self->ends[i] + (i == LAST ? 1 : 0));

      gtk_widget_set_child_visible (self->handles[i], self->n > 1);
      gtk_widget_size_allocate (self->handles[i],
                                &(GtkAllocation) { (int) x - HANDLE / 2, BARS_HEIGHT + 1 - HANDLE / 2 + 2, HANDLE, HANDLE }, -1);
    }
}

/* Is the bar within the range, and, where marks of time were clicked, within one of them? */
static gboolean
is_chosen (NidaDateRange *self,
           guint          bar)
{
  const NidaFilterSet *filters = nida_session_get_filters (self->session);
  NidaDate date = bar_date (self, bar);
  NidaPeriod period = { date, date };
  const char * const *values = NULL;

  if (bar < self->ends[FIRST] || bar > self->ends[LAST])
    return FALSE;
  for (guint i = 0; i < nida_filter_set_get_n (filters) && values == NULL; i++)
    if (nida_filter_set_get (filters, i, &values) != NIDA_FIELD_DATE)
      values = NULL;
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      NidaDate chosen;
      gboolean known = nida_date_parse (values[i], strlen (values[i]), &chosen) == NIDA_DATE_OK;
      NidaPeriod other = { chosen, chosen };

      /* What cannot be placed ("undated", a span) darkens nothing. */
      if (known && (nida_period_within (period, nida_date_first_day (chosen), nida_date_last_day (chosen))
                    || nida_period_within (other, nida_date_first_day (date), nida_date_last_day (date))))
        return TRUE;
    }
  return values == NULL;
}

static void
append_bar (GtkSnapshot   *snapshot,
            NidaDateRange *self,
            guint          bar,
            const GdkRGBA *color)
{
  double a = border_x (self, bar), b = border_x (self, bar + 1);
  double gap = ABS (b - a) > 4 ? 1.0 : 0.0;
  double height = self->largest > 0 && self->bars[bar] > 0 ? MAX (1.0, (double) self->bars[bar] / (double) self->largest * (BARS_HEIGHT - 4)) : 0;

  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT ((float) MIN (a, b), (float) (BARS_HEIGHT - height),
                                                                   (float) (ABS (b - a) - gap), (float) height));
}

static void
nida_date_range_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  NidaDateRange *self = NIDA_DATE_RANGE (widget);
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA accent = { 0, 0.447f, 0.698f, 1 }, pale = { 0.75f, 0.86f, 0.92f, 1 };
  double a, b;

  if (self->n == 0)
    return;
  gtk_style_context_lookup_color (context, "nida_accent", &accent);
  gtk_style_context_lookup_color (context, "nida_pale", &pale);
  for (guint i = 0; i < self->n; i++)
    append_bar (snapshot, self, i, is_chosen (self, i) ? &accent : &pale);
  a = border_x (self, self->ends[FIRST]);
  b = border_x (self, self->ends[LAST] + 1);
  gtk_snapshot_append_color (snapshot, &pale, &GRAPHENE_RECT_INIT (HANDLE / 2, BARS_HEIGHT + 2, (float) gtk_widget_get_width (widget) - HANDLE, 2));
  gtk_snapshot_append_color (snapshot, &accent, &GRAPHENE_RECT_INIT ((float) MIN (a, b), BARS_HEIGHT + 2, (float) ABS (b - a), 2));
  for (int i = FIRST; i <= LAST; i++)
    gtk_widget_snapshot_child (widget, self->handles[i], snapshot);
}

static void
nida_date_range_dispose (GObject *object)
{
  NidaDateRange *self = NIDA_DATE_RANGE (object);

  for (int i = FIRST; i <= LAST; i++)
    g_clear_pointer (&self->handles[i], gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_pointer (&self->bars, g_free);
  G_OBJECT_CLASS (nida_date_range_parent_class)->dispose (object);
}

static void
nida_date_range_class_init (NidaDateRangeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nida_date_range_dispose;
  widget_class->measure = nida_date_range_measure;
  widget_class->size_allocate = nida_date_range_size_allocate;
  widget_class->snapshot = nida_date_range_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_handle (NidaDateRange *self)
{
  GtkWidget *handle = g_object_new (NIDA_TYPE_RANGE_HANDLE, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_add_css_class (handle, "nida-range-handle");
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (handle, keys);
  gtk_widget_set_parent (handle, GTK_WIDGET (self));
  return handle;
}

static void
nida_date_range_init (NidaDateRange *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->dragged = -1;
  for (int i = FIRST; i <= LAST; i++)
    self->handles[i] = make_handle (self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

GtkWidget *
nida_date_range_new (NidaSession *session)
{
  NidaDateRange *self = g_object_new (NIDA_TYPE_DATE_RANGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "answered", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (nida_look_get (), "changed", G_CALLBACK (gtk_widget_queue_allocate), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

gboolean
nida_date_range_is_idle (NidaDateRange *self)
{
  return self->n < 2;
}

char *
nida_date_range_words (NidaDateRange *self)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  NidaPeriod period;

  if (self->n == 0)
    return g_strdup ("");
  period = (NidaPeriod) { bar_date (self, self->ends[FIRST]), bar_date (self, self->ends[LAST]) };
  return nida_language_period (language, period, NIDA_DATE_MEDIUM);
}

guint
nida_date_range_get_n (NidaDateRange *self)
{
  return self->n;
}

void
nida_date_range_choose (NidaDateRange *self,
                        guint          first,
                        guint          last)
{
  g_return_if_fail (first <= last && last < self->n);

  if (first == 0 && last == self->n - 1)
    nida_session_set_range (self->session, NIDA_DATE_NONE, NIDA_DATE_NONE);
  else
    nida_session_set_range (self->session, bar_date (self, first), bar_date (self, last));
}
