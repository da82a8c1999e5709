/* Two tables become one: codes, ids and texts keep what they mean. */
#include "dataset-join.h"

#include <string.h>

static void
add (NidaTable  *table,
     const char *donor,
     const char *id,
     const char *text)
{
  gint64 values[NIDA_N_COLUMNS] = { 0 };

  values[NIDA_FIELD_DONOR] = nida_dictionary_intern (table->dictionaries[NIDA_FIELD_DONOR], donor, -1);
  values[NIDA_COLUMN_ID] = nida_table_make_id (table, id, strlen (id));
  values[NIDA_COLUMN_DESCRIPTION] = nida_text_store_add (&table->texts, text, strlen (text), NULL, 0);
  nida_columns_add_row (&table->columns, values,
                        G_GUINT64_CONSTANT (1) << NIDA_FIELD_DONOR | G_GUINT64_CONSTANT (1) << NIDA_COLUMN_ID |
                        G_GUINT64_CONSTANT (1) << NIDA_COLUMN_DESCRIPTION);
}

static void
assert_row (NidaTable  *table,
            guint       row,
            const char *donor,
            const char *id,
            const char *text)
{
  g_autofree char *found_donor = nida_table_dup_text (table, row, NIDA_FIELD_DONOR, FALSE);
  g_autofree char *found_id = nida_table_dup_text (table, row, NIDA_FIELD_ID, FALSE);
  g_autofree char *found_text = nida_table_dup_text (table, row, NIDA_FIELD_DESCRIPTION, FALSE);

  g_assert_cmpstr (found_donor, ==, donor);
  g_assert_cmpstr (found_id, ==, id);
  g_assert_cmpstr (found_text, ==, text);
}

static void
test_join (void)
{
  NidaSourceInfo a = { .family = (char *) "a" }, b = { .family = (char *) "b" };
  NidaDictionary *donors;
  NidaTable table, other;
  guint32 members[] = { 1, 2 };
  guint n;

  nida_table_init (&table);
  nida_table_init (&other);
  nida_report_add_source (table.report, &a);
  nida_report_add_source (other.report, &b);
  add (&table, "Kuwait", "x", "one");
  add (&table, "Qatar", "7", "two");
  add (&other, "Qatar", "y", "three");
  add (&other, "Oman", "x", "four");
  donors = other.dictionaries[NIDA_FIELD_DONOR];
  nida_dictionary_set_arabic (donors, 2, "عُمان");
  nida_dictionary_set_ref (donors, 2, "OMN");
  nida_dictionary_set_members (donors, nida_dictionary_intern (donors, "Qatar, Oman", -1), members, 2);
  nida_table_join (&table, &other);

  g_assert_cmpuint (table.columns.n_rows, ==, 4);
  assert_row (&table, 0, "Kuwait", "a:x", "one");
  assert_row (&table, 1, "Qatar", "a:7", "two");
  assert_row (&table, 2, "Qatar", "b:y", "three");
  assert_row (&table, 3, "Oman", "b:x", "four");
  donors = table.dictionaries[NIDA_FIELD_DONOR];
  g_assert_cmpuint (nida_dictionary_get_size (donors), ==, 4);
  g_assert_cmpstr (nida_dictionary_get_arabic (donors, 3), ==, "عُمان");
  g_assert_cmpstr (nida_dictionary_get_ref (donors, 3), ==, "OMN");
  g_assert_cmpuint (nida_dictionary_get_members (donors, 4, &n)[0], ==, 2);
  g_assert_cmpuint (nida_dictionary_get_members (donors, 4, &n)[1], ==, 3);

  /* nobody has the list */
  nida_table_prune (&table);
  g_assert_cmpuint (nida_dictionary_get_size (table.dictionaries[NIDA_FIELD_DONOR]), ==, 3);
  assert_row (&table, 3, "Oman", "b:x", "four");
  nida_table_clear (&table);
  nida_table_clear (&other);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dataset-join/codes-ids-and-texts-keep-their-meaning", test_join);
  return g_test_run ();
}
