/* Civil dates that keep their precision, and spans of them. A year is a year, not its first of January. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  NIDA_PRECISION_NONE,     /* no date at all */
  NIDA_PRECISION_DAY,
  NIDA_PRECISION_MONTH,
  NIDA_PRECISION_QUARTER,
  NIDA_PRECISION_YEAR,
} NidaPrecision;

/**
 * NidaDate:
 * @day: the first day, counted from 1970-01-01 (day 0), proleptic Gregorian
 * @precision: how much of it is known
 *
 * A date of day, month, quarter or year precision. `precision == NIDA_PRECISION_NONE` is "undated".
 */
typedef struct {
  gint32        day;
  NidaPrecision precision;
} NidaDate;

/**
 * NidaPeriod:
 *
 * A closed span from the first day of @start to the last day of @end; for a single date both are equal.
 */
typedef struct {
  NidaDate start;
  NidaDate end;
} NidaPeriod;

typedef enum {
  NIDA_STEP_NONE,
  NIDA_STEP_DAY,
  NIDA_STEP_MONTH,
  NIDA_STEP_QUARTER,
  NIDA_STEP_YEAR,
  NIDA_STEP_FISCAL_YEAR,
} NidaStep;

#define NIDA_DATE_NONE ((NidaDate) { 0, NIDA_PRECISION_NONE })

gint32     nida_days_from_civil    (int year, int month, int day);
void       nida_civil_from_days    (gint32 days, int *year, int *month, int *day);
gboolean   nida_civil_valid        (int year, int month, int day);

NidaDate   nida_date_new_day       (int year, int month, int day);
NidaDate   nida_date_new_month     (int year, int month);
NidaDate   nida_date_new_quarter   (int year, int quarter);
NidaDate   nida_date_new_year      (int year);
gint32     nida_date_first_day     (NidaDate date);
gint32     nida_date_last_day      (NidaDate date);
int        nida_date_year          (NidaDate date);
int        nida_date_compare       (NidaDate a, NidaDate b);

/* A column holds a date in 32 bits: the day shifted by three, and the precision; 0 is "undated". */
gint32     nida_date_pack          (NidaDate date);
NidaDate   nida_date_unpack        (gint32   packed);

typedef enum {
  NIDA_DATE_OK,
  NIDA_DATE_EMPTY,
  NIDA_DATE_NOT_A_DATE,      /* not one of the forms */
  NIDA_DATE_IMPOSSIBLE,      /* 2023-02-30, month 13, a year outside 1000 to 2999 */
  NIDA_DATE_AMBIGUOUS,       /* 05/06/2014 without a known order */
} NidaDateStatus;

/* 2024 · 2024-02 · 2024-Q1 · 2024-02-04 · 2024-02-04T… ; digits of any script. Day-first forms are for io/columns. */
NidaDateStatus nida_date_parse     (const char *text, gsize length, NidaDate *date);
char      *nida_date_to_string     (NidaDate date);

gboolean   nida_period_is_span     (NidaPeriod period);
/* The group of @date at @step; a coarser date stays itself ("2015" under months). @fiscal_start is 1 to 12. */
NidaPeriod nida_period_of_step     (NidaDate date, NidaStep step, guint fiscal_start);
/* "2024", "2024-Q1", "2024-02", "2024-02-04", "2009..2023", "2024/25"; "undated" for none. */
char      *nida_period_to_string   (NidaPeriod period);
int        nida_period_compare     (NidaPeriod a, NidaPeriod b);
gboolean   nida_period_within      (NidaPeriod inner, gint32 first_day, gint32 last_day);

G_END_DECLS
