/* The words of marks, made in the language and currency of their scene. */
#include "config.h"

#include "teller.h"

#include "recipe.h"

struct _NidaTeller {
  gatomicrefcount ref_count;
  NidaLanguage   *language;
  char           *currency;
  NidaTellFunc    tell;
  gpointer        data;
  GDestroyNotify  destroy;
};

/**
 * nida_teller_new:
 * @language: what is spoken
 * @currency: of all figures
 * @tell: (nullable): says the label and the lines of a mark
 * @data: (transfer full): for @tell
 * @destroy: (nullable): frees @data
 *
 * Returns: (transfer full): a teller that its marks keep
 */
NidaTeller *
nida_teller_new (NidaLanguage   *language,
                 const char     *currency,
                 NidaTellFunc    tell,
                 gpointer        data,
                 GDestroyNotify  destroy)
{
  NidaTeller *self = g_new0 (NidaTeller, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->language = g_object_ref (language);
  self->currency = g_strdup (currency);
  self->tell = tell;
  self->data = data;
  self->destroy = destroy;
  return self;
}

NidaTeller *
nida_teller_ref (NidaTeller *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
nida_teller_unref (NidaTeller *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  if (self->destroy != NULL)
    self->destroy (self->data);
  g_object_unref (self->language);
  g_free (self->currency);
  g_free (self);
}

/**
 * nida_teller_says:
 *
 * Returns: whether it says plain figures of @currency in @language
 */
gboolean
nida_teller_says (const NidaTeller *self,
                  NidaLanguage     *language,
                  const char       *currency)
{
  return self->tell == NULL && self->language == language && g_strcmp0 (self->currency, currency) == 0;
}

/**
 * nida_teller_tell:
 * @self: a teller
 * @mark: one of its marks
 * @measure: what its figure measures
 *
 * Returns: (transfer full): the words of @mark, without a label where only @mark has it
 */
NidaTold *
nida_teller_tell (const NidaTeller *self,
                  const NidaMark   *mark,
                  NidaMeasure       measure)
{
  g_auto (NidaSpeech) speech = nida_language_speak (self->language);
  NidaTold *told = g_new0 (NidaTold, 1);

  told->value = nida_value_short (self->language, self->currency, measure, mark->money);
  told->exact = nida_value_exact (self->language, self->currency, measure, mark->money);
  if (self->tell != NULL)
    self->tell (told, mark, self->language, self->data);
  return told;
}

NidaTold *
nida_told_new (const char *label,
               const char *value,
               const char *exact)
{
  NidaTold *self = g_new0 (NidaTold, 1);

  self->label = g_strdup (label != NULL ? label : "");
  self->value = g_strdup (value != NULL ? value : "");
  self->exact = g_strdup (exact != NULL ? exact : self->value);
  return self;
}

void
nida_told_take_line (NidaTold *self,
                     char     *line)
{
  if (line == NULL)
    return;
  if (self->lines == NULL)
    self->lines = g_ptr_array_new_with_free_func (g_free);
  else
    g_ptr_array_set_size (self->lines, (int) self->lines->len - 1);
  g_ptr_array_add (self->lines, line);
  g_ptr_array_add (self->lines, NULL);
}

void
nida_told_add_line (NidaTold   *self,
                    const char *line)
{
  nida_told_take_line (self, g_strdup (line));
}

void
nida_told_free (NidaTold *self)
{
  g_free (self->label);
  g_free (self->value);
  g_free (self->exact);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_free (self);
}
