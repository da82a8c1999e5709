/* A chart's table holds figures as a person reads them. A program of tables wants digits: they are taken from the words, so that
 * a file or the clipboard says what the chart says, to the last digit. */
#include "config.h"

#include "table-figures.h"

#include "dictionary.h"
#include "number-marks.h"

#include <string.h>

static gboolean
is_minus (gunichar c)
{
  return c == '-' || c == 0x2212;
}

/* What a currency may be written with, beside the digits. */
static gboolean
is_currency (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL || g_unichar_isspace (c);
}

/* The digits from @p on, their groups joined; *@end is behind them. */
static char *
read_digits (const char  *p,
             const char **end)
{
  GString *digits = g_string_new (NULL);
  gboolean decimals = FALSE;

  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p), after = g_utf8_get_char (g_utf8_next_char (p));

      if (g_unichar_digit_value (c) >= 0)
        g_string_append_c (digits, (char) ('0' + g_unichar_digit_value (c)));
      else if (!decimals && nida_is_decimal_mark (c) && g_unichar_digit_value (after) >= 0)
        {
          g_string_append_c (digits, '.');
          decimals = TRUE;
        }
      else if (decimals || !nida_is_group_mark (c) || g_unichar_digit_value (after) < 0)
        break;
      p = g_utf8_next_char (p);
    }
  *end = p;
  return g_string_free (digits, FALSE);
}

/**
 * nida_table_cell_number:
 * @cell: as a chart's table says it
 * @percent: (out): whether it is a percentage
 *
 * Returns: (transfer full) (nullable): its digits
 */
char *
nida_table_cell_number (const char *cell,
                        gboolean   *percent)
{
  g_autofree char *clean = nida_name_clean (cell);
  g_autofree char *digits = NULL;
  gboolean negative = FALSE;
  const char *p = clean, *end;

  *percent = FALSE;
  for (; *p != '\0' && g_unichar_digit_value (g_utf8_get_char (p)) < 0; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_minus (c) && !negative)
        negative = TRUE;
      else if (!(c >= 'A' && c <= 'Z') && (g_unichar_isalpha (c) || !is_currency (c)))
        return NULL;      /* a name that has a number in it, "<", "≈"; "KWD" is none */
    }
  digits = read_digits (p, &end);
  if (*digits == '\0')
    return NULL;
  for (; *end != '\0'; end = g_utf8_next_char (end))
    {
      gunichar c = g_utf8_get_char (end);

      if (c == '%' || c == 0x066a)
        *percent = TRUE;
      else if (!is_currency (c) && c != '.')
        return NULL;
    }
  return g_strconcat (negative ? "-" : "", digits, NULL);
}

/**
 * nida_table_row_dup_figure:
 * @row: a row of a chart's table
 * @column: which of its cells
 * @percent: (out): whether it is a percentage
 *
 * The digits of a cell, where they are all of the figure that it sorts by: in thousandths, or of a count or rank as it is. A date
 * that sorts by its day, and "$17.1M", are words.
 *
 * Returns: (transfer full) (nullable): its digits, with '.' for the decimals and '-' for a minus
 */
char *
nida_table_row_dup_figure (const NidaTableRow *row,
                           guint               column,
                           gboolean           *percent)
{
  NidaMoney figure, sort = row->sort != NULL ? row->sort[column] : NIDA_MONEY_NONE;
  g_autofree char *digits = sort == NIDA_MONEY_NONE ? NULL : nida_table_cell_number (row->cells[column], percent);

  if (digits == NULL || *percent)
    return g_steal_pointer (&digits);
  if (nida_money_parse (digits, strlen (digits), NIDA_DECIMAL_DOT, &figure) != NIDA_MONEY_OK)
    return NULL;
  return figure == sort || (figure % NIDA_MONEY_UNIT == 0 && figure / NIDA_MONEY_UNIT == sort) ? g_steal_pointer (&digits) : NULL;
}

/**
 * nida_table_row_dup_date:
 * @row: a row of a chart's table
 * @column: which of its cells
 *
 * Returns: (transfer full) (nullable): the date that the cell says, as nida_period_to_string() and `nida convert` write it
 */
char *
nida_table_row_dup_date (const NidaTableRow *row,
                         guint               column)
{
  if (row->period.start.precision == NIDA_PRECISION_NONE || row->period_column != column)
    return NULL;
  return nida_period_to_string (row->period);
}
