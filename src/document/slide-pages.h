/* The slides of a document as pages: as they are shown, or each above the notes of its speaker. */
#pragma once

#include "items.h"
#include "slide-scene.h"

G_BEGIN_DECLS

/* (element-type NidaSlide): of @items, in order; those that this version does not know are left out, and counted in @n_unknown,
 * which may be NULL. Transfer full. */
GPtrArray *nida_slide_pages_read  (NidaItems *items, guint *n_unknown);
/* (element-type NidaScene): a page each of 960 × 540 points, or with @notes A4 pages, as many as the notes need. Asks @engine,
 * waiting. The size and numbers of @context are not heeded. Transfer full. */
GPtrArray *nida_slide_pages_build (GPtrArray *slides, NidaLocalEngine *engine, NidaColorMap *colors, const NidaSlideContext *context, gboolean notes);
/**
 * NidaSlidePrint:
 *
 * All that pages are made of; in any thread.
 *
 * @languages: English and Arabic
 * @colors: (nullable): which donors have which hue already
 * @step: (nullable): told how many of @slides are done; %FALSE stops
 */
typedef struct {
  GPtrArray         *slides;
  NidaLocalEngine   *engine;
  NidaLanguage      *languages[2];
  gboolean           arabic;
  NidaTheme          theme;
  NidaTimeDirection  time_direction;
  gboolean           notes;
  NidaColorMap      *colors;
  gboolean         (*step) (guint done, gpointer data);
  gpointer           step_data;
} NidaSlidePrint;

/* The same with sources, hues and measurers of its own; NULL when it was stopped. */
GPtrArray *nida_slide_pages_print (const NidaSlidePrint *print);
/* What the whole is called: the title of the first slide that has one; transfer full. */
char      *nida_slide_pages_title (GPtrArray *pages);

G_END_DECLS
