/* Regions of the world: the sub-regions of the United Nations' M49, each country in one at most. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Regions count from 1; 0 is none. */
#define NIDA_N_REGIONS 22

const char *nida_region_get_name   (guint region);         /* "Western Asia" */
const char *nida_region_get_arabic (guint region);
/* The same in a few letters, for narrow places: "W. Asia". */
const char *nida_region_get_brief  (guint region, gboolean arabic);
/* Three digits, as M49 numbers it: "145". */
const char *nida_region_get_code   (guint region);
/* By its name in either language or its number. */
guint       nida_region_from_name  (const char *name);
/* Of a country by its ISO 3166 alpha-3 code; 0 for what M49 does not list. */
guint       nida_region_of_country (const char *iso3);

G_END_DECLS
