/* A sentence about a mark, ready to be put into a letter: "Kuwait gave $17,064,284 in 20 contributions, rank 37 of 201 donors." */
#pragma once

#include "local-engine.h"
#include "chart-spec.h"
#include "language.h"
#include "scene.h"

G_BEGIN_DECLS

/* @spec with the filters of the board in its question; @mark of its chart, or NULL for the whole. The figures are those of
 * `nida query` under the same filters, with every digit. Asks and waits; (transfer full), NULL
 * where there is no figure. Without marks of direction: it is for other programs. */
char *nida_sentence_new (NidaLocalEngine *engine, const NidaChartSpec *spec, const NidaMark *mark, NidaLanguage *language);

G_END_DECLS
