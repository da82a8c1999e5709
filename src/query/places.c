/* From the names of a column of countries to regions. */
#include "places.h"

#include "areas.h"

#include <string.h>

static guint
region_of_name (const char *ref,
                const char *name)
{
  guint region = nida_region_of_country (ref);

  if (region == 0)
    region = nida_region_of_country (name);
  if (region == 0)
    region = nida_area_get_region (name);
  return region != 0 ? region : nida_region_from_name (name);
}

/* What is for several regions is no single one's, and stands apart from what names no place. */
static NidaRegions
find_regions (NidaPlaces *self,
              guint32     code)
{
  const char *name = nida_dictionary_get_name (self->countries, code);
  guint region = region_of_name (nida_dictionary_get_ref (self->countries, code), name);

  if (region != 0)
    return NIDA_REGION_BIT (region);
  if (!nida_area_is_name (name) || self->n_areas == G_N_ELEMENTS (self->areas))
    return 0;
  self->areas[self->n_areas++] = code;
  return NIDA_REGION_BIT (NIDA_N_REGIONS + self->n_areas);
}

static gboolean
is_list (NidaDictionary *countries,
         guint32         code)
{
  guint n_members;

  nida_dictionary_get_members (countries, code, &n_members);
  return n_members > 1;
}

NidaPlaces *
nida_places_new (NidaDictionary *countries)
{
  NidaPlaces *self = g_new0 (NidaPlaces, 1);
  guint32 size = nida_dictionary_get_size (countries);

  self->countries = g_object_ref (countries);
  self->regions = g_new0 (NidaRegions, size + 1);
  for (guint32 code = 1; code <= size; code++)
    self->regions[code] = is_list (countries, code) ? 0 : find_regions (self, code);
  for (guint32 code = 1; code <= size; code++)
    {
      guint n_members;
      const guint32 *members = nida_dictionary_get_members (countries, code, &n_members);

      for (guint i = 0; i < n_members; i++)
        self->regions[code] |= self->regions[members[i]] != 0 ? self->regions[members[i]] : NIDA_REGION_ELSEWHERE;
      if (self->regions[code] == NIDA_REGION_ELSEWHERE)
        self->regions[code] = 0;
    }
  return self;
}

void
nida_places_free (NidaPlaces *self)
{
  g_object_unref (self->countries);
  g_free (self->regions);
  g_free (self);
}

guint
nida_places_get_n (const NidaPlaces *self)
{
  return NIDA_N_REGIONS + self->n_areas;
}

guint
nida_places_find (const NidaPlaces *self,
                  const char       *name)
{
  guint region = nida_region_from_name (name);
  g_autofree char *folded = region == 0 ? nida_name_fold (name) : NULL;

  for (guint i = 0; region == 0 && i < self->n_areas; i++)
    {
      g_autofree char *area = nida_name_fold (nida_dictionary_get_name (self->countries, self->areas[i]));

      if (strcmp (area, folded) == 0)
        region = NIDA_N_REGIONS + i + 1;
    }
  return region;
}

const char *
nida_places_get_name (const NidaPlaces *self,
                      guint             place)
{
  g_return_val_if_fail (place > 0 && place <= nida_places_get_n (self), NULL);

  return place <= NIDA_N_REGIONS ? nida_region_get_name (place)
                                 : nida_dictionary_get_name (self->countries, self->areas[place - NIDA_N_REGIONS - 1]);
}

const char *
nida_places_get_arabic (const NidaPlaces *self,
                        guint             place)
{
  g_return_val_if_fail (place > 0 && place <= nida_places_get_n (self), NULL);

  return place <= NIDA_N_REGIONS ? nida_region_get_arabic (place)
                                 : nida_dictionary_get_arabic (self->countries, self->areas[place - NIDA_N_REGIONS - 1]);
}

guint
nida_places_count_used (const NidaPlaces *self)
{
  NidaRegions all = 0;

  for (guint32 code = 1; code <= nida_dictionary_get_size (self->countries); code++)
    all |= self->regions[code];
  return (guint) __builtin_popcountll (all & ~NIDA_REGION_ELSEWHERE);
}
