/* name-entry.c: names of the data in either language; one that is new is hinted at. */
#include "config.h"

#include "look.h"
#include "name-entry.h"
#include "ui-support.h"

static gboolean
is_open (gpointer session)
{
  return nida_session_get_dataset (session) != NULL;
}

static void
test_names (void)
{
  g_autoptr (NidaSession) session = nida_session_new ();
  g_autofree char *path = g_build_filename (g_getenv ("NIDA_SAMPLES_DIR"), "kuwait-to-iom.csv", NULL), *english = NULL, *again = NULL;
  g_autofree char *hint = NULL, *fresh = NULL;
  const char *inputs[] = { path, NULL };
  NidaDictionary *donors;
  GtkEntry *entry;
  guint32 code = 1;

  nida_session_open (session, inputs);
  g_assert_true (ui_test_wait (is_open, session));
  donors = nida_dataset_get_dictionary (nida_session_get_dataset (session), NIDA_FIELD_DONOR);
  while (nida_dictionary_get_arabic (donors, code) == NULL)
    g_assert_cmpuint (++code, <=, nida_dictionary_get_size (donors));
  entry = g_object_ref_sink (GTK_ENTRY (nida_name_entry_new (session, NIDA_FIELD_DONOR)));
  gtk_editable_set_text (GTK_EDITABLE (entry), nida_dictionary_get_arabic (donors, code));
  english = nida_name_entry_dup (entry);
  g_assert_cmpstr (english, ==, nida_dictionary_get_name (donors, code));
  nida_name_entry_set (entry, english);
  again = nida_name_entry_dup (entry);
  g_assert_cmpstr (again, ==, english);
  g_assert_true (nida_name_entry_knows (entry));
  g_assert_null (nida_name_entry_dup_hint (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Kuwayt");
  hint = nida_name_entry_dup_hint (entry);
  g_assert_nonnull (strstr (hint, "Kuwait"));
  fresh = nida_name_entry_dup (entry);
  g_assert_cmpstr (fresh, ==, "Kuwayt");
  g_object_unref (entry);
}

static NidaSession *
open_donors (const char *rows)
{
  NidaSession *session = nida_session_new ();
  g_autofree char *text = g_strconcat ("kind,date,donor,amount,currency\n", rows, NULL), *path = ui_test_write ("donors.csv", text);
  const char *inputs[] = { path, NULL };

  nida_session_open (session, inputs);
  g_assert_true (ui_test_wait (is_open, session));
  return session;
}

static void
assert_chosen (NidaSession *session,
               const char  *typed,
               const char  *english)
{
  GtkEntry *entry = g_object_ref_sink (GTK_ENTRY (nida_name_entry_new (session, NIDA_FIELD_DONOR)));
  g_autofree char *chosen = NULL, *again = NULL;

  gtk_editable_set_text (GTK_EDITABLE (entry), typed);
  chosen = nida_name_entry_dup (entry);
  g_assert_cmpstr (chosen, ==, english);
  nida_name_entry_set (entry, english);
  again = nida_name_entry_dup (entry);
  g_assert_cmpstr (again, ==, english);
  g_object_unref (entry);
}

/* A person types what the charts show; what two names are shown as leads to neither by chance, and one that is not in the data stays. */
static void
test_shown (void)
{
  g_autoptr (NidaSession) session = open_donors ("paid,2024-01-01,\"Kuwait, Government of\",5,USD\n");
  g_autoptr (NidaSession) both = open_donors ("paid,2024-01-01,\"Kuwait, Government of\",5,USD\npaid,2024-01-01,Kuwait,5,USD\n");

  assert_chosen (session, "Kuwait", "Kuwait, Government of");
  assert_chosen (session, "Kuwait, Government of", "Kuwait, Government of");
  assert_chosen (session, "Oman, Government of", "Oman, Government of");
  assert_chosen (both, "Kuwait", "Kuwait");
  assert_chosen (both, "Kuwait, Government of", "Kuwait, Government of");
  nida_look_set_own (nida_look_get (), "language", "ar");
  assert_chosen (session, "الكويت", "Kuwait, Government of");
  assert_chosen (session, "Oman, Government of", "Oman, Government of");
  nida_look_set_own (nida_look_get (), "language", NULL);
}

static char *
nth_listed (GtkEntry *entry,
            int       n)
{
  GtkTreeModel *model = gtk_entry_completion_get_model (gtk_entry_get_completion (entry));
  GtkTreeIter iter;
  char *name = NULL;

  if (gtk_tree_model_iter_nth_child (model, &iter, NULL, n))
    gtk_tree_model_get (model, &iter, 0, &name, -1);
  return name;
}

/* Who types "kuw" before a room and takes the first name means the shortest; of years the newest. */
static void
test_order (void)
{
  g_autoptr (NidaSession) session = open_donors ("paid,2024-01-01,Patients Helping Fund Kuwait,5,USD\npaid,2024-01-01,Kuwait Red Crescent,5,USD\n"
                                                 "paid,2024-01-01,Plan 2024,5,USD\npaid,2024-01-01,Long plan 2026,5,USD\n"
                                                 "paid,2024-01-01,\"Kuwait, Government of\",5,USD\n");
  static const char * const names[] = { "Long plan 2026", "Plan 2024", "Kuwait", "Kuwait Red Crescent", "Patients Helping Fund Kuwait" };
  GtkEntry *entry = g_object_ref_sink (GTK_ENTRY (nida_name_entry_new (session, NIDA_FIELD_DONOR)));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = nth_listed (entry, (int) i);

      g_assert_cmpstr (name, ==, names[i]);
    }
  g_object_unref (entry);
}

static gboolean
has_list (gpointer entry)
{
  for (GtkWidget *child = gtk_widget_get_first_child (entry); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child) && gtk_widget_get_visible (child))
      return TRUE;
  return FALSE;
}

static gboolean
has_focus (gpointer entry)
{
  return gtk_widget_get_mapped (entry) && gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (entry)));
}

/* A form that opens does not hide itself under the names that are like those which stand in it; typing does call them. */
static void
test_list (void)
{
  g_autoptr (NidaSession) session = nida_session_new ();
  g_autofree char *path = g_build_filename (g_getenv ("NIDA_SAMPLES_DIR"), "kuwait-to-iom.csv", NULL);
  const char *inputs[] = { path, NULL };
  GtkWidget *window = gtk_window_new (), *entry;

  nida_session_open (session, inputs);
  g_assert_true (ui_test_wait (is_open, session));
  entry = nida_name_entry_new (session, NIDA_FIELD_DONOR);
  gtk_window_set_child (GTK_WINDOW (window), entry);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (entry);
  g_assert_true (ui_test_wait (has_focus, entry));
  nida_name_entry_set (GTK_ENTRY (entry), "Kuwait");
  ui_test_run_for (300);
  g_assert_false (has_list (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Kuwai");
  g_assert_true (ui_test_wait (has_list, entry));
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
has_rows (gpointer entry,
          int      n)
{
  GtkWidget *view = ui_test_find (entry, GTK_TYPE_TREE_VIEW);

  return view != NULL && has_list (entry) && gtk_tree_model_iter_n_children (gtk_tree_view_get_model (GTK_TREE_VIEW (view)), NULL) == n;
}

static gboolean
has_two (gpointer entry)
{
  return has_rows (entry, 2);
}

static gboolean
has_one (gpointer entry)
{
  return has_rows (entry, 1);
}

static char *
offered (GtkWidget *entry,
         int        n)
{
  GtkTreeModel *model = gtk_tree_view_get_model (GTK_TREE_VIEW (ui_test_find (entry, GTK_TYPE_TREE_VIEW)));
  GtkTreeIter iter;
  char *name;

  g_assert_true (gtk_tree_model_iter_nth_child (model, &iter, NULL, n));
  gtk_tree_model_get (model, &iter, 0, &name, -1);
  return name;
}

/* Rows of either script are as high as both need. */
static void
assert_row_heights (GtkWidget *entry,
                    int        n)
{
  GtkTreeView *view = GTK_TREE_VIEW (ui_test_find (entry, GTK_TYPE_TREE_VIEW));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (view), "صندوق كويتي");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  for (int i = 0; i < n; i++)
    {
      g_autoptr (GtkTreePath) path = gtk_tree_path_new_from_indices (i, -1);
      GdkRectangle row;

      gtk_tree_view_get_background_area (view, path, NULL, &row);
      g_assert_cmpint (row.height, >=, height);
    }
}

/* «كويت» is «الكويت» to whoever types it; names that begin so themselves come first, and none twice. */
static void
test_article (void)
{
  g_autoptr (NidaSession) session = open_donors ("paid,2024-01-01,الكويت,5,USD\npaid,2024-01-01,صندوق كويتي للتنمية,5,USD\n"
                                                 "paid,2024-01-01,قطر,5,USD\n");
  GtkWidget *window = gtk_window_new (), *entry = nida_name_entry_new (session, NIDA_FIELD_DONOR);
  g_autofree char *first = NULL, *second = NULL, *only = NULL;

  gtk_widget_add_css_class (window, "nida");
  gtk_window_set_child (GTK_WINDOW (window), entry);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (entry);
  g_assert_true (ui_test_wait (has_focus, entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "كويت");
  g_assert_true (ui_test_wait (has_two, entry));
  first = offered (entry, 0);
  second = offered (entry, 1);
  g_assert_cmpstr (first, ==, "صندوق كويتي للتنمية");
  g_assert_cmpstr (second, ==, "الكويت");
  assert_row_heights (entry, 2);
  gtk_editable_set_text (GTK_EDITABLE (entry), "الكويت");
  g_assert_true (ui_test_wait (has_one, entry));
  only = offered (entry, 0);
  g_assert_cmpstr (only, ==, "الكويت");
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_wider (gpointer entry)
{
  for (GtkWidget *child = gtk_widget_get_first_child (entry); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child) && gtk_widget_get_mapped (child))
      return gtk_widget_get_width (child) > 2 * gtk_widget_get_width (entry);
  return FALSE;
}

/* In a short entry names that begin alike are not cut to the same words. */
static void
test_width (void)
{
  g_autoptr (NidaSession) session = open_donors ("paid,2024-01-01,South Sudan Humanitarian Needs and Response Plan 2026,5,USD\n"
                                                 "paid,2024-01-01,South Sudan Humanitarian Needs and Response Plan 2025,5,USD\n");
  GtkWidget *window = gtk_window_new (), *entry = nida_name_entry_new (session, NIDA_FIELD_DONOR);

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 8);
  gtk_window_set_child (GTK_WINDOW (window), entry);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (entry);
  g_assert_true (ui_test_wait (has_focus, entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Suda");
  g_assert_true (ui_test_wait (is_wider, entry));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/name-entry/names/of-the-data-in-either-language", test_names);
  g_test_add_func ("/name-entry/names/as-charts-show-them", test_shown);
  g_test_add_func ("/name-entry/list/comes-when-somebody-types", test_list);
  g_test_add_func ("/name-entry/list/the-shortest-name-and-the-newest-year-first", test_order);
  g_test_add_func ("/name-entry/list/finds-names-without-their-article", test_article);
  g_test_add_func ("/name-entry/list/is-as-wide-as-names-are", test_width);
  return g_test_run ();
}
