/* Names in the form in which a search finds them. For comparing, never for showing. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Letters and digits in lower case without marks, Arabic letters that are written for each other as one, words with one
 * space between; transfer full. */
char     *nida_name_plain  (const char *name);
/* What one thing is called, a line each; transfer full. */
char     *nida_names_plain (const char * const *names, guint n);
/* Does each word of @wanted, a plain name, stand in @lines, of nida_names_plain()? Nothing stands everywhere. */
gboolean  nida_names_found (const char *lines, const char *wanted);
/* Does @wanted, a plain name, stand in one of them from the beginning of a word on? Nothing stands nowhere. */
gboolean  nida_names_begun (const char *lines, const char *wanted);
/* @lines with «كويت» for «الكويت»: who looks for a name may leave the article out; transfer full, NULL where none has one. */
char     *nida_names_without_article (const char *lines);

G_END_DECLS
