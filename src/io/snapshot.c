/* A snapshot says which bytes it is of, under which name, and by which readers: NIDA_READERS changes with every line of them, so that
 * nobody has to remember to. What a person said of tables beforehand must be the same, too. */
#include "config.h"

#include "snapshot.h"

#include "dataset-pack.h"
#include "format.h"
#include "readers-version.h"

#define TYPE "(sv)"     /* the key, the table */

static guint64 tuned_min;

void
nida_snapshot_tune (guint64 min)
{
  tuned_min = min;
}

guint64
nida_snapshot_get_min (void)
{
  return tuned_min > 0 ? tuned_min : NIDA_SNAPSHOT_MIN;
}

static gboolean
reads_as_usual (const NidaLoadOptions *options)
{
  return options->decimal == NIDA_DECIMAL_AUTO && options->map == NULL && options->sheet == NULL && options->header == 0
         && options->textless == 0;
}

/* The name is in rows that do not say where they come from. */
char *
nida_snapshot_dup_key (const char            *checksum,
                       const char            *name,
                       const NidaLoadOptions *options)
{
  g_autofree char *said = options->layouts != NULL ? nida_layouts_dup_digest (options->layouts) : NULL;
  g_autofree char *all = g_strdup_printf ("%d\n" NIDA_READERS "\n%s\n%s\n%s", G_BYTE_ORDER, checksum, said != NULL ? said : "",
                                          name);

  return reads_as_usual (options) ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, all, -1) : NULL;
}

/* --- making --- */

/* Nothing of it came in other bytes than those that are held. */
static gboolean
read_rows (NidaInput *input,
           NidaBytes *bytes)
{
  const NidaFileFormat *format = nida_input_recognise (input, NULL);

  return format != NULL && input->bytes == bytes && format->read (input, NULL);
}

static gboolean
read_alone (NidaBytes             *bytes,
            const char            *name,
            const NidaLoadOptions *options,
            NidaDatasetBuilder    *builder,
            GCancellable          *cancellable)
{
  NidaSourceInfo info = { .name = (char *) name, .size = nida_bytes_get_size (bytes) };
  NidaProgress progress = { 0 };
  g_autofree NidaInput *input = g_new0 (NidaInput, 1);
  gboolean ok;

  input->bytes = nida_bytes_ref (bytes);
  input->info = &info;
  input->builder = builder;
  input->options = options;
  input->progress = &progress;
  input->cancellable = cancellable;
  ok = read_rows (input, bytes);
  g_clear_pointer (&input->bytes, nida_bytes_unref);
  g_free (input->next_link);
  return ok;
}

static GBytes *
make (NidaBytes     *bytes,
      const char    *key,
      const char    *name,
      NidaLayouts   *layouts,
      GCancellable  *cancellable)
{
  g_autoptr (NidaLayouts) said = layouts != NULL ? nida_layouts_copy (layouts) : nida_layouts_new (NULL);
  g_autoptr (NidaDatasetBuilder) builder = nida_dataset_builder_new ();
  NidaLoadOptions options = { .decimal = NIDA_DECIMAL_AUTO, .layouts = said };
  g_autoptr (GVariant) table = NULL, all = NULL;
  g_auto (GStrv) used = NULL;

  if (read_alone (bytes, name, &options, builder, cancellable))
    table = nida_dataset_builder_pack (builder);
  used = nida_layouts_dup_used (said);
  if (table == NULL || *used != NULL)
    return NULL;
  g_clear_object (&builder);
  all = g_variant_ref_sink (g_variant_new (TYPE, key, table));
  return g_variant_get_data_as_bytes (all);
}

gboolean
nida_snapshot_keep (NidaCopies    *copies,
                    NidaVersion   *version,
                    NidaBytes     *bytes,
                    const char    *name,
                    NidaLayouts   *layouts,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autofree char *key = nida_snapshot_dup_key (version->checksum, name, &(NidaLoadOptions) { .layouts = layouts });
  g_autoptr (GBytes) snapshot = NULL;

  if (!nida_copies_wants_snapshot (copies, version, key))
    return TRUE;
  snapshot = make (bytes, key, name, layouts, cancellable);
  return snapshot == NULL || nida_copies_store_snapshot (copies, version, key, snapshot, cancellable, error);
}

gboolean
nida_snapshot_is_true (GBytes        *snapshot,
                       const char    *key,
                       NidaBytes     *bytes,
                       const char    *name,
                       NidaLayouts   *layouts,
                       GCancellable  *cancellable)
{
  g_autoptr (GBytes) made = make (bytes, key, name, layouts, cancellable);

  return made != NULL && g_bytes_equal (made, snapshot);
}

/* --- taking --- */

gboolean
nida_snapshot_restore (GBytes               *snapshot,
                       const char           *key,
                       NidaDatasetBuilder   *builder,
                       const NidaSourceInfo *info)
{
  g_autoptr (GVariant) all = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (TYPE), snapshot, FALSE));
  g_autoptr (GVariant) table = NULL;
  g_autoptr (NidaDatasetBuilder) rows = nida_dataset_builder_new ();
  const char *of;

  g_variant_get (all, "(&sv)", &of, &table);
  if (!g_str_equal (of, key) || !g_variant_is_of_type (table, G_VARIANT_TYPE (NIDA_PACKED_TYPE))
      || !nida_dataset_builder_unpack (rows, table, info))
    return FALSE;
  nida_dataset_builder_absorb (builder, rows);
  return TRUE;
}
