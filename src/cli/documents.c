/* Documents as inputs: what they are about is read instead, and what they carry of it. A command writes nothing into them. */
#include "config.h"

#include "options.h"

#include "alias-items.h"
#include "carried.h"
#include "document-sources.h"
#include "layout-items.h"
#include "ledger.h"
#include "source.h"
#include "store.h"
#include "translate.h"

static char *
dup_document_path (const char *input)
{
  g_autoptr (NidaSource) source = nida_source_new (input, TRUE, NULL);

  return source != NULL && source->path != NULL && nida_store_recognise (source->path) ? g_strdup (source->path) : NULL;
}

/* Something of the document is not as it should be; what can be read of it is read. */
static void
say_limit (NidaStore *store)
{
  const GError *limit = nida_store_get_limit (store);

  if (limit != NULL && !g_error_matches (limit, NIDA_STORE_ERROR, NIDA_STORE_ERROR_READ_ONLY))
    nida_say ("%s", limit->message);
}

/* Items that cannot be read are told, not passed over. */
static gboolean
check_items (NidaItems   *items,
             const char  *path,
             GError     **error)
{
  guint n = nida_items_get_n (items, NIDA_ITEM_SOURCE);
  guint n_entries = nida_items_get_n (items, NIDA_ITEM_ENTRY);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NidaHeldSource) source = nida_held_source_from_text (nida_items_get (items, NIDA_ITEM_SOURCE, i)->text, error);

      if (source == NULL)
        return FALSE;
    }
  if (n + n_entries > 0)
    return TRUE;
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_EMPTY,
               _("The document “%s” has no data yet. Add data to it in the window."), path);
  return FALSE;
}

static gboolean
open_document (NidaOptions  *options,
               const char   *path,
               GStrvBuilder *inputs,
               GError      **error)
{
  g_autoptr (NidaStore) store = nida_store_open (path, NIDA_STORE_READ, error);
  g_autoptr (NidaItems) items = store != NULL ? nida_store_read_items (store, error) : NULL;
  g_autoptr (NidaCopies) behind = options->load.copies;
  g_autofree char *folder = NULL;
  g_auto (GStrv) sources = NULL;

  options->load.copies = NULL;
  if (items != NULL)
    options->load.copies = NIDA_COPIES (nida_carried_new_items (items, path, behind));
  if (items == NULL || !check_items (items, path, error))
    return FALSE;
  g_ptr_array_add (options->items, nida_items_copy (items));
  if (options->load.layouts == NULL)
    options->load.layouts = nida_layouts_new (NULL);
  nida_layout_items_apply (items, options->load.layouts);
  say_limit (store);
  folder = g_path_get_dirname (nida_store_get_path (store));
  sources = nida_items_dup_inputs (items, folder);
  g_strv_builder_addv (inputs, (const char **) sources);
  if (options->load.policy == NIDA_POLICY_NETWORK)
    options->load.policy = NIDA_POLICY_CARRIED;
  return TRUE;
}

void
nida_options_overlay_aliases (NidaOptions *options)
{
  for (guint i = 0; i < options->items->len; i++)
    {
      g_autoptr (NidaAliases) said = options->load.aliases;

      options->load.aliases = nida_alias_items_overlay (options->items->pdata[i], said);
    }
}

/* An entry that cannot be read is told: it would be missing from every figure. */
static gboolean
check_ledger (NidaLedger *ledger)
{
  for (guint i = 0; i < nida_ledger_get_n (ledger); i++)
    if (nida_ledger_get (ledger, i)->entry == NULL)
      {
        nida_say ("%s", nida_ledger_get (ledger, i)->problem);
        return FALSE;
      }
  return TRUE;
}

NidaDataset *
nida_options_append_ledgers (NidaOptions *options,
                             NidaDataset *dataset)
{
  for (guint i = 0; i < options->items->len && !options->without_ledger; i++)
    {
      g_autoptr (NidaLedger) ledger = nida_ledger_new (options->items->pdata[i], NULL);
      g_autoptr (NidaDataset) base = dataset;

      if (!check_ledger (ledger))
        return NULL;
      dataset = nida_ledger_append (ledger, base, options->load.aliases);
    }
  return dataset;
}

gboolean
nida_options_open_documents (NidaOptions *options)
{
  g_autoptr (GStrvBuilder) inputs = g_strv_builder_new (), documents = g_strv_builder_new ();

  options->items = g_ptr_array_new_with_free_func ((GDestroyNotify) nida_items_free);
  for (guint i = 0; options->inputs[i] != NULL; i++)
    {
      g_autofree char *path = dup_document_path (options->inputs[i]);
      g_autoptr (GError) error = NULL;

      if (path == NULL)
        {
          g_strv_builder_add (inputs, options->inputs[i]);
          continue;
        }
      g_strv_builder_add (documents, path);
      if (!open_document (options, path, inputs, &error))
        {
          nida_say ("%s", error->message);
          return FALSE;
        }
    }
  g_strfreev (options->inputs);
  options->inputs = g_strv_builder_end (inputs);
  options->documents = g_strv_builder_end (documents);
  return TRUE;
}
