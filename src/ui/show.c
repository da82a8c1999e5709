/* A running presentation. Every command comes here, from keys, buttons and remotes; what is shown is told by "changed". Its
 * pictures are made in show-scenes.c, its time passes in show-time.c. */
#include "config.h"

#include "show-private.h"

#define MAX_NUMBER 9999

enum { CHANGED, COMMAND, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NidaShow, nida_show, G_TYPE_OBJECT)

void
nida_show_tell (NidaShow       *self,
                NidaShowChange  changes)
{
  if ((changes & (NIDA_SHOW_SLIDE | NIDA_SHOW_DATA)) != 0)
    nida_show_brush_follow (self->brush);
  g_signal_emit (self, signals[CHANGED], 0, (guint) changes);
}

/* --- going from slide to slide --- */

/* Between two slides what waited comes in: nobody is in the middle of a sentence. */
static void
take_pending (NidaShow *self)
{
  g_autofree char *pending = nida_show_source_dup_pending (self->source, self->languages[self->arabic]);

  if (pending != NULL)
    nida_show_source_take (self->source);
}

static void
set_place (NidaShow *self,
           guint     slide,
           guint     step)
{
  gboolean other = slide != self->slide;

  if (!other && step == self->step)
    return;
  self->slide = slide;
  self->step = step;
  if (other)
    {
      nida_show_brush_let_go (self->brush);
      self->slide_began = nida_show_now (self);
      take_pending (self);
      nida_show_brush_take_comparison (self->brush);
    }
  nida_show_tell (self, NIDA_SHOW_SLIDE | NIDA_SHOW_TIME);
}

gboolean
nida_show_find_next (NidaShow *self,
                     guint    *slide,
                     guint    *step)
{
  guint n = nida_show_get_n_slides (self);

  *slide = self->slide;
  *step = self->step + 1;
  if (n == 0)
    return FALSE;
  if (*step < nida_show_source_get_n_steps (self->source, self->slide))
    return TRUE;
  *slide = self->slide + 1;
  *step = 0;
  if (*slide >= n && self->automatic && self->loop)
    *slide = 0;
  return *slide < n;
}

void
nida_show_advance (NidaShow *self)
{
  guint slide, step;

  if (nida_show_find_next (self, &slide, &step))
    set_place (self, slide, step);
}

/* To the slide before as it was left: whole. */
static void
go_previous (NidaShow *self)
{
  if (self->step > 0)
    set_place (self, self->slide, self->step - 1);
  else if (self->slide > 0)
    set_place (self, self->slide - 1, nida_show_source_get_n_steps (self->source, self->slide - 1) - 1);
}

void
nida_show_go_to (NidaShow *self,
                 guint     slide)
{
  guint n = nida_show_get_n_slides (self);

  if (n > 0)
    set_place (self, MIN (slide, n - 1), 0);
}

static void
set_screen (NidaShow       *self,
            NidaShowScreen  screen)
{
  if (self->screen == screen)
    return;
  self->screen = screen;
  self->cursor = self->slide;
  if (screen == NIDA_SHOW_SHOWN)
    self->slide_began = nida_show_now (self);      /* who was away sees it for its whole time */
  nida_show_tell (self, NIDA_SHOW_SCREEN);
}

static void
toggle_screen (NidaShow       *self,
               NidaShowScreen  screen)
{
  set_screen (self, self->screen == screen ? NIDA_SHOW_SHOWN : screen);
}

static void
set_number (NidaShow *self,
            guint     number)
{
  if (self->number == number)
    return;
  self->number = number;
  nida_show_tell (self, NIDA_SHOW_NUMBER);
}

void
nida_show_type (NidaShow *self,
                guint     digit)
{
  set_number (self, MIN (self->number * 10 + digit, MAX_NUMBER));
}

static void
enter (NidaShow *self)
{
  guint number = self->number;

  set_number (self, 0);
  if (number == 0)
    nida_show_advance (self);
  else
    nida_show_go_to (self, number - 1);
}

/* --- commands --- */

static void
toggle_language (NidaShow *self)
{
  self->arabic = !self->arabic;
  nida_show_forget (self);
  nida_show_tell (self, NIDA_SHOW_DATA | NIDA_SHOW_LANGUAGE);
}

static void
back (NidaShow *self)
{
  if (self->number > 0)
    set_number (self, 0);
  else if (self->screen == NIDA_SHOW_ALL_SLIDES)
    set_screen (self, NIDA_SHOW_SHOWN);
  else if (!nida_show_brush_let_go (self->brush))
    g_signal_emit (self, signals[COMMAND], 0, (int) NIDA_SHOW_END);
}

static void
set_cursor (NidaShow *self,
            guint     cursor)
{
  guint n = nida_show_get_n_slides (self);

  cursor = n > 0 ? MIN (cursor, n - 1) : 0;
  if (self->cursor == cursor)
    return;
  self->cursor = cursor;
  nida_show_tell (self, NIDA_SHOW_SCREEN);
}

/* Among the small pictures; what is shown to the audience stays until one is chosen. */
static void
move_cursor (NidaShow        *self,
             NidaShowCommand  command)
{
  guint number = self->number > 0 ? self->number : self->cursor + 1;

  switch (command)
    {
    case NIDA_SHOW_NEXT: set_cursor (self, self->cursor + 1); break;
    case NIDA_SHOW_PREVIOUS: set_cursor (self, MAX (self->cursor, 1) - 1); break;
    case NIDA_SHOW_FIRST: set_cursor (self, 0); break;
    case NIDA_SHOW_LAST: set_cursor (self, G_MAXUINT); break;
    case NIDA_SHOW_ENTER:
      set_number (self, 0);
      set_screen (self, NIDA_SHOW_SHOWN);
      nida_show_go_to (self, number - 1);
      break;
    default: g_return_if_reached ();
    }
}

/* A dark screen is lit by whatever goes on: the speaker has no other sign that it is dark. */
static void
move (NidaShow        *self,
      NidaShowCommand  command)
{
  set_screen (self, NIDA_SHOW_SHOWN);
  switch (command)
    {
    case NIDA_SHOW_NEXT: nida_show_advance (self); break;
    case NIDA_SHOW_PREVIOUS: go_previous (self); break;
    case NIDA_SHOW_FIRST: nida_show_go_to (self, 0); break;
    case NIDA_SHOW_LAST: nida_show_go_to (self, G_MAXUINT); break;
    case NIDA_SHOW_ENTER: enter (self); break;
    default: g_return_if_reached ();
    }
}

static void
set_paused (NidaShow *self,
            gboolean  paused)
{
  if (self->paused == paused)
    return;
  self->paused = paused;
  if (!paused)
    self->slide_began = nida_show_now (self);
  nida_show_tell (self, NIDA_SHOW_TIME);
}

gboolean
nida_show_run (NidaShow        *self,
               NidaShowCommand  command)
{
  /* who takes the slides in hand, or enters a pledge, is not overtaken by them */
  if ((command <= NIDA_SHOW_ENTER || command == NIDA_SHOW_PLEDGE) && self->automatic)
    set_paused (self, TRUE);
  switch (command)
    {
    case NIDA_SHOW_NEXT: case NIDA_SHOW_PREVIOUS: case NIDA_SHOW_FIRST: case NIDA_SHOW_LAST: case NIDA_SHOW_ENTER:
      if (self->screen == NIDA_SHOW_ALL_SLIDES)
        move_cursor (self, command);
      else
        move (self, command);
      return TRUE;
    case NIDA_SHOW_TOGGLE_BLACK: toggle_screen (self, NIDA_SHOW_BLACK); return TRUE;
    case NIDA_SHOW_TOGGLE_WHITE: toggle_screen (self, NIDA_SHOW_WHITE); return TRUE;
    case NIDA_SHOW_TOGGLE_OVERVIEW: toggle_screen (self, NIDA_SHOW_ALL_SLIDES); return TRUE;
    case NIDA_SHOW_TOGGLE_LANGUAGE: toggle_language (self); return TRUE;
    case NIDA_SHOW_REFRESH:
      take_pending (self);
      nida_show_brush_take_comparison (self->brush);
      return TRUE;
    case NIDA_SHOW_TOGGLE_AUTO: set_paused (self, !self->paused); return self->automatic;
    case NIDA_SHOW_BACK: back (self); return TRUE;
    case NIDA_SHOW_SWAP: case NIDA_SHOW_FULLSCREEN: case NIDA_SHOW_END: case NIDA_SHOW_LARGER: case NIDA_SHOW_SMALLER:
    case NIDA_SHOW_PLEDGE:
      g_signal_emit (self, signals[COMMAND], 0, (int) command);
      return TRUE;
    case NIDA_SHOW_N_COMMANDS:
    default: g_return_val_if_reached (FALSE);
    }
}

/* --- what the source tells --- */

static void
slides_changed_cb (NidaShow *self)
{
  guint n = nida_show_get_n_slides (self);

  self->slide = n > 0 ? MIN (self->slide, n - 1) : 0;
  self->step = n > 0 ? MIN (self->step, nida_show_source_get_n_steps (self->source, self->slide) - 1) : 0;
  nida_show_forget (self);
  nida_show_tell (self, NIDA_SHOW_SLIDE | NIDA_SHOW_DATA | NIDA_SHOW_TIME);
}

static void
data_changed_cb (NidaShow *self)
{
  nida_show_forget (self);
  nida_show_tell (self, NIDA_SHOW_DATA);
}

static void
pending_changed_cb (NidaShow *self)
{
  nida_show_tell (self, NIDA_SHOW_PENDING);
}

/* --- object --- */

static void
nida_show_dispose (GObject *object)
{
  NidaShow *self = NIDA_SHOW (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->pointer_timer, g_source_remove);
  nida_show_forget (self);
  g_clear_pointer (&self->brush, nida_show_brush_free);
  g_clear_pointer (&self->announced[0], g_free);
  g_clear_pointer (&self->announced[1], g_free);
  if (self->source != NULL)
    g_signal_handlers_disconnect_by_data (self->source, self);
  g_clear_object (&self->source);
  for (guint i = 0; i < G_N_ELEMENTS (self->languages); i++)
    {
      g_clear_object (&self->languages[i]);
      g_clear_object (&self->measurers[i]);
    }
  G_OBJECT_CLASS (nida_show_parent_class)->dispose (object);
}

static void
nida_show_class_init (NidaShowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nida_show_dispose;
  signals[CHANGED] = g_signal_new ("changed", NIDA_TYPE_SHOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[COMMAND] = g_signal_new ("command", NIDA_TYPE_SHOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
nida_show_init (NidaShow *self)
{
  self->width = NIDA_SHOW_WIDTH;
  self->height = NIDA_SHOW_HEIGHT;
  self->clock = nida_show_monotonic_clock;
  self->brush = nida_show_brush_new (self);
}

NidaShow *
nida_show_new (NidaShowSource *source,
               NidaLanguage   *english,
               NidaLanguage   *arabic,
               gboolean        arabic_first)
{
  NidaShow *self = g_object_new (NIDA_TYPE_SHOW, NULL);

  self->source = g_object_ref (source);
  self->languages[0] = g_object_ref (english);
  self->languages[1] = g_object_ref (arabic);
  self->measurers[0] = nida_pango_measurer_new (FALSE);
  self->measurers[1] = nida_pango_measurer_new (TRUE);
  self->arabic = arabic_first;
  g_signal_connect_swapped (source, "slides-changed", G_CALLBACK (slides_changed_cb), self);
  g_signal_connect_swapped (source, "data-changed", G_CALLBACK (data_changed_cb), self);
  g_signal_connect_swapped (source, "pending-changed", G_CALLBACK (pending_changed_cb), self);
  return self;
}

NidaShowSource *
nida_show_get_source (NidaShow *self)
{
  return self->source;
}

guint
nida_show_get_n_slides (NidaShow *self)
{
  return nida_show_source_get_n_slides (self->source);
}

guint
nida_show_get_slide (NidaShow *self)
{
  return self->slide;
}

guint
nida_show_get_step (NidaShow *self)
{
  return self->step;
}

guint
nida_show_get_number (NidaShow *self)
{
  return self->number;
}

NidaShowScreen
nida_show_get_screen (NidaShow *self)
{
  return self->screen;
}

guint
nida_show_get_cursor (NidaShow *self)
{
  return self->cursor;
}

NidaLanguage *
nida_show_get_language (NidaShow *self)
{
  return self->languages[self->arabic];
}
