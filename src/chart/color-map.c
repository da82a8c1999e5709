/* Which name has which hue: first come, first kept, so that a filter or another chart never repaints a donor. */
#include "config.h"

#include "field.h"
#include "palette.h"

#define N_SERIES (NIDA_COLOR_SERIES_5 - NIDA_COLOR_SERIES_1 + 1)

struct _NidaColorMap {
  gatomicrefcount ref_count;
  GPtrArray      *names[NIDA_N_FIELDS];   /* the pinned names of a field in order, NULL where there are none */
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
    g_clear_pointer (&self->names[i], g_ptr_array_unref);
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
  if (self->names[field]->len < N_SERIES && !find_name (self, field, name, &index))
    g_ptr_array_add (self->names[field], g_strdup (name));
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

  if (self == NULL || name == NULL || !find_name (self, field, name, &index))
    return NIDA_COLOR_OTHER;

  return NIDA_COLOR_SERIES_1 + index;
}
