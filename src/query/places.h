/* The regions that countries lie in, by code, and what spans several of them. */
#pragma once

#include "dictionary.h"
#include "regions.h"

G_BEGIN_DECLS

/* A set of places of the world: bit 1 << (place - 1), and one more for what lies in none. */
typedef guint64 NidaRegions;

#define NIDA_REGION_BIT(place) (G_GUINT64_CONSTANT (1) << ((place) - 1))
#define NIDA_MOST_PLACES 62
#define NIDA_REGION_ELSEWHERE NIDA_REGION_BIT (NIDA_MOST_PLACES + 1)

/**
 * NidaPlaces:
 *
 * Places count from 1: first the regions of M49, then what the column calls "regional" and spans several of them, such as "Africa,
 * regional", each under its own name.
 * @regions: by code of the countries, 0 first; nothing for what is not stated and for places that lie in no region. A cell that lists
 * several places has the regions of all, and %NIDA_REGION_ELSEWHERE beside them where one lies in none: it is no single region's.
 * @areas: codes of the names of those that span several
 */
typedef struct {
  NidaDictionary *countries;
  NidaRegions    *regions;
  guint32         areas[NIDA_MOST_PLACES - NIDA_N_REGIONS];
  guint           n_areas;
} NidaPlaces;

NidaPlaces *nida_places_new        (NidaDictionary *countries);
void        nida_places_free       (NidaPlaces *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NidaPlaces, nida_places_free)
guint       nida_places_get_n      (const NidaPlaces *self);
/* By its name (or of a region its number); 0 for what is none here. */
guint       nida_places_find       (const NidaPlaces *self, const char *name);
const char *nida_places_get_name   (const NidaPlaces *self, guint place);
const char *nida_places_get_arabic (const NidaPlaces *self, guint place);     /* may be NULL */
/* How many of them any country lies in. */
guint       nida_places_count_used (const NidaPlaces *self);

G_END_DECLS
