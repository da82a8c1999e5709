/* opening.c: documents have windows of their own, tables are one dataset, and no document is open twice. */
#include "config.h"

#include "document-actions.h"
#include "document-file.h"
#include "opening.h"
#include "ui-support.h"

#define OMAN "kind,date,donor,amount\npaid,2024,Oman,5\n"

static NidaWindow *
find_by_rows (guint    n_rows,
              gboolean is_document)
{
  for (GList *list = gtk_application_get_windows (ui_test_application ()); list != NULL; list = list->next)
    {
      NidaSession *session = nida_window_get_session (list->data);
      NidaDataset *dataset = nida_session_get_dataset (session);

      if (dataset != NULL && !nida_session_is_loading (session) && nida_dataset_get_n_rows (dataset) == n_rows
          && is_document == (nida_document_get_file (nida_session_get_document (session)) != NULL))
        return list->data;
    }
  return NULL;
}

static guint
count_windows (void)
{
  return g_list_length (gtk_application_get_windows (ui_test_application ()));
}

static gboolean
has_three (gpointer data)
{
  return find_by_rows (7, FALSE) != NULL && find_by_rows (6, TRUE) != NULL && find_by_rows (1, TRUE) != NULL;
}

static gboolean
is_full (gpointer data)
{
  NidaCarried *carried = nida_session_get_carried (nida_window_get_session (data));

  nida_carried_update (carried);
  return nida_carried_is_full (carried);
}

/* A document about @csv, closed again. */
static char *
save_document (const char *csv)
{
  char *path = g_strconcat (csv, ".nida", NULL);
  NidaWindow *window = ui_test_open (csv);

  g_assert_true (nida_document_actions_save (window, path, NULL));
  g_assert_true (ui_test_wait (is_full, window));
  ui_test_close (window);
  return path;
}

static void
close_all (void)
{
  while (gtk_application_get_windows (ui_test_application ()) != NULL)
    ui_test_close (gtk_application_get_windows (ui_test_application ())->data);
}

static void
test_mixed (void)
{
  g_autofree char *one = ui_test_write ("one.csv", ui_test_csv), *two = ui_test_write ("two.csv", OMAN);
  g_autofree char *first = save_document (one), *second = save_document (two);

  nida_opening_open (ui_test_application (), NULL, (const char *[]) { first, one, second, two, first, NULL });
  g_assert_cmpuint (count_windows (), ==, 3);
  g_assert_true (ui_test_wait (has_three, NULL));
  /* once more: the windows that are there are presented */
  nida_opening_open (ui_test_application (), NULL, (const char *[]) { second, first, NULL });
  g_assert_cmpuint (count_windows (), ==, 3);
  close_all ();
}

/* The window that a person is at shows the first; one that waits for a document is not taken for another. */
static void
test_window (void)
{
  g_autofree char *one = ui_test_write ("mine.csv", ui_test_csv), *two = ui_test_write ("mine-two.csv", OMAN);
  g_autofree char *first = save_document (one), *second = save_document (two);
  NidaWindow *window = nida_window_new (ui_test_application (), NULL);

  g_assert_true (nida_window_is_empty (window));
  nida_opening_open (ui_test_application (), window, (const char *[]) { first, second, one, two, NULL });
  g_assert_cmpuint (count_windows (), ==, 3);
  g_assert_true (ui_test_wait (has_three, NULL));
  g_assert_true (find_by_rows (7, FALSE) == window);
  close_all ();
  window = nida_window_new (ui_test_application (), NULL);
  nida_opening_open (ui_test_application (), window, (const char *[]) { first, NULL });
  g_assert_false (nida_window_is_empty (window));
  close_all ();
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/opening/mixed/each-document-has-a-window-and-none-has-two", test_mixed);
  g_test_add_func ("/opening/window/shows-the-first", test_window);
  return g_test_run ();
}
