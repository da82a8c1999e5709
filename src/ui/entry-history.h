/* The end of an entry's form: what became of it and what was changed of it, when and by whom. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Nothing where there is nothing to tell. */
void nida_entry_history_append (GtkWidget *form, NidaDocument *document, const char *id, const NidaEntry *entry);

G_END_DECLS
