/* The Arabic catalogue keeps to the glossary: no word that means something else to a humanitarian desk, and the agreed word
 * for each term that it translates. */
#include "config.h"

#include <gio/gio.h>
#include <string.h>

static char *
read_catalogue (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "po", "ar.po", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&contents);
}

static void
test_forbidden_words (void)
{
  /* A court's appeal, a bailed pledge, an American spelling that the UN does not use. */
  static const char * const forbidden[] = { "استئناف", "رهن", "أميركي" };
  g_autofree char *catalogue = read_catalogue ();
  g_auto (GStrv) lines = g_strsplit (catalogue, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    for (gsize w = 0; w < G_N_ELEMENTS (forbidden); w++)
      if (lines[i][0] != '#' && strstr (lines[i], forbidden[w]) != NULL)
        g_error ("po/ar.po:%u: %s", (guint) i + 1, lines[i]);
  g_assert_nonnull (strstr (catalogue, "nplurals=6"));
}

static void
test_terms (void)
{
  static const struct { const char *term, *expected; } glossary[] = {
    { "Appeal", "نداء" }, { "Donor", "الجهة المانحة" }, { "Pledge", "تعهّد" }, { "Commitment", "التزام" },
    { "Requirements", "متطلبات التمويل" }, { "Received", "المستلم" }, { "Gap", "فجوة" }, { "Coverage", "نسبة التمويل" },
  };
  g_autofree char *catalogue = read_catalogue ();
  guint n_found = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (glossary); i++)
    {
      g_autofree char *opening = g_strdup_printf ("\nmsgid \"%s\"\nmsgstr \"", glossary[i].term);
      const char *entry = strstr (catalogue, opening);
      g_autofree char *translation = NULL;

      if (entry == NULL)
        continue;
      entry += strlen (opening);
      translation = g_strndup (entry, strcspn (entry, "\n"));
      g_test_message ("%s: %s", glossary[i].term, translation);
      g_assert_nonnull (strstr (translation, glossary[i].expected));
      n_found++;
    }
  if (n_found == 0)
    g_test_skip ("SKIPPED LOUDLY: po/ar.po translates none of the terms");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/glossary/arabic/no-word-that-means-something-else", test_forbidden_words);
  g_test_add_func ("/glossary/arabic/agreed-word-for-each-term", test_terms);
  return g_test_run ();
}
