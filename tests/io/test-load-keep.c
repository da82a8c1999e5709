/* load-keep.c: what was read is kept afterwards, and what changed meanwhile is not. */
#include "support.h"

static void
test_kept (void)
{
  g_autofree char *folder = g_dir_make_tmp ("nida-test-XXXXXX", NULL);
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", folder);
  g_autoptr (NidaCache) cache = nida_cache_new (folder);

  for (int changed = 0; changed < 2; changed++)
    {
      char *path = write_file ("donor,amount\nKuwait,1\n", -1);
      g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
      const char *inputs[] = { path, NULL };
      g_autoptr (GPtrArray) keeps = nida_load_new_keeps (), versions = NULL;
      NidaLoadOptions options = { .copies = NIDA_COPIES (cache), .keeps = keeps };
      g_autoptr (NidaDataset) dataset = nida_load (inputs, &options, NULL, NULL);
      FILE *file;

      g_assert_nonnull (dataset);
      g_assert_cmpuint (keeps->len, ==, 1);
      file = changed ? fopen (path, "a") : NULL;
      if (file != NULL)
        {
          fputs ("Qatar,2\n", file);
          fclose (file);
        }
      nida_load_keep (keeps, NIDA_COPIES (cache));
      versions = nida_cache_list_versions (cache, uri);
      g_assert_cmpuint (versions->len, ==, changed ? 0 : 1);
      remove_file (path);
    }
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/load-keep/what-did-not-change-meanwhile", test_kept);
  return g_test_run ();
}
