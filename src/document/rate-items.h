/* Exchange rates that the desk says itself, as items of a document: one rate an item, whose id is its two currencies and its time. */
#pragma once

#include "document.h"
#include "own-rates.h"

G_BEGIN_DECLS

#define NIDA_RATE_ERROR (nida_rate_error_quark ())
GQuark nida_rate_error_quark (void);

typedef enum {
  NIDA_RATE_ERROR_NOT_A_RATE,
  NIDA_RATE_ERROR_VALUE,         /* what a person wrote is no currency, number or date */
} NidaRateError;

/* What a person writes into a form; a text may be empty, and dates are then open. */
typedef enum {
  NIDA_RATE_CELL_FROM,
  NIDA_RATE_CELL_QUOTE,
  NIDA_RATE_CELL_TO,
  NIDA_RATE_CELL_START,
  NIDA_RATE_CELL_END,
  NIDA_RATE_CELL_NOTE,
  NIDA_N_RATE_CELLS,
} NidaRateCell;

/* @cells: as a person writes them, with digits of any script. FALSE with @error and the cell that is to be corrected (@wrong). */
gboolean      nida_rate_from_cells    (const char * const *cells, NidaOwnRate *rate, NidaRateCell *wrong, GError **error);
/* Back, exactly: ISO dates, decimals with a dot; transfer full. */
char         *nida_rate_dup_cell      (const NidaOwnRate *rate, NidaRateCell cell);

char         *nida_rate_to_text       (const NidaOwnRate *rate);
gboolean      nida_rate_from_text     (const char *text, NidaOwnRate *rate, GError **error);

/* All that can be read; NULL where there is none; transfer full. */
NidaOwnRates *nida_rate_items_read    (NidaItems *items);
/* The same of several documents, which do not disagree: @known (transfer full, or NULL) and those of @items. */
NidaOwnRates *nida_rate_items_overlay (NidaItems *items, NidaOwnRates *known);
/* Changes of a person, with names for undo. @id: the item that @rate takes the place of, or NULL for a new one; another one of the
 * same currencies and time is replaced. */
void          nida_rate_items_put     (NidaDocument *document, const char *id, const NidaOwnRate *rate);
void          nida_rate_items_remove  (NidaDocument *document, const char *id);

G_END_DECLS
