/* entry-history.c: a pledge that is edited twice says in its form who changed what, in both languages. */
#include "config.h"

#include "document-file.h"
#include "entry-window.h"
#include "look.h"
#include "ui-support.h"

static gboolean
is_mapped (gpointer window)
{
  return gtk_widget_get_mapped (window);
}

static void
collect (GtkWidget *widget,
         GString   *lines)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (lines, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, lines);
}

/* What the form of @id says, without marks of direction. */
static char *
dup_lines (NidaSession *session,
           const char  *id)
{
  GtkWidget *window = nida_entry_window_new (NULL, session, id);
  g_autoptr (GString) lines = g_string_new (NULL);

  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (ui_test_wait (is_mapped, window));
  collect (window, lines);
  gtk_window_destroy (GTK_WINDOW (window));
  for (gunichar mark = 0x2066; mark <= 0x2069; mark++)
    {
      char utf8[7] = { 0 };

      g_unichar_to_utf8 (mark, utf8);
      g_string_replace (lines, utf8, "", 0);
    }
  return g_strdup (lines->str);
}

static void
set_amount (NidaSession *session,
            const char  *id,
            NidaMoney    units)
{
  g_autoptr (NidaEntry) entry = nida_entry_copy (nida_ledger_find (nida_session_get_ledger (session), id)->entry);

  entry->amount = units * NIDA_MONEY_UNIT;
  nida_ledger_change (nida_session_get_document (session), id, entry);
}

static void
speak (const char *language)
{
  g_settings_set_string (nida_look_get_settings (nida_look_get ()), "language", language);
}

static void
assert_before (const char *lines,
               const char *first,
               const char *second)
{
  const char *at = strstr (lines, first);

  g_test_message ("%s", lines);
  g_assert_nonnull (at);
  g_assert_nonnull (strstr (at, second));
}

static void
test_twice (void)
{
  g_autoptr (NidaSession) session = nida_session_new ();
  NidaDocument *document = nida_session_get_document (session);
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);
  g_autofree char *other = ui_test_write ("other.csv", ""), *folder = g_path_get_dirname (other);
  g_autofree char *path = g_build_filename (folder, "ledger.nida", NULL), *id = NULL, *english = NULL, *arabic = NULL;
  g_autofree char *who = g_strdup_printf ("3,000,000 (%s, ", g_get_real_name ());
  g_autoptr (GError) error = NULL;

  g_assert_true (nida_document_save_as (document, path, &error));
  g_assert_no_error (error);
  entry->amount = 5000000 * NIDA_MONEY_UNIT;
  entry->period.start = entry->period.end = nida_date_new_day (2026, 2, 3);
  g_strlcpy (entry->currency, "USD", sizeof entry->currency);
  id = nida_ledger_add (document, entry);
  set_amount (session, id, 3000000);
  set_amount (session, id, 4000000);

  english = dup_lines (session, id);
  assert_before (english, "Pledge, 3 Feb 2026", "Amount: 5,000,000 → 3,000,000 (");
  assert_before (english, who, "Amount: 3,000,000 → 4,000,000 (");
  speak ("ar");
  arabic = dup_lines (session, id);
  speak ("en");
  assert_before (arabic, "المبلغ: 5,000,000 ← 3,000,000 (", "المبلغ: 3,000,000 ← 4,000,000 (");
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/entry-history/edited-twice/says-who-and-from-what-to-what", test_twice);
  return g_test_run ();
}
