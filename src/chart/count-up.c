/* "2.5 million US$" becomes "4 million US$" by counting, as on a meter: with the decimals of the finer one, and the digits and
 * separators that the words have. Where the words around the number differ there is nothing to count, since the unit does. */
#include "config.h"

#include "count-up.h"

#include <math.h>
#include <string.h>

#define MOST_DIGITS 15      /* which a double holds */

typedef struct {
  const char *number, *rest;      /* where the number begins, and what stands behind it */
  gint64      value;              /* without its separators */
  guint       n_digits, decimals;
  gunichar    zero, decimal, group;      /* 0: it has none */
} Figure;

struct _NidaCountUp {
  char   *from, *to;
  Figure  first, last;
};

static gunichar
zero_of (gunichar c)
{
  return g_unichar_isdigit (c) ? c - (gunichar) g_unichar_digit_value (c) : 0;
}

static gboolean
is_decimal (gunichar c)
{
  return c == '.' || c == 0x066B;
}

static gboolean
is_group (gunichar c)
{
  return c == ',' || c == 0x066C;
}

/* FALSE for a separator of a place that a number has none at: the number is at its end. */
static gboolean
take_separator (Figure     *figure,
                gunichar    c,
                const char *next)
{
  gboolean decimal = is_decimal (c);

  if ((!decimal && !is_group (c)) || figure->decimal != 0 || !g_unichar_isdigit (g_utf8_get_char (next)))
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

static gboolean
read_figure (const char *text,
             Figure     *figure)
{
  const char *at = find_digit (text);

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
  return figure->n_digits > 0 && figure->n_digits <= MOST_DIGITS && *find_digit (at) == '\0';
}

/* The same words around numbers of the same digits. */
static gboolean
is_counted (NidaCountUp *self)
{
  gsize before = (gsize) (self->first.number - self->from);

  return before == (gsize) (self->last.number - self->to) && strncmp (self->from, self->to, before) == 0
         && g_str_equal (self->first.rest, self->last.rest) && self->first.zero == self->last.zero;
}

NidaCountUp *
nida_count_up_new (const char *from,
                   const char *to)
{
  NidaCountUp *self = g_new0 (NidaCountUp, 1);

  self->from = g_strdup (from);
  self->to = g_strdup (to);
  if (read_figure (self->from, &self->first) && read_figure (self->to, &self->last) && is_counted (self))
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
value_of (const Figure *figure,
          guint         decimals)
{
  return (double) figure->value * pow (10, decimals - figure->decimals);
}

/* From the end on, where groups and decimals are counted from. */
static void
prepend_digits (GString  *text,
                gint64    value,
                guint     decimals,
                gunichar  zero,
                gunichar  decimal,
                gunichar  group)
{
  for (guint i = 0; value > 0 || i <= decimals; i++, value /= 10)
    {
      if (i > 0 && i == decimals)
        g_string_prepend_unichar (text, decimal);
      else if (group != 0 && i > decimals && (i - decimals) % 3 == 0)
        g_string_prepend_unichar (text, group);
      g_string_prepend_unichar (text, zero + (gunichar) (value % 10));
    }
}

char *
nida_count_up_at (NidaCountUp *self,
                  double       progress)
{
  const Figure *first = &self->first, *last = &self->last;
  guint decimals = MAX (first->decimals, last->decimals);
  double from = value_of (first, decimals), to = value_of (last, decimals);
  GString *text;

  if (progress <= 0 || progress >= 1)
    return g_strdup (progress <= 0 ? self->from : self->to);
  text = g_string_new (NULL);
  prepend_digits (text, llround (from + (to - from) * progress), decimals, last->zero, last->decimal != 0 ? last->decimal : first->decimal,
                  last->group != 0 ? last->group : first->group);
  g_string_prepend_len (text, self->to, last->number - self->to);
  g_string_append (text, last->rest);
  return g_string_free (text, FALSE);
}
