/* Members of the ready-made donor groups.
 *
 * GCC: the six states of the Gulf Cooperation Council. EU: the 27 member states and the Union's own institutions. DAC:
 * the members of the OECD's Development Assistance Committee in 2025 (Latvia joined on 19 March), the EU institutions
 * among them. */
#include "groups.h"

#include <string.h>

enum { GCC = 1 << 0, DAC = 1 << 1, EU = 1 << 2 };

typedef struct {
  const char      *ref;
  const char      *names[4];
  NidaDonorGroups  groups;
} NidaMember;

static const char * const group_names[NIDA_N_DONOR_GROUPS] = { "GCC", "DAC", "EU" };
static const char * const group_arabic[NIDA_N_DONOR_GROUPS] = {
  "مجلس التعاون الخليجي", "لجنة المساعدة الإنمائية", "الاتحاد الأوروبي"
};

static const NidaMember members[] = {
  { "ARE", { "United Arab Emirates" }, GCC },
  { "BHR", { "Bahrain" }, GCC },
  { "KWT", { "Kuwait" }, GCC },
  { "OMN", { "Oman" }, GCC },
  { "QAT", { "Qatar" }, GCC },
  { "SAU", { "Saudi Arabia", "Saudi Arabia (Kingdom of)" }, GCC },
  { "AUS", { "Australia" }, DAC },
  { "AUT", { "Austria" }, DAC | EU },
  { "BEL", { "Belgium" }, DAC | EU },
  { "BGR", { "Bulgaria" }, EU },
  { "CAN", { "Canada" }, DAC },
  { "CHE", { "Switzerland" }, DAC },
  { "CYP", { "Cyprus" }, EU },
  { "CZE", { "Czech Republic", "Czechia" }, DAC | EU },
  { "DEU", { "Germany" }, DAC | EU },
  { "DNK", { "Denmark" }, DAC | EU },
  { "ESP", { "Spain" }, DAC | EU },
  { "EST", { "Estonia" }, DAC | EU },
  { "FIN", { "Finland" }, DAC | EU },
  { "FRA", { "France" }, DAC | EU },
  { "GBR", { "United Kingdom", "United Kingdom of Great Britain and Northern Ireland" }, DAC },
  { "GRC", { "Greece" }, DAC | EU },
  { "HRV", { "Croatia" }, EU },
  { "HUN", { "Hungary" }, DAC | EU },
  { "IRL", { "Ireland" }, DAC | EU },
  { "ISL", { "Iceland" }, DAC },
  { "ITA", { "Italy" }, DAC | EU },
  { "JPN", { "Japan" }, DAC },
  { "KOR", { "Korea, Republic of", "Republic of Korea", "South Korea" }, DAC },
  { "LTU", { "Lithuania" }, DAC | EU },
  { "LUX", { "Luxembourg" }, DAC | EU },
  { "LVA", { "Latvia" }, DAC | EU },
  { "MLT", { "Malta" }, EU },
  { "NLD", { "Netherlands", "Netherlands (Kingdom of the)" }, DAC | EU },
  { "NOR", { "Norway" }, DAC },
  { "NZL", { "New Zealand" }, DAC },
  { "POL", { "Poland" }, DAC | EU },
  { "PRT", { "Portugal" }, DAC | EU },
  { "ROU", { "Romania" }, EU },
  { "SVK", { "Slovakia", "Slovak Republic" }, DAC | EU },
  { "SVN", { "Slovenia" }, DAC | EU },
  { "SWE", { "Sweden" }, DAC | EU },
  { "USA", { "United States of America", "United States" }, DAC },
  { NULL, { "European Commission", "European Union", "EU Institutions",
            "European Commission's Humanitarian Aid and Civil Protection Department" }, DAC | EU },
};

/* "Kuwait" itself and "Kuwait, Government of", not "Kuwaiti Society" or "Switzerland for UNHCR". */
static gboolean
is_name_of (const char *name,
            const char *country)
{
  gsize length = strlen (country);

  return g_ascii_strncasecmp (name, country, length) == 0 && (name[length] == '\0' || name[length] == ',');
}

static gboolean
is_member (const NidaMember *member,
           const char       *ref,
           const char       *name)
{
  if (ref != NULL && member->ref != NULL && g_ascii_strcasecmp (ref, member->ref) == 0)
    return TRUE;
  if (name == NULL)
    return FALSE;
  if (member->ref != NULL && g_ascii_strcasecmp (name, member->ref) == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (member->names) && member->names[i] != NULL; i++)
    if (is_name_of (name, member->names[i]))
      return TRUE;
  return FALSE;
}

const char *
nida_donor_group_get_name (guint index)
{
  g_return_val_if_fail (index < NIDA_N_DONOR_GROUPS, NULL);

  return group_names[index];
}

const char *
nida_donor_group_get_arabic (guint index)
{
  g_return_val_if_fail (index < NIDA_N_DONOR_GROUPS, NULL);

  return group_arabic[index];
}

int
nida_donor_group_from_name (const char *name)
{
  for (guint i = 0; i < NIDA_N_DONOR_GROUPS; i++)
    if (g_ascii_strcasecmp (name, group_names[i]) == 0 || strcmp (name, group_arabic[i]) == 0)
      return i;
  return -1;
}

NidaDonorGroups
nida_donor_groups_of (const char *ref,
                      const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (is_member (&members[i], ref, name))
      return members[i].groups;
  return 0;
}
