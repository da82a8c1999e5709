/* Pasted names that may be known ones are offered, and nothing is joined unless somebody says so. */
#include "ledger-fixture.h"

#include "ledger-names.h"

#include <string.h>

static NidaLedgerTable *
table_of (const char *text)
{
  return nida_ledger_table_parse (text, strlen (text));
}

static const NidaNameOffer *
find (GPtrArray  *offers,
      const char *name)
{
  for (guint i = 0; i < offers->len; i++)
    if (g_str_equal (((NidaNameOffer *) offers->pdata[i])->name, name))
      return offers->pdata[i];
  return NULL;
}

static void
test_offers (void)
{
  g_autoptr (NidaDataset) base = fixture_build_public (1, NULL);
  g_autoptr (NidaLedgerTable) table = table_of ("Donor\tObjective\tAmount\nKuwait (Gov)\tHealth\t5\n"
                                                "Qatar, Government of\tHeatlh\t6\nA newcomer of its own\tHealth\t7\n"
                                                "State of Qatar\tHeath care\t8\n");
  g_autoptr (GPtrArray) offers = nida_ledger_names_offer (table, base, NULL);

  g_assert_cmpuint (table->entries->len, ==, 4);
  g_assert_cmpstr (find (offers, "Kuwait (Gov)")->known, ==, "Kuwait, Government of");
  g_assert_cmpint (find (offers, "Kuwait (Gov)")->reason, ==, NIDA_ALIAS_SAME_COUNTRY);
  g_assert_cmpstr (find (offers, "State of Qatar")->known, ==, "Qatar, Government of");
  g_assert_cmpstr (find (offers, "Heatlh")->known, ==, "Health");
  g_assert_cmpuint (offers->len, ==, 3);
  for (guint i = 0; i < offers->len; i++)
    g_assert_false (((NidaNameOffer *) offers->pdata[i])->accepted);
}

/* Charts show an appeal without its year; another year is never taken for a slip. */
static void
test_appeals (void)
{
  g_autoptr (NidaDataset) base = fixture_build_public (1, NULL);
  g_autoptr (NidaLedgerTable) newest = table_of ("Donor\tAppeal\tAmount\nA newcomer of its own\tAppeal\t5\n");
  g_autoptr (NidaLedgerTable) dated = table_of ("Donor\tAppeal\tAmount\tDate\nA newcomer of its own\tthe appeal\t5\t2023-05-01\n"
                                                "A newcomer of its own\tAppeal 2022\t6\t2023-05-01\nA newcomer of its own\tAppeal 2024\t6\t2023-05-01\n");
  g_autoptr (GPtrArray) of_newest = nida_ledger_names_offer (newest, base, NULL), of_dated = nida_ledger_names_offer (dated, base, NULL);
  g_autoptr (NidaAliases) aliases = nida_aliases_new ();

  g_assert_cmpstr (find (of_newest, "Appeal")->known, ==, "Appeal 2024");
  g_assert_cmpuint (of_dated->len, ==, 1);
  g_assert_cmpstr (find (of_dated, "the appeal")->known, ==, "Appeal 2023");
  ((NidaNameOffer *) of_dated->pdata[0])->accepted = TRUE;
  nida_ledger_names_apply (of_dated, dated, aliases);
  g_assert_cmpstr (((NidaEntry *) dated->entries->pdata[0])->names[NIDA_ENTRY_APPEAL][0], ==, "Appeal 2023");
  g_assert_cmpstr (((NidaEntry *) dated->entries->pdata[1])->names[NIDA_ENTRY_APPEAL][0], ==, "Appeal 2022");
  g_assert_true (nida_aliases_is_empty (aliases));
}

/* What was said to be two is not asked again, and what counts as another already neither. */
static void
test_said (void)
{
  g_autoptr (NidaDataset) base = fixture_build_public (1, NULL);
  g_autoptr (NidaLedgerTable) table = table_of ("Donor\tAmount\nKuwait (Gov)\t5\nState of Qatar\t6\n");
  g_autoptr (NidaAliases) aliases = nida_aliases_new ();
  g_autoptr (GPtrArray) offers = NULL;

  nida_aliases_set_apart (aliases, NIDA_ALIAS_ORGANISATION, "Kuwait (Gov)", "Kuwait, Government of");
  nida_aliases_add (aliases, NIDA_ALIAS_ORGANISATION, "State of Qatar", "Qatar, Government of", NULL);
  offers = nida_ledger_names_offer (table, base, aliases);
  g_assert_cmpuint (offers->len, ==, 0);
}

/* An Arabic name that the data know as the label of a donor is that donor: there is nothing to decide. */
static void
test_arabic (void)
{
  g_autoptr (NidaDataset) base = fixture_build_public (1, NULL);
  g_autoptr (NidaLedgerTable) table = table_of ("Donor\tAmount\nالصندوق\t5\n");
  g_autoptr (GPtrArray) offers = nida_ledger_names_offer (table, base, NULL), none = nida_ledger_names_offer (table, NULL, NULL);

  g_assert_cmpuint (offers->len, ==, 0);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_apply (void)
{
  g_autoptr (NidaDataset) base = fixture_build_public (1, NULL);
  g_autoptr (NidaLedgerTable) table = table_of ("Donor\tObjective\tAmount\nKuwait (Gov)\tHeatlh\t5\nState of Qatar\tHealth\t6\n");
  g_autoptr (GPtrArray) offers = nida_ledger_names_offer (table, base, NULL);
  g_autoptr (NidaAliases) aliases = nida_aliases_new ();
  const NidaEntry *first = table->entries->pdata[0];

  nida_ledger_names_apply (offers, table, aliases);
  g_assert_true (nida_aliases_is_empty (aliases));
  g_assert_cmpstr (first->names[NIDA_ENTRY_CATEGORY][0], ==, "Heatlh");
  for (guint i = 0; i < offers->len; i++)
    ((NidaNameOffer *) offers->pdata[i])->accepted = !g_str_equal (((NidaNameOffer *) offers->pdata[i])->name, "State of Qatar");
  nida_ledger_names_apply (offers, table, aliases);
  g_assert_cmpstr (nida_aliases_resolve (aliases, NIDA_ALIAS_ORGANISATION, "Kuwait (Gov)"), ==, "Kuwait, Government of");
  g_assert_null (nida_aliases_resolve (aliases, NIDA_ALIAS_ORGANISATION, "State of Qatar"));
  g_assert_cmpstr (first->names[NIDA_ENTRY_DONOR][0], ==, "Kuwait (Gov)");      /* as it was written */
  g_assert_cmpstr (first->names[NIDA_ENTRY_CATEGORY][0], ==, "Health");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger-names/offers/known-names-that-are-alike", test_offers);
  g_test_add_func ("/ledger-names/offers/nothing-that-was-decided", test_said);
  g_test_add_func ("/ledger-names/offers/no-arabic-label-of-a-known-name", test_arabic);
  g_test_add_func ("/ledger-names/offers/an-appeal-without-its-year", test_appeals);
  g_test_add_func ("/ledger-names/apply/only-what-was-accepted", test_apply);
  return g_test_run ();
}
