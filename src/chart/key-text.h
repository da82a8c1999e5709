/* Texts and days in a key file, as charts, slides and entries are written: what is not said has no key. */
#pragma once

#include "period.h"

G_BEGIN_DECLS

/* NULL and "" leave the key out. */
void     nida_key_text_put       (GKeyFile *file, const char *group, const char *key, const char *text);
void     nida_key_text_put_date  (GKeyFile *file, const char *group, const char *key, NidaDate date);
/* Transfer full; NULL where the key is not there, or empty. */
char    *nida_key_text_take      (GKeyFile *file, const char *group, const char *key);
/* One of @words by its place; the first where the key is not there. FALSE for any other word, which is @unknown then (transfer
 * full). */
gboolean nida_key_text_take_choice (GKeyFile *file, const char *group, const char *key, const char * const *words, guint n_words,
                                    guint *choice, char **unknown);
/* @currency: transfer full; NULL where the key is not there. FALSE where it is no code of three letters. */
gboolean nida_key_text_take_currency (GKeyFile *file, const char *group, const char *key, char **currency);
/* %NIDA_DATE_NONE also for what is no date. */
NidaDate nida_key_text_take_date (GKeyFile *file, const char *group, const char *key);

G_END_DECLS
