#include "support.h"

#include "secrets.h"

static void
assert_value (NidaSecrets *secrets,
              const char  *origin,
              const char  *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaSecret) secret = nida_secrets_lookup (secrets, origin, FALSE, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (secret != NULL ? secret->value : NULL, ==, value);
}

static void
store (NidaSecrets      *secrets,
       const char       *uri,
       NidaSecretMethod  method,
       const char       *parameter,
       const char       *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaSecret) secret = nida_secret_new (method, parameter, value, &error);

  g_assert_no_error (error);
  g_assert_true (nida_secrets_store (secrets, uri, secret, NULL, &error));
  g_assert_no_error (error);
}

static void
check_store (NidaSecrets *secrets)
{
  g_autoptr (NidaSecret) secret = NULL;

  assert_value (secrets, "https://a.org", NULL);
  store (secrets, "https://A.org:443/v1/x?y", NIDA_SECRET_AUTHORIZATION, NULL, "Bearer a b");
  store (secrets, "https://a.org:8443", NIDA_SECRET_SUBSCRIPTION_KEY, NULL, "other");
  assert_value (secrets, "https://a.org", "Bearer a b");
  assert_value (secrets, "https://a.org:8443", "other");
  assert_value (secrets, "https://b.a.org", NULL);
  /* another way takes the place of the first */
  store (secrets, "https://a.org", NIDA_SECRET_PARAMETER, "api-key", "second\"'&");
  secret = nida_secrets_lookup (secrets, "https://a.org", TRUE, NULL, NULL);
  g_assert_cmpint (secret->method, ==, NIDA_SECRET_PARAMETER);
  g_assert_cmpstr (secret->parameter, ==, "api-key");
  g_assert_cmpstr (secret->value, ==, "second\"'&");
  g_assert_true (nida_secrets_forget (secrets, "https://a.org/", NULL, NULL));
  assert_value (secrets, "https://a.org", NULL);
  assert_value (secrets, "https://a.org:8443", "other");
  g_assert_true (nida_secrets_forget (secrets, "https://a.org:8443", NULL, NULL));
}

static void
test_memory (void)
{
  g_autoptr (NidaSecrets) secrets = nida_secrets_new_memory ();

  check_store (secrets);
}

/* libsecret itself, with a keyring in a file. */
static void
test_service (void)
{
  g_autofree char *folder = g_dir_make_tmp ("nida-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "keyring", NULL);
  g_autoptr (NidaSecrets) secrets = NULL;

  if (g_test_subprocess ())
    {
      secrets = nida_secrets_new_service ();
      check_store (secrets);
      return;
    }
  g_setenv ("SECRET_BACKEND", "file", TRUE);
  g_setenv ("SECRET_FILE_TEST_PATH", path, TRUE);
  g_setenv ("SECRET_FILE_TEST_PASSWORD", "test", TRUE);
  run_apart ();
  g_unlink (path);
  g_rmdir (folder);
}

/* No keyring at all is an error when a key is to be stored, and says what to do. */
static void
test_no_service (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (NidaSecrets) secrets = nida_secrets_new_service ();
      g_autoptr (NidaSecret) secret = nida_secret_new (NIDA_SECRET_AUTHORIZATION, NULL, "Bearer hush", NULL);
      g_autoptr (GError) error = NULL;

      g_assert_false (nida_secrets_store (secrets, "https://a.org", secret, NULL, &error));
      g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_FAILED);
      g_assert_nonnull (strstr (error->message, "keyring"));
      g_assert_null (strstr (error->message, "hush"));
      return;
    }
  g_setenv ("SECRET_BACKEND", "service", TRUE);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
  run_apart ();
}

static void
test_refused (void)
{
  static const char * const values[] = { "", "a\r\nX-Other: b", "a\tb", "مفتاح" };
  static const char * const places[] = { "http://example.org", "ftp://example.org", "example.org", "" };
  g_autoptr (NidaSecrets) secrets = nida_secrets_new_memory ();
  g_autoptr (NidaSecret) good = nida_secret_new (NIDA_SECRET_AUTHORIZATION, NULL, "Bearer x", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (nida_secret_new (NIDA_SECRET_AUTHORIZATION, NULL, values[i], &error));
      g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_FAILED);
    }
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (nida_secrets_store (secrets, places[i], good, NULL, &error));
      g_assert_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_FAILED);
    }
  g_assert_null (nida_secret_new (NIDA_SECRET_PARAMETER, NULL, "x", NULL));
  g_assert_true (nida_secrets_store (secrets, "http://127.0.0.1:8000", good, NULL, NULL));
}

static void
stored_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (nida_secrets_finish (NIDA_SECRETS (object), result, &error));
  g_assert_no_error (error);
  g_main_loop_quit (user_data);
}

static void
test_async (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (NidaSecrets) secrets = nida_secrets_new_memory ();
  g_autoptr (NidaSecret) secret = nida_secret_new (NIDA_SECRET_AUTHORIZATION, NULL, "Bearer x", NULL);

  nida_secrets_store_async (secrets, "https://a.org", secret, NULL, stored_cb, loop);
  g_main_loop_run (loop);
  assert_value (secrets, "https://a.org", "Bearer x");
  nida_secrets_forget_async (secrets, "https://a.org", NULL, stored_cb, loop);
  g_main_loop_run (loop);
  assert_value (secrets, "https://a.org", NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/secrets/memory/one-an-origin", test_memory);
  g_test_add_func ("/secrets/service/one-an-origin", test_service);
  g_test_add_func ("/secrets/service/without-one-it-says-so", test_no_service);
  g_test_add_func ("/secrets/refused/other-than-plain-keys-and-safe-places", test_refused);
  g_test_add_func ("/secrets/async/stores-and-forgets", test_async);
  return g_test_run ();
}
