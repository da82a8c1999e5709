/* session-layouts.c: what is said of columns is a step of the document and holds for other files; a document keeps what its
 * figures were read by. */
#include "config.h"

#include "document-file.h"
#include "session.h"
#include "ui-support.h"

#include <glib/gstdio.h>

#define TABLE "thing;weight;usd\nKuwait;10;3\nQatar;20;4\n"

static NidaMoney
first_amount (gpointer session)
{
  return nida_dataset_get_amount (nida_session_get_dataset (session), 0);
}

static gboolean
is_weighed (gpointer session)
{
  return ui_test_is_opened (session) && first_amount (session) == 10000;
}

static gboolean
is_priced (gpointer session)
{
  return ui_test_is_opened (session) && first_amount (session) == 3000;
}

/* Column @amount of tables like TABLE holds the amounts. */
static NidaLayouts *
make_layouts (NidaSession *session,
              guint        amount)
{
  NidaLayouts *layouts = nida_session_dup_layouts (session);
  g_autoptr (NidaLayout) detected = nida_layout_detect_text (TABLE, sizeof TABLE - 1, FALSE, NULL);
  g_autoptr (NidaLayout) layout = nida_layout_copy (detected);

  nida_layout_set_role (layout, 1, -1);
  nida_layout_set_role (layout, 2, -1);
  nida_layout_set_role (layout, amount, NIDA_FIELD_AMOUNT);
  g_assert_true (nida_layouts_remember (layouts, detected, layout, NULL));
  return layouts;
}

static guint
count_items (NidaSession *session)
{
  return nida_items_get_n (nida_document_get_items (nida_session_get_document (session)), NIDA_ITEM_LAYOUT);
}

static void
forget_all (void)
{
  NidaLayouts *own = nida_session_get_own_layouts ();
  g_auto (GStrv) names = nida_layouts_dup_names (own);

  for (guint i = 0; names[i] != NULL; i++)
    g_assert_true (nida_layouts_set_text (own, names[i], NULL, NULL));
}

/* Said of a table that is not open: the person's list alone has it, and looking at data makes no document. */
static NidaSession *
open_weighed (const char *path)
{
  NidaSession *session = nida_session_new ();
  g_autoptr (NidaLayouts) layouts = make_layouts (session, 1);

  g_assert_true (nida_session_remember_layouts (session, layouts, NULL));
  nida_session_open (session, (const char *[]) { path, NULL });
  g_assert_true (ui_test_wait (is_weighed, session));
  g_assert_cmpuint (count_items (session), ==, 0);
  return session;
}

static void
test_said (void)
{
  g_autofree char *path = ui_test_write ("said.csv", TABLE);
  g_autoptr (NidaSession) session = open_weighed (path), other = nida_session_new ();
  g_autoptr (NidaLayouts) layouts = make_layouts (session, 2);
  g_autoptr (GError) error = NULL;

  g_assert_true (nida_session_set_layouts (session, layouts, &error));
  g_assert_no_error (error);
  g_assert_true (ui_test_wait (is_priced, session));
  g_assert_cmpstr (nida_document_get_undo_name (nida_session_get_document (session)), ==, "Correct Columns");
  g_assert_null (nida_session_get_changes (session));     /* the source did not change */
  /* the next file of its kind is read so too, and after undo as before */
  nida_session_open (other, (const char *[]) { path, NULL });
  g_assert_true (ui_test_wait (is_priced, other));
  nida_session_undo (session);
  g_assert_true (ui_test_wait (is_weighed, session));
  nida_session_open (other, (const char *[]) { path, NULL });
  g_assert_true (ui_test_wait (is_weighed, other));
  nida_session_redo (session);
  g_assert_true (ui_test_wait (is_priced, session));
  nida_session_cancel (other);
  nida_session_cancel (session);
  forget_all ();
}

/* A document with a file has the layouts of its figures, and means the same where nobody said anything, or something else. */
static void
test_carried (void)
{
  g_autofree char *path = ui_test_write ("carried-columns.csv", TABLE), *file = ui_test_write ("columns.nida", "");
  g_autoptr (NidaSession) session = open_weighed (path), elsewhere = nida_session_new ();
  g_autoptr (NidaDocument) document = NULL;
  g_autoptr (NidaLayouts) opposed = make_layouts (elsewhere, 2);
  g_autoptr (GError) error = NULL;

  g_unlink (file);
  g_assert_true (nida_document_save_as (nida_session_get_document (session), file, &error));
  g_assert_no_error (error);
  nida_session_keep_layouts (session);
  g_assert_cmpuint (count_items (session), ==, 1);
  g_assert_false (nida_session_can_undo (session));
  g_assert_true (nida_document_file_flush (nida_document_get_file (nida_session_get_document (session)), NULL));
  document = nida_document_open (file, &error);
  g_assert_no_error (error);
  forget_all ();
  g_assert_true (nida_session_remember_layouts (elsewhere, opposed, NULL));
  nida_session_open_document (elsewhere, document, (const char *[]) { path, NULL });
  g_assert_true (ui_test_wait (is_weighed, elsewhere));
  nida_session_cancel (session);
  nida_session_cancel (elsewhere);
  forget_all ();
}

/* Where nothing can be written it holds as long as the window is open. */
static void
test_read_only (void)
{
  g_autofree char *path = ui_test_write ("read-only-columns.csv", TABLE);
  g_autoptr (NidaSession) session = open_weighed (path);
  g_autoptr (NidaLayouts) layouts = make_layouts (session, 2);

  nida_document_set_read_only (nida_session_get_document (session), TRUE);
  g_assert_true (nida_session_set_layouts (session, layouts, NULL));
  g_assert_true (ui_test_wait (is_priced, session));
  g_assert_cmpuint (count_items (session), ==, 0);
  nida_session_cancel (session);
  forget_all ();
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/session-layouts/said/a-step-of-the-document-that-holds-elsewhere", test_said);
  g_test_add_func ("/session-layouts/carried/a-document-means-the-same-on-another-desk", test_carried);
  g_test_add_func ("/session-layouts/read-only/holds-while-it-is-open", test_read_only);
  return g_test_run ();
}
