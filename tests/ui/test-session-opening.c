/* session-opening.c: a document that is being opened takes the place of what is shown when its data are read, and not before. */
#include "config.h"

#include "session.h"
#include "ui-support.h"

#include "document-sources.h"

#define OMAN "kind,date,donor,currency,amount\npaid,2024,Oman,USD,5\n"

static guint
n_rows (NidaSession *session)
{
  return nida_dataset_get_n_rows (nida_session_get_dataset (session));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static gboolean
is_counted (gpointer data)
{
  return *(guint *) data > 0;
}

/* Of @path, and with Kuwait chosen on its board. */
static NidaDocument *
make_document (const char *path)
{
  g_autoptr (NidaSession) session = ui_test_open_session (path);

  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  nida_session_rename_board (session, "Gulf", NULL);
  return g_object_ref (nida_session_get_document (session));
}

/* A document brings its board along; other data get a document of their own. */
static void
test_documents (void)
{
  g_autofree char *path = ui_test_write ("one.csv", ui_test_csv), *other = ui_test_write ("two.csv", ui_test_csv);
  g_autoptr (NidaSession) session = ui_test_open_session (path), second = nida_session_new ();
  g_autoptr (NidaDocument) document = g_object_ref (nida_session_get_document (session));
  guint n = 0;

  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  nida_session_rename_board (session, "Gulf", NULL);
  g_signal_connect_swapped (second, "document-changed", G_CALLBACK (count_cb), &n);
  nida_session_open_document (second, document, (const char *[]) { path, NULL });
  g_assert_true (ui_test_wait (ui_test_is_opened, second));
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (nida_session_get_document (second) == document);
  g_assert_true (nida_filter_set_has (nida_session_get_filters (second), NIDA_FIELD_DONOR, "Kuwait"));
  g_assert_cmpstr (nida_session_get_board (second)->title, ==, "Gulf");
  /* what one says, the other shows */
  nida_session_set_currency (second, "SAR");
  g_assert_cmpstr (nida_filter_set_get_currency (nida_session_get_filters (session)), ==, "SAR");

  n = 0;
  nida_session_open (second, (const char *[]) { other, NULL });
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (ui_test_wait (is_counted, &n));
  g_assert_true (nida_session_get_document (second) != document);
  g_assert_true (nida_filter_set_is_empty (nida_session_get_filters (second)));
  g_assert_false (nida_session_can_undo (second));
}

/* Until its data are read, who looks at the window sees and changes what was there. */
static void
test_until_read (void)
{
  g_autofree char *path = ui_test_write ("oman.csv", OMAN), *next = ui_test_write ("next.csv", ui_test_csv);
  g_autoptr (NidaDocument) document = make_document (next);
  g_autoptr (NidaSession) session = ui_test_open_session (path);
  NidaDocument *before = nida_session_get_document (session);
  guint n = 0;

  g_signal_connect_swapped (session, "opened", G_CALLBACK (count_cb), &n);
  nida_session_open_document (session, document, (const char *[]) { next, NULL });
  g_assert_true (nida_session_get_document (session) == before);
  g_assert_cmpstr (nida_session_get_inputs (session)[0], ==, path);
  g_assert_cmpstr (nida_session_get_pending (session)[0], ==, next);
  g_assert_cmpuint (n_rows (session), ==, 1);
  nida_session_set_value (session, NIDA_FIELD_DONOR, "Oman", TRUE);
  g_assert_true (nida_filter_set_has (nida_session_get_filters (session), NIDA_FIELD_DONOR, "Oman"));
  g_assert_true (ui_test_wait (is_counted, &n));
  g_assert_true (nida_session_get_document (session) == document);
  g_assert_cmpstr (nida_session_get_inputs (session)[0], ==, next);
  g_assert_false (nida_filter_set_has (nida_session_get_filters (session), NIDA_FIELD_DONOR, "Oman"));
  g_assert_true (nida_filter_set_has (nida_session_get_filters (session), NIDA_FIELD_DONOR, "Kuwait"));
}

/* Who opens another before the first is read gets that one, without what the first had chosen. */
static void
test_another_meanwhile (void)
{
  g_autofree char *first = ui_test_write ("first.csv", ui_test_csv), *second = ui_test_write ("second.csv", OMAN);
  g_autoptr (NidaDocument) document = make_document (first);
  g_autoptr (NidaSession) session = nida_session_new ();
  guint n = 0;

  g_signal_connect_swapped (session, "opened", G_CALLBACK (count_cb), &n);
  nida_session_open_document (session, document, (const char *[]) { first, NULL });
  nida_session_open (session, (const char *[]) { second, NULL });
  g_assert_true (ui_test_wait (ui_test_is_opened, session));
  ui_test_run_for (300);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (nida_session_get_document (session) != document);
  g_assert_cmpstr (nida_session_get_inputs (session)[0], ==, second);
  g_assert_null (nida_session_get_inputs (session)[1]);
  g_assert_cmpuint (n_rows (session), ==, 1);
}

/* What could not be read leaves no trace: the file that is shown changes, and nothing of the other comes in with it. */
static void
test_failed (void)
{
  g_autofree char *path = ui_test_write ("shown.csv", OMAN), *broken = ui_test_write ("broken.csv", "no table of flows\n");
  g_autoptr (NidaSession) session = ui_test_open_session (path);
  g_autoptr (NidaDocument) before = g_object_ref (nida_session_get_document (session));
  guint failed = 0, opened = 0;

  g_signal_connect_swapped (session, "failed", G_CALLBACK (count_cb), &failed);
  nida_session_open (session, (const char *[]) { broken, NULL });
  g_assert_true (ui_test_wait (is_counted, &failed));
  g_assert_true (nida_session_get_document (session) == before);
  g_assert_cmpstr (nida_session_get_inputs (session)[0], ==, path);
  g_signal_connect_swapped (session, "opened", G_CALLBACK (count_cb), &opened);
  nida_session_reload (session);
  g_assert_true (ui_test_wait (is_counted, &opened));
  g_assert_true (nida_session_get_document (session) == before);
  g_assert_cmpstr (nida_session_get_inputs (session)[0], ==, path);
}

/* A document without data, as templates make it, is shown at once, and takes the data that are opened next. */
static void
test_without_data (void)
{
  g_autofree char *made_of = ui_test_write ("made-of.csv", ui_test_csv), *path = ui_test_write ("opened.csv", ui_test_csv);
  g_autoptr (NidaDocument) document = make_document (made_of);
  g_autoptr (NidaSession) session = nida_session_new ();
  guint n = 0;

  nida_document_set_sources (document, (const char *[]) { NULL });
  g_signal_connect_swapped (session, "document-changed", G_CALLBACK (count_cb), &n);
  nida_session_open_document (session, document, (const char *[]) { NULL });
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (nida_session_get_document (session) == document);
  g_assert_false (nida_session_is_loading (session));
  nida_session_open (session, (const char *[]) { path, NULL });
  g_assert_true (ui_test_wait (ui_test_is_opened, session));
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (nida_session_get_document (session) == document);
  g_assert_true (nida_filter_set_has (nida_session_get_filters (session), NIDA_FIELD_DONOR, "Kuwait"));
  g_assert_cmpuint (nida_items_get_n (nida_document_get_items (document), NIDA_ITEM_SOURCE), ==, 1);
}

/* What the document has switched off is open, and not read. */
static void
test_switched_off (void)
{
  g_autofree char *one = ui_test_write ("on.csv", ui_test_csv), *two = ui_test_write ("off.csv", OMAN);
  const char *both[] = { one, two, NULL };
  g_autoptr (NidaSession) maker = nida_session_new (), session = nida_session_new ();

  nida_session_open (maker, both);
  g_assert_true (ui_test_wait (ui_test_is_opened, maker));
  g_assert_cmpuint (n_rows (maker), ==, 7);
  nida_session_set_input_off (maker, two, TRUE);
  g_assert_true (ui_test_wait (ui_test_is_opened, maker));
  nida_session_open_document (session, nida_session_get_document (maker), both);
  g_assert_cmpstr (nida_session_get_pending (session)[0], ==, one);
  g_assert_null (nida_session_get_pending (session)[1]);
  g_assert_true (ui_test_wait (ui_test_is_opened, session));
  g_assert_cmpuint (n_rows (session), ==, 6);
  g_assert_cmpuint (g_strv_length ((char **) nida_session_get_inputs (session)), ==, 2);
  g_assert_cmpuint (nida_session_get_n_on (session), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/session-opening/document/brings-its-board", test_documents);
  g_test_add_func ("/session-opening/until-read/what-is-shown-stays", test_until_read);
  g_test_add_func ("/session-opening/another-meanwhile/is-the-one-that-opens", test_another_meanwhile);
  g_test_add_func ("/session-opening/failed/leaves-no-trace", test_failed);
  g_test_add_func ("/session-opening/without-data/takes-those-opened-next", test_without_data);
  g_test_add_func ("/session-opening/switched-off/open-but-not-read", test_switched_off);
  return g_test_run ();
}
