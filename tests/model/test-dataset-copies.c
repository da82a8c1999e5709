/* Which rows are the same flow: against comparing each with each. */
#include "dataset-copies.h"

#include <string.h>

typedef struct {
  guint       source;
  NidaKind    kind;
  const char *id;
} Row;

static const NidaSourceInfo sources[] = {
  { .family = (char *) "fts", .states_move = TRUE },
  { .family = (char *) "iati", .states_move = FALSE },
  { .family = (char *) "", .states_move = TRUE },
};

static void
fill (NidaTable *table,
      const Row *rows,
      guint      n_rows)
{
  nida_table_init (table);
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    nida_report_add_source (table->report, &sources[i]);
  for (guint i = 0; i < n_rows; i++)
    {
      gint64 values[NIDA_N_COLUMNS] = { 0 };

      values[NIDA_FIELD_KIND] = rows[i].kind;
      values[NIDA_COLUMN_SOURCE_INDEX] = rows[i].source;
      values[NIDA_COLUMN_ID] = nida_table_make_id (table, rows[i].id, strlen (rows[i].id));
      nida_columns_add_row (&table->columns, values,
                            G_GUINT64_CONSTANT (1) << NIDA_FIELD_KIND |
                            G_GUINT64_CONSTANT (1) << NIDA_COLUMN_SOURCE_INDEX | G_GUINT64_CONSTANT (1) << NIDA_COLUMN_ID);
    }
}

/* The key written out: "fts:1 money". */
static char *
write_key (const Row *row)
{
  gboolean is_money = (NIDA_KIND_BIT (row->kind) & NIDA_KINDS_MONEY) != 0;
  const char *family = sources[row->source].family;
  g_autofree char *id = g_strdup_printf ("%s%s%s", family, *family != '\0' ? ":" : "", row->id);
  /* the family that an id names says more than the file */
  gboolean moves = sources[row->source].states_move && !g_str_has_prefix (id, "iati:");
  g_autofree char *kind = is_money && moves ? g_strdup ("money") : g_strdup_printf ("%d", row->kind);

  if (*row->id == '\0')
    return NULL;
  return g_strdup_printf ("%s %s", id, kind);
}

static guint
find_head (const Row *rows,
           guint      row)
{
  g_autofree char *key = write_key (&rows[row]);

  for (guint i = 0; key != NULL && i < row; i++)
    {
      g_autofree char *other = write_key (&rows[i]);

      if (g_strcmp0 (key, other) == 0)
        return i;
    }
  return row;
}

static void
test_random (void)
{
  static const char * const ids[] = { "1", "2", "01", "x", "fts:1", "iati:x", "fts:", ":1", "other:1", "" };
  static const NidaKind kinds[] = { NIDA_KIND_PAID, NIDA_KIND_COMMITMENT, NIDA_KIND_REQUIREMENT, NIDA_KIND_EVENT };
  GRand *rand = g_rand_new_with_seed (3);

  for (int round = 0; round < 300; round++)
    {
      Row rows[60];
      NidaTable table;
      g_autoptr (GArray) copies = NULL;
      guint n = 0;

      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        rows[i] = (Row) { g_rand_int_range (rand, 0, 3), kinds[g_rand_int_range (rand, 0, 4)],
                          ids[g_rand_int_range (rand, 0, G_N_ELEMENTS (ids))] };
      fill (&table, rows, G_N_ELEMENTS (rows));
      copies = nida_table_find_copies (&table);
      for (guint i = 0; i < copies->len; i++)
        g_assert_cmpuint (g_array_index (copies, NidaCopy, i).head, ==,
                          find_head (rows, g_array_index (copies, NidaCopy, i).row));
      for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
        n += find_head (rows, row) != row;
      g_assert_cmpuint (copies->len, ==, n);
      nida_table_clear (&table);
    }
  g_rand_free (rand);
}

/* Ids that ascend are not looked at twice, whatever stands between them. */
static void
test_ascending (void)
{
  static const Row rows[] = {
    { 0, NIDA_KIND_PAID, "1" }, { 0, NIDA_KIND_PAID, "" }, { 1, NIDA_KIND_PAID, "2" }, { 0, NIDA_KIND_PAID, "10" },
    { 0, NIDA_KIND_PAID, "a" }, { 0, NIDA_KIND_PAID, "b" },
  };
  NidaTable table;
  g_autoptr (GArray) copies = NULL;

  fill (&table, rows, G_N_ELEMENTS (rows));
  copies = nida_table_find_copies (&table);
  g_assert_cmpuint (copies->len, ==, 0);
  nida_table_clear (&table);
}

/* Parts of one flow are no copies of each other, and each is one of the same part elsewhere. */
static void
test_parts (void)
{
  static const guint parts[][4] = { { 1, 2, 3, 4 }, { 1, 2, 1, 2 }, { 0, 1, 2, 1 } };
  static const guint n_copies[] = { 0, 2, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      static const Row rows[] = { { 1, NIDA_KIND_PAID, "x" }, { 1, NIDA_KIND_PAID, "x" }, { 1, NIDA_KIND_PAID, "x" },
                                  { 1, NIDA_KIND_PAID, "x" } };
      g_autoptr (GArray) copies = NULL;
      NidaTable table;

      fill (&table, rows, G_N_ELEMENTS (rows));
      for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
        nida_columns_set (&table.columns, NIDA_COLUMN_PART, row, parts[i][row]);
      copies = nida_table_find_copies (&table);
      g_assert_cmpuint (copies->len, ==, n_copies[i]);
      nida_table_clear (&table);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dataset-copies/as-if-each-were-compared-with-each", test_random);
  g_test_add_func ("/dataset-copies/none-where-ids-ascend", test_ascending);
  g_test_add_func ("/dataset-copies/parts-are-copies-of-the-same-part", test_parts);
  return g_test_run ();
}
