/* What is compared in the window, for a show that compares it too once it asks. */
#pragma once

#include "linked.h"

G_BEGIN_DECLS

#define NIDA_TYPE_SHOW_COMPARED (nida_show_compared_get_type ())
G_DECLARE_FINAL_TYPE (NidaShowCompared, nida_show_compared, NIDA, SHOW_COMPARED, GObject)

/* Signal: "changed": something waits to be compared, or nothing does any more. */
NidaShowCompared *nida_show_compared_new (NidaLinked *linked);
/* Both selections, of @linked, which wait no longer; FALSE where nothing is compared. */
gboolean          nida_show_compared_find (NidaShowCompared *self, const NidaBrush **first, const NidaBrush **second);
/* In the language of the thread: that two selections wait; NULL where none do. Transfer full. */
char             *nida_show_compared_dup_pending (NidaShowCompared *self, NidaLanguage *language);

G_END_DECLS
