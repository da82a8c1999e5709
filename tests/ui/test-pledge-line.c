/* A pledge in one line: what is understood, what is asked again, and that it can be taken back. */
#include "config.h"

#include "look.h"
#include "pledge-line.h"
#include "show-slides.h"
#include "slide.h"
#include "ui-support.h"

static void
test_amounts (void)
{
  static const struct { const char *text; gint64 thousandths; } amounts[] = {
    { "5000000", 5000000000 }, { "5,000,000", 5000000000 }, { " 2.5 million ", 2500000000 }, { "2.5m", 2500000000 },
    { "1,234", 1234000 }, { "1.2bn", 1200000000000 }, { "12.75", 12750 }, { "3 مليون", 3000000000 }, { "40k", 40000000 },
    { "", 0 }, { "million", 0 }, { "-5", 0 }, { "0", 0 }, { "five", 0 }, { "1.23456 million", 0 }, { "99999999999 billion", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      NidaMoney money = 0;
      gboolean understood = nida_pledge_parse_amount (amounts[i].text, &money);

      g_assert_cmpint (understood, ==, amounts[i].thousandths > 0);
      if (understood)
        g_assert_cmpint (money, ==, amounts[i].thousandths);
    }
}

typedef struct {
  NidaWindow     *window;
  NidaSession    *session;
  NidaPledgeLine *line;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = ui_test_write ("pledge.csv", ui_test_csv);

  fixture->window = ui_test_open (path);
  fixture->session = nida_window_get_session (fixture->window);
  fixture->line = g_object_ref_sink (NIDA_PLEDGE_LINE (nida_pledge_line_new (fixture->session)));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->line);
  ui_test_close (fixture->window);
}

static guint
count_entries (Fixture *fixture)
{
  return nida_items_get_n (nida_document_get_items (nida_session_get_document (fixture->session)), NIDA_ITEM_ENTRY);
}

static void
test_enter (Fixture       *fixture,
            gconstpointer  data)
{
  const NidaLedgerRow *row;

  nida_pledge_line_fill (fixture->line, "Kuwait", "5 million", "usd");
  g_assert_true (nida_pledge_line_enter (fixture->line));
  row = nida_ledger_get (nida_session_get_ledger (fixture->session), 0);
  g_assert_cmpint (row->entry->amount, ==, 5000000000);
  g_assert_cmpstr (row->entry->currency, ==, "USD");
  g_assert_cmpstr (row->entry->names[NIDA_ENTRY_DONOR][0], ==, "Kuwait");
  g_assert_cmpstr (row->entry->names[NIDA_ENTRY_DONOR][1], ==, "الكويت");
  g_assert_cmpstr (row->entry->names[NIDA_ENTRY_APPEAL][0], ==, "Appeal 2024");
  g_assert_cmpint (nida_entry_get_kind (row->entry), ==, NIDA_KIND_PLEDGE);
  g_assert_cmpstr (nida_document_get_undo_name (nida_session_get_document (fixture->session)), ==, "Add Pledge");
  g_assert_nonnull (strstr (nida_pledge_line_get_message (fixture->line), "$5,000,000"));
}

/* The same donor by its Arabic name. */
static void
test_arabic (Fixture       *fixture,
             gconstpointer  data)
{
  nida_pledge_line_fill (fixture->line, "الكويت", "1000", "KWD");
  g_assert_true (nida_pledge_line_enter (fixture->line));
  g_assert_cmpstr (nida_ledger_get (nida_session_get_ledger (fixture->session), 0)->entry->names[NIDA_ENTRY_DONOR][0], ==, "Kuwait");
}

/* Who works in Arabic reads it back in Arabic. */
static void
test_told_in_arabic (Fixture       *fixture,
                     gconstpointer  data)
{
  GSettings *settings = nida_look_get_settings (nida_look_get ());

  g_settings_set_string (settings, "language", "ar");
  nida_pledge_line_fill (fixture->line, "Kuwait", "1000", "KWD");
  g_assert_true (nida_pledge_line_enter (fixture->line));
  g_settings_set_string (settings, "language", "en");
  g_assert_nonnull (strstr (nida_pledge_line_get_message (fixture->line), "الكويت"));
  g_assert_null (strstr (nida_pledge_line_get_message (fixture->line), "Kuwait"));
}

static void
test_unclear (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct { const char *donor, *amount, *currency, *message; } cases[] = {
    { "", "5", "USD", "Who pledges" }, { "Kuwait", "much", "USD", "How much" }, { "Kuwait", "5", "$", "In which currency" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      nida_pledge_line_fill (fixture->line, cases[i].donor, cases[i].amount, cases[i].currency);
      g_assert_false (nida_pledge_line_enter (fixture->line));
      g_assert_nonnull (strstr (nida_pledge_line_get_message (fixture->line), cases[i].message));
    }
  g_assert_cmpuint (count_entries (fixture), ==, 0);
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  nida_pledge_line_fill (fixture->line, "Oman", "5", "USD");
  g_assert_true (nida_pledge_line_enter (fixture->line));
  g_assert_cmpuint (count_entries (fixture), ==, 1);
  nida_document_undo (nida_session_get_document (fixture->session));
  g_assert_cmpuint (count_entries (fixture), ==, 0);
}

/* Without a show it is for the one appeal of the data, and an appeal that nobody knows is asked again. */
static void
test_appeal (Fixture       *fixture,
             gconstpointer  data)
{
  GtkEditable *purpose = GTK_EDITABLE (nida_pledge_line_get_purpose (fixture->line));

  g_assert_cmpstr (gtk_editable_get_text (purpose), ==, "Appeal 2024");
  nida_pledge_line_fill (fixture->line, "Oman", "5", "USD");
  gtk_editable_set_text (purpose, "Apeal 2024");
  g_assert_false (nida_pledge_line_enter (fixture->line));
  g_assert_nonnull (strstr (nida_pledge_line_get_message (fixture->line), "For what?"));
  gtk_editable_set_text (purpose, "");
  g_assert_true (nida_pledge_line_enter (fixture->line));
  g_assert_null (nida_ledger_get (nida_session_get_ledger (fixture->session), 0)->entry->names[NIDA_ENTRY_APPEAL][0]);
}

static void
put_slide (NidaDocument *document)
{
  g_autoptr (NidaSlide) slide = nida_slide_new ();
  g_autoptr (NidaChartSpec) coverage = nida_chart_spec_new (NIDA_CHART_COVERAGE);
  g_autofree char *text = NULL;

  coverage->query->by[coverage->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_CATEGORY, NIDA_STEP_NONE };
  nida_query_add_filter (coverage->query, NIDA_FIELD_APPEAL, "Appeal 2024");
  nida_slide_add (slide, coverage, NULL);
  text = nida_slide_to_text (slide);
  nida_document_begin (document, "Add a Slide", NULL);
  nida_document_set (document, NIDA_ITEM_SLIDE, "one", text);
  nida_document_end (document);
}

/* The objectives of the slide's appeal, and of them the one that is selected before the room. */
static void
test_slide (Fixture       *fixture,
            gconstpointer  data)
{
  NidaLook *look = nida_look_get ();
  g_autoptr (NidaLanguage) english = nida_look_make_language (look, "en"), arabic = nida_look_make_language (look, "ar");
  g_autoptr (NidaShowSlides) slides = NULL;
  g_autoptr (NidaShow) show = NULL;
  const NidaEntry *entry;
  NidaScene *scene;

  put_slide (nida_session_get_document (fixture->session));
  slides = nida_show_slides_new (fixture->session);
  show = nida_show_new (NIDA_SHOW_SOURCE (slides), english, arabic, FALSE);
  g_assert_nonnull (nida_show_get_scene (show));
  nida_pledge_line_follow (fixture->line, show);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (nida_pledge_line_get_purpose (fixture->line))), ==, "");
  scene = nida_show_get_scene (show);
  for (guint i = 0; i < nida_scene_get_n_nodes (scene) && nida_show_get_selected (show) == NULL; i++)
    {
      const NidaNode *node = nida_scene_get_node (scene, i);

      if (node->mark != NULL && node->mark->n_fields > 0 && node->mark->fields[0] == NIDA_FIELD_CATEGORY && g_str_equal (node->mark->values[0], "Food"))
        nida_show_select (show, node->key);
    }
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (nida_pledge_line_get_purpose (fixture->line))), ==, "Food");
  nida_pledge_line_fill (fixture->line, "Kuwait", "5 million", "USD");
  g_assert_true (nida_pledge_line_enter (fixture->line));
  entry = nida_ledger_get (nida_session_get_ledger (fixture->session), 0)->entry;
  g_assert_cmpstr (entry->names[NIDA_ENTRY_CATEGORY][0], ==, "Food");
  g_assert_cmpstr (entry->names[NIDA_ENTRY_CATEGORY][1], ==, "الغذاء");
  g_assert_cmpstr (entry->names[NIDA_ENTRY_APPEAL][0], ==, "Appeal 2024");
}

/* The room hears a donor by the name that the slides have. */
static void
test_announced (Fixture       *fixture,
                gconstpointer  data)
{
  NidaLook *look = nida_look_get ();
  g_autoptr (NidaLanguage) english = nida_look_make_language (look, "en"), arabic = nida_look_make_language (look, "ar");
  g_autoptr (NidaShowSlides) slides = NULL;
  g_autoptr (NidaShow) show = NULL;

  put_slide (nida_session_get_document (fixture->session));
  slides = nida_show_slides_new (fixture->session);
  show = nida_show_new (NIDA_SHOW_SOURCE (slides), english, arabic, FALSE);
  nida_pledge_line_follow (fixture->line, show);
  nida_pledge_line_fill (fixture->line, "Japan, Government of", "5 million", "USD");
  g_assert_true (nida_pledge_line_enter (fixture->line));
  g_assert_nonnull (strstr (nida_show_get_announced (show), "Japan"));
  g_assert_null (strstr (nida_show_get_announced (show), "Government"));
  g_assert_null (strstr (nida_pledge_line_get_message (fixture->line), "Government"));
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

/* The width of the presenter's window on a screen of 800 points: what an empty field asks for is whole in both languages. */
static void
test_large_text (Fixture       *fixture,
                 gconstpointer  data)
{
  int dpi;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  for (guint arabic = 0; arabic < 2; arabic++)
    {
      GtkWidget *window = gtk_window_new (), *line;

      nida_look_switch_language (nida_look_get ());
      line = nida_pledge_line_new (fixture->session);
      gtk_widget_add_css_class (window, "nida");
      gtk_widget_add_css_class (window, "nida-presenter");
      gtk_window_set_child (GTK_WINDOW (window), line);
      gtk_window_set_default_size (GTK_WINDOW (window), 760, 200);
      gtk_window_present (GTK_WINDOW (window));
      g_assert_true (ui_test_wait (is_mapped, line));
      ui_test_run_for (300);
      g_assert_cmpint (gtk_widget_get_width (line), <=, 760);
      g_assert_cmpstr (ui_test_find_cut (line), ==, NULL);
      gtk_window_destroy (GTK_WINDOW (window));
    }
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/pledge-line/amounts-are-exact-or-asked-again", test_amounts);
  ADD ("/pledge-line/enter-makes-an-entry", test_enter);
  ADD ("/pledge-line/a-donor-by-its-arabic-name", test_arabic);
  ADD ("/pledge-line/arabic/is-told-by-its-arabic-name", test_told_in_arabic);
  ADD ("/pledge-line/what-is-not-clear-is-asked", test_unclear);
  ADD ("/pledge-line/for-the-one-appeal-of-the-data", test_appeal);
  ADD ("/pledge-line/for-what-the-slide-shows", test_slide);
  ADD ("/pledge-line/announced/by-the-name-that-slides-have", test_announced);
  ADD ("/pledge-line/one-step-for-undo", test_undo);
  ADD ("/pledge-line/large-text-fits-a-small-screen", test_large_text);
  return g_test_run ();
}
