/* Interned names of one field with their Arabic labels, references and members, and the forms of a name that are
 * compared and shown. */
#include "dictionary.h"

#include "bidi.h"
#include "string-pool.h"

#include <string.h>

struct _NidaDictionary {
  GObject        parent_instance;

  NidaDictionary *base;         /* holds texts of the names, or NULL */
  NidaStringPool  names;
  /* by code; shorter than the names, or NULL, where the rest has none */
  GPtrArray      *arabic;
  GPtrArray      *refs;
  GPtrArray      *members;      /* guint32: how many, then the codes */
};

G_DEFINE_FINAL_TYPE (NidaDictionary, nida_dictionary, G_TYPE_OBJECT)

static gsize
text_length (const char *text,
             gssize      length)
{
  return length < 0 ? strlen (text) : (gsize) length;
}

static gpointer
get_extra (GPtrArray *extras,
           guint32    code)
{
  return extras != NULL && code < extras->len ? extras->pdata[code] : NULL;
}

/* Takes @value. */
static void
set_extra (GPtrArray **extras,
           guint32     code,
           gpointer    value)
{
  if (*extras == NULL)
    *extras = g_ptr_array_new_with_free_func (g_free);
  if ((*extras)->len <= code)
    g_ptr_array_set_size (*extras, code + 1);
  g_free ((*extras)->pdata[code]);
  (*extras)->pdata[code] = value;
}

static void
set_extra_text (GPtrArray  **extras,
                guint32      code,
                const char  *text)
{
  if (g_strcmp0 (get_extra (*extras, code), text) != 0)
    set_extra (extras, code, g_strdup (text));
}

static void
nida_dictionary_finalize (GObject *object)
{
  NidaDictionary *self = NIDA_DICTIONARY (object);

  nida_string_pool_clear (&self->names);
  g_clear_pointer (&self->arabic, g_ptr_array_unref);
  g_clear_pointer (&self->refs, g_ptr_array_unref);
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_clear_object (&self->base);

  G_OBJECT_CLASS (nida_dictionary_parent_class)->finalize (object);
}

static void
nida_dictionary_class_init (NidaDictionaryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nida_dictionary_finalize;
}

static void
nida_dictionary_init (NidaDictionary *self)
{
  nida_string_pool_init (&self->names);
}

NidaDictionary *
nida_dictionary_new (void)
{
  return g_object_new (NIDA_TYPE_DICTIONARY, NULL);
}

static gpointer
copy_text (gconstpointer text,
           gpointer      data)
{
  return g_strdup (text);
}

static gpointer
copy_members (gconstpointer members,
              gpointer      data)
{
  return members == NULL ? NULL : g_memdup2 (members, (*(const guint32 *) members + 1) * sizeof (guint32));
}

static GPtrArray *
copy_extras (GPtrArray *extras,
             GCopyFunc  copy)
{
  GPtrArray *copies = extras != NULL ? g_ptr_array_copy (extras, copy, NULL) : NULL;

  if (copies != NULL)
    g_ptr_array_set_free_func (copies, g_free);
  return copies;
}

/**
 * nida_dictionary_copy:
 * @base: read-only from now on
 *
 * Returns: (transfer full): a dictionary with the same codes, to which names may be added
 */
NidaDictionary *
nida_dictionary_copy (NidaDictionary *base)
{
  NidaDictionary *self = nida_dictionary_new ();

  self->base = g_object_ref (base);
  nida_string_pool_borrow (&self->names, &base->names);
  self->arabic = copy_extras (base->arabic, copy_text);
  self->refs = copy_extras (base->refs, copy_text);
  self->members = copy_extras (base->members, copy_members);
  return self;
}

/* Texts that were copied are compared, those that are shared are one. */
static gboolean
continues_extras (GPtrArray *extras,
                  GPtrArray *base,
                  guint32    size)
{
  for (guint32 code = 1; code <= size; code++)
    if (g_strcmp0 (get_extra (extras, code), get_extra (base, code)) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
continues_members (GPtrArray *members,
                   GPtrArray *base,
                   guint32    size)
{
  for (guint32 code = 1; code <= size; code++)
    {
      const guint32 *ours = get_extra (members, code), *theirs = get_extra (base, code);

      if ((ours == NULL) != (theirs == NULL)
          || (ours != NULL && (ours[0] != theirs[0] || memcmp (ours + 1, theirs + 1, ours[0] * sizeof *ours) != 0)))
        return FALSE;
    }
  return TRUE;
}

/**
 * nida_dictionary_continues:
 *
 * Returns: whether all that @base says of its codes is so here, too, because this is @base or a copy to which names were added
 */
gboolean
nida_dictionary_continues (NidaDictionary *self,
                           NidaDictionary *base)
{
  g_return_val_if_fail (NIDA_IS_DICTIONARY (self) && NIDA_IS_DICTIONARY (base), FALSE);

  if (self == base)
    return TRUE;
  return self->base == base && continues_extras (self->arabic, base->arabic, base->names.size)
         && continues_extras (self->refs, base->refs, base->names.size)
         && continues_members (self->members, base->members, base->names.size);
}

/**
 * nida_dictionary_intern:
 * @name: UTF-8 without NUL
 * @length: bytes of @name, or -1
 *
 * Returns: the code of @name, a new one if it is new; 0 for ""
 */
guint32
nida_dictionary_intern (NidaDictionary *self,
                        const char     *name,
                        gssize          length)
{
  gsize n;

  g_return_val_if_fail (self != NULL && name != NULL, 0);

  n = text_length (name, length);
  return n == 0 ? 0 : nida_string_pool_intern (&self->names, name, n);
}

/**
 * nida_dictionary_lookup:
 *
 * Returns: the code of the entry whose English name is exactly @name, or 0
 */
guint32
nida_dictionary_lookup (NidaDictionary *self,
                        const char     *name,
                        gssize          length)
{
  g_return_val_if_fail (self != NULL && name != NULL, 0);

  return nida_string_pool_lookup (&self->names, name, text_length (name, length));
}

/**
 * nida_dictionary_set_arabic:
 * @name: (nullable): the Arabic label that replaces the one of @code
 */
void
nida_dictionary_set_arabic (NidaDictionary *self,
                            guint32         code,
                            const char     *name)
{
  g_return_if_fail (NIDA_IS_DICTIONARY (self));
  g_return_if_fail (code > 0 && code <= self->names.size);

  set_extra_text (&self->arabic, code, name);
}

/**
 * nida_dictionary_set_ref:
 * @ref: (nullable): a code that others know the entry by, such as "KWT"
 */
void
nida_dictionary_set_ref (NidaDictionary *self,
                         guint32         code,
                         const char     *ref)
{
  g_return_if_fail (NIDA_IS_DICTIONARY (self));
  g_return_if_fail (code > 0 && code <= self->names.size);

  set_extra_text (&self->refs, code, ref);
}

/**
 * nida_dictionary_set_members:
 * @members: (array length=n_members): codes of this dictionary that @code stands for; none makes it a plain name again
 */
void
nida_dictionary_set_members (NidaDictionary *self,
                             guint32         code,
                             const guint32  *members,
                             guint           n_members)
{
  guint32 *copy = NULL;

  g_return_if_fail (NIDA_IS_DICTIONARY (self));
  g_return_if_fail (code > 0 && code <= self->names.size);

  if (n_members > 0)
    {
      copy = g_new (guint32, n_members + 1);
      copy[0] = n_members;
      memcpy (copy + 1, members, n_members * sizeof *members);
    }
  if (copy != NULL || get_extra (self->members, code) != NULL)
    set_extra (&self->members, code, copy);
}

guint32
nida_dictionary_get_size (NidaDictionary *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->names.size;
}

/**
 * nida_dictionary_get_name:
 *
 * Returns: the English name of @code; "" for 0 and for a code that is not there
 */
const char *
nida_dictionary_get_name (NidaDictionary *self,
                          guint32         code)
{
  g_return_val_if_fail (self != NULL, "");

  return nida_string_pool_get (&self->names, code);
}

const char *
nida_dictionary_get_arabic (NidaDictionary *self,
                            guint32         code)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_extra (self->arabic, code);
}

guint32
nida_dictionary_find_labelled (NidaDictionary *self,
                               const char     *arabic)
{
  for (guint32 code = 1; code <= nida_dictionary_get_size (self); code++)
    if (g_strcmp0 (nida_dictionary_get_arabic (self, code), arabic) == 0
        && !g_str_equal (nida_dictionary_get_name (self, code), arabic))
      return code;
  return 0;
}

const char *
nida_dictionary_get_ref (NidaDictionary *self,
                         guint32         code)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_extra (self->refs, code);
}

/**
 * nida_dictionary_get_members:
 * @n_members: (out): how many
 *
 * Returns: (array length=n_members) (transfer none) (nullable): the codes that @code stands for, in ascending order of
 *   nothing but their place in the cell; %NULL for a plain name
 */
const guint32 *
nida_dictionary_get_members (NidaDictionary *self,
                             guint32         code,
                             guint          *n_members)
{
  const guint32 *members;

  g_return_val_if_fail (self != NULL && n_members != NULL, NULL);

  members = get_extra (self->members, code);
  *n_members = members == NULL ? 0 : members[0];
  return members == NULL ? NULL : members + 1;
}

/* --- forms of a name --- */

/* A copy without bidi controls and without white space at the ends; control characters become spaces. */
static char *
strip (const char *name)
{
  GString *out = g_string_sized_new (strlen (name));
  const char *start = out->str;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (nida_is_bidi_control (c))
        continue;
      if (g_unichar_iscntrl (c))
        c = ' ';
      if (out->len > 0 || !g_unichar_isspace (c))
        g_string_append_unichar (out, c);
    }
  start = out->str;
  for (const char *end = start + out->len; end > start; g_string_truncate (out, end - start))
    {
      end = g_utf8_prev_char (end);
      if (!g_unichar_isspace (g_utf8_get_char (end)))
        break;
    }
  return g_string_free (out, FALSE);
}

/**
 * nida_name_fold:
 *
 * Returns: (transfer full): the form in which two spellings of one name are equal: NFKC, case-folded, without bidi
 *   controls and without white space at the ends. For comparing, never for showing
 */
char *
nida_name_fold (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFKC);
  g_autofree char *folded = g_utf8_casefold (composed, -1);
  g_autofree char *normal = g_utf8_normalize (folded, -1, G_NORMALIZE_NFKC);

  return strip (normal);
}

/**
 * nida_name_clean:
 *
 * Returns: (transfer full): @name fit to be shown: valid UTF-8 without bidi controls, control characters (tabs and line
 *   ends too) as spaces, no white space at the ends. Isolating it is for text/
 */
char *
nida_name_clean (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);

  return strip (valid);
}
