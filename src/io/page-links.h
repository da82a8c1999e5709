/* What one page of an answer says of the others. */
#pragma once

#include "bytes.h"

G_BEGIN_DECLS

typedef struct {
  gboolean is_page;     /* it is a page of the FTS API, alone or of several */
  char    *next;        /* where the next one is; NULL on the last */
  guint64  stated;      /* records of all pages together; 0 when the page does not say */
  guint64  held;        /* records of this page */
} NidaPageLinks;

/* Read all of @bytes if they are such a page. FALSE with @error when the page is not whole. */
gboolean nida_page_links_read  (NidaBytes *bytes, NidaPageLinks *links, GCancellable *cancellable, GError **error);
void     nida_page_links_clear (NidaPageLinks *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NidaPageLinks, nida_page_links_clear)

G_END_DECLS
