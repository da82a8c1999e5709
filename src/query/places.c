/* From the names of a column of countries to regions. */
#include "places.h"

#include <string.h>

G_STATIC_ASSERT (NIDA_N_REGIONS < 32);

#define REGIONAL ", regional"       /* as the OECD calls money for several countries of a region */

static NidaRegions
regions_of_name (const char *ref,
                 const char *name)
{
  guint region = nida_region_of_country (ref);
  g_autofree char *regional = NULL;

  if (region == 0)
    region = nida_region_of_country (name);
  if (region == 0 && g_str_has_suffix (name, REGIONAL))
    regional = g_strndup (name, strlen (name) - strlen (REGIONAL));
  if (region == 0)
    region = nida_region_from_name (regional != NULL ? regional : name);
  return region != 0 ? NIDA_REGION_BIT (region) : 0;
}

NidaRegions *
nida_regions_by_country (NidaDictionary *countries)
{
  guint32 size = nida_dictionary_get_size (countries);
  NidaRegions *regions = g_new0 (NidaRegions, size + 1);

  for (guint32 code = 1; code <= size; code++)
    regions[code] = regions_of_name (nida_dictionary_get_ref (countries, code), nida_dictionary_get_name (countries, code));
  for (guint32 code = 1; code <= size; code++)
    {
      guint n_members;
      const guint32 *members = nida_dictionary_get_members (countries, code, &n_members);

      for (guint i = 0; i < n_members; i++)
        regions[code] |= regions[members[i]] != 0 ? regions[members[i]] : NIDA_REGION_ELSEWHERE;
      if (regions[code] == NIDA_REGION_ELSEWHERE)
        regions[code] = 0;
    }
  return regions;
}

guint
nida_regions_count (NidaDictionary *countries)
{
  g_autofree NidaRegions *regions = nida_regions_by_country (countries);
  NidaRegions all = 0;

  for (guint32 code = 1; code <= nida_dictionary_get_size (countries); code++)
    all |= regions[code];
  return (guint) __builtin_popcount (all & ~NIDA_REGION_ELSEWHERE);
}
