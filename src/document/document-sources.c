/* SOURCE items made, found, changed and removed. What was read of a source is written by carried.c. */
#include "config.h"

#include "document-sources.h"

#include "document-file.h"
#include "source.h"
#include "translate.h"

#include <string.h>

/* --- finding --- */

char *
nida_document_dup_folder (NidaDocument *self)
{
  NidaDocumentFile *file = nida_document_get_file (self);

  return file != NULL && !nida_document_file_is_draft (file) ? g_path_get_dirname (nida_document_file_get_path (file)) : NULL;
}

/* An item that cannot be read is no source; who opens the document hears of it from there. */
static NidaHeldSource *
read_item (const NidaItem *item)
{
  return nida_held_source_from_text (item->text, NULL);
}

char **
nida_items_dup_inputs (NidaItems  *items,
                       const char *folder)
{
  GPtrArray *inputs = g_ptr_array_new ();

  for (guint i = 0; i < nida_items_get_n (items, NIDA_ITEM_SOURCE); i++)
    {
      g_autoptr (NidaHeldSource) source = read_item (nida_items_get (items, NIDA_ITEM_SOURCE, i));

      if (source != NULL)
        g_ptr_array_add (inputs, nida_held_source_dup_input (source, folder));
    }
  g_ptr_array_add (inputs, NULL);
  return (char **) g_ptr_array_free (inputs, FALSE);
}

char **
nida_document_dup_inputs (NidaDocument *self)
{
  g_autofree char *folder = nida_document_dup_folder (self);

  return nida_items_dup_inputs (nida_document_get_items (self), folder);
}

static char *
dup_uri (const char *input)
{
  g_autoptr (NidaSource) source = nida_source_new (input, TRUE, NULL);

  return source != NULL && source->type != NIDA_SOURCE_STDIN ? g_strdup (source->uri) : NULL;
}

/* By where it was, or where it is now. */
static gboolean
is_at (const NidaHeldSource *source,
       const char           *uri,
       const char           *folder)
{
  g_autofree char *input = nida_held_source_dup_input (source, folder);
  g_autofree char *now = dup_uri (input);

  return g_strcmp0 (source->uri, uri) == 0 || g_strcmp0 (now, uri) == 0;
}

const char *
nida_document_find_source (NidaDocument    *self,
                           const char      *input,
                           NidaHeldSource **found)
{
  NidaItems *items = nida_document_get_items (self);
  g_autofree char *uri = dup_uri (input);
  g_autofree char *folder = nida_document_dup_folder (self);

  for (guint i = 0; uri != NULL && i < nida_items_get_n (items, NIDA_ITEM_SOURCE); i++)
    {
      const NidaItem *item = nida_items_get (items, NIDA_ITEM_SOURCE, i);
      g_autoptr (NidaHeldSource) source = read_item (item);

      if (source == NULL || !is_at (source, uri, folder))
        continue;
      if (found != NULL)
        *found = g_steal_pointer (&source);
      return item->id;
    }
  return NULL;
}

/* --- changing --- */

static void
put (NidaDocument         *self,
     const char           *id,
     const NidaHeldSource *source)
{
  g_autofree char *text = nida_held_source_to_text (source);

  nida_document_set (self, NIDA_ITEM_SOURCE, id, text);
}

static void
add (NidaDocument *self,
     const char   *input)
{
  g_autofree char *uri = dup_uri (input);
  g_autofree char *folder = nida_document_dup_folder (self);
  g_autofree char *id = nida_document_new_id ();
  g_autoptr (NidaHeldSource) source = NULL;

  /* what comes through a pipe is no place to come back to */
  if (uri == NULL || nida_document_find_source (self, input, NULL) != NULL)
    return;
  source = nida_held_source_new (uri);
  nida_held_source_set_folder (source, folder);
  put (self, id, source);
}

void
nida_document_add_sources (NidaDocument       *self,
                           const char * const *inputs)
{
  nida_document_begin (self, NC_("undo", "Add Data"), NULL);
  for (guint i = 0; inputs[i] != NULL; i++)
    add (self, inputs[i]);
  nida_document_end (self);
}

void
nida_document_remove_source (NidaDocument *self,
                             const char   *input)
{
  const char *id = nida_document_find_source (self, input, NULL);

  if (id == NULL)
    return;
  nida_document_begin (self, NC_("undo", "Remove Source"), NULL);
  nida_document_remove (self, NIDA_ITEM_SOURCE, id);
  nida_document_end (self);
}

void
nida_document_locate_source (NidaDocument *self,
                             const char   *input,
                             const char   *path)
{
  g_autoptr (NidaHeldSource) source = NULL;
  const char *id = nida_document_find_source (self, input, &source);
  g_autofree char *uri = dup_uri (path);
  g_autofree char *folder = nida_document_dup_folder (self);

  if (id == NULL || uri == NULL)
    return;
  g_free (source->uri);
  source->uri = g_steal_pointer (&uri);
  nida_held_source_set_folder (source, folder);
  nida_document_begin (self, NC_("undo", "Locate Source"), NULL);
  put (self, id, source);
  nida_document_end (self);
}

void
nida_document_pack_sources (NidaDocument *self)
{
  NidaItems *items = nida_document_get_items (self);

  nida_document_begin (self, NC_("undo", "Pack Data into Document"), NULL);
  for (guint i = 0; i < nida_items_get_n (items, NIDA_ITEM_SOURCE); i++)
    {
      g_autofree char *id = g_strdup (nida_items_get (items, NIDA_ITEM_SOURCE, i)->id);
      g_autoptr (NidaHeldSource) source = read_item (nida_items_get (items, NIDA_ITEM_SOURCE, i));

      if (source == NULL || source->pack)
        continue;
      source->pack = TRUE;
      put (self, id, source);
    }
  nida_document_end (self);
}

gboolean
nida_document_is_packed (NidaDocument *self)
{
  NidaItems *items = nida_document_get_items (self);

  for (guint i = 0; i < nida_items_get_n (items, NIDA_ITEM_SOURCE); i++)
    {
      g_autoptr (NidaHeldSource) source = read_item (nida_items_get (items, NIDA_ITEM_SOURCE, i));

      if (source != NULL && !source->pack)
        return FALSE;
    }
  return TRUE;
}

/* A file that was found beside the document is where it was found, from now on. */
void
nida_document_move_sources (NidaDocument *self,
                            const char   *from,
                            const char   *to)
{
  NidaItems *items = nida_document_get_items (self);

  nida_document_begin_quietly (self, NC_("undo", "Read Sources"));
  for (guint i = 0; i < nida_items_get_n (items, NIDA_ITEM_SOURCE); i++)
    {
      g_autofree char *id = g_strdup (nida_items_get (items, NIDA_ITEM_SOURCE, i)->id);
      g_autoptr (NidaHeldSource) source = read_item (nida_items_get (items, NIDA_ITEM_SOURCE, i));
      g_autofree char *input = source != NULL ? nida_held_source_dup_input (source, from) : NULL;

      /* what is missing may come back to where it was seen from the document */
      if (source == NULL || !nida_held_source_is_file (source)
          || (source->relative != NULL && !g_file_test (input, G_FILE_TEST_EXISTS)))
        continue;
      g_free (source->uri);
      source->uri = dup_uri (input);
      nida_held_source_set_folder (source, to);
      put (self, id, source);
    }
  nida_document_end (self);
}

static gboolean
is_among (NidaDocument       *self,
          const NidaItem     *item,
          const char * const *inputs)
{
  for (guint i = 0; inputs[i] != NULL; i++)
    if (g_strcmp0 (nida_document_find_source (self, inputs[i], NULL), item->id) == 0)
      return TRUE;
  return FALSE;
}

void
nida_document_set_sources (NidaDocument       *self,
                           const char * const *inputs)
{
  NidaItems *items = nida_document_get_items (self);

  nida_document_begin_quietly (self, NC_("undo", "Add Data"));
  for (guint i = nida_items_get_n (items, NIDA_ITEM_SOURCE); i-- > 0;)
    if (!is_among (self, nida_items_get (items, NIDA_ITEM_SOURCE, i), inputs))
      {
        g_autofree char *id = g_strdup (nida_items_get (items, NIDA_ITEM_SOURCE, i)->id);

        nida_document_remove (self, NIDA_ITEM_SOURCE, id);
      }
  for (guint i = 0; inputs[i] != NULL; i++)
    add (self, inputs[i]);
  nida_document_end (self);
}
