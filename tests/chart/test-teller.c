/* test-teller.c tests teller.c and the words of mark.c: made when they are read, once, in the scene's language. */
#include "scene-builder.h"
#include "teller.h"
#include "translate.h"

#include <string.h>

#define THREADS 8
#define MARKS   400

static NidaLanguage *
language_of (const char *code)
{
  return nida_language_new (code, NIDA_DIGITS_LATN, NIDA_MONTHS_GULF);
}

/* Of a teller that says "Cell 3/4" and one line, and counts how often it was asked. */
static void
tell_cell (NidaTold       *told,
           const NidaMark *mark,
           NidaLanguage   *language,
           gconstpointer   data)
{
  g_atomic_int_inc ((int *) data);
  told->label = g_strdup_printf ("Cell %u/%u", mark->at[0], mark->at[1]);
  nida_told_add_line (told, _("Nothing is recorded."));
  nida_told_take_line (told, NULL);
}

static NidaMark *
cell_new (const char *code,
          int        *asked,
          NidaMoney   money)
{
  g_autoptr (NidaLanguage) language = language_of (code);
  g_autoptr (NidaTeller) teller = nida_teller_new (language, "USD", tell_cell, asked, NULL);

  return nida_mark_new_told (teller, NULL, NIDA_MEASURE_RECEIVED, money, 3, 4);
}

static void
test_once (void)
{
  int asked = 0;
  NidaMark *mark = cell_new ("en", &asked, 17064284000);

  g_assert_cmpint (asked, ==, 0);
  g_assert_cmpstr (nida_mark_get_label (mark), ==, "Cell 3/4");
  g_assert_cmpstr (nida_mark_get_value (mark), ==, "$17.1M");
  g_assert_cmpstr (nida_mark_get_exact (mark), ==, "$17,064,284");
  g_assert_cmpuint (g_strv_length ((char **) nida_mark_get_lines (mark)), ==, 1);
  g_assert_cmpint (asked, ==, 1);
  nida_mark_free (mark);
}

/* A chart that is built does not care whether somebody has read it meanwhile. */
static void
change (NidaMark *mark,
        NidaMark *second)
{
  nida_mark_put_within (mark, "Sudan");
  nida_mark_add_line (mark, "Chosen");
  nida_mark_set_second (mark, second);
}

static void
assert_changed (NidaMark *mark)
{
  const char * const *lines = nida_mark_get_lines (mark);

  g_assert_cmpstr (nida_mark_get_label (mark), ==, "Sudan, Cell 3/4");
  g_assert_cmpstr (lines[0], ==, "Nothing is recorded.");
  g_assert_cmpstr (lines[1], ==, "Chosen");
  g_assert_cmpstr (lines[2], ==, "$5,000");
  g_assert_null (lines[3]);
}

static void
test_changed (void)
{
  int asked = 0;
  NidaMark *unread = cell_new ("en", &asked, 17064284000), *read = cell_new ("en", &asked, 17064284000);
  NidaMark *second = cell_new ("en", &asked, 5000000);

  (void) nida_mark_get_label (read);
  change (unread, second);
  change (read, second);
  nida_mark_free (second);
  assert_changed (unread);
  assert_changed (read);
  nida_mark_free (unread);
  nida_mark_free (read);
}

/* The same figure in the second currency is no line; nor is one that there is not. */
static void
test_second_alike (void)
{
  int asked = 0;
  NidaMark *mark = cell_new ("en", &asked, 5000000), *twin = cell_new ("en", &asked, 5000000);
  NidaMark *wordless = nida_mark_new ("a", NULL, NULL, NIDA_MONEY_NONE);

  nida_mark_set_second (mark, twin);
  g_assert_cmpuint (g_strv_length ((char **) nida_mark_get_lines (mark)), ==, 1);
  nida_mark_set_second (mark, wordless);
  g_assert_cmpuint (g_strv_length ((char **) nida_mark_get_lines (mark)), ==, 1);
  nida_mark_free (mark);
  nida_mark_free (twin);
  nida_mark_free (wordless);
}

static void
test_given (void)
{
  NidaMark *mark = nida_mark_new ("Kuwait", "$17.1M", NULL, 17064284000);

  g_assert_null (nida_mark_get_lines (mark));
  nida_mark_add_line (mark, "20 flows");
  g_assert_cmpstr (nida_mark_get_exact (mark), ==, "$17.1M");
  g_assert_cmpstr (nida_mark_get_lines (mark)[0], ==, "20 flows");
  nida_mark_put_within (mark, "Sudan");
  g_assert_cmpstr (nida_mark_get_label (mark), ==, "Sudan, Kuwait");
  nida_mark_free (mark);
}

/* Read in a thread, and a window, of the other language. */
static void
test_language (void)
{
  int asked = 0;
  NidaMark *arabic = cell_new ("ar", &asked, 4000000000), *english = cell_new ("en", &asked, 4000000000);

  {
    g_auto (NidaSpeech) speech = nida_speech_begin ("ar");

    g_assert_cmpstr (nida_mark_get_lines (english)[0], ==, "Nothing is recorded.");
  }
  g_assert_cmpstr (nida_mark_get_lines (arabic)[0], ==, "لا شيء مسجّل.");
  g_assert_nonnull (strstr (nida_mark_get_value (arabic), "ملايين"));
  g_assert_cmpstr (nida_mark_get_value (english), ==, "$4M");
  g_assert_cmpstr (nida_speech_get_code (), ==, "en");
  nida_mark_free (arabic);
  nida_mark_free (english);
}

static gpointer
read_all (gpointer data)
{
  GPtrArray *marks = data;
  GPtrArray *said = g_ptr_array_new ();

  for (guint i = 0; i < marks->len; i++)
    {
      NidaMark *mark = g_ptr_array_index (marks, i);

      g_ptr_array_add (said, (gpointer) nida_mark_get_exact (mark));
      g_ptr_array_add (said, (gpointer) nida_mark_get_lines (mark)[0]);
    }
  return said;
}

/* All get the words of whoever was first. */
static void
test_threads (void)
{
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_mark_free);
  GPtrArray *said[THREADS];
  GThread *threads[THREADS];
  int asked = 0;

  for (guint i = 0; i < MARKS; i++)
    g_ptr_array_add (marks, cell_new (i % 2 == 0 ? "ar" : "en", &asked, 1000 * (i + 1)));
  for (guint i = 0; i < THREADS; i++)
    threads[i] = g_thread_new ("read", read_all, marks);
  for (guint i = 0; i < THREADS; i++)
    said[i] = g_thread_join (threads[i]);
  for (guint i = 0; i < THREADS; i++)
    for (guint k = 0; k < said[i]->len; k++)
      g_assert_true (said[i]->pdata[k] == said[0]->pdata[k]);
  g_assert_cmpint (asked, >=, MARKS);
  for (guint i = 0; i < THREADS; i++)
    g_ptr_array_unref (said[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/teller/words/are-made-once-when-read", test_once);
  g_test_add_func ("/teller/words/change-alike-before-and-after", test_changed);
  g_test_add_func ("/teller/second-currency/only-where-it-differs", test_second_alike);
  g_test_add_func ("/teller/words/that-are-given", test_given);
  g_test_add_func ("/teller/language/is-that-of-the-scene", test_language);
  g_test_add_func ("/teller/threads/read-the-same", test_threads);
  return g_test_run ();
}
