/* Fields and names for drop-downs. */
#include "config.h"

#include "editor-names.h"

#include "form.h"
#include "look.h"
#include "words.h"

#define MAX_NAMES 3000

void
nida_editor_fields_init (NidaEditorFields *self,
                         NidaDataset      *dataset)
{
  self->n = 0;
  self->fields[self->n++] = NIDA_FIELD_NONE;
  for (NidaField field = NIDA_FIELD_DONOR; field <= NIDA_FIELD_CONTRIBUTION && self->n < NIDA_EDITOR_MAX_FIELDS - 3; field++)
    if (*nida_words_field (field) != '\0' && nida_dictionary_get_size (nida_dataset_get_dictionary (dataset, field)) > 0)
      {
        self->fields[self->n++] = field;
        if (field == NIDA_FIELD_COUNTRY)
          self->fields[self->n++] = NIDA_FIELD_REGION;
      }
  self->fields[self->n++] = NIDA_FIELD_DONOR_GROUP;
  self->fields[self->n++] = NIDA_FIELD_DATE;
}

char **
nida_editor_fields_words (const NidaEditorFields *self,
                          const char             *none)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->n; i++)
    g_strv_builder_add (builder, self->fields[i] == NIDA_FIELD_NONE ? none : nida_words_field (self->fields[i]));
  return g_strv_builder_end (builder);
}

guint
nida_editor_fields_find (const NidaEditorFields *self,
                         NidaField               field)
{
  for (guint i = 0; i < self->n; i++)
    if (self->fields[i] == field)
      return i;
  return 0;
}

NidaField
nida_editor_fields_get (const NidaEditorFields *self,
                        guint                   index)
{
  return index < self->n ? self->fields[index] : NIDA_FIELD_NONE;
}

char **
nida_editor_names_of (NidaCube *cube)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; cube != NULL && i < nida_cube_get_n_items (cube, 0); i++)
    {
      const NidaCubeItem *item = nida_cube_get_item (cube, 0, i);

      if (!item->not_stated && item->n_members < 2)
        g_strv_builder_add (builder, item->name);
    }
  return g_strv_builder_end (builder);
}

static char *
shown_name (NidaDataset *dataset,
            NidaField    field,
            const char  *name)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());
  NidaDictionary *dictionary = nida_field_is_code (field) ? nida_dataset_get_dictionary (dataset, field) : NULL;
  guint32 code = dictionary != NULL ? nida_dictionary_lookup (dictionary, name, -1) : 0;

  if (field == NIDA_FIELD_DATE)
    return nida_language_digits (language, name);
  return nida_words_plain_name (language, (int) field, name, code != 0 ? nida_dictionary_get_arabic (dictionary, code) : NULL);
}

void
nida_editor_names_fill (GtkDropDown *drop_down,
                        NidaDataset *dataset,
                        NidaField    field,
                        char       **names,
                        const char  *first)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  if (first != NULL)
    g_strv_builder_add (builder, first);
  for (guint i = 0; names[i] != NULL && i < MAX_NAMES; i++)
    {
      g_autofree char *shown = shown_name (dataset, field, names[i]);

      g_strv_builder_add (builder, shown);
    }
  words = g_strv_builder_end (builder);
  nida_form_drop_down_fill (drop_down, (const char * const *) words, TRUE);
}
