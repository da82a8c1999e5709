/* A field of the panel that no column has: regions, by the countries. */
#include "config.h"

#include "filter-field.h"
#include "ui-support.h"

#include <string.h>

static const char placed[] =
  "kind,year,donor,category,country,currency,amount\n"
  "paid,2023,Kuwait,Food,Yemen,USD,300000\n"
  "paid,2023,Oman,Food,Syria,USD,200000\n"
  "paid,2024,Qatar,Food,Sudan,USD,70000\n"
  "paid,2024,Oman,Health,Global,USD,10000\n";

static const char one_region[] =
  "kind,year,donor,category,country,currency,amount\n"
  "paid,2023,Kuwait,Food,Yemen,USD,300000\n"
  "paid,2023,Oman,Food,Syria,USD,200000\n";

static NidaFilterField *
find_field (GtkWidget *widget,
            NidaField  field)
{
  if (NIDA_IS_FILTER_FIELD (widget))
    return nida_filter_field_get_field (NIDA_FILTER_FIELD (widget)) == field ? NIDA_FILTER_FIELD (widget) : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      NidaFilterField *found = find_field (child, field);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
says (GtkWidget  *widget,
      const char *words)
{
  if (GTK_IS_LABEL (widget) && strcmp (gtk_label_get_text (GTK_LABEL (widget)), words) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return TRUE;
  return FALSE;
}

static void
test_regions (void)
{
  g_autofree char *path = ui_test_write ("placed.csv", placed);
  NidaWindow *window = ui_test_open (path);
  NidaSession *session = nida_window_get_session (window);
  NidaFilterField *field;

  ui_test_run_for (300);
  field = find_field (GTK_WIDGET (window), NIDA_FIELD_REGION);
  g_assert_nonnull (field);
  g_assert_true (says (GTK_WIDGET (field), "2"));
  nida_filter_field_set_search (field, "a");       /* opens it */
  nida_filter_field_set_search (field, "");
  nida_filter_field_set_search (field, "region");
  ui_test_run_for (200);
  g_assert_true (says (GTK_WIDGET (field), "No region"));
  nida_filter_field_set_search (field, "asia");
  ui_test_run_for (200);
  g_assert_true (says (GTK_WIDGET (field), "Western Asia"));
  nida_session_set_value (session, NIDA_FIELD_REGION, "Western Asia", TRUE);
  ui_test_run_for (200);
  g_assert_true (says (GTK_WIDGET (field), "1 of 3"));
  ui_test_close (window);
}

/* One region divides nothing, and takes no place. */
static void
test_one_region (void)
{
  g_autofree char *path = ui_test_write ("one.csv", one_region);
  NidaWindow *window = ui_test_open (path);

  ui_test_run_for (300);
  g_assert_nonnull (find_field (GTK_WIDGET (window), NIDA_FIELD_COUNTRY));
  g_assert_null (find_field (GTK_WIDGET (window), NIDA_FIELD_REGION));
  ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/filter-field/regions/have-a-place-and-names", test_regions);
  g_test_add_func ("/filter-field/regions/one-alone-has-none", test_one_region);
  return g_test_run ();
}
