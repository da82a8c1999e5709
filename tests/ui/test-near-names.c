/* A search of the filters that finds nothing says so, and offers what may have been meant. */
#include "config.h"

#include "filter-field.h"
#include "filter-panel.h"
#include "near-names.h"
#include "ui-support.h"

#include <string.h>

static const char text[] =
  "kind,year,donor,donor_ar,category,country,currency,amount\n"
  "paid,2023,\"Kuwait, Government of\",حكومة الكويت,Food,Yemen,USD,300000\n"
  "paid,2023,Oman,,Food,Syria,USD,200000\n"
  "paid,2024,\"Saudi Arabia (Kingdom of), Government of\",,Food,Sudan,USD,70000\n";

/* Of the fields below @widget that can be seen. */
static guint
count_fields (GtkWidget *widget)
{
  guint n = NIDA_IS_FILTER_FIELD (widget) && gtk_widget_get_visible (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_fields (child);
  return n;
}

static gboolean
is_shown (gpointer near)
{
  return gtk_widget_get_mapped (near);
}

static gboolean
is_hidden (gpointer near)
{
  return !gtk_widget_get_mapped (near);
}

static gboolean
has_one_field (gpointer panel)
{
  return count_fields (panel) == 1;
}

static void
test_offered (void)
{
  g_autofree char *path = ui_test_write ("near.csv", text);
  NidaWindow *window = ui_test_open (path);
  GtkWidget *panel = ui_test_find (GTK_WIDGET (window), NIDA_TYPE_FILTER_PANEL), *search = ui_test_find (panel, GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *near = ui_test_find (panel, NIDA_TYPE_NEAR_NAMES), *words = ui_test_find (near, GTK_TYPE_LABEL), *name;

  ui_test_run_for (300);
  g_assert_false (is_shown (near));
  gtk_editable_set_text (GTK_EDITABLE (search), "Kuwayt");
  g_assert_true (ui_test_wait (is_shown, near));
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (words)), "Did you mean"));
  g_assert_cmpuint (count_fields (panel), ==, 0);
  name = ui_test_find (near, GTK_TYPE_BUTTON);
  g_assert_nonnull (name);
  g_signal_emit_by_name (name, "clicked");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "Kuwait");
  g_assert_true (ui_test_wait (has_one_field, panel));
  g_assert_true (is_hidden (near));

  /* a word that the name has not; and what is near to nothing */
  gtk_editable_set_text (GTK_EDITABLE (search), "Government of the Saudi Arabia");
  g_assert_true (ui_test_wait (is_shown, near));
  g_assert_nonnull (ui_test_find (near, GTK_TYPE_BUTTON));
  gtk_editable_set_text (GTK_EDITABLE (search), "Zanzibar");
  ui_test_run_for (300);
  g_assert_true (is_shown (near));
  g_assert_null (ui_test_find (near, GTK_TYPE_BUTTON));
  g_assert_null (strstr (gtk_label_get_text (GTK_LABEL (words)), "Did you mean"));
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  g_assert_true (ui_test_wait (is_hidden, near));
  ui_test_close (window);
}

/* Names of a field that nobody has opened are asked for first: no word of nothing before they are there. */
static void
test_closed_field (void)
{
  g_autofree char *path = ui_test_write ("closed.csv", text);
  NidaWindow *window = ui_test_open (path);
  GtkWidget *panel = ui_test_find (GTK_WIDGET (window), NIDA_TYPE_FILTER_PANEL), *search = ui_test_find (panel, GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *near = ui_test_find (panel, NIDA_TYPE_NEAR_NAMES);

  ui_test_run_for (300);
  gtk_editable_set_text (GTK_EDITABLE (search), "sudan");
  for (guint i = 0; i < 10; i++)
    {
      ui_test_run_for (50);
      g_assert_false (is_shown (near));
    }
  g_assert_cmpuint (count_fields (panel), >=, 1);
  ui_test_close (window);
}

static gboolean
offers_nothing (gpointer near)
{
  return is_shown (near) && ui_test_find (near, GTK_TYPE_BUTTON) == NULL;
}

static gboolean
finds_arabic (gpointer panel)
{
  return count_fields (panel) == 1 && is_hidden (ui_test_find (panel, NIDA_TYPE_NEAR_NAMES));
}

/* What is read again may have other names, and other words for the same ones. */
static void
test_read_again (void)
{
  g_autofree char *path = ui_test_write ("again.csv", text);
  NidaWindow *window = ui_test_open (path);
  GtkWidget *panel = ui_test_find (GTK_WIDGET (window), NIDA_TYPE_FILTER_PANEL), *search = ui_test_find (panel, GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *near = ui_test_find (panel, NIDA_TYPE_NEAR_NAMES);

  ui_test_run_for (300);
  gtk_editable_set_text (GTK_EDITABLE (search), "Kuwayt");
  g_assert_true (ui_test_wait (is_shown, near));
  g_assert_nonnull (ui_test_find (near, GTK_TYPE_BUTTON));
  ui_test_rewrite (path, "kind,year,donor,donor_ar,category,country,currency,amount\n"
                         "paid,2023,Oman,,Food,Yemen,USD,300000\npaid,2024,Norway,,Food,Syria,USD,70000\n");
  nida_session_reload (nida_window_get_session (window));
  g_assert_true (ui_test_wait (offers_nothing, near));
  gtk_editable_set_text (GTK_EDITABLE (search), "النرويج");
  g_assert_true (ui_test_wait (offers_nothing, near));
  ui_test_rewrite (path, "kind,year,donor,donor_ar,category,country,currency,amount\n"
                         "paid,2023,Oman,,Food,Yemen,USD,300000\npaid,2024,Norway,النرويج,Food,Syria,USD,70000\n");
  nida_session_reload (nida_window_get_session (window));
  g_assert_true (ui_test_wait (finds_arabic, panel));
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/near-names/offered-where-nothing-is-found", test_offered);
  g_test_add_func ("/near-names/not-before-the-names-are-there", test_closed_field);
  g_test_add_func ("/near-names/of-what-is-read-again", test_read_again);
  return g_test_run ();
}
