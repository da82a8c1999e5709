/* reading-toasts.c: a failure is told once, in the words of what is still shown, and goes when it is mended; a refresh says what it
 * brought. */
#include "config.h"

#include "cache.h"
#include "loader.h"
#include "reading-toasts.h"
#include "ui-support.h"

#include <glib/gstdio.h>

#define OMAN "kind,date,donor,amount\npaid,2024,Oman,5\n"

typedef struct {
  NidaSession       *session;
  NidaToastOverlay  *toasts;
  NidaReadingToasts *self;
  guint              n_rows;      /* that are waited for */
  guint              n_changes;   /* comparisons that were heard of */
} Case;

static void
opened_cb (Case    *self,
           gboolean reload)
{
  nida_reading_toasts_opened (self->self, reload);
}

static void
changes_cb (Case *self)
{
  self->n_changes++;
  nida_reading_toasts_changes (self->self);
}

static void
set_up (Case         *self,
        gconstpointer data)
{
  self->session = nida_session_new ();
  self->toasts = g_object_ref_sink (g_object_new (NIDA_TYPE_TOAST_OVERLAY, NULL));
  self->self = nida_reading_toasts_new (self->session, self->toasts);
  g_signal_connect_swapped (self->session, "opened", G_CALLBACK (opened_cb), self);
  g_signal_connect_swapped (self->session, "changes", G_CALLBACK (changes_cb), self);
}

static void
tear_down (Case         *self,
           gconstpointer data)
{
  nida_session_cancel (self->session);
  g_signal_handlers_disconnect_by_data (self->session, self);
  nida_reading_toasts_free (self->self);
  g_object_unref (self->session);
  g_object_unref (self->toasts);
}

static gboolean
says (Case       *self,
      const char *words)
{
  const char *text = nida_toast_overlay_get_text (self->toasts);

  return text != NULL && strstr (text, words) != NULL;
}

static gboolean
has_rows (gpointer data)
{
  Case *self = data;
  NidaDataset *dataset = nida_session_get_dataset (self->session);

  return !nida_session_is_loading (self->session) && dataset != NULL && nida_dataset_get_n_rows (dataset) == self->n_rows;
}

static void
wait_for_rows (Case *self,
               guint n_rows)
{
  self->n_rows = n_rows;
  g_assert_true (ui_test_wait (has_rows, self));
}

static void
fail (Case       *self,
      int         code,
      const char *why,
      gboolean    reload,
      gboolean    is_shown)
{
  g_autoptr (GError) error = g_error_new_literal (NIDA_READ_ERROR, code, why);

  nida_toast_overlay_dismiss (self->toasts);
  nida_reading_toasts_failed (self->self, error, reload, is_shown);
}

/* The clock may ask a server that is down a hundred times; a person who opens it again wants an answer. */
static void
test_once (Case         *self,
           gconstpointer data)
{
  fail (self, NIDA_READ_ERROR_NETWORK, "The server is down", TRUE, TRUE);
  g_assert_true (says (self, "cannot be read again"));
  fail (self, NIDA_READ_ERROR_NETWORK, "The server is down", TRUE, TRUE);
  g_assert_null (nida_toast_overlay_get_text (self->toasts));
  fail (self, NIDA_READ_ERROR_NETWORK, "The server wants a key", TRUE, TRUE);
  g_assert_true (says (self, "cannot be read again"));
  fail (self, NIDA_READ_ERROR_NETWORK, "The server wants a key", FALSE, TRUE);
  g_assert_true (says (self, "cannot be opened"));
}

static void
test_words (Case         *self,
            gconstpointer data)
{
  fail (self, NIDA_READ_ERROR_FORMAT, "a", FALSE, FALSE);
  g_assert_cmpstr (nida_toast_overlay_get_text (self->toasts), ==, "The file cannot be opened");
  fail (self, NIDA_READ_ERROR_FORMAT, "b", FALSE, TRUE);
  g_assert_true (says (self, "what was open is still shown"));
  fail (self, NIDA_READ_ERROR_NOT_HELD, "c", TRUE, TRUE);
  g_assert_true (says (self, "The data of that day are not kept"));
}

static gboolean
is_kept (gpointer path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GPtrArray) versions = nida_cache_list_versions (nida_cache_get_default (), uri);

  return versions->len > 0;
}

static gboolean
has_toast (gpointer self)
{
  return nida_toast_overlay_get_text (((Case *) self)->toasts) != NULL;
}

static gboolean
has_none (gpointer self)
{
  return !has_toast (self);
}

static void
test_mended (Case         *self,
             gconstpointer data)
{
  g_autofree char *one = ui_test_write ("toast-one.csv", ui_test_csv), *two = ui_test_write ("toast-two.csv", OMAN);
  const char *inputs[] = { one, two, NULL }, *due[] = { one, NULL };

  nida_session_open (self->session, inputs);
  wait_for_rows (self, 7);
  g_assert_null (nida_toast_overlay_get_text (self->toasts));
  g_assert_true (ui_test_wait (is_kept, one));
  g_unlink (one);
  nida_session_reload (self->session);
  g_assert_true (ui_test_wait (has_toast, self));
  g_assert_true (says (self, "what was read of it before still counts"));
  ui_test_rewrite (one, ui_test_csv);
  nida_session_reload_inputs (self->session, due);
  g_assert_true (ui_test_wait (has_none, self));
}

static gboolean
is_compared (gpointer data)
{
  Case *self = data;

  return nida_session_get_n_fresh (self->session) > 0 && self->n_changes > 0;
}

static void
test_refresh (Case         *self,
              gconstpointer data)
{
  g_autofree char *path = ui_test_write ("toast-fresh.csv", OMAN);
  const char *inputs[] = { path, NULL };

  nida_session_open (self->session, inputs);
  wait_for_rows (self, 1);
  ui_test_run_for (100);
  g_assert_null (nida_toast_overlay_get_text (self->toasts));
  ui_test_rewrite (path, OMAN "paid,2025,Oman,6\n");
  g_assert_true (ui_test_wait (is_compared, self));
  g_assert_true (says (self, "1 new"));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("nida-cache-XXXXXX", NULL);

  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  ui_test_init (&argc, &argv);
  g_test_add ("/reading-toasts/failure/told-once-unless-a-person-asks", Case, NULL, set_up, test_once, tear_down);
  g_test_add ("/reading-toasts/failure/says-what-is-still-shown", Case, NULL, set_up, test_words, tear_down);
  g_test_add ("/reading-toasts/failure/goes-when-the-source-is-mended", Case, NULL, set_up, test_mended, tear_down);
  g_test_add ("/reading-toasts/refresh/says-what-it-brought", Case, NULL, set_up, test_refresh, tear_down);
  return g_test_run ();
}
