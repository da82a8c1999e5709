/* readers.c: which reader a header calls for. */
#include "readers.h"

#include "record-table.h"

#include <string.h>

static const NidaReader *
choose (const char * const  *names,
        guint                n,
        const char * const  *map,
        GError             **error)
{
  g_autoptr (NidaHeader) header = nida_record_header_new (names, n);
  NidaLoadOptions options = { .map = map };
  const NidaReader *reader = NULL;
  gint16 roles[NIDA_MAX_ROLES];

  return nida_readers_choose (header, "x", &options, roles, &reader, error) ? reader : NULL;
}

static void
test_by_columns (void)
{
  const char *pooled[] = { "Year", "Donor", "Paid", "Pledged" };
  const char *own[] = { "date", "donor", "amount" };
  const char *other[] = { "colour", "weight" };

  g_assert_true (choose (pooled, 4, NULL, NULL) == &nida_pooled_funds_reader);
  g_assert_true (choose (own, 3, NULL, NULL) == &nida_csv_reader);
  g_assert_null (choose (other, 2, NULL, NULL));
}

static void
test_map (void)
{
  const char *names[] = { "colour", "weight" };
  const char *map[] = { "amount=weight", NULL };
  const char *wrong[] = { "size=weight", NULL };
  g_autoptr (GError) error = NULL;

  (void) choose (names, 2, map, &error);
  g_assert_no_error (error);
  g_assert_null (choose (names, 2, wrong, &error));
  g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_COLUMNS);
}

static void
test_message_lists_columns (void)
{
  const char *names[] = { "colour", "weight" };
  g_autoptr (NidaHeader) header = nida_record_header_new (names, 2);
  g_autoptr (GError) error = NULL;

  nida_readers_set_error (header, "goods.csv", &error);
  g_assert_nonnull (strstr (error->message, "goods.csv"));
  g_assert_nonnull (strstr (error->message, "colour"));
  g_assert_nonnull (strstr (error->message, "weight"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/readers/are-chosen-by-columns", test_by_columns);
  g_test_add_func ("/readers/a-correction-names-a-field", test_map);
  g_test_add_func ("/readers/a-message-lists-the-columns", test_message_lists_columns);
  return g_test_run ();
}
