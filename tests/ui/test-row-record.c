/* The record of a row is read from its source again; who goes while it is read hears nothing of it any more. */
#include "config.h"

#include "row-record.h"
#include "ui-support.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  NidaWindow    *window;
  GtkBox        *content;
  NidaRowLines  *lines;
  NidaRowRecord *record;
} Fixture;

static void
fixture_init (Fixture    *fixture,
              const char *path,
              guint       row)
{
  fixture->window = ui_test_open (path);
  fixture->content = GTK_BOX (g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0)));
  fixture->lines = nida_row_lines_new (fixture->content);
  fixture->record = nida_row_record_new (fixture->lines, nida_session_get_dataset (nida_window_get_session (fixture->window)),
                                         row, NULL);
  nida_row_lines_begin (fixture->lines, "Source");
}

static void
fixture_clear (Fixture *fixture)
{
  g_clear_pointer (&fixture->record, nida_row_record_free);
  nida_row_lines_free (fixture->lines);
  g_object_unref (fixture->content);
  ui_test_close (fixture->window);
}

static gboolean
has_text (gpointer record)
{
  return nida_row_record_get_text (record) != NULL;
}

static gboolean
has_checksum (gpointer record)
{
  return nida_row_record_get_checksum (record) != NULL;
}

static void
test_read (void)
{
  g_autofree char *path = ui_test_write ("record.csv", ui_test_csv);
  g_autofree char *expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, ui_test_csv, -1), *text = NULL;
  Fixture fixture = { 0 };

  fixture_init (&fixture, path, 1);
  nida_row_record_add_checksum (fixture.record);
  nida_row_record_add_view (fixture.record);
  g_assert_null (nida_row_record_get_text (fixture.record));
  g_assert_true (ui_test_wait (has_text, fixture.record));
  g_assert_nonnull (strstr (ui_test_csv, nida_row_record_get_text (fixture.record)));
  nida_row_record_ask_checksum (fixture.record);
  g_assert_true (ui_test_wait (has_checksum, fixture.record));
  g_assert_cmpstr (nida_row_record_get_checksum (fixture.record), ==, expected);
  text = nida_row_lines_to_text (fixture.lines);
  g_assert_nonnull (strstr (text, expected));
  fixture_clear (&fixture);
}

/* A file that was changed since says so, instead of the record of another row. */
static void
test_changed (void)
{
  g_autofree char *path = ui_test_write ("changed.csv", ui_test_csv);
  Fixture fixture = { 0 };
  g_autofree char *text = NULL;

  fixture_init (&fixture, path, 1);
  g_assert_true (g_file_set_contents (path, "kind,amount\npaid,1\n", -1, NULL));
  nida_row_record_add_checksum (fixture.record);
  nida_row_record_ask_checksum (fixture.record);
  g_assert_true (ui_test_wait (has_checksum, fixture.record));
  text = nida_row_lines_to_text (fixture.lines);
  g_assert_nonnull (strstr (text, "not what was read any more"));
  fixture_clear (&fixture);
}

static void
test_gone (void)
{
  g_autofree char *path = ui_test_write ("gone.csv", ui_test_csv);
  g_autofree char *before = NULL, *after = NULL;
  Fixture fixture = { 0 };

  fixture_init (&fixture, path, 0);
  nida_row_record_add_view (fixture.record);
  before = nida_row_lines_to_text (fixture.lines);
  g_clear_pointer (&fixture.record, nida_row_record_free);
  ui_test_run_for (200);
  after = nida_row_lines_to_text (fixture.lines);
  g_assert_cmpstr (after, ==, before);
  fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/row-record/record-and-checksum-are-those-of-the-file", test_read);
  g_test_add_func ("/row-record/a-file-that-changed-says-so", test_changed);
  g_test_add_func ("/row-record/freed-while-reading-hears-nothing", test_gone);
  return g_test_run ();
}
