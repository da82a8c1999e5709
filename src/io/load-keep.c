/* What is kept of a reading once its figures are there: the bytes, and what was made of them. */
#include "config.h"

#include "loader-private.h"

#include "snapshot.h"

NidaKeep *
nida_keep_new (NidaVersion *draft,
               NidaBytes   *bytes,
               const char  *name,
               gboolean     is_held,
               NidaLayouts *layouts)
{
  NidaKeep *self = g_new0 (NidaKeep, 1);

  self->draft = draft;
  self->bytes = nida_bytes_ref (bytes);
  self->name = g_strdup (name);
  self->is_held = is_held;
  self->layouts = layouts != NULL ? nida_layouts_ref (layouts) : NULL;
  return self;
}

void
nida_keep_free (gpointer data)
{
  NidaKeep *self = data;

  nida_version_unref (self->draft);
  nida_bytes_unref (self->bytes);
  g_clear_pointer (&self->layouts, nida_layouts_unref);
  g_free (self->name);
  g_free (self);
}

static gboolean
keep_one (const NidaKeep  *keep,
          NidaCopies      *copies,
          GCancellable    *cancellable,
          GError         **error)
{
  return (keep->is_held || nida_copies_store (copies, keep->draft, keep->bytes, cancellable, error))
         && nida_snapshot_keep (copies, keep->draft, keep->bytes, keep->name, keep->layouts, cancellable, error);
}

/**
 * nida_keep_all:
 *
 * The figures are there already: that a copy could not be kept is no reason to withhold them.
 */
void
nida_keep_all (GPtrArray    *keeps,
               NidaCopies   *copies,
               GCancellable *cancellable)
{
  for (guint i = 0; i < keeps->len; i++)
    {
      NidaKeep *keep = keeps->pdata[i];
      g_autoptr (GError) error = NULL;

      /* A file that changed meanwhile is met again. */
      if (nida_bytes_check (keep->bytes, NULL) && !keep_one (keep, copies, cancellable, &error))
        g_info ("%s", error->message);
    }
}

GPtrArray *
nida_load_new_keeps (void)
{
  return g_ptr_array_new_with_free_func (nida_keep_free);
}

void
nida_load_keep (GPtrArray *keeps,
                NidaCopies *copies)
{
  nida_keep_all (keeps, copies, NULL);
}
