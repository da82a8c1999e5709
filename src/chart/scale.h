/* Numbers and days to points. The first double of a figure's life is made here. */
#pragma once

#include "money.h"
#include "period.h"

G_BEGIN_DECLS

typedef struct { double start, end; } NidaSpan;              /* points, start <= end */

/* Linear: domain in thousandths or days, range in points. */
typedef struct { gint64 domain_min, domain_max; NidaSpan range; gboolean reversed; } NidaScale;

/* An empty domain maps to the middle of the range. @reversed puts the smallest value at range.end: an axis of amounts
 * that grows upwards, or time that runs against the logical x. */
double nida_scale_map    (const NidaScale *scale, gint64 value);
/* Points of one more in the domain; 0 where that is empty. */
double nida_scale_unit   (const NidaScale *scale);
gint64 nida_scale_invert (const NidaScale *scale, double point);

/* Equal bands for groups or periods: the start of band @index of @n and its width, leaving @gap (a share of a band). */
typedef struct { guint n; NidaSpan range; double gap; gboolean reversed; } NidaBandScale;
NidaSpan nida_band_scale_map    (const NidaBandScale *scale, guint index);
double   nida_band_scale_centre (const NidaBandScale *scale, guint index);
double   nida_band_scale_step   (const NidaBandScale *scale);          /* from one band to the next */

G_END_DECLS
