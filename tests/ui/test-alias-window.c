/* What is said of names holds at once, is kept, and is undone. */
#include "config.h"

#include "alias-store.h"
#include "alias-window.h"
#include "ui-support.h"

#define ORG NIDA_ALIAS_ORGANISATION

static const char gifts[] =
  "kind,date,donor,donor_ar,recipient,amount,currency\n"
  "paid,2024,Kuwait,,IOM,5,USD\n"
  "paid,2024,\"Kuwait, Government of\",,IOM,7,USD\n"
  "paid,2024,الكويت,,IOM,9,USD\n"
  "paid,2024,Qatar,قطر,IOM,11,USD\n"
  "paid,2024,Oxfam,,IOM,1,USD\n"
  "paid,2024,OXFAM,,IOM,1,USD\n";

static guint
n_rows (GtkListBox *list)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (list, (int) n) != NULL)
    n++;
  return n;
}

/* The nth button of row @index. */
static GtkWidget *
find_button (GtkWidget *widget,
             guint     *n)
{
  if (GTK_IS_BUTTON (widget) && (*n)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, n);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
press (GtkListBox *list,
       int         row,
       guint       button)
{
  g_signal_emit_by_name (find_button (GTK_WIDGET (gtk_list_box_get_row_at_index (list, row)), &button), "clicked");
}

typedef struct { NidaSession *session; guint n_donors; } Wanted;

static gboolean
has_donors (gpointer data)
{
  Wanted *wanted = data;

  return !nida_session_is_loading (wanted->session)
         && nida_dictionary_get_size (nida_dataset_get_dictionary (nida_session_get_dataset (wanted->session), NIDA_FIELD_DONOR))
            == wanted->n_donors;
}

static NidaAliases *
kept (void)
{
  return nida_alias_store_get_aliases (nida_alias_store_get ());
}

static void
test_window (void)
{
  g_autofree char *path = ui_test_write ("gifts.csv", gifts);
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), "nida", "aliases.csv", NULL);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaAliasWindow *names = NIDA_ALIAS_WINDOW (nida_alias_window_new (GTK_WINDOW (window), session, NULL));
  GtkListBox *suggestions = nida_alias_window_get_suggestions (names), *joined = nida_alias_window_get_joined (names);
  Wanted wanted = { session, 4 };

  gtk_window_present (GTK_WINDOW (names));
  ui_test_run_for (100);
  g_assert_cmpuint (n_rows (suggestions), ==, 2);
  g_assert_cmpuint (n_rows (joined), ==, 0);

  press (suggestions, 0, 0);                       /* the governments are one */
  g_assert_cmpuint (n_rows (suggestions), ==, 1);  /* at once */
  g_assert_cmpuint (n_rows (joined), ==, 2);
  g_assert_true (g_file_test (own, G_FILE_TEST_EXISTS));
  g_assert_cmpstr (nida_aliases_resolve (kept (), ORG, "الكويت"), ==, "Kuwait");
  g_assert_true (ui_test_wait (has_donors, &wanted));
  g_assert_cmpuint (n_rows (joined), ==, 2);

  press (suggestions, 0, 1);                       /* these are two */
  g_assert_cmpuint (n_rows (suggestions), ==, 0);
  g_assert_cmpuint (n_rows (joined), ==, 3);
  g_assert_true (nida_aliases_are_apart (kept (), ORG, "Oxfam", "OXFAM"));
  press (joined, 2, 0);                            /* forget that */
  g_assert_cmpuint (n_rows (suggestions), ==, 1);
  g_assert_true (ui_test_wait (has_donors, &wanted));

  press (joined, 0, 0);                            /* keep "Kuwait, Government of" */
  g_assert_cmpstr (nida_aliases_resolve (kept (), ORG, "Kuwait"), ==, "Kuwait, Government of");
  g_assert_cmpstr (nida_aliases_resolve (kept (), ORG, "الكويت"), ==, "Kuwait, Government of");
  press (joined, 1, 1);                            /* separate */
  g_assert_null (nida_aliases_resolve (kept (), ORG, "الكويت"));
  wanted.n_donors = 5;
  g_assert_true (ui_test_wait (has_donors, &wanted));

  gtk_widget_activate_action (GTK_WIDGET (names), "names.undo", NULL);
  g_assert_cmpstr (nida_aliases_resolve (kept (), ORG, "الكويت"), ==, "Kuwait, Government of");
  while (nida_session_can_undo (session))
    gtk_widget_activate_action (GTK_WIDGET (names), "names.undo", NULL);
  g_assert_true (nida_aliases_is_empty (kept ()));
  wanted.n_donors = 6;
  g_assert_true (ui_test_wait (has_donors, &wanted));
  g_assert_cmpuint (n_rows (suggestions), ==, 2);

  nida_alias_chooser_choose (nida_alias_window_get_chooser (names), "Qatar", TRUE);
  nida_alias_chooser_choose (nida_alias_window_get_chooser (names), "Oxfam", TRUE);
  nida_alias_chooser_join (nida_alias_window_get_chooser (names));
  g_assert_cmpstr (nida_aliases_resolve (kept (), ORG, "Oxfam"), ==, "Qatar");
  wanted.n_donors = 5;
  g_assert_true (ui_test_wait (has_donors, &wanted));
  g_assert_cmpstr (nida_alias_window_get_status (names), ==, "");
  nida_session_undo (session);
  wanted.n_donors = 6;
  g_assert_true (ui_test_wait (has_donors, &wanted));
  gtk_window_destroy (GTK_WINDOW (names));
  ui_test_close (window);
}

/* From a donor: it is chosen already. */
static void
test_one_name (void)
{
  g_autofree char *path = ui_test_write ("gifts.csv", gifts);
  NidaWindow *window = ui_test_open (path);
  GtkWidget *names = nida_alias_window_new (GTK_WINDOW (window), nida_window_get_session (window), "Kuwait");
  NidaAliasChooser *chooser = nida_alias_window_get_chooser (NIDA_ALIAS_WINDOW (names));
  Wanted wanted = { nida_window_get_session (window), 5 };

  gtk_window_present (GTK_WINDOW (names));
  nida_alias_chooser_choose (chooser, "Qatar", TRUE);
  nida_alias_chooser_join (chooser);
  g_assert_cmpstr (nida_aliases_resolve (kept (), ORG, "Qatar"), ==, "Kuwait");
  g_assert_true (ui_test_wait (has_donors, &wanted));
  nida_session_undo (wanted.session);
  wanted.n_donors = 6;
  g_assert_true (ui_test_wait (has_donors, &wanted));
  gtk_window_destroy (GTK_WINDOW (names));
  ui_test_close (window);
}

/* What one window says holds in the other, too, which cannot undo it. */
static void
test_two_windows (void)
{
  g_autofree char *path = ui_test_write ("gifts.csv", gifts), *other_path = ui_test_write ("more.csv", gifts);
  NidaWindow *window = ui_test_open (path), *other = ui_test_open (other_path);
  g_autoptr (NidaAliases) aliases = nida_aliases_new ();
  g_autoptr (GError) error = NULL;
  Wanted wanted = { nida_window_get_session (window), 5 }, theirs = { nida_window_get_session (other), 5 };

  nida_session_set_value (theirs.session, NIDA_FIELD_DONOR, "OXFAM", TRUE);
  nida_aliases_add (aliases, ORG, "OXFAM", "Oxfam", NULL);
  g_assert_true (nida_session_set_aliases (wanted.session, aliases, &error));
  g_assert_true (ui_test_wait (has_donors, &wanted));
  g_assert_true (ui_test_wait (has_donors, &theirs));
  /* what was chosen is still chosen, by the kept name */
  g_assert_true (nida_filter_set_has (nida_session_get_filters (theirs.session), NIDA_FIELD_DONOR, "Oxfam"));
  nida_session_undo (theirs.session);
  g_assert_false (nida_aliases_is_empty (kept ()));
  nida_session_undo (wanted.session);
  wanted.n_donors = theirs.n_donors = 6;
  g_assert_true (ui_test_wait (has_donors, &wanted));
  g_assert_true (ui_test_wait (has_donors, &theirs));
  nida_session_redo (wanted.session);
  wanted.n_donors = 5;
  g_assert_true (ui_test_wait (has_donors, &wanted));
  nida_session_undo (wanted.session);
  ui_test_close (other);
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/alias-window/what-is-said-holds-is-kept-and-undone", test_window);
  g_test_add_func ("/alias-window/a-donor-is-chosen-already", test_one_name);
  g_test_add_func ("/alias-window/holds-in-every-window", test_two_windows);
  return g_test_run ();
}
