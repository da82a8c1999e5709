/* Which name has which hue: first come, first kept, so that a filter or another chart never repaints a donor. */
#include "config.h"

#include "field.h"
#include "palette.h"

#define N_SERIES (NIDA_COLOR_SERIES_5 - NIDA_COLOR_SERIES_1 + 1)
#define NOBODY "\001"     /* stands in the place of a name where a person gave its hue to another */

struct _NidaColorMap {
  gatomicrefcount ref_count;
  GPtrArray      *names[NIDA_N_FIELDS];   /* the pinned names of a field in order, NULL where there are none */
  GHashTable     *own[NIDA_N_FIELDS];     /* name → NidaColor that a person chose, NULL where there are none */
};

/**
 * nida_color_map_new:
 *
 * Returns: (transfer full): a map without names
 */
NidaColorMap *
nida_color_map_new (void)
{
  NidaColorMap *self = g_new0 (NidaColorMap, 1);

  g_atomic_ref_count_init (&self->ref_count);

  return self;
}

/**
 * nida_color_map_ref:
 * @self: a map
 *
 * Returns: (transfer full): the same map
 */
NidaColorMap *
nida_color_map_ref (NidaColorMap *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * nida_color_map_unref:
 * @self: (transfer full): a map
 */
void
nida_color_map_unref (NidaColorMap *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < NIDA_N_FIELDS; i++)
    {
      g_clear_pointer (&self->names[i], g_ptr_array_unref);
      g_clear_pointer (&self->own[i], g_hash_table_unref);
    }
  g_free (self);
}

static gboolean
find_name (NidaColorMap *self,
           int           field,
           const char   *name,
           guint        *index)
{
  return self->names[field] != NULL
         && g_ptr_array_find_with_equal_func (self->names[field], name, g_str_equal, index);
}

static gboolean
has_own (NidaColorMap *self,
         int           field,
         const char   *name)
{
  return self->own[field] != NULL && g_hash_table_contains (self->own[field], name);
}

/* Who was given @color by a person, or NULL. */
static const char *
find_own (NidaColorMap *self,
          int           field,
          NidaColor     color)
{
  GHashTableIter iter;
  gpointer name, own;

  if (self->own[field] == NULL)
    return NULL;
  g_hash_table_iter_init (&iter, self->own[field]);
  while (g_hash_table_iter_next (&iter, &name, &own))
    if ((NidaColor) GPOINTER_TO_INT (own) == color)
      return name;
  return NULL;
}

/**
 * nida_color_map_pin:
 * @self: a map
 * @field: a #NidaField
 * @name: the English name
 *
 * Give @name the next free hue of its field. Does nothing when it has one, or when the five are taken.
 */
void
nida_color_map_pin (NidaColorMap *self,
                    int           field,
                    const char   *name)
{
  guint index;

  g_return_if_fail (field > NIDA_FIELD_NONE && field < NIDA_N_FIELDS && name != NULL);

  if (self->names[field] == NULL)
    self->names[field] = g_ptr_array_new_with_free_func (g_free);
  if (has_own (self, field, name))
    return;
  /* a hue that a person gave away is passed over */
  while (self->names[field]->len < N_SERIES && find_own (self, field, NIDA_COLOR_SERIES_1 + self->names[field]->len) != NULL)
    g_ptr_array_add (self->names[field], g_strdup (NOBODY));
  if (self->names[field]->len < N_SERIES && !find_name (self, field, name, &index))
    g_ptr_array_add (self->names[field], g_strdup (name));
}

static gpointer
copy_name (gconstpointer name,
           gpointer      data)
{
  return g_strdup (name);
}

/**
 * nida_color_map_copy:
 * @self: (nullable): a map
 *
 * Returns: (transfer full): another one with the same names, which may be changed
 */
NidaColorMap *
nida_color_map_copy (NidaColorMap *self)
{
  NidaColorMap *copy = nida_color_map_new ();
  GHashTableIter iter;
  gpointer name, color;

  for (guint field = 0; self != NULL && field < NIDA_N_FIELDS; field++)
    {
      if (self->names[field] != NULL)
        {
          copy->names[field] = g_ptr_array_copy (self->names[field], copy_name, NULL);
          g_ptr_array_set_free_func (copy->names[field], g_free);
        }
      if (self->own[field] == NULL)
        continue;
      copy->own[field] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_iter_init (&iter, self->own[field]);
      while (g_hash_table_iter_next (&iter, &name, &color))
        g_hash_table_insert (copy->own[field], g_strdup (name), color);
    }
  return copy;
}

NidaColorMap *
nida_color_map_new_chosen (NidaColorMap *self,
                           int           field)
{
  NidaColorMap *chosen = nida_color_map_new ();
  GHashTableIter iter;
  gpointer name, color;

  g_return_val_if_fail (field > NIDA_FIELD_NONE && field < NIDA_N_FIELDS, chosen);

  if (self == NULL || self->own[field] == NULL)
    return chosen;
  chosen->own[field] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, self->own[field]);
  while (g_hash_table_iter_next (&iter, &name, &color))
    g_hash_table_insert (chosen->own[field], g_strdup (name), color);
  return chosen;
}

gboolean
nida_color_map_is_chosen (NidaColorMap *self,
                          int           field,
                          const char   *name)
{
  g_return_val_if_fail (field > NIDA_FIELD_NONE && field < NIDA_N_FIELDS, FALSE);

  return self != NULL && name != NULL && has_own (self, field, name);
}

static const char *
find_holder (NidaColorMap *self,
             int           field,
             NidaColor     color)
{
  guint index = color - NIDA_COLOR_SERIES_1;
  const char *own = find_own (self, field, color);
  const char *pinned = self->names[field] != NULL && index < self->names[field]->len ? g_ptr_array_index (self->names[field], index) : NULL;

  if (own != NULL || pinned == NULL || g_str_equal (pinned, NOBODY) || has_own (self, field, pinned))
    return own;
  return pinned;
}

/**
 * nida_color_map_set:
 * @self: a map
 * @field: a #NidaField
 * @name: the English name
 * @color: one of the series, or %NIDA_COLOR_OTHER
 *
 * A person's choice, which comes before the hue that the name was pinned to. Whoever had @color takes that of @name: no two
 * names of a field have one hue.
 */
void
nida_color_map_set (NidaColorMap *self,
                    int           field,
                    const char   *name,
                    NidaColor     color)
{
  g_autofree char *holder = NULL;

  g_return_if_fail (field > NIDA_FIELD_NONE && field < NIDA_N_FIELDS && name != NULL);
  g_return_if_fail ((color >= NIDA_COLOR_SERIES_1 && color <= NIDA_COLOR_SERIES_5) || color == NIDA_COLOR_OTHER);

  if (self->own[field] == NULL)
    self->own[field] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  holder = color == NIDA_COLOR_OTHER ? NULL : g_strdup (find_holder (self, field, color));
  if (holder != NULL && !g_str_equal (holder, name))
    g_hash_table_insert (self->own[field], g_strdup (holder), GINT_TO_POINTER (nida_color_map_lookup (self, field, name)));
  g_hash_table_insert (self->own[field], g_strdup (name), GINT_TO_POINTER (color));
}

/**
 * nida_color_map_get_pinned:
 * @self: a map
 * @field: a #NidaField
 * @index: of a hue, from 0
 *
 * Returns: (nullable): the name that has that hue since it was pinned
 */
const char *
nida_color_map_get_pinned (NidaColorMap *self,
                           int           field,
                           guint         index)
{
  const GPtrArray *names = self->names[field];
  const char *name = names != NULL && index < names->len ? names->pdata[index] : NULL;

  return name == NULL || g_str_equal (name, NOBODY) ? NULL : name;
}

/**
 * nida_color_map_dup_names:
 * @self: a map
 * @field: a #NidaField
 *
 * Returns: (transfer full) (nullable): the names that have the hues of @field for good, or %NULL while any hue is free
 */
char **
nida_color_map_dup_names (NidaColorMap *self,
                          int           field)
{
  char **names;

  g_return_val_if_fail (field >= NIDA_FIELD_NONE && field < NIDA_N_FIELDS, NULL);

  if (self->names[field] == NULL || self->names[field]->len < N_SERIES)
    return NULL;
  names = g_new0 (char *, N_SERIES + 1);
  for (guint i = 0; i < N_SERIES; i++)
    names[i] = g_strdup (g_ptr_array_index (self->names[field], i));
  return names;
}

/**
 * nida_color_map_lookup:
 * @self: (nullable): a map
 * @field: a #NidaField
 * @name: (nullable): the English name
 *
 * Returns: one of the five series, or %NIDA_COLOR_OTHER for every name that was not pinned
 */
NidaColor
nida_color_map_lookup (NidaColorMap *self,
                       int           field,
                       const char   *name)
{
  guint index;

  g_return_val_if_fail (field >= NIDA_FIELD_NONE && field < NIDA_N_FIELDS, NIDA_COLOR_OTHER);

  if (self != NULL && name != NULL && has_own (self, field, name))
    return GPOINTER_TO_INT (g_hash_table_lookup (self->own[field], name));
  if (self == NULL || name == NULL || !find_name (self, field, name, &index))
    return NIDA_COLOR_OTHER;

  return NIDA_COLOR_SERIES_1 + index;
}
