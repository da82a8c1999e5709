/* failure.c: what can be done follows from where the source is and what went wrong there. */
#include "failure.h"

#include "read-error.h"

static void
test_absence (void)
{
  static const struct { const char *input; int code; NidaAbsence absence; } cases[] = {
    { "/nowhere/flows.csv", NIDA_READ_ERROR_NOT_FOUND, NIDA_ABSENCE_FILE },
    { "/nowhere/flows.csv", NIDA_READ_ERROR_FORMAT, NIDA_ABSENCE_FILE },
    { "https://api.example.org/flows.csv", NIDA_READ_ERROR_NOT_FOUND, NIDA_ABSENCE_ADDRESS },
    { "https://api.example.org/flows.csv", NIDA_READ_ERROR_PERMISSION, NIDA_ABSENCE_ADDRESS },
    { "https://api.example.org/flows.csv", NIDA_READ_ERROR_NETWORK, NIDA_ABSENCE_SERVER },
    { "https://api.example.org/flows.csv", NIDA_READ_ERROR_INCOMPLETE, NIDA_ABSENCE_SERVER },
    { "http://api.example.org/flows.csv", NIDA_READ_ERROR_NETWORK, NIDA_ABSENCE_SERVER },
    { "gopher://api.example.org/flows.csv", NIDA_READ_ERROR_NETWORK, NIDA_ABSENCE_FILE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (NIDA_READ_ERROR, cases[i].code, "It does not go.");
      g_autoptr (NidaFailure) failure = nida_failure_new (cases[i].input, error);

      g_assert_cmpint (failure->absence, ==, cases[i].absence);
      g_assert_cmpstr (failure->words, ==, "It does not go.");
      g_assert_null (failure->wants_key);
    }
}

static void
test_key (void)
{
  g_autoptr (GError) error = nida_read_error_new_key ("https://api.example.org", "A key.");
  g_autoptr (NidaFailure) failure = nida_failure_new ("https://api.example.org/flows.csv", error);
  g_autoptr (NidaFailure) copy = nida_failure_copy (failure);

  g_assert_cmpint (copy->absence, ==, NIDA_ABSENCE_KEY);
  g_assert_cmpstr (copy->wants_key, ==, "https://api.example.org");
  g_assert_cmpstr (copy->words, ==, "A key.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failure/what-can-be-done-follows-from-it", test_absence);
  g_test_add_func ("/failure/a-key-is-for-its-server", test_key);
  return g_test_run ();
}
