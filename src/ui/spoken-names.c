/* What screen readers call a control, mended for GTK 4.8 in one place, for the windows of the toolkit too: whatever comes upon
 * a screen is looked at once. Words with a mnemonic are told with their underscore, and behind them those of the label that the
 * mnemonic belongs to, so that "_Save" is read as "underscore Save, Save"; a button that holds a box, and that of a
 * drop-down, as its class. */
#include "config.h"

#include "spoken-names.h"

#include "widget-hooks.h"

/* "Save & _Close" → "Save & Close"; two underscores are one. */
static char *
without_mnemonic (const char *words)
{
  GString *plain = g_string_new (NULL);

  for (const char *at = words; *at != '\0'; at++)
    if (*at != '_' || *++at != '\0')
      g_string_append_c (plain, *at);
    else
      break;
  return g_string_free (plain, FALSE);
}

static gboolean
is_called (GtkWidget  *widget,
           const char *words)
{
  g_autofree char *other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, words);

  return other == NULL;
}

/* The words of @widget that have a mnemonic, or NULL. */
static const char *
words_of (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget)))
    return gtk_button_get_label (GTK_BUTTON (widget));
  if (GTK_IS_CHECK_BUTTON (widget) && gtk_check_button_get_use_underline (GTK_CHECK_BUTTON (widget)))
    return gtk_check_button_get_label (GTK_CHECK_BUTTON (widget));
  return NULL;
}

/* A name of its own, which the code around it gave, stays. */
static void
label_cb (GtkWidget *widget)
{
  const char *words = words_of (widget);

  if (words != NULL && is_called (widget, words))
    {
      g_autofree char *plain = without_mnemonic (words);

      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, plain, -1);
    }
}

/* The first label in @widget, or NULL. */
static GtkLabel *
find_label (GtkWidget *widget)
{
  GtkLabel *label = GTK_IS_LABEL (widget) ? GTK_LABEL (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && label == NULL; child = gtk_widget_get_next_sibling (child))
    label = find_label (child);
  return label;
}

/* A button that holds more than words is called by the first of its labels, unless it has a name. */
static void
child_cb (GtkWidget *button)
{
  GtkLabel *label = find_label (button);

  if (label == NULL || words_of (button) != NULL
      || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY)
      || (gtk_test_accessible_has_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL)
          && g_object_get_data (G_OBJECT (button), "nida-named") == NULL))
    return;
  g_object_set_data (G_OBJECT (button), "nida-named", button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (label), -1);
}

/* A control has one name: its own, or that of the label before it. Both would be read. */
static void
name_once (GtkWidget *widget)
{
  g_autoptr (GList) labels = gtk_widget_list_mnemonic_labels (widget);

  if (labels == NULL || !GTK_IS_LABEL (labels->data))
    return;
  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (labels->data), -1);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* What is chosen. */
static void
selected_cb (GtkDropDown *drop_down,
             GParamSpec  *pspec,
             GtkWidget   *button)
{
  gpointer item = gtk_drop_down_get_selected_item (drop_down);
  const char *words = GTK_IS_STRING_OBJECT (item) ? gtk_string_object_get_string (item) : "";

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

/* The button inside has the focus, and neither the name nor what is chosen. */
static void
name_inside (GtkDropDown *drop_down)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));

  if (!GTK_IS_TOGGLE_BUTTON (button))
    return;
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, drop_down, NULL, -1);
  g_signal_handlers_disconnect_by_func (drop_down, selected_cb, button);
  g_signal_connect_object (drop_down, "notify::selected-item", G_CALLBACK (selected_cb), button, 0);
  selected_cb (drop_down, NULL, button);
}

/* Likewise of a menu button that has a name of its own. */
static void
name_menu_button (GtkWidget *button)
{
  GtkWidget *inside = gtk_widget_get_first_child (button);

  if (GTK_IS_TOGGLE_BUTTON (inside) && gtk_test_accessible_has_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL))
    gtk_accessible_update_relation (GTK_ACCESSIBLE (inside), GTK_ACCESSIBLE_RELATION_LABELLED_BY, button, NULL, -1);
}

static gboolean
realize_cb (GSignalInvocationHint *hint,
            guint                  n_values,
            const GValue          *values,
            gpointer               user_data)
{
  GtkWidget *widget = g_value_get_object (values);

  name_once (widget);
  if (GTK_IS_DROP_DOWN (widget))
    name_inside (GTK_DROP_DOWN (widget));
  if (GTK_IS_MENU_BUTTON (widget))
    name_menu_button (widget);
  if (GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget))
    {
      label_cb (widget);
      child_cb (widget);
      g_signal_handlers_disconnect_by_func (widget, label_cb, NULL);
      g_signal_handlers_disconnect_by_func (widget, child_cb, NULL);
      g_signal_connect (widget, "notify::label", G_CALLBACK (label_cb), NULL);
      g_signal_connect (widget, "notify::child", G_CALLBACK (child_cb), NULL);
    }
  return G_SOURCE_CONTINUE;
}

/**
 * nida_spoken_names_watch:
 *
 * From now on gives every button, drop-down and labelled control a name that can be read aloud, when it is first shown
 * and whenever its words change. Once for the program, when the toolkit is there.
 */
void
nida_spoken_names_watch (void)
{
  static gulong hook;

  nida_widgets_watch (&hook, "realize", realize_cb);
}
