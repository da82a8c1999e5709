/* The slides of a session's document as the window shows them: each with its picture, which is made when it is looked at, and
 * one of them the present one. Has no widgets. */
#pragma once

#include "session.h"
#include "slide-scene.h"

G_BEGIN_DECLS

/**
 * NidaSlideList:
 *
 * One a session, made when it is first asked for; every change goes into the document, with a name for undo.
 *
 * Signals:
 * - "changed": other slides, in another order, or all pictures are others
 * - "slide-changed" (guint index): its words or its picture are others
 * - "current-changed": another one is the present one
 */
#define NIDA_TYPE_SLIDE_LIST (nida_slide_list_get_type ())
G_DECLARE_FINAL_TYPE (NidaSlideList, nida_slide_list, NIDA, SLIDE_LIST, GObject)

NidaSlideList   *nida_slide_list_of           (NidaSession *session);      /* transfer none */
guint            nida_slide_list_get_n        (NidaSlideList *self);
/* NULL where the text of the document is no slide that this version knows. */
const NidaSlide *nida_slide_list_get          (NidaSlideList *self, guint index);
const char      *nida_slide_list_get_id       (NidaSlideList *self, guint index);
/* Where its charts are still asked for, their frames stand empty; "slide-changed" comes with them. Transfer none; NULL before
 * anything is open, and where there is no slide that is known. */
NidaScene       *nida_slide_list_get_scene    (NidaSlideList *self, guint index);
/* G_MAXUINT where there are none. */
guint            nida_slide_list_get_current  (NidaSlideList *self);
void             nida_slide_list_set_current  (NidaSlideList *self, guint index);
/* For pictures elsewhere: of a size, for the window's language or the other one. */
NidaSlideContext nida_slide_list_get_context  (NidaSlideList *self, gboolean arabic, double width, double height);

/* Each is one step for undo; a new one stands behind the present one and is then it. */
void             nida_slide_list_add          (NidaSlideList *self, const NidaSlide *slide);
void             nida_slide_list_duplicate    (NidaSlideList *self);
void             nida_slide_list_remove       (NidaSlideList *self);
void             nida_slide_list_move         (NidaSlideList *self, guint from, guint to);
/* @name, @run: as nida_document_begin(). */
void             nida_slide_list_replace      (NidaSlideList *self, guint index, const NidaSlide *slide, const char *name, const char *run);

/* A slide of the first chart of the board and the figures that say most. */
NidaSlide       *nida_slide_list_new_of_board (NidaSlideList *self);

G_END_DECLS
