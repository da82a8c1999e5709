/* Documents as inputs: what they are about is read instead, and what they carry of it. A command writes nothing into them. */
#include "config.h"

#include "options.h"

#include "alias-items.h"
#include "carried.h"
#include "document-sources.h"
#include "donor-hues.h"
#include "fiscal-start.h"
#include "layout-items.h"
#include "ledger.h"
#include "rate-items.h"
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
  for (guint i = 0; i < nida_items_get_n (items, NIDA_ITEM_RATE); i++)
    {
      NidaOwnRate rate;

      if (!nida_rate_from_text (nida_items_get (items, NIDA_ITEM_RATE, i)->text, &rate, error))
        return FALSE;
      nida_own_rate_clear (&rate);
    }
  if (n + n_entries > 0)
    return TRUE;
  g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_EMPTY,
               _("The document “%s” has no data yet. Add data to it in the window."), path);
  return FALSE;
}

/* --- several of them --- */

static char *
difference_words (NidaItemKind kind,
                  const char  *one,
                  const char  *other)
{
  return kind == NIDA_ITEM_LAYOUT ? g_strdup_printf (_("“%1$s” and “%2$s” read tables with the same columns in different ways."), one, other)
         : kind == NIDA_ITEM_ALIAS ? g_strdup_printf (_("“%1$s” and “%2$s” say different things of the same name."), one, other)
         : kind == NIDA_ITEM_RATE ? g_strdup_printf (_("“%1$s” and “%2$s” have different rates of their own for the same currency and time."), one, other)
         : g_strdup_printf (_("“%1$s” and “%2$s” have different versions of the same entry of the ledger."), one, other);
}

/* Documents are counted together where there is one answer: what is the same in both counts once, and where one says of a thing
 * what the other denies, neither is passed over. */
static gboolean
agree (NidaItems   *items,
       const char  *path,
       NidaItems   *before,
       const char  *path_before,
       GError     **error)
{
  static const NidaItemKind counted[] = { NIDA_ITEM_LAYOUT, NIDA_ITEM_ALIAS, NIDA_ITEM_RATE, NIDA_ITEM_ENTRY };

  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    for (guint j = 0; j < nida_items_get_n (items, counted[i]); j++)
      {
        const NidaItem *item = nida_items_get (items, counted[i], j);
        const NidaItem *other = nida_items_find (before, counted[i], item->id);
        g_autofree char *words = NULL;

        if (other == NULL || g_str_equal (other->text, item->text))
          continue;
        words = difference_words (counted[i], path_before, path);
        g_set_error (error, NIDA_READ_ERROR, NIDA_READ_ERROR_MAPPING,
                     /* Translators: a sentence that says what two documents do not agree about */
                     _("%s They have no figure in common: ask each of them alone."), words);
        return FALSE;
      }
  return TRUE;
}

static gboolean
open_document (NidaOptions  *options,
               const char   *path,
               GStrvBuilder *inputs,
               GStrvBuilder *may_miss,
               GPtrArray    *documents,
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
  for (guint i = 0; i < options->items->len; i++)
    if (!agree (items, path, options->items->pdata[i], documents->pdata[i], error))
      return FALSE;
  if (documents->len == 0 && !options->is_fiscal_said && nida_items_get_fiscal_start (items) != 0)
    options->query->fiscal_start = nida_items_get_fiscal_start (items);
  g_ptr_array_add (documents, g_strdup (path));
  g_ptr_array_add (options->items, nida_items_copy (items));
  if (options->load.layouts == NULL)
    options->load.layouts = nida_layouts_new (NULL);
  nida_layout_items_apply (items, options->load.layouts);
  options->load.own_rates = nida_rate_items_overlay (items, options->load.own_rates);
  say_limit (store);
  folder = g_path_get_dirname (nida_store_get_path (store));
  sources = nida_items_dup_inputs (items, folder);
  g_strv_builder_addv (inputs, (const char **) sources);
  g_strv_builder_addv (may_miss, (const char **) sources);
  if (options->load.policy == NIDA_POLICY_NETWORK)
    options->load.policy = NIDA_POLICY_CARRIED;
  return TRUE;
}

NidaColorMap *
nida_options_dup_donor_hues (NidaOptions *options)
{
  NidaColorMap *hues = NULL;

  for (guint i = 0; hues == NULL && options->items != NULL && i < options->items->len; i++)
    hues = nida_items_dup_donor_hues (options->items->pdata[i]);
  return hues;
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

/* Who left them out in the window leaves them out here, and is told so. */
static gboolean
is_counted (NidaItems *items)
{
  if (nida_ledger_is_counted (items))
    return TRUE;
  if (nida_items_get_n (items, NIDA_ITEM_ENTRY) > 0)
    nida_say ("%s", _("The desk’s own figures are switched off in this document and are not counted."));
  return FALSE;
}

NidaDataset *
nida_options_append_ledgers (NidaOptions *options,
                             NidaDataset *dataset)
{
  for (guint i = 0; i < options->items->len && !options->without_ledger; i++)
    {
      g_autoptr (NidaLedger) ledger = NULL;
      g_autoptr (NidaDataset) base = NULL;

      if (!is_counted (options->items->pdata[i]))
        continue;
      ledger = nida_ledger_new (options->items->pdata[i], NULL);
      base = dataset;
      if (!check_ledger (ledger))
        return NULL;
      dataset = nida_ledger_append (ledger, base, options->load.aliases);
    }
  return dataset;
}

gboolean
nida_options_open_documents (NidaOptions *options)
{
  g_autoptr (GStrvBuilder) inputs = g_strv_builder_new (), may_miss = g_strv_builder_new ();
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (g_free);

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
      if (!open_document (options, path, inputs, may_miss, documents, &error))
        {
          nida_say ("%s", error->message);
          return FALSE;
        }
    }
  g_strfreev (options->inputs);
  options->inputs = g_strv_builder_end (inputs);
  options->may_miss = g_strv_builder_end (may_miss);
  options->load.may_miss = (const char * const *) options->may_miss;
  g_ptr_array_add (documents, NULL);
  options->documents = (char **) g_ptr_array_steal (documents, NULL);
  return TRUE;
}
