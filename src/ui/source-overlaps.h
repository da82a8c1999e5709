/* Kinds of sources that hold money of the same donors in the same years: said, with the choice to count only one of them. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NIDA_TYPE_SOURCE_OVERLAPS (nida_source_overlaps_get_type ())
G_DECLARE_FINAL_TYPE (NidaSourceOverlaps, nida_source_overlaps, NIDA, SOURCE_OVERLAPS, GtkWidget)

GtkWidget *nida_source_overlaps_new      (NidaSession *session);
/* Pairs of kinds that are pointed out. */
guint      nida_source_overlaps_get_n    (NidaSourceOverlaps *self);
/* Count only one side of a pair, 0 or 1: the sources of the other are switched off. */
void       nida_source_overlaps_choose   (NidaSourceOverlaps *self, guint pair, guint side);

G_END_DECLS
