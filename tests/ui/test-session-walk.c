/* A person's edits of every kind, 200 of them at random: all are taken back to what was there, and all come again. */
#include "config.h"

#include "slide-list.h"
#include "ui-support.h"

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* --- filters, and how money is counted --- */

static void
edit_filters (NidaSession *session)
{
  static const char * const donors[] = { "Kuwait", "Qatar", "Oman" };
  static const char * const currencies[] = { "USD", "EUR", "KWD" };
  int year = g_test_rand_int_range (2010, 2026);

  switch (g_test_rand_int_range (0, 6))
    {
    case 0: nida_session_set_value (session, NIDA_FIELD_DONOR, donors[g_test_rand_int_range (0, 3)], TRUE); break;
    case 1: nida_session_clear_field (session, NIDA_FIELD_DONOR); break;
    case 2: nida_session_set_range (session, nida_date_new_year (year), nida_date_new_year (year + 1)); break;
    case 3: nida_session_set_currency (session, currencies[g_test_rand_int_range (0, 3)]); break;
    case 4: nida_session_set_rule (session, g_test_rand_int_range (0, 2)); break;
    default: nida_session_clear_filters (session); break;
    }
}

/* --- boards and their charts --- */

static void
edit_charts (NidaSession *session)
{
  guint n = nida_session_get_n_charts (session), at = n > 0 ? (guint) g_test_rand_int_range (0, (int) n) : 0;
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (g_test_rand_bit () ? NIDA_CHART_RANKING : NIDA_CHART_TIMELINE);

  spec->measure = NIDA_MEASURE_RECEIVED;
  spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  switch (n > 1 ? g_test_rand_int_range (0, 5) : 0)
    {
    case 0: nida_session_add_chart (session, G_MAXUINT, spec); break;
    case 1: nida_session_replace_chart (session, n - 1, spec); break;
    case 2: nida_session_remove_chart (session, at); break;
    case 3: nida_session_move_chart (session, n - 1, n - 2); break;
    default: nida_session_reset_board (session); break;
    }
}

static void
edit_boards (NidaSession *session)
{
  g_autofree char *title = g_strdup_printf ("Board %d", g_test_rand_int_range (0, 1000));

  switch (g_test_rand_int_range (0, 5))
    {
    case 0: nida_session_add_board (session); break;
    case 1: nida_session_duplicate_board (session); break;
    case 2: nida_session_rename_board (session, title, g_test_rand_bit () ? "لوحة" : NULL); break;
    case 3: nida_session_move_board (session, 0); break;
    default: nida_session_remove_board (session); break;
    }
}

/* --- slides and entries --- */

static void
edit_slides (NidaSession *session)
{
  NidaSlideList *list = nida_slide_list_of (session);
  guint n = nida_slide_list_get_n (list);
  g_autoptr (NidaSlide) slide = NULL;

  switch (n > 1 ? g_test_rand_int_range (0, 5) : 0)
    {
    case 0:
      slide = nida_slide_list_new_of_board (list);
      nida_slide_list_add (list, slide);
      break;
    case 1: nida_slide_list_duplicate (list); break;
    case 2: nida_slide_list_remove (list); break;
    case 3: nida_slide_list_move (list, n - 1, 0); break;
    default:
      slide = nida_slide_new ();
      slide->title = g_strdup_printf ("Slide %d", g_test_rand_int_range (0, 1000));
      nida_slide_list_replace (list, n - 1, slide, "Edit Slide", NULL);
      break;
    }
}

static void
edit_ledger (NidaSession *session)
{
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);

  entry->amount = g_test_rand_int_range (1, 1000) * NIDA_MONEY_UNIT;
  g_free (nida_ledger_add (nida_session_get_document (session), entry));
}

static void
edit (NidaSession *session)
{
  static void (* const edits[]) (NidaSession *) = { edit_filters, edit_charts, edit_boards, edit_slides, edit_ledger };

  edits[g_test_rand_int_range (0, G_N_ELEMENTS (edits))] (session);
}

static void
test_walk (void)
{
  g_autofree char *path = ui_test_write ("walk.csv", ui_test_csv);
  g_autoptr (NidaSession) session = nida_session_new ();
  g_autoptr (NidaItems) before = NULL, after = NULL;
  NidaDocument *document;
  guint steps = 0;

  nida_session_open (session, (const char *[]) { path, NULL });
  g_assert_true (ui_test_wait (ui_test_is_opened, session));
  settle ();
  document = nida_session_get_document (session);
  before = nida_items_copy (nida_document_get_items (document));
  for (guint i = 0; i < 200; i++)
    {
      edit (session);
      if (g_test_rand_bit ())
        settle ();
    }
  settle ();
  after = nida_items_copy (nida_document_get_items (document));
  g_assert_false (nida_items_equal (before, after));
  for (; nida_session_can_undo (session); steps++)
    nida_session_undo (session);
  settle ();
  g_assert_cmpuint (steps, >, 50);
  g_assert_true (nida_items_equal (nida_document_get_items (document), before));
  while (nida_session_can_redo (session))
    nida_session_redo (session);
  settle ();
  g_assert_true (nida_items_equal (nida_document_get_items (document), after));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/session-walk/200-edits-are-undone-exactly", test_walk);
  return g_test_run ();
}
