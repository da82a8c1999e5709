/* Engines over condensed sheets, beside the one that has all rows. What many questions tell apart together would be nearly as many
 * rows again (of each appeal, category and year), so questions share a sheet only where one tells apart what the other does. */
#include "config.h"

#include "condensed.h"

#include "condense.h"
#include "local-engine-private.h"

typedef struct {
  NidaDistinctions distinctions;
  NidaLocalEngine *few;
} NidaPart;

struct _NidaCondensed {
  NidaLocalEngine *whole;
  GPtrArray       *parts;       /* NidaPart */
  gatomicrefcount  ref_count;
};

static NidaPart *
part_new (NidaSheet *sheet)
{
  NidaPart *part = g_new0 (NidaPart, 1);

  nida_distinctions_init (&part->distinctions, sheet);
  return part;
}

static void
part_free (gpointer data)
{
  NidaPart *part = data;

  nida_distinctions_clear (&part->distinctions);
  g_clear_object (&part->few);
  g_free (part);
}

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  const NidaPart *x = *(NidaPart * const *) a, *y = *(NidaPart * const *) b;

  return (int) y->distinctions.of_all->len - (int) x->distinctions.of_all->len;
}

/* (transfer full): one a question, those that tell most apart first; NULL where one asks for whole rows. */
static GPtrArray *
list_apart (NidaSheet         *sheet,
            GPtrArray         *queries,
            const NidaGroupBy *narrowing,
            guint              n_narrowing)
{
  g_autoptr (GPtrArray) apart = g_ptr_array_new_with_free_func (part_free);

  for (guint q = 0; q < queries->len; q++)
    {
      NidaPart *part = part_new (sheet);

      g_ptr_array_add (apart, part);
      if (!nida_distinctions_take (&part->distinctions, g_ptr_array_index (queries, q)))
        return NULL;
      for (guint i = 0; i < n_narrowing; i++)
        nida_distinctions_narrow (&part->distinctions, narrowing[i]);
    }
  g_ptr_array_sort (apart, compare_parts);
  return g_steal_pointer (&apart);
}

/* (transfer full): the fewest parts; NULL where a question asks for whole rows. */
static GPtrArray *
list_parts (NidaSheet         *sheet,
            GPtrArray         *queries,
            const NidaGroupBy *narrowing,
            guint              n_narrowing)
{
  g_autoptr (GPtrArray) apart = list_apart (sheet, queries, narrowing, n_narrowing);
  GPtrArray *parts;

  if (apart == NULL)
    return NULL;
  parts = g_ptr_array_new_with_free_func (part_free);
  while (apart->len > 0)
    {
      NidaPart *part = g_ptr_array_steal_index (apart, 0);
      guint same = 0;

      while (same < parts->len && !nida_distinctions_include (&((NidaPart *) parts->pdata[same])->distinctions, &part->distinctions))
        same++;
      if (same == parts->len)
        g_ptr_array_add (parts, part);
      else
        {
          nida_distinctions_join (&((NidaPart *) parts->pdata[same])->distinctions, &part->distinctions);
          part_free (part);
        }
    }
  return parts;
}

/**
 * nida_condensed_new:
 * @queries: (element-type NidaQuery): what will be asked, as it is or with more filters
 * @narrowing: (array length=n_narrowing): the fields of these filters
 * @most: how many rows may be left
 *
 * Returns: (transfer full) (nullable): engines of fewer rows
 */
NidaCondensed *
nida_condensed_new (NidaLocalEngine   *engine,
                    GPtrArray         *queries,
                    const NidaGroupBy *narrowing,
                    guint              n_narrowing,
                    guint              most,
                    GCancellable      *cancellable)
{
  g_autoptr (GPtrArray) parts = list_parts (nida_local_engine_get_sheet (engine), queries, narrowing, n_narrowing);
  NidaCondensed *self;

  if (parts == NULL || parts->len == 0)
    return NULL;
  for (guint i = 0; i < parts->len; i++)
    {
      NidaPart *part = g_ptr_array_index (parts, i);
      g_autoptr (NidaSheet) sheet = nida_condense (&part->distinctions, most, cancellable);

      if (sheet == NULL)
        return NULL;
      most -= sheet->n_rows;
      part->few = nida_local_engine_new_of_sheet (sheet);
    }
  self = g_new (NidaCondensed, 1);
  *self = (NidaCondensed) { .whole = g_object_ref (engine), .parts = g_steal_pointer (&parts) };
  g_atomic_ref_count_init (&self->ref_count);
  return self;
}

NidaCondensed *
nida_condensed_ref (NidaCondensed *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
nida_condensed_unref (NidaCondensed *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->parts);
  g_object_unref (self->whole);
  g_free (self);
}

guint
nida_condensed_get_n_rows (NidaCondensed *self)
{
  guint n = 0;

  for (guint i = 0; i < self->parts->len; i++)
    n += nida_dataset_get_n_rows (nida_local_engine_get_dataset (((NidaPart *) g_ptr_array_index (self->parts, i))->few));
  return n;
}

static NidaLocalEngine *
find_engine (const NidaCondensed *self,
             NidaQuery           *query)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const NidaPart *part = g_ptr_array_index (self->parts, i);

      if (nida_distinctions_cover (&part->distinctions, query))
        return part->few;
    }
  return self->whole;
}

/* Those of @queries that are for @engine (by @engines), all at once; their answers are put into @cubes. */
static gboolean
ask (NidaLocalEngine   *engine,
     NidaLocalEngine  **engines,
     GPtrArray         *queries,
     GPtrArray         *cubes,
     GError           **error)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new (), answers = NULL;
  guint n = 0;

  for (guint i = 0; i < queries->len; i++)
    if (engines[i] == engine)
      g_ptr_array_add (own, g_ptr_array_index (queries, i));
  answers = nida_local_engine_query_all (engine, own, error);
  for (guint i = 0; answers != NULL && i < queries->len; i++)
    if (engines[i] == engine)
      g_ptr_array_index (cubes, i) = g_object_ref (g_ptr_array_index (answers, n++));
  return answers != NULL;
}

static void
unref_if_set (gpointer object)
{
  if (object != NULL)
    g_object_unref (object);
}

GPtrArray *
nida_condensed_query_all (NidaCondensed  *self,
                          GPtrArray      *queries,
                          GError        **error)
{
  g_autoptr (GPtrArray) cubes = g_ptr_array_new_with_free_func (unref_if_set);
  g_autofree NidaLocalEngine **engines = g_new (NidaLocalEngine *, queries->len + 1);

  g_ptr_array_set_size (cubes, (gint) queries->len);
  for (guint i = 0; i < queries->len; i++)
    engines[i] = find_engine (self, g_ptr_array_index (queries, i));
  for (guint i = 0; i < queries->len; i++)
    if (g_ptr_array_index (cubes, i) == NULL && !ask (engines[i], engines, queries, cubes, error))
      return NULL;
  g_ptr_array_set_free_func (cubes, g_object_unref);
  return g_steal_pointer (&cubes);
}
