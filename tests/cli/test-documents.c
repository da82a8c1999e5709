/* cli/documents.c and convert-document.c: a command counts what a document says itself, and nothing of it gets lost on the way
 * into another. */
#include "support.h"

#include "alias-items.h"
#include "donor-hues.h"
#include "fiscal-start.h"
#include "layout-items.h"
#include "ledger.h"
#include "local-engine.h"
#include "palette.h"
#include "rate-items.h"
#include "view.h"

#include <cairo.h>

#include <glib/gstdio.h>
#include <sys/stat.h>

#define DATA "date,donor,amount_usd\n2024-01-01,Kuwait,5\n2024-01-01,Kuweit,7\n"

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  fixture_init (self, DATA);
}

static void
add_pledge (NidaDocument *document)
{
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);

  nida_entry_set_name (entry, NIDA_ENTRY_DONOR, "Qatar", NULL);
  entry->amount = 11000;
  g_strlcpy (entry->currency, "USD", sizeof entry->currency);
  g_free (nida_ledger_add (document, entry));
}

static void
join_names (NidaDocument *document)
{
  g_autoptr (NidaAliases) before = nida_aliases_new (), after = nida_aliases_new ();

  nida_aliases_add (after, NIDA_ALIAS_ORGANISATION, "Kuweit", "Kuwait", NULL);
  nida_document_begin (document, "Join Names", NULL);
  nida_alias_items_put (document, before, after);
  nida_document_end (document);
}

/* The second column has recipients. */
static void
correct_columns (NidaDocument *document)
{
  g_autoptr (NidaLayouts) before = nida_layouts_new (NULL), after = nida_layouts_new (NULL);
  g_autoptr (NidaLayout) detected = nida_layout_detect_text (DATA, sizeof DATA - 1, FALSE, NULL);
  g_autoptr (NidaLayout) layout = nida_layout_copy (detected);

  nida_layout_set_role (layout, 1, NIDA_FIELD_RECIPIENT);
  nida_layouts_remember (after, detected, layout, NULL);
  nida_document_begin (document, "Correct Columns", NULL);
  nida_layout_items_put (document, before, after);
  nida_document_end (document);
}

/* A document that is saved, with what @fill puts into it. */
static void
make_document (Fixture *self,
               gboolean with_data,
               void   (*fill) (NidaDocument *document))
{
  g_autoptr (NidaDocument) document = nida_document_new ();
  const char *inputs[] = { with_data ? self->data : NULL, NULL };

  nida_document_set_sources (document, inputs);
  fill (document);
  fixture_save (self, document);
}

static NidaOptions *
open_command (const char *command,
              const char *first,
              const char *output)
{
  char *argv[] = { (char *) command, (char *) first, output != NULL ? "-o" : NULL, (char *) output, NULL };

  return open_options (argv);
}

static NidaDataset *
load (const char *path)
{
  g_autoptr (NidaOptions) options = open_command ("query", path, NULL);
  int status = NIDA_EXIT_DONE;
  NidaDataset *dataset = nida_options_load (options, &status);

  g_assert_cmpint (status, ==, NIDA_EXIT_DONE);
  return dataset;
}

static void
test_ledger (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (NidaDataset) dataset = NULL, alone = NULL;

  make_document (self, TRUE, add_pledge);
  dataset = load (self->path);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 3);
  g_assert_cmpuint (nida_ledger_find_source (dataset), ==, 1);
  /* nothing else need be in it */
  make_document (self, FALSE, add_pledge);
  alone = load (self->path);
  g_assert_cmpuint (nida_dataset_get_n_rows (alone), ==, 1);
}

static void
test_names (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (NidaDataset) dataset = NULL;

  make_document (self, TRUE, join_names);
  dataset = load (self->path);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
  g_assert_cmpuint (nida_report_get_count (nida_dataset_get_report (dataset), NIDA_PROBLEM_NAME_JOINED), ==, 1);
}

/* What was corrected in the window is read so by a command. */
static void
test_columns (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (NidaDataset) dataset = NULL;
  g_autofree char *donor = NULL, *recipient = NULL;

  make_document (self, TRUE, correct_columns);
  dataset = load (self->path);
  donor = nida_dataset_dup_text (dataset, 0, NIDA_FIELD_DONOR, FALSE);
  recipient = nida_dataset_dup_text (dataset, 0, NIDA_FIELD_RECIPIENT, FALSE);
  g_assert_cmpstr (donor, !=, "Kuwait");
  g_assert_cmpstr (recipient, ==, "Kuwait");
}

/* --- several of them --- */

static void
add_known_entry (NidaDocument *document,
                 NidaMoney     amount)
{
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);
  g_autofree char *text = NULL;

  nida_entry_set_name (entry, NIDA_ENTRY_DONOR, "Qatar", NULL);
  entry->amount = amount;
  g_strlcpy (entry->currency, "USD", sizeof entry->currency);
  text = nida_entry_to_text (entry);
  nida_document_begin (document, "Add Pledge", NULL);
  nida_document_put (document, NIDA_ITEM_ENTRY, "known", 0, text);
  nida_document_end (document);
}

static void
add_eleven (NidaDocument *document)
{
  add_known_entry (document, 11000);
}

static void
add_twelve (NidaDocument *document)
{
  add_known_entry (document, 12000);
}

static void
switch_off (NidaDocument *document)
{
  add_eleven (document);
  nida_document_begin (document, "Switch Off", NULL);
  nida_document_set (document, NIDA_ITEM_SETTING, NIDA_LEDGER_OFF, "true");
  nida_document_end (document);
}

/* Who left them out in the window has the same figures here. */
static void
test_ledger_off (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr (NidaDataset) dataset = NULL;

  make_document (self, TRUE, switch_off);
  dataset = load (self->path);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
  g_assert_cmpuint (nida_ledger_find_source (dataset), ==, G_MAXUINT);
}

/* What both hold counts once, data as well as entries, in any order and beside a table. */
static void
test_several (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *first = g_strdup (self->path), *copy = g_build_filename (self->folder, "copy.nida", NULL);
  char *argv[] = { "query", first, copy, self->data, NULL };
  g_autoptr (NidaOptions) options = NULL;
  g_autoptr (NidaDataset) dataset = NULL;
  int status = NIDA_EXIT_DONE;

  make_document (self, TRUE, add_eleven);
  g_free (self->path);
  self->path = g_strdup (copy);
  make_document (self, TRUE, add_eleven);
  options = nida_options_parse ("query", 4, argv, NULL);
  g_assert_true (nida_options_open_documents (options));
  g_assert_cmpuint (g_strv_length (options->documents), ==, 2);
  dataset = nida_options_load (options, &status);
  g_assert_cmpint (status, ==, NIDA_EXIT_DONE);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 3);
  g_assert_cmpuint (nida_report_get_count (nida_dataset_get_report (dataset), NIDA_PROBLEM_SAME_FILE), ==, 4);   /* two rows, twice again */
}

/* Where one denies what the other says there is no figure of both. */
static void
test_opposed (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *first = g_strdup (self->path), *other = g_build_filename (self->folder, "other.nida", NULL);
  char *argv[] = { "query", first, other, NULL };
  g_autoptr (NidaOptions) options = NULL, alone = NULL;

  make_document (self, TRUE, add_eleven);
  g_free (self->path);
  self->path = g_strdup (other);
  make_document (self, TRUE, add_twelve);
  options = nida_options_parse ("query", 3, argv, NULL);
  g_assert_false (nida_options_open_documents (options));
  alone = open_command ("query", other, NULL);
  g_assert_cmpuint (g_strv_length (alone->documents), ==, 1);
}

/* Boards of both go into the next one. */
static void
add_first_board (NidaDocument *document)
{
  nida_document_begin (document, "Add Board", NULL);
  nida_document_put (document, NIDA_ITEM_BOARD, "board", 0, "first");
  nida_document_end (document);
}

static void
add_second_board (NidaDocument *document)
{
  nida_document_begin (document, "Add Board", NULL);
  nida_document_put (document, NIDA_ITEM_BOARD, "board", 0, "second");
  nida_document_end (document);
}

static void
test_joined (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *first = g_strdup (self->path), *other = g_build_filename (self->folder, "other.nida", NULL);
  g_autofree char *both = g_build_filename (self->folder, "both.nida", NULL);
  char *argv[] = { "convert", first, other, "-o", both, NULL };
  g_autoptr (NidaOptions) options = NULL;
  g_autoptr (NidaDocument) document = NULL;
  NidaItems *items;

  make_document (self, TRUE, add_first_board);
  g_free (self->path);
  self->path = g_strdup (other);
  make_document (self, TRUE, add_second_board);
  options = open_options (argv);
  g_assert_cmpint (nida_cli_convert_document (options), ==, NIDA_EXIT_DONE);
  document = nida_document_open (both, NULL);
  items = nida_document_get_items (document);
  g_assert_cmpuint (nida_items_get_n (items, NIDA_ITEM_BOARD), ==, 2);
  g_assert_cmpstr (nida_items_get (items, NIDA_ITEM_BOARD, 0)->text, ==, "first");
  g_assert_cmpstr (nida_items_get (items, NIDA_ITEM_BOARD, 1)->text, ==, "second");
}

/* All that a document is goes into the next one. */
static void
test_converted (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "next.nida", NULL);
  g_autoptr (NidaOptions) options = NULL;
  g_autoptr (NidaDocument) next = NULL;
  g_autoptr (NidaHeldSource) source = NULL;
  g_autoptr (GError) error = NULL;

  make_document (self, TRUE, add_pledge);
  options = open_command ("convert", self->path, path);
  g_assert_cmpint (nida_cli_convert (options), ==, NIDA_EXIT_LOOK);      /* the pledge has no date */
  next = nida_document_open (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (nida_items_get_n (nida_document_get_items (next), NIDA_ITEM_ENTRY), ==, 1);
  g_assert_nonnull (nida_document_find_source (next, self->data, &source));
  g_assert_true (source->carried);
  g_assert_cmpstr (source->relative, ==, "flows.csv");
}

static guint
get_mode (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  return info.st_mode & 07777;
}

/* Who may read the file stays who may read it, though it is made elsewhere; a new one is as the umask says. */
static void
test_mode (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *old = g_build_filename (self->folder, "old.nida", NULL), *new = g_build_filename (self->folder, "new.nida", NULL);
  const char *paths[] = { old, new };
  mode_t mask = umask (0027);

  g_assert_true (g_file_set_contents (old, "what was there", -1, NULL));
  g_assert_cmpint (g_chmod (old, 0604), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (NidaOptions) options = open_command ("convert", self->data, paths[i]);
      g_autoptr (NidaDataset) dataset = NULL;

      g_assert_cmpint (nida_cli_convert (options), ==, NIDA_EXIT_DONE);
      g_assert_cmpuint (get_mode (paths[i]), ==, i == 0 ? 0604 : 0640);
      dataset = load (paths[i]);
      g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
    }
  umask (mask);
}

static void
say_rate (NidaDocument *document)
{
  static const char * const cells[NIDA_N_RATE_CELLS] = { "KWD", "3.25", "USD", "2024", "2024", "a letter" };
  NidaOwnRate rate;
  NidaRateCell wrong;

  g_assert_true (nida_rate_from_cells (cells, &rate, &wrong, NULL));
  nida_rate_items_put (document, NULL, &rate);
  nida_own_rate_clear (&rate);
}

static void
add_dinars (NidaDocument *document)
{
  g_autoptr (NidaEntry) entry = nida_entry_new (NIDA_ENTRY_MONEY);

  entry->amount = 1000000;
  g_strlcpy (entry->currency, "KWD", sizeof entry->currency);
  entry->period.start = entry->period.end = nida_date_new_day (2024, 5, 1);
  g_free (nida_ledger_add (document, entry));
  say_rate (document);
}

static NidaMoney
pledged (NidaDataset *dataset)
{
  g_autoptr (NidaLocalEngine) engine = nida_local_engine_new (dataset);
  g_autoptr (NidaQuery) query = nida_query_new ();
  g_autoptr (NidaCube) cube = NULL;

  query->measures = 1u << NIDA_MEASURE_PLEDGED;
  cube = nida_local_engine_query (engine, query, NULL);
  return nida_cube_get_total (cube)->values[NIDA_MEASURE_PLEDGED];
}

/* What the document says of rates holds for what it has read as for the ledger, and where there is nothing else. */
static void
test_rates (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (NidaDataset) dataset = NULL, alone = NULL;

  make_document (self, TRUE, add_dinars);
  dataset = load (self->path);
  g_assert_cmpint (pledged (dataset), ==, 3250000);
  make_document (self, FALSE, add_dinars);
  alone = load (self->path);
  g_assert_cmpint (pledged (alone), ==, 3250000);
}

static void
start_in_july (NidaDocument *document)
{
  nida_document_begin_quietly (document, "x");
  nida_document_set_fiscal_start (document, 7);
  nida_document_end (document);
}

/* Fiscal years are those of the document, unless the command says others. */
static void
test_fiscal (Fixture       *self,
             gconstpointer  data)
{
  char *argv[] = { "query", "--fiscal-year-start", "2", self->path, NULL };
  g_autoptr (NidaOptions) options = NULL, said = NULL;

  make_document (self, TRUE, start_in_july);
  options = open_command ("query", self->path, NULL);
  g_assert_cmpuint (options->query->fiscal_start, ==, 7);
  said = nida_options_parse ("query", 4, argv, NULL);
  g_assert_true (nida_options_open_documents (said));
  g_assert_cmpuint (said->query->fiscal_start, ==, 2);
}

static void
give_hues (NidaDocument *document)
{
  g_autoptr (NidaColorMap) colors = nida_color_map_new ();

  nida_color_map_pin (colors, NIDA_FIELD_DONOR, "Qatar");
  nida_document_keep_donor_hues (document, colors);
}

/* Donors have the colours of the document, whoever gives most. */
static void
test_donor_hues (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr (NidaOptions) options = NULL, without = NULL;
  g_autoptr (NidaColorMap) colors = NULL;

  make_document (self, TRUE, join_names);
  without = open_command ("render", self->path, NULL);
  g_assert_null (nida_options_dup_donor_hues (without));
  make_document (self, TRUE, give_hues);
  options = open_command ("render", self->path, NULL);
  colors = nida_options_dup_donor_hues (options);
  g_assert_cmpstr (nida_color_map_get_pinned (colors, NIDA_FIELD_DONOR, 0), ==, "Qatar");
}

static void
add_gone (NidaDocument *document)
{
  const char *gone[] = { "/nowhere/gone.csv", NULL };

  nida_document_add_sources (document, gone);
}

/* A source that is neither carried nor found leaves the figures open: what is there is counted, and the status says so. */
static void
test_missing (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (NidaOptions) options = NULL;
  g_autoptr (NidaDataset) dataset = NULL;
  int status = NIDA_EXIT_DONE;

  make_document (self, TRUE, add_gone);
  options = open_command ("query", self->path, NULL);
  dataset = nida_options_load (options, &status);
  g_assert_nonnull (dataset);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
  g_assert_cmpint (nida_look_status (options, dataset, NULL), ==, NIDA_EXIT_LOOK);
  options->strict = TRUE;
  g_assert_cmpint (nida_look_status (options, dataset, NULL), ==, NIDA_EXIT_INPUT);
}

/* There is no answer without any data. */
static void
test_all_missing (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr (NidaOptions) options = NULL;
  int status = NIDA_EXIT_DONE;

  make_document (self, FALSE, add_gone);
  options = open_command ("query", self->path, NULL);
  g_assert_null (nida_options_load (options, &status));
  g_assert_cmpint (status, ==, NIDA_EXIT_INPUT);
}

/* What a command says of columns is read so by the document that it makes. */
static void
test_said (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "said.nida", NULL);
  char *argv[] = { "convert", "--map", "amount=Betrag", "--decimal", ",", self->data, "-o", path, NULL };
  g_autoptr (NidaOptions) options = NULL;
  g_autoptr (NidaDataset) dataset = NULL;

  g_assert_true (g_file_set_contents (self->data, "date;donor;Zahl;Betrag\n2024-01-01;Kuwait;7;1,250\n2024-01-02;Qatar;8;2,500\n", -1, NULL));
  options = open_options (argv);
  g_assert_cmpint (nida_cli_convert (options), !=, NIDA_EXIT_INPUT);
  g_unlink (self->data);
  dataset = load (path);
  g_assert_cmpuint (nida_dataset_get_n_rows (dataset), ==, 2);
  g_assert_cmpint (nida_dataset_get_amount (dataset, 0), ==, 1250);
}

/* Both on each of its boards and in whatever else is drawn of it. */
static void
color_donor (NidaDocument *document)
{
  g_autoptr (NidaChartSpec) ranking = nida_chart_spec_new (NIDA_CHART_RANKING);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (NidaArrangement) empty = nida_arrangement_new (none, none), plain = NULL, colored = NULL;
  g_autoptr (NidaFilterSet) filters = nida_filter_set_new ();
  g_autoptr (NidaView) view = NULL;
  g_autofree char *text = NULL;

  ranking->query->by[ranking->query->n_by++] = (NidaGroupBy) { NIDA_FIELD_DONOR, NIDA_STEP_NONE };
  plain = nida_arrangement_add (empty, 0, ranking);
  nida_chart_spec_set_hue (ranking, NIDA_FIELD_DONOR, "Kuwait", NIDA_COLOR_SERIES_4);
  colored = nida_arrangement_color (plain, ranking);
  nida_filter_set_set_arrangement (filters, colored);
  view = nida_view_new (filters, "Ours", NULL);
  text = nida_view_to_text (view);
  nida_document_begin (document, "Colours", NULL);
  nida_document_put (document, NIDA_ITEM_BOARD, "board-1", 1, text);
  nida_document_end (document);
}

static guint
count_pixels (const char *path,
              NidaColor   color)
{
  cairo_surface_t *picture = cairo_image_surface_create_from_png (path);
  NidaRgba wanted = nida_palette_get (NIDA_THEME_LIGHT, color);
  guint32 pixel = (guint32) (wanted.red * 255 + 0.5) << 16 | (guint32) (wanted.green * 255 + 0.5) << 8 | (guint32) (wanted.blue * 255 + 0.5);
  guint n = 0;

  g_assert_cmpint (cairo_surface_status (picture), ==, CAIRO_STATUS_SUCCESS);
  for (int y = 0; y < cairo_image_surface_get_height (picture); y++)
    for (int x = 0; x < cairo_image_surface_get_width (picture); x++)
      n += (((guint32 *) (gpointer) (cairo_image_surface_get_data (picture) + y * cairo_image_surface_get_stride (picture)))[x] & 0xFFFFFF) == pixel;
  cairo_surface_destroy (picture);
  return n;
}

static void
test_colors (Fixture       *self,
             gconstpointer  data)
{
  static const char * const charts[] = { "ranking", "board" };
  g_autofree char *picture = g_build_filename (self->folder, "out.png", NULL);

  for (guint i = 0; i < 2 * G_N_ELEMENTS (charts); i++)
    {
      g_autofree char *words = g_strdup_printf ("--chart %s", charts[i / 2]);
      int status;

      g_unlink (self->path);
      make_document (self, TRUE, i % 2 == 0 ? add_pledge : color_donor);
      status = render (self, "out.png", words);
      g_assert_true (status == NIDA_EXIT_DONE || status == NIDA_EXIT_LOOK);
      if (i % 2 == 0)
        g_assert_cmpuint (count_pixels (picture, NIDA_COLOR_SERIES_4), ==, 0);
      else
        g_assert_cmpuint (count_pixels (picture, NIDA_COLOR_SERIES_4), >, 500);
    }
}

static void
nothing (NidaDocument *document)
{
}

static void
test_empty (Fixture       *self,
            gconstpointer  data)
{
  char *argv[] = { "query", self->path, NULL };
  g_autoptr (NidaOptions) options = NULL;

  make_document (self, FALSE, nothing);
  options = nida_options_parse ("query", 2, argv, NULL);
  g_assert_false (nida_options_open_documents (options));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  add ("/documents/what-the-desk-entered-is-counted", test_ledger);
  add ("/documents/what-was-switched-off-is-not", test_ledger_off);
  add ("/documents/names-that-it-says-are-one-are-one", test_names);
  add ("/documents/columns-that-it-corrects-are-read-so", test_columns);
  add ("/documents/all-of-it-goes-into-the-next", test_converted);
  add ("/documents/converted/who-may-read-it-stays", test_mode);
  add ("/documents/rates-that-it-says-go-before-others", test_rates);
  add ("/documents/fiscal-years-are-its-own", test_fiscal);
  add ("/documents/donors-have-the-colours-that-it-says", test_donor_hues);
  add ("/documents/missing/the-rest-is-counted-and-the-status-says-so", test_missing);
  add ("/documents/missing/all-of-them-are-no-answer", test_all_missing);
  add ("/documents/converted/what-was-said-of-columns-is-kept", test_said);
  add ("/documents/colours/hold-in-what-is-drawn-of-it", test_colors);
  add ("/documents/one-without-data-is-told", test_empty);
  add ("/documents/several/what-both-hold-counts-once", test_several);
  add ("/documents/several/those-that-disagree-are-refused", test_opposed);
  add ("/documents/several/boards-of-all-go-into-the-next", test_joined);
  return g_test_run ();
}
