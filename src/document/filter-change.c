/* A change has the name of the one thing that is different, so that a person recognises it among others. */
#include "config.h"

#include "filter-change.h"
#include "translate.h"

/* Translators: what follows are steps of work in the menu of undo: "Undo: Filter by Donor". */
static const struct { NidaField field; const char *name; } by_field[] = {
  { NIDA_FIELD_KIND, NC_("undo", "Filter by Kind") },
  { NIDA_FIELD_DONOR, NC_("undo", "Filter by Donor") },
  { NIDA_FIELD_DONOR_GROUP, NC_("undo", "Filter by Donor Group") },
  { NIDA_FIELD_DONOR_TYPE, NC_("undo", "Filter by Donor Type") },
  { NIDA_FIELD_DONOR_COUNTRY, NC_("undo", "Filter by Donor Country") },
  { NIDA_FIELD_RECIPIENT, NC_("undo", "Filter by Recipient") },
  { NIDA_FIELD_PARTNER, NC_("undo", "Filter by Partner") },
  { NIDA_FIELD_APPEAL, NC_("undo", "Filter by Appeal") },
  { NIDA_FIELD_COUNTRY, NC_("undo", "Filter by Country") },
  { NIDA_FIELD_REGION, NC_("undo", "Filter by Region") },
  { NIDA_FIELD_EMERGENCY, NC_("undo", "Filter by Emergency") },
  { NIDA_FIELD_DATE, NC_("undo", "Change Dates") },
};

/* A category has the name that the charts and the filters have for it. */
static const char *
category_name (NidaNoun noun)
{
  if (noun == NIDA_NOUN_CLUSTER)
    return NC_("undo", "Filter by Cluster");
  return noun == NIDA_NOUN_OBJECTIVE ? NC_("undo", "Filter by Objective") : NC_("undo", "Filter by Category");
}

/* Has @a values of @field that @b has not, or the reverse? */
static gboolean
differs (const NidaFilterSet *a,
         const NidaFilterSet *b,
         NidaField            field)
{
  for (guint pass = 0; pass < 2; pass++)
    {
      const NidaFilterSet *one = pass == 0 ? a : b, *other = pass == 0 ? b : a;

      for (guint i = 0; i < nida_filter_set_get_n (one); i++)
        {
          const char * const *values;

          if (nida_filter_set_get (one, i, &values) != field)
            continue;
          for (; *values != NULL; values++)
            if (!nida_filter_set_has (other, field, *values))
              return TRUE;
        }
    }
  return FALSE;
}

/* The only field whose values differ; NONE for several or none, whose number is in @n. */
static NidaField
find_field (const NidaFilterSet *before,
            const NidaFilterSet *after,
            guint               *n)
{
  NidaField found = NIDA_FIELD_NONE;

  *n = 0;
  for (NidaField field = NIDA_FIELD_NONE + 1; field < NIDA_N_FIELDS; field++)
    if (differs (before, after, field))
      {
        found = field;
        (*n)++;
      }
  return *n == 1 ? found : NIDA_FIELD_NONE;
}

static gboolean
same_range (const NidaFilterSet *before,
            const NidaFilterSet *after)
{
  NidaDate from[2] = { NIDA_DATE_NONE, NIDA_DATE_NONE }, to[2] = { NIDA_DATE_NONE, NIDA_DATE_NONE };

  nida_filter_set_get_range (before, &from[0], &to[0]);
  nida_filter_set_get_range (after, &from[1], &to[1]);
  return nida_date_pack (from[0]) == nida_date_pack (from[1]) && nida_date_pack (to[0]) == nida_date_pack (to[1]);
}

/* Of what is chosen beside the values of fields; NULL when all of it is the same. */
static const char *
manner_name (const NidaFilterSet *before,
             const NidaFilterSet *after)
{
  guint n_off[2] = { g_strv_length ((char **) nida_filter_set_get_off (before)),
                     g_strv_length ((char **) nida_filter_set_get_off (after)) };

  if (!nida_filter_set_same_off (before, after))
    return n_off[1] > n_off[0] ? NC_("undo", "Switch Off Source") : NC_("undo", "Switch On Source");
  if (nida_filter_set_get_as_of (before) != nida_filter_set_get_as_of (after))
    return nida_filter_set_get_as_of (after) != 0 ? NC_("undo", "Show Earlier Day") : NC_("undo", "Show Newest Data");
  if (nida_filter_set_get_rule (before) != nida_filter_set_get_rule (after))
    return NC_("undo", "Change Counting");
  if (g_strcmp0 (nida_filter_set_get_currency (before), nida_filter_set_get_currency (after)) != 0)
    return NC_("undo", "Change Currency");
  if (g_strcmp0 (nida_filter_set_get_second (before), nida_filter_set_get_second (after)) != 0)
    return NC_("undo", "Change Second Currency");
  if (nida_filter_set_get_prices (before) != nida_filter_set_get_prices (after))
    return NC_("undo", "Change Prices");
  return NULL;
}

const char *
nida_filter_change_name (const NidaFilterSet *before,
                         const NidaFilterSet *after,
                         NidaNoun             category)
{
  guint n_fields;
  NidaField field = find_field (before, after, &n_fields);
  gboolean other_range = !same_range (before, after);
  const char *manner = manner_name (before, after);

  if (nida_filter_set_is_empty (after) && n_fields + other_range + (manner != NULL) > 1)
    return NC_("undo", "Clear Filters");
  if (nida_filter_set_get_step (before) != nida_filter_set_get_step (after))
    return nida_filter_set_get_step (after) != NIDA_STEP_NONE ? NC_("undo", "Look Closer") : NC_("undo", "Step Back");
  if (nida_filter_set_is_closer (before, NIDA_FIELD_REGION) != nida_filter_set_is_closer (after, NIDA_FIELD_REGION))
    return nida_filter_set_is_closer (after, NIDA_FIELD_REGION) ? NC_("undo", "Look Closer") : NC_("undo", "Step Back");
  if (n_fields == 0 && manner != NULL)
    return manner;
  if (n_fields == 0 && other_range)
    return NC_("undo", "Change Dates");
  if (field == NIDA_FIELD_CATEGORY && !other_range && manner == NULL)
    return category_name (category);
  for (guint i = 0; i < G_N_ELEMENTS (by_field) && !other_range && manner == NULL; i++)
    if (by_field[i].field == field)
      return by_field[i].name;
  return NC_("undo", "Change Filters");
}
