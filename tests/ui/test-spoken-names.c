/* A button is read once, and without the underscore of its mnemonic. */
#include "config.h"

#include "ui-support.h"

/* Shown in a window of its own, as every widget is before it can be read. */
static GtkWidget *
show (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_realized (child))
    g_main_context_iteration (NULL, TRUE);
  return window;
}

static void
assert_name (GtkWidget  *widget,
             const char *name)
{
  g_autofree char *other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  g_assert_null (other);
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
}

static void
test_button (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic ("Save _As…"), *window = show (button);

  assert_name (button, "Save As…");
  gtk_button_set_label (GTK_BUTTON (button), "_Fish __ Chips_");
  assert_name (button, "Fish _ Chips");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_check_button (void)
{
  GtkWidget *button = gtk_check_button_new_with_mnemonic ("Whole _board"), *window = show (button);

  assert_name (button, "Whole board");
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
new_box (const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), gtk_label_new (words));
  return box;
}

static void
test_child (void)
{
  GtkWidget *button = gtk_button_new (), *window;

  gtk_button_set_child (GTK_BUTTON (button), new_box ("Slopes"));
  window = show (button);
  assert_name (button, "Slopes");
  gtk_button_set_child (GTK_BUTTON (button), new_box ("Lines"));
  assert_name (button, "Lines");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_own_name (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic ("_Remove"), *window;

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Remove the rate of 2024", -1);
  window = show (button);
  assert_name (button, "Remove the rate of 2024");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_underscore_in_a_name (void)
{
  GtkWidget *button = gtk_button_new_with_label ("flows_2024.csv"), *window = show (button);

  assert_name (button, "flows_2024.csv");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_control (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *named = gtk_entry_new (), *other = gtk_entry_new (), *window;
  GtkWidget *labels[] = { gtk_label_new_with_mnemonic ("_Donor"), gtk_label_new_with_mnemonic ("_Language") };

  gtk_label_set_mnemonic_widget (GTK_LABEL (labels[0]), named);
  gtk_label_set_mnemonic_widget (GTK_LABEL (labels[1]), other);
  gtk_accessible_update_property (GTK_ACCESSIBLE (named), GTK_ACCESSIBLE_PROPERTY_LABEL, "Donor", -1);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_box_append (GTK_BOX (box), labels[i]);
      gtk_box_append (GTK_BOX (box), i == 0 ? named : other);
    }
  window = show (box);
  assert_name (named, "Donor");
  assert_name (other, "Language");       /* what has no name of its own is called by its label */
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The button has the focus. */
static void
test_drop_down (void)
{
  const char *words[] = { "Comma", "Point", NULL };
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (words), *window = show (drop_down), *button = gtk_widget_get_first_child (drop_down);
  g_autofree char *before = NULL, *after = NULL, *name = NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, "Decimal mark", -1);
  name = gtk_test_accessible_check_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, drop_down, NULL);
  g_assert_null (name);
  before = gtk_test_accessible_check_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Comma");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), 1);
  after = gtk_test_accessible_check_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Point");
  g_assert_null (before);
  g_assert_null (after);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Its words may be short ones, as those of a currency. */
static void
test_menu_button (void)
{
  GtkWidget *button = gtk_menu_button_new (), *window, *inside;
  g_autofree char *other = NULL;

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), "USD");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Currency: US dollar", -1);
  window = show (button);
  inside = gtk_widget_get_first_child (button);
  other = gtk_test_accessible_check_relation (GTK_ACCESSIBLE (inside), GTK_ACCESSIBLE_RELATION_LABELLED_BY, button, NULL);
  g_assert_null (other);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), "EUR");
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (inside), GTK_ACCESSIBLE_PROPERTY_LABEL));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The toolkit's own dialogs are read as ours are. */
static void
test_dialog (void)
{
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  GtkWidget *dialog = gtk_message_dialog_new (NULL, 0, GTK_MESSAGE_QUESTION, GTK_BUTTONS_OK_CANCEL, "Remove it?");
  GtkWidget *button = gtk_dialog_get_widget_for_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  G_GNUC_END_IGNORE_DEPRECATIONS

  gtk_window_present (GTK_WINDOW (dialog));
  while (!gtk_widget_get_realized (button))
    g_main_context_iteration (NULL, TRUE);
  assert_name (button, "Cancel");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/spoken-names/a-button-is-read-once-without-the-underscore", test_button);
  g_test_add_func ("/spoken-names/so-is-a-check-button", test_check_button);
  g_test_add_func ("/spoken-names/a-button-is-called-by-the-words-in-it", test_child);
  g_test_add_func ("/spoken-names/a-name-of-its-own-stays", test_own_name);
  g_test_add_func ("/spoken-names/an-underscore-of-a-name-stays", test_underscore_in_a_name);
  g_test_add_func ("/spoken-names/a-control-is-not-called-by-its-label-too", test_control);
  g_test_add_func ("/spoken-names/a-drop-down-is-called-by-its-name-and-what-is-chosen", test_drop_down);
  g_test_add_func ("/spoken-names/a-menu-button-is-called-by-its-name", test_menu_button);
  g_test_add_func ("/spoken-names/dialogs-of-the-toolkit-too", test_dialog);
  return g_test_run ();
}
