/* The regions that countries lie in, by code. */
#pragma once

#include "dictionary.h"
#include "regions.h"

G_BEGIN_DECLS

/* A set of regions: bit 1 << (region - 1), and one more for places that lie in none. */
typedef guint32 NidaRegions;

#define NIDA_REGION_BIT(region) (1u << ((region) - 1))
#define NIDA_REGION_ELSEWHERE NIDA_REGION_BIT (NIDA_N_REGIONS + 1)

/* By code of @countries, 0 first; nothing for what is not stated and for places that lie in no region. A cell that lists several
 * places has the regions of all, and NIDA_REGION_ELSEWHERE beside them where one lies in none: it is no single region's. */
NidaRegions *nida_regions_by_country (NidaDictionary *countries);
/* How many regions they lie in. */
guint        nida_regions_count      (NidaDictionary *countries);

G_END_DECLS
