/* session-ask.c: few rows are answered at once, many later, and of many questions only the newest is answered. */
#include "config.h"

#include "session-private.h"
#include "ui-support.h"

static void
answered_cb (NidaSession *session,
             guint       *n_answered)
{
  (*n_answered)++;
}

static gboolean
is_shown (gpointer session)
{
  return nida_session_get_dataset (session) != NULL && !nida_session_is_loading (session);
}

static NidaSession *
open_rows (const char *name,
           guint       n_rows)
{
  g_autoptr (GString) text = g_string_new ("kind,date,donor,amount\n");
  g_autofree char *path = NULL;
  NidaSession *session = nida_session_new ();
  const char *inputs[2] = { NULL, NULL };

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (text, "paid,2024,Donor %u,5\n", i % 7);
  inputs[0] = path = ui_test_write (name, text->str);
  nida_session_open (session, inputs);
  g_assert_true (ui_test_wait (is_shown, session));
  return session;
}

static void
test_few (void)
{
  g_autoptr (NidaSession) session = open_rows ("few.csv", 20);
  guint n_answered = 0;

  g_signal_connect (session, "answered", G_CALLBACK (answered_cb), &n_answered);
  g_assert_true (nida_session_answers_at_once (session));
  nida_session_ask_again (session);
  g_assert_cmpuint (n_answered, ==, 1);
  g_assert_false (nida_session_ask_is_open (nida_session_get_ask (session)));
}

static gboolean
is_answered (gpointer session)
{
  return !nida_session_ask_is_open (nida_session_get_ask (session));
}

static void
test_many (void)
{
  g_autoptr (NidaSession) session = open_rows ("many.csv", 50001);
  guint n_answered = 0;

  g_signal_connect (session, "answered", G_CALLBACK (answered_cb), &n_answered);
  g_assert_false (nida_session_answers_at_once (session));
  for (guint i = 0; i < 5; i++)
    nida_session_ask_again (session);
  g_assert_cmpuint (n_answered, ==, 0);
  g_assert_true (nida_session_ask_is_open (nida_session_get_ask (session)));
  g_assert_true (ui_test_wait (is_answered, session));
  ui_test_run_for (200);
  g_assert_cmpuint (n_answered, ==, 1);
}

static void
test_forgotten (void)
{
  g_autoptr (NidaSession) session = open_rows ("forgotten.csv", 50001);
  guint n_answered = 0;

  g_signal_connect (session, "answered", G_CALLBACK (answered_cb), &n_answered);
  nida_session_ask_again (session);
  nida_session_ask_forget (nida_session_get_ask (session));
  g_assert_false (nida_session_ask_is_open (nida_session_get_ask (session)));
  ui_test_run_for (500);
  g_assert_cmpuint (n_answered, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/session-ask/few/at-once", test_few);
  g_test_add_func ("/session-ask/many/only-the-newest", test_many);
  g_test_add_func ("/session-ask/forgotten/answers-nobody", test_forgotten);
  return g_test_run ();
}
