/* Numbers, days and groups to points. */
#include "config.h"

#include "scale.h"

#include <math.h>

/* Differences of 64-bit figures leave 64 bits: subtract as doubles only after the sign is safe. */
static double
distance (gint64 from,
          gint64 to)
{
  return to >= from ? (double) ((guint64) to - (guint64) from) : -(double) ((guint64) from - (guint64) to);
}

/**
 * nida_scale_map:
 * @scale: a scale
 * @value: thousandths, millionths or days, as its domain
 *
 * Returns: the place in points; the middle when the domain is empty
 */
double
nida_scale_map (const NidaScale *scale,
                gint64           value)
{
  double width = distance (scale->domain_min, scale->domain_max);
  double length = scale->range.end - scale->range.start;
  double share;

  if (width == 0.0)
    return (scale->range.start + scale->range.end) / 2.0;

  share = distance (scale->domain_min, value) / width;

  return scale->reversed ? scale->range.end - share * length : scale->range.start + share * length;
}

double
nida_scale_unit (const NidaScale *scale)
{
  if (scale->domain_max <= scale->domain_min)
    return 0;
  return (scale->range.end - scale->range.start) / ((double) scale->domain_max - (double) scale->domain_min);
}

/**
 * nida_scale_invert:
 * @scale: a scale
 * @point: in points
 *
 * Returns: the value there, not beyond the ends of the domain
 */
gint64
nida_scale_invert (const NidaScale *scale,
                   double           point)
{
  double length = scale->range.end - scale->range.start;
  double share;

  if (length == 0.0)
    return scale->domain_min;

  share = (point - scale->range.start) / length;
  if (scale->reversed)
    share = 1.0 - share;
  share = CLAMP (share, 0.0, 1.0);
  if (share == 1.0)
    return scale->domain_max;

  return scale->domain_min + (gint64) llround (share * distance (scale->domain_min, scale->domain_max));
}

/**
 * nida_band_scale_step:
 * @scale: a band scale
 *
 * Returns: points from the start of one band to that of the next
 */
double
nida_band_scale_step (const NidaBandScale *scale)
{
  return scale->n > 0 ? (scale->range.end - scale->range.start) / scale->n : 0.0;
}

/**
 * nida_band_scale_map:
 * @scale: a band scale
 * @index: of the band
 *
 * Returns: where its mark lies, half of the gap on either side
 */
NidaSpan
nida_band_scale_map (const NidaBandScale *scale,
                     guint                index)
{
  double step = nida_band_scale_step (scale);
  guint place = scale->reversed ? scale->n - 1 - index : index;
  double start = scale->range.start + place * step;

  return (NidaSpan) { start + step * scale->gap / 2.0, start + step * (1.0 - scale->gap / 2.0) };
}

/**
 * nida_band_scale_centre:
 * @scale: a band scale
 * @index: of the band
 *
 * Returns: the middle of the band in points
 */
double
nida_band_scale_centre (const NidaBandScale *scale,
                        guint                index)
{
  NidaSpan span = nida_band_scale_map (scale, index);

  return (span.start + span.end) / 2.0;
}
