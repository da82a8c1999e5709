#include "config.h"
#include "fetch.h"
#include "loader.h"
NidaBytes *nida_fetch (const char *uri, const char *name, gboolean allow_http, NidaProgress *progress,
                            gboolean *complete, GCancellable *cancellable, GError **error)
{
  g_set_error_literal (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NETWORK, "not yet");
  return NULL;
}
void nida_fetch_tune (guint idle, guint slow) {}
