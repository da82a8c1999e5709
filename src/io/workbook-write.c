/* A workbook that could not be finished leaves the file that was there as it was. */
#include "config.h"

#include "workbook-write.h"

#include "read-error.h"
#include "safe-file.h"
#include "translate.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

char *
nida_workbook_escape (const char *text)
{
  GString *out = g_string_new (*text == '\'' ? "'" : NULL);       /* reading takes one apostrophe off */

  for (const char *p = text; *p != '\0'; p++)
    if ((guint8) *p < ' ' && *p != '\t' && *p != '\n')
      g_string_append_printf (out, "_x%04X_", (guint8) *p);
    else if (p[0] == '_' && p[1] == 'x' && strlen (p) >= 7 && p[6] == '_')
      g_string_append (out, "_x005F_");
    else
      g_string_append_c (out, *p);
  return g_string_free (out, FALSE);
}

static gboolean
set_failed (const char  *why,
            GError     **error)
{
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_FAILED, _("The workbook could not be made in the folder %s: %s"),
               g_get_tmp_dir (), why);
  return FALSE;
}

static gboolean
make (const char        *path,
      NidaWorkbookFunc   fill,
      gpointer           data,
      GCancellable      *cancellable,
      GError           **error)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = (char *) g_get_tmp_dir () };
  lxw_workbook *workbook = workbook_new_opt (path, &options);
  lxw_error status;
  gboolean ok;

  if (workbook == NULL)
    return set_failed (g_strerror (ENOMEM), error);
  ok = fill (workbook, data, cancellable, error);
  status = workbook_close (workbook);
  return ok && (status == LXW_NO_ERROR || set_failed (lxw_strerror (status), error));
}

/**
 * nida_workbook_write:
 * @file: where to
 * @fill: adds the sheets
 * @data: for @fill
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Returns: %FALSE when nothing was written; a file that was there is then as before
 */
gboolean
nida_workbook_write (GFile             *file,
                     NidaWorkbookFunc   fill,
                     gpointer           data,
                     GCancellable      *cancellable,
                     GError           **error)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "nida-XXXXXX", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  gboolean ok;
  int fd = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    return set_failed (g_strerror (errno), error);
  close (fd);
  ok = make (path, fill, data, cancellable, error) && g_file_get_contents (path, &contents, &length, error);
  g_unlink (path);
  if (!ok)
    return FALSE;
  bytes = g_bytes_new_take (g_steal_pointer (&contents), length);
  return nida_safe_file_write (file, bytes, cancellable, error);
}
