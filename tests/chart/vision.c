/* The matrices are for linear light. */
#include "config.h"

#include "vision.h"

#include <math.h>

static const double visions[][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
};
static const char * const vision_names[] = { "normal", "protan", "deutan", "tritan" };

static double
to_linear (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
lab_curve (double t)
{
  return t > 216.0 / 24389.0 ? cbrt (t) : (24389.0 / 27.0 * t + 16.0) / 116.0;
}

/* sRGB to CIE L*a*b*, D65, as an eye of @vision sees it. */
Lab
vision_see (NidaRgba color,
            guint    vision)
{
  double linear[3] = { to_linear (color.red), to_linear (color.green), to_linear (color.blue) };
  double seen[3], x, y, z;

  for (guint i = 0; i < 3; i++)
    {
      seen[i] = 0.0;
      for (guint k = 0; k < 3; k++)
        seen[i] += visions[vision][i][k] * linear[k];
      seen[i] = CLAMP (seen[i], 0.0, 1.0);
    }
  x = lab_curve ((0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047);
  y = lab_curve (0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2]);
  z = lab_curve ((0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883);

  return (Lab) { 116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z) };
}

static double
hue_of (double b,
        double a)
{
  double degrees = atan2 (b, a) * 180.0 / G_PI;

  return a == 0.0 && b == 0.0 ? 0.0 : degrees < 0.0 ? degrees + 360.0 : degrees;
}

static double
cosine (double degrees)
{
  return cos (degrees * G_PI / 180.0);
}

/* Sharma, Wu and Dalal 2005. */
double
vision_distance (Lab p,
                 Lab q)
{
  double mean_c = (hypot (p.a, p.b) + hypot (q.a, q.b)) / 2.0;
  double g = 0.5 * (1.0 - sqrt (pow (mean_c, 7) / (pow (mean_c, 7) + pow (25.0, 7))));
  double a1 = (1.0 + g) * p.a, a2 = (1.0 + g) * q.a;
  double c1 = hypot (a1, p.b), c2 = hypot (a2, q.b);
  double h1 = hue_of (p.b, a1), h2 = hue_of (q.b, a2);
  double dl = q.l - p.l, dc = c2 - c1, dh = h2 - h1, h = h1 + h2, l, c, t, sl, sc, sh, rt;

  if (c1 * c2 == 0.0)
    dh = 0.0;
  else if (fabs (dh) > 180.0)
    {
      dh += dh > 0.0 ? -360.0 : 360.0;
      h += h < 360.0 ? 360.0 : -360.0;
    }
  h = c1 * c2 == 0.0 ? h : h / 2.0;
  dh = 2.0 * sqrt (c1 * c2) * sin (dh * G_PI / 360.0);
  l = (p.l + q.l) / 2.0;
  c = (c1 + c2) / 2.0;
  t = 1.0 - 0.17 * cosine (h - 30.0) + 0.24 * cosine (2.0 * h) + 0.32 * cosine (3.0 * h + 6.0)
      - 0.20 * cosine (4.0 * h - 63.0);
  sl = 1.0 + 0.015 * (l - 50.0) * (l - 50.0) / sqrt (20.0 + (l - 50.0) * (l - 50.0));
  sc = 1.0 + 0.045 * c;
  sh = 1.0 + 0.015 * c * t;
  rt = -2.0 * sqrt (pow (c, 7) / (pow (c, 7) + pow (25.0, 7)))
       * sin (60.0 * exp (-pow ((h - 275.0) / 25.0, 2)) * G_PI / 180.0);
  dl /= sl;
  dc /= sc;
  dh /= sh;

  return sqrt (dl * dl + dc * dc + dh * dh + rt * dc * dh);
}

const char *
vision_get_name (guint vision)
{
  return vision_names[vision];
}
