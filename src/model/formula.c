/* A name that begins like a formula must not become one where a table is opened or pasted. */
#include "config.h"

#include "formula.h"

#include <string.h>

/**
 * nida_formula_begins:
 * @text: what a cell says, not necessarily ended by a null
 * @length: bytes of @text
 *
 * Returns: whether a spreadsheet takes a cell that begins so for a formula, also in full-width signs
 */
gboolean
nida_formula_begins (const char *text,
                     gsize       length)
{
  static const char * const wide[] = { "＝", "＋", "－", "＠" };

  if (length > 0 && strchr ("=+-@\t\r", text[0]) != NULL && text[0] != '\0')
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (wide); i++)
    if (length >= 3 && memcmp (text, wide[i], 3) == 0)
      return TRUE;
  return FALSE;
}

/* "-1,250", "+3%", "-$2": a sign and one figure. */
static gboolean
is_figure (const char *text)
{
  gboolean digits = FALSE;

  if (*text != '-' && *text != '+')
    return FALSE;
  for (const char *p = text + 1; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      digits = digits || g_unichar_isdigit (c);
      if (!g_unichar_isdigit (c) && !g_unichar_isspace (c) && g_unichar_type (c) != G_UNICODE_CURRENCY_SYMBOL
          && strchr (".,%", (int) MIN (c, 127)) == NULL && c != 0x066A && c != 0x066B && c != 0x066C)
        return FALSE;
    }
  return digits;
}

/**
 * nida_formula_append_cell:
 * @out: tab-separated text for the clipboard
 * @text: what a cell says, in UTF-8
 *
 * Appends @text as one cell: tabs and ends of lines become spaces, and what a spreadsheet would take for a formula gets an
 * apostrophe in front, as in the tables that are saved. Figures stay figures.
 */
void
nida_formula_append_cell (GString    *out,
                          const char *text)
{
  g_return_if_fail (out != NULL && text != NULL);

  if (text[0] == '\'' || (nida_formula_begins (text, strlen (text)) && !is_figure (text)))
    g_string_append_c (out, '\'');
  for (const char *p = text; *p != '\0'; p++)
    g_string_append_c (out, strchr ("\t\r\n", *p) != NULL ? ' ' : *p);
}
