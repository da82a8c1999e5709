/* Items and revisions as rows, and back. Hostile rows give NULL. */
#include "config.h"

#include "store-rows.h"

#include <string.h>
#include <zlib.h>

#define EDIT_TYPE  "(ssm(xs)m(xs))"
#define EDITS_TYPE "a" EDIT_TYPE

/* --- checksums --- */

static guint32
add (guint32       sum,
     gconstpointer data,
     gsize         size)
{
  return (guint32) crc32_z (sum, data, size);
}

static guint32
add_text (guint32     sum,
          const char *text)
{
  return add (sum, text, strlen (text) + 1);
}

/* As ever so many bytes, whatever the machine. */
static guint32
add_number (guint32 sum,
            guint64 number)
{
  number = GUINT64_TO_LE (number);
  return add (sum, &number, sizeof number);
}

guint32
nida_store_check_item (const NidaItem *item,
                       guint64         serial)
{
  guint32 sum = add_text (add_text (0, nida_item_kind_get_name (item->kind)), item->id);

  return add_number (add_text (add_number (sum, (guint64) item->place), item->text), serial);
}

guint32
nida_store_check_revision (const NidaRevision *revision,
                           GBytes             *edits)
{
  guint32 sum = add_text (add_text (add_number (0, revision->serial), revision->name), revision->who);
  gsize size;
  gconstpointer data = g_bytes_get_data (edits, &size);

  return add (add_number (add_number (sum, (guint64) revision->at), revision->undoes), data, size);
}

guint32
nida_store_check_head (guint64 serial,
                       guint64 first,
                       guint64 n_items,
                       guint64 sum)
{
  return add_number (add_number (add_number (add_number (0, serial), first), n_items), sum);
}

guint32
nida_store_check_chunk (gint64        id,
                        gconstpointer data,
                        gsize         size)
{
  return add (add_number (0, (guint64) id), data, size);
}

guint32
nida_store_check_held (gint64      id,
                       const char *sha256,
                       guint64     size,
                       gint64      at)
{
  return add_number (add_number (add_text (add_number (0, (guint64) id), sha256), size), (guint64) at);
}

/* --- edits --- */

static GVariant *
pack_state (const NidaItem *item)
{
  return g_variant_new_maybe (G_VARIANT_TYPE ("(xs)"), item != NULL ? g_variant_new ("(xs)", item->place, item->text) : NULL);
}

/* On a machine of the other endianness the bytes are turned. */
static GVariant *
to_little_endian (GVariant *variant)
{
#if G_BYTE_ORDER == G_BIG_ENDIAN
  return g_variant_byteswap (variant);
#else
  return g_variant_ref (variant);
#endif
}

GBytes *
nida_store_pack_edits (const NidaRevision *revision)
{
  GVariantBuilder builder;
  g_autoptr (GVariant) variant = NULL, little = NULL;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (EDITS_TYPE));
  for (guint i = 0; i < revision->edits->len; i++)
    {
      const NidaEdit *edit = revision->edits->pdata[i];
      const NidaItem *item = nida_edit_get_item (edit);

      g_variant_builder_add (&builder, "(ss@m(xs)@m(xs))", nida_item_kind_get_name (item->kind), item->id,
                             pack_state (edit->before), pack_state (edit->after));
    }
  variant = g_variant_ref_sink (g_variant_builder_end (&builder));
  little = to_little_endian (variant);
  return g_variant_get_data_as_bytes (little);
}

static NidaItem *
unpack_state (NidaItemKind  kind,
              const char   *id,
              GVariant     *state)
{
  g_autoptr (GVariant) inner = g_variant_get_maybe (state);
  const char *text;
  gint64 place;

  if (inner == NULL)
    return NULL;
  g_variant_get (inner, "(x&s)", &place, &text);
  return nida_item_new (kind, id, place, text);
}

/* An edit of a kind that only a newer version knows is passed over. Each item has one edit, so that none is looked for. */
static void
unpack_edit (NidaRevision *revision,
             GVariant     *one)
{
  const char *name, *id;
  g_autoptr (GVariant) before = NULL, after = NULL;
  NidaItem *was, *is;
  NidaItemKind kind;

  g_variant_get (one, "(&s&s@m(xs)@m(xs))", &name, &id, &before, &after);
  if (!nida_item_kind_from_name (name, &kind))
    return;
  was = unpack_state (kind, id, before);
  is = unpack_state (kind, id, after);
  if (was != NULL || is != NULL)
    nida_revision_append (revision, was, is);
}

gboolean
nida_store_unpack_edits (NidaRevision *revision,
                         GBytes       *edits)
{
  g_autoptr (GVariant) raw = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (EDITS_TYPE), edits, FALSE));
  g_autoptr (GVariant) variant = to_little_endian (raw);

  if (!g_variant_is_normal_form (variant))
    return FALSE;
  for (gsize i = 0; i < g_variant_n_children (variant); i++)
    {
      g_autoptr (GVariant) one = g_variant_get_child_value (variant, i);

      unpack_edit (revision, one);
    }
  return TRUE;
}

void
nida_store_add_edit (NidaRevision   *revision,
                     const NidaItem *before,
                     const NidaItem *after)
{
  if (!nida_item_equal (before, after))
    nida_revision_append (revision, before != NULL ? nida_item_copy (before) : NULL, after != NULL ? nida_item_copy (after) : NULL);
}

/* --- rows --- */

NidaItem *
nida_store_read_item (NidaStatement *row,
                      int            column,
                      guint64       *serial)
{
  const char *name = nida_sql_text (row, column), *id = nida_sql_text (row, column + 1);
  const char *text = nida_sql_text (row, column + 3);
  g_autoptr (NidaItem) item = NULL;
  NidaItemKind kind;

  if (name == NULL || id == NULL || text == NULL || !nida_item_kind_from_name (name, &kind))
    return NULL;
  item = nida_item_new (kind, id, sqlite3_column_int64 (row, column + 2), text);
  *serial = (guint64) sqlite3_column_int64 (row, column + 4);
  if ((gint64) nida_store_check_item (item, *serial) != sqlite3_column_int64 (row, column + 5))
    return NULL;
  return g_steal_pointer (&item);
}

NidaRevision *
nida_store_read_revision (NidaStatement *row,
                          int            column)
{
  const char *name = nida_sql_text (row, column + 1), *who = nida_sql_text (row, column + 2);
  g_autoptr (NidaRevision) revision = NULL;
  g_autoptr (GBytes) edits = g_bytes_new (sqlite3_column_blob (row, column + 5), (gsize) sqlite3_column_bytes (row, column + 5));

  if (name == NULL || who == NULL)
    return NULL;
  revision = nida_revision_new (name);
  revision->serial = (guint64) sqlite3_column_int64 (row, column);
  g_free (revision->who);
  revision->who = g_strdup (who);
  revision->at = sqlite3_column_int64 (row, column + 3);
  revision->undoes = (guint64) sqlite3_column_int64 (row, column + 4);
  if ((gint64) nida_store_check_revision (revision, edits) != sqlite3_column_int64 (row, column + 6)
      || !nida_store_unpack_edits (revision, edits))
    return NULL;
  return g_steal_pointer (&revision);
}
