/* A sheet that others stand behind keeps some thousand facts, those asked for last: they are known by their rows, whatever chose
 * them. */
#include "facts-kept.h"

#define MOST_FACTS 65536      /* about 250 bytes each */

typedef struct {
  guint       kinds;
  const char *currency;       /* interned */
  int         prices;
  guint32    *rows;           /* NULL: all that are of the kinds */
  guint       n_rows;
  NidaCube   *cube;
} NidaKeptFacts;

static gboolean
is_of (const NidaKeptFacts   *self,
       const NidaFactsWanted *wanted)
{
  if (self->kinds != wanted->kinds || self->currency != wanted->values->currency || self->prices != wanted->values->prices
      || (self->rows == NULL) != (wanted->order == NULL))
    return FALSE;
  if (self->rows == NULL)
    return TRUE;
  for (guint i = 0; self->n_rows == wanted->order->len && i < self->n_rows; i++)
    if (self->rows[i] != (guint32) g_array_index (wanted->order, guint64, i))
      return FALSE;
  return self->n_rows == wanted->order->len;
}

NidaCube *
nida_kept_facts_find (NidaSheet             *sheet,
                      const NidaFactsWanted *wanted)
{
  NidaCube *found = NULL;

  g_mutex_lock (&sheet->totals_lock);
  for (GList *l = sheet->facts.head; l != NULL && found == NULL; l = l->next)
    if (is_of (l->data, wanted))
      {
        found = g_object_ref (((NidaKeptFacts *) l->data)->cube);
        g_queue_unlink (&sheet->facts, l);
        g_queue_push_head_link (&sheet->facts, l);
      }
  g_mutex_unlock (&sheet->totals_lock);
  return found;
}

static NidaKeptFacts *
kept_new (const NidaFactsWanted *wanted,
          NidaCube              *cube)
{
  NidaKeptFacts *self = g_new0 (NidaKeptFacts, 1);

  self->kinds = wanted->kinds;
  self->currency = wanted->values->currency;
  self->prices = wanted->values->prices;
  self->cube = g_object_ref (cube);
  if (wanted->order == NULL)
    return self;
  self->n_rows = wanted->order->len;
  self->rows = g_new (guint32, self->n_rows + 1);
  for (guint i = 0; i < self->n_rows; i++)
    self->rows[i] = (guint32) g_array_index (wanted->order, guint64, i);
  return self;
}

void
nida_kept_facts_keep (NidaSheet             *sheet,
                      const NidaFactsWanted *wanted,
                      NidaCube              *cube)
{
  guint n_facts = 0;

  g_mutex_lock (&sheet->totals_lock);
  g_queue_push_head (&sheet->facts, kept_new (wanted, cube));
  for (GList *l = sheet->facts.head; l != NULL; l = l->next)
    n_facts += 1 + nida_cube_get_n_facts (((NidaKeptFacts *) l->data)->cube);
  while (n_facts > MOST_FACTS)
    {
      NidaKeptFacts *oldest = g_queue_pop_tail (&sheet->facts);

      n_facts -= 1 + nida_cube_get_n_facts (oldest->cube);
      nida_kept_facts_free (oldest);
    }
  g_mutex_unlock (&sheet->totals_lock);
}

void
nida_kept_facts_free (gpointer kept)
{
  NidaKeptFacts *self = kept;

  g_object_unref (self->cube);
  g_free (self->rows);
  g_free (self);
}
