/* The donor report: one A4 page about what one donor gave, as a scene that every export and the printer read. */
#pragma once

#include "donor-figures.h"
#include "letterhead.h"
#include "measurer.h"
#include "sources.h"
#include "chart.h"

G_BEGIN_DECLS

/* A4 in points. */
#define NIDA_PAGE_WIDTH  595.276
#define NIDA_PAGE_HEIGHT 841.89

/**
 * NidaDonorReport:
 *
 * What the page is about and how it is headed. The strings and the letterhead belong to the caller.
 * @question: dates, filters, currency and rule; a filter on donors is not heeded
 * @donor: a name in either language
 * @letterhead: or %NULL
 * @draft: the page says that it is one; @embargo: the day before which it is not to be published, or NONE
 * @cancellable: looked at between the charts, or %NULL; @progress: told how much of the page is made, 0 to 1, in the thread that
 * makes it, or %NULL
 */
typedef struct {
  NidaQuery            *question;
  const char           *donor;
  const NidaLetterhead *letterhead;
  gboolean              draft;
  NidaDate              embargo;
  GCancellable         *cancellable;
  void                (*progress) (double done, gpointer data);
  gpointer              progress_data;
} NidaDonorReport;

/* "draft", or a day with or without "embargoed until" before it. FALSE for anything else. */
gboolean   nida_donor_report_parse_mark (const char *words, gboolean *draft, NidaDate *embargo);
/* Of @context language, measurer, theme, time direction and what is known of the sources are heeded. Asks the engine,
 * waiting. NULL with @error for a donor that nobody is. */
NidaScene *nida_donor_report_build (const NidaDonorReport *report, NidaLocalEngine *engine, NidaSources *sources,
                                    const NidaChartContext *context, GError **error);

G_END_DECLS
