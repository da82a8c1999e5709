/* Field names and fixed words, in the order of their codes. */
#include "field.h"

#include <string.h>

static const char * const field_names[NIDA_N_FIELDS] = {
  [NIDA_FIELD_NONE] = "",
  [NIDA_FIELD_KIND] = "kind",
  [NIDA_FIELD_LEVEL] = "level",
  [NIDA_FIELD_DIRECTION] = "direction",
  [NIDA_FIELD_DONOR] = "donor",
  [NIDA_FIELD_RECIPIENT] = "recipient",
  [NIDA_FIELD_CATEGORY] = "category",
  [NIDA_FIELD_APPEAL] = "appeal",
  [NIDA_FIELD_COUNTRY] = "country",
  [NIDA_FIELD_EMERGENCY] = "emergency",
  [NIDA_FIELD_PARTNER] = "partner",
  [NIDA_FIELD_DONOR_COUNTRY] = "donor_country",
  [NIDA_FIELD_DONOR_TYPE] = "donor_type",
  [NIDA_FIELD_BOUNDARY] = "boundary",
  [NIDA_FIELD_ON_BOUNDARY] = "on_boundary",
  [NIDA_FIELD_FLOW_TYPE] = "flow_type",
  [NIDA_FIELD_EARMARKING] = "earmarking",
  [NIDA_FIELD_METHOD] = "method",
  [NIDA_FIELD_CONTRIBUTION] = "contribution",
  [NIDA_FIELD_CURRENCY] = "currency",
  [NIDA_FIELD_QUALIFIER] = "qualifier",
  [NIDA_FIELD_STATE] = "state",
  [NIDA_FIELD_SAID_BY] = "said_by",
  [NIDA_FIELD_BASIS] = "basis",
  [NIDA_FIELD_DUE] = "due",
  [NIDA_FIELD_SOURCE] = "source",
  [NIDA_FIELD_ID] = "id",
  [NIDA_FIELD_DATE] = "date",
  [NIDA_FIELD_DATE_END] = "date_end",
  [NIDA_FIELD_VALUE_DATE] = "value_date",
  [NIDA_FIELD_USAGE_YEAR] = "usage_year",
  [NIDA_FIELD_AMOUNT] = "amount",
  [NIDA_FIELD_AMOUNT_USD] = "amount_usd",
  [NIDA_FIELD_DESCRIPTION] = "description",
  [NIDA_FIELD_SOURCE_ROW] = "source_row",
  [NIDA_FIELD_UPDATED_AT] = "updated_at",
  [NIDA_FIELD_PART] = "part",
  [NIDA_FIELD_DONOR_GROUP] = "donor_group",
  [NIDA_FIELD_REGION] = "region",
  [NIDA_FIELD_REQUIREMENT] = "requirement",
  [NIDA_FIELD_REPORTED] = "reported",
};

static const char * const kind_words[] = {
  "requirement", "stated", "reported", "pledge", "commitment", "paid", "event", "indicator", "goal", NULL
};
static const char * const level_words[] = { "appeal", "objective", "country", NULL };
static const char * const direction_words[] = { "incoming", "outgoing", NULL };
static const char * const boundary_words[] = { "incoming", "outgoing", "internal", NULL };
static const char * const on_boundary_words[] = { "single", "shared", NULL };
static const char * const qualifier_words[] = { "exact", "about", "at_least", "at_most", NULL };
static const char * const state_words[] = { "planned", "held", "stated", NULL };
static const char * const due_words[] = { "overdue", "soon", "later", NULL };

/**
 * nida_field_get_name:
 *
 * Returns: the name of @field in Nida's own CSV and on the command line; "" for %NIDA_FIELD_NONE
 */
const char *
nida_field_get_name (NidaField field)
{
  g_return_val_if_fail (field < NIDA_N_FIELDS, "");

  return field_names[field];
}

/**
 * nida_field_from_name:
 *
 * Returns: the field called @name, or %NIDA_FIELD_NONE
 */
NidaField
nida_field_from_name (const char *name)
{
  g_return_val_if_fail (name != NULL, NIDA_FIELD_NONE);

  for (NidaField field = NIDA_FIELD_NONE + 1; field < NIDA_N_FIELDS; field++)
    if (strcmp (field_names[field], name) == 0)
      return field;
  return NIDA_FIELD_NONE;
}

gboolean
nida_field_is_code (NidaField field)
{
  return field > NIDA_FIELD_NONE && field <= NIDA_FIELD_LAST_CODE;
}

gboolean
nida_field_is_list (NidaField field)
{
  switch (field)
    {
    case NIDA_FIELD_CATEGORY:
    case NIDA_FIELD_COUNTRY:
    case NIDA_FIELD_DONOR_COUNTRY:
    case NIDA_FIELD_DONOR_TYPE:
    case NIDA_FIELD_EMERGENCY:
    case NIDA_FIELD_REGION:       /* those of the countries */
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
nida_field_is_place (NidaField field)
{
  return field == NIDA_FIELD_COUNTRY || field == NIDA_FIELD_DONOR_COUNTRY || field == NIDA_FIELD_REGION;
}

const char * const *
nida_field_get_words (NidaField field)
{
  switch (field)
    {
    case NIDA_FIELD_KIND: return kind_words;
    case NIDA_FIELD_LEVEL: return level_words;
    case NIDA_FIELD_DIRECTION: return direction_words;
    case NIDA_FIELD_BOUNDARY: return boundary_words;
    case NIDA_FIELD_ON_BOUNDARY: return on_boundary_words;
    case NIDA_FIELD_QUALIFIER: return qualifier_words;
    case NIDA_FIELD_STATE: return state_words;
    case NIDA_FIELD_DUE: return due_words;
    default: return NULL;
    }
}
