/* A selection that means less than it did is none: whatever is not understood refuses it. */
#include "config.h"

#include "brush-text.h"

#include "translate.h"

#include <string.h>

#define GROUP "Nida selection"

G_DEFINE_QUARK (nida-brush-text-error-quark, nida_brush_text_error)

static void
put_part (GKeyFile            *file,
          guint                number,
          const NidaBrushPart *part)
{
  g_autofree char *group = g_strdup_printf ("Part %u", number);
  g_autofree char *from = NULL, *to = NULL;

  g_key_file_set_string (file, group, "field", nida_field_get_name (part->field));
  if (part->values != NULL)
    {
      g_key_file_set_string_list (file, group, "values", (const char * const *) part->values, g_strv_length (part->values));
      return;
    }
  from = nida_date_to_string (part->from);
  to = nida_date_to_string (part->to);
  g_key_file_set_string (file, group, "from", from);
  g_key_file_set_string (file, group, "to", to);
}

char *
nida_brush_to_text (const NidaBrush *brush,
                    const char      *name)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_key_file_set_integer (file, GROUP, "version", 1);
  g_key_file_set_string (file, GROUP, "name", name);
  for (guint i = 0; i < brush->n_parts; i++)
    put_part (file, i + 1, &brush->parts[i]);
  return g_key_file_to_data (file, NULL, NULL);
}

static gboolean
take_date (GKeyFile   *file,
           const char *group,
           const char *key,
           NidaDate   *date)
{
  g_autofree char *text = g_key_file_get_string (file, group, key, NULL);

  return text != NULL && nida_date_parse (text, strlen (text), date) == NIDA_DATE_OK;
}

static gboolean
take_part (GKeyFile      *file,
           const char    *group,
           NidaBrushPart *part)
{
  g_autofree char *field = g_key_file_get_string (file, group, "field", NULL);

  part->field = field != NULL ? nida_field_from_name (field) : NIDA_FIELD_NONE;
  part->values = g_key_file_get_string_list (file, group, "values", NULL, NULL);
  if (part->field == NIDA_FIELD_NONE || (part->values != NULL && part->values[0] == NULL))
    return FALSE;
  return part->values != NULL || (take_date (file, group, "from", &part->from) && take_date (file, group, "to", &part->to));
}

static gboolean
take_parts (GKeyFile  *file,
            NidaBrush *brush)
{
  for (guint i = 1; i <= NIDA_BRUSH_MOST_FIELDS; i++)
    {
      g_autofree char *group = g_strdup_printf ("Part %u", i);

      if (!g_key_file_has_group (file, group))
        break;
      if (!take_part (file, group, &brush->parts[brush->n_parts++]))
        return FALSE;
    }
  return brush->n_parts > 0;
}

NidaBrush *
nida_brush_from_text (const char  *text,
                      char       **name,
                      GError     **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (NidaBrush) brush = g_new0 (NidaBrush, 1);

  *name = NULL;
  if (g_utf8_validate (text, -1, NULL) && g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE, NULL))
    *name = g_key_file_get_string (file, GROUP, "name", NULL);
  if (*name != NULL && **name != '\0' && take_parts (file, brush))
    return g_steal_pointer (&brush);
  g_clear_pointer (name, g_free);
  g_set_error_literal (error, NIDA_BRUSH_TEXT_ERROR, NIDA_BRUSH_TEXT_ERROR_NOT_A_SELECTION, _("A selection of this document cannot be read."));
  return NULL;
}
