/* The tables of answers that filter.c makes and filter-run.c reads. */
#pragma once

#include "filter.h"

G_BEGIN_DECLS

#define NIDA_FILTER_MOST_PARTS 40

/* In the order in which the answer of one filter prevails over that of another one. */
enum { DATE_YES, DATE_OUTSIDE, DATE_UNDATED, DATE_NO };

typedef struct {
  NidaCodes  codes;
  guint32    n_codes;
  guint8    *answers;      /* by code */
  gboolean   one;          /* only @only passes, */
  guint32    only;
} NidaFilterPart;

struct _NidaFilter {
  NidaSheet      *sheet;
  NidaFilterPart  parts[NIDA_FILTER_MOST_PARTS];
  guint           n_parts;
  gboolean        may_share;            /* is any row NIDA_PASS_SHARED? */
  NidaFilterPart  dates;                /* answers are DATE_…; no answers: any date passes */
  NidaFilterPart  usage;                /* the same of usage years */
  guint8         *usage_by_date;        /* by code of the dates: for requirements and totals, which are for their own year */
  NidaCodes       date_codes;
  guint           copies_boundary, copies_on;
  gboolean        goes_on;              /* all codes that it reads go on with those of the base, but of names */
};

G_END_DECLS
