/* Slides as a show has them: which wait for their board, and which answers are kept. */
#include "config.h"

#include "look.h"
#include "show-list.h"
#include "slide-list.h"
#include "ui-support.h"

/* With @n slides of the last chart of the board. */
static NidaSession *
open_session (guint n)
{
  g_autofree char *path = ui_test_write ("list.csv", ui_test_csv);
  NidaSession *session = ui_test_open_session (path);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NidaSlide) slide = nida_slide_new ();

      g_assert_nonnull (nida_session_put_on_slide (session, 0, nida_session_get_n_charts (session) - 1, slide, NULL));
      nida_slide_list_add (nida_slide_list_of (session), slide);
    }
  return session;
}

static char *
dup_words (GPtrArray  *list,
           const char *code)
{
  g_autoptr (NidaLanguage) language = nida_look_make_language (nida_look_get (), code);

  return nida_show_list_dup_waiting (list, language);
}

static NidaShowSlide *
nth (GPtrArray *list,
     guint      index)
{
  return list->pdata[index];
}

static void
test_waits (void)
{
  g_autoptr (NidaSession) session = open_session (3);
  g_autoptr (GPtrArray) before = nida_show_list_new (session, NULL), list = NULL;
  g_autofree char *none = dup_words (before, "en"), *words = NULL, *arabic = NULL;

  g_assert_null (none);
  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  list = nida_show_list_new (session, before);
  g_assert_true (nida_show_list_waits (list));
  g_assert_true (nida_show_list_equal (before, list));
  words = dup_words (list, "en");
  arabic = dup_words (list, "ar");
  g_assert_cmpstr (words, ==, "Changed on boards: slides 1, 2 and 3");
  g_assert_nonnull (strstr (arabic, "الشرائح"));
  nida_show_list_take (list);
  g_assert_false (nida_show_list_waits (list));
  g_assert_false (nida_show_list_equal (before, list));
}

static void
test_many (void)
{
  g_autoptr (NidaSession) session = open_session (7);
  g_autoptr (GPtrArray) before = nida_show_list_new (session, NULL), list = NULL;
  g_autofree char *words = NULL;

  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  list = nida_show_list_new (session, before);
  words = dup_words (list, "en");
  g_assert_cmpstr (words, ==, "Changed on boards: 7 slides");
}

/* Newer words on a slide leave its answers, another question does not. */
static void
test_answers (void)
{
  g_autoptr (NidaSession) session = open_session (2);
  NidaSlideList *slides = nida_slide_list_of (session);
  g_autoptr (GPtrArray) before = nida_show_list_new (session, NULL), list = NULL;
  g_autoptr (NidaSlide) slide = nida_slide_copy (nida_slide_list_get (slides, 0));
  g_autoptr (NidaSlideAnswers) answers = nida_slide_answers_ask (nth (before, 0)->slide, nida_session_get_engine (session), NULL);

  nida_show_slide_answer (nth (before, 0), answers);
  slide->title = g_strdup ("Words");
  nida_slide_list_replace (slides, 0, slide, "Edit Title", NULL);
  list = nida_show_list_new (session, before);
  g_assert_true (nth (list, 0)->answers == answers);
  g_assert_null (nth (list, 1)->answers);
  nida_show_list_doubt (list, NULL);
  g_assert_true (nth (list, 0)->stale && nth (list, 0)->answers == answers);      /* shown until others are there */
  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  g_ptr_array_unref (before);
  before = g_steal_pointer (&list);
  list = nida_show_list_new (session, before);
  g_assert_true (nth (list, 0)->answers == answers);
  nida_show_list_take (list);
  g_assert_null (nth (list, 0)->answers);
}

static void
ready_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
is_ready (gpointer result)
{
  return *(GAsyncResult **) result != NULL;
}

static void
test_ahead (void)
{
  g_autoptr (NidaSession) session = open_session (2);
  g_autoptr (GPtrArray) list = nida_show_list_new (session, NULL), ready = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  nida_show_list_ask_async (nida_show_list_copy_newest (list), nida_session_get_engine (session), NULL, NULL, ready_cb, &result);
  g_assert_true (ui_test_wait (is_ready, &result));
  ready = nida_show_list_ask_finish (result, &error);
  g_assert_no_error (error);
  nida_show_list_doubt (list, ready);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (nth (list, i)->answers == nth (ready, i)->answers);
      g_assert_false (nth (list, i)->stale);
    }
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/show-list/changes-of-boards-wait-by-number", test_waits);
  g_test_add_func ("/show-list/many-that-wait-are-counted", test_many);
  g_test_add_func ("/show-list/words-leave-the-answers", test_answers);
  g_test_add_func ("/show-list/asked-ahead", test_ahead);
  return g_test_run ();
}
