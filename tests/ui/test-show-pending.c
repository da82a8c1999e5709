/* What newer data have that those shown do not. */
#include "config.h"

#include "show-pending.h"
#include "ui-support.h"

typedef struct { NidaShowPending *pending; gboolean done; } Result;

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Result *answer = data;
  g_autoptr (GError) error = NULL;

  answer->pending = nida_show_pending_count_finish (result, &error);
  g_assert_no_error (error);
  answer->done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Result *) data)->done;
}

static NidaLocalEngine *
read_engine (const char *text)
{
  g_autofree char *path = ui_test_write ("flows.csv", text);
  const char *inputs[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) dataset = nida_load (inputs, NULL, NULL, &error);

  g_assert_no_error (error);
  return nida_local_engine_new (dataset);
}

static NidaShowPending *
count (const char *before,
       const char *after)
{
  g_autoptr (NidaLocalEngine) old = read_engine (before), new = read_engine (after);
  Result result = { NULL, FALSE };

  nida_show_pending_count_async (old, new, "USD", NULL, counted_cb, &result);
  g_assert_true (ui_test_wait (is_done, &result));
  return result.pending;
}

static void
test_count (void)
{
  g_autofree char *more = g_strconcat (ui_test_csv, "paid,2024,Oman,عمان,Food,الغذاء,Appeal 2024,,USD,500000,a\n", NULL);
  g_autoptr (NidaShowPending) pending = count (ui_test_csv, more);
  g_autoptr (NidaLanguage) english = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autofree char *words = nida_show_pending_dup_words (pending, english);

  g_assert_cmpuint (pending->n_new, ==, 1);
  g_assert_cmpint (pending->before, ==, 600000000);
  g_assert_cmpint (pending->after, ==, 1100000000);
  g_assert_false (nida_show_pending_is_same (pending));
  g_assert_nonnull (strstr (words, "1 new flow"));
  g_assert_nonnull (strstr (words, "Received: from $600,000 to $1.1 million"));
}

static void
test_same (void)
{
  g_autoptr (NidaShowPending) pending = count (ui_test_csv, ui_test_csv);

  g_assert_true (nida_show_pending_is_same (pending));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/show-pending/flows-and-what-was-received", test_count);
  g_test_add_func ("/show-pending/read-again-and-the-same", test_same);
  return g_test_run ();
}
