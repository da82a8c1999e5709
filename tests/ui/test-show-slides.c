/* The slides of a document as a show shows them; of one without slides, its board. */
#include "config.h"

#include "http-server.h"
#include "look.h"
#include "show.h"
#include "show-deck.h"
#include "show-slides.h"
#include "slide-list.h"
#include "ui-support.h"

static void
put_slide (NidaDocument *document,
           const char   *id,
           const char   *title,
           guint         seconds)
{
  g_autoptr (NidaSlide) slide = nida_slide_new ();
  g_autofree char *text = NULL;

  slide->layout = NIDA_SLIDE_TITLE;
  slide->title = g_strdup (title);
  slide->title_ar = g_strdup ("إحاطة");
  slide->notes = g_strdup ("Say hello");
  slide->seconds = seconds;
  slide->minutes = 1.5;
  text = nida_slide_to_text (slide);
  nida_document_begin (document, "Add a Slide", NULL);
  nida_document_set (document, NIDA_ITEM_SLIDE, id, text);
  nida_document_end (document);
}

static NidaScene *
build (NidaShowSource *source,
       guint           slide,
       const char     *code)
{
  g_autoptr (NidaLanguage) language = nida_look_make_language (nida_look_get (), code);
  g_autoptr (NidaMeasurer) measurer = nida_pango_measurer_new (g_str_equal (code, "ar"));
  NidaChartContext context = { .language = language, .measurer = measurer, .width = 1280, .height = 720, .scale = 1 };

  return nida_show_source_build (source, slide, G_MAXUINT, &context, NULL);
}

static void
test_slides (void)
{
  g_autofree char *path = ui_test_write ("slides.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaDocument *document = nida_session_get_document (nida_window_get_session (window));
  g_autoptr (NidaShowSlides) slides = NULL;
  g_autoptr (NidaScene) english = NULL, arabic = NULL;
  g_autofree char *notes = NULL;

  put_slide (document, "one", "Briefing", 0);
  put_slide (document, "two", "Second", 12);
  slides = nida_show_slides_new (nida_window_get_session (window));
  g_assert_cmpuint (nida_show_source_get_n_slides (NIDA_SHOW_SOURCE (slides)), ==, 2);
  g_assert_cmpuint (nida_show_slides_find (slides, "two"), ==, 1);
  g_assert_cmpuint (nida_show_slides_find (slides, "none"), ==, 0);
  g_assert_cmpuint (nida_show_source_get_seconds (NIDA_SHOW_SOURCE (slides), 1), ==, 12);
  g_assert_cmpuint (nida_show_source_get_plan (NIDA_SHOW_SOURCE (slides), 1), ==, 90);
  notes = nida_show_source_dup_notes (NIDA_SHOW_SOURCE (slides), 0, nida_look_get_language (nida_look_get ()));
  g_assert_cmpstr (notes, ==, "Say hello");
  english = build (NIDA_SHOW_SOURCE (slides), 0, "en");
  arabic = build (NIDA_SHOW_SOURCE (slides), 0, "ar");
  g_assert_cmpstr (nida_scene_get_title (english), ==, "Briefing");
  g_assert_cmpstr (nida_scene_get_title (arabic), ==, "إحاطة");
  g_assert_true (nida_scene_is_rtl (arabic));
  ui_test_close (window);
}

/* They are not in the show, and the show knows how many they are. */
static void
test_unknown (void)
{
  g_autofree char *path = ui_test_write ("unknown.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaDocument *document = nida_session_get_document (nida_window_get_session (window));
  g_autoptr (NidaShowSlides) slides = NULL;

  nida_document_begin (document, "Add a Slide", NULL);
  nida_document_set (document, NIDA_ITEM_SLIDE, "newer", "[Nida slide]\nlayout=cube\n");
  nida_document_end (document);
  put_slide (document, "one", "Briefing", 0);
  slides = nida_show_slides_new (nida_window_get_session (window));
  g_assert_cmpuint (nida_show_source_get_n_slides (NIDA_SHOW_SOURCE (slides)), ==, 1);
  g_assert_cmpuint (nida_show_source_get_n_unknown (NIDA_SHOW_SOURCE (slides)), ==, 1);
  g_assert_cmpuint (nida_show_slides_find (slides, "one"), ==, 0);
  ui_test_close (window);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_edited (void)
{
  g_autofree char *path = ui_test_write ("edited.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaDocument *document = nida_session_get_document (nida_window_get_session (window));
  g_autoptr (NidaShowSlides) slides = NULL;
  g_autoptr (NidaScene) scene = NULL;
  guint n = 0;

  put_slide (document, "one", "Briefing", 0);
  slides = nida_show_slides_new (nida_window_get_session (window));
  g_signal_connect_swapped (slides, "slides-changed", G_CALLBACK (count_cb), &n);
  put_slide (document, "one", "Another", 0);
  g_assert_cmpuint (n, ==, 1);
  scene = build (NIDA_SHOW_SOURCE (slides), 0, "en");
  g_assert_cmpstr (nida_scene_get_title (scene), ==, "Another");
  ui_test_close (window);
}

static void
test_board (void)
{
  g_autofree char *path = ui_test_write ("board.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  g_autoptr (GPtrArray) deck = nida_show_deck_new (session);
  g_autoptr (NidaShowSlides) slides = nida_show_slides_new (session);
  guint n = nida_session_get_board (session)->charts->len;
  g_autoptr (NidaScene) scene = build (NIDA_SHOW_SOURCE (slides), 0, "en");

  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (deck->len, ==, n);
  g_assert_cmpuint (((NidaSlide *) deck->pdata[0])->figures->len, >, 0);
  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    if (g_str_has_prefix (nida_scene_get_node (scene, i)->key, "figure/"))
      g_assert_cmpstr (nida_scene_get_node (scene, i)->text, !=, "—");      /* what is not known is not shown to a hall */
  g_assert_cmpuint (nida_show_source_get_n_slides (NIDA_SHOW_SOURCE (slides)), ==, n);
  g_assert_cmpuint (nida_scene_get_n_nodes (scene), >, 10);
  ui_test_close (window);
}

/* What the room sees of a board that is filtered behind the slide. */
static char *
dup_pending (NidaShowSlides *slides)
{
  g_autoptr (NidaLanguage) english = nida_look_make_language (nida_look_get (), "en");

  return nida_show_source_dup_pending (NIDA_SHOW_SOURCE (slides), english);
}

static char *
dup_picture (NidaShowSlides *slides)
{
  g_autoptr (NidaScene) scene = build (NIDA_SHOW_SOURCE (slides), 0, "en");

  return nida_scene_dump (scene);
}

static void
add_chart (NidaSession *session)
{
  g_autoptr (NidaSlide) slide = nida_slide_new ();

  g_assert_nonnull (nida_session_put_on_slide (session, 0, nida_session_get_n_charts (session) - 1, slide, NULL));
  nida_slide_list_add (nida_slide_list_of (session), slide);
}

static void
test_board_filtered (void)
{
  g_autofree char *path = ui_test_write ("filtered.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  g_autoptr (NidaShowSlides) slides = NULL;
  g_autofree char *before = NULL, *waiting = NULL, *words = NULL, *none = NULL, *after = NULL, *back = NULL;
  guint changes = 0, pending = 0;

  add_chart (session);
  slides = nida_show_slides_new (session);
  g_signal_connect_swapped (slides, "slides-changed", G_CALLBACK (count_cb), &changes);
  g_signal_connect_swapped (slides, "pending-changed", G_CALLBACK (count_cb), &pending);
  before = dup_picture (slides);
  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  waiting = dup_picture (slides);
  words = dup_pending (slides);
  g_assert_cmpstr (before, ==, waiting);
  g_assert_cmpuint (changes, ==, 0);
  g_assert_cmpuint (pending, ==, 1);
  g_assert_cmpstr (words, ==, "Changed on a board: slide 1");
  nida_session_undo (session);
  none = dup_pending (slides);
  g_assert_null (none);
  nida_session_redo (session);
  nida_show_source_take (NIDA_SHOW_SOURCE (slides));
  after = dup_picture (slides);
  g_assert_cmpstr (before, !=, after);
  g_assert_cmpuint (changes, ==, 1);
  none = dup_pending (slides);
  g_assert_null (none);
  nida_session_undo (session);
  nida_show_source_take (NIDA_SHOW_SOURCE (slides));
  back = dup_picture (slides);
  g_assert_cmpstr (before, ==, back);
  ui_test_close (window);
}

/* Of a document without slides the board itself is shown: what is chosen on it waits, and comes in as newer data do. */
static void
test_deck_filtered (void)
{
  g_autofree char *path = ui_test_write ("deck.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  g_autoptr (NidaShowSlides) slides = nida_show_slides_new (session);
  g_autofree char *before = dup_picture (slides), *waiting = NULL, *words = NULL, *none = NULL, *after = NULL;
  guint changes = 0;

  g_signal_connect_swapped (slides, "slides-changed", G_CALLBACK (count_cb), &changes);
  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  waiting = dup_picture (slides);
  words = dup_pending (slides);
  g_assert_cmpstr (before, ==, waiting);
  g_assert_cmpstr (words, ==, "The board was changed");
  g_assert_cmpuint (changes, ==, 0);
  nida_session_undo (session);
  none = dup_pending (slides);
  g_assert_null (none);
  nida_session_redo (session);
  nida_show_source_take (NIDA_SHOW_SOURCE (slides));
  after = dup_picture (slides);
  g_assert_cmpstr (before, !=, after);
  g_assert_cmpuint (changes, ==, 1);
  none = dup_pending (slides);
  g_assert_null (none);
  ui_test_close (window);
}

/* Charts that come and go on it, too; the show stays at a slide that there is. */
static void
test_deck_shorter (void)
{
  g_autofree char *path = ui_test_write ("shorter.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  g_autoptr (NidaLanguage) english = nida_look_make_language (nida_look_get (), "en"), arabic = nida_look_make_language (nida_look_get (), "ar");
  g_autoptr (NidaShowSlides) slides = nida_show_slides_new (session);
  g_autoptr (NidaShow) show = nida_show_new (NIDA_SHOW_SOURCE (slides), english, arabic, FALSE);
  guint n = nida_show_get_n_slides (show);

  g_assert_cmpuint (n, >, 1);
  nida_show_run (show, NIDA_SHOW_LAST);
  nida_session_remove_chart (session, nida_session_get_n_charts (session) - 1);
  g_assert_cmpuint (nida_show_get_n_slides (show), ==, n);
  nida_show_run (show, NIDA_SHOW_REFRESH);
  g_assert_cmpuint (nida_show_get_n_slides (show), ==, n - 1);
  g_assert_cmpuint (nida_show_get_slide (show), ==, n - 2);
  g_assert_nonnull (nida_show_get_scene (show));
  ui_test_close (window);
}

/* Who looks at another board meanwhile shows the room nothing of it. */
static void
test_deck_left (void)
{
  g_autofree char *path = ui_test_write ("left.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  g_autoptr (NidaShowSlides) slides = nida_show_slides_new (session);
  g_autofree char *none = NULL, *words = NULL;

  nida_session_add_board (session);
  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  none = dup_pending (slides);
  g_assert_null (none);
  nida_session_show_board (session, 0);
  none = dup_pending (slides);
  g_assert_null (none);
  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  words = dup_pending (slides);
  g_assert_cmpstr (words, ==, "The board was changed");
  ui_test_close (window);
}

/* Who writes on a slide sees it at once, also while a board waits. */
static void
test_written (void)
{
  g_autofree char *path = ui_test_write ("written.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaSlideList *list = nida_slide_list_of (session);
  g_autoptr (NidaShowSlides) slides = NULL;
  g_autoptr (NidaSlide) slide = NULL;
  g_autoptr (NidaScene) scene = NULL;
  g_autofree char *words = NULL;

  add_chart (session);
  slides = nida_show_slides_new (session);
  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  slide = nida_slide_copy (nida_slide_list_get (list, 0));
  slide->title = g_strdup ("Written");
  nida_slide_list_replace (list, 0, slide, "Edit Title", NULL);
  scene = build (NIDA_SHOW_SOURCE (slides), 0, "en");
  g_assert_cmpstr (nida_scene_get_title (scene), ==, "Written");
  words = dup_pending (slides);
  g_assert_nonnull (words);
  ui_test_close (window);
}

/* --- what a slide says of its age --- */

static const char *
text_of (NidaScene  *scene,
         const char *key)
{
  const NidaNode *node = nida_scene_find (scene, key);

  return node != NULL ? node->text : NULL;
}

static gboolean
is_late (gpointer slides)
{
  g_autoptr (GPtrArray) ages = nida_show_source_dup_ages (slides, 0, nida_look_get_language (nida_look_get ()));
  gboolean late = FALSE;

  for (guint i = 0; i < ages->len; i++)
    late |= ((NidaShowAge *) ages->pdata[i])->late;
  return late;
}

/* The room reads at the foot when the figures came, in the language of the show; also when the server has died since. */
static void
test_stamp (void)
{
  NidaHttpServer *server = nida_http_server_new (ui_test_csv);
  g_autofree char *uri = nida_http_server_dup_uri (server, "/plain/data.csv");
  NidaWindow *window = ui_test_open (uri);
  NidaSession *session = nida_window_get_session (window);
  g_autoptr (NidaShowSlides) slides = nida_show_slides_new (session);
  g_autoptr (NidaScene) english = build (NIDA_SHOW_SOURCE (slides), 0, "en"), arabic = build (NIDA_SHOW_SOURCE (slides), 0, "ar"), after = NULL;
  g_autofree char *words = g_strdup (text_of (english, "source"));

  g_assert_true (g_str_has_prefix (words, "as of "));
  g_assert_nonnull (nida_scene_find (english, "foot/live"));
  g_assert_nonnull (strstr (text_of (arabic, "source"), "حتى "));
  nida_http_server_free (server);
  nida_session_reload (session);
  g_assert_true (ui_test_wait (is_late, slides));
  after = build (NIDA_SHOW_SOURCE (slides), 0, "en");
  g_assert_cmpstr (text_of (after, "source"), ==, words);
  ui_test_close (window);
}

/* Figures of a file have the day to which they reach. */
static void
test_no_stamp (void)
{
  g_autofree char *path = ui_test_write ("file.csv", ui_test_csv);
  NidaWindow *window = ui_test_open (path);
  g_autoptr (NidaShowSlides) slides = nida_show_slides_new (nida_window_get_session (window));
  g_autoptr (NidaScene) scene = build (NIDA_SHOW_SOURCE (slides), 0, "en");

  g_assert_null (strstr (text_of (scene, "source"), "as of"));
  g_assert_null (nida_scene_find (scene, "foot/live"));
  ui_test_close (window);
}

#define MANY 60000      /* rows: more than are answered between two frames */

static char *
write_many (void)
{
  g_autoptr (GString) text = g_string_new ("kind,date,donor,category,recipient,appeal,currency,amount\n"
                                           "pledge,2024,Qatar,Food,Syria,Appeal 2024,USD,1000000\n");

  for (guint i = 0; i < MANY; i++)
    g_string_append_printf (text, "paid,2024,Donor %u,Food,Syria,Appeal 2024,USD,%u\n", i % 50, 100 + i);
  return ui_test_write ("many.csv", text->str);
}

static guint
find_card (NidaSession *session,
           NidaMeasure  measure)
{
  for (guint i = 0; i < nida_session_get_n_charts (session); i++)
    if (nida_session_get_chart (session, i)->kind == NIDA_CHART_NUMBER && nida_session_get_chart (session, i)->measure == measure)
      return i;
  g_assert_not_reached ();
}

typedef struct { NidaShowSlides *slides; NidaMoney least, shown; } Watch;

/* What is pledged, as the room sees it; NIDA_MONEY_NONE for an empty frame. */
static NidaMoney
look (NidaShowSlides *slides)
{
  g_autoptr (NidaScene) scene = build (NIDA_SHOW_SOURCE (slides), 0, "en");

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    if (nida_scene_get_node (scene, i)->mark != NULL && nida_scene_get_node (scene, i)->mark->measure == NIDA_MEASURE_PLEDGED)
      return nida_scene_get_node (scene, i)->mark->money;
  return NIDA_MONEY_NONE;
}

static void
watch_cb (Watch *watch)
{
  watch->shown = look (watch->slides);
  g_assert_cmpint (watch->shown, >=, watch->least);
}

static gboolean
is_shown (gpointer data)
{
  return look (((Watch *) data)->slides) != NIDA_MONEY_NONE;
}

static gboolean
has_grown (gpointer data)
{
  return ((Watch *) data)->shown == 1500000000;
}

/* Over many rows a pledge comes from a thread: until then the room sees what it saw, and never an empty frame. */
static void
test_many (void)
{
  g_autofree char *path = write_many (), *id = NULL;
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  g_autoptr (NidaShowSlides) slides = NULL;
  g_autoptr (NidaSlide) slide = nida_slide_new ();
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);
  NidaDate day = nida_date_local (g_get_real_time ());
  Watch watch = { .least = 1000000000 };

  g_assert_nonnull (nida_session_put_on_slide (session, 0, find_card (session, NIDA_MEASURE_PLEDGED), slide, NULL));
  nida_slide_list_add (nida_slide_list_of (session), slide);
  slides = watch.slides = nida_show_slides_new (session);
  g_assert_true (ui_test_wait (is_shown, &watch));
  g_signal_connect_swapped (slides, "data-changed", G_CALLBACK (watch_cb), &watch);
  nida_entry_set_name (entry, NIDA_ENTRY_DONOR, "Qatar", NULL);
  nida_entry_set_name (entry, NIDA_ENTRY_APPEAL, "Appeal 2024", NULL);
  entry->amount = 500000000;
  g_strlcpy (entry->currency, "USD", sizeof entry->currency);
  entry->period = (NidaPeriod) { day, day };
  nida_entry_add_step (entry, NIDA_ENTRY_PLEDGED, day, g_get_real_time (), "a");
  id = nida_ledger_add (nida_session_get_document (session), entry);
  g_assert_true (ui_test_wait (has_grown, &watch));
  g_signal_handlers_disconnect_by_data (slides, &watch);
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/show-slides/of-the-document-in-both-languages", test_slides);
  g_test_add_func ("/show-slides/edited-while-shown", test_edited);
  g_test_add_func ("/show-slides/a-board-that-is-filtered-waits", test_board_filtered);
  g_test_add_func ("/show-slides/a-board-that-is-shown-itself-waits-too", test_deck_filtered);
  g_test_add_func ("/show-slides/with-fewer-charts-the-last-is-shown", test_deck_shorter);
  g_test_add_func ("/show-slides/another-board-is-not-shown", test_deck_left);
  g_test_add_func ("/show-slides/slides-of-a-newer-version-are-counted", test_unknown);
  g_test_add_func ("/show-slides/words-come-while-a-board-waits", test_written);
  g_test_add_func ("/show-slides/a-pledge-over-many-rows-empties-nothing", test_many);
  g_test_add_func ("/show-slides/stamp/of-a-server-in-both-languages", test_stamp);
  g_test_add_func ("/show-slides/stamp/none-of-a-file", test_no_stamp);
  g_test_add_func ("/show-deck/the-board-where-there-are-none", test_board);
  return g_test_run ();
}
