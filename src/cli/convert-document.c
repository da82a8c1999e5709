/* nida convert … -o OUT.nida: a document that carries its inputs whole. It is made in a folder of its own and written once all is
 * in it, so that what was there stays until then. */
#include "config.h"

#include "options.h"

#include "carried.h"
#include "document-file.h"
#include "document-sources.h"
#include "layout-items.h"
#include "store.h"
#include "translate.h"

#include <glib/gstdio.h>

/* A document has its sources whole; what a filter keeps is for a board to say. */
static gboolean
check_question (NidaOptions *options)
{
  gboolean filtered = nida_query_get_n_filters (options->query) > 0 || options->query->from.precision != NIDA_PRECISION_NONE
                      || options->query->to.precision != NIDA_PRECISION_NONE;

  for (guint i = 0; options->inputs[i] != NULL; i++)
    if (g_str_equal (options->inputs[i], "-"))
      {
        nida_say ("%s", _("A document cannot keep what comes through a pipe. Save it as a file, and name that."));
        return FALSE;
      }
  if (filtered)
    nida_say ("%s", _("A document carries its sources whole. Leave out --where, --from and --to."));
  return !filtered;
}

/* Two documents may have different boards and slides under one id: all of them are kept. Settings are those of the first. */
static void
take_item (NidaDocument   *document,
           const NidaItem *item)
{
  const char *present = nida_document_get (document, item->kind, item->id);
  g_autofree char *id = NULL;

  if (present == NULL)
    nida_document_put (document, item->kind, item->id, item->place, item->text);
  else if (item->kind != NIDA_ITEM_SETTING && !g_str_equal (present, item->text))
    {
      id = nida_document_new_id ();
      nida_document_put (document, item->kind, id, nida_document_next_place (document, item->kind), item->text);
    }
}

/* All that @items hold but the sources, which are those of all inputs. */
static void
take_items (NidaDocument *document,
            NidaItems    *items)
{
  nida_document_begin_quietly (document, NC_("undo", "Read Sources"));
  for (NidaItemKind kind = 0; kind < NIDA_N_ITEM_KINDS; kind++)
    for (guint i = 0; kind != NIDA_ITEM_SOURCE && i < nida_items_get_n (items, kind); i++)
      take_item (document, nida_items_get (items, kind, i));
  nida_document_end (document);
}

/* --map, --decimal, --sheet and --header are as good as what a person corrects in the window: the document is read by them. */
static void
keep_said (NidaDocument *document,
           NidaLayouts  *said)
{
  g_autoptr (NidaLayouts) nothing = nida_layouts_new (NULL);

  nida_document_begin_quietly (document, NC_("undo", "Read Sources"));
  nida_layout_items_put (document, nothing, said);
  nida_document_end (document);
}

/* A document in @folder with the bytes of all inputs in it; those of addresses come from the copies of the reading. */
static NidaDocument *
make_document (NidaOptions  *options,
               const char   *folder,
               GError      **error)
{
  g_autofree char *path = g_build_filename (folder, "document" NIDA_STORE_SUFFIX, NULL);
  g_autoptr (NidaDocument) document = nida_document_new ();
  g_autoptr (NidaCarried) carried = NULL;

  nida_document_set_sources (document, (const char * const *) options->inputs);
  nida_document_pack_sources (document);
  for (guint i = 0; i < options->items->len; i++)
    take_items (document, options->items->pdata[i]);
  keep_said (document, options->load.said);
  if (!nida_document_save_as (document, path, error))
    return NULL;
  carried = nida_carried_new (document, options->load.copies);
  if (!nida_carried_fill (carried, NULL, error))
    return NULL;
  nida_carried_settle (carried);
  return g_steal_pointer (&document);
}

static void
remove_folder (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "document" NIDA_STORE_SUFFIX, NULL);

  g_unlink (path);
  g_rmdir (folder);
}

static gboolean
write_document (NidaOptions  *options,
                GError      **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (options->output);
  g_autofree char *path = g_file_get_path (file), *to = g_path_get_dirname (path);
  g_autofree char *folder = g_dir_make_tmp ("nida-XXXXXX", error);
  NidaDocument *document = folder != NULL ? make_document (options, folder, error) : NULL;
  gboolean ok = document != NULL;

  if (ok)
    {
      nida_document_move_sources (document, folder, to);
      ok = nida_document_save_copy (document, path, error);
    }
  g_clear_object (&document);
  if (folder != NULL)
    remove_folder (folder);
  return ok;
}

int
nida_cli_convert_document (NidaOptions *options)
{
  int status = NIDA_EXIT_DONE;
  g_autoptr (NidaLayouts) said = nida_layouts_new (NULL);
  g_autoptr (NidaDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;

  if (!check_question (options))
    return NIDA_EXIT_USAGE;
  /* what cannot be read is not worth carrying; and what was read of addresses is kept behind */
  options->load.said = said;
  dataset = nida_options_load (options, &status);
  if (dataset == NULL)
    return status;
  if (write_document (options, &error))
    return nida_look_status (options, dataset, NULL);
  nida_say ("%s", error->message);
  return NIDA_EXIT_INPUT;
}
