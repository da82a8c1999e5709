/* A setting, "1" to "12". */
#include "config.h"

#include "fiscal-start.h"

#define KEY "fiscal-year-start"

guint
nida_items_get_fiscal_start (NidaItems *items)
{
  const NidaItem *item = nida_items_find (items, NIDA_ITEM_SETTING, KEY);
  guint64 month;

  return item != NULL && g_ascii_string_to_unsigned (item->text, 10, 1, 12, &month, NULL) ? (guint) month : 0;
}

gboolean
nida_items_is_fiscal_start (const NidaItem *item)
{
  return item->kind == NIDA_ITEM_SETTING && g_str_equal (item->id, KEY);
}

void
nida_document_set_fiscal_start (NidaDocument *document,
                                guint         month)
{
  g_autofree char *text = g_strdup_printf ("%u", month);

  g_return_if_fail (month >= 1 && month <= 12);

  nida_document_set (document, NIDA_ITEM_SETTING, KEY, text);
}
