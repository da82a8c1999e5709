/* session-names.c: what is said of names is in the document and in the person's list; undo takes back its own words alone. */
#include "config.h"

#include "alias-store.h"
#include "session.h"
#include "ui-support.h"

#define ORG NIDA_ALIAS_ORGANISATION

static void
say (NidaSession *session,
     const char  *name,
     const char  *is)
{
  g_autoptr (NidaAliases) aliases = nida_aliases_copy (nida_filter_set_get_aliases (nida_session_get_filters (session)));
  g_autoptr (GError) error = NULL;

  nida_aliases_add (aliases, ORG, name, is, NULL);
  g_assert_true (nida_session_set_aliases (session, aliases, &error));
  g_assert_no_error (error);
}

static const char *
kept (const char *name)
{
  return nida_aliases_get (nida_alias_store_get_aliases (nida_alias_store_get ()), ORG, name);
}

static const char *
held (NidaSession *session,
      const char  *name)
{
  return nida_aliases_get (nida_filter_set_get_aliases (nida_session_get_filters (session)), ORG, name);
}

static void
test_two_sessions (void)
{
  g_autofree char *path = ui_test_write ("two.csv", ui_test_csv);
  g_autoptr (NidaSession) one = ui_test_open_session (path), other = ui_test_open_session (path);

  say (one, "Kuwait", "Kuwait, State of");
  g_assert_cmpstr (held (other, "Kuwait"), ==, "Kuwait, State of");
  g_assert_false (nida_session_can_undo (other));
  say (other, "Qatar", "State of Qatar");
  g_assert_cmpstr (held (one, "Qatar"), ==, "State of Qatar");
  g_assert_cmpuint (nida_items_get_n (nida_document_get_items (nida_session_get_document (one)), NIDA_ITEM_ALIAS), ==, 1);
  g_assert_cmpstr (nida_document_get_undo_name (nida_session_get_document (one)), ==, "Join Names");
  /* undo leaves what was said in the other window */
  nida_session_undo (one);
  g_assert_null (kept ("Kuwait"));
  g_assert_null (held (other, "Kuwait"));
  g_assert_cmpstr (kept ("Qatar"), ==, "State of Qatar");
  g_assert_cmpstr (held (one, "Qatar"), ==, "State of Qatar");
  nida_session_undo (other);
  g_assert_true (nida_aliases_is_empty (nida_alias_store_get_aliases (nida_alias_store_get ())));
  nida_session_cancel (one);
  nida_session_cancel (other);
}

/* Opposite words of another window hold here too, and are a step here, since the document said something. */
static void
test_opposed (void)
{
  g_autofree char *path = ui_test_write ("opposed.csv", ui_test_csv);
  g_autoptr (NidaSession) one = ui_test_open_session (path), other = ui_test_open_session (path);
  g_autoptr (NidaAliases) none = nida_aliases_new ();

  say (one, "Kuwait", "Kuwait, State of");
  say (other, "Kuwait", "Kuwait (State)");
  g_assert_cmpstr (held (one, "Kuwait"), ==, "Kuwait (State)");
  nida_session_undo (one);
  g_assert_cmpstr (held (one, "Kuwait"), ==, "Kuwait, State of");
  /* without any word of its own the document goes by what was said elsewhere */
  nida_session_undo (one);
  g_assert_cmpstr (held (one, "Kuwait"), ==, "Kuwait (State)");
  g_assert_true (nida_alias_store_set (nida_alias_store_get (), none, NULL));
  g_assert_null (kept ("Kuwait"));
  nida_session_cancel (one);
  nida_session_cancel (other);
}

/* A document says it on another desk, whose own list stays as it is. */
static void
test_carried (void)
{
  g_autofree char *path = ui_test_write ("carried.csv", ui_test_csv);
  g_autoptr (NidaSession) session = nida_session_new ();
  g_autoptr (NidaDocument) document = nida_document_new ();

  nida_document_begin (document, "Join Names", NULL);
  nida_document_set (document, NIDA_ITEM_ALIAS, "organisation:Qatar", "[Nida name]\nkind=organisation\nname=Qatar\nis=Kuwait\n");
  nida_document_end (document);
  nida_session_open_document (session, document, (const char *[]) { path, NULL });
  g_assert_true (ui_test_wait (ui_test_is_opened, session));
  g_assert_cmpstr (held (session, "Qatar"), ==, "Kuwait");
  g_assert_cmpuint (nida_dictionary_lookup (nida_dataset_get_dictionary (nida_session_get_dataset (session), NIDA_FIELD_DONOR), "Kuwait", -1), >, 0);
  g_assert_null (kept ("Qatar"));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/session-names/undo/takes-back-its-own-words", test_two_sessions);
  g_test_add_func ("/session-names/opposed/the-last-word-holds", test_opposed);
  g_test_add_func ("/session-names/document/carries-them", test_carried);
  return g_test_run ();
}
