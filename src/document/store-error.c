/* Results of SQLite in words for people. */
#include "config.h"

#include "store-error.h"

#include "translate.h"

#include <errno.h>
#include <gio/gio.h>
#include <sqlite3.h>

G_DEFINE_QUARK (nida-store-error-quark, nida_store_error)

static const char *
get_message (NidaStoreError code)
{
  switch (code)
    {
    case NIDA_STORE_ERROR_NOT_FOUND:
      return _("There is no document “%s”. Check the name and the folder.");
    case NIDA_STORE_ERROR_NOT_DOCUMENT:
      return _("“%s” is not a document of Nida.");
    case NIDA_STORE_ERROR_NEWER:
      return _("“%s” was made by a newer version of Nida. Update Nida to change it.");
    case NIDA_STORE_ERROR_DAMAGED:
      return _("“%s” is damaged. What could be read is shown; save it under another name with “Save As…” to go on working.");
    case NIDA_STORE_ERROR_READ_ONLY:
      return _("“%s” cannot be written. Use “Save As…” to work on a copy.");
    case NIDA_STORE_ERROR_FULL:
      return _("There is no room left for “%s”. Make room, or save it elsewhere with “Save As…”.");
    case NIDA_STORE_ERROR_GONE:
      return _("“%s” was moved, removed or replaced while it was open. Save the document again with “Save As…”.");
    case NIDA_STORE_ERROR_BUSY:
      return _("Another program holds “%s”. Close it there; what is unsaved is saved as soon as the file is free.");
    case NIDA_STORE_ERROR_NOT_HELD:
      return _("The document “%s” does not hold the data, or they are damaged. Read the source itself again.");
    case NIDA_STORE_ERROR_FAILED:
    default:
      return NULL;
    }
}

static NidaStoreError
get_code (int result,
          int system_error)
{
  if (system_error == ENOSPC || system_error == EDQUOT || (result & 0xff) == SQLITE_FULL)
    return NIDA_STORE_ERROR_FULL;
  switch (result & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return NIDA_STORE_ERROR_BUSY;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return result == SQLITE_READONLY_DBMOVED ? NIDA_STORE_ERROR_GONE : NIDA_STORE_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
    case SQLITE_ERROR:
      return NIDA_STORE_ERROR_DAMAGED;
    case SQLITE_NOTADB:
      return NIDA_STORE_ERROR_NOT_DOCUMENT;
    default:
      return system_error == EROFS || system_error == EACCES || system_error == EPERM ? NIDA_STORE_ERROR_READ_ONLY
                                                                                    : NIDA_STORE_ERROR_FAILED;
    }
}

gboolean
nida_store_error_tell (GError         **error,
                       const char      *path,
                       NidaStoreError   code)
{
  g_autofree char *name = g_filename_display_basename (path);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, NIDA_STORE_ERROR, code, get_message (code), name);
#pragma GCC diagnostic pop
  return FALSE;
}

gboolean
nida_store_error_set (GError     **error,
                      const char  *path,
                      int          result,
                      int          system_error)
{
  NidaStoreError code = get_code (result, system_error);
  g_autofree char *name = NULL;

  if (code != NIDA_STORE_ERROR_FAILED)
    return nida_store_error_tell (error, path, code);
  name = g_filename_display_basename (path);
  g_set_error (error, NIDA_STORE_ERROR, code,
               /* Translators: the file of a document, then the reason that the system gives */
               _("“%s” could not be read or written: %s. Try again, or save it elsewhere with “Save As…”."), name,
               system_error != 0 ? g_strerror (system_error) : sqlite3_errstr (result));
  return FALSE;
}
