/* The keys that servers want, one an origin: never in a document, a log or an address that is shown. They lie in the secret
 * service of the desktop; tests keep them in memory. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How a key is told to the server. */
typedef enum {
  NIDA_SECRET_AUTHORIZATION,      /* header "Authorization", the whole of it: "Bearer abc" */
  NIDA_SECRET_SUBSCRIPTION_KEY,   /* header "Ocp-Apim-Subscription-Key" */
  NIDA_SECRET_PARAMETER,          /* a parameter of the query */
} NidaSecretMethod;

typedef struct {
  NidaSecretMethod method;
  char            *parameter;     /* of the last method: its name; else NULL */
  char            *value;
} NidaSecret;

NidaSecret *nida_secret_new  (NidaSecretMethod method, const char *parameter, const char *value, GError **error);
NidaSecret *nida_secret_copy (const NidaSecret *self);
void        nida_secret_free (NidaSecret *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaSecret, nida_secret_free)

#define NIDA_TYPE_SECRETS (nida_secrets_get_type ())
G_DECLARE_DERIVABLE_TYPE (NidaSecrets, nida_secrets, NIDA, SECRETS, GObject)

/* All wait, and may be called in any thread. */
struct _NidaSecretsClass {
  GObjectClass parent_class;

  /* %NULL without an error when there is none. @unlock allows a question to the person. */
  NidaSecret *(*lookup) (NidaSecrets *self, const char *origin, gboolean unlock, GCancellable *cancellable, GError **error);
  gboolean    (*store)  (NidaSecrets *self, const char *origin, const NidaSecret *secret, GCancellable *cancellable,
                         GError **error);
  gboolean    (*forget) (NidaSecrets *self, const char *origin, GCancellable *cancellable, GError **error);
};

/* The secret service of the desktop. */
NidaSecrets *nida_secrets_new_service  (void);
/* For tests: gone with the object. */
NidaSecrets *nida_secrets_new_memory   (void);

NidaSecret  *nida_secrets_lookup       (NidaSecrets *self, const char *origin, gboolean unlock, GCancellable *cancellable,
                                        GError **error);
/* @origin is that of an https address, or of this machine; any address of it will do. */
gboolean     nida_secrets_store        (NidaSecrets *self, const char *origin, const NidaSecret *secret,
                                        GCancellable *cancellable, GError **error);
gboolean     nida_secrets_forget       (NidaSecrets *self, const char *origin, GCancellable *cancellable, GError **error);
/* The same without waiting. */
void         nida_secrets_store_async  (NidaSecrets *self, const char *origin, const NidaSecret *secret,
                                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void         nida_secrets_forget_async (NidaSecrets *self, const char *origin, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
gboolean     nida_secrets_finish       (NidaSecrets *self, GAsyncResult *result, GError **error);

G_END_DECLS
