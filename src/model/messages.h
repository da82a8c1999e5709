/* The words of the program in each of its languages, and which of them a thread speaks. Used through translate.h. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the calling thread says for @text, which is English; belongs to the program. */
const char *nida_gettext  (const char *text) G_GNUC_FORMAT (1);
const char *nida_pgettext (const char *context, const char *text) G_GNUC_FORMAT (2);
const char *nida_ngettext (const char *one, const char *many, gulong n) G_GNUC_FORMAT (1) G_GNUC_FORMAT (2);

/* What all threads speak that have no language of their own: "ar", or anything else for English. */
void        nida_messages_set_default (const char *code);

/**
 * NidaSpeech:
 *
 * A stretch of code in which its thread, and no other, speaks a language: `g_auto (NidaSpeech) speech =
 * nida_speech_begin ("ar");`. Stretches may stand in one another.
 */
typedef struct { gconstpointer before; } NidaSpeech;

NidaSpeech  nida_speech_begin (const char *code);
void        nida_speech_end   (NidaSpeech *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NidaSpeech, nida_speech_end)

/* The language of the calling thread, to begin again later or in another thread. */
const char *nida_speech_get_code (void);

G_END_DECLS
