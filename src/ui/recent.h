/* What was opened before, newest first, in GSettings: files, what they held, and whether they are still there. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @money is NIDA_MONEY_NONE when nothing was received. Times are seconds since 1970. */
typedef struct {
  gint64     time;
  char      *title;       /* in the language of the day it was opened */
  guint      rows;
  NidaMoney  money;
  char     **uris;
} NidaRecent;

NidaRecent *nida_recent_parse        (const char *text);          /* NULL for text that is none */
char       *nida_recent_to_string    (const NidaRecent *recent);
void        nida_recent_free         (NidaRecent *recent);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaRecent, nida_recent_free)
gboolean    nida_recent_is_available (const NidaRecent *recent);  /* looks at local files; an address counts as there */

/* Its title, with the file behind it where another one of @list (NidaRecent) is called the same; transfer full. */
char       *nida_recent_dup_label    (const NidaRecent *recent, GPtrArray *list);

/* All entries; transfer full. */
GPtrArray  *nida_recent_list         (GSettings *settings);
/* The document of @session where it has a file, else its inputs; transfer full. */
char      **nida_recent_dup_uris     (NidaSession *session);
/* What @session shows now comes first. */
void        nida_recent_add          (GSettings *settings, NidaSession *session);
void        nida_recent_remove       (GSettings *settings, const NidaRecent *recent);
/* Lets other programs, and the file dialogs, know of the files of @session; of none that nobody named. */
void        nida_recent_tell_desktop (GtkRecentManager *desktop, NidaSession *session);

G_END_DECLS
