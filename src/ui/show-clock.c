/* The time of a show: what has passed of it, what was meant to, slides that go on by themselves, and the pointer that hides. */
#include "config.h"

#include "show-private.h"
#include "show-time.h"

#define POINTER_US (2 * G_USEC_PER_SEC)
#define ANNOUNCED_US (8 * G_USEC_PER_SEC)

gint64
nida_show_monotonic_clock (gpointer data)
{
  return g_get_monotonic_time ();
}

gint64
nida_show_now (NidaShow *self)
{
  return self->clock (self->clock_data);
}

/* --- the pointer --- */

static gboolean
pointer_timer_cb (gpointer user_data)
{
  NidaShow *self = user_data;

  self->pointer_timer = 0;
  nida_show_unpoint (self);
  return G_SOURCE_REMOVE;
}

void
nida_show_point (NidaShow *self,
                 double    x,
                 double    y)
{
  self->pointer_x = CLAMP (x, 0, 1);
  self->pointer_y = CLAMP (y, 0, 1);
  self->pointer_until = nida_show_now (self) + POINTER_US;
  g_clear_handle_id (&self->pointer_timer, g_source_remove);
  if (self->timer != 0)
    self->pointer_timer = g_timeout_add (POINTER_US / 1000, pointer_timer_cb, self);
  nida_show_tell (self, NIDA_SHOW_POINTER);
}

void
nida_show_unpoint (NidaShow *self)
{
  g_clear_handle_id (&self->pointer_timer, g_source_remove);
  if (self->pointer_until == 0)
    return;
  self->pointer_until = 0;
  nida_show_tell (self, NIDA_SHOW_POINTER);
}

gboolean
nida_show_get_pointer (NidaShow *self,
                       double   *x,
                       double   *y)
{
  *x = self->pointer_x;
  *y = self->pointer_y;
  return self->pointer_until > 0;
}

/* --- announcements --- */

void
nida_show_announce (NidaShow   *self,
                    const char *english,
                    const char *arabic)
{
  const char *words[] = { english, arabic };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_free (self->announced[i]);
      self->announced[i] = g_strdup (words[i]);
    }
  self->announced_until = nida_show_now (self) + ANNOUNCED_US;
  nida_show_tell (self, NIDA_SHOW_ANNOUNCED);
}

const char *
nida_show_get_announced (NidaShow *self)
{
  return self->announced[self->arabic];
}

/* --- time --- */

static gboolean
timer_cb (gpointer user_data)
{
  nida_show_tick (user_data);
  return G_SOURCE_CONTINUE;
}

void
nida_show_set_clock (NidaShow      *self,
                     NidaShowClock  clock,
                     gpointer       data)
{
  self->clock = clock;
  self->clock_data = data;
  g_clear_handle_id (&self->timer, g_source_remove);
}

/* The time counts from here. */
void
nida_show_begin (NidaShow *self)
{
  self->began = self->slide_began = nida_show_now (self);
  if (self->clock == nida_show_monotonic_clock && self->timer == 0)
    self->timer = g_timeout_add_seconds (1, timer_cb, self);
  nida_show_brush_take_comparison (self->brush);
  nida_show_tell (self, NIDA_SHOW_SLIDE | NIDA_SHOW_DATA | NIDA_SHOW_TIME | NIDA_SHOW_PENDING);
}

static void
go_on (NidaShow *self)
{
  guint seconds = nida_show_has_auto (self) ? nida_show_source_get_seconds (self->source, self->slide) : 0;

  if (seconds > 0 && !self->paused && self->screen == NIDA_SHOW_SHOWN && nida_show_get_slide_time (self) >= seconds)
    {
      self->slide_began = nida_show_now (self);      /* also where a step is built, or the show stays on its last slide */
      nida_show_advance (self);
    }
}

void
nida_show_tick (NidaShow *self)
{
  if (self->pointer_until > 0 && nida_show_now (self) >= self->pointer_until)
    nida_show_unpoint (self);
  if (self->announced[0] != NULL && nida_show_now (self) >= self->announced_until)
    nida_show_announce (self, NULL, NULL);
  go_on (self);
  nida_show_tell (self, NIDA_SHOW_TIME);
}

guint
nida_show_get_elapsed (NidaShow *self)
{
  return (guint) ((nida_show_now (self) - self->began) / G_USEC_PER_SEC);
}

guint
nida_show_get_slide_time (NidaShow *self)
{
  return (guint) ((nida_show_now (self) - self->slide_began) / G_USEC_PER_SEC);
}

static guint *
dup_plans (NidaShow *self,
           guint    *n)
{
  guint *plans;

  *n = nida_show_get_n_slides (self);
  plans = g_new0 (guint, *n + 1);
  for (guint i = 0; i < *n; i++)
    plans[i] = nida_show_source_get_plan (self->source, i);
  return plans;
}

void
nida_show_set_plan (NidaShow *self,
                    guint     seconds)
{
  self->plan = seconds;
  nida_show_tell (self, NIDA_SHOW_TIME);
}

guint
nida_show_get_plan (NidaShow *self)
{
  guint n;
  g_autofree guint *plans = dup_plans (self, &n);

  return nida_show_time_total (plans, n, self->plan);
}

guint
nida_show_get_whole_plan (NidaShow *self)
{
  return self->plan;
}

void
nida_show_get_due (NidaShow *self,
                   guint    *from,
                   guint    *to)
{
  guint n;
  g_autofree guint *plans = dup_plans (self, &n);

  nida_show_time_due (plans, n, self->plan, self->slide, from, to);
}

int
nida_show_get_pace (NidaShow *self)
{
  guint from, to, elapsed = nida_show_get_elapsed (self);

  nida_show_get_due (self, &from, &to);
  if (to == 0)
    return 0;
  return elapsed > to ? (int) (elapsed - to) : elapsed < from ? -(int) (from - elapsed) : 0;
}

void
nida_show_set_auto (NidaShow *self,
                    gboolean  automatic,
                    gboolean  loop)
{
  self->automatic = automatic;
  self->loop = loop;
  self->paused = FALSE;
}

gboolean
nida_show_is_paused (NidaShow *self)
{
  return self->automatic && self->paused;
}

gboolean
nida_show_has_auto (NidaShow *self)
{
  return self->automatic && nida_show_get_n_slides (self) > 0 && nida_show_source_get_seconds (self->source, self->slide) > 0;
}

void
nida_show_set_awake (NidaShow *self,
                     gboolean  awake)
{
  self->awake = awake;
  nida_show_tell (self, NIDA_SHOW_TIME);
}

gboolean
nida_show_is_awake (NidaShow *self)
{
  return self->awake;
}
