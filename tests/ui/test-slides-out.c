/* Slides as a PDF beside the window: whole or not there at all, with and without notes, and told how far it is. */
#include "config.h"

#include "look.h"
#include "slide-list.h"
#include "slides-out.h"
#include "ui-support.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  NidaSession  *session;
  GFile        *file;
  char         *folder, *path;
  GAsyncResult *result;
  guint         steps, n;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *input = ui_test_write ("out.csv", ui_test_csv);

  fixture->session = nida_session_new ();
  nida_session_open (fixture->session, (const char *[]) { input, NULL });
  g_assert_true (ui_test_wait (ui_test_is_opened, fixture->session));
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (NidaSlide) slide = nida_slide_list_new_of_board (nida_slide_list_of (fixture->session));

      slide->notes = g_strdup ("Say hello");
      nida_slide_list_add (nida_slide_list_of (fixture->session), slide);
    }
  fixture->folder = g_dir_make_tmp ("nida-slides-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "show.pdf", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);

  g_unlink (fixture->path);
  g_assert_null (g_dir_read_name (folder));      /* nothing that was begun */
  g_rmdir (fixture->folder);
  g_clear_object (&fixture->result);
  g_object_unref (fixture->file);
  g_object_unref (fixture->session);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
ready_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  ((Fixture *) data)->result = g_object_ref (result);
}

static gboolean
is_ready (gpointer fixture)
{
  return ((Fixture *) fixture)->result != NULL;
}

static void
progress_cb (guint    done,
             guint    n,
             gpointer data)
{
  Fixture *fixture = data;

  g_assert_cmpuint (done, ==, fixture->steps++);
  fixture->n = n;
}

static void
test_whole (Fixture       *fixture,
            gconstpointer  notes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  nida_slides_out_async (fixture->session, notes != NULL, fixture->file, NULL, progress_cb, ready_cb, fixture);
  g_assert_true (ui_test_wait (is_ready, fixture));
  g_assert_true (nida_slides_out_finish (fixture->result, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->steps, ==, 3);
  g_assert_cmpuint (fixture->n, ==, 3);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF"));
  g_assert_cmpuint (length, >, 3000);
}

/* In the language that the window speaks, and the file says so. */
static void
test_language (Fixture       *fixture,
               gconstpointer  code)
{
  g_autofree char *bytes = NULL, *named = g_strdup_printf ("/Lang (%s)", (const char *) code);
  gsize length;

  if (g_strcmp0 (code, "ar") == 0)
    nida_look_switch_language (nida_look_get ());
  nida_slides_out_async (fixture->session, FALSE, fixture->file, NULL, NULL, ready_cb, fixture);
  g_assert_true (ui_test_wait (is_ready, fixture));
  g_assert_true (nida_slides_out_finish (fixture->result, NULL));
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  g_assert_nonnull (memmem (bytes, length, named, strlen (named)));
  if (g_strcmp0 (code, "ar") == 0)
    nida_look_switch_language (nida_look_get ());
}

/* Whoever stops it finds no file, and an older one as it was. */
static void
test_stopped (Fixture       *fixture,
              gconstpointer  older)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;

  if (older != NULL)
    g_assert_true (g_file_set_contents (fixture->path, "older", -1, NULL));
  nida_slides_out_async (fixture->session, FALSE, fixture->file, cancellable, NULL, ready_cb, fixture);
  g_cancellable_cancel (cancellable);
  g_assert_true (ui_test_wait (is_ready, fixture));
  if (nida_slides_out_finish (fixture->result, &error))
    {
      /* it was done before it heard of it: whole, then */
      g_assert_true (g_file_get_contents (fixture->path, &bytes, NULL, NULL));
      g_assert_true (g_str_has_prefix (bytes, "%PDF"));
      return;
    }
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_file_get_contents (fixture->path, &bytes, NULL, NULL), ==, older != NULL);
  g_assert_cmpstr (bytes, ==, older);
}

static void
test_nowhere (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "none", "show.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  nida_slides_out_async (fixture->session, FALSE, file, NULL, NULL, ready_cb, fixture);
  g_assert_true (ui_test_wait (is_ready, fixture));
  g_assert_false (nida_slides_out_finish (fixture->result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

#define ADD(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  ADD ("/slides-out/slides", NULL, test_whole);
  ADD ("/slides-out/slides-with-notes", "notes", test_whole);
  ADD ("/slides-out/in-english", "en", test_language);
  ADD ("/slides-out/in-arabic", "ar", test_language);
  ADD ("/slides-out/stopped-leaves-no-file", NULL, test_stopped);
  ADD ("/slides-out/stopped-leaves-the-older-one", "older", test_stopped);
  ADD ("/slides-out/what-cannot-be-written-is-told", NULL, test_nowhere);
  return g_test_run ();
}
