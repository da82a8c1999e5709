/* The page of the donor report: its figures, its words, its place for everything, in both directions. */
#include "donor-fixture.h"

#include "ledger.h"
#include "sample.h"

#include <string.h>

static NidaScene *
page_of (const char            *donor,
         const char            *code,
         const NidaLetterhead  *letterhead,
         const char            *mark)
{
  g_autoptr (NidaLocalEngine) engine = donor_engine (DONOR_ROWS);
  g_autoptr (NidaLanguage) language = nida_language_new (code, NIDA_DIGITS_LATN, NIDA_MONTHS_GULF);
  g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();
  g_autoptr (NidaSources) sources = nida_sources_new (nida_local_engine_get_dataset (engine), language);
  g_autoptr (NidaQuery) question = nida_query_new ();
  g_autoptr (GError) error = NULL;
  NidaDonorReport report = { .question = question, .donor = donor, .letterhead = letterhead, .embargo = NIDA_DATE_NONE };
  const NidaChartContext context = { .language = language, .measurer = measurer, .as_of = sources->as_of };
  NidaScene *scene;

  sources->retrieved = 0;      /* its file is written anew by each run */
  if (mark != NULL)
    g_assert_true (nida_donor_report_parse_mark (mark, &report.draft, &report.embargo));
  scene = nida_donor_report_build (&report, engine, sources, &context, &error);
  g_assert_no_error (error);
  return scene;
}

/* Beside the rows of a ledger in which Kuwait pledged and paid. */
static NidaScene *
page_with_own (gboolean on)
{
  g_autoptr (NidaLocalEngine) public = donor_engine (DONOR_ROWS), engine = NULL;
  g_autoptr (NidaItems) items = nida_items_new ();
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);
  g_autoptr (NidaLedger) ledger = NULL;
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (NidaLanguage) language = nida_language_new ("en", NIDA_DIGITS_LATN, NIDA_MONTHS_GULF);
  g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();
  g_autoptr (NidaSources) sources = NULL;
  g_autoptr (NidaQuery) question = nida_query_new ();
  g_autofree char *text = NULL;
  NidaDonorReport report = { .question = question, .donor = "Kuwait", .embargo = NIDA_DATE_NONE };
  const NidaChartContext context = { .language = language, .measurer = measurer };

  nida_entry_set_name (entry, NIDA_ENTRY_DONOR, "Kuwait", NULL);
  nida_entry_add_step (entry, NIDA_ENTRY_PAID, nida_date_new_day (2025, 5, 9), 1, "Noura");
  entry->amount = 1000;
  text = nida_entry_to_text (entry);
  if (on)
    nida_items_put (items, nida_item_new (NIDA_ITEM_ENTRY, "one", 0, text));
  ledger = nida_ledger_new (items, NULL);
  dataset = nida_ledger_append (ledger, nida_local_engine_get_dataset (public), NULL);
  engine = nida_local_engine_new (dataset);
  sources = nida_sources_new (dataset, language);
  return nida_donor_report_build (&report, engine, sources, &context, NULL);
}

static guint
count_signs (NidaScene *scene)
{
  guint n = 0;

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    n += strstr (nida_scene_get_node (scene, i)->key, "/own/") != NULL;
  return n;
}

/* Signs stand on figures and bars, and the foot says once what they mean. */
static void
test_own (void)
{
  g_autoptr (NidaScene) with = page_with_own (TRUE), without = page_with_own (FALSE);

  g_assert_nonnull (nida_scene_find (with, "card/0/own"));
  g_assert_nonnull (nida_scene_find (with, "foot/own"));
  g_assert_null (nida_scene_find (with, "card/4/own"));      /* nothing is pledged of it */
  g_assert_nonnull (strstr (nida_scene_get_description (with), "the desk’s own"));
  g_assert_cmpuint (count_signs (with), >, 3);
  g_assert_null (nida_scene_find (with, "chart/0/legend/own"));
  g_assert_cmpuint (count_signs (without), ==, 0);
  g_assert_null (nida_scene_find (without, "foot/own"));
}

static gboolean
overlap (NidaBox a,
         NidaBox b)
{
  return a.x + 0.1 < b.x + b.width && b.x + 0.1 < a.x + a.width && a.y + 0.1 < b.y + b.height && b.y + 0.1 < a.y + a.height;
}

/* "chart/0/" for a text of the first chart, "" for one of the page. */
static char *
part_of (const NidaNode *node)
{
  const char *end = g_str_has_prefix (node->key, "chart/") ? strchr (node->key + strlen ("chart/"), '/') : NULL;

  return end != NULL ? g_strndup (node->key, end - node->key) : g_strdup ("");
}

/* Every text is on the page, and no chart reaches into another or into the page; each chart has tests of its own. */
static void
assert_tidy (NidaScene *scene)
{
  const NidaBox page = { 0, 0, NIDA_PAGE_WIDTH, NIDA_PAGE_HEIGHT };

  for (guint i = 0; i < nida_scene_get_n_nodes (scene); i++)
    for (guint j = i; j < nida_scene_get_n_nodes (scene); j++)
      {
        const NidaNode *a = nida_scene_get_node (scene, i), *b = nida_scene_get_node (scene, j);
        g_autofree char *of_a = part_of (a), *of_b = part_of (b);

        if (a->shape != NIDA_SHAPE_TEXT || b->shape != NIDA_SHAPE_TEXT)
          continue;
        if (i == j && (a->box.x < page.x - 0.1 || a->box.y < page.y || a->box.x + a->box.width > page.width + 0.1
                       || a->box.y + a->box.height > page.height))
          g_error ("%s leaves the page", a->key);
        if (i != j && (g_strcmp0 (of_a, of_b) != 0 || *of_a == '\0') && overlap (a->box, b->box))
          g_error ("%s overlaps %s", a->key, b->key);
      }
}

static void
test_golden (void)
{
  const NidaLetterhead letterhead = { .text = (char *) "Desk of Relief\nKuwait City" };
  g_autoptr (NidaScene) ltr = page_of ("Kuwait", "en", NULL, NULL);
  g_autoptr (NidaScene) rtl = page_of ("Kuwait", "ar", &letterhead, "embargoed until 2026-12-01");

  assert_tidy (ltr);
  assert_tidy (rtl);
  sample_assert_golden (ltr, "donor-report-ltr");
  sample_assert_golden (rtl, "donor-report-rtl");
}

/* Where words of the page take two lines, a figure stands with what it counts, and no word is divided. */
static void
test_lines (void)
{
  static const char * const keys[] = { "title", "card/0/context" };
  g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();
  guint n_two = 0;

  for (guint i = 0; i < 2 * G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (NidaScene) scene = page_of ("Kuwait", i % 2 == 0 ? "en" : "ar", NULL, NULL);
      const NidaNode *node = nida_scene_find (scene, keys[i / 2]);
      double scale = nida_scene_get_scale (scene);
      g_auto (GStrv) words = g_strsplit (node->text, " ", -1);

      g_assert_nonnull (strstr (node->text, "\u00a0"));
      n_two += node->max_lines > 1;
      for (guint j = 0; words[j] != NULL; j++)
        g_assert_cmpfloat (nida_measurer_width (measurer, words[j], node->font, scale), <=, node->box.width + 0.5);
    }
  g_assert_cmpuint (n_two, >, 1);
}

static void
test_figures (void)
{
  g_autoptr (NidaScene) scene = page_of ("Kuwait", "en", NULL, NULL);
  const char *description = nida_scene_get_description (scene);

  g_assert_cmpfloat (nida_scene_get_width (scene), ==, NIDA_PAGE_WIDTH);
  g_assert_cmpstr (nida_scene_get_title (scene), ==, "Kuwait gave $10\u00a0million, 90% of it for Sudan");
  g_assert_cmpstr (sample_text (scene, "card/0/context"), ==, "$10,000,000 in 3\u00a0flows");
  g_assert_cmpstr (sample_text (scene, "card/1/number"), ==, "9.5%");
  g_assert_cmpstr (sample_text (scene, "card/2/number"), ==, "3");
  g_assert_cmpstr (sample_text (scene, "card/3/number"), ==, "70%");
  g_assert_cmpstr (sample_text (scene, "card/4/number"), ==, "2.5");
  g_assert_nonnull (strstr (description, "Source: Ledger."));
  g_assert_nonnull (strstr (description, "each flow once"));
  /* The source is said once, not under each chart. */
  g_assert_null (strstr (strstr (description, "Source: Ledger.") + 1, "Source: Ledger."));
  g_assert_null (nida_scene_find (scene, "mark"));
  /* Donors have no hues here: blue is the one that the page is about. */
  g_assert_cmpint (nida_scene_find (scene, "chart/5/bar/Kuwait")->fill, ==, NIDA_COLOR_RECEIVED);
  g_assert_cmpint (nida_scene_find (scene, "chart/5/bar/Sweden")->fill, ==, NIDA_COLOR_OTHER);
}

/* A picture keeps its proportions and the start edge, however wide it is. */
static void
test_picture (void)
{
  static const double sizes[][2] = { { 200, 50 }, { 3000, 60 }, { 40, 400 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint arabic = 0; arabic < 2; arabic++)
      {
        g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);
        const NidaLetterhead letterhead = { .picture = bytes, .width = sizes[i][0], .height = sizes[i][1] };
        g_autoptr (NidaScene) scene = page_of ("Kuwait", arabic ? "ar" : "en", &letterhead, NULL);
        NidaBox box = nida_scene_find (scene, "head/letterhead")->box, rule = nida_scene_find (scene, "head/rule")->box;

        g_assert_cmpfloat_with_epsilon (box.width / box.height, sizes[i][0] / sizes[i][1], 1e-6);
        g_assert_cmpfloat (box.y + box.height, <=, rule.y);
        g_assert_cmpfloat (box.width, <, rule.width / 2);
        g_assert_cmpfloat_with_epsilon (arabic ? box.x + box.width : box.x, arabic ? rule.x + rule.width : rule.x, 1e-6);
      }
}

/* Gifts that cannot be converted are not "no money". */
static void
test_without_rate (void)
{
  g_autoptr (NidaLocalEngine) engine = donor_engine (DONOR_ROWS);
  g_autoptr (NidaLanguage) language = nida_language_new ("en", NIDA_DIGITS_LATN, NIDA_MONTHS_GULF);
  g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();
  g_autoptr (NidaSources) sources = nida_sources_new (nida_local_engine_get_dataset (engine), language);
  g_autoptr (NidaQuery) question = nida_query_new ();
  NidaDonorReport report = { .question = question, .donor = "Kuwait", .embargo = NIDA_DATE_NONE };
  const NidaChartContext context = { .language = language, .measurer = measurer };
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaScene) scene = NULL;

  question->currency = g_strdup ("EUR");
  nida_date_parse ("2025", 4, &question->from);
  scene = nida_donor_report_build (&report, engine, sources, &context, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (nida_scene_get_title (scene), ==, "Since 2025: What Kuwait gave has no known amount in this currency");
}

static void
test_without_money (void)
{
  g_autoptr (NidaScene) scene = page_of ("Finland", "en", NULL, "draft");

  g_assert_cmpstr (nida_scene_get_title (scene), ==, "The sources hold no money from Finland");
  g_assert_cmpstr (sample_text (scene, "mark"), ==, "Draft");
  g_assert_cmpstr (sample_text (scene, "foot/mark"), ==, "Draft");
  g_assert_null (nida_scene_find (scene, "chart/0/title"));
  assert_tidy (scene);
}

static void
test_marks (void)
{
  gboolean draft;
  NidaDate embargo;

  g_assert_true (nida_donor_report_parse_mark ("2026-12-01", &draft, &embargo));
  g_assert_false (draft);
  g_assert_cmpint (embargo.precision, ==, NIDA_PRECISION_DAY);
  g_assert_true (nida_donor_report_parse_mark ("draft", &draft, &embargo));
  g_assert_true (draft);
  g_assert_cmpint (embargo.precision, ==, NIDA_PRECISION_NONE);
  g_assert_false (nida_donor_report_parse_mark ("secret", &draft, &embargo));
  g_assert_false (nida_donor_report_parse_mark ("", &draft, &embargo));
}

typedef struct { GCancellable *cancellable; guint n; double done; } Steps;

static void
step_cb (double   done,
         gpointer data)
{
  Steps *steps = data;

  g_assert_cmpfloat (done, >, steps->done);
  g_assert_cmpfloat (done, <, 1);
  steps->done = done;
  if (++steps->n == 3)
    g_cancellable_cancel (steps->cancellable);
}

static void
test_cancelled (void)
{
  g_autoptr (NidaLocalEngine) engine = donor_engine (DONOR_ROWS);
  g_autoptr (NidaLanguage) language = nida_language_new ("en", NIDA_DIGITS_LATN, NIDA_MONTHS_GULF);
  g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();
  g_autoptr (NidaSources) sources = nida_sources_new (nida_local_engine_get_dataset (engine), language);
  g_autoptr (NidaQuery) question = nida_query_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Steps steps = { cancellable };
  NidaDonorReport report = {
    .question = question, .donor = "Kuwait", .embargo = NIDA_DATE_NONE, .cancellable = cancellable, .progress = step_cb, .progress_data = &steps,
  };
  const NidaChartContext context = { .language = language, .measurer = measurer, .as_of = sources->as_of };

  g_assert_null (nida_donor_report_build (&report, engine, sources, &context, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (steps.n, ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/donor-report/golden", test_golden);
  g_test_add_func ("/donor-report/figures", test_figures);
  g_test_add_func ("/donor-report/lines/figures-and-words-stay-whole", test_lines);
  g_test_add_func ("/donor-report/without-money/says-so", test_without_money);
  g_test_add_func ("/donor-report/without-a-rate/says-so", test_without_rate);
  g_test_add_func ("/donor-report/picture/keeps-its-proportions", test_picture);
  g_test_add_func ("/donor-report/marks", test_marks);
  g_test_add_func ("/donor-report/cancelled/after-the-chart-that-is-made", test_cancelled);
  g_test_add_func ("/donor-report/own/is-marked-and-said-once", test_own);
  return g_test_run ();
}
