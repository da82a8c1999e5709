/* What an amount of IATI is divided by: the places, or the sectors, of a transaction or its activity. Private to the
 * format. */
#pragma once

#include "iati.h"

G_BEGIN_DECLS

/* More parts than anybody means. */
#define NIDA_IATI_MAX_PARTS 65536u

/* What a flow's amount is divided by: places of @shares, and what none of them has. */
typedef struct {
  GArray  *members;       /* guint: index into the shares */
  GArray  *weights;       /* guint64, one more than members where something is left for none of them */
  gboolean listed;        /* no percentages: the whole amount goes to all of them */
} NidaDivision;

/* (element-type NidaIatiShare): @countries, and of @regions those that have what these leave. Transfer full. */
GArray *nida_iati_make_places    (GArray *countries, GArray *regions);
/* By @shares (NidaIatiShare). */
void    nida_division_init       (NidaDivision *self, GArray *shares);
void    nida_division_clear      (NidaDivision *self);
/* Of parts; at least one. */
guint   nida_division_count      (const NidaDivision *self);
guint64 nida_division_get_weight (const NidaDivision *self, guint part);
/* Set @field of the row to the share that @part is, or to all of them where they are listed only. */
void    nida_division_set        (const NidaDivision *division, NidaSheet *sheet, NidaField field, GArray *shares, guint part);
/* What a sector is known by: its vocabulary and code; NULL without a code. */
char   *nida_iati_dup_sector_key (const NidaIatiShare *share);

G_END_DECLS
