/* Typing a name of donors, objectives or countries that the data know, in either language. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A GtkEntry that completes the names of @field in what is open; "nida-name-entry" of it is private. */
GtkWidget  *nida_name_entry_new  (NidaSession *session, NidaField field);
/* The name by which the data know what was typed, else that itself; transfer full, "" for nothing. */
char       *nida_name_entry_dup  (GtkEntry *entry);
/* Show @english, by its Arabic name in Arabic. */
void        nida_name_entry_set  (GtkEntry *entry, const char *english);
/* Do the data know it? */
gboolean    nida_name_entry_knows (GtkEntry *entry);
/* The nearest names where they do not, as a sentence; or NULL. Transfer full. */
char       *nida_name_entry_dup_hint (GtkEntry *entry);

G_END_DECLS
