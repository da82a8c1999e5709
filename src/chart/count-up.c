/* "2.5 million US$" becomes "4 million US$" by counting, as on a meter: in the form of the figure that it becomes, and with the
 * digits and separators that the words have; a larger one on the way has no more digits than it needs to. That both are in
 * one unit is for the caller to know: Arabic inflects it by the number, «3 ملايين» and «11 مليون». */
#include "config.h"

#include "count-up.h"

#include "number-marks.h"

#include <math.h>
#include <string.h>

#define MOST_DIGITS 15      /* which a double holds */
#define MOST_FIGURES 3      /* "2.5 million of 4 million" */

typedef struct {
  const char *number, *rest;      /* where the number begins, and what stands behind it */
  gint64      value;              /* without its separators */
  guint       n_digits, decimals;
  gunichar    zero, decimal, group;      /* 0: it has none */
} Figure;

struct _NidaCountUp {
  char   *from, *to;
  guint   n;
  Figure  first[MOST_FIGURES], last[MOST_FIGURES];
};

static gunichar
zero_of (gunichar c)
{
  return g_unichar_isdigit (c) ? c - (gunichar) g_unichar_digit_value (c) : 0;
}

/* FALSE for a separator of a place that a number has none at: the number is at its end. */
static gboolean
take_separator (Figure     *figure,
                gunichar    c,
                const char *next)
{
  gboolean decimal = nida_is_decimal_mark (c);

  if ((!decimal && !nida_is_group_mark (c)) || figure->decimal != 0 || !g_unichar_isdigit (g_utf8_get_char (next)))
    return FALSE;
  if (decimal)
    figure->decimal = c;
  else
    figure->group = c;
  return TRUE;
}

static const char *
find_digit (const char *text)
{
  while (*text != '\0' && !g_unichar_isdigit (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

static void
read_figure (const char *at,
             Figure     *figure)
{
  *figure = (Figure) { .number = at, .zero = zero_of (g_utf8_get_char (at)) };
  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isdigit (c) && ++figure->n_digits <= MOST_DIGITS)
        {
          figure->value = figure->value * 10 + g_unichar_digit_value (c);
          figure->decimals += figure->decimal != 0;
        }
      else if (!take_separator (figure, c, g_utf8_next_char (at)))
        break;
    }
  figure->rest = at;
}

/* How many figures @text has; 0 where they are too many or too long. */
static guint
read_figures (const char *text,
              Figure      figures[MOST_FIGURES])
{
  guint n = 0;

  for (const char *at = find_digit (text); *at != '\0'; at = find_digit (figures[n++].rest))
    {
      if (n == MOST_FIGURES)
        return 0;
      read_figure (at, &figures[n]);
      if (figures[n].n_digits > MOST_DIGITS)
        return 0;
    }
  return n;
}

/* As many numbers of the same digits, and the same before the first: "at least", the sign of a currency. What stands between and
 * behind them may be inflected otherwise. */
static gboolean
is_counted (NidaCountUp *self)
{
  gssize before;

  self->n = read_figures (self->from, self->first);
  if (self->n == 0 || read_figures (self->to, self->last) != self->n)
    return FALSE;
  for (guint i = 0; i < self->n; i++)
    if (self->first[i].zero != self->last[i].zero)
      return FALSE;
  before = self->first[0].number - self->from;
  return before == self->last[0].number - self->to && strncmp (self->from, self->to, (gsize) before) == 0;
}

NidaCountUp *
nida_count_up_new (const char *from,
                   const char *to)
{
  NidaCountUp *self = g_new0 (NidaCountUp, 1);

  self->from = g_strdup (from);
  self->to = g_strdup (to);
  if (is_counted (self))
    return self;
  nida_count_up_free (self);
  return NULL;
}

void
nida_count_up_free (NidaCountUp *self)
{
  g_free (self->from);
  g_free (self->to);
  g_free (self);
}

static double
value_of (const Figure *figure)
{
  return (double) figure->value / pow (10, figure->decimals);
}

static guint
count_whole_digits (double value)
{
  guint n = 1;

  for (; value >= 10; value /= 10)
    n++;
  return n;
}

/* With each digit more before the mark one less stands behind it. */
static guint
decimals_of (const Figure *last,
             double        value)
{
  guint most = last->n_digits - last->decimals, decimals = last->decimals, whole;

  do
    {
      whole = count_whole_digits (round (value * pow (10, decimals)) / pow (10, decimals));
      decimals = last->decimals - MIN (last->decimals, whole > most ? whole - most : 0);
    }
  while (count_whole_digits (round (value * pow (10, decimals)) / pow (10, decimals)) > whole);
  return decimals;
}

/* From the end on, where groups and decimals are counted from. */
static void
append_figure (GString      *text,
               const Figure *first,
               const Figure *last,
               double        progress)
{
  double from = value_of (first), value = from + (value_of (last) - from) * progress;
  guint decimals = decimals_of (last, value);
  gint64 left = llround (value * pow (10, decimals));
  gunichar group = last->group != 0 ? last->group : first->group;
  gssize at = (gssize) text->len;

  for (guint i = 0; left > 0 || i <= decimals; i++, left /= 10)
    {
      if (i > 0 && i == decimals)
        g_string_insert_unichar (text, at, last->decimal);
      else if (group != 0 && i > decimals && (i - decimals) % 3 == 0)
        g_string_insert_unichar (text, at, group);
      g_string_insert_unichar (text, at, last->zero + (gunichar) (left % 10));
    }
}

char *
nida_count_up_at (NidaCountUp *self,
                  double       progress)
{
  const char *words = self->to;
  GString *text;

  if (progress <= 0 || progress >= 1)
    return g_strdup (progress <= 0 ? self->from : self->to);
  text = g_string_new (NULL);
  for (guint i = 0; i < self->n; i++)
    {
      g_string_append_len (text, words, self->last[i].number - words);
      append_figure (text, &self->first[i], &self->last[i], progress);
      words = self->last[i].rest;
    }
  g_string_append (text, words);
  return g_string_free (text, FALSE);
}
