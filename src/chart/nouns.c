/* What the groups of a chart are called, each as a whole phrase, so that a language may inflect it. */
#include "config.h"

#include "nouns.h"

#include "translate.h"

typedef struct {
  const char *name;
  const char *by;
  const char *several;
  const char *not_stated;
} NounWords;

static const NounWords noun_words[NIDA_N_NOUNS] = {
  [NIDA_NOUN_GROUP]     = { N_("Group"), N_("by group"), N_("Several at once"), N_("Not stated") },
  [NIDA_NOUN_DONOR]     = { N_("Donor"), N_("by donor"), N_("Several donors"), N_("Donor not stated") },
  [NIDA_NOUN_RECIPIENT] = { N_("Recipient"), N_("by recipient"), N_("Several recipients"), N_("Recipient not stated") },
  [NIDA_NOUN_CATEGORY]  = { N_("Category"), N_("by category"), N_("Several categories"), N_("Category not stated") },
  /* Translators: cluster = a humanitarian cluster (Food security, Health …) = مجموعة */
  [NIDA_NOUN_CLUSTER]   = { N_("Cluster"), N_("by cluster"), N_("Several clusters"), N_("Cluster not stated") },
  [NIDA_NOUN_OBJECTIVE] = { N_("Objective"), N_("by objective"), N_("Several objectives"), N_("Objective not stated") },
  /* Translators: humanitarian appeal = نداء, never استئناف */
  [NIDA_NOUN_APPEAL]    = { N_("Appeal"), N_("by appeal"), N_("Several appeals"), N_("Appeal not stated") },
  [NIDA_NOUN_COUNTRY]   = { N_("Country"), N_("by country"), N_("Several countries"), N_("Country not stated") },
  /* Translators: region = a part of the world, such as Western Asia = منطقة; "No region" is of money that names no country, or one
   * that lies in none */
  [NIDA_NOUN_REGION]    = { N_("Region"), N_("by region"), N_("Several regions"), N_("No region") },
};

/* Fields without a noun of their own still have a phrase of their own. */
static const struct { NidaField field; const char *by; } field_by[] = {
  { NIDA_FIELD_DATE, N_("by date") },
  { NIDA_FIELD_KIND, N_("by kind") },
  { NIDA_FIELD_EMERGENCY, N_("by emergency") },
  { NIDA_FIELD_PARTNER, N_("by partner") },
  { NIDA_FIELD_DONOR_COUNTRY, N_("by country of the donor") },
  { NIDA_FIELD_DONOR_TYPE, N_("by type of donor") },
  { NIDA_FIELD_DONOR_GROUP, N_("by group of donors") },
  { NIDA_FIELD_CURRENCY, N_("by currency") },
  { NIDA_FIELD_EARMARKING, N_("by earmarking") },
  { NIDA_FIELD_FLOW_TYPE, N_("by type of flow") },
  { NIDA_FIELD_METHOD, N_("by method") },
  { NIDA_FIELD_CONTRIBUTION, N_("by contribution") },
  { NIDA_FIELD_USAGE_YEAR, N_("by year of use") },
  { NIDA_FIELD_SOURCE, N_("by source") },
};

/* Names that only the humanitarian clusters have, folded; one of them is enough to know. */
static const char * const cluster_names[] = {
  "food security", "food security and agriculture", "health", "nutrition", "protection", "education", "logistics",
  "water sanitation hygiene", "water, sanitation and hygiene", "emergency shelter and nfi", "shelter and nfi",
  "camp coordination / management", "early recovery", "emergency telecommunications", "multipurpose cash",
};

NidaNoun
nida_noun_for_field (NidaField field)
{
  switch ((int) field)
    {
    case NIDA_FIELD_DONOR: return NIDA_NOUN_DONOR;
    case NIDA_FIELD_RECIPIENT: return NIDA_NOUN_RECIPIENT;
    case NIDA_FIELD_CATEGORY: return NIDA_NOUN_CATEGORY;
    case NIDA_FIELD_APPEAL: return NIDA_NOUN_APPEAL;
    case NIDA_FIELD_COUNTRY: return NIDA_NOUN_COUNTRY;
    case NIDA_FIELD_REGION: return NIDA_NOUN_REGION;
    default: return NIDA_NOUN_GROUP;
    }
}

static gboolean
is_cluster (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name != NULL ? name : "", -1);

  for (guint i = 0; i < G_N_ELEMENTS (cluster_names); i++)
    if (g_str_equal (folded, cluster_names[i]))
      return TRUE;
  return FALSE;
}

static gboolean
asks_for_requirement (NidaCube *cube)
{
  return (nida_cube_get_query (cube)->measures & (1u << NIDA_MEASURE_REQUIREMENT)) != 0
         && nida_cube_get_total (cube) != NULL
         && nida_cube_get_total (cube)->values[NIDA_MEASURE_REQUIREMENT] != NIDA_MONEY_NONE;
}

/**
 * nida_noun_for_cube:
 *
 * The noun of a dimension of @cube. A category of requirements that is no cluster is taken for an objective of an
 * appeal.
 */
NidaNoun
nida_noun_for_cube (NidaCube *cube,
                    guint     dimension)
{
  NidaQuery *query = nida_cube_get_query (cube);
  NidaNoun noun = dimension < query->n_by ? nida_noun_for_field (query->by[dimension].field) : NIDA_NOUN_GROUP;

  if (noun != NIDA_NOUN_CATEGORY)
    return noun;
  for (guint i = 0; i < nida_cube_get_n_items (cube, dimension); i++)
    if (is_cluster (nida_cube_get_item (cube, dimension, i)->name))
      return NIDA_NOUN_CLUSTER;
  return asks_for_requirement (cube) ? NIDA_NOUN_OBJECTIVE : NIDA_NOUN_CATEGORY;
}

NidaNoun
nida_noun_for_data (NidaDataset *dataset,
                    NidaField    field,
                    NidaCube    *cube)
{
  NidaNoun noun = cube != NULL ? nida_noun_for_cube (cube, 0) : nida_noun_for_field (field);
  NidaDictionary *names;

  if (noun != NIDA_NOUN_CATEGORY)
    return noun;
  names = nida_dataset_get_dictionary (dataset, field);
  for (guint32 code = 1; code <= nida_dictionary_get_size (names); code++)
    if (is_cluster (nida_dictionary_get_name (names, code)))
      return NIDA_NOUN_CLUSTER;
  return noun;
}

const char *
nida_noun_name (NidaNoun noun)
{
  return _(noun_words[noun].name);
}

const char *
nida_noun_by (NidaNoun  noun,
              NidaField field)
{
  for (guint i = 0; noun == NIDA_NOUN_GROUP && i < G_N_ELEMENTS (field_by); i++)
    if (field_by[i].field == field)
      return _(field_by[i].by);
  return _(noun_words[noun].by);
}

const char *
nida_noun_several (NidaNoun noun)
{
  return _(noun_words[noun].several);
}

const char *
nida_noun_not_stated (NidaNoun noun)
{
  return _(noun_words[noun].not_stated);
}

static const char *
count_format (NidaNoun noun,
              gulong   n)
{
  switch (noun)
    {
    /* xgettext:c-format */
    case NIDA_NOUN_DONOR: return ngettext ("%s donor", "%s donors", n);
    /* xgettext:c-format */
    case NIDA_NOUN_RECIPIENT: return ngettext ("%s recipient", "%s recipients", n);
    /* xgettext:c-format */
    case NIDA_NOUN_CATEGORY: return ngettext ("%s category", "%s categories", n);
    /* xgettext:c-format */
    case NIDA_NOUN_CLUSTER: return ngettext ("%s cluster", "%s clusters", n);
    /* xgettext:c-format */
    case NIDA_NOUN_OBJECTIVE: return ngettext ("%s objective", "%s objectives", n);
    /* xgettext:c-format */
    case NIDA_NOUN_APPEAL: return ngettext ("%s appeal", "%s appeals", n);
    /* xgettext:c-format */
    case NIDA_NOUN_COUNTRY: return ngettext ("%s country", "%s countries", n);
    /* xgettext:c-format */
    case NIDA_NOUN_REGION: return ngettext ("%s region", "%s regions", n);
    case NIDA_NOUN_GROUP:
    case NIDA_N_NOUNS:
    default:
      /* xgettext:c-format */
      return ngettext ("%s group", "%s groups", n);
    }
}

static const char *
other_format (NidaNoun noun,
              gulong   n)
{
  switch (noun)
    {
    /* xgettext:c-format */
    case NIDA_NOUN_DONOR: return ngettext ("%s other donor", "%s other donors", n);
    /* xgettext:c-format */
    case NIDA_NOUN_RECIPIENT: return ngettext ("%s other recipient", "%s other recipients", n);
    /* xgettext:c-format */
    case NIDA_NOUN_CATEGORY: return ngettext ("%s other category", "%s other categories", n);
    /* xgettext:c-format */
    case NIDA_NOUN_CLUSTER: return ngettext ("%s other cluster", "%s other clusters", n);
    /* xgettext:c-format */
    case NIDA_NOUN_OBJECTIVE: return ngettext ("%s other objective", "%s other objectives", n);
    /* xgettext:c-format */
    case NIDA_NOUN_APPEAL: return ngettext ("%s other appeal", "%s other appeals", n);
    /* xgettext:c-format */
    case NIDA_NOUN_COUNTRY: return ngettext ("%s other country", "%s other countries", n);
    /* xgettext:c-format */
    case NIDA_NOUN_REGION: return ngettext ("%s other region", "%s other regions", n);
    case NIDA_NOUN_GROUP:
    case NIDA_N_NOUNS:
    default:
      /* xgettext:c-format */
      return ngettext ("%s other group", "%s other groups", n);
    }
}

static const char *
more_format (NidaNoun noun,
             gulong   n)
{
  switch ((int) noun)
    {
    /* xgettext:c-format */
    case NIDA_NOUN_APPEAL: return ngettext ("and %s more appeal", "and %s more appeals", n);
    /* xgettext:c-format */
    case NIDA_NOUN_OBJECTIVE:
      return ngettext ("and %s more objective", "and %s more objectives", n);
    /* xgettext:c-format */
    case NIDA_NOUN_CLUSTER: return ngettext ("and %s more cluster", "and %s more clusters", n);
    /* xgettext:c-format */
    case NIDA_NOUN_COUNTRY: return ngettext ("and %s more country", "and %s more countries", n);
    /* xgettext:c-format */
    case NIDA_NOUN_REGION: return ngettext ("and %s more region", "and %s more regions", n);
    default:
      /* xgettext:c-format */
      return ngettext ("and %s more", "and %s more", n);
    }
}

static gulong
plural_of (guint64 n)
{
  /* Only the last two digits and "is it small" matter to any plural rule: this keeps a 64-bit count on any machine. */
  return n > 1000000 ? (gulong) (n % 1000000 + 1000000) : (gulong) n;
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

static char *
counted (NidaLanguage *language,
         const char   *format,
         guint64       n)
{
  g_autofree char *number = nida_language_integer (language, (gint64) n);

  return g_strdup_printf (format, number);
}

#pragma GCC diagnostic pop

char *
nida_noun_count (NidaLanguage *language,
                 NidaNoun      noun,
                 guint64       n)
{
  return counted (language, count_format (noun, plural_of (n)), n);
}

char *
nida_noun_other (NidaLanguage *language,
                 NidaNoun      noun,
                 guint64       n)
{
  return counted (language, other_format (noun, plural_of (n)), n);
}

char *
nida_noun_other_brief (NidaLanguage *language,
                       guint64       n)
{
  /* Translators: names that are summed in one, where there is no room for what they are: "194 others" */
  return counted (language, _("%s others"), n);
}

char *
nida_noun_more (NidaLanguage *language,
                NidaNoun      noun,
                guint64       n)
{
  return counted (language, more_format (noun, plural_of (n)), n);
}
