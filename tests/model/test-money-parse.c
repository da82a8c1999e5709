/* Amounts: what is read, what is refused and why, against two independent readings of the same text. */
#include "money.h"

#include <string.h>

typedef struct {
  const char      *text;
  NidaDecimalMark  mark;
  NidaMoneyStatus  status;
  NidaMoney        money;
} Case;

#define AUTO  NIDA_DECIMAL_AUTO
#define DOT   NIDA_DECIMAL_DOT
#define COMMA NIDA_DECIMAL_COMMA

#define OK        NIDA_MONEY_OK
#define ROUNDED   NIDA_MONEY_ROUNDED
#define EMPTY     NIDA_MONEY_EMPTY
#define NUMBER    NIDA_MONEY_NOT_A_NUMBER
#define FINITE    NIDA_MONEY_NOT_FINITE
#define AMBIGUOUS NIDA_MONEY_AMBIGUOUS
#define OVERFLOW  NIDA_MONEY_OVERFLOW

static void
check_cases (const Case *cases,
             gsize       n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      NidaMoney money = 42;
      NidaMoneyStatus status = nida_money_parse (cases[i].text, strlen (cases[i].text), cases[i].mark, &money);
      gboolean is_read = status == OK || status == ROUNDED;

      if (status != cases[i].status || money != (is_read ? cases[i].money : 42))
        g_error ("“%s” (mark %d): status %d, money %" G_GINT64_FORMAT ", but %d, %" G_GINT64_FORMAT " was expected",
                 cases[i].text, cases[i].mark, status, money, cases[i].status, cases[i].money);
    }
}

static void
test_plain (void)
{
  static const Case cases[] = {
    { "0", AUTO, OK, 0 },
    { "-0", AUTO, OK, 0 },
    { "500000", AUTO, OK, 500000000 },
    { "500000", COMMA, OK, 500000000 },
    { "1234.5", AUTO, OK, 1234500 },
    { "1234.567", AUTO, OK, 1234567 },
    { "0.123", AUTO, OK, 123 },
    { "1.234", DOT, OK, 1234 },
    { "-1250000.50", DOT, OK, -1250000500 },
    { "+7", AUTO, OK, 7000 },
    { ".5", AUTO, OK, 500 },
    { "5.", DOT, OK, 5000 },
    { "  12 ", AUTO, OK, 12000 },
    { "9223372036854775.807", DOT, OK, G_MAXINT64 },
    { "-9223372036854775.807", DOT, OK, -G_MAXINT64 },
    { "000000000000000000000000001", AUTO, OK, 1000 },
    { "2e+06", AUTO, OK, 2000000000 },
    { "1.234e3", AUTO, OK, 1234000 },
    { "25E-1", DOT, OK, 2500 },
    { "0e999999999999", AUTO, OK, 0 },
  };
  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_groups (void)
{
  static const Case cases[] = {
    { "1,250,000.50", AUTO, OK, 1250000500 },
    { "1.250.000,50", AUTO, OK, 1250000500 },
    { "1 250 000,50", AUTO, OK, 1250000500 },
    { "1\u00a0250\u00a0000,50", AUTO, OK, 1250000500 },
    { "1\u202f250\u202f000,50", COMMA, OK, 1250000500 },
    { "1'250'000.50", AUTO, OK, 1250000500 },
    { "1,234.5", DOT, OK, 1234500 },
    { "1.234,5", COMMA, OK, 1234500 },
    { "1,25", AUTO, OK, 1250 },
    { "1,234,567", AUTO, OK, 1234567000 },
    { "1.234.567", AUTO, OK, 1234567000 },
    { "1,234", DOT, OK, 1234000 },
    { "1,234", COMMA, OK, 1234 },
    { "(1,000)", DOT, OK, -1000000 },
    { "( 1 000 )", AUTO, OK, -1000000 },
  };
  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_scripts (void)
{
  static const Case cases[] = {
    { "١٬٢٥٠٬٠٠٠٫٥", AUTO, OK, 1250000500 },
    { "١٢٣٤٥", AUTO, OK, 12345000 },
    { "۱۲۳۴٫۵", AUTO, OK, 1234500 },
    { "٨٫٣", DOT, OK, 8300 },
    { "८३", AUTO, OK, 83000 },
    { "\u061c-٥٠٠", AUTO, OK, -500000 },
    { "\u200f−500\u200e", AUTO, OK, -500000 },
    { "٢e+٠٦", AUTO, OK, 2000000000 },
    { "١,٢٥٠.٥", AUTO, OK, 1250500 },
  };
  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_refused (void)
{
  static const Case cases[] = {
    { "", AUTO, EMPTY, 0 },
    { " \t ", AUTO, EMPTY, 0 },
    { "\u00a0\u200f", AUTO, EMPTY, 0 },
    { "8ر3", AUTO, NUMBER, 0 },
    { "0x1p10", AUTO, NUMBER, 0 },
    { "nan", AUTO, FINITE, 0 },
    { "-Inf", DOT, FINITE, 0 },
    { "Infinity", COMMA, FINITE, 0 },
    { "infant", AUTO, NUMBER, 0 },
    { "1.2.3", AUTO, NUMBER, 0 },
    { "1.2.3", DOT, NUMBER, 0 },
    { "12,34,5", AUTO, NUMBER, 0 },
    { "12,34,567", DOT, NUMBER, 0 },
    { "1.234,56", DOT, NUMBER, 0 },
    { "1,234.56", COMMA, NUMBER, 0 },
    { "0,123,456", AUTO, NUMBER, 0 },
    { "0,500", DOT, NUMBER, 0 },
    { "1234,567", DOT, NUMBER, 0 },
    { "1,234 567", DOT, NUMBER, 0 },
    { "1  234", AUTO, NUMBER, 0 },
    { "--5", AUTO, NUMBER, 0 },
    { "(-5)", AUTO, NUMBER, 0 },
    { "-(5)", AUTO, NUMBER, 0 },
    { "(5", AUTO, NUMBER, 0 },
    { "5)", AUTO, NUMBER, 0 },
    { "()", AUTO, NUMBER, 0 },
    { "5-", AUTO, NUMBER, 0 },
    { "1-234", AUTO, NUMBER, 0 },
    { "-", AUTO, NUMBER, 0 },
    { ".", AUTO, NUMBER, 0 },
    { "e5", AUTO, NUMBER, 0 },
    { "1e", AUTO, NUMBER, 0 },
    { "1e5e5", AUTO, NUMBER, 0 },
    { "1,234e5", DOT, NUMBER, 0 },
    { "$5", AUTO, NUMBER, 0 },
    { "5 USD", AUTO, NUMBER, 0 },
    { "50%", AUTO, NUMBER, 0 },
    { "١2", AUTO, NUMBER, 0 },
    { "1\xff", AUTO, NUMBER, 0 },
    { "1,234", AUTO, AMBIGUOUS, 0 },
    { "1.234", AUTO, AMBIGUOUS, 0 },
    { "-12.345", AUTO, AMBIGUOUS, 0 },
    { "(1,000)", AUTO, AMBIGUOUS, 0 },
    { "١,٢٣٤", AUTO, AMBIGUOUS, 0 },
    { "1e999", AUTO, OVERFLOW, 0 },
    { "9223372036854775.808", DOT, OVERFLOW, 0 },
    { "-9223372036854775.808", DOT, OVERFLOW, 0 },
    { "9223372036854775.8075", DOT, OVERFLOW, 0 },
    { "99999999999999999999", AUTO, OVERFLOW, 0 },
  };
  NidaMoney money = 1;

  check_cases (cases, G_N_ELEMENTS (cases));
  g_assert_cmpint (nida_money_parse ("1\0002", 3, AUTO, &money), ==, NUMBER);
  g_assert_cmpint (money, ==, 1);
}

static void
test_half_to_even (void)
{
  static const Case cases[] = {
    { "0.0005", DOT, ROUNDED, 0 },
    { "0.0015", DOT, ROUNDED, 2 },
    { "0.0025", DOT, ROUNDED, 2 },
    { "-0.0035", DOT, ROUNDED, -4 },
    { "0.00050000000000000000001", DOT, ROUNDED, 1 },
    { "0.00049999999999999999999", DOT, ROUNDED, 0 },
    { "1.23400000000000000000000", DOT, OK, 1234 },
    { "1e-400", DOT, ROUNDED, 0 },
    { "9.9995", DOT, ROUNDED, 10000 },
  };
  g_autofree char *zeros = g_strnfill (3000, '0');
  g_autofree char *tiny = g_strconcat ("0.0015", zeros, NULL);
  g_autofree char *above = g_strconcat ("0.0005", zeros, "1", NULL);
  NidaMoney money;

  check_cases (cases, G_N_ELEMENTS (cases));
  g_assert_cmpint (nida_money_parse (tiny, strlen (tiny), DOT, &money), ==, ROUNDED);
  g_assert_cmpint (money, ==, 2);
  g_assert_cmpint (nida_money_parse (above, strlen (above), DOT, &money), ==, ROUNDED);
  g_assert_cmpint (money, ==, 1);
}

/* --- random numbers, written in every style, against 128-bit arithmetic --- */

static gint64
random_below (GRand  *rand,
              gint64  limit)
{
  guint64 bits = (guint64) g_rand_int (rand) << 32 | g_rand_int (rand);

  return bits % limit;
}

/* @value, which has @n_decimals decimals, in thousandths, half to even. */
static NidaMoney
naive_thousandths (__int128  value,
                   int       n_decimals,
                   gboolean *is_exact)
{
  __int128 unit = 1, quotient, rest;

  *is_exact = TRUE;
  for (; n_decimals < 3; n_decimals++)
    value *= 10;
  for (int i = 3; i < n_decimals; i++)
    unit *= 10;
  quotient = value / unit;
  rest = value % unit;
  *is_exact = rest == 0;
  if (rest * 2 > unit || (rest * 2 == unit && quotient % 2 == 1))
    quotient++;
  return quotient;
}

static void
append_digit (GString *out,
              int      digit,
              gunichar zero)
{
  g_string_append_unichar (out, zero + digit);
}

static char *
write_number (gint64      whole,
              const char *decimals,
              const char *group,
              const char *point,
              gunichar    zero)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, whole);
  gsize n = strlen (digits);
  GString *out = g_string_new (NULL);

  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0)
        g_string_append (out, group);
      append_digit (out, digits[i] - '0', zero);
    }
  if (*decimals != '\0')
    g_string_append (out, point);
  for (; *decimals != '\0'; decimals++)
    append_digit (out, *decimals - '0', zero);
  return g_string_free (out, FALSE);
}

static void
test_random_styles (void)
{
  static const struct { const char *group, *point; NidaDecimalMark mark; gunichar zero; } styles[] = {
    { "", ".", DOT, '0' }, { ",", ".", DOT, '0' }, { "'", ".", DOT, '0' }, { " ", ".", DOT, '0' },
    { ".", ",", COMMA, '0' }, { "\u00a0", ",", COMMA, '0' }, { "", ",", COMMA, '0' }, { "\u202f", ",", COMMA, '0' },
    { "٬", "٫", AUTO, 0x660 }, { "٬", "٫", DOT, 0x6f0 }, { "", "٫", COMMA, 0x660 }, { ",", ".", DOT, 0x660 },
  };
  GRand *rand = g_rand_new_with_seed (20240204);

  for (int round = 0; round < 60000; round++)
    {
      guint style = round % G_N_ELEMENTS (styles);
      int n_decimals = random_below (rand, 9);
      gint64 limit = 1, whole, part;
      char decimals[16] = "";
      g_autofree char *text = NULL;
      NidaMoney money = 0, expected;
      NidaMoneyStatus status;
      gboolean is_exact;

      for (int i = random_below (rand, 15); i >= 0; i--)
        limit *= 10;
      whole = random_below (rand, limit);
      limit = 1;
      for (int i = 0; i < n_decimals; i++)
        limit *= 10;
      /* often an exact half */
      part = random_below (rand, 3) == 0 ? limit / 2 : random_below (rand, limit);
      if (n_decimals > 0)
        g_snprintf (decimals, sizeof decimals, "%0*" G_GINT64_FORMAT, n_decimals, part);
      text = write_number (whole, decimals, styles[style].group, styles[style].point, styles[style].zero);
      expected = naive_thousandths ((__int128) whole * limit + (n_decimals > 0 ? part : 0), n_decimals, &is_exact);
      status = nida_money_parse (text, strlen (text), styles[style].mark, &money);
      if (status != (is_exact ? OK : ROUNDED) || money != expected)
        g_error ("“%s”: status %d, %" G_GINT64_FORMAT " instead of %" G_GINT64_FORMAT, text, status, money, expected);
    }
  g_rand_free (rand);
}

/* Random text: accepted exactly when a regular expression written down independently accepts it. */
static void
test_random_text (void)
{
  static const char alphabet[] = "0123456789015,,.. '-+()e";
  static const char body[] = "(?:(?:[0-9]+(?:%s[0-9]*)?|%s[0-9]+)(?:e[-+]?[0-9]+)?"
                             "|[1-9][0-9]{0,2}(?:(?:%s[0-9]{3})+|(?: [0-9]{3})+|(?:'[0-9]{3})+)(?:%s[0-9]*)?)";
  static const struct { NidaDecimalMark mark; const char *point, *group; } marks[] = {
    { DOT, "\\.", "," }, { COMMA, ",", "\\." },
  };
  GRand *rand = g_rand_new_with_seed (1962);
  guint n_read = 0;

  for (guint m = 0; m < G_N_ELEMENTS (marks); m++)
    {
      const char *point = marks[m].point, *group = marks[m].group;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      g_autofree char *one = g_strdup_printf (body, point, point, group, point);
#pragma GCC diagnostic pop
      g_autofree char *all = g_strdup_printf ("^ *(?:(?:[-+] *)?%s|\\( *%s *\\)) *$", one, one);
      g_autoptr (GRegex) regex = g_regex_new (all, G_REGEX_OPTIMIZE, 0, NULL);

      g_assert_nonnull (regex);
      for (int round = 0; round < 150000; round++)
        {
          char text[12];
          int length = g_rand_int_range (rand, 1, 11);
          NidaMoney money;
          NidaMoneyStatus status;
          gboolean is_number;

          for (int i = 0; i < length; i++)
            text[i] = alphabet[g_rand_int_range (rand, 0, sizeof alphabet - 1)];
          text[length] = '\0';
          status = nida_money_parse (text, length, marks[m].mark, &money);
          is_number = status == OK || status == ROUNDED || status == OVERFLOW;
          if (is_number != g_regex_match (regex, text, 0, NULL))
            g_error ("“%s” (mark %d) gives status %d", text, marks[m].mark, status);
          n_read += is_number;
        }
    }
  g_assert_cmpuint (n_read, >, 1000);
  g_rand_free (rand);
}

/* What AUTO accepts, at least one of the two marks reads as the same. */
static void
test_auto_agrees (void)
{
  static const char alphabet[] = "01234567891,,..";
  GRand *rand = g_rand_new_with_seed (7);

  for (int round = 0; round < 200000; round++)
    {
      char text[12];
      int length = g_rand_int_range (rand, 1, 11);
      NidaMoney by_auto = 1, by_dot = 2, by_comma = 3;
      NidaMoneyStatus status, dot, comma;

      for (int i = 0; i < length; i++)
        text[i] = alphabet[g_rand_int_range (rand, 0, sizeof alphabet - 1)];
      status = nida_money_parse (text, length, AUTO, &by_auto);
      dot = nida_money_parse (text, length, DOT, &by_dot);
      comma = nida_money_parse (text, length, COMMA, &by_comma);
      if (status == OK || status == ROUNDED)
        g_assert_true (by_auto == by_dot || by_auto == by_comma);
      if (status == AMBIGUOUS)
        g_assert_true (dot == OK && comma == OK && by_dot != by_comma);
      if (status == NUMBER)
        g_assert_true (dot == NUMBER || comma == NUMBER);
    }
  g_rand_free (rand);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/money-parse/plain-numbers", test_plain);
  g_test_add_func ("/money-parse/groups-of-three-and-both-marks", test_groups);
  g_test_add_func ("/money-parse/digits-of-any-script", test_scripts);
  g_test_add_func ("/money-parse/refused-with-the-reason", test_refused);
  g_test_add_func ("/money-parse/half-to-even", test_half_to_even);
  g_test_add_func ("/money-parse/random-numbers-in-every-style", test_random_styles);
  g_test_add_func ("/money-parse/random-text-as-the-grammar-says", test_random_text);
  g_test_add_func ("/money-parse/auto-never-invents-a-reading", test_auto_agrees);
  return g_test_run ();
}
