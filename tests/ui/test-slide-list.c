/* slide-list.c: slides are made, changed, moved and taken back through the document; their pictures follow data and words. */
#include "config.h"

#include "slide-list.h"
#include "ui-support.h"

#include <string.h>

static NidaSession *
open_text (const char *text)
{
  g_autofree char *path = ui_test_write ("slides.csv", text);
  NidaSession *session = ui_test_open_session (path);

  return session;
}

static NidaSession *
open_session (void)
{
  return open_text (ui_test_csv);
}

static NidaSlide *
titled (const char *title)
{
  NidaSlide *slide = nida_slide_new ();

  slide->title = g_strdup (title);
  return slide;
}

static void
assert_titles (NidaSlideList *list,
               const char    *titles)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < nida_slide_list_get_n (list); i++)
    g_string_append (found, nida_slide_list_get (list, i)->title);
  g_assert_cmpstr (found->str, ==, titles);
}

static void
test_changes (void)
{
  g_autoptr (NidaSession) session = open_session ();
  NidaSlideList *list = nida_slide_list_of (session);
  const char *names[] = { "a", "b", "c" };
  g_autoptr (NidaSlide) other = titled ("B");

  g_assert_cmpuint (nida_slide_list_get_current (list), ==, G_MAXUINT);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (NidaSlide) slide = titled (names[i]);

      nida_slide_list_add (list, slide);
      g_assert_cmpuint (nida_slide_list_get_current (list), ==, i);
    }
  assert_titles (list, "abc");
  nida_slide_list_set_current (list, 0);
  nida_slide_list_duplicate (list);
  assert_titles (list, "aabc");
  g_assert_cmpuint (nida_slide_list_get_current (list), ==, 1);
  nida_slide_list_move (list, 1, 3);
  assert_titles (list, "abca");
  g_assert_cmpuint (nida_slide_list_get_current (list), ==, 3);
  nida_slide_list_remove (list);
  assert_titles (list, "abc");
  g_assert_cmpuint (nida_slide_list_get_current (list), ==, 2);
  nida_slide_list_replace (list, 1, other, "Slide Title", NULL);
  assert_titles (list, "aBc");
  for (const char **before = (const char *[]) { "abc", "abca", "aabc", "abc", "ab", NULL }; *before != NULL; before++)
    {
      nida_session_undo (session);
      assert_titles (list, *before);
    }
}

static void
test_picture (void)
{
  g_autoptr (NidaSession) session = open_session ();
  NidaSlideList *list = nida_slide_list_of (session);
  g_autoptr (NidaSlide) slide = nida_slide_list_new_of_board (list), changed = NULL;
  NidaScene *first, *second;
  const NidaNode *title;

  g_assert_cmpuint (slide->charts->len, ==, 1);
  g_assert_cmpuint (slide->figures->len, >, 0);
  nida_slide_list_add (list, slide);
  first = nida_slide_list_get_scene (list, 0);
  g_assert_nonnull (first);
  g_assert_true (nida_slide_list_get_scene (list, 0) == first);      /* made once */
  title = nida_scene_find (first, "title");
  g_assert_nonnull (title);
  changed = nida_slide_copy (slide);
  changed->title = g_strdup ("Ours");
  nida_slide_list_replace (list, 0, changed, "Slide Title", NULL);
  second = nida_slide_list_get_scene (list, 0);
  g_assert_cmpstr (nida_scene_find (second, "title")->text, ==, "Ours");
}

static gboolean
has_measure (NidaSlide   *slide,
             NidaMeasure  measure)
{
  for (guint i = 0; i < slide->figures->len; i++)
    if (((NidaSlideChart *) slide->figures->pdata[i])->spec->measure == measure)
      return TRUE;
  return FALSE;
}

/* A board has a card for what is needed also where no source says it. */
static void
test_figures (void)
{
  g_autoptr (NidaSession) full = open_text ("kind,date,donor,appeal,currency,amount\nrequirement,2024,,Appeal X,USD,100\n"
                                            "paid,2024-03-01,Kuwait,Appeal X,USD,40\n");
  g_autoptr (NidaSession) poor = open_text ("kind,date,donor,currency,amount\npaid,2024,Kuwait,USD,5\npledge,2024,Qatar,USD,7\n");
  g_autoptr (NidaSlide) all = nida_slide_list_new_of_board (nida_slide_list_of (full));
  g_autoptr (NidaSlide) some = nida_slide_list_new_of_board (nida_slide_list_of (poor));

  g_assert_true (has_measure (all, NIDA_MEASURE_COVERAGE));
  g_assert_true (has_measure (all, NIDA_MEASURE_RECEIVED));
  g_assert_false (has_measure (some, NIDA_MEASURE_COVERAGE));
  g_assert_false (has_measure (some, NIDA_MEASURE_GAP));
  g_assert_true (has_measure (some, NIDA_MEASURE_RECEIVED));
}

/* What was let go of keeps what was chosen when it was made. */
static void
test_choices (void)
{
  g_autoptr (NidaSession) session = open_session ();
  NidaSlideList *list = nida_slide_list_of (session);
  g_autoptr (NidaSlide) slide = nida_slide_new ();
  NidaSlideChart *chart;

  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  chart = nida_session_put_on_slide (session, 0, nida_session_get_n_charts (session) - 1, slide, NULL);
  chart->follows = FALSE;
  nida_slide_list_add (list, slide);
  nida_session_clear_filters (session);
  chart = nida_slide_list_get (list, 0)->charts->pdata[0];
  g_assert_cmpuint (nida_query_get_n_filters (chart->choices), ==, 1);
}

/* What a newer version made stays in the document and in its place. */
static void
test_newer (void)
{
  g_autoptr (NidaSession) session = open_session ();
  NidaSlideList *list = nida_slide_list_of (session);
  NidaDocument *document = nida_session_get_document (session);

  nida_document_begin (document, "New Slide", NULL);
  nida_document_set (document, NIDA_ITEM_SLIDE, "x", "[Nida slide]\nlayout=cube\n");
  nida_document_end (document);
  g_assert_cmpuint (nida_slide_list_get_n (list), ==, 1);
  g_assert_null (nida_slide_list_get (list, 0));
  g_assert_null (nida_slide_list_get_scene (list, 0));
  g_assert_nonnull (strstr (nida_document_get (document, NIDA_ITEM_SLIDE, "x"), "cube"));
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/slide-list/changes-are-undone-one-by-one", test_changes);
  g_test_add_func ("/slide-list/picture-is-made-once-and-follows-words", test_picture);
  g_test_add_func ("/slide-list/keeps-what-was-chosen", test_choices);
  g_test_add_func ("/slide-list/of-a-board/only-figures-that-are-known", test_figures);
  g_test_add_func ("/slide-list/newer-slide-keeps-its-place", test_newer);
  return g_test_run ();
}
