/* Asking ahead: what an entry needs of the data behind which it is put is there before it is made. */
#include "config.h"

#include "session-private.h"
#include "show-list.h"
#include "show-slides.h"
#include "show-warm.h"
#include "ui-support.h"

static gpointer
make_nothing (NidaDataset   *dataset,
              gconstpointer  data)
{
  return NULL;
}

/* Nothing is kept where nothing was. */
static gboolean
is_warm (gpointer bare)
{
  static const char * const keys[] = { "nida-sheet", "nida-source-tally" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (nida_dataset_keep (bare, keys[i], make_nothing, NULL, NULL) == NULL)
      return FALSE;
  return TRUE;
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  *(gboolean *) data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
test_asked (void)
{
  g_autofree char *path = ui_test_write ("warm.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaDataset *bare = nida_session_get_shown (session)->bare;
  g_autoptr (NidaLanguage) english = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  gboolean done = FALSE;

  g_assert_false (is_warm (bare));
  nida_show_warm (bare, nida_show_list_new (session, NULL), english, NULL, done_cb, &done);
  g_assert_true (ui_test_wait (is_true, &done));
  g_assert_true (is_warm (bare));
  ui_test_close (window);
}

static void
test_show (void)
{
  g_autofree char *path = ui_test_write ("warm-show.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  g_autoptr (NidaShowSlides) slides = nida_show_slides_new (session);

  g_assert_true (ui_test_wait (is_warm, nida_session_get_shown (session)->bare));
  g_clear_object (&slides);
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/show-warm/what-slides-ask-is-derived-before-an-entry", test_asked);
  g_test_add_func ("/show-warm/a-show-begins-with-it", test_show);
  return g_test_run ();
}
