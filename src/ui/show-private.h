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

typedef struct _NidaShowBrush NidaShowBrush;

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
  NidaShowBrush     *brush;
  Picture            present, next;

  double             pointer_x, pointer_y;
  gint64             pointer_until;     /* 0: hidden */
  guint              pointer_timer;

  char              *announced[2];      /* English, Arabic; or NULL */
  gint64             announced_until;

  NidaShowClock      clock;
  gpointer           clock_data;
  guint              timer;
  gint64             began, slide_began;
  guint              plan;
  gboolean           automatic, loop, paused, awake;
};

void   nida_show_tell            (NidaShow *self, NidaShowChange changes);
/* The present slide and step with what a brush changes of its words; transfer full. */
NidaScene *nida_show_build_brushed (NidaShow *self, const NidaShowBrushed *brushed);
/* What was made is of another language, size or day. */
void   nida_show_forget          (NidaShow *self);
/* One step further, as the next slide or the next of its steps. */
void   nida_show_advance         (NidaShow *self);
NidaShowBrush *nida_show_brush_new  (NidaShow *show);
void           nida_show_brush_free (NidaShowBrush *self);
/* What is shown is another scene now. */
void           nida_show_brush_follow (NidaShowBrush *self);
/* Two selections that are compared in the window when a slide comes, or what waits is let in, are compared on it until somebody lets
 * go of them. */
void           nida_show_brush_take_comparison (NidaShowBrush *self);
/* Let go of all marks; FALSE where there were none. */
gboolean       nida_show_brush_let_go (NidaShowBrush *self);
gint64 nida_show_monotonic_clock (gpointer data);
gint64 nida_show_now             (NidaShow *self);

G_END_DECLS
