/* What all stores of keys share: which keys and origins are allowed, and the store in memory. */
#include "config.h"

#include "secrets.h"

#include "loader.h"
#include "source.h"
#include "translate.h"

#include <string.h>

G_DEFINE_TYPE (NidaSecrets, nida_secrets, G_TYPE_OBJECT)

static void
nida_secrets_class_init (NidaSecretsClass *klass)
{
}

static void
nida_secrets_init (NidaSecrets *self)
{
}

/* --- one key --- */

/* What may stand in a header: a line end would begin another one. */
static gboolean
is_plain (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (*p < ' ' || *p > '~')
      return FALSE;
  return *text != '\0';
}

/**
 * nida_secret_new:
 * @parameter: (nullable): for %NIDA_SECRET_PARAMETER
 *
 * Returns: (nullable): the key, or %NULL with @error, which does not repeat it
 */
NidaSecret *
nida_secret_new (NidaSecretMethod   method,
                 const char        *parameter,
                 const char        *value,
                 GError           **error)
{
  NidaSecret *self;

  if (!is_plain (value) || (method == NIDA_SECRET_PARAMETER && (parameter == NULL || !is_plain (parameter))))
    {
      g_set_error_literal (error, NIDA_READ_ERROR, NIDA_READ_ERROR_FAILED,
                           _("A key is one line of Latin letters, digits and signs. Copy it again from where you got it."));
      return NULL;
    }
  self = g_new0 (NidaSecret, 1);
  self->method = method;
  self->parameter = method == NIDA_SECRET_PARAMETER ? g_strdup (parameter) : NULL;
  self->value = g_strdup (value);
  return self;
}

NidaSecret *
nida_secret_copy (const NidaSecret *self)
{
  NidaSecret *copy = g_memdup2 (self, sizeof *self);

  copy->parameter = g_strdup (self->parameter);
  copy->value = g_strdup (self->value);
  return copy;
}

void
nida_secret_free (NidaSecret *self)
{
  explicit_bzero (self->value, strlen (self->value));
  g_free (self->value);
  g_free (self->parameter);
  g_free (self);
}

/* --- any store --- */

NidaSecret *
nida_secrets_lookup (NidaSecrets   *self,
                     const char    *origin,
                     gboolean       unlock,
                     GCancellable  *cancellable,
                     GError       **error)
{
  return NIDA_SECRETS_GET_CLASS (self)->lookup (self, origin, unlock, cancellable, error);
}

/* The origin of @uri, if a key may be told to it. */
static char *
check_origin (const char  *uri,
              GError     **error)
{
  g_autofree char *origin = nida_source_dup_origin (uri);

  if (origin == NULL)
    g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_FAILED,
                 _("“%s” is not the address of a server. Write it as https://api.example.org."), uri);
  else if (!nida_source_is_private (origin))
    g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_FAILED,
                 _("“%s” is sent unprotected, and a key with it. Use the https address of the server."), origin);
  else
    return g_steal_pointer (&origin);
  return NULL;
}

gboolean
nida_secrets_store (NidaSecrets       *self,
                    const char        *origin,
                    const NidaSecret  *secret,
                    GCancellable      *cancellable,
                    GError           **error)
{
  g_autofree char *checked = check_origin (origin, error);

  return checked != NULL && NIDA_SECRETS_GET_CLASS (self)->store (self, checked, secret, cancellable, error);
}

gboolean
nida_secrets_forget (NidaSecrets   *self,
                     const char    *origin,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autofree char *checked = check_origin (origin, error);

  return checked != NULL && NIDA_SECRETS_GET_CLASS (self)->forget (self, checked, cancellable, error);
}

/* --- without waiting --- */

typedef struct {
  char       *origin;
  NidaSecret *secret;     /* NULL to forget */
} Change;

static void
free_change (gpointer data)
{
  Change *change = data;

  g_clear_pointer (&change->secret, nida_secret_free);
  g_free (change->origin);
  g_free (change);
}

static void
change_thread (GTask        *task,
               gpointer      self,
               gpointer      data,
               GCancellable *cancellable)
{
  Change *change = data;
  GError *error = NULL;
  gboolean ok = change->secret != NULL ? nida_secrets_store (self, change->origin, change->secret, cancellable, &error)
                                       : nida_secrets_forget (self, change->origin, cancellable, &error);

  if (ok)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
change_async (NidaSecrets         *self,
              const char          *origin,
              const NidaSecret    *secret,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Change *change = g_new0 (Change, 1);

  change->origin = g_strdup (origin);
  change->secret = secret != NULL ? nida_secret_copy (secret) : NULL;
  g_task_set_source_tag (task, change_async);
  g_task_set_task_data (task, change, free_change);
  g_task_run_in_thread (task, change_thread);
}

void
nida_secrets_store_async (NidaSecrets         *self,
                          const char          *origin,
                          const NidaSecret    *secret,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  change_async (self, origin, secret, cancellable, callback, user_data);
}

void
nida_secrets_forget_async (NidaSecrets         *self,
                           const char          *origin,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  change_async (self, origin, NULL, cancellable, callback, user_data);
}

gboolean
nida_secrets_finish (NidaSecrets   *self,
                     GAsyncResult  *result,
                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- in memory --- */

#define NIDA_TYPE_MEMORY_SECRETS (nida_memory_secrets_get_type ())
G_DECLARE_FINAL_TYPE (NidaMemorySecrets, nida_memory_secrets, NIDA, MEMORY_SECRETS, NidaSecrets)

struct _NidaMemorySecrets
{
  NidaSecrets parent_instance;
  GMutex      mutex;
  GHashTable *secrets;      /* origin → NidaSecret */
};

G_DEFINE_FINAL_TYPE (NidaMemorySecrets, nida_memory_secrets, NIDA_TYPE_SECRETS)

static NidaSecret *
nida_memory_secrets_lookup (NidaSecrets   *secrets,
                            const char    *origin,
                            gboolean       unlock,
                            GCancellable  *cancellable,
                            GError       **error)
{
  NidaMemorySecrets *self = NIDA_MEMORY_SECRETS (secrets);
  NidaSecret *found;

  g_mutex_lock (&self->mutex);
  found = g_hash_table_lookup (self->secrets, origin);
  found = found != NULL ? nida_secret_copy (found) : NULL;
  g_mutex_unlock (&self->mutex);
  return found;
}

static gboolean
nida_memory_secrets_store (NidaSecrets       *secrets,
                           const char        *origin,
                           const NidaSecret  *secret,
                           GCancellable      *cancellable,
                           GError           **error)
{
  NidaMemorySecrets *self = NIDA_MEMORY_SECRETS (secrets);

  g_mutex_lock (&self->mutex);
  g_hash_table_insert (self->secrets, g_strdup (origin), nida_secret_copy (secret));
  g_mutex_unlock (&self->mutex);
  return TRUE;
}

static gboolean
nida_memory_secrets_forget (NidaSecrets   *secrets,
                            const char    *origin,
                            GCancellable  *cancellable,
                            GError       **error)
{
  NidaMemorySecrets *self = NIDA_MEMORY_SECRETS (secrets);

  g_mutex_lock (&self->mutex);
  g_hash_table_remove (self->secrets, origin);
  g_mutex_unlock (&self->mutex);
  return TRUE;
}

static void
nida_memory_secrets_finalize (GObject *object)
{
  NidaMemorySecrets *self = NIDA_MEMORY_SECRETS (object);

  g_hash_table_unref (self->secrets);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (nida_memory_secrets_parent_class)->finalize (object);
}

static void
nida_memory_secrets_class_init (NidaMemorySecretsClass *klass)
{
  NidaSecretsClass *secrets_class = NIDA_SECRETS_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nida_memory_secrets_finalize;
  secrets_class->lookup = nida_memory_secrets_lookup;
  secrets_class->store = nida_memory_secrets_store;
  secrets_class->forget = nida_memory_secrets_forget;
}

static void
nida_memory_secrets_init (NidaMemorySecrets *self)
{
  g_mutex_init (&self->mutex);
  self->secrets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) nida_secret_free);
}

NidaSecrets *
nida_secrets_new_memory (void)
{
  return g_object_new (NIDA_TYPE_MEMORY_SECRETS, NULL);
}
