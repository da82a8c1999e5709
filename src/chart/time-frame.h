/* The direction of time. Charts over time work in points along time: x grows from the past to the newest end, whatever
 * the language and the person's choice; the frame turns that into the logical x of the scene. Private to chart/. */
#pragma once

#include "placer.h"
#include "recipe.h"

G_BEGIN_DECLS

/**
 * NidaTimeFrame:
 * @area: the box of the chart, in points along time as in logical points (mirroring maps it onto itself)
 * @reversed: time runs against the direction of the text
 * @cue: the direction needs to be said: an arrow and "Latest: …" at the newest end
 */
typedef struct {
  NidaRecipe *recipe;
  NidaBox     area;
  double      scale;
  gboolean    reversed;
  gboolean    cue;
  NidaPlacer  placer;      /* in points along time */
} NidaTimeFrame;

void       nida_time_frame_init   (NidaTimeFrame *self, NidaRecipe *recipe);
void       nida_time_frame_clear  (NidaTimeFrame *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NidaTimeFrame, nida_time_frame_clear)

double     nida_time_frame_x      (const NidaTimeFrame *self, double along);
NidaBox    nida_time_frame_flip   (const NidaTimeFrame *self, NidaBox box);
NidaAnchor nida_time_frame_anchor (const NidaTimeFrame *self, NidaAnchor anchor);
double     nida_time_frame_width  (const NidaTimeFrame *self, const char *text, NidaFont font);
double     nida_time_frame_line_height (const NidaTimeFrame *self, NidaFont font);

/* As the builder's functions, in points along time; an anchor of START is the past side. */
NidaNode  *nida_time_frame_rect   (NidaTimeFrame *self, const char *key, NidaBox box, NidaColor fill);
NidaNode  *nida_time_frame_line   (NidaTimeFrame *self, const char *key, NidaPoint from, NidaPoint to,
                                   NidaColor stroke, double width);
NidaNode  *nida_time_frame_circle (NidaTimeFrame *self, const char *key, NidaPoint centre, double radius,
                                   NidaColor fill);
NidaNode  *nida_time_frame_text   (NidaTimeFrame *self, const char *key, NidaBox box, NidaFont font, NidaColor color,
                                   NidaAnchor anchor, const char *text);
NidaNode  *nida_time_frame_hatch  (NidaTimeFrame *self, const char *key, NidaBox box, NidaColor fill, NidaColor stroke);
/* The thin arrow at the newest end of the axis line at @y, when the direction needs a cue. */
void       nida_time_frame_arrow  (NidaTimeFrame *self, double along, double y);
/* "Latest: 17 Apr 2026" */
char      *nida_time_frame_latest (NidaTimeFrame *self, NidaDate date);

G_END_DECLS
