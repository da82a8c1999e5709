/* Keys in the secret service of the desktop, by way of libsecret. One item an origin: how the key is told to the server is
 * part of what is kept secret, so that one call replaces both. */
#include "config.h"

#include "secrets.h"

#include "loader.h"
#include "translate.h"

#include <libsecret/secret.h>
#include <string.h>

#define NIDA_TYPE_SERVICE_SECRETS (nida_service_secrets_get_type ())
G_DECLARE_FINAL_TYPE (NidaServiceSecrets, nida_service_secrets, NIDA, SERVICE_SECRETS, NidaSecrets)

struct _NidaServiceSecrets
{
  NidaSecrets parent_instance;
};

G_DEFINE_FINAL_TYPE (NidaServiceSecrets, nida_service_secrets, NIDA_TYPE_SECRETS)

static const SecretSchema schema = {
  NIDA_APP_ID ".Key", SECRET_SCHEMA_NONE, { { "origin", SECRET_SCHEMA_ATTRIBUTE_STRING }, { NULL, 0 } },
};

static const char * const methods[] = { "authorization", "subscription-key", "parameter" };

/* "parameter key\nabc" and "authorization \nBearer abc" */
static char *
pack (const NidaSecret *secret)
{
  return g_strdup_printf ("%s %s\n%s", methods[secret->method], secret->parameter != NULL ? secret->parameter : "",
                          secret->value);
}

static NidaSecret *
unpack (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, " \n", 2);
  const char *rest = g_strv_length (parts) == 2 ? parts[1] : NULL;
  const char *value = rest != NULL ? strchr (rest, '\n') : NULL;
  g_autofree char *parameter = value != NULL ? g_strndup (rest, value - rest) : NULL;

  for (guint i = 0; value != NULL && i < G_N_ELEMENTS (methods); i++)
    if (strcmp (parts[0], methods[i]) == 0)
      return nida_secret_new (i, parameter, value + 1, NULL);
  return NULL;
}

/* What the secret service says, and what can be done. */
static gboolean
propagate (GError  *failure,
           GError **error)
{
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (failure));
  else
    g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_FAILED,
                 _("The keyring of the desktop does not answer: %s. Start or unlock it, for example gnome-keyring or KWallet."),
                 failure->message);
  return FALSE;
}

static NidaSecret *
nida_service_secrets_lookup (NidaSecrets   *self,
                             const char    *origin,
                             gboolean       unlock,
                             GCancellable  *cancellable,
                             GError       **error)
{
  g_autoptr (GError) failure = NULL;
  /* Unless somebody wants the key now, a locked keyring stays locked and nobody is asked. */
  SecretSearchFlags flags = SECRET_SEARCH_LOAD_SECRETS | (unlock ? SECRET_SEARCH_UNLOCK : 0);
  GList *items = secret_password_search_sync (&schema, flags, cancellable, &failure, "origin", origin, NULL);
  NidaSecret *secret = NULL;

  for (GList *l = items; l != NULL && secret == NULL; l = l->next)
    {
      SecretValue *value = secret_retrievable_retrieve_secret_sync (l->data, cancellable, NULL);

      if (value == NULL)
        continue;
      if (secret_value_get_text (value) != NULL)
        secret = unpack (secret_value_get_text (value));
      secret_value_unref (value);
    }
  g_list_free_full (items, g_object_unref);
  if (failure != NULL)
    propagate (failure, error);
  return secret;
}

static gboolean
nida_service_secrets_store (NidaSecrets       *self,
                            const char        *origin,
                            const NidaSecret  *secret,
                            GCancellable      *cancellable,
                            GError           **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *packed = pack (secret);
  /* Translators: what the keyring of the desktop calls the item; %s is the address of a server */
  g_autofree char *label = g_strdup_printf (_("Nida: key of %s"), origin);
  gboolean ok = secret_password_store_sync (&schema, SECRET_COLLECTION_DEFAULT, label, packed, cancellable, &failure,
                                            "origin", origin, NULL);

  explicit_bzero (packed, strlen (packed));
  return ok || propagate (failure, error);
}

static gboolean
nida_service_secrets_forget (NidaSecrets   *self,
                             const char    *origin,
                             GCancellable  *cancellable,
                             GError       **error)
{
  g_autoptr (GError) failure = NULL;

  secret_password_clear_sync (&schema, cancellable, &failure, "origin", origin, NULL);
  return failure == NULL || propagate (failure, error);
}

static void
nida_service_secrets_class_init (NidaServiceSecretsClass *klass)
{
  NidaSecretsClass *secrets_class = NIDA_SECRETS_CLASS (klass);

  secrets_class->lookup = nida_service_secrets_lookup;
  secrets_class->store = nida_service_secrets_store;
  secrets_class->forget = nida_service_secrets_forget;
}

static void
nida_service_secrets_init (NidaServiceSecrets *self)
{
}

NidaSecrets *
nida_secrets_new_service (void)
{
  return g_object_new (NIDA_TYPE_SERVICE_SECRETS, NULL);
}
