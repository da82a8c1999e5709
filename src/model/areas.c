/* The code list "Region" of IATI, which is that of the OECD's Development Assistance Committee, with the names in use since 2019.
 * What the OECD calls South Asia counts one country more than M49's Southern Asia, and its Central Asia the Caucasus; the name is
 * what the source states, so they are taken for the regions of that name. */
#include "areas.h"

#include "regions.h"

#include <string.h>

#define REGIONAL        ", regional"
#define REGIONAL_ARABIC " (إقليمي)"

typedef struct {
  const char *dac, *m49;        /* NULL: no code there */
  const char *name, *arabic;
  const char *within;           /* the code of a region; NULL where it spans several */
} NidaArea;

static const NidaArea areas[] = {
  { "88", NULL, "States Ex-Yugoslavia unspecified", "دول يوغوسلافيا السابقة غير محددة", "039" },
  { "89", "150", "Europe, regional", "أوروبا" REGIONAL_ARABIC, NULL },
  { "189", NULL, "North of Sahara, regional", "شمال الصحراء الكبرى" REGIONAL_ARABIC, "015" },
  { "289", "202", "South of Sahara, regional", "جنوب الصحراء الكبرى" REGIONAL_ARABIC, NULL },
  { "298", "002", "Africa, regional", "أفريقيا" REGIONAL_ARABIC, NULL },
  { "380", NULL, "Caribbean, regional", NULL, "029" },
  { NULL, NULL, "West Indies, regional", "جزر الهند الغربية" REGIONAL_ARABIC, "029" },
  { "389", NULL, "Caribbean & Central America, regional", "منطقة البحر الكاريبي وأمريكا الوسطى" REGIONAL_ARABIC, NULL },
  { "489", NULL, "South America, regional", NULL, "005" },
  { "498", "019", "America, regional", "الأمريكتان" REGIONAL_ARABIC, NULL },
  { NULL, "419", "Latin America & Caribbean, regional", "أمريكا اللاتينية ومنطقة البحر الكاريبي" REGIONAL_ARABIC, NULL },
  { "589", NULL, "Middle East, regional", "الشرق الأوسط" REGIONAL_ARABIC, NULL },
  { "619", NULL, "Central Asia, regional", NULL, "143" },
  { "679", NULL, "South Asia, regional", "جنوب آسيا" REGIONAL_ARABIC, "034" },
  { "689", NULL, "South & Central Asia, regional", "جنوب آسيا ووسطها" REGIONAL_ARABIC, NULL },
  { "789", NULL, "Far East Asia, regional", "الشرق الأقصى" REGIONAL_ARABIC, NULL },
  { "798", "142", "Asia, regional", "آسيا" REGIONAL_ARABIC, NULL },
  { "889", "009", "Oceania, regional", "أوقيانوسيا" REGIONAL_ARABIC, NULL },
  { "998", "001", "Developing countries, unspecified", "بلدان نامية غير محددة", NULL },
  { "1027", NULL, "Eastern Africa, regional", NULL, "014" },
  { "1028", NULL, "Middle Africa, regional", NULL, "017" },
  { "1029", NULL, "Southern Africa, regional", NULL, "018" },
  { "1030", NULL, "Western Africa, regional", NULL, "011" },
  { "1031", NULL, "Caribbean, regional", NULL, "029" },
  { "1032", NULL, "Central America, regional", NULL, "013" },
  { "1033", NULL, "Melanesia, regional", NULL, "054" },
  { "1034", NULL, "Micronesia, regional", NULL, "057" },
  { "1035", NULL, "Polynesia, regional", NULL, "061" },
};

gboolean
nida_area_is_name (const char *name)
{
  return g_str_has_suffix (name, REGIONAL);
}

static const NidaArea *
find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    if (g_ascii_strcasecmp (areas[i].name, name) == 0)
      return &areas[i];
  return NULL;
}

/* That which "Western Asia, regional" names. */
static guint
region_of_words (const char *name)
{
  g_autofree char *region = nida_area_is_name (name) ? g_strndup (name, strlen (name) - strlen (REGIONAL)) : NULL;

  return region != NULL ? nida_region_from_name (region) : 0;
}

guint
nida_area_get_region (const char *name)
{
  const NidaArea *area = find (name);

  if (area != NULL)
    return area->within != NULL ? nida_region_from_name (area->within) : 0;
  return region_of_words (name);
}

char *
nida_area_dup_arabic (const char *name)
{
  const NidaArea *area = find (name);
  guint region = region_of_words (name);

  if (area != NULL && area->arabic != NULL)
    return g_strdup (area->arabic);
  return region != 0 ? g_strconcat (nida_region_get_arabic (region), REGIONAL_ARABIC, NULL) : NULL;
}

/* A region of M49 that the OECD has no line for is called as its lines are. */
static const char *
area_of_region (const char *code)
{
  guint region = strlen (code) == 3 ? nida_region_from_name (code) : 0;
  g_autofree char *name = region != 0 ? g_strconcat (nida_region_get_name (region), REGIONAL, NULL) : NULL;

  return name != NULL ? g_intern_string (name) : NULL;
}

const char *
nida_area_from_code (const char *vocabulary,
                     const char *code)
{
  gboolean m49 = g_strcmp0 (vocabulary, "2") == 0;

  g_return_val_if_fail (code != NULL, NULL);

  if (!m49 && vocabulary != NULL && strcmp (vocabulary, "1") != 0)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    if (g_strcmp0 (m49 ? areas[i].m49 : areas[i].dac, code) == 0)
      return areas[i].name;
  return m49 ? area_of_region (code) : NULL;
}
