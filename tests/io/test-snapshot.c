/* What is read from a snapshot is what was read from the bytes, of every real file, and no snapshot is believed that is of something
 * else or damaged. */
#include "support.h"

#include "dataset-pack.h"
#include "snapshot.h"
#include "source.h"

/* --- copies that remember one snapshot --- */

#define TEST_TYPE_COPIES (test_copies_get_type ())
G_DECLARE_FINAL_TYPE (TestCopies, test_copies, TEST, COPIES, GObject)

struct _TestCopies {
  GObject      parent_instance;
  NidaVersion *version;
  char        *path;
  char        *key;
  GBytes      *snapshot;
  guint        n_made, n_taken;
};

static void test_copies_iface_init (NidaCopiesInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TestCopies, test_copies, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (NIDA_TYPE_COPIES, test_copies_iface_init))

static NidaVersion *
find (NidaCopies *copies, const char *uri, const char *name, gint64 as_of, GError **error)
{
  TestCopies *self = TEST_COPIES (copies);

  if (self->version != NULL)
    return nida_version_ref (self->version);
  g_set_error_literal (error, NIDA_READ_ERROR, NIDA_READ_ERROR_NOT_HELD, "none");
  return NULL;
}

static NidaBytes *
open_bytes (NidaCopies *copies, NidaVersion *version, GCancellable *cancellable, GError **error)
{
  return nida_bytes_open (TEST_COPIES (copies)->path, version->name, cancellable, error);
}

static gboolean
wants (NidaCopies *copies, const char *uri, guint64 size)
{
  return TRUE;
}

static gboolean
store_bytes (NidaCopies *copies, NidaVersion *draft, NidaBytes *bytes, GCancellable *cancellable, GError **error)
{
  TestCopies *self = TEST_COPIES (copies);

  draft->checksum = nida_bytes_dup_checksum (bytes, cancellable, error);
  draft->size = nida_bytes_get_size (bytes);
  g_clear_pointer (&self->version, nida_version_unref);
  self->version = nida_version_ref (draft);
  return TRUE;
}

static GBytes *
open_snapshot (NidaCopies *copies, NidaVersion *version, const char *key)
{
  TestCopies *self = TEST_COPIES (copies);

  if (g_strcmp0 (key, self->key) != 0)
    return NULL;
  self->n_taken++;
  return g_bytes_ref (self->snapshot);
}

static gboolean
wants_snapshot (NidaCopies *copies, NidaVersion *version, const char *key)
{
  return g_strcmp0 (key, TEST_COPIES (copies)->key) != 0;
}

static gboolean
store_snapshot (NidaCopies *copies, NidaVersion *version, const char *key, GBytes *snapshot, GCancellable *cancellable,
                GError **error)
{
  TestCopies *self = TEST_COPIES (copies);

  g_clear_pointer (&self->snapshot, g_bytes_unref);
  g_free (self->key);
  self->key = g_strdup (key);
  self->snapshot = g_bytes_ref (snapshot);
  self->n_made++;
  return TRUE;
}

static void
test_copies_iface_init (NidaCopiesInterface *iface)
{
  iface->find = find;
  iface->open = open_bytes;
  iface->wants = wants;
  iface->store = store_bytes;
  iface->open_snapshot = open_snapshot;
  iface->wants_snapshot = wants_snapshot;
  iface->store_snapshot = store_snapshot;
}

static void
test_copies_finalize (GObject *object)
{
  TestCopies *self = TEST_COPIES (object);

  g_clear_pointer (&self->version, nida_version_unref);
  g_clear_pointer (&self->snapshot, g_bytes_unref);
  g_free (self->path);
  g_free (self->key);
  G_OBJECT_CLASS (test_copies_parent_class)->finalize (object);
}

static void
test_copies_class_init (TestCopiesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_copies_finalize;
}

static void
test_copies_init (TestCopies *self)
{
}

static TestCopies *
new_copies (const char *path)
{
  TestCopies *self = g_object_new (TEST_TYPE_COPIES, NULL);

  self->path = g_strdup (path);
  return self;
}

/* --- comparing --- */

static NidaDataset *
load (TestCopies *copies, NidaLayouts *layouts)
{
  const char *inputs[] = { copies->path, NULL };
  NidaLoadOptions options = { .decimal = NIDA_DECIMAL_AUTO, .layouts = layouts, .copies = NIDA_COPIES (copies) };
  g_autoptr (GError) error = NULL;
  NidaDataset *dataset = nida_load (inputs, &options, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

/* What dump() leaves out: where each record is, what was merged, lines, statements and the rest of each source. */
static char *
dump_all (NidaDataset *dataset)
{
  g_autofree char *rows = dump (dataset);
  GString *out = g_string_new (rows);
  NidaReport *report = nida_dataset_get_report (dataset);

  for (guint row = 0; row < nida_dataset_get_n_rows (dataset); row++)
    {
      guint64 offset = 0;
      guint length = 0, n_merged;
      const NidaMergedRow *merged = nida_dataset_get_merged (dataset, row, &n_merged);
      gboolean has = nida_dataset_get_place (dataset, row, &offset, &length);

      g_string_append_printf (out, "\n%d %" G_GUINT64_FORMAT " %u %d", has, offset, length, nida_dataset_get_states_move (dataset, row));
      for (guint i = 0; i < n_merged; i++)
        g_string_append_printf (out, " +%u/%u", merged[i].source, merged[i].line);
      for (int arabic = 0; arabic < 2; arabic++)
        for (NidaField field = NIDA_FIELD_NONE + 1; field < NIDA_N_FIELDS; field++)
          {
            g_autofree char *text = nida_dataset_dup_text (dataset, row, field, arabic);

            g_string_append_printf (out, "|%s", text);
          }
    }
  for (guint i = 0; i < nida_report_get_n_problems (report); i++)
    {
      const NidaProblem *problem = nida_report_get_problem (report, i);

      g_string_append_printf (out, "\n%d %d", problem->severity, problem->rule);
      for (guint j = 0; problem->lines != NULL && j < problem->lines->len; j++)
        g_string_append_printf (out, " %u", g_array_index (problem->lines, guint, j));
    }
  for (guint i = 0; i < nida_report_get_n_stated (report); i++)
    {
      const NidaStated *stated = nida_report_get_stated (report, i);

      g_string_append_printf (out, "\n%d %u %u %s %s %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %u %d %" G_GUINT64_FORMAT,
                              stated->kind, stated->source, stated->line, stated->where, stated->subject, stated->set,
                              stated->stated, stated->computed, stated->decimals, stated->differs, stated->count);
    }
  for (guint i = 0; i < nida_report_get_n_sources (report); i++)
    {
      const NidaSourceInfo *info = nida_report_get_source (report, i);

      g_string_append_printf (out, "\n%s %s %s %s %s %u %d %d %d %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %s", info->format,
                              info->family, info->uri, info->entry, info->sheet, info->header, info->unit, info->ids_repeat,
                              info->states_move, info->rows_empty, info->size, info->tag);
    }
  return g_string_free (out, FALSE);
}

static void
assert_same (NidaDataset *a, NidaDataset *b)
{
  g_autofree char *one = dump_all (a), *two = dump_all (b);

  g_assert_true (g_str_equal (one, two));
}

/* Does the second reading come from a snapshot of the first, and say the same? */
static gboolean
check_file (const char *path)
{
  g_autoptr (TestCopies) copies = new_copies (path);
  g_autoptr (NidaDataset) read = load (copies, NULL);
  g_autoptr (NidaDataset) restored = NULL;

  if (copies->n_made == 0)
    return FALSE;
  g_assert_cmpuint (copies->n_taken, ==, 0);
  restored = load (copies, NULL);
  g_assert_cmpuint (copies->n_taken, ==, 1);
  g_assert_cmpuint (copies->n_made, ==, 1);
  assert_same (read, restored);
  return TRUE;
}

/* --- tests --- */

static void
test_real_files (void)
{
  static const char * const names[] = {
    "fts/fts_incoming_funding_global.csv", "fts/fts_outgoing_funding_global.csv", "fts/fts_requirements_funding_global.csv",
    "fts/fts_requirements_funding_globalcluster_global.csv", "hxl/fts_incoming_funding_afg.csv",
    "hxl/hdx_hapi_funding_global.csv", "hxl/humanitarian-response-plans.csv", "hxl/fts_requirements_funding_afg.csv",
    "360giving/awefw001p00000zgyHZAAY.json", "fts-api/custom-search-locationid-1-year-2020.json",
    "fts-api/custom-search-locationid-1-year-2020-page-2.json", "iati/activity-standard-example-annotated.xml",
    "iati/foodsecurity_activities.xml", "iati/diterator_iom_activity-01.xml", "pooled-funds/cbpf_contributions.csv",
    "facts/seed.csv", "facts/gcc_humanitarian_by_year.csv", "workbook/gho_2025_data_hdx.xlsx",
  };
  guint n_kept = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = real_file (names[i]);
      gboolean kept;

      if (path == NULL)
        return;
      kept = check_file (path);
      g_test_message ("%s: %s", names[i], kept ? "the same" : "not kept");
      n_kept += kept;
    }
  g_assert_cmpuint (n_kept, >=, 15);
}

/* Rates are no rows. */
static void
test_rates (void)
{
  g_autofree char *path = real_file ("rates/eurofxref-hist.csv");
  g_autoptr (TestCopies) copies = NULL;
  g_autoptr (NidaDataset) dataset = NULL;

  if (path == NULL)
    return;
  copies = new_copies (path);
  dataset = load (copies, NULL);
  g_assert_cmpuint (copies->n_made, ==, 0);
}

#define SMALL \
  "id,date,donor,recipient,country,kind,currency,amount,amount_usd,description\n" \
  "a-1,2024-02-04,Kuwait,IOM,\"SYR, TUR\",paid,USD,10.5,10.5,نص\n" \
  "7,2023,Qatar,UNHCR,SYR,pledge,KWD,7,,second text\n" \
  "7,2024,Qatar,UNHCR,SYR,pledge,KWD,8,,another\n" \
  "x,2024-13-01,Oman,,YEM,commitment,USD,abc,1,\n" \
  "y,2024-02-30,Oman,,YEM,commitment,USD,9,9,\"two\nlines\"\n"

static void
test_merged (void)
{
  char *path = write_file (SMALL, -1);

  g_assert_true (check_file (path));
  remove_file (path);
}

/* In any order among others, and with another copy of its flows beside it. */
static void
test_beside_others (void)
{
  char *path = write_file (SMALL, -1), *other = write_file ("id,donor,amount,kind\n7,Qatar,9,pledge\nz,Kuwait,1,paid\n", -1);

  for (int turn = 0; turn < 2; turn++)
    {
      const char *inputs[] = { turn == 0 ? other : path, turn == 0 ? path : other, NULL };
      g_autoptr (TestCopies) copies = new_copies (path);
      g_autoptr (NidaDataset) made = load (copies, NULL);
      NidaLoadOptions options = { .copies = NIDA_COPIES (copies) };
      g_autoptr (NidaDataset) read = nida_load (inputs, NULL, NULL, NULL), restored = NULL;
      g_autofree char *tag = NULL;

      /* only the file is known by its tag */
      restored = nida_load (inputs, &options, NULL, NULL);
      g_assert_cmpuint (copies->n_taken, ==, 1);
      assert_same (read, restored);
    }
  remove_file (path);
  remove_file (other);
}

/* A changed file, corrections for once and another list of tables are no case for it. */
static void
test_fits (void)
{
  char *path = write_file (SMALL, -1);
  const char *inputs[] = { path, NULL }, *map[] = { "donor=recipient", NULL };
  g_autoptr (TestCopies) copies = new_copies (path);
  g_autoptr (NidaDataset) first = load (copies, NULL), mapped = NULL, changed = NULL;
  g_autoptr (NidaLayouts) layouts = nida_layouts_new (NULL);
  g_autoptr (NidaDataset) said = NULL;
  g_autoptr (GError) error = NULL;
  NidaLoadOptions options = { .copies = NIDA_COPIES (copies), .map = map };

  mapped = nida_load (inputs, &options, NULL, NULL);
  g_assert_cmpuint (copies->n_taken, ==, 0);
  nida_layouts_set_text (layouts, "0123", "[Nida layout]\nheader=1\n", &error);
  g_assert_no_error (error);
  said = load (copies, layouts);
  g_assert_cmpuint (copies->n_taken, ==, 0);
  g_assert_true (g_file_set_contents (path, "donor,amount\nKuwait,1\n", -1, NULL));
  changed = load (copies, NULL);
  g_assert_cmpuint (copies->n_taken, ==, 0);
  g_assert_cmpuint (nida_dataset_get_n_rows (changed), ==, 1);
  remove_file (path);
}

/* Whatever one byte of it is, the figures are those of the bytes, or of rows that could have been read: nothing is read outside of
 * it, and what is refused is read from the bytes. */
static void
test_flipped (void)
{
  char *path = write_file (SMALL, -1);
  g_autoptr (TestCopies) copies = new_copies (path);
  g_autoptr (NidaDataset) first = load (copies, NULL);
  g_autoptr (GBytes) whole = g_bytes_ref (copies->snapshot);
  gsize size;
  const guint8 *data = g_bytes_get_data (whole, &size);
  guint n_refused = 0;

  for (gsize i = 0; i < size; i++)
    {
      g_autofree guint8 *flipped = g_memdup2 (data, size);
      g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
      NidaSourceInfo info = { .name = (char *) "input.csv" };
      g_autoptr (NidaDataset) dataset = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *text = NULL;

      flipped[i] ^= (guint8) (1u << i % 8) | 0x40;
      bytes = g_bytes_new (flipped, size);
      n_refused += !nida_snapshot_restore (bytes, copies->key, builder, &info);
      dataset = nida_dataset_builder_end (builder);
      text = dump (dataset);
      g_assert_nonnull (text);
    }
  g_assert_cmpuint (n_refused, >, 100);
  remove_file (path);
}

/* Cut anywhere. */
static void
test_cut (void)
{
  char *path = write_file (SMALL, -1);
  g_autoptr (TestCopies) copies = new_copies (path);
  g_autoptr (NidaDataset) first = load (copies, NULL), again = NULL;
  g_autoptr (GBytes) whole = g_bytes_ref (copies->snapshot);

  for (gsize size = 0; size < g_bytes_get_size (whole); size++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (g_bytes_get_data (whole, NULL), size);
      g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
      NidaSourceInfo info = { .name = (char *) "input.csv" };

      if (nida_snapshot_restore (bytes, copies->key, builder, &info))
        g_object_unref (nida_dataset_builder_end (builder));
    }
  /* the loader reads the bytes instead */
  g_clear_pointer (&copies->snapshot, g_bytes_unref);
  copies->snapshot = g_bytes_new (g_bytes_get_data (whole, NULL), g_bytes_get_size (whole) / 2);
  again = load (copies, NULL);
  assert_same (first, again);
  remove_file (path);
}

/* --- where there is none --- */

/* The bytes are read each time, and say the same each time. */
static void
assert_none (const char  *data,
             gsize        length,
             NidaLayouts *layouts,
             guint        n_rows)
{
  char *path = write_file (data, (gssize) length);
  g_autoptr (TestCopies) copies = new_copies (path);
  g_autoptr (NidaDataset) first = load (copies, layouts), second = load (copies, layouts);

  g_assert_nonnull (copies->version);
  g_assert_cmpuint (copies->n_made, ==, 0);
  g_assert_cmpuint (copies->n_taken, ==, 0);
  g_assert_cmpuint (nida_dataset_get_n_rows (first), ==, n_rows);
  assert_same (first, second);
  remove_file (path);
}

static guint
count_small (void)
{
  g_autoptr (NidaDataset) dataset = load_text (SMALL);

  return nida_dataset_get_n_rows (dataset);
}

/* What was unpacked is in other bytes than those that are held. */
static void
test_packed (void)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) packed = g_converter_output_stream_new (memory, G_CONVERTER (compressor));

  g_assert_true (g_output_stream_write_all (packed, SMALL, strlen (SMALL), NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (packed, NULL, NULL));
  assert_none (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (memory)),
               g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (memory)), NULL, count_small ());
}

/* So is what was written in another encoding. */
static void
test_encoded (void)
{
  static const char * const encodings[] = { "WINDOWS-1256", "UTF-16" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize length;
      g_autofree char *encoded = g_convert (SMALL, -1, encodings[i], "UTF-8", NULL, &length, NULL);

      g_assert_nonnull (encoded);
      assert_none (encoded, length, NULL, count_small ());
    }
}

#define UNKNOWN "Geber,Summe,Tag\nKuwait,5,2024-01-01\nQatar,7,2024-02-01\n"

/* What a person said of a table may be said otherwise tomorrow. */
static void
test_laid_out (void)
{
  char *path = write_file (UNKNOWN, -1);
  const char *inputs[] = { path, NULL }, *map[] = { "donor=Geber", "amount=Summe", "date=Tag", NULL };
  g_autoptr (NidaLayouts) layouts = nida_layouts_new (NULL);
  NidaLoadOptions options = { .map = map, .said = layouts };
  g_autoptr (GError) error = NULL;
  g_autoptr (NidaDataset) said = nida_load (inputs, &options, NULL, &error);

  g_assert_no_error (error);
  g_assert_false (nida_layouts_is_empty (layouts));
  assert_none (UNKNOWN, strlen (UNKNOWN), layouts, 2);
  remove_file (path);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/snapshot/real-files/say-the-same", test_real_files);
  g_test_add_func ("/snapshot/rates-are-not-kept", test_rates);
  g_test_add_func ("/snapshot/none/of-what-is-packed", test_packed);
  g_test_add_func ("/snapshot/none/of-another-encoding", test_encoded);
  g_test_add_func ("/snapshot/none/of-what-is-laid-out-by-hand", test_laid_out);
  g_test_add_func ("/snapshot/merged-and-refused-rows-say-the-same", test_merged);
  g_test_add_func ("/snapshot/beside-others-in-any-order", test_beside_others);
  g_test_add_func ("/snapshot/of-another-reading-is-not-taken", test_fits);
  g_test_add_func ("/snapshot/a-flipped-byte-does-no-harm", test_flipped);
  g_test_add_func ("/snapshot/cut-is-read-from-the-bytes", test_cut);
  return g_test_run ();
}
