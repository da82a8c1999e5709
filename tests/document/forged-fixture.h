/* A document that says of its bytes what they do not say. */
#pragma once

#include "carried-fixture.h"
#include "store-bytes.h"

/* What @text is read as, under the name and key of other bytes. */
static GBytes *
forge (const char *text,
       const char *key)
{
  Fixture other = { 0 };
  g_autoptr (NidaCarried) carried = NULL;
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (NidaHeldSource) source = NULL;
  g_autoptr (NidaVersion) version = NULL;
  g_autoptr (GBytes) snapshot = NULL;
  g_autoptr (GVariant) all = NULL, table = NULL, forged = NULL;

  set_up (&other, NULL);
  g_assert_true (g_file_set_contents (other.data, text, -1, NULL));
  carried = nida_carried_new (other.document, NULL);
  dataset = load (&other, carried);
  source = get_source (&other);
  version = nida_copies_find (NIDA_COPIES (carried), source->uri, "flows.csv", 0, NULL);
  snapshot = nida_copies_open_snapshot (NIDA_COPIES (carried), version, source->snapshot_key);
  g_assert_nonnull (snapshot);
  all = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE ("(sv)"), snapshot, FALSE));
  g_variant_get (all, "(&sv)", NULL, &table);
  forged = g_variant_ref_sink (g_variant_new ("(sv)", key, table));
  g_clear_object (&carried);
  tear_down (&other, NULL);
  return g_variant_get_data_as_bytes (forged);
}

/* The document of @self says from now on that it was read as @snapshot. */
static void
plant (Fixture *self,
       GBytes  *snapshot)
{
  g_autoptr (NidaStore) store = nida_store_open (self->path, NIDA_STORE_WRITE, NULL);
  g_autoptr (NidaBytes) bytes = nida_bytes_new ("x", NULL);
  g_autoptr (NidaHeldSource) source = get_source (self);
  g_autofree char *sha256 = NULL, *text = NULL, *key = g_strdup (source->snapshot_key);
  g_autofree char *id = g_strdup (nida_document_find_source (self->document, self->data, NULL));

  g_assert_true (nida_bytes_append (bytes, g_bytes_get_data (snapshot, NULL), g_bytes_get_size (snapshot), NULL));
  sha256 = nida_store_keep_bytes (store, bytes, NULL, NULL);
  g_assert_nonnull (sha256);
  nida_held_source_set_snapshot (source, sha256, key);
  text = nida_held_source_to_text (source);
  nida_document_begin_quietly (self->document, "Read Sources");
  nida_document_set (self->document, NIDA_ITEM_SOURCE, id, text);
  nida_document_end (self->document);
}
