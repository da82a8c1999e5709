/* catalogue.c: addresses are filled in, encoded, and refused when a field is none. */
#include "config.h"

#include "catalogue.h"
#include "source.h"

#include <string.h>

static const NidaCatalogueEntry *
find (const char *id)
{
  guint n;
  const NidaCatalogueEntry *entries = nida_catalogue_get (&n);

  for (guint i = 0; i < n; i++)
    if (strcmp (entries[i].id, id) == 0)
      return &entries[i];
  g_assert_not_reached ();
}

static void
test_fill (void)
{
  const char *country[] = { "syr ", "2024" }, *bad[] = { "Syria", "2024" }, *word[] = { "a b" }, *hostile[] = { "x&y=/..#" };
  g_autofree char *filled = nida_catalogue_fill (find ("fts-country"), country);
  g_autofree char *none = nida_catalogue_fill (find ("fts-country"), bad);
  g_autofree char *blank = nida_catalogue_fill (find ("iati"), word);
  g_autofree char *escaped = nida_catalogue_fill (find ("iati"), hostile);

  g_assert_cmpstr (filled, ==, "https://api.hpc.tools/v1/public/fts/flow?countryISO3=SYR&year=2024");
  g_assert_null (none);
  g_assert_null (blank);
  g_assert_nonnull (strstr (escaped, "reporting_org_ref:x%26y%3D%2F..%23&rows="));
}

/* Each may be asked for: https, no user's name, no brace left. */
static void
test_all (void)
{
  guint n;
  const NidaCatalogueEntry *entries = nida_catalogue_get (&n);

  g_assert_cmpuint (n, >=, 8);
  for (guint i = 0; i < n; i++)
    {
      const char *values[NIDA_CATALOGUE_MOST_FIELDS];
      g_autofree char *address = NULL;
      g_autoptr (GError) error = NULL;

      for (guint f = 0; f < entries[i].n_fields; f++)
        values[f] = entries[i].fields[f].kind == NIDA_CATALOGUE_COUNTRY ? "YEM" : "2024";
      address = nida_catalogue_fill (&entries[i], values);
      g_assert_nonnull (address);
      g_assert_null (strchr (address, '{'));
      g_assert_true (nida_source_check_web (address, FALSE, &error));
      g_assert_no_error (error);
    }
}

static void
test_default (void)
{
  g_autofree char *year = nida_catalogue_default (&find ("fts-year")->fields[0], 2026);
  g_autofree char *plan = nida_catalogue_default (&find ("fts-plan")->fields[0], 2026);

  g_assert_cmpstr (year, ==, "2026");
  g_assert_cmpstr (plan, ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/values-are-checked-and-encoded", test_fill);
  g_test_add_func ("/catalogue/every-address-may-be-asked-for", test_all);
  g_test_add_func ("/catalogue/the-year-is-this-year", test_default);
  return g_test_run ();
}
