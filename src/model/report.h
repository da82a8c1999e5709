/* What was read, merged and refused, and why: said per source, with line, column, what was found. Words are made in
 * text/problem-words.c, so that a report follows the language. */
#pragma once

#include "money.h"
#include "problem.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* What a row's number counts: lines of a text, records of a JSON or XML document, rows of a workbook's sheet. */
typedef enum { NIDA_UNIT_LINE, NIDA_UNIT_RECORD, NIDA_UNIT_ROW } NidaRowUnit;

/* The family of what the desk itself has entered: no public source has its ids. */
#define NIDA_FAMILY_DESK "desk"

typedef struct {
  char    *name;              /* display name of the file or URL */
  char    *uri;
  char    *format;            /* "Nida CSV", "HDX CSV (FTS flows)" … English, for --format json and check */
  char    *family;            /* "fts", "cbpf", … the prefix of its ids */
  gint64   fetched_at;        /* microseconds since 1970, UTC */
  gint64   modified_at;       /* the same, when a file was changed last; 0 where it is not known */
  guint64  size;              /* bytes as stored */
  guint64  rows_read;         /* records after the header and tag rows */
  guint64  rows_kept;         /* records that gave at least one row of the dataset that is still there */
  guint64  rows_merged;
  guint64  rows_refused;
  guint64  rows_empty;        /* records that state no figure at all: nothing to keep, nothing wrong */
  NidaRowUnit unit;           /* of the numbers of its rows */
  char    *tag;               /* what the stored file has now and would not have once it is changed; NULL: no file */
  char    *entry;             /* of an archive: what was read of it; else NULL */
  char    *sheet;             /* of a workbook: the one that was read; else NULL */
  char    *wants_key;         /* of one that could not be read: the server that wants a key for it, "https://api.example.org"; else NULL */
  guint    header;            /* and the row of it that is the header */
  gboolean is_rates;          /* exchange rates or deflators: kept, but no rows of the dataset */
  gboolean is_held;           /* a copy that was kept before, of the time of fetched_at */
  gboolean in_document;       /* one that the document carries */
  gboolean is_missing;        /* it could not be read: nothing of it is counted, and NIDA_PROBLEM_MISSING says why */
  gboolean ids_repeat;        /* an id may name several rows, which are distinct: they are numbered */
  gboolean states_move;       /* one id moves pledge → commitment → paid, so received = commitment + paid */
} NidaSourceInfo;

typedef enum {
  NIDA_STATED_RECORDS,        /* how many records there are: a plain number */
  NIDA_STATED_RECEIVED,       /* money received, as FTS counts it for a place or a plan */
  NIDA_STATED_PLEDGED,        /* the same of pledges */
  NIDA_STATED_REQUIREMENT,    /* what all plans ask for */
  NIDA_STATED_REPORTED,       /* what all plans are said to have got */
  NIDA_STATED_SHARE,          /* what a plan got of what it asked for, in thousandths of a percent */
  NIDA_N_STATED,
} NidaStatedKind;

/**
 * NidaStated:
 *
 * A total, count or percentage that a source states of its own rows, to be compared with what Nida makes of them.
 * Statements of the same figure at the same place are one, of @count; so are all percentages that are as computed. The last
 * of many percentages that are not stands for all that follow it.
 */
typedef struct {
  NidaStatedKind kind;
  guint          source;
  guint          line;        /* of the record; 0 means the whole source */
  char          *where;       /* the column or the field that states it: "percentFunded", "meta.count" */
  char          *subject;     /* the plan, or NULL */
  char          *set;         /* the same in every file of one set, such as the pages of an answer; NULL: the source alone */
  NidaMoney      stated;
  NidaMoney      computed;    /* of a percentage; else NIDA_MONEY_NONE, see NidaComparison */
  guint          decimals;    /* of a percentage, as it is printed */
  gboolean       differs;     /* the percentage is not the computed one at this precision */
  guint64        count;
} NidaStated;

#define NIDA_TYPE_REPORT (nida_report_get_type ())
G_DECLARE_FINAL_TYPE (NidaReport, nida_report, NIDA, REPORT, GObject)

NidaReport           *nida_report_new            (void);
/* For problems of further sources. */
NidaReport           *nida_report_copy           (NidaReport *self);
guint                 nida_report_add_source     (NidaReport *self, const NidaSourceInfo *info);
guint                 nida_report_get_n_sources  (NidaReport *self);
/* Writable until the dataset is built. */
NidaSourceInfo       *nida_report_get_source     (NidaReport *self, guint index);
/* Are the same sources missing in both? */
gboolean              nida_report_same_missing   (NidaReport *self, NidaReport *other);
/* The first @max of a kind are kept one by one, later ones only counted on a line of their own. */
void                  nida_report_add            (NidaReport *self, NidaProblemKind kind, guint source, guint line,
                                                  const char *column, const char *found, gssize found_length);
void                  nida_report_add_problem    (NidaReport *self, const NidaProblem *problem);
void                  nida_report_shift_lines    (NidaReport *self, guint n_lines);
void                  nida_report_absorb         (NidaReport *self, NidaReport *other, guint source_offset);
guint                 nida_report_get_n_problems (NidaReport *self);
const NidaProblem    *nida_report_get_problem    (NidaReport *self, guint index);  /* refused first, then by source and line */
const NidaProblem    *nida_report_get_added      (NidaReport *self, guint index);  /* as they came; NULL behind the last */
guint64               nida_report_get_count      (NidaReport *self, NidaProblemKind kind);
/* The moment whose data were asked for, microseconds since 1970; 0 for the newest. */
void                  nida_report_set_as_of      (NidaReport *self, gint64 as_of);
gint64                nida_report_get_as_of      (NidaReport *self);
void                  nida_report_add_stated     (NidaReport *self, const NidaStated *stated);
guint                 nida_report_get_n_stated   (NidaReport *self);
const NidaStated     *nida_report_get_stated     (NidaReport *self, guint index);  /* as they came */

G_END_DECLS
