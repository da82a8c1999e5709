/* One step of work on a document. Most are of a few items; where a table of thousands is pasted, a table of items finds theirs. */
#include "config.h"

#include "revision.h"

#define MANY 16   /* edits: fewer are looked through */

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
  g_clear_pointer (&self->by_item, g_hash_table_unref);
  g_ptr_array_unref (self->edits);
  g_free (self);
}

const NidaItem *
nida_edit_get_item (const NidaEdit *edit)
{
  return edit->after != NULL ? edit->after : edit->before;
}

static guint
hash_edit (gconstpointer data)
{
  const NidaItem *item = nida_edit_get_item (data);

  return g_str_hash (item->id) + item->kind;
}

static gboolean
is_of_one_item (gconstpointer a,
                gconstpointer b)
{
  const NidaItem *one = nida_edit_get_item (a), *other = nida_edit_get_item (b);

  return one->kind == other->kind && g_str_equal (one->id, other->id);
}

const NidaEdit *
nida_revision_find (NidaRevision *self,
                    NidaItemKind  kind,
                    const char   *id)
{
  NidaItem item = { .kind = kind, .id = (char *) id };
  NidaEdit wanted = { .before = &item };

  if (self->by_item != NULL)
    return g_hash_table_lookup (self->by_item, &wanted);
  for (guint i = 0; i < self->edits->len; i++)
    if (is_of_one_item (self->edits->pdata[i], &wanted))
      return self->edits->pdata[i];
  return NULL;
}

static void
index_edits (NidaRevision *self)
{
  self->by_item = g_hash_table_new (hash_edit, is_of_one_item);
  for (guint i = 0; i < self->edits->len; i++)
    g_hash_table_add (self->by_item, self->edits->pdata[i]);
}

void
nida_revision_append (NidaRevision *self,
                      NidaItem     *before,
                      NidaItem     *after)
{
  NidaEdit *edit = g_new0 (NidaEdit, 1);

  *edit = (NidaEdit) { before, after };
  g_ptr_array_add (self->edits, edit);
  if (self->by_item != NULL)
    g_hash_table_add (self->by_item, edit);
  else if (self->edits->len > MANY)
    index_edits (self);
}

/* What was done last is taken back first. */
static void
drop_edit (NidaRevision *self,
           NidaEdit     *edit)
{
  guint index = self->edits->len - 1;

  while (self->edits->pdata[index] != edit)
    index--;
  if (self->by_item != NULL)
    g_hash_table_remove (self->by_item, edit);
  g_ptr_array_remove_index (self->edits, index);
}

void
nida_revision_add (NidaRevision   *self,
                   const NidaItem *before,
                   const NidaItem *after)
{
  const NidaItem *item = after != NULL ? after : before;
  NidaEdit *edit;

  g_return_if_fail (item != NULL);
  edit = (NidaEdit *) nida_revision_find (self, item->kind, item->id);
  if (edit == NULL && nida_item_equal (before, after))
    return;
  if (edit == NULL)
    {
      nida_revision_append (self, copy_or_null (before), copy_or_null (after));
      return;
    }
  if (nida_item_equal (edit->before, after))
    {
      drop_edit (self, edit);
      return;
    }
  g_clear_pointer (&edit->after, nida_item_free);
  edit->after = copy_or_null (after);
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
                       NidaItemKind    kind,
                       const char     *id)
{
  return nida_revision_find (self, kind, id) != NULL;
}
