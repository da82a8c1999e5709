/* The cubes of both sources are joined by the names of their groups, by a reference that both have, or by the country of a
 * government. */
#include "source-comparison.h"

#include <string.h>

/* --- joining --- */

static NidaMeasure
measure_of (const NidaSourceComparison *self)
{
  return (NidaMeasure) g_bit_nth_lsf (self->query->measures, -1);
}

static void
clear_group (gpointer data)
{
  NidaComparedGroup *group = data;

  g_free (group->name);
  g_free (group->arabic);
  g_free (group->names[0]);
  g_free (group->names[1]);
}

/* What may make a group of one source that of another, the surest first. */
typedef enum { BY_NAME, BY_REFERENCE, BY_COUNTRY, N_WAYS } Way;

#define GOVERNMENT_OF ", Government of"

/* The name of an organisation may have a reference in a list, "XM-DAC-47066". */
static const char *
reference_of (NidaLocalEngine *engine,
              NidaField        field,
              const char      *name)
{
  NidaDictionary *dictionary = nida_field_is_code (field) ? nida_dataset_get_dictionary (nida_local_engine_get_dataset (engine), field)
                                                          : NULL;
  guint32 code = dictionary != NULL ? nida_dictionary_lookup (dictionary, name, -1) : 0;

  return code != 0 ? nida_dictionary_get_ref (dictionary, code) : NULL;
}

/* What @item is known by; NULL where there is nothing. A government is that of its country, "Kuwait, Government of" beside
 * "Kuwait". */
static char *
key_of (NidaLocalEngine    *engine,
        NidaField           field,
        const NidaCubeItem *item,
        Way                 way)
{
  if (way == BY_NAME)
    return g_strdup (item->name);
  if (item->not_stated)
    return NULL;
  if (way == BY_REFERENCE)
    return g_strdup (reference_of (engine, field, item->name));
  if (field != NIDA_FIELD_DONOR && field != NIDA_FIELD_RECIPIENT && field != NIDA_FIELD_PARTNER)
    return NULL;
  return g_strndup (item->name, strlen (item->name) - (g_str_has_suffix (item->name, GOVERNMENT_OF) ? strlen (GOVERNMENT_OF) : 0));
}

static NidaComparedGroup *
add_group (NidaSourceComparison *self,
           const NidaCubeItem   *item)
{
  NidaComparedGroup group = {
    .name = g_strdup (item->name), .arabic = g_strdup (item->arabic), .period = item->period, .not_stated = item->not_stated,
    .n_members = item->n_members, .figures = { NIDA_MONEY_NONE, NIDA_MONEY_NONE },
  };

  g_array_append_val (self->groups, group);
  return &g_array_index (self->groups, NidaComparedGroup, self->groups->len - 1);
}

static void
fill_side (const NidaSourceComparison *self,
           NidaComparedGroup          *group,
           guint                       side,
           const NidaCubeCell         *cell,
           const NidaCubeItem         *item)
{
  group->figures[side] = cell->values[measure_of (self)];
  group->names[side] = g_strdup (item->name);
}

static const NidaCubeItem *
item_of (NidaCube *cube,
         guint     cell)
{
  return nida_cube_get_item (cube, 0, nida_cube_get_cell (cube, cell)->item[0]);
}

/* Key → the number of the first source's group plus one. */
static GHashTable *
index_groups (const NidaSourceComparison *self,
              NidaLocalEngine            *engine,
              Way                         way)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; self->cubes[0] != NULL && i < nida_cube_get_n_cells (self->cubes[0]); i++)
    {
      char *key = key_of (engine, self->query->by[0].field, item_of (self->cubes[0], i), way);

      if (key != NULL && !g_hash_table_contains (index, key))
        g_hash_table_insert (index, key, GUINT_TO_POINTER (i + 1));
      else
        g_free (key);
    }
  return index;
}

/* Two names of one source that the other has as one stay two. */
static void
join_second (NidaSourceComparison    *self,
             NidaLocalEngine * const *engines,
             gboolean                *placed,
             Way                      way)
{
  g_autoptr (GHashTable) index = index_groups (self, engines[0], way);

  for (guint i = 0; i < nida_cube_get_n_cells (self->cubes[1]); i++)
    {
      const NidaCubeItem *item = item_of (self->cubes[1], i);
      g_autofree char *key = placed[i] ? NULL : key_of (engines[1], self->query->by[0].field, item, way);
      guint found = key != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (index, key)) : 0;
      NidaComparedGroup *group = found != 0 ? &g_array_index (self->groups, NidaComparedGroup, found - 1) : NULL;

      if (group == NULL || group->names[1] != NULL)
        continue;
      fill_side (self, group, 1, nida_cube_get_cell (self->cubes[1], i), item);
      placed[i] = TRUE;
    }
}

static void
join_sides (NidaSourceComparison    *self,
            NidaLocalEngine * const *engines)
{
  guint n_first = self->cubes[0] != NULL ? nida_cube_get_n_cells (self->cubes[0]) : 0;
  guint n_second = self->cubes[1] != NULL ? nida_cube_get_n_cells (self->cubes[1]) : 0;
  g_autofree gboolean *placed = g_new0 (gboolean, n_second + 1);

  for (guint i = 0; i < n_first; i++)
    {
      const NidaCubeItem *item = item_of (self->cubes[0], i);

      fill_side (self, add_group (self, item), 0, nida_cube_get_cell (self->cubes[0], i), item);
    }
  for (Way way = 0; n_second > 0 && way < N_WAYS; way++)
    join_second (self, engines, placed, way);
  for (guint i = 0; i < n_second; i++)
    if (!placed[i])
      {
        const NidaCubeItem *item = item_of (self->cubes[1], i);

        fill_side (self, add_group (self, item), 1, nida_cube_get_cell (self->cubes[1], i), item);
      }
}

/* --- differences --- */

static void
set_difference (NidaComparedGroup *group)
{
  NidaMoney first = group->figures[0] != NIDA_MONEY_NONE ? group->figures[0] : 0;
  NidaMoney second = group->figures[1] != NIDA_MONEY_NONE ? group->figures[1] : 0;

  if ((group->figures[0] == NIDA_MONEY_NONE && group->figures[1] == NIDA_MONEY_NONE)
      || !nida_money_subtract (first, second, &group->difference))
    group->difference = NIDA_MONEY_NONE;
}

static gboolean
says_nothing (const NidaComparedGroup *group)
{
  return (group->figures[0] == NIDA_MONEY_NONE || group->figures[0] == 0)
         && (group->figures[1] == NIDA_MONEY_NONE || group->figures[1] == 0);
}

/* As cubes order their items: by time, undated last; by name, those that are not stated last. */
static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const NidaComparedGroup *x = a, *y = b;

  if (x->not_stated != y->not_stated)
    return x->not_stated ? 1 : -1;
  if (x->period.start.precision != NIDA_PRECISION_NONE && y->period.start.precision != NIDA_PRECISION_NONE)
    {
      int order = nida_date_compare (x->period.start, y->period.start);

      return order != 0 ? order : nida_date_compare (x->period.end, y->period.end);
    }
  return strcmp (x->name, y->name);
}

static void
finish (NidaSourceComparison *self)
{
  NidaMeasure measure = measure_of (self);

  for (guint i = self->groups->len; i > 0; i--)
    {
      NidaComparedGroup *group = &g_array_index (self->groups, NidaComparedGroup, i - 1);

      if (says_nothing (group))
        g_array_remove_index (self->groups, i - 1);
      else
        set_difference (group);
    }
  g_array_sort (self->groups, compare_groups);
  for (guint side = 0; side < 2; side++)
    self->total.figures[side] = self->cubes[side] != NULL ? nida_cube_get_total (self->cubes[side])->values[measure] : NIDA_MONEY_NONE;
  set_difference (&self->total);
}

/* A name that only one of the sources has is no mistake. */
static gboolean
ask_both (NidaSourceComparison     *self,
          NidaLocalEngine * const  *engines,
          GError                  **error)
{
  g_autoptr (GError) unknown = NULL;

  for (guint side = 0; side < 2; side++)
    {
      g_autoptr (GError) problem = NULL;

      self->cubes[side] = nida_local_engine_query (engines[side], self->query, &problem);
      if (self->cubes[side] != NULL)
        continue;
      if (!g_error_matches (problem, NIDA_QUERY_ERROR, NIDA_QUERY_ERROR_UNKNOWN_VALUE) || unknown != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      unknown = g_steal_pointer (&problem);
    }
  return TRUE;
}

NidaSourceComparison *
nida_source_comparison_new (NidaLocalEngine * const  *engines,
                            NidaQuery                *query,
                            GError                  **error)
{
  g_autoptr (NidaSourceComparison) self = g_new0 (NidaSourceComparison, 1);

  g_return_val_if_fail (query != NULL && query->n_by == 1, NULL);

  self->query = nida_query_ref (query);
  self->groups = g_array_new (FALSE, TRUE, sizeof (NidaComparedGroup));
  g_array_set_clear_func (self->groups, clear_group);
  if (!ask_both (self, engines, error))
    return NULL;
  join_sides (self, engines);
  finish (self);
  return g_steal_pointer (&self);
}

void
nida_source_comparison_free (NidaSourceComparison *self)
{
  g_clear_object (&self->cubes[0]);
  g_clear_object (&self->cubes[1]);
  g_clear_pointer (&self->groups, g_array_unref);
  g_clear_pointer (&self->query, nida_query_unref);
  g_free (self);
}

static guint64
distance_of (const NidaComparedGroup *group)
{
  return group->difference == NIDA_MONEY_NONE ? G_MAXUINT64 : (guint64) ABS (group->difference);
}

static int
compare_distances (gconstpointer a,
                   gconstpointer b)
{
  const NidaComparedGroup *x = *(const NidaComparedGroup * const *) a, *y = *(const NidaComparedGroup * const *) b;

  if (distance_of (x) != distance_of (y))
    return distance_of (x) < distance_of (y) ? 1 : -1;
  return strcmp (x->name, y->name);
}

GPtrArray *
nida_source_comparison_list (const NidaSourceComparison *self)
{
  NidaField field = self->query->by[0].field;
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < self->groups->len; i++)
    g_ptr_array_add (list, &g_array_index (self->groups, NidaComparedGroup, i));
  if (field != NIDA_FIELD_DATE && field != NIDA_FIELD_USAGE_YEAR)
    g_ptr_array_sort (list, compare_distances);
  return list;
}

NidaComparedCounts
nida_source_comparison_count (const NidaSourceComparison *self)
{
  NidaComparedCounts counts = { { 0, 0 }, 0, 0 };

  for (guint i = 0; i < self->groups->len; i++)
    {
      const NidaComparedGroup *group = &g_array_index (self->groups, NidaComparedGroup, i);

      if (group->figures[1] == NIDA_MONEY_NONE)
        counts.only[0]++;
      else if (group->figures[0] == NIDA_MONEY_NONE)
        counts.only[1]++;
      else if (group->difference == 0)
        counts.same++;
      else
        counts.different++;
    }
  return counts;
}

/* --- the rows behind a figure --- */

/* Where a row stands in its source, and what it says: a record may hold a requirement and a total. */
static gint64
place_key (guint    line,
           NidaKind kind)
{
  return (gint64) line << 8 | (gint64) kind;
}

static GHashTable *
index_places (NidaDataset  *alone,
              const GArray *rows)
{
  GHashTable *places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      guint row = g_array_index (rows, guint, i), n_merged;
      const NidaMergedRow *merged = nida_dataset_get_merged (alone, row, &n_merged);
      NidaKind kind = nida_dataset_get_kind (alone, row);
      gint64 key = place_key (nida_dataset_get_source_row (alone, row), kind);

      g_hash_table_add (places, g_memdup2 (&key, sizeof key));
      for (guint m = 0; m < n_merged; m++)
        {
          key = place_key (merged[m].line, kind);
          g_hash_table_add (places, g_memdup2 (&key, sizeof key));
        }
    }
  return places;
}

static gboolean
has_place (GHashTable *places,
           guint       line,
           NidaKind    kind)
{
  gint64 key = place_key (line, kind);

  return g_hash_table_contains (places, &key);
}

/* The copy that counts may be of another kind, since a pledge is paid in time. */
static gboolean
has_line (GHashTable *places,
          guint       line)
{
  for (guint kind = 0; kind < NIDA_N_KINDS; kind++)
    if (has_place (places, line, kind))
      return TRUE;
  return FALSE;
}

static gboolean
stands_behind (GHashTable  *places,
               NidaDataset *joined,
               guint        row,
               guint        source)
{
  guint n_merged;
  const NidaMergedRow *merged = nida_dataset_get_merged (joined, row, &n_merged);

  if (nida_dataset_get_source (joined, row) == source
      && has_place (places, nida_dataset_get_source_row (joined, row), nida_dataset_get_kind (joined, row)))
    return TRUE;
  for (guint i = 0; i < n_merged; i++)
    if (merged[i].source == source && has_line (places, merged[i].line))
      return TRUE;
  return FALSE;
}

/* A record that is split by sector gives several rows; those of the other sectors are not meant. */
static gboolean
is_of_group (NidaDataset *joined,
             guint        row,
             NidaField    field,
             const char  *name)
{
  g_autofree char *text = nida_field_is_code (field) ? nida_dataset_dup_text (joined, row, field, FALSE) : NULL;

  return text == NULL || g_str_equal (text, name);
}

static void
keep_group (NidaDataset *joined,
            GArray      *rows,
            NidaField    field,
            const char  *name)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < rows->len; i++)
    if (is_of_group (joined, g_array_index (rows, guint, i), field, name))
      g_array_append_val (kept, g_array_index (rows, guint, i));
  /* the name may be another one beside other sources, or the other source may name another donor */
  if (kept->len == 0)
    return;
  g_array_set_size (rows, 0);
  g_array_append_vals (rows, kept->data, kept->len);
}

GArray *
nida_source_comparison_find_rows (const NidaSourceComparison *self,
                                  NidaLocalEngine            *engine,
                                  const NidaComparedGroup    *group,
                                  guint                       side,
                                  NidaDataset                *joined,
                                  guint                       source)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  NidaField field = self->query->by[0].field;
  g_autoptr (NidaQuery) query = nida_query_copy (self->query);
  g_autoptr (GHashTable) places = NULL;
  g_autoptr (GArray) alone = NULL;

  g_return_val_if_fail (side < 2, rows);

  if (group->n_members > 1 || group->names[side] == NULL)
    return rows;
  nida_query_clear_filter (query, field);
  nida_query_add_filter (query, field, group->names[side]);
  alone = nida_local_engine_select_counted (engine, query, NULL);
  if (alone == NULL)
    return rows;
  places = index_places (nida_local_engine_get_dataset (engine), alone);
  for (guint row = 0; row < nida_dataset_get_n_rows (joined); row++)
    if (stands_behind (places, joined, row, source))
      g_array_append_val (rows, row);
  keep_group (joined, rows, field, group->names[side]);
  return rows;
}
