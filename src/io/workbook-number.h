/* Numbers and dates of workbooks, from their own text. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a number format shows a date. */
typedef enum { NIDA_WORKBOOK_NO_DATE, NIDA_WORKBOOK_YEAR, NIDA_WORKBOOK_MONTH, NIDA_WORKBOOK_DAY, NIDA_WORKBOOK_TIME } NidaWorkbookDate;

NidaWorkbookDate nida_workbook_date_of_format  (const char *code);
NidaWorkbookDate nida_workbook_date_of_builtin (guint id);
/* A number as a program of tables means it: 15 significant digits, since what stands beyond comes from binary arithmetic.
 * The text itself where it has no more, or is no number. */
char            *nida_workbook_round           (const char *text);
/* A serial as "2024-02-04", "2024-02" or "2024-02-04T12:30:00"; NULL when it is no date. */
char            *nida_workbook_date            (const char *serial, NidaWorkbookDate shown, gboolean base_1904);

G_END_DECLS
