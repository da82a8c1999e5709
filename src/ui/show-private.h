/* Between the files of the show. */
#pragma once

#include "show.h"

G_BEGIN_DECLS

/* Of a screen until the audience's window has told its own. */
#define NIDA_SHOW_WIDTH  1280.0
#define NIDA_SHOW_HEIGHT 720.0

/* A scene that was made, and what of. */
typedef struct {
  NidaScene *scene;
  guint      slide, step;
} Picture;

struct _NidaShow {
  GObject            parent_instance;

  NidaShowSource    *source;
  NidaLanguage      *languages[2];      /* English, Arabic */
  NidaMeasurer      *measurers[2];
  gboolean           arabic;
  NidaTheme          theme;
  NidaTimeDirection  time_direction;
  double             width, height;

  guint              slide, step;
  guint              cursor;            /* of the overview */
  NidaShowScreen     screen;
  guint              number;
  char              *selected;          /* key of a mark, or NULL */
  Picture            present, next;

  double             pointer_x, pointer_y;
  gint64             pointer_until;     /* 0: hidden */
  guint              pointer_timer;

  NidaShowClock      clock;
  gpointer           clock_data;
  guint              timer;
  gint64             began, slide_began;
  guint              plan;
  gboolean           automatic, loop, paused, awake;
};

void   nida_show_tell            (NidaShow *self, NidaShowChange changes);
/* What was made is of another language, size or day. */
void   nida_show_forget          (NidaShow *self);
/* One step further, as the next slide or the next of its steps. */
void   nida_show_advance         (NidaShow *self);
gint64 nida_show_monotonic_clock (gpointer data);
gint64 nida_show_now             (NidaShow *self);

G_END_DECLS
