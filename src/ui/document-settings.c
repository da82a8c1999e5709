/* One language speaks in all windows, in one colour scheme: a document brings its own where no other window is open. */
#include "config.h"

#include "document-settings.h"

#include "document-file.h"
#include "donor-hues.h"
#include "fiscal-start.h"
#include "look.h"
#include "translate.h"

static const char * const languages[] = { "en", "ar", NULL };
static const char * const digits[] = { "auto", "latn", "arab", NULL };
static const char * const directions[] = { "ltr", "rtl", "follow", NULL };
static const char * const themes[] = { "auto", "light", "dark", NULL };   /* contrast is a person's, of no document */

static const struct { const char *key; const char * const *values; } settings[] = {
  { "language", languages }, { "digits", digits }, { "time-direction", directions }, { "theme", themes },
};

gboolean
nida_document_settings_holds (const NidaItem *item)
{
  for (guint i = 0; item->kind == NIDA_ITEM_SETTING && i < G_N_ELEMENTS (settings); i++)
    if (g_str_equal (item->id, settings[i].key))
      return TRUE;
  return nida_items_is_fiscal_start (item) || nida_items_is_donor_hues (item);
}

void
nida_document_settings_apply (NidaDocument *document)
{
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      const char *value = nida_document_get (document, NIDA_ITEM_SETTING, settings[i].key);

      nida_look_set_own (nida_look_get (), settings[i].key, value != NULL && g_strv_contains (settings[i].values, value) ? value : NULL);
    }
}

void
nida_document_settings_keep (NidaDocument *document,
                             const char   *key)
{
  if (nida_document_get_file (document) == NULL || nida_document_is_read_only (document))
    return;
  nida_document_begin_quietly (document, NC_("undo", "Change Language"));
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autofree char *value = nida_look_dup_choice (nida_look_get (), settings[i].key);

      if ((key == NULL || g_str_equal (key, settings[i].key)) && g_strv_contains (settings[i].values, value))
        nida_document_set (document, NIDA_ITEM_SETTING, settings[i].key, value);
    }
  nida_document_end (document);
}
