/* Texts and days in a key file, as charts, slides and entries are written: what is not said has no key. */
#pragma once

#include "period.h"

G_BEGIN_DECLS

/* NULL and "" leave the key out. */
void     nida_key_text_put       (GKeyFile *file, const char *group, const char *key, const char *text);
void     nida_key_text_put_date  (GKeyFile *file, const char *group, const char *key, NidaDate date);
/* Transfer full; NULL where the key is not there, or empty. */
char    *nida_key_text_take      (GKeyFile *file, const char *group, const char *key);
/* %NIDA_DATE_NONE also for what is no date. */
NidaDate nida_key_text_take_date (GKeyFile *file, const char *group, const char *key);

G_END_DECLS
