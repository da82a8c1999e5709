/* Before rows of a table are added, and when a cell was typed: which of their names are ones that the data know? A person
 * decides. */
#pragma once

#include "ledger-names.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NidaNameOffers:
 *
 * Signals:
 * - "decided": by its default button; the offers say what was accepted
 */
#define NIDA_TYPE_NAME_OFFERS (nida_name_offers_get_type ())
G_DECLARE_FINAL_TYPE (NidaNameOffers, nida_name_offers, NIDA, NAME_OFFERS, GtkWindow)

/* @offers: (element-type NidaNameOffer), changed as a person decides; kept. @decide, @leave: what its buttons say. */
GtkWidget      *nida_name_offers_new       (GtkWindow *parent, GPtrArray *offers, const char *decide, const char *leave);
GtkCheckButton *nida_name_offers_get_check (NidaNameOffers *self, guint index);
/* As its default button does. */
void            nida_name_offers_decide    (NidaNameOffers *self);

G_END_DECLS
