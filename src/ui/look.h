/* How everything looks and speaks right now: language, digits, months, theme, time direction and text size. */
#pragma once

#include "chart.h"
#include "text-masks.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NidaLook:
 *
 * One for the program, on the main thread. Follows GSettings, the desktop's colour scheme and its text size.
 * Signals: "language-changed" (every word must be made again), "changed" (charts must be drawn again).
 */
#define NIDA_TYPE_LOOK (nida_look_get_type ())
G_DECLARE_FINAL_TYPE (NidaLook, nida_look, NIDA, LOOK, GObject)

/* The language that @settings ask for; needs no display. Transfer full. */
NidaLanguage      *nida_look_read_language       (GSettings *settings);
NidaLook          *nida_look_get                 (void);
GSettings         *nida_look_get_settings        (NidaLook *self);
NidaLanguage      *nida_look_get_language        (NidaLook *self);
/* Another language with the same digits and months, for what is made for somebody else; transfer full. */
NidaLanguage      *nida_look_make_language       (NidaLook *self, const char *code);
NidaMeasurer      *nida_look_get_measurer        (NidaLook *self);
/* Of the words in all windows; transfer none. */
NidaTextMasks     *nida_look_get_masks           (NidaLook *self);
NidaTheme          nida_look_get_theme           (NidaLook *self);
NidaTimeDirection  nida_look_get_time_direction  (NidaLook *self);
double             nida_look_get_text_scale      (NidaLook *self);   /* 1 at 96 dpi */
guint              nida_look_get_fiscal_start    (NidaLook *self);   /* month, 1 to 12 */
/* What a document has of its own, instead of the desk's; NULL takes it back. @key: "language", "digits", "time-direction"; the
 * values are those of the settings. A person's next choice goes before it. */
void               nida_look_set_own             (NidaLook *self, const char *key, const char *value);
/* What holds of such a key now; of the language never "". Transfer full. */
char              *nida_look_dup_choice          (NidaLook *self, const char *key);
/* The other one of English and Arabic, remembered. */
void               nida_look_switch_language     (NidaLook *self);

G_END_DECLS
