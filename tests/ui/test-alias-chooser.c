/* Two names are chosen, one is kept. */
#include "config.h"

#include "alias-chooser.h"
#include "dataset-builder.h"
#include "ui-support.h"

static char *joined;

static void
join_cb (NidaAliasChooser   *chooser,
         const char * const *names,
         const char         *keep)
{
  g_autofree char *all = g_strjoinv (" | ", (char **) names);

  g_free (joined);
  joined = g_strdup_printf ("%s: %s", keep, all);
}

static NidaDataset *
make_dataset (const char * const *donors)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  NidaSourceInfo info = { .name = (char *) "a.csv" };

  nida_dataset_builder_add_source (builder, &info);
  for (guint i = 0; donors[i] != NULL; i++)
    {
      nida_dataset_builder_begin (builder, 0, i + 2, NIDA_KIND_PAID);
      nida_dataset_builder_set_name (builder, NIDA_FIELD_DONOR, donors[i], -1);
      nida_dataset_builder_set_name (builder, NIDA_FIELD_RECIPIENT, "Kuwait", -1);
      nida_dataset_builder_end_row (builder);
    }
  return nida_dataset_builder_end (builder);
}

static void
test_choose (void)
{
  const char *donors[] = { "Kuwait", "دولة الكُويت", "Qatar", "Médecins", NULL }, *fewer[] = { "Kuwait", "Qatar", NULL };
  g_autoptr (NidaDataset) dataset = make_dataset (donors), other = make_dataset (fewer);
  GtkWidget *window = gtk_window_new ();
  NidaAliasChooser *chooser = g_object_new (NIDA_TYPE_ALIAS_CHOOSER, NULL);

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (chooser));
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (chooser, "join", G_CALLBACK (join_cb), NULL);
  nida_alias_chooser_set_dataset (chooser, dataset);
  ui_test_run_for (100);
  g_assert_cmpuint (nida_alias_chooser_get_n_shown (chooser), ==, 4);      /* one as donor and recipient */
  nida_alias_chooser_set_search (chooser, "medec");
  g_assert_cmpuint (nida_alias_chooser_get_n_shown (chooser), ==, 1);
  nida_alias_chooser_set_search (chooser, "الكويت");
  g_assert_cmpuint (nida_alias_chooser_get_n_shown (chooser), ==, 1);

  nida_alias_chooser_choose (chooser, "دولة الكُويت", TRUE);
  nida_alias_chooser_join (chooser);                                      /* one is not enough */
  g_assert_null (joined);
  nida_alias_chooser_choose (chooser, "Kuwait", TRUE);
  nida_alias_chooser_choose (chooser, "Qatar", TRUE);
  nida_alias_chooser_choose (chooser, "Qatar", FALSE);
  nida_alias_chooser_keep (chooser, "Kuwait");
  nida_alias_chooser_join (chooser);
  g_assert_cmpstr (joined, ==, "Kuwait: دولة الكُويت | Kuwait");

  nida_alias_chooser_choose (chooser, "Médecins", TRUE);
  nida_alias_chooser_choose (chooser, "Qatar", TRUE);
  nida_alias_chooser_choose (chooser, "Kuwait", TRUE);
  nida_alias_chooser_set_dataset (chooser, other);                        /* one of them is gone */
  nida_alias_chooser_keep (chooser, "");
  nida_alias_chooser_join (chooser);
  g_assert_cmpstr (joined, ==, "Qatar: Qatar | Kuwait");
  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_run_for (50);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/alias-chooser/two-or-more-of-which-one-is-kept", test_choose);
  return g_test_run ();
}
