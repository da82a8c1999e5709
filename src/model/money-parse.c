/* Reading exact amounts.
 *
 * A text becomes thousandths without a double. Plain ASCII numbers, nearly all that a file holds, take a short path; all
 * else is first written down in one small alphabet (ASCII digits, one letter per kind of mark) and then read by rules
 * that refuse what has two readings. What is a column's decimal mark is for io/columns to find out. */
#include "money.h"

#include "bidi.h"

#include <string.h>

/* The alphabet of the long path: digits, '-', '+', '(', ')', 'e', '.', ',' and these. */
#define MARK_SPACE         ' '    /* space, NBSP, NNBSP, thin space */
#define MARK_APOSTROPHE    '\''
#define MARK_ARABIC_GROUP  'g'    /* U+066C */
#define MARK_ARABIC_POINT  'd'    /* U+066B */

#define MAX_SHORT_DIGITS   15     /* so many digits and three decimals fit 64 bits without a check */
#define MAX_EXPONENT       100000

typedef struct {
  const char *text;        /* digits and marks between the sign and the exponent */
  gsize       length;
  gssize      decimal;     /* position of the decimal mark, or -1 */
  gboolean    negative;
  gboolean    has_exponent;
  int         exponent;
} Number;

static gboolean
is_digit (char c)
{
  return c >= '0' && c <= '9';
}

/* How many digits begin at @start. */
static gsize
digit_run (const char *text,
           gsize       length,
           gsize       start)
{
  gsize end = start;

  while (end < length && is_digit (text[end]))
    end++;
  return end - start;
}

/* --- the short path: -?digits[.digits], at most three decimals --- */

/* Returns FALSE when the text needs the long path. */
static gboolean
parse_short (const char       *text,
             gsize             length,
             NidaDecimalMark   mark,
             NidaMoney        *money)
{
  static const gint64 scale[] = { 1000, 100, 10, 1 };
  gboolean negative = length > 0 && text[0] == '-';
  gsize i = negative;
  gsize start = i;
  gsize n_whole, n_decimals = 0;
  gint64 value = 0;

  for (; i < length && is_digit (text[i]); i++)
    {
      if (i - start == MAX_SHORT_DIGITS)
        return FALSE;
      value = value * 10 + (text[i] - '0');
    }
  n_whole = i - start;
  if (n_whole == 0)
    return FALSE;
  if (i < length)
    {
      if (text[i] != '.' || mark == NIDA_DECIMAL_COMMA || length - i - 1 > 3)
        return FALSE;
      for (i++; i < length && is_digit (text[i]); i++, n_decimals++)
        value = value * 10 + (text[i] - '0');
      if (i < length || n_decimals == 0 || (n_decimals == 3 && mark == NIDA_DECIMAL_AUTO))
        return FALSE;
    }
  value *= scale[n_decimals];
  *money = negative ? -value : value;
  return TRUE;
}

/* --- the long path --- */

static char
mark_of_character (gunichar c)
{
  switch (c)
    {
    case '.': case ',': case '(': case ')': case '+': case '-':
      return (char) c;
    case 'e': case 'E':
      return 'e';
    case ' ': case 0x00a0: case 0x202f: case 0x2009:
      return MARK_SPACE;
    case '\'': case 0x2019:
      return MARK_APOSTROPHE;
    case 0x066c:
      return MARK_ARABIC_GROUP;
    case 0x066b:
      return MARK_ARABIC_POINT;
    case 0x2212: case 0x2013: case 0xfe63: case 0xff0d:
      return '-';
    case 0xff0b:
      return '+';
    default:
      return 0;
    }
}

/* Write @text down in the alphabet above. @out has room for @length bytes. Returns FALSE for any other character, and
 * for digits of two scripts in one number. */
static gboolean
spell (const char *text,
       gsize       length,
       char       *out,
       gsize      *out_length)
{
  const char *end = text + length;
  gunichar zero = 0;
  gsize n = 0;

  while (text < end)
    {
      gunichar c = g_utf8_get_char_validated (text, end - text);
      int digit;

      if (c == (gunichar) -1 || c == (gunichar) -2 || c == 0)
        return FALSE;
      text = g_utf8_next_char (text);
      if (nida_is_bidi_control (c))
        continue;
      digit = g_unichar_digit_value (c);
      if (digit >= 0)
        {
          if (zero != 0 && zero != c - digit)
            return FALSE;
          zero = c - digit;
          out[n++] = (char) ('0' + digit);
        }
      else if ((out[n++] = mark_of_character (c)) == 0)
        return FALSE;
    }
  *out_length = n;
  return TRUE;
}

static void
trim (const char **text,
      gsize       *length)
{
  while (*length > 0 && (*text)[0] == MARK_SPACE)
    (*text)++, (*length)--;
  while (*length > 0 && (*text)[*length - 1] == MARK_SPACE)
    (*length)--;
}

/* Take "-", "+" or "( )" off @number. Two signs are none. */
static gboolean
take_sign (Number *number)
{
  trim (&number->text, &number->length);
  if (number->length == 0)
    return FALSE;
  if (number->text[0] == '(')
    {
      if (number->length < 3 || number->text[number->length - 1] != ')')
        return FALSE;
      number->negative = TRUE;
      number->text++;
      number->length -= 2;
    }
  else if (number->text[0] == '-' || number->text[0] == '+')
    {
      number->negative = number->text[0] == '-';
      number->text++;
      number->length--;
    }
  trim (&number->text, &number->length);
  return number->length > 0;
}

/* Take "e+06" off @number. */
static gboolean
take_exponent (Number *number)
{
  const char *e = memchr (number->text, 'e', number->length);
  const char *end = number->text + number->length;
  gboolean negative;

  if (e == NULL)
    return TRUE;
  number->length = e - number->text;
  number->has_exponent = TRUE;
  e++;
  negative = e < end && *e == '-';
  if (e < end && (*e == '-' || *e == '+'))
    e++;
  if (e == end)
    return FALSE;
  for (; e < end; e++)
    {
      if (!is_digit (*e))
        return FALSE;
      number->exponent = MIN (number->exponent * 10 + (*e - '0'), MAX_EXPONENT);
    }
  if (negative)
    number->exponent = -number->exponent;
  return TRUE;
}

static gsize
count_char (const Number *number,
            char          c)
{
  gsize n = 0;

  for (gsize i = 0; i < number->length; i++)
    n += number->text[i] == c;
  return n;
}

static gssize
position_of (const Number *number,
             char          c)
{
  const char *found = memchr (number->text, c, number->length);

  return found == NULL ? -1 : found - number->text;
}

/* "1,234": a group of three after one to three digits that do not begin with zero could be either. */
static gboolean
could_be_group (const Number *number,
                gsize         position)
{
  gsize after = number->length - position - 1;

  return position >= 1 && position <= 3 && number->text[0] != '0' && after == 3;
}

/* Find the decimal mark among the marks of @number when the file does not say which it is. */
static NidaMoneyStatus
find_decimal (Number *number)
{
  gsize n_marks = 0, n_same;
  gssize last = -1;
  char c;

  for (gsize i = 0; i < number->length; i++)
    if (!is_digit (number->text[i]))
      n_marks++, last = i;
  c = last < 0 ? 0 : number->text[last];
  if (c != '.' && c != ',')
    return NIDA_MONEY_OK;
  n_same = count_char (number, c);
  if (n_same > 1)
    return n_same == n_marks ? NIDA_MONEY_OK : NIDA_MONEY_NOT_A_NUMBER;
  if (n_marks == 1 && could_be_group (number, last) && !(number->has_exponent && c == '.'))
    return NIDA_MONEY_AMBIGUOUS;
  number->decimal = last;
  return NIDA_MONEY_OK;
}

static NidaMoneyStatus
locate_decimal (Number          *number,
                NidaDecimalMark  mark)
{
  number->decimal = position_of (number, MARK_ARABIC_POINT);
  if (number->decimal >= 0)
    return NIDA_MONEY_OK;
  if (mark == NIDA_DECIMAL_AUTO)
    return find_decimal (number);
  number->decimal = position_of (number, mark == NIDA_DECIMAL_DOT ? '.' : ',');
  return NIDA_MONEY_OK;
}

/* Groups of three, all by one mark, the first of one to three digits and not beginning with zero. */
static gboolean
whole_part_valid (const Number *number)
{
  gsize length = number->decimal < 0 ? number->length : (gsize) number->decimal;
  gsize i = digit_run (number->text, length, 0);
  char mark;

  if (i == length)
    return TRUE;
  mark = number->text[i];
  if (number->has_exponent || i == 0 || i > 3 || number->text[0] == '0')
    return FALSE;
  for (; i < length; i += 4)
    if (number->text[i] != mark || mark == MARK_ARABIC_POINT || digit_run (number->text, length, i + 1) != 3)
      return FALSE;
  return mark != '-' && mark != '+' && mark != '(' && mark != ')';
}

static gboolean
decimals_valid (const Number *number)
{
  gsize start = number->decimal + 1;

  return number->decimal < 0 || digit_run (number->text, number->length, start) == number->length - start;
}

static gboolean
has_digit (const Number *number)
{
  for (gsize i = 0; i < number->length; i++)
    if (is_digit (number->text[i]))
      return TRUE;
  return FALSE;
}

/* The digits of @number in @digits without leading zeros; returns how many, and in @point how many of them (perhaps a
 * negative number, or more than there are) stand before the decimal mark. */
static gsize
collect_digits (const Number *number,
                char         *digits,
                gint64       *point)
{
  gsize n = 0;
  gint64 n_whole = 0;

  for (gsize i = 0; i < number->length; i++)
    {
      if (!is_digit (number->text[i]))
        continue;
      if (number->decimal < 0 || i < (gsize) number->decimal)
        {
          if (n > 0 || number->text[i] != '0')
            digits[n++] = number->text[i], n_whole++;
        }
      else if (n > 0 || number->text[i] != '0')
        digits[n++] = number->text[i];
      else
        n_whole--;
    }
  *point = n_whole + number->exponent;
  return n;
}

/* Is what follows the kept digits, divided by half a unit, 0 (below), 1 (exactly half) or 2 (above)? -1 is "nothing". */
static int
rest_class (const char *rest,
            gsize       n)
{
  gboolean more = FALSE;

  for (gsize i = 1; i < n; i++)
    more = more || rest[i] != '0';
  if (!more && (n == 0 || rest[0] == '0'))
    return -1;
  if (rest[0] != '5')
    return rest[0] > '5' ? 2 : 0;
  return more ? 2 : 1;
}

/* Thousandths from @n_digits digits of which @point stand before the decimal mark, half to even. */
static NidaMoneyStatus
assemble (const char *digits,
          gsize       n_digits,
          gint64      point,
          gboolean    negative,
          NidaMoney  *money)
{
  gint64 n_keep = point + 3;
  gint64 value = 0;
  int rest = -1;

  *money = 0;
  if (n_digits == 0)
    return NIDA_MONEY_OK;
  if (n_keep > 19)
    return NIDA_MONEY_OVERFLOW;
  for (gint64 i = 0; i < n_keep; i++)
    {
      int digit = i < (gint64) n_digits ? digits[i] - '0' : 0;

      if (__builtin_mul_overflow (value, 10, &value) || __builtin_add_overflow (value, digit, &value))
        return NIDA_MONEY_OVERFLOW;
    }
  if (n_keep < 0)
    rest = 0;
  else if (n_keep < (gint64) n_digits)
    rest = rest_class (digits + n_keep, n_digits - n_keep);
  if ((rest == 2 || (rest == 1 && value % 2 == 1)) && __builtin_add_overflow (value, 1, &value))
    return NIDA_MONEY_OVERFLOW;
  *money = negative ? -value : value;
  return rest < 0 ? NIDA_MONEY_OK : NIDA_MONEY_ROUNDED;
}

static NidaMoneyStatus
parse_spelled (char            *spelled,
               gsize            length,
               NidaDecimalMark  mark,
               NidaMoney       *money)
{
  Number number = { spelled, length, -1, };
  NidaMoneyStatus status;
  gsize n_digits;
  gint64 point;

  if (!take_sign (&number) || !take_exponent (&number))
    return NIDA_MONEY_NOT_A_NUMBER;
  status = locate_decimal (&number, mark);
  if (!whole_part_valid (&number) || !decimals_valid (&number) || !has_digit (&number))
    return NIDA_MONEY_NOT_A_NUMBER;
  if (status != NIDA_MONEY_OK)
    return status;
  /* The digits are fewer than the characters already read, so they may overwrite them from the front. */
  n_digits = collect_digits (&number, spelled, &point);
  return assemble (spelled, n_digits, point, number.negative, money);
}

static gboolean
is_not_finite (const char *text,
               gsize       length)
{
  static const char * const words[] = { "nan", "inf", "infinity", "∞" };

  if (length > 0 && (text[0] == '-' || text[0] == '+'))
    text++, length--;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) == length && g_ascii_strncasecmp (words[i], text, length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_blank (const char *spelled,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (spelled[i] != MARK_SPACE)
      return FALSE;
  return TRUE;
}

static NidaMoneyStatus
parse_long (const char      *text,
            gsize            length,
            NidaDecimalMark  mark,
            NidaMoney       *money)
{
  char room[128];
  g_autofree char *large = length > sizeof room ? g_malloc (length) : NULL;
  char *spelled = large != NULL ? large : room;
  gsize n;

  while (length > 0 && g_ascii_isspace (text[0]))
    text++, length--;
  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;
  if (is_not_finite (text, length))
    return NIDA_MONEY_NOT_FINITE;
  if (!spell (text, length, spelled, &n))
    return NIDA_MONEY_NOT_A_NUMBER;
  if (is_blank (spelled, n))
    return NIDA_MONEY_EMPTY;
  return parse_spelled (spelled, n, mark, money);
}

/**
 * nida_money_parse:
 * @text: UTF-8, need not end with NUL
 * @length: bytes of @text
 * @mark: the decimal mark of the column, or %NIDA_DECIMAL_AUTO
 * @money: (out): thousandths; written for %NIDA_MONEY_OK and %NIDA_MONEY_ROUNDED only
 *
 * Read an amount: digits of any one script, groups of three set apart by comma, dot, space, apostrophe or U+066C,
 * decimals after dot, comma or U+066B, "2e+06", "-", "−" or "(1,000)". What has two readings, or none, is refused.
 *
 * Returns: whether it is an amount, and if not why
 */
NidaMoneyStatus
nida_money_parse (const char      *text,
                  gsize            length,
                  NidaDecimalMark  mark,
                  NidaMoney       *money)
{
  if (length == 0)
    return NIDA_MONEY_EMPTY;
  g_return_val_if_fail (text != NULL && money != NULL, NIDA_MONEY_EMPTY);
  if (parse_short (text, length, mark, money))
    return NIDA_MONEY_OK;
  else
    {
      NidaMoney value;
      NidaMoneyStatus status = parse_long (text, length, mark, &value);

      if (status == NIDA_MONEY_OK || status == NIDA_MONEY_ROUNDED)
        *money = value;
      return status;
    }
}
