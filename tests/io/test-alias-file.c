/* alias-file.c: what is written is read back the same; what is not understood is refused with its line. */
#include "alias-file.h"

#include "support.h"

#define ORG NIDA_ALIAS_ORGANISATION

static NidaAliases *
parse (const char *text,
       GError    **error)
{
  return nida_aliases_from_text (text, strlen (text), "list.csv", error);
}

static void
test_round_trip (void)
{
  g_autofree char *folder = g_dir_make_tmp ("nida-test-XXXXXX", NULL);
  g_autofree char *deep = g_build_filename (folder, "deep", NULL);
  g_autofree char *path = g_build_filename (deep, "aliases.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (NidaAliases) aliases = nida_aliases_new (), again = NULL;
  g_autoptr (GError) error = NULL;

  nida_aliases_add (aliases, ORG, "Kuwait, Government of", "Kuwait", "الكويت");
  nida_aliases_add (aliases, ORG, "الكويت", "Kuwait", "الكويت");
  nida_aliases_add (aliases, ORG, "=SUM(\"A\")", "Line\nbreak", NULL);
  nida_aliases_add (aliases, ORG, "'quoted", "-5", NULL);
  nida_aliases_set_apart (aliases, ORG, "Nigerian Fund", "Nigerien, Fund");
  g_assert_true (nida_aliases_write (aliases, path, &error));
  g_assert_no_error (error);
  again = nida_aliases_read (path, &error);
  g_assert_no_error (error);
  g_assert_true (nida_aliases_equal (aliases, again));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "kind,name,is,is_ar,not\n"));
  g_unlink (path);
  g_rmdir (deep);
  g_rmdir (folder);
}

static void
test_plain (void)
{
  g_autoptr (NidaAliases) aliases = nida_aliases_new ();
  g_autofree char *empty = nida_aliases_to_text (NULL);
  g_autofree char *text = NULL;

  g_assert_cmpstr (empty, ==, "kind,name,is\n");
  nida_aliases_add (aliases, ORG, "b", "a", NULL);
  text = nida_aliases_to_text (aliases);
  g_assert_cmpstr (text, ==, "kind,name,is\norganisation,b,a\n");
}

static void
test_reading (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaAliases) aliases = parse ("\xef\xbb\xbfIs,Name,kind,remark\r\nKuwait, State of Kuwait ,donor,\r\n\r\n"
                                           "Kuwait,State of Kuwait,,again\r\nKuwait,Kuwait,,itself\r\n", &error);
  g_auto (GStrv) names = nida_aliases_dup_names (aliases, ORG);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (names), ==, 1);
  g_assert_cmpstr (nida_aliases_resolve (aliases, ORG, "State of Kuwait"), ==, "Kuwait");
}

static void
test_refused (void)
{
  static const struct { const char *text; int code; const char *says; } cases[] = {
    { "", NIDA_READ_ERROR_EMPTY, "list.csv" },
    { "donor,amount\nKuwait,5\n", NIDA_READ_ERROR_COLUMNS, "list.csv" },
    { "kind,name,is\nwizard,a,b\n", NIDA_READ_ERROR_FORMAT, "line 2" },
    { "kind,name,is\n,a,b\n,,b\n", NIDA_READ_ERROR_FORMAT, "line 3" },
    { "kind,name,is\n,a,\n", NIDA_READ_ERROR_FORMAT, "line 2" },
    { "kind,name,is,not\n,a,b,c\n", NIDA_READ_ERROR_FORMAT, "line 2" },
    { "kind,name,is\n,a,b\n,a,c\n", NIDA_READ_ERROR_FORMAT, "line 3" },
    { "kind,name,is\n,a\n", NIDA_READ_ERROR_FORMAT, "line 2" },
    { "kind,name,is\n,a,b,c\n", NIDA_READ_ERROR_FORMAT, "line 2" },
    { "kind,name,is\n,\"a,b\n", NIDA_READ_ERROR_FORMAT, "line 2" },
    { "kind,name,is\n,a\xff,b\n", NIDA_READ_ERROR_FORMAT, "UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (parse (cases[i].text, &error));
      g_assert_error (error, NIDA_READ_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (nida_aliases_read ("/nowhere/aliases.csv", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

/* Every way in gives the load its aliases. */
static void
test_load (void)
{
  g_autofree char *path = write_file ("donor,date,amount\nState of Kuwait,2024,5\nKuwait,2024,7\n", -1);
  const char *inputs[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaAliases) aliases = parse ("name,is\nState of Kuwait,Kuwait\n", &error);
  NidaLoadOptions options = { .aliases = aliases };
  g_autoptr (NidaDataset) dataset = nida_load (inputs, &options, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (nida_dataset_get_written (dataset, 0, NIDA_FIELD_DONOR), ==, "State of Kuwait");
  g_assert_cmpuint (nida_dictionary_get_size (nida_dataset_get_dictionary (dataset, NIDA_FIELD_DONOR)), ==, 1);
  remove_file (g_steal_pointer (&path));
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/alias-file/what-is-written-is-read-back", test_round_trip);
  g_test_add_func ("/alias-file/has-the-columns-that-it-needs", test_plain);
  g_test_add_func ("/alias-file/reads-what-people-write", test_reading);
  g_test_add_func ("/alias-file/refuses-what-it-does-not-understand", test_refused);
  g_test_add_func ("/alias-file/a-missing-file-is-an-error", test_missing);
  g_test_add_func ("/alias-file/a-load-counts-names-as-one", test_load);
  return g_test_run ();
}
