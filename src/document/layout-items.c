/* The id of an item is the name of its layout, its text that of the layout. */
#include "config.h"

#include "layout-items.h"

#include "translate.h"

void
nida_layout_items_apply (NidaItems   *items,
                         NidaLayouts *layouts)
{
  for (guint i = 0; i < nida_items_get_n (items, NIDA_ITEM_LAYOUT); i++)
    {
      const NidaItem *item = nida_items_get (items, NIDA_ITEM_LAYOUT, i);

      nida_layouts_set_text (layouts, item->id, item->text, NULL);
    }
}

/* What @after says of @name, where @before does not. */
static void
put_one (NidaDocument *document,
         const char   *name,
         NidaLayouts  *before,
         NidaLayouts  *after)
{
  g_autofree char *was = nida_layouts_dup_text (before, name), *is = nida_layouts_dup_text (after, name);

  if (g_strcmp0 (was, is) == 0)
    return;
  if (is != NULL)
    nida_document_set (document, NIDA_ITEM_LAYOUT, name, is);
  else
    nida_document_remove (document, NIDA_ITEM_LAYOUT, name);
}

void
nida_layout_items_put (NidaDocument *document,
                       NidaLayouts  *before,
                       NidaLayouts  *after)
{
  g_auto (GStrv) gone = nida_layouts_dup_names (before), names = nida_layouts_dup_names (after);

  for (guint i = 0; gone[i] != NULL; i++)
    if (!g_strv_contains ((const char * const *) names, gone[i]))
      put_one (document, gone[i], before, after);
  for (guint i = 0; names[i] != NULL; i++)
    put_one (document, names[i], before, after);
}

void
nida_layout_items_note (NidaDocument *document,
                        NidaLayouts  *layouts)
{
  g_auto (GStrv) used = nida_layouts_dup_used (layouts);

  nida_document_begin_quietly (document, NC_("undo", "Read Sources"));
  for (guint i = 0; used[i] != NULL; i++)
    {
      g_autofree char *text = nida_layouts_dup_text (layouts, used[i]);

      if (text != NULL && nida_document_get (document, NIDA_ITEM_LAYOUT, used[i]) == NULL)
        nida_document_set (document, NIDA_ITEM_LAYOUT, used[i], text);
    }
  nida_document_end (document);
}
