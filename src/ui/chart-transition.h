/* From one scene of a chart to the next: what is painted meanwhile, at the display's rate. */
#pragma once

#include "scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _NidaChartTransition NidaChartTransition;

/* @widget: what is to be drawn again while it lasts; must outlive it. */
NidaChartTransition *nida_chart_transition_new       (GtkWidget *widget);
void                 nida_chart_transition_free      (NidaChartTransition *self);
/* @to is shown after @from (either may be NULL). It comes at once where motion is reduced, where nobody sees it, and where both
 * are not of one size. */
void                 nida_chart_transition_begin     (NidaChartTransition *self, NidaScene *from, NidaScene *to);
gboolean             nida_chart_transition_is_active (NidaChartTransition *self);
/* What is painted now instead of the scene that it goes to; NULL when it is there. */
NidaScene           *nida_chart_transition_get_scene (NidaChartTransition *self);

G_END_DECLS
