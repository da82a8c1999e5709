/* The items of a document: a sorted array a kind, and a table of ids for those that have many. */
#include "config.h"

#include "items.h"

#include <string.h>

struct _NidaItems {
  GPtrArray  *sorted[NIDA_N_ITEM_KINDS];   /* NidaItem */
  GHashTable *by_id[NIDA_N_ITEM_KINDS];    /* of an item → itself */
};

NidaItems *
nida_items_new (void)
{
  NidaItems *self = g_new0 (NidaItems, 1);

  for (guint i = 0; i < NIDA_N_ITEM_KINDS; i++)
    {
      self->sorted[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_item_free);
      self->by_id[i] = g_hash_table_new (g_str_hash, g_str_equal);
    }
  return self;
}

void
nida_items_free (NidaItems *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < NIDA_N_ITEM_KINDS; i++)
    {
      g_hash_table_unref (self->by_id[i]);
      g_ptr_array_unref (self->sorted[i]);
    }
  g_free (self);
}

NidaItems *
nida_items_copy (NidaItems *self)
{
  NidaItems *copy = nida_items_new ();

  for (guint kind = 0; kind < NIDA_N_ITEM_KINDS; kind++)
    for (guint i = 0; i < self->sorted[kind]->len; i++)
      nida_items_put (copy, nida_item_copy (self->sorted[kind]->pdata[i]));
  return copy;
}

gboolean
nida_items_equal (NidaItems *a,
                  NidaItems *b)
{
  for (guint kind = 0; kind < NIDA_N_ITEM_KINDS; kind++)
    {
      if (a->sorted[kind]->len != b->sorted[kind]->len)
        return FALSE;
      for (guint i = 0; i < a->sorted[kind]->len; i++)
        if (!nida_item_equal (a->sorted[kind]->pdata[i], b->sorted[kind]->pdata[i]))
          return FALSE;
    }
  return TRUE;
}

const NidaItem *
nida_items_find (NidaItems    *self,
                 NidaItemKind  kind,
                 const char   *id)
{
  return g_hash_table_lookup (self->by_id[kind], id);
}

guint
nida_items_get_n (NidaItems    *self,
                  NidaItemKind  kind)
{
  return self->sorted[kind]->len;
}

const NidaItem *
nida_items_get (NidaItems    *self,
                NidaItemKind  kind,
                guint         index)
{
  g_return_val_if_fail (index < self->sorted[kind]->len, NULL);
  return self->sorted[kind]->pdata[index];
}

static int
compare (const NidaItem *a,
         const NidaItem *b)
{
  if (a->place != b->place)
    return a->place < b->place ? -1 : 1;
  return strcmp (a->id, b->id);
}

/* Where @item stands, or would stand. */
static guint
find_place (GPtrArray      *sorted,
            const NidaItem *item)
{
  guint low = 0, high = sorted->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare (sorted->pdata[middle], item) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

void
nida_items_remove (NidaItems    *self,
                   NidaItemKind  kind,
                   const char   *id)
{
  NidaItem *item = g_hash_table_lookup (self->by_id[kind], id);

  if (item == NULL)
    return;
  g_hash_table_remove (self->by_id[kind], id);
  g_ptr_array_remove_index (self->sorted[kind], find_place (self->sorted[kind], item));
}

void
nida_items_put (NidaItems *self,
                NidaItem  *item)
{
  nida_items_remove (self, item->kind, item->id);
  g_ptr_array_insert (self->sorted[item->kind], (int) find_place (self->sorted[item->kind], item), item);
  g_hash_table_insert (self->by_id[item->kind], item->id, item);
}

void
nida_items_apply (NidaItems  *self,
                  NidaRevision *revision)
{
  for (guint i = 0; i < revision->edits->len; i++)
    {
      const NidaEdit *edit = revision->edits->pdata[i];

      if (edit->after != NULL)
        nida_items_put (self, nida_item_copy (edit->after));
      else
        nida_items_remove (self, edit->before->kind, edit->before->id);
    }
}
