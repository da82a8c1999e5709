/* What the fields of the table and the words of their fixed vocabularies are called, in the language that the thread speaks. */
#include "config.h"

#include "words.h"

#include "dictionary.h"
#include "translate.h"

typedef struct { const char *one, *many; } Heading;

static const Heading headings[NIDA_N_FIELDS] = {
  [NIDA_FIELD_KIND] = { N_("Kind"), N_("Kinds") },
  [NIDA_FIELD_LEVEL] = { N_("Level"), N_("Levels") },
  [NIDA_FIELD_DIRECTION] = { N_("Direction"), N_("Directions") },
  /* Translators: who gives the money, a government or organisation = جهة مانحة */
  [NIDA_FIELD_DONOR] = { N_("Donor"), N_("Donors") },
  /* Translators: the organisation that receives the money */
  [NIDA_FIELD_RECIPIENT] = { N_("Recipient"), N_("Recipients") },
  /* Translators: the cluster, sector or objective that the money is for */
  [NIDA_FIELD_CATEGORY] = { N_("Category"), N_("Categories") },
  /* Translators: humanitarian appeal = نداء, never استئناف */
  [NIDA_FIELD_APPEAL] = { N_("Appeal"), N_("Appeals") },
  [NIDA_FIELD_COUNTRY] = { N_("Country"), N_("Countries") },
  [NIDA_FIELD_EMERGENCY] = { N_("Emergency"), N_("Emergencies") },
  /* Translators: a body that works along, a ministry */
  [NIDA_FIELD_PARTNER] = { N_("Partner"), N_("Partners") },
  [NIDA_FIELD_DONOR_COUNTRY] = { N_("Donor country"), N_("Donor countries") },
  [NIDA_FIELD_DONOR_TYPE] = { N_("Donor type"), N_("Donor types") },
  /* Translators: whether money enters, leaves or stays inside the place or plan that the data is about */
  [NIDA_FIELD_BOUNDARY] = { N_("Boundary"), N_("Boundaries") },
  [NIDA_FIELD_ON_BOUNDARY] = { N_("On the boundary"), N_("On the boundary") },
  [NIDA_FIELD_FLOW_TYPE] = { N_("Flow type"), N_("Flow types") },
  /* Translators: whether a gift is tied to a purpose = مخصّص الغرض */
  [NIDA_FIELD_EARMARKING] = { N_("Earmarking"), N_("Kinds of earmarking") },
  [NIDA_FIELD_METHOD] = { N_("Method"), N_("Methods") },
  /* Translators: whether a gift is money or goods */
  [NIDA_FIELD_CONTRIBUTION] = { N_("Contribution"), N_("Kinds of contribution") },
  [NIDA_FIELD_CURRENCY] = { N_("Currency"), N_("Currencies") },
  /* Translators: whether an amount is exact, about, at least, at most */
  [NIDA_FIELD_QUALIFIER] = { N_("Precision"), N_("Precisions") },
  /* Translators: whether an event is planned or held */
  [NIDA_FIELD_STATE] = { N_("State"), N_("States") },
  [NIDA_FIELD_SAID_BY] = { N_("Said by"), N_("Said by") },
  /* Translators: whether a figure is stated or implied by its source */
  [NIDA_FIELD_BASIS] = { N_("Basis"), N_("Bases") },
  /* Translators: whether a pledge should have been paid already = الاستحقاق */
  [NIDA_FIELD_DUE] = { N_("Due"), N_("Due") },
  [NIDA_FIELD_SOURCE] = { N_("Source"), N_("Sources") },
  /* Translators: the number that identifies a flow of money */
  [NIDA_FIELD_ID] = { N_("Flow number"), N_("Flow numbers") },
  [NIDA_FIELD_DATE] = { N_("Date"), N_("Dates") },
  [NIDA_FIELD_DATE_END] = { N_("End date"), N_("End dates") },
  /* Translators: the day whose exchange rate holds for an amount (IATI: value-date) */
  [NIDA_FIELD_VALUE_DATE] = { N_("Value date"), N_("Value dates") },
  /* Translators: the year that money is for */
  [NIDA_FIELD_USAGE_YEAR] = { N_("Year of use"), N_("Years of use") },
  [NIDA_FIELD_AMOUNT] = { N_("Amount"), N_("Amounts") },
  [NIDA_FIELD_AMOUNT_USD] = { N_("Amount in US$"), N_("Amounts in US$") },
  [NIDA_FIELD_DESCRIPTION] = { N_("Description"), N_("Descriptions") },
  [NIDA_FIELD_SOURCE_ROW] = { N_("Place in the source"), N_("Places in the source") },
  [NIDA_FIELD_UPDATED_AT] = { N_("Updated"), N_("Updated") },
  /* Translators: the number of one part of a flow that is split over several countries or categories */
  [NIDA_FIELD_PART] = { N_("Part"), N_("Parts") },
  /* Translators: a ready-made group of donors: GCC, DAC, EU */
  [NIDA_FIELD_DONOR_GROUP] = { N_("Donor group"), N_("Donor groups") },
  /* Translators: a part of the world that a country lies in, such as Western Asia = منطقة */
  [NIDA_FIELD_REGION] = { N_("Region"), N_("Regions") },
  /* Translators: the money that an appeal asks for = متطلبات التمويل */
  [NIDA_FIELD_REQUIREMENT] = { N_("Requirement"), N_("Requirements") },
  /* Translators: a total of funding that a source reports */
  [NIDA_FIELD_REPORTED] = { N_("Reported funding"), N_("Reported funding") },
};

typedef struct { const char *word, *words; } Word;

static const Word kinds[] = {
  { "requirement", N_("Requirement") },
  /* Translators: a total requirement that somebody stated, beside the computed one */
  { "stated", N_("Stated total") },
  { "reported", N_("Reported funding") },
  /* Translators: pledge = تعهّد */
  { "pledge", N_("Pledge") },
  /* Translators: commitment = التزام */
  { "commitment", N_("Commitment") },
  { "paid", N_("Paid") },
  { "event", N_("Event") },
  { "indicator", N_("Indicator") },
  { "goal", N_("Goal") },
};
static const Word levels[] = {
  { "appeal", N_("Whole appeal") }, { "objective", N_("Objective or cluster") }, { "country", N_("Country") },
};
static const Word directions[] = { { "incoming", N_("Incoming") }, { "outgoing", N_("Outgoing") } };
static const Word boundaries[] = {
  { "incoming", N_("Incoming") }, { "outgoing", N_("Outgoing") }, { "internal", N_("Internal") },
};
static const Word on_boundaries[] = {
  /* Translators: money for this place or plan alone */
  { "single", N_("For one alone") },
  /* Translators: money for several places or plans together */
  { "shared", N_("Shared with others") },
};
static const Word qualifiers[] = {
  { "exact", N_("Exact") }, { "about", N_("About") }, { "at_least", N_("At least") }, { "at_most", N_("At most") },
};
static const Word states[] = { { "planned", N_("Planned") }, { "held", N_("Held") }, { "stated", N_("Stated") } };
static const Word dues[] = {
  /* Translators: a pledge whose day has passed = متأخر */
  { "overdue", N_("Overdue") }, { "soon", N_("Due within 30 days") }, { "later", N_("Due later") },
};
static const Word flow_types[] = {
  { "Standard", N_("Standard") },
  /* Translators: money that stands with a donor's agency or fund until it is given to a project */
  { "Parked", N_("Parked") },
  /* Translators: money that an organisation passes on to another */
  { "Pass through", N_("Passed on") },
  /* Translators: money of an earlier year, used in this one */
  { "Carryover", N_("Carried over") },
};
static const Word contributions[] = { { "financial", N_("Financial") }, { "in kind", N_("In kind") } };
static const Word methods[] = {
  { "Traditional aid", N_("Traditional aid") }, { "Cash transfer programming (CTP)", N_("Cash transfers") },
};
static const Word bases[] = { { "stated", N_("Stated") }, { "implied", N_("Implied") } };
static const Word donor_types[] = {
  { "Governments", N_("Governments") },
  { "Multilateral Organizations", N_("Multilateral organizations") },
  { "NGOs", N_("NGOs") },
  { "Pooled Funds", N_("Pooled funds") },
  { "Private Organizations", N_("Private organizations") },
  { "Red Cross/Red Crescent Organizations", N_("Red Cross and Red Crescent") },
  { "Other", N_("Other") },
  { "Member State", N_("Member states") },
  { "Private", N_("Private donors") },
  { "Private Contributions through UNF", N_("Private contributions through the UN Foundation") },
  { "Regional/ Local Authorities", N_("Regional and local authorities") },
  { "NGOs and other entities", N_("NGOs and other entities") },
};
static const Word donor_groups[] = {
  /* Translators: Gulf Cooperation Council */
  { "GCC", N_("Gulf Cooperation Council") },
  /* Translators: OECD Development Assistance Committee */
  { "DAC", N_("Development Assistance Committee (DAC)") },
  { "EU", N_("European Union") },
};

static const struct { const Word *words; gsize n; } vocabularies[NIDA_N_FIELDS] = {
  [NIDA_FIELD_KIND] = { kinds, G_N_ELEMENTS (kinds) },
  [NIDA_FIELD_LEVEL] = { levels, G_N_ELEMENTS (levels) },
  [NIDA_FIELD_DIRECTION] = { directions, G_N_ELEMENTS (directions) },
  [NIDA_FIELD_BOUNDARY] = { boundaries, G_N_ELEMENTS (boundaries) },
  [NIDA_FIELD_ON_BOUNDARY] = { on_boundaries, G_N_ELEMENTS (on_boundaries) },
  [NIDA_FIELD_QUALIFIER] = { qualifiers, G_N_ELEMENTS (qualifiers) },
  [NIDA_FIELD_STATE] = { states, G_N_ELEMENTS (states) },
  [NIDA_FIELD_DUE] = { dues, G_N_ELEMENTS (dues) },
  [NIDA_FIELD_FLOW_TYPE] = { flow_types, G_N_ELEMENTS (flow_types) },
  [NIDA_FIELD_CONTRIBUTION] = { contributions, G_N_ELEMENTS (contributions) },
  [NIDA_FIELD_METHOD] = { methods, G_N_ELEMENTS (methods) },
  [NIDA_FIELD_BASIS] = { bases, G_N_ELEMENTS (bases) },
  [NIDA_FIELD_DONOR_TYPE] = { donor_types, G_N_ELEMENTS (donor_types) },
  [NIDA_FIELD_DONOR_GROUP] = { donor_groups, G_N_ELEMENTS (donor_groups) },
};

/**
 * nida_words_field:
 *
 * Returns: the heading of a column or filter; "" for %NIDA_FIELD_NONE
 */
const char *
nida_words_field (int field)
{
  g_return_val_if_fail (field >= 0 && field < NIDA_N_FIELDS, "");

  return headings[field].one != NULL ? _(headings[field].one) : "";
}

/**
 * nida_words_fields:
 *
 * Returns: the heading of many values of @field
 */
const char *
nida_words_fields (int field)
{
  g_return_val_if_fail (field >= 0 && field < NIDA_N_FIELDS, "");

  return headings[field].many != NULL ? _(headings[field].many) : "";
}

/**
 * nida_words_value:
 *
 * Returns: (transfer none): what @word of the vocabulary of @field is called; @word itself when it is of none
 */
const char *
nida_words_value (int         field,
                  const char *word)
{
  g_return_val_if_fail (field >= 0 && field < NIDA_N_FIELDS, word);
  g_return_val_if_fail (word != NULL, "");

  for (gsize i = 0; i < vocabularies[field].n; i++)
    if (g_ascii_strcasecmp (vocabularies[field].words[i].word, word) == 0)
      return _(vocabularies[field].words[i].words);
  return word;
}

/* Plural forms go by the number, the digits are preformatted: Arabic has six forms, three of them without a digit. */
static const char *
count_format (int           field,
              unsigned long n)
{
  switch (field)
    {
    case NIDA_FIELD_DONOR:
      /* xgettext:c-format */
      return ngettext ("%s donor", "%s donors", n);
    case NIDA_FIELD_RECIPIENT:
      /* xgettext:c-format */
      return ngettext ("%s recipient", "%s recipients", n);
    case NIDA_FIELD_CATEGORY:
      /* xgettext:c-format */
      return ngettext ("%s category", "%s categories", n);
    case NIDA_FIELD_APPEAL:
      /* Translators: humanitarian appeal = نداء, never استئناف */
      /* xgettext:c-format */
      return ngettext ("%s appeal", "%s appeals", n);
    case NIDA_FIELD_COUNTRY:
    case NIDA_FIELD_DONOR_COUNTRY:
      /* xgettext:c-format */
      return ngettext ("%s country", "%s countries", n);
    case NIDA_FIELD_REGION:
      /* Translators: a part of the world, such as Western Asia = منطقة */
      /* xgettext:c-format */
      return ngettext ("%s region", "%s regions", n);
    case NIDA_FIELD_EMERGENCY:
      /* xgettext:c-format */
      return ngettext ("%s emergency", "%s emergencies", n);
    case NIDA_FIELD_PARTNER:
      /* xgettext:c-format */
      return ngettext ("%s partner", "%s partners", n);
    case NIDA_FIELD_CURRENCY:
      /* xgettext:c-format */
      return ngettext ("%s currency", "%s currencies", n);
    case NIDA_FIELD_SOURCE:
      /* xgettext:c-format */
      return ngettext ("%s source", "%s sources", n);
    case NIDA_FIELD_SOURCE_ROW:
      /* xgettext:c-format */
      return ngettext ("%s row", "%s rows", n);
    case NIDA_FIELD_ID:
      /* Translators: a flow is one movement of money = تدفق */
      /* xgettext:c-format */
      return ngettext ("%s flow", "%s flows", n);
    default:
      /* xgettext:c-format */
      return ngettext ("%s value", "%s values", n);
    }
}

/**
 * nida_words_count:
 * @field: what is counted: a field's values, %NIDA_FIELD_ID for flows, %NIDA_FIELD_SOURCE_ROW for rows
 *
 * Returns: (transfer full): "3 donors" / «3 جهات مانحة»
 */
char *
nida_words_count (NidaLanguage *language,
                  int           field,
                  guint64       n)
{
  g_autofree char *number = nida_language_integer (language, (gint64) n);

  g_return_val_if_fail (NIDA_IS_LANGUAGE (language), NULL);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (count_format (field, n), number);
#pragma GCC diagnostic pop
}

/**
 * nida_words_source:
 *
 * Returns: (transfer full): the name of the file or address; the desk's own figures have one in each language
 */
char *
nida_words_source (const NidaSourceInfo *info)
{
  if (g_strcmp0 (info->family, NIDA_FAMILY_DESK) == 0)
    return g_strdup (_("The desk’s own figures"));
  return nida_name_clean (info->name);
}
