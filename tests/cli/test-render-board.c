/* cli/render-board.c: of a document the board that its window opens is drawn, with all that was chosen on it. */
#include "support.h"

#include "donor-hues.h"
#include "view.h"

#include <locale.h>
#include <string.h>

#define DATA       "date,donor,recipient,amount_usd\n2024-01-01,Kuwait,IOM,5\n2024-01-01,Qatar,UNHCR,7\n"
#define HUE_1 "rgb(53.333333%,26.666667%,40%)"
#define HUE_2 "rgb(20%,60%,66.666667%)"
#define OTHER_DATA "date,donor,recipient,amount_usd\n2024-01-01,Kuwait,WFP,11\n"

/* A board of one ranking. */
static NidaFilterSet *
one_ranking (NidaField field)
{
  NidaFilterSet *filters = nida_filter_set_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new (), charts = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_chart_spec_free);
  g_autoptr (NidaArrangement) arrangement = NULL;
  NidaChartSpec *spec = nida_chart_spec_new (NIDA_CHART_RANKING);

  spec->query->by[spec->query->n_by++] = (NidaGroupBy) { field, NIDA_STEP_NONE };
  g_ptr_array_add (charts, spec);
  arrangement = nida_arrangement_new (none, charts);
  nida_filter_set_set_arrangement (filters, arrangement);
  return filters;
}

static void
put_board (NidaDocument        *document,
           const char          *id,
           const NidaFilterSet *filters,
           const char          *title,
           const char          *title_ar)
{
  g_autoptr (NidaView) view = nida_view_new (filters, title, title_ar);
  g_autofree char *text = nida_view_to_text (view);

  nida_document_set (document, NIDA_ITEM_BOARD, id, text);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  fixture_init (self, DATA);
}

static char *
dup_other (Fixture *self)
{
  return g_build_filename (self->folder, "others.csv", NULL);
}

/* A document of two tables with two boards, of which the window opens the one named @opening; NULL: it says none. */
static void
save (Fixture             *self,
      const NidaFilterSet *first,
      const NidaFilterSet *second,
      const char          *opening)
{
  g_autoptr (NidaDocument) document = nida_document_new ();
  g_autofree char *other = dup_other (self);

  g_assert_true (g_file_set_contents (other, OTHER_DATA, -1, NULL));
  nida_document_set_sources (document, (const char *[]) { self->data, other, NULL });
  nida_document_begin (document, "New Board", NULL);
  put_board (document, "a", first, "Briefing for Kuwait", "إحاطة للكويت");
  if (second != NULL)
    put_board (document, "b", second, "The whole desk", NULL);
  if (opening != NULL)
    nida_document_set (document, NIDA_ITEM_SETTING, "board", opening);
  nida_document_end (document);
  fixture_save (self, document);
}

/* Returns the exit status. */
static int
draw (Fixture     *self,
      const char  *words,
      char       **svg)
{
  g_autofree char *out = g_build_filename (self->folder, "out.svg", NULL), *all = g_strconcat ("--chart board ", words, NULL);
  int status = render (self, "out.svg", all);

  g_clear_pointer (svg, g_free);
  if (status == NIDA_EXIT_DONE)
    g_assert_true (g_file_get_contents (out, svg, NULL, NULL));
  return status;
}

/* By its description: the words in it are drawn. */
static void
assert_says (const char *svg,
             const char *words,
             gboolean    says)
{
  if ((strstr (svg, words) != NULL) != says)
    g_error ("%s is %s", words, says ? "missing" : "there");
}

static void
test_own_charts (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr (NidaFilterSet) filters = one_ranking (NIDA_FIELD_RECIPIENT);
  g_autofree char *svg = NULL;

  save (self, filters, NULL, NULL);
  g_assert_cmpint (draw (self, "--lang en", &svg), ==, NIDA_EXIT_DONE);
  assert_says (svg, "Briefing for Kuwait", TRUE);
  assert_says (svg, "Received by recipient", TRUE);
  assert_says (svg, "Total: $23", TRUE);
  assert_says (svg, "Qatar", FALSE);      /* the data call for a chart of donors too */
  g_assert_cmpint (draw (self, "--lang ar", &svg), ==, NIDA_EXIT_DONE);
  assert_says (svg, "إحاطة للكويت", TRUE);
}

/* Whoever gives most has the hue that the document says. */
static void
test_hues (Fixture       *self,
           gconstpointer  data)
{
  static const char * const orders[][2] = { { "Kuwait", "Qatar" }, { "Qatar", "Kuwait" } };
  g_autofree char *out = g_build_filename (self->folder, "chart.svg", NULL);
  char *board[2] = { NULL }, *chart[2] = { NULL };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (NidaDocument) document = nida_document_new ();
      g_autoptr (NidaColorMap) colors = nida_color_map_new ();

      for (guint k = 0; k < 2; k++)
        nida_color_map_pin (colors, NIDA_FIELD_DONOR, orders[i][k]);
      nida_document_set_sources (document, (const char *[]) { self->data, NULL });
      nida_document_keep_donor_hues (document, colors);
      fixture_save (self, document);
      g_assert_cmpint (draw (self, "--lang en", &board[i]), ==, NIDA_EXIT_DONE);
      g_assert_cmpint (render (self, "chart.svg", "--chart ranking --lang en"), ==, NIDA_EXIT_DONE);
      g_assert_true (g_file_get_contents (out, &chart[i], NULL, NULL));
    }
  /* bars are drawn from the largest: of Qatar */
  for (guint i = 0; i < 2; i++)
    {
      const char *first = strstr (chart[i], HUE_1), *second = strstr (chart[i], HUE_2);

      g_assert_true (first != NULL && second != NULL);
      g_assert_true ((first < second) == (i == 1));
      g_assert_nonnull (strstr (board[i], HUE_1));
    }
  g_assert_cmpstr (board[0], !=, board[1]);
  for (guint i = 0; i < 2; i++)
    {
      g_free (board[i]);
      g_free (chart[i]);
    }
}

static void
test_opening (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (NidaFilterSet) first = one_ranking (NIDA_FIELD_RECIPIENT), second = one_ranking (NIDA_FIELD_DONOR);
  g_autofree char *svg = NULL;

  save (self, first, second, NULL);
  g_assert_cmpint (draw (self, "--lang en", &svg), ==, NIDA_EXIT_DONE);
  assert_says (svg, "Received by recipient", TRUE);
  save (self, first, second, "b");
  g_assert_cmpint (draw (self, "--lang en", &svg), ==, NIDA_EXIT_DONE);
  assert_says (svg, "Received by donor", TRUE);
  assert_says (svg, "Received by recipient", FALSE);
  save (self, first, second, "gone");
  g_assert_cmpint (draw (self, "--lang en", &svg), ==, NIDA_EXIT_DONE);
  assert_says (svg, "Received by recipient", TRUE);
}

/* By a title in either language, whatever the language that is drawn, or by its number. */
static void
test_named (Fixture       *self,
            gconstpointer  data)
{
  static const struct { const char *words, *title; } cases[] = {
    { "--board 'the whole DESK' --lang en", "The whole desk" }, { "--board 2 --lang ar", "The whole desk" },
    { "--board 'إحاطة للكويت' --lang en", "Briefing for Kuwait" }, { "--board 'Briefing for Kuwait' --lang ar", "إحاطة للكويت" },
    { "--board 1 --lang en", "Briefing for Kuwait" },
  };
  g_autoptr (NidaFilterSet) first = one_ranking (NIDA_FIELD_RECIPIENT), second = one_ranking (NIDA_FIELD_DONOR);
  g_autofree char *svg = NULL;

  save (self, first, second, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (draw (self, cases[i].words, &svg), ==, NIDA_EXIT_DONE);
      assert_says (svg, cases[i].title, TRUE);
    }
  g_assert_cmpint (draw (self, "--board 3", &svg), ==, NIDA_EXIT_USAGE);
  g_assert_cmpint (draw (self, "--board 0", &svg), ==, NIDA_EXIT_USAGE);
  g_assert_cmpint (draw (self, "--board 'The whole'", &svg), ==, NIDA_EXIT_USAGE);
}

/* Nothing else goes with it, and without it nothing says what to draw. */
static void
test_named_alone (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr (NidaFilterSet) filters = one_ranking (NIDA_FIELD_RECIPIENT);

  save (self, filters, NULL, NULL);
  g_assert_cmpint (render (self, "out.svg", "--board 1"), ==, NIDA_EXIT_DONE);
  g_assert_cmpint (render (self, "out.svg", "--chart ranking --board 1"), ==, NIDA_EXIT_USAGE);
  g_assert_cmpint (render (self, "out.pdf", "--slides --board 1"), ==, NIDA_EXIT_USAGE);
  g_assert_cmpint (render (self, "out.svg", ""), ==, NIDA_EXIT_USAGE);
}

static void
test_filters (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (NidaFilterSet) filters = one_ranking (NIDA_FIELD_RECIPIENT);
  g_autofree char *svg = NULL;

  nida_filter_set_add (filters, NIDA_FIELD_DONOR, "Kuwait");
  save (self, filters, NULL, NULL);
  g_assert_cmpint (draw (self, "--lang en", &svg), ==, NIDA_EXIT_DONE);
  assert_says (svg, "Total: $16", TRUE);
  g_assert_cmpint (draw (self, "--lang en --where donor=Qatar", &svg), ==, NIDA_EXIT_DONE);
  assert_says (svg, "Total: $7", TRUE);
  g_assert_cmpint (draw (self, "--lang en --where donor=Qattar", &svg), ==, NIDA_EXIT_USAGE);
}

static void
test_switched_off (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr (NidaFilterSet) filters = one_ranking (NIDA_FIELD_RECIPIENT);
  g_autofree char *svg = NULL, *other = dup_other (self);

  save (self, filters, NULL, NULL);
  g_assert_cmpint (draw (self, "--lang en", &svg), ==, NIDA_EXIT_DONE);
  assert_says (svg, "Total: $23", TRUE);
  nida_filter_set_set_off (filters, other, TRUE);
  save (self, filters, NULL, NULL);
  g_assert_cmpint (draw (self, "--lang en", &svg), ==, NIDA_EXIT_DONE);
  assert_says (svg, "Total: $12", TRUE);
  nida_filter_set_set_off (filters, self->data, TRUE);
  save (self, filters, NULL, NULL);
  g_assert_cmpint (draw (self, "--lang en", &svg), ==, NIDA_EXIT_INPUT);
}

/* The table as it was read before it changed; the other board shows it as it is, unless the command line says a day. */
static void
test_as_of (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (NidaFilterSet) first = one_ranking (NIDA_FIELD_RECIPIENT), second = one_ranking (NIDA_FIELD_RECIPIENT);
  g_autofree char *svg = NULL;

  save (self, first, second, NULL);
  g_assert_cmpint (draw (self, "--lang en", &svg), ==, NIDA_EXIT_DONE);
  assert_says (svg, "Total: $23", TRUE);
  nida_filter_set_set_as_of (first, g_get_real_time ());
  g_usleep (2000);
  g_assert_true (g_file_set_contents (self->data, DATA "2024-03-01,Oman,IOM,100\n", -1, NULL));
  save (self, first, second, NULL);
  g_assert_cmpint (draw (self, "--lang en --board 2", &svg), ==, NIDA_EXIT_DONE);
  assert_says (svg, "Total: $123", TRUE);
  g_assert_cmpint (draw (self, "--lang en", &svg), ==, NIDA_EXIT_DONE);
  assert_says (svg, "Total: $23", TRUE);
  g_assert_cmpint (draw (self, "--lang en --as-of 2999-01-01", &svg), ==, NIDA_EXIT_DONE);
  assert_says (svg, "Total: $123", TRUE);
}

/* No copies of that time are held of a file that was never read. */
static void
test_not_held (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (NidaFilterSet) filters = one_ranking (NIDA_FIELD_RECIPIENT);
  g_autofree char *svg = NULL;

  nida_filter_set_set_as_of (filters, 1000000);
  save (self, filters, NULL, NULL);
  g_assert_cmpint (draw (self, "--lang en", &svg), ==, NIDA_EXIT_INPUT);
}

static void
test_one_chart_fails (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr (NidaFilterSet) filters = one_ranking (NIDA_FIELD_RECIPIENT);
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);
  g_autoptr (NidaArrangement) both = NULL;
  g_autofree char *svg = NULL;

  spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  nida_query_add_filter (spec->query, NIDA_FIELD_DONOR, "Nobody whom the data know");
  both = nida_arrangement_add (nida_filter_set_get_arrangement (filters), 1, spec);
  nida_filter_set_set_arrangement (filters, both);
  save (self, filters, NULL, NULL);
  g_assert_cmpint (draw (self, "--lang en", &svg), ==, NIDA_EXIT_DONE);
  assert_says (svg, "Total: $23", TRUE);
  assert_says (svg, "Nobody whom the data know", TRUE);
}

static void
test_damaged (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (NidaDocument) document = nida_document_new ();
  g_autofree char *svg = NULL;

  nida_document_set_sources (document, (const char *[]) { self->data, NULL });
  nida_document_begin (document, "New Board", NULL);
  nida_document_set (document, NIDA_ITEM_BOARD, "a", "no board");
  nida_document_end (document);
  g_assert_true (nida_document_save_as (document, self->path, NULL));
  g_assert_cmpint (draw (self, "--lang en", &svg), ==, NIDA_EXIT_INPUT);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");      /* as the program does: words of the command line are in it */
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/render-board/charts-and-titles-of-the-document", Fixture, NULL, set_up, test_own_charts, tear_down);
  g_test_add ("/render-board/donors-have-the-hues-of-the-document", Fixture, NULL, set_up, test_hues, tear_down);
  g_test_add ("/render-board/the-one-that-the-window-opens", Fixture, NULL, set_up, test_opening, tear_down);
  g_test_add ("/render-board/one-that-is-named", Fixture, NULL, set_up, test_named, tear_down);
  g_test_add ("/render-board/one-that-is-named-and-nothing-else", Fixture, NULL, set_up, test_named_alone, tear_down);
  g_test_add ("/render-board/filters-hold-unless-the-command-says-others", Fixture, NULL, set_up, test_filters, tear_down);
  g_test_add ("/render-board/sources-that-are-switched-off-are-not-counted", Fixture, NULL, set_up, test_switched_off, tear_down);
  g_test_add ("/render-board/data-are-read-as-of-its-moment", Fixture, NULL, set_up, test_as_of, tear_down);
  g_test_add ("/render-board/data-that-are-not-held-are-not-made-up", Fixture, NULL, set_up, test_not_held, tear_down);
  g_test_add ("/render-board/a-chart-without-an-answer-leaves-the-others", Fixture, NULL, set_up, test_one_chart_fails, tear_down);
  g_test_add ("/render-board/a-damaged-one-is-not-replaced-by-another", Fixture, NULL, set_up, test_damaged, tear_down);
  return g_test_run ();
}
