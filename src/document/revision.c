/* One step of work on a document. */
#include "config.h"

#include "revision.h"

static void
edit_free (gpointer data)
{
  NidaEdit *edit = data;

  g_clear_pointer (&edit->before, nida_item_free);
  g_clear_pointer (&edit->after, nida_item_free);
  g_free (edit);
}

static NidaItem *
copy_or_null (const NidaItem *item)
{
  return item != NULL ? nida_item_copy (item) : NULL;
}

NidaRevision *
nida_revision_new (const char *name)
{
  NidaRevision *self = g_new0 (NidaRevision, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_strdup (name);
  self->who = g_strdup (g_get_real_name ());
  self->at = g_get_real_time ();
  self->edits = g_ptr_array_new_with_free_func (edit_free);
  return self;
}

NidaRevision *
nida_revision_ref (NidaRevision *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
nida_revision_unref (NidaRevision *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->name);
  g_free (self->who);
  g_ptr_array_unref (self->edits);
  g_free (self);
}

const NidaItem *
nida_edit_get_item (const NidaEdit *edit)
{
  return edit->after != NULL ? edit->after : edit->before;
}

static gboolean
is_of (const NidaEdit *edit,
       NidaItemKind    kind,
       const char     *id)
{
  const NidaItem *item = nida_edit_get_item (edit);

  return item->kind == kind && g_str_equal (item->id, id);
}

static gboolean
find_edit (NidaRevision   *self,
           NidaItemKind  kind,
           const char   *id,
           guint        *index)
{
  for (guint i = 0; i < self->edits->len; i++)
    if (is_of (self->edits->pdata[i], kind, id))
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

void
nida_revision_add (NidaRevision     *self,
                 const NidaItem *before,
                 const NidaItem *after)
{
  const NidaItem *item = after != NULL ? after : before;
  NidaEdit *edit;
  guint index;

  g_return_if_fail (item != NULL);
  if (find_edit (self, item->kind, item->id, &index))
    {
      edit = self->edits->pdata[index];
      g_clear_pointer (&edit->after, nida_item_free);
      edit->after = copy_or_null (after);
    }
  else
    {
      edit = g_new0 (NidaEdit, 1);
      edit->before = copy_or_null (before);
      edit->after = copy_or_null (after);
      index = self->edits->len;
      g_ptr_array_add (self->edits, edit);
    }
  if (nida_item_equal (edit->before, edit->after))
    g_ptr_array_remove_index (self->edits, index);
}

gboolean
nida_revision_is_empty (NidaRevision *self)
{
  return self->edits->len == 0;
}

NidaRevision *
nida_revision_invert (NidaRevision *self)
{
  NidaRevision *inverse = nida_revision_new (self->name);

  inverse->undoes = self->serial;
  for (guint i = self->edits->len; i > 0; i--)
    {
      const NidaEdit *edit = self->edits->pdata[i - 1];

      nida_revision_add (inverse, edit->after, edit->before);
    }
  return inverse;
}

gboolean
nida_revision_touches (NidaRevision   *self,
                     NidaItemKind  kind,
                     const char   *id)
{
  guint index;

  return find_edit (self, kind, id, &index);
}
