/* Codes of countries and names of clusters as HDX writes them. */
#include "config.h"

#include "hdx.h"

#include "countries.h"

const char * const nida_hdx_global_clusters[] = {
  "Agriculture", "Camp Coordination / Management", "COVID-19", "Coordination and support services", "Early Recovery",
  "Education", "Emergency Shelter and NFI", "Emergency Telecommunications", "Food Security", "Health", "Logistics",
  "Multi-sector", "Multipurpose Cash", "Nutrition", "Other", "Protection", "Protection - Child Protection",
  "Protection - Gender-Based Violence", "Protection - Housing, Land and Property", "Protection - Human Trafficking & Smuggling",
  "Protection - Mine Action", "Water Sanitation Hygiene", NULL
};

gboolean
nida_hdx_is_stated (NidaCell cell)
{
  return cell.length > 0 && !nida_cell_is (cell, "Not specified");
}

void
nida_hdx_name (NidaSheet        *sheet,
               const NidaRecord *record,
               guint             role,
               NidaField         field)
{
  NidaCell cell = nida_sheet_cell (sheet, record, role);

  if (nida_hdx_is_stated (cell))
    nida_dataset_builder_set_name (sheet->builder, field, cell.text, cell.length);
}

/* The word for one code, or for the text itself when it is none. */
static guint32
intern_place (NidaDictionary *dictionary,
              const char     *text,
              gsize           length)
{
  const NidaCountry *country = nida_country_from_iso3 (text, length);

  return country != NULL ? nida_country_intern (dictionary, country) : nida_dictionary_intern (dictionary, text, (gssize) length);
}

static gboolean
is_separator (char c)
{
  return c == ',' || c == '|' || c == ';' || c == ' ';
}

void
nida_hdx_countries (NidaSheet        *sheet,
                    const NidaRecord *record,
                    guint             role,
                    NidaField         field)
{
  NidaCell cell = nida_sheet_cell (sheet, record, role);
  NidaDictionary *dictionary = nida_dataset_builder_get_dictionary (sheet->builder, field);
  g_autoptr (GArray) codes = NULL;
  const char *end = cell.text + cell.length;

  if (!nida_hdx_is_stated (cell))
    return;
  if (cell.length == 3)
    {
      nida_dataset_builder_set_code (sheet->builder, field, intern_place (dictionary, cell.text, 3));
      return;
    }

  codes = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (const char *p = cell.text; p < end;)
    {
      const char *from = p;

      while (p < end && !is_separator (*p))
        p++;
      /* Anything but a list of codes is a name that must not be taken apart. */
      if (p > from && p - from != 3)
        {
          nida_dataset_builder_set_name (sheet->builder, field, cell.text, cell.length);
          return;
        }
      if (p > from)
        {
          guint32 code = intern_place (dictionary, from, 3);

          g_array_append_val (codes, code);
        }
      while (p < end && is_separator (*p))
        p++;
    }
  nida_dataset_builder_set_list (sheet->builder, field, (const guint32 *) codes->data, codes->len);
}
