/* The short names by which a file asks for its words, in place of those of GLib: gettext speaks one language a
 * process, these the language of the thread (messages.h). Only for .c files. */
#pragma once

#include "messages.h"

#define _(Text) ((char *) nida_gettext (Text))
#define C_(Context, Text) nida_pgettext (Context, Text)
#define N_(Text) (Text)
#define NC_(Context, Text) (Text)
#define ngettext(One, Many, n) nida_ngettext (One, Many, n)
