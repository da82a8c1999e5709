/* The problems of a load report as rows of words, and as CSV. */
#pragma once

#include "comparisons.h"
#include "own-rates.h"
#include "report.h"
#include "text-row.h"

G_BEGIN_DECLS

enum { NIDA_REPORT_FILE, NIDA_REPORT_LINE, NIDA_REPORT_COLUMN, NIDA_REPORT_FOUND, NIDA_REPORT_WORDS, NIDA_REPORT_N_CELLS };

/* In the present language; tagged with the severity. */
NidaTextRow *nida_report_row_new     (NidaReport *report, const NidaProblem *problem);
/* The same of several that differ in place and perhaps in what was found: @problem has what they have in common. */
NidaTextRow *nida_report_group_row_new (NidaReport *report, const NidaProblem *problem);
/* What a source states of itself: a difference is worth a look, the rest is as it should be. */
NidaTextRow *nida_report_stated_row_new (NidaReport *report, const NidaComparison *comparison);
/* A rate that the desk said itself: what it converts is not as published. */
NidaTextRow *nida_report_own_rate_row_new (const NidaOwnRate *rate);
/* UTF-8 with a byte order mark, for a spreadsheet; @rows are NidaTextRow. */
char        *nida_report_rows_to_csv (GListModel *rows);

G_END_DECLS
