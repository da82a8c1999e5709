/* A scene onto a Cairo context: the window, PNG, SVG, PDF and printer alike. */
#pragma once

#include "scene.h"
#include "text-masks.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct {
  NidaTheme   theme;
  gboolean    background;     /* fill the card colour first */
  gboolean    tagged;         /* words are marked as headings and paragraphs, for a PDF that is read aloud */
  const char *current;        /* key of the mark under the pointer or keyboard, or NULL: drawn with an outline */
  const char *selected;       /* key of a selected mark, or NULL */
  const NidaBox *brush;       /* what a stroke has inside, or NULL: a frame and a breath of its colour */
  NidaTextMasks *masks;       /* of a window that paints again and again, or NULL; then words stand on quarters of a pixel */
} NidaPaintOptions;

void nida_scene_paint (NidaScene *scene, cairo_t *cr, const NidaPaintOptions *options);

/* Points out the node @key, if @scene has it: a line around it that widens and fades while @progress goes from 0 to 1. */
void nida_scene_paint_pulse (NidaScene *scene, cairo_t *cr, NidaTheme theme, const char *key, double progress);

/* The outline that an area is painted with, by theme; NONE for none. */
NidaColor nida_node_outline (const NidaNode *node, NidaTheme theme, double scale);

G_END_DECLS
