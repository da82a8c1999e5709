/* Dividing an amount by percentages without losing or making a thousandth. */
#include "iati-split.h"

#include <string.h>

__extension__ typedef unsigned __int128 Wide;

gint64
nida_percent_parse (const char *text)
{
  gint64 value = 0, scale = NIDA_PERCENT_WHOLE / 100;
  gboolean any = FALSE;

  while (g_ascii_isspace (*text))
    text++;
  for (; g_ascii_isdigit (*text); text++, any = TRUE)
    if ((value = value * 10 + (*text - '0') * scale) > 10 * NIDA_PERCENT_WHOLE)
      return NIDA_PERCENT_NONE;
  if (*text == '.')
    for (text++; g_ascii_isdigit (*text); text++, any = TRUE)
      value += (*text - '0') * (scale /= 10);
  while (g_ascii_isspace (*text))
    text++;
  return any && *text == '\0' ? value : NIDA_PERCENT_NONE;
}

typedef struct {
  Wide  remainder;
  guint index;
} Rest;

static int
compare_rests (gconstpointer a,
               gconstpointer b)
{
  const Rest *x = a, *y = b;

  if (x->remainder != y->remainder)
    return x->remainder > y->remainder ? -1 : 1;
  return (x->index > y->index) - (x->index < y->index);
}

void
nida_split_money (NidaMoney      amount,
                  const guint64 *weights,
                  guint          n,
                  NidaMoney     *parts)
{
  g_autofree Rest *rests = g_new (Rest, n);
  guint64 size = amount < 0 ? -(guint64) amount : (guint64) amount, left = size;
  Wide total = 0;

  for (guint i = 0; i < n; i++)
    total += weights[i];
  g_assert (total > 0);
  for (guint i = 0; i < n; i++)
    {
      Wide share = (Wide) size * weights[i];

      parts[i] = (NidaMoney) (share / total);
      rests[i] = (Rest) { share % total, i };
      left -= (guint64) parts[i];
    }
  qsort (rests, n, sizeof *rests, compare_rests);
  for (guint i = 0; i < left; i++)
    parts[rests[i].index]++;
  for (guint i = 0; i < n && amount < 0; i++)
    parts[i] = -parts[i];
}
