/* alias-suggestions.c: what may be one is found with its reason, what only looks so is not. */
#include "alias-suggestions.h"

#include "dataset-builder.h"

#include <string.h>

typedef struct { const char *donor, *arabic, *ref, *recipient; } Row;

static NidaDataset *
make_dataset (const Row *rows,
              guint      n_rows,
              gboolean   reversed)
{
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  NidaSourceInfo info = { .name = (char *) "a.csv" };
  NidaDictionary *donors = nida_dataset_builder_get_dictionary (builder, NIDA_FIELD_DONOR);

  nida_dataset_builder_add_source (builder, &info);
  for (guint i = 0; i < n_rows; i++)
    {
      const Row *row = &rows[reversed ? n_rows - 1 - i : i];

      nida_dataset_builder_begin (builder, 0, i + 2, NIDA_KIND_PAID);
      nida_dataset_builder_set_name (builder, NIDA_FIELD_DONOR, row->donor, -1);
      if (row->arabic != NULL)
        nida_dataset_builder_set_arabic (builder, NIDA_FIELD_DONOR, row->arabic, -1);
      if (row->recipient != NULL)
        nida_dataset_builder_set_name (builder, NIDA_FIELD_RECIPIENT, row->recipient, -1);
      if (row->ref != NULL)
        nida_dictionary_set_ref (donors, nida_dictionary_lookup (donors, row->donor, -1), row->ref);
      nida_dataset_builder_set_amount_usd (builder, 1000);
      g_assert_true (nida_dataset_builder_end_row (builder));
    }
  return nida_dataset_builder_end (builder);
}

/* "country: *Kuwait | State of Kuwait; spelling: …", the same whichever row comes first. */
static char *
suggest (const Row   *rows,
         guint        n_rows,
         NidaAliases *aliases)
{
  static const char * const reasons[] = { "country", "reference", "spelling" };
  char *texts[2] = { NULL };

  for (guint order = 0; order < 2; order++)
    {
      g_autoptr (NidaDataset) dataset = make_dataset (rows, n_rows, order == 1);
      g_autoptr (GPtrArray) suggestions = nida_aliases_suggest (dataset, aliases);
      GString *text = g_string_new (NULL);

      for (guint i = 0; i < suggestions->len; i++)
        {
          const NidaAliasSuggestion *suggestion = suggestions->pdata[i];

          g_string_append_printf (text, "%s%s:", i > 0 ? "; " : "", reasons[suggestion->reason]);
          for (guint j = 0; suggestion->names[j] != NULL; j++)
            g_string_append_printf (text, "%s%s%s", j > 0 ? " | " : " ", suggestion->names[j] == suggestion->keep ? "*" : "",
                                    suggestion->names[j]);
        }
      texts[order] = g_string_free (text, FALSE);
    }
  g_assert_cmpstr (texts[0], ==, texts[1]);
  g_free (texts[1]);
  return texts[0];
}

#define ASSERT_SUGGESTS(rows, aliases, words)                                       \
  G_STMT_START {                                                                    \
    g_autofree char *found = suggest (rows, G_N_ELEMENTS (rows), aliases);          \
    g_assert_cmpstr (found, ==, words);                                             \
  } G_STMT_END

static void
test_country (void)
{
  static const Row rows[] = {
    { .donor = "Kuwait" }, { .donor = "Kuwait, Government of" }, { .donor = "Kuwait, Government of" }, { .donor = "الكويت" },
    { .donor = "الكويت" }, { .donor = "الكويت" }, { .donor = "State of Kuwait" }, { .donor = "Kuwait Red Crescent Society" },
    { .donor = "Someone", .recipient = "Government of Kuwait" },
  };

  ASSERT_SUGGESTS (rows, NULL, "country: Government of Kuwait | *Kuwait | Kuwait, Government of | State of Kuwait | الكويت");
}

/* A slip in the name of a country is one for its government as well, in either language; two countries stay two. */
static void
test_country_misspelt (void)
{
  static const Row rows[] = {
    { "Switzerland, Government of" }, { "Switzerland, Government of" }, { "Switzerlnd" },
    { "United Kingdom, Government of" }, { "United Kingdm" },
    { "Niger, Government of" }, { "Nigeria, Government of" }, { "Zambia, Government of" }, { "Gambia" },
  };
  g_autofree char *text = suggest (rows, G_N_ELEMENTS (rows), NULL);

  g_assert_nonnull (strstr (text, "Switzerland, Government of | Switzerlnd"));
  g_assert_nonnull (strstr (text, "United Kingdm"));
  g_assert_null (strstr (text, "Niger"));
  g_assert_null (strstr (text, "ambia"));
}

static void
test_two_countries (void)
{
  static const Row rows[] = {
    { .donor = "Niger" }, { .donor = "Nigeria" }, { .donor = "Nigera" }, { .donor = "Sudan" }, { .donor = "South Sudan" },
    { .donor = "Guinea" }, { .donor = "Guinea-Bissau" }, { .donor = "Equatorial Guinea" }, { .donor = "Papua New Guinea" },
    { .donor = "Congo" }, { .donor = "Democratic Republic of the Congo" }, { .donor = "Iran" }, { .donor = "Iraq" },
    { .donor = "Mali" }, { .donor = "Malta" }, { .donor = "Malawi" }, { .donor = "Austria" }, { .donor = "Australia" },
    { .donor = "Iceland, Government of" }, { .donor = "Ireland, Government of" }, { .donor = "Dominica" },
    { .donor = "Dominican Republic" }, { .donor = "Niger Red Cross" }, { .donor = "Nigeria Red Cross" },
    { .donor = "Nigerian Red Cross" }, { .donor = "Nigerien Red Cross" }, { .donor = "Islamic Relief UK" },
    { .donor = "Islamic Relief US" }, { .donor = "Emergency Fund 2019" }, { .donor = "Emergency Fund 2020" },
    { .donor = "Danish Refugee Council (DRC)" }, { .donor = "Austrian Red Cross" }, { .donor = "Australian Red Cross" },
  };

  /* a slip of Nigeria, which a person has to look at, and "Nigeria" as an adjective */
  ASSERT_SUGGESTS (rows, NULL, "spelling: Nigera | *Nigeria; spelling: *Nigeria Red Cross | Nigerian Red Cross");
}

static void
test_reference (void)
{
  static const Row rows[] = {
    { .donor = "Denmark Aid", .ref = "XM-DAC-41114" }, { .donor = "UNDP", .ref = "41114" }, { .donor = "Other", .ref = "XM-DAC-41122" },
    { .donor = "One", .ref = "DE-1" }, { .donor = "Two", .ref = "DE-1" },
  };

  ASSERT_SUGGESTS (rows, NULL, "reference: *Denmark Aid | UNDP");
}

static void
test_spelling (void)
{
  static const Row rows[] = {
    { .donor = "Kuwait Fund for Arab Economic Development" },
    { .donor = "KUWAIT FUND FOR ARAB ECONOMIC DEVELOPMENT (KFAED)" },
    { .donor = "Kuwait Fund for Arab Economic Developement" },
    { .donor = "Médecins sans frontières" }, { .donor = "Medecins Sans Frontieres" },
    { .donor = "International Organisation for Migration" }, { .donor = "Organization for Migration, International" },
    { .donor = "Al-Ahli Bank" }, { .donor = "Alahli Bank" },
    { .donor = "مؤسسة الرحمة" }, { .donor = "موسسه الرّحمه" },
    { .donor = "Mercy Foundation", .arabic = "مؤسسة الرحمة" },
    { .donor = "Concern Worldwide (UK)" }, { .donor = "Concern Worldwide (US)" },
  };

  ASSERT_SUGGESTS (rows, NULL,
                   "spelling: *Al-Ahli Bank | Alahli Bank; "
                   "spelling: *International Organisation for Migration | Organization for Migration, International; "
                   "spelling: *KUWAIT FUND FOR ARAB ECONOMIC DEVELOPMENT (KFAED) | Kuwait Fund for Arab Economic Developement"
                   " | Kuwait Fund for Arab Economic Development; "
                   "spelling: *Medecins Sans Frontieres | Médecins sans frontières; "
                   "spelling: *Mercy Foundation | مؤسسة الرحمة | موسسه الرّحمه");
}

/* What somebody said is two is not asked again, not even by way of a third name. */
static void
test_apart (void)
{
  static const Row rows[] = { { .donor = "Kuwait" }, { .donor = "State of Kuwait" }, { .donor = "Kuwait, Government of" } };
  g_autoptr (NidaAliases) aliases = nida_aliases_new ();

  nida_aliases_set_apart (aliases, NIDA_ALIAS_ORGANISATION, "Kuwait", "State of Kuwait");
  ASSERT_SUGGESTS (rows, aliases, "country: *Kuwait | Kuwait, Government of");
  nida_aliases_set_apart (aliases, NIDA_ALIAS_ORGANISATION, "Kuwait", "Kuwait, Government of");
  ASSERT_SUGGESTS (rows, aliases, "");
}

static void
test_many (void)
{
  g_autofree Row *rows = g_new0 (Row, 3000);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (GPtrArray) suggestions = NULL;

  for (guint i = 0; i < 3000; i++)
    {
      g_ptr_array_add (names, g_strdup_printf ("Organisation of people no. %u", i));
      rows[i].donor = names->pdata[i];
    }
  dataset = make_dataset (rows, 3000, FALSE);
  suggestions = nida_aliases_suggest (dataset, NULL);
  g_assert_cmpuint (suggestions->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/alias-suggestions/governments-of-one-country", test_country);
  g_test_add_func ("/alias-suggestions/a-slip-in-the-name-of-a-country", test_country_misspelt);
  g_test_add_func ("/alias-suggestions/what-is-two-stays-two", test_two_countries);
  g_test_add_func ("/alias-suggestions/one-reference", test_reference);
  g_test_add_func ("/alias-suggestions/written-alike", test_spelling);
  g_test_add_func ("/alias-suggestions/what-was-said-to-be-two", test_apart);
  g_test_add_func ("/alias-suggestions/numbers-tell-names-apart", test_many);
  return g_test_run ();
}
