/* Who is in which ready-made group. */
#include "groups.h"

enum { GCC = 1, DAC = 2, EU = 4 };

static void
test_members (void)
{
  g_assert_cmpuint (nida_donor_groups_of ("KWT", NULL), ==, GCC);
  g_assert_cmpuint (nida_donor_groups_of (NULL, "Kuwait"), ==, GCC);
  g_assert_cmpuint (nida_donor_groups_of (NULL, "Kuwait, Government of"), ==, GCC);
  g_assert_cmpuint (nida_donor_groups_of (NULL, "kuwait, government of"), ==, GCC);
  g_assert_cmpuint (nida_donor_groups_of (NULL, "Germany, Government of"), ==, DAC | EU);
  g_assert_cmpuint (nida_donor_groups_of (NULL, "Korea, Republic of, Government of"), ==, DAC);
  g_assert_cmpuint (nida_donor_groups_of ("bgr", "Bulgaria"), ==, EU);
  g_assert_cmpuint (nida_donor_groups_of (NULL, "European Commission's Humanitarian Aid and Civil Protection Department"),
                    ==, DAC | EU);
}

static void
test_not_members (void)
{
  g_assert_cmpuint (nida_donor_groups_of (NULL, NULL), ==, 0);
  g_assert_cmpuint (nida_donor_groups_of (NULL, "Kuwait Red Crescent Society"), ==, 0);
  g_assert_cmpuint (nida_donor_groups_of (NULL, "Switzerland for UNHCR"), ==, 0);
  g_assert_cmpuint (nida_donor_groups_of ("TUR", "Türkiye"), ==, 0);
  g_assert_cmpuint (nida_donor_groups_of (NULL, "Omani Society"), ==, 0);
}

static guint
count (NidaDonorGroups group)
{
  static const char * const all[] = {
    "ARE", "BHR", "KWT", "OMN", "QAT", "SAU", "AUS", "AUT", "BEL", "BGR", "CAN", "CHE", "CYP", "CZE", "DEU", "DNK",
    "ESP", "EST", "FIN", "FRA", "GBR", "GRC", "HRV", "HUN", "IRL", "ISL", "ITA", "JPN", "KOR", "LTU", "LUX", "LVA",
    "MLT", "NLD", "NOR", "NZL", "POL", "PRT", "ROU", "SVK", "SVN", "SWE", "USA",
  };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    n += (nida_donor_groups_of (all[i], NULL) & group) != 0;
  return n;
}

static void
test_sizes (void)
{
  g_assert_cmpuint (count (GCC), ==, 6);
  g_assert_cmpuint (count (EU), ==, 27);
  g_assert_cmpuint (count (DAC), ==, 32);      /* 33 with the EU institutions */
}

static void
test_names (void)
{
  for (guint i = 0; i < NIDA_N_DONOR_GROUPS; i++)
    {
      g_assert_cmpint (nida_donor_group_from_name (nida_donor_group_get_name (i)), ==, i);
      g_assert_cmpint (nida_donor_group_from_name (nida_donor_group_get_arabic (i)), ==, i);
    }
  g_assert_cmpint (nida_donor_group_from_name ("gcc"), ==, 0);
  g_assert_cmpint (nida_donor_group_from_name ("G7"), ==, -1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/groups/members/by-code-name-or-government", test_members);
  g_test_add_func ("/groups/not-members/names-that-only-begin-alike", test_not_members);
  g_test_add_func ("/groups/sizes/are-those-of-the-treaties", test_sizes);
  g_test_add_func ("/groups/names/either-language", test_names);
  return g_test_run ();
}
