/* A key is asked for, and is in the keyring for its own server alone. */
#include "config.h"

#include "key-window.h"
#include "ui-support.h"

#define ORIGIN "https://api.example.org"

static void
stored_cb (gboolean *stored)
{
  *stored = TRUE;
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

static void
test_stored (void)
{
  g_autoptr (NidaSecrets) secrets = nida_secrets_new_memory ();
  GtkWidget *window = nida_key_window_new (NULL, secrets, ORIGIN);
  GtkWidget *keep = gtk_window_get_default_widget (GTK_WINDOW (window));
  gboolean stored = FALSE;
  g_autoptr (NidaSecret) secret = NULL, other = NULL;
  g_autoptr (GError) error = NULL;

  g_signal_connect_swapped (window, "stored", G_CALLBACK (stored_cb), &stored);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_run_for (100);
  g_assert_false (gtk_widget_get_sensitive (keep));
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (window, GTK_TYPE_PASSWORD_ENTRY)), "s3cret");
  g_assert_true (gtk_widget_get_sensitive (keep));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (ui_test_find (window, GTK_TYPE_DROP_DOWN)), 2);
  g_assert_false (gtk_widget_get_sensitive (keep));        /* its parameter has no name yet */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (ui_test_find (window, GTK_TYPE_DROP_DOWN)), 0);
  g_signal_emit_by_name (keep, "clicked");
  g_assert_true (ui_test_wait (is_set, &stored));

  secret = nida_secrets_lookup (secrets, ORIGIN, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (secret->value, ==, "s3cret");
  g_assert_cmpint (secret->method, ==, NIDA_SECRET_SUBSCRIPTION_KEY);
  other = nida_secrets_lookup (secrets, "https://elsewhere.example.org", FALSE, NULL, &error);
  g_assert_null (other);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/key-window/a-key-goes-to-its-own-server-alone", test_stored);
  return g_test_run ();
}
