/* A table that nobody foresaw is asked about, understood, read, and remembered. */
#include "config.h"

#include "column-assistant.h"
#include "nida-csv.h"
#include "ui-support.h"

#include <string.h>
#include <zip.h>

static NidaColumnAssistant *
find_assistant (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (NIDA_IS_COLUMN_ASSISTANT (window))
        return NIDA_COLUMN_ASSISTANT (window);
    }
  return NULL;
}

static gboolean
has_layout (gpointer data)
{
  NidaColumnAssistant *assistant = find_assistant ();

  return assistant != NULL && nida_column_assistant_get_layout (assistant) != NULL;
}

static gboolean
has_data (gpointer data)
{
  return nida_session_get_dataset (nida_window_get_session (data)) != NULL;
}

/* The first button below @widget with @label. */
static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The drop-down at @index of those that say what a column holds. */
static GtkDropDown *
find_choice (GtkWidget *widget,
             guint     *index)
{
  if (GTK_IS_DROP_DOWN (widget) && GTK_IS_GRID (gtk_widget_get_parent (widget)) && (*index)-- == 0)
    return GTK_DROP_DOWN (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkDropDown *found = find_choice (child, index);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_asked (void)
{
  g_autofree char *path = ui_test_write ("own.csv", "thing;weight;price\nKuwait;1,5;3\nQatar;2,5;4\n");
  const char *inputs[] = { path, NULL };
  NidaWindow *window = NIDA_WINDOW (nida_window_new (ui_test_application (), inputs));
  NidaColumnAssistant *assistant;
  GtkWidget *read;
  guint third = 2;

  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (ui_test_wait (has_layout, NULL));
  assistant = find_assistant ();
  read = find_button (GTK_WIDGET (assistant), "_Read the Table");
  g_assert_nonnull (read);
  g_assert_false (gtk_widget_get_sensitive (read));
  g_assert_false (nida_layout_is_usable (nida_column_assistant_get_layout (assistant)));

  /* the second of the choices is the amount */
  gtk_drop_down_set_selected (find_choice (GTK_WIDGET (assistant), &third), 1);
  g_assert_true (gtk_widget_get_sensitive (read));
  g_assert_cmpint (nida_column_assistant_get_layout (assistant)->columns[2].role, ==, NIDA_FIELD_AMOUNT);
  g_signal_emit_by_name (read, "clicked");
  g_assert_true (ui_test_wait (has_data, window));
  g_assert_cmpuint (nida_dataset_get_n_rows (nida_session_get_dataset (nida_window_get_session (window))), ==, 2);
  g_assert_cmpint (nida_dataset_get_amount (nida_session_get_dataset (nida_window_get_session (window)), 1), ==, 4000);
  ui_test_close (window);
}

/* A single column of numbers is shown as the amount, and a person who agrees need not choose it again. */
static void
test_agreed (void)
{
  g_autofree char *path = ui_test_write ("agreed.csv", "a;b;c\nfoo;bar;1,5\nfoo;baz;2,5\n");
  const char *inputs[] = { path, NULL };
  NidaWindow *window = NIDA_WINDOW (nida_window_new (ui_test_application (), inputs));
  GtkWidget *read;

  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (ui_test_wait (has_layout, NULL));
  g_assert_false (nida_layout_is_usable (nida_column_assistant_get_layout (find_assistant ())));
  g_assert_null (nida_window_get_toast (window));       /* the question says why it is asked */
  read = find_button (GTK_WIDGET (find_assistant ()), "_Read the Table");
  g_assert_true (gtk_widget_get_sensitive (read));
  g_signal_emit_by_name (read, "clicked");
  g_assert_true (ui_test_wait (has_data, window));
  g_assert_cmpint (nida_dataset_get_amount (nida_session_get_dataset (nida_window_get_session (window)), 1), ==, 2500);
  ui_test_close (window);
}

static void
test_remembered (void)
{
  g_autofree char *path = ui_test_write ("another.csv", "thing;weight;price\nOman;9;7\n");
  const char *inputs[] = { path, NULL };
  NidaWindow *window = NIDA_WINDOW (nida_window_new (ui_test_application (), inputs));

  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (ui_test_wait (has_data, window));
  g_assert_null (find_assistant ());
  g_assert_cmpint (nida_dataset_get_amount (nida_session_get_dataset (nida_window_get_session (window)), 0), ==, 7000);
  ui_test_close (window);
}

/* --- workbooks --- */

#define CELL(text) "<c t=\"inlineStr\"><is><t>" text "</t></is></c>"
#define SHEET(name, amount) \
  "<worksheet><sheetData><row r=\"1\">" CELL ("About this table") "</row><row r=\"4\">" CELL (name) CELL ("thing") CELL ("weight") "</row>" \
  "<row r=\"5\">" CELL ("Kuwait") "<c><v>" amount "</v></c><c><v>8</v></c></row><row r=\"6\">" CELL ("Qatar") "<c><v>1</v></c>" \
  "<c><v>9</v></c></row>" \
  "</sheetData></worksheet>"

static void
add_entry (zip_t      *archive,
           const char *name,
           const char *text)
{
  g_assert_cmpint (zip_file_add (archive, name, zip_source_buffer (archive, text, strlen (text), 0), ZIP_FL_ENC_UTF_8), >=, 0);
}

static char *
write_workbook (const char *name)
{
  char *path = ui_test_write (name, "");
  zip_t *archive = zip_open (path, ZIP_CREATE | ZIP_TRUNCATE, NULL);

  g_assert_nonnull (archive);
  add_entry (archive, "xl/workbook.xml",
             "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Old\" r:id=\"a\"/><sheet name=\"New\" r:id=\"b\"/></sheets></workbook>");
  add_entry (archive, "xl/_rels/workbook.xml.rels",
             "<Relationships><Relationship Id=\"a\" Target=\"a.xml\"/><Relationship Id=\"b\" Target=\"b.xml\"/></Relationships>");
  add_entry (archive, "xl/a.xml", SHEET ("who", "2"));
  add_entry (archive, "xl/b.xml", SHEET ("whose", "5"));
  g_assert_cmpint (zip_close (archive), ==, 0);
  return path;
}

/* The drop-down that shows the sheets. */
static GtkDropDown *
find_sheets (GtkWidget *widget)
{
  if (GTK_IS_DROP_DOWN (widget) && gtk_widget_get_mapped (widget) && !GTK_IS_GRID (gtk_widget_get_parent (widget)))
    {
      GListModel *model = gtk_drop_down_get_model (GTK_DROP_DOWN (widget));
      const char *last = g_list_model_get_n_items (model) == 2 ? gtk_string_list_get_string (GTK_STRING_LIST (model), 1) : NULL;

      if (last != NULL && strstr (last, "New") != NULL)
        return GTK_DROP_DOWN (widget);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkDropDown *found = find_sheets (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
shows_sheets (gpointer data)
{
  return find_sheets (data) != NULL;
}

static gboolean
shows_new (gpointer data)
{
  return g_strcmp0 (nida_column_assistant_get_layout (data)->columns[0].name, "whose") == 0;
}

/* The sheet and its columns are said once, for this workbook and for the next of its kind. */
static void
test_workbook (void)
{
  g_autofree char *path = write_workbook ("own.xlsx"), *next = write_workbook ("next.xlsx");
  const char *inputs[] = { path, NULL }, *others[] = { next, NULL };
  NidaWindow *window = NIDA_WINDOW (nida_window_new (ui_test_application (), inputs));
  NidaColumnAssistant *assistant;
  guint second = 1;

  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (ui_test_wait (has_layout, NULL));
  assistant = find_assistant ();
  g_assert_true (ui_test_wait (shows_sheets, assistant));
  g_assert_cmpstr (nida_column_assistant_get_layout (assistant)->columns[0].name, ==, "who");
  gtk_drop_down_set_selected (find_sheets (GTK_WIDGET (assistant)), 1);
  g_assert_true (ui_test_wait (shows_new, assistant));
  gtk_drop_down_set_selected (find_choice (GTK_WIDGET (assistant), &second), 1);
  g_signal_emit_by_name (find_button (GTK_WIDGET (assistant), "_Read the Table"), "clicked");
  g_assert_true (ui_test_wait (has_data, window));
  g_assert_cmpint (nida_dataset_get_amount (nida_session_get_dataset (nida_window_get_session (window)), 0), ==, 5000);
  ui_test_close (window);

  window = NIDA_WINDOW (nida_window_new (ui_test_application (), others));
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (ui_test_wait (has_data, window));
  g_assert_cmpint (nida_dataset_get_amount (nida_session_get_dataset (nida_window_get_session (window)), 0), ==, 5000);
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/column-assistant/a-table-that-nobody-foresaw-is-asked-about", test_asked);
  g_test_add_func ("/column-assistant/a-guess-can-be-agreed-with", test_agreed);
  g_test_add_func ("/column-assistant/another-file-with-the-same-header-is-not", test_remembered);
  g_test_add_func ("/column-assistant/workbook/the-sheet-and-its-columns-are-said-once", test_workbook);
  return g_test_run ();
}
