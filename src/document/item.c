/* One item of a document, a plain value. */
#include "config.h"

#include "item.h"

static const char * const kind_names[NIDA_N_ITEM_KINDS] = {
  [NIDA_ITEM_SETTING] = "setting",
  [NIDA_ITEM_SOURCE] = "source",
  [NIDA_ITEM_LAYOUT] = "layout",
  [NIDA_ITEM_ALIAS] = "alias",
  [NIDA_ITEM_RATE] = "rate",
  [NIDA_ITEM_BOARD] = "board",
  [NIDA_ITEM_SELECTION] = "selection",
  [NIDA_ITEM_SLIDE] = "slide",
  [NIDA_ITEM_ENTRY] = "entry",
};

NidaItem *
nida_item_new (NidaItemKind  kind,
               const char   *id,
               gint64        place,
               const char   *text)
{
  NidaItem *self = g_new0 (NidaItem, 1);

  self->kind = kind;
  self->id = g_strdup (id);
  self->place = place;
  self->text = g_strdup (text);
  return self;
}

NidaItem *
nida_item_copy (const NidaItem *self)
{
  return nida_item_new (self->kind, self->id, self->place, self->text);
}

void
nida_item_free (NidaItem *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->text);
  g_free (self);
}

gboolean
nida_item_equal (const NidaItem *a,
                 const NidaItem *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a->kind == b->kind && a->place == b->place && g_str_equal (a->id, b->id) && g_str_equal (a->text, b->text);
}

const char *
nida_item_kind_get_name (NidaItemKind kind)
{
  g_return_val_if_fail (kind < NIDA_N_ITEM_KINDS, NULL);
  return kind_names[kind];
}

gboolean
nida_item_kind_from_name (const char   *name,
                          NidaItemKind *kind)
{
  for (guint i = 0; i < NIDA_N_ITEM_KINDS; i++)
    if (g_str_equal (kind_names[i], name))
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}
