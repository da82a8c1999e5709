/* The fields of the one table of facts, and the fixed vocabularies among them. Names are those of Nida's own CSV. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  NIDA_FIELD_NONE,
  /* dictionary fields: one code a row, names in English and Arabic (see NidaDictionary) */
  NIDA_FIELD_KIND,
  NIDA_FIELD_LEVEL,
  NIDA_FIELD_DIRECTION,
  NIDA_FIELD_DONOR,
  NIDA_FIELD_RECIPIENT,
  NIDA_FIELD_CATEGORY,
  NIDA_FIELD_APPEAL,
  NIDA_FIELD_COUNTRY,
  NIDA_FIELD_EMERGENCY,
  NIDA_FIELD_PARTNER,
  NIDA_FIELD_DONOR_COUNTRY,
  NIDA_FIELD_DONOR_TYPE,
  NIDA_FIELD_BOUNDARY,
  NIDA_FIELD_ON_BOUNDARY,
  NIDA_FIELD_FLOW_TYPE,
  NIDA_FIELD_EARMARKING,
  NIDA_FIELD_METHOD,
  NIDA_FIELD_CONTRIBUTION,
  NIDA_FIELD_CURRENCY,
  NIDA_FIELD_QUALIFIER,
  NIDA_FIELD_STATE,
  NIDA_FIELD_SAID_BY,
  NIDA_FIELD_BASIS,
  NIDA_FIELD_DUE,             /* of money that the desk waits for: whether it is late, on the day on which it is asked */
  NIDA_FIELD_SOURCE,
  NIDA_FIELD_LAST_CODE = NIDA_FIELD_SOURCE,
  /* fields with a column of their own kind */
  NIDA_FIELD_ID,
  NIDA_FIELD_DATE,
  NIDA_FIELD_DATE_END,
  NIDA_FIELD_VALUE_DATE,      /* the day whose exchange rate holds for the amount, where it is not the date */
  NIDA_FIELD_USAGE_YEAR,
  NIDA_FIELD_AMOUNT,
  NIDA_FIELD_AMOUNT_USD,
  NIDA_FIELD_DESCRIPTION,
  NIDA_FIELD_SOURCE_ROW,
  NIDA_FIELD_UPDATED_AT,
  NIDA_FIELD_PART,            /* of one flow that is split over countries or categories: 1, 2 … */
  /* derived when a question asks */
  NIDA_FIELD_DONOR_GROUP,
  NIDA_FIELD_REGION,          /* of the world, by the country (model/regions) */
  /* input columns that become rows of a kind of their own */
  NIDA_FIELD_REQUIREMENT,
  NIDA_FIELD_REPORTED,
  NIDA_N_FIELDS,
} NidaField;

#define NIDA_N_CODE_FIELDS (NIDA_FIELD_LAST_CODE + 1)

/* Codes of the fixed vocabularies: the dictionary of such a field always begins with these, in this order. */
typedef enum {
  NIDA_KIND_NONE,
  NIDA_KIND_REQUIREMENT,
  NIDA_KIND_STATED,
  NIDA_KIND_REPORTED,
  NIDA_KIND_PLEDGE,
  NIDA_KIND_COMMITMENT,
  NIDA_KIND_PAID,
  NIDA_KIND_EVENT,
  NIDA_KIND_INDICATOR,
  NIDA_KIND_GOAL,
  NIDA_N_KINDS,
} NidaKind;

typedef enum { NIDA_LEVEL_NONE, NIDA_LEVEL_APPEAL, NIDA_LEVEL_OBJECTIVE, NIDA_LEVEL_COUNTRY } NidaLevel;
typedef enum { NIDA_DIRECTION_NONE, NIDA_DIRECTION_INCOMING, NIDA_DIRECTION_OUTGOING } NidaDirection;
typedef enum { NIDA_BOUNDARY_NONE, NIDA_BOUNDARY_INCOMING, NIDA_BOUNDARY_OUTGOING, NIDA_BOUNDARY_INTERNAL } NidaBoundary;
typedef enum { NIDA_ON_BOUNDARY_NONE, NIDA_ON_BOUNDARY_SINGLE, NIDA_ON_BOUNDARY_SHARED } NidaOnBoundary;
typedef enum {
  NIDA_QUALIFIER_NONE, NIDA_QUALIFIER_EXACT, NIDA_QUALIFIER_ABOUT, NIDA_QUALIFIER_AT_LEAST, NIDA_QUALIFIER_AT_MOST
} NidaQualifier;
typedef enum { NIDA_STATE_NONE, NIDA_STATE_PLANNED, NIDA_STATE_HELD, NIDA_STATE_STATED } NidaState;
typedef enum { NIDA_DUE_NONE, NIDA_DUE_OVERDUE, NIDA_DUE_SOON, NIDA_DUE_LATER } NidaDue;

#define NIDA_KIND_BIT(kind)  (1u << (kind))
#define NIDA_KINDS_ALL       (~0u)
#define NIDA_KINDS_MONEY \
  (NIDA_KIND_BIT (NIDA_KIND_PLEDGE) | NIDA_KIND_BIT (NIDA_KIND_COMMITMENT) | NIDA_KIND_BIT (NIDA_KIND_PAID))

const char         *nida_field_get_name     (NidaField   field);
NidaField           nida_field_from_name    (const char *name);
gboolean            nida_field_is_code      (NidaField   field);
/* May a cell of this field list several names ("SYR, TUR")? Organisations and titles may not. */
gboolean            nida_field_is_list      (NidaField   field);
/* Does it name places of the world, which a map has tiles for? */
gboolean            nida_field_is_place     (NidaField   field);
/* The fixed words of a field, code 1 first, NULL-terminated; NULL for a field with free words. */
const char * const *nida_field_get_words    (NidaField   field);

G_END_DECLS
