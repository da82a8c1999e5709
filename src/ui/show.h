/* A running presentation: which slide, how far it is built up, in which language, how long it has taken. Has no widgets; the
 * windows of the audience and of the presenter follow it. */
#pragma once

#include "show-source.h"

G_BEGIN_DECLS

typedef enum {
  NIDA_SHOW_SLIDE    = 1 << 0,   /* another slide or step */
  NIDA_SHOW_DATA     = 1 << 1,   /* the same slide has another picture: data, words, language, size */
  NIDA_SHOW_SCREEN   = 1 << 2,   /* black, white, overview, or the slide again */
  NIDA_SHOW_POINTER  = 1 << 3,
  NIDA_SHOW_PENDING  = 1 << 4,
  NIDA_SHOW_NUMBER   = 1 << 5,   /* what is typed to jump to */
  NIDA_SHOW_TIME     = 1 << 6,   /* once a second */
  NIDA_SHOW_LANGUAGE = 1 << 7,   /* with DATA */
  NIDA_SHOW_SELECTED = 1 << 8,   /* another mark, or none */
  NIDA_SHOW_BRUSHED  = 1 << 9,   /* another picture under the brush, or another box of its stroke */
  NIDA_SHOW_ANNOUNCED = 1 << 10, /* who pledged, or nobody any more */
} NidaShowChange;

/**
 * NidaShow:
 *
 * Signals:
 * - "changed" (guint): NidaShowChange that apply
 * - "command" (int): a NidaShowCommand that is for the windows
 */
#define NIDA_TYPE_SHOW (nida_show_get_type ())
G_DECLARE_FINAL_TYPE (NidaShow, nida_show, NIDA, SHOW, GObject)

typedef enum { NIDA_SHOW_SHOWN, NIDA_SHOW_BLACK, NIDA_SHOW_WHITE, NIDA_SHOW_ALL_SLIDES } NidaShowScreen;

typedef enum {
  NIDA_SHOW_NEXT, NIDA_SHOW_PREVIOUS, NIDA_SHOW_FIRST, NIDA_SHOW_LAST,
  NIDA_SHOW_ENTER,                  /* jump to the number typed, else the next */
  NIDA_SHOW_TOGGLE_BLACK, NIDA_SHOW_TOGGLE_WHITE, NIDA_SHOW_TOGGLE_OVERVIEW,
  NIDA_SHOW_TOGGLE_LANGUAGE, NIDA_SHOW_REFRESH, NIDA_SHOW_TOGGLE_AUTO,
  NIDA_SHOW_BACK,                   /* let go of the number, leave the overview, let go of the marks, else end */
  /* for the windows */
  NIDA_SHOW_SWAP, NIDA_SHOW_FULLSCREEN, NIDA_SHOW_END, NIDA_SHOW_LARGER, NIDA_SHOW_SMALLER, NIDA_SHOW_PLEDGE,
  NIDA_SHOW_N_COMMANDS,
} NidaShowCommand;

/* @english, @arabic: with the digits and months that the person chose; @arabic_first: which of them it begins in. */
NidaShow       *nida_show_new            (NidaShowSource *source, NidaLanguage *english, NidaLanguage *arabic, gboolean arabic_first);
NidaShowSource *nida_show_get_source     (NidaShow *self);

/* A command of the person; FALSE where it has no meaning now. */
gboolean        nida_show_run            (NidaShow *self, NidaShowCommand command);
/* One more digit of the number of a slide. */
void            nida_show_type           (NidaShow *self, guint digit);
guint           nida_show_get_number     (NidaShow *self);          /* 0: none */
/* To the first step of @slide. */
void            nida_show_go_to          (NidaShow *self, guint slide);

guint           nida_show_get_n_slides   (NidaShow *self);
guint           nida_show_get_slide      (NidaShow *self);
guint           nida_show_get_step       (NidaShow *self);
NidaShowScreen  nida_show_get_screen     (NidaShow *self);
/* Which slide the overview points at. */
guint           nida_show_get_cursor     (NidaShow *self);
NidaLanguage   *nida_show_get_language   (NidaShow *self);
/* What comes next; FALSE at the end. */
gboolean        nida_show_find_next      (NidaShow *self, guint *slide, guint *step);

/* --- marks of the slide (show-brush.c) --- */

/* The mark that was clicked, by its key: all charts of the slide show what of theirs is its. The same once more lets go of it,
 * and so does another slide. */
void            nida_show_select         (NidaShow *self, const char *key);
const char     *nida_show_get_selected   (NidaShow *self);          /* or NULL */
/* Into the brush or out of it; with @from all from there to here. */
void            nida_show_pick           (NidaShow *self, const char *key, const char *from);
/* In points of the slide. The pointer is over it: a brush may begin there. */
void            nida_show_prepare        (NidaShow *self, double x, double y);
/* It goes down, and is @dx, @dy from there: a stroke. FALSE: over no chart; no more than an unsteady click. */
gboolean        nida_show_begin_stroke   (NidaShow *self, double x, double y);
gboolean        nida_show_pull_stroke    (NidaShow *self, double dx, double dy);
/* Around the marks that a stroke has inside; FALSE where there is none. */
gboolean        nida_show_get_stroke     (NidaShow *self, NidaBox *box);
/* The present slide under the brush, or NULL; transfer none. */
NidaScene      *nida_show_get_picture    (NidaShow *self);

/* --- pictures --- */

/* The points of the audience's screen, and how they are drawn. */
void            nida_show_set_size       (NidaShow *self, double width, double height);
void            nida_show_set_look       (NidaShow *self, NidaTheme theme, NidaTimeDirection time_direction);
double          nida_show_get_width      (NidaShow *self);
double          nida_show_get_height     (NidaShow *self);
/* Of the present slide and step, made once; NULL without slides. Transfer none. */
NidaScene      *nida_show_get_scene      (NidaShow *self);
/* Of what comes next, or NULL at the end; transfer none. */
NidaScene      *nida_show_get_next_scene (NidaShow *self);
/* Of any slide, whole; transfer full. */
NidaScene      *nida_show_build          (NidaShow *self, guint slide);

/* --- the pointer --- */

/* At a share of the width and height of the slide, from its start on the left; hidden again after two seconds. */
void            nida_show_point          (NidaShow *self, double x, double y);
void            nida_show_unpoint        (NidaShow *self);
gboolean        nida_show_get_pointer    (NidaShow *self, double *x, double *y);

/* --- announcements --- */

/* Who has just pledged what, for some seconds over the slide; NULL: it was taken back. */
void            nida_show_announce       (NidaShow *self, const char *english, const char *arabic);
/* In the language of the show; NULL: nothing. */
const char     *nida_show_get_announced  (NidaShow *self);

/* --- time --- */

typedef gint64 (*NidaShowClock) (gpointer data);        /* microseconds, never backwards */
/* For tests: time passes when nida_show_tick() is called. */
void            nida_show_set_clock      (NidaShow *self, NidaShowClock clock, gpointer data);
void            nida_show_begin          (NidaShow *self);
void            nida_show_tick           (NidaShow *self);
guint           nida_show_get_elapsed    (NidaShow *self);          /* seconds since the beginning */
guint           nida_show_get_slide_time (NidaShow *self);
/* How long the whole is meant to take; 0: not said. */
void            nida_show_set_plan       (NidaShow *self, guint seconds);
guint           nida_show_get_plan       (NidaShow *self);          /* also where only the slides say it */
guint           nida_show_get_whole_plan (NidaShow *self);          /* as it was set */
/* How far it should be now: the seconds at which this slide was to begin and to end. */
void            nida_show_get_due        (NidaShow *self, guint *from, guint *to);
/* Seconds that it is late (above 0) or early (below); 0: on time, or no plan. */
int             nida_show_get_pace       (NidaShow *self);
void            nida_show_set_auto       (NidaShow *self, gboolean automatic, gboolean loop);
gboolean        nida_show_is_paused      (NidaShow *self);          /* a key stopped slides that go on by themselves */
gboolean        nida_show_has_auto       (NidaShow *self);          /* does the present one go on by itself? */

/* Is the desktop kept from putting the screen to sleep? */
void            nida_show_set_awake      (NidaShow *self, gboolean awake);
gboolean        nida_show_is_awake       (NidaShow *self);

G_END_DECLS
