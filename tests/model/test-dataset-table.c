/* Ids in 64 bits and cells in words. */
#include "dataset-table.h"

#include <string.h>

static void
add (NidaTable    *table,
     NidaColumnId  id,
     gint64        value)
{
  gint64 values[NIDA_N_COLUMNS] = { 0 };

  values[id] = value;
  g_assert_true (nida_columns_add_row (&table->columns, values, G_GUINT64_CONSTANT (1) << id));
}

static void
test_ids (void)
{
  static const char * const ids[] = {
    "0", "1", "376156", "72057594037927934", "72057594037927935", "72057594037927936", "99999999999999999999", "007", "-1",
    "1 ", "XM-DAC-47066-PROJECT:3", "٣", "",
  };
  NidaTable table;
  NidaSourceInfo info = { .family = (char *) "fts" };

  nida_table_init (&table);
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    add (&table, NIDA_COLUMN_ID, nida_table_make_id (&table, ids[i], strlen (ids[i])));
  for (int has_family = 0; has_family < 2; has_family++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
        {
          g_autofree char *id = nida_table_dup_id (&table, i);
          g_autofree char *expected = g_strconcat (has_family && *ids[i] != '\0' ? "fts:" : "", ids[i], NULL);

          g_assert_cmpstr (id, ==, expected);
        }
      nida_report_add_source (table.report, &info);
    }
  nida_table_clear (&table);
}

static void
test_moments (void)
{
  static const struct { gint64 seconds; const char *text; } cases[] = {
    { 0, "1970-01-01T00:00:00Z" }, { -1, "1969-12-31T23:59:59Z" }, { 1709164799, "2024-02-28T23:59:59Z" },
    { -86400, "1969-12-31T00:00:00Z" }, { G_MAXINT64, "" }, { G_MININT64, "" }, { G_MININT64 + 1, "" },
  };
  NidaTable table;

  nida_table_init (&table);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;

      add (&table, NIDA_COLUMN_UPDATED_AT, cases[i].seconds);
      text = nida_table_dup_text (&table, i, NIDA_FIELD_UPDATED_AT, FALSE);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
  nida_table_clear (&table);
}

static void
test_words (void)
{
  NidaTable table;

  nida_table_init (&table);
  for (NidaField field = NIDA_FIELD_NONE + 1; field < NIDA_N_CODE_FIELDS; field++)
    {
      const char * const *words = nida_field_get_words (field);

      for (guint i = 0; words != NULL && words[i] != NULL; i++)
        g_assert_cmpstr (nida_dictionary_get_name (table.dictionaries[field], i + 1), ==, words[i]);
      g_assert_cmpuint (nida_dictionary_get_size (table.dictionaries[field]), ==, words != NULL ? g_strv_length ((char **) words) : 0);
    }
  nida_table_clear (&table);
}

static void
test_descriptions (void)
{
  NidaTable table;
  g_autofree char *english = NULL;
  g_autofree char *arabic = NULL;
  g_autofree char *only = NULL;

  nida_table_init (&table);
  add (&table, NIDA_COLUMN_DESCRIPTION, nida_text_store_add (&table.texts, "gift", 4, "هبة", strlen ("هبة")));
  add (&table, NIDA_COLUMN_DESCRIPTION, nida_text_store_add (&table.texts, "gift", 4, NULL, 0));
  english = nida_table_dup_text (&table, 0, NIDA_FIELD_DESCRIPTION, FALSE);
  arabic = nida_table_dup_text (&table, 0, NIDA_FIELD_DESCRIPTION, TRUE);
  only = nida_table_dup_text (&table, 1, NIDA_FIELD_DESCRIPTION, TRUE);
  g_assert_cmpstr (english, ==, "gift");
  g_assert_cmpstr (arabic, ==, "هبة");
  g_assert_cmpstr (only, ==, "gift");
  nida_table_clear (&table);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dataset-table/every-id-comes-back", test_ids);
  g_test_add_func ("/dataset-table/moments-in-utc", test_moments);
  g_test_add_func ("/dataset-table/fixed-words-have-their-codes", test_words);
  g_test_add_func ("/dataset-table/descriptions-in-the-language-asked-for-or-english", test_descriptions);
  return g_test_run ();
}
