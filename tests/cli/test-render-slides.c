/* cli/render-slides.c: the slides of a document become pages and pictures; what is missing is said. */
#include "support.h"

#include "slide.h"

#include <glib/gstdio.h>
#include <string.h>

#define DATA "date,donor,amount_usd\n2024-01-01,Kuwait,5\n2024-01-01,Qatar,7\n"

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

  fixture_init (self, DATA);
  nida_document_set_sources (document, (const char *[]) { self->data, NULL });
  if (with_slides != NULL)
    add_slides (document);
  fixture_save (self, document);
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
