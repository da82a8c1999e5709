/* How wide words are. Pango in the program, a fixed width in golden tests. */
#pragma once

#include "scene.h"

G_BEGIN_DECLS

#define NIDA_TYPE_MEASURER (nida_measurer_get_type ())
G_DECLARE_INTERFACE (NidaMeasurer, nida_measurer, NIDA, MEASURER, GObject)

struct _NidaMeasurerInterface {
  GTypeInterface parent;
  /* Points at scale 1; @max_width below 0 is no limit. @lines may be NULL. */
  void (*measure) (NidaMeasurer *self, const char *text, NidaFont font, double max_width, double *width, guint *lines);
};

double        nida_measurer_width     (NidaMeasurer *self, const char *text, NidaFont font, double scale);
guint         nida_measurer_lines     (NidaMeasurer *self, const char *text, NidaFont font, double scale, double max_width);
double        nida_font_size          (NidaFont font, double scale);         /* points */
double        nida_font_line_height   (NidaFont font, double scale);
/* From the top of a line to its baseline: the same for every script, so that texts of two sizes can share a baseline. */
double        nida_font_baseline      (NidaFont font, double scale);
gboolean      nida_font_is_bold       (NidaFont font);
NidaMeasurer *nida_pango_measurer_new (gboolean arabic);
NidaMeasurer *nida_fixed_measurer_new (void);                                /* 0.55 em a character, for tests */

G_END_DECLS
