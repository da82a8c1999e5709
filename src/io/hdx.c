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

  if (nida_hdx_is_stated (cell) && !nida_sheet_list (sheet, cell, field, nida_sheet_intern_name))
    {
      cell = nida_sheet_plain (sheet, cell);
      nida_dataset_builder_set_name (sheet->builder, field, cell.text, cell.length);
    }
}

static gboolean
is_separator (char c)
{
  return c == ',' || c == '|' || c == ';' || c == ' ';
}

/* Take the next code of a list. @text moves behind it; FALSE when what stands there is none. */
static gboolean
next_code (const char  **text,
           const char   *end,
           const char  **code)
{
  const char *from = *text;

  while (*text < end && !is_separator (**text))
    (*text)++;
  *code = from;
  if (*text - from != 3)
    return FALSE;
  for (guint i = 0; i < 3; i++)
    if (!g_ascii_isupper (from[i]))
      return FALSE;
  return TRUE;
}

static const char *
skip_separators (const char *text,
                 const char *end)
{
  while (text < end && is_separator (*text))
    text++;
  return text;
}

/* Are all parts of the cell codes, and, where @known says so, those of countries? */
static gboolean
is_code_list (NidaCell cell,
              gboolean known)
{
  const char *end = cell.text + cell.length, *p = skip_separators (cell.text, end), *code;

  for (; p < end; p = skip_separators (p, end))
    if (!next_code (&p, end, &code) || (known && nida_country_from_iso3 (code, 3) == NULL))
      return FALSE;
  return TRUE;
}

/* A country by its name or its code. */
static guint32
intern_country (NidaDictionary *dictionary,
                const char     *name,
                gsize           length)
{
  const NidaCountry *country = length == 3 ? nida_country_from_iso3 (name, length) : NULL;

  return country != NULL ? nida_country_intern (dictionary, country) : nida_country_intern_name (dictionary, name, length);
}

/**
 * nida_hdx_set_countries:
 * @known: take for a list only what consists of the codes of countries
 *
 * Set the countries of the row: codes become names, anything but a list of codes is a name that is not taken apart here.
 */
void
nida_hdx_set_countries (NidaSheet *sheet,
                        NidaCell   cell,
                        NidaField  field,
                        gboolean   known)
{
  NidaDictionary *dictionary = nida_dataset_builder_get_dictionary (sheet->builder, field);
  const char *end = cell.text + cell.length, *code;
  g_autoptr (GArray) codes = NULL;

  if (cell.length == 0 || nida_sheet_list (sheet, cell, field, intern_country))
    return;
  if (!is_code_list (cell, known))
    {
      nida_dataset_builder_set_code (sheet->builder, field,
                                     nida_country_intern_name (dictionary, cell.text, cell.length));
      return;
    }
  codes = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (const char *p = skip_separators (cell.text, end); p < end; p = skip_separators (p, end))
    {
      const NidaCountry *country;
      guint32 word;

      next_code (&p, end, &code);
      country = nida_country_from_iso3 (code, 3);
      word = country != NULL ? nida_country_intern (dictionary, country) : nida_dictionary_intern (dictionary, code, 3);
      g_array_append_val (codes, word);
    }
  nida_dataset_builder_set_list (sheet->builder, field, (const guint32 *) codes->data, codes->len);
}

void
nida_hdx_countries (NidaSheet        *sheet,
                    const NidaRecord *record,
                    guint             role,
                    NidaField         field)
{
  NidaCell cell = nida_sheet_cell (sheet, record, role);

  if (nida_hdx_is_stated (cell))
    nida_hdx_set_countries (sheet, cell, field, FALSE);
}
