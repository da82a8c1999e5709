/* slide-pages.c: every slide is a page, every note stands on one, and a PDF of them names its title and language. */
#include "slide-pages.h"

#include "export.h"
#include "sample.h"

#include <string.h>

static const SampleRow rows[] = {
  { NIDA_KIND_PAID, "2026-01-05", NULL, NULL, "Food Security", NULL, "Donor 1", NULL, 400, NULL },
  { NIDA_KIND_PAID, "2026-02-15", NULL, NULL, "Health", NULL, "Donor 2", NULL, 88, NULL },
};

static GPtrArray *
build (NidaItems *items,
       gboolean   arabic,
       gboolean   notes)
{
  g_autoptr (NidaDataset) dataset = sample_dataset (rows, G_N_ELEMENTS (rows));
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaLanguage) english = nida_language_new ("en", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF), other = nida_language_new ("ar", NIDA_DIGITS_AUTO, NIDA_MONTHS_GULF);
  g_autoptr (NidaMeasurer) measurer = nida_fixed_measurer_new ();
  g_autoptr (GPtrArray) slides = nida_slide_pages_read (items, NULL);
  NidaSlideContext context = { .languages = { english, other }, .measurers = { measurer, measurer }, .arabic = arabic, .theme = NIDA_THEME_PRINT };

  return nida_slide_pages_build (slides, engine, NULL, &context, notes);
}

static NidaItems *
new_items (const char *notes)
{
  NidaItems *items = nida_items_new ();
  g_autoptr (NidaSlide) slide = nida_slide_new ();
  g_autoptr (NidaChartSpec) spec = nida_chart_spec_new (NIDA_CHART_RANKING);
  g_autofree char *text = NULL;

  spec->query->by[spec->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  nida_slide_add (slide, spec, NULL);
  slide->title_ar = g_strdup ("الجهات المانحة");
  slide->notes = g_strdup (notes);
  text = nida_slide_to_text (slide);
  nida_items_put (items, nida_item_new (NIDA_ITEM_SLIDE, "a", 1, text));
  nida_items_put (items, nida_item_new (NIDA_ITEM_SLIDE, "b", 2, "[Nida slide]\nlayout=cube\n"));
  nida_items_put (items, nida_item_new (NIDA_ITEM_SLIDE, "c", 3, "[Nida slide]\nlayout=title\ntitle=End\n"));
  return items;
}

static void
test_pages (void)
{
  g_autoptr (NidaItems) items = new_items (NULL);
  g_autoptr (GPtrArray) slides = NULL, pages = build (items, TRUE, FALSE);
  g_autofree char *title = nida_slide_pages_title (pages);
  guint n_unknown;

  slides = nida_slide_pages_read (items, &n_unknown);
  g_assert_cmpuint (slides->len, ==, 2);
  g_assert_cmpuint (n_unknown, ==, 1);
  g_assert_cmpuint (pages->len, ==, 2);
  g_assert_cmpstr (title, ==, "الجهات المانحة");
  g_assert_nonnull (nida_scene_find (pages->pdata[1], "foot/number"));
  g_assert_true (nida_scene_is_rtl (pages->pdata[0]));
}

/* No word of long notes is lost, and none leaves its page. */
static void
test_notes (void)
{
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autoptr (NidaItems) items = NULL;
  g_autoptr (GPtrArray) pages = NULL;
  guint found = 0;

  for (guint i = 0; i < 120; i++)
    g_string_append_printf (notes, "%sPoint %u of what the speaker says, in a sentence that is longer than a line of the page is wide.", i > 0 ? "\n" : "", i);
  items = new_items (notes->str);
  pages = build (items, FALSE, TRUE);
  g_assert_cmpuint (pages->len, >, 3);
  for (guint p = 0; p < pages->len; p++)
    for (guint i = 0; i < nida_scene_get_n_nodes (pages->pdata[p]); i++)
      {
        const NidaNode *node = nida_scene_get_node (pages->pdata[p], i);

        g_assert_cmpfloat (node->box.y + node->box.height, <=, nida_scene_get_height (pages->pdata[p]) + 0.01);
        found += g_str_has_prefix (node->key, "notes/");
      }
  g_assert_cmpuint (found, ==, 120);
}

static void
test_pdf (void)
{
  g_autoptr (NidaItems) items = new_items ("Begin with the figure.");
  g_autoptr (GPtrArray) pages = build (items, TRUE, TRUE);
  g_autofree char *title = nida_slide_pages_title (pages);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = nida_scenes_export_pdf (pages, title, NIDA_THEME_PRINT, "ar", &error);
  gsize size;
  const char *data;

  g_assert_no_error (error);
  data = g_bytes_get_data (pdf, &size);
  g_assert_true (g_str_has_prefix (data, "%PDF-"));
  g_assert_nonnull (memmem (data, size, "/Count 2", 8));
  g_assert_nonnull (memmem (data, size, "/Lang (ar)", 10));
}

/* The number that stands behind the next @words after *@at, which goes there; 0 where there is none. */
static guint
next_number (const char **at,
             const char  *end,
             const char  *words)
{
  const char *found = memmem (*at, (gsize) (end - *at), words, strlen (words));

  if (found == NULL)
    return 0;
  *at = found + strlen (words);
  return (guint) strtoul (*at, NULL, 10);
}

static char *
dup_utf16 (const char *text)
{
  glong n = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &n, NULL);
  GString *string = g_string_new ("/Alt <FEFF");

  for (glong i = 0; i < n; i++)
    g_string_append_printf (string, "%04X", units[i]);
  g_string_append_c (string, '>');
  return g_string_free (string, FALSE);
}

/* Who hears the file finds what a page shows on that page: the last version of each figure has its words, and the page's number. */
static void
test_figures (void)
{
  g_autoptr (NidaItems) items = new_items ("Begin with the figure.");
  g_autoptr (GPtrArray) pages = build (items, TRUE, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = nida_scenes_export_pdf (pages, "Title", NIDA_THEME_PRINT, "en", &error);
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size), *end = data + size, *kids = data, *figure;

  g_assert_cmpuint (pages->len, >, 1);
  next_number (&kids, end, "/Kids [ ");
  figure = memmem (data, size, "%%EOF", 5);      /* behind what Cairo wrote */
  g_assert_nonnull (figure);
  for (guint i = 0; i < pages->len; i++)
    {
      g_autofree char *words = dup_utf16 (nida_scene_get_description (pages->pdata[i]));
      guint page = (guint) strtoul (kids, (char **) &kids, 10);

      g_assert_cmpuint (next_number (&figure, end, "/Pg "), ==, page);
      next_number (&figure, end, "/Alt ");
      g_assert_true (g_str_has_prefix (figure - strlen ("/Alt "), words));
      kids += strlen (" 0 R");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slide-pages/a-page-a-slide", test_pages);
  g_test_add_func ("/slide-pages/notes-go-on-behind", test_notes);
  g_test_add_func ("/slide-pages/pdf-has-title-and-language", test_pdf);
  g_test_add_func ("/slide-pages/pdf-describes-each-page-on-it", test_figures);
  return g_test_run ();
}
