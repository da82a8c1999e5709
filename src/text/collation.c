/* Order and joining of names: the collation of the language, digits by their value ("Goal 2" before "Goal 10"), and
 * lists ("a, b and c"). */
#include "config.h"

#include "language-private.h"

#include <unicode/ustring.h>

void
nida_language_open_collator (NidaLanguage *self)
{
  UErrorCode status = U_ZERO_ERROR;

  self->collator = ucol_open (self->arabic ? "ar" : "en", &status);
  if (U_SUCCESS (status))
    ucol_setAttribute (self->collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
}

void
nida_language_close_collator (NidaLanguage *self)
{
  g_clear_pointer (&self->collator, ucol_close);
  g_clear_pointer (&self->list, ulistfmt_close);
}

/**
 * nida_language_collate:
 *
 * Compare two names as a reader of this language sorts them.
 *
 * Returns: below, at or above zero; zero only for equal strings
 */
int
nida_language_collate (NidaLanguage *self,
                       const char   *a,
                       const char   *b)
{
  UErrorCode status = U_ZERO_ERROR;
  int order = 0;

  g_return_val_if_fail (NIDA_IS_LANGUAGE (self), 0);

  if (self->collator != NULL)
    order = ucol_strcollUTF8 (self->collator, a, -1, b, -1, &status);
  return order != 0 ? order : g_strcmp0 (a, b);
}

static UListFormatter *
get_list (NidaLanguage *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  UErrorCode status = U_ZERO_ERROR;

  /* British English joins without a comma before "and", as the rest of Nida's English does. */
  if (self->list == NULL)
    self->list = ulistfmt_openForType (self->arabic ? "ar" : "en-GB", ULISTFMT_TYPE_AND, ULISTFMT_WIDTH_WIDE, &status);
  return self->list;
}

static char *
format_list (UListFormatter  *list,
             const UChar    **strings,
             const int32_t   *lengths,
             int32_t          n)
{
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = ulistfmt_format (list, strings, lengths, n, NULL, 0, &status);
  g_autofree UChar *buffer = g_new (UChar, length + 1);
  char *joined;

  status = U_ZERO_ERROR;
  ulistfmt_format (list, strings, lengths, n, buffer, length + 1, &status);
  joined = g_utf16_to_utf8 (buffer, length, NULL, NULL, NULL);
  return joined != NULL ? joined : g_strdup ("");
}

/**
 * nida_language_list:
 * @items: (array zero-terminated=1): names, already isolated
 *
 * Returns: (transfer full): "a, b and c" / «أ وب وج»; "" for no item
 */
char *
nida_language_list (NidaLanguage       *self,
                    const char * const *items)
{
  UListFormatter *list;
  guint n = items != NULL ? g_strv_length ((char **) items) : 0;
  g_autofree UChar **strings = g_new0 (UChar *, n + 1);
  g_autofree int32_t *lengths = g_new0 (int32_t, n + 1);
  char *joined;

  g_return_val_if_fail (NIDA_IS_LANGUAGE (self), NULL);

  list = get_list (self);
  if (n == 0)
    return g_strdup ("");
  if (list == NULL)
    return g_strjoinv (", ", (char **) items);

  for (guint i = 0; i < n; i++)
    {
      glong length = 0;

      strings[i] = g_utf8_to_utf16 (items[i], -1, NULL, &length, NULL);
      lengths[i] = (int32_t) length;
    }
  joined = format_list (list, (const UChar **) strings, lengths, (int32_t) n);
  for (guint i = 0; i < n; i++)
    g_free (strings[i]);
  return joined;
}
