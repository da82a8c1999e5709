/* The file is read once and written at each change. What is in it and was not understood, or was written by somebody else
 * meanwhile, is never overwritten. */
#include "config.h"

#include "alias-store.h"

#include "alias-file.h"
#include "translate.h"

#include <string.h>

struct _NidaAliasStore
{
  GObject      parent_instance;

  char        *path;
  char        *text;         /* what the file held when it was read or written last; NULL: there was none */
  NidaAliases *aliases;
  char        *problem;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_QUARK (nida-alias-store-error-quark, nida_alias_store_error)

G_DEFINE_FINAL_TYPE (NidaAliasStore, nida_alias_store, G_TYPE_OBJECT)

static void
nida_alias_store_finalize (GObject *object)
{
  NidaAliasStore *self = NIDA_ALIAS_STORE (object);

  g_free (self->path);
  g_free (self->text);
  g_free (self->problem);
  g_clear_pointer (&self->aliases, nida_aliases_unref);
  G_OBJECT_CLASS (nida_alias_store_parent_class)->finalize (object);
}

static void
nida_alias_store_class_init (NidaAliasStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nida_alias_store_finalize;
  signals[CHANGED] = g_signal_new ("changed", NIDA_TYPE_ALIAS_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nida_alias_store_init (NidaAliasStore *self)
{
}

/* What the file holds now; NULL where there is none, or with @error. */
static char *
read_text (NidaAliasStore  *self,
           GError         **error)
{
  g_autoptr (GError) failure = NULL;
  char *text = NULL;

  if (!g_file_get_contents (self->path, &text, NULL, &failure) && !g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_propagate_error (error, g_steal_pointer (&failure));
  return text;
}

static void
read_file (NidaAliasStore *self)
{
  g_autoptr (GError) error = NULL;
  NidaAliases *aliases = NULL;

  g_clear_pointer (&self->problem, g_free);
  g_free (self->text);
  self->text = read_text (self, &error);
  if (self->text != NULL)
    aliases = nida_aliases_read (self->path, &error);
  if (error != NULL)
    self->problem = g_strdup (error->message);
  g_clear_pointer (&self->aliases, nida_aliases_unref);
  self->aliases = aliases != NULL ? aliases : nida_aliases_new ();
}

NidaAliasStore *
nida_alias_store_new (const char *path)
{
  NidaAliasStore *self = g_object_new (NIDA_TYPE_ALIAS_STORE, NULL);

  self->path = g_strdup (path);
  read_file (self);
  return self;
}

NidaAliasStore *
nida_alias_store_get (void)
{
  static NidaAliasStore *store;

  if (store == NULL)
    {
      g_autofree char *path = nida_aliases_dup_own_path ();

      store = nida_alias_store_new (path);
    }
  return store;
}

NidaAliases *
nida_alias_store_get_aliases (NidaAliasStore *self)
{
  return self->aliases;
}

const char *
nida_alias_store_get_problem (NidaAliasStore *self)
{
  return self->problem;
}

/* Somebody else wrote the file: what it says now is what counts. FALSE. */
static gboolean
take_others (NidaAliasStore  *self,
             GError         **error)
{
  read_file (self);
  g_signal_emit (self, signals[CHANGED], 0);
  g_set_error (error, NIDA_ALIAS_STORE_ERROR, NIDA_ALIAS_STORE_ERROR_CHANGED,
               _("The list of names was changed outside Nida and was read again. Say it once more."));
  return FALSE;
}

gboolean
nida_alias_store_set (NidaAliasStore  *self,
                      NidaAliases     *aliases,
                      GError         **error)
{
  g_autofree char *present = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (NIDA_IS_ALIAS_STORE (self) && aliases != NULL, FALSE);

  present = read_text (self, &failure);
  if (failure == NULL && g_strcmp0 (present, self->text) != 0)
    return take_others (self, error);
  g_clear_error (&failure);
  if (self->problem != NULL)
    {
      g_set_error (error, NIDA_ALIAS_STORE_ERROR, NIDA_ALIAS_STORE_ERROR_DAMAGED,
                   /* Translators: why a file could not be read, then the file */
                   _("%1$s Nothing is written over it: correct or move away “%2$s”."), self->problem, self->path);
      return FALSE;
    }
  if (nida_aliases_equal (self->aliases, aliases))
    return TRUE;
  if (!nida_aliases_write (aliases, self->path, &failure))
    {
      g_set_error_literal (error, NIDA_ALIAS_STORE_ERROR, NIDA_ALIAS_STORE_ERROR_FAILED, failure->message);
      return FALSE;
    }
  g_free (self->text);
  self->text = nida_aliases_to_text (aliases);
  nida_aliases_ref (aliases);
  nida_aliases_unref (self->aliases);
  self->aliases = aliases;
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}
