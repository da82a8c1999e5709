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

/* What @name is called in Arabic, or NULL. */
static const char *
arabic_name (NidaDataset *dataset,
             NidaField    field,
             const char  *name)
{
  NidaDictionary *dictionary = nida_field_is_code (field) ? nida_dataset_get_dictionary (dataset, field) : NULL;
  guint32 code = dictionary != NULL ? nida_dictionary_lookup (dictionary, name, -1) : 0;

  return code != 0 ? nida_dictionary_get_arabic (dictionary, code) : NULL;
}

static char *
shown_name (NidaField   field,
            const char *name,
            const char *arabic)
{
  NidaLanguage *language = nida_look_get_language (nida_look_get ());

  return field == NIDA_FIELD_DATE ? nida_language_digits (language, name)
                                  : nida_words_plain_name (language, (int) field, name, arabic);
}

void
nida_editor_names_fill (GtkDropDown *drop_down,
                        NidaDataset *dataset,
                        NidaField    field,
                        char       **names,
                        const char  *first)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_free), english = g_ptr_array_new (), arabic = g_ptr_array_new ();

  if (first != NULL)
    {
      g_ptr_array_add (shown, g_strdup (first));
      g_ptr_array_add (english, NULL);
      g_ptr_array_add (arabic, NULL);
    }
  for (guint i = 0; names[i] != NULL && i < MAX_NAMES; i++)
    {
      const char *other = arabic_name (dataset, field, names[i]);

      g_ptr_array_add (shown, shown_name (field, names[i], other));
      g_ptr_array_add (english, names[i]);
      g_ptr_array_add (arabic, (gpointer) other);
    }
  g_ptr_array_add (shown, NULL);
  nida_form_drop_down_fill_names (drop_down, (const char * const *) shown->pdata, (const char * const *) english->pdata,
                                  (const char * const *) arabic->pdata);
}
