/* The table of ready sources. To add one is to add a row. */
#include "config.h"

#include "catalogue.h"

#include "translate.h"

#include <string.h>

#define FTS "https://api.hpc.tools/v1/public/fts/flow"

static const NidaCatalogueEntry entries[] = {
  { "fts-year", N_("FTS: flows of a year"), N_("Every flow that the Financial Tracking Service has for a year. Large: some minutes."),
    FTS "?year={year}", NULL,
    { { "year", N_("Year"), NULL, NIDA_CATALOGUE_YEAR } }, 1 },
  { "fts-country", N_("FTS: flows to a country"), N_("The flows of a year to one country."),
    FTS "?countryISO3={country}&year={year}", NULL,
    { { "country", N_("Country"), N_("Three letters, such as SYR or YEM"), NIDA_CATALOGUE_COUNTRY },
      { "year", N_("Year"), NULL, NIDA_CATALOGUE_YEAR } }, 2 },
  { "fts-plan", N_("FTS: flows of an appeal"), N_("The flows of one plan or appeal."),
    FTS "?planid={plan}", NULL,
    { { "plan", N_("Number of the plan"), N_("The digits in the address of the plan's page at FTS"), NIDA_CATALOGUE_NUMBER } }, 1 },
  { "fts-donor", N_("FTS: flows of a donor"), N_("What one organisation or government gave in a year."),
    FTS "?year={year}&filterby=sourceorganizationid:{donor}", NULL,
    { { "donor", N_("Number of the donor"), N_("The digits in the address of the donor's page at FTS"), NIDA_CATALOGUE_NUMBER },
      { "year", N_("Year"), NULL, NIDA_CATALOGUE_YEAR } }, 2 },
  { "fts-plans", N_("FTS: the appeals of a year"), N_("Requirements and funding of each plan of a year."),
    "https://api.hpc.tools/v2/fts/flow/plan/overview/progress/{year}", NULL,
    { { "year", N_("Year"), NULL, NIDA_CATALOGUE_YEAR } }, 1 },
  { "hdx", N_("HDX: a file of a dataset"), N_("A file of the Humanitarian Data Exchange."),
    "https://data.humdata.org/dataset/{dataset}/resource/{resource}/download", NULL,
    { { "dataset", N_("Dataset"), N_("What follows /dataset/ in the address of its page"), NIDA_CATALOGUE_WORD },
      { "resource", N_("Resource"), N_("What follows /resource/ in the address of the file"), NIDA_CATALOGUE_WORD } }, 2 },
  { "iati", N_("IATI Datastore: what an organisation reports"), N_("The activities that one organisation publishes, with their transactions."),
    "https://api.iatistandard.org/datastore/activity/iati?q=reporting_org_ref:{organisation}&rows=1000", "https://developer.iatistandard.org/",
    { { "organisation", N_("Organisation"), N_("Its identifier, such as XM-DAC-47066"), NIDA_CATALOGUE_WORD } }, 1 },
  { "un-rates", N_("United Nations: operational rates of exchange"), N_("Converts amounts into other currencies."),
    "https://treasury.un.org/operationalrates/xsql2CSV.php", NULL, { { NULL } }, 0 },
  { "ecb-rates", N_("European Central Bank: reference rates"), N_("Daily rates since 1999, for amounts in euros and other currencies."),
    "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip", NULL, { { NULL } }, 0 },
};

const NidaCatalogueEntry *
nida_catalogue_get (guint *n_entries)
{
  *n_entries = G_N_ELEMENTS (entries);
  return entries;
}

char *
nida_catalogue_default (const NidaCatalogueField *field,
                        int                       year)
{
  return field->kind == NIDA_CATALOGUE_YEAR ? g_strdup_printf ("%d", year) : g_strdup ("");
}

static gboolean
is_all (const char  *text,
        gboolean   (*is) (gchar c))
{
  for (const char *p = text; *p != '\0'; p++)
    if (!is (*p))
      return FALSE;
  return *text != '\0';
}

static gboolean
is_digit (gchar c)
{
  return g_ascii_isdigit (c);
}

static gboolean
is_letter (gchar c)
{
  return g_ascii_isalpha (c);
}

static gboolean
is_black (gchar c)
{
  return !g_ascii_isspace (c) && !g_ascii_iscntrl (c);
}

gboolean
nida_catalogue_check (const NidaCatalogueField *field,
                      const char               *text)
{
  switch (field->kind)
    {
    case NIDA_CATALOGUE_YEAR: return strlen (text) == 4 && is_all (text, is_digit) && (*text == '1' || *text == '2');
    case NIDA_CATALOGUE_NUMBER: return strlen (text) <= 12 && is_all (text, is_digit);
    case NIDA_CATALOGUE_COUNTRY: return strlen (text) == 3 && is_all (text, is_letter);
    case NIDA_CATALOGUE_WORD: default: return is_all (text, is_black);
    }
}

/**
 * nida_catalogue_fill:
 * @values: (array): one a field, in their order
 *
 * Returns: (transfer full) (nullable): the address
 */
char *
nida_catalogue_fill (const NidaCatalogueEntry *entry,
                     const char * const       *values)
{
  GString *address = g_string_new (entry->template);

  for (guint i = 0; i < entry->n_fields; i++)
    {
      g_autofree char *slot = g_strdup_printf ("{%s}", entry->fields[i].key);
      g_autofree char *value = g_strstrip (g_strdup (values[i]));
      g_autofree char *upper = entry->fields[i].kind == NIDA_CATALOGUE_COUNTRY ? g_ascii_strup (value, -1) : g_strdup (value);
      g_autofree char *escaped = g_uri_escape_string (upper, NULL, FALSE);

      if (!nida_catalogue_check (&entry->fields[i], value))
        {
          g_string_free (address, TRUE);
          return NULL;
        }
      g_string_replace (address, slot, escaped, 0);
    }
  return g_string_free (address, FALSE);
}
