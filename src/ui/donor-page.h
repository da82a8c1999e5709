/* The page of the donor report, made on a thread. */
#pragma once

#include "donor-report.h"

G_BEGIN_DECLS

/**
 * NidaDonorPage:
 *
 * What a page is to be made of, all its own, so that the window may go on meanwhile.
 * @letterhead: words, the path of a picture, or ""
 */
typedef struct {
  NidaLocalEngine  *engine;
  NidaLanguage     *language;
  NidaQuery        *question;
  char             *donor, *letterhead;
  gboolean          draft;
  NidaDate          embargo;
  NidaTimeDirection time_direction;
} NidaDonorPage;

void       nida_donor_page_free         (NidaDonorPage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaDonorPage, nida_donor_page_free)

/* Takes @self. @progress: hears in the main thread how much of it is done, 0 to 1; or NULL. */
typedef void (*NidaDonorProgress) (double done, gpointer data);
void       nida_donor_page_build_async  (NidaDonorPage *self, GCancellable *cancellable, NidaDonorProgress progress,
                                         GAsyncReadyCallback callback, gpointer data);
/* (transfer full) */
NidaScene *nida_donor_page_build_finish (GAsyncResult *result, GError **error);

G_END_DECLS
