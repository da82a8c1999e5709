/* session-view.c: choices are items of the document, steps have names, and what the document says is shown. */
#include "config.h"

#include "session.h"
#include "slide-list.h"
#include "ui-support.h"

#include "view.h"

static const char *
undo_name (NidaSession *session)
{
  return nida_document_get_undo_name (nida_session_get_document (session));
}

static void
test_names (void)
{
  g_autofree char *path = ui_test_write ("names.csv", ui_test_csv);
  g_autoptr (NidaSession) session = ui_test_open_session (path);
  g_autoptr (NidaChartSpec) mine = nida_chart_spec_new (NIDA_CHART_RANKING);

  g_assert_null (undo_name (session));
  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  g_assert_cmpstr (undo_name (session), ==, "Filter by Donor");
  nida_session_add_chart (session, G_MAXUINT, mine);
  g_assert_cmpstr (undo_name (session), ==, "Add Chart");
  nida_session_undo (session);
  g_assert_cmpstr (undo_name (session), ==, "Filter by Donor");
  g_assert_cmpstr (nida_document_get_redo_name (nida_session_get_document (session)), ==, "Add Chart");
}

/* One edit by hand, of whatever kind. */
static void
edit (NidaSession *session,
      GRand       *rand)
{
  static const char * const donors[] = { "Kuwait", "Qatar" };
  guint n = nida_session_get_n_charts (session);
  g_autoptr (NidaChartSpec) spec = n > 0 ? nida_chart_spec_copy (nida_session_get_chart (session, (guint) g_rand_int_range (rand, 0, (int) n)))
                                         : nida_chart_spec_new (NIDA_CHART_RANKING);

  switch (g_rand_int_range (rand, 0, 14))
    {
    case 0: nida_session_set_value (session, NIDA_FIELD_DONOR, donors[g_rand_int_range (rand, 0, 2)], g_rand_boolean (rand)); break;
    case 1: nida_session_set_range (session, nida_date_new_year (g_rand_int_range (rand, 2021, 2024)), NIDA_DATE_NONE); break;
    case 2: nida_session_set_currency (session, g_rand_boolean (rand) ? "SAR" : "USD"); break;
    case 3: nida_session_set_rule (session, g_rand_boolean (rand) ? NIDA_RULE_DISTINCT : NIDA_RULE_AUTO); break;
    case 4: nida_session_clear_filters (session); break;
    case 5: nida_session_add_chart (session, G_MAXUINT, spec); break;
    case 6: nida_session_remove_chart (session, 0); break;
    case 7: nida_session_move_chart (session, 0, (guint) g_rand_int_range (rand, 0, 9)); break;
    case 8: g_free (spec->title); spec->title = g_strdup ("x"); nida_session_replace_chart (session, 0, spec); break;
    case 9: nida_session_add_board (session); break;
    case 10: nida_session_duplicate_board (session); break;
    case 11: nida_session_rename_board (session, g_rand_boolean (rand) ? "Gulf" : NULL, "الخليج"); break;
    case 12: nida_session_remove_board (session); break;
    default: nida_session_move_board (session, (guint) g_rand_int_range (rand, 0, 3)); break;
    }
  nida_session_show_board (session, (guint) g_rand_int_range (rand, 0, 4));
}

static void
edit_slides (NidaSession *session,
             GRand       *rand)
{
  NidaSlideList *list = nida_slide_list_of (session);
  guint current = nida_slide_list_get_current (list);
  g_autoptr (NidaSlide) made = nida_slide_list_new_of_board (list), slide = NULL;

  switch (current == G_MAXUINT ? 0 : g_rand_int_range (rand, 0, 6))
    {
    case 0: nida_slide_list_add (list, made); return;
    case 1: nida_slide_list_duplicate (list); return;
    case 2: nida_slide_list_remove (list); return;
    case 3: nida_slide_list_move (list, current, 0); return;
    default: break;
    }
  slide = nida_slide_copy (nida_slide_list_get (list, current));
  g_free (slide->title_ar);
  g_free (slide->notes);
  slide->title_ar = g_strdup (g_rand_boolean (rand) ? "إحاطة" : NULL);
  slide->notes = g_strdup_printf ("Say %u", g_rand_int (rand));
  slide->seconds = (guint) g_rand_int_range (rand, 0, 60);
  nida_slide_list_replace (list, current, slide, "Edit Notes", NULL);
}

static void
edit_ledger (NidaSession *session,
             GRand       *rand)
{
  NidaDocument *document = nida_session_get_document (session);
  NidaLedger *ledger = nida_session_get_ledger (session);
  guint n = nida_ledger_get_n (ledger);
  const NidaLedgerRow *row = n > 0 ? nida_ledger_get (ledger, (guint) g_rand_int_range (rand, 0, (int) n)) : NULL;
  const char *ids[] = { row != NULL ? row->id : NULL, NULL };
  NidaDate day = nida_date_local (g_get_real_time ());
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);
  g_autofree char *id = NULL;

  nida_entry_set_name (entry, NIDA_ENTRY_DONOR, "Kuwait", "الكويت");
  entry->amount = g_rand_int_range (rand, 1, 9) * 1000;
  g_strlcpy (entry->currency, "USD", sizeof entry->currency);
  entry->period = (NidaPeriod) { day, day };
  nida_entry_add_step (entry, NIDA_ENTRY_PLEDGED, day, g_get_real_time (), "a");
  switch (row == NULL ? 0 : g_rand_int_range (rand, 0, 4))
    {
    case 0: id = nida_ledger_add (document, entry); break;
    case 1: nida_ledger_change (document, ids[0], entry); break;
    case 2: nida_ledger_set_status (document, ids, NIDA_ENTRY_COMMITTED, day); break;
    default: nida_ledger_remove (document, ids); break;
    }
}

/* Colours, annotations, and selections with a name. */
static void
edit_marks (NidaSession *session,
            GRand       *rand)
{
  NidaSelections *selections = nida_session_get_selections (session);
  guint n = nida_session_get_n_charts (session);
  g_autoptr (NidaChartSpec) spec = n > 0 ? nida_chart_spec_copy (nida_session_get_chart (session, n - 1)) : nida_chart_spec_new (NIDA_CHART_RANKING);
  NidaMark *mark = nida_mark_new ("Kuwait", "$1M", "$1,000,000", 1000000000);
  g_autoptr (NidaBrush) brush = NULL;

  nida_mark_add_filter (mark, NIDA_FIELD_DONOR, "Kuwait");
  brush = nida_brush_toggle (NULL, mark);
  nida_mark_free (mark);
  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0: nida_chart_spec_set_hue (spec, NIDA_FIELD_DONOR, "Kuwait", (NidaColor) (NIDA_COLOR_SERIES_1 + g_rand_int_range (rand, 0, 4))); break;
    case 1: nida_chart_spec_add_note (spec, "Earthquake", "زلزال"); break;
    case 2:
      nida_selections_keep (selections, g_rand_boolean (rand) ? "GCC" : "Gulf", brush);
      return;
    default:
      if (nida_selections_get_n (selections) > 0)
        nida_selections_forget (selections, 0);
      return;
    }
  if (n > 0)
    nida_session_replace_chart (session, n - 1, spec);
}

/* All that a document is made of: boards, slides and their notes, the ledger, colours, annotations, selections. */
static void
edit_anything (NidaSession *session,
               GRand       *rand)
{
  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0: edit (session, rand); break;
    case 1: edit_slides (session, rand); break;
    case 2: edit_ledger (session, rand); break;
    default: edit_marks (session, rand); break;
    }
}

static void
test_whole_walk (void)
{
  static const NidaItemKind touched[] = { NIDA_ITEM_BOARD, NIDA_ITEM_SELECTION, NIDA_ITEM_SLIDE, NIDA_ITEM_ENTRY };
  g_autofree char *path = ui_test_write ("whole.csv", ui_test_csv);
  g_autoptr (NidaSession) session = ui_test_open_session (path);
  NidaDocument *document = nida_session_get_document (session);
  g_autoptr (NidaItems) before = NULL, after = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (75);
  guint kinds = 0;

  before = nida_items_copy (nida_document_get_items (document));
  for (guint i = 0; i < 200; i++)
    {
      edit_anything (session, rand);
      for (guint kind = 0; kind < G_N_ELEMENTS (touched); kind++)
        if (nida_items_get_n (nida_document_get_items (document), touched[kind]) > 0)
          kinds |= 1u << kind;
    }
  g_assert_cmphex (kinds, ==, (1u << G_N_ELEMENTS (touched)) - 1);
  after = nida_items_copy (nida_document_get_items (document));
  while (nida_session_can_undo (session))
    nida_session_undo (session);
  g_assert_true (nida_items_equal (before, nida_document_get_items (document)));
  while (nida_session_can_redo (session))
    nida_session_redo (session);
  g_assert_true (nida_items_equal (after, nida_document_get_items (document)));
}

static void
test_random_walk (void)
{
  g_autofree char *path = ui_test_write ("walk.csv", ui_test_csv);
  g_autoptr (NidaSession) session = ui_test_open_session (path);
  NidaDocument *document = nida_session_get_document (session);
  g_autoptr (NidaItems) before = NULL, after = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (21);
  g_autoptr (NidaFilterSet) filters = NULL;

  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  nida_document_forget_undo (document);
  before = nida_items_copy (nida_document_get_items (document));
  filters = nida_filter_set_copy (nida_session_get_filters (session));
  for (guint i = 0; i < 200; i++)
    edit (session, rand);
  after = nida_items_copy (nida_document_get_items (document));
  g_assert_false (nida_items_equal (before, after));
  while (nida_session_can_undo (session))
    nida_session_undo (session);
  g_assert_true (nida_items_equal (before, nida_document_get_items (document)));
  g_assert_true (nida_filter_set_equal (filters, nida_session_get_filters (session)));
  while (nida_session_can_redo (session))
    nida_session_redo (session);
  g_assert_true (nida_items_equal (after, nida_document_get_items (document)));
}

/* What another process writes into the board that is shown is shown, and is no step of ours. */
static void
test_foreign (void)
{
  g_autofree char *path = ui_test_write ("foreign.csv", ui_test_csv);
  g_autoptr (NidaSession) session = ui_test_open_session (path);
  NidaDocument *document = nida_session_get_document (session);
  g_autoptr (NidaFilterSet) theirs = NULL;
  g_autoptr (NidaView) view = NULL;
  g_autofree char *text = NULL;
  g_autoptr (NidaRevision) revision = nida_revision_new ("Filter by Donor");
  g_autoptr (NidaItem) after = NULL;
  const NidaItem *item;

  nida_session_set_currency (session, "SAR");
  item = nida_items_get (nida_document_get_items (document), NIDA_ITEM_BOARD, 0);
  theirs = nida_filter_set_copy (nida_session_get_filters (session));
  nida_filter_set_add (theirs, NIDA_FIELD_DONOR, "Qatar");
  view = nida_view_new (theirs, NULL, NULL);
  text = nida_view_to_text (view);
  after = nida_item_new (NIDA_ITEM_BOARD, item->id, item->place, text);
  nida_revision_add (revision, item, after);
  nida_document_take_foreign (document, revision);
  g_assert_true (nida_filter_set_has (nida_session_get_filters (session), NIDA_FIELD_DONOR, "Qatar"));
  g_assert_cmpstr (undo_name (session), ==, "Change Currency");
}

/* What cannot be changed can still be looked at in any way. */
static void
test_read_only (void)
{
  g_autofree char *path = ui_test_write ("fixed.csv", ui_test_csv);
  g_autoptr (NidaSession) session = ui_test_open_session (path);

  nida_document_set_read_only (nida_session_get_document (session), TRUE);
  nida_session_set_value (session, NIDA_FIELD_DONOR, "Kuwait", TRUE);
  g_assert_true (nida_filter_set_has (nida_session_get_filters (session), NIDA_FIELD_DONOR, "Kuwait"));
  g_assert_cmpuint (nida_items_get_n (nida_document_get_items (nida_session_get_document (session)), NIDA_ITEM_BOARD), ==, 0);
  nida_session_add_board (session);
  nida_session_rename_board (session, "x", NULL);
  g_assert_cmpuint (nida_session_get_n_boards (session), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/session-view/undo/has-names", test_names);
  g_test_add_func ("/session-view/undo/200-random-edits-and-back", test_random_walk);
  g_test_add_func ("/session-view/undo/200-edits-of-anything-and-back", test_whole_walk);
  g_test_add_func ("/session-view/foreign/is-shown", test_foreign);
  g_test_add_func ("/session-view/read-only/can-be-looked-at", test_read_only);
  return g_test_run ();
}
