/* cli/render-slides.c: the slides of a document become pages and pictures; what is missing is said. */
#include "options.h"

#include "document-file.h"
#include "document-sources.h"
#include "slide.h"

#include <glib/gstdio.h>
#include <string.h>

#define DATA "date,donor,amount_usd\n2024-01-01,Kuwait,5\n2024-01-01,Qatar,7\n"

typedef struct { char *folder, *path, *data; } Fixture;

static void
add_slides (NidaDocument *document)
{
  g_autoptr (NidaSlide) opening = nida_slide_new (), donors = nida_slide_new ();
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);
  g_autofree char *first = NULL, *second = NULL;

  opening->layout = NIDA_SLIDE_TITLE;
  opening->title = g_strdup ("Donor briefing");
  opening->notes = g_strdup ("Begin with the figure.");
  spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  nida_slide_add (donors, spec, NULL);
  first = nida_slide_to_text (opening);
  second = nida_slide_to_text (donors);
  nida_document_begin (document, "New Slide", NULL);
  nida_document_set (document, NIDA_ITEM_SLIDE, "a", first);
  nida_document_set (document, NIDA_ITEM_SLIDE, "b", second);
  nida_document_end (document);
}

static void
set_up (Fixture       *self,
        gconstpointer  with_slides)
{
  g_autoptr (NidaDocument) document = nida_document_new ();
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("nida-test-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "show.nida", NULL);
  self->data = g_build_filename (self->folder, "flows.csv", NULL);
  g_assert_true (g_file_set_contents (self->data, DATA, -1, NULL));
  nida_document_set_sources (document, (const char *[]) { self->data, NULL });
  if (with_slides != NULL)
    add_slides (document);
  g_assert_true (nida_document_save_as (document, self->path, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", self->folder);

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (self->folder);
  g_free (self->path);
  g_free (self->data);
}

/* @more: up to three words; returns the exit status. */
static int
render (Fixture    *self,
        const char *output,
        const char *words)
{
  g_autofree char *line = g_strdup_printf ("render '%s' -o '%s/%s' %s", self->path, self->folder, output, words);
  g_auto (GStrv) argv = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaOptions) options = NULL;
  int argc;

  g_assert_true (g_shell_parse_argv (line, &argc, &argv, NULL));
  options = nida_options_parse ("render", argc, argv, &error);
  g_assert_no_error (error);
  g_assert_true (nida_options_open_documents (options));
  g_assert_true (nida_options_read_aliases (options));
  return nida_cli_render (options);
}

static gboolean
holds (Fixture    *self,
       const char *output,
       const char *words)
{
  g_autofree char *path = g_build_filename (self->folder, output, NULL), *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  return memmem (bytes, size, words, strlen (words)) != NULL;
}

static void
test_pages (Fixture       *self,
            gconstpointer  data)
{
  g_assert_cmpint (render (self, "show.pdf", "--slides"), ==, NIDA_EXIT_DONE);
  g_assert_true (holds (self, "show.pdf", "/Count 2"));
  g_assert_true (holds (self, "show.pdf", "/MediaBox [ 0 0 960 540 ]"));
  g_assert_true (holds (self, "show.pdf", "/Lang (en)"));
  g_assert_cmpint (render (self, "notes.pdf", "--slides --notes --lang ar"), ==, NIDA_EXIT_DONE);
  g_assert_true (holds (self, "notes.pdf", "/MediaBox [ 0 0 595 842 ]"));
  g_assert_true (holds (self, "notes.pdf", "/Lang (ar)"));
}

static void
test_picture (Fixture       *self,
              gconstpointer  data)
{
  g_assert_cmpint (render (self, "two.svg", "--slide 2"), ==, NIDA_EXIT_DONE);
  g_assert_true (holds (self, "two.svg", "Qatar"));
  g_assert_cmpint (render (self, "two.png", "--slides"), ==, NIDA_EXIT_USAGE);
  g_assert_cmpint (render (self, "three.png", "--slide 3"), ==, NIDA_EXIT_INPUT);
}

static void
test_none (Fixture       *self,
           gconstpointer  data)
{
  g_assert_cmpint (render (self, "none.pdf", "--slides"), ==, NIDA_EXIT_INPUT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/render-slides/pages-with-and-without-notes", Fixture, "", set_up, test_pages, tear_down);
  g_test_add ("/render-slides/one-as-a-picture", Fixture, "", set_up, test_picture, tear_down);
  g_test_add ("/render-slides/document-without-slides", Fixture, NULL, set_up, test_none, tear_down);
  return g_test_run ();
}
