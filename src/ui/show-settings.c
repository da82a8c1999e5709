/* Numbers, as the texts of SETTING items. */
#include "config.h"

#include "show-settings.h"

#include "translate.h"

#define MOST 6000

static const char * const ids[] = { "show/minutes", "show/seconds", "show/loop" };

G_STATIC_ASSERT (G_N_ELEMENTS (ids) == NIDA_SHOW_N_SETTINGS);

guint
nida_show_settings_get (NidaDocument    *document,
                        NidaShowSetting  setting)
{
  const char *text = nida_document_get (document, NIDA_ITEM_SETTING, ids[setting]);
  guint64 number = 0;

  return text != NULL && g_ascii_string_to_unsigned (text, 10, 0, MOST, &number, NULL) ? (guint) number : 0;
}

static gboolean
is_other (NidaDocument *document,
          const guint  *values)
{
  for (guint i = 0; i < NIDA_SHOW_N_SETTINGS; i++)
    if (values[i] != nida_show_settings_get (document, i))
      return TRUE;
  return FALSE;
}

void
nida_show_settings_set (NidaDocument *document,
                        const guint   values[NIDA_SHOW_N_SETTINGS])
{
  if (nida_document_is_read_only (document) || !is_other (document, values))
    return;
  nida_document_begin (document, NC_("undo", "Plan the Presentation"), NULL);
  for (guint i = 0; i < NIDA_SHOW_N_SETTINGS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", values[i]);

      if (values[i] != nida_show_settings_get (document, i))
        nida_document_set (document, NIDA_ITEM_SETTING, ids[i], text);
    }
  nida_document_end (document);
}
