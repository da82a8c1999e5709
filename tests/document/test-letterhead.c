/* A letterhead is a file or words; a slip in a path is never printed. */
#include "letterhead.h"

#include <glib/gstdio.h>

static void
test_words (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaLetterhead) letterhead = nida_letterhead_read (" Desk of Relief\nمكتب الإغاثة ", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (letterhead->text, ==, "Desk of Relief\nمكتب الإغاثة");
  g_assert_null (letterhead->picture);
}

static void
test_file (void)
{
  g_autofree char *directory = g_dir_make_tmp ("nida-letterhead-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "head.txt", NULL), *other = g_build_filename (directory, "head.svg", NULL);
  g_autoptr (GError) error = NULL, refused = NULL;
  g_autoptr (NidaLetterhead) letterhead = NULL;

  g_file_set_contents (path, "Desk\n", -1, NULL);
  letterhead = nida_letterhead_read (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (letterhead->text, ==, "Desk");
  g_file_set_contents (other, "\xff\xfe", 2, NULL);
  g_assert_null (nida_letterhead_read (other, &refused));
  g_assert_error (refused, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_clear_error (&refused);
  g_file_set_contents (other, "<svg xmlns='http://www.w3.org/2000/svg'/>", -1, NULL);
  g_assert_null (nida_letterhead_read (other, &refused));
  g_assert_error (refused, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_unlink (path);
  g_unlink (other);
  g_rmdir (directory);
}

static void
test_missing (void)
{
  static const char * const words[] = { "logo.png", "/nowhere/logo", "Logo.PNG" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (nida_letterhead_read (words[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letterhead/words", test_words);
  g_test_add_func ("/letterhead/file", test_file);
  g_test_add_func ("/letterhead/missing-file/is-no-text", test_missing);
  return g_test_run ();
}
